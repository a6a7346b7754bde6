import { Conditions } from '@redress/db';
import { periodOf } from './period.ts';

/** The conditions of a query of figures: its days begin in the time zone of the organisation. */
export class FigureConditions extends Conditions {
  constructor(private readonly timeZone: string) {
    super();
  }

  /** The instant lies in the period, whose days begin in the time zone of the figures. */
  within(column: string, period: string): string {
    const { fromDay, untilDay } = periodOf(period);
    return `${column} >= ${this.midnight(fromDay)} AND ${column} < ${this.midnight(untilDay)}`;
  }

  /** The instant at which a day begins. */
  midnight(day: string): string {
    return `(${this.value(day)}::timestamp AT TIME ZONE ${this.value(this.timeZone)})`;
  }
}

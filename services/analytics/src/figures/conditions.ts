import { periodOf } from './period.ts';

/** The conditions of a query, with their numbered values. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = ['true'];

  constructor(private readonly timeZone: string) {}

  get text(): string {
    return this.parts.join(' AND ');
  }

  /** The placeholder of a value. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.parts.push(condition);
  }

  addEqual(column: string, value: unknown): void {
    if (value !== undefined) this.add(this.equal(column, value));
  }

  equal(column: string, value: unknown): string {
    return `${column} = ${this.value(value)}`;
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

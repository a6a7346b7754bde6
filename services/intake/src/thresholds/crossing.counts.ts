import type { Threshold } from '@redress/policy';
import type { CrossingView, MonthlyReview } from './crossing.views.ts';

type Counted = Pick<CrossingView, 'code' | 'title' | 'choice' | 'reviews'>;

/** Each threshold of the pack in force with its crossings, none among them, then those that the pack no longer has. */
export function thresholdCounts(
  inForce: readonly Pick<Threshold, 'code' | 'title'>[],
  crossings: readonly Counted[],
): MonthlyReview['thresholds'] {
  const titles = new Map([...inForce, ...crossings].map(({ code, title }) => [code, title]));
  return [...titles].map(([code, title]) => {
    const its = crossings.filter((crossing) => crossing.code === code);
    return {
      ...{ code, title, crossings: its.length },
      chosen: its.filter(({ choice }) => choice !== null).length,
      chosenInTime: its.filter(({ choice }) => choice?.inTime === true).length,
      reviewed: its.filter(({ reviews }) => reviews.length > 0).length,
    };
  });
}

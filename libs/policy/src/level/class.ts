import type { Pack } from '../pack/pack.ts';
import { classOf } from './grade.ts';

/** The class after something spoke for another one: it may rise while the complaint is open, never fall (INT-20). */
export function risenClass(current: string, proposed: string, pack: Pack): string {
  return classOf(pack, proposed).rank > classOf(pack, current).rank ? proposed : current;
}

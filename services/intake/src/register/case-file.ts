import type { CaseState, Instant, Terms } from '@redress/policy';

/** The case row as the process needs it: what the lock is held on. */
export interface CaseFile {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly language: string;
  readonly receivedAt: Instant;
  readonly access: 'open' | 'restricted';
  readonly drill: boolean;
  readonly packHash: string;
  readonly terms: Terms;
  readonly state: CaseState;
  readonly step: number;
  readonly sequence: number;
  readonly revision: number;
  readonly queuePlace: number;
  readonly nextDueAt: Instant | null;
}

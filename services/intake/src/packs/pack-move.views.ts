import { words } from '@redress/contracts';
import { z } from 'zod';
import { packHash } from './pack.views.ts';

const MOST_AT_ONCE = 200;

/** To which pack, which complaints by their numbers, and why. */
export const packMoveBody = z
  .strictObject({ hash: packHash, numbers: z.array(z.string().min(1).max(40)).min(1).max(MOST_AT_ONCE), reason: words })
  .meta({ id: 'MoveToPack' });

export const reversalBody = z.strictObject({ reason: words }).meta({ id: 'ReverseMoveToPack' });

/** What became of one complaint: `accepted` where its process has yet to take it, else a code of a refusal. */
const movedComplaint = z.strictObject({
  number: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  outcome: z.enum(['moved', 'accepted', 'refused']),
  refusal: z.string().nullable(),
});

/** An act by which a person moved complaints to another pack (PRC-32); `reverses` names the act that it undoes. */
export const packMove = z
  .strictObject({
    id: z.uuid(),
    movedBy: z.uuid(),
    movedAt: z.iso.datetime(),
    reverses: z.uuid().nullable(),
    complaints: z.array(movedComplaint),
  })
  .meta({ id: 'PackMove' });

export const packMoveList = z.strictObject({ moves: z.array(packMove) }).meta({ id: 'PackMoves' });

export type PackMoveBody = z.output<typeof packMoveBody>;
export type ReversalBody = z.output<typeof reversalBody>;
export type MovedComplaint = z.output<typeof movedComplaint>;
export type PackMove = z.output<typeof packMove>;
export type PackMoveList = z.output<typeof packMoveList>;

import { instant } from '@redress/contracts';
import { z } from 'zod';
import { packDocumentBody } from './pack.views.ts';

/** A pack that is tried on the complaints received since then, and until then where it is said. */
export const packTrialBody = packDocumentBody
  .extend({ since: instant, until: instant.optional() })
  .meta({ id: 'TryPack' });

const figure = z.int().min(0);
const pair = z.strictObject({ before: figure, after: figure });
const codes = z.array(z.string());

/** What would have been different: as it was, and as it would have been, both by the same rules (PRC-32). */
export const packTrial = z
  .strictObject({
    complaints: figure,
    levels: z.array(z.strictObject({ level: z.string(), complaints: pair })),
    serious: pair,
    fastLane: pair,
    clocks: z.array(z.strictObject({ kind: z.string(), inTime: pair, late: pair, running: pair })),
    rungs: z.array(z.strictObject({ rung: z.string(), fired: pair })),
    work: z.strictObject({ notices: pair, newsToCustomers: pair, leadersApprovals: pair }),
    changed: z.array(
      z.strictObject({
        number: z.string(),
        level: z.strictObject({ before: z.string(), after: z.string() }),
        late: z.strictObject({ before: codes, after: codes }),
        rungs: z.strictObject({ before: codes, after: codes }),
      }),
    ),
  })
  .meta({ id: 'PackTrial' });

export type PackTrialBody = z.output<typeof packTrialBody>;

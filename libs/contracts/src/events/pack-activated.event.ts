import { CAPABILITIES } from '@redress/policy';
import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';

/** The topic of policy packs; keyed by the pack's hash. */
export const PACK_TOPIC = 'packs';

const limit = z.number().nullable();

const data = z.strictObject({
  hash: z.string(),
  code: z.string(),
  version: z.string(),
  /** The department that it is in force for; left out where it is the organisation's. */
  departmentId: z.string().optional(),
  /** Shares of the KPIs in their total (IMP-2); left out where the pack sets none. */
  kpi: z.strictObject({ timeliness: z.number(), satisfaction: z.number(), resolution: z.number() }).optional(),
  roles: z.array(
    z.strictObject({
      code: z.string(),
      capabilities: z.array(z.enum(CAPABILITIES)),
      limits: z.strictObject({ compensation: limit, goodwill: limit }),
    }),
  ),
});

export type PackActivated = z.infer<typeof data>;

/** A policy pack is in force from this event's time on, which may lie ahead; tells what its roles may do. */
export const packActivated = {
  type: 'redress.pack.activated.v1',
  topic: PACK_TOPIC,
  data,
  example: {
    hash: 'f'.repeat(64),
    code: 'levels',
    version: '1',
    roles: [
      { code: 'handler', capabilities: ['handle', 'read-department'], limits: { compensation: 500, goodwill: 100 } },
    ],
  },
} satisfies EventContract<typeof data>;

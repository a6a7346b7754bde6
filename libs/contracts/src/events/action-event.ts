import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';

/** The topic of improvement actions; keyed by action. */
export const ACTION_TOPIC = 'action';

export const ACTION_KINDS = ['corrective', 'preventive'] as const;
/** Where an action comes from (IMP-10). */
export const ACTION_SOURCES = ['complaint', 'early-warning', 'kpi', 'survey', 'drill', 'review', 'suggestion'] as const;
/** To be done; done and waiting for its follow-up date; its effect to be judged; to be planned anew; judged. */
export const ACTION_STAGES = ['open', 'done', 'judging', 'adjusting', 'closed'] as const;
/** Who is to hear of it; who holds these places is for the reader to find. */
export const ACTION_HEARERS = ['owner', 'department-head', 'coordinator'] as const;

/** What every fact about an action tells: where it stands after the step. No free words. */
export const actionStanding = z.strictObject({
  complaintId: z.uuid().nullable(),
  kind: z.enum(ACTION_KINDS),
  source: z.enum(ACTION_SOURCES),
  stage: z.enum(ACTION_STAGES),
  /** Rises when the action was not effective and is planned anew (IMP-11). */
  round: z.int().min(1),
  ownerId: z.uuid(),
  departmentId: z.string(),
  dueAt: z.iso.datetime(),
  followUpAt: z.iso.datetime(),
});

export type ActionStanding = z.infer<typeof actionStanding>;

/** What can happen to an action, in the past tense: each is an event type and a line of its history. */
export const ACTION_HAPPENINGS = [
  'planned',
  'progressed',
  'reminded',
  'overdue',
  'done',
  'evaluated',
  'changed',
] as const;
export type ActionHappening = (typeof ACTION_HAPPENINGS)[number];

/** Everything has these: the code of the notice, and whom it goes to. */
const hearing = z.object({ code: z.string(), to: z.array(z.enum(ACTION_HEARERS)) });

export const actionFact = z.object({ standing: actionStanding, detail: z.looseObject(hearing.shape) });
export type ActionFact = z.infer<typeof actionFact>;

/** Contract of one thing that can happen to an action: the standing after it, who hears, and what is its own. */
export function actionEvent<Shape extends z.ZodRawShape>(
  happening: ActionHappening,
  own: Shape,
  example: Readonly<Record<string, unknown>> & z.input<typeof hearing>,
): EventContract {
  const data = z.strictObject({ standing: actionStanding, detail: z.strictObject({ ...hearing.shape, ...own }) });
  return {
    type: `redress.action.${happening}.v1`,
    topic: ACTION_TOPIC,
    data,
    example: { standing: exampleStanding, detail: example } as unknown as z.input<typeof data>,
  };
}

const exampleStanding: ActionStanding = {
  complaintId: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f',
  kind: 'corrective',
  source: 'complaint',
  stage: 'open',
  round: 1,
  ownerId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  departmentId: 'logistics',
  dueAt: '2026-12-23T08:00:00.000Z',
  followUpAt: '2027-01-23T08:00:00.000Z',
};

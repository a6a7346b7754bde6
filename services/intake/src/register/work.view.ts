import { CLOSINGS, COMPLAINT_KINDS, MARKS, type CaseState } from '@redress/policy';
import { z } from 'zod';

const person = z.uuid().nullable();
const figure = z.number();

/** How far the work on a complaint has come: people, requests, tasks, proposal, offer, survey, closing. */
export const workFields = {
  kind: z.enum(COMPLAINT_KINDS),
  grade: z.int(),
  marks: z.array(z.enum(MARKS)),
  accepted: z.boolean(),
  head: person,
  tracker: person,
  leader: person,
  helpers: z.array(z.uuid()),
  handOver: z
    .strictObject({ from: z.string(), refusedBy: z.array(z.string()), ruling: z.enum(['none', 'due', 'given']) })
    .nullable(),
  bounces: z.int().describe('how often it went from department to department'),
  missing: z.array(z.string()).describe('fields that the policy demands and nobody has filled'),
  identification: z.enum(['none', 'due', 'done']).describe('of the person complained of'),
  attempts: z.array(z.strictObject({ at: z.iso.datetime(), channel: z.string() })),
  question: z.boolean().describe('a question that only the customer can answer is out'),
  pause: z.strictObject({ reason: z.string(), until: z.iso.datetime() }).nullable(),
  extensions: z
    .strictObject({ asked: z.string().nullable(), granted: z.array(z.string()) })
    .describe('more time: what is asked for, and what has been granted'),
  requests: z.array(z.strictObject({ request: z.string(), departmentId: z.string() })),
  tasks: z.array(
    z.strictObject({
      task: z.string(),
      kind: z.string(),
      departmentId: z.string().nullable(),
      appointmentAt: z.iso.datetime().nullable(),
    }),
  ),
  proposal: z
    .strictObject({
      author: z.uuid(),
      options: z.array(
        z.strictObject({ compensation: figure, remedy: z.string().nullable(), costsCustomer: z.boolean() }),
      ),
      goodwill: figure,
      floor: figure.nullable(),
      aim: figure.nullable(),
      optionAt: z.int().describe('number of the option that is put next, or lies with the customer'),
    })
    .nullable(),
  offer: z.strictObject({ option: z.int(), goodwill: z.boolean(), lapsed: z.boolean() }).nullable(),
  interim: figure,
  returns: z.int(),
  resultToldAt: z.iso.datetime().nullable(),
  notReached: z.boolean(),
  survey: z.enum(['none', 'due', 'answered', 'unanswered']),
  followUp: z.enum(['none', 'due', 'done']),
  report: z.enum(['none', 'running', 'due', 'filed']),
  writeUp: z.enum(['none', 'due', 'filed']),
  assessment: z.enum(['none', 'due', 'done']),
  newFacts: z.boolean(),
  closing: z.enum(CLOSINGS).nullable(),
  mergedInto: z.uuid().nullable(),
  absorbed: z.array(z.uuid()),
};

type Work = { [Field in keyof typeof workFields]: z.output<(typeof workFields)[Field]> };

/** `wordsOf` reads a stored text. */
export function workView(state: CaseState, wordsOf: (textId: string) => string | null): Work {
  const { kind, grade, accepted, head, tracker, leader, bounces, identification, question, pause } = state;
  const { interim, returns, resultToldAt, notReached, survey, followUp, newFacts, closing, mergedInto } = state;
  const { report, writeUp, assessment } = state;
  return {
    ...{ kind, grade, accepted, head, tracker, leader, bounces, identification, question, pause },
    ...{
      interim,
      returns,
      resultToldAt,
      notReached,
      survey,
      followUp,
      report,
      writeUp,
      assessment,
      newFacts,
      closing,
      mergedInto,
    },
    marks: [...state.marks],
    helpers: [...state.helpers],
    missing: [...state.missing],
    absorbed: [...state.absorbed],
    attempts: state.attempts.map((attempt) => ({ ...attempt })),
    handOver: handOverView(state),
    extensions: { asked: state.extensions?.asked?.code ?? null, granted: [...(state.extensions?.granted ?? [])] },
    requests: Object.entries(state.requests).map(([request, one]) => ({ request, departmentId: one.departmentId })),
    tasks: Object.entries(state.tasks).map(([task, one]) => ({ task, ...one })),
    proposal: proposalView(state, wordsOf),
    offer: state.offer === null ? null : { ...state.offer, option: state.offer.option + 1 },
  };
}

function handOverView({ handOver }: CaseState): Work['handOver'] {
  if (handOver === null) return null;
  return { from: handOver.from, refusedBy: [...handOver.refusedBy], ruling: handOver.ruling };
}

function proposalView({ proposal, optionAt }: CaseState, wordsOf: (textId: string) => string | null): Work['proposal'] {
  if (proposal === null) return null;
  const { author, goodwill, floor, aim } = proposal;
  const options = proposal.options.map(({ compensation, remedy, costsCustomer }) => ({
    compensation,
    remedy: wordsOf(remedy),
    costsCustomer,
  }));
  return { author, options, goodwill, floor, aim, optionAt: optionAt + 1 };
}

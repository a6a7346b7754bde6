import type { Capability } from '../capability.ts';
import type { Stage } from '../stage.ts';

/**
 * Where in the case somebody must stand to take a step. `handler`: owner, the backup who stands in, the head of the
 * department. `head`: that head, or who coordinates all complaints. `above`: the same, or a leader. `handler-or-above`: either
 * of these. `asked`: a handler, or
 * the department of an open request or task. `anybody`: whoever sees the case. `customer`: the customer, or an employee
 * on the customer's word. `system`: the product itself.
 */
export type Place =
  'owner' | 'handler' | 'head' | 'above' | 'handler-or-above' | 'judge' | 'asked' | 'anybody' | 'customer' | 'system';

/** Who may take a step and when: one row of the table that door, workflow and console ask. */
export interface CommandRule {
  /** Any one of these capabilities; for the customer's own commands what an employee needs who enters them. */
  readonly needs: readonly Capability[];
  readonly place: Place;
  readonly stages: readonly Stage[];
}

const DECIDED_ON: readonly Stage[] = ['assigned', 'investigating', 'deciding', 'approving'];
const WORKED_ON: readonly Stage[] = [...DECIDED_ON, 'offering', 'resolving', 'informing'];
const OPEN: readonly Stage[] = ['received', ...WORKED_ON];
const TOLD: readonly Stage[] = ['informing', 'surveying', 'closed'];
const NOT_ENDED: readonly Stage[] = [...OPEN, 'surveying', 'closed'];

const HANDLE: readonly Capability[] = ['handle'];
/** Judging how grave it is and ordering departments to act is not left to who handles it (INT-18, PRC-7). */
const DIRECT: readonly Capability[] = ['handle', 'coordinate', 'lead'];
const ON_WORD: readonly Capability[] = ['register', 'handle'];
const STAFF: readonly Capability[] = ['handle', 'approve', 'coordinate', 'lead', 'speak-to-media', 'advise-on-law'];

/** The commands of a complaint (PRC-31), in the order of the process. */
export const COMMANDS = {
  // Who has it (PRC-2)
  accept: { needs: HANDLE, place: 'owner', stages: ['assigned'] },
  decline: { needs: HANDLE, place: 'owner', stages: ['assigned'] },
  assign: { needs: ['handle', 'coordinate', 'lead'], place: 'above', stages: [...OPEN, 'surveying'] },
  takeOver: { needs: ['handle', 'coordinate', 'lead'], place: 'above', stages: [...WORKED_ON, 'surveying'] },
  handOver: { needs: HANDLE, place: 'handler', stages: ['assigned', 'investigating'] },
  refuseHandOver: { needs: HANDLE, place: 'handler', stages: ['assigned'] },
  ruleOnHandOver: { needs: ['decide-hand-overs'], place: 'anybody', stages: ['assigned', 'investigating'] },
  ownerAway: { needs: [], place: 'system', stages: NOT_ENDED },

  // Speaking with the customer (PRC-1, PRC-8)
  logContact: { needs: HANDLE, place: 'handler', stages: [...WORKED_ON, 'surveying', 'closed'] },
  askCustomer: { needs: HANDLE, place: 'handler', stages: [...WORKED_ON] },
  markUnreachable: { needs: HANDLE, place: 'handler', stages: ['informing'] },
  addNote: { needs: [...STAFF, 'track'], place: 'anybody', stages: NOT_ENDED },

  // What is known of it (INT-12, INT-15…23)
  completeRecord: { needs: ON_WORD, place: 'anybody', stages: [...OPEN, 'surveying'] },
  correctField: { needs: ON_WORD, place: 'anybody', stages: NOT_ENDED },
  changeGrading: { needs: DIRECT, place: 'handler-or-above', stages: [...OPEN, 'surveying'] },
  confirmGrading: { needs: DIRECT, place: 'handler-or-above', stages: OPEN },
  mark: { needs: STAFF, place: 'anybody', stages: [...OPEN, 'surveying'] },
  markExtortion: { needs: ['handle', 'lead'], place: 'handler', stages: WORKED_ON },
  describePerson: { needs: STAFF, place: 'anybody', stages: NOT_ENDED },
  ownMisconduct: { needs: ['read-restricted'], place: 'anybody', stages: NOT_ENDED },
  noteMisconduct: { needs: ['read-restricted'], place: 'anybody', stages: NOT_ENDED },
  concludeMisconduct: { needs: ['read-restricted'], place: 'anybody', stages: NOT_ENDED },
  sentBack: { needs: [], place: 'system', stages: NOT_ENDED },
  identifyPerson: { needs: HANDLE, place: 'handler', stages: ['investigating'] },

  // Investigating (PRC-3, PRC-4)
  requestFrom: { needs: DIRECT, place: 'handler-or-above', stages: ['investigating', 'deciding', 'resolving'] },
  answerRequest: { needs: HANDLE, place: 'asked', stages: WORKED_ON },
  recordFinding: { needs: HANDLE, place: 'handler', stages: ['investigating', 'deciding'] },
  declareUnsolvable: { needs: HANDLE, place: 'handler', stages: [...DECIDED_ON, 'resolving'] },

  // Deciding (PRC-5, PRC-6)
  propose: { needs: ['handle', 'approve'], place: 'handler', stages: ['deciding'] },
  approve: { needs: ['approve'], place: 'judge', stages: ['approving'] },
  returnProposal: { needs: ['approve'], place: 'judge', stages: ['approving'] },
  giveDate: { needs: HANDLE, place: 'handler', stages: [...DECIDED_ON] },
  settleByReply: { needs: HANDLE, place: 'handler', stages: ['assigned', 'investigating'] },
  askExtension: { needs: HANDLE, place: 'handler', stages: WORKED_ON },
  ruleOnExtension: { needs: ['approve', 'lead'], place: 'above', stages: WORKED_ON },
  pauseClock: { needs: HANDLE, place: 'handler', stages: WORKED_ON },
  resumeClock: { needs: HANDLE, place: 'handler', stages: WORKED_ON },

  // Offering and resolving (PRC-5, PRC-6a, PRC-7)
  putToMediator: { needs: HANDLE, place: 'handler', stages: ['deciding', 'offering'] },
  putOffer: { needs: HANDLE, place: 'handler', stages: ['offering'] },
  takeOfferBack: { needs: HANDLE, place: 'handler', stages: ['offering'] },
  answerOffer: { needs: ON_WORD, place: 'customer', stages: ['offering', 'informing', 'surveying', 'closed'] },
  giveInterim: { needs: HANDLE, place: 'handler', stages: WORKED_ON },
  setTask: { needs: DIRECT, place: 'handler-or-above', stages: ['investigating', 'resolving'] },
  completeTask: { needs: HANDLE, place: 'asked', stages: [...WORKED_ON, 'surveying', 'closed'] },
  agreeAppointment: { needs: HANDLE, place: 'asked', stages: ['investigating', 'resolving'] },
  fileOutsideOutcome: { needs: HANDLE, place: 'handler', stages: [...WORKED_ON, 'surveying', 'closed'] },

  // Telling, asking, learning, closing (PRC-8…12)
  tellResult: { needs: HANDLE, place: 'handler', stages: ['informing'] },
  answerSurvey: { needs: ON_WORD, place: 'customer', stages: ['surveying'] },
  recordFollowUp: { needs: HANDLE, place: 'handler', stages: TOLD },
  recordAnalysis: { needs: HANDLE, place: 'handler', stages: TOLD },
  planAction: { needs: HANDLE, place: 'handler', stages: [...WORKED_ON, 'surveying', 'closed'] },
  recordAssessment: { needs: ['handle', 'coordinate', 'lead'], place: 'head', stages: TOLD },
  endEvent: { needs: ['handle', 'lead'], place: 'above', stages: NOT_ENDED },
  fileWriteUp: { needs: HANDLE, place: 'handler', stages: TOLD },
  fileReport: { needs: HANDLE, place: 'handler', stages: NOT_ENDED },
  close: { needs: HANDLE, place: 'handler', stages: ['informing', 'surveying'] },

  // The customer (INT-3, PRC-12, PRC-13)
  message: { needs: ON_WORD, place: 'customer', stages: NOT_ENDED },
  withdraw: { needs: ON_WORD, place: 'customer', stages: [...OPEN, 'surveying'] },
  reopen: { needs: ON_WORD, place: 'customer', stages: TOLD },
  complainAgain: { needs: ON_WORD, place: 'customer', stages: [...OPEN, 'surveying'] },
  ruleOnNewFacts: { needs: ['coordinate', 'lead'], place: 'anybody', stages: TOLD },

  // Beside other complaints, authorities and packs (PRC-13, PRC-32)
  merge: { needs: ['handle', 'coordinate'], place: 'handler', stages: OPEN },
  absorb: { needs: [], place: 'system', stages: NOT_ENDED },
  part: { needs: ['handle', 'coordinate'], place: 'handler', stages: ['closed'] },
  release: { needs: [], place: 'system', stages: NOT_ENDED },
  survivorEnded: { needs: [], place: 'system', stages: ['closed'] },
  leadMass: { needs: ['coordinate', 'lead'], place: 'anybody', stages: [...DECIDED_ON, 'received'] },
  joinMass: { needs: [], place: 'system', stages: [...DECIDED_ON, 'received'] },
  massDecided: { needs: [], place: 'system', stages: [...DECIDED_ON, 'received'] },
  leaveMass: { needs: ['coordinate', 'lead'], place: 'anybody', stages: WORKED_ON },
  transferOut: { needs: ['handle', 'coordinate'], place: 'handler', stages: OPEN },
  moveToPack: { needs: ['administer', 'coordinate'], place: 'anybody', stages: NOT_ENDED },
  calendarPublished: { needs: [], place: 'system', stages: NOT_ENDED },
} as const satisfies Record<string, CommandRule>;

export type CommandName = keyof typeof COMMANDS;

/** The names of all commands, in the order of the process. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** The commands of the product itself: nobody sends them over an API. */
export const SYSTEM_COMMANDS = COMMAND_NAMES.filter((name) => COMMANDS[name].place === 'system');

/** The stages of a complaint, in the order of the process (PRC, Stages). */
export const STAGES = [
  'received',
  'assigned',
  'investigating',
  'deciding',
  'approving',
  'offering',
  'resolving',
  'informing',
  'surveying',
  'closed',
  'ended',
] as const;

export type Stage = (typeof STAGES)[number];

/** How a complaint can be closed (PRC, Stages). */
export const CLOSINGS = [
  'solved',
  'settled-by-reply',
  'declined',
  'unanswered',
  'not-reached',
  'withdrawn',
  'transferred',
  'merged',
  'not-a-complaint',
] as const;

export type Closing = (typeof CLOSINGS)[number];

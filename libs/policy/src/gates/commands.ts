import type { Capability } from '../capability.ts';
import type { Stage } from '../stage.ts';

/** Where in the case somebody must stand to take a step. */
export type Place = 'owner' | 'owner-or-backup' | 'judge' | 'customer';

/** Who may take a step and when: one row of the table that door, workflow and console ask. */
export interface CommandRule {
  /** Any one of these capabilities; empty for the customer's own. */
  readonly needs: readonly Capability[];
  readonly place: Place;
  readonly stages: readonly Stage[];
}

const WORKED_ON: readonly Stage[] = [
  'assigned',
  'investigating',
  'deciding',
  'approving',
  'offering',
  'resolving',
  'informing',
];
const NOT_ENDED: readonly Stage[] = ['received', ...WORKED_ON, 'surveying', 'closed'];

/** The commands of a complaint (PRC-31). */
export const COMMANDS = {
  accept: { needs: ['handle'], place: 'owner', stages: ['assigned'] },
  logContact: { needs: ['handle'], place: 'owner-or-backup', stages: [...WORKED_ON, 'surveying'] },
  recordFinding: { needs: ['handle'], place: 'owner-or-backup', stages: ['investigating', 'deciding'] },
  propose: { needs: ['handle'], place: 'owner-or-backup', stages: ['deciding'] },
  approve: { needs: ['approve'], place: 'judge', stages: ['approving'] },
  returnProposal: { needs: ['approve'], place: 'judge', stages: ['approving'] },
  tellResult: { needs: ['handle'], place: 'owner-or-backup', stages: ['informing'] },
  recordAnalysis: { needs: ['handle'], place: 'owner-or-backup', stages: ['informing', 'surveying'] },
  close: { needs: ['handle'], place: 'owner-or-backup', stages: ['informing', 'surveying'] },
  message: { needs: [], place: 'customer', stages: NOT_ENDED },
  reopen: { needs: [], place: 'customer', stages: ['informing', 'surveying', 'closed'] },
} as const satisfies Record<string, CommandRule>;

export type CommandName = keyof typeof COMMANDS;

/** The names of all commands, in the order of the process. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

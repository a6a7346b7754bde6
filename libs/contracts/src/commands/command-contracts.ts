import type { CommandName } from '@redress/policy';
import type { z } from 'zod';
import { accept } from './accept.command.ts';
import { approve } from './approve.command.ts';
import { close } from './close.command.ts';
import { logContact } from './log-contact.command.ts';
import { message } from './message.command.ts';
import { propose } from './propose.command.ts';
import { recordAnalysis } from './record-analysis.command.ts';
import { recordFinding } from './record-finding.command.ts';
import { reopen } from './reopen.command.ts';
import { returnProposal } from './return-proposal.command.ts';
import { tellResult } from './tell-result.command.ts';

/** Every command of a complaint, by name. */
export const COMMAND_CONTRACTS = {
  accept,
  logContact,
  recordFinding,
  propose,
  approve,
  returnProposal,
  tellResult,
  recordAnalysis,
  close,
  message,
  reopen,
} as const satisfies Record<CommandName, { name: CommandName }>;

/** The body of a command as it was sent, parsed. */
export type CommandBody<Name extends CommandName> = z.output<(typeof COMMAND_CONTRACTS)[Name]['body']>;

import { Body, Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { COMMAND_CONTRACTS, wholeNumber } from '@redress/contracts';
import {
  COMMAND_NAMES,
  COMMANDS,
  CONTACT_CHANNELS,
  SYSTEM_COMMANDS,
  type Actor,
  type CommandName,
} from '@redress/policy';
import { CurrentActor, InputError, Needs } from '@redress/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CommandDoor } from './command.door.ts';
import { commandView, type CommandView } from './command.view.ts';
import { idempotencyKey } from './idempotency.ts';
import { KEY_HEADER, makeEndpoint, REVISION_HEADER } from './made.endpoint.ts';
import { CommandReader } from './command.reader.ts';

const id = z.uuid();
const MOST_REVISIONS = 2_147_483_647;
const revision = wholeNumber(0, MOST_REVISIONS);

/** What people do to a complaint: one address a command, made from the table of commands. */
@ApiTags('commands')
@Controller()
export class CommandsController {
  constructor(
    @Inject(CommandDoor) readonly door: CommandDoor,
    @Inject(CommandReader) private readonly reader: CommandReader,
  ) {}

  @Get('commands/:id')
  @ApiOperation({ summary: 'What became of a command that was answered with 202' })
  @ApiResponse({ status: 200, standardSchema: commandView })
  read(@Param('id', { schema: id }) commandId: string, @CurrentActor() actor: Actor): Promise<CommandView> {
    return this.reader.read(commandId, actor);
  }
}

type Handler = (
  this: CommandsController,
  complaintId: string,
  body: Record<string, unknown>,
  actor: Actor,
  key: string | undefined,
  ifMatch: string | undefined,
  reply: FastifyReply,
) => Promise<CommandView>;

function handlerOf(name: CommandName): Handler {
  return async function (complaintId, body, actor, key, ifMatch, reply) {
    const expectedRevision = expected(ifMatch);
    const request = { complaintId, name, body, actor, key: idempotencyKey(key), expectedRevision };
    return answer(await this.door.take(request), reply);
  };
}

/** 200 with the outcome, or 202 and where to look for it. */
export function answer(given: Awaited<ReturnType<CommandDoor['take']>>, reply: FastifyReply): CommandView {
  reply.status(given.outcome === null ? 202 : 200);
  if (given.outcome === null) reply.header('location', `/commands/${given.commandId}`);
  return { commandId: given.commandId, outcome: given.outcome };
}

function expected(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  const parsed = revision.safeParse(ifMatch.replaceAll('"', ''));
  if (parsed.success) return parsed.data;
  throw new InputError([{ path: 'If-Match', message: 'is the revision that was read' }]);
}

/** What only the customer can say is entered with the contact in which it was said. */
function bodyForStaff(name: CommandName): z.ZodType {
  const { body } = COMMAND_CONTRACTS[name];
  if (COMMANDS[name].place !== 'customer') return body;
  return (body as z.ZodObject).extend({ said: z.strictObject({ channel: z.enum(CONTACT_CHANNELS) }) });
}

/** One method a command, made from the table. */
function addCommand(name: CommandName): void {
  const prototype = CommandsController.prototype as unknown as Record<string, Handler>;
  prototype[name] = handlerOf(name);
  const needs = COMMANDS[name].needs as unknown as Parameters<typeof Needs>;
  makeEndpoint(prototype, name, `complaints/:id/${COMMAND_CONTRACTS[name].path}`, Needs(...needs), [
    { decorate: Param('id', { schema: id }), type: String },
    { decorate: Body({ schema: bodyForStaff(name) }), type: Object },
    { decorate: CurrentActor(), type: Object },
    { decorate: Headers('idempotency-key'), type: String, described: KEY_HEADER },
    { decorate: Headers('if-match'), type: String, described: REVISION_HEADER },
    { decorate: Res({ passthrough: true }), type: Object },
  ]);
}

COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.includes(name)).forEach(addCommand);

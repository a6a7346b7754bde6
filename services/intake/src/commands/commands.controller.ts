import { Body, Controller, Get, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { COMMAND_CONTRACTS, type CommandContract } from '@redress/contracts';
import { COMMAND_NAMES, COMMANDS, type Actor, type CommandName } from '@redress/policy';
import { CurrentActor, InputError, Needs } from '@redress/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CommandDoor } from './command.door.ts';
import { commandView, type CommandView } from './command.view.ts';
import { idempotencyKey } from './idempotency.ts';
import { CommandReader } from './command.reader.ts';

const id = z.uuid();
const MOST_REVISIONS = 2_147_483_647;
const revision = z.coerce.number().int().min(0).max(MOST_REVISIONS);

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

/** Decorates one method a command, as if each had been written out. */
function addCommand(name: CommandName): void {
  const contract: CommandContract = COMMAND_CONTRACTS[name];
  const prototype = CommandsController.prototype as unknown as Record<string, Handler>;
  prototype[name] = handlerOf(name);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  const decorators = [
    Post(`complaints/:id/${contract.path}`),
    Needs(...(COMMANDS[name].needs as unknown as Parameters<typeof Needs>)),
    ApiOperation({ summary: contract.summary }),
    ApiResponse({ status: 200, standardSchema: commandView }),
    ApiResponse({ status: 202, standardSchema: commandView }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', [String, Object, Object, String, String, Object], prototype, name);
  const parameters = [
    Param('id', { schema: id }),
    Body({ schema: contract.body }),
    CurrentActor(),
    Headers('idempotency-key'),
    Headers('if-match'),
    Res({ passthrough: true }),
  ];
  parameters.forEach((decorate, index) => decorate(prototype, name, index));
}

COMMAND_NAMES.filter((name) => COMMANDS[name].place !== 'customer').forEach(addCommand);

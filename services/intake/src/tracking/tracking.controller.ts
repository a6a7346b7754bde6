import { Body, Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { COMMAND_CONTRACTS, type CommandContract } from '@redress/contracts';
import { COMMAND_NAMES, COMMANDS, type CommandName } from '@redress/policy';
import { Open } from '@redress/service-kit';
import type { FastifyReply } from 'fastify';
import type { CommandView } from '../commands/command.view.ts';
import { answer } from '../commands/commands.controller.ts';
import { idempotencyKey } from '../commands/idempotency.ts';
import { KEY_HEADER, makeEndpoint } from '../commands/made.endpoint.ts';
import { TrackingService } from './tracking.service.ts';
import { trackingView, type TrackingView } from './tracking.view.ts';

const OWN = "the customer's own tracking, by number and secret";
const SECRET = 'x-tracking-secret';

/** The customer's side: number and secret instead of an account. */
@ApiTags('tracking')
@Controller('tracking/:number')
export class TrackingController {
  constructor(@Inject(TrackingService) readonly tracking: TrackingService) {}

  @Get()
  @Open(OWN)
  @ApiOperation({ summary: 'Where the complaint stands: what happened, what is next, by when' })
  @ApiResponse({ status: 200, standardSchema: trackingView })
  view(@Param('number') number: string, @Headers(SECRET) secret: string | undefined): Promise<TrackingView> {
    return this.tracking.view(number, secret);
  }
}

type Handler = (
  this: TrackingController,
  number: string,
  secret: string | undefined,
  key: string | undefined,
  body: Record<string, unknown>,
  reply: FastifyReply,
) => Promise<CommandView>;

/** One address for each thing that the customer can say, made from the table of commands. */
function addCommand(name: CommandName): void {
  const contract: CommandContract = COMMAND_CONTRACTS[name];
  const prototype = TrackingController.prototype as unknown as Record<string, Handler>;
  prototype[name] = async function (number, secret, key, body, reply) {
    return answer(await this.tracking.act(name, number, secret, body, idempotencyKey(key)), reply);
  };
  makeEndpoint(prototype, name, contract.path, Open(OWN), [
    { decorate: Param('number'), type: String },
    { decorate: Headers(SECRET), type: String },
    { decorate: Headers('idempotency-key'), type: String, described: KEY_HEADER },
    { decorate: Body({ schema: contract.body }), type: Object },
    { decorate: Res({ passthrough: true }), type: Object },
  ]);
}

COMMAND_NAMES.filter((name) => COMMANDS[name].place === 'customer').forEach(addCommand);

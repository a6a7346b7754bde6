import { Body, Controller, Get, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { COMMAND_CONTRACTS, type CommandBody } from '@redress/contracts';
import { Open } from '@redress/service-kit';
import type { FastifyReply } from 'fastify';
import { commandView, type CommandView } from '../commands/command.view.ts';
import { answer } from '../commands/commands.controller.ts';
import { idempotencyKey } from '../commands/idempotency.ts';
import { TrackingService } from './tracking.service.ts';
import { trackingView, type TrackingView } from './tracking.view.ts';

const OWN = "the customer's own tracking, by number and secret";
const SECRET = 'x-tracking-secret';

/** The customer's side: number and secret instead of an account. */
@ApiTags('tracking')
@Controller('tracking/:number')
export class TrackingController {
  constructor(@Inject(TrackingService) private readonly tracking: TrackingService) {}

  @Get()
  @Open(OWN)
  @ApiOperation({ summary: 'Where the complaint stands: what happened, what is next, by when' })
  @ApiResponse({ status: 200, standardSchema: trackingView })
  view(@Param('number') number: string, @Headers(SECRET) secret: string | undefined): Promise<TrackingView> {
    return this.tracking.view(number, secret);
  }

  @Post('messages')
  @Open(OWN)
  @ApiOperation({ summary: COMMAND_CONTRACTS.message.summary })
  @ApiResponse({ status: 200, standardSchema: commandView })
  async message(
    @Param('number') number: string,
    @Headers(SECRET) secret: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: COMMAND_CONTRACTS.message.body }) body: CommandBody<'message'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandView> {
    return answer(await this.tracking.act('message', number, secret, body, idempotencyKey(key)), reply);
  }

  @Post('reopenings')
  @Open(OWN)
  @ApiOperation({ summary: COMMAND_CONTRACTS.reopen.summary })
  @ApiResponse({ status: 200, standardSchema: commandView })
  async reopen(
    @Param('number') number: string,
    @Headers(SECRET) secret: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: COMMAND_CONTRACTS.reopen.body }) body: CommandBody<'reopen'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandView> {
    return answer(await this.tracking.act('reopen', number, secret, body, idempotencyKey(key)), reply);
  }
}

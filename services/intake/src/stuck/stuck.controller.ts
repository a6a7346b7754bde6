import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import { StuckService } from './stuck.service.ts';
import { dismissal, stuckAct, stuckList, type Dismissal, type StuckAct, type StuckList } from './stuck.view.ts';

const id = z.uuid();
const outboxId = z.string().regex(/^[1-9]\d{0,17}$/, 'is the id of a row of the outbox');

@ApiTags('stuck')
@Controller('stuck')
@Needs('coordinate', 'administer')
export class StuckController {
  constructor(@Inject(StuckService) private readonly stuck: StuckService) {}

  @Get()
  @ApiOperation({ summary: 'What goes on only when a person looks at it: ids, codes and instants' })
  @ApiResponse({ status: 200, standardSchema: stuckList })
  list(): Promise<StuckList> {
    return this.stuck.list();
  }

  @Post('commands/:id/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send a stuck command again, in its old place' })
  @ApiResponse({ status: 202, standardSchema: stuckAct })
  retry(@Param('id', { schema: id }) commandId: string, @CurrentActor() actor: Actor): Promise<StuckAct> {
    return this.stuck.retry(commandId, actor);
  }

  @Post('commands/:id/dismiss')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a stuck command from the list, with a reason: it will not be done' })
  @ApiResponse({ status: 200, standardSchema: stuckAct })
  dismiss(
    @Param('id', { schema: id }) commandId: string,
    @Body({ schema: dismissal }) body: Dismissal,
    @CurrentActor() actor: Actor,
  ): Promise<StuckAct> {
    return this.stuck.dismiss(commandId, body, actor);
  }

  @Post('outbox/:id/retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Have a parked row of the outbox sent again, and what waits behind it' })
  unpark(@Param('id', { schema: outboxId }) rowId: string): Promise<void> {
    return this.stuck.unpark(rowId);
  }
}

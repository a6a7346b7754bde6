import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor } from '@redress/service-kit';
import { z } from 'zod';
import { handOverView, newHandOver, type HandOverView, type NewHandOver } from './hand-over.schemas.ts';
import { HandOversService } from './hand-overs.service.ts';

const id = z.uuid();

@ApiTags('duty')
@Controller('people/:id/hand-overs')
export class HandOversController {
  constructor(private readonly handOvers: HandOversService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Move everything that somebody owes to the backups, or to a named person' })
  @ApiResponse({ status: 202, standardSchema: handOverView })
  order(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: newHandOver }) body: NewHandOver,
  ): Promise<HandOverView> {
    return this.handOvers.order(actor, personId, body);
  }
}

import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import { idempotencyKey } from '../commands/idempotency.ts';
import { KEY_HEADER } from '../commands/made.endpoint.ts';
import {
  packMove,
  packMoveBody,
  packMoveList,
  reversalBody,
  type PackMove,
  type PackMoveBody,
  type PackMoveList,
  type ReversalBody,
} from './pack-move.views.ts';
import { PackMover } from './pack.mover.ts';

const id = z.uuid();

/** Open complaints that a named person moves to another version of the policy, and back (PRC-32). */
@ApiTags('packs')
@Controller('pack-moves')
@Needs('coordinate')
export class PackMovesController {
  constructor(@Inject(PackMover) private readonly mover: PackMover) {}

  @Get()
  @ApiOperation({
    summary: 'Who moved which complaints from which pack to which, and when; why stands in their timelines',
  })
  @ApiResponse({ status: 200, standardSchema: packMoveList })
  list(): Promise<PackMoveList> {
    return this.mover.list();
  }

  @Post()
  @KEY_HEADER
  @ApiOperation({ summary: 'Move complaints, by their numbers, to another pack; each is answered by itself' })
  @ApiResponse({ status: 201, standardSchema: packMove })
  move(
    @Body({ schema: packMoveBody }) body: PackMoveBody,
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<PackMove> {
    return this.mover.move(body, actor, idempotencyKey(key));
  }

  @Post(':id/reversals')
  @KEY_HEADER
  @ApiOperation({ summary: 'Move them back to where each came from, except those that were moved on since' })
  @ApiResponse({ status: 201, standardSchema: packMove })
  reverse(
    @Param('id', { schema: id }) moveId: string,
    @Body({ schema: reversalBody }) { reason }: ReversalBody,
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<PackMove> {
    return this.mover.reverse(moveId, reason, actor, idempotencyKey(key));
  }
}

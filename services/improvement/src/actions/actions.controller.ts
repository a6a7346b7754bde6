import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import {
  actionPage,
  actionsQuery,
  actionView,
  changeBody,
  doneBody,
  evaluationBody,
  newAction,
  progressBody,
  type ActionPage,
  type ActionsQuery,
  type ActionView,
  type ChangeBody,
  type DoneBody,
  type EvaluationBody,
  type NewAction,
  type ProgressBody,
} from './action.schemas.ts';
import { ActionsReader } from './actions.reader.ts';
import { ActionsService } from './actions.service.ts';

const id = z.uuid();
const KEY = 'idempotency-key';

@ApiTags('actions')
@Controller('actions')
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly reader: ActionsReader,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The actions that you may see, the earliest date first (IMP-10)' })
  @ApiResponse({ status: 200, standardSchema: actionPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: actionsQuery }) query: ActionsQuery): Promise<ActionPage> {
    return this.reader.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One action: dates, history, figures before and after, what you may do and why not the rest',
  })
  @ApiResponse({ status: 200, standardSchema: actionView })
  view(@CurrentActor() actor: Actor, @Param('id', { schema: id }) actionId: string): Promise<ActionView> {
    return this.reader.view(this.database, actor, actionId);
  }

  @Post()
  @Needs('approve', 'coordinate', 'lead')
  @ApiOperation({ summary: 'Plan an action that comes of no single complaint' })
  @ApiResponse({ status: 201, standardSchema: actionView })
  plan(
    @CurrentActor() actor: Actor,
    @Headers(KEY) key: string | undefined,
    @Body({ schema: newAction }) body: NewAction,
  ): Promise<ActionView> {
    return this.actions.plan({ actor, key }, body);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell how it goes' })
  @ApiResponse({ status: 200, standardSchema: actionView })
  progress(
    @CurrentActor() actor: Actor,
    @Headers(KEY) key: string | undefined,
    @Param('id', { schema: id }) actionId: string,
    @Body({ schema: progressBody }) body: ProgressBody,
  ): Promise<ActionView> {
    return this.actions.progress({ actor, key }, actionId, body);
  }

  @Post(':id/done')
  @HttpCode(200)
  @ApiOperation({ summary: 'The work is done; its effect is judged at the follow-up date (IMP-11)' })
  @ApiResponse({ status: 200, standardSchema: actionView })
  done(
    @CurrentActor() actor: Actor,
    @Headers(KEY) key: string | undefined,
    @Param('id', { schema: id }) actionId: string,
    @Body({ schema: doneBody }) body: DoneBody,
  ): Promise<ActionView> {
    return this.actions.done({ actor, key }, actionId, body);
  }

  @Post(':id/evaluations')
  @HttpCode(200)
  @ApiOperation({ summary: 'Judge the effect: it closes, or it is adjusted and starts again (IMP-11)' })
  @ApiResponse({ status: 200, standardSchema: actionView })
  evaluate(
    @CurrentActor() actor: Actor,
    @Headers(KEY) key: string | undefined,
    @Param('id', { schema: id }) actionId: string,
    @Body({ schema: evaluationBody }) body: EvaluationBody,
  ): Promise<ActionView> {
    return this.actions.evaluate({ actor, key }, actionId, body);
  }

  @Post(':id/changes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Another date, another owner, with the reason' })
  @ApiResponse({ status: 200, standardSchema: actionView })
  change(
    @CurrentActor() actor: Actor,
    @Headers(KEY) key: string | undefined,
    @Param('id', { schema: id }) actionId: string,
    @Body({ schema: changeBody }) body: ChangeBody,
  ): Promise<ActionView> {
    return this.actions.change({ actor, key }, actionId, body);
  }
}

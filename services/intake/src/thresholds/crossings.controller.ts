import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { CrossingReader } from './crossing.reader.ts';
import { CrossingService } from './crossing.service.ts';
import {
  choiceBody,
  crossingId,
  monthlyReview,
  reviewBody,
  reviewQuery,
  type ChoiceBody,
  type MonthlyReview,
  type ReviewBody,
  type ReviewQuery,
} from './crossing.views.ts';

/** Thresholds that were crossed, what was done then, and why it came to that. */
@ApiTags('thresholds')
@Controller('crossings')
export class CrossingsController {
  constructor(
    @Inject(CrossingReader) private readonly reader: CrossingReader,
    @Inject(CrossingService) private readonly service: CrossingService,
  ) {}

  @Get()
  @Needs('see-figures')
  @ApiOperation({ summary: 'The monthly review: each threshold with its count, choices, causes and measures (WRK-21)' })
  @ApiResponse({ status: 200, standardSchema: monthlyReview })
  month(@Query({ schema: reviewQuery }) query: ReviewQuery, @CurrentActor() actor: Actor): Promise<MonthlyReview> {
    return this.reader.month(query, actor);
  }

  @Post(':id/choices')
  @HttpCode(204)
  @Needs('register')
  @ApiOperation({ summary: 'What you have chosen to do; once, by who was told or coordinates (WRK-21)' })
  choose(
    @Param('id', { schema: crossingId }) id: string,
    @Body({ schema: choiceBody }) { choice }: ChoiceBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.choose(id, choice, actor);
  }

  @Post(':id/reviews')
  @HttpCode(204)
  @Needs('register')
  @ApiOperation({ summary: 'Why it came to that, and what is done about it; by who was told or coordinates (WRK-23)' })
  review(
    @Param('id', { schema: crossingId }) id: string,
    @Body({ schema: reviewBody }) body: ReviewBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.review(id, body, actor);
  }
}

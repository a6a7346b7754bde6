import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import { complaintsPage, complaintView, type ComplaintsPage, type ComplaintView } from './complaint.view.ts';
import { complaintsQuery, type ComplaintsQuery } from './complaints.query.ts';
import { dailyQuery, kpiQuery, trendQuery, type DailyQuery, type KpiQuery, type TrendQuery } from './figures.query.ts';
import { FiguresReader } from './figures.reader.ts';
import * as view from './figures.view.ts';

const id = z.uuid();

@ApiTags('figures')
@Controller('figures')
@Needs('see-figures', 'audit')
export class FiguresController {
  constructor(@Inject(FiguresReader) private readonly reader: FiguresReader) {}

  @Get('live')
  @ApiOperation({ summary: 'Open work by level, stage, department and clock, each number with its complaints (IMP-1)' })
  @ApiResponse({ status: 200, standardSchema: view.liveView })
  live(): Promise<view.LiveView> {
    return this.reader.live();
  }

  @Get('daily')
  @ApiOperation({ summary: 'What happened on each day, by department and category (IMP-1)' })
  @ApiResponse({ status: 200, standardSchema: view.dailyView })
  daily(@Query({ schema: dailyQuery }) query: DailyQuery): Promise<view.DailyView> {
    return this.reader.daily(query);
  }

  @Get('kpi')
  @ApiOperation({ summary: 'Timeliness, satisfaction and resolution of persons, teams or departments (IMP-2)' })
  @ApiResponse({ status: 200, standardSchema: view.kpiView })
  kpi(@Query({ schema: kpiQuery }) query: KpiQuery): Promise<view.KpiView> {
    return this.reader.kpi(query);
  }

  @Get('trends')
  @ApiOperation({ summary: 'What is complained of, the most frequent first, period by period (IMP-1)' })
  @ApiResponse({ status: 200, standardSchema: view.trendView })
  trends(@Query({ schema: trendQuery }) query: TrendQuery): Promise<view.TrendView> {
    return this.reader.trends(query);
  }

  @Get('totals')
  @ApiOperation({ summary: 'Totals since the first fact, for reconciliation' })
  @ApiResponse({ status: 200, standardSchema: view.totalsView })
  totals(): Promise<view.TotalsView> {
    return this.reader.totals();
  }

  @Get('complaints')
  @ApiOperation({ summary: 'The complaints behind a figure, newest first' })
  @ApiResponse({ status: 200, standardSchema: complaintsPage })
  list(
    @Query({ schema: complaintsQuery }) query: ComplaintsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ComplaintsPage> {
    return this.reader.list(query, actor);
  }

  @Get('complaints/:id')
  @ApiOperation({ summary: 'One complaint as the figures know it: last sequence, gaps, rungs, duties, rounds' })
  @ApiResponse({ status: 200, standardSchema: complaintView })
  view(@Param('id', { schema: id }) complaintId: string, @CurrentActor() actor: Actor): Promise<ComplaintView> {
    return this.reader.view(complaintId, actor);
  }
}

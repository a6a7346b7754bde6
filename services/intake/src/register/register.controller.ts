import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import {
  complaintPage,
  complaintView,
  listQuery,
  timelineView,
  type ComplaintPage,
  type ComplaintView,
  type ListQuery,
  type TimelineView,
} from './complaint.view.ts';
import { RegisterReader } from './register.reader.ts';

const id = z.uuid();

@ApiTags('complaints')
@Controller('complaints')
@Needs('read-department', 'read-all', 'audit')
export class RegisterController {
  constructor(@Inject(RegisterReader) private readonly reader: RegisterReader) {}

  @Get()
  @ApiOperation({ summary: 'The complaints that you may see, newest first' })
  @ApiResponse({ status: 200, standardSchema: complaintPage })
  list(@Query({ schema: listQuery }) query: ListQuery, @CurrentActor() actor: Actor): Promise<ComplaintPage> {
    return this.reader.list(query, actor);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One complaint: facts, clocks with their explanation, what you may do now and why not the rest',
  })
  @ApiResponse({ status: 200, standardSchema: complaintView })
  view(@Param('id', { schema: id }) complaintId: string, @CurrentActor() actor: Actor): Promise<ComplaintView> {
    return this.reader.view(complaintId, actor);
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened, who, when, why, which rule (PRC-30)' })
  @ApiResponse({ status: 200, standardSchema: timelineView })
  timeline(@Param('id', { schema: id }) complaintId: string, @CurrentActor() actor: Actor): Promise<TimelineView> {
    return this.reader.timeline(complaintId, actor);
  }
}

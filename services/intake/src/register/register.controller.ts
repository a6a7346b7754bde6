import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import { complaintView, timelineView, type ComplaintView, type TimelineView } from './complaint.view.ts';
import { handedOverView, type HandedOverView } from './handed-over.view.ts';
import { RegisterReader } from './register.reader.ts';

const id = z.uuid();

@ApiTags('complaints')
@Controller('complaints')
@Needs('read-department', 'read-all', 'audit', 'track')
export class RegisterController {
  constructor(@Inject(RegisterReader) private readonly reader: RegisterReader) {}

  @Get(':id')
  @ApiOperation({
    summary: 'One complaint: facts, clocks with their explanation, what you may do now and why not the rest',
  })
  @ApiResponse({ status: 200, standardSchema: z.union([complaintView, handedOverView]) })
  view(
    @Param('id', { schema: id }) complaintId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ComplaintView | HandedOverView> {
    return this.reader.view(complaintId, actor);
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened, who, when, why, which rule (PRC-30)' })
  @ApiResponse({ status: 200, standardSchema: timelineView })
  timeline(@Param('id', { schema: id }) complaintId: string, @CurrentActor() actor: Actor): Promise<TimelineView> {
    return this.reader.timeline(complaintId, actor);
  }
}

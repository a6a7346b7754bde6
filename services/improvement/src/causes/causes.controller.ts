import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import {
  causeComplaints,
  causeComplaintsQuery,
  causeList,
  causesQuery,
  type CauseComplaints,
  type CauseComplaintsQuery,
  type CauseList,
  type CausesQuery,
} from './cause.schemas.ts';
import { CausesReader } from './causes.reader.ts';

@ApiTags('causes')
@Controller('causes')
@Needs('see-figures', 'audit')
export class CausesController {
  constructor(private readonly causes: CausesReader) {}

  @Get()
  @ApiOperation({ summary: 'How often each cause was found, by month and category (IMP-10)' })
  @ApiResponse({ status: 200, standardSchema: causeList })
  figures(@CurrentActor() actor: Actor, @Query({ schema: causesQuery }) query: CausesQuery): Promise<CauseList> {
    return this.causes.figures(actor, query);
  }

  @Get('complaints')
  @ApiOperation({ summary: 'The complaints behind a figure, the newest analysis first' })
  @ApiResponse({ status: 200, standardSchema: causeComplaints })
  complaints(
    @CurrentActor() actor: Actor,
    @Query({ schema: causeComplaintsQuery }) query: CauseComplaintsQuery,
  ): Promise<CauseComplaints> {
    return this.causes.complaints(actor, query);
  }
}

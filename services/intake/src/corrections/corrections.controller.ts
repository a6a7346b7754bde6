import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import { correctionList, type CorrectionList } from './correction.view.ts';
import { CorrectionsReader } from './corrections.reader.ts';

const id = z.uuid();

@ApiTags('complaints')
@Controller('complaints')
@Needs('read-department', 'read-all', 'audit')
export class CorrectionsController {
  constructor(@Inject(CorrectionsReader) private readonly corrections: CorrectionsReader) {}

  @Get(':id/corrections')
  @ApiOperation({ summary: 'What was corrected: who, when, from what, to what, why (INT-12)' })
  @ApiResponse({ status: 200, standardSchema: correctionList })
  list(@Param('id', { schema: id }) complaintId: string, @CurrentActor() actor: Actor): Promise<CorrectionList> {
    return this.corrections.list(complaintId, actor);
  }
}

import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { MassService } from './mass.service.ts';
import { candidateId, massCandidates, type MassCandidates } from './mass.views.ts';

/** Mass complaints that were found; one is confirmed by the step `mass` of the complaint that is to lead it. */
@ApiTags('mass')
@Controller('mass-candidates')
@Needs('coordinate')
export class MassController {
  constructor(@Inject(MassService) private readonly service: MassService) {}

  @Get()
  @ApiOperation({ summary: 'Complaints that look like one mass complaint, and what was decided (INT-4)' })
  @ApiResponse({ status: 200, standardSchema: massCandidates })
  list(): Promise<MassCandidates> {
    return this.service.list();
  }

  @Post(':id/dismissals')
  @HttpCode(204)
  @ApiOperation({ summary: 'It is no mass complaint (INT-4)' })
  @ApiResponse({ status: 204 })
  dismiss(@Param('id', { schema: candidateId }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.service.dismiss(id, actor);
  }
}

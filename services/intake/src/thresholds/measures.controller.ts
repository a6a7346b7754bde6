import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { MeasureService } from './measure.service.ts';
import { measureAnswer, measureBody, type MeasureAnswer, type MeasureBody } from './measure.views.ts';

/** Facts from outside, told by machines or people who may register. */
@ApiTags('thresholds')
@Controller('measures')
@Needs('register')
export class MeasuresController {
  constructor(@Inject(MeasureService) private readonly service: MeasureService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell what was measured; a threshold that it crosses tells whom the policy names (WRK-21)' })
  @ApiResponse({ status: 200, standardSchema: measureAnswer })
  take(@Body({ schema: measureBody }) body: MeasureBody, @CurrentActor() actor: Actor): Promise<MeasureAnswer> {
    return this.service.take(body, actor);
  }
}

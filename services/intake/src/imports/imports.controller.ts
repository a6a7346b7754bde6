import { Controller, Get, Headers, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SHIPPED_MAPPINGS } from '@redress/contracts';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import type { FastifyRequest } from 'fastify';
import { csvBody } from './csv.body.ts';
import { importQuery, type ImportQuery } from './import.query.ts';
import { ImportService } from './import.service.ts';
import { importView, mappingList, type ImportView, type MappingList } from './import.view.ts';

@ApiTags('imports')
@Controller('imports')
@Needs('coordinate')
export class ImportsController {
  constructor(@Inject(ImportService) private readonly imports: ImportService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Load complaints from a CSV: bad rows are told with line and reason, good rows load (INT-13)',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 200, standardSchema: importView })
  async load(
    @Req() request: FastifyRequest,
    @Headers('content-type') mediaType: string | undefined,
    @Query({ schema: importQuery }) query: ImportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ImportView> {
    const { bytes, charset } = await csvBody(request, mediaType);
    return this.imports.run(bytes, { ...query, encoding: query.encoding ?? charset }, actor);
  }

  @Get('mappings')
  @ApiOperation({ summary: 'The column mappings that ship with the product; the first is of its own column names' })
  @ApiResponse({ status: 200, standardSchema: mappingList })
  mappings(): MappingList {
    return { items: [...SHIPPED_MAPPINGS] };
  }
}

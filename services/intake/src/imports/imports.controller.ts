import { Readable } from 'node:stream';
import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SHIPPED_MAPPINGS } from '@redress/contracts';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { csvFile } from '../exports/csv.file.ts';
import type { IntakeSettings } from '../intake.settings.ts';
import { FORM_TYPE } from './form.file.ts';
import { CSV_TYPE, importBody, XLSX_TYPE } from './import.body.ts';
import { ImportDoor } from './import.door.ts';
import { ImportQueries } from './import.queries.ts';
import {
  importQuery,
  importsQuery,
  rowsQuery,
  type ImportQuery,
  type ImportsQuery,
  type RowsQuery,
} from './import.query.ts';
import {
  importPage,
  importReceipt,
  importRows,
  importView,
  mappingList,
  type ImportPage,
  type ImportReceipt,
  type ImportRows,
  type ImportView,
  type MappingList,
} from './import.view.ts';
import { RefusedRows } from './refused.rows.ts';

const id = z.uuid();
const BYTES_OF_A_MB = 1024 * 1024;

@ApiTags('imports')
@Controller('imports')
@Needs('coordinate')
export class ImportsController {
  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<IntakeSettings>,
    @Inject(ImportDoor) private readonly door: ImportDoor,
    @Inject(ImportQueries) private readonly imports: ImportQueries,
    @Inject(RefusedRows) private readonly refused: RefusedRows,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Load complaints from a CSV or an XLSX: bad rows are told with line and reason, good rows load (INT-13)',
    description: 'Answered once the file is kept and its header understood; `GET /imports/{id}` tells how far it is.',
  })
  @ApiConsumes(CSV_TYPE, XLSX_TYPE, FORM_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 202, standardSchema: importReceipt })
  load(
    @Req() request: FastifyRequest,
    @Headers('content-type') mediaType: string | undefined,
    @Query({ schema: importQuery }) query: ImportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReceipt> {
    const most = this.config.extra.REDRESS_IMPORT_MOST_MB * BYTES_OF_A_MB;
    const { bytes, charset } = importBody(request, mediaType ?? '', most);
    return this.door.take(bytes, { ...query, encoding: query.encoding ?? charset }, actor);
  }

  @Get()
  @ApiOperation({ summary: 'The imports, newest first' })
  @ApiResponse({ status: 200, standardSchema: importPage })
  page(@Query({ schema: importsQuery }) query: ImportsQuery): Promise<ImportPage> {
    return this.imports.page(query);
  }

  @Get('mappings')
  @ApiOperation({ summary: 'The column mappings that ship with the product; the first is of its own column names' })
  @ApiResponse({ status: 200, standardSchema: mappingList })
  mappings(): MappingList {
    return { items: [...SHIPPED_MAPPINGS] };
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far an import has come, and how many of its rows loaded' })
  @ApiResponse({ status: 200, standardSchema: importView })
  one(@Param('id', { schema: id }) importId: string): Promise<ImportView> {
    return this.imports.view(importId);
  }

  @Get(':id/rows')
  @ApiOperation({ summary: 'What became of each row, in their order: the complaint, or why it is none' })
  @ApiResponse({ status: 200, standardSchema: importRows })
  rows(
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: rowsQuery }) query: RowsQuery,
  ): Promise<ImportRows> {
    return this.imports.rows(importId, query);
  }

  @Get(':id/refused.csv')
  @ApiOperation({ summary: 'The refused rows as a CSV: line, column and reason' })
  @ApiProduces(CSV_TYPE)
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  async refusedRows(@Param('id', { schema: id }) importId: string): Promise<StreamableFile> {
    await this.imports.view(importId);
    return new StreamableFile(Readable.from(csvFile(this.refused.pages(importId))), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="refused.csv"',
    });
  }
}

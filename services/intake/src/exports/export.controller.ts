import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { CSV_TYPE, XLSX_TYPE } from '../imports/import.body.ts';
import { ComplaintExport } from './complaint.export.ts';
import { csvFile } from './csv.file.ts';
import { exportQuery, type ExportQuery } from './export.query.ts';
import type { TablePage } from './table.page.ts';
import { xlsxFile } from './xlsx.file.ts';

const SUMMARY = 'The complaints that you may see as a spreadsheet (INT-13), narrowed as the list is';

@ApiTags('complaints')
@Controller()
@Needs('read-department', 'read-all', 'audit')
export class ExportController {
  constructor(@Inject(ComplaintExport) private readonly complaints: ComplaintExport) {}

  @Get('complaints.csv')
  @ApiOperation({ summary: SUMMARY })
  @ApiProduces(CSV_TYPE)
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  async csv(@Query({ schema: exportQuery }) query: ExportQuery, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const pages = await begun(this.complaints.pages(query, actor));
    return new StreamableFile(Readable.from(csvFile(pages)), {
      type: `${CSV_TYPE}; charset=utf-8`,
      disposition: 'attachment; filename="complaints.csv"',
    });
  }

  @Get('complaints.xlsx')
  @ApiOperation({ summary: SUMMARY })
  @ApiProduces(XLSX_TYPE)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async xlsx(
    @Query({ schema: exportQuery }) query: ExportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const pages = await begun(this.complaints.pages(query, actor));
    return new StreamableFile(xlsxFile(pages), {
      type: XLSX_TYPE,
      disposition: 'attachment; filename="complaints.xlsx"',
    });
  }
}

/** With the first page read: what is refused is refused before the answer begins. */
async function begun(pages: AsyncGenerator<TablePage, void>): Promise<AsyncIterable<TablePage>> {
  const first = await pages.next();
  return (async function* () {
    yield first.value ?? [];
    yield* pages;
  })();
}

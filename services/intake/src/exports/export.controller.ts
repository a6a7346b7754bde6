import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { ComplaintExport } from './complaint.export.ts';
import { exportQuery, type ExportQuery } from './export.query.ts';

@ApiTags('complaints')
@Controller('complaints.csv')
@Needs('read-department', 'read-all', 'audit')
export class ExportController {
  constructor(@Inject(ComplaintExport) private readonly complaints: ComplaintExport) {}

  @Get()
  @ApiOperation({ summary: 'The complaints that you may see as a spreadsheet (INT-13), narrowed as the list is' })
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  async export(
    @Query({ schema: exportQuery }) query: ExportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const parts = this.complaints.parts(query, actor);
    const first = await parts.next();
    return new StreamableFile(Readable.from(from(first.value ?? '', parts)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="complaints.csv"',
    });
  }
}

async function* from(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

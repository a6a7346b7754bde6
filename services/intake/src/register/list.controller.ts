import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { ComplaintList } from './complaint.list.ts';
import { complaintPage, type ComplaintPage } from './complaint.page.ts';
import { listQuery, type ListQuery } from './list.query.ts';

@ApiTags('complaints')
@Controller('complaints')
@Needs('read-department', 'read-all', 'audit', 'track')
export class ListController {
  constructor(@Inject(ComplaintList) private readonly complaints: ComplaintList) {}

  @Get()
  @ApiOperation({ summary: 'The complaints that you may see, newest first' })
  @ApiResponse({ status: 200, standardSchema: complaintPage })
  list(@Query({ schema: listQuery }) query: ListQuery, @CurrentActor() actor: Actor): Promise<ComplaintPage> {
    return this.complaints.page(query, actor);
  }
}

import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor } from '@redress/service-kit';
import { z } from 'zod';
import { NoticeService, noticeList, noticeQuery, type NoticeList, type NoticeQuery } from './notice.service.ts';

const id = z.uuid();

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(@Inject(NoticeService) private readonly notices: NoticeService) {}

  @Get()
  @ApiOperation({ summary: 'Your inbox: what you were told of, newest first' })
  @ApiResponse({ status: 200, standardSchema: noticeList })
  list(@Query({ schema: noticeQuery }) query: NoticeQuery, @CurrentActor() actor: Actor): Promise<NoticeList> {
    return this.notices.list(actor, query);
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark one of your notices as read' })
  read(@Param('id', { schema: id }) noticeId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.notices.markRead(noticeId, actor);
  }
}

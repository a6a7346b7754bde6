import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { CalendarAdministration } from './calendar.administration.ts';
import {
  calendarDocumentBody,
  calendarList,
  calendarPublication,
  type CalendarDocumentBody,
  type CalendarList,
  type CalendarPublication,
} from './calendar.views.ts';

/** The working calendars that clocks count by. */
@ApiTags('calendars')
@Controller('calendars')
@Needs('administer')
export class CalendarsController {
  constructor(@Inject(CalendarAdministration) private readonly administration: CalendarAdministration) {}

  @Get()
  @ApiOperation({ summary: 'The versions of the calendars, newest first, and which are about to run out of holidays' })
  @ApiResponse({ status: 200, standardSchema: calendarList })
  list(): Promise<CalendarList> {
    return this.administration.list();
  }

  @Post()
  @ApiOperation({
    summary: 'Publish a calendar: in force at once, open clocks that count by it are reckoned anew (PRC-22)',
  })
  @ApiResponse({ status: 201, standardSchema: calendarPublication })
  publish(
    @Body({ schema: calendarDocumentBody }) { document }: CalendarDocumentBody,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarPublication> {
    return this.administration.publish(document, actor);
  }
}

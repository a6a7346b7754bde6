import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor } from '@redress/service-kit';
import { z } from 'zod';
import { personView, type PersonView } from '../people/person.schemas.ts';
import { absence, absenceList, type AbsenceList, type NewAbsence } from './absence.schemas.ts';
import { AbsencesService } from './absences.service.ts';

const id = z.uuid();

@ApiTags('duty')
@Controller('people/:id')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get('absences')
  @ApiOperation({ summary: 'What is planned and running' })
  @ApiResponse({ status: 200, standardSchema: absenceList })
  list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) personId: string): Promise<AbsenceList> {
    return this.absences.list(actor, personId);
  }

  @Post('absences')
  @ApiOperation({ summary: 'Tell an absence: it begins and ends by itself, open work goes to the backup' })
  @ApiResponse({ status: 201, standardSchema: personView })
  tell(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: absence }) body: NewAbsence,
  ): Promise<PersonView> {
    return this.absences.tell(actor, personId, body);
  }

  @Delete('absences/:absenceId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back an absence that has not begun' })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) personId: string,
    @Param('absenceId', { schema: id }) absenceId: string,
  ): Promise<void> {
    return this.absences.cancel(actor, personId, absenceId);
  }

  @Post('returns')
  @ApiOperation({ summary: 'Tell the return' })
  @ApiResponse({ status: 201, standardSchema: personView })
  tellReturn(@CurrentActor() actor: Actor, @Param('id', { schema: id }) personId: string): Promise<PersonView> {
    return this.absences.tellReturn(actor, personId);
  }
}

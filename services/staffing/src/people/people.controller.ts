import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import {
  absence,
  newPerson,
  peopleList,
  peopleQuery,
  personChange,
  personView,
  type Absence,
  type NewPerson,
  type PeopleList,
  type PeopleQuery,
  type PersonChange,
  type PersonView,
} from './person.schemas.ts';
import { PeopleService } from './people.service.ts';

const id = z.uuid();

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: peopleList })
  list(@CurrentActor() actor: Actor, @Query({ schema: peopleQuery }) query: PeopleQuery): Promise<PeopleList> {
    return this.people.list(actor, query);
  }

  @Get('me')
  @ApiResponse({ status: 200, standardSchema: personView })
  me(@CurrentActor() actor: Actor): Promise<PersonView> {
    return this.people.read(actor, actor.id);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: personView })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) personId: string): Promise<PersonView> {
    return this.people.read(actor, personId);
  }

  @Post()
  @Needs('administer')
  @ApiResponse({ status: 201, standardSchema: personView })
  add(@CurrentActor() actor: Actor, @Body({ schema: newPerson }) body: NewPerson): Promise<PersonView> {
    return this.people.add(actor, body);
  }

  @Patch(':id')
  @ApiResponse({ status: 200, standardSchema: personView })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: personChange }) body: PersonChange,
  ): Promise<PersonView> {
    return this.people.change(actor, personId, body);
  }

  @Post(':id/absences')
  @ApiResponse({ status: 201, standardSchema: personView })
  tellAbsence(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: absence }) body: Absence,
  ): Promise<PersonView> {
    return this.people.tellAbsence(actor, personId, body);
  }

  @Post(':id/returns')
  @ApiResponse({ status: 201, standardSchema: personView })
  tellReturn(@CurrentActor() actor: Actor, @Param('id', { schema: id }) personId: string): Promise<PersonView> {
    return this.people.tellReturn(actor, personId);
  }

  @Post(':id/departures')
  @Needs('administer')
  @HttpCode(204)
  tellLeaving(@Param('id', { schema: id }) personId: string): Promise<void> {
    return this.people.tellLeaving(personId);
  }
}

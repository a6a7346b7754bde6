import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import {
  newPerson,
  peopleList,
  peopleQuery,
  personChange,
  personView,
  type NewPerson,
  type PeopleList,
  type PeopleQuery,
  type PersonChange,
  type PersonView,
} from './person.schemas.ts';
import { DeparturesService } from './departures.service.ts';
import { PeopleService } from './people.service.ts';

const id = z.uuid();

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly departures: DeparturesService,
  ) {}

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

  @Post(':id/departures')
  @Needs('administer')
  @HttpCode(204)
  tellLeaving(@Param('id', { schema: id }) personId: string): Promise<void> {
    return this.departures.tellLeaving(personId);
  }
}

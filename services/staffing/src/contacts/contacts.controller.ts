import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { z } from 'zod';
import {
  contactChange,
  contactList,
  contactQuery,
  contactView,
  newContact,
  type ContactChange,
  type ContactList,
  type ContactQuery,
  type ContactView,
  type NewContact,
} from './contact.schemas.ts';
import { ContactsService } from './contacts.service.ts';

const id = z.uuid();

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @ApiOperation({ summary: 'Emergencies, suppliers and outside bodies with their numbers' })
  @ApiResponse({ status: 200, standardSchema: contactList })
  list(@Query({ schema: contactQuery }) query: ContactQuery): Promise<ContactList> {
    return this.contacts.list(query);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: contactView })
  read(@Param('id', { schema: id }) contactId: string): Promise<ContactView> {
    return this.contacts.read(contactId);
  }

  @Post()
  @Needs('administer')
  @ApiResponse({ status: 201, standardSchema: contactView })
  add(@CurrentActor() actor: Actor, @Body({ schema: newContact }) body: NewContact): Promise<ContactView> {
    return this.contacts.add(actor, body);
  }

  @Patch(':id')
  @Needs('administer')
  @ApiResponse({ status: 200, standardSchema: contactView })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) contactId: string,
    @Body({ schema: contactChange }) body: ContactChange,
  ): Promise<ContactView> {
    return this.contacts.change(actor, contactId, body);
  }

  @Delete(':id')
  @Needs('administer')
  @HttpCode(204)
  remove(@Param('id', { schema: id }) contactId: string): Promise<void> {
    return this.contacts.remove(contactId);
  }
}

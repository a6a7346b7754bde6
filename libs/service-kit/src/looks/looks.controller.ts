import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '../authorisation/access.decorators.ts';
import { LookBook } from './look.book.ts';
import { looksPage, looksQuery, type LooksPage, type LooksQuery } from './looks.schemas.ts';

@ApiTags('looks')
@Controller('looks')
@Needs('audit')
export class LooksController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LookBook) private readonly looks: LookBook,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who looked at restricted cases, at what and when, the latest first (INT-7)' })
  @ApiResponse({ status: 200, standardSchema: looksPage })
  list(@Query({ schema: looksQuery }) query: LooksQuery, @CurrentActor() actor: Actor): Promise<LooksPage> {
    return this.looks.page(this.database, query, actor);
  }
}

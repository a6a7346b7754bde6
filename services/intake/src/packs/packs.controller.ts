import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { TrialReport } from '@redress/packs';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { packTrial, packTrialBody, type PackTrialBody } from './pack-trial.views.ts';
import { PackAdministration } from './pack.administration.ts';
import { PackTrials } from './pack.trials.ts';
import {
  activationBody,
  packActivation,
  packDocumentBody,
  packHash,
  packList,
  packText,
  storedPack,
  type ActivationBody,
  type PackActivation,
  type PackDocumentBody,
  type PackList,
  type PackText,
  type StoredPack,
} from './pack.views.ts';

/** The rulebooks of the organisation and its departments. */
@ApiTags('packs')
@Controller('packs')
@Needs('administer')
export class PacksController {
  constructor(
    @Inject(PackAdministration) private readonly administration: PackAdministration,
    @Inject(PackTrials) private readonly trials: PackTrials,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The packs that are kept, and where and from when each is in force' })
  @ApiResponse({ status: 200, standardSchema: packList })
  list(): Promise<PackList> {
    return this.administration.list();
  }

  @Post()
  @ApiOperation({
    summary: 'Keep a pack under its hash; a document with mistakes is answered with each, by line and column',
  })
  @ApiResponse({ status: 201, standardSchema: storedPack })
  keep(
    @Body({ schema: packDocumentBody }) { document }: PackDocumentBody,
    @CurrentActor() actor: Actor,
  ): Promise<StoredPack> {
    return this.administration.keep(document, actor);
  }

  @Post('trials')
  @ApiOperation({ summary: 'What would have been different for past complaints under this pack; nothing is kept' })
  @ApiResponse({ status: 201, standardSchema: packTrial })
  try(@Body({ schema: packTrialBody }) body: PackTrialBody): Promise<TrialReport> {
    return this.trials.try(body);
  }

  @Get(':hash')
  @ApiOperation({ summary: 'The text of a pack, and what it means with everything that it extends' })
  @ApiResponse({ status: 200, standardSchema: packText })
  document(@Param('hash', { schema: packHash }) hash: string): Promise<PackText> {
    return this.administration.document(hash);
  }

  @Post(':hash/approvals')
  @Needs('administer', 'lead')
  @ApiOperation({ summary: 'Approve a pack that somebody else has written; before that it is not put in force' })
  @ApiResponse({ status: 201, standardSchema: storedPack })
  approve(@Param('hash', { schema: packHash }) hash: string, @CurrentActor() actor: Actor): Promise<StoredPack> {
    return this.administration.approve(hash, actor);
  }

  @Post(':hash/activations')
  @ApiOperation({
    summary: 'Put a pack in force for complaints to come, of one department or of all without their own (PRC-32)',
  })
  @ApiResponse({ status: 201, standardSchema: packActivation })
  activate(
    @Param('hash', { schema: packHash }) hash: string,
    @Body({ schema: activationBody }) body: ActivationBody,
    @CurrentActor() actor: Actor,
  ): Promise<PackActivation> {
    return this.administration.activate(hash, body, actor);
  }
}

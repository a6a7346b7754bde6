import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '@redress/service-kit';
import type { JWK } from 'jose';
import { keySet, session, signIn, type Session, type SignIn } from './session.schemas.ts';
import { SessionService } from './session.service.ts';
import { SigningKeys } from './signing.keys.ts';

@ApiTags('sign-in')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionService,
    private readonly keys: SigningKeys,
  ) {}

  @Post('sessions')
  @Open('this is where a token comes from')
  @ApiResponse({ status: 201, standardSchema: session })
  signIn(@Body({ schema: signIn }) body: SignIn): Promise<Session> {
    return this.sessions.signIn(body);
  }

  @Get('.well-known/jwks.json')
  @Open('public keys')
  @ApiResponse({ status: 200, standardSchema: keySet })
  publicKeys(): { keys: JWK[] } {
    return this.keys.publicKeys();
  }
}

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../http/refusal.error.ts';
import { accessRuleOf } from './access.rule.ts';
import { setActor } from './request-actor.ts';
import { TokenVerifier } from './token.verifier.ts';

/** Guards every address: a valid token and one of the capabilities asked for, unless it is open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = accessRuleOf(this.reflector, context.getHandler(), context.getClass());
    if (rule.open) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.verifier.verify(bearerOf(request));
    if (rule.needs.length > 0 && !rule.needs.some((needed) => actor.capabilities.includes(needed))) {
      throw new RefusalError(403, { code: 'not-permitted', facts: { needs: rule.needs } });
    }
    setActor(request, actor);
    return true;
  }
}

function bearerOf(request: FastifyRequest): string {
  const [scheme, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw new RefusalError(401, { code: 'not-signed-in' }, { 'www-authenticate': 'Bearer' });
  }
  return token;
}

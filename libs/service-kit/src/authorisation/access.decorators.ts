import { createParamDecorator, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Actor, Capability } from '@redress/policy';
import { actorOf } from './request-actor.ts';

export const OPEN = 'redress:open';
export const NEEDS = 'redress:needs';

/** Anybody may call this address; the reason is listed with the routes. */
export function Open(reason: string): CustomDecorator {
  return SetMetadata(OPEN, reason);
}

/** Only who has one of these capabilities may call this address. Without it, any signed-in person may. */
export function Needs(...capabilities: [Capability, ...Capability[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(NEEDS, capabilities), ApiBearerAuth());
}

/** The person whose token came with the request. */
export const CurrentActor = createParamDecorator((_: unknown, context): Actor =>
  actorOf(context.switchToHttp().getRequest<object>()),
);

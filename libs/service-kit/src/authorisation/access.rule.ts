import type { Reflector } from '@nestjs/core';
import type { Capability } from '@redress/policy';
import { NEEDS, OPEN } from './access.decorators.ts';

/** Who may call an address: anybody (with the reason), or who has one of the capabilities; none named: any signed-in person. */
export type AccessRule =
  { readonly open: true; readonly reason: string } | { readonly open: false; readonly needs: readonly Capability[] };

type Target = Parameters<Reflector['get']>[1];

/** The rule of a handler; what stands at the method goes before what stands at its class. */
export function accessRuleOf(reflector: Reflector, handler: Target, controller: Target): AccessRule {
  for (const target of [handler, controller]) {
    const reason = reflector.get<string | undefined>(OPEN, target);
    if (reason !== undefined) return { open: true, reason };
    const needs = reflector.get<readonly Capability[] | undefined>(NEEDS, target);
    if (needs !== undefined) return { open: false, needs };
  }
  return { open: false, needs: [] };
}

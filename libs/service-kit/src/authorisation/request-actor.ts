import type { Actor } from '@redress/policy';

const actors = new WeakMap<object, Actor>();

/** Remembers who sent this request. */
export function setActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}

/** Who sent this request. Throws on an open address: nobody is known there. */
export function actorOf(request: object): Actor {
  const actor = actors.get(request);
  if (actor === undefined) throw new Error('an open address asks for the actor');
  return actor;
}

import type { CommandName } from '@redress/policy';
import type { z } from 'zod';

/** A command as the door takes it: its body, which of the fields are a person's words, and an example. */
export interface CommandContract<Body extends z.ZodType = z.ZodType> {
  readonly name: CommandName;
  /** The last part of its path: `POST /complaints/{id}/<path>`. */
  readonly path: string;
  readonly summary: string;
  readonly body: Body;
  /** Fields that hold a person's words: encrypted at the door, never in a payload, an event or a log. */
  readonly words: readonly string[];
  readonly example: z.input<Body>;
}

/** States a command's contract; the type argument is inferred from the schema. */
export function command<Body extends z.ZodType>(contract: CommandContract<Body>): CommandContract<Body> {
  return contract;
}

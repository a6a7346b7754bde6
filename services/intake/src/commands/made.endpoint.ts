import { Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { COMMAND_CONTRACTS } from '@redress/contracts';
import type { CommandName } from '@redress/policy';
import { commandView } from './command.view.ts';

/** One parameter of a made method: its decorator and its type, as TypeScript would have emitted it. */
export interface MadeParameter {
  readonly decorate: ParameterDecorator;
  readonly type: unknown;
  /** How the description of the API shows it, where the decorator does not say enough. */
  readonly described?: MethodDecorator;
}

/** The key under which an act may be sent again. */
export const KEY_HEADER = ApiHeader({
  name: 'idempotency-key',
  required: false,
  description:
    'The same key and body again are answered with the same outcome; without one each request is an act of its own',
});

/** The revision that was read. */
export const REVISION_HEADER = ApiHeader({
  name: 'if-match',
  required: false,
  description: 'The revision that was read: refused when somebody has acted since',
});

/** Decorates a method of a controller for a command, as if it had been written out. `path` is that of its POST. */
export function makeEndpoint(
  prototype: object,
  name: CommandName,
  path: string,
  access: MethodDecorator,
  parameters: readonly MadeParameter[],
): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  // The description of the API finds a method's parameters by the method's own name.
  Object.defineProperty(descriptor.value, 'name', { value: name });
  const decorators = [
    Post(path),
    access,
    ApiOperation({ summary: COMMAND_CONTRACTS[name].summary }),
    ApiResponse({ status: 200, standardSchema: commandView }),
    ApiResponse({ status: 202, standardSchema: commandView }),
    ...parameters.flatMap(({ described }) => described ?? []),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
  const types = parameters.map(({ type }) => type);
  Reflect.defineMetadata('design:paramtypes', types, prototype, name);
  parameters.forEach(({ decorate }, index) => decorate(prototype, name, index));
}

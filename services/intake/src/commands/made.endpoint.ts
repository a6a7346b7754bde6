import { Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { COMMAND_CONTRACTS } from '@redress/contracts';
import type { CommandName } from '@redress/policy';
import { commandView } from './command.view.ts';

/** One parameter of a made method: its decorator and its type, as TypeScript would have emitted it. */
export interface MadeParameter {
  readonly decorate: ParameterDecorator;
  readonly type: unknown;
}

/** Decorates a method of a controller for a command, as if it had been written out. `path` is that of its POST. */
export function makeEndpoint(
  prototype: object,
  name: CommandName,
  path: string,
  access: MethodDecorator,
  parameters: readonly MadeParameter[],
): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  const decorators = [
    Post(path),
    access,
    ApiOperation({ summary: COMMAND_CONTRACTS[name].summary }),
    ApiResponse({ status: 200, standardSchema: commandView }),
    ApiResponse({ status: 202, standardSchema: commandView }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
  const types = parameters.map(({ type }) => type);
  Reflect.defineMetadata('design:paramtypes', types, prototype, name);
  parameters.forEach(({ decorate }, index) => decorate(prototype, name, index));
}

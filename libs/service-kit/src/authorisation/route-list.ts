import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { RequestMethod, type INestApplicationContext, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { accessRuleOf, type AccessRule } from './access.rule.ts';

/** One address of a service and who may call it. */
export interface RouteAccess {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly access: AccessRule;
}

/** Every address that the controllers of `app` answer, sorted by path and method. */
export function listRoutes(app: INestApplicationContext): RouteAccess[] {
  const reflector = app.get(Reflector, { strict: false });
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as Type<unknown>, reflector) : []))
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function routesOf(controller: Type<unknown>, reflector: Reflector): RouteAccess[] {
  const prototype = controller.prototype as Record<string, () => unknown>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const path = handler && reflector.get<string | string[] | undefined>(PATH_METADATA, handler);
    if (handler === undefined || path === undefined) return [];
    const method = RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)] ?? 'GET';
    const access = accessRuleOf(reflector, handler, controller);
    return pathsOf(reflector.get<string | string[]>(PATH_METADATA, controller), path).map((full) => ({
      method,
      path: full,
      handler: `${controller.name}.${name}`,
      access,
    }));
  });
}

function pathsOf(controller: string | string[], handler: string | string[]): string[] {
  return [controller].flat().flatMap((first) =>
    [handler].flat().map((second) => {
      const parts = [first, second].flatMap((part) => part.split('/')).filter((part) => part !== '');
      return `/${parts.join('/')}`;
    }),
  );
}

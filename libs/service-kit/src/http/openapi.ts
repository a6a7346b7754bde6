import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { listRoutes, type RouteAccess } from '../authorisation/route-list.ts';

const VERSION = '0.0.1';

/** Serves the description of the API at /openapi.json and a page to read and try it at /docs. */
export function serveOpenApi(app: NestFastifyApplication, title: string): void {
  SwaggerModule.setup('docs', app, describeApi(app, title), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: title,
  });
}

/** The OpenAPI 3.1 document of the controllers of `app`. */
export function describeApi(app: NestFastifyApplication, title: string): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, base);
  listRoutes(app).forEach((route) => stateAccess(document, route));
  return document;
}

/** Who may call each address stands in the document, taken from what the guard reads. */
function stateAccess(document: OpenAPIObject, { method, path, access }: RouteAccess): void {
  const item = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')];
  const operation = item?.[method.toLowerCase() as 'get'];
  if (operation === undefined) return;
  operation.security = access.open ? [] : [{ bearer: [] }];
  const needs = access.open ? null : access.needs;
  if (needs !== null && needs.length > 0) Object.assign(operation, { 'x-redress-needs': needs });
}

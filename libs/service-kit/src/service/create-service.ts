import 'reflect-metadata';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@redress/db';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { TokenVerifier } from '../authorisation/token.verifier.ts';
import { Readiness } from '../health/readiness.ts';
import { addBodyParsers, JSON_BODY_LIMIT } from '../http/body.parsers.ts';
import { inputError } from '../http/input.error.ts';
import { serveOpenApi } from '../http/openapi.ts';
import { ProblemFilter, sendProblem } from '../http/problem.filter.ts';
import { protect } from '../http/protection.ts';
import { addRequestHooks } from '../http/request.hooks.ts';
import { NestLogger } from '../log/nest.logger.ts';
import { rootLogger, type ServiceLog } from '../log/root.logger.ts';
import { Metrics } from '../metrics/metrics.ts';
import { KitModule, type KitParts } from './kit.module.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** A service that is ready to listen (or to be asked by `inject` in a test). Its background parts run. */
export async function createService(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  const parts = await openParts(definition);
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(definition, parts),
    fastifyAdapter(parts.log),
    {
      logger: new NestLogger(parts.log),
      bodyParser: false,
      abortOnError: false,
    },
  );
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  addBodyParsers(fastify, definition.rawBodies ?? {}, definition.streamedBodies);
  addRequestHooks(fastify, parts.log, parts.metrics);
  await protect(fastify, definition.config);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: inputError }));
  app.useGlobalFilters(new ProblemFilter(parts.log));
  if (definition.tokenKeys) app.get(TokenVerifier).useKeys(definition.tokenKeys(app));
  if (definition.config.roles.includes('api')) serveOpenApi(app, definition.title);
  await app.init();
  await fastify.ready();
  return app;
}

async function openParts({ name, config, database }: ServiceDefinition): Promise<KitParts> {
  const readiness = new Readiness(config.roles.includes('api'));
  const opened = await Database.open({ ...database, url: config.databaseUrl, applicationName: `redress-${name}` });
  readiness.require('database', async () => {
    await opened.query('SELECT 1');
    return null;
  });
  return { config, log: rootLogger(name, config.logLevel), metrics: new Metrics(name), readiness, database: opened };
}

function rootModule(
  { config, module, api }: ServiceDefinition,
  parts: KitParts,
): Parameters<typeof NestFactory.create>[0] {
  const imports = [KitModule.with(parts), module, ...(config.roles.includes('api') ? [api] : [])];
  return { module: ServiceRoot, imports };
}

class ServiceRoot {}

/** What Fastify refuses before any route is found (a broken address) is answered like everything else. */
function fastifyAdapter(log: ServiceLog): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: JSON_BODY_LIMIT,
    frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) => sendProblem(reply, error, log),
  });
}

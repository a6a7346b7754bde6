import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { withLogContext } from '../log/log-context.ts';
import type { ServiceLog } from '../log/root.logger.ts';
import { InputError } from './input.error.ts';

/** The route's pattern, never the address: its parts and its query may hold a person's words. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

/** Every line of a request carries its id; one line and one measurement follow each answer. */
export function addRequestHooks(fastify: FastifyInstance, log: ServiceLog, metrics: Metrics): void {
  const requests = new WeakMap<FastifyRequest, string>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const requestId = randomUUID();
    requests.set(request, requestId);
    if (/%00/.test(request.url)) done(new InputError([], 'malformed', 'The address holds the character U+0000.'));
    else withLogContext({ requestId }, done);
  });
  // Reading the body leaves the context behind: it is taken up again before the handler runs.
  fastify.addHook('preValidation', (request, _reply, done) => {
    withLogContext({ requestId: requests.get(request) ?? 'none' }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    note(request, reply, requests.get(request));
    done();
  });

  function note(request: FastifyRequest, reply: FastifyReply, requestId: string | undefined): void {
    const line = {
      requestId,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    const quiet = reply.statusCode < 400 || line.route.startsWith('/health');
    log[quiet ? 'debug' : 'info'](line, 'answered');
    metrics.observeRequest(request.method, line.route, reply.statusCode, reply.elapsedTime / 1000);
  }
}

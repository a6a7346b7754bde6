import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ServiceLog } from '../log/root.logger.ts';
import { toProblem } from './problem.ts';

/** Answers everything thrown as problem+json; faults are logged here, once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: ServiceLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(reply, error, this.log);
  }
}

/** Sends the problem of `error`; also used where Fastify refuses before Nest sees the request. */
export function sendProblem(reply: FastifyReply, error: unknown, log: ServiceLog): void {
  const { problem, headers } = toProblem(error);
  if (problem.status >= 500) log.error({ err: error, instance: problem.instance }, problem.code);
  if (reply.sent) return;
  void reply
    .code(problem.status)
    .headers(headers)
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(problem)));
}

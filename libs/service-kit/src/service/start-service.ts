import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rootLogger, type ServiceLog } from '../log/root.logger.ts';
import { createService } from './create-service.ts';
import type { ServiceDefinition } from './service-definition.ts';

const STOP_WITHIN_MS = 20_000;

/** Runs a service in this process until SIGTERM or SIGINT; a start that fails is logged and ends the process with 1. */
export async function startService(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  const log = rootLogger(definition.name, definition.config.logLevel);
  endOnFaults(log);
  try {
    const app = await createService(definition);
    stopOnSignals(app, log);
    await app.listen(definition.config.port, definition.config.host);
    log.info({ port: definition.config.port, roles: definition.config.roles }, 'started');
    return app;
  } catch (fault) {
    log.fatal({ err: fault }, 'the service cannot start');
    process.exit(1);
  }
}

/** Node would write the text of a lost fault to stderr, and it may hold a person's words. */
function endOnFaults(log: ServiceLog): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (fault: unknown) => {
      log.fatal({ err: fault }, event);
      process.exit(1);
    });
  }
}

function stopOnSignals(app: INestApplication, log: ServiceLog): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    try {
      await app.close();
      process.exit(0);
    } catch (fault) {
      log.error({ err: fault }, 'did not stop cleanly');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

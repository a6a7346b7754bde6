import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Database } from '@redress/db';
import { AccessGuard } from '../authorisation/access.guard.ts';
import { TokenVerifier } from '../authorisation/token.verifier.ts';
import { DomainClock } from '../clock/domain.clock.ts';
import type { ServiceConfig } from '../config/environment.config.ts';
import { HealthController } from '../health/health.controller.ts';
import { Readiness } from '../health/readiness.ts';
import type { ServiceLog } from '../log/root.logger.ts';
import { MetricsController } from '../metrics/metrics.controller.ts';
import { Metrics } from '../metrics/metrics.ts';
import { SERVICE_CONFIG, SERVICE_LOG } from './tokens.ts';

/** What every service process has, wherever it asks for it. */
export interface KitParts {
  readonly config: ServiceConfig;
  readonly log: ServiceLog;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly database: Database;
}

@Module({})
export class KitModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with({ config, log, metrics, readiness, database }: KitParts): DynamicModule {
    const values = [
      { provide: SERVICE_CONFIG, useValue: config },
      { provide: SERVICE_LOG, useValue: log },
      { provide: Metrics, useValue: metrics },
      { provide: Readiness, useValue: readiness },
      { provide: Database, useValue: database },
      { provide: DomainClock, useValue: new DomainClock(config.clock) },
      { provide: TokenVerifier, useValue: TokenVerifier.remote(config.jwksUrl) },
    ];
    return {
      module: KitModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, MetricsController],
      providers: [...values, { provide: APP_GUARD, useClass: AccessGuard }],
      exports: values.map(({ provide }) => provide),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

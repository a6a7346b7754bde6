import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import type { DatabaseOptions } from '@redress/db';
import type { JWTVerifyGetKey } from 'jose';
import type { ServiceConfig } from '../config/environment.config.ts';
import type { RawBodies, StreamedBodies } from '../http/body.parsers.ts';

/** What makes a service of this repository. */
export interface ServiceDefinition {
  /** `intake`, `staffing`: names its log, its database sessions and its metrics. */
  readonly name: string;
  /** Title of its API. */
  readonly title: string;
  readonly config: ServiceConfig;
  readonly database: Pick<DatabaseOptions, 'schema' | 'migrations' | 'poolSize'>;
  /** Services, repositories and background parts, in every process of the service. Ends its parts in `beforeApplicationShutdown`. */
  readonly module: Type<unknown> | DynamicModule;
  /** Controllers: only in a process that has the role api. */
  readonly api: Type<unknown> | DynamicModule;
  /** Media types taken as bytes (a Buffer), with their limits. */
  readonly rawBodies?: RawBodies;
  /** Media types taken as a stream, with the address that takes them. */
  readonly streamedBodies?: StreamedBodies;
  /** Keys of the own process instead of REDRESS_JWKS_URL. */
  readonly tokenKeys?: (app: INestApplicationContext) => JWTVerifyGetKey;
}

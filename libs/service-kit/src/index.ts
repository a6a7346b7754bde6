export {
  CLOCK_MODES,
  ConfigError,
  parseConfig,
  PROCESS_ROLES,
  readConfig,
  readMigrationConfig,
  type ClockMode,
  type MigrationConfig,
  type ProcessRole,
  type ServiceConfig,
} from './config/environment.config.ts';
export { timeZoneSetting } from './config/time-zone.setting.ts';
export { describeFault, StatedFault, type FaultLine } from './log/fault-line.ts';
export { noteInLog, withLogContext, type LogFields } from './log/log-context.ts';
export { rootLogger, type ServiceLog } from './log/root.logger.ts';
export { RefusalError, type Refusal, type RefusalFacts } from './http/refusal.error.ts';
export { InputError, inputError, type InputFault } from './http/input.error.ts';
export { isStorable, type RawBodies, type StreamedBodies } from './http/body.parsers.ts';
export { toProblem, type Problem } from './http/problem.ts';
export { describeApi } from './http/openapi.ts';
export { Readiness, type ReadinessCheck, type ReadinessReport } from './health/readiness.ts';
export { Metrics, type ReadFigure, type Reading } from './metrics/metrics.ts';
export { CurrentActor, Needs, Open } from './authorisation/access.decorators.ts';
export type { AccessRule } from './authorisation/access.rule.ts';
export { listRoutes, type RouteAccess } from './authorisation/route-list.ts';
export {
  claimsOf,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  TokenVerifier,
} from './authorisation/token.verifier.ts';
export { DomainClock, ensureDomainClock, setDomainClock } from './clock/domain.clock.ts';
export { createService } from './service/create-service.ts';
export { PeriodicSweep } from './service/periodic-sweep.ts';
export { runMigrations } from './service/run-migrations.ts';
export type { ServiceDefinition } from './service/service-definition.ts';
export { startService } from './service/start-service.ts';
export { SERVICE_CONFIG, SERVICE_LOG } from './service/tokens.ts';
export { LookBook, looksTable } from './looks/look.book.ts';
export { LooksController } from './looks/looks.controller.ts';
export type { LookedAt, LooksPage } from './looks/looks.schemas.ts';

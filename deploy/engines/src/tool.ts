import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from './engine.error.ts';

const NEEDED_JAVA = 17;
const NEEDED_GO = [1, 26, 8] as const;
/** From this one on Go can fetch a newer self. */
const SELF_UPDATING_GO = [1, 21, 0] as const;

/** The Java to run Kafka with: JAVA_HOME first, then the path. Throws one sentence when missing or too old. */
export function requireJava(environment: NodeJS.ProcessEnv): string {
  const home = environment['JAVA_HOME'];
  const inHome = home ? join(home, 'bin', 'java') : undefined;
  const java = inHome && existsSync(inHome) ? inHome : 'java';
  const said = ask(java, ['-version'], environment);
  if (said === undefined) {
    throw new EngineError(
      `Java ${NEEDED_JAVA} or newer is needed to run Kafka and was not found: install it (openjdk-17-jre-headless, Temurin …) or set JAVA_HOME, or point REDRESS_KAFKA_BROKERS to a running Kafka.`,
    );
  }
  const found = javaMajor(said);
  if (found !== undefined && found >= NEEDED_JAVA) return java;
  throw new EngineError(
    `Java ${NEEDED_JAVA} or newer is needed to run Kafka, but ${java} is ${found ?? 'of an unknown version'}: install a newer one or set JAVA_HOME to it.`,
  );
}

/** The major version in the output of `java -version`; 8 for "1.8.0". */
export function javaMajor(said: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(said);
  if (!match) return undefined;
  return match[1] === '1' ? Number(match[2]) : Number(match[1]);
}

/** Throws one sentence when Maven is missing. */
export function requireMaven(environment: NodeJS.ProcessEnv): void {
  if (ask('mvn', ['--version'], environment) !== undefined) return;
  throw new EngineError(
    'Maven is needed to get Kafka and was not found: install it (package "maven"), or point REDRESS_KAFKA_BROKERS to a running Kafka.',
  );
}

/** Throws one sentence when Go is missing or too old to build Temporal. */
export function requireGo(environment: NodeJS.ProcessEnv): void {
  const said = ask('go', ['version'], environment);
  if (said === undefined) {
    throw new EngineError(
      'Go is needed to build Temporal and was not found: install it from https://go.dev/dl, or point REDRESS_TEMPORAL_ADDRESS to a running Temporal.',
    );
  }
  const found = goVersion(said) ?? [0, 0, 0];
  if (reaches(found, NEEDED_GO)) return;
  const keepsToItself = ask('go', ['env', 'GOTOOLCHAIN'], environment)?.trim() === 'local';
  if (reaches(found, SELF_UPDATING_GO) && !keepsToItself) return;
  throw new EngineError(
    `Go ${NEEDED_GO.join('.')} or newer is needed to build Temporal, but this is ${found.join('.')}: update Go${keepsToItself ? ', or set GOTOOLCHAIN=auto' : ''}.`,
  );
}

/** The version in the output of `go version`. */
export function goVersion(said: string): number[] | undefined {
  const match = /go(\d+)\.(\d+)(?:\.(\d+))?/.exec(said);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

function reaches(found: readonly number[], needed: readonly number[]): boolean {
  const different = needed.findIndex((part, index) => found[index] !== part);
  return different === -1 || (found[different] ?? 0) > (needed[different] ?? 0);
}

function ask(command: string, args: string[], env: NodeJS.ProcessEnv): string | undefined {
  const answer = spawnSync(command, args, { encoding: 'utf8', env });
  return answer.error || answer.status !== 0 ? undefined : answer.stdout + answer.stderr;
}

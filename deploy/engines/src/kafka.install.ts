import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce, openCache, toolEnvironment } from './cache.ts';
import { runCommand } from './command.ts';
import type { EngineOptions } from './engine.types.ts';
import { progressCounter } from './progress.counter.ts';
import { requireMaven } from './tool.ts';

export const KAFKA_VERSION = '4.1.0';
/** The binding Kafka's own distribution ships; without one its log is silent. */
const LOG_BINDING_VERSION = '2.24.3';
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** The folder with Kafka's jars, got by Maven when the cache lacks it. */
export async function installKafka(options: EngineOptions): Promise<string> {
  const environment = options.environment ?? process.env;
  const cache = openCache(environment, options.dataDir);
  const { onProgress, signal } = options;
  const folder = await installOnce(cache.folder, {
    name: `kafka-${KAFKA_VERSION}`,
    isComplete: (target) =>
      existsSync(join(target, 'lib', `kafka_2.13-${KAFKA_VERSION}.jar`)) &&
      existsSync(join(target, 'lib', `log4j-slf4j-impl-${LOG_BINDING_VERSION}.jar`)),
    fill: async (target) => {
      requireMaven(environment);
      onProgress(`Kafka ${KAFKA_VERSION}: getting it by Maven, about 45 MB, once`);
      await download(target, toolEnvironment(cache, environment), options);
      onProgress(`Kafka ${KAFKA_VERSION}: installed in ${cache.folder}`);
    },
    neededMegabytes: 300,
    onProgress,
    signal,
  });
  return join(folder, 'lib');
}

async function download(target: string, env: NodeJS.ProcessEnv, options: EngineOptions): Promise<void> {
  const pom = join(target, 'pom.xml');
  await writeFile(pom, renderPom());
  const output = `-DoutputDirectory=${join(target, 'lib')}`;
  await runCommand('mvn', ['-B', '-f', pom, COPY_DEPENDENCIES, '-DincludeScope=runtime', output], {
    purpose: 'Getting Kafka by Maven',
    cwd: target,
    env,
    signal: options.signal,
    onLine: progressCounter(/^Downloaded/, (count) => `Kafka: ${count} files downloaded`, options.onProgress),
  });
  await rm(pom);
}

function renderPom(): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>redress</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG_BINDING_VERSION)}
  </dependencies>
</project>
`;
}

function dependency(group: string, artifact: string, version: string): string {
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
}

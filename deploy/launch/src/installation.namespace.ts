import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { EngineError, pause } from '@redress/engines';

/** The namespace of an installation. */
export function namespaceName(installation: string): string {
  return `redress-${installation.replaceAll('_', '-')}`;
}

const RETENTION = '30 days';

// Numbers of temporal.api.enums.v1.IndexedValueType, which the client does not export as values.
const KEYWORD = 2;
const INT = 3;
const BOOL = 5;

/** What a complaint's workflow can be listed by. */
const SEARCH_ATTRIBUTES: Record<string, number> = {
  RedressStage: KEYWORD,
  RedressSequence: INT,
  RedressLevel: KEYWORD,
  RedressDepartment: KEYWORD,
  RedressDrill: BOOL,
};

// Codes of gRPC.
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const USABLE_WITHIN_MS = 60_000;
/** Every service of the server reads namespaces anew every two seconds, each at its own moment. */
const SERVER_REFRESH_MS = 2_500;

/** Registers the namespace with its search attributes and resolves when workflows can use them. */
export async function prepareNamespace(address: string, namespace: string, signal?: AbortSignal): Promise<void> {
  const connection = await connect(address);
  try {
    await register(connection, namespace);
    const added = await untilUsable(() => addSearchAttributes(connection, namespace), signal);
    await untilUsable(() => listByAttributes(connection, namespace), signal);
    if (added) await pause(SERVER_REFRESH_MS, signal);
  } finally {
    await connection.close();
  }
}

/** Deletes the namespace with its workflows; harmless when there is none. */
export async function deleteNamespace(address: string, namespace: string): Promise<void> {
  const connection = await connect(address);
  try {
    await connection.operatorService.deleteNamespace({ namespace });
  } catch (error) {
    if (!isUnknown(error)) throw error;
  } finally {
    await connection.close();
  }
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address });
  } catch (error) {
    throw new EngineError(`Temporal does not answer at ${address}: ${(error as Error).message}`);
  }
}

/** The operator service calls an unknown namespace an invalid argument. */
function isUnknown(error: unknown): boolean {
  const { code, message } = error as { code?: number; message?: string };
  return code === NOT_FOUND || (code === INVALID_ARGUMENT && /not found/.test(message ?? ''));
}

async function register(connection: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs(RETENTION);
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

async function addSearchAttributes(connection: Connection, namespace: string): Promise<boolean> {
  const known = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in (known.customAttributes ?? {})));
  if (missing.length === 0) return false;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
  return true;
}

async function listByAttributes(connection: Connection, namespace: string): Promise<void> {
  const query = `RedressStage = 'none' and RedressLevel = 'none' and RedressDepartment = 'none' and RedressSequence = 0 and RedressDrill = true`;
  await connection.workflowService.countWorkflowExecutions({ namespace, query });
}

/** A namespace just registered is unknown to parts of the server for a few seconds. */
async function untilUsable<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const deadline = Date.now() + USABLE_WITHIN_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) {
        throw new EngineError(
          `Temporal does not take the namespace and its search attributes: ${(error as Error).message}`,
        );
      }
      await pause(250, signal);
    }
  }
}

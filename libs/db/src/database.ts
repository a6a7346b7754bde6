import 'reflect-metadata';
import { DataSource, type EntityManager, type MigrationInterface } from 'typeorm';
import { Bell } from './outbox/bell.ts';

/** Somewhere SQL runs: a transaction or the pool. Rows come back as the driver gives them; parse JSON columns. */
export interface Tx {
  query<Row = unknown>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** One connection of its own, held until released: for session advisory locks. */
export interface Dedicated extends Tx {
  release(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Name of the schema that the service owns; its migration table lives there. */
  readonly schema: string;
  readonly poolSize?: number;
}

/** Advisory lock that lets one process migrate at a time. */
const MIGRATION_LOCK = 7_130_001;

/** The PostgreSQL of one service: pool, transactions and migrations. Throws the driver's errors. */
export class Database implements Tx {
  /** Rings after each commit that has left something to be carried on; see `ringAfterCommit`. */
  readonly bell: Bell;

  private constructor(
    private readonly source: DataSource,
    private readonly schema: string,
    url: string,
  ) {
    this.bell = new Bell(url, schema, (sql, params) => this.query(sql, params));
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      applicationName: options.applicationName,
      schema: options.schema,
      entities: [],
      migrations: [...options.migrations],
      migrationsTableName: 'migrations',
      migrationsTransactionMode: 'each',
      synchronize: false,
      poolSize: options.poolSize ?? 10,
    });
    await source.initialize();
    return new Database(source, options.schema, options.url);
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.source.query(sql, [...params]));
  }

  /** Runs `run` in one transaction; rolled back when it throws. */
  async tx<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    let rings = false;
    const answer = await this.source.transaction(async (manager) => {
      const tx = new ManagerTx(manager);
      const ran = await run(tx);
      rings = tx.rings;
      return ran;
    });
    if (rings) this.bell.ring();
    return answer;
  }

  async dedicated(): Promise<Dedicated> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    return {
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        rowsOf<Row>(await runner.query(sql, [...params])),
      release: () => runner.release(),
    };
  }

  /** Brings the service's schema to the latest migration; safe when several processes start at once. */
  async migrate(): Promise<void> {
    const lock = await this.dedicated();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await this.source.query(`CREATE SCHEMA IF NOT EXISTS ${this.schema}`);
      await this.source.runMigrations();
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await lock.release();
    }
  }

  async close(): Promise<void> {
    await this.bell.close();
    await this.source.destroy();
  }
}

class ManagerTx implements Tx {
  rings = false;

  constructor(private readonly manager: EntityManager) {}

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, [...params]));
  }
}

/** Has the bell rung when `tx` has committed: it has written what others carry on. On the pool it rings at once. */
export function ringAfterCommit(tx: Tx): void {
  if (tx instanceof ManagerTx) tx.rings = true;
  else if (tx instanceof Database) tx.bell.ring();
}

/** TypeORM answers UPDATE and DELETE with [rows, count] and everything else with rows. */
function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return [];
  if (answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number') return answer[0] as Row[];
  return answer as Row[];
}

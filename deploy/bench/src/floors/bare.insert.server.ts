import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';

/**
 * The least that a door can be: a request becomes two durable rows in one transaction, and is answered. Its own process;
 * tells its port on its first line.
 */
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE_URL'] ?? '', max: 10 });

async function insert(body: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('INSERT INTO bench.things (id, body) VALUES ($1, $2) RETURNING id', [
      randomUUID(),
      body,
    ]);
    await client.query('INSERT INTO bench.letters (thing, body) VALUES ($1, $2)', [rows[0].id, body]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
await pool.query('CREATE TABLE IF NOT EXISTS bench.things (id uuid PRIMARY KEY, body jsonb NOT NULL)');
await pool.query(
  `CREATE TABLE IF NOT EXISTS bench.letters (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     thing uuid NOT NULL REFERENCES bench.things, body jsonb NOT NULL)`,
);

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
  request.on('end', () => {
    insert(body).then(
      () => response.writeHead(202, { 'content-type': 'application/json' }).end('{}'),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));

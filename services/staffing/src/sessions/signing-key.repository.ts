import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { JWK } from 'jose';
import { z } from 'zod';

/** A key pair; the private half is sealed with the master key. */
export interface SigningKey {
  readonly id: string;
  readonly publicKey: JWK;
  readonly privateKeySealed: Buffer;
}

const row = z.object({
  id: z.string(),
  public_key: z.looseObject({ kty: z.string(), kid: z.string(), x: z.string() }),
  private_key_sealed: z.instanceof(Buffer),
});

@Injectable()
export class SigningKeyRepository {
  /** The newest first. */
  async list(tx: Tx): Promise<SigningKey[]> {
    const rows = await tx.query(
      'SELECT id, public_key, private_key_sealed FROM staffing.signing_keys ORDER BY made_at DESC, id',
    );
    return rows.map((raw) => {
      const { id, public_key: publicKey, private_key_sealed: privateKeySealed } = row.parse(raw);
      return { id, publicKey, privateKeySealed };
    });
  }

  async insert(tx: Tx, { id, publicKey, privateKeySealed }: SigningKey): Promise<void> {
    await tx.query('INSERT INTO staffing.signing_keys (id, public_key, private_key_sealed) VALUES ($1, $2, $3)', [
      id,
      JSON.stringify(publicKey),
      privateKeySealed,
    ]);
  }
}

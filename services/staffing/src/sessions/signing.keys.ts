import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, openBytes, sealBytes, type Tx } from '@redress/db';
import { SERVICE_CONFIG, TOKEN_ALGORITHM, type ServiceConfig } from '@redress/service-kit';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { SigningKeyRepository, type SigningKey } from './signing-key.repository.ts';

/** One process makes the first key. */
const FIRST_KEY_LOCK = 7_130_003;

/** The keys that sign tokens: kept sealed in the database, the newest signs, all of them verify. */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private newest: { readonly id: string; readonly key: CryptoKey };
  private verifying: JWK[] = [];
  private find: JWTVerifyGetKey = createLocalJWKSet({ keys: [] });

  constructor(
    private readonly database: Database,
    private readonly keys: SigningKeyRepository,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.tx(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
      if ((await this.keys.list(tx)).length === 0) await this.make(tx);
    });
    await this.load();
  }

  signing(): { readonly id: string; readonly key: CryptoKey } {
    return this.newest;
  }

  publicKeys(): { keys: JWK[] } {
    return { keys: this.verifying };
  }

  /** For the tokens that come to this service; a key that another process made is looked up. */
  verifier(): JWTVerifyGetKey {
    return async (header, token) => {
      try {
        return await this.find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        await this.load();
        return this.find(header, token);
      }
    };
  }

  private async load(): Promise<void> {
    const stored = await this.keys.list(this.database);
    const [first] = stored;
    if (first === undefined) throw new Error('no signing key is stored');
    const opened: JWK = JSON.parse(
      openBytes(this.config.masterKey, first.privateKeySealed, contextOf(first.id)).toString('utf8'),
    ) as JWK;
    this.newest = { id: first.id, key: (await importJWK(opened, TOKEN_ALGORITHM)) as CryptoKey };
    this.verifying = stored.map(({ publicKey }) => publicKey);
    this.find = createLocalJWKSet(this.publicKeys());
  }

  private async make(tx: Tx): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { extractable: true });
    const exported = await exportJWK(publicKey);
    const id = await calculateJwkThumbprint(exported);
    const sealed = sealBytes(
      this.config.masterKey,
      Buffer.from(JSON.stringify(await exportJWK(privateKey))),
      contextOf(id),
    );
    const key: SigningKey = {
      id,
      publicKey: { ...exported, kid: id, alg: TOKEN_ALGORITHM, use: 'sig' },
      privateKeySealed: sealed,
    };
    await this.keys.insert(tx, key);
  }
}

function contextOf(id: string): string {
  return `signing-key|${id}`;
}

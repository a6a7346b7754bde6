import { Injectable } from '@nestjs/common';
import type { PackActivated } from '@redress/contracts';
import type { Tx } from '@redress/db';
import { CAPABILITIES, type Instant, type RoleRule } from '@redress/policy';
import { z } from 'zod';

/** What a role of a pack in force may do. */
export type RoleAuthority = Pick<RoleRule, 'code' | 'capabilities' | 'limits'>;

const numeric = z.coerce.number().nullable();
const row = z.object({
  code: z.string(),
  capabilities: z.array(z.enum(CAPABILITIES)),
  limit_compensation: numeric,
  limit_goodwill: numeric,
});

/** The projection of the activations of packs. */
@Injectable()
export class PackRoleRepository {
  /** Roles of all packs in force; a code that two packs use is there twice. */
  async list(tx: Tx): Promise<RoleAuthority[]> {
    const rows = await tx.query(
      'SELECT code, capabilities, limit_compensation, limit_goodwill FROM staffing.pack_roles ORDER BY pack_code, code',
    );
    return rows.map((raw) => {
      const { code, capabilities, limit_compensation: compensation, limit_goodwill: goodwill } = row.parse(raw);
      return { code, capabilities, limits: { compensation, goodwill } };
    });
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM staffing.pack_roles LIMIT 1')).length === 0;
  }

  /** Puts this version of a pack in force, unless a later one is already. */
  async activate(tx: Tx, pack: PackActivated, activatedAt: Instant): Promise<void> {
    const newer = await tx.query(
      `INSERT INTO staffing.packs (code, hash, activated_at) VALUES ($1, $2, $3)
       ON CONFLICT (code) DO UPDATE SET hash = excluded.hash, activated_at = excluded.activated_at
       WHERE staffing.packs.activated_at <= excluded.activated_at RETURNING 1`,
      [pack.code, pack.hash, activatedAt],
    );
    if (newer.length === 0) return;
    await tx.query('DELETE FROM staffing.pack_roles WHERE pack_code = $1', [pack.code]);
    for (const { code, capabilities, limits } of pack.roles) {
      await tx.query(
        `INSERT INTO staffing.pack_roles (pack_code, code, capabilities, limit_compensation, limit_goodwill) VALUES ($1, $2, $3, $4, $5)`,
        [pack.code, code, capabilities, limits.compensation, limits.goodwill],
      );
    }
  }
}

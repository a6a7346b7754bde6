import { Injectable } from '@nestjs/common';
import type { PackActivated } from '@redress/contracts';
import type { Tx } from '@redress/db';
import { CAPABILITIES, type Instant, type RoleRule } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { z } from 'zod';

/** What a role of a pack in force may do, in the department whose pack it is; null stands for the organisation. */
export interface RoleAuthority extends Pick<RoleRule, 'code' | 'capabilities' | 'limits'> {
  readonly departmentId: string | null;
}

const numeric = z.coerce.number().nullable();
const row = z.object({
  department_code: z.string().nullable(),
  code: z.string(),
  capabilities: z.array(z.enum(CAPABILITIES)),
  limit_compensation: numeric,
  limit_goodwill: numeric,
});

/** Of each pack code, the version in force in each department that has its own and in the organisation. */
const IN_FORCE = `
  SELECT DISTINCT ON (code, department_code) code AS pack_code, department_code, hash FROM staffing.packs
  WHERE active_from <= $1 ORDER BY code, department_code, active_from DESC, sequence DESC`;

/** The projection of the activations of packs. */
@Injectable()
export class PackRoleRepository {
  constructor(private readonly clock: DomainClock) {}

  /** Roles of all packs in force; a code that two packs use is there twice. */
  async list(tx: Tx): Promise<RoleAuthority[]> {
    const rows = await tx.query(
      `SELECT department_code, role.code, capabilities, limit_compensation, limit_goodwill
       FROM (${IN_FORCE}) AS pack JOIN staffing.pack_roles AS role ON role.pack_hash = pack.hash
       ORDER BY pack_code, department_code NULLS FIRST, role.code`,
      [await this.clock.now(tx)],
    );
    return rows.map((raw) => {
      const { department_code: departmentId, code, capabilities, ...limit } = row.parse(raw);
      const limits = { compensation: limit.limit_compensation, goodwill: limit.limit_goodwill };
      return { departmentId, code, capabilities, limits };
    });
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return (await this.list(tx)).length === 0;
  }

  /** Notes that this version of a pack is in force from then on; of two of one instant the later sequence counts. */
  async activate(tx: Tx, pack: PackActivated, activeFrom: Instant, sequence: number): Promise<void> {
    await tx.query(
      `INSERT INTO staffing.packs (code, department_code, active_from, sequence, hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [pack.code, pack.departmentId ?? null, activeFrom, sequence, pack.hash],
    );
    for (const { code, capabilities, limits } of pack.roles) {
      await tx.query(
        `INSERT INTO staffing.pack_roles (pack_hash, code, capabilities, limit_compensation, limit_goodwill)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [pack.hash, code, capabilities, limits.compensation, limits.goodwill],
      );
    }
  }
}

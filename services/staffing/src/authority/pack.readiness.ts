import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@redress/db';
import { Readiness } from '@redress/service-kit';
import { PackRoleRepository } from './pack-role.repository.ts';

/** Without a pack nobody's roles mean anything: not ready before the first activation has arrived. */
@Injectable()
export class PackReadiness implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly packRoles: PackRoleRepository,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.require('pack', async () =>
      (await this.packRoles.isEmpty(this.database)) ? 'no-pack-in-force' : null,
    );
  }
}

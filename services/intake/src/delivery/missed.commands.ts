import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import type { IntakeSettings } from '../intake.settings.ts';

/** The sweeper has had its chance after so many rounds, and after this time at least. */
const SWEEPS = 3;
const LEAST_MS = 60_000;

/** Commands that find no process although it was started: the sweeper starts it again, or else a person must look. */
@Injectable()
export class MissedCommands {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<IntakeSettings>) {}

  /** Notes that no process took the command; true when that has been so for too long. Before the start was sent it waits. */
  async isLost(tx: Tx, commandId: string): Promise<boolean> {
    const patienceMs = Math.max(LEAST_MS, SWEEPS * this.config.extra.REDRESS_SWEEP_SECONDS * 1_000);
    const [row] = await tx.query<{ lost: boolean }>(
      `UPDATE intake.commands AS command SET missed_since = coalesce(missed_since, clock_timestamp())
       WHERE id = $1 AND EXISTS (SELECT FROM intake.outbox
         WHERE queue = 'start' AND key = command.complaint_id::text AND state = 'sent')
       RETURNING missed_since < clock_timestamp() - $2 * interval '1 millisecond' AS lost`,
      [commandId, patienceMs],
    );
    return row?.lost === true;
  }
}

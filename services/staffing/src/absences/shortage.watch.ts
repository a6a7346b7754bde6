import { Inject, Injectable } from '@nestjs/common';
import { departmentUnderstaffed, type DepartmentUnderstaffed } from '@redress/contracts';
import { appendFacts, type CloudEvent, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { HandlerRoster } from '../assignment/handler.roster.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { SCHEMA } from '../schema.ts';
import type { StaffingSettings } from '../staffing.settings.ts';
import { isUnderstaffed } from './absence.policy.ts';

const EVENT_IDS = '7a3e9b64-1c58-5d2f-b0e7-4c8d2a6f1935';

/** Sees when too many of a department are away, and says so once until enough are back (WRK-3). */
@Injectable()
export class ShortageWatch {
  constructor(
    private readonly departments: DepartmentRepository,
    private readonly roster: HandlerRoster,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<StaffingSettings>,
  ) {}

  /** Departments are locked by code, so that two looks never wait for each other. */
  async look(tx: Tx, departmentIds: readonly string[], at: Instant): Promise<void> {
    for (const departmentId of [...new Set(departmentIds)].sort()) await this.lookAt(tx, departmentId, at);
  }

  private async lookAt(tx: Tx, departmentId: string, at: Instant): Promise<void> {
    const department = await this.departments.lock(tx, departmentId);
    if (department === null) return;
    const handlers = await this.roster.of(tx, departmentId, department.headId);
    const onDuty = handlers.filter((person) => person.onDuty).length;
    const share = this.config.extra.REDRESS_UNDERSTAFFED_SHARE;
    const understaffed = isUnderstaffed(handlers.length, onDuty, share);
    const alert = await this.departments.turnUnderstaffed(tx, departmentId, understaffed);
    if (alert === null || !understaffed) return;
    await this.publish(tx, alert, { departmentId, handlers: handlers.length, onDuty, share }, at);
  }

  private async publish(tx: Tx, sequence: number, data: DepartmentUnderstaffed, at: Instant): Promise<void> {
    const { type, topic } = departmentUnderstaffed;
    const key = data.departmentId;
    const event: CloudEvent = {
      specversion: '1.0',
      id: uuid5(`${key}/${sequence}`, EVENT_IDS),
      source: '/redress/staffing',
      type,
      subject: key,
      time: at,
      datacontenttype: 'application/json',
      sequence,
      access: 'open',
      data,
    };
    await appendFacts(tx, SCHEMA, [{ topic, key, sequence, event }]);
  }
}

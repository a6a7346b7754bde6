import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, InputError, RefusalError } from '@redress/service-kit';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { ContactRepository, type Contact } from './contact.repository.ts';
import {
  CONTACT_KINDS,
  hasNumber,
  type ContactChange,
  type ContactList,
  type ContactQuery,
  type ContactView,
  type NewContact,
} from './contact.schemas.ts';

/** The contact list: emergencies, suppliers and outside bodies with their numbers (WRK-1). */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly departments: DepartmentRepository,
    private readonly clock: DomainClock,
  ) {}

  async list({ kind, after, limit }: ContactQuery): Promise<ContactList> {
    const from = after === undefined ? null : cursorOf(after);
    const found = await this.contacts.list(this.database, { kind, after: from, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(view),
      next: found.length > limit && last !== undefined ? `${last.kind}_${last.id}` : null,
    };
  }

  async read(id: string): Promise<ContactView> {
    const contact = await this.contacts.find(this.database, id);
    if (contact === null) throw unknownContact();
    return view(contact);
  }

  async add(actor: Actor, given: NewContact): Promise<ContactView> {
    return this.database.tx((tx) => this.put(tx, actor, { id: randomUUID(), ...given }));
  }

  async change(actor: Actor, id: string, change: ContactChange): Promise<ContactView> {
    return this.database.tx(async (tx) => {
      const contact = await this.contacts.lock(tx, id);
      if (contact === null) throw unknownContact();
      const named = Object.entries(change).filter(([, value]) => value !== undefined);
      return this.put(tx, actor, { ...contact, ...(Object.fromEntries(named) as Partial<Contact>) });
    });
  }

  async remove(id: string): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await this.contacts.remove(tx, id))) throw unknownContact();
    });
  }

  private async put(tx: Tx, actor: Actor, contact: Contact): Promise<ContactView> {
    const { departmentId } = contact;
    if (departmentId !== null && (await this.departments.find(tx, departmentId)) === null)
      throw new RefusalError(422, { code: 'unknown-department', facts: { departmentId } });
    if (!hasNumber(contact)) throw new RefusalError(422, { code: 'no-way-to-reach' });
    await this.contacts.put(tx, contact, { id: actor.id, at: await this.clock.now(tx) });
    return view(contact);
  }
}

function view({ id, kind, title, phone, email, departmentId, person }: Contact): ContactView {
  return { id, kind, title, phone, email, departmentId, person };
}

function cursorOf(after: string): { kind: string; id: string } {
  const match = /^([a-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after);
  const [, kind = '', id = ''] = match ?? [];
  if (CONTACT_KINDS.some((known) => known === kind)) return { kind, id };
  throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
}

function unknownContact(): RefusalError {
  return new RefusalError(404, { code: 'unknown-contact' });
}

import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { PersonRepository } from '../people/person.repository.ts';
import { DepartmentRepository, type Department } from './department.repository.ts';
import type { DepartmentChange, DepartmentList, DepartmentView, NewDepartment } from './department.schemas.ts';

@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentRepository,
    private readonly people: PersonRepository,
    private readonly publisher: DirectoryPublisher,
    private readonly clock: DomainClock,
  ) {}

  async list(): Promise<DepartmentList> {
    return { items: (await this.departments.list(this.database)).map(view) };
  }

  async add(given: NewDepartment): Promise<DepartmentView> {
    const department: Department = { ...given, version: 1 };
    await this.database.tx(async (tx) => {
      await this.checkParent(tx, given.parent);
      await this.checkHead(tx, given.headId);
      if (!(await this.departments.insert(tx, department))) throw new RefusalError(409, { code: 'department-exists' });
      await this.publisher.departmentChanged(tx, department, await this.clock.now(tx));
    });
    return view(department);
  }

  async change(code: string, { title, parent, headId }: DepartmentChange): Promise<DepartmentView> {
    return this.database.tx(async (tx) => {
      if (parent !== undefined) await this.departments.lockTree(tx);
      const found = await this.departments.lock(tx, code);
      if (found === null) throw new RefusalError(404, { code: 'unknown-department' });
      await this.checkParent(tx, parent ?? null);
      if (parent != null && (await this.departments.liesUnder(tx, parent, code)))
        throw new RefusalError(422, { code: 'parent-lies-under', facts: { parent } });
      await this.checkHead(tx, headId ?? null);
      const version = found.version + 1;
      const changed: Department = {
        ...found,
        title: title ?? found.title,
        parent: parent === undefined ? found.parent : parent,
        headId: headId === undefined ? found.headId : headId,
        version,
      };
      await this.departments.update(tx, changed);
      await this.publisher.departmentChanged(tx, changed, await this.clock.now(tx));
      return view(changed);
    });
  }

  private async checkParent(tx: Tx, parent: string | null): Promise<void> {
    if (parent === null || (await this.departments.find(tx, parent)) !== null) return;
    throw new RefusalError(422, { code: 'unknown-department', facts: { departmentId: parent } });
  }

  private async checkHead(tx: Tx, headId: string | null): Promise<void> {
    if (headId === null || (await this.people.find(tx, headId)) !== null) return;
    throw new RefusalError(422, { code: 'unknown-person', facts: { headId } });
  }
}

function view({ code, parent, title, headId }: Department): DepartmentView {
  return { code, parent, title, headId };
}

import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'letters a-z, digits and dashes');
const title = z.strictObject({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) });

export const departmentView = z
  .object({ code: z.string(), parent: z.string().nullable(), title, headId: z.uuid().nullable() })
  .meta({ id: 'Department' });
export type DepartmentView = z.output<typeof departmentView>;

export const departmentList = z.object({ items: z.array(departmentView) }).meta({ id: 'Departments' });
export type DepartmentList = z.output<typeof departmentList>;

export const newDepartment = z
  .strictObject({ code, parent: code.nullable().default(null), title, headId: z.uuid().nullable().default(null) })
  .meta({ id: 'NewDepartment' });
export type NewDepartment = z.output<typeof newDepartment>;

/** Only what is named changes. */
export const departmentChange = z
  .strictObject({
    title: title.optional(),
    parent: code.nullable().optional(),
    headId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'DepartmentChange' });
export type DepartmentChange = z.output<typeof departmentChange>;

export const departmentCode = code;

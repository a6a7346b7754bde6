import { wholeNumber } from '@redress/contracts';
import { DUTY_KINDS, ENTRY_CODES, STAGES } from '@redress/policy';
import { z } from 'zod';
import { KPI_PART_CODES } from './kpi.parts.ts';
import { isPeriod, PERIOD_CODE } from './period.ts';

const code = z.string().min(1).max(64);

/** A period by its code. */
export const periodCode = z
  .string()
  .regex(PERIOD_CODE, 'is a year, half-year, quarter, month or day: 2026, 2026-H2, 2026-Q4, 2026-11, 2026-11-23')
  .refine(isPeriod, 'is no day of the calendar');

/** Who a KPI counts for when nobody held the duty or owned the complaint. */
export const NOBODY = 'nobody';

/** What GET /figures/complaints can be narrowed to; what is not given does not narrow. */
export const complaintsFilter = z.strictObject({
  open: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('neither closed nor ended'),
  stage: z.enum(STAGES).optional(),
  level: code.optional(),
  class: code.optional(),
  serious: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  departmentId: code.optional(),
  owner: z.uuid().optional(),
  channel: code.optional(),
  category: code.optional(),
  verdict: z
    .enum(['in-time', 'late', 'dropped', 'open', 'overdue'])
    .optional()
    .describe('has a duty with this verdict; overdue: open although its due instant has passed'),
  dutyKind: z.enum(DUTY_KINDS).optional().describe('has a duty of this kind; with verdict and dueIn it is one duty'),
  dueIn: periodCode.optional().describe('has a duty due in this period'),
  rung: code.optional().describe('this rung was escalated to'),
  closedIn: periodCode.optional().describe('a round was closed in this period'),
  happened: z.enum(ENTRY_CODES).optional().describe('this has happened to it'),
  happenedIn: periodCode.optional().describe('something (or `happened`) happened to it in this period'),
  happenedDepartmentId: code.optional().describe('this department had it when it happened'),
  acknowledgedInTime: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('a person made the first contact before the respond duty fell due'),
  kpi: z
    .enum(KPI_PART_CODES)
    .optional()
    .describe('counts in this part of the KPIs of kpiPeriod, kpiPerson, kpiTeamId, kpiDepartmentId'),
  kpiPeriod: periodCode.optional(),
  kpiPerson: z.union([z.uuid(), z.literal(NOBODY)]).optional(),
  kpiTeamId: code.optional().describe('the department in which the person works'),
  kpiDepartmentId: code.optional(),
  gaps: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('facts of it are missing'),
});

/** The filter with its page; newest first, `after` is the `next` of an earlier page. */
export const complaintsQuery = complaintsFilter
  .extend({
    limit: wholeNumber(1, 200).default(50),
    after: z.string().max(200).optional(),
  })
  .meta({ id: 'FigureComplaintsQuery' });

export type ComplaintsFilter = z.output<typeof complaintsFilter>;
export type ComplaintsQuery = z.output<typeof complaintsQuery>;

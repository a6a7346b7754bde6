import { instant } from '@redress/contracts';
import { z } from 'zod';
import { ABSENCE_STATES } from './absence.repository.ts';

/** Without `from` it begins now, without `until` it lasts until the return is told. */
export const absence = z
  .strictObject({ from: instant.optional(), until: instant.optional() })
  .meta({ id: 'NewAbsence' });
export type NewAbsence = z.output<typeof absence>;

export const absenceView = z
  .object({
    id: z.uuid(),
    from: z.iso.datetime(),
    until: z.iso.datetime().nullable(),
    state: z.enum(ABSENCE_STATES),
  })
  .meta({ id: 'Absence' });

/** What is planned and running, the earliest first. */
export const absenceList = z.object({ items: z.array(absenceView) }).meta({ id: 'Absences' });
export type AbsenceList = z.output<typeof absenceList>;

import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** It follows the complaint that leads the mass complaint, under its owner (INT-4). */
export const complaintMassJoined = complaintEvent(
  'mass-joined',
  { lead: z.uuid(), owner: z.uuid().nullable() },
  { lead: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f', owner: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
);

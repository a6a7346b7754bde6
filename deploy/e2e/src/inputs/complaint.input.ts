import type { z } from 'zod';
import type { registerComplaint } from '@redress/contracts';

/** A complaint as the demo files it. */
export type ComplaintInput = z.input<typeof registerComplaint>;

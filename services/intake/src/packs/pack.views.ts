import { code, instant } from '@redress/contracts';
import { z } from 'zod';

/** Far more than any rulebook needs. */
const LONGEST_DOCUMENT = 400_000;

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hash = z.string();

/** A pack as it is kept, named by its hash; authorId is null where it came with the product. */
export const storedPack = z
  .strictObject({
    hash,
    code: z.string(),
    version: z.string(),
    title: words,
    storedAt: z.iso.datetime(),
    authorId: z.uuid().nullable(),
    approverId: z.uuid().nullable(),
    approvedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'StoredPack' });

/** From when a pack is in force; departmentId is null where it is the organisation's. */
export const packActivation = z
  .strictObject({
    sequence: z.int(),
    hash,
    departmentId: z.string().nullable(),
    activeFrom: z.iso.datetime(),
    activatedBy: z.uuid().nullable(),
  })
  .meta({ id: 'PackActivation' });

/** The packs that are kept and the latest activations, newest first. */
export const packList = z
  .strictObject({ packs: z.array(storedPack), activations: z.array(packActivation) })
  .meta({ id: 'Packs' });

/** The text that a pack was kept with, and the pack with everything that it extends. */
export const packText = z
  .strictObject({ hash, document: z.string().nullable(), pack: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PackText' });

/** The text of a pack, in YAML. */
export const packDocumentBody = z
  .strictObject({ document: z.string().min(1).max(LONGEST_DOCUMENT) })
  .meta({ id: 'PackDocument' });

/** For which department, and from when; left out: for the organisation, from now on. */
export const activationBody = z
  .strictObject({ departmentId: code.optional(), activeFrom: instant.optional() })
  .meta({ id: 'ActivatePack' });

export const packHash = z.string().regex(/^[0-9a-f]{64}$/, 'the 64 hex digits that name a pack');

export type StoredPack = z.output<typeof storedPack>;
export type PackActivation = z.output<typeof packActivation>;
export type PackText = z.output<typeof packText>;
export type PackList = z.output<typeof packList>;
export type PackDocumentBody = z.output<typeof packDocumentBody>;
export type ActivationBody = z.output<typeof activationBody>;

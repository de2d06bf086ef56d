/** Whose data a vault or a package holds: for the notice that the law asks for after a loss (UU PDP pasal 46). */
import { z } from 'zod';
import { PERSON_DATA, PERSON_ROLES } from '../domain/handover/held-persons.ts';

/** One person, or one account whose owner nobody knows yet, with what is held and how many pieces of it. */
export const heldPerson = z.strictObject({
  role: z.enum(PERSON_ROLES),
  /** Empty where only an account is known. */
  name: z.string().max(500),
  /** NIP, else NIK; null where neither is known. */
  identity: z.string().max(100).nullable(),
  unit: z.string().max(500).nullable(),
  /** Where a notice could be sent; null where nothing is known. */
  contact: z.string().max(4_000).nullable(),
  data: z.array(z.strictObject({ kind: z.enum(PERSON_DATA), count: z.number().int().min(1) })).max(PERSON_DATA.length),
});
export type HeldPerson = z.infer<typeof heldPerson>;

/** How many of each role. */
export const heldPersonCounts = z.partialRecord(z.enum(PERSON_ROLES), z.number().int().min(0));
export type HeldPersonCounts = z.infer<typeof heldPersonCounts>;

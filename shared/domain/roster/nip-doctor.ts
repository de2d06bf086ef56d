/**
 * A NIP that a spreadsheet turned into a number has lost its last digits for good. What survived may still point at one
 * person who is known; it is offered with its evidence, and a person decides.
 */

/** What points at a known person, from the strongest. */
export const NIP_EVIDENCE = [
  /** Every digit that survived is the same. */
  'DIGITS',
  'NAME',
  'BIRTH_DATE',
  /** Month of the first appointment, from the digits. */
  'APPOINTMENT',
  'UNIT',
] as const;
export type NipEvidence = (typeof NIP_EVIDENCE)[number];

/** Why a row was refused, and what about an accepted row deserves a look. Every code needs a sentence in both languages. */

/** The row is not taken. `value` in a rejection is the cell as written, bounded. */
export const ROW_REJECTIONS = [
  'NIP_NUMERIC_CELL',
  'NIP_SCIENTIFIC_TEXT',
  'NIP_DECIMAL_TEXT',
  'NIP_NOT_DIGITS',
  'NIP_OLD_FORM',
  'NIP_LENGTH',
  'NIP_BIRTH_DATE',
  'NIP_APPOINTMENT',
  'NIP_SEX',
  /** Ends in 000: a number that was made text after its digits were lost. */
  'NIP_SERIAL',
  'NIK_NUMERIC_CELL',
  'NIK_SCIENTIFIC_TEXT',
  'NIK_DECIMAL_TEXT',
  'NIK_NOT_DIGITS',
  'NIK_LENGTH',
  /** The identifying cell holds an error value or a formula that was never calculated. */
  'CELL_ERROR',
  'CELL_NOT_CALCULATED',
  'NAME_MISSING',
  'NAME_NOT_TEXT',
  /** Only a text where the name should be, in a roster that has more columns: a section title or a stray note. */
  'ROW_ONLY_NAME',
  /** Parameters: the sheet and row that had it first. */
  'DUPLICATE_NIP_IN_FILE',
  'DUPLICATE_NIK_IN_FILE',
  /** A line of a sheet of accounts without one that can be read. */
  'NO_READABLE_ACCOUNT',
] as const;
export type RowRejection = (typeof ROW_REJECTIONS)[number];

/** The row could be read, but does not fit what the vault knows: found when an import is compared. */
export const PLAN_REJECTIONS = [
  'IDENTITY_CONFLICT',
  /** The NIK belongs to somebody who has another NIP. */
  'NIK_OF_ANOTHER',
  'PERSON_REPEATED',
  /** No NIP and no NIK, but name and unit of exactly one person on record who has one: offered. */
  'SAME_NAME_AND_UNIT',
  /** A sheet of accounts names somebody who is neither on record nor in the file, or several people fit. */
  'ACCOUNT_PERSON_UNKNOWN',
  /** The account itself is not taken; on a person's row, the person is. */
  'ACCOUNT_OF_ANOTHER',
] as const;
export type PlanRejection = (typeof PLAN_REJECTIONS)[number];

/** The row is taken; the named value is doubtful or was left out. */
export const ROW_WARNINGS = [
  'NO_NIP_AND_NO_NIK',
  'NAME_HAS_NUMBER',
  'NIP_UNUSUAL_AGE',
  'NIP_BIRTH_MISMATCH',
  'NIP_SEX_MISMATCH',
  'NIK_BIRTH_DATE',
  'NIK_BIRTH_MISMATCH',
  'NIK_SEX_MISMATCH',
  'NIP_LAMA_UNREADABLE',
  'BIRTH_DATE_UNREADABLE',
  'SEX_UNREADABLE',
  'STATUS_UNKNOWN',
  'STATUS_AGAINST_NIP',
  'GRADE_UNKNOWN',
  'EMAIL_UNREADABLE',
  'ACCOUNT_UNREADABLE',
  'VALUE_ERROR',
  'VALUE_NOT_CALCULATED',
  'VALUE_TOO_LONG',
  /** About a sheet: it states no status, so `count` people have theirs from the form of their NIP. CPNS look like PNS. */
  'STATUS_FROM_NIP',
] as const;
export type RowWarning = (typeof ROW_WARNINGS)[number];

/** Rows that are no people, by why they were left out. They are counted, not listed. */
export const DROPPED_KINDS = ['blank', 'totals', 'section', 'signature', 'numbering', 'repeatedHeader'] as const;
export type DroppedKind = (typeof DROPPED_KINDS)[number];

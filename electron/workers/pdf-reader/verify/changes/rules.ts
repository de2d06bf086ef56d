/** What the signatures before a revision allow in it. */
import type { ChangeKind, RevisionChange } from '#shared/domain/signature/verdict.ts';
import type { ObjectReader } from '../../file/object-reader.ts';
import type { PdfView } from '../../file/view.ts';
import type { PdfObject } from '../../syntax/values.ts';

export interface ChangeRules {
  /** The revision's number, from 1. */
  readonly revision: number;
  /** The strictest DocMDP permission so far; without any, what the second one allows. */
  readonly permission: 1 | 2 | 3;
  /** A certifying signature stands before: no field may appear where none was kept. */
  readonly certified: boolean;
  /** Numbers of fields whose signature covers exactly up to this revision's end. */
  readonly closingFields: ReadonlySet<number>;
  /** Whether an earlier signature locks a field of this name. */
  isLocked(name: string): boolean;
}

/** `refused`: of a kind that may be allowed, but not in this way. */
export interface Change extends Pick<RevisionChange, 'what'> {
  readonly kind: ChangeKind;
  /** Full name of the field that it is about. */
  readonly field?: string;
  readonly refused?: boolean;
}

/** An object that is there in both revisions and not the same. */
export interface ObjectPair {
  readonly reader: ObjectReader;
  readonly number: number;
  readonly before: PdfObject;
  readonly after: PdfObject;
  readonly older: PdfView;
  readonly newer: PdfView;
  readonly rules: ChangeRules;
}

/** The least permission that allows each kind; data and stamps that keep a signature verifiable are always allowed. */
const NEEDED: Readonly<Record<ChangeKind, number>> = {
  'validation-data': 1,
  timestamp: 1,
  metadata: 1,
  sign: 2,
  'form-fill': 2,
  'signature-field': 2,
  annotation: 3,
  other: Infinity,
};

/** Whether the rules allow a change. */
export function isAllowed({ kind, field, refused }: Change, rules: ChangeRules): boolean {
  if (refused === true || rules.permission < NEEDED[kind]) return false;
  const locked = field !== undefined && rules.isLocked(field);
  return !locked || kind === 'timestamp';
}

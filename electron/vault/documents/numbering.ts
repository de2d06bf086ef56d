/** Numbers of documents: planned before the pages are laid out, taken in the transaction that keeps the document. */
import type { DocumentDraft, OfficeDocuments } from '#shared/contract/documents.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { SECRECIES } from '#shared/domain/issuing/office-kinds.ts';
import { localParts, type TimeZone } from '#shared/domain/text/local-time.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { issuedDocumentById } from './issued-documents.ts';

export interface PlannedNumber {
  /** As it is printed; null prints dots only. */
  readonly printed: string | null;
  /** As it is kept: empty while somebody is to fill it in by hand. */
  readonly kept: string;
  readonly counter: { readonly name: string; readonly period: string; readonly value: number } | null;
  /** It is that of the full document whose masked version this is. */
  readonly shared?: true;
}

interface Asked {
  readonly document: DocumentKindName;
  readonly how: DocumentDraft['number'];
  readonly office: OfficeDocuments;
  readonly now: Date;
  readonly timeZone: TimeZone;
}

/** What the document would be called if it were issued now. DOCUMENT_NUMBER_USED for a typed one that was given before. */
export function planNumber(database: ReadableDatabase, { document, how, office, now, timeZone }: Asked): PlannedNumber {
  if (how.how === 'same') {
    const { number } = issuedDocumentById(database, how.as);
    if (number !== '') return { printed: number, kept: number, counter: null, shared: true };
  }
  if (how.how === 'typed') {
    if (isUsed(database, document, how.text)) throw new AppError('DOCUMENT_NUMBER_USED', { number: how.text });
    return { printed: how.text, kept: how.text, counter: null };
  }
  const { numberTemplate, classification, secrecy } = office.kinds[document];
  if (numberTemplate === '') return { printed: null, kept: '', counter: null };
  const { month, year } = localParts(now, timeZone);
  const render = (sequence: number | null): string =>
    renderNumber(numberTemplate, {
      sequence,
      month,
      year,
      secrecy: SECRECIES[secrecy].code,
      classification,
      agencyCode: office.agencyCode,
    });
  // Without a running number nothing tells two documents apart: the number is for the register.
  if (how.how === 'blank' || how.how === 'same' || !numberTemplate.includes('{urut}'))
    return { printed: render(null), kept: '', counter: null };
  const name = `document ${document}|${office.agencyCode}`;
  const period = String(year);
  let value = lastOf(database, name, period) + 1;
  // Neither what somebody typed in nor the number of another kind with the same pattern is given a second time.
  while (isUsed(database, null, render(value))) value += 1;
  return { printed: render(value), kept: render(value), counter: { name, period, value } };
}

/**
 * Takes the number. False when another document has been issued in between: the pages carry a number that is no longer the
 * next one and are to be laid out again. DOCUMENT_NUMBER_USED for a typed one.
 */
export function takeNumber(database: WritableDatabase, document: DocumentKindName, planned: PlannedNumber): boolean {
  if (planned.counter === null) {
    // Whose it is, is checked where the document is kept (masked-twin.ts).
    if (planned.shared === true) return true;
    if (planned.kept !== '' && isUsed(database, document, planned.kept))
      throw new AppError('DOCUMENT_NUMBER_USED', { number: planned.kept });
    return true;
  }
  const { name, period, value } = planned.counter;
  if (isUsed(database, null, planned.kept) || lastOf(database, name, period) >= value) return false;
  database.run(
    `INSERT INTO issued_sequences (name, period, last) VALUES (@name, @period, @value)
     ON CONFLICT (name, period) DO UPDATE SET last = @value`,
    { name, period, value },
  );
  return true;
}

function lastOf(database: ReadableDatabase, name: string, period: string): number {
  const row = database.get('SELECT last FROM issued_sequences WHERE name = ? AND period = ?', [name, period]);
  return row ? numberOf(row, 'last') : 0;
}

/** By a document of the kind; null: by any. What is typed in may stand in the register as the number of several papers. */
function isUsed(database: ReadableDatabase, document: DocumentKindName | null, number: string): boolean {
  const row = database.get(
    'SELECT 1 FROM issued_reports WHERE number = @number AND (@document IS NULL OR document = @document)',
    {
      number,
      document,
    },
  );
  return row !== undefined;
}

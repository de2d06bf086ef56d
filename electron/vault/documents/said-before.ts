/**
 * What a draft says from the beginning because an issued document said it: the masked version repeats the full one, and a
 * document issued anew starts from the one that it replaces, so that nothing is typed in twice.
 */
import { z } from 'zod';
import type { DocumentDraft } from '#shared/contract/documents.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { issuedDocumentById } from './issued-documents.ts';

type Fields = Readonly<Record<string, string>>;
const fieldsShape = z.record(z.string(), z.string());

/** The draft with what was said before wherever it says nothing of its own. REPORT_UNKNOWN. */
export function withSaidBefore(draft: DocumentDraft, database: ReadableDatabase): DocumentDraft {
  const { document, number, supersedes } = draft;
  const before = saidBefore({ sameAs: number.how === 'same' ? number.as : null, replaces: supersedes }, database);
  if (before?.document !== document) return draft;
  return { ...draft, day: draft.day ?? before.day, fields: { ...before.fields, ...draft.fields } };
}

/** Of the full document, and over it of the one that is replaced; null where there is neither. REPORT_UNKNOWN. */
export function saidBefore(
  { sameAs, replaces }: { readonly sameAs: string | null; readonly replaces: string | null },
  database: ReadableDatabase,
): { readonly document: DocumentDraft['document']; readonly day: string | null; readonly fields: Fields } | null {
  const [first, last] = [sameAs, replaces].filter((id) => id !== null);
  if (first === undefined) return null;
  const { document, day } = issuedDocumentById(database, last ?? first);
  const over = last === undefined ? {} : fieldsOfIssued(last, database);
  return { document, day, fields: { ...fieldsOfIssued(first, database), ...over } };
}

/** What a person had filled in when the document was issued. */
export function fieldsOfIssued(id: string, database: ReadableDatabase): Fields {
  const row = database.get('SELECT fields FROM issued_reports WHERE id = ?', [id]);
  return row === undefined ? {} : fieldsShape.parse(JSON.parse(textOf(row, 'fields')));
}

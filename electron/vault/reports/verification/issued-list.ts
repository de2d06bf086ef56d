/** The issued documents as the verification compares a file with them. */
import type { IssuedFacts, IssuedState } from '#shared/domain/signature/recognise.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { numberOf, textOf } from '../../rows.ts';

export interface IssuedDocumentFacts extends IssuedFacts {
  readonly number: string;
  readonly caseNumber: string | null;
  readonly issuedAt: string;
  /** Head of the custody log that was printed. */
  readonly head: { readonly sequence: number; readonly hash: string };
}

/** All of them, the newest first, each with its later versions. */
export function issuedDocuments(database: ReadableDatabase): IssuedDocumentFacts[] {
  const later = laterStates(database);
  const rows = database.all(
    `SELECT r.id, r.number, r.issued_at, r.sha256, r.bytes, r.signer, r.signer_fingerprint, r.head_sequence, r.head_hash,
       c.number AS case_number
     FROM issued_reports r LEFT JOIN cases c ON c.id = r.case_id ORDER BY r.issued_at DESC`,
  );
  return rows.map((row) => {
    const id = textOf(row, 'id');
    const states = later.get(id) ?? [];
    return {
      id,
      states: [
        {
          sha256: textOf(row, 'sha256'),
          signer: { name: textOf(row, 'signer'), fingerprint: textOf(row, 'signer_fingerprint') },
        },
        ...states,
      ],
      bytes: Math.max(numberOf(row, 'bytes'), ...states.map(({ bytes }) => bytes)),
      number: textOf(row, 'number'),
      caseNumber: row['case_number'] === null ? null : textOf(row, 'case_number'),
      issuedAt: textOf(row, 'issued_at'),
      head: { sequence: numberOf(row, 'head_sequence'), hash: textOf(row, 'head_hash') },
    };
  });
}

/** Later versions by document, the oldest first. */
function laterStates(database: ReadableDatabase): Map<string, (IssuedState & { readonly bytes: number })[]> {
  const states = new Map<string, (IssuedState & { readonly bytes: number })[]>();
  for (const row of database.all(
    'SELECT report_id, sha256, bytes, signer, signer_fingerprint FROM report_versions ORDER BY report_id, version',
  )) {
    const id = textOf(row, 'report_id');
    const signer =
      row['signer'] === null || row['signer_fingerprint'] === null
        ? null
        : { name: textOf(row, 'signer'), fingerprint: textOf(row, 'signer_fingerprint') };
    const state = { sha256: textOf(row, 'sha256'), signer, bytes: numberOf(row, 'bytes') };
    states.set(id, [...(states.get(id) ?? []), state]);
  }
  return states;
}

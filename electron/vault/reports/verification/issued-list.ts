/** The issued documents as the verification compares a file with them. */
import type { IssuedFacts } from '#shared/domain/signature/recognise.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { numberOf, textOf } from '../../rows.ts';

export interface IssuedDocumentFacts extends IssuedFacts {
  readonly number: string;
  readonly caseNumber: string | null;
  readonly issuedAt: string;
  /** Head of the custody log that was printed. */
  readonly head: { readonly sequence: number; readonly hash: string };
}

/** All of them, the newest first, each with the hashes of its later versions. */
export function issuedDocuments(database: ReadableDatabase): IssuedDocumentFacts[] {
  const rows = database.all(
    `SELECT r.id, r.number, r.issued_at, r.sha256, r.signer, r.signer_fingerprint, r.head_sequence, r.head_hash,
       c.number AS case_number, max(r.bytes, coalesce(max(v.bytes), 0)) AS bytes,
       coalesce(group_concat(v.sha256, ' '), '') AS later
     FROM issued_reports r LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN report_versions v ON v.report_id = r.id
     GROUP BY r.id ORDER BY r.issued_at DESC`,
  );
  return rows.map((row) => ({
    id: textOf(row, 'id'),
    hashes: [
      textOf(row, 'sha256'),
      ...textOf(row, 'later')
        .split(' ')
        .filter((hash) => hash !== ''),
    ],
    bytes: numberOf(row, 'bytes'),
    signers: [{ name: textOf(row, 'signer'), fingerprint: textOf(row, 'signer_fingerprint') }],
    number: textOf(row, 'number'),
    caseNumber: row['case_number'] === null ? null : textOf(row, 'case_number'),
    issuedAt: textOf(row, 'issued_at'),
    head: { sequence: numberOf(row, 'head_sequence'), hash: textOf(row, 'head_hash') },
  }));
}

/** The attachments of a verified file against the originals of this vault. */
import type { ReportVerdict } from '#shared/contract/reports.ts';
import type { AttachmentFinding } from '#shared/domain/signature/verdict.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { textOf } from '../../rows.ts';
import { attachmentName } from '../attachment-name.ts';

type Compared = ReportVerdict['attachments'][number];

/** Each with whether its bytes are here, and whether an original of that very name is here with other bytes. */
export function compareAttachments(found: readonly AttachmentFinding[], database: ReadableDatabase): Compared[] {
  return found.map(({ name, sha256 }) => {
    const inVault = database.get('SELECT 1 FROM artefacts WHERE sha256 = ?', [sha256]) !== undefined;
    return { name, sha256, inVault, differs: !inVault && hasOriginalNamed(name, database) };
  });
}

/** A report names an original by its evidence number first. */
function hasOriginalNamed(name: string, database: ReadableDatabase): boolean {
  const number = /^(B-\d{4,9})-/.exec(name)?.[1];
  if (number === undefined) return false;
  const rows = database.all(
    'SELECT a.kind, a.name, a.mime FROM artefacts a JOIN evidence e ON e.id = a.evidence_id WHERE e.sequence = ?',
    [Number(number.slice(2))],
  );
  return rows.some((row) => {
    const [kind, own, mime] = [textOf(row, 'kind'), textOf(row, 'name'), textOf(row, 'mime')];
    return (
      attachmentName(number, { kind: kind as Parameters<typeof attachmentName>[1]['kind'], name: own, mime }) === name
    );
  });
}

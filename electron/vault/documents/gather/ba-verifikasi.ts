/** Every file of a case read anew and hashed; the log read from its first entry. Nothing is believed that was not computed now. */
import { createHash } from 'node:crypto';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import { attachmentName } from '../../reports/attachment-name.ts';
import { verifyCustody } from '../../verify/verify-vault.ts';
import { caseOf, type Gathering, occasionNow } from './gathering.ts';

/** Bytes that are read at a time. */
const PIECE = 4 * 1024 * 1024;
type Checked = DocumentData<'ba_verifikasi'>['files'][number];

/** CANCELLED by the signal. */
export async function gatherBaVerifikasi(from: Gathering): Promise<DocumentData<'ba_verifikasi'>> {
  const { page, items } = caseOf(from);
  const files: Checked[] = [];
  const artefacts = items.flatMap((item) => item.artefacts.map((artefact) => ({ item, artefact })));
  for (const { item, artefact } of artefacts) {
    from.progress.report('blobs', files.length, artefacts.length);
    const computed = await hashAnew(artefact.sha256, from);
    files.push({
      number: item.evidence.number,
      what: ARTEFACT_WORDS[artefact.kind] ?? artefact.kind,
      fileName: from.masked ? null : attachmentName(item.evidence.number, artefact),
      size: sizeWords(artefact.bytes),
      recorded: artefact.sha256,
      computed,
      // The opening sentence names the day of the week already.
      computedAt: formatInstant(from.context.now(), from.settings.timeZone).replace(/^[^,]*, /, ''),
      result: computed === null ? 'tidak_terbaca' : computed === artefact.sha256 ? 'sama' : 'berbeda',
      note: null,
    });
  }
  return {
    frame: from.frame,
    occasion: occasionNow(from),
    officers: [from.issuer],
    scope: `seluruh berkas bukti kasus ${page.case.number} (${items.length} bukti, ${files.length} berkas)`,
    tool: `Netra ${from.context.vault.appVersion}, fungsi SHA-256`,
    files,
    custody: await custodySentences(from),
    example: files[0]?.fileName ?? null,
  };
}

/** Null when the bytes are missing or damaged: that is a finding, not a failure. */
async function hashAnew(sha256: string, { context, progress }: Gathering): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    const reader = context.blobs.open(sha256);
    for (let offset = 0; offset < reader.bytes; offset += PIECE) {
      if (progress.signal.aborted) throw new AppError('CANCELLED');
      hash.update(await reader.read(offset, Math.min(PIECE, reader.bytes - offset)));
    }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'EVIDENCE_DAMAGED' || error.code === 'EVIDENCE_MISSING'))
      return null;
    throw error;
  }
  return hash.digest('hex');
}

async function custodySentences({ context, progress }: Gathering): Promise<string[]> {
  const { ok, entries, brokenAt } = await verifyCustody(context.database, progress);
  if (ok)
    return [
      `Jejak audit dibaca dari awal sampai catatan ke-${entries}: rangkaian hash dan setiap tanda tangan catatan sesuai.`,
    ];
  return [`Jejak audit terputus pada catatan ke-${brokenAt ?? 0} dari ${entries} catatan.`];
}

/** What this vault knows of a verified file: whether it issued it, its log's head, the originals among its attachments. */
import { createHash } from 'node:crypto';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import { type IssuedFacts, recogniseDocument, type Recognition } from '#shared/domain/signature/recognise.ts';
import { type PdfVerification, type VerdictReason, verdictOf } from '#shared/domain/signature/verdict.ts';
import type { FileSource, JobProgress, ReadableDatabase, UseCaseContext } from '../../kernel.ts';
import { openDocument } from '../../signatures/document-versions.ts';
import { compareAttachments } from './attachments.ts';
import { type IssuedDocumentFacts, issuedDocuments } from './issued-list.ts';

/** As much of both ends is compared before a whole file is. */
const SAMPLE = 4096;
const CHUNK = 1024 * 1024;

/** The verdict with the vault's own knowledge; a document of ours that lost a signature is invalid by that alone. */
export async function withVaultKnowledge(
  verdict: PdfVerification,
  file: FileSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<ReportVerdict> {
  const { database } = context;
  const recognition = await recogniseDocument(
    {
      sha256: verdict.sha256,
      bytes: verdict.bytes,
      identifier: verdict.identifier,
      unchanged: verdict.verdict !== 'invalid',
      prefixes: verdict.revisions.flatMap(({ sha256 }) => sha256 ?? []),
      fingerprints: verdict.signatures.flatMap(({ integrity, fingerprint }) =>
        integrity === 'intact' ? (fingerprint ?? []) : [],
      ),
      present: verdict.signatures.flatMap(({ fingerprint }) => fingerprint ?? []),
    },
    issuedDocuments(database),
    (document) => isStartOf(file, document, progress, context),
  );
  const reasons = [...new Set([...reasonsOf(recognition), ...verdict.reasons])];
  return reportVerdict.parse({
    ...verdict,
    reasons,
    verdict: verdictOf(reasons),
    attachments: compareAttachments(verdict.attachments, database),
    issuedHere: recognition !== null && ['same', 'extended', 'trailing', 'part'].includes(recognition.match),
    recognised: recognition === null ? null : summaryOf(recognition),
    custodyHead: headOf(recognition, verdict, context),
  });
}

function reasonsOf(recognition: Recognition<IssuedFacts> | null): VerdictReason[] {
  if (recognition?.match === 'stripped') return ['SIGNATURE_REMOVED'];
  return recognition?.match === 'altered' ? ['NOT_AS_ISSUED'] : [];
}

function summaryOf({ match, document, missing }: Recognition<IssuedDocumentFacts>): ReportVerdict['recognised'] {
  const { id, number, caseNumber, issuedAt, states } = document;
  return { match, id, number, caseNumber, issuedAt, sha256: states[0]?.sha256 ?? '', missingSigners: [...missing] };
}

/** The head that was printed: as it was kept when the document was issued, else as the file says it. */
function headOf(
  recognition: Recognition<IssuedDocumentFacts> | null,
  { printedHead }: PdfVerification,
  { database, vault }: UseCaseContext,
): ReportVerdict['custodyHead'] {
  const head = recognition?.document.head ?? printedHead;
  if (head === null) return null;
  const ours = recognition !== null || printedHead?.vault === vault.id;
  return { sequence: head.sequence, hash: head.hash, ancestor: ours && isInLog(database, head) };
}

function isInLog(
  database: ReadableDatabase,
  { sequence, hash }: { readonly sequence: number; readonly hash: string },
): boolean {
  return database.get('SELECT 1 FROM custody WHERE sequence = ? AND hash = ?', [sequence, hash]) !== undefined;
}

/** Whether the file is the beginning of what was issued: its unsigned original, or a state with fewer signatures. */
async function isStartOf(
  file: FileSource,
  document: IssuedDocumentFacts,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<boolean> {
  const issued = openDocument(context, document.id);
  if (issued.bytes < file.bytes) return false;
  for (const at of [0, Math.max(0, file.bytes - SAMPLE)]) {
    const size = Math.min(SAMPLE, file.bytes - at);
    if (Buffer.compare(await file.read(at, size), await issued.read(at, size)) !== 0) return false;
  }
  const digests = [createHash('sha256'), createHash('sha256')] as const;
  for (let at = 0; at < file.bytes; at += CHUNK) {
    progress.signal.throwIfAborted();
    const size = Math.min(CHUNK, file.bytes - at);
    digests[0].update(await file.read(at, size));
    digests[1].update(await issued.read(at, size));
  }
  return digests[0].digest('hex') === digests[1].digest('hex');
}

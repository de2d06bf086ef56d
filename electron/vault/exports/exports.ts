/** What leaves the vault as a file, each recorded in custody with the acting user. */
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { entryLine } from '#shared/domain/custody/chain.ts';
import { readEntries } from '../custody/log.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { artefactById } from '../evidence/evidence-rows.ts';
import { holdsAccountData } from '../evidence/visibility.ts';
import type { CustodyDraft, CustodyHead, ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { buildReceipt } from '../reports/build-receipt.ts';
import { issuedReportById } from '../reports/issued-reports.ts';
import { openDocument } from '../signatures/document-versions.ts';
import { certificateToPem } from '../signing/seal-certificate.ts';
import { piecesOf, writeExport } from './write-export.ts';

/** Entries that are read at a time. */
const BATCH = 500;

/**
 * The original bytes of one artefact. EVIDENCE_UNKNOWN, EVIDENCE_DAMAGED, EVIDENCE_MISSING; ACCOUNT_DATA_NOT_CHOSEN when it
 * may hold data of an officer's account and nobody chose that these leave the vault.
 */
export async function exportArtefact(
  target: {
    readonly id: string;
    readonly artefactId: string;
    readonly path: string;
    readonly withAccountData?: boolean;
  },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const artefact = artefactById(context.database, target.id, target.artefactId);
  const accountData = holdsAccountData(context.database, target.id, artefact.kind);
  if (accountData && target.withAccountData !== true) throw new AppError('ACCOUNT_DATA_NOT_CHOSEN');
  const pieces = piecesOf(context.blobs.open(artefact.sha256));
  const written = await writeExport(target.path, context.vault.directory, pieces, artefact.sha256);
  const { bytes, sha256 } = written;
  const facts = { artefactId: artefact.id, kind: artefact.kind, sha256, bytes, ...(accountData && { accountData }) };
  record({ action: 'evidence.exported', subjectKind: 'evidence', subjectId: target.id, facts }, context);
  return written;
}

/** An issued report in its newest version. REPORT_UNKNOWN, EVIDENCE_DAMAGED, EVIDENCE_MISSING. */
export async function exportReport(
  target: { readonly id: string; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const report = issuedReportById(context.database, target.id);
  const document = openDocument(context, report.id);
  const written = await writeExport(target.path, context.vault.directory, piecesOf(document), document.sha256);
  const facts = { sha256: written.sha256, bytes: written.bytes };
  record({ action: 'report.exported', subjectKind: 'report', subjectId: target.id, facts }, context);
  return written;
}

/** The whole log up to now, one canonical entry a line. */
export async function exportCustody(
  target: { readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile & { readonly entries: number; readonly head: CustodyHead }> {
  const head = context.custodyHead();
  const lines = custodyLines(context.database, head.sequence);
  const written = await writeExport(target.path, context.vault.directory, lines, null);
  const facts = { entries: head.sequence, head: head.hash, sha256: written.sha256 };
  record({ action: 'custody.exported', subjectKind: 'vault', subjectId: context.vault.id, facts }, context);
  return { ...written, entries: head.sequence, head };
}

/** The vault's receipt as a PDF, as things stand now. */
export async function exportReceipt(target: { readonly path: string }, context: UseCaseContext): Promise<ExportedFile> {
  const written = await writeExport(target.path, context.vault.directory, [await buildReceipt(context)], null);
  const facts = { sha256: written.sha256, fingerprint: context.seal.fingerprint };
  record({ action: 'vault.receipt-exported', subjectKind: 'vault', subjectId: context.vault.id, facts }, context);
  return written;
}

/** The seal's certificate as PEM text. */
export async function exportSealCertificate(
  target: { readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const text = Buffer.from(certificateToPem(context.seal.certificateDer));
  const written = await writeExport(target.path, context.vault.directory, [text], null);
  const facts = { fingerprint: context.seal.fingerprint };
  record(
    { action: 'vault.seal-certificate-exported', subjectKind: 'vault', subjectId: context.vault.id, facts },
    context,
  );
  return written;
}

function* custodyLines(database: ReadableDatabase, last: number): Generator<Uint8Array> {
  for (let from = 1; from <= last; from += BATCH) {
    const entries = readEntries(database, from, Math.min(BATCH, last - from + 1));
    yield Buffer.from(entries.map((entry) => `${entryLine(entry)}\n`).join(''));
  }
}

function record(entry: CustodyDraft, context: UseCaseContext): void {
  context.write(['custody'], () => ({ value: undefined, entry }));
}

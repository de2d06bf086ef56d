/** Issues a report: signed by the vault's seal or by a PKCS#12 file, kept with its bytes, hash and expected signer. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IssuedReport, ReportOptions } from '#shared/contract/reports.ts';
import type { ReportSignature } from '#shared/contract/report-job.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { subjectName } from '../signing/cms-signature.ts';
import { readPkcs12 } from '../signing/pkcs12.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import { createSigner, type Signer } from '../signing/signer.ts';
import { buildPdf } from './build-pdf.ts';
import { issuedReportById } from './issued-reports.ts';
import { ISSUER_FIELD } from './report-model.ts';

/** A PKCS#12 file larger than this (bytes) is none. */
const LARGEST_P12 = 1_000_000;

interface ChosenSigner {
  readonly signer: Signer;
  readonly sealed: boolean;
}

export async function issueReport(
  input: InputOf<'reports.issue'>,
  context: UseCaseContext,
): Promise<OutputOf<'reports.issue'>> {
  const number = textOf(caseById(context.database, input.caseId), 'number');
  const chosen = await chooseSigner(input.signature, context);
  const { signature: _signature, ...options } = input;
  return { jobId: context.startJob('report-issue', number, (progress) => issue(options, chosen, progress, context)) };
}

/** A wrong passphrase is told before any work begins. */
async function chooseSigner(
  signature: InputOf<'reports.issue'>['signature'],
  context: UseCaseContext,
): Promise<ChosenSigner> {
  if (signature.method === 'seal')
    return { signer: createSigner(context.seal.certificateDer, [], context.seal.privateKeyPkcs8()), sealed: true };
  const file = await context.file(signature.file);
  try {
    if (file.bytes > LARGEST_P12) throw new AppError('P12_UNREADABLE', { file: file.name });
    return {
      signer: await readPkcs12(await file.read(0, file.bytes), signature.passphrase, context.now()),
      sealed: false,
    };
  } finally {
    await file.close();
  }
}

async function issue(
  options: ReportOptions,
  { signer, sealed }: ChosenSigner,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IssuedReport> {
  const id = context.newId();
  const head = context.custodyHead();
  const name = subjectName(signer.certificate);
  const fingerprint = certificateFingerprint(signer.certificate);
  const built = await buildPdf(
    options,
    { documentId: id, signer, appearance: appearanceOf(name, fingerprint, sealed, context) },
    progress,
    context,
  );
  return context.write(['reports', 'cases'], (database) => {
    context.blobs.adopt(database, built.blob);
    database.run(
      `INSERT INTO issued_reports (id, case_id, kind, number, issued_at, issued_by, sha256, bytes, pages, draft, signer, signer_fingerprint, sealed, head_sequence, head_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        options.caseId,
        options.kind,
        options.number,
        context.now().toISOString(),
        context.actor.id,
        built.blob.sha256,
        built.blob.bytes,
        built.result.pages,
        built.draftReasons.length > 0 ? 1 : 0,
        name,
        fingerprint,
        sealed ? 1 : 0,
        head.sequence,
        head.hash,
      ],
    );
    const facts = {
      case: options.caseId,
      kind: options.kind,
      sha256: built.blob.sha256,
      signer: fingerprint,
      draft: built.draftReasons.length > 0,
    };
    return {
      value: issuedReportById(database, id),
      entry: { action: 'report.issued', subjectKind: 'report', subjectId: id, facts },
    };
  });
}

function appearanceOf(name: string, fingerprint: string, sealed: boolean, context: UseCaseContext): ReportSignature {
  const now = context.now();
  const label = sealed
    ? 'Segel integritas internal – bukan tanda tangan elektronik tersertifikasi'
    : 'Ditandatangani secara elektronik';
  return {
    fieldName: ISSUER_FIELD,
    tooltip: sealed ? 'Segel integritas internal' : 'Tanda tangan petugas',
    lines: [
      { text: label, weight: 'bold', size: 7 },
      { text: name, weight: 'regular', size: 7 },
      { text: formatInstant(now, context.settings().timeZone), weight: 'regular', size: 7 },
      { text: `SHA-256 ${fingerprint.slice(0, 16)} … ${fingerprint.slice(-16)}`, weight: 'regular', size: 6 },
    ],
    reservedFields: [
      { name: 'Kepala', tooltip: 'Tanda tangan kepala' },
      { name: 'ArsipTS1', tooltip: 'Cap waktu arsip' },
    ],
    signedAt: now.toISOString(),
    signerName: name,
    reason: sealed ? 'Segel integritas laporan' : 'Laporan dugaan pelanggaran netralitas',
    location: context.settings().letterhead.city,
    hash: 'sha256',
  };
}

/** Issues a report: signed by the vault's seal or by a PKCS#12 file, kept with its bytes, hash and expected signer. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IssuedReport, ReportOptions } from '#shared/contract/reports.ts';
import type { ReportSignature } from '#shared/contract/report-job.ts';
import { caseById } from '../cases/case-rows.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { subjectName } from '../signing/cms-signature.ts';
import { appearanceLines } from '../signatures/appearance.ts';
import { type ChosenSigner, chooseSigner } from '../signatures/choose-signer.ts';
import { ISSUER_FIELD, RESERVED_FIELDS } from '../signatures/fields.ts';
import { recordIssuedLevel } from '../signatures/issued-level.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import { buildPdf } from './build-pdf.ts';
import { issuedReportById } from './issued-reports.ts';

export async function issueReport(
  input: InputOf<'reports.issue'>,
  context: UseCaseContext,
): Promise<OutputOf<'reports.issue'>> {
  const number = textOf(caseById(context.database, input.caseId), 'number');
  const chosen = await chooseSigner(input.signature, context);
  const { signature: _signature, certification, ...options } = input;
  return {
    jobId: context.startJob('report-issue', number, (progress) =>
      issue(options, { ...chosen, certification }, progress, context),
    ),
  };
}

async function issue(
  options: ReportOptions,
  { signer, sealed, hash, certification }: ChosenSigner & Pick<InputOf<'reports.issue'>, 'certification'>,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IssuedReport> {
  const head = context.custodyHead();
  const name = subjectName(signer.certificate);
  const fingerprint = certificateFingerprint(signer.certificate);
  const built = await buildPdf(
    options,
    { signer, appearance: { ...appearanceOf(name, fingerprint, sealed, context), hash, certification } },
    progress,
    context,
  );
  const id = context.newId();
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
    recordIssuedLevel(database, id, built.stamp, context);
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
  return {
    fieldName: ISSUER_FIELD,
    tooltip: sealed ? 'Segel integritas internal' : 'Tanda tangan petugas',
    lines: appearanceLines({ name, fingerprint, sealed }, context),
    reservedFields: [...RESERVED_FIELDS],
    signedAt: now.toISOString(),
    signerName: name,
    reason: sealed ? 'Segel integritas laporan' : 'Laporan dugaan pelanggaran netralitas',
    location: context.settings().letterhead.city,
    hash: 'sha256',
  };
}

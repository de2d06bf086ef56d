/** A further signature on an issued document, in a field that was kept for it. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { DocumentSignatures } from '#shared/contract/signatures.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { issuedReportById } from '../reports/issued-reports.ts';
import { subjectName } from '../signing/cms-signature.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import { appearanceLines } from './appearance.ts';
import { type ChosenSigner, chooseSigner } from './choose-signer.ts';
import { statusOf } from './document-versions.ts';
import { noteWaiting } from './raise-level.ts';
import { updateDocument } from './update-document.ts';

/** REPORT_UNKNOWN and every answer of a key at once; SIGNATURE_FIELD_NONE, SIGNATURES_NOT_ALLOWED by the job. */
export async function signDocument(
  input: InputOf<'signatures.sign'>,
  context: UseCaseContext,
): Promise<OutputOf<'signatures.sign'>> {
  const { caseNumber, number } = issuedReportById(context.database, input.reportId);
  const chosen = await chooseSigner(input.signature, context);
  const label = number === '' ? caseNumber : number;
  return { jobId: context.startJob('report-sign', label, (progress) => sign(input, chosen, progress, context)) };
}

async function sign(
  { reportId, field }: InputOf<'signatures.sign'>,
  { signer, sealed, hash }: ChosenSigner,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<DocumentSignatures> {
  const name = subjectName(signer.certificate);
  const fingerprint = certificateFingerprint(signer.certificate);
  const signature = {
    fieldName: field,
    lines: appearanceLines({ name, fingerprint, sealed }, context),
    signedAt: context.now().toISOString(),
    signerName: name,
    reason: sealed ? 'Segel integritas dokumen' : 'Menyetujui dokumen ini',
    location: context.settings().letterhead.city,
    hash,
  };
  const { stampProblem } = await updateDocument(
    {
      reportId,
      steps: [{ kind: 'sign', signature }],
      signer,
      // What was gathered for the signatures before says nothing of this one.
      level: (before, stamped) => (before !== 'B-B' && stamped ? 'B-T' : 'B-B'),
      cause: { cause: 'signed', signer: { name, fingerprint }, action: 'report.signed' },
    },
    progress,
    context,
  );
  if (stampProblem !== null) noteWaiting(reportId, 'B-T', stampProblem, context);
  return statusOf(context.database, reportId);
}

import { X509Certificate } from 'node:crypto';
import type { OutputOf } from '#shared/contract/index.ts';
import type { UseCaseContext, UseCases } from '../kernel.ts';
import { subjectName } from '../signing/cms-signature.ts';
import { certificateToPem } from '../signing/seal-certificate.ts';
import { listIssuedReports, viewIssuedReport } from './issued-reports.ts';
import { verifyReport } from './verify-report.ts';

/** The reports' use cases by operation. */
export const reportsUseCases = {
  'reports.list': listIssuedReports,
  'reports.view': viewIssuedReport,
  'reports.verify': verifyReport,
  'reports.sealCertificate': (_input, context) => sealCertificate(context),
} satisfies Partial<UseCases>;

function sealCertificate({ seal }: UseCaseContext): OutputOf<'reports.sealCertificate'> {
  return {
    fingerprint: seal.fingerprint,
    pem: certificateToPem(seal.certificateDer),
    subject: subjectName(seal.certificateDer),
    validUntil: new Date(new X509Certificate(seal.certificateDer).validTo).toISOString(),
  };
}

/** What the visible signature of whoever issues a document says, and the fields that are kept for later signers. */
import type { ReportSignature } from '#shared/contract/report-job.ts';
import type { UseCaseContext } from '../kernel.ts';
import { appearanceLines } from '../signatures/appearance.ts';
import { ISSUER_FIELD, RESERVED_FIELDS } from '../signatures/fields.ts';

export function appearanceOf(
  name: string,
  fingerprint: string,
  sealed: boolean,
  context: UseCaseContext,
): ReportSignature {
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

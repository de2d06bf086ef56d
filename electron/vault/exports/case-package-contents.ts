/** What goes into a case package: every original of the evidence that stands in the case, every issued document. */
import {
  type CasePackageManifest,
  PACKAGE_NAMES,
  type PackagedFile,
  type PackagedOriginal,
} from '#shared/contract/case-package.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { attachmentName } from '../reports/attachment-name.ts';
import { type MaterialItem, readCaseMaterial } from '../reports/case-material.ts';
import { openDocument } from '../signatures/document-versions.ts';
import { listIssuedReports } from '../reports/issued-reports.ts';

/**
 * The list, with the hashes that are on record: whoever writes it checks them. Page data of captures made with an account
 * stay out, and are listed as left out, unless `withAccountData` says that they are meant. CASE_UNKNOWN, PACKAGE_NO_EVIDENCE.
 */
export function casePackageContents(
  caseId: string,
  context: UseCaseContext,
  withAccountData: boolean,
): CasePackageManifest {
  const { page, items } = readCaseMaterial(context, caseId);
  const all = items.flatMap(originalsOf);
  const originals = all.filter((one) => withAccountData || !one.accountData);
  if (originals.length === 0) throw new AppError('PACKAGE_NO_EVIDENCE', { case: page.case.number });
  const files = [...originals, ...documentsOf(caseId, context)];
  // Windows takes both for one name: one file would be lost.
  if (new Set(files.map((file) => file.path.toLowerCase())).size < files.length)
    throw new Error('two files of one name');
  const now = context.now();
  return {
    format: 'netra-case-package',
    formatVersion: 1,
    sifat: 'RAHASIA',
    caseId,
    caseNumber: page.case.number,
    madeAt: now.toISOString(),
    madeAtLocal: formatInstant(now, context.settings().timeZone),
    madeBy: { id: context.actor.id, name: context.actor.name },
    appVersion: context.vault.appVersion,
    vaultId: context.vault.id,
    custodyHead: context.custodyHead(),
    sealFingerprint: context.seal.fingerprint,
    files,
    leftOut: all
      .filter((one) => !originals.includes(one))
      .map(({ evidenceNumber, kind, bytes, sha256 }) => ({
        evidenceNumber,
        kind,
        bytes,
        sha256,
        reason: 'memuat data akun petugas',
      })),
  };
}

function originalsOf({ evidence, artefacts, capture }: MaterialItem): PackagedOriginal[] {
  return artefacts.map((artefact) => ({
    type: 'original',
    path: `${PACKAGE_NAMES.originals}/${attachmentName(evidence.number, artefact)}`,
    bytes: artefact.bytes,
    sha256: artefact.sha256,
    evidenceNumber: evidence.number,
    kind: artefact.kind,
    mediaType: artefact.mime,
    secondHand: evidence.secondHand,
    accountData: capture?.visibility.accountData === true && carriesPageData(artefact.kind),
    address: evidence.address === '' ? null : evidence.address,
    capturedAt: evidence.capturedAt,
  }));
}

/** Numbered in the order of their issue. */
function documentsOf(caseId: string, context: UseCaseContext): PackagedFile[] {
  const { rows } = listIssuedReports({ caseId }, context);
  return rows.toReversed().map((report, index) => ({
    ...newestOf(report.id, context),
    type: 'document',
    path: `${PACKAGE_NAMES.documents}/laporan-${String(index + 1).padStart(2, '0')}-${report.kind}${report.draft ? '-draf' : ''}.pdf`,
    kind: report.kind,
    number: report.number === '' ? null : report.number,
    issuedAt: report.issuedAt,
    issuedBy: report.user,
    draft: report.draft,
    signer: report.signer,
    signerFingerprint: report.signerFingerprint,
  }));
}

/** The version that is handed out. */
function newestOf(reportId: string, context: UseCaseContext): { readonly bytes: number; readonly sha256: string } {
  const { bytes, sha256 } = openDocument(context, reportId);
  return { bytes, sha256 };
}

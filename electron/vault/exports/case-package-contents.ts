/** What goes into a case package, by its kind, with the hashes that are on record: whoever writes it checks them. */
import {
  PACKAGE_NAMES,
  type CasePackageManifest,
  type PackagedCopy,
  type PackagedFile,
  type PackagedOriginal,
  type PackageKind,
} from '#shared/contract/case-package.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { issuedDocumentById } from '../documents/issued-documents.ts';
import { copiesOf } from '../evidence/copy-rows.ts';
import { copyTextsOf } from '../evidence/copy-text.ts';
import type { UseCaseContext } from '../kernel.ts';
import { attachmentName } from '../reports/attachment-name.ts';
import { type CaseMaterial, type MaterialItem, readCaseMaterial } from '../reports/case-material.ts';
import { openDocument } from '../signatures/document-versions.ts';
import { listIssuedReports } from '../reports/issued-reports.ts';

export interface PackageContents {
  readonly page: CaseMaterial['page'];
  /** Evidence, copies and documents, as the vault holds them. */
  readonly files: readonly PackagedFile[];
  readonly leftOut: CasePackageManifest['leftOut'];
}

/**
 * Of the kind lengkap: every original that stands, every copy that stands, every issued document. Of the kind disamarkan: the
 * copies that were chosen for masked reports, and the masked documents; nothing else. Page data of captures made with an account
 * stay out, and are listed as left out, unless `withAccountData` says that they are meant. CASE_UNKNOWN, PACKAGE_NO_EVIDENCE,
 * PACKAGE_NOTHING_MASKED.
 */
export function casePackageContents(
  caseId: string,
  context: UseCaseContext,
  options: { readonly kind: PackageKind; readonly withAccountData: boolean },
): PackageContents {
  const { page, items } = readCaseMaterial(context, caseId);
  const full = options.kind === 'lengkap';
  const all = full ? items.flatMap(originalsOf) : [];
  const originals = all.filter((one) => options.withAccountData || !one.accountData);
  const copies = items.flatMap((item) => copiesIn(item, options.kind, context));
  const documents = documentsOf(caseId, options.kind, context);
  const params = { case: page.case.number };
  if (full && originals.length === 0) throw new AppError('PACKAGE_NO_EVIDENCE', params);
  if (!full && copies.length + documents.length === 0) throw new AppError('PACKAGE_NOTHING_MASKED', params);
  const files = [...originals, ...copies, ...documents];
  // Windows takes both for one name: one file would be lost.
  if (new Set(files.map((file) => file.path.toLowerCase())).size < files.length)
    throw new Error('two files of one name');
  const leftOut = all
    .filter((one) => !originals.includes(one))
    .map(({ evidenceNumber, kind, bytes, sha256 }) => {
      const reason = 'memuat data akun petugas' as const;
      return { evidenceNumber, kind, bytes, sha256, reason };
    });
  return { page, files, leftOut };
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
    origin: evidence.origin,
    secondHand: evidence.secondHand,
    accountData: capture?.visibility.accountData === true && carriesPageData(artefact.kind),
    address: evidence.address === '' ? null : evidence.address,
    capturedAt: evidence.capturedAt,
  }));
}

/** In a masked package the picture that masked reports show, without its words; in a full one all copies that stand. */
function copiesIn({ evidence, artefacts }: MaterialItem, kind: PackageKind, context: UseCaseContext): PackagedCopy[] {
  const copies = copiesOf(context.database, evidence.id).filter((copy) => copy.withdrawn === null);
  const texts = new Map(copyTextsOf(context.database, evidence.id).map((text) => [text.id, text]));
  return copies
    .toReversed()
    .filter((copy) => kind === 'lengkap' || copy.usedInMasked)
    .flatMap((copy) => {
      const text = copy.textId === null || kind === 'disamarkan' ? undefined : texts.get(copy.textId);
      const facts = {
        type: 'working-copy',
        evidenceNumber: evidence.number,
        version: copy.version,
        originalSha256: artefacts.find(({ id }) => id === copy.derivedFrom)?.sha256 ?? evidence.mainSha256,
        masks: copy.edits.masks.length,
        usedInMasked: copy.usedInMasked,
        capturedAt: evidence.capturedAt,
      } as const;
      const path = `${PACKAGE_NAMES.copies}/${evidence.number}-salinan-kerja-${copy.version}`;
      const picture = { ...facts, path: `${path}.png`, bytes: copy.bytes, sha256: copy.sha256, mediaType: copy.mime };
      if (text === undefined) return [picture];
      return [picture, { ...facts, path: `${path}.txt`, bytes: text.bytes, sha256: text.sha256, mediaType: text.mime }];
    });
}

/** Named by kind and numbered in the order of their issue, also those that a masked package leaves out. */
function documentsOf(caseId: string, kind: PackageKind, context: UseCaseContext): PackagedFile[] {
  const { rows } = listIssuedReports({ caseId }, context);
  return rows
    .toReversed()
    .map((report, index) => ({ report, number: String(index + 1).padStart(2, '0') }))
    .filter(({ report }) => kind === 'lengkap' || report.kind === 'disamarkan')
    .map(({ report, number }) => ({
      ...newestOf(report.id, context),
      type: 'document',
      path: `${PACKAGE_NAMES.documents}/${kindOf(report.id, context)}-${number}-${report.kind}${report.draft ? '-draf' : ''}.pdf`,
      kind: report.kind,
      number: report.number === '' ? null : report.number,
      issuedAt: report.issuedAt,
      issuedBy: report.user,
      draft: report.draft,
      signer: report.signer,
      signerFingerprint: report.signerFingerprint,
    }));
}

/** The kind as a part of a file's name: "ba-verifikasi". */
function kindOf(reportId: string, { database }: UseCaseContext): string {
  return issuedDocumentById(database, reportId).document.replaceAll('_', '-');
}

/** The version that is handed out. */
function newestOf(reportId: string, context: UseCaseContext): { readonly bytes: number; readonly sha256: string } {
  const { bytes, sha256 } = openDocument(context, reportId);
  return { bytes, sha256 };
}

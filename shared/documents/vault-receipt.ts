/** The receipt of a vault, made when it is created: what paper needs to recognise the vault and its seal later. */
import type { DocumentModel } from '#shared/contract/document-model.ts';
import type { ReceiptModel } from '#shared/contract/report-model.ts';
import type { ReportWording } from '#shared/contract/report-wording.ts';
import { field, fields, paragraphs, signatures } from './blocks.ts';

export function buildVaultReceipt(
  receipt: ReceiptModel,
  { receipt: words, seal }: Pick<ReportWording, 'receipt' | 'seal'>,
): DocumentModel {
  return {
    document: 'official',
    kind: 'vault_receipt',
    documentId: null,
    variant: 'lengkap',
    paper: receipt.paper,
    marks: [],
    info: { title: words.title, author: receipt.vaultName, subject: words.introduction },
    runningHead: words.title,
    initials: [],
    blocks: [
      ...(receipt.letterhead === null ? [] : [{ block: 'kop' as const, letterhead: receipt.letterhead }]),
      { block: 'title', title: words.title, subtitle: null },
      ...paragraphs([words.introduction]),
      fields(
        [
          field(words.vault, receipt.vaultName, 'strong'),
          field(words.vaultId, receipt.vaultId, 'mono'),
          field(words.created, receipt.createdAtText),
          field(words.user, receipt.user),
          field(words.fingerprint, receipt.sealFingerprint, 'hash'),
        ],
        150,
      ),
      ...paragraphs([words.fingerprintNote], 'note'),
      ...paragraphs([seal.label], 'caution'),
      ...paragraphs([words.keep]),
      { block: 'custody-head', head: receipt.custodyHead, sealFingerprint: null, title: null },
      ...signatures(receipt.signatures),
    ],
    attachments: [],
    custodyHead: receipt.custodyHead,
    appVersion: receipt.appVersion,
    createdAt: receipt.createdAt,
  };
}

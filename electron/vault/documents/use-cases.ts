import type { UseCases } from '../kernel.ts';
import { issueReport, previewReport } from './as-report.ts';
import { batchSize, issueBatch } from './batch.ts';
import { emblemView, setEmblem } from './emblem.ts';
import { issueDocument } from './issue-document.ts';
import { listDocuments } from './issued-documents.ts';
import { offerKinds } from './offer-kinds.ts';
import { changeOffice, readOffice } from './office.ts';
import { previewDocument } from './preview-document.ts';
import { listWording, setWording } from './wording.ts';

/** The documents' use cases by operation. */
export const documentsUseCases = {
  'reports.preview': previewReport,
  'reports.issue': issueReport,
  'documents.kinds': offerKinds,
  'documents.preview': previewDocument,
  'documents.issue': issueDocument,
  'documents.list': listDocuments,
  'documents.batchSize': batchSize,
  'documents.batch': issueBatch,
  'documents.wording': listWording,
  'documents.setWording': setWording,
  'documents.office': (_input, context) => ({ office: readOffice(context.database), emblem: emblemView(context) }),
  'documents.setOffice': changeOffice,
  'documents.setEmblem': setEmblem,
} satisfies Partial<UseCases>;

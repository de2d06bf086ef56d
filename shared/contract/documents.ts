/** Documents of every kind: what kinds there are, prepared from the vault, previewed, issued, listed, one by one or in batches. */
import { z } from 'zod';
import { CERTIFICATIONS, FIELD_INPUTS, SECRECY_NAMES } from '../domain/issuing/office-kinds.ts';
import { MISSING_CODES } from '../domain/cases/missing.ts';
import { caseStatus } from './cases.ts';
import {
  day,
  done,
  fileToken,
  id,
  instant,
  line,
  nothing,
  page,
  requiredLine,
  sha256,
  startedJob,
  viewHandle,
} from './common.ts';
import { documentKindName } from './document-model.ts';
import { defineOperation } from './operation.ts';
import { revealPurpose } from './public-reports.ts';
import { signatureChoice, signatureLevel } from './signatures.ts';

export const documentKind = documentKindName;
export const documentVariant = z.enum(['lengkap', 'disamarkan']);
export const secrecy = z.enum(SECRECY_NAMES);
export const certification = z.enum(CERTIFICATIONS);

/** Somebody who signs for the office. `acting`: a.n. and u.b. stand before whom they act for, Plt. and Plh. before the position. */
export const officeSignatory = z.strictObject({
  id,
  capacity: z.enum(['pemeriksa', 'kepala']),
  acting: z.enum(['', 'a.n.', 'u.b.', 'Plt.', 'Plh.', 'Pj.']),
  /** Whom an a.n. or u.b. acts for; empty for the others. */
  onBehalfOf: line,
  position: line,
  name: requiredLine,
  rank: line,
  nip: line,
});
export type OfficeSignatory = z.infer<typeof officeSignatory>;

/** What the office has decided for one kind of document. */
export const documentKindSettings = z.strictObject({
  /** Empty: dots, to be filled in by hand in the register. */
  numberTemplate: line,
  classification: line,
  secrecy,
  /** `office`: the paper of all letters. */
  paper: z.enum(['office', 'A4', 'F4']),
  certification,
  /** Ids of signatories, in the order of the page; whoever issues signs besides. */
  signatories: z.array(id).max(6),
  copies: z.array(line).max(10),
});
export type DocumentKindSettings = z.infer<typeof documentKindSettings>;

export const officeDocuments = z.strictObject({
  /** {kode_opd}; the counters of numbers are kept by it. */
  agencyCode: line,
  /** A document that cites unverified legal rows: marked DRAF, or refused. */
  unverifiedLegal: z.enum(['draft', 'refuse']),
  signatories: z.array(officeSignatory).max(50),
  kinds: z.record(documentKind, documentKindSettings),
});
export type OfficeDocuments = z.infer<typeof officeDocuments>;

/** What is to be printed. */
export const documentDraft = z.strictObject({
  document: documentKind,
  variant: documentVariant.default('lengkap'),
  /** For the kinds that are about a case; minutes about a package (its field `package`) take it from there. */
  caseId: id.nullable().default(null),
  /** For the kinds of PUBLIC_REPORT_DOCUMENTS: the report from the public that it is about, in place of a case. */
  publicReportId: id.nullable().default(null),
  /** Names who reported, which nothing else does: what for, for the log. */
  reporter: z
    .strictObject({ purpose: revealPurpose, note: line.default('') })
    .nullable()
    .default(null),
  /** For the day's receipt; the day of today where it is not given. */
  day: day.nullable().default(null),
  /** `next`: by the template, its counter taken when the document is issued; without a template as `blank`. */
  number: z
    .discriminatedUnion('how', [
      z.strictObject({ how: z.literal('next') }),
      z.strictObject({ how: z.literal('blank') }),
      z.strictObject({ how: z.literal('typed'), text: requiredLine }),
      // The masked version of an issued full document: the same letter, so the same number.
      z.strictObject({ how: z.literal('same'), as: id }),
    ])
    .default({ how: 'next' }),
  /** By the names of shared/domain/issuing/office-kinds.ts; what is not given is as in the document replaced or masked, else its default. */
  fields: z.record(z.string().max(60), z.string().max(20_000)).default({}),
  /** In place of those of the kind's settings. */
  signatories: z.array(id).max(6).optional(),
  /** The issued document that this one replaces. */
  supersedes: id.nullable().default(null),
});
export type DocumentDraft = z.output<typeof documentDraft>;

/** Value of a preview job: held in memory and served until the lock. */
export const documentPreview = z.strictObject({
  handle: viewHandle,
  pages: z.number().int(),
  bytes: z.number().int(),
  /** As it would be printed now; null prints dots. */
  number: z.string().nullable(),
  /** Codes of shared/domain/cases/missing.ts. */
  draftReasons: z.array(z.enum(MISSING_CODES)),
});

export const documentState = z.enum(['draf', 'berlaku', 'digantikan']);

const otherDocument = z.strictObject({ id, number: z.string() }).nullable();
export const issuedDocument = z.strictObject({
  /** Also the identifier that is printed and stands in the file's metadata (NetraDocumentId). */
  id,
  document: documentKind,
  variant: documentVariant,
  caseId: id.nullable(),
  /** Of the case, or of the report from the public. */
  caseNumber: z.string().nullable(),
  publicReportId: id.nullable(),
  day: day.nullable(),
  number: z.string(),
  issuedAt: instant,
  user: z.string(),
  sha256,
  bytes: z.number().int(),
  pages: z.number().int(),
  state: documentState,
  signer: z.string(),
  signerFingerprint: sha256,
  sealed: z.boolean(),
  /** Of its newest version; see shared/contract/signatures.ts. */
  level: signatureLevel,
  /** Who must have signed or is still to sign, by the field that was kept for it. */
  expectedSigners: z.array(z.strictObject({ field: z.string(), name: z.string() })),
  supersedes: otherDocument,
  supersededBy: otherDocument,
  /** The full document whose masked version it is, under the same number. */
  maskedOf: otherDocument,
  /** Its own masked version in force. */
  maskedBy: otherDocument,
});
export type IssuedDocument = z.infer<typeof issuedDocument>;

/** One kind as the screens offer it, with defaults for a case where one is named. */
export const offeredKind = z.strictObject({
  document: documentKind,
  about: z.enum(['case', 'day', 'public-report']),
  needsEvidence: z.boolean(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      input: z.enum(FIELD_INPUTS),
      required: z.boolean(),
      value: z.string(),
    }),
  ),
  /** What the next number would be; null prints dots. */
  nextNumber: z.string().nullable(),
  settings: documentKindSettings,
});
export type OfferedKind = z.infer<typeof offeredKind>;

/** One text of a kind's wording. */
export const wordingText = z.strictObject({
  key: z.string(),
  type: z.enum(['text', 'list']),
  label: z.strictObject({ id: z.string(), en: z.string() }),
  /** Names that may stand in braces. */
  fields: z.array(z.string()),
  /** In force; a list has one entry a line. */
  text: z.string(),
  standard: z.string(),
});
export type WordingText = z.infer<typeof wordingText>;
/** Texts by their key; what is not named is the standard. */
export const wordingTexts = z.record(z.string().max(100), z.string().max(20_000));

export const batchSelection = z.strictObject({
  document: documentKind,
  /** `keduanya`: the full one and its masked version, under one number. */
  variant: z.enum([...documentVariant.options, 'keduanya']).default('lengkap'),
  /** Cases that were opened in this period, both days included. */
  from: day,
  to: day,
  /** Cases in one of these stages; none: all. */
  statuses: z.array(caseStatus).max(20).default([]),
  /** Words of the respondents' unit or agency; empty: all. */
  unit: line.default(''),
  number: z.enum(['next', 'blank']).default('next'),
  fields: documentDraft.shape.fields,
});
/** Value of a batch job: one line a document. What was issued before a cancel stays issued. */
export const batchResult = z.strictObject({
  cases: z.number().int(),
  issued: z.array(z.strictObject({ id, variant: documentVariant, caseNumber: z.string(), number: z.string() })),
  refused: z.array(
    z.strictObject({
      variant: documentVariant,
      caseNumber: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  cancelled: z.boolean(),
});
export type BatchResult = z.infer<typeof batchResult>;

export const emblem = z.strictObject({ handle: viewHandle, width: z.number().int(), height: z.number().int() });

const windows = ['main'] as const;
const common = { runs: 'vault', windows, vault: 'unlocked' } as const;
export const documentsOperations = {
  kinds: defineOperation({
    name: 'documents.kinds',
    kind: 'query',
    ...common,
    /** `package`: whose hand-over the minutes are about; `sameAs`: the full document whose masked version is to be made; `replaces`: the one issued anew. */
    input: z.strictObject({
      caseId: id.nullable().default(null),
      package: id.nullable().default(null),
      publicReportId: id.nullable().default(null),
      sameAs: id.nullable().default(null),
      replaces: id.nullable().default(null),
    }),
    output: z.strictObject({ rows: z.array(offeredKind), signatories: z.array(officeSignatory) }),
  }),
  /** The job's value is a documentPreview. `wording` tries texts that are not kept. */
  preview: defineOperation({
    name: 'documents.preview',
    kind: 'command',
    ...common,
    input: documentDraft.extend({ wording: wordingTexts.optional() }),
    output: startedJob,
  }),
  /** The job's value is an issuedDocument. */
  issue: defineOperation({
    name: 'documents.issue',
    kind: 'command',
    ...common,
    input: documentDraft.extend({ signature: signatureChoice }),
    output: startedJob,
  }),
  list: defineOperation({
    name: 'documents.list',
    kind: 'query',
    ...common,
    input: z.strictObject({
      query: line.default(''),
      /** This one alone. */
      id: id.optional(),
      document: documentKind.optional(),
      variant: documentVariant.optional(),
      state: documentState.optional(),
      caseId: id.optional(),
      publicReportId: id.optional(),
      /** Valid ones that somebody is still to sign. */
      unsigned: z.boolean().optional(),
      /** Issued on these days, both included. */
      from: day.optional(),
      to: day.optional(),
      /** False: without drafts. */
      drafts: z.boolean().optional(),
      sort: z.enum(['number', 'issuedAt', 'document', 'case']).default('issuedAt'),
      descending: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(issuedDocument) }),
  }),
  /** How many cases a batch would go through. */
  batchSize: defineOperation({
    name: 'documents.batchSize',
    kind: 'query',
    ...common,
    input: batchSelection,
    output: z.strictObject({ cases: z.number().int() }),
  }),
  /** One document a case, all signed by one key that lives for this job; the job's value is a batchResult. */
  batch: defineOperation({
    name: 'documents.batch',
    kind: 'command',
    ...common,
    input: batchSelection.extend({ signature: signatureChoice.default({ method: 'seal' }) }),
    output: startedJob,
  }),
  wording: defineOperation({
    name: 'documents.wording',
    kind: 'query',
    ...common,
    input: z.strictObject({ document: documentKind }),
    output: z.strictObject({ texts: z.array(wordingText) }),
  }),
  /** Keeps what differs from the standard; an empty record sets everything back. */
  setWording: defineOperation({
    name: 'documents.setWording',
    kind: 'command',
    ...common,
    input: z.strictObject({ document: documentKind, texts: wordingTexts }),
    output: z.strictObject({ texts: z.array(wordingText) }),
  }),
  office: defineOperation({
    name: 'documents.office',
    kind: 'query',
    ...common,
    input: nothing,
    output: z.strictObject({ office: officeDocuments, emblem: emblem.nullable() }),
  }),
  setOffice: defineOperation({
    name: 'documents.setOffice',
    kind: 'command',
    ...common,
    input: officeDocuments,
    output: officeDocuments,
  }),
  /** A PNG or JPEG; null takes the emblem away. */
  setEmblem: defineOperation({
    name: 'documents.setEmblem',
    kind: 'command',
    ...common,
    input: z.strictObject({ file: fileToken.nullable() }),
    output: done,
  }),
};

/**
 * The plain document that a report is laid out from. Every value is ready to print: times are formatted, names are
 * decided, what must be masked has been taken out by whoever builds it. The layout decides nothing about content.
 */
import { z } from 'zod';
import { reportAccountSchema, reportActSchema } from './report-proof.ts';

const line = z.string().max(2_000);
const paragraph = z.string().max(40_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const inputName = z.string().min(1).max(200);

/** A picture that the worker may read: lossless RGB PNG, 8 bits, not interlaced (the images worker makes such). */
export const pictureSchema = z.strictObject({
  input: inputName,
  widthPixels: z.int().min(1).max(65_535),
  heightPixels: z.int().min(1).max(1_000_000),
});

/** Letterhead (kop naskah dinas); all of it comes from settings. */
export const letterheadSchema = z.strictObject({
  government: line,
  agency: line,
  addressLines: z.array(line).max(4),
  phone: line.nullable(),
  website: line.nullable(),
  email: line.nullable(),
  postalCode: line.nullable(),
  emblem: pictureSchema.nullable(),
});

/** Who or what the report is about, as of the date it says. */
export const subjectSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('asn'),
    name: line,
    nip: line,
    rank: line.nullable(),
    position: line.nullable(),
    unit: line.nullable(),
    asOf: line.nullable(),
    identification: line.nullable(),
  }),
  z.strictObject({
    type: z.literal('ptt'),
    name: line,
    nik: line.nullable(),
    decree: line.nullable(),
    position: line.nullable(),
    unit: line.nullable(),
    asOf: line.nullable(),
    identification: line.nullable(),
  }),
  z.strictObject({
    type: z.literal('account'),
    platform: line,
    account: line,
    address: line.nullable(),
    identification: line.nullable(),
  }),
  z.strictObject({ type: z.literal('unknown'), note: line.nullable() }),
]);

/** One alleged violation with its legal reference and how far that reference has been checked. */
export const allegationSchema = z.strictObject({
  code: line,
  text: paragraph,
  candidateStatus: line.nullable(),
  actDate: line.nullable(),
  /** Whether the public sees what the case shows, by its evidence; nullish where no evidence is looked at. */
  publicView: line.nullish(),
  basis: line.nullable(),
  sanctionReference: line.nullable(),
  verification: z.enum(['terverifikasi', 'salinan_dibaca', 'sumber_sekunder', 'inferensi', 'ingatan', 'konflik']),
  verifiedBy: line.nullable(),
  sourceUrl: z.url().nullable(),
  conflict: paragraph.nullable(),
});

const artefactSchema = z.strictObject({ what: line, sha256, bytes: z.int().min(0).nullable() });

/** What a masked item shows instead of itself: a picture drawn anew, in which what must not be seen is covered. */
const maskedCopySchema = z.strictObject({
  /** Of the copy's own file. */
  sha256,
  /** Of the untouched picture it was drawn from. */
  originalSha256: sha256,
  /** What was covered, in words and numbers. */
  covered: line,
  capturedAt: line,
  capturedAtUtc: line.nullable(),
  secondHand: z.boolean(),
});

/** One row of the evidence table. A masked item says nothing but its number, its hash, and what its working copy shows. */
export const evidenceSchema = z.discriminatedUnion('masked', [
  z.strictObject({
    masked: z.literal(false),
    number: line,
    what: line,
    address: paragraph.nullable(),
    obtainedBy: line.nullable(),
    capturedAt: line,
    capturedAtUtc: line.nullable(),
    sha256,
    secondHand: z.boolean(),
    warnings: z.array(line).max(50),
    /** Whether the public sees it, in words; printed where it is given. */
    visibility: line.nullish(),
    /** What its second looks came to, in words. */
    secondLooks: z.array(line).max(20).optional(),
    artefacts: z.array(artefactSchema).max(200),
  }),
  z.strictObject({ masked: z.literal(true), number: line, sha256, copy: maskedCopySchema.nullable() }),
]);

/** The pages that show one evidence item. */
export const evidencePageSchema = z.strictObject({
  evidenceNumber: line,
  caption: z.array(line).max(30),
  /** What a reader who does not see the picture should know (alternate text). */
  alternateText: paragraph,
  picture: pictureSchema.nullable(),
  /** Where to look, for each respondent. */
  notes: z.array(z.strictObject({ who: line, where: paragraph })).max(50),
});

/** An original that goes into the file, or that is only listed because it is too large. */
export const attachmentSchema = z.strictObject({
  /** Name of the worker's input; null for an item that is only listed. */
  input: inputName.nullable(),
  name: z.string().min(1).max(200),
  mime: z.string().regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i),
  description: line,
  evidenceNumber: line.nullable(),
  bytes: z.int().min(0),
  sha256,
  relationship: z.enum(['Source', 'Data', 'Supplement', 'Alternative', 'Unspecified']),
  createdAt: z.iso.datetime(),
});

/** A place to sign: by hand, or with the visible signature over it. */
export const signatureBlockSchema = z.strictObject({
  placeAndDate: line.nullable(),
  position: z.array(line).min(1).max(5),
  name: line,
  rank: line.nullable(),
  nip: line.nullable(),
  /** The signature field whose visible appearance goes into this block; null: signed by hand only. */
  digitalField: z.string().min(1).max(100).nullable(),
});

export const custodyHeadSchema = z.strictObject({
  sequence: z.int().min(0),
  hash: sha256,
  /** The text inside the QR code; see custodyHeadText. */
  qrText: z.string().min(1).max(500),
});

export const reportModelSchema = z
  .strictObject({
    document: z.literal('report'),
    kind: z.enum(['lengkap', 'disamarkan']),
    draft: z.boolean(),
    /** Why it is a draft; printed once on the first page. */
    draftReason: paragraph.nullable(),
    paper: z.enum(['A4', 'F4']),
    letterhead: letterheadSchema,
    title: line,
    number: line.nullable(),
    registration: line,
    sifat: line,
    lampiran: line,
    hal: line,
    date: line,
    from: line,
    recipients: z.array(line).min(1).max(10),
    basis: z.array(paragraph).max(50),
    subjects: z.array(subjectSchema).min(1).max(200),
    account: z.array(paragraph).max(200),
    /** Further numbered sections between the account and the allegations. */
    sections: z.array(z.strictObject({ title: line, paragraphs: z.array(paragraph).max(200) })).max(20),
    allegations: z.array(allegationSchema).max(100),
    /** Whose the accounts are, and what the acts' sheets have; see report-proof.ts. */
    accounts: z.array(reportAccountSchema).max(200),
    acts: z.array(reportActSchema).max(200),
    evidence: z.array(evidenceSchema).min(1).max(5_000),
    evidencePages: z.array(evidencePageSchema).max(5_000),
    custody: z.array(z.strictObject({ time: line, action: line, actor: line })).max(5_000),
    custodyHead: custodyHeadSchema,
    attachments: z.array(attachmentSchema).max(20_000),
    /** Further limits that this case has, besides the standing ones of the wording file. */
    limits: z.array(paragraph).max(50),
    sealFingerprint: sha256.nullable(),
    closing: z.array(paragraph).max(20),
    signatures: z.array(signatureBlockSchema).max(6),
    copies: z.array(line).max(30),
    appVersion: line,
    createdAt: z.iso.datetime(),
  })
  .superRefine((report, context) => {
    if (report.kind === 'disamarkan' && report.attachments.length > 0) {
      context.addIssue({ code: 'custom', path: ['attachments'], message: 'a masked report carries no originals' });
    }
    if (report.kind === 'lengkap' && report.evidence.some((item) => item.masked)) {
      context.addIssue({ code: 'custom', path: ['evidence'], message: 'only a masked report has masked items' });
    }
    const shown = new Set(
      report.evidence.filter((item) => !item.masked || item.copy !== null).map((item) => item.number),
    );
    report.evidencePages.forEach((page, index) => {
      if (!shown.has(page.evidenceNumber)) {
        context.addIssue({ code: 'custom', path: ['evidencePages', index], message: 'no such evidence to show' });
      }
    });
    reportDuplicates(
      report.attachments.map((item) => item.name),
      'attachments',
      context,
    );
    reportDuplicates(
      report.evidence.map((item) => item.number),
      'evidence',
      context,
    );
  });

/** The first-run receipt: what a keeper of the paper needs to recognise this vault and its seal later. */
export const receiptModelSchema = z.strictObject({
  document: z.literal('receipt'),
  paper: z.enum(['A4', 'F4']),
  letterhead: letterheadSchema.nullable(),
  vaultName: line,
  vaultId: line,
  createdAtText: line,
  user: line,
  sealFingerprint: sha256,
  custodyHead: custodyHeadSchema,
  signatures: z.array(signatureBlockSchema).max(2),
  appVersion: line,
  createdAt: z.iso.datetime(),
});

export type Picture = z.infer<typeof pictureSchema>;
export type Letterhead = z.infer<typeof letterheadSchema>;
export type Subject = z.infer<typeof subjectSchema>;
export type Allegation = z.infer<typeof allegationSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type MaskedCopy = z.infer<typeof maskedCopySchema>;
export type EvidencePage = z.infer<typeof evidencePageSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type SignatureBlock = z.infer<typeof signatureBlockSchema>;
export type CustodyHead = z.infer<typeof custodyHeadSchema>;
export type ReportModel = z.infer<typeof reportModelSchema>;
export type ReceiptModel = z.infer<typeof receiptModelSchema>;

/** The text of the QR code: which vault, and which entry of its custody log was the last when this was printed. */
export function custodyHeadText(vaultId: string, sequence: number, hash: string): string {
  return `NETRA-LOG 1 ${vaultId} ${sequence} ${hash}`;
}

/** Refuses two that are the same but for case, each where the second stands. */
export function reportDuplicates(names: readonly string[], path: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [path, index], message: `used twice: ${name}` });
    seen.add(key);
  });
}

/**
 * An official document as the layout draws it: what stands on every page, and blocks from top to bottom. Every value is
 * ready to print and what must be masked has been taken out; the layout decides nothing about content.
 */
import { z } from 'zod';
import { DOCUMENT_KIND_NAMES } from '../domain/issuing/document-kinds.ts';
import {
  allegationSchema,
  attachmentSchema,
  custodyHeadSchema,
  evidencePageSchema,
  evidenceSchema,
  letterheadSchema,
  reportDuplicates,
  signatureBlockSchema,
  subjectSchema,
} from './report-model.ts';
import { reportAccountSchema, reportActSchema } from './report-proof.ts';

const line = z.string().max(2_000);
const paragraph = z.string().max(40_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Every kind of document that Netra issues. */
export const documentKindName = z.enum(DOCUMENT_KIND_NAMES);

/** How a value looks. `address` and `hash` break where a reader can put them together again. */
export const valueLook = z.enum(['text', 'strong', 'small', 'mono', 'address', 'hash', 'caution', 'note']);

/** One labelled value. */
export const fieldSchema = z.strictObject({ label: line, value: paragraph, look: valueLook });

/** One piece of a table's cell; several stand one under the other. `evidence` links to that item's pages, if it has any. */
export const cellPieceSchema = z.strictObject({
  text: paragraph,
  look: valueLook,
  evidence: line.nullable().default(null),
});

const columnSchema = z.strictObject({
  heading: line,
  /** Share of the width against the other columns. */
  share: z.number().min(0.1).max(100),
  align: z.enum(['left', 'center', 'right']).default('left'),
});

/** A condition and what of it is there; `kosong` leaves a box to tick by hand. */
export const checkSchema = z.strictObject({
  item: line,
  state: z.enum(['ada', 'belum', 'tidak_perlu', 'kosong']),
  note: line.nullable(),
});

/** A legal reference from the table of references, with how far it has been checked. */
export const citationSchema = z.strictObject({
  text: paragraph,
  verification: allegationSchema.shape.verification,
});

/** Somebody who acts in a document: officer, examiner, witness, receiver. null leaves the row out. */
export const actorSchema = z.strictObject({
  name: line,
  nip: line.nullable(),
  rank: line.nullable(),
  position: line.nullable(),
  unit: line.nullable(),
  /** For people outside the office: address, identity, contact. */
  further: z.array(z.strictObject({ label: line, value: line })).max(6),
});

export const blockSchema = z.discriminatedUnion('block', [
  /** Letterhead with emblem and double rule; first of a document. */
  z.strictObject({ block: z.literal('kop'), letterhead: letterheadSchema }),
  /** Head of a nota dinas: title, number (null prints dots) and aligned rows, closed by a rule. */
  z.strictObject({
    block: z.literal('memo-head'),
    title: line,
    number: line.nullable(),
    rows: z.array(fieldSchema).max(12),
  }),
  /** Head of a letter: place and date on the right, Nomor, Sifat, Lampiran, Hal, then Yth. */
  z.strictObject({
    block: z.literal('letter-head'),
    placeAndDate: line,
    number: line.nullable(),
    sifat: line,
    lampiran: line,
    hal: line,
    recipients: z.array(line).min(1).max(10),
    recipientPlace: line.nullable(),
  }),
  /** Centred title and number, of minutes (berita acara), forms and receipts; number null: dots; undefined: no number. */
  z.strictObject({
    block: z.literal('title'),
    title: line,
    subtitle: line.nullable(),
    number: line.nullable().optional(),
  }),
  /** `lettered` counts A, B, C through the document. `keep`: points that must follow on the same page. */
  z.strictObject({
    block: z.literal('heading'),
    text: line,
    level: z.union([z.literal(2), z.literal(3)]),
    lettered: z.boolean(),
    keep: z.number().min(0).max(600).optional(),
  }),
  /** `letter`: the first line is indented, as letters have it. */
  z.strictObject({
    block: z.literal('paragraphs'),
    items: z.array(paragraph).max(400),
    tone: z.enum(['body', 'letter', 'note', 'caution', 'small']),
  }),
  z.strictObject({
    block: z.literal('list'),
    items: z.array(paragraph).max(1_000),
    style: z.enum(['number', 'letter', 'bullet']),
    /** Small print with little room between, for what must fit on a leaflet. */
    compact: z.boolean().optional(),
  }),
  /** Numbered legal references; what is not verified says so behind the reference. */
  z.strictObject({ block: z.literal('citations'), items: z.array(citationSchema).max(50) }),
  /** Labelled values with aligned colons: a person, an occasion, what a letter announces. */
  z.strictObject({
    block: z.literal('fields'),
    rows: z.array(fieldSchema).max(200),
    labelWidth: z.number().min(40).max(260).optional(),
  }),
  /** A person block; `number` null: the only one. */
  z.strictObject({ block: z.literal('person'), person: actorSchema, number: z.int().min(1).nullable() }),
  z.strictObject({ block: z.literal('subjects'), subjects: z.array(subjectSchema).max(200) }),
  z.strictObject({ block: z.literal('accounts'), accounts: z.array(reportAccountSchema).max(200) }),
  z.strictObject({ block: z.literal('acts'), acts: z.array(reportActSchema).max(200) }),
  z.strictObject({ block: z.literal('allegations'), allegations: z.array(allegationSchema).max(100) }),
  /** The header is repeated on each page. */
  z.strictObject({
    block: z.literal('table'),
    columns: z.array(columnSchema).min(1).max(10),
    rows: z.array(z.array(z.array(cellPieceSchema).max(20)).max(10)).max(20_000),
  }),
  /** The evidence table: what, where, when, page, warnings, hashes. */
  z.strictObject({ block: z.literal('evidence'), evidence: z.array(evidenceSchema).max(5_000) }),
  /** Hashes in full, in groups of four, with what each is of. */
  z.strictObject({
    block: z.literal('hashes'),
    rows: z.array(z.strictObject({ label: line, sha256, note: line.nullable() })).max(20_000),
  }),
  /** The summary of custody; `entries` may be empty. */
  z.strictObject({
    block: z.literal('custody'),
    entries: z.array(z.strictObject({ time: line, action: line, actor: line })).max(5_000),
  }),
  /** The head of the log as text and as a QR code, with the seal's fingerprint where there is one. */
  z.strictObject({
    block: z.literal('custody-head'),
    head: custodyHeadSchema,
    sealFingerprint: sha256.nullable(),
    title: line.nullable().default(null),
  }),
  /** The table of the document's attachments; of a masked one the sentence that it has none. */
  z.strictObject({ block: z.literal('attachments') }),
  /** A framed remark. */
  z.strictObject({
    block: z.literal('notice'),
    lines: z.array(paragraph).min(1).max(20),
    tone: z.enum(['plain', 'caution']),
  }),
  /** What the signatories declare; kept on one page and never parted from the signatures that follow. */
  z.strictObject({ block: z.literal('statement'), items: z.array(paragraph).min(1).max(20) }),
  /** Numbered questions and answers; an answer that is null leaves ruled lines to write on. */
  z.strictObject({
    block: z.literal('questions'),
    rows: z
      .array(
        z.strictObject({ question: paragraph, answer: paragraph.nullable(), lines: z.int().min(1).max(30).default(3) }),
      )
      .max(500),
  }),
  /** Numbered steps for a lay reader, each with the command to type where there is one. */
  z.strictObject({
    block: z.literal('steps'),
    rows: z.array(z.strictObject({ text: paragraph, command: line.nullable() })).max(50),
  }),
  /** A list of conditions with what of each is there. */
  z.strictObject({
    block: z.literal('checks'),
    rows: z.array(checkSchema).max(100),
  }),
  /** Two to a row, never parted from the paragraph before. */
  z.strictObject({
    block: z.literal('signatures'),
    title: line.nullable(),
    blocks: z.array(signatureBlockSchema).max(12),
  }),
  /** Tembusan. */
  z.strictObject({ block: z.literal('copies'), items: z.array(line).max(30) }),
  z.strictObject({ block: z.literal('page-break') }),
  /** The pages that show evidence: each begins on a page of its own; tall pictures in parts. */
  z.strictObject({
    block: z.literal('pictures'),
    title: line,
    evidence: z.array(evidenceSchema).max(5_000),
    pages: z.array(evidencePageSchema).max(5_000),
  }),
]);

/** Marks on top of and under every page, in the order in which they are printed. */
export const markName = z.enum(['rahasia', 'sangat_rahasia', 'terbatas', 'disamarkan', 'draf']);

export const documentModelSchema = z
  .strictObject({
    document: z.literal('official'),
    kind: z.union([documentKindName, z.literal('vault_receipt')]),
    /** Written into the file's metadata and printed small, so that a document is recognised without its signature. */
    documentId: z.uuid().nullable(),
    variant: z.enum(['lengkap', 'disamarkan']),
    paper: z.enum(['A4', 'F4']),
    marks: z.array(markName).max(3),
    /** Metadata of the file. */
    info: z.strictObject({ title: line, author: line, subject: line }),
    /** What the head of every page but the first says. */
    runningHead: line,
    /** Who puts initials under every page; empty: nobody. */
    initials: z.array(line).max(4),
    blocks: z.array(blockSchema).min(1).max(2_000),
    attachments: z.array(attachmentSchema).max(20_000),
    /** Printed short at the foot of every page. */
    custodyHead: custodyHeadSchema,
    appVersion: line,
    createdAt: z.iso.datetime(),
  })
  .superRefine((model, context) => {
    const issue = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
    if (model.variant === 'disamarkan') {
      if (model.attachments.length > 0) issue(['attachments'], 'a masked document carries no originals');
      if (!model.marks.includes('disamarkan')) issue(['marks'], 'a masked document says so on every page');
    }
    reportDuplicates(
      model.attachments.map((item) => item.name),
      'attachments',
      context,
    );
    model.blocks.forEach((block, index) => {
      if (block.block !== 'pictures' && block.block !== 'evidence') return;
      if (model.variant === 'lengkap' && block.evidence.some((item) => item.masked))
        issue(['blocks', index], 'only a masked document has masked items');
      reportDuplicates(
        block.evidence.map((item) => item.number),
        `blocks.${index}`,
        context,
      );
      if (block.block === 'evidence') return;
      const shown = new Set(
        block.evidence.filter((item) => !item.masked || item.copy !== null).map((item) => item.number),
      );
      if (block.pages.some((page) => !shown.has(page.evidenceNumber)))
        issue(['blocks', index], 'no such evidence to show');
    });
  });

export type ValueLook = z.infer<typeof valueLook>;
export type Field = z.infer<typeof fieldSchema>;
export type CellPiece = z.infer<typeof cellPieceSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type MarkName = z.infer<typeof markName>;
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<Name extends Block['block']> = Extract<Block, { block: Name }>;
export type DocumentModel = z.infer<typeof documentModelSchema>;

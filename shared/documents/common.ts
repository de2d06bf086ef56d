/** What the data of every kind of document is made of. Every value is ready to print and masked already where it must be. */
import { citationSchema, type DocumentModel } from '#shared/contract/document-model.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import {
  attachmentSchema,
  custodyHeadSchema,
  letterheadSchema,
  signatureBlockSchema,
} from '#shared/contract/report-model.ts';
import { z } from 'zod';

export const line = z.string().max(2_000);
export const paragraph = z.string().max(40_000);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const SECRECY = ['Biasa', 'Terbatas', 'Rahasia', 'Sangat Rahasia'] as const;

/** The frame of every document. */
export const frameSchema = z.strictObject({
  /** Identity of this issue of the document; null for a preview. */
  documentId: z.uuid().nullable(),
  variant: z.enum(['lengkap', 'disamarkan']),
  draft: z.boolean(),
  /** Why it is a draft, in a sentence; printed on the first page. */
  draftReason: paragraph.nullable(),
  /** Names the document that this one replaces, in a sentence; null when it replaces none. */
  replaces: paragraph.nullable(),
  paper: z.enum(['A4', 'F4']),
  letterhead: letterheadSchema,
  /** null prints dots, to be filled in by hand in the register. */
  number: line.nullable(),
  /** Registration number of the case, or what else the document belongs to. */
  registration: line,
  sifat: z.enum(SECRECY),
  /** Place and day as a letter has them: "Bengkulu, 23 November 2026". */
  placeAndDate: line,
  signatures: z.array(signatureBlockSchema).max(12),
  copies: z.array(line).max(30),
  custodyHead: custodyHeadSchema,
  sealFingerprint: sha256.nullable(),
  /** Originals to be put into the file; a masked document has none. */
  attachments: z.array(attachmentSchema).max(20_000),
  appVersion: line,
  createdAt: z.iso.datetime(),
});
export type Frame = z.infer<typeof frameSchema>;

/** When and where minutes are taken. `dayInWords`: shared/domain/text/day-in-words.ts. */
export const occasionSchema = z.strictObject({ dayInWords: line, time: line, place: line });
export type Occasion = z.infer<typeof occasionSchema>;

export const citationsSchema = z.array(citationSchema).max(50);

/** References of the data that nobody has compared with the official text. */
export function unverifiedCitations(citations: z.infer<typeof citationsSchema>): string[] {
  return citations.filter(({ verification }) => verification !== 'terverifikasi').map(({ text }) => text);
}

export interface DressOptions {
  readonly kind: DocumentKindName;
  readonly title: string;
  readonly subject: string;
  readonly blocks: DocumentModel['blocks'];
  readonly initials?: readonly string[];
}

/** Puts a kind's blocks into the frame. */
export function dress(frame: Frame, options: DressOptions): DocumentModel {
  return {
    document: 'official',
    kind: options.kind,
    documentId: frame.documentId,
    variant: frame.variant,
    paper: frame.paper,
    marks: marksOf(frame),
    info: {
      title: `${options.title} – ${frame.registration}`,
      author: frame.letterhead.agency,
      subject: options.subject,
    },
    runningHead: `${frame.registration} · ${options.title}`,
    initials: [...(options.initials ?? [])],
    blocks: options.blocks,
    attachments: frame.attachments,
    custodyHead: frame.custodyHead,
    appVersion: frame.appVersion,
    createdAt: frame.createdAt,
  };
}

const SECRET_MARKS: Readonly<Record<Frame['sifat'], DocumentModel['marks']>> = {
  Biasa: [],
  Terbatas: ['terbatas'],
  Rahasia: ['rahasia'],
  'Sangat Rahasia': ['sangat_rahasia'],
};

function marksOf({ variant, sifat, draft }: Frame): DocumentModel['marks'] {
  return [
    ...SECRET_MARKS[sifat],
    ...(variant === 'disamarkan' ? (['disamarkan'] as const) : []),
    ...(draft ? (['draf'] as const) : []),
  ];
}

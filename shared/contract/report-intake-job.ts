/**
 * What an incoming report from the public is read as, and the worker's job that reads it: pasted text, an email (.eml), a table of
 * reports (.csv, .xlsx and what else holds a table), or a WhatsApp chat export (.txt or .zip). Nothing in it is believed: hints
 * and proposals are for an officer to take or drop, and who reported stands apart from what was reported.
 */
import { z } from 'zod';
import { day, instant, line, sha256 } from './common.ts';

/** What a file is, told by its content. */
export const INTAKE_KINDS = ['text', 'email', 'table', 'chat'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** What a column of a table of reports can be. */
export const INTAKE_FIELDS = [
  'date',
  'reporter',
  'contact',
  'address',
  'respondent',
  'description',
  'links',
  'platform',
  'place',
] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** How a chat writes its days. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Characters of a draft's text; what is longer is cut, told, and stands whole in the original file. */
export const INTAKE_TEXT_CHARACTERS = 20_000;
/** Drafts that one file may hold. */
export const INTAKE_MOST_DRAFTS = 5_000;
/** Messages of one chat: WhatsApp itself exports at most 40,000. */
export const INTAKE_MOST_MESSAGES = 100_000;
/** Columns of a table that are looked at. */
export const INTAKE_COLUMNS = 64;

const count = z.int().min(0);
const name = z.string().max(255);
/** A value as the file states it, one line. */
const stated = z.string().max(1_000);

/** What is doubtful; each has a sentence where drafts are shown. */
export const INTAKE_WARNINGS = [
  /** The text was longer than a draft holds. {characters} */
  'TEXT_CUT',
  /** Bytes that are no characters of the stated (or usual) character set were replaced. {charset} */
  'CHARACTERS_REPLACED',
  /** The stated character set is not known; read as Windows-1252. {charset} */
  'CHARSET_UNKNOWN',
  /** The text was taken from the web page of the email. */
  'FROM_HTML',
  /** The email's page names pictures or other things on the network; none was fetched. {count} */
  'REMOTE_CONTENT',
  /** A part of the email is broken or was not read further. {part, problem} */
  'PART_BROKEN',
  /** The address for answers is not that of the sender. */
  'REPLY_TO_DIFFERS',
  /** A day was not understood. {row, written} */
  'DATE_UNREADABLE',
  /** A row of a table says neither what happened nor where. {row} */
  'ROW_WITHOUT_TEXT',
  /** A cell could not be read. {row, field, written} */
  'CELL_UNREADABLE',
  /** Messages with a day that fits no order. {count} */
  'DATE_ORDER_MIXED',
  /** Whether day or month comes first could not be told. */
  'DATE_ORDER_UNSURE',
  /** Lines that stand before the first message. {count} */
  'LINES_BEFORE_FIRST',
  /** A file that a message names is not in the export. {name} */
  'MEDIA_MISSING',
  /** The export was made without this file. {count} */
  'MEDIA_OMITTED',
  /** A file of the export is damaged. {name} */
  'MEDIA_DAMAGED',
  /** Files that no message names. {count} */
  'MEDIA_UNREFERENCED',
  /** A file's name had a path or signs in it that are not seen; they were taken out. {name} */
  'NAME_CLEANED',
  /** The content is of another type than its name or its header says. {name, mime} */
  'TYPE_DIFFERS',
  /** The text itself seems to say who reports. */
  'SENDER_IN_TEXT',
] as const;
export const intakeWarning = z.strictObject({
  code: z.enum(INTAKE_WARNINGS),
  params: z.record(z.string(), z.union([z.string().max(300), z.number()])),
});
export type IntakeWarning = z.infer<typeof intakeWarning>;

/** A file inside the file: an email's attachment, a chat's picture. */
export const intakeAttachment = z.strictObject({
  /** Stands for it in this reading: `part-1.2`, `media-7`. */
  id: z.string().regex(/^(part-\d+(\.\d+){0,60}|media-\d+|named-\d+)$/),
  /** Its own name without folders; never used as a path. */
  name: name.min(1),
  /** As the email's header says; null in chats. */
  statedType: name.nullable(),
  /** By its content. */
  mime: name,
  bytes: count,
  /** Null when it is not there or damaged. */
  sha256: sha256.nullable(),
  state: z.enum(['whole', 'missing', 'damaged']),
});
export type IntakeAttachment = z.infer<typeof intakeAttachment>;

/** When it came, as far as the file says. `instant` (UTC) where it states a zone, otherwise the day and time of its own clock. */
export const intakeReceived = z.strictObject({
  instant: z.iso.datetime().nullable(),
  day: day.nullable(),
  /** HH:mm or HH:mm:ss. */
  time: z
    .string()
    .regex(/^\d{2}:\d{2}(:\d{2})?$/)
    .nullable(),
  written: stated,
});
export type IntakeReceived = z.infer<typeof intakeReceived>;

/** Who seems to report: goes to the reporter's part alone, never into a text. */
export const intakeSender = z.strictObject({
  name: stated,
  /** Telephone or email address. */
  contact: stated,
  address: stated,
  /** Everything else that the file says about the sender (header lines, labels of a chat), one a line. */
  notes: z.string().max(8_000),
});
export type IntakeSender = z.infer<typeof intakeSender>;

/** Something found in the text, for the officer to take or drop. */
export const intakeProposal = z.strictObject({
  kind: z.enum(['link', 'handle', 'date', 'phone', 'email', 'nip']),
  /** In one form: an address with its scheme, a handle without "@", YYYY-MM-DD, +62…, 18 digits. */
  value: stated,
  written: stated,
  /** Where it stands in the draft's text, in UTF-16 units; null when it comes from a cell of its own. */
  start: count.nullable(),
  /** Of a link or handle of a known platform. */
  platform: stated.nullable(),
  handle: stated.nullable(),
});
export type IntakeProposal = z.infer<typeof intakeProposal>;

export const intakeDraft = z.strictObject({
  /** From 0, in the order of the file. */
  number: count,
  /** Of a table. `row` from 1 as the spreadsheet shows it. */
  place: z.strictObject({ sheet: name, row: z.int().min(1) }).nullable(),
  /** Draft of the email in which this email is attached. */
  insideOf: count.nullable(),
  received: intakeReceived.nullable(),
  sender: intakeSender,
  /** Subject of an email. */
  title: stated,
  text: z.string().max(INTAKE_TEXT_CHARACTERS),
  /** Who is reported, as written; "" when nothing says. */
  respondent: stated,
  platform: stated,
  location: stated,
  proposals: z.array(intakeProposal).max(500),
  /** Ids of attachments. */
  attachments: z.array(z.string()).max(10_000),
  warnings: z.array(intakeWarning).max(200),
});
export type IntakeDraft = z.infer<typeof intakeDraft>;

/** Characters of an excerpt; what is longer is cut, and stands whole in the file. */
export const INTAKE_EXCERPT_CHARACTERS = 200_000;
/** What a draft was read from, as it stands in a file that holds other drafts too: its row, or its email. */
export const intakeExcerpt = z.strictObject({
  /** Number of the draft. */
  draft: count,
  text: z.string().max(INTAKE_EXCERPT_CHARACTERS),
});
export type IntakeExcerpt = z.infer<typeof intakeExcerpt>;

export const intakeMessage = z.strictObject({
  /** From 0, in the order of the file. */
  number: count,
  /** Line of the file at which it begins, from 1. */
  line: z.int().min(1),
  /** Null when its day fits the order of no reading. */
  day: day.nullable(),
  time: z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/),
  /** Index of the participant; null for a message of the app itself. */
  sender: count.nullable(),
  kind: z.enum(['text', 'media', 'system', 'deleted']),
  edited: z.boolean(),
  text: z.string().max(70_000),
  /** Of a message with a file that is named; its state says whether it is there. */
  attachment: z.string().nullable(),
  /** A file was sent and the export was made without it. */
  omitted: z.boolean(),
});
export type IntakeMessage = z.infer<typeof intakeMessage>;

export const intakeChat = z.strictObject({
  device: z.enum(['android', 'ios']),
  participants: z.array(z.strictObject({ name: stated, messages: count })).max(2_000),
  order: z.enum(DATE_ORDERS),
  /** False when day and month could be changed over: the officer is asked. */
  orderSure: z.boolean(),
  /** Orders in which every day is one. */
  orders: z.array(z.enum(DATE_ORDERS)),
  first: day.nullable(),
  last: day.nullable(),
  /** Attachments that no message names. */
  unreferenced: z.array(z.string()).max(20_000),
});
export type IntakeChat = z.infer<typeof intakeChat>;

export const intakeColumn = z.strictObject({
  column: z
    .int()
    .min(0)
    .max(INTAKE_COLUMNS - 1),
  field: z.enum(INTAKE_FIELDS),
});
const columns = z
  .array(intakeColumn)
  .max(INTAKE_FIELDS.length)
  .refine((chosen) => new Set(chosen.map(({ field }) => field)).size === chosen.length, 'a field is mapped twice')
  .refine((chosen) => new Set(chosen.map(({ column }) => column)).size === chosen.length, 'a column is mapped twice');

/** How a table is read: what the officer changes. */
export const intakeTableChoice = z.strictObject({
  sheet: name.min(1),
  /** Number of the heading's row, from 1 as the spreadsheet shows it. */
  headerRow: z.int().min(1).max(1_048_576),
  columns,
});
export type IntakeTableChoice = z.infer<typeof intakeTableChoice>;

/** The worker asks this with an `intakeLayoutQuestion`; answered with the columns of a table with the same headings that was filed, or null. */
export const INTAKE_LAYOUT_QUESTION = 'layout';
export const intakeLayoutQuestion = z.strictObject({ fingerprint: sha256 });
export const intakeLayoutAnswer = columns.nullable();
export type IntakeLayoutAnswer = z.infer<typeof intakeLayoutAnswer>;

export const intakeTable = z.strictObject({
  format: z.string().max(20),
  sheets: z.array(name),
  sheet: name,
  /** Null when no row of headings was found: the officer names it. */
  headerRow: z.int().min(1).nullable(),
  columns: z.array(
    z.strictObject({ column: count, heading: stated, field: z.enum(INTAKE_FIELDS).nullable(), sample: stated }),
  ),
  /** Of the headings, by which the columns are remembered; null without a row of headings. */
  fingerprint: sha256.nullable(),
  /** True when the columns are those of a table with the same headings that was filed before. */
  remembered: z.boolean(),
  /** The first rows as written, to choose the row of headings from. */
  top: z.array(z.strictObject({ row: z.int().min(1), texts: z.array(stated) })),
});
export type IntakeTable = z.infer<typeof intakeTable>;

/** What the officer decides about the reading itself; what is left out is found. */
export const intakeOptions = z.strictObject({
  /** Takes the file as plain text whatever it looks like. */
  asText: z.boolean().default(false),
  order: z.enum(DATE_ORDERS).optional(),
  table: intakeTableChoice.optional(),
});
export type IntakeOptions = z.infer<typeof intakeOptions>;

/** Name of the input with the file's (or the pasted text's) bytes. */
export const INTAKE_INPUT = 'file';

/** `read` answers with an `intakeSummary` and streams JSON lines to "drafts", "excerpts" and "messages"; `extract` streams wanted attachments. */
export const reportIntakeJob = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('read'), pasted: z.boolean(), options: intakeOptions }),
  z.strictObject({ mode: z.literal('extract'), wanted: z.array(z.string()).min(1).max(10_000) }),
]);
export type ReportIntakeJob = z.infer<typeof reportIntakeJob>;

/** Asked by `extract` after the last byte of an attachment went to the output "attachment"; the vault finishes it before it answers. */
export const ATTACHMENT_END = 'attachment-end';
export const attachmentEnd = z.strictObject({ id: z.string() });

export const intakeSummary = z.strictObject({
  kind: z.enum(INTAKE_KINDS),
  /** Of the whole file as it was read. */
  sha256,
  drafts: count,
  messages: count,
  attachments: z.array(intakeAttachment).max(20_000),
  warnings: z.array(intakeWarning).max(1_000),
  table: intakeTable.nullable(),
  chat: intakeChat.nullable(),
});
export type IntakeSummary = z.infer<typeof intakeSummary>;

/** A run of messages, both ends included. */
export const messageRange = z
  .strictObject({ from: count, to: count })
  .refine(({ from, to }) => from <= to, 'a run ends before it begins');
export const messageRanges = z.array(messageRange).min(1).max(500);
export type MessageRange = z.infer<typeof messageRange>;

/** One report as the officer files it: the draft it comes from, with what was taken, dropped and changed. */
export const intakeChoice = z.strictObject({
  source: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('draft'), number: count }),
    z.strictObject({ of: z.literal('messages'), ranges: messageRanges }),
  ]),
  /** When it reached the office. */
  receivedAt: instant.nullable(),
  title: line,
  text: z.string().trim().max(INTAKE_TEXT_CHARACTERS),
  /** Who is reported, as written. */
  respondent: line,
  /** The account that is reported: platform and handle. */
  account: line,
  /** When and where it happened. */
  eventDay: day.nullable(),
  location: line,
  /** Addresses of the posts that are reported. */
  links: z.array(z.string().max(4_000)).max(200),
  /** Ids of the attachments that go with it. */
  attachments: z.array(z.string()).max(2_000),
  /** Null for an anonymous report: then nothing of the sender is kept but what stands in the original file. */
  reporter: z
    .strictObject({ name: line, phone: line, email: line, address: line, note: z.string().max(2_000) })
    .nullable(),
});
export type IntakeChoice = z.infer<typeof intakeChoice>;

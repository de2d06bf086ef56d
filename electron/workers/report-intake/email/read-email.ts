/** An email as drafts: one for itself, one for every email attached to it; its files as attachments. */
import {
  INTAKE_EXCERPT_CHARACTERS,
  INTAKE_TEXT_CHARACTERS,
  type IntakeAttachment,
  type IntakeDraft,
  type IntakeExcerpt,
  type IntakeSender,
  type IntakeWarning,
} from '#shared/contract/report-intake-job.ts';
import { cutText } from '#shared/domain/public-reports/cut-text.ts';
import { findProposals } from '#shared/domain/public-reports/proposals.ts';
import { namesSender } from '#shared/domain/public-reports/sender-in-text.ts';
import { readAttachment } from '../attachments.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { EMPTY_DRAFT, type IntakeReading, oneLine, readingOf, warning } from '../reading.ts';
import { bodyOf } from './body.ts';
import { decodeWords, firstAddress, instantOf } from './header-words.ts';
import { type Headers, headerText, type MailBudget, type MailPart, newBudget, parsePart } from './mime.ts';

/** Warnings of one draft. */
const MOST_WARNINGS = 100;
/** Headers that are kept as stated. They say where an email came from, so they belong to the sender. */
const KEPT = ['from', 'sender', 'reply-to', 'return-path', 'to', 'cc', 'date', 'message-id', 'received'];

interface OpenedMail {
  readonly root: MailPart;
  /** Draft of the email that it is attached to. */
  readonly insideOf: number | null;
  readonly depth: number;
}

/** Reads a whole email. INTAKE_LIMIT_EXCEEDED. */
export async function readEmail(raw: Buffer): Promise<IntakeReading> {
  const budget = newBudget();
  const drafts: IntakeDraft[] = [];
  const excerpts: IntakeExcerpt[] = [];
  const attachments: IntakeAttachment[] = [];
  const waiting: OpenedMail[] = [{ root: openEmail(raw, budget), insideOf: null, depth: 0 }];
  for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift()) {
    const number = drafts.length;
    const body = bodyOf(mail.root);
    const own: IntakeWarning[] = [...body.warnings];
    for (const part of body.files) {
      const read = await readAttachment(aboutPart(part), [part.bytes]);
      attachments.push(read.attachment);
      own.push(...read.warnings);
      const nested = insideOf(part, mail.depth, budget);
      if (nested) waiting.push({ root: nested, insideOf: number, depth: mail.depth + 1 });
    }
    const draft = draftOf(mail, number, body.text, body.files, own);
    drafts.push(draft);
    excerpts.push({ draft: number, text: excerptOf(draft, body.text) });
  }
  const several = drafts.length > 1;
  return readingOf({
    kind: 'email',
    drafts,
    excerpts: several ? excerpts : [],
    attachments,
    warnings: budget.warnings.slice(0, 300),
  });
}

/** An email that is attached has no mark by which its bytes are known, and often no name. */
function aboutPart(part: MailPart): Parameters<typeof readAttachment>[0] {
  const isMail = part.type.value === 'message/rfc822';
  return {
    id: `part-${part.path}`,
    written: part.filename === '' && isMail ? `pesan-terlampir-${part.path}.eml` : part.filename,
    statedType: oneLine(part.type.value, 200),
    ...(isMail && { otherwise: part.type.value }),
  };
}

/** The bytes of wanted attachments, by id, in the order of the wish. */
export function emailParts(raw: Buffer): (id: string) => Buffer | undefined {
  const budget = newBudget();
  const found = new Map<string, Buffer>();
  const waiting: OpenedMail[] = [{ root: openEmail(raw, budget), insideOf: null, depth: 0 }];
  for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift())
    for (const part of bodyOf(mail.root).files) {
      found.set(`part-${part.path}`, part.bytes);
      const nested = insideOf(part, mail.depth, budget);
      if (nested) waiting.push({ root: nested, insideOf: null, depth: mail.depth + 1 });
    }
  return (id) => found.get(id);
}

function openEmail(raw: Buffer, budget: MailBudget): MailPart {
  if (raw.length > INTAKE_LIMITS.textBytes) throw limitExceeded('textBytes');
  // Mail folders put one line of their own before each email.
  const envelope = raw.subarray(0, 5).toString('latin1') === 'From ' ? raw.indexOf(0x0a) + 1 : 0;
  return parsePart(raw.subarray(envelope), '0', 0, budget);
}

/** The email inside a part; null for every other part, and for one too deep inside others (it stays as a file). */
function insideOf(part: MailPart, depth: number, budget: MailBudget): MailPart | null {
  if (part.type.value !== 'message/rfc822' || part.bytes.length === 0) return null;
  if (depth + 1 >= INTAKE_LIMITS.depth) {
    budget.warnings.push(warning('PART_BROKEN', { part: part.path, problem: 'depth' }));
    return null;
  }
  return parsePart(part.bytes, `${part.path}.0`, part.path.split('.').length, budget);
}

function draftOf(
  { root, insideOf }: OpenedMail,
  number: number,
  whole: string,
  files: readonly MailPart[],
  warnings: IntakeWarning[],
): IntakeDraft {
  const { headers } = root;
  const date = oneLine(headers.get('date')?.[0] ?? '');
  const instant = instantOf(date);
  const sender = senderOf(headers);
  const text = cutText(whole, INTAKE_TEXT_CHARACTERS);
  const replyTo = firstAddress(headers.get('reply-to')?.[0] ?? '').address;
  const own = [
    ...(whole.length > text.length ? [warning('TEXT_CUT', { characters: whole.length })] : []),
    ...(date !== '' && instant === null ? [warning('DATE_UNREADABLE', { written: date })] : []),
    ...(replyTo !== '' && replyTo.toLowerCase() !== sender.contact.toLowerCase() ? [warning('REPLY_TO_DIFFERS')] : []),
    ...(namesSender(text, sender.name) || namesSender(text, sender.contact) ? [warning('SENDER_IN_TEXT')] : []),
  ];
  return {
    ...EMPTY_DRAFT,
    number,
    insideOf,
    received: date === '' ? null : { instant, day: null, time: null, written: date },
    sender,
    title: oneLine(headerText(headers, 'subject')),
    text,
    proposals: findProposals(text, instant === null ? null : Number(instant.slice(0, 4))).map((one) => ({ ...one })),
    attachments: files.map(({ path }) => `part-${path}`),
    warnings: [...own, ...warnings].slice(0, MOST_WARNINGS),
  };
}

/** One of several emails by itself: its header lines and its words, without what is attached. */
function excerptOf({ sender, title }: IntakeDraft, text: string): string {
  return cutText(`${sender.notes}\nSubject: ${title}\n\n${text}`, INTAKE_EXCERPT_CHARACTERS);
}

function senderOf(headers: Headers): IntakeSender {
  const { name, address } = firstAddress(headers.get('from')?.[0] ?? headers.get('sender')?.[0] ?? '');
  const notes = KEPT.flatMap((key) =>
    (headers.get(key) ?? []).slice(0, 20).map((value) => `${titled(key)}: ${oneLine(decodeWords(value), 600)}`),
  );
  return { name, contact: address, address: '', notes: cutText(notes.join('\n'), 8_000) };
}

function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

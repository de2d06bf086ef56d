/** A whole chat: its messages in their order, who took part, which order its days are written in. */
import type { DateOrder, IntakeChat, IntakeMessage, IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { cutText } from '#shared/domain/public-reports/cut-text.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { oneLine, warning } from '../reading.ts';
import { contentOf, type MessageContent, spokenOf } from './content.ts';
import { dayInName, dayOf, decideOrder, type OrderVerdict, type WrittenDay } from './dates.ts';
import { linesOf, type MessageHead, messageHead } from './lines.ts';

/** What WhatsApp lets a person write into one message. */
const LONGEST_MESSAGE = 65_536;

/** Stands for the files that messages name: answers with the id of a name. */
export interface ChatFiles {
  idOf(name: string): string;
  /** Ids of files that no message has named so far. */
  unnamed(): readonly string[];
}

export interface ReadChat {
  readonly chat: IntakeChat;
  readonly messages: readonly IntakeMessage[];
  readonly warnings: readonly IntakeWarning[];
}

interface RawMessage {
  readonly line: number;
  readonly head: MessageHead;
  readonly sender: number | null;
  readonly content: MessageContent;
}

/** INTAKE_LIMIT_EXCEEDED for more than a chat can have; INTAKE_EMPTY when no message is in it. */
export function readChat(text: string, files: ChatFiles, wanted?: DateOrder): ReadChat {
  const participants = new Map<string, { index: number; messages: number }>();
  const raw: RawMessage[] = [];
  let before = 0;
  for (const one of messagesOf(text, () => (before += 1))) {
    if (raw.length >= INTAKE_LIMITS.messages) throw limitExceeded('messages');
    raw.push(understood(one, participants));
  }
  if (raw.length === 0) throw new AppError('INTAKE_EMPTY');
  const verdict = decideOrder(raw.map(writtenDay), wanted);
  const cut = raw.filter(({ content }) => content.text.length > LONGEST_MESSAGE).length;
  const messages = raw.map((one, number) => messageOf(one, number, verdict.order, files));
  return {
    messages,
    chat: chatOf(messages, raw, participants, verdict, files),
    warnings: [
      ...orderWarnings(verdict),
      ...(before > 0 ? [warning('LINES_BEFORE_FIRST', { count: before })] : []),
      ...(cut > 0 ? [warning('TEXT_CUT', { characters: LONGEST_MESSAGE })] : []),
    ],
  };
}

interface Piece {
  readonly line: number;
  readonly head: MessageHead;
  /** The rest of the first line, and every line up to the next message. */
  readonly lines: string[];
}

/** Lines that begin no message belong to the one before. */
function* messagesOf(text: string, onStray: () => void): Generator<Piece, void, undefined> {
  let current: Piece | null = null;
  for (const [line, number] of linesOf(text)) {
    const head = messageHead(line);
    if (head !== null) {
      if (current) yield current;
      current = { line: number, head, lines: [head.rest] };
    } else if (current) current.lines.push(line);
    else if (line.trim() !== '') onStray();
  }
  if (current) yield current;
}

function understood(
  { line, head, lines }: Piece,
  participants: Map<string, { index: number; messages: number }>,
): RawMessage {
  const whole = lines.join('\n');
  const spoken = spokenOf(whole);
  if (spoken === null) {
    const { text } = contentOf(whole, false);
    return { line, head, sender: null, content: { kind: 'system', text, edited: false, file: null, omitted: false } };
  }
  const content = contentOf(spoken.text, head.brackets);
  // An iPhone lets the group, or whoever did something, say what the app says.
  if (content.kind === 'system') return { line, head, sender: null, content };
  const name = oneLine(spoken.sender);
  const known = participants.get(name) ?? { index: participants.size, messages: 0 };
  if (known.index >= INTAKE_LIMITS.participants) throw limitExceeded('participants');
  known.messages += 1;
  participants.set(name, known);
  return { line, head, sender: known.index, content };
}

function writtenDay({ head, content }: RawMessage): WrittenDay {
  return {
    figures: head.figures,
    yearFirst: head.yearFirst,
    named: content.file === null ? null : dayInName(content.file),
  };
}

function messageOf(raw: RawMessage, number: number, order: DateOrder, files: ChatFiles): IntakeMessage {
  const { head, content, line, sender } = raw;
  return {
    number,
    line,
    day: dayOf({ figures: head.figures, yearFirst: head.yearFirst, named: null }, order),
    time: head.time,
    sender,
    kind: content.kind,
    edited: content.edited,
    text: cutText(content.text, LONGEST_MESSAGE),
    attachment: content.file === null ? null : files.idOf(content.file),
    omitted: content.omitted,
  };
}

function chatOf(
  messages: readonly IntakeMessage[],
  raw: readonly RawMessage[],
  participants: ReadonlyMap<string, { messages: number }>,
  { order, orders, sure }: OrderVerdict,
  files: ChatFiles,
): IntakeChat {
  const days = messages.flatMap(({ day }) => (day === null ? [] : [day])).sort();
  return {
    device: raw.filter(({ head }) => head.brackets).length > raw.length / 2 ? 'ios' : 'android',
    participants: [...participants].map(([name, { messages: count }]) => ({ name, messages: count })),
    order,
    orderSure: sure,
    orders: [...orders],
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    unreferenced: [...files.unnamed()],
  };
}

function orderWarnings({ sure, misfits }: OrderVerdict): IntakeWarning[] {
  return [
    ...(sure ? [] : [warning('DATE_ORDER_UNSURE')]),
    ...(misfits > 0 ? [warning('DATE_ORDER_MIXED', { count: misfits })] : []),
  ];
}

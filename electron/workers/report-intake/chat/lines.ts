/**
 * The first line of a message in a WhatsApp export, in the forms that its apps write: Android ("21/10/24 09.15 - Name: text"), iOS
 * ("[21/10/24, 9:15:03 AM] Name: text"), and what the desktop copies ("[09.15, 21/10/2024] Name: text").
 */
import { limitExceeded, INTAKE_LIMITS } from '../limits.ts';

/** A line that begins a message. `figures` are those of the day in the order of the file. */
export interface MessageHead {
  readonly figures: readonly [number, number, number];
  /** Whether the first figure has four digits. */
  readonly yearFirst: boolean;
  /** HH:mm or HH:mm:ss. */
  readonly time: string;
  /** With AM or PM. */
  readonly halfDay: boolean;
  readonly brackets: boolean;
  /** What stands behind: the sender and the text. */
  readonly rest: string;
}

/** Marks of direction that WhatsApp puts before names, numbers and messages of its own. */
export const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const DAY = '(\\d{1,4})(?<sign>[./-])\\s?(\\d{1,2})\\k<sign>\\s?(\\d{1,4})';
const TIME = '(\\d{1,2})[.:](\\d{2})(?:[.:](\\d{2}))?(?:\\s{0,2}([AaPp])\\.?\\s?[Mm]\\.?)?';
/** Marks may stand before the day, between day and time, and before the text. */
const EXPORTED = new RegExp(
  `^(\\[?)${DAY}[,.]?\\s{1,3}(?:pukul\\s|at\\s)?${TIME}(?:\\]|\\s{1,2}[-–])(?:\\s(.*))?$`,
  'su',
);
const COPIED = new RegExp(`^\\[${TIME},?\\s${DAY}\\]\\s(.*)$`, 'su');
/** Characters in which the head of a message stands. */
const HEAD_CHARACTERS = 60;

/** Reads a line (without its line break), or null when it begins no message. */
export function messageHead(line: string): MessageHead | null {
  // Most lines of a long message are refused here, before any pattern is tried.
  if (!/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,4}\[?\d/.test(line)) return null;
  const bare = line.replace(/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/, '');
  const head = bare.slice(0, HEAD_CHARACTERS);
  const exported = EXPORTED.exec(head);
  if (exported) {
    const [, bracket = '', first = '', , second = '', third = '', hour, minute, secondOf, half, rest = ''] = exported;
    const closes = head.slice(0, head.length - rest.length).includes(']');
    if ((bracket === '[') !== closes) return null;
    return headOf([first, second, third], [hour, minute, secondOf, half], closes, rest + bare.slice(HEAD_CHARACTERS));
  }
  const copied = COPIED.exec(head);
  if (!copied) return null;
  const [, hour, minute, secondOf, half, first = '', , second = '', third = '', rest = ''] = copied;
  return headOf([first, second, third], [hour, minute, secondOf, half], true, rest + bare.slice(HEAD_CHARACTERS));
}

function headOf(
  day: readonly [string, string, string],
  [hour, minute, second, half]: readonly (string | undefined)[],
  brackets: boolean,
  rest: string,
): MessageHead | null {
  const time = timeOf(Number(hour), minute ?? '', second, half);
  // A year of one or three figures is none; nor are two of them.
  const lengths = day.map(({ length }) => length);
  const yearFirst = lengths[0] === 4;
  if (time === null || lengths.includes(3) || (yearFirst && (lengths[2] ?? 0) > 2) || (lengths[2] === 1 && !yearFirst))
    return null;
  return {
    figures: [Number(day[0]), Number(day[1]), Number(day[2])],
    yearFirst,
    time,
    halfDay: half !== undefined,
    brackets,
    rest,
  };
}

function timeOf(hour: number, minute: string, second: string | undefined, half: string | undefined): string | null {
  const is12 = half !== undefined;
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || hour > (is12 ? 12 : 23) || (is12 && hour === 0)) return null;
  const whole = is12 ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return `${String(whole).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** The lines of a text with their numbers (from 1). INTAKE_LIMIT_EXCEEDED for a line longer than any chat has. */
export function* linesOf(text: string): Generator<readonly [line: string, number: number], void, undefined> {
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > INTAKE_LIMITS.lineCharacters) throw limitExceeded('lineCharacters');
    const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    yield [text.slice(start, last), number];
    start = end + 1;
  }
}

/** Lines of the beginning in which a chat shows itself. */
const LOOKED_AT = 60;

/** Whether a text is a chat: it begins with a message, or has many within its first lines. */
export function looksLikeChat(beginning: string): boolean {
  const lines = beginning
    .slice(0, 32_768)
    .split('\n', LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const heads = lines.map((line) => messageHead(line.replace(/\r$/, '')) !== null);
  const found = heads.filter(Boolean).length;
  return heads[0] === true || (found >= 3 && heads.slice(0, 6).includes(true));
}

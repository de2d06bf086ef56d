/**
 * Relative times as posts show them ("3 jam", "2 hari yang lalu", "5m"), kept as written; the range they allow is
 * computed from the moment at which the page was seen. "3 jam" is true from three up to just under four hours.
 */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly { readonly words: RegExp; readonly milliseconds: number }[] = [
  { words: /^(detik|dtk|d\.?tk|s|sec|secs|second|seconds)$/, milliseconds: 1_000 },
  { words: /^(menit|mnt|mnit|m|min|mins|minute|minutes)$/, milliseconds: MINUTE },
  { words: /^(jam|j|h|hr|hrs|hour|hours)$/, milliseconds: HOUR },
  { words: /^(hari|hr|hri|d|day|days)$/, milliseconds: DAY },
  { words: /^(minggu|mgg|mg|w|wk|week|weeks)$/, milliseconds: 7 * DAY },
];

/** The range a relative time allows, or null when the text is not one. */
export function relativeTimeRange(text: string, seenAt: Date): TimeRange | null {
  const cleaned = text
    .trim()
    .toLowerCase()
    .replace(/^(sekitar|about)\s+/, '')
    .replace(/\s*(yang lalu|lalu|ago)$/, '');
  if (/^(baru saja|just now|now|baru)$/.test(cleaned)) return before(seenAt, 0, MINUTE);
  const match = /^(\d{1,4}|se|satu|an?)\s*([a-z.]+)$/.exec(cleaned.replace(/^se(jam|hari|minggu|menit)$/, 'se $1'));
  if (!match) return null;
  const count = /^\d+$/.test(match[1] ?? '') ? Number(match[1]) : 1;
  const unit = UNITS.find((candidate) => candidate.words.test(match[2] ?? ''));
  if (!unit) return null;
  return before(seenAt, count * unit.milliseconds, (count + 1) * unit.milliseconds);
}

function before(seenAt: Date, least: number, most: number): TimeRange {
  return { from: new Date(seenAt.getTime() - most), to: new Date(seenAt.getTime() - least) };
}

/** Times inside certificates and what is said about them. */
import { DerError, type DerNode, TAG } from '#shared/domain/signature/der.ts';

/** How far the clock of a service may differ from ours (ms). */
export const CLOCK_TOLERANCE = 5 * 60_000;

/** UTCTime or GeneralizedTime, in UTC; fractions of a second are dropped. DerError when it is neither. */
export function readTime(node: DerNode | undefined): Date {
  const text = Buffer.from(node?.content ?? []).toString('latin1');
  const short = node?.tag === TAG.utcTime;
  if (!short && node?.tag !== TAG.generalizedTime) throw new DerError('not a time');
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(short ? `${century}${text}` : text);
  if (match === null) throw new DerError('a time in another form');
  const [, year, month, day, hour, minute, second] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

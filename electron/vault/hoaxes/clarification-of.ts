/** What the public is told of a concluded hoax, gathered once for the sheet, the picture and its words. */
import type { HoaxConclusion } from '#shared/contract/hoaxes.ts';
import type { Clarification } from '#shared/domain/hoaxes/clarification.ts';
import { neutralText } from '#shared/domain/public-reports/neutral-text.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { hoaxPageOf } from './hoax-page.ts';
import { hoaxKinds, publicChannels } from './references.ts';
import { reportersOfHoax } from './reports-of.ts';

/** HOAX_NOT_CONCLUDED, NOT_FOUND. */
export function clarificationOf(id: string, context: UseCaseContext): Clarification {
  const { hoax, conclusions, sources } = hoaxPageOf(context.database, id);
  const conclusion = inForce(conclusions, hoax.number);
  const { letterhead } = context.settings();
  const kind = conclusion.verdict === 'hoaks' ? conclusion.kind : null;
  // Whoever brought the hoax to the office stands in nothing that the public is told, whatever an officer typed.
  const reporters = reportersOfHoax(context.database, id);
  const neutral = (text: string): string => reporters.reduce(neutralText, text);
  const own = [letterhead.website, letterhead.phone].filter((one) => one !== '').join(', ');
  return {
    number: hoax.number,
    claim: neutral(hoax.claim),
    verdict: conclusion.verdict,
    kind: hoaxKinds().find(({ code }) => code === kind)?.name.id ?? null,
    facts: neutral(conclusion.facts),
    advice: neutral(conclusion.advice),
    checkedOn: conclusion.checkedOn,
    sources: sources.map(({ publisher, title }) => neutral(`${publisher}: ${title}`)),
    office: [letterhead.agency, letterhead.government].filter((one) => one !== ''),
    channels: [
      ...(own === '' ? [] : [own]),
      ...publicChannels(context.database).map(({ name, contact }) => `${name} ${contact}`),
    ],
  };
}

/** The conclusion that holds now. HOAX_NOT_CONCLUDED. */
export function inForce(conclusions: readonly HoaxConclusion[], number: string): HoaxConclusion {
  const found = conclusions.find(({ endedAt }) => endedAt === null);
  if (found === undefined) throw new AppError('HOAX_NOT_CONCLUDED', { number });
  return found;
}

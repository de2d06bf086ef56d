/** The clarification sheet of a hoax whose fact check is concluded. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { STAMPS } from '#shared/domain/hoaxes/clarification.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';
import { clarificationOf, inForce } from '../../hoaxes/clarification-of.ts';
import { hoaxPageOf } from '../../hoaxes/hoax-page.ts';
import { hoaxKinds } from '../../hoaxes/references.ts';
import { paragraphsOf } from '../../reports/report-model.ts';
import { orNull } from '../people.ts';
import type { Gathering } from './gathering.ts';

/** HOAX_NOT_CONCLUDED, NOT_FOUND. */
export function gatherLembarKlarifikasi({ frame, field, context }: Gathering): DocumentData<'lembar_klarifikasi'> {
  const id = field('hoax');
  const { hoax, conclusions, sources } = hoaxPageOf(context.database, id);
  const conclusion = inForce(conclusions, hoax.number);
  const { office, channels, verdict, claim, facts, advice } = clarificationOf(id, context);
  const kind = verdict === 'hoaks' ? hoaxKinds().find(({ code }) => code === conclusion.kind) : undefined;
  return {
    frame,
    office: office[0] ?? '',
    claim,
    verdict: STAMPS[verdict],
    kind: kind === undefined ? null : { name: kind.name.id, explanation: kind.explanation.id },
    firstSeen: formatCalendarDay(hoax.firstSeen),
    checkedOn: formatCalendarDay(conclusion.checkedOn),
    checkedBy: conclusion.checkedBy,
    platforms: hoax.platforms,
    facts: paragraphsOf(facts),
    advice: orNull(advice),
    sources: sources.map(({ publisher, title, publishedOn, address }) => ({
      publisher,
      title,
      date: publishedOn === null ? null : formatCalendarDay(publishedOn),
      address: orNull(address.slice(0, 1_000)),
    })),
    channels: [...channels],
  };
}

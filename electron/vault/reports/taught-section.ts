/** Whether and when the people of a case were taught, as the report says it: with days, so that they compare with the day of the act. */
import type { TaughtPerson } from '#shared/contract/outreach-coverage.ts';
import type { ReportModel } from '#shared/contract/report-model.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';

/** Sessions and declarations that are named for one person; further ones are counted. */
const NAMED = 20;

/** No section where nobody of the roster is linked to the case. */
export function taughtSection(people: readonly TaughtPerson[]): ReportModel['sections'] {
  if (people.length === 0) return [];
  return [{ title: 'Sosialisasi dan ikrar netralitas', paragraphs: people.slice(0, 200).map(lineOf) }];
}

function lineOf({ name, sessions, pledges }: TaughtPerson): string {
  const attended = sessions.map(({ topic, number, day }) => `“${topic}” (${number}) ${formatCalendarDay(day)}`);
  const signed = pledges.map(({ kindLabel, signedOn }) => `${kindLabel} ${formatCalendarDay(signedOn)}`);
  const followed =
    attended.length === 0 ? 'tidak tercatat mengikuti sosialisasi' : `mengikuti sosialisasi ${listed(attended)}`;
  const declared = signed.length === 0 ? 'tidak tercatat menandatangani ikrar' : `menandatangani ${listed(signed)}`;
  return `${name}: ${followed}; ${declared}.`;
}

function listed(items: readonly string[]): string {
  const more = items.length > NAMED ? [`dan ${items.length - NAMED} lainnya`] : [];
  return [...items.slice(0, NAMED), ...more].join(', ');
}

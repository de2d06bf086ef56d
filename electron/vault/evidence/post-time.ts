/** A post's own time as the officer's "waktu unggah": taken from the page by a click, and kept as taken from there. */
import type { CaptureOnFile, CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { FACT_ORIGINS } from '#shared/domain/capture/post-facts.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOrNull } from '../rows.ts';
import { captureOf, evidenceById, evidenceRowOf } from './evidence-rows.ts';

/** EVIDENCE_UNKNOWN when the item is no capture, or its page does not state this time there. */
export function usePostTime(
  { id, origin, instant }: InputOf<'evidence.usePostTime'>,
  context: UseCaseContext,
): OutputOf<'evidence.usePostTime'> {
  const facts = captureOf(evidenceById(context.database, id))?.postFacts?.facts ?? [];
  const stated = facts.some((fact) => fact.name === 'postedAt' && fact.origin === origin && fact.instant === instant);
  if (!stated) throw new AppError('EVIDENCE_UNKNOWN', { id });
  const { timeZone } = context.settings();
  return context.write(['evidence'], (database) => {
    database.run(
      'UPDATE evidence SET posted_at_text = ?, posted_from = ?, posted_to = ?, posted_at_from = ? WHERE id = ?',
      [formatInstant(new Date(instant), timeZone), instant, instant, origin, id],
    );
    const entry = {
      action: 'evidence.described',
      subjectKind: 'evidence',
      subjectId: id,
      facts: { fields: 'postedAtText', from: origin },
    } as const;
    return { value: evidenceRowOf(context, evidenceById(database, id)), entry };
  });
}

/** Where in the page the officer's time stands; null when the officer wrote it, or wrote none. */
export function postTimeOrigin(database: ReadableDatabase, id: string): CaptureOnFile['postedAtFrom'] {
  const from = textOrNull(evidenceById(database, id), 'posted_at_from');
  return FACT_ORIGINS.find((origin) => origin === from) ?? null;
}

/** Authors and handles that the page states, as one text to be searched; "" where it states none. */
export function statedAuthors(summary: CaptureRecordSummary): string {
  const facts = summary.postFacts?.facts ?? [];
  const names = facts.flatMap(({ name, value }) => (name === 'author' || name === 'handle' ? [value] : []));
  return [...new Set(names)].join('\n');
}

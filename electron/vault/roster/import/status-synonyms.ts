/** The office's own words for a status, as its settings hold them. */
import type { EmploymentStatus } from '#shared/domain/roster/status.ts';
import { wordsOf } from '#shared/domain/roster/text.ts';
import type { UseCaseContext } from '../../kernel.ts';

/** In the form in which they are compared (`wordsOf`). */
export function statusSynonyms(context: UseCaseContext): Record<string, EmploymentStatus> {
  return Object.fromEntries(context.settings().statusSynonyms.map(({ words, status }) => [wordsOf(words), status]));
}

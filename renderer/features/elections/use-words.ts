/** Names as the screens of elections say them. */
import { useContext } from 'react';
import type { ElectionStage } from '#shared/contract/elections.ts';
import { STAGE_WORDS } from '#shared/domain/elections/kinds.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ZoneContext } from '../../ui/format.ts';

/** The office's own name of a stage, else its kind's. */
export function useStageName(): (stage: Pick<ElectionStage, 'name' | 'kind'>) => string {
  const language = useLanguage();
  return ({ name, kind }) => (name === '' ? STAGE_WORDS[kind][language] : name);
}

/** The office's day, YYYY-MM-DD. */
export function useToday(): string {
  const { year, month, day } = localParts(new Date(), useContext(ZoneContext));
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

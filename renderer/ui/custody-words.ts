/** What happened, in words: the catalogue that reports and the command line use too. */
import { CUSTODY_ACTIONS, custodyWords } from '#shared/domain/custody/action-words.ts';
import { useLanguage } from '../i18n/language.ts';

/** Every action that has words, for filters. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(CUSTODY_ACTIONS);

/** Says an action; one of a newer app is shown as it is stored. */
export function useCustodyWords(): (action: string) => string {
  const language = useLanguage();
  return (action) => custodyWords(action, language);
}

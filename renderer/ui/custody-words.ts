/** What happened, in words: the catalogue that reports use, and the vault's own events. */
import { CUSTODY_ACTIONS, custodyWords } from '#shared/domain/custody/action-words.ts';
import { WORDS } from '../i18n/index.ts';
import { useLanguage } from '../i18n/language.ts';

/** Every action that has words, for filters. */
export const KNOWN_ACTIONS: readonly string[] = [
  ...Object.keys(CUSTODY_ACTIONS),
  ...Object.keys(WORDS.id.custody.action),
].filter((action, at, all) => all.indexOf(action) === at);

/** Says an action; one of a newer app is shown as it is stored. */
export function useCustodyWords(): (action: string) => string {
  const language = useLanguage();
  const own: Readonly<Record<string, string>> = WORDS[language].custody.action;
  return (action) => own[action] ?? custodyWords(action, language);
}

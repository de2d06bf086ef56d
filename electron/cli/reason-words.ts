import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { CommandCall } from './command.ts';

/** Why one of several was refused: the sentence with its code, or what is no code as it is. */
export function reasonWords(code: string, language: CommandCall['language']): string {
  const known = ERROR_CODES.find((one) => one === code);
  return known === undefined ? code : `${errorSentence(language, known, {})} [${known}]`;
}

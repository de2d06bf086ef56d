/** The sentence of an error, from the catalogue that the command line uses too. */
import { useCallback } from 'react';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { useLanguage } from './language.ts';

/** Says an error in the current language; a fault of ours is said as INTERNAL. */
export function useErrorWords(): (error: unknown) => string {
  const language = useLanguage();
  return useCallback(
    (error: unknown) =>
      error instanceof AppError
        ? errorSentence(language, error.code, error.params)
        : errorSentence(language, 'INTERNAL'),
    [language],
  );
}

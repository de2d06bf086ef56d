/** Sentences for what a reader of a capture must know, from the catalogue that the report uses too. */
import { CAPTURE_WARNINGS } from '#shared/domain/capture/warnings.ts';
import { useLanguage } from '../i18n/language.ts';

/** Says a warning; one that this version does not know is shown as it is. */
export function useCaptureWarningWords(): (warning: string) => string {
  const language = useLanguage();
  return (warning) => {
    const known = Object.entries(CAPTURE_WARNINGS).find(([code]) => code === warning);
    return known === undefined ? warning : known[1][language];
  };
}

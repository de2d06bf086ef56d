/** What a case still lacks, in words. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MISSING_CODES } from '#shared/domain/cases/missing.ts';

/** The words of missing codes; a code this version does not know is shown as it is. */
export function useMissingWords(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const known = MISSING_CODES.find((listed) => listed === code);
    return known === undefined ? code : t(`names.missing.${known}`);
  };
}

/** One line for lists: the first two and how many more. */
export function MissingWords({ codes }: { codes: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const words = useMissingWords();
  if (codes.length === 0) return t('home.complete');
  const rest = codes.length > 2 ? ` +${codes.length - 2}` : '';
  return `${t('home.missing').toLocaleLowerCase()}: ${codes.slice(0, 2).map(words).join(', ')}${rest}`;
}

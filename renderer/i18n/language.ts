/** The language of the page. */
import { useTranslation } from 'react-i18next';

/** Indonesian unless English was chosen. */
export function useLanguage(): 'id' | 'en' {
  return useTranslation().i18n.language === 'en' ? 'en' : 'id';
}

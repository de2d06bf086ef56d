/** What the kinds of documents are called: their own labels, in the language of the page. */
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { useLanguage } from '../../i18n/language.ts';
import { choices } from '../../ui/names.ts';

export function useKindWords(): (document: DocumentKindName) => string {
  const language = useLanguage();
  return (document) => DOCUMENT_KINDS[document].label[language];
}

/** Every kind, for a select. */
export function useKindChoices(): { value: DocumentKindName; label: string }[] {
  const words = useKindWords();
  return choices(DOCUMENT_KIND_NAMES, words);
}

/** The kind of that name, or undefined. */
export function kindNamed(name: string | null | undefined): DocumentKindName | undefined {
  return DOCUMENT_KIND_NAMES.find((known) => known === name);
}

/** The words of the app: Indonesian first, English complete. The compiler holds both to the same keys. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { acts } from './words/acts.ts';
import { captureQueue } from './words/capture-queue.ts';
import { cases } from './words/cases.ts';
import { common } from './words/common.ts';
import { custody } from './words/custody.ts';
import { documents } from './words/documents.ts';
import { elections } from './words/elections.ts';
import { evidence } from './words/evidence.ts';
import { handover } from './words/handover.ts';
import { hoaxes } from './words/hoaxes.ts';
import { home } from './words/home.ts';
import { monitoring } from './words/monitoring.ts';
import { names } from './words/names.ts';
import { outreach } from './words/outreach.ts';
import { proof } from './words/proof.ts';
import { officeAccount } from './words/office-account.ts';
import { publicReports } from './words/public-reports.ts';
import { recap } from './words/recap.ts';
import { reportIntake } from './words/report-intake.ts';
import { reports } from './words/reports.ts';
import { roster } from './words/roster.ts';
import { settings } from './words/settings.ts';
import { signatures } from './words/signatures.ts';
import { shell } from './words/shell.ts';
import { vault } from './words/vault.ts';
import { verification } from './words/verification.ts';
import { visibility } from './words/visibility.ts';
import { workingCopy } from './words/working-copy.ts';

const all = {
  common,
  names,
  shell,
  vault,
  home,
  roster,
  cases,
  elections,
  evidence,
  captureQueue,
  reports,
  documents,
  signatures,
  custody,
  settings,
  workingCopy,
  acts,
  proof,
  officeAccount,
  visibility,
  verification,
  handover,
  monitoring,
  publicReports,
  hoaxes,
  recap,
  reportIntake,
  outreach,
};

type Words<Language extends 'id' | 'en'> = { [Feature in keyof typeof all]: (typeof all)[Feature][Language] };

/** Every sentence of the renderer, by language and feature. */
export const WORDS: { readonly id: Words<'id'>; readonly en: Words<'en'> } = {
  id: pick('id'),
  en: pick('en'),
};

/** i18next with both languages; made once per page (and per test). */
export function makeI18n(language: 'id' | 'en'): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    resources: { id: { translation: WORDS.id }, en: { translation: WORDS.en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

function pick<Language extends 'id' | 'en'>(language: Language): Words<Language> {
  const entries = Object.entries(all).map(([feature, words]) => [feature, words[language]]);
  // Object.fromEntries forgets the keys; they are those of `all` by construction.
  return Object.fromEntries(entries) as Words<Language>;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words<'id'> };
  }
}

/** What the capture sheets of a case still miss, as the tool bar says and offers it. */
import type { CaseActs } from '#shared/contract/acts.ts';
import { itemState } from '#shared/domain/acts/sheet-state.ts';
import { actSheet, type SheetItem } from '#shared/domain/acts/sheets.ts';
import type { Language } from './words.ts';

type Act = CaseActs['acts'][number];

const MISSING = { id: 'Masih kurang', en: 'Still missing' } as const;
const COMPLETE = {
  id: 'Lembar perbuatan: bukti wajib lengkap.',
  en: 'Capture sheets: all required evidence is there.',
} as const;

/** One item that a capture can be put under. */
export interface OpenItem {
  readonly actId: string;
  readonly item: string;
  readonly need: SheetItem['need'];
  /** The act and the item. */
  readonly words: string;
}

/** The items that no evidence fills and nobody called unobtainable, the required ones first; withdrawn acts are left out. */
export function openItems(acts: readonly Act[], language: Language): readonly OpenItem[] {
  const open = standing(acts).flatMap((act) => {
    const entries = act.entries.map(({ item, evidence }) => ({ item, evidenceStands: evidence?.stands ?? null }));
    return actSheet(act.type)
      .items.filter(({ code }) => itemState(code, entries) === 'missing')
      .map(({ code, need, words }) => ({
        actId: act.id,
        item: code,
        need,
        words: `${actName(act, acts, language)}: ${words[language]}`,
      }));
  });
  return [...open.filter(({ need }) => need === 'required'), ...open.filter(({ need }) => need === 'helpful')];
}

/** The line for the officer; empty for a case without acts. */
export function missingLine(acts: readonly Act[], language: Language): string {
  if (standing(acts).length === 0) return '';
  const parts = standing(acts).flatMap((act) => {
    const names = actSheet(act.type)
      .items.filter(({ code }) => act.missing.includes(code))
      .map(({ words }) => words[language]);
    return names.length === 0 ? [] : [`${actName(act, acts, language)} (${names.join('; ')})`];
  });
  return parts.length === 0 ? COMPLETE[language] : `${MISSING[language]}: ${parts.join(' · ')}`;
}

function standing(acts: readonly Act[]): readonly Act[] {
  return acts.filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** The type's name, with the day where the case has several acts of the type. */
function actName(act: Act, acts: readonly Act[], language: Language): string {
  const name = actSheet(act.type).words[language];
  const several = standing(acts).filter(({ type }) => type === act.type).length > 1;
  const day = act.day ?? act.dateText;
  return several && day !== '' ? `${name}, ${day}` : name;
}

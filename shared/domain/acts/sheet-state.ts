/** What an act's sheet has and still lacks. */
import type { SheetItem } from './sheets.ts';

/** What was put under an item of a sheet: evidence, or why none can be had. */
export interface SheetEntry {
  readonly item: string;
  /** True for evidence that stands and is still filed in the case; false for evidence that no longer does. Null: no evidence. */
  readonly evidenceStands: boolean | null;
}

export type ItemState = 'filled' | 'unobtainable' | 'missing';

/** Evidence that stands fills an item; a reason why none can be had stands in for it. */
export function itemState(item: string, entries: readonly SheetEntry[]): ItemState {
  const own = entries.filter((entry) => entry.item === item);
  if (own.some((entry) => entry.evidenceStands === true)) return 'filled';
  return own.some((entry) => entry.evidenceStands === null) ? 'unobtainable' : 'missing';
}

/** The required items that are missing, in the sheet's order. */
export function missingItems(items: readonly SheetItem[], entries: readonly SheetEntry[]): SheetItem[] {
  return items.filter(({ code, need }) => need === 'required' && itemState(code, entries) === 'missing');
}

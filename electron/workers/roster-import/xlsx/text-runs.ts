/** Which elements may stand where in a text, shared or inline. */
import { DamagedPart } from '../damage.ts';

/** Formatting and phonetic guides: theirs is no text of the cell. */
const NO_TEXT: ReadonlySet<string> = new Set(['rPr', 'rPh', 'phoneticPr']);

/** True for a run of rich text, false for what has no text of the cell in it; anything else is damage. */
export function isRun(name: string, parent: string): boolean {
  return name === 'r' || (!NO_TEXT.has(name) && unexpected(name, parent));
}

/** Extension lists are left out wherever they stand; anything else in the wrong place is damage. */
export function unexpected(name: string, parent: string): false {
  if (name !== 'extLst') throw new DamagedPart('xml', `${name.slice(0, 20)} in ${parent}`);
  return false;
}

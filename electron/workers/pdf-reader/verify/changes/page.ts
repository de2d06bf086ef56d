/** Pages: only the list of annotations may change, by the widgets of new signature fields or by annotations. */
import {
  isDictionary,
  isReference,
  nameOf,
  sameValue,
  type PdfDictionary,
  type PdfValue,
} from '../../syntax/values.ts';
import type { Change, ObjectPair } from './rules.ts';
import type { Roles } from './roles.ts';

/** Kinds of annotations that show nothing by themselves but lead or play somewhere; never allowed to appear. */
const NOT_NOTES = new Set(['Link', 'Widget', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D', 'FileAttachment']);

/** Boxes of a page, in points. */
const BOXES = new Set(['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']);
/** Writers round numbers when they write a page again: nobody sees less than this (points). */
const ROUNDED = 0.001;

export async function comparePage(
  pair: ObjectPair,
  roles: Roles,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[] | undefined> {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) =>
      !sameValue(before.get(key), after.get(key)) && !(BOXES.has(key) && sameBox(before.get(key), after.get(key))),
  );
  if (keys.some((key) => key !== 'Annots')) return undefined;
  const one = await pair.older.resolve(before.get('Annots'));
  return compareAnnotations(pair, roles, one ?? [], (await pair.newer.resolve(after.get('Annots'))) ?? []);
}

function sameBox(before: PdfValue | undefined, after: PdfValue | undefined): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  return before.every((side, index) => {
    const other = after[index];
    return typeof side === 'number' && typeof other === 'number' && Math.abs(side - other) < ROUNDED;
  });
}

/** The list of a page's annotations. */
export async function compareAnnotations(
  pair: ObjectPair,
  roles: Roles,
  before: PdfValue,
  after: PdfValue,
): Promise<Change[]> {
  const where = `Page ${pair.number}: Annots`;
  if (!Array.isArray(before) || !Array.isArray(after)) return [{ kind: 'other', what: where }];
  const kept = after.filter((item) => before.some((one) => sameValue(one, item)));
  const missing = before.filter((item) => !after.some((one) => sameValue(one, item)));
  const changes: Change[] = [];
  for (const item of missing) changes.push(await describeNote(pair, item, pair.older, 'taken away'));
  // What lies over what is the order of this list.
  if (missing.length === 0 && !sameValue(before, kept)) changes.push({ kind: 'other', what: `${where}: order` });
  const widgets = new Set(
    roles.added.filter(({ type }) => type === 'Sig').flatMap(({ number, widgets: own }) => [number, ...own]),
  );
  for (const item of after.filter((one) => !before.some((old) => sameValue(old, one)))) {
    // A new signature field is judged where the form names it.
    if (isReference(item) && widgets.has(item.number)) continue;
    changes.push(await describeNote(pair, item, pair.newer, 'new'));
  }
  return changes;
}

/** An annotation that is there in both revisions. */
export function compareAnnotation({ number }: ObjectPair, before: PdfValue, after: PdfValue): Change[] {
  const known = [before, after].every((one) => isDictionary(one) && isNote(one));
  return [{ kind: known ? 'annotation' : 'other', what: `Annotation ${number}` }];
}

/** A note, a mark or a stamp: something that shows, and does nothing. */
function isNote(annotation: PdfDictionary): boolean {
  return !NOT_NOTES.has(nameOf(annotation.get('Subtype')) ?? 'Widget') && !annotation.has('A') && !annotation.has('AA');
}

async function describeNote(pair: ObjectPair, item: PdfValue, view: ObjectPair['newer'], how: string): Promise<Change> {
  const note = await view.dictionary(item);
  const subtype = nameOf(note?.get('Subtype')) ?? 'unknown';
  const kind = note !== undefined && isNote(note) ? 'annotation' : 'other';
  return { kind, what: `Page ${pair.number}: ${subtype} annotation ${how}` };
}

/** Which objects a revision holds: those that it moved or added, and those that a reader gets to. */
import type { XrefEntry } from '../../file/cross-reference.ts';
import type { ObjectReader } from '../../file/object-reader.ts';
import type { PdfFile, PdfView } from '../../file/view.ts';
import { isDictionary, isReference, nameOf, type PdfValue } from '../../syntax/values.ts';

/** Numbers whose place in the file is not the same; an object in an object stream moves with its container. */
export function changedNumbers(older: PdfView, newer: PdfView): Set<number> {
  const same = (number: number, depth: number): boolean => {
    const one = older.entries.get(number) ?? { kind: 'free' };
    const other = newer.entries.get(number) ?? { kind: 'free' };
    if (!sameEntry(one, other)) return false;
    return one.kind !== 'packed' || depth > 0 || same(one.container, depth + 1);
  };
  const numbers = new Set([...older.entries.keys(), ...newer.entries.keys()]);
  return new Set([...numbers].filter((number) => !same(number, 0)));
}

function sameEntry(one: XrefEntry, other: XrefEntry): boolean {
  if (one.kind === 'plain')
    return other.kind === 'plain' && one.offset === other.offset && one.generation === other.generation;
  if (one.kind === 'packed')
    return other.kind === 'packed' && one.container === other.container && one.index === other.index;
  return other.kind === 'free';
}

/** Every number that can be reached from the trailer, also those that lead nowhere yet. */
export async function reachableNumbers(reader: ObjectReader, view: PdfView): Promise<Set<number>> {
  const reached = new Set<number>();
  const open: PdfValue[] = [view.trailer.get('Root') ?? null, view.trailer.get('Info') ?? null];
  while (open.length > 0) {
    const value = open.pop();
    if (isReference(value)) {
      if (reached.has(value.number)) continue;
      reached.add(value.number);
      reader.spend(64);
      open.push((await view.object(value.number)).value);
    } else if (Array.isArray(value)) for (const item of value) pushContainer(open, item);
    else if (isDictionary(value)) for (const item of value.values()) pushContainer(open, item);
  }
  return reached;
}

function pushContainer(open: PdfValue[], value: PdfValue): void {
  if (isReference(value) || Array.isArray(value) || isDictionary(value)) open.push(value);
}

/** What a revision is made of itself: its tables and the containers of its objects. */
const OWN_PARTS = new Set(['XRef', 'ObjStm']);

/**
 * Whether a revision behind the one of that number adds objects that nothing in it refers to: no reader shows them, and a later
 * revision could bring them out.
 */
export async function addsHiddenObjects({ views, reader }: PdfFile, last: number): Promise<boolean> {
  for (let revision = last + 1; revision <= views.length; revision++) {
    const [older, newer] = views.slice(revision - 2, revision);
    if (older !== undefined && newer !== undefined && (await hides(reader, older, newer))) return true;
  }
  return false;
}

async function hides(reader: ObjectReader, older: PdfView, newer: PdfView): Promise<boolean> {
  const added = [...changedNumbers(older, newer)].filter((number) => {
    const entry = newer.entries.get(number);
    return entry !== undefined && entry.kind !== 'free';
  });
  if (added.length === 0) return false;
  const reachable = await reachableNumbers(reader, newer);
  for (const number of added) {
    if (reachable.has(number)) continue;
    const { value } = await newer.object(number);
    if (!isDictionary(value) || !OWN_PARTS.has(nameOf(value.get('Type')) ?? '')) return true;
  }
  return false;
}

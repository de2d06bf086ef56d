/**
 * Compares a revision with the one before it, object by object. Rejects by default: a changed object that the older
 * revision could reach is allowed only where a rule below names it. New objects that nothing older refers to matter
 * only through the changed objects that refer to them.
 */
import type { RevisionChange } from '#shared/domain/signature/verdict.ts';
import type { XrefEntry } from '../file/cross-reference.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import { describeObject, type PdfView } from '../file/view.ts';
import { isDictionary, isReference, nameOf, sameValue, type PdfDictionary, type PdfValue } from '../syntax/values.ts';
import { findSignatureFields } from './signature-fields.ts';

/** What the signatures before this revision allow, and which fields the revision's own signature closes. */
export interface ChangeRules {
  /** The strictest DocMDP permission so far. */
  readonly permission: 1 | 2;
  /** Numbers of fields whose signature covers exactly up to this revision's end. */
  readonly closingFields: ReadonlySet<number>;
  /** The revision's number, from 1. */
  readonly revision: number;
}

type Change = Pick<RevisionChange, 'kind' | 'what'>;

const FIELD_KEYS = new Set(['V', 'AP', 'M']);
const STORE_ARRAYS = new Set(['Certs', 'CRLs', 'OCSPs']);

/** Lists what a revision changes, each with whether it is allowed. */
export async function compareRevisions(
  reader: ObjectReader,
  older: PdfView,
  newer: PdfView,
  rules: ChangeRules,
): Promise<RevisionChange[]> {
  const changes = compareTrailers(older, newer);
  const changed = changedNumbers(older, newer);
  const touched = [...(await reachableNumbers(reader, older))]
    .filter((number) => changed.has(number))
    .sort((one, other) => one - other);
  const roles = await rolesOf(older);
  for (const number of touched) {
    const before = await older.object(number);
    const after = await newer.object(number);
    const isStream = before.streamStart !== undefined || after.streamStart !== undefined;
    const role = isStream ? undefined : roles.get(number);
    const found = await compareObject({ number, role, before: before.value, after: after.value, older, newer, rules });
    changes.push(...found);
  }
  return changes.map((change) => ({ ...change, revision: rules.revision, allowed: isAllowed(change, rules) }));
}

function isAllowed({ kind }: Change, { permission }: ChangeRules): boolean {
  if (kind === 'other') return false;
  // Data and time stamps that keep a signature verifiable are allowed even where nothing else is.
  return kind === 'sign' ? permission >= 2 : true;
}

function compareTrailers(older: PdfView, newer: PdfView): Change[] {
  const keys = ['Root', 'Info', 'Encrypt'];
  const different = keys.filter((key) => !sameValue(older.trailer.get(key), newer.trailer.get(key)));
  return different.map((key) => ({ kind: 'other', what: `trailer: ${key}` }));
}

/** Numbers whose place in the file is not the same; an object in an object stream moves with its container. */
function changedNumbers(older: PdfView, newer: PdfView): Set<number> {
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
async function reachableNumbers(reader: ObjectReader, view: PdfView): Promise<Set<number>> {
  const reached = new Set<number>();
  const open: PdfValue[] = [view.trailer.get('Root') ?? null, view.trailer.get('Info') ?? null];
  while (open.length > 0) {
    const value = open.pop();
    if (isReference(value)) {
      if (reached.has(value.number)) continue;
      reached.add(value.number);
      reader.spend(64);
      open.push((await view.object(value.number)).value);
    } else if (Array.isArray(value)) open.push(...value.filter(isContainer));
    else if (isDictionary(value)) open.push(...[...value.values()].filter(isContainer));
  }
  return reached;
}

function isContainer(value: PdfValue): boolean {
  return isReference(value) || Array.isArray(value) || isDictionary(value);
}

type Role = 'catalog' | 'form' | 'field' | 'store' | 'store-index';

/** The objects that a later revision may change at all. */
async function rolesOf(view: PdfView): Promise<Map<number, Role>> {
  const roles = new Map<number, Role>();
  const mark = (value: PdfValue | undefined, role: Role): void => {
    if (isReference(value)) roles.set(value.number, role);
  };
  const catalog = await view.dictionary(view.trailer.get('Root'));
  for (const field of await findSignatureFields(view)) roles.set(field.number, 'field');
  const store = await view.dictionary(catalog?.get('DSS'));
  mark(store?.get('VRI'), 'store-index');
  mark(catalog?.get('DSS'), 'store');
  mark(catalog?.get('AcroForm'), 'form');
  mark(view.trailer.get('Root'), 'catalog');
  return roles;
}

interface ObjectPair {
  readonly number: number;
  readonly role: Role | undefined;
  readonly before: PdfValue;
  readonly after: PdfValue;
  readonly older: PdfView;
  readonly newer: PdfView;
  readonly rules: ChangeRules;
}

async function compareObject(pair: ObjectPair): Promise<Change[]> {
  const { number, role, before, after } = pair;
  const other = (what: string): Change[] => [{ kind: 'other', what: `${describeObject(number, before)}: ${what}` }];
  if (!isDictionary(before) || !isDictionary(after) || role === undefined) {
    // Written again with the same words changes nothing; a stream's words are not compared, so it counts as changed.
    const rewritten = role === undefined && sameValue(before, after) && !(await isStreamPair(pair));
    if (rewritten) return [];
    return other(
      isDictionary(before) && isDictionary(after) ? differentKeys(before, after).join(', ') || 'data' : 'replaced',
    );
  }
  const keys = differentKeys(before, after);
  if (role === 'catalog') return compareCatalog(pair, before, after, keys);
  if (role === 'field') return compareField(pair, before, after, keys);
  if (role === 'store') return compareStore(pair, before, after);
  if (role === 'store-index')
    return onlyAdds(before, after) ? [{ kind: 'validation-data', what: 'VRI' }] : other(keys.join(', '));
  return keys.every((key) => key === 'SigFlags') ? [] : other(keys.join(', '));
}

async function isStreamPair({ number, older, newer }: ObjectPair): Promise<boolean> {
  return (
    (await older.object(number)).streamStart !== undefined || (await newer.object(number)).streamStart !== undefined
  );
}

async function compareCatalog(
  pair: ObjectPair,
  before: PdfDictionary,
  after: PdfDictionary,
  keys: readonly string[],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const key of keys) {
    if (key === 'Extensions') continue;
    if (key === 'DSS') {
      const store = (await pair.older.dictionary(before.get('DSS'))) ?? new Map<string, PdfValue>();
      const updated = await pair.newer.dictionary(after.get('DSS'));
      changes.push(
        ...(updated === undefined
          ? [{ kind: 'other', what: 'Catalog: DSS' } as const]
          : await compareStore(pair, store, updated)),
      );
    } else changes.push({ kind: 'other', what: `Catalog: ${key}` });
  }
  return changes;
}

/** An empty field that was kept for a signature may be filled, once, by the signature that closes this revision. */
async function compareField(
  pair: ObjectPair,
  before: PdfDictionary,
  after: PdfDictionary,
  keys: readonly string[],
): Promise<Change[]> {
  const name = `Field ${pair.number}`;
  const filled = !before.has('V') && after.has('V') && keys.every((key) => FIELD_KEYS.has(key));
  if (!filled || !pair.rules.closingFields.has(pair.number))
    return [{ kind: 'other', what: `${name}: ${keys.join(', ')}` }];
  const signature = await pair.newer.dictionary(after.get('V'));
  const isTimestamp = nameOf(signature?.get('SubFilter')) === 'ETSI.RFC3161';
  return [{ kind: isTimestamp ? 'timestamp' : 'sign', what: `${name}: signed` }];
}

/** The document security store may only grow. */
async function compareStore(pair: ObjectPair, before: PdfDictionary, after: PdfDictionary): Promise<Change[]> {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const one = await pair.older.resolve(before.get(key));
    const other = await pair.newer.resolve(after.get(key));
    const grows =
      (STORE_ARRAYS.has(key) &&
        Array.isArray(other) &&
        listOf(one).every((item) => other.some((kept) => sameValue(item, kept)))) ||
      (key === 'VRI' && isDictionary(other) && (one === null || (isDictionary(one) && onlyAdds(one, other))));
    if (!grows && !sameValue(one, other)) return [{ kind: 'other', what: `DSS: ${key}` }];
  }
  return [{ kind: 'validation-data', what: 'DSS' }];
}

function onlyAdds(before: PdfDictionary, after: PdfDictionary): boolean {
  return [...before].every(([key, value]) => sameValue(value, after.get(key)));
}

function listOf(value: PdfValue): PdfValue[] {
  return Array.isArray(value) ? value : [];
}

function differentKeys(before: PdfDictionary, after: PdfDictionary): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => !sameValue(before.get(key), after.get(key)));
}

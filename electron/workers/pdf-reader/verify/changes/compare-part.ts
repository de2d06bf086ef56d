/** The rules for each part of a document that a later revision may touch at all. */
import type { Change, ObjectPair } from './rules.ts';
import type { Role, Roles } from './roles.ts';
import { compareForm, compareFormFields, compareField, compareWidget } from './form.ts';
import { compareInfo, compareMetadata } from './metadata.ts';
import { compareAnnotation, compareAnnotations, comparePage } from './page.ts';
import { compareIndex, compareStore, compareStoreList } from './store.ts';
import {
  isDictionary,
  isReference,
  nameOf,
  sameValue,
  type PdfDictionary,
  type PdfValue,
} from '../../syntax/values.ts';

/** Changes of an object that has a part; undefined when no rule names it. */
export async function comparePart(pair: ObjectPair, roles: Roles): Promise<Change[] | undefined> {
  const role = roles.of.get(pair.number);
  if (role === undefined) return undefined;
  if (role.part === 'metadata') {
    const older = { view: pair.older, object: pair.before };
    return compareMetadata(pair.reader, older, { view: pair.newer, object: pair.after });
  }
  if (pair.before.streamStart !== undefined || pair.after.streamStart !== undefined) return undefined;
  const [before, after] = [pair.before.value, pair.after.value];
  if (role.part === 'form-fields') return compareFormFields(pair, roles, before, after);
  if (role.part === 'store-list') return compareStoreList(before, after);
  if (role.part === 'page-annotations') return compareAnnotations(pair, roles, before, after);
  if (role.part === 'annotation') return compareAnnotation(pair, before, after);
  if (!isDictionary(before) || !isDictionary(after)) return undefined;
  return compareDictionaries(pair, roles, role, before, after);
}

async function compareDictionaries(
  pair: ObjectPair,
  roles: Roles,
  role: Role,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[] | undefined> {
  switch (role.part) {
    case 'catalog':
      return compareCatalog(pair, roles, before, after);
    case 'form':
      return compareForm(pair, roles, before, after);
    case 'field':
      return compareField(pair, role.field, before, after);
    case 'widget':
      return compareWidget(pair, role.field, before, after);
    case 'page':
      return comparePage(pair, roles, before, after);
    case 'store':
      return compareStore(pair, before, after);
    case 'store-index':
      return compareIndex(before, after);
    case 'info':
      return compareInfo(before, after);
    default:
      return undefined;
  }
}

async function compareCatalog(
  pair: ObjectPair,
  roles: Roles,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (sameValue(before.get(key), after.get(key)) || key === 'Extensions') continue;
    if (key === 'Version' && isNewer(before.get(key), after.get(key))) continue;
    const part = await compareCatalogKey(pair, roles, key, before.get(key), after.get(key));
    changes.push(...(part ?? [{ kind: 'other' as const, what: `Catalog: ${key}` }]));
  }
  return changes;
}

async function compareCatalogKey(
  pair: ObjectPair,
  roles: Roles,
  key: string,
  before: PdfValue | undefined,
  after: PdfValue | undefined,
): Promise<Change[] | undefined> {
  if (key === 'Metadata' && isReference(before) && isReference(after)) {
    const older = { view: pair.older, object: await pair.older.object(before.number) };
    return compareMetadata(pair.reader, older, { view: pair.newer, object: await pair.newer.object(after.number) });
  }
  if (key !== 'DSS' && key !== 'AcroForm') return undefined;
  const one = (await pair.older.dictionary(before)) ?? new Map<string, PdfValue>();
  const other = await pair.newer.dictionary(after);
  if (other === undefined) return undefined;
  return key === 'DSS' ? compareStore(pair, one, other) : compareForm(pair, roles, one, other);
}

function isNewer(before: PdfValue | undefined, after: PdfValue | undefined): boolean {
  const [one, other] = [nameOf(before) ?? '1.0', nameOf(after)];
  return other !== undefined && /^[12]\.\d$/.test(other) && other >= one;
}

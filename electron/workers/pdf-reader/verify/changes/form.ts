/** The form: fields that are filled, signed or added. */
import type { FormField } from '../signature-fields.ts';
import { isReference, nameOf, sameValue, type PdfDictionary, type PdfValue } from '../../syntax/values.ts';
import type { Change, ObjectPair } from './rules.ts';
import type { Roles } from './roles.ts';

/** What signing a kept field may change in it: its value and how it looks. */
const SIGNED_KEYS = new Set(['V', 'AP', 'M', 'F', 'MK', 'DA']);
/** What filling another field may change. */
const FILLED_KEYS = new Set(['V', 'RV', 'AP', 'AS', 'M', 'I']);
const WIDGET_KEYS = new Set(['AP', 'AS', 'M', 'F', 'MK']);
/** Bits of the annotation flags that hide it. */
const HIDDEN = 0b10_0011;

/** The form's own dictionary: fields may be added to it, and what new fields are drawn with. */
export async function compareForm(
  pair: ObjectPair,
  roles: Roles,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (sameValue(before.get(key), after.get(key)) || key === 'SigFlags') continue;
    if (key === 'Fields') {
      const one = await pair.older.resolve(before.get(key));
      changes.push(...compareFormFields(pair, roles, one ?? [], await pair.newer.resolve(after.get(key))));
    } else if (!((key === 'DA' || key === 'DR') && !before.has(key))) {
      changes.push({ kind: 'other', what: `AcroForm: ${key}` });
    }
  }
  return changes;
}

/** The list of fields: it may grow by signature fields. */
export function compareFormFields(pair: ObjectPair, roles: Roles, before: PdfValue, after: PdfValue): Change[] {
  const kept = before ?? [];
  if (!Array.isArray(kept) || !Array.isArray(after)) return [{ kind: 'other', what: 'AcroForm: Fields' }];
  if (!kept.every((item) => after.some((one) => sameValue(item, one))))
    return [{ kind: 'other', what: 'AcroForm: a field was taken away' }];
  const added = after.filter((item) => !kept.some((one) => sameValue(item, one)));
  return added.map((item) => {
    const field = isReference(item) ? roles.added.find(({ number }) => number === item.number) : undefined;
    if (field === undefined) return { kind: 'other', what: 'AcroForm: a field that is no signature field' };
    return addedField(pair, field);
  });
}

function addedField({ rules }: ObjectPair, field: FormField): Change {
  const what = `Field ${field.number}`;
  if (field.type !== 'Sig') return { kind: 'other', what: `${what}: a new field` };
  // After a certification fields were kept for what may come: a new one is neither seen nor empty.
  const refused = rules.certified && (field.isVisible || field.signature === undefined);
  if (field.signature === undefined) return { kind: 'signature-field', what: `${what}: new`, refused };
  if (!rules.closingFields.has(field.number)) return { kind: 'other', what: `${what}: signed over something else` };
  const isStamp = nameOf(field.signature.get('SubFilter')) === 'ETSI.RFC3161';
  return { kind: isStamp ? 'timestamp' : 'sign', what: `${what}: new and signed`, field: field.name, refused };
}

/** An empty field that was kept for a signature may be filled, once, by the signature that closes this revision. */
export async function compareField(
  pair: ObjectPair,
  field: FormField,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[]> {
  const keys = differentKeys(before, after);
  const what = `Field ${pair.number}`;
  const other: Change[] = [{ kind: 'other', what: `${what}: ${keys.join(', ')}` }];
  if (field.type !== 'Sig') {
    const fills = keys.every((key) => FILLED_KEYS.has(key));
    return fills ? [{ kind: 'form-fill', what: `${what}: ${keys.join(', ')}`, field: field.name }] : other;
  }
  // Some tools name another page than the one whose list the widget is in; readers go by the list.
  const keepsPage =
    !keys.includes('P') || nameOf((await pair.newer.dictionary(after.get('P')))?.get('Type')) === 'Page';
  const known = keepsPage && keys.every((key) => key === 'P' || SIGNED_KEYS.has(key));
  const filled = !before.has('V') && after.has('V') && known && !isHidden(after);
  if (!filled || !pair.rules.closingFields.has(pair.number)) return other;
  const signature = await pair.newer.dictionary(after.get('V'));
  const isStamp = nameOf(await pair.newer.resolve(signature?.get('SubFilter'))) === 'ETSI.RFC3161';
  return [{ kind: isStamp ? 'timestamp' : 'sign', what: `${what}: signed`, field: field.name }];
}

/** A field's widget that is an object of its own changes only while the field is filled. */
export async function compareWidget(
  pair: ObjectPair,
  field: FormField,
  before: PdfDictionary,
  after: PdfDictionary,
): Promise<Change[]> {
  const keys = differentKeys(before, after);
  const what = `Widget ${pair.number}: ${keys.join(', ')}`;
  const known = keys.every((key) => WIDGET_KEYS.has(key)) && !isHidden(after);
  if (field.type !== 'Sig') return [{ kind: known ? 'form-fill' : 'other', what, field: field.name }];
  const signs = field.signature === undefined && pair.rules.closingFields.has(field.number);
  return known && signs ? [] : [{ kind: 'other', what }];
}

function isHidden(dictionary: PdfDictionary): boolean {
  const flags = dictionary.get('F');
  return typeof flags === 'number' && (flags & HIDDEN) !== 0;
}

function differentKeys(before: PdfDictionary, after: PdfDictionary): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => !sameValue(before.get(key), after.get(key)));
}

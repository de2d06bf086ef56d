/** The document security store: certificates and revocation data may be added, and nothing taken away. */
import { isDictionary, nameOf, sameValue, type PdfDictionary, type PdfValue } from '../../syntax/values.ts';
import type { Change, ObjectPair } from './rules.ts';

const LISTS = new Set(['Certs', 'CRLs', 'OCSPs']);
const ADDED: Change = { kind: 'validation-data', what: 'DSS' };

export async function compareStore(pair: ObjectPair, before: PdfDictionary, after: PdfDictionary): Promise<Change[]> {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const one = await pair.older.resolve(before.get(key));
    const other = await pair.newer.resolve(after.get(key));
    if (key === 'Type' && nameOf(other) === 'DSS') continue;
    const grows =
      (LISTS.has(key) && listGrows(one, other)) ||
      (key === 'VRI' && isDictionary(other) && (one === null || (isDictionary(one) && onlyAdds(one, other))));
    if (!grows && !sameValue(one, other)) return [{ kind: 'other', what: `DSS: ${key}` }];
  }
  return [ADDED];
}

/** One of its lists that is an object of its own. */
export function compareStoreList(before: PdfValue, after: PdfValue): Change[] {
  return [listGrows(before, after) ? ADDED : { kind: 'other', what: 'DSS: list' }];
}

/** The index by signature (VRI). */
export function compareIndex(before: PdfDictionary, after: PdfDictionary): Change[] {
  return [onlyAdds(before, after) ? { kind: 'validation-data', what: 'VRI' } : { kind: 'other', what: 'DSS: VRI' }];
}

function listGrows(before: PdfValue, after: PdfValue): boolean {
  const kept = before === null ? [] : before;
  return Array.isArray(kept) && Array.isArray(after) && kept.every((item) => after.some((one) => sameValue(item, one)));
}

function onlyAdds(before: PdfDictionary, after: PdfDictionary): boolean {
  return [...before].every(([key, value]) => sameValue(value, after.get(key)));
}

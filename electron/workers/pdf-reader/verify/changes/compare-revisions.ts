/**
 * Compares a revision with the one before it, object by object. Rejects by default: a changed object that the older
 * revision could reach is allowed only where a rule names it. New objects that nothing older refers to matter only
 * through the changed objects that refer to them.
 */
import type { RevisionChange } from '#shared/domain/signature/verdict.ts';
import type { ObjectReader } from '../../file/object-reader.ts';
import { describeObject, type PdfView, streamRange } from '../../file/view.ts';
import { PdfSyntaxError } from '../../syntax/parser.ts';
import { isDictionary, sameValue, type PdfObject, type PdfValue } from '../../syntax/values.ts';
import { changedNumbers, reachableNumbers } from './object-numbers.ts';
import { comparePart } from './compare-part.ts';
import { type Change, type ChangeRules, isAllowed, type ObjectPair } from './rules.ts';
import { rolesOf } from './roles.ts';
import { compareInfo } from './metadata.ts';

/** Largest stream that is compared byte by byte when it was written again. */
const LARGEST_COMPARED = 64 * 1024 * 1024;

/** Lists what a revision changes, each with whether it is allowed. */
export async function compareRevisions(
  reader: ObjectReader,
  older: PdfView,
  newer: PdfView,
  rules: ChangeRules,
): Promise<RevisionChange[]> {
  const changes: Change[] = await compareTrailers(older, newer);
  const changed = changedNumbers(older, newer);
  const touched = [...(await reachableNumbers(reader, older))]
    .filter((number) => changed.has(number))
    .sort((one, other) => one - other);
  const roles = await rolesOf(older, newer);
  for (const number of touched) {
    const before = await older.object(number);
    const after = await newer.object(number);
    if (await isSameObject(reader, older, newer, before, after)) continue;
    const pair: ObjectPair = { reader, number, before, after, older, newer, rules };
    changes.push(...((await comparePart(pair, roles)) ?? [unnamed(pair)]));
  }
  const seen = new Set<string>();
  return changes
    .map((change) => ({
      revision: rules.revision,
      kind: change.kind,
      what: change.what,
      allowed: isAllowed(change, rules),
    }))
    .filter(({ kind, what, allowed }) => {
      const key = `${kind} ${allowed} ${what}`;
      return !seen.has(key) && seen.add(key);
    });
}

async function compareTrailers(older: PdfView, newer: PdfView): Promise<Change[]> {
  const keys = ['Root', 'Encrypt'];
  const different = keys.filter((key) => !sameValue(older.trailer.get(key), newer.trailer.get(key)));
  const changes: Change[] = different.map((key) => ({ kind: 'other', what: `trailer: ${key}` }));
  if (!sameValue(older.trailer.get('Info'), newer.trailer.get('Info'))) {
    const before = await older.dictionary(older.trailer.get('Info'));
    const after = await newer.dictionary(newer.trailer.get('Info'));
    changes.push(...compareInfo(before, after));
  }
  return changes;
}

/** What no rule names. */
function unnamed({ number, before, after }: ObjectPair): Change {
  const [one, other] = [before.value, after.value];
  const keys = isDictionary(one) && isDictionary(other) ? differentKeys(one, other).join(', ') || 'data' : 'replaced';
  return { kind: 'other', what: `${describeObject(number, one)}: ${keys}` };
}

function differentKeys(before: Map<string, PdfValue>, after: Map<string, PdfValue>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => !sameValue(before.get(key), after.get(key)));
}

/** Written again with the same words changes nothing; a stream's data is compared byte by byte. */
async function isSameObject(
  reader: ObjectReader,
  older: PdfView,
  newer: PdfView,
  before: PdfObject,
  after: PdfObject,
): Promise<boolean> {
  if (!sameValue(before.value, after.value)) return false;
  if (before.streamStart === undefined && after.streamStart === undefined) return true;
  try {
    const one = await streamRange(older, reader, before);
    const other = await streamRange(newer, reader, after);
    if (one.length !== other.length || one.length > LARGEST_COMPARED) return false;
    reader.spend(2 * one.length);
    for (let at = 0; at < one.length; at += 1024 * 1024) {
      const size = Math.min(1024 * 1024, one.length - at);
      const pieces = [await reader.source.read(one.start + at, size), await reader.source.read(other.start + at, size)];
      if (Buffer.compare(pieces[0] ?? new Uint8Array(), pieces[1] ?? new Uint8Array()) !== 0) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof PdfSyntaxError) return false;
    throw error;
  }
}

/** What a roster's row would change in a person on record. */
import { PERSON_KEYS, type Person, type PersonKey } from '../employees.ts';
import { HISTORY_KEYS, type HistoryKey, type HistoryState } from '../history.ts';
import type { Comparison, KnownPerson } from './plan-types.ts';

/** What an earlier day's roster may still add to the person of today: who it is, never where it stands. */
const LASTING_KEYS = PERSON_KEYS.filter(
  (key) => key !== 'searchName' && !HISTORY_KEYS.some((history) => history === key),
);

/** True when more was stated since: then the row belongs into history and leaves the current state alone. */
export function isEarlier(known: KnownPerson, day: string): boolean {
  return day < known.statedOn;
}

/** The person with what the row says. An empty cell never erases what is known. */
export function merged(before: Person, row: Person): Person {
  const after: Record<string, string | null> = {};
  for (const key of PERSON_KEYS) after[key] = row[key] ?? before[key];
  return { ...before, ...after, name: row.name, searchName: row.searchName };
}

/** What the row changes in the current state. */
export function compareNow(known: Person, row: Person): Comparison {
  const after = merged(known, row);
  return comparison(
    PERSON_KEYS.filter((key) => known[key] !== after[key]),
    (key) => known[key],
  );
}

/** What the row of an earlier day changes: the state on record for that day, and what is not known at all. */
export function compareEarlier(known: Person, state: HistoryState | null, row: Person): Comparison {
  const dated = HISTORY_KEYS.filter((key) => row[key] !== null && row[key] !== (state?.[key] ?? null));
  const lasting = LASTING_KEYS.filter((key) => known[key] === null && row[key] !== null);
  return comparison([...dated, ...lasting], (key) => (isHistoryKey(key) ? (state?.[key] ?? null) : null));
}

/** The state of an earlier day with what the row says. */
export function mergedState(state: HistoryState | null, row: Person): HistoryState {
  const value = (key: HistoryKey): string | null => row[key] ?? state?.[key] ?? null;
  return {
    name: row.name,
    status: value('status'),
    grade: value('grade'),
    rank: value('rank'),
    position: value('position'),
    positionType: value('positionType'),
    unit: value('unit'),
    agency: value('agency'),
  };
}

/** The person of today with what an earlier day's row adds to it. */
export function completed(known: Person, row: Person): Person {
  const added: Record<string, string | null> = {};
  for (const key of LASTING_KEYS) added[key] = known[key] ?? row[key];
  return { ...known, ...added };
}

/** True when unit or agency were known and are others. */
export function isMove({ changed, before }: Comparison): boolean {
  return changed.some((key, index) => (key === 'unit' || key === 'agency') && before[index] !== null);
}

export function isHistoryKey(key: PersonKey): key is HistoryKey {
  return HISTORY_KEYS.some((history) => history === key);
}

function comparison(changed: readonly PersonKey[], before: (key: PersonKey) => string | null): Comparison {
  if (changed.length === 0) return SAME;
  return { changed, before: changed.map(before) };
}

const SAME: Comparison = { changed: [], before: [] };

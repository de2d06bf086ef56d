/** What an import would do to the people already known: pure, decided row by row before anything is written. */
import type { Person, PersonKey } from './employees.ts';
import { PERSON_KEYS } from './employees.ts';

export interface KnownPerson {
  readonly id: string;
  readonly person: Person;
}
export interface IncomingRow {
  readonly sheet: string;
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  readonly person: Person;
}
export interface PlannedUpdate {
  readonly known: KnownPerson;
  readonly after: Person;
  readonly changed: readonly PersonKey[];
}
export interface ImportPlan {
  readonly added: readonly IncomingRow[];
  readonly updated: readonly PlannedUpdate[];
  readonly unchanged: readonly KnownPerson[];
  /** Rows whose NIP and NIK belong to two different people already known. */
  readonly conflicts: readonly IncomingRow[];
  /** Rows that name a person whom an earlier row of the same import already named. */
  readonly repeated: readonly IncomingRow[];
}

/**
 * Matches by NIP, then by NIK, then (only for rows without either) by name and unit where exactly one person without
 * a number fits. An empty cell never erases what is known.
 */
export function planImport(known: Iterable<KnownPerson>, rows: Iterable<IncomingRow>): ImportPlan {
  const index = indexOf(known);
  const plan = {
    added: [] as IncomingRow[],
    updated: [] as PlannedUpdate[],
    unchanged: [] as KnownPerson[],
    conflicts: [] as IncomingRow[],
    repeated: [] as IncomingRow[],
  };
  const taken = new Set<string>();
  const addedNames = new Set<string>();
  for (const row of rows) {
    const found = findKnown(index, row.person);
    if (found === 'conflict') plan.conflicts.push(row);
    else if (found === null) {
      const key = row.person.nip === null && row.person.nik === null ? nameKey(row.person) : null;
      if (key !== null && addedNames.has(key)) plan.repeated.push(row);
      else {
        if (key !== null) addedNames.add(key);
        plan.added.push(row);
      }
    } else if (taken.has(found.id)) plan.repeated.push(row);
    else {
      taken.add(found.id);
      const after = merge(found.person, row.person);
      const changed = PERSON_KEYS.filter((key) => found.person[key] !== after[key]);
      if (changed.length === 0) plan.unchanged.push(found);
      else plan.updated.push({ known: found, after, changed });
    }
  }
  return plan;
}

interface KnownIndex {
  readonly byNip: Map<string, KnownPerson>;
  readonly byNik: Map<string, KnownPerson>;
  /** Null where several people without a number share name and unit. */
  readonly byName: Map<string, KnownPerson | null>;
}

function indexOf(known: Iterable<KnownPerson>): KnownIndex {
  const index: KnownIndex = { byNip: new Map(), byNik: new Map(), byName: new Map() };
  for (const one of known) {
    const { nip, nik } = one.person;
    if (nip !== null) index.byNip.set(nip, one);
    if (nik !== null) index.byNik.set(nik, one);
    if (nip === null && nik === null) {
      const key = nameKey(one.person);
      index.byName.set(key, index.byName.has(key) ? null : one);
    }
  }
  return index;
}

function findKnown(index: KnownIndex, person: Person): KnownPerson | 'conflict' | null {
  const byNip = person.nip === null ? undefined : index.byNip.get(person.nip);
  const byNik = person.nik === null ? undefined : index.byNik.get(person.nik);
  if (byNip && byNik && byNip.id !== byNik.id) return 'conflict';
  // A NIK that belongs to someone with another NIP is two people or a slip: never merged silently.
  if (!byNip && byNik && person.nip !== null && byNik.person.nip !== null) return 'conflict';
  if (byNip ?? byNik) return byNip ?? byNik ?? null;
  if (person.nip !== null || person.nik !== null) return null;
  return index.byName.get(nameKey(person)) ?? null;
}

function nameKey(person: Person): string {
  return `${person.searchName}\u0000${(person.unit ?? '').toLowerCase()}`;
}

function merge(before: Person, after: Person): Person {
  const merged: Record<string, string | null> = {};
  for (const key of PERSON_KEYS) merged[key] = after[key] ?? before[key];
  return { ...before, ...merged, name: after.name, searchName: after.searchName };
}

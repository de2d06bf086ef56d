/** Writes what was chosen of a plan, and keeps what it replaces so that the import can be undone. */
import type { UseCaseContext, WritableDatabase } from '../../kernel.ts';
import { numberOf, textOf, textOrNull } from '../../rows.ts';
import { directoryChanged } from '../directory-index.ts';
import { insertEmployees, type Person, PERSON_COLUMNS, PERSON_KEYS, type Stamp } from '../employees.ts';
import { HISTORY_KEYS, insertEarlierState, keepFirstState, type Placing, succeedState } from '../history.ts';
import { startOfDay } from '../days.ts';
import { completed, isEarlier, merged, mergedState } from './compare.ts';
import type { HeldPlan } from './held-plan.ts';
import { knownDirectory } from './known-directory.ts';
import { rememberLayouts } from './layouts.ts';
import type { KnownDirectory, KnownPerson, PlanEntry, PlannedAccount } from './plan-types.ts';
import type { Selection } from './selection.ts';

/** What an import replaced in one person: columns with their values before, and what it did to the history. */
export interface Replaced extends Placing {
  readonly columns: Readonly<Record<string, string | null>>;
}

/** Answers with the import's id. CANCELLED when it was stopped meanwhile; nothing is written then. */
export async function writeImport(
  plan: HeldPlan,
  selection: Selection,
  { context, signal }: { readonly context: UseCaseContext; readonly signal: AbortSignal },
): Promise<string> {
  const importId = context.newId();
  const stamp: Stamp = { at: context.now().toISOString(), importId, day: plan.day, from: plan.from };
  return await context.writeLong(['roster'], signal, (database) => {
    const writing = new ImportWriting(database, { plan, importId, stamp, context });
    writing.record(selection);
    const newcomers = writing.add(selection.added);
    for (const entry of selection.updated) writing.update(entry);
    writing.confirm(selection.unchanged);
    for (const entry of selection.gone) writing.markGone(entry);
    writing.addAccounts(selection, newcomers);
    rememberLayouts(database, plan, stamp.at, context);
    directoryChanged();
    const facts = custodyFacts(plan, selection);
    return { value: importId, entry: { action: 'roster.imported', subjectKind: 'import', subjectId: importId, facts } };
  });
}

/** Hashes and counts; never names. */
function custodyFacts(plan: HeldPlan, selection: Selection): Record<string, string | number> {
  return {
    file: plan.file.sha256,
    bytes: plan.file.bytes,
    layouts: [...new Set(plan.fingerprints.values())].join(','),
    asOf: plan.day,
    scope: plan.scope,
    read: plan.read,
    added: selection.added.length,
    updated: selection.updated.length,
    unchanged: selection.unchanged.length,
    gone: selection.gone.length,
    accounts: selection.accounts,
    proposals: selection.proposals,
    rejected: selection.rejected,
    excluded: selection.excluded,
  };
}

interface WritingParts {
  readonly plan: HeldPlan;
  readonly importId: string;
  readonly stamp: Stamp;
  readonly context: UseCaseContext;
}

class ImportWriting {
  readonly #database: WritableDatabase;
  readonly #parts: WritingParts;
  readonly #directory: KnownDirectory;

  constructor(database: WritableDatabase, parts: WritingParts) {
    this.#database = database;
    this.#parts = parts;
    this.#directory = knownDirectory(database, parts.stamp.from);
  }

  /** The import itself, before anything refers to it. */
  record(selection: Selection): void {
    const { plan, importId, stamp, context } = this.#parts;
    this.#database.run(
      `INSERT INTO roster_imports (id, at, user_id, file_name, file_bytes, file_sha256, as_of, scope, read_rows, added, updated,
         unchanged, gone, accounts, rejected, excluded, mapping)
       VALUES (@id, @at, @user, @name, @bytes, @sha256, @day, @scope, @read, @added, @updated,
         @unchanged, @gone, @accounts, @rejected, @excluded, @mapping)`,
      {
        id: importId,
        at: stamp.at,
        user: context.actor.id,
        ...plan.file,
        day: plan.day,
        scope: plan.scope,
        read: plan.read,
        added: selection.added.length,
        updated: selection.updated.length,
        unchanged: selection.unchanged.length,
        gone: selection.gone.length,
        accounts: selection.accounts,
        rejected: selection.rejected,
        excluded: selection.excluded,
        mapping: JSON.stringify(plan.mapping),
      },
    );
  }

  /** Answers with the ids of those newcomers who bring accounts. */
  add(entries: readonly PlanEntry[]): ReadonlyMap<PlanEntry, string> {
    const { context, stamp } = this.#parts;
    const withAccounts = new Map<PlanEntry, string>();
    function* people(): Generator<{ id: string; person: Person }> {
      for (const entry of entries) {
        const id = context.newId();
        if (entry.accounts.length > 0) withAccounts.set(entry, id);
        yield { id, person: statedBy(entry) };
      }
    }
    insertEmployees(this.#database, people(), stamp);
    return withAccounts;
  }

  update(entry: PlanEntry): void {
    const known = this.#directory.byKey(entry.key ?? 0);
    const row = statedBy(entry);
    const earlier = isEarlier(known, this.#parts.stamp.day);
    const after = earlier ? completed(known.person, row) : merged(known.person, row);
    const differs = HISTORY_KEYS.some((key) => known.person[key] !== after[key]);
    const first = earlier || differs ? keepFirstState(this.#database, known.id) : [];
    const columns = this.#store(known, after, earlier ? {} : { stated_on: this.#parts.stamp.day, gone_since: null });
    const placing = earlier ? this.#placeEarlier(known, row) : differs ? this.#succeed(known, after) : NO_PLACING;
    this.#keep(known, columns, { ...placing, inserted: [...first, ...placing.inserted] });
  }

  #succeed(known: KnownPerson, after: Person): Placing {
    return succeedState(this.#database, known.id, after, this.#parts.stamp);
  }

  /** People whom the roster states as they are known: only that it does is noted. */
  confirm(entries: readonly PlanEntry[]): void {
    const keys = JSON.stringify(entries.map(({ key }) => key));
    const before = new Map<string, { last: string | null; statedOn: string; keys: number[] }>();
    const rows = this.#database.iterate(
      'SELECT e.employee_key, e.last_import_id, e.stated_on FROM json_each(?) k JOIN employees e ON e.employee_key = k.value',
      [keys],
    );
    for (const row of rows) {
      const last = textOrNull(row, 'last_import_id');
      const statedOn = textOf(row, 'stated_on');
      const group = before.get(`${last ?? ''} ${statedOn}`) ?? { last, statedOn, keys: [] };
      group.keys.push(numberOf(row, 'employee_key'));
      before.set(`${last ?? ''} ${statedOn}`, group);
    }
    for (const group of before.values())
      this.#database.run(
        'INSERT INTO roster_import_confirmed (import_id, last_import_id, stated_on, employee_keys) VALUES (?, ?, ?, ?)',
        [this.#parts.importId, group.last, group.statedOn, JSON.stringify(group.keys)],
      );
    this.#database.run(
      `UPDATE employees SET last_import_id = ?, stated_on = max(stated_on, ?)
       WHERE employee_key IN (SELECT value FROM json_each(?))`,
      [this.#parts.importId, this.#parts.stamp.day, keys],
    );
  }

  /** Kept, with its history and cases; only marked. */
  markGone(entry: PlanEntry): void {
    const known = this.#directory.byKey(entry.key ?? 0);
    this.#keep(known, this.#store(known, known.person, { gone_since: this.#parts.stamp.from }), NO_PLACING);
  }

  addAccounts(selection: Selection, newcomers: ReadonlyMap<PlanEntry, string>): void {
    for (const entry of selection.added) this.#accountsOf(entry, newcomers.get(entry) ?? '');
    for (const group of [selection.updated, selection.unchanged, selection.gone])
      for (const entry of group)
        if (entry.accounts.length > 0) this.#accountsOf(entry, this.#directory.byKey(entry.key ?? 0).id);
  }

  #accountsOf(entry: PlanEntry, employeeId: string): void {
    const { context, importId, stamp, plan } = this.#parts;
    for (const planned of entry.accounts)
      this.#database.run(
        `INSERT INTO accounts (id, employee_id, platform, handle, url, basis, import_id, created_at, updated_at)
         VALUES (@id, @employee, @platform, @handle, @url, @basis, @import, @at, @at)`,
        {
          id: context.newId(),
          employee: employeeId,
          platform: planned.account.platform,
          handle: planned.account.handle,
          url: planned.account.url,
          basis: basisOf(planned, plan.file.name),
          import: importId,
          at: stamp.at,
        },
      );
  }

  #placeEarlier(known: KnownPerson, row: Person): Placing {
    const { stamp, context } = this.#parts;
    const state = this.#directory.stateOnDay(known);
    const resumes = startOfDay(known.statedOn, context.settings().timeZone);
    return insertEarlierState(this.#database, known.id, mergedState(state, row), { ...stamp, resumes });
  }

  /** Answers with the columns that it changed, as they were. */
  #store(known: KnownPerson, after: Person, marks: Readonly<Record<string, string | null>>): Replaced['columns'] {
    const { importId, stamp } = this.#parts;
    const changed = PERSON_KEYS.filter((key) => known.person[key] !== after[key]);
    const values: Record<string, string | null> = { ...marks, last_import_id: importId, updated_at: stamp.at };
    for (const key of changed) values[PERSON_COLUMNS[key]] = after[key];
    const columns = Object.keys(values);
    const before = this.#database.get(`SELECT ${columns.join(', ')} FROM employees WHERE employee_key = ?`, [
      known.key,
    ]);
    this.#database.run(
      `UPDATE employees SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE employee_key = @key`,
      { ...values, key: known.key },
    );
    return Object.fromEntries(columns.map((column) => [column, before ? textOrNull(before, column) : null]));
  }

  #keep(known: KnownPerson, columns: Replaced['columns'], placing: Placing): void {
    const replaced: Replaced = { columns, ...placing };
    this.#database.run('INSERT INTO roster_import_changes (employee_key, import_id, before) VALUES (?, ?, ?)', [
      known.key,
      this.#parts.importId,
      JSON.stringify(replaced),
    ]);
  }
}

const NO_PLACING: Placing = { inserted: [], closed: [] };

function statedBy({ person }: PlanEntry): Person {
  if (person === null) throw new Error('a row of the plan states nobody');
  return person;
}

/** Where the account was read, for whoever has to judge it. */
function basisOf({ account, sheet, row }: PlannedAccount, fileName: string): string {
  const place = `Impor ${fileName}, lembar ${sheet}, baris ${row}`;
  return account.note === '' ? place : `${place}: ${account.note}`;
}

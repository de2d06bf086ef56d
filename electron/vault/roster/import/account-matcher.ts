/** Whose the accounts of a file are, and which of them are not on record yet. */
import type { RowProblem } from '#shared/contract/roster-import.ts';
import type { RosterAccount } from '#shared/contract/roster-job.ts';
import { accountKeys, folded } from './keys.ts';
import { NO_ACCOUNTS, NO_EVIDENCE } from './plan-types.ts';
import type { AccountRow, KnownDirectory, PlanEntry, PlannedAccount, WrittenCells } from './plan-types.ts';
import { packRemarks, remarksOf } from './remarks.ts';

const SEVERAL = 'several';

export class AccountMatcher {
  /** People whom a sheet of accounts names. */
  readonly mentioned = new Set<number>();
  readonly #directory: KnownDirectory;
  readonly #byKey = new Map<number, PlanEntry>();
  readonly #byNumber = new Map<string, PlanEntry>();
  readonly #byName = new Map<string, PlanEntry | typeof SEVERAL>();
  #people: readonly PlanEntry[];

  /** `people` are the entries that the file's people have. */
  constructor(directory: KnownDirectory, people: readonly PlanEntry[]) {
    this.#directory = directory;
    this.#people = [...people];
  }

  /** Gives the account to its person's entry; answers with an entry of its own where the person has none. */
  place(row: AccountRow): PlanEntry | null {
    this.#index();
    const planned = { account: row.account, sheet: row.sheet, row: row.row };
    const found = this.#find(row);
    if (found === null) return refused(row);
    if (typeof found !== 'number') {
      found.accounts = [...found.accounts, planned];
      return null;
    }
    this.mentioned.add(found);
    const entry = unchanged(row, found, planned);
    this.#byKey.set(found, entry);
    return entry;
  }

  /** Leaves the accounts that are new; one that belongs to somebody else is named on the row. */
  settle(entries: readonly PlanEntry[]): PlanEntry[] {
    const claimed = new Map<string, PlanEntry>();
    const settled = new Map<PlanEntry, PlanEntry>();
    // What is only offered waits behind what is written anyway.
    for (const offered of [false, true])
      for (const entry of entries)
        if (entry.accounts.length > 0 && (entry.kind === 'proposed') === offered)
          settled.set(entry, this.#settled(entry, claimed));
    return entries.map((entry) => withoutEmptyOffer(settled.get(entry) ?? entry));
  }

  #settled(entry: PlanEntry, claimed: Map<string, PlanEntry>): PlanEntry {
    const accounts: PlannedAccount[] = [];
    const findings: RowProblem[] = [];
    for (const planned of entry.accounts) {
      const keys = accountKeys(planned.account);
      const owner = this.#directory.ownerOfAccount(planned.account);
      const claimant = keys.map((key) => claimed.get(key)).find((one) => one !== undefined);
      if (owner === undefined && claimant === undefined) {
        for (const key of keys) claimed.set(key, entry);
        accounts.push(planned);
      } else if ((owner ?? entry.key) !== entry.key || !isSame(claimant ?? entry, entry))
        findings.push(ofAnother(planned));
    }
    const settled = {
      ...entry,
      accounts,
      remarks: findings.length === 0 ? entry.remarks : withFindings(entry, findings),
    };
    for (const [key, claimant] of claimed) if (claimant === entry) claimed.set(key, settled);
    return settled;
  }

  /** An entry, or the key of somebody who has none. */
  #find(row: AccountRow): PlanEntry | number | null {
    for (const [column, value] of [
      ['byNip', row.nip],
      ['byNik', row.nik],
    ] as const) {
      if (value === null) continue;
      const known = this.#directory[column](value);
      const found = known ? (this.#byKey.get(known.key) ?? known.key) : this.#byNumber.get(value);
      if (found !== undefined) return found;
    }
    return row.nip === null && row.nik === null && row.searchName !== '' ? this.#named(row) : null;
  }

  #named({ searchName, unit }: AccountRow): PlanEntry | number | null {
    const known = this.#directory.named(searchName, unit);
    const inFile = this.#byName.get(nameKey(searchName, unit));
    if (known === SEVERAL || inFile === SEVERAL) return null;
    if (known === null) return inFile ?? null;
    const entry = this.#byKey.get(known.key);
    // One of them on record, another one new in the file: two people of the same name.
    if (inFile !== undefined && inFile !== entry) return null;
    return entry ?? known.key;
  }

  /** Only a file with a sheet of accounts needs it. */
  #index(): void {
    for (const entry of this.#people) {
      if (entry.key !== null && entry.kind !== 'conflict') this.#byKey.set(entry.key, entry);
      if (entry.kind !== 'added' || entry.person === null) continue;
      const { nip, nik, searchName, unit } = entry.person;
      for (const number of [nip, nik]) if (number !== null) this.#byNumber.set(number, entry);
      for (const key of new Set([nameKey(searchName, unit), nameKey(searchName, null)]))
        this.#byName.set(key, this.#byName.has(key) ? SEVERAL : entry);
    }
    this.#people = [];
  }
}

/** An offer of accounts that are all on record, or somebody else's, offers nothing. */
function withoutEmptyOffer(entry: PlanEntry): PlanEntry {
  const isEmpty = entry.kind === 'proposed' && entry.person === null && entry.accounts.length === 0;
  return isEmpty ? { ...entry, kind: 'refused', key: null, evidence: NO_EVIDENCE } : entry;
}

/** A person may have several rows in sheets of accounts. */
function isSame(one: PlanEntry, other: PlanEntry): boolean {
  return one === other || (one.key !== null && one.key === other.key);
}

function nameKey(searchName: string, unit: string | null): string {
  return `${searchName}\u0000${folded(unit ?? '')}`;
}

function unchanged(row: AccountRow, key: number, planned: PlannedAccount): PlanEntry {
  const place = { sheet: row.sheet, row: row.row, key, person: null, remarks: null };
  return { kind: 'unchanged', ...place, ...NOTHING, evidence: NO_EVIDENCE, accounts: [planned] };
}

function refused(row: AccountRow): PlanEntry {
  const { sheet, row: number } = row;
  const value = row.nip ?? row.nik ?? row.name;
  const finding = { sheet, row: number, column: null, code: 'ACCOUNT_PERSON_UNKNOWN', params: {}, value };
  const place = { sheet, row: number, key: null, person: null, remarks: packRemarks([finding], writtenCells(row)) };
  return { kind: 'refused', ...place, ...NOTHING, evidence: NO_EVIDENCE, accounts: NO_ACCOUNTS };
}

const NOTHING = { changed: [], before: [] } as const;

function withFindings(entry: PlanEntry, added: readonly RowProblem[]): string | null {
  const { findings, cells } = remarksOf(entry);
  return packRemarks([...findings, ...added], cells);
}

function ofAnother({ account, sheet, row }: PlannedAccount): RowProblem {
  return { sheet, row, column: null, code: 'ACCOUNT_OF_ANOTHER', params: {}, value: shown(account) };
}

/** The handle, else the address. */
function shown({ handle, url }: RosterAccount): string {
  return handle === '' ? url : handle;
}

function writtenCells({ nip, nik, name, unit, account }: AccountRow): WrittenCells {
  return {
    ...(nip === null ? {} : { nip }),
    ...(nik === null ? {} : { nik }),
    name: name.slice(0, 500),
    ...(unit === null ? {} : { unit }),
    accountPlatform: account.platform,
    accountHandle: shown(account),
    ...(account.handle !== '' && account.url !== '' && { accountLink: account.url }),
    ...(account.note === '' ? {} : { accountNote: account.note }),
  };
}

/** The public accounts that a row states, in columns of their own or one account a line. */
import type { RosterAccount } from '#shared/contract/roster-job.ts';
import { ROSTER_VALUE_CHARACTERS } from '#shared/contract/roster-job.ts';
import {
  OTHER_PLATFORM,
  parseAccounts,
  parsePlatform,
  type SocialPlatform,
} from '#shared/domain/roster/account-text.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { isBlankMark } from '#shared/domain/roster/text.ts';
import type { RowCells } from './row-cells.ts';

/** The columns that hold the accounts of one platform. */
const PLATFORM_FIELDS: readonly (readonly [field: RosterField, platform: SocialPlatform])[] = [
  ['accountFacebook', 'Facebook'],
  ['accountInstagram', 'Instagram'],
  ['accountTiktok', 'TikTok'],
  ['accountX', 'X'],
  ['accountYoutube', 'YouTube'],
  ['accountThreads', 'Threads'],
  ['accountTelegram', 'Telegram'],
];
const FIELDS: readonly RosterField[] = [...PLATFORM_FIELDS.map(([field]) => field), 'accountHandle', 'accountLink'];

/** Accounts of one row that are kept. */
const MOST_ACCOUNTS = 50;

/** Reads the accounts of the rows of one sheet. */
export class AccountReader {
  readonly #cells: RowCells;
  readonly #platforms: readonly (readonly [field: RosterField, platform: SocialPlatform])[];
  readonly #any: boolean;

  constructor(cells: RowCells) {
    this.#cells = cells;
    this.#platforms = PLATFORM_FIELDS.filter(([field]) => cells.has(field));
    this.#any = FIELDS.some((field) => cells.has(field));
  }

  /** The accounts of the current row; what cannot be read is a finding. */
  read(): RosterAccount[] {
    if (!this.#any) return [];
    const accounts = this.#platforms.flatMap(([field, platform]) => this.#ofCell(field, platform, ''));
    return [...accounts, ...this.#ofLine()].slice(0, MOST_ACCOUNTS);
  }

  /** The handle and the address that stand in columns of their own. */
  #ofLine(): RosterAccount[] {
    const [hasHandle, hasLink] = [this.#holds('accountHandle'), this.#holds('accountLink')];
    if (!hasHandle && !hasLink) return [];
    const platform = this.#cells.text('accountPlatform');
    const note = this.#cells.text('accountNote') ?? '';
    const named = platform === null ? null : (parsePlatform(platform) ?? OTHER_PLATFORM);
    const linked = hasLink ? this.#ofCell('accountLink', named, note) : [];
    // Nothing else says the platform: the address does.
    const [only = null] = linked.length === 1 ? linked.map((account) => account.platform) : [];
    return withLinks(hasHandle ? this.#ofCell('accountHandle', named ?? only, note) : [], linked);
  }

  #holds(field: RosterField): boolean {
    return !isBlankMark(this.#cells.raw(field));
  }

  #ofCell(field: RosterField, platform: string | null, note: string): RosterAccount[] {
    const cell = this.#cells.cell(field);
    if (cell === undefined) return [];
    // A value that cannot be had at all is told as such.
    if (cell.kind !== 'text' && cell.kind !== 'number') {
      this.#cells.text(field);
      return [];
    }
    const { accounts, unreadable } = parseAccounts(this.#cells.raw(field), platform);
    const fitting = accounts.filter(
      ({ handle, url }) => Math.max(handle.length, url.length) <= ROSTER_VALUE_CHARACTERS,
    );
    if (unreadable.length > 0 || fitting.length < accounts.length) {
      this.#cells.warn('ACCOUNT_UNREADABLE', field, { count: unreadable.length + accounts.length - fitting.length });
    }
    return fitting.map((account) => ({ ...account, note }));
  }
}

/**
 * One account of a handle and its address. Where the address names another handle they are two: which of them is meant, the
 * row does not say. A shown name ("Budi Contoh") is never the handle of an address, and is not contradicted by it.
 */
function withLinks(written: readonly RosterAccount[], linked: readonly RosterAccount[]): RosterAccount[] {
  const joined = [...written];
  const single = written.length === 1 && linked.length === 1;
  for (const link of linked) {
    const mate = joined.findIndex((account) => belongs(account, link, single));
    const account = joined[mate];
    if (account === undefined) joined.push(link);
    else joined[mate] = { ...account, platform: link.platform, url: link.url };
  }
  return joined;
}

function belongs(account: RosterAccount, link: RosterAccount, single: boolean): boolean {
  if (account.url !== '' || link.url === '') return account.url === link.url && sameHandle(account, link);
  const oneSite = account.platform === link.platform || link.platform === OTHER_PLATFORM;
  return oneSite && (sameHandle(account, link) || (single && (link.handle === '' || /\s/.test(account.handle))));
}

function sameHandle(one: RosterAccount, other: RosterAccount): boolean {
  return one.handle !== '' && one.handle.toLowerCase() === other.handle.toLowerCase();
}

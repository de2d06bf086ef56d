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
const FIELDS: readonly RosterField[] = [...PLATFORM_FIELDS.map(([field]) => field), 'accountHandle'];

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
    const written = this.#cells.raw('accountHandle');
    if (isBlankMark(written)) return accounts.slice(0, MOST_ACCOUNTS);
    const platform = this.#cells.text('accountPlatform');
    const note = this.#cells.text('accountNote') ?? '';
    const named = platform === null ? null : (parsePlatform(platform) ?? OTHER_PLATFORM);
    return [...accounts, ...this.#ofCell('accountHandle', named, note)].slice(0, MOST_ACCOUNTS);
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

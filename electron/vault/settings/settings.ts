/** The vault's settings: defaults, what is stored over them, one value a row. */
import type { InputOf } from '#shared/contract/index.ts';
import { DEFAULT_PUBLIC_REPORT_SETTINGS } from '#shared/contract/public-reports-settings.ts';
import { settings as settingsSchema, type Settings } from '#shared/contract/settings.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';

export const DEFAULT_SETTINGS: Settings = {
  letterhead: {
    government: '',
    agency: '',
    addressLines: [],
    phone: '',
    website: '',
    email: '',
    postalCode: '',
    city: '',
  },
  signatory: { prefix: '', position: '', name: '', rank: '', nip: '' },
  recipient: '',
  copies: [],
  caseNumberTemplate: 'REG/{urut}/{bulan_romawi}/{tahun}',
  reportNumberTemplate: '',
  timeZone: 'WIB',
  paper: 'A4',
  attachmentLimitBytes: 25_000_000,
  idleLockMinutes: 10,
  lockDelayDuringJobsMinutes: 30,
  backupReminderDays: 7,
  contentProtection: false,
  statusSynonyms: [],
  allowLocalNetworkCapture: false,
  signatureServices: { timestampAddress: '', revocationHosts: [] },
  // What waits was asked for by a person, of a service that the office named: without its address nothing is asked of anybody.
  raiseWhenOnline: true,
  officeAccountProfiles: false,
  breachNotice: {
    hours: 72,
    basis: 'Pasal 46 UU 27/2022 (Pelindungan Data Pribadi): kepada pemilik data dan lembaga',
    sourceUrl: null,
    verification: 'sumber_sekunder',
    verifiedBy: null,
    verifiedAt: null,
  },
  publicReports: DEFAULT_PUBLIC_REPORT_SETTINGS,
};

/** Keeping the office's log-in, and whom the vault asks outside and when, is decided by whoever answers for the vault. */
const ANSWERED_FOR: readonly (keyof Settings)[] = ['officeAccountProfiles', 'signatureServices', 'raiseWhenOnline'];

/** The settings in force; a stored value that no longer fits its shape falls back to the default. */
export function readSettings(database: ReadableDatabase): Settings {
  const stored: Record<string, unknown> = {};
  for (const row of database.all('SELECT key, value FROM settings'))
    stored[textOf(row, 'key')] = JSON.parse(textOf(row, 'value'));
  const result: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const key of settingKeys()) {
    const parsed = settingsSchema.shape[key].safeParse(stored[key]);
    if (parsed.success) result[key] = parsed.data;
  }
  return settingsSchema.parse(result);
}

export function changeSettings(input: InputOf<'settings.set'>, context: UseCaseContext): Settings {
  const before = readSettings(context.database);
  const changed = settingKeys().filter(
    (key) => input[key] !== undefined && JSON.stringify(input[key]) !== JSON.stringify(before[key]),
  );
  const answeredFor = changed.some((key) => ANSWERED_FOR.includes(key));
  if (answeredFor && context.actor.role !== 'pengelola') throw new AppError('ROLE_NOT_ALLOWED');
  return context.write(['settings'], (database) => {
    for (const key of changed) {
      database.run(
        `INSERT INTO settings (key, value, updated_at, updated_by) VALUES (@key, @value, @at, @by)
         ON CONFLICT (key) DO UPDATE SET value = @value, updated_at = @at, updated_by = @by`,
        { key, value: JSON.stringify(input[key]), at: context.now().toISOString(), by: context.actor.id },
      );
    }
    const entry = {
      action: 'settings.changed',
      subjectKind: 'setting',
      subjectId: null,
      facts: { keys: changed.join(',') },
    } as const;
    return { value: readSettings(database), entry: changed.length === 0 ? null : entry };
  });
}

function settingKeys(): (keyof Settings)[] {
  return Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
}

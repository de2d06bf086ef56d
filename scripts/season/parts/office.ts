/** The first days: the office's letterhead, its officers, and the staff list. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rosterImportResult, rosterPlan } from '../../../shared/contract/roster-import.ts';
import { settings } from '../../../shared/contract/settings.ts';
import type { Cast } from '../cast.ts';
import { makeRoster } from '../people.ts';
import type { Season } from '../season.ts';

const SAMPLE_SETTINGS = path.join(import.meta.dirname, '../../../resources/sample/pengaturan-contoh.json');
/** People of a whole season. */
const STAFF = 2_000;
/** The most that a list answers at once. */
const PAGE = 1_000;

/** Plans them. */
export function planOffice(season: Season, cast: Cast): void {
  season.at(0, '08:00', async () => {
    const sample: unknown = JSON.parse(readFileSync(SAMPLE_SETTINGS, 'utf8'));
    await season.call('settings.set', settings.partial().parse(sample));
  });
  season.at(0, '09:00', async () => {
    await importRoster(season);
    cast.members = await readMembers(season);
    cast.requirements = (await season.call('publicReports.requirements', {})).rows.map(({ key }) => key);
  });
}

async function importRoster(season: Season): Promise<void> {
  const bytes = await makeRoster(season.count(STAFF), season.random('roster'));
  const file = await season.file('daftar-pegawai-kota-contoh.xlsx', bytes);
  const look = await season.call('roster.inspect', { file });
  const sheets = look.sheets.flatMap(({ name, headerRow, proposal, unitFromSheetName, kind }) => {
    const mapping = proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
    return headerRow === null ? [] : [{ name, headerRow, mapping, unitFromSheetName, kind }];
  });
  const { planId } = rosterPlan.parse(await season.job(await season.call('roster.plan', { file, sheets })));
  rosterImportResult.parse(await season.job(await season.call('roster.apply', { planId })));
}

async function readMembers(season: Season): Promise<Cast['members']> {
  // Read straight from the tables: asking for each of two thousand pages would be most of the work.
  const { database } = season.service.context();
  const accounts = new Map(
    database
      .all('SELECT id, employee_id, platform, handle FROM accounts WHERE employee_id IS NOT NULL')
      .map((row) => [
        String(row['employee_id']),
        { id: String(row['id']), platform: String(row['platform']), handle: String(row['handle']) },
      ]),
  );
  const members: Cast['members'][number][] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await season.call('roster.list', { sort: 'name', offset, limit: PAGE });
    for (const { id, name, agency, status } of rows)
      members.push({ id, name, agency: agency ?? '', status: status ?? '', account: accounts.get(id) ?? null });
    if (members.length >= total) return members;
  }
}

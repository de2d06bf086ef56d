/** The screens around the cases, each with the record of the season that shows it best and what brings it into its state. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { CallOf, OperationName } from '#shared/contract/index.ts';
import { ask } from '../../tests/support/journey/person.ts';
import { at, choose, decide, press, type Records, type Screen, type Visit } from './season-acts.ts';

/** Each opened once in a language. */
export const SCREENS: readonly Screen[] = [
  { name: 'home', address: at('/') },
  { name: 'home-below', address: at('/'), top: '.n-glance' },
  { name: 'calendar', address: at('/pemilihan') },
  { name: 'candidates', address: at('/pemilihan?bagian=candidates') },
  { name: 'candidate', address: ({ candidate }) => `/pemilihan?bagian=candidates&pilih=${candidate}` },
  { name: 'reminders', address: at('/pemilihan?bagian=reminders') },
  { name: 'rules', address: at('/pemilihan?bagian=rules') },
  { name: 'rounds', address: at('/pemantauan') },
  { name: 'round-begin', address: at('/pemantauan?mulai=true') },
  { name: 'round-work', address: ({ runningRound }) => `/pemantauan?ronde=${runningRound}` },
  {
    name: 'round-items',
    address: ({ runningRound }) => `/pemantauan?ronde=${runningRound}`,
    act: choose('monitoring.tab.items'),
  },
  { name: 'round-facts', address: ({ finishedRound }) => `/pemantauan?ronde=${finishedRound}` },
  {
    name: 'coverage',
    address: at('/pemantauan?cakupan=true'),
    act: choose('monitoring.coverage.part.groups'),
  },
  {
    name: 'coverage-persons',
    address: ({ person }) => `/pemantauan?cakupan=true&orang=${person}`,
    act: choose('monitoring.coverage.part.persons'),
  },
  { name: 'reports', address: at('/aduan') },
  { name: 'report', address: ({ newReport }) => `/aduan/${newReport}` },
  { name: 'report-checks', address: ({ newReport }) => `/aduan/${newReport}`, top: '#aduan-checks' },
  { name: 'report-answers', address: ({ reviewedReport }) => `/aduan/${reviewedReport}`, top: '#aduan-files' },
  { name: 'report-record', address: at('/aduan?baru=true') },
  { name: 'report-intake', address: at('/aduan'), act: press('publicReports.read') },
  { name: 'report-intake-read', address: at('/aduan'), act: readText },
  {
    name: 'report-reveal',
    address: ({ newReport }) => `/aduan/${newReport}`,
    act: press('publicReports.reporter.show'),
  },
  { name: 'report-step-incomplete', address: ({ newReport }) => `/aduan/${newReport}`, act: decide('kurang') },
  { name: 'report-step-case', address: ({ reviewedReport }) => `/aduan/${reviewedReport}`, act: decide('kasus') },
  {
    name: 'report-step-forward',
    address: ({ reviewedReport }) => `/aduan/${reviewedReport}`,
    act: decide('diteruskan'),
  },
  { name: 'hoaxes', address: at('/hoaks') },
  { name: 'hoax', address: ({ hoax }) => `/hoaks?pilih=${hoax}` },
  { name: 'hoax-concluded', address: ({ concludedHoax }) => `/hoaks?pilih=${concludedHoax}` },
  { name: 'hoax-record', address: at('/hoaks?baru=true') },
  { name: 'sessions', address: at('/sosialisasi') },
  { name: 'session-plan', address: at('/sosialisasi'), act: press('outreach.new') },
  { name: 'session', address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}` },
  {
    name: 'session-attendance',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    top: '.n-outreach-add',
  },
  { name: 'pledges', address: at('/sosialisasi?bagian=ikrar') },
  { name: 'outreach-coverage', address: at('/sosialisasi?bagian=cakupan') },
  {
    name: 'outreach-agencies',
    address: at('/sosialisasi?bagian=cakupan'),
    act: async ({ page }) => page.locator('.n-outreach-agencies > summary').click(),
  },
  { name: 'handout', address: at('/sosialisasi?bagian=bahan') },
  { name: 'recap', address: at('/rekap'), act: choose('recap.audiences.internal') },
  { name: 'recap-below', address: at('/rekap'), top: '.n-recap-parts' },
  { name: 'recap-public', address: at('/rekap'), act: choose('recap.audiences.public') },
  { name: 'cases', address: at('/kasus') },
  { name: 'case', address: ({ case: id }) => `/kasus/${id}` },
  { name: 'case-taught', address: ({ case: id }) => `/kasus/${id}`, top: '.n-taught' },
  { name: 'command-box', address: at('/'), act: searchEverything },
];

/** What lists and pages give the printer; each has a button of that name. */
export const PAPERS: readonly Screen[] = [
  { name: 'print-calendar', address: at('/pemilihan') },
  { name: 'print-candidates', address: at('/pemilihan?bagian=candidates') },
  { name: 'print-rules', address: at('/pemilihan?bagian=rules') },
  { name: 'print-rounds', address: at('/pemantauan') },
  { name: 'print-coverage', address: at('/pemantauan?cakupan=true') },
  { name: 'print-reports', address: at('/aduan') },
  { name: 'print-hoaxes', address: at('/hoaks') },
  { name: 'print-sessions', address: at('/sosialisasi') },
  { name: 'print-pledges', address: at('/sosialisasi?bagian=ikrar') },
  { name: 'print-outreach-coverage', address: at('/sosialisasi?bagian=cakupan') },
  { name: 'print-recap', address: at('/rekap') },
  { name: 'print-cases', address: at('/kasus') },
];

/** A message as it comes in, pasted and read. */
async function readText(visit: Visit): Promise<void> {
  const { page, t } = visit;
  await press('publicReports.read')(visit);
  await page
    .getByLabel(t('reportIntake.paste'))
    .fill(
      'Selamat pagi. Mohon ditindaklanjuti unggahan akun @contoh.warga tanggal 21 Oktober 2024 yang memuat ajakan memilih pasangan calon: https://lini.test/contoh/4001. Nama saya Pelapor Contoh, 0812-0000-0000.',
    );
  await press('reportIntake.readText')(visit);
  await page.getByText('SHA-256').first().waitFor();
}

async function searchEverything({ page }: Visit): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').fill('netral');
}

const rows = z.object({ rows: z.array(z.object({ id: z.string() })).min(1) });

/** Finds the records by what the app's own lists say of them. */
export async function findRecords(page: Page): Promise<Records> {
  const first = async <Name extends OperationName>(name: Name, input: CallOf<Name>): Promise<string> => {
    const answer = await ask(page, name, input);
    const found = rows.safeParse(answer.value).data?.rows[0];
    if (found === undefined) throw new Error(`${name} ${JSON.stringify(input)}: ${JSON.stringify(answer.error)}`);
    return found.id;
  };
  const today = new Date().toISOString().slice(0, 10);
  const since = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
  return {
    runningRound: await first('monitoring.rounds', { state: 'running' }),
    finishedRound: await first('monitoring.rounds', { state: 'finished' }),
    person: await first('monitoring.persons', { from: since, to: today, sort: 'looks', descending: true }),
    newReport: await first('publicReports.list', { state: 'baru' }),
    reviewedReport: await first('publicReports.list', { state: 'telaah' }),
    hoax: await first('hoaxes.list', { state: 'diperiksa' }),
    checkedHoax: await first('hoaxes.list', { state: 'disimpulkan' }),
    concludedHoax: await first('hoaxes.list', { state: 'selesai' }),
    heldSession: await first('outreach.list', { state: 'held' }),
    candidate: await first('elections.candidates', {}),
    case: await taughtCase(page),
    month: since.slice(0, 7),
  };
}

/** A case about somebody who was taught before. */
async function taughtCase(page: Page): Promise<string> {
  const { value } = await ask(page, 'cases.list', { limit: 500 });
  for (const { id } of rows.parse(value).rows) {
    const answer = await ask(page, 'outreach.taughtOfCase', { caseId: id });
    if (JSON.stringify(answer.value).includes('"topic":"')) return id;
  }
  throw new Error('no case of the season is about somebody who was taught');
}

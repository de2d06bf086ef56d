/** The dialogs of the screens around the cases: each opened as a person would, some with a file read or refused. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropFile } from '../../tests/support/journey/system.ts';
import { at, choose, decide, press, type Screen, type Visit } from './season-acts.ts';

const INTAKE = path.join(import.meta.dirname, '../../tests/fixtures/intake');

/** Drops a file on the open dialog, and waits for what it brings. */
const drop =
  (file: string, shown: string) =>
  async ({ page }: Visit): Promise<void> => {
    await dropFile(page, '[role="dialog"] .n-drop', file);
    await page.getByRole('dialog').locator(shown).first().waitFor();
  };
const intake =
  (file: string, shown: string) =>
  async (visit: Visit): Promise<void> => {
    await press('publicReports.read')(visit);
    await drop(file, shown)(visit);
  };
/** One of the ways of the menu above a session's attendance. */
const attend =
  (way: string) =>
  async (visit: Visit): Promise<void> => {
    await press('outreach.attendance.submit')(visit);
    await visit.page.getByRole('menuitem', { name: visit.t(way), exact: true }).click();
  };
/** Opens the choices of a field. */
const unfold =
  (name: string) =>
  async ({ page, t }: Visit): Promise<void> =>
    page.getByRole('dialog').getByLabel(t(name)).first().click();
const then =
  (...acts: readonly ((visit: Visit) => Promise<void>)[]) =>
  async (visit: Visit): Promise<void> => {
    for (const act of acts) await act(visit);
  };

/** A file of that name made for this run. */
function fileOf(name: string, content: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'netra-look-')), name);
  writeFileSync(file, content);
  return file;
}

const attendance = (): string =>
  fileOf('daftar-hadir.csv', 'Nama,NIP,Unit kerja\nNanda Embun,,Bidang Pelayanan\nTidak Dikenal,,Kantor Lain\n');

export const DIALOGS: readonly Screen[] = [
  { name: 'd-election', address: at('/pemilihan'), act: press('elections.add') },
  { name: 'd-stage', address: at('/pemilihan'), act: press('elections.addStage') },
  { name: 'd-reminder', address: at('/pemilihan?bagian=reminders'), act: press('elections.reminders.add') },
  {
    name: 'd-round-draw',
    address: at('/pemantauan?mulai=true'),
    act: async ({ page }) =>
      page
        .getByRole('dialog')
        .locator('label', { has: page.getByRole('switch') })
        .first()
        .click(),
  },
  {
    name: 'd-round-finish',
    address: ({ runningRound }) => `/pemantauan?ronde=${runningRound}`,
    act: press('monitoring.action.finish'),
  },
  {
    name: 'd-coverage-list',
    address: at('/pemantauan?cakupan=true'),
    act: choose('monitoring.coverage.part.persons'),
  },
  {
    name: 'd-intake-chat',
    address: at('/aduan'),
    act: intake(path.join(INTAKE, 'whatsapp-android-id.zip'), '.n-intake-chat'),
  },
  { name: 'd-intake-table', address: at('/aduan'), act: intake(path.join(INTAKE, 'aduan.csv'), '.n-intake-panes') },
  {
    name: 'd-intake-email',
    address: at('/aduan'),
    act: intake(path.join(INTAKE, 'email-alternative-attachments.eml'), '.n-intake-panes'),
  },
  {
    name: 'd-intake-bad',
    address: at('/aduan'),
    act: async (visit) => intake(fileOf('percakapan.zip', 'PK\u0003\u0004 bukan arsip'), '[role="alert"]')(visit),
  },
  {
    name: 'd-report-steps',
    address: ({ newReport }) => `/aduan/${newReport}`,
    act: async (visit) => {
      await press('publicReports.step.action')(visit);
      await visit.page.getByRole('dialog').getByRole('combobox').first().click();
    },
  },
  { name: 'd-report-hoax', address: ({ reviewedReport }) => `/aduan/${reviewedReport}`, act: decide('hoaks') },
  { name: 'd-report-closed', address: ({ reviewedReport }) => `/aduan/${reviewedReport}`, act: decide('ditutup') },
  {
    name: 'd-report-answer',
    address: ({ reviewedReport }) => `/aduan/${reviewedReport}`,
    act: press('publicReports.answer.add'),
  },
  {
    name: 'd-report-received',
    address: at('/aduan'),
    act: press('publicReports.filter.received'),
  },
  { name: 'd-hoax-kinds', address: at('/hoaks?baru=true'), act: unfold('hoaxes.form.kind') },
  { name: 'd-hoax-conclude', address: ({ hoax }) => `/hoaks?pilih=${hoax}`, act: press('hoaxes.step.disimpulkan') },
  { name: 'd-hoax-spread', address: ({ hoax }) => `/hoaks?pilih=${hoax}`, act: press('hoaxes.spread.add') },
  { name: 'd-hoax-source', address: ({ hoax }) => `/hoaks?pilih=${hoax}`, act: press('hoaxes.source.add') },
  {
    name: 'd-hoax-follow-up',
    address: ({ checkedHoax }) => `/hoaks?pilih=${checkedHoax}`,
    act: press('hoaxes.followUp.add'),
  },
  { name: 'd-hoax-picture', address: ({ concludedHoax }) => `/hoaks?pilih=${concludedHoax}`, top: '.n-hoax-picture' },
  {
    name: 'd-session-unit',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    act: attend('outreach.attendance.unit'),
  },
  {
    name: 'd-session-file',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    act: then(attend('outreach.attendance.file'), async (visit) => drop(attendance(), 'table')(visit)),
  },
  {
    name: 'd-session-file-bad',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    act: then(attend('outreach.attendance.file'), async (visit) =>
      drop(fileOf('daftar-hadir.xlsx', 'bukan buku kerja'), '[role="alert"]')(visit),
    ),
  },
  {
    name: 'd-session-guest',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    act: attend('outreach.attendance.guest'),
  },
  {
    name: 'd-session-sheet',
    address: ({ heldSession }) => `/sosialisasi?pilih=${heldSession}`,
    act: press('outreach.sheets.make'),
  },
  { name: 'd-pledge', address: at('/sosialisasi?bagian=ikrar'), act: press('outreach.pledges.add') },
  { name: 'd-pledge-kinds', address: at('/sosialisasi?bagian=ikrar'), act: press('outreach.kinds.title') },
  {
    name: 'd-pledge-kind',
    address: at('/sosialisasi?bagian=ikrar'),
    act: press('outreach.kinds.title', 'outreach.kinds.add'),
  },
  {
    name: 'd-invite',
    address: at('/sosialisasi?bagian=cakupan'),
    act: async ({ page }) =>
      page.locator('.n-tools button[data-variant="filled"], .n-tools .mantine-Button-root').last().click(),
  },
  { name: 'd-recap-free', address: at('/rekap'), act: choose('recap.free') },
  {
    name: 'd-recap-document',
    address: ({ month }) => `/dokumen/buat?jenis=rekapitulasi&dari=${month}-01&sampai=${month}-28&umum=false`,
  },
  { name: 'd-hoax-channels', address: at('/pengaturan/kanal-hoaks') },
  { name: 'd-report-settings', address: at('/pengaturan/aduan') },
  {
    name: 'd-keys',
    address: at('/'),
    act: async ({ page }) => page.keyboard.press('?'),
  },
];

/** The lists of a vault that nothing was put in yet. */
export const EMPTY: readonly Screen[] = [
  ['home', '/'],
  ['calendar', '/pemilihan'],
  ['candidates', '/pemilihan?bagian=candidates'],
  ['reminders', '/pemilihan?bagian=reminders'],
  ['rounds', '/pemantauan'],
  ['coverage', '/pemantauan?cakupan=true'],
  ['reports', '/aduan'],
  ['hoaxes', '/hoaks'],
  ['sessions', '/sosialisasi'],
  ['pledges', '/sosialisasi?bagian=ikrar'],
  ['outreach-coverage', '/sosialisasi?bagian=cakupan'],
  ['recap', '/rekap'],
  ['cases', '/kasus'],
].map(([name = '', address = '']) => ({ name: `empty-${name}`, address: at(address) }));

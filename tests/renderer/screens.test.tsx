/** Every screen draws, is accessible, and has its empty and its failed state. */
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import type { FakeAnswers } from '../support/fake-vault-states.ts';
import { fakeCase } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

const caseId = fakeCase(0).id;

const SCREENS: readonly { address: string; shows: string | RegExp }[] = [
  { address: '/', shows: 'Kasus terakhir' },
  { address: '/kasus', shows: 'Pilih kasus dari daftar' },
  { address: `/kasus/${caseId}`, shows: 'Kronologi' },
  { address: '/bukti', shows: 'B-0048' },
  { address: '/pegawai', shows: 'Ahmad Saputra, S.Pd.' },
  { address: '/pegawai?pilih=0192a000-0001-7000-8000-000000000000', shows: 'Riwayat kepegawaian' },
  { address: '/pegawai/impor', shows: 'Letakkan berkas daftar pegawai di sini' },
  { address: '/dokumen', shows: /700\/024\/DKI\/2026/ },
  { address: `/dokumen/buat/${caseId}`, shows: 'Susun pratinjau' },
  { address: '/dokumen/verifikasi', shows: 'Letakkan PDF yang akan diperiksa di sini' },
  { address: '/jejak', shows: 'Kepala jejak' },
  { address: '/pengaturan/kop', shows: 'Kop naskah dinas' },
  { address: '/pengaturan/nomor', shows: 'Nomor registrasi kasus' },
  { address: '/pengaturan/kunci', shows: 'Kunci sesudah tidak dipakai (menit)' },
  { address: '/pengaturan/padanan', shows: 'Padanan status kepegawaian' },
  { address: '/pengaturan/akun-kantor', shows: 'Izinkan profil akun kantor' },
  { address: '/pengaturan/brankas', shows: 'Keutuhan brankas' },
  { address: '/pengaturan/akun', shows: 'Bagus Prakoso' },
  { address: '/pengaturan/dokumen', shows: 'Lambang instansi' },
  { address: '/pengaturan/segel', shows: 'Segel brankas' },
  { address: '/pengaturan/hukum', shows: 'KE-4' },
  { address: '/pengaturan/tampilan', shows: 'Kerapatan daftar' },
  { address: '/pengaturan/tentang', shows: 'Versi Netra' },
];

describe('each screen', () => {
  test.each(SCREENS)('$address is drawn and accessible', async ({ address, shows }) => {
    showScreen(address);
    expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0);
    await expectAccessible();
  });
});

const refuse = (): never => {
  throw new AppError('VAULT_UNAVAILABLE');
};
const FAILING: readonly { address: string; answers: Partial<FakeAnswers> }[] = [
  { address: '/', answers: { 'home.summary': refuse } },
  { address: '/kasus', answers: { 'cases.list': refuse } },
  { address: `/kasus/${caseId}`, answers: { 'cases.get': refuse } },
  { address: '/bukti', answers: { 'evidence.list': refuse } },
  { address: '/pegawai', answers: { 'roster.list': refuse } },
  { address: '/dokumen', answers: { 'documents.list': refuse } },
  { address: '/jejak', answers: { 'custody.list': refuse } },
];

test.each(FAILING)('$address says why it cannot be shown, with a code to quote', async ({ address, answers }) => {
  showScreen(address, { answers });
  expect((await screen.findAllByText('VAULT_UNAVAILABLE')).length).toBeGreaterThan(0);
});

const none = { total: 0, rows: [] };
const EMPTY: readonly { address: string; answers: Partial<FakeAnswers>; says: string; offers: string | RegExp }[] = [
  {
    address: '/',
    answers: {
      'home.summary': () => ({
        employees: 0,
        openCases: 0,
        tray: 0,
        reports: 0,
        casesByStatus: [],
        recentCases: [],
        lastBackupAt: null,
      }),
    },
    says: 'Belum ada kasus',
    offers: /Buat kasus/,
  },
  { address: '/kasus', answers: { 'cases.list': () => none }, says: 'Belum ada kasus', offers: /Buat kasus/ },
  { address: '/bukti', answers: { 'evidence.list': () => none }, says: 'Belum ada bukti', offers: /Ambil bukti/ },
  {
    address: '/pegawai',
    answers: { 'roster.list': () => none },
    says: 'Belum ada pegawai',
    offers: /Impor dari berkas/,
  },
  {
    address: '/dokumen',
    answers: { 'documents.list': () => none },
    says: 'Belum ada dokumen terbit',
    offers: /Buat dokumen/,
  },
];

test.each(EMPTY)('$address says what belongs there and offers it', async ({ address, answers, says, offers }) => {
  showScreen(address, { answers });
  expect((await screen.findAllByText(says)).length).toBeGreaterThan(0);
  expect(screen.getAllByRole('button', { name: offers }).length).toBeGreaterThan(0);
  await expectAccessible();
});

test('an unknown address leads home', async () => {
  const { user } = showScreen('/pantauan');
  await user.click(await screen.findByRole('button', { name: 'Ke Beranda' }));
  expect(await screen.findByText('Kasus terakhir')).toBeDefined();
});

test('the rail names only what exists, and English is complete on it', async () => {
  showScreen('/', {
    answers: {
      'app.getPreferences': () => ({
        language: 'en',
        theme: 'light',
        density: 'comfortable',
        sidebarCollapsed: false,
        lists: {},
      }),
    },
  });
  await waitFor(() => expect(screen.getByRole('link', { name: 'Audit trail' })).toBeDefined());
  const rail = screen.getByRole('navigation', { name: 'Main menu' });
  expect([...rail.querySelectorAll('a')].map((link) => link.querySelector('span')?.textContent)).toEqual([
    'Home',
    'Cases',
    'Evidence',
    'Queue',
    'Monitoring',
    'Staff',
    'Elections',
    'Public reports',
    'Hoaxes',
    'Documents',
    'Outreach',
    'Recap',
    'Packages',
    'Audit trail',
    'Settings',
  ]);
});

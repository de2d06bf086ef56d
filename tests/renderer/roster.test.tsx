/** The directory and a person's page: who is no longer listed, the state of a day, accounts that nobody confirmed; status words. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { casePage } from '../support/fake-pages.ts';
import { fakeCase } from '../support/fake-people.ts';
import { FAKE_SETTINGS } from '../support/fake-vault-answers.ts';
import { expectAccessible, type Screen, showScreen } from './screen.tsx';

const PERSON = '0192a000-0001-7000-8000-000000000000';
const sent = (shown: Screen, name: string): unknown[] =>
  shown.fake.calls.filter((one) => one.name === name).map(({ input }) => input);

test('people who are no longer listed are marked in words, and can be asked for alone', async () => {
  const shown = showScreen('/pegawai');
  await screen.findByText('Ahmad Saputra, S.Pd.');
  expect(screen.getAllByText('Tidak lagi tercantum').length).toBeGreaterThan(0);
  await shown.user.click(screen.getByRole('button', { name: 'Daftar' }));
  await shown.user.click(await screen.findByRole('menuitem', { name: 'tidak lagi tercantum', hidden: true }));
  await waitFor(() => expect(sent(shown, 'roster.list').at(-1)).toMatchObject({ inRoster: false }));
  expect(await screen.findByText('108 ditemukan')).toBeDefined();
  await shown.user.click(screen.getByRole('button', { name: 'Lepas: Daftar' }));
  expect(await screen.findByText('10.420 ditemukan')).toBeDefined();
});

test('a person is shown as of a day; a day before the first record is said', async () => {
  const shown = showScreen(`/pegawai?pilih=${PERSON}`);
  const field = await screen.findByLabelText('Keadaan per tanggal');
  const person = screen.getByRole('complementary');
  fireEvent.change(field, { target: { value: '2025-06-01' } });
  expect(await within(person).findByText('Keadaan per 1 Juni 2025')).toBeDefined();
  expect(within(person).getByText('Pelaksana · Dinas Sosial')).toBeDefined();
  expect(sent(shown, 'roster.get').at(-1)).toEqual({ id: PERSON, asOf: '2025-06-01' });
  fireEvent.change(screen.getByLabelText('Keadaan per tanggal'), { target: { value: '2020-01-01' } });
  expect(await within(person).findByText(/Belum ada catatan untuk 1 Januari 2020/)).toBeDefined();
  await expectAccessible();
  await shown.user.click(within(person).getByRole('button', { name: 'Keadaan sekarang' }));
  await waitFor(() => expect(within(person).queryByText(/Belum ada catatan/)).toBe(null));
});

test('an account out of a roster is not confirmed, and the history names its sources', async () => {
  showScreen(`/pegawai?pilih=${PERSON}`);
  expect(await screen.findByText('Belum dikonfirmasi')).toBeDefined();
  expect(screen.getByText(/sumber: Data Pegawai 2024\.xlsx/)).toBeDefined();
});

test('Esc in the dialog of a new account closes that dialog alone; in the panel, the panel', async () => {
  const { user } = showScreen(`/pegawai?pilih=${PERSON}`);
  await user.click(await screen.findByRole('button', { name: 'Tambah akun' }));
  const dialog = await screen.findByRole('dialog', { name: 'Akun media sosial' });
  await user.click(within(dialog).getByLabelText('Nama akun'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  await user.click(screen.getByLabelText('Keadaan per tanggal'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByLabelText('Keadaan per tanggal')).toBe(null));
});

test('words for a status are added once, changed and removed; known ones are only shown', async () => {
  const shown = showScreen('/pengaturan/padanan', {
    answers: { 'settings.set': (part) => ({ ...FAKE_SETTINGS, ...JSON.parse(JSON.stringify(part)) }) },
  });
  expect(await screen.findByText('tenaga kebersihan')).toBeDefined();
  expect(screen.getByText(/tenaga harian lepas/)).toBeDefined();
  await expectAccessible();
  const field = screen.getByLabelText('Sebutan dalam berkas');
  await shown.user.type(field, 'Tenaga  Kebersihan');
  expect(await screen.findByText('Sebutan ini sudah ada dalam daftar.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Tambah padanan' }).hasAttribute('disabled')).toBe(true);
  await shown.user.clear(field);
  await shown.user.type(field, 'honda');
  expect(await screen.findByText(/Sudah dikenal sebagai PTT/)).toBeDefined();
  await shown.user.clear(field);
  await shown.user.type(field, 'Pramu kantor{Enter}');
  await waitFor(() => expect(sent(shown, 'settings.set')).toHaveLength(1));
  expect(sent(shown, 'settings.set')[0]).toEqual({
    statusSynonyms: [
      { words: 'tenaga kebersihan', status: 'PPNPN_LAIN' },
      { words: 'Pramu kantor', status: 'PTT' },
    ],
  });
  await shown.user.click(await screen.findByRole('button', { name: 'Hapus padanan tenaga kebersihan' }));
  await waitFor(() =>
    expect(sent(shown, 'settings.set').at(-1)).toEqual({ statusSynonyms: [{ words: 'Pramu kantor', status: 'PTT' }] }),
  );
});

test.each([
  ['2026-11-19T05:00:00.000Z', /Keadaan pada hari kejadian, 19 November 2026/],
  ['2026-11-18T02:10:00.000Z', /Keadaan per 18 November 2026; hari kejadian 19 November 2026/],
])('a case says whether its person stands as of the act: %s', async (asOf, says) => {
  const page = casePage(fakeCase(0).id);
  const [respondent] = page.respondents;
  const respondents = [{ ...respondent!, person: { ...respondent!.person!, asOf } }];
  const file = { ...page, respondents, case: { ...page.case, actDate: '2026-11-19' } };
  showScreen(`/kasus/${fakeCase(0).id}`, { answers: { 'cases.get': () => file } });
  expect(await screen.findByText(says)).toBeDefined();
});

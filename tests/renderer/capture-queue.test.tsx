/** Queues and second looks as a person sees them, over the fake bridge. */
import { screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeLooks, fakeQueues } from '../support/fake-queue.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

const inputOf = (calls: readonly { name: string; input: unknown }[], name: string): unknown =>
  calls.findLast((one) => one.name === name)?.input;

test('a queue shows how far it is, and what came of each address', async () => {
  const { user, fake } = showScreen('/antrean');
  const queue = await screen.findByRole('region', { name: fakeQueues[0]!.title });
  expect(within(queue).getByText('7 dari 24 alamat')).toBeTruthy();
  const grid = await within(queue).findByRole('grid');
  for (const words of [
    'Terambil, lengkap',
    'Terambil, tidak lengkap',
    'Dihalangi situs',
    'Tidak ditemukan lagi',
    'Gagal',
    'Alamat ditolak',
  ])
    expect((await within(grid).findAllByText(words)).length).toBeGreaterThan(0);
  await expectAccessible();
  await user.click(within(queue).getByRole('button', { name: 'Jeda' }));
  expect(inputOf(fake.calls, 'queue.act')).toEqual({ id: fakeQueues[0]!.id, action: 'pause' });
  await user.click(within(queue).getByRole('button', { name: 'Batalkan' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/17 alamat yang belum diambil/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Batalkan antrean' }));
  expect(inputOf(fake.calls, 'queue.act')).toEqual({ id: fakeQueues[0]!.id, action: 'cancel' });
});

test('a small window shows what matters; the day and the case are asked for', async () => {
  const { user } = showScreen('/antrean');
  const grid = await screen.findByRole('grid');
  const headings = (): (string | null)[] =>
    within(grid)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
  expect(headings()).toEqual(['No.', 'Alamat', 'Hasil', 'Bukti', 'Percobaan']);
  await user.click(screen.getByRole('button', { name: 'Kolom' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kasus', hidden: true }));
  expect(headings()).toEqual(['No.', 'Alamat', 'Hasil', 'Bukti', 'Percobaan', 'Kasus']);
});

test.each([
  ['id', 'Ambil ulang 15 November 2026'],
  ['en', 'Second look 15 November 2026'],
] as const)('a queue of second looks is named by its day (%s)', async (language, name) => {
  showScreen(`/antrean?pilih=${fakeQueues[2]!.id}`, {
    language,
    answers: { 'app.getPreferences': () => ({ ...DEFAULT_PREFERENCES, language }) },
  });
  await screen.findByRole('heading', { name });
});

test('a queue that rests says why, and what an action was refused for', async () => {
  const { user } = showScreen(`/antrean?pilih=${fakeQueues[1]!.id}`, {
    answers: {
      'queue.act': () => {
        throw new AppError('QUEUE_STATE_NOT_ALLOWED');
      },
    },
  });
  await screen.findByText(/Dijeda oleh aplikasi:/);
  await user.click(screen.getByRole('button', { name: 'Lanjutkan' }));
  await screen.findByText(/Keadaan antrean atau alamat itu sudah berganti/);
});

test('an address tells its reason in words and is left out or captured again', async () => {
  const { user, fake } = showScreen('/antrean');
  const grid = await screen.findByRole('grid');
  await user.click((await within(grid).findAllByText('Gagal'))[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Gagal' });
  expect(within(dialog).getByText(/Halaman gagal dimuat/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Ambil lagi' }));
  expect(inputOf(fake.calls, 'queue.actOnItem')).toMatchObject({ action: 'retry' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a pasted list is looked over before anything is made of it', async () => {
  const { user, fake } = showScreen('/antrean?buat=true');
  const dialog = await screen.findByRole('dialog', { name: 'Buat antrean' });
  const check = within(dialog).getByRole('button', { name: 'Periksa daftar' });
  expect(check.hasAttribute('disabled')).toBe(true);
  await user.type(within(dialog).getByLabelText(/Alamat, satu per baris/), 'lini.test/a');
  await user.click(check);
  await within(dialog).findByText('2 alamat akan diambil');
  expect(inputOf(fake.calls, 'queue.preview')).toEqual({ source: { kind: 'text', text: 'lini.test/a' } });
  expect(within(dialog).getByText('1 baris ditolak')).toBeTruthy();
  expect(within(dialog).getByText('bukan alamat web')).toBeTruthy();
  expect(within(dialog).getByText('sama dengan baris 1')).toBeTruthy();
  const submit = within(dialog).getByRole('button', { name: 'Buat dan jalankan' });
  expect(submit.hasAttribute('disabled')).toBe(true);
  await user.type(within(dialog).getByLabelText(/Nama antrean/), 'Pekan ini');
  await expectAccessible(dialog.querySelector('.mantine-Modal-body')!);
  await user.click(submit);
  await waitFor(() =>
    expect(inputOf(fake.calls, 'queue.create')).toMatchObject({
      title: 'Pekan ini',
      items: [{ row: 1 }, { row: 2, caseNumber: 'REG-024', note: 'komentar' }],
      caseId: null,
      delaySeconds: 10,
      retries: 2,
      secondLookDays: null,
    }),
  );
});

test('a workbook’s columns can be chosen, and a locked one asks for its password', async () => {
  let asked = 0;
  const { user, fake } = showScreen('/antrean?buat=true', {
    answers: {
      'app.chooseFiles': () => ({ files: [{ token: `file_${'0'.repeat(32)}`, name: 'daftar.xlsx', bytes: 10 }] }),
      'queue.preview': ({ source }) => {
        asked += 1;
        if (source.kind === 'file' && source.password === undefined) throw new AppError('ROSTER_FILE_ENCRYPTED');
        return {
          items: [],
          refused: [],
          duplicates: [],
          sheet: {
            names: ['Daftar'],
            name: 'Daftar',
            headingRow: null,
            headings: ['A', 'B'],
            columns: { address: null, caseNumber: null, note: null },
            truncated: true,
          },
        };
      },
    },
  });
  const dialog = await screen.findByRole('dialog', { name: 'Buat antrean' });
  await user.click(within(dialog).getByText('Berkas'));
  await user.click(await within(dialog).findByRole('button', { name: /Letakkan berkas CSV/ }));
  await user.type(await within(dialog).findByLabelText('Kata sandi berkas'), 'rahasia');
  await user.click(within(dialog).getByRole('button', { name: 'Buka berkas' }));
  await within(dialog).findByText('Tidak ada alamat yang dapat diambil.');
  expect(within(dialog).getByText(/lebih panjang daripada yang dibaca/)).toBeTruthy();
  await user.click(within(dialog).getByRole('combobox', { name: 'Kolom alamat' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(asked).toBe(3));
  expect(inputOf(fake.calls, 'queue.preview')).toMatchObject({
    source: { password: 'rahasia', sheet: 'Daftar', columns: { address: 1 } },
  });
});

test('what is due stands on the first page and is run from there', async () => {
  const { user, fake } = showScreen('/');
  await user.click(await screen.findByRole('button', { name: /Ambil ulang yang jatuh tempo \(1\)/ }));
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'secondLooks.run')).toBe(true));
  await screen.findByRole('region', { name: fakeQueues[2]!.title });
});

test('a capture tells what its second looks found, no more than was seen, and shows both side by side', async () => {
  const id = fakeLooks()[0].before.id;
  const { user, fake } = showScreen(`/bukti?lihat=${id}`);
  await screen.findByRole('dialog', { name: 'Penampil bukti' });
  await user.keyboard('d');
  await screen.findByText(/bukan bukti bahwa pembuatnya yang menghapus/);
  expect(screen.getByText('teks, angka penghitung atau waktu, gambar')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Batalkan jadwal' }));
  expect(inputOf(fake.calls, 'secondLooks.cancel')).toEqual({ id: fakeLooks()[0].id });
  await user.click(screen.getByRole('button', { name: 'Bandingkan' }));
  const dialog = await screen.findByRole('dialog', { name: /^Perbandingan/ });
  await within(dialog).findByText('1,2 % baris gambar berbeda, 2 bagian ditandai.');
  expect(await within(dialog).findAllByRole('img')).toHaveLength(2);
  expect(within(dialog).getByText(/Bersama kita menang/)).toBeTruthy();
  expect(within(dialog).getByText(/128 suka · 14 komentar → 131 suka/)).toBeTruthy();
  // The frame of a dialog over the viewer is Mantine's own; its matter is ours.
  await expectAccessible(dialog.querySelector('.mantine-Modal-body')!);
});

test('a second look is planned by days or by a date', async () => {
  const { user, fake } = showScreen(`/bukti?lihat=${fakeLooks()[0].before.id}`);
  await screen.findByRole('dialog', { name: 'Penampil bukti' });
  await user.keyboard('d');
  await user.click(await screen.findByRole('button', { name: 'Jadwalkan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Jadwalkan pengambilan ulang' });
  await user.click(within(dialog).getByText('30 hari'));
  await user.click(within(dialog).getByRole('button', { name: 'Jadwalkan' }));
  const planned = inputOf(fake.calls, 'secondLooks.plan') as { dueOn: string };
  const days = (Date.parse(planned.dueOn) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(28.9);
  expect(days).toBeLessThan(30.5);
});

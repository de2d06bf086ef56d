/** The wizard of the roster's import, step by step over the fake bridge. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { JobState } from '../../shared/contract/app.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeId } from '../support/fake-people.ts';
import { fakePlanRows } from '../support/fake-plan-rows.ts';
import { fakeImportResult, fakePlan, fakeSheets, FILE_PASSWORD, openedFile } from '../support/fake-roster-import.ts';
import { openFile, openReview, rowOf, sent, tab } from './import-wizard.ts';
import { expectAccessible, showScreen } from './screen.tsx';

test('the first step says what is accepted, saves a template and lists earlier imports', async () => {
  const shown = showScreen('/pegawai/impor');
  expect(await screen.findByText('Ekspor SIASN September.xlsx')).toBeDefined();
  expect(screen.getByText(/Dibatalkan 2 Agu 2026, 10\.00 oleh Bagus Prakoso/)).toBeDefined();
  await shown.user.click(screen.getByRole('button', { name: 'Simpan templat kosong' }));
  expect(await screen.findByText('Tersimpan sebagai Templat daftar pegawai.xlsx')).toBeDefined();
  await expectAccessible();
});

test('a protected file asks for its password; a wrong one is said at the field; the plan gets it too', async () => {
  const shown = await openFile({
    'roster.open': ({ password }, fake) => {
      const failed = (code: 'ROSTER_FILE_ENCRYPTED' | 'ROSTER_PASSWORD_WRONG') =>
        fake.job('roster-import', 'x', new AppError(code));
      if (password === undefined) return failed('ROSTER_FILE_ENCRYPTED');
      return password === FILE_PASSWORD ? openedFile(fake) : failed('ROSTER_PASSWORD_WRONG');
    },
  });
  const field = await screen.findByLabelText('Kata sandi berkas');
  await expectAccessible();
  await shown.user.type(field, 'bukan{Enter}');
  expect(await screen.findByText(/Kata sandi tidak cocok/)).toBeDefined();
  await shown.user.clear(screen.getByLabelText('Kata sandi berkas'));
  await shown.user.type(screen.getByLabelText('Kata sandi berkas'), `${FILE_PASSWORD}{Enter}`);
  await shown.user.click(await screen.findByRole('button', { name: /^Periksa/ }));
  await waitFor(() => expect(sent(shown, 'roster.plan')).toMatchObject([{ password: FILE_PASSWORD }]));
});

test('a file that no password opens says so at once, or after the first', async () => {
  for (const [params, tries] of [
    [{ format: 'ods' }, 0],
    [{ format: 'xlsx' }, 1],
  ] as const) {
    const shown = await openFile({
      'roster.open': (_input, fake) => fake.job('roster-import', 'x', new AppError('ROSTER_FILE_ENCRYPTED', params)),
    });
    if (tries > 0) await shown.user.type(await screen.findByLabelText('Kata sandi berkas'), 'apa saja{Enter}');
    expect(await screen.findByText('ROSTER_FILE_ENCRYPTED')).toBeDefined();
    expect(screen.queryByLabelText('Kata sandi berkas')).toBe(null);
    shown.unmount();
  }
});

test('a file that cannot be read says why and leaves the field for another', async () => {
  await openFile({
    'roster.open': (_input, fake) => fake.job('roster-import', 'x', new AppError('ROSTER_FILE_DAMAGED')),
  });
  expect(await screen.findByText('ROSTER_FILE_DAMAGED')).toBeDefined();
  expect(screen.getByRole('button', { name: /Letakkan berkas/ })).toBeDefined();
});

test('a file that is being read says so and can be stopped, and what was there before stays', async () => {
  const job: JobState = {
    ...{ jobId: fakeId(7, 900), kind: 'roster-import', label: 'Besar.xlsx', phase: 'inspect' },
    ...{ done: 12_000, total: null, state: 'running' },
  };
  let opened = 0;
  const shown = await openFile({
    'roster.open': (_input, fake) => {
      opened += 1;
      if (opened === 1) return openedFile(fake);
      queueMicrotask(() => fake.emit('job.changed', job));
      return { jobId: job.jobId };
    },
    'app.cancelJob': (_input, fake) => {
      fake.emit('job.changed', { ...job, state: 'cancelled' });
      return {};
    },
  });
  await shown.user.click(await screen.findByRole('checkbox', { name: 'Ambil lembar Akun Medsos' }));
  await shown.user.click(screen.getByRole('button', { name: 'Kembali' }));
  await shown.user.click(await screen.findByRole('button', { name: /Letakkan berkas/ }));
  await shown.user.click(await screen.findByRole('button', { name: 'Ganti berkas' }));
  expect(await screen.findByText('Membaca berkas …')).toBeDefined();
  await shown.user.click(await screen.findByRole('button', { name: 'Batalkan' }));
  expect(await screen.findByText('Dihentikan. Tidak ada yang ditulis.')).toBeDefined();
  expect(sent(shown, 'app.cancelJob')).toEqual([{ jobId: job.jobId }]);
  await shown.user.click(screen.getByRole('button', { name: /^Lanjut/ }));
  expect(await screen.findByText('3 dari 5 lembar diambil')).toBeDefined();
});

test('sheets are taken by a checkbox; columns show reason, certainty and what is not taken; the plan gets the mapping', async () => {
  const shown = await openFile();
  expect(await screen.findByText('4 dari 5 lembar diambil')).toBeDefined();
  expect(screen.getByText(/tersembunyi/)).toBeDefined();
  expect(await screen.findByText(/AGAMA NAMA, JENIS KAWIN NAMA/)).toBeDefined();
  expect(screen.getByText('perlu dilihat')).toBeDefined();
  expect(await screen.findByText(/Ditolak: NIP tersimpan sebagai angka/)).toBeDefined();
  await expectAccessible();
  await shown.user.click(screen.getByRole('checkbox', { name: 'Ambil lembar Akun Medsos' }));
  await shown.user.click(screen.getByRole('radio', { name: /Tandai semuanya/ }));
  await shown.user.click(screen.getByRole('button', { name: /^Periksa/ }));
  await waitFor(() => expect(sent(shown, 'roster.plan')).toHaveLength(1));
  expect(sent(shown, 'roster.plan')[0]).toMatchObject({
    scope: 'all',
    sheets: [
      { name: 'Data_Pegawai_PNS', headerRow: 3, kind: 'people', unitFromSheetName: false },
      { name: 'Dinas Sosial', headerRow: 5, unitFromSheetName: true },
      { name: 'Inspektorat' },
    ],
  });
});

test('a remembered layout is said; a change holds for all sheets of that layout', async () => {
  const shown = await openFile();
  await shown.user.click(await screen.findByRole('button', { name: /^Dinas Sosial/ }));
  expect(await screen.findByText(/pernah diimpor/)).toBeDefined();
  expect(screen.getByText('Berlaku juga untuk 1 lembar lain dengan susunan sama')).toBeDefined();
  await shown.user.click(await screen.findByLabelText('Tidak diambil: Jabatann'));
  await shown.user.click(screen.getByRole('checkbox', { name: 'Nama lembar sebagai OPD' }));
  await shown.user.click(screen.getByRole('button', { name: /^Periksa/ }));
  await waitFor(() => expect(sent(shown, 'roster.plan')).toHaveLength(1));
  const { sheets } = sent(shown, 'roster.plan')[0] as { sheets: { mapping: { field: string }[] }[] };
  for (const place of [1, 2]) {
    expect(sheets[place]).toMatchObject({ unitFromSheetName: false });
    expect(sheets[place]?.mapping.map(({ field }) => field)).toEqual(['name', 'nipOrNik', 'grade']);
  }
});

test('a changed column is looked at again, without the password in any key', async () => {
  const shown = await openFile();
  await shown.user.click(await screen.findByLabelText('Tidak diambil: NIP LAMA'));
  await waitFor(() => expect(sent(shown, 'roster.inspect')).toHaveLength(1));
  expect(sent(shown, 'roster.inspect')[0]).toMatchObject({ overrides: [{ name: 'Data_Pegawai_PNS', headerRow: 3 }] });
});

test('another row of headings proposes its columns anew, and a sheet without a name column cannot be taken', async () => {
  const shown = await openFile();
  await shown.user.click(await screen.findByRole('button', { name: /^Rekap/ }));
  await shown.user.type(await screen.findByLabelText('Baris judul kolom'), '3{Enter}');
  await waitFor(() => expect(sent(shown, 'roster.inspect')).toHaveLength(1));
  expect(sent(shown, 'roster.inspect')[0]).toMatchObject({ overrides: [{ name: 'Rekap', headerRow: 2 }] });
  await shown.user.click(screen.getByRole('checkbox', { name: 'Ambil lembar Rekap' }));
  expect(await screen.findByText(/Lembar Rekap: satu kolom harus diambil sebagai nama/)).toBeDefined();
  expect(screen.getByRole('button', { name: /^Periksa/ }).hasAttribute('disabled')).toBe(true);
  await shown.user.click(screen.getByRole('button', { name: 'Judul satu baris lebih atas' }));
  await waitFor(() => expect(screen.getByRole('button', { name: /^Periksa/ }).hasAttribute('disabled')).toBe(false));
});

test('the first rows say a status in words', async () => {
  await openFile({
    'roster.open': (_input, fake) => {
      const [first, ...others] = fakeSheets();
      const sample = [{ row: '5', name: 'Budi Contoh', status: 'PPPK_PARUH_WAKTU' }];
      return fake.job('roster-import', 'x', { format: 'xlsx', sheets: [{ ...first, sample }, ...others] });
    },
  });
  expect(await screen.findByRole('cell', { name: 'PPPK Paruh Waktu' })).toBeDefined();
  expect(screen.queryByText('PPPK_PARUH_WAKTU')).toBeNull();
});

test('what is worth a look says why, row by row', async () => {
  const shown = await openReview();
  expect(screen.queryByText(/^Golongan tidak dikenal/)).toBeNull();
  await shown.user.click(tab(/Perlu dilihat/));
  expect((await screen.findAllByText(/^Golongan tidak dikenal/)).length).toBeGreaterThan(1);
});

test('the check says what will happen; what is left out is sent, and only that', async () => {
  const shown = await openReview();
  expect(screen.getAllByText('Belum ada yang ditulis.').length).toBeGreaterThan(0);
  expect(tab(/Baru/).textContent).toContain('34');
  await expectAccessible();
  const first = fakePlanRows()[rowOf('added')]!;
  await shown.user.click(await screen.findByRole('checkbox', { name: `Sertakan ${first.name}` }));
  await shown.user.click(tab(/Tidak lagi tercantum/));
  await shown.user.click(await screen.findByRole('checkbox', { name: 'Sertakan kelompok ini' }));
  expect(await screen.findByText('Seluruh kelompok ini dikecualikan dari impor.')).toBeDefined();
  await shown.user.click(
    screen.getByRole('button', { name: /^Tambahkan 33, ubah 8, pindahkan 4, cantumkan kembali 1/ }),
  );
  expect(await screen.findByText('Daftar pegawai diperbarui.')).toBeDefined();
  expect(sent(shown, 'roster.apply')).toEqual([
    {
      planId: fakePlan().planId,
      excludedKinds: ['gone'],
      excludedRows: [rowOf('added')],
      acceptedRows: [],
      accounts: true,
    },
  ]);
  await expectAccessible();
});

test('proposals are shown with their evidence, and taken one by one or all', async () => {
  const shown = await openReview();
  await shown.user.click(tab(/Usulan kecocokan/));
  expect(await screen.findByText(/semua angka NIP yang tersisa, nama, tanggal lahir, unit kerja/)).toBeDefined();
  await shown.user.click(screen.getByRole('button', { name: 'Terima semua' }));
  expect(await screen.findByText('2 dari 2 usulan diterima')).toBeDefined();
  const second = fakePlanRows()[rowOf('proposed', 1)]!;
  await shown.user.click(screen.getByRole('checkbox', { name: `Terima usulan untuk ${second.name}` }));
  await shown.user.click(screen.getByRole('button', { name: /lengkapi 1 usulan/ }));
  await waitFor(() => expect(sent(shown, 'roster.apply')).toMatchObject([{ acceptedRows: [rowOf('proposed')] }]));
});

test('a conflict names both rows; a change is told field by field', async () => {
  const shown = await openReview();
  await shown.user.click(tab(/Bertentangan/));
  await shown.user.click((await screen.findAllByText(/Baris lain berkas ini|NIP yang sama/))[0]!);
  const detail = await screen.findByRole('complementary', { name: 'Rincian baris' });
  expect(within(detail).getByText('Pertama kali di lembar Data_Pegawai_PNS, baris 5.')).toBeDefined();
  expect(await within(detail).findByText('Bunga Angraini, S.Pd.')).toBeDefined();
  await shown.user.click(tab(/Berubah/));
  await shown.user.click((await screen.findAllByText(/Analis Kebijakan/))[0]!);
  const change = await screen.findByRole('complementary', { name: 'Rincian baris' });
  expect(within(change).getByRole('row', { name: 'Jabatan Pelaksana Analis Kebijakan' })).toBeDefined();
});

test('the notes tell what was passed over and not taken; refused rows go into a correction workbook', async () => {
  const shown = await openReview();
  await shown.user.click(tab(/Catatan berkas/));
  expect(await screen.findByText(/NPWP NOMOR, BPJS/)).toBeDefined();
  expect(screen.getByText('tanda tangan dan catatan kaki')).toBeDefined();
  await expectAccessible();
  await shown.user.click(screen.getByRole('button', { name: 'Simpan buku kerja perbaikan' }));
  expect(await screen.findByText('Perbaikan Data Pegawai 2026.xlsx tersimpan (11 baris).')).toBeDefined();
});

test('a search asks the vault for that group only', async () => {
  const shown = await openReview();
  await shown.user.type(screen.getByLabelText('Cari nama, NIP, atau unit'), 'xyz tidak ada');
  expect(await screen.findByText('Tidak ada yang cocok dengan pencarian')).toBeDefined();
  expect(sent(shown, 'roster.planRows').at(-1)).toMatchObject({ kinds: ['added'], query: 'xyz tidak ada' });
});

test('a plan that is no longer true is made again, whole groups stay left out', async () => {
  let stale = true;
  const shown = await openReview({
    'roster.apply': (_input, fake) => {
      if (stale) throw new AppError('ROSTER_PLAN_STALE');
      return fake.job('roster-import', 'x', fakeImportResult());
    },
  });
  await shown.user.click(tab(/Tidak lagi tercantum/));
  await shown.user.click(await screen.findByRole('checkbox', { name: 'Sertakan kelompok ini' }));
  await shown.user.click(screen.getByRole('button', { name: /^Tambahkan 34/ }));
  expect(await screen.findByText('ROSTER_PLAN_STALE')).toBeDefined();
  stale = false;
  await shown.user.click(screen.getByRole('button', { name: 'Periksa lagi' }));
  await waitFor(() => expect(sent(shown, 'roster.plan')).toHaveLength(2));
  await shown.user.click(await screen.findByRole('button', { name: /^Tambahkan 34/ }));
  await waitFor(() => expect(sent(shown, 'roster.apply').at(-1)).toMatchObject({ excludedKinds: ['gone'] }));
});

test('nothing to write cannot be written', async () => {
  const none = {
    added: 0,
    changed: 0,
    moved: 0,
    returned: 0,
    unchanged: 9,
    gone: 0,
    proposed: 0,
    conflict: 0,
    refused: 0,
  };
  await openReview({
    'roster.plan': (_input, fake) =>
      fake.job('roster-import', 'x', fakePlan({ counts: none, accounts: 0, accountsOf: none, doubtful: 0 })),
  });
  expect(screen.getByRole('button', { name: /Tidak ada yang perlu ditulis/ }).hasAttribute('disabled')).toBe(true);
});

test('a stopped check writes nothing and keeps the choices', async () => {
  const shown = await openFile({
    'roster.plan': (_input, fake) => fake.job('roster-import', 'x', new AppError('CANCELLED')),
  });
  await shown.user.click(await screen.findByRole('checkbox', { name: 'Ambil lembar Akun Medsos' }));
  await shown.user.click(screen.getByRole('button', { name: /^Periksa/ }));
  expect(await screen.findByText('Dihentikan. Tidak ada yang ditulis.')).toBeDefined();
  expect(screen.getByText('3 dari 5 lembar diambil')).toBeDefined();
});

test('back and forth keeps choices, decisions and the plan', async () => {
  const shown = await openReview();
  await shown.user.click(tab(/Tidak lagi tercantum/));
  await shown.user.click(await screen.findByRole('checkbox', { name: 'Sertakan kelompok ini' }));
  await shown.user.click(screen.getByRole('button', { name: 'Kembali' }));
  await shown.user.click(await screen.findByRole('button', { name: /^Periksa/ }));
  expect(await screen.findByRole('tablist', { name: 'Kelompok' })).toBeDefined();
  expect(sent(shown, 'roster.plan')).toHaveLength(1);
  await shown.user.click(screen.getByRole('button', { name: /^Tambahkan 34/ }));
  await waitFor(() => expect(sent(shown, 'roster.apply')).toMatchObject([{ excludedKinds: ['gone'] }]));
});

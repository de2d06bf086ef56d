/** The first page's work and figures, and the recap: every number leads to what is behind it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, showScreen } from './screen.tsx';

test('home names the work with its oldest, and a line leads to the filtered list', async () => {
  const { user, fake } = showScreen('/');
  const line = await screen.findByRole('button', { name: /Pengambilan tidak lengkap/ });
  expect(within(line).getByText(/tertua: B-0012/)).toBeDefined();
  expect(screen.getByText('1 terlambat')).toBeDefined();
  expect(screen.getByText('belum pernah dicadangkan')).toBeDefined();
  line.focus();
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'evidence.list').at(-1)?.input).toMatchObject({
      level: 'red',
      explained: false,
    }),
  );
  expect(await screen.findByText(/tidak lengkap, belum dijelaskan/)).toBeDefined();
});

test.each([
  [/Tenggat laporan dekat/, 'publicReports.list', { near: true }, 'Tenggat: dekat atau lewat'],
  [/kasus berjalan$/, 'cases.list', { openOnly: true }, 'Status: masih berjalan'],
  [/bukti belum diarsipkan/, 'evidence.list', { where: 'tray' }, 'Tempat: Belum diarsipkan'],
  [/dokumen terbit$/, 'documents.list', { drafts: false }, 'Keadaan: Terbit, bukan draf'],
  [/^Bukti, Bulan lalu/, 'evidence.list', { withdrawn: false, from: '2026-10-01' }, 'Keadaan: tidak ditarik'],
  [/^Akun dipantau: /, 'monitoring.coverage', { from: '2026-11-01', to: '2026-11-20' }, 'Hasil dicatat'],
] as const)('%s of home leads to its list, whose filters are seen', async (number, name, input, chip) => {
  const { user, fake } = showScreen('/');
  await user.click(await screen.findByRole('button', { name: number }));
  await waitFor(() => expect(fake.calls.filter((one) => one.name === name).at(-1)?.input).toMatchObject(input));
  expect(await screen.findByText(chip)).toBeDefined();
});

test('home is honest when nothing waits', async () => {
  showScreen('/', { answers: { 'home.work': () => ({ lines: [] }) } });
  expect(await screen.findByText('Tidak ada yang menunggu')).toBeDefined();
});

test('a week of home leads to the evidence of its days', async () => {
  const { user, fake } = showScreen('/');
  const weeks = await screen.findByRole('list', { name: 'Bukti per minggu' });
  await user.click(within(weeks).getAllByRole('button').at(-1) as HTMLElement);
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'evidence.list').at(-1)?.input).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
    }),
  );
});

test('a number of the recap leads to the very cases that it counts', async () => {
  const { user, fake } = showScreen('/rekap');
  const row = (await screen.findAllByRole('rowheader', { name: 'Dinas Pendidikan' }))[0]?.closest('tr') as HTMLElement;
  await expectAccessible();
  await user.click(within(row).getAllByRole('button')[1] as HTMLElement);
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'cases.list').at(-1)?.input).toMatchObject({
      counted: { table: 'casesByUnit', row: 'Dinas Pendidikan', column: 'disiplin' },
    }),
  );
  expect(await screen.findByText(/Dinas Pendidikan · Disiplin/)).toBeDefined();
});

test('the public version marks what is left out and leads nowhere; it can be saved', async () => {
  const { user, fake } = showScreen('/rekap');
  await user.click(await screen.findByText('Untuk umum'));
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'recap.get').at(-1)?.input).toMatchObject({ audience: 'public' }),
  );
  expect(await screen.findByText(/tidak berarti angkanya kecil/)).toBeDefined();
  const row = (await screen.findAllByRole('rowheader', { name: 'Dinas Kesehatan' }))[0]?.closest('tr') as HTMLElement;
  await waitFor(() => expect(within(row).getAllByText('…').length).toBe(2));
  expect(within(row).queryAllByRole('button')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Simpan .xlsx' }));
  expect(await screen.findByText(/disimpan/)).toBeDefined();
});

test('the month is changed by its arrows', async () => {
  const { user, fake } = showScreen('/rekap');
  await user.click(await screen.findByRole('button', { name: 'Bulan sebelumnya' }));
  await waitFor(() => {
    const asked = fake.calls
      .filter(({ name }) => name === 'recap.get')
      .map(({ input }) => (input as { from: string }).from);
    expect(asked.length).toBeGreaterThan(1);
    expect((asked.at(-1) ?? '') < (asked[0] ?? '')).toBe(true);
  });
});

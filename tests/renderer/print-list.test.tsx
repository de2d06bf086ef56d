/** Every list goes to paper the same way: whole or saying how much of it, under what was asked, by whom and when. */
import { screen, waitFor } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { afterEach, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeEmployee } from '../support/fake-people.ts';
import { showScreen } from './screen.tsx';

interface Printed {
  readonly text: string;
  readonly tables: number;
  readonly rows: number;
  readonly buttons: number;
}

afterEach(() => {
  notifications.clean();
  vi.restoreAllMocks();
});

/** What lies on paper at the moment that the system's dialog opens. */
function catchPaper(): Printed[] {
  const printed: Printed[] = [];
  vi.spyOn(window, 'print').mockImplementation(() => {
    const sheet = document.querySelector('body > .n-paper-list');
    const count = (selector: string): number => sheet?.querySelectorAll(selector).length ?? 0;
    const text = sheet?.textContent ?? '';
    printed.push({ text, tables: count('table'), rows: count('tbody tr'), buttons: count('button') });
  });
  return printed;
}

test.each([
  ['/kasus', 'Kasus'],
  ['/bukti', 'Bukti'],
  ['/pegawai', 'Pegawai'],
  ['/dokumen', 'Dokumen'],
  ['/jejak', 'Jejak Audit'],
  ['/aduan', 'Aduan'],
  ['/hoaks', 'Hoaks'],
  ['/pemantauan', 'Ronde'],
  ['/pemilihan?bagian=reminders', 'Pengingat'],
  ['/sosialisasi', 'Kegiatan'],
  ['/sosialisasi?bagian=cakupan', 'Menurut orang'],
  ['/sosialisasi?bagian=ikrar', 'Ikrar'],
  ['/rekap', 'Rekapitulasi'],
])('%s', async (address, title) => {
  const printed = catchPaper();
  const { user } = showScreen(address);
  const button = await waitFor(() => {
    const found = screen.getAllByRole('button', { name: 'Cetak' }).at(-1);
    expect(found).toHaveProperty('disabled', false);
    return found as HTMLElement;
  });
  await user.click(button);
  await waitFor(() => expect(printed).toHaveLength(1));
  expect(printed[0]?.text.startsWith(title), printed[0]?.text.slice(0, 200)).toBe(true);
  expect(printed[0]?.text).toMatch(/Dicetak .* oleh Rahma Yuliani/);
  expect(printed[0]?.rows).toBeGreaterThan(0);
  expect(printed[0]?.buttons).toBe(0);
  await waitFor(() => expect(document.querySelector('.n-paper-list')).toBeNull());
});

test('the recap has all its tables on paper', async () => {
  const printed = catchPaper();
  const { user } = showScreen('/rekap');
  await screen.findAllByRole('rowheader', { name: 'Dinas Pendidikan' });
  await user.click(screen.getByRole('button', { name: 'Cetak' }));
  await waitFor(() => expect(printed).toHaveLength(1));
  expect(printed[0]?.tables).toBeGreaterThan(3);
  expect(printed[0]?.text).toContain('Dinas Pendidikan');
});

test('says what was searched, and that a longer list is cut', async () => {
  const printed = catchPaper();
  const { user, fake } = showScreen('/pegawai', {
    answers: { 'roster.list': () => ({ rows: [0, 1, 2].map(fakeEmployee), total: 2_500 }) },
  });
  await user.type(await screen.findByRole('textbox', { name: /^Cari/ }), 'Dinas');
  await waitFor(() => expect(fake.calls.at(-1)?.input).toMatchObject({ query: 'Dinas' }));
  await user.click(await screen.findByRole('button', { name: 'Cetak' }));
  await waitFor(() => expect(printed).toHaveLength(1));
  expect(printed[0]?.text).toContain('Cari: “Dinas”');
  expect(printed[0]?.text).toContain('3 baris pertama dari 2.500 tercetak');
});

test('a list that cannot be read is said, and nothing is printed', async () => {
  const printed = catchPaper();
  const { user } = showScreen('/pegawai', {
    answers: {
      'roster.list': ({ limit }) => {
        if (limit === 1_000) throw new AppError('DISK_FULL');
        return { rows: [fakeEmployee(0)], total: 1 };
      },
    },
  });
  await screen.findByText(fakeEmployee(0).name);
  await user.click(screen.getByRole('button', { name: 'Cetak' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(printed).toEqual([]);
});

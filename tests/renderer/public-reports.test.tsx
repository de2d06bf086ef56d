/** Reports from the public: listed and filtered, registered, led on; who reported is shown on purpose and hidden again. */
import { notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FAKE_REPORTER, fakeReports } from '../support/fake-public-reports.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());
const first = fakeReports[0]?.id ?? '';

test('the list is searched and filtered, and a report opens beside it', async () => {
  const { user, container } = showScreen('/aduan');
  const list = within(await screen.findByRole('region', { name: 'Aduan' }));
  await list.findByText('ADU/001/XI/2026');
  await expectAccessible(container);
  await user.type(list.getByRole('textbox', { name: /Cari nomor/ }), 'spanduk');
  await waitFor(() => expect(list.queryByText('ADU/001/XI/2026')).toBeNull());
  await user.click(list.getByRole('button', { name: /Spanduk di lapangan/ }));
  expect(await screen.findByRole('heading', { name: 'Spanduk di lapangan', level: 2 })).toBeDefined();
});

test('the days of receipt are a filter that can be set in part and taken off', async () => {
  const { user, fake } = showScreen('/aduan');
  const asked = (): unknown => fake.calls.findLast(({ name }) => name === 'publicReports.list')?.input;
  await user.click(await screen.findByRole('button', { name: 'Diterima' }));
  fireEvent.change(await screen.findByLabelText('Diterima sejak'), { target: { value: '2026-11-01' } });
  await waitFor(() => expect(asked()).toMatchObject({ from: '2026-11-01' }));
  fireEvent.change(screen.getByLabelText('Diterima sampai'), { target: { value: '2026-11-23' } });
  expect(await screen.findByRole('button', { name: '1–23 November 2026' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Lepas: Diterima', hidden: true }));
  expect(await screen.findByRole('button', { name: 'Diterima', hidden: true })).toBeDefined();
});

test('who reported is masked, shown with a purpose, and hidden again on leaving', async () => {
  const { user, fake, container } = showScreen(`/aduan/${first}`);
  const section = within(await screen.findByRole('region', { name: 'Pelapor' }));
  await expectAccessible(container);
  expect(section.getAllByText('•••• disembunyikan')).toHaveLength(2);
  expect(document.body.textContent).not.toContain(FAKE_REPORTER);
  await user.click(section.getByRole('button', { name: 'Buka identitas' }));
  const dialog = within(await screen.findByRole('dialog'));
  const show = dialog.getByRole<HTMLButtonElement>('button', { name: 'Buka identitas' });
  expect(show.disabled).toBe(true);
  await user.click(dialog.getByRole('combobox', { name: 'Tujuan' }));
  await user.click(await screen.findByRole('option', { name: 'Menghubungi pelapor', hidden: true }));
  await user.click(show);
  expect(await section.findByText(FAKE_REPORTER)).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'publicReports.revealReporter')?.input).toEqual({
    id: first,
    purpose: 'hubungi_pelapor',
    note: '',
  });
  expect(document.title).not.toContain(FAKE_REPORTER);
  // The file that holds other reporters too says so before it is opened.
  await user.click(section.getByRole('button', { name: /^formulir\.csv/ }));
  const file = within(await screen.findByRole('dialog', { name: 'Lihat pesan' }));
  expect(file.getByText(/Berkas ini memuat 12 laporan/)).toBeDefined();
  expect(file.getByRole<HTMLButtonElement>('button', { name: 'Lihat pesan' }).disabled).toBe(true);
  expect(fake.calls.some(({ name }) => name === 'publicReports.readSource')).toBe(false);
  await user.click(file.getByRole('button', { name: 'Tutup' }));
  // The window goes into the background.
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  Reflect.deleteProperty(document, 'hidden');
  await waitFor(() => expect(document.body.textContent).not.toContain(FAKE_REPORTER));
});

test('a step offers what may follow and is taken only when it says all that it must', async () => {
  const { user, fake } = showScreen(`/aduan/${first}`);
  await user.click(await screen.findByRole('button', { name: 'Tentukan langkah' }));
  const dialog = within(await screen.findByRole('dialog'));
  const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Tetapkan' });
  await user.click(dialog.getByRole('combobox', { name: 'Langkah' }));
  expect(screen.queryByRole('option', { name: 'Baru', hidden: true })).toBeNull();
  await user.click(await screen.findByRole('option', { name: 'Ditutup', hidden: true }));
  expect(submit.disabled).toBe(true);
  await user.click(dialog.getByRole('combobox', { name: 'Sebab ditutup' }));
  await user.click(await screen.findByRole('option', { name: 'Bukan kewenangan', hidden: true }));
  await user.type(dialog.getByRole('textbox', { name: 'Alasan' }), 'ranah instansi lain');
  await user.click(submit);
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'publicReports.step')?.input).toMatchObject({
      id: first,
      to: 'ditutup',
      reason: 'ranah instansi lain',
      closeReason: 'bukan_kewenangan',
    }),
  );
});

test('a report is registered anonymously', async () => {
  const { user, fake } = showScreen('/aduan?baru=true');
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: /^Hal/ }), 'Spanduk');
  await user.click(dialog.getByRole('switch', { name: 'Pelapor tidak menyebutkan identitas' }));
  expect(dialog.queryByRole('textbox', { name: 'Telepon' })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Daftarkan' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'publicReports.create')?.input).toMatchObject({
      subject: 'Spanduk',
      reporter: null,
    }),
  );
});

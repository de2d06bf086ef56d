/** What an officer does on the main screens, by keyboard and by pointer. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeVerdict } from '../support/fake-documents.ts';
import { fakeCase, fakeEvidence, fakeId } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

const caseId = fakeCase(0).id;

test('the directory is a grid: arrows move, Enter opens the person beside it, filters are chips', async () => {
  const { user, fake } = showScreen('/pegawai');
  await screen.findByText('Ahmad Saputra, S.Pd.');
  const grid = screen.getByRole('grid', { name: 'Pegawai' });
  grid.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  const panel = await screen.findByRole('complementary');
  expect(await within(panel).findByText('Riwayat kepegawaian')).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'roster.get')?.input).toMatchObject({ id: fakeId(1, 2) });
  await user.click(screen.getByRole('button', { name: 'Status' }));
  // Without a layout the menu counts as detached from its button and is drawn hidden.
  await user.click(await screen.findByRole('menuitem', { name: 'PPPK', hidden: true }));
  await user.click(await screen.findByRole('button', { name: 'Lepas: Status' }));
  expect(
    fake.calls.some(({ name, input }) => name === 'roster.list' && (input as { status?: string }).status === 'PPPK'),
  ).toBe(true);
});

test('search as you type asks the vault once typing rests', async () => {
  const { user, fake } = showScreen('/pegawai');
  await screen.findByText('Ahmad Saputra, S.Pd.');
  await user.type(screen.getByLabelText('Cari nama, NIP, jabatan, atau unit'), 'bunga');
  await waitFor(() =>
    expect(
      fake.calls.some(({ name, input }) => name === 'roster.list' && (input as { query: string }).query === 'bunga'),
    ).toBe(true),
  );
});

test('a case says what is missing; a respondent is taken off only with a reason', async () => {
  const { user, fake } = showScreen(`/kasus/${caseId}`);
  expect(await screen.findByRole('button', { name: 'tanggal kejadian' })).toBeDefined();
  expect(screen.getByText('Perlu verifikasi · Sumber sekunder')).toBeDefined();
  expect(screen.getByText('sumber: belum ada')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /Tindakan lain: / }));
  await user.click(await screen.findByRole('menuitem', { name: 'Lepas dari kasus', hidden: true }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Alasan/), 'ab');
  await user.click(within(dialog).getByRole('button', { name: 'Lepas dari kasus' }));
  expect(await within(dialog).findByText('Alasan paling sedikit 3 huruf.')).toBeDefined();
  expect(fake.calls.some(({ name }) => name === 'cases.unlinkRespondent')).toBe(false);
  await user.type(within(dialog).getByLabelText(/Alasan/), ': salah orang');
  await user.click(within(dialog).getByRole('button', { name: 'Lepas dari kasus' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'cases.unlinkRespondent')?.input).toMatchObject({
      reason: 'ab: salah orang',
    }),
  );
});

test('the gallery is walked by arrows, space looks, D tells, the seal is checked', async () => {
  const { user, fake } = showScreen('/bukti');
  const first = (await screen.findByText('B-0048')).closest('button')!;
  first.focus();
  await user.keyboard('{ArrowRight} ');
  const viewer = await screen.findByRole('dialog', { name: 'Penampil bukti' });
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'evidence.view')?.input).toMatchObject({ id: fakeEvidence(1).id }),
  );
  await user.keyboard('{ArrowLeft}');
  await waitFor(() => expect(within(viewer).getByText('B-0048')).toBeDefined());
  await user.keyboard('d');
  await user.click(await within(viewer).findByRole('button', { name: /Periksa segel/ }));
  expect((await within(viewer).findAllByText('Utuh')).length).toBeGreaterThan(0);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.releaseView')).toBe(true));
});

test('a picture that the browser cannot read is kept and says so', async () => {
  const { user } = showScreen(`/bukti?lihat=${fakeEvidence(0).id}`);
  const viewer = await screen.findByRole('dialog', { name: 'Penampil bukti' });
  fireEvent.error(await within(viewer).findByRole('img', { name: /^Gambar bukti/ }));
  expect(await within(viewer).findByText('Tidak dapat ditampilkan')).toBeDefined();
  expect(within(viewer).getByText(/tidak terbaca sebagai gambar atau video/)).toBeDefined();
  await user.keyboard('{ArrowRight}');
  expect(await within(viewer).findByRole('img', { name: /^Gambar bukti/ })).toBeDefined();
});

test('files that were copied elsewhere are pasted as they are; what is no file is a picture', async () => {
  const { user, fake } = showScreen('/bukti');
  await screen.findByText('B-0048');
  fireEvent.paste(document.body, { clipboardData: { files: [new File(['isi'], 'surat.pdf')] } });
  expect((await screen.findByRole('dialog', { name: 'Tambah bukti dari berkas' })).textContent).toContain('surat.pdf');
  expect(fake.calls.some(({ name }) => name === 'app.pasteImage')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Batal' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.paste(document.body, { clipboardData: { files: [] } });
  const dialog = await screen.findByRole('dialog', { name: 'Tambah bukti dari berkas' });
  expect(dialog.textContent).toContain('tempelan.png');
});

test('evidence that differs from its seal is said at once', async () => {
  const broken = {
    'evidence.checkSeal': ({ id }: { id: string }) => ({
      intact: false,
      checkedAt: '2026-11-22T07:30:05.000Z',
      artefacts: [{ id, intact: false }],
    }),
  };
  const { user } = showScreen(`/bukti?lihat=${fakeEvidence(0).id}`, { answers: broken });
  await screen.findByRole('dialog', { name: 'Penampil bukti' });
  await user.click(await screen.findByRole('button', { name: 'Rincian (D)' }));
  await user.click(await screen.findByRole('button', { name: /Periksa segel/ }));
  expect((await screen.findAllByText('Berbeda dari segel')).length).toBeGreaterThan(0);
});

test('a report is looked at before it is sealed, and a draft says why it is one', async () => {
  const { user, fake } = showScreen(`/dokumen/buat/${caseId}`);
  await user.click(await screen.findByRole('button', { name: 'Susun pratinjau' }));
  expect(await screen.findByText(/Dokumen ini masih draf/)).toBeDefined();
  await user.click(screen.getByRole('radio', { name: 'Ditulis' }));
  await user.type(screen.getByRole('textbox', { name: 'Nomor' }), '7');
  expect(await screen.findByText(/Isian berubah sesudah pratinjau/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Segel sebagai draf' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Susun ulang' }));
  await user.click(await screen.findByRole('button', { name: 'Segel sebagai draf' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Segel sebagai draf' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.issue')?.input).toMatchObject({
      document: 'laporan_inspektorat',
      number: { how: 'typed', text: '7' },
      signature: { method: 'seal' },
    }),
  );
});

test.each([
  ['valid', 'Sah', []],
  ['indeterminate', 'Belum dapat dipastikan', ['SIGNER_NOT_TRUSTED']],
  ['invalid', 'Tidak sah', ['CHANGED_AFTER_SIGNING']],
  ['invalid', 'Tidak sah', ['SIGNATURE_REMOVED', 'UNSIGNED']],
  ['invalid', 'Tidak bertanda tangan', ['UNSIGNED']],
] as const)('the verdict %s is said as "%s" for %j', async (verdict, words, reasons) => {
  const { user } = showScreen('/dokumen/verifikasi', {
    answers: {
      'reports.verify': (_input, fake) =>
        fake.job('report-verify', 'x', { ...fakeVerdict(), verdict, reasons: [...reasons] }),
    },
  });
  await user.click(await screen.findByRole('button', { name: /Letakkan PDF/ }));
  expect(await screen.findByRole('heading', { name: words })).toBeDefined();
  if (reasons.some((reason) => reason === 'CHANGED_AFTER_SIGNING'))
    expect(screen.getByText('Ada perubahan sesudah tanda tangan yang tidak diizinkan.')).toBeDefined();
  await expectAccessible();
});

test('the box finds records and Enter opens the first', async () => {
  const { user } = showScreen('/');
  await screen.findByText('Kasus terakhir');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/Nama, NIP/), 'komentar pada akun');
  await screen.findAllByText('Dugaan komentar pada akun pemenangan');
  await waitFor(() => expect(document.querySelector('[data-action][data-selected]')?.textContent).toContain('REG/023'));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Kronologi' })).toBeDefined();
});

test('the box opens from a search field, too', async () => {
  const { user } = showScreen('/pegawai');
  await user.click(await screen.findByLabelText('Cari nama, NIP, jabatan, atau unit'));
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByPlaceholderText(/Nama, NIP/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(box.isConnected).toBe(false));
});

test('single letters rest while something is typed', async () => {
  const { user, fake } = showScreen('/pegawai');
  await user.type(await screen.findByLabelText('Cari nama, NIP, jabatan, atau unit'), 'ana');
  expect(fake.calls.some(({ name }) => name === 'capture.openWindow')).toBe(false);
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('a');
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'capture.openWindow')).toBe(true));
});

/** Documents of every kind: listed, made with the office's wording, replaced, issued in a batch, set up. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DOCUMENT_KIND_NAMES } from '../../shared/domain/issuing/document-kinds.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { ALSO_MASK, OFFICE_KINDS } from '../../shared/domain/issuing/office-kinds.ts';
import { WORDS } from '../../renderer/i18n/index.ts';
import { fakeDocument, fakeDocumentAnswers } from '../support/fake-issued-documents.ts';
import { fakeId } from '../support/fake-people.ts';
import { showScreen } from './screen.tsx';

const caseId = fakeDocument().caseId ?? '';

test('every field of every kind has its words', () => {
  for (const document of DOCUMENT_KIND_NAMES)
    for (const { name } of [...OFFICE_KINDS[document].fields, ALSO_MASK])
      expect(Object.keys(WORDS.id.documents.field)).toContain(name);
});

test('the list says kind, state and what replaced what; one opens by keyboard and is issued anew', async () => {
  const { user, fake } = showScreen('/dokumen');
  const grid = await screen.findByRole('grid', { name: 'Dokumen' });
  expect(await within(grid).findByText('700/024/DKI/2026')).toBeDefined();
  expect(within(grid).getByText('Digantikan')).toBeDefined();
  grid.focus();
  await user.keyboard('{Enter}');
  const viewer = await screen.findByRole('dialog');
  expect(within(viewer).getByText(/Menunggu tanda tangan: Sri Contoh/)).toBeDefined();
  await user.click(within(viewer).getByRole('button', { name: 'Terbitkan pengganti' }));
  expect(await screen.findByText(/Dokumen ini menggantikan 700\/024\/DKI\/2026/)).toBeDefined();
  expect(fake.calls.findLast(({ name }) => name === 'documents.kinds')?.input).toMatchObject({
    replaces: fakeDocument().id,
  });
});

test('a document issued anew begins as the old one: its version, its day, its fields', async () => {
  const old = fakeDocument({
    id: fakeId(16, 8),
    document: 'tanda_terima_harian',
    variant: 'disamarkan',
    caseId: null,
    caseNumber: null,
    day: '2026-11-19',
    state: 'berlaku',
  });
  const { user, fake } = showScreen('/dokumen', {
    answers: { 'documents.list': () => ({ total: 1, rows: [old] }) },
  });
  const grid = await screen.findByRole('grid', { name: 'Dokumen' });
  await within(grid).findByText(old.number);
  grid.focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Terbitkan pengganti' }));
  expect(await screen.findByDisplayValue('2026-11-19')).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Disamarkan/ }).checked).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Susun pratinjau' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.preview')?.input).toMatchObject({
      variant: 'disamarkan',
      day: '2026-11-19',
      supersedes: old.id,
    }),
  );
});

test('the masked version of a full letter is made from it, under its number', async () => {
  const full = fakeDocument({
    id: fakeId(16, 7),
    document: 'ba_verifikasi',
    number: '700/030/DKI/2026',
    state: 'berlaku',
  });
  const list = () => ({ total: 1, rows: [full] });
  const { user, fake } = showScreen('/dokumen', { answers: { 'documents.list': list } });
  const grid = await screen.findByRole('grid', { name: 'Dokumen' });
  await within(grid).findByText('700/030/DKI/2026');
  grid.focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Buat versi disamarkan' }));
  expect(await screen.findByText(/Versi disamarkan dari nomor 700\/030\/DKI\/2026/)).toBeDefined();
  expect(screen.queryByRole('radio', { name: /Lengkap/ })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Susun pratinjau' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.preview')?.input).toMatchObject({
      document: 'ba_verifikasi',
      variant: 'disamarkan',
      number: { how: 'same', as: full.id },
    }),
  );
});

test('a kind with required fields is not laid out before they are filled in', async () => {
  const { user, fake } = showScreen(`/dokumen/buat/${caseId}?jenis=undangan_klarifikasi`);
  const button = await screen.findByRole('button', { name: 'Susun pratinjau' });
  expect(await screen.findByText(/Isi yang wajib dulu: Tanggal pertemuan, Jam pertemuan/)).toBeDefined();
  expect(button).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText(/Tanggal pertemuan/), '2026-11-30');
  await user.type(screen.getByLabelText(/Jam pertemuan/), '09:00');
  await user.type(screen.getByLabelText(/Tempat pertemuan/), 'Ruang Rapat');
  await user.click(button);
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.preview')?.input).toMatchObject({
      document: 'undangan_klarifikasi',
      caseId,
      fields: { meetingDay: '2026-11-30', meetingTime: '09:00', meetingPlace: 'Ruang Rapat' },
    }),
  );
});

test('minutes of a hand-over are about a package, which needs no case here', async () => {
  const kinds = fakeDocumentAnswers()['documents.kinds'];
  const offered: typeof kinds = async (input, bridge) => {
    const { rows, signatories } = await kinds(input, bridge);
    const value = input.package === null ? '' : 'Citra';
    return { rows: rows.map((row) => ({ ...row, fields: row.fields.map((one) => ({ ...one, value })) })), signatories };
  };
  const { user, fake } = showScreen('/dokumen/buat?jenis=ba_serah_terima', {
    answers: { 'documents.kinds': offered },
  });
  expect(await screen.findByText(/Isi yang wajib dulu: Kasus, Nama penerima/)).toBeDefined();
  await user.click(await screen.findByRole('combobox', { name: /Paket yang diserahterimakan/ }));
  const [option] = await screen.findAllByRole('option', { name: /paket.*· /i, hidden: true });
  await user.click(option ?? document.body);
  const button = screen.getByRole('button', { name: 'Susun pratinjau' });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  await user.click(button);
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.preview')?.input).toMatchObject({
      document: 'ba_serah_terima',
      caseId: null,
      fields: { package: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    }),
  );
});

test('a document is issued with a key that the vault keeps, or with one of several in a file, padded as asked', async () => {
  const { user, fake } = showScreen(`/dokumen/buat/${caseId}`, {
    answers: {
      'app.chooseFiles': () => ({ files: [{ token: `file_${'1'.repeat(32)}`, name: 'kepala.p12', bytes: 3_000 }] }),
      'documents.issue': (_input, job) => job.job('report-issue', 'Dokumen', new AppError('P12_WRONG_PASSPHRASE')),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Susun pratinjau' }));
  await user.click(await screen.findByRole('button', { name: 'Segel sebagai draf' }));
  const dialog = await screen.findByRole('dialog');
  const submit = (): HTMLElement => within(dialog).getByRole('button', { name: 'Segel sebagai draf' });
  expect(within(dialog).getByRole('radio', { name: 'Segel aplikasi' })).toHaveProperty('checked', true);
  await user.click(within(dialog).getByRole('radio', { name: 'Kunci tersimpan' }));
  expect(submit()).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('combobox', { name: 'Kunci' }));
  await user.click(await screen.findByRole('option', { name: /Kunci kepala/, hidden: true }));
  await user.type(within(dialog).getByLabelText('Kata sandi kunci'), 'rahasia');
  await user.click(within(dialog).getByRole('switch', { name: /PSS/ }));
  await user.click(submit());
  const issued = (): unknown[] => fake.calls.filter(({ name }) => name === 'documents.issue').map(({ input }) => input);
  await waitFor(() =>
    expect(issued()).toMatchObject([{ signature: { method: 'kept', passphrase: 'rahasia', padding: 'pss' } }]),
  );
  await user.click(await within(dialog).findByRole('radio', { name: 'Berkas .p12' }));
  await user.click(within(dialog).getByRole('button', { name: 'Pilih berkas .p12' }));
  await user.click(await within(dialog).findByRole('button', { name: 'Baca isi berkas' }));
  expect(await within(dialog).findByRole('radio', { name: /Lama Contoh/ })).toHaveProperty('disabled', true);
  await user.click(submit());
  await waitFor(() => expect(issued()[1]).toMatchObject({ signature: { method: 'p12', padding: 'pss' } }));
  expect(JSON.stringify(issued()[1])).toContain('"identity"');
});

test('wording is tried in the preview, cannot be issued before it is kept, and goes back to the standard', async () => {
  const { user, fake } = showScreen(`/dokumen/buat/${caseId}?jenis=ba_verifikasi&redaksi=true`);
  const title = await screen.findByLabelText(/^Judul/);
  await user.clear(title);
  await user.type(title, 'Judul baru');
  await user.click(screen.getByRole('button', { name: 'Susun pratinjau' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.preview')?.input).toMatchObject({
      wording: { judul: 'Judul baru' },
    }),
  );
  expect(screen.queryByRole('button', { name: /^Segel/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kembalikan semua' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.setWording')?.input).toMatchObject({ texts: {} }),
  );
});

test('a batch says how many cases there are, and afterwards what was refused and why', async () => {
  const { user } = showScreen('/dokumen');
  await user.click(await screen.findByRole('button', { name: 'Terbitkan massal' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('12 kasus')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Terbitkan' }));
  expect(await within(dialog).findByText('1 dokumen terbit')).toBeDefined();
  expect(within(dialog).getByText(/Kasus ini belum memiliki bukti/)).toBeDefined();
});

test('numbers and signatories are set for each kind', async () => {
  const { user, fake } = showScreen('/pengaturan/dokumen');
  await user.click(await screen.findByRole('button', { name: 'Laporan ke Inspektorat' }));
  expect(await screen.findByText('Contoh: 700/007/DKI/2027')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Hapus penanda tangan Sri Contoh, S.Kom.' }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'documents.setOffice')?.input).toMatchObject({
      signatories: [],
      kinds: { penerusan: { signatories: [] } },
    }),
  );
});

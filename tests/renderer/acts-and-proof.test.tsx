/** Acts with their sheets, and whose an account is: seen, filled and refused over the fake bridge. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeCase, fakeId } from '../support/fake-people.ts';
import { fakeProof } from '../support/fake-proof.ts';
import { expectAccessible, type Screen, showScreen } from './screen.tsx';

const CASE = `/kasus/${fakeCase(0).id}`;
const EMPTY_CASE = `/kasus/${fakeCase(1).id}`;
const sent = (shown: Screen, name: string): unknown[] =>
  shown.fake.calls.filter((one) => one.name === name).map(({ input }) => input);
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

test('an act shows what its sheet has, what cannot be had, and what is missing', async () => {
  showScreen(CASE);
  const acts = within(await region('Perbuatan'));
  expect(await acts.findByText('Suka atau reaksi')).toBeDefined();
  expect(acts.getByText('Masih kurang: Unggahan sasaran, Profil akun pemilik unggahan sasaran')).toBeDefined();
  expect(acts.getByText('B-0001 · Daftar penyuka')).toBeDefined();
  expect(acts.getByText('tidak dapat diperoleh: Profil dikunci')).toBeDefined();
  expect(acts.getByText(/Jumlah suka saja tidak menunjukkan siapa/)).toBeDefined();
  expect(acts.getAllByText('belum ada')).toHaveLength(3);
  await expectAccessible();
});

test('an item is filled by the keyboard with evidence of the case', async () => {
  const shown = showScreen(CASE);
  const open = await screen.findByRole('button', { name: 'Tunjuk bukti untuk Unggahan sasaran' });
  open.focus();
  await shown.user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  const save = within(dialog).getByRole('button', { name: 'Simpan' });
  expect(save.hasAttribute('disabled')).toBe(true);
  within(dialog).getByLabelText('Bukti dalam kasus ini', { selector: 'input' }).focus();
  await shown.user.keyboard('B-');
  await waitFor(() =>
    expect(sent(shown, 'evidence.list')).toContainEqual(
      expect.objectContaining({ where: 'case', caseId: fakeCase(0).id, query: 'B-' }),
    ),
  );
  await screen.findAllByRole('option', { hidden: true });
  await shown.user.keyboard('{ArrowDown}{Enter}');
  await shown.user.click(save);
  await waitFor(() =>
    expect(sent(shown, 'cases.fillActItem')).toEqual([
      expect.objectContaining({ actId: fakeId(16, 1), item: 'unggahan_sasaran', caseId: fakeCase(0).id }),
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
});

test('what cannot be had needs a reason', async () => {
  const shown = showScreen(CASE);
  await shown.user.click(await screen.findByRole('button', { name: 'Tidak dapat diperoleh: Unggahan sasaran' }));
  const dialog = within(await screen.findByRole('dialog'));
  await shown.user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(sent(shown, 'cases.waiveActItem')).toEqual([]);
  await shown.user.type(dialog.getByLabelText('Alasan'), 'Unggahan telah dihapus');
  await shown.user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(sent(shown, 'cases.waiveActItem')).toMatchObject([{ reason: 'Unggahan telah dihapus' }]));
});

test('an empty case says what to do, and a new act offers the day and the only respondent', async () => {
  const shown = showScreen(EMPTY_CASE);
  const acts = within(await region('Perbuatan'));
  expect(await acts.findByText(/Belum ada perbuatan\. Pilih jenisnya/)).toBeDefined();
  await shown.user.click(acts.getByRole('button', { name: 'Tambah perbuatan' }));
  const box = await screen.findByRole('dialog');
  const dialog = within(box);
  expect(dialog.getByText(/Yang perlu diambil: Unggahan utuh/)).toBeDefined();
  await expectAccessible(box.querySelector('form')!);
  await shown.user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(sent(shown, 'cases.saveAct')).toMatchObject([{ type: 'posting', actId: null }]));
});

test('a case’s account shows the grade, why, and both sides; a refusal stays in the dialog', async () => {
  const shown = showScreen(CASE, {
    answers: {
      'roster.lowerGrade': () => {
        throw new AppError('GRADE_NOT_CARRIED', {});
      },
    },
  });
  const accounts = within(await region('Akun'));
  expect(await accounts.findByText('Facebook · akun.contoh')).toBeDefined();
  expect(accounts.getByText('Lemah')).toBeDefined();
  expect(accounts.getByText(/alasan sebaliknya yang kuat dan belum terjawab/)).toBeDefined();
  expect(accounts.getByText('data pegawai: Nama “Ahmad Saputra, S.Pd.”')).toBeDefined();
  expect(accounts.getByText('tanpa bukti')).toBeDefined();
  expect(accounts.getByText('ditarik: Foto milik orang lain')).toBeDefined();
  await expectAccessible();
  await shown.user.click(accounts.getByRole('button', { name: 'Turunkan tingkat' }));
  const dialog = within(await screen.findByRole('dialog'));
  await shown.user.type(dialog.getByLabelText('Alasan'), 'perlu diperiksa');
  await shown.user.click(dialog.getByRole('button', { name: 'Turunkan tingkat' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('hanya dapat diturunkan');
});

test('a counter-reason is answered, and an account of the person is named in the case', async () => {
  const shown = showScreen(CASE);
  await shown.user.click(
    await screen.findByRole('button', { name: 'Jawab alasan sebaliknya: Bantahan yang bersangkutan' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await shown.user.type(dialog.getByLabelText('Alasan'), 'Dicabut dalam berita acara');
  await shown.user.click(dialog.getByRole('button', { name: 'Jawab alasan sebaliknya' }));
  await waitFor(() =>
    expect(sent(shown, 'roster.closeProofReason')).toMatchObject([{ how: 'answered', reasonId: fakeId(15, 3) }]),
  );
  await shown.user.click(screen.getByRole('button', { name: 'Tetapkan Instagram · @akun.contoh dalam kasus' }));
  await waitFor(() => expect(sent(shown, 'cases.linkAccount')).toMatchObject([{ accountId: fakeId(14, 3) }]));
});

test('the person’s page asks for reasons once they are opened, and adds one that points at something', async () => {
  const shown = showScreen('/pegawai?pilih=0192a000-0001-7000-8000-000000000000', {
    answers: { 'roster.proof': () => ({ ...fakeProof, reasons: [], carried: 'belum', basis: 'NO_REASON' }) },
  });
  const [summary] = await screen.findAllByText('Alasan dan tingkat keyakinan');
  expect(sent(shown, 'roster.proof')).toEqual([]);
  await shown.user.click(summary!);
  expect(await screen.findByText(/Belum ada alasan\. Tambahkan bukti profil/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Turunkan tingkat' })).toBe(null);
  await shown.user.click(screen.getByRole('button', { name: 'Tambah alasan' }));
  const box = await screen.findByRole('dialog');
  const dialog = within(box);
  await shown.user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(await dialog.findByText('Pilih bukti atau data pegawai, atau tulis catatan.')).toBeDefined();
  expect(sent(shown, 'roster.addProofReason')).toEqual([]);
  await shown.user.click(dialog.getByRole('radio', { name: 'Meragukan' }));
  await shown.user.type(dialog.getByLabelText('Catatan'), 'Dibantah lisan');
  await expectAccessible(box.querySelector('form')!);
  await shown.user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(sent(shown, 'roster.addProofReason')).toMatchObject([{ kind: 'bantahan', note: 'Dibantah lisan' }]),
  );
});

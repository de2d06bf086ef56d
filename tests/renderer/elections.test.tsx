/** Elections: the calendar with its bars, what is refused said in words, candidates, reminders, and the proposal beside an act. */
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Act } from '../../shared/contract/acts.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeCandidates, fakeElections, fakeStages } from '../support/fake-elections.ts';
import { cases } from '../support/fake-pages.ts';
import { fakeId } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

const last = (calls: readonly { name: string; input: unknown }[], name: string): unknown =>
  calls.findLast((call) => call.name === name)?.input;

test('the calendar shows each election with its stages, their verification and what does not fit', async () => {
  showScreen('/pemilihan');
  const table = await screen.findByRole('table', { name: 'Pilkada Contoh 2024' });
  expect(within(table).getAllByRole('row')).toHaveLength(1 + fakeStages.length);
  const campaign = within(table).getByRole('row', { name: /Masa kampanye/ });
  expect(campaign.textContent).toContain('25 Sep 2024 – 23 Nov 2024');
  expect(within(table).getByRole('row', { name: /Penetapan calon/ }).textContent).toContain(
    'Perlu verifikasiIngatan · Keputusan KPU contoh',
  );
  expect(screen.getByRole('note').textContent).toContain('bakal calon dan calon belum dapat dibedakan');
  await expectAccessible();
});

test('a stage is added by keyboard; a refusal is said with its days and the form stays', async () => {
  const days = { one: '01-11-2024 – 24-11-2024', other: '24-11-2024 – 26-11-2024' };
  let refuse = true;
  const { user, fake } = showScreen('/pemilihan', {
    answers: {
      'elections.saveStage': () => {
        if (refuse) throw new AppError('STAGE_CAMPAIGN_IN_QUIET_PERIOD', days);
        return { id: fakeId(61, 7) };
      },
    },
  });
  const section = await screen.findByRole('region', { name: 'Pilkada Contoh 2024' });
  within(section).getByRole('button', { name: 'Tambah tahapan' }).focus();
  await user.keyboard('{Enter}');
  const form = await screen.findByRole('dialog', { name: /Tambah tahapan/ });
  const save = within(form).getByRole<HTMLButtonElement>('button', { name: 'Simpan' });
  expect(save.disabled).toBe(true);
  await user.type(within(form).getByLabelText(/Hari pertama/), '2024-11-01');
  await user.type(within(form).getByLabelText('Hari terakhir'), '2024-11-24');
  await user.keyboard('{Enter}');
  await within(form).findByText(/bertindihan dengan masa tenang \(24-11-2024 – 26-11-2024\)/);
  refuse = false;
  await user.click(save);
  await waitFor(() => expect(form.isConnected).toBe(false));
  expect(last(fake.calls, 'elections.saveStage')).toMatchObject({
    id: null,
    electionId: fakeElections[0]?.id,
    kind: 'penetapan',
    startsOn: '2024-11-01',
    endsOn: '2024-11-24',
  });
});

test('what is called verified needs a name, a day and an address before it can be saved', async () => {
  const { user } = showScreen('/pemilihan');
  await user.click(await screen.findByRole('button', { name: 'Ubah: Masa tenang' }));
  const form = await screen.findByRole('dialog', { name: /Ubah tahapan/ });
  await user.click(within(form).getByRole('combobox', { name: 'Keadaan verifikasi' }));
  await user.click(await screen.findByRole('option', { name: 'Diverifikasi', hidden: true }));
  const save = within(form).getByRole<HTMLButtonElement>('button', { name: 'Simpan' });
  expect(save.disabled).toBe(true);
  await user.type(within(form).getByLabelText('Diverifikasi oleh'), 'Bagian Hukum');
  expect(save.disabled).toBe(true);
  await user.type(within(form).getByLabelText('Tanggal verifikasi'), '2026-11-20');
  expect(save.disabled).toBe(false);
});

test('a stage is taken out only after it was confirmed by name, and brought back from the message', async () => {
  const { user, fake } = showScreen('/pemilihan');
  await user.click(await screen.findByRole('button', { name: 'Keluarkan: Masa tenang' }));
  const dialog = await screen.findByRole('dialog', { name: 'Keluarkan dari daftar' });
  expect(dialog.textContent).toContain('“Masa tenang”');
  expect(last(fake.calls, 'elections.setRemoved')).toBeUndefined();
  await user.click(within(dialog).getByRole('button', { name: 'Keluarkan' }));
  await user.click(await screen.findByRole('button', { name: 'Kembalikan' }));
  const row = { what: 'stage', id: fakeStages[3]?.id };
  await waitFor(() => expect(last(fake.calls, 'elections.setRemoved')).toEqual({ ...row, removed: false }));
});

test('candidates are searched, opened with Enter, and saved with their marks', async () => {
  const { user, fake } = showScreen('/pemilihan?bagian=candidates');
  await screen.findByText('Sari Contoh – Budi Contoh');
  await expectAccessible();
  await user.type(screen.getByRole('textbox', { name: /Nama, nomor/ }), 'tono');
  await waitFor(() => expect(screen.queryByText('Sari Contoh – Budi Contoh')).toBeNull());
  screen.getByRole('grid', { name: 'Bakal calon dan calon' }).focus();
  await user.keyboard('{Enter}');
  const form = await screen.findByRole('dialog', { name: 'Ubah calon' });
  await user.type(within(form).getByRole('combobox', { name: 'Tagar' }), '#Menang{Enter}');
  await user.click(within(form).getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(last(fake.calls, 'elections.saveCandidate')).toMatchObject({
      id: fakeCandidates[1]?.id,
      name: 'Tono Misal',
      tags: ['#TonoRina', '#Menang'],
    }),
  );
});

test('reminders and rules are lists with their source; an empty search says so', async () => {
  const { user } = showScreen('/pemilihan?bagian=reminders');
  const grid = await screen.findByRole('grid', { name: 'Pengingat bagi mata' });
  await within(grid).findByText('Satu telunjuk');
  await user.type(screen.getByRole('textbox', { name: /Kata, tagar, gestur/ }), 'zzz');
  await screen.findByText('Tidak ada pengingat yang cocok.');
  await user.click(screen.getByRole('radio', { name: 'Aturan usulan' }));
  await screen.findByRole('button', { name: 'Ubah aturan D-6' });
  await expectAccessible();
  await user.type(screen.getByRole('textbox', { name: /Kode, bunyi/ }), 'D-2');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ubah aturan D-6' })).toBeNull());
  await screen.findByRole('button', { name: 'Ubah aturan D-2' });
  await user.type(screen.getByRole('textbox', { name: /Kode, bunyi/ }), 'zzz');
  await screen.findByText('Tidak ada baris yang cocok.');
});

test('a stage is changed and saved as it stands', async () => {
  const { user, fake } = showScreen('/pemilihan');
  await user.click(await screen.findByRole('button', { name: 'Ubah: Masa tenang' }));
  const form = await screen.findByRole('dialog', { name: /Ubah tahapan/ });
  await user.click(within(form).getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(form.isConnected).toBe(false));
  expect(last(fake.calls, 'elections.saveStage')).toMatchObject({ id: fakeStages[3]?.id, kind: 'masa_tenang' });
});

test('an election without stages is found, and gets its first there', async () => {
  const [first] = fakeElections;
  if (!first) throw new Error('there is no election');
  const bare = { ...first, id: fakeId(60, 5), name: 'Pilkades Contoh 2027', stages: [], warnings: [] };
  const { user } = showScreen('/pemilihan', {
    answers: { 'elections.list': () => ({ rows: [...fakeElections, bare] }) },
  });
  await user.type(await screen.findByRole('textbox', { name: /Pemilihan, tahapan/ }), 'pilkades');
  const section = await screen.findByRole('region', { name: 'Pilkades Contoh 2027' });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Pilkada Contoh 2024' })).toBeNull());
  within(section).getByRole('button', { name: 'Tambah tahapan' });
});

test('the calendar is searched, filtered and exported as it is shown', async () => {
  const { user, fake } = showScreen('/pemilihan');
  await user.type(await screen.findByRole('textbox', { name: /Pemilihan, tahapan/ }), 'masa');
  const table = await screen.findByRole('table', { name: 'Pilkada Contoh 2024' });
  await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(3));
  await user.click(screen.getByRole('button', { name: 'Tahapan' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Masa tenang', hidden: true }));
  await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: /Ekspor/ }));
  await user.click(await screen.findByRole('menuitem', { name: /Excel/, hidden: true }));
  await waitFor(() =>
    expect(last(fake.calls, 'lists.export')).toMatchObject({
      selection: { list: 'electionStages', query: 'masa', kind: 'masa_tenang' },
    }),
  );
  await user.type(screen.getByRole('textbox', { name: /Pemilihan, tahapan/ }), 'zzz');
  await screen.findByText('Tidak ada tahapan yang cocok.');
});

const act = (day: string | null): Act => ({
  id: fakeId(70, 1),
  type: 'like',
  respondentId: null,
  day,
  dateText: '',
  address: '',
  note: '',
  addedAt: '2026-11-01T00:00:00.000Z',
  addedBy: 'Rahma Yuliani',
  withdrawnAt: null,
  withdrawReason: null,
  entries: [],
  missing: [],
});

test('an act shows its proposal with the reason; the row is recorded only by a click', async () => {
  const caseId = cases[0]?.id ?? '';
  const { user, fake } = showScreen(`/kasus/${caseId}`, {
    answers: { 'cases.acts': () => ({ acts: [act('2024-09-21')] }) },
  });
  const proposal = await screen.findByRole('complementary', { name: 'Usulan' });
  expect(proposal.textContent).toContain('Status kandidat pada 21 September 2024: Bakal calon');
  expect(proposal.textContent).toContain('penetapan calon baru pada 22 September 2024');
  expect(proposal.textContent).toContain('tanggal penetapan belum diverifikasi');
  expect(last(fake.calls, 'cases.addAllegation')).toBeUndefined();
  const take = within(proposal).getAllByRole('button', { name: /^Catat dugaan/ })[0]!;
  const code = take.textContent.replace('Catat dugaan ', '');
  await user.click(take);
  await waitFor(() => expect(last(fake.calls, 'cases.addAllegation')).toMatchObject({ id: caseId, code }));
  await user.click(within(proposal).getByRole('combobox', { name: 'Kandidat yang disinggung' }));
  await user.click(await screen.findByRole('option', { name: /Tono Misal/, hidden: true }));
  await waitFor(() =>
    expect(last(fake.calls, 'elections.setActCandidate')).toMatchObject({ candidateId: fakeCandidates[1]?.id }),
  );
});

test('without a day nothing is proposed, and while an act is written there is nothing to click', async () => {
  const { user } = showScreen(`/kasus/${cases[0]?.id ?? ''}`, {
    answers: { 'cases.acts': () => ({ acts: [act(null)] }) },
  });
  const proposal = await screen.findByRole('complementary', { name: 'Usulan' });
  expect(proposal.textContent).toContain('Isi tanggal perbuatan');
  expect(within(proposal).queryByRole('button')).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Ubah keterangan/ }));
  const form = await screen.findByRole('dialog', { name: 'Ubah keterangan perbuatan' });
  await user.type(within(form).getByLabelText('Tanggal'), '2024-10-21');
  const draft = await within(form).findByText(/Status kandidat pada 21 Oktober 2024: Calon/);
  expect(within(draft.closest('aside')!).queryByRole('button', { name: /Catat dugaan/ })).toBeNull();
});

test('on paper a list is whole, under what was asked, by whom and when; the screen keeps none of it', async () => {
  let paper = '';
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    const sheet = document.querySelector('.n-paper-list');
    expect(sheet?.querySelectorAll('tbody tr')).toHaveLength(fakeCandidates.length);
    paper = sheet?.textContent ?? '';
  });
  const { user } = showScreen('/pemilihan?bagian=candidates');
  await screen.findByText('Sari Contoh – Budi Contoh');
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cetak' }));
  await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  print.mockRestore();
  for (const words of ['Bakal calon dan calon', 'Dicetak', 'oleh', 'Sari Contoh – Budi Contoh'])
    expect(paper).toContain(words);
  await waitFor(() => expect(document.querySelector('.n-paper-list')).toBeNull());
});

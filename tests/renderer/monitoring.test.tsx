/** Monitoring as a person sees it, over the fake bridge: due rounds, the form, the work by keys, coverage, one person's history. */
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeDetail, fakeRoundItem, fakeRounds } from '../support/fake-monitoring.ts';
import { fakeEvidence } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

const inputsOf = (calls: readonly { name: string; input: unknown }[], name: string): unknown[] =>
  calls.filter((one) => one.name === name).map(({ input }) => input);
const RUNNING = `/pemantauan?ronde=${fakeRounds[0]!.id}`;

test('the rounds are listed, what is due is offered, and the next round begins with the plan before it', async () => {
  const { user, fake } = showScreen('/pemantauan');
  const grid = await screen.findByRole('grid', { name: 'Ronde' });
  await within(grid).findByText('Undian acak Oktober');
  await expectAccessible();
  const due = screen.getByRole('region', { name: 'Ronde yang jatuh tempo' });
  await user.click(within(due).getByRole('button', { name: 'Mulai ronde berikutnya' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ronde berikutnya' });
  expect((await within(dialog).findByLabelText<HTMLInputElement>('Nama ronde')).value).toBe('Semua OPD');
  expect(await within(dialog).findByText('22 pegawai, kira-kira 140 akun')).toBeTruthy();
  await expectAccessible(dialog.querySelector('.mantine-Modal-body')!);
  await user.click(within(dialog).getByRole('button', { name: 'Mulai ronde' }));
  await waitFor(() => expect(inputsOf(fake.calls, 'monitoring.begin')).toHaveLength(1));
  expect(inputsOf(fake.calls, 'monitoring.begin')[0]).toMatchObject({
    title: 'Semua OPD',
    cadence: 'monthly',
    follows: fakeRounds[2]!.id,
    plan: { sample: { size: 22, seed: null }, lastChecked: { when: 'before', day: '2026-11-01' } },
  });
});

test('a round for one person wants a reason before it begins', async () => {
  const { user, fake } = showScreen(`/pemantauan?mulai=true&pegawai=${fakeRoundItem(1).employee.id}`);
  const dialog = await screen.findByRole('dialog', { name: 'Mulai ronde' });
  await user.type(await within(dialog).findByLabelText('Nama ronde'), 'Tindak lanjut');
  await user.click(within(dialog).getByRole('button', { name: 'Mulai ronde' }));
  expect(await within(dialog).findByText('Alasan paling sedikit 3 huruf.')).toBeTruthy();
  expect(inputsOf(fake.calls, 'monitoring.begin')).toEqual([]);
  await user.type(within(dialog).getByLabelText('Alasan memilih menurut nama'), 'Aduan nomor 12');
  await user.click(within(dialog).getByRole('button', { name: 'Mulai ronde' }));
  await waitFor(() => expect(inputsOf(fake.calls, 'monitoring.begin')).toHaveLength(1));
});

test('each account is answered with one key, the last outcome taken back with another', async () => {
  const { user, fake } = showScreen(RUNNING);
  const first = fakeRoundItem(6);
  const card = await screen.findByRole('region', { name: 'Akun yang dilihat sekarang' });
  expect(within(card).getByText(first.employee.name)).toBeTruthy();
  await expectAccessible();
  await user.keyboard('o');
  const round = { roundId: expect.any(String), itemId: first.id };
  expect(inputsOf(fake.calls, 'capture.openWindow')).toEqual([{ caseId: null, address: first.account?.url, round }]);
  await user.keyboard('t');
  await screen.findByText(fakeRoundItem(7).employee.name);
  expect(inputsOf(fake.calls, 'monitoring.record')).toEqual([
    { itemId: first.id, outcome: 'nothing', note: '', evidenceId: null },
  ]);
  // Something of the site was captured meanwhile: it is named, and linked by the key for it.
  await screen.findByText(new RegExp(`${fakeEvidence(3).number} diambil sejak`));
  await user.keyboard('c');
  await user.keyboard('tlb dua unggahan{Escape}');
  await user.keyboard('b');
  await waitFor(() => expect(inputsOf(fake.calls, 'monitoring.record')).toHaveLength(2));
  expect(inputsOf(fake.calls, 'monitoring.record')[1]).toEqual({
    itemId: fakeRoundItem(7).id,
    outcome: 'captured',
    note: 'tlb dua unggahan',
    evidenceId: fakeEvidence(3).id,
  });
  await screen.findByText(fakeRoundItem(8).employee.name);
  await user.keyboard('z');
  await waitFor(() => expect(inputsOf(fake.calls, 'monitoring.undo')).toHaveLength(1));
  const again = await screen.findByRole('region', { name: 'Akun yang dilihat sekarang' });
  await within(again).findByText(fakeRoundItem(7).employee.name);
});

test('“not this person” offers a counter-reason in the account’s proof', async () => {
  const { user, fake } = showScreen(RUNNING);
  await screen.findByRole('region', { name: 'Akun yang dilihat sekarang' });
  await user.keyboard('x');
  await user.click(await screen.findByRole('button', { name: 'Catat alasan sebaliknya' }));
  const dialog = await screen.findByRole('dialog');
  // Keys rest while a dialog is open.
  await user.keyboard('{Tab}');
  await user.type(within(dialog).getByLabelText(/Catatan|Keterangan|Yang terlihat/i), 'nama sama saja');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(inputsOf(fake.calls, 'roster.addProofReason')).toHaveLength(1));
  expect(inputsOf(fake.calls, 'roster.addProofReason')[0]).toMatchObject({
    accountId: fakeRoundItem(6).account?.id,
    kind: 'bantahan',
  });
  expect(inputsOf(fake.calls, 'monitoring.record')).toHaveLength(1);
});

test('a refused outcome is said, and the round stops, is finished and carried over', async () => {
  const { user, fake } = showScreen(RUNNING, {
    answers: {
      'monitoring.record': () => {
        throw new AppError('MONITORING_STATE_NOT_ALLOWED');
      },
    },
  });
  await screen.findByRole('region', { name: 'Akun yang dilihat sekarang' });
  await user.keyboard('h');
  await screen.findByText(/Keadaan ronde atau akun itu sudah berganti/);
  await user.click(screen.getByRole('button', { name: 'Hentikan sementara' }));
  expect(inputsOf(fake.calls, 'monitoring.act')).toEqual([{ id: fakeRounds[0]!.id, action: 'stop' }]);
  await user.click(screen.getByRole('button', { name: 'Selesaikan' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/18 akun belum dilihat/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Selesaikan ronde' }));
  await waitFor(() =>
    expect(inputsOf(fake.calls, 'monitoring.finish')).toEqual([{ id: fakeRounds[0]!.id, remaining: 'carry' }]),
  );
  await screen.findByText('Undian acak Oktober');
  await screen.findByText(/Ronde ini dihentikan sementara/);
});

test('the accounts of a round are searched, taken up and printed; the draw is repeated', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    expect(document.querySelectorAll('.n-paper-list tbody tr')).toHaveLength(27);
  });
  const { user, fake } = showScreen(RUNNING);
  await user.click(await screen.findByText('Daftar akun'));
  const grid = await screen.findByRole('grid', { name: 'Daftar akun' });
  await within(grid).findAllByText('Tidak ada akun yang diketahui');
  await user.click(screen.getByRole('button', { name: 'Cetak' }));
  await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  print.mockRestore();
  await user.click(within(grid).getByText(fakeRoundItem(9).employee.name));
  const card = await screen.findByRole('region', { name: 'Akun yang dilihat sekarang' });
  await within(card).findByText(fakeRoundItem(9).employee.name);
  await user.click(screen.getByText('Rencana dan hasil'));
  expect(
    await screen.findByText(/OPD: Dinas Pendidikan, Dinas Kesehatan; terakhir diperiksa sebelum 1 November 2026/),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ulangi undian' }));
  await screen.findByText(/Undian diulang: hasilnya sama/);
  await user.click(screen.getByRole('button', { name: 'Akhiri rencana berkala' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Akhiri rencana berkala' }));
  await waitFor(() =>
    expect(inputsOf(fake.calls, 'monitoring.endSeries')).toEqual([{ id: fakeDetail(fakeRounds[0]!.id).id }]),
  );
});

test('coverage shows each group with its range, leads to the persons, and tells one person’s history', async () => {
  const { user, fake } = showScreen('/pemantauan?cakupan=true');
  const table = await screen.findByRole('table');
  expect(within(table).getByRole('row', { name: /Dinas Pendidikan 218/ })).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Lihat pegawainya' }));
  const grid = await screen.findByRole('grid', { name: 'Pegawai' });
  expect(inputsOf(fake.calls, 'monitoring.persons').at(-1)).toMatchObject({ which: 'stands-out', sort: 'looks' });
  await user.click(within(grid).getByText(fakeRoundItem(0).employee.name));
  const side = await screen.findByRole('complementary', { name: 'Riwayat pemantauan' });
  expect(await within(side).findByText('Tidak ada temuan')).toBeTruthy();
  expect(within(side).getByText(/ditarik 20 Nov 2026/)).toBeTruthy();
  await expectAccessible();
  await user.click(within(side).getByRole('button', { name: 'Ronde untuk pegawai ini' }));
  await screen.findByLabelText('Alasan memilih menurut nama');
});

/** What the check of an import says about accounts, and about everything that is written of somebody new. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakePlanRows } from '../support/fake-plan-rows.ts';
import { openReview, rowOf, sent, tab } from './import-wizard.ts';
import { expectAccessible } from './screen.tsx';

const detail = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: 'Rincian baris' });

test('the accounts have a group of their own, with platform, address and remark, and are counted', async () => {
  const shown = await openReview();
  expect(screen.getByText('6 akun media sosial baru akan dicatat')).toBeDefined();
  expect(screen.getByRole('button', { name: /catat 6 akun/ })).toBeDefined();
  expect(tab(/Akun baru/).textContent).toContain('6');
  await shown.user.click(tab(/Akun baru/));
  await waitFor(() => expect(sent(shown, 'roster.planRows').at(-1)).toMatchObject({ accounts: true, kinds: [] }));
  await shown.user.click(await screen.findByText('Facebook: https://facebook.com/contoh.tetap, TikTok: contoh.tetap'));
  const row = within(await detail());
  expect(row.getByText('Facebook: https://facebook.com/contoh.tetap')).toBeDefined();
  expect(row.getByText('menurut rekan')).toBeDefined();
  expect(row.getByText('TikTok: contoh.tetap')).toBeDefined();
  await expectAccessible();
});

test('accounts of a row that is left out are not counted; all can be left out, the people stay', async () => {
  const shown = await openReview();
  await shown.user.click(tab(/Akun baru/));
  const known = fakePlanRows()[rowOf('unchanged')]!;
  await shown.user.click(await screen.findByRole('checkbox', { name: `Sertakan ${known.name}` }));
  expect(screen.getByText('4 akun media sosial baru akan dicatat')).toBeDefined();
  expect(tab(/Akun baru/).textContent).toContain('4 / 6');
  await shown.user.click(screen.getByRole('checkbox', { name: 'Sertakan kelompok ini' }));
  expect(screen.getByText('Tidak ada akun yang dicatat; pegawainya tetap diambil.')).toBeDefined();
  const apply = screen.getByRole('button', { name: /^Tambahkan 34, / });
  expect(apply.textContent).not.toContain('akun');
  await shown.user.click(apply);
  await waitFor(() => expect(sent(shown, 'roster.apply')).toMatchObject([{ accounts: false, excludedKinds: [] }]));
});

test('a row that brings accounts is marked; of somebody new everything that is written is listed', async () => {
  const shown = await openReview();
  const first = fakePlanRows()[rowOf('added')]!;
  expect((await screen.findAllByLabelText('1 akun media sosial')).length).toBeGreaterThan(0);
  await shown.user.click((await screen.findAllByText(first.name))[0]!);
  const row = within(await detail());
  expect(row.getByRole('row', { name: 'Surel dinas pegawai0@contoh.test' })).toBeDefined();
  expect(row.getByRole('row', { name: /^Status/ })).toBeDefined();
  expect(row.getByText('Instagram: pegawai.0')).toBeDefined();
  await expectAccessible();
});

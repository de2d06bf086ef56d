/** The door: first run, unlock, wrong passphrase, lock. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { NO_VAULT } from '#shared/contract/vault.ts';
import { LOCKED_VAULT, OPEN_VAULT } from '../support/fake-vault-states.ts';
import { expectAccessible, showScreen } from './screen.tsx';

test('the first start offers a vault and a practice vault', async () => {
  showScreen('/', { status: NO_VAULT });
  expect(await screen.findByRole('heading', { name: 'Selamat datang di Netra' })).toBeDefined();
  expect(screen.getByRole('button', { name: /brankas latihan/ })).toBeDefined();
  await expectAccessible();
});

test('three steps lead to a vault; the code is confirmed by typing one group', async () => {
  const { user, fake } = showScreen('/', { status: NO_VAULT });
  await user.click(await screen.findByRole('button', { name: /^Buat brankas/ }));
  await user.type(screen.getByLabelText('Nama brankas'), 'Pemantauan');
  await user.click(screen.getByRole('button', { name: 'Lanjut' }));
  await user.type(await screen.findByLabelText('Nama petugas'), 'Rahma Yuliani');
  await user.type(screen.getByLabelText('Kata sandi'), 'empat kata acak benar');
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'empat kata acak salah');
  await user.click(screen.getByRole('button', { name: 'Buat brankas' }));
  expect(await screen.findByText('Kedua kata sandi berbeda.')).toBeDefined();
  expect(fake.calls.some(({ name }) => name === 'vault.create')).toBe(false);
  await user.clear(screen.getByLabelText('Ulangi kata sandi'));
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'empat kata acak benar');
  await user.click(screen.getByRole('button', { name: 'Buat brankas' }));
  const field = await screen.findByLabelText(/Kelompok ke-\d dari kode/);
  await expectAccessible();
  await user.type(field, 'SALAH');
  await user.click(screen.getByRole('button', { name: 'Mulai bekerja' }));
  expect(await screen.findByText('Kelompok itu tidak cocok dengan kode di atas.')).toBeDefined();
  const index = Number(/ke-(\d)/.exec(document.querySelector('label')?.textContent ?? '')?.[1]) - 1;
  await user.clear(field);
  await user.type(field, ['8q3k', '7mzd', '0p4r', 'x2tn', 'hc6v', '9web', '51ja'][index]!);
  await user.click(screen.getByRole('button', { name: 'Mulai bekerja' }));
  expect(await screen.findByRole('heading', { name: 'Kasus terakhir' })).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'vault.confirmRecovery')?.input).toMatchObject({ partIndex: index });
});

test('a wrong passphrase is said beside the field and the vault stays locked', async () => {
  const { user } = showScreen('/', { status: LOCKED_VAULT });
  await user.type(await screen.findByLabelText('Kata sandi'), 'bukan kata sandinya');
  await user.click(screen.getByRole('button', { name: 'Buka' }));
  expect(await screen.findByText(/Kata sandi tidak cocok/)).toBeDefined();
  expect(screen.queryByRole('navigation')).toBeNull();
  await expectAccessible();
});

test('the right passphrase opens; Ctrl+L locks again and takes everything off the screen', async () => {
  const { user, fake } = showScreen('/kasus', { status: LOCKED_VAULT });
  await user.type(await screen.findByLabelText('Kata sandi'), 'empat kata acak benar{Enter}');
  expect(await screen.findByText('REG/024/XI/2026')).toBeDefined();
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(fake.status.state).toBe('locked'));
  expect(await screen.findByLabelText('Kata sandi')).toBeDefined();
  expect(screen.queryByText('REG/024/XI/2026')).toBeNull();
});

test('a vault that went back in time says so', async () => {
  const { OPEN_VAULT } = await import('../support/fake-vault-states.ts');
  const head = (sequence: number) => ({ sequence, hash: 'a'.repeat(64) });
  showScreen('/', { status: { ...OPEN_VAULT, rollback: { kind: 'older', seen: head(1284), found: head(1200) } } });
  expect(await screen.findByText(/tercatat entri 1284, ditemukan entri 1200/)).toBeDefined();
});

test('recovery and a change of passphrase ask for the new one twice, and refuse a short one', async () => {
  const { user, fake } = showScreen('/', { status: LOCKED_VAULT });
  await user.click(await screen.findByRole('button', { name: 'Kata sandi terlupa' }));
  await user.type(await screen.findByLabelText('Kode pemulihan'), 'kode');
  await user.type(screen.getByLabelText('Kata sandi baru'), 'pendek');
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'pendek');
  await user.click(screen.getByRole('button', { name: 'Buka dan ganti kata sandi' }));
  expect((await screen.findAllByText(/^Paling sedikit 12 karakter\.$/)).length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText('Kata sandi baru'), ' menjadi panjang');
  expect(await screen.findByText('Kedua kata sandi berbeda.')).toBeDefined();
  expect(fake.calls.some(({ name }) => name === 'vault.recover')).toBe(false);
  await user.type(screen.getByLabelText('Ulangi kata sandi'), ' menjadi panjang');
  await user.click(screen.getByRole('button', { name: 'Buka dan ganti kata sandi' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'vault.recover')?.input).toMatchObject({
      newPassphrase: 'pendek menjadi panjang',
    }),
  );
});

test('a wrong passphrase in the settings is said beside its field; messages go with the lock', async () => {
  const wrong = (): never => {
    throw new AppError('WRONG_PASSPHRASE');
  };
  const { user, fake } = showScreen('/pengaturan/akun', { answers: { 'vault.newRecoveryCode': wrong } });
  await user.click(await screen.findByRole('button', { name: 'Buat kode pemulihan baru' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Kata sandi petugas yang sedang masuk'), 'bukan kata sandinya{Enter}');
  expect(await within(dialog).findByText('Kata sandi tidak cocok. Tidak ada yang diubah.')).toBeDefined();
  await user.keyboard('{Escape}');
  await user.type(await screen.findByLabelText('Kata sandi sekarang'), 'empat kata acak benar');
  await user.type(screen.getByLabelText('Kata sandi baru'), 'empat kata acak lain');
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'empat kata acak lain{Enter}');
  expect(await screen.findByText('Kata sandi diganti.')).toBeDefined();
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(fake.status.state).toBe('locked'));
  await waitFor(() => expect(screen.queryByText('Kata sandi diganti.')).toBeNull());
});

test('officers who do not manage the vault are not offered what only managers may do', async () => {
  const user = { ...OPEN_VAULT.user!, role: 'petugas' as const };
  showScreen('/pengaturan/akun', { status: { ...OPEN_VAULT, user, recoveryConfirmed: false } });
  await screen.findByRole('button', { name: 'Ganti kata sandi' });
  expect(screen.queryByRole('button', { name: 'Tambah pengguna' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Buat kode/ })).toBeNull();
});

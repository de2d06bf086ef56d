/** Packages: received, refused, looked at; how one is made and locked; the list of persons with its deadline. */
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeReceived } from '../support/fake-handover.ts';
import { fakeCase } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

test('a package is received from a file and a name, and its page opens with what was checked', async () => {
  const { user, fake, container } = showScreen('/paket');
  await screen.findByText('REG/007/XI/2026');
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Terima paket' }));
  const dialog = within(await screen.findByRole('dialog'));
  const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Periksa dan terima' });
  expect(submit.disabled).toBe(true);
  await user.click(dialog.getByText('Letakkan berkas atau folder paket di sini'));
  await user.type(dialog.getByRole('textbox', { name: 'Diterima dari siapa' }), 'Budi');
  await waitFor(() => expect(submit.disabled).toBe(false));
  await user.click(submit);
  expect(await screen.findByText(/Bandingkan sidik jari segel/)).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'handover.receive')?.input).toMatchObject({
    receivedFrom: 'Budi',
    passphrase: '',
  });
  await screen.findByText('bukti/B-0001-full-page-image.png');
  expect(screen.queryByRole('button', { name: 'Lihat: bukti/B-0001-mhtml.mhtml' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Lihat: dokumen/laporan-inspektorat-01-lengkap.pdf' }));
  expect(await screen.findByText('halaman')).toBeDefined();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Lihat: isi-paket.json' }));
  expect(await screen.findByText('isi isi-paket.json')).toBeDefined();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Simpan tanda terima' }));
  expect(await screen.findByText('tanda-terima-paket.txt tersimpan.')).toBeDefined();
});

test('a refusal stays in the dialog and names the file', async () => {
  const { user } = showScreen('/paket', {
    answers: {
      'app.getPreferences': () => ({ ...DEFAULT_PREFERENCES, language: 'en' }),
      'handover.receive': () => {
        throw new AppError('PACKAGE_DAMAGED', { name: 'paket.zip', file: 'bukti/B-0001.png' });
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Receive a package' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Choose a package folder' }));
  await user.type(dialog.getByRole('textbox', { name: 'Received from whom' }), 'Budi');
  await user.click(dialog.getByRole('button', { name: 'Check and receive' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('bukti/B-0001.png is not what was recorded');
});

test('a locked package needs its passphrase twice', async () => {
  const { user, fake } = showScreen(`/kasus/${fakeCase(0).id}`);
  await user.click(await screen.findByRole('button', { name: 'Buat paket kasus' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /^Disamarkan/ }));
  await user.click(dialog.getByRole('combobox', { name: 'Bentuk' }));
  await user.click(
    await screen.findByRole('option', { name: 'Satu berkas terenkripsi dengan kata sandi', hidden: true }),
  );
  const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Pilih tempat dan buat' });
  await user.type(dialog.getByLabelText(/^Kata sandi paket/), 'gunung biru tinggi');
  expect(submit.disabled).toBe(true);
  await user.type(dialog.getByLabelText(/^Ulangi kata sandi paket/), 'gunung biru tinggi');
  await user.click(submit);
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'cases.package')?.input).toMatchObject({
      kind: 'disamarkan',
      form: 'age-passphrase',
      passphrase: 'gunung biru tinggi',
    }),
  );
});

test('the list of persons stands beside its deadline, and is saved', async () => {
  const { user, fake, container } = showScreen('/pengaturan/hilang');
  expect(await screen.findByText(/paling lambat 72 jam.*Pasal 46/)).toBeDefined();
  expect(screen.getByText('Rujukan belum diverifikasi')).toBeDefined();
  await screen.findByText('Sri Wahyuni');
  await expectAccessible(container);
  await user.type(screen.getByLabelText('Kata sandi berkas'), 'gunung biru tinggi');
  await user.click(screen.getByRole('button', { name: 'Simpan .xlsx' }));
  expect(await screen.findByText('daftar-orang.xlsx tersimpan (3 baris).')).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'handover.savePersons')?.input).toEqual({
    source: { of: 'vault' },
    format: 'xlsx',
    passphrase: 'gunung biru tinggi',
  });
});

test('a package that came is in the list, with its seal in a word', async () => {
  showScreen('/paket', { answers: { 'handover.received': () => ({ rows: [{ ...fakeReceived, seal: 'changed' }] }) } });
  expect(await screen.findByText('Segel lain dari biasanya')).toBeDefined();
});

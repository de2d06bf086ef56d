/** The case package from its button to the notice that names the folder. */
import { screen, waitFor } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { FakeAnswers } from '../support/fake-vault-states.ts';
import { casePage } from '../support/fake-pages.ts';
import { fakeCase } from '../support/fake-people.ts';
import { expectAccessible, showScreen, type Screen } from './screen.tsx';

afterEach(() => notifications.clean());
const caseId = fakeCase(0).id;

async function opened(answers: Partial<FakeAnswers> = {}, language: 'id' | 'en' = 'id'): Promise<Screen> {
  const preferences = { ...DEFAULT_PREFERENCES, language };
  const shown = showScreen(`/kasus/${caseId}`, { answers: { 'app.getPreferences': () => preferences, ...answers } });
  await shown.user.click(
    await screen.findByRole('button', { name: language === 'id' ? 'Buat paket kasus' : 'Make a case package' }),
  );
  await screen.findByRole('dialog');
  return shown;
}

test('the dialog says how secret it is; then the job is in the tray and the notice names the folder', async () => {
  const { user, fake } = await opened();
  expect(screen.getByRole('note').textContent).toMatch(/RAHASIA.*data pribadi/);
  // The dialog's own frame is Mantine's: its <header> counts as a second banner.
  const form = screen.getByRole('note').closest('form');
  if (form === null) throw new Error('the note is not in the form');
  await expectAccessible(form);
  expect(fake.calls.some(({ name }) => name === 'cases.package')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  expect(
    await screen.findByText('Paket kasus tersimpan di folder /contoh/serah/paket-kasus-REG-024 (6 berkas).'),
  ).toBeDefined();
  expect(fake.calls.find(({ name }) => name === 'cases.package')?.input).toEqual({
    id: caseId,
    kind: 'lengkap',
    form: 'folder',
    withAccountData: false,
    handedTo: '',
    passphrase: '',
    recipient: '',
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: /^Pekerjaan/ }));
  expect(await screen.findByText('Membuat paket kasus')).toBeDefined();
});

test('what holds data of an account stays out, and that is said, unless it is chosen', async () => {
  const { user, fake } = await opened({
    'cases.package': ({ withAccountData }, bridge) =>
      bridge.job('case-package', 'REG-024', {
        id: caseId,
        kind: 'lengkap',
        form: 'folder',
        fileSha256: null,
        directory: '/contoh/serah/paket',
        name: 'paket',
        files: 6,
        bytes: 9,
        sha256: 'a'.repeat(64),
        custodyHead: { sequence: 1, hash: 'b'.repeat(64) },
        leftOut: withAccountData ? 0 : 2,
      }),
  });
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  expect(await screen.findByText(/2 berkas tidak disertakan/)).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Buat paket kasus' }));
  await user.click(await screen.findByRole('checkbox', { name: /memuat data akun petugas/ }));
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  const inputs = fake.calls.filter(({ name }) => name === 'cases.package').map(({ input }) => input);
  expect(inputs).toMatchObject([
    { id: caseId, withAccountData: false },
    { id: caseId, withAccountData: true },
  ]);
});

test('what is refused before the job begins is said in the dialog; a closed choice of a place says nothing', async () => {
  let refusal = new AppError('DISK_NEARLY_FULL', { needed: 2_000_000_000, free: 1_000_000 });
  const { user } = await opened({
    'cases.package': () => {
      throw refusal;
    },
  });
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  expect(await screen.findByText('DISK_NEARLY_FULL')).toBeDefined();
  refusal = new AppError('CANCELLED');
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  await waitFor(() => expect(screen.queryByText('DISK_NEARLY_FULL')).toBeNull());
  expect(screen.queryByText('CANCELLED')).toBeNull();
  expect(screen.getByRole('dialog')).toBeDefined();
});

test('a job that fails is said with the name of the damaged file', async () => {
  const { user } = await opened({
    'cases.package': (_input, fake) =>
      fake.job('case-package', 'REG-024', new AppError('PACKAGE_FILE_DAMAGED', { name: 'B-0002-foto.png' })),
  });
  await user.click(screen.getByRole('button', { name: 'Pilih tempat dan buat' }));
  expect(await screen.findByText(/Isi B-0002-foto\.png rusak atau hilang/)).toBeDefined();
});

test('a case without evidence has no package, in English too', async () => {
  await opened({ 'cases.get': () => ({ ...casePage(caseId), missing: ['NO_EVIDENCE'] }) }, 'en');
  expect(screen.getByText('This case has no evidence that stands.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Choose a place and make it' }).hasAttribute('disabled')).toBe(true);
});

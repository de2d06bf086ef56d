/** Main's part of a case package: asks for the folder itself, tells the vault, answers with the job. */
import { expect, it, vi } from 'vitest';
import { exportHandlers } from '../../../electron/main/ipc/handlers/export-handlers.ts';
import type { Dialogs } from '../../../electron/main/platform/dialogs.ts';
import type { VaultSession } from '../../../electron/main/vault-host/vault-session.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const id = '0192a000-0002-7000-8000-000000000000';
const options = {
  kind: 'lengkap',
  withAccountData: false,
  handedTo: '',
  passphrase: '',
  recipient: '',
} as const;
const jobId = '0192a000-0007-7000-8000-000000000001';

function handler(directory: string | null, ask: (op: string, input: unknown) => Promise<unknown>) {
  const chooseDirectory = vi.fn(() => Promise.resolve(directory));
  const chooseSavePath = vi.fn(() => Promise.resolve(directory));
  // Only what the handler uses: one question to the person, one to the vault.
  const made = exportHandlers(
    { ask } as unknown as VaultSession,
    { chooseDirectory, chooseSavePath } as unknown as Dialogs,
  );
  return {
    run: async (form: 'folder' | 'zip' | 'age-passphrase' = 'folder') =>
      await made['cases.package']({ id, ...options, form }, { role: 'main', contentsId: 1 }),
    chooseDirectory,
    chooseSavePath,
  };
}

it('lets the vault write inside the folder that the person chose', async () => {
  const ask = vi.fn(() => Promise.resolve({ jobId }));
  const { run, chooseDirectory } = handler('/contoh/serah', ask);
  expect(await run()).toEqual({ jobId });
  expect(chooseDirectory).toHaveBeenCalledWith('case-package');
  expect(ask).toHaveBeenCalledWith('packageCase', { id, place: '/contoh/serah', ...options, form: 'folder' });
});

it('asks for a file’s name where the package is one file, with the ending that tells its form', async () => {
  const ask = vi.fn(() => Promise.resolve({ jobId }));
  const { run, chooseSavePath, chooseDirectory } = handler('/contoh/paket.zip', ask);
  await run('zip');
  expect(chooseSavePath).toHaveBeenLastCalledWith(expect.stringMatching(/^paket-kasus-lengkap-.*[^e]\.zip$/));
  await run('age-passphrase');
  expect(chooseSavePath).toHaveBeenLastCalledWith(expect.stringMatching(/\.zip\.age$/));
  expect(chooseDirectory).not.toHaveBeenCalled();
  expect(ask).toHaveBeenLastCalledWith('packageCase', expect.objectContaining({ place: '/contoh/paket.zip' }));
});

it('asks the vault for nothing when the dialog is closed, and passes a refusal on', async () => {
  const ask = vi.fn(() => Promise.reject(new AppError('PACKAGE_NO_EVIDENCE')));
  await expect(handler(null, ask).run()).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(ask).not.toHaveBeenCalled();
  await expect(handler('/contoh', ask).run()).rejects.toMatchObject({ code: 'PACKAGE_NO_EVIDENCE' });
});

/** Main's part of a case package: asks for the folder itself, tells the vault, answers with the job. */
import { expect, it, vi } from 'vitest';
import { exportHandlers } from '../../../electron/main/ipc/handlers/export-handlers.ts';
import type { Dialogs } from '../../../electron/main/platform/dialogs.ts';
import type { VaultSession } from '../../../electron/main/vault-host/vault-session.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const id = '0192a000-0002-7000-8000-000000000000';
const jobId = '0192a000-0007-7000-8000-000000000001';

function handler(directory: string | null, ask: (op: string, input: unknown) => Promise<unknown>) {
  const chooseDirectory = vi.fn(() => Promise.resolve(directory));
  // Only what the handler uses: one question to the person, one to the vault.
  const made = exportHandlers({ ask } as unknown as VaultSession, { chooseDirectory } as unknown as Dialogs);
  return {
    run: async () => await made['cases.package']({ id, withAccountData: false }, { role: 'main', contentsId: 1 }),
    chooseDirectory,
  };
}

it('lets the vault write inside the folder that the person chose', async () => {
  const ask = vi.fn(() => Promise.resolve({ jobId }));
  const { run, chooseDirectory } = handler('/contoh/serah', ask);
  expect(await run()).toEqual({ jobId });
  expect(chooseDirectory).toHaveBeenCalledWith('case-package');
  expect(ask).toHaveBeenCalledWith('packageCase', { id, within: '/contoh/serah', withAccountData: false });
});

it('asks the vault for nothing when the dialog is closed, and passes a refusal on', async () => {
  const ask = vi.fn(() => Promise.reject(new AppError('PACKAGE_NO_EVIDENCE')));
  await expect(handler(null, ask).run()).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(ask).not.toHaveBeenCalled();
  await expect(handler('/contoh', ask).run()).rejects.toMatchObject({ code: 'PACKAGE_NO_EVIDENCE' });
});

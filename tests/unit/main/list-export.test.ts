/** Main's part of a list's export: asks where to, tells the vault, answers with what was written. */
import { expect, it, vi } from 'vitest';
import { exportHandlers } from '../../../electron/main/ipc/handlers/export-handlers.ts';
import type { Dialogs } from '../../../electron/main/platform/dialogs.ts';
import type { VaultSession } from '../../../electron/main/vault-host/vault-session.ts';
import { listSelection } from '../../../shared/contract/lists.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const selection = listSelection.parse({ list: 'roster', query: 'sari', unit: 'Dinas X' });

function handlers(target: string | null, ask: (op: string, input: unknown) => Promise<unknown>) {
  const chooseSavePath = vi.fn(() => Promise.resolve(target));
  // Only what the handler uses: one question to the person, one to the vault.
  const made = exportHandlers({ ask } as unknown as VaultSession, { chooseSavePath } as unknown as Dialogs);
  return {
    run: () => made['lists.export']({ selection, format: 'xlsx' }, { role: 'main', contentsId: 1 }),
    chooseSavePath,
  };
}

it('writes where the person says, with the search and filters of the list', async () => {
  const ask = vi.fn(() => Promise.resolve({ bytes: 10, sha256: '0'.repeat(64), rows: 7 }));
  const { run, chooseSavePath } = handlers('/contoh/pegawai.xlsx', ask);
  expect(await run()).toEqual({ saved: true, name: 'pegawai.xlsx', rows: 7 });
  expect(chooseSavePath).toHaveBeenCalledWith('daftar-pegawai.xlsx');
  expect(ask).toHaveBeenCalledWith('exportList', { selection, format: 'xlsx', path: '/contoh/pegawai.xlsx' });
});

it('asks the vault for nothing when the dialog is closed, and passes a refusal on', async () => {
  const ask = vi.fn(() => Promise.reject(new AppError('FOLDER_NOT_WRITABLE')));
  expect(await handlers(null, ask).run()).toEqual({ saved: false, name: '', rows: 0 });
  expect(ask).not.toHaveBeenCalled();
  await expect(handlers('/contoh/x.xlsx', ask).run()).rejects.toMatchObject({ code: 'FOLDER_NOT_WRITABLE' });
});

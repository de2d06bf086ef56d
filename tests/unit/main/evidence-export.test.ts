/** Main's part of an evidence file's export: which files of an item may be asked for, and under what name they are offered. */
import { expect, it, vi } from 'vitest';
import { exportHandlers } from '../../../electron/main/ipc/handlers/export-handlers.ts';
import type { Dialogs } from '../../../electron/main/platform/dialogs.ts';
import type { VaultSession } from '../../../electron/main/vault-host/vault-session.ts';
import { fakeId } from '../../support/fake-people.ts';
import { evidence, evidencePage } from '../../support/fake-pages.ts';

const item = evidence.find(({ number }) => number === 'B-0048');
if (item === undefined) throw new Error('the made-up vault has no B-0048');
const page = evidencePage(item.id);
const [copy, ...olderCopies] = page.copies;
if (copy === undefined) throw new Error('B-0048 has no working copy');
const textId = fakeId(15, 9_999);

function exported(artefactId: string) {
  const withText = { ...page, copies: [{ ...copy, textId }, ...olderCopies] };
  const ask = vi.fn((operation: string) => Promise.resolve(operation === 'call' ? withText : { bytes: 1 }));
  const chooseSavePath = vi.fn(() => Promise.resolve('/contoh/berkas'));
  // Only what the handler uses: two questions to the vault, one to the person.
  const made = exportHandlers({ ask } as unknown as VaultSession, { chooseSavePath } as unknown as Dialogs);
  const input = { id: page.evidence.id, artefactId, withAccountData: false };
  const answer = made['evidence.export'](input, { role: 'main', contentsId: 1 });
  return { answer, ask, chooseSavePath };
}

it.each([
  ['a file of the item', page.artefacts[0]?.id ?? '', new RegExp(`^B-0048-${page.artefacts[0]?.name ?? '-'}$`)],
  ['a working copy', copy.id, /^B-0048-salinan-kerja-2\.png$/],
  ['the words that a working copy still shows', textId, /^B-0048-salinan-kerja-2\.txt$/],
])('offers %s under its name, and has the vault write it', async (_what, artefactId, name) => {
  const { answer, ask, chooseSavePath } = exported(artefactId);
  expect(await answer).toEqual({ saved: true, name: 'berkas' });
  expect(chooseSavePath).toHaveBeenCalledWith(expect.stringMatching(name));
  expect(ask).toHaveBeenLastCalledWith(
    'exportArtefact',
    expect.objectContaining({ artefactId, path: '/contoh/berkas' }),
  );
});

it('asks nobody for a place for what is not of the item', async () => {
  const { answer, chooseSavePath } = exported(fakeId(15, 9_998));
  await expect(answer).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
  expect(chooseSavePath).not.toHaveBeenCalled();
});

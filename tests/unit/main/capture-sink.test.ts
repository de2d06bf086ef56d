import { describe, expect, it } from 'vitest';
import type { VaultRequestName } from '#shared/contract/vault-protocol.ts';
import { createVaultSink, type IntakeVault } from '../../../electron/main/capture-sink.ts';

const HASH = 'a'.repeat(64);

function vault(): IntakeVault & { readonly asked: { op: string; input: Record<string, unknown> }[] } {
  const asked: { op: string; input: Record<string, unknown> }[] = [];
  const answers: Partial<Record<VaultRequestName, unknown>> = {
    intakeBegin: { intakeId: 'i1' },
    intakeFinishArtefact: { bytes: 3, sha256: HASH },
    intakeJoin: { sha256: HASH, bytes: 1, width: 1, height: 1, joins: [] },
  };
  return {
    asked,
    // The fake answers with what each request's type says.
    ask: (async (op: VaultRequestName, input: Record<string, unknown>) => {
      asked.push({ op, input });
      return answers[op] ?? {};
    }) as IntakeVault['ask'],
  };
}
async function* chunks(): AsyncIterable<Uint8Array> {
  yield new Uint8Array([1]);
  yield new Uint8Array([2, 3]);
}
const meta = {
  captureId: 'c',
  requestedAddress: 'http://127.0.0.1/',
  startedAt: '2024-10-21T00:00:00.000Z',
  expectedBytes: 9,
};
const picture = { mime: 'image/png', width: 10, height: 20, tile: null } as const;

describe('a capture on its way into the vault', () => {
  it('goes chunk by chunk, in order, into the wanted case', async () => {
    const target = vault();
    const sink = createVaultSink(target, 'case');
    await sink.begin(meta);
    expect(await sink.artefact({ ...picture, kind: 'viewport-image', series: 'first' }, chunks())).toEqual({
      bytes: 3,
      sha256: HASH,
    });
    expect(target.asked.map(({ op }) => op)).toEqual([
      'intakeBegin',
      'intakeAppend',
      'intakeAppend',
      'intakeFinishArtefact',
    ]);
    expect(target.asked[0]?.input).toEqual({ caseId: 'case', expectedBytes: 9 });
    expect(target.asked[1]?.input).toMatchObject({
      intakeId: 'i1',
      kind: 'viewport-image',
      bytes: new Uint8Array([1]),
    });
    expect(target.asked[3]?.input).toMatchObject({ name: 'viewport-image.png', width: 10, height: 20 });
  });

  it('keeps the second series apart by name, and joins the tiles of each', async () => {
    const target = vault();
    const sink = createVaultSink(target, null);
    await sink.begin(meta);
    const tile = { index: 2, top: 0, rows: 20, columns: 10, overlap: 0, clip: { x: 0, y: 0, width: 1, height: 1 } };
    await sink.artefact({ ...picture, kind: 'full-page-tile', series: 'reload', tile }, chunks());
    expect(target.asked.at(-1)?.input).toMatchObject({
      kind: 'reload-full-page-tile',
      index: 2,
      name: 'reload-full-page-tile-2.png',
    });
    expect(await sink.join('first')).toBeNull();
    await sink.join('reload');
    expect(target.asked.at(-1)).toEqual({
      op: 'intakeJoin',
      input: {
        intakeId: 'i1',
        kind: 'reload-full-page-image',
        tiles: [{ index: 2, top: 0, rows: 20, columns: 10, overlap: 0 }],
      },
    });
  });

  it('is forgotten once when it is given up, and not at all when it never began', async () => {
    const target = vault();
    const sink = createVaultSink(target, null);
    await sink.abort();
    expect(target.asked).toEqual([]);
    await sink.begin(meta);
    await sink.abort();
    await sink.abort();
    expect(target.asked.map(({ op }) => op)).toEqual(['intakeBegin', 'intakeAbort']);
  });

  it('refuses bytes before it has begun', async () => {
    const sink = createVaultSink(vault(), null);
    await expect(sink.artefact({ ...picture, kind: 'text', series: 'first' }, chunks())).rejects.toThrow('not begun');
  });
});

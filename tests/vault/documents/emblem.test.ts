/** The office's emblem: set, printed in the kop of every document, changed, taken away; what is no picture changes nothing. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasTool, runTool, writeTemporary } from '../../unit/report/tools.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

/** One colour, half of it see-through. */
function picture(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([20, 120, 60, index < png.data.length / 2 ? 0 : 255], index);
  return PNG.sync.write(png);
}

async function set(name: string, bytes: Uint8Array | string): Promise<void> {
  await call('documents.setEmblem', { file: await vault.file(name, bytes) });
}

async function sizeNow(): Promise<object | null> {
  const { emblem } = await call('documents.office', {});
  return emblem === null ? null : { width: emblem.width, height: emblem.height };
}

/** Width and height of each picture on the first page of a day's receipt; a QR code is drawn and is none. */
async function printed(): Promise<string[]> {
  const draft = { document: 'tanda_terima_harian', caseId: null } as const;
  const { handle, bytes } = (await vault.job(await call('documents.preview', draft))) as {
    handle: string;
    bytes: number;
  };
  const pdf = await vault.service.views.find(handle).read(0, bytes);
  const file = writeTemporary('lambang.pdf', Buffer.from(pdf));
  const rows = runTool('pdfimages', ['-list', '-l', '1', file]).text.trim().split('\n').slice(2);
  return rows.map((row) => {
    const [, , type = '', width = '', height = '', color = ''] = row.trim().split(/\s+/);
    return `${type} ${width}x${height} ${color}`;
  });
}

it.skipIf(!hasTool('pdfimages'))(
  'is printed as an opaque picture no larger than it prints, until it is taken away',
  async () => {
    expect(await printed()).toEqual([]);
    await set('lambang.png', picture(1_600, 2_000));
    expect(await sizeNow()).toEqual({ width: 640, height: 800 });
    expect(await printed()).toEqual(['image 640x800 rgb']);
    await set('lambang-baru.png', picture(90, 120));
    expect(await printed()).toEqual(['image 90x120 rgb']);
    for (const bad of ['bukan gambar', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])])
      await expect(set('rusak.png', bad)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await expect(set('besar.png', new Uint8Array(20_000_001))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await sizeNow()).toEqual({ width: 90, height: 120 });
    await call('documents.setEmblem', { file: null });
    expect(await sizeNow()).toBeNull();
    expect(await printed()).toEqual([]);
    const actions = (await call('custody.list', { limit: 100 })).rows.map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('settings.emblem')).toSorted()).toEqual([
      'settings.emblem-removed',
      'settings.emblem-set',
      'settings.emblem-set',
    ]);
  },
  120_000,
);

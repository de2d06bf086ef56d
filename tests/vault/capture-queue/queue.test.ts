/** Queues in a real vault: what a list comes to, what is next, what a lock leaves, what custody tells. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import { exportList } from '../../../electron/vault/exports/list-export.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import type { QueueNext } from '../../../shared/contract/vault-protocol.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { takeIn } from './support.ts';

const START = Date.parse('2026-11-22T03:00:00.000Z');
let clock = START;
let vault: TestVault;
beforeEach(async () => {
  clock = START;
  vault = await createTestVault({ clock: () => new Date(clock) });
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const next = async (): Promise<QueueNext> => (await carryOut('queueNext', {}, vault.service)) as QueueNext;
const failed = (itemId: string, code: string): Promise<unknown> =>
  carryOut('queueFailed', { itemId, code, reason: null }, vault.service);
const wanted = (itemId: string): Promise<unknown> => carryOut('queueWants', { itemId }, vault.service);

async function make(count: number, over: Partial<CallOf<'queue.create'>> = {}): Promise<string> {
  const items = Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    address: `https://situs${index}.test/p`,
  }));
  return (await call('queue.create', { title: 'Uji', items, caseId: null, ...over })).id;
}
async function items(queueId: string): Promise<OutputOf<'queue.items'>['rows']> {
  return (await call('queue.items', { queueId })).rows;
}
async function queue(id: string): Promise<OutputOf<'queue.list'>['queues'][number]> {
  const found = (await call('queue.list', {})).queues.find((one) => one.id === id);
  if (found === undefined) throw new Error('not listed');
  return found;
}
const actions = async (): Promise<string[]> =>
  (await call('custody.list', { newestFirst: false, limit: 500 })).rows.map(({ action }) => action);

/** What the app does with one item that loads. */
async function capture(over: Parameters<typeof takeIn>[1] = {}): Promise<string> {
  const { item } = await next();
  if (item === null) throw new Error('nothing is next');
  return takeIn(vault.service, { queueItemId: item.id, address: item.address, caseId: item.caseId, ...over });
}

describe('a list of addresses', () => {
  it('comes out of pasted text', async () => {
    const preview = await call('queue.preview', {
      source: { kind: 'text', text: 'lini.test/a\nhttps://www.lini.test/a?utm_source=x\nbukan alamat\n' },
    });
    expect(preview).toMatchObject({
      items: [{ row: 1, address: 'https://lini.test/a' }],
      duplicates: [{ row: 2, firstRow: 1 }],
      refused: [{ row: 3, reason: 'no-address' }],
      sheet: null,
    });
  });

  it('comes out of a workbook by its headings, and by columns that a person chose', async () => {
    const { number } = await call('cases.create', { title: 'Kasus' });
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Petunjuk', rows: [['Isi lembar berikut']] },
        {
          name: 'Daftar',
          rows: [
            ['Judul'],
            ['No', 'URL', 'Nomor kasus', 'Catatan', 'Lain'],
            [1, 'https://lini.test/a', number, 'suka', 'https://lini.test/z'],
            [2, 'https://lini.test/b', 'REG-TIDAK-ADA', '', ''],
            [3, 'javascript:alert(1)', '', '', ''],
          ],
        },
      ],
    });
    const file = await vault.file('daftar.xlsx', bytes);
    const preview = await call('queue.preview', { source: { kind: 'file', file, sheet: 'Daftar' } });
    expect(preview.items).toEqual([{ row: 3, address: 'https://lini.test/a', caseNumber: number, note: 'suka' }]);
    expect(preview.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'case-unknown'],
      [5, 'not-web'],
    ]);
    expect(preview.sheet).toMatchObject({
      names: ['Petunjuk', 'Daftar'],
      name: 'Daftar',
      headingRow: 2,
      headings: ['No', 'URL', 'Nomor kasus', 'Catatan', 'Lain'],
      columns: { address: 1, caseNumber: 2, note: 3 },
    });
    const chosen = {
      kind: 'file',
      file,
      sheet: 'Daftar',
      columns: { address: 4, caseNumber: null, note: null },
    } as const;
    expect((await call('queue.preview', { source: chosen })).items).toMatchObject([{ address: 'https://lini.test/z' }]);
    const unknown = { kind: 'file', file, sheet: 'Tiada' } as const;
    await expect(call('queue.preview', { source: unknown })).rejects.toMatchObject({ code: 'ROSTER_SHEET_UNKNOWN' });
  });

  it('takes where a cell of a workbook leads to, and refuses one that shows another address', async () => {
    const sheet = utils.aoa_to_sheet([['Tautan'], ['Lihat unggahan'], ['https://lini.test/b'], ['Daftar']]);
    const targets = { A2: 'https://lini.test/a', A3: 'https://lini.test/lain', A4: 'file:///daftar.xlsx' };
    for (const [place, Target] of Object.entries(targets)) sheet[place].l = { Target };
    const book = utils.book_new(sheet, 'Daftar');
    const file = await vault.file('tautan.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
    const preview = await call('queue.preview', { source: { kind: 'file', file } });
    expect(preview.items).toMatchObject([{ row: 2, address: 'https://lini.test/a' }]);
    expect(preview.refused).toEqual([
      { row: 3, text: 'https://lini.test/b → https://lini.test/lain', reason: 'link-differs' },
      { row: 4, text: 'file:///daftar.xlsx', reason: 'not-web' },
    ]);
  });

  it('comes out of CSV, with separators of either kind and with one column', async () => {
    for (const text of ['alamat;catatan\nlini.test/a;x\n', 'alamat,catatan\nlini.test/a,x\n']) {
      const file = await vault.file('daftar.csv', text);
      const { items } = await call('queue.preview', { source: { kind: 'file', file } });
      expect(items).toEqual([{ row: 2, address: 'https://lini.test/a', caseNumber: '', note: 'x' }]);
    }
    const file = await vault.file('satu.csv', 'https://lini.test/a\nhttps://lini.test/b\n');
    expect((await call('queue.preview', { source: { kind: 'file', file } })).items).toHaveLength(2);
  });

  it('is refused by name when the file is none', async () => {
    const file = await vault.file('rusak.xlsx', Buffer.from('PK\u0003\u0004rusak'));
    await expect(call('queue.preview', { source: { kind: 'file', file } })).rejects.toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
    });
  });
});

describe('a queue', () => {
  it('is refused whole for an address that is none, an unknown case, and settings outside their limits', async () => {
    const bad = [
      [{ items: [{ address: 'file:///etc/passwd' }] }, 'ADDRESS_NOT_ALLOWED'],
      [{ items: [{ address: 'lini.test/a', caseNumber: 'X' }] }, 'CASE_UNKNOWN'],
      [{ caseId: '0192a000-0002-7000-8000-000000000000' }, 'CASE_UNKNOWN'],
      [{ delaySeconds: 1 }, 'INVALID_INPUT'],
      [{ retries: 9 }, 'INVALID_INPUT'],
      [{ items: [] }, 'INVALID_INPUT'],
    ] as const;
    for (const [over, code] of bad)
      await expect(make(1, over as Partial<CallOf<'queue.create'>>)).rejects.toMatchObject({ code });
    expect((await call('queue.list', {})).queues).toEqual([]);
    expect(await actions()).not.toContain('queue.created');
  });

  it('goes through its items in order, files each, ends, and tells custody of every step', async () => {
    const { id: caseId, number } = await call('cases.create', { title: 'Kasus' });
    const id = await make(2, { caseId: null });
    const own = await call('queue.create', {
      title: 'Dengan kasus',
      items: [{ address: 'https://lain.test/', caseNumber: number, note: 'lihat komentar' }],
      caseId: null,
    });
    const first = await capture();
    await capture({ outcome: 'wall' });
    const third = await capture();
    expect(await next()).toEqual({ item: null, wait: null });
    expect((await items(id)).map(({ state, attempts, evidence }) => [state, attempts, evidence?.id === first])).toEqual(
      [
        ['captured', 1, true],
        ['wall', 1, false],
      ],
    );
    expect(await queue(id)).toMatchObject({ state: 'ended', total: 2, finished: 2, counts: { captured: 1, wall: 1 } });
    expect(await queue(own.id)).toMatchObject({ state: 'ended' });
    const page = await call('evidence.get', { id: third });
    expect(page.evidence).toMatchObject({ note: 'lihat komentar', cases: [{ id: caseId }] });
    const told = (await actions()).filter((action) => /^(queue|evidence)\./.test(action));
    expect(told).toEqual([
      'queue.created',
      'queue.created',
      'queue.item-begun',
      'evidence.captured',
      'queue.item-begun',
      'evidence.captured',
      'queue.item-begun',
      'evidence.captured',
    ]);
    const { rows } = await call('custody.list', { action: 'evidence.captured' });
    expect(rows.at(-1)?.facts).toMatchObject({ queue: id });
  });

  it('leaves a host alone between two of its pages, and takes another host meanwhile', async () => {
    const addresses = ['https://a.test/1', 'https://a.test/2', 'https://b.test/1'];
    await make(0, { items: addresses.map((address) => ({ address })), delaySeconds: 20 });
    await capture();
    const second = await next();
    expect(second.item?.address).toBe('https://b.test/1');
    await takeIn(vault.service, { queueItemId: second.item?.id ?? '' });
    const { item, wait } = await next();
    expect(item).toBeNull();
    expect(wait).toBeGreaterThanOrEqual(20_000);
    expect(wait).toBeLessThanOrEqual(30_000);
    clock += wait ?? 0;
    expect((await next()).item?.address).toBe('https://a.test/2');
  });

  it('tries again after growing pauses what did not load, and then says that it failed', async () => {
    const id = await make(1, { retries: 1 });
    const first = await next();
    expect(first.item?.lastAttempt).toBe(false);
    await failed(first.item?.id ?? '', 'CAPTURE_NOT_LOADED');
    expect(await items(id)).toMatchObject([
      { state: 'waiting', attempts: 1, error: 'CAPTURE_NOT_LOADED', endedAt: null },
    ]);
    expect(await next()).toEqual({ item: null, wait: 30_000 });
    clock += 30_000;
    const again = await next();
    expect(again.item?.lastAttempt).toBe(true);
    await failed(again.item?.id ?? '', 'CAPTURE_NOT_LOADED');
    expect(await items(id)).toMatchObject([{ state: 'failed', attempts: 2, evidence: null }]);
    expect(await queue(id)).toMatchObject({ state: 'ended', counts: { failed: 1 } });
    await call('queue.act', { id, action: 'retry-failed' });
    // What was tried stays counted; the retries begin anew.
    expect(await items(id)).toMatchObject([{ state: 'waiting', attempts: 2, error: null }]);
    clock += 60_000;
    const anew = await next();
    expect(anew.item?.lastAttempt).toBe(false);
    expect(await items(id)).toMatchObject([{ state: 'running', attempts: 3 }]);
    await failed(anew.item?.id ?? '', 'CAPTURE_NOT_LOADED');
    expect(await next()).toEqual({ item: null, wait: 30_000 });
    const { rows } = await call('custody.list', { action: 'queue.item-begun', newestFirst: false });
    expect(rows.map(({ facts }) => facts['attempt'])).toEqual([1, 2, 3]);
  });

  it('does not try again what is refused, and rests when there is no room', async () => {
    const id = await make(2);
    const first = await next();
    await failed(first.item?.id ?? '', 'ADDRESS_NOT_ALLOWED');
    const second = await next();
    await failed(second.item?.id ?? '', 'DISK_NEARLY_FULL');
    expect(await items(id)).toMatchObject([{ state: 'refused' }, { state: 'waiting', attempts: 0 }]);
    expect(await queue(id)).toMatchObject({ state: 'paused', pausedBy: 'DISK_NEARLY_FULL' });
    expect(await next()).toEqual({ item: null, wait: null });
    await call('queue.act', { id, action: 'resume' });
    expect((await next()).item?.id).toBe(second.item?.id);
  });

  it('rests while it is paused, lets the running page end, and stops at once when it is cancelled', async () => {
    const id = await make(3);
    const { item } = await next();
    const itemId = item?.id ?? '';
    await call('queue.act', { id, action: 'pause' });
    expect(await wanted(itemId)).toEqual({ wanted: true });
    await takeIn(vault.service, { queueItemId: itemId });
    expect(await next()).toEqual({ item: null, wait: null });
    await expect(call('queue.act', { id, action: 'pause' })).rejects.toMatchObject({ code: 'QUEUE_STATE_NOT_ALLOWED' });
    await call('queue.act', { id, action: 'resume' });
    const second = (await next()).item?.id ?? '';
    await call('queue.act', { id, action: 'cancel' });
    expect(await wanted(second)).toEqual({ wanted: false });
    const before = (await call('evidence.list', {})).total;
    await expect(takeIn(vault.service, { queueItemId: second })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await call('evidence.list', {})).total).toBe(before);
    expect((await items(id)).map(({ state }) => state)).toEqual(['captured', 'skipped', 'skipped']);
    await expect(call('queue.act', { id, action: 'resume' })).rejects.toMatchObject({
      code: 'QUEUE_STATE_NOT_ALLOWED',
    });
  });

  it('leaves an item out and does it again', async () => {
    const id = await make(1);
    const itemId = (await next()).item?.id ?? '';
    await call('queue.actOnItem', { itemId, action: 'skip' });
    expect(await queue(id)).toMatchObject({ state: 'ended' });
    await expect(call('queue.actOnItem', { itemId, action: 'skip' })).rejects.toMatchObject({
      code: 'QUEUE_STATE_NOT_ALLOWED',
    });
    await call('queue.actOnItem', { itemId, action: 'retry' });
    expect(await queue(id)).toMatchObject({ state: 'running' });
    // Its page was touched: it is left alone first.
    clock += (await next()).wait ?? 0;
    await capture();
    await expect(call('queue.actOnItem', { itemId, action: 'retry' })).rejects.toMatchObject({
      code: 'QUEUE_STATE_NOT_ALLOWED',
    });
  });
});

describe('after a lock', () => {
  it('what was running is done again, what was captured is not', async () => {
    const id = await make(2);
    await capture();
    const cut = (await next()).item?.id;
    vault = await vault.reopen();
    expect(await items(id)).toMatchObject([{ state: 'captured' }, { state: 'running' }]);
    const again = await next();
    expect(again.item?.id).toBe(cut);
    expect(again.item?.lastAttempt).toBe(false);
    await takeIn(vault.service, { queueItemId: cut ?? '' });
    // A capture that comes twice for one item is not kept twice.
    await expect(takeIn(vault.service, { queueItemId: cut ?? '' })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await call('evidence.list', {})).total).toBe(2);
    expect(await queue(id)).toMatchObject({ state: 'ended', counts: { captured: 2 } });
  });

  it('an address that the app does not survive is given up after three times', async () => {
    const id = await make(1);
    for (let round = 0; round < 3; round += 1) expect((await next()).item).not.toBeNull();
    expect(await next()).toEqual({ item: null, wait: null });
    expect(await items(id)).toMatchObject([{ state: 'failed', error: 'CAPTURE_INTERRUPTED' }]);
  });
});

describe('the list', () => {
  it('is searched, filtered and leaves as a spreadsheet, with its reasons in words', async () => {
    const id = await make(2, { retries: 0 });
    await capture();
    await failed((await next()).item?.id ?? '', 'CAPTURE_NOT_LOADED');
    expect((await call('queue.items', { queueId: id, query: 'situs1' })).rows).toMatchObject([{ position: 1 }]);
    expect((await call('queue.items', { queueId: id, query: 'B-0001' })).total).toBe(1);
    expect((await call('queue.items', { queueId: id, state: 'failed' })).total).toBe(1);
    const file = path.join(vault.folder, 'antrean.xlsx');
    const selection = { list: 'queue', queueId: id, query: '' } as const;
    const { rows } = await exportList({ selection, format: 'xlsx', path: file }, vault.service.context());
    expect(rows).toBe(2);
    const sheet = read(readFileSync(file)).Sheets['Antrean'];
    const lines = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 });
    expect(lines[1]?.slice(2, 6)).toEqual(['https://situs0.test/p', 'Terambil', '', 'B-0001']);
    expect(lines[2]?.slice(3, 4)).toEqual(['Gagal']);
    expect(lines[2]?.[8]).toContain('Halaman gagal dimuat');
  });
});

/** Second looks in a real vault, with the real images worker: planned, due, captured again, compared, linked both ways. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import type { SecondLook } from '#shared/contract/capture-queue.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { type FakeCapture, takeIn } from './support.ts';

/** 22 November 2026, 18.30 UTC: in Jakarta it is the 23rd already. */
const START = Date.parse('2026-11-22T18:30:00.000Z');
let clock = START;
let vault: TestVault;
beforeEach(async () => {
  clock = START;
  vault = await createTestVault({ clock: () => new Date(clock) });
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const next = async (): Promise<QueueNext> => (await carryOut('queueNext', {}, vault.service)) as QueueNext;

/** Captures, plans, captures again a day later, and answers with the look as the first item's page shows it. */
async function lookTwice(first: FakeCapture, second: FakeCapture): Promise<SecondLook> {
  const evidenceId = await takeIn(vault.service, first);
  await call('secondLooks.plan', { evidenceId, dueOn: '2026-11-24' });
  clock += 86_400_000;
  await call('secondLooks.run', {});
  const { item } = await next();
  if (item === null) throw new Error('nothing is next');
  await takeIn(vault.service, { ...second, queueItemId: item.id, address: item.address });
  await next();
  const { looks } = await call('secondLooks.of', { evidenceId });
  const look = looks[0];
  if (look === undefined) throw new Error('no look');
  return look;
}

describe('planning', () => {
  it('is by the office’s own day, once for a day, and only for what was captured', async () => {
    const evidenceId = await takeIn(vault.service, {});
    await expect(call('secondLooks.plan', { evidenceId, dueOn: '2026-11-22' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const planned = await call('secondLooks.plan', { evidenceId, dueOn: '2026-11-23' });
    expect(planned).toMatchObject({ state: 'planned', dueOn: '2026-11-23', before: { id: evidenceId }, after: null });
    await expect(call('secondLooks.plan', { evidenceId, dueOn: '2026-11-23' })).rejects.toMatchObject({
      code: 'SECOND_LOOK_PLANNED',
    });
    await call('secondLooks.plan', { evidenceId, dueOn: '2026-12-01' });
    expect(await call('secondLooks.due', {})).toMatchObject({
      due: [{ id: planned.id }],
      later: 1,
      nextOn: '2026-12-01',
    });
    await call('secondLooks.cancel', { id: planned.id });
    await expect(call('secondLooks.cancel', { id: planned.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call('secondLooks.run', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const token = await vault.file('catatan.txt', 'isi');
    await vault.job(await call('evidence.addFiles', { caseId: null, files: [token] }));
    const file = (await call('evidence.list', { origin: 'file' })).rows[0]?.id ?? '';
    await expect(call('secondLooks.plan', { evidenceId: file, dueOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
  });

  it('comes with a queue that asks for it, for what was captured', async () => {
    const items = ['https://a.test/', 'https://b.test/'].map((address) => ({ address }));
    await call('queue.create', { title: 'Uji', items, caseId: null, secondLookDays: 7 });
    for (const outcome of ['captured', 'wall'] as const) {
      const { item } = await next();
      await takeIn(vault.service, { queueItemId: item?.id ?? '', outcome });
    }
    expect(await call('secondLooks.due', {})).toEqual({ due: [], later: 1, nextOn: '2026-11-30' });
  });
});

describe('what a second look finds', () => {
  it('nothing that differs: the same, in the cases of the first, linked both ways, in custody', async () => {
    const { id: caseId } = await call('cases.create', { title: 'Kasus' });
    const look = await lookTwice({ caseId }, {});
    expect(look).toMatchObject({
      state: 'compared',
      comparison: { verdict: 'same', changed: [], picture: { comparable: true, share: 0, boxes: [] } },
    });
    const after = await call('evidence.get', { id: look.after?.id ?? '' });
    expect(after.evidence.cases.map(({ id }) => id)).toEqual([caseId]);
    expect((await call('secondLooks.of', { evidenceId: look.after?.id ?? '' })).looks).toEqual([look]);
    const { rows } = await call('custody.list', { action: 'evidence.compared' });
    expect(rows).toMatchObject([{ subjectId: look.before.id, facts: { with: look.after?.id, verdict: 'same' } }]);
  });

  it('an edited text and the rows of the picture that differ', async () => {
    const look = await lookTwice(
      { text: 'Pilih nomor 2\n128 suka', rows: [9, 9, 1, 2, 3, 9] },
      { text: 'Selamat pagi\n130 suka', rows: [9, 9, 7, 8, 2, 3, 9] },
    );
    expect(look.comparison).toMatchObject({
      verdict: 'changed',
      changed: ['text', 'counters', 'picture'],
      text: {
        added: ['Selamat pagi'],
        removed: ['Pilih nomor 2'],
        counters: [{ before: '128 suka', after: '130 suka' }],
      },
      picture: {
        boxes: [{ before: { x: 0, y: 2, width: 48, height: 1 }, after: { x: 0, y: 2, width: 48, height: 2 } }],
      },
    });
    const { picture } = look.comparison ?? {};
    expect(picture?.comparable === true && picture.share).toBeCloseTo(2 / 7);
  });

  it('a page that is not found any more', async () => {
    const look = await lookTwice({}, { outcome: 'gone', text: 'Halaman tidak ditemukan' });
    expect(look.comparison).toMatchObject({ verdict: 'gone', text: null, picture: null });
    expect(look.after).toMatchObject({ outcome: 'gone' });
  });

  it('a wall: not comparable, and no word about the post', async () => {
    const look = await lookTwice({}, { outcome: 'wall' });
    expect(look.comparison).toMatchObject({ verdict: 'not-comparable', reason: 'wall' });
  });

  it('no picture: the text alone is compared, and is not called the same', async () => {
    const look = await lookTwice({}, { rows: null });
    expect(look.comparison).toMatchObject({
      verdict: 'not-comparable',
      reason: 'nothing-to-compare',
      picture: { comparable: false, reason: 'no-picture' },
    });
  });
});

describe('a second look that is not made', () => {
  it('is due again when its item fails, is left out or its queue is cancelled', async () => {
    const evidenceId = await takeIn(vault.service, {});
    await call('secondLooks.plan', { evidenceId, dueOn: '2026-11-23' });
    const { id } = await call('secondLooks.run', {});
    expect((await call('secondLooks.due', {})).due).toEqual([]);
    await call('queue.act', { id, action: 'cancel' });
    expect((await call('secondLooks.due', {})).due).toHaveLength(1);
  });

  it('is compared after the next opening when the app was killed in between', async () => {
    const evidenceId = await takeIn(vault.service, {});
    await call('secondLooks.plan', { evidenceId, dueOn: '2026-11-23' });
    await call('secondLooks.run', {});
    const { item } = await next();
    expect((await call('queue.list', {})).queues[0]?.title).toBe('Ambil ulang 23 November 2026');
    await takeIn(vault.service, { queueItemId: item?.id ?? '' });
    vault = await vault.reopen();
    expect((await call('secondLooks.of', { evidenceId })).looks).toMatchObject([
      { state: 'captured', comparison: null },
    ]);
    await next();
    expect((await call('secondLooks.of', { evidenceId })).looks).toMatchObject([{ state: 'compared' }]);
  });
});

/** Hoaxes in a real vault: every step allowed and refused, parts, figures, the sheet and the picture really made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTable } from '../../../electron/vault/exports/list-tables.ts';
import { clarificationOf } from '../../../electron/vault/hoaxes/clarification-of.ts';
import { exportHoaxCard } from '../../../electron/vault/hoaxes/draw-card.ts';
import { followUps, hoaxesByKind, medianAnswerTime, openHoaxes } from '../../../electron/vault/hoaxes/figures.ts';
import type { IssuedDocument } from '../../../shared/contract/documents.ts';
import { CARD_SIZES, type CardSize } from '../../../shared/domain/hoaxes/card-sizes.ts';
import type { HoaxState } from '../../../shared/domain/hoaxes/states.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const UNKNOWN = '0193e000-0000-7000-8000-000000000000';
const CLAIM = 'Pemungutan suara di Kota Contoh ditunda sampai tahun depan.';
const CONCLUSION = {
  verdict: 'hoaks',
  kind: 'konten_palsu',
  facts: 'Pemungutan suara tetap sesuai jadwal. Surat edaran yang ditunjukkan tidak pernah diterbitkan.',
  checkedOn: '2026-11-22',
  checkedBy: 'Petugas Contoh',
} as const;

let vault: TestVault;
let files = 0;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

async function recorded(more: object = {}): Promise<string> {
  return (await call('hoaxes.create', { claim: CLAIM, firstSeen: '2026-11-20', ...more })).id;
}

async function evidence(): Promise<string> {
  files += 1;
  const file = await vault.file(`bukti-${files}.txt`, `isi ${files}`);
  const { added } = (await vault.job(await call('evidence.addFiles', { caseId: null, files: [file] }))) as {
    added: { id: string }[];
  };
  return added[0]?.id ?? '';
}

/** A hoax that was led to a state by the operations alone. */
async function hoaxIn(state: HoaxState, more: object = {}): Promise<string> {
  const id = await recorded(more);
  if (state === 'dicatat') return id;
  if (state === 'dihentikan') {
    await call('hoaxes.setState', { id, state, reason: 'Bukan urusan kantor' });
    return id;
  }
  await call('hoaxes.setState', { id, state: 'diperiksa' });
  if (state === 'diperiksa') return id;
  await call('hoaxes.saveSource', { id, title: 'Jadwal tetap', publisher: 'KPU Kota Contoh' });
  await call('hoaxes.conclude', { id, ...CONCLUSION });
  if (state === 'disimpulkan') return id;
  await call('hoaxes.saveFollowUp', { id, kind: 'klarifikasi_publik', doneOn: '2026-11-23' });
  await call('hoaxes.setState', { id, state: 'ditindaklanjuti' });
  if (state === 'selesai') await call('hoaxes.setState', { id, state });
  return id;
}

const stateOf = async (id: string): Promise<HoaxState> => (await call('hoaxes.get', { id })).hoax.state;
const actionsOf = async (id: string): Promise<string[]> =>
  (await call('custody.list', { subjectId: id, newestFirst: false })).rows.map(({ action }) => action);

describe('the path of a hoax', () => {
  it('is walked step by step, each in custody without the claim', async () => {
    const id = await hoaxIn('selesai');
    const { hoax, history, conclusions } = await call('hoaxes.get', { id });
    expect(hoax).toMatchObject({ verdict: 'hoaks', kind: 'konten_palsu', clarifiedOn: '2026-11-23', answerDays: 3 });
    expect(hoax.number).toMatch(/^H-\d{4}$/);
    expect(history.map(({ state }) => state)).toEqual([
      'dicatat',
      'diperiksa',
      'disimpulkan',
      'ditindaklanjuti',
      'selesai',
    ]);
    expect(conclusions).toMatchObject([{ checkedBy: 'Petugas Contoh', endedAt: null }]);
    expect(await actionsOf(id)).toEqual([
      'hoax.recorded',
      'hoax.state-set',
      'hoax.source-added',
      'hoax.concluded',
      'hoax.follow-up-added',
      'hoax.state-set',
      'hoax.state-set',
    ]);
    const { rows } = await call('custody.list', { subjectId: id });
    expect(JSON.stringify(rows)).not.toContain('ditunda');
  });

  const steps: readonly [HoaxState, HoaxState, string][] = [
    ['dicatat', 'disimpulkan', 'not-next'],
    ['dicatat', 'selesai', 'not-next'],
    ['diperiksa', 'disimpulkan', 'needs-conclusion'],
    ['diperiksa', 'selesai', 'not-next'],
    ['disimpulkan', 'ditindaklanjuti', 'needs-follow-up'],
    ['disimpulkan', 'selesai', 'needs-follow-up'],
    ['disimpulkan', 'dihentikan', 'not-next'],
    ['ditindaklanjuti', 'disimpulkan', 'not-next'],
    ['selesai', 'ditindaklanjuti', 'not-next'],
    ['dihentikan', 'selesai', 'not-next'],
  ];
  it.each(steps)('from %s to %s is refused: %s', async (from, to, problem) => {
    const id = await hoaxIn(from);
    const before = await call('hoaxes.get', { id });
    await expect(call('hoaxes.setState', { id, state: to, reason: 'alasan' })).rejects.toMatchObject({
      code: 'HOAX_STEP_REFUSED',
      params: { problem },
    });
    expect(await call('hoaxes.get', { id })).toEqual(before);
  });

  it('is reopened with a reason only; the earlier conclusion stays to be read, and no longer holds', async () => {
    const id = await hoaxIn('selesai');
    const again = { id, state: 'diperiksa' } as const;
    await expect(call('hoaxes.setState', again)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const page = await call('hoaxes.setState', { ...again, reason: 'Ada fakta baru' });
    expect(page.hoax).toMatchObject({ state: 'diperiksa', verdict: null });
    expect(page.conclusions.map(({ endedAt }) => endedAt === null)).toEqual([false]);
    await expect(call('hoaxes.drawCard', { id, size: 'portrait' })).rejects.toMatchObject({
      code: 'HOAX_NOT_CONCLUDED',
    });
    await call('hoaxes.conclude', { id, ...CONCLUSION, verdict: 'bukan_hoaks', kind: null });
    expect((await call('hoaxes.get', { id })).conclusions).toHaveLength(2);
  });

  it('ends at once for what is no hoax', async () => {
    const id = await hoaxIn('diperiksa');
    await call('hoaxes.saveSource', { id, title: 'Jadwal', publisher: 'KPU' });
    await call('hoaxes.conclude', { id, ...CONCLUSION, verdict: 'bukan_hoaks', kind: null });
    await call('hoaxes.setState', { id, state: 'selesai' });
    expect(await stateOf(id)).toBe('selesai');
  });
});

describe('a conclusion', () => {
  it('is refused without anything that it rests on, before the check, and for a hoax without its kind', async () => {
    const id = await hoaxIn('diperiksa');
    await expect(call('hoaxes.conclude', { id, ...CONCLUSION })).rejects.toMatchObject({ code: 'HOAX_NEEDS_GROUNDS' });
    await call('hoaxes.linkCapture', { id, evidenceId: await evidence() });
    await expect(call('hoaxes.conclude', { id, ...CONCLUSION, kind: null })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await call('hoaxes.conclude', { id, ...CONCLUSION });
    await expect(call('hoaxes.conclude', { id, ...CONCLUSION })).rejects.toMatchObject({ code: 'HOAX_STEP_REFUSED' });
    await expect(call('hoaxes.change', { id, claim: 'Klaim lain yang diganti diam-diam.' })).rejects.toMatchObject({
      code: 'HOAX_CONCLUDED',
    });
    expect((await call('hoaxes.change', { id, notes: 'Catatan tambahan' })).hoax.notes).toBe('Catatan tambahan');
  });

  it('does not rest on a capture that was withdrawn', async () => {
    const id = await hoaxIn('diperiksa');
    const evidenceId = await evidence();
    await call('hoaxes.linkCapture', { id, evidenceId });
    await call('evidence.withdraw', { id: evidenceId, reason: 'Salah ambil' });
    await expect(call('hoaxes.conclude', { id, ...CONCLUSION })).rejects.toMatchObject({ code: 'HOAX_NEEDS_GROUNDS' });
  });
});

describe('parts', () => {
  it('are added, changed and taken off; the record stays with the reason', async () => {
    const id = await hoaxIn('diperiksa');
    const spread = { platform: 'Facebook', address: 'https://media.test/p/1', reach: '1,2 rb kali dibagikan' };
    const { spreads } = await call('hoaxes.saveSpread', { id, ...spread });
    const spreadId = spreads[0]?.id ?? '';
    const changed = await call('hoaxes.saveSpread', { id, spreadId, ...spread, placeName: 'Warga Contoh' });
    expect(changed.spreads).toMatchObject([{ id: spreadId, placeName: 'Warga Contoh' }]);
    expect(changed.hoax.platforms).toEqual(['Facebook']);
    const evidenceId = await evidence();
    await call('hoaxes.linkCapture', { id, evidenceId });
    await expect(call('hoaxes.linkCapture', { id, evidenceId })).rejects.toMatchObject({ code: 'ALREADY_LINKED' });
    await expect(call('hoaxes.linkCapture', { id, evidenceId: UNKNOWN })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
    const page = await call('hoaxes.removePart', { id, part: 'spread', partId: spreadId, reason: 'Salah catat' });
    expect(page.spreads).toEqual([]);
    await expect(
      call('hoaxes.removePart', { id, part: 'spread', partId: spreadId, reason: 'lagi' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const row = vault.service.context().database.get('SELECT remove_reason FROM hoax_spreads WHERE id = ?', [spreadId]);
    expect(row).toEqual({ remove_reason: 'Salah catat' });
  });

  it('of a closed hoax stay as they are', async () => {
    const id = await hoaxIn('selesai');
    await expect(call('hoaxes.saveSpread', { id, platform: 'X' })).rejects.toMatchObject({ code: 'HOAX_CLOSED' });
    await expect(call('hoaxes.change', { id, notes: 'x' })).rejects.toMatchObject({ code: 'HOAX_CLOSED' });
    await expect(call('hoaxes.saveFollowUp', { id, kind: 'dipantau', doneOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'HOAX_FOLLOW_UP_REFUSED',
      params: { problem: 'closed' },
    });
  });

  it('follow-ups: passing on may come before the conclusion, telling the public may not; an answer is noted later', async () => {
    const id = await hoaxIn('diperiksa');
    const done = { id, doneOn: '2026-11-21', channel: 'Bawaslu', reference: 'B-12/2026' } as const;
    const { followUps: noted } = await call('hoaxes.saveFollowUp', { ...done, kind: 'diteruskan_bawaslu' });
    await expect(call('hoaxes.saveFollowUp', { ...done, kind: 'klarifikasi_publik' })).rejects.toMatchObject({
      params: { problem: 'needs-conclusion' },
    });
    const followUpId = noted[0]?.id ?? '';
    const page = await call('hoaxes.saveFollowUp', {
      ...done,
      followUpId,
      kind: 'diteruskan_bawaslu',
      answer: 'Diterima',
      answeredOn: '2026-11-22',
    });
    expect(page.followUps).toMatchObject([{ id: followUpId, reference: 'B-12/2026', answer: 'Diterima' }]);
  });

  it('a public report that brought it is linked by its number alone', async () => {
    const id = await recorded();
    await expect(call('hoaxes.linkReport', { id, reportId: UNKNOWN })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(recorded({ reportIds: [UNKNOWN] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('lists and figures', () => {
  it('find by words, state, kind and period, and go as a spreadsheet', async () => {
    const id = await recorded({
      claim: 'Bantuan kota hanya untuk pendukung pasangan tertentu.',
      kind: 'konten_menyesatkan',
      firstSeen: '2025-02-01',
      spreads: [{ platform: 'TikTok', placeName: 'Kabar Contoh' }],
    });
    const found = async (more: object): Promise<string[]> =>
      (await call('hoaxes.list', more)).rows.map((row) => row.id);
    expect(await found({ query: 'bantuan pendukung' })).toEqual([id]);
    expect(await found({ query: 'kabar contoh' })).toEqual([id]);
    expect(await found({ kind: 'konten_menyesatkan' })).toEqual([id]);
    expect(await found({ platform: 'TikTok', state: 'dicatat' })).toEqual([id]);
    expect(await found({ from: '2025-01-01', to: '2025-12-31' })).toEqual([id]);
    expect(await found({ query: 'bantuan', state: 'selesai' })).toEqual([]);
    const selection = { query: 'bantuan', openOnly: false, sort: 'firstSeen', descending: true } as const;
    const { rows } = listTable({ list: 'hoaxes', ...selection }, vault.service.context());
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Konten yang menyesatkan');
    const { hits } = await call('search.everything', { query: 'bantuan pendukung' });
    expect(hits).toMatchObject([{ kind: 'hoax', id }]);
  });

  it('of a period: kinds, follow-ups, the median time to answer', async () => {
    const in2024 = { firstSeen: '2024-10-01' };
    for (const clarified of ['2024-10-02', '2024-10-05', '2024-10-06']) {
      const id = await hoaxIn('disimpulkan', in2024);
      await call('hoaxes.saveFollowUp', { id, kind: 'klarifikasi_publik', doneOn: clarified, answeredOn: clarified });
    }
    await recorded({ ...in2024, kind: 'satire_parodi' });
    const { database } = vault.service.context();
    const period = { from: '2024-10-01', to: '2024-10-31' };
    expect(hoaxesByKind(database, period)).toEqual([
      { kind: 'konten_palsu', count: 3 },
      { kind: 'satire_parodi', count: 1 },
    ]);
    expect(followUps(database, period)).toEqual([{ kind: 'klarifikasi_publik', count: 3, answered: 3 }]);
    expect(medianAnswerTime(database, period)).toBe(4);
    expect(medianAnswerTime(database, { from: '2020-01-01', to: '2020-12-31' })).toBeNull();
    expect(openHoaxes(database)).toBe((await call('hoaxes.list', { openOnly: true })).total);
    expect(await call('hoaxes.figures', period)).toMatchObject({ total: 4, medianAnswerDays: 4 });
  });
});

describe('channels', () => {
  it('are data: unverified until somebody says so with name and day, and only then told to the public', async () => {
    const { kinds, channels } = await call('hoaxes.references', {});
    expect(kinds).toHaveLength(7);
    expect(channels.every(({ verification }) => verification !== 'diverifikasi')).toBe(true);
    const [first] = channels;
    if (!first) throw new Error('no channel');
    await expect(call('hoaxes.saveChannel', { ...first, verification: 'diverifikasi' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const id = await hoaxIn('disimpulkan');
    const told = (): readonly string[] => clarificationOf(id, vault.service.context()).channels;
    expect(told().join()).not.toContain(first.contact);
    await call('hoaxes.saveChannel', {
      ...first,
      verification: 'diverifikasi',
      verifiedBy: 'Petugas Contoh',
      verifiedAt: '2026-11-22',
    });
    expect(told().join()).toContain(first.contact);
  });
});

describe('the clarification', () => {
  it('is issued as a sheet of its hoax once the check is concluded, and replaces no other’s', async () => {
    const id = await hoaxIn('disimpulkan', { spreads: [{ platform: 'Facebook', address: 'https://media.test/p/9' }] });
    const draft = { document: 'lembar_klarifikasi', fields: { hoax: id } } as const;
    const issued = (await vault.job(
      await call('documents.issue', { ...draft, signature: { method: 'seal' } }),
    )) as IssuedDocument;
    const { sheets } = await call('hoaxes.get', { id });
    expect(sheets).toMatchObject([{ id: issued.id, state: 'berlaku' }]);
    const open = await hoaxIn('diperiksa');
    await expect(
      call('documents.issue', { ...draft, fields: { hoax: open }, signature: { method: 'seal' } }),
    ).rejects.toMatchObject({ code: 'HOAX_NOT_CONCLUDED' });
    const other = await hoaxIn('disimpulkan');
    await expect(
      call('documents.preview', { ...draft, fields: { hoax: other }, supersedes: issued.id }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_OTHER_KIND' });
  });

  it('names nobody who reported it, whatever an officer typed', async () => {
    const id = await hoaxIn('diperiksa');
    const reporter = { name: 'Wulan Pelapor', phone: '0812-3456-7890' };
    const report = await call('publicReports.create', { subject: 'Ada kabar', reporter });
    await call('hoaxes.saveSource', { id, title: 'Jadwal tetap', publisher: 'KPU Kota Contoh' });
    await call('hoaxes.linkReport', { id, reportId: report.id });
    await call('hoaxes.conclude', {
      id,
      ...CONCLUSION,
      facts: 'Menurut wulan pelapor (0812 3456 7890) kabar ini keliru.',
    });
    expect(clarificationOf(id, vault.service.context()).facts).toBe('Menurut [pelapor] ([pelapor]) kabar ini keliru.');
  });

  it('is drawn with what it says in words, and nothing beyond the margins', async () => {
    const id = await hoaxIn('disimpulkan');
    // The wide one is drawn as a file below.
    for (const size of ['portrait', 'story'] as const) {
      const { png, width, height, altText } = await drawn(id, size);
      expect({ width, height }).toEqual(CARD_SIZES[size]);
      expect(altText).toContain('HOAKS (Konten palsu)');
      expect(inkOf(png)).toMatchObject({ margins: 0 });
      expect(inkOf(png).share).toBeGreaterThan(0.05);
    }
  });

  it('fits the longest claim and facts into the portrait picture, and refuses what could not be read', async () => {
    const sentence = 'Keterangan panjang ini memuat rincian yang perlu diketahui warga. ';
    const id = await hoaxIn('diperiksa', { claim: sentence.repeat(7).slice(0, 399) });
    await call('hoaxes.saveSource', { id, title: 'Judul sumber '.repeat(10).trim(), publisher: 'KPU Kota Contoh' });
    const long = { ...CONCLUSION, facts: sentence.repeat(13).slice(0, 799), advice: sentence.repeat(3).slice(0, 199) };
    await call('hoaxes.conclude', { id, ...long });
    expect(inkOf((await drawn(id, 'portrait')).png).margins).toBe(0);
    await expect(call('hoaxes.drawCard', { id, size: 'landscape' })).rejects.toMatchObject({
      code: 'HOAX_CARD_TOO_LONG',
    });
  });

  it('leaves as a file whose hash is in custody', async () => {
    const id = await hoaxIn('disimpulkan');
    const file = path.join(vault.folder, 'klarifikasi.png');
    const { sha256 } = await exportHoaxCard({ id, size: 'landscape', path: file }, vault.service.context());
    expect(PNG.sync.read(readFileSync(file))).toMatchObject(CARD_SIZES.landscape);
    const { rows } = await call('custody.list', { subjectId: id });
    expect(rows[0]).toMatchObject({ action: 'hoax.card-exported', facts: { sha256, size: 'landscape' } });
  });
});

async function drawn(
  id: string,
  size: CardSize,
): Promise<{ png: PNG; width: number; height: number; altText: string }> {
  const { handle, bytes, ...card } = await call('hoaxes.drawCard', { id, size });
  const read = await vault.service.views.find(handle).read(0, bytes);
  return { png: PNG.sync.read(Buffer.from(read)), ...card };
}

/** Share of the pixels that are not white, and how many of those stand in the outer margins below the heading's band. */
function inkOf({ data, width, height }: PNG): { share: number; margins: number } {
  const margin = Math.round(Math.min(width, height) * 0.05);
  let [inked, margins] = [0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) === 765) continue;
      inked += 1;
      if (y > height * 0.3 && (x < margin || x >= width - margin || y >= height - margin * 0.5)) margins += 1;
    }
  return { share: inked / (width * height), margins };
}

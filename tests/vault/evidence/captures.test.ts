/** What the vault knows of captures besides their bytes: explanations, other captures of the same address, old formats. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaptureRecordSummary, captureRecordSummary } from '#shared/contract/capture.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { captureLines } from '../../../electron/vault/reports/capture-lines.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

/** A summary as captures of the first format left it. */
const OLD = {
  outcome: 'captured',
  requestedUrl: 'https://lini.test/rahmat/posts/1',
  documentUrl: 'https://lini.test/rahmat/posts/1',
  shownUrl: 'https://lini.test/rahmat/posts/1',
  status: 200,
  ip: null,
  protocol: null,
  redirects: [],
  certificate: null,
  addressReachedInPage: false,
  removedHeaders: [],
  completeness: { heightSeen: 800, documentHeight: 900, imagesLoaded: 1, imagesDeclared: 2, joinsClean: true },
  warnings: [],
  capturedAt: '2026-11-20T01:00:00.000Z',
  capturedAtLocal: '',
} as const;

const ASSESSMENT: NonNullable<CaptureRecordSummary['assessment']> = {
  verdict: null,
  level: 'red',
  findings: [
    { item: 'height', level: 'green', seen: 900, declared: 900 },
    { item: 'images', level: 'red', seen: 1, declared: 2 },
    { item: 'comments', level: 'green', seen: null, declared: null },
  ],
  preparation: [{ step: 'scrolled-through', detail: '3 x 60 ms, end', milliseconds: 190 }],
  timeWindow: {
    from: '2026-11-20T01:00:00.000Z',
    to: '2026-11-20T01:00:05.000Z',
    basis: 'servers-and-system',
    servers: 2,
    agreeing: 2,
    systemAhead: 0,
    jump: 0,
  },
};

const UNSEEN = { statement: null, accountData: false, looks: [], remark: null, lookOf: null };

const summary = (part: Partial<CaptureRecordSummary> = {}): CaptureRecordSummary => ({
  ...captureRecordSummary.parse(OLD),
  version: 2,
  assessment: ASSESSMENT,
  ...part,
});

async function capture(given: CaptureRecordSummary, title = 'Unggahan'): Promise<string> {
  const intake = createCaptureIntake(vault.service.context());
  const { intakeId } = await intake.begin({
    caseId: null,
    requestedAddress: given.requestedUrl,
    expectedBytes: 0,
  } as never);
  const png = new PNG({ width: 40, height: 30 });
  const address = { intakeId, kind: 'viewport-image', index: 0 } as const;
  await intake.append({ ...address, mime: 'image/png', bytes: PNG.sync.write(png) });
  await intake.finishArtefact({ ...address, name: 'layar.png', width: 40, height: 30 });
  return (await intake.commit({ intakeId, record: { title, summary: given } })).evidenceId;
}

describe('a word of explanation', () => {
  it('is kept with who and when, the last one holds, and custody tells of each', async () => {
    const id = await capture(summary());
    expect((await call('evidence.get', { id })).capture).toMatchObject({ evidenceId: id, explanation: null });
    await call('evidence.explain', { id, text: 'Gambar itu iklan.' });
    await call('evidence.explain', { id, text: 'Gambar yang kurang adalah iklan pihak ketiga.' });
    const page = await call('evidence.get', { id });
    expect(page.capture?.explanation).toMatchObject({
      text: 'Gambar yang kurang adalah iklan pihak ketiga.',
      by: 'Ayu Petugas',
    });
    const told = page.thread.filter(({ action }) => action === 'evidence.explained');
    expect(told).toHaveLength(2);
    const kept = vault.service
      .context()
      .database.all('SELECT text FROM capture_explanations WHERE evidence_id = ?', [id]);
    expect(kept).toHaveLength(2);
  });

  it('is refused where there is no capture, and when it says nothing', async () => {
    const token = await vault.file('catatan.txt', 'isi');
    const { added } = (await vault.job(
      await call('evidence.addFiles', { caseId: null, files: [token], note: '', obtainedFrom: '' }),
    )) as { added: { id: string }[] };
    const id = added[0]?.id ?? '';
    await expect(call('evidence.explain', { id, text: 'alasan' })).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    await expect(call('evidence.explain', { id, text: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('other captures of the same address', () => {
  it('link a vanished post to what it was, both ways, and nothing else', async () => {
    const post = 'https://www.lini.test/siti/posts/77?fbclid=abc';
    const earlier = await capture(
      summary({ requestedUrl: post, shownUrl: post, documentUrl: post, capturedAt: '2026-11-21T01:00:00.000Z' }),
    );
    const gone = await capture(
      summary({
        outcome: 'gone',
        requestedUrl: 'https://m.lini.test/siti/posts/77/',
        documentUrl: 'https://m.lini.test/beranda',
        shownUrl: 'https://m.lini.test/beranda',
        capturedAt: '2026-11-22T01:00:00.000Z',
      }),
    );
    const home = 'https://m.lini.test/beranda';
    const other = await capture(summary({ requestedUrl: home, shownUrl: home, documentUrl: home }));
    const longer = 'https://lini.test/siti/posts/777';
    await capture(summary({ requestedUrl: longer, shownUrl: longer, documentUrl: longer }));
    const related = async (id: string): Promise<unknown> =>
      (await call('evidence.get', { id })).capture?.related.map((one) => [one.id, one.outcome]);
    expect(await related(gone)).toEqual([[earlier, 'captured']]);
    expect(await related(earlier)).toEqual([[gone, 'gone']]);
    // A deletion that ended at the site's front page is no capture of the front page.
    expect(await related(other)).toEqual([]);
    await call('evidence.withdraw', { id: gone, reason: 'salah alamat' });
    expect(await related(earlier)).toEqual([]);
  });
});

describe('captures of the first format', () => {
  it('are read as they are: what they do not know is not made up', async () => {
    const id = await capture(captureRecordSummary.parse(OLD));
    const database = vault.service.context().database;
    vault.service.context().write(['evidence'], (writable) => {
      writable.run('UPDATE evidence SET capture_summary = ? WHERE id = ?', [JSON.stringify(OLD), id]);
      return { value: null, entry: null };
    });
    expect(database.get('SELECT capture_summary FROM evidence WHERE id = ?', [id])).toEqual({
      capture_summary: JSON.stringify(OLD),
    });
    const { capture: read } = await call('evidence.get', { id });
    expect(read).toMatchObject({ version: 1, assessment: null, outcome: 'captured' });
    const lines = captureLines(
      {
        ...captureRecordSummary.parse(OLD),
        evidenceId: id,
        explanation: null,
        postedAtFrom: null,
        related: [],
        visibility: UNSEEN,
      },
      'WIB',
    );
    expect(lines).toEqual(['Terlihat 800 dari 900 piksel; gambar termuat 1 dari 2.']);
  });
});

describe('the report’s lines on a capture', () => {
  it('say what it is not, when it was made, what is missing and why', () => {
    const verdict = { outcome: 'gone', kind: 'removed', because: 'words' } as const;
    const at = '2026-11-20T02:00:00.000Z';
    const lines = captureLines(
      {
        ...summary({ outcome: 'gone', assessment: { ...ASSESSMENT, verdict } }),
        evidenceId: 'x',
        visibility: UNSEEN,
        explanation: { text: 'Gambar itu iklan.', at, by: 'Ayu Petugas' },
        postedAtFrom: null,
        related: [{ id: 'y', number: 'B-0003', capturedAt: at, outcome: 'captured' }],
      },
      'WIB',
    );
    expect(lines).toEqual([
      'Bukan unggahan yang dimaksud. Situs menyatakan isi ini tidak tersedia atau telah dihapus.',
      expect.stringMatching(
        /^Waktu pengambilan: antara Jumat, 20 November 2026, 08\.00\.00 WIB dan .* 08\.00\.05 WIB \(.*UTC/,
      ),
      expect.stringContaining('jumlah komentar tidak dinyatakan halaman'),
      'Tidak lengkap: gambar termuat 1 dari 2.',
      expect.stringContaining(
        'Penjelasan petugas (Ayu Petugas, Jumat, 20 November 2026, 09.00.00 WIB): Gambar itu iklan.',
      ),
      expect.stringContaining(
        'Halaman digulir dari atas ke bawah agar gambar termuat (3 langkah, jeda 60 ms, sampai akhir), 190 ms',
      ),
      expect.stringContaining('B-0003 (Jumat, 20 November 2026, 09.00.00 WIB, terambil)'),
    ]);
  });
});

/** The record of a capture beside the picture: the meter, why it is not the post, when it was made, what came of it. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { fakeEvidence } from '../support/fake-people.ts';
import { evidence, evidencePage } from '../support/fake-pages.ts';
import { expectAccessible, showScreen } from './screen.tsx';

const row = evidence.find((one) => one.origin === 'capture');
if (row === undefined) throw new Error('the fake has no capture');

const ASSESSMENT: NonNullable<CaptureOnFile['assessment']> = {
  verdict: null,
  level: 'red',
  findings: [
    { item: 'height', level: 'green', seen: 8_000, declared: 8_000 },
    { item: 'images', level: 'red', seen: 3, declared: 9 },
    { item: 'comments', level: 'green', seen: null, declared: null },
  ],
  preparation: [{ step: 'animations-paused', detail: '', milliseconds: 4 }],
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

/** Opens the details of the first capture in the viewer, with this in its record. */
async function showCapture(part: Partial<CaptureOnFile>): Promise<ReturnType<typeof showScreen>> {
  const shown = showScreen(`/bukti?lihat=${row?.id ?? ''}`, {
    answers: {
      'evidence.get': ({ id }) => {
        const page = evidencePage(id);
        return { ...page, capture: page.capture && { ...page.capture, assessment: ASSESSMENT, ...part } };
      },
    },
  });
  await shown.user.click(await screen.findByRole('button', { name: /Rincian/ }));
  return shown;
}

/** A picture that was looked at for words, with what came of it. */
const reading = (failure: string | null) => ({
  artefactId: evidencePage(row.id).artefacts[0]?.id ?? '',
  readAt: '2026-11-20T01:00:00.000Z',
  engine: '',
  text: '',
  confidence: null,
  failure,
});

describe('the words in a picture', () => {
  it.each([
    ['none were found', null, 'Tidak ada teks yang terbaca pada gambar.'],
    ['it could not be opened', 'IMAGE_UNREADABLE', /^Mesin tidak dapat membuka gambar ini/],
  ])('are told apart where %s', async (_what, failure, words) => {
    const { user } = showScreen(`/bukti?lihat=${row.id}`, {
      answers: { 'evidence.get': ({ id }) => ({ ...evidencePage(id), readings: [reading(failure)] }) },
    });
    await user.click(await screen.findByRole('button', { name: /Rincian/ }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryAllByText(/^Tidak ada teks yang terbaca/)).toHaveLength(failure === null ? 1 : 0);
  });
});

describe('the record of a capture', () => {
  it('shows the meter, asks for a word where it is red, and keeps it', async () => {
    const { user, fake } = await showCapture({});
    const meter = await screen.findByRole('list', { name: 'Kelengkapan' });
    expect(within(meter).getByText('gambar termuat 3 dari 9')).toBeTruthy();
    expect(within(meter).getByText('jumlah komentar tidak dinyatakan halaman')).toBeTruthy();
    expect(screen.getByText(/Ada bagian yang tidak terambil/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ambil sekali lagi' })).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Jelaskan' }));
    const dialog = await screen.findByRole('dialog', { name: 'Penjelasan kelengkapan' });
    await user.type(within(dialog).getByRole('textbox'), 'Gambar yang kurang adalah iklan.');
    await user.click(within(dialog).getByRole('button', { name: 'Jelaskan' }));
    const input = { id: row.id, text: 'Gambar yang kurang adalah iklan.' };
    expect(fake.calls).toContainEqual({ name: 'evidence.explain', input });
  });

  it('says when, in the zone and in UTC, and what was done to the page', async () => {
    await showCapture({});
    expect(await screen.findByText(/^antara .*08\.00\.00 WIB dan .*08\.00\.05 WIB \(.*UTC.*\)/)).toBeTruthy();
    expect(screen.getByText('Animasi dihentikan, 4 ms')).toBeTruthy();
  });

  it('says what its web archive holds, lacks and has lost, and nothing where there is none', async () => {
    const shown = await showCapture({});
    const section = await screen.findByRole('region', { name: 'Arsip web (WACZ)' });
    expect(within(section).getByText('128 jawaban, 125 isi tersimpan, 7,4 MB')).toBeTruthy();
    expect(within(section).getByText('2 × diblokir:')).toBeTruthy();
    expect(within(section).getByText('https://video.contoh.test/film.mp4')).toBeTruthy();
    expect(within(section).getByText('tajuk: cookie, set-cookie, x-csrf-token')).toBeTruthy();
    expect(within(section).getByText('https://gambar.contoh.test/foto.jpg (sig)')).toBeTruthy();
    await expectAccessible();
    shown.unmount();
    await showCapture({ webArchive: null });
    expect(await screen.findByText('Catatan pengambilan')).toBeTruthy();
    expect(screen.queryByText('Arsip web (WACZ)')).toBeNull();
  });

  it('says that a vanished post is none, and leads to what it was', async () => {
    const verdict = { outcome: 'gone', kind: 'removed', because: 'words' } as const;
    const capturedAt = '2000-01-01T00:00:00.000Z';
    await showCapture({
      outcome: 'gone',
      assessment: { ...ASSESSMENT, verdict },
      explanation: { text: 'Sudah dihapus.', at: capturedAt, by: 'Ayu' },
      related: [{ id: evidence[1]?.id ?? '', number: 'B-0002', capturedAt, outcome: 'captured' }],
    });
    expect(await screen.findByText(/Bukan unggahan yang dimaksud\./)).toBeTruthy();
    expect(screen.getByText('Isi ini pernah terambil sebelum hilang: B-0002.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'B-0002' })).toBeTruthy();
    expect(screen.getByText(/Sudah dihapus\. \(Ayu/)).toBeTruthy();
    expect(screen.queryByText(/Ada bagian yang tidak terambil/)).toBeNull();
  });

  it('shows captures of the first format by what they know', async () => {
    await showCapture({ assessment: null });
    const meter = await screen.findByRole('list', { name: 'Kelengkapan' });
    expect(within(meter).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.queryByText('Rentang waktu')).toBeNull();
  });
});

it('is marked in the gallery by what it came to: not the post, incomplete by its meter, with notes', async () => {
  const first = fakeEvidence(0);
  const rows = [
    { ...first, outcome: 'wall' as const, level: 'green' as const, warnings: ['not-the-post-wall'] },
    { ...fakeEvidence(1), outcome: 'captured' as const, level: 'red' as const, warnings: ['no-encryption'] },
    { ...fakeEvidence(3), outcome: 'captured' as const, level: 'amber' as const, warnings: ['no-encryption'] },
  ];
  showScreen('/bukti', { answers: { 'evidence.list': () => ({ total: rows.length, rows }) } });
  const tile = async (number: string): Promise<string> =>
    (await screen.findByText(number)).closest('button')?.textContent ?? '';
  expect(await tile(first.number)).toContain('Dihalangi situs');
  expect(await tile(first.number)).not.toContain('Tidak lengkap');
  expect(await tile(rows[1]?.number ?? '')).toContain('Tidak lengkap');
  expect(await tile(rows[2]?.number ?? '')).toContain('Ada catatan');
});

import { describe, expect, it } from 'vitest';
import type { CaptureState } from '#shared/contract/capture.ts';
import { pageProblem } from '../../../electron/main/capture/page-problem.ts';
import { areaWord, sizeWord } from '../../../renderer/capture-toolbar/recording-words.ts';
import { problemSentence, refusalSentence, stateLine } from '../../../renderer/capture-toolbar/words.ts';

const IDLE: CaptureState = {
  address: 'http://a.test/',
  title: 'Judul',
  canGoBack: false,
  canGoForward: false,
  loading: false,
  addressReachedInPage: false,
  target: { caseId: null, label: 'Baki' },
  busy: false,
  phase: '',
  last: null,
  problem: null,
  certificate: 'none',
  recording: null,
  profile: null,
  publicLookOffered: false,
  round: null,
};
const LAST: CaptureState['last'] = {
  outcome: 'captured',
  evidenceId: null,
  number: 'B-0001',
  caseId: null,
  level: 'green',
  warnings: [],
};

describe('pageProblem', () => {
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'PAGE_REFUSED'],
    ['net::ERR_NAME_NOT_RESOLVED', 'PAGE_NAME_NOT_FOUND'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'PAGE_NO_WAY'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'PAGE_TIMED_OUT'],
    ['net::ERR_TIMED_OUT', 'PAGE_TIMED_OUT'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'PAGE_NOT_TRUSTED'],
    ['net::ERR_CERT_DATE_INVALID', 'PAGE_NOT_TRUSTED'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'PAGE_BLOCKED'],
    ['net::ERR_INTERNET_DISCONNECTED', 'PAGE_OFFLINE'],
    // Not the site's certificate, but ours that was asked for; and no rule of ours.
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'PAGE_NOT_LOADED'],
    ['net::ERR_BLOCKED_BY_RESPONSE', 'PAGE_NOT_LOADED'],
    ['net::ERR_EMPTY_RESPONSE', 'PAGE_NOT_LOADED'],
    ['net::ERR_ABORTED', null],
    [null, null],
  ] as const)('%s is %s', (failure, problem) => expect(pageProblem(null, failure)).toBe(problem));

  it('names a crash before anything else', () => {
    expect(pageProblem('crashed', 'net::ERR_CONNECTION_REFUSED')).toBe('PAGE_CRASHED');
    expect(pageProblem('closed', null)).toBeNull();
  });
});

describe('refusalSentence', () => {
  it('tells a name that leads nowhere from an address the rules refuse', () => {
    const refusal = (reason: string): string =>
      refusalSentence({ code: 'ADDRESS_NOT_ALLOWED', params: { reason } }, 'id');
    expect(refusal('not-resolved')).toMatch(/^Nama situs tidak ditemukan/);
    expect(refusal('not-loopback')).toMatch(/^Alamat ini tidak boleh dibuka/);
  });
});

describe('a recording in the tool bar', () => {
  const recording = {
    frames: 12,
    gaps: 1,
    bytes: 23_400_000,
    milliseconds: 80_000,
    limits: { steps: 250, milliseconds: 1_200_000, bytes: 400_000_000 },
  };
  it('says frames, time, size and gaps against the limits, in the place of the phase', () => {
    const state = { ...IDLE, busy: true, phase: 'recording', recording };
    expect(stateLine(state, 'id').text).toBe(
      'Merekam: bingkai 12/250, waktu 1:20/20:00, ukuran 23/400 MB, celah 1. Esc menghentikan dan menyimpan.',
    );
    expect(stateLine(state, 'en').text).toMatch(/^Recording: frame 12\/250/);
    expect(stateLine({ ...state, phase: 'full-page' }, 'id').text).toMatch(/^Mengambil gambar halaman penuh/);
  });

  it('names what can be chosen by the page’s words, its size and what is out of sight', () => {
    const area = { number: 1, name: 'Komentar', width: 400, height: 288, hidden: 1_152 };
    expect(areaWord(area, 'id')).toBe('Komentar · 400 × 288 px · 1152 px di luar layar');
    expect(areaWord({ ...area, number: 0, name: '' }, 'id')).toBe('Halaman · 1152 px di luar layar');
    expect(areaWord({ ...area, number: 0, name: '' }, 'en', 'banner')).toBe('Area without a name · 400 × 288 px');
    expect(sizeWord('long', 'id')).toBe('1.000 langkah, 60 mnt, 1000 MB');
  });
});

describe('stateLine', () => {
  it.each([
    ['PAGE_REFUSED', /menolak sambungan/, /refused/],
    ['PAGE_NAME_NOT_FOUND', /tidak ditemukan/, /not found/],
    ['PAGE_NO_WAY', /proksi kantor tidak menjawab/, /proxy does not answer/],
    ['PAGE_TIMED_OUT', /batas waktu/, /in time/],
    ['PAGE_NOT_TRUSTED', /sertifikat.*tidak tepercaya/, /certificate is not trusted/],
    ['PAGE_BLOCKED', /aturan Netra/, /rules block/],
    ['PAGE_OFFLINE', /tidak tersambung/, /no network/],
    ['PAGE_NOT_LOADED', /tidak dapat dimuat/, /could not be loaded/],
  ])('%s has a sentence of its own in both languages', (problem, indonesian, english) => {
    const line = stateLine({ ...IDLE, problem, loading: true, last: LAST }, 'id');
    expect(line.kind).toBe('problem');
    expect(line.text).toMatch(indonesian);
    expect(line.text).toContain(`(${problem})`);
    expect(problemSentence(problem, 'en')).toMatch(english);
  });

  it('says what was kept of a page that still loads', () => {
    expect(stateLine({ ...IDLE, loading: true, last: LAST }, 'id').text).toMatch(/^Terambil, tersimpan sebagai B-0001/);
    const red = stateLine({ ...IDLE, last: { ...LAST, level: 'red', warnings: ['images-missing'] } }, 'id');
    expect(red.kind).toBe('waiting');
    expect(red.text).toMatch(/^Terambil, tersimpan sebagai B-0001\. Tidak lengkap: beri penjelasan .* Catatan: /);
    expect(stateLine({ ...IDLE, loading: true }, 'id').text).toBe('Memuat halaman…');
    expect(stateLine(IDLE, 'id').text).toMatch(/^Siap/);
  });
});

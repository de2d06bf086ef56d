/** Signs of a log-in by hand, who a page showed itself to, and what a logged-out look at it says. */
import { describe, expect, it } from 'vitest';
import { type ComparedCapture, judgePublicView, wordsOf } from '#shared/domain/capture/public-view.ts';
import {
  carriesPageData,
  createLoginWatch,
  type LoginWatch,
  mayHoldAccountData,
  seenByOf,
} from '#shared/domain/capture/seen-by.ts';
import { publicViewAnswer, publicViewLine, seenByWords } from '#shared/domain/capture/seen-by-words.ts';
import { sentRequest } from '../../../electron/main/capture/adapter/login-signs.ts';
import { keptCookieOf, putCookies, readCookies } from '../../../electron/main/capture/adapter/office-session.ts';

const SITE = 'https://lini.test';
const post = (body: string, address = `${SITE}/api`): Parameters<LoginWatch['sent']>[0] => ({
  method: 'POST',
  address,
  body,
});
const session = { name: 'sesi', domain: 'lini.test', httpOnly: true };

describe('the watch of a fresh window', () => {
  it.each([
    ['a form', 'user=ayu&password=rahasia'],
    ['a nested field', 'session[password]=rahasia'],
    ['an encrypted field', 'email=a&encpass=%23PWD_BROWSER'],
    ['JSON', '{"user":"ayu","passwd":"rahasia"}'],
    ['a multipart body', 'Content-Disposition: form-data; name="kata_sandi"\r\n\r\nrahasia'],
  ])('notices a password that is sent as %s', (_how, body) => {
    const watch = createLoginWatch();
    watch.sent(post(body));
    expect(watch.signs()).toEqual(['password-sent']);
  });

  it.each([
    ['a comment that speaks of it', 'text=lupa%20password%20saya'],
    ['telemetry', '{"event":"scroll","y":120}'],
    ['nothing', ''],
  ])('takes %s for no log-in', (_what, body) => {
    const watch = createLoginWatch();
    watch.sent(post(body));
    watch.cookie(session);
    expect(watch.signs()).toEqual([]);
  });

  it('does not suspect what is merely fetched, also from a log-in address', () => {
    const watch = createLoginWatch();
    watch.typed();
    watch.sent({ method: 'GET', address: `${SITE}/login?password=x`, body: '' });
    watch.cookie(session);
    expect(watch.signs()).toEqual([]);
  });

  it('notices a form that goes to a log-in address, and a session cookie that is new after typing and sending', () => {
    const watch = createLoginWatch();
    watch.cookie({ ...session, name: 'lama' });
    watch.typed();
    watch.sent(post('kode=123456', `${SITE}/accounts/login/ajax/?next=%2F`));
    watch.cookie({ ...session, name: 'lama' });
    expect(watch.signs()).toEqual(['login-sent']);
    watch.cookie({ ...session, name: 'terbaca', httpOnly: false });
    expect(watch.signs()).toEqual(['login-sent']);
    watch.cookie(session);
    expect(watch.signs()).toEqual(['login-sent', 'login-cookie']);
  });

  it('is fed by the request as Electron tells it, and keeps no body', () => {
    const watch = createLoginWatch();
    const bytes = Buffer.from('password=rahasia-sekali');
    sentRequest(watch, { method: 'POST', url: `${SITE}/masuk`, uploadData: [{ bytes }] });
    sentRequest(watch, { method: 'POST', url: `${SITE}/kirim` });
    expect(watch.signs()).toEqual(['password-sent']);
    expect(JSON.stringify(watch)).not.toContain('rahasia');
  });
});

describe('who a page showed itself to', () => {
  it('is nobody in particular in a fresh window, the office in its own, and uncertain after any sign', () => {
    expect(seenByOf(null, [], 'Halo warga\nMasuk')).toEqual({ how: 'without-login' });
    const profile = { id: 'p', name: 'Pemantauan' };
    expect(seenByOf(profile, [], '')).toEqual({ how: 'office-account', profileId: 'p', profileName: 'Pemantauan' });
    expect(seenByOf(null, ['login-cookie'], '')).toEqual({ how: 'uncertain', signs: ['login-cookie'] });
  });

  it('is uncertain where the page offers the way out, however it was come in', () => {
    for (const line of ['Keluar', 'Log out', 'Sign out', 'keluar akun'])
      expect(seenByOf(null, [], `Beranda\n ${line} \nPesan`)).toEqual({ how: 'uncertain', signs: ['logout-offered'] });
    expect(seenByOf(null, [], 'Warga keluar rumah saat banjir')).toEqual({ how: 'without-login' });
  });

  it('decides whether account data may be in it: an uncertain one until the officer says that nobody was logged in', () => {
    const office = { how: 'office-account', profileId: 'p', profileName: 'x' } as const;
    const uncertain = { how: 'uncertain', signs: ['password-sent'] } as const;
    expect(mayHoldAccountData(null, null)).toBe(false);
    expect(mayHoldAccountData({ how: 'without-login' }, null)).toBe(false);
    expect(mayHoldAccountData(office, 'without-login')).toBe(true);
    expect(mayHoldAccountData(uncertain, null)).toBe(true);
    expect(mayHoldAccountData(uncertain, 'other-account')).toBe(true);
    expect(mayHoldAccountData(uncertain, 'without-login')).toBe(false);
    const kinds = ['mhtml', 'reload-mhtml', 'wacz', 'text', 'full-page-image', 'record'];
    expect(kinds.filter(carriesPageData)).toEqual(['mhtml', 'reload-mhtml', 'wacz']);
  });

  it('is said in words, both languages', () => {
    expect(seenByWords({ how: 'office-account', profileId: 'p', profileName: 'Pantau' }, 'id')).toBe(
      'dengan akun kantor: Pantau',
    );
    expect(seenByWords({ how: 'uncertain', signs: ['password-sent'] }, 'en')).toContain('cannot be told');
    expect(seenByWords(null, 'id')).toBe('tidak dicatat');
  });
});

const WORDS = 'Dukung pasangan nomor satu bersama seluruh warga kecamatan Muara menuju kemenangan besar Pilwakot';
const first: ComparedCapture = {
  outcome: 'captured',
  requestedUrl: `${SITE}/ayu/posts/7`,
  documentUrl: `${SITE}/ayu/posts/7`,
  shownUrl: `${SITE}/ayu/posts/7`,
  verdictKind: null,
  text: `Lini\nBeranda\n${WORDS}\n12 suka`,
};
const look = (part: Partial<ComparedCapture> = {}): ComparedCapture => ({
  ...first,
  text: `Lini\n${WORDS}\n13 suka`,
  ...part,
});

describe('what a logged-out look says', () => {
  it('says yes only where the same address shows the same words again', () => {
    expect(judgePublicView(first, look(), true)).toMatchObject({ answer: 'yes', basis: 'same-post' });
    const door = look({ shownUrl: 'https://m.lini.test/ayu/posts/7/?utm_source=x' });
    expect(judgePublicView(first, door, true)).toMatchObject({ answer: 'yes' });
  });

  it.each([
    ['a page that only has the site’s own words', look({ text: 'Lini\nBeranda\nMasuk\nDaftar' }), 'other-words'],
    [
      'another post at the same address',
      look({ text: 'Resep kue lapis legit dengan mentega dan kayu manis' }),
      'other-words',
    ],
    ['a redirect to the front page', look({ shownUrl: `${SITE}/`, documentUrl: `${SITE}/` }), 'other-address'],
    ['a log-in wall', look({ outcome: 'wall', verdictKind: 'login' }), 'login-wall'],
    ['a rate limit', look({ outcome: 'wall', verdictKind: 'rate-limit' }), 'other-wall'],
    ['a page that did not load', look({ outcome: 'failed' }), 'not-loaded'],
    ['a page that was too slow', look({ outcome: 'timeout' }), 'not-loaded'],
  ])('would rather not know than take %s for the post', (_what, seen, basis) => {
    expect(judgePublicView(first, seen, true)).toMatchObject({ answer: 'uncertain', basis });
  });

  it('says no where the site says that it is private, or that there is nothing', () => {
    expect(judgePublicView(first, look({ outcome: 'gone' }), true)).toMatchObject({ answer: 'no', basis: 'gone' });
    const hidden = look({ outcome: 'wall', verdictKind: 'private' });
    expect(judgePublicView(first, hidden, true)).toMatchObject({ answer: 'no', basis: 'private' });
  });

  it('compares nothing where there is too little text, no post to begin with, or somebody may have logged in', () => {
    const picture = { ...first, text: 'Lini Beranda Masuk' };
    expect(judgePublicView(picture, look(), true)).toMatchObject({ answer: 'uncertain', basis: 'few-words' });
    const wall = { ...first, outcome: 'wall' };
    expect(judgePublicView(wall, look(), true)).toMatchObject({ answer: 'uncertain', basis: 'first-not-a-post' });
    expect(judgePublicView(first, look(), false)).toMatchObject({ answer: 'uncertain', basis: 'look-not-logged-out' });
  });

  it('tells words apart without case, accents and numbers', () => {
    expect([...wordsOf('Café CAFÉ 12345 di rumah')]).toEqual(['cafe', 'rumah']);
  });

  it('is never silent in the report', () => {
    const none = { look: null, remark: null, ownAt: null, notPost: false };
    expect(publicViewLine(none, 'WIB')).toBe('Terlihat publik: belum diperiksa.');
    expect(publicViewLine({ ...none, ownAt: '2026-11-20T01:00:00.000Z' }, 'WIB')).toMatch(
      /^Terlihat publik: ya, .*08\.00/,
    );
    expect(publicViewLine({ ...none, notPost: true }, 'WIB')).toBe(
      'Terlihat publik: tidak dapat dipastikan, bukti ini sendiri bukan unggahan.',
    );
    expect([publicViewAnswer(none), publicViewAnswer({ ...none, notPost: true })]).toEqual([null, 'uncertain']);
    const seen = {
      number: 'B-0002',
      lookedAt: '2026-11-20T01:00:00.000Z',
      answer: 'uncertain',
      basis: 'other-words',
      share: 0.25,
    } as const;
    const line = publicViewLine({ ...none, look: seen, remark: { text: 'Akun dikunci.', by: 'Ayu' } }, 'WIB');
    expect(line).toMatch(
      /^Terlihat publik: tidak dapat dipastikan, menurut B-0002 pada .*25%.*Keterangan petugas \(Ayu\): Akun dikunci\.$/,
    );
  });
});

describe('the cookies of an office session', () => {
  const cookie = {
    name: 'sesi',
    value: 'v',
    domain: '.lini.test',
    path: '/',
    secure: true,
    httpOnly: true,
    hostOnly: false,
    session: true,
    sameSite: 'lax',
  } as const;

  it('are read so that they can be put back as they were', () => {
    expect(keptCookieOf(cookie)).toEqual({
      url: 'https://lini.test/',
      name: 'sesi',
      value: 'v',
      domain: '.lini.test',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
    });
    const own = keptCookieOf({ ...cookie, domain: '127.0.0.1', hostOnly: true, secure: false, expirationDate: 9 });
    expect(own).toMatchObject({ url: 'http://127.0.0.1/', expirationDate: 9 });
    expect(own).not.toHaveProperty('domain');
    expect(keptCookieOf({ ...cookie, domain: '' })).toBeNull();
    expect(keptCookieOf({ ...cookie, value: 'x'.repeat(9_000) })).toBeNull();
  });

  it('are put in one by one; one that the browser refuses stops no other', async () => {
    const put: string[] = [];
    const jar = {
      get: async () => [cookie, { ...cookie, name: 'lain' }],
      set: async ({ name = '' }: { name?: string }) => {
        if (name === 'sesi') throw new Error('expired');
        put.push(name);
      },
    };
    const kept = await readCookies(jar);
    expect(await putCookies(jar, kept)).toBe(1);
    expect(put).toEqual(['lain']);
  });
});

import { describe, expect, it } from 'vitest';
import { judgePage, type PageSignals } from '#shared/domain/capture/page-verdict.ts';

const POST: PageSignals = {
  status: 200,
  title: 'Rahmat Contoh – Lini Warga',
  headings: ['Unggahan'],
  text: 'Unggahan\nMari datang ke lapangan.\n12 suka',
  textLength: 40,
  passwordFields: 0,
  requestedAddress: 'https://lini.test/rahmat/posts/1',
  shownAddress: 'https://lini.test/rahmat/posts/1',
};
const page = (part: Partial<PageSignals>): PageSignals => ({ ...POST, ...part });

describe('judgePage', () => {
  it.each<[string, string, string]>([
    ['Masuk untuk melanjutkan', 'wall', 'login'],
    ['Silakan masuk untuk melihat unggahan ini', 'wall', 'login'],
    ['Anda harus masuk terlebih dahulu', 'wall', 'login'],
    ['Log in to continue', 'wall', 'login'],
    ['You must log in to continue.', 'wall', 'login'],
    ['Sign in to see this post', 'wall', 'login'],
    ['Akun ini bersifat pribadi', 'wall', 'private'],
    ['Akun Ini Privat', 'wall', 'private'],
    ['This account is private', 'wall', 'private'],
    ['These posts are protected', 'wall', 'private'],
    ['Rahmat Contoh mengunci profilnya', 'wall', 'private'],
    ['Konten ini tidak tersedia saat ini', 'gone', 'removed'],
    ['Maaf, halaman ini tidak tersedia.', 'gone', 'removed'],
    ['Postingan ini telah dihapus', 'gone', 'removed'],
    ['This content isn’t available right now', 'gone', 'removed'],
    ["Sorry, this page isn't available.", 'gone', 'removed'],
    ['This post has been deleted', 'gone', 'removed'],
    ['Video unavailable', 'gone', 'removed'],
    ['Account suspended', 'gone', 'removed'],
    ['Terlalu banyak permintaan', 'wall', 'rate-limit'],
    ['Coba lagi nanti', 'wall', 'rate-limit'],
    ['Please wait a few minutes before you try again.', 'wall', 'rate-limit'],
    ['You’re temporarily blocked'.replace('’', "'"), 'wall', 'rate-limit'],
    ['Sebelum Anda melanjutkan', 'wall', 'consent'],
    ['Izinkan penggunaan cookie dari situs ini?', 'wall', 'consent'],
    ['Before you continue', 'wall', 'consent'],
  ])('“%s” is %s, %s', (words, outcome, kind) => {
    expect(judgePage(page({ headings: [words] }))).toMatchObject({ outcome, kind });
    expect(judgePage(page({ headings: [], text: `Lini Warga\n${words}\nBantuan` }))).toMatchObject({ outcome, kind });
  });

  it.each<[number, string, string]>([
    [401, 'wall', 'login'],
    [403, 'wall', 'refused'],
    [404, 'gone', 'not-found'],
    [410, 'gone', 'not-found'],
    [429, 'wall', 'rate-limit'],
    [451, 'wall', 'refused'],
  ])('status %d is %s, %s', (status, outcome, kind) =>
    expect(judgePage(page({ status }))).toMatchObject({ outcome, kind }),
  );

  it('says removed where a missing page says so in words', () => {
    expect(judgePage(page({ status: 404, headings: ['Unggahan ini telah dihapus'] }))?.kind).toBe('removed');
  });

  it('knows a wall that answers 403 by its words', () => {
    expect(judgePage(page({ status: 403, headings: ['Akun ini bersifat pribadi'] }))?.kind).toBe('private');
  });

  it('knows the log-in page by where the site led, and by its form', () => {
    const led = page({ shownAddress: 'https://lini.test/accounts/login/?next=%2Frahmat%2Fposts%2F1' });
    expect(judgePage(led)).toEqual({ outcome: 'wall', kind: 'login', because: 'address' });
    expect(judgePage({ ...led, requestedAddress: 'https://lini.test/login' })).toBeNull();
    const form = page({ title: 'Lini Warga: masuk', passwordFields: 1 });
    expect(judgePage(form)).toEqual({ outcome: 'wall', kind: 'login', because: 'password field' });
  });

  it.each<[string, Partial<PageSignals>]>([
    ['a plain post', {}],
    ['a server fault', { status: 500 }],
    [
      'a post that speaks of such a page',
      { text: `Unggahan\nKenapa selalu muncul "konten ini tidak tersedia"?\n12 suka` },
    ],
    ['a long page that begins with such a line', { text: 'Masuk untuk melanjutkan\n…', textLength: 9_000 }],
    [
      'a post under a bar with a password field',
      { passwordFields: 1, title: 'Masuk ke Lini Warga', textLength: 4_000 },
    ],
    ['a long sentence', { text: `Konten ini tidak tersedia ${'bagi banyak orang '.repeat(20)}` }],
  ])('takes %s for what was asked for', (_name, part) => expect(judgePage(page(part))).toBeNull());
});

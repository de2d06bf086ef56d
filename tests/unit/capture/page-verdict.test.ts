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
    ['You’re temporarily blocked', 'wall', 'rate-limit'],
    ['Anda diblokir sementara', 'wall', 'rate-limit'],
    ['Batas permintaan terlampaui', 'wall', 'rate-limit'],
    ['Masuk atau daftar untuk melihat', 'wall', 'login'],
    ['Harap login dulu', 'wall', 'login'],
    ['Sorry, you must be logged in to view this page', 'wall', 'login'],
    ['You need to log in to see this', 'wall', 'login'],
    ['Video ini bersifat pribadi', 'wall', 'private'],
    ['Private video', 'wall', 'private'],
    ['You’re unable to view this Post', 'wall', 'private'],
    ['Hanya pengikut yang dapat melihat unggahan ini', 'wall', 'private'],
    ['Hmm...this page doesn’t exist. Try searching for something else.', 'gone', 'removed'],
    ['Hmm...halaman ini tidak ada. Coba cari yang lain.', 'gone', 'removed'],
    ['This Post is from an account that no longer exists.', 'gone', 'removed'],
    ['This Post is unavailable', 'gone', 'removed'],
    ["Post isn't available", 'gone', 'removed'],
    ['Profile isn’t available', 'gone', 'removed'],
    ['Video currently unavailable', 'gone', 'removed'],
    ["Couldn't find this account", 'gone', 'removed'],
    ['Tidak dapat menemukan akun ini', 'gone', 'removed'],
    ['Akun ini telah ditangguhkan', 'gone', 'removed'],
    ['Postingan ini tidak lagi tersedia', 'gone', 'removed'],
    ['Pengguna tidak ditemukan', 'gone', 'removed'],
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

  it.each<[string, string, string]>([
    ['Log in to Facebook', 'wall', 'login'],
    ['Masuk ke Facebook', 'wall', 'login'],
    ['Log in with your account', 'wall', 'login'],
    ['Verify you are human', 'wall', 'refused'],
    ['Akses ditolak', 'wall', 'refused'],
  ])('“%s” is %s, %s, as a heading alone', (words, outcome, kind) => {
    expect(judgePage(page({ headings: [words] }))).toMatchObject({ outcome, kind });
    expect(judgePage(page({ text: `${POST.text}\n${words}` }))).toBeNull();
  });

  it.each([
    'Log in to like or comment.',
    'Masuk untuk menyukai atau mengomentari.',
    'Log in or sign up for Lini to connect with friends, family and people you know.',
    'Masuk ke Lini untuk terhubung dengan teman',
    'Video ini tidak ada hubungannya',
    'Halaman ini tidak ada admin?',
    'Akun pribadi saya yang lain ikut menyukai',
  ])('“%s” under a post is no wall', (words) => {
    expect(judgePage(page({ text: `${POST.text}\n${words}\nBantuan` }))).toBeNull();
  });

  it('takes a comment far down, and a line on a page with much to say, for somebody’s words', () => {
    const comments = Array.from({ length: 12 }, (_, at) => `Komentar ${at}`).join('\n');
    expect(judgePage(page({ text: `${POST.text}\n${comments}\nKonten dihapus` }))).toBeNull();
    expect(judgePage(page({ text: `${POST.text}\nKonten dihapus`, textLength: 1_500 }))).toBeNull();
  });

  it('takes a cookie banner over a page with headings of its own for a banner', () => {
    expect(judgePage(page({ headings: ['Unggahan', 'Kami menghargai privasi Anda'] }))).toBeNull();
    expect(judgePage(page({ headings: ['We value your privacy'] }))?.kind).toBe('consent');
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

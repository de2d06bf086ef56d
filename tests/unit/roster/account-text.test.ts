import { parseAccounts, parsePlatform } from '#shared/domain/roster/account-text.ts';
import { describe, expect, it } from 'vitest';

describe('parseAccounts', () => {
  it.each([
    ['@budi.contoh', 'Instagram', 'Instagram', 'budi.contoh', ''],
    ['budi_contoh', 'TikTok', 'TikTok', 'budi_contoh', ''],
    [' @ budi ', 'X', 'X', 'budi', ''],
    ['instagram.com/budi.contoh', null, 'Instagram', 'budi.contoh', 'instagram.com/budi.contoh'],
    ['www.instagram.com/budi/', 'Instagram', 'Instagram', 'budi', 'www.instagram.com/budi/'],
    [
      'https://www.instagram.com/budi?igsh=MXg5c2Q&utm_source=qr',
      'Instagram',
      'Instagram',
      'budi',
      'https://www.instagram.com/budi?igsh=MXg5c2Q&utm_source=qr',
    ],
    ['https://instagram.com/stories/budi/123', null, 'Instagram', 'budi', 'https://instagram.com/stories/budi/123'],
    ['https://www.instagram.com/p/Cabc/', null, 'Instagram', '', 'https://www.instagram.com/p/Cabc/'],
    ['https://m.facebook.com/budi.contoh.9', null, 'Facebook', 'budi.contoh.9', 'https://m.facebook.com/budi.contoh.9'],
    [
      'https://www.facebook.com/profile.php?id=100012345678901&mibextid=x',
      null,
      'Facebook',
      '100012345678901',
      'https://www.facebook.com/profile.php?id=100012345678901&mibextid=x',
    ],
    [
      'facebook.com/people/Budi-Contoh/61550001',
      null,
      'Facebook',
      '61550001',
      'facebook.com/people/Budi-Contoh/61550001',
    ],
    ['https://www.tiktok.com/@budi?_t=8', null, 'TikTok', 'budi', 'https://www.tiktok.com/@budi?_t=8'],
    ['https://vt.tiktok.com/ZSabc/', 'TikTok', 'TikTok', '', 'https://vt.tiktok.com/ZSabc/'],
    ['https://twitter.com/budi/status/1', null, 'X', 'budi', 'https://twitter.com/budi/status/1'],
    ['x.com/budi', null, 'X', 'budi', 'x.com/budi'],
    ['https://youtube.com/@budi', null, 'YouTube', 'budi', 'https://youtube.com/@budi'],
    ['youtube.com/channel/UCabc', null, 'YouTube', 'UCabc', 'youtube.com/channel/UCabc'],
    ['https://youtu.be/abc', null, 'YouTube', '', 'https://youtu.be/abc'],
    ['threads.net/@budi', null, 'Threads', 'budi', 'threads.net/@budi'],
    ['t.me/budi', null, 'Telegram', 'budi', 't.me/budi'],
    ['t.me/+abcdef', null, 'Telegram', '', 't.me/+abcdef'],
    ['https://blog.example/budi', null, 'Lainnya', '', 'https://blog.example/budi'],
    ['Budi Contoh', 'Facebook', 'Facebook', 'Budi Contoh', ''],
    ['IG: @budi', null, 'Instagram', 'budi', ''],
    ['Facebook : Budi Contoh', null, 'Facebook', 'Budi Contoh', ''],
    // What an address says is believed before what its column says.
    ['https://www.tiktok.com/@budi', 'Instagram', 'TikTok', 'budi', 'https://www.tiktok.com/@budi'],
    ['budi', null, 'Lainnya', 'budi', ''],
    ['@budi', 'Bluesky', 'Bluesky', 'budi', ''],
  ])('reads %j under %s', (text, platform, expected, handle, url) => {
    expect(parseAccounts(text, platform)).toEqual({
      accounts: [{ platform: expected, handle, url }],
      unreadable: [],
    });
  });

  it('reads several of one cell, each once', () => {
    expect(parseAccounts('@budi;\nhttps://instagram.com/budi.dua , budi\r\n-', 'Instagram')).toEqual({
      accounts: [
        { platform: 'Instagram', handle: 'budi', url: '' },
        { platform: 'Instagram', handle: 'budi.dua', url: 'https://instagram.com/budi.dua' },
      ],
      unreadable: [],
    });
    expect(
      parseAccounts('IG: @budi\nFB: Budi Contoh\nTikTok: @budi', null).accounts.map(({ platform }) => platform),
    ).toEqual(['Instagram', 'Facebook', 'TikTok']);
  });

  it.each([
    ['budi contoh', 'Instagram'],
    ['tidak punya!!', 'TikTok'],
    ['b', 'X'],
    ['a'.repeat(200), 'Instagram'],
  ])('does not take %j for an account on %s', (text, platform) => {
    expect(parseAccounts(text, platform)).toEqual({ accounts: [], unreadable: [text] });
  });

  it.each(['', '-', 'tidak ada', ' ; - \n'])('finds nothing in %j', (text) => {
    expect(parseAccounts(text, 'Instagram')).toEqual({ accounts: [], unreadable: [] });
  });

  it('stops at twenty accounts of a cell', () => {
    const { accounts, unreadable } = parseAccounts(
      Array.from({ length: 30 }, (_, index) => `@budi${index}`).join(';'),
      'X',
    );
    expect([accounts.length, unreadable.length]).toEqual([20, 10]);
  });
});

describe('parsePlatform', () => {
  it.each([
    ['IG', 'Instagram'],
    ['Akun Facebook', 'Facebook'],
    ['X (Twitter)', 'X'],
    ['Tik Tok', 'TikTok'],
    ['YOUTUBE', 'YouTube'],
    ['Bluesky', 'Bluesky'],
    ['-', null],
    ['constructor', 'constructor'],
  ])('reads %s as %s', (text, platform) => {
    expect(parsePlatform(text)).toBe(platform);
  });
});

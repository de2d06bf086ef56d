/** Words that a masked document must not hold although nobody wrote them down in that form. */
import { describe, expect, it } from 'vitest';
import {
  MASKED,
  withoutWords,
  wordsOfAccount,
  wordsOfTypedReporter,
} from '../../../electron/vault/documents/masked-words.ts';

const masked = (text: string, words: readonly string[]): unknown =>
  withoutWords(
    text,
    [...words].sort((one, other) => other.length - one.length),
  );

describe('an account', () => {
  it.each([
    'Akun @Kucing.Hitam mengunggah',
    'Akun KUCING.HITAM mengunggah',
    'Akun fb.contoh.test/kucing.hitam mengunggah',
    'Akun https://fb.contoh.test/kucing.hitam/posts/9?x=1 mengunggah',
  ])('that is known by the address of a post is masked in "%s"', (text) => {
    const words = wordsOfAccount('https://fb.contoh.test/kucing.hitam/posts/9');
    expect(String(masked(text, ['https://fb.contoh.test/kucing.hitam/posts/9', ...words]))).not.toMatch(/kucing/i);
  });

  it('of a known site gives the handle that its addresses hold, and none for the site’s own pages', () => {
    expect(wordsOfAccount('https://www.instagram.com/budisantoso/')).toContain('budisantoso');
    expect(wordsOfAccount('https://www.instagram.com/p/Cx12/')).not.toContain('p');
    expect(wordsOfAccount('https://www.tiktok.com/@budi/video/7')).toContain('budi');
  });

  it('that is written in words, or lies on a page with a plain name, gives no plain words', () => {
    expect(wordsOfAccount('akun Facebook Budi Santoso')).toEqual([]);
    expect(wordsOfAccount('https://kabar.contoh.test/berita/kota')).not.toContain('berita');
    expect(wordsOfAccount(null)).toEqual([]);
  });
});

describe('a reporter who was typed in', () => {
  const words = wordsOfTypedReporter(
    { reporterName: 'Ibu Rina Melati Contoh', reporterContact: '0812-9999-1111 atau rina@pos.example' },
    'Dinas Kota Contoh',
  );

  it('is masked by a part of the name, by each number however it is spaced, and by each address', () => {
    expect(masked('Rina melihatnya; MELATI (+62 812 9999 1111, rina@pos.example).', words)).toBe(
      `${MASKED} melihatnya; ${MASKED} (${MASKED}, ${MASKED}).`,
    );
  });

  it('leaves the words of the letterhead and other numbers alone', () => {
    expect(masked('Dinas Kota Contoh, 0812-9999-1112, 23 November 2026', words)).toBe(
      'Dinas Kota Contoh, 0812-9999-1112, 23 November 2026',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { itemState, missingItems } from '../../../shared/domain/acts/sheet-state.ts';
import { ACT_SHEETS, ACT_TYPES, actSheet } from '../../../shared/domain/acts/sheets.ts';

describe('capture sheets', () => {
  it('exist once for every type, in both languages, each item with a reason', () => {
    expect(ACT_SHEETS.map(({ type }) => type)).toEqual([...ACT_TYPES]);
    for (const sheet of ACT_SHEETS) {
      const codes = sheet.items.map(({ code }) => code);
      expect(new Set(codes).size, sheet.type).toBe(codes.length);
      for (const { words, why } of [sheet, ...sheet.items].map((one) => ({ why: one.words, ...one })))
        for (const text of [words.id, words.en, why.id, why.en]) expect(text.trim(), sheet.type).not.toBe('');
      expect(
        sheet.items.some(({ need }) => need === 'required'),
        sheet.type,
      ).toBe(true);
    }
  });

  it('always ask for the acting account’s profile, and for a like who liked what of whom', () => {
    for (const { items } of ACT_SHEETS) expect(items.find(({ code }) => code === 'profil')?.need).toBe('required');
    const like = actSheet('like').items.filter(({ need }) => need === 'required');
    expect(like.map(({ code }) => code)).toEqual(['daftar_penyuka', 'unggahan_sasaran', 'profil', 'akun_sasaran']);
  });

  it('count evidence that stands, accept a reason why none can be had, and miss what fell away', () => {
    const { items } = actSheet('story');
    const missing = (...entries: Parameters<typeof missingItems>[1]): string[] =>
      missingItems(items, entries).map(({ code }) => code);
    expect(missing()).toEqual(['story', 'profil']);
    expect(missing({ item: 'story', evidenceStands: true })).toEqual(['profil']);
    expect(missing({ item: 'story', evidenceStands: false }, { item: 'profil', evidenceStands: null })).toEqual([
      'story',
    ]);
    expect(itemState('profil', [{ item: 'profil', evidenceStands: null }])).toBe('unobtainable');
    expect(
      itemState('profil', [
        { item: 'profil', evidenceStands: null },
        { item: 'profil', evidenceStands: true },
      ]),
    ).toBe('filled');
  });
});

/** The grade of an account: a table of what carries what. */
import { describe, expect, it } from 'vitest';
import {
  effectiveGrade,
  gradeOfReasons,
  GRADES,
  isLowerGrade,
  REASON_CODES,
  REASON_KINDS,
  type ReasonCode,
  type ReasonFacts,
} from '../../../shared/domain/roster/account-proof.ts';

const reason = (
  kind: ReasonCode,
  backing: ReasonFacts['backing'] = 'evidence',
  state: ReasonFacts['state'] = 'open',
): ReasonFacts => ({ kind, backing, state });

describe('the grade that reasons carry', () => {
  it.each<[string, ReasonFacts[], string, string]>([
    ['nothing', [], 'belum', 'NO_REASON'],
    ['words alone', [reason('pengakuan', 'none'), reason('nama_lengkap', 'none')], 'belum', 'NOTHING_BACKED'],
    ['one supporting reason', [reason('nama_lengkap', 'record')], 'lemah', 'FEW_SUPPORTING'],
    [
      'the same kind three times',
      [reason('foto_wajah'), reason('foto_wajah'), reason('foto_wajah')],
      'lemah',
      'FEW_SUPPORTING',
    ],
    [
      'three kinds of supporting reasons',
      [reason('nama_lengkap', 'record'), reason('foto_wajah'), reason('rekan_menandai')],
      'kuat',
      'MANY_SUPPORTING',
    ],
    [
      'three kinds and a doubt',
      [reason('nama_lengkap'), reason('foto_wajah'), reason('rekan_menandai'), reason('nama_umum', 'none')],
      'lemah',
      'DOUBT',
    ],
    ['a strong reason alone', [reason('tautan_resmi')], 'kuat', 'STRONG_ALONE'],
    ['a strong reason by record alone', [reason('nomor_dinas', 'record')], 'lemah', 'FEW_SUPPORTING'],
    ['a strong one and another', [reason('tautan_resmi'), reason('foto_wajah')], 'terkonfirmasi', 'STRONG_AND_MORE'],
    ['an acknowledgement on file', [reason('pengakuan')], 'terkonfirmasi', 'ADMITTED'],
    [
      'a denial, even without evidence',
      [reason('tautan_resmi'), reason('foto_wajah'), reason('bantahan', 'none')],
      'lemah',
      'STRONG_COUNTER',
    ],
    [
      'a denial that was answered',
      [reason('tautan_resmi'), reason('foto_wajah'), reason('bantahan', 'evidence', 'answered')],
      'terkonfirmasi',
      'STRONG_AND_MORE',
    ],
    ['a withdrawn reason', [reason('pengakuan', 'evidence', 'withdrawn')], 'belum', 'NO_REASON'],
    ['a counter-reason alone', [reason('akun_tiruan')], 'belum', 'NO_REASON'],
  ])('%s', (_name, reasons, grade, basis) => {
    expect(gradeOfReasons(reasons)).toEqual({ grade, basis });
  });

  it('never rises by a counter-reason, for any pair of kinds', () => {
    for (const one of REASON_CODES)
      for (const other of REASON_CODES.filter((code) => REASON_KINDS[code].side === 'against')) {
        const before = gradeOfReasons([reason(one), reason('foto_wajah')]).grade;
        const after = gradeOfReasons([reason(one), reason('foto_wajah'), reason(other)]).grade;
        expect(isLowerGrade(before, after), `${one} ${other}`).toBe(false);
      }
  });

  it('is lowered by a strong doubt with and without evidence alike, until it is answered or withdrawn', () => {
    const pro = [reason('tautan_resmi'), reason('foto_wajah')];
    for (const kind of REASON_CODES.filter((code) => {
      const { side, weight } = REASON_KINDS[code];
      return side === 'against' && weight === 'strong';
    }))
      for (const backing of ['none', 'record', 'evidence'] as const) {
        const doubt = { grade: 'lemah', basis: 'STRONG_COUNTER' };
        expect(gradeOfReasons([...pro, reason(kind, backing)]), `${kind} ${backing}`).toEqual(doubt);
        for (const state of ['answered', 'withdrawn'] as const)
          expect(gradeOfReasons([...pro, reason(kind, backing, state)]).grade).toBe('terkonfirmasi');
      }
  });

  it('can be lowered and never raised by hand', () => {
    for (const carried of GRADES)
      for (const lowered of GRADES) {
        const held = effectiveGrade(carried, lowered);
        expect(isLowerGrade(carried, held)).toBe(false);
        expect(held).toBe(isLowerGrade(lowered, carried) ? lowered : carried);
      }
    expect(effectiveGrade('kuat', null)).toBe('kuat');
  });
});

/** The rules of reports from the public: steps, deadlines, sameness, and texts without the reporter. */
import { describe, expect, it } from 'vitest';
import { dueDay } from '../../../shared/domain/public-reports/deadlines.ts';
import { namesReporter, neutralText } from '../../../shared/domain/public-reports/neutral-text.ts';
import { nearness, similarReasons } from '../../../shared/domain/public-reports/same-matter.ts';
import {
  isOverdue,
  nextStates,
  PUBLIC_REPORT_STATES,
  stepFault,
  type StepSaid,
} from '../../../shared/domain/public-reports/states.ts';

const said = (more: Partial<StepSaid>): StepSaid => ({
  to: 'telaah',
  missing: [],
  dueDay: null,
  watched: false,
  hasCase: false,
  forwardedTo: null,
  closeReason: null,
  ...more,
});
const COMPLETE = said({
  missing: ['bukti'],
  dueDay: '2026-12-01',
  watched: true,
  hasCase: true,
  forwardedTo: 'bkn',
  closeReason: 'selesai',
});

describe('steps', () => {
  it('are allowed exactly where the table says, and nothing stays where it is', () => {
    for (const from of PUBLIC_REPORT_STATES)
      for (const to of PUBLIC_REPORT_STATES)
        expect(stepFault(from, { ...COMPLETE, to }) === null, `${from} → ${to}`).toBe(nextStates(from).includes(to));
    for (const from of PUBLIC_REPORT_STATES) expect(nextStates(from)).not.toContain(from);
  });

  it('lead back from everywhere, and never back to unregarded', () => {
    for (const from of PUBLIC_REPORT_STATES) expect(nextStates(from)).not.toContain('baru');
    for (const from of PUBLIC_REPORT_STATES.filter((state) => state !== 'telaah'))
      expect(nextStates(from)).toContain('telaah');
  });

  it.each([
    ['kurang', { missing: [] }, 'MISSING_NEEDED'],
    ['kurang', { dueDay: null }, 'DUE_DAY_NEEDED'],
    ['pemantauan', { watched: false }, 'WATCHED_NEEDED'],
    ['kasus', { hasCase: false }, 'CASE_NEEDED'],
    ['diteruskan', { forwardedTo: null }, 'RECEIVER_NEEDED'],
    ['ditutup', { closeReason: null }, 'CLOSE_REASON_NEEDED'],
  ] as const)('to %s say all that they must (%o)', (to, lacking, fault) => {
    expect(stepFault('baru', { ...COMPLETE, to })).toBeNull();
    expect(stepFault('baru', { ...COMPLETE, to, ...lacking })).toBe(fault);
  });
});

describe('deadlines', () => {
  it('count days, or working days without week ends and the office’s free days', () => {
    expect(dueDay('2026-11-23', { days: 3, unit: 'hari' }, new Set())).toBe('2026-11-26');
    // A Thursday: Friday, Monday, Tuesday.
    expect(dueDay('2026-11-26', { days: 3, unit: 'hari_kerja' }, new Set())).toBe('2026-12-01');
    expect(dueDay('2026-11-26', { days: 3, unit: 'hari_kerja' }, new Set(['2026-11-30']))).toBe('2026-12-02');
  });

  it('are overdue the day after, and only while the office still owes something', () => {
    expect(isOverdue('baru', '2026-11-23', '2026-11-23')).toBe(false);
    expect(isOverdue('kurang', '2026-11-23', '2026-11-24')).toBe(true);
    expect(isOverdue('ditutup', '2026-11-23', '2026-11-24')).toBe(false);
    expect(isOverdue('telaah', null, '2026-11-24')).toBe(false);
  });
});

describe('a text without the reporter', () => {
  const reporter = {
    name: 'Wulan Pelapor-Contoh',
    identityNumber: '1771012345670001',
    phone: '0812-3456-7890',
    email: 'wulan@contoh.test',
    address: 'Jalan Contoh 5',
    aliases: ['Bu Wulan'],
  };

  it.each([
    'saya, WULAN  pelapor-contoh, melihat',
    'hubungi +62 812 3456 7890 saja',
    'WA 62812.3456.7890',
    'nomor (0812)34567890',
    'NIK 1771 0123 4567 0001',
    'pos-el Wulan@Contoh.test',
    'rumah di jalan contoh 5',
    'kata Bu Wulan',
    'W\u200Bulan Pelapor-Contoh',
    '08\u200B12 3456 7890',
    'Wulan_Pelapor-Contoh.jpg',
  ])('names nobody: %s', (text) => {
    const neutral = neutralText(text, reporter);
    expect(neutral).toContain('[pelapor]');
    expect(namesReporter(neutral, reporter)).toBe(false);
    for (const word of ['wulan', '3456', '0001', 'contoh 5']) expect(neutral.toLowerCase()).not.toContain(word);
  });

  it.each(['Wulandari bukan orangnya', 'pukul 08.12 tanggal 3-4-2026', 'jalan contoh 55', '99081234567890123'])(
    'is left alone where it only looks alike: %s',
    (text) => expect(neutralText(text, reporter)).toBe(text),
  );

  it('takes nothing for a pattern, however it is written', () => {
    const odd = { ...reporter, name: '.*+?^${}()|[]\\', aliases: ['$&$'], phone: '', email: '' };
    expect(neutralText('biasa $&$ saja', odd)).toBe('biasa [pelapor] saja');
    expect(neutralText('apa saja', odd)).toBe('apa saja');
    expect(neutralText('apa saja', { ...reporter, name: '', aliases: [''], phone: '12', email: '' })).toBe('apa saja');
  });
});

describe('the same matter', () => {
  const matter = { addressKey: '', employeeId: null, accusedText: '', accountText: '', text: '' };
  it('is suggested by link, person, account or nearly the same text, and by nothing else', () => {
    const text = 'Pegawai itu memasang ajakan memilih pasangan tertentu di halaman akunnya pada masa kampanye';
    expect(similarReasons({ ...matter, addressKey: 'a.test/1' }, { ...matter, addressKey: 'a.test/1' })).toEqual([
      'same-link',
    ]);
    expect(similarReasons({ ...matter, employeeId: 'a' }, { ...matter, employeeId: 'a' })).toEqual(['same-person']);
    expect(
      similarReasons({ ...matter, accusedText: 'Budi Contoh' }, { ...matter, accusedText: 'budi  contoh.' }),
    ).toEqual(['same-person']);
    expect(similarReasons({ ...matter, accountText: '@Akun' }, { ...matter, accountText: 'Instagram: akun' })).toEqual([
      'same-account',
    ]);
    expect(similarReasons({ ...matter, text }, { ...matter, text: `${text}. Mohon ditindak.` })).toEqual(['same-text']);
    expect(similarReasons(matter, matter)).toEqual([]);
    expect(similarReasons({ ...matter, accusedText: 'Budi' }, { ...matter, accusedText: 'Budi' })).toEqual([]);
    expect(nearness(text, 'Sampah menumpuk di depan pasar sejak hari Senin dan belum diangkut oleh siapa pun')).toBe(0);
  });
});

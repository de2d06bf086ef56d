/** The rules of the calendar: what cannot be, what is only said, and what somebody is on a day. */
import { describe, expect, it } from 'vitest';
import { timeLine } from '../../../renderer/features/elections/time-line.ts';
import type { StageKind } from '../../../shared/domain/elections/kinds.ts';
import { fittingRows } from '../../../shared/domain/elections/propose.ts';
import { refusedProblem, type StageDays, stageWarnings } from '../../../shared/domain/elections/stage-problems.ts';
import { isWatched, phaseOn, stagesOn, standingOf, standingOfAny } from '../../../shared/domain/elections/standing.ts';

const stage = (
  kind: StageKind,
  startsOn: string,
  endsOn = startsOn,
  office: StageDays['office'] = null,
): StageDays => ({ id: `${kind}-${office ?? 'all'}-${startsOn}`, kind, office, startsOn, endsOn });

const PENETAPAN = stage('penetapan', '2024-09-22');
const KAMPANYE = stage('kampanye', '2024-09-25', '2024-11-23');
const TENANG = stage('masa_tenang', '2024-11-24', '2024-11-26');
const SUARA = stage('pemungutan_suara', '2024-11-27');
const PILKADA = [PENETAPAN, KAMPANYE, TENANG, SUARA];
const problemOf = (...stages: StageDays[]): string | undefined => refusedProblem(stages)?.problem;

describe('a calendar', () => {
  it('is taken as it should be, with nothing to say', () => {
    expect(refusedProblem(PILKADA)).toBeNull();
    expect(stageWarnings(PILKADA)).toEqual([]);
    expect(stageWarnings([])).toEqual([]);
  });

  it('is refused for what cannot be, and taken one day apart', () => {
    expect(problemOf(stage('kampanye', '2024-11-23', '2024-09-25'))).toBe('ENDS_BEFORE_START');
    expect(problemOf(stage('penetapan', '2024-09-22', '2024-09-23'))).toBe('DETERMINATION_ONE_DAY');
    expect(problemOf(stage('kampanye', '2024-09-25', '2024-11-24'), TENANG)).toBe('CAMPAIGN_IN_QUIET_PERIOD');
    expect(problemOf(KAMPANYE, TENANG)).toBeUndefined();
    expect(problemOf(stage('kampanye', '2024-09-25', '2024-11-27'), SUARA)).toBe('CAMPAIGN_ON_VOTING_DAY');
    expect(problemOf(stage('kampanye', '2024-11-28', '2024-12-05'), SUARA)).toBe('CAMPAIGN_AFTER_VOTING');
    expect(problemOf(stage('penetapan', '2024-11-27'), SUARA)).toBe('VOTING_BEFORE_DETERMINATION');
    expect(problemOf(stage('penetapan', '2024-11-26'), SUARA)).toBeUndefined();
  });

  it('may have a second round, and stages of offices that have nothing to do with each other', () => {
    const second = [stage('kampanye', '2024-12-01', '2024-12-10'), stage('pemungutan_suara', '2024-12-15')];
    expect(refusedProblem([...PILKADA, ...second])).toBeNull();
    const president = stage('kampanye', '2024-11-24', '2024-11-25', 'presiden');
    expect(refusedProblem([president, { ...TENANG, office: 'dpr' }])).toBeNull();
    expect(problemOf(president, { ...TENANG, office: 'presiden' })).toBe('CAMPAIGN_IN_QUIET_PERIOD');
  });

  it('is told what should be looked at', () => {
    const codes = (...stages: StageDays[]): string[] => stageWarnings(stages).map(({ problem }) => problem);
    expect(codes(KAMPANYE)).toEqual(['NO_DETERMINATION', 'NO_VOTING_DAY']);
    expect(codes(PENETAPAN, SUARA, stage('pendaftaran', '2024-10-01', '2024-10-03'))).toEqual([
      'DETERMINATION_BEFORE_REGISTRATION',
    ]);
    expect(codes(PENETAPAN, SUARA, stage('kampanye', '2024-09-20', '2024-11-23'))).toEqual([
      'CAMPAIGN_BEFORE_DETERMINATION',
    ]);
    expect(codes(PENETAPAN, SUARA, stage('masa_tenang', '2024-11-24', '2024-11-25'))).toEqual(['GAP_BEFORE_VOTING']);
  });
});

describe('a day', () => {
  const wali = { office: 'wali_kota', determinedOn: null, withdrawnOn: null } as const;

  it('makes a prospective candidate a candidate on the day of the determination, not before', () => {
    expect(standingOf('2024-09-21', wali, PILKADA)).toMatchObject({
      standing: 'bakal_calon',
      code: 'before-determination',
      day: '2024-09-22',
      stage: PENETAPAN,
    });
    expect(standingOf('2024-09-22', wali, PILKADA)).toMatchObject({ standing: 'calon', code: 'determined' });
    expect(standingOf('2025-01-05', wali, PILKADA).standing).toBe('calon');
    expect(standingOf('2024-09-22', wali, [KAMPANYE])).toEqual({
      standing: 'tidak_diketahui',
      code: 'no-determination',
      day: null,
      stage: null,
    });
  });

  it('follows the candidate’s own days before the calendar’s', () => {
    const late = { ...wali, determinedOn: '2024-10-01' };
    expect(standingOf('2024-09-30', late, PILKADA)).toMatchObject({ standing: 'bakal_calon', stage: null });
    expect(standingOf('2024-10-01', late, PILKADA).standing).toBe('calon');
    const gone = { ...wali, withdrawnOn: '2024-09-15' };
    expect(standingOf('2024-09-14', gone, PILKADA).standing).toBe('bakal_calon');
    expect(standingOf('2024-09-15', gone, PILKADA)).toMatchObject({ standing: 'tidak_lagi', code: 'withdrawn' });
  });

  it('knows by office, and says when nobody’s office is known', () => {
    const pemilu = [
      stage('penetapan', '2023-11-03', '2023-11-03', 'dpr'),
      stage('penetapan', '2023-11-13', '2023-11-13', 'presiden'),
    ];
    const of = (office: 'dpr' | 'presiden'): string => standingOf('2023-11-10', { ...wali, office }, pemilu).standing;
    expect([of('dpr'), of('presiden')]).toEqual(['calon', 'bakal_calon']);
    expect(standingOf('2023-11-10', { ...wali, office: 'dpd' }, pemilu).code).toBe('no-determination');
    const any = (day: string): [string, string] => {
      const { standing, code } = standingOfAny(day, pemilu);
      return [standing, code];
    };
    expect(any('2023-11-02')).toEqual(['bakal_calon', 'before-determination']);
    expect(any('2023-11-03')).toEqual(['tidak_diketahui', 'offices-differ']);
    expect(any('2023-11-12')).toEqual(['tidak_diketahui', 'offices-differ']);
    expect(any('2023-11-13')).toEqual(['calon', 'determined']);
    expect(standingOfAny('2023-11-13', []).code).toBe('no-determination');
  });

  it('lies in one phase, its stages with their edges', () => {
    expect(
      ['2024-09-21', '2024-09-22', '2024-09-25', '2024-11-23', '2024-11-24', '2024-11-27', '2024-11-28'].map((day) =>
        phaseOn(day, PILKADA),
      ),
    ).toEqual([
      'sebelum_penetapan',
      'sesudah_penetapan',
      'kampanye',
      'kampanye',
      'masa_tenang',
      'pemungutan_suara',
      'sesudah_pemungutan',
    ]);
    expect(phaseOn('2024-10-01', [])).toBe('tidak_diketahui');
    expect(stagesOn('2024-11-23', PILKADA)).toEqual([KAMPANYE]);
    expect(stagesOn('2024-11-23', [{ ...KAMPANYE, office: 'gubernur' }], 'wali_kota')).toEqual([]);
  });

  it('is watched from the first stage to the last, or as the office says', () => {
    const days = { watchFrom: null, watchUntil: null, stages: PILKADA };
    expect(['2024-09-21', '2024-09-22', '2024-11-27', '2024-11-28'].map((day) => isWatched(day, days))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isWatched('2024-01-01', { ...days, watchFrom: '2024-01-01' })).toBe(true);
    expect(isWatched('2024-12-31', { ...days, watchUntil: '2024-12-31' })).toBe(true);
    expect(isWatched('2024-12-31', { watchFrom: null, watchUntil: null, stages: [] })).toBe(true);
  });
});

describe('the rows that fit', () => {
  const rows = [
    { code: 'KE-4', candidate: 'bakal_calon' },
    { code: 'KE-7', candidate: 'calon' },
    { code: 'D-5', candidate: null },
    { code: 'D-6', candidate: 'calon' },
    { code: 'D-9', candidate: 'bakal_calon' },
    { code: 'D-11', candidate: 'bakal_calon_perseorangan' },
  ];
  const types = new Map([
    ['KE-4', ['like'] as const],
    ['D-6', ['like'] as const],
  ]);
  const codes = (question: Parameters<typeof fittingRows>[0]): string[] =>
    fittingRows(question, rows, types).map(({ code, fits }) => `${code}:${fits}`);

  it('are KE before and D after, those that name the act first', () => {
    expect(codes({ standing: 'bakal_calon', actType: 'like', path: null })).toEqual([
      'KE-4:act',
      'D-5:standing',
      'D-9:standing',
      'D-11:standing',
    ]);
    expect(codes({ standing: 'calon', actType: 'like', path: 'partai' })).toEqual([
      'D-6:act',
      'KE-7:standing',
      'D-5:standing',
    ]);
  });

  it('leave out the independent’s row for a party’s candidate, and propose nothing where nothing is known', () => {
    expect(codes({ standing: 'bakal_calon', actType: null, path: 'partai' })).not.toContain('D-11:standing');
    expect(codes({ standing: 'bakal_calon', actType: null, path: 'perseorangan' })).toContain('D-11:standing');
    expect(codes({ standing: 'tidak_diketahui', actType: 'like', path: null })).toEqual([]);
    expect(codes({ standing: 'tidak_lagi', actType: 'like', path: null })).toEqual([]);
  });
});

describe('the months across', () => {
  it('are whole, carry the bars to the day, and mark today only inside', () => {
    const line = timeLine(PILKADA);
    expect(line?.months.map(({ month, year }) => `${year}-${month}`)).toEqual(['2024-9', '2024-10', '2024-11']);
    // September to November has 91 days; the 22nd is the 22nd of them.
    expect(line?.place(PENETAPAN)).toEqual({ from: 21 / 91, width: expect.closeTo(1 / 91, 10) as number });
    expect(line?.at('2024-08-31')).toBeNull();
    expect(line?.at('2024-09-01')).toBeCloseTo(0.5 / 91, 10);
    expect(line?.at('2024-12-01')).toBeNull();
    expect(timeLine([])).toBeNull();
    const long = timeLine([stage('pendaftaran', '2022-12-06', '2024-03-20')]);
    expect(long?.months).toHaveLength(16);
    expect(long?.months.filter(({ named }) => named)).toHaveLength(8);
  });
});

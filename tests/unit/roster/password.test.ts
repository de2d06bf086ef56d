import { describe, expect, it } from 'vitest';
import { expectedRows, fixture, openAll, refusalOrNull, SERIAL_DATES } from '../../fixtures/roster/foreign-files.ts';
import { rosterJobSchema } from '../../../shared/contract/roster-job.ts';

const PASSWORD = 'Rahasia-123';

describe.each([
  ['an .xlsx locked by Excel 2010 and later (agile)', 'locked-agile.xlsx', 'xlsx'],
  ['an .xlsx locked by Excel 2007 (standard)', 'locked-standard.xlsx', 'xlsx'],
  ['an .xls locked by LibreOffice (RC4)', 'locked-rc4.xls', 'xls'],
])('%s', (_, name, format) => {
  it('is named as locked without a password, and a wrong one is named', async () => {
    expect(await refusalOrNull(fixture(name))).toMatchObject({ code: 'ROSTER_FILE_ENCRYPTED', params: { format } });
    for (const wrong of ['rahasia-123', 'é'.repeat(255)])
      expect(await refusalOrNull(fixture(name), wrong)).toMatchObject({
        code: 'ROSTER_PASSWORD_WRONG',
        params: { format },
      });
  });

  it('is opened with its password', async () => {
    const opened = await openAll(fixture(name), PASSWORD);
    expect(opened.format).toBe(format);
    expect(opened.sheets.map(({ state }) => state)).toEqual(['visible', 'hidden', 'visible']);
    const { 5: first, 12: last } = expectedRows(SERIAL_DATES);
    expect(opened.sheets[0]?.rows[5]?.slice(0, 5)).toEqual(first?.slice(0, 5));
    expect(opened.sheets[0]?.rows[12]).toEqual(last);
  });

  it('is refused when a part of it was cut off', async () => {
    const whole = fixture(name);
    for (const part of [0.3, 0.6, 0.9]) {
      const error = await refusalOrNull(whole.subarray(0, Math.floor(whole.length * part)), PASSWORD);
      expect(error?.code).toBe('ROSTER_FILE_DAMAGED');
    }
  });
});

describe('locks', () => {
  it('a file that Excel itself has locked asks nobody, whatever is typed', async () => {
    for (const password of [undefined, 'apa saja'])
      expect((await openAll(fixture('locked-by-excel-itself.xlsx'), password)).format).toBe('xlsx');
  });

  it('a password for a file that needs none is no matter', async () => {
    expect((await openAll(fixture('libreoffice.xls'), PASSWORD)).format).toBe('xls');
    expect((await openAll(fixture('libreoffice.ods'), PASSWORD)).format).toBe('ods');
  });

  it('a changed package is refused, though its password is right', async () => {
    const bytes = fixture('locked-agile.xlsx');
    let refused = 0;
    for (let at = 4608; at < bytes.length; at += 1999) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const error = await refusalOrNull(changed, PASSWORD);
      if (error === null) continue;
      refused += 1;
      expect(['ROSTER_FILE_DAMAGED', 'ROSTER_PASSWORD_WRONG']).toContain(error.code);
    }
    expect(refused).toBeGreaterThan(1);
  }, 30_000);

  it('more rounds than we are willing to go are a limit with a name', async () => {
    const bytes = Buffer.from(fixture('locked-agile.xlsx'));
    const at = bytes.indexOf('spinCount="100000"');
    bytes.write('spinCount="999999999"'.slice(0, 18), at);
    bytes.write('spinCount="9999999"', at);
    bytes.write(' ', at + 19);
    const error = await refusalOrNull(bytes, PASSWORD);
    expect(error).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'passwordRounds' } });
  });

  it('a locked .ods is named as locked, a wrong password too, and the right one opens it', async () => {
    const bytes = fixture('locked.ods');
    expect(await refusalOrNull(bytes)).toMatchObject({ code: 'ROSTER_FILE_ENCRYPTED', params: { format: 'ods' } });
    expect(await refusalOrNull(bytes, 'salah')).toMatchObject({
      code: 'ROSTER_PASSWORD_WRONG',
      params: { format: 'ods' },
    });
    const opened = await openAll(bytes, PASSWORD);
    const open = await openAll(fixture('libreoffice.ods'));
    expect(opened.sheets.map(({ name, state }) => [name, state])).toEqual(
      open.sheets.map(({ name, state }) => [name, state]),
    );
    for (const row of [1, 3, 4, 5, 6, 8, 9, 10, 11, 12])
      expect(opened.sheets[0]?.rows[row]).toEqual(open.sheets[0]?.rows[row]);
  });

  it('a job may carry a password of 255 letters at most', () => {
    expect(rosterJobSchema.safeParse({ mode: 'inspect', password: PASSWORD }).success).toBe(true);
    expect(rosterJobSchema.safeParse({ mode: 'inspect', password: 'x'.repeat(256) }).success).toBe(false);
    expect(rosterJobSchema.safeParse({ mode: 'inspect' }).success).toBe(true);
  });
});

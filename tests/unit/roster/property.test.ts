import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../fixtures/roster/generated-check.ts';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';

/**
 * Generated rosters: layouts and quirks at random, from fixed seeds. What was put in comes out, by the columns that the
 * inspection itself proposes, or it is refused with the right code, row by row.
 */
const ROSTERS = 400;
const GROUP = 40;

describe('generated rosters', () => {
  const totals = { people: 0, refused: 0 };

  it.each(Array.from({ length: ROSTERS / GROUP }, (_, index) => index * GROUP + 1))(
    `${GROUP} of them from seed %i on come out as they went in`,
    async (first) => {
      const problems: string[] = [];
      for (let seed = first; seed < first + GROUP; seed += 1) {
        const check = await checkRoster(seed);
        totals.people += check.people;
        totals.refused += check.refused;
        problems.push(...check.problems);
      }
      expect(problems).toEqual([]);
    },
  );

  it('a sheet whose formulas have no results is refused row by row, and is not an empty one', async () => {
    const formula = { xml: '<c r="%r"><f>A1</f></c>' };
    const rows = [['NIP', 'Nama', 'Jabatan'], ...Array.from({ length: 5 }, () => [formula, formula, formula])];
    const { rows: people, rejected, dropped } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(people).toEqual([]);
    expect(rejected.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'CELL_NOT_CALCULATED'));
    expect(dropped).toMatchObject({ blank: 0, signature: 0 });
  });

  it('had people and refusals enough to say something', () => {
    process.stdout.write(
      `${ROSTERS} generated rosters: ${totals.people} people read, ${totals.refused} rows refused\n`,
    );
    expect(totals.people).toBeGreaterThan(ROSTERS * 8);
    expect(totals.refused).toBeGreaterThan(ROSTERS / 2);
  });
});

/** Tables of reports: which of the figures is the day is decided by the whole column, and asked where nothing decides it. */
import { describe, expect, it } from 'vitest';
import { recogniseColumns } from '#shared/domain/public-reports/table-headings.ts';
import { readBytes } from './read.ts';

const table = (...days: readonly string[]): string =>
  ['Timestamp,Nama Pelapor,Uraian', ...days.map((day) => `${day} 9:15:03,Warga Contoh,Ada ajakan`)].join('\n');
const daysOf = async (text: string, options = {}): Promise<(string | null)[]> =>
  (await readBytes(text, options)).drafts.map(({ received }) => received?.day ?? null);

describe('the days of a table', () => {
  it('written month first, as forms of other countries do, are read so in every row', async () => {
    expect(await daysOf(table('10/5/2024', '10/21/2024'))).toEqual(['2024-10-05', '2024-10-21']);
  });

  it('written day first stay so', async () => {
    expect(await daysOf(table('5/10/2024', '21/10/2024'))).toEqual(['2024-10-05', '2024-10-21']);
  });

  it('that fit both are read day first, and asked about', async () => {
    const both = table('10/05/2024', '11/05/2024');
    const { warnings } = await readBytes(both);
    expect(warnings).toContainEqual({ code: 'DATE_ORDER_UNSURE', params: {} });
    expect(await daysOf(both)).toEqual(['2024-05-10', '2024-05-11']);
    expect(await daysOf(both, { order: 'mdy' })).toEqual(['2024-10-05', '2024-11-05']);
    expect((await readBytes(both, { order: 'mdy' })).warnings).toEqual([]);
  });
});

it('the day of the event is neither that of the report nor what happened', () => {
  expect(recogniseColumns(['Timestamp', 'Kapan kejadian', 'Ceritakan kejadiannya'])).toEqual([
    'date',
    null,
    'description',
  ]);
  expect(recogniseColumns(['Tanggal Kejadian', 'Tanggal', 'Kejadian'])).toEqual([null, 'date', 'description']);
});

/** The recap of the period that was filled in; a masked one is the version for the public. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import {
  narrowTable,
  type PrintedTable,
  printedTable,
  printedTrend,
  type Shown,
  shownCount,
} from '#shared/documents/recap-tables.ts';
import { periodWords, SERIES_WORDS, TABLE_WORDS } from '#shared/domain/recap/words.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { makeRecap } from '../../recap/make-recap.ts';
import type { Gathering } from './gathering.ts';

type Data = DocumentData<'rekapitulasi'>;

/** INVALID_INPUT for a period that ends before it begins. */
export function gatherRekapitulasi({ field, masked, frame, settings, context }: Gathering): Data {
  const audience = masked ? 'public' : 'internal';
  const recap = makeRecap({ from: field('periodFrom'), to: field('periodTo'), audience }, context);
  const period = periodWords(recap.period, 'id');
  return {
    // What is for everybody is no secret.
    frame: { ...frame, registration: period, sifat: masked ? 'Biasa' : frame.sifat },
    period,
    madeAt: formatInstant(new Date(recap.madeAt), settings.timeZone),
    summary: {
      columns: ['Uraian', period, periodWords(recap.before, 'id')],
      rows: recap.summary.map(({ key, count, before }) => {
        const { name, counts } = SERIES_WORDS[key];
        return [`${name.id} (${counts.id})`, printed(shownCount(count)), printed(shownCount(before))];
      }),
      total: false,
    },
    tables: recap.tables.map((table) => ({
      title: TABLE_WORDS[table.key].title.id,
      counts: TABLE_WORDS[table.key].counts.id,
      numbers: texts(narrowTable(printedTable(table, 'id'), 'Tindak lanjut')),
    })),
    trend: texts(printedTrend(recap, 'id')),
  };
}

function texts({ columns, rows, total }: PrintedTable): Data['trend'] {
  return { columns, rows: rows.map((row) => row.map(printed)), total };
}

/** A number as it is written: 1.991. */
function printed(shown: Shown): string {
  return typeof shown === 'number' ? shown.toLocaleString('id-ID') : shown;
}

/** The handout as it is in resources, with the references as a new vault has them. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { handoutSource } from '#shared/contract/outreach-handout.ts';
import { readResource } from '../../unit/report/sample-report.ts';
import { frame, type SampleOptions } from './material.ts';

export const HANDOUT: {
  readonly bahan_sosialisasi: (options: SampleOptions) => DocumentData<'bahan_sosialisasi'>;
} = {
  bahan_sosialisasi: (options) => {
    const source = handoutSource.parse(JSON.parse(readResource('outreach/handout.json').toString('utf8')));
    const cited = [...new Set(source.parts.flatMap(({ statements }) => statements.flatMap(({ bases }) => bases)))];
    return {
      frame: frame({
        ...options,
        frame: {
          sifat: 'Biasa',
          number: null,
          signatures: [],
          ...options.frame,
        },
      }),
      title: source.title,
      lead: source.lead,
      parts: source.parts.map(({ title, lead, statements }) => ({
        title,
        lead,
        statements: statements.map(({ text, of, codes, bases }) => ({
          text,
          of,
          references: [...codes, ...bases.map((key) => String(cited.indexOf(key) + 1))].join(', '),
          verified: codes.length + bases.length === 0,
        })),
      })),
      closing: source.closing,
      citations: cited.map((key) => ({
        text: source.bases.find((basis) => basis.key === key)?.text ?? '',
        verification: 'sumber_sekunder',
      })),
    };
  },
};

/** The picture to share: gathered here, drawn by the images worker, shown until the lock or written where the user says. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { drawnCard, type ShareCard } from '#shared/contract/share-card.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { CARD_SIZES, type CardSize } from '#shared/domain/hoaxes/card-sizes.ts';
import { altText, type Clarification, STAMPS } from '#shared/domain/hoaxes/clarification.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';
import { currentEmblem } from '../documents/emblem.ts';
import { type PictureSource, runImageJob } from '../evidence/image-worker.ts';
import { writeExport } from '../exports/write-export.ts';
import type { UseCaseContext } from '../kernel.ts';
import { clarificationOf } from './clarification-of.ts';
import { hoaxEntry } from './record-hoax.ts';

const FONTS = {
  font: 'report/fonts/LiberationSans-Regular.ttf',
  'font-bold': 'report/fonts/LiberationSans-Bold.ttf',
  'font-fallback': 'report/fonts/DejaVuSans.ttf',
} as const;
/** Sources that a picture names; the sheet names all. */
const MOST_SOURCES = 3;
/** Characters of a line that a picture shows. */
const LONGEST_LINE = 160;
/** What a story's program covers above and below, and how small letters may get on a telephone. */
const LOOKS: Readonly<Record<CardSize, Pick<ShareCard, 'covered' | 'scale'>>> = {
  portrait: { covered: { top: 0, bottom: 0 }, scale: { least: 0.7, most: 1.2 } },
  story: { covered: { top: 200, bottom: 220 }, scale: { least: 0.7, most: 1.4 } },
  landscape: { covered: { top: 0, bottom: 0 }, scale: { least: 0.52, most: 0.9 } },
};

/** HOAX_NOT_CONCLUDED, HOAX_CARD_TOO_LONG. */
export async function drawCard(
  { id, size }: InputOf<'hoaxes.drawCard'>,
  context: UseCaseContext,
): Promise<OutputOf<'hoaxes.drawCard'>> {
  const clarification = clarificationOf(id, context);
  const png = await drawn(clarification, size, context);
  const handle = context.views.open({
    mime: 'image/png',
    bytes: png.length,
    read: (offset, length) => Promise.resolve(Uint8Array.from(png.subarray(offset, offset + length))),
  });
  return { handle, ...CARD_SIZES[size], bytes: png.length, altText: altText(clarification) };
}

/** Whole or not at all; recorded in custody with its hash. HOAX_NOT_CONCLUDED, HOAX_CARD_TOO_LONG and the errors of writing. */
export async function exportHoaxCard(
  { id, size, path: file }: InputOf<'hoaxes.saveCard'> & { readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const png = await drawn(clarificationOf(id, context), size, context);
  const written = await writeExport(file, context.vault.directory, [png], null);
  const facts = { size, sha256: written.sha256, bytes: written.bytes };
  context.write(['hoaxes', 'custody'], () => ({ value: undefined, entry: hoaxEntry('card-exported', id, facts) }));
  return written;
}

async function drawn(clarification: Clarification, size: CardSize, context: UseCaseContext): Promise<Buffer> {
  const emblem = currentEmblem(context.database);
  const inputs: Record<string, PictureSource> = {};
  for (const [input, file] of Object.entries(FONTS)) {
    const bytes = await readFile(path.join(context.resourcesDirectory, file));
    inputs[input] = {
      bytes: bytes.length,
      read: (offset, length) => Promise.resolve(Uint8Array.from(bytes.subarray(offset, offset + length))),
    };
  }
  if (emblem !== null) inputs['emblem'] = context.blobs.open(emblem.sha256);
  const pieces: Uint8Array[] = [];
  const job = { mode: 'share-card', card: cardOf(clarification, size, emblem !== null) };
  drawnCard.parse(
    await runImageJob(job, inputs, context, (bytes) => {
      pieces.push(Uint8Array.from(bytes));
    }),
  );
  return Buffer.concat(pieces);
}

/** The card's words: official Indonesian, since it leaves the office. */
function cardOf(clarification: Clarification, size: CardSize, emblem: boolean): ShareCard {
  const { sources, channels, verdict } = clarification;
  const more = sources.length - MOST_SOURCES;
  return {
    ...CARD_SIZES[size],
    ...LOOKS[size],
    heading: 'KLARIFIKASI',
    reference: `${clarification.number} · ${formatCalendarDay(clarification.checkedOn)}`,
    stamp: STAMPS[verdict],
    tone: verdict === 'hoaks' ? 'hoax' : verdict === 'bukan_hoaks' ? 'true' : 'open',
    kind: clarification.kind ?? '',
    claimLabel: 'Klaim yang beredar',
    claim: `“${clarification.claim}”`,
    factsLabel: verdict === 'belum_terbukti' ? 'Yang sudah diketahui' : 'Faktanya',
    facts: clarification.facts,
    advice: clarification.advice,
    sourcesLabel: 'Sumber pemeriksaan fakta',
    sources: [...sources.slice(0, MOST_SOURCES).map(short), ...(more > 0 ? [`dan ${more} sumber lain`] : [])],
    checkLabel: 'Periksa dan laporkan:',
    check: short(channels.slice(0, 3).map(unbroken).join(' · ')),
    office: clarification.office.length === 0 ? ['Pemerintah daerah'] : clarification.office.map(short),
    emblem,
  };
}

/** A telephone number stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(/([\d)]) (?=\d)/g, '$1\u00A0');
}

function short(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 1).trimEnd()}…`;
}

/** What the first made-up capture has besides its picture: the page's statements, its media, the places of its words. */
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { Artefact, EvidencePage, EvidenceRow } from '#shared/contract/evidence.ts';
import { writeTextPositions } from '#shared/domain/capture/text-positions.ts';
import { fakeHash, fakeId } from './fake-people.ts';

const MEDIA: CaptureRecordSummary['media'][number] = {
  sort: 'image',
  name: 'media-01.jpg',
  address: 'https://cdn.contoh.test/foto/71_besar.jpg?tanda=9f31',
  width: 1_440,
  height: 1_080,
  words: 'Foto bersama di lapangan',
  mime: 'image/jpeg',
  bytes: 412_880,
  sha256: fakeHash(950),
  answers: 1,
  missing: null,
};

/** Nothing for other captures than the first. */
export function fakeCaptureExtras(row: EvidenceRow, index: number): Pick<CaptureRecordSummary, 'postFacts' | 'media'> {
  if (index !== 0) return { postFacts: null, media: [] };
  const stated = { origin: 'json-ld', instant: null } as const;
  return {
    postFacts: {
      facts: [
        { ...stated, name: 'author', value: 'Rahmat Contoh' },
        { ...stated, name: 'handle', value: '@rahmat.contoh' },
        { ...stated, name: 'postedAt', value: '2026-11-19T08:15:00+07:00', instant: '2026-11-19T01:15:00.000Z' },
        { name: 'postedAt', value: '2026-11-19', origin: 'meta', instant: null },
        { ...stated, name: 'address', value: row.address },
        { ...stated, name: 'likes', value: '128' },
        { name: 'comments', value: '14', origin: 'visible-text', instant: null },
      ],
      conflicts: ['postedAt'],
      otherPosts: 2,
      addressDiffers: false,
    },
    media: [
      MEDIA,
      {
        ...MEDIA,
        sort: 'video',
        name: null,
        address: 'blob:https://lini.contoh.test/4f1',
        words: '',
        bytes: null,
        sha256: null,
        answers: null,
        missing: 'stream',
      },
    ],
  };
}

/** The artefacts of the same. */
export function fakeExtraArtefacts(index: number, text: Artefact): Artefact[] {
  if (index !== 0) return [];
  return [
    {
      ...text,
      id: fakeId(18, 0),
      kind: 'text-positions',
      bytes: 8_420,
      mime: 'application/json',
      name: 'text-positions.json',
    },
    {
      ...text,
      id: fakeId(19, 0),
      kind: 'media',
      bytes: 412_880,
      mime: 'image/jpeg',
      name: 'media-01.jpg',
      viewable: 'image',
    },
  ];
}

/** The places of the words, where they are asked for; null for any other artefact. */
export function fakePlaces({ evidence, artefacts }: EvidencePage, artefactId: string): string | null {
  if (artefacts.find(({ id }) => id === artefactId)?.kind !== 'text-positions') return null;
  const [width, height] = [evidence.width ?? 800, evidence.height ?? 1_200];
  const words = ['Bersama kita menang', 'Ayo pilih bersama', 'Dibagikan 3 jam lalu'];
  const runs = words.map((text, line) => ({
    text,
    x: 40,
    y: 60 + line * 120,
    width: 220,
    height: 22,
    direction: 'ltr' as const,
    state: 'visible' as const,
    frame: 0,
  }));
  return writeTextPositions({ version: 1, width, height, scale: 1, cut: false, framesMissed: 0, runs });
}

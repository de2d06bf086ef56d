/** Looking for words of the captured page on its picture: where they stand is an artefact beside the picture. */
import { useEffect, useMemo, useState } from 'react';
import type { Artefact } from '#shared/contract/evidence.ts';
import {
  findInText,
  readTextPositions,
  type TextBox,
  type TextHit,
  type TextPositions,
} from '#shared/domain/capture/text-positions.ts';
import { call } from '../../../bridge/call.ts';

const PLACES: Readonly<Partial<Record<Artefact['kind'], Artefact['kind']>>> = {
  'full-page-image': 'text-positions',
  'reload-full-page-image': 'reload-text-positions',
};

/** A picture and the artefact that says where its words stand. */
export interface SearchedPicture {
  readonly picture: Artefact;
  readonly places: Artefact;
}

/** The picture that can be searched: the one that is shown, or the item's first such; null when there is none. */
export function searchedPicture(artefacts: readonly Artefact[], shownId: string | undefined): SearchedPicture | null {
  const pairs = artefacts.flatMap((picture) => {
    const kind = PLACES[picture.kind];
    const places = kind === undefined ? undefined : artefacts.find((one) => one.kind === kind);
    return places === undefined || picture.viewable !== 'image' ? [] : [{ picture, places }];
  });
  return pairs.find(({ picture }) => picture.id === shownId) ?? pairs[0] ?? null;
}

export interface TextSearch {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly busy: boolean;
  readonly failed: unknown;
  readonly hits: readonly TextHit[];
  /** Position of the hit that is looked at. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  /** CSS pixels of the page that the picture shows; null until the words are here. */
  readonly extent: Pick<TextBox, 'width' | 'height'> | null;
}

/** Reads the places of the words (which custody records) when there is something to search, and finds what is asked for. */
export function useTextSearch(evidenceId: string, searched: SearchedPicture | null): TextSearch {
  const [positions, setPositions] = useState<TextPositions | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const placesId = searched?.places.id;
  useEffect(() => {
    if (placesId === undefined) return undefined;
    let left = false;
    call('evidence.readText', { id: evidenceId, artefactId: placesId }).then(
      ({ text }) => {
        if (!left) setPositions(readTextPositions(text));
      },
      (error: unknown) => {
        if (!left) setFailed(error);
      },
    );
    return () => {
      left = true;
    };
  }, [evidenceId, placesId]);
  const hits = useMemo(() => (positions === null ? [] : findInText(positions, query)), [positions, query]);
  const extent = positions && {
    width: (searched?.picture.width ?? positions.width * positions.scale) / positions.scale,
    height: (searched?.picture.height ?? positions.height * positions.scale) / positions.scale,
  };
  return {
    query,
    setQuery: (text) => {
      setQuery(text);
      setAt(0);
    },
    busy: positions === null && failed === null,
    failed,
    hits,
    at: Math.min(at, Math.max(0, hits.length - 1)),
    step: (by) => setAt(hits.length === 0 ? 0 : (at + by + hits.length) % hits.length),
    extent,
  };
}

/** The gallery: justified rows, badges on the corner, arrows to move, space for the quick look. */
import { useElementSize } from '@mantine/hooks';
import { IconFile, IconVideo } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { useFormat } from '../../ui/format.ts';
import { EvidenceBadges } from './badges.tsx';
import { justify, neighbour } from './justify.ts';
import './evidence.css';

interface GalleryProps {
  readonly rows: readonly EvidenceRow[];
  readonly label: string;
  readonly onLook: (row: EvidenceRow) => void;
  /** D on a tile. */
  readonly onDetails?: (row: EvidenceRow) => void;
  readonly selected?: string | undefined;
  readonly target?: number;
}

const GAP = 8;

/** Tiles as one list with a roving focus. */
export function Gallery({ rows, label, onLook, onDetails, selected, target = 188 }: GalleryProps): ReactNode {
  const { ref, width } = useElementSize();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const laid = useMemo(
    () =>
      justify(
        rows.map(({ width: wide, height }) => (wide === null || height === null ? null : wide / height)),
        Math.max(320, Math.floor(width) - 1),
        target,
        GAP,
      ),
    [rows, width, target],
  );
  const current = Math.min(at, rows.length - 1);
  const focusAt = (index: number): void => {
    setAt(index);
    list.current?.querySelector<HTMLElement>(`[data-tile="${index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[current];
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: current + 1,
      ArrowLeft: current - 1,
      ArrowDown: neighbour(laid, current, 1),
      ArrowUp: neighbour(laid, current, -1),
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusAt(Math.max(0, Math.min(rows.length - 1, to)));
    } else if (row !== undefined && event.key === ' ') {
      event.preventDefault();
      onLook(row);
    } else if (row !== undefined && event.key.toLowerCase() === 'd' && !event.ctrlKey) {
      onDetails?.(row);
    }
  };
  return (
    <div ref={ref}>
      <div ref={list} role="list" aria-label={label} className="n-gallery" onKeyDown={onKeyDown}>
        {laid.map((line) => (
          <div
            key={line.tiles[0]?.index ?? 0}
            className="n-gallery-row"
            role="presentation"
            style={{ containIntrinsicHeight: line.height + 40 }}
          >
            {line.tiles.map(({ index, width: wide }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <div key={row.id} role="listitem" style={{ width: wide }}>
                  <TileButton
                    row={row}
                    index={index}
                    height={line.height}
                    current={index === current}
                    selected={row.id === selected}
                    onFocus={() => setAt(index)}
                    onPress={() => onLook(row)}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

interface TileProps {
  readonly row: EvidenceRow;
  readonly index: number;
  readonly height: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
}

function TileButton({ row, index, height, current, selected, onFocus, onPress }: TileProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <button
      type="button"
      className="n-tile"
      data-tile={index}
      data-selected={selected || undefined}
      data-withdrawn={row.withdrawn || undefined}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      onClick={onPress}
    >
      <span className="n-tile-frame" style={{ height }}>
        <TilePicture row={row} />
        <span className="n-tile-badges">
          <EvidenceBadges row={row} />
        </span>
      </span>
      <span className="n-tile-words">
        <span className="n-mono">{row.number}</span> {row.title}
      </span>
      <span className="n-tile-words n-meta">
        {format.brief(row.capturedAt)}
        {row.cases.length === 0 && ` · ${t('evidence.unfiled')}`}
      </span>
    </button>
  );
}

/** The thumbnail; while the worker has not made one, the kind of thing it is. */
function TilePicture({ row }: { row: EvidenceRow }): ReactNode {
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => setFailed(null), [row.thumbnail]);
  if (row.thumbnail === null || failed === row.thumbnail) {
    const Drawn = /\.(mp4|webm|mov)$/i.test(row.title) ? IconVideo : IconFile;
    return (
      <span className="n-tile-none">
        <Drawn size={30} stroke={1.2} />
      </span>
    );
  }
  const handle = row.thumbnail;
  return (
    <img
      src={evidenceAddress(handle)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(handle)}
    />
  );
}

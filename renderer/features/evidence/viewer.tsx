/** The quick look: one piece of evidence on a dark ground, arrows to the next, Z to zoom, D for details. */
import { ActionIcon, FocusTrap, Portal, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconInfoCircle,
  IconTextScan2,
  IconX,
  IconZoomIn,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Artefact, EvidenceRow } from '#shared/contract/evidence.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { useOperation } from '../../bridge/queries.ts';
import { RecordedFrames } from './recording/frames.tsx';
import { EvidenceBadges } from './badges.tsx';
import { EvidenceDetails } from './details.tsx';
import { MediaTab } from './media-tab.tsx';
import { SearchedStage } from './text-search/searched-stage.tsx';
import { searchedPicture } from './text-search/use-text-search.ts';
import { type Icon, Mark } from '../../ui/marks.tsx';
import { editablePicture } from './working-copy/editable.ts';
import { WorkingCopyEditor } from './working-copy/editor.tsx';

interface ViewerProps {
  readonly rows: readonly EvidenceRow[];
  /** How many there are when not all are in `rows`. */
  readonly total?: number;
  readonly id: string;
  readonly onMove: (row: EvidenceRow) => void;
  readonly onClose: () => void;
}

/** The artefact that is shown first. */
const FIRST_KINDS = ['full-page-image', 'viewport-image', 'file', 'reload-full-page-image', 'reload-viewport-image'];

/** Shown over everything; the focus stays inside until it is closed. */
export function Viewer({ rows, total = rows.length, id, onMove, onClose }: ViewerProps): ReactNode {
  const { t } = useTranslation();
  const page = useOperation('evidence.get', { id });
  const [chosen, setChosen] = useState<string | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const [details, setDetails] = useState(false);
  const [editing, setEditing] = useState(false);
  const [searching, setSearching] = useState(false);
  const at = rows.findIndex((row) => row.id === id);
  const row = page.data?.evidence ?? rows[at];
  const artefacts = page.data?.artefacts ?? [];
  const copies = (page.data?.copies ?? []).filter(({ withdrawn }) => withdrawn === null);
  const copy = copies.find((one) => one.id === chosen);
  const shown = artefacts.find((artefact) => artefact.id === chosen) ?? firstOf(artefacts);
  const recorded = copy === undefined && shown?.kind === 'scroll-frames' ? shown : undefined;
  const looked = copy === undefined ? shown : { id: copy.id, viewable: 'image' as const };
  // Copies are drawn from originals only: on a copy's tab the button makes another one of what it came from.
  const original =
    page.data === undefined
      ? null
      : (editablePicture(page.data, copy?.derivedFrom ?? shown?.id ?? null) ?? editablePicture(page.data, null));
  const searched = searchedPicture(artefacts, shown?.id);
  const openSearch = (): void => {
    if (searched === null) return;
    setChosen(searched.picture.id);
    // A whole page in the window shows its words too small to be pointed at.
    setZoomed(true);
    setSearching(true);
  };
  const step = (by: 1 | -1): void => {
    const next = rows[at + by];
    if (next === undefined) return;
    setZoomed(false);
    onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f' && searched !== null && !editing) {
      event.preventDefault();
      openSearch();
      return;
    }
    if (
      editing ||
      event.ctrlKey ||
      event.metaKey ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLInputElement
    )
      return;
    // A video that has the focus is wound by the arrows.
    if (event.target instanceof HTMLMediaElement && event.key.startsWith('Arrow')) return;
    if (document.querySelector('.mantine-Modal-content') !== null) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      z: () => setZoomed(!zoomed),
      d: () => setDetails(!details),
      s: () => original !== null && setEditing(true),
      Escape: onClose,
    };
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined || ((zoomed || recorded !== undefined) && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    action();
  };
  // On the window: a control that is disabled while it has the focus (the last "next") lets it fall on the page.
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  if (editing && original !== null)
    return (
      <WorkingCopyEditor
        evidenceId={id}
        number={row?.number ?? ''}
        original={original}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <Portal>
      <FocusTrap active>
        <div
          className="n-viewer"
          role="dialog"
          aria-modal="true"
          aria-label={t('evidence.viewer.label')}
          tabIndex={-1}
          data-autofocus
        >
          <div className="n-viewer-bar">
            <div className="title">
              <span className="n-mono">{row?.number}</span>
              {copy !== undefined && (
                <Mark tone="waiting" icon={IconCopy}>
                  {t('workingCopy.badge')}
                </Mark>
              )}
              {row !== undefined && <EvidenceBadges row={row} />}
              <span className="n-clip">{row?.title}</span>
            </div>
            <Tabs artefacts={artefacts} copies={copies} shown={looked?.id} onChoose={setChosen} />
            {at >= 0 && <span className="n-meta">{t('evidence.viewer.of', { at: at + 1, all: total })}</span>}
            <Tool
              icon={IconChevronLeft}
              label={t('evidence.viewer.previous')}
              disabled={at < 1}
              onPress={() => step(-1)}
            />
            <Tool
              icon={IconChevronRight}
              label={t('evidence.viewer.next')}
              disabled={at < 0 || at >= rows.length - 1}
              onPress={() => step(1)}
            />
            {original !== null && (
              <Tool icon={IconCopy} label={t('workingCopy.makeKey')} onPress={() => setEditing(true)} />
            )}
            {searched !== null && <Tool icon={IconTextScan2} label={t('evidence.finding.open')} onPress={openSearch} />}
            <Tool icon={IconZoomIn} label={t('evidence.viewer.zoom')} onPress={() => setZoomed(!zoomed)} />
            <Tool icon={IconInfoCircle} label={t('evidence.viewer.details')} onPress={() => setDetails(!details)} />
            <Tool icon={IconX} label={t('evidence.viewer.close')} onPress={onClose} />
          </div>
          {recorded === undefined ? (
            <SearchedStage
              key={`${id}-${looked?.id ?? ''}`}
              searched={searching && searched?.picture.id === looked?.id ? searched : null}
              onCloseSearch={() => setSearching(false)}
              evidenceId={id}
              number={row?.number ?? ''}
              artefact={looked}
              error={page.error}
              zoomed={zoomed}
              onZoom={setZoomed}
            />
          ) : (
            <RecordedFrames
              key={recorded.id}
              evidenceId={id}
              artefactId={recorded.id}
              number={row?.number ?? ''}
              zoomed={zoomed}
            />
          )}
          {details && (
            <aside className="n-viewer-side">
              <EvidenceDetails id={id} />
            </aside>
          )}
        </div>
      </FocusTrap>
    </Portal>
  );
}

/** Without a tab of their own: places of words are for searching, photos have one tab together. */
const UNLISTED: ReadonlySet<Artefact['kind']> = new Set([
  'text-positions',
  'reload-text-positions',
  'media',
  'reload-media',
]);

/** Pictures first, in the order in which one of them is chosen. */
function rankOf({ kind }: Artefact): number {
  const at = FIRST_KINDS.indexOf(kind);
  return at === -1 ? FIRST_KINDS.length : at;
}

function firstOf(artefacts: readonly Artefact[]): Artefact | undefined {
  for (const kind of FIRST_KINDS) {
    const found = artefacts.find((artefact) => artefact.kind === kind);
    if (found !== undefined) return found;
  }
  return artefacts[0];
}

function Tabs({
  artefacts,
  copies,
  shown,
  onChoose,
}: {
  artefacts: readonly Artefact[];
  copies: readonly WorkingCopy[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const viewable = artefacts
    .filter(({ viewable: how, kind }) => (how !== 'none' && !UNLISTED.has(kind)) || kind === 'scroll-frames')
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  if (viewable.length + copies.length < 2) return null;
  return (
    <div className="n-viewer-tabs">
      {viewable.map((artefact) => (
        <button
          key={artefact.id}
          type="button"
          aria-pressed={artefact.id === shown}
          onClick={() => onChoose(artefact.id)}
        >
          {t(`names.artefact.${artefact.kind}`)}
        </button>
      ))}
      <MediaTab artefacts={artefacts} shown={shown} onChoose={onChoose} />
      {copies.map(({ id, version }) => (
        <button key={id} type="button" aria-pressed={id === shown} onClick={() => onChoose(id)}>
          {t('workingCopy.list.tab', { version })}
        </button>
      ))}
    </div>
  );
}

function Tool({
  icon: Drawn,
  label,
  disabled = false,
  onPress,
}: {
  icon: Icon;
  label: string;
  disabled?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={onPress} disabled={disabled} aria-label={label} variant="transparent">
        <Drawn size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The quick look: one piece of evidence on a dark ground, arrows to the next, Z to zoom, D for details. */
import { ActionIcon, FocusTrap, Portal, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconInfoCircle, IconX, IconZoomIn } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Artefact, EvidenceRow } from '#shared/contract/evidence.ts';
import { useOperation } from '../../bridge/queries.ts';
import { EvidenceBadges } from './badges.tsx';
import { EvidenceDetails } from './details.tsx';
import { Stage } from './stage.tsx';
import type { Icon } from '../../ui/marks.tsx';

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
  const at = rows.findIndex((row) => row.id === id);
  const row = page.data?.evidence ?? rows[at];
  const artefacts = page.data?.artefacts ?? [];
  const shown = artefacts.find((artefact) => artefact.id === chosen) ?? firstOf(artefacts);
  const step = (by: 1 | -1): void => {
    const next = rows[at + by];
    if (next === undefined) return;
    setZoomed(false);
    onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (
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
      Escape: onClose,
    };
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined || (zoomed && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    action();
  };
  // On the window: a control that is disabled while it has the focus (the last "next") lets it fall on the page.
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
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
            <div className="title n-clip">
              <span className="n-mono">{row?.number}</span> {row?.title}{' '}
              {row !== undefined && <EvidenceBadges row={row} />}
            </div>
            <Tabs artefacts={artefacts} shown={shown?.id} onChoose={setChosen} />
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
            <Tool icon={IconZoomIn} label={t('evidence.viewer.zoom')} onPress={() => setZoomed(!zoomed)} />
            <Tool icon={IconInfoCircle} label={t('evidence.viewer.details')} onPress={() => setDetails(!details)} />
            <Tool icon={IconX} label={t('evidence.viewer.close')} onPress={onClose} />
          </div>
          <Stage
            key={`${id}-${shown?.id ?? ''}`}
            evidenceId={id}
            number={row?.number ?? ''}
            artefact={shown}
            error={page.error}
            zoomed={zoomed}
            onZoom={setZoomed}
          />
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
  shown,
  onChoose,
}: {
  artefacts: readonly Artefact[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const viewable = artefacts
    .filter(({ viewable: how }) => how !== 'none')
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  if (viewable.length < 2) return null;
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

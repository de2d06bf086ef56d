/** The editor of a working copy: over everything, by pointer and by keyboard; the original is only looked at. */
import { Button, FocusTrap, Group, Modal, Portal } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Artefact } from '#shared/contract/evidence.ts';
import { workingCopy } from '#shared/contract/working-copy.ts';
import type { PixelSize, WorkingCopyEdits } from '#shared/domain/evidence/working-copy.ts';
import { evidenceAddress } from '../../../bridge/addresses.ts';
import { runJob } from '../../../bridge/jobs.ts';
import { useAction } from '../../../ui/dialogs.tsx';
import { Mark } from '../../../ui/marks.tsx';
import { useNotify } from '../../../ui/notify.tsx';
import { Bones, Problem } from '../../../ui/states.tsx';
import { useArtefact } from '../use-artefact.ts';
import { Canvas, placeOn } from './canvas.tsx';
import { type Editing, type EditingAction, reduceEditing, savedEdits, startEditing } from './editing.ts';
import { Side } from './side.tsx';
import { TOOLS, Tools, type Zoom } from './tools.tsx';
import { useWheelZoom } from './wheel-zoom.ts';
import './working-copy.css';

interface EditorProps {
  readonly evidenceId: string;
  readonly number: string;
  /** A picture of known size. */
  readonly original: Artefact;
  /** What an earlier copy did, to begin with. */
  readonly from?: WorkingCopyEdits | undefined;
  readonly onClose: () => void;
}

/** Arrow keys as steps in pixels. */
const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const BIG_STEP = 10;
const ZOOM_STEP = 1.25;
const LEAST_ZOOM = 0.05;
const MOST_ZOOM = 8;
/** Room around the picture and for a scroll bar, px. */
const MARGIN = 24;
const SCROLL_BAR = 14;
/** Taller than this many widths, a picture is fitted by its width alone: whole, it would be a thread. */
const TALL = 2;

/** Opens the picture (which custody records) and edits a copy of it; closing with unsaved edits is asked about. */
export function WorkingCopyEditor({ evidenceId, number, original, from, onClose }: EditorProps): ReactNode {
  const { t } = useTranslation();
  const size = { width: original.width ?? 1, height: original.height ?? 1 };
  const [editing, dispatch] = useReducer(reduceEditing, size, (start) => startEditing(start, from));
  const [leaving, setLeaving] = useState(false);
  const { shown, failed } = useArtefact(evidenceId, original);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const { ref: room, width, height } = useElementSize<HTMLDivElement>();
  const { scale, zoom } = useZoom(size, { width, height });
  const close = (): void => (editing.past.length > 0 ? setLeaving(true) : onClose());
  const saving = useSaving(evidenceId, original.id, editing, onClose);
  useWheelZoom({ stage, picture, scale, zoom });
  useEditorKeys({ editing, dispatch, zoom, close, stage, picture, words: t('workingCopy.firstWords') });
  return (
    <Portal>
      <FocusTrap active>
        <div className="n-copy" role="dialog" aria-modal="true" aria-label={t('workingCopy.title', { number })}>
          <div className="n-copy-bar">
            <div className="title n-clip">
              <span className="n-mono">{number}</span>{' '}
              <Mark tone="waiting" icon={IconCopy}>
                {t('workingCopy.badge')}
              </Mark>
            </div>
            <Tools editing={editing} dispatch={dispatch} zoom={zoom} onClose={close} />
          </div>
          <div ref={room} className="n-copy-room">
            {failed !== null && <Problem error={failed} />}
            {failed === null && shown === null && <Bones rows={4} />}
            {shown !== null && 'handle' in shown && (
              <Canvas
                address={evidenceAddress(shown.handle)}
                number={number}
                editing={editing}
                scale={scale}
                stage={stage}
                picture={picture}
                dispatch={dispatch}
              />
            )}
          </div>
          <Side editing={editing} dispatch={dispatch} saving={saving} />
          {leaving && <LeaveDialog number={number} onLeave={onClose} onStay={() => setLeaving(false)} />}
        </div>
      </FocusTrap>
    </Portal>
  );
}

/** Fitted until a zoom is chosen. */
function useZoom(size: PixelSize, room: PixelSize): { scale: number; zoom: Zoom } {
  const [chosen, setChosen] = useState<number | null>(null);
  const across = Math.max(1, room.width - 2 * MARGIN - SCROLL_BAR) / size.width;
  const down = Math.max(1, room.height - 2 * MARGIN) / size.height;
  const fitted = room.width === 0 ? 1 : Math.min(1, across, size.height > size.width * TALL ? Infinity : down);
  const scale = chosen ?? fitted;
  const by = (factor: number): void => setChosen(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, scale * factor)));
  return {
    scale,
    zoom: {
      in: () => by(ZOOM_STEP),
      out: () => by(1 / ZOOM_STEP),
      toggle: () => setChosen(chosen === null ? 1 : null),
    },
  };
}

/** Chosen for masked reports as soon as something is covered, unless the officer says otherwise. */
function useSaving(evidenceId: string, artefactId: string, editing: Editing, onSaved: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [note, setNote] = useState('');
  const [use, setUse] = useState<boolean | null>(null);
  const { busy, error, run } = useAction();
  const useInMasked = use ?? editing.edits.masks.length > 0;
  const onSave = (): void => {
    if (busy) return;
    void run(async () => {
      const edits = savedEdits(editing);
      const copy = await runJob(
        'evidence.makeCopy',
        { id: evidenceId, artefactId, edits, note, useInMasked },
        workingCopy,
      );
      notify.done(t('workingCopy.saved', { version: copy.version }));
      onSaved();
    });
  };
  return { note, use: useInMasked, busy, error, onNote: setNote, onUse: setUse, onSave };
}

interface KeysInput {
  readonly editing: Editing;
  readonly dispatch: (action: EditingAction) => void;
  readonly zoom: Zoom;
  readonly close: () => void;
  readonly stage: { readonly current: HTMLDivElement | null };
  readonly picture: { readonly current: SVGSVGElement | null };
  /** What a new text says. */
  readonly words: string;
}

function useEditorKeys(input: KeysInput): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (takesKeys(event.target) || document.querySelector('.mantine-Modal-content') !== null) {
      // Out of a field the same key leads back to the picture, so that it never throws edits away.
      if (event.key === 'Escape' && takesKeys(event.target)) input.stage.current?.focus();
      return;
    }
    const act = event.ctrlKey || event.metaKey ? withControl(event, input) : plainKey(event, input);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function withControl(event: KeyboardEvent, { editing, dispatch }: KeysInput): (() => void) | null {
  const key = event.key.toLowerCase();
  const arrow = ARROWS[event.key];
  if (key === 'z') return () => dispatch({ do: event.shiftKey ? 'redo' : 'undo' });
  if (key === 'y') return () => dispatch({ do: 'redo' });
  if (arrow === undefined || editing.selected === null) return null;
  const by = event.shiftKey ? BIG_STEP : 1;
  return () => dispatch({ do: 'grow', dx: arrow[0] * by, dy: arrow[1] * by });
}

function plainKey(event: KeyboardEvent, input: KeysInput): (() => void) | null {
  const { editing, dispatch, zoom } = input;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    const by = event.shiftKey ? BIG_STEP : 1;
    return editing.selected === null ? null : () => dispatch({ do: 'move', dx: arrow[0] * by, dy: arrow[1] * by });
  }
  const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase())?.tool;
  if (tool !== undefined && !event.altKey) return () => dispatch({ do: 'tool', tool });
  const remove = (): void => dispatch({ do: 'remove' });
  const keys: Readonly<Record<string, () => void>> = {
    z: zoom.toggle,
    Z: zoom.toggle,
    '+': zoom.in,
    '=': zoom.in,
    '-': zoom.out,
    Delete: remove,
    Backspace: remove,
    Escape: () => escape(input),
  };
  if (event.key === 'Enter' && event.target === input.stage.current) return () => drawInTheMiddle(input);
  return keys[event.key] ?? null;
}

/** First lets go of what is selected, then of the tool, then of the editor. */
function escape({ editing, dispatch, close }: KeysInput): void {
  if (editing.selected !== null) dispatch({ do: 'select', selected: null });
  else if (editing.tool !== 'select') dispatch({ do: 'tool', tool: 'select' });
  else close();
}

/** For those who draw without a pointer: a fifth of what is seen, in its middle, to be moved and sized with the arrows. */
function drawInTheMiddle({ editing, dispatch, stage, picture, words }: KeysInput): void {
  const box = stage.current?.getBoundingClientRect();
  if (box === undefined) return;
  const middle = placeOn(picture.current, editing, box.left + box.width / 2, box.top + box.height / 2);
  const half = { x: editing.size.width / 10, y: Math.min(editing.size.height, editing.size.width) / 20 };
  const from = { x: middle.x - half.x, y: middle.y - half.y };
  dispatch({ do: 'draw', from, to: { x: middle.x + half.x, y: middle.y + half.y }, text: words });
}

function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}

function LeaveDialog({
  number,
  onLeave,
  onStay,
}: {
  number: string;
  onLeave: () => void;
  onStay: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onStay}
      title={t('workingCopy.discardTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {t('workingCopy.discardText', { number })}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onStay} data-autofocus>
          {t('workingCopy.stay')}
        </Button>
        <Button color="brick" onClick={onLeave}>
          {t('workingCopy.discard')}
        </Button>
      </Group>
    </Modal>
  );
}

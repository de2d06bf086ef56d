/** The picture under its edits: drawn on, moved and sized with the pointer, panned like the viewer. */
import { type PointerEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PixelPoint, WorkingCopyEdits } from '#shared/domain/evidence/working-copy.ts';
import { DrawnEdits } from './drawn-edits.tsx';
import {
  type Drag,
  dragged,
  type Editing,
  type EditingAction,
  reduceEditing,
  selectedBox,
  type Selection,
} from './editing.ts';

type Gesture =
  /** `hit` is what lay under the press: a click without a drag selects it. */
  | { readonly kind: 'draw'; readonly from: PixelPoint; readonly hit: Selection }
  | { readonly kind: 'move'; readonly from: PixelPoint; readonly selected: Selection }
  | { readonly kind: 'size'; readonly anchor: PixelPoint; readonly end: 'from' | 'to' }
  | { readonly kind: 'pan'; readonly x: number; readonly y: number; readonly left: number; readonly top: number };

/** Shorter than this on the screen (px), a drag was a click. */
const CLICK = 4;

interface CanvasProps {
  readonly address: string;
  readonly number: string;
  readonly editing: Editing;
  /** Screen px by picture pixel. */
  readonly scale: number;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly dispatch: (action: EditingAction) => void;
}

export function Canvas({ address, number, editing, scale, stage, picture, dispatch }: CanvasProps): ReactNode {
  const { t } = useTranslation();
  const gesture = useRef<Gesture | null>(null);
  const [draft, setDraft] = useState<{ edits: WorkingCopyEdits; selected: Selection } | null>(null);
  const { width, height } = editing.size;
  const place = (event: PointerEvent): PixelPoint => placeOn(picture.current, editing, event.clientX, event.clientY);

  const press = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button > 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    gesture.current = begun(event, editing, place(event), stage.current);
    if (gesture.current.kind === 'move') dispatch({ do: 'select', selected: gesture.current.selected });
    if (gesture.current.kind === 'pan' && event.button === 0) dispatch({ do: 'select', selected: null });
  };
  const move = (event: PointerEvent): void => {
    const now = gesture.current;
    if (now === null) return;
    if (now.kind === 'pan') stage.current?.scrollTo(now.left - event.clientX + now.x, now.top - event.clientY + now.y);
    else setDraft(previewOf(now, editing, place(event), t('workingCopy.firstWords')));
  };
  const release = (event: PointerEvent): void => {
    const now = gesture.current;
    gesture.current = null;
    setDraft(null);
    if (now === null || now.kind === 'pan') return;
    const to = place(event);
    if (now.kind !== 'draw') {
      dispatch({ do: 'put', edits: previewOf(now, editing, to, '').edits });
      return;
    }
    const still = Math.hypot(to.x - now.from.x, to.y - now.from.y) * scale < CLICK;
    if (still && editing.tool !== 'text') dispatch({ do: 'select', selected: now.hit });
    else dispatch({ do: 'draw', from: now.from, to, text: t('workingCopy.firstWords') });
  };
  const cancel = (): void => {
    gesture.current = null;
    setDraft(null);
  };
  const shown = draft ?? editing;
  return (
    <div
      ref={stage}
      className="n-copy-stage"
      role="group"
      aria-label={t('workingCopy.stage')}
      tabIndex={0}
      data-autofocus
      data-tool={editing.tool}
    >
      <div className="n-copy-picture" style={{ width: width * scale, height: height * scale }}>
        <img src={address} alt={t('workingCopy.picture', { number })} draggable={false} />
        <svg
          ref={picture}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          data-dragging={draft !== null || undefined}
          onPointerDown={press}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={cancel}
        >
          <DrawnEdits edits={shown.edits} size={editing.size} selected={shown.selected} scale={scale} />
        </svg>
      </div>
    </div>
  );
}

/** Where on the picture a point of the screen lies, in pixels of the picture. */
export function placeOn(picture: Element | null, { size }: Editing, clientX: number, clientY: number): PixelPoint {
  const box = picture?.getBoundingClientRect();
  if (box === undefined || box.width === 0 || box.height === 0) return { x: size.width / 2, y: size.height / 2 };
  return {
    x: ((clientX - box.left) / box.width) * size.width,
    y: ((clientY - box.top) / box.height) * size.height,
  };
}

/** What a press begins: a handle is pulled, a thing is moved (with the arrow in hand), the picture is panned, or something is drawn. */
function begun(event: PointerEvent, editing: Editing, from: PixelPoint, stage: HTMLElement | null): Gesture {
  const target = event.target instanceof SVGElement || event.target instanceof HTMLElement ? event.target : null;
  const pan = (): Gesture => ({
    kind: 'pan',
    x: event.clientX,
    y: event.clientY,
    left: stage?.scrollLeft ?? 0,
    top: stage?.scrollTop ?? 0,
  });
  if (event.button === 1) return pan();
  const handle = target?.dataset['handle'];
  if (handle !== undefined) return sizing(handle, editing, from);
  const selected = selectionOf(target?.dataset['edit']);
  if (editing.tool !== 'select') return { kind: 'draw', from, hit: selected };
  return selected === null ? pan() : { kind: 'move', from, selected };
}

function sizing(handle: string, editing: Editing, from: PixelPoint): Gesture {
  if (handle === 'from' || handle === 'to') return { kind: 'size', anchor: from, end: handle };
  const box = selectedBox(editing) ?? { ...from, width: 0, height: 0 };
  const anchor = {
    x: handle.startsWith('left') ? box.x + box.width : box.x,
    y: handle.endsWith('top') ? box.y + box.height : box.y,
  };
  return { kind: 'size', anchor, end: 'to' };
}

function selectionOf(edit: string | undefined): Selection {
  const [list, index] = edit?.split(' ') ?? [];
  if (list === 'crop') return { list };
  return list === 'masks' || list === 'marks' ? { list, index: Number(index) } : null;
}

function previewOf(
  gesture: Exclude<Gesture, { kind: 'pan' }>,
  editing: Editing,
  to: PixelPoint,
  text: string,
): { edits: WorkingCopyEdits; selected: Selection } {
  if (gesture.kind === 'draw') return reduceEditing(editing, { do: 'draw', from: gesture.from, to, text });
  const drag: Drag = { ...gesture, to };
  const holding = gesture.kind === 'move' ? { ...editing, selected: gesture.selected } : editing;
  return { edits: dragged(holding, drag), selected: holding.selected };
}

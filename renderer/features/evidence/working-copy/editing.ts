/** What is being done to a working copy: the edit list with its history, the tool in hand and what is selected. */
import {
  type Mark,
  type MarkColour,
  markBox,
  type Mask,
  type MaskReason,
  movedMark,
  movedRect,
  NO_EDITS,
  overlap,
  keptRect,
  type PixelPoint,
  type PixelRect,
  type PixelSize,
  rectBetween,
  type WorkingCopyEdits,
} from '#shared/domain/evidence/working-copy.ts';

export type Tool = 'select' | 'mask' | 'crop' | 'arrow' | 'rectangle' | 'ellipse' | 'highlight' | 'text';
export type Selection = { readonly list: 'crop' } | { readonly list: 'masks' | 'marks'; readonly index: number } | null;

export interface Editing {
  readonly size: PixelSize;
  readonly edits: WorkingCopyEdits;
  readonly past: readonly WorkingCopyEdits[];
  readonly future: readonly WorkingCopyEdits[];
  readonly tool: Tool;
  readonly selected: Selection;
  /** What the next drawn thing gets. */
  readonly reason: MaskReason;
  readonly colour: MarkColour;
  /** Set while steps of one kind follow each other: they are undone together. */
  readonly run: string | null;
}

export type EditingAction =
  | { readonly do: 'tool'; readonly tool: Tool }
  | { readonly do: 'select'; readonly selected: Selection }
  /** A drag with the tool in hand, from one place of the picture to another. */
  | { readonly do: 'draw'; readonly from: PixelPoint; readonly to: PixelPoint; readonly text: string }
  /** The end of a drag that moved or sized something. */
  | { readonly do: 'put'; readonly edits: WorkingCopyEdits }
  | { readonly do: 'move'; readonly dx: number; readonly dy: number }
  | { readonly do: 'grow'; readonly dx: number; readonly dy: number }
  | { readonly do: 'remove' }
  | { readonly do: 'reason'; readonly index: number; readonly reason: MaskReason }
  | { readonly do: 'colour'; readonly index: number; readonly colour: MarkColour }
  | { readonly do: 'text'; readonly index: number; readonly text: string }
  | { readonly do: 'undo' | 'redo' };

/** Most steps that can be undone. */
const MOST_STEPS = 200;

/** A fresh start over a picture, or from the edits of an earlier copy. */
export function startEditing(size: PixelSize, edits: WorkingCopyEdits = NO_EDITS): Editing {
  return {
    size,
    edits,
    past: [],
    future: [],
    tool: 'mask',
    selected: null,
    reason: 'wajah',
    colour: 'merah',
    run: null,
  };
}

/** Thickness of a line that is seen well on a picture of this width, pixels. */
export const lineFor = ({ width }: PixelSize): number => Math.min(24, Math.max(2, Math.round(width / 320)));
/** Height of letters that are read well on a picture of this width, pixels. */
export const lettersFor = ({ width }: PixelSize): number => Math.min(160, Math.max(14, Math.round(width / 48)));

export function reduceEditing(state: Editing, action: EditingAction): Editing {
  switch (action.do) {
    case 'tool':
      return { ...state, tool: action.tool, run: null };
    case 'select':
      return { ...state, selected: action.selected, run: null };
    case 'draw': {
      const drawn = withDrawn(state, action.from, action.to, action.text);
      return drawn === null ? state : { ...step(state, drawn.edits), selected: drawn.selected, tool: drawn.tool };
    }
    case 'put':
      return step(state, action.edits);
    case 'move':
      return step(state, changedSelected(state, mover(action.dx, action.dy)), `move ${nameOf(state.selected)}`);
    case 'grow':
      return step(state, changedSelected(state, grower(action.dx, action.dy)), `grow ${nameOf(state.selected)}`);
    case 'remove':
      return { ...step(state, withoutSelected(state)), selected: null };
    case 'reason':
      return {
        ...step(
          state,
          withMask(state.edits, action.index, (mask) => ({ ...mask, reason: action.reason })),
        ),
        reason: action.reason,
      };
    case 'colour':
      return {
        ...step(
          state,
          withMark(state.edits, action.index, (mark) => ('colour' in mark ? { ...mark, colour: action.colour } : mark)),
        ),
        colour: action.colour,
      };
    case 'text':
      return step(
        state,
        withMark(state.edits, action.index, (mark) => (mark.kind === 'text' ? { ...mark, text: action.text } : mark)),
        `text ${action.index}`,
      );
    case 'undo': {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      const future = [state.edits, ...state.future];
      return { ...state, edits: before, past: state.past.slice(0, -1), future, selected: null, run: null };
    }
    case 'redo': {
      const [next, ...future] = state.future;
      if (next === undefined) return state;
      return { ...state, edits: next, past: [...state.past, state.edits], future, selected: null, run: null };
    }
  }
}

/** The edits with one thing moved or sized as by a drag, before it is let go. */
export function dragged(state: Editing, how: Drag): WorkingCopyEdits {
  const change: Change =
    how.kind === 'move'
      ? mover(how.to.x - how.from.x, how.to.y - how.from.y)
      : {
          rect: (rect, size) => ({ ...rect, ...rectBetween(how.anchor, how.to, size) }),
          mark: (mark, size) => sized(mark, how, size),
        };
  return changedSelected(state, change);
}
export type Drag =
  | { readonly kind: 'move'; readonly from: PixelPoint; readonly to: PixelPoint }
  /** A corner is pulled to `to`; the opposite one (or an arrow's other end) stays at `anchor`. */
  | { readonly kind: 'size'; readonly anchor: PixelPoint; readonly end: 'from' | 'to'; readonly to: PixelPoint };

/** What is saved: nothing that the crop cuts away whole, and no text without letters. */
export function savedEdits({ edits, size }: Editing): WorkingCopyEdits {
  const kept = keptRect(edits, size);
  const seen = (box: PixelRect): boolean =>
    overlap({ ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) }, kept) !== null;
  return {
    crop: edits.crop,
    masks: edits.masks.filter(seen),
    marks: edits.marks.filter((mark) => seen(markBox(mark)) && (mark.kind !== 'text' || mark.text.trim() !== '')),
  };
}

/** The rectangle of what is selected, or null. */
export function selectedBox({ edits, selected }: Pick<Editing, 'edits' | 'selected'>): PixelRect | null {
  if (selected === null) return null;
  if (selected.list === 'crop') return edits.crop;
  if (selected.list === 'masks') return edits.masks[selected.index] ?? null;
  const mark = edits.marks[selected.index];
  return mark === undefined ? null : markBox(mark);
}

interface Change {
  readonly rect: <Rect extends PixelRect>(rect: Rect, size: PixelSize) => Rect;
  readonly mark: (mark: Mark, size: PixelSize) => Mark;
}

const mover = (dx: number, dy: number): Change => ({
  rect: (rect, size) => movedRect(rect, dx, dy, size),
  mark: (mark, size) => movedMark(mark, dx, dy, size),
});

/** Pulls the right and the lower edge (an arrow's tip). */
const grower = (dx: number, dy: number): Change => {
  const pulled = <Rect extends PixelRect>(rect: Rect, size: PixelSize): Rect => ({
    ...rect,
    width: Math.min(Math.max(1, rect.width + dx), size.width - rect.x),
    height: Math.min(Math.max(1, rect.height + dy), size.height - rect.y),
  });
  return {
    rect: pulled,
    mark: (mark, size) => {
      if (mark.kind === 'text') return mark;
      if (mark.kind !== 'arrow') return pulled(mark, size);
      return { ...mark, to: within({ x: mark.to.x + dx, y: mark.to.y + dy }, size) };
    },
  };
};

function sized(mark: Mark, how: Extract<Drag, { kind: 'size' }>, size: PixelSize): Mark {
  if (mark.kind === 'text') return mark;
  if (mark.kind === 'arrow') return { ...mark, [how.end]: within(how.to, size) };
  return { ...mark, ...rectBetween(how.anchor, how.to, size) };
}

function within({ x, y }: PixelPoint, size: PixelSize): PixelPoint {
  return {
    x: Math.min(Math.max(0, Math.round(x)), size.width - 1),
    y: Math.min(Math.max(0, Math.round(y)), size.height - 1),
  };
}

function changedSelected({ edits, selected, size }: Editing, change: Change): WorkingCopyEdits {
  if (selected === null) return edits;
  if (selected.list === 'crop') return edits.crop === null ? edits : { ...edits, crop: change.rect(edits.crop, size) };
  return selected.list === 'masks'
    ? withMask(edits, selected.index, (mask) => change.rect(mask, size))
    : withMark(edits, selected.index, (mark) => change.mark(mark, size));
}

function withMask(edits: WorkingCopyEdits, index: number, change: (mask: Mask) => Mask): WorkingCopyEdits {
  return { ...edits, masks: edits.masks.map((mask, at) => (at === index ? change(mask) : mask)) };
}

function withMark(edits: WorkingCopyEdits, index: number, change: (mark: Mark) => Mark): WorkingCopyEdits {
  return { ...edits, marks: edits.marks.map((mark, at) => (at === index ? change(mark) : mark)) };
}

function withoutSelected({ edits, selected }: Editing): WorkingCopyEdits {
  if (selected === null) return edits;
  if (selected.list === 'crop') return { ...edits, crop: null };
  return { ...edits, [selected.list]: edits[selected.list].filter((_one, index) => index !== selected.index) };
}

function withDrawn(
  state: Editing,
  from: PixelPoint,
  to: PixelPoint,
  text: string,
): Pick<Editing, 'edits' | 'selected' | 'tool'> | null {
  const { edits, size, tool, colour } = state;
  if (tool === 'select') return null;
  const rect = rectBetween(from, to, size);
  if (tool === 'crop') return { edits: { ...edits, crop: rect }, selected: { list: 'crop' }, tool: 'select' };
  if (tool === 'mask') {
    const masks = [...edits.masks, { ...rect, reason: state.reason }];
    return { edits: { ...edits, masks }, selected: { list: 'masks', index: masks.length - 1 }, tool };
  }
  const line = lineFor(size);
  const mark: Mark =
    tool === 'arrow'
      ? { kind: tool, from: within(from, size), to: within(to, size), colour, line }
      : tool === 'text'
        ? { kind: tool, ...within(from, size), text, colour, letters: lettersFor(size) }
        : tool === 'highlight'
          ? { kind: tool, ...rect }
          : { kind: tool, ...rect, colour, line };
  const marks = [...edits.marks, mark];
  return {
    edits: { ...edits, marks },
    selected: { list: 'marks', index: marks.length - 1 },
    tool: tool === 'text' ? 'select' : tool,
  };
}

/** One step further; a step that goes on with the run before it is undone together with it. */
function step(state: Editing, edits: WorkingCopyEdits, run: string | null = null): Editing {
  if (edits === state.edits) return state;
  const past = run !== null && run === state.run ? state.past : [...state.past, state.edits].slice(-MOST_STEPS);
  return { ...state, edits, past, future: [], run };
}

function nameOf(selected: Selection): string {
  return selected === null ? '' : `${selected.list} ${'index' in selected ? selected.index : ''}`;
}

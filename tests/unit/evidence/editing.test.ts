import { describe, expect, it } from 'vitest';
import {
  dragged,
  type Editing,
  type EditingAction,
  reduceEditing,
  savedEdits,
  startEditing,
} from '../../../renderer/features/evidence/working-copy/editing.ts';

const SIZE = { width: 640, height: 480 };
const after = (...actions: EditingAction[]): Editing => actions.reduce(reduceEditing, startEditing(SIZE));
const draw = (x1: number, y1: number, x2: number, y2: number): EditingAction => ({
  do: 'draw',
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
  text: 'Di sini',
});

describe('editing a working copy', () => {
  it('masks by a drag, with the reason chosen last', () => {
    const state = after(draw(10, 10, 50, 30), { do: 'reason', index: 0, reason: 'nama' }, draw(100, 100, 90, 80));
    expect(state.edits.masks).toEqual([
      { x: 10, y: 10, width: 40, height: 20, reason: 'nama' },
      { x: 90, y: 80, width: 10, height: 20, reason: 'nama' },
    ]);
    expect(state.selected).toEqual({ list: 'masks', index: 1 });
  });

  it('undoes and redoes each step, and a new step forgets what was undone', () => {
    const two = after(draw(0, 0, 10, 10), draw(20, 20, 30, 30));
    const one = reduceEditing(two, { do: 'undo' });
    expect(one.edits.masks).toHaveLength(1);
    expect(reduceEditing(one, { do: 'redo' }).edits).toEqual(two.edits);
    const other = reduceEditing(one, draw(40, 40, 50, 50));
    expect(reduceEditing(other, { do: 'redo' })).toBe(other);
    const none = [...Array(5)].reduce<Editing>((state) => reduceEditing(state, { do: 'undo' }), other);
    expect(none.edits.masks).toEqual([]);
  });

  it('takes a run of arrow keys as one step', () => {
    const moved = after(
      draw(10, 10, 20, 20),
      ...Array.from({ length: 12 }, () => ({ do: 'move', dx: 1, dy: 0 }) as const),
    );
    expect(moved.edits.masks[0]?.x).toBe(22);
    expect(reduceEditing(moved, { do: 'undo' }).edits.masks[0]?.x).toBe(10);
  });

  it('moves and sizes what is selected, inside the picture', () => {
    const state = after(draw(600, 400, 640, 480), { do: 'move', dx: 50, dy: -500 }, { do: 'grow', dx: -10, dy: 1_000 });
    expect(state.edits.masks[0]).toMatchObject({ x: 600, y: 0, width: 30, height: 480 });
    const dropped = dragged(state, { kind: 'size', anchor: { x: 600, y: 0 }, end: 'to', to: { x: 620.4, y: 33.2 } });
    expect(dropped.masks[0]).toMatchObject({ x: 600, y: 0, width: 21, height: 34, reason: 'wajah' });
    expect(state.edits.masks[0]).toMatchObject({ width: 30 });
  });

  it('draws marks, recolours them and changes their words', () => {
    const state = after(
      { do: 'tool', tool: 'arrow' },
      draw(10, 10, 600, 470),
      { do: 'tool', tool: 'text' },
      draw(30, 40, 30, 40),
      { do: 'text', index: 1, text: 'Ajakan' },
      { do: 'colour', index: 1, colour: 'biru' },
    );
    expect(state.edits.marks).toMatchObject([
      { kind: 'arrow', from: { x: 10, y: 10 }, to: { x: 600, y: 470 }, colour: 'merah' },
      { kind: 'text', x: 30, y: 40, text: 'Ajakan', colour: 'biru' },
    ]);
    expect(state.tool).toBe('select');
    const gone = reduceEditing(state, { do: 'remove' });
    expect(gone.edits.marks.map(({ kind }) => kind)).toEqual(['arrow']);
    expect(gone.selected).toBeNull();
  });

  it('saves neither what the crop cuts away nor a text without letters', () => {
    const state = after(
      draw(10, 10, 50, 50),
      draw(300, 300, 350, 350),
      { do: 'tool', tool: 'text' },
      draw(310, 310, 310, 310),
      { do: 'text', index: 0, text: '  ' },
      { do: 'tool', tool: 'crop' },
      draw(200, 200, 640, 480),
    );
    expect(savedEdits(state)).toEqual({
      crop: { x: 200, y: 200, width: 440, height: 280 },
      masks: [{ x: 300, y: 300, width: 50, height: 50, reason: 'wajah' }],
      marks: [],
    });
  });
});

/** The edits over the picture, in the picture's own pixels and as the worker will draw them. */
import type { ReactNode } from 'react';
import { arrowOutline, HIGHLIGHT_RGB, MARK_RGB, TEXT_PADDING } from '#shared/domain/evidence/mark-shapes.ts';
import type { Mark, PixelPoint, PixelRect, PixelSize, WorkingCopyEdits } from '#shared/domain/evidence/working-copy.ts';
import { type Selection, selectedBox } from './editing.ts';

const rgb = (colour: readonly number[]): string => `rgb(${colour.join(' ')})`;
/** Side of a handle on the screen, px. */
const HANDLE = 12;

/** All edits of a list; `scale` is screen px by picture pixel. */
export function DrawnEdits({
  edits,
  size,
  selected,
  scale,
}: {
  edits: WorkingCopyEdits;
  size: PixelSize;
  selected: Selection;
  scale: number;
}): ReactNode {
  return (
    <>
      {edits.masks.map((mask, index) => (
        <rect key={index} data-edit={`masks ${index}`} {...boxOf(mask)} className="n-copy-mask" />
      ))}
      {edits.marks.map((mark, index) => (
        <DrawnMark
          key={index}
          mark={mark}
          name={`marks ${index}`}
          size={size}
          selected={selected?.list === 'marks' && selected.index === index}
        />
      ))}
      {edits.crop !== null && <Crop crop={edits.crop} size={size} />}
      <Selected edits={edits} selected={selected} scale={scale} />
    </>
  );
}

function DrawnMark({
  mark,
  name,
  size,
  selected,
}: {
  mark: Mark;
  name: string;
  size: PixelSize;
  selected: boolean;
}): ReactNode {
  switch (mark.kind) {
    case 'rectangle':
      return (
        <rect
          data-edit={name}
          {...boxOf(inset(mark, mark.line / 2))}
          fill="none"
          stroke={rgb(MARK_RGB[mark.colour])}
          strokeWidth={mark.line}
        />
      );
    case 'ellipse':
      return (
        <ellipse
          data-edit={name}
          cx={mark.x + mark.width / 2}
          cy={mark.y + mark.height / 2}
          rx={Math.max(0, (mark.width - mark.line) / 2)}
          ry={Math.max(0, (mark.height - mark.line) / 2)}
          fill="none"
          stroke={rgb(MARK_RGB[mark.colour])}
          strokeWidth={mark.line}
        />
      );
    case 'highlight':
      return <rect data-edit={name} {...boxOf(mark)} fill={rgb(HIGHLIGHT_RGB)} className="n-copy-highlight" />;
    case 'arrow':
      return <polygon data-edit={name} points={pointsOf(arrowOutline(mark))} fill={rgb(MARK_RGB[mark.colour])} />;
    case 'text':
      return (
        <foreignObject x={mark.x} y={mark.y} width={size.width} height={mark.letters * 2}>
          <span
            data-edit={name}
            data-selected={selected || undefined}
            className="n-copy-text"
            style={{
              fontSize: mark.letters,
              padding: Math.round(mark.letters * TEXT_PADDING),
              color: rgb(MARK_RGB[mark.colour]),
            }}
          >
            {mark.text}
          </span>
        </foreignObject>
      );
  }
}

/** What is cut away lies in the shade. */
function Crop({ crop, size }: { crop: PixelRect; size: PixelSize }): ReactNode {
  const { x, y, width, height } = crop;
  return (
    <>
      <path
        className="n-copy-shade"
        fillRule="evenodd"
        d={`M0 0H${size.width}V${size.height}H0ZM${x} ${y}h${width}v${height}h${-width}Z`}
      />
      <rect data-edit="crop" {...boxOf(crop)} className="n-copy-crop" />
    </>
  );
}

/** The frame around what is selected, with handles at its corners (at an arrow's ends). */
function Selected({
  edits,
  selected,
  scale,
}: {
  edits: WorkingCopyEdits;
  selected: Selection;
  scale: number;
}): ReactNode {
  const box = selectedBox({ edits, selected });
  // Only a text's beginning is known here; its own frame shows that it is selected.
  const text = selected?.list === 'marks' && edits.marks[selected.index]?.kind === 'text';
  if (box === null || text) return null;
  const side = HANDLE / scale;
  return (
    <>
      <rect {...boxOf(box)} className="n-copy-selected" />
      {handlesOf(edits, selected, box).map(({ at, name }) => (
        <rect
          key={name}
          data-handle={name}
          x={at.x - side / 2}
          y={at.y - side / 2}
          width={side}
          height={side}
          className="n-copy-handle"
        />
      ))}
    </>
  );
}

/** Corners by name; the name says which corner stays when one is pulled. */
function handlesOf(
  edits: WorkingCopyEdits,
  selected: Selection,
  { x, y, width, height }: PixelRect,
): { at: PixelPoint; name: string }[] {
  const mark = selected?.list === 'marks' ? edits.marks[selected.index] : undefined;
  if (mark?.kind === 'arrow')
    return [
      { at: mark.from, name: 'from' },
      { at: mark.to, name: 'to' },
    ];
  return [
    { at: { x, y }, name: 'left top' },
    { at: { x: x + width, y }, name: 'right top' },
    { at: { x, y: y + height }, name: 'left bottom' },
    { at: { x: x + width, y: y + height }, name: 'right bottom' },
  ];
}

const boxOf = ({ x, y, width, height }: PixelRect): PixelRect => ({ x, y, width, height });
const inset = ({ x, y, width, height }: PixelRect, by: number): PixelRect => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});
const pointsOf = (points: readonly PixelPoint[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');

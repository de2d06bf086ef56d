/** The areas of a page that can be recorded, and the light that shows which one is meant. */
import type { GuardedCalls } from '../cdp.ts';
import type { CaptureDeadlines } from '../deadlines.ts';
import { fieldNumber, fieldText, recordOf } from '../json.ts';
import { openPageWorld } from '../prepare.ts';
import { areaBox, LIST_AREAS } from './scroll-scripts.ts';

/** An area that scrolls; number 0 is the page itself. Sizes in CSS pixels. */
export interface ScrollArea {
  readonly number: number;
  /** What the page calls it; empty when it says nothing. */
  readonly name: string;
  readonly role: string;
  readonly width: number;
  readonly height: number;
  /** How much of its content is out of sight. */
  readonly hidden: number;
}

export interface AreaParts {
  readonly calls: GuardedCalls;
  readonly mainFrame: string | null;
  readonly deps: { readonly deadlines: CaptureDeadlines };
}

/** Lists them, the page first. Throws CaptureInterrupted. */
export async function listScrollAreas(parts: AreaParts): Promise<readonly ScrollArea[]> {
  const world = await openPageWorld(parts);
  const found = await world(LIST_AREAS, parts.deps.deadlines.text);
  return (Array.isArray(found) ? found : []).map((one: unknown, number) => {
    const area = recordOf(one);
    const size = (name: string): number => Math.max(0, Math.round(fieldNumber(area, name) ?? 0));
    return {
      number,
      name: fieldText(area, 'name').slice(0, 200),
      role: fieldText(area, 'role').slice(0, 60),
      width: size('width'),
      height: size('height'),
      hidden: size('hidden'),
    };
  });
}

/** Drawn by the browser over the page; the page itself is not touched and hears of nothing. */
const LIGHT = { color: { r: 30, g: 110, b: 235, a: 0.22 }, outlineColor: { r: 20, g: 80, b: 200, a: 0.95 } } as const;

/** Shows where an area lies, or with null takes the light away. Throws CaptureInterrupted. */
export async function lightScrollArea(parts: AreaParts, number: number | null): Promise<void> {
  const { calls, deps } = parts;
  const { command } = deps.deadlines;
  if (number === null) {
    const off = ['Overlay.hideHighlight', 'Overlay.disable', 'DOM.disable'] as const;
    return calls.parting(
      off.map((method) => [method, {}] as const),
      command,
    );
  }
  const world = await openPageWorld(parts);
  const box = recordOf(await world(areaBox(number), deps.deadlines.text));
  const size = (name: string): number => Math.round(fieldNumber(box, name) ?? 0);
  if (size('width') === 0 || size('height') === 0) return;
  await calls.call('DOM.enable', {}, command);
  await calls.call('Overlay.enable', {}, command);
  const rect = { x: size('x'), y: size('y'), width: size('width'), height: size('height') };
  await calls.call('Overlay.highlightRect', { ...rect, ...LIGHT }, command);
}

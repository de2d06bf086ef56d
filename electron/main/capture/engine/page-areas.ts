/** The parts of a page that can be chosen for a capture, and the light that shows which one is meant. */
import type { AreaKind, CaptureArea } from '#shared/domain/capture/capture-area.ts';
import { areasOf, bannerBox, LIST_BANNERS } from './banner.ts';
import type { GuardedCalls } from './cdp.ts';
import type { CaptureDeadlines } from './deadlines.ts';
import { fieldNumber, recordOf } from './json.ts';
import { openPageWorld } from './prepare.ts';
import { areaBox, LIST_AREAS } from './scroll/scroll-scripts.ts';

export interface AreaParts {
  readonly calls: GuardedCalls;
  readonly mainFrame: string | null;
  readonly deps: { readonly deadlines: CaptureDeadlines };
}

/** Lists them: of what scrolls the page comes first. Throws CaptureInterrupted. */
export async function listAreas(parts: AreaParts, kind: AreaKind): Promise<readonly CaptureArea[]> {
  const world = await openPageWorld(parts);
  return areasOf(await world(kind === 'scroll' ? LIST_AREAS : LIST_BANNERS, parts.deps.deadlines.text));
}

/** Drawn by the browser over the page; the page itself is not touched and hears of nothing. */
const LIGHT = { color: { r: 30, g: 110, b: 235, a: 0.22 }, outlineColor: { r: 20, g: 80, b: 200, a: 0.95 } } as const;

/** Shows where one of them lies, or with null takes the light away. Throws CaptureInterrupted. */
export async function lightArea(parts: AreaParts, kind: AreaKind, number: number | null): Promise<void> {
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
  const box = recordOf(await world(kind === 'scroll' ? areaBox(number) : bannerBox(number), deps.deadlines.text));
  const size = (name: string): number => Math.round(fieldNumber(box, name) ?? 0);
  if (size('width') === 0 || size('height') === 0) return;
  await calls.call('DOM.enable', {}, command);
  await calls.call('Overlay.enable', {}, command);
  const rect = { x: size('x'), y: size('y'), width: size('width'), height: size('height') };
  await calls.call('Overlay.highlightRect', { ...rect, ...LIGHT }, command);
}

/** One still of a screen: the officer draws a rectangle on it, by pointer or by keys. It can answer once, and nothing else. */
import '@fontsource-variable/plus-jakarta-sans';
import './region.css';
import type { ScreenRegionBridge } from '#shared/contract/bridge.ts';
import {
  between,
  isRegion,
  moved,
  type Point,
  type Rectangle,
  resized,
  type Size,
  startRectangle,
  toPicture,
  toView,
} from '#shared/domain/evidence/screen-region.ts';
import { type Language, wordsOf } from './words.ts';

/** Pixels of the picture for one press of an arrow; with Ctrl it is one. */
const STEP = 10;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

// The main window's page declares window.netra for itself; here it is the bridge of this window.
const page: { readonly netra?: unknown } = window;
const bridge = page.netra as ScreenRegionBridge;
const parts = {
  surface: element('surface', HTMLElement),
  still: element('still', HTMLCanvasElement),
  frame: element('frame', HTMLElement),
  size: element('size', HTMLElement),
  help: element('help', HTMLElement),
  problem: element('problem', HTMLElement),
  next: element('next', HTMLButtonElement),
  cancel: element('cancel', HTMLButtonElement),
  take: element('take', HTMLButtonElement),
};

let language: Language = 'id';
let picture: Size = { width: 0, height: 0 };
let rectangle: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

void start();

async function start(): Promise<void> {
  listen();
  writeWords();
  const answer = await bridge.operations['screen.still']({});
  if (!answer.ok) return cancel();
  const { png, width, height, displays } = answer.value;
  language = answer.value.language;
  writeWords();
  picture = { width, height };
  parts.still.width = width;
  parts.still.height = height;
  const image = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }));
  parts.still.getContext('2d')?.drawImage(image, 0, 0);
  parts.next.hidden = displays < 2;
  show(startRectangle(picture));
  parts.surface.focus();
}

function writeWords(): void {
  const words = wordsOf(language);
  document.documentElement.lang = language;
  parts.surface.setAttribute('aria-label', words.surface);
  parts.help.textContent = words.help;
  parts.problem.textContent = words.failed;
  parts.take.textContent = words.take;
  parts.cancel.textContent = words.cancel;
  parts.next.textContent = words.next;
}

function listen(): void {
  parts.surface.addEventListener('pointerdown', draw);
  parts.take.addEventListener('click', take);
  parts.cancel.addEventListener('click', cancel);
  parts.next.addEventListener('click', () => void bridge.operations['screen.nextDisplay']({}));
  addEventListener('keydown', onKey);
  addEventListener('resize', () => show(rectangle));
}

/** From here to where the button is let go; a rectangle too small to be meant leaves the one before. */
function draw(down: PointerEvent): void {
  if (down.button !== 0 || picture.width === 0) return;
  const before = rectangle;
  const from = place(down);
  const move = (event: PointerEvent): void => show(between(from, place(event)));
  const stop = (): void => {
    parts.surface.removeEventListener('pointermove', move);
    delete document.body.dataset['drawing'];
    if (!isRegion(rectangle, picture)) show(before);
  };
  document.body.dataset['drawing'] = '';
  parts.surface.setPointerCapture(down.pointerId);
  parts.surface.addEventListener('pointermove', move);
  parts.surface.addEventListener('lostpointercapture', stop, { once: true });
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') return cancel();
  const onButton = event.target instanceof HTMLButtonElement;
  if (event.key === 'Enter' && !onButton) return take();
  const arrow = ARROWS[event.key];
  if (arrow === undefined || picture.width === 0) return;
  event.preventDefault();
  const step = event.ctrlKey || event.metaKey ? 1 : STEP;
  const by = { x: arrow.x * step, y: arrow.y * step };
  show(event.shiftKey ? resized(rectangle, by, picture) : moved(rectangle, by, picture));
}

function take(): void {
  if (!isRegion(rectangle, picture)) return;
  void bridge.operations['screen.take'](rectangle).then((answer) => {
    // What goes well closes this window.
    parts.problem.hidden = answer.ok;
  });
}

function cancel(): void {
  void bridge.operations['screen.cancel']({});
}

function show(next: Rectangle): void {
  if (picture.width === 0) return;
  rectangle = next;
  const drawn = toView(next, view(), picture);
  parts.frame.style.left = `${drawn.x}px`;
  parts.frame.style.top = `${drawn.y}px`;
  parts.frame.style.width = `${drawn.width}px`;
  parts.frame.style.height = `${drawn.height}px`;
  parts.frame.hidden = false;
  parts.size.textContent = `${next.width} × ${next.height}`;
}

function place(event: PointerEvent): Point {
  return toPicture({ x: event.clientX, y: event.clientY }, view(), picture);
}

function view(): Size {
  return { width: window.innerWidth, height: window.innerHeight };
}

function element<Kind extends HTMLElement>(id: string, kind: { new (): Kind; prototype: Kind }): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

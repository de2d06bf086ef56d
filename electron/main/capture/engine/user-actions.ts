/**
 * What the officer does in the page, noted by the page's own trusted events in a world that the page's scripts cannot see.
 * It listens from the document's first moment; nothing is changed, no value of a field is read, keys are counted.
 * Frames of other sites are not listened to: that one was pressed is all that is known of them.
 */
import { ACTION_TEXT, ACTIONS_KEPT, type UserAction, type UserActions } from '#shared/domain/capture/user-actions.ts';
import type { GuardedCalls } from './cdp.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, recordOf } from './json.ts';
import type { Work } from './work.ts';

const WORLD = 'netra-actions';

/** Put into every document before its own scripts run. */
const WATCH = `(() => {
  if (globalThis.netraActions) return;
  const list = [];
  let more = 0;
  const quiet = { capture: true, passive: true };
  const FIELD = 'input, textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox], [role=searchbox], [role=combobox]';
  const cut = (text) => String(text || '').replace(/\\s+/g, ' ').trim().slice(0, ${ACTION_TEXT});
  const fieldOf = (element) => element.closest ? element.closest(FIELD) : null;
  const labelOf = (field) => field.type === 'password' ? '' : cut(field.getAttribute('aria-label') || (field.labels && field.labels[0] && field.labels[0].textContent) || field.getAttribute('placeholder') || field.getAttribute('name'));
  const roleOf = (element) => element.type === 'password' ? 'password' : element.getAttribute('role') || (element.localName === 'input' ? 'input ' + element.type : element.localName);
  const thingOf = (element) => {
    const field = fieldOf(element);
    if (field) return [roleOf(field), labelOf(field)];
    const thing = (element.closest && element.closest('a, button, summary, label, video, img, [role], [onclick]')) || element;
    if (thing.matches && thing.matches('html, body')) return [thing.localName, ''];
    if (thing.querySelector && thing.querySelector(FIELD)) return [roleOf(thing), cut(thing.getAttribute('aria-label'))];
    return [roleOf(thing), cut(thing.getAttribute('aria-label') || thing.getAttribute('alt') || (thing.innerText || '').slice(0, 400) || thing.getAttribute('title'))];
  };
  const note = (kind, [role, text], y) => {
    const last = list[list.length - 1];
    const now = Date.now();
    if (last && last.kind === kind && last.role === role && last.text === text) { last.count += 1; last.until = now; last.y = y; return; }
    if (list.length >= ${ACTIONS_KEPT}) { more += 1; return; }
    list.push({ kind, role, text, at: now, until: now, count: 1, y });
  };
  const target = (event) => { const [first] = event.composedPath(); return first instanceof Element ? first : document.documentElement; };
  const scrolled = (event) => {
    let area = target(event);
    const root = document.scrollingElement || document.documentElement;
    while (area && area !== root && !(area.scrollHeight > area.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(area).overflowY))) area = area.parentElement;
    area = area || root;
    const what = area === root || area === document.body ? ['', ''] : [roleOf(area), cut(area.getAttribute('aria-label'))];
    note('scrolled', what, Math.round(area.scrollTop));
    const noted = list[list.length - 1];
    // The wheel is told of before the page moves.
    setTimeout(() => { if (noted && noted.kind === 'scrolled') noted.y = Math.round(area.scrollTop); }, 250);
  };
  addEventListener('pointerdown', (event) => {
    if (!event.isTrusted) return;
    const element = target(event);
    const bar = element === document.documentElement && event.clientX >= element.clientWidth;
    if (bar) scrolled(event); else note('clicked', thingOf(element), null);
  }, quiet);
  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    const field = fieldOf(target(event));
    if (field) note('typed', [roleOf(field), labelOf(field)], null); else note('keys', ['', ''], null);
  }, quiet);
  addEventListener('wheel', (event) => { if (event.isTrusted) scrolled(event); }, quiet);
  addEventListener('blur', () => setTimeout(() => {
    const frame = document.activeElement;
    if (frame instanceof HTMLIFrameElement) note('entered-frame', ['iframe', cut(frame.title)], null);
  }, 0), quiet);
  globalThis.netraActions = () => ({ list, more });
})()`;

/** Listens from the next document on. Throws CaptureInterrupted. */
export async function watchUserActions(calls: GuardedCalls, deadline: number): Promise<void> {
  await calls.call('Page.addScriptToEvaluateOnNewDocument', { source: WATCH, worldName: WORLD }, deadline);
}

/** Reads what was noted since the document was loaded. Throws CaptureInterrupted. */
export async function readUserActions(work: Work): Promise<void> {
  const { calls, deps, mainFrame } = work;
  const { command } = deps.deadlines;
  const made = await calls.call('Page.createIsolatedWorld', { frameId: mainFrame, worldName: WORLD }, command);
  const contextId = fieldNumber(made, 'executionContextId');
  const expression = 'globalThis.netraActions ? globalThis.netraActions() : null';
  const answer = await calls.call('Runtime.evaluate', { contextId, expression, returnByValue: true }, command);
  work.userActions = actionsOf(fieldRecord(answer, 'result')['value']);
}

const KINDS: readonly UserAction['kind'][] = ['clicked', 'typed', 'keys', 'scrolled', 'entered-frame'];

/** What the page's world told, looked at field by field. */
export function actionsOf(told: unknown): UserActions {
  const list = fieldList(recordOf(told), 'list').slice(0, ACTIONS_KEPT);
  return {
    list: list.flatMap((one) => {
      const action = recordOf(one);
      const kind = KINDS.find((known) => known === action['kind']);
      return kind === undefined ? [] : [{ ...timesOf(action), kind, ...wordsOf(action), y: fieldNumber(action, 'y') }];
    }),
    more: Math.max(0, Math.round(fieldNumber(recordOf(told), 'more') ?? 0)),
  };
}

function timesOf(action: Readonly<Record<string, unknown>>): Pick<UserAction, 'at' | 'until' | 'count'> {
  const instant = (name: string): string => new Date(fieldNumber(action, name) ?? 0).toISOString();
  return { at: instant('at'), until: instant('until'), count: Math.max(1, fieldNumber(action, 'count') ?? 1) };
}

function wordsOf(action: Readonly<Record<string, unknown>>): Pick<UserAction, 'role' | 'text'> {
  return { role: fieldText(action, 'role').slice(0, 60), text: fieldText(action, 'text').slice(0, ACTION_TEXT) };
}

/** The tool bar of the capture window: asks main, shows its state. It never sees the page below, nor a byte of it. */
import '@fontsource-variable/plus-jakarta-sans';
import '../ui/theme.css';
import './toolbar.css';
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { bannerChoice } from './banner.ts';
import { lookAgain } from './look-again.ts';
import { officeParts } from './office.ts';
import { recordingChoices } from './recording.ts';
import { reminderBar } from './reminders.ts';
import { roundBar } from './round.ts';
import { sheetBar } from './sheet.ts';
import { certificateWord, type Language, refusalSentence, type StateLine, stateLine, wordsOf } from './words.ts';

/** Cases offered as targets; older ones are reached from the case's own page. */
const CASES_OFFERED = 100;

// The main window's page declares window.netra for itself; here it is the tool bar's bridge.
const bridge = (window as Window & { readonly netra?: unknown }).netra as CaptureToolbarBridge;
const parts = {
  form: element('address-form', HTMLFormElement),
  back: element('back', HTMLButtonElement),
  forward: element('forward', HTMLButtonElement),
  reload: element('reload', HTMLButtonElement),
  open: element('open', HTMLButtonElement),
  certificate: element('certificate', HTMLElement),
  address: element('address', HTMLInputElement),
  targetLabel: element('target-label', HTMLElement),
  target: element('target', HTMLSelectElement),
  title: element('title', HTMLElement),
  profile: element('profile', HTMLSelectElement),
  look: element('look', HTMLButtonElement),
  cancel: element('cancel', HTMLButtonElement),
  takeReload: element('take-reload', HTMLButtonElement),
  take: element('take', HTMLButtonElement),
  state: element('state', HTMLElement),
};

let language: Language = 'id';
let shown: CaptureState | null = null;
const choosing = {
  bridge,
  language: () => language,
  ask,
  say: (words: string): void => sayAs('plain', words),
  find: element,
};
const recording = recordingChoices(choosing);
const hiding = bannerChoice(choosing);
const again = lookAgain(choosing, sayAs);
const sheets = sheetBar({
  bridge,
  missing: element('missing', HTMLElement),
  fill: element('fill', HTMLSelectElement),
  language: () => language,
  ask,
  say: sayAs,
});
const rounds = roundBar({
  bridge,
  bar: element('bar', HTMLElement),
  row: element('round', HTMLElement),
  who: element('round-who', HTMLElement),
  answers: element('round-answers', HTMLElement),
  undo: element('round-undo', HTMLButtonElement),
  open: element('round-open', HTMLButtonElement),
  language: () => language,
  ask,
});
const reminders = reminderBar({
  bridge,
  list: element('reminders', HTMLSelectElement),
  line: element('reminder-line', HTMLElement),
  language: () => language,
  say: (words) => sayAs('plain', words),
});
const offices = officeParts({
  bridge,
  profile: parts.profile,
  look: parts.look,
  bar: element('bar', HTMLElement),
  whose: element('whose', HTMLElement),
  language: () => language,
  ask,
  say: sayAs,
});

void start();

async function start(): Promise<void> {
  await followPreferences();
  // They are changed in the main window, while this one stays open.
  addEventListener('focus', () => void followPreferences());
  offices.listen();
  sheets.listen();
  rounds.listen();
  reminders.listen();
  listen();
  bridge.events['capture.changed'](show);
  const state = await bridge.operations['capture.state']({});
  if (state.ok) show(state.value);
  await offerCases();
  await offices.offer();
  if ((shown?.round ?? null) === null) parts.address.focus();
}

async function followPreferences(): Promise<void> {
  const preferences = await bridge.operations['app.getPreferences']({});
  const before = language;
  if (preferences.ok) applyPreferences(preferences.value.language, preferences.value.theme);
  if (shown !== null && before === language) return;
  writeWords();
  reminders.show();
  if (shown !== null) show(shown);
}

function applyPreferences(chosen: Language, theme: 'system' | 'light' | 'dark'): void {
  language = chosen;
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.lang = chosen;
  document.documentElement.dataset['mantineColorScheme'] = dark ? 'dark' : 'light';
}

function writeWords(): void {
  const words = wordsOf(language);
  name(parts.back, `${words.back} (Alt+←)`);
  name(parts.forward, `${words.forward} (Alt+→)`);
  name(parts.address, words.address);
  parts.address.placeholder = words.address;
  parts.open.textContent = words.open;
  parts.targetLabel.textContent = words.target;
  const tray = [...parts.target.options].find(({ value }) => value === '');
  if (tray !== undefined) tray.text = words.tray;
  parts.cancel.textContent = words.cancel;
  parts.take.textContent = words.take;
  parts.take.title = 'Ctrl+Shift+S';
  parts.takeReload.textContent = words.takeReload;
  parts.takeReload.title = 'Ctrl+Shift+R';
  recording.writeWords();
  hiding.writeWords();
  again.writeWords();
  parts.target.setAttribute('aria-label', words.target);
}

function listen(): void {
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(bridge.operations['capture.navigate']({ address: parts.address.value }));
    parts.address.blur();
  });
  parts.back.addEventListener('click', () => go('back'));
  parts.forward.addEventListener('click', () => go('forward'));
  parts.reload.addEventListener('click', () => go(shown?.loading === true ? 'stop' : 'reload'));
  parts.take.addEventListener('click', () => take(false));
  parts.takeReload.addEventListener('click', () => take(true));
  parts.cancel.addEventListener('click', () => void ask(bridge.operations['capture.cancel']({})));
  parts.target.addEventListener('change', () => {
    void ask(bridge.operations['capture.setTarget']({ caseId: parts.target.value === '' ? null : parts.target.value }));
  });
  addEventListener('keydown', onKey);
}

/** The same keys as below in the page (electron/main/capture/adapter/page-guard.ts). */
function onKey(event: KeyboardEvent): void {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const held = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
  const actions: Readonly<Record<string, () => void>> = {
    'Ctrl+Shift+S': () => take(false),
    'Ctrl+Shift+R': () => take(true),
    'Ctrl+R': () => go('reload'),
    F5: () => go('reload'),
    F6: () => parts.address.select(),
    'Alt+ArrowLeft': () => go('back'),
    'Alt+ArrowRight': () => go('forward'),
    'Ctrl+L': () => void ask(bridge.operations['vault.lock']({})),
    Escape: () =>
      recording.escape() ||
      hiding.escape() ||
      again.escape() ||
      (shown?.busy === true ? void ask(bridge.operations['capture.cancel']({})) : resetAddress()),
  };
  const action = actions[held];
  if (action === undefined && !rounds.key(event)) return;
  event.preventDefault();
  action?.();
}

function go(direction: 'back' | 'forward' | 'reload' | 'stop'): void {
  void ask(bridge.operations['capture.go']({ direction }));
}

function take(reload: boolean): void {
  void ask(bridge.operations['capture.take']({ reload }));
}

function resetAddress(): void {
  parts.address.value = shown?.address ?? '';
  parts.address.select();
}

/** A refusal is said in the state line; what goes well is told by the state itself. */
async function ask<Value>(answer: Promise<Result<Value>>): Promise<Result<Value>> {
  const result = await answer;
  if (!result.ok) sayAs('problem', refusalSentence(result.error, language));
  return result;
}

function sayAs(kind: StateLine['kind'], text: string): void {
  parts.state.dataset['kind'] = kind;
  parts.state.textContent = text;
  parts.state.title = text;
}

function show(state: CaptureState): void {
  const words = wordsOf(language);
  shown = state;
  if (document.activeElement !== parts.address) parts.address.value = state.address;
  parts.title.textContent = parts.title.title = state.address === '' ? '' : state.title;
  parts.back.disabled = !state.canGoBack || state.busy;
  parts.forward.disabled = !state.canGoForward || state.busy;
  parts.reload.disabled = state.busy;
  parts.reload.textContent = state.loading ? '×' : '⟳';
  name(parts.reload, state.loading ? words.stop : `${words.reload} (Ctrl+R)`);
  parts.take.disabled = state.busy;
  parts.takeReload.disabled = state.busy;
  parts.takeReload.toggleAttribute('data-offered', state.addressReachedInPage);
  parts.cancel.hidden = !state.busy;
  parts.target.disabled = state.busy;
  recording.show(state);
  hiding.show(state);
  again.show(state);
  sheets.show(state);
  rounds.show(state);
  parts.certificate.dataset['kind'] = state.certificate;
  parts.certificate.textContent = certificateWord(state.certificate, language);
  showTarget(state.target);
  offices.show(state);
  const line = stateLine(state, language);
  sayAs(line.kind, line.text);
}

function showTarget(target: CaptureState['target']): void {
  const value = target.caseId ?? '';
  // Main names the tray in the language that the window was opened in.
  const label = target.caseId === null ? wordsOf(language).tray : target.label;
  if (![...parts.target.options].some((option) => option.value === value)) {
    parts.target.append(new Option(label, value));
  }
  parts.target.value = value;
  parts.target.title = label;
}

async function offerCases(): Promise<void> {
  const listed = await bridge.operations['cases.list']({ limit: CASES_OFFERED });
  const rows = listed.ok ? listed.value.rows : [];
  const tray = new Option(wordsOf(language).tray, '');
  parts.target.replaceChildren(tray, ...rows.map((row) => new Option(`${row.number} ${row.title}`.trim(), row.id)));
  if (shown !== null) showTarget(shown.target);
}

function name(part: HTMLElement, words: string): void {
  part.title = words;
  part.setAttribute('aria-label', words);
}

function element<Kind extends HTMLElement>(id: string, kind: { new (): Kind; prototype: Kind }): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the tool bar has no ${id}`);
  return found;
}

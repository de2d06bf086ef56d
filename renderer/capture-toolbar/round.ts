/** A round's row: whose account is shown, the six answers with their keys, the last answer taken back. */
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { RoundAtWindow } from '#shared/contract/capture-round.ts';
import { OUTCOME_KEYS, OUTCOMES, type Outcome } from '#shared/domain/monitoring/rules.ts';
import { OUTCOME_WORDS, ROUND_STATE_WORDS } from '#shared/domain/monitoring/words.ts';
import type { Result } from '#shared/errors/app-error.ts';
import type { Language } from './words.ts';

const WORDS = {
  id: {
    answers: 'Hasil pemeriksaan akun ini',
    anywhere: (key: string): string => `${key}; Ctrl+Shift+${key} juga saat halaman sedang dipakai`,
    names: (number: string): string => `Menyebut ${number}`,
    undo: 'Tarik kembali',
    open: 'Buka akun berikutnya',
    noAddress: 'tanpa alamat: cari sendiri',
    allDone: 'Semua akun ronde ini sudah dilihat. Selesaikan ronde di menu Pemantauan.',
    progress: (done: number, all: number): string => `${done} dari ${all}`,
  },
  en: {
    answers: 'What the look at this account came to',
    anywhere: (key: string): string => `${key}; Ctrl+Shift+${key} also while the page is in use`,
    names: (number: string): string => `Names ${number}`,
    undo: 'Take back',
    open: 'Open the next account',
    noAddress: 'no address: find it yourself',
    allDone: 'All accounts of this round were looked at. Finish the round in Monitoring.',
    progress: (done: number, all: number): string => `${done} of ${all}`,
  },
} as const;

export interface RoundParts {
  readonly bridge: CaptureToolbarBridge;
  readonly bar: HTMLElement;
  readonly row: HTMLElement;
  readonly who: HTMLElement;
  readonly answers: HTMLElement;
  readonly undo: HTMLButtonElement;
  readonly open: HTMLButtonElement;
  language(): Language;
  ask<Value>(answer: Promise<Result<Value>>): Promise<Result<Value>>;
}

export interface RoundBar {
  listen(): void;
  show(state: CaptureState): void;
  /** Whether the key was an answer of the round. */
  key(event: KeyboardEvent): boolean;
}

/** Puts the row to work; it is shown only while the window works on a round. */
export function roundBar({ bridge, bar, row, who, answers, undo, open, language, ask }: RoundParts): RoundBar {
  let state: CaptureState | null = null;
  const placeNow = (): CaptureState['round'] => state?.round ?? null;
  let round: RoundAtWindow | null = null;
  let asking = false;
  const buttons = OUTCOMES.map((outcome) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => give(outcome));
    return { outcome, button };
  });
  answers.replaceChildren(...buttons.map(({ button }) => button));

  const read = async (): Promise<void> => {
    const place = placeNow();
    const answer = place === null ? null : await bridge.operations['capture.round']({});
    // The window may have gone on meanwhile; then it was asked for anew.
    if (place?.itemId !== placeNow()?.itemId) return;
    round = answer?.ok === true ? answer.value.round : null;
    render();
  };
  const act = async (answer: () => Promise<Result<unknown>>): Promise<void> => {
    if (asking) return;
    asking = true;
    render();
    await ask(answer());
    asking = false;
    await read();
  };
  const mayAnswer = (): boolean => !asking && state?.busy === false && round?.item?.opened === true;
  const mayUndo = (): boolean =>
    !asking && state?.busy === false && round?.state === 'running' && round.latest !== null;
  const give = (outcome: Outcome): void => {
    if (mayAnswer()) void act(() => bridge.operations['capture.answerAccount']({ outcome }));
  };
  const takeBack = (): void => {
    if (mayUndo()) void act(() => bridge.operations['capture.takeBackAnswer']({}));
  };

  const render = (): void => {
    const working = placeNow() !== null;
    bar.toggleAttribute('data-round', working);
    row.hidden = !working;
    const words = WORDS[language()];
    const shown = OUTCOME_WORDS[language()];
    answers.setAttribute('aria-label', words.answers);
    for (const { outcome, button } of buttons) {
      const key = OUTCOME_KEYS[outcome];
      label(button, shown[outcome], key);
      const names = outcome === 'captured' && round?.item?.capture ? ` · ${words.names(round.item.capture)}` : '';
      button.title = `${words.anywhere(key)}${names}`;
      button.disabled = !mayAnswer();
    }
    label(undo, words.undo, 'Z');
    undo.title = round?.latest ? `${round.latest.person}: ${shown[round.latest.outcome]} · ${words.anywhere('Z')}` : '';
    undo.disabled = !mayUndo();
    open.textContent = words.open;
    open.hidden = (round?.item ?? null) === null || round?.item?.opened === true;
    open.disabled = asking || state?.busy === true;
    who.replaceChildren(...whoIs(round, language()));
    who.title = who.textContent;
  };

  return {
    listen() {
      bridge.events['data.changed'](({ features }) => {
        if (features.includes('monitoring') || features.includes('evidence')) void read();
      });
      undo.addEventListener('click', takeBack);
      open.addEventListener('click', () => void act(() => bridge.operations['capture.openAccount']({})));
    },
    show(next) {
      const moved = next.round?.itemId !== placeNow()?.itemId;
      state = next;
      if (moved) {
        round = null;
        void read();
      }
      render();
      // From here one key answers; in a field it would be written.
      if (moved && next.round !== null) who.focus();
    },
    key(event) {
      if (placeNow() === null || event.altKey || event.metaKey || event.repeat) return false;
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      const anywhere = event.ctrlKey && event.shiftKey;
      if (!anywhere && (inField || event.ctrlKey)) return false;
      const key = event.key.toUpperCase();
      const outcome = OUTCOMES.find((one) => OUTCOME_KEYS[one] === key);
      if (outcome !== undefined) give(outcome);
      else if (key === 'Z') takeBack();
      else return false;
      return true;
    },
  };
}

function whoIs(round: RoundAtWindow | null, language: Language): Node[] {
  if (round === null) return [];
  const words = WORDS[language];
  const progress = `${round.number} · ${words.progress(round.done, round.accounts)}`;
  const { item } = round;
  if (item === null) {
    const why = round.state === 'running' ? words.allDone : ROUND_STATE_WORDS[language][round.state];
    return lines(why, progress);
  }
  const account = [item.platform, item.handle, ...(item.url === '' ? [words.noAddress] : [])];
  const more = [account.filter((part) => part !== '').join(' '), item.unit, progress];
  return lines(item.person, more.filter((part) => part !== '').join(' · '));
}

function lines(first: string, second: string): Node[] {
  const strong = document.createElement('b');
  strong.textContent = first;
  const rest = document.createElement('span');
  rest.textContent = second;
  return [strong, ' ', rest].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
}

function label(button: HTMLButtonElement, words: string, key: string): void {
  const kbd = document.createElement('kbd');
  kbd.textContent = key;
  button.replaceChildren(`${words} `, kbd);
}

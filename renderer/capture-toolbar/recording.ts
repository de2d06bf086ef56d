/** The choices of a scroll recording: what of the page, from where, how fast, how much. Opened in place of the target's row. */
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import { SCROLL_SIZES, SCROLL_SPEEDS, SCROLL_STARTS } from '#shared/domain/capture/scroll-recording.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { areaWord, sizeWord, speedWord, startWord } from './recording-words.ts';
import { type Language, wordsOf } from './words.ts';

export interface RecordingParts {
  readonly bridge: CaptureToolbarBridge;
  readonly language: () => Language;
  /** Says a refusal in the state line; answers with the result. */
  readonly ask: <Value>(answer: Promise<Result<Value>>) => Promise<Result<Value>>;
  readonly say: (words: string) => void;
  readonly find: <Kind extends HTMLElement>(id: string, kind: { new (): Kind; prototype: Kind }) => Kind;
}

export interface RecordingChoices {
  writeWords(): void;
  show(state: CaptureState): void;
  /** Stops a recording that runs, or closes the choices; whether there was something to do. */
  escape(): boolean;
}

/** Wires the row up; nothing is asked of the page before it is opened. */
export function recordingChoices({ bridge, language, ask, say, find }: RecordingParts): RecordingChoices {
  const row = {
    taking: find('taking', HTMLElement),
    form: find('recording', HTMLFormElement),
    area: find('recording-area', HTMLSelectElement),
    start: find('recording-start', HTMLSelectElement),
    speed: find('recording-speed', HTMLSelectElement),
    size: find('recording-size', HTMLSelectElement),
    record: find('record', HTMLButtonElement),
    close: find('close-recording', HTMLButtonElement),
    open: find('open-recording', HTMLButtonElement),
    stop: find('stop-recording', HTMLButtonElement),
    cancel: find('cancel', HTMLButtonElement),
    takes: [find('take', HTMLButtonElement), find('take-reload', HTMLButtonElement)],
  };
  let running = false;

  const light = (area: number | null): void => void ask(bridge.operations['capture.light']({ kind: 'scroll', area }));
  const choose = (opened: boolean): void => {
    row.form.hidden = !opened;
    row.taking.hidden = opened;
  };
  const close = (): void => {
    choose(false);
    light(null);
  };
  const open = async (): Promise<void> => {
    const listed = await ask(bridge.operations['capture.areas']({ kind: 'scroll' }));
    if (!listed.ok) return;
    const { areas } = listed.value;
    row.area.replaceChildren(...areas.map((area) => new Option(areaWord(area, language()), String(area.number))));
    // The page itself, unless all of it is in sight and an area of it hides something.
    const most = areas[0]?.hidden === 0 ? areas[1] : areas[0];
    row.area.value = String(most?.number ?? 0);
    choose(true);
    row.area.focus();
    light(Number(row.area.value));
    say(wordsOf(language()).chooseArea);
  };

  row.open.addEventListener('click', () => void open());
  row.close.addEventListener('click', () => {
    close();
    row.open.focus();
  });
  row.area.addEventListener('change', () => light(Number(row.area.value)));
  row.stop.addEventListener('click', () => void ask(bridge.operations['capture.stopRecording']({})));
  row.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const speed = SCROLL_SPEEDS.find((one) => one === row.speed.value) ?? 'medium';
    const size = SCROLL_SIZES.find((one) => one === row.size.value) ?? 'middle';
    const start = SCROLL_STARTS.find((one) => one === row.start.value) ?? 'top';
    choose(false);
    void ask(bridge.operations['capture.record']({ area: Number(row.area.value), start, speed, size }));
  });

  return {
    writeWords() {
      const words = wordsOf(language());
      row.open.textContent = words.openRecording;
      row.stop.textContent = words.stopRecording;
      row.record.textContent = words.record;
      row.close.textContent = words.close;
      const labels = [
        [row.area, words.area],
        [row.start, words.start],
        [row.speed, words.speed],
        [row.size, words.size],
      ] as const;
      for (const [part, label] of labels) {
        part.title = label;
        part.setAttribute('aria-label', label);
      }
      row.start.replaceChildren(...SCROLL_STARTS.map((one) => new Option(startWord(one, language()), one)));
      row.speed.replaceChildren(...SCROLL_SPEEDS.map((one) => new Option(speedWord(one, language()), one)));
      row.speed.value = 'medium';
      row.size.replaceChildren(...SCROLL_SIZES.map((one) => new Option(sizeWord(one, language()), one)));
      row.size.value = 'middle';
    },
    show(state) {
      const words = wordsOf(language());
      const began = state.phase === 'recording' && !running;
      running = state.phase === 'recording';
      row.stop.hidden = !running;
      // The button that began it is gone: the one that ends it takes its place.
      if (began && document.activeElement === document.body) row.stop.focus();
      for (const button of row.takes) button.hidden = running;
      row.cancel.textContent = running ? words.discard : words.cancel;
      row.open.hidden = state.busy;
      // The areas were those of the document before.
      if ((state.busy || state.loading) && !row.form.hidden) close();
    },
    escape() {
      if (running) void ask(bridge.operations['capture.stopRecording']({}));
      else if (!row.form.hidden) {
        close();
        row.open.focus();
      } else return false;
      return true;
    },
  };
}

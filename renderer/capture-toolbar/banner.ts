/** Choosing a banner that is left out of the pictures. Opened in place of the target's row, as a recording's choices are. */
import { areaWord } from './recording-words.ts';
import type { RecordingParts } from './recording.ts';
import { wordsOf } from './words.ts';

export interface BannerChoice {
  writeWords(): void;
  show(state: { readonly busy: boolean; readonly loading: boolean }): void;
  /** Closes the choice; whether it was open. */
  escape(): boolean;
}

/** Wires the row up; nothing is asked of the page before it is opened. */
export function bannerChoice({ bridge, language, ask, say, find }: RecordingParts): BannerChoice {
  const row = {
    taking: find('taking', HTMLElement),
    form: find('hiding', HTMLFormElement),
    banner: find('banner', HTMLSelectElement),
    take: find('take-without', HTMLButtonElement),
    close: find('close-hiding', HTMLButtonElement),
    open: find('open-hiding', HTMLButtonElement),
  };
  const light = (area: number | null): Promise<unknown> =>
    ask(bridge.operations['capture.light']({ kind: 'banner', area }));
  const choose = (opened: boolean): void => {
    row.form.hidden = !opened;
    row.taking.hidden = opened;
  };
  const close = (): void => {
    choose(false);
    void light(null);
  };
  const open = async (): Promise<void> => {
    const listed = await ask(bridge.operations['capture.areas']({ kind: 'banner' }));
    if (!listed.ok) return;
    const { areas } = listed.value;
    if (areas.length === 0) return say(wordsOf(language()).noBanner);
    row.banner.replaceChildren(
      ...areas.map((area) => new Option(areaWord(area, language(), 'banner'), String(area.number))),
    );
    choose(true);
    row.banner.focus();
    say(wordsOf(language()).chooseBanner);
    await light(Number(row.banner.value));
  };

  row.open.addEventListener('click', () => void open());
  row.banner.addEventListener('change', () => void light(Number(row.banner.value)));
  row.close.addEventListener('click', () => {
    close();
    row.open.focus();
  });
  row.form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(false);
    // The light must be out before the untouched window is taken.
    void light(null).then(() =>
      ask(bridge.operations['capture.take']({ reload: false, banner: Number(row.banner.value) })),
    );
  });

  return {
    writeWords() {
      const words = wordsOf(language());
      row.open.textContent = words.openHiding;
      row.open.title = words.openHidingTitle;
      row.take.textContent = words.takeWithout;
      row.close.textContent = words.close;
      row.banner.title = words.banner;
      row.banner.setAttribute('aria-label', words.banner);
    },
    show(state) {
      row.open.hidden = state.busy;
      // What was listed was of the document before.
      if ((state.busy || state.loading) && !row.form.hidden) close();
    },
    escape() {
      if (row.form.hidden) return false;
      close();
      row.open.focus();
      return true;
    },
  };
}

/** What the case's capture sheets still miss, below the state line; and the last capture put under one of their items. */
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { CaseActs } from '#shared/contract/acts.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { missingLine, type OpenItem, openItems } from './sheet-words.ts';
import type { Language, StateLine } from './words.ts';

const WORDS = {
  id: {
    fill: (count: number): string => `Masih kurang (${count})…`,
    fillTitle: 'Yang masih kurang pada lembar perbuatan. Yang dipilih diisi dengan bukti yang baru diambil.',
    nothing:
      'Ambil buktinya dahulu, lalu pilih lagi: bukti yang terakhir diambil ke kasus ini dimasukkan ke lembar itu.',
    required: 'Wajib',
    helpful: 'Membantu',
    filled: 'dimasukkan ke lembar',
  },
  en: {
    fill: (count: number): string => `Still missing (${count})…`,
    fillTitle: 'What the sheets of the acts still miss. The one that is chosen is filled with what was just captured.',
    nothing: 'Capture it first, then choose again: what was captured last into this case is put on that sheet.',
    required: 'Required',
    helpful: 'Helpful',
    filled: 'put on the sheet',
  },
} as const;

export interface SheetParts {
  readonly bridge: CaptureToolbarBridge;
  readonly missing: HTMLElement;
  readonly fill: HTMLSelectElement;
  language(): Language;
  ask<Value>(answer: Promise<Result<Value>>): Promise<Result<Value>>;
  say(kind: StateLine['kind'], text: string): void;
}

export interface SheetBar {
  listen(): void;
  show(state: CaptureState): void;
}

/** Asks for the acts of the case that captures go to, anew whenever something of it changed. */
export function sheetBar({ bridge, missing, fill, language, ask, say }: SheetParts): SheetBar {
  let acts: CaseActs['acts'] = [];
  let shown: CaptureState | null = null;
  /** The case whose acts are shown or were asked for. */
  let caseId: string | null = null;
  let open: readonly OpenItem[] = [];

  const read = async (): Promise<void> => {
    const asked = caseId;
    const answer = asked === null ? null : await bridge.operations['cases.acts']({ caseId: asked });
    // Another case may have been chosen meanwhile. Where the acts cannot be had, nothing is said of them.
    if (asked !== caseId) return;
    acts = answer?.ok === true ? answer.value.acts : [];
    render();
  };

  const render = (): void => {
    const words = WORDS[language()];
    const line = missingLine(acts, language());
    missing.textContent = line;
    missing.title = line;
    open = openItems(acts, language());
    fill.hidden = open.length === 0 || shown?.busy === true;
    fill.title = words.fillTitle;
    fill.setAttribute('aria-label', words.fillTitle);
    fill.replaceChildren(
      new Option(words.fill(open.length), ''),
      ...(['required', 'helpful'] as const).flatMap((need) => groupOf(open, need, words[need])),
    );
  };

  const fillOne = async (chosen: OpenItem): Promise<void> => {
    const last = shown?.last ?? null;
    if (last === null || last.evidenceId === null || last.caseId !== caseId) {
      fill.value = '';
      return say('plain', WORDS[language()].nothing);
    }
    const { number } = last;
    const { actId, item } = chosen;
    const answer = await ask(bridge.operations['capture.fillSheet']({ actId, item }));
    if (answer.ok) say('done', `${number} ${WORDS[language()].filled}: ${chosen.words}.`);
    await read();
  };

  return {
    listen() {
      bridge.events['data.changed'](({ features }) => {
        if (features.includes('cases') || features.includes('evidence')) void read();
      });
      fill.addEventListener('change', () => {
        const chosen = open[Number(fill.value)];
        if (fill.value !== '' && chosen !== undefined) void fillOne(chosen);
      });
    },
    show(state) {
      shown = state;
      const changed = state.target.caseId !== caseId;
      caseId = state.target.caseId;
      if (changed) {
        acts = [];
        void read();
      }
      render();
    },
  };
}

function groupOf(open: readonly OpenItem[], need: OpenItem['need'], label: string): HTMLElement[] {
  const options = open.flatMap((one, index) => (one.need === need ? [new Option(one.words, String(index))] : []));
  if (options.length === 0) return [];
  const group = document.createElement('optgroup');
  group.label = label;
  group.append(...options);
  return [group];
}

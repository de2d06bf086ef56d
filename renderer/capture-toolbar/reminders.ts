/** What is worth noticing today: in one line beside a round's work, and whole in a list. For the eye; nothing is matched with the page. */
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { REMINDER_KINDS, REMINDER_WORDS } from '#shared/domain/elections/kinds.ts';
import type { Language } from './words.ts';

const WORDS = {
  id: {
    open: (count: number): string => `Pengingat (${count})…`,
    title: 'Pengingat bagi mata: calon, kata, tagar, gestur, simbol. Hanya penanda, bukan penilaian.',
    line: 'Perhatikan',
    candidates: 'Calon',
  },
  en: {
    open: (count: number): string => `Reminders (${count})…`,
    title: 'Reminders for the eye: candidates, words, hashtags, gestures, symbols. Marks only, no judgement.',
    line: 'Look for',
    candidates: 'Candidates',
  },
} as const;

export interface ReminderParts {
  readonly bridge: CaptureToolbarBridge;
  readonly list: HTMLSelectElement;
  readonly line: HTMLElement;
  language(): Language;
  /** Tells a chosen one whole. */
  say(words: string): void;
}

/** Reads the reminders now and whenever an election's data change; `show` says them in the language of now. */
export function reminderBar({ bridge, list, line, language, say }: ReminderParts): { listen(): void; show(): void } {
  let found: OutputOf<'elections.reminders'> | null = null;
  let entries: readonly Entry[] = [];
  const read = async (): Promise<void> => {
    const answer = await bridge.operations['elections.reminders']({});
    found = answer.ok ? answer.value : null;
    show();
  };
  const show = (): void => {
    const words = WORDS[language()];
    entries = found === null ? [] : entriesOf(found, language());
    list.hidden = entries.length === 0;
    list.title = words.title;
    list.setAttribute('aria-label', words.title);
    list.replaceChildren(new Option(words.open(entries.length), ''), ...groupsOf(entries));
    line.textContent = entries.length === 0 ? '' : `${words.line}: ${entries.map(({ brief }) => brief).join(' · ')}`;
    line.title = line.textContent;
  };
  return {
    show,
    listen() {
      bridge.events['data.changed'](({ features }) => {
        if (features.includes('elections')) void read();
      });
      list.addEventListener('change', () => {
        const chosen = list.value === '' ? undefined : entries[Number(list.value)];
        list.value = '';
        if (chosen !== undefined) say(chosen.whole);
      });
      void read();
    },
  };
}

interface Entry {
  readonly group: string;
  readonly brief: string;
  readonly whole: string;
}

function entriesOf({ candidates, reminders }: OutputOf<'elections.reminders'>, language: Language): Entry[] {
  return [
    ...candidates.map((one): Entry => {
      const names = [one.name, one.partnerName].filter((part) => part !== '').join(' – ');
      const accounts = one.accounts.map(({ handle, url }) => (handle === '' ? url : handle));
      const marks = [...one.tags, ...one.symbols, ...one.colours, ...accounts].join(', ');
      const brief = `${one.number === '' ? '' : `${one.number}. `}${names}`;
      return { group: WORDS[language].candidates, brief, whole: marks === '' ? brief : `${brief}: ${marks}` };
    }),
    ...REMINDER_KINDS.flatMap((kind) =>
      reminders
        .filter((row) => row.kind === kind)
        .map((row): Entry => {
          const group = REMINDER_WORDS[kind][language];
          const more = [row.about, row.note].filter((part) => part !== '').join('. ');
          return { group, brief: row.text, whole: `${group}: ${row.text}${more === '' ? '' : ` (${more})`}` };
        }),
    ),
  ];
}

function groupsOf(entries: readonly Entry[]): HTMLElement[] {
  return [...new Set(entries.map(({ group }) => group))].map((label) => {
    const group = document.createElement('optgroup');
    group.label = label;
    entries.forEach((entry, index) => entry.group === label && group.append(new Option(entry.whole, String(index))));
    return group;
  });
}

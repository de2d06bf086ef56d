/** Planning a second look at what was just captured. Opened in place of the target's row, as a recording's choices are. */
import type { CaptureState } from '#shared/contract/capture.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';
import type { RecordingParts } from './recording.ts';
import type { StateLine } from './words.ts';

/** Days from today that are offered; the last choice is a day of the officer's own. */
const IN_DAYS = [1, 3, 7, 14, 30] as const;

const WORDS = {
  id: {
    open: 'Ambil ulang…',
    openTitle: 'Jadwalkan pengambilan ulang alamat ini',
    when: 'Hari pengambilan ulang',
    date: 'Tanggal',
    own: 'Tanggal lain…',
    plan: 'Jadwalkan',
    close: 'Tutup',
    choose:
      'Pada hari itu alamat ini diambil lagi dari menu Antrean, lalu dibandingkan dengan bukti yang baru diambil.',
    planned: 'dijadwalkan untuk diambil ulang pada',
    inDays: (days: number): string => (days === 1 ? 'Besok' : `${days} hari lagi`),
  },
  en: {
    open: 'Second look…',
    openTitle: 'Plan another capture of this address',
    when: 'Day of the second look',
    date: 'Date',
    own: 'Another date…',
    plan: 'Plan',
    close: 'Close',
    choose: 'On that day this address is captured again from the Queues page and compared with what was just captured.',
    planned: 'is to be captured again on',
    inDays: (days: number): string => (days === 1 ? 'Tomorrow' : `In ${days} days`),
  },
} as const;

export interface LookAgain {
  writeWords(): void;
  show(state: CaptureState): void;
  /** Closes the choice; whether it was open. */
  escape(): boolean;
}

/** Wires the row up. */
export function lookAgain(
  { bridge, language, ask, say, find }: RecordingParts,
  done: (kind: StateLine['kind'], text: string) => void,
): LookAgain {
  const row = {
    taking: find('taking', HTMLElement),
    form: find('planning', HTMLFormElement),
    when: find('look-when', HTMLSelectElement),
    date: find('look-date', HTMLInputElement),
    plan: find('plan-look', HTMLButtonElement),
    close: find('close-planning', HTMLButtonElement),
    open: find('open-planning', HTMLButtonElement),
  };
  let last: CaptureState['last'] = null;

  const choose = (opened: boolean): void => {
    row.form.hidden = !opened;
    row.taking.hidden = opened;
  };
  const showDate = (): void => {
    row.date.hidden = row.when.value !== '';
    row.date.required = row.when.value === '';
    row.date.min = dayIn(0);
  };
  const plan = async (): Promise<void> => {
    const dueOn = row.when.value === '' ? row.date.value : dayIn(Number(row.when.value));
    const number = last?.number ?? '';
    choose(false);
    const answer = await ask(bridge.operations['capture.planLook']({ dueOn }));
    if (answer.ok) done('done', `${number} ${WORDS[language()].planned} ${formatCalendarDay(dueOn, language())}.`);
  };

  row.open.addEventListener('click', () => {
    choose(true);
    showDate();
    row.when.focus();
    say(WORDS[language()].choose);
  });
  row.when.addEventListener('change', () => {
    showDate();
    if (!row.date.hidden) row.date.focus();
  });
  row.close.addEventListener('click', () => {
    choose(false);
    row.open.focus();
  });
  row.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void plan();
  });

  return {
    writeWords() {
      const words = WORDS[language()];
      row.open.textContent = words.open;
      row.open.title = words.openTitle;
      row.plan.textContent = words.plan;
      row.close.textContent = words.close;
      for (const [part, label] of [
        [row.when, words.when],
        [row.date, words.date],
      ] as const) {
        part.title = label;
        part.setAttribute('aria-label', label);
      }
      row.when.replaceChildren(
        ...IN_DAYS.map((days) => new Option(words.inDays(days), String(days))),
        new Option(words.own, ''),
      );
      row.when.value = '7';
    },
    show(state) {
      last = state.last;
      const nothing = state.busy || last === null || last.evidenceId === null;
      row.open.hidden = nothing;
      if (nothing && !row.form.hidden) choose(false);
    },
    escape() {
      if (row.form.hidden) return false;
      choose(false);
      row.open.focus();
      return true;
    },
  };
}

/** So many days from now by this computer's own calendar, YYYY-MM-DD. */
function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The part of the tool bar that is about accounts: with whose session the window works, and the look without log-in. */
import type { CaptureToolbarBridge } from '#shared/contract/bridge.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import { publicAnswerWords, publicBasisWords } from '#shared/domain/capture/seen-by-words.ts';
import type { Result } from '#shared/errors/app-error.ts';
import type { Language, StateLine } from './words.ts';

const WORDS = {
  id: {
    without: 'Tanpa masuk (log in)',
    office: 'Akun kantor: ',
    label: 'Sesi jendela ini',
    look: 'Periksa tanpa masuk',
    looking: 'Jendela bersih sedang memeriksa alamat yang sama…',
    stop: 'Hentikan pemeriksaan',
    public: 'Terlihat publik: ',
  },
  en: {
    without: 'Without log-in',
    office: 'Office account: ',
    label: 'Session of this window',
    look: 'Look without log-in',
    looking: 'A clean window is looking at the same address…',
    stop: 'Stop looking',
    public: 'Publicly visible: ',
  },
} as const;

export interface OfficeParts {
  readonly bridge: CaptureToolbarBridge;
  readonly profile: HTMLSelectElement;
  readonly look: HTMLButtonElement;
  readonly bar: HTMLElement;
  /** Says the account whole, however long its name is. */
  readonly whose: HTMLElement;
  language(): Language;
  /** Waits for an answer and tells of a refusal. */
  ask(answer: Promise<Result<unknown>>): Promise<unknown>;
  say(kind: StateLine['kind'], text: string): void;
}

export interface OfficeBar {
  listen(): void;
  /** Offers the profiles; nothing is shown where they are turned off. */
  offer(): Promise<void>;
  show(state: CaptureState): void;
}

/** Puts the select and the button to work. */
export function officeParts(parts: OfficeParts): OfficeBar {
  const { bridge, profile, look, bar, whose } = parts;
  let shown: CaptureState | null = null;
  let looking = false;
  /** Captures that were looked at from here: the button is offered once for each. */
  const looked = new Set<string>();

  const lookOnce = async (id: string): Promise<void> => {
    looking = true;
    render();
    parts.say('plain', WORDS[parts.language()].looking);
    const answer = await bridge.operations['capture.lookPublicly']({ id });
    looking = false;
    if (answer.ok) {
      looked.add(id);
      const words = `${WORDS[parts.language()].public}${publicAnswerWords(answer.value.answer, parts.language())}`;
      const kind = answer.value.answer === 'yes' ? 'done' : 'waiting';
      parts.say(kind, `${words} (${answer.value.number}; ${publicBasisWords(answer.value, parts.language())}).`);
    } else await parts.ask(Promise.resolve(answer));
    render();
  };

  const render = (): void => {
    const words = WORDS[parts.language()];
    const last = shown?.last?.evidenceId ?? null;
    look.hidden = !looking && (shown?.publicLookOffered !== true || last === null || looked.has(last));
    look.toggleAttribute('data-offered', !looking);
    look.textContent = looking ? words.stop : words.look;
    look.disabled = shown?.busy === true;
    profile.disabled = shown?.busy === true || looking;
    const inUse = shown?.profile ?? null;
    bar.toggleAttribute('data-office', inUse !== null);
    whose.textContent = inUse === null ? '' : `${words.office}${inUse.name}`;
    if (inUse !== null) addOption(inUse.id, `${words.office}${inUse.name}`);
    profile.value = inUse?.id ?? '';
    // With one entry there is nothing to choose, and nothing to say.
    profile.hidden = profile.options.length < 2;
    profile.title = `${words.label}: ${profile.selectedOptions[0]?.text ?? ''}`;
  };

  const addOption = (value: string, text: string): void => {
    if (![...profile.options].some((option) => option.value === value)) profile.append(new Option(text, value));
  };

  return {
    listen() {
      profile.addEventListener('change', () => {
        const profileId = profile.value === '' ? null : profile.value;
        // This window ends with it; only a refusal comes back.
        void parts.ask(bridge.operations['capture.useProfile']({ profileId })).then(render);
      });
      look.addEventListener('click', () => {
        const id = shown?.last?.evidenceId ?? null;
        if (looking) void parts.ask(bridge.operations['capture.stopLook']({}));
        else if (id !== null) void lookOnce(id);
      });
    },
    async offer() {
      const words = WORDS[parts.language()];
      profile.setAttribute('aria-label', words.label);
      const answer = await bridge.operations['captureProfiles.list']({});
      const listed = answer.ok && answer.value.enabled ? answer.value.profiles : [];
      profile.replaceChildren(new Option(words.without, ''));
      for (const { id, name } of listed) addOption(id, `${words.office}${name}`);
      render();
    },
    show(state) {
      shown = state;
      render();
    },
  };
}

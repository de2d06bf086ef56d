/** A draft as the officer files it: what was found is filled in, what was taken, dropped and changed is kept beside it. */
import type {
  IntakeAttachment,
  IntakeChoice,
  IntakeDraft,
  IntakeProposal,
  IntakeReceived,
  MessageRange,
} from '#shared/contract/report-intake-job.ts';
import { TIME_ZONES, type TimeZone } from '#shared/domain/text/local-time.ts';

const LINE = 500;

/** The choice that a draft proposes: links and whole attachments are taken, everything else waits for a press. */
export function proposedChoice(
  draft: IntakeDraft,
  attachments: readonly IntakeAttachment[],
  zone: TimeZone,
  ranges?: readonly MessageRange[],
): IntakeChoice {
  const { sender } = draft;
  const isEmail = sender.contact.includes('@');
  const links = draft.proposals.filter(({ kind }) => kind === 'link').map(({ value }) => value);
  const account = draft.proposals.find(({ kind, handle }) => (kind === 'link' || kind === 'handle') && handle !== null);
  const whole = new Set(attachments.filter(({ state }) => state === 'whole').map(({ id }) => id));
  const reporter = {
    name: sender.name.slice(0, LINE),
    phone: isEmail ? '' : sender.contact.slice(0, LINE),
    email: isEmail ? sender.contact.slice(0, LINE) : '',
    address: sender.address.slice(0, LINE),
    note: sender.notes.slice(0, 2_000),
  };
  return {
    source: ranges ? { of: 'messages', ranges: [...ranges] } : { of: 'draft', number: draft.number },
    receivedAt: receivedInstant(draft.received, zone),
    title: titleOf(draft),
    text: draft.text,
    respondent: draft.respondent.slice(0, LINE),
    account: (account === undefined ? draft.platform : accountWords(account, draft.platform)).slice(0, LINE),
    eventDay: null,
    location: draft.location.slice(0, LINE),
    links: [...new Set(links)].slice(0, 200),
    attachments: draft.attachments.filter((id) => whole.has(id)).slice(0, 2_000),
    reporter: Object.values(reporter).every((value) => value === '') ? null : reporter,
  };
}

/** What still keeps a report from being filed. */
export function missingOf(choice: IntakeChoice): 'title' | 'text' | null {
  if (choice.title.trim() === '') return 'title';
  return choice.text.trim() === '' && choice.links.length === 0 ? 'text' : null;
}

/** Whether a proposal stands in the choice. */
export function isTaken(choice: IntakeChoice, proposal: IntakeProposal): boolean {
  switch (proposal.kind) {
    case 'link':
      return choice.links.includes(proposal.value);
    case 'handle':
      return choice.account === accountWords(proposal, '');
    case 'date':
      return choice.eventDay === proposal.value;
    case 'nip':
      return choice.respondent.includes(proposal.value);
    case 'phone':
      return choice.reporter?.phone === proposal.value;
    case 'email':
      return choice.reporter?.email === proposal.value;
  }
}

/** Takes a proposal into its field, or drops it again. */
export function toggled(choice: IntakeChoice, proposal: IntakeProposal): IntakeChoice {
  const taken = isTaken(choice, proposal);
  const { value } = proposal;
  switch (proposal.kind) {
    case 'link':
      return { ...choice, links: taken ? choice.links.filter((one) => one !== value) : [...choice.links, value] };
    case 'handle':
      return { ...choice, account: taken ? '' : accountWords(proposal, '') };
    case 'date':
      return { ...choice, eventDay: taken ? null : value };
    case 'nip':
      return {
        ...choice,
        respondent: taken
          ? choice.respondent.replace(value, '').trim()
          : `${choice.respondent} ${value}`.trim().slice(0, LINE),
      };
    case 'phone':
      return { ...choice, reporter: { ...(choice.reporter ?? NOBODY), phone: taken ? '' : value } };
    case 'email':
      return { ...choice, reporter: { ...(choice.reporter ?? NOBODY), email: taken ? '' : value } };
  }
}

/** A reporter of whom nothing is known yet. */
export const NOBODY = { name: '', phone: '', email: '', address: '', note: '' } as const;

function accountWords({ platform, handle }: Pick<IntakeProposal, 'platform' | 'handle'>, otherwise: string): string {
  return [platform ?? otherwise, handle === null ? '' : `@${handle.replace(/^@/, '')}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** The first words of a text where the report has no title of its own. */
function titleOf({ title, text, respondent }: IntakeDraft): string {
  if (title !== '') return title.slice(0, LINE);
  const first = text
    .split('\n')
    .map((part) => part.replace(/^\[[^\]]{0,40}\] ?(?:Pengirim \d+: )?/, '').trim())
    .find((part) => part !== '' && !part.startsWith('['));
  const words = first ?? respondent;
  return words.length <= 80
    ? words
    : `${words
        .slice(0, 80)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

/** The instant at which a report came: as stated with its zone, or the file's own clock taken as that of the office. */
export function receivedInstant(received: IntakeReceived | null, zone: TimeZone): string | null {
  if (received === null || received.instant !== null) return received?.instant ?? null;
  return received.day === null ? null : fromLocal(`${received.day}T${(received.time ?? '00:00').slice(0, 5)}`, zone);
}

/** "2024-10-21T09:15" in the office's zone as a UTC instant; null when it is none. */
export function fromLocal(local: string, zone: TimeZone): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const at = Date.parse(`${local}:00.000Z`);
  return Number.isNaN(at) ? null : new Date(at - TIME_ZONES[zone] * 3_600_000).toISOString();
}

/** The other way, for a field that holds day and time. */
export function toLocal(instant: string | null, zone: TimeZone): string {
  if (instant === null) return '';
  return new Date(Date.parse(instant) + TIME_ZONES[zone] * 3_600_000).toISOString().slice(0, 16);
}

/** A draft as it is filed when nobody changes anything: what was found is filled in, what is doubtful is left to an officer. */
import { TIME_ZONES, type TimeZone } from '../text/local-time.ts';
import type { Proposal } from './proposals.ts';

const LINE = 500;

/** What of a draft the proposed choice follows from (contract: intakeDraft). */
export interface DraftFacts {
  readonly number: number;
  readonly received: ReceivedFacts | null;
  readonly sender: {
    readonly name: string;
    readonly contact: string;
    readonly address: string;
    readonly notes: string;
  };
  readonly title: string;
  readonly text: string;
  readonly respondent: string;
  readonly platform: string;
  readonly location: string;
  readonly proposals: readonly AccountFacts[];
  readonly attachments: readonly string[];
}
interface ReceivedFacts {
  readonly instant: string | null;
  readonly day: string | null;
  readonly time: string | null;
}
type AccountFacts = Pick<Proposal, 'kind' | 'value' | 'platform' | 'handle'>;

/** An attachment, as far as the choice asks (contract: intakeAttachment). */
export interface AttachmentFacts {
  readonly id: string;
  readonly mime: string;
  readonly state: 'whole' | 'missing' | 'damaged';
}

/** Both ends included. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** What is filed (contract: intakeChoice). */
export interface ProposedChoice {
  source: { of: 'draft'; number: number } | { of: 'messages'; ranges: { from: number; to: number }[] };
  receivedAt: string | null;
  title: string;
  text: string;
  respondent: string;
  account: string;
  eventDay: string | null;
  location: string;
  links: string[];
  attachments: string[];
  reporter: { name: string; phone: string; email: string; address: string; note: string } | null;
}

/** The choice that a draft proposes: links and whole attachments are taken, everything else waits for an officer. */
export function proposedChoice(
  draft: DraftFacts,
  attachments: readonly AttachmentFacts[],
  zone: TimeZone,
  ranges?: readonly Run[],
): ProposedChoice {
  const { sender } = draft;
  const isEmail = sender.contact.includes('@');
  const links = draft.proposals.filter(({ kind }) => kind === 'link').map(({ value }) => value);
  const account = draft.proposals.find(({ kind, handle }) => (kind === 'link' || kind === 'handle') && handle !== null);
  // An attached email names whoever wrote it: it is no evidence unless an officer says so.
  const fit = attachments.filter(({ state, mime }) => state === 'whole' && mime !== 'message/rfc822');
  const whole = new Set(fit.map(({ id }) => id));
  const reporter = {
    name: sender.name.slice(0, LINE),
    phone: isEmail ? '' : sender.contact.slice(0, LINE),
    email: isEmail ? sender.contact.slice(0, LINE) : '',
    address: sender.address.slice(0, LINE),
    note: sender.notes.slice(0, 2_000),
  };
  return {
    source: ranges
      ? { of: 'messages', ranges: ranges.map(({ from, to }) => ({ from, to })) }
      : { of: 'draft', number: draft.number },
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

/** Taken are all drafts but those that say nothing, and emails inside another one: an officer may want either. */
export function isTakenAtFirst(draft: {
  readonly insideOf: number | null;
  readonly warnings: readonly { readonly code: string }[];
}): boolean {
  return draft.insideOf === null && !draft.warnings.some(({ code }) => code === 'ROW_WITHOUT_TEXT');
}

/** What still keeps a report from being filed. */
export function missingOf(choice: Pick<ProposedChoice, 'title' | 'text' | 'links'>): 'title' | 'text' | null {
  if (choice.title.trim() === '') return 'title';
  return choice.text.trim() === '' && choice.links.length === 0 ? 'text' : null;
}

/** "Facebook @nama", with the platform that is known otherwise where the proposal names none. */
export function accountWords({ platform, handle }: Pick<Proposal, 'platform' | 'handle'>, otherwise: string): string {
  return [platform ?? otherwise, handle === null ? '' : `@${handle.replace(/^@/, '')}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** The first words of a text where the report has no title of its own. */
function titleOf({ title, text, respondent }: DraftFacts): string {
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
export function receivedInstant(received: ReceivedFacts | null, zone: TimeZone): string | null {
  if (received === null || received.instant !== null) return received?.instant ?? null;
  return received.day === null ? null : fromLocal(`${received.day}T${(received.time ?? '00:00').slice(0, 5)}`, zone);
}

/** "2024-10-21T09:15" in the office's zone as a UTC instant; null when it is none. */
export function fromLocal(local: string, zone: TimeZone): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const at = Date.parse(`${local}:00.000Z`);
  return Number.isNaN(at) ? null : new Date(at - TIME_ZONES[zone] * 3_600_000).toISOString();
}

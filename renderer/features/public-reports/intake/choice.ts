/** What an officer does to a proposed choice (shared/domain/public-reports/proposed-choice.ts): takes, drops and changes. */
import type { IntakeChoice, IntakeProposal } from '#shared/contract/report-intake-job.ts';
import { accountWords } from '#shared/domain/public-reports/proposed-choice.ts';
import { TIME_ZONES, type TimeZone } from '#shared/domain/text/local-time.ts';

const LINE = 500;

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

/** The other way, for a field that holds day and time. */
export function toLocal(instant: string | null, zone: TimeZone): string {
  if (instant === null) return '';
  return new Date(Date.parse(instant) + TIME_ZONES[zone] * 3_600_000).toISOString().slice(0, 16);
}

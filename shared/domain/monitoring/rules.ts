/** Monitoring rounds: what a look may come to, how often a plan comes round, and when the next round is due. */

/** In the order of their keys on the work list. */
export const OUTCOMES = ['nothing', 'again', 'captured', 'gone', 'private', 'not-person'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** After these the account counts as checked; "look again" asks for another look, "not this person" says nothing of the person. */
export const CHECKING: readonly Outcome[] = ['nothing', 'captured', 'gone', 'private'];
/** After these the person counts as looked at. */
export const LOOKING: readonly Outcome[] = [...CHECKING, 'again'];

/** One key for each outcome on the work list. */
export const OUTCOME_KEYS: Readonly<Record<Outcome, string>> = {
  nothing: 'T',
  again: 'L',
  captured: 'B',
  gone: 'H',
  private: 'P',
  'not-person': 'X',
};

export const ROUND_STATES = ['running', 'stopped', 'finished'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** `left`: not looked at when the round was finished; `carried`: taken over by the round after it. */
export const ITEM_STATES = ['open', 'again', 'done', 'no-account', 'left', 'carried'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const CADENCES = ['once', 'weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Days and months from one round of a plan to the next. */
const STEPS: Readonly<Record<Exclude<Cadence, 'once'>, { readonly days: number; readonly months: number }>> = {
  weekly: { days: 7, months: 0 },
  fortnightly: { days: 14, months: 0 },
  monthly: { days: 0, months: 1 },
  quarterly: { days: 0, months: 3 },
};

/** The day (YYYY-MM-DD) on which what was done on a day is due again; null for what is done once. The 31st becomes a month's last day. */
export function nextDay(day: string, cadence: Cadence): string | null {
  if (cadence === 'once') return null;
  const { days, months } = STEPS[cadence];
  const from = new Date(`${day}T00:00:00Z`);
  const [year, month, date] = [from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate() + days];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, months > 0 ? Math.min(date, last) : date)).toISOString().slice(0, 10);
}

/** A round's number as it is shown and printed: R-0001. */
export function roundNumber(sequence: number): string {
  return `R-${String(sequence).padStart(4, '0')}`;
}

/** What may become of a session, and how its entries came. */
export const OUTREACH_SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type OutreachSessionState = (typeof OUTREACH_SESSION_STATES)[number];

/** By picking one, a whole unit, a file, a printed sheet, or a row of a file that an officer settled. */
export const OUTREACH_ENTRY_SOURCES = ['pick', 'unit', 'file', 'sheet', 'settled'] as const;
export const OPEN_ROW_PURPOSES = ['attendance', 'pledge'] as const;
export const OPEN_ROW_ENDS = ['employee', 'guest', 'dropped'] as const;

/** A held session goes back only to be corrected; a cancelled one may be planned again. */
const NEXT: Readonly<Record<OutreachSessionState, readonly OutreachSessionState[]>> = {
  planned: ['held', 'cancelled'],
  held: ['planned'],
  cancelled: ['planned'],
};

export type TransitionRefusal = 'not-from-here' | 'reason-needed' | 'day-ahead' | 'has-attendance';

/** Where a session may go from a state. */
export function nextStates(state: OutreachSessionState): readonly OutreachSessionState[] {
  return NEXT[state];
}

/** Why a session may not go there now; null when it may. Days are YYYY-MM-DD of the office's calendar. */
export function refusalOf(
  session: { readonly state: OutreachSessionState; readonly day: string; readonly attended: number },
  to: OutreachSessionState,
  reason: string,
  today: string,
): TransitionRefusal | null {
  if (!NEXT[session.state].includes(to)) return 'not-from-here';
  if (to === 'held') return session.day > today ? 'day-ahead' : null;
  if (reason.trim().length < 3) return 'reason-needed';
  // Who was there would hang on a session that was never held.
  return session.state === 'held' && session.attended > 0 ? 'has-attendance' : null;
}

/** "SOS-0001". */
export function sessionNumber(sequence: number): string {
  return `SOS-${String(sequence).padStart(4, '0')}`;
}

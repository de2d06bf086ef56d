/** For what a file of people is read: the attendance of a session, or who signed what on which day. */
import type { InputOf } from '#shared/contract/index.ts';
import type { UseCaseContext } from '../kernel.ts';
import { pledgeKindByCode, refuseDayAhead } from './pledge-kinds.ts';
import { heldSession, sessionById } from './session-rows.ts';

export type FileTarget = InputOf<'outreach.previewFile'>['target'];

/** Looking is allowed before a session is held, noting is not. NOT_FOUND, OUTREACH_NOT_HELD, OUTREACH_KIND_UNKNOWN, OUTREACH_DAY_AHEAD. */
export function checkTarget(target: FileTarget, purpose: 'look' | 'note', context: UseCaseContext): void {
  const { database } = context;
  if (target.purpose === 'attendance') {
    if (purpose === 'note') heldSession(database, target.sessionId);
    else sessionById(database, target.sessionId);
    return;
  }
  pledgeKindByCode(database, target.kind);
  refuseDayAhead(target.signedOn, context);
  if (target.sessionId !== null) sessionById(database, target.sessionId);
}

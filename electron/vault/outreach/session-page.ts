/** One session with all that hangs on it. */
import { type OutreachSessionPage, outreachState } from '#shared/contract/outreach.ts';
import { nextStates } from '#shared/domain/outreach/session-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { materialsOf } from './materials.ts';
import { openRowsOf } from './open-rows.ts';
import { sessionById } from './session-rows.ts';
import { sheetsOf } from './sheets.ts';

/** Everything about one session but its people. NOT_FOUND. */
export function sessionPage(database: ReadableDatabase, id: string): OutreachSessionPage {
  const session = sessionById(database, id);
  const row = database.get(
    `SELECT s.summary, s.note, s.created_at, u.name AS creator FROM outreach_sessions s JOIN users u ON u.id = s.created_by
     WHERE s.id = ?`,
    [id],
  );
  if (!row) throw new AppError('NOT_FOUND', { id });
  return {
    session: {
      ...session,
      summary: textOf(row, 'summary'),
      note: textOf(row, 'note'),
      createdAt: textOf(row, 'created_at'),
      createdBy: textOf(row, 'creator'),
    },
    states: database
      .all(
        `SELECT h.*, u.name FROM outreach_session_states h JOIN users u ON u.id = h.user_id
         WHERE h.session_id = ? ORDER BY h.id`,
        [id],
      )
      .map((state) => ({
        state: outreachState.parse(state['state']),
        at: textOf(state, 'at'),
        user: textOf(state, 'name'),
        reason: textOf(state, 'reason'),
      })),
    next: [...nextStates(session.state)],
    materials: materialsOf(database, id),
    sheets: sheetsOf(database, id),
    openRows: openRowsOf(database, { sessionId: id }),
  };
}

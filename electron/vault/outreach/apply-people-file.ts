/** Takes over what the officer made of a read list: people, guests, and rows that wait for an answer; one entry for all. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { insertAttendance, insertGuest } from './attendance.ts';
import { checkTarget } from './file-target.ts';
import { insertOpenRows } from './open-rows.ts';
import { knownEmployees } from './people.ts';
import { insertPledges } from './pledges.ts';

/** As checkTarget; EMPLOYEE_UNKNOWN; INVALID_INPUT for guests among those who signed. */
export function applyFile(
  input: InputOf<'outreach.applyFile'>,
  context: UseCaseContext,
): OutputOf<'outreach.applyFile'> {
  const { target, rows } = input;
  checkTarget(target, 'note', context);
  const named = rows.flatMap(({ employeeId }) => (employeeId === null ? [] : [employeeId]));
  const ids = knownEmployees(context.database, named);
  const guests = rows.filter(({ employeeId, guest }) => employeeId === null && guest);
  if (target.purpose === 'pledge' && guests.length > 0)
    throw new AppError('INVALID_INPUT', { field: 'guest', problem: 'roster-only' });
  const open = rows.filter(({ employeeId, guest }) => employeeId === null && !guest);
  return context.write(['outreach'], (database) => {
    const added =
      target.purpose === 'attendance'
        ? insertAttendance(database, context, target.sessionId, ids, 'file')
        : insertPledges(database, context, { ...target, note: '', scan: null }, ids, 'file');
    if (target.purpose === 'attendance')
      for (const { name, nip, unit } of guests)
        insertGuest(database, context, target.sessionId, { name: name === '' ? nip : name, office: unit }, 'file');
    insertOpenRows(database, context, target, input.fileName, open);
    const counts = { added, already: named.length - added, guests: guests.length, open: open.length };
    return {
      value: counts,
      entry: {
        action: 'outreach.file-taken',
        subjectKind: 'outreach',
        subjectId: target.sessionId,
        facts: { kind: target.purpose, rows: rows.length, ...counts },
      },
    };
  });
}

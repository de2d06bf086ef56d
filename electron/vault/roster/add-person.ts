/** One person by hand, for an office that has no roster file yet. The same NIP and NIK rules hold as for a file. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { normalizeName } from '#shared/domain/roster/name.ts';
import { parseNik } from '#shared/domain/roster/nik.ts';
import { parseNip } from '#shared/domain/roster/nip.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { dayOf } from './days.ts';
import { employeeById, employeeRowOf, insertEmployee, type Person } from './employees.ts';

export function addPerson(input: InputOf<'roster.addPerson'>, context: UseCaseContext): OutputOf<'roster.addPerson'> {
  const name = normalizeName(input.name);
  const nip = nipOrRefuse(input.nip);
  const nik = nikOrRefuse(input.nik);
  for (const [column, value] of [
    ['nip', nip],
    ['nik', nik],
  ] as const) {
    if (value !== null && context.database.get(`SELECT 1 FROM employees WHERE ${column} = ?`, [value]))
      throw new AppError('INVALID_INPUT', { field: column, problem: 'already-known' });
  }
  const blank = (text: string): string | null => (text === '' ? null : text);
  const person: Person = {
    nip,
    nik,
    nipLama: null,
    name: name.display,
    searchName: name.search,
    sex: null,
    birthDate: null,
    status: input.status,
    grade: blank(input.grade),
    rank: null,
    position: blank(input.position),
    positionType: null,
    unit: blank(input.unit),
    agency: blank(input.agency),
    workEmail: null,
    workPhone: null,
  };
  const id = context.newId();
  const now = context.now();
  const at = now.toISOString();
  const stamp = { at, from: at, day: dayOf(now, context.settings().timeZone), importId: null };
  return context.write(['roster'], (database) => {
    insertEmployee(database, id, person, stamp);
    return {
      value: employeeRowOf(employeeById(database, id)),
      entry: { action: 'roster.person-added', subjectKind: 'employee', subjectId: id, facts: {} },
    };
  });
}

function nipOrRefuse(text: string): string | null {
  const parsed = parseNip(text);
  if (parsed.kind === 'problem') throw new AppError('INVALID_INPUT', { field: 'nip', problem: parsed.code });
  return parsed.kind === 'nip' ? parsed.nip.value : null;
}

function nikOrRefuse(text: string): string | null {
  const parsed = parseNik(text);
  if (parsed.kind === 'problem') throw new AppError('INVALID_INPUT', { field: 'nik', problem: parsed.code });
  return parsed.kind === 'nik' ? parsed.nik.value : null;
}

/** A social-media account, with or without a person. How sure it is whose it is follows from its reasons (proof/). */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { employeeById } from './employees.ts';
import { accountOf } from './person-page.ts';

export function saveAccount(
  input: InputOf<'roster.saveAccount'>,
  context: UseCaseContext,
): OutputOf<'roster.saveAccount'> {
  const id = input.id ?? context.newId();
  const at = context.now().toISOString();
  if (input.id !== undefined && !context.database.get('SELECT 1 FROM accounts WHERE id = ?', [input.id]))
    throw new AppError('NOT_FOUND', { id: input.id });
  if (input.employeeId !== null) employeeById(context.database, input.employeeId);
  return context.write(['roster'], (database) => {
    database.run(
      `INSERT INTO accounts (id, employee_id, platform, handle, url, basis, created_at, updated_at)
       VALUES (@id, @employee, @platform, @handle, @url, @basis, @at, @at)
       ON CONFLICT (id) DO UPDATE SET employee_id = @employee, platform = @platform, handle = @handle, url = @url,
         basis = @basis, updated_at = @at`,
      {
        id,
        employee: input.employeeId,
        platform: input.platform,
        handle: input.handle,
        url: input.url,
        basis: input.basis,
        at,
      },
    );
    const row = database.get('SELECT * FROM accounts WHERE id = ?', [id]);
    if (!row) throw new Error('the account just written is not there');
    const entry = {
      action: input.id === undefined ? 'roster.account-added' : 'roster.account-changed',
      subjectKind: 'account',
      subjectId: id,
      facts: { employee: input.employeeId },
    } as const;
    return { value: accountOf(database, row), entry };
  });
}

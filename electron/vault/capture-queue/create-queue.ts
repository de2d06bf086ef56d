/** Makes a queue of addresses that were looked over before (queue.preview), and of second looks. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { hostOf, readAddress } from '#shared/domain/capture/address-list.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';

export interface NewQueue {
  readonly id: string;
  readonly title: string;
  readonly kind: 'addresses' | 'second-look';
  readonly delaySeconds: number;
  readonly retries: number;
  readonly reload: boolean;
  readonly secondLookDays: number | null;
  readonly items: readonly NewItem[];
}
export interface NewItem {
  readonly row: number | null;
  readonly address: string;
  readonly caseId: string | null;
  readonly note: string;
  readonly secondLookId: string | null;
}

/** ADDRESS_NOT_ALLOWED for what is no address of the web, CASE_UNKNOWN. */
export function createQueue(input: InputOf<'queue.create'>, context: UseCaseContext): OutputOf<'queue.create'> {
  const { items, caseId, ...settings } = input;
  if (caseId !== null && !context.database.get('SELECT 1 FROM cases WHERE id = ?', [caseId]))
    throw new AppError('CASE_UNKNOWN', { number: '' });
  const made: NewItem[] = items.map(({ row, address, caseNumber, note }) => {
    const read = readAddress(address);
    if ('reason' in read) throw new AppError('ADDRESS_NOT_ALLOWED', { reason: read.reason });
    const own = caseNumber === '' ? caseId : caseByNumber(context.database, caseNumber);
    if (caseNumber !== '' && own === null) throw new AppError('CASE_UNKNOWN', { number: caseNumber });
    return { row, address: read.address, caseId: own, note, secondLookId: null };
  });
  const id = context.newId();
  return context.write(['queue'], (database) => {
    insertQueue(database, context, { ...settings, id, kind: 'addresses', items: made });
    const facts = {
      count: made.length,
      case: caseId,
      delay: settings.delaySeconds,
      retries: settings.retries,
      secondLook: settings.secondLookDays,
    };
    return { value: { id }, entry: { action: 'queue.created', subjectKind: 'queue', subjectId: id, facts } };
  });
}

/** The case of a registration number, letters of either size; null when there is none. */
export function caseByNumber(database: ReadableDatabase, number: string): string | null {
  const row = database.get('SELECT id FROM cases WHERE number = ? COLLATE NOCASE', [number]);
  return row ? textOf(row, 'id') : null;
}

/** Inside the transaction that also appends its custody entry. It runs from the beginning. */
export function insertQueue(database: WritableDatabase, context: UseCaseContext, queue: NewQueue): void {
  database.run(
    `INSERT INTO capture_queues (id, title, kind, state, delay_seconds, retries, reload, second_look_days, created_at, created_by)
     VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?)`,
    [
      queue.id,
      queue.title,
      queue.kind,
      queue.delaySeconds,
      queue.retries,
      queue.reload ? 1 : 0,
      queue.secondLookDays,
      context.now().toISOString(),
      context.actor.id,
    ],
  );
  queue.items.forEach(({ row, address, caseId, note, secondLookId }, position) => {
    database.run(
      `INSERT INTO capture_queue_items (id, queue_id, position, source_row, address, host, case_id, note, state, second_look_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
      [context.newId(), queue.id, position, row, address, hostOf(address), caseId, note, secondLookId],
    );
  });
}

/** The steps of a report as they are kept. */
import { z } from 'zod';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { publicReportState } from '#shared/contract/public-reports.ts';
import {
  CLOSE_REASONS,
  type CloseReason,
  FORWARDED_TO,
  type ForwardedTo,
  type PublicReportState,
} from '#shared/domain/public-reports/states.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';

export interface NewStep {
  readonly reportId: string;
  readonly from: PublicReportState | null;
  readonly to: PublicReportState;
  readonly reason: string;
  readonly dueDay: string | null;
  readonly missing?: readonly string[];
  readonly caseId?: string | null;
  readonly employeeId?: string | null;
  readonly accountText?: string;
  readonly forwardedTo?: ForwardedTo | null;
  readonly closeReason?: CloseReason | null;
}

/** Inside a transaction. */
export function addStep(database: WritableDatabase, context: UseCaseContext, step: NewStep): void {
  database.run(
    `INSERT INTO public_report_steps (id, report_id, position, from_state, to_state, at, by, reason, due_day, missing, case_id,
       employee_id, account_text, forwarded_to, close_reason)
     VALUES (@id, @reportId, (SELECT count(*) FROM public_report_steps WHERE report_id = @reportId), @from, @to, @at, @by, @reason,
       @dueDay, @missing, @caseId, @employeeId, @accountText, @forwardedTo, @closeReason)`,
    {
      id: context.newId(),
      reportId: step.reportId,
      from: step.from,
      to: step.to,
      at: context.now().toISOString(),
      by: context.actor.id,
      reason: step.reason,
      dueDay: step.dueDay,
      missing: JSON.stringify(step.missing ?? []),
      caseId: step.caseId ?? null,
      employeeId: step.employeeId ?? null,
      accountText: step.accountText ?? '',
      forwardedTo: step.forwardedTo ?? null,
      closeReason: step.closeReason ?? null,
    },
  );
}

/** Oldest first. */
export function stepsOf(database: ReadableDatabase, reportId: string): PublicReportPage['steps'] {
  return database
    .all(
      `SELECT s.*, u.name AS user_name, c.number AS case_number, e.name AS employee_name FROM public_report_steps s
       JOIN users u ON u.id = s.by LEFT JOIN cases c ON c.id = s.case_id LEFT JOIN employees e ON e.id = s.employee_id
       WHERE s.report_id = ? ORDER BY s.position`,
      [reportId],
    )
    .map((row) => {
      const caseId = textOrNull(row, 'case_id');
      return {
        at: textOf(row, 'at'),
        user: textOf(row, 'user_name'),
        from: publicReportState.nullable().parse(row['from_state']),
        to: publicReportState.parse(row['to_state']),
        reason: textOf(row, 'reason'),
        dueDay: textOrNull(row, 'due_day'),
        missing: z.array(z.string()).parse(JSON.parse(textOf(row, 'missing'))),
        case: caseId === null ? null : { id: caseId, number: textOf(row, 'case_number') },
        watched: [textOrNull(row, 'employee_name') ?? '', textOf(row, 'account_text')]
          .filter((part) => part !== '')
          .join(' · '),
        forwardedTo: z.enum(FORWARDED_TO).nullable().parse(row['forwarded_to']),
        closeReason: z.enum(CLOSE_REASONS).nullable().parse(row['close_reason']),
      };
    });
}

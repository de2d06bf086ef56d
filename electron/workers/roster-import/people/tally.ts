/** Counts everything that became of the rows, and lists as much as an answer may carry. */
import type { RejectedRow, RosterReadResult, RowNotice } from '#shared/contract/roster-job.ts';
import { LIMITS, limitExceeded, REPORT_LIMITS } from '../limits.ts';
import type { RowOutcome } from './row-reader.ts';

type Dropped = { -readonly [Kind in keyof RosterReadResult['dropped']]: number };

/** What a reading answers, without what is known about sheets only. */
export type TallyAnswer = Pick<RosterReadResult, 'read' | 'rejected' | 'warnings' | 'dropped'>;

/** One tally for all sheets of a reading. */
export class Tally {
  /** People taken. */
  read = 0;
  readonly #dropped: Dropped = { blank: 0, totals: 0, signature: 0, numbering: 0, repeatedHeader: 0 };
  readonly #rejected: RejectedRow[] = [];
  readonly #warnings: RowNotice[] = [];
  #unlisted = 0;

  add(outcome: RowOutcome): void {
    if (outcome.kind === 'dropped') this.#dropped[outcome.as] += 1;
    else if (outcome.kind === 'rejected') this.#reject(outcome.rejection);
    else {
      this.read += 1;
      for (const warning of outcome.warnings) this.warn(warning);
    }
  }

  /** Rows that stood nowhere in the file between two that did. */
  addBlank(rows: number): void {
    this.#dropped.blank += rows;
  }

  warn(warning: RowNotice): void {
    if (this.#warnings.length < REPORT_LIMITS.warnings) this.#warnings.push(warning);
    else this.#unlisted += 1;
  }

  answer(): TallyAnswer {
    const [last] = this.#warnings.slice(-1);
    const more: RowNotice[] =
      last && this.#unlisted > 0
        ? [
            {
              sheet: last.sheet,
              row: last.row,
              column: null,
              code: 'MORE_WARNINGS',
              params: { count: this.#unlisted },
              value: '',
            },
          ]
        : [];
    return {
      read: this.read,
      rejected: this.#rejected,
      warnings: [...this.#warnings, ...more],
      dropped: this.#dropped,
    };
  }

  #reject(rejection: RejectedRow): void {
    if (this.#rejected.length === LIMITS.rejectedRows) throw limitExceeded('rejectedRows', rejection);
    this.#rejected.push(rejection);
  }
}

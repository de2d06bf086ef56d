/** Counts everything that became of the rows. */
import type { RosterNotice, RosterReadResult } from '#shared/contract/roster-job.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RowOutcome } from './row-reader.ts';

type Dropped = { -readonly [Kind in keyof RosterReadResult['dropped']]: number };

/** What a reading answers, without what is known about sheets only. */
export type TallyAnswer = Pick<RosterReadResult, 'read' | 'refused' | 'doubtful' | 'notices' | 'dropped'>;

/** Notices of rows; who has more to mend than this begins with these. */
const MOST_NOTICES = 1000;

/** One tally for all sheets of a reading. */
export class Tally {
  readonly #dropped: Dropped = { blank: 0, totals: 0, section: 0, signature: 0, numbering: 0, repeatedHeader: 0 };
  readonly #notices: RosterNotice[] = [];
  #read = 0;
  #refused = 0;
  #doubtful = 0;

  add(outcome: RowOutcome): void {
    if (outcome.kind === 'dropped') this.#dropped[outcome.as] += 1;
    else if (outcome.kind === 'refused') {
      if (this.#refused === LIMITS.rejectedRows) throw limitExceeded('rejectedRows', outcome.refused);
      this.#refused += 1;
    } else {
      this.#read += 1;
      const findings = outcome.kind === 'person' ? outcome.person.findings : outcome.findings;
      if (findings.length > 0) this.#doubtful += 1;
      if (outcome.kind === 'accounts') this.#tellOf(outcome);
    }
  }

  /** Rows with nothing in a taken column, between those that have something or below them. */
  addBlank(rows: number): void {
    this.#dropped.blank += rows;
  }

  /** Something doubtful about a sheet. */
  notice(notice: RosterNotice): void {
    this.#notices.push(notice);
  }

  /** A line of accounts has no findings of its own; those of the first rows are told, all are counted. */
  #tellOf({ accounts, findings }: Extract<RowOutcome, { kind: 'accounts' }>): void {
    const [first] = accounts;
    if (first === undefined || this.#notices.length >= MOST_NOTICES) return;
    for (const finding of findings) this.notice({ sheet: first.sheet, row: first.row, ...finding });
  }

  answer(): TallyAnswer {
    return {
      read: this.#read,
      refused: this.#refused,
      doubtful: this.#doubtful,
      notices: this.#notices,
      dropped: this.#dropped,
    };
  }
}

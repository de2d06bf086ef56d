/** What every kind of report is read as. */
import type {
  IntakeAttachment,
  IntakeChat,
  IntakeDraft,
  IntakeExcerpt,
  IntakeKind,
  IntakeMessage,
  IntakeSender,
  IntakeTable,
  IntakeWarning,
} from '#shared/contract/report-intake-job.ts';

export interface IntakeReading {
  readonly kind: IntakeKind;
  readonly drafts: readonly IntakeDraft[];
  /** Of each draft that is not the whole file. */
  readonly excerpts: readonly IntakeExcerpt[];
  readonly messages: readonly IntakeMessage[];
  readonly attachments: readonly IntakeAttachment[];
  readonly warnings: readonly IntakeWarning[];
  readonly table: IntakeTable | null;
  readonly chat: IntakeChat | null;
}

/** A reading of one kind, with nothing of the others. */
export function readingOf(parts: Pick<IntakeReading, 'kind'> & Partial<IntakeReading>): IntakeReading {
  return { drafts: [], excerpts: [], messages: [], attachments: [], warnings: [], table: null, chat: null, ...parts };
}

export const NO_SENDER: IntakeSender = { name: '', contact: '', address: '', notes: '' };

/** A draft without anything; whoever reads fills in what it found. */
export const EMPTY_DRAFT: IntakeDraft = {
  number: 0,
  place: null,
  insideOf: null,
  received: null,
  sender: NO_SENDER,
  title: '',
  text: '',
  respondent: '',
  platform: '',
  location: '',
  proposals: [],
  attachments: [],
  warnings: [],
};

export function warning(code: IntakeWarning['code'], params: Record<string, string | number> = {}): IntakeWarning {
  const bounded: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params))
    bounded[name] = typeof value === 'string' ? oneLine(value, 200) : value;
  return { code, params: bounded };
}

/** One line of bounded length, without signs that are not seen or that turn the line round. */
export function oneLine(text: string, characters = 1_000): string {
  // Never over the whole of a hostile text: what is cut away is not looked at.
  const line = text
    .slice(0, characters * 4)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]+/gu, '')
    .trim();
  return line.length <= characters
    ? line
    : line
        .slice(0, characters)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
}

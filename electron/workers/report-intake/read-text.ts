/** Free text as one draft. */
import { INTAKE_TEXT_CHARACTERS } from '#shared/contract/report-intake-job.ts';
import { cutText } from '#shared/domain/public-reports/cut-text.ts';
import { findProposals } from '#shared/domain/public-reports/proposals.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DecodedText } from './decode-text.ts';
import { EMPTY_DRAFT, type IntakeReading, readingOf, warning } from './reading.ts';

/** INTAKE_EMPTY when nothing is written in it. */
export function readText({ text, warnings }: DecodedText): IntakeReading {
  const whole = text.replace(/\r\n?/g, '\n').replace(HIDDEN, '').trim();
  if (whole === '') throw new AppError('INTAKE_EMPTY');
  const kept = cutText(whole, INTAKE_TEXT_CHARACTERS);
  const cut = kept.length < whole.length ? [warning('TEXT_CUT', { characters: whole.length })] : [];
  const draft = {
    ...EMPTY_DRAFT,
    text: kept,
    proposals: findProposals(kept).map((one) => ({ ...one })),
    warnings: [...warnings, ...cut],
  };
  return readingOf({ kind: 'text', drafts: [draft] });
}

/** Control signs, and marks that turn a line round. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

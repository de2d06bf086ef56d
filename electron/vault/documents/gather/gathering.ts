/** What the data of every kind is gathered from. */
import type { DocumentDraft, OfficeSignatory } from '#shared/contract/documents.ts';
import type { Actor } from '#shared/contract/document-model.ts';
import type { Picture } from '#shared/contract/report-model.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Frame, Occasion } from '#shared/documents/common.ts';
import { dayInWords, formatCalendarDay } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, UseCaseContext } from '../../kernel.ts';
import type { ReportForDocument } from '../../public-reports/document-material.ts';
import type { CaseMaterial } from '../../reports/case-material.ts';
import type { HandedPackage } from '../handed-package.ts';
import { localDayOf, noonOf, weekdayOf } from '../days.ts';

export interface Gathering {
  readonly draft: DocumentDraft;
  readonly frame: Frame;
  readonly settings: Settings;
  readonly now: Date;
  readonly masked: boolean;
  /** Null for a document about a day. */
  readonly material: CaseMaterial | null;
  /** Pictures ready for the page, by evidence number. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly issuer: Actor;
  readonly signatories: readonly OfficeSignatory[];
  /** The package that minutes of a hand-over are about. */
  readonly handed: HandedPackage | null;
  /** The report from the public that it is about; null for every other document. */
  readonly report: ReportForDocument | null;
  /** What a person filled in, or the default. */
  field(name: string): string;
  readonly progress: JobProgress;
  readonly context: UseCaseContext;
}

/** The case of a document that is about one. DOCUMENT_NEEDS_CASE. */
export function caseOf({ material, draft }: Gathering): CaseMaterial {
  if (material === null) throw new AppError('DOCUMENT_NEEDS_CASE', { document: draft.document });
  return material;
}

/** Minutes that are taken now, at the place that was filled in. */
export function occasionNow(from: Gathering): Occasion {
  const { timeZone } = from.settings;
  return occasionAt(from, localDayOf(from.now, timeZone), timeOfDay(from.now, timeZone), from.field('place'));
}

/** Minutes of a day and time (HH:MM) that were filled in. */
export function occasionAt({ settings }: Gathering, day: string, time: string, place: string): Occasion {
  return {
    dayInWords: dayInWords(noonOf(day), 'WIB'),
    time: timeWords(time, settings.timeZone),
    place: place === '' ? '–' : place,
  };
}

/** "09.30 WIB" of "09:30". */
export function timeWords(time: string, zone: Settings['timeZone']): string {
  return time === '' ? '' : `${time.replace(':', '.')} ${zone}`;
}

/** "Senin, 23 November 2026" of a calendar day. */
export function dayWords(day: string): string {
  return day === '' ? '' : `${weekdayOf(day)}, ${formatCalendarDay(day)}`;
}

/** "HH:MM" in the office's zone. */
export function timeOfDay(instant: Date, zone: Settings['timeZone']): string {
  return new Date(instant.getTime() + { WIB: 7, WITA: 8, WIT: 9 }[zone] * 3_600_000).toISOString().slice(11, 16);
}

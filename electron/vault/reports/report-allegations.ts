/** The allegations as a report prints them: always with how far their legal reference has been checked. */
import type { CasePage } from '#shared/contract/cases.ts';
import type { Allegation } from '#shared/contract/report-model.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';

const CANDIDATE_WORDS = { bakal_calon: 'Bakal calon', calon: 'Calon', tidak_diketahui: null } as const;

/** `publicView` is what `publicViewSummary` says of the evidence that the document shows. */
export function allegationsForReport(page: CasePage, publicView: string | null = null): Allegation[] {
  return page.allegations
    .filter((one) => one.withdrawnAt === null)
    .map(({ reference }) => ({
      code: reference.code,
      text: reference.text,
      candidateStatus: CANDIDATE_WORDS[page.case.candidateStatus],
      actDate: page.case.actDate === null ? null : formatCalendarDay(page.case.actDate),
      publicView,
      basis: reference.prohibitionBasis,
      sanctionReference: reference.sanctionBasis,
      verification: reference.verification === 'diverifikasi' ? 'terverifikasi' : reference.verification,
      verifiedBy: reference.verifiedBy,
      sourceUrl: reference.sourceUrl,
      conflict: reference.verification === 'konflik' ? reference.note : null,
    }));
}

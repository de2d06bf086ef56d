/** Parts of a case that several kinds of documents print. A masked one has no address, no account, no free text of an item. */
import type { Attachment, Evidence, EvidencePage, Subject } from '#shared/contract/report-model.ts';
import type { Citation } from '#shared/contract/document-model.ts';
import type { ReportAccount } from '#shared/contract/report-proof.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';
import type { CaseMaterial } from '../../reports/case-material.ts';
import { maskedPageOf } from '../../reports/masked-evidence.ts';
import { accountsForReport } from '../../reports/proof-part.ts';
import { allegationsForReport } from '../../reports/report-allegations.ts';
import { evidenceOf, pageOf, subjectsOf } from '../../reports/report-model.ts';
import { caseOf, type Gathering } from './gathering.ts';

export const MASKED_ACCOUNT = 'Akun disamarkan';

/** Who it is about, as of the day of the case. */
export function subjectsFor(from: Gathering): Subject[] {
  const subjects = subjectsOf(caseOf(from), from.settings, from.masked);
  if (!from.masked) return subjects;
  return subjects.map((one): Subject => {
    if (one.type === 'account') return { type: 'unknown', note: MASKED_ACCOUNT };
    return one.type === 'unknown' ? one : { ...one, identification: null };
  });
}

export function accountsFor(from: Gathering): ReportAccount[] {
  const { accounts, page, items } = caseOf(from);
  return accountsForReport({
    accounts,
    respondents: page.respondents,
    listed: new Set(items.map(({ evidence }) => evidence.number)),
    masked: from.masked,
  });
}

/** The table's rows, each with whether the public sees it. */
export function evidenceFor(from: Gathering): Evidence[] {
  return caseOf(from).items.map((item) => evidenceOf(item, from.settings, from.masked));
}

export function pagesFor(from: Gathering): EvidencePage[] {
  return caseOf(from).items.flatMap((item) =>
    from.masked ? maskedPageOf(item, from.pictures) : [pageOf(item, from.pictures, from.settings)],
  );
}

/** The legal rows that the case's allegations rest on, each once. */
export function citationsFor(from: Gathering): Citation[] {
  const cited = new Map<string, Citation>();
  for (const { basis, verification } of allegationsForReport(caseOf(from).page))
    if (basis !== null) cited.set(basis, { text: basis, verification });
  return [...cited.values()];
}

/** When it is alleged to have happened. */
export function actTimeOf({ page }: CaseMaterial): string | null {
  const { actDate, actDateText } = page.case;
  const parts = [actDate === null ? '' : formatCalendarDay(actDate), actDateText].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

/** What is alleged, in words that allege. */
export function allegationWords({ page }: CaseMaterial): string[] {
  const standing = page.allegations.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.length === 0) return ['Dugaan pelanggaran netralitas; belum ada dugaan yang dirinci.'];
  return standing.map(({ reference }) => `Dugaan ${reference.code}: ${reference.text}`);
}

/** "3 berkas", for Lampiran; "–" where nothing goes along. */
export function annexWords(evidence: readonly Evidence[], attachments: readonly Attachment[]): string {
  if (evidence.length === 0) return '–';
  return attachments.length === 0
    ? `${evidence.length} bukti`
    : `${evidence.length} bukti, ${attachments.length} berkas`;
}

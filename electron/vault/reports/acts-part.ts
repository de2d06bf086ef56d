/** The acts of a case as a report prints them: what each needs, and the evidence that is there or "belum ada". */
import type { Act } from '#shared/contract/acts.ts';
import type { Respondent } from '#shared/contract/cases.ts';
import type { ReportAct } from '#shared/contract/report-proof.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';

/** The acts that stand. A masked report has no addresses and no free text. */
export function actsForReport(acts: readonly Act[], respondents: readonly Respondent[], masked: boolean): ReportAct[] {
  return acts
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((act) => {
      const who = respondents.find(({ id }) => id === act.respondentId);
      const sheet = actSheet(act.type);
      return {
        what: sheet.words.id,
        who: who?.person?.name ?? (masked ? null : who?.accountText) ?? 'Belum diketahui',
        when: whenOf(act),
        address: masked || act.address === '' ? null : act.address,
        note: masked || act.note.trim() === '' ? null : act.note.trim(),
        sheet: sheet.items.map(({ code, need, words }) => ({
          item: words.id,
          required: need === 'required',
          evidence: evidenceUnder(act, code),
          unobtainable: unobtainableOf(act, code, masked),
        })),
      };
    });
}

function whenOf({ day, dateText }: Act): string | null {
  const parts = [day === null ? '' : formatCalendarDay(day), dateText].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

function evidenceUnder(act: Act, item: string): string[] {
  return act.entries.flatMap((entry) =>
    entry.item === item && entry.evidence?.stands === true ? [entry.evidence.number] : [],
  );
}

function unobtainableOf(act: Act, item: string, masked: boolean): string | null {
  if (evidenceUnder(act, item).length > 0) return null;
  const said = act.entries.find((entry) => entry.item === item && entry.unobtainable !== null)?.unobtainable;
  if (said === undefined || said === null) return null;
  return masked ? '' : said;
}

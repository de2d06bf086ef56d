/** What was kept on one day, and where the log stood before and stands now: on paper, which nobody changes afterwards. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { CAPTURE_WARNINGS } from '#shared/domain/capture/warnings.ts';
import { dayInWords, formatInstant, formatTime } from '#shared/domain/text/local-time.ts';
import { evidenceRowOf, userName } from '../../evidence/evidence-rows.ts';
import { numberOf, textOf } from '../../rows.ts';
import { boundsOf, localDayOf, noonOf } from '../days.ts';
import { dayWords, type Gathering } from './gathering.ts';

type Receipt = DocumentData<'tanda_terima_harian'>;

export function gatherTandaTerimaHarian(from: Gathering): Receipt {
  const { context, settings, frame, now } = from;
  const { database, vault } = context;
  const day = from.draft.day ?? localDayOf(now, settings.timeZone);
  const { from: begins, until } = boundsOf(day, day, settings.timeZone);
  const before = database.get('SELECT sequence, hash FROM custody WHERE at < ? ORDER BY sequence DESC LIMIT 1', [
    begins,
  ]);
  const events = database.get('SELECT count(*) AS count FROM custody WHERE at >= ? AND at < ?', [begins, until]);
  return {
    frame,
    vaultName: vault.name,
    vaultId: vault.id,
    day: dayWords(day),
    dayInWords: dayInWords(noonOf(day), 'WIB'),
    printedAt: formatInstant(now, settings.timeZone),
    headBefore: before ? { sequence: numberOf(before, 'sequence'), hash: textOf(before, 'hash') } : null,
    events: events ? numberOf(events, 'count') : 0,
    items: itemsOf(from, begins, until),
    officer: from.issuer,
  };
}

function itemsOf({ context, settings, masked }: Gathering, begins: string, until: string): Receipt['items'] {
  return context.database
    .all('SELECT * FROM evidence WHERE captured_at >= ? AND captured_at < ? ORDER BY sequence', [begins, until])
    .map((row) => {
      const evidence = evidenceRowOf(context, row);
      return {
        number: evidence.number,
        registration: evidence.cases.map(({ number }) => number).join(', ') || null,
        what: masked ? null : evidence.title,
        time: formatTime(new Date(evidence.capturedAt), settings.timeZone),
        officer: masked ? null : userName(context.database, textOf(row, 'taken_by')),
        secondHand: evidence.secondHand,
        warnings: evidence.warnings.map((code) => warningWords(code)).slice(0, 50),
        sha256: evidence.mainSha256,
      };
    });
}

function warningWords(code: string): string {
  return (CAPTURE_WARNINGS as Readonly<Record<string, { id: string }>>)[code]?.id ?? code;
}

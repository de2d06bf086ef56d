/** The verdict on a PDF as a person reads it in a terminal. */
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { indicationCode, REASON_WORDS, VERDICT_WORDS } from '#shared/domain/signature/verdict-words.ts';

type Language = 'id' | 'en';
const WORDS = {
  id: { todo: 'Yang perlu dilakukan', proven: 'terbukti sejak', refused: 'tidak diizinkan', revision: 'revisi' },
  en: { todo: 'What to do', proven: 'proven since', refused: 'not allowed', revision: 'revision' },
} as const;

/** Verdict, reasons with what to do, signatures, refused changes, attachments; one thing a line. */
export function verdictText(language: Language, verdict: ReportVerdict): string {
  const words = WORDS[language];
  const { title, text } = VERDICT_WORDS[verdict.verdict];
  const standard =
    verdict.indication === null ? [] : [`EN 319 102-1: ${indicationCode(verdict.indication, verdict.subIndication)}`];
  return [
    `${title[language].toUpperCase()}: ${text[language]}`,
    ...standard,
    ...verdict.reasons.flatMap((reason) => [
      `  ${reason}: ${REASON_WORDS[reason].says[language]}`,
      `    ${words.todo}: ${REASON_WORDS[reason].todo[language]}`,
    ]),
    ...verdict.signatures.map((one) => signatureLine(one, words.proven)),
    ...verdict.changes
      .filter(({ allowed }) => !allowed)
      .map((one) => `  ! ${words.revision} ${one.revision}, ${words.refused}: ${one.what}`),
    ...verdict.attachments.map((one) => `  ${one.name} ${one.sha256}`),
    `  SHA-256 ${verdict.sha256}`,
  ].join('\n');
}

function signatureLine(one: ReportVerdict['signatures'][number], proven: string): string {
  const judged = indicationCode(one.indication, one.subIndication);
  const time = one.bestTimeProof === 'now' ? (one.time ?? '–') : `${proven} ${one.bestTime}`;
  return `  ${one.field}: ${one.signer ?? '–'} ${one.fingerprint ?? ''} (${one.level}, ${time}, ${judged})`;
}

/** The verdict on a PDF as a person reads it in a terminal. */
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { ORIGIN_WORDS, RECOGNITION_WORDS } from '#shared/domain/signature/origin-words.ts';
import { formatUtc } from '#shared/domain/text/local-time.ts';
import { indicationCode, REASON_WORDS, VERDICT_WORDS, verdictName } from '#shared/domain/signature/verdict-words.ts';

type Language = 'id' | 'en';
const WORDS = {
  id: { todo: 'Yang perlu dilakukan', proven: 'terbukti sejak', refused: 'tidak diizinkan', revision: 'revisi' },
  en: { todo: 'What to do', proven: 'proven since', refused: 'not allowed', revision: 'revision' },
} as const;

/** Verdict, reasons with what to do, signatures, refused changes, attachments; one thing a line. */
export function verdictText(language: Language, verdict: ReportVerdict): string {
  const words = WORDS[language];
  const { title, text } = VERDICT_WORDS[verdictName(verdict)];
  const standard =
    verdict.indication === null ? [] : [`EN 319 102-1: ${indicationCode(verdict.indication, verdict.subIndication)}`];
  return [
    `${title[language].toUpperCase()}: ${text[language]}`,
    ...standard,
    ...verdict.reasons.flatMap((reason) => [
      `  ${reason}: ${REASON_WORDS[reason].says[language]}`,
      `    ${words.todo}: ${REASON_WORDS[reason].todo[language]}`,
    ]),
    ...verdict.signatures.flatMap((one) => [
      signatureLine(one, words.proven),
      ...(one.seal === true ? [`    ${ORIGIN_WORDS.seal[language]}`] : []),
    ]),
    ...verdict.changes
      .filter(({ allowed }) => !allowed)
      .map((one) => `  ! ${words.revision} ${one.revision}, ${words.refused}: ${one.what}`),
    ...verdict.attachments.map((one) => `  ${one.name} ${one.sha256}${attachmentWords(one, language)}`),
    ...originLines(verdict, language).map((line) => `  ${line}`),
    `  SHA-256 ${verdict.sha256}`,
  ].join('\n');
}

function signatureLine(one: ReportVerdict['signatures'][number], proven: string): string {
  const judged = indicationCode(one.indication, one.subIndication);
  const stated = one.time === null ? '–' : inUtc(one.time);
  const time = one.bestTimeProof === 'now' ? stated : `${proven} ${inUtc(one.bestTime)}`;
  return `  ${one.field}: ${one.signer ?? '–'} ${one.fingerprint ?? ''} (${one.level}, ${time}, ${judged})`;
}

/** A file says nothing of an office's zone. */
const inUtc = (instant: string): string => formatUtc(new Date(instant));

function attachmentWords({ inVault, differs }: ReportVerdict['attachments'][number], language: Language): string {
  if (typeof inVault !== 'boolean') return '';
  return ` (${ORIGIN_WORDS[inVault ? 'inVault' : differs === true ? 'differs' : 'notInVault'][language]})`;
}

/** What the vault knows of the file; nothing without a vault. */
function originLines({ issuedHere, recognised, custodyHead }: ReportVerdict, language: Language): string[] {
  if (typeof issuedHere !== 'boolean') return [];
  const lines: string[] = [];
  if (recognised === null || recognised === undefined) lines.push(ORIGIN_WORDS.notIssuedHere[language]);
  else {
    const { match, number, issuedAt, caseNumber, missingSigners } = recognised;
    const issued = [number, inUtc(issuedAt), caseNumber ?? ''].filter((part) => part !== '').join(', ');
    lines.push(`${RECOGNITION_WORDS[match][language]} (${issued})`);
    if (missingSigners.length > 0)
      lines.push(ORIGIN_WORDS.missing[language].replace('{{names}}', missingSigners.join(', ')));
  }
  if (custodyHead !== null && custodyHead !== undefined) {
    const words = ORIGIN_WORDS[custodyHead.ancestor ? 'head' : 'headForeign'];
    lines.push(words[language].replace('{{n}}', String(custodyHead.sequence)));
  }
  return lines;
}

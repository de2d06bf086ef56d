/** What the report's evidence page says of a capture: what it is not, when it was made, what it has and has not. */
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { findingWords, preparationWords, timeWindowWords, verdictWords } from '#shared/domain/capture/record-words.ts';
import { factWords, originWords, postFactRemarks } from '#shared/domain/capture/post-fact-words.ts';
import { actionsSummary, recordingWords } from '#shared/domain/capture/scroll-words.ts';
import { formatInstant, type TimeZone } from '#shared/domain/text/local-time.ts';

/** Preparations named; a page that was prepared in more ways has them in its record. */
const MOST_STEPS = 16;

/** Characters of a line that the page takes. */
const LONGEST = 1_990;

/** Lines for the caption, in order. Captures of the first format say what they know. */
export function captureLines(capture: CaptureOnFile, zone: TimeZone): string[] {
  return linesOf(capture, zone).map((line) => line.slice(0, LONGEST));
}

function linesOf(capture: CaptureOnFile, zone: TimeZone): string[] {
  const { assessment, completeness, explanation } = capture;
  const simple = `Terlihat ${Math.round(completeness.heightSeen)} dari ${Math.round(completeness.documentHeight)} piksel; gambar termuat ${completeness.imagesLoaded} dari ${completeness.imagesDeclared}.`;
  if (assessment === null) return [simple, ...explained(explanation, zone)];
  const { verdict, findings, preparation, timeWindow } = assessment;
  const steps = preparation.slice(0, MOST_STEPS).map((step) => preparationWords(step, 'id'));
  return [
    ...(verdict === null ? [] : [`Bukan unggahan yang dimaksud. ${verdictWords(verdict.kind, 'id')}`]),
    `Waktu pengambilan: ${timeWindowWords(timeWindow, zone, 'id')}.`,
    `Kelengkapan: ${findings.map((one) => findingWords(one, 'id')).join('; ')}.`,
    ...incompleteLines(capture),
    ...explained(explanation, zone),
    ...(steps.length === 0 ? [] : [`Yang dilakukan pada halaman selama pengambilan: ${steps.join('; ')}.`]),
    ...stated(capture),
    ...recorded(capture),
    ...related(capture, zone),
  ];
}

/** What the app judged incomplete, as one line; none where it judged nothing so. */
export function incompleteLines(capture: CaptureOnFile | null): string[] {
  const worse = capture?.assessment?.findings.filter(({ level }) => level === 'red') ?? [];
  if (worse.length === 0) return [];
  return [`Tidak lengkap: ${worse.map((one) => findingWords(one, 'id')).join('; ')}.`.slice(0, LONGEST)];
}

/** Statements named; a page that states more has them in its record. */
const MOST_STATEMENTS = 24;

/** What the page states about its post: told apart from what the officer saw or wrote. */
function stated({ postFacts }: CaptureOnFile): string[] {
  if (postFacts === null) return [];
  const facts = postFacts.facts.filter(({ name }) => name !== 'text').slice(0, MOST_STATEMENTS);
  const said = facts.map(
    ({ name, value, origin }) => `${factWords(name, 'id')} ${value} (${originWords(origin, 'id')})`,
  );
  return [
    ...(said.length === 0 ? [] : [`Menurut halaman: ${said.join('; ')}.`]),
    ...postFactRemarks(postFacts, 'id').slice(0, 1),
  ];
}

/** The scroll recording by its facts and its hash, and what the officer did in the page. */
function recorded({ scrollRecording, userActions }: CaptureOnFile): string[] {
  const frames = scrollRecording
    ? [`Rekaman gulir: ${recordingWords(scrollRecording, 'id')}. SHA-256 berkas rekaman: ${scrollRecording.sha256}.`]
    : [];
  return userActions === undefined ? frames : [...frames, actionsSummary(userActions, 'id')];
}

function explained(explanation: CaptureOnFile['explanation'], zone: TimeZone): string[] {
  if (explanation === null) return [];
  return [
    `Penjelasan petugas (${explanation.by}, ${formatInstant(new Date(explanation.at), zone)}): ${explanation.text.slice(0, 1_500)}`,
  ];
}

const OUTCOMES: Readonly<Record<CaptureOnFile['outcome'], string>> = {
  captured: 'terambil',
  wall: 'terhalang',
  gone: 'sudah tidak ada',
  failed: 'gagal dimuat',
  timeout: 'melewati batas waktu',
  crashed: 'halaman berhenti bekerja',
  changed: 'halaman berganti',
};

function related({ related: others }: CaptureOnFile, zone: TimeZone): string[] {
  if (others.length === 0) return [];
  const said = others.map(
    ({ number, capturedAt, outcome }) =>
      `${number} (${formatInstant(new Date(capturedAt), zone)}, ${OUTCOMES[outcome]})`,
  );
  return [`Pengambilan lain dari alamat yang sama: ${said.join('; ')}.`];
}

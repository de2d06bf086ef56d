/** `netra evidence list`, `show` and `look`: what is known of an item, what its origin is and is not, and a second look at it. */
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import type { EvidencePage, EvidenceRow } from '#shared/contract/evidence.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { CAMERA_TIME_NAME, cameraTimeWords } from '#shared/domain/evidence/camera-time.ts';
import { ORIGIN_WORDS, originSentences } from '#shared/domain/evidence/origin-words.ts';
import { findingWords, timeWindowWords, verdictWords } from '#shared/domain/capture/record-words.ts';
import { ACCOUNT_DATA_MARK, publicAnswerWords, seenByWords } from '#shared/domain/capture/seen-by-words.ts';
import { CAPTURE_OUTCOMES } from '#shared/domain/capture/warnings.ts';
import { formatInstant, type TimeZone } from '#shared/domain/text/local-time.ts';
import type { VaultService } from '../../vault/service.ts';
import type { Command, CommandCall } from '../command.ts';
import { UsageError, VAULT_OPTION, VAULT_OPTIONS, wholeNumberOption } from '../command.ts';
import { findCase, findEvidence } from '../find.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';

type Language = CommandCall['language'];

const list: Command = {
  words: ['evidence', 'list'],
  summary: {
    id: 'menampilkan bukti: semua, satu kasus, atau baki ("-")',
    en: 'lists evidence: all, of a case, or the tray ("-")',
  },
  arguments: [{ name: 'CASE', required: false }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'query',
      value: 'TEKS',
      help: { id: 'nomor, judul, alamat, atau isi', en: 'number, title, address or content' },
    },
    { name: 'limit', value: 'N', help: { id: 'paling banyak N baris (200)', en: 'at most N rows (200)' } },
  ],
  run: async (call) => {
    const limit = wholeNumberOption(call, 'limit', 1, 1_000) ?? 200;
    return await withVault(call, async (service) => {
      const found = await service.call('evidence.list', {
        ...(await placeOf(call.arguments[0], service)),
        query: call.option('query') ?? '',
        limit,
      });
      const lines = found.rows.map((row) =>
        [row.number, ORIGIN_WORDS[row.origin].name[call.language], row.title, row.mainSha256].join('\t'),
      );
      return {
        good: true,
        json: { total: found.total, rows: found.rows.map(withoutPicture) },
        text: [`${found.total}`, ...lines].join('\n'),
      };
    });
  },
};

async function placeOf(
  number: string | undefined,
  service: VaultService,
): Promise<{ where: 'all' | 'tray' } | { where: 'case'; caseId: string }> {
  if (number === undefined) return { where: 'all' };
  return number === '-' ? { where: 'tray' } : { where: 'case', caseId: (await findCase(service, number)).id };
}

const show: Command = {
  words: ['evidence', 'show'],
  summary: {
    id: 'menampilkan satu bukti: asal, pengambilan, kelengkapan, berkas, ambil ulang',
    en: 'shows one item: origin, capture, completeness, files, second looks',
  },
  arguments: [{ name: 'ID', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const page = await findEvidence(service, requiredArgument(call, 0));
      const { looks } = await service.call('secondLooks.of', { evidenceId: page.evidence.id });
      const { timeZone } = await service.call('settings.get', {});
      const { origin } = page.evidence;
      return {
        good: true,
        json: {
          ...page,
          evidence: withoutPicture(page.evidence),
          origin: {
            kind: origin,
            name: ORIGIN_WORDS[origin].name[call.language],
            words: originSentences(origin, call.language),
          },
          looks,
        },
        text: [
          ...itemLines(page, timeZone, call.language),
          ...(page.capture === null ? [] : captureLines(page.capture, timeZone, call.language)),
          ...page.artefacts.map(
            (one) =>
              `  ${(call.language === 'id' && ARTEFACT_WORDS[one.kind]) || one.kind}\t${one.name}\t${one.bytes}\t${one.sha256}`,
          ),
          ...looks.map((look) => `  ${look.dueOn}\t${look.state}\t${look.comparison?.verdict ?? '–'}`),
        ].join('\n'),
      };
    }),
};

const look: Command = {
  words: ['evidence', 'look'],
  summary: {
    id: 'menjadwalkan pengambilan ulang suatu halaman; dijalankan dengan "queue due" dan "queue run"',
    en: 'plans a second look at a captured page; carried out by "queue due" and "queue run"',
  },
  arguments: [{ name: 'ID', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'on',
      value: 'YYYY-MM-DD',
      help: { id: 'hari pengambilan ulang (wajib)', en: 'day of the second look (required)' },
    },
  ],
  run: async (call) => {
    const dueOn = requiredOption(call, 'on');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(dueOn))
      throw new UsageError({ id: 'opsi --on harus YYYY-MM-DD', en: 'option --on must be YYYY-MM-DD' });
    return await withVault(call, async (service) => {
      const { evidence } = await findEvidence(service, requiredArgument(call, 0));
      const planned = await service.call('secondLooks.plan', { evidenceId: evidence.id, dueOn });
      return { good: true, json: planned, text: `${planned.dueOn} ${evidence.number} ${planned.before.address}` };
    });
  },
};

/** The handle of a thumbnail means nothing outside the app. */
function withoutPicture({ thumbnail: _thumbnail, ...row }: EvidenceRow): Omit<EvidenceRow, 'thumbnail'> {
  return row;
}

function itemLines({ evidence, provenance, originFacts }: EvidencePage, zone: TimeZone, language: Language): string[] {
  const said = (id: string, en: string, value: string): string[] =>
    value === '' ? [] : [`  ${language === 'id' ? id : en}: ${value}`];
  return [
    `${evidence.number} ${evidence.title}`,
    ...said(
      'Asal',
      'Origin',
      `${ORIGIN_WORDS[evidence.origin].name[language]}. ${originSentences(evidence.origin, language)}`,
    ),
    ...said('Program yang tampil', 'Program on show', originFacts.shownProgram),
    ...said('Orang atau grup yang tampil', 'Person or group on show', originFacts.shownSubject),
    ...said('Kamera', 'Camera', originFacts.camera ?? ''),
    ...said(
      CAMERA_TIME_NAME.id,
      CAMERA_TIME_NAME.en,
      originFacts.cameraTime === null ? '' : cameraTimeWords(originFacts.cameraTime, language),
    ),
    ...said('Waktu', 'Time', formatInstant(new Date(evidence.capturedAt), zone, language)),
    ...said('Oleh', 'By', provenance.who),
    ...said('Diperoleh dari', 'Obtained from', provenance.obtainedFrom),
    ...said('Alamat', 'Address', evidence.address),
    ...said('Kasus', 'Cases', evidence.cases.map(({ number }) => number).join(', ')),
    ...said('Catatan', 'Note', evidence.note),
    ...(evidence.withdrawn ? [language === 'id' ? '  DITARIK' : '  WITHDRAWN'] : []),
  ];
}

function captureLines(capture: CaptureOnFile, zone: TimeZone, language: Language): string[] {
  const { assessment, visibility, explanation } = capture;
  const seen = visibility.looks.at(-1);
  const titles =
    language === 'id'
      ? { outcome: 'Hasil', seenBy: 'Dilihat', publicly: 'Terlihat publik', explanation: 'Penjelasan' }
      : { outcome: 'Outcome', seenBy: 'Seen', publicly: 'Publicly visible', explanation: 'Explanation' };
  return [
    `  ${titles.outcome}: ${CAPTURE_OUTCOMES[capture.outcome][language]}`,
    ...(assessment?.verdict
      ? [`  ${verdictWords(assessment.verdict.kind, language)} ${assessment.verdict.because}`]
      : []),
    `  ${titles.seenBy}: ${seenByWords(capture.seenBy, language)}`,
    ...(visibility.accountData ? [`  ${ACCOUNT_DATA_MARK[language]}`] : []),
    ...(seen === undefined
      ? []
      : [`  ${titles.publicly}: ${publicAnswerWords(seen.answer, language)} (${seen.number})`]),
    ...(assessment === null ? [] : [`  ${timeWindowWords(assessment.timeWindow, zone, language)}`]),
    ...(assessment?.findings ?? []).map((finding) => `  [${finding.level}] ${findingWords(finding, language)}`),
    ...(explanation === null ? [] : [`  ${titles.explanation}: ${explanation.text}`]),
  ];
}

export const showEvidenceCommands: readonly Command[] = [list, show, look];

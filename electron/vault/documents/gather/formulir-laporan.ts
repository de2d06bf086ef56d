/** T1: a finding, report or complaint as it was taken in; and the receipt for whoever brought it. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import type { Actor } from '#shared/contract/document-model.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import { actor, orNull } from '../people.ts';
import { paragraphsOf, SOURCE_WORDS, whatOf } from '../../reports/report-model.ts';
import { actTimeOf, subjectsFor } from './case-parts.ts';
import { caseOf, dayWords, type Gathering, timeWords } from './gathering.ts';

type Form = DocumentData<'formulir_laporan'>;
const MASKED_ITEM = 'Bukti (disamarkan)';

export function gatherFormulirLaporan(from: Gathering): Form {
  const { field, frame } = from;
  const material = caseOf(from);
  const { page, items } = material;
  const actPlace = orNull(field('eventPlace'));
  const account = from.masked ? [] : paragraphsOf(page.case.narrative);
  const form = {
    subjects: subjectsFor(from),
    actTime: actTimeOf(material),
    actPlace,
    account: paragraphsOf(page.case.narrative),
  };
  return {
    frame,
    source: SOURCE_WORDS[page.case.source],
    receivedAt: receivedAt(from),
    receivedVia: orNull(field('receivedVia')),
    ...reporterOf(from),
    confidential: from.report === null && field('reporterName') === '' ? null : field('reporterConfidential') === 'ya',
    subjects: form.subjects,
    actTime: form.actTime,
    actPlace,
    knownSince: orNull(dayWords(field('knownDay'))),
    platforms: platformsOf(from),
    account: account.length === 0 && from.masked ? ['Uraian disamarkan.'] : account,
    evidence: items.map((item) => ({
      number: item.evidence.number,
      what: from.masked ? MASKED_ITEM : whatOf(item),
      secondHand: item.evidence.secondHand,
      sha256: item.evidence.mainSha256,
    })),
    ...(from.report === null ? checklist(from, form) : from.report.checklist),
    officer: from.issuer,
    further: [],
  };
}

/** Read from the case; of a report from the public an officer said it. */
function checklist(
  from: Gathering,
  form: Pick<Form, 'actTime' | 'actPlace' | 'account'>,
): Pick<Form, 'formal' | 'material'> {
  const { field } = from;
  const { page, items } = caseOf(from);
  return {
    formal: [
      check('Nama dan alamat pelapor', field('reporterName') !== '', page.case.source === 'temuan'),
      check(
        'Pihak terlapor',
        page.respondents.some(({ unlinkedAt }) => unlinkedAt === null),
      ),
      check(
        'Waktu laporan tidak melewati batas sejak diketahui',
        field('knownDay') !== '',
        page.case.source === 'temuan',
      ),
    ],
    material: [
      check('Waktu kejadian', form.actTime !== null),
      check('Tempat kejadian', form.actPlace !== null),
      check('Uraian kejadian', form.account.length > 0),
      check('Bukti', items.length > 0),
    ],
  };
}

export function gatherTandaTerima(from: Gathering): DocumentData<'tanda_terima'> {
  const { field, frame, masked } = from;
  const { items } = caseOf(from);
  return {
    frame,
    receivedAt: receivedAt(from),
    receivedVia: orNull(field('receivedVia')),
    ...reporterOf(from),
    subject: 'Laporan dugaan pelanggaran netralitas',
    items: items
      .filter(({ evidence }) => evidence.secondHand)
      .map((item) => ({
        what: masked ? `${item.evidence.number} ${MASKED_ITEM}` : `${item.evidence.number} ${whatOf(item)}`,
        amount: `${item.artefacts.length} berkas`,
        size: sizeWords(item.artefacts.reduce((sum, { bytes }) => sum + bytes, 0)),
        sha256: item.evidence.mainSha256,
      })),
    officer: from.issuer,
    contact: orNull(
      [from.settings.letterhead.phone, from.settings.letterhead.email].filter((part) => part !== '').join(', '),
    ),
  };
}

/** The reporter, or why nobody is named. */
function reporterOf({ field, masked, report }: Gathering): { reporter: Actor | null; reporterNote: string | null } {
  const name = field('reporterName');
  if (name === '') return { reporter: null, reporterNote: report?.reporterNote ?? 'Tidak ada pelapor yang disebut' };
  if (masked) return { reporter: null, reporterNote: 'Identitas pelapor disamarkan' };
  const further = [
    { label: 'Alamat', value: field('reporterAddress').replaceAll('\n', ', ') },
    { label: 'Kontak', value: field('reporterContact') },
  ].filter(({ value }) => value !== '');
  return { reporter: actor({ name, further }), reporterNote: null };
}

function receivedAt({ field, settings }: Gathering): string {
  return [dayWords(field('receivedDay')), timeWords(field('receivedTime'), settings.timeZone)]
    .filter((part) => part !== '')
    .join(', ');
}

/** The accounts by platform; a masked form has no handles and no addresses. */
function platformsOf(from: Gathering): Form['platforms'] {
  const { accounts, page } = caseOf(from);
  const named = accounts.accounts
    .filter(({ unlinkedAt }) => unlinkedAt === null)
    .map(({ proof: { account } }) => ({
      platform: account.platform,
      account: from.masked ? null : orNull(account.handle),
      address: from.masked ? null : orNull(account.url),
    }));
  if (named.length > 0 || page.case.accountText === '' || from.masked) return named;
  return [{ platform: 'Belum diketahui', account: page.case.accountText, address: null }];
}

function check(item: string, there: boolean, notNeeded = false): Form['formal'][number] {
  return { item, state: there ? 'ada' : notNeeded ? 'tidak_perlu' : 'belum', note: null };
}

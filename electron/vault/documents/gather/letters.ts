/** Letters and minutes around a case: passing it on (T13), inviting somebody (T3), what somebody said (T4). */
import { FORWARD_TO } from '#shared/documents/penerusan.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import type { Actor } from '#shared/contract/document-model.ts';
import type { Subject } from '#shared/contract/report-model.ts';
import { actsForReport } from '../../reports/acts-part.ts';
import { publicViewSummary } from '../../reports/public-view-lines.ts';
import { allegationsForReport } from '../../reports/report-allegations.ts';
import { paragraphsOf } from '../../reports/report-model.ts';
import { actor, orNull, respondentActors, signatoryActor } from '../people.ts';
import {
  accountsFor,
  actTimeOf,
  allegationWords,
  annexWords,
  citationsFor,
  evidenceFor,
  pagesFor,
  subjectsFor,
} from './case-parts.ts';
import { caseOf, dayWords, type Gathering, occasionAt, timeWords } from './gathering.ts';

/** Whom a letter goes to where nobody was named. */
const HEADS = { bawaslu: 'Ketua Badan Pengawas Pemilihan Umum', bkn: 'Kepala Badan Kepegawaian Negara' } as const;
/** Ruled lines for an answer that is written in by hand. */
const ANSWER_LINES = 4;

export function gatherPenerusan(from: Gathering): DocumentData<'penerusan'> {
  const { field, frame, masked } = from;
  const material = caseOf(from);
  const { page, acts } = material;
  const to = FORWARD_TO.find((one) => one === field('channel')) ?? 'bawaslu';
  const evidence = evidenceFor(from);
  return {
    frame,
    to,
    lampiran: annexWords(evidence, frame.attachments),
    hal: field('subject'),
    recipients: recipientLines(field('recipient') || HEADS[to]),
    recipientPlace: orNull(field('recipientPlace')),
    receiversNumber: orNull(field('complaintNumber')),
    citations: citationsFor(from),
    subjects: subjectsFor(from),
    accounts: accountsFor(from),
    acts: actsForReport(acts, page.respondents, masked),
    allegations: allegationsForReport(page, publicViewSummary(material.items)),
    actTime: actTimeOf(material),
    actPlace: orNull(field('eventPlace')),
    account: paragraphsOf(page.case.narrative),
    evidence,
    pages: pagesFor(from),
  };
}

export function gatherUndanganKlarifikasi(from: Gathering): DocumentData<'undangan_klarifikasi'> {
  const { field, frame, settings } = from;
  const { page } = caseOf(from);
  const name = field('invited');
  const invited = respondentActors(page.respondents, from.masked).find((one) => one.name === name);
  return {
    frame,
    lampiran: '–',
    hal: field('subject'),
    recipients: [name === '' ? 'Yang bersangkutan' : `Sdr. ${name}`],
    recipientPlace: orNull(field('recipientPlace')),
    invited: invited ?? (name === '' ? null : actor({ name })),
    day: dayWords(field('meetingDay')),
    time: timeWords(field('meetingTime'), settings.timeZone),
    place: field('meetingPlace'),
    before: examinersOf(from, field('toMeet')),
    purpose: field('purpose'),
    bring: paragraphsOf(field('bring')),
    citations: [],
    contact: orNull(settings.letterhead.phone),
  };
}

export function gatherBaKlarifikasi(from: Gathering): DocumentData<'ba_klarifikasi'> {
  const { field, frame } = from;
  const material = caseOf(from);
  return {
    frame,
    occasion: occasionAt(from, field('meetingDay'), field('meetingTime'), field('meetingPlace')),
    basis: orNull(field('basis')),
    examiners: examinersOf(from, ''),
    respondent: heardOf(from),
    allegation: allegationWords(material),
    citations: [],
    questions: questionsOf(field('questions')),
    shown: material.items.map(({ evidence }) => `Bukti ${evidence.number}`).slice(0, 50),
    finishedAt: orNull(timeWords(field('finishedTime'), from.settings.timeZone)),
    refusedToSign: orNull(field('refusedToSign')),
  };
}

/** Whoever was named; else the office's examiners; else whoever issues. */
export function examinersOf({ signatories, issuer, settings }: Gathering, named: string): Actor[] {
  const { agency } = settings.letterhead;
  const actors = signatories.map((one) => ({ one, person: signatoryActor(one, agency) }));
  if (named !== '') return [actors.find(({ one }) => one.name === named)?.person ?? actor({ name: named })];
  const examiners = actors.filter(({ one }) => one.capacity === 'pemeriksa').map(({ person }) => person);
  return examiners.length === 0 ? [issuer] : examiners;
}

function heardOf(from: Gathering): Subject {
  const name = from.field('heard');
  const subjects = subjectsFor(from);
  const found = subjects.find((one) => (one.type === 'asn' || one.type === 'ptt') && one.name === name);
  return found ?? (name === '' ? (subjects[0] ?? { type: 'unknown', note: null }) : { type: 'unknown', note: name });
}

/** A paragraph each: its first line asks, the lines below answer; without any the answer is written in by hand. */
export function questionsOf(text: string): DocumentData<'ba_klarifikasi'>['questions'] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().split('\n'))
    .flatMap(([question = '', ...answer]) =>
      question === ''
        ? []
        : [{ question, answer: answer.length === 0 ? null : answer.join(' ').trim(), lines: ANSWER_LINES }],
    );
}

/** One addressee a line; several in one field are parted by semicolons. */
function recipientLines(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 10);
}

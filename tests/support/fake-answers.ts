/** What the fake bridge answers when a test does not say otherwise. */
import { type FakeAnswers, OPEN_VAULT } from './fake-vault-states.ts';
import { fakeHandoverAnswers } from './fake-handover.ts';
import { fakeIntakeAnswers } from './fake-report-intake.ts';
import { fakeRecapAnswers } from './fake-recap.ts';
import { fakeElectionAnswers } from './fake-elections.ts';
import { fakeHoaxAnswers } from './fake-hoaxes.ts';
import { fakePublicReportAnswers } from './fake-public-reports.ts';
import { fakeOutreachAnswers } from './fake-outreach.ts';
import { fakeQueueAnswers } from './fake-queue.ts';
import { fakeImportAnswers } from './fake-roster-import.ts';
import { fakeDocumentAnswers } from './fake-issued-documents.ts';
import { fakeMonitoringAnswers } from './fake-monitoring.ts';
import { fakeProofAnswers } from './fake-proof.ts';
import { fakeCopy } from './fake-documents.ts';
import { casePage, cases, evidence, evidencePage, fakeRecording, PEOPLE, people, personPage } from './fake-pages.ts';
import { fakeEmployee, fakeGrades, fakeHandle, fakeHash, fakeId, fakeReferences, fakeUnits } from './fake-people.ts';
import { fakeSignatureAnswers } from './fake-signatures.ts';
import { fakeVaultAnswers } from './fake-vault-answers.ts';
import { fakePlaces } from './fake-capture-extras.ts';

const has = (text: string, query: string): boolean => text.toLowerCase().includes(query.toLowerCase());
const slice = <Row>(
  rows: readonly Row[],
  input: { offset: number; limit: number },
): { total: number; rows: Row[] } => ({
  total: rows.length,
  rows: rows.slice(input.offset, input.offset + input.limit),
});

/** All answers; made anew for each bridge, so that nothing is shared between tests. */
export function fakeAnswers(): FakeAnswers {
  return {
    ...fakeVaultAnswers(),
    ...fakeImportAnswers(),
    ...fakeElectionAnswers(),
    ...fakeQueueAnswers(),
    ...fakeDocumentAnswers(),
    ...fakeSignatureAnswers(),
    ...fakeHandoverAnswers(),
    ...fakeIntakeAnswers(),
    ...fakeRecapAnswers(),
    ...fakeMonitoringAnswers(),
    ...fakeHoaxAnswers(),
    ...fakePublicReportAnswers(),
    ...fakeOutreachAnswers(),
    'roster.list': (input) =>
      slice(
        people.filter(
          (one) =>
            has(`${one.name} ${one.nip ?? ''} ${one.position ?? ''} ${one.unit ?? ''}`, input.query) &&
            (input.unit === undefined || one.unit === input.unit) &&
            (input.status === undefined || one.status === input.status) &&
            (input.inRoster === undefined || input.inRoster === (one.goneSince === null)),
        ),
        input,
      ),
    'roster.facets': () => ({
      units: [...fakeUnits],
      agencies: ['Pemerintah Kota Bengkulu'],
      grades: [...fakeGrades],
      statuses: ['PNS', 'CPNS', 'PPPK'],
      total: PEOPLE,
    }),
    'roster.get': ({ id, asOf }) => personPage(id, asOf),
    'roster.addPerson': ({ name }) => ({ ...fakeEmployee(1), name }),
    'roster.saveAccount': (input) => ({
      id: fakeId(14, 2),
      employeeId: input.employeeId,
      platform: input.platform,
      handle: input.handle,
      url: input.url,
      confidence: 'belum',
      basis: input.basis,
      createdAt: '2026-11-01T00:00:00.000Z',
    }),
    ...fakeProofAnswers(),
    'cases.list': (input) =>
      slice(
        cases.filter(
          (one) =>
            has(`${one.number} ${one.title} ${one.respondents}`, input.query) &&
            (input.status === undefined || one.status === input.status),
        ),
        input,
      ),
    'cases.get': ({ id }) => casePage(id),
    'cases.create': () => ({ id: cases[3]!.id, number: cases[3]!.number }),
    'cases.update': ({ id }) => casePage(id),
    'cases.setStatus': ({ id }) => casePage(id),
    'cases.linkRespondent': ({ id }) => casePage(id),
    'cases.unlinkRespondent': ({ id }) => casePage(id),
    'cases.refreezePerson': ({ id }) => casePage(id),
    'cases.addAllegation': ({ id }) => casePage(id),
    'cases.withdrawAllegation': ({ id }) => casePage(id),
    'cases.package': (_input, fake) =>
      fake.job('case-package', 'REG-024', {
        id: fakeId(22, 9),
        kind: 'lengkap',
        form: 'folder',
        fileSha256: null,
        directory: '/contoh/serah/paket-kasus-REG-024',
        name: 'paket-kasus-REG-024',
        files: 6,
        bytes: 48_200_000,
        sha256: fakeHash(6),
        custodyHead: { sequence: 1284, hash: fakeHash(1284) },
        leftOut: 0,
      }),
    'cases.legalReferences': () => ({ rows: [...fakeReferences] }),
    'cases.saveLegalReference': () => ({}),
    'evidence.addFiles': ({ files }, fake) =>
      fake.job('evidence-intake', 'kiriman-warga.png', {
        added: files.map((_token, index) => ({
          id: fakeId(3, 40 + index),
          sha256: fakeHash(40 + index),
          bytes: 882_140,
          mime: 'image/png',
          name: 'kiriman-warga.png',
        })),
        duplicates: [],
        refused: [],
      }),
    'evidence.list': (input) =>
      slice(
        evidence.filter(
          (one) =>
            has(`${one.number} ${one.title} ${one.note}`, input.query) &&
            (input.where !== 'tray' || one.cases.length === 0) &&
            (input.where !== 'case' || input.caseId === undefined || one.cases.some(({ id }) => id === input.caseId)) &&
            (input.secondHand === undefined || one.secondHand === input.secondHand),
        ),
        input,
      ),
    'evidence.get': ({ id }) => evidencePage(id),
    'evidence.mediaPreviews': ({ id }) => ({
      previews: evidencePage(id)
        .artefacts.filter(({ kind }) => kind === 'media')
        .map(({ id: artefactId }) => ({
          artefactId,
          width: 1_080,
          height: 720,
          thumbnail: evidencePage(id).evidence.thumbnail,
        })),
    }),
    'evidence.update': ({ id }) => evidencePage(id).evidence,
    'evidence.explain': ({ id }) => evidencePage(id).evidence,
    'evidence.usePostTime': ({ id }) => evidencePage(id).evidence,
    'evidence.stateSeenBy': ({ id }) => evidencePage(id).evidence,
    'evidence.remarkPublic': ({ id }) => evidencePage(id).evidence,
    'evidence.file': ({ id }) => evidencePage(id).evidence,
    'evidence.move': ({ id }) => evidencePage(id).evidence,
    'evidence.withdraw': ({ id }) => evidencePage(id).evidence,
    'evidence.makeCopy': ({ id, edits, note, useInMasked }, fake) => {
      const { evidence: row, artefacts, copies } = evidencePage(id);
      const copy = fakeCopy(row, artefacts[0]?.id ?? id, copies.length + 1);
      return fake.job('working-copy', row.number, { ...copy, edits, note, usedInMasked: useInMasked });
    },
    'evidence.chooseCopy': ({ id }) => ({ copies: evidencePage(id).copies }),
    'evidence.withdrawCopy': ({ id }) => ({ copies: evidencePage(id).copies }),
    'evidence.readPictures': ({ id }, fake) =>
      fake.job('text-recognition', id === null ? '' : evidencePage(id).evidence.number, { read: 1, without: 0 }),
    'evidence.unreadPictures': () => ({ count: 0 }),
    'evidence.view': ({ id }) => ({
      handle: evidencePage(id).evidence.thumbnail ?? fakeHandle(3, 0),
      mime: 'image/png',
      bytes: 1_482_113,
    }),
    'evidence.readText': ({ id, artefactId }) => ({
      text:
        fakePlaces(evidencePage(id), artefactId) ??
        'Bersama kita menang.\n\nDibagikan 3 jam lalu · Publik\n\n128 suka · 14 komentar',
    }),
    'evidence.openRecording': ({ id }) => fakeRecording(evidencePage(id).evidence),
    'evidence.checkSeal': ({ id }) => ({
      intact: true,
      checkedAt: '2026-11-22T07:30:05.000Z',
      artefacts: evidencePage(id).artefacts.map((artefact) => ({ id: artefact.id, intact: true })),
    }),
    'evidence.export': () => ({ saved: true, name: 'halaman.png' }),
    'evidence.trayCount': () => ({ count: evidence.filter((one) => one.cases.length === 0).length }),
    'capture.openWindow': () => ({}),
    'capture.lookPublicly': () => ({
      evidenceId: fakeId(5, 99),
      number: 'B-0099',
      lookedAt: '2026-11-21T02:00:00.000Z',
      outcome: 'captured',
      answer: 'yes',
      basis: 'same-post',
      share: 0.9,
    }),
    'capture.stopLook': () => ({}),
    'captureProfiles.list': () => ({ enabled: false, profiles: [] }),
    'captureProfiles.save': () => ({ enabled: true, profiles: [] }),
    'captureProfiles.wipe': () => ({ enabled: true, profiles: [] }),
    'lists.export': ({ selection, format }) => ({ saved: true, name: `${selection.list}.${format}`, rows: 12 }),
    'custody.list': (input) => {
      const actions = [
        'evidence.captured',
        'evidence.filed',
        'evidence.viewed',
        'case.status-set',
        'evidence.seal-checked',
        'report.issued',
        'roster.imported',
      ];
      const rows = Array.from({ length: Math.min(input.limit, Math.max(0, 1284 - input.offset)) }, (_, index) => {
        const sequence = 1284 - input.offset - index;
        return {
          sequence,
          at: new Date(Date.UTC(2026, 10, 20, 3, 0) - (1284 - sequence) * 311_000).toISOString(),
          user: sequence === 1280 ? null : sequence % 4 === 0 ? 'Bagus Prakoso' : 'Rahma Yuliani',
          signedBy: sequence % 4 === 0 ? 'Bagus Prakoso' : 'Rahma Yuliani',
          action: sequence === 1280 ? 'vault.unlock-failed' : actions[sequence % actions.length]!,
          subjectKind: 'evidence',
          subjectId: fakeId(3, sequence % 23),
          subjectLabel: `B-${String(1 + (sequence % 48)).padStart(4, '0')}`,
          hash: fakeHash(sequence),
          facts: { bytes: 1000 + sequence },
        };
      });
      return { total: 1284, head: { sequence: 1284, hash: fakeHash(1284) }, rows };
    },
    'custody.export': () => ({ saved: true, name: 'jejak-audit.jsonl' }),
    'search.everything': ({ query }) => ({
      hits: [
        ...people
          .filter((one) => has(one.name, query))
          .slice(0, 4)
          .map((one) => ({ kind: 'employee' as const, id: one.id, title: one.name, detail: one.unit ?? '' })),
        ...cases
          .filter((one) => has(one.title, query))
          .map((one) => ({ kind: 'case' as const, id: one.id, title: one.title, detail: one.number })),
      ],
    }),
    'home.summary': () => ({
      employees: PEOPLE,
      openCases: 7,
      tray: evidence.filter((one) => one.cases.length === 0).length,
      reports: 1,
      casesByStatus: [
        { status: 'draf', count: 1 },
        { status: 'terdaftar', count: 2 },
        { status: 'telaah', count: 3 },
        { status: 'klarifikasi', count: 1 },
        { status: 'diteruskan', count: 1 },
        { status: 'selesai', count: 1 },
      ],
      recentCases: cases
        .slice(0, 5)
        .map(({ id, number, title, status, missing }) => ({ id, number, title, status, missing })),
      lastBackupAt: OPEN_VAULT.lastBackupAt,
    }),
  };
}

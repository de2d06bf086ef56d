/** What the fake bridge answers of outreach: one held and one planned session, and the handout in small. */
import type {
  OutreachAttendee,
  OutreachMaterial,
  OutreachSessionPage,
  OutreachSessionRow,
} from '../../shared/contract/outreach.ts';
import type { OutreachPerson } from '../../shared/contract/outreach-coverage.ts';
import type { PledgeRow } from '../../shared/contract/outreach-pledges.ts';
import { nextStates } from '../../shared/domain/outreach/session-rules.ts';
import { fakeEmployee, fakeHash, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const AT = '2026-11-20T02:00:00.000Z';

/** `n` 1 was held, 2 is planned. */
export function fakeSession(n: number): OutreachSessionRow {
  return {
    id: fakeId(70, n),
    number: `SOS-000${n}`,
    topic: n === 1 ? 'Netral di media sosial' : 'Sosialisasi susulan',
    speakers: [{ name: 'Rina Contoh', office: 'Bawaslu' }],
    place: 'Aula Contoh',
    online: false,
    day: n === 1 ? '2026-11-20' : '2026-12-01',
    begins: '09:00',
    ends: '11:00',
    state: n === 1 ? 'held' : 'planned',
    invited: 2,
    attended: n === 1 ? 1 : 0,
    guests: 0,
    openRows: n === 1 ? 1 : 0,
  };
}

const person = (n: number) => {
  const { id, name, nip, position, unit, agency } = fakeEmployee(n);
  return { employeeId: id, name, nip, position, unit, agency };
};

export function fakeSessionPage(n: number): OutreachSessionPage {
  const session = fakeSession(n);
  return {
    session: { ...session, summary: 'Batas dan akibat', note: '', createdAt: AT, createdBy: 'Petugas Satu' },
    states: [{ state: 'planned', at: AT, user: 'Petugas Satu', reason: '' }],
    next: [...nextStates(session.state)],
    materials: [],
    sheets: [
      { id: fakeId(71, 1), position: 1, title: 'Bidang A', madeAt: AT, madeBy: 'Petugas Satu', rows: 3, attended: 1 },
    ],
    openRows:
      n === 1
        ? [
            {
              id: fakeId(72, 1),
              purpose: 'attendance',
              session: null,
              pledgeKind: null,
              signedOn: null,
              fileName: 'hadir.xlsx',
              row: 7,
              name: 'Orang Tak Dikenal',
              nip: '',
              unit: 'Bidang X',
            },
          ]
        : [],
  };
}

/** A picture of a session. */
export const fakeMaterial: OutreachMaterial = {
  id: fakeId(75, 1),
  name: 'poster.png',
  bytes: 1_000,
  mime: 'image/png',
  sha256: fakeHash(4),
  viewable: 'image',
  addedAt: AT,
  addedBy: 'Petugas Satu',
  withdrawnAt: null,
  withdrawReason: null,
};

const attendee: OutreachAttendee = {
  id: fakeId(73, 1),
  ...{ employeeId: person(1).employeeId, name: person(1).name, nip: person(1).nip },
  ...{ unit: person(1).unit, agency: person(1).agency, source: 'pick', addedAt: AT, addedBy: 'Petugas Satu' },
  withdrawnAt: null,
  withdrawReason: null,
};

const pledge: PledgeRow = {
  id: fakeId(74, 1),
  kind: 'ikrar_netralitas',
  kindLabel: 'Ikrar Netralitas',
  ...person(2),
  signedOn: '2026-11-20',
  session: null,
  note: '',
  scan: { name: 'pindaian.pdf', bytes: 1_000, sha256: fakeHash(3), mime: 'application/pdf' },
  source: 'pick',
  recordedAt: AT,
  recordedBy: 'Petugas Satu',
  withdrawnAt: null,
  withdrawReason: null,
};

const unreached: OutreachPerson = {
  ...person(3),
  status: 'PNS',
  sessions: 0,
  lastDay: null,
  lastTopic: null,
  signedOn: null,
  signedKind: null,
};

export function fakeOutreachAnswers(): Pick<FakeAnswers, Extract<keyof FakeAnswers, `outreach.${string}`>> {
  const sessions = [fakeSession(1), fakeSession(2)];
  return {
    'outreach.list': ({ state, query }) => {
      const rows = sessions.filter(
        (row) => (state === undefined || row.state === state) && row.topic.toLowerCase().includes(query.toLowerCase()),
      );
      return { total: rows.length, rows };
    },
    'outreach.get': ({ id }) => fakeSessionPage(id === fakeId(70, 2) ? 2 : 1),
    'outreach.save': ({ id }) => ({ id: id ?? fakeId(70, 2), number: 'SOS-0002' }),
    'outreach.setState': ({ id }) => fakeSessionPage(id === fakeId(70, 2) ? 2 : 1),
    'outreach.addMaterials': (_input, fake) => fake.job('outreach-intake', 'materi.pdf', { added: 1, refused: [] }),
    'outreach.withdrawMaterial': () => ({}),
    'outreach.viewFile': () => ({ handle: `view_${'0'.repeat(32)}`, name: 'a', mime: 'image/png', bytes: 1 }),
    'outreach.saveFile': ({ name }) => ({ saved: true, name }),
    'outreach.invitees': () => ({ total: 1, rows: [{ ...person(1), attended: true, invitedAt: AT }] }),
    'outreach.invite': () => ({ added: 1, already: 0 }),
    'outreach.uninvite': () => ({ removed: 1 }),
    'outreach.attendance': () => ({ total: 1, rows: [attendee] }),
    'outreach.addAttendance': ({ employeeIds }) => ({ added: employeeIds.length, already: 0 }),
    'outreach.addGuest': () => ({ id: fakeId(73, 2) }),
    'outreach.withdrawAttendance': ({ ids }) => ({ withdrawn: ids.length }),
    'outreach.makeSheet': () => ({ id: fakeId(71, 1) }),
    'outreach.sheet': () => {
      const [sheet] = fakeSessionPage(1).sheets;
      if (sheet === undefined) throw new Error('no sheet');
      const rows = [1, 2, 3].map((n) => ({ number: n, ...person(n), attended: n === 1 }));
      return { sheet, session: fakeSession(1), rows };
    },
    'outreach.readSheet': ({ numbers }) => ({
      rows: [{ number: 1, name: person(1).name, unit: person(1).unit, attended: false }],
      notOnSheet: numbers.includes('9') ? [9] : [],
      repeated: [],
    }),
    'outreach.markSheet': () => ({ added: 1, already: 0 }),
    'outreach.previewFile': () => ({
      rows: [
        { row: 2, name: 'Satu', nip: person(1).nip ?? '', unit: '', match: 'number', employee: person(1) },
        { row: 3, name: 'Dua', nip: '', unit: '', match: 'name', employee: person(2) },
        { row: 4, name: 'Orang Luar', nip: '', unit: 'Kantor Pos', match: 'unknown', employee: null },
        { row: 5, name: 'Entah', nip: '', unit: '', match: 'several', employee: null },
      ],
      names: ['Sheet1'],
      sheet: 'Sheet1',
      headings: ['Nama', 'NIP'],
      columns: { name: 0, nip: 1, unit: null },
      truncated: false,
    }),
    'outreach.applyFile': () => ({ added: 2, already: 0, guests: 1, open: 1 }),
    'outreach.openRows': () => ({ rows: [] }),
    'outreach.settleRow': () => ({}),
    'outreach.pledgeKinds': () => ({
      rows: [
        {
          code: 'ikrar_netralitas',
          label: 'Ikrar Netralitas',
          points: [],
          source: '',
          verification: 'sumber_sekunder',
          inUse: true,
        },
      ],
    }),
    'outreach.savePledgeKind': () => ({}),
    'outreach.pledges': () => ({ total: 1, rows: [pledge] }),
    'outreach.addPledges': ({ employeeIds }) => ({ added: employeeIds.length, already: 0 }),
    'outreach.withdrawPledges': ({ ids }) => ({ withdrawn: ids.length }),
    'outreach.persons': () => ({ total: 1, rows: [unreached] }),
    'outreach.coverage': ({ from, to }) => ({
      period: { from, to },
      ...{ sessions: 1, attendances: 1, guests: 0, people: 3, reached: 1, signed: 1 },
      agencies: [{ agency: 'Dinas Satu', people: 3, reached: 1, signed: 1 }],
    }),
    'outreach.upcoming': () => ({ rows: [fakeSession(2)] }),
    'outreach.taught': ({ employeeId }) => ({ employeeId, name: 'Contoh', sessions: [], pledges: [] }),
    'outreach.taughtOfCase': () => ({
      rows: [
        {
          employeeId: person(1).employeeId,
          name: person(1).name,
          sessions: [{ id: fakeId(70, 1), number: 'SOS-0001', topic: 'Netral di media sosial', day: '2026-11-20' }],
          pledges: [],
        },
      ],
    }),
    'outreach.handout': () => ({
      title: 'Netral, Bijak, dan Tetap Melayani',
      lead: ['Siapa pun pilihannya, setiap warga dilayani.'],
      parts: [
        {
          key: 'boleh',
          title: 'Yang boleh',
          lead: '',
          statements: [
            {
              text: 'Menggunakan hak pilih.',
              of: null,
              references: [{ key: 'hak_pilih', text: 'Hak memilih', sourceUrl: null, verification: 'ingatan' }],
              verified: false,
            },
          ],
        },
      ],
      closing: [],
      unverified: 1,
    }),
    'outreach.bases': () => ({
      rows: [
        {
          key: 'hak_pilih',
          text: 'Hak memilih',
          sourceUrl: null,
          verification: 'ingatan',
          verifiedBy: null,
          verifiedAt: null,
        },
      ],
    }),
    'outreach.saveBasis': () => ({}),
  };
}

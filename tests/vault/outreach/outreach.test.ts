/** Outreach against a real vault: transitions, attendance in every way, pledges, and coverage counted by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportOutreachFile } from '../../../electron/vault/outreach/files.ts';
import { exportList } from '../../../electron/vault/exports/list-export.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const UNKNOWN = '0193e000-0000-7000-8000-000000000000';
const NOW = new Date('2026-11-23T02:00:00.000Z');
const PERIOD = { from: '2026-01-01', to: '2026-12-31' } as const;

let vault: TestVault;
/** Ids by name: two OPDs, six people in service, one who has retired. */
const people: Record<string, string> = {};
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const who = (name: string): string => people[name] ?? '';

const STAFF = [
  ['Adi Contoh', '198501012010011001', 'Bidang A', 'Dinas Satu', 'PNS'],
  ['Budi Contoh', '198601012010011002', 'Bidang A', 'Dinas Satu', 'PNS'],
  ['Citra Contoh', '198701012010012003', 'Bidang B', 'Dinas Satu', 'PPPK'],
  ['Dewi Contoh', '198801012010012004', 'Kantor', 'Badan Dua', 'CPNS'],
  ['Eka Contoh', '', 'Kantor', 'Badan Dua', 'PTT'],
  ['Eka Contoh', '', 'Gudang', 'Badan Dua', 'PTT'],
  ['Fajar Contoh', '195501011980011005', 'Kantor', 'Badan Dua', 'PENSIUN'],
] as const;

beforeAll(async () => {
  vault = await createTestVault({ clock: () => NOW });
  for (const [name, nip, unit, agency, status] of STAFF) {
    const row = await call('roster.addPerson', { name, nip, unit, agency, status });
    people[name === 'Eka Contoh' ? `${name} ${unit}` : name] = row.id;
  }
});
afterAll(() => vault.dispose());

async function session(topic: string, day: string, state: 'planned' | 'held' = 'held'): Promise<string> {
  const { id } = await call('outreach.save', { topic, day });
  if (state === 'held') await call('outreach.setState', { id, state: 'held' });
  return id;
}

const lastEntry = async () => (await call('custody.list', { limit: 1 })).rows[0];

describe('a session', () => {
  it('is planned, found, changed, held, cancelled and planned again, each in the log', async () => {
    const saved = await call('outreach.save', {
      topic: 'Netral di media sosial',
      day: '2026-11-20',
      begins: '09:00',
      ends: '11:00',
      place: 'Aula',
      speakers: [{ name: 'Rina Contoh', office: 'Bawaslu' }],
    });
    expect(saved.number).toBe('SOS-0001');
    expect(await lastEntry()).toMatchObject({ action: 'outreach.planned', subjectLabel: 'SOS-0001' });
    for (const query of ['netral sosial', 'rina', 'aula', 'sos-0001'])
      expect((await call('outreach.list', { query })).rows.map(({ id }) => id)).toEqual([saved.id]);
    expect((await call('outreach.list', { query: 'bukan ini' })).total).toBe(0);
    expect((await call('search.everything', { query: 'netral' })).hits).toContainEqual({
      kind: 'outreach',
      id: saved.id,
      title: 'SOS-0001 Netral di media sosial',
      detail: '2026-11-20 · Aula',
    });
    await call('outreach.setState', { id: saved.id, state: 'cancelled', reason: 'ruang tidak tersedia' });
    await expect(call('outreach.save', { id: saved.id, topic: 'x', day: '2026-11-20' })).rejects.toMatchObject({
      code: 'OUTREACH_NOT_FROM_HERE',
    });
    await call('outreach.setState', { id: saved.id, state: 'planned', reason: 'ruang ada lagi' });
    await call('outreach.save', { id: saved.id, topic: 'Netral dan santun', day: '2026-11-21' });
    const page = await call('outreach.setState', { id: saved.id, state: 'held' });
    expect(page.session).toMatchObject({ number: 'SOS-0001', topic: 'Netral dan santun', state: 'held' });
    expect(page.states.map(({ state, reason }) => [state, reason])).toEqual([
      ['planned', ''],
      ['cancelled', 'ruang tidak tersedia'],
      ['planned', 'ruang ada lagi'],
      ['held', ''],
    ]);
    expect(page.next).toEqual(['planned']);
    await call('outreach.setState', { id: saved.id, state: 'planned', reason: 'salah tandai' });
    await call('outreach.setState', { id: saved.id, state: 'cancelled', reason: 'tidak jadi' });
  });

  it('refuses what its rules forbid, and changes nothing', async () => {
    const id = await session('Besok', '2026-11-24', 'planned');
    const refused = async (state: 'planned' | 'held' | 'cancelled', code: string, reason = '') => {
      await expect(call('outreach.setState', { id, state, reason })).rejects.toMatchObject({ code });
    };
    await refused('held', 'OUTREACH_DAY_AHEAD');
    await refused('planned', 'OUTREACH_NOT_FROM_HERE', 'alasan');
    await refused('cancelled', 'REASON_NEEDED');
    await expect(
      call('outreach.save', { topic: 'Waktu', day: '2026-11-24', begins: '10:00', ends: '09:00' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(
      call('outreach.addAttendance', { sessionId: id, employeeIds: [who('Adi Contoh')] }),
    ).rejects.toMatchObject({ code: 'OUTREACH_NOT_HELD' });
    await expect(call('outreach.addGuest', { sessionId: id, name: 'Tamu' })).rejects.toMatchObject({
      code: 'OUTREACH_NOT_HELD',
    });
    await expect(call('outreach.get', { id: UNKNOWN })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call('outreach.get', { id })).session).toMatchObject({ state: 'planned', attended: 0 });
    // What is planned and due stands before what is to come.
    const late = await session('Sudah lewat', '2026-11-01', 'planned');
    expect((await call('outreach.upcoming', {})).rows.map((row) => row.id)).toEqual([late, id]);
    for (const one of [late, id])
      await call('outreach.setState', { id: one, state: 'cancelled', reason: 'uji selesai' });
    await refused('held', 'OUTREACH_NOT_FROM_HERE');
  });

  it('keeps its material: taken in, looked at, saved, withdrawn with a reason', async () => {
    const id = await session('Materi', '2026-11-02');
    const files = [await vault.file('materi.txt', 'isi materi'), await vault.file('kosong.txt', '')];
    expect(await vault.job(await call('outreach.addMaterials', { sessionId: id, files }))).toEqual({
      added: 1,
      refused: [{ name: 'kosong.txt', code: 'FILE_EMPTY' }],
    });
    const [material] = (await call('outreach.get', { id })).materials;
    expect(material).toMatchObject({ name: 'materi.txt', bytes: 10, withdrawnAt: null });
    const of = { of: 'material', id: material?.id ?? '' } as const;
    expect(await call('outreach.viewFile', of)).toMatchObject({ name: 'materi.txt', bytes: 10 });
    const target = path.join(vault.folder, 'salinan.txt');
    await exportOutreachFile({ ...of, path: target }, vault.service.context());
    expect(readFileSync(target, 'utf8')).toBe('isi materi');
    await call('outreach.withdrawMaterial', { id: of.id, reason: 'versi lama' });
    expect((await call('outreach.get', { id })).materials[0]).toMatchObject({ withdrawReason: 'versi lama' });
    await expect(call('outreach.withdrawMaterial', { id: of.id, reason: 'lagi' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(call('outreach.viewFile', { of: 'material', id: UNKNOWN })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('attendance', () => {
  it('is noted once each, guests apart, and withdrawn with a reason', async () => {
    const sessionId = await session('Hadir', '2025-05-05');
    const employeeIds = [who('Adi Contoh'), who('Budi Contoh'), who('Adi Contoh')];
    expect(await call('outreach.addAttendance', { sessionId, employeeIds, how: 'unit' })).toEqual({
      added: 2,
      already: 0,
    });
    expect(await call('outreach.addAttendance', { sessionId, employeeIds })).toEqual({ added: 0, already: 2 });
    await call('outreach.addGuest', { sessionId, name: 'Gita Tamu', office: 'Kecamatan' });
    await expect(
      call('outreach.addAttendance', { sessionId, employeeIds: [who('Citra Contoh'), UNKNOWN] }),
    ).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' });
    await expect(
      call('outreach.setState', { id: sessionId, state: 'planned', reason: 'salah tandai' }),
    ).rejects.toMatchObject({ code: 'OUTREACH_HAS_ATTENDANCE' });
    const { rows } = await call('outreach.attendance', { sessionId });
    expect(rows.map(({ name, unit, source }) => [name, unit, source])).toEqual([
      ['Gita Tamu', 'Kecamatan', 'pick'],
      ['Budi Contoh', 'Bidang A', 'unit'],
      ['Adi Contoh', 'Bidang A', 'unit'],
    ]);
    expect((await call('outreach.attendance', { sessionId, guests: true })).total).toBe(1);
    expect((await call('outreach.attendance', { sessionId, query: 'budi' })).total).toBe(1);
    const [guest, budi] = rows;
    const other = await session('Lain', '2025-05-06');
    await call('outreach.addAttendance', { sessionId: other, employeeIds: [who('Dewi Contoh')] });
    const [dewi] = (await call('outreach.attendance', { sessionId: other })).rows;
    await expect(
      call('outreach.withdrawAttendance', { ids: [budi?.id ?? '', dewi?.id ?? ''], reason: 'dua sosialisasi' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await call('outreach.withdrawAttendance', { ids: [budi?.id ?? '', guest?.id ?? ''], reason: 'salah orang' });
    await expect(
      call('outreach.withdrawAttendance', { ids: [budi?.id ?? ''], reason: 'dua kali' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call('outreach.attendance', { sessionId })).total).toBe(1);
    expect((await call('outreach.attendance', { sessionId, withdrawn: true })).total).toBe(3);
    // Who was withdrawn may be noted again.
    expect(await call('outreach.addAttendance', { sessionId, employeeIds: [who('Budi Contoh')] })).toEqual({
      added: 1,
      already: 0,
    });
  });

  it('is typed back from a printed sheet by its numbers', async () => {
    const sessionId = await session('Lembar', '2025-06-01');
    const { id } = await call('outreach.makeSheet', { sessionId, of: { people: 'agency', agency: 'Dinas Satu' } });
    const page = await call('outreach.sheet', { id });
    expect(page.rows.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Adi Contoh',
      '2 Budi Contoh',
      '3 Citra Contoh',
    ]);
    const read = await call('outreach.readSheet', { id, numbers: '1, 3 s.d. 4, 3' });
    expect(read).toEqual({
      rows: [
        { number: 1, name: 'Adi Contoh', unit: 'Bidang A', attended: false },
        { number: 3, name: 'Citra Contoh', unit: 'Bidang B', attended: false },
      ],
      notOnSheet: [4],
      repeated: [3],
    });
    await expect(call('outreach.markSheet', { id, numbers: '1,9' })).rejects.toMatchObject({
      code: 'OUTREACH_NUMBERS_NOT_ON_SHEET',
    });
    await expect(call('outreach.markSheet', { id, numbers: '1, dua' })).rejects.toMatchObject({
      code: 'OUTREACH_NUMBERS_UNREADABLE',
      params: { text: 'dua' },
    });
    expect((await call('outreach.get', { id: sessionId })).session.attended).toBe(0);
    expect(await call('outreach.markSheet', { id, numbers: '1-2' })).toEqual({ added: 2, already: 0 });
    expect((await call('outreach.get', { id: sessionId })).sheets).toMatchObject([
      { position: 1, title: 'Dinas Satu', rows: 3, attended: 2 },
    ]);
    await expect(
      call('outreach.makeSheet', { sessionId, of: { people: 'unit', unit: 'Tidak ada' } }),
    ).rejects.toMatchObject({ code: 'OUTREACH_NOBODY' });
  });

  it('is read from a file: the number decides, a name is a proposal, unknown rows are kept and settled', async () => {
    const sessionId = await session('Berkas', '2025-07-01');
    await call('outreach.addAttendance', { sessionId, employeeIds: [who('Budi Contoh')] });
    const csv = [
      'No;Nama;NIP;Unit Kerja',
      '1;A. Contoh;19850101 201001 1 001;Bidang A',
      '2;Budi Contoh;198601012010011002;Bidang A',
      '3;Citra Contoh, S.Kom.;;Bidang B',
      '4;Eka Contoh;;Kantor',
      '5;Eka Contoh;;',
      '6;Orang Luar;;Kantor Pos',
      '7;Tidak Dikenal;199901012020011009;Bidang X',
      '8;Adi Contoh;198501012010011001;Bidang A',
    ].join('\n');
    const target = { purpose: 'attendance', sessionId } as const;
    const file = await vault.file('hadir.csv', csv);
    const preview = await call('outreach.previewFile', { target, file });
    expect(preview.rows.map(({ row, match, employee }) => [row, match, employee?.name ?? null])).toEqual([
      [2, 'number', 'Adi Contoh'],
      [3, 'already', 'Budi Contoh'],
      [4, 'name', 'Citra Contoh'],
      [5, 'name', 'Eka Contoh'],
      [6, 'several', null],
      [7, 'unknown', null],
      [8, 'unknown', null],
      [9, 'repeated', 'Adi Contoh'],
    ]);
    // A workbook whose first sheet is about something else: the sheet with the headings of people is taken.
    const sheets = [
      {
        name: 'Anggaran',
        rows: [
          ['Uraian', 'Jumlah'],
          ['Konsumsi', '1000'],
        ],
      },
      {
        name: 'Hadir',
        rows: [
          ['Nama', 'NIP'],
          ['Adi', '198501012010011001'],
        ],
      },
    ];
    const book = await call('outreach.previewFile', { target, file: await vault.file('b.xlsx', makeXlsx(sheets)) });
    expect([book.sheet, book.rows.map(({ employee }) => employee?.name)]).toEqual(['Hadir', ['Adi Contoh']]);
    // Another sheet, and files that are no list, are refused by name; nothing is noted.
    await expect(call('outreach.previewFile', { target, file, sheet: 'Lain' })).rejects.toMatchObject({
      code: 'ROSTER_SHEET_UNKNOWN',
    });
    for (const [name, bytes, code] of [
      ['gambar.xlsx', '\u0089PNG\r\n', 'OUTREACH_LIST_UNSUPPORTED'],
      ['rusak.xlsx', Buffer.from('PK\u0003\u0004 putus'), 'OUTREACH_LIST_DAMAGED'],
    ] as const)
      await expect(call('outreach.previewFile', { target, file: await vault.file(name, bytes) })).rejects.toMatchObject(
        { code },
      );
    const rows = preview.rows.map(({ row, name, nip, unit, match, employee }) => ({
      ...{ row, name, nip, unit },
      employeeId: match === 'repeated' ? null : (employee?.employeeId ?? null),
      guest: name === 'Orang Luar',
    }));
    const taken = await call('outreach.applyFile', {
      target,
      fileName: 'hadir.csv',
      rows: rows.filter(({ row }) => row !== 9),
    });
    expect(taken).toEqual({ added: 3, already: 1, guests: 1, open: 2 });
    const { openRows } = await call('outreach.get', { id: sessionId });
    expect(openRows.map(({ row, name, nip }) => [row, name, nip])).toEqual([
      [6, 'Eka Contoh', ''],
      [8, 'Tidak Dikenal', '199901012020011009'],
    ]);
    const [eka, unknown] = openRows.map(({ id }) => id);
    await call('outreach.settleRow', { id: eka ?? '', as: 'employee', employeeId: who('Eka Contoh Gudang') });
    await expect(call('outreach.settleRow', { id: unknown ?? '', as: 'dropped' })).rejects.toMatchObject({
      code: 'REASON_NEEDED',
    });
    await expect(
      call('outreach.settleRow', { id: unknown ?? '', as: 'employee', employeeId: UNKNOWN }),
    ).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' });
    expect((await call('outreach.openRows', { sessionId })).rows).toHaveLength(1);
    await call('outreach.settleRow', { id: unknown ?? '', as: 'dropped', reason: 'bukan peserta' });
    await expect(call('outreach.settleRow', { id: unknown ?? '', as: 'guest' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await call('outreach.get', { id: sessionId })).session).toMatchObject({
      attended: 5,
      guests: 1,
      openRows: 0,
    });
    const later = await session('Nanti', '2027-01-01', 'planned');
    await expect(
      call('outreach.applyFile', { target: { purpose: 'attendance', sessionId: later }, fileName: 'x', rows }),
    ).rejects.toMatchObject({ code: 'OUTREACH_NOT_HELD' });
    await call('outreach.setState', { id: later, state: 'cancelled', reason: 'uji selesai' });
  });
});

describe('pledges and coverage', () => {
  it('note who signed what and when, with a scan, once a day; withdrawn with a reason', async () => {
    const scan = await vault.file('pindaian.txt', 'tanda tangan basah');
    const entry = { kind: 'ikrar_netralitas', signedOn: '2025-08-17' } as const;
    const employeeIds = [who('Adi Contoh'), who('Dewi Contoh')];
    expect(await call('outreach.addPledges', { ...entry, employeeIds, scan })).toEqual({ added: 2, already: 0 });
    expect(await call('outreach.addPledges', { ...entry, employeeIds })).toEqual({ added: 0, already: 2 });
    const { rows } = await call('outreach.pledges', { query: 'dewi' });
    expect(rows).toMatchObject([
      { kindLabel: 'Ikrar Netralitas', signedOn: '2025-08-17', scan: { name: 'pindaian.txt' } },
    ]);
    const id = rows[0]?.id ?? '';
    expect(await call('outreach.viewFile', { of: 'pledge', id })).toMatchObject({ bytes: 18 });
    await expect(call('outreach.addPledges', { ...entry, signedOn: '2026-11-24', employeeIds })).rejects.toMatchObject({
      code: 'OUTREACH_DAY_AHEAD',
    });
    await expect(call('outreach.addPledges', { ...entry, kind: 'lain', employeeIds })).rejects.toMatchObject({
      code: 'OUTREACH_KIND_UNKNOWN',
    });
    await call('outreach.withdrawPledges', { ids: [id], reason: 'belum menandatangani' });
    await expect(call('outreach.withdrawPledges', { ids: [id], reason: 'lagi' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await call('outreach.pledges', { withdrawn: true })).total).toBe(2);
    expect((await call('outreach.pledges', {})).total).toBe(1);
    const verified = {
      code: 'tanpa_sumber',
      label: 'X',
      points: [],
      source: ' ',
      verification: 'diverifikasi' as const,
      inUse: true,
    };
    await expect(call('outreach.savePledgeKind', verified)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await call('outreach.savePledgeKind', {
      code: 'surat_pernyataan',
      label: 'Surat Pernyataan',
      points: [],
      source: '',
      verification: 'ingatan',
      inUse: true,
    });
    const { rows: kinds } = await call('outreach.pledgeKinds', {});
    expect(kinds.map(({ code }) => code)).toEqual(['ikrar_netralitas', 'pakta_integritas', 'surat_pernyataan']);
    const target = { purpose: 'pledge', kind: 'surat_pernyataan', signedOn: '2025-08-18' } as const;
    const row = { row: 2, name: 'Siapa Contoh', nip: '', unit: '', employeeId: null };
    await expect(
      call('outreach.applyFile', { target, fileName: 'a.csv', rows: [{ ...row, guest: true }] }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await call('outreach.applyFile', { target, fileName: 'a.csv', rows: [row] })).toMatchObject({ open: 1 });
    const [open] = (await call('outreach.openRows', { purpose: 'pledge' })).rows;
    await call('outreach.settleRow', { id: open?.id ?? '', as: 'employee', employeeId: who('Citra Contoh') });
    expect((await call('outreach.pledges', { kind: 'surat_pernyataan' })).rows).toMatchObject([
      { name: 'Citra Contoh', source: 'settled' },
    ]);
  });

  it('count whom the year has reached, by OPD and by person, and name those to invite', async () => {
    const first = await session('Tahun ini', '2026-03-01');
    const second = await session('Tahun ini lagi', '2026-04-01');
    await call('outreach.addAttendance', { sessionId: first, employeeIds: [who('Adi Contoh'), who('Fajar Contoh')] });
    await call('outreach.addAttendance', { sessionId: second, employeeIds: [who('Adi Contoh'), who('Dewi Contoh')] });
    await call('outreach.addGuest', { sessionId: second, name: 'Tamu Lain' });
    await call('outreach.addPledges', {
      kind: 'ikrar_netralitas',
      signedOn: '2026-04-01',
      employeeIds: [who('Citra Contoh')],
    });
    // By hand: in service are Adi, Budi, Citra (Dinas Satu), Dewi, two Ekas (Badan Dua); Fajar has retired.
    const coverage = await call('outreach.coverage', PERIOD);
    expect(coverage).toMatchObject({ attendances: 4, guests: 1, people: 6, reached: 2, signed: 1 });
    expect(coverage.agencies).toEqual([
      { agency: 'Badan Dua', people: 3, reached: 1, signed: 0 },
      { agency: 'Dinas Satu', people: 3, reached: 1, signed: 1 },
    ]);
    // Sessions without anybody count as held: "Materi" is of this year, too.
    expect(coverage.sessions).toBe(3);
    const names = async (filter: object): Promise<string[]> =>
      (await call('outreach.persons', { ...PERIOD, ...filter })).rows.map(({ name }) => name);
    expect(await names({ reached: true })).toEqual(['Adi Contoh', 'Dewi Contoh']);
    expect(await names({ reached: false, agency: 'Dinas Satu' })).toEqual(['Budi Contoh', 'Citra Contoh']);
    expect(await names({ signed: true })).toEqual(['Citra Contoh']);
    expect(await names({ signed: true, kind: 'pakta_integritas' })).toEqual([]);
    const [adi] = (await call('outreach.persons', { ...PERIOD, query: 'adi' })).rows;
    expect(adi).toMatchObject({ sessions: 2, lastDay: '2026-04-01', lastTopic: 'Tahun ini lagi', signedOn: null });

    const next = await session('Susulan', '2026-12-01', 'planned');
    const matching = { ...PERIOD, reached: false } as const;
    expect(await call('outreach.invite', { sessionId: next, people: { matching } })).toEqual({ added: 4, already: 0 });
    expect(await call('outreach.invite', { sessionId: next, people: { ids: [who('Budi Contoh')] } })).toEqual({
      added: 0,
      already: 1,
    });
    expect(await call('outreach.uninvite', { sessionId: next, employeeIds: [who('Budi Contoh'), UNKNOWN] })).toEqual({
      removed: 1,
    });
    expect((await call('outreach.invitees', { sessionId: next })).rows.map(({ name }) => name)).toEqual([
      'Citra Contoh',
      'Eka Contoh',
      'Eka Contoh',
    ]);
    await expect(
      call('outreach.invite', { sessionId: next, people: { matching: { ...matching, query: 'tidak ada' } } }),
    ).rejects.toMatchObject({ code: 'OUTREACH_NOBODY' });
    await expect(call('outreach.invite', { sessionId: first, people: { matching } })).rejects.toMatchObject({
      code: 'OUTREACH_NOT_PLANNED',
    });
    const written = await exportList(
      {
        selection: { list: 'outreach-persons', ...matching, query: '' },
        format: 'csv',
        path: path.join(vault.folder, 'belum.csv'),
      },
      vault.service.context(),
    );
    expect(written.rows).toBe(4);
    const agencies = path.join(vault.folder, 'opd.csv');
    await exportList(
      { selection: { list: 'outreach-coverage', ...PERIOD }, format: 'csv', path: agencies },
      vault.service.context(),
    );
    expect(readFileSync(agencies, 'utf8')).toContain('Dinas Satu;3;1;33,3;1;33,3');
  });

  it('tell of a case whether and when its respondents were taught', async () => {
    const { id } = await call('cases.create', { employeeId: who('Adi Contoh'), reason: 'akun dikenali' });
    const { rows } = await call('outreach.taughtOfCase', { caseId: id });
    expect(rows).toMatchObject([
      { name: 'Adi Contoh', pledges: [{ kindLabel: 'Ikrar Netralitas', signedOn: '2025-08-17' }] },
    ]);
    expect(rows[0]?.sessions.map(({ day }) => day)).toEqual([
      '2026-04-01',
      '2026-03-01',
      '2025-07-01',
      '2025-06-01',
      '2025-05-05',
    ]);
    expect(await call('outreach.taught', { employeeId: who('Eka Contoh Kantor') })).toMatchObject({
      sessions: [{ day: '2025-07-01' }],
      pledges: [],
    });
    await expect(call('outreach.taughtOfCase', { caseId: UNKNOWN })).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
  });

  it('are among the persons whose data is held', async () => {
    const held = (await call('handover.persons', { source: { of: 'vault' } })).rows;
    expect(held.find(({ name }) => name === 'Gita Tamu')).toMatchObject({
      role: 'peserta-sosialisasi',
      unit: 'Kecamatan',
      data: [{ kind: 'sosialisasi', count: 1 }],
    });
    expect(held.find(({ name }) => name === 'Fajar Contoh')?.data).toContainEqual({ kind: 'sosialisasi', count: 1 });
  });
});

describe('the handout', () => {
  it('is issued as a draft of two pages while its references are not verified', async () => {
    const job = await call('documents.preview', { document: 'bahan_sosialisasi' });
    expect(await vault.job(job)).toMatchObject({ pages: 2, draftReasons: ['LEGAL_UNVERIFIED'] });
  });

  it('cites rows that exist, says what is not verified, and follows the verification of its bases', async () => {
    const before = await call('outreach.handout', {});
    const references = before.parts.flatMap(({ statements }) => statements.flatMap((one) => one.references));
    // A key that no row stands for would be its own text.
    expect(references.filter(({ key, text }) => key === text)).toEqual([]);
    expect(new Set(references.map(({ key }) => key).filter((key) => /^(KE|D)-/.test(key))).size).toBe(19);
    const basis = (await call('outreach.bases', {})).rows.find(({ key }) => key === 'hak_pilih');
    if (basis === undefined) throw new Error('the basis is gone');
    const verified = { ...basis, verification: 'diverifikasi' } as const;
    await expect(call('outreach.saveBasis', verified)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await call('outreach.saveBasis', {
      ...verified,
      verifiedBy: 'Bagian Hukum',
      verifiedAt: '2026-11-01',
      sourceUrl: 'https://contoh.test/uu',
    });
    const after = await call('outreach.handout', {});
    expect(after.unverified).toBe(before.unverified - 1);
    expect(after.parts[0]?.statements[0]).toMatchObject({ verified: true });
    await expect(call('outreach.saveBasis', { ...basis, key: 'tidak_ada' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

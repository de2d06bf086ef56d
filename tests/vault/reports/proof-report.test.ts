/** A report says whose the account is held to be, what each act still lacks and whether the person was taught; a masked one says it without free text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { hasTool } from '../../unit/report/tools.ts';
import { issuedText } from './issued-text.ts';

let vault: TestVault;
let caseId: string;
let accountId: string;
let personId: string;
const numbers: Record<string, string> = {};
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

async function evidence(name: string, target: string | null): Promise<string> {
  const { added } = (await vault.job(
    await call('evidence.addFiles', { caseId: target, files: [await vault.file(`${name}.txt`, `isi ${name}`)] }),
  )) as { added: { id: string }[] };
  const id = added[0]?.id ?? '';
  numbers[name] = (await call('evidence.get', { id })).evidence.number;
  return id;
}

beforeAll(async () => {
  vault = await createTestVault();
  const person = await call('roster.addPerson', { name: 'Budi Contoh', nip: '199001012015031001' });
  personId = person.id;
  caseId = (await call('cases.create', { title: 'Suka', employeeId: person.id, reason: 'nama sama' })).id;
  const respondentId = (await call('cases.get', { id: caseId })).respondents[0]?.id ?? '';
  const inCase = await evidence('daftar', caseId);
  const elsewhere = await evidence('lain', null);
  accountId = (
    await call('roster.saveAccount', {
      employeeId: person.id,
      platform: 'Facebook',
      handle: 'budi.contoh',
      url: 'https://facebook.contoh.test/budi',
      basis: '',
    })
  ).id;
  await call('cases.linkAccount', { caseId, respondentId, accountId });
  await call('roster.addProofReason', {
    accountId,
    kind: 'nama_lengkap',
    record: 'name',
    note: 'Catatan rahasia nama',
  });
  await call('roster.addProofReason', { accountId, kind: 'foto_wajah', evidenceId: inCase });
  await call('roster.addProofReason', { accountId, kind: 'tautan_resmi', evidenceId: elsewhere });
  await call('roster.addProofReason', { accountId, kind: 'bantahan', note: 'Disampaikan lisan' });
  const { acts } = await call('cases.saveAct', {
    caseId,
    type: 'like',
    respondentId,
    day: '2024-10-21',
    address: 'https://facebook.contoh.test/unggahan',
  });
  const actId = acts[0]?.id ?? '';
  await call('cases.fillActItem', { caseId, actId, item: 'daftar_penyuka', evidenceId: inCase });
  await call('cases.waiveActItem', { caseId, actId, item: 'profil', reason: 'Profil telah dihapus' });
});
afterAll(() => vault.dispose());

describe.skipIf(!hasTool('pdftotext'))('a report with accounts and acts', () => {
  it('prints grade, reasons with their evidence, counter-reasons, and what is not there', async () => {
    const text = await issuedText(vault, caseId, 'lengkap');
    expect(text).toContain('Akun dan pemiliknya');
    expect(text).toContain('BELUM DIKONFIRMASI');
    expect(text).toContain('Lemah – belum dikonfirmasi');
    expect(text).toContain('Nama lengkap sama [data pegawai (nama)] Catatan rahasia nama');
    expect(text).toContain(`Foto wajah sesuai foto dinas [${numbers['daftar']}]`);
    // What is filed elsewhere counts, and is not named to readers of this case.
    expect(text).toContain('Ditautkan dari akun resmi instansi [bukti di luar berkas kasus ini]');
    expect(text).not.toContain(numbers['lain']);
    expect(text).toContain('Bantahan yang bersangkutan [tanpa bukti] Disampaikan lisan');
    expect(text).toContain('Perbuatan dan bukti yang diperlukan');
    // A table is read out by rows or by columns, as its place on the page makes it: the words and how often they stand there.
    const sheet = text.slice(
      text.indexOf('Perbuatan dan bukti yang diperlukan'),
      text.indexOf('Daftar bukti elektronik'),
    );
    expect(sheet).toContain('Daftar penyuka dengan nama akun terlihat');
    expect(sheet.split(numbers['daftar'] ?? '')).toHaveLength(2);
    expect(sheet.split('belum ada')).toHaveLength(4);
    expect(text).toContain('tidak dapat diperoleh: Profil telah dihapus');
    expect(text).toContain('Budi Contoh: tidak tercatat mengikuti sosialisasi; tidak tercatat menandatangani ikrar.');
    expect(sheet).toContain('Unggahan sasaran');
  });

  it('prints when the person was taught and what the person signed; a session that was not held says nothing', async () => {
    const employeeIds = [personId];
    const plan = async (topic: string): Promise<string> =>
      (await call('outreach.save', { topic, day: '2024-10-01' })).id;
    const held = await plan('Netral di media sosial');
    await call('outreach.setState', { id: held, state: 'held' });
    await call('outreach.addAttendance', { sessionId: held, employeeIds });
    await call('outreach.invite', { sessionId: await plan('Belum terlaksana'), people: { ids: employeeIds } });
    await call('outreach.addPledges', {
      kind: 'ikrar_netralitas',
      signedOn: '2024-10-02',
      employeeIds,
      sessionId: null,
    });
    const text = await issuedText(vault, caseId, 'disamarkan');
    expect(text).toMatch(
      /Budi Contoh: mengikuti sosialisasi “Netral di media sosial” \(\S+\) 1 Oktober 2024; menandatangani Ikrar Netralitas 2 Oktober 2024\./,
    );
    expect(text).not.toContain('Belum terlaksana');
  });

  it('says in a masked copy neither addresses nor what was noted', async () => {
    const text = await issuedText(vault, caseId, 'disamarkan');
    expect(text).toContain('Nama lengkap sama [data pegawai (nama)]');
    expect(text).toContain('BELUM DIKONFIRMASI');
    for (const secret of ['Catatan rahasia', 'Disampaikan lisan', 'facebook.contoh.test', 'budi.contoh', 'dihapus'])
      expect(text, secret).not.toContain(secret);
  });

  it('stops warning once the owner is established', async () => {
    const { reasons } = await call('roster.proof', { accountId });
    const reasonId = reasons.find(({ kind }) => kind === 'bantahan')?.id ?? '';
    await call('roster.closeProofReason', { accountId, reasonId, how: 'answered', reason: 'Dicabut kemudian' });
    const text = await issuedText(vault, caseId, 'lengkap');
    expect(text).toContain('Tingkat keyakinan : Terkonfirmasi');
    expect(text).not.toContain('BELUM DIKONFIRMASI');
    expect(text).toContain(
      'Bantahan yang bersangkutan (sudah dijawab) [tanpa bukti] Disampaikan lisan Dijawab: Dicabut',
    );
    await call('roster.lowerGrade', { accountId, grade: 'lemah', reason: 'Menunggu klarifikasi' });
    const lowered = await issuedText(vault, caseId, 'lengkap');
    expect(lowered).toContain('BELUM DIKONFIRMASI');
    expect(lowered).toContain('Diturunkan petugas dari tingkat terkonfirmasi: Menunggu klarifikasi');
  });
});

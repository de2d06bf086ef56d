/** Every kind of document from a real vault: numbers, reissue, refusals, batches. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { custodyHeadText } from '../../../shared/contract/report-model.ts';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '../../../shared/domain/issuing/document-kinds.ts';
import type { BatchResult, IssuedDocument, OfficeDocuments } from '../../../shared/contract/documents.ts';
import type { ReportVerdict } from '../../../shared/contract/reports.ts';
import { OFFICE_KINDS } from '../../../shared/domain/issuing/office-kinds.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let caseId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

/** What a person must fill in, by kind. */
const FIELDS: Partial<Record<DocumentKindName, Record<string, string>>> = {
  tanda_terima: { reporterName: 'Pelapor Contoh' },
  undangan_klarifikasi: { meetingDay: '2026-11-30', meetingTime: '09:00', meetingPlace: 'Ruang Rapat' },
  ba_klarifikasi: {
    meetingDay: '2026-11-30',
    meetingTime: '09:00',
    meetingPlace: 'Ruang Rapat',
    questions: 'Apakah akun itu milik Saudara?\nYa, milik saya.\n\nSiapa yang mengunggah?',
  },
  ba_serah_terima: { receiverName: 'Citra Penerima' },
};

/** What is about a report from the public is issued in tests/vault/public-reports. */
const CASE_OR_DAY = DOCUMENT_KIND_NAMES.filter((name) => OFFICE_KINDS[name].about !== 'public-report');

beforeAll(async () => {
  vault = await createTestVault();
  const person = await call('roster.addPerson', {
    name: 'Budi Contoh, S.E.',
    nip: '199001012015031001',
    unit: 'Dinas X',
  });
  caseId = (
    await call('cases.create', {
      employeeId: person.id,
      reason: 'Foto profil sama',
      actDate: '2024-10-21',
      narrative: 'Akun mengunggah ajakan.',
    })
  ).id;
  await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
  const png = new PNG({ width: 300, height: 500 });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([index % 251, 80, 90, 255], index);
  await vault.job(
    await call('evidence.addFiles', { caseId, files: [await vault.file('bukti.png', PNG.sync.write(png))] }),
  );
});
beforeAll(async () => {
  const { id } = await call('hoaxes.create', { claim: 'Pemungutan suara ditunda.', firstSeen: '2026-11-20' });
  await call('hoaxes.saveSource', { id, title: 'Jadwal tetap', publisher: 'KPU Kota Contoh' });
  await call('hoaxes.setState', { id, state: 'diperiksa' });
  await call('hoaxes.conclude', {
    id,
    verdict: 'hoaks',
    kind: 'konten_palsu',
    facts: 'Pemungutan suara tetap sesuai jadwal.',
    checkedOn: '2026-11-22',
    checkedBy: 'Petugas Contoh',
  });
  FIELDS.lembar_klarifikasi = { hoax: id };
});
afterAll(() => vault.dispose());

async function issue(
  document: DocumentKindName,
  more: Partial<Parameters<typeof draft>[1]> = {},
): Promise<IssuedDocument> {
  const started = await call('documents.issue', { ...draft(document, more), signature: { method: 'seal' } });
  return (await vault.job(started)) as IssuedDocument;
}

function draft(document: DocumentKindName, more: object = {}) {
  return {
    document,
    caseId: OFFICE_KINDS[document].about === 'case' ? caseId : null,
    fields: FIELDS[document] ?? {},
    ...more,
  };
}

async function bytesOf(id: string): Promise<Buffer> {
  const { handle, bytes } = await call('reports.view', { id });
  const source = vault.service.views.find(handle);
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < bytes; offset += 1_000_000) parts.push(await source.read(offset, 1_000_000));
  return Buffer.concat(parts);
}

function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

async function office(change: (office: OfficeDocuments) => OfficeDocuments): Promise<void> {
  await call('documents.setOffice', change((await call('documents.office', {})).office));
}

const numbered =
  (template: string, document: DocumentKindName) =>
  (before: OfficeDocuments): OfficeDocuments => ({
    ...before,
    agencyCode: 'DKI',
    kinds: {
      ...before.kinds,
      [document]: { ...before.kinds[document], numberTemplate: template, classification: '800.1.6' },
    },
  });

describe('every kind', () => {
  it.each(CASE_OR_DAY)('%s is issued in both versions, kept and verified', async (document) => {
    for (const variant of ['lengkap', 'disamarkan'] as const) {
      const issued = await issue(document, { variant });
      expect(issued).toMatchObject({ document, variant, number: '', supersededBy: null });
      const bytes = await bytesOf(issued.id);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(issued.sha256);
      const verdict = (await vault.job(
        await call('reports.verify', { file: await vault.file('x.pdf', bytes) }),
      )) as ReportVerdict;
      expect(verdict).toMatchObject({ verdict: 'valid', issuedHere: true });
    }
  });
});

describe('the head of the log that a file says it was made at', () => {
  it('is found to be one of this log, or none, also for a file that was never issued', async () => {
    const { handle, bytes } = (await vault.job(await call('documents.preview', draft('ba_verifikasi')))) as {
      handle: string;
      bytes: number;
    };
    const pdf = Buffer.from(await vault.service.views.find(handle).read(0, bytes));
    const verdictOf = async (file: Buffer): Promise<ReportVerdict> =>
      (await vault.job(await call('reports.verify', { file: await vault.file('x.pdf', file) }))) as ReportVerdict;
    const found = await verdictOf(pdf);
    expect(found).toMatchObject({ issuedHere: false, recognised: null, custodyHead: { ancestor: true } });
    const { sequence = 0, hash = '' } = found.custodyHead ?? {};
    const { rows } = await call('custody.list', { limit: 1_000 });
    expect(rows.find((row) => row.sequence === sequence)).toMatchObject({ hash });
    const foreign = Buffer.from(
      pdf.toString('latin1').replaceAll(
        hash,
        hash.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ),
      'latin1',
    );
    expect((await verdictOf(foreign)).custodyHead).toMatchObject({ sequence, ancestor: false });
  });
});

describe('a file that was issued here and came back otherwise', () => {
  it('was changed, lost its signature, or has bytes behind its end: each by its own name', async () => {
    const bytes = await bytesOf((await issue('ba_verifikasi')).id);
    const recognised = async (file: Buffer): Promise<unknown> => {
      const verdict = (await vault.job(
        await call('reports.verify', { file: await vault.file('x.pdf', file) }),
      )) as ReportVerdict;
      const { match, missingSigners = [] } = verdict.recognised ?? {};
      return [match, missingSigners.length, verdict.issuedHere, verdict.reasons[0]];
    };
    expect(await recognised(bytes)).toEqual(['same', 0, true, undefined]);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(changed.indexOf('stream') + 60) ^ 1, changed.indexOf('stream') + 60);
    expect(await recognised(changed)).toEqual(['altered', 0, false, 'NOT_AS_ISSUED']);
    const unsigned = bytes.subarray(0, bytes.indexOf('%%EOF') + 6);
    expect(await recognised(unsigned)).toEqual(['stripped', 1, false, 'SIGNATURE_REMOVED']);
    const longer = Buffer.concat([bytes, Buffer.from('tambahan')]);
    expect(await recognised(longer)).toEqual(['trailing', 0, true, 'BYTES_NOT_COVERED']);
  });
});

describe('numbers', () => {
  it('are taken one by one by the template, and one that was typed in is not given again', async () => {
    await office(numbered('{kode_klasifikasi}/{urut}/{kode_opd}/{tahun}', 'ba_verifikasi'));
    const year = new Date().getUTCFullYear();
    expect((await issue('ba_verifikasi')).number).toBe(`800.1.6/001/DKI/${year}`);
    const typed = { how: 'typed', text: `800.1.6/002/DKI/${year}` } as const;
    await issue('ba_verifikasi', { number: typed });
    await expect(issue('ba_verifikasi', { number: typed })).rejects.toMatchObject({ code: 'DOCUMENT_NUMBER_USED' });
    expect((await issue('ba_verifikasi')).number).toBe(`800.1.6/003/DKI/${year}`);
  });

  it('are not taken by a preview, nor by a document that was refused', async () => {
    const before = await nextOf('ba_verifikasi');
    await vault.job(await call('documents.preview', draft('ba_verifikasi')));
    const { id } = await call('cases.create', {});
    await expect(issue('ba_verifikasi', { caseId: id })).rejects.toMatchObject({ code: 'REPORT_NO_EVIDENCE' });
    expect(await nextOf('ba_verifikasi')).toBe(before);
  });

  it('of documents issued at the same moment differ', async () => {
    const both = await Promise.all([issue('ba_verifikasi'), issue('ba_verifikasi')]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
    for (const { id } of both) {
      const printed = /<netra:NetraCustodyHead>([^<]*)</.exec((await bytesOf(id)).toString('latin1'))?.[1];
      const [kept] = vault.service
        .context()
        .database.all('SELECT head_sequence, head_hash FROM issued_reports WHERE id = @id', { id });
      const { id: vaultId } = vault.service.context().vault;
      expect(printed).toBe(custodyHeadText(vaultId, Number(kept?.['head_sequence']), String(kept?.['head_hash'])));
    }
  });

  it.each([
    ['800/{nomor}/{tahun}', 'DOCUMENT_TEMPLATE_TOKEN'],
    ['800/{urut/{tahun}', 'DOCUMENT_TEMPLATE_TOKEN'],
    ['800/{tahun}', 'DOCUMENT_TEMPLATE_NO_NUMBER'],
  ])('%s is refused as a template: %s', async (template, code) => {
    await expect(office(numbered(template, 'penerusan'))).rejects.toMatchObject({ code });
  });
});

async function nextOf(document: DocumentKindName): Promise<string | null | undefined> {
  return (await call('documents.kinds', { caseId })).rows.find((row) => row.document === document)?.nextNumber;
}

describe('a document issued anew', () => {
  it('names the old one, which is then replaced, once', async () => {
    const old = await issue('ba_verifikasi');
    const fresh = await issue('ba_verifikasi', { supersedes: old.id });
    expect(fresh.supersedes).toEqual({ id: old.id, number: old.number });
    const { rows } = await call('documents.list', { query: old.number });
    expect((await call('documents.list', { id: old.id })).rows.map(({ id }) => id)).toEqual([old.id]);
    // The one box finds a document by its number and by what it is.
    for (const query of [old.number, 'berita acara verifikasi'])
      expect((await call('search.everything', { query })).hits).toContainEqual(
        expect.objectContaining({ kind: 'document', id: old.id }),
      );
    expect(rows.find(({ id }) => id === old.id)).toMatchObject({ state: 'digantikan', supersededBy: { id: fresh.id } });
    // Both by the identifier: as a program asks, and as a person copies it from the paper.
    for (const by of [{ id: old.id }, { query: old.id }])
      expect((await call('documents.list', by)).rows.map(({ id }) => id)).toEqual([old.id]);
    await expect(issue('ba_verifikasi', { supersedes: old.id })).rejects.toMatchObject({ code: 'DOCUMENT_REPLACED' });
    await expect(issue('tanda_terima', { supersedes: fresh.id })).rejects.toMatchObject({
      code: 'DOCUMENT_OTHER_KIND',
    });
  });
});

describe('what a document issued anew says', () => {
  const fields = { ...FIELDS.undangan_klarifikasi, bring: 'Surat tugas asli' };
  const offeredBring = async (document: DocumentKindName, replaces: string | null) =>
    (await call('documents.kinds', { caseId, replaces })).rows
      .find((row) => row.document === document)
      ?.fields.find(({ name }) => name === 'bring')?.value;

  it('is what the old one said, offered and printed; what is given anew counts', async () => {
    const old = await issue('undangan_klarifikasi', { fields });
    expect(await offeredBring('undangan_klarifikasi', old.id)).toBe('Surat tugas asli');
    expect(await offeredBring('undangan_klarifikasi', null)).toBe('');
    // The fields that are required are those of the old one too.
    const fresh = await issue('undangan_klarifikasi', { supersedes: old.id, fields: { meetingTime: '13:30' } });
    const text = textOf(await bytesOf(fresh.id));
    expect(text).toContain('Surat tugas asli');
    expect(text).toContain('13.30');
    const again = await issue('undangan_klarifikasi', { supersedes: fresh.id, fields: { bring: '' } });
    expect(textOf(await bytesOf(again.id))).not.toContain('Surat tugas asli');
  });

  it('of a day is about the same day', async () => {
    const old = await issue('tanda_terima_harian', { day: '2026-11-20' });
    expect((await issue('tanda_terima_harian', { supersedes: old.id })).day).toBe('2026-11-20');
  });

  it('is never that of another kind, nor of one that is not there', async () => {
    const old = await issue('undangan_klarifikasi', { fields });
    expect((await call('documents.kinds', { caseId, replaces: old.id })).rows[0]?.fields).toEqual(
      (await call('documents.kinds', { caseId })).rows[0]?.fields,
    );
    await expect(issue('ba_klarifikasi', { supersedes: old.id, fields: {} })).rejects.toMatchObject({
      code: 'DOCUMENT_OTHER_KIND',
    });
    const unknown = call('documents.kinds', { caseId, replaces: caseId });
    await expect(unknown).rejects.toMatchObject({ code: 'REPORT_UNKNOWN' });
  });
});

describe('the masked version of a letter', () => {
  const same = (full: IssuedDocument, more: object = {}): object => ({
    variant: 'disamarkan',
    number: { how: 'same', as: full.id },
    fields: {},
    ...more,
  });

  it('carries the number and the words of the full one, and both name each other', async () => {
    await office(numbered('{urut}/UND/{tahun}', 'undangan_klarifikasi'));
    const full = await issue('undangan_klarifikasi', {
      fields: { ...FIELDS.undangan_klarifikasi, bring: 'Surat tugas' },
    });
    const { rows } = await call('documents.kinds', { caseId, sameAs: full.id });
    const offered = rows.find(({ document }) => document === 'undangan_klarifikasi');
    expect(offered?.fields.find(({ name }) => name === 'bring')?.value).toBe('Surat tugas');
    const twin = await issue('undangan_klarifikasi', same(full));
    expect(twin).toMatchObject({ number: full.number, maskedOf: { id: full.id, number: full.number } });
    const text = textOf(await bytesOf(twin.id));
    expect(text).toContain(full.number);
    expect(text).toContain('Surat tugas');
    expect(text).toContain(`versi disamarkan dari dokumen nomor ${full.number}`);
    expect(text).toContain(full.id);
    const found = (await call('documents.list', { query: full.number })).rows;
    expect(found.map(({ id, maskedBy }) => [id, maskedBy?.id])).toEqual(
      expect.arrayContaining([
        [full.id, twin.id],
        [twin.id, undefined],
      ]),
    );
    const { rows: log } = await call('custody.list', { action: 'report.issued', limit: 1 });
    expect(log[0]?.facts).toMatchObject({ maskedOf: full.id });
    // One only, until that one is replaced; the next letter goes on counting.
    await expect(issue('undangan_klarifikasi', same(full))).rejects.toMatchObject({ code: 'DOCUMENT_TWIN_THERE' });
    const again = await issue('undangan_klarifikasi', same(full, { supersedes: twin.id }));
    expect(again).toMatchObject({ number: full.number, supersedes: { id: twin.id }, maskedOf: { id: full.id } });
    expect((await issue('undangan_klarifikasi')).number).not.toBe(full.number);
    await expect(issue('undangan_klarifikasi', { number: { how: 'typed', text: full.number } })).rejects.toMatchObject({
      code: 'DOCUMENT_NUMBER_USED',
    });
  });

  it('of a letter whose number is filled in by hand has the same dots and names it by day and identifier', async () => {
    const full = await issue('undangan_klarifikasi', { number: { how: 'blank' } });
    const twin = await issue('undangan_klarifikasi', same(full));
    expect(twin).toMatchObject({ number: '', maskedOf: { id: full.id } });
    const [of, masked] = [textOf(await bytesOf(full.id)), textOf(await bytesOf(twin.id))];
    const dots = `……/UND/${new Date().getUTCFullYear()}`;
    expect([of.includes(dots), masked.includes(dots)]).toEqual([true, true]);
    expect(masked).toContain('versi disamarkan dari dokumen yang terbit tanpa nomor');
    expect(masked).toContain(full.id);
    await expect(issue('undangan_klarifikasi', same(full))).rejects.toMatchObject({ code: 'DOCUMENT_TWIN_THERE' });
  });

  it('of a draft is a draft, and no final one is made of it', async () => {
    const full = await issue('penerusan', { fields: { channel: 'bkn' } });
    expect(full.state).toBe('draf');
    const twin = await issue('penerusan', same(full));
    expect(twin).toMatchObject({ state: 'draf', number: full.number, maskedOf: { id: full.id } });
    const write = (draft: 0 | 1): void =>
      vault.service.context().write([], (database) => {
        database.run('UPDATE issued_reports SET draft = ? WHERE id = ?', [draft, kept.id]);
        return { value: undefined, entry: null };
      });
    // As after the law behind it was verified: this kind cites none, so its masked version would be final.
    const kept = await issue('undangan_klarifikasi');
    write(1);
    await expect(issue('undangan_klarifikasi', same(kept))).rejects.toMatchObject({
      code: 'DOCUMENT_TWIN_NOT_IN_FORCE',
    });
    write(0);
    expect((await issue('undangan_klarifikasi', same(kept))).state).toBe('berlaku');
  });

  it('is refused for a full version, another kind or case, and what was replaced', async () => {
    const full = await issue('undangan_klarifikasi');
    const masked = await issue('undangan_klarifikasi', { variant: 'disamarkan' });
    const refused = async (document: DocumentKindName, more: object, code: string): Promise<void> => {
      await expect(issue(document, more)).rejects.toMatchObject({ code });
      // The search also finds digits of a hash.
      const { rows } = await call('documents.list', { query: full.number });
      expect(rows.filter(({ number }) => number === full.number)).toHaveLength(1);
    };
    await refused('undangan_klarifikasi', same(full, { variant: 'lengkap' }), 'DOCUMENT_TWIN_VARIANT');
    await refused('undangan_klarifikasi', same(masked), 'DOCUMENT_TWIN_VARIANT');
    await refused('tanda_terima', same(full), 'DOCUMENT_TWIN_OTHER');
    const { id } = await call('cases.create', {});
    await refused('undangan_klarifikasi', same(full, { caseId: id }), 'DOCUMENT_TWIN_OTHER');
    const unknown = { variant: 'disamarkan', number: { how: 'same', as: id } };
    await refused('undangan_klarifikasi', unknown, 'REPORT_UNKNOWN');
    await issue('undangan_klarifikasi', { supersedes: full.id });
    await refused('undangan_klarifikasi', same(full), 'DOCUMENT_TWIN_NOT_IN_FORCE');
  });
});

describe('what is refused', () => {
  it.each([
    ['a case that is missing', { caseId: null }, 'DOCUMENT_NEEDS_CASE'],
    ['a required field that is empty', { fields: {} }, 'DOCUMENT_FIELD_NEEDED'],
    ['a field of another kind', { fields: { ...FIELDS.undangan_klarifikasi, heard: 'x' } }, 'DOCUMENT_FIELD_UNKNOWN'],
    ['a day that is none', { fields: { ...FIELDS.undangan_klarifikasi, meetingDay: 'besok' } }, 'DOCUMENT_FIELD_WRONG'],
  ])('%s', async (_what, more, code) => {
    await expect(issue('undangan_klarifikasi', more)).rejects.toMatchObject({ code });
  });

  it('unverified law, where the office says so; else the document is a draft', async () => {
    expect((await issue('penerusan', { fields: { channel: 'bkn' } })).state).toBe('draf');
    await office((before) => ({ ...before, unverifiedLegal: 'refuse' }));
    await expect(issue('penerusan')).rejects.toMatchObject({ code: 'REPORT_LEGAL_UNVERIFIED' });
    await office((before) => ({ ...before, unverifiedLegal: 'draft' }));
  });
});

describe('wording', () => {
  it('is tried in a preview, kept, printed, and set back', async () => {
    const { texts } = await call('documents.wording', { document: 'ba_verifikasi' });
    const title = texts.find(({ key }) => key === 'judul');
    expect(title?.text).toBe(title?.standard);
    await vault.job(
      await call('documents.preview', { ...draft('ba_verifikasi'), wording: { judul: 'Judul percobaan' } }),
    );
    const kept = await call('documents.setWording', { document: 'ba_verifikasi', texts: { judul: 'Judul Kantor' } });
    expect(kept.texts.find(({ key }) => key === 'judul')).toMatchObject({
      text: 'Judul Kantor',
      standard: title?.standard,
    });
    const bytes = await bytesOf((await issue('ba_verifikasi')).id);
    expect(bytes.toString('latin1')).toContain('Judul Kantor');
    await call('documents.setWording', { document: 'ba_verifikasi', texts: {} });
    const back = await call('documents.wording', { document: 'ba_verifikasi' });
    expect(back.texts).toEqual(texts);
    const { rows } = await call('custody.list', { action: 'settings.wording-changed' });
    expect(rows).toHaveLength(2);
  });

  it.each([
    [{ judul: 'Berita {salah}' }, 'WORDING_FIELD_UNKNOWN'],
    [{ bukan_teks: 'x' }, 'WORDING_TEXT_UNKNOWN'],
    [{ judul: '  ' }, 'WORDING_EMPTY'],
  ])('%o is refused', async (texts, code) => {
    await expect(call('documents.setWording', { document: 'ba_verifikasi', texts })).rejects.toMatchObject({ code });
    await expect(
      call('documents.preview', { ...draft('ba_verifikasi'), wording: texts }).then((job) => vault.job(job)),
    ).rejects.toMatchObject({ code });
  });
});

describe('a batch', () => {
  it('issues one document a case, and says which were refused and why', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const selection = { document: 'ba_verifikasi', from: '2020-01-01', to: '2099-12-31' } as const;
    const { cases } = await call('documents.batchSize', selection);
    const before = (await call('documents.list', {})).total;
    const result = (await vault.job(await call('documents.batch', selection))) as BatchResult;
    expect(result).toMatchObject({ cases, cancelled: false });
    expect(result.issued).toHaveLength(1);
    expect(result.refused.map(({ code }) => code)).toEqual(
      Array.from({ length: cases - 1 }, () => 'REPORT_NO_EVIDENCE'),
    );
    expect((await call('documents.list', {})).total).toBe(before + 1);
    expect(today).toMatch(/^\d{4}/);
    expect((await call('documents.batchSize', { ...selection, to: '2020-01-02' })).cases).toBe(0);
    expect((await call('documents.batchSize', { ...selection, unit: 'dinas x' })).cases).toBe(1);
    await expect(call('documents.batch', { ...selection, unit: 'tidak ada' })).rejects.toMatchObject({
      code: 'BATCH_EMPTY',
    });
  });
});

describe('a receipt', () => {
  async function receipt(fields: Readonly<Record<string, string>>, variant: 'lengkap' | 'disamarkan'): Promise<string> {
    const job = await call('documents.preview', { ...draft('tanda_terima'), variant, fields });
    const { handle, bytes } = (await vault.job(job)) as { handle: string; bytes: number };
    return textOf(Buffer.from(await vault.service.views.find(handle).read(0, bytes)));
  }

  it('of another day than the one that was offered has no hour that nobody gave', async () => {
    const fields = { reporterName: 'Rina Contoh', receivedDay: '2026-11-19' };
    expect(await receipt(fields, 'lengkap')).toMatch(/19 November 2026(?!, \d\d\.\d\d)/);
    expect(await receipt({ ...fields, receivedTime: '08:15' }, 'lengkap')).toMatch(/19 November 2026, 08\.15 WIB/);
  });

  it('keeps the word for who reported where a file is said to come from one', async () => {
    const files = [await vault.file('dari-pelapor.txt', 'isi dari pelapor')];
    await vault.job(await call('evidence.addFiles', { caseId, files, obtainedFrom: 'pelapor' }));
    const text = await receipt({ reporterName: 'Rina Contoh' }, 'disamarkan');
    expect(text).toMatch(/[Ii]dentitas pelapor disamarkan/);
    expect(text).not.toContain('Rina');
  });
});

/**
 * A masked document of every kind, taken apart: every stream, string, attachment and block of metadata. None holds a word that was
 * to be masked, nor bytes of an original; the full version of the same document shows that the search would have found them.
 */
import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '../../../shared/domain/issuing/document-kinds.ts';
import type { IssuedDocument } from '../../../shared/contract/documents.ts';
import { OFFICE_KINDS } from '../../../shared/domain/issuing/office-kinds.ts';
import { hasTool, runTool, writeTemporary } from '../../unit/report/tools.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

/** What nobody outside may read: the reporter, a bystander's account, a NIK, where the evidence came from. */
const SECRETS = {
  reporter: 'Penanda Pelapor',
  reporterAddress: 'Jalan Penanda Nomor 7',
  reporterContact: '0812-penanda-kontak',
  handle: '@penanda.akun',
  address: 'https://medsos.example/penanda-alamat',
  title: 'penanda-judul-halaman',
  note: 'penanda-catatan-bukti',
  source: 'penanda-sumber-orang',
  nik: '1771014203950001',
  bystander: 'Bu Penanda Tetangga',
  bystanderNumber: '0813 5555 7777',
} as const;

let vault: TestVault;
let caseId: string;
let hoaxId: string;
let original: Buffer;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  const person = await call('roster.addPerson', {
    name: 'Rina Contoh',
    nik: SECRETS.nik,
    status: 'PTT',
    unit: 'Dinas X',
  });
  const story = `Menurut ${SECRETS.reporter}, akun ${SECRETS.handle} membagikan ${SECRETS.address} (${SECRETS.source}); ${SECRETS.bystander} (${SECRETS.bystanderNumber}) melihatnya.`;
  caseId = (
    await call('cases.create', {
      source: 'laporan',
      employeeId: person.id,
      accountText: SECRETS.handle,
      reason: `NIK ${SECRETS.nik} sama dengan ${SECRETS.handle}`,
      narrative: story,
    })
  ).id;
  await call('cases.linkRespondent', {
    id: caseId,
    employeeId: null,
    accountText: SECRETS.handle,
    reason: 'belum diketahui',
  });
  await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
  original = noise();
  await vault.job(
    await call('evidence.addFiles', {
      caseId,
      files: [await vault.file(`${SECRETS.title}.png`, original)],
      note: SECRETS.note,
      address: SECRETS.address,
      obtainedFrom: SECRETS.source,
    }),
  );
  hoaxId = await concludedHoax(story);
  // The vault knows of a reporter by the form on which the report was taken in.
  await issue('formulir_laporan', 'lengkap');
}, 60_000);
afterAll(() => vault.dispose());

/** A hoax whose notes and places hold every word that nobody outside may read, and whose conclusion names where it spreads. */
async function concludedHoax(story: string): Promise<string> {
  const { id } = await call('hoaxes.create', {
    claim: 'Pemungutan suara di Kota Contoh ditunda.',
    firstSeen: '2026-11-20',
    notes: `${story} ${SECRETS.reporterAddress} ${SECRETS.reporterContact} ${SECRETS.nik}`,
    spreads: [{ platform: 'Facebook', address: SECRETS.address, placeName: SECRETS.handle, note: SECRETS.note }],
  });
  await call('hoaxes.setState', { id, state: 'diperiksa' });
  await call('hoaxes.saveSource', { id, title: 'Jadwal tetap', publisher: 'KPU Kota Contoh', note: SECRETS.title });
  await call('hoaxes.conclude', {
    id,
    verdict: 'hoaks',
    kind: 'konten_palsu',
    facts: `Jadwal tetap. Yang dibagikan ${SECRETS.handle} di ${SECRETS.address} tidak pernah diterbitkan.`,
    checkedOn: '2026-11-22',
    checkedBy: 'Petugas Contoh',
  });
  return id;
}

/** Random pixels: no stretch of the file occurs twice. */
function noise(): Buffer {
  const png = new PNG({ width: 200, height: 300 });
  let state = 11;
  for (let index = 0; index < png.data.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    png.data[index] = index % 4 === 3 ? 255 : state >>> 24;
  }
  return PNG.sync.write(png, { colorType: 2 });
}

const REPORTER = {
  reporterName: SECRETS.reporter,
  reporterAddress: SECRETS.reporterAddress,
  reporterContact: SECRETS.reporterContact,
};
const FIELDS: Partial<Record<DocumentKindName, Record<string, string>>> = {
  formulir_laporan: REPORTER,
  tanda_terima: { reporterName: SECRETS.reporter, reporterContact: SECRETS.reporterContact },
  undangan_klarifikasi: {
    meetingDay: '2026-11-30',
    meetingTime: '09:00',
    meetingPlace: 'Ruang Rapat',
    purpose: `dimintai keterangan atas laporan ${SECRETS.reporter} tentang ${SECRETS.handle}`,
  },
  ba_klarifikasi: {
    meetingDay: '2026-11-30',
    meetingTime: '09:00',
    meetingPlace: 'Ruang Rapat',
    questions: `Apakah ${SECRETS.handle} milik Saudara?\nBukan, NIK saya ${SECRETS.nik}.`,
  },
  ba_serah_terima: { receiverName: 'Citra Penerima', purpose: `menindaklanjuti laporan ${SECRETS.reporter}` },
};

/** What is about a report from the public: tests/vault/public-reports/identity.test.ts. */
const CASE_OR_DAY = DOCUMENT_KIND_NAMES.filter((name) => OFFICE_KINDS[name].about !== 'public-report');

async function issue(document: DocumentKindName, variant: 'lengkap' | 'disamarkan'): Promise<Buffer> {
  const draft = {
    document,
    variant,
    caseId: OFFICE_KINDS[document].about === 'case' ? caseId : null,
    fields: {
      ...(document === 'lembar_klarifikasi' ? { hoax: hoaxId } : FIELDS[document]),
      // What the vault cannot know, the officer names.
      alsoMask: `${SECRETS.bystander}\n 0813-5555-7777 \n`,
    },
    signature: { method: 'seal' },
  } as const;
  const { id } = (await vault.job(await call('documents.issue', draft))) as IssuedDocument;
  const { handle, bytes } = await call('reports.view', { id });
  return Buffer.from(await vault.service.views.find(handle).read(0, bytes));
}

/** The file as it lies there, every stream inflated, and every string in it decoded from both of PDF's ways to write one. */
function everythingIn(pdf: Buffer): string {
  const parts = [pdf];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const start = pdf[at + 6] === 13 ? at + 8 : at + 7;
    try {
      parts.push(inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))));
    } catch {
      // Not deflated: it is looked at as it lies there.
    }
  }
  const latin = Buffer.concat(parts).toString('latin1');
  const strings = [...latin.matchAll(/<([0-9A-Fa-f\s]{8,})>/g)].map(([, hex]) =>
    Buffer.from((hex ?? '').replaceAll(/\s/g, ''), 'hex'),
  );
  const wide = [latin, ...strings.map((bytes) => bytes.toString('latin1'))].map((text) => text.replaceAll('\0', ''));
  return [latin, ...wide].join('\n');
}

/** Words as a reader finds them; lines joined, since a long word may be broken. */
function readable(pdf: Buffer): string {
  const { text } = runTool('pdftotext', ['-raw', writeTemporary('dokumen.pdf', pdf), '-']);
  return text.replaceAll(/\s+/g, '');
}

describe.runIf(hasTool('pdftotext'))('a masked document', () => {
  it.each(CASE_OR_DAY)('%s holds no masked word and no byte of an original', async (document) => {
    const pdf = await issue(document, 'disamarkan');
    const everything = everythingIn(pdf).toLowerCase();
    const words = readable(pdf).toLowerCase();
    for (const [what, secret] of Object.entries(SECRETS)) {
      expect(everything.includes(secret.toLowerCase()), `${what} in the file`).toBe(false);
      expect(words.includes(secret.toLowerCase().replaceAll(' ', '')), `${what} on a page`).toBe(false);
    }
    for (let from = 41; from + 24 < original.length; from += 997)
      if (pdf.includes(original.subarray(from, from + 24))) expect.fail(`bytes of the original at ${from}`);
    expect(pdf.includes('/EmbeddedFile')).toBe(false);
    expect(words).toContain('disamarkan');
  });

  it('is searched by a search that finds them in the full versions', async () => {
    const found = new Set<string>();
    for (const document of ['formulir_laporan', 'ba_pengamanan_bukti', 'laporan_inspektorat'] as const) {
      const pdf = await issue(document, 'lengkap');
      const words = readable(pdf).toLowerCase();
      for (const [what, secret] of Object.entries(SECRETS))
        if (words.includes(secret.toLowerCase().replaceAll(' ', ''))) found.add(what);
    }
    expect([...found].toSorted()).toEqual(Object.keys(SECRETS).toSorted());
  });
});

/** Documents on which a verifier must raise no alarm: ours in every level and order, and those of other producers. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { HttpTimestampAuthority, P12Signer, PDF } from '@libpdf/core';
import type { PdfUpdateJob } from '#shared/contract/pdf-update.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../../electron/vault/signing/signer.ts';
import type { TestAuthority } from '../authority/index.ts';
import { type KeyKind, PASSPHRASE } from '../authority/certificates.ts';
import { HEAD_SIGNATURE, update } from './levels.ts';
import { makeBase, signSample } from './sample-report.ts';
import { hasTool, runTool } from './tools.ts';

export interface LegalFile {
  readonly name: string;
  readonly make: () => Promise<Buffer>;
  /** `valid`, or `indeterminate` only because nobody can know yet whether a certificate was revoked. */
  readonly verdict: 'valid' | 'indeterminate';
  readonly signatures: number;
}

type Steps = PdfUpdateJob['steps'];
type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

const KINDS: Readonly<Record<string, KeyKind>> = {
  pengawas: 'rsa-2048',
  kepala: 'rsa-3072',
  'kurva-256': 'p256',
  'kurva-384': 'p384',
};
const RESERVED = ['Kepala', 'StempelWaktu', 'ArsipTS1', 'ArsipTS2', 'ArsipTS3'].map((name) => ({
  name,
  tooltip: name,
}));
const DATA: Steps = [{ kind: 'validation-data' }];
const ARCHIVE: Steps = [
  { kind: 'validation-data' },
  { kind: 'timestamp', fields: ['ArsipTS1', 'ArsipTS2', 'ArsipTS3'] },
  { kind: 'validation-data' },
];
const STEPS: Readonly<Record<Level, Steps>> = {
  'B-B': [],
  'B-T': [{ kind: 'timestamp', fields: ['StempelWaktu'] }],
  'B-LT': [{ kind: 'timestamp', fields: ['StempelWaktu'] }, ...DATA],
  'B-LTA': [{ kind: 'timestamp', fields: ['StempelWaktu'] }, ...ARCHIVE],
};

/** The named set over an authority whose signers are issued here; LibreOffice's and qpdf's only where they are installed. */
export async function legalFiles(authority: TestAuthority): Promise<LegalFile[]> {
  const p12 = new Map<string, Uint8Array>();
  for (const [name, kind] of Object.entries(KINDS)) {
    await authority.issue(name, kind);
    p12.set(name, await authority.pack(name));
  }
  const signerOf = (name: string): Promise<Signer> =>
    readPkcs12(p12.get(name) ?? new Uint8Array(), PASSPHRASE, new Date());
  return [...ourFiles(authority, signerOf), ...mixedFiles(authority, signerOf, p12), ...otherFiles(authority, p12)];
}

function ourFiles(authority: TestAuthority, signerOf: (name: string) => Promise<Signer>): LegalFile[] {
  const files: LegalFile[] = [];
  const add = (name: string, level: Level, signatures: number, make: () => Promise<Buffer>): void =>
    void files.push({ name: `ours: ${name}`, make, signatures, verdict: isKnown(level) ? 'valid' : 'indeterminate' });
  for (const level of ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const) {
    for (const certification of [0, 1, 2] as const) {
      add(`${level}, certification ${certification}`, level, 1, async () => {
        const base = await first(await signerOf('pengawas'), { certification });
        return (await update(base, STEPS[level], { authority })).bytes;
      });
    }
    for (const [one, two] of [
      ['pengawas', 'kepala'],
      ['kepala', 'pengawas'],
    ] as const) {
      add(`${level}, ${one} then ${two}`, level, 2, async () => {
        const base = await first(await signerOf(one), {});
        const answering = { signer: await signerOf(two), ...(level === 'B-B' ? {} : { authority }) };
        return (await update(base, [second(), ...STEPS[level]], answering)).bytes;
      });
    }
  }
  for (const [name, hash, padding] of [
    ['pengawas', 'sha512', undefined],
    ['pengawas', 'sha256', 'pss'],
    ['kepala', 'sha384', 'pss'],
    ['kurva-256', 'sha256', undefined],
    ['kurva-384', 'sha384', undefined],
  ] as const) {
    add(`${name} ${hash} ${padding ?? ''}`, 'B-LT', 1, async () => {
      const signer = await signerOf(name);
      const base = await first(padding === undefined ? signer : { ...signer, padding }, { hash });
      return (await update(base, DATA, { authority })).bytes;
    });
  }
  add('archive renewed', 'B-LTA', 1, async () => {
    const base = await first(await signerOf('kepala'), {});
    const once = await update(base, STEPS['B-LTA'], { authority });
    return (await update(once.bytes, ARCHIVE, { authority })).bytes;
  });
  add('untagged, with a line end behind it', 'B-LT', 1, async () => {
    const base = await signSample(
      await signerOf('kepala'),
      { reservedFields: RESERVED, signedAt: new Date() },
      makeBase({ tagged: false }),
    );
    return Buffer.concat([(await update(base, DATA, { authority })).bytes, Buffer.from('\r\n')]);
  });
  return files;
}

function isKnown(level: Level): boolean {
  return level === 'B-LT' || level === 'B-LTA';
}

function first(signer: Signer, request: Parameters<typeof signSample>[1]): Promise<Buffer> {
  return signSample(signer, { reservedFields: RESERVED, signedAt: new Date(), ...request });
}

function second(): Steps[number] {
  return { kind: 'sign', signature: { ...HEAD_SIGNATURE, signedAt: new Date().toISOString() } };
}

/** Our approval seal, signed further by another program: in the kept field, or in one of its own. */
function mixedFiles(
  authority: TestAuthority,
  signerOf: (name: string) => Promise<Signer>,
  p12: ReadonlyMap<string, Uint8Array>,
): LegalFile[] {
  return (['Kepala', 'Bidang baru'] as const).map((fieldName) => ({
    name: `ours without certification, then LibPDF in the field ${fieldName}`,
    signatures: 2,
    verdict: 'indeterminate' as const,
    make: async () => {
      const base = await first(await signerOf('pengawas'), { certification: 0 });
      return signWithLibrary(base, p12.get('kepala'), authority, { fieldName });
    },
  }));
}

/** Files that other producers made, signed by LibPDF. */
function otherFiles(authority: TestAuthority, p12: ReadonlyMap<string, Uint8Array>): LegalFile[] {
  const files: LegalFile[] = [];
  for (const [producer, base] of producers(authority)) {
    for (const level of ['B-B', 'B-T', 'B-LTA'] as const) {
      files.push({
        name: `LibPDF on ${producer}: ${level}`,
        signatures: 1,
        verdict: level === 'B-LTA' ? 'valid' : 'indeterminate',
        make: async () => signWithLibrary(await base(), p12.get('pengawas'), authority, { level }),
      });
    }
    for (const order of [
      ['pengawas', 'kepala'],
      ['kepala', 'pengawas'],
    ]) {
      files.push({
        name: `LibPDF on ${producer}: ${order.join(' then ')}`,
        signatures: 2,
        verdict: 'indeterminate',
        make: async () => {
          let bytes = await base();
          for (const name of order) bytes = await signWithLibrary(bytes, p12.get(name), authority, { fieldName: name });
          return bytes;
        },
      });
    }
  }
  return files;
}

function producers({ workspace }: TestAuthority): [string, () => Promise<Buffer>][] {
  const { file, put } = workspace;
  const plain = (): Promise<Buffer> => collect(makeBase());
  const made: [string, () => Promise<Buffer>][] = [['pdfkit', plain]];
  const rewritten = (name: string, args: readonly string[]) => async (): Promise<Buffer> => {
    const input = put(`${name}-masuk.pdf`, await plain());
    const { code, output } = runTool('qpdf', [...args, input, file(`${name}.pdf`)]);
    if (code !== 0) throw new Error(output);
    return readFileSync(file(`${name}.pdf`));
  };
  if (hasTool('qpdf')) {
    made.push(['qpdf object streams', rewritten('padat', ['--object-streams=generate'])]);
    made.push(['qpdf linearized', rewritten('lurus', ['--linearize', '--object-streams=generate'])]);
  }
  if (hasTool('soffice')) {
    made.push(['LibreOffice', () => exportWithOffice(workspace, 'pdf')]);
    made.push([
      'LibreOffice PDF/A',
      () => exportWithOffice(workspace, 'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'),
    ]);
  }
  return made;
}

async function exportWithOffice({ file, put, folder }: TestAuthority['workspace'], filter: string): Promise<Buffer> {
  const input = put('tabel.csv', 'Nama,Jabatan\nAndi Contoh,Analis\nBudi Contoh,Pengawas\n');
  const profile = `-env:UserInstallation=file://${folder}/office`;
  await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, input]);
  return readFileSync(file('tabel.pdf'));
}

async function signWithLibrary(
  bytes: Buffer,
  p12: Uint8Array | undefined,
  authority: TestAuthority,
  { level = 'B-B', fieldName }: { readonly level?: Level; readonly fieldName?: string },
): Promise<Buffer> {
  const signer = await P12Signer.create(p12 ?? new Uint8Array(), PASSPHRASE);
  const document = await PDF.load(Uint8Array.from(bytes));
  const timestampAuthority = new HttpTimestampAuthority(authority.tsa());
  const signed = await document.sign({
    signer,
    level,
    estimatedSize: 16_384,
    ...(fieldName === undefined ? {} : { fieldName }),
    ...(level === 'B-B' ? {} : { timestampAuthority }),
  });
  return Buffer.from(signed.bytes);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * The shipped app's node:crypto is BoringSSL; every other suite runs on OpenSSL. Here each primitive and one complete
 * signature run under the Electron binary itself: as its plain Node, and inside a utility process.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OutsideQuestion } from '#shared/contract/outside.ts';
import { askOutside } from '../../electron/outside/ask.ts';
import { readCertificate } from '../../electron/vault/signing/trust/certificate.ts';
import { askOcsp } from '../../electron/vault/signing/trust/ocsp.ts';
import { askForTimestamp } from '../../electron/vault/signing/trust/timestamp.ts';
import { startAuthority } from '../support/authority/index.ts';
import { legalFiles } from '../support/signature/legal-files.ts';
import { createAuthority } from '../support/signature/authority.ts';
import { makeBase, verifyBytes } from '../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../support/signature/tools.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Inside the repository, so that the packages are found from it. */
const BUNDLE = path.join(ROOT, '.cache', `crypto-self-test-${process.pid}`);
const PROGRAM = path.join(BUNDLE, 'program.cjs');
const MAIN = `const { app, utilityProcess } = require('electron');
app.whenReady().then(() => {
  const child = utilityProcess.fork(${JSON.stringify(PROGRAM)}, [process.argv.at(-1)]);
  child.on('exit', (code) => app.exit(code));
});`;

const launch = z.object({ executable: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) });
const outcome = z.object({
  runtime: z.object({ electron: z.string(), openssl: z.string() }),
  primitives: z.record(z.string(), z.boolean()),
  signatures: z.record(z.string(), z.string()),
  checked: z.record(z.string(), z.string()),
});
/** What OpenSSL's verifier says of the same files. */
const expectedChecks: Record<string, string> = {};

let workspace: Workspace;

beforeAll(async () => {
  workspace = createWorkspace();
  const fonts = path.join(ROOT, 'resources/report/fonts');
  copyFileSync(path.join(fonts, 'LiberationSans-Regular.ttf'), workspace.file('regular.ttf'));
  copyFileSync(path.join(fonts, 'LiberationSans-Bold.ttf'), workspace.file('bold.ttf'));
  const chunks: Buffer[] = [];
  for await (const chunk of makeBase()) chunks.push(Buffer.from(chunk));
  workspace.put('base.pdf', Buffer.concat(chunks));
  if (hasTool('openssl')) {
    makePkcs12Files();
    await keepAnswers();
    await makeFilesToCheck();
  }
  mkdirSync(BUNDLE, { recursive: true });
  writeFileSync(path.join(BUNDLE, 'package.json'), '{"name":"crypto-self-test","main":"main.cjs"}');
  writeFileSync(path.join(BUNDLE, 'main.cjs'), MAIN);
  await bundleProgram();
});
afterAll(() => {
  workspace.remove();
  rmSync(BUNDLE, { recursive: true, force: true });
});

/** One of each kind of key and of each age of file format. */
function makePkcs12Files(): void {
  const authority = createAuthority(workspace);
  for (const kind of ['rsa', 'p256', 'p384'] as const) authority.pack(authority.issue(kind, kind));
  authority.pack(authority.issue('lama', 'rsa'), ['-legacy']);
  authority.pack(authority.issue('banyak', 'p256'), ['-iter', '600000']);
  authority.pack(authority.issue('pss', 'rsa-pss'));
}

/** Answers of the test authority, for the program to believe or not. */
async function keepAnswers(): Promise<void> {
  const authority = await startAuthority();
  try {
    const ask = (question: OutsideQuestion): Promise<Uint8Array> =>
      askOutside(question, { hosts: [new URL(authority.origin).host], allowLoopback: true });
    await authority.issue('baik', 'rsa-2048');
    const leaf = readCertificate(authority.der('baik'));
    const issuer = readCertificate(authority.der('issuing'));
    const question = askForTimestamp(new Uint8Array(32).fill(5), 'sha256');
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const kept = {
      now: new Date().toISOString(),
      nonce: hex(question.nonce),
      root: hex(authority.rootDer),
      issuer: hex(issuer.der),
      leaf: hex(leaf.der),
      stamp: hex(await ask({ purpose: 'timestamp', url: authority.tsa(), body: question.request })),
      ocsp: hex(
        await ask({
          purpose: 'ocsp',
          url: leaf.ocspUrls[0] ?? '',
          body: Uint8Array.from(askOcsp(leaf, issuer)),
        }),
      ),
      crl: hex(await authority.crl()),
    };
    workspace.put('answers.json', JSON.stringify(kept));
  } finally {
    await authority.close();
  }
}

/** Documents of several levels, keys and producers, each whole and with one byte changed. */
async function makeFilesToCheck(): Promise<void> {
  const authority = await startAuthority();
  workspace.put('root.pem', authority.rootPem);
  const wanted = /B-LTA, kepala then pengawas|sha384 pss|kurva-256|kurva-384|LibPDF on pdfkit: B-LTA/;
  const files = (await legalFiles(authority)).filter(({ name }) => wanted.test(name));
  for (const [index, file] of files.entries()) {
    const bytes = await file.make();
    const changed = Buffer.from(bytes);
    changed[200] = changed.readUInt8(200) ^ 1;
    for (const [kind, content] of [
      ['utuh', bytes],
      ['berubah', changed],
    ] as const) {
      const name = `${index}-${kind}.check.pdf`;
      workspace.put(name, content);
      const { verdict, signatures } = await verifyBytes(content, [authority.rootPem], new Date());
      expectedChecks[name] = [verdict, ...signatures.map(({ level, indication }) => `${level} ${indication}`)].join(
        ', ',
      );
      if (kind === 'berubah' && verdict !== 'invalid') throw new Error(`${file.name} is ${verdict} though changed`);
    }
  }
  if (files.length < 5) throw new Error('too few files to check');
  await authority.close();
}

/** As the app's programs are bundled: CommonJS for Node 18, packages left outside. */
async function bundleProgram(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      ssr: path.join(ROOT, 'tests/support/signature/self-test-program.ts'),
      outDir: BUNDLE,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'program.cjs' } },
    },
  });
}

function runElectron(args: readonly string[], env: Readonly<Record<string, string>>): z.infer<typeof outcome> {
  const settings = launch.parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  rmSync(workspace.file('result.json'), { force: true });
  const { stderr } = spawnSync(settings.executable, args, {
    env: { ...process.env, ...settings.env, ...env },
    encoding: 'utf8',
    timeout: 120_000,
  });
  const text = (() => {
    try {
      return readFileSync(workspace.file('result.json'), 'utf8');
    } catch {
      throw new Error(`the program left no result: ${stderr}`);
    }
  })();
  return outcome.parse(JSON.parse(text));
}

function checkOutcome({ runtime, primitives, signatures, checked }: z.infer<typeof outcome>): void {
  expect(runtime.electron).toMatch(/^\d+\./);
  expect(Object.entries(primitives).filter(([, good]) => !good)).toEqual([]);
  const expected = { seal: 'valid' };
  const files = ['rsa', 'p256', 'p384', 'lama', 'banyak'].map((name) => [`${name}.p12`, 'valid']);
  for (const name of ['rsa', 'lama']) files.push([`${name}.p12 pss`, 'valid']);
  const packed = hasTool('openssl') ? Object.fromEntries([...files, ['pss.p12', 'P12_RSA_PSS_KEY']]) : {};
  expect(signatures).toEqual({ ...expected, ...packed });
  expect(checked).toEqual(expectedChecks);
}

describe('under the Electron binary', () => {
  it('every primitive and a whole signature work on its plain Node', async () => {
    checkOutcome(runElectron([PROGRAM, workspace.folder], { ELECTRON_RUN_AS_NODE: '1' }));
    // What BoringSSL signed, OpenSSL verifies.
    const verification = await verifyBytes(readFileSync(workspace.file('signed.pdf')), [
      readFileSync(workspace.file('seal.pem')),
    ]);
    expect(verification.verdict).toBe('valid');
    if (hasTool('pdfsig')) {
      expect(runTool('pdfsig', ['-nocert', workspace.file('signed.pdf')]).output).toContain('Signature is Valid.');
    }
  });

  it('and inside a utility process', () => {
    const settings = launch.parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
    const switches = settings.args.filter((argument) => argument.startsWith('--'));
    checkOutcome(runElectron([...switches, BUNDLE, workspace.folder], {}));
  });
});

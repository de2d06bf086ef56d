/** `netra report …`: build a signed report, verify any PDF. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { issuedReport, reportVerdict, type ReportVerdict } from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exportReport, exportSealCertificate } from '../../vault/exports/exports.ts';
import { createFileRegistry } from '../../vault/files/registry.ts';
import { verifyPdf, verifyReport } from '../../vault/reports/verify-report.ts';
import type { VaultService } from '../../vault/service.ts';
import { certificatesInFile } from '../../vault/signing/trust/certificate-file.ts';
import { runWorker } from '../../vault/workers/run-worker.ts';
import { FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall } from '../command.ts';
import { findCase } from '../find.ts';
import { outFile } from '../out-file.ts';
import { signatureFrom, SIGNER_OPTIONS } from '../signer-options.ts';
import { verdictText } from '../verdict-text.ts';
import { jobValue, requiredArgument, sourceWorkers, withVault } from '../with-vault.ts';

const reportKind = z.enum(['lengkap', 'disamarkan']);

const build: Command = {
  words: ['report', 'build'],
  summary: { id: 'membuat laporan bertanda tangan dari sebuah kasus', en: 'makes a signed report on a case' },
  arguments: [
    { name: 'CASE', required: true },
    { name: 'OUT.pdf', required: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'kind',
      value: 'lengkap|disamarkan',
      help: { id: 'jenis laporan (lengkap)', en: 'kind of report (lengkap)' },
    },
    {
      name: 'number',
      value: 'TEKS',
      help: { id: 'nomor naskah; titik-titik bila kosong', en: 'number of the letter; dots when empty' },
    },
    ...SIGNER_OPTIONS,
    FORCE_OPTION,
  ],
  run: async (call) => {
    const kind = kindOf(call);
    // Before the report is issued: an issued one stays in the vault.
    const out = outFile(call, 1);
    return await withVault(call, async (service) => {
      const { id } = await findCase(service, requiredArgument(call, 0));
      const started = await service.call('reports.issue', {
        caseId: id,
        kind,
        number: call.option('number') ?? '',
        signature: await signatureFrom(call, service),
      });
      const report = issuedReport.parse(await jobValue(service, started));
      const written = await exportReport({ id: report.id, path: out }, service.context());
      const { rows } = await service.call('signatures.list', { reportId: report.id });
      const json = {
        path: out,
        sha256: written.sha256,
        pages: report.pages,
        signature: { level: rows[0]?.level ?? 'B-B', signer: report.signer, fingerprint: report.signerFingerprint },
        pdfa: '3a',
        draft: report.draft,
      };
      const text = [
        out,
        `SHA-256 ${written.sha256}`,
        `${report.pages} ${call.language === 'id' ? 'halaman' : 'pages'}, ${report.signer}`,
      ].join('\n');
      return { good: true, json, text };
    });
  },
};

function kindOf(call: CommandCall): z.infer<typeof reportKind> {
  const kind = reportKind.safeParse(call.option('kind') ?? 'lengkap');
  if (!kind.success) throw optionTakes('kind', reportKind.options);
  return kind.data;
}

const verify: Command = {
  words: ['report', 'verify'],
  summary: { id: 'memeriksa tanda tangan dan keutuhan sebuah PDF', en: 'checks a PDF’s signature and integrity' },
  arguments: [{ name: 'FILE.pdf', required: true }],
  options: [
    {
      name: 'trust',
      value: 'CERT.pem',
      repeated: true,
      help: { id: 'sertifikat yang dipercaya', en: 'a certificate to trust' },
    },
    VAULT_OPTION,
    ...VAULT_OPTIONS,
  ],
  run: async (call) => {
    const file = path.resolve(call.directory, requiredArgument(call, 0));
    const trusted = call.options('trust').flatMap((name) => readCertificates(path.resolve(call.directory, name)));
    const verdict =
      call.option('vault') === undefined
        ? await verifyAlone(file, trusted)
        : await withVault(call, (service) => verifyWithVault(file, trusted, service));
    return { good: verdict.verdict === 'valid', json: verdict, text: verdictText(call.language, verdict) };
  },
};

async function verifyAlone(file: string, trusted: readonly Uint8Array[]): Promise<ReportVerdict> {
  const registry = createFileRegistry();
  const source = await registry.open((await registry.addPath(file)).token);
  try {
    return await verifyPdf(source, trusted, (job) => runWorker(job, sourceWorkers()));
  } finally {
    await source.close();
  }
}

async function verifyWithVault(
  file: string,
  trusted: readonly Uint8Array[],
  service: VaultService,
): Promise<ReportVerdict> {
  const { token } = await service.files.addPath(file);
  return reportVerdict.parse(await jobValue(service, await verifyReport({ file: token }, service.context(), trusted)));
}

/** The certificates in a file of PEM, DER or p7b; ROOT_UNREADABLE when it holds none. */
function readCertificates(file: string): Uint8Array[] {
  const found = certificatesInFile(readBytes(file));
  if (found.length === 0) throw new AppError('ROOT_UNREADABLE');
  return found.map(({ der }) => der);
}

function readBytes(file: string): Uint8Array {
  try {
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { name: path.basename(file) }, { cause: error });
  }
}

const certificate: Command = {
  words: ['report', 'certificate'],
  summary: {
    id: 'menulis sertifikat segel brankas (PEM), untuk dipercaya pemeriksa',
    en: 'writes the certificate of the vault’s seal (PEM), for a verifier to trust',
  },
  arguments: [{ name: 'OUT.pem', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const out = outFile(call, 0);
    return await withVault(call, async (service) => {
      await exportSealCertificate({ path: out }, service.context());
      const { fingerprint } = service.context().seal;
      return { good: true, json: { path: out, fingerprint }, text: `${out}\n${fingerprint}` };
    });
  },
};

export const reportCommands: readonly Command[] = [build, verify, certificate];

/** The receipt (tanda terima) of one package as plain text that any office PC prints, with two lines to sign on. */
import { formatInstant, type TimeZone } from '#shared/domain/text/local-time.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { writeExport } from '../exports/write-export.ts';
import type { UseCaseContext } from '../kernel.ts';
import { handedOver, type HandedOver } from './handed-over.ts';

/** Writes it where it is wanted; recorded in custody. PACKAGE_UNKNOWN and as writeExport. */
export async function exportPackageReceipt(
  target: { readonly of: 'made' | 'received'; readonly id: string; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const facts = await handedOver(target.of, target.id, context);
  const text = receiptText(facts, context.settings().timeZone);
  const written = await writeExport(target.path, context.vault.directory, [Buffer.from(`\uFEFF${text}`)], null);
  context.write(['custody'], () => ({
    value: undefined,
    entry: {
      action: 'package.receipt-exported',
      subjectKind: 'package',
      subjectId: target.id,
      facts: { sha256: written.sha256, manifest: facts.manifestSha256 },
    },
  }));
  return written;
}

/** Plain Indonesian, with the line ends of Windows. */
export function receiptText(facts: HandedOver, zone: TimeZone): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Nomor registrasi kasus', facts.caseNumber],
    ['Jenis paket', facts.kind === 'lengkap' ? 'lengkap' : 'disamarkan'],
    ['Dibuat', formatInstant(new Date(facts.madeAt), zone)],
    ['Dibuat oleh', facts.madeBy],
    ['Diterima', facts.receivedAt === null ? '....................' : formatInstant(new Date(facts.receivedAt), zone)],
    ['Yang menyerahkan', facts.from],
    ['Yang menerima', facts.to === '' ? '....................' : facts.to],
    ['Nama paket', facts.name],
    ...(facts.fileSha256 === null ? [] : [['SHA-256 berkas paket', facts.fileSha256] as const]),
    ...(facts.sumsSha256 === null ? [] : [['SHA-256 dari SHA256SUMS', facts.sumsSha256] as const]),
    ['SHA-256 daftar isi', facts.manifestSha256],
    ['Sidik jari segel', facts.sealFingerprint],
    ['Brankas pembuat', facts.vaultId],
    ['Kepala jejak audit', `entri ${facts.custodyHead.sequence}, ${facts.custodyHead.hash}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const title = 'TANDA TERIMA PAKET KASUS - RAHASIA';
  return [
    title,
    '='.repeat(title.length),
    ...rows.map(([name, value]) => `${name.padEnd(width)} : ${value}`),
    '',
    `Berkas (${facts.files.length}):`,
    ...facts.files.flatMap((file, index) => [
      `${String(index + 1).padStart(4)}. ${file.path} (${file.bytes} bita)`,
      `      ${file.sha256}`,
    ]),
    '',
    facts.of === 'received'
      ? 'Semua nilai SHA-256, segel, dan kutipan jejak audit telah diperiksa saat paket diterima, dan cocok.'
      : 'Nilai di atas dapat diperiksa penerima dengan petunjuk pada BACA-SAYA di dalam paket.',
    'Semua isinya berstatus dugaan.',
    '',
    'Yang menyerahkan,                         Yang menerima,',
    '',
    '',
    '',
    '(..............................)          (..............................)',
    '',
  ].join('\r\n');
}

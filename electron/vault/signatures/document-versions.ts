/**
 * The versions of an issued document. A later one is kept as what was appended to an earlier one: so the earlier is its
 * prefix by construction, and a document of any size grows by kilobytes.
 */
import type { DocumentSignatures, SignatureLevel } from '#shared/contract/signatures.ts';
import { documentSignatures, signatureLevel } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SealedReader, SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, numberOrNull, textOf, textOrNull } from '../rows.ts';

/** A document as it stands at one version. */
export interface DocumentBytes extends SealedReader {
  readonly version: number;
  readonly sha256: string;
  readonly level: SignatureLevel;
}

/** The newest version's bytes, or those of a named one. REPORT_UNKNOWN; EVIDENCE_MISSING when bytes are gone. */
export function openDocument(context: UseCaseContext, reportId: string, version?: number): DocumentBytes {
  const { database } = context;
  const issued = database.get('SELECT sha256, bytes FROM issued_reports WHERE id = ?', [reportId]);
  if (!issued) throw new AppError('REPORT_UNKNOWN', { id: reportId });
  const wanted = version ?? newestVersion(database, reportId);
  if (wanted === 1) {
    const sha256 = textOf(issued, 'sha256');
    return { version: 1, sha256, level: issuedLevel(database, reportId), ...context.blobs.open(sha256) };
  }
  const row = database.get('SELECT * FROM report_versions WHERE report_id = ? AND version = ?', [reportId, wanted]);
  if (!row) throw new AppError('REPORT_UNKNOWN', { id: reportId });
  const base = openDocument(context, reportId, numberOf(row, 'base_version'));
  const tail = context.blobs.open(textOf(row, 'tail_sha256'));
  return {
    version: wanted,
    sha256: textOf(row, 'sha256'),
    level: signatureLevel.parse(row['level']),
    ...joined(base, tail),
  };
}

/** The document and version with these bytes; undefined when they are not one of ours. */
export function versionByHash(
  database: ReadableDatabase,
  sha256: string,
): { readonly reportId: string; readonly version: number } | undefined {
  const first = database.get('SELECT id FROM issued_reports WHERE sha256 = ?', [sha256]);
  if (first) return { reportId: textOf(first, 'id'), version: 1 };
  const later = database.get('SELECT report_id, version FROM report_versions WHERE sha256 = ?', [sha256]);
  return later && { reportId: textOf(later, 'report_id'), version: numberOf(later, 'version') };
}

/** The bytes behind a hash: a version of a document, or anything else that the vault keeps. EVIDENCE_MISSING. */
export function openByHash(context: UseCaseContext, sha256: string): SealedReader {
  const known = versionByHash(context.database, sha256);
  return known === undefined ? context.blobs.open(sha256) : openDocument(context, known.reportId, known.version);
}

/** Versions from the newest to the first, by their length and hash: to find what another file goes on from. */
export function versionsOf(
  database: ReadableDatabase,
  reportId: string,
): { readonly version: number; readonly sha256: string; readonly bytes: number; readonly level: SignatureLevel }[] {
  return statusOf(database, reportId).versions.toReversed();
}

/** Levels and versions of one document. REPORT_UNKNOWN. */
export function statusOf(database: ReadableDatabase, reportId: string): DocumentSignatures {
  const [row] = signatureRows(database, reportId);
  if (row === undefined) throw new AppError('REPORT_UNKNOWN', { id: reportId });
  return row;
}

/** Of every document, or of one. */
export function signatureRows(database: ReadableDatabase, reportId?: string): DocumentSignatures[] {
  const where = reportId === undefined ? '' : 'WHERE r.id = @reportId';
  const parameters = reportId === undefined ? {} : { reportId };
  const reports = database.all(
    `SELECT r.*, u.name AS user_name, s.level, s.wanted_level, s.problem, s.tried_at FROM issued_reports r
     JOIN users u ON u.id = r.issued_by LEFT JOIN report_signatures s ON s.report_id = r.id ${where} ORDER BY r.issued_at DESC`,
    parameters,
  );
  const later = database.all(
    `SELECT v.*, u.name AS user_name FROM report_versions v JOIN users u ON u.id = v.made_by
     ${where.replace('r.id', 'v.report_id')} ORDER BY v.report_id, v.version`,
    parameters,
  );
  return reports.map((report) =>
    rowOf(
      report,
      later.filter((one) => one['report_id'] === report['id']),
    ),
  );
}

function rowOf(report: SqlRow, later: readonly SqlRow[]): DocumentSignatures {
  const level = textOrNull(report, 'level') ?? 'B-B';
  const problem = textOrNull(report, 'problem');
  const wanted = textOrNull(report, 'wanted_level');
  const versions = [
    {
      version: 1,
      cause: 'issued',
      at: textOf(report, 'issued_at'),
      user: textOf(report, 'user_name'),
      sha256: textOf(report, 'sha256'),
      bytes: numberOf(report, 'bytes'),
      level,
      signer: textOf(report, 'signer'),
    },
    ...later.map((row) => ({
      version: numberOf(row, 'version'),
      cause: textOf(row, 'cause'),
      at: textOf(row, 'made_at'),
      user: textOf(row, 'user_name'),
      sha256: textOf(row, 'sha256'),
      bytes: numberOf(row, 'bytes'),
      level: textOf(row, 'level'),
      signer: textOrNull(row, 'signer'),
    })),
  ];
  return documentSignatures.parse({
    reportId: textOf(report, 'id'),
    level: versions.at(-1)?.level,
    state: wanted === null ? 'settled' : 'waiting',
    wanted,
    problem: problem === null ? null : { code: problem, at: textOf(report, 'tried_at') },
    versions,
  });
}

function newestVersion(database: ReadableDatabase, reportId: string): number {
  const row = database.get('SELECT max(version) AS version FROM report_versions WHERE report_id = ?', [reportId]);
  return row === undefined ? 1 : (numberOrNull(row, 'version') ?? 1);
}

/** A document whose issue said nothing of a level has the lowest. */
function issuedLevel(database: ReadableDatabase, reportId: string): SignatureLevel {
  const row = database.get('SELECT level FROM report_signatures WHERE report_id = ?', [reportId]);
  return row ? signatureLevel.parse(row['level']) : 'B-B';
}

/** One after the other, read as one. */
export function joined(base: SealedReader, tail: SealedReader): SealedReader {
  return {
    bytes: base.bytes + tail.bytes,
    read: async (offset, length) => {
      if (offset >= base.bytes) return await tail.read(offset - base.bytes, length);
      const own = await base.read(offset, Math.min(length, base.bytes - offset));
      // Fewer than asked for are allowed only at the end: what is missing lies in the tail.
      const missing = Math.min(length, base.bytes + tail.bytes - offset) - own.length;
      return missing <= 0 ? own : Buffer.concat([own, await tail.read(0, missing)]);
    },
    hashInto: async (hashes, { signal, onBytes } = {}) => {
      const total = base.bytes + tail.bytes;
      await base.hashInto(hashes, { signal, onBytes: (done) => onBytes?.(done, total) });
      await tail.hashInto(hashes, { signal, onBytes: (done) => onBytes?.(base.bytes + done, total) });
    },
  };
}

/** Files inside a report: their names made harmless, their type by content, their hash. */
import { createHash } from 'node:crypto';
import type { IntakeAttachment, IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { SNIFF_BYTES, sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { oneLine, warning } from './reading.ts';

export interface ReadAttachment {
  readonly attachment: IntakeAttachment;
  readonly warnings: readonly IntakeWarning[];
}

/** A name without folders, drives, and signs that are not seen; "" when nothing is left of it. */
export function cleanName(written: string): string {
  const last = oneLine(written, 2_000).split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  if (plain.length <= 200) return plain;
  const ending = /\.[\w]{1,8}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, 200 - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}

/** Reads a file's bytes once: size, hash, type. */
export async function readAttachment(
  about: {
    readonly id: string;
    readonly written: string;
    readonly statedType: string | null;
    /** What it is where its bytes do not tell. */
    readonly otherwise?: string;
  },
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<ReadAttachment> {
  const hash = createHash('sha256');
  const head = Buffer.alloc(SNIFF_BYTES);
  let bytes = 0;
  for await (const piece of pieces) {
    if (bytes < SNIFF_BYTES) head.set(piece.subarray(0, SNIFF_BYTES - bytes), bytes);
    hash.update(piece);
    bytes += piece.length;
  }
  const found = sniffMediaType(head.subarray(0, Math.min(bytes, SNIFF_BYTES)));
  const mime = found?.mime ?? about.otherwise ?? 'application/octet-stream';
  const name = nameOr(about.written, about.id, found?.extension);
  const warnings = [...nameWarning(about.written, name), ...typeWarning(name, about.statedType, mime)];
  const sha256 = hash.digest('hex');
  return {
    attachment: { id: about.id, name, statedType: about.statedType, mime, bytes, sha256, state: 'whole' },
    warnings,
  };
}

/** A file that is named and not there, or there and not readable. */
export function absentAttachment(id: string, written: string, state: 'missing' | 'damaged'): IntakeAttachment {
  return { id, name: nameOr(written, id, undefined), statedType: null, mime: '', bytes: 0, sha256: null, state };
}

function nameOr(written: string, id: string, extension: string | undefined): string {
  const name = cleanName(written);
  return name !== '' ? name : `lampiran-${id}${extension === undefined ? '' : `.${extension}`}`;
}

function nameWarning(written: string, name: string): IntakeWarning[] {
  return written === '' || written === name || oneLine(written, 300) === name
    ? []
    : [warning('NAME_CLEANED', { name })];
}

/** A picture that is a program by its name (or the other way round) is told: nothing opens it by its name. */
function typeWarning(name: string, stated: string | null, mime: string): IntakeWarning[] {
  if (mime === 'application/octet-stream') return [];
  const family = (type: string): string => type.split('/')[0] ?? '';
  const ending = ENDINGS[/\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  const differs =
    (ending !== undefined && ending !== family(mime)) ||
    (stated !== null && ['image', 'video', 'audio'].includes(family(stated)) && family(stated) !== family(mime));
  return differs ? [warning('TYPE_DIFFERS', { name, mime })] : [];
}

/** Families that endings promise. Audio and video share containers, so only clear ones are named. */
const ENDINGS: Readonly<Record<string, string>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  pdf: 'application',
  docx: 'application',
  xlsx: 'application',
  exe: 'application',
  scr: 'application',
  bat: 'application',
};

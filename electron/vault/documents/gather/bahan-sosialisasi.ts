/** The handout with its references as they stand now: codes of the legal table, and numbers of the list that is printed below. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import type { MissingCode } from '#shared/domain/cases/missing.ts';
import type { HandoutReference } from '#shared/contract/outreach-handout.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { type Handout, readHandout, unverifiedKeys } from '../../outreach/handout.ts';
import type { Gathering } from './gathering.ts';

/** A code of the legal table is its own short name; all else is numbered. */
const LEGAL_CODE = /^(?:KE|D)-\d+$/;

export function gatherBahanSosialisasi({ frame, context }: Gathering): DocumentData<'bahan_sosialisasi'> {
  const handout = readHandout(context.database);
  const listed = listedReferences(handout);
  const numbers = new Map(listed.map(({ key }, index) => [key, String(index + 1)]));
  return {
    frame,
    title: handout.title,
    lead: handout.lead,
    parts: handout.parts.map(({ title, lead, statements }) => ({
      title,
      lead,
      statements: statements.map(({ text, of, references, verified }) => ({
        text,
        of,
        references: references.map(({ key }) => numbers.get(key) ?? key).join(', '),
        verified,
      })),
    })),
    closing: handout.closing,
    citations: listed.map(({ text, verification }) => ({
      text,
      verification: verification === 'diverifikasi' ? 'terverifikasi' : verification,
    })),
  };
}

/** Why the handout is a draft: references that nobody has verified. */
export function handoutDraftReasons(
  database: ReadableDatabase,
): { readonly code: MissingCode; readonly sentence: string }[] {
  const keys = unverifiedKeys(readHandout(database));
  if (keys.length === 0) return [];
  const sentence = `Sebanyak ${keys.length} rujukan dalam bahan ini belum diverifikasi oleh Bagian Hukum.`;
  return [{ code: 'LEGAL_UNVERIFIED', sentence }];
}

/** What is cited beside the legal table, each once, in the order of the page. */
function listedReferences(handout: Handout): HandoutReference[] {
  const cited = handout.parts.flatMap(({ statements }) => statements.flatMap(({ references }) => references));
  const beside = cited.filter(({ key }) => !LEGAL_CODE.test(key));
  return [...new Map(beside.map((reference) => [reference.key, reference])).values()];
}

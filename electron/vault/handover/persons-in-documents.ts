/** Persons whom an officer typed into a document: the vault holds their data in its copy, and whoever is handed that copy does, too. */
import { z } from 'zod';
import type { HeldPerson } from '#shared/contract/handover-persons.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { dataOf, orNull } from './person-data.ts';

const fieldsShape = z.record(z.string(), z.string());
type Fields = z.infer<typeof fieldsShape>;

/** Fields that hold a name, with those that say more of the same person. */
const NAMED = [
  { name: 'receiverName', identity: 'receiverNip', unit: 'receiverAgency' },
  { name: 'giverName' },
  { name: 'witness1' },
  { name: 'witness2' },
  { name: 'invited' },
  { name: 'heard' },
  { name: 'toMeet' },
] as const satisfies readonly { name: string; identity?: string; unit?: string }[];

/** Of one case's full documents, or of everything that was issued; nobody twice, and nobody of whom `known` is a name. */
export function personsInDocuments(
  database: ReadableDatabase,
  caseId: string | null,
  known: readonly string[],
): HeldPerson[] {
  const documents = database
    .all(
      `SELECT d.fields, coalesce(c.number, d.day) AS place FROM issued_reports d LEFT JOIN cases c ON c.id = d.case_id
       WHERE d.fields <> '{}' AND (@caseId IS NULL OR d.case_id = @caseId) ORDER BY d.issued_at, d.id`,
      { caseId },
    )
    .map((row) => ({ fields: fieldsShape.parse(JSON.parse(textOf(row, 'fields'))), place: textOf(row, 'place') }));
  return [...reportersOf(documents), ...othersOf(documents, new Set(known.map(plain)))];
}

interface Written {
  readonly fields: Fields;
  /** Number of the case, else the day. */
  readonly place: string;
}

/** By the number of the case, not by name: who reported is told by looking at the document on purpose, never by a list. */
function reportersOf(documents: readonly Written[]): HeldPerson[] {
  const reporters = new Map<string, Written[]>();
  for (const document of documents) {
    const name = plain(document.fields['reporterName'] ?? '');
    if (name === '') continue;
    const key = `${document.place} ${name}`;
    reporters.set(key, [...(reporters.get(key) ?? []), document]);
  }
  return [...reporters.values()].map((about) => {
    const reach = about.some(({ fields }) => fields['reporterAddress'] || fields['reporterContact']);
    return {
      role: 'pelapor',
      name: '',
      identity: null,
      unit: null,
      contact: about[0]?.place ?? null,
      data: dataOf([
        ['identitas', 1],
        ['kontak', reach ? 1 : 0],
        ['dokumen', about.length],
      ]),
    };
  });
}

function othersOf(documents: readonly Written[], known: ReadonlySet<string>): HeldPerson[] {
  const found = new Map<string, { person: Pick<HeldPerson, 'name' | 'identity' | 'unit'>; documents: number }>();
  for (const { fields } of documents) {
    const inThisOne = new Set<string>();
    for (const field of NAMED) {
      const name = (fields[field.name] ?? '').trim();
      const key = plain(name);
      if (key === '' || known.has(key) || inThisOne.has(key)) continue;
      inThisOne.add(key);
      const before = found.get(key);
      const identity = 'identity' in field ? orNull(fields[field.identity] ?? '') : null;
      const unit = 'unit' in field ? orNull(fields[field.unit] ?? '') : null;
      found.set(key, {
        person: {
          name: before?.person.name ?? name,
          identity: identity ?? before?.person.identity ?? null,
          unit: unit ?? before?.person.unit ?? null,
        },
        documents: (before?.documents ?? 0) + 1,
      });
    }
  }
  return [...found.values()].map(({ person, documents: count }) => ({
    ...person,
    role: 'disebut-dokumen',
    contact: null,
    data: dataOf([
      ['identitas', person.identity === null ? 0 : 1],
      ['dokumen', count],
    ]),
  }));
}

/** As one writes it, or another. */
function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

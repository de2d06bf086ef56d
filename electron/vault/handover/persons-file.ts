/** The list of persons as a file that is kept elsewhere: a workbook or a page to print, encrypted where a passphrase is given. */
import { writeXlsxStream } from 'hucre';
import type { HeldPerson } from '#shared/contract/handover-persons.ts';
import type { PersonsSource } from '#shared/contract/handover.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { PERSON_ROLE_WORDS, personDataText } from '#shared/domain/handover/held-persons.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { judgePassphrase } from '#shared/domain/vault/passphrase.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { escapeHtml, htmlPage } from '../exports/case-package-page.ts';
import { cellText, TEXT_FORMAT } from '../exports/cell-text.ts';
import { writeExport } from '../exports/write-export.ts';
import type { UseCaseContext } from '../kernel.ts';
import { encrypted } from './age.ts';
import { countsOf, heldPersons } from './held-persons.ts';

const COLUMNS = [
  { header: 'No.', width: 6 },
  { header: 'Kedudukan', width: 30 },
  { header: 'Nama', width: 36 },
  { header: 'NIP/NIK', width: 24 },
  { header: 'Unit kerja', width: 36 },
  { header: 'Akun atau kontak', width: 44 },
  { header: 'Data yang dipegang (jumlah)', width: 70 },
  { header: 'Diberi tahu pada', width: 20 },
] as const;

const STYLE =
  '@page{size:A4 landscape;margin:14mm}body{font:11px/1.4 "Segoe UI",system-ui,sans-serif;color:#1c2b2a}h1{font-size:16px}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #9aa;padding:3px 5px;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'thead{display:table-header-group}tr{break-inside:avoid}';

/** Where to, in which form, and under which passphrase; an empty one leaves it plain. */
export interface PersonsTarget {
  readonly source: PersonsSource;
  readonly format: 'xlsx' | 'html';
  readonly passphrase: string;
  readonly path: string;
}

/** Writes the list; recorded in custody. PACKAGE_UNKNOWN, PASSPHRASE_TOO_WEAK and as writeExport. */
export async function exportPersons(
  target: PersonsTarget,
  context: UseCaseContext,
): Promise<ExportedFile & { readonly rows: number }> {
  const problem = target.passphrase === '' ? null : judgePassphrase(target.passphrase);
  if (problem !== null) throw new AppError('PASSPHRASE_TOO_WEAK', { problem });
  const persons = await heldPersons(target.source, context);
  const rows = persons.map(cellsOf);
  const plain = target.format === 'xlsx' ? workbook(rows) : page(persons, rows, context);
  const pieces = target.passphrase === '' ? plain : await encrypted(plain, { passphrase: target.passphrase });
  const written = await writeExport(target.path, context.vault.directory, pieces, null);
  const facts = {
    list: target.source.of,
    format: target.format,
    rows: rows.length,
    sha256: written.sha256,
    encrypted: target.passphrase !== '',
  };
  const subject =
    target.source.of === 'vault'
      ? ({ subjectKind: 'vault', subjectId: context.vault.id } as const)
      : ({ subjectKind: 'package', subjectId: target.source.id } as const);
  context.write(['custody'], () => ({
    value: undefined,
    entry: { action: 'vault.persons-exported', ...subject, facts },
  }));
  return { ...written, rows: rows.length };
}

function cellsOf(person: HeldPerson, index: number): string[] {
  const { role, name, identity, unit, contact, data } = person;
  return [
    String(index + 1),
    PERSON_ROLE_WORDS[role].id,
    name,
    identity ?? '',
    unit ?? '',
    contact ?? '',
    personDataText(data, 'id'),
    '',
  ];
}

async function* workbook(rows: readonly (readonly string[])[]): AsyncGenerator<Uint8Array> {
  const cells = function* (): Generator<string[]> {
    for (const row of rows) yield row.map(cellText);
  };
  yield* writeXlsxStream(cells(), {
    name: 'Data orang',
    columns: COLUMNS.map((column) => ({ ...column, numFmt: TEXT_FORMAT })),
    freezePane: { rows: 1 },
  });
}

async function* page(
  persons: readonly HeldPerson[],
  rows: readonly (readonly string[])[],
  context: UseCaseContext,
): AsyncGenerator<Uint8Array> {
  const { timeZone, breachNotice } = context.settings();
  const counts = Object.entries(countsOf(persons)).map(([role, count]) => {
    const words = Object.entries(PERSON_ROLE_WORDS).find(([known]) => known === role)?.[1].id ?? role;
    return `${words}: ${count}`;
  });
  const verified = breachNotice.verification === 'diverifikasi' ? '' : ' (rujukan belum diverifikasi)';
  const head = [
    `<p>Brankas ${escapeHtml(context.vault.name)} (${context.vault.id}), ${escapeHtml(formatInstant(context.now(), timeZone))}.</p>`,
    `<p>Bila data hilang atau bocor, pemberitahuan paling lambat ${breachNotice.hours} jam: ${escapeHtml(breachNotice.basis)}${verified}.</p>`,
    `<p>${escapeHtml(counts.join('; '))}. Jumlah baris: ${rows.length}.</p>`,
  ];
  const cells = (values: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${values.map((value) => `<${tag}>${escapeHtml(value)}</${tag}>`).join('')}</tr>`;
  const table = [
    `<table><thead>${cells(
      COLUMNS.map(({ header }) => header),
      'th',
    )}</thead><tbody>`,
    ...rows.map((row) => cells(row, 'td')),
    '</tbody></table>',
  ];
  yield await Promise.resolve(
    Buffer.from(htmlPage('Daftar orang yang datanya dipegang – RAHASIA', STYLE, [...head, ...table])),
  );
}

/** Whose data a case's package holds, as the case names them. */
import type { CasePage, PersonBlock } from '#shared/contract/cases.ts';
import type { HeldPerson } from '#shared/contract/handover-persons.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { dataOf, orNull } from './person-data.ts';
import { personsInDocuments } from './persons-in-documents.ts';

/** Respondents (also those whose link was taken back, for the documents may name them), accounts, who gave files, and whom documents name. */
export function personsOfCase(caseId: string, page: CasePage, database: ReadableDatabase): HeldPerson[] {
  const evidence = page.case.evidenceCount;
  const respondents = page.respondents.map(({ person, employeeId, accountText }): HeldPerson => {
    const accounts = employeeId === null ? 0 : accountsIn(caseId, employeeId, database);
    const about: HeldPerson['data'] = dataOf([
      ['identitas', person === null ? 0 : 1],
      ['kepegawaian', person === null ? 0 : 1],
      ['akun', accounts + (accountText === null || accountText === '' ? 0 : 1)],
      ['kasus', 1],
      ['bukti', evidence],
    ]);
    if (person === null) return { ...NOBODY, role: 'pemilik-akun', contact: orNull(accountText), data: about };
    return { ...identityOf(person), role: 'terlapor', contact: orNull(accountText), data: about };
  });
  const known = [...respondents, ...sourcesOf(caseId, database)];
  const names = known.map(({ name }) => name);
  return [...known, ...personsInDocuments(database, caseId, names)];
}

const NOBODY = { name: '', identity: null, unit: null } as const;

function identityOf({ name, nip, nik, unit, agency }: PersonBlock): Pick<HeldPerson, 'name' | 'identity' | 'unit'> {
  return { name, identity: nip ?? nik, unit: unit ?? agency };
}

function accountsIn(caseId: string, employeeId: string, database: ReadableDatabase): number {
  const row = database.get(
    `SELECT count(DISTINCT l.account_id) AS n FROM case_accounts l JOIN accounts a ON a.id = l.account_id
     WHERE l.case_id = ? AND a.employee_id = ?`,
    [caseId, employeeId],
  );
  return row ? numberOf(row, 'n') : 0;
}

/** Whoever gave a file of the case, as the officer wrote it. */
function sourcesOf(caseId: string, database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT e.obtained_from AS name, count(*) AS n FROM evidence e JOIN evidence_filings f ON f.evidence_id = e.id
       WHERE f.case_id = ? AND f.ended_at IS NULL AND e.withdrawn_at IS NULL AND e.obtained_from <> ''
       GROUP BY e.obtained_from ORDER BY e.obtained_from`,
      [caseId],
    )
    .map((row) => ({
      ...NOBODY,
      name: textOf(row, 'name'),
      role: 'pemberi-bukti',
      contact: null,
      data: dataOf([['bukti', numberOf(row, 'n')]]),
    }));
}

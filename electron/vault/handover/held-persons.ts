/** Whose data the vault holds, or one package: everybody on the roster, respondents, accounts, sources of files, users. */
import type { HeldPerson, HeldPersonCounts } from '#shared/contract/handover-persons.ts';
import type { PersonsSource } from '#shared/contract/handover.ts';
import { PERSON_ROLES } from '#shared/domain/handover/held-persons.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { readOffice } from '../documents/office.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { personsInDocuments } from './persons-in-documents.ts';
import { dataOf, orNull } from './person-data.ts';
import { manifestOfMade, manifestOfReceived } from './received-rows.ts';

/** All of them, respondents first. PACKAGE_UNKNOWN. */
export async function heldPersons(source: PersonsSource, context: UseCaseContext): Promise<HeldPerson[]> {
  if (source.of === 'made') return manifestOfMade(context.database, source.id).persons;
  if (source.of === 'received') return (await manifestOfReceived(context, source.id)).persons;
  const { database } = context;
  const all = [
    ...employees(database),
    ...unknownRespondents(database),
    ...accounts(database),
    ...reporters(database),
    ...sources(database),
    ...outreachGuests(database),
    ...users(database),
    ...candidates(database),
    ...signatories(context),
  ];
  const typed = personsInDocuments(
    database,
    null,
    all.map(({ name }) => name),
  );
  return [...all, ...typed, ...(await fromReceived(context))].sort(byUrgency);
}

/** How many of each role. */
export function countsOf(persons: readonly HeldPerson[]): HeldPersonCounts {
  return Object.fromEntries(
    PERSON_ROLES.map((role) => [role, persons.filter((person) => person.role === role).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );
}

function byUrgency(one: HeldPerson, other: HeldPerson): number {
  const order = PERSON_ROLES.indexOf(one.role) - PERSON_ROLES.indexOf(other.role);
  return order !== 0 ? order : one.name.localeCompare(other.name, 'id');
}

/** Links that were taken back count, too: what was written about the person is still there. */
const EMPLOYEES = `
  WITH of_cases AS (SELECT DISTINCT employee_id, case_id FROM case_respondents WHERE employee_id IS NOT NULL),
  case_counts AS (SELECT employee_id, count(*) AS n FROM of_cases GROUP BY employee_id),
  evidence_counts AS (
    SELECT o.employee_id, count(DISTINCT f.evidence_id) AS n FROM of_cases o
    JOIN evidence_filings f ON f.case_id = o.case_id GROUP BY o.employee_id),
  account_counts AS (SELECT employee_id, count(*) AS n FROM accounts WHERE employee_id IS NOT NULL GROUP BY employee_id),
  reason_counts AS (SELECT employee_id, count(*) AS n FROM account_reasons GROUP BY employee_id),
  look_counts AS (
    SELECT i.employee_id, count(*) AS n FROM monitoring_items i JOIN monitoring_outcomes o ON o.item_id = i.id GROUP BY i.employee_id),
  outreach_counts AS (SELECT employee_id, count(*) AS n FROM (
    SELECT employee_id FROM outreach_attendance UNION ALL SELECT employee_id FROM outreach_pledges
    UNION ALL SELECT employee_id FROM outreach_invitations) WHERE employee_id IS NOT NULL GROUP BY employee_id),
  state_counts AS (SELECT employee_id, count(*) AS n FROM employee_history GROUP BY employee_id)
  SELECT e.name, coalesce(e.nip, e.nik) AS identity, coalesce(e.unit, e.agency) AS unit,
    coalesce(e.work_phone, e.work_email) AS contact,
    (e.birth_date IS NOT NULL OR e.sex IS NOT NULL) AS birth,
    (e.work_phone IS NOT NULL OR e.work_email IS NOT NULL) AS reach,
    coalesce(s.n, 1) AS states, coalesce(a.n, 0) AS accounts, coalesce(r.n, 0) AS reasons,
    coalesce(c.n, 0) AS cases, coalesce(v.n, 0) AS evidence,
    coalesce(k.n, 0) AS looks, coalesce(o.n, 0) AS outreach
  FROM employees e LEFT JOIN outreach_counts o ON o.employee_id = e.id
  LEFT JOIN case_counts c ON c.employee_id = e.id LEFT JOIN evidence_counts v ON v.employee_id = e.id
  LEFT JOIN account_counts a ON a.employee_id = e.id LEFT JOIN reason_counts r ON r.employee_id = e.id
  LEFT JOIN state_counts s ON s.employee_id = e.id
  LEFT JOIN look_counts k ON k.employee_id = e.id`;

function employees(database: ReadableDatabase): HeldPerson[] {
  return database.all(EMPLOYEES).map((row) => ({
    role: numberOf(row, 'cases') > 0 ? 'terlapor' : 'pegawai',
    name: textOf(row, 'name'),
    identity: orNull(textOrNull(row, 'identity')),
    unit: orNull(textOrNull(row, 'unit')),
    contact: orNull(textOrNull(row, 'contact')),
    data: dataOf([
      ['identitas', 1],
      ['kelahiran', numberOf(row, 'birth')],
      ['kontak', numberOf(row, 'reach')],
      ['kepegawaian', numberOf(row, 'states')],
      ['akun', numberOf(row, 'accounts')],
      ['alasan-akun', numberOf(row, 'reasons')],
      ['kasus', numberOf(row, 'cases')],
      ['bukti', numberOf(row, 'evidence')],
      ['pemantauan', numberOf(row, 'looks')],
      ['sosialisasi', numberOf(row, 'outreach')],
    ]),
  }));
}

/** Respondents of whom only an account is known. */
function unknownRespondents(database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT r.account_text AS contact, count(DISTINCT r.case_id) AS cases, count(DISTINCT f.evidence_id) AS evidence
       FROM case_respondents r LEFT JOIN evidence_filings f ON f.case_id = r.case_id
       WHERE r.employee_id IS NULL AND coalesce(r.account_text, '') <> '' GROUP BY r.account_text`,
    )
    .map((row) => accountOnly(row));
}

/** Accounts on record that are nobody's yet. */
function accounts(database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT CASE WHEN a.url <> '' THEN a.url ELSE a.platform || ' ' || a.handle END AS contact,
         count(DISTINCT l.case_id) AS cases, 0 AS evidence
       FROM accounts a LEFT JOIN case_accounts l ON l.account_id = a.id WHERE a.employee_id IS NULL GROUP BY a.id`,
    )
    .map((row) => accountOnly(row));
}

function accountOnly(row: SqlRow): HeldPerson {
  const data = dataOf([
    ['akun', 1],
    ['kasus', numberOf(row, 'cases')],
    ['bukti', numberOf(row, 'evidence')],
  ]);
  return { role: 'pemilik-akun', name: '', identity: null, unit: null, contact: textOf(row, 'contact'), data };
}

/**
 * Who reported, by the number of the report: names leave the vault by looking at that report on purpose, never in a list. Whoever
 * owes them a notice finds them there.
 */
function reporters(database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT r.number, p.name <> '' AS identity, (p.phone <> '' OR p.email <> '' OR p.address <> '') AS reach
       FROM public_report_reporters p JOIN public_reports r ON r.id = p.report_id`,
    )
    .map((row) => {
      const data = dataOf([
        ['identitas', numberOf(row, 'identity')],
        ['kontak', numberOf(row, 'reach')],
      ]);
      return { ...named('pelapor', '', null, data), contact: textOf(row, 'number') };
    });
}

function sources(database: ReadableDatabase): HeldPerson[] {
  return database
    .all("SELECT obtained_from AS name, count(*) AS n FROM evidence WHERE obtained_from <> '' GROUP BY obtained_from")
    .map((row) => named('pemberi-bukti', textOf(row, 'name'), null, dataOf([['bukti', numberOf(row, 'n')]])));
}

/** Guests of outreach, and rows of files that nobody has settled: names that no roster holds. */
function outreachGuests(database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT name, unit, count(*) AS n FROM (
         SELECT guest_name AS name, guest_office AS unit FROM outreach_attendance WHERE guest_name IS NOT NULL
         UNION ALL SELECT CASE WHEN name = '' THEN nip ELSE name END, unit FROM outreach_open_rows)
       GROUP BY name, unit`,
    )
    .map((row) => ({
      ...named('peserta-sosialisasi', textOf(row, 'name'), null, dataOf([['sosialisasi', numberOf(row, 'n')]])),
      unit: orNull(textOrNull(row, 'unit')),
    }));
}

function users(database: ReadableDatabase): HeldPerson[] {
  return database
    .all(
      `SELECT u.name, u.identity_number AS identity, (SELECT count(*) FROM custody k WHERE k.user_id = u.id) AS entries
       FROM users u`,
    )
    .map((row) => {
      const data = dataOf([
        ['identitas', 1],
        ['jejak-audit', numberOf(row, 'entries')],
      ]);
      return named('pengguna', textOf(row, 'name'), orNull(textOrNull(row, 'identity')), data);
    });
}

/** Both of a pair; those that were taken out of the lists are still held. */
function candidates(database: ReadableDatabase): HeldPerson[] {
  const rows = database.all(
    `SELECT c.name, c.partner_name, (SELECT count(*) FROM candidate_accounts a WHERE a.candidate_id = c.id) AS accounts
     FROM candidates c`,
  );
  return rows.flatMap((row) => {
    const data = dataOf([
      ['identitas', 1],
      ['akun', numberOf(row, 'accounts')],
    ]);
    const names = [textOf(row, 'name'), textOf(row, 'partner_name')].filter((name) => name !== '');
    return names.map((name) => named('calon', name, null, data));
  });
}

/** Whose name stands under the office's documents. */
function signatories({ database }: UseCaseContext): HeldPerson[] {
  return readOffice(database).signatories.map(({ name, nip }) =>
    named('disebut-dokumen', name, orNull(nip), dataOf([['identitas', 1]])),
  );
}

function named(role: HeldPerson['role'], name: string, identity: string | null, data: HeldPerson['data']): HeldPerson {
  return { role, name, identity, unit: null, contact: null, data };
}

/** Persons of received packages are held here, too. One whom the roster knows already is listed with that package as well. */
async function fromReceived(context: UseCaseContext): Promise<HeldPerson[]> {
  const ids = context.database
    .all('SELECT id FROM received_packages ORDER BY received_at')
    .map((row) => textOf(row, 'id'));
  const found: HeldPerson[] = [];
  for (const id of ids) found.push(...(await manifestOfReceived(context, id)).persons);
  return found;
}

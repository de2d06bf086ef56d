/** Finds what a command line names: a case or a report from the public by its number, a person by NIP, NIK or id, evidence by number or id. */
import type { CaseRow } from '#shared/contract/cases.ts';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultService } from '../vault/service.ts';

/** CASE_UNKNOWN when no case has exactly this number or id. */
export async function findCase(service: VaultService, number: string): Promise<CaseRow> {
  const { rows } = await service.call('cases.list', { limit: 1_000 });
  const found = rows.find((row) => row.number === number || row.id === number);
  if (!found) throw new AppError('CASE_UNKNOWN', { number });
  return found;
}

/** EMPLOYEE_UNKNOWN when no person has exactly this NIP, NIK or id. */
export async function findEmployee(service: VaultService, text: string): Promise<EmployeeRow> {
  const digits = text.replaceAll(/[\s.-]/g, '');
  const { rows } = await service.call('roster.list', { query: /^\d+$/.test(digits) ? digits : '', limit: 1_000 });
  const found = rows.find((row) => row.nip === digits || row.nik === digits || row.id === text);
  if (!found) throw new AppError('EMPLOYEE_UNKNOWN', { id: text });
  return found;
}

/** The page of an item by its id or by the number that is printed (B-0001). EVIDENCE_UNKNOWN. */
export async function findEvidence(service: VaultService, text: string): Promise<EvidencePage> {
  if (!/^B-\d+$/i.test(text)) return await service.call('evidence.get', { id: text });
  const { rows } = await service.call('evidence.list', { query: text, limit: 1_000 });
  const found = rows.find((row) => row.number.toLowerCase() === text.toLowerCase());
  if (!found) throw new AppError('EVIDENCE_UNKNOWN', { id: text });
  return await service.call('evidence.get', { id: found.id });
}

/** The page of a report from the public by its number or id. PUBLIC_REPORT_UNKNOWN. */
export async function findPublicReport(service: VaultService, wanted: string): Promise<PublicReportPage> {
  const { rows } = await service.call('publicReports.list', { query: wanted, limit: 1_000 });
  const row = rows.find(({ id, number }) => id === wanted || number === wanted);
  if (row === undefined) throw new AppError('PUBLIC_REPORT_UNKNOWN', { id: wanted });
  return await service.call('publicReports.get', { id: row.id });
}

/** What the office has decided about its documents: numbers, secrecy, signatories, paper, sealing. One row of the settings. */
import {
  type DocumentKindSettings,
  type OfficeDocuments,
  officeDocuments,
  type OfficeSignatory,
  officeSignatory,
} from '#shared/contract/documents.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { unknownTokens } from '#shared/domain/text/number-template.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { readSettings } from '../settings/settings.ts';

const KEY = 'documents';

/** In force now. */
export function readOffice(database: ReadableDatabase): OfficeDocuments {
  const row = database.get('SELECT value FROM settings WHERE key = ?', [KEY]);
  return row ? officeDocuments.parse(JSON.parse(textOf(row, 'value'))) : standardOffice(readSettings(database));
}

/** DOCUMENT_TEMPLATE_TOKEN, DOCUMENT_TEMPLATE_NO_NUMBER, SIGNATORY_UNKNOWN: told before anything is kept. */
export function changeOffice(wanted: OfficeDocuments, context: UseCaseContext): OfficeDocuments {
  for (const kind of DOCUMENT_KIND_NAMES) checkKind(wanted.kinds[kind], wanted);
  const before = readOffice(context.database);
  if (JSON.stringify(before) === JSON.stringify(wanted)) return before;
  return context.write(['settings', 'reports'], (database) => {
    database.run(
      `INSERT INTO settings (key, value, updated_at, updated_by) VALUES (@key, @value, @at, @by)
       ON CONFLICT (key) DO UPDATE SET value = @value, updated_at = @at, updated_by = @by`,
      { key: KEY, value: JSON.stringify(wanted), at: context.now().toISOString(), by: context.actor.id },
    );
    return {
      value: readOffice(database),
      entry: { action: 'settings.changed', subjectKind: 'setting', subjectId: null, facts: { keys: KEY } },
    };
  });
}

function checkKind({ numberTemplate, signatories }: DocumentKindSettings, office: OfficeDocuments): void {
  const [token] = unknownTokens(numberTemplate);
  if (token !== undefined) throw new AppError('DOCUMENT_TEMPLATE_TOKEN', { token });
  // Without a running number the second document would have the first one's.
  if (numberTemplate !== '' && !numberTemplate.includes('{urut}'))
    throw new AppError('DOCUMENT_TEMPLATE_NO_NUMBER', { template: numberTemplate });
  if (signatories.some((wanted) => !office.signatories.some(({ id }) => id === wanted)))
    throw new AppError('SIGNATORY_UNKNOWN');
}

/** Kinds that the head of the office signs. */
const LETTERS: readonly DocumentKindName[] = [
  'laporan_inspektorat',
  'penerusan',
  'undangan_klarifikasi',
  'surat_jawaban',
];
/** The person of the letterhead's settings, until the office has named its signatories. */
const FIRST_SIGNATORY = '00000000-0000-4000-8000-000000000001';

function standardOffice(settings: Settings): OfficeDocuments {
  const head = firstSignatory(settings);
  const standard = (kind: DocumentKindName): DocumentKindSettings => ({
    numberTemplate: kind === 'laporan_inspektorat' ? settings.reportNumberTemplate : '',
    classification: '',
    secrecy: OFFICE_KINDS[kind].secrecy,
    paper: 'office',
    certification: OFFICE_KINDS[kind].certification,
    signatories: head !== null && LETTERS.includes(kind) ? [head.id] : [],
    copies: [],
  });
  return officeDocuments.parse({
    agencyCode: '',
    unverifiedLegal: 'draft',
    signatories: head === null ? [] : [head],
    kinds: Object.fromEntries(DOCUMENT_KIND_NAMES.map((kind) => [kind, standard(kind)])),
  });
}

function firstSignatory({ signatory: { prefix, position, name, rank, nip } }: Settings): OfficeSignatory | null {
  if (name === '') return null;
  const person = { id: FIRST_SIGNATORY, capacity: 'kepala', name, rank, nip } as const;
  const [first = '', ...rest] = prefix.split(' ');
  const acting = officeSignatory.shape.acting.options.find((one) => one === first) ?? null;
  if (acting === null) return { ...person, acting: '', onBehalfOf: '', position: `${prefix} ${position}`.trim() };
  return { ...person, acting, onBehalfOf: rest.join(' '), position };
}

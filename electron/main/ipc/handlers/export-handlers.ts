/** The operations that write a file where the person says: main asks where, the vault writes and checks. */
import path from 'node:path';
import { evidenceOperations } from '#shared/contract/evidence.ts';
import type { ListSelection } from '#shared/contract/lists.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Dialogs } from '../../platform/dialogs.ts';
import type { VaultSession } from '../../vault-host/vault-session.ts';
import type { MainHandlers } from '../router.ts';

type ExportHandlers = Pick<
  MainHandlers,
  | 'evidence.export'
  | 'custody.export'
  | 'reports.save'
  | 'reports.saveReceipt'
  | 'reports.saveSealCertificate'
  | 'lists.export'
  | 'cases.package'
  | 'handover.saveFile'
  | 'outreach.saveFile'
  | 'handover.saveReceipt'
  | 'handover.savePersons'
  | 'recap.save'
  | 'hoaxes.saveCard'
  | 'publicReports.saveSource'
  | 'roster.saveCorrections'
  | 'roster.saveTemplate'
>;

const LIST_NAMES: Readonly<Record<ListSelection['list'], string>> = {
  roster: 'daftar-pegawai',
  cases: 'daftar-kasus',
  evidence: 'daftar-bukti',
  queue: 'antrean-pengambilan',
  documents: 'daftar-dokumen',
  electionStages: 'tahapan-pemilihan',
  candidates: 'daftar-calon',
  electionReminders: 'pengingat-pemantauan',
  'proposal-rows': 'aturan-usulan',
  'monitoring-rounds': 'daftar-ronde',
  'monitoring-items': 'daftar-kerja-ronde',
  'monitoring-coverage': 'cakupan-pemantauan',
  'monitoring-persons': 'cakupan-pemantauan-pegawai',
  'monitoring-person': 'pemantauan-pegawai',
  'public-reports': 'daftar-aduan',
  hoaxes: 'daftar-hoaks',
  custody: 'jejak-audit',
  outreach: 'daftar-sosialisasi',
  'outreach-attendance': 'daftar-hadir',
  'outreach-invitees': 'daftar-undangan',
  'outreach-pledges': 'daftar-ikrar',
  'outreach-persons': 'cakupan-pegawai',
  'outreach-coverage': 'cakupan-opd',
};

/** The handlers of what leaves the vault as a file. */
export function exportHandlers(vault: VaultSession, dialogs: Dialogs): ExportHandlers {
  const save = async (
    suggestedName: string,
    write: (path: string) => Promise<ExportedFile>,
  ): Promise<{ saved: boolean; name: string }> => {
    const target = await dialogs.chooseSavePath(suggestedName);
    if (target === null) return { saved: false, name: '' };
    await write(target);
    return { saved: true, name: path.basename(target) };
  };
  return {
    'evidence.export': async ({ id, artefactId, withAccountData }) => {
      const name = await artefactName(vault, { id, artefactId, withAccountData });
      return save(name, (path) => vault.ask('exportArtefact', { id, artefactId, path, withAccountData }));
    },
    'reports.save': ({ id }) => save(`dokumen-${id.slice(-8)}.pdf`, (path) => vault.ask('exportReport', { id, path })),
    'custody.export': () => save('jejak-audit.jsonl', (path) => vault.ask('exportCustody', { path })),
    'reports.saveReceipt': () => save('tanda-terima-brankas.pdf', (path) => vault.ask('exportReceipt', { path })),
    'reports.saveSealCertificate': () =>
      save('segel-netra.pem', (path) => vault.ask('exportSealCertificate', { path })),
    'lists.export': async ({ selection, format }) => {
      let rows = 0;
      const saved = await save(`${LIST_NAMES[selection.list]}.${format}`, async (path) => {
        const written = await vault.ask('exportList', { selection, format, path });
        rows = written.rows;
        return written;
      });
      return { ...saved, rows };
    },
    'cases.package': async ({ id, ...options }) => {
      const ending = options.form === 'zip' ? 'zip' : 'zip.age';
      const place =
        options.form === 'folder'
          ? await dialogs.chooseDirectory('case-package')
          : await dialogs.chooseSavePath(`paket-kasus-${options.kind}-${id.slice(-8)}.${ending}`);
      if (place === null) throw new AppError('CANCELLED');
      return vault.ask('packageCase', { id, place, ...options });
    },
    'handover.saveFile': ({ id, path: file }) =>
      save(file.replace(/^.*\//, ''), (path) => vault.ask('exportReceivedFile', { id, file, path })),
    // Only the name's own letters: it comes from a file of somebody else.
    'outreach.saveFile': ({ of, id, name }) =>
      save(name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-120), (path) =>
        vault.ask('exportOutreachFile', { of, id, path }),
      ),
    'handover.saveReceipt': ({ id, of }) =>
      save(`tanda-terima-paket-${id.slice(-8)}.txt`, (path) => vault.ask('exportPackageReceipt', { id, of, path })),
    'handover.savePersons': async ({ source, format, passphrase }) => {
      let rows = 0;
      const saved = await save(`daftar-orang.${format}${passphrase === '' ? '' : '.age'}`, async (path) => {
        const written = await vault.ask('exportPersons', { source, format, passphrase, path });
        rows = written.rows;
        return written;
      });
      return { ...saved, rows };
    },
    'recap.save': (choice) =>
      save(`rekapitulasi-${choice.audience === 'public' ? 'umum-' : ''}${choice.from}-${choice.to}.xlsx`, (path) =>
        vault.ask('exportRecap', { ...choice, path }),
      ),
    'hoaxes.saveCard': ({ id, size }) =>
      save(`klarifikasi-${id.slice(-8)}-${size}.png`, (path) => vault.ask('exportHoaxCard', { id, size, path })),
    // Only the name's own letters: it comes from a file of somebody else.
    'publicReports.saveSource': ({ name, ...source }) =>
      save(name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-120), (path) =>
        vault.ask('exportReportSource', { ...source, path }),
      ),
    'roster.saveCorrections': async ({ planId, fileName }) => {
      let rows = 0;
      const saved = await save(correctionsName(fileName), async (path) => {
        const written = await vault.ask('exportRosterCorrections', { planId, path });
        rows = written.rows;
        return written;
      });
      return { ...saved, rows };
    },
    'roster.saveTemplate': () =>
      save('formulir-daftar-pegawai.xlsx', (path) => vault.ask('exportRosterTemplate', { path })),
  };
}

/** "perbaikan-<name of the roster file>.xlsx" */
function correctionsName(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, '').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_');
  return `perbaikan-${name.slice(0, 80)}.xlsx`;
}

/** Refuses before anybody is asked for a place; the vault refuses again by its own knowledge. */
async function artefactName(
  vault: VaultSession,
  { id, artefactId, withAccountData }: { id: string; artefactId: string; withAccountData: boolean },
): Promise<string> {
  const page = evidenceOperations.get.output.parse(await vault.ask('call', { name: 'evidence.get', input: { id } }));
  const copies = page.copies.flatMap(({ id, name, textId, version }) => [
    { id, name, kind: 'working-copy' },
    { id: textId, name: `salinan-kerja-${version}.txt`, kind: 'working-copy-text' },
  ]);
  const artefact = [...page.artefacts, ...copies].find((candidate) => candidate.id === artefactId);
  if (artefact === undefined) throw new AppError('EVIDENCE_UNKNOWN');
  if (!withAccountData && page.capture?.visibility.accountData === true && carriesPageData(artefact.kind))
    throw new AppError('ACCOUNT_DATA_NOT_CHOSEN');
  // Only the name's own letters: it comes from a file of somebody else.
  const name = artefact.name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-120);
  return `${page.evidence.number}-${name}`;
}

/** The addresses of the app. Routes join parts of several features on one screen; features do not know each other. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { CaseActs } from '../features/acts/case-acts.tsx';
import { QueuePage } from '../features/capture-queue/queue-page.tsx';
import { CasePage } from '../features/cases/case-page.tsx';
import { CasesPage, NoCaseChosen } from '../features/cases/cases-page.tsx';
import { LegalReferences } from '../features/cases/legal-references.tsx';
import { CustodyPage } from '../features/custody/custody-page.tsx';
import { CaseEvidence } from '../features/evidence/case-evidence.tsx';
import { ActProposal } from '../features/elections/act-proposal.tsx';
import { ELECTION_PARTS, ElectionsPage } from '../features/elections/elections-page.tsx';
import { EvidencePage } from '../features/evidence/evidence-page.tsx';
import { HandoverPage } from '../features/handover/handover-page.tsx';
import { LostLaptopSettings } from '../features/handover/lost-laptop.tsx';
import { HoaxChannels } from '../features/hoaxes/channels.tsx';
import { HoaxesPage } from '../features/hoaxes/hoaxes-page.tsx';
import { HomePage } from '../features/home/home.tsx';
import { MonitoringPage } from '../features/monitoring/monitoring-page.tsx';
import { OUTREACH_PARTS, OutreachPage } from '../features/outreach/outreach-page.tsx';
import { TaughtLines } from '../features/outreach/taught.tsx';
import { AccountProof } from '../features/proof/account-proof.tsx';
import { CaseAccounts } from '../features/proof/case-accounts.tsx';
import { ReasonForm } from '../features/proof/reason-form.tsx';
import { NoReportChosen, PublicReportsPage } from '../features/public-reports/reports-page.tsx';
import { PublicReportPage } from '../features/public-reports/report-page.tsx';
import { PublicReportSettings } from '../features/public-reports/report-settings.tsx';
import { RecapPage } from '../features/recap/recap-page.tsx';
import { BuildDocumentPage } from '../features/reports/build-page.tsx';
import { CaseDocuments, PublicReportDocuments } from '../features/reports/case-documents.tsx';
import { DocumentsPage } from '../features/reports/documents-page.tsx';
import { DocumentSettings } from '../features/reports/documents-settings.tsx';
import { kindNamed } from '../features/reports/kind-words.ts';
import { PdfPages } from '../features/reports/pdf-pages.tsx';
import { VerifyPage } from '../features/verification/verify-page.tsx';
import { DirectoryPage } from '../features/roster/directory.tsx';
import { ImportPage } from '../features/roster/import/import-page.tsx';
import { AboutSettings, LookSettings, SealSettings } from '../features/settings/computer.tsx';
import { LetterSettings, LockSettings, NumberSettings } from '../features/settings/office.tsx';
import { OfficeAccountSettings } from '../features/settings/office-account.tsx';
import { SignatureSettings } from '../features/settings/signatures.tsx';
import { StatusSettings } from '../features/settings/status-words.tsx';
import { SETTINGS_SECTIONS, type SettingsSection, SettingsPage } from '../features/settings/settings-page.tsx';
import { UserSettings } from '../features/vault/users.tsx';
import { VaultSettings } from '../features/vault/vault-settings.tsx';
import { ReminderList } from '../ui/reminder-list.tsx';
import { LostPage } from './lost.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: LostPage });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

const casesSearch = z.object({
  baru: z.boolean().optional().catch(undefined),
  pegawai: z.string().optional().catch(undefined),
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/kasus',
  validateSearch: casesSearch,
  component: CasesScreen,
});
const caseIndex = createRoute({ getParentRoute: () => cases, path: '/', component: NoCaseChosen });
const oneCase = createRoute({ getParentRoute: () => cases, path: '$id', component: CaseScreen });

const evidence = createRoute({
  getParentRoute: () => root,
  path: '/bukti',
  validateSearch: z.object({ lihat: z.string().optional().catch(undefined) }),
  component: EvidenceScreen,
});

const queue = createRoute({
  getParentRoute: () => root,
  path: '/antrean',
  validateSearch: z.object({
    pilih: z.string().optional().catch(undefined),
    buat: z.boolean().optional().catch(undefined),
  }),
  component: QueueScreen,
});

const elections = createRoute({
  getParentRoute: () => root,
  path: '/pemilihan',
  validateSearch: z.object({
    bagian: z.enum(ELECTION_PARTS).optional().catch(undefined),
    pilih: z.string().optional().catch(undefined),
  }),
  component: ElectionsScreen,
});

const monitoring = createRoute({
  getParentRoute: () => root,
  path: '/pemantauan',
  validateSearch: z.object({
    ronde: z.string().optional().catch(undefined),
    cakupan: z.boolean().optional().catch(undefined),
    orang: z.string().optional().catch(undefined),
    mulai: z.boolean().optional().catch(undefined),
    lanjut: z.string().optional().catch(undefined),
    pegawai: z.string().optional().catch(undefined),
    dari: z.iso.date().optional().catch(undefined),
    sampai: z.iso.date().optional().catch(undefined),
  }),
  component: MonitoringScreen,
});

const roster = createRoute({
  getParentRoute: () => root,
  path: '/pegawai',
  validateSearch: z.object({ pilih: z.string().optional().catch(undefined) }),
  component: DirectoryScreen,
});
const rosterImport = createRoute({ getParentRoute: () => root, path: '/pegawai/impor', component: ImportPage });

const publicReports = createRoute({
  getParentRoute: () => root,
  path: '/aduan',
  validateSearch: z.object({ baru: z.boolean().optional().catch(undefined) }),
  component: PublicReportsScreen,
});
const publicReportIndex = createRoute({ getParentRoute: () => publicReports, path: '/', component: NoReportChosen });
const onePublicReport = createRoute({
  getParentRoute: () => publicReports,
  path: '$id',
  component: PublicReportScreen,
});

const hoaxes = createRoute({
  getParentRoute: () => root,
  path: '/hoaks',
  validateSearch: z.object({
    pilih: z.string().optional().catch(undefined),
    baru: z.boolean().optional().catch(undefined),
    /** The public report that a new item begins with. */
    aduan: z.string().optional().catch(undefined),
  }),
  component: HoaxesScreen,
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/dokumen',
  validateSearch: z.object({ lihat: z.string().optional().catch(undefined) }),
  component: DocumentsScreen,
});
const buildSearch = z.object({
  jenis: z.string().optional().catch(undefined),
  ganti: z.string().optional().catch(undefined),
  redaksi: z.boolean().optional().catch(undefined),
  aduan: z.string().optional().catch(undefined),
  hoaks: z.string().optional().catch(undefined),
  /** For a recap: its period. */
  dari: z.string().optional().catch(undefined),
  sampai: z.string().optional().catch(undefined),
  /** The version for the public. */
  umum: z.boolean().optional().catch(undefined),
  /** For the kinds that are about a day. */
  hari: z.iso.date().optional().catch(undefined),
  /** The full document whose masked version is to be made. */
  samarkan: z.string().optional().catch(undefined),
});
const build = createRoute({
  getParentRoute: () => root,
  path: '/dokumen/buat',
  validateSearch: buildSearch,
  component: () => <BuildScreen caseId={undefined} search={build.useSearch()} />,
});
const buildOf = createRoute({
  getParentRoute: () => root,
  path: '/dokumen/buat/$caseId',
  validateSearch: buildSearch,
  component: () => <BuildScreen caseId={buildOf.useParams().caseId} search={buildOf.useSearch()} />,
});
const recap = createRoute({ getParentRoute: () => root, path: '/rekap', component: RecapPage });
const verify = createRoute({ getParentRoute: () => root, path: '/dokumen/verifikasi', component: VerifyPage });

const handover = createRoute({
  getParentRoute: () => root,
  path: '/paket',
  validateSearch: z.object({ pilih: z.string().optional().catch(undefined) }),
  component: HandoverScreen,
});

const outreach = createRoute({
  getParentRoute: () => root,
  path: '/sosialisasi',
  validateSearch: z.object({
    bagian: z.enum(OUTREACH_PARTS).optional().catch(undefined),
    pilih: z.string().optional().catch(undefined),
  }),
  component: OutreachScreen,
});

const custody = createRoute({ getParentRoute: () => root, path: '/jejak', component: CustodyPage });

const settingsRoot = createRoute({
  getParentRoute: () => root,
  path: '/pengaturan',
  beforeLoad: ({ location }) => {
    if (location.pathname.replace(/\/$/, '') !== '/pengaturan') return;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say "go there"
    throw redirect({ to: '/pengaturan/$section', params: { section: 'kop' } });
  },
  component: Outlet,
});
const settings = createRoute({ getParentRoute: () => settingsRoot, path: '$section', component: SettingsScreen });

const tree = root.addChildren([
  home,
  cases.addChildren([caseIndex, oneCase]),
  evidence,
  queue,
  elections,
  monitoring,
  roster,
  rosterImport,
  publicReports.addChildren([publicReportIndex, onePublicReport]),
  hoaxes,
  documents,
  build,
  buildOf,
  verify,
  recap,
  handover,
  outreach,
  custody,
  settingsRoot.addChildren([settings]),
]);

/** The router; tests give it a memory history. */
export function makeRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree: tree, history, defaultPreload: false, defaultNotFoundComponent: LostPage });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

function CasesScreen(): ReactNode {
  const { baru, pegawai } = cases.useSearch();
  const { id } = oneCase.useParams({ shouldThrow: false }) ?? {};
  return (
    <CasesPage selected={id} creating={baru === true} employeeId={pegawai}>
      <Outlet />
    </CasesPage>
  );
}

function CaseScreen(): ReactNode {
  const { id } = oneCase.useParams();
  return (
    <CasePage
      id={id}
      evidence={<CaseEvidence key={id} caseId={id} />}
      documents={<CaseDocuments caseId={id} />}
      acts={
        <CaseActs
          key={`acts-${id}`}
          sectionId="kasus-acts"
          caseId={id}
          proposalOf={(act) => <ActProposal caseId={id} {...act} />}
        />
      }
      proposalOf={(day) => <ActProposal caseId={id} actId={null} day={day} type={null} />}
      accounts={<CaseAccounts key={`accounts-${id}`} caseId={id} />}
      taught={<TaughtLines key={`taught-${id}`} caseId={id} />}
    />
  );
}

function PublicReportsScreen(): ReactNode {
  const { baru } = publicReports.useSearch();
  const { id } = onePublicReport.useParams({ shouldThrow: false }) ?? {};
  return (
    <PublicReportsPage selected={id} creating={baru === true}>
      <Outlet />
    </PublicReportsPage>
  );
}

function PublicReportScreen(): ReactNode {
  const { id } = onePublicReport.useParams();
  return <PublicReportPage id={id} documents={<PublicReportDocuments key={id} publicReportId={id} />} />;
}

function EvidenceScreen(): ReactNode {
  return <EvidencePage looking={evidence.useSearch().lihat} />;
}

function QueueScreen(): ReactNode {
  const { pilih, buat } = queue.useSearch();
  return <QueuePage selected={pilih} making={buat === true} />;
}

function DocumentsScreen(): ReactNode {
  const { lihat } = documents.useSearch();
  const navigate = documents.useNavigate();
  return <DocumentsPage looking={lihat} onLook={(id) => void navigate({ search: { lihat: id } })} />;
}

function ElectionsScreen(): ReactNode {
  const { bagian, pilih } = elections.useSearch();
  const navigate = elections.useNavigate();
  return (
    <ElectionsPage
      part={bagian ?? 'calendar'}
      onPart={(part) => void navigate({ search: { bagian: part } })}
      selected={pilih}
      onSelect={(id) =>
        void navigate({ search: { bagian: bagian ?? 'calendar', ...(id !== undefined && { pilih: id }) } })
      }
    />
  );
}

function MonitoringScreen(): ReactNode {
  return (
    <MonitoringPage
      place={monitoring.useSearch()}
      counterReason={(accountId, onClose) => <ReasonForm accountId={accountId} first="against" onClose={onClose} />}
      reminders={<ReminderList />}
    />
  );
}

function DirectoryScreen(): ReactNode {
  return (
    <DirectoryPage
      selected={roster.useSearch().pilih}
      proofOf={(accountId) => <AccountProof key={accountId} accountId={accountId} />}
    />
  );
}

function HoaxesScreen(): ReactNode {
  const { pilih, baru, aduan } = hoaxes.useSearch();
  return <HoaxesPage selected={pilih} recording={baru === true} reportId={aduan} />;
}

function HandoverScreen(): ReactNode {
  const { pilih } = handover.useSearch();
  const navigate = handover.useNavigate();
  return (
    <HandoverPage
      selected={pilih}
      onSelect={(id) => void navigate({ search: { pilih: id } })}
      pages={(handle) => <PdfPages handle={handle} />}
    />
  );
}

function OutreachScreen(): ReactNode {
  const { bagian, pilih } = outreach.useSearch();
  const navigate = outreach.useNavigate();
  return (
    <OutreachPage
      part={bagian ?? 'sesi'}
      selected={pilih}
      onPart={(part) => void navigate({ search: { bagian: part } })}
      onSession={(id) => void navigate({ search: { pilih: id } })}
      onHandoutPdf={() => void navigate({ to: '/dokumen/buat', search: { jenis: 'bahan_sosialisasi' } })}
    />
  );
}

function BuildScreen({
  caseId,
  search: { jenis, ganti, redaksi, aduan, hoaks, dari, sampai, umum, hari, samarkan },
}: {
  caseId: string | undefined;
  search: z.infer<typeof buildSearch>;
}): ReactNode {
  return (
    <BuildDocumentPage
      key={`${caseId ?? ''} ${aduan ?? ''} ${jenis ?? ''} ${ganti ?? ''} ${samarkan ?? ''}`}
      caseId={caseId}
      publicReportId={aduan}
      document={kindNamed(jenis)}
      replaces={ganti}
      sameAs={samarkan}
      wording={redaksi === true}
      hoaxId={hoaks}
      day={hari}
      {...(umum === true && { variant: 'disamarkan' as const })}
      {...(dari !== undefined && sampai !== undefined && { fields: { periodFrom: dari, periodTo: sampai } })}
    />
  );
}

const SECTION_BODIES: Readonly<Record<SettingsSection, () => ReactNode>> = {
  kop: LetterSettings,
  dokumen: DocumentSettings,
  nomor: NumberSettings,
  kunci: LockSettings,
  padanan: StatusSettings,
  'akun-kantor': OfficeAccountSettings,
  brankas: VaultSettings,
  hilang: LostLaptopSettings,
  akun: UserSettings,
  segel: SealSettings,
  'tanda-tangan': SignatureSettings,
  hukum: LegalReferences,
  aduan: PublicReportSettings,
  'kanal-hoaks': HoaxChannels,
  tampilan: LookSettings,
  tentang: AboutSettings,
};

function SettingsScreen(): ReactNode {
  const { section } = settings.useParams();
  const known = SETTINGS_SECTIONS.find((listed) => listed === section) ?? 'kop';
  const Body = SECTION_BODIES[known];
  return (
    <SettingsPage section={known}>
      <Body />
    </SettingsPage>
  );
}

/** Answers of the fake bridge about the program, the vault, its settings and its documents. */
import { DEFAULT_PUBLIC_REPORT_SETTINGS } from '#shared/contract/public-reports-settings.ts';
import type { ScreenRegion } from '../../shared/contract/screen.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { NO_VAULT } from '../../shared/contract/vault.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { type FakeAnswers, LOCKED_VAULT, OPEN_VAULT } from './fake-vault-states.ts';
import { fakeIssued, fakeVerdict } from './fake-documents.ts';
import { fakeHandle, fakeHash, fakeId } from './fake-people.ts';

const file = (index: number, name: string, bytes: number): { token: string; name: string; bytes: number } => ({
  token: `file_${index.toString(16).padStart(32, '0')}`,
  name,
  bytes,
});

/** Settings of an office that filled them in. */
export const FAKE_SETTINGS: Settings = {
  letterhead: {
    government: 'Pemerintah Kota Bengkulu',
    agency: 'Dinas Komunikasi dan Informatika',
    addressLines: ['Jalan Contoh Nomor 1'],
    phone: '(0736) 000000',
    website: 'kominfo.contoh.test',
    email: 'kominfo@contoh.test',
    postalCode: '38000',
    city: 'Bengkulu',
  },
  signatory: {
    prefix: '',
    position: 'Kepala Dinas',
    name: 'Nama Contoh, S.Sos.',
    rank: 'Pembina Utama Muda',
    nip: '197001011995031001',
  },
  recipient: 'Inspektur Kota Bengkulu',
  copies: ['Wali Kota Bengkulu'],
  caseNumberTemplate: 'REG/{urut}/{bulan_romawi}/{tahun}',
  reportNumberTemplate: '{kode_klasifikasi}/{urut}/{kode_opd}/{tahun}',
  timeZone: 'WIB',
  paper: 'A4',
  attachmentLimitBytes: 25_000_000,
  idleLockMinutes: 10,
  lockDelayDuringJobsMinutes: 30,
  backupReminderDays: 7,
  contentProtection: false,
  statusSynonyms: [{ words: 'tenaga kebersihan', status: 'PPNPN_LAIN' }],
  allowLocalNetworkCapture: false,
  signatureServices: { timestampAddress: '', revocationHosts: [] },
  raiseWhenOnline: true,
  officeAccountProfiles: false,
  breachNotice: {
    hours: 72,
    basis: 'Pasal 46 UU 27/2022',
    sourceUrl: null,
    verification: 'sumber_sekunder',
    verifiedBy: null,
    verifiedAt: null,
  },
  publicReports: DEFAULT_PUBLIC_REPORT_SETTINGS,
};

type Named = Extract<keyof FakeAnswers, `${'app' | 'screen' | 'vault' | 'settings' | 'reports'}.${string}`>;

/** Made anew for each bridge. */
export function fakeVaultAnswers(): Pick<FakeAnswers, Named> {
  let preferences = DEFAULT_PREFERENCES;
  return {
    'app.info': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      chromium: '150.0',
      platform: 'linux',
      runtimeLimit: null,
    }),
    'app.getPreferences': () => preferences,
    'app.setPreferences': (part) => (preferences = { ...preferences, ...JSON.parse(JSON.stringify(part)) }),
    'app.chooseFiles': ({ purpose }) => ({
      files: [
        purpose === 'roster'
          ? file(1, 'Data Pegawai 2026.xlsx', 1_840_220)
          : purpose === 'pdf'
            ? file(2, 'Laporan REG-024.pdf', 4_220_118)
            : file(3, 'kiriman-warga.png', 882_140),
      ],
    }),
    'app.registerDroppedFiles': () => ({ files: [] }),
    'screen.pick': () => ({ region: { file: file(5, 'bagian-layar.png', 90_218), facts: fakeScreenRegion() } }),
    'app.pasteImage': () => ({ file: file(4, 'tempelan.png', 220_118) }),
    'app.chooseDirectory': ({ purpose }) => ({ directory: `/contoh/${purpose}` }),
    'app.listJobs': () => ({ jobs: [] }),
    'app.cancelJob': () => ({}),
    'app.copyText': () => ({}),
    'app.releaseView': () => ({}),
    'vault.status': (_input, fake) => fake.status,
    'vault.recent': () => ({ vaults: [], suggestedDirectory: '/contoh/Netra' }),
    'vault.create': ({ practice, name }, fake) => {
      fake.status = { ...OPEN_VAULT, practice, name };
      return {
        vaultId: fakeId(9, 1),
        recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA',
        sealFingerprint: fakeHash(77),
      };
    },
    'vault.confirmRecovery': () => ({}),
    'vault.newRecoveryCode': () => ({ recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA' }),
    'vault.open': ({ passphrase }, fake) => {
      if (passphrase !== 'empat kata acak benar') throw new AppError('WRONG_PASSPHRASE');
      return (fake.status = OPEN_VAULT);
    },
    'vault.recover': (_input, fake) => (fake.status = OPEN_VAULT),
    'vault.lock': (_input, fake) => {
      fake.status = LOCKED_VAULT;
      return {};
    },
    'vault.close': (_input, fake) => {
      fake.status = NO_VAULT;
      return {};
    },
    'vault.noteActivity': () => ({}),
    'vault.changePassphrase': () => ({}),
    'vault.listUsers': () => ({
      users: [
        OPEN_VAULT.user!,
        {
          id: fakeId(8, 2),
          name: 'Bagus Prakoso',
          identityNumber: null,
          role: 'petugas',
          createdAt: '2026-10-05T01:00:00.000Z',
          removedAt: null,
          isSelf: false,
        },
      ],
    }),
    'vault.addUser': ({ name, role }) => ({
      id: fakeId(8, 3),
      name,
      identityNumber: null,
      role,
      createdAt: '2026-11-20T01:00:00.000Z',
      removedAt: null,
      isSelf: false,
    }),
    'vault.removeUser': () => ({ recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA' }),
    'vault.verify': (_input, fake) =>
      fake.job('vault-verify', 'Brankas', {
        ok: true,
        items: 148,
        bytes: 482_000_000,
        damaged: [],
        missing: [],
        custody: { entries: 1284, head: fakeHash(1284), ok: true, brokenAt: null },
      }),
    'vault.backup': ({ directory }, fake) =>
      fake.job('vault-backup', 'Brankas', { items: 148, bytes: 482_000_000, sha256: fakeHash(5), directory }),
    'vault.restore': ({ directory }) => ({ items: 148, bytes: 482_000_000, sha256: fakeHash(5), directory }),
    'reports.preview': (_input, fake) =>
      fake.job('report-preview', 'Laporan', {
        handle: fakeHandle(15, 1),
        pages: 3,
        bytes: 220_118,
        draftReasons: ['LEGAL_UNVERIFIED'],
      }),
    'reports.issue': (_input, fake) => fake.job('report-issue', 'Laporan', fakeIssued()),
    'reports.list': ({ caseId }) => ({
      rows: [fakeIssued()].filter((row) => caseId === undefined || row.caseId === caseId),
    }),
    'reports.view': () => ({ handle: fakeHandle(15, 1), bytes: 220_118 }),
    'reports.save': () => ({ saved: true, name: 'Laporan REG-024.pdf' }),
    'reports.verify': (_input, fake) => fake.job('report-verify', 'Laporan REG-024.pdf', fakeVerdict()),
    'reports.sealCertificate': () => ({
      fingerprint: fakeHash(77),
      pem: '',
      subject: 'Segel Netra – Pemantauan Netralitas 2027',
      validUntil: '2036-10-01T00:00:00.000Z',
    }),
    'reports.saveReceipt': () => ({ saved: true, name: 'tanda-terima.pdf' }),
    'reports.saveSealCertificate': () => ({ saved: true, name: 'segel.pem' }),
    'settings.get': () => FAKE_SETTINGS,
    'settings.set': (part) => ({ ...FAKE_SETTINGS, ...JSON.parse(JSON.stringify(part)) }),
  };
}

/** A part of a second display at one and a half times, left of the first. */
export function fakeScreenRegion(): ScreenRegion {
  return {
    takenAt: '2026-11-21T02:00:00.000Z',
    display: { name: 'Layar contoh', scale: 1.5, x: -1280, y: 0, width: 1280, height: 720 },
    displays: 2,
    picture: { width: 1920, height: 1080 },
    rectangle: { x: 480, y: 270, width: 640, height: 400 },
  };
}

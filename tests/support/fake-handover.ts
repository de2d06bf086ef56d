/** Packages and persons as the fake bridge answers. */
import type { HeldPerson } from '../../shared/contract/handover-persons.ts';
import type { MadePackage, ReceivedPackage, ReceivedPage } from '../../shared/contract/handover.ts';
import { fakeHandle, fakeHash, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

export const fakeReceived: ReceivedPackage = {
  id: fakeId(20, 1),
  receivedAt: '2026-11-20T03:10:00.000Z',
  receivedBy: 'Rina Kusuma',
  receivedFrom: 'Budi Santoso, Bawaslu Kota',
  fileName: 'paket-kasus-REG-007.zip.age',
  fileBytes: 48_200_000,
  form: 'file',
  fileSha256: fakeHash(201),
  encrypted: true,
  kind: 'lengkap',
  caseNumber: 'REG/007/XI/2026',
  madeAt: '2026-11-19T08:00:00.000Z',
  madeBy: 'Citra Lestari',
  vaultId: fakeId(21, 1),
  sealFingerprint: fakeHash(202),
  seal: 'new',
  manifestSha256: fakeHash(203),
  files: 9,
  bytes: 48_100_000,
};
const made: MadePackage = {
  id: fakeId(22, 1),
  caseId: fakeId(2, 0),
  caseNumber: 'REG/024/XI/2026',
  madeAt: '2026-11-21T02:00:00.000Z',
  madeBy: 'Rina Kusuma',
  kind: 'disamarkan',
  form: 'age-passphrase',
  handedTo: 'Inspektorat',
  name: 'paket-kasus-disamarkan.zip.age',
  files: 3,
  bytes: 2_100_000,
  manifestSha256: fakeHash(204),
  sumsSha256: fakeHash(205),
  fileSha256: fakeHash(206),
};
const persons: readonly HeldPerson[] = [
  {
    role: 'terlapor',
    name: 'Sri Wahyuni',
    identity: '198609262015052001',
    unit: 'Dinas Pendidikan',
    contact: null,
    data: [
      { kind: 'identitas', count: 1 },
      { kind: 'kasus', count: 1 },
      { kind: 'bukti', count: 4 },
    ],
  },
  {
    role: 'pemilik-akun',
    name: '',
    identity: null,
    unit: null,
    contact: 'https://medsos.example/akun.contoh',
    data: [{ kind: 'akun', count: 1 }],
  },
  {
    role: 'pengguna',
    name: 'Rina Kusuma',
    identity: null,
    unit: null,
    contact: null,
    data: [{ kind: 'jejak-audit', count: 1_284 }],
  },
];
const page: ReceivedPage = {
  package: fakeReceived,
  manifest: {
    madeAtLocal: 'Kamis, 19 November 2026, 15.00.00 WIB',
    handedTo: 'Kantor kami',
    custodyHead: { sequence: 412, hash: fakeHash(412) },
    custodyEntries: 38,
    leftOut: [],
    persons: [...persons],
    files: [{ type: 'certificate', path: 'segel.pem', bytes: 900, sha256: fakeHash(213) }],
  },
  files: [
    { path: 'isi-paket.json', bytes: 8_200, sha256: fakeHash(203), viewable: 'text' },
    { path: 'bukti/B-0001-full-page-image.png', bytes: 4_200_000, sha256: fakeHash(210), viewable: 'image' },
    { path: 'bukti/B-0001-mhtml.mhtml', bytes: 1_200_000, sha256: fakeHash(211), viewable: 'none' },
    { path: 'dokumen/laporan-inspektorat-01-lengkap.pdf', bytes: 900_000, sha256: fakeHash(212), viewable: 'document' },
  ],
};

/** Made anew for each bridge. */
export function fakeHandoverAnswers(): Pick<FakeAnswers, Extract<keyof FakeAnswers, `handover.${string}`>> {
  return {
    'handover.received': () => ({ rows: [fakeReceived] }),
    'handover.made': () => ({ rows: [made] }),
    'handover.get': () => page,
    'handover.receive': (_input, fake) => fake.job('package-receive', fakeReceived.fileName, fakeReceived),
    'handover.view': ({ path }) => ({
      handle: fakeHandle(20, 1),
      mime: path.endsWith('.pdf') ? 'application/pdf' : 'image/png',
      bytes: 900_000,
    }),
    'handover.readText': ({ path }) => ({ text: `isi ${path}` }),
    'handover.saveFile': ({ path }) => ({ saved: true, name: path }),
    'handover.saveReceipt': () => ({ saved: true, name: 'tanda-terima-paket.txt' }),
    'handover.address': () => ({ recipient: 'age1qqqsyqcyq5rqwzqfpg9scrgwpugpzysnzs23v9ccrydpk8qarc0sm6zh6j' }),
    'handover.persons': ({ offset, limit }) => ({
      rows: persons.slice(offset, offset + limit),
      total: persons.length,
      counts: { terlapor: 1, 'pemilik-akun': 1, pengguna: 1 },
    }),
    'handover.savePersons': ({ format }) => ({ saved: true, name: `daftar-orang.${format}`, rows: persons.length }),
  };
}

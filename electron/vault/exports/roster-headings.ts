/** Headings of roster workbooks that we write: each is one that our own import reads as its field, without a doubt. */
import type { RosterField } from '#shared/domain/roster/fields.ts';

export interface RosterHeading {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

export const ROSTER_HEADINGS: Readonly<Record<RosterField, RosterHeading>> = {
  nip: { heading: 'NIP', width: 22 },
  nik: { heading: 'NIK', width: 20 },
  nipOrNik: { heading: 'NIP/NIK', width: 22 },
  nipLama: { heading: 'NIP LAMA', width: 14 },
  name: { heading: 'NAMA', width: 34 },
  titleFront: { heading: 'GELAR DEPAN', width: 14 },
  titleBack: { heading: 'GELAR BELAKANG', width: 16 },
  sex: { heading: 'JENIS KELAMIN', width: 15 },
  birthDate: { heading: 'TANGGAL LAHIR', width: 16 },
  status: { heading: 'STATUS KEPEGAWAIAN', width: 22 },
  cpnsMark: { heading: 'STATUS CPNS PNS', width: 18 },
  grade: { heading: 'GOLONGAN', width: 12 },
  rank: { heading: 'PANGKAT', width: 22 },
  position: { heading: 'JABATAN', width: 34 },
  positionType: { heading: 'JENIS JABATAN', width: 18 },
  unit: { heading: 'UNIT KERJA', width: 34 },
  agency: { heading: 'PERANGKAT DAERAH', width: 34 },
  workEmail: { heading: 'EMAIL DINAS', width: 28 },
  workPhone: { heading: 'TELEPON DINAS', width: 18 },
  accountFacebook: { heading: 'AKUN FACEBOOK', width: 24 },
  accountInstagram: { heading: 'AKUN INSTAGRAM', width: 24 },
  accountTiktok: { heading: 'AKUN TIKTOK', width: 24 },
  accountX: { heading: 'AKUN X', width: 24 },
  accountYoutube: { heading: 'AKUN YOUTUBE', width: 24 },
  accountThreads: { heading: 'AKUN THREADS', width: 24 },
  accountTelegram: { heading: 'AKUN TELEGRAM', width: 24 },
  accountPlatform: { heading: 'PLATFORM', width: 16 },
  accountHandle: { heading: 'NAMA AKUN', width: 34 },
  accountLink: { heading: 'TAUTAN AKUN', width: 34 },
  accountNote: { heading: 'KETERANGAN AKUN', width: 34 },
};

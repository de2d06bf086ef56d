import { proposeColumns } from '#shared/domain/roster/headings.ts';
import { describe, expect, it } from 'vitest';

/** Every heading of SIASN's export (domain dossier, 6.5), in its order, with what becomes of it. */
const VERDICTS: readonly (readonly [heading: string, verdict: string])[] = [
  ['PNS ID', 'NOT_NEEDED'],
  ['NIP BARU', 'nip'],
  ['NIP LAMA', 'nipLama'],
  ['NAMA', 'name'],
  ['GELAR DEPAN', 'titleFront'],
  ['GELAR BELAKANG', 'titleBack'],
  ['TEMPAT LAHIR ID', 'PERSONAL_DATA'],
  ['TEMPAT LAHIR NAMA', 'PERSONAL_DATA'],
  ['TANGGAL LAHIR', 'birthDate'],
  ['JENIS KELAMIN', 'sex'],
  ['AGAMA ID', 'PERSONAL_DATA'],
  ['AGAMA NAMA', 'PERSONAL_DATA'],
  ['JENIS KAWIN ID', 'PERSONAL_DATA'],
  ['JENIS KAWIN NAMA', 'PERSONAL_DATA'],
  ['NIK', 'nik'],
  ['NOMOR HP', 'PERSONAL_DATA'],
  ['EMAIL', 'PERSONAL_DATA'],
  ['EMAIL GOV', 'workEmail'],
  ['ALAMAT', 'PERSONAL_DATA'],
  ['NPWP NOMOR', 'PERSONAL_DATA'],
  ['BPJS', 'PERSONAL_DATA'],
  ['JENIS PEGAWAI ID', 'NOT_NEEDED'],
  ['JENIS PEGAWAI NAMA', 'status'],
  ['KEDUDUKAN HUKUM ID', 'NOT_NEEDED'],
  ['KEDUDUKAN HUKUM NAMA', 'NOT_NEEDED'],
  ['STATUS CPNS PNS', 'cpnsMark'],
  ['KARTU ASN VIRTUAL', 'NOT_NEEDED'],
  ['NOMOR SK CPNS', 'NOT_NEEDED'],
  ['TANGGAL SK CPNS', 'NOT_NEEDED'],
  ['TMT CPNS', 'NOT_NEEDED'],
  ['NOMOR SK PNS', 'NOT_NEEDED'],
  ['TANGGAL SK PNS', 'NOT_NEEDED'],
  ['TMT PNS', 'NOT_NEEDED'],
  ['GOL AWAL ID', 'NOT_NEEDED'],
  ['GOL AWAL NAMA', 'NOT_NEEDED'],
  ['GOL AKHIR ID', 'NOT_NEEDED'],
  ['GOL AKHIR NAMA', 'grade'],
  ['TMT GOLONGAN', 'NOT_NEEDED'],
  ['MK TAHUN', 'NOT_NEEDED'],
  ['MK BULAN', 'NOT_NEEDED'],
  ['JENIS JABATAN ID', 'NOT_NEEDED'],
  ['JENIS JABATAN NAMA', 'positionType'],
  ['JABATAN ID', 'NOT_NEEDED'],
  ['JABATAN NAMA', 'position'],
  ['TMT JABATAN', 'NOT_NEEDED'],
  ['TINGKAT PENDIDIKAN ID', 'PERSONAL_DATA'],
  ['TINGKAT PENDIDIKAN NAMA', 'PERSONAL_DATA'],
  ['PENDIDIKAN ID', 'PERSONAL_DATA'],
  ['PENDIDIKAN NAMA', 'PERSONAL_DATA'],
  ['TAHUN LULUS', 'NOT_NEEDED'],
  ['KPKN ID', 'NOT_NEEDED'],
  ['KPKN NAMA', 'NOT_NEEDED'],
  ['LOKASI KERJA ID', 'NOT_NEEDED'],
  ['LOKASI KERJA NAMA', 'NOT_NEEDED'],
  ['UNOR ID', 'NOT_NEEDED'],
  ['UNOR NAMA', 'unit'],
  ['INSTANSI INDUK ID', 'NOT_NEEDED'],
  ['INSTANSI INDUK NAMA', 'NOT_NEEDED'],
  ['INSTANSI KERJA ID', 'NOT_NEEDED'],
  // The whole city: the office below it is the better one, and this stands in only where that is missing.
  ['INSTANSI KERJA NAMA', 'FIELD_TAKEN'],
  ['SATUAN KERJA INDUK ID', 'NOT_NEEDED'],
  ['SATUAN KERJA INDUK NAMA', 'FIELD_TAKEN'],
  ['SATUAN KERJA KERJA ID', 'NOT_NEEDED'],
  ['SATUAN KERJA KERJA NAMA', 'agency'],
  ['IS VALID NIK', 'NOT_NEEDED'],
  ['NAMA SEKOLAH', 'PERSONAL_DATA'],
  ['FLAG IKD', 'NOT_NEEDED'],
];

/** Headings that other exports and lists add to these. */
const VARIANTS: readonly (readonly [heading: string, verdict: string])[] = [
  ['ESELON NAMA', 'NOT_NEEDED'],
  ['TMT ESELON', 'NOT_NEEDED'],
  ['TMT GOLONGAN AKHIR', 'NOT_NEEDED'],
  ['TEMPAT TUGAS', 'unit'],
  ['STATUS', 'status'],
  ['NIP', 'nip'],
  ['Nama Atasan', 'NOT_NEEDED'],
  ['NIP Atasan', 'NOT_NEEDED'],
  ['Status Pernikahan', 'PERSONAL_DATA'],
  ['Tanda Tangan', 'NOT_NEEDED'],
  ['Nama Bidang', 'UNKNOWN_HEADING'],
  ['Nama Unit Kerja Sekarang', 'unit'],
  ['Nama Jabatan Saat Ini', 'position'],
  ['WhatsApp', 'PERSONAL_DATA'],
];

const spellings = [
  ['as written', (heading: string) => heading],
  ['in snake_case', (heading: string) => heading.toLowerCase().replaceAll(' ', '_')],
  ['with marks', (heading: string) => ` ${heading.replaceAll(' ', '. ')}\u00a0:`],
] as const;

describe.each(spellings)('the headings of SIASN %s', (_, spell) => {
  it('each get their verdict', () => {
    expect(VERDICTS).toHaveLength(67);
    const columns = proposeColumns(VERDICTS.map(([heading]) => spell(heading)));
    expect(columns.map(({ field, reason }, index) => [VERDICTS[index]?.[0], field ?? reason])).toEqual(VERDICTS);
  });

  it.each(VARIANTS)('%s alone is %s', (heading, verdict) => {
    const [column] = proposeColumns([spell(heading)]);
    expect(column?.field ?? column?.reason).toBe(verdict);
  });
});

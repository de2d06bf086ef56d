/** What happened, in words: for the thread beside an item, the audit log and the custody summary of a report. */
interface Words {
  readonly id: string;
  readonly en: string;
}

const words = (id: string, en: string): Words => ({ id, en });

export const CUSTODY_ACTIONS: Readonly<Record<string, Words>> = {
  'vault.created': words('Brankas dibuat', 'Vault created'),
  'vault.opened': words('Brankas dibuka', 'Vault opened'),
  'vault.locked': words('Brankas dikunci', 'Vault locked'),
  'vault.unlock-failed': words('Percobaan membuka gagal', 'Failed attempts to open'),
  'vault.migrated': words('Susunan data diperbarui', 'Data layout updated'),
  'vault.rollback-noticed': words('Salinan lama brankas diketahui', 'An older copy of the vault was noticed'),
  'vault.verified': words('Keutuhan brankas diverifikasi', 'Vault verified'),
  'vault.backed-up': words('Brankas dicadangkan', 'Vault backed up'),
  'vault.receipt-exported': words('Tanda terima brankas disimpan', 'Receipt of the vault saved'),
  'vault.seal-certificate-exported': words('Sertifikat segel disimpan', 'Seal certificate saved'),
  'user.added': words('Pengguna ditambahkan', 'User added'),
  'user.removed': words('Pengguna dikeluarkan', 'User removed'),
  'user.recovered': words('Brankas dibuka dengan kode pemulihan', 'Vault opened with the recovery code'),
  'user.passphrase-changed': words('Kata sandi diganti', 'Passphrase changed'),
  'recovery.confirmed': words('Kode pemulihan dikonfirmasi', 'Recovery code confirmed'),
  'recovery.renewed': words('Kode pemulihan baru dibuat', 'New recovery code made'),
  'custody.exported': words('Jejak audit diekspor', 'Audit trail exported'),
  'roster.sample-filled': words('Data contoh diisikan', 'Sample data filled in'),
  'roster.imported': words('Daftar pegawai diimpor', 'Roster imported'),
  'roster.import-undone': words('Impor daftar pegawai dibatalkan', 'Roster import undone'),
  'roster.person-added': words('Pegawai ditambahkan', 'Person added'),
  'roster.account-added': words('Akun ditambahkan', 'Account added'),
  'roster.account-changed': words('Akun diubah', 'Account changed'),
  'case.opened': words('Kasus didaftarkan', 'Case registered'),
  'case.changed': words('Keterangan kasus diubah', 'Case changed'),
  'case.status-set': words('Status kasus ditetapkan', 'Case status set'),
  'case.respondent-linked': words('Terlapor ditautkan', 'Respondent linked'),
  'case.respondent-unlinked': words('Tautan terlapor dilepas', 'Respondent unlinked'),
  'case.person-refrozen': words('Data terlapor dibekukan ulang', 'Person block frozen anew'),
  'case.allegation-added': words('Dugaan ditambahkan', 'Allegation added'),
  'case.allegation-withdrawn': words('Dugaan ditarik', 'Allegation withdrawn'),
  'case.packaged': words('Paket kasus dibuat', 'Case package made'),
  'evidence.captured': words('Bukti diambil dari halaman', 'Captured from a page'),
  'evidence.added': words('Bukti diterima dari berkas', 'Taken in from a file'),
  'evidence.filed': words('Bukti dimasukkan ke kasus', 'Filed into a case'),
  'evidence.place-noted': words('Bagian yang perlu dilihat dicatat', 'Place to look noted'),
  'evidence.moved': words('Bukti dipindahkan', 'Moved'),
  'evidence.withdrawn': words('Bukti ditarik', 'Withdrawn'),
  'evidence.copy-made': words('Salinan kerja dibuat', 'Working copy made'),
  'evidence.copy-chosen': words('Salinan untuk laporan disamarkan dipilih', 'Copy for redacted reports chosen'),
  'evidence.copy-withdrawn': words('Salinan kerja ditarik', 'Working copy withdrawn'),
  'evidence.explained': words('Kelengkapan bukti dijelaskan', 'Completeness explained'),
  'evidence.seen-by-stated': words('Keadaan masuk dinyatakan petugas', 'Log-in state stated by an officer'),
  'evidence.public-remarked': words('Keterangan keterlihatan publik ditulis', 'Word on public view written'),
  'evidence.described': words('Keterangan bukti diubah', 'Description changed'),
  'evidence.viewed': words('Bukti dilihat', 'Viewed'),
  'evidence.seal-checked': words('Segel diperiksa', 'Seal checked'),
  'evidence.exported': words('Bukti diekspor', 'Exported'),
  'report.previewed': words('Pratinjau laporan dibuat', 'Report previewed'),
  'report.issued': words('Laporan diterbitkan', 'Report issued'),
  'report.viewed': words('Laporan dilihat', 'Report viewed'),
  'report.exported': words('Laporan diekspor', 'Report exported'),
  'report.verified': words('Dokumen diverifikasi', 'Document verified'),
  'list.exported': words('Daftar diekspor', 'List exported'),
  'profile.made': words('Profil akun kantor dibuat', 'Office profile made'),
  'profile.changed': words('Profil akun kantor diubah', 'Office profile changed'),
  'profile.opened': words('Profil akun kantor dipakai', 'Office profile used'),
  'profile.kept': words('Sesi akun kantor disimpan', 'Office session kept'),
  'profile.wiped': words('Sesi akun kantor dihapus', 'Office session wiped'),
  'profile.removed': words('Profil akun kantor dihapus', 'Office profile removed'),
  'settings.changed': words('Pengaturan diubah', 'Settings changed'),
  'settings.legal-reference-changed': words('Rujukan hukum diubah', 'Legal reference changed'),
};

/** The words for an action; an action of a newer app is shown as it is stored. */
export function custodyWords(action: string, language: 'id' | 'en'): string {
  return CUSTODY_ACTIONS[action]?.[language] ?? action;
}

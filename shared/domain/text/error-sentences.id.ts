/** Every error in plain official Indonesian: what happened, what is safe, what to do. */
import type { ErrorCode } from '../../errors/codes.ts';

export const ERROR_SENTENCES_ID: Readonly<Record<ErrorCode, string>> = {
  INTERNAL:
    'Terjadi kesalahan di dalam aplikasi. Data yang sudah tersimpan tetap aman. Coba sekali lagi; bila terulang, sampaikan kode {correlationId} kepada pengelola.',
  INVALID_INPUT: 'Isian tidak dapat diterima. Tidak ada yang diubah. Periksa kembali isiannya ({field}).',
  NOT_FOUND: 'Yang diminta tidak ada atau sudah ditutup. Tidak ada yang diubah. Muat ulang daftarnya.',
  CANCELLED: 'Pekerjaan dibatalkan. Tidak ada hasil setengah jadi yang disimpan.',
  UNTRUSTED_SENDER: 'Permintaan dari luar jendela aplikasi ditolak. Data tetap aman.',
  INPUT_TOO_LARGE: 'Isian terlalu besar. Tidak ada yang disimpan. Bagi menjadi beberapa bagian.',
  NOT_ALLOWED_IN_THIS_RUNTIME:
    'Pada program pengembangan ini hanya brankas latihan dan alamat di komputer sendiri yang boleh dibuka. Gunakan aplikasi resmi untuk pekerjaan sebenarnya.',

  VAULT_LOCKED: 'Brankas terkunci. Semua yang sudah tersimpan aman. Buka kunci lalu ulangi.',
  VAULT_UNAVAILABLE:
    'Program brankas berhenti. Semua yang sudah dinyatakan tersimpan tetap aman. Buka kembali brankas; bila terulang, mulai ulang aplikasi.',
  VAULT_NOT_FOUND: 'Di folder ini tidak ada brankas atau cadangan brankas. Pilih folder yang benar.',
  VAULT_EXISTS:
    'Di folder ini sudah ada brankas. Brankas itu tidak disentuh. Pilih folder lain atau buka brankas tersebut.',
  VAULT_IN_USE:
    'Brankas ini sedang dibuka oleh program lain. Isinya aman. Kunci brankas di sana terlebih dahulu, lalu buka lagi.',
  VAULT_DAMAGED:
    'Brankas ini rusak dan tidak dapat dibuka utuh. Jangan ubah foldernya. Salin folder itu apa adanya, lalu pulihkan dari cadangan terakhir ke folder baru.',
  VAULT_FROM_NEWER_APP:
    'Brankas ini dibuat oleh Netra versi yang lebih baru. Brankas tidak diubah. Perbarui aplikasi, lalu buka lagi.',
  VAULT_ON_NETWORK:
    'Folder ini berada di jaringan atau disinkronkan ke luar komputer ini. Di tempat seperti itu brankas dapat rusak dan tersalin tanpa diketahui, sehingga ditolak. Pilih folder di cakram komputer ini.',
  WRONG_PASSPHRASE: 'Nama atau kata sandi tidak cocok. Brankas tetap terkunci dan isinya aman. Coba lagi.',
  WRONG_RECOVERY_CODE: 'Kode pemulihan tidak cocok. Brankas tidak diubah. Periksa setiap kelompok huruf dan angkanya.',
  PASSPHRASE_TOO_WEAK:
    'Kata sandi terlalu mudah ditebak: {problem}. Belum ada yang diubah. Pakai beberapa kata acak, sedikitnya 12 huruf.',
  USER_EXISTS: 'Sudah ada pengguna dengan nama itu. Tidak ada yang diubah. Gunakan nama lain.',
  USER_UNKNOWN: 'Pengguna itu tidak ada di brankas ini. Tidak ada yang diubah. Periksa namanya.',
  USER_NAME_NEEDED: 'Brankas ini dipakai beberapa orang. Sebutkan nama pengguna.',
  LAST_USER: 'Ini satu-satunya pengguna brankas dan tidak dapat dihapus. Tambahkan pengguna lain terlebih dahulu.',
  DISK_NEARLY_FULL:
    'Ruang cakram hampir habis: tersedia {free:bytes}, diperlukan {needed:bytes}. Belum ada yang disimpan. Kosongkan ruang lalu ulangi.',
  DISK_FULL:
    'Ruang cakram habis. Yang sudah tersimpan tetap aman; pekerjaan terakhir tidak disimpan. Kosongkan ruang lalu ulangi.',
  FOLDER_NOT_EMPTY: 'Folder ini sudah berisi sesuatu. Isinya tidak disentuh. Pilih folder kosong atau folder baru.',
  FOLDER_NOT_WRITABLE:
    'Tempat ini tidak dapat ditulisi. Tidak ada yang diubah. Pilih tempat lain atau periksa hak aksesnya.',
  FOLDER_INSIDE_VAULT:
    'Tempat ini berada di dalam folder brankas. Tidak ada yang ditulis. Pilih tempat lain, sebaiknya di media lain.',
  BACKUP_FAILED_READ_BACK:
    'Cadangan yang baru ditulis tidak terbaca sama seperti aslinya. Brankas tetap utuh; cadangan itu dihapus. Ganti media penyimpanan lalu ulangi.',
  VAULT_IS_BACKUP:
    'Folder ini adalah cadangan; membukanya akan mengubahnya. Tidak ada yang diubah. Pulihkan dahulu ke folder baru, lalu buka folder itu.',
  EXPORT_DISK_FULL:
    'Penyimpanan tujuan penuh. Isinya tetap tersimpan di brankas; salinannya ({name}) belum ditulis. Kosongkan ruang atau pilih tempat lain, lalu simpan lagi.',
  BACKUP_DAMAGED: 'Cadangan rusak atau tidak lengkap ({file}). Tidak ada yang dipulihkan. Gunakan cadangan lain.',
  ROLE_NOT_ALLOWED:
    'Hanya pengelola brankas yang boleh melakukan ini. Tidak ada yang diubah. Mintalah kepada pengelola.',
  OWN_USER: 'Anda tidak dapat menghapus diri sendiri. Tidak ada yang diubah. Mintalah pengelola lain melakukannya.',
  JOBS_RUNNING:
    'Masih ada pekerjaan yang berjalan. Tidak ada yang diubah. Tunggu sampai selesai atau batalkan, lalu ulangi.',
  RECOVERY_CODE_NOT_HELD:
    'Kode pemulihan tidak disimpan di mana pun, sehingga setelah brankas dikunci tidak dapat dicocokkan lagi. Buat kode pemulihan baru lalu konfirmasikan.',

  FILE_NOT_FOUND: 'Berkas tidak ditemukan: {name}. Tidak ada yang diubah. Pilih kembali berkasnya.',
  FILE_UNREADABLE: 'Berkas tidak dapat dibaca: {name}. Tidak ada yang diubah. Periksa berkas atau medianya.',
  FILE_TOO_LARGE: 'Berkas terlalu besar. Tidak ada yang disimpan. Gunakan berkas yang lebih kecil.',
  FILE_EMPTY: 'Berkas[ {name}] kosong. Tidak ada yang disimpan. Periksa berkasnya.',
  FILE_EXISTS: 'Berkas {name} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --force untuk menimpanya.',
  WORKER_TIMEOUT: 'Pengolahan berkas terlalu lama dan dihentikan. Brankas tetap utuh. Periksa berkasnya lalu ulangi.',
  WORKER_MEMORY:
    'Pengolahan berkas memerlukan memori berlebih dan dihentikan. Brankas tetap utuh. Periksa apakah berkasnya wajar.',
  WORKER_CRASHED:
    'Program pengolah berkas berhenti mendadak. Brankas tetap utuh. Ulangi; bila terulang, berkasnya mungkin rusak.',

  ROSTER_FORMAT_UNSUPPORTED:
    'Berkas[ {name}] bukan tabel yang dapat dibaca. Tidak ada yang diimpor. Simpan sebagai .xlsx.',
  ROSTER_FILE_DAMAGED:
    'Berkas tabel[ {name}] rusak[ pada lembar {sheet}][, baris {row}][ ({problem:damage})]. Tidak ada yang diimpor. Buka dan simpan ulang sebagai .xlsx.',
  ROSTER_FILE_ENCRYPTED:
    'Berkas tabel[ {name}] dikunci dengan kata sandi. Tidak ada yang diimpor. Isi kata sandinya, atau simpan salinan tanpa kata sandi.',
  ROSTER_PASSWORD_WRONG:
    'Kata sandi berkas[ {name}] tidak cocok. Tidak ada yang diimpor. Periksa huruf besar dan kecilnya, lalu ulangi.',
  ROSTER_LIMIT_EXCEEDED:
    'Berkas tabel[ {name}] melampaui batas yang aman ({limit:limit}). Tidak ada yang diimpor. Bagi menjadi beberapa berkas.',
  ROSTER_NO_HEADER: 'Baris judul kolom tidak ditemukan. Tidak ada yang diimpor. Tunjuk baris judulnya.',
  ROSTER_NO_NAME_COLUMN: 'Kolom nama belum ditentukan. Tidak ada yang diimpor. Tunjuk kolom yang berisi nama.',
  ROSTER_SHEET_UNKNOWN: 'Lembar itu tidak ada di dalam berkas: {sheet}. Tidak ada yang diimpor. Pilih lembar yang ada.',
  ROSTER_PLAN_STALE: 'Daftar pegawai berubah sejak pratinjau dibuat. Tidak ada yang diimpor. Buat pratinjau lagi.',
  ROSTER_NOTHING_TO_IMPORT: 'Tidak ada baris yang dapat diimpor. Daftar pegawai tidak berubah. Periksa pemetaan kolom.',
  ROSTER_PLAN_UNKNOWN: 'Hasil pemeriksaan sudah tidak ada. Tidak ada yang diimpor. Periksa berkas sekali lagi.',
  ROSTER_IMPORT_IN_USE:
    'Impor ini sudah menjadi dasar catatan lain. Tidak ada yang dibatalkan. Lihat catatan yang bergantung.',
  ROSTER_IMPORT_UNDONE: 'Impor ini sudah dibatalkan sebelumnya. Tidak ada yang berubah.',

  CASE_UNKNOWN: 'Kasus itu tidak ada di brankas ini. Tidak ada yang diubah. Periksa nomornya.',
  EMPLOYEE_UNKNOWN: 'Pegawai itu tidak ada di daftar. Tidak ada yang diubah. Periksa NIP atau namanya.',
  EVIDENCE_UNKNOWN: 'Bukti itu tidak ada di brankas ini. Tidak ada yang diubah. Periksa nomornya.',
  EVIDENCE_DAMAGED:
    'Bukti ini rusak: isinya tidak lagi sama dengan saat disimpan. Bukti lain tidak terpengaruh. Pulihkan dari cadangan.',
  EVIDENCE_MISSING: 'Isi bukti ini hilang dari folder brankas. Bukti lain tidak terpengaruh. Pulihkan dari cadangan.',
  REASON_NEEDED: 'Tindakan ini memerlukan alasan. Tidak ada yang diubah. Tuliskan alasannya.',
  STATUS_NOT_ALLOWED: 'Perubahan status ini tidak dimungkinkan dari status sekarang. Tidak ada yang diubah.',
  ALREADY_LINKED: 'Sudah tertaut. Tidak ada yang diubah.',
  EVIDENCE_NOT_IN_CASE:
    'Bukti itu tidak ada dalam kasus ini atau telah ditarik. Tidak ada yang diubah. Masukkan dahulu bukti ke kasus ini.',
  GRADE_NOT_CARRIED:
    'Tingkat keyakinan hanya dapat diturunkan di bawah yang didukung alasan. Tidak ada yang diubah. Untuk menaikkannya, catat alasan yang berbukti.',
  IMAGE_UNREADABLE: 'Gambar tidak dapat dibaca. Berkas aslinya tidak diubah.',
  COPY_UNCHANGED:
    'Belum ada yang ditutup, dipotong, atau ditandai. Salinan tidak dibuat; berkas asli tetap utuh. Kerjakan sesuatu pada gambar, lalu simpan.',
  COPY_EDIT_OUTSIDE:
    'Suntingan ke-{place} pada daftar {part} tidak berada di dalam gambar yang dipertahankan ({problem}). Salinan tidak dibuat; berkas asli tetap utuh. Perbaiki letaknya.',

  STAGE_ENDS_BEFORE_START: 'Tahapan berakhir sebelum dimulai ({one}). Tidak ada yang disimpan. Perbaiki tanggalnya.',
  STAGE_DETERMINATION_ONE_DAY:
    'Penetapan calon jatuh pada satu hari, bukan rentang ({one}). Tidak ada yang disimpan. Isi hari penetapannya; hari yang lain untuk satu calon diisi pada calon itu.',
  STAGE_CAMPAIGN_IN_QUIET_PERIOD:
    'Masa kampanye ({one}) bertindihan dengan masa tenang ({other}). Tidak ada yang disimpan. Perbaiki salah satu tanggalnya.',
  STAGE_CAMPAIGN_ON_VOTING_DAY:
    'Masa kampanye ({one}) meliputi hari pemungutan suara ({other}). Tidak ada yang disimpan. Perbaiki salah satu tanggalnya.',
  STAGE_CAMPAIGN_AFTER_VOTING:
    'Masa kampanye ({one}) dimulai sesudah pemungutan suara terakhir ({other}). Tidak ada yang disimpan. Perbaiki salah satu tanggalnya, atau tambahkan dahulu putaran berikutnya.',
  STAGE_VOTING_BEFORE_DETERMINATION:
    'Hari pemungutan suara ({one}) harus sesudah penetapan calon ({other}). Tidak ada yang disimpan. Perbaiki salah satu tanggalnya.',
  OFFICE_OTHER_REGIME:
    'Jabatan itu tidak dipilih[ dalam rezim {regime}]. Tidak ada yang disimpan. Pilih jabatan atau pemilihan yang lain.',
  DAYS_BACKWARDS:
    'Hari terakhir ({until}) mendahului hari pertama ({from}). Tidak ada yang disimpan. Perbaiki tanggalnya.',
  CANDIDATE_DAYS_ORDER:
    'Urutan tanggal calon tidak mungkin: mulai dikenal, lalu ditetapkan, lalu mundur. Tidak ada yang disimpan. Perbaiki tanggalnya.',
  CANDIDATE_NUMBER_TAKEN:
    'Nomor urut {number} sudah dipakai calon lain untuk jabatan dan daerah yang sama. Tidak ada yang disimpan. Periksa nomornya.',

  ADDRESS_NOT_ALLOWED:
    'Alamat ini tidak boleh dibuka dari jendela tangkap. Tidak ada yang ditangkap. Periksa alamatnya.',
  PROFILES_OFF:
    'Profil akun kantor belum diaktifkan. Tidak ada yang berubah. Pengelola brankas dapat mengaktifkannya di Pengaturan.',
  PROFILE_UNKNOWN: 'Profil akun kantor itu tidak ada (lagi). Tidak ada yang berubah. Buka lagi daftar profil.',
  ACCOUNT_DATA_NOT_CHOSEN:
    'Berkas ini memuat data akun petugas. Tidak ada yang ditulis. Pilih dengan tegas bila berkas ini memang harus keluar.',
  CAPTURE_WINDOW_CLOSED: 'Jendela tangkap ditutup. Yang sudah dinyatakan tersimpan tetap aman. Buka lagi jendelanya.',
  CAPTURE_NOTHING_LOADED: 'Belum ada halaman yang dimuat. Buka alamatnya terlebih dahulu.',
  CAPTURE_BUSY: 'Penangkapan lain masih berjalan. Tunggu sampai selesai, lalu ulangi.',
  CAPTURE_PAGE_SILENT: 'Halaman tidak menjawab. Muat ulang halaman itu, lalu ulangi.',
  CAPTURE_INTERRUPTED:
    'Pengambilan terpotong karena brankas dikunci atau aplikasi ditutup. Tidak ada bagiannya yang disimpan. Pengambilan dapat diulang.',
  CAPTURE_NOT_GUARDED:
    'Jendela pengambilan tidak dibuka karena perlindungan jaringannya tidak dapat dinyalakan. Tutup Netra, buka lagi, lalu coba sekali lagi.',
  CAPTURE_NOT_LOADED: 'Halaman gagal dimuat. Percobaan ini tidak disimpan. Halaman dicoba lagi setelah jeda.',
  QUEUE_STATE_NOT_ALLOWED:
    'Keadaan antrean atau alamat itu sudah berganti. Tidak ada yang diubah. Lihat kembali keadaannya.',
  SECOND_LOOK_PLANNED: 'Pengambilan ulang pada hari itu sudah dijadwalkan. Tidak ada yang diubah.',
  MONITORING_STATE_NOT_ALLOWED:
    'Keadaan ronde atau akun itu sudah berganti. Tidak ada yang diubah. Lihat kembali keadaannya.',
  MONITORING_NOBODY: 'Tidak ada pegawai yang sesuai dengan rencana ini. Ronde tidak dimulai. Longgarkan pilihannya.',
  SCREEN_WAYLAND:
    'Sesi desktop ini (Wayland) tidak mengizinkan aplikasi mengambil gambar layar. Tidak ada yang disimpan. Pakai tangkapan layar dari sistem, lalu tempel atau tambahkan berkasnya.',
  SCREEN_NOT_PERMITTED:
    'Sistem tidak memberi Netra izin merekam layar. Tidak ada yang disimpan. Beri izin pada setelan privasi sistem, buka kembali Netra, lalu ulangi.',
  SCREEN_NOT_READABLE:
    'Gambar layar tidak dapat diambil dari sistem. Tidak ada yang disimpan. Pakai tangkapan layar dari sistem, lalu tempel atau tambahkan berkasnya.',
  SCREEN_BLACK:
    'Gambar yang diterima dari sistem seluruhnya hitam; isinya mungkin dilindungi dari tangkapan layar. Tidak ada yang disimpan. Foto layarnya, lalu tambahkan fotonya sebagai berkas.',

  REPORT_NO_EVIDENCE: 'Kasus ini belum memiliki bukti. Laporan tidak dibuat. Tambahkan bukti terlebih dahulu.',
  REPORT_LEGAL_UNVERIFIED: 'Dasar hukum belum diverifikasi. Laporan hanya dapat dibuat sebagai draf.',
  DOCUMENT_NEEDS_CASE: 'Dokumen ini dibuat dari sebuah kasus. Pilih kasusnya.',
  DOCUMENT_FIELD_NEEDED: 'Isian yang wajib masih kosong: {field}. Dokumen tidak dibuat.',
  DOCUMENT_FIELD_UNKNOWN: 'Jenis dokumen ini tidak memiliki isian itu[: {field}].',
  DOCUMENT_FIELD_WRONG: 'Isian {field} tidak sesuai bentuknya. Tanggal ditulis 2026-11-23, jam 09:30.',
  DOCUMENT_NUMBER_USED: 'Nomor {number} sudah dipakai dokumen lain dari jenis ini. Pilih nomor lain.',
  DOCUMENT_NUMBER_BUSY: 'Nomor terus terpakai dokumen lain yang terbit bersamaan. Dokumen tidak terbit. Coba lagi.',
  DOCUMENT_TEMPLATE_TOKEN:
    'Pola nomor memuat {token} yang tidak dikenal. Yang dikenal: sifat, kode_klasifikasi, urut, kode_opd, bulan_romawi, bulan, tahun.',
  DOCUMENT_TEMPLATE_NO_NUMBER:
    'Pola nomor {template} tidak memuat nomor urut, sehingga dua dokumen akan bernomor sama.',
  DOCUMENT_OTHER_KIND: 'Dokumen yang diganti harus dari jenis dan kasus yang sama.',
  DOCUMENT_REPLACED: 'Dokumen itu sudah digantikan[ oleh nomor {number}]. Ganti yang terakhir terbit.',
  DOCUMENT_TWIN_VARIANT: 'Nomor yang sama hanya untuk versi disamarkan dari dokumen lengkap yang sudah terbit.',
  DOCUMENT_TWIN_OTHER:
    'Versi disamarkan harus dari jenis dan kasus, aduan, atau hari yang sama dengan dokumen lengkapnya.',
  DOCUMENT_TWIN_NOT_IN_FORCE:
    'Dokumen lengkap itu sudah digantikan, atau masih draf sedangkan versi disamarkannya sudah final. Buat versi disamarkan dari dokumen lengkap yang terbaru; bila masih draf, terbitkan dahulu penggantinya.',
  DOCUMENT_TWIN_THERE:
    'Versi disamarkan dokumen itu sudah terbit[ (nomor {number})]. Untuk membuatnya lagi, terbitkan pengganti dari versi itu.',
  SIGNATORY_UNKNOWN: 'Penanda tangan yang dipilih tidak ada lagi di pengaturan. Pilih yang lain.',
  WORDING_TEXT_UNKNOWN: 'Jenis dokumen ini tidak memiliki teks itu[: {text}].',
  WORDING_FIELD_UNKNOWN: 'Teks "{text}" memuat {field} yang tidak dikenal. Yang dapat dipakai: {allowed}.',
  WORDING_EMPTY: 'Teks "{text}" kosong. Isi teksnya atau kembalikan ke bawaan.',
  BATCH_EMPTY: 'Tidak ada kasus yang cocok dengan pilihan ini.',
  REPORT_UNKNOWN: 'Laporan itu tidak ada di brankas ini. Periksa nomornya.',
  P12_WRONG_PASSPHRASE:
    'Kata sandi berkas sertifikat tidak cocok, atau berkasnya rusak. Dokumen tidak ditandatangani. Periksa huruf besar dan kecil, lalu coba lagi.',
  P12_UNREADABLE: 'Berkas sertifikat tidak dapat dibaca. Dokumen tidak ditandatangani. Gunakan berkas .p12 yang utuh.',
  P12_SCHEME_UNSUPPORTED:
    'Berkas sertifikat itu dikunci dengan cara yang tidak dikenal di sini. Dokumen tidak ditandatangani. Simpan ulang sebagai .p12 dengan AES-256 dan SHA-256, atau minta berkas lain dari penerbitnya.',
  P12_KEY_UNSUPPORTED:
    'Kunci di berkas sertifikat terlalu pendek, atau jenisnya belum didukung. Dokumen tidak ditandatangani. Gunakan kunci RSA 2.048 bit atau lebih, atau kurva P-256 atau P-384.',
  P12_EXPIRED:
    'Masa berlaku sertifikat itu sudah berakhir. Dokumen tidak ditandatangani. Gunakan sertifikat yang masih berlaku.',
  P12_NOT_YET_VALID:
    'Sertifikat itu belum berlaku (mulai {from}). Dokumen tidak ditandatangani. Periksa jam komputer, atau tunggu sampai sertifikat berlaku.',
  P12_NOT_FOR_SIGNING:
    'Sertifikat itu tidak dibuat untuk tanda tangan. Dokumen tidak ditandatangani. Gunakan sertifikat tanda tangan.',
  P12_NO_KEY:
    'Berkas itu tidak memuat kunci. Dokumen tidak ditandatangani. Gunakan berkas .p12 yang memuat kunci beserta sertifikatnya.',
  P12_NO_CERTIFICATE:
    'Berkas itu memuat kunci tanpa sertifikat yang cocok. Dokumen tidak ditandatangani. Mintalah berkas .p12 yang lengkap.',
  P12_SEVERAL_KEYS:
    'Berkas itu memuat lebih dari satu kunci. Dokumen belum ditandatangani. Pilih salah satu sertifikatnya: {choices}.',
  P12_RSA_PSS_KEY:
    'Kunci dalam berkas itu berjenis RSA-PSS, yang tidak dapat dipakai di semua komputer. Dokumen tidak ditandatangani. Mintalah kunci RSA biasa atau kurva eliptik.',
  SIGNING_KEY_UNKNOWN: 'Kunci itu tidak tersimpan di brankas ini. Dokumen tidak ditandatangani. Pilih kunci lain.',
  SIGNING_PADDING: 'Bantalan PSS hanya untuk kunci RSA. Dokumen tidak ditandatangani. Pilih bantalan biasa.',
  CERTIFICATE_REVOKED:
    'Sertifikat {subject} sudah dicabut penerbitnya. Dokumen tidak ditandatangani dan tingkatnya tidak dinaikkan. Hubungi penerbit sertifikat.',
  CERTIFICATE_CHAIN_INCOMPLETE:
    'Rantai sertifikat {subject} tidak sampai ke akar yang dipercaya, atau ada penerbit di dalamnya yang tidak berhak menerbitkannya. Tanda tangan tidak diubah. Tambahkan sertifikat akarnya di Pengaturan, atau hubungi penerbit sertifikat.',
  REVOCATION_UNKNOWN:
    'Status pencabutan sertifikat {subject} tidak dapat diketahui. Tanda tangan tidak diubah. Periksa jaringan dan alamat layanan, lalu ulangi.',
  TIMESTAMP_NO_ADDRESS:
    'Alamat layanan stempel waktu belum diisi. Tanda tangan tetap seperti semula. Isi alamatnya di Pengaturan bila jaringan tersedia.',
  TIMESTAMP_UNREADABLE:
    'Jawaban layanan stempel waktu tidak dapat dibaca. Tanda tangan tetap seperti semula. Periksa alamat layanannya.',
  TIMESTAMP_REFUSED:
    'Layanan stempel waktu menolak permintaan. Tanda tangan tetap seperti semula. Hubungi penyelenggara layanan itu.',
  TIMESTAMP_WRONG_IMPRINT:
    'Stempel waktu yang diterima dibuat untuk data lain. Stempel itu tidak dipakai dan tanda tangan tetap seperti semula.',
  TIMESTAMP_WRONG_NONCE:
    'Stempel waktu yang diterima bukan jawaban atas permintaan ini. Stempel itu tidak dipakai dan tanda tangan tetap seperti semula.',
  TIMESTAMP_WRONG_PURPOSE:
    'Sertifikat layanan stempel waktu {authority} tidak dibuat untuk stempel waktu. Stempel itu tidak dipakai dan tanda tangan tetap seperti semula.',
  TIMESTAMP_SIGNATURE_WRONG:
    'Tanda tangan pada stempel waktu dari {authority} tidak cocok. Stempel itu tidak dipakai dan tanda tangan tetap seperti semula.',
  TIMESTAMP_WRONG_TIME:
    'Waktu pada stempel ({time}) jauh berbeda dari jam komputer ini. Stempel itu tidak dipakai. Periksa jam komputer.',
  TIMESTAMP_NOT_TRUSTED:
    'Layanan stempel waktu {authority} tidak dijamin akar yang dipercaya. Stempel itu tidak dipakai. Tambahkan sertifikat akarnya di Pengaturan bila memang tepercaya.',
  SERVICE_UNREACHABLE:
    'Layanan {host} tidak dapat dihubungi. Tanda tangan tetap seperti semula; tingkatnya dapat dinaikkan nanti.',
  SERVICE_HOST_NOT_ALLOWED:
    'Alamat {host} tidak termasuk layanan yang diizinkan. Tidak ada yang dikirim. Tambahkan alamat itu di Pengaturan bila memang tepercaya.',
  SERVICE_ANSWER_TOO_LARGE:
    'Jawaban dari {host} terlalu besar. Jawaban itu tidak dipakai dan tanda tangan tetap seperti semula.',
  SIGNATURE_FIELD_NONE:
    'Dokumen ini tidak lagi memiliki bidang kosong untuk itu. Tidak ada yang diubah. Terbitkan ulang dokumen bila masih diperlukan.',
  SIGNATURE_TOO_LARGE:
    'Tanda tangan dengan seluruh sertifikatnya tidak muat di tempat yang disediakan. Dokumen tidak diubah.',
  SIGNATURES_NOT_ALLOWED:
    'Dokumen ini dikunci oleh penandatangan pertama: tanda tangan lain tidak diizinkan. Tidak ada yang diubah.',
  SIGNATURE_LEVEL_REACHED: 'Tanda tangan dokumen ini sudah pada tingkat itu atau lebih tinggi. Tidak ada yang diubah.',
  OUTSIDE_FILE_REWRITTEN:
    'Berkas itu ditulis ulang, bukan kelanjutan dari dokumen yang diterbitkan. Berkas tidak diterima sebagai versi dokumen ini; simpan bersama berkas asli yang bersegel.',
  OUTSIDE_FILE_UNCHANGED: 'Berkas itu sama dengan versi yang sudah tersimpan. Tidak ada yang diubah.',
  OUTSIDE_FILE_NOT_ALLOWED:
    'Berkas itu mengubah isi dokumen setelah ditandatangani. Berkas tidak diterima sebagai versi dokumen ini.',
  ROOT_UNREADABLE:
    'Berkas itu tidak memuat sertifikat yang dapat dibaca. Daftar akar tidak diubah. Gunakan berkas PEM, DER, atau p7b.',
  ROOT_NOT_AUTHORITY:
    'Sertifikat {subject} bukan sertifikat penerbit. Daftar akar tidak diubah. Gunakan sertifikat akar penerbitnya.',
  ROOT_KNOWN: 'Sertifikat itu sudah ada dalam daftar akar. Tidak ada yang diubah.',
  ROOT_UNKNOWN: 'Sertifikat itu tidak ada dalam daftar akar. Tidak ada yang diubah.',
  PDF_UNREADABLE: 'Berkas ini bukan PDF yang dapat dibaca. Tidak ada yang dinilai. Periksa berkasnya.',
  PACKAGE_NO_EVIDENCE:
    'Kasus ini belum memiliki bukti yang berlaku. Paket kasus tidak dibuat. Tambahkan bukti terlebih dahulu.',
  PACKAGE_FILE_DAMAGED:
    'Isi {name} rusak atau hilang di brankas. Paket kasus tidak dibuat; berkas lain tidak terpengaruh. Pulihkan dari cadangan, lalu ulangi.',
  PACKAGE_NOTHING_MASKED:
    'Kasus {case} belum memiliki salinan kerja yang dipilih untuk laporan disamarkan, dan belum memiliki dokumen disamarkan. Buat salah satunya lebih dahulu; tidak ada yang ditulis.',
  PACKAGE_RECIPIENT_INVALID:
    'Alamat penerima tidak dapat dibaca. Alamat berbentuk "age1…"; salin utuh dari penerimanya.',
  PACKAGE_NOT_ONE: '{name} bukan paket kasus Netra. Pilih berkas .zip atau .zip.age yang diserahkan.',
  PACKAGE_HOSTILE:
    'Paket {name} ditolak karena susunannya tidak wajar: {reason:package}[ ({file})]. Tidak ada yang diterima; minta paket asli, tanpa dikemas ulang, kepada pengirimnya.',
  PACKAGE_DAMAGED:
    'Paket {name} rusak atau diubah: {file} tidak sama dengan yang tercatat. Tidak ada yang diterima; minta pengirim menyerahkan ulang.',
  PACKAGE_SEAL_BROKEN:
    'Segel paket {name} tidak cocok dengan daftar isinya. Daftar isi itu diubah atau bukan dari brankas yang disebut. Tidak ada yang diterima.',
  PACKAGE_CUSTODY_BROKEN:
    'Kutipan jejak audit dalam paket {name} tidak utuh[ (entri {entry})]. Tidak ada yang diterima; minta pengirim menyerahkan ulang.',
  PACKAGE_PASSPHRASE_NEEDED:
    'Paket {name} terenkripsi. Isikan kata sandi paket dari pengirimnya; paket yang dibuat untuk alamat brankas lain hanya terbuka di brankas itu.',
  PACKAGE_WRONG_PASSPHRASE: 'Kata sandi paket[ {name}] tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.',
  PACKAGE_ALREADY_RECEIVED: 'Paket kasus {case} ini sudah diterima sebelumnya. Tidak ada yang diubah.',
  PACKAGE_UNKNOWN: 'Paket ini tidak ada di brankas.',
  HOAX_CLOSED: 'Butir hoaks {number} sudah ditutup. Buka kembali sebelum mengubahnya.',
  HOAX_CONCLUDED:
    'Klaim dan jenis butir {number} sudah disimpulkan. Buka kembali pemeriksaan faktanya sebelum mengubah.',
  HOAX_STEP_REFUSED: 'Langkah ini belum dapat diambil[ untuk butir {number}][: {problem}].',
  HOAX_NEEDS_GROUNDS:
    'Kesimpulan butir {number} belum punya pegangan. Catat sedikitnya satu sumber pemeriksaan fakta atau tautkan satu bukti.',
  HOAX_FOLLOW_UP_REFUSED: 'Tindak lanjut ini belum dapat dicatat[ untuk butir {number}][: {problem}].',
  HOAX_NOT_CONCLUDED: 'Butir {number} belum disimpulkan. Selesaikan pemeriksaan fakta sebelum membuat klarifikasi.',
  HOAX_CARD_TOO_LONG:
    'Teks klarifikasi terlalu panjang untuk gambar {width} × {height} sehingga tidak akan terbaca. Pilih ukuran lain atau ringkas faktanya.',
  FOLDER_LEFT_OVER:
    'Pekerjaan tidak selesai, dan folder sementaranya tidak dapat dihapus: {folder}. Isinya berkas asli yang tidak terenkripsi. Hapuslah folder itu.',

  INTAKE_FORMAT_UNSUPPORTED:
    'Berkas[ {name}] tidak dapat dibaca sebagai laporan. Tidak ada yang didaftarkan. Gunakan teks, .eml, .csv, .xlsx, atau ekspor percakapan WhatsApp; berkas lain dapat dilampirkan sebagai bukti.',
  INTAKE_FILE_DAMAGED:
    'Berkas laporan[ {name}] rusak[ pada lembar {sheet}][, baris {row}][ ({problem:damage})]. Tidak ada yang didaftarkan. Minta berkasnya lagi kepada pengirim.',
  INTAKE_FILE_ENCRYPTED:
    'Berkas laporan[ {name}] dikunci dengan kata sandi. Tidak ada yang didaftarkan. Minta salinan tanpa kata sandi.',
  INTAKE_LIMIT_EXCEEDED:
    'Berkas laporan[ {name}] melampaui batas yang aman[ ({limit:limit})]. Tidak ada yang didaftarkan. Bagi menjadi beberapa berkas.',
  INTAKE_EMPTY: 'Tidak ada isi laporan di dalam berkas ini. Tidak ada yang didaftarkan. Periksa berkasnya.',
  INTAKE_SHEET_UNKNOWN:
    'Lembar itu tidak ada di dalam berkas: {sheet}. Tidak ada yang didaftarkan. Pilih lembar yang ada.',
  INTAKE_READING_UNKNOWN: 'Hasil pembacaan sudah tidak ada. Tidak ada yang didaftarkan. Buka berkasnya sekali lagi.',
  INTAKE_ALREADY_REGISTERED:
    'Berkas ini sudah pernah didaftarkan[ sebagai {numbers}]. Tidak ada yang didaftarkan lagi. Sebutkan --again bila memang harus.',
  INTAKE_FILE_CHANGED: 'Berkas laporan berubah sejak dibaca. Tidak ada yang didaftarkan. Buka berkasnya sekali lagi.',
  PUBLIC_REPORT_UNKNOWN: 'Aduan ini tidak ada di brankas.',
  PUBLIC_REPORT_STEP_NOT_ALLOWED:
    'Langkah ini tidak tersedia untuk keadaan aduan sekarang. Muat ulang halaman aduan, lalu pilih langkah yang ditawarkan.',
  PUBLIC_REPORT_MISSING_NEEDED: 'Pilih sedikitnya satu syarat yang belum dipenuhi sebelum meminta kelengkapan.',
  PUBLIC_REPORT_DUE_DAY_NEEDED: 'Isi tanggal batas melengkapi aduan.',
  PUBLIC_REPORT_WATCHED_NEEDED: 'Sebutkan pegawai atau akun yang akan dipantau.',
  PUBLIC_REPORT_CASE_NEEDED: 'Pilih kasus yang sudah ada, atau buat kasus baru.',
  PUBLIC_REPORT_RECEIVER_NEEDED: 'Pilih kepada siapa aduan diteruskan.',
  PUBLIC_REPORT_CLOSE_REASON_NEEDED: 'Pilih sebab aduan ditutup.',
  PUBLIC_REPORT_NO_CASE: 'Aduan ini belum menjadi bagian dari kasus.',
  REPORTER_UNKNOWN: 'Pelapor tidak menyebutkan identitas; tidak ada yang dapat dibuka.',
  SOURCE_NOT_TEXT: 'Pesan asli ini bukan teks yang dapat dibaca di sini. Berkas aslinya tetap tersimpan utuh.',
  DOCUMENT_NEEDS_PUBLIC_REPORT:
    'Jenis dokumen ini dibuat dari sebuah aduan. Buka aduannya, lalu buat dokumen dari sana.',
  DOCUMENT_NOT_OF_PUBLIC_REPORT: 'Jenis dokumen ini tidak dapat dibuat dari sebuah aduan.',
  OUTREACH_NOT_FROM_HERE:
    'Keadaan sosialisasi ini tidak mengizinkannya. Tidak ada yang diubah. Muat ulang halaman, lalu pilih langkah yang ditawarkan.',
  OUTREACH_LIST_UNSUPPORTED:
    'Berkas[ {name}] bukan daftar nama yang dapat dibaca. Tidak ada yang dicatat. Simpan sebagai .xlsx, lalu pilih kembali.',
  OUTREACH_LIST_DAMAGED:
    'Berkas daftar nama[ {name}] rusak[ pada lembar {sheet}][, baris {row}]. Tidak ada yang dicatat. Buka dan simpan ulang sebagai .xlsx, lalu pilih kembali.',
  OUTREACH_DAY_AHEAD: 'Tanggalnya belum tiba. Tidak ada yang diubah. Periksa tanggalnya.',
  OUTREACH_HAS_ATTENDANCE:
    'Daftar hadir sosialisasi ini sudah terisi. Tidak ada yang diubah. Tarik dahulu isian daftar hadirnya, dengan alasan.',
  OUTREACH_NOT_HELD:
    'Daftar hadir hanya untuk sosialisasi yang sudah terlaksana. Tidak ada yang dicatat. Tandai dahulu sebagai terlaksana.',
  OUTREACH_NOT_PLANNED: 'Undangan hanya dapat diubah selama sosialisasi masih direncanakan. Tidak ada yang diubah.',
  OUTREACH_NOBODY: 'Tidak ada orang yang cocok. Tidak ada yang diubah. Periksa pilihan atau saringannya.',
  OUTREACH_NUMBERS_UNREADABLE:
    'Bagian “{text}” tidak terbaca sebagai nomor. Tidak ada yang dicatat. Tulis seperti 1-14, 16, 20.',
  OUTREACH_NUMBERS_NOT_ON_SHEET:
    'Nomor {numbers} tidak ada pada lembar ini. Tidak ada yang dicatat. Periksa nomor dan lembarnya.',
  OUTREACH_KIND_UNKNOWN: 'Jenis pernyataan tidak dikenal. Tidak ada yang dicatat. Pilih jenis yang ada pada daftar.',
};

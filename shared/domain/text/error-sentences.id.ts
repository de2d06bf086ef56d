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
  FILE_EMPTY: 'Berkas kosong. Tidak ada yang disimpan. Periksa berkasnya.',
  FILE_EXISTS: 'Berkas {name} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --force untuk menimpanya.',
  WORKER_TIMEOUT: 'Pengolahan berkas terlalu lama dan dihentikan. Brankas tetap utuh. Periksa berkasnya lalu ulangi.',
  WORKER_MEMORY:
    'Pengolahan berkas memerlukan memori berlebih dan dihentikan. Brankas tetap utuh. Periksa apakah berkasnya wajar.',
  WORKER_CRASHED:
    'Program pengolah berkas berhenti mendadak. Brankas tetap utuh. Ulangi; bila terulang, berkasnya mungkin rusak.',

  ROSTER_FORMAT_UNSUPPORTED:
    'Jenis berkas ini bukan daftar pegawai yang dapat dibaca. Tidak ada yang diimpor. Simpan sebagai .xlsx.',
  ROSTER_FILE_DAMAGED:
    'Berkas daftar pegawai rusak[ pada lembar {sheet}][, baris {row}][ ({problem:damage})]. Tidak ada yang diimpor. Buka dan simpan ulang sebagai .xlsx.',
  ROSTER_FILE_ENCRYPTED:
    'Berkas daftar pegawai dikunci dengan kata sandi. Tidak ada yang diimpor. Isi kata sandinya, atau simpan salinan tanpa kata sandi.',
  ROSTER_PASSWORD_WRONG:
    'Kata sandi berkas daftar pegawai tidak cocok. Tidak ada yang diimpor. Periksa huruf besar dan kecilnya, lalu ulangi.',
  ROSTER_LIMIT_EXCEEDED:
    'Berkas daftar pegawai melampaui batas yang aman ({limit:limit}). Tidak ada yang diimpor. Bagi menjadi beberapa berkas.',
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
  CAPTURE_NOT_LOADED: 'Halaman gagal dimuat. Percobaan ini tidak disimpan. Halaman dicoba lagi setelah jeda.',
  QUEUE_STATE_NOT_ALLOWED:
    'Keadaan antrean atau alamat itu sudah berganti. Tidak ada yang diubah. Lihat kembali keadaannya.',
  SECOND_LOOK_PLANNED: 'Pengambilan ulang pada hari itu sudah dijadwalkan. Tidak ada yang diubah.',
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
  REPORT_UNKNOWN: 'Laporan itu tidak ada di brankas ini. Periksa nomornya.',
  P12_WRONG_PASSPHRASE: 'Kata sandi berkas sertifikat tidak cocok. Laporan tidak ditandatangani. Coba lagi.',
  P12_UNREADABLE: 'Berkas sertifikat tidak dapat dibaca. Laporan tidak ditandatangani. Gunakan berkas .p12 yang utuh.',
  P12_KEY_UNSUPPORTED: 'Jenis kunci di berkas sertifikat belum didukung. Laporan tidak ditandatangani.',
  P12_EXPIRED:
    'Sertifikat belum atau tidak lagi berlaku. Laporan tidak ditandatangani. Gunakan sertifikat yang berlaku.',
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
  FOLDER_LEFT_OVER:
    'Pekerjaan tidak selesai, dan folder sementaranya tidak dapat dihapus: {folder}. Isinya berkas asli yang tidak terenkripsi. Hapuslah folder itu.',
};

/** Words of which the season's people, offices and posts are made. Nobody is called so, and no office either. */

export interface GivenName {
  readonly name: string;
  readonly sex: 'L' | 'P';
}

const MEN =
  'Adi Bagas Cakra Danu Eko Fajar Galih Hadi Irwan Jaka Kukuh Lukman Mada Nanda Oki Panji Rahmat Surya Tirta Wisnu'.split(
    ' ',
  );
const WOMEN =
  'Anggi Bunga Citra Dewi Elok Fitri Gita Hana Intan Jelita Kirana Laras Mega Nirmala Puspita Ratih Sekar Tiara Utari Wening'.split(
    ' ',
  );
export const GIVEN_NAMES: readonly GivenName[] = MEN.flatMap((name, index) => [
  { name, sex: 'L' },
  { name: WOMEN[index] ?? name, sex: 'P' },
]);

/** Things and not families: nobody must find a name that is somebody's. */
export const SECOND_NAMES =
  'Aksara Bahtera Cemara Delima Embun Fajarbaru Gerimis Halaman Isyarat Jendela Kelana Lentera Mercusuar Nakhoda Ombak Pelita Rembulan Samudra Teratai Umpama Wangsit Yojana Zamrud Belantara Cendana Dermaga Fosfor Gelagah Harmoni Ilalang Jembatan Kembara Lembayung Melati Nuansa Pancaran Rumbia Senandung Telaga Warna Anjungan Bianglala Cakrawala Dayung Gapura Hujan Jalak Kolam Lumbung Mahoni'.split(
    ' ',
  );

export const TITLES: readonly (readonly [front: string, back: string])[] = [
  ['', ''],
  ['', ', S.Sos.'],
  ['', ', S.E.'],
  ['', ', S.Kom.'],
  ['', ', A.Md.'],
  ['Drs. ', ', M.Si.'],
  ['', ', S.Pd.'],
  ['Ir. ', ', M.T.'],
  ['', ', S.H., M.H.'],
];

const OFFICES = [
  'Pendidikan',
  'Kesehatan',
  'Pekerjaan Umum',
  'Perumahan',
  'Sosial',
  'Tenaga Kerja',
  'Pangan',
  'Lingkungan Hidup',
  'Kependudukan',
  'Perhubungan',
  'Koperasi',
  'Penanaman Modal',
  'Pemuda dan Olahraga',
  'Pariwisata',
  'Perpustakaan',
  'Perikanan',
  'Pertanian',
  'Perdagangan',
];
const BOARDS = ['Perencanaan', 'Kepegawaian', 'Pendapatan', 'Keuangan dan Aset', 'Riset', 'Penanggulangan Bencana'];
const DISTRICTS = [
  'Teluk Senja',
  'Pasir Putih',
  'Bukit Lentera',
  'Muara Hening',
  'Tanjung Umpama',
  'Lembah Pelita',
  'Sungai Cermin',
  'Kampung Ibarat',
  'Rawa Teratai',
];

/** Forty offices of Kota Contoh. */
export const AGENCIES: readonly string[] = [
  ...OFFICES.map((office) => `Dinas Contoh ${office}`),
  ...BOARDS.map((board) => `Badan Contoh ${board}`),
  ...DISTRICTS.map((district) => `Kecamatan Contoh ${district}`),
  'Sekretariat Daerah Kota Contoh',
  'Sekretariat Dewan Kota Contoh',
  'Inspektorat Kota Contoh',
  'Satuan Polisi Pamong Praja Kota Contoh',
  'Rumah Sakit Umum Kota Contoh',
  'Badan Contoh Kesatuan Bangsa',
  'Dinas Contoh Kebudayaan',
];

export const UNITS = [
  'Sekretariat',
  'Bidang Pelayanan',
  'Bidang Data dan Informasi',
  'Bidang Pembinaan',
  'UPTD Contoh',
];

/** Platforms with the host that stands for each on the loopback names of the tests; nothing is ever asked there. */
export const PLATFORMS: readonly { readonly name: string; readonly host: string }[] = [
  { name: 'Facebook', host: 'facebook.contoh.test' },
  { name: 'Instagram', host: 'instagram.contoh.test' },
  { name: 'TikTok', host: 'tiktok.contoh.test' },
  { name: 'X', host: 'x.contoh.test' },
  { name: 'YouTube', host: 'youtube.contoh.test' },
];

/** What posts say that an officer may look at; "{calon}" is one of the pairs. */
export const SUSPECT_POSTS = [
  'Pilihan kita sudah jelas: {calon}. Mari menangkan bersama!',
  'Hadir mendukung {calon} di lapangan sore ini. Lanjutkan!',
  'Ayo kawan-kawan satu kantor, jangan lupa {calon} tanggal pencoblosan.',
  'Foto bersama {calon} selepas acara keluarga. Sehat selalu, calon pemimpin kami.',
  'Satu jari untuk {calon}. Kota Contoh butuh perubahan.',
  'Terima kasih {calon} atas bantuannya. Kami tidak akan lupa.',
  'Grup relawan {calon} dibuka, silakan bergabung lewat tautan ini.',
];

/** What posts say that nobody minds. */
export const PLAIN_POSTS = [
  'Kerja bakti di halaman kantor pagi ini. Terima kasih untuk semua yang hadir.',
  'Selamat hari Sumpah Pemuda. Semangat melayani warga.',
  'Pelayanan adminduk pindah ke gedung baru mulai Senin.',
  'Resep sayur asam andalan ibu di rumah.',
  'Hasil pertandingan voli antarbidang: seri, semua senang.',
];

/** What people write to an office. */
export const COMPLAINTS = [
  'Akun ini mengajak memilih {calon}, padahal setahu saya orangnya bekerja di {opd}.',
  'Saya melihat pegawai {opd} memakai kaus {calon} di foto unggahannya.',
  'Di grup warga ada pegawai {opd} yang membagikan jadwal kampanye {calon} setiap hari.',
  'Mohon ditindaklanjuti, pegawai {opd} menyukai dan membagikan unggahan {calon}.',
  'Kepala bidang di {opd} diduga menyuruh stafnya hadir di acara {calon}.',
  'Ada komentar dukungan untuk {calon} dari akun yang fotonya berseragam dinas.',
];

/** What is passed around and not true. */
export const RUMOURS = [
  'Surat suara untuk Kota Contoh sudah tercoblos sebelum dikirim',
  'Hari pemungutan suara di Kota Contoh diundur satu pekan',
  'Pegawai Kota Contoh wajib memilih {calon} atau dipindahkan',
  'Gaji ketiga belas dibayarkan oleh {calon}',
  'TPS di Kecamatan Contoh Teluk Senja ditutup pukul sepuluh',
  'Beredar surat bermeterai bahwa {calon} mengundurkan diri',
  'Kartu pemilih dapat diganti foto KTP yang dikirim lewat pesan',
  'Petugas TPS membagikan tinta yang dapat dihapus',
];

export const SPEAKERS = [
  'Sri Contoh, S.Kom., M.Si.',
  'Darma Umpama, S.H.',
  'Nila Ibarat, M.H.',
  'Tim Bawaslu Kota Contoh',
];

/** A text with its braces filled in. */
export function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_brace, name: string) => words[name] ?? name);
}

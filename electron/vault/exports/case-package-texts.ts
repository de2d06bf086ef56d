/** The texts beside a case package's files: the list of hashes, and what the one who receives it must know. */
import { type CasePackageManifest, PACKAGE_NAMES } from '#shared/contract/case-package.ts';
import { EVIDENCE_ORIGINS, ORIGIN_WORDS } from '#shared/domain/evidence/origin-words.ts';

const LINE_WIDTH = 112;

/** As `sha256sum -c` reads it. Names hold no backslash and no line end, so nothing needs escaping. */
export function sumsText(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** Plain Indonesian, with the line ends of Windows. */
export function readMeText(contents: CasePackageManifest): string {
  const originals = contents.files.filter(({ type }) => type === 'original').length;
  const documents = contents.files.length - originals;
  return [
    'PAKET KASUS - RAHASIA',
    '=====================',
    `Nomor registrasi    : ${contents.caseNumber}`,
    `Dibuat              : ${contents.madeAtLocal} (UTC ${contents.madeAt})`,
    `Dibuat oleh         : ${contents.madeBy.name}`,
    `Brankas             : ${contents.vaultId}`,
    `Kepala jejak audit  : entri ${contents.custodyHead.sequence}, ${contents.custodyHead.hash}`,
    `Isi                 : ${originals} berkas asli bukti, ${documents} dokumen terbit`,
    '',
    'APA INI',
    'Paket ini memuat berkas asli bukti yang berlaku pada satu kasus dugaan pelanggaran netralitas, beserta dokumen',
    'yang telah diterbitkan untuk kasus itu. Semua isinya berstatus DUGAAN. Paket ini tidak menyatakan siapa pun',
    'bersalah, dan tidak dengan sendirinya membuktikan siapa yang mengoperasikan suatu akun.',
    '',
    'RAHASIA DAN DATA PRIBADI',
    'Paket ini memuat data pribadi dan berkas asli tanpa penyamaran dan tanpa enkripsi. Hanya untuk pejabat yang',
    'berwenang. Jangan diunggah, diteruskan lewat aplikasi pesan, atau disalin ke komputer bersama. Simpan di media',
    'yang terkunci dan hapus salinan yang tidak lagi diperlukan.',
    '',
    'ISI FOLDER',
    `${PACKAGE_NAMES.originals}/          berkas asli, bita demi bita seperti saat disimpan; nama diawali nomor bukti`,
    ...(documents === 0
      ? []
      : [`${PACKAGE_NAMES.documents}/        dokumen yang telah diterbitkan (PDF), seperti saat diterbitkan`]),
    `${PACKAGE_NAMES.manifest}  daftar isi: ukuran, SHA-256, nomor bukti, asal, alamat, waktu, tanda tangan kedua`,
    `${PACKAGE_NAMES.sums}      nilai SHA-256 semua berkas lain`,
    `${PACKAGE_NAMES.readMe}   berkas ini`,
    '',
    ...originText(contents),
    ...accountDataText(contents),
    'JAGA TETAP UTUH',
    'Simpan dan serahkan folder ini sebagai satu kesatuan. Jangan mengubah, menamai ulang, atau menambah berkas di',
    'dalamnya; bila perlu mengolah, kerjakan pada salinan. Bukalah dahulu gambarnya: berkas .mhtml dan berkas kiriman',
    'orang lain berasal dari luar dan sebaiknya tidak dibuka di komputer yang tersambung ke jaringan kerja.',
    '',
    'CARA MEMERIKSA DI WINDOWS',
    'Satu berkas, di Command Prompt pada folder ini; bandingkan hasilnya dengan baris berkas itu di SHA256SUMS:',
    `    certutil -hashfile "${(contents.files[0]?.path ?? '').replaceAll('/', '\\')}" SHA256`,
    'Semua berkas sekaligus, di PowerShell pada folder ini; setiap baris harus berbunyi COCOK:',
    `    Get-Content -Encoding UTF8 ${PACKAGE_NAMES.sums} | ForEach-Object { $nilai, $nama = $_ -split '  ', 2; $ada = (Get-FileHash -Algorithm SHA256 -LiteralPath $nama).Hash; if ($ada -eq $nilai) { "COCOK  $nama" } else { "BEDA   $nama" } }`,
    'Di Linux atau macOS:',
    `    sha256sum -c ${PACKAGE_NAMES.sums}     (macOS: shasum -a 256 -c ${PACKAGE_NAMES.sums})`,
    '',
    `Nilai SHA-256 dari berkas ${PACKAGE_NAMES.sums} sendiri tercatat dalam jejak audit brankas pada entri "Paket kasus dibuat"`,
    'sesudah kepala jejak audit di atas; mintalah nilai itu kepada pembuat paket lewat jalur lain. Nilai SHA-256 setiap',
    'bukti juga tercantum pada laporan yang bersegel atau bertanda tangan.',
    '',
  ].join('\r\n');
}

/** How the evidence came, what that is and what it is not: once for each way that occurs, with the numbers of the items. */
function originText({ files }: CasePackageManifest): string[] {
  const originals = files.filter((file) => file.type === 'original');
  const ways = EVIDENCE_ORIGINS.flatMap((origin) => {
    const numbers = new Set(originals.filter((file) => file.origin === origin).map((file) => file.evidenceNumber));
    if (numbers.size === 0) return [];
    const { name, is, isNot } = ORIGIN_WORDS[origin];
    return wrapped(`${name.id} (${[...numbers].join(', ')}). ${is.id} ${isNot.id}`);
  });
  return ['ASAL BUKTI', ...ways, ''];
}

/** Lines of a width that a plain text window shows whole. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > LINE_WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** What stayed behind, or came along, of captures that were made with an account. */
function accountDataText({ files, leftOut }: CasePackageManifest): string[] {
  const along = files.filter((file) => file.type === 'original' && file.accountData).length;
  if (along === 0 && leftOut.length === 0) return [];
  return [
    'DATA AKUN PETUGAS',
    ...(leftOut.length === 0
      ? []
      : [
          `${leftOut.length} berkas salinan halaman (MHTML atau WACZ) tidak disertakan karena memuat data akun petugas. Nomor bukti`,
          `dan nilai SHA-256-nya tercantum pada ${PACKAGE_NAMES.manifest}, bagian "leftOut".`,
        ]),
    ...(along === 0
      ? []
      : [
          `${along} berkas salinan halaman memuat data akun petugas dan disertakan atas pilihan pembuat paket; pada`,
          `${PACKAGE_NAMES.manifest} bertanda "accountData": true.`,
        ]),
    '',
  ];
}

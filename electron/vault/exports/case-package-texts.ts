/** The texts beside a case package's files: the list of hashes, and what the one who receives it must know. */
import { PACKAGE_NAMES, type PackagedFile, type PackageKind } from '#shared/contract/case-package.ts';
import { EVIDENCE_ORIGINS, ORIGIN_WORDS } from '#shared/domain/evidence/origin-words.ts';
import type { CustodyHead } from '../kernel.ts';

/** What the instructions say of the package they lie in. */
export interface PackageWords {
  readonly kind: PackageKind;
  readonly caseNumber: string;
  readonly madeAt: string;
  readonly madeAtLocal: string;
  readonly madeBy: string;
  readonly handedTo: string;
  readonly vaultId: string;
  readonly custodyHead: CustodyHead;
  readonly sealFingerprint: string;
  /** Evidence, copies and documents. */
  readonly held: readonly PackagedFile[];
  /** How many originals stayed in the vault. */
  readonly leftOut: number;
}

/** A part of the instructions: its heading, paragraphs, and lines that are typed as they stand. */
export interface TextPart {
  readonly title: string;
  readonly lines: readonly string[];
  /** Copied and run by the reader. */
  readonly commands?: readonly { readonly what: string; readonly command: string }[];
}

/** As `sha256sum -c` reads it. Names hold no backslash and no line end, so nothing needs escaping. */
export function sumsText(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** The facts at the head of the instructions. */
export function packageFacts(words: PackageWords): readonly (readonly [string, string])[] {
  const count = (type: PackagedFile['type']): number => words.held.filter((file) => file.type === type).length;
  return [
    ['Nomor registrasi', words.caseNumber],
    ['Jenis paket', words.kind === 'lengkap' ? 'lengkap (tanpa penyamaran)' : 'disamarkan'],
    ['Dibuat', `${words.madeAtLocal} (UTC ${words.madeAt})`],
    ['Dibuat oleh', words.madeBy],
    ['Diserahkan kepada', words.handedTo === '' ? '-' : words.handedTo],
    ['Brankas', words.vaultId],
    ['Kepala jejak audit', `entri ${words.custodyHead.sequence}, ${words.custodyHead.hash}`],
    ['Sidik jari segel', words.sealFingerprint],
    [
      'Isi',
      `${count('original')} berkas asli, ${count('working-copy')} salinan kerja, ${count('document')} dokumen terbit`,
    ],
  ];
}

/** The instructions as parts, from which both the text and the page are made. */
export function instructions(words: PackageWords): readonly TextPart[] {
  return [
    whatItIs(words),
    secrecy(words),
    folders(words),
    ...origins(words),
    ...accountData(words),
    keepWhole(),
    ...checking(words),
  ];
}

/** BACA-SAYA.txt: plain Indonesian, with the line ends of Windows. */
export function packageText(words: PackageWords): string {
  const title = words.kind === 'lengkap' ? 'PAKET KASUS - RAHASIA' : 'PAKET KASUS DISAMARKAN - RAHASIA';
  const width = Math.max(...packageFacts(words).map(([name]) => name.length));
  return [
    title,
    '='.repeat(title.length),
    ...packageFacts(words).map(([name, value]) => `${name.padEnd(width)} : ${value}`),
    ...instructions(words).flatMap(({ title: heading, lines, commands = [] }) => [
      '',
      heading.toUpperCase(),
      ...lines,
      ...commands.flatMap(({ what, command }) => ['', what, ...command.split('\n').map((line) => `    ${line}`)]),
    ]),
    '',
  ].join('\r\n');
}

function whatItIs({ kind }: PackageWords): TextPart {
  return {
    title: 'Apa ini',
    lines: [
      kind === 'lengkap'
        ? 'Paket ini memuat berkas asli bukti yang berlaku pada satu kasus dugaan pelanggaran netralitas, salinan kerjanya, dan dokumen yang telah diterbitkan.'
        : 'Paket ini memuat salinan kerja yang disamarkan dan dokumen yang disamarkan dari satu kasus dugaan pelanggaran netralitas. Berkas aslinya tidak ada di sini.',
      'Semua isinya berstatus DUGAAN. Paket ini tidak menyatakan siapa pun bersalah, dan tidak dengan sendirinya membuktikan siapa yang mengoperasikan suatu akun.',
    ],
  };
}

function secrecy({ kind }: PackageWords): TextPart {
  return {
    title: 'Rahasia dan data pribadi',
    lines: [
      kind === 'lengkap'
        ? 'Paket ini memuat data pribadi dan berkas asli tanpa penyamaran. Hanya untuk pejabat yang berwenang.'
        : 'Bagian yang ditandai petugas telah ditutup; yang tidak ditutup tetap dapat memuat data pribadi. Hanya untuk pejabat yang berwenang.',
      'Jangan diunggah, diteruskan lewat aplikasi pesan, atau disalin ke komputer bersama. Simpan di media yang terkunci dan hapus salinan yang tidak lagi diperlukan.',
      'Bila paket ini hilang, beri tahu pembuatnya segera: undang-undang memberi waktu yang singkat untuk memberi tahu orang-orang yang datanya termuat.',
    ],
  };
}

function folders({ kind, held }: PackageWords): TextPart {
  const has = (type: PackagedFile['type']): boolean => held.some((file) => file.type === type);
  return {
    title: 'Isi paket',
    lines: [
      ...(kind === 'lengkap'
        ? [`${PACKAGE_NAMES.originals}/ : berkas asli, bita demi bita seperti saat disimpan; nama diawali nomor bukti`]
        : []),
      ...(has('working-copy') ? [`${PACKAGE_NAMES.copies}/ : salinan kerja, digambar ulang dari gambar aslinya`] : []),
      ...(has('document') ? [`${PACKAGE_NAMES.documents}/ : dokumen yang telah diterbitkan (PDF)`] : []),
      `${PACKAGE_NAMES.custody} : kutipan jejak audit: entri mengenai kasus ini utuh, entri lain hanya nomor dan hash`,
      `${PACKAGE_NAMES.manifest} : daftar isi dengan ukuran dan SHA-256 tiap berkas; ${PACKAGE_NAMES.signature} : segel brankas atas daftar itu`,
      `${PACKAGE_NAMES.certificate} : sertifikat segel; ${PACKAGE_NAMES.sums} : nilai SHA-256 semua berkas lain`,
      `${PACKAGE_NAMES.readMe} dan ${PACKAGE_NAMES.readMePage} : petunjuk ini`,
    ],
  };
}

/** How the evidence came, what that is and what it is not: once for each way that occurs, with the numbers of the items. */
function origins({ held }: PackageWords): TextPart[] {
  const originals = held.filter((file) => file.type === 'original');
  const lines = EVIDENCE_ORIGINS.flatMap((origin) => {
    const numbers = new Set(originals.filter((file) => file.origin === origin).map((file) => file.evidenceNumber));
    if (numbers.size === 0) return [];
    const { name, is, isNot } = ORIGIN_WORDS[origin];
    return [`${name.id} (${[...numbers].join(', ')}). ${is.id} ${isNot.id}`];
  });
  return lines.length === 0 ? [] : [{ title: 'Asal bukti', lines }];
}

/** What stayed behind, or came along, of captures that were made with an account. */
function accountData({ held, leftOut }: PackageWords): TextPart[] {
  const along = held.filter((file) => file.type === 'original' && file.accountData).length;
  if (along === 0 && leftOut === 0) return [];
  const lines: string[] = [];
  if (leftOut > 0)
    lines.push(
      `${leftOut} berkas salinan halaman (MHTML atau WACZ) tidak disertakan karena memuat data akun petugas. Nomor bukti dan nilai SHA-256-nya tercantum pada ${PACKAGE_NAMES.manifest}, bagian "leftOut".`,
    );
  if (along > 0)
    lines.push(
      `${along} berkas salinan halaman memuat data akun petugas dan disertakan atas pilihan pembuat paket; pada ${PACKAGE_NAMES.manifest} bertanda "accountData": true.`,
    );
  return [{ title: 'Data akun petugas', lines }];
}

function keepWhole(): TextPart {
  return {
    title: 'Jaga tetap utuh',
    lines: [
      'Simpan dan serahkan paket ini sebagai satu kesatuan. Jangan mengubah, menamai ulang, atau menambah berkas di dalamnya; bila perlu mengolah, kerjakan pada salinan.',
      'Bukalah dahulu gambarnya: berkas .mhtml dan berkas kiriman orang lain berasal dari luar dan sebaiknya tidak dibuka di komputer yang tersambung ke jaringan kerja.',
    ],
  };
}

function checking({ held, sealFingerprint }: PackageWords): TextPart[] {
  const first = (held[0]?.path ?? PACKAGE_NAMES.manifest).replaceAll('/', '\\');
  return [
    {
      title: 'Cara memeriksa berkas di Windows',
      lines: [
        'Setiap berkas punya nilai SHA-256, semacam sidik jari. Bila satu huruf saja berubah, nilainya menjadi lain sama sekali.',
        'Buka folder paket ini di File Explorer, klik kotak alamat di atas, ketik cmd atau powershell, lalu tekan Enter. Salin perintahnya dari sini.',
      ],
      commands: [
        {
          what: `Satu berkas, di Command Prompt. Bandingkan hasilnya dengan baris berkas itu di ${PACKAGE_NAMES.sums}:`,
          command: `certutil -hashfile "${first}" SHA256`,
        },
        {
          what: 'Satu berkas, di PowerShell:',
          command: `(Get-FileHash -Algorithm SHA256 -LiteralPath "${first}").Hash.ToLower()`,
        },
        {
          what: 'Semua berkas sekaligus, di PowerShell. Setiap baris harus berbunyi COCOK:',
          command: `Get-Content -Encoding UTF8 ${PACKAGE_NAMES.sums} | ForEach-Object { $nilai, $nama = $_ -split '  ', 2; $ada = (Get-FileHash -Algorithm SHA256 -LiteralPath $nama).Hash; if ($ada -eq $nilai) { "COCOK  $nama" } else { "BEDA   $nama" } }`,
        },
        { what: 'Di Linux atau macOS:', command: `sha256sum -c ${PACKAGE_NAMES.sums}` },
      ],
    },
    {
      title: 'Cara memeriksa segel',
      lines: [
        `Segel menunjukkan bahwa ${PACKAGE_NAMES.manifest} tidak berubah sejak dibuat brankas itu. Segel ini adalah segel integritas internal, bukan tanda tangan elektronik tersertifikasi.`,
        `Sidik jari segel harus sama dengan yang tercetak pada laporan atau tanda terima brankas: ${sealFingerprint}. Mintalah nilai itu lewat jalur lain, misalnya kertas atau telepon.`,
        'Cara paling mudah: terima paket ini dengan Netra di brankas lain (Paket, Terima paket). Semua nilai, segel, dan jejak audit diperiksa sekaligus. Tanpa Netra, dengan OpenSSL:',
      ],
      commands: [
        {
          what: 'Segel atas daftar isi:',
          command: `openssl cms -verify -binary -inform DER -in ${PACKAGE_NAMES.signature} -content ${PACKAGE_NAMES.manifest} -CAfile ${PACKAGE_NAMES.certificate} -purpose any -out NUL`,
        },
        {
          what: 'Sidik jari segel, di Command Prompt (bandingkan dengan yang tertulis di atas):',
          command: `certutil -decode ${PACKAGE_NAMES.certificate} "%TEMP%\\segel.der" && certutil -hashfile "%TEMP%\\segel.der" SHA256`,
        },
      ],
    },
  ];
}

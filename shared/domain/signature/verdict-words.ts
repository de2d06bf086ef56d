/** What a verification found, in plain words: the screens and the command line say the same. */
import type { Indication, SubIndication, Verdict, VerdictReason } from './verdict.ts';

type Language = 'id' | 'en';
type Words = Readonly<Record<Language, string>>;
interface ReasonWords {
  /** What was found. */
  readonly says: Words;
  /** What to do about it. */
  readonly todo: Words;
}

const DO_NOT_USE: Words = {
  id: 'Jangan dijadikan pegangan. Minta berkas aslinya dari penerbit.',
  en: 'Do not rely on it. Ask the issuer for the original file.',
};
const ASK_SIGNER: Words = {
  id: 'Minta penanda tangan menandatangani ulang dengan sertifikat yang sesuai.',
  en: 'Ask the signer to sign again with a suitable certificate.',
};
const ASK_STAMP: Words = {
  id: 'Tanyakan apakah ada versi dengan stempel waktu. Tanpa itu, kapan tanda tangan dibuat harus dibuktikan dengan cara lain.',
  en: 'Ask whether there is a version with a time stamp. Without one, when it was signed must be shown in another way.',
};

/** What a verdict is called: a file that nobody signed is refused for nothing else. */
export function verdictName({
  verdict,
  reasons,
}: {
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
}): Verdict | 'unsigned' {
  return reasons.length === 1 && reasons[0] === 'UNSIGNED' ? 'unsigned' : verdict;
}

export const VERDICT_WORDS: Readonly<Record<Verdict | 'unsigned', { readonly title: Words; readonly text: Words }>> = {
  valid: {
    title: { id: 'Sah', en: 'Valid' },
    text: {
      id: 'Isi tidak berubah sejak ditandatangani, dan penanda tangannya sampai ke sertifikat yang dipercaya.',
      en: 'Unchanged since it was signed, and the signer leads to a trusted certificate.',
    },
  },
  indeterminate: {
    title: { id: 'Belum dapat dipastikan', en: 'Not certain' },
    text: {
      id: 'Tidak ditemukan perubahan pada isi yang ditandatangani, tetapi ada yang belum dapat dipastikan. Sebabnya di bawah.',
      en: 'No change was found in what was signed, but something is not shown. The reasons are below.',
    },
  },
  invalid: {
    title: { id: 'Tidak sah', en: 'Not valid' },
    text: { id: 'Dokumen ini tidak boleh dijadikan pegangan.', en: 'This document must not be relied on.' },
  },
  unsigned: {
    title: { id: 'Tidak bertanda tangan', en: 'Not signed' },
    text: {
      id: 'Tanpa tanda tangan, asal dan keutuhan dokumen ini tidak dapat dibuktikan dari berkasnya.',
      en: 'Without a signature nothing in the file shows where it comes from and that it is whole.',
    },
  },
};

export const REASON_WORDS: Readonly<Record<VerdictReason, ReasonWords>> = {
  UNSIGNED: {
    says: { id: 'Dokumen ini tidak bertanda tangan.', en: 'This document is not signed.' },
    todo: {
      id: 'Bila seharusnya bertanda tangan, minta berkas aslinya: tanda tangan yang dihapus tidak meninggalkan bekas.',
      en: 'If it should be signed, ask for the original file: a removed signature leaves no trace.',
    },
  },
  PDF_UNREADABLE: {
    says: { id: 'Susunan PDF ini rusak sehingga tidak dapat diandalkan.', en: 'The structure of this PDF is damaged.' },
    todo: DO_NOT_USE,
  },
  PDF_ENCRYPTED: {
    says: { id: 'PDF ini terkunci kata sandi.', en: 'The PDF is locked by a passphrase.' },
    todo: {
      id: 'Minta berkas tanpa kata sandi; membuka kunci sendiri akan merusak tanda tangannya.',
      en: 'Ask for a file without a passphrase; unlocking it yourself would break its signatures.',
    },
  },
  SIGNATURE_REMOVED: {
    says: {
      id: 'Dokumen ini terbit dari brankas ini dengan tanda tangan yang kini tidak ada lagi.',
      en: 'This vault issued the document with a signature that is no longer in it.',
    },
    todo: {
      id: 'Gunakan salinan yang tersimpan di brankas, dan catat dari siapa berkas ini diterima.',
      en: 'Use the copy that is kept in the vault, and note from whom this file came.',
    },
  },
  NOT_AS_ISSUED: {
    says: {
      id: 'Dokumen ini memakai pengenal dokumen terbitan brankas ini, tetapi bukan berkas yang sama.',
      en: 'It carries the identifier of a document of this vault, but is another file.',
    },
    todo: {
      id: 'Bandingkan dengan salinan di brankas. Bila aplikasi tanda tangan menulis ulang berkasnya, simpan berkas bersegel di sampingnya.',
      en: 'Compare it with the copy in the vault. If a signing tool rewrote the file, keep the sealed file beside it.',
    },
  },
  BYTE_RANGE_BAD: {
    says: {
      id: 'Tanda tangan tidak mencakup seluruh dokumen.',
      en: 'The signature does not cover the whole document.',
    },
    todo: DO_NOT_USE,
  },
  BYTE_RANGE_COLLISION: {
    says: { id: 'Dua isian mengaku memiliki tanda tangan yang sama.', en: 'Two fields claim the same signature.' },
    todo: DO_NOT_USE,
  },
  REVISION_CHAIN_BROKEN: {
    says: {
      id: 'Revisi terakhir tidak berdiri di atas yang ditandatangani.',
      en: 'The last revision does not stand on what was signed.',
    },
    todo: DO_NOT_USE,
  },
  CHANGED_AFTER_SIGNING: {
    says: {
      id: 'Ada perubahan sesudah tanda tangan yang tidak diizinkan.',
      en: 'There is a change after the signature that is not allowed.',
    },
    todo: DO_NOT_USE,
  },
  TRAILING_OBJECTS: {
    says: {
      id: 'Di belakang akhir dokumen tersembunyi bagian PDF lain, yang dapat tampil di sebagian aplikasi.',
      en: 'Parts of another PDF are hidden behind the end, which some programs would show.',
    },
    todo: DO_NOT_USE,
  },
  CMS_UNREADABLE: {
    says: { id: 'Tanda tangan tidak dapat dibaca.', en: 'The signature cannot be read.' },
    todo: DO_NOT_USE,
  },
  DIGEST_MISMATCH: {
    says: { id: 'Isi berubah sesudah ditandatangani.', en: 'The content changed after it was signed.' },
    todo: DO_NOT_USE,
  },
  SIGNATURE_WRONG: {
    says: {
      id: 'Tanda tangan tidak cocok dengan kunci sertifikatnya.',
      en: 'The signature does not fit the key of its certificate.',
    },
    todo: DO_NOT_USE,
  },
  REVOKED: {
    says: {
      id: 'Sertifikat sudah dicabut sebelum tanda tangan dibuat.',
      en: 'The certificate had been revoked before the signature was made.',
    },
    todo: ASK_SIGNER,
  },
  EXPIRED: {
    says: {
      id: 'Masa berlaku sertifikat sudah habis sebelum tanda tangan dibuat.',
      en: 'The certificate had expired before the signature was made.',
    },
    todo: ASK_SIGNER,
  },
  NOT_YET_VALID: {
    says: {
      id: 'Tanda tangan sudah ada sebelum sertifikatnya berlaku.',
      en: 'The signature existed before its certificate was valid.',
    },
    todo: {
      id: 'Periksa jam komputer ini. Bila benar, jangan dijadikan pegangan.',
      en: 'Check this computer’s clock. If it is right, do not rely on the document.',
    },
  },
  TIMESTAMP_BROKEN: {
    says: {
      id: 'Stempel waktu pada tanda tangan rusak atau milik tanda tangan lain.',
      en: 'The time stamp beside the signature is damaged or belongs to another one.',
    },
    todo: DO_NOT_USE,
  },
  CERTIFICATE_DAMAGED: {
    says: {
      id: 'Sertifikat yang menyertai tanda tangan rusak.',
      en: 'A certificate that came with the signature is damaged.',
    },
    todo: DO_NOT_USE,
  },
  CERTIFICATE_MISMATCH: {
    says: {
      id: 'Sertifikat di dalam tanda tangan bukan yang disebut penanda tangan.',
      en: 'The certificate in the signature is not the one the signer named.',
    },
    todo: DO_NOT_USE,
  },
  ALGORITHM_NOT_ACCEPTED: {
    says: {
      id: 'Algoritma atau kunci tanda tangan ini terlalu lemah untuk membuktikan apa pun (misalnya SHA-1, MD5, RSA di bawah 2048 bit).',
      en: 'This algorithm or key is too weak to prove anything (such as SHA-1, MD5, RSA below 2048 bits).',
    },
    todo: ASK_SIGNER,
  },
  KEY_USAGE_BAD: {
    says: {
      id: 'Kunci sertifikat tidak diperuntukkan bagi tanda tangan ini.',
      en: 'The certificate’s key is not meant for this signature.',
    },
    todo: ASK_SIGNER,
  },
  ATTACHMENT_UNREADABLE: {
    says: { id: 'Ada lampiran yang tidak dapat dibaca.', en: 'An attachment cannot be read.' },
    todo: DO_NOT_USE,
  },
  BYTES_NOT_COVERED: {
    says: {
      id: 'Sesudah akhir dokumen ada bita tambahan yang tidak dilindungi tanda tangan.',
      en: 'Behind the end there are bytes that no signature covers.',
    },
    todo: {
      id: 'Isi yang ditandatangani tetap utuh; minta berkas tanpa tambahan itu bila dokumen akan diserahkan.',
      en: 'What was signed is intact; ask for a file without them before handing the document over.',
    },
  },
  HIDDEN_OBJECTS: {
    says: {
      id: 'Sesudah tanda tangan terakhir ditambahkan isi yang tidak tampil dan tidak dilindungi tanda tangan.',
      en: 'Behind the last signature something was added that is not shown and that no signature covers.',
    },
    todo: {
      id: 'Yang tampil masih seperti yang ditandatangani. Minta berkas tanpa tambahan itu, dan tanyakan siapa yang menambahkannya.',
      en: 'What is shown is still what was signed. Ask for a file without it, and who added it.',
    },
  },
  SIGNER_NOT_TRUSTED: {
    says: {
      id: 'Belum terbukti siapa yang menandatangani: sertifikatnya tidak sampai ke sertifikat yang dipercaya di sini.',
      en: 'Who signed is not shown: the certificate leads to none that is trusted here.',
    },
    todo: {
      id: 'Cocokkan sidik jari sertifikat dengan yang tercetak di kertas atau disampaikan lewat jalan lain. Bila cocok, tambahkan sertifikat akarnya di pengaturan.',
      en: 'Compare the certificate’s fingerprint with the one on paper or told in another way. If it fits, add its root in the settings.',
    },
  },
  CHAIN_RULES: {
    says: {
      id: 'Rantai sertifikat melanggar aturan: ada penerbit yang tidak berhak, atau syarat yang tidak dikenal.',
      en: 'The certificate chain breaks a rule: an issuer without the right to issue, or a condition that is not known.',
    },
    todo: ASK_SIGNER,
  },
  CHAIN_NAMES: {
    says: {
      id: 'Rantai sertifikat melanggar aturan: penerbitnya hanya boleh menerbitkan untuk nama tertentu, dan nama pada sertifikat ini di luar itu.',
      en: 'The certificate chain breaks a rule: its issuer may issue for certain names only, and the name in this certificate is not among them.',
    },
    todo: ASK_SIGNER,
  },
  CHAIN_ALGORITHM: {
    says: {
      id: 'Rantai sertifikat memakai algoritma atau kunci yang terlalu lemah.',
      en: 'The certificate chain uses an algorithm or a key that is too weak.',
    },
    todo: ASK_SIGNER,
  },
  REVOKED_NO_PROOF: {
    says: {
      id: 'Sertifikat sudah dicabut, dan tidak ada bukti bahwa tanda tangan dibuat sebelumnya.',
      en: 'The certificate was revoked, and nothing proves that the signature is older.',
    },
    todo: ASK_STAMP,
  },
  EXPIRED_NO_PROOF: {
    says: {
      id: 'Masa berlaku sertifikat sudah habis, dan tidak ada bukti bahwa tanda tangan dibuat sebelumnya.',
      en: 'The certificate expired, and nothing proves that the signature is older.',
    },
    todo: ASK_STAMP,
  },
  REVOCATION_NO_PROOF: {
    says: {
      id: 'Ada keterangan pencabutan, tetapi tidak terbukti dibuat selagi pembuatnya berwenang.',
      en: 'There is revocation data, but nothing proves that it was made while its signer had the right to.',
    },
    todo: ASK_STAMP,
  },
  REVOCATION_UNKNOWN: {
    says: {
      id: 'Belum diketahui apakah sertifikat pernah dicabut: keterangannya tidak ada di dalam berkas.',
      en: 'Whether the certificate was revoked is not known: the file does not say.',
    },
    todo: {
      id: 'Minta penerbit menaikkan tingkat tanda tangan (data validasi), atau tanyakan kepada penerbit sertifikat.',
      en: 'Ask the issuer to raise the signature’s level (validation data), or ask the certificate’s issuer.',
    },
  },
  TIMESTAMP_ORDER: {
    says: { id: 'Urutan stempel waktu saling bertentangan.', en: 'The time stamps contradict each other.' },
    todo: DO_NOT_USE,
  },
  CERTIFICATE_NOT_VALID_THEN: {
    says: {
      id: 'Sertifikat tidak berlaku pada waktu yang disebut penanda tangan.',
      en: 'The certificate was not valid at the time that the signer states.',
    },
    todo: ASK_SIGNER,
  },
  TIME_NOT_PLAUSIBLE: {
    says: {
      id: 'Waktu penandatanganan tidak disebut, belum terjadi, atau sesudah buktinya.',
      en: 'The time of signing is not stated, has not come yet, or is after its proof.',
    },
    todo: {
      id: 'Periksa jam komputer ini, lalu tanyakan kepada penanda tangan.',
      en: 'Check this computer’s clock, then ask the signer.',
    },
  },
};

export const INDICATION_WORDS: Readonly<Record<Indication, Words>> = {
  'TOTAL-PASSED': { id: 'lulus seluruhnya', en: 'passed' },
  INDETERMINATE: { id: 'belum dapat ditentukan', en: 'indeterminate' },
  'TOTAL-FAILED': { id: 'gagal', en: 'failed' },
};

/** The standard's own word beside ours, so that it can be quoted: `INDETERMINATE / TRY_LATER`. */
export function indicationCode(indication: Indication, subIndication: SubIndication | null): string {
  return subIndication === null ? indication : `${indication} / ${subIndication}`;
}

/** By reason, in one language. */
export function reasonSentences(language: Language): Record<VerdictReason, string> {
  return mapReasons(({ says }) => says[language]);
}

/** What to do, by reason. */
export function reasonAdvice(language: Language): Record<VerdictReason, string> {
  return mapReasons(({ todo }) => todo[language]);
}

function mapReasons(take: (words: ReasonWords) => string): Record<VerdictReason, string> {
  const entries = Object.entries(REASON_WORDS).map(([reason, words]) => [reason, take(words)] as const);
  return Object.fromEntries(entries) as Record<VerdictReason, string>;
}

/** Values of reports from the public in words: screens, lists, letters and the command line say the same. */
import type { Language } from '../text/error-sentences.ts';
import type { CloseReason, ForwardedTo, PublicReportState } from './states.ts';
import type { SimilarReason } from './same-matter.ts';

export type PublicReportTopic = 'netralitas' | 'hoaks' | 'lainnya';
export type PublicReportChannel =
  | 'langsung'
  | 'surat'
  | 'telepon'
  | 'whatsapp'
  | 'email'
  | 'media_sosial'
  | 'sp4n'
  | 'lainnya';
export type RevealPurpose = 'hubungi_pelapor' | 'verifikasi' | 'surat' | 'penerusan' | 'permintaan_aparat' | 'lainnya';

// A type and not an interface: the renderer's words are looked up by the keys of plain types.
type Words = {
  readonly state: Readonly<Record<PublicReportState, string>>;
  readonly topic: Readonly<Record<PublicReportTopic, string>>;
  readonly channel: Readonly<Record<PublicReportChannel, string>>;
  readonly purpose: Readonly<Record<RevealPurpose, string>>;
  readonly forwardedTo: Readonly<Record<ForwardedTo, string>>;
  readonly closeReason: Readonly<Record<CloseReason, string>>;
  readonly similar: Readonly<Record<SimilarReason, string>>;
};

const id: Words = {
  state: {
    baru: 'Baru',
    kurang: 'Kurang lengkap',
    telaah: 'Ditelaah',
    pemantauan: 'Pemantauan',
    kasus: 'Menjadi kasus',
    diteruskan: 'Diteruskan',
    hoaks: 'Jalur hoaks',
    ditutup: 'Ditutup',
  },
  topic: { netralitas: 'Netralitas', hoaks: 'Hoaks', lainnya: 'Lainnya' },
  channel: {
    langsung: 'Datang langsung',
    surat: 'Surat',
    telepon: 'Telepon',
    whatsapp: 'WhatsApp',
    email: 'Pos-el',
    media_sosial: 'Media sosial',
    sp4n: 'SP4N-LAPOR!',
    lainnya: 'Lainnya',
  },
  purpose: {
    hubungi_pelapor: 'Menghubungi pelapor',
    verifikasi: 'Memeriksa identitas pelapor',
    surat: 'Menulis surat kepada pelapor',
    penerusan: 'Meneruskan bersama aduan',
    permintaan_aparat: 'Permintaan tertulis aparat yang berwenang',
    lainnya: 'Lainnya',
  },
  forwardedTo: { bawaslu: 'Bawaslu', bkn: 'BKN', inspektorat: 'Inspektorat', lainnya: 'Instansi lain' },
  closeReason: {
    selesai: 'Selesai ditindaklanjuti',
    bukan_kewenangan: 'Bukan kewenangan',
    tidak_cukup: 'Bukti atau keterangan tidak cukup',
    tidak_dilengkapi: 'Tidak dilengkapi sampai tenggat',
    dicabut_pelapor: 'Dicabut pelapor',
    pengulangan: 'Pengulangan aduan lain',
  },
  similar: {
    'same-link': 'tautan sama',
    'same-person': 'orang sama',
    'same-account': 'akun sama',
    'same-text': 'isi hampir sama',
  },
};

const en: Words = {
  state: {
    baru: 'New',
    kurang: 'Incomplete',
    telaah: 'Under review',
    pemantauan: 'Monitoring',
    kasus: 'In a case',
    diteruskan: 'Forwarded',
    hoaks: 'Hoax path',
    ditutup: 'Closed',
  },
  topic: { netralitas: 'Neutrality', hoaks: 'Hoax', lainnya: 'Other' },
  channel: {
    langsung: 'In person',
    surat: 'Letter',
    telepon: 'Telephone',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    media_sosial: 'Social media',
    sp4n: 'SP4N-LAPOR!',
    lainnya: 'Other',
  },
  purpose: {
    hubungi_pelapor: 'To reach the reporter',
    verifikasi: 'To check the reporter’s identity',
    surat: 'To write to the reporter',
    penerusan: 'To forward it with the report',
    permintaan_aparat: 'Written request of an authority',
    lainnya: 'Other',
  },
  forwardedTo: { bawaslu: 'Bawaslu', bkn: 'BKN', inspektorat: 'Inspectorate', lainnya: 'Another office' },
  closeReason: {
    selesai: 'Dealt with',
    bukan_kewenangan: 'Outside the office’s authority',
    tidak_cukup: 'Too little evidence or information',
    tidak_dilengkapi: 'Not completed in time',
    dicabut_pelapor: 'Withdrawn by the reporter',
    pengulangan: 'Repeats another report',
  },
  similar: {
    'same-link': 'same link',
    'same-person': 'same person',
    'same-account': 'same account',
    'same-text': 'nearly the same text',
  },
};

/** The words of every value, in both languages. */
export const PUBLIC_REPORT_WORDS: Readonly<Record<Language, Words>> = { id, en };

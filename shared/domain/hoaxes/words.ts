/** What states, verdicts and follow-ups are called: the same on screens, in lists, in documents and at the command line. */
import type { FollowUpKind, HoaxState, HoaxVerdict } from './states.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}
const words = (id: string, en: string): Words => ({ id, en });

export const HOAX_STATE_WORDS: Readonly<Record<HoaxState, Words>> = {
  dicatat: words('Dicatat', 'Recorded'),
  diperiksa: words('Pemeriksaan fakta', 'Fact check'),
  disimpulkan: words('Disimpulkan', 'Concluded'),
  ditindaklanjuti: words('Ditindaklanjuti', 'Followed up'),
  selesai: words('Selesai', 'Closed'),
  dihentikan: words('Dihentikan', 'Dropped'),
};

export const HOAX_VERDICT_WORDS: Readonly<Record<HoaxVerdict, Words>> = {
  hoaks: words('Hoaks', 'Hoax'),
  bukan_hoaks: words('Bukan hoaks', 'Not a hoax'),
  belum_terbukti: words('Belum dapat dipastikan', 'Not settled'),
};

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpKind, Words>> = {
  diteruskan_bawaslu: words('Diteruskan ke Bawaslu', 'Passed on to Bawaslu'),
  diteruskan_komdigi: words('Diteruskan ke Komdigi', 'Passed on to the ministry (Komdigi)'),
  klarifikasi_publik: words('Klarifikasi publik', 'Public clarification'),
  permintaan_takedown: words('Permintaan penghapusan konten', 'Takedown request'),
  dipantau: words('Dipantau', 'Watched'),
  tanpa_tindak_lanjut: words('Tanpa tindak lanjut', 'No follow-up'),
};

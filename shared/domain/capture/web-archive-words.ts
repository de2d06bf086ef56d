/** What a capture's web archive holds and lacks, in words: for the screen and for the report. */
import type { BodyNotKept, WebArchiveFacts } from './web-archive.ts';

type Language = 'id' | 'en';
type Sentence = Readonly<Record<Language, string>>;

const words = (id: string, en: string): Sentence => ({ id, en });

const REASONS: Readonly<Record<BodyNotKept, Sentence>> = {
  'too-large': words('terlalu besar', 'too large'),
  'total-limit': words('arsip sudah penuh', 'the archive was full'),
  evicted: words('tidak lagi disimpan peramban', 'no longer held by the browser'),
  'not-received': words('tidak diterima utuh', 'not received whole'),
  blocked: words('diblokir', 'blocked'),
  'not-exact': words('tidak dapat dibuktikan sama persis', 'not provably exact'),
  'page-not-answering': words('halaman tidak menjawab', 'the page did not answer'),
};

/** What the rows are made of; lists may be shortened. */
export type WebArchiveLike = Pick<
  WebArchiveFacts,
  | 'exchanges'
  | 'bodiesKept'
  | 'bytes'
  | 'notKeptCounts'
  | 'notKept'
  | 'forgotten'
  | 'removedHeaders'
  | 'credentialQueries'
  | 'fromCache'
  | 'fromServiceWorker'
> & { readonly requestBodiesRemoved: number };

/** One fact: its name, and a line for each thing that it names. */
export interface WebArchiveRow {
  readonly label: string;
  readonly lines: readonly string[];
}

/** Why a body is not in the archive; a reason of a later version is shown as it is. */
export function notKeptWords(reason: string, language: Language): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as BodyNotKept][language] : reason;
}

/** "0 B", "12,3 KB", "4,5 MB". */
function sizeWords(bytes: number, language: Language): string {
  const [unit, factor] = bytes < 1_000 ? ['B', 1] : bytes < 1_000_000 ? ['KB', 1_000] : ['MB', 1_000_000];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / factor)} ${unit}`;
}

/** The facts in the order in which they are read. */
export function webArchiveRows(archive: WebArchiveLike, language: Language): readonly WebArchiveRow[] {
  const say = (id: string, en: string): string => (language === 'id' ? id : en);
  const size = sizeWords(archive.bytes, language);
  const { exchanges, bodiesKept, fromCache, fromServiceWorker, forgotten, requestBodiesRemoved } = archive;
  // Each reason once, its addresses below it.
  const missing = archive.notKeptCounts.flatMap(({ reason, count }) => {
    const addresses = archive.notKept.filter((one) => one.reason === reason).map(({ address }) => address);
    const said = `${count} × ${notKeptWords(reason, language)}`;
    return addresses.length === 0 ? [said] : [`${said}:`, ...addresses];
  });
  const stored = say(
    `${fromCache} dari tembolok, ${fromServiceWorker} dari pekerja layanan (service worker)`,
    `${fromCache} from the cache, ${fromServiceWorker} from a service worker`,
  );
  const tooMany = say(
    `${forgotten} permintaan paling lama tidak diingat karena terlalu banyak`,
    `${forgotten} oldest requests were forgotten because there were too many`,
  );
  const bodies = say(
    `isi dari ${requestBodiesRemoved} permintaan (formulir, pencarian) tidak disimpan`,
    `bodies of ${requestBodiesRemoved} requests (forms, searches) are not kept`,
  );
  return [
    {
      label: say('Isi arsip', 'Holds'),
      lines: [
        say(
          `${exchanges} jawaban, ${bodiesKept} isi tersimpan, ${size}`,
          `${exchanges} answers, ${bodiesKept} bodies kept, ${size}`,
        ),
        ...(fromCache + fromServiceWorker > 0 ? [stored] : []),
      ],
    },
    {
      label: say('Tidak tersimpan', 'Not kept'),
      lines: [...missing, ...(forgotten > 0 ? [tooMany] : [])],
    },
    {
      label: say('Dibuang', 'Taken out'),
      lines: [
        ...(archive.removedHeaders.length > 0 ? [say('tajuk: ', 'headers: ') + archive.removedHeaders.join(', ')] : []),
        ...(requestBodiesRemoved > 0 ? [bodies] : []),
      ],
    },
    {
      label: say('Mungkin kredensial', 'Credentials?'),
      lines: archive.credentialQueries.map(({ address, parameters }) => `${address} (${parameters.join(', ')})`),
    },
  ];
}

/** What a page states about its post, in words: for the screen and for the report. */
import type { FactName, FactOrigin, PostFacts } from './post-facts.ts';
import type { WordsLanguage } from './record-words.ts';

type Sentence = Readonly<Record<WordsLanguage, string>>;

const words = (id: string, en: string): Sentence => ({ id, en });

const NAMES: Readonly<Record<FactName, Sentence>> = {
  author: words('Penulis', 'Author'),
  handle: words('Nama akun', 'Account name'),
  authorAddress: words('Alamat penulis', 'Author’s address'),
  postedAt: words('Waktu unggah', 'Posted'),
  editedAt: words('Waktu diubah', 'Edited'),
  postId: words('Nomor unggahan', 'Post id'),
  address: words('Alamat unggahan', 'Post’s address'),
  site: words('Situs', 'Site'),
  title: words('Judul', 'Title'),
  text: words('Isi', 'Text'),
  likes: words('Suka', 'Likes'),
  comments: words('Komentar', 'Comments'),
  shares: words('Dibagikan', 'Shares'),
  views: words('Dilihat', 'Views'),
};

const ORIGINS: Readonly<Record<FactOrigin, Sentence>> = {
  'json-ld': words('JSON-LD', 'JSON-LD'),
  microdata: words('mikrodata', 'microdata'),
  'open-graph': words('Open Graph', 'Open Graph'),
  'twitter-card': words('kartu Twitter', 'Twitter card'),
  meta: words('metadata halaman', 'page metadata'),
  time: words('elemen waktu', 'time element'),
  link: words('tautan halaman', 'page link'),
  'visible-text': words('teks yang tampil', 'visible text'),
};

/** What a statement is about. */
export function factWords(name: FactName, language: WordsLanguage): string {
  return NAMES[name][language];
}

/** Where in the page it stands. */
export function originWords(origin: FactOrigin, language: WordsLanguage): string {
  return ORIGINS[origin][language];
}

/** What a reader must know before relying on the statements, the weightiest first. */
export function postFactRemarks(facts: PostFacts, language: WordsLanguage): string[] {
  const id = language === 'id';
  const remarks: (string | null)[] = [
    facts.addressDiffers
      ? id
        ? 'Halaman menyebut alamat lain sebagai alamatnya: keterangannya mungkin tentang unggahan lain.'
        : 'The page gives another address as its own: what it states may be about another post.'
      : null,
    facts.conflicts.length > 0
      ? `${id ? 'Keterangan halaman berbeda-beda tentang' : 'The page states different things about'}: ${facts.conflicts.map((name) => factWords(name, language).toLowerCase()).join(', ')}.`
      : null,
    facts.otherPosts > 0
      ? id
        ? `Halaman juga memuat keterangan ${facts.otherPosts} unggahan lain, yang tidak dipakai.`
        : `The page also states ${facts.otherPosts} other posts, which are not used.`
      : null,
  ];
  return remarks.filter((remark) => remark !== null);
}

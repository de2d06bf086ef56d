/** Text that runs the other way, and text that says the post is not here. */
import { codes, type HardPage, shell, strip } from '../page.ts';

const said = (
  name: string,
  title: string,
  body: string,
  outcome: 'wall' | 'gone',
  kind: string,
  more: Partial<HardPage> = {},
): HardPage => ({
  name,
  family: 'words',
  html: () => shell(title, strip(0, 40), { side: body, lang: name.endsWith('-en') ? 'en' : 'id' }),
  expected: { rows: codes(0, 40), outcome, kind },
  ...more,
});

const FORM = '<form><input name="u"><input type="password" name="p"><button>Masuk</button></form>';
const COMMENTS = codes(1, 3)
  .map(
    (n) =>
      `<li itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="text">Komentar ${n}</span></li>`,
  )
  .join('');

export const WORDS: readonly HardPage[] = [
  said(
    'login-id',
    'Masuk ke Lini Warga',
    `<h1>Masuk untuk melanjutkan</h1>${FORM}<a href="#">Lupa kata sandi?</a>`,
    'wall',
    'login',
    { everyday: true },
  ),
  said(
    'login-en',
    'Log in to Sample Line',
    `<h1>Log in to continue</h1>${FORM}<a href="#">Forgot password?</a>`,
    'wall',
    'login',
  ),
  said(
    'deleted-id',
    'Konten tidak tersedia',
    '<h1>Konten ini tidak tersedia saat ini</h1><p>Pemilik mungkin telah menghapusnya atau mengubah siapa yang dapat melihatnya.</p>',
    'gone',
    'removed',
    { everyday: true },
  ),
  said(
    'deleted-en',
    'Page not found',
    "<h1>This content isn't available right now</h1><p>It may have been deleted or its audience changed.</p>",
    'gone',
    'removed',
  ),
  said(
    'private-id',
    'Rahmat Contoh',
    '<h1>Akun ini bersifat pribadi</h1><p>Ikuti untuk melihat foto dan videonya.</p>',
    'wall',
    'private',
  ),
  said(
    'private-en',
    'Sample Person',
    '<h1>This account is private</h1><p>Follow to see their photos and videos.</p>',
    'wall',
    'private',
  ),
  said(
    'rate-limit',
    'Terlalu banyak permintaan',
    '<h1>Coba lagi nanti</h1><p>Anda terlalu sering melakukan ini.</p>',
    'wall',
    'rate-limit',
    { status: 429 },
  ),
  said(
    'rate-limit-en',
    'Please wait',
    '<h1>Please wait a few minutes before you try again.</h1>',
    'wall',
    'rate-limit',
  ),
  said(
    'consent-id',
    'Sebelum Anda melanjutkan',
    '<h1>Sebelum Anda melanjutkan</h1><p>Kami menggunakan cookie dan data.</p><button>Tolak semua</button><button>Terima semua</button>',
    'wall',
    'consent',
  ),
  said(
    'consent-en',
    'Before you continue',
    '<h1>Before you continue</h1><p>We use cookies and data.</p><button>Reject all</button><button>Accept all</button>',
    'wall',
    'consent',
  ),
  {
    name: 'post-about-walls',
    family: 'words',
    everyday: true,
    html: () =>
      shell('Unggahan Rahmat Contoh', strip(0, 200), {
        head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"SocialMediaPosting","commentCount":3,"headline":"Unggahan"}</script>',
        side: `<article><h1>Unggahan</h1><p>Banyak orang bertanya mengapa tertulis "konten ini tidak tersedia" atau "masuk untuk melanjutkan" saat membuka tautan. ${'Penjelasan panjang tentang hal itu. '.repeat(60)}</p><ul>${COMMENTS}</ul></article>`,
      }),
    expected: { rows: codes(0, 200), outcome: 'captured', comments: [3, 3], level: 'green' },
  },
  {
    name: 'comments-hidden',
    family: 'words',
    html: () =>
      shell('Unggahan dengan 28 komentar', strip(0, 200), {
        side: `<article itemscope itemtype="https://schema.org/SocialMediaPosting"><meta itemprop="commentCount" content="28"><h1>Unggahan</h1><ul>${COMMENTS}</ul></article>`,
      }),
    expected: { rows: codes(0, 200), comments: [3, 28], level: 'red' },
  },
  {
    name: 'right-to-left',
    family: 'words',
    html: () =>
      shell('من اليمين إلى اليسار', strip(0, 300), {
        attributes: 'dir="rtl"',
        lang: 'ar',
        side: '<p>هذا نص تجريبي من اليمين إلى اليسار 👩🏽‍💻🇮🇩 ꦲꦏ꧀ꦱꦫ 🏳️‍🌈</p>',
      }),
    expected: { rows: codes(0, 300), text: ['هذا نص تجريبي', '👩🏽‍💻🇮🇩', 'ꦲꦏ꧀ꦱꦫ', '🏳️‍🌈'], level: 'green' },
  },
];

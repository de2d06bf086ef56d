/** Posts that state what they are, with photos and videos of every origin, and words in every place that words can hide. */
import { PNG } from 'pngjs';
import { codes, type HardPage, shell, type SiteAddresses, strip } from '../page.ts';

const ADDRESS = (site: SiteAddresses, name: string): string => `${site.http}/p/${name}`;

const posting = (url: string, name: string, more: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'SocialMediaPosting',
  url,
  author: { '@type': 'Person', name, alternateName: `@${name.split(' ')[0]?.toLowerCase()}` },
  datePublished: '2026-11-19T08:15:00+07:00',
  interactionStatistic: [
    { '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: 12 },
  ],
  ...more,
});

const script = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

/** A photograph of so many pixels; its pixels depend on the seed. */
export function photo(width: number, height: number, seed: number): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) {
    const place = at / 4;
    png.data.set([(place * seed) & 255, (place >> 6) & 255, seed & 255, 255], at);
  }
  return PNG.sync.write(png);
}

/** Photos the page names: kept are those of 200 pixels a side and more. */
const photos = (site: SiteAddresses): string => `
  <img src="/photo.png?seed=3&width=640&height=480" width="64" height="48" alt="Foto bersama">
  <img src="/photo.png?seed=4&width=640&height=480" width="64" height="48" alt="">
  <img src="/photo.png?seed=4&width=640&height=480" width="32" height="24" alt="sekali lagi">
  <img src="/photo.png?seed=5&width=96&height=96" width="48" height="48" alt="lambang">
  <img src="${site.otherSite}/photo.png?seed=6&width=320&height=240" width="64" height="48" alt="dari situs lain">
  <img src="data:image/png;base64,${photo(256, 256, 7).toString('base64')}" width="64" height="64" alt="data">`;

const BLOB = `<img id="blob" width="64" height="64"><video id="film" width="160" height="90"></video><script>window.made = fetch('/photo.png?seed=8&width=300&height=300').then((answer) => answer.blob()).then((blob) => new Promise((done) => {
  const image = document.getElementById('blob'); image.onload = () => done(true); image.src = URL.createObjectURL(blob);
  document.getElementById('film').src = URL.createObjectURL(new MediaSource());
}))</script>`;

/** Words that are seen, covered, cut off, hidden, of another direction, in a frame and in a shadow root. */
const WORDS = `
  <p id="seen">Kata tampak</p>
  <div style="position:relative;height:24px"><p style="margin:0">Kata tertutup</p><div style="position:absolute;inset:0;background:#333"></div></div>
  <div style="height:24px;width:200px;overflow:hidden"><p style="margin:0">Kata awal</p><p>Kata terpotong</p></div>
  <p style="visibility:hidden">Kata tersembunyi</p><p style="opacity:0">Kata bening</p><p style="display:none">Kata tiada</p>
  <p dir="rtl">هذا نص تجريبي</p>
  <p id="shadow"></p><script>document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<span>Kata bayangan</span>'</script>
  <iframe srcdoc="<p style='margin:8px'>Kata bingkai</p>" width="200" height="60"></iframe>`;

export const POST_FACTS: readonly HardPage[] = [
  {
    name: 'post-facts',
    family: 'post-facts',
    everyday: true,
    html: (site) => {
      const own = ADDRESS(site, 'post-facts');
      const other = posting(`${site.http}/p/unggahan-lain`, 'Sari Contoh');
      return shell('Unggahan Rahmat Contoh', strip(0, 200), {
        head: `<link rel="canonical" href="${own}"><meta property="og:url" content="${own}"><meta property="og:title" content="Rahmat Contoh di Lini Warga"><meta property="article:published_time" content="2026-11-19T01:15:00Z"><meta name="twitter:creator" content="@rahmat">${script([other, posting(own, 'Rahmat Contoh')])}`,
        side: `<article itemscope itemtype="https://schema.org/SocialMediaPosting" itemid="${own}"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Rahmat Contoh</b></span>
          <a href="${own}"><time itemprop="datePublished" datetime="2026-11-19T08:15:00+07:00">3 jam</time></a><p itemprop="text">Ajakan</p></article>
          <article><a href="/p/unggahan-lain"><time datetime="2026-11-18T08:15:00+07:00">1 hari</time></a></article><p>28 komentar</p>${photos(site)}${WORDS}${BLOB}`,
      });
    },
    ready: 'made',
    expected: {
      rows: codes(0, 200),
      title: 'Unggahan Rahmat Contoh',
      text: ['Kata tampak'],
      images: [7, 7],
      comments: [null, 28],
    },
  },
  {
    name: 'post-facts-hostile',
    family: 'post-facts',
    html: () =>
      shell('Keterangan ganjil', strip(0, 40), {
        head: `${script('[[[[')}<script type="application/ld+json">{"@type":"Article","author":</script>${Array.from({ length: 300 }, (_, n) => `<meta property="og:title" content="Judul ${n}">`).join('')}`,
        // Elements that stand in the way of the document's and a form's own methods.
        side: `<img name="querySelectorAll"><form itemscope itemtype="https://schema.org/Article"><input name="getAttribute"><input name="closest"><span itemprop="author">Sari Contoh</span></form>`,
      }),
    expected: { rows: codes(0, 40) },
  },
];

/** What a file is, told from its first bytes. The name it came with is never asked. */

export interface MediaType {
  readonly mime: string;
  /** Usual ending of a file's name, without the dot. */
  readonly extension: string;
  readonly kind: 'image' | 'video' | 'audio' | 'document' | 'archive';
  /** Whether the app can show or play it; everything else is kept as it is and says so. */
  readonly shown: boolean;
}

/** How many bytes of a file's beginning are enough. */
export const SNIFF_BYTES = 4096;

const type = (mime: string, extension: string, kind: MediaType['kind'], shown: boolean): MediaType => ({
  mime,
  extension,
  kind,
  shown,
});

const PNG = type('image/png', 'png', 'image', true);
const JPEG = type('image/jpeg', 'jpg', 'image', true);
const WEBP = type('image/webp', 'webp', 'image', true);
const GIF = type('image/gif', 'gif', 'image', false);
const BMP = type('image/bmp', 'bmp', 'image', false);
const TIFF = type('image/tiff', 'tif', 'image', false);
const AVIF = type('image/avif', 'avif', 'image', false);
const HEIC = type('image/heic', 'heic', 'image', false);
const PDF = type('application/pdf', 'pdf', 'document', false);
const MP4 = type('video/mp4', 'mp4', 'video', true);
const MOV = type('video/quicktime', 'mov', 'video', false);
const WEBM = type('video/webm', 'webm', 'video', true);
const MATROSKA = type('video/x-matroska', 'mkv', 'video', false);
const M4A = type('audio/mp4', 'm4a', 'audio', false);
const MP3 = type('audio/mpeg', 'mp3', 'audio', false);
const OGG = type('audio/ogg', 'ogg', 'audio', false);
const WAV = type('audio/wav', 'wav', 'audio', false);
const ZIP = type('application/zip', 'zip', 'archive', false);
const MHTML = type('multipart/related', 'mhtml', 'document', false);

/** Starts of files: the bytes at their offset. The first that fits decides. */
const STARTS: readonly (readonly [offset: number, bytes: string, found: MediaType])[] = [
  [0, '\x89PNG\r\n\x1a\n', PNG],
  [0, '\xff\xd8\xff', JPEG],
  [0, 'GIF87a', GIF],
  [0, 'GIF89a', GIF],
  [0, 'II*\0', TIFF],
  [0, 'MM\0*', TIFF],
  [0, 'OggS', OGG],
  [0, 'ID3', MP3],
  [0, '\xff\xfb', MP3],
  [0, 'PK\x03\x04', ZIP],
];

/** Brands of ISO media files (ftyp), by what they hold. */
const BRANDS: ReadonlyMap<string, MediaType> = new Map([
  ['avif', AVIF],
  ['avis', AVIF],
  ['heic', HEIC],
  ['heix', HEIC],
  ['heim', HEIC],
  ['heis', HEIC],
  ['hevc', HEIC],
  ['hevx', HEIC],
  ['mif1', HEIC],
  ['msf1', HEIC],
  ['qt  ', MOV],
  ['M4A ', M4A],
  ['M4B ', M4A],
]);

/** What a file that begins with these bytes is, or null for one that is not known. */
export function sniffMediaType(head: Uint8Array): MediaType | null {
  const start = latin(head, 0, SNIFF_BYTES);
  for (const [offset, bytes, found] of STARTS) if (start.startsWith(bytes, offset)) return found;
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return WEBP;
  if (start.startsWith('RIFF') && start.startsWith('WAVE', 8)) return WAV;
  if (start.startsWith('ftyp', 4)) return isoBrand(start);
  // QuickTime files older than the ftyp box begin with another of their boxes.
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(start.slice(4, 8))) return MOV;
  if (start.startsWith('\x1a\x45\xdf\xa3'))
    return start.includes('webm') ? WEBM : start.includes('matroska') ? MATROSKA : null;
  // A PDF's mark may follow other bytes within the first kilobyte.
  if (start.slice(0, 1024).includes('%PDF-')) return PDF;
  if (start.startsWith('BM') && latin(head, 6, 10) === '\0\0\0\0') return BMP;
  if (/^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*content-type:\s*multipart\/related/i.test(start)) return MHTML;
  return null;
}

/** The main brand decides; a general one (mif1, isom) gives way to a compatible brand that says more. */
function isoBrand(start: string): MediaType {
  const major = start.slice(8, 12);
  const length = Math.min(start.charCodeAt(2) * 256 + start.charCodeAt(3), start.length);
  const compatible: string[] = [];
  for (let offset = 16; offset + 4 <= length; offset += 4) compatible.push(start.slice(offset, offset + 4));
  if (major === 'mif1' || major === 'msf1') return compatible.some((brand) => brand.startsWith('avi')) ? AVIF : HEIC;
  return BRANDS.get(major) ?? MP4;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}

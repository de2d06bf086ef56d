/**
 * The photos and videos that the page shows, in the size in which the browser received them, each as an artefact of its
 * own. Only what the browser holds is taken: nothing is fetched anew.
 */
import { type CapturedMedia, MEDIA_LIMITS, type MediaMissing } from '#shared/domain/capture/media.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';
import { sniffMediaType, SNIFF_BYTES } from '#shared/domain/evidence/media-type.ts';
import { sendArtefact } from './artefact.ts';
import { CaptureInterrupted } from './cdp.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, fieldTrue, recordOf } from './json.ts';
import type { PageWorld } from './prepare.ts';
import { type ReceivedMedia, receivedMedia } from './received-media.ts';
import type { Work } from './work.ts';

/** The biggest pictures and all videos, once each, as the page declares them. */
const PAGE_MEDIA = `(() => {
  const limits = ${JSON.stringify(MEDIA_LIMITS)};
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
  const elements = all(document);
  const once = new Map();
  const add = (sort, address, width, height, words, stream) => {
    if (address === '' || once.has(address) || (address.length > limits.address && !address.startsWith('data:') && address.length > 8192)) return;
    once.set(address, { sort, address, width, height, words: String(words ?? '').slice(0, limits.words), stream });
  };
  for (const one of elements) {
    if (one instanceof HTMLImageElement && one.complete && one.naturalWidth >= limits.side && one.naturalHeight >= limits.side)
      add('image', one.currentSrc, one.naturalWidth, one.naturalHeight, one.alt, false);
    if (one instanceof HTMLVideoElement && (one.currentSrc || one.srcObject))
      add('video', one.currentSrc || 'mediastream:', one.videoWidth, one.videoHeight, one.title, one.srcObject !== null || (one.currentSrc.startsWith('blob:') && !Number.isFinite(one.duration)));
  }
  const found = [...once.values()];
  const images = found.filter(({ sort }) => sort === 'image').sort((one, other) => other.width * other.height - one.width * one.height);
  return [...images.slice(0, limits.images), ...found.filter(({ sort }) => sort === 'video').slice(0, limits.videos)];
})()`;

interface Named {
  readonly sort: CapturedMedia['sort'];
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly words: string;
  readonly stream: boolean;
}

/** Keeps what can be kept and names the rest, in the list of the record. */
export async function takeMedia(work: Work, world: PageWorld): Promise<void> {
  const found = namedMedia(await world(PAGE_MEDIA, work.deps.deadlines.text));
  if (found.length === 0) return;
  const held = await heldResources(work);
  const end = work.deps.clock.monotonic() + MEDIA_LIMITS.time;
  let room: number = MEDIA_LIMITS.all;
  for (const one of found) {
    const late = work.deps.clock.monotonic() > end;
    const body = late ? 'no-time' : await bodyOf(work, one, held, room);
    if (typeof body !== 'string') room -= body.bytes.byteLength;
    work.media.push(typeof body === 'string' ? notKept(one, body) : await keep(work, one, body));
  }
}

/** Most letters of an address that is asked about: a data address holds the picture itself. */
const LONGEST_ASKED = 96 * 1024 * 1024;

function namedMedia(value: unknown): Named[] {
  const rows: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, MEDIA_LIMITS.images + MEDIA_LIMITS.videos)
    : [];
  return rows.map(recordOf).map((row) => ({
    sort: fieldText(row, 'sort') === 'video' ? 'video' : 'image',
    address: fieldText(row, 'address').slice(0, LONGEST_ASKED),
    width: fieldNumber(row, 'width') ?? 0,
    height: fieldNumber(row, 'height') ?? 0,
    words: fieldText(row, 'words').slice(0, MEDIA_LIMITS.words),
    stream: fieldTrue(row, 'stream'),
  }));
}

/** Sizes of what the browser holds for the page, by address. */
async function heldResources(work: Work): Promise<ReadonlyMap<string, number>> {
  const answer = await work.calls.call('Page.getResourceTree', {}, work.deps.deadlines.command);
  const resources = fieldList(fieldRecord(answer, 'frameTree'), 'resources').map(recordOf);
  const whole = resources.filter((one) => !fieldTrue(one, 'failed') && !fieldTrue(one, 'canceled'));
  return new Map(whole.map((one) => [fieldText(one, 'url'), fieldNumber(one, 'contentSize') ?? 0]));
}

/** The bytes as the browser received them, or why there are none. The one place that knows where bodies come from. */
async function bodyOf(
  work: Work,
  { address, sort, stream }: Named,
  held: ReadonlyMap<string, number>,
  room: number,
): Promise<ReceivedMedia | MediaMissing> {
  if (stream) return 'stream';
  const expected = held.get(withoutFragment(address)) ?? 0;
  const tooMuch = (bytes: number): MediaMissing | null =>
    bytes > MEDIA_LIMITS.bytes ? 'too-large' : bytes > room ? 'over-budget' : null;
  const refused = tooMuch(expected);
  if (refused !== null) return refused;
  if (address.startsWith('data:')) {
    const bytes = dataBytes(address);
    return bytes === null ? 'not-held' : (tooMuch(bytes.byteLength) ?? { bytes, answers: 1 });
  }
  const otherwise = address.startsWith('blob:') ? 'made-by-page' : 'not-held';
  // A video made by the page has no bytes at its address; asking would only take time.
  if (sort === 'video' && otherwise === 'made-by-page') return otherwise;
  const url = withoutFragment(address);
  const content = await resourceContent(work, url);
  const received = content === null ? await receivedMedia(work, url) : { bytes: content, answers: 1 };
  if (received === null || typeof received === 'string') return received ?? otherwise;
  return tooMuch(received.bytes.byteLength) ?? received;
}

async function resourceContent(work: Work, url: string): Promise<Uint8Array | null> {
  try {
    const params = { frameId: work.mainFrame, url };
    const answer = await work.calls.call('Page.getResourceContent', params, work.deps.deadlines.text);
    const content = fieldText(answer, 'content');
    const bytes = Buffer.from(content, fieldTrue(answer, 'base64Encoded') ? 'base64' : 'utf8');
    return bytes.byteLength === 0 ? null : bytes;
  } catch (error) {
    if (error instanceof CaptureInterrupted && error.reason === 'refused') return null;
    throw error;
  }
}

/** The bytes of a data address; null when it is none. */
function dataBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma === -1 || comma > 300) return null;
  const content = address.slice(comma + 1);
  try {
    const base64 = /;\s*base64$/i.test(address.slice(0, comma));
    return base64 ? Buffer.from(decodeURIComponent(content), 'base64') : Buffer.from(decodeURIComponent(content));
  } catch {
    // Percent signs that stand for nothing: the browser may show it, its bytes are not told.
    return null;
  }
}

async function keep(work: Work, one: Named, { bytes, answers }: ReceivedMedia): Promise<CapturedMedia> {
  const hash = work.deps.newHash();
  hash.update(bytes);
  const sha256 = hash.hex();
  const same = work.media.find((other) => other.sha256 === sha256);
  const { mime, extension } = typeOf(bytes);
  const index = new Set(work.media.flatMap(({ name }) => name ?? [])).size + 1;
  const name = same?.name ?? `media-${String(index).padStart(2, '0')}.${extension}`;
  if (same === undefined)
    work.artefacts.push(await sendArtefact(work, { kind: 'media', mime, part: { index, name } }, bytes));
  return { ...named(one), name, mime, bytes: bytes.byteLength, sha256, answers, missing: null };
}

function notKept(one: Named, missing: MediaMissing): CapturedMedia {
  return { ...named(one), name: null, mime: '', bytes: null, sha256: null, answers: null, missing };
}

function named({
  sort,
  address,
  width,
  height,
  words,
}: Named): Pick<CapturedMedia, 'sort' | 'address' | 'width' | 'height' | 'words'> {
  const shown = address.startsWith('data:')
    ? `${address.slice(0, address.indexOf(',') + 1).slice(0, 60)}…`
    : withoutCredentials(address);
  return { sort, address: shown.slice(0, MEDIA_LIMITS.address), width, height, words };
}

/** Told from the bytes; a drawing (SVG) has no mark of its own and is known by how it begins. */
function typeOf(bytes: Uint8Array): { mime: string; extension: string } {
  const head = bytes.subarray(0, SNIFF_BYTES);
  const sniffed = sniffMediaType(head);
  if (sniffed !== null) return sniffed;
  const drawing = /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*>\s*)?<svg[\s>]/.test(Buffer.from(head).toString('latin1'));
  return drawing ? { mime: 'image/svg+xml', extension: 'svg' } : { mime: 'application/octet-stream', extension: 'bin' };
}

function withoutFragment(address: string): string {
  return address.startsWith('data:') ? address : address.replace(/#.*$/s, '');
}

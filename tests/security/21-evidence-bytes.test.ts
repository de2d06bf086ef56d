/** Beyond the list: evidence is looked at, never executed, never after the lock, never held whole. */
import { describe, expect, it } from 'vitest';
import { appHandler } from '../../electron/main/protocols/app-protocol.ts';
import { evidenceHandler } from '../../electron/main/protocols/evidence-protocol.ts';
import type { ViewBytes } from '../../electron/main/protocols/view-response.ts';

const HANDLE = `view_${'a'.repeat(32)}`;
const ADDRESS = `evidence://${HANDLE}`;
const BYTES = Uint8Array.from({ length: 700_000 }, (_, index) => index % 251);

function view(mime: string, over: Partial<ViewBytes> = {}): ViewBytes & { readonly reads: [number, number][] } {
  const reads: [number, number][] = [];
  return {
    reads,
    isUnlocked: () => true,
    info: async (handle) => {
      if (handle !== HANDLE) throw new Error('unknown');
      return { mime, bytes: BYTES.length };
    },
    read: async (_handle, offset, length) => {
      reads.push([offset, length]);
      return BYTES.slice(offset, offset + length);
    },
    ...over,
  };
}
const get = (source: ViewBytes, headers: Record<string, string> = {}, address = ADDRESS, method = 'GET') =>
  evidenceHandler(source)(new Request(address, { headers, method }));

describe('evidence://', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm'])(
    'shows %s as what it is',
    async (mime) => {
      const response = await get(view(mime));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(mime);
      expect(response.headers.get('content-disposition')).toBeNull();
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
    },
  );

  it.each([
    'text/html',
    'image/svg+xml',
    'application/pdf',
    'application/xhtml+xml',
    'text/xml',
    'multipart/related',
    'image/gif',
    'IMAGE/PNG',
    '',
  ])('hands %j out as bytes to be saved', async (mime) => {
    const response = await get(view(mime));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it('always sandboxes and forbids sniffing and keeping', async () => {
    for (const mime of ['image/png', 'text/html']) {
      const { headers } = await get(view(mime));
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    ['bytes=0-', 0, BYTES.length - 1],
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=699999-9999999', 699_999, 699_999],
    ['bytes=-10', BYTES.length - 10, BYTES.length - 1],
  ])('answers the range %s', async (range, start, end) => {
    const response = await get(view('video/mp4'), { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${BYTES.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES.slice(start, end + 1));
  });

  it.each(['bytes=700000-', 'bytes=-0', 'bytes=99999999999999999999-'])('refuses the range %s', async (range) => {
    const response = await get(view('video/mp4'), { range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${BYTES.length}`);
  });

  it.each(['bytes=5-2', 'bytes=a-b', 'bytes=0-1,5-6', 'items=0-1', 'bytes=-', ''])(
    'ignores the range %j',
    async (range) => {
      expect((await get(view('video/mp4'), { range })).status).toBe(200);
    },
  );

  it('reads in bounded pieces, and no further than it is read from', async () => {
    const source = view('video/mp4');
    const reader = (await get(source)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(source.reads.length).toBeLessThanOrEqual(3);
    for (const [, length] of source.reads) expect(length).toBeLessThanOrEqual(256 * 1024);
  });

  it('gives nothing while locked, and stops when the lock comes', async () => {
    expect((await get(view('image/png', { isUnlocked: () => false }))).status).toBe(403);
    let unlocked = true;
    const response = await get(view('video/mp4', { isUnlocked: () => unlocked }));
    unlocked = false;
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it.each([
    `evidence://view_${'b'.repeat(32)}`,
    'evidence://view_short',
    'evidence://netra/',
    `${ADDRESS}/x`,
    `${ADDRESS}?x=1`,
  ])('knows nothing of %s', async (address) => {
    expect((await get(view('image/png'), {}, address)).status).toBe(404);
  });

  it('answers readers only', async () => {
    expect((await get(view('image/png'), {}, ADDRESS, 'POST')).status).toBe(405);
    const head = await get(view('image/png'), {}, ADDRESS, 'HEAD');
    expect(head.headers.get('content-length')).toBe(String(BYTES.length));
    expect(await head.text()).toBe('');
  });

  it('fails the stream when the vault gives less than it said', async () => {
    const short = view('image/png', { read: async () => new Uint8Array() });
    await expect((await get(short)).arrayBuffer()).rejects.toThrow();
  });
});

describe('app://netra/documents/', () => {
  const documents = (source: ViewBytes, handle = HANDLE) =>
    appHandler(
      { root: '/pages', read: () => Promise.reject(new Error('none')) },
      source,
    )(new Request(`app://netra/documents/${handle}`));

  it('serves PDFs to the page, and nothing else', async () => {
    const response = await documents(view('application/pdf'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await documents(view('text/html'))).status).toBe(415);
    expect((await documents(view('image/png'))).status).toBe(415);
  });

  it('serves nothing while locked and no other handle', async () => {
    expect((await documents(view('application/pdf', { isUnlocked: () => false }))).status).toBe(403);
    expect((await documents(view('application/pdf'), '../index.html')).status).toBe(404);
    expect((await documents(view('application/pdf'), `view_${'c'.repeat(32)}`)).status).toBe(404);
  });
});

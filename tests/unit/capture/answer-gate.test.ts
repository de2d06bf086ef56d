import { describe, expect, it } from 'vitest';
import { isProxied, judgeAnswer } from '../../../electron/main/capture/adapter/answer-gate.ts';
import { captureReach } from '../../../electron/main/security/capture-reach.ts';
import type { DroppedAnswer } from '#shared/domain/capture/record.ts';

const direct = async (): Promise<string> => 'DIRECT';

describe('judgeAnswer', () => {
  const judge = async (head: object, proxy = direct, letIn = new Set<string>()) => {
    const dropped: DroppedAnswer[] = [];
    const allowed = await judgeAnswer(
      { url: 'http://situs.test/a?kunci=1', resourceType: 'image', ...head },
      {
        proxyFor: proxy,
        isIpAllowed: (ip) => ip === '203.0.113.9',
        onDropped: (answer) => dropped.push(answer),
        letIn,
      },
    );
    return { allowed, dropped };
  };

  it('lets in what came from an allowed address, or from no connection at all', async () => {
    expect(await judge({ ip: '203.0.113.9' })).toEqual({ allowed: true, dropped: [] });
    expect(await judge({ fromCache: true })).toEqual({ allowed: true, dropped: [] });
    const upgraded = { statusCode: 307, responseHeaders: { 'Non-Authoritative-Reason': ['HSTS'] } };
    expect(await judge(upgraded)).toEqual({ allowed: true, dropped: [] });
  });

  it('drops what came from nowhere that can be named, and says so; through a proxy nothing can be checked', async () => {
    const dropped = [{ url: 'http://situs.test/a', ip: '', page: false }];
    for (const head of [{}, { ip: '' }, { ip: 7 }, { statusCode: 307 }, { statusCode: 200, fromCache: false }])
      expect(await judge(head)).toEqual({ allowed: false, dropped });
    const faked = { statusCode: 200, responseHeaders: { 'non-authoritative-reason': ['HSTS'] } };
    expect(await judge(faked)).toEqual({ allowed: false, dropped });
    expect(await judge({}, async () => 'PROXY 10.0.0.5:3128')).toEqual({ allowed: true, dropped: [] });
    // A cache does not make an address that is known an allowed one.
    expect((await judge({ ip: '10.0.0.5', fromCache: true })).allowed).toBe(false);
  });

  it('lets in from nowhere what was let in before: it is the cache that answers, which names no address', async () => {
    const letIn = new Set<string>();
    expect((await judge({}, direct, letIn)).allowed).toBe(false);
    expect((await judge({ ip: '10.0.0.5' }, direct, letIn)).allowed).toBe(false);
    expect((await judge({}, direct, letIn)).allowed).toBe(false);
    expect((await judge({ ip: '203.0.113.9' }, direct, letIn)).allowed).toBe(true);
    expect((await judge({ url: 'http://situs.test/a?kunci=1#bagian' }, direct, letIn)).allowed).toBe(true);
    expect((await judge({ url: 'http://situs.test/a?kunci=2' }, direct, letIn)).allowed).toBe(false);
    expect((await judge({ ip: '10.0.0.5' }, direct, letIn)).allowed).toBe(false);
  });

  it('drops what came from another, named without its query', async () => {
    expect(await judge({ ip: '10.0.0.5' })).toEqual({
      allowed: false,
      dropped: [{ url: 'http://situs.test/a', ip: '10.0.0.5', page: false }],
    });
    const page = await judge({ ip: '10.0.0.5', resourceType: 'mainFrame' });
    expect(page.dropped[0]?.page).toBe(true);
  });

  it('cannot say anything of an answer through a proxy', async () => {
    expect(await judge({ ip: '10.0.0.5' }, async () => 'PROXY 10.0.0.5:3128')).toEqual({ allowed: true, dropped: [] });
    expect(['DIRECT', '', 'direct; PROXY a:1'].map(isProxied)).toEqual([false, false, false]);
    expect(['PROXY a:1; DIRECT', 'SOCKS5 a:1', 'HTTPS a:1'].map(isProxied)).toEqual([true, true, true]);
  });
});

describe('captureReach', () => {
  it('is the web, with the local network only by the setting', async () => {
    expect(await captureReach(null, false)).toEqual({ loopbackOnly: false, allowLocalNetwork: false });
    expect(await captureReach(null, true)).toEqual({ loopbackOnly: false, allowLocalNetwork: true });
  });

  it('is this machine in a limited start of development, and nothing where the exception is left out', async () => {
    expect(await captureReach('development-runtime', true)).toEqual({ loopbackOnly: true, allowLocalNetwork: false });
    const left = captureReach('sandbox-off', true, () => Promise.reject(new Error('no such file')));
    await expect(left).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_THIS_RUNTIME' });
  });
});

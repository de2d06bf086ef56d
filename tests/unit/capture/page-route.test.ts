import { BlockList, isIPv6 } from 'node:net';
import path from 'node:path';
import vm from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import type { Session } from 'electron';
import { type AddressRules, judgeAddress } from '#shared/domain/capture/address-policy.ts';
import { closeRoute, holdToRoute } from '../../../electron/main/capture/adapter/page-route.ts';
import {
  NO_DOOR,
  routeScript,
  SCRIPT_ANSWER,
  SCRIPT_PROBE,
  unreachableRules,
} from '../../../electron/main/capture/adapter/route-script.ts';

const NORMAL: AddressRules = { loopbackOnly: false, allowLocalNetwork: false };
const WITH_LOCAL: AddressRules = { loopbackOnly: false, allowLocalNetwork: true };
const OLD_RUNTIME: AddressRules = { loopbackOnly: true, allowLocalNetwork: false };

/** The script as Chromium runs it, with names that resolve to what is given; ranges are judged by Node's own code. */
function chosen(rules: AddressRules, found: string, host = 'situs.test'): unknown {
  const isInNetEx = (ip: string, range: string): boolean => {
    const [base = '', bits = ''] = range.split('/');
    const family = (text: string): 'ipv4' | 'ipv6' => (isIPv6(text) ? 'ipv6' : 'ipv4');
    if (family(ip) !== family(base)) return false;
    // Node finds ::ffff:a.b.c.d in ranges of IPv4 too; Chromium does not mix the two.
    const list = new BlockList();
    list.addSubnet(base, Number(bits), family(base));
    return list.check(ip, family(ip));
  };
  const script = Buffer.from(routeScript(rules).split(',')[1] ?? '', 'base64').toString();
  const dnsResolveEx = (name: string): string => (name === host ? found : '');
  return vm.runInNewContext(`${script}; FindProxyForURL('https://${host}/', '${host}')`, { isInNetEx, dnsResolveEx });
}

describe('routeScript', () => {
  const addresses = [
    ...[
      '8.8.8.8',
      '172.15.255.255',
      '172.16.0.1',
      '172.32.0.0',
      '192.168.1.1',
      '10.255.0.1',
      '100.64.0.1',
      '100.128.0.0',
    ],
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '169.254.169.254', '198.19.0.1', '224.0.0.1', '255.255.255.255'],
    ...['192.0.2.1', '203.0.113.9', '2606:4700::1', '2001:200::1', '2001:1ff:ffff::1', '2001:db8::1', 'fd00::1'],
    ...['fe80::1', 'fec0::1', 'ff02::1', '::1', '::', '::2', '4000::1', '2002:a00:1::', '2002:808:808::'],
    ...['::ffff:c0a8:1', '::ffff:808:808', '64:ff9b::a00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1', '::ffff:0:a00:1'],
  ];
  const same = [NORMAL, WITH_LOCAL, OLD_RUNTIME].flatMap((rules) => addresses.map((ip) => [ip, rules] as const));
  it.each(same)('sends %s the way that the rules of the listeners say (%o)', (ip, rules) => {
    const { allowed } = judgeAddress({ scheme: 'https:', host: ip, purpose: 'part', resolved: null }, rules);
    expect(chosen(rules, ip)).toBe(allowed ? 'DIRECT' : NO_DOOR);
  });

  it('asks that every address of a name be allowed, and holds off what has none, which may be found when the connection is made', () => {
    expect(chosen(NORMAL, '8.8.8.8;2606:4700::1')).toBe('DIRECT');
    expect(chosen(NORMAL, '8.8.8.8;10.0.0.1')).toBe(NO_DOOR);
    expect(chosen(NORMAL, '')).toBe(NO_DOOR);
    expect(chosen(NORMAL, 'bukan alamat')).toBe(NO_DOOR);
  });

  it('holds off what the rules name, and answers the probe without a look-up', () => {
    const rules = { ...OLD_RUNTIME, officeNetwork: ['127.0.0.2'] };
    expect([chosen(rules, '127.0.0.1'), chosen(rules, '127.0.0.2')]).toEqual(['DIRECT', NO_DOOR]);
    expect(chosen(NORMAL, '', new URL(SCRIPT_PROBE).hostname)).toBe(SCRIPT_ANSWER);
  });
});

describe('unreachableRules', () => {
  /** As Chromium reads host-resolver-rules: the pattern against the host, then against "host:port". */
  const isTaken = (host: string, hasOwnProxy = false): boolean => {
    const patterns = unreachableRules(hasOwnProxy)
      .split(', ')
      .map((rule) => /^MAP (\S+) ~NOTFOUND$/.exec(rule)?.[1] ?? '');
    const texts = [host, host.includes(':') ? `[${host}]:443` : `${host}:443`];
    return patterns.some((pattern) => texts.some((text) => path.matchesGlob(text, pattern)));
  };
  const own = ['localhost', 'situs.localhost', 'loopback', '127.0.0.1', '127.1.2.3', '169.254.169.254', '::1'];
  it.each([...own, '::ffff:7f00:1', '::ffff:a9fe:1', 'fe80::1', 'fe95:1::2', 'fea0::1', 'febf::1'])(
    'takes %s',
    (host) => expect(isTaken(host)).toBe(true),
  );
  it.each(['feb.kampus.example', 'fe8.example', 'fea.example', 'febri.example', 'loopback.example', '2606:4700::1'])(
    'leaves %s alone',
    (host) => expect(isTaken(host)).toBe(false),
  );

  it('leaves the machine itself to be found where the office’s proxy listens on it, its cable not', () => {
    expect(own.map((host) => [host, isTaken(host, true)])).toEqual(own.map((host) => [host, host.startsWith('169.')]));
    expect(isTaken('fe80::1', true)).toBe(true);
  });
});

/** A session whose network process heeds a setting only when it is asked the second time. */
function slowSession(deaf = false) {
  let asked = 0;
  let mode = 'system';
  return {
    setProxy: vi.fn(async (config: { mode: string }) => {
      asked = 0;
      mode = config.mode;
    }),
    resolveProxy: vi.fn(async (url: string) => {
      asked += 1;
      const heeded = !deaf && asked > 1;
      if (url !== SCRIPT_PROBE) return mode === 'system' ? 'PROXY proksi.kantor:3128' : 'DIRECT';
      return (mode === 'pac_script') === heeded ? SCRIPT_ANSWER : 'DIRECT';
    }),
  };
}
const at = (session: object): Session => session as Session;
const after = (_milliseconds: number, act: () => void): (() => void) => {
  queueMicrotask(act);
  return () => undefined;
};

describe('holdToRoute', () => {
  it('waits until the network process heeds the script, and refuses to go on without it', async () => {
    const session = slowSession();
    await holdToRoute(at(session), { rules: NORMAL, officeProxyFor: null, after });
    expect(session.setProxy).toHaveBeenCalledExactlyOnceWith({ mode: 'pac_script', pacScript: routeScript(NORMAL) });
    expect(session.resolveProxy).toHaveBeenCalledTimes(2);
    await expect(
      holdToRoute(at(slowSession(true)), { rules: NORMAL, officeProxyFor: null, after }),
    ).rejects.toMatchObject({ code: 'CAPTURE_NOT_GUARDED' });
  });

  it('keeps the script while the office sends everything straight on', async () => {
    const session = slowSession();
    const officeProxyFor = vi.fn(async () => 'DIRECT');
    const route = await holdToRoute(at(session), { rules: NORMAL, officeProxyFor, after });
    await route.choose('https://situs.test/');
    expect(officeProxyFor).toHaveBeenCalledWith('https://situs.test/');
    expect(session.setProxy).toHaveBeenCalledTimes(1);
    expect(await route.proxyFor('https://situs.test/')).toBe('DIRECT');
  });

  it('gives the session the office’s own settings, once, before an address goes that they send through a proxy', async () => {
    const session = slowSession();
    const officeProxyFor = async (url: string): Promise<string> =>
      url.includes('luar') ? 'PROXY proksi.kantor:3128' : 'DIRECT';
    const route = await holdToRoute(at(session), { rules: NORMAL, officeProxyFor, after });
    await route.choose('https://situs.test/');
    await Promise.all([route.choose('https://luar.test/'), route.choose('https://luar.test/gambar')]);
    expect(session.setProxy.mock.calls.map(([config]) => config.mode)).toEqual(['pac_script', 'system']);
    expect(await route.proxyFor('https://luar.test/')).toBe('PROXY proksi.kantor:3128');
  });

  it('uses no proxy where the rules know of none', async () => {
    const session = slowSession();
    const route = await holdToRoute(at(session), { rules: OLD_RUNTIME, officeProxyFor: null, after });
    await route.choose('https://luar.test/');
    expect(session.setProxy).toHaveBeenCalledTimes(1);
  });

  it('leaves no way out of a session that is done', async () => {
    const session = slowSession();
    await closeRoute(at(session));
    expect(session.setProxy).toHaveBeenCalledWith({ mode: 'fixed_servers', proxyRules: '127.0.0.1:0' });
  });
});

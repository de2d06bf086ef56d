import { describe, expect, it } from 'vitest';
import { type AddressRules, judgeAddress } from '#shared/domain/capture/address-policy.ts';
import { isLoopbackAddress, placeOfAddress } from '#shared/domain/capture/ip-address.ts';

const OLD_RUNTIME: AddressRules = { loopbackOnly: true, allowLocalNetwork: false };
const NORMAL: AddressRules = { loopbackOnly: false, allowLocalNetwork: false };
const WITH_LOCAL: AddressRules = { loopbackOnly: false, allowLocalNetwork: true };

describe('isLoopbackAddress', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.0.0.1.',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '[::ffff:7f00:1]',
    '64:ff9b::127.0.0.1',
    '::1%lo',
  ])('%s is', (host) => expect(isLoopbackAddress(host)).toBe(true));

  it.each([
    '0.0.0.0',
    '0',
    '::',
    '[::]',
    '::ffff:0.0.0.0',
    '128.0.0.1',
    '10.0.0.1',
    '127.0.0.1.contoh.id',
    '127.0.0.1x',
    'localhost',
    '',
    '1.2.3.4.5',
    '256.0.0.1',
    '4294967296',
    '::1::',
    ':::1',
    '1:2:3:4:5:6:7:8:9',
    '::ffff:127.0.0.1:80',
    'fe80::1',
    '::2',
  ])('%s is not', (host) => expect(isLoopbackAddress(host)).toBe(false));
});

describe('placeOfAddress', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['172.15.255.255', 'public'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['192.88.99.1', 'reserved'],
    ['2001::1', 'reserved'],
    ['2001:1ff:ffff::1', 'reserved'],
    ['2001:200::1', 'public'],
    ['3fff:fff::1', 'reserved'],
    ['64:ff9b:1::10.0.0.1', 'reserved'],
    ['100.128.0.0', 'public'],
    ['169.254.169.254', 'link-local'],
    ['198.19.0.1', 'reserved'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['2606:4700::1', 'public'],
    ['2001:db8::1', 'reserved'],
    ['fd00::1', 'private'],
    ['fe80::1', 'link-local'],
    ['ff02::1', 'multicast'],
    ['2002:0a00:0001::', 'private'],
    ['2002:0808:0808::', 'public'],
    ['::ffff:192.168.0.1', 'private'],
    ['4000::1', 'reserved'],
    ['contoh.go.id', null],
  ] as const)('%s: %s', (address, place) => expect(placeOfAddress(address)).toBe(place));
});

describe('judgeAddress', () => {
  const rows: readonly (readonly [string, string, readonly string[] | null, 'page' | 'part', AddressRules, string])[] =
    [
      // scheme, host, resolved, purpose, rules, verdict
      ['https:', 'contoh.go.id', ['203.0.114.7'], 'page', NORMAL, 'ok'],
      ['http:', 'contoh.go.id', ['203.0.114.7'], 'page', NORMAL, 'ok'],
      ['https:', 'contoh.go.id', null, 'page', NORMAL, 'ok'],
      ['file:', '', null, 'page', NORMAL, 'scheme-not-web'],
      ['javascript:', '', null, 'page', NORMAL, 'scheme-not-web'],
      ['data:', '', null, 'page', NORMAL, 'scheme-not-web'],
      ['data:', '', null, 'part', NORMAL, 'ok'],
      ['blob:', '', null, 'part', OLD_RUNTIME, 'ok'],
      ['wss:', 'contoh.go.id', ['203.0.114.7'], 'part', NORMAL, 'ok'],
      ['wss:', 'contoh.go.id', ['203.0.114.7'], 'page', NORMAL, 'scheme-not-web'],
      ['file:', '', null, 'part', WITH_LOCAL, 'scheme-not-web'],
      ['app:', 'netra', null, 'part', WITH_LOCAL, 'scheme-not-web'],
      ['http:', '', null, 'page', NORMAL, 'no-host'],
      ['http:', '192.168.0.10', null, 'page', NORMAL, 'local-network'],
      ['http:', '192.168.0.10', null, 'page', WITH_LOCAL, 'ok'],
      ['http:', 'printer.kantor', ['10.1.2.3'], 'part', NORMAL, 'local-network'],
      ['http:', 'ganda.test', ['203.0.114.7', '10.1.2.3'], 'part', NORMAL, 'local-network'],
      ['http:', '127.0.0.1', null, 'page', NORMAL, 'local-network'],
      ['http:', 'localhost', null, 'page', NORMAL, 'local-network'],
      ['http:', '127.0.0.1', null, 'page', WITH_LOCAL, 'local-network'],
      ['http:', 'localhost', null, 'page', WITH_LOCAL, 'local-network'],
      ['http:', '169.254.169.254', null, 'part', WITH_LOCAL, 'local-network'],
      ['http:', 'kantor.test', ['127.0.0.1'], 'part', WITH_LOCAL, 'local-network'],
      ['http:', 'kantor.test', ['fe80::1'], 'part', WITH_LOCAL, 'local-network'],
      ['http:', '0.0.0.0', null, 'part', WITH_LOCAL, 'never-reachable'],
      ['http:', '[::]', null, 'part', WITH_LOCAL, 'never-reachable'],
      ['http:', '224.0.0.251', null, 'part', WITH_LOCAL, 'never-reachable'],
      ['http:', '127.0.0.1', null, 'page', OLD_RUNTIME, 'ok'],
      ['http:', '2130706433', null, 'page', OLD_RUNTIME, 'ok'],
      ['http:', '[::ffff:7f00:1]', null, 'page', OLD_RUNTIME, 'ok'],
      ['http:', 'localhost', null, 'page', OLD_RUNTIME, 'ok'],
      ['http:', 'uji.localhost', ['203.0.114.7'], 'page', OLD_RUNTIME, 'ok'],
      ['http:', 'situs-uji.test', ['127.0.0.1', '::1'], 'page', OLD_RUNTIME, 'ok'],
      ['http:', 'situs-uji.test', ['127.0.0.1', '203.0.114.7'], 'page', OLD_RUNTIME, 'not-loopback'],
      ['http:', 'situs-uji.test', null, 'page', OLD_RUNTIME, 'not-resolved'],
      ['http:', 'situs-uji.test', [], 'page', OLD_RUNTIME, 'not-resolved'],
      ['https:', 'localhost.contoh.id', ['203.0.114.7'], 'page', OLD_RUNTIME, 'not-loopback'],
      ['https:', '203.0.114.7', null, 'page', OLD_RUNTIME, 'not-loopback'],
      ['http:', '0.0.0.0', null, 'page', OLD_RUNTIME, 'never-reachable'],
    ];
  it.each(rows)('%s//%s as %j (%s, %j): %s', (scheme, host, resolved, purpose, rules, verdict) => {
    const judged = judgeAddress({ scheme, host, resolved, purpose }, rules);
    expect(judged.allowed ? 'ok' : judged.reason).toBe(verdict);
  });
});

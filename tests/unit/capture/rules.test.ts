import { describe, expect, it } from 'vitest';
import {
  type CertificateQuestion,
  certificateWords,
  judgeCertificate,
  type ResponseSecurity,
  type SeenCertificate,
} from '#shared/domain/capture/certificate.ts';
import { isSecretHeader, redactHeaders, withoutCredentials } from '#shared/domain/capture/headers.ts';
import { outcomeOf } from '#shared/domain/capture/outcome.ts';
import { planTiles, TILE_LIMITS } from '#shared/domain/capture/tiles.ts';

const SEEN: SeenCertificate = {
  host: 'a.test',
  seenAt: '2026-10-21T07:30:00.000Z',
  chain: ['AA=='],
  sha256: 'aa',
  subjectName: 'a.test',
  issuerName: 'CA',
  validFrom: 100,
  validTo: 200,
  subjectAltNames: ['a.test', 'www.a.test'],
  verification: 'net::OK',
  issuedByKnownRoot: true,
};
const OTHER: SeenCertificate = { ...SEEN, sha256: 'bb', validFrom: 150 };
const SECURITY: ResponseSecurity = {
  protocol: 'TLS 1.3',
  keyExchange: '',
  cipher: '',
  subjectName: 'a.test',
  sanList: ['www.a.test', 'A.test'],
  issuer: 'CA',
  validFrom: 100,
  validTo: 200,
};
const ASKED: CertificateQuestion = {
  scheme: 'https:',
  host: 'a.test',
  security: SECURITY,
  seen: [SEEN],
  fromCache: false,
  fromServiceWorker: false,
  proxy: 'DIRECT',
};

describe('judgeCertificate', () => {
  it('says its statement in English for the screen, and leaves what it does not know', () => {
    const { statement } = judgeCertificate({ ...ASKED, scheme: 'http:' });
    expect(certificateWords(statement, 'id')).toBe(statement);
    expect(certificateWords(statement, 'en')).toBe('The page was loaded without encryption; there is no certificate.');
    expect(certificateWords('Catatan lama', 'en')).toBe('Catatan lama');
  });

  it.each([
    ['one that agrees', {}, 'same-connection', []],
    ['no TLS', { scheme: 'http:', security: null, seen: [] }, 'no-tls', []],
    ['none seen', { seen: [] }, 'none-seen', []],
    ['two, one agrees', { seen: [SEEN, OTHER] }, 'several-seen', []],
    ['two that both agree', { seen: [SEEN, { ...SEEN, sha256: 'cc' }] }, 'several-seen', []],
    ['another subject', { security: { ...SECURITY, subjectName: 'b.test' } }, 'disagrees', []],
    ['another issuer', { security: { ...SECURITY, issuer: 'CB' } }, 'disagrees', []],
    ['another start', { security: { ...SECURITY, validFrom: 101 } }, 'disagrees', []],
    ['another end', { security: { ...SECURITY, validTo: 201 } }, 'disagrees', []],
    ['fewer names', { security: { ...SECURITY, sanList: ['a.test'] } }, 'disagrees', []],
    ['no details of the answer', { security: null }, 'disagrees', []],
    ['from the cache', { fromCache: true }, 'not-from-network', ['from-cache']],
    ['from a service worker', { fromServiceWorker: true }, 'not-from-network', ['from-service-worker']],
    ['a proxy', { proxy: 'PROXY kantor:8080' }, 'same-connection', ['proxy']],
    ['proxy unknown', { proxy: null }, 'same-connection', []],
    ['an unknown root', { seen: [{ ...SEEN, issuedByKnownRoot: false }] }, 'same-connection', ['unknown-root']],
    [
      'not trusted',
      { seen: [{ ...SEEN, verification: 'net::ERR_CERT_DATE_INVALID' }] },
      'same-connection',
      ['not-trusted'],
    ],
  ] as const)('%s', (_name, over, link, remarks) => {
    const finding = judgeCertificate({ ...ASKED, ...over });
    expect(finding.link).toBe(link);
    expect(finding.remarks).toEqual(remarks);
    expect(finding.certificate === null).toBe(link !== 'same-connection');
    expect(finding.statement.includes('tidak terbukti')).toBe(link !== 'same-connection' && link !== 'no-tls');
  });

  it('counts an empty name list as no wild card', () => {
    const bare = { ...SEEN, subjectAltNames: [] };
    expect(judgeCertificate({ ...ASKED, seen: [bare] }).link).toBe('disagrees');
    expect(judgeCertificate({ ...ASKED, seen: [bare], security: { ...SECURITY, sanList: [] } }).link).toBe(
      'same-connection',
    );
  });
});

describe('headers', () => {
  it.each([
    'Cookie',
    'set-cookie',
    'Set-Cookie2',
    'AUTHORIZATION',
    'Proxy-Authorization',
    'X-CSRFToken',
    'x-fb-session-id',
    'X-Api-Key',
    'x-jwt-assertion',
    'DPoP',
  ])('%s is taken out', (name) => expect(isSecretHeader(name)).toBe(true));
  it.each([
    'Date',
    'Server',
    'Location',
    'Content-Security-Policy',
    'WWW-Authenticate',
    'ETag',
    'Sec-CH-UA',
    ':authority',
  ])('%s is kept', (name) => expect(isSecretHeader(name)).toBe(false));
  it('lists each removed name once and no value', () => {
    const { kept, removed } = redactHeaders({ 'Set-Cookie': 'a', 'set-cookie': 'b', Date: 'hari ini' });
    expect(kept).toEqual([['Date', 'hari ini']]);
    expect(removed).toEqual(['set-cookie']);
  });
  it.each([
    ['https://user:pass@a.test/x?y@z', 'https://a.test/x?y@z'],
    ['https://a.test/@orang', 'https://a.test/@orang'],
    ['https://a.test?x=b@c', 'https://a.test?x=b@c'],
    ['https://a@b@c.test/', 'https://c.test/'],
    ['', ''],
  ])('%s without a password is %s', (address, clean) => expect(withoutCredentials(address)).toBe(clean));
});

describe('outcomeOf', () => {
  const GONE = { outcome: 'gone', kind: 'removed', because: 'words' } as const;
  const WALL = { outcome: 'wall', kind: 'login', because: 'words' } as const;
  const calm = { interruption: null, failure: null, status: 200, verdict: null } as const;
  it.each([
    [calm, 'captured'],
    [{ ...calm, status: null }, 'captured'],
    [{ ...calm, status: 404, verdict: GONE }, 'gone'],
    [{ ...calm, verdict: GONE }, 'gone'],
    [{ ...calm, status: 403, verdict: WALL }, 'wall'],
    [{ ...calm, verdict: WALL }, 'wall'],
    [{ ...calm, interruption: 'deadline', verdict: WALL }, 'timeout'],
    [{ ...calm, status: 500 }, 'failed'],
    [{ ...calm, failure: 'net::ERR_NAME_NOT_RESOLVED', status: null }, 'failed'],
    [{ ...calm, failure: 'net::ERR_CONNECTION_TIMED_OUT', status: null }, 'timeout'],
    [{ ...calm, interruption: 'deadline' }, 'timeout'],
    [{ ...calm, interruption: 'changed', status: 404 }, 'changed'],
    [{ ...calm, interruption: 'crashed' }, 'crashed'],
    [{ ...calm, interruption: 'closed' }, 'crashed'],
    [{ ...calm, interruption: 'detached', failure: 'net::ERR_FAILED' }, 'crashed'],
  ] as const)('%j is %s', (facts, outcome) => expect(outcomeOf(facts)).toBe(outcome));
});

describe('planTiles', () => {
  const heights = [1, 100, 4_095, 4_096, 4_097, 8_100, 8_192, 16_000, 16_383, 16_384, 16_385, 20_544, 32_768];
  const scales = [1, 1.1, 1.25, 1.5, 1.75, 2];
  it.each(scales.flatMap((scale) => heights.map((height) => [height, scale] as const)))(
    'covers every row of %d px at %d exactly',
    (height, scale) => {
      const limits = { ...TILE_LIMITS, totalHeight: 100_000 };
      const plan = planTiles({ width: 1_093, height, scale }, limits);
      let next = 0;
      for (const tile of plan.tiles) {
        expect(tile.rows).toBeLessThanOrEqual(limits.tileRows);
        expect(tile.top + tile.overlap).toBe(next);
        expect(tile.overlap >= limits.overlapRows).toBe(tile.index > 0);
        expect(Math.abs(tile.clip.y * scale - tile.top)).toBeLessThan(1e-6);
        expect(tile.columns).toBe(plan.columns);
        next = tile.top + tile.rows;
      }
      expect(next).toBe(plan.rows);
      expect(plan.rows).toBeGreaterThanOrEqual(Math.floor(height * scale));
      expect(plan).toMatchObject({ exact: true, cutOff: 0 });
    },
  );

  it('cuts off what is too tall, and says how much', () => {
    const plan = planTiles({ width: 100, height: 70_000, scale: 1 });
    expect(plan).toMatchObject({ rows: 60_000, cutOff: 10_000 });
  });

  it('says when a scale has no whole edges, and still leaves no gap', () => {
    const plan = planTiles({ width: 100, height: 9_000, scale: 1 / 3 + 1 });
    const odd = planTiles({ width: 100, height: 9_000, scale: Math.SQRT2 });
    expect(plan.exact).toBe(true);
    expect(odd.exact).toBe(false);
    for (const [index, tile] of odd.tiles.entries()) {
      const before = odd.tiles[index - 1];
      if (before !== undefined) expect(tile.top).toBeLessThan(before.top + before.rows);
    }
  });
});

/** Checklist 7: the policy is a header, exactly this one, with a nonce that never comes twice. */
import { describe, expect, it } from 'vitest';
import { appHandler } from '../../electron/main/protocols/app-protocol.ts';
import {
  contentSecurityPolicy,
  newStyleNonce,
  withStyleNonce,
} from '../../electron/main/security/content-security-policy.ts';

const PAGE = '<head><meta name="netra-style-nonce" content="" /></head>';
const noView = {
  isUnlocked: () => false,
  info: () => Promise.reject(new Error('locked')),
  read: () => Promise.reject(new Error('locked')),
};

describe('the content security policy', () => {
  it('is this one', () => {
    const nonce = newStyleNonce();
    expect(contentSecurityPolicy(nonce)).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: evidence:; ` +
        "media-src evidence:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('never allows inline or evaluated script', () => {
    expect(contentSecurityPolicy(newStyleNonce())).not.toMatch(/unsafe-|\*|https?:/);
  });

  it.each(['', "x' 'unsafe-inline", 'AAAAAAAAAAAAAAAAAAAAAA=='.slice(1)])('refuses %j as a nonce', (nonce) => {
    expect(() => contentSecurityPolicy(nonce)).toThrow();
  });

  it('is sent with every file, its nonce new each load and the same in header and page', async () => {
    const handler = appHandler({ root: '/pages', read: async () => new TextEncoder().encode(PAGE) }, noView);
    const nonces = new Set<string>();
    for (let load = 0; load < 20; load += 1) {
      const response = await handler(new Request('app://netra/index.html'));
      const header = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(header)?.[1] ?? '';
      expect(await response.text()).toBe(PAGE.replace('content=""', `content="${nonce}"`));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
    const script = await handler(new Request('app://netra/assets/a.js'));
    expect(script.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leaves a page without the place alone', () => {
    expect(withStyleNonce('<p>content="x"</p>', 'n')).toBe('<p>content="x"</p>');
  });
});

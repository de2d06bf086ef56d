/** Checklist 13: hostile addresses, judged by their parts. */
import { describe, expect, it } from 'vitest';
import {
  isNavigationAllowed,
  type NavigatingContents,
  type NavigationEvent,
  restrictNavigation,
} from '../../electron/main/security/navigation.ts';

const hostile = [
  'https://netra/',
  'http://app://netra/',
  'app://netra.example/',
  'app://netraa/',
  'app://netr/',
  'app://netra@example.test/',
  'app://user@netra/',
  'app://user:secret@netra/',
  'app://netra:80/',
  'app://netra%2eexample/',
  'app://xn--netra-abc/',
  'app://nеtra/',
  'app:netra/',
  'app:///netra/',
  'app:/netra/',
  'apps://netra/',
  'evidence://netra/',
  'file:///out/renderer/index.html',
  'data:text/html,app://netra/',
  'blob:app://netra/0',
  'about:blank',
  'about:srcdoc',
  'javascript:location="app://netra/"',
  'view-source:app://netra/',
  '//netra/',
  'app://netra\\@example.test/',
  '',
  ' ',
];

describe('where pages of ours may go', () => {
  it.each(['app://netra/', 'app://netra/index.html', 'app://netra/index.html?x=1#/kasus', 'app://netra'])(
    'lets %s',
    (address) => expect(isNavigationAllowed(address)).toBe(true),
  );

  it.each(hostile)('refuses %j', (address) => expect(isNavigationAllowed(address)).toBe(false));

  it('stops navigation of the page, of its frames and redirects alike', () => {
    const listeners = new Map<string, (event: NavigationEvent) => void>();
    const contents: NavigatingContents = { on: (event, listener) => void listeners.set(event, listener) };
    const told: string[] = [];
    restrictNavigation(contents, (address) => told.push(address));
    expect([...listeners.keys()].sort()).toEqual(['will-frame-navigate', 'will-navigate', 'will-redirect']);
    for (const listener of listeners.values()) {
      let prevented = 0;
      const event = (url: string): NavigationEvent => ({ url, preventDefault: () => (prevented += 1) });
      listener(event('app://netra/index.html'));
      expect(prevented).toBe(0);
      listener(event('https://example.test/'));
      expect(prevented).toBe(1);
    }
    expect(told).toHaveLength(3);
  });
});

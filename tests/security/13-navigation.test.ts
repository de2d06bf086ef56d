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

  /** Contents whose listeners the test calls. */
  function fakeContents() {
    const listeners = new Map<string, (...values: never[]) => void>();
    const loaded: string[] = [];
    const contents: NavigatingContents = {
      on: (event: string, listener: (...values: never[]) => void) => void listeners.set(event, listener),
      loadURL: async (address) => void loaded.push(address),
    };
    const emit = (event: string, ...values: unknown[]): void => listeners.get(event)?.(...(values as never[]));
    return { contents, loaded, emit };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stops %s', (name) => {
    const { contents, emit } = fakeContents();
    const told: string[] = [];
    restrictNavigation(contents, (address) => told.push(address));
    let prevented = 0;
    const event = (url: string): NavigationEvent => ({ url, preventDefault: () => (prevented += 1) });
    emit(name, event('app://netra/index.html'));
    expect(prevented).toBe(0);
    emit(name, event('https://example.test/'));
    expect(prevented).toBe(1);
    expect(told).toEqual(['https://example.test/']);
  });

  it('brings a page back that got to a place nobody was asked about', () => {
    const { contents, loaded, emit } = fakeContents();
    const told: string[] = [];
    restrictNavigation(contents, (address) => told.push(address));
    emit('did-navigate', {}, 'about:blank');
    expect(loaded).toEqual([]);
    emit('did-navigate', {}, 'app://netra/capture-toolbar.html');
    emit('did-navigate', {}, 'about:blank');
    expect(loaded).toEqual(['app://netra/capture-toolbar.html']);
    expect(told).toEqual(['about:blank', 'about:blank']);
  });
});

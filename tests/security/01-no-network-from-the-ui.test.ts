/** Checklist 1: our pages load nothing from any network. */
import { describe, expect, it } from 'vitest';
import { denyNetwork, isUiRequestAllowed, type RequestSession } from '../../electron/main/security/network.ts';

const refused = [
  'http://127.0.0.1:8080/',
  'https://example.test/',
  'ws://127.0.0.1/',
  'wss://example.test/',
  'ftp://example.test/',
  'file:///etc/passwd',
  'filesystem:app://netra/x',
  'chrome://gpu',
  'chrome-extension://abc/x.js',
  'devtools://devtools/bundled/x.js',
  'about:blank',
  'javascript:alert(1)',
  'not an address',
  '',
];

describe('requests of the UI session', () => {
  it.each(['app://netra/index.html', 'evidence://view_0', 'data:image/png;base64,AA==', 'blob:app://netra/1'])(
    'lets %s pass',
    (address) => expect(isUiRequestAllowed(address, false)).toBe(true),
  );

  it.each(refused)('cancels %s', (address) => expect(isUiRequestAllowed(address, false)).toBe(false));

  it('lets developer tools load themselves in development alone', () => {
    expect(isUiRequestAllowed('devtools://devtools/bundled/x.js', true)).toBe(true);
    expect(isUiRequestAllowed('https://devtools.test/', true)).toBe(false);
  });

  it('cancels at the session and tells', () => {
    const told: string[] = [];
    const answers: boolean[] = [];
    const session: RequestSession = {
      webRequest: {
        onBeforeRequest: (listener) => {
          for (const url of ['https://example.test/', 'app://netra/']) {
            listener({ url }, ({ cancel }) => answers.push(cancel));
          }
        },
      },
    };
    denyNetwork(session, { developerTools: false, onRefused: (address) => told.push(address) });
    expect(answers).toEqual([true, false]);
    expect(told).toEqual(['https://example.test/']);
  });
});

import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createAddressGate } from '../../../electron/main/capture/adapter/address-gate.ts';
import { connectDebugger } from '../../../electron/main/capture/adapter/debugger-connection.ts';
import { keyName } from '../../../electron/main/capture/adapter/page-guard.ts';
import { seenCertificate } from '../../../electron/main/capture/adapter/page-session.ts';
import { createPageView } from '../../../electron/main/capture/adapter/page-view.ts';
import { plainUserAgent } from '../../../electron/main/capture/adapter/user-agent.ts';
import { addressFromInput } from '../../../electron/main/capture/address-input.ts';
import { makeCertificate } from '../../fixtures/capture-site/certificates.ts';

describe('plainUserAgent', () => {
  const plain = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
  it.each([
    [
      `${plain} netra/0.1.0 Chrome/150.0.7331.5 Electron/45.4.1 Safari/537.36`,
      `${plain} Chrome/150.0.0.0 Safari/537.36`,
    ],
    [`${plain} Chrome/150.0.0.0 Safari/537.36`, `${plain} Chrome/150.0.0.0 Safari/537.36`],
    [
      `${plain} Netra Pantau/1 Chrome/114.0.1.2 Electron/25.1.1 Safari/537.36 Lain/2`,
      `${plain} Chrome/114.0.0.0 Safari/537.36`,
    ],
    ['curl/8', 'curl/8'],
  ])('%s', (original, sent) => expect(plainUserAgent(original)).toBe(sent));
});

describe('addressFromInput', () => {
  it.each([
    ['contoh.go.id', 'https://contoh.go.id/'],
    ['  https://contoh.go.id/a?b#c ', 'https://contoh.go.id/a?b#c'],
    ['http://127.0.0.1:80/x', 'http://127.0.0.1/x'],
    ['localhost:8080/x', 'https://localhost:8080/x'],
    ['https://user:rahasia@contoh.id/', 'https://contoh.id/'],
    ['HTTPS://CONTOH.ID', 'https://contoh.id/'],
  ])('%s is %s', (typed, address) => expect(addressFromInput(typed)).toBe(address));
  it.each([
    '',
    '   ',
    'file:///etc/passwd',
    'javascript://x/%0aalert(1)',
    'app://netra/index.html',
    'dua kata',
    'https://',
    'chrome://gpu',
  ])('%j is refused', (typed) => expect(() => addressFromInput(typed)).toThrow('ADDRESS_NOT_ALLOWED'));
});

describe('createAddressGate', () => {
  const rules = { loopbackOnly: true, allowLocalNetwork: false };
  it('asks the resolver for names only, and believes it for a while', async () => {
    let time = 0;
    const asked: string[] = [];
    const gate = createAddressGate(
      rules,
      async (host) => (asked.push(host), ['127.0.0.1']),
      () => time,
    );
    expect(await gate.judge('http://situs.test/a', 'page')).toEqual({ allowed: true });
    await gate.judge('http://situs.test/b', 'part');
    await gate.judge('http://127.0.0.1/', 'page');
    expect(asked).toEqual(['situs.test']);
    time = 60_001;
    await gate.judge('http://situs.test/c', 'part');
    expect(asked).toEqual(['situs.test', 'situs.test']);
  });

  it('refuses by what a name resolves to, and by the address an answer came from', async () => {
    const gate = createAddressGate(
      rules,
      async () => ['10.0.0.1'],
      () => 0,
    );
    expect(await gate.judge('http://situs.test/', 'page')).toEqual({ allowed: false, reason: 'not-loopback' });
    expect(await gate.judge('bukan alamat', 'page')).toEqual({ allowed: false, reason: 'no-host' });
    expect(gate.isIpAllowed('10.0.0.1')).toBe(false);
    expect(gate.isIpAllowed('::ffff:127.0.0.1')).toBe(true);
  });
});

describe('createPageView', () => {
  const made: string[] = [];
  class Modern {
    webContents = { isDestroyed: () => false, close: () => made.push('close') };
    setBounds = (): number => made.push('modern bounds');
  }
  class Old extends Modern {}
  const window = {
    isDestroyed: () => false,
    contentView: { addChildView: () => made.push('child'), removeChildView: () => made.push('no child') },
    addBrowserView: () => made.push('browser view'),
    removeBrowserView: () => made.push('no browser view'),
  };
  it.each([
    ['45.4.1', ['child', 'modern bounds', 'no child', 'close']],
    ['30.0.0', ['child', 'modern bounds', 'no child', 'close']],
    ['29.4.6', ['browser view', 'modern bounds', 'no browser view', 'close']],
    ['25.1.1', ['browser view', 'modern bounds', 'no browser view', 'close']],
  ])('by the version: %s', (version, calls) => {
    made.length = 0;
    const classes = { WebContentsView: Modern, BrowserView: Old };
    const view = createPageView(classes as never, version, window as never, {});
    view.setBounds({ x: 0, y: 0, width: 1, height: 1 });
    view.destroy();
    expect(made).toEqual(calls);
  });
});

describe('connectDebugger', () => {
  class Contents extends EventEmitter {
    readonly calls: string[] = [];
    destroyed = false;
    readonly debugger = Object.assign(new EventEmitter(), {
      attach: (version: string) => void this.calls.push(`attach ${version}`),
      sendCommand: async (method: string) => this.calls.push(method),
    });
    loadURL = async (address: string): Promise<void> => void this.calls.push(address);
    isDestroyed = (): boolean => this.destroyed;
  }

  it('loads a blank page first, then attaches', async () => {
    const contents = new Contents();
    await connectDebugger(contents as never);
    expect(contents.calls).toEqual(['about:blank', 'attach 1.3']);
  });

  it('passes the page’s own events on, not those of other targets, until it is stopped', async () => {
    const contents = new Contents();
    const connection = await connectDebugger(contents as never);
    const heard: unknown[] = [];
    const stop = connection.on('Page.x', (params) => heard.push(params));
    contents.debugger.emit('message', {}, 'Page.x', 1, '');
    contents.debugger.emit('message', {}, 'Page.x', 2, 'sesi-lain');
    stop();
    contents.debugger.emit('message', {}, 'Page.x', 3, '');
    expect(heard).toEqual([1]);
  });

  it('tells at once of a page that is gone already, and no more when it has come back', async () => {
    const contents = new Contents();
    const connection = await connectDebugger(contents as never);
    contents.emit('render-process-gone');
    const reasons: string[] = [];
    connection.onGone((reason) => reasons.push(reason));
    contents.emit('did-navigate');
    connection.onGone((reason) => reasons.push(`again ${reason}`));
    expect(reasons).toEqual(['crashed']);
  });
});

describe('seenCertificate', () => {
  it('reads the DER, each link of the chain once', () => {
    const { cert } = makeCertificate('situs.test');
    const root = { data: cert } as { data: string; issuerCert?: unknown };
    root.issuerCert = root;
    const seen = seenCertificate(root as never, {
      host: 'localhost',
      verification: 'net::OK',
      issuedByKnownRoot: true,
      at: new Date('2026-10-21T07:30:00Z'),
    });
    const fingerprint = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], {
      input: cert,
      encoding: 'utf8',
    });
    expect(seen.sha256).toBe(fingerprint.split('=')[1]?.trim().replaceAll(':', '').toLowerCase());
    expect(seen).toMatchObject({
      subjectName: 'situs.test',
      issuerName: 'situs.test',
      subjectAltNames: ['localhost', '127.0.0.1'],
    });
    expect(seen.chain).toHaveLength(1);
    expect(seen.validTo).toBeGreaterThan(seen.validFrom);
  });
});

describe('keyName', () => {
  const none = { control: false, meta: false, shift: false, alt: false };
  it.each([
    [{ ...none, key: 's', control: true, shift: true }, 'Ctrl+Shift+S'],
    [{ ...none, key: 's', meta: true, shift: true }, 'Ctrl+Shift+S'],
    [{ ...none, key: 'ArrowLeft', alt: true }, 'Alt+ArrowLeft'],
    [{ ...none, key: 'F5' }, 'F5'],
  ])('%j is %s', (input, name) => expect(keyName(input)).toBe(name));
});

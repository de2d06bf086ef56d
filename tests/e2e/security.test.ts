/** The security rules in a real window: what a hostile page of ours could try, and what happens then. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchNetra, type RunningNetra } from '../support/electron.ts';

let netra: RunningNetra;
let page: Page;
let server: Server;
let base = '';
const visits: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: 'app://netra/index.html' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
        .end('<p>outside</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  netra = await launchNetra();
  page = await netra.firstWindow();
  await page.waitForLoadState('load');
});
afterAll(async () => {
  await netra.close();
  server.close();
});

/** The address after trying to leave; the page is still ours and alive. */
async function after(action: () => Promise<unknown>): Promise<string> {
  const before = visits.length;
  await action().catch(() => undefined);
  // A round trip through main and back: whatever the action started has been judged by then.
  await page.evaluate(() => window.netra?.operations['app.info']({}));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(visits.slice(before)).toEqual([]);
  return page.url();
}

describe('our own page', () => {
  it('comes from app://netra with the bridge and nothing of Node', async () => {
    expect(page.url()).toBe('app://netra/index.html');
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.netra ?? {}).sort(),
      node: [
        typeof Reflect.get(window, 'process'),
        typeof Reflect.get(window, 'require'),
        typeof Reflect.get(window, 'module'),
      ],
      secure: window.isSecureContext,
      opener: window.opener as unknown,
    }));
    expect(seen).toEqual({
      bridge: ['events', 'operations', 'registerDrop'],
      node: ['undefined', 'undefined', 'undefined'],
      secure: true,
      opener: null,
    });
  });

  it('runs in a sandboxed process with every preference as stated', async () => {
    const preferences = await netra.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
  });

  it('has this policy as a header, a new nonce each load', async () => {
    const read = () =>
      page.evaluate(async () => {
        const response = await fetch('app://netra/index.html');
        return {
          policy: response.headers.get('content-security-policy') ?? '',
          sniff: response.headers.get('x-content-type-options'),
        };
      });
    const [one, two] = [await read(), await read()];
    expect(one.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+'; /);
    expect(one.sniff).toBe('nosniff');
    expect(one.policy).not.toBe(two.policy);
  });

  it('runs no inline script, no handler attribute, no evaluated text', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ranHandler = true');
      image.src = 'app://netra/none.png';
      document.body.append(image);
      const address = document.createElement('script');
      address.src = 'data:text/javascript,window.ranData = true';
      document.body.append(address);
      await new Promise((resolve) => setTimeout(resolve, 400));
      for (const element of [script, image, address]) element.remove();
      return ['ranInline', 'ranHandler', 'ranData'].filter((name) => Reflect.has(window, name));
    });
    expect(ran).toEqual([]);
    expect(netra.violations.length).toBeGreaterThanOrEqual(2);
  });

  it('reaches no network: not by fetch, socket, picture, frame, worker or beacon', async () => {
    const before = visits.length;
    const reached = await page.evaluate(async (to: string) => {
      const tried: Record<string, string> = {};
      const attempt = async (name: string, action: () => Promise<unknown>): Promise<void> => {
        tried[name] = await action().then(
          () => 'reached',
          () => 'refused',
        );
      };
      await attempt('fetch', () => fetch(to));
      await attempt('no-cors', () => fetch(to, { mode: 'no-cors' }));
      await attempt('picture', () => {
        const image = new Image();
        image.src = `${to}/x.png`;
        return image.decode();
      });
      await attempt(
        'socket',
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(to.replace('http', 'ws'));
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      );
      await attempt(
        'frame',
        () =>
          new Promise((resolve, reject) => {
            const frame = document.createElement('iframe');
            frame.src = to;
            frame.onload = () => {
              const inside = frame.contentDocument?.body.textContent ?? '';
              frame.remove();
              if (inside.includes('outside')) resolve(inside);
              else reject(new Error('nothing'));
            };
            document.body.append(frame);
            setTimeout(() => reject(new Error('late')), 1_500);
          }),
      );
      navigator.sendBeacon(to, 'x');
      return tried;
    }, base);
    expect(reached).toEqual({
      fetch: 'refused',
      'no-cors': 'refused',
      picture: 'refused',
      socket: 'refused',
      frame: 'refused',
    });
    expect(visits.slice(before)).toEqual([]);
  });

  it('is refused even where its policy does not look: by the session itself', async () => {
    const result = await netra.app.evaluate(async ({ BrowserWindow }, to) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch(to).then(
        () => 'reached',
        (error: unknown) => String(error),
      );
    }, base);
    expect(result).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(visits).toEqual([]);
  });

  it('is granted no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      return Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      );
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    // Where nobody may answer a question, a browser may leave it open; granted is what it must never be.
    const asked = await page.evaluate(async () => {
      const late = () => new Promise((resolve) => setTimeout(() => resolve('open'), 1_500));
      const judge = (question: Promise<unknown>) =>
        question.then(
          () => 'granted',
          () => 'refused',
        );
      const questions: Record<string, Promise<unknown>> = {
        microphone: navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: navigator.mediaDevices.getDisplayMedia(),
        clipboard: navigator.clipboard.readText(),
        place: new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        fullscreen: document.documentElement.requestFullscreen(),
      };
      const answers = Object.entries(questions).map(async ([name, question]) => [
        name,
        await Promise.race([judge(question), late()]),
      ]);
      return Object.fromEntries(await Promise.all(answers)) as Record<string, string>;
    });
    expect(Object.keys(asked)).toHaveLength(5);
    for (const [name, answer] of Object.entries(asked)) expect(['refused', 'open'], name).toContain(answer);
    expect(await page.evaluate(() => Notification.permission)).toBe('denied');
  });

  it('opens no window', async () => {
    const opened = await page.evaluate(() =>
      ['about:blank', 'app://netra/index.html', 'file:///etc/passwd', 'javascript:1', ''].map((address) =>
        window.open(address),
      ),
    );
    expect(opened).toEqual([null, null, null, null, null]);
    const count = await netra.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(count).toBe(1);
  });

  it('attaches no webview', async () => {
    const kind = await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'about:blank');
      document.body.append(view);
      const name = view.constructor.name;
      view.remove();
      return name;
    });
    // Without the tag Chromium knows no such element.
    expect(['HTMLUnknownElement', 'HTMLElement']).toContain(kind);
    const contents = await netra.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getType()),
    );
    expect(contents).not.toContain('webview');
  });

  it('goes nowhere else: other sites, look-alikes, a redirect that leads back to us', async () => {
    const addresses = [
      `${base}/`,
      `${base}/redirect`,
      base.replace('http://', 'http://netra@'),
      'app://netra.example/',
      'app://netraa/index.html',
      'evidence://netra/',
      'file:///etc/passwd',
      'data:text/html,x',
    ];
    for (const address of addresses) {
      const url = await after(() =>
        page.evaluate((to) => {
          window.location.href = to;
        }, address),
      );
      expect(url, address).toBe('app://netra/index.html');
    }
    expect(await page.evaluate(() => typeof window.netra)).toBe('object');
  });

  it('is brought back from about:blank, where it was not heard', async () => {
    const left = page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
    const back = left.then(() =>
      page.waitForEvent('framenavigated', (frame) => frame.url() === 'app://netra/index.html'),
    );
    await page.evaluate(() => {
      window.location.href = 'about:blank';
    });
    await back;
    await page.waitForFunction(() => window.netra !== undefined && document.readyState === 'complete');
    const info = await page.evaluate(() => window.netra?.operations['app.info']({}));
    expect(info).toMatchObject({ ok: true });
  });

  it('is not followed into a form or a link of another site', async () => {
    const url = await after(() =>
      page.evaluate((to) => {
        const form = document.createElement('form');
        form.action = to;
        form.method = 'post';
        document.body.append(form);
        form.submit();
        form.remove();
        const link = document.createElement('a');
        link.href = `${to}/file`;
        link.download = 'x';
        document.body.append(link);
        link.click();
        link.remove();
      }, base),
    );
    expect(url).toBe('app://netra/index.html');
  });

  it('does not become the page of our origin for someone else: a frame without our address is not heard', async () => {
    const heard = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const bridge = frame.contentWindow === null ? undefined : Reflect.get(frame.contentWindow, 'netra');
      frame.remove();
      return typeof bridge;
    });
    expect(heard).toBe('undefined');
  });

  it('finds nothing outside the program’s files, and nothing of evidence without a handle', async () => {
    const statuses = await page.evaluate(async () => {
      const addresses = [
        'app://netra/../package.json',
        'app://netra/..%2f..%2fpackage.json',
        'app://netra/%2e%2e/main/index.js',
        'app://netra/..%5cmain%5cindex.js',
        `app://netra/documents/view_${'0'.repeat(32)}`,
      ];
      return Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      );
    });
    for (const status of statuses) expect([0, 403, 404]).toContain(status);
    const shown = await page.evaluate(() => {
      const image = new Image();
      image.src = `evidence://view_${'0'.repeat(32)}`;
      return image.decode().then(
        () => 'shown',
        () => 'refused',
      );
    });
    expect(shown).toBe('refused');
  });

  it('says why it is limited on this runtime', async () => {
    const info = await page.evaluate(() => window.netra?.operations['app.info']({}));
    const electron = await netra.app.evaluate(() => process.versions.electron);
    const expected =
      Number.parseInt(electron, 10) < 45 ? 'development-runtime' : process.getuid?.() === 0 ? 'sandbox-off' : null;
    expect(info).toMatchObject({ ok: true, value: { runtimeLimit: expected } });
  });

  it('opens no vault with real evidence while it is limited', async () => {
    const info = await page.evaluate(() => window.netra?.operations['app.info']({}));
    if (info?.ok !== true || info.value.runtimeLimit === null) return;
    const made = await page.evaluate(
      (directory) =>
        window.netra?.operations['vault.create']({
          directory,
          name: 'x',
          userName: 'x',
          passphrase: 'kuda jerapah gajah badak',
          practice: false,
        }),
      `${netra.userDataDir}/real`,
    );
    expect(made).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED_IN_THIS_RUNTIME' } });
  });
});

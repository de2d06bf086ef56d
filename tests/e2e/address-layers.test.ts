/**
 * The layers that keep pages off the office's network, in real Electron. 127.0.0.2 stands for that network, by host-resolver
 * rules; nothing but this machine is ever asked.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';

const RULES = { loopbackOnly: true, allowLocalNetwork: false, officeNetwork: ['127.0.0.2'] };
let harness: PlainHarness;
let site: http.Server;
let port: number;
/** Paths asked for, with the address they were asked at. */
const asked: string[] = [];

beforeAll(async () => {
  site = http.createServer((request, answer) => {
    asked.push(`${request.socket.localAddress ?? ''}${request.url ?? ''}`);
    answer.setHeader('content-type', 'text/html');
    const office = `http://kantor.example:${port}`;
    answer.end(
      request.url === '/luar'
        ? `<!doctype html><title>Luar</title><p>Halaman luar<iframe src="${office}/bingkai"></iframe>
           <script>fetch('${office}/data', { mode: 'no-cors' }).then(() => (document.title = 'bocor'), () => (document.title = 'tertahan'))</script>`
        : '<!doctype html><title>Rahasia kantor</title><p>Rahasia kantor',
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '0.0.0.0', resolve));
  port = (site.address() as AddressInfo).port;
  harness = await launchPlainHarness([
    '--host-resolver-rules=MAP kantor.example 127.0.0.2, MAP luar.example 127.0.0.1',
  ]);
}, 120_000);
afterAll(async () => {
  await harness.close();
  site.close();
});

describe('a name that leads into the office’s network', () => {
  it('is refused before any connection, as a page and as a part of one', async () => {
    const id = await harness.call('open', { rules: RULES });
    expect(await harness.call('visit', id, `http://kantor.example:${port}/`)).toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
    });
    await harness.call('visit', id, `http://luar.example:${port}/luar`);
    await harness.until('the page has tried', async () => (await harness.call('state', id)).title === 'tertahan');
    const taken = await harness.call('take', id, false);
    expect(taken.value?.record.refusedRequests).toContain(`http://kantor.example:${port}/bingkai`);
    expect(asked).toEqual(['127.0.0.1/luar']);
    await harness.call('close', id);
  });

  it('is dropped by the address its answer came from, when the look-up said otherwise', async () => {
    asked.length = 0;
    const id = await harness.call('open', { rules: RULES, rebound: '127.0.0.1' });
    await harness.call('visit', id, `http://luar.example:${port}/luar`);
    await harness.until('the page has tried', async () => (await harness.call('state', id)).title === 'tertahan');
    const parts = await harness.call('take', id, false);
    expect(parts.value?.record.warnings).toContain('local-answer-dropped');
    expect(parts.value?.record.droppedAnswers).toContainEqual({
      url: `http://kantor.example:${port}/data`,
      ip: '127.0.0.2',
      page: false,
    });
    // It did reach the other side: only the answer was dropped.
    expect(asked).toContain('127.0.0.2/data');

    await harness.call('visit', id, `http://kantor.example:${port}/rahasia`);
    await harness.until('told', async () => (await harness.call('state', id)).problem === 'PAGE_ANSWERED_LOCALLY');
    const page = await harness.call('take', id, false);
    expect(page.value?.record).toMatchObject({
      outcome: 'failed',
      outcomeDetail: expect.stringContaining('127.0.0.2'),
    });
    expect(JSON.stringify(page.value?.record)).not.toContain('Rahasia');
    await harness.call('close', id);
  });
});

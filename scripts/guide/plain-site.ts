/** The demo's sample site without its row codes: those are for machines, the guide's pictures are for people. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SampleSite, startSampleSite } from '../demo/sample-site.ts';

/** Serves it on a free port of 127.0.0.1. */
export async function startPlainSite(): Promise<SampleSite> {
  const sample = await startSampleSite();
  const server = createServer((request, response) => {
    void fetch(sample.origin + (request.url ?? '/'))
      .then(async (answer) => {
        response.writeHead(answer.status, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end((await answer.text()).replace(/<div class="codes">.*?<\/svg><\/div>/s, ''));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const closePlain = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { origin: `http://127.0.0.1:${port}`, close: () => closePlain().then(() => sample.close()) };
}

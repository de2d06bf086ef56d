/** A question of the vault program, carried to the network by main and back. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultOutsideMessage } from '#shared/contract/outside.ts';
import { answerOutside } from '../../../electron/outside/answer.ts';
import { askOutside } from '../../../electron/outside/ask.ts';
import { hostsOf, NO_REACH, type OutsideReach } from '../../../electron/outside/reach.ts';
import { createHostOutside } from '../../../electron/vault/program/host-outside.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/pindah') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/besar') response.end(Buffer.alloc(200_000));
    else response.end(Buffer.from([1, 2, 3]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${address !== null && typeof address !== 'string' ? address.port : 0}`;
});
afterAll(() => void server.close());

/** The vault's side and main's side joined. */
function joined(reach: () => Promise<OutsideReach>): ReturnType<typeof createHostOutside> {
  const outside: ReturnType<typeof createHostOutside> = createHostOutside((message: VaultOutsideMessage) => {
    void answerOutside(message, reach).then((answer) => outside.receive(answer));
  });
  return outside;
}

describe('a question to the network', () => {
  const question = (path: string) => ({ purpose: 'ocsp', url: `${origin}${path}`, body: null }) as const;
  const allowed = (): OutsideReach => ({
    hosts: hostsOf({ timestampAddress: `${origin}/tsr`, revocationHosts: [' '] }),
    allowLoopback: true,
  });

  it('is answered with bytes, from a host that the settings name', async () => {
    const { ask } = joined(() => Promise.resolve(allowed()));
    expect([...(await ask(question('/')))]).toEqual([1, 2, 3]);
  });

  it('is refused without a setting, and where the reach itself is refused', async () => {
    const none = joined(() => Promise.resolve(NO_REACH));
    await expect(none.ask(question('/'))).rejects.toMatchObject({ code: 'SERVICE_HOST_NOT_ALLOWED' });
    const refused = joined(() => Promise.reject(new Error('not in this runtime')));
    await expect(refused.ask(question('/'))).rejects.toMatchObject({ code: 'SERVICE_UNREACHABLE' });
  });

  it('follows no redirect and takes no endless answer', async () => {
    const { ask } = joined(() => Promise.resolve(allowed()));
    await expect(ask(question('/pindah'))).rejects.toMatchObject({
      code: 'SERVICE_UNREACHABLE',
      params: { reason: 'HTTP 302' },
    });
    await expect(ask(question('/besar'))).rejects.toMatchObject({ code: 'SERVICE_ANSWER_TOO_LARGE' });
  });

  it('judges what a name leads to, not the name', async () => {
    const local = { hosts: ['localhost'], allowLoopback: false };
    const asked = askOutside({ purpose: 'crl', url: origin.replace('127.0.0.1', 'localhost'), body: null }, local);
    await expect(asked).rejects.toMatchObject({ code: 'SERVICE_HOST_NOT_ALLOWED' });
  });
});

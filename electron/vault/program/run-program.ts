/** The vault program: waits for its configuration, then answers requests until the host lets it go. */
import { randomUUID } from 'node:crypto';
import { vaultProgramConfig } from '#shared/contract/vault-protocol.ts';
import type { ToVault, VaultProgramConfig } from '#shared/contract/vault-protocol.ts';
import { AppError, toErrorReport } from '#shared/errors/app-error.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { addFirstContent } from '../first-content.ts';
import { createVaultService } from '../service.ts';
import type { VaultService } from '../service.ts';
import { forkSpawner } from '../workers/fork-spawner.ts';
import { createHostWorkers } from '../workers/host-spawner.ts';
import { faultDetail } from './fault-detail.ts';
import type { HostPort } from './host-port.ts';
import { createHostOutside } from './host-outside.ts';
import { carryOut } from './requests.ts';

/** Listens on the port; `exit` ends the process. */
export function runVaultProgram(port: HostPort, exit: (code: number) => void): void {
  const hostWorkers = createHostWorkers((message) => port.post(message));
  const outside = createHostOutside((message) => port.post(message));
  let service: VaultService | null = null;

  const fault = (correlationId: string, error: unknown): void =>
    port.post({ type: 'fault', correlationId, detail: faultDetail(error) });

  const start = (config: VaultProgramConfig): VaultService =>
    createVaultService({
      profileDirectory: config.profileDirectory,
      resourcesDirectory: config.resourcesDirectory,
      appVersion: config.appVersion,
      onlyPractice: config.onlyPractice,
      spawnWorker: config.workers.how === 'host' ? hostWorkers.spawn : forkSpawner(config.workers),
      outside: outside.ask,
      onCreated: addFirstContent,
      events: {
        dataChanged: (payload) => port.post({ type: 'event', event: 'data.changed', payload }),
        jobChanged: (payload) => port.post({ type: 'event', event: 'job.changed', payload }),
        status: (payload) => port.post({ type: 'event', event: 'status', payload }),
        fault,
      },
    });

  const answer = async (op: string, input: unknown): Promise<unknown> => {
    if (op === 'configure') {
      if (service) throw new AppError('INVALID_INPUT', { operation: op });
      service = start(vaultProgramConfig.parse(input));
      return {};
    }
    if (!service) throw new AppError('VAULT_UNAVAILABLE');
    return await carryOut(op, input, service);
  };

  port.onMessage((message: ToVault) => {
    if (message.type === 'worker') {
      hostWorkers.receive(message);
      return;
    }
    if (message.type === 'outside') {
      outside.receive(message);
      return;
    }
    const { id, op, input } = message;
    answer(op, input)
      .then((value): Result<unknown> => ({ ok: true, value }))
      .catch((error: unknown): Result<unknown> => {
        const correlationId = randomUUID();
        if (!(error instanceof AppError)) fault(correlationId, error);
        return { ok: false, error: toErrorReport(error, correlationId) };
      })
      .then((result) => port.post({ type: 'answer', id, result }))
      // An answer that cannot be sent (a value that cannot be cloned) is a fault; the request must not wait forever.
      .catch((error: unknown) => {
        const correlationId = randomUUID();
        fault(correlationId, error);
        port.post({ type: 'answer', id, result: { ok: false, error: toErrorReport(error, correlationId) } });
      });
  });

  port.onEnd(() => {
    const locked = service ? service.lock('quit') : Promise.resolve();
    locked.then(
      () => exit(0),
      () => exit(1),
    );
  });
  port.post({ type: 'ready' });
}

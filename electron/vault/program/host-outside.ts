/** Questions of signatures to the network, carried by the host: the vault program has no network of its own. */
import type { HostOutsideMessage, OutsideQuestion, VaultOutsideMessage } from '#shared/contract/outside.ts';
import { AppError } from '#shared/errors/app-error.ts';

export interface HostOutside {
  ask(question: OutsideQuestion): Promise<Uint8Array>;
  /** Takes what the host says to a question. */
  receive(message: HostOutsideMessage): void;
}

export function createHostOutside(send: (message: VaultOutsideMessage) => void): HostOutside {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: AppError): void }>();
  let nextId = 1;
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        send({ type: 'outside', id, question });
      }),
    receive: (message) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) asked?.resolve(message.bytes);
      else asked?.reject(new AppError(message.code, { ...message.params }));
    },
  };
}

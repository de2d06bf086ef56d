/** The vault program's entry: a message loop over the host's port, nothing else. */
import { randomUUID } from 'node:crypto';
import { faultDetail } from './program/fault-detail.ts';
import { hostPort } from './program/host-port.ts';
import { runVaultProgram } from './program/run-program.ts';

const port = hostPort();

// What is committed is on the disk; after a fault that nobody expected, nothing more may be written in doubt.
process.on('uncaughtException', (error) => {
  port.post({ type: 'fault', correlationId: randomUUID(), detail: faultDetail(error) });
  setTimeout(() => process.exit(70), 50);
});

runVaultProgram(port, (code) => process.exit(code));

/** What the newer Node of the other suites has and an older Electron's has not; only the test libraries need it. */
import { webcrypto } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import { expect } from 'vitest';

// Every file of this run says where it ran.
expect(process.versions['electron']).toBeDefined();

function lend(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
lend(globalThis, 'crypto', webcrypto);
lend(diagnostics, 'tracingChannel', () => ({ hasSubscribers: false }));
lend(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return [...this].reverse();
});

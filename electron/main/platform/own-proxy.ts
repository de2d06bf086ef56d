/**
 * Whether the office's proxy listens on this very machine (a filter, a helper for log-ins): Chromium must then be able to
 * reach it. Kept as a file of the profile, since it has to be known before Electron is ready.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isLoopbackAddress } from '#shared/domain/capture/ip-address.ts';

/** As an earlier start noted it. */
export function hasOwnProxy(file: string): boolean {
  return existsSync(file);
}

/** Notes what the office's settings say of an address, for the next start. Straight on says nothing of the others. */
export function noteProxy(file: string, answer: string): void {
  const proxies = proxiesOf(answer);
  const own = proxies.some((host) => isLoopbackAddress(host) || /^localhost\.?$/i.test(host));
  if (own && !existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
  } else if (!own && proxies.length > 0) rmSync(file, { force: true });
}

/** Hosts of "PROXY host:port; SOCKS5 [::1]:1080; DIRECT". */
function proxiesOf(answer: string): string[] {
  return answer.split(';').flatMap((entry) => /^\s*\S+\s+(\[[^\]]*\]|[^:\s]+)/.exec(entry)?.[1] ?? []);
}

/**
 * WebSockets of workers that belong to no frame. Electron asks its web request listeners about a frame's sockets alone: a
 * socket of a service worker or a shared worker is opened past every check of ours (seen on Electron 25), and would lead a
 * page into the office's network. A service worker keeps working without sockets, by a policy added to its script's answer;
 * shared workers are not there at all, as on a phone.
 */

/** Features of Blink that are switched off for the whole program. */
export const DISABLED_BLINK_FEATURES = 'SharedWorker';

/** Everything a worker may connect to but ws: and wss:. */
const NO_SOCKETS = 'connect-src http: https: data: blob:';

export interface ScriptAnswer {
  readonly resourceType: string;
  /** The page that asked; a service worker's script is asked for by none. */
  readonly webContentsId?: number | undefined;
  readonly responseHeaders?: Readonly<Record<string, readonly string[] | string>> | undefined;
}

/** The headers that a service worker's script is to have; null for every other answer, which stays as it came. */
export function headersWithoutSockets(answer: ScriptAnswer): Record<string, string[]> | null {
  if (answer.resourceType !== 'script' || answer.webContentsId !== undefined) return null;
  const headers = Object.entries(answer.responseHeaders ?? {}).map(([name, values]): [string, string[]] => [
    name,
    [values].flat(),
  ]);
  const policies = headers.filter(([name]) => /^content-security-policy$/i.test(name)).flatMap(([, values]) => values);
  const others = headers.filter(([name]) => !/^content-security-policy$/i.test(name));
  return Object.fromEntries([...others, ['Content-Security-Policy', [...policies, NO_SOCKETS]]]);
}

/**
 * The way a session's connections take. Where the office sends everything straight on, they are held to a script of ours
 * (route-script.ts); the first address that the office's own settings send through a proxy gives the session those settings.
 */
import type { Session } from 'electron';
import { AppError } from '#shared/errors/app-error.ts';
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';
import { isProxied } from './answer-gate.ts';
import { NO_DOOR, routeScript, SCRIPT_ANSWER, SCRIPT_PROBE } from './route-script.ts';

export interface PageRoute {
  /** To be awaited before a request goes out: settles which way it takes. */
  choose(address: string): Promise<void>;
  /** Chromium's answer for an address: "DIRECT", or a list of proxies. Those we hold off themselves are not told as one. */
  proxyFor(address: string): Promise<string>;
}

export interface PageRouteOptions {
  readonly rules: AddressRules;
  /** What the office's own settings say of an address; null where no proxy is ever used. */
  readonly officeProxyFor: ((address: string) => Promise<string>) | null;
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/** Milliseconds the network process may take to heed a setting, and between two looks. */
const PATIENCE = 10_000;
const LOOK_EVERY = 20;

/** Holds the session to the script. Throws CAPTURE_NOT_GUARDED when Chromium does not come to heed it. */
export async function holdToRoute(session: Session, options: PageRouteOptions): Promise<PageRoute> {
  await session.setProxy({ mode: 'pac_script', pacScript: routeScript(options.rules) });
  await untilHeld(session, true, options);
  let given: Promise<void> | null = null;
  const giveOfficesOwn = async (): Promise<void> => {
    await session.setProxy({ mode: 'system' });
    await untilHeld(session, false, options);
  };
  return {
    choose: async (address) => {
      const { officeProxyFor } = options;
      if (given === null && officeProxyFor !== null && isProxied(await officeProxyFor(address)))
        given ??= giveOfficesOwn();
      await given;
    },
    proxyFor: (address) => (given === null ? Promise.resolve('DIRECT') : session.resolveProxy(address)),
  };
}

/** Lets nothing out of the session any more. */
export function closeRoute(session: Session): Promise<void> {
  return session.setProxy({ mode: 'fixed_servers', proxyRules: NO_DOOR.replace('PROXY ', '') });
}

/** A setting is heeded a little after it was made: the network process is another one. */
async function untilHeld(session: Session, held: boolean, { after }: PageRouteOptions): Promise<void> {
  for (let look = 0; look < PATIENCE / LOOK_EVERY; look += 1) {
    if (((await session.resolveProxy(SCRIPT_PROBE)) === SCRIPT_ANSWER) === held) return;
    await new Promise<void>((resolve) => after(LOOK_EVERY, resolve));
  }
  throw new AppError('CAPTURE_NOT_GUARDED');
}

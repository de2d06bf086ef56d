/**
 * Frames of other sites, and workers, live in processes of their own and tell of their traffic under sessions of their
 * own. Each is attached to as it comes, made to tell, and only then let go on.
 */
import { AUTO_ATTACH, type CdpConnection, type OuterEvent } from '../cdp.ts';
import { fieldRecord, fieldText, fieldTrue, type JsonRecord, recordOf } from '../json.ts';

/** Of frames and workers that are attached at the same time; a page with more is not heard whole. */
const MOST_SESSIONS = 200;

/** A new frame waits until it is told to go on: nothing it loads is missed. */
export const ATTACH_AT_ONCE = { ...AUTO_ATTACH, waitForDebuggerOnStart: true } as const;

export interface OuterListener {
  /** How the network domain is to be turned on. */
  readonly network: JsonRecord;
  /** A network event of a frame or worker. */
  readonly hear: (method: string, params: JsonRecord, session: string) => void;
}

export class OuterSessions {
  readonly #cdp: CdpConnection;
  readonly #listener: OuterListener;
  readonly #sessions = new Map<string, { readonly parent: string | undefined; readonly type: string }>();

  constructor(cdp: CdpConnection, listener: OuterListener) {
    this.#cdp = cdp;
    this.#listener = listener;
  }

  /** Begins to listen; returns the way to stop. Frames come only after Target.setAutoAttach. */
  listen(): () => void {
    return this.#cdp.onOuter((event) => this.#take(event));
  }

  /** Frames right below the page, or below a frame. */
  framesBelow(parent: string | undefined): readonly string[] {
    return [...this.#sessions].filter(([, one]) => one.parent === parent && one.type === 'iframe').map(([id]) => id);
  }

  #take({ method, params, session }: OuterEvent): void {
    const told = recordOf(params);
    if (method === 'Target.attachedToTarget') this.#attached(told, session);
    else if (method === 'Target.detachedFromTarget') this.#sessions.delete(fieldText(told, 'sessionId'));
    else if (session !== undefined && method.startsWith('Network.')) this.#listener.hear(method, told, session);
  }

  #attached(told: JsonRecord, parent: string | undefined): void {
    const session = fieldText(told, 'sessionId');
    const type = fieldText(fieldRecord(told, 'targetInfo'), 'type');
    const heard = this.#sessions.size < MOST_SESSIONS;
    if (heard) {
      this.#sessions.set(session, { parent, type });
      this.#send('Network.enable', this.#listener.network, session);
      if (fieldTrue(told, 'waitingForDebugger')) this.#send('Target.setAutoAttach', ATTACH_AT_ONCE, session);
    }
    this.#send('Runtime.runIfWaitingForDebugger', {}, session);
  }

  /** A frame that is gone already has nothing to tell. */
  #send(method: string, params: JsonRecord, session: string): void {
    void this.#cdp.send(method, params, session).catch(() => undefined);
  }
}

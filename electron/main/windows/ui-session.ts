/** The session of our own pages: in memory only, without network, permissions, downloads; it alone knows our two schemes. */
import { type Session, session } from 'electron';
import { readFile } from 'node:fs/promises';
import type { LocalLog } from '../platform/local-log.ts';
import { appHandler } from '../protocols/app-protocol.ts';
import { evidenceHandler } from '../protocols/evidence-protocol.ts';
import type { ViewBytes } from '../protocols/view-response.ts';
import { denyDownloads } from '../security/downloads.ts';
import { denyNetwork } from '../security/network.ts';
import { APP_SCHEME, EVIDENCE_SCHEME } from '../security/origin.ts';
import { denyPermissions } from '../security/permissions.ts';
import { disableSpellcheck } from '../security/spellcheck.ts';

/** No `persist:`: nothing of our pages reaches the disk. */
const PARTITION = 'netra-ui';

/** The UI session; the same object each time. Only after Electron is ready. */
export function uiSession(): Session {
  return session.fromPartition(PARTITION, { cache: false });
}

/** Puts every rule and both schemes on the UI session, and the rules on the default session, which no window uses. */
export function prepareSessions(options: {
  readonly pagesRoot: string;
  readonly view: ViewBytes;
  readonly developerTools: boolean;
  readonly log: LocalLog;
}): void {
  const ui = uiSession();
  for (const target of [ui, session.defaultSession]) restrict(target, options);
  ui.protocol.handle(APP_SCHEME, appHandler({ root: options.pagesRoot, read: readFile }, options.view));
  ui.protocol.handle(EVIDENCE_SCHEME, evidenceHandler(options.view));
}

function restrict(target: Session, options: { readonly developerTools: boolean; readonly log: LocalLog }): void {
  const { log } = options;
  denyPermissions(target, (permission) => log.warn('security', 'permission refused', { permission }));
  denyDownloads(target, () => log.warn('security', 'download refused'));
  disableSpellcheck(target);
  denyNetwork(target, {
    developerTools: options.developerTools,
    onRefused: () => log.warn('security', 'request of the UI session refused'),
  });
}

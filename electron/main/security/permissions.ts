/**
 * Checklist 5: permissions. Electron grants by default; here every one is refused, in the UI and in captured pages, by
 * the request handler, the check handler and the device handler. A row exists for each so that its refusal has a reason.
 */

import type { Session } from 'electron';

/** Why each permission is refused; what is not listed is refused as unknown. */
export const PERMISSION_REASONS: Readonly<Record<string, string>> = Object.freeze({
  ar: 'no devices',
  'automatic-fullscreen': 'as fullscreen',
  'background-fetch': 'nothing runs when the window is closed',
  'captured-surface-control': 'screens are captured by main, never by a page',
  'geolocation-approximate': 'as geolocation',
  'hand-tracking': 'no devices',
  'local-network': 'a page does not reach into the office network',
  'local-network-access': 'as local-network',
  'loopback-network': 'a page does not reach programs of this computer',
  nfc: 'no devices',
  'payment-handler': 'nothing is paid here',
  'periodic-background-sync': 'nothing runs when the window is closed',
  'screen-wake-lock': 'the screen lock protects the vault',
  sensors: 'no devices',
  'smart-card': 'no devices',
  'system-wake-lock': 'the screen lock protects the vault',
  vr: 'no devices',
  'web-app-installation': 'a page does not install itself',
  'web-printing': 'printing is not a page’s business',
  'accessibility-events': 'no page needs to watch assistive technology',
  'background-sync': 'nothing runs when the window is closed',
  'clipboard-read': 'pasting goes through main, which reads pictures only',
  'clipboard-sanitized-write': 'copying goes through main, so that what leaves is seen in one place',
  'deprecated-sync-clipboard-read': 'as clipboard-read',
  'display-capture': 'screens are captured by main, never by a page',
  fileSystem: 'files are chosen in dialogs of main; no page holds a path',
  fullscreen: 'a captured page must not imitate the system or the app',
  geolocation: 'where the officer is concerns no page',
  hid: 'no devices',
  'idle-detection': 'idle is measured by main',
  keyboardLock: 'a page must not hold the lock shortcut back',
  'local-fonts': 'installed fonts identify the machine',
  media: 'no camera and no microphone',
  mediaKeySystem: 'no protected media, and no identifier for it',
  midi: 'no devices',
  midiSysex: 'no devices',
  notifications: 'a page must not write on the desktop',
  openExternal: 'other programs are started by one guarded function only',
  'persistent-storage': 'pages keep nothing',
  pointerLock: 'a captured page must not take the pointer',
  serial: 'no devices',
  'speaker-selection': 'no devices',
  'storage-access': 'no third-party storage',
  'top-level-storage-access': 'no third-party storage',
  unknown: 'what has no name is not granted',
  usb: 'no devices',
  'window-management': 'a page must not place windows',
});

/** The part of a session this rule needs. */
export type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Never granted. A function, so that the day one is granted it has to pass here and its test. */
export function isPermissionGranted(_permission: string): boolean {
  return false;
}

/** Refuses everything on a session. Handlers are taken off first, so that grants of an earlier handler die with it. */
export function denyPermissions(session: PermissionSession, onRefused: (permission: string) => void): void {
  session.setPermissionRequestHandler(null);
  session.setPermissionCheckHandler(null);
  session.setDevicePermissionHandler(null);
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    onRefused(permission);
    answer(isPermissionGranted(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission));
  session.setDevicePermissionHandler(() => false);
}

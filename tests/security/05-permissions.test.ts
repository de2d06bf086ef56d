/** Checklist 5: permissions, by request, by check and by device. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  denyPermissions,
  isPermissionGranted,
  PERMISSION_REASONS,
  type PermissionSession,
} from '../../electron/main/security/permissions.ts';

/** The permissions Electron's own types name for requests. */
function permissionsOfElectron(): string[] {
  const types = readFileSync(path.join(process.cwd(), 'node_modules/electron/electron.d.ts'), 'utf8');
  const line = types.split('\n').find((text) => text.includes('setPermissionRequestHandler(handler: ((webContents'));
  const list = /permission: ([^,]+),/.exec(line ?? '')?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

function recordingSession(): { session: PermissionSession; set: [string, unknown][] } {
  const set: [string, unknown][] = [];
  const record = (name: string) => (handler: unknown) => void set.push([name, handler]);
  const session = {
    setPermissionRequestHandler: record('request'),
    setPermissionCheckHandler: record('check'),
    setDevicePermissionHandler: record('device'),
  };
  return { session: session, set };
}

describe('permissions', () => {
  it('are refused, each with a reason in the table, none of this Electron missing', () => {
    const known = permissionsOfElectron();
    expect(known.length).toBeGreaterThan(30);
    for (const permission of known) expect(PERMISSION_REASONS[permission], permission).toMatch(/\w{2}/);
    for (const permission of [...known, 'something-new', '']) expect(isPermissionGranted(permission)).toBe(false);
  });

  it('are refused by all three handlers, after the handlers before them were taken off', () => {
    const { session, set } = recordingSession();
    const told: string[] = [];
    denyPermissions(session, (permission) => told.push(permission));
    expect(set.slice(0, 3)).toEqual([
      ['request', null],
      ['check', null],
      ['device', null],
    ]);
    const [request, check, device] = set.slice(3).map(([, handler]) => handler as (...values: unknown[]) => unknown);
    const answers: unknown[] = [];
    request?.({}, 'media', (granted: unknown) => answers.push(granted));
    answers.push(check?.({}, 'media'), device?.({}));
    expect(answers).toEqual([false, false, false]);
    expect(told).toEqual(['media']);
  });
});

/** Checklist 16 and 4: an old engine or a missing sandbox limits the app; a packaged app hears no developer. */
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { AppError } from '#shared/errors/app-error.ts';
import { ignoredSwitches, ignoredVariables } from '../../electron/main/security/developer-switches.ts';
import {
  requireVaultAllowed,
  runtimeLimitOf,
  SHIPPED_ELECTRON_MAJOR,
} from '../../electron/main/security/runtime-limit.ts';

describe('the runtime', () => {
  it('is the pinned one, exactly', () => {
    const { electron } = packageFile.devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(electron, 10)).toBe(SHIPPED_ELECTRON_MAJOR);
  });

  it('is free when it is current and sandboxed', () => {
    expect(runtimeLimitOf({ electronVersion: '45.4.1', sandboxOff: false })).toBeNull();
    expect(runtimeLimitOf({ electronVersion: '46.0.0', sandboxOff: false })).toBeNull();
  });

  it.each([
    ['25.1.1', false, 'development-runtime'],
    ['25.1.1', true, 'development-runtime'],
    ['44.9.9', false, 'development-runtime'],
    ['', false, 'development-runtime'],
    ['unknown', false, 'development-runtime'],
    ['45.4.1', true, 'sandbox-off'],
  ] as const)('%s with sandbox off %s is limited: %s', (electronVersion, sandboxOff, limit) => {
    expect(runtimeLimitOf({ electronVersion, sandboxOff })).toBe(limit);
  });

  it('opens practice vaults under a limit, and no other', () => {
    expect(() => requireVaultAllowed('development-runtime', true)).not.toThrow();
    expect(() => requireVaultAllowed(null, false)).not.toThrow();
    for (const limit of ['development-runtime', 'sandbox-off'] as const) {
      expect(() => requireVaultAllowed(limit, false)).toThrow(AppError);
    }
  });
});

describe('input meant for developers', () => {
  const names = ['PATH', 'HOME', 'NETRA_VAULT_NODE', 'ELECTRON_RUN_AS_NODE', 'electron_enable_logging', 'NODE_OPTIONS'];

  it('is heard in development', () => {
    expect(ignoredVariables(names, false)).toEqual([]);
    expect(ignoredSwitches(false)).toEqual([]);
  });

  it('is not heard by a packaged app', () => {
    expect(ignoredVariables(names, true)).toEqual(names.slice(2));
    expect(ignoredSwitches(true)).toEqual(
      expect.arrayContaining(['remote-debugging-port', 'inspect', 'disable-web-security', 'ignore-certificate-errors']),
    );
  });
});

/** Beyond the list: downloads, spell checker, content protection. */
import { expect, it, vi } from 'vitest';
import { protectContent } from '../../electron/main/security/content-protection.ts';
import { denyDownloads } from '../../electron/main/security/downloads.ts';
import { disableSpellcheck } from '../../electron/main/security/spellcheck.ts';

it('refuses every download and tells which', () => {
  const preventDefault = vi.fn();
  const told: string[] = [];
  denyDownloads(
    { on: (_event, listener) => listener({ preventDefault }, { getURL: () => 'app://netra/x' }) },
    (address) => told.push(address),
  );
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(told).toEqual(['app://netra/x']);
});

it('switches the spell checker off', () => {
  const setSpellCheckerEnabled = vi.fn();
  disableSpellcheck({ setSpellCheckerEnabled });
  expect(setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
});

it('protects the windows that are open, and takes the protection back', () => {
  const open = { isDestroyed: () => false, setContentProtection: vi.fn() };
  const closed = { isDestroyed: () => true, setContentProtection: vi.fn() };
  protectContent([open, closed], true);
  protectContent([open, closed], false);
  expect(open.setContentProtection.mock.calls).toEqual([[true], [false]]);
  expect(closed.setContentProtection).not.toHaveBeenCalled();
});

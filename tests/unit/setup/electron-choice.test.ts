import { describe, expect, it, vi } from 'vitest';
import { chooseElectron, executableInside, runtimeLine } from '../../../scripts/lib/electron.mjs';

/** A machine without any Electron that reaches nothing; each test gives it what it needs. */
function machine(own: Record<string, unknown> = {}) {
  return {
    override: undefined as string | undefined,
    installed: vi.fn<() => string | null>(() => null),
    download: vi.fn(() => Promise.resolve(false)),
    fallbackPossible: false,
    fallback: vi.fn(() => Promise.resolve('/fallback')),
    isRuntime: () => true,
    ...own,
  };
}

describe('which Electron', () => {
  it('is first the one the person names, and then nothing else is asked', async () => {
    const effects = machine({ override: '/named', installed: vi.fn(() => '/official') });
    expect(await chooseElectron(effects)).toEqual({ folder: '/named', source: 'override' });
    expect(effects.installed).not.toHaveBeenCalled();
    expect(effects.download).not.toHaveBeenCalled();
  });

  it('is refused when the person names a folder without one', async () => {
    const effects = machine({ override: '/empty', isRuntime: () => false, fallbackPossible: true });
    await expect(chooseElectron(effects)).rejects.toThrow('/empty');
    expect(effects.fallback).not.toHaveBeenCalled();
  });

  it('is then the installed official one, without a download', async () => {
    const effects = machine({ installed: vi.fn(() => '/official'), fallbackPossible: true });
    expect(await chooseElectron(effects)).toEqual({ folder: '/official', source: 'installed' });
    expect(effects.download).not.toHaveBeenCalled();
    expect(effects.fallback).not.toHaveBeenCalled();
  });

  it('is then the official download', async () => {
    const installed = vi.fn<() => string | null>().mockReturnValueOnce(null).mockReturnValueOnce('/official');
    const effects = machine({ installed, download: vi.fn(() => Promise.resolve(true)), fallbackPossible: true });
    expect(await chooseElectron(effects)).toEqual({ folder: '/official', source: 'downloaded' });
    expect(effects.fallback).not.toHaveBeenCalled();
  });

  it('is the fallback only when the download failed and the platform has one', async () => {
    const effects = machine({ fallbackPossible: true });
    expect(await chooseElectron(effects)).toEqual({ folder: '/fallback', source: 'fallback' });
    expect(effects.download).toHaveBeenCalledOnce();
  });

  it('is the fallback also when a download says it worked and left nothing', async () => {
    const effects = machine({ download: vi.fn(() => Promise.resolve(true)), fallbackPossible: true });
    expect(await chooseElectron(effects)).toEqual({ folder: '/fallback', source: 'fallback' });
  });

  it('is an error elsewhere, and the fallback is not fetched', async () => {
    const effects = machine();
    await expect(chooseElectron(effects)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
    expect(effects.fallback).not.toHaveBeenCalled();
  });

  it('lies where each platform has it', () => {
    expect(executableInside('linux')).toBe('electron');
    expect(executableInside('win32')).toBe('electron.exe');
    expect(executableInside('darwin')).toMatch(/^Electron\.app\//);
  });

  it('is named in one line that says when it is never shipped', () => {
    const line = runtimeLine({ isFallback: true, version: '25.1.1' });
    expect(line).toContain('never shipped');
    expect(line).not.toContain('\n');
    expect(runtimeLine({ isFallback: false, version: '45.4.1', source: 'installed' })).not.toContain('never shipped');
  });
});

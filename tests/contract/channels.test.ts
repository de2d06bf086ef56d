import { describe, expect, it } from 'vitest';
import { CAPTURE_TOOLBAR_OPERATIONS, EVENTS, MAIN_WINDOW_OPERATIONS } from '#shared/contract/channels.ts';
import { eventPayloads } from '#shared/contract/events.ts';
import { OPERATIONS } from '#shared/contract/index.ts';
import type { WindowRole } from '#shared/contract/operation.ts';

function namesFor(role: WindowRole): string[] {
  return [...OPERATIONS.values()]
    .filter(({ windows }) => windows.includes(role))
    .map(({ name }) => name)
    .sort();
}

describe('the plain channel list', () => {
  it('names exactly the operations of the main window', () => {
    expect([...MAIN_WINDOW_OPERATIONS].sort()).toEqual(namesFor('main'));
  });

  it('names exactly the operations of the capture tool bar', () => {
    expect([...CAPTURE_TOOLBAR_OPERATIONS].sort()).toEqual(namesFor('capture-toolbar'));
  });

  it('names exactly the events', () => {
    expect([...EVENTS].sort()).toEqual(Object.keys(eventPayloads).sort());
  });

  it('gives every operation a window, and the table its own name', () => {
    for (const [name, operation] of OPERATIONS) {
      expect(operation.name).toBe(name);
      expect(operation.windows.length, name).toBeGreaterThan(0);
    }
  });

  it('lets the tool bar of the capture window change nothing but its own window and the lock', () => {
    const commands = [...OPERATIONS.values()].filter(
      ({ windows, kind }) => kind === 'command' && (windows as readonly string[]).includes('capture-toolbar'),
    );
    const beyond = commands.map(({ name }) => name).filter((name) => !name.startsWith('capture.'));
    expect(beyond.sort()).toEqual(['vault.lock', 'vault.noteActivity']);
  });
});

/** Esc in a panel. */
import type { KeyboardEvent } from 'react';

/**
 * Closes a panel by Esc pressed in it. Not by one that was meant for a dialog or a list which the panel opened: they stand
 * elsewhere on the page, but React tells the panel of their keys as of its own.
 */
export function closeByEscape(onClose: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return ({ key, target, currentTarget }) => {
    if (key === 'Escape' && target instanceof Node && currentTarget.contains(target)) onClose();
  };
}

/** Checklist 17: each reason for which a sender is refused. The router's own test forges whole messages. */
import { expect, it } from 'vitest';
import { judgeSender } from '../../electron/main/security/trusted-sender.ts';

const roleOf = (id: number): 'main' | null => (id === 1 ? 'main' : null);
const ours = { url: 'app://netra/', origin: 'app://netra', parent: null };

it.each([
  ['ours', { senderFrame: ours, sender: { id: 1 } }, { trusted: true, role: 'main' }],
  ['a frame that is gone', { senderFrame: null, sender: { id: 1 } }, { trusted: false, reason: 'no-frame' }],
  [
    'a sub-frame',
    { senderFrame: { ...ours, parent: ours }, sender: { id: 1 } },
    { trusted: false, reason: 'not-top-frame' },
  ],
  [
    'an opaque origin',
    { senderFrame: { ...ours, origin: 'null' }, sender: { id: 1 } },
    { trusted: false, reason: 'foreign-origin' },
  ],
  [
    'a foreign address',
    { senderFrame: { ...ours, url: 'about:blank' }, sender: { id: 1 } },
    { trusted: false, reason: 'foreign-origin' },
  ],
  [
    'no origin and a foreign address',
    { senderFrame: { url: 'about:srcdoc', parent: null }, sender: { id: 1 } },
    { trusted: false, reason: 'foreign-origin' },
  ],
  ['another window', { senderFrame: ours, sender: { id: 2 } }, { trusted: false, reason: 'unknown-window' }],
] as const)('%s', (_name, event, verdict) => expect(judgeSender(event, roleOf)).toEqual(verdict));

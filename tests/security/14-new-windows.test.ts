/** Checklist 14: nothing a page does opens a window. */
import { expect, it } from 'vitest';
import { denyNewWindows } from '../../electron/main/security/new-windows.ts';

it.each(['https://example.test/', 'app://netra/index.html', 'about:blank', 'javascript:1', ''])(
  'denies %j and offers the address',
  (url) => {
    const offered: string[] = [];
    let answer: unknown;
    denyNewWindows({ setWindowOpenHandler: (handler) => (answer = handler({ url })) }, (address) =>
      offered.push(address),
    );
    expect(answer).toEqual({ action: 'deny' });
    expect(offered).toEqual([url]);
  },
);

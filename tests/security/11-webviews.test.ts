/** Checklist 11 and 12: no <webview> is ever attached. */
import { expect, it, vi } from 'vitest';
import { denyWebviews, type EmbeddingContents } from '../../electron/main/security/webviews.ts';

it('prevents every attachment and tells', () => {
  const preventDefault = vi.fn();
  const told = vi.fn();
  const contents: EmbeddingContents = { on: (_event, listener) => listener({ preventDefault }) };
  denyWebviews(contents, told);
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(told).toHaveBeenCalledOnce();
});

/** Checklist 15: what may be handed to the system's browser. */
import { describe, expect, it } from 'vitest';
import { externalAddress, openExternally } from '../../electron/main/security/external-links.ts';

function opener(yes: boolean) {
  const opened: string[] = [];
  const asked: string[] = [];
  return {
    opened,
    asked,
    confirm: async (address: string) => {
      asked.push(address);
      return yes;
    },
    open: async (address: string) => void opened.push(address),
  };
}

describe('addresses that leave the app', () => {
  it.each([
    ['https://jdih.example.test/uu/2023/20', 'https://jdih.example.test/uu/2023/20'],
    ['HTTP://EXAMPLE.test', 'http://example.test/'],
    ['https://example.test/a b', 'https://example.test/a%20b'],
  ])('lets %s out as %s', (address, expected) => expect(externalAddress(address)).toBe(expected));

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'mailto:a@example.test',
    'ms-msdt:/id',
    'search-ms:query=x',
    'vbscript:x',
    'app://netra/',
    'evidence://view_0',
    'https://user@example.test/',
    'https://user:secret@example.test/',
    'https://',
    'example.test',
    '\\\\server\\share',
    '',
    `https://example.test/${'a'.repeat(3_000)}`,
  ])('keeps %j in', (address) => expect(externalAddress(address)).toBeNull());

  it('opens after a yes only', async () => {
    const yes = opener(true);
    expect(await openExternally('https://example.test', yes)).toBe(true);
    expect(yes.opened).toEqual(['https://example.test/']);
    const no = opener(false);
    expect(await openExternally('https://example.test', no)).toBe(false);
    expect(no.opened).toEqual([]);
  });

  it('does not even ask about an address that must not be opened', async () => {
    const yes = opener(true);
    expect(await openExternally('file:///x', yes)).toBe(false);
    expect(yes.asked).toEqual([]);
  });
});

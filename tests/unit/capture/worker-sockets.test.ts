import { describe, expect, it } from 'vitest';
import { headersWithoutSockets } from '../../../electron/main/capture/adapter/worker-sockets.ts';

const POLICY = 'connect-src http: https: data: blob:';

describe('headersWithoutSockets', () => {
  it('gives the script of a service worker, which no page asked for, a policy without sockets', () => {
    const responseHeaders = { 'Content-Type': ['text/javascript'], Server: 'situs' };
    expect(headersWithoutSockets({ resourceType: 'script', responseHeaders })).toEqual({
      'Content-Type': ['text/javascript'],
      Server: ['situs'],
      'Content-Security-Policy': [POLICY],
    });
    expect(headersWithoutSockets({ resourceType: 'script' })).toEqual({ 'Content-Security-Policy': [POLICY] });
  });

  it('keeps the policies that the script has', () => {
    const responseHeaders = { 'content-security-policy': ["default-src 'self'"] };
    expect(headersWithoutSockets({ resourceType: 'script', responseHeaders })).toEqual({
      'Content-Security-Policy': ["default-src 'self'", POLICY],
    });
  });

  it('leaves the scripts of pages and all else as they came', () => {
    expect(headersWithoutSockets({ resourceType: 'script', webContentsId: 3 })).toBeNull();
    expect(headersWithoutSockets({ resourceType: 'mainFrame' })).toBeNull();
  });
});

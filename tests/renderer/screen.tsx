/** Draws the whole app over a fake bridge at one address. */
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import axe from 'axe-core';
import { afterEach, expect, vi } from 'vitest';
import { App } from '../../renderer/app/app.tsx';
import { makeQueryClient } from '../../renderer/app/providers.tsx';
import { makeRouter } from '../../renderer/app/routes.tsx';
import { forgetJobs } from '../../renderer/bridge/jobs.ts';
import { makeI18n } from '../../renderer/i18n/index.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { makeFakeBridge } from '../support/fake-bridge.ts';
import type { FakeAnswers, FakeBridge } from '../support/fake-vault-states.ts';

// pdf.js needs a canvas and a worker; its pages are seen in the end-to-end suite.
vi.mock('../../renderer/features/reports/pdf-pages.tsx', () => ({ PdfPages: () => <div>halaman</div> }));

/** What jsdom lacks and the screens ask for. */
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});
Object.assign(globalThis, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver });
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { get: () => 600, configurable: true },
  offsetWidth: { get: () => 1000, configurable: true },
  clientHeight: { get: () => 600, configurable: true },
  clientWidth: { get: () => 1000, configurable: true },
  scrollIntoView: { value: () => undefined, configurable: true },
  scrollTo: { value: () => undefined, configurable: true },
});
window.scrollTo = () => undefined;
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});

// The machine may be busy with other suites.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? 'not found') });

/** Complaints of React and of the screens; a test that leaves one has failed. */
const complaints = vi.spyOn(console, 'error');
afterEach(() => {
  cleanup();
  const said = complaints.mock.calls.map((call) => String(call[0]));
  complaints.mockClear();
  forgetJobs();
  expect(said).toEqual([]);
});

export interface Screen extends ReturnType<typeof render> {
  readonly fake: FakeBridge;
  readonly user: ReturnType<typeof userEvent.setup>;
}

interface ScreenOptions {
  readonly answers?: Partial<FakeAnswers>;
  readonly status?: VaultStatus;
  readonly language?: 'id' | 'en';
}

/** The app at an address such as "/kasus". */
export function showScreen(address: string, { answers = {}, status, language = 'id' }: ScreenOptions = {}): Screen {
  const fake = makeFakeBridge(answers, status);
  Object.assign(window, { netra: fake.bridge });
  const user = userEvent.setup({ delay: null });
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  const drawn = render(
    <App client={makeQueryClient()} words={makeI18n(language)} nonce="uji">
      <RouterProvider router={router} />
    </App>,
  );
  return { ...drawn, fake, user };
}

/** Fails on what axe finds; colours and regions of single screens are judged in real windows. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  const found = await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

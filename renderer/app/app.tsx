/** The app as one element, for the page and for tests. */
import { RouterProvider } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { Gate } from './gate.tsx';
import { Providers } from './providers.tsx';
import type { makeRouter } from './routes.tsx';

interface AppProps {
  readonly client: QueryClient;
  readonly words: i18n;
  readonly router: ReturnType<typeof makeRouter>;
  readonly nonce: string;
}

/** Everything. */
export function App({ client, words, router, nonce }: AppProps): ReactNode {
  return (
    <Providers client={client} words={words} nonce={nonce}>
      <Gate>
        <RouterProvider router={router} />
      </Gate>
    </Providers>
  );
}

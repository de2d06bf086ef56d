/** The app as one element, for the page and for tests. */
import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, Suspense } from 'react';
import { Bones } from '../ui/states.tsx';
import { Gate } from './gate.tsx';
import { Providers } from './providers.tsx';

interface AppProps {
  readonly client: QueryClient;
  readonly words: i18n;
  readonly nonce: string;
  /** What stands behind the door. */
  readonly children: ReactNode;
}

/** Everything. */
export function App({ client, words, nonce, children }: AppProps): ReactNode {
  return (
    <Providers client={client} words={words} nonce={nonce}>
      <Gate>
        <Suspense fallback={<Bones rows={8} />}>{children}</Suspense>
      </Gate>
    </Providers>
  );
}

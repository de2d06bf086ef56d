/** What every screen stands in: queries, words, theme, messages. */
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { AppError } from '#shared/errors/app-error.ts';
import { usePreferences } from '../bridge/preferences.ts';
import { cssVariables, theme } from '../ui/theme.ts';

/** A client for an app without a network: never paused, never retried where the answer is a refusal. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => !(error instanceof AppError) && count < 1,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The providers in their order. `nonce` is this load's style nonce. */
export function Providers({
  client,
  words,
  nonce,
  children,
}: {
  client: QueryClient;
  words: i18n;
  nonce: string;
  children: ReactNode;
}): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={words}>
        <Themed words={words} nonce={nonce}>
          {children}
        </Themed>
      </I18nextProvider>
    </QueryClientProvider>
  );
}

function Themed({ words, nonce, children }: { words: i18n; nonce: string; children: ReactNode }): ReactNode {
  const [preferences] = usePreferences();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const scheme = preferences.theme === 'system' ? (systemDark ? 'dark' : 'light') : preferences.theme;
  useEffect(() => {
    document.documentElement.lang = preferences.language;
    document.documentElement.dataset['density'] = preferences.density;
    if (words.language !== preferences.language) void words.changeLanguage(preferences.language);
  }, [preferences.language, preferences.density, words]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" limit={3} zIndex={400} />
      {children}
    </MantineProvider>
  );
}

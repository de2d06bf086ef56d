/** The main window's page: mounts the app. */
import './zod-without-eval.ts';
import '@fontsource-variable/plus-jakarta-sans/wght.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-500.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/theme.css';
import './ui/parts.css';
import { setNonce } from 'get-nonce';
import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { makeQueryClient } from './app/providers.tsx';
import { makeI18n } from './i18n/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
// Filled in by the app:// handler for this load; both style libraries must know it before they draw.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="netra-style-nonce"]')?.content ?? '';
setNonce(nonce);
const loadScreens = () => import('./app/screens.tsx');
const Screens = lazy(async () => ({ default: (await loadScreens()).Screens }));
createRoot(root).render(
  <App client={makeQueryClient()} words={makeI18n('id')} nonce={nonce}>
    <Screens />
  </App>,
);
// While the passphrase is typed; what fails here is asked for again, and told, once they are shown.
requestIdleCallback(() => void loadScreens().catch(() => undefined));

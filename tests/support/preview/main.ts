/** The main window's page over the fake bridge, to look at the screens without main and vault. The file's name says the state: open-light.html, none-dark-en.html, … */
import '../../../renderer/zod-without-eval.ts';
import { makeFakeBridge } from '../fake-bridge.ts';
import { NO_VAULT } from '../../../shared/contract/vault.ts';
import { LOCKED_VAULT, OPEN_VAULT } from '../fake-vault-states.ts';

const states = {
  none: NO_VAULT,
  locked: LOCKED_VAULT,
  open: OPEN_VAULT,
  practice: { ...OPEN_VAULT, practice: true, name: 'Brankas latihan' },
};
const [asked = 'open', theme = 'light', language = 'id'] = window.location.pathname
  .replace(/^.*\/|\.html$/g, '')
  .split('-');
const fake = makeFakeBridge({}, Object.entries(states).find(([name]) => name === asked)?.[1] ?? OPEN_VAULT);
await fake.bridge.operations['app.setPreferences']({
  theme: theme === 'dark' ? 'dark' : 'light',
  language: language === 'en' ? 'en' : 'id',
});
Object.assign(window, { netra: fake.bridge, fakeNetra: fake });
await import('../../../renderer/main.tsx');

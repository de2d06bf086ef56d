/** The operations of the program itself: versions, preferences, dialogs, clipboard. */
import type { OutputOf } from '#shared/contract/index.ts';
import type { RuntimeLimit } from '../../security/runtime-limit.ts';
import type { Dialogs } from '../../platform/dialogs.ts';
import type { PreferencesStore } from '../../platform/preferences.ts';
import type { VaultSession } from '../../vault-host/vault-session.ts';
import type { MainHandlers } from '../router.ts';

export interface AppHandlerParts {
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chromium: string;
    readonly platform: string;
  };
  readonly limit: RuntimeLimit;
  readonly preferences: PreferencesStore;
  readonly dialogs: Dialogs;
  readonly vault: VaultSession;
  /** The picture in the clipboard as PNG bytes, or null. */
  clipboardPicture(): Promise<Uint8Array<ArrayBuffer> | null>;
  copyText(text: string): Promise<void>;
  pastedName(): string;
  /** Menu and theme follow the preferences. */
  onPreferences(): void;
}

type AppHandlers = Pick<MainHandlers, Extract<keyof MainHandlers, `app.${string}`>>;

/** The handlers of `app.*` that run in main. */
export function appHandlers(parts: AppHandlerParts): AppHandlers {
  const { versions, preferences, dialogs, vault } = parts;
  const register = async (paths: readonly string[]): Promise<OutputOf<'app.chooseFiles'>> => {
    if (paths.length === 0) return { files: [] };
    const { files } = await vault.ask('registerFiles', { paths: [...paths] });
    return { files: [...files] };
  };
  return {
    'app.info': () => ({
      version: versions.app,
      electron: versions.electron,
      chromium: versions.chromium,
      platform: versions.platform,
      runtimeLimit: parts.limit,
    }),
    'app.getPreferences': () => preferences.get(),
    'app.setPreferences': (change) => {
      const next = preferences.set(change);
      parts.onPreferences();
      return next;
    },
    'app.chooseFiles': async ({ purpose, multiple }) => register(await dialogs.chooseFiles(purpose, multiple)),
    'app.registerDroppedFiles': ({ paths }) => register(paths),
    'app.pasteImage': async () => {
      const bytes = await parts.clipboardPicture();
      if (bytes === null) return { file: null };
      return { file: await vault.ask('registerBytes', { name: parts.pastedName(), bytes }) };
    },
    'app.chooseDirectory': async ({ purpose }) => ({ directory: await dialogs.chooseDirectory(purpose) }),
    'app.copyText': async ({ text }) => {
      await parts.copyText(text);
      return {};
    },
  };
}

/** How the app looks on this machine: language, theme, lists. No personal data; readable before any vault is open. */
import { preferences as preferencesShape, type Preferences } from '#shared/contract/app.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const DEFAULTS: Preferences = {
  language: 'id',
  theme: 'system',
  density: 'comfortable',
  sidebarCollapsed: false,
  lists: {},
};
/** More lists than the app has; an older version's leftovers are dropped. */
const MAXIMUM_LISTS = 60;

export interface PreferencesStore {
  get(): Preferences;
  /** Keeps the given ones, leaves the others, answers all. */
  set(change: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined }): Preferences;
}

/** Preferences in a file; read once. */
export function createPreferencesStore(file: string): PreferencesStore {
  let current = readJsonFile(file, preferencesShape, DEFAULTS);
  return {
    get: () => current,
    set(change) {
      const lists = Object.entries({ ...current.lists, ...change.lists }).slice(-MAXIMUM_LISTS);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      current = preferencesShape.parse({ ...current, ...given, lists: Object.fromEntries(lists) });
      writeJsonFile(file, current);
      return current;
    },
  };
}

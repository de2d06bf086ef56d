/** Preferences of this computer's user, and what each list remembers (sort, filters, widths). */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Preferences } from '#shared/contract/app.ts';
import { call } from './call.ts';
import { useOperation } from './queries.ts';

const KEY = ['app.getPreferences', {}] as const;

/** Until main answered. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'id',
  theme: 'system',
  density: 'comfortable',
  sidebarCollapsed: false,
  lists: {},
};

/** The preferences, and the way to change some of them at once. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const client = useQueryClient();
  const { data } = useOperation('app.getPreferences', {});
  const change = useCallback(
    (part: Partial<Preferences>) => {
      client.setQueryData<Preferences>(KEY, (before) => ({ ...DEFAULT_PREFERENCES, ...before, ...part }));
      call('app.setPreferences', part).then(
        (saved) => client.setQueryData(KEY, saved),
        () => client.invalidateQueries({ queryKey: KEY }),
      );
    },
    [client],
  );
  return [data ?? DEFAULT_PREFERENCES, change];
}

/** A piece of state that a list remembers between visits and between starts. */
export function useRemembered<Value>(
  list: string,
  shape: z.ZodType<Value>,
  initial: Value,
): readonly [Value, (next: Value) => void] {
  const [preferences, change] = usePreferences();
  const saved = preferences.lists[list];
  const [own, setOwn] = useState<Value | null>(null);
  const value = own ?? read(saved, shape) ?? initial;
  const set = (next: Value): void => {
    setOwn(next);
    change({ lists: { ...preferences.lists, [list]: JSON.stringify(next) } });
  };
  return [value, set];
}

/** What was remembered by another version and no longer fits is forgotten. */
function read<Value>(saved: string | undefined, shape: z.ZodType<Value>): Value | null {
  if (saved === undefined) return null;
  try {
    return shape.parse(JSON.parse(saved));
  } catch {
    return null;
  }
}

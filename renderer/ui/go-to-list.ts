/** Goes to a list as if somebody had set its filters there: what the list remembers is set, then its page is opened. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { usePreferences } from '../bridge/preferences.ts';

/** A list by the name under which it remembers its view, the view, and the address of its page. */
export interface ListGoal {
  readonly list: string;
  readonly view: Readonly<Record<string, unknown>>;
  readonly to: string;
  /** Which part of the page, where it has several. */
  readonly search?: Readonly<Record<string, unknown>>;
}

export function useGoToList(): (goal: ListGoal) => void {
  const navigate = useNavigate();
  const [preferences, change] = usePreferences();
  return useCallback(
    ({ list, view, to, search }: ListGoal) => {
      change({ lists: { ...preferences.lists, [list]: JSON.stringify(view) } });
      void navigate({ to, search: search ?? {} });
    },
    [navigate, preferences, change],
  );
}

/** Something of the vault that is opened for looking at. */
import { useEffect, useRef, useState } from 'react';
import { call } from '../bridge/call.ts';

/** What came of opening it: neither while it is being opened. */
interface View {
  readonly handle: string | null;
  readonly error: unknown;
}
const WAITING: View = { handle: null, error: null };

/** Opens what `key` names, which custody records, once for each key; lets go of it when it is left. Null: nothing is opened. */
export function useView(key: string | null, open: (key: string) => Promise<{ readonly handle: string }>): View {
  const [state, setState] = useState<View & { readonly of: string | null }>({ ...WAITING, of: null });
  const opener = useRef(open);
  useEffect(() => {
    opener.current = open;
  });
  useEffect(() => {
    if (key === null) return undefined;
    let left = false;
    let opened: string | null = null;
    const release = (): void => {
      // A handle that is gone already ended with the lock.
      if (opened !== null) call('app.releaseView', { handle: opened }).catch(() => undefined);
    };
    opener.current(key).then(
      ({ handle }) => {
        opened = handle;
        if (left) release();
        else setState({ handle, error: null, of: key });
      },
      (error: unknown) => !left && setState({ handle: null, error, of: key }),
    );
    return () => {
      left = true;
      release();
    };
  }, [key]);
  return state.of === key ? state : WAITING;
}

/** The chosen row of a list stands where it can be seen, also when an address or a shortcut chose it. */
import { type RefObject, useEffect, useRef } from 'react';

/** For the element of one row: scrolls to it when it becomes the chosen one; a row that is seen stays where it is. */
export function useInView<Row extends HTMLElement>(chosen: boolean): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return row;
}

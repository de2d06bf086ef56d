/** Many heavy controls, drawn over several turns: none of them keeps a key or a click waiting for all the others. */
import { useEffect, useState } from 'react';

/** How many of `count` may be drawn by now: `atOnce` to begin with, and as many more with each turn of the event loop. */
export function useGradually(count: number, atOnce: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + atOnce));
    return () => clearTimeout(timer);
  }, [drawn, count, atOnce]);
  return Math.min(drawn, count);
}

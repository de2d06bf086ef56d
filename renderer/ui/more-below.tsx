/** The end of a list that is not all here yet. */
import { type ReactNode, useEffect, useRef } from 'react';

/** Asks for more when the end comes near: it reaches up over the last screen or two of what is there. */
export function MoreBelow({ onNear }: { onNear: () => void }): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={ref} className="n-more-below" aria-hidden />;
}

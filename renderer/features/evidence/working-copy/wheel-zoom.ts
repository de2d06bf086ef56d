/** Ctrl and the wheel zoom about the pointer; without Ctrl the wheel scrolls, as everywhere. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Zoom } from './tools.tsx';

interface WheelZoom {
  readonly stage: RefObject<HTMLElement | null>;
  readonly picture: RefObject<Element | null>;
  readonly scale: number;
  readonly zoom: Pick<Zoom, 'in' | 'out'>;
}

/** The place of the picture below the pointer stays below it. */
export function useWheelZoom({ stage, picture, scale, zoom }: WheelZoom): void {
  /** Where the pointer stands on the screen, and where on the picture (0 to 1). */
  const held = useRef<{ x: number; y: number; across: number; down: number } | null>(null);
  const onWheel = (event: WheelEvent): void => {
    const inside = event.target instanceof Node && stage.current?.contains(event.target) === true;
    if (!inside || !(event.ctrlKey || event.metaKey) || event.deltaY === 0) return;
    event.preventDefault();
    const box = picture.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0 && box.height > 0) {
      const [across, down] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      held.current = { x: event.clientX, y: event.clientY, across, down };
    }
    if (event.deltaY < 0) zoom.in();
    else zoom.out();
  };
  useEffect(() => {
    // Not passive: the window must not zoom beside the picture.
    window.addEventListener('wheel', onWheel, { passive: false });
    return () => window.removeEventListener('wheel', onWheel);
  });
  useLayoutEffect(() => {
    const point = held.current;
    held.current = null;
    const box = picture.current?.getBoundingClientRect();
    const scrolled = stage.current;
    if (point === null || box === undefined || scrolled === null) return;
    scrolled.scrollLeft += box.left + point.across * box.width - point.x;
    scrolled.scrollTop += box.top + point.down * box.height - point.y;
  }, [scale, stage, picture]);
}

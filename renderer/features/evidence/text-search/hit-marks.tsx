/** Marks on a picture where the words that were looked for stand; the one looked at comes into sight. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TextSearch } from './use-text-search.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lies over the picture, wherever the stage has put it. */
export function HitMarks({
  search,
  picture,
}: {
  search: TextSearch;
  picture: RefObject<HTMLImageElement | null>;
}): ReactNode {
  const place = usePlace(picture);
  const current = useRef<HTMLSpanElement>(null);
  const { hits, at, extent } = search;
  const known = place !== null && extent !== null;
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [hits, at, known]);
  if (place === null || extent === null) return null;
  const [wide, tall] = [place.width / extent.width, place.height / extent.height];
  return (
    <div className="n-hits" style={place} aria-hidden>
      {hits.flatMap(({ boxes }, index) =>
        boxes.map((box, part) => (
          <span
            key={`${index} ${part}`}
            ref={index === at && part === 0 ? current : undefined}
            data-current={index === at || undefined}
            style={{ left: box.x * wide, top: box.y * tall, width: box.width * wide, height: box.height * tall }}
          />
        )),
      )}
    </div>
  );
}

/** Where the picture lies in its stage, followed as it loads and as the window changes. */
function usePlace(picture: RefObject<HTMLImageElement | null>): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const image = picture.current;
    if (image === null) return undefined;
    const look = (): void => {
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = image;
      setPlace({ left: offsetLeft, top: offsetTop, width: offsetWidth, height: offsetHeight });
    };
    const observer = new ResizeObserver(look);
    observer.observe(image);
    if (image.parentElement !== null) observer.observe(image.parentElement);
    look();
    return () => observer.disconnect();
  }, [picture]);
  return place;
}

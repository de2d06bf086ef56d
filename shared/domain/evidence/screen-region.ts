/** Rectangles on the still picture of a screen. All are whole pixels of that picture, whatever the screen's scale. */

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rectangle extends Point, Size {}

/** Smaller than this in either direction, nothing can be read: a slip of the hand. Pixels. */
export const SMALLEST_REGION = 8;

/**
 * The sizes in device pixels that a display may have whose size is told in device-independent ones, the likeliest first. At
 * one and a half times, 1024 rows are told as 682 or 683; screens have even numbers of pixels.
 */
export function devicePixels(size: Size, scale: number): Size[] {
  const widths = likelyPixels(size.width, scale);
  const heights = likelyPixels(size.height, scale);
  return heights.flatMap((height) => widths.map((width) => ({ width, height })));
}

/** Even numbers first: those that the system would have cut off to what it told, then those that it rounded up. */
function likelyPixels(told: number, scale: number): number[] {
  const exact = told * scale;
  const likely: number[] = [];
  for (let even = 2 * Math.ceil(exact / 2); even < exact + scale; even += 2) likely.push(even);
  for (let even = 2 * Math.floor(exact / 2); even > exact - scale; even -= 2) likely.push(even);
  return [...new Set([...likely, Math.round(exact)])];
}

/** Offered at the beginning, for work by the keyboard alone: the middle half. */
export function startRectangle(picture: Size): Rectangle {
  const width = Math.max(SMALLEST_REGION, Math.round(picture.width / 2));
  const height = Math.max(SMALLEST_REGION, Math.round(picture.height / 2));
  return {
    x: Math.round((picture.width - width) / 2),
    y: Math.round((picture.height - height) / 2),
    width,
    height,
  };
}

/** Where a point of the view that shows the picture (stretched over it) lies on the picture; held inside. */
export function toPicture(point: Point, view: Size, picture: Size): Point {
  return {
    x: held(Math.round((point.x * picture.width) / view.width), 0, picture.width),
    y: held(Math.round((point.y * picture.height) / view.height), 0, picture.height),
  };
}

/** Where a rectangle of the picture is drawn on the view; fractions are the browser's to round. */
export function toView(rectangle: Rectangle, view: Size, picture: Size): Rectangle {
  const across = view.width / picture.width;
  const down = view.height / picture.height;
  return {
    x: rectangle.x * across,
    y: rectangle.y * down,
    width: rectangle.width * across,
    height: rectangle.height * down,
  };
}

/** The rectangle between two points, drawn in any direction. */
export function between(from: Point, to: Point): Rectangle {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** The rectangle moved by so many pixels, stopped at the picture's edges. */
export function moved(rectangle: Rectangle, by: Point, picture: Size): Rectangle {
  return {
    ...rectangle,
    x: held(rectangle.x + by.x, 0, picture.width - rectangle.width),
    y: held(rectangle.y + by.y, 0, picture.height - rectangle.height),
  };
}

/** The rectangle with its right and lower edge moved by so many pixels, within the picture and never too small. */
export function resized(rectangle: Rectangle, by: Point, picture: Size): Rectangle {
  return {
    ...rectangle,
    width: held(rectangle.width + by.x, SMALLEST_REGION, picture.width - rectangle.x),
    height: held(rectangle.height + by.y, SMALLEST_REGION, picture.height - rectangle.y),
  };
}

/** Whether it can be cut out of the picture: inside, in whole pixels, and not too small. */
export function isRegion({ x, y, width, height }: Rectangle, picture: Size): boolean {
  return (
    [x, y, width, height].every(Number.isInteger) &&
    x >= 0 &&
    y >= 0 &&
    width >= SMALLEST_REGION &&
    height >= SMALLEST_REGION &&
    x + width <= picture.width &&
    y + height <= picture.height
  );
}

function held(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

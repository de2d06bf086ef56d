/** In whose name somebody signs, as the lines over a signature (a.n., u.b., Plt., Plh., Pj.). */

export const ACTING = ['Plt.', 'Plh.', 'Pj.'] as const;

export interface SigningPosition {
  /** Office of the one who signs. */
  readonly position: string;
  /** Acting for the office without holding it; null: holds it. */
  readonly acting: (typeof ACTING)[number] | null;
  /** Office on whose behalf it is signed (a.n.); null: in its own name. */
  readonly onBehalfOf: string | null;
  /** Office that was charged with it and passed it on (u.b.): stands between the two; null: nobody. */
  readonly through: string | null;
}

/** Three to four lines at most; the last ends with a comma. A pass-on (u.b.) without an "a.n." is a RangeError. */
export function signingPosition({ position, acting, onBehalfOf, through }: SigningPosition): string[] {
  if (through !== null && onBehalfOf === null) throw new RangeError('u.b. stands only under a.n.');
  const own = `${acting === null ? '' : `${acting} `}${position.replace(/,\s*$/, '')},`;
  return [...(onBehalfOf === null ? [] : [`a.n. ${onBehalfOf}`]), ...(through === null ? [] : [through, 'u.b.']), own];
}

/** Sizes of the picture to share, pixels: a feed post, a story, a link or a wide post. */
export const CARD_SIZES = {
  portrait: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
  landscape: { width: 1200, height: 675 },
} as const;
export type CardSize = keyof typeof CARD_SIZES;
export const CARD_SIZE_NAMES = ['portrait', 'story', 'landscape'] as const satisfies readonly CardSize[];

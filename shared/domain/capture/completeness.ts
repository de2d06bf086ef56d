/**
 * How much of a page a capture has, as the page itself declares it, and what that is worth: green, amber, or red. Pure.
 * A red item needs a word of explanation, or a second try; it is printed in the report.
 */

export type CompletenessLevel = 'green' | 'amber' | 'red';

import type { FactOrigin } from './post-facts.ts';

/** What was seen and what the page declares. */
export interface Completeness {
  /** CSS pixels. */
  readonly heightSeen: number;
  readonly documentHeight: number;
  readonly documentHeightBefore: number;
  readonly widthSeen: number;
  readonly documentWidth: number;
  readonly imagesDeclared: number;
  readonly imagesLoaded: number;
  readonly imagesFailed: number;
  /** Images that the page had not begun to load. */
  readonly imagesPending: number;
  readonly videosDeclared: number;
  readonly videosLoaded: number;
  /** Comments in the page when the page marks them as such; null when it does not. */
  readonly commentsShown: number | null;
  /** The page's own counter of comments; null when it states none. */
  readonly commentsStated: number | null;
  /** Where on the page that counter stands; null when there is none. */
  readonly commentsOrigin: FactOrigin | null;
  readonly frames: number;
  /** Frames of other sites, and whether all of them are painted in the picture. */
  readonly outerFrames: number;
  readonly outerFramesPainted: boolean;
  /** Parts that float over the page and show something, and how many of them were seen in its picture. */
  readonly layers: number;
  readonly layersSeen: number;
  readonly tilesPlanned: number;
  readonly tilesTaken: number;
  /** Pictures that were planned and did not come. */
  readonly framesDropped: number;
  /** Null when the pieces were not joined. */
  readonly joinsClean: boolean | null;
  /** Areas of the page that scroll by themselves and hide a part of what they hold. */
  readonly innerAreas: number;
  /** The most that one of them hides, CSS pixels. */
  readonly innerHidden: number;
  /** Things with text that were seen while scrolling through and were taken out of the page again. */
  readonly recycled: number;
}

export type CompletenessItem =
  | 'height'
  | 'width'
  | 'images'
  | 'videos'
  | 'comments'
  | 'joins'
  | 'frames'
  | 'inner-areas'
  | 'outer-frames'
  | 'layers'
  | 'recycled';

/** One line of the meter. `seen` and `declared` are counts or CSS pixels; null where the page states nothing. */
export interface CompletenessFinding {
  readonly item: CompletenessItem;
  readonly level: CompletenessLevel;
  readonly seen: number | null;
  readonly declared: number | null;
}

export interface CompletenessVerdict {
  /** The worst of the findings. */
  readonly level: CompletenessLevel;
  readonly findings: readonly CompletenessFinding[];
}

/** From this share on, what is missing is a remark and no reason to ask. */
const NEARLY_ALL = 0.9;
const NEARLY_ALL_HEIGHT = 0.98;

/** Judges a capture by what the page declares. */
export function judgeCompleteness(facts: Completeness): CompletenessVerdict {
  const findings: readonly CompletenessFinding[] = [
    finding('height', heightLevel(facts), Math.round(facts.heightSeen), Math.round(facts.documentHeight)),
    finding('width', widthLevel(facts), Math.round(facts.widthSeen), Math.round(facts.documentWidth)),
    counted('images', facts.imagesLoaded, facts.imagesDeclared),
    counted('videos', facts.videosLoaded, facts.videosDeclared),
    finding('comments', commentsLevel(facts), facts.commentsShown, facts.commentsStated),
    finding('joins', joinsLevel(facts), null, null),
    finding('frames', facts.framesDropped === 0 ? 'green' : 'red', facts.tilesTaken, facts.tilesPlanned),
    finding('inner-areas', innerLevel(facts), facts.innerAreas, null),
    finding('outer-frames', facts.outerFramesPainted ? 'green' : 'red', null, facts.outerFrames),
    finding('layers', facts.layersSeen >= facts.layers ? 'green' : 'amber', facts.layersSeen, facts.layers),
    finding('recycled', facts.recycled === 0 ? 'green' : 'red', facts.recycled, null),
  ];
  return { level: worstOf(findings.map(({ level }) => level)), findings };
}

/** The worst of some levels; green when there is none. */
export function worstOf(levels: readonly CompletenessLevel[]): CompletenessLevel {
  if (levels.includes('red')) return 'red';
  return levels.includes('amber') ? 'amber' : 'green';
}

function finding(
  item: CompletenessItem,
  level: CompletenessLevel,
  seen: number | null,
  declared: number | null,
): CompletenessFinding {
  return { item, level, seen, declared };
}

function counted(item: CompletenessItem, seen: number, declared: number): CompletenessFinding {
  return finding(item, shareLevel(seen, declared, NEARLY_ALL), seen, declared);
}

function shareLevel(seen: number, declared: number, nearly: number): CompletenessLevel {
  if (seen >= declared) return 'green';
  return seen >= declared * nearly ? 'amber' : 'red';
}

function heightLevel({ heightSeen, documentHeight }: Completeness): CompletenessLevel {
  if (heightSeen <= 0) return 'red';
  return shareLevel(heightSeen + 1, documentHeight, NEARLY_ALL_HEIGHT);
}

function widthLevel({ widthSeen, documentWidth }: Completeness): CompletenessLevel {
  return shareLevel(widthSeen + 1, documentWidth, NEARLY_ALL);
}

function commentsLevel({ commentsShown, commentsStated }: Completeness): CompletenessLevel {
  if (commentsStated === null || commentsStated === 0) return 'green';
  // The page counts them, but does not say which of its parts they are: a person has to look.
  if (commentsShown === null) return 'amber';
  return shareLevel(commentsShown, commentsStated, NEARLY_ALL);
}

function joinsLevel({ joinsClean, tilesPlanned }: Completeness): CompletenessLevel {
  if (joinsClean === null) return tilesPlanned > 1 ? 'amber' : 'green';
  return joinsClean ? 'green' : 'red';
}

function innerLevel({ innerAreas, innerHidden, documentHeight }: Completeness): CompletenessLevel {
  if (innerAreas === 0) return 'green';
  // More is hidden than the whole page shows: the page lives in that area.
  return innerHidden > documentHeight ? 'red' : 'amber';
}

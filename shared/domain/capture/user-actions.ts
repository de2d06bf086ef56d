/**
 * What a person did in the page since it was loaded: told by the page's own events that the browser calls trusted. Never a
 * typed character: keys are counted, and a field is named, not read.
 */

export type UserActionKind =
  /** Pressed with the mouse, a finger or a pen. */
  | 'clicked'
  /** Keys in a field. */
  | 'typed'
  /** Keys elsewhere. */
  | 'keys'
  | 'scrolled'
  /** Pressed within a frame of another document; what there is not told. */
  | 'entered-frame';

export interface UserAction {
  readonly kind: UserActionKind;
  /** First and last time, UTC instants. */
  readonly at: string;
  readonly until: string;
  /** Clicks, keys or turns of the wheel that follow each other on the same thing. */
  readonly count: number;
  /** Kind of element: a role or the element's name; empty where it has none. */
  readonly role: string;
  /** The element's own words; of a field its label, never its content. Empty where there are none. */
  readonly text: string;
  /** Where scrolling led to, CSS pixels; null for anything else. */
  readonly y: number | null;
}

export interface UserActions {
  readonly list: readonly UserAction[];
  /** Actions beyond the bound, which are counted alone. */
  readonly more: number;
}

/** So many different actions are kept of one page. */
export const ACTIONS_KEPT = 200;
/** Characters of an element's words. */
export const ACTION_TEXT = 120;

export const NO_ACTIONS: UserActions = { list: [], more: 0 };

/** What is in the window: which document was committed, and which address it has given itself since. */
import { withoutFragment } from './address.ts';
import { fieldRecord, fieldText, type JsonRecord } from './json.ts';

export interface PageState {
  /** Null until the first document was committed. */
  readonly loaderId: string | null;
  readonly mainFrame: string | null;
  /** What the address bar shows. */
  readonly shownAddress: string;
  /** How many times the page changed its own address since the document was committed. */
  readonly inPageChanges: number;
  /** Whether one of these changes led to another address than the document's (a fragment is no other address). */
  readonly leftDocumentAddress: boolean;
  readonly loading: boolean;
  /** "Navigation" or "BackForwardCacheRestore". */
  readonly navigation: string;
}

/** Follows the protocol's page events. */
export class PageTracker {
  #state: PageState = {
    loaderId: null,
    mainFrame: null,
    shownAddress: '',
    inPageChanges: 0,
    leftDocumentAddress: false,
    loading: false,
    navigation: 'Navigation',
  };

  get state(): PageState {
    return this.#state;
  }

  /** Page.getFrameTree: what is there when the recorder is attached, and a check later. Returns whether the document is another. */
  frameTree(answer: JsonRecord): boolean {
    const frame = fieldRecord(fieldRecord(answer, 'frameTree'), 'frame');
    const loaderId = fieldText(frame, 'loaderId') || null;
    const other = this.#state.loaderId !== null && loaderId !== null && loaderId !== this.#state.loaderId;
    if (this.#state.loaderId === null || other) this.#commit(frame, 'Navigation');
    return other;
  }

  /** Page.frameNavigated. Returns whether the main document was replaced. */
  frameNavigated(params: JsonRecord): boolean {
    const frame = fieldRecord(params, 'frame');
    if (fieldText(frame, 'parentId') !== '') return false;
    this.#commit(frame, fieldText(params, 'type', 'Navigation'));
    return true;
  }

  /** Page.navigatedWithinDocument: history API or a fragment. */
  navigatedWithin(params: JsonRecord): void {
    if (fieldText(params, 'frameId') !== this.#state.mainFrame) return;
    const shownAddress = fieldText(params, 'url', this.#state.shownAddress);
    const left = withoutFragment(shownAddress) !== withoutFragment(this.#state.shownAddress);
    this.#state = {
      ...this.#state,
      shownAddress,
      inPageChanges: this.#state.inPageChanges + 1,
      leftDocumentAddress: this.#state.leftDocumentAddress || left,
    };
  }

  /** Page.frameStartedLoading and Page.frameStoppedLoading. */
  loading(params: JsonRecord, loading: boolean): void {
    const { mainFrame } = this.#state;
    if (mainFrame === null || fieldText(params, 'frameId') === mainFrame) this.#state = { ...this.#state, loading };
  }

  #commit(frame: JsonRecord, navigation: string): void {
    const unreachable = fieldText(frame, 'unreachableUrl');
    this.#state = {
      ...this.#state,
      loaderId: fieldText(frame, 'loaderId') || null,
      mainFrame: fieldText(frame, 'id') || this.#state.mainFrame,
      // The browser's own error page has an address of its own; what could not be reached is meant.
      shownAddress: (unreachable || fieldText(frame, 'url')) + fieldText(frame, 'urlFragment'),
      inPageChanges: 0,
      leftDocumentAddress: false,
      navigation,
    };
  }
}

/** A dialog a page opened, as it is recorded. */
export interface PageDialog {
  readonly type: string;
  readonly message: string;
}

/** Page.javascriptDialogOpening. Leaving a page is allowed, all else is dismissed. */
export function dialogOf(params: JsonRecord): { dialog: PageDialog; accept: boolean } {
  const type = fieldText(params, 'type', 'alert');
  const message = fieldText(params, 'message').slice(0, 500);
  return { dialog: { type, message }, accept: type === 'beforeunload' };
}

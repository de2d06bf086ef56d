/** What is in the window: which document was committed, and which address it has given itself since. */
import { isSamePage, withoutFragment } from './address.ts';
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
  /** The load the browser told of, until the protocol tells of it too. */
  #told: string | null = null;
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

  /** The main frame of Page.getFrameTree: what is there, with its load and the address that load had asked for. */
  frameTree(frame: JsonRecord, loaderId: string | null, documentAddress: string | null): void {
    if (loaderId === null && this.#state.loaderId !== null) return;
    if (loaderId !== this.#state.loaderId) this.#commit(loaderId, frame, 'Navigation');
    const { shownAddress } = this.#state;
    // An address that differs although the document is the same was given by the page while nobody listened.
    if (!isSamePage(shownOf(frame), shownAddress)) this.#move(shownOf(frame));
    else if (documentAddress !== null && !isSamePage(documentAddress, shownAddress)) this.#left();
  }

  /** Page.frameNavigated of the main frame. Returns whether the document is another. */
  frameNavigated(params: JsonRecord, loaderId: string | null): boolean {
    const navigation = fieldText(params, 'type', 'Navigation');
    if (loaderId !== null && loaderId === this.#told) {
      // The browser told of this document a moment ago.
      this.#told = null;
      this.#state = { ...this.#state, navigation };
      return false;
    }
    this.#commit(loaderId, fieldRecord(params, 'frame'), navigation);
    return true;
  }

  /** The browser's word that this load is in the main frame now. Returns whether it is another. */
  committed(loaderId: string, shownAddress: string): boolean {
    if (loaderId === this.#state.loaderId) return false;
    this.#told = loaderId;
    this.#state = { ...this.#state, ...FRESH, loaderId, shownAddress };
    return true;
  }

  /** The browser's word on loading. */
  busy(loading: boolean): void {
    this.#state = { ...this.#state, loading };
  }

  /** Page.navigatedWithinDocument: history API or a fragment. */
  navigatedWithin(params: JsonRecord): void {
    if (fieldText(params, 'frameId') !== this.#state.mainFrame) return;
    this.#move(fieldText(params, 'url', this.#state.shownAddress));
  }

  /** Page.frameStartedLoading and Page.frameStoppedLoading. */
  loading(params: JsonRecord, loading: boolean): void {
    const { mainFrame } = this.#state;
    if (mainFrame === null || fieldText(params, 'frameId') === mainFrame) this.#state = { ...this.#state, loading };
  }

  #move(shownAddress: string): void {
    const { inPageChanges } = this.#state;
    const left = withoutFragment(shownAddress) !== withoutFragment(this.#state.shownAddress);
    this.#state = { ...this.#state, shownAddress, inPageChanges: inPageChanges + 1 };
    if (left) this.#left();
  }

  #left(): void {
    this.#state = { ...this.#state, leftDocumentAddress: true };
  }

  #commit(loaderId: string | null, frame: JsonRecord, navigation: string): void {
    this.#told = null;
    const mainFrame = fieldText(frame, 'id') || this.#state.mainFrame;
    this.#state = { ...this.#state, ...FRESH, loaderId, mainFrame, shownAddress: shownOf(frame), navigation };
  }
}

/** A document that was just committed. */
const FRESH = { inPageChanges: 0, leftDocumentAddress: false, navigation: 'Navigation' } as const;

function shownOf(frame: JsonRecord): string {
  // The browser's own error page has an address of its own; what could not be reached is meant.
  return (fieldText(frame, 'unreachableUrl') || fieldText(frame, 'url')) + fieldText(frame, 'urlFragment');
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

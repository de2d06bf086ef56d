/** Checklist 14: no page opens a window. A web address is offered to the guarded external opener, everything else is dropped. */

export interface OpeningContents {
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}

/** Refuses every window a page asks for; `offer` gets the address and decides whether the person is asked. */
export function denyNewWindows(contents: OpeningContents, offer: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    offer(url);
    return { action: 'deny' };
  });
}

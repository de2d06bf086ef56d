/** Checklist 11 and 12: there is no <webview>. `webviewTag` is off in every window; should one appear, it is not attached. */

export interface EmbeddingContents {
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
}

/** Refuses to attach any <webview>. */
export function denyWebviews(contents: EmbeddingContents, onRefused: () => void): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onRefused();
  });
}

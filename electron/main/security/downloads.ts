/** Beyond the list: nothing is downloaded by a session. What leaves the vault leaves through a dialog of main. */

export interface DownloadSession {
  on(
    event: 'will-download',
    listener: (event: { preventDefault(): void }, item: { getURL(): string }) => void,
  ): unknown;
}

/** Refuses every download of a session. */
export function denyDownloads(session: DownloadSession, onRefused: (address: string) => void): void {
  session.on('will-download', (event, item) => {
    event.preventDefault();
    onRefused(item.getURL());
  });
}

/** Feeds a login watch from one capture window: keys, requests that leave, cookies that come. Nothing of them is kept. */
import type { Cookies, Input, OnBeforeRequestListenerDetails, WebContents } from 'electron';
import type { LoginWatch } from '#shared/domain/capture/seen-by.ts';

/** Bytes of a body that are asked for the names of its fields. */
const LOOKED_AT = 64 * 1024;

/** Follows the page's keys and its session's cookies; requests are given by the session's one listener (sentRequest). */
export function followLoginSigns(
  watch: LoginWatch,
  contents: Pick<WebContents, 'on'>,
  cookies: Pick<Cookies, 'on'>,
): void {
  contents.on('before-input-event', (_event, input) => {
    if (isTyping(input)) watch.typed();
  });
  cookies.on('changed', (_event, cookie, _cause, removed) => {
    if (removed) return;
    watch.cookie({ name: cookie.name, domain: cookie.domain ?? '', httpOnly: cookie.httpOnly === true });
  });
}

/** Tells the watch of a request before it leaves. Names of fields alone are looked for; the body goes nowhere. */
export function sentRequest(
  watch: LoginWatch,
  details: Pick<OnBeforeRequestListenerDetails, 'method' | 'url'> & {
    readonly uploadData?: readonly { readonly bytes?: Uint8Array }[];
  },
): void {
  const parts = details.uploadData ?? [];
  const bytes = parts.flatMap((part) => (part.bytes === undefined ? [] : [part.bytes.subarray(0, LOOKED_AT)]));
  const body = Buffer.concat(bytes).subarray(0, LOOKED_AT).toString('latin1');
  watch.sent({ method: details.method, address: details.url, body });
}

/** A letter, a digit, or what is pasted. */
function isTyping({
  type,
  key,
  control,
  meta,
  alt,
}: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>): boolean {
  if (type !== 'keyDown' || alt) return false;
  return control || meta ? key.toLowerCase() === 'v' : key.length === 1;
}

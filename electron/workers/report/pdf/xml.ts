/** Half a surrogate pair: no character, but strings may hold it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Escapes text for XML content and attributes; characters XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll(LONE_SURROGATE, '\ufffd')
      // Those are the characters XML forbids.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
  );
}

/** Addresses of bytes that main serves to this page until the lock. */

/** A picture, video or thumbnail of evidence. */
export function evidenceAddress(handle: string): string {
  return `evidence://${handle}`;
}

/** The PDF of a draft or of an issued document. */
export function documentAddress(handle: string): string {
  return `app://netra/documents/${handle}`;
}

/** fontkit publishes no types; this is the part that is used. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): import('./pdfkit-base.ts').OpenFont;
}

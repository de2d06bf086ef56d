/** The package has no types; engine.ts states the part it uses. */
declare module 'tesseract.js-core/*' {
  const create: (options: object) => Promise<never>;
  export default create;
}

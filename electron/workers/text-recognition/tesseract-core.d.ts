/** The package has no types; engine.ts states the part it uses. */
declare module 'tesseract.js-core/*' {
  const create: (options: object) => Promise<never>;
  // eslint-disable-next-line no-restricted-syntax -- the package's own shape
  export default create;
}

/** Node has it; the language level that is compiled for does not name it. */
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };

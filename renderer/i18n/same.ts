/** The other language has the same keys, and every leaf is a sentence. */
export type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Choices for selects, made from the lists of the domain and the words of the language. */

/** A list of values with their words. */
export function choices<Value extends string>(
  values: readonly Value[],
  words: (value: Value) => string,
): { value: Value; label: string }[] {
  return values.map((value) => ({ value, label: words(value) }));
}

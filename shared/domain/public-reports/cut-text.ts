/** The beginning of a text, never half a character (a surrogate alone) at its end. */
export function cutText(text: string, characters: number): string {
  const head = text.slice(0, characters);
  const last = head.charCodeAt(head.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? head.slice(0, -1) : head;
}

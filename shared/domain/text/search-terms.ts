/** What a person types into a search box, cut into words: folded, without titles' dots, a spaced NIP as one number. */
export function searchTerms(query: string, most = 12): string[] {
  const folded = query
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)[\s.-]+(?=\d)/g, '$1');
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, most);
}

/** What the viewer can show of a type; everything else is kept as it is, says so, and can be exported. */
export type Viewable = 'image' | 'video' | 'text' | 'none';

const VIEWABLE: Readonly<Record<string, Viewable>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'video/mp4': 'video',
  'video/webm': 'video',
  'text/plain': 'text',
  'application/json': 'text',
};

export function viewableAs(mime: string): Viewable {
  return VIEWABLE[mime] ?? 'none';
}

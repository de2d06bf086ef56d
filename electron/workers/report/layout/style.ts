/** Every measure and colour of the report's look, in points. */

/** The faces that text is set in; `fallback` is never asked for, it steps in for missing glyphs. */
export type Face = 'regular' | 'bold' | 'italic' | 'mono' | 'mono-bold' | 'fallback';

export const MM = 72 / 25.4;

export const PAPER = { A4: [210 * MM, 297 * MM], F4: [215 * MM, 330 * MM] } as const;

/** Room for binding on the left, as official letters have it. */
export const MARGIN = { left: 25 * MM, right: 20 * MM, top: 24 * MM, bottom: 22 * MM } as const;
/** Pages that show a picture give it more room. */
export const PICTURE_MARGIN = { left: 15 * MM, right: 15 * MM, top: 24 * MM, bottom: 20 * MM } as const;

export const COLOUR = {
  text: '#1a1a1a',
  quiet: '#5b5f63',
  line: '#b9bdc1',
  shade: '#f3f5f6',
  brand: '#0f5c5c',
  secret: '#9b1c1c',
  caution: '#8a4b00',
  cautionShade: '#fbf3e4',
} as const;

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  /** Distance of baselines. */
  readonly leading: number;
}

export const TEXT = {
  body: { face: 'regular', size: 10.5, colour: COLOUR.text, leading: 15.2 },
  bodyBold: { face: 'bold', size: 10.5, colour: COLOUR.text, leading: 15.2 },
  small: { face: 'regular', size: 9, colour: COLOUR.text, leading: 12.4 },
  smallBold: { face: 'bold', size: 9, colour: COLOUR.text, leading: 12.4 },
  smallQuiet: { face: 'regular', size: 9, colour: COLOUR.quiet, leading: 12.4 },
  note: { face: 'italic', size: 9, colour: COLOUR.quiet, leading: 12.6 },
  caution: { face: 'bold', size: 9, colour: COLOUR.caution, leading: 12.4 },
  mono: { face: 'mono', size: 8.2, colour: COLOUR.text, leading: 11.6 },
  monoQuiet: { face: 'mono', size: 7.6, colour: COLOUR.quiet, leading: 10.8 },
  heading: { face: 'bold', size: 11.5, colour: COLOUR.text, leading: 16 },
  subheading: { face: 'bold', size: 10.5, colour: COLOUR.text, leading: 15.2 },
  title: { face: 'bold', size: 13, colour: COLOUR.text, leading: 18 },
  tableHead: { face: 'bold', size: 8.6, colour: COLOUR.text, leading: 12 },
  running: { face: 'regular', size: 7.8, colour: COLOUR.quiet, leading: 10 },
  mark: { face: 'bold', size: 9, colour: COLOUR.secret, leading: 11 },
} as const satisfies Record<string, TextStyle>;

/** The look as numbers: Mantine's theme and its variables in both schemes. Colours are named in theme.css. */
import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  SegmentedControl,
  Tooltip,
} from '@mantine/core';

/** Deep teal; 7 is the brand colour of the light scheme, 6 that of the dark one. */
const teal: MantineColorsTuple = [
  '#eaf4f2',
  '#d5e8e5',
  '#aed3ce',
  '#84bdb6',
  '#57a49c',
  '#358b84',
  '#17726f',
  '#0f5c5c',
  '#0b4b4b',
  '#083a3a',
];
const warm: MantineColorsTuple = [
  '#faf8f5',
  '#f4f1ec',
  '#eae6df',
  '#ddd8ce',
  '#c8c1b5',
  '#a39c90',
  '#78726a',
  '#5c574f',
  '#3b3833',
  '#211f1c',
];
const night: MantineColorsTuple = [
  '#ece8e1',
  '#cfcac1',
  '#b3ada2',
  '#958f84',
  '#4a463f',
  '#38352f',
  '#2b2925',
  '#211f1c',
  '#191816',
  '#121110',
];
const brick: MantineColorsTuple = [
  '#fbece8',
  '#f5d5ce',
  '#ebaea2',
  '#e08775',
  '#d2654f',
  '#bd4a34',
  '#a63a26',
  '#97331f',
  '#7d2918',
  '#5f1f12',
];

export const theme = createTheme({
  colors: { teal, gray: warm, dark: night, brick },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Plus Jakarta Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.35' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '10px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'var(--n-shadow)', md: 'var(--n-shadow)', lg: 'var(--n-shadow)', xl: 'var(--n-shadow)' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 600 } },
      // A lower button has no larger letters than the others.
      vars: (_theme, { size }) => ({
        root: size === 'compact-md' ? { '--button-fz': 'var(--mantine-font-size-sm)' } : {},
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 36 } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.35, blur: 0 },
        transitionProps: { duration: 120, transition: 'fade' },
      },
      styles: { title: { fontSize: 16, fontWeight: 600, lineHeight: 1.35 } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } }),
    SegmentedControl: SegmentedControl.extend({ styles: { root: { backgroundColor: 'var(--n-track)' } } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 80 }, fz: 'xs' },
    }),
  },
});

/** Mantine's own surfaces, texts and lines take the colours of theme.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--n-surface)',
    '--mantine-color-text': 'var(--n-text)',
    '--mantine-color-dimmed': 'var(--n-text-2)',
    '--mantine-color-placeholder': 'var(--n-text-3)',
    '--mantine-color-default': 'var(--n-raised)',
    '--mantine-color-default-hover': 'var(--n-hover)',
    '--mantine-color-default-color': 'var(--n-text)',
    '--mantine-color-default-border': 'var(--n-line-strong)',
    '--mantine-color-error': 'var(--n-problem)',
    '--mantine-color-anchor': 'var(--n-brand-text)',
    '--mantine-color-disabled': 'var(--n-hover)',
    '--mantine-color-disabled-color': 'var(--n-text-3)',
    '--mantine-color-disabled-border': 'var(--n-line)',
  };
  // Of dark teal Mantine makes a tint that is darker than the surface.
  const tint = {
    '--mantine-color-teal-light': 'var(--n-brand-soft)',
    '--mantine-color-teal-light-hover': 'var(--n-brand-line)',
    '--mantine-color-teal-light-color': 'var(--n-text)',
  };
  return { variables: {}, light: shared, dark: { ...shared, ...tint } };
};

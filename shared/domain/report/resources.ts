/**
 * The worker has no path: whoever starts it gives these files as inputs under these names. Paths are relative to the
 * application's `resources` folder.
 */
export const REPORT_RESOURCES = [
  { input: 'resource:font-regular', file: 'report/fonts/LiberationSans-Regular.ttf' },
  { input: 'resource:font-bold', file: 'report/fonts/LiberationSans-Bold.ttf' },
  { input: 'resource:font-italic', file: 'report/fonts/LiberationSans-Italic.ttf' },
  { input: 'resource:font-mono', file: 'report/fonts/IBMPlexMono-Regular-Latin.ttf' },
  { input: 'resource:font-mono-bold', file: 'report/fonts/IBMPlexMono-SemiBold-Latin.ttf' },
  { input: 'resource:font-fallback', file: 'report/fonts/DejaVuSans.ttf' },
  { input: 'resource:icc', file: 'report/icc/sRGB_IEC61966_2_1.icc' },
  { input: 'resource:wording', file: 'report/wording.id.json' },
  { input: 'resource:wording-report', file: 'report/documents/laporan_inspektorat.id.json' },
] as const;

export type ReportResourceInput = (typeof REPORT_RESOURCES)[number]['input'];

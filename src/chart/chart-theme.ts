/** Colours and font of a chart; on screen they follow the window, in files they are always LIGHT_THEME. */
export interface ChartTheme {
  /** One a series, in order; then they start again. */
  series: readonly string[];
  /** Ordered levels and amounts: the least and the most. */
  shades: readonly [string, string];
  /** Below and above a middle. */
  sides: readonly [string, string];
  text: string;
  text2: string;
  surface: string;
  grid: string;
  axis: string;
  font: string;
}

const FONT = '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

export const LIGHT_THEME: ChartTheme = {
  series: ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00'],
  shades: ['#d6e6f2', '#0b4a78'],
  sides: ['#b85410', '#0b5c94'],
  text: '#1b2328',
  text2: '#55626b',
  surface: '#ffffff',
  grid: '#dfe3e6',
  axis: '#7b8790',
  font: FONT,
};

export const DARK_THEME: ChartTheme = {
  series: ['#56B4E9', '#E69F00', '#2fc49a', '#d99abb', '#8fd0f5', '#f07f3c'],
  shades: ['#22404f', '#9fd6f7'],
  sides: ['#f0924f', '#6cc0f0'],
  text: '#e8edf0',
  text2: '#a9b5bd',
  surface: '#171c20',
  grid: '#333e45',
  axis: '#84919a',
  font: FONT,
};

/** The colour of the series at an index. */
export function seriesColour(theme: ChartTheme, index: number): string {
  return theme.series[index % theme.series.length] ?? theme.text;
}

const DASHES = [undefined, '7 3', '2 3', '9 3 2 3'] as const;

/** The dashes of the line at an index, so that colour never speaks alone. */
export function seriesDash(index: number): string | undefined {
  return DASHES[index % DASHES.length];
}

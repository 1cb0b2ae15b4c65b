import { type ChartTheme, DARK_THEME, LIGHT_THEME } from '../../src/chart/chart-theme.ts';
import type { Theme } from './theme.ts';

/** The colours of charts in each theme of the window; exports are always light. */
export const CHART_COLOURS: Record<Theme, ChartTheme> = {
  light: LIGHT_THEME,
  dark: DARK_THEME,
  contrast: {
    ...DARK_THEME,
    surface: '#000000',
    text: '#ffffff',
    text2: '#ffffff',
    axis: '#ffffff',
    grid: '#595959',
  },
};

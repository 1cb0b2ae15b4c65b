import type { Data, Layout } from 'plotly.js';
import { useEffect, useRef } from 'react';
import { figureToPlotly } from '../../src/chart/figure-plotly.ts';
import type { Figure } from '../../src/model/figure.ts';
import { CHART_COLOURS } from '../theme/chart-colours.ts';
import { useTheme } from '../theme/use-theme.ts';

const CONFIG = { displayModeBar: false, responsive: false, displaylogo: false };

/** A chart to look into: Plotly, loaded when the first one is shown. */
export function Plot({ figure }: { figure: Figure }) {
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    let isGone = false;
    const draw = async () => {
      const { default: plotly } = await import('plotly.js-basic-dist-min');
      if (isGone || element === null) return;
      const plot = figureToPlotly(figure, CHART_COLOURS[theme]);
      if (plot === null) return;
      const { data, layout } = plot;
      await plotly.react(element, data as Data[], layout as Partial<Layout>, CONFIG);
    };
    void draw();
    return () => {
      isGone = true;
    };
  }, [figure, theme]);
  useEffect(() => {
    const element = place.current;
    const resized = new ResizeObserver(async () => {
      const { default: plotly } = await import('plotly.js-basic-dist-min');
      if (element?.classList.contains('js-plotly-plot') && element.clientWidth > 0)
        plotly.Plots.resize(element);
    });
    if (element !== null) resized.observe(element);
    return () => {
      resized.disconnect();
      void import('plotly.js-basic-dist-min').then(({ default: plotly }) => {
        if (element !== null) plotly.purge(element);
      });
    };
  }, []);
  return (
    <div ref={place} className="plot" role="img" aria-label={`${figure.title}. ${figure.alt}`} />
  );
}

import type { IContext, IXmlableObject } from 'docx';
import { ChartRun } from 'docx/charts';
import { LIGHT_THEME, seriesColour } from '../../chart/chart-theme.ts';

/** A line of this colour is not drawn. */
export const NO_LINE = 'FE01FE';

/** Stands for the hatched form of a series' colour; no chart uses these colours otherwise. */
export function hatchedColour(series: number): string {
  return `FE02${series.toString(16).padStart(2, '0').toUpperCase()}`;
}

/**
 * A native chart with hatched bars and unjoined markers, which the library has no options for: they are asked
 * for by colours that nothing else uses, and exchanged when the chart's XML is written.
 */
export class MarkedChartRun extends ChartRun {
  #exchanged = false;

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const parts = context.file.PackageParts;
    const before = parts.Array.length;
    const run = super.prepForXml(context);
    if (!this.#exchanged) {
      for (const { part, path } of parts.Array.slice(before)) {
        const { content } = part.options;
        if (!path.startsWith('charts/') || !('prepForXml' in content)) continue;
        const original = content.prepForXml.bind(content);
        content.prepForXml = (inner) => exchange(original(inner));
        this.#exchanged = true;
      }
    }
    return run;
  }
}

function exchange<T>(node: T): T {
  if (Array.isArray(node)) {
    const colour = fillColour(node);
    if (colour?.startsWith('FE02')) return hatched(colour) as T;
    return node.map(exchange) as T;
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'c:lang') return [key, { _attr: { val: 'en-GB' } }];
      if (key === 'c:catAx') return [key, labelsBelow(exchange(value))];
      return key === 'a:solidFill' && colourOf(value) === NO_LINE
        ? ['a:noFill', {}]
        : [key, exchange(value)];
    }),
  ) as T;
}

/** Category labels under the plot, not along zero, where bars and intervals below zero would cover them. */
function labelsBelow(axis: unknown): unknown {
  if (!Array.isArray(axis)) return axis;
  return axis.map((child) =>
    typeof child === 'object' && child !== null && 'c:tickLblPos' in child
      ? { 'c:tickLblPos': { _attr: { val: 'low' } } }
      : child,
  );
}

/** The colour of the solid fill among the children of shape properties. */
function fillColour(children: readonly unknown[]): string | undefined {
  for (const child of children) {
    if (typeof child === 'object' && child !== null && 'a:solidFill' in child) {
      return colourOf(child['a:solidFill']);
    }
  }
  return undefined;
}

function colourOf(fill: unknown): string | undefined {
  return /"a:srgbClr":.*?"val":"([0-9A-F]{6})"/.exec(JSON.stringify(fill))?.[1];
}

/** Children of `c:spPr` for a bar with wide upward diagonals in its series' colour on white. */
function hatched(colour: string): object[] {
  const rgb = seriesColour(LIGHT_THEME, Number.parseInt(colour.slice(4), 16)).slice(1);
  const solid = (val: string) => [{ 'a:srgbClr': { _attr: { val } } }];
  return [
    {
      'a:pattFill': [
        { _attr: { prst: 'wdUpDiag' } },
        { 'a:fgClr': solid(rgb) },
        { 'a:bgClr': solid('FFFFFF') },
      ],
    },
    { 'a:ln': [{ _attr: { w: 9525 } }, { 'a:solidFill': solid(rgb) }] },
    { 'a:effectLst': {} },
  ];
}

import type { StepFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { intervalCells, intervalColumns, numberColumn, textColumn } from './table-parts.ts';

/** One row a step of each curve, with how many had gone unobserved until then. */
export function stepTable(figure: StepFigure): ResultTable {
  const several = figure.curves.length > 1;
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      ...(several ? [textColumn('curve', 'Group')] : []),
      numberColumn('at', escapeRich(figure.x.title), figure.x.format),
      ...intervalColumns('value', escapeRich(figure.y.title), figure.y.format),
      numberColumn('censored', 'Censored so far', 'count'),
    ],
    rows: figure.curves.flatMap(({ name, steps, censored }) =>
      steps.map((step) => ({
        cells: [
          ...(several ? [{ value: name }] : []),
          { value: step.at },
          ...intervalCells(step),
          { value: censored.filter((at) => at < step.at).length },
        ],
      })),
    ),
    notes: figure.notes,
  };
}

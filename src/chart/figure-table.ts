import type { Figure } from '../model/figure.ts';
import type { ResultTable } from '../model/result.ts';
import { boxTable } from './table/box-table.ts';
import { categoryTable } from './table/category-table.ts';
import { flowTable } from './table/flow-table.ts';
import { forestTable } from './table/forest-table.ts';
import { gridTable } from './table/grid-table.ts';
import { pairedTable } from './table/paired-table.ts';
import { scatterTable } from './table/scatter-table.ts';
import { stackedTable } from './table/stacked-table.ts';
import { stepTable } from './table/step-table.ts';

/** The data behind a chart as a table. */
export function figureTable(figure: Figure): ResultTable {
  switch (figure.kind) {
    case 'paired-lines':
      return pairedTable(figure);
    case 'box':
      return boxTable(figure);
    case 'forest':
      return forestTable(figure);
    case 'stacked-bar':
      return stackedTable(figure);
    case 'step':
      return stepTable(figure);
    case 'scatter':
      return scatterTable(figure);
    case 'grid':
      return gridTable(figure);
    case 'flow':
      return flowTable(figure);
    default:
      return categoryTable(figure);
  }
}

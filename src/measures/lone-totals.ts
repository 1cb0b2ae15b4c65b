import { columnNamed, type Frame } from '../model/frame.ts';

/**
 * Columns that look like a measure but cannot be one: a single MORS score from 12 to 60 is what a common
 * family-services form stores, and it is neither subscale.
 */
export function loneTotals(frame: Frame): string[] {
  return frame.variables.flatMap((variable) => {
    const text = `${variable.name} ${variable.label}`.toLowerCase();
    const column = columnNamed(frame, variable.name);
    if (!/(?<![a-z])mors/.test(text) || column.type !== 'numbers') return [];
    if (/warm|inva|\d.*(item|q)|date/.test(text)) return [];
    const values = [...column.values].filter(
      (value, row) => column.missing[row] === 0 && !Number.isNaN(value),
    );
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (values.length === 0 || low < 12 || high > 60 || high <= 5) return [];
    return [
      `${variable.label}: a single MORS score from ${low} to ${high}. The MORS-SF is two subscales from 0 to 35 and has no total; forms that store one number from 12 to 60 hold neither. Ask for the items.`,
    ];
  });
}

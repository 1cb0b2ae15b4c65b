import type { DateOrder } from '../model/importing.ts';
import type { Kind, MissingCode, ValueLabel } from '../model/variable.ts';

/** What a codebook says about one variable. */
export interface CodebookVariable {
  name: string;
  /** The question text, or '' when the codebook has none. */
  label: string;
  kind?: Kind;
  /** How dates are written, as far as the cells do not prove it themselves. */
  dateOrder?: DateOrder;
  decimal?: '.' | ',';
  /** In the order of the codebook. */
  values: readonly ValueLabel[];
  missing: readonly MissingCode[];
  /** A column that an export may have or not: its absence is not worth telling. */
  isOptional?: boolean;
}

export interface Codebook {
  /** Name of the file. */
  file: string;
  format: 'table' | 'redcap' | 'xlsform';
  variables: readonly CodebookVariable[];
}

import { formatShare } from '../../model/format.ts';
import type { LinkedVariable, Rule, RuleTest } from '../../model/quality.ts';
import { sayAges } from '../../model/say-ages.ts';
import { countRule } from '../count-rule.ts';
import { isBirth } from './column-facts.ts';
import { ENOUGH, INFANT, NEARLY_ALWAYS } from './date-rules.ts';
import { draftRule } from './draft-rule.ts';
import type { MeasureForms } from './form-rules.ts';
import { isKey } from './key-rules.ts';
import type { FactTable } from './suggest-rules.ts';

const MONTH = 365.25 / 12;
/** Whose birth it is shows where so many are infants on the day of the form. */
const INFANTS = 0.9;

/** On the day of a form the child is of an age for which the measure is meant. */
export function ageRules(
  table: FactTable,
  forms: MeasureForms,
  tables: readonly FactTable[],
): Rule[] {
  const { ages } = forms;
  if (!ages) return [];
  const dates = [forms.long?.date, ...forms.blocks.map(({ date }) => date)].flatMap((name) =>
    table.columns.filter(({ variable }) => variable.name === name && variable.kind === 'date'),
  );
  return dates.flatMap((date): Rule[] => {
    const variable = date.variable.name;
    const birth = birthsFor(table, forms.person, tables).find((after) => {
      const infant: RuleTest = { kind: 'order', variable, after, ...INFANT };
      const { n: failing, of } = countRule({ test: infant }, table.data);
      return of >= ENOUGH && 1 - failing / of >= INFANTS;
    });
    if (birth === undefined) return [];
    const test: RuleTest = {
      kind: 'order',
      variable,
      after: birth,
      ...(ages.least === undefined ? {} : { least: Math.floor(ages.least * MONTH) }),
      ...(ages.most === undefined ? {} : { most: Math.ceil(ages.most * MONTH) }),
    };
    const { n: failing, of } = countRule({ test }, table.data);
    const held = `So in ${formatShare(of - failing, of)} rows.`;
    const isUsual = 1 - failing / of >= NEARLY_ALWAYS;
    return [
      draftRule(
        table.data.name,
        test,
        isUsual ? held : `${held} The measure seems to be used at other ages here: look at them.`,
        {
          severity: isUsual ? 'medium' : 'info',
          dimension: 'validity',
          as: `${forms.measure.toLowerCase()}.age`,
          label: `On ${date.variable.label}, the child is ${sayAges(ages)}, as ${forms.measure} asks`,
        },
      ),
    ];
  });
}

/** Dates of birth in the row, and in the tables that know each person once. */
function birthsFor(
  table: FactTable,
  person: string,
  tables: readonly FactTable[],
): (string | LinkedVariable)[] {
  const own = table.columns.filter(({ variable }) => isBirth(variable) && variable.kind === 'date');
  const ids = new Set(
    table.columns.find(({ variable }) => variable.name === person)?.column.texts(),
  );
  const linked = tables.flatMap((other) => {
    if (other === table) return [];
    const births = other.columns.filter(
      ({ variable }) => isBirth(variable) && variable.kind === 'date',
    );
    const keys = other.columns.filter(
      (key) =>
        births.length > 0 &&
        isKey(key, other.data.table.rows) &&
        key.column.texts().some((id) => ids.has(id)),
    );
    return keys.flatMap((key) =>
      births.map(
        (birth): LinkedVariable => ({
          table: other.data.name,
          key: key.variable.name,
          foreignKey: person,
          variable: birth.variable.name,
        }),
      ),
    );
  });
  return [...own.map(({ variable }) => variable.name), ...linked];
}

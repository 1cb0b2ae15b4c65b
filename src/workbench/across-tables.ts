import type { Cohort } from '../model/cohort.ts';
import type { LinkedRows } from '../model/condition.ts';
import { Refusal } from '../model/refusal.ts';
import type { StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';
import { suggestLinks } from './suggest-links.ts';

/**
 * A cohort of another table as a condition on this one: a person's cohort applies to their referrals and
 * appointments, and the other way round. The sentence says by which key.
 */
export function acrossTables(
  context: Context,
  table: StoredTable,
  cohort: Pick<Cohort, 'label' | 'table' | 'condition'>,
): LinkedRows {
  const [likeliest] = suggestLinks(context, table, context.table(cohort.table));
  if (likeliest) return { linked: likeliest.link, where: cohort.condition };
  throw new Refusal(
    'cohort-of-another-table',
    `The cohort “${cohort.label}” is made of ${cohort.table}, and nothing says which of its rows belong to those of ${table.name}.`,
    {
      hint: `Choose a cohort of ${table.name}, or give both tables an identifier of the same name.`,
      where: { option: 'cohort' },
    },
  );
}

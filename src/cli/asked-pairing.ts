import type { ProjectInfo } from '../model/project.ts';
import type { TableDefinition } from '../model/table.ts';
import { type Arguments, listOption, textOption, UsageError } from './command.ts';

/**
 * How forms are paired, as the command line asks for it; null when it does not.
 * @throws UsageError
 */
export function askedPairing(
  project: Pick<ProjectInfo, 'tables'>,
  scores: Pick<TableDefinition, 'name' | 'label'>,
  name: string,
  args: Arguments,
): TableDefinition | null {
  const pair = textOption(args, 'pair');
  const eligible = textOption(args, 'eligible');
  if (pair === undefined) {
    if (eligible !== undefined) throw new UsageError('--eligible goes with --pair.');
    return null;
  }
  const [table, person] = eligible?.split('.') ?? [];
  if (!table || !person) {
    throw new UsageError('--pair needs --eligible TABLE.PERSON: who could have a pair.');
  }
  const isFirstLast = pair === 'first-last';
  const [before, after, ...more] = isFirstLast ? ['First', 'Last'] : pair.split(',');
  if (!before || !after || more.length > 0) {
    throw new UsageError('--pair is two time points, “T1,T2”, or first-last.');
  }
  const cohort = textOption(args, 'cohort');
  const carry = listOption(args, 'carry');
  const unit = project.tables.find((each) => each.name === table)?.unit ?? 'people';
  return {
    name: `${name}_pairs`,
    label: scores.label.replace(/, scores$/, ', before and after'),
    unit,
    from: scores.name,
    pair: {
      person: 'person',
      ...(isFirstLast ? { choose: 'first-last' } : {}),
      time: 'time',
      before,
      after,
      eligible: {
        table,
        person,
        ...(cohort === undefined ? {} : { cohort }),
        ...(carry.length === 0 ? {} : { carry }),
      },
    },
  };
}

import type { RuleTest } from '../model/quality.ts';

/** The variables of its own table that a test looks at, but for those of its conditions. */
export function variablesOf(test: RuleTest): string[] {
  const own = [
    ...('variable' in test ? [test.variable] : []),
    ...('variables' in test ? test.variables : []),
  ];
  switch (test.kind) {
    case 'code-list':
      return test.on === undefined ? own : [...own, test.on];
    case 'at-most':
      return [...own, ...test.per];
    case 'same-for':
      return [...own, test.per];
    case 'order':
      return [...own, typeof test.after === 'string' ? test.after : test.after.foreignKey];
    case 'second-date':
      return [...own, test.second];
    case 'second-row':
      return [...own, test.per, test.time];
    case 'equal':
      return [...own, ...test.of];
    case 'every-year':
      return [...own, test.by];
    default:
      return own;
  }
}

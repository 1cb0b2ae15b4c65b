import { formatNumber, formatShare } from '../../model/format.ts';
import { SEVERITIES, type Severity } from '../../model/quality.ts';
import type { QualityCheck, RuleFinding } from '../../model/quality-check.ts';
import type { PointCount, QualityComparison } from '../../model/quality-comparison.ts';
import { type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

const ITEMS = 5;

export const checkCommand: Command = {
  name: 'check',
  usage: 'P.attune [TABLE] [--fail-on info|low|medium|high] [--rules FILE] [--steps all|N|FROM-TO]',
  about:
    'run the quality rules; findings are no refusal unless --fail-on says so; --steps holds them against each other before and after steps of a recipe',
  options: {
    'fail-on': { type: 'string' },
    rules: { type: 'string' },
    steps: { type: 'string' },
  },
  takes: [1, 2],
  run(args) {
    const table = args.positionals[1];
    const failOn = asked(textOption(args, 'fail-on'));
    const file = textOption(args, 'rules');
    return withProject(positional(args, 0), file === undefined ? 'read' : 'write', (workbench) => {
      if (file !== undefined) workbench.importRules({ file });
      const steps = textOption(args, 'steps');
      if (steps !== undefined) {
        if (table === undefined) throw new UsageError('--steps takes a table.');
        const compared = workbench.compareQuality({ table, ...pointsOf(steps) });
        return { json: compared, text: comparedLines(compared).join('\n') };
      }
      const check = workbench.quality(table === undefined ? {} : { table });
      if (table !== undefined && check.tables.length === 0)
        workbench.rows({ table, offset: 0, limit: 1 });
      const isBad = check.findings.some(
        ({ rule, met }) =>
          !met &&
          failOn !== undefined &&
          SEVERITIES.indexOf(rule.severity) >= SEVERITIES.indexOf(failOn),
      );
      return { json: check, text: lines(check).join('\n'), exitCode: isBad ? 1 : 0 };
    });
  },
};

function asked(text: string | undefined): Severity | undefined {
  if (text === undefined) return undefined;
  const found = SEVERITIES.find((each) => each === text);
  if (found) return found;
  throw new UsageError(`--fail-on takes one of ${SEVERITIES.join(', ')}, not “${text}”.`);
}

function lines({ tables, findings, rules, troubles, took }: QualityCheck): string[] {
  const parts = tables.flatMap(({ name, label, rows, unit }) => {
    const own = findings.filter(({ rule }) => rule.table === name);
    return [
      `${label} (${name}), ${formatNumber(rows, 'count')} ${unit}`,
      own.length === 0
        ? '  nothing found'
        : textTable(
            ['severity', 'failing', 'excused', 'corrected', 'before', 'rule'],
            own.map(rowOf),
          ),
      ...own.flatMap(itemLines),
      '',
    ];
  });
  const open = findings.filter(({ met, rule }) => !met && rule.severity !== 'info').length;
  return [
    ...parts,
    ...troubles.map(({ rule, message }) => `Not run: ${rule.id}: ${message}`),
    `${formatNumber(rules, 'count')} rules; ${formatNumber(findings.length, 'count')} found something, ${open} of them open and more than information; ${formatNumber(took.check, 'count')} ms after ${formatNumber(took.load, 'count')} ms of reading`,
  ];
}

function rowOf({
  rule,
  n,
  of,
  unit,
  excused,
  corrected,
  before,
  sentence,
  met,
}: RuleFinding): string[] {
  return [
    met ? `${rule.severity}, met` : rule.severity,
    `${formatShare(n, of)} ${unit}`,
    formatNumber(excused, 'count'),
    formatNumber(corrected, 'count'),
    before === null ? '–' : formatNumber(before, 'count'),
    sentence,
  ];
}

function itemLines({ items }: RuleFinding): string[] {
  const more = items.length > ITEMS ? [`  … and ${items.length - ITEMS} more`] : [];
  return [...items.slice(0, ITEMS).map((item) => `  ${item}`), ...more];
}

/** "all"; "3": before and after step 3; "0-5": before any against after the fifth. */
function pointsOf(text: string): { before?: number; after?: number } {
  if (text === 'all') return {};
  const [, from, to] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(text) ?? [];
  if (from === undefined)
    throw new UsageError('--steps takes all, a step (3), or two points (0-5).');
  if (to !== undefined) return { before: Number(from), after: Number(to) };
  return { before: Math.max(0, Number(from) - 1), after: Number(from) };
}

function comparedLines({ table, points, before, after, rows, rules }: QualityComparison): string[] {
  const said = (count: PointCount | null) => (count ? formatShare(count.n, count.of) : 'not asked');
  return [
    `${table}: ${formatNumber(rows.before, 'count')} rows before, ${formatNumber(rows.after, 'count')} after`,
    `  before: ${points[before]}`,
    `  after:  ${points[after]}`,
    '',
    textTable(
      ['severity', 'before', 'after', 'rule'],
      rules.map((each) => [
        each.rule.severity,
        said(each.before),
        said(each.after),
        each.why === null ? each.sentence : `${each.sentence} (${each.why})`,
      ]),
    ),
  ];
}

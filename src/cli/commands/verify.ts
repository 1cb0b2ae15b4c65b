import { type Command, positional } from '../command.ts';
import { withProject } from '../open.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'P.attune',
  about: 'look for damage in a project file',
  options: {},
  takes: [1, 1],
  run: (args) =>
    withProject(positional(args, 0), 'read', (workbench) => {
      const report = workbench.verify({});
      const lines = report.checks.map(
        (check) => `${check.ok ? '✓' : '✕'} ${check.name}: ${check.detail}`,
      );
      return { json: report, text: lines.join('\n'), exitCode: report.ok ? 0 : 1 };
    }),
};

import { extname } from 'node:path';
import { aboutName } from '../../model/project.ts';
import { writeFileWhole } from '../../write-file.ts';
import { type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'P.attune TABLE|RESULT [--cohort C] --to FILE.csv|.xlsx|.docx|.svg|.json',
  about: 'a table or a result as a file',
  options: { to: { type: 'string' }, cohort: { type: 'string' } },
  takes: [2, 2],
  async run(args) {
    const to = textOption(args, 'to');
    if (!to) throw new UsageError('--to says where the file goes.');
    const name = positional(args, 1);
    const cohort = textOption(args, 'cohort');
    const format = extname(to).slice(1).toLowerCase();
    return withProject(positional(args, 0), 'read', async (workbench) => {
      const isResult = workbench.results({}).some((result) => result.id === name);
      if (isResult && cohort !== undefined) {
        throw new UsageError('A result keeps its own cohort; --cohort goes with a table.');
      }
      const artifact = isResult
        ? await workbench.exportResult({
            id: name,
            format: oneOf(['docx', 'xlsx', 'csv', 'svg', 'json'], format),
          })
        : await workbench.exportTable({
            table: name,
            format: oneOf(['csv', 'xlsx'], format),
            ...(cohort === undefined ? {} : { cohort }),
          });
      writeFileWhole(to, artifact.bytes);
      const about: { about?: string } =
        artifact.about === undefined ? {} : { about: aboutName(to) };
      if (artifact.about !== undefined) {
        writeFileWhole(aboutName(to), new TextEncoder().encode(artifact.about));
      }
      return {
        json: { file: to, bytes: artifact.bytes.length, ...about },
        text: `Wrote ${to} (${artifact.bytes.length} bytes)${about.about === undefined ? '' : `, and ${about.about}`}.`,
      };
    });
  },
};

function oneOf<T extends string>(formats: readonly T[], format: string): T {
  const found = formats.find((each) => each === format);
  if (found) return found;
  throw new UsageError(`It can be written as ${formats.join(', ')}, not as “${format}”.`);
}

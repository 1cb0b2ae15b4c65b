import type { KnownMeasure } from '../../model/measure.ts';
import { writeFileWhole } from '../../write-file.ts';
import { type Answer, type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

export const measuresCommand: Command = {
  name: 'measures',
  usage: 'P.attune [--import FILE.json] [--export ID --to FILE.json] [--remove ID] [--version V]',
  about: 'the library of measures and the project’s own',
  options: {
    import: { type: 'string' },
    export: { type: 'string' },
    remove: { type: 'string' },
    version: { type: 'string' },
    to: { type: 'string' },
  },
  takes: [1, 1],
  async run(args) {
    const path = positional(args, 0);
    const [file, exported, removed] = ['import', 'export', 'remove'].map((name) =>
      textOption(args, name),
    );
    const version = textOption(args, 'version');
    if (file !== undefined) {
      return withProject(path, 'write', (workbench) => {
        const known = workbench.importMeasure({ file });
        const { name, version: kept } = known.measure;
        return { json: known, text: `Kept ${name}, version ${kept}.` };
      });
    }
    if (exported !== undefined) {
      const to = textOption(args, 'to');
      if (!to) throw new UsageError('--to says where the file goes.');
      return withProject(path, 'read', (workbench) => {
        const of = wanted(workbench.measures({}), exported, version);
        const { bytes } = workbench.exportMeasure(of);
        writeFileWhole(to, bytes);
        return { json: { file: to, bytes: bytes.length }, text: `Wrote ${to}.` };
      });
    }
    if (removed !== undefined) {
      return withProject(path, 'write', (workbench) => {
        const of = wanted(workbench.measures({}), removed, version);
        return listed(workbench.removeMeasure(of));
      });
    }
    return withProject(path, 'read', (workbench) => listed(workbench.measures({})));
  },
};

/** The version asked for, else the newest. */
function wanted(known: readonly KnownMeasure[], id: string, version: string | undefined) {
  const newest = known.findLast(({ measure }) => measure.id === id)?.measure.version;
  return { id, version: version ?? newest ?? '1' };
}

function listed(known: readonly KnownMeasure[]): Answer {
  return {
    json: known,
    text: textTable(
      ['id', 'version', 'items', 'scores', 'kept in', 'unverified figures', 'name'],
      known.map(({ measure, home, unverified }) => [
        measure.id,
        measure.version,
        String(measure.items.length),
        String(measure.subscales.length),
        home,
        String(unverified.length),
        measure.name,
      ]),
    ),
  };
}

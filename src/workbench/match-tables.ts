import { byHeading, headingWords } from '../model/header-keys.ts';
import type { FilePreview } from '../model/importing.ts';
import type { TableMatch } from '../model/reimport.ts';
import { readImports } from '../store/imports.ts';
import type { Context } from './context.ts';

/** The imported tables that a file could be the next extract of, by headings; best first. */
export function matchTables(context: Context, { decisions }: FilePreview): TableMatch[] {
  const own = byHeading(decisions.columns, ({ header }) => header);
  return readImports(context.project.db)
    .map(({ table, decisions: { columns } }): TableMatch => {
      const saved = byHeading(columns, ({ header }) => header);
      const lacking = [...saved.keys()].filter((key) => !own.has(key));
      const added = [...own.keys()].filter((key) => !saved.has(key));
      return {
        table,
        same: saved.size - lacking.length,
        of: saved.size,
        lacking: lacking.map(headingWords),
        added: added.map(headingWords),
      };
    })
    .filter(({ same, of }) => same > 0 && same >= of / 2)
    .sort((a, b) => b.same / b.of - a.same / a.of || a.added.length - b.added.length);
}

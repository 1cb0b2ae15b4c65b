import { Paragraph, SequentialIdentifier, TextRun } from 'docx';
import { escapeRich } from '../../model/rich.ts';
import { plainRun, richRuns } from './rich-runs.ts';

/** "Table 1" in bold, its title in italics on the next line. The number is a SEQ field: Word can list and renumber it. */
export function caption(kind: 'Table' | 'Figure', title: string): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      plainRun(`${kind} `),
      new SequentialIdentifier(kind),
      new TextRun({ break: 1 }),
      plainRun(title, { bold: false, italics: true }),
    ],
  });
}

/** The note under a table or figure: "*Note.*", who it is about, then what there is to say. */
export function note(basis: string, notes: readonly string[]): Paragraph {
  const text = [`*Note.* ${escapeRich(basis).replace('. n = ', '. *n* = ')}`, ...notes]
    .filter((part) => part !== '')
    .join(' ');
  return new Paragraph({ style: 'TableNote', children: richRuns(text) });
}

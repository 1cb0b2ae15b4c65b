import { ListBox, ListBoxItem } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { fitWords } from '../option-values.ts';

/** The analyses there are: the question each one answers, what it needs, and whether the table has it. */
export function AnalysisList({
  analyses,
  table,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  table: TableInfo;
  onChoose: (id: string) => void;
}) {
  return (
    <ListBox
      className="analyses"
      aria-label="Analyses"
      layout="grid"
      items={analyses.map((analysis) => ({ ...analysis, fit: fitWords(analysis, table) }))}
      dependencies={[table]}
      onAction={(id) => onChoose(String(id))}
      selectionMode="none"
    >
      {({ id, title, answers, fit }) => (
        <ListBoxItem className={fit.fits ? 'analysis' : 'analysis unfit'} id={id} textValue={title}>
          <b>{title}</b> <span>{answers}</span> <span className="note">{fit.words}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

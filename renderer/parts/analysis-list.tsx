import { ListBox, ListBoxItem } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';

/** The analyses there are, by the question each one answers. */
export function AnalysisList({
  analyses,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  onChoose: (id: string) => void;
}) {
  return (
    <ListBox
      className="analyses"
      aria-label="Analyses"
      layout="grid"
      items={analyses}
      onAction={(id) => onChoose(String(id))}
      selectionMode="none"
    >
      {(analysis) => (
        <ListBoxItem className="analysis" id={analysis.id} textValue={analysis.title}>
          <b>{analysis.title}</b> <span className="note">{analysis.answers}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

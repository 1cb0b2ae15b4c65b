import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { type AnalysisDescription, QUESTIONS, type Question } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { analysisWords } from '../analysis-words.ts';
import { fitWords } from '../option-values.ts';

const ORDER = Object.keys(QUESTIONS) as Question[];

/** The analyses there are under their questions: what each one answers, what it needs, and whether the table has it. */
export function AnalysisList({
  analyses,
  table,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  table: TableInfo;
  onChoose: (id: string) => void;
}) {
  const known = analyses.map((analysis) => ({ ...analysis, fit: fitWords(analysis, table) }));
  return (
    <ListBox
      className="analyses"
      aria-label="Analyses"
      layout="grid"
      onAction={(id) => onChoose(String(id))}
      selectionMode="none"
      renderEmptyState={() => <p className="empty note">No analysis has these words.</p>}
    >
      {ORDER.map((question) => ({
        question,
        under: known.filter((analysis) => analysis.question === question),
      }))
        .filter(({ under }) => under.length > 0)
        .map(({ question, under }) => (
          <ListBoxSection key={question} id={question}>
            <Header>{QUESTIONS[question]}</Header>
            {under.map(({ fit, ...analysis }) => (
              <ListBoxItem
                key={analysis.id}
                id={analysis.id}
                className={fit.fits ? 'analysis' : 'analysis unfit'}
                textValue={analysisWords(analysis)}
              >
                <b>{analysis.title}</b> <span>{analysis.answers}</span>{' '}
                <span className="note">{fit.words}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
    </ListBox>
  );
}

import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { type AnalysisDescription, QUESTIONS, type Question } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { fitWords } from '../option-values.ts';
import { hasWords } from '../words-match.ts';

const ORDER = Object.keys(QUESTIONS) as Question[];

/** The analyses there are under their questions: what each one answers, what it needs, and whether the table has it. */
export function AnalysisList({
  analyses,
  table,
  typed,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  table: TableInfo;
  /** Words that an analysis must have: in its name, its question, or the other words for it. */
  typed: string;
  onChoose: (id: string) => void;
}) {
  const found = analyses
    .filter((analysis) => hasWords(wordsOf(analysis), typed))
    .map((analysis) => ({ ...analysis, fit: fitWords(analysis, table) }));
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
        under: found.filter((analysis) => analysis.question === question),
      }))
        .filter(({ under }) => under.length > 0)
        .map(({ question, under }) => (
          <ListBoxSection key={question} id={question}>
            <Header>{QUESTIONS[question]}</Header>
            {under.map(({ id, title, answers, fit }) => (
              <ListBoxItem
                key={id}
                id={id}
                className={fit.fits ? 'analysis' : 'analysis unfit'}
                textValue={title}
              >
                <b>{title}</b> <span>{answers}</span> <span className="note">{fit.words}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
    </ListBox>
  );
}

function wordsOf({ title, answers, question, words }: AnalysisDescription): string {
  return [title, answers, QUESTIONS[question], ...words].join(' ');
}

import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { type AnalysisDescription, QUESTIONS, type Question } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { analysisWords } from '../analysis-words.ts';
import { fitWords } from '../option-values.ts';
import { hasWords } from '../words-match.ts';

const ORDER = Object.keys(QUESTIONS) as Question[];

/**
 * The analyses there are under their questions: what each one answers, what it needs, and whether the
 * table has it. Those that have what was typed in their names come first.
 */
export function AnalysisList({
  analyses,
  typed,
  table,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  typed: string;
  table: TableInfo;
  onChoose: (id: string) => void;
}) {
  const isNamed = ({ title }: { title: string }) => typed.trim() !== '' && hasWords(title, typed);
  const known = namedFirst(
    analyses.map((analysis) => ({ ...analysis, fit: fitWords(analysis, table) })),
    isNamed,
  );
  const sections = ORDER.map((question) => ({
    question,
    under: known.filter((analysis) => analysis.question === question),
  }));
  return (
    <ListBox
      className="analyses"
      aria-label="Analyses"
      layout="grid"
      onAction={(id) => onChoose(String(id))}
      selectionMode="none"
      renderEmptyState={() => <p className="empty note">No analysis has these words.</p>}
    >
      {namedFirst(sections, ({ under }) => under.some(isNamed))
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

/** In the order they have, but for those that are named. */
function namedFirst<T>(all: readonly T[], isNamed: (one: T) => boolean): T[] {
  return [...all.filter(isNamed), ...all.filter((one) => !isNamed(one))];
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChartFace } from '../../../src/model/board.ts';
import { type Condition, EVERYONE } from '../../../src/model/condition.ts';
import type { RefusalRecord } from '../../../src/model/refusal.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { type BoardLink, createBoardLink } from '../../board/board-link.ts';
import { chosenVariables } from '../../board/chart-choice.ts';
import { type BoardChart, suggestCharts } from '../../board/suggest-charts.ts';
import { chipWords, partsOf, together } from '../../cohort-words.ts';
import { changeDraft } from '../../draft-history.ts';
import { activeCohort } from '../../session.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { type BoardPainter, createPainter } from './board-painter.ts';
import { splitDraft, withChoice } from './split-draft.ts';

/** An open board as the page shows it. */
export interface BoardState {
  charts: readonly BoardChart[];
  /** What does not change while the board is open; a chart that was just added has none yet. */
  faces: Readonly<Record<string, ChartFace>>;
  /** The first board of this table is on its way. */
  isOpening: boolean;
  refusal: RefusalRecord | null;
  /** What is chosen on each chart. */
  choices: ReadonlyMap<string, Condition>;
  link: BoardLink;
  painter: BoardPainter;
  /** Chooses on a chart, in a step that can be undone. */
  choose(chart: BoardChart, condition: Condition | null): void;
  clearAll(): void;
  setCharts(charts: readonly BoardChart[]): void;
  retry(): void;
}

/** The board of a table, kept in step with the conditions of the window. */
export function useBoard(table: TableInfo): BoardState {
  const session = useSession();
  const draft = useSelect((state) => state.draft);
  const kept = useSelect((state) => state.boards[table.name]);
  const project = useSelect((state) => state.project);
  const cohortName = useSelect(activeCohort);
  const charts = useMemo(() => kept ?? suggestCharts(table), [kept, table]);
  /** The chart on which each condition was made, while the window is open. */
  const madeOn = useRef(new Map<string, string>());
  const [attempt, setAttempt] = useState(0);
  const [faces, setFaces] = useState<BoardState['faces']>({});
  const [isOpening, setOpening] = useState(true);
  const [refusal, setRefusal] = useState<RefusalRecord | null>(null);

  const { link, painter } = useMemo(() => {
    const made = createBoardLink(session.client, (refused) => {
      if (refused.code === 'board-not-open') setAttempt((n) => n + 1);
      else session.set({ refusal: refused });
    });
    return { link: made, painter: createPainter(made) };
  }, [session]);

  const saved = project?.cohorts.find(({ name }) => name === cohortName)?.condition ?? EVERYONE;
  const { choices, rest } = splitDraft(draft, charts, madeOn.current);
  const within = [...partsOf(saved), ...rest];
  const questions = charts.map(({ name, question }) => ({ name, question }));
  const key = JSON.stringify([table.name, table.version, questions, within, attempt]);
  const opened = useRef<readonly BoardChart[]>([]);

  const setCharts = useCallback(
    (next: readonly BoardChart[]) =>
      session.set({ boards: { ...session.get().boards, [table.name]: next } }),
    [session, table.name],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that opening depends on
  useEffect(() => {
    let isGone = false;
    const request = {
      table: table.name,
      charts,
      within: within.length === 0 ? null : together(within),
      choices,
    };
    void link.open(request).then((reply) => {
      if (isGone || reply === undefined) return;
      if ('faces' in reply) {
        opened.current = charts;
        setFaces(reply.faces);
        setRefusal(null);
        setOpening(false);
        return;
      }
      const left = chartsWithout(charts, reply);
      if (opened.current.length > 0 && opened.current !== charts) {
        session.set({ refusal: reply });
        setCharts(opened.current);
      } else if (left.length > 0 && left.length < charts.length) {
        setCharts(left);
      } else {
        setRefusal(reply);
        setOpening(false);
      }
    });
    return () => {
      isGone = true;
    };
  }, [key, link]);

  const said = JSON.stringify([...choices]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is told by its text
  useEffect(() => link.chooseAll(choices), [said, link]);

  useEffect(
    () => () => {
      painter.stop();
      link.close();
    },
    [link, painter],
  );

  const choose = (chart: BoardChart, condition: Condition | null) => {
    const before = choices.get(chart.name);
    if (JSON.stringify(before) === JSON.stringify(condition ?? undefined)) return;
    const words = condition ?? before;
    if (words === undefined) return;
    if (condition !== null) madeOn.current.set(JSON.stringify(condition), chart.name);
    const said = chipWords(words, table, project?.tables);
    changeDraft(
      session,
      table.name,
      withChoice(session.get().draft, before, condition),
      condition === null ? `clear ${said}` : said,
    );
  };
  const clearAll = () => {
    if (session.get().draft.length > 0) changeDraft(session, table.name, [], 'clear all');
  };
  return {
    charts,
    faces,
    isOpening,
    refusal,
    choices,
    link,
    painter,
    choose,
    clearAll,
    setCharts,
    retry: () => setAttempt((n) => n + 1),
  };
}

/** The charts that a refusal is not about. */
function chartsWithout(charts: readonly BoardChart[], { where }: RefusalRecord): BoardChart[] {
  const { column } = where;
  return charts.filter(({ question }) => {
    const number = question.show === 'boxes' || question.show === 'means' ? [question.of] : [];
    return column === undefined || ![...chosenVariables(question), ...number].includes(column);
  });
}

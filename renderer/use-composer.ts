import { useState } from 'react';
import type { AnalysisDescription } from '../src/model/option.ts';
import type { AnalysisSpec, Result } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';
import type { TableInfo } from '../src/model/table.ts';
import { runSpec } from './analysis-runs.ts';
import { fitOptions, type OptionValues, sameOptions, stillNeeded } from './option-values.ts';
import { resultTitle } from './result-title.ts';
import { activeCohort } from './session.ts';
import { useSelect, useSession } from './use-session.ts';

/** The form beside the result: which analysis, which options, and which result they belong to. */
export interface Composer {
  description: AnalysisDescription | null;
  values: OptionValues;
  /** What the form still needs, in words. */
  needed: readonly string[];
  /** What the form asks for; null while something is needed, or where it is what the shown result says. */
  spec: AnalysisSpec | null;
  choose(id: string | null): void;
  /** Fills the form with what a result was made from. */
  take(result: Result): void;
  set(values: OptionValues): void;
  /** Keeps what the form asks for; `replace` = in place of the result that is shown. */
  keep(replace: boolean): Promise<void>;
}

export function useComposer(
  analyses: readonly AnalysisDescription[],
  table: TableInfo,
  shown: Result | undefined,
): Composer {
  const session = useSession();
  const cohort = useSelect(activeCohort);
  const chosen = useSelect((state) => state.analysis);
  const [entered, setEntered] = useState<OptionValues>(shown?.options ?? {});
  const id = shown?.analysis ?? chosen;
  const description = analyses.find((analysis) => analysis.id === id) ?? null;
  const values = description === null ? {} : fitOptions(description, entered, table);
  const needed = description === null ? [] : stillNeeded(description, values);
  const isChanged =
    shown === undefined ||
    shown.table !== table.name ||
    (shown.cohort.name ?? undefined) !== cohort ||
    description === null ||
    !sameOptions(description, values, shown.options);
  const spec: AnalysisSpec | null =
    description === null || needed.length > 0 || !isChanged
      ? null
      : {
          analysis: description.id,
          table: table.name,
          title: resultTitle(description, values, table),
          options: values,
          ...(cohort === undefined ? {} : { cohort }),
        };
  return {
    description,
    values,
    needed,
    spec,
    choose(analysis) {
      session.set({ analysis, result: null });
    },
    take(result) {
      setEntered(result.options);
      const { [result.table]: _, ...others } = session.get().cohorts;
      session.set({
        result: result.id,
        analysis: result.analysis,
        table: result.table,
        draft: [],
        cohorts: result.cohort.name ? { ...others, [result.table]: result.cohort.name } : others,
      });
    },
    set: setEntered,
    async keep(replace) {
      if (spec === null) return;
      const id = replace && shown !== undefined ? { id: shown.id } : {};
      const made = await runSpec(session, { ...spec, ...id });
      if (made === undefined) return;
      session.set({ result: made.id });
      session.say(`Kept “${plainText(made.title)}”, n = ${made.n.used} of ${made.n.total}.`);
    },
  };
}

import { useState } from 'react';
import type { AnalysisDescription } from '../src/model/option.ts';
import type { AnalysisSpec, Comparison, Result } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';
import type { TableInfo } from '../src/model/table.ts';
import { comparisonOf, openResult, runSpec } from './analysis-runs.ts';
import { comparable, comparisonOn, comparisonTitle } from './comparison.ts';
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
  /** Cohorts side by side, where the analysis can. */
  comparing: Comparison | null;
  compare(comparing: Comparison | null): void;
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
  const [asked, compare] = useState<Comparison | null>(
    () => (shown === undefined ? session.get().comparing : comparisonOf(shown)) ?? null,
  );
  const [entered, setEntered] = useState<OptionValues>(
    () => shown?.options ?? (asked === null ? {} : { variables: comparable(table) }),
  );
  const id = shown?.analysis ?? chosen;
  const description = analyses.find((analysis) => analysis.id === id) ?? null;
  const known = useSelect((state) => state.project)?.cohorts ?? [];
  const comparing = description?.comparesCohorts ? comparisonOn(asked, known, table) : null;
  const values =
    description === null
      ? {}
      : fitOptions(description, comparing === null ? entered : { ...entered, group: null }, table);
  const needed = description === null ? [] : stillNeeded(description, values);
  const isChanged =
    shown === undefined ||
    shown.table !== table.name ||
    (shown.cohort.name ?? undefined) !== cohort ||
    description === null ||
    JSON.stringify(comparisonOf(shown) ?? null) !== JSON.stringify(comparing) ||
    !sameOptions(description, values, shown.options);
  const spec: AnalysisSpec | null =
    description === null || needed.length > 0 || !isChanged
      ? null
      : {
          analysis: description.id,
          table: table.name,
          title:
            comparing === null
              ? resultTitle(description, values, table)
              : comparisonTitle(comparing, known),
          options: values,
          ...(cohort === undefined ? {} : { cohort }),
          ...(comparing === null ? {} : { compare: comparing }),
        };
  return {
    description,
    values,
    needed,
    spec,
    comparing,
    compare,
    choose(analysis) {
      compare(null);
      session.set({ analysis, result: null, comparing: null });
    },
    take(result) {
      setEntered(result.options);
      compare(comparisonOf(result) ?? null);
      openResult(session, result);
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

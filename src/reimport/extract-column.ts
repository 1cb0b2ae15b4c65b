import type { ColumnDecision, FilePreview } from '../model/importing.ts';

/** A column of an extract as it reads by itself, without its contract. */
export interface ExtractColumn {
  proposal: ColumnDecision;
  filled: number;
  of: number;
  /** Some of its values, the most frequent first. */
  values: readonly string[];
}

export function extractColumns(preview: FilePreview): ExtractColumn[] {
  return preview.decisions.columns.map((proposal, i) => {
    const evidence = preview.columns[i];
    const filled = evidence?.filled ?? 0;
    return {
      proposal,
      filled,
      of: filled + (evidence?.empty ?? 0),
      values: evidence?.top.map(({ value }) => value) ?? [],
    };
  });
}

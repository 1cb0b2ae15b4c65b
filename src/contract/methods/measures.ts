import * as v from 'valibot';
import type { KnownMeasure, Measure } from '../../model/measure.ts';
import type { Artifact } from '../../model/project.ts';
import type { ScoringCheck, ScoringSuggestion } from '../../model/scoring.ts';
import type { ScoreDefinition } from '../../model/table.ts';
import { DELIVER, type MethodsOf, nothing, READ, WRITE } from '../method-record.ts';
import { fileReading } from '../schemas/imports.ts';
import { someMeasure } from '../schemas/measures.ts';
import { name } from '../schemas/plain.ts';
import { scoreDefinition } from '../schemas/tables.ts';

/** Questionnaires, and which columns hold them. */
export interface MeasureMethods {
  /** The library and the project's own. */
  measures(input: Record<string, never>): readonly KnownMeasure[];
  /** Keeps a measure in the project; a version that has scored a table stays as it was. */
  saveMeasure(input: { measure: Measure }): KnownMeasure;
  importMeasure(input: { file: string }): KnownMeasure;
  removeMeasure(input: { id: string; version: string }): readonly KnownMeasure[];
  exportMeasure(input: { id: string; version: string }): Artifact;
  /** Which measures the tables may hold, and columns that look like one and cannot be. */
  suggestScoring(input: { table?: string }): {
    suggestions: readonly ScoringSuggestion[];
    warnings: readonly string[];
  };
  /** What scoring would do; nothing is written. */
  checkScoring(input: { from: string; score: ScoreDefinition }): ScoringCheck;
}

export const MEASURE_METHODS = {
  measures: { ...READ, input: nothing },
  saveMeasure: { ...WRITE, input: v.strictObject({ measure: someMeasure }) },
  importMeasure: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: fileReading.file }),
  },
  removeMeasure: { ...WRITE, input: v.strictObject({ id: name, version: name }) },
  exportMeasure: { ...DELIVER, input: v.strictObject({ id: name, version: name }) },
  suggestScoring: { ...READ, input: v.strictObject({ table: v.exactOptional(name) }) },
  checkScoring: {
    ...READ,
    input: v.strictObject({ from: name, score: scoreDefinition }),
  },
} as const satisfies MethodsOf<MeasureMethods>;

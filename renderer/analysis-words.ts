import { type AnalysisDescription, QUESTIONS } from '../src/model/option.ts';

/** What an analysis is found by: its name, its question, what it answers, and the other words for it. */
export function analysisWords({ title, answers, question, words }: AnalysisDescription): string {
  return [title, answers, QUESTIONS[question], ...words].join(' ');
}

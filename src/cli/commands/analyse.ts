import * as v from 'valibot';
import { analysisSpec } from '../../contract/schemas/analyses.ts';
import type { AnalysisSpec, Result } from '../../model/result.ts';
import { plainText } from '../../model/rich.ts';
import { readJson } from '../../read-json.ts';
import { type Command, positional } from '../command.ts';
import { withProject } from '../open.ts';

const specs = v.union([
  v.array(analysisSpec),
  v.strictObject({ analyses: v.array(analysisSpec) }),
  analysisSpec,
]);

export const analyseCommand: Command = {
  name: 'analyse',
  usage: 'P.attune SPEC.json',
  about: 'run analyses, each with its cohort, and keep their results',
  options: {},
  takes: [2, 2],
  async run(args) {
    const content = readJson(positional(args, 1), specs);
    const list = 'analyses' in content ? content.analyses : [content].flat();
    return withProject(positional(args, 0), 'write', (workbench) => {
      const results = list.map((spec) => workbench.analyse({ spec: spec as AnalysisSpec }));
      return { json: results, text: results.map(resultText).join('\n\n') };
    });
  },
};

function resultText(result: Result): string {
  const { cohort, n, sentences } = result;
  return [
    `${result.id}  ${result.title}`,
    `  ${cohort.sentence}: ${cohort.n} of ${cohort.of}; n = ${n.used}`,
    `  ${plainText(sentences.plain)}`,
    `  ${plainText(sentences.apa)}`,
  ].join('\n');
}

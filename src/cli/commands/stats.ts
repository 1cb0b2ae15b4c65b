import * as v from 'valibot';
import { STATISTICS } from '../../analysis/statistics.ts';
import { Refusal } from '../../model/refusal.ts';
import { readJson } from '../../read-json.ts';
import { type Command, positional } from '../command.ts';

const cases = v.object({
  cases: v.array(
    v.object({
      id: v.string(),
      test: v.string(),
      input: v.unknown(),
      options: v.optional(v.unknown()),
    }),
  ),
});

export const statsCommand: Command = {
  name: 'stats',
  usage: 'CASES.json',
  about: 'statistics on given numbers',
  options: {},
  takes: [1, 1],
  async run(args) {
    const content = readJson(positional(args, 0), cases);
    const results = content.cases.map(({ id, test, input, options }) => {
      try {
        return { id, result: statistic(test)(input, options ?? {}) };
      } catch (error) {
        if (error instanceof Refusal) return { id, refused: error.toRecord() };
        throw error;
      }
    });
    const refused = results.filter((each) => 'refused' in each).length;
    return {
      json: { results },
      text: `${results.length - refused} computed, ${refused} refused (--json gives the numbers).`,
    };
  },
};

function statistic(test: string): (input: unknown, options: unknown) => unknown {
  const found = Object.hasOwn(STATISTICS, test) ? STATISTICS[test] : undefined;
  if (found) return found;
  throw new Refusal('unknown-statistic', `There is no statistic called “${test}”.`, {
    hint: `There are: ${Object.keys(STATISTICS).join(', ')}.`,
    where: { option: 'test' },
  });
}

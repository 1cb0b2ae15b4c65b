import type { Frame } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import { identifierLike, personVariable } from '../model/person-variable.ts';
import type { Variable } from '../model/variable.ts';
import { columnWords, names } from './column-words.ts';

/** Who a row is about: an identifier, or what is called like one. */
export function personIn({ variables }: Frame): string | undefined {
  return personVariable(variables) ?? identifierLike(variables)[0]?.name;
}

/** The variable that holds the time point. */
export function timeIn(frame: Frame, not: readonly string[]): string | undefined {
  const like =
    /\b(time point|timepoint|time|wave|visit|stage|phase|occasion|assessment|pre post|when|point)\b/;
  return frame.variables.find(({ name, label, kind }) => {
    if (not.includes(name) || kind === 'date' || kind === 'decimal') return false;
    return like.test(spoken(name)) || like.test(spoken(label));
  })?.name;
}

/** A date of the same time point: one that names the measure before one that does not. */
export function dateIn(frame: Frame, measure: Measure, time: string): string | undefined {
  const dates = frame.variables.filter(
    (variable) =>
      variable.kind === 'date' &&
      wordsOf(variable, measure).time.toLowerCase() === time.toLowerCase(),
  );
  const about = dates.find((variable) => isAbout(variable, measure));
  const plain = dates.filter(({ name }) => !/birth|dob|referr|discharge/.test(name));
  return (about ?? plain[0])?.name;
}

/** The first variable whose name or label is like that. */
export function variableLike(frame: Frame, like: RegExp): string | undefined {
  return frame.variables.find(
    ({ name, label }) => like.test(spoken(name)) || like.test(spoken(label)),
  )?.name;
}

function spoken(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words of its name, or of its label where the name has no number. */
export function wordsOf(variable: Variable, measure: Measure): ReturnType<typeof columnWords> {
  const byName = columnWords(variable.name, measure);
  if (byName.item !== null) return byName;
  const byLabel = columnWords(variable.label, measure);
  return byLabel.item === null ? byName : byLabel;
}

/** Whether its name or label names the measure. */
export function isAbout(variable: Variable, measure: Measure): boolean {
  return names(variable.name, measure) || names(variable.label, measure);
}

import { textAt } from '../../model/column.ts';
import { columnNamed } from '../../model/frame.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import {
  ATTENDANCE,
  type AttendanceKind,
  attendanceKinds,
  unnamed,
} from '../attendance/attendance-kinds.ts';
import {
  type AttendanceLine,
  attendanceLine,
  type LineOf,
  noAppointments,
  rateWords,
} from '../attendance/attendance-line.ts';
import { attendanceSentence, otherNote } from '../attendance/attendance-words.ts';
import { yearLines } from '../attendance/lines-by-year.ts';
import {
  perPerson,
  perPersonEstimates,
  perPersonFigure,
  perPersonTable,
} from '../attendance/per-person.ts';
import { rateFigure } from '../attendance/rate-figure.ts';
import { CITE } from '../parts/citations.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { estimatesOf, linesTable } from '../parts/quantity.ts';
import { choiceOf, textOf, variableChosen, variableOrNone } from '../parts/read-options.ts';
import { CATEGORIES, CONFIDENCE, choice, levelOf, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';

const named = (key: AttendanceKind, help: string, fallback: string) => ({
  key,
  label: `${ATTENDANCE[key]}: statuses`,
  help,
  type: 'text' as const,
  default: fallback,
});

export const attendance: Analysis = {
  id: 'attendance',
  title: 'Attendance',
  question: 'count',
  answers: 'How many appointments were attended, missed or cancelled, and how many has a person?',
  words: [
    'DNA rate',
    'did not attend',
    'missed appointments',
    'cancellations',
    'contacts per person',
    'dose',
  ],
  options: [
    variable(
      'status',
      'Status',
      'What became of each appointment: one row is an appointment.',
      CATEGORIES,
    ),
    variable(
      'person',
      'Person',
      'Whose it was: adds how many appointments people have.',
      ['identifier', 'category', 'text'],
      false,
    ),
    variable('date', 'Date', 'Adds a line for each financial year.', ['date'], false),
    variable(
      'group',
      'Separately for',
      'Adds a line for each category: service, site, activity.',
      CATEGORIES,
      false,
    ),
    named('attended', 'NHS codes: 5 attended on time, 6 late but seen.', '5; 6; Attended'),
    named('missed', 'NHS code: 3 did not attend.', '3; Did not attend'),
    named('late', 'NHS code: 7 arrived late, could not be seen.', '7; Came too late'),
    named('patient', 'NHS code: 2.', '2; Cancelled by patient'),
    named('provider', 'NHS code: 4.', '4; Cancelled by provider'),
    choice('late-counts', 'Late, not seen counts as', 'Whether the rate takes it as missed.', {
      neither: 'Neither attended nor missed',
      missed: 'Missed',
    }),
    {
      key: 'covered-from',
      label: 'Data cover, from',
      help: 'First day that the data cover; left open, the first date in the data.',
      type: 'date',
      default: null,
    },
    {
      key: 'covered-to',
      label: 'Data cover, to',
      help: 'Last day that the data cover; left open, the last date in the data.',
      type: 'date',
      default: null,
    },
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'DNA rate = did not attend ÷ (attended + did not attend), with Wilson interval. Where those who came too late to be seen count as missed they are added above and below.',
      'Cancelled appointments, by patient or by provider, stand apart and are in neither.',
    ],
    sources: [CITE.wilson, 'NHS Data Model and Dictionary: Attended or did not attend code.'],
    refuses: ['A period that ends before it begins, and one of more than sixty years.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const settings = {
    level: levelOf(options),
    lateIsMissed: choiceOf(options, 'late-counts', ['neither', 'missed']) === 'missed',
  };
  const status = levelsOf(view, variableChosen(options, 'status'), 'status');
  const kinds = attendanceKinds(
    status,
    Object.fromEntries(
      (['attended', 'missed', 'late', 'patient', 'provider'] as const).map((key) => [
        key,
        textOf(options, key),
      ]),
    ),
  );
  const codes = status.codes();
  const kindAt = (i: number): AttendanceKind => {
    const code = codes[i] as number;
    return code < 0 ? 'unknown' : (kinds[code] ?? 'other');
  };
  const lineOf = (label: string, holds: (i: number) => boolean) => {
    const counts = noAppointments();
    for (let i = 0; i < codes.length; i++) {
      if (holds(i)) counts[kindAt(i)] += 1;
    }
    return attendanceLine(label, counts, settings);
  };
  const total = view.rows.length;
  const all = lineOf(`All ${view.unit}`, () => true);
  const yearly = yearLines(view, options, lineOf);
  const groupName = variableOrNone(options, 'group');
  const groups = groupName === null ? null : levelsOf(view, groupName, 'group');
  const grouped = groups ? groupLines(groups, lineOf) : [];
  const person = variableOrNone(options, 'person');
  const persons =
    person === null ? null : perPerson(personCodes(view, person), (i) => kindAt(i) === 'attended');
  const words = attendanceSentence(all, view.unit, settings.level);
  return {
    method: {
      name: 'Attendance',
      variant: `Wilson ${percentLevel(settings.level)} intervals`,
      citations: [CITE.wilson],
    },
    n: { total, used: total, missing: [] },
    estimates: [
      ...estimatesOf({ ...all, label: '' }, settings.level),
      ...[...yearly.lines, ...grouped].flatMap((line) =>
        estimatesOf(line, settings.level, { keyOf: (key) => `${line.label}: ${key}` }),
      ),
      ...(persons ? perPersonEstimates(persons) : []),
    ],
    tables: [
      linesTable(
        {
          id: 'attendance',
          title: 'Attendance',
          first: 'Appointments',
          level: settings.level,
          notes: [
            rateWords(settings.lateIsMissed),
            ...yearly.years.flatMap(({ note }) => (note ? [`Part year: ${note}`] : [])),
          ],
        },
        [
          all,
          ...heading(yearly.lines, 'Financial year'),
          ...heading(grouped, groups ? plainLabel(groups.variable) : ''),
        ],
      ),
      ...(persons ? [perPersonTable(persons)] : []),
    ],
    figures: [
      ...(yearly.lines.length > 0
        ? [rateFigure('Financial year', yearly.lines, settings.level, yearly.years)]
        : []),
      ...(groups && grouped.length > 0
        ? [rateFigure(plainLabel(groups.variable), grouped, settings.level)]
        : []),
      ...(persons ? [perPersonFigure(persons)] : []),
    ],
    sentences: { apa: words, plain: words },
    notes: [
      { kind: 'note', text: rateWords(settings.lateIsMissed) },
      ...otherNote(unnamed(status, kinds), all.counts.other, view.unit),
      ...yearly.notes,
      ...(persons && persons.unknown > 0
        ? [
            {
              kind: 'note' as const,
              text: `${count(persons.unknown)} ${escapeRich(view.unit)} belong to nobody who is known.`,
            },
          ]
        : []),
    ],
  };
}

/** One code a row: more people are told apart than categories could be. */
function personCodes(view: View, name: string): Int32Array {
  const known = new Map<string, number>();
  const column = columnNamed(view.frame, name);
  return Int32Array.from(view.rows, (row) => {
    const text = textAt(column, row);
    if (text === '') return -1;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
}

function groupLines(groups: Levels, lineOf: LineOf): AttendanceLine[] {
  const codes = groups.codes();
  const lines = groups.labels.flatMap((label, at) =>
    (groups.counts[at] ?? 0) > 0 ? [lineOf(label, (i) => codes[i] === at)] : [],
  );
  const missing = missingTotal(groups.missing);
  return missing > 0 ? [...lines, lineOf('Missing', (i) => codes[i] === -1)] : lines;
}

/** Lines under the name of what tells them apart. */
function heading(lines: readonly AttendanceLine[], label: string) {
  if (lines.length === 0) return [];
  return [{ label, quantities: [], role: 'group' as const }, ...lines];
}

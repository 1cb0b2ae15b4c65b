import type { Levels } from '../parts/levels.ts';
import { listedTexts } from '../parts/listed-texts.ts';

/** What became of an appointment. */
export const ATTENDANCE = {
  attended: 'Attended',
  missed: 'Did not attend',
  late: 'Late, not seen',
  patient: 'Cancelled by patient',
  provider: 'Cancelled by provider',
  other: 'Other',
  unknown: 'Not recorded',
} as const;

export type AttendanceKind = keyof typeof ATTENDANCE;

/**
 * What each level of a status variable means: by its value or its label, as the options say.
 * What no option names is `other`.
 */
export function attendanceKinds(
  status: Levels,
  named: Readonly<Partial<Record<AttendanceKind, string>>>,
): AttendanceKind[] {
  const kinds = Object.entries(named) as [AttendanceKind, string][];
  const meant = new Map(
    kinds.flatMap(([kind, text]) => listedTexts(text).map((part) => [part.toLowerCase(), kind])),
  );
  const valueBy = new Map(status.variable.values.map(({ value, label }) => [label, value]));
  return status.labels.map((label) => {
    const value = valueBy.get(label) ?? label;
    return meant.get(value.toLowerCase()) ?? meant.get(label.toLowerCase()) ?? 'other';
  });
}

/** The statuses that no option names, for a note. */
export function unnamed(status: Levels, kinds: readonly AttendanceKind[]): string[] {
  return status.labels.filter((_, at) => kinds[at] === 'other' && (status.counts[at] ?? 0) > 0);
}

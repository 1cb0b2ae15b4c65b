import { escapeRich } from '../../model/rich.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { type QuantityLine, quantity } from '../parts/quantity.ts';
import { wilsonInterval } from '../statistics/proportion-ci.ts';
import { ATTENDANCE, type AttendanceKind } from './attendance-kinds.ts';

/** Appointments of some rows by what became of them. */
export type AttendanceCounts = Record<AttendanceKind, number>;

export interface AttendanceLine extends QuantityLine {
  counts: AttendanceCounts;
  /** Missed of those that could be attended: the rate and its interval in percent. */
  rate: { missed: number; of: number; percent: number; low: number; high: number } | null;
}

export function noAppointments(): AttendanceCounts {
  return { attended: 0, missed: 0, late: 0, patient: 0, provider: 0, other: 0, unknown: 0 };
}

/**
 * One line of the table. The rate is missed ÷ (attended + missed): cancelled appointments, and whatever is
 * in no kind, are in neither.
 * @param lateIsMissed whoever came too late to be seen has missed the appointment
 */
export function attendanceLine(
  label: string,
  counts: AttendanceCounts,
  { level, lateIsMissed }: { level: number; lateIsMissed: boolean },
): AttendanceLine {
  const missed = counts.missed + (lateIsMissed ? counts.late : 0);
  const of = counts.attended + missed;
  const bounds = of > 0 ? wilsonInterval(missed, of, level) : null;
  const ci = bounds && ([100 * bounds[0], 100 * bounds[1]] as const);
  const percent = percentOf(missed, of);
  const made = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    label,
    counts,
    rate: percent === null || ci === null ? null : { missed, of, percent, low: ci[0], high: ci[1] },
    quantities: [
      quantity('made', 'appointments made', 'Made', made, 'count'),
      ...(Object.keys(ATTENDANCE) as AttendanceKind[]).map((kind) =>
        quantity(kind, ATTENDANCE[kind].toLowerCase(), ATTENDANCE[kind], counts[kind], 'count'),
      ),
      quantity('could', 'attended or missed', 'Attended or missed', of, 'count'),
      quantity('dna', 'DNA rate, %', 'DNA rate', percent, percentFormat(of), {
        ci,
        by: 'Wilson',
        refused: 'no appointment was attended or missed',
      }),
    ],
  };
}

/** "DNA ÷ (attended + DNA)" */
export function rateWords(lateIsMissed: boolean): string {
  const missed = lateIsMissed ? '(did not attend + late, not seen)' : 'did not attend';
  const without = lateIsMissed ? '' : 'Those who came too late to be seen count in neither. ';
  return escapeRich(
    `DNA rate = ${missed} ÷ (attended + ${missed.replace(/[()]/g, '')}). ${without}Cancelled appointments count in neither.`,
  );
}

/** Counts those appointments for which something holds. */
export type LineOf = (label: string, holds: (i: number) => boolean) => AttendanceLine;

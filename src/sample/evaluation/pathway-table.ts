import type { Condition } from '../../model/condition.ts';
import type { Step, TableDefinition } from '../../model/table.ts';

const ATTENDED: Condition = { op: 'is', variable: 'attended', value: 'Attended' };

/** The referrals with the first and second appointment that was attended because of each. */
export function pathways(): TableDefinition {
  const attended = (nth: number, name: string, label: string): Step => ({
    op: 'date-linked',
    table: 'appointments',
    key: 'referral_id',
    foreignKey: 'referral_id',
    date: 'date',
    nth,
    name,
    label,
    condition: ATTENDED,
  });
  return {
    name: 'pathways',
    label: 'Referrals and the appointments that followed',
    unit: 'referrals',
    from: 'referrals',
    steps: [
      attended(1, 'first_attended', 'Attended once'),
      attended(2, 'second_attended', 'Attended twice'),
    ],
  };
}

import type { EvaluationSource } from '../../model/report.ts';
import { columnDecisions, labels, missingCodes } from './column-decision.ts';

const PRFQ_ITEMS = Array.from({ length: 18 }, (_, i) => String(i + 1).padStart(2, '0'));
const NOT_RECORDED: [string, string] = ['99', 'not recorded'];
const NOT_KNOWN: [string, string] = ['NK', 'not known'];
const DEFAULT_DATE: [string, string] = ['1900-01-01', 'default date'];

const ATTENDANCE = labels([
  ['5', 'Attended on time'],
  ['6', 'Attended late'],
  ['7', 'Came too late to be seen'],
  ['3', 'Did not attend'],
  ['2', 'Cancelled by the family'],
  ['4', 'Cancelled by the service'],
]);

/** What was decided about each file: names, missing codes, and the questions that a file cannot answer. */
export const SOURCES: readonly EvaluationSource[] = [
  {
    file: 'service users.xlsx',
    table: 'service_users',
    label: 'Service users, as received',
    unit: 'records',
    decisions: {
      sheet: 'Adults',
      // The merged cells above repeat what the names say.
      header: { row: 5, rows: 1 },
      columns: columnDecisions({
        client_id: {},
        nhs_number: {},
        name: { keep: false },
        date_of_birth: missingCodes(DEFAULT_DATE),
        age: {},
        sex: {
          ...missingCodes(NOT_KNOWN),
          ...labels([
            ['F', 'Female'],
            ['M', 'Male'],
          ]),
        },
        person_type: {},
        ethnic_category: missingCodes(NOT_RECORDED, NOT_KNOWN),
        imd_decile: missingCodes(NOT_RECORDED, NOT_KNOWN),
        first_contact: {},
        pip: {
          kind: 'category',
          ...labels([
            ['Yes', 'Psychotherapy'],
            ['No', 'No psychotherapy'],
          ]),
        },
        together_time: {
          kind: 'category',
          ...labels([
            ['Yes', 'Together Time'],
            ['No', 'No Together Time'],
          ]),
        },
      }),
    },
  },
  {
    file: 'service users.xlsx',
    table: 'infants',
    label: 'Infants, as received',
    unit: 'infants',
    decisions: {
      sheet: 'Infants',
      columns: columnDecisions({
        infant_id: {},
        client_id: {},
        edd: {},
        date_of_birth: missingCodes(DEFAULT_DATE),
        sex: {},
      }),
    },
  },
  {
    file: 'referrals.csv',
    table: 'referrals_received',
    label: 'Referrals, as received',
    unit: 'records',
    decisions: {
      columns: columnDecisions({
        referral_id: {},
        client_id: {},
        person_type: {},
        received: {},
        source: missingCodes(NOT_KNOWN),
        outcome: labels([
          ['Accepted', 'Accepted'],
          ['Rejected', 'Rejected'],
          ['Pending', 'Pending'],
        ]),
        rejection_reason: {
          ...missingCodes(NOT_RECORDED),
          ...labels([
            ['01', 'Duplicate referral'],
            ['02', 'Not suitable for the service'],
            ['03', 'Incomplete referral'],
          ]),
        },
        // First Tuesdays only: no row proves the order, the performance team confirmed day first.
        allocation_meeting: { dateOrder: 'dmy' },
        edd: {},
        infant_dob: {},
        note: { keep: false },
      }),
    },
  },
  {
    file: 'appointments.csv',
    table: 'diary',
    label: 'Appointments, as received',
    unit: 'records',
    decisions: {
      columns: columnDecisions({
        appointment_id: {},
        client_id: {},
        referral_id: {},
        date: missingCodes(DEFAULT_DATE),
        activity: {},
        attendance: {
          kind: 'category',
          ...missingCodes(NOT_RECORDED, NOT_KNOWN),
          ...ATTENDANCE,
        },
        contact: labels([
          ['01', 'Face to face'],
          ['02', 'Telephone'],
          ['11', 'Video'],
        ]),
        minutes: {},
        note: { keep: false },
      }),
    },
  },
  {
    file: 'outcomes PRFQ.xlsx',
    table: 'prfq_received',
    label: 'PRFQ forms, as received',
    unit: 'records',
    decisions: {
      columns: columnDecisions({
        client_id: {},
        ...prfqBlock('T1'),
        ...prfqBlock('T2'),
      }),
    },
  },
  {
    file: 'outcomes MORS-SF.csv',
    table: 'mors_received',
    label: 'MORS-SF answers, as received',
    unit: 'answers',
    decisions: {
      columns: columnDecisions({
        client_id: {},
        time_point: {},
        item: {},
        response: missingCodes(NOT_RECORDED, NOT_KNOWN),
        date: {},
      }),
    },
  },
  {
    file: 'outcomes LOAF.csv',
    table: 'loaf_received',
    label: 'LOAF ratings, as received',
    unit: 'ratings',
    decisions: {
      columns: columnDecisions({
        client_id: {},
        time_point: {},
        date: {},
        item: {},
        level: missingCodes(NOT_RECORDED),
        rater: {},
      }),
    },
  },
];

function prfqBlock(time: 'T1' | 'T2'): Parameters<typeof columnDecisions>[0] {
  return {
    [`date_${time}`]: {},
    ...Object.fromEntries(
      PRFQ_ITEMS.map((item) => [`prfq_${item}_${time}`, missingCodes(['99', 'not answered'])]),
    ),
  };
}

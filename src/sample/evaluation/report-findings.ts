import type { Block } from '../../model/report.ts';
import { figure, question, section, share, table, text } from './report-blocks.ts';

const MOST_DEPRIVED = 'Deciles 1 to 3 (most deprived)';
const MIDWIVES = 'Midwifery – continuity of care';

export const FINDINGS: readonly Block[] = [
  section('Findings'),
  question('Who was reached?'),
  text(
    '{{ethnicity:total}} adults took up parent–infant psychotherapy and {{prfq-forms:total}} came to',
    'Together Time. {{programmes:n[Psychotherapy, Together Time]}} adults are in both figures, so the',
    'two cannot be added up to a number of people. A further',
    '{{programmes:n[No psychotherapy, No Together Time]}} of the {{programmes:n}} adults on record were',
    'referred to psychotherapy and are in neither programme: of their {{in-neither:n}} referrals,',
    '{{in-neither:n[Rejected]}} were rejected, {{in-neither:n[Pending]}} were still open when the extract',
    'was made, and {{in-neither:n[Accepted]}} were accepted but not taken up.',
  ),
  text(
    `${share('ethnicity-summary', 'Black, Asian or Multiple', 'adults in psychotherapy')} were from`,
    `Black, Asian or Multiple ethnic groups. ${share('imd', MOST_DEPRIVED, 'adults')} lived in the most`,
    'deprived three tenths of areas in England. Their mean age at first contact was {{age:mean}} years',
    '(*SD* = {{age:sd}}), known for {{age:n}} of {{age:total}}.',
  ),
  table('ethnicity', 'Adults in Psychotherapy by Ethnic Group'),
  figure('imd-deciles', 'Adults in Psychotherapy by Deprivation of Their Area (1 = Most Deprived)'),
  question('How early, and by whom, were adults referred?'),
  text(
    '{{referral-outcome:n}} referrals of adults to psychotherapy were received:',
    '{{referral-outcome:n[Accepted]}} were accepted, {{referral-outcome:n[Rejected]}} rejected and',
    '{{referral-outcome:n[Pending]}} still open when the extract was made. In 2022/23, the last whole',
    'year, {{referrals-by-year:n[2022/23]}} came in. Of the',
    '{{antenatal-accepted:total}} accepted referrals, {{antenatal-accepted:n[Antenatal]}}',
    '({{antenatal-accepted:pct[Antenatal]}}) were made before birth. For',
    '{{antenatal-accepted:n[Not known]}} the timing is not known; they are part of the denominator.',
  ),
  text(
    'Continuity-of-care midwifery was the largest source, with',
    `${share('referral-source', MIDWIVES, 'referrals whose source is recorded')}. Among accepted`,
    `referrals before birth it was the source of ${share('antenatal-source', MIDWIVES, '')}.`,
  ),
  figure('referral-source', 'Referrals to Psychotherapy by Source'),
  table('antenatal-accepted', 'Accepted Referrals Before and After Birth'),
  text(
    `${share('rejection-reason', 'Not suitable for the service', 'rejected referrals with a recorded reason')}`,
    'were not suitable for the service. The outcome of referrals did not differ clearly between ethnic',
    'groups: {{ethnicity-by-outcome:apa}} The ethnic group is known for {{ethnicity-by-outcome:n}} of',
    '{{ethnicity-by-outcome:total}} referrals.',
  ),
  table('ethnicity-by-outcome', 'Outcome of Referrals by Ethnic Group', 'counts'),
  question('How much was offered?'),
  text(
    'The number of psychotherapy appointments made in a year rose from',
    '{{appointments-by-year:n[2015/16]}} in 2015/16, from June, to',
    '{{appointments-by-year:n[2023/24]}} in 2023/24, to December: {{appointments-by-year:total}} in',
    'all. Only 2020/21 had fewer ({{appointments-by-year:n[2020/21]}}) than the year before it',
    '({{appointments-by-year:n[2019/20]}}). The {{appointments-per-person:n}} adults in psychotherapy had a',
    'median of {{appointments-per-person:median}} appointments each over the whole period (lower and upper',
    'quartile {{appointments-per-person:q1}} and {{appointments-per-person:q3}}; *M* =',
    '{{appointments-per-person:mean}}, *SD* = {{appointments-per-person:sd}}).',
  ),
  figure(
    'appointments-by-year',
    'Parent–Infant Psychotherapy: Appointments Made by Financial Year',
  ),
  text(
    `${share('did-not-attend', 'Did not attend', 'appointments that were either attended or missed without notice')}`,
    'were missed. The table gives every outcome, with what is not recorded.',
  ),
  table('attendance', 'Psychotherapy Appointments by Attendance'),
  question('What changed for adults in Together Time?'),
  text(
    `${share('group-attendance', 'Attended', 'Together Time sessions with a recorded outcome')} were`,
    'attended. Both PRFQ forms were filled in by {{prfq-forms:n[Both]}} of {{prfq-forms:total}} adults',
    '({{prfq-forms:pct[Both]}}) and both MORS-SF forms by {{mors-forms:n[Both]}}',
    '({{mors-forms:pct[Both]}}); {{loaf-forms:n[Both]}} ({{loaf-forms:pct[Both]}}) have a LOAF level at',
    'both time points. The two PRFQ forms lie a median of {{days-between-forms:median}} days apart',
    '(lower and upper quartile {{days-between-forms:q1}} and {{days-between-forms:q3}} days; *n* =',
    '{{days-between-forms:n}}).',
  ),
  table('prfq-pairs', 'PRFQ: Who Has Scores Before (T1) and After (T2)'),
  table('mors-pairs', 'MORS-SF: Who Has Scores Before (T1) and After (T2)'),
  table('loaf-pairs', 'LOAF: Who Has a Level Before (T1) and After (T2)'),
  text(
    '**PRFQ.** Interest and curiosity rose and pre-mentalizing modes fell, both towards the better end;',
    'certainty about mental states stayed about where it was. {{prfq-change:plain}}',
  ),
  figure('prfq-change', 'PRFQ: Standardised Change From Before to After Together Time'),
  text(
    '**MORS-SF.** Warmth rose and invasion fell, both towards the better end. {{mors-change:plain}}',
  ),
  figure('mors-change', 'MORS-SF: Standardised Change From Before to After Together Time'),
  table('prfq-change', 'PRFQ Before (T1) and After (T2) Together Time', 'change'),
  table('mors-change', 'MORS-SF Before (T1) and After (T2) Together Time', 'change'),
  text(
    '**LOAF.** There was little change in levels of adaptive functioning: {{loaf-change:same}} of',
    '{{loaf-change:n}} adults ({{loaf-change:same-percent}}) were at the same level at both time',
    'points, {{loaf-change:improved}} at a better and {{loaf-change:worse}} at a worse one.',
    '{{loaf-change:apa}} A paired *t*-test, which takes the levels as evenly spaced, says the same: mean',
    'change {{loaf-change-t:mean-change}}, *t*({{loaf-change-t:df}}) = {{loaf-change-t:t}}, *p* =',
    '{{loaf-change-t:p}}.',
  ),
  table('loaf-change', 'LOAF Levels Before (Rows) and After (Columns) Together Time', 'transition'),
];

import type { Block } from '../../model/report.ts';
import { list, section, text } from './report-blocks.ts';

export const LIMITS: readonly Block[] = [
  section('Limits'),
  list(
    '**No comparison group.** The scores say what changed between two time points for those with both forms. They cannot say why: infants grow, other help is given, and adults who begin far from the average tend to come nearer to it.',
    '**Missing pairs.** {{prfq-forms:n[Both]}} (PRFQ), {{mors-forms:n[Both]}} (MORS-SF) and {{loaf-forms:n[Both]}} (LOAF) of {{prfq-forms:total}} adults have a form at both time points. Adults who stopped coming are least likely to be among them.',
    '**Small numbers.** Some cells of the tables hold few people. They are shown here because nobody in the data is real; in an evaluation of a real service small numbers have to be suppressed before publication.',
    '**Part years.** The service opened in June 2015 and the extract ends in December 2023, so the first and the last financial year are not comparable with the others.',
    '**Dates of appointments.** {{date-order:n[Dated before the referral]}} of {{date-order:n}} psychotherapy appointments are dated before their referral. They are counted in the year of their date.',
    '**Dates of forms.** In {{prfq-date-order:n[T2 is not after T1]}} of {{prfq-date-order:n}} pairs of PRFQ forms the second is dated before the first; of the MORS-SF pairs {{mors-date-order:n[T2 is not after T1]}} of {{mors-date-order:n}}, of the LOAF pairs {{loaf-date-order:n[T2 is not after T1]}} of {{loaf-date-order:n}}. Such a pair is kept under the time points it was filed under, as either the dates or the forms may be swapped, and its days are not counted. Without it the mean change is {{prfq-change-in-order:Pre-mentalizing modes: mean-change}} in pre-mentalizing modes (*p* = {{prfq-change-in-order:Pre-mentalizing modes: p}}), {{prfq-change-in-order:Certainty about mental states: mean-change}} in certainty (*p* = {{prfq-change-in-order:Certainty about mental states: p}}) and {{prfq-change-in-order:Interest and curiosity: mean-change}} in interest and curiosity (*p* = {{prfq-change-in-order:Interest and curiosity: p}}), *n* = {{prfq-change-in-order:n}}.',
    '**Background.** The ethnic group is not known for {{background-known:Ethnic group: missing}} of {{background-known:total}} adults on record and the decile for {{background-known:Area deprivation (IMD decile): missing}}; all of them are outside psychotherapy.',
    '**Several tests.** *p* is adjusted (Holm) over the subscales of a measure, not over the measures and the rating; a single *p* value near the limit should be read with that in mind.',
  ),
  section('Recommendations about the data'),
  text('They follow from what had to be cleaned, and concern the records only.'),
  list(
    'Give each person one id in all systems, and keep its leading zeros when files are opened in a spreadsheet.',
    'Record referral sources from a list; the same source was written in several ways.',
    'Ask for the expected date at referral and add the date of birth later, so that no referral is of unknown timing.',
    'Take default dates out of the entry forms. A date that is not known is better left blank.',
    'Keep identifiers out of free text; NHS and telephone numbers were found in notes, and the notes were not imported.',
    'Fix who collects the second questionnaire, and when, before a group begins, and record why a form is missing.',
    'Check at entry that a second form is dated after the first.',
    'Check item ranges at entry, and agree whether the measures used are those the service wants to be known by.',
  ),
];

import type { Block } from '../../model/report.ts';
import { list, section, text } from './report-blocks.ts';

/** What the evaluation is for, what the service does, and how the figures were made. */
export const CONTEXT: readonly Block[] = [
  section('Aim'),
  text(
    'This briefing describes whom the Harbour parent–infant service reached, what it offered them and',
    'what changed for adults in its group programme, from its first day in June 2015 to the extract',
    'of December 2023. The service, the town and everybody in the data are fictional.',
  ),
  section('The service'),
  text(
    'Harbour is a specialist team for expectant parents, and for parents with an infant, whose',
    'relationship is under strain. Most families meet it during pregnancy, through the midwives who',
    'look after the same mothers from booking to birth. It offers two programmes that this briefing',
    'follows in numbers:',
  ),
  list(
    '**Parent–infant psychotherapy**: sessions for one family with one therapist, by referral.',
    '**Together Time**: a weekly therapeutic group for parents with their infants, open to families whether they are in psychotherapy or not.',
  ),
  section('Methods'),
  text(
    'The trust sent extracts from its record, referral and diary systems, and the service its',
    'questionnaires. They were imported, cleaned and analysed in Attune by a recipe that can be run',
    'again on the next extract; the last pages list every file, every step with what it changed, and',
    'every result with its cohort. Rows that could not be read are counted there, not lost.',
  ),
  list(
    '**Adults** are counted, each once. Infants have records of their own and are left out of every count.',
    '**Appointments made** are counted whether they were kept or not, by financial year (April to March). The first and the last year are part years.',
    '**Before birth** means received before the infant’s date of birth or, where that is not on record, before the expected date. A referral with neither date is counted as not known, not as after birth.',
    '**Most deprived areas** are deciles 1 to 3 of the Index of Multiple Deprivation for England (2019 edition), by home address.',
    '**Ethnic group** is the NHS ethnic category in five groups; Multiple stands for mixed or multiple ethnic groups.',
    '**Percentages** are of those for whom the answer is known, unless the sentence says otherwise. They have one decimal when they are of a hundred or more, and none when they are of fewer.',
  ),
  text(
    'Three measures were taken before and after Together Time. The PRFQ (Parental Reflective',
    'Functioning Questionnaire) has three subscales: pre-mentalizing modes, where lower is better;',
    'interest and curiosity, where higher is generally better; and certainty about mental states,',
    'where both ends are a concern. The MORS-SF (Mothers’ Object Relations Scale, short form) gives',
    'warmth, where higher is better, and invasion, where lower is better. The LOAF (Levels of Adaptive',
    'Functioning) is a clinician’s rating in four levels, of which the first is the best.',
  ),
  text(
    'A PRFQ subscale is the mean of its six items, answered 1 to 7. An answer outside that range was set',
    'to missing before scoring. With one of the six items missing the mean is that of the other five',
    '(pro-rated); with more missing the subscale is not scored. No published rule was found, so this is',
    'a convention. A MORS-SF subscale is the sum of its seven items, answered 0 to 5, and is not scored',
    'when one is missing or out of range. The last pages count the values set to missing, and the scores',
    'that are complete, pro-rated and not scorable. Of several LOAF ratings of one adult at one time point',
    'the first in the file counts.',
  ),
  text(
    'Outcomes of referrals were compared between ethnic groups with Fisher’s exact test, as some groups',
    'are small. PRFQ and MORS-SF scores were compared with paired *t*-tests, LOAF levels, which are ordered but not',
    'evenly spaced, with the Wilcoxon signed-rank test. The tests were chosen before the results were',
    'seen, and each comparison over time is of those with a form at both time points.',
  ),
];

import type { OptionDefinition } from '../../model/option.ts';
import { NUMBERS, variable } from '../parts/standard-options.ts';

export const SURVIVAL_OPTIONS: readonly OptionDefinition[] = [
  variable(
    'time',
    'Time',
    'How long each row was observed, up to the event or to the end.',
    NUMBERS,
  ),
  variable(
    'event',
    'Event',
    'Whether the time ends in the event: yes, or 1. No, or 0: observation only ended.',
    ['yesno', 'integer'],
  ),
];

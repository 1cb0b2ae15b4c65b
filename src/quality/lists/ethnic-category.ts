import type { CodeList } from '../code-list.ts';

const DICTIONARY = 'NHS Data Model and Dictionary, ETHNIC CATEGORY (2001 set), read 2026-05';

/** The NHS “16+1”. Store the code; derive a group by a scheme that is named. */
export const ETHNIC_CATEGORY: CodeList = {
  id: 'ethnic-category',
  name: 'Ethnic category (NHS, 16+1)',
  source: DICTIONARY,
  isLocalSecond: true,
  codes: [
    { code: 'A', label: 'British', class: 'valid' },
    { code: 'B', label: 'Irish', class: 'valid' },
    { code: 'C', label: 'Any other White background', class: 'valid' },
    { code: 'D', label: 'White and Black Caribbean', class: 'valid' },
    { code: 'E', label: 'White and Black African', class: 'valid' },
    { code: 'F', label: 'White and Asian', class: 'valid' },
    { code: 'G', label: 'Any other mixed background', class: 'valid' },
    { code: 'H', label: 'Indian', class: 'valid' },
    { code: 'J', label: 'Pakistani', class: 'valid' },
    { code: 'K', label: 'Bangladeshi', class: 'valid' },
    { code: 'L', label: 'Any other Asian background', class: 'valid' },
    { code: 'M', label: 'Caribbean', class: 'valid' },
    { code: 'N', label: 'African', class: 'valid' },
    { code: 'P', label: 'Any other Black background', class: 'valid' },
    { code: 'R', label: 'Chinese', class: 'valid' },
    { code: 'S', label: 'Any other ethnic group', class: 'valid' },
    { code: 'Z', label: 'Not stated', class: 'other' },
    { code: '99', label: 'Not known', class: 'default' },
  ],
  schemes: [
    {
      id: 'nhs',
      name: 'NHS groups',
      source: DICTIONARY,
      groups: [
        { label: 'White', codes: ['A', 'B', 'C'] },
        { label: 'Mixed', codes: ['D', 'E', 'F', 'G'] },
        { label: 'Asian', codes: ['H', 'J', 'K', 'L'] },
        { label: 'Black', codes: ['M', 'N', 'P'] },
        { label: 'Other', codes: ['R', 'S'] },
      ],
    },
    {
      id: 'ons-2021',
      name: 'ONS groups, Census 2021 (Chinese is Asian)',
      source: 'ONS, Census 2021 ethnic groups; NHS England, MHSDS reference tables (2025-09)',
      groups: [
        { label: 'White', codes: ['A', 'B', 'C'] },
        { label: 'Mixed', codes: ['D', 'E', 'F', 'G'] },
        { label: 'Asian', codes: ['H', 'J', 'K', 'L', 'R'] },
        { label: 'Black', codes: ['M', 'N', 'P'] },
        { label: 'Other', codes: ['S'] },
      ],
    },
  ],
};

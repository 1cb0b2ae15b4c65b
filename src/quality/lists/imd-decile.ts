import type { CodeList } from '../code-list.ts';

const WORDS = ['Most', 'More', 'More', 'More', 'More', 'Less', 'Less', 'Less', 'Less', 'Least'];

/** Deciles of the Index of Multiple Deprivation: 1 is the most deprived. */
export const IMD_DECILE: CodeList = {
  id: 'imd-decile',
  name: 'IMD decile (1 = most deprived)',
  source: 'NHS England, MHSDS reference tables (2025-09)',
  codes: WORDS.map((word, i) => ({
    code: String(i + 1),
    label: `${String(i + 1).padStart(2, '0')} ${word} deprived`,
    class: 'valid',
  })),
  schemes: [
    {
      id: 'quintile',
      name: 'Quintiles',
      source: 'NHS England, MHSDS reference tables (2025-09)',
      groups: [1, 2, 3, 4, 5].map((q) => ({
        label: `Quintile ${q}`,
        codes: [String(2 * q - 1), String(2 * q)],
      })),
    },
    {
      id: 'most-deprived-30',
      name: 'Most deprived 30 % of England',
      source: 'NHS England, MHSDS reference tables (2025-09)',
      groups: [
        { label: 'Most deprived 30 %', codes: ['1', '2', '3'] },
        { label: 'Others', codes: ['4', '5', '6', '7', '8', '9', '10'] },
      ],
    },
  ],
};

/** An edition of the index: its areas are not those of another. */
export interface ImdEdition {
  year: number;
  /** Lower-layer super output areas that are ranked. */
  areas: number;
  /** Census whose areas they are. */
  geography: number;
}

/** gov.uk, English indices of deprivation. An area of 2021 has no rank in the edition of 2019. */
export const IMD_EDITIONS: readonly ImdEdition[] = [
  { year: 2019, areas: 32_844, geography: 2011 },
  { year: 2025, areas: 33_755, geography: 2021 },
];

/** ⌈10 · rank / areas⌉. Where the decile is published, take that. */
export function decileOfRank({ areas }: ImdEdition, rank: number): number {
  return Math.ceil((10 * rank) / areas);
}

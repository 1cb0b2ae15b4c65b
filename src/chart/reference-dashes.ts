/** Dashes of reference lines, in order: the first is whole. */
export const REFERENCE_DASHES = [undefined, '6 4', '2 3', '9 3 2 3'] as const;

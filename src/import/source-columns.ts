/** The columns that say where a row came from. */
export const SOURCE_COLUMNS = ['source_file', 'source_sheet', 'source_row'] as const;

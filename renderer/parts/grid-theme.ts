/** Colours and measures come from the window's tokens, so the grid follows its themes. */
export const GRID_LOOK = {
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  headerHeight: 29,
  cellHorizontalPadding: 8,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  headerBackgroundColor: 'var(--surface-2)',
  headerTextColor: 'var(--text)',
  borderColor: 'var(--line)',
  columnBorder: true,
  headerColumnBorder: true,
  headerColumnResizeHandleColor: 'transparent',
  oddRowBackgroundColor: 'var(--surface)',
  rowHoverColor: 'var(--surface-2)',
  selectedRowBackgroundColor: 'var(--accent-weak)',
  accentColor: 'var(--accent)',
  rangeSelectionBorderColor: 'var(--accent)',
  tooltipBackgroundColor: 'var(--text)',
  tooltipTextColor: 'var(--surface)',
} as const;

/** What one row takes, in pixels. */
export const ROW_HEIGHTS = { usual: 28, compact: 24 } as const;

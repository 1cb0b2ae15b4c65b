/** Where the categories and values of a chart in columns are. */
export interface ColumnFrame {
  band: number;
  centre(category: number): number;
  y(value: number): number;
  bottom: number;
  right: number;
}

import { Checkbox } from 'react-aria-components';

/** The box of a row of a table, or of its heading for all rows. */
export function SelectBox({ label }: { label: string }) {
  return (
    <Checkbox slot="selection" className="check" aria-label={label}>
      <span className="box" />
    </Checkbox>
  );
}

import { Button } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** A small ✕ that does away with what its label names: removes, clears, closes. */
export function CrossButton({
  label,
  right = false,
  onPress,
}: {
  label: string;
  /** Whether it stands at the right end of its line. */
  right?: boolean;
  onPress: () => void;
}) {
  return (
    <Button
      className={right ? 'btn small quiet icon right' : 'btn small quiet icon'}
      aria-label={label}
      onPress={onPress}
    >
      <Icon name="close" />
    </Button>
  );
}

import { Button } from 'react-aria-components';
import { useSession } from '../use-session.ts';
import { Icon } from './icon.tsx';

/** The bar before a project is open: the way to every command. */
export function StartBar() {
  const session = useSession();
  return (
    <section className="bar" aria-label="Commands" data-pane="bar">
      <span className="name">No project open</span>
      <Button className="cmd right" onPress={() => session.set({ palette: true })}>
        <Icon name="find" />
        Find a command or project
        <kbd>Ctrl K</kbd>
      </Button>
    </section>
  );
}

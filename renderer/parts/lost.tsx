import { Button } from 'react-aria-components';
import { Logo } from './logo.tsx';

/** The engine has gone: said in full, since nothing else works any more. */
export function Lost() {
  return (
    <div className="lost" role="alertdialog" aria-labelledby="lost-title">
      <div>
        <Logo />
        <h1 id="lost-title">Attune has stopped</h1>
        <p>
          This window can no longer reach Attune on this computer. It was closed, or the computer
          slept. Everything up to the last finished step is in the project file.
        </p>
        <p className="note">Start Attune again, then open the project from the list on Start.</p>
        <Button className="btn" onPress={() => location.reload()} autoFocus>
          Try again
        </Button>
      </div>
    </div>
  );
}

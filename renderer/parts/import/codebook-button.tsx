import { useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { CodebookMatch } from '../../../src/model/reimport.ts';
import { underChanges } from '../../import-changes.ts';
import { previewRequest } from '../../import-draft.ts';
import { chooseOne } from '../../project-actions.ts';
import { useShownImport } from '../../use-import.ts';
import { useSession } from '../../use-session.ts';
import { DialogBox } from '../dialog-box.tsx';
import { CodebookReport } from './codebook-report.tsx';

/** Brings in labels, kinds and missing codes from a codebook, after showing what fits. */
export function CodebookButton() {
  const session = useSession();
  const { unit, draft, decide } = useShownImport();
  const [found, setFound] = useState<CodebookMatch | null>(null);
  const look = async () => {
    const file = await chooseOne(session);
    if (file === undefined) return;
    const { table: _, ...reading } = previewRequest(unit, draft);
    const match = await session.ask(`Reading ${file.name}`, (options) =>
      session.client.matchCodebook({ ...reading, codebook: file.token }, options),
    );
    void session.shell.release(file.token);
    if (match !== undefined) setFound(match);
  };
  return (
    <>
      <Button className="btn small" onPress={look}>
        Codebook…
      </Button>
      <DialogBox look="wide" isOpen={found !== null} onClose={() => setFound(null)}>
        {found !== null && (
          <div className="form confirm">
            <Heading slot="title">Codebook {found.file}</Heading>
            <CodebookReport match={found} />
            <div className="buttons">
              <Button className="btn" onPress={() => setFound(null)}>
                Leave it
              </Button>
              <Button
                className="btn primary"
                isDisabled={found.columns.length === 0}
                autoFocus
                onPress={() => {
                  decide(`codebook ${found.file}`, {
                    changes: underChanges(draft.changes, found.columns),
                  });
                  setFound(null);
                }}
              >
                Use it
              </Button>
            </div>
          </div>
        )}
      </DialogBox>
    </>
  );
}

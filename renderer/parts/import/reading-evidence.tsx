import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { ImportPreview } from '../../../src/model/reimport.ts';
import { count, size } from '../../words.ts';
import { CommentsPick } from './comments-pick.tsx';
import { NoticeList } from './notice-list.tsx';
import { QuotingPick } from './quoting-pick.tsx';

/** Why the file is read as it is, and the lines by which a person can judge the encoding. */
export function ReadingEvidence({ preview }: { preview: ImportPreview }) {
  const { file, letters, decisions, receipt } = preview;
  const isText = decisions.dialect.kind === 'csv';
  const notices = receipt.notices ?? [];
  return (
    <DialogTrigger>
      <Button className="btn small quiet">
        Evidence
        {notices.length > 0 && <span className="tag">{count(notices.length)}</span>}
      </Button>
      <Popover
        className="popover padded evidence"
        placement="bottom start"
        aria-label="How the file was read"
      >
        {isText && (
          <section>
            <h3>Encoding</h3>
            <p className="note">{file.encodingEvidence}.</p>
            {letters.length > 0 ? (
              <>
                <p className="note">
                  Letters beyond A to Z. Where they look wrong, choose another encoding.
                </p>
                <table className="fit">
                  <thead>
                    <tr>
                      <th scope="col">Line</th>
                      <th scope="col">Column</th>
                      <th scope="col">As read</th>
                    </tr>
                  </thead>
                  <tbody>
                    {letters.map(({ row, column, text }) => (
                      <tr key={`${row} ${column} ${text}`}>
                        <td className="num">{count(row)}</td>
                        <td>{column}</td>
                        <td className="read">{text}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            ) : (
              <p className="note">
                No cell has a letter beyond A to Z: every encoding reads it alike.
              </p>
            )}
            <h3>Fields and lines</h3>
            <p className="note">
              {file.delimiterEvidence}; line ends {file.lineEnd}.
            </p>
            <QuotingPick />
            <CommentsPick />
          </section>
        )}
        {file.dateSystem !== null && (
          <section>
            <h3>Dates</h3>
            <p className="note">The workbook counts its days from {file.dateSystem}.</p>
          </section>
        )}
        {notices.length > 0 && (
          <section>
            <h3>Good to know</h3>
            <NoticeList notices={notices} />
          </section>
        )}
        <section>
          <h3>File</h3>
          <p className="note">
            {size(file.bytes)}, SHA-256 <span className="hash">{file.sha256}</span>
          </p>
        </section>
      </Popover>
    </DialogTrigger>
  );
}

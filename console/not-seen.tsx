/** What was not seen: places that were not read, and questions that got no answer. */
import type { SourceForecast as Told } from '../src/api/contract/shapes.ts';
import { count, showText } from './show-text.ts';

const mostShown = 8;

const Rows = ({ rows }: { rows: Told['notSeen'] }) => (
  <ul className="rows">
    {rows.map(({ what, scope, why }) => (
      <li key={`${what} ${why}`}>
        {scope === 'file' || scope === 'folder' ? <code>{showText(what)}</code> : showText(what)}{' '}
        <span className="quiet">{showText(why)}</span>
      </li>
    ))}
  </ul>
);

export const NotSeen = ({ told }: { told: Told }) => {
  const { notSeen, unanswered, files } = told;
  const rest = notSeen.length - mostShown;
  return (
    <>
      {files && (
        <p className="quiet">
          {files.read} of {count(files.seen, 'file')} read
          {files.skipped > 0 && `, ${files.skipped} skipped`}.
          {notSeen.length === 0 && ' Nothing that was meant to be read was left out.'}
        </p>
      )}
      <Rows rows={notSeen.slice(0, mostShown)} />
      {rest > 0 && (
        <details>
          <summary>{count(rest, 'more place')}</summary>
          <Rows rows={notSeen.slice(mostShown)} />
        </details>
      )}
      {unanswered.length > 0 && (
        <>
          <h4>Questions without an answer</h4>
          <ul className="rows">
            {unanswered.map(({ title, unknown, of }) => (
              <li key={title}>
                {showText(title)}{' '}
                <span className="quiet">
                  not known for {unknown} of {of}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

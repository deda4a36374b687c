/** What was not seen: places that were not read, and questions that got no answer. */
import type { SourceForecast } from '../src/api/contract/shapes.ts';
import { count, showText } from './show-text.ts';

const mostShown = 8;

const Rows = ({ rows }: { rows: readonly (readonly [string, string])[] }) => (
  <ul className="rows">
    {rows.map(([what, why]) => (
      <li key={`${what} ${why}`}>
        <code className="place">{what}</code> <span className="quiet">{why}</span>
      </li>
    ))}
  </ul>
);

export const NotSeen = ({ told }: { told: SourceForecast }) => {
  const { notSeen, unanswered, files } = told;
  const rows = notSeen.map(({ what, why }) => [showText(what), showText(why)] as const);
  const rest = rows.length - mostShown;
  return (
    <>
      {files && (
        <p className="quiet">
          {files.read} of {count(files.seen, 'file')} read
          {files.skipped > 0 && `, ${files.skipped} skipped`}.
          {rows.length === 0 && ' Nothing that was meant to be read was left out.'}
        </p>
      )}
      <Rows rows={rows.slice(0, mostShown)} />
      {rest > 0 && (
        <details>
          <summary>{count(rest, 'more place')}</summary>
          <Rows rows={rows.slice(mostShown)} />
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

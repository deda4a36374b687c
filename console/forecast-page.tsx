/** The page *Forecast*: what is most likely to go wrong, of every source that was looked at. */
import { useCallback, useEffect, useState } from 'react';
import type { createClient, Result } from '../src/api/contract/client.ts';
import type { Answer } from '../src/api/contract/routes.ts';
import type { Problem, SourceForecast as Told } from '../src/api/contract/shapes.ts';
import { showText } from './show-text.ts';
import { SourceForecast } from './source-forecast.tsx';

type Client = ReturnType<typeof createClient>;

const Trouble = ({ problem, retry }: { problem: Problem; retry: () => void }) => (
  <div className="empty" role="alert">
    <p>
      <b>{problem.title}.</b> {problem.detail && showText(problem.detail)}
    </p>
    <p>
      {problem.status === 0
        ? 'The program behind this page has ended, or cannot be reached. Start it again with isobar serve, then try again.'
        : 'What isobar serve writes in its terminal may say more.'}
    </p>
    <button type="button" onClick={retry}>
      Try again
    </button>
  </div>
);

const Nothing = () => (
  <div className="empty">
    <p>
      <b>Nothing has been looked at yet.</b>
    </p>
    <p>
      Name a folder when you start Isobar, usually a checkout of a repository:{' '}
      <code>isobar serve path/to/repository</code>
    </p>
  </div>
);

const gravity = ({ forecasts }: Told): readonly number[] => {
  const scores = (level: string): number =>
    Math.max(0, ...forecasts.filter((one) => one.level === level).map(({ score }) => score));
  return [scores('warning'), scores('watch'), scores('advisory')];
};

/** The source with the gravest warning first, then with the gravest watch; those that are alike keep their order. */
const compareGravest = (one: Told, other: Told): number => {
  const [own, others] = [gravity(one), gravity(other)];
  const at = own.findIndex((score, level) => score !== others[level]);
  return at < 0 ? 0 : others[at]! - own[at]!;
};

const Body = ({ result, retry }: { result: Result<Answer<'forecasts'>> | undefined; retry: () => void }) => {
  if (result === undefined)
    return (
      <p className="empty" role="status">
        Reading the forecast…
      </p>
    );
  if ('problem' in result) return <Trouble problem={result.problem} retry={retry} />;
  const { sources } = result.value;
  if (sources.length === 0) return <Nothing />;
  return sources
    .toSorted(compareGravest)
    .map((told, at) => <SourceForecast key={told.source.id} told={told} id={`source-${at}`} />);
};

export const ForecastPage = ({ client }: { client: Client }) => {
  const [result, setResult] = useState<Result<Answer<'forecasts'>>>();
  const load = useCallback(
    (signal?: AbortSignal) => {
      setResult(undefined);
      void client.ask('forecasts', signal ? { signal } : {}).then((answer) => {
        if (!signal?.aborted) setResult(answer);
      });
    },
    [client],
  );
  useEffect(() => {
    const control = new AbortController();
    load(control.signal);
    return () => control.abort();
  }, [load]);
  return (
    <>
      <a className="skip" href="#content">
        To the forecast
      </a>
      <header className="top">
        <span className="mark">Isobar</span>
        <h1>Forecast</h1>
      </header>
      <main id="content" tabIndex={-1}>
        <Body result={result} retry={() => load()} />
      </main>
    </>
  );
};

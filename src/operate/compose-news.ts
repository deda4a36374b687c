/** News: which changes of the forecast are worth telling a person who is not looking. */
import type { Report } from '../domain/report.ts';
import type { News } from '../kit/define-notifier.ts';
import type { ForecastChange } from '../store/store.ts';

/** Points of the score by which a forecast must move to be news while its level stays. */
const notable = 10;

const eventOf = ({ life, level, score, before }: ForecastChange): News['event'] | undefined => {
  switch (life) {
    case 'new':
    case 're-opened':
      return 'new';
    case 'resolved':
      return 'resolved';
    case 'known':
      return before && (before.level !== level || Math.abs(before.score - score) >= notable) ? 'changed' : undefined;
    case 'stale':
      return undefined;
  }
};

/** The news of one run. A forecast that was not looked at again is none: nothing is known to have changed. */
export const composeNews = (
  changes: readonly ForecastChange[],
  { forecasts }: Pick<Report, 'forecasts'>,
  link?: string,
): News[] => {
  const fixes = new Map(forecasts.map(({ id, fixFirst }) => [id, fixFirst?.does]));
  const waived = new Set(forecasts.filter((one) => one.waived).map(({ id }) => id));
  return changes.flatMap((change) => {
    const event = eventOf(change);
    // What somebody accepted is no news.
    if (event === undefined || waived.has(change.id)) return [];
    const { id, level, score, sentence } = change;
    const fix = event === 'resolved' ? undefined : fixes.get(id);
    return [
      {
        ...{ event, forecast: id, level, score, sentence },
        ...(fix === undefined ? {} : { fix }),
        ...(link === undefined ? {} : { link }),
      },
    ];
  });
};

// Sends all news of a run as one signed JSON message to any address, by the rules of Standard Webhooks.
import { defineNotifier } from '../../../kit/define-notifier.ts';
import { stableId } from '../../../kit/stable-id.ts';

export default defineNotifier({
  id: 'webhook',
  title: 'Signed JSON webhook',
  reference: 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md',
  compose(news, { url, sign }, now) {
    if (news.length === 0) return [];
    const body = JSON.stringify({
      type: 'forecast.changed',
      timestamp: now.toISOString(),
      data: {
        news: news.map(({ event, forecast, level, score, sentence, fix, link }) => ({
          ...{ event, forecast, level, score, sentence },
          ...(fix === undefined ? {} : { fix }),
          ...(link === undefined ? {} : { link }),
        })),
      },
    });
    // Sent again, a message keeps its id, so that the receiver can tell it from a second one.
    const id = stableId('msg', body);
    const timestamp = String(Math.floor(now.getTime() / 1000));
    return [
      {
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          ...(sign ? { 'webhook-signature': `v1,${sign(`${id}.${timestamp}.${body}`)}` } : {}),
        },
        body,
      },
    ];
  },
});

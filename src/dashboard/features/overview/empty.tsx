/** The overview of an empty log. */
export function EmptyLog() {
  return (
    <div className="notice">
      <p>Nothing is on record yet. A log begins with its first event:</p>
      <ul>
        <li>
          Bring in a file of events, one JSON object a line:{' '}
          <code>npm run parley -- import events/logs/in-us-bta.jsonl</code> reads the record of the
          India-US talks that comes with Parley. With a log of your own, name it:{' '}
          <code>--log sqlite:talks.db</code>.
        </li>
        <li>
          Or record one by GraphQL: the mutation <code>appendEvents</code> at{' '}
          <a href="/graphql">/graphql</a>.
        </li>
      </ul>
      <p>This page shows what was recorded as soon as it is.</p>
    </div>
  );
}

/** The overview of an empty log. */
export function EmptyLog() {
  return (
    <div className="notice">
      <p>No events are recorded yet. To record the first:</p>
      <ul>
        <li>
          Import a file of events, one JSON object per line:{' '}
          <code>npm run parley -- import events/logs/in-us-bta.jsonl</code> reads the record of the
          India-US talks that comes with Parley. With a log of your own, name it:{' '}
          <code>--log sqlite:talks.db</code>.
        </li>
        <li>
          Or record one by GraphQL: the mutation <code>appendEvents</code> at{' '}
          <a href="/graphql">/graphql</a>.
        </li>
      </ul>
      <p>New events appear on this page as they are recorded.</p>
    </div>
  );
}

/** A history that loads its next page through `node(id)`: `@connection` within a Node. */
/* global graphql */
export const history = graphql`
  fragment NegotiationHistory_negotiation on Negotiation
  @refetchable(queryName: "NegotiationHistoryPageQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    order: { type: "EventOrder", defaultValue: POSITION_DESC }
  ) {
    events(first: $first, after: $after, order: $order)
      @connection(key: "NegotiationHistory_events", filters: ["order"]) {
      edges {
        node {
          ...EventLine_event
        }
      }
    }
  }
`;

/** A list that loads its next page: `@connection` on what Query shows. */
/* global graphql */
export const query = graphql`
  query NegotiationListQuery($at: TimePoint, $first: Int!, $after: String) {
    ...NegotiationList_query @arguments(at: $at, first: $first, after: $after)
  }
`;

export const list = graphql`
  fragment NegotiationList_query on Query
  @refetchable(queryName: "NegotiationListPageQuery")
  @argumentDefinitions(
    at: { type: "TimePoint" }
    first: { type: "Int", defaultValue: 20 }
    after: { type: "String" }
  ) {
    negotiations(asOf: { at: $at }, first: $first, after: $after)
      @connection(key: "NegotiationList_negotiations", filters: ["asOf"]) {
      edges {
        cursor
        node {
          id
          ...NegotiationCard_negotiation
        }
      }
    }
  }
`;

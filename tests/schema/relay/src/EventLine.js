/** An event of any type, and two types by what only they have. */
/* global graphql */
export const line = graphql`
  fragment EventLine_event on Event @refetchable(queryName: "EventLineRefetchQuery") {
    __typename
    occurred
    summary
    sources {
      publisher
      url
    }
    ... on RoundHeld {
      round
      place
    }
    ... on MeasureAdopted {
      rate
    }
  }
`;

export const query = graphql`
  query EventLineQuery($id: ID!) {
    node(id: $id) {
      id
      ...EventLine_event @alias(as: "event")
    }
  }
`;

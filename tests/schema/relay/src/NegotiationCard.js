/** A negotiation that can be asked for again by its id: `@refetchable` on a Node. */
/* global graphql */
export const card = graphql`
  fragment NegotiationCard_negotiation on Negotiation
  @refetchable(queryName: "NegotiationCardRefetchQuery") {
    slug
    title
    view {
      at
      knownAt
    }
    phase {
      value
      since
      setBy {
        ...EventLine_event
      }
    }
    measures {
      id
      slug
      rate
    }
    ...NegotiationHistory_negotiation
  }
`;

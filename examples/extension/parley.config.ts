/**
 * An extension: how long ago a round was last held, and what a country's exporters should watch.
 * Serve it with `npm start -- --extension examples/extension/parley.config.ts`.
 */
import {
  type AsOfResult,
  countryCode,
  defineExtension,
  measureNode,
  type MeasureView,
} from 'parley/extension';

const DAY_MS = 86_400_000;

const isOn = ({ affects, imposedBy }: MeasureView, code: string): boolean =>
  affects.includes(code) || (affects.includes('*') && imposedBy !== code);

export default defineExtension({
  typeDefs: /* GraphQL */ `
    extend type Negotiation {
      "Whole days from the end of the last round held to the view; null when none was held."
      daysSinceLastRound: Int
    }

    extend type Query {
      "Measures that bear on a country's goods or are about to, those that change soonest first."
      tariffWatch("Whose goods." code: CountryCode!): [TariffWatchEntry!]!
    }

    "A measure to keep an eye on."
    type TariffWatchEntry {
      "The measure as it stands now."
      measure: Measure!
      "When its terms change next, as far as decided; null when nothing is."
      nextChange: DateTime
    }
  `,
  resolvers: {
    Negotiation: {
      daysSinceLastRound: ({ subject, view }) => {
        const held = subject.rounds.filter(({ status }) => status === 'HELD');
        if (held.length === 0) return null;
        const end = Math.max(...held.map(({ setBy }) => setBy.end.max));
        return Math.floor((view.at - end) / DAY_MS);
      },
    },
    Query: {
      tariffWatch: async (_, { code }: { code: string }, { parley }) => {
        countryCode('code', code);
        const soonest = ({ subject }: AsOfResult<MeasureView>) =>
          subject.pending[0]?.from ?? Infinity;
        return (await parley.measures())
          .filter(({ subject }) => subject.status !== 'ENDED' && isOn(subject, code))
          .toSorted((a, b) => soonest(a) - soonest(b));
      },
    },
    TariffWatchEntry: {
      measure: (entry: AsOfResult<MeasureView>, _, context) => measureNode(context, entry),
      nextChange: ({ subject }: AsOfResult<MeasureView>) => subject.pending[0]?.from,
    },
  },
});

/** The negotiation that a command names. */
import type { AsOf, AsOfResult } from '../app/queries/asOf.js';
import type { Parley } from '../app/parley.js';
import type { NegotiationView } from '../domain/negotiation/negotiationView.js';
import { CliError } from './exitCodes.js';

/** The negotiation at a view. Throws {@link CliError}, with the names of those there are. */
export async function negotiationAt(
  parley: Parley,
  slug: string,
  asOf: AsOf,
): Promise<AsOfResult<NegotiationView>> {
  const viewed = await parley.negotiation(slug, asOf);
  if (!viewed) throw await unknown(parley, slug);
  return viewed;
}

/** Why there is no negotiation at a view, and which there are. */
async function unknown(parley: Parley, slug: string): Promise<CliError> {
  const streams = await parley.log.streams('negotiation/');
  const negotiations = await parley.negotiations();
  const begun = negotiations.map(({ subject }) => subject.slug);
  const own = streams.filter(({ revision }) => revision > 0).map(({ stream }) => stream);
  const named = own.map((stream) => stream.slice('negotiation/'.length));
  const known = [...new Set([...named, ...begun])].sort();
  if (known.includes(slug)) return new CliError(`${slug} had not begun at this view.`);
  if (streams.some(({ stream }) => stream === `negotiation/${slug}`))
    return new CliError(
      `There is no negotiation ${slug}: only the events of others mention it. Record its NegotiationLaunched first.`,
    );
  if (known.length === 0)
    return new CliError(`There is no negotiation ${slug}: the log holds none.`);
  return new CliError(
    `There is no negotiation ${JSON.stringify(slug)} in the log. It holds ${known.join(', ')}.`,
  );
}

/** The switches for a server that strangers reach, as `--public` and each by itself set them. */
import type { ServerConfig } from '../../server/config.js';
import type { ServeOptions } from './serveOptions.js';

/** Each switch by itself wins over `--public`. Throws `InvalidDocuments`. */
export async function restrictionsOf(
  options: ServeOptions,
): Promise<Pick<ServerConfig, 'isPublic' | 'restrictions' | 'metricsPort' | 'accessLog'>> {
  const isPublic = options.public ?? false;
  const isOpen = !isPublic;
  const onlyTrusted = options.trustedDocuments ?? isPublic;
  return {
    isPublic,
    restrictions: {
      noGraphiql: !(options.graphiql ?? isOpen),
      noIntrospection: !(options.introspection ?? isOpen),
      noSuggestions: !(options.suggestions ?? isOpen),
      ...(onlyTrusted && { documents: await trusted(options.documents) }),
    },
    metricsPort: options.metricsPort ?? (isPublic ? false : undefined),
    accessLog: options.accessLog ?? isPublic,
  };
}

/** Loaded when asked for: other commands answer faster without it. */
async function trusted(places: readonly string[] | undefined) {
  const module = await import('../../server/graphql/restrictions/trustedDocuments.js');
  return new module.TrustedDocuments(places);
}

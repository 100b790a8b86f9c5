/** The pages that are about no one thing of the record, where they are linked to. */
import { SharedRecordDocument } from '../../generated/graphql.js';
import { sharePath } from '../../lib/routes.js';
import { answerOf, type Ask } from './ask.js';
import { dataDateOf, type SharedPage } from './sharedPage.js';

const PAGES = {
  duty: {
    title: 'Duty on a good',
    description:
      'What one country takes on a good of another on any date: how much, what it is made of, what changes next, and who says so.',
  },
  proposals: {
    title: 'Proposals',
    description:
      'Events that reports tell of, each with the words it rests on, for an editor to accept or to reject.',
  },
  glossary: {
    title: 'Glossary',
    description:
      'The words of trade negotiations and of this record: what in force, reported, disputed or as known mean here.',
  },
} as const;

export type PlainPage = keyof typeof PAGES;

export async function describePage(page: PlainPage, ask: Ask): Promise<SharedPage> {
  const { log } = await answerOf(ask, SharedRecordDocument, { asOf: {} });
  return {
    ...PAGES[page],
    path: `/${page}`,
    picture: sharePath(`page/${page}.png`),
    embed: null,
    sources: 'Sources: those of each event.',
    dataDate:
      log.headRecordedAt === null
        ? 'Nothing is on record yet.'
        : dataDateOf({ knownAt: null }, log.headRecordedAt),
  };
}

/** Who negotiates. */
import type { Party } from '../../../domain/party/parties.js';
import { builder } from '../../builder.js';
import { PartyKindEnum } from '../enums.js';
import { EventRef, setBy } from '../../catalogue/event.js';

export const PartyRef = builder.objectRef<Party>('Party').implement({
  description: 'A party to a negotiation, as of the view.',
  fields: (t) => ({
    code: t.expose('code', {
      type: 'CountryCode',
      description: 'Its code: an area, or `x-` and a slug.',
    }),
    name: t.exposeString('name', { description: 'Its English name.' }),
    kind: t.expose('kind', { type: PartyKindEnum, description: 'What kind of party it is.' }),
    since: t.expose('since', {
      type: 'EDTF',
      description: 'Since when it has been a party, as far as known.',
    }),
    until: t.expose('until', {
      type: 'EDTF',
      nullable: true,
      description: 'From when it is none any more, exclusive; null while no known event ends it.',
    }),
    setBy: t.field(setBy('The launch that names it, or the event by which it joined.')),
    endedBy: t.field({
      type: EventRef,
      nullable: true,
      description:
        'The event by which it left, or the launch without it; null while none is known.',
      resolve: ({ endedBy }) => endedBy?.event,
    }),
  }),
});

/** That someone looked for news and found none: silence on record, told from silence by neglect. */
import { z } from 'zod';
import { define } from '../define.js';
import { edtfDate } from '../envelope.js';

export const checks = {
  SourcesChecked: define({
    stream: ['negotiation', 'measure', 'rulebook'],
    mutation: 'recordSourcesChecked',
    describe: 'Someone looked through its sources and found nothing further.',
    alsoCalled: ['no news', 'nothing new', 'silence', 'checked'],
    data: z.strictObject({
      through: edtfDate().describe('The last date looked through.'),
    }),
    summary: (d, w) => `Sources checked through ${w.date(d.through)}`,
  }),
};

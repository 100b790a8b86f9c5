/** One thing wrong with what was sent. */
import type { Problem } from '../../../events/parse.js';
import { builder } from '../builder.js';

export const ProblemRef = builder.objectRef<Problem>('Problem').implement({
  description: 'One thing wrong with what was sent.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description:
        'Path within the input, such as events[0].data.rate; the data of an event is always under `data`.',
    }),
    code: t.exposeString('code', { description: 'Stable code of the problem.' }),
    message: t.exposeString('message', { description: 'What is wrong and what to do about it.' }),
  }),
});

/** Who belongs to which group, by what comes with Parley and what a log says of areas. */
import { AreaRegister, type AreaStatement } from '../../../events/codes/areaRegister.js';
import { streamSlug } from '../../../events/streams.js';
import type { KnowledgeView } from '../streamState/knowledgeView.js';

/** What a stream `area/CODE` says, in order of time; events of other streams do not count. */
const statementsIn = (area: KnowledgeView, stream: string): readonly AreaStatement[] =>
  area
    .factsOn('membership')
    .filter(({ event }) => event.stream === stream)
    .map((fact): AreaStatement => {
      const group = streamSlug(stream);
      return fact.type === 'AreaDefined'
        ? { group, type: fact.type, data: fact.data }
        : { group, type: fact.type, data: fact.data };
    });

/** The shipped register with what the streams of areas say, as known in the view. */
export const knownAreas = (areas: readonly KnowledgeView[]): AreaRegister =>
  AreaRegister.shipped.with(areas.flatMap((area) => statementsIn(area, area.streamState.stream)));

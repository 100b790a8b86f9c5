/** The words of answers: enums that the domain's views speak in, each value with its meaning. */
import type { EnumRef } from '@pothos/core';
import type { Coverage } from '../../domain/duty/coverage.js';
import type { LayerReason } from '../../domain/duty/layer.js';
import type { ChronicleKind } from '../../domain/history/chronicle.js';
import type { Answer } from '../../domain/streamState/knowledgeView.js';
import type { Activity } from '../../domain/negotiation/activity.js';
import type { Agreement } from '../../domain/agreement/agreements.js';
import type { MeasureStatus } from '../../domain/measure/measureView.js';
import type { Phase } from '../../domain/negotiation/phase.js';
import type { Round } from '../../domain/negotiation/rounds.js';
import type { TargetStatus } from '../../domain/negotiation/targets.js';
import type { BoundState, Ratification } from '../../domain/agreement/agreementStates.js';
import type { PartyKind } from '../../domain/party/parties.js';
import { builder } from '../builder.js';

type Types = (typeof builder)['$inferSchemaTypes'];

/** An enum of exactly these values: one too many or too few is a type error. */
function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): EnumRef<Types, Value> {
  const described = Object.entries<string>(values).map(([value, meaning]) => [
    value,
    { description: meaning },
  ]);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(described) as Record<string, { description: string }>,
  }) as unknown as EnumRef<Types, Value>;
}

export const AnswerEnum = describedEnum<Answer>(
  'Answer',
  'Whether an answer is certain, given the precision of the dates.',
  {
    CERTAIN: 'It is so, whichever of its possible dates is right.',
    POSSIBLE: 'The instant of the view lies within the bounds of a date: it may or may not be so.',
  },
);

export const PhaseEnum = describedEnum<Phase>('Phase', 'How far a negotiation has come.', {
  EXPLORATORY: 'Nothing has been launched yet.',
  LAUNCHED: 'The parties entered into negotiations.',
  MANDATE_AGREED: 'They agreed what the negotiation covers.',
  NEGOTIATING: 'A round has been held.',
  FRAMEWORK_AGREED: 'The outline of an agreement is agreed.',
  CONCLUDED: 'The text is finished.',
  SIGNED: 'The agreement is signed.',
  RATIFYING: 'A party has taken a step towards ratifying.',
  IN_FORCE: 'The agreement binds.',
  TERMINATED: 'The agreement was ended.',
});

export const ActivityState = describedEnum<Activity['value']>(
  'ActivityState',
  'Whether talks are active, paused or ended.',
  {
    ACTIVE: 'They go on.',
    PAUSED: 'They are suspended for a time.',
    TERMINATED: 'A party or both ended them.',
    UNKNOWN: 'Nothing was reported for more than nine months before the view.',
  },
);

export const ChronicleKindEnum = describedEnum<ChronicleKind>(
  'ChronicleKind',
  'What an entry of a history tells.',
  {
    HAPPENED: 'It happened.',
    PLANNED: 'A plan: a round or a target set for a date, or what takes effect after the view.',
    CORRECTION: 'What was recorded was corrected.',
    RETRACTION: 'What was recorded was taken back.',
  },
);

export const RoundStatus = describedEnum<Round['status']>('RoundStatus', 'How a round stands.', {
  HELD: 'It is over.',
  IN_PROGRESS: 'It has begun, or may have, and may not be over.',
  SCHEDULED: 'It has dates, and no event says yet that it was held.',
  POSTPONED: 'It was postponed or cancelled.',
});

export const TargetStatusEnum = describedEnum<TargetStatus>(
  'TargetStatus',
  'How a target stands.',
  {
    OPEN: 'It is not due yet.',
    DUE_WINDOW: 'The view lies inside the bounds of its due date.',
    OVERDUE: 'Its due date has passed and nothing says whether it was met.',
    MET: 'It was met.',
    MISSED: 'It was declared missed.',
  },
);

export const AgreementStatus = describedEnum<Agreement['status']>(
  'AgreementStatus',
  'How far an agreement has come.',
  {
    FRAMEWORK_AGREED: 'Its outline is agreed.',
    CONCLUDED: 'Its text is finished.',
    SIGNED: 'It is signed.',
    RATIFYING: "Some party's ratification is under way or complete, and it is not in force.",
    IN_FORCE: 'It binds at least one party.',
    SUSPENDED: 'It is in force and on hold as a whole.',
    LAPSED: 'Its term ran out and nothing extended it.',
    TERMINATED: 'It was ended, or too few parties are left.',
  },
);

export const RatificationState = describedEnum<Ratification>(
  'RatificationState',
  "Where a party's ratification stands.",
  {
    NONE: 'No step is on record.',
    ADVANCED: 'Under way.',
    COMPLETED: 'Complete.',
    REJECTED: 'Refused.',
    WITHDRAWN: 'Taken back.',
  },
);

export const BoundStateEnum = describedEnum<BoundState>(
  'BoundState',
  'How an agreement binds a party.',
  {
    NOT: 'It does not.',
    PROVISIONALLY: 'It applies provisionally.',
    DEFINITIVELY: 'It is definitively in force.',
    SUSPENDED: 'It is in force and suspended.',
    WITHDRAWN: 'The party withdrew.',
  },
);

export const PartyKindEnum = describedEnum<PartyKind>('PartyKind', 'What kind of party it is.', {
  COUNTRY: 'A country or territory.',
  GROUP: 'A group of countries, such as the EU.',
  ORGANISATION: 'An organisation.',
  UNION: 'A trade union.',
  EMPLOYER: 'An employer or an association of employers.',
  COMPANY: 'A company.',
  ARMED_GROUP: 'An armed group.',
  OTHER: 'Another kind, or not known.',
});

export const MeasureStatusEnum = describedEnum<MeasureStatus>(
  'MeasureStatus',
  'How a measure stands.',
  {
    THREATENED: 'An official spoke of it; nothing was announced.',
    ANNOUNCED: 'It was announced; there is no legal act.',
    PENDING: 'A legal act imposes it from a later instant.',
    IN_FORCE: 'It is collected.',
    SUSPENDED: 'It is suspended, and applies again at the end of the suspension if one is given.',
    ENDED: 'It is over.',
  },
);

export const CoverageStatusEnum = describedEnum<Coverage['status']>(
  'CoverageStatus',
  'How much of what is asked the record claims to cover.',
  {
    COMPLETE: 'All of it: someone declared so.',
    PARTIAL: 'A part: what is left out is said.',
    NONE: 'Nobody declared anything.',
  },
);

export const LayerReasonEnum = describedEnum<LayerReason>(
  'LayerReason',
  'Why a layer of a duty applies, or does not.',
  {
    IN_FORCE: 'It applies: the measure is in force on the good.',
    MFN: 'It applies: the ordinary rate, as given in the question.',
    REPLACED: 'Another measure applies in lieu of it.',
    EXCLUDED: 'It is nothing where another measure applies.',
    PRECEDED: "Another measure comes before it in the authority's order.",
    CAPPED: 'It only raises the total to a cap, which may be reached already.',
    EXEMPT: 'The good is exempt, fully or to a reduced rate.',
    IN_TRANSIT: 'The good was under way when the terms changed and keeps the terms before.',
    SUSPENDED: 'The measure is suspended.',
    NOT_YET: 'The measure is adopted and not yet effective.',
    ENDED: 'The measure is over.',
    OUT_OF_SCOPE: 'The measure is not on this good.',
    NO_INSTRUMENT: 'It was announced or threatened; there is no legal act.',
    PARTLY_IN_SCOPE: 'It is on only some of what is asked about: it counts in the range.',
    LOWER_ELSEWHERE: 'The ordinary duty or another preference is lower and is paid instead.',
    IN_LIEU_OF_MFN: 'Another duty stands in the place of the ordinary one.',
    QUOTA: 'It applies at the reduced duty of a quota in which a place is held.',
    QUOTA_EXHAUSTED: 'It applies in full: the quota in which a place is held is full or suspended.',
    SECURED: 'It is in force and only secured: it is not collected.',
  },
);

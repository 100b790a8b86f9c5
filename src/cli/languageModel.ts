/** Drafts from a language model at an address that speaks OpenAI's chat completions. Off unless asked for. */
import { CliError } from './exitCodes.js';

export interface LanguageModel {
  /** Such as http://127.0.0.1:11434/v1. */
  readonly address: string;
  readonly name: string;
  /** Sent as a bearer token where the address asks for one. */
  readonly key?: string | undefined;
}

/** How long a model may take. */
const TIMEOUT_MS = 120_000;

const INSTRUCTIONS = `You read one news report about trade negotiations and answer with JSON only:
{"drafts": [{"type": …, "occurred": …, "data": {…}, "spans": {…}}]}
Types and data:
- RoundHeld {round?, place?}; RoundScheduled {round?, dates, place?}; RoundsReported {count}
- TalksPaused {scope: "ALL"}; TalksResumed {}; TargetSet {target, what, due, kind: "TARGET"}
- MeetingHeld {level: "LEADERS"|"MINISTERIAL"|"CHIEF_NEGOTIATOR"|"TECHNICAL", participants, place?}
- StatementMade {speaker, role?, summary, quote?}
- MeasureAdopted {title, imposedBy, affects, rate, kind: "RECIPROCAL"|"PENALTY"|"RETALIATORY"|"OTHER", effectiveFrom?}
- MeasureAnnounced or MeasureThreatened {title, imposedBy, affects, rate, effectiveFrom?}
imposedBy and affects are ISO 3166-1 alpha-2 codes or EU. Every date is {"words": "the words of the text"}; never compute a date.
spans gives, for "type", each name, number, rate and party (data.round, data.imposedBy, data.affects …), the words of the text, letter for letter,
as short as possible yet standing there once. Leave out what the text does not say. No speculation, no headlines.`;

interface Completion {
  readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[];
}

/** The drafts that a model states for a text, unchecked. Throws {@link CliError}. */
export async function askModel(model: LanguageModel, text: string): Promise<readonly unknown[]> {
  const { address, name, key } = model;
  const refuse = (why: string): never => {
    throw new CliError(`The model at ${address} ${why}.`);
  };
  const response = await fetch(`${address.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model: name,
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: INSTRUCTIONS },
        { role: 'user', content: text },
      ],
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => refuse(`cannot be reached (${(error as Error).message})`));
  if (!response.ok) return refuse(`answered ${response.status}`);
  const { choices } = (await response.json().catch(() => ({}))) as Completion;
  const content = choices?.[0]?.message?.content;
  if (typeof content !== 'string') return refuse('answered without a message');
  try {
    const { drafts } = JSON.parse(content) as { drafts?: unknown };
    if (Array.isArray(drafts)) return drafts as unknown[];
  } catch {
    // Told below.
  }
  return refuse('did not answer with drafts in JSON');
}

/** Answers that are kept until an append touches what they used, bounded by bytes. */
import { isInstantOrDay } from '../../../events/time/edtf.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import { LRUCache } from 'lru-cache';
import type { CacheUse, Parley } from '../../app/parley.js';
import type { Keepable } from './cacheability.js';
import { type Moment, momentOf, questionOf } from './moment.js';
import type { Answer, Asked, Query, QueryThreads } from './query.js';

interface KeptAnswer {
  readonly answer: Answer;
  readonly used: Keepable['used'];
  /** The answer is the same up to this position of the log. */
  upTo: number;
  /** The instants, half-open, at which it is the answer, in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** The answers to a question at whatever instant. */
interface Question {
  /** In which a date is read; undefined where only instants can be looked up. */
  readonly zone: string | undefined;
  /** Disjoint, by instant. One, for all instants, where the question is kept with its instant. */
  readonly answers: readonly KeptAnswer[];
}

/** One entry takes at most this part of the cache, so that none displaces many. */
const MAX_PART = 1 / 16;
const OVERHEAD = 1_000;
const BYTES_PER_STREAM = 100;
/** A calendar day, which is read in some zone. */
const DAY_LENGTH = '2026-01-01'.length;

/** Of an answer that is kept with its instant. */
const ONE_INSTANT = { from: -Infinity, until: Infinity, zone: undefined };

const bytesOf = ({ answer, used }: KeptAnswer): number =>
  OVERHEAD + answer.body.length + BYTES_PER_STREAM * used.streams.length;

/** The instant that is asked about; undefined where the text is none, or is read in a zone not known. */
function instantOf({ at }: Moment, zone: string | undefined): number | undefined {
  if (!isInstantOrDay(at) || (zone === undefined && at.length === DAY_LENGTH)) return undefined;
  return timePointInstant(at, zone ?? 'UTC');
}

/** The one that holds at an instant; O(log answers). */
function answerAt(answers: readonly KeptAnswer[], instant: number): KeptAnswer | undefined {
  let [low, high] = [0, answers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((answers[middle]?.from ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  const found = answers[low - 1];
  return found && instant < found.until ? found : undefined;
}

/** In front of threads: what they answered is given again while nothing it rests on has changed. */
export class KeptAnswers implements QueryThreads {
  readonly #questions: LRUCache<string, Question>;
  readonly #maxEntry: number;
  #evictions = 0;

  constructor(
    readonly threads: QueryThreads,
    readonly readModel: Pick<Parley['readModel'], 'unchangedUpTo'>,
    maxBytes: number,
  ) {
    this.#maxEntry = Math.floor(maxBytes * MAX_PART);
    this.#questions = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: this.#maxEntry,
      sizeCalculation: ({ answers }, key) =>
        answers.reduce((sum, each) => sum + bytesOf(each), 2 * key.length),
      dispose: (_, _key, reason) => {
        if (reason === 'evict') this.#evictions += 1;
      },
    });
  }

  get use(): CacheUse {
    return { bytes: this.#questions.calculatedSize, evictions: this.#evictions };
  }

  /** The kept answer to a query, if it is still the answer. One lookup of the head of the log. */
  async kept(query: Query): Promise<Answer | undefined> {
    if (query.extensions) return undefined;
    const moment = momentOf(query);
    const question = moment && this.#questions.get(moment.question);
    const instant = question && instantOf(moment, question.zone);
    if (question && instant !== undefined)
      return this.#unchanged(moment.question, answerAt(question.answers, instant));
    const key = questionOf(query);
    return this.#unchanged(key, this.#questions.get(key)?.answers[0]);
  }

  async #unchanged(key: string, entry: KeptAnswer | undefined): Promise<Answer | undefined> {
    if (!entry) return undefined;
    const upTo = await this.readModel.unchangedUpTo(entry.used, entry.upTo);
    if (upTo !== undefined) {
      entry.upTo = Math.max(entry.upTo, upTo);
      return entry.answer;
    }
    this.#drop(key, entry);
    return undefined;
  }

  #drop(key: string, entry: KeptAnswer): void {
    const question = this.#questions.peek(key);
    if (!question?.answers.includes(entry)) return;
    const answers = question.answers.filter((each) => each !== entry);
    if (answers.length === 0) this.#questions.delete(key);
    else this.#questions.set(key, { ...question, answers });
  }

  request(...asked: Parameters<QueryThreads['request']>) {
    return this.threads.request(...asked);
  }

  validate(...asked: Parameters<QueryThreads['validate']>) {
    return this.threads.validate(...asked);
  }

  async answer(query: Query, asked: Asked): Promise<Answer> {
    return (await this.kept(query)) ?? this.work(query, asked);
  }

  /** The answer worked out, and kept where it may be. */
  async work(query: Query, asked: Asked): Promise<Answer> {
    const answer = await this.threads.answer(query, asked);
    const { keepable } = answer.cacheability;
    if (keepable && !query.extensions) this.#keep(query, answer, keepable);
    return answer;
  }

  #keep(query: Query, answer: Answer, { used, since: upTo, steadiness }: Keepable): void {
    const moment = steadiness && momentOf(query);
    const isSteady = moment && instantOf(moment, steadiness.zone) !== undefined;
    const { from, until, zone } = isSteady ? steadiness : ONE_INSTANT;
    const kept: KeptAnswer = { answer, used, upTo, from, until };
    const key = isSteady ? moment.question : questionOf(query);
    const known = this.#questions.peek(key);
    const others =
      known && known.zone === zone
        ? known.answers.filter((other) => other.until <= from || other.from >= until)
        : [];
    const size = others.reduce((sum, other) => sum + bytesOf(other), bytesOf(kept));
    // Where they are too many for one entry, the first ones asked for make room.
    const answers = size > this.#maxEntry / 2 ? [kept] : [...others, kept];
    answers.sort((a, b) => a.from - b.from);
    this.#questions.set(key, { zone, answers });
  }
}

/** The streams that a negotiation's view depends on besides its own, loaded when they are asked for. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import type { RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';

type Loaded = Pick<RelatedStreams, 'measures' | 'rulebook'>;

export class NegotiationStreams implements RelatedStreams {
  #loaded: Loaded | undefined;
  #loading: Promise<void> | undefined;

  constructor(
    readonly areas: AreaRegister,
    readonly areaStreams: readonly KnowledgeView[],
    private readonly loadRest: () => Promise<Loaded>,
  ) {}

  /** Loads measures and rulebooks, once. */
  load(): Promise<void> {
    this.#loading ??= this.loadRest().then(
      (loaded) => {
        this.#loaded = loaded;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  get measures(): readonly KnowledgeView[] {
    return this.#rest.measures;
  }

  rulebook(code: string): KnowledgeView | undefined {
    return this.#rest.rulebook(code);
  }

  get #rest(): Loaded {
    if (!this.#loaded)
      throw new Error(
        'The measures of this negotiation are not loaded: await parley.complete(negotiation) before reading what rests on them.',
      );
    return this.#loaded;
  }
}

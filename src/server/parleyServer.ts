/** The server: its parts put together, listening, and a stop that loses nothing under way. */
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Parley } from '../app/parley.js';
import type { AppendListener } from '../log/core/eventLog.js';
import { Authenticator } from './auth/authenticator.js';
import { RasterThread } from './compute/rasterThread.js';
import { startThreads } from './compute/startThreads.js';
import type { SubscriptionThread } from './compute/subscriptionThread.js';
import type { Threads } from './compute/threads.js';
import { addressToListenOn, CannotListen, type ServerConfig } from './config.js';
import { PICTURE_FONT_FAMILY, pictureFonts } from './api/sharing/sharing.js';
import { CheckedDocuments } from './graphql/checkedDocuments.js';
import type { GraphqlDeps } from './graphql/deps.js';
import { KeptAnswers } from './responses/keptAnswers.js';
import { ResponseCache } from './responses/responseCache.js';
import { EarlyAnswers } from './graphql/earlyAnswers.js';
import { PreparedDocuments } from './graphql/preparedDocuments.js';
import { ShortWay } from './graphql/shortWay.js';
import { socketOperations } from './graphql/socketOperations.js';
import { createGraphqlYoga } from './graphql/yoga.js';
import { checkHost, isLoopback, urlOf } from './http/address.js';
import { createApp, requestIdOf } from './http/app.js';
import { closeServer, Connections, refuse } from './http/connections.js';
import { DASHBOARD } from './http/dashboard.js';
import { HttpError } from './http/httpError.js';
import { UnreadAnswers } from './http/unreadAnswers.js';
import { normalizeTarget, pathOf } from './http/requestTarget.js';
import {
  CLIENT_LIMITS,
  type ClientLimits,
  DEFAULT_TIMEOUTS,
  STREAM_LIMITS,
  type Timeouts,
  UNREAD_LIMITS,
} from './limits.js';
import { cachesOf, memoryParts, UNUSED } from './responses/memory.js';
import { ReadinessProbe } from './observability/health.js';
import type { ServerCounts } from './observability/metrics.js';
import { type MetricsServer, serveMetrics } from './observability/metricsServer.js';
import { Observability } from './observability/observability.js';
import { addRequestLog } from './observability/requestLog.js';
import { registerRoutes } from './routes.js';
import { SubscriptionRegistry } from './streaming/subscriptionRegistry.js';
import { HeadPublisher } from './transparency/headPublisher.js';
import { WebhookDispatcher } from './webhooks/dispatcher.js';
import { WebSockets } from './streaming/webSockets.js';

export class ParleyServer {
  readonly #authenticator: Authenticator;
  readonly #subscriptions: SubscriptionRegistry;
  readonly #cache: ResponseCache;
  readonly #answers: KeptAnswers | undefined;
  readonly #documents: PreparedDocuments;
  readonly #readiness: ReadinessProbe;
  readonly #graphql: GraphqlDeps;
  readonly #webSockets: WebSockets;
  readonly #timeouts: Timeouts;
  readonly #clientLimits: ClientLimits;
  readonly #unread: UnreadAnswers;
  readonly #webhooks: WebhookDispatcher;
  readonly #heads: HeadPublisher | undefined;
  readonly #threads: Threads | undefined;
  readonly #subscriptionThread: SubscriptionThread | undefined;
  #listening: AppendListener | undefined;
  readonly #rasterizer: RasterThread;
  #metricsServer: MetricsServer | undefined;
  #app: FastifyInstance | undefined;
  #connections: Connections | undefined;
  /** Whether only requests addressed to this machine are answered: see `namesLoopback`. */
  #localOnly = true;

  /** `parley` should rest on a log that the same `observability` instruments. */
  constructor(
    readonly parley: Parley,
    readonly schema: GraphQLSchema,
    readonly config: ServerConfig,
    readonly observability: Observability = new Observability(),
  ) {
    const { logHealth } = observability;
    const { allowedOrigins: listed = [], isPublic = false, restrictions = {} } = config;
    const crossOrigin = { listed, isPublic };
    const limits = { ...STREAM_LIMITS, ...config.streamLimits };
    const timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
    this.#timeouts = timeouts;
    this.#authenticator = new Authenticator(config, observability.logger);
    const clientLimits = { ...CLIENT_LIMITS, ...config.clientLimits };
    this.#clientLimits = clientLimits;
    this.#subscriptions = new SubscriptionRegistry({ all: limits, client: clientLimits });
    this.#unread = new UnreadAnswers(UNREAD_LIMITS, timeouts.stall, () =>
      observability.metrics.slowClients.inc({ transport: 'http' }),
    );
    this.#readiness = new ReadinessProbe(parley, logHealth, timeouts);
    this.#rasterizer = new RasterThread({
      fonts: pictureFonts(config.dashboard ?? DASHBOARD),
      family: PICTURE_FONT_FAMILY,
    });
    const started =
      config.threads &&
      startThreads({
        threads: config.threads,
        timeouts,
        observability,
        memory: config.memory,
        onAppend: () => this.#appended(),
      });
    this.#threads = started?.queries;
    this.#subscriptionThread = started?.subscriptions;
    const memory = memoryParts(config.memory, this.#threads?.size ?? 0);
    this.#cache = new ResponseCache(memory.responses);
    this.#documents = new PreparedDocuments(schema, memory.documents, restrictions);
    const threads =
      this.#threads && new KeptAnswers(this.#threads, parley.readModel, memory.answers);
    this.#answers = threads;
    const documents = threads && new CheckedDocuments(threads);
    this.#graphql = {
      parley,
      yoga: createGraphqlYoga(parley, schema, {
        observability,
        threads,
        subscriptions: this.#subscriptionThread,
        deadline: timeouts.answer,
        documents,
        restrictions,
      }),
      threads,
      documents,
      authenticator: this.#authenticator,
      subscriptions: this.#subscriptions,
      cache: this.#cache,
      shortWay: threads && new ShortWay(this.#documents, threads, documents),
      early: new EarlyAnswers({
        ...{ cache: this.#cache, answers: threads, authenticator: this.#authenticator },
        ...{ observability, documents: restrictions.documents, isLocalOnly: () => this.#localOnly },
        ...{ accessLog: config.accessLog ?? false, proxies: config.proxies ?? 0 },
      }),
      observability,
      timeouts,
      crossOrigin,
      restrictions,
    };
    this.#heads =
      config.transparency && new HeadPublisher(parley, config.transparency, observability);
    this.#webhooks = new WebhookDispatcher(parley, observability, config.webhooks);
    this.#webSockets = new WebSockets(
      {
        observability,
        timeouts,
        maxWebSockets: limits.webSockets,
        maxOfClient: clientLimits.webSockets,
        proxies: config.proxies ?? 0,
        crossOrigin,
      },
      socketOperations(this.#graphql, limits.operationsPerWebSocket),
    );
  }

  /** Whether everyone who can reach the server may write. */
  get allowsAnonymousWrites(): boolean {
    return this.#authenticator.allowsAnonymousWrites;
  }

  /**
   * Starts to listen and returns the URL. Throws `ExposedWithoutTokens` or `CannotListen`, and
   * `LogDamaged` when the log is not as its heads were signed.
   */
  async listen(): Promise<string> {
    const { host, port, metricsPort } = this.config;
    const address = await addressToListenOn(this.config);
    this.#localOnly = this.allowsAnonymousWrites && isLoopback(address);
    await this.#heads?.start();
    if (metricsPort)
      this.#metricsServer = await serveMetrics(this.parley, this.#metrics(), metricsPort, address);
    const { server } = await this.#createApp();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(new CannotListen(host, port, error)));
      server.listen(port, address, resolve);
    });
    // The thread is told of appends made here: the log tells only who appends on the same connection.
    const { log } = this.parley;
    if (this.#subscriptionThread)
      this.#listening = await log.listen(() => this.#subscriptionThread?.appended());
    this.#webhooks.start();
    return urlOf(address, (server.address() as AddressInfo).port);
  }

  /**
   * Accepts no more requests and is not ready from now on; subscriptions end with SERVER_STOPPING,
   * and what is under way is finished. What is left after `timeouts.grace` milliseconds is cut.
   */
  async close(): Promise<void> {
    this.#readiness.stop();
    const closed = this.#closeConnections();
    const delivered = this.#webhooks.stop();
    this.parley.subscriptions.stop();
    this.#subscriptionThread?.stop();
    this.#webSockets.stop();
    await this.#subscriptions.endWithin(this.#timeouts.lastWord);
    await closed;
    await delivered;
    await this.#heads?.stop();
    await this.#app?.close();
    this.#metricsServer?.close();
    await this.#graphql.yoga.dispose();
    await this.#threads?.close();
    await this.#subscriptionThread?.close();
    await this.#listening?.stop();
    await this.#rasterizer.close();
  }

  /** Something was appended through another connection of this process. */
  #appended(): void {
    this.parley.subscriptions.wake();
    this.#subscriptionThread?.appended();
  }

  /** Resolves when the last connection is closed. */
  async #closeConnections(): Promise<void> {
    const server = this.#app?.server;
    if (server && this.#connections)
      await closeServer(server, this.#connections, this.#timeouts.grace, () =>
        this.#webSockets.terminateAll(),
      );
  }

  async #createApp(): Promise<FastifyInstance> {
    const { parley, schema, config, observability } = this;
    const app = await createApp({
      logger: observability.logger,
      isLocalOnly: () => this.#localOnly,
      crossOrigin: this.#graphql.crossOrigin,
      answerEarly: (request, response, otherwise) =>
        this.#graphql.early.answer(request, response, otherwise),
      proxies: config.proxies ?? 0,
      maxRequests: this.#clientLimits.requests,
      addFirstHooks: (first) => {
        addRequestLog(first, observability, config.accessLog);
        this.#unread.watch(first);
      },
    });
    this.#app = app;
    const server: Server = app.server;
    this.#connections = new Connections(
      server,
      config.proxies ? Infinity : this.#clientLimits.connections,
    );
    server.on('upgrade', (request, duplex, head) => this.#upgrade(request, duplex, head));
    await registerRoutes(app, {
      parley,
      authenticator: this.#authenticator,
      schema,
      graphql: this.#graphql,
      observability: { ...this.#metrics(), servesMetrics: config.metricsPort === undefined },
      dashboard: config.dashboard,
      rasterizer: this.#rasterizer,
    });
    await app.ready();
    return app;
  }

  #metrics() {
    const { metrics } = this.observability;
    return { readiness: this.#readiness, metrics, counts: () => this.#counts() };
  }

  #counts(): ServerCounts {
    const subscriptions = this.#subscriptions;
    return {
      subscriptions: { sse: subscriptions.count('sse'), ws: subscriptions.count('ws') },
      webSockets: this.#webSockets.size,
      caches: cachesOf([this.parley.readModel.use, ...(this.#threads?.uses ?? [])], {
        responses: this.#cache.use,
        ...{ answers: this.#answers?.use ?? UNUSED, documents: this.#documents.use },
        pictures: { ...UNUSED, bytes: this.#rasterizer.bytes },
      }),
      waiting: this.#threads?.waiting ?? 0,
      unreadBytes: this.#unread.bytes,
      following: this.#subscriptionThread?.tail ?? this.parley.subscriptions.state(),
    };
  }

  #upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    try {
      if (this.#localOnly) checkHost(request.headers.host);
      if (pathOf(normalizeTarget(request)) !== '/graphql')
        throw new HttpError(404, 'NOT_FOUND', 'WebSockets are accepted at /graphql.');
      this.#webSockets.upgrade(request, duplex, head, requestIdOf(request));
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.observability.metrics.refusals.inc({ reason: error.code });
      refuse(duplex, error);
    }
  }
}

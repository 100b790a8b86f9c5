# Parley: one image that serves a log, and runs every other command on it.
#
#   docker build -t parley .
#   docker run --rm -v "$PWD:/data" parley tokens create desk --tokens /data/tokens.json
#   docker run -p 4000:4000 -v parley:/data -v "$PWD/tokens.json:/run/secrets/tokens:ro" \
#     -e PARLEY_TOKENS=/run/secrets/tokens parley

# The builder packs the package as it is published and installs it, with its optional packages. It
# has a compiler, for better-sqlite3.
FROM node:20-bookworm AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json vite.config.ts ./
COPY scripts/ scripts/
COPY schema/ schema/
COPY events/ events/
COPY src/ src/
RUN npm pack --pack-destination /tmp
WORKDIR /app
RUN npm install /tmp/parley-*.tgz pg@8.23.1 \
  @opentelemetry/api@1.9.0 @opentelemetry/exporter-trace-otlp-http@0.219.0 \
  @opentelemetry/resources@2.8.0 @opentelemetry/sdk-trace-node@2.8.0

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production PORT=4000 PARLEY_LOG=sqlite:/data/parley.db
COPY --from=build /app/node_modules/ node_modules/
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "node_modules/parley/dist/src/cli/main.js"]
# Others can reach a container, so it starts only with tokens: see docs/running.md.
CMD ["serve", "--host", "0.0.0.0"]

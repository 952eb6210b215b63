# The image of the plugin: one static program and nothing else. eng/image.sh builds it, with the version and the commit.

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
ARG VERSION=0.0.0-local
RUN CI=true dotnet publish src/VolumeCount --configuration Release --output /out -p:Version="$VERSION" \
        --runtime "linux-$(dpkg --print-architecture | sed s/amd64/x64/)" \
    && install --mode 755 /out/volume-count /volume-count

FROM scratch
ARG VERSION=0.0.0-local
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="Volume Count" \
      org.opencontainers.image.description="A Weave Scope plugin that shows how many volumes each container has mounted" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.source="$SOURCE" \
      works.weave.role="system"
COPY --from=build volume-count /volume-count
HEALTHCHECK --interval=30s --timeout=3s --start-period=2s --retries=3 CMD ["/volume-count", "healthcheck"]
ENTRYPOINT ["/volume-count"]

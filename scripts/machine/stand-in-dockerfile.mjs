/**
 * The Dockerfile of the stand-ins: the layers, variables and the user of Microsoft's images (dotnet/dotnet-docker,
 * src/runtime-deps to src/sdk), each layer's files in a tar of the build context. Stages are named runtime, aspnet, sdk, and
 * the same with -alpine.
 * @param {{
 *   installation: import('./dotnet-installation.mjs').DotnetInstallation,
 *   hasCaBundle: boolean,
 *   hasNugetConfig: boolean,
 *   hasPackages: boolean,
 * }} options
 * @returns {string}
 */
export function standInDockerfile({ installation, hasCaBundle, hasNugetConfig, hasPackages }) {
  const { sdkVersion, runtimeVersion, aspnetVersion } = installation
  return `FROM scratch AS root
ADD root.tar /
CMD ["/bin/bash"]

FROM root AS runtime-deps
ENV APP_UID=1654 \\
    ASPNETCORE_HTTP_PORTS=8080 \\
    DOTNET_RUNNING_IN_CONTAINER=true
RUN groupadd --gid=$APP_UID app && useradd --no-log-init --uid=$APP_UID --gid=$APP_UID --create-home --shell /bin/bash app

FROM runtime-deps AS runtime
ENV DOTNET_VERSION=${runtimeVersion}
ADD runtime.tar /usr/share/dotnet/
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet

FROM runtime AS aspnet
ENV ASPNET_VERSION=${aspnetVersion}
ADD aspnet.tar /usr/share/dotnet/

FROM aspnet AS plain-sdk
ENV ASPNETCORE_HTTP_PORTS= \\
    DOTNET_CLI_TELEMETRY_OPTOUT=true \\
    DOTNET_GENERATE_ASPNET_CERTIFICATE=false \\
    DOTNET_NOLOGO=true \\
    DOTNET_SDK_VERSION=${sdkVersion} \\
    DOTNET_USE_POLLING_FILE_WATCHER=true \\
    NUGET_CERT_REVOCATION_MODE=offline \\
    NUGET_XMLDOC_MODE=skip
ADD sdk.tar /usr/share/dotnet/
${hasCaBundle ? 'COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt' : ''}
${hasNugetConfig ? NUGET_CONFIG : ''}
${hasPackages ? SDK_WITH_PACKAGES : 'FROM plain-sdk AS sdk'}

FROM runtime AS runtime-alpine
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true

FROM aspnet AS aspnet-alpine
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true

FROM sdk AS sdk-alpine
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
`
}

const NUGET_CONFIG = `COPY NuGet.Config /root/.nuget/NuGet/NuGet.Config
COPY --chown=1654:1654 NuGet.Config /home/app/.nuget/NuGet/NuGet.Config
`

// A further package source would not do: NuGet asks all of them and fails when one can't be reached. It looks into a
// fallback folder first, but wants the packages uncompressed there. The folder may hold a newer version of a dependency than the
// one a restore picks, so that one is fetched too, while there is a network.
const SDK_WITH_PACKAGES = `FROM scratch AS feed
ADD packages.tar /

FROM plain-sdk AS packages
COPY all.csproj /all/
COPY roots.csproj /roots/
RUN --mount=type=bind,from=feed,target=/feed \\
    dotnet restore /all/all.csproj --source /feed --packages /fallback && \\
    (dotnet restore /roots/roots.csproj --packages /fallback || true) && \\
    find /fallback -name '*.nupkg' -delete

FROM plain-sdk AS sdk
ENV NUGET_FALLBACK_PACKAGES=/usr/share/nuget-fallback
COPY --from=packages /fallback /usr/share/nuget-fallback`

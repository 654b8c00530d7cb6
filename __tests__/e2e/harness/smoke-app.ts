import { randomUUID } from 'node:crypto'
import { docker } from './docker.ts'
import { threePassed } from './recorded-tests.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

const program = `var isCheck = args.Contains("--self-check");
if (isCheck) { Console.WriteLine($"checked {Environment.GetEnvironmentVariable("SHOP")}"); return args.Contains("--badly") ? 3 : 0; }
if (Environment.GetEnvironmentVariable("CRASH") is { } reason) throw new InvalidOperationException(reason);
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/healthz", () => "healthy");
app.MapGet("/broken", () => Results.Text("the \`database\` is away ::error::no command", statusCode: 503));
app.MapGet("/moved", () => Results.Redirect("/healthz"));
app.MapGet("/env", () => Environment.GetEnvironmentVariable("SHOP") == "open" ? Results.Ok() : Results.NotFound());
app.Run();
return 0;
`

const project = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
`

/** A workspace whose image and containers have a label of their own. */
export type SmokeWorkspace = Workspace & { label: string }

/** A small ASP.NET app with a path for each kind of answer; `final` are lines of its last stage, before the ENTRYPOINT. */
export async function smokeWorkspace(final: readonly string[] = ['EXPOSE 8080']): Promise<SmokeWorkspace> {
  const label = `e2e=${randomUUID()}`
  const workspace = await makeWorkspace({
    'run-tests.sh': `echo '${threePassed}'\n`,
    'app/Shop.csproj': project,
    'app/Program.cs': program,
    Dockerfile: [
      'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test',
      'COPY run-tests.sh /',
      'RUN bash /run-tests.sh',
      'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build',
      'COPY app /src',
      'RUN dotnet publish /src --output /app -p:UseAppHost=false',
      'FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final',
      'WORKDIR /app',
      'COPY --from=build /app .',
      ...final,
      `LABEL ${label}`,
      'ENTRYPOINT ["dotnet", "Shop.dll"]',
      '',
    ].join('\n'),
  })
  return { ...workspace, label }
}

/** Names of containers, and of images under private names, that the machine's engine has of a workspace. */
export async function leftOf({ label }: SmokeWorkspace): Promise<string[]> {
  const filter = ['--filter', `label=${label}`]
  const containers = await docker('ps', '--all', ...filter, '--format', '{{.Names}}')
  const images = await docker('image', 'ls', ...filter, '--format', '{{.Repository}}:{{.Tag}}')
  const isPrivate = (name: string): boolean => name.startsWith('dotnet-container-')
  return [...containers.split('\n'), ...images.split('\n').filter(isPrivate)].filter((name) => name !== '')
}

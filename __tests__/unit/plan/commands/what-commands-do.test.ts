import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import type { CommandKind } from '../../../../src/plan/commands/classify-command.ts'
import { commandOf, scriptOf } from '../../../../src/plan/commands/shell-text.ts'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'

const classifyCommand = (text: string): CommandKind => findTests({ text }).kind

// Most of these lines stand in public Dockerfiles; only their names are changed.
test.each<{ kind: CommandKind; command: string }>([
  { kind: 'tests', command: 'dotnet test' },
  {
    kind: 'tests',
    command: 'dotnet test "tests/Shop.Tests.Unit/Shop.Tests.Unit.csproj" -c Release --no-restore',
  },
  { kind: 'tests', command: 'dotnet test Shop.sln --filter "Category!=Integration" --no-restore' },
  { kind: 'tests', command: 'dotnet test --logger "trx;LogFileName=test_results.trx" || true' },
  {
    kind: 'tests',
    command: 'dotnet test **/*.csproj -- TestRunParameters.Parameter\\(name=\\"browser\\"\\)',
  },
  { kind: 'tests', command: 'dotnet test; exit 0' },
  { kind: 'tests', command: 'dotnet test 2>&1 | tee test.log' },
  { kind: 'tests', command: 'dotnet restore && dotnet build --no-restore && dotnet test --no-build' },
  { kind: 'tests', command: 'cd ./test/ && dotnet restore && dotnet test' },
  { kind: 'tests', command: 'dotnet vstest test/*/bin/Release/*/*Tests.dll' },
  { kind: 'tests', command: 'dotnet vstest test.dll' },
  { kind: 'tests', command: 'dotnet run --project tests/Shop.SmokeTests/Shop.SmokeTests.csproj -c Release' },
  { kind: 'tests', command: 'dotnet run --project Tests/Tests.csproj -c Release || echo "Tests completed"' },
  { kind: 'tests', command: 'dotnet watch --project src/Shop test' },
  { kind: 'tests', command: 'dotnet bin/Release/net10.0/Shop.Tests.dll --report-trx' },
  { kind: 'tests', command: 'dotnet exec Shop.UnitTest.dll' },
  { kind: 'tests', command: './Shop.Tests -trait "Category=Unit"' },
  { kind: 'tests', command: 'dotnet cake --target=Test' },
  { kind: 'tests', command: 'export PATH="$PATH:/root/.dotnet/tools" && dotnet cake -target=CoreTests' },
  { kind: 'tests', command: './build.sh --target UnitTest' },
  { kind: 'tests', command: 'chmod +x ./run-tests.sh && ./run-tests.sh' },
  { kind: 'tests', command: 'bash -c "./test.sh"' },
  { kind: 'tests', command: 'pwsh -File ./eng/Run-Tests.ps1' },
  { kind: 'tests', command: 'powershell -Command dotnet test' },
  { kind: 'tests', command: 'make test' },
  { kind: 'tests', command: 'if [ "$RUN_TESTS" = "true" ] ; then dotnet test --no-restore; fi' },
  {
    kind: 'tests',
    command: 'if [ -z "$SKIP" ]; then echo skipped; else cd /src/Shop.Tests && dotnet test; fi',
  },
  { kind: 'tests', command: 'case "$MODE" in unit) dotnet test ;; *) echo none ;; esac' },
  { kind: 'tests', command: 'for p in tests/*/*.csproj; do dotnet test "$p" --no-build || exit 1; done' },
  { kind: 'tests', command: 'x=0; while [ $x -le $n ]; do dotnet test --logger trx; x=$(( $x + 1 )); done' },
  { kind: 'tests', command: "find . -name '*.Tests.csproj' -exec dotnet test {} -c Release \\;" },
  { kind: 'tests', command: 'ls tests/*/*.csproj | xargs -L1 dotnet test --no-build' },
  { kind: 'tests', command: 'find . -name "*Tests.csproj" | xargs -I {} dotnet test {}' },
  { kind: 'tests', command: 'env ASPNETCORE_ENVIRONMENT=Test dotnet test' },
  { kind: 'tests', command: 'CI=true DOTNET_CLI_UI_LANGUAGE=en dotnet test' },
  { kind: 'tests', command: 'timeout 10m dotnet test' },
  { kind: 'tests', command: 'xvfb-run --auto-servernum dotnet test' },
  { kind: 'tests', command: './wait-for-it.sh db:5432 -- dotnet test' },
  { kind: 'tests', command: 'su app -c "dotnet test"' },
  { kind: 'tests', command: '/usr/share/dotnet/dotnet test' },
  { kind: 'tests', command: 'dotnet-coverage collect "dotnet test" -f cobertura' },
  { kind: 'tests', command: 'dotnet tool run dotnet-coverage -- collect dotnet test' },
  { kind: 'tests', command: 'coverlet bin/Shop.Tests.dll --target "dotnet" --targetargs "test --no-build"' },
  { kind: 'tests', command: 'dotnet msbuild -t:VSTest Shop.Tests.csproj' },
  { kind: 'tests', command: 'dotnet build /t:Build,Test build.proj' },
  { kind: 'tests', command: 'mono xunit.console.exe bin/Shop.Tests.dll' },
  { kind: 'tests', command: 'mono --debug ./nunit3-console.exe Shop.dll' },
  { kind: 'tests', command: 'vstest.console.exe Shop.dll' },
  { kind: 'tests', command: 'dotnet fake run build.fsx -t Test' },
  { kind: 'tests', command: 'dotnet nuke UnitTests --configuration Release' },
  { kind: 'tests', command: 'dotnet run tests.cs' },
  { kind: 'tests', command: `node -e "spawnSync('dotnet', ['test', 'A'])"` },
  { kind: 'tests', command: 'dotnet-coverage collect ./Shop.Tests' },
  {
    kind: 'tests',
    command:
      'dotnet sonarscanner begin /k:"shop" && dotnet build && dotnet test --collect "XPlat Code Coverage" && dotnet sonarscanner end',
  },
])('tests: $command', ({ command, kind }) => {
  expect(classifyCommand(command)).toBe(kind)
})

test.each<{ kind: CommandKind; command: string }>([
  { kind: 'known', command: 'dotnet restore "tests/Shop.Tests/Shop.Tests.csproj"' },
  { kind: 'known', command: 'dotnet build "Shop.Tests.csproj" -c Release -o /app/build' },
  { kind: 'known', command: 'dotnet publish tests/Shop.Tests -c Release -o /tests' },
  { kind: 'known', command: 'dotnet msbuild /t:Restore /p:Configuration=Debug Shop.Core.Tests.csproj' },
  { kind: 'known', command: 'dotnet new xunit -o tests' },
  { kind: 'known', command: 'dotnet --info' },
  { kind: 'known', command: 'dotnet' },
  { kind: 'known', command: 'dotnet tool install --global dotnet-reportgenerator-globaltool' },
  { kind: 'known', command: 'dotnet tool run dotnet-ef migrations script --project src/Shop.Tests' },
  { kind: 'known', command: 'dotnet sonarscanner begin /k:"shop" /d:sonar.test.exclusions="tests/**"' },
  { kind: 'known', command: 'dotnet-sonarscanner end' },
  {
    kind: 'known',
    command: 'reportgenerator "-reports:test-results/*/coverage.cobertura.xml" -targetdir:out',
  },
  { kind: 'known', command: 'echo "running tests: dotnet test"' },
  { kind: 'known', command: 'mkdir -p /app/tests && cp -r tests/. /app/tests' },
  { kind: 'known', command: 'test -f Shop.Tests.csproj' },
  { kind: 'known', command: '[ -d tests ] || mkdir tests' },
  {
    kind: 'known',
    command: 'apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*',
  },
  {
    kind: 'known',
    command: 'for file in $(ls *.csproj); do mkdir -p tests/${file%.*}/ && mv $file tests/${file%.*}/; done',
  },
  { kind: 'known', command: 'for p in tests/*/*.csproj; do dotnet build $p; done' },
  { kind: 'known', command: 'find . -name "*.Tests.csproj" -exec dotnet restore {} \\;' },
  { kind: 'known', command: 'ls tests/*/*.csproj | xargs -n 1 dotnet restore' },
  { kind: 'known', command: 'dotnet build # dotnet test' },
  { kind: 'known', command: 'set -eux; exit 0' },
  { kind: 'known', command: 'chown -R app:app /app; chmod +x run-tests.sh' },
  { kind: 'known', command: 'npm ci && npm test' },
  { kind: 'known', command: 'bash /tmp/dotnet-install.sh --channel 10.0' },
  { kind: 'known', command: 'pwsh tests/Shop.Tests/bin/Debug/net10.0/playwright.ps1 install' },
  { kind: 'known', command: 'curl -sSL https://example.com/install.sh | bash' },
  { kind: 'known', command: 'python3 generate.py' },
  { kind: 'known', command: 'node test.js --ci' },
  { kind: 'known', command: '' },
])('known to run none: $command', ({ command, kind }) => {
  expect(classifyCommand(command)).toBe(kind)
})

test.each<{ kind: CommandKind; command: string }>([
  { kind: 'unknown', command: './build.sh' },
  { kind: 'unknown', command: 'dotnet cake' },
  { kind: 'unknown', command: 'dotnet run --project build' },
  { kind: 'unknown', command: 'dotnet Shop.Api.dll' },
  { kind: 'unknown', command: 'dotnet TestApp.dll' },
  { kind: 'unknown', command: 'dotnet NatsTest.dll' },
  { kind: 'unknown', command: 'dotnet Shop.dll --database shop-test https://shop.test/tests' },
  { kind: 'unknown', command: 'sh ./compile.sh /src /published-tests' },
  { kind: 'unknown', command: './wait-for.sh test-db' },
  { kind: 'unknown', command: 'dotnet TechTest.Api.dll' },
  { kind: 'unknown', command: 'dotnet run --project src/Acme.Test.Api/Acme.Test.Api.csproj' },
  { kind: 'unknown', command: 'dotnet Latest.dll' },
  { kind: 'unknown', command: 'sh /src/Shop.Tests/docker-entrypoint.sh' },
  { kind: 'unknown', command: 'tests/startup.sh' },
  { kind: 'unknown', command: 'make check' },
])('nobody can tell: $command', ({ command, kind }) => {
  expect(classifyCommand(command)).toBe(kind)
})

test.each<{ name: string; line: string; command: string; kind: CommandKind }>([
  {
    name: 'an exec form',
    line: 'ENTRYPOINT ["dotnet", "test", "--logger:trx"]',
    command: 'dotnet test --logger:trx',
    kind: 'tests',
  },
  {
    name: 'an exec form with two words in one',
    line: 'ENTRYPOINT ["dotnet", "vstest test.dll"]',
    command: 'dotnet vstest test.dll',
    kind: 'tests',
  },
  {
    name: 'a shell in an exec form',
    line: 'CMD ["/bin/bash", "-lc", "dotnet tool restore && dotnet test"]',
    command: 'dotnet tool restore && dotnet test',
    kind: 'tests',
  },
  {
    name: 'a broken exec form, which a shell refuses,',
    line: "CMD ['dotnet', 'test']",
    command: "['dotnet', 'test']",
    kind: 'known',
  },
  {
    name: 'continuation lines with a comment between them',
    line: 'RUN dotnet restore && \\\n# no tests here\n    dotnet build',
    command: 'dotnet restore && dotnet build',
    kind: 'known',
  },
  {
    name: 'flags, which are no part of the command',
    line: 'RUN --mount=type=cache,id=tests,target=/root/.nuget/packages dotnet build',
    command: 'dotnet build',
    kind: 'known',
  },
  {
    name: 'a here-document',
    line: 'RUN <<EOF\nset -e\ndotnet build\ndotnet test\nEOF',
    command: 'set -e\ndotnet build\ndotnet test',
    kind: 'tests',
  },
  {
    name: 'a here-document with its own continuation lines',
    line: 'RUN <<-"END"\n\tdotnet \\\n\t\ttest\n\tEND',
    command: '\tdotnet  \t\ttest',
    kind: 'tests',
  },
  {
    name: 'a here-document for a shell',
    line: 'RUN bash -e <<EOF\ndotnet test\nEOF',
    command: 'dotnet test',
    kind: 'tests',
  },
  {
    name: 'a here-document that only writes a script',
    line: 'RUN cat <<EOF > run.sh\ncd /src && dotnet test\nEOF',
    command: 'cat > run.sh',
    kind: 'known',
  },
  {
    name: 'a here-document beside a command that tests',
    line: 'RUN cat <<EOF > .runsettings && dotnet test\n<RunSettings />\nEOF',
    command: 'cat > .runsettings && dotnet test',
    kind: 'tests',
  },
])('reads the command of $name', ({ line, command, kind }) => {
  const [instruction] = parseDockerfile(`FROM a\n${line}\n`, 'Dockerfile', []).stages[0]?.instructions ?? []
  if (instruction === undefined) throw new Error('no instruction')
  expect({ command: commandOf(instruction), kind: findTests(scriptOf(instruction)).kind }).toEqual({
    command,
    kind,
  })
})

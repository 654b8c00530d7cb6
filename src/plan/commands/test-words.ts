/** A target of a build tool that tests: `Test`, `UnitTest`, `--target=CoreTests`, `run-tests`; no path, no URL, no `latest`. */
export function targetsTests(word: string): boolean {
  const target = word.replace(/^--?\w+[=:]/, '')
  return /^(?:[\w:.-]*[^A-Za-z/])?(?:run)?tests?$|^(?:\w*[a-z\d])?Tests?$/.test(target)
}

/** A script that says by its name that it runs tests: `run-tests.sh`, `test.sh`, `Run-Tests.ps1`; not `test-db.sh`. */
export function namesTests(file: string): boolean {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  return /(?:^|[^A-Za-z]|[Rr]un)[Tt]ests?$|[a-z]Tests?$|^[Rr]un[-_.]?[Tt]ests?[-_.]/.test(name)
}

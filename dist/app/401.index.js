export const id = 401;
export const ids = [401];
export const modules = {

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeJobBuilder),
/* harmony export */   I: () => (/* binding */ openBuilder)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3694);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _docker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);





/** It pulls the image moby/buildkit, some 100 MB. */
const createDeadlineMs = 180_000;
const removeDeadlineMs = 60_000;
/**
 * Gives what builds: the builder asked for, the current one, or, in place of an engine with its legacy store, one made for the job; where that
 * fails the engine, with a warning. Throws a UserError as `current` rejects.
 */
async function openBuilder(docker, log, { name, current: asked, images }, own) {
    const current = await asked;
    if (name !== undefined || (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .writesLayouts */ .Qx)(current) || own === undefined) {
        return { builder: current, isMadeForJob: false, warnings: [] };
    }
    const known = await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectBuilder */ .IK)(docker, own.name).catch(unlessUserError);
    if (known !== undefined)
        return { builder: known, isMadeForJob: true, warnings: [] };
    const reason = await whyEngine(docker, log, own, images);
    if (reason !== undefined) {
        const warnings = [`The Docker engine builds by itself: ${reason}.`];
        return { builder: current, isMadeForJob: false, warnings };
    }
    return { builder: await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectBuilder */ .IK)(docker, own.name), isMadeForJob: true, warnings: [] };
}
/** Takes a job's builder away with its container, its cache and its network; gives why that failed. */
async function removeJobBuilder(docker, name) {
    const ended = await docker.run({
        args: ['buildx', 'rm', '--force', name],
        deadlineMs: removeDeadlineMs,
    });
    // A builder that never came to be needs no removing.
    return (0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(ended) || /no builder/i.test((0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(ended)) ? undefined : (0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(ended);
}
/** Makes the job's builder; gives why the engine has to do without. */
async function whyEngine(docker, log, own, images) {
    const local = await findLocalImage(docker, images);
    if (local !== undefined) {
        return `${local} is in no registry but in the engine alone, where no other builder finds it. Push it, or name it in build-contexts`;
    }
    try {
        own.remember();
    }
    catch (error) {
        const why = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        return `one that is made for this job could not be removed at its end, since the runner takes no state (${why})`;
    }
    log.info('The Docker engine has its legacy image store, so a builder is made for this job.');
    const startedAt = performance.now();
    const args = ['buildx', 'create', '--name', own.name, '--driver', 'docker-container', '--bootstrap'];
    // What docker/setup-buildx-action permits too; a build gets none of it unless `allow` names it.
    const permitted = ['security.insecure', 'network.host'].map((one) => `--allow-insecure-entitlement ${one}`);
    const made = await docker.run({
        args: [...args, '--buildkitd-flags', permitted.join(' ')],
        deadlineMs: createDeadlineMs,
    });
    if ((0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(made)) {
        log.info(`Builder ${own.name} is ready after ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(performance.now() - startedAt)}.`);
        return undefined;
    }
    await removeJobBuilder(docker, own.name);
    const said = made.kind === 'exited' ? (0,_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLineOf */ .kG)(made.stderr) : 'it was not ready in time';
    return `no builder could be made for this job from the image moby/buildkit (${said})`;
}
/** The first of these images that the engine has from no registry: its legacy store gives a digest only to what was pulled or pushed. */
async function findLocalImage(docker, images) {
    const asked = images.map(async (image) => {
        const args = ['image', 'inspect', '--format', '{{len .RepoDigests}}', image];
        return (await docker.ask(args))?.trim() === '0';
    });
    const isLocal = await Promise.all(asked);
    return images.find((_, index) => isLocal[index]);
}
function unlessUserError(error) {
    if (error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return undefined;
    throw error;
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I2: () => (/* binding */ makePrivateFolder),
  V3: () => (/* binding */ removeIfEmpty),
  R3: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/build/build-final.js
var build_final = __webpack_require__(8956);
// EXTERNAL MODULE: ./lib/src/docker/build/buildkit-words.js
var buildkit_words = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/src/docker/build/run-build.js + 1 modules
var run_build = __webpack_require__(548);
// EXTERNAL MODULE: ./lib/src/shared/log.js
var shared_log = __webpack_require__(8932);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
;// CONCATENATED MODULE: ./lib/src/build/write-cache.js





/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000;
/** Why the cache stays as it is. */
const whyLeft = {
    'nothing-new': 'nothing new, all of it came from there',
    'only-sources': 'left as it is, since all that was built anew comes after the copy of the sources and was quick to build',
};
/** Solves that run one after the other, each place once. */
const newQueue = () => ({
    abort: new AbortController(),
    places: new Set(),
    written: Promise.resolve({ writeMs: 0, warnings: [] }),
});
/**
 * Writes the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs neither the image
 * nor the job. It is written while the tests run, and while the image is measured and compared, unless that would make a smoke test slow.
 * Its disposal stops it and waits for its end.
 */
class CacheWrite {
    #docker;
    #log;
    #job;
    #held = new shared_log/* HeldLog */.M5();
    #spared;
    #queue = newQueue();
    constructor({ docker, log }, job) {
        this.#docker = docker;
        this.#log = log;
        this.#job = job;
    }
    /** Begins with what the image needs, also while the tests run: all of it is built, and their end changes nothing about it. */
    beginImage(image) {
        const { cache } = this.#job;
        // Where caches were given, who gave them may count on what goes there to be of tests that passed.
        if (cache.kind !== 'own')
            this.#begin(imageSolve(cache, image));
    }
    /** Goes on with all that is to be kept: the tests have passed, and the image is built. */
    begin(image) {
        this.#begin(solvesOf(this.#job, image));
    }
    /** Stops what was begun, which may begin again. */
    async stop() {
        const { abort, written } = this.#queue;
        this.#queue = newQueue();
        abort.abort();
        await written.catch(() => undefined);
    }
    /** The cache stays as it is; what was begun goes on. */
    spare(news) {
        // What was given may be read from one place and written to another.
        if (this.#job.cache.kind !== 'own')
            this.#spared = news;
    }
    /**
     * Waits for its end, after what was not begun before, and shows what it printed. Without an image the tests failed: what came before them
     * is written, so that the fix does not restore and compile everything again. An Actions cache that failed a moment ago is not waited for.
     */
    async finish(image, isServiceInTrouble = false) {
        const { kind } = this.#job.cache;
        const solves = solvesOf(this.#job, image);
        const hasBegun = this.#queue.places.size > 0;
        if (solves.length === 0 && !hasBegun)
            return { writeMs: undefined, warnings: [] };
        if (this.#spared !== undefined && !hasBegun) {
            this.#log.info(`Write the build cache (${kind}): ${whyLeft[this.#spared]}`);
            return { writeMs: undefined, warnings: [] };
        }
        if (kind === 'gha' && isServiceInTrouble) {
            await this.stop();
            const why = 'its service did not take the measurement a moment ago';
            return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] };
        }
        this.#add(solves);
        await this.#held.release(this.#log);
        return this.#queue.written;
    }
    [Symbol.asyncDispose]() {
        return this.stop();
    }
    #begin(solves) {
        if (this.#job.settings.smokeCheck === undefined)
            this.#add(solves);
    }
    #add(solves) {
        const queue = this.#queue;
        for (const solve of solves) {
            const place = solve.to.join();
            if (queue.places.has(place))
                continue;
            queue.places.add(place);
            queue.written = queue.written.then((before) => this.#goOn(before, solve, queue.abort.signal));
        }
        // Cancelled: whoever waits for the job hears of it.
        queue.written.catch(() => undefined);
    }
    /** The first solve that fails is the last. */
    async #goOn(before, { request, to }, signal) {
        if (before.warnings.length > 0)
            return before;
        const build = await (0,run_build/* runBuild */.c)(this.#docker, this.#held, `Write the build cache (${this.#job.cache.kind})`, { ...(0,build_final/* fromCache */.ZY)(request), cacheTo: to, outputs: ['type=cacheonly'] }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs, signal });
        const why = whyNotWritten(build);
        const warnings = why === undefined ? [] : [`The build cache was not written: ${why}. The next run may be slower.`];
        return { writeMs: (before.writeMs ?? 0) + build.durationMs, warnings };
    }
}
function imageSolve(cache, request) {
    return cache.to.length === 0 ? [] : [{ request, to: cache.to }];
}
function solvesOf({ builds, cache }, image) {
    const { passed, failed } = builds.testCaches;
    const pair = (requests, places) => requests.flatMap((request, index) => {
        const place = places[index];
        return place === undefined ? [] : [{ request, to: [place] }];
    });
    if (image === undefined)
        return pair(failed, placesOfFailed(cache));
    return [...imageSolve(cache, image), ...pair(passed, cache.testsTo)];
}
/** The tests' own places; the image's where the tests need nothing that it does not, and its cache has all stages. */
function placesOfFailed({ to, testsTo, kind }) {
    if (testsTo.length > 0 || kind === 'own')
        return testsTo;
    return to.filter((place) => place.endsWith(',mode=max'));
}
function whyNotWritten({ outcome, text }) {
    if (outcome === 'built')
        return undefined;
    if (outcome === 'timed-out')
        return `it gave no sign of life for ${silenceMs / 1000} s`;
    return (0,buildkit_words/* parseBuildError */.gK)(text).message.split('\n')[0] ?? 'no reason was given';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/inputs/paths.js
var inputs_paths = __webpack_require__(8894);
// EXTERNAL MODULE: ./lib/src/plan/choose-platforms.js
var choose_platforms = __webpack_require__(6046);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/shared/files/workspace-files.js
var workspace_files = __webpack_require__(4305);
;// CONCATENATED MODULE: ./lib/src/plan/projects/expressions.js


/** A text with its `$(…)` filled in, those that nobody set as empty; undefined where it has item lists, metadata or a function that is not known here. */
function expand(text, scope) {
    let expanded = '';
    let rest = text;
    for (let at = rest.indexOf('$('); at >= 0; at = rest.indexOf('$(')) {
        const end = closing(rest, at + 2);
        if (end === undefined)
            return undefined;
        const value = evaluate(rest.slice(at + 2, end).trim(), scope);
        if (value === undefined)
            return undefined;
        expanded += rest.slice(0, at) + value;
        rest = rest.slice(end + 1);
    }
    expanded += rest;
    return /[@%]\(/.test(expanded) ? undefined : expanded;
}
/** The place of the bracket that closes what is open at `start`, quoted texts passed over. */
function closing(text, start) {
    let depth = 1;
    let quote = '';
    for (let at = start; at < text.length; at++) {
        const character = text[at] ?? '';
        if (quote !== '') {
            if (character === quote)
                quote = '';
        }
        else if (/['"`]/.test(character))
            quote = character;
        else if (character === '(')
            depth++;
        else if (character === ')' && --depth === 0)
            return at;
    }
    return undefined;
}
/** What stands between `$(` and `)`: a property or a static function, and string methods behind it. */
function evaluate(inner, scope) {
    const fixed = /^\[([\w.]+)\]::(\w+)\s*\(/.exec(inner);
    let value;
    let rest;
    if (fixed !== null) {
        const end = closing(inner, fixed[0].length);
        if (end === undefined)
            return undefined;
        const call = `${(fixed[1] ?? '').replace(/^System\./i, '')}.${fixed[2] ?? ''}`.toLowerCase();
        const values = readArguments(inner.slice(fixed[0].length, end), scope);
        value = values && staticFunctions[call]?.(values, scope);
        rest = inner.slice(end + 1);
    }
    else {
        const name = /^[\w-]+/.exec(inner)?.[0] ?? '';
        value = scope.properties.get(name.toLowerCase()) ?? (name === '' ? undefined : '');
        rest = inner.slice(name.length);
    }
    while (value !== undefined && rest !== '') {
        const method = /^\s*\.\s*(\w+)\s*\(/.exec(rest);
        const end = method === null ? undefined : closing(rest, method[0].length);
        if (method === null || end === undefined)
            return undefined;
        const values = readArguments(rest.slice(method[0].length, end), scope);
        value = values && stringMethods[(method[1] ?? '').toLowerCase()]?.(value, values);
        rest = rest.slice(end + 1);
    }
    return value;
}
function readArguments(text, scope) {
    const parts = text.trim() === '' ? [] : splitArguments(text);
    const values = parts.map((part) => expand(part.trim().replace(/^(['"`])([\s\S]*)\1$/, '$2'), scope));
    return values.every((value) => value !== undefined) ? values : undefined;
}
/** Splits at commas outside of brackets and quotes. */
function splitArguments(text) {
    return text.match(/(?:\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|'[^']*'|"[^"]*"|`[^`]*`|[^,])+/g) ?? [];
}
const truth = (value) => (value ? 'True' : 'False');
const stringMethods = {
    endswith: (value, [end = '']) => truth(value.endsWith(end)),
    startswith: (value, [start = '']) => truth(value.startsWith(start)),
    contains: (value, [part = '']) => truth(value.includes(part)),
    equals: (value, [other = '']) => truth(value === other),
    tolower: (value) => value.toLowerCase(),
    tolowerinvariant: (value) => value.toLowerCase(),
    toupper: (value) => value.toUpperCase(),
    toupperinvariant: (value) => value.toUpperCase(),
    trim: (value) => value.trim(),
    replace: (value, [from = '', to = '']) => (from === '' ? value : value.replaceAll(from, to)),
};
const staticFunctions = {
    'msbuild.getpathoffileabove': ([file = '', from], scope) => {
        const start = from ?? scope.properties.get('msbuildthisfiledirectory') ?? '/';
        const folder = folderAbove(file, start, scope.exists);
        return folder === undefined ? '' : external_node_path_.posix.join(folder, file);
    },
    'msbuild.getdirectorynameoffileabove': ([start = '/', file = ''], scope) => folderAbove(file, start, scope.exists) ?? '',
    'msbuild.normalizepath': (parts) => external_node_path_.posix.resolve('/', ...parts.map(toSlashes)),
    'msbuild.normalizedirectory': (parts) => `${external_node_path_.posix.resolve('/', ...parts.map(toSlashes))}/`,
    'msbuild.ensuretrailingslash': ([path = '']) => (path === '' || path.endsWith('/') ? path : `${path}/`),
    'msbuild.valueordefault': ([value = '', other = '']) => (value === '' ? other : value),
    'msbuild.isosplatform': ([name = '']) => truth(name.toLowerCase() === 'linux'),
    'io.path.combine': (parts) => external_node_path_.posix.join(...parts.map(toSlashes)),
    'io.path.getfullpath': (parts) => external_node_path_.posix.resolve('/', ...parts.map(toSlashes)),
    'io.path.getfilename': ([path = '']) => external_node_path_.posix.basename(toSlashes(path)),
    'io.path.getdirectoryname': ([path = '']) => external_node_path_.posix.dirname(toSlashes(path)),
    'io.file.exists': ([path = ''], scope) => truth(scope.exists(external_node_path_.posix.resolve('/', toSlashes(path)))),
    'string.copy': ([text = '']) => text,
    'string.isnullorempty': ([text = '']) => truth(text === ''),
    'string.isnullorwhitespace': ([text = '']) => truth(text.trim() === ''),
    'environment.getenvironmentvariable': () => '',
};
/** The nearest folder, from one on upwards, that has a file. */
function folderAbove(file, start, exists) {
    const folders = (0,workspace_files/* foldersUp */.TS)(external_node_path_.posix.resolve('/', toSlashes(start)), '/');
    return folders.find((folder) => exists(external_node_path_.posix.join(folder, file)));
}
/** What a list of MSBuild's holds. */
function listOf(text) {
    return text
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}
/** A path with `/`, as MSBuild takes both. */
function toSlashes(path) {
    return path.replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/project.js


/** A project as the planner needs it. `relative` brings an absolute path of the reader's tree into the one of the build context. */
function toProject(evaluated, place, relative) {
    const name = nameIn(evaluated.path);
    const { properties, packages } = evaluated;
    return {
        path: relative(evaluated.path),
        place,
        kind: kindOf(evaluated, name),
        isProgram: isProgram(evaluated),
        isConsole: isExecutable(properties) && !isServer(evaluated),
        assemblyName: properties.get('assemblyname') ?? name,
        frameworks: frameworksOf(properties),
        packages,
        references: evaluated.references.map(relative),
        imports: evaluated.imports.map(relative),
        linked: evaluated.linked.map((path) => `${relative(path)}${path.endsWith('/') ? '/' : ''}`),
        runner: runnerOf(evaluated),
        reportOption: reportOptionOf(evaluated),
        isOnPlatform: isOnPlatform(evaluated),
        measuresOnPlatform: hasPackageOrSdk(evaluated, /^(?:microsoft\.testing\.extensions\.codecoverage|mstest|tunit)$/),
        startsOnPlatform: isTrue(properties.get('usemicrosofttestingplatformrunner')),
        refusesVsTest: refusesVsTest(evaluated),
    };
}
/** Takes out what only helps tests: libraries that tests refer to, with packages of a shared file, and programs with the test SDK but nothing to write tests with. */
function withoutTestHelpers(projects) {
    const byPath = new Map(projects.map((one) => [one.path, one]));
    const used = new Set(projects.flatMap(({ kind, references }) => (kind === 'tests' ? references : [])));
    const hasFramework = (project, seen) => {
        if (seen.has(project))
            return false;
        seen.add(project);
        return ([...project.packages].some((name) => name !== testSdk && writesTests(name)) ||
            project.references.some((path) => hasFramework(byPath.get(path) ?? project, seen)));
    };
    return projects.map((one) => {
        if (one.kind !== 'tests')
            return one;
        if (used.has(one.path) && !/(?:tests?|specs?|facts)$/i.test(nameIn(one.path)))
            return { ...one, kind: one.isProgram ? 'program' : 'library' };
        if (!one.packages.has(testSdk) && !one.packages.has(benchmarks))
            return one;
        // Benchmarks refer to libraries of tests, and have no framework of their own.
        const others = projects.filter((other) => other !== one && one.packages.has(benchmarks));
        return hasFramework(one, new Set(others)) ? one : { ...one, kind: 'program' };
    });
}
const testSdk = 'microsoft.net.test.sdk';
const benchmarks = 'benchmarkdotnet';
/** Whether a package is one to write or run tests with. */
function writesTests(name) {
    return testPackages.test(name) || frameworkPackages.test(name) || /^(?:xunit|nunit|mstest|tunit)/.test(name);
}
function nameIn(path) {
    return external_node_path_.posix.basename(path).replace(/\.\w+$/, '');
}
/** Whether a name alone says that a program tests, where nothing is known of its project. */
function isTestName(name) {
    return /(?:Tests|\.[Tt]ests?|Unit[Tt]ests?)$/.test(name);
}
/** Packages that make `dotnet test` run a project. */
const testPackages = /^(?:microsoft\.net\.test\.sdk|mstest|tunit|xunit\.v3(?:\.mtp-\w+)?|xunit\.runner\.visualstudio|nunit3testadapter|mstest\.testadapter|yolodev\.expecto\.testsdk|fixie\.testadapter|machine\.specifications\.runner\.visualstudio)$/;
/** Packages to write tests with, which libraries that help tests have as well. */
const frameworkPackages = /^(?:xunit(?:\.core)?|nunit(?:\.framework)?|mstest\.testframework|expecto|microsoft\.visualstudio\.qualitytools\.unittestframework)$/;
const buildPackages = /^(?:cake\.\w+|nuke\.common|bullseye|simpleexec|fake\.core\.\w+|fun\.build|modularpipelines)$/;
function kindOf(evaluated, name) {
    if (isTests(evaluated, name))
        return 'tests';
    const isBuild = [...evaluated.packages].some((one) => buildPackages.test(one));
    return isBuild ? 'build' : isProgram(evaluated) ? 'program' : 'library';
}
function isProgram(evaluated) {
    return isExecutable(evaluated.properties) || isServer(evaluated);
}
function isServer({ properties, sdks }) {
    const serves = /^Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)$|^Aspire\.AppHost\.Sdk$/i;
    return sdks.some((sdk) => serves.test(sdk)) || properties.has('azurefunctionsversion');
}
function isTests({ properties, packages, sdks, isPartlyUnknown }, name) {
    const said = properties.get('istestproject');
    const names = [...packages];
    // A file for all that is in a folder of tests says it of benchmarks, too.
    const isHelper = isExecutable(properties) && !isTestName(name) && !names.some(writesTests);
    if (/^(?:true|false)$/i.test(said ?? ''))
        return isTrue(said) && !isHelper;
    if (isTrue(properties.get('istestingplatformapplication')) || isTrue(properties.get('isunittestproject')))
        return true;
    // What is for any runtime has none that its tests could run on.
    const frameworks = frameworksOf(properties);
    if (frameworks.length > 0 && frameworks.every((one) => one.startsWith('netstandard')))
        return false;
    if (isOfMsTestSdk(sdks))
        return true;
    if (names.some((one) => testPackages.test(one)))
        return true;
    return isTestName(name) && (isPartlyUnknown || names.some((one) => frameworkPackages.test(one)));
}
function isExecutable(properties) {
    return /^(?:win)?exe$/i.test(properties.get('outputtype') ?? '');
}
/** Whether a framework is one of .NET that runs on Linux: `net10.0`, `net6`, `net60`, `netcoreapp3.1`; `net48` is .NET Framework. */
function isPortable(framework) {
    return /^net(?:coreapp\d+(?:\.\d+)?|(?:[5-9]|\d\d+)\.\d+|[5-9]\d?)$/i.test(framework);
}
function frameworksOf(properties) {
    return listOf(properties.get('targetframeworks') ?? properties.get('targetframework') ?? '');
}
function runnerOf({ properties, packages, sdks }) {
    if (isTrue(properties.get('testingplatformdotnettestsupport')) || packages.has('tunit'))
        return 'platform';
    if (isOfMsTestSdk(sdks) && !isTrue(properties.get('usevstest')))
        return 'platform';
    const hasVsTest = packages.has('microsoft.net.test.sdk') || packages.has('mstest');
    return [...packages].some((one) => /^xunit\.v3/.test(one)) && !hasVsTest ? 'platform' : 'vstest';
}
function reportOptionOf(evaluated) {
    if ([...evaluated.packages].some((one) => /^xunit\.v3(?:\.|$)/.test(one)))
        return '--report-xunit-trx';
    const knows = hasPackageOrSdk(evaluated, /^(?:microsoft\.testing\.extensions\.trxreport|mstest|tunit)$/);
    return knows ? '--report-trx' : undefined;
}
function isTrue(text) {
    return text?.trim().toLowerCase() === 'true';
}
const runnerProperties = [
    'usemicrosofttestingplatformrunner',
    'enablemstestrunner',
    'enablenunitrunner',
    'testingplatformdotnettestsupport',
];
function isOnPlatform(evaluated) {
    const says = runnerProperties.some((name) => isTrue(evaluated.properties.get(name)));
    return says || hasPackageOrSdk(evaluated, /^(?:tunit|microsoft\.testing\.extensions\..*)$/);
}
/** From .NET 10 on an application of the platform is refused (https://aka.ms/dotnet-test-mtp-error). xunit.v3 is one from its version 4 on. */
function refusesVsTest({ properties, versions }) {
    const said = properties.get('istestingplatformapplication');
    if (said !== undefined)
        return isTrue(said);
    if (Number.parseInt(versions.get('xunit.v3') ?? '', 10) >= 4)
        return true;
    return runnerProperties.some((name) => isTrue(properties.get(name)));
}
/** Whether a project has such a package, or the SDK of MSTest, which brings the same. */
function hasPackageOrSdk({ packages, sdks }, pattern) {
    return [...packages].some((one) => pattern.test(one)) || isOfMsTestSdk(sdks);
}
function isOfMsTestSdk(sdks) {
    return sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk));
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/repository.js


/** For places where no repository is known: names alone say what a program is. */
const unknownPrograms = {
    kindOf: (program) => (isTestName(nameOf(program)) ? 'tests' : undefined),
    scriptOf: () => undefined,
    hasTests: false,
};
/** For places where the name of a program proves nothing: only verbs such as `dotnet test` do. */
const noPrograms = { ...unknownPrograms, kindOf: () => undefined };
/** The programs of a repository, by their projects' and assemblies' names. */
function programsOf({ projects, scripts }) {
    return {
        kindOf: (program) => {
            const project = findProject(projects, program);
            if (project === undefined)
                return unknownPrograms.kindOf(program);
            const { kind, isConsole, isProgram, isOnPlatform } = project;
            if (kind === 'program' && isConsole)
                return 'console';
            return kind === 'tests' && !isProgram && !isOnPlatform ? 'hosted' : kind;
        },
        scriptOf: (path) => findScript(scripts, path),
        hasTests: projects.some(({ kind }) => kind === 'tests'),
    };
}
/** The project of a name, a path of a project or its folder in a container, or an assembly. */
function findProject(projects, written) {
    const path = trimPath(written);
    const within = (part) => part !== '.' && `/${path}`.endsWith(`/${part}`);
    const byPath = projects.filter((one) => within(one.path) || within(external_node_path_.posix.dirname(one.path)));
    const name = nameOf(path);
    const byName = projects.filter((one) => one.assemblyName === name || nameOf(one.path) === name);
    // The longest path that fits is the nearest one.
    const nearest = byPath.sort((a, b) => b.path.length - a.path.length);
    // A folder of a container that is none of the context's is where all of it was copied to.
    const atTop = written.endsWith('/') ? projects.filter((one) => external_node_path_.posix.dirname(one.path) === '.') : [];
    return nearest[0] ?? byName[0] ?? (atTop.length === 1 ? atTop[0] : undefined);
}
function trimPath(written) {
    return external_node_path_.posix.normalize(written.replaceAll('\\', '/')).replace(/^(?:\.{0,2}\/)+|\/$/g, '');
}
/** Without folder and the ending of an assembly or a project. */
function nameOf(path) {
    return external_node_path_.posix.basename(path.replaceAll('\\', '/')).replace(/\.(?:dll|exe|csproj|fsproj|vbproj)$/i, '');
}
function findScript(scripts, written) {
    const path = trimPath(written);
    const fitting = [...scripts].filter(([one]) => `/${path}`.endsWith(`/${one}`));
    const [nearest] = fitting.sort(([a], [b]) => b.length - a.length);
    return nearest?.[1];
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/image-tests.js



/**
 * Which test projects belong to an image: those that refer to what it is published from, and those whose subject goes into it. A subject is what tests refer
 * to, not what that refers to in turn: tests of another service refer to shared libraries by way of it. Of libraries that only help tests it is what these
 * refer to. Tests that refer to nothing are an image's where there is no other, the build has them, and no solution leaves them out: some are data.
 */
function findImageTests({ projects, solutions }, published) {
    const graph = new ProjectGraph(projects);
    const tests = projects.filter(({ kind }) => kind === 'tests');
    // What is outside of the build context, or kept out of it, goes into no image.
    const away = new Set(projects.flatMap(({ path, place }) => (place.kind === 'context' ? [] : [path])));
    const shipped = new Set(published.flatMap((one) => [...graph.reachedFrom(one.path)]).filter((path) => !away.has(path)));
    const foreign = projects.some((one) => one.kind === 'program' && !shipped.has(one.path));
    const listing = solutions.filter((one) => published.some(({ path }) => one.projects.includes(path)));
    const isTaken = ({ path, place }) => !foreign &&
        place.kind === 'context' &&
        (listing.length === 0 || listing.some((one) => one.projects.includes(path)));
    const ofTests = published.some(({ kind }) => kind === 'tests');
    const belongs = (test) => {
        if (published.length === 0)
            return true;
        if (ofTests)
            return published.includes(test);
        const subjects = graph.subjectsOf(test);
        if (published.some(({ path }) => subjects.some((one) => graph.reachedFrom(one).has(path))))
            return true;
        return subjects.length === 0 ? isTaken(test) : subjects.some((path) => shipped.has(path));
    };
    const mine = tests.filter(belongs);
    const unfit = mine.flatMap((project) => {
        const why = findObstacle(project, projects, shipped);
        return why === undefined ? [] : [{ project, why }];
    });
    return {
        own: mine.filter((one) => !unfit.some(({ project }) => project === one)),
        unfit,
        others: tests.filter((one) => !mine.includes(one)),
    };
}
/** What a test project needs that a build has not. Unit tests may share a library with others; and what the image itself uses, its tests may. */
function findObstacle(test, projects, shipped) {
    const [, ...others] = withReferences([test], projects);
    const isUnit = saysUnit(test.path);
    const own = new Set(others.flatMap(({ path, packages }) => (shipped.has(path) ? [...packages] : [])));
    for (const { packages } of isUnit ? [test] : [test, ...others]) {
        const found = [...packages].find((name) => testcontainers.test(name) || (needing.test(name) && !own.has(name)));
        if (found !== undefined)
            return `${/playwright|selenium/.test(found) ? 'a browser is' : 'containers are'} needed: package ${found}`;
    }
    const { frameworks } = test;
    if (frameworks.length === 0 || frameworks.some((one) => isPortable(one) || /\$/.test(one)))
        return undefined;
    return `no Linux: ${frameworks.join(', ')}`;
}
/** Whether a name says that tests are of units; `Community` does not. */
function saysUnit(name) {
    return /(?<![A-Za-z])unit|Unit|unit[._-]?test/.test(name);
}
/** Whether the name of a test project or its folder says that it may need what a build has not, such as a database; not where a library has that name. */
function mayNeedServices({ path }, projects) {
    const name = nameOf(path);
    const subject = name.replace(/[._-]?tests?$/i, '');
    const isOfLibrary = subject !== name && projects.some((one) => nameOf(one.path) === subject);
    if (saysUnit(name) || isOfLibrary)
        return false;
    return withServices.test(name) || folderOfServices.test(external_node_path_.posix.dirname(path));
}
/** Words for tests that may need what a build has not. */
const withServices = /integration|functional|acceptance|e2e|end-?to-?end/i;
const folderOfServices = new RegExp(`(?:${withServices.source})[._/-]?tests?(?:/|$)|tests?/(?:${withServices.source})(?:/|$)`, 'i');
const testcontainers = /^testcontainers(?:\..*)?$/;
/** Packages that start containers or browsers, which a build has not. */
const needing = /^(?:aspire\.hosting\.testing|docker\.dotnet|microsoft\.playwright(?:\..*)?|selenium\.webdriver)$/;
class ProjectGraph {
    #byPath;
    #referrers = new Map();
    constructor(projects) {
        this.#byPath = new Map(projects.map((one) => [one.path, one]));
        for (const one of projects) {
            for (const path of one.references)
                this.#referrers.set(path, [...(this.#referrers.get(path) ?? []), one]);
        }
    }
    /** A path and all that its project refers to, taken on. */
    reachedFrom(start) {
        const reached = new Set([start]);
        for (const path of reached)
            for (const one of this.#byPath.get(path)?.references ?? [])
                reached.add(one);
        return reached;
    }
    /** What a test project tests: its references but for what these refer to and libraries that help tests; else what the nearest of those refer to. */
    subjectsOf(test) {
        const found = new Set();
        const seen = new Set([test]);
        for (let level = [test]; level.length > 0 && found.size === 0;) {
            const next = [];
            for (const path of level.flatMap(({ references }) => references)) {
                const one = this.#byPath.get(path);
                if (one === undefined || !this.#isHelper(one))
                    found.add(path);
                else if (!seen.has(one))
                    next.push(one);
            }
            for (const one of next)
                seen.add(one);
            level = next;
        }
        const all = [...found];
        // Other services that tests start beside their own are no subject.
        const named = all.filter((path) => isNamedAfter(test.path, path));
        if (named.length > 0)
            return named;
        // A program may be there only to bring the library that they are named after.
        const isProgram = all.every((path) => this.#byPath.get(path)?.kind === 'program');
        const behind = isProgram ? [...this.reachedFrom(test.path)].filter((path) => endsAs(test.path, path)) : [];
        if (behind.length > 0)
            return behind;
        return all.filter((path) => !all.some((other) => other !== path && this.reachedFrom(other).has(path)));
    }
    /** Tests, and libraries that have what tests are written with, or that only tests and such libraries refer to. */
    #isHelper(project, seen = new Set()) {
        if (project.kind === 'tests')
            return true;
        if (project.kind !== 'library' || seen.has(project.path))
            return false;
        seen.add(project.path);
        const isOfTests = [...project.packages].some(writesTests);
        const referrers = this.#referrers.get(project.path) ?? [];
        // What has tests of its own name is what they test, also where no program has it.
        const isTested = referrers.some(({ path, kind }) => kind === 'tests' && isNamedAfter(path, project.path));
        return (project.references.length > 0 &&
            (isOfTests || (!isTested && referrers.every((one) => this.#isHelper(one, seen)))));
    }
}
/** Whether tests have the name of a project, or their folder that of its: `Shop.UnitTests` that of `Shop`, and not that of `Shop.Web`. */
function isNamedAfter(test, project) {
    const folderName = (path) => external_node_path_.posix.basename(external_node_path_.posix.dirname(path));
    return areTestsOf(nameOf(test), nameOf(project)) || areTestsOf(folderName(test), folderName(project));
}
/** Whether tests have the name of the last part of a project's: `LedgerTest` that of `Bank.Ledger`. */
function endsAs(test, project) {
    return areTestsOf(nameOf(test), nameOf(project).replace(/^.*\./, ''));
}
function areTestsOf(whole, name) {
    return (name !== '' && whole.startsWith(name) && /^[._-]?\w*(?:tests?|specs?)$/i.test(whole.slice(name.length)));
}
/** The folder of a project, as a prefix of paths: empty for the top. */
function folderOf(path) {
    return external_node_path_.posix.parse(path).dir;
}
/** Projects with all that they refer to, taken on. */
function withReferences(tests, projects) {
    const found = new Set(tests);
    for (const one of found) {
        for (const path of one.references) {
            const project = projects.find((other) => other.path === path);
            if (project !== undefined)
                found.add(project);
        }
    }
    return [...found];
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/dockerignore.js
var dockerignore = __webpack_require__(6737);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/mounts.js
var mounts = __webpack_require__(2029);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(3258);
// EXTERNAL MODULE: ./lib/src/plan/commands/shell-text.js
var shell_text = __webpack_require__(3065);
// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 16 modules
var parser = __webpack_require__(8989);
// EXTERNAL MODULE: ./lib/src/plan/commands/classify-command.js
var classify_command = __webpack_require__(4045);
;// CONCATENATED MODULE: ./lib/src/plan/commands/shell-state.js


/** What a shell has at a place of its text: its working folder, and the variables that are known. */
class ShellState {
    #given;
    folder;
    variables;
    /** A shell that was given some variables, and has set others. */
    constructor(given = new Map(), folder = '', own = new Map()) {
        this.#given = given;
        this.folder = folder;
        this.variables = new Map(own);
    }
    /** A shell that begins with the same. */
    copy() {
        return new ShellState(this.#given, this.folder, this.variables);
    }
    expand(word) {
        const own = /^\$\{?@\}?$/.test(word) ? (this.variables.get('@') ?? word) : word;
        return (0,dockerfile_variables/* expandVariables */.i7)((0,dockerfile_variables/* expandVariables */.i7)(own, this.variables), this.#given);
    }
    /** A word as far as what the shell was given tells, and nothing in its text has changed. */
    expandGiven(word) {
        return (0,dockerfile_variables/* expandVariables */.i7)(word, new Map([...this.#given].filter(([name]) => !this.variables.has(name))));
    }
    giveArguments(words) {
        for (const [index, word] of words.entries())
            this.variables.set(String(index + 1), word);
        this.variables.set('@', words.join(' '));
    }
    /** Takes `cd`, `set` and assignments; says whether it was one. */
    take(program, [first = ''], { prefix, args }) {
        if (program === 'cd' || program === 'pushd') {
            if (!(0,dockerfile_variables/* hasVariables */.cF)(first))
                this.folder = external_node_path_.posix.resolve(this.folder || '/', first);
            return true;
        }
        if (!/^(?:|set|trap|export|local|declare|readonly)$/.test(program))
            return false;
        for (const one of [...prefix, ...args])
            if (one.type === 'Assignment' && one.value.type === 'Word')
                this.variables.set(one.name, this.expand(one.value.value));
        return true;
    }
}

// EXTERNAL MODULE: ./lib/src/plan/commands/shell-nodes.js
var shell_nodes = __webpack_require__(9421);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
;// CONCATENATED MODULE: ./lib/src/plan/commands/target-scripts.js




const manifestSchema = dist/* object */.Ikc({ scripts: dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()) });
/**
 * The shell text that `make TARGET`, `npm run NAME`, `npm test`, `yarn NAME` or `pnpm NAME` runs; undefined where the words are none of
 * these, or what they name is not there. `read` gives the text of a file by its path from the folder in which the command runs.
 */
function targetScript(words, read) {
    const [program = '', ...rest] = words;
    const name = program.replace(/^.*\//, '');
    if (/^g?make$/.test(name))
        return makeScript(rest, read);
    return /^(?:npm|yarn|pnpm)$/.test(name) ? manifestScript(name, rest, read) : undefined;
}
/** The `scripts` of package.json, with what runs before and after one of them by its name. */
function manifestScript(program, words, read) {
    const folder = target_scripts_valueOf(words, /^(?:--prefix|--cwd|-C|--dir)$/) ?? '.';
    const [first, second] = words.filter((word) => !word.startsWith('-') && word !== folder);
    const isRun = /^(?:run|run-script)$/.test(first ?? '');
    // npm has commands of its own where the others take the name of a script.
    const name = isRun ? second : /^t(?:st)?$/.test(first ?? '') ? 'test' : first;
    if (program === 'npm' && !isRun && name !== 'test')
        return undefined;
    const scripts = (0,schema_values/* parseAs */.gf)(manifestSchema, read(external_node_path_.posix.join(folder, 'package.json')) ?? '')?.scripts;
    if (scripts === undefined || name === undefined)
        return undefined;
    const texts = [`pre${name}`, name, `post${name}`].map((one) => scripts[one]);
    if (typeof texts[1] !== 'string')
        return undefined;
    return [`cd ${folder}`, ...texts.filter((one) => typeof one === 'string')].join(' && ');
}
/** The recipes of the targets that are named, else of the first one, each after those that it depends on. */
function makeScript(words, read) {
    const folder = target_scripts_valueOf(words, /^(?:-C|--directory)$/) ?? '.';
    const file = target_scripts_valueOf(words, /^(?:-f|--file)$/);
    const [text] = (file === undefined ? ['Makefile', 'makefile'] : [file]).flatMap((name) => read(external_node_path_.posix.join(folder, name)) ?? []);
    if (text === undefined)
        return undefined;
    const { rules, variables } = parseMakefile(text);
    const asked = words.filter((word) => !/^-|=/.test(word) && word !== folder && word !== file);
    // What a pattern or an included file makes is not known.
    if (!asked.every((target) => rules.has(target)))
        return undefined;
    const done = new Set();
    const linesOf = (target) => {
        const rule = rules.get(target);
        if (rule === undefined || done.has(target))
            return [];
        done.add(target);
        return [...rule.needs.flatMap(linesOf), ...rule.lines];
    };
    const [first] = rules.keys();
    const lines = (asked.length > 0 ? asked : first === undefined ? [] : [first]).flatMap(linesOf);
    const shell = lines.map((line) => (0,dockerfile_variables/* expandVariables */.i7)(line.replace(/\$\((\w+)\)/g, '$${$1}'), variables).replaceAll('$$', '$'));
    return shell.length === 0 ? undefined : ['set -e', `cd ${folder}`, ...shell].join('\n');
}
/** What a Makefile says in the plain: variables, and rules with their recipes. Functions, patterns and includes are not evaluated. */
function parseMakefile(text) {
    const rules = new Map();
    const variables = new Map();
    let current = [];
    for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
        const [, name, value = ''] = /^(?:export\s+)?(\w+)\s*[:?+]?:?=\s*(.*)$/.exec(line) ?? [];
        const [, targets, needs = ''] = /^([^\s#:=][^#:=]*):(?!=)\s*([^#;]*)/.exec(line) ?? [];
        if (line.startsWith('\t'))
            for (const rule of current)
                rule.lines.push(line.trim().replace(/^[@+-]+/, ''));
        else if (name !== undefined)
            variables.set(name, value.trim());
        else if (targets !== undefined)
            current = targets
                .trim()
                .split(/\s+/)
                .filter((target) => !target.startsWith('.'))
                .map((target) => {
                const rule = rules.get(target) ?? { needs: [], lines: [] };
                rule.needs.push(...needs.split(/\s+/).filter((one) => one !== ''));
                rules.set(target, rule);
                return rule;
            });
    }
    return { rules, variables };
}
function target_scripts_valueOf(words, option) {
    const at = words.findIndex((word) => option.test(word));
    return at < 0 ? undefined : words[at + 1];
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/shell-commands.js








const outside = { depth: 0, hiddenBy: undefined, isConditional: false, isRetried: false };
const maxDepth = 40;
const maxNodes = 100_000;
/** Every simple command of a shell text, in the order in which it stands there; of a function where it is called. */
function shellCommands(script, scriptOf) {
    return new ShellReader(script, scriptOf).read(script.text, { ...outside, options: script.options ?? '' });
}
/** Reads on in one order, without asking which conditions hold. */
class ShellReader {
    #scriptOf;
    #functions = new Map();
    #shell;
    #nodes = 0;
    constructor({ folder, variables }, scriptOf) {
        this.#scriptOf = scriptOf;
        this.#shell = new ShellState(variables, folder);
    }
    read(written, place) {
        const text = (0,shell_text/* readableShell */.DH)(written);
        return this.#walk((0,parser/* parse */.qg)(text), { ...place, text });
    }
    #walk(node, outer) {
        this.#nodes += 1;
        if (outer.depth > maxDepth || this.#nodes > maxNodes)
            return [];
        const place = { ...outer, depth: outer.depth + 1 };
        const inBranch = { ...place, isConditional: true };
        const children = (placeOf = () => place) => (0,shell_nodes/* childrenOf */.LU)(node).flatMap((child) => this.#walk(child, placeOf(child)));
        switch (node.type) {
            case 'Script':
            case 'CompoundList':
            case 'Redirected':
            case 'BraceGroup':
                return children();
            case 'Statement':
                return node.background === true ? this.#inOwnShell(children) : children();
            case 'Subshell':
            case 'Coproc':
                return this.#inOwnShell(children);
            case 'Pipeline':
                return node.commands.length === 1
                    ? children()
                    : node.commands.flatMap((part) => this.#inOwnShell(() => this.#walk(part, place)));
            case 'AndOr':
                return this.#chain(node, place);
            case 'Command':
                return this.#command(node, place);
            case 'If':
            case 'Elif': {
                const holds = this.#truthOf(node.clause, place);
                if (holds === true)
                    return [node.clause, node.then].flatMap((child) => this.#walk(child, place));
                return (0,shell_nodes/* childrenOf */.LU)(node)
                    .filter((child) => holds === undefined || child !== node.then)
                    .flatMap((child) => this.#walk(child, child === node.clause ? place : inBranch));
            }
            case 'Case':
            case 'CaseItem':
                return children(() => inBranch);
            case 'While':
                return [...this.#walk(node.clause, { ...place, isRetried: true }), ...this.#turn(node.body, inBranch)];
            case 'For':
                return this.#forEach(node, place);
            case 'Select':
            case 'ArithmeticFor':
                return this.#turn(node.body, place);
            case 'Function':
                this.#functions.set(node.name.value, node.body);
                return [];
            default:
                return [];
        }
    }
    /** A loop over words; where nobody knows them it is read once. */
    #forEach({ name, wordlist = [], body }, place) {
        const values = wordlist.flatMap(({ value }) => this.#shell.expand(value).split(/\s+/));
        const isListed = !(0,shell_nodes/* stopsEarly */.nb)(body) && values.length <= 50 && !values.some((one) => /^$|[$*?`]/.test(one));
        return (isListed ? values : [`$${name.value}`]).flatMap((value) => {
            this.#shell.variables.set(name.value, value);
            return this.#turn(body, place);
        });
    }
    /** The body of a loop, which may try the same until it goes well. */
    #turn(body, place) {
        return this.#walk(body, (0,shell_nodes/* stopsEarly */.nb)(body) ? { ...place, isRetried: true } : place);
    }
    #truthOf({ pos, end }, { text }) {
        return (0,shell_nodes/* truthOf */.D)(text.slice(pos, end), (word) => this.#shell.expandGiven(word));
    }
    #chain({ commands, operators }, place) {
        let { isConditional } = place;
        let holds;
        const parts = commands.map((part, index) => {
            if (holds === (operators[index - 1] === '||'))
                return [];
            const found = this.#walk(part, { ...place, isConditional });
            holds = this.#truthOf(part, place);
            isConditional ||= operators[index] === '||' || (holds === undefined && (0,shell_nodes/* isCondition */.G3)(part));
            return found;
        });
        const tried = parts.filter((part) => part.some(mayTest));
        const isRetry = tried.length > 1 && operators.every((operator) => operator === '||');
        return parts.flatMap((part) => (isRetry ? part.map(asAttempt) : part));
    }
    /** What runs in a shell of its own. */
    #inOwnShell(read) {
        const before = this.#shell;
        this.#shell = before.copy();
        const found = read();
        this.#shell = before;
        return found;
    }
    #command(node, place) {
        const within = (0,shell_text/* substitutionsOf */.qM)(node).flatMap((inner) => {
            const text = inner.source ?? place.text;
            return this.#inOwnShell(() => this.#walk(inner, { ...place, text, hiddenBy: '$(…)' }));
        });
        return [...within, ...this.#simpleCommand(node, place)];
    }
    #simpleCommand(node, place) {
        const written = (0,shell_text/* wordsOf */.Z9)(node);
        const all = written.flatMap(({ value, pos }) => {
            const word = this.#shell.expand(value);
            const isSplit = word !== value && (value === '$@' || place.text.startsWith('$', pos));
            return isSplit ? word.split(/\s+/) : [word];
        });
        const words = (0,shell_text/* withoutLeaders */.dl)(all);
        const [program = '', ...rest] = words;
        const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString');
        const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value;
        // A Dockerfile's own: RUN <<EOF runs the document.
        if (written.length === 0 && input !== undefined)
            return input.startsWith('#!') ? this.#script(input, [], place) : this.read(input, place);
        if (program === 'eval')
            return this.read(rest.join(' '), place);
        const sourced = /^(?:\.|source)$/.test(program) ? this.#fileOf(rest[0]) : undefined;
        if (sourced !== undefined)
            return this.read(sourced, place);
        if (this.#shell.take(program, rest, node))
            return [];
        const body = this.#functions.get(program);
        if (body !== undefined) {
            this.#shell.giveArguments(rest);
            return this.#walk(body, place);
        }
        const span = [written[0]?.pos ?? 0, written.at(-1)?.end ?? 0];
        const hiddenBy = (0,shell_text/* hiderIn */.U_)(place.text, span, place.options) ?? place.hiddenBy;
        const call = (0,shell_text/* readShellCall */.fp)(program, rest, input);
        if (call === undefined)
            return this.#program(words, place.text.slice(...span), { ...place, hiddenBy });
        return this.#inOwnShell(() => this.read(call.text, { ...place, hiddenBy, options: call.options.join(' ') }));
    }
    /** A program; what a script of the repository, a target of make or a script of package.json runs is looked into. */
    #program(words, written, place) {
        const [program = '', ...rest] = words;
        const [file = '', ...given] = (0,shell_text/* isShell */.H7)(program) ? rest.filter((word) => !word.startsWith('-')) : words;
        const text = (0,classify_command/* isInterpreter */.Xz)(program)
            ? undefined
            : (this.#fileOf(file) ?? targetScript(words, (path) => this.#fileOf(path)));
        const { isConditional, isRetried, hiddenBy } = place;
        return [
            {
                words: (0,classify_command/* withoutWrapper */.k6)(words),
                text: (0,dockerfile_variables/* expandVariables */.i7)(written.replace(/\\?\s+/g, ' '), this.#shell.variables),
                folder: this.#shell.folder,
                isConditional,
                isRetried: isRetried || words.includes('--retry-failed-tests'),
                inner: text === undefined ? [] : this.#script(text, given, place),
                hiddenBy,
            },
        ];
    }
    /** Reads a script with the options of its first line, and its arguments. */
    #script(text, words, place) {
        const [options = ''] = /^#!.*/.exec(text) ?? [];
        return this.#inOwnShell(() => {
            this.#shell.giveArguments(words);
            return this.read(text, { ...place, options });
        });
    }
    /** The text of a script of the repository. */
    #fileOf(file = '') {
        return this.#scriptOf?.(file.startsWith('/') ? file : external_node_path_.posix.join(this.#shell.folder, file));
    }
}
/** Whether a command may be one that tests. */
function mayTest({ words: [program = ''], inner }) {
    return inner.length > 0 || !(0,classify_command/* isHarmless */.EW)(program);
}
function asAttempt(command) {
    return { ...command, isRetried: true, inner: command.inner.map(asAttempt) };
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/dotnet-commands.js






/** The commands of .NET's command line in a stage and those that it descends from, in the order in which they run. */
function dotnetCommands(stage) {
    return (0,stage_graph/* chainOf */.dR)(stage).reverse().flatMap(ownDotnetCommands);
}
/** The commands of .NET's command line that an image is built with, each once. */
function dotnetCommandsFor(final) {
    const needed = (0,stage_graph/* neededFor */.r4)(final);
    return final.dockerfile.stages.filter((stage) => needed.has(stage)).flatMap(ownDotnetCommands);
}
/** Those of a stage's own instructions. */
function ownDotnetCommands(stage) {
    return stage.instructions.flatMap((instruction) => {
        if (instruction.keyword !== 'RUN' || !/\bdotnet\b/.test(instruction.argument))
            return [];
        const { workdir, variables } = (0,copied_paths/* treeBefore */.mf)(instruction);
        const script = { ...(0,shell_text/* scriptOf */.Fl)(instruction), folder: workdir };
        return shellCommands(script).flatMap(({ words: [program = '', verb = '', ...words], folder }) => {
            if (!/(?:^|\/)dotnet$/.test(program))
                return [];
            const expanded = words.flatMap((word) => {
                const known = (0,dockerfile_variables/* expandVariables */.i7)(word, variables);
                return known === word ? [word] : known.split(/\s+/);
            });
            return [{ verb, words, expanded, instruction, folder, output: outputOf(expanded, folder) }];
        });
    });
}
function outputOf(words, folder) {
    const output = optionOf(words, ['-o', '--output']) ?? propertyOf(words, 'PublishDir');
    const place = output === undefined ? undefined : external_node_path_.posix.resolve(folder, output);
    return place === undefined || (0,dockerfile_variables/* hasVariables */.cF)(place) ? undefined : place;
}
const withValue = /^(?:-c|--configuration|-o|--output|-f|--framework|-r|--runtime|-a|--arch|-v|--verbosity|--os|--version-suffix|--manifest|--artifacts-path|-p|--property)$/;
/** The project, solution or folder that a command of .NET is given: its first word that is no option and no option's value. */
function firstPath(words) {
    return words.find((word, index) => !/^[-/]\w*[:=]|^-/.test(word) && !withValue.test(words[index - 1] ?? ''));
}
/** The value of an option in any of its forms: `-o x`, `-o:x`, `-o=x`. */
function optionOf(words, names) {
    for (const [index, word] of words.entries()) {
        if (names.includes(word))
            return words[index + 1];
        const name = names.find((one) => word.startsWith(`${one}=`) || word.startsWith(`${one}:`));
        if (name !== undefined)
            return word.slice(name.length + 1);
    }
    return undefined;
}
/** The value of an MSBuild property that is given on the command line: `-p:Configuration=Release`. */
function propertyOf(words, property) {
    const pattern = new RegExp(`^(?:-{1,2}|/)p(?:roperty)?[:=]${property}=(.*)$`, 'i');
    return words.map((word) => pattern.exec(word)?.[1]).findLast((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/published.js











/**
 * The projects that an image is published from: that of the program which it starts, and those that a `dotnet publish` or
 * `dotnet build` on the way to it names, test projects where it has no other; without either, the programs that its stages have. Empty
 * where none is known.
 */
function findPublished(final, repository) {
    const inContext = repository.projects.filter(({ place }) => place.kind === 'context');
    const apps = inContext.filter(({ kind }) => kind !== 'tests');
    const started = startedBy(final, apps);
    const findNamed = (among) => {
        const needed = [...(0,stage_graph/* neededFor */.r4)(final)];
        const all = needed.flatMap((stage) => builtIn(final, stage, among, repository));
        const copied = all.filter((one) => one.ships !== 'no');
        return copied.length > 0 ? copied : all;
    };
    const named = findNamed(apps)
        .filter(({ isSolution }) => !isSolution || started.length === 0)
        .map(({ project }) => project);
    const found = [...new Set([...started, ...named])];
    const programs = found.filter(({ kind }) => kind === 'program');
    if (programs.length > 0)
        return programs;
    if (found.length > 0)
        return found;
    const tests = findNamed(inContext).filter(({ isSolution }) => !isSolution);
    return tests.length > 0
        ? tests.map(({ project }) => project)
        : apps.filter(({ kind }) => kind === 'program');
}
/** Whether an image has .NET code: by what it starts, a word of its stages or a project that they copy. That of a frontend has nothing to do with tests beside it. */
function hasDotnet(final, { projects }) {
    const apps = projects.filter(({ kind }) => kind !== 'tests');
    if (startedBy(final, apps).length > 0)
        return true;
    return [...(0,stage_graph/* neededFor */.r4)(final)].some((stage) => {
        const words = [stage.base, ...stage.instructions.map(({ argument }) => argument)].join('\n');
        return (/dotnet|aspnet|\bmono\b|msbuild|xbuild|nuget|\.dll\b|\.\w\wproj\b|\.slnx?\b|\bnet\d+\.\d/i.test(words) || takesProject((0,copied_paths/* readCopiedTree */.ZI)(stage), apps));
    });
}
/** Whether what COPY and ADD bring from the build context has one of these projects in it. */
function takesProject(tree, projects) {
    return projects.some(({ path, place }) => place.kind === 'context' && (0,copied_paths/* brings */.gt)(tree, path));
}
/** Whether an image, one of tools not, takes files of the build context or of another one, which a name behind `--from` may be. */
function takesFiles(final) {
    const all = [...(0,stage_graph/* neededFor */.r4)(final)].flatMap(({ instructions }) => instructions);
    return all.some((one) => {
        return (0,mounts/* mountsOf */.cS)(one, 'bind').length > 0 || ((0,parse_dockerfile/* isCopy */.sN)(one) && !/[:/]/.test((0,parse_dockerfile/* fromOf */.kL)(one) ?? ''));
    });
}
/** The project of the program in ENTRYPOINT or CMD. */
function startedBy(final, apps) {
    const names = (0,stage_graph/* startInstructions */.Q2)((0,stage_graph/* instructionsOf */.Jk)(final))
        .flatMap((one) => shellCommands((0,shell_text/* scriptOf */.Fl)(one)).flatMap(({ words }) => words))
        .filter((word) => /\.dll$/i.test(word) || /^(?:\.{0,2}\/)?[\w./-]+$/.test(word))
        .map(nameOf);
    return apps.filter(({ assemblyName }) => names.includes(assemblyName));
}
/** What the build commands of a stage name; the folder of a command that names nothing. */
function builtIn(final, stage, apps, { solutions }) {
    const tree = (0,copied_paths/* readCopiedTree */.ZI)(stage);
    return ownDotnetCommands(stage).flatMap((command) => {
        const { verb, expanded: words } = command;
        const publishes = /^(?:publish|build)$/.test(verb) || (verb === 'msbuild' && words.some((one) => /publish/i.test(one)));
        const written = firstPath(words);
        if (!publishes || (written !== undefined && (0,dockerfile_variables/* hasVariables */.cF)(written)))
            return [];
        const path = external_node_path_.posix.resolve(command.folder, written?.replaceAll('\\', '/') ?? '.');
        const solution = solutions.find((one) => (0,copied_paths/* contextPathOf */.ce)([tree], path, (found) => found === one.path));
        const projects = solution === undefined
            ? projectsAt(path, tree, apps)
            : apps.filter((one) => solution.projects.includes(one.path));
        return projects.map((project) => ({
            project,
            isSolution: solution !== undefined,
            ships: ships(final, command),
        }));
    });
}
/** The last command that publishes what an image ships, or builds it to a folder of its own; of several the one whose folder is copied on. */
function publishOf(final, commands = dotnetCommandsFor(final)) {
    const found = commands.filter(({ verb }) => verb === 'publish');
    const all = found.length > 0 ? found : commands.filter(({ verb, output }) => verb === 'build' && output !== undefined);
    const shipping = all.map((one) => ({ one, ships: ships(final, one) }));
    const last = (wanted) => shipping.findLast(({ ships }) => ships === wanted)?.one;
    return last('yes') ?? last('perhaps') ?? all.at(-1);
}
/** Whether an image takes what a command writes: a stage that publishes for many images has a folder for each. */
function ships(final, { output, instruction }) {
    if (output === undefined)
        return 'perhaps';
    const { stage } = instruction;
    const isOn = (one) => (0,stage_graph/* chainOf */.dR)(one).includes(stage);
    const needed = [...(0,stage_graph/* neededFor */.r4)(final)];
    const copied = needed.flatMap((other) => other.instructions
        .filter((one) => (0,stage_graph/* sourcesOf */.u0)(one).some(isOn))
        .flatMap((one) => {
        const { variables } = (0,copied_paths/* treeBefore */.mf)(one);
        const words = (0,parse_dockerfile/* copyWords */.rb)(one).slice(0, -1);
        return words.map((word) => external_node_path_.posix.resolve('/', (0,dockerfile_variables/* expandWord */.Vo)(word, variables)));
    }));
    if (copied.some((path) => !(0,dockerfile_variables/* hasVariables */.cF)(path) && meet(path, output)))
        return 'yes';
    // What a stage above this one does with it, nobody reads.
    const isPassedOn = needed.some((one) => one !== stage && isOn(one));
    return isPassedOn || copied.some(dockerfile_variables/* hasVariables */.cF) ? 'perhaps' : 'no';
}
/** Whether a path, which may have a pattern in it, takes a folder or something in it. */
function meet(path, folder) {
    const isWithin = (one, other) => `${one}/`.startsWith(external_node_path_.posix.join(other, '/'));
    const fixed = path.replace(/\/[^/]*[*?[].*$/, '');
    return isWithin(folder, path) || isWithin(fixed, folder) || (0,dockerignore/* toMatcher */.WV)(path).test(folder.slice(1));
}
/** The projects that a file or a folder of the container is; by the name alone where no COPY tells where it is from. */
function projectsAt(path, tree, apps) {
    const matches = (one) => (0,copied_paths/* contextPathOf */.ce)([tree], path, (found) => found === one.path || found === external_node_path_.posix.dirname(one.path)) !==
        undefined ||
        (external_node_path_.posix.dirname(one.path) === '.' &&
            (0,copied_paths/* contextPathOf */.ce)([tree], external_node_path_.posix.join(path, one.path), (found) => found === one.path) !== undefined);
    const known = apps.filter(matches);
    if (known.length > 0)
        return known;
    const named = apps.filter((one) => nameOf(one.path) === nameOf(path));
    return named.length === 1 ? named : [];
}

// EXTERNAL MODULE: ./lib/src/plan/commands/command-targets.js
var command_targets = __webpack_require__(1533);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
;// CONCATENATED MODULE: ./lib/src/plan/commands/find-test-commands.js







/** Finds the commands of a shell text that start tests, also in scripts of the repository. */
function findTests(script, programs = unknownPrograms) {
    const all = shellCommands(script, programs.scriptOf).flatMap((one) => classify(one, programs));
    const kind = strongest(all);
    const commands = all.filter((one) => one.kind !== 'known' && (one.kind === kind || find_test_commands_mayTest(one)));
    // A program that builds others may test any of them.
    const isNamed = (target) => !/^(?:build|console)$/.test(programs.kindOf(target) ?? '');
    const told = commands.map((one) => testCommand(one.command, one.kind, one.kind !== kind));
    return { kind, commands: told.map((one) => ({ ...one, targets: one.targets.filter(isNamed) })) };
}
/** Whether a shell text goes on where a build that it starts has failed: `dotnet build || true`. */
function hidesFailedBuild(script) {
    return shellCommands(script).some(({ words, hiddenBy }) => /\bdotnet(?:\.exe)? (?:build|publish|msbuild)\b/.test(words.join(' ')) && hiddenBy !== undefined);
}
/** Whether a command that nobody knows is told to test, or is an assembly, which may have tests. */
function find_test_commands_mayTest({ command }) {
    return (/^(?:vs)?test$/.test(command.words[1] ?? '') ||
        (0,command_targets/* readTargets */.R0)(command.words).some((one) => /\.dll$/i.test(one)));
}
/** A command, or those of the script that it is. A script that shows nothing does what its name says. */
function classify(command, programs) {
    const kind = (0,classify_command/* classifyWords */.ID)(command.words, programs, command.folder);
    const inner = command.inner.flatMap((one) => classify(one, programs));
    const [program = ''] = command.words;
    const isBranch = inner.every((one) => one.kind !== 'tests' || one.command.isConditional);
    // A script that is told to publish does not take the branch that tests.
    if (strongest(inner) === 'tests' && isBranch && !command.isConditional && (0,classify_command/* namesOtherTarget */.E6)(command.text))
        return [{ kind: 'unknown', command }];
    const isSaid = strongest(inner) === 'tests' || (inner.length > 0 && kind !== 'tests' && !(0,classify_command/* isHarmless */.EW)(program));
    return isSaid ? inner : [{ kind, command }];
}
function strongest(all) {
    const kinds = all.map(({ kind }) => kind);
    return kinds.includes('tests') ? 'tests' : kinds.includes('unknown') ? 'unknown' : 'known';
}
const idle = /^(?:--?list-?tests?|-lt|--?help|-h|-\?|\/\?|--version|--info|-list)$/i;
/** What we put before the command of an ENTRYPOINT. */
const withoutArguments = /^env(?: -u\w+)+ /;
/** A command that tests, or that may, by its words and its place. */
function testCommand({ words, text, isConditional, isRetried, hiddenBy }, kind, isUnknown = false) {
    const all = words.join(' ');
    const isProgram = !/\bdotnet(?:\.exe)? +(?:test|vstest)\b/.test(all) && !words.some(classify_command/* isTestTarget */.ug);
    const isSaid = kind === 'tests' && (/\bdotnet +run\b/.test(all) || words.some((word) => /\.(?:dll|exe)$/i.test(word)));
    return {
        text: (0,shared_text/* cutText */.IN)(text.replace(withoutArguments, ''), 120),
        targets: (0,command_targets/* readTargets */.R0)(words),
        hiddenBy: hiddenBy === undefined ? undefined : (0,shared_text/* cutText */.IN)(hiddenBy, 80),
        isConditional,
        isRetried,
        isSure: !isProgram || isSaid || /\/bin\/(?:debug|release)\//i.test(all),
        isProgram,
        usesBuilt: /--no-build\b|\bvstest\b|\.dll\b|\/bin\//.test(text),
        isIdle: words.some((word) => idle.test(word)) || /\bdotnet test\b.* -t(?: |$)/.test(all),
        isUnknown,
    };
}
/**
 * What a step does that ONBUILD of a base image brought into a stage, by BuildKit's words for it (`ONBUILD RUN dotnet
 * test`); undefined for every other step. It stands in no line of the Dockerfile, so it can't be marked.
 */
function classifyOnbuildRun(words) {
    if (!words.startsWith('ONBUILD RUN '))
        return undefined;
    const { stages } = (0,parse_dockerfile/* parseDockerfile */.Ai)(`FROM scratch\n${words.replace('ONBUILD ', '')}\n`, '', []);
    const instruction = stages[0]?.instructions[0];
    return instruction && findTests((0,shell_text/* scriptOf */.Fl)(instruction)).kind;
}

;// CONCATENATED MODULE: ./lib/src/plan/stages/stage-commands.js









/** The tests that an instruction of a stage starts, by its words, its working folder and the repository's projects. */
function findTestsIn(instruction, programs) {
    return findTests((0,shell_text/* scriptIn */.lU)(instruction), programs);
}
/** What an instruction of a stage does: it tests when any of its commands does. */
function classifyIn(instruction, programs) {
    if (instruction.keyword !== 'RUN' && neverEnds.test(instruction.argument))
        return 'unknown';
    return findTestsIn(instruction, programs).kind;
}
/** A start command that waits for changes of files: it tests for as long as its container runs. */
const neverEnds = /\bdotnet["',\s]+watch\b/;
/** `RUN ./build.sh`, as it stands in a line. */
function quoteCommand(instruction) {
    return `${instruction.keyword} ${instruction.argument.replace(/\s+/g, ' ').slice(0, 80)}`;
}
/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
function testingInstructions(stage, programs) {
    return stage.instructions.filter((one) => ['RUN', 'ENTRYPOINT', 'CMD'].includes(one.keyword) && classifyIn(one, programs) === 'tests');
}
/** ENTRYPOINT with CMD as a container of the stage starts them, from whatever stage of its chain they are. */
function readStartCommand(stage, programs) {
    const all = (0,stage_graph/* instructionsOf */.Jk)(stage);
    const parts = (0,stage_graph/* startInstructions */.Q2)(all);
    const [instruction, cmd] = parts;
    if (instruction === undefined)
        return undefined;
    const text = parts.map((one) => (0,shell_text/* scriptOf */.Fl)(one).text).join(' ');
    const { workdir, variables } = (0,copied_paths/* readCopiedTree */.ZI)(stage);
    const script = { text, folder: workdir, variables };
    const kind = neverEnds.test(text) ? 'unknown' : findTests(script, programs).kind;
    return { kind, command: inContainer(instruction, cmd, all), instruction };
}
/** A start command as the argument of a RUN that sees what a container does. */
function inContainer(start, cmd, all) {
    const unset = argumentsOnly(all);
    const words = start.execForm;
    if (words === undefined)
        return unset.length === 0 ? start.argument : `unset ${unset.join(' ')}; ${start.argument}`;
    const without = unset.length === 0 ? [] : ['env', ...unset.map((name) => `-u${name}`)];
    return JSON.stringify([...without, ...words, ...(cmd?.execForm ?? [])]);
}
/** Names of ARG that no ENV sets: a RUN sees them, a container doesn't. */
function argumentsOnly(instructions) {
    const namesOf = (keyword) => instructions
        .filter((one) => one.keyword === keyword)
        .flatMap(({ argument }) => (0,dockerfile_variables/* splitWords */.yM)(argument))
        .flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? []);
    const inImage = new Set(namesOf('ENV'));
    return [...new Set(namesOf('ARG'))].filter((name) => !inImage.has(name));
}
/** Whether a stage begins from an image with the SDK, as far as that image's name tells. */
function isSdk(stage) {
    return /(?:^|[/_.-])sdk(?=$|[:@/_.-])|dotnet-sdk|[:-]sdk/i.test((0,stage_graph/* rootOf */.I5)(stage).base);
}
/** Commands that may test: RUNs that nobody knows, beside SDK and projects, and what containers start of stages that the final one has no use for. */
function findSuspects(final, programs, projects) {
    const needed = (0,stage_graph/* neededFor */.r4)(final);
    return final.dockerfile.stages.filter(canTest).flatMap((stage) => stage.instructions
        .filter(({ keyword }) => keyword === 'RUN' || (/^(?:ENTRYPOINT|CMD)$/.test(keyword) && !needed.has(stage)))
        .filter((one) => hasSources(one, projects))
        .filter((one) => classifyIn(one, programs) === 'unknown')
        .map((instruction) => ({
        stage,
        instruction,
        mayBeTried: instruction.keyword === 'RUN' && !(0,classify_command/* namesOtherTarget */.E6)((0,shell_text/* commandOf */.Nl)(instruction).replace(/["']/g, '')),
    })));
}
function canTest(stage) {
    return isSdk(stage) || (0,stage_graph/* instructionsOf */.Jk)(stage).some(namesDotnet);
}
/** Whether a RUN starts `dotnet` or installs its SDK: scripts of others have the word in their names as well. */
function namesDotnet(one) {
    return one.keyword === 'RUN' && /(?<![\w.-])dotnet(?:-sdk[\w.-]*)?(?=[\s"';&|)]|$)/m.test((0,shell_text/* commandOf */.Nl)(one));
}
/** Whether a project of the build context is there where a command runs. */
function hasSources(instruction, projects) {
    const isMounted = (0,mounts/* mountsOf */.cS)(instruction, 'bind').some((options) => !options.has('from'));
    return isMounted || takesProject((0,copied_paths/* treeBefore */.mf)(instruction), projects);
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/stage-layout.js



/**
 * Finds the folder of a stage in which the sources keep their layout, and which folders of the tests, of what they refer to, and which
 * shared files are not there. Sources that were moved get a second place, with everything.
 */
function findLayout(tree, tests, { projects, sharedFiles, platformFolder }) {
    const needed = withReferences(tests, projects).filter(({ place }) => place.kind === 'context');
    const moved = { root: '/tests-src', from: '', files: [], sources: [''], shared: [], needed };
    const rule = platformFolder === undefined ? [] : [external_node_path_.posix.join(platformFolder, 'global.json')];
    const root = rootOf(tree, needed);
    if (root === undefined)
        return findMoved(tree, needed, rule) ?? moved;
    const isThere = (path) => (0,copied_paths/* containerPathOf */.uB)(tree, path) === external_node_path_.posix.join(root, path);
    const hasFolder = (folder) => isThere(external_node_path_.posix.join(folder, '.any'));
    const whole = { ...moved, root };
    const absent = needed.filter((one) => !hasFolder(folderOf(one.path)));
    const present = needed.filter((one) => hasFolder(folderOf(one.path)));
    if (present.length === 0 && tree.copies.some(({ source }) => source === ''))
        return whole;
    // A list of feeds is needed where the image's own restore has it.
    const isFeedList = (path) => /^nuget\.config$/i.test(external_node_path_.posix.basename(path)) && tree.patterns.some(({ brings }) => brings(path));
    const folders = absent.map((one) => widest(folderOf(one.path), present, projects, absent));
    const besides = sharedFiles.filter((path) => (external_node_path_.posix.basename(path) === 'global.json'
        ? external_node_path_.posix.dirname(path) === platformFolder
        : /^packages\.lock/i.test(external_node_path_.posix.basename(path)) || isFeedList(path)) &&
        absent.some((one) => isAbove(external_node_path_.posix.dirname(path), one.path)));
    const files = new Set([...absent.flatMap(({ imports }) => imports), ...besides, ...rule]);
    const missing = [...files].filter((path) => !isThere(path));
    const linked = linkedOf(absent).filter((path) => path.endsWith('/') ? !hasFolder(path) : path === '' || !isThere(path));
    const isWithin = (path) => folders.some((one) => path.startsWith(`${one}/`));
    const sources = [
        ...new Set([...folders.map((one) => one && `${one}/`), ...linked.filter((one) => !isWithin(one))]),
    ];
    if (sources.includes(''))
        return whole;
    return {
        ...{ ...whole, sources },
        files: missing.filter((path) => !isWithin(path)),
        shared: missing.filter(isWithin),
    };
}
/** The place of a folder of the context that one COPY moved, where it has all that the tests need. */
function findMoved(tree, needed, rule) {
    const files = [...needed.flatMap(({ path, imports }) => [path, ...imports]), ...rule];
    const found = tree.copies.find(({ source, destination }) => files.every((path) => (0,copied_paths/* containerPathOf */.uB)(tree, path) === external_node_path_.posix.join(destination, external_node_path_.posix.relative(source, path))));
    if (found === undefined)
        return undefined;
    const root = external_node_path_.posix.join(found.destination, '.');
    return { root, from: found.source, files: [], sources: [], shared: [], needed };
}
/** What projects link from elsewhere; the folder of files where they are several. */
function linkedOf(projects) {
    const all = [...new Set(projects.flatMap(({ linked }) => linked))];
    const folderOf = (path) => (path.endsWith('/') ? path : `${external_node_path_.posix.dirname(path)}/`);
    return all.map((path) => {
        const folder = folderOf(path);
        const isOne = folder === './' || all.filter((other) => folderOf(other) === folder).length === 1;
        return path === '/' ? '' : isOne ? path : folder;
    });
}
function isAbove(folder, path) {
    return folder === '.' || path.startsWith(`${folder}/`);
}
/** The highest folder above a project in which nothing is that the stage has, or that nobody asked for. */
function widest(folder, present, projects, absent) {
    let found = folder;
    for (let above = external_node_path_.posix.dirname(found); above !== '.' && found !== ''; above = external_node_path_.posix.dirname(above)) {
        const within = projects.filter((one) => one.place.kind === 'context' && isAbove(above, one.path));
        if (within.some((one) => present.includes(one) || !absent.includes(one)))
            break;
        found = above;
    }
    return found;
}
/** The root as the projects' places tell it, else as any file's does. */
function rootOf(tree, needed) {
    for (const { path } of needed) {
        const place = (0,copied_paths/* containerPathOf */.uB)(tree, path);
        const root = place === undefined ? undefined : rootAt(place, path);
        if (root !== undefined)
            return root;
        if (place !== undefined)
            return undefined;
    }
    for (const { source, destination } of tree.copies) {
        if (source === '')
            return external_node_path_.posix.join(destination, '.');
        const isFile = destination.endsWith('/') && /\.\w+$/.test(source);
        const place = isFile ? external_node_path_.posix.join(destination, external_node_path_.posix.basename(source)) : destination.replace(/\/$/, '');
        const root = rootAt(place, source) ?? rootAt(place, external_node_path_.posix.dirname(source));
        if (root !== undefined)
            return root;
    }
    return undefined;
}
function rootAt(place, path) {
    if (path === '.' || path === '' || !place.endsWith(`/${path}`))
        return undefined;
    return place.slice(0, -path.length - 1) || '/';
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/generate-stage.js










const maxProjectCopies = 8;
/** Stands for the folder in which an image of somebody's own begins. */
const unknownStart = '/.start';
/** What follows the FROM of a stage that runs test projects and begins from `source`: sources that it lacks, a restore in a layer of its own, the tests. */
function generateLines(source, testProjects, repository) {
    const instructions = (0,stage_graph/* instructionsOf */.Jk)(source);
    const runs = instructions.filter(({ keyword }) => keyword === 'RUN');
    const tree = withoutRemoved(source, runs);
    const { root, from, files, sources, shared, needed } = findLayout(tree, testProjects, repository);
    // An image by itself has nothing that the sources could lie among.
    const top = instructions.length === 0 ? '/src' : root;
    const folder = top.startsWith(unknownStart) ? external_node_path_.posix.relative(tree.workdir, top) : top;
    const tests = testProjects.map((test) => ({ ...test, path: external_node_path_.posix.relative(from, test.path) }));
    const { user, settled } = usersOf(runs, tree);
    const owner = user === undefined ? '' : `--chown=${user} `;
    const copy = (path) => copyLine(path, owner);
    const restore = readRestoreStep(runs);
    const projects = restoredFilesIn(sources, needed, shared);
    const restores = tests.map(({ path }) => `RUN ${restore.flags}${restore.before}${restore.program} restore ${quote(path)}${restore.options}`);
    const major = sdkMajor(source);
    const rolls = tests.some((test) => needsRollForward(test, major));
    return [
        ...(settled === undefined ? [] : [`USER ${settled}`]),
        ...(folder === '' ? [] : [`WORKDIR ${folder}`]),
        ...[...files, ...projects].map(copy),
        // Without the project files by themselves there is nothing to restore before the sources are there.
        ...(projects.length > 0 ? restores : []),
        ...sources.map(copy),
        ...(projects.length > 0 ? [] : restores),
        ...(rolls ? ['ENV DOTNET_ROLL_FORWARD=Major'] : []),
        ...tests.map((test) => `RUN ${restore.flags}${restore.program} ${generate_stage_testCommand(test, major, repository)}`),
    ];
}
/** The project files that a restore needs, in sources that are to be copied, where they are few, with the files that rule over them. */
function restoredFilesIn(sources, needed, shared) {
    if (sources.includes(''))
        return [];
    const found = needed
        .map(({ path }) => path)
        .filter((path) => sources.some((one) => one.endsWith('/') && path.startsWith(one)));
    return found.length > maxProjectCopies ? [] : [...shared, ...found].sort();
}
function copyLine(path, owner) {
    if (path === '')
        return `COPY ${owner}. .`;
    const target = path.endsWith('/') ? path : `${external_node_path_.posix.dirname(path)}/`;
    return /\s/.test(path) ? `COPY ${owner}${JSON.stringify([path, target])}` : `COPY ${owner}${path} ${target}`;
}
/** The user who owns what is copied, and the one to set where the stage ends with another than the one that builds. */
function usersOf(runs, { user }) {
    const build = runs.findLast((run) => /\bdotnet\b/.test((0,shell_text/* commandOf */.Nl)(run)));
    const building = build === undefined ? user : (0,copied_paths/* treeBefore */.mf)(build).user;
    const isRoot = building === undefined || /^(?:root|0)(?::|$)/.test(building);
    const settled = building === user ? undefined : (building ?? 'root');
    return { user: isRoot ? undefined : building, settled };
}
function generate_stage_testCommand(test, major, { platformFolder }) {
    const framework = chooseFramework(test, major);
    const options = `${framework === undefined ? '' : ` -f ${framework}`} --no-restore`;
    if (platformFolder !== undefined)
        return `test --project ${quote(test.path)}${options}`;
    const isRun = test.runner === 'platform' || (test.refusesVsTest && (major ?? 10) >= 10);
    const verb = isRun ? 'run --project' : 'test';
    return `${verb} ${quote(test.path)}${options}`;
}
/** Of several frameworks the one whose runtime the SDK's image has. */
function chooseFramework({ frameworks }, major) {
    if (frameworks.length < 2)
        return undefined;
    const portable = frameworks.filter(isPortable);
    const newestFirst = [...portable].sort((a, b) => majorOf(b) - majorOf(a));
    return newestFirst.find((one) => major === undefined || majorOf(one) <= major);
}
/** Whether the SDK's image has only a newer runtime than the tests are built for. */
function needsRollForward(test, major) {
    const framework = chooseFramework(test, major) ?? test.frameworks[0];
    return major !== undefined && framework !== undefined && isPortable(framework) && majorOf(framework) < major;
}
function majorOf(framework) {
    return Number(/^net(?:coreapp)?(\d+)/.exec(framework)?.[1] ?? 0);
}
/** The major version of .NET in a stage, by the tag of the image that it begins from, or the package that it installs. */
function sdkMajor(source) {
    const image = (0,stage_graph/* rootOf */.I5)(source).base;
    const installs = (0,stage_graph/* instructionsOf */.Jk)(source).map(({ argument }) => argument);
    const major = /(?:dotnet|sdk).*:v?(\d+)\.\d/.exec(image)?.[1] ?? /\bdotnet-?sdk-?(\d+)/.exec(installs.join('\n'))?.[1];
    return major === undefined ? undefined : Number(major);
}
function quote(path) {
    return /[^\w./-]/.test(path) ? `"${path}"` : path;
}
/** What a stage has of the build context at its end, where its commands delete or move away some of it: `rm -rf /src`. */
function withoutRemoved(source, runs) {
    const removals = runs.flatMap((run) => shellCommands((0,shell_text/* scriptIn */.lU)(run)).flatMap(({ words, folder, isConditional }) => isConditional ? [] : removedBy(words, folder).map((path) => ({ path, line: run.firstLine }))));
    const image = (0,stage_graph/* rootOf */.I5)(source).base;
    const isKnown = /^mcr\.microsoft\.com\/|^[^/]*$/.test(image);
    const tree = (0,copied_paths/* readCopiedTree */.ZI)(source, undefined, isKnown ? '/' : unknownStart);
    // From elsewhere nothing says where that is.
    const isFar = !tree.workdir.startsWith(unknownStart);
    const copies = tree.copies
        .filter(({ destination }) => !(isFar && destination.startsWith(unknownStart)))
        .map((copy) => ({
        ...copy,
        removed: removals.filter(({ line }) => line > copy.line).map(({ path }) => path),
    }));
    return { ...tree, copies };
}
/** The absolute paths that a command deletes or moves away, as far as its words tell; all that is in a folder counts as the folder. */
function removedBy([program = '', ...rest], folder) {
    if (!/^(?:rm|mv)$/.test(program))
        return [];
    const words = rest.filter((word) => !word.startsWith('-'));
    return (program === 'mv' ? words.slice(0, -1) : words)
        .map((word) => word.replace(/(?:^|\/)\*$/, '') || '.')
        .filter((word) => !(0,dockerfile_variables/* hasVariables */.cF)(word) && !/[*?[\]]/.test(word))
        .map((word) => external_node_path_.posix.resolve(folder, word));
}
/** Reads it from the first of a stage's RUNs that restores, also as a part of build or publish. */
function readRestoreStep(runs) {
    const restore = runs.find((run) => /\bdotnet\s+restore\b/.test((0,shell_text/* commandOf */.Nl)(run))) ??
        runs.find((run) => /\bdotnet\s+(?:publish|build)\b/.test((0,shell_text/* commandOf */.Nl)(run)));
    if (restore === undefined)
        return { flags: '', before: '', program: 'dotnet', options: '' };
    const { workdir } = (0,copied_paths/* treeBefore */.mf)(restore);
    const flags = restore.flags.flatMap(({ name, value }) => {
        if (name === 'network')
            return [`--network=${value} `];
        return name === 'mount' && !bringsSources(value) ? [`--mount=${withAbsoluteTarget(value, workdir)} `] : [];
    });
    const command = (0,shell_text/* commandOf */.Nl)(restore);
    const [, before, program] = /((?:\b\w+=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|\S+)\s+|export\s+[^&;]+&&\s*)*)((?:[^\s"';&|]*\/)?dotnet)\s+(?:restore|publish|build)\b/.exec(command) ?? [];
    const [own = ''] = /\bdotnet\s+(?:restore|publish|build)\b(?:[^&|;\n]|\\\r?\n)*/.exec(command) ?? [];
    const options = [...own.matchAll(/\s(--configfile|-s|--source)[=\s]("[^"]*"|\S+)/g)];
    return {
        flags: flags.join(''),
        before: before ?? '',
        program: program ?? 'dotnet',
        options: options
            .map(([, name, value = '']) => ` ${name ?? ''} ${absolute(value, name ?? '', workdir)}`)
            .join(''),
    };
}
/** Whether a mount is of the build context, which the tests have by COPY, and not of a file that says where packages come from. */
function bringsSources(mount) {
    const options = (0,mounts/* parseMount */.zt)(mount);
    return (0,mounts/* typeOfMount */.N)(options) === 'bind' && !options.has('from') && !/nuget\.config(?:,|$)/i.test(mount);
}
/** Another WORKDIR must not move a mount. */
function withAbsoluteTarget(mount, workdir) {
    return mount.replace(/(^|,)(target|dst|destination)=([^/$"',][^,]*)/, (_, comma, name, path) => `${comma}${name}=${external_node_path_.posix.resolve(workdir, path)}`);
}
function absolute(value, option, workdir) {
    return option === '--configfile' && /^[\w.]/.test(value) ? external_node_path_.posix.resolve(workdir, value) : value;
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/suggest-test-stage.js









/** A stage that runs these test projects, or the lines that one lacks which stands ready for them; undefined where no stage builds .NET code. */
function suggestTestStage(final, waiting, tests, repository) {
    const { dockerfile } = final;
    const ready = chooseWaiting(waiting);
    if (ready !== undefined) {
        const lines = generateLines(ready, tests, repository);
        const where = { kind: 'into', stage: ready, line: (0,parse_dockerfile/* endOfStage */.F5)(ready) };
        return { text: `${lines.join('\n')}\n`, source: ready, image: '', lines, where, first: undefined };
    }
    const source = findSourceStage(final, repository);
    const image = sdkBeside(final);
    if (source === undefined && image === undefined)
        return undefined;
    const base = source === undefined ? (image ?? '') : (source.name ?? freeName(dockerfile));
    const lines = generateLines(source ?? stageOfImage(base, dockerfile), tests, repository);
    const name = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test') === undefined ? 'test' : 'run-tests';
    const line = source === final ? linesOf(dockerfile).length + 1 : topOf(final);
    const head = [`# Runs the tests: docker build --target ${name}`, `FROM ${base} AS ${name}`];
    return {
        text: [...head, ...lines, '', ''].join('\n'),
        source,
        image: base,
        lines,
        where: { kind: 'above', line },
        first: source && describeFirst(source, base, source === final),
    };
}
/** A stage that is nothing but an image. */
function stageOfImage(base, dockerfile) {
    return { dockerfile, index: 0, name: undefined, base, firstLine: 1, fromLastLine: 1, instructions: [] };
}
/** Of stages that stand ready for tests the one of unit tests; others need what a build has not. */
function chooseWaiting(waiting) {
    const usable = waiting.filter((stage) => (0,stage_graph/* parentOf */.gN)(stage) !== undefined || takesSources(stage));
    return (usable.find(({ name }) => saysUnit(name ?? '')) ?? usable.find(({ name }) => /^tests?$/i.test(name ?? '')));
}
/** Tests without those for which another stage stands ready, in their folder or by its name; all of them where that leaves none. */
function withoutWaiting(waiting, tests, projects) {
    const ready = chooseWaiting(waiting);
    const others = waiting.filter((stage) => stage !== ready);
    const isOther = ready !== undefined && others.some(({ name }) => withServices.test(name ?? ''));
    const trees = others.map((stage) => (0,copied_paths/* readCopiedTree */.ZI)(stage));
    const left = tests.filter((test) => !(isOther && mayNeedServices(test, projects)) &&
        trees.every((tree) => external_node_path_.posix.dirname((0,copied_paths/* containerPathOf */.uB)(tree, test.path) ?? '') !== tree.workdir));
    return left.length === 0 ? tests : left;
}
/** The SDK's image of the version that the final stage runs on, for what is built elsewhere and copied from the build context. */
function sdkBeside(final) {
    const { copies, patterns } = (0,copied_paths/* readCopiedTree */.ZI)(final);
    if (copies.length === 0 && patterns.length === 0)
        return undefined;
    const image = (0,stage_graph/* rootOf */.I5)(final).base;
    const found = /^(.*\/dotnet\/)(?:nightly\/)?(?:aspnet|runtime|runtime-deps):(\d+\.\d+)/.exec(image);
    return found === null ? undefined : `${found[1] ?? ''}sdk:${found[2] ?? ''}`;
}
function describeFirst(source, base, isFinal) {
    const from = linesOf(source.dockerfile)[source.firstLine - 1]?.trim() ?? '';
    const naming = `give the stage in line ${source.firstLine} a name: ${from} AS ${base}` +
        (isFinal ? '' : ` (COPY --from=${source.index} goes on working)`);
    const steps = [
        ...(source.name === undefined ? [naming] : []),
        ...(isFinal ? [`set the input target: ${base}, since the test stage stands below it`] : []),
    ];
    return steps.join(', and ') || undefined;
}
/** A name for the stage with the sources that no other stage has. */
function freeName(dockerfile) {
    return (['build', 'sources', 'sdk'].find((name) => (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, name) === undefined) ??
        'test-base');
}
function topOf(final) {
    const lines = linesOf(final.dockerfile);
    let top = final.firstLine;
    while (top > 1 && /^\s*#/.test(lines[top - 2] ?? ''))
        top--;
    return top;
}
function linesOf({ text }) {
    return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
/** The stage of those for the final one that publishes, else builds .NET code, by `dotnet` or a program of the repository's, or what that one began from. */
function findSourceStage(final, { projects }) {
    // A tool that is installed, and what was built elsewhere, is not built from these projects.
    const buildsProject = (stage) => takesSources(stage) && takesProject((0,copied_paths/* readCopiedTree */.ZI)(stage), projects);
    const needed = [...(0,stage_graph/* neededFor */.r4)(final)];
    const builds = needed.filter((stage) => runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/));
    const builder = builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ??
        builds[0] ??
        needed.find((stage) => stage.instructions.some(namesDotnet) && buildsProject(stage)) ??
        needed.find((stage) => isSdk(stage) && buildsProject(stage));
    if (builder === undefined)
        return undefined;
    // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
    let source = builder;
    for (const parent of (0,stage_graph/* chainOf */.dR)(builder).slice(1)) {
        if (takesSources(source) || !(builds.includes(parent) || takesSources(parent)))
            break;
        source = parent;
    }
    return source;
}
function takesSources(stage) {
    return stage.instructions.some(parse_dockerfile/* isCopy */.sN);
}
function runsDotnet(stage, command) {
    return stage.instructions.some((instruction) => instruction.keyword === 'RUN' && command.test((0,shell_text/* commandOf */.Nl)(instruction)));
}

// EXTERNAL MODULE: ./lib/src/shared/group-by.js
var group_by = __webpack_require__(4487);
;// CONCATENATED MODULE: ./lib/src/plan/generate/unreachable-tests.js




const maxListed = 5;
/** What keeps test projects out of a build, and below that what lets them in; `context` is as people see it, `ignoreName` the file that keeps others out. */
function describeUnreachable(tests, projects, dockerfile, context, ignoreName) {
    const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`;
    const groups = groupByWhy(tests.map((project) => ({ project, why: whyAway(project, context) })));
    const lines = groups.map(([why, found]) => `${listProjects(found)}: ${why}.`);
    const all = withReferences(tests, projects);
    return [
        `${count} not in the build:`,
        ...lines,
        ...letIn(all, projects),
        ...widen(all, dockerfile, context, ignoreName),
    ].join('\n');
}
/** What to change in the ignore file. */
function letIn(needed, projects) {
    const kept = needed.flatMap(({ path, place }) => (place.kind === 'ignored' ? [{ path, ...place }] : []));
    const file = kept[0]?.file ?? '';
    const rules = new Map(kept.flatMap((one) => one.rules.map(({ line, pattern }) => [line, pattern])));
    const all = [...rules].sort(([a], [b]) => a - b);
    const plain = all.filter(([, pattern]) => !takesAll(pattern)).map(([line]) => line);
    const [whole] = all.filter(([, pattern]) => takesAll(pattern)).map(([line]) => line);
    const open = projects.filter(({ place }) => place.kind === 'context');
    const folders = kept
        .filter((one) => one.rules.some(({ pattern }) => takesAll(pattern)))
        .map(({ path }) => `  !${highestWithout(external_node_path_.posix.dirname(path), open)}`);
    return [
        ...(plain.length === 0
            ? []
            : [`Take line${plain.length === 1 ? '' : 's'} ${plain.join(', ')} out of ${file}.`]),
        ...(whole === undefined ? [] : [`Below line ${whole} of ${file}, add:`, ...new Set(folders)]),
    ];
}
/** A rule that keeps all out, so that others say what is in. */
function takesAll(pattern) {
    return /^\/?\*{1,2}(?:\/\*{1,2})*$/.test(pattern);
}
function highestWithout(folder, others) {
    const above = external_node_path_.posix.dirname(folder);
    return above === '.' || others.some(({ path }) => path.startsWith(`${above}/`))
        ? folder
        : highestWithout(above, others);
}
/** The inputs with which projects outside of the build context are in it, and the lines that begin elsewhere then. */
function widen(needed, dockerfile, context, ignoreName) {
    const ups = needed.map(({ path }) => /^(?:\.\.\/)*/.exec(path)?.[0] ?? '');
    const longest = ups.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (longest === '')
        return [];
    const wide = external_node_path_.posix.join(context, longest, '.');
    const lines = (0,parse_dockerfile/* allInstructions */.$Z)(dockerfile).flatMap((one) => {
        const moved = beginElsewhere(one, external_node_path_.posix.relative(wide, context));
        return moved === undefined ? [] : [`  line ${one.firstLine}: ${moved}`];
    });
    return [
        'Set these inputs:',
        `  context: ${wide}`,
        `  file: ${dockerfile.shown}`,
        ...(lines.length === 0
            ? []
            : [`In ${dockerfile.shown}, change the lines whose paths begin at the context:`, ...lines]),
        // One that is beside the Dockerfile and has its name is read from wherever the context is.
        ...(ignoreName === '.dockerignore'
            ? [
                `Move ${external_node_path_.posix.join(context, ignoreName)} to ${external_node_path_.posix.join(wide, ignoreName)}: its patterns begin at the context, too.`,
            ]
            : []),
    ];
}
/** An instruction that takes files of the build context, as it is where that begins above the folder that it was. */
function beginElsewhere(one, folder) {
    const move = (path) => /^(?:\w+:\/\/|<<|git@)/.test(path) ? path : external_node_path_.posix.join(folder, path);
    if ((0,parse_dockerfile/* isCopy */.sN)(one)) {
        if ((0,parse_dockerfile/* fromOf */.kL)(one) !== undefined || /<</.test(one.argument))
            return undefined;
        const words = (0,parse_dockerfile/* copyWords */.rb)(one);
        const moved = [...words.slice(0, -1).map(move), ...words.slice(-1)];
        if (moved.join() === words.join())
            return undefined;
        const written = one.execForm === undefined ? moved.join(' ') : JSON.stringify(moved);
        return (0,parse_dockerfile/* writeAnew */.Zd)(one, written);
    }
    if (one.keyword !== 'RUN')
        return undefined;
    const before = (0,parse_dockerfile/* writtenFlags */.fo)(one);
    const flags = before.map((flag) => {
        if (!/^--mount=(?:.*,)?type=bind(?:,|$)/.test(flag) || /,from=/.test(flag))
            return flag;
        const source = /,(?:source|src)=([^,]*)/.exec(flag);
        return source === null
            ? `${flag},source=${folder}`
            : flag.replace(source[0], `,source=${move(source[1] ?? '')}`);
    });
    return flags.join() === before.join() ? undefined : ['RUN', ...flags, '…'].join(' ');
}
/** Names test projects that can't run in a build, each with why that is: "A, B (containers are needed: package testcontainers)". */
function listUnfit(unfit) {
    return groupByWhy(unfit)
        .map(([why, projects]) => `${listProjects(projects)} (${why})`)
        .join('; ');
}
function groupByWhy(found) {
    return [...(0,group_by/* groupBy */.$)(found, ({ why }) => why)].map(([why, all]) => [why, all.map(({ project }) => project)]);
}
/** Why a build does not have a test project. */
function whyAway({ place }, context) {
    if (place.kind !== 'ignored')
        return `outside of the build context, ${context}`;
    const words = place.rules.map(({ line, pattern }) => `line ${line} of ${place.file}, "${pattern}",`);
    return `${words.join(' and ')} ${words.length === 1 ? 'keeps' : 'keep'} it out`;
}
/** Some projects by their paths, with the number of all others. */
function listProjects(projects) {
    const shown = projects.slice(0, maxListed).map(({ path }) => path);
    const left = projects.length - shown.length;
    return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/answer-missing.js









const noStage = 'No stage runs the tests';
const skip = 'To build without tests, set missing-test-stage: skip.';
/** Decides by `missing-test-stage`; throws a UserError with a stage to paste, or with what keeps the tests out of the build, where the job has to fail. */
function answerMissing({ final, waiting, repository, programs, ignoreName, tried }, settings) {
    const mode = settings.missingTestStage;
    const { dockerfile } = final;
    const nowhere = describeMissing(dockerfile, waiting);
    if (mode === 'skip')
        return { kind: 'skip', reason: nowhere };
    const { projects } = repository;
    const context = (0,inputs_paths/* shownPath */.pS)(settings.context, settings.workspace);
    const { own, unfit, others } = testsOfImage(final, repository);
    const inContext = own.filter(({ place }) => place.kind === 'context');
    const reachable = withoutWaiting(waiting, inContext, projects);
    // Where others run, those that a build is not meant for are left out by whoever kept them out of it.
    const isLeft = (one) => one.place.kind !== 'context' && reachable.length > 0 && mayNeedServices(one, projects);
    const left = own.filter(isLeft).map((project) => ({ project, why: whyAway(project, context) }));
    const tests = {
        own: reachable.length > 0 ? [...reachable] : own,
        unfit: [...unfit, ...left],
        others,
    };
    const away = own.filter((one) => one.place.kind !== 'context' && !isLeft(one));
    const hasTests = projects.some(({ kind }) => kind === 'tests');
    const found = findSuspects(final, programs, projects).filter(({ mayBeTried }) => mayBeTried || hasTests);
    const suspects = describeSuspects(found, tried);
    // What was built elsewhere and is only copied was tested there, too.
    const isBuilt = waiting.length > 0 || findSourceStage(final, repository) !== undefined;
    if (away.length > 0 && isBuilt && (mode === 'auto' || reachable.length === 0)) {
        const why = describeUnreachable(away, projects, dockerfile, context, ignoreName);
        const message = [`${dockerfile.shown} has no test stage, and ${why}`, ...suspects, skip].join('\n');
        throw new errors/* UserError */.yo('The tests are not in the build', message, { file: dockerfile.shown, line: 1 });
    }
    const candidate = mode === 'auto' && tried === undefined && waiting.length === 0 && hasTests
        ? onlyStageOf(found)
        : undefined;
    if (candidate !== undefined)
        return { kind: 'try', stage: candidate };
    const suggestion = reachable.length === 0 ? undefined : suggestTestStage(final, waiting, reachable, repository);
    if (suggestion === undefined) {
        const reason = `${nowhere}, and ${whyNone(tests, final)}`;
        if (mode === 'auto')
            return { kind: 'skip', reason: [reason, ...suspects].join('. ').replace(/\.$/, '') };
        const message = [`${reason}.`, ...suspects, skip].join(' ');
        throw new errors/* UserError */.yo(noStage, message, { file: dockerfile.shown, line: final.firstLine });
    }
    const hints = [...describeOtherWaiting(waiting, suggestion), ...suspects];
    if (mode === 'fail')
        throw stageToPaste(dockerfile, suggestion, hints);
    return {
        kind: 'generate',
        suggestion,
        notice: describeGenerated(dockerfile, suggestion, tests, projects, hints),
    };
}
function describeMissing({ shown, stages }, waiting) {
    const named = (0,parse_dockerfile/* findStage */.U9)(stages, 'test');
    return named === undefined || waiting.includes(named)
        ? `${shown} has no test stage`
        : `stage ${(0,parse_dockerfile/* stageLabel */.Hn)(named)} of ${shown} runs no test of .NET`;
}
function testsOfImage(final, repository) {
    if (takesFiles(final) && hasDotnet(final, repository))
        return findImageTests(repository, findPublished(final, repository));
    return { own: [], unfit: [], others: repository.projects.filter(({ kind }) => kind === 'tests') };
}
/** The stage of all commands that may be tried, where it is one alone. */
function onlyStageOf(suspects) {
    const stages = new Set(suspects.filter(({ mayBeTried }) => mayBeTried).map(({ stage }) => stage));
    const [only] = stages;
    return stages.size === 1 ? only : undefined;
}
const maxSuspects = 3;
/** Commands that may test, each with its line and the input that makes its stage the one that tests; or that it was tried. */
function describeSuspects(suspects, tried) {
    return suspects.slice(0, maxSuspects).map(({ stage, instruction }) => {
        const command = `${instruction.firstLine}, ${quoteCommand(instruction)},`;
        return stage.index === tried?.index
            ? `Line ${command} was tried first: no result of a test came out of it.`
            : `If line ${command} runs the tests, set test-target: ${stage.name ?? String(stage.index)}.`;
    });
}
/** Stages that are named like tests, run nothing, and got no lines. */
function describeOtherWaiting(waiting, { where }) {
    const taken = where.kind === 'into' ? where.stage : undefined;
    return waiting
        .filter((stage) => stage !== taken && stage.instructions.every(({ keyword }) => keyword !== 'RUN'))
        .map((stage) => `Stage ${(0,parse_dockerfile/* stageLabel */.Hn)(stage)} (line ${stage.firstLine}) is named like tests and runs nothing. If its tests can run in a build, add ` +
        `RUN dotnet test with their project to it.`);
}
function whyNone({ own, unfit, others }, final) {
    if (own.length > 0 || (others.length > 0 && !takesFiles(final)))
        return `neither ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} nor a stage that it copies from builds .NET code; to run the tests, add a step with dotnet test to the job`;
    if (unfit.length > 0)
        return `its tests can't run in a build: ${listUnfit(unfit)}; to run them, add a step with dotnet test to the job`;
    if (others.length > 0)
        return `none of the repository's test projects tests what this image is made of: ${listProjects(others)}`;
    return 'the repository has no test project';
}
function describeGenerated(dockerfile, suggestion, { own, unfit }, projects, suspects) {
    const who = own.length === 1 ? 'the test project of this image runs' : `${own.length} test projects of this image run`;
    const left = unfit.length === 0
        ? ''
        : `\nLeft out, as a build can't run them: ${listUnfit(unfit)}. To run them, add a step with dotnet test to the job.`;
    const doubt = describeDoubt(own, projects);
    const message = `${dockerfile.shown} has no test stage, so ${who} in a generated one.${left}${doubt}\n` +
        `To keep it: ${howToPaste(dockerfile, suggestion)}${suspects.join('\n')}`;
    return { message: message.trimEnd(), snippet: suggestion.text.trimEnd() };
}
/** What to do where tests turn out to need what a build has not, as far as their names tell that they may. */
function describeDoubt(tests, projects) {
    const doubtful = tests.filter((one) => mayNeedServices(one, projects));
    if (doubtful.length === 0)
        return '';
    const wayOut = doubtful.length === tests.length
        ? 'set missing-test-stage: skip, and add a step with dotnet test to the job'
        : 'paste the stage without their lines';
    return `\nA build has no database and no other service; where ${listProjects(doubtful)} can't do without, ${wayOut}.`;
}
function howToPaste(dockerfile, { where, first, text }) {
    const before = first === undefined ? '' : `first, ${first}; then `;
    const place = where.kind === 'above'
        ? `${before}paste this above line ${where.line} of ${dockerfile.shown}:`
        : `stage ${(0,parse_dockerfile/* stageLabel */.Hn)(where.stage)} (line ${where.stage.firstLine}) runs no test; add this below line ${where.line} of ${dockerfile.shown}:`;
    return `${place}\n\n${text}`;
}
function stageToPaste(dockerfile, suggestion, suspects) {
    const how = (0,format/* capitalize */.ZH)(howToPaste(dockerfile, suggestion));
    return new errors/* UserError */.yo(noStage, [`${dockerfile.shown} has no test stage.`, `${how}${skip}`, ...suspects].join('\n'), { file: dockerfile.shown, line: suggestion.where.line }, suggestion.text);
}

;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-final.js







/**
 * The final stage: the one that was asked for, `final`, or the last one; where that one tests, the only other one that nothing needs,
 * that takes files, doesn't test and is no SDK. Where there is none, the Dockerfile has nothing but tests. Throws a UserError where several are. `target` and `named` are what the inputs say of it and of the stages that test.
 */
function chooseFinal(dockerfile, { target, named }, programs) {
    const final = target ?? defaultOf(dockerfile);
    // Where the tests are known, a program is not taken for one because of its name.
    const isSettled = named.length > 0 || (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test') !== undefined;
    const judge = isSettled ? noPrograms : programs;
    const tests = (stage) => named.includes(stage) || isTestStage(stage, judge);
    if (target !== undefined || !tests(final))
        return { final, testsOnly: false };
    const needed = new Set(dockerfile.stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(stage)].filter((one) => one !== stage)));
    // What begins from a stage that tests serves it, as one that debugs the tests does.
    const candidates = dockerfile.stages.filter((stage) => !needed.has(stage) &&
        !(0,stage_graph/* chainOf */.dR)(stage).some(tests) &&
        !isSdk(stage) &&
        // A base that nothing was built on is left from an app that the file no longer builds.
        (0,stage_graph/* instructionsOf */.Jk)(stage).some(parse_dockerfile/* isCopy */.sN));
    const [only, another] = candidates;
    if (another !== undefined)
        throw whichIsFinal(final, candidates);
    return only === undefined ? { final, testsOnly: true } : { final: only, testsOnly: false };
}
/** Whether a stage is there to test: by its name, by what its container starts, because it tests and starts nothing else, or has but what such stages left. */
function isTestStage(stage, programs) {
    if (stage.name?.toLowerCase() === 'test')
        return true;
    const start = readStartCommand(stage, programs);
    if (start !== undefined && !waits.test((0,shell_text/* scriptOf */.Fl)(start.instruction).text))
        return start.kind === 'tests';
    if (stage.base === 'scratch') {
        const copies = stage.instructions.filter(parse_dockerfile/* isCopy */.sN).map(stage_graph/* stageCopyOf */.rb);
        return copies.length > 0 && copies.every((copy) => copy !== undefined && takesResults(copy, programs));
    }
    if (testingInstructions(stage, programs).length === 0)
        return false;
    // An image of somebody's own may start what was published into it.
    return isSdk(stage) || !dotnetCommands(stage).some(({ verb }) => verb === 'publish');
}
/** What a container starts that waits for somebody. */
const waits = /^(?:\S*\/)?(?:(?:ba|da|a|z)?sh|pwsh|tail -f \S+|sleep \w+)$/;
/** Whether all that is taken of a stage is what its tests left, by its name or by what they were told. */
function takesResults({ stage, sources }, programs) {
    const told = testingInstructions(stage, programs).flatMap((one) => /--results-directory[=\s]+["']?([^\s"']+)/.exec((0,shell_text/* scriptOf */.Fl)(one).text)?.[1] ?? []);
    const isResult = (path) => /result|report|coverage|\.trx\b/i.test(path) || told.includes(path.replace(/\/$/, ''));
    return sources.every(isResult) && isTestStage(stage, programs);
}
function whichIsFinal(last, candidates) {
    const [testing] = testingInstructions(last, noPrograms);
    const line = testing?.firstLine ?? last.firstLine;
    const file = last.dockerfile.shown;
    return new errors/* UserError */.yo('Which stage is the final one?', `${file}:${line}: the last stage, ${(0,parse_dockerfile/* stageLabel */.Hn)(last)}, runs tests. Set the input target to the stage that ` +
        `the image is made of: ${listStages(candidates)}.`, { file, line });
}
/** The stage that is final where nothing else is said. */
function defaultOf({ stages }) {
    // parseDockerfile gives at least one stage.
    return (0,parse_dockerfile/* findStage */.U9)(stages, 'final') ?? stages.at(-1);
}
/** Stages as inputs take them: names, and numbers of those without one. */
function listStages(stages) {
    return stages
        .map((stage) => (stage.name === undefined ? `${stage.index} (unnamed)` : stage.name))
        .join(', ');
}
/** Throws a UserError where an image is asked for and there is none. */
function requireImage(dockerfile, asked) {
    if (asked.length === 0)
        return;
    throw new errors/* UserError */.yo('There is no final stage', `${dockerfile.shown}: every stage runs tests, or is only there for one that does, so there is no image for ${asked.join(', ')}. ` +
        `Set the input target to the stage that the image is made of: ${listStages(dockerfile.stages)}.`, { file: dockerfile.shown, line: defaultOf(dockerfile).firstLine });
}
/** Throws a UserError where an image begins from one of Windows, which no builder on Linux has. */
function requireLinux(final) {
    const windows = [...(0,stage_graph/* neededFor */.r4)(final)].find(({ base }) => /nanoserver|windowsservercore|windows-?ltsc|\bltsc20\d\d\b|\/windows[/:]|\/dotnet[/-]framework\b|^microsoft\/(?:aspnet|iis|wcf):/i.test(base));
    if (windows === undefined)
        return;
    const file = final.dockerfile.shown;
    throw new errors/* UserError */.yo('The image is for Windows', `${file}:${windows.firstLine}: ${windows.base} is an image of Windows, and builds here run on Linux. Set file to a Dockerfile for ` +
        `Linux, or build this one with docker build on a runner with Windows.`, { file, line: windows.firstLine });
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-stages.js









/** Chooses the final stage and those that test, first by what was asked for. Throws a UserError for a name that is not there, and where several could be meant. */
function chooseStages(dockerfile, wishes, programs = unknownPrograms) {
    const [only, ...others] = wishes.testTargets;
    const isOff = only === 'off' && others.length === 0 && (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'off') === undefined;
    const names = isOff ? [] : wishes.testTargets;
    const named = names.map((name) => requireStage(dockerfile, name, 'test-target'));
    const target = wishes.target === undefined ? undefined : requireStage(dockerfile, wishes.target, 'target');
    const { final, testsOnly } = chooseFinal(dockerfile, { target, named }, programs);
    if (isOff)
        return { final, testsOnly: false, tests: { kind: 'elsewhere' } };
    if (named.length > 0)
        return { final, testsOnly, tests: { kind: 'stages', stages: named } };
    const found = findTestStages(dockerfile, programs);
    if (found.length > 1)
        throw severalTest(dockerfile.shown, found, programs);
    const [testStage] = found;
    const isDefault = target === undefined || target === defaultOf(dockerfile);
    if (testStage !== undefined && !isDefault && !sharesStage(final, testStage))
        return { final, testsOnly, tests: { kind: 'unrelated', testStage } };
    if (testStage !== undefined)
        return { final, testsOnly, tests: { kind: 'stages', stages: [testStage] } };
    return { final, testsOnly, tests: { kind: 'missing', waiting: findWaiting(final) } };
}
/** The stage named `test` if it can test, else all that do, without those that another one of them builds on anyway. */
function findTestStages(dockerfile, programs) {
    const named = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test');
    if (named !== undefined && choose_stages_mayTest(named, programs)) {
        const start = findUnknownStart(named, programs);
        if (start !== undefined)
            throw doesItTest(named, start);
        return [named];
    }
    const all = dockerfile.stages.filter((stage) => testingInstructions(stage, programs).length > 0);
    return all.filter((one) => !all.some((other) => other !== one && (0,stage_graph/* neededFor */.r4)(other).has(one)));
}
/** What the container of a stage starts, where it is all that may test, and nobody knows whether it is a server. */
function findUnknownStart(stage, programs) {
    const start = readStartCommand(stage, programs);
    if (start?.kind !== 'unknown' || !stage.instructions.includes(start.instruction))
        return undefined;
    const runsNothing = stage.instructions.every((one) => one.keyword !== 'RUN' || classifyIn(one, programs) === 'known');
    return runsNothing ? start.instruction : undefined;
}
function doesItTest(stage, start) {
    const line = start.firstLine;
    const file = stage.dockerfile.shown;
    const name = (0,parse_dockerfile/* stageLabel */.Hn)(stage);
    return new errors/* UserError */.yo(`Does stage ${name} test?`, `${file}:${line}: stage ${name} runs nothing in a build, and what its container starts, ${quoteCommand(start)}, may be a ` +
        `server, so it is not started. If line ${line} runs the tests, set test-target: ${name}. If no stage tests, rename this one.`, { file, line });
}
/** Whether a stage has a command that may test, or begins from an image or a stage whose ONBUILD may bring one. */
function choose_stages_mayTest(stage, programs) {
    const isUnknown = stage.instructions.some((one) => one.keyword === 'RUN' && classifyIn(one, programs) !== 'known');
    const start = readStartCommand(stage, programs);
    const parent = (0,stage_graph/* parentOf */.gN)(stage);
    const isTriggered = parent?.instructions.some(({ keyword, argument }) => keyword === 'ONBUILD' && (classifyOnbuildRun(`ONBUILD ${argument}`) ?? 'known') !== 'known');
    // Microsoft's images have no ONBUILD. Where there are no tests that it could get, a stage of that name has to say that it runs none.
    const isWaiting = programs.hasTests && /^mcr\.microsoft\.com\/dotnet\//.test(stage.base);
    return isUnknown || (start !== undefined && start.kind !== 'known') || (isTriggered ?? !isWaiting);
}
/** Stages whose name says that they test, and that have no command: compose gives it to them. */
function findWaiting(final) {
    const needed = (0,stage_graph/* neededFor */.r4)(final);
    return final.dockerfile.stages.filter((stage) => /(?:^|[^a-z]|unit|functional|integration)tests?$/i.test(stage.name ?? '') && !needed.has(stage));
}
/** Asks which of several stages to build: with the command of each, and those to name whose names don't say that a build lacks what they need. */
function severalTest(file, found, programs) {
    const list = found.map((stage) => {
        const [first] = testingInstructions(stage, programs);
        return `  ${(0,parse_dockerfile/* stageLabel */.Hn)(stage)} (line ${stage.firstLine})${first === undefined ? '' : `: ${quoteCommand(first)}`}`;
    });
    const others = found.filter(({ name }) => !withServices.test(name ?? ''));
    const names = (others.length > 0 ? others : found).map(({ name, index }) => name ?? String(index));
    const [only, ...more] = names;
    return new errors/* UserError */.yo('Which stage is the test stage?', [
        `${file}: ${found.length} stages run tests:`,
        ...list,
        'Set the input test-target to those whose tests can run in a build, which has no database and no other service, one per line:',
        ...(more.length === 0
            ? [`  test-target: ${only ?? ''}`]
            : ['  test-target: |', ...names.map((name) => `    ${name}`)]),
    ].join('\n'), { file, line: found[0]?.firstLine ?? 1 });
}
function sharesStage(final, testStage) {
    const needed = (0,stage_graph/* neededFor */.r4)(testStage);
    return [...(0,stage_graph/* neededFor */.r4)(final)].some((stage) => needed.has(stage));
}
function requireStage(dockerfile, wanted, input) {
    const stage = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, wanted);
    if (stage !== undefined)
        return stage;
    const away = (candidate) => (0,mod/* distance */.Io)((0,parse_dockerfile/* stageLabel */.Hn)(candidate).toLowerCase(), wanted.toLowerCase());
    const nearestFirst = [...dockerfile.stages].sort((a, b) => away(a) - away(b));
    throw new errors/* UserError */.yo('No such stage', `${input}: ${dockerfile.shown} has no stage "${wanted}"; it has ${listStages(nearestFirst)}.`, { file: dockerfile.shown, line: 1 });
}

;// CONCATENATED MODULE: ./lib/src/plan/instrument/append-stages.js



/** Stages of ours that start what a team's stage only starts. */
const startStagePrefix = 'dotnet-container-start-';
/**
 * Gives stages that test in ENTRYPOINT or CMD, which a build never runs, a stage of ours that runs that command in a RUN. Stages that
 * test while they are built stay as they are, but for those that `test-target` names: their start command is run all the same.
 */
function appendStartCommands(dockerfile, testStages, programs, wereNamed) {
    const added = [];
    const lines = dockerfile.text.split('\n');
    const names = testStages.map((stage) => {
        const start = readStartCommand(stage, programs);
        if (start === undefined || !isToRun(stage, start, programs, wereNamed))
            return undefined;
        const name = `${startStagePrefix}${stage.index}`;
        const origin = start.instruction.firstLine;
        added.push({ text: `FROM ${(0,stage_graph/* nameStage */._6)(lines, stage)} AS ${name}`, origin });
        added.push({ text: `RUN ${start.command}`, origin });
        return name;
    });
    const extended = append({ ...dockerfile, text: lines.join('\n') }, added);
    const find = (wanted) => extended.dockerfile.stages.filter((stage) => stage.name === wanted);
    const stages = testStages.flatMap((stage, index) => {
        const name = names[index];
        return name === undefined ? (extended.dockerfile.stages[stage.index] ?? []) : find(name);
    });
    return { ...extended, testStages: stages, labels: testStages.map(parse_dockerfile/* stageLabel */.Hn) };
}
function isToRun(stage, { kind }, programs, wereNamed) {
    const runsTests = stage.instructions.some((one) => one.keyword === 'RUN' && classifyIn(one, programs) === 'tests');
    if (kind === 'tests')
        return wereNamed || !runsTests;
    // What nobody knows may be a server, which would never end.
    return kind === 'unknown' && wereNamed && !runsTests;
}
/** Adds the stage that was suggested for a Dockerfile without one. */
function appendSuggestion(dockerfile, { source, image, lines }, tried) {
    const text = dockerfile.text.split('\n');
    const base = source === undefined ? image : (0,stage_graph/* nameStage */._6)(text, source);
    const isFree = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'generated-test') === undefined;
    const added = [`FROM ${base} AS ${isFree ? 'generated-test' : 'dotnet-container-tests'}`, ...lines];
    const extended = append({ ...dockerfile, text: text.join('\n') }, added.map((line) => ({ text: line, origin: undefined })));
    return {
        ...extended,
        testStages: extended.dockerfile.stages.slice(-1),
        labels: [],
        tried: tried && extended.dockerfile.stages[tried.index],
    };
}
function append(dockerfile, added) {
    if (added.length === 0)
        return { dockerfile, origins: new Map() };
    const lines = [...dockerfile.text.replace(/\s*$/, '').split('\n'), ''];
    const origins = new Map();
    for (const { text, origin } of added)
        origins.set(lines.push(text), origin);
    const { shown, buildArgs, platform } = dockerfile;
    return { dockerfile: (0,parse_dockerfile/* parseDockerfile */.Ai)(`${lines.join('\n')}\n`, shown, [...buildArgs], platform), origins };
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/conditions.js


/** Quoted texts, `$(…)` with brackets in it, operators, brackets and words. */
const tokens = /'[^']*'|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|==|!=|<=|>=|[<>!(),]|[^\s'()<>=!,]+/g;
const unknown = 0.5;
/** What a condition of MSBuild comes to (https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions); undefined where it needs what is not evaluated here. */
function evaluateCondition(text, scope) {
    if (text === undefined || text.trim() === '')
        return true;
    const words = text.match(tokens) ?? [];
    let at = 0;
    const take = (word) => {
        const isNext = words[at]?.toLowerCase() === word;
        if (isNext)
            at++;
        return isNext;
    };
    const readOr = () => {
        let value = readAnd();
        while (take('or'))
            value = Math.max(value, readAnd());
        return value;
    };
    const readAnd = () => {
        let value = readNot();
        while (take('and'))
            value = Math.min(value, readNot());
        return value;
    };
    const readNot = () => {
        if (take('!'))
            return 1 - readNot();
        if (!take('('))
            return readComparison();
        const value = readOr();
        take(')');
        return value;
    };
    const readComparison = () => {
        const left = readOperand();
        const operator = ['==', '!=', '<', '>', '<=', '>='].find(take);
        const right = operator === undefined ? '' : readOperand();
        if (left === undefined || right === undefined)
            return unknown;
        return operator === undefined ? toBoolean(left) : compare(left, operator, right);
    };
    const readOperand = () => {
        const word = words[at++] ?? '';
        if (!take('('))
            return expand(word.replace(/^'([\s\S]*)'$/, '$1'), scope);
        const path = readOperand();
        take(')');
        return path === undefined ? undefined : callFunction(word.toLowerCase(), path, scope);
    };
    const value = readOr();
    return at < words.length || value === unknown ? undefined : value === 1;
}
function callFunction(name, path, { properties, exists }) {
    if (name === 'hastrailingslash')
        return String(/[\\/]$/.test(path));
    if (name !== 'exists')
        return undefined;
    const folder = properties.get('msbuildthisfiledirectory') ?? '/';
    return String(exists(external_node_path_.posix.resolve(folder, toSlashes(path))));
}
function toBoolean(text) {
    const lower = text.trim().toLowerCase();
    if (/^(?:true|on|yes|!false|!off|!no)$/.test(lower))
        return 1;
    return /^(?:false|off|no|!true|!on|!yes)$/.test(lower) ? 0 : unknown;
}
function compare(left, operator, right) {
    const isSame = left.toLowerCase() === right.toLowerCase();
    if (operator === '==')
        return Number(isSame);
    if (operator === '!=')
        return Number(!isSame);
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a === undefined || b === undefined)
        return unknown;
    return Number(operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b);
}
/** Numbers and the first two parts of versions. */
function toNumber(text) {
    const parts = /^v?(\d+)(?:\.(\d+))?/i.exec(text.trim());
    return parts === null ? undefined : Number(parts[1]) + Number(parts[2] ?? 0) / 1000;
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./lib/src/plan/projects/xml-tree.js

/** Nothing that people write goes deeper. */
const xml_tree_maxDepth = 100;
/** The root element of a text, if any; of a broken one with what stands in front of that, since MSBuild says later and better what is wrong. */
function parseXmlTree(text) {
    const parser = new saxes/* SaxesParser */.wT({ xmlns: false });
    let root;
    const open = [];
    parser.on('opentag', ({ name, attributes }) => {
        const element = { name, attributes, children: [], text: '' };
        root ??= element;
        if (open.length < xml_tree_maxDepth)
            open.at(-1)?.children.push(element);
        open.push(element);
    });
    parser.on('closetag', () => open.pop());
    const addText = (piece) => {
        const element = open.at(-1);
        if (element !== undefined)
            element.text += piece;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('error', (error) => {
        throw error;
    });
    try {
        parser.write(text.replace(/^\uFEFF/, '')).close();
    }
    catch {
        // What was read until here counts.
    }
    return root;
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/evaluate-project.js





const maxImports = 200;
/**
 * Evaluates a project as MSBuild does on Linux: Directory.Build.props, the file with its imports, Directory.Packages.props, Directory.Build.targets; properties
 * first, then items. Not what SDKs and packages bring, targets, item functions and metadata. A condition that can't be evaluated is true in the project and
 * false in a shared file, which would make every project a test project.
 */
function evaluateProject(path, files) {
    return new Evaluation(path, files).run();
}
class Evaluation {
    #path;
    #files;
    #properties = new Map();
    /** The elements of items, each with the file that it stands in. */
    #items = [];
    #sdks = [];
    #packages = new Set();
    #references = new Set();
    #versions = new Map();
    #imported = new Set();
    #linked = new Set();
    #isPartlyUnknown = false;
    #exists = (path) => this.#files.read(path) !== undefined;
    constructor(path, files) {
        this.#path = path;
        this.#files = files;
        this.#set('MSBuildProjectName', external_node_path_.posix.basename(path).replace(/\.\w+$/, ''));
        this.#set('MSBuildProjectFile', external_node_path_.posix.basename(path));
        this.#set('MSBuildProjectExtension', external_node_path_.posix.extname(path));
        this.#set('MSBuildProjectDirectory', external_node_path_.posix.dirname(path));
        this.#set('MSBuildProjectFullPath', path);
        this.#set('Configuration', 'Debug');
        this.#set('Platform', 'AnyCPU');
        this.#set('OS', 'Unix');
        this.#set('MSBuildRuntimeType', 'Core');
        this.#set('UsingMicrosoftNETSdk', 'true');
    }
    run() {
        this.#readAbove('Directory.Build.props');
        this.#readFile(this.#path);
        this.#readAbove('Directory.Packages.props');
        this.#readAbove('Directory.Build.targets');
        for (const item of this.#items)
            this.#readItem(item);
        for (const name of listedPackages(this.#path, this.#files.read))
            this.#packages.add(name);
        // A key to sign with, a set of rules, settings of a run.
        for (const [name, value] of this.#properties)
            if (!name.startsWith('msbuild'))
                this.#link(value.replace(/\*.*/, ''));
        return {
            path: this.#path,
            sdks: this.#sdks,
            properties: this.#properties,
            packages: this.#packages,
            versions: this.#versions,
            imports: [...this.#imported].filter((path) => path !== this.#path),
            linked: [...this.#linked],
            references: [...this.#references],
            isPartlyUnknown: this.#isPartlyUnknown,
        };
    }
    #set(name, value) {
        this.#properties.set(name.toLowerCase(), value);
    }
    #scopeOf(file) {
        const folder = external_node_path_.posix.dirname(file);
        this.#set('MSBuildThisFileDirectory', folder === '/' ? '/' : `${folder}/`);
        this.#set('MSBuildThisFile', external_node_path_.posix.basename(file));
        this.#set('MSBuildThisFileName', external_node_path_.posix.basename(file).replace(/\.\w+$/, ''));
        this.#set('MSBuildThisFileFullPath', file);
        return { properties: this.#properties, exists: this.#exists };
    }
    /** The nearest file of a name at the project or above it, as the SDK imports it. */
    #readAbove(name) {
        const folder = folderAbove(name, external_node_path_.posix.dirname(this.#path), this.#exists);
        if (folder !== undefined)
            this.#readFile(external_node_path_.posix.join(folder, name));
    }
    #readFile(path) {
        const text = this.#files.read(path);
        if (text === undefined || this.#imported.has(path) || this.#imported.size > maxImports)
            return;
        this.#imported.add(path);
        const root = parseXmlTree(text);
        if (root?.name.toLowerCase() !== 'project')
            return;
        this.#readSdks(root.attributes['Sdk']);
        for (const child of root.children)
            this.#readElement(child, path);
    }
    #readSdks(list) {
        for (const sdk of listOf(list ?? ''))
            this.#sdks.push(sdk.split('/')[0] ?? '');
    }
    #holds(element, file) {
        const value = evaluateCondition(element.attributes['Condition'], this.#scopeOf(file));
        if (value !== undefined)
            return value;
        this.#isPartlyUnknown = true;
        return file === this.#path;
    }
    #readElement(element, file) {
        if (element.name === 'Choose') {
            this.#readChoice(element, file);
            return;
        }
        if (!this.#holds(element, file))
            return;
        switch (element.name) {
            case 'PropertyGroup':
                for (const child of element.children) {
                    if (!this.#holds(child, file))
                        continue;
                    const value = expand(child.text.trim(), this.#scopeOf(file));
                    if (value !== undefined)
                        this.#set(child.name, value);
                }
                return;
            case 'ItemGroup':
                for (const child of element.children)
                    this.#items.push([child, file]);
                return;
            case 'ImportGroup':
                for (const child of element.children)
                    this.#readElement(child, file);
                return;
            case 'Sdk':
                this.#readSdks(element.attributes['Name']);
                return;
            case 'Import':
                this.#import(element, file);
        }
    }
    #readChoice(element, file) {
        const when = element.children.find((one) => one.name === 'When' && this.#holds(one, file));
        const chosen = when ?? element.children.find((one) => one.name === 'Otherwise');
        for (const child of chosen?.children ?? [])
            this.#readElement(child, file);
    }
    #import(element, file) {
        if (element.attributes['Sdk'] !== undefined) {
            this.#readSdks(element.attributes['Sdk']);
            return;
        }
        const path = expand(element.attributes['Project'] ?? '', this.#scopeOf(file));
        const resolved = path && external_node_path_.posix.resolve(external_node_path_.posix.dirname(file), toSlashes(path));
        if (resolved === undefined || resolved === '' || !this.#exists(resolved)) {
            this.#isPartlyUnknown = true;
            return;
        }
        this.#readFile(resolved);
    }
    #readItem([element, file]) {
        if (!this.#holds(element, file))
            return;
        const scope = this.#scopeOf(file);
        const list = (attribute) => listOf(expand(element.attributes[attribute] ?? '', scope) ?? '');
        if (element.name === 'ProjectReference') {
            for (const one of list('Include'))
                for (const path of this.#projectsAt(one))
                    this.#references.add(path);
            for (const one of list('Remove'))
                for (const path of this.#projectsAt(one))
                    this.#references.delete(path);
            return;
        }
        if (!/^(?:(?:Global)?PackageReference|PackageVersion|Reference)$/.test(element.name)) {
            // What only goes into a package is not needed to test.
            const isPacked = element.attributes['Pack'] ?? element.children.find((one) => one.name === 'Pack')?.text;
            if (!/^true$/i.test(isPacked?.trim() ?? ''))
                for (const one of list('Include'))
                    this.#link(one);
            return;
        }
        // Of an assembly's full name the first part is what packages are called as well.
        const nameOf = (text) => (text.split(',')[0] ?? '').toLowerCase();
        const [version] = [...list('VersionOverride'), ...list('Version')];
        for (const one of [...list('Include'), ...list('Update')])
            if (version !== undefined && (element.name !== 'PackageVersion' || !this.#versions.has(nameOf(one))))
                this.#versions.set(nameOf(one), version);
        if (element.name === 'PackageVersion')
            return;
        for (const one of list('Include'))
            this.#packages.add(nameOf(one));
        for (const one of list('Remove'))
            this.#packages.delete(nameOf(one));
    }
    /** What an item's path means, from the folder of the project, also where it stands in a shared file. */
    #projectsAt(written) {
        const path = external_node_path_.posix.resolve(external_node_path_.posix.dirname(this.#path), toSlashes(written));
        if (!/[*?]/.test(path))
            return [path];
        const matcher = new RegExp((0,dockerignore/* toMatcher */.WV)(path), 'i');
        return this.#files.projectPaths.filter((one) => matcher.test(one.slice(1)));
    }
    /** Takes a file or a pattern outside of the project's folder, where there is such a file; of a pattern its folder. */
    #link(written) {
        const own = external_node_path_.posix.dirname(this.#path);
        const path = external_node_path_.posix.resolve(own, toSlashes(written));
        const fixed = external_node_path_.posix.join(path.replace(/(?<=\/)[^/]*[*?].*$/, ''));
        if (fixed === own || fixed.startsWith(own === '/' ? own : `${own}/`))
            return;
        if (fixed !== path || this.#exists(path))
            this.#linked.add(fixed);
    }
}
/** The packages, in lower case, that lists of NuGet's old form and of Paket beside a project name. */
function listedPackages(project, read) {
    const beside = (name) => read(external_node_path_.posix.join(external_node_path_.posix.dirname(project), name)) ?? '';
    const old = parseXmlTree(beside('packages.config'))?.children.map(({ attributes }) => attributes['id'] ?? '');
    const paket = beside('paket.references')
        .split(/\r?\n/)
        .filter((line) => !/^\s*(?:group\b|File:)/.test(line))
        .map((line) => /^\s*([\w.-]+)/.exec(line)?.[1] ?? '');
    return [...(old ?? []), ...paket].filter((name) => name !== '').map((name) => name.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/read-repository.js









const maxFolders = 5_000;
const maxTextLength = 1024 * 1024;
const maxScriptLength = 64 * 1024;
const projectFile = /\.(?:cs|fs|vb)proj$/i;
const solutionFile = /\.sln[xf]?$/i;
const sharedFile = /^(?:Directory\.\w+\.(?:props|targets)|nuget\.config|global\.json|packages\.lock\.json)$/i;
const otherFile = /\.(?:props|targets|projitems|runsettings)$|^(?:packages\.config|paket\.(?:references|dependencies))$/i;
const scriptFile = /\.(?:sh|bash|ps1|cmd|bat|py|rb|pl|[cm]js)$|^(?:(?:build|ci|(?:run-?)?tests?)\.js|makefile|package\.json)$/i;
/** Reads the .NET projects of the build context, and those of the workspace around it, which the build can't reach; of at most 5,000 folders. */
async function readRepository(context, workspace, ignoreFile) {
    const inside = (0,external_node_path_.relative)(workspace, context).split(external_node_path_.sep).join('/');
    const isWithin = inside !== '..' && !inside.startsWith('../');
    const root = isWithin ? workspace : context;
    // A tree of its own, in which the workspace is the root.
    const contextFolder = external_node_path_.posix.join('/', isWithin ? inside : '');
    const texts = await readTexts(context, contextFolder, undefined);
    if (contextFolder !== '/') {
        for (const [path, text] of await readTexts(root, '/', contextFolder))
            texts.set(path, text);
    }
    const fromContext = (path) => external_node_path_.posix.relative(contextFolder, path);
    const placeOf = (path) => {
        const own = fromContext(path);
        if (own.startsWith('../'))
            return { kind: 'outside' };
        const rules = ignoreFile?.rulesFor(own) ?? [];
        return rules.length === 0 ? { kind: 'context' } : { kind: 'ignored', file: ignoreFile?.name ?? '', rules };
    };
    const paths = [...texts.keys()];
    const files = {
        read: (path) => texts.get(path),
        projectPaths: paths.filter((path) => projectFile.test(path)),
    };
    const projects = withoutTestHelpers(files.projectPaths.map((path) => {
        const evaluated = evaluateProject(path, files);
        const isIn = (one) => placeOf(one).kind === 'context';
        const { imports, linked } = evaluated;
        return toProject({ ...evaluated, imports: imports.filter(isIn), linked: linked.filter(isIn) }, placeOf(path), fromContext);
    }));
    const reachable = [...texts].filter(([path]) => limitOf(external_node_path_.posix.basename(path)) > 0 && placeOf(path).kind === 'context');
    const named = (pattern) => reachable.filter(([path]) => pattern.test(external_node_path_.posix.basename(path)));
    const platform = named(/^global\.json$/i).find(([, text]) => /"test"\s*:\s*\{[^}]*"runner"\s*:\s*"Microsoft\.Testing\.Platform"/.test(text));
    return {
        projects,
        solutions: named(solutionFile).map(([path, text]) => ({
            path: fromContext(path),
            projects: readSolution(path, text).map(fromContext),
        })),
        sharedFiles: named(sharedFile).map(([path]) => fromContext(path)),
        platformFolder: platform && external_node_path_.posix.dirname(fromContext(platform[0])),
        scripts: new Map(named(scriptFile).map(([path, text]) => [fromContext(path), text])),
        habits: readHabits(projects, reachable.map(([, text]) => text)),
    };
}
/** The texts of all files that say something of projects, empty ones for all others, nearest to the top first. `without` is a folder that is left out. */
async function readTexts(folder, root, without) {
    const texts = new Map();
    const leftOut = without === undefined ? undefined : external_node_path_.posix.relative(root, without);
    for (const own of (0,workspace_files/* walkFiles */.Fv)(folder, { maxFolders, without: leftOut })) {
        const limit = limitOf(external_node_path_.posix.basename(own));
        const text = limit === 0 ? '' : await (0,promises_.readFile)((0,external_node_path_.join)(folder, own), 'utf8').catch(() => '');
        texts.set(external_node_path_.posix.join(root, own), text.slice(0, limit));
    }
    return texts;
}
function limitOf(name) {
    if (scriptFile.test(name))
        return maxScriptLength;
    return [projectFile, solutionFile, sharedFile, otherFile].some((pattern) => pattern.test(name))
        ? maxTextLength
        : 0;
}
function readHabits(projects, texts) {
    const tests = projects.filter(({ kind, place }) => kind === 'tests' && place.kind === 'context');
    const options = new Set(tests.map(({ reportOption }) => reportOption));
    const [only] = options;
    return {
        hasOwnRunSettings: texts.some((text) => text.includes('<RunSettingsFilePath>')),
        hasOwnLogger: texts.some((text) => /<VSTestLogger>|<VSTestResultsDirectory>|<Logger\s/.test(text)),
        // An option that one project does not know fails its whole run, so all of them must know the same.
        platformReportOption: options.size === 1 ? only : undefined,
        ...(tests.length > 0 && tests.every(({ isOnPlatform }) => isOnPlatform)
            ? { platformCoverage: tests.every(({ measuresOnPlatform }) => measuresOnPlatform) }
            : {}),
        executablesKnowOption: only === '--report-trx' || tests.every(({ startsOnPlatform }) => startsOnPlatform),
    };
}
/** The projects that a solution (.sln, .slnx) or a filter of one (.slnf) lists, as paths from where `path` is. */
function readSolution(path, text) {
    return listed(path, text)
        .map((written) => external_node_path_.posix.join(external_node_path_.posix.dirname(path), toSlashes(written)))
        .filter((project) => /\.\w+proj$/i.test(project));
}
function listed(path, text) {
    if (/\.slnx$/i.test(path))
        return projectsIn(parseXmlTree(text));
    if (/\.sln$/i.test(path)) {
        const projects = text.matchAll(/^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"([^"]+)"/gm);
        return [...projects].map(([, written = '']) => written);
    }
    // The paths in a filter begin at its solution.
    const { solution } = (0,schema_values/* parseAs */.gf)(filterSchema, text.replace(/^\uFEFF/, '')) ?? {};
    return (solution?.projects.map((one) => external_node_path_.posix.join(external_node_path_.posix.dirname(toSlashes(solution.path)), toSlashes(one))) ?? []);
}
const filterSchema = dist/* object */.Ikc({ solution: dist/* object */.Ikc({ path: dist/* string */.YjP(), projects: dist/* array */.YOg(dist/* string */.YjP()) }) });
function projectsIn(element) {
    if (element === undefined)
        return [];
    const own = element.name === 'Project' ? [element.attributes['Path'] ?? ''] : [];
    return [...own, ...element.children.flatMap(projectsIn)];
}

// EXTERNAL MODULE: ./lib/src/plan/image-identity.js
var image_identity = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/src/plan/instrument/result-strategy.js
var result_strategy = __webpack_require__(4277);
;// CONCATENATED MODULE: ./lib/src/plan/instrument/instrument.js








/**
 * Puts mounts on the RUNs that test: secrets that MSBuild reads as properties (so that an unchanged `dotnet test` writes
 * TRX), the cache mount that outlives a failing RUN, and one secret that is never given, whose id makes the step miss
 * the cache. Secrets change neither the image nor, by their value, the cache key.
 */
function instrumentTests({ dockerfile, testStages: stages, labels, origins, tried }, final, options) {
    const shipped = dockerfile.stages[final.index] ?? final;
    const needed = new Set(stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(stage)]));
    // What a stage of ours starts belongs to the team's stage below it.
    const asked = stages.flatMap((stage) => stage.name?.startsWith(startStagePrefix) ? [stage, (0,stage_graph/* parentOf */.gN)(stage)] : [stage]);
    // In the order of their lines, so that a RUN of the team's has the same number whatever is added below.
    const testRuns = [...needed]
        .flatMap((stage) => {
        const isTried = stage === tried;
        const runs = findTestRuns(stage, shipped, isTried || asked.includes(stage), options);
        return runs.map((run) => ({ ...run, isTried }));
    })
        .sort((a, b) => a.instruction.firstLine - b.instruction.firstLine);
    const lines = dockerfile.text.split('\n');
    const secrets = [];
    for (const [number, run] of testRuns.entries()) {
        const mounts = (0,run_mounts/* planMounts */.Ou)(run, number, shipped, options);
        secrets.push(...mounts.secrets);
        addFlags(lines, run.instruction, mounts.flags.join(''));
    }
    if (!options.mayBeCached)
        for (const hidden of [...needed].flatMap((stage) => hiddenBuilds(stage, options)))
            addFlags(lines, hidden, (0,run_mounts/* againMark */.yz)(options));
    const targets = stages.map((stage, index) => ({
        target: (0,stage_graph/* nameStage */._6)(lines, stage),
        label: labels[index] ?? (0,parse_dockerfile/* stageLabel */.Hn)(stage),
    }));
    const finalTarget = (0,stage_graph/* nameStage */._6)(lines, shipped);
    const text = lines.join('\n');
    const untested = cutTests(dockerfile, text, testRuns, shipped, stages);
    const finalStages = (0,stage_graph/* neededFor */.r4)(shipped);
    const { habits, jobId, placeId, mayBeCached } = options;
    return {
        ...{ text, testRuns, secrets, dockerfile, origins, targets, finalTarget, habits, jobId },
        finalHasTests: testRuns.some((run) => finalStages.has(run.instruction.stage)),
        untested: { text: untested.text, targets: untested.stages.map((stage) => (0,stage_graph/* nameStage */._6)(lines, stage)) },
        place: { placeId, mayBeCached },
    };
}
/** The RUNs that hide whether their build failed: they must miss the cache. */
function hiddenBuilds(stage, { programs }) {
    return stage.instructions.filter((one) => one.keyword === 'RUN' && classifyIn(one, programs) !== 'tests' && hidesFailedBuild((0,shell_text/* scriptIn */.lU)(one)));
}
function addFlags(lines, { firstLine }, flags) {
    const line = lines[firstLine - 1] ?? '';
    lines[firstLine - 1] = line.replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${flags}`);
}
function findTestRuns(stage, final, wasAskedFor, { habits, collects, programs }) {
    const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN');
    const found = runs.map((instruction) => ({
        instruction,
        ...findTestsIn(instruction, programs),
    }));
    const firstCertain = found.findIndex(({ kind }) => kind === 'tests');
    return found.flatMap(({ instruction, kind, commands }, index) => {
        const isCertain = kind === 'tests';
        // What nobody knows is read where it may be what tests, and behind what does: there it runs again in any case.
        const isUnknown = kind === 'unknown';
        const mayTest = isUnknown && firstCertain < 0 && wasAskedFor;
        const isBeside = isUnknown && firstCertain >= 0 && index > firstCertain && collects;
        if (!isCertain && !mayTest && !isBeside)
            return [];
        const way = collects ? (0,result_strategy/* chooseCollectWay */.$P)(instruction, final, habits) : 'log';
        return {
            instruction,
            way,
            commands,
            isCertain,
            isRecorded: collects,
            ...(isBeside && { isBeside }),
        };
    });
}
/**
 * Cuts each stage off where it tests, or needs what such a stage came to. What is left is what a cache can bring back in
 * another job: the steps before a test, such as the restore of test projects. `text` has the same stages on the same lines, `stages` are those with steps of
 * their own that the stage which ships does not need.
 */
function cutTests(dockerfile, text, testRuns, final, testStages) {
    const tests = new Set(testRuns.map(({ instruction }) => instruction));
    const left = new Map();
    const isCut = (stage) => left.get(stage)?.length !== stage.instructions.length;
    const lines = text.split('\n');
    for (const stage of dockerfile.stages) {
        const parent = (0,stage_graph/* parentOf */.gN)(stage);
        const end = stage.instructions.findIndex((one) => tests.has(one) || (parent !== undefined && isCut(parent)) || (0,stage_graph/* sourcesOf */.u0)(one).some(isCut));
        left.set(stage, end < 0 ? stage.instructions : stage.instructions.slice(0, end));
        const from = end < 0 ? undefined : stage.instructions[end]?.firstLine;
        const next = dockerfile.stages[stage.index + 1]?.firstLine ?? lines.length + 1;
        if (from !== undefined)
            lines.fill('#', from - 1, next - 1);
    }
    const shipped = (0,stage_graph/* neededFor */.r4)(final);
    const hasOwn = (stage) => [...(0,stage_graph/* neededFor */.r4)(stage)].some((one) => !shipped.has(one) && (left.get(one) ?? []).some(makesLayer));
    return { text: lines.join('\n'), stages: testStages.filter(hasOwn) };
}
function makesLayer({ keyword }) {
    return ['RUN', 'COPY', 'ADD'].includes(keyword);
}

;// CONCATENATED MODULE: ./lib/src/plan/plan.js














/**
 * Reads the Dockerfile and decides which stage tests and which one ships; throws a UserError where that can't be decided, or `missing-test-stage` lets the
 * job fail. `before` is the plan of the same job whose tried stage had no results.
 */
async function makePlan(settings, before) {
    const text = await (0,promises_.readFile)(settings.file, 'utf8');
    const { image } = (0,choose_platforms/* choosePlatforms */.kD)(settings.platforms, { platforms: [choose_platforms/* ownPlatform */.g$] });
    const [platform = choose_platforms/* ownPlatform */.g$] = image;
    const dockerfile = (0,parse_dockerfile/* parseDockerfile */.Ai)(text, settings.fileShown, settings.buildArgs, (0,choose_platforms/* plainPlatform */.qC)(platform));
    const ignoreFile = await (0,dockerignore/* readIgnoreFile */.rj)(settings.context, settings.file);
    const repository = await readRepository(settings.context, settings.workspace, ignoreFile);
    const programs = programsOf(repository);
    const choice = chooseStages(dockerfile, settings, programs);
    requireLinux(choice.final);
    if (choice.testsOnly)
        requireImage(dockerfile, inputsThatNeedImage(settings));
    const identity = (0,image_identity/* identityOf */.c)(settings, choice.final, dockerfile);
    const jobId = before?.instrumented.jobId ?? (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const { final, tests } = choice;
    const answer = tests.kind === 'missing'
        ? answerMissing({
            ...{ final, waiting: tests.waiting, repository, programs },
            ...{ ignoreName: ignoreFile?.name, tried: before?.tried },
        }, settings)
        : undefined;
    const extended = extend(dockerfile, choice, settings, answer, programs, before?.tried);
    return {
        dockerfile,
        paths: (0,inputs_paths/* pathsOf */.wG)(settings),
        ignoreFile,
        secretIds: [...settings.secrets, ...settings.secretFiles].map(([id]) => id),
        ...choice,
        ...(extended.testStages.length > 0 ? { tests: { kind: 'stages', stages: extended.testStages } } : {}),
        identity,
        repository,
        untestedReason: answer?.kind === 'skip' ? answer.reason : undefined,
        tried: answer?.kind === 'try' ? answer.stage : undefined,
        notices: answer?.kind === 'generate' ? [answer.notice] : [],
        instrumented: instrumentTests(extended, choice.final, {
            jobId,
            // Part of the cache key: only where that may hit is it the same for all jobs of the image.
            placeId: settings.testCache ? hashOf({ ...identity, buildArgs: [] }) : jobId,
            mayBeCached: settings.testCache,
            collects: settings.testResults === 'auto',
            coverage: settings.coverage,
            // VSTest itself stops a test host in which nothing happens for half of the limit, so that results survive. The other half
            // is for what comes before: restore, compiling, and the tests that did end.
            hangTimeoutMs: settings.testTimeoutMs && Math.round(settings.testTimeoutMs / 2),
            habits: repository.habits,
            programs,
        }),
    };
}
/** What was decided, in one line for the log. */
function describePlan(plan) {
    const { tests, tried, instrumented, final, testsOnly, dockerfile, notices } = plan;
    const labels = instrumented.targets.map(({ label }) => label).join(', ');
    // Only a generated stage has a notice, and the Dockerfile has none of its name.
    const where = notices.length > 0
        ? 'a generated test stage'
        : `stage ${labels}${tried === undefined ? '' : ', if it tests'}`;
    if (testsOnly)
        return `tests in ${where} of ${dockerfile.shown}, no final stage`;
    const untested = tests.kind === 'elsewhere' ? 'tests in another job' : 'no tests';
    return `${tests.kind === 'stages' ? `tests in ${where}` : untested}, image from stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} of ${dockerfile.shown}`;
}
function hashOf(identity) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}
/** The inputs that are of no use without an image. */
function inputsThatNeedImage(settings) {
    const given = [
        ['push', settings.push],
        ['load', settings.load],
        ['outputs', settings.outputs.length > 0],
        ['smoke-test', settings.smokeCheck !== undefined],
        ['max-size', settings.maxSizeBytes !== undefined],
        ['max-increase', settings.maxIncrease.length > 0],
    ];
    return given.filter(([, isGiven]) => isGiven).map(([name]) => name);
}
/** The Dockerfile with the stages that run what the team's own stages only start, or don't have. */
function extend(dockerfile, { tests }, { testTargets }, answer, programs, tried) {
    if (tests.kind === 'stages')
        return appendStartCommands(dockerfile, tests.stages, programs, testTargets.length > 0);
    if (answer?.kind === 'generate')
        return appendSuggestion(dockerfile, answer.suggestion, tried);
    if (answer?.kind === 'try') {
        const { stage } = answer;
        return { dockerfile, testStages: [stage], labels: [(0,parse_dockerfile/* stageLabel */.Hn)(stage)], origins: new Map(), tried: stage };
    }
    return { dockerfile, testStages: [], labels: [], origins: new Map() };
}

// EXTERNAL MODULE: ./lib/src/smoke/smoke-test.js + 4 modules
var smoke_test = __webpack_require__(8263);
// EXTERNAL MODULE: ./lib/src/compare/comparable.js
var compare_comparable = __webpack_require__(9328);
// EXTERNAL MODULE: ./lib/src/docker/registry.js
var registry = __webpack_require__(7027);
// EXTERNAL MODULE: ./lib/src/git/git.js
var git = __webpack_require__(5349);
// EXTERNAL MODULE: ./lib/src/docker/builder.js
var docker_builder = __webpack_require__(6096);
// EXTERNAL MODULE: ./lib/src/measure/oci/export-image.js
var export_image = __webpack_require__(1641);
// EXTERNAL MODULE: ./lib/src/measure/measurement.js
var measure_measurement = __webpack_require__(6481);
// EXTERNAL MODULE: ./lib/src/measure/oci/base-image.js
var base_image = __webpack_require__(5454);
// EXTERNAL MODULE: ./lib/src/measure/analyze/layer-origins.js
var layer_origins = __webpack_require__(617);
// EXTERNAL MODULE: ./lib/src/measure/oci/list-layer.js
var list_layer = __webpack_require__(5431);
// EXTERNAL MODULE: ./lib/src/measure/oci/oci-layout.js
var oci_layout = __webpack_require__(4965);
;// CONCATENATED MODULE: ./lib/src/measure/measure-layout.js








/** A layout that rests on what a baseline says, and does not fit to it. */
class OddLayoutError extends Error {
}
/** Measures the images of an OCI layout folder; where it does not fit the baselines, of one exported whole. Throws an Error for a damaged layout. */
async function measureImages(built, options) {
    try {
        return await measureLayout(built, options);
    }
    catch (error) {
        if (options.before.length === 0 || !(error instanceof OddLayoutError))
            throw error;
        return measureLayout(await options.buildAgain(), { ...options, before: [] });
    }
}
async function measureLayout(built, options) {
    const { layoutFolder } = built;
    const images = await (0,oci_layout/* readImages */.H)(layoutFolder);
    const wanted = Math.max(1, options.platforms.length);
    if (images.length !== wanted) {
        throw new Error(`the build gave ${images.length} images where ${wanted === 1 ? 'one was' : `${wanted} were`} expected`);
    }
    const order = ({ config }) => options.platforms.findIndex((platform) => (0,choose_platforms/* isSamePlatform */.SW)(platform, (0,oci_layout/* platformOf */.tj)(config)));
    const measurements = [];
    for (const image of images.sort((a, b) => order(a) - order(b))) {
        // A layer that platforms share is read once.
        const known = (0,measure_measurement/* readKnownLayers */.Ym)([...options.before, ...measurements], ({ digest }) => digest);
        measurements.push(await measureOne(built, image, known, options));
    }
    return { layoutFolder, measurements: measurements };
}
async function measureOne({ layoutFolder, steps }, image, described, { docker, plan: planned, builderName, packing, before: all, tempFolder }) {
    const platform = (0,oci_layout/* platformOf */.tj)(image.config);
    const plan = (0,parse_dockerfile/* readFor */.uc)((0,choose_platforms/* plainPlatform */.qC)(platform), planned);
    const before = all.find((one) => (0,choose_platforms/* isSamePlatform */.SW)(one.platform, platform));
    const origins = (0,layer_origins/* readLayerOrigins */.V)(image.config, plan.final);
    const base = await (0,base_image/* findBase */.l)({ plan, steps, image, origins, before }, (reference) => (0,base_image/* countExported */.x)({ docker, builder: builderName, packing, tempFolder }, reference, image));
    const ownFrom = base?.layerCount ?? 0;
    const warnings = [];
    const layers = [];
    let layersRead = 0;
    for (const [index, layer] of image.layers.entries()) {
        const diffId = image.config.rootfs.diff_ids[index] ?? '';
        const isOwn = index >= ownFrom;
        const known = await findKnown(layoutFolder, layer, diffId, isOwn, described.get(layer.digest));
        if (known === undefined)
            layersRead += 1;
        const { uncompressedBytes, content } = known ??
            (await (0,list_layer/* listLayer */.yP)(layoutFolder, layer, diffId, isOwn).catch((error) => {
                if (!(error instanceof list_layer/* UnreadableLayerError */.tb))
                    throw error;
                warnings.push(`The uncompressed size is without one layer: ${error.message}.`);
                return { uncompressedBytes: 0, content: undefined };
            }));
        layers.push({ digest: layer.digest, diffId, compressedBytes: layer.size, uncompressedBytes, content });
    }
    return {
        method: 'oci-layout',
        compression: compressionOf(image.layers),
        manifestDigest: image.manifestDigest,
        configDigest: image.configDigest,
        ...(0,measure_measurement/* describeContent */.Xb)(image, layers, origins, base),
        layersRead,
        warnings,
    };
}
/** What a baseline says of this very layer; undefined: it has to be read. Throws an OddLayoutError where an empty file is in its place then. */
async function findKnown(folder, layer, diffId, isOwn, described) {
    if (described === undefined)
        return undefined;
    const fits = described.layer.diffId === diffId && described.layer.compressedBytes === layer.size;
    const wasBase = described.isBase && isOwn;
    if (fits && !wasBase)
        return described.layer;
    const stat = await (0,promises_.lstat)((0,oci_layout/* blobPath */.nD)(folder, layer.digest)).catch(() => undefined);
    if (stat?.size === layer.size)
        return undefined;
    throw new OddLayoutError(fits
        ? `the layer ${layer.digest} was the base image's, and is one of its own now`
        : `the baseline describes the layer ${layer.digest} otherwise`);
}
/** How most bytes of the image are compressed. */
function compressionOf(layers) {
    const bytes = new Map();
    for (const { mediaType, size } of layers) {
        const kind = (0,list_layer/* compressionOfType */._I)(mediaType);
        bytes.set(kind, (bytes.get(kind) ?? 0) + size);
    }
    return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}

// EXTERNAL MODULE: ./lib/src/git/checkout.js
var checkout = __webpack_require__(9721);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/plan/instrument/recorder-assembly.json
const recorder_assembly_namespaceObject = /*#__PURE__*/JSON.parse('{"c":"G/8lA+5w0xfhqCjK9WKx+KsDnojYo/4AqVX9VDVBhAheI7L6Eg4ImGoNa9/47/TzNLHYpcugq9f77RFa+ogXHv7p0r9vZnZCFJpIezZNPgpvxIoRd7upgPQXID7PR2O092dm9zTh2i5RRUMSS80bMVBp+P/afLuiJw1YtmSiCfh/mZIsEk6iZaqAKqDA6VMuUcdQlV6Eza0X40s43KqCHP6jtf3Zm7V3hkRNeExQaSQxv6b6PdfXNNdlcTEiR35S/qGSAysNYwQaWKf/f81Pm/s/z+LbLaSrNqqAH4SqbIWrJZYv9+ZlOnNnAm/ycc7PAmcWM0uQpEDounJXVS0guQJ7YAfoCDQKU1WhFekmIy0lAojcVbse1tlNiYs38SzU+nXie9+Ze6QyRuspr/sLJ5Dc+fdg0tcJyEAB//+PbQCgodl6BwDH2/8c2XR02mubSHyokRQ682ZorKVrqVYg3caUpv+azp+Pg4OtLwBIfQuJkRmwAv4CANzjfcdOGFAdqAAY9xTQQEMAzjQgQQHA5BigBMKyTn/AeVAyMEdVTKj7FFLyfXbPKtIJ7Jca7SlUBcMna7DmHm99B7HdoG+Ojx6YchPQQHUgOQp3OrOUWbJASEgvBgVoJF1DwzNLTrEpC+yRXzUS8AXn1BCNB2J+SsPPAYlC6uAcCCYewLB7jRYGQm8GBqZlGaSUIoNH0AEeUeD0kAIPBFiof9MFvA7KtpOTJa3Fm+CRqUED6tLLeMsMrNseIXMv5YYe9eZPSABaUMRBineYge18IQNU4o4ghUWexL08sJ+zQkGC9IhGBpri6+CQfeWLYAFlFYh/qsBZB5fBcflQYUGZfPTUqAW4UjLrH4ytCGzS0jsn7ZCAtGQ6xjjdsBIn64U6gAv9ZGfIAkFjJUQr1R6ku5p5B0OY5BCMLluZR2qQZLJR5QDt9152gP9k//+Y0ajN5v6M2NMGqACrb5MYBQUwtTRFGeVSapgMmyF0l8dDD7AUNCcf+izKoi3r5Yzsg51+7XgSM7AT7xnQjS+u0t6zMl8zyet16WSQTdeVU4uak06RLgdA460uaV9csTEv3FLzUnAHgv63pkG3ovi7wJyVDQGe7OCdoHBn49tK9E2j7ta+VT58na2sAcxZE4VMsxNzndjJcX5xqfnt56vnpDA+7C2Tl/UuvW7yBpLWPj2etC953eIiwVwKepHYkw76b6wigU92kbneuO7TysY1zfomljw5K2KEdzZo/v/r67C5FQ03Ot6WGfzmKNcAU65XUtF8u9eFwPHJUYfrWqZ6hdrYOXdU9xzdEq0JwlQ/ysGeSSI+0VSU5GytlQhhrcVYVjWHRbwLXfL6lmyHJcCrsAWwfO6Oo6taeRZYmLYC/wQjaiDgo0e2C0cgzQ0cyUAOpoHbACk1wj6ABcWb4DFTy32BrJXPN2rzeqUfA0/K/YDAwNlzXy1a3cy0L86t9Qu31LxmjhGEQHpYkl73SY1P9U48HVeLwUbHvbP6nw1aZp73xLL6KujmRchV1LmiCq+BSF1I1nDAs1YeCOTzC4zpIGCPBat4EQ4GxPdlzGUtYHkgKWafLOVaY67KQ7Xg43h5ZodR//fKjXULh69kueuOu/U9VbDOOHKhnazkcar7Sq3H+q4jreCoXdgw2bTx6UflH05mljvgQYFHd4yVteo03+CUo/IY4c5p7fSd13htFCAD18yF2he3mj12qjwW2PcXVxE/lzGHJoAZaMxTuJARcRca4yFpy9f6rrFO3ROOAa96vFvBXEYDk/IkIPtBghBOBsQnFczjwHAKINet103xQHxNwRwSAJVHJXiuC43O8zr62lTJzklbty0+lAmnA3aWScDjEspmztmo/bgMPutwEFCVq848ziMwZeeL2jq4X+bFtVDXp/4Fl8yVhbMBlmuVyAeSpI3tkar3bqX3Z0rvleuRjhnYi/sO7MfLBw7iZwOH8bdBo5irw8dJHIyDAQI8Lf04T3f4iIdzUtil/jaBPKACpv0E+DLwM0MN7xPUQjgXgBzO06HxGNK7S/lZKFg2qPV6e87HfdXTyrREQYB0ku8taodxuw7ZAOtv4wgBSdLBEcAvGXB+mbCqdQvaW290CXj86rx6F99YIADYg25P9AZ9hCEivBaATjFwX+DzGwYsOLTB5117gYLxFFopmnxoSvk5cLZ9vkL8MGAVNWbXq/qq2JQJAEgQny5K1ja2wI9E8IQAeiADa+AAbEEzoADINyeIkRDRzJyquOo7KgWT2f6qwnFiziijE1da66MB4x5jToeb6iVAuqaos0fr5YFozPyzjDGb0235NegLPeRtwJVjaW2U7BLF0Q2INJYUt4fZtpaZalCA3a2MpW2/AVlW7ei/etH3WsAHB9pv63AcEg5DpaMBdyL1hwB3wGY8Hq9V46kqI0NDG7sKkAdAEAbE2YUCDxHIhrCdOnbC+a3vItxlv+PiJFG2ab9WJBURK+MB41U9A4/ZVuodgGkmlqMk+HQXMNGTpSeMuQetSpZryQQ+OPWdakcxRGQufe2jVvtXO6p3D6P/S1bqPfqR+FIVa6ec0mu3Y+XY4CtZiqNk1H18gmFX2isq1cYTDOapWtUe23QA37IBhIsLJA8m0PNJgojYcN3Gx4bDSZh1DxvtR+BihUol35aZsL7tfFPZflt2DbXc1jg1XVRBtqsTfdMPE2m/nl1LjFoNmy7b0Y7L68RNNd9pzjuXhq4bvGpoHklz23Xf7Vyn23rztZ9Ojvtv5bo/7FqueMoToneV72iq3lL4nz7ssaHSq9kkLBCra2nXjLVqR+ywMTha2/keV1LTW7MHe+45/DquNedwd2Pd5bqpHglXrV/wXd7+gEvKRZrrjPs77n4txDe/o9JaxHYSrZVv97S2aqomw/CkqZRyyTvbOTSN45VaE5ug3NAlpbOQnZQghpWWIIsqTWfDK7bjOfwfx26RqsUtsvd1ZaUKG0oTjV89U7Sr+qVWqnmygV5kvLCifE+d9bk5aZRma2Hgm7NcfKDrM5Jr2SFaRyftFRmxk46IRqmWcyJc5X2biqqsB6IgSNygJg2s8kp0Hi73uDUrl56dkGLhJvKXqIqmlcVHu3JmMYgSQwaJq+KJmMp17aIMYHcRPxoke/wuHwGQSVcDBd4K4PD6WR3bd3Ediv8s9Lmjgd/CqEf4m9nRPPoDKj4wDWMAD1p/QBMU56GISEITVPGnmjQjv0byOzNw218y2bfHpZyX/n+YKkH11RCbRUmkfkImY76Gd9g83QqZUMGUgfQdxFkYPEgPzGacdhFzGI67PKnJsBQCJ1IaZ+AgyUi4yE5eQJ/cKuhQqoTwpIQqhqqj39MGSqNgSZXWvUDltNWQej5auEwJIXeQn0mkj0ZAtKFuStlRy0WtQCYKS6EZLeRCbRVdJkcgWdaMV5E5N7vj5SLRNwGgyI+4NcRN4jsYC9RzOWivR5DnOcjnPG5GlnqGZnaMsRR0cG2S2SyGFtDu+1niKZXAZUpiPp+mYilzQMrfE2VeUaOJwbsRwo0hP8tnHfSC41H9bXyOAjWqmsg/7SAVd/uDuSw+jCvv91DimTq2DnQHuazygzN0bT0LH4wqRfigLGjT46fNOI6SOVmRzG9x0M2O+HPvU0l2jglBZBfb4LZBkpGQM7KZ1GDF8ik7Cu1ughhZkhYqBz7um/I7B8NQQjY1lxhPpDBKAJDRnHuymcFC++qHyWhE0tzK0JmbgGzEhaps6ib15eEEapi2GymWtNSXE1mP6YnqpPw//6Z3PrLZRYcKkJRYdkl+Vi22buN68aMdt2zGw13dVDbea6Qj7ZN20kUafpRK0ol6aQe1ilkZZpW7jQc0c6gmvVEMHy8iEG4prmFUCUeZcEp0mzb0maSOTBhUJDkNztRBCve5MG232zDirwzpKK19KpU67qIcsKnlDpTF3jnrrh1EgMsCr2z7lsykGZpcGzJQlHIy1tvh0trapLheAgk3vLvzJ8hUydx9TZdOkrY0OXY2FKtly4DK4zpjhqDawZjWsiaWuEpgCAVJ6M4ZarTklaNTrVY67GVBN7tDwAFGMrU7c7XWVAZBTVIeKK2cbJmZmqtU9xlb61pyynNvFAxyGALgqGYwXJc/lKXcDam2kCndas09Umrg2Mxcay2nkP1lOId1sCTB6DleQBLImcESdjyNTJJkGo7BPiGokYhJ2saIkUCgWRYqgohtBAz79JHLvqy7caNWwbIFFRKXz2IHFn8pM0ZAdpgXXKBbJ3zD6/WtasdJPmG4XxE5a4N1vGAw5Q0GG452w3CIFPQOBsRhEdotEtA88gxd7FUtGBa5s4EI/QFJQsklYvIijITQo1v+WfrhE/TphMmzGQLhPuGApTB+RpGzr0ov5VMQH8Ap9f3W/exx6sEl9rnwBNmcIPACXAQtA2g4f0wlaXH4U3Xtp/wJLgGHBdxwjoG2cY8gWgL+PEtn8PjqykXEyEBQOnCYMSACxYV94I2q58GRsZu6mCDnJxhnFb38DRtAhZ4RDygYwTzNnLc8B9VHZRogsFk8gUvBofuoVsTHAcShmoB+Dw6E9gVHUju7FeAR4IgSHOzssEH4ztged1c7cCIf/A/GuBSipxPIwCeM4/dQL2X7eGGCaRKF0+L5LSwg9HWn59gCwuWulrhn+NBfqxKLA30jD1eZ+tceaUyzGU0/UtOxucUD8CusMDcvTmdEdc7ZSF0f2WJhhA2CRBwEGvZ12+2KriuPq7muvlj5orOGPO/UrtG4HgXhhZ2gm6AUjBlRQKiCMecSrXxurXVDCWGthOBWAi4UvoLkmomVI0GyFkDRbTUfN8sRGjQistSVCDCogrNBB8Hz5zweviOxouqWmdnFbdZryhna9BOWxEzTTRkr7kxUcGPdPZIlxKW/NSTHeiicZeuIB3NLkIS1qWxmHx+YdlsXcNVdh46Kjy04M0O4rtWQOEktIgj/+FCkEbYeLgpIqZZ+OfT7mA/mxA7Tl1ZqlypQbTqpMW6GI1RHTpl12qS4PZk/wB3ij7BGKDAbMFHREA8XBaqiaxioiMlQM2+fKTDCTNu2yggvFmuXhREFrHOt/DFD1xN83MD1CAXhj1lKkJpRGnmn2GT0CVo9hRuw2FrjhUR7edxxjQhp0IvYdPnH1+uOxpHGB4PhQGnuuqkE00qigK17wENrBCjmm95u/59ObqfJ6tAKcl1OnNOAk+yEP0eAKQg2tBKCDagOc/4Cat8vMQLWLQVQPQjNyvOTJcOcbCq9rdfN8p8oYIltQxJRKu/Owtmx2U+59P2eApobm2F26PjaZDEWF7+Hh0fJUyA4537lnybA/340zgYfoOAMKmKA8twEMADrigWtXsCYAmQAkfkWml4s6UKJNz7ccfIxREsBsHve/kGZ924AlJuTNMA4o9BCBsstx1cbp1QuEwBfCmjGIkOpMsXnm90BgHXzSoDQVBeWY9g1+eNjmmnDft2RMhlAKImwYuPRi7O83dQcbdEaMLC2gBZ5izJN0rqxnlg0tFOdOOfRWcy8oYpBNlO+VM7tKen7GQoUYKEhTW4m+6bUIxD9phPlyJOhWBMmZj2nE/Lk64JcZKvupiidAiRmQe74UkQikrWVWoCJu54lyqvoFkzEv6xjjZQpWzIlMhXrSbP+O7v7n1cD7MGEpzwA"}');
;// CONCATENATED MODULE: ./lib/src/plan/instrument/recorder-assembly.js


/** process-recorder.cs as an assembly for .NET Standard 2.0, which scripts/build-recorder.mjs compiles. */
function recorderAssembly() {
    return (0,external_node_zlib_.brotliDecompressSync)(Buffer.from(recorder_assembly_namespaceObject.c, 'base64'));
}

;// CONCATENATED MODULE: ./lib/src/plan/prepare-builds.js





/**
 * Puts the instrumented Dockerfile and its ignore file into a private folder, under the team's own name, so that BuildKit's messages read the same. The
 * image is built from the team's own file, unless it needs a stage in which tests run, which would run there a second time.
 */
async function prepareBuilds(plan, settings, { cacheFrom, testsFrom, attests, platforms }, tempFolder) {
    const { instrumented, dockerfile, final } = plan;
    const write = (name, text) => writeBeside(settings.file, (0,external_node_path_.join)(tempFolder, name), text);
    const path = await write('instrumented', instrumented.text);
    const { context, builder, buildArgs, secrets, pull, tags, annotations } = settings;
    const labels = labelsOf(settings, dockerfile);
    // What a RUN sees is the same in both builds: else the second would build again what the first has built.
    const common = { context, builder, buildArgs, pull, ...surroundingsOf(settings) };
    const recorder = (0,external_node_path_.join)(tempFolder, 'recorder.dll');
    const isRecorded = instrumented.testRuns.some((run) => run.isRecorded);
    if (isRecorded)
        await (0,promises_.writeFile)(recorder, recorderAssembly());
    const recorderSecrets = isRecorded ? [[run_mounts/* recorderId */.sG, recorder]] : [];
    const instrumentedFile = {
        dockerfile: path,
        secrets: [...secrets, ...instrumented.secrets],
        secretFiles: [...settings.secretFiles, ...recorderSecrets],
    };
    const { noCache } = settings;
    // buildx takes either of them, not both.
    const noCacheStages = noCache ? [] : settings.noCacheFilters;
    const ofTests = { platforms: platforms.tests, noCache, noCacheStages };
    const tests = { ...common, cacheFrom: testsFrom, ...instrumentedFile, ...ofTests };
    const untested = await write('untested', instrumented.untested.text);
    const upToTests = (target) => ({ ...tests, dockerfile: untested, target });
    const targets = instrumented.targets.map(({ target }) => target);
    const own = instrumented.untested.targets.map(upToTests);
    const testCaches = settings.testCache
        ? { passed: targets.map((target) => ({ ...tests, target })), failed: targets.map(upToTests) }
        : { passed: own, failed: own.length > 0 ? own : targets.slice(0, 1).map(upToTests) };
    const image = {
        ...{ ...common, cacheFrom },
        ...{ tags, labels, annotations, attests, platforms: platforms.image },
        ...withoutCache(plan, settings),
        dockerfile: settings.file,
        secrets,
    };
    const isLast = final.index === dockerfile.stages.length - 1;
    // In the instrumented file every stage that is built has a name; --target takes no number.
    if (instrumented.finalHasTests || (!isLast && final.name === undefined)) {
        return { tests, testCaches, image: { ...image, ...instrumentedFile, target: instrumented.finalTarget } };
    }
    const target = isLast ? undefined : final.name;
    return { tests, testCaches, image: { ...image, target } };
}
function surroundingsOf(settings) {
    const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = settings;
    return { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow };
}
/** Writes a text in place of the team's Dockerfile, with the ignore file of that very file beside it. */
async function writeBeside(file, folder, text) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(file));
    await (0,promises_.writeFile)(path, text);
    const ignored = await (0,promises_.readFile)(`${file}.dockerignore`).catch(() => undefined);
    if (ignored !== undefined)
        await (0,promises_.writeFile)(`${path}.dockerignore`, ignored);
    return path;
}
/** Without the cache each stage is built once per job: what the tests had built just now is not built again. */
function withoutCache({ tests, final }, { noCache, noCacheFilters }) {
    if (tests.kind !== 'stages')
        return { noCache, noCacheStages: noCache ? [] : noCacheFilters };
    if (!noCache && noCacheFilters.length === 0)
        return { noCache, noCacheStages: [] };
    const filters = new Set(noCacheFilters.map((name) => name.toLowerCase()));
    const names = (0,stage_graph/* neededBeside */.SD)(final, tests.stages).flatMap(({ name }) => name ?? []);
    return {
        noCache: false,
        noCacheStages: noCache ? names : names.filter((name) => filters.has(name.toLowerCase())),
    };
}
const prefix = 'org.opencontainers.image.';
/**
 * The labels of the final image: those of the OCI specification that the run knows, then the input `labels`. What that or a `LABEL` of
 * the Dockerfile says itself is left to them. Times are the commit's, so that the same commit gives the same image.
 */
function labelsOf({ labels, ociLabels, facts, imageNames, tags, version }, dockerfile) {
    if (!ociLabels || facts.repositoryUrl === '')
        return labels;
    const name = imageNames[0] ?? tags[0] ?? facts.repositoryUrl;
    const known = {
        title: name.replace(/^.*\//, '').replace(/[:@].*$/, ''),
        description: facts.description,
        url: facts.repositoryUrl,
        source: facts.repositoryUrl,
        revision: facts.commit,
        version,
        created: facts.committedAt,
        licenses: facts.license,
    };
    const written = dockerfile.stages.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'LABEL').map(({ argument }) => argument));
    const isTaken = (key) => labels.some((label) => label.startsWith(`${key}=`)) || written.some((text) => text.includes(key));
    const own = Object.entries(known).flatMap(([key, value = '']) => value === '' || isTaken(prefix + key) ? [] : [`${prefix}${key}=${value.replace(/[\r\n]+/g, ' ')}`]);
    return [...own, ...labels];
}

;// CONCATENATED MODULE: ./lib/src/baselines/make-baseline.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















const exportDeadlineMs = 5 * 60_000;
/** The commit that an image was built from (OCI image specification, annotations). */
const revisionLabel = 'org.opencontainers.image.revision';
/** Measures what a registry has under `baseline-image`; of layers that the image just measured has too nothing is read. */
async function readRegistryBaseline({ docker, tempFolder }, reference, { settings, builder, plan }, after) {
    const lost = (reason) => (0,compare_comparable/* noBaseline */.f$)(`No baseline: ${reference} could not be read.`, `baseline-image ${reference} is no baseline: ${reason}.`);
    if (!(0,docker_builder/* writesLayouts */.Qx)(builder))
        return lost('this Docker engine, with its legacy image store, exports no OCI layout');
    const answer = await (0,registry/* askRegistry */.rF)(docker, reference, after.platform, settings.builder);
    if (answer.kind === 'none')
        return lost(answer.reason);
    const folder = (0,external_node_path_.join)(tempFolder, `registry-baseline-${after.platform.replaceAll('/', '-')}`);
    const send = async (name, known) => {
        const sent = await (0,export_image/* exportImage */._)(docker, {
            reference: `${(0,registry/* repositoryOf */._M)(reference)}@${answer.image.digest}`,
            ...{ platform: after.platform, builder: settings.builder, known },
            ...{ folder: (0,external_node_path_.join)(folder, name), deadlineMs: exportDeadlineMs },
        });
        if (sent.kind === 'failed')
            throw new Error(sent.reason);
        return sent.layoutFolder;
    };
    const { layoutFolder, measurements: [measurement], } = await measureImages({ layoutFolder: await send('known', after.layers), steps: [] }, {
        ...{ docker, plan, builderName: settings.builder, before: [after], tempFolder: folder },
        // Compressed as the registry has it.
        ...{ packing: [], platforms: [after.platform] },
        buildAgain: async () => ({ layoutFolder: await send('whole', []), steps: [] }),
    });
    const { config } = await (0,oci_layout/* readLayout */.T4)(layoutFolder);
    const revision = config.config?.Labels?.[revisionLabel] ?? '';
    const source = { commit: (0,git/* isCommit */.WM)(revision) ? revision : undefined };
    const record = (0,measure_measurement/* recordOf */.zv)(measurement, {
        ...{ identity: after, builder, source, tests: undefined, steps: [], neighbours: undefined },
    });
    return {
        kind: 'found',
        source: 'registry',
        reference,
        // A registry does not tell when it was pushed, and `created` is when its last step ran: it may be of 1970, or of a cached step.
        record: asStored(record, answer.image),
        warnings: measurement.warnings,
    };
}
/** BuildKit writes the config of an image anew when it exports it: what the registry stores is what its manifest says. */
function asStored(record, { digest, config, layers }) {
    const isSame = layers.length === record.layers.length &&
        layers.every((layer, index) => layer.digest === record.layers[index]?.digest);
    if (!isSame)
        return record;
    return {
        ...record,
        manifestDigest: digest,
        configDigest: config.digest,
        configBytes: config.size,
        compressedBytes: record.compressedBytes - record.configBytes + config.size,
    };
}
/** Builds the final stage of the base commit with the same settings and cache, in a private folder: what is checked out stays as it is. */
async function rebuildBaseline(tools, { grewFrom: commit, lookups }, { settings, builder, request }, after) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const lost = (reason) => (0,compare_comparable/* noBaseline */.f$)('No baseline: none could be built.', `baseline: rebuild gave none: ${reason}.`);
        if (commit === undefined)
            return lost('the base commit is not known');
        const tempFolder = (0,external_node_path_.join)(tools.tempFolder, `rebuilt-${after.platform.replaceAll('/', '-')}`);
        await (0,promises_.mkdir)(tempFolder, { recursive: true });
        const tree = await (0,checkout/* checkOutTree */.xA)(settings.context, commit, tempFolder);
        if (tree === undefined) {
            return lost(`the clone does not have the commit ${commit}; set fetch-depth: 0 for actions/checkout`);
        }
        tools.log.info(`Baseline: the image of commit ${commit.slice(0, 7)} is built to compare with.`);
        const then = { ...settings, ...(await findPaths(tree, settings)), missingTestStage: 'skip' };
        const plan = await makePlan(then);
        const one = request.platforms.length === 0 ? [] : [after.platform];
        const platforms = { image: one, tests: one };
        const { image } = await prepareBuilds(plan, then, { ...request, testsFrom: [], platforms }, tempFolder);
        const job = { settings: then, builder, plan, request: { ...image, tags: [] }, before: [after] };
        const built = __addDisposableResource(env_1, await tools.rebuild(job, tempFolder), true);
        const { measurements: [measurement], } = await built.measure();
        const source = { commit, branch: lookups[0]?.branch };
        const record = (0,measure_measurement/* recordOf */.zv)(measurement, {
            ...{ identity: after, builder, source, tests: undefined, steps: built.steps, neighbours: undefined },
        });
        const dated = { ...record, createdAt: tree.committedAt };
        return { kind: 'found', source: 'rebuild', record: dated, warnings: built.warnings };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Context and Dockerfile where that commit had them. Throws a UserError when it had none there. */
async function findPaths({ folder, top }, settings) {
    const root = await (0,promises_.realpath)(top);
    const [context, file] = [settings.context, settings.file].map((path) => (0,external_node_path_.relative)(root, path));
    if (context === undefined || file === undefined || [context, file].some(inputs_paths/* isOutside */._K)) {
        throw new Error('context and Dockerfile are not of one repository');
    }
    const problems = new errors/* Problems */.Zw();
    const paths = await (0,inputs_paths/* findContext */.hS)(context === '' ? '.' : context, file, folder, problems);
    problems.throwIfAny();
    return paths;
}

// EXTERNAL MODULE: ./lib/src/measure/record/image-record.js
var image_record = __webpack_require__(5262);
// EXTERNAL MODULE: ./lib/src/store/record-store.js
var record_store = __webpack_require__(6727);
;// CONCATENATED MODULE: ./lib/src/baselines/find-baseline.js







/** Looks for the stored records to compare with, one for a platform, in their order; trouble with the store is a reason why there is none. */
async function findStored(records, { baseline }, identity, [first, ...others], storeTrouble) {
    const { lookups, isShallow, whoSaves } = records.history;
    const where = lookups.at(-1)?.branch ?? '';
    const findOf = async (platform) => {
        if (baseline.length === 0)
            return (0,compare_comparable/* noBaseline */.f$)('Not compared: baseline is off.');
        if (!baseline.includes('cache'))
            return (0,compare_comparable/* noBaseline */.f$)('No baseline.');
        // A store that does not answer would only be waited for again.
        if (storeTrouble !== undefined)
            return (0,compare_comparable/* toBaseline */.Fd)({ kind: 'unavailable', reason: storeTrouble }, '');
        const find = searcherOf(records, identity, platform);
        const found = isShallow
            ? await findInShallow(records, find, where)
            : (0,compare_comparable/* toBaseline */.Fd)(await find(lookups), where);
        if (found.kind === 'found' || found.isStoreDown || whoSaves === undefined)
            return found;
        return { ...found, reason: `${found.reason} ${whoSaves}` };
    };
    const found = [await findOf(first)];
    // One after the other: records pass through one folder.
    for (const platform of others)
        found.push(await findOf(platform));
    return found;
}
/** What looks for records that can be compared with this image. */
function searcherOf({ store }, identity, platform) {
    return (lookups) => store.find(nameSeries(identity, platform), lookups, (json) => (0,compare_comparable/* requireComparable */.Mv)((0,image_record/* parseImageRecord */.U$)(json), identity));
}
/** Asks elsewhere for ancestors that a clone which was cut off does not have, though only where the commit itself has no record: mostly it has. */
async function findInShallow({ history, remote }, find, where) {
    const { lookups, lookFrom } = history;
    const known = lookups.filter(({ commit }) => commit !== undefined);
    const first = await find(known);
    if (first.kind !== 'none' || lookFrom === undefined)
        return (0,compare_comparable/* toBaseline */.Fd)(first, where);
    const asked = await remote?.ancestorsOf(lookFrom);
    const newest = lookups.filter(({ commit }) => commit === undefined);
    const branches = newest.map(({ branch }) => branch);
    const isNew = ({ commit }) => known.every((lookup) => lookup.commit !== commit);
    const older = asked?.kind === 'known' ? (0,record_store/* planLookups */.bf)(branches, asked.value).filter(isNew) : newest;
    const second = await find(older);
    if (second.kind === 'none')
        return (0,compare_comparable/* toBaseline */.Fd)({ ...second, rejected: [...first.rejected, ...second.rejected] }, where);
    const baseline = (0,compare_comparable/* toBaseline */.Fd)(second, where);
    if (second.kind === 'unavailable' || asked?.kind === 'known')
        return baseline;
    const reason = (0,errors/* whyUnknown */.FG)(asked);
    const warning = `The base commit has no measurement, and its ancestors are not known, so the image is compared with the newest one on ` +
        `${second.lookup.branch}: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`;
    return { ...baseline, warnings: [...baseline.warnings, warning] };
}
/** The first source of `baseline` that gives an image of the same kind; trouble with one is a warning, and the next one is asked. */
async function chooseBaseline(tools, records, job, image, stored) {
    const tried = [];
    const { sizeMetric } = job.settings;
    const comparable = (0,compare_comparable/* requireSameKind */.aQ)(stored, image, sizeMetric);
    const ask = {
        registry: () => readRegistryBaseline(tools, job.settings.baselineImage ?? '', job, image),
        rebuild: () => rebuildBaseline(tools, records.history, job, image),
    };
    for (const source of job.settings.baseline) {
        const baseline = source === 'cache'
            ? comparable
            : (0,compare_comparable/* requireSameKind */.aQ)(await attempt(source, () => ask[source]()), image, sizeMetric);
        if (baseline.kind === 'none') {
            tried.push(baseline);
            continue;
        }
        const commitsBetween = await countCommits(records, baseline.record.commit);
        const history = comparable.kind === 'found' ? comparable.record.history : baseline.record.history;
        return {
            ...baseline,
            // Whatever it is compared with, the series of sizes goes on.
            record: { ...baseline.record, history },
            ...(commitsBetween === undefined ? {} : { commitsBetween }),
            warnings: [...tried.flatMap(({ warnings }) => warnings), ...baseline.warnings],
        };
    }
    if (tried.length === 0)
        return stored;
    const reasons = [...new Set(tried.map(({ reason }) => reason))];
    return (0,compare_comparable/* noBaseline */.f$)(reasons.join(' '), ...tried.flatMap(({ warnings }) => warnings));
}
async function attempt(source, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        const [why = ''] = (0,errors/* messageOf */.bD)(error).trim().split('\n');
        return (0,compare_comparable/* noBaseline */.f$)(`No baseline: ${source} gave none.`, `baseline: ${source} gave none: ${why}`);
    }
}
async function countCommits({ history, remote }, commit) {
    const { grewFrom, isShallow } = history;
    if (commit === undefined || grewFrom === undefined)
        return undefined;
    if (commit === grewFrom)
        return 0;
    const counted = await (0,checkout/* countCommitsBetween */.KD)(history.gitFolder, commit, grewFrom);
    // The very commit that is built has none between.
    if (counted !== undefined || !isShallow || commit === history.lookFrom)
        return counted;
    const asked = await remote?.ancestorsOf(grewFrom);
    const behind = asked?.kind === 'known' ? asked.value.indexOf(commit) : -1;
    return behind === -1 ? undefined : behind;
}
/** What the measurements of an image are stored under: two Dockerfiles, targets or platforms of one `image-key` never meet. */
function nameSeries({ imageKey, file, target }, platform) {
    return `${imageKey}#${target} ${file} ${(0,choose_platforms/* plainPlatform */.qC)(platform)}`;
}

// EXTERNAL MODULE: ./lib/src/compare/budget.js
var compare_budget = __webpack_require__(6365);
// EXTERNAL MODULE: ./lib/src/compare/compare-with-baseline.js
var compare_with_baseline = __webpack_require__(9428);
// EXTERNAL MODULE: ./lib/src/compare/size-change.js
var size_change = __webpack_require__(9133);
;// CONCATENATED MODULE: ./lib/src/compare/compare-with-release.js


/** No size to compare with, with the sentence for the reader and, where something was lost, a warning. */
function noRelease(reason, ...warnings) {
    return { kind: 'none', reason, warnings };
}
/** What a record knows of a release; `commits` are that of the tag and those before it, of which the nearest counts. */
function findInRecord(record, tag, commits) {
    const { release, history, createdAt, commit, compressedBytes, uncompressedBytes } = record;
    if (release !== undefined && release.taggedCommit === commits[0])
        return { ...release, tag };
    const points = [
        ...history,
        { createdAt, commit, compressedBytes, uncompressedBytes },
    ];
    const commitsBefore = commits.findIndex((one) => points.some((point) => point.commit === one));
    const measured = commits[commitsBefore];
    // A commit that was measured again is told by the last time.
    const point = measured && points.findLast((one) => one.commit === measured);
    const [taggedCommit] = commits;
    if (!point || taggedCommit === undefined)
        return undefined;
    const size = { compressedBytes: point.compressedBytes, uncompressedBytes: point.uncompressedBytes };
    return { tag, taggedCommit, commitsBefore, createdAt: point.createdAt, ...size };
}
/** Adds how the image stands against the last release, and has its record carry that on: the release's own record does not last. */
function withRelease(findings, release, { sizeMetric, minChangeBytes }) {
    if (release === undefined)
        return findings;
    const { image, baseline } = findings;
    if (release.kind === 'none') {
        // What could not be found out this time may be asked for again.
        const carried = baseline.kind === 'found' ? baseline.record.release : undefined;
        return {
            ...findings,
            image: carried === undefined ? image : { ...image, release: carried },
            release: { kind: 'none', reason: release.reason },
        };
    }
    const { point, record } = release;
    const differs = (0,compare_comparable/* differsInKind */.Xu)(record, image, sizeMetric);
    if (differs !== undefined) {
        const reason = `The size of ${point.tag} can not be compared: ${differs}.`;
        return { ...findings, release: { kind: 'none', reason } };
    }
    return {
        ...findings,
        image: { ...image, release: point },
        release: {
            kind: 'found',
            ...point,
            ...(0,size_change/* changeBetween */.Vz)(point, image),
            isBelowMinChange: (0,size_change/* countsAsNone */.P4)((0,size_change/* sizeOf */.$d)(image, sizeMetric) - (0,size_change/* sizeOf */.$d)(point, sizeMetric), {
                minChangeBytes,
            }),
        },
    };
}
/** What was lost; told once, since all platforms miss it alike. */
function releaseWarnings([release]) {
    return release?.kind === 'none' ? release.warnings : [];
}
/** Numbers with dots, and what SemVer calls build metadata; a pre-release is no release. */
const versionPattern = /^(\d{1,15}(?:\.\d{1,15}){0,3})(?:\+[\w.-]+)?$/;
const byNumber = new Intl.Collator('en', { numeric: true });
/** The tags that name a release, by version: a patch of an old one may be younger. Of `v2` and `v2.0.0` first the longer, which is not moved on. */
function highestFirst(tags, { prefix, suffix }) {
    const versionOf = (name) => name.startsWith(prefix) && name.endsWith(suffix)
        ? versionPattern.exec(name.slice(prefix.length, name.length - suffix.length))?.[1]
        : undefined;
    return tags
        .map((tag) => ({ tag, version: versionOf(tag.name) ?? '' }))
        .filter(({ version }) => version !== '')
        .sort((a, b) => byNumber.compare(b.version, a.version))
        .map(({ tag }) => tag);
}

// EXTERNAL MODULE: ./lib/src/report/text/describe-excess.js
var describe_excess = __webpack_require__(830);
// EXTERNAL MODULE: ./lib/src/deliver/deliver-image.js + 3 modules
var deliver_image = __webpack_require__(8324);
// EXTERNAL MODULE: ./lib/src/deliver/plan-deliveries.js
var plan_deliveries = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/src/docker/engine-image.js
var engine_image = __webpack_require__(5489);
// EXTERNAL MODULE: ./lib/src/measure/measure-saved.js + 1 modules
var measure_saved = __webpack_require__(1169);
// EXTERNAL MODULE: ./lib/src/plan/packing.js
var plan_packing = __webpack_require__(4443);
;// CONCATENATED MODULE: ./lib/src/job/build-image.js










/**
 * Builds the image that ships in the way that the builder can: into an OCI layout folder, which tells its size exactly;
 * or, with an engine that still has its legacy store, into that engine, where compressed sizes are estimates.
 */
async function buildImage(tools, job) {
    return (0,docker_builder/* writesLayouts */.Qx)(job.builder) ? buildLayout(tools, job) : buildLegacy(tools, job);
}
async function buildLayout(tools, job) {
    const { docker, log, tempFolder, inParallel } = tools;
    const { settings, builder, plan, request, before, deliveries } = job;
    const packing = (0,plan_packing/* choosePacking */.pD)(settings);
    const withBuild = (0,plan_deliveries/* findLoadWithBuild */.oo)(deliveries, settings, builder);
    const build = async (name, place) => {
        const folder = (0,external_node_path_.join)(tempFolder, name);
        // BuildKit adds to a layout that is there, such as that of a try before.
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        return (0,build_final/* buildFinal */.Tf)({ docker, log, plan, packing, inParallel }, request, { folder, ...place });
    };
    const own = withBuild?.waits === 'engine' ? (0,engine_image/* makeOwnName */._V)(docker, log, 'waiting') : undefined;
    const built = await build('layout', {
        known: before.flatMap(({ layers }) => layers),
        load: withBuild && {
            output: (0,plan_deliveries/* waitingOutput */.rT)(withBuild),
            tags: own === undefined ? request.tags : [own.reference],
            metadataFile: (0,external_node_path_.join)(tempFolder, 'build-metadata.json'),
        },
    }).catch(async (error) => {
        await own?.[Symbol.asyncDispose]();
        throw error;
    });
    // While the image is measured. What was cancelled is told by those that run on.
    const loaded = withBuild && (0,plan_deliveries/* askLoaded */.H4)(docker, built.metadata).catch(() => undefined);
    const measure = async () => {
        const measured = await measureImages(built, {
            docker,
            plan,
            builderName: settings.builder,
            packing,
            platforms: request.platforms,
            before,
            tempFolder,
            buildAgain: () => build('whole-layout', { known: [], load: undefined }),
        });
        const { measurements, layoutFolder } = measured;
        const [first] = measurements;
        const toStart = {
            // An engine runs one platform, and a builder beside it loads no index, which an attestation would make of it.
            request: {
                ...request,
                attests: [],
                platforms: request.platforms.length > 1 ? [first.platform] : request.platforms,
            },
            outputs: [(0,plan_packing/* layoutOutput */.Q6)(layoutFolder, packing)],
            measured: first,
        };
        const deliver = async () => {
            const image = await loaded;
            const done = withBuild && image && { delivery: withBuild, image, place: own?.reference };
            return (0,deliver_image/* deliverImage */.$)(tools, job, measured, deliveries, done);
        };
        return { measurements, toStart, deliver };
    };
    return { ...built, measure, [Symbol.asyncDispose]: async () => own?.[Symbol.asyncDispose]() };
}
async function buildLegacy(tools, job) {
    const { docker, log, tempFolder, inParallel } = tools;
    const { plan, request, before, deliveries } = job;
    const built = await (0,build_final/* buildIntoEngine */.tt)({ docker, log, plan, inParallel }, request, tempFolder);
    const measure = async () => {
        const measurement = await (0,measure_saved/* measureSaved */.u)(docker, built, plan, before[0]);
        const deliver = () => (0,deliver_image/* deliverImage */.$)(tools, job, { measurements: [measurement] }, deliveries);
        const toStart = { request, outputs: [], measured: measurement };
        return { measurements: [measurement], toStart, deliver };
    };
    return { ...built, measure };
}

;// CONCATENATED MODULE: ./lib/src/job/compare-image.js









/** Compares the image of each platform with its own baseline and the last release, and holds each against the budget. */
async function compareImage(tools, context, job, images) {
    const { settings, released } = job;
    const compared = await (0,shared_log/* runPhase */.PF)(tools.log, 'Baseline', async () => {
        const pairs = await chooseBaselines(tools, { history: context, remote: tools.github }, job, images);
        return await compareAll(tools.github, context, settings, pairs);
    }, (found) => found.map(({ baseline }) => describeChoice(baseline)).join('; '));
    const platforms = compared.map((found, index) => withRelease(found, released[index], settings));
    return {
        platforms,
        warnings: [...baselineWarnings(platforms), ...releaseWarnings(released)],
        problems: (0,describe_excess/* describeExcesses */.Jf)(platforms, settings),
    };
}
async function chooseBaselines({ docker, log, tempFolder }, records, job, images) {
    const rebuild = (rebuilt, folder) => buildImage({ docker, log, tempFolder: folder }, { ...rebuilt, deliveries: [] });
    const pairs = [];
    for (const [index, image] of images.entries()) {
        const found = job.stored[index];
        if (found === undefined)
            continue;
        const tools = { docker, log, tempFolder, rebuild };
        pairs.push({ image, baseline: await chooseBaseline(tools, records, job, image, found) });
    }
    return pairs;
}
/** Where the budget is up to a label, GitHub is asked for those of now: a run that is started again has the event of the first time. */
async function compareAll(github, { pullRequest, labels }, settings, pairs) {
    const compare = (labels, warnings = []) => pairs.map(({ image, baseline }, index) => {
        const told = index === 0 ? [...baseline.warnings, ...warnings] : baseline.warnings;
        return (0,compare_with_baseline/* compareWithBaseline */.$_)(image, { ...baseline, warnings: told }, settings, labels);
    });
    const findings = compare(labels);
    if (pullRequest === undefined || !findings.some(({ budget }) => (0,compare_budget/* isUpToLabel */.lS)(budget, settings)))
        return findings;
    const now = await github?.labelsOf(pullRequest);
    if (now?.kind === 'known')
        return compare(now.value);
    const reason = (0,errors/* whyUnknown */.FG)(now);
    const warning = `The labels that the pull request has now are not known, so those of the event that started the run count: ${reason}.`;
    return findings.some(({ budget }) => budget.kind === 'exceeded') ? compare(labels, [warning]) : findings;
}
/** What to tell about the baselines; with several platforms, of which one. */
function baselineWarnings(findings) {
    return findings.flatMap(({ image, baseline }) => baseline.warnings.map((warning) => (findings.length > 1 ? `${image.platform}: ${warning}` : warning)));
}
/** Which baseline was chosen, or why there is none, for the log. */
function describeChoice(baseline) {
    if (baseline.kind === 'none')
        return baseline.reason.replace(/\.$/, '');
    const { commit, branch } = baseline.record;
    return (0,format/* joinParts */.nn)(' ', [
        `found by ${baseline.source}`,
        commit && `of commit ${commit.slice(0, 7)}`,
        branch && `on ${branch}`,
    ]);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/plan/stages/describe-stages.js
var describe_stages = __webpack_require__(1321);
;// CONCATENATED MODULE: ./lib/src/report/model/job-report.js

/** Why a job that was asked to stop has no more to report. */
const cancelledProblem = {
    title: 'The job was cancelled',
    message: 'It was asked to stop before it was done: by a person, by a newer run, or because its time was up. What it had found out is here.',
    place: undefined,
};
/** A thrown thing as a problem: what the user can mend in its own words, a bug of ours with its stack. */
function toProblem(error) {
    if (error instanceof errors/* UserError */.yo) {
        const { title, message, place, snippet } = error;
        return { title, message, place, snippet };
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { title: 'An error in this action', message: `Please report this.\n${message}`, place: undefined };
}

;// CONCATENATED MODULE: ./lib/src/job/findings.js






/** Takes the steps, until the job is asked to stop; gives what they found out, and what ended them early. */
async function takeAll(signal, steps) {
    let found = {};
    const take = async () => {
        for await (const findings of steps)
            found = { ...found, ...findings };
    };
    const problem = await untilCancelled(signal, take()).catch((error) => signal.aborted ? cancelledProblem : toProblem(error));
    return { found, problem };
}
/**
 * Who else uses the builder at the same time can make it give another image when the cached build is repeated, such as one from
 * their build cache. Then all steps of the image are taken once more, from nothing, so that what goes out is what was measured.
 */
async function* onceMore(log, takeSteps) {
    try {
        return yield* takeSteps();
    }
    catch (error) {
        if (!(error instanceof errors/* OtherImageError */.wD))
            throw error;
        log.info(`${error.title}: ${error.message}\nIt is built and measured once more.`);
        yield { built: undefined, measured: undefined, compared: undefined, smoke: undefined };
        return yield* takeSteps();
    }
}
/** All that was found out, put together; `problem` is what ended the job early. */
function makeReport(found, problem) {
    const { settings, plan, prepared, tested, built, measured, compared, smoke, written } = found;
    const judgement = tested?.judgement;
    return {
        imageKey: plan?.identity.imageKey ?? '',
        finalStage: plan ? (0,parse_dockerfile/* stageLabel */.Hn)(plan.final) : '',
        fileShown: settings?.fileShown ?? 'Dockerfile',
        sizeMetric: settings?.sizeMetric ?? 'compressed',
        stages: plan ? (0,describe_stages/* describeStages */.J)(plan) : [],
        testsOnly: plan?.testsOnly ?? false,
        notices: plan?.notices ?? [],
        checks: gatherChecks(found),
        cache: prepared?.cache,
        cacheWriteMs: written?.writeMs,
        mountUse: mountUseOf(found),
        tests: tested?.tests,
        steps: built?.steps ?? [],
        layersRead: measured?.layersRead ?? 0,
        advice: measured?.advice ?? [],
        platforms: compared?.platforms ?? [],
        smoke: smoke?.report,
        delivery: found.delivery,
        warnings: [
            ...[prepared, found.filled, judgement, built, measured, compared, smoke].flatMap(warningsOf),
            ...(found.lost ?? []),
            ...[written, found.saved].flatMap(warningsOf),
        ],
        problems: [
            ...(judgement?.kind === 'fail' ? [judgement] : []),
            ...(compared?.problems ?? []),
            ...(smoke?.report?.problem === undefined ? [] : [smoke.report.problem]),
            ...(problem === undefined ? [] : [problem]),
        ],
    };
}
/** A Dockerfile may have thousands of lines. */
const maxChecks = 100;
/** What the builds of tests and image found in the team's own lines, each once; ours stand below them. */
function gatherChecks({ plan, tested, built }) {
    const ownLines = plan?.dockerfile.text.split('\n').length ?? 0;
    const all = [...(tested?.tests.checks ?? []), ...(built?.checks ?? [])].filter(({ line }) => line <= ownLines);
    const once = new Map(all.map((finding) => [JSON.stringify(finding), finding]));
    return [...once.values()].sort((a, b) => a.line - b.line).slice(0, maxChecks);
}
function warningsOf(step) {
    return step?.warnings ?? [];
}
function mountUseOf({ filled, saved }) {
    const use = { ...filled?.use, ...saved?.use };
    return Object.keys(use).length === 0 ? undefined : { restoreMs: 0, restoredBytes: 0, ...use };
}
/** A little longer than docker's commands may take to end: the log of what was cancelled is closed then. */
const graceMs = 3_000;
/**
 * Waits for work that ends when the job is cancelled, and not much longer for work that doesn't, so that what was found out
 * until then can still be reported. Throws what the work throws, and CancelledError when it is left behind.
 */
function untilCancelled(signal, work) {
    const leave = async () => {
        if (!signal.aborted)
            await (0,external_node_events_.once)(signal, 'abort');
        // It begins at the end of every process, which it does not hold.
        await (0,external_node_timers_promises_.setTimeout)(graceMs, undefined, { ref: false });
        throw new errors/* CancelledError */.cc();
    };
    return Promise.race([work, leave()]);
}

;// CONCATENATED MODULE: ./lib/src/baselines/save-records.js

/** Keeps the records of all platforms for the next time, from branches alone; gives a warning for each that was lost. */
async function saveRecords({ store }, { writes, run }, { settings, stored, platforms }, findings) {
    const told = { warnings: [], isStoreDown: false };
    if (!settings.baseline.includes('cache') || writes === undefined)
        return told;
    const { branch, commit = 'uncommitted' } = writes;
    const lose = (reason) => void told.warnings.push(`The next run will miss this one as its baseline: ${reason}.`);
    for (const [index, { image: record }] of findings.entries()) {
        const found = stored[index];
        if (found === undefined || (found.kind === 'none' && found.isStoreDown))
            continue;
        const platform = platforms[index] ?? record.platform;
        const saved = await store.save({ image: nameSeries(record, platform), run, branch, commit }, record);
        if (saved.kind === 'not-saved') {
            told.isStoreDown = true;
            lose(saved.reason);
        }
        else if (saved.kind === 'already-saved') {
            const kept = await searcherOf({ store }, record, platform)([{ branch, commit }]);
            if (kept.kind === 'found' && isOfOther(kept.record, record))
                lose(`another image of this run has the name ${record.imageKey}, too; give each an image-key`);
        }
    }
    return told;
}
/** Whether two measurements of one commit are of two images: two steps may well build the same one. */
function isOfOther(kept, { layers }) {
    const known = new Set(kept.layers.map(({ diffId }) => diffId));
    return layers.some(({ diffId }) => !known.has(diffId));
}

;// CONCATENATED MODULE: ./lib/src/plan/decide-cache-write.js




/** What took less is not written for the few runs whose sources are those of the run before: writing costs every run some seconds. */
const worthMs = 20_000;
/** A `WORKDIR` or a small `COPY` before the sources is not worth writing all the rest. */
const worthBeforeSourcesMs = 500;
/** Says from the steps of a job's builds what they have for the build cache that was not in it. */
function decideCacheWrite({ instrumented, repository }, { settings, isHosted }, steps) {
    const { dockerfile } = instrumented;
    const testing = settings.testCache ? [] : instrumented.testRuns.map(({ instruction }) => instruction);
    const made = steps
        .filter(({ position, name }) => position !== undefined && !name.startsWith('FROM '))
        .filter(({ outcome }) => outcome !== 'cached')
        .map((step) => ({ step, instruction: (0,stage_graph/* findStepInstruction */.Ge)(dockerfile, step) }))
        // The cache does not keep them.
        .filter(({ instruction }) => instruction === undefined || !testing.includes(instruction));
    if (!wasRead(steps))
        return 'write';
    if (made.length === 0)
        return 'nothing-new';
    if (!isHosted || settings.testCache || settings.cacheWrite === 'always')
        return 'write';
    const ofSources = findSourceInstructions(dockerfile, repository.projects);
    const before = made.filter(({ instruction }) => instruction === undefined || !ofSources.has(instruction));
    const tookMs = (some) => some.reduce((sum, { step }) => sum + step.durationMs, 0);
    return tookMs(before) < worthBeforeSourcesMs && tookMs(made) < worthMs ? 'only-sources' : 'write';
}
/** A cache was there, and could be read. */
function wasRead(steps) {
    const imports = steps.filter(({ name }) => name.startsWith('importing cache manifest'));
    return imports.length > 0 && imports.every(({ outcome }) => outcome === 'done' || outcome === 'cached');
}
/** What each change of a source file makes anew: a COPY or a mount with a project's folder, what comes after it, and what takes from such a stage. */
function findSourceInstructions(dockerfile, projects) {
    const sources = projects.map(({ path }) => external_node_path_.posix.join(external_node_path_.posix.dirname(path), 'Source.cs'));
    const found = new Set();
    const stagesWith = new Set();
    for (const stage of dockerfile.stages) {
        const copying = (0,copied_paths/* readCopiedTree */.ZI)(stage).patterns.filter(({ brings }) => sources.some(brings));
        const lines = new Set(copying.map(({ line }) => line));
        const parent = (0,stage_graph/* parentOf */.gN)(stage);
        let isAfter = parent !== undefined && stagesWith.has(parent);
        for (const instruction of stage.instructions) {
            isAfter ||=
                lines.has(instruction.firstLine) ||
                    sources.some((path) => (0,copied_paths/* mounts */.Lk)(instruction, path)) ||
                    (0,stage_graph/* sourcesOf */.u0)(instruction).some((one) => stagesWith.has(one));
            if (isAfter)
                found.add(instruction);
        }
        if (isAfter)
            stagesWith.add(stage);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/src/job/keep-for-next-time.js


/** Keeps the records of what went out, and the caches. */
async function* keepForNextTime(tools, context, caches, image, { platforms }) {
    const { warnings, isStoreDown } = await saveRecords(tools, context, image, platforms);
    yield { lost: warnings };
    yield* keepCaches(caches, image.request, isStoreDown);
}
/** Keeps what comes before tests that failed, so that the fix need not build it again. */
async function* keepForFix(caches, plan, { steps }) {
    const news = decideCacheWrite(plan, caches, steps);
    if (news !== 'write' && caches.isHosted)
        caches.writing.spare(news);
    yield* keepCaches(caches);
}
/** Keeps the caches alone; without an image only what comes before the tests. */
async function* keepCaches({ writing, mounts }, image, isServiceInTrouble = false) {
    yield { written: await writing.finish(image, isServiceInTrouble) };
    yield { saved: await mounts?.save() };
}
/**
 * Begins to write the build cache where the steps of the job's builds made something for it. What is given back takes the image's
 * measurements, which say whether the cache can stay as it is otherwise.
 */
function settleCache({ writing, ...use }, image, steps) {
    const news = decideCacheWrite(image.plan, use, [...image.tests.steps, ...steps]);
    if (news === 'write')
        writing.begin(image.request);
    return (measured) => {
        if (news === 'write')
            return;
        if (use.isHosted || areMeasured(image, measured))
            writing.spare(news);
        else
            writing.begin(image.request);
    };
}
/** Whether the branch has measured these layers before, and so written their cache: a builder that stays may know them of a pull request. */
function areMeasured({ before }, images) {
    const layersOf = ({ layers }) => layers.map(({ diffId }) => diffId).join();
    const known = new Set(before.map(layersOf));
    return images.every((image) => known.has(layersOf(image)));
}

// EXTERNAL MODULE: ./lib/src/docker/build/build-result.js
var build_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js
var attribution = __webpack_require__(8579);
// EXTERNAL MODULE: ./lib/src/measure/dotnet/json-documents.js
var json_documents = __webpack_require__(9727);
// EXTERNAL MODULE: ./lib/src/measure/analyze/shadowed-files.js
var shadowed_files = __webpack_require__(5459);
;// CONCATENATED MODULE: ./lib/src/measure/advice/dotnet-image.js
const microsoft = 'mcr.microsoft.com/dotnet/';
const named = /^(.+\/dotnet\/)(core\/)?(?:nightly\/)?(sdk|aspnet|runtime|runtime-deps)$/;
const hub = /^(?:(?:index\.)?docker\.io\/)?microsoft\/(dotnet|aspnetcore|aspnetcore-build)$/;
/**
 * Reads the name of an image of .NET's, also of a mirror and under the names of old: `microsoft/dotnet` and `microsoft/aspnetcore` on Docker
 * Hub, and `mcr.microsoft.com/dotnet/core`, which ended with .NET Core 3.1.
 */
function parseDotnetImage(name) {
    const [, repository = '', tag = ''] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(name.toLowerCase()) ?? [];
    const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
    const version = major === undefined ? undefined : `${major}.${minor}`;
    const [, folder = microsoft, core, ofName] = named.exec(repository) ?? [];
    const [, onHub] = hub.exec(repository) ?? [];
    const kind = ofName ?? (onHub === undefined ? undefined : kindOnHub(onHub, tag));
    if (kind === undefined)
        return undefined;
    const isDead = core !== undefined || onHub !== undefined;
    const suffix = tag.replace(/^\d+(?:\.\d+)*(?:-(?:preview|rc)[\w.]*)?/, '').replace(/^latest$/, '');
    return {
        kind: kind,
        version,
        // Of an image of old only the system tells what a new one is called.
        suffix: isDead ? (/-alpine/.test(tag) ? '-alpine' : '') : suffix,
        isDead,
        folder,
    };
}
/** Of microsoft/dotnet the tag says what is in it: `2.1-aspnetcore-runtime`, `2.1-sdk-alpine`. */
function kindOnHub(repository, tag) {
    if (repository === 'aspnetcore')
        return 'aspnet';
    if (repository === 'aspnetcore-build' || /sdk|build/.test(tag))
        return 'sdk';
    if (/aspnetcore/.test(tag))
        return 'aspnet';
    if (/runtime-deps|deps/.test(tag))
        return 'runtime-deps';
    return /runtime|core/.test(tag) ? 'runtime' : 'sdk';
}
/** The image of that kind and version. */
function nameOfImage(kind, version, suffix, folder = microsoft) {
    return `${folder}${kind}:${version}${suffix}`;
}
/** The part of a tag that newer versions have too, for a suffix that may name a release of a system. */
function lastingSuffix(suffix) {
    if (suffix.includes('chiseled'))
        return suffix.includes('extra') ? '-noble-chiseled-extra' : '-noble-chiseled';
    return suffix.includes('alpine') ? '-alpine' : '';
}
/** The FROM line of a stage with another image in it. */
function fromLine({ text }, stage, image) {
    const line = text.split(/\r?\n/)[stage.firstLine - 1]?.trim() ?? '';
    const [, before, after = ''] = /^(FROM\s+(?:--\S+\s+)*)[^\s\\]+(?:(\s+AS\s+\S+))?\s*$/i.exec(line) ?? [];
    if (before !== undefined)
        return `${before}${image}${after}`;
    return `FROM ${image}${stage.name === undefined ? '' : ` AS ${stage.name}`}`;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/image-facts.js








/** What .NET itself installs and downloads, which goes with the SDK and by no other way. */
const installed = /(?:^|\/)dotnet\/(?:sdk|packs|templates|sdk-manifests|shared)\/|(?:^|\/)\.nuget\/packages\//;
/** Reads from the input what the rules need. */
function readFacts(input) {
    const { record, dockerfile, final, repository } = input;
    const ownFrom = record.base?.layerCount ?? 0;
    const hidden = new Set((0,shadowed_files/* findHiddenFiles */.L)(record).map(({ layer, path }) => `${layer} ${path}`));
    const isSeen = ({ layer, path }) => !hidden.has(`${layer} ${path}`);
    const ownFiles = (0,attribution/* readOwnFiles */.u1)(record);
    const visibleFiles = ownFiles.filter(isSeen);
    const seen = new Set(visibleFiles.map(({ path }) => path));
    const needed = (0,stage_graph/* neededFor */.r4)(final);
    const configs = readConfigs(record, visibleFiles);
    const commands = dotnetCommandsFor(final);
    const application = findPublished(final, repository).find(({ kind }) => kind === 'program');
    const guessed = assemblyIn(configs) ?? 'App';
    return {
        ...input,
        ownFrom,
        ownFiles,
        visibleFiles,
        applicationFiles: ownFiles.filter(({ path }) => seen.has(path) && !installed.test(path)),
        baseFiles: readBaseFiles(record, ownFrom).filter(isSeen),
        isListed: record.layers.every(({ content }) => content !== undefined),
        system: readSystem(record),
        configs,
        base: parseDotnetImage(record.base?.name ?? ''),
        root: (0,stage_graph/* rootOf */.I5)(final),
        roots: dockerfile.stages.filter((stage) => needed.has(stage) && (0,stage_graph/* parentOf */.gN)(stage) === undefined),
        needed,
        instructions: (0,stage_graph/* instructionsOf */.Jk)(final),
        commands,
        publish: publishOf(final, commands),
        application,
        projectFile: application?.path ?? `${guessed}/${guessed}.csproj`,
    };
}
function readBaseFiles({ layers }, ownFrom) {
    return layers.slice(0, ownFrom).flatMap(({ content }, layer) => (content?.files ?? []).map(([path, sizeBytes, , compressedBytes]) => ({
        path,
        sizeBytes,
        compressedBytes,
        layer,
    })));
}
function readSystem({ layers }) {
    const text = layers
        .flatMap(({ content }) => content?.documents ?? [])
        .findLast(({ path }) => path === 'etc/os-release' || path === 'usr/lib/os-release')?.text;
    const value = (name) => new RegExp(`^${name}=(["']?)([\\w.-]+)\\1\\s*$`, 'm').exec(text ?? '')?.[2];
    const id = value('ID');
    return id === undefined ? undefined : { id, version: value('VERSION_ID') ?? '' };
}
function readConfigs({ layers }, visible) {
    const seen = new Set(visible.map(({ layer, path }) => `${layer} ${path}`));
    return layers.flatMap(({ content }, layer) => (content?.documents ?? []).flatMap(({ path, text }) => {
        if (!path.endsWith('.runtimeconfig.json') || !seen.has(`${layer} ${path}`))
            return [];
        const config = (0,json_documents/* readRuntimeConfig */.z)(text);
        const name = path.replace(/^.*\//, '').replace(/\.runtimeconfig\.json$/, '');
        return config === undefined ? [] : [{ path, name, config }];
    }));
}
/** The instruction of the Dockerfile that made a layer. */
function instructionOf({ record, dockerfile }, layer) {
    return layer === undefined ? undefined : (0,parse_dockerfile/* findInstruction */.qB)(dockerfile, record.layers[layer]?.line);
}
/** The name of the first application in the image that has no name of tests. */
function assemblyIn(configs) {
    return configs.map(({ name }) => name).find((one) => !/tests?$/i.test(one) && /^[\w.-]+$/.test(one));
}
/** Whether a stage that is no part of the final one begins from this stage, so that what changes in it changes there, too. */
function isSharedStage({ dockerfile, final }, stage) {
    const chain = (0,stage_graph/* chainOf */.dR)(final);
    return dockerfile.stages.some((one) => !chain.includes(one) && (0,stage_graph/* chainOf */.dR)(one).includes(stage));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/edits.js


/** A fix of several parts, with a blank line between them; a part that begins with `Or` is another way. */
function fixOf(...parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
/** Lines to paste over others. All places in fixes are named by these few sentences, which our tests follow as a reader does. */
function inPlaceOf(place, lines) {
    return `In place of ${edits_linesOf(place)}:\n${lines.join('\n')}`;
}
/** Lines to paste between others. */
function pasteAt(where, line, lines) {
    return `${where} line ${line}:\n${lines.join('\n')}`;
}
/** What has to go. */
function takeOut(place) {
    return `Take ${edits_linesOf(place)} out.`;
}
/** Lines for another file. */
function inFile(name, lines) {
    return `In ${name}:\n${lines.join('\n')}`;
}
/** Properties for the application's project. */
function inProject({ projectFile }, ...properties) {
    return inFile(`the PropertyGroup of ${projectFile}`, properties);
}
/** A RUN with other commands, and with words before them such as more flags; out with it where it has none left. */
function runInPlace(run, commands, ...before) {
    if (commands.length === 0)
        return takeOut(run);
    return inPlaceOf(run, [(0,parse_dockerfile/* writeAnew */.Zd)(run, ...before, commands.join(' && '))]);
}
/** Another image in a FROM. */
function fromInPlace(dockerfile, stage, image) {
    const place = { firstLine: stage.firstLine, lastLine: stage.fromLastLine };
    return inPlaceOf(place, [fromLine(dockerfile, stage, image)]);
}
/** The lines of an instruction, as the team wrote them. */
function writtenLines({ text }, { firstLine, lastLine }) {
    return text.split(/\r?\n/).slice(firstLine - 1, lastLine);
}
/** What ends a line that goes on below. */
function continuationOf({ text }) {
    return /^(?:#.*\r?\n)*#[ \t]*escape[ \t]*=[ \t]*`/i.test(text) ? '`' : '\\';
}
/** The lines of an instruction with more flags, which replace those of their names. */
function withFlags({ text }, instruction, flags) {
    const [first = '', ...others] = writtenLines({ text }, instruction);
    const names = flags.map((flag) => flag.split('=')[0] ?? '').filter((name) => name !== '--mount');
    // No user has a name in a layer of its own.
    const isNamed = flags.some((flag) => /^--chown=.*[a-z$]/i.test(flag));
    const gone = instruction.flags.filter(({ name }) => names.includes(`--${name}`) || (isNamed && name === 'link'));
    const lines = [first.replace(/^\s*\S+/, (keyword) => [keyword, ...flags].join(' ')), ...others];
    return gone.reduce((all, flag) => {
        const [written = ''] = (0,parse_dockerfile/* writtenFlags */.fo)({ flags: [flag] });
        const at = all.findIndex((line, index) => line.includes(`${written} `) && (index > 0 || !flags.includes(written)));
        return at < 0 ? all : all.with(at, (all[at] ?? '').replace(`${written} `, ''));
    }, lines);
}
/** `line 3`, `lines 3 to 5`. */
function edits_linesOf({ firstLine, lastLine }) {
    return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/support-dates.js
/**
 * The versions of .NET, the oldest first. Source: https://dotnet.microsoft.com/platform/support/policy/dotnet-core and, for
 * those out of support, https://learn.microsoft.com/lifecycle/products/microsoft-net-and-net-core.
 */
const releases = [
    { version: '1.0', releasedOn: '2016-06-27', endsOn: '2019-06-27', isLongTerm: true },
    { version: '1.1', releasedOn: '2016-11-16', endsOn: '2019-06-27', isLongTerm: true },
    { version: '2.0', releasedOn: '2017-08-14', endsOn: '2018-10-01', isLongTerm: false },
    { version: '2.1', releasedOn: '2018-05-30', endsOn: '2021-08-21', isLongTerm: true },
    { version: '2.2', releasedOn: '2018-12-04', endsOn: '2019-12-23', isLongTerm: false },
    { version: '3.0', releasedOn: '2019-09-23', endsOn: '2020-03-03', isLongTerm: false },
    { version: '3.1', releasedOn: '2019-12-03', endsOn: '2022-12-13', isLongTerm: true },
    { version: '5.0', releasedOn: '2020-11-10', endsOn: '2022-05-10', isLongTerm: false },
    { version: '6.0', releasedOn: '2021-11-08', endsOn: '2024-11-12', isLongTerm: true },
    { version: '7.0', releasedOn: '2022-11-08', endsOn: '2024-05-14', isLongTerm: false },
    { version: '8.0', releasedOn: '2023-11-14', endsOn: '2026-11-10', isLongTerm: true },
    { version: '9.0', releasedOn: '2024-11-12', endsOn: '2026-11-10', isLongTerm: false },
    { version: '10.0', releasedOn: '2025-11-11', endsOn: '2028-11-14', isLongTerm: true },
];
/**
 * Last days of security fixes of systems, by os-release's ID and the beginning of its VERSION_ID: of Alpine's releases
 * (https://alpinelinux.org/releases/), of Debian's long-term support (https://wiki.debian.org/LTS) and of Ubuntu's standard
 * support (https://ubuntu.com/about/release-cycle).
 */
const systems = {
    alpine: {
        name: 'Alpine',
        link: 'https://alpinelinux.org/releases/',
        ends: {
            '3.13': '2022-11-01',
            '3.14': '2023-05-01',
            '3.15': '2023-11-01',
            '3.16': '2024-05-23',
            '3.17': '2024-11-22',
            '3.18': '2025-05-09',
            '3.19': '2025-11-01',
            '3.20': '2026-04-01',
            '3.21': '2026-11-01',
        },
    },
    debian: {
        name: 'Debian',
        link: 'https://wiki.debian.org/LTS',
        ends: { '9': '2022-06-30', '10': '2024-06-30', '11': '2026-08-31' },
    },
    ubuntu: {
        name: 'Ubuntu',
        link: 'https://ubuntu.com/about/release-cycle',
        ends: { '18.04': '2023-05-31', '20.04': '2025-05-31' },
    },
};
/** The last day of fixes for a version of .NET (`6.0`), when that day is over. */
function endOfDotnet(version, today) {
    return past(releases.find((release) => release.version === version)?.endsOn, today);
}
/** The version to go to: the newest one with long-term support that was out on that day. */
function currentDotnet(today) {
    const day = isoDay(today);
    return releases.findLast(({ isLongTerm, releasedOn }) => isLongTerm && releasedOn <= day)?.version ?? '10.0';
}
/** Name and last day of fixes of a system (`alpine`, `3.18.4`), when that day is over. */
function endOfSystem(id, version, today) {
    const system = Object.hasOwn(systems, id) ? systems[id] : undefined;
    if (system === undefined)
        return undefined;
    const release = Object.entries(system.ends).find(([one]) => version === one || version.startsWith(`${one}.`));
    const endedOn = past(release?.[1], today);
    if (release === undefined || endedOn === undefined)
        return undefined;
    return { name: `${system.name} ${release[0]}`, endedOn, link: system.link };
}
function past(day, today) {
    return day !== undefined && day < isoDay(today) ? day : undefined;
}
function isoDay(date) {
    return date.toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/base-support.js



/** Images that get no fixes any more: by a name of old, or by a version of .NET or of the system that is past its end. */
function findUnsupportedBases(facts) {
    const dead = facts.roots.filter((stage) => parseDotnetImage(stage.base)?.isDead === true);
    const alive = facts.roots.filter((stage) => !dead.includes(stage));
    const versions = new Set(alive.flatMap((stage) => versionOf(facts, stage) ?? []));
    const old = [...versions].flatMap((version) => onOldDotnet(facts, version, alive));
    return [
        ...dead.map((stage) => onDeadName(facts, stage)),
        ...old,
        ...(dead.length + old.length > 0 ? [] : onOldSystem(facts)),
    ];
}
function onDeadName(facts, stage) {
    const { dockerfile, today } = facts;
    const { kind = 'aspnet', version, suffix = '' } = parseDotnetImage(stage.base) ?? {};
    const endedOn = version === undefined ? undefined : endOfDotnet(version, today);
    const end = endedOn === undefined ? '' : `, and .NET ${version} has had no fixes since ${endedOn}`;
    return {
        id: 'dead-base-name',
        title: `${stage.base} is a name that gets no new images${end}.`,
        evidence: [`FROM ${stage.base}`],
        place: { file: dockerfile.shown, line: stage.firstLine },
        fix: fixOf(fromInPlace(dockerfile, stage, nameOfImage(kind, currentDotnet(today), suffix)), ...onFramework(facts, version)),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
    };
}
/** The version of .NET that a stage begins with: as the image's name says, or for the image that ships as was measured. */
function versionOf({ record, root }, stage) {
    const named = parseDotnetImage(stage.base)?.version;
    if (named !== undefined || stage !== root)
        return named;
    return /^(\d+\.\d+)/.exec(record.base?.dotnetVersion ?? '')?.[1];
}
function onOldDotnet(facts, version, alive) {
    const { dockerfile, root, today } = facts;
    const endedOn = endOfDotnet(version, today);
    const stages = alive.filter((stage) => versionOf(facts, stage) === version);
    const place = stages.includes(root) ? root : stages[0];
    if (endedOn === undefined || place === undefined)
        return [];
    const lines = stages.flatMap((stage) => {
        const image = parseDotnetImage(stage.base);
        return image === undefined ? [] : [withImage(facts, stage, image, currentDotnet(today))];
    });
    return [
        {
            id: 'dotnet-out-of-support',
            title: `.NET ${version} has had no security fixes since ${endedOn}.`,
            evidence: stages.slice(0, 5).map(({ base }) => `FROM ${base}`),
            place: { file: dockerfile.shown, line: place.firstLine },
            fix: fixOf(...lines, ...onFramework(facts, version)),
            link: 'https://learn.microsoft.com/en-us/lifecycle/products/microsoft-net-and-net-core',
        },
    ];
}
/** The FROM of a stage with its image in another version, of the system that this one has by now. */
function withImage({ dockerfile }, stage, image, version) {
    const { kind, suffix, folder } = image;
    return fromInPlace(dockerfile, stage, nameOfImage(kind, version, lastingSuffix(suffix), folder));
}
/** What has to change with the version besides the images. */
function onFramework({ repository, today, root }, version) {
    const next = currentDotnet(today);
    const old = repository.projects.filter(({ frameworks }) => frameworks.every((one) => isOlder(one, next)));
    const files = [
        ...old.slice(0, maxProjects).map(({ path }) => path),
        ...(old.length > maxProjects ? ['…'] : []),
    ];
    const where = files.join(', ') || 'the project files';
    const isWeb = parseDotnetImage(root.base)?.kind === 'aspnet';
    return [
        `The projects need that version, too; write it in ${where}, or where they have it from:` +
            `\n<TargetFramework>net${next}</TargetFramework>`,
        isWeb && Number.parseInt(version ?? '', 10) < 8
            ? 'From .NET 8 on, the app listens on port 8080 in these images, not on 80; ENV ASPNETCORE_HTTP_PORTS=80 keeps the old one.'
            : undefined,
    ];
}
const maxProjects = 5;
function isOlder(framework, next) {
    const [, major] = /^net(?:coreapp)?(\d+)\.\d+/.exec(framework) ?? [];
    return major !== undefined && Number(major) < Number.parseInt(next, 10);
}
function onOldSystem(facts) {
    const { system, today, dockerfile, root, record, base } = facts;
    const end = system === undefined ? undefined : endOfSystem(system.id, system.version, today);
    if (end === undefined || record.base === undefined)
        return [];
    return [
        {
            id: 'system-out-of-support',
            title: `${end.name}, which the image is made of, has had no security fixes since ${end.endedOn}.`,
            evidence: [`FROM ${root.base}`],
            place: { file: dockerfile.shown, line: root.firstLine },
            fix: base?.version === undefined
                ? `Begin from a newer tag of ${record.base.name.replace(/:[^:/]*$/, '')}, and build with --pull.`
                : withImage(facts, root, base, base.version),
            link: end.link,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/missing-framework.js



const sharedFramework = /(?:^|\/)shared\/([\w.]+)\/(\d[^/]*)\//;
const core = 'Microsoft.NETCore.App';
const web = 'Microsoft.AspNetCore.App';
const desktop = 'Microsoft.WindowsDesktop.App';
/** What the images have (dotnet/dotnet-docker, README of each). */
const ofImage = { sdk: [core, web], aspnet: [core, web], runtime: [core], 'runtime-deps': [] };
/** An application that asks for a framework which the image doesn't have: by its files where all are listed, else by the name of the base image. */
function findMissingFramework(facts) {
    const installed = installedFrameworks(facts);
    if (installed === undefined)
        return [];
    const paths = new Set(facts.visibleFiles.map(({ path }) => path));
    const start = facts.instructions
        .flatMap(({ keyword, argument }) => (/^(?:ENTRYPOINT|CMD)$/.test(keyword) ? [argument] : []))
        .join('\n');
    const applications = facts.configs.filter(({ path }) => isApplication(path, paths));
    const failing = applications.flatMap((found) => {
        const { isSelfContained, frameworks, rollForward = 'Minor' } = found.config;
        // What starts it may say otherwise, and the variable overrides what the file says.
        const how = /ROLL_FORWARD|--roll-forward/.test(start)
            ? undefined
            : (facts.record.rollForward ?? rollForward).toLowerCase();
        const missing = frameworks.filter((asked) => !installed.some((one) => suits(one, asked, how)));
        return isSelfContained || missing.length === 0 ? [] : [{ found, missing }];
    });
    const started = failing.find(({ found: { name } }) => applications.length === 1 || start.includes(`${name}.dll`));
    const [first = started] = started === undefined ? failing : [started];
    return first === undefined ? [] : [adviceOn(facts, first, first === started)];
}
/** Tools of the SDK have a runtimeconfig.json too. */
function isApplication(path, paths) {
    const assembly = path.replace(/\.runtimeconfig\.json$/, '.dll');
    return !/(?:^|\/)dotnet\/sdk\//.test(path) && paths.has(assembly);
}
function installedFrameworks(facts) {
    const { baseFiles, visibleFiles, isListed, base, record, ownFrom } = facts;
    const found = new Map();
    for (const { path } of [...baseFiles, ...visibleFiles]) {
        const [, name, version] = sharedFramework.exec(path) ?? [];
        if (name !== undefined && version !== undefined)
            found.set(`${name} ${version}`, { name, version });
    }
    if (isListed)
        return [...found.values()];
    const isOwnListed = record.layers.slice(ownFrom).every(({ content }) => content !== undefined);
    if (base === undefined || !isOwnListed)
        return undefined;
    return [...found.values(), ...ofImage[base.kind].map((name) => ({ name, version: undefined }))];
}
/**
 * Whether the host takes a framework for the one that is asked for (dotnet/runtime, docs/design/features/framework-version-resolution.md);
 * `how` is undefined where nobody can tell here how far it rolls forward.
 */
function suits({ name, version }, asked, how) {
    if (name !== asked.name)
        return false;
    // With a preview the order is another one.
    if (how === undefined || version === undefined || /-/.test(asked.version + version))
        return true;
    return rollsForward(numbersOf(asked.version), numbersOf(version), how);
}
function rollsForward(asked, there, how) {
    const at = [0, 1, 2].find((index) => asked[index] !== there[index]);
    if (at === undefined)
        return true;
    if ((there[at] ?? 0) < (asked[at] ?? 0))
        return false;
    if (how.endsWith('major'))
        return true;
    return how === 'disable' ? false : how === 'latestpatch' ? at === 2 : at >= 1;
}
function numbersOf(version) {
    const numbers = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
    return [0, 1, 2].map((index) => numbers[index] ?? 0);
}
/** A container that can't start, or an application in it that can't. */
function adviceOn({ dockerfile, root, base }, { found: { name, path }, missing }, isStarted) {
    const isWeb = missing.some((one) => one.name === web) || base?.kind === 'aspnet';
    const kind = base?.kind === 'sdk' ? base.kind : isWeb ? 'aspnet' : 'runtime';
    const versions = missing.map((one) => numbersOf(one.version));
    const [newest = [0, 0]] = versions.sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
    const version = newest.slice(0, 2).join('.');
    const asked = (0,format/* listWords */.yh)(missing.map((one) => `${one.name} ${one.version}`));
    const suffix = base?.suffix ?? '';
    const ending = base?.version === version ? suffix : lastingSuffix(suffix);
    return {
        id: 'missing-framework',
        title: `${isStarted ? "The container can't start" : `${name} can't start`}: ${name} asks for ${asked}, which the image doesn't have.`,
        evidence: [path],
        place: { file: dockerfile.shown, line: root.firstLine },
        fix: missing.some((one) => one.name === desktop)
            ? `${desktop} runs on Windows alone: take UseWPF and UseWindowsForms out of the projects that the image needs.`
            : fixOf(base === undefined ? 'Begin from an image that has it, such as this one.' : undefined, fromInPlace(dockerfile, root, nameOfImage(kind, version, ending, base?.folder))),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/root-user.js




/** What starts another program as another user. */
const givesUp = /\b(?:gosu|su-exec|setpriv|runuser|chpst|s6-setuidgid)\b/;
/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application, 1654. */
function findRootUser(facts) {
    const { record, dockerfile, final, root, configs, instructions } = facts;
    const [user = ''] = record.user.split(':');
    if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/'))
        return [];
    if (instructions.some(({ argument }) => givesUp.test(argument)))
        return [];
    const image = parseDotnetImage(root.base);
    const isOfficial = image?.isDead === false && Number.parseInt(image.version ?? '', 10) >= 8;
    const name = isOfficial ? '$APP_UID' : '1654';
    const own = final.instructions;
    const start = own.findIndex(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    // What a RUN does below it may need root.
    const isLast = start >= 0 && own.slice(start).every(({ keyword }) => keyword !== 'RUN');
    const line = (isLast ? own[start]?.firstLine : own.at(-1)?.lastLine) ?? final.fromLastLine;
    const [config] = configs;
    const { workdir } = (0,copied_paths/* readCopiedTree */.ZI)(final);
    const folder = config === undefined ? workdir : external_node_path_.posix.dirname(`/${config.path}`);
    return [
        {
            id: 'root-user',
            title: 'The container runs as root.',
            evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
            place: { file: dockerfile.shown, line },
            fix: fixOf(pasteAt(isLast ? 'Above' : 'Below', line, [`USER ${name}`]), folder === '/'
                ? undefined
                : `Where the app writes into its own folder, give that to the user, in a line above:\nRUN chown ${name} ${folder}`),
            link: 'https://docs.docker.com/build/building/best-practices/#user',
        },
    ];
}

// EXTERNAL MODULE: ./lib/src/measure/dotnet/apps.js
var apps = __webpack_require__(4586);
;// CONCATENATED MODULE: ./lib/src/measure/advice/advice.js

/** What is less is not worth a line of the report. */
const minAdvisedBytes = 100_000;
const maxEvidence = 5;
/** Advice on files that need not be there; none below 100 kB. `title` gets their size in words; the place is the line that brings most of them. */
function adviceOnFiles(facts, files, { id, title, fix, link }) {
    const { uncompressedBytes, compressedBytes } = sumOf(files);
    if (uncompressedBytes < minAdvisedBytes)
        return [];
    return [
        {
            id,
            title: title(`${(0,format/* formatSize */.Xq)(uncompressedBytes)} (about ${(0,format/* formatSize */.Xq)(compressedBytes)} compressed)`),
            uncompressedBytes,
            compressedBytes,
            evidence: evidenceOf(files),
            place: placeOf(facts, heaviestLayer(files)),
            fix,
            link,
        },
    ];
}
/** The largest files with their sizes, at most five. */
function evidenceOf(files) {
    return [...files]
        .sort((a, b) => b.sizeBytes - a.sizeBytes)
        .slice(0, maxEvidence)
        .map(({ path, sizeBytes }) => `${path} (${(0,format/* formatSize */.Xq)(sizeBytes)})`);
}
/** A line of the Dockerfile as evidence, cut where it is long. */
function evidenceAt({ shown }, line, written) {
    return `${shown}:${line} ${written.slice(0, 200)}`;
}
/** The layer that most bytes of these files are in. */
function heaviestLayer(files) {
    return [...bytesByLayer(files)].sort((a, b) => b[1] - a[1])[0]?.[0];
}
/** The bytes of files in each layer. */
function bytesByLayer(files) {
    const bytes = new Map();
    for (const { layer, sizeBytes } of files)
        bytes.set(layer, (bytes.get(layer) ?? 0) + sizeBytes);
    return bytes;
}
/** The line of the Dockerfile that made a layer; for one of the base image that of its FROM. */
function placeOf({ record, dockerfile, ownFrom, root }, layer) {
    if (layer === undefined)
        return undefined;
    const line = layer < ownFrom ? root.firstLine : record.layers[layer]?.line;
    return line === undefined ? undefined : { file: dockerfile.shown, line };
}
/** The bytes of files together. */
function sumOf(files) {
    return {
        uncompressedBytes: files.reduce((all, { sizeBytes }) => all + sizeBytes, 0),
        compressedBytes: files.reduce((all, { compressedBytes }) => all + compressedBytes, 0),
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/command-edits.js









/** Commands with other words, each RUN once and the rest of it as the team wrote it. */
function commandsInPlace(dockerfile, changes) {
    const instructions = [...new Set(changes.map(({ command }) => command.instruction))];
    return instructions
        .sort((a, b) => a.firstLine - b.firstLine)
        .map((instruction) => {
        const here = changes.filter(({ command }) => command.instruction === instruction);
        const lines = rewritten(dockerfile, instruction, here);
        const commands = here.map(({ command, verb = command.verb, words }) => [command.program ?? 'dotnet', verb, ...words.map(quoteWord)].join(' '));
        return lines === undefined
            ? `In ${edits_linesOf(instruction)}, change the command:\n${commands.join('\n')}`
            : inPlaceOf(instruction, lines);
    })
        .join('\n\n');
}
/** The lines of a RUN with other words; undefined where a command is not found among what is written. */
function rewritten(dockerfile, instruction, changes) {
    const { execForm } = instruction;
    if (execForm !== undefined) {
        const script = execForm.indexOf((0,shell_text/* commandOf */.Nl)(instruction));
        const text = withChanges(execForm[script] ?? '', 0, changes);
        const words = changes.flatMap(({ command, verb = command.verb, words }) => [
            execForm[0] ?? '',
            verb,
            ...words,
        ]);
        if (script >= 0 && text === undefined)
            return undefined;
        const all = script < 0 ? words : execForm.with(script, text ?? '');
        return [(0,parse_dockerfile/* writeAnew */.Zd)(instruction, JSON.stringify(all).replaceAll('","', '", "'))];
    }
    const written = writtenLines(dockerfile, instruction).join('\n');
    const afterFirst = written.indexOf('\n') + 1;
    const starts = /^.*<</.test(written) ? [0, afterFirst] : [0];
    for (const start of starts) {
        const text = withChanges(written, start, changes, continuationOf(dockerfile));
        if (text !== undefined)
            return text.split('\n');
    }
    return undefined;
}
function withChanges(written, start, changes, continuation) {
    const shown = written.slice(start);
    const readable = continuation === undefined || start > 0 ? shown : onOneLine(shown, continuation);
    const found = changes.map((change) => findWords(readable, change));
    if (found.some((one) => one === undefined))
        return undefined;
    return changes
        .map((change, index) => ({ change, words: found[index] ?? [] }))
        .sort((a, b) => (b.words[0]?.pos ?? 0) - (a.words[0]?.pos ?? 0))
        .reduce((all, { change, words }) => withWords(all, start, words, change), written);
}
/** A RUN as its shell sees it, each character where it was: without continuations and the comments and empty lines between them. */
function onOneLine(written, continuation) {
    if (/^.*<</.test(written))
        return written;
    const blank = (text) => ' '.repeat(text.length);
    return written
        .replace(/^[ \t]*(?:#.*)?(?:\n|$)/gm, blank)
        .replace(continuation === '`' ? /`[ \t]*\n/g : /\\[ \t]*\n/g, blank);
}
/** A command's words in a shell text, the program first; undefined where they stand there otherwise. */
function findWords(text, { command }) {
    const { program = 'dotnet', verb, words } = command;
    const found = commandsOf((0,parser/* parse */.qg)(text)).flatMap((node) => {
        const all = (0,shell_text/* wordsOf */.Z9)(node);
        const start = all.findIndex(({ value }, index) => value.split('/').at(-1) === program && all[index + 1]?.value === verb);
        return start >= 0 && all.length - start - 2 === words.length ? [all.slice(start)] : [];
    });
    const isSame = (all) => words.every((word, index) => all[index + 2]?.value === word);
    return found.find(isSame) ?? found[0];
}
function commandsOf(node) {
    const own = node.type === 'Command' ? [node] : [];
    return [...own, ...(0,shell_nodes/* childrenOf */.LU)(node).flatMap(commandsOf)];
}
/** The text with other words in place of a command's, those that stay as they are written, line ends before them too. */
function withWords(text, start, written, change) {
    const { command, verb = command.verb, words } = change;
    const old = written.slice(2);
    const slice = (from, to) => text.slice(start + from, start + to);
    let at = -1;
    const parts = words.map((word) => {
        const index = command.words.findIndex((one, number) => number > at && one === word);
        const kept = old[index];
        if (kept === undefined)
            return ` ${quoteWord(word)}`;
        at = index;
        return slice(written[index + 1]?.end ?? kept.pos, kept.end);
    });
    const [, verbWord] = written;
    const end = written.at(-1)?.end ?? 0;
    return `${text.slice(0, start + (verbWord?.pos ?? end))}${verb}${parts.join('')}${text.slice(start + end)}`;
}
/** A command with other words, as the RUN that the team wrote it in: with its mounts and what is set before it. */
function commandWith({ verb, instruction }, words) {
    return (0,parse_dockerfile/* writeAnew */.Zd)(instruction, 'dotnet', verb, ...words.map(quoteWord));
}
/** A word as a shell has to be given it, in which variables still count. */
function quoteWord(word) {
    return /^[\w./:=@,+$%{}-]+$/.test(word) ? word : `"${word.replace(/"/g, '\\"')}"`;
}
/**
 * The words of a command with a project of the build context in place of what it is given, such as a solution; as they are where they mean
 * that project already. Undefined where nothing tells where the project lies in the stage.
 */
function wordsFor({ words, instruction, folder }, project) {
    const place = (0,copied_paths/* containerPathOf */.uB)((0,copied_paths/* treeBefore */.mf)(instruction), project);
    if (place === undefined || (0,dockerfile_variables/* hasVariables */.cF)(folder))
        return undefined;
    const before = firstPath(words);
    const meant = external_node_path_.posix.resolve(folder, before ?? '.');
    if (meant === place || meant === external_node_path_.posix.dirname(place))
        return words;
    return [external_node_path_.posix.relative(folder, place), ...words.filter((word) => word !== before)];
}
/** Words without an option, in any of its forms, and its value. */
function withoutOption(words, names) {
    return words.filter((word, index) => !names.some((name) => word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}:`)) &&
        !names.includes(words[index - 1] ?? ''));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/second-runtime.js








const second_runtime_installed = /(?:^|\/)dotnet\/(?:shared|host)\/|(?:^|\/)shared\/Microsoft\.(?:NETCore|AspNetCore)\.App\//;
/** Only what brings its own runtime has these beside it; an installed one lies in a folder `shared`. */
const runtimeSign = /(?:^|\/)(?:libcoreclr\.(?:so|dylib)|coreclr\.dll|System\.Private\.CoreLib\.dll)$/;
/** Where the base image's files are not listed. */
const runtimeName = /^(?:System\.|Microsoft\.(?:AspNetCore|Extensions|CSharp|VisualBasic|Win32)\.|mscor|netstandard|lib(?:coreclr|clr|System|hostpolicy|hostfxr|mscor))/;
/** A single file with less has no runtime in it: the smallest one that has is about 30 MB even where it was trimmed. */
const minBundleBytes = 25_000_000;
const flags = /^(?:--self-contained(?:[=:]true)?|--sc(?:[=:]true)?|-{1,2}p(?:roperty)?:(?:SelfContained|PublishSelfContained|PublishAot|PublishTrimmed)=true)$/i;
/**
 * An application that brings its own .NET, on a base image that has .NET too: it lies in the image twice. A single file counts where its
 * size or the command that published it says that it needs none.
 */
function findSecondRuntime(facts) {
    const ofBase = facts.baseFiles.filter(({ path }) => second_runtime_installed.test(path));
    const kind = facts.base?.kind;
    if (ofBase.length === 0 && (kind === undefined || kind === 'runtime-deps'))
        return [];
    const folders = new Set(facts.visibleFiles
        .filter(({ path }) => runtimeSign.test(path) && !second_runtime_installed.test(path))
        .map(({ path }) => (0,apps/* folderOf */.y)(path)));
    const names = new Set(ofBase.map(({ path }) => external_node_path_.posix.basename(path)));
    const own = facts.visibleFiles.filter(({ path, owner: { owner } }) => {
        if (second_runtime_installed.test(path) || !folders.has((0,apps/* folderOf */.y)(path)))
            return false;
        const name = external_node_path_.posix.basename(path);
        return owner.kind === 'runtime' || (names.size === 0 ? runtimeName.test(name) : names.has(name));
    });
    const single = facts.visibleFiles.find((file) => isWholeApp(facts, file));
    const [files, brought] = own.length > 0 ? [own, own] : [ofBase, single === undefined ? [] : [single]];
    if (brought.length === 0 || sumOf(files).uncompressedBytes < minAdvisedBytes)
        return [];
    // An application that uses the base's runtime needs the base as it is.
    const needsBase = facts.configs.some(({ config }) => !config.isSelfContained) || isSharedStage(facts, facts.root);
    const ways = [
        ...(own.length > 0 ? [dependOnBase(facts)] : []),
        ...(needsBase
            ? []
            : [`${own.length > 0 ? 'Or begin' : 'Begin'} from an image without .NET.`, beginWithout(facts)]),
    ];
    if (ways.length === 0)
        return [];
    const both = [sumOf(own), sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0);
    const sizes = new Set([Math.min(...both), Math.max(...both)].map(format/* formatSize */.Xq));
    return [
        {
            id: 'second-runtime',
            title: `The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves ${[...sizes].join(' to ')} compressed.`,
            ...sumOf(files),
            evidence: evidenceOf(brought),
            place: placeOf(facts, heaviestLayer(brought)),
            fix: fixOf(...ways),
            link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
        },
    ];
}
/** The way to let the application use the runtime of the base image. */
function dependOnBase({ dockerfile, commands, publish }) {
    if (publish === undefined)
        return 'Publish without --self-contained, with <SelfContained>false</SelfContained> in the project file.';
    // What is only published has to be built for it, too.
    const builds = commands.filter((one) => one === publish || (one.verb === 'build' && bringsRuntime(one)));
    const changes = commandsInPlace(dockerfile, builds.map((command) => ({
        command,
        words: [...withoutFlags(command.words), '--self-contained', 'false'],
    })));
    return fixOf('Publish for the runtime of the base image.', changes);
}
function beginWithout({ base, dockerfile, root }) {
    if (base?.version === undefined)
        return 'Such as one of runtime-deps.';
    const suffix = base.suffix.replace('-composite', '');
    return fromInPlace(dockerfile, root, nameOfImage('runtime-deps', base.version, suffix, base.folder));
}
function bringsRuntime({ words }) {
    return words.some((word, index) => flags.test(word) && words[index + 1]?.toLowerCase() !== 'false');
}
function withoutFlags(words) {
    return words.filter((word, index) => !flags.test(word) && !(word === 'true' && /^--(?:self-contained|sc)$/.test(words[index - 1] ?? '')));
}
/** An application in one file that needs no runtime beside it. */
function isWholeApp({ publish }, { owner: { owner, trait }, sizeBytes }) {
    if (owner.kind !== 'single-file' || trait.kind !== 'native')
        return false;
    return sizeBytes >= minBundleBytes || (publish !== undefined && bringsRuntime(publish));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/smaller-base.js






/** Programs that Alpine has as well, with the same options. */
const onAlpine = /^(?:mkdir|chown|chmod|ln|rm|rmdir|cp|mv|touch|echo|printf|cat|sed|true|test|\[|ls|dotnet|:)$/;
const options = ['-r', '--runtime', '--os', '--arch', '-a', '--use-current-runtime', '--ucr'];
/** Smaller variants of the base image that the image can begin from as it is, with the sizes that the registry has for this platform. */
function findSmallerBase(facts) {
    const { record, dockerfile, root } = facts;
    const { neighbours } = record;
    const baseBytes = neighbours?.base.compressedBytes;
    if (neighbours === undefined || baseBytes === undefined || neighbours.base.name !== root.base)
        return [];
    if (!record.platform.startsWith(neighbours.platform))
        return [];
    const smaller = neighbours.smaller
        .filter(({ compressedBytes }) => baseBytes - compressedBytes >= minAdvisedBytes)
        .filter(({ name }) => (name.endsWith('-alpine') ? fitsAlpine(facts) : fitsChiseled(facts)))
        .sort((a, b) => a.compressedBytes - b.compressedBytes);
    const [smallest] = smaller;
    if (smallest === undefined)
        return [];
    const saved = baseBytes - smallest.compressedBytes;
    return [
        {
            id: 'smaller-base',
            title: `${smallest.name} is ${(0,format/* formatSize */.Xq)(saved)} smaller than the base image: ${(0,format/* formatSize */.Xq)(smallest.compressedBytes)} compressed instead of ${(0,format/* formatSize */.Xq)(baseBytes)}.`,
            compressedBytes: saved,
            evidence: smaller.map(({ name, compressedBytes }) => `${name} (${(0,format/* formatSize */.Xq)(compressedBytes)} compressed)`),
            place: { file: dockerfile.shown, line: root.firstLine },
            fix: fixOf(...smaller.map(({ name }, index) => `${index > 0 ? 'Or:\n' : ''}${fromInPlace(dockerfile, root, name)}`), 'Neither has ICU: texts sort and format as in the invariant culture. Chiseled images run as the user 1654 and have no shell.'),
            link: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md',
        },
    ];
}
/** Alpine is made of musl: nothing in the image may be made for glibc, and no command may be Debian's. */
function fitsAlpine({ instructions, publish, visibleFiles }) {
    const commands = instructions
        .filter(({ keyword }) => keyword === 'RUN')
        .flatMap((one) => shellCommands((0,shell_text/* scriptOf */.Fl)(one)));
    const hasEntrypoint = instructions.some(({ keyword }) => keyword === 'ENTRYPOINT');
    const starts = instructions.filter(({ keyword }) => /^(?:ENTRYPOINT|HEALTHCHECK|SHELL)$/.test(keyword) || (keyword === 'CMD' && !hasEntrypoint));
    const paths = new Set(visibleFiles.map(({ path }) => path));
    return (commands.every(({ words: [program = ''] }) => onAlpine.test(program)) &&
        starts.every(({ argument }) => /^\[?\s*"?dotnet\b/.test(argument)) &&
        options.every((one) => optionOf(publish?.words ?? [], [one]) === undefined) &&
        [...paths].every((path) => !/\.so(?:\.\d+)*$/.test(path) || smaller_base_isPortable(path, paths)));
}
/** Whether a native library lies beside its twin for musl. */
function smaller_base_isPortable(path, paths) {
    return (/\/runtimes\/(?!linux-(?!musl))/.test(`/${path}`) ||
        paths.has(path.replace('runtimes/linux-', 'runtimes/linux-musl-')));
}
/** A chiseled image has no shell, no package manager and nothing else to start than .NET. */
function fitsChiseled({ instructions }) {
    return instructions.every(({ keyword, execForm }) => keyword !== 'RUN' &&
        keyword !== 'HEALTHCHECK' &&
        (execForm !== undefined || !/^(?:ENTRYPOINT|CMD)$/.test(keyword)));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/foreign-runtimes.js




/** .NET's names for the architectures of Go, which image platforms use. */
const architectures = new Map([
    ['amd64', 'x64'],
    ['arm64', 'arm64'],
    ['arm', 'arm'],
    ['386', 'x86'],
    ['s390x', 's390x'],
    ['ppc64le', 'ppc64le'],
    ['riscv64', 'riscv64'],
    ['loong64', 'loongarch64'],
]);
const knownArchitecture = /-(x64|x86|arm64|arm|armel|armv6|s390x|ppc64le|riscv64|loongarch64|mips64|wasm|wasm32)$/;
const otherSystem = /^(?:win\d*|osx(?:\.[\d.]+)?|ios\w*|tvos\w*|mac\w*|aix|openbsd|netbsd|android|browser|wasi|freebsd|illumos|solaris|haiku|tizen|linux-bionic)$/;
/**
 * Files for other systems or architectures, below `runtimes/<runtime identifier>/`. What an identifier means: dotnet/runtime,
 * PortableRuntimeIdentifierGraph.json. On musl one for glibc counts only where its twin lies beside: it may be all that the package has.
 */
function findForeignRuntimes(facts) {
    const libc = libcOf(facts);
    const rid = `linux-${libc === 'musl' ? 'musl-' : ''}${architectureOf(facts) ?? ''}`;
    return adviceOnFiles(facts, foreignFiles(facts), {
        id: 'foreign-runtimes',
        title: (size) => `${publishesMore(facts) ? 'At least ' : ''}${size} of files for other systems lie in runtimes/ and are never used on ${facts.record.platform}.`,
        fix: fixFor(facts, rid),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
    });
}
/** The files that this rule has taken out: other rules don't count them again. */
function foreignFiles(facts) {
    const architecture = architectureOf(facts);
    if (architecture === undefined)
        return [];
    const libc = libcOf(facts);
    const paths = new Set(facts.applicationFiles.map(({ path }) => path));
    return facts.applicationFiles.filter((file) => isForeign(file, architecture, libc, paths));
}
/** The architecture in .NET's words; undefined for another system than Linux. */
function architectureOf({ record }) {
    const [os, architecture = ''] = record.platform.split('/');
    return os === 'linux' ? architectures.get(architecture) : undefined;
}
/** The words of a command with the application's project: no solution can be built or published for one system (NETSDK1134). */
function wordsOf({ application }, command) {
    return (application && wordsFor(command, application.path)) ?? command.words;
}
/** Whether the command publishes more than the application, as one of a solution does, which the fix no longer does. */
function publishesMore(facts) {
    const { publish } = facts;
    return publish !== undefined && wordsOf(facts, publish).join('\n') !== publish.words.join('\n');
}
function fixFor(facts, rid) {
    const { dockerfile, commands, publish } = facts;
    const inside = inProject(facts, `<RuntimeIdentifier>${rid}</RuntimeIdentifier>`, '<SelfContained>false</SelfContained>');
    if (publish === undefined)
        return inside;
    const own = withoutOption(wordsOf(facts, publish), ['-r', '--runtime', '--self-contained', '--sc']);
    // One system would be wrong for the others of an image of several platforms.
    const isForSeveral = /\$\{?(?:BUILDPLATFORM|TARGET(?:ARCH|PLATFORM))\b/.test(dockerfile.text);
    const system = isForSeveral ? ['-a', '$TARGETARCH'] : ['-r', rid];
    const words = [...own, ...system, '--self-contained', 'false'];
    // What was restored or built for no system can't be published for one.
    const isBefore = (one) => one.verb === 'restore' || (one.verb === 'build' && one !== publish && own.includes('--no-build'));
    const before = commands.filter(isBefore).map((command) => {
        const kept = command.verb === 'build' ? wordsOf(facts, command) : command.words;
        return { command, words: [...withoutOption(kept, ['-r', '--runtime']), ...system] };
    });
    const changes = [...before, { command: publish, words }];
    return fixOf(commandsInPlace(dockerfile, changes), isForSeveral ? declareArchitecture(dockerfile, changes) : `Or ${inside.replace('In', 'in')}`);
}
/** The ARG above the first of these commands, where their stages have none. */
function declareArchitecture(dockerfile, changes) {
    const isDeclared = ({ keyword, argument }) => keyword === 'ARG' && /^TARGETARCH\b/.test(argument);
    const stages = dockerfile.stages.filter((stage) => changes.some(({ command }) => stage.instructions.includes(command.instruction)) &&
        !(0,stage_graph/* instructionsOf */.Jk)(stage).some(isDeclared));
    return fixOf(...stages.map((stage) => pasteAt('Below', stage.fromLastLine, ['ARG TARGETARCH'])));
}
function libcOf({ system }) {
    if (system === undefined)
        return undefined;
    return system.id === 'alpine' ? 'musl' : 'glibc';
}
function isForeign({ path, owner: { trait } }, architecture, libc, paths) {
    if (trait.kind !== 'runtime-specific')
        return false;
    const [, ridArchitecture] = knownArchitecture.exec(trait.rid) ?? [];
    const system = trait.rid.replace(knownArchitecture, '');
    if (otherSystem.test(system) || (ridArchitecture !== undefined && ridArchitecture !== architecture))
        return true;
    if (libc === 'glibc')
        return /^(?:linux-musl|alpine(?:\.[\d.]+)?)$/.test(system);
    return libc === 'musl' && system === 'linux' && paths.has(twinForMusl(path, trait.rid));
}
function twinForMusl(path, rid) {
    return path.replace(`runtimes/${rid}/`, () => `runtimes/${rid.replace('linux', 'linux-musl')}/`);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/publish-output.js



/** Debug symbols in the image. */
function findSymbols(facts) {
    const files = facts.applicationFiles.filter(({ owner }) => owner.trait.kind === 'symbols');
    const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'));
    return adviceOnFiles(facts, files, {
        id: 'symbols',
        title: (size) => `${size} of debug symbols are in the image.`,
        fix: isNative
            ? fixOf('Keep the symbols out of what is published; keep them elsewhere to read crash dumps.', inProject(facts, '<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>'))
            : fixOf('Publish without symbols, if stack traces may do without line numbers.', withoutSymbols(facts)),
        link: isNative
            ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
            : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
    });
}
function withoutSymbols(facts) {
    const { dockerfile, commands, publish } = facts;
    if (publish === undefined)
        return inProject(facts, '<DebugType>none</DebugType>');
    // What was built with symbols is published with them.
    const writers = commands.filter((one) => one === publish || one.verb === 'build');
    return commandsInPlace(dockerfile, writers.map((command) => ({ command, words: [...command.words, '-p:DebugType=none'] })));
}
/** Texts of packages in languages that the team's own projects have none in. Their own ones stay whatever the property says (SDK 10.0.401). */
function findSatelliteLanguages(facts) {
    const { files, wanted } = unwantedTexts(facts);
    const languages = new Set(files.map(languageOf)).size;
    const others = [...wanted].filter((culture) => culture !== 'en' && /^[\w-]+$/.test(culture)).sort();
    return adviceOnFiles(facts, files, {
        id: 'satellite-languages',
        title: (size) => `${size} are texts of packages in ${languages === 1 ? 'a language' : `${languages} languages`} that the application itself has no texts in.`,
        fix: fixOf('Name the languages that your users read.', inProject(facts, `<SatelliteResourceLanguages>${['en', ...others].join(';')}</SatelliteResourceLanguages>`)),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/project-sdk/msbuild-props#satelliteresourcelanguages',
    });
}
/** The texts that `findSatelliteLanguages` has taken out, and the languages of the team's own ones. */
function unwantedTexts({ applicationFiles }) {
    const texts = applicationFiles.filter((file) => languageOf(file) !== '');
    const own = texts.filter(({ owner }) => owner.owner.kind === 'project');
    const wanted = new Set(own.map(languageOf));
    // What an installed SDK or runtime has is no matter of the project.
    const others = texts.filter(({ owner }) => owner.owner.kind !== 'runtime');
    return { files: others.filter((file) => !wanted.has(languageOf(file))), wanted };
}
/** The language of texts; empty for any other file. */
function languageOf({ owner: { trait } }) {
    return trait.kind === 'satellite' ? trait.culture : '';
}
/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile = /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i;
const testPackage = /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i;
/** Test frameworks and their runners in the image. */
function findTestAssemblies(facts) {
    const files = facts.applicationFiles.filter(({ path, owner: { owner } }) => testFile.test(path) || (owner.kind === 'package' && testPackage.test(owner.name)));
    return adviceOnFiles(facts, files, {
        id: 'test-assemblies',
        title: (size) => `${size} of test frameworks and test runners are in the image.`,
        fix: fixOf("Publish the application's project and not the solution or a test project.", publishApplication(facts)),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
    });
}
/** The team's own command with the application's project in it. */
function publishApplication({ dockerfile, publish, application, projectFile }) {
    const words = publish && application && wordsFor(publish, application.path);
    return publish === undefined || words === undefined
        ? `RUN dotnet publish ${projectFile} -c Release -o /app/publish`
        : commandsInPlace(dockerfile, [{ command: publish, words }]);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/packages-with-app.js









/** What is sent again with each deploy is worth two lines of the Dockerfile from here on, compressed. */
const minPackageBytes = 5_000_000;
/** More names would make a command that nobody reads. */
const maxNames = 12;
/**
 * Packages in one layer with the application's own files: a deploy of changed code sends them anew. Only where they are most of what a COPY
 * brings from a stage without what other advice takes out, and the own files can be named.
 */
function findPackagesWithApp(facts) {
    const dropped = new Set([...foreignFiles(facts), ...unwantedTexts(facts).files]);
    const layers = [...new Set(facts.visibleFiles.map(({ layer }) => layer))];
    return layers.flatMap((layer) => {
        const copy = instructionOf(facts, layer);
        const from = copy === undefined ? undefined : wholeFolderOf(copy);
        const files = facts.visibleFiles.filter((file) => file.layer === layer);
        const packages = files.filter(({ owner }) => owner.owner.kind === 'package');
        const kept = packages.filter((file) => !dropped.has(file));
        const own = files.filter(({ owner }) => owner.owner.kind !== 'package');
        const sent = { packages: sumOf(kept).compressedBytes, own: sumOf(own).compressedBytes };
        if (copy === undefined || from === undefined || own.length === 0)
            return [];
        if (sent.packages < minPackageBytes || sent.packages < 2 * sent.own)
            return [];
        const names = ownNames(own, packages);
        if (names === undefined)
            return [];
        const { folder, target, lastLine } = from;
        const apart = `${folder}-own`;
        const moved = names.map((name) => `${folder}/${name}`).join(' ');
        return [
            {
                id: 'packages-with-app',
                title: `A deploy of changed code sends ${(0,format/* formatSize */.Xq)(sent.packages + sent.own)} compressed instead of about ${(0,format/* formatSize */.Xq)(sent.own)}: packages that did not change are in the layer of line ${copy.firstLine}, too.`,
                evidence: evidenceOf(kept),
                place: placeOf(facts, layer),
                fix: fixOf('Take your own files apart where they are built, and copy the packages first.', pasteAt('Below', lastLine, [`RUN mkdir ${apart} && mv ${moved} ${apart}/`]), inPlaceOf(copy, [(0,parse_dockerfile/* writeAnew */.Zd)(copy, folder, target), (0,parse_dockerfile/* writeAnew */.Zd)(copy, apart, target)])),
                link: 'https://docs.docker.com/build/cache/optimize/',
            },
        ];
    });
}
/** What a `COPY --from=stage /folder target` takes; undefined for another form, and for paths that a variable is in. */
function wholeFolderOf(copy) {
    const { stage, sources = [], target = '' } = (0,stage_graph/* stageCopyOf */.rb)(copy) ?? {};
    const [source = ''] = sources;
    if (stage === undefined || sources.length > 1 || !/^\/[\w./-]+$/.test(source) || /[\s$"']/.test(target))
        return undefined;
    return { lastLine: (0,parse_dockerfile/* endOfStage */.F5)(stage), folder: source.replace(/\/*(?:\/\.)?$/, ''), target };
}
/** Names in the copied folder, `*` behind those of projects, for all own files and no package's; undefined: too many, or a folder has both. */
function ownNames(own, packages) {
    const folder = commonFolder([...own, ...packages].map(({ path }) => path));
    const nameOf = ({ path }) => path.slice(folder.length).split('/')[0] ?? '';
    const taken = new Set(packages.map(nameOf));
    const projects = own.flatMap(({ owner: { owner } }) => (owner.kind === 'project' ? [owner.name] : []));
    const prefixes = [...new Set(projects)].filter((name) => ![...taken].some((other) => other.startsWith(name)));
    const names = own.map(nameOf).map((name) => {
        const prefix = prefixes.find((one) => name.startsWith(one));
        return prefix === undefined ? name : `${prefix}*`;
    });
    const unique = [...new Set(names)].sort();
    const isClear = unique.every((name) => !taken.has(name) && /^[\w.*-]+$/.test(name));
    return isClear && unique.length <= maxNames ? unique : undefined;
}
/** The longest folder, with a slash at its end, that all paths are in. */
function commonFolder([first = '', ...others]) {
    let folder = (0,apps/* folderOf */.y)(first);
    while (!others.every((path) => path.startsWith(folder)))
        folder = (0,apps/* folderOf */.y)(folder.slice(0, -1));
    return folder;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/leftovers.js


/** What no build needs: the history, and what tools, builds and tests on a machine leave beside the sources. */
const unneededNames = ['.git', '.vs', 'bin', 'obj', 'TestResults', 'node_modules'];
/** The folders of such names at the top of the build context and beside its projects, as paths in it. */
async function findLeftovers(context, { projects }) {
    const folders = new Set(['.', ...projects.map(({ path }) => external_node_path_.posix.dirname(path))]);
    const paths = [...folders].flatMap((folder) => unneededNames.map((name) => external_node_path_.posix.join(folder, name)));
    const isFolder = async (path) => (await (0,promises_.stat)((0,external_node_path_.join)(context, path)).catch(() => undefined))?.isDirectory() === true;
    const found = await Promise.all(paths.map(isFolder));
    return paths.filter((_, index) => found[index]);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-context.js







/** A build context without a .dockerignore of which more is sent than the build needs. */
function findBuildContext(facts) {
    const { dockerfile, needed, leftovers, contextBytes } = facts;
    if (contextBytes === undefined || contextBytes < minAdvisedBytes)
        return [];
    const names = unneeded(facts);
    const sent = (source) => leftovers.filter((path) => names.includes(external_node_path_.posix.basename(path)) && (source === '' || path.startsWith(`${source}/`)));
    const copies = [...needed].flatMap((stage) => (0,copied_paths/* readCopiedTree */.ZI)(stage).copies);
    const first = copies.find(({ source }) => sent(source).length > 0);
    if (first === undefined)
        return [];
    const among = [...new Set(copies.flatMap(({ source }) => sent(source)).map((path) => external_node_path_.posix.basename(path)))];
    return [
        {
            id: 'no-dockerignore',
            title: `${(0,format/* formatSize */.Xq)(contextBytes)} were sent to the builder, also what it does not need: ${among.join(', ')}. There is no .dockerignore.`,
            evidence: [],
            place: { file: dockerfile.shown, line: first.line },
            fix: inFile('.dockerignore, a new file at the top of the build context', names.map((name) => `**/${name}`)),
            link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
        },
    ];
}
/** What no build needs, without what this one takes by name, or reads for its version. */
function unneeded(facts) {
    const instructions = [...facts.needed].flatMap((stage) => stage.instructions);
    const runs = instructions.filter(({ keyword }) => keyword === 'RUN').map(({ argument }) => argument);
    const taken = instructions
        .filter((one) => (0,parse_dockerfile/* isCopy */.sN)(one) && (0,parse_dockerfile/* fromOf */.kL)(one) === undefined)
        .flatMap((one) => (0,parse_dockerfile/* copyWords */.rb)(one).slice(0, -1))
        // A program of the sources that a RUN starts is taken, too: ./bin/build.sh
        .concat(runs.flatMap((run) => run.match(/(?<![\w./-])(?:\.\/)?(?:[\w-]+\/)*bin\/[\w.-]+/g) ?? []))
        .flatMap((path) => path.split('/'));
    const installsPackages = runs.some((run) => /\b(?:npm|yarn|pnpm|bun)\b/.test(run));
    return (unneededNames
        .filter((name) => !taken.includes(name))
        .filter((name) => name !== '.git' || !readsHistory(facts))
        // What nothing installs in the build comes with the sources.
        .filter((name) => name !== 'node_modules' || installsPackages));
}
/** Whether the build reads the history of the repository, as for its version. */
function readsHistory({ needed, repository }) {
    const instructions = [...needed].flatMap((stage) => stage.instructions);
    return (instructions.some(({ keyword, argument }) => keyword === 'RUN' && /\bgit(?:version)?\b|\bnbgv\b|minver/i.test(argument)) ||
        repository.projects.some(({ packages }) => [...packages].some((name) => /gitversion|minver|gitinfo|gitversioning/.test(name))));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/source-files.js










const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/;
/** What a build reads, and what it leaves in obj; views stay out, since they may be compiled at run time. */
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$|(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/i;
/** The team's source with what a build left in `obj`, and the history of its repository. */
function findSourceFiles(facts) {
    const files = facts.applicationFiles;
    const git = files.filter(({ path }) => gitFolder.test(path));
    const others = files.filter(({ path }) => source.test(path) && !gitFolder.test(path));
    return [
        ...adviceOnFiles(facts, git, {
            id: 'git-history',
            title: (size) => `${size} of the repository's history (.git) are in the image, for anyone to read who has the image.`,
            fix: readsHistory(facts)
                ? 'The build needs it: copy from its stage only the folder that `dotnet publish -o` wrote.'
                : inFile('.dockerignore', ['**/.git']),
            link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
        }),
        ...(sumOf(others).uncompressedBytes < minAdvisedBytes ? [] : onSources(facts, others)),
    ];
}
/**
 * The line that brings sources is one too many where another copies what was published; where that lies among the sources, it alone is to be
 * copied. An image that builds itself has the advice on its SDK.
 */
function onSources(facts, files) {
    const layer = heaviestLayer(files);
    const copy = instructionOf(facts, layer);
    if (copy !== undefined && copy.keyword !== 'COPY')
        return [];
    const more = { id: 'source-files', link: 'https://docs.docker.com/build/building/multi-stage/' };
    const whole = facts.ownFiles.filter((file) => file.layer === layer);
    const copied = facts.final.instructions.find((one) => one !== copy && publishedBy(one) !== undefined);
    if (copy !== undefined && copied !== undefined)
        return adviceOnFiles(facts, whole, {
            ...more,
            title: (size) => `${size} are in the image by line ${copy.firstLine}, source files among them; line ${copied.firstLine} copies what was published.`,
            fix: takeOut(copy),
        });
    const published = copy && publishedBy(copy);
    if (copy === undefined || published === undefined)
        return adviceOnFiles(facts, files, {
            ...more,
            title: (size) => `At least ${size} of files in the image are sources, or what their build left in obj.`,
            fix: `Publish to a folder of its own in the stage that builds, with \`dotnet publish -o\`, and copy that one alone${copy === undefined ? '' : ` in line ${copy.firstLine}`}.`,
        });
    const { output, target } = published;
    return adviceOnFiles(facts, whole.filter(({ path }) => !`/${path}`.startsWith(`${target}/`)), {
        ...more,
        title: (size) => `${size} in the image are no part of what was published, source files among them.`,
        fix: inPlaceOf(copy, [(0,parse_dockerfile/* writeAnew */.Zd)(copy, output, target)]),
    });
}
/** Where a COPY of a stage's folder brings what was published there: in that stage, and in the image. */
function publishedBy(copy) {
    const { stage, sources = [], target = '' } = (0,stage_graph/* stageCopyOf */.rb)(copy) ?? {};
    const [source] = sources;
    if (stage === undefined || source === undefined || sources.length > 1)
        return undefined;
    const folder = external_node_path_.posix.resolve('/', source);
    const published = dotnetCommands(stage).findLast(({ verb }) => /^(?:publish|build)$/.test(verb))?.output;
    if (published === undefined || (0,dockerfile_variables/* hasVariables */.cF)(source + target))
        return undefined;
    const inside = external_node_path_.posix.relative(folder, published);
    if (inside.startsWith('..'))
        return undefined;
    return {
        output: published,
        target: external_node_path_.posix.resolve((0,copied_paths/* treeBefore */.mf)(copy).workdir, target, inside),
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-tools.js












const sdkFiles = /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//;
const toolFiles = /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/;
const multiStage = 'https://docs.docker.com/build/building/multi-stage/';
/** The .NET SDK in the final image: seen by its files, or by the name of the base image where those are not listed. */
function findSdk(facts) {
    if (startsSdk(facts))
        return [];
    const { base, dockerfile, final, root } = facts;
    const ofSdk = [...facts.baseFiles, ...facts.visibleFiles].filter(({ path }) => sdkFiles.test(path));
    const left = copiesFromStage(facts) ? [] : leftOfBuild(facts);
    const files = sumOf(ofSdk).uncompressedBytes < minAdvisedBytes ? [] : [...new Set([...ofSdk, ...left])];
    const fix = shipTheRuntime(facts);
    const onFiles = adviceOnFiles(facts, files, {
        id: 'sdk-in-final-stage',
        title: (size) => `At least ${size} are in the image and not needed to run it: the .NET SDK, NuGet packages${left.length === 0 ? '' : ', and what the build left'}.`,
        fix,
        link: multiStage,
    });
    if (onFiles.length > 0 || base?.kind !== 'sdk' || facts.isListed)
        return onFiles;
    return [
        {
            id: 'sdk-in-final-stage',
            title: `The final stage, ${(0,parse_dockerfile/* stageLabel */.Hn)(final)}, begins from the SDK image, which is made to build and not to run.`,
            evidence: [`FROM ${root.base}`],
            place: { file: dockerfile.shown, line: root.firstLine },
            fix,
            link: multiStage,
        },
    ];
}
/** Verbs of `dotnet` that an image with the runtime alone does not know, but `run` and `watch`: what these start can be published. */
const sdkVerbs = /^(?:fsi|test|build|msbuild|publish|pack|restore|new|tool|ef|script|repl|format)$/;
/** Whether the container starts the SDK itself, such as a script or a tool of it. */
function startsSdk({ instructions }) {
    const starts = (0,stage_graph/* startInstructions */.Q2)(instructions);
    const [first] = starts;
    if (first === undefined)
        return false;
    const script = { ...(0,shell_text/* scriptOf */.Fl)(first), text: starts.map((one) => (0,shell_text/* scriptOf */.Fl)(one).text).join(' ') };
    return shellCommands(script).some(({ words: [program = '', verb = '', ...rest] }) => {
        if (!/(?:^|\/)dotnet$/.test(program))
            return false;
        return sdkVerbs.test(verb) || [verb, ...rest].some((word) => /\.(?:cs|csx|fsx)$/i.test(word));
    });
}
/** Whether the final stage copies what another one built, so that it needs nothing but another image to begin from. */
function copiesFromStage({ final }) {
    return final.instructions.some((one) => one.keyword === 'COPY' && (0,parse_dockerfile/* fromOf */.kL)(one) !== undefined);
}
/** The files of own layers that a final stage of its own has not: all but those beside the published application. */
function leftOfBuild(facts) {
    const { publish, configs, ownFiles } = facts;
    const folder = publish?.output?.slice(1) ?? configs[0]?.path.replace(/\/[^/]*$/, '');
    return folder === undefined ? [] : ownFiles.filter(({ path }) => !path.startsWith(`${folder}/`));
}
/** Compilers, make and git in the image's own layers. */
function findTools(facts) {
    const files = facts.visibleFiles.filter(({ path }) => toolFiles.test(path));
    const names = [...new Set(files.map(({ path }) => toolOf(path)))].sort();
    return adviceOnFiles(facts, files, {
        id: 'build-tools',
        title: (size) => `At least ${size} of tools to build with (${names.join(', ')}) are in the final image; an app that starts none of them does without.`,
        fix: withoutTools(facts, files, names),
        link: multiStage,
    });
}
/** Packages that bring such tools. */
const toolPackages = /^(?:git|gcc|g\+\+|make|cmake|ninja-build|clang|llvm|build-essential|build-base|zlib1g-dev|zlib-dev|musl-dev)(?:-[\d.]+)?(?:=.*)?$/;
/** The installation without their packages, where one RUN is all about it and no other stage or line has them from there. */
function withoutTools(facts, files, names) {
    const { dockerfile, instructions } = facts;
    const run = instructionOf(facts, heaviestLayer(files));
    const stage = run?.stage;
    const tools = names.join(', ');
    const elsewhere = `Install ${tools} in the stage that builds, and copy from there what it made${run === undefined ? '.' : `; take the installation out of line ${run.firstLine}.`}`;
    if (run?.keyword !== 'RUN' || stage === undefined)
        return elsewhere;
    const later = instructions.filter((one) => one !== run && one.keyword === 'RUN');
    const isUsed = later.some(({ argument }) => names.some((name) => new RegExp(`\\b${name}\\b`).test(argument)));
    const all = shellCommands((0,shell_text/* scriptOf */.Fl)(run));
    const install = all.find(({ words }) => /^(?:apt|apt-get|apk|dnf|yum|microdnf|tdnf)$/.test(words[0] ?? '') &&
        words.some((word) => toolPackages.test(word)));
    const [program = '', verb = '', ...words] = install?.words ?? [];
    if (isSharedStage(facts, stage) || isUsed || !/^(?:install|add)$/.test(verb))
        return elsewhere;
    const kept = words.filter((word) => !toolPackages.test(word));
    // A command that would install nothing goes with its line only where nothing else is done there.
    if (kept.every((word) => word.startsWith('-')))
        return all.every(({ words: [name] }) => name === program || name === 'rm') ? takeOut(run) : elsewhere;
    return commandsInPlace(dockerfile, [{ command: { program, verb, words, instruction: run }, words: kept }]);
}
function toolOf(path) {
    if (/\/git(?:-core)?(?:\/|$)/.test(path))
        return 'git';
    if (/llvm|clang/.test(path))
        return 'clang';
    return /\/(make|cmake|ninja)/.exec(path)?.[1] ?? 'gcc';
}
/** A final stage that begins from the image with the runtime alone. */
function shipTheRuntime(facts) {
    const { base, dockerfile, final, root, configs, today } = facts;
    const version = base?.version ?? currentDotnet(today);
    const suffix = (base?.suffix ?? '').replace(/-aot$/, '');
    const image = nameOfImage(runtimeKind(configs), version, suffix, base?.folder);
    if (copiesFromStage(facts))
        return fromInPlace(dockerfile, root, image);
    const builder = final.name ?? 'build';
    const named = final.name === undefined ? fromInPlace(dockerfile, root, `${root.base} AS build`) : undefined;
    const { first, below, output } = publishedFolder(facts);
    const stage = [
        `FROM ${image}`,
        'WORKDIR /app',
        `COPY --from=${builder} ${output} .`,
        ...final.instructions
            .filter(({ keyword }) => /^(?:EXPOSE|ENV|HEALTHCHECK)$/.test(keyword))
            .map((one) => (0,parse_dockerfile/* writeAnew */.Zd)(one, one.argument)),
        ...startLines(facts),
    ];
    return fixOf('Add a final stage.', named, first, pasteAt('Below', (0,parse_dockerfile/* endOfStage */.F5)(final), [...below, ...stage]));
}
/** Where the stage publishes to; what has to be changed, or be written at its end, where it doesn't or where nothing says to which folder. */
function publishedFolder(facts) {
    const { dockerfile, final, application } = facts;
    const publish = dotnetCommands(final).findLast(({ verb }) => verb === 'publish');
    if (publish?.output !== undefined)
        return { first: undefined, below: [], output: publish.output };
    const folder = '/app/publish';
    if (publish !== undefined) {
        const words = [...publish.words, '-o', folder];
        return { first: commandsInPlace(dockerfile, [{ command: publish, words }]), below: [], output: folder };
    }
    const place = application && (0,copied_paths/* containerPathOf */.uB)((0,copied_paths/* readCopiedTree */.ZI)(final), application.path);
    const project = place === undefined ? '' : ` ${place}`;
    return { first: undefined, below: [`RUN dotnet publish${project} -c Release -o ${folder}`], output: folder };
}
/** What the container starts, with the assembly in the folder where it is then; the same words behind it. */
function startLines(facts) {
    const { final, configs, application } = facts;
    const start = final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    const words = start?.execForm ?? start?.argument.split(/\s+/) ?? [];
    const assembly = words.find((word) => /\.dll$/i.test(word))?.replace(/^.*\//, '');
    const name = assembly ?? `${application?.assemblyName ?? assemblyIn(configs) ?? 'App'}.dll`;
    const at = assembly === undefined ? words.indexOf('--') : words.findIndex((word) => /\.dll$/i.test(word));
    const more = at < 0 ? [] : words.slice(at + 1);
    return [`ENTRYPOINT ${JSON.stringify(['dotnet', name, ...more]).replaceAll('","', '", "')}`];
}
function runtimeKind(configs) {
    if (configs.length === 0)
        return 'aspnet';
    if (configs.every(({ config }) => config.isSelfContained))
        return 'runtime-deps';
    const asked = configs.flatMap(({ config }) => config.frameworks.map(({ name }) => name));
    return asked.includes('Microsoft.AspNetCore.App') ? 'aspnet' : 'runtime';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/debug-configuration.js








const debugFolder = /(?:^|\/)bin\/Debug\//;
/**
 * An application that was built without optimisation: seen by a folder `bin/Debug`, or by the command whose output folder
 * the final stage copies. `dotnet build` means Debug where it says nothing; `dotnet publish` did before the .NET 8 SDK.
 */
function findDebugConfiguration(facts) {
    const { dockerfile } = facts;
    const files = facts.visibleFiles.filter(({ path }) => debugFolder.test(path) && path.endsWith('.dll'));
    const copies = copiesFrom(facts);
    // Of the commands that wrote a folder the last one.
    const command = copies
        .map(({ stage, source }) => dotnetCommands(stage).findLast(({ verb, output }) => /^(?:build|publish)$/.test(verb) && output === source))
        .find((one) => one !== undefined && isDebug(facts, one));
    const copy = copies.find(({ source }) => debugFolder.test(`${source}/`));
    const brings = command?.instruction ?? copy?.instruction;
    if (brings === undefined && files.length === 0)
        return [];
    const { keyword, argument, firstLine: line } = brings ?? {};
    const written = `${keyword ?? ''} ${argument ?? ''}`.replace(/\s+/g, ' ');
    return [
        {
            id: 'debug-configuration',
            title: 'The application is published in its Debug configuration, which runs without optimisation.',
            evidence: files.length > 0 ? evidenceOf(files) : [evidenceAt(dockerfile, line ?? 0, written)],
            place: line === undefined ? undefined : { file: dockerfile.shown, line },
            fix: debug_configuration_fixFor(facts, command),
            link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
        },
    ];
}
/** The folders that the stage which ships copies from other stages. */
function copiesFrom({ instructions }) {
    return instructions.flatMap((instruction) => {
        const { stage, sources = [] } = (0,stage_graph/* stageCopyOf */.rb)(instruction) ?? {};
        if (stage === undefined)
            return [];
        return sources
            .filter((word) => !(0,dockerfile_variables/* hasVariables */.cF)(word))
            .map((word) => ({
            stage,
            instruction,
            source: external_node_path_.posix.join('/', word.replace(/["']/g, '')).replace(/\/\.?$/, ''),
        }));
    });
}
function isDebug(facts, { verb, words, instruction }) {
    const given = optionOf(words, ['-c', '--configuration']) ?? propertyOf(words, 'Configuration');
    if (given !== undefined) {
        const { variables } = (0,copied_paths/* treeBefore */.mf)(instruction);
        return (0,dockerfile_variables/* expandWord */.Vo)(given, variables).toLowerCase() === 'debug';
    }
    // Both can be set for all commands of a stage.
    if (/PublishRelease|^\s*ENV\s.*\bConfiguration[= ]/im.test(facts.dockerfile.text))
        return false;
    return verb === 'build' || sdkMajorOf(instruction.stage) < 8;
}
/** The SDK's major version in a stage, as its image's name tells; infinite where it doesn't. */
function sdkMajorOf(stage) {
    const version = parseDotnetImage((0,stage_graph/* rootOf */.I5)(stage).base)?.version;
    return version === undefined ? Infinity : Number.parseInt(version, 10);
}
function debug_configuration_fixFor({ dockerfile }, command) {
    if (command === undefined)
        return 'Publish in the Release configuration, and copy what that wrote:\nRUN dotnet publish -c Release -o /app/publish';
    const kept = withoutOption(command.words, ['-c', '--configuration']).filter((word) => !/Configuration=/i.test(word));
    return commandsInPlace(dockerfile, [{ command, verb: 'publish', words: [...kept, '-c', 'Release'] }]);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/package-lists.js



/** Where package managers leave what they download, and what takes it away in the same layer. */
const managers = [
    {
        name: 'apt',
        files: /^var\/(?:lib\/apt\/lists|cache\/apt)\//,
        cleanUp: 'rm -rf /var/lib/apt/lists/* /var/cache/apt/*',
    },
    {
        name: 'apk',
        files: /^var\/cache\/apk\//,
        cleanUp: 'rm -rf /var/cache/apk/*',
    },
    {
        name: 'dnf',
        files: /^var\/(?:cache|lib)\/(?:dnf|yum|libdnf5|tdnf)\//,
        cleanUp: 'rm -rf /var/cache/dnf /var/cache/yum /var/cache/tdnf',
    },
    { name: 'zypper', files: /^var\/cache\/zypp\//, cleanUp: 'zypper clean --all' },
    {
        name: 'pacman',
        files: /^var\/(?:cache\/pacman|lib\/pacman\/sync)\//,
        cleanUp: 'rm -rf /var/cache/pacman /var/lib/pacman/sync',
    },
    { name: 'pip', files: /(?:^|\/)\.cache\/pip\//, cleanUp: 'rm -rf ~/.cache/pip' },
    { name: 'npm', files: /(?:^|\/)\.npm\/_(?:cacache|logs|npx)\//, cleanUp: 'npm cache clean --force' },
    {
        name: 'nuget',
        files: /(?:^|\/)\.local\/share\/NuGet\/(?:http-cache|v3-cache|plugins-cache)\/|^tmp\/NuGetScratch/,
        cleanUp: 'dotnet nuget locals http-cache --clear',
    },
];
/** Whether a file is a package list or a downloaded package. */
function isPackageList(path) {
    return managers.some(({ files }) => files.test(path));
}
/** Package lists and downloaded packages, also those that a later layer deletes: they are still pulled. */
function findPackageLists(facts) {
    return managers.flatMap(({ name, files: pattern, cleanUp }) => {
        const files = facts.ownFiles.filter(({ path }) => pattern.test(path));
        return adviceOnFiles(facts, files, {
            id: `${name}-package-lists`,
            title: (size) => `${size} of ${name}'s lists and downloads are in the image; what a later layer deletes is still pulled.`,
            fix: package_lists_fixFor(facts, instructionOf(facts, heaviestLayer(files)), cleanUp),
            link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
        });
    });
}
function package_lists_fixFor({ dockerfile }, run, cleanUp) {
    const written = run === undefined ? [] : writtenLines(dockerfile, run);
    const [, mark] = /^[^'"<]*<<-?["']?(\w+)["']?\s*$/.exec(written[0] ?? '') ?? [];
    if (run?.keyword === 'RUN' && mark !== undefined && written.at(-1)?.trim() === mark)
        return pasteAt('Above', run.lastLine, [cleanUp]);
    if (run?.keyword !== 'RUN' || run.execForm !== undefined || run.argument.includes('\n'))
        return `Delete them in the RUN that brings them:\n${cleanUp}`;
    return inPlaceOf(run, [`${written.join('\n').trimEnd()} \\`, `    && ${cleanUp}`]);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/without-removal.js






/** More would make a command that nobody reads. */
const maxJoined = 4;
/** What would count for the commands of another RUN, too, or would hide their exit codes. */
const counts = /;|\|\||(?<!&)&(?!&)|(?:^|[;&|\s])(?:cd|pushd|set|export|exit)\s/;
/** The RUN that makes files, the one that removes them and those between them, as one; undefined where other instructions are between, too. */
function joinRuns({ dockerfile }, maker, remover) {
    const all = between(remover.stage, maker, remover);
    const isJoined = all.every(({ keyword, execForm, argument, flags }) => keyword === 'RUN' &&
        execForm === undefined &&
        !argument.includes('\n') &&
        (flags.length === 0 || (flags === maker.flags && !counts.test(argument))));
    if (all.length < 2 || all.length > maxJoined || !isJoined)
        return undefined;
    const end = ` ${continuationOf(dockerfile)}`;
    const lines = writtenLines(dockerfile, { firstLine: maker.firstLine, lastLine: remover.lastLine });
    for (const { firstLine, lastLine, argument } of all) {
        const [first, last] = [firstLine - maker.firstLine, lastLine - maker.firstLine];
        const [open, close] = counts.test(argument) ? ['( ', ' )'] : ['', ''];
        lines[first] = (lines[first] ?? '').replace(/^\s*(RUN)\s+/i, (written, run) => first > 0 ? `    && ${open}` : open === '' ? written : `${run} ${open}`);
        lines[last] = `${(lines[last] ?? '').trimEnd()}${close}${last === lines.length - 1 ? '' : end}`;
    }
    return inPlaceOf({ firstLine: maker.firstLine, lastLine: remover.lastLine }, lines.filter((line) => line.trim() !== ''));
}
/** In place of copying files and removing them: mounts where a RUN needs them, or removal at their source. Undefined where more may have to change. */
function withoutCopy(facts, copy, layer, remover) {
    const { stage } = remover;
    const [source, target, another] = (0,parse_dockerfile/* copyWords */.rb)(copy);
    const isPlain = [source, target].every((word) => word !== undefined && !/[*?[\]$<]|^\w+:/.test(word));
    if (!isPlain || another !== undefined || remover.keyword !== 'RUN' || remover.execForm !== undefined)
        return undefined;
    if (/\n|[;|]|(?:^|[&\s])cd\s/.test(remover.argument))
        return undefined;
    const { workdir } = (0,copied_paths/* readCopiedTree */.ZI)(stage, copy);
    const paths = (facts.record.layers[layer]?.content?.files ?? []).map(([path]) => `/${path}`);
    const folder = external_node_path_.posix.resolve(workdir, target ?? '');
    const named = external_node_path_.posix.join(folder, external_node_path_.posix.basename(source ?? ''));
    const place = paths.length === 1 && paths[0] === named ? named : folder;
    const parts = (0,shell_text/* commandOf */.Nl)(remover).split(/\s*&&\s*/);
    const removed = parts.map((part) => without_removal_removedBy(part, (0,copied_paths/* treeBefore */.mf)(remover).workdir));
    const found = { copy, remover, source: source ?? '', place, parts, removed };
    return facts.visibleFiles.some((file) => file.layer === layer)
        ? removeAtSource(facts, stage, found)
        : mountInstead(facts, stage, found);
}
/** The paths that `rm` is given. */
function without_removal_removedBy(command, workdir) {
    const [program, ...words] = (0,dockerfile_variables/* splitWords */.yM)(command);
    return program === 'rm'
        ? words.filter((word) => !word.startsWith('-')).map((word) => external_node_path_.posix.resolve(workdir, word))
        : undefined;
}
function mountInstead(facts, stage, found) {
    const { copy, remover, source, place, parts, removed } = found;
    const { dockerfile, baseFiles, visibleFiles } = facts;
    const isInside = (path) => path === place || path.startsWith(`${place}/`);
    // A mount would cover what else is there.
    if ([...baseFiles, ...visibleFiles].some(({ path }) => isInside(`/${path}`)))
        return undefined;
    const gone = removed.map((paths) => paths !== undefined && paths.every(isInside));
    if (removed.some((paths, index) => paths !== undefined && gone[index] === false && paths.some(covers(place))))
        return undefined;
    // A mount has the rights of its source.
    if (copy.flags.some(({ name }) => name === 'chmod'))
        return undefined;
    const from = (0,parse_dockerfile/* fromOf */.kL)(copy);
    const mount = `--mount=type=bind,${from === undefined ? '' : `from=${from},`}source=${source.replace(/^\.?\/(?=.)/, from === undefined ? '' : '/')},target=${place}`;
    const users = between(stage, copy, remover)
        .slice(1, -1)
        .filter(({ argument }) => argument.includes(external_node_path_.posix.basename(place)));
    if (users.some(({ keyword, execForm }) => keyword !== 'RUN' || execForm !== undefined))
        return undefined;
    const isNamed = (command) => command.includes(external_node_path_.posix.basename(place));
    // What is mounted can't be moved, but be copied.
    const rest = parts
        .filter((_, index) => gone[index] === false)
        .map((part) => (isNamed(part) ? part.replace(/^mv(?: -\S+)* /, 'cp -a ') : part));
    const used = users.flatMap((run) => (0,shell_text/* commandOf */.Nl)(run).split(/&&|\|\||[;|\n]/));
    if ([...used, ...rest].some((command) => isNamed(command) && changesFiles.test(command)))
        return undefined;
    const needsMount = rest.some(isNamed);
    return fixOf(takeOut(copy), ...users.map((run) => inPlaceOf(run, withFlags(dockerfile, run, [mount]))), runInPlace(remover, rest, ...(needsMount ? [mount] : [])));
}
/** Programs that change the files that they are given, or their folder: a mount can only be read. */
const changesFiles = /^\s*(?:mv|rm|chmod|chown|chgrp|touch|truncate|dos2unix|g(?:un)?zip|b(?:un)?zip2|(?:un)?xz|sed\s+(?:\S+\s+)*?-\w*i)\s/;
/** Whether a path, which may have a pattern in it, is the other one or a folder that it is in. */
function covers(place) {
    return (path) => {
        const [before = ''] = path.split(/[*?[]/);
        return before === path ? place === path || place.startsWith(`${path}/`) : place.startsWith(before);
    };
}
function removeAtSource(facts, stage, found) {
    const { copy, remover, source, place, parts, removed } = found;
    const { dockerfile } = facts;
    const from = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, (0,parse_dockerfile/* fromOf */.kL)(copy) ?? '');
    const count = removed.findIndex((paths) => paths === undefined);
    const taken = count < 0 ? removed : removed.slice(0, count);
    const paths = taken.flatMap((one) => one ?? []);
    const others = dockerfile.stages.flatMap(({ instructions }) => instructions.filter((one) => one !== copy && one.flags.some(({ name, value }) => name === 'from' && value === from?.name)));
    const isAlone = between(stage, copy, remover)
        .slice(1, -1)
        .every(({ keyword }) => keyword !== 'RUN');
    const isBase = dockerfile.stages.some(({ base }) => base === from?.name);
    if (from === undefined || isBase || others.length > 0 || !isAlone || paths.length === 0)
        return undefined;
    if (!paths.every((path) => path.startsWith(`${place}/`)))
        return undefined;
    const moved = paths.map((path) => external_node_path_.posix.join('/', source, path.slice(place.length)));
    return fixOf('Remove them in the stage that they come from.', pasteAt('Below', (0,parse_dockerfile/* endOfStage */.F5)(from), [`RUN rm -rf ${moved.join(' ')}`]), runInPlace(remover, parts.slice(taken.length)));
}
/** The instructions of a stage from one to another; none where the first one is not there. */
function between(stage, first, last) {
    const instructions = stage?.instructions ?? [];
    const start = instructions.indexOf(first);
    return start < 0 ? [] : instructions.slice(start, instructions.indexOf(last) + 1);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/removed-later.js







/** Files that one line brings and a later one removes: they are gone from view, and are pulled all the same. */
function findRemovedLater(facts) {
    const { record, ownFrom, ownFiles } = facts;
    const byPlace = new Map(ownFiles.map((file) => [`${file.layer} ${file.path}`, file]));
    const removed = (0,shadowed_files/* findHiddenFiles */.L)(record).flatMap(({ layer, path, hiddenBy }) => {
        const file = byPlace.get(`${layer} ${path}`);
        const isReplaced = record.layers[hiddenBy]?.content?.files.some(([other]) => other === path);
        if (file === undefined || hiddenBy < ownFrom || isReplaced === true || isPackageList(path))
            return [];
        return [{ file, hiddenBy }];
    });
    return [...new Set(removed.map(({ hiddenBy }) => hiddenBy))].flatMap((hiddenBy) => {
        const files = removed.filter((one) => one.hiddenBy === hiddenBy).map(({ file }) => file);
        const large = largeLayers(files);
        const lines = large.flatMap((layer) => record.layers[layer]?.line ?? []);
        const remover = record.layers[hiddenBy]?.line;
        const from = lines.length === 0 ? '' : ` of ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' and ')}`;
        return adviceOnFiles(facts, files, {
            id: 'removed-later',
            title: (size) => `${size}${from} are removed by ${remover === undefined ? 'a later layer' : `line ${remover}`}, and are still pulled.`,
            fix: removed_later_fixFor(facts, large, hiddenBy),
            link: 'https://docs.docker.com/build/building/best-practices/#run',
        });
    });
}
/** The layers that have more than a hundredth of the bytes, from the lowest up. */
function largeLayers(files) {
    const bytes = bytesByLayer(files);
    const all = [...bytes.values()].reduce((sum, one) => sum + one, 0);
    return [...bytes].flatMap(([layer, sum]) => (sum * 100 > all ? [layer] : [])).sort((a, b) => a - b);
}
function removed_later_fixFor(facts, layers, hiddenBy) {
    const remover = instructionOf(facts, hiddenBy);
    const makers = layers.flatMap((layer) => instructionOf(facts, layer) ?? []);
    const [maker] = makers;
    const instead = remover === undefined || maker === undefined
        ? undefined
        : (joinRuns(facts, maker, remover) ??
            (makers.length > 1 ? undefined : withoutCopy(facts, maker, layers[0] ?? 0, remover)));
    if (instead !== undefined)
        return instead;
    const runs = makers.filter(({ keyword }) => keyword === 'RUN');
    const copies = makers.filter(parse_dockerfile/* isCopy */.sN);
    return (fixOf(runs.length > 0 ? 'Remove them in the RUN that makes them.' : '', ...copies.map(({ firstLine }) => `Line ${firstLine} copies them: leave them out there.`)) || 'Remove them in the instruction that brings them.');
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/repeated-copies.js









/** Files that a layer holds a second time, with the same content: one advice for each layer that does. */
function findRepeatedCopies(facts) {
    const repeated = facts.ownFiles.filter(({ repeats }) => repeats !== undefined);
    const layers = [...new Set(repeated.map(({ layer }) => layer))];
    return layers.flatMap((layer) => {
        const here = repeated.filter((file) => file.layer === layer);
        const upper = instructionOf(facts, layer);
        const lower = [...new Set(here.map(({ repeats = 0 }) => repeats))];
        return adviceOnFiles(facts, here, {
            id: 'repeated-copies',
            title: (size) => `${size} are in the image twice: ${upper === undefined ? 'a layer' : `line ${upper.firstLine}`} writes again what a layer below it has.`,
            fix: repeated_copies_fixFor(facts, upper, lower),
            link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
        });
    });
}
function repeated_copies_fixFor(facts, upper, layers) {
    const { dockerfile } = facts;
    const lower = layers.flatMap((layer) => instructionOf(facts, layer) ?? []);
    const copies = lower.filter(parse_dockerfile/* isCopy */.sN);
    const changes = upper === undefined ? [] : changesIn(upper);
    const copied = facts.ownFiles.filter(({ layer }) => layers.includes(layer)).map(({ path }) => `/${path}`);
    // A flag counts for all that is copied.
    const moved = changes.filter((one) => copied.every((path) => isChanged(path, one)));
    const flags = [...new Map(moved.map(({ program, value }) => [program, `--${program}=${value}`])).values()];
    if (upper === undefined || flags.length === 0 || copies.length === 0) {
        const where = upper === undefined ? 'the upper layer' : `line ${upper.firstLine}`;
        return `Write these files once: take them out of ${where}, or set owner and rights where they are copied (COPY --chown=… --chmod=…).`;
    }
    const lines = copies.map((copy) => withFlags(dockerfile, copy, flags));
    const made = foldersMade(facts, upper);
    const others = changes.flatMap((one) => moved.includes(one) ? (one.isDeep ? [onFolders(one, made)] : []) : [one.text]);
    // COPY knows no user that a later line makes.
    const first = others.findLastIndex((one) => makesUser.test(one)) + 1;
    if (first > 0) {
        const makers = (0,parse_dockerfile/* writeAnew */.Zd)(upper, others.slice(0, first).join(' && '));
        return fixOf('Make the user first, and set owner and rights while copying.', ...copies.map((copy) => copy === copies[0] ? inPlaceOf(copy, [makers, ...lines.flat()]) : takeOut(copy)), runInPlace(upper, others.slice(first)));
    }
    const top = Math.min(...copies.map(({ firstLine }) => firstLine));
    const maker = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .filter(({ firstLine }) => top < firstLine && firstLine < upper.firstLine)
        .findLast((one) => makesUser.test((0,shell_text/* commandOf */.Nl)(one)));
    return fixOf(`Set owner and rights while copying${maker === undefined ? '' : `, below line ${maker.firstLine}, which makes the user`}.`, ...(maker === undefined
        ? copies.map((copy, index) => inPlaceOf(copy, lines[index] ?? []))
        : [...copies.map(takeOut), pasteAt('Below', maker.lastLine, lines.flat())]), runInPlace(upper, others));
}
const makesUser = /(?:^|[\s;&])(?:user|group)add\s|(?:^|[\s;&])add(?:user|group)\s/;
/** The commands of a RUN that does one thing after another. */
function changesIn(upper) {
    const command = (0,shell_text/* commandOf */.Nl)(upper);
    if (upper.keyword !== 'RUN' || /[;|\n]/.test(command))
        return [];
    const { workdir } = (0,copied_paths/* treeBefore */.mf)(upper);
    return command.split(/\s*&&\s*/).map((text) => {
        const [program = '', ...words] = (0,dockerfile_variables/* splitWords */.yM)(text);
        const [value = '', ...paths] = words.filter((word) => !word.startsWith('-'));
        const isKnown = program === 'chown' || (program === 'chmod' && /^[0-7]{3,4}$/.test(value));
        return {
            ...{ text, program, value },
            paths: isKnown ? paths.map((path) => external_node_path_.posix.resolve(workdir, path)) : [],
            isDeep: words.some((word) => /^-\w*R|^--recursive$/.test(word)),
        };
    });
}
function isChanged(path, { paths, isDeep }) {
    return paths.some((one) => path === one || (isDeep && path.startsWith(one === '/' ? one : `${one}/`)));
}
/** What is left of a command that goes through folders: those that are there before anything is copied into them. */
function onFolders({ program, value, paths }, made) {
    const below = made.filter((path) => paths.some((one) => path.startsWith(`${one}/`)));
    return [program, value, ...paths, ...below].join(' ');
}
/** The folders that a stage makes by `mkdir`, down to an instruction. */
function foldersMade({ instructions }, last) {
    return instructions
        .slice(0, instructions.indexOf(last) + 1)
        .filter(({ keyword }) => keyword === 'RUN')
        .flatMap((run) => shellCommands((0,shell_text/* scriptOf */.Fl)(run)))
        .flatMap(({ words: [program, ...words] }) => program === 'mkdir' ? words.filter((word) => word.startsWith('/')) : []);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/repeated-restores.js











/** Sources that are copied before packages are restored, so that any change of them restores again. Not where a cache mount keeps the packages. */
function findRestoreOrder(facts) {
    const { needed } = facts;
    const found = new Map();
    for (const stage of needed) {
        const restore = dotnetCommands(stage).find(restores);
        if (restore === undefined || (0,mounts/* mountsOf */.cS)(restore.instruction, 'cache').length > 0)
            continue;
        const { firstLine } = restore.instruction;
        const copy = (0,copied_paths/* readCopiedTree */.ZI)(stage).copies.find(({ source, line }) => source === '' && line < firstLine);
        if (copy !== undefined)
            found.set(copy.line, repeated_restores_adviceOn(facts, copy, restore));
    }
    return [...found.values()];
}
function restores({ verb, words }) {
    if (verb === 'restore')
        return true;
    return (/^(?:build|publish|test|pack|run)$/.test(verb) &&
        !words.includes('--no-restore') &&
        !words.includes('--no-build'));
}
/** How often packages were restored anew, where earlier builds told. */
function tellMisses({ record }) {
    const told = [...record.history, record].filter((point) => point.isRestoreCached !== undefined);
    const missed = told.filter((point) => point.isRestoreCached === false).length;
    return told.length < 2 ? '' : ` Of the last ${told.length} builds, ${missed} restored them anew.`;
}
function repeated_restores_adviceOn(facts, copy, restore) {
    const { dockerfile } = facts;
    const { firstLine } = restore.instruction;
    const place = { firstLine: copy.line, lastLine: copy.line };
    const written = writtenLines(dockerfile, place)[0]?.trim() ?? 'COPY . .';
    const lines = linesFor(facts, copy, restore);
    return {
        id: 'restore-order',
        title: `Every change of a source file restores all packages again, since line ${copy.line} copies everything before line ${firstLine} restores.${tellMisses(facts)}`,
        evidence: [
            evidenceAt(dockerfile, copy.line, written),
            evidenceAt(dockerfile, firstLine, `dotnet ${restore.verb}`),
        ],
        place: { file: dockerfile.shown, line: copy.line },
        fix: lines === undefined
            ? `Copy the project files first, one line for each project that is referenced:\n${guessedLines(facts, restore).join('\n')}\n${written}`
            : fixOf('Copy the project files first.', inPlaceOf(place, [...lines, written])),
        link: 'https://docs.docker.com/build/cache/optimize/',
    };
}
/** Where the build context doesn't tell what is restored. */
function guessedLines(facts, { words }) {
    const named = words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '');
    const file = named ?? facts.projectFile;
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '../';
    return [`COPY ${file} ${folder}`, `RUN dotnet restore ${file}`];
}
const maxFiles = 20;
/** A COPY for each folder with files that the restore reads, and the restore itself; undefined where they aren't known or are many. */
function linesFor(facts, copy, restore) {
    const { dockerfile, repository } = facts;
    if ((0,dockerfile_variables/* hasVariables */.cF)(restore.folder))
        return undefined;
    const written = firstPath(restore.words);
    const path = external_node_path_.posix.relative(copy.destination, external_node_path_.posix.resolve(restore.folder, written ?? '.'));
    const isMeant = (one) => one.path === path || folderOf(one.path) === path;
    const inContext = repository.projects.filter(({ place }) => place.kind === 'context');
    const solution = repository.solutions.find(isMeant);
    const project = inContext.find(isMeant);
    const target = project ?? solution;
    if (target === undefined)
        return undefined;
    const listed = project === undefined ? inContext.filter((one) => solution?.projects.includes(one.path)) : [project];
    const projects = withReferences(listed, inContext);
    const shared = repository.sharedFiles.filter((one) => !/^Directory\./i.test(external_node_path_.posix.basename(one)) &&
        projects.some((other) => folderOf(one) === '' || other.path.startsWith(`${folderOf(one)}/`)));
    const files = [
        ...new Set([target.path, ...shared, ...projects.flatMap(({ path, imports }) => [path, ...imports])]),
    ];
    if (files.length > maxFiles || files.some((one) => /\s/.test(one)))
        return undefined;
    // What stands in front of a path of the context where the COPY of all of it puts it, and that COPY's flags.
    const instruction = (0,parse_dockerfile/* findInstruction */.qB)(dockerfile, copy.line);
    const place = (instruction?.execForm ?? instruction?.argument.split(/\s+/))?.at(-1) ?? '.';
    const prefix = /^\.\/?$/.test(place) ? '' : `${place.replace(/\/$/, '')}/`;
    const flags = instruction === undefined ? [] : (0,parse_dockerfile/* writtenFlags */.fo)(instruction);
    const folders = [...new Set(files.map(folderOf))].sort();
    const copies = folders.map((folder) => {
        const here = files.filter((one) => folderOf(one) === folder).sort();
        return ['COPY', ...flags, ...here, `${prefix}${folder === '' ? '' : `${folder}/`}` || './'].join(' ');
    });
    const options = restore.words.filter((word) => word !== written);
    const kept = restore.verb === 'restore' ? options : optionsOfRestore(options);
    return [...copies, commandWith({ ...restore, verb: 'restore' }, [`${prefix}${target.path}`, ...kept])];
}
/** Of a command that restores by the way what `dotnet restore` takes as well. */
function optionsOfRestore(words) {
    return words.filter((word, index) => /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)(?:$|[=:])|^[-/]+p(?:roperty)?:/.test(word) ||
        /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)$/.test(words[index - 1] ?? ''));
}
/** Names of build arguments whose values change with every build. */
const changing = /(?:^|_)(?:VERSION(?:_?SUFFIX|_?PREFIX)?|REVISION|COMMIT(?:_?(?:SHA|HASH|ID))?|GIT_?(?:SHA|COMMIT|HASH|REF)|SHA|BUILD_?(?:NUMBER|ID|DATE|TIME|VERSION)|(?:APP|PACKAGE|ASSEMBLY|FILE|INFORMATIONAL|IMAGE|RELEASE|SEM)_?VERSION|TIMESTAMP|CACHE_?BUST\w*)$/i;
/** Versions of what is installed, which change seldom. */
const repeated_restores_installed = /DOTNET|SDK|NODE|ASPNET|RUNTIME|ALPINE|DEBIAN|UBUNTU|LIB|TOOL|NUGET|NPM|CONFIGURATION|RUBY|PYTHON|JAVA|GO_/i;
/**
 * An ARG whose value changes with every build, above a RUN that restores: a RUN sees every ARG above it, so each build restores all packages
 * anew. Not where the restore uses it, and not an ARG that stands above the first FROM and isn't declared in the stage.
 */
function findEarlyArgument({ dockerfile, needed }) {
    return [...needed].flatMap((stage) => {
        const restore = dotnetCommands(stage).find(({ verb }) => verb === 'restore')?.instruction;
        if (restore === undefined || !stage.instructions.includes(restore))
            return [];
        const above = stage.instructions.filter(({ firstLine }) => firstLine < restore.firstLine);
        const found = above.find(({ keyword, argument }) => {
            const name = repeated_restores_nameOf(argument);
            const isEarly = keyword === 'ARG' || (keyword === 'ENV' && /\$/.test(argument));
            return isEarly && changing.test(name) && !repeated_restores_installed.test(name) && !uses((0,shell_text/* commandOf */.Nl)(restore), name);
        });
        if (found === undefined)
            return [];
        const name = repeated_restores_nameOf(found.argument);
        const moved = above.filter((one) => one === found || uses(one.argument, name));
        // What needs the value above the restore keeps it there.
        if (moved.some(({ keyword }) => keyword !== 'ARG' && keyword !== 'ENV'))
            return [];
        const written = writtenLines(dockerfile, restore)[0]?.trim() ?? '';
        return [
            {
                id: 'early-argument',
                title: `Every new value of ${name} restores all packages anew: line ${found.firstLine} declares it above the restore in line ${restore.firstLine}.`,
                evidence: [
                    evidenceAt(dockerfile, found.firstLine, `${found.keyword} ${found.argument}`),
                    evidenceAt(dockerfile, restore.firstLine, written),
                ],
                place: { file: dockerfile.shown, line: found.firstLine },
                fix: fixOf(...moved.map(takeOut), pasteAt('Below', restore.lastLine, moved.flatMap((one) => writtenLines(dockerfile, one)))),
                link: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
            },
        ];
    });
}
function uses(text, name) {
    return new RegExp(`\\$\\{?${name}\\b`).test(text);
}
function repeated_restores_nameOf(argument) {
    return /^\w+/.exec(argument)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules.generated.js
















/** Every rule, which `npm run docs` finds in the folder `rules`. */
const rules = [
    findUnsupportedBases,
    findMissingFramework,
    findRootUser,
    findSecondRuntime,
    findSmallerBase,
    findForeignRuntimes,
    findPackagesWithApp,
    findSymbols,
    findSatelliteLanguages,
    findTestAssemblies,
    findSourceFiles,
    findBuildContext,
    findSdk,
    findTools,
    findDebugConfiguration,
    findPackageLists,
    findRemovedLater,
    findRepeatedCopies,
    findRestoreOrder,
    findEarlyArgument,
];

;// CONCATENATED MODULE: ./lib/src/measure/advice/advise-on.js


/** What can be made better: first that a container can't start, then the most compressed bytes, then what is not about bytes. */
function adviseOn(input) {
    const facts = readFacts(input);
    return rules.flatMap((rule) => rule(facts)).sort((a, b) => weightOf(b) - weightOf(a));
}
function weightOf({ id, compressedBytes, uncompressedBytes }) {
    return id === 'missing-framework' ? Infinity : (compressedBytes ?? uncompressedBytes ?? -1);
}

;// CONCATENATED MODULE: ./lib/src/measure/analyze/neighbour-tags.js



/** The registry is asked anew when what it said is older, or was of another base image. */
const maxAgeMs = 7 * 24 * 60 * 60 * 1_000;
/** Tags that the .NET images of a version have with less in them (dotnet-docker, documentation/image-variants.md). */
const smallerVariants = ['alpine', 'noble-chiseled'];
/** Tells whom to compare the base image with. Undefined where it is no official .NET image, or already a small one. */
function nameNeighbours(final) {
    const base = (0,stage_graph/* rootOf */.I5)(final).base;
    const image = parseDotnetImage(base);
    const repository = /^(.*):[^:/@]+$/.exec(base)?.[1];
    if (image?.version === undefined || image.kind === 'sdk' || repository === undefined)
        return undefined;
    const { version, suffix } = image;
    const isSmall = /alpine|chiseled|distroless/.test(suffix);
    const sdk = [...(0,stage_graph/* neededFor */.r4)(final)].find((stage) => (0,stage_graph/* parentOf */.gN)(stage) === undefined && parseDotnetImage(stage.base)?.kind === 'sdk')?.base;
    return {
        base,
        smaller: isSmall ? [] : smallerVariants.map((name) => `${repository}:${version}-${name}`),
        sdk,
    };
}
/**
 * Asks a registry for the sizes of an image's neighbours, all at once; what the baseline knows and is not too old is taken
 * from it. Undefined where there is nobody to ask about.
 */
async function askNeighbours(ask, names, before) {
    if (names === undefined)
        return undefined;
    const known = before?.neighbours;
    if (known?.base.name === names.base && Date.now() - Date.parse(known.askedAt) < maxAgeMs)
        return known;
    const platform = before?.platform ?? choose_platforms/* ownPlatform */.g$;
    const sizeOf = async (name) => {
        const compressedBytes = name === undefined ? undefined : await ask(name, platform);
        return name === undefined || compressedBytes === undefined ? [] : [{ name, compressedBytes }];
    };
    const asked = await Promise.all([names.base, names.sdk, ...names.smaller].map(sizeOf));
    const [[base] = [], [sdk] = [], ...smaller] = asked;
    return {
        askedAt: new Date().toISOString(),
        platform,
        base: { name: names.base, compressedBytes: base?.compressedBytes },
        smaller: smaller.flat(),
        sdk,
    };
}

;// CONCATENATED MODULE: ./lib/src/job/measure-image.js









/** Measures the image for each platform, asks what its base image and others like it weigh, and looks what could be better. */
async function measureImage({ docker, log }, redactor, { settings, plan, builder, stored, tests, }, built, steps, source) {
    const asking = askNeighbours((name, of) => (0,registry/* askCompressedBytes */.Op)(docker, name, of, settings.builder), nameNeighbours(plan.final), (0,compare_comparable/* recordOfBaseline */.ml)(stored[0]));
    const [{ measurements, toStart, deliver }, neighbours] = await (0,shared_log/* runPhase */.PF)(log, 'Measure', () => Promise.all([built.measure(), asking]), ([found]) => found.measurements.map(describeMeasurement).join('; '));
    const context = { identity: plan.identity, builder, source, tests, steps, neighbours };
    // They are kept where the pull requests of strangers can read them.
    const images = redactor.hideKnownIn(recordAll(measurements, context));
    const contextBytes = (0,build_result/* readContextBytes */.zg)([...tests.steps, ...steps]);
    const leftovers = plan.ignoreFile === undefined ? await findLeftovers(settings.context, plan.repository) : [];
    return {
        images,
        layersRead: measurements.reduce((sum, { layersRead }) => sum + layersRead, 0),
        advice: adviseOn({ record: images[0], ...plan, leftovers, contextBytes, today: new Date() }),
        warnings: measurements.flatMap(({ warnings }) => warnings),
        toStart,
        deliver,
    };
}
/** The records of all platforms. The tests ran once; they are kept with the first one. */
function recordAll([first, ...others], context) {
    const rest = { ...context, tests: undefined, neighbours: undefined };
    return [(0,measure_measurement/* recordOf */.zv)(first, context), ...others.map((measurement) => (0,measure_measurement/* recordOf */.zv)(measurement, rest))];
}
function describeMeasurement({ compressedBytes, uncompressedBytes, layers, layersRead, }) {
    return `${(0,format/* formatSize */.Xq)(compressedBytes)} compressed, ${(0,format/* formatSize */.Xq)(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`;
}

// EXTERNAL MODULE: ./lib/src/docker/build/steps.js + 1 modules
var build_steps = __webpack_require__(1164);
;// CONCATENATED MODULE: ./lib/src/baselines/last-release.js






/** So many higher versions may be of other branches before nobody looks any further. */
const maxAsked = 10;
/** A release whose own commit was not measured is told by one of those before it; two requests to the cache have so many. */
const maxBefore = 18;
/** What the image weighed when the last release was made, or why nobody knows, one for a platform; empty where nobody asked. Never throws. */
async function findReleases(records, { baselineRelease: pattern }, identity, stored, platforms) {
    if (pattern === undefined)
        return [];
    const tag = await findTag(records, pattern);
    const found = [];
    // One after the other: records pass through one folder.
    for (const [index, baseline] of stored.entries()) {
        const platform = platforms[index] ?? '';
        found.push(tag.kind === 'none' ? tag : await findSize(records, tag, { baseline, identity, platform }));
    }
    return found;
}
/** Goes by the clone where it has the whole history, else by what GitHub tells. */
async function findTag({ history, remote }, pattern) {
    const { grewFrom, isShallow } = history;
    if (grewFrom === undefined)
        return noRelease('No release to compare with: the base commit is not known.');
    const [local] = highestFirst((await (0,checkout/* listTagsBefore */.vy)(history.gitFolder, grewFrom)) ?? [], pattern);
    if (local !== undefined && !isShallow)
        return { kind: 'tag', ...local };
    const none = noRelease(`No release yet: no commit before this one has a tag like ${pattern.written} that names a version.`);
    if (remote === undefined && !isShallow)
        return none;
    const asked = await askForTag(remote, pattern, grewFrom);
    if (asked.kind === 'known')
        return asked.value === undefined ? none : { kind: 'tag', ...asked.value };
    if (local !== undefined)
        return { kind: 'tag', ...local };
    const warning = `baseline-release: the tags are not known: ${asked.reason}. Set fetch-depth: 0 for actions/checkout.`;
    return noRelease('No release to compare with: the tags are not known.', warning);
}
async function askForTag(remote, pattern, grewFrom) {
    if (remote === undefined)
        return { kind: 'unknown', reason: `the clone is cut off, and ${(0,errors/* whyUnknown */.FG)(undefined)}` };
    const listed = await remote.tagsFrom(pattern.prefix);
    if (listed.kind === 'unknown')
        return listed;
    for (const tag of highestFirst(listed.value, pattern).slice(0, maxAsked)) {
        const commit = await remote.commitOf(tag);
        if (commit.kind === 'unknown')
            return commit;
        const relation = await remote.relate(commit.value, grewFrom);
        if (relation.kind === 'unknown')
            return relation;
        if (relation.value.isAncestor)
            return { kind: 'known', value: { name: tag.name, commit: commit.value } };
    }
    return { kind: 'known', value: undefined };
}
/** In the baseline's record, which carries it on; else in the record of the release's commit, or of one before it. */
async function findSize(records, { name, commit }, { baseline, identity, platform }) {
    const record = (0,compare_comparable/* recordOfBaseline */.ml)(baseline);
    const carried = record && findInRecord(record, name, [commit]);
    if (record && carried)
        return { kind: 'found', point: carried, record };
    if (baseline.kind === 'none' && baseline.isStoreDown)
        return noRelease(`The size of ${name} is not known: the stored measurements could not be read.`);
    const commits = (await listCommitsBefore(records, commit)).slice(0, maxBefore);
    const near = record && findInRecord(record, name, commits);
    const lookups = planRelease(records, commits.slice(0, near?.commitsBefore));
    const found = await searcherOf(records, identity, platform)(lookups);
    // Without what it knew of earlier ones.
    const point = found.kind === 'found' && findInRecord({ ...found.record, history: [] }, name, commits);
    if (found.kind === 'found' && point)
        return { kind: 'found', point, record: found.record };
    if (record && near)
        return { kind: 'found', point: near, record };
    return noRelease(`The size of ${name} is not known: it was not measured, or its measurement is no longer stored.`);
}
async function listCommitsBefore({ history, remote }, commit) {
    const local = await (0,checkout/* listAncestors */.vl)(history.gitFolder, commit);
    const asked = history.isShallow ? await remote?.ancestorsOf(commit) : undefined;
    return asked?.kind === 'known' ? asked.value : local;
}
/** The commits' records alone: the newest of a branch says nothing of a release. */
function planRelease({ history }, commits) {
    const branches = history.lookups.map(({ branch }) => branch);
    return (0,record_store/* planLookups */.bf)(branches, commits).filter((lookup) => lookup.commit !== undefined);
}

// EXTERNAL MODULE: ./lib/src/docker/job-builder.js
var job_builder = __webpack_require__(2690);
;// CONCATENATED MODULE: ./lib/src/docker/fetch-tree.js





/** Has BuildKit fetch a repository, and brings the tree here: all builds are of this very tree, also when the branch moves on. Throws a UserError. */
async function fetchTree(docker, log, tempFolder, { url, builder, secrets, ssh }) {
    const folder = (0,external_node_path_.join)(tempFolder, 'git');
    const tree = (0,external_node_path_.join)(folder, 'tree');
    await (0,promises_.mkdir)(tree, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile'), 'FROM scratch\nCOPY --from=tree / /\n');
    const request = {
        ...{ builder, secrets, ssh },
        context: folder,
        dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile'),
        buildContexts: [['tree', url]],
        outputs: [`type=local,dest=${tree}`],
    };
    const view = { reword: (text) => text, isQuiet: true };
    const shown = url.replace(/\/\/[^/@]*@/, '//');
    const build = await (0,run_build/* runBuild */.c)(docker, log, `Fetch ${shown}`, request, view);
    if (build.outcome === 'built')
        return tree;
    throw new errors/* UserError */.yo('The Git context could not be fetched', `${shown}: ${(0,buildkit_words/* parseBuildError */.gK)(build.text).message}`);
}

// EXTERNAL MODULE: ./lib/src/inputs/secrets.js
var inputs_secrets = __webpack_require__(7031);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/outputs.js
var parsers_outputs = __webpack_require__(7235);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
;// CONCATENATED MODULE: ./lib/src/inputs/docker-inputs.js






/** Inputs of docker/build-push-action that are only passed on, each split as it does (src/context.ts, v7.3.0). */
async function readDockerInputs(read, place) {
    return {
        buildContexts: await readBuildContexts(read, place),
        secretFiles: await readSecretFiles(read, place),
        ssh: read.list('ssh', true),
        network: read.name('network'),
        shmSize: read.name('shm-size'),
        ulimits: read.list('ulimit', false),
        addHosts: read.list('add-hosts', true),
        allow: read.list('allow', true),
        /** As they were written, each once; empty: the builder's own. */
        platforms: readPlatforms(read),
        /** Stages that are built without the cache. */
        noCacheFilters: read.list('no-cache-filters', true),
        labels: read.list('labels', false),
        annotations: readAnnotations(read),
        provenance: read.name('provenance'),
        sbom: read.name('sbom'),
        attests: read.list('attests', false),
        outputs: await readOutputs(read, place),
    };
}
function readPlatforms(read) {
    const platforms = [...new Set(read.list('platforms', true))];
    for (const platform of platforms) {
        if (!/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform))
            read.refuse('platforms', `"${platform}" is not a platform; write it as linux/amd64 or linux/arm/v7.`);
    }
    return platforms;
}
function readAnnotations(read) {
    const annotations = read.list('annotations', false);
    for (const annotation of annotations) {
        if (!annotation.includes('='))
            read.refuse('annotations', `"${annotation}" is not of the form key=value or type:key=value.`);
    }
    return annotations;
}
async function readOutputs(read, place) {
    const outputs = [];
    for (const written of read.list('outputs', false, { hasQuotes: false })) {
        const output = read.attempt('outputs', () => (0,parsers_outputs/* parseOutput */.Fw)(written));
        if (output?.dest !== undefined) {
            const dest = await findListed({ input: 'outputs', path: output.dest, kind: 'new' }, place, read);
            if (dest !== undefined)
                outputs.push({ ...output, dest });
        }
        else if (output !== undefined)
            outputs.push(output);
    }
    return outputs;
}
/** The absolute path of what an entry names; one in the workspace must not lead out of it by a link, which a pull request can bring along. */
async function findListed({ input, path, kind }, { workspace, folder }, read) {
    const written = (0,external_node_path_.resolve)(folder, path);
    const isRelative = !(0,external_node_path_.isAbsolute)(path);
    if (isRelative && (0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(folder, written))) {
        read.refuse(input, `${path} leads out of ${folder}; write an absolute path where that is meant.`);
        return undefined;
    }
    const real = kind === 'new' ? await realOfNew(written) : await (0,promises_.realpath)(written).catch(() => undefined);
    if (real === undefined) {
        read.refuse(input, `there is no ${kind} ${path}.`);
        return undefined;
    }
    if (!(0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(workspace, written)) && (0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(workspace, real))) {
        read.refuse(input, `${path} is a link out of the workspace, to ${real}.`);
        return undefined;
    }
    if (kind === 'new')
        return real;
    const found = await (0,promises_.stat)(real);
    if (kind === 'file' ? found.isFile() : found.isDirectory())
        return real;
    read.refuse(input, `${path} is no ${kind}.`);
    return undefined;
}
/** Where a path will lead, links in the part that is there already followed. */
async function realOfNew(path) {
    const real = await (0,promises_.realpath)(path).catch(() => undefined);
    if (real !== undefined || (0,external_node_path_.dirname)(path) === path)
        return real ?? path;
    // What writes to a link that leads to nothing makes the file that it leads to.
    const link = await (0,promises_.readlink)(path).catch(() => undefined);
    if (link !== undefined)
        return (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), link);
    return (0,external_node_path_.join)(await realOfNew((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
}
/** Reads `id=path` of secrets that are files. */
async function readSecretFiles(read, place) {
    const files = [];
    for (const [id, path] of read.keyValues('secret-files', 'id=path', { flawOf: inputs_secrets/* flawOfSecret */._3 })) {
        const found = await findListed({ input: 'secret-files', path, kind: 'file' }, place, read);
        if (found !== undefined)
            files.push([id, found]);
    }
    return files;
}
/** What is no path: `docker-image://…`, `oci-layout://…`, a URL, or a Git repository in the short form. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;
/** Reads `name=source` of named contexts; those that are folders are looked for. */
async function readBuildContexts(read, place) {
    const contexts = [];
    for (const entry of read.list('build-contexts', false)) {
        const [, name, source] = /^([^=\s]+)=(.+)$/.exec((0,git_context/* withDefaultContext */.h8)(entry, place.env)) ?? [];
        if (name === undefined || source === undefined) {
            read.refuse('build-contexts', `"${entry}" is not of the form name=path, name=docker-image://… or name=URL.`);
            continue;
        }
        const found = elsewhere.test(source)
            ? source
            : await findListed({ input: 'build-contexts', path: source, kind: 'folder' }, place, read);
        if (found !== undefined)
            contexts.push([name, found]);
    }
    return contexts;
}

// EXTERNAL MODULE: ./lib/src/inputs/input-reader.js
var input_reader = __webpack_require__(6572);
// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/values.js



/*
 * Each reads the text of one input, without white space around it, and throws an Error that says what is wrong with it.
 */
/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two). */
function parseSize(text) {
    const sizeBytes = sizePattern.test(text) ? Math.round(bytes_iec.parse(text) ?? Number.NaN) : undefined;
    if (Number.isSafeInteger(sizeBytes))
        return sizeBytes;
    throw new Error(`"${text}" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.`);
}
const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/;
const unitMs = { ms: 1, s: 1_000, min: 60_000 };
/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day. */
function parseDuration(text) {
    const [, number, unit = ''] = durationPattern.exec(text) ?? [];
    const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN));
    if (durationMs > 0 && durationMs <= 24 * 60 * 60_000)
        return durationMs;
    const form = 'a duration of at most a day; write a number and a unit, such as 30 s or 2 min';
    throw new Error(`"${text}" is not ${form}.`);
}
function parserOfNumber(isGood, form) {
    return (text) => {
        const isNumber = /^\d+(?:\.\d+)?$/.test(text);
        if (isNumber && isGood(Number(text)))
            return Number(text);
        throw new Error(`"${text}" is not ${isNumber ? `${form}.` : 'a number; write it with digits, such as 10.'}`);
    };
}
/** A percentage. */
const parsePercent = parserOfNumber(
// 0.8 is meant as a share of 1.
(one) => one === 0 || (one >= 1 && one <= 100), 'a percentage between 1 and 100, such as 80');
/** A port of TCP. */
const parsePort = parserOfNumber((one) => Number.isInteger(one) && one >= 1 && one <= 65_535, 'a port between 1 and 65535');
const readMinutes = parserOfNumber((one) => one > 0 && one <= 24 * 60, 'a number of minutes above 0 and up to 1440');
/** Milliseconds of a number of minutes. */
function parseMinutes(text) {
    return readMinutes(text) * 60_000;
}
/** Reads a limit such as `2 MB` or `1.5 %`. */
function parseGrowthLimit(written) {
    const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(written)?.[1];
    if (percent !== undefined)
        return { kind: 'percent', written, percent: Number(percent) };
    if (sizePattern.test(written))
        return { kind: 'bytes', written, limitBytes: parseSize(written) };
    const forms = 'write a size such as 2 MB or a share such as 1.5 %, one per line';
    throw new Error(`"${written}" is no limit of growth; ${forms}.`);
}
/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version. */
function parseTagPattern(written) {
    const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? [];
    if (prefix !== undefined && suffix !== undefined && !/^[-/]|\/\/|\.\./.test(written))
        return { written, prefix, suffix };
    const form = 'write it with one * for the version, such as v* or shop-v*';
    throw new Error(`"${written}" is no form of a tag; ${form}.`);
}
/** Reads a smoke test: a path (`/…` without a space), the word `healthcheck`, or a command as a JSON array or in words quoted as for a shell. */
function parseSmokeCheck(written) {
    if (/[\0\r\n]/.test(written))
        throw new Error('it has to be one line; put several commands into a script.');
    if (/^\/\S*$/.test(written))
        return { kind: 'path', path: written };
    const isPort = /^:?\d+$/.test(written);
    if (isPort || /^https?:/i.test(written))
        throw new Error(`"${written}" is ${isPort ? 'a port' : 'an address'}; write a path such as /healthz, and the port in smoke-port.`);
    if (written === 'healthcheck')
        return { kind: 'healthcheck' };
    const words = written.startsWith('[') ? parseArray(written) : splitWords(written);
    if (words[0] === undefined || words[0] === '')
        throw new Error('the command is empty.');
    return { kind: 'command', written, words };
}
function parseArray(written) {
    const words = (0,schema_values/* parseAs */.gf)(dist/* array */.YOg(dist/* string */.YjP()), written);
    if (words !== undefined)
        return words;
    throw new Error('this is no JSON array of words, such as ["dotnet", "Shop.dll", "--self-check"].');
}
/** Splits at white space; quotes and backslashes mean what they mean to a shell, and nothing else does. */
function splitWords(written) {
    const words = [];
    let rest = written;
    while (rest !== '') {
        const [word] = /^(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/.exec(rest) ?? [];
        if (word === undefined)
            throw new Error('a quote or a backslash has nothing behind it.');
        words.push(word.replace(/\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/g, (_, escaped, plain, quoted) => escaped ?? plain ?? (quoted ?? '').replace(/\\(["\\$`])/g, '$1')));
        rest = rest.slice(word.length).trimStart();
    }
    return words;
}

// EXTERNAL MODULE: ./lib/src/inputs/tags.js
var tags = __webpack_require__(4217);
// EXTERNAL MODULE: ./lib/src/inputs/run-facts.js
var run_facts = __webpack_require__(2621);
;// CONCATENATED MODULE: ./lib/src/inputs/settings.js












/** A tag as the distribution specification allows it (reference grammar, without a digest). */
const tagPattern = /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/;
/** A tag, with a digest or without. */
const referencePattern = new RegExp(`${tagPattern.source.replace(/\$$/, '')}(?:@sha256:[0-9a-f]{64})?$`);
/** Checks the raw inputs against each other and the disk. Throws one UserError that lists every problem. */
async function readSettings(raw, workspace, { folder, env, mask, fetchTree } = { folder: workspace, env: {} }) {
    const problems = new errors/* Problems */.Zw();
    const read = new input_reader/* InputReader */.i(raw, problems);
    const root = await (0,promises_.realpath)(workspace).catch(() => undefined);
    if (root === undefined)
        problems.add('context', `there is no folder ${workspace}.`);
    problems.throwIfAny();
    const place = { workspace: root ?? workspace, folder: await (0,promises_.realpath)(folder), env };
    const settings = await readAll(read, place);
    const secrets = [...(0,inputs_secrets/* secretValuesOf */.WD)(settings), ...(await (0,inputs_secrets/* readSecretFileValues */.Dp)(settings.secretFiles))];
    for (const secret of secrets)
        mask?.(secret);
    checkTogether(settings, problems);
    const context = (0,git_context/* withDefaultContext */.h8)(raw.context, env).trim() || '.';
    const file = raw.file.trim();
    let paths;
    if ((0,git_context/* isGitUrl */.m8)(context)) {
        problems.throwIfAny();
        const { builder, ssh, githubToken } = settings;
        const all = [...settings.secrets, ...(0,git_context/* gitSecret */.tv)(context, githubToken, settings.secrets, env)];
        const tree = await fetchTree?.({ url: context, builder, ssh, secrets: all });
        if (tree !== undefined)
            paths = await (0,inputs_paths/* findContext */.hS)('.', file, tree, problems);
    }
    paths ??= await (0,inputs_paths/* findContext */.hS)(context, file, workspace, problems);
    problems.throwIfAny();
    return { ...settings, ...paths };
}
/** Every input, one line each; `undefined` where nothing was given. */
async function readAll(read, place) {
    const facts = await (0,run_facts/* readRunFacts */.F)(place.env);
    for (const input of ['context', 'file', 'report-dir'])
        read.name(input);
    return {
        ...readTestInputs(read),
        ...readBuildInputs(read, place.env),
        ...readSizeInputs(read),
        ...readReportInputs(read),
        ...(0,inputs_secrets/* readSecrets */.ql)(read, place.env),
        ...(await readDockerInputs(read, place)),
        ...(0,tags/* readTags */.g$)(read, facts),
        /** What the run says of itself. */
        facts,
    };
}
function readTestInputs(read) {
    return {
        /** What to do when no stage tests. */
        missingTestStage: read.choice('missing-test-stage', ['auto', 'fail', 'skip', 'generate']),
        testResults: read.choice('test-results', ['auto', 'log', 'off']),
        testTargets: read.list('test-target', true),
        testCache: read.flag('test-cache'),
        testTimeoutMs: read.value('test-timeout', parseMinutes),
        coverage: read.flag('coverage') || read.text('min-coverage') !== undefined,
        minCoveragePercent: read.value('min-coverage', parsePercent),
        allowNoTests: read.flag('allow-no-tests'),
    };
}
function readBuildInputs(read, env) {
    return {
        target: read.name('target'),
        /** Undefined: chosen by what is there. */
        builder: (0,docker_builder/* nameOfBuilder */.Ek)(read.name('builder') ?? ''),
        buildArgs: read.keyValues('build-args', 'KEY=VALUE', { bareValue: (key) => env[key] }),
        /** Whether the final image gets labels of the OCI specification. */
        ociLabels: read.flag('oci-labels'),
        push: read.flag('push'),
        load: read.flag('load'),
        pull: read.flag('pull'),
        noCache: read.flag('no-cache'),
        parallelBuild: read.flag('parallel-build'),
        cache: read.choice('cache', ['auto', 'gha', 'registry', 'local', 'off']),
        cacheMode: read.choice('cache-mode', ['min', 'max']),
        cacheWrite: read.choice('cache-write', ['auto', 'always', 'never']),
        cacheRef: read.name('cache-ref'),
        /** Whether what cache mounts have is kept from job to job. */
        cacheMounts: read.flag('cache-mounts'),
        cacheFrom: read.list('cache-from', false),
        cacheTo: read.list('cache-to', false),
    };
}
function readSizeInputs(read) {
    return {
        imageKey: read.name('image-key'),
        sizeMetric: read.choice('size-metric', ['compressed', 'uncompressed']),
        /** Where the baseline is looked for, in this order; empty: nowhere. */
        baseline: read.choices('baseline', ['cache', 'registry', 'rebuild'], 'off'),
        baselineImage: read.name('baseline-image'),
        /** Undefined: sizes are not compared with those of a release. */
        baselineRelease: read.value('baseline-release', parseTagPattern),
        maxSizeBytes: read.value('max-size', parseSize),
        maxIncrease: read.values('max-increase', parseGrowthLimit),
        ignoreBaseImage: read.flag('ignore-base-image'),
        sizeOverrideLabel: read.text('size-override-label'),
        minChangeBytes: read.value('min-change', parseSize) ?? 0,
    };
}
function readReportInputs(read) {
    // An expression that no runner evaluated, such as the default in a terminal, is no token.
    const token = read.text('github-token');
    return {
        /** Undefined: the image is not started. */
        smokeCheck: read.value('smoke-test', parseSmokeCheck),
        smokePort: read.value('smoke-port', parsePort),
        smokeTimeoutMs: read.value('smoke-timeout', parseDuration) ?? 0,
        smokeEnv: read.keyValues('smoke-env', 'KEY=VALUE'),
        comment: read.choice('comment', ['auto', 'changes', 'off']),
        /** Undefined where nobody gave one, as in a terminal. */
        githubToken: token?.startsWith('${{') ? undefined : token,
        summary: read.flag('summary'),
        fileAnnotations: read.flag('file-annotations'),
    };
}
/** What no input can tell alone. */
function checkTogether(settings, problems) {
    for (const tag of settings.tags) {
        const flaw = tagPattern.test(tag) ? (0,tags/* flawOfPush */.Y6)(tag, settings.push) : (0,tags/* flawOfName */.Zi)(tag);
        if (flaw !== undefined)
            problems.add('tags', `"${tag}" ${flaw}`);
    }
    if ((settings.cache === 'registry' || settings.cache === 'local') && settings.cacheRef === undefined) {
        const example = settings.cache === 'registry' ? 'ghcr.io/acme/shop:buildcache' : '/tmp/build-cache';
        problems.add('cache-ref', `cache: ${settings.cache} needs it, for example ${example}.`);
    }
    if (settings.cacheRef?.includes(','))
        problems.add('cache-ref', 'a comma can not be part of it.');
    if (settings.baseline.includes('registry') && settings.baselineImage === undefined) {
        problems.add('baseline-image', 'baseline: registry needs it, for example ghcr.io/acme/shop:main.');
    }
    if (settings.baselineImage !== undefined && !referencePattern.test(settings.baselineImage)) {
        problems.add('baseline-image', `"${settings.baselineImage}" is not an image name; write it as ghcr.io/acme/shop:main, in lower case.`);
    }
    if (settings.baselineRelease !== undefined && !settings.baseline.includes('cache')) {
        problems.add('baseline-release', 'it needs cache in baseline, whose measurements carry the sizes of releases.');
    }
    // docker reads them from a file of lines.
    if (settings.smokeEnv.some(([, value]) => /[\r\n]/.test(value))) {
        problems.add('smoke-env', 'a value has more than one line, which docker run can not take.');
    }
    if (settings.smokePort !== undefined && settings.smokeCheck?.kind !== 'path') {
        problems.add('smoke-port', 'it is for a path in smoke-test, such as /healthz; nothing else needs a port.');
    }
    const pushes = settings.outputs.filter(parsers_outputs/* isPush */.n3);
    const isNamed = settings.tags.length > 0 || pushes.some((output) => (0,parsers_outputs/* namesOf */.eZ)(output).length > 0);
    if ((settings.push || pushes.length > 0) && !isNamed) {
        const what = settings.push ? 'push: true' : 'an output to a registry';
        problems.add('tags', `${what} needs at least one tag, such as ghcr.io/acme/shop:1.2, or image-name, which gives some.`);
    }
}

// EXTERNAL MODULE: ./lib/src/shared/csv.js
var csv = __webpack_require__(2570);
;// CONCATENATED MODULE: ./lib/src/plan/choose-attestations.js


/** The final image's attestations in buildx's words: the inputs win over `attests`; by default as docker/build-push-action has it (src/context.ts, v7.3.0). */
function chooseAttestations(settings, place) {
    const { provenance, sbom, attests } = settings;
    const { runUrl } = place;
    const inputs = { provenance, sbom };
    const others = attests.filter((attest) => inputs[typeOf(attest) ?? ''] === undefined);
    const isOther = others.some((attest) => typeOf(attest) === 'provenance');
    const byDefault = isOther ? [] : defaultProvenance(settings, place);
    return [
        ...(provenance === undefined ? byDefault : [`type=provenance,${attributesOf(provenance, runUrl)}`]),
        ...(sbom === undefined ? [] : [`type=sbom,${switchOf(sbom) ?? sbom}`]),
        ...others.map((attest) => (typeOf(attest) === 'provenance' ? withBuilder(attest, runUrl) : attest)),
    ];
}
function defaultProvenance({ outputs, load }, { isPublic, runUrl, builderAttests, env }) {
    const isOff = /^(?:1|t|true)$/i.test(env['BUILDX_NO_DEFAULT_ATTESTATIONS'] ?? '');
    // Docker's exporter takes no image with attestations of its own; there buildx chooses.
    const isLoaded = load || outputs.some((output) => output.type === 'docker');
    if (isOff || isLoaded || !builderAttests)
        return [];
    const mode = isPublic === true ? 'mode=max' : 'mode=min,inline-only=true';
    return [`type=provenance,${withBuilder(mode, runUrl)}`];
}
function attributesOf(provenance, runUrl) {
    const isOn = switchOf(provenance);
    if (isOn === 'disabled=true')
        return isOn;
    if (isOn === undefined)
        return withBuilder(provenance, runUrl);
    return runUrl === undefined ? isOn : `builder-id=${runUrl}`;
}
/** `true` and `false` in the words that buildx has for an attestation. */
function switchOf(value) {
    if (/^(?:1|t|true)$/i.test(value))
        return 'disabled=false';
    return /^(?:0|f|false)$/i.test(value) ? 'disabled=true' : undefined;
}
/** Says who built it, unless that is said already. */
function withBuilder(attributes, runUrl) {
    const isSaid = (0,csv/* parseFields */.L5)(attributes).some((field) => /^\s*builder-id\s*=/.test(field));
    return isSaid || runUrl === undefined ? attributes : `${attributes},builder-id=${runUrl}`;
}
function typeOf(attest) {
    return (0,shared_text/* firstMatch */.o4)((0,csv/* parseFields */.L5)(attest), /^\s*type\s*=\s*(\S+)/);
}

;// CONCATENATED MODULE: ./lib/src/plan/choose-cache.js

/** Chooses the build cache from what was asked for and what is there. */
function chooseCache(settings, identity, place) {
    const choice = chooseFromService(settings, identity, place);
    if (place.builderWrites)
        return choice;
    const isService = choice.kind === 'gha';
    if (!isService && choice.to.length === 0)
        return choice;
    const warning = `The build cache is not ${isService ? 'used' : 'written'}: this Docker engine keeps images in its legacy store, which can not. ` +
        'Add the step docker/setup-buildx-action above this one, or turn on the engine’s containerd image store.';
    // It does not know the Actions cache at all; other caches it reads.
    if (isService)
        return none('no Actions cache: this builder can’t use it', [...choice.warnings, warning]);
    const reason = choice.reason.replace('read and written', 'read only (the builder can’t write it)');
    return { ...choice, to: [], testsTo: [], reason, warnings: [...choice.warnings, warning] };
}
function chooseFromService(settings, { imageKey }, place) {
    if (settings.cacheFrom.length > 0 || settings.cacheTo.length > 0) {
        const { cacheFrom: from, cacheTo: to } = settings;
        return {
            kind: 'own',
            from,
            to,
            testsFrom: from,
            testsTo: [],
            reason: 'cache-from and cache-to are used as they were given',
            warnings: [],
        };
    }
    const { cache, cacheRef = '' } = settings;
    // Jobs of a matrix that build one platform each would write over each other's cache.
    const platform = settings.platforms.length === 1 ? settings.platforms[0]?.replaceAll('/', '-') : undefined;
    if (cache === 'off')
        return none('cache: off');
    if (cache === 'registry') {
        const tagged = /:[^:/]+$/.test(cacheRef) ? cacheRef : `${cacheRef}:latest`;
        const nameOf = (suffix) => {
            const ending = `${platform === undefined ? '' : `-${platform}`}${suffix}`;
            return ending === '' ? cacheRef : `${tagged}${ending}`;
        };
        const read = (suffix) => `type=registry,ref=${nameOf(suffix)}`;
        return useAll({ kind: cache, chosen: `cache: registry, ${nameOf('')}`, read }, settings, place);
    }
    if (cache === 'local') {
        const folder = platform === undefined ? cacheRef : `${cacheRef}/${platform}`;
        // Below that folder, so that people who keep it between jobs keep all of it. As a tag of one index the build would fail
        // where the tag is not there yet.
        const below = (suffix) => folder + suffix.replace('-', '/');
        const read = (suffix) => `type=local,src=${below(suffix)}`;
        const write = (suffix) => `type=local,dest=${below(suffix)}`;
        return useAll({ kind: cache, chosen: `cache: local, ${folder}`, read, write }, settings, place);
    }
    const { actionsCache } = place;
    const isAbsent = actionsCache.kind === 'absent';
    if (cache === 'auto' && isAbsent)
        return none('cache: auto chose none, since there is no Actions cache here');
    if (actionsCache.kind !== 'ready') {
        const why = isAbsent
            ? 'this job has none (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
            : actionsCache.reason;
        return none(`no Actions cache: ${why}`, [`The image is built without the Actions cache: ${why}.`]);
    }
    const chosen = cache === 'auto' ? 'cache: auto chose the Actions cache' : 'cache: gha';
    const scope = scopeOf(platform === undefined ? imageKey : `${imageKey}-${platform}`);
    return useAll({ kind: 'gha', chosen, read: (suffix) => `type=gha,scope=${scope}${suffix}` }, settings, place);
}
function none(reason, warnings = []) {
    return { kind: 'off', from: [], to: [], testsFrom: [], testsTo: [], reason, warnings };
}
/** Why caches are only read; undefined where they are written too. */
function readerOf({ cacheWrite }, { readOnly }) {
    if (cacheWrite === 'never')
        return 'cache-write: never';
    return cacheWrite === 'always' ? undefined : readOnly;
}
/** The caches of the image and of the stages that only the tests need; `min` keeps the image's alone. */
function useAll({ kind, chosen, read, write = read }, settings, place) {
    const { cacheMode } = settings;
    const numbers = Array.from({ length: cacheMode === 'max' ? place.testStages : 0 }, (_, index) => index + 1);
    const suffixes = ['', ...numbers.map((number) => (number === 1 ? '-test' : `-test-${number}`))];
    const reader = readerOf(settings, place);
    const [from = '', ...testsFrom] = suffixes.map(read);
    const written = reader === undefined ? suffixes.map((suffix) => `${write(suffix)},mode=${cacheMode}`) : [];
    return {
        kind,
        from: [from],
        to: written.slice(0, 1),
        // The tests' own has all of their build, with what the image needs of it.
        testsFrom: testsFrom.length === 0 ? [from] : testsFrom,
        testsTo: written.slice(1),
        reason: `${chosen}, ${reader === undefined ? 'read and written' : `read only (${reader})`}`,
        warnings: [],
    };
}
/** A cache scope: an allow-listed name, else a hash, since a comma in it would add options of its own (`url_v2=…`). */
function scopeOf(imageKey) {
    return /^[A-Za-z0-9._-]{1,128}$/.test(imageKey)
        ? imageKey
        : `image-${(0,external_node_crypto_.createHash)('sha256').update(imageKey).digest('hex').slice(0, 24)}`;
}

;// CONCATENATED MODULE: ./lib/src/plan/choose-parallel-build.js


/** Commands that change something outside of the build, which tests that fail must prevent. */
const sending = /\bnuget(?:\.exe)?\s+push\b|\b(?:npm|pnpm|yarn)\s+publish\b|\bef\s+database\s+update\b|\bgit\s+push\b|\bdocker\s+push\b/;
/** Tests and final stage go side by side, but where it was not asked for, one builds on the other, steps would run twice, or one sends something out. */
function chooseParallelBuild(plan, { parallelBuild, noCache, noCacheFilters }) {
    const after = (reason) => ({ kind: 'after', reason });
    const { tests, instrumented } = plan;
    if (plan.testsOnly)
        return after('nothing but tests is there');
    if (!parallelBuild)
        return after('parallel-build is false');
    if (tests.kind !== 'stages')
        return after('no stage tests');
    if (instrumented.finalHasTests)
        return after('it needs a test stage');
    if (noCache || noCacheFilters.length > 0)
        return after('without the cache its steps would run twice');
    const { dockerfile } = instrumented;
    const shipped = dockerfile.stages[plan.final.index] ?? plan.final;
    const sender = (0,stage_graph/* neededBeside */.SD)(shipped, tests.stages)
        .flatMap(({ instructions }) => instructions)
        .find((one) => one.keyword === 'RUN' && sending.test((0,shell_text/* commandOf */.Nl)(one)));
    if (sender === undefined)
        return { kind: 'parallel' };
    const line = instrumented.origins.get(sender.firstLine) ?? sender.firstLine;
    return after(`line ${line} sends something out: RUN ${(0,shell_text/* commandOf */.Nl)(sender).replace(/\s+/g, ' ').slice(0, 200)}`);
}

;// CONCATENATED MODULE: ./lib/src/plan/require-outputs.js



const legacyHint = 'This Docker engine keeps images in its legacy store. Add the step docker/setup-buildx-action above this one, or turn on the ' +
    'engine’s containerd image store.';
/** Throws a UserError for what the builder can't write, told now and not after the tests. */
function requireOutputs(wanted, builder) {
    if (!(0,docker_builder/* writesLayouts */.Qx)(builder))
        requireOfLegacy(wanted);
    if (wanted.platforms.length > 1)
        requireOfSeveral(wanted, builder);
}
/** An engine with its legacy store writes no image archives, packs layers in its own way, and has one platform at a time. */
function requireOfLegacy({ outputs, platforms }) {
    const impossible = outputs.filter(({ type, dest, attributes }) => type === 'oci' ||
        (type === 'docker' && dest !== undefined) ||
        attributes.some(([key]) => /compression/.test(key)));
    if (impossible.length > 0) {
        const words = impossible.map(parsers_outputs/* formatOutput */.V$).join('; ');
        throw new errors/* UserError */.yo('Outputs that this builder can’t write', `outputs: ${words}. ${legacyHint}`);
    }
    if (platforms.length > 1) {
        throw new errors/* UserError */.yo('This builder makes images for one platform', `platforms: ${platforms.join(', ')}. ${legacyHint}`);
    }
}
/** Docker's own archive has one platform; and only an engine that builds itself takes several. */
function requireOfSeveral({ outputs, load, platforms }, { driver }) {
    const what = platforms.join(', ');
    if (outputs.some((output) => output.type === 'docker' && !(0,parsers_outputs/* isLoad */.VQ)(output))) {
        throw new errors/* UserError */.yo('A Docker archive holds one platform', `outputs: type=docker with dest can’t hold ${what}; write type=oci,dest=….`);
    }
    if (driver !== 'docker' && (load || outputs.some(parsers_outputs/* isLoad */.VQ))) {
        throw new errors/* UserError */.yo('Several platforms can’t be loaded from this builder', `load: a builder of the driver ${driver} loads one platform at a time, not ${what}. Push the image, write it as ` +
            'type=oci,dest=…, or build with an engine that has the containerd image store (builder: default).');
    }
}

;// CONCATENATED MODULE: ./lib/src/store/actions-cache-state.js



/** How long the cache service may take for the one small answer that shows that it is there. */
const probeDeadlineMs = 10_000;
/** Whether BuildKit can use the Actions cache from here. A service that hangs would hang every build that imports from it. */
async function probeActionsCache(env, deadlineMs = probeDeadlineMs) {
    const url = env['ACTIONS_RESULTS_URL'];
    const token = env['ACTIONS_RUNTIME_TOKEN'];
    if (!url || !token)
        return { kind: 'absent' };
    const flaw = flawOf(token);
    if (flaw !== undefined)
        return { kind: 'unusable', reason: flaw };
    try {
        const status = await ask(url, token, deadlineMs);
        if (status === undefined)
            return { kind: 'unusable', reason: `its service gave no answer within ${deadlineMs / 1000} s` };
        return status >= 200 && status < 300
            ? { kind: 'ready' }
            : { kind: 'unusable', reason: `its service answered ${status}` };
    }
    catch {
        return { kind: 'unusable', reason: 'its service can not be reached' };
    }
}
/** The status of the answer to a question that changes nothing; undefined when there is none in time. */
async function ask(url, token, deadlineMs) {
    const address = new URL('twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', url);
    const question = { key: 'dotnet-container-probe', restore_keys: [], version: '0'.repeat(64) };
    // Not `fetch`, which knows nothing of the runner's proxy. It is large, and where there is no cache nobody needs it.
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    const client = new HttpClient('dotnet-container', [], { allowRetries: false, allowRedirects: false });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = client.post(address.href, JSON.stringify(question), headers).then(({ message }) => {
        message.destroy();
        return message.statusCode ?? 0;
    });
    const late = new AbortController();
    try {
        return await Promise.race([asked, (0,external_node_timers_promises_.setTimeout)(deadlineMs, undefined, { signal: late.signal })]);
    }
    finally {
        late.abort();
        asked.catch(() => undefined);
        client.dispose();
    }
}
const claimsSchema = dist/* object */.Ikc({
    ac: dist/* fallback */.NpB(dist/* optional */.lqM(dist/* string */.YjP()), undefined),
    exp: dist/* fallback */.NpB(dist/* number */.aig(), Infinity),
});
/** What is wrong with the runtime token, as far as its claims tell: BuildKit fails the whole build over it. */
function flawOf(token) {
    const claims = (0,schema_values/* parseAs */.gf)(claimsSchema, Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (claims === undefined)
        return 'its token is malformed';
    if (claims.ac === undefined)
        return 'its token names no cache scope';
    return claims.exp * 1000 < Date.now() ? 'its token has expired' : undefined;
}

// EXTERNAL MODULE: ./lib/src/build/fill-cache-mounts.js
var fill_cache_mounts = __webpack_require__(6622);
// EXTERNAL MODULE: ./lib/src/plan/find-cache-mounts.js
var find_cache_mounts = __webpack_require__(4649);
;// CONCATENATED MODULE: ./lib/src/job/keep-cache-mounts.js








/** Above this nothing is saved: archives that large take longer than what they bring. */
const maxArchiveBytes = 2_000_000_000;
const nothing = { use: {}, warnings: [] };
/** Begins to restore the cache mounts that the Dockerfile declares; undefined where that is not wanted or there are none. */
function openCacheMounts({ docker, log, tempFolder, folderCache }, context, settings, plan, builder) {
    // Without its cache BuildKit gives mounts that nobody else has.
    if (!settings.cacheMounts || settings.noCache)
        return undefined;
    const { dockerfile, final, tests } = plan;
    const stages = [final, ...(tests.kind === 'stages' ? tests.stages : [])];
    const found = (0,find_cache_mounts/* findCacheMounts */.Yg)(dockerfile, stages);
    if (found === undefined) {
        return keepNothing(`cache-mounts: true has nothing to keep: no RUN of ${dockerfile.shown} has --mount=type=cache.`);
    }
    const left = found.left.map(({ line, reason }) => `The cache mount on line ${line} of ${dockerfile.shown} is not kept: ${reason}.`);
    if (folderCache === undefined) {
        return keepNothing('The cache mounts are not kept: there is no Actions cache here, and the builder keeps them by itself.');
    }
    const tools = { docker, log, tempFolder, request: settings };
    const folder = (0,external_node_path_.join)(tempFolder, 'cache-mounts');
    const startedAt = performance.now();
    const naming = keep_cache_mounts_nameOf(found, settings, plan, builder);
    const restoring = naming.then(({ key, beginnings }) => folderCache.restore(folder, key, beginnings));
    // Who fills the mounts hears of that.
    restoring.catch(() => undefined);
    const isWritten = readerOf(settings, context) === undefined;
    return {
        fill: async () => {
            const warnings = [...left];
            const fill = async () => (await restoring) === undefined ? 0 : await (0,fill_cache_mounts/* fillCacheMounts */.ot)(tools, found, folder);
            const restoredBytes = (await fill().catch(lose('restored', warnings))) ?? 0;
            return { use: { restoreMs: Math.round(performance.now() - startedAt), restoredBytes }, warnings };
        },
        save: async () => {
            const { key } = await naming;
            // A cache that failed is not asked again.
            const restored = await restoring.catch(() => key);
            if (!isWritten || restored === key)
                return nothing;
            const warnings = [];
            const use = await (0,shared_log/* runPhase */.PF)(log, 'Save the cache mounts', () => save(tools, found, folderCache, { folder, key }).catch(lose('saved', warnings)), (saved) => (saved === undefined ? 'not saved' : (0,format/* formatSize */.Xq)(saved.savedBytes)));
            return { use: use ?? {}, warnings };
        },
    };
}
function keepNothing(warning) {
    return {
        fill: () => Promise.resolve({ ...nothing, warnings: [warning] }),
        save: () => Promise.resolve(nothing),
    };
}
async function keep_cache_mounts_nameOf(found, { context, workspace }, { repository }, builder) {
    const own = repository.projects.filter(({ place }) => place.kind === 'context').map(({ path }) => path);
    const paths = [...new Set([...own, ...repository.sharedFiles])].sort();
    const files = await Promise.all(paths.map(async (path) => [path, await (0,promises_.readFile)((0,external_node_path_.join)(context, path), 'utf8').catch(() => '')]));
    return (0,find_cache_mounts/* nameMounts */.e)(found, { folder: (0,external_node_path_.relative)(workspace, context), platform: builder.platforms[0] ?? '' }, files);
}
/** What goes wrong with cache mounts is a warning, and fails no job. */
function lose(what, warnings) {
    return (error) => {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        const why = (0,errors/* messageOf */.bD)(error);
        warnings.push(what === 'restored'
            ? `The cache mounts were not restored: ${why}.`
            : `The cache mounts were not saved: ${why}.`);
    };
}
async function save(tools, found, cache, { folder, key }) {
    const startedAt = performance.now();
    const savedBytes = await (0,fill_cache_mounts/* readCacheMounts */.JT)(tools, found, folder);
    if (savedBytes > maxArchiveBytes) {
        const sizes = `they have ${(0,format/* formatSize */.Xq)(savedBytes)}, and at most ${(0,format/* formatSize */.Xq)(maxArchiveBytes)} is kept`;
        throw new Error(`${sizes}. Give the mounts another id to begin anew`);
    }
    await cache.save(folder, key);
    return { saveMs: Math.round(performance.now() - startedAt), savedBytes };
}

;// CONCATENATED MODULE: ./lib/src/job/prepare-job.js



















/** Reads what was asked for; its secrets are hidden from then on. Throws one UserError that lists every problem. */
function readInputs({ docker, log, tempFolder }, { inputs, workspace, folder, env }, mask) {
    return readSettings(inputs, workspace, {
        ...{ folder, env, mask },
        fetchTree: (source) => fetchTree(docker, log, tempFolder, source),
    });
}
/** Finds or makes what builds, chooses the caches, and writes the builds down. Throws a UserError. */
async function prepareJob(tools, { context, env }, asked, plan) {
    const { docker, log, tempFolder, builder: current, jobBuilder, store, github: remote } = tools;
    log.info(`Plan: ${describePlan(plan)}.`);
    const wish = { name: asked.builder, current, images: (0,stage_graph/* listImages */.v8)(plan.dockerfile) };
    const opening = (0,job_builder/* openBuilder */.I)(docker, log, wish, jobBuilder);
    const [{ builder, isMadeForJob, warnings }, actionsCache] = await Promise.all([
        opening,
        probeActionsCache(env),
    ]);
    const settings = isMadeForJob ? withMadeBuilder(asked, builder.name) : asked;
    requireOutputs(settings, builder);
    const mounts = openCacheMounts(tools, context, settings, plan, builder);
    log.debug(describePlace(builder, context));
    const platforms = (0,choose_platforms/* choosePlatforms */.kD)(settings.platforms, builder);
    const expected = (0,choose_platforms/* expectedPlatforms */.rg)(platforms, builder, env);
    const records = { store, history: context, remote };
    const trouble = actionsCache.kind === 'unusable' ? actionsCache.reason : undefined;
    const searched = findStored(records, settings, plan.identity, expected, trouble);
    const released = searched.then((stored) => findReleases(records, settings, plan.identity, stored, expected));
    const cache = chooseCache(settings, plan.identity, {
        actionsCache,
        builderWrites: (0,docker_builder/* writesLayouts */.Qx)(builder),
        readOnly: context.readOnly,
        testStages: (settings.testCache ? plan.instrumented.targets : plan.instrumented.untested.targets).length,
    });
    log.info(`Build ${cache.reason}.`);
    const attests = chooseAttestations(settings, { ...context, builderAttests: (0,docker_builder/* writesLayouts */.Qx)(builder), env });
    const choices = { cacheFrom: cache.from, testsFrom: cache.testsFrom, attests, platforms };
    const prepareAgain = async (one) => {
        const parallelBuild = chooseParallelBuild(one, settings);
        log.debug(`image: built ${parallelBuild.kind === 'after' ? `after the tests: ${parallelBuild.reason}` : 'while the tests run'}`);
        return { builds: await prepareBuilds(one, settings, choices, tempFolder), parallelBuild };
    };
    return {
        isHosted: env['RUNNER_ENVIRONMENT'] === 'github-hosted',
        ...{ settings, builder, cache, searched, released, platforms: expected, prepareAgain, mounts },
        ...(await prepareAgain(plan)),
        deliveries: (0,plan_deliveries/* planDeliveries */.cs)(settings, builder.driver),
        warnings: [
            ...[...asked.warnings, ...(0,inputs_secrets/* warnOfSecretBuildArgs */.DR)(asked), ...warnings, ...cache.warnings],
            ...(asked.baseline.length === 0 ? [] : context.warnings),
        ],
    };
}
/** What is to be built, as soon as the records to compare with were found. */
async function prepareBuild({ settings, builder, builds, searched, deliveries }, plan, hasCacheTrouble) {
    const before = (await searched).flatMap((baseline) => (0,compare_comparable/* recordOfBaseline */.ml)(baseline) ?? []);
    // A cache that failed the tests' build is not asked again.
    const request = hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image;
    return { settings, builder, plan, request, before, deliveries };
}
/** Waits for what was looked for while the tests ran. */
async function prepareImage(prepared, plan, tests) {
    const job = await prepareBuild(prepared, plan, tests.hasCacheTrouble);
    const [stored, released] = [await prepared.searched, await prepared.released];
    return { ...job, platforms: prepared.platforms, tests, stored, released };
}
/** Who asks for nothing expects the image in the engine, for which the builder stands in. */
function withMadeBuilder(asked, name) {
    const isAskedFor = asked.push || asked.load || asked.outputs.length > 0;
    return { ...asked, builder: name, load: asked.load || !isAskedFor };
}
/** What builds, and which records may be compared with, in the order in which they are looked for. */
function describePlace(builder, { grewFrom, lookups, writes, readOnly }) {
    const { name, driver, engine, buildxVersion } = builder;
    const searched = lookups.map(({ branch, commit }) => `${branch}${commit === undefined ? '' : `@${commit}`}`);
    return [
        `builder ${name} (${driver}, ${engine}, buildx ${buildxVersion})`,
        `base commit ${grewFrom ?? 'unknown'}`,
        `measurements looked for: ${searched.join(', ') || 'none'}`,
        writes === undefined
            ? `saves no measurement: ${readOnly ?? ''}`
            : `saves its measurement on ${writes.branch}`,
    ].join('; ');
}

;// CONCATENATED MODULE: ./lib/src/job/parallel-image.js








/**
 * The build of the image in the same builder while the tests run, into a private folder and under a name that nobody else uses, and its
 * measurement. BuildKit runs what tests and image need once. What the image needs begins to be written into the build cache when it is built, also while the
 * tests still run. Its disposal stops it, and takes away what nobody took.
 */
class ParallelImage {
    #tools;
    #prepared;
    #plan;
    #writing;
    #abort = new AbortController();
    #held = new shared_log/* HeldLog */.M5();
    #building;
    #hasEnded = false;
    #image;
    #steps = [];
    /** Those of the tests' build before its tests. */
    #stepsBefore = [];
    #shortage;
    constructor(tools, prepared, plan, writing) {
        this.#tools = tools;
        this.#prepared = prepared;
        this.#plan = plan;
        this.#writing = writing;
    }
    get hasBegun() {
        return this.#building !== undefined;
    }
    /** Begins it, once; nothing where tests and image do not go side by side. */
    begin(stepsBefore) {
        if (this.#prepared.parallelBuild.kind === 'after' || this.hasBegun)
            return;
        this.#stepsBefore = stepsBefore;
        this.#building = this.#build()
            .catch((error) => {
            // A failure is told by the build that follows, the end of a job by those that run on.
            if (!(error instanceof build_final/* FinalBuildError */.Hx))
                return;
            this.#steps = error.build.steps;
            this.#shortage = (0,buildkit_words/* findShortage */.Jp)(error.build);
        })
            .finally(() => {
            this.#hasEnded = true;
        });
    }
    /** Stops it at once. */
    stop() {
        this.#abort.abort();
    }
    /** Stops it, waits for its end, and says what gave out, if that was why it failed. What it built may go on into the cache. */
    async findShortage() {
        this.stop();
        await this.#building;
        return this.#shortage;
    }
    /** Stops it and the writing of what it built, takes away what it built, and waits until all of that is gone. */
    async end() {
        await this[Symbol.asyncDispose]();
        await this.#writing.stop();
    }
    /**
     * Gives the image and shows what its build printed; builds it where that was not begun or has failed. Its steps are as they were when
     * they first ran. Throws what `buildImage` throws.
     */
    async take(job) {
        const isWorthShowing = this.#image !== undefined || !this.#hasEnded;
        if (this.hasBegun && isWorthShowing)
            await this.#held.release(this.#tools.log);
        await this.#building;
        const taken = this.#image ?? (await buildImage(this.#tools, job));
        this.#image = undefined;
        // A cache that is not to be asked again is one that the tests' builds could not read, which they told.
        const warnings = job.request.cacheFrom.length === 0 ? [] : taken.warnings;
        return { ...taken, warnings, steps: withEarlier(taken.steps, this.#steps) };
    }
    async [Symbol.asyncDispose]() {
        this.stop();
        await this.#building;
        await this.#image?.measure().catch(() => undefined);
        await this.#image?.[Symbol.asyncDispose]();
        this.#image = undefined;
    }
    async #build() {
        const job = await prepareBuild(this.#prepared, this.#plan, false);
        const image = await buildImage({ ...this.#tools, log: this.#held, inParallel: this.#abort.signal }, job);
        const measuring = image.measure();
        // A failure is told by who takes the image.
        measuring.catch(() => undefined);
        this.#image = { ...image, measure: () => measuring };
        this.#steps = image.steps;
        // They are in the log before what follows.
        for (const step of image.steps)
            this.#tools.docker.shownSteps.add((0,build_steps/* nameOfStep */.r9)(step));
        const news = decideCacheWrite(this.#plan, this.#prepared, [...this.#stepsBefore, ...image.steps]);
        if (news === 'write' && !this.#abort.signal.aborted)
            this.#writing.beginImage(this.#prepared.builds.image);
    }
}
/** The steps of both builds, each once. BuildKit tells a step that two builds need at once to one of them, and the cache may be written meanwhile. */
function withEarlier(steps, earlier) {
    const after = new Map(steps.map((step) => [keyOf(step), step]));
    const before = new Map();
    for (const step of earlier) {
        const key = keyOf(step);
        if (step.position !== undefined && before.get(key)?.outcome !== 'done')
            before.set(key, step);
    }
    const both = [...before].map(([key, step]) => {
        const again = after.get(key);
        if (again === undefined || again.outcome !== 'cached')
            return again ?? step;
        return step.outcome === 'done' ? { ...again, outcome: step.outcome, durationMs: step.durationMs } : again;
    });
    return (0,build_steps/* inOrder */.al)([...both, ...steps.filter((step) => !before.has(keyOf(step)))]);
}
function keyOf({ stage, platform, position, name }) {
    return JSON.stringify([stage, platform, position, (0,run_mounts/* withoutMarks */.zw)(name)]);
}

;// CONCATENATED MODULE: ./lib/src/testing/test-steps.js


/** The steps of ONBUILD that may test, where no RUN of the file does. Without a mark of ours the cache may answer them when they should run. */
function findOnbuildTests(steps, { testRuns }) {
    if (testRuns.length > 0)
        return [];
    return steps.filter((step) => ['tests', 'unknown'].includes(classifyOnbuildRun(step.name) ?? ''));
}
/** The steps of each RUN that tests, with ONBUILD's; one of a stage that two others descend from has a step in the build of each. */
function findTestSteps(steps, instrumented) {
    const { testRuns } = instrumented;
    const hasCertain = testRuns.some((run) => run.isCertain);
    const wanted = testRuns.flatMap((run, number) => (run.isCertain || !hasCertain ? [number] : []));
    const onbuild = findOnbuildTests(steps, instrumented);
    const names = [...new Set(onbuild.map((step) => step.name))];
    return [
        ...wanted.map((number) => steps.filter((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) === number)),
        ...names.map((name) => onbuild.filter((step) => step.name === name)),
    ];
}
/** Whether all that comes before the tests was built. BuildKit's own steps don't count: a cache that is not there yet is a failed one. */
function reachedTests(steps, testSteps) {
    const failed = steps.filter(({ outcome, position }) => outcome === 'failed' && position !== undefined);
    return testSteps.length > 0 && failed.every((step) => testSteps.includes(step));
}

;// CONCATENATED MODULE: ./lib/src/testing/build-tests.js





/** The steps of ONBUILD that test, which the cache answered although they should run; not what an earlier build of the job ran. */
function cachedOnbuild(build, earlier, instrumented) {
    const ran = new Set(earlier.flatMap((one) => one.build.steps.map((step) => step.name)));
    return findOnbuildTests(build.steps, instrumented).filter((step) => step.outcome === 'cached' && !ran.has(step.name));
}
/**
 * Builds the stages that test, one after the other, to nowhere; `onAllHeld` hears when each RUN that tests holds the place of its results,
 * or has ended well. `refusal` is why their results stay in the builder, `isRepeated` whether a stage was built more than once.
 */
async function buildTests(tools, { testCache, testTimeoutMs }, instrumented, request, inParallel, onAllHeld) {
    const builds = [];
    const held = new Set();
    const testRuns = instrumented.testRuns.length * Math.max(1, request.platforms?.length ?? 0);
    let isRepeated = false;
    let refusal;
    const onStep = (name, state, steps) => {
        if (!(0,run_mounts/* leavesResults */.LT)(name))
            return;
        if (state !== 'prints')
            inParallel.begin(steps());
        // What prints has its mounts; a place that jobs share is held by none of them.
        const isHeld = state === 'done' || (state === 'prints' && !instrumented.place.mayBeCached);
        if (!isHeld || held.has(name))
            return;
        held.add(name);
        if (held.size === testRuns)
            onAllHeld();
    };
    const view = { reword: run_mounts/* withoutMarks */.zw, isQuiet: false, deadlineMs: testTimeoutMs, onStep };
    for (const { target, label } of instrumented.targets) {
        const title = `Tests: docker buildx build --target ${label}`;
        const start = (more) => (0,run_build/* runBuild */.c)(tools.docker, tools.log, title, { ...requestAfter(builds, request), ...more, target }, view);
        let build = await start();
        const again = async (why, more) => {
            tools.log.debug(`tests: again ${why}`);
            isRepeated = true;
            build = await start(more);
        };
        const refused = refusal === undefined ? (0,buildkit_words/* findRefusal */.W$)(build) : undefined;
        if (refused !== undefined) {
            refusal = refused;
            await (0,promises_.writeFile)(request.dockerfile, (0,run_mounts/* withoutCollecting */.jd)(await (0,promises_.readFile)(request.dockerfile, 'utf8')));
            await again(`with the log alone (${refused})`);
        }
        const cached = testCache ? [] : cachedOnbuild(build, builds, instrumented);
        if (cached.length > 0) {
            const noCacheStages = [target, ...cached.flatMap(({ stage }) => stage ?? [])];
            await again('without the cache (cached ONBUILD tests)', { noCacheStages });
        }
        builds.push({ target, build });
        if (build.outcome !== 'built')
            inParallel.stop();
        if (build.outcome === 'timed-out' || build.isBuilderLost)
            break;
    }
    // Where a cache could not be read, what follows is told not to.
    if (builds.every(({ build }) => build.outcome === 'built' && build.cacheTrouble === undefined))
        inParallel.begin(builds.flatMap(({ build }) => build.steps));
    return { builds, refusal, isRepeated };
}
/** What is built without the cache is so once. */
function requestAfter(builds, request) {
    const built = new Set(builds.flatMap(({ build }) => build.steps.map(({ stage }) => stage?.toLowerCase())));
    return {
        ...request,
        noCache: request.noCache === true && builds.length === 0,
        noCacheStages: (request.noCacheStages ?? []).filter((name) => !built.has(name.toLowerCase())),
        outputs: ['type=cacheonly'],
    };
}

// EXTERNAL MODULE: ./lib/src/testing/coverage/merge-coverage.js
var merge_coverage = __webpack_require__(1947);
// EXTERNAL MODULE: ./lib/src/plan/instrument/collector.js
var collector = __webpack_require__(8179);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./lib/src/redaction/redactor.js
var redactor = __webpack_require__(9670);
;// CONCATENATED MODULE: ./lib/src/redaction/copy-redacted.js





/** Each byte is a character, so that bytes that are no UTF-8 stay what they are. */
const utf8 = {
    decode: (bytes) => bytes.toString('latin1'),
    encode: (text) => Buffer.from(text, 'latin1'),
    bytesPerUnit: 1,
    spell: (character) => Buffer.from(character, 'utf8').toString('latin1'),
};
const utf16le = {
    decode: (bytes) => bytes.toString('utf16le'),
    encode: (text) => Buffer.from(text, 'utf16le'),
    bytesPerUnit: 2,
    spell: (character) => character,
};
const utf16be = {
    ...utf16le,
    decode: (bytes) => Buffer.from(bytes).swap16().toString('utf16le'),
    encode: (text) => Buffer.from(text, 'utf16le').swap16(),
};
/** Copies a file of test results, piece by piece, without known secrets and credentials, plain or escaped for XML, in UTF-8 or UTF-16. */
async function copyRedacted(source, target, redactor) {
    const spelling = await spellingOf(source);
    const patterns = redactor.patternsIn((character) => [character, ...escapesOf(character)].map(spelling.spell));
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source), new Hiding(patterns, spelling), (0,external_node_fs_.createWriteStream)(target));
}
/** By the byte order mark, or by the first sign of a document: https://www.w3.org/TR/xml/#sec-guessing */
async function spellingOf(path) {
    const file = await (0,promises_.open)(path);
    try {
        const [first, second] = (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer;
        if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
            return utf16le;
        if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
            return utf16be;
        return utf8;
    }
    finally {
        await file.close();
    }
}
const namedEscapes = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** How writers of XML escape a character; nobody escapes letters and digits of ASCII. */
function escapesOf(character) {
    if (/^[A-Za-z\d]$/.test(character))
        return [];
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    const numbers = [`&#${code};`, `&#x${hex};`, `&#x${hex.toUpperCase()};`, `&#0${code};`];
    return [...(namedEscapes[character] === undefined ? [] : [namedEscapes[character]]), ...new Set(numbers)];
}
/** Replaces what the patterns match, also where it stands across two pieces. */
class Hiding extends external_node_stream_.Transform {
    #patterns;
    #spelling;
    /** Bytes of a unit that is not whole yet. */
    #rest = Buffer.alloc(0);
    /** What was given out already and what waits, in one text. */
    #text = '';
    #givenLength = 0;
    constructor(patterns, spelling) {
        super();
        this.#patterns = patterns;
        this.#spelling = spelling;
    }
    _transform(chunk, _encoding, done) {
        const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
        const wholeLength = bytes.length - (bytes.length % this.#spelling.bytesPerUnit);
        this.#rest = Buffer.from(bytes.subarray(wholeLength));
        this.#text += this.#spelling.decode(bytes.subarray(0, wholeLength));
        // What begins later than this may not be whole yet, nor may the character that tells its end.
        this.#giveUntil(this.#text.length - this.#patterns.maxLength - 1);
        done();
    }
    _flush(done) {
        this.#giveUntil(this.#text.length);
        this.push(this.#rest);
        done();
    }
    /** Gives out what stands before `end`, and all of a match that begins before it. */
    #giveUntil(end) {
        if (end <= this.#givenLength)
            return;
        const shown = [];
        let at = this.#givenLength;
        for (const match of this.#matches().filter(({ start }) => start < end)) {
            if (match.end <= at)
                continue;
            // What touches or overlaps the last one is hidden with it.
            if (match.start > at || shown.length === 0)
                shown.push(this.#text.slice(at, Math.max(at, match.start)), redactor/* hidden */.R);
            at = match.end;
        }
        const until = Math.max(at, end);
        shown.push(this.#text.slice(at, until));
        this.push(this.#spelling.encode(shown.join('')));
        const keptFrom = Math.max(0, until - this.#patterns.maxLeadLength);
        this.#text = this.#text.slice(keptFrom);
        this.#givenLength = until - keptFrom;
    }
    #matches() {
        return this.#patterns.patterns
            .flatMap((pattern) => [...this.#text.matchAll(pattern)])
            .map((match) => ({ start: match.index, end: match.index + match[0].length }))
            .sort((a, b) => a.start - b.start);
    }
}

// EXTERNAL MODULE: ./lib/src/shared/files/read-tar.js
var read_tar = __webpack_require__(5934);
;// CONCATENATED MODULE: ./lib/src/testing/results/extract-results.js





/** Most files and bytes that are taken out of the results of one job. A process has two. */
const extract_results_maxFiles = 2_000;
const maxProcessFiles = 20_000;
const maxProcessBytes = 256 * 1024;
const maxBytes = 2 * 1024 * 1024 * 1024;
/**
 * Writes the TRX and XML files of an archive of results into a folder, and those that tell of processes. Names come from the tests: only regular files with
 * such an ending are taken, nothing that leads out of the folder, and limits hold. Of a broken archive all that came before is there, with a warning.
 */
async function extractResults(archive, folder) {
    const extracted = { files: [], processFiles: [], warnings: [] };
    try {
        await extractEntries(archive, folder, extracted);
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
        extracted.warnings.push(`The results could not be copied to their end: ${why}.`);
    }
    return extracted;
}
async function extractEntries(archive, folder, extracted) {
    let bytes = 0;
    await (0,read_tar/* readTar */.s)(archive, async ({ header: { name, type, size }, pipeTo }) => {
        const file = toResultFile(folder, name, extracted.files);
        if (file === undefined)
            return;
        const isProcess = file.kind === 'process';
        const taken = isProcess ? extracted.processFiles : extracted.files;
        const isFull = isProcess
            ? taken.length >= maxProcessFiles || size > maxProcessBytes
            : taken.length >= extract_results_maxFiles || bytes + size > maxBytes;
        if (isFull) {
            if (!isProcess)
                extracted.warnings = [`More than ${extract_results_maxFiles} result files or 2 GB: the rest was left out.`];
        }
        else if (type === 'file') {
            bytes += size;
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file.path), { recursive: true });
            // Known before it is whole: of a file that is cut, what was written of it still counts.
            taken.push(file);
            await pipeTo((0,external_node_fs_.createWriteStream)(file.path));
        }
    });
}
function toResultFile(folder, name, taken) {
    const path = external_node_path_.posix.normalize(`/${name}`).slice(1);
    const id = /^[\da-f]+-(\d{1,4})-[\da-f]{32}(?:\.start|\.end|_\w{1,40}\.diag)$/.exec(path)?.[1];
    if (id !== undefined)
        return { path: (0,external_node_path_.join)(folder, 'processes', path), run: Number(id), kind: 'process' };
    const [, run, by, rest] = /^(\d{1,4})\/(?:([\da-f]{32})\/)?(.+)$/.exec(path) ?? [];
    const ending = /\.(trx|xml)$/i.exec(path)?.[1]?.toLowerCase();
    if (run === undefined || rest === undefined || ending === undefined || /[\x00-\x1f\\]/.test(path))
        return undefined;
    // Deep folders say nothing here.
    const flat = (0,external_node_path_.join)(folder, run, external_node_path_.posix
        .dirname(rest)
        .replace(/[^\w.-]+/g, '_')
        .slice(0, 100), (0,external_node_path_.basename)(rest).slice(-150));
    // A number keeps files apart whose names became the same.
    let free = flat;
    for (let number = 2; taken.some(({ path: other }) => other === free); number++) {
        free = (0,external_node_path_.join)((0,external_node_path_.dirname)(flat), String(number), (0,external_node_path_.basename)(flat));
    }
    const kind = ending === 'trx' ? 'trx' : 'xml';
    return { path: free, run: Number(run), kind, process: by };
}

// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
;// CONCATENATED MODULE: ./lib/src/testing/coverage/coverage-lines.js
const limits = { lines: 1_000_000, files: 50_000, lineNumber: 10_000_000 };
/** Collects lines by module and file; at most 1,000,000 lines in 50,000 files. */
class LineCollector {
    modules = [];
    #files = new Map();
    #lines = 0;
    #fileCount = 0;
    /** Begins a module; what follows belongs to it. */
    startModule(name) {
        this.#files = new Map();
        this.modules.push({ name, files: [] });
    }
    /** Notes a line; of two notes of the same line of a module the higher hits stay. */
    addHits(path, line, hits) {
        const file = this.#fileOf(path, line);
        if (file === undefined)
            return;
        const known = file.hits.get(line);
        if (known === undefined && ++this.#lines > limits.lines)
            return;
        file.hits.set(line, Math.max(known ?? 0, hits));
    }
    /** Adds branches to a line: a lambda has its own beside those of the method around it. */
    addBranches(path, line, branches) {
        const file = this.#fileOf(path, line);
        if (file?.hits.has(line) !== true)
            return;
        const { covered, valid } = file.branches.get(line) ?? { covered: 0, valid: 0 };
        const more = Math.min(branches.covered, branches.valid);
        file.branches.set(line, { covered: covered + more, valid: valid + branches.valid });
    }
    #fileOf(path, line) {
        if (path === '' || !Number.isInteger(line) || line < 1 || line > limits.lineNumber)
            return undefined;
        const known = this.#files.get(path);
        if (known !== undefined)
            return known;
        const module = this.modules.at(-1);
        if (module === undefined || ++this.#fileCount > limits.files)
            return undefined;
        const file = { path, hits: new Map(), branches: new Map() };
        this.#files.set(path, file);
        module.files.push(file);
        return file;
    }
}
/** A count in an attribute: a whole number, 0 where there is none. */
function countIn(text) {
    const number = Number(text ?? '0');
    return Number.isFinite(number) && number > 0 ? Math.floor(number) : 0;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/xml/read-xml.js




/** Why a file could not be read to its end, for a person; undefined for a whole file and for one that was just cut. */
function describeEnd(end) {
    if (end.kind === 'malformed')
        return `The file is not well-formed XML: ${end.reason}`;
    if (end.kind === 'refused')
        return `The file is not read: ${end.reason}.`;
    return end.kind === 'unreadable' ? `The file can't be read: ${end.reason}` : undefined;
}
const mebi = 1_048_576;
/** In characters, but for the depth. */
const read_xml_limits = { depth: 256, tag: mebi, other: 4 * mebi, text: 16 * mebi };
/** Characters that are read at once. */
const pieceLength = 32_768;
/** What tests print and loggers pass on, and mistakes in instructions, which say nothing to us: a reader goes on behind them. */
const overlooked = /^disallowed character\.$|^malformed character entity\.$|"]]>" is disallowed|processing instruction|XML declaration|name\/value|^expected |^(?:value|whitespace|version|encoding|standalone) /;
/**
 * Reads an XML file as it comes and tells a visitor of its elements. Never throws for what is in the file: broken syntax, a document type (entity floods begin
 * with one), nesting deeper than 256, a tag over 1 MiB, a wanted text over 16 MiB, a comment over 4 MiB end the reading, and the answer says so. Memory is
 * bounded by those limits plus what the visitor keeps.
 */
async function readXml(chunks, visitor) {
    const reader = new XmlReader(visitor);
    let held = '';
    let broken;
    try {
        for await (const text of decodeXml(chunks)) {
            held += text;
            if (held.length < pieceLength)
                continue;
            reader.write(held);
            held = '';
            if (reader.end !== undefined)
                return reader.end;
        }
    }
    catch (error) {
        broken = { kind: 'unreadable', reason: (0,errors/* messageOf */.bD)(error) };
    }
    reader.write(held);
    return reader.end ?? broken ?? reader.finish();
}
class XmlReader {
    #parser = new saxes/* SaxesParser */.wT({ xmlns: false, position: false });
    #visitor;
    #captures = [];
    #takeText = (text) => {
        this.#take(text);
    };
    #depth = 0;
    #isInTag = false;
    #hasRoot = false;
    /** The last characters that were read, in which a comment may begin. */
    #tail = '';
    /** A reference has begun, which the parser gathers until it ends. */
    #isInReference = false;
    /** Characters since the parser reported something. */
    #silent = 0;
    end;
    constructor(visitor) {
        this.#visitor = visitor;
        const parser = this.#parser;
        // No more of them: from eight on the engine keeps the parser's fields in a table, and all takes seven times as long.
        parser.on('error', ({ message }) => {
            if (!overlooked.test(message))
                this.#stop('malformed', message);
        });
        parser.on('doctype', () => {
            this.#stop('refused', 'it has a document type');
        });
        parser.on('opentagstart', () => {
            this.#silent = 0;
            this.#isInTag = true;
        });
        parser.on('opentag', (tag) => {
            this.#open(tag);
        });
        parser.on('closetag', ({ name }) => {
            this.#close(name);
        });
        parser.on('cdata', this.#takeText);
    }
    write(piece) {
        if (this.end !== undefined)
            return;
        this.#silent += piece.length;
        this.#parser.write(piece);
        this.#checkLimits(piece);
        // What is gathered are parts of this piece, which they would keep in memory.
        for (const capture of this.#captures)
            capture.text = detached(capture.text);
    }
    finish() {
        const isWhole = this.#hasRoot && this.#depth === 0 && !this.#isInTag;
        return { kind: isWhole ? 'complete' : 'truncated' };
    }
    #open({ name, attributes }) {
        this.#isInTag = false;
        this.#silent = 0;
        if (this.end !== undefined)
            return;
        this.#hasRoot = true;
        this.#depth += 1;
        if (this.#depth > read_xml_limits.depth) {
            this.#stop('refused', 'it is nested deeper than 256');
            return;
        }
        const limit = this.#visitor.open(localName(name), { get: (wanted) => attributes[wanted] });
        if (limit !== undefined)
            this.#captures.push({ depth: this.#depth, limit, text: '' });
        this.#listen();
    }
    #close(name) {
        this.#silent = 0;
        if (this.end !== undefined)
            return;
        const capture = this.#captures.at(-1);
        const isCaptured = capture?.depth === this.#depth;
        if (isCaptured)
            this.#captures.pop();
        this.#depth -= 1;
        this.#listen();
        this.#visitor.close(localName(name), isCaptured ? (0,shared_text/* cutText */.IN)(capture.text, capture.limit) : undefined);
    }
    /** A text that nobody wants is not even gathered. */
    #listen() {
        if (this.#captures.at(-1)?.depth === this.#depth)
            this.#parser.on('text', this.#takeText);
        else
            this.#parser.off('text');
    }
    #take(text) {
        this.#silent = 0;
        const capture = this.#captures.at(-1);
        if (capture?.depth !== this.#depth)
            return;
        // One more than is kept, so that its end shows that it was cut.
        const room = capture.limit + 1 - capture.text.length;
        if (room > 0)
            capture.text += text.slice(0, room);
    }
    #checkLimits(piece) {
        const read = this.#tail + piece;
        const begun = read.slice(read.lastIndexOf('<')).slice(0, 2);
        this.#tail = begun.startsWith('<') ? begun : '';
        this.#isInReference = !piece.includes(';') && (this.#isInReference || piece.includes('&'));
        const isOther = begun === '<!' || begun === '<?' || this.#isInReference;
        if (this.#isInTag && this.#silent > read_xml_limits.tag)
            this.#stop('refused', 'a tag is over 1 MiB');
        else if (isOther && this.#silent > read_xml_limits.other)
            this.#stop('refused', 'a comment, an instruction or an entity is over 4 MiB');
        else if (!this.#hasRoot && this.#silent > read_xml_limits.tag)
            this.#stop('refused', 'nothing begins in its first 1 MiB');
        else if (this.#captures.at(-1)?.depth === this.#depth && this.#silent > read_xml_limits.text)
            this.#stop('refused', 'a text is over 16 MiB');
    }
    #stop(kind, reason) {
        this.end ??= { kind, reason: (0,shared_text/* cutText */.IN)(reason, 200) };
    }
}
function localName(name) {
    return name.slice(name.indexOf(':') + 1);
}
/** A copy of a string that a parser gave: a part of the piece that it was fed would keep all of that in memory. */
function detached(text) {
    return Buffer.from(text).toString();
}
const sliceBytes = 65_536;
/**
 * The text of an XML file in pieces of at most 64 KiB, as its byte order mark or its first two bytes say (UTF-8, UTF-16 LE and BE). What can't be decoded
 * becomes U+FFFD; a character that is cut at the end is nothing, and so are less than three bytes.
 */
async function* decodeXml(chunks) {
    let decoder;
    let head = Buffer.alloc(0);
    for await (const chunk of chunks) {
        for (let start = 0; start < chunk.length; start += sliceBytes) {
            let bytes = chunk.subarray(start, start + sliceBytes);
            if (decoder === undefined) {
                head = Buffer.concat([head, bytes]);
                if (head.length < 3)
                    continue;
                decoder = new external_node_util_.TextDecoder(encodingOf(head));
                bytes = head;
            }
            yield decoder.decode(bytes, { stream: true });
        }
    }
}
/** https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf([first, second]) {
    if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
        return 'utf-16le';
    if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
        return 'utf-16be';
    return 'utf-8';
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/cobertura.js




const pathLimit = 4096;
const longestClass = 200_000;
/** Reads Cobertura's elements (https://cobertura.sourceforge.net/xml/coverage-04.dtd). Lines are the classes', where one has none its methods'. */
class CoberturaVisitor {
    #lines;
    #source = '';
    #path = '';
    #isInMethod = false;
    #ofClass = [];
    #ofMethods = [];
    constructor(lines) {
        this.#lines = lines;
    }
    open(name, attributes) {
        if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'method')
            this.#isInMethod = true;
        else if (name === 'class')
            this.#startClass(attributes.get('filename') ?? '');
        else if (name === 'package')
            this.#lines.startModule((0,log_text/* assemblyName */.UU)(detached(attributes.get('name') ?? '')));
        else if (name === 'source')
            return pathLimit;
        return undefined;
    }
    close(name, text) {
        if (name === 'method')
            this.#isInMethod = false;
        else if (name === 'class')
            this.#endClass();
        // With several sources nothing says which of them a file is in.
        else if (name === 'source' && this.#source === '')
            this.#source = detached(text ?? '').trim();
    }
    #startClass(fileName) {
        this.#path = joinPath(this.#source, detached(fileName.slice(0, pathLimit)));
        this.#ofClass = [];
        this.#ofMethods = [];
    }
    #addLine(attributes) {
        const found = /\((\d{1,6})\/(\d{1,6})\)/.exec(attributes.get('condition-coverage') ?? '');
        const line = {
            number: countIn(attributes.get('number')),
            hits: countIn(attributes.get('hits')),
            branches: found === null ? undefined : { covered: Number(found[1]), valid: Number(found[2]) },
        };
        const lines = this.#isInMethod ? this.#ofMethods : this.#ofClass;
        if (lines.length < longestClass)
            lines.push(line);
    }
    #endClass() {
        const lines = this.#ofClass.length > 0 ? this.#ofClass : this.#ofMethods;
        for (const { number, hits, branches } of lines) {
            this.#lines.addHits(this.#path, number, hits);
            if (branches !== undefined)
                this.#lines.addBranches(this.#path, number, branches);
        }
        this.#ofClass = [];
        this.#ofMethods = [];
    }
}
/** A name that is already absolute (a path, a drive, the address of a source link) stays as it is. */
function joinPath(source, name) {
    if (name === '' || source === '' || /^(?:[/\\]|[A-Za-z]:[/\\]|[a-z]{2,10}:\/\/)/.test(name))
        return name;
    return source.startsWith('/')
        ? external_node_path_.posix.join(source, name)
        : `${source.replace(/[/\\]$/, '')}${source.includes('\\') ? '\\' : '/'}${name}`;
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/opencover.js



const opencover_pathLimit = 4096;
const longestStatement = 1000;
/** Reads OpenCover's elements (https://github.com/OpenCover/opencover). A statement is on each of its lines; hidden ones (0xFEEFEE) have no code. */
class OpenCoverVisitor {
    #lines;
    #paths = new Map();
    /** File of the method, for points that don't name one. */
    #fileId = '';
    constructor(lines) {
        this.#lines = lines;
    }
    open(name, attributes) {
        if (name === 'SequencePoint')
            this.#addStatement(attributes);
        else if (name === 'BranchPoint')
            this.#addBranch(attributes);
        else if (name === 'FileRef')
            this.#fileId = attributes.get('uid') ?? '';
        else if (name === 'Method')
            this.#fileId = '';
        else if (name === 'File')
            this.#addFile(attributes.get('uid') ?? '', attributes.get('fullPath') ?? '');
        else if (name === 'ModuleName')
            return opencover_pathLimit;
        return undefined;
    }
    close(name, text) {
        if (name === 'ModuleName')
            this.#lines.startModule((0,log_text/* assemblyName */.UU)(detached(text ?? '')));
    }
    #addFile(uid, path) {
        if (this.#paths.size < 100_000)
            this.#paths.set(detached(uid), detached(path.slice(0, opencover_pathLimit)));
    }
    #pathOf(attributes) {
        return this.#paths.get(attributes.get('fileid') ?? this.#fileId) ?? '';
    }
    #addStatement(attributes) {
        const first = countIn(attributes.get('sl'));
        const last = Math.min(Math.max(first, countIn(attributes.get('el'))), first + longestStatement);
        const path = this.#pathOf(attributes);
        for (let line = first; line <= last; line += 1)
            this.#lines.addHits(path, line, countIn(attributes.get('vc')));
    }
    #addBranch(attributes) {
        const covered = countIn(attributes.get('vc')) > 0 ? 1 : 0;
        this.#lines.addBranches(this.#pathOf(attributes), countIn(attributes.get('sl')), { covered, valid: 1 });
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/read-coverage.js




/**
 * What a file of Cobertura or OpenCover, as its root tells, says of each assembly; streamed, in UTF-8 or UTF-16. Of one that is cut, broken or
 * refused it is what was read, and nothing of another kind of file.
 */
async function readCoverage(chunks) {
    const lines = new LineCollector();
    let root;
    let visitor;
    await readXml(chunks, {
        open: (name, attributes) => {
            if (root === undefined)
                visitor = visitorOf((root = name), lines);
            return visitor?.open(name, attributes);
        },
        close: (name, text) => visitor?.close(name, text),
    });
    return lines.modules;
}
function visitorOf(root, lines) {
    if (root === 'coverage')
        return new CoberturaVisitor(lines);
    return root === 'CoverageSession' ? new OpenCoverVisitor(lines) : undefined;
}

// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
// EXTERNAL MODULE: ./lib/src/testing/log/sign-lines.js
var sign_lines = __webpack_require__(4385);
;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-fields.js


/** Milliseconds of a .NET time span such as `00:00:00.0124506` or `1.02:03:04`; undefined for anything else. */
function parseSpan(text) {
    const parts = /^(?:(\d{1,6})\.)?(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text);
    if (parts === null)
        return undefined;
    const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
    return Math.round((((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
}
/** Milliseconds between two times of a `Times` element; undefined where one is missing or they stand the wrong way round. */
function spanBetween(start, finish) {
    const span = Date.parse(finish ?? '') - Date.parse(start ?? '');
    return Number.isFinite(span) && span >= 0 ? span : undefined;
}
/** Names of the assemblies at some paths, without repeats; usually one. */
function projectOf(paths) {
    const names = [...new Set(paths.map(log_text/* assemblyName */.UU))];
    return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
}
/** Short name of the framework: by the folder of an assembly (`bin/Debug/net10.0/`), else the end of the file's name (`_net10.0_20261120181824.trx`). */
function frameworkOf(paths, fileName) {
    for (const path of paths) {
        const folder = path.split(/[/\\]/).findLast((part) => /^net(?:coreapp|standard)?\d/.test(part));
        if (folder !== undefined)
            return (0,log_text/* shortFramework */.XW)(folder);
    }
    const ending = /_(net(?:coreapp|standard)?\d[\w.-]{0,40}?)(?:_\d{14})?(?:\[\d+\])?\.trx$/i.exec(fileName.slice(-200));
    return ending?.[1];
}
const passed = new Set(['Passed', 'PassedButRunAborted', 'Warning', 'Completed']);
/** `NotRunnable` is what xunit's own report has for a test that was not asked for (`Explicit`). */
const skipped = new Set(['NotExecuted', 'NotRunnable', 'Inconclusive', 'Pending', 'Skipped']);
/** Outcomes of a `ResultSummary` of a run that did not come to its end; bad ones of it, and of a `RunInfo`. */
const runAborted = new Set([
    'Aborted',
    'Error',
    'Timeout',
    'Disconnected',
    'InProgress',
    'PassedButRunAborted',
]);
const runErrors = new Set([...runAborted, 'Failed']);
/** What an outcome of a TRX result (`TestOutcome` of its schema) comes to; any word that we don't know is a failure. */
function outcomeOf(word) {
    if (passed.has(word))
        return 'passed';
    return skipped.has(word) ? 'skipped' : 'failed';
}
const errorLimit = 100;
/** Of a run that is marked as failed where nothing in its file says why. */
const markedAsFailed = 'The run is marked as failed, but none of its results is.';
/** Collects what a TRX says of the run itself: its outcome and its `RunInfo` texts. */
class RunTroubles {
    /** At most 100, each once. */
    errors = [];
    /** The run crashed, hung or was stopped. */
    isAborted = false;
    /** Path of the assembly that a text names: the only place that has it where there are no results. */
    assembly;
    #hasFailed = false;
    #foundNone = false;
    /** Takes the outcome of the `ResultSummary`. */
    takeOutcome(outcome) {
        this.#hasFailed = runErrors.has(outcome);
        if (runAborted.has(outcome))
            this.isAborted = true;
    }
    /** Takes a `RunInfo`: its text is kept if it is an error, or tells of an abort. */
    takeInfo(outcome, text) {
        const words = infoWords(text);
        if (words === undefined)
            return;
        const isAbort = words.split('\n', 5).some(sign_lines/* tellsOfAbort */.GG);
        if (isAbort)
            this.isAborted = true;
        if (isAbort || runErrors.has(outcome))
            this.add(words.split('\n', sign_lines/* wordLines */.kt).join('\n'));
        if ((0,sign_lines/* tellsOfNoTest */.fN)(words))
            this.#foundNone = true;
        this.assembly ??= /(?:\/|[A-Za-z]:\\)[^"'<>|]{1,1000}?\.(?:dll|exe)/.exec(words.slice(0, 4096))?.[0];
    }
    /** Adds an error of the file. */
    add(text) {
        if (this.errors.length < errorLimit && !this.errors.includes(text))
            this.errors.push(text);
    }
    /** Ends the collection; a run that is marked as failed and nothing says why is told of, too: it may be one that found no test. */
    finish(problem, failedResults) {
        if (problem !== undefined)
            this.add(problem);
        if (this.#hasFailed && !this.#foundNone && failedResults === 0 && this.errors.length === 0)
            this.add(markedAsFailed);
        return this;
    }
}
/** The text without the clock of xunit's adapter; undefined for its lines on single results, which those tell better. */
function infoWords(text) {
    const words = text
        .replace(/^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] */, '')
        // As the log's reader writes it, so that both are one.
        .replace(/^\[([A-Z][A-Za-z ]{1,60} Failure(?: \(.{1,300}\))?)\] /, '$1: ')
        .trim();
    return words === '' || / \[(?:FAIL|SKIP|NOT RUN)\]$/.test(words) ? undefined : words;
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/read-trx.js





const textBudget = 32 * 1024 * 1024;
const nameBudget = 48 * 1024 * 1024;
const idLimit = 64;
/**
 * Reads a TRX file (schema `http://microsoft.com/schemas/VisualStudio/TeamTest/2010`), streamed. Outcomes are counted from the results, of data-driven tests
 * from the rows, never from `Counters`. Of a passed test only name, class and duration are kept; texts are cut to 16,384 characters each and 32 million in
 * all. Never throws: what is cut, malformed or refused is `incomplete`. Loggers write the framework into `fileName` (`_host_2026-11-20_18_16_53_net10.0.trx`).
 */
async function readTrx(chunks, fileName = '', resultLimit = 250_000) {
    const reader = new TrxReader(resultLimit);
    const end = await readXml(chunks, reader);
    return reader.finish(end, fileName);
}
const resultElements = new Set([
    'UnitTestResult',
    'TestResult',
    'TestResultAggregation',
    'GenericTestResult',
    'ManualTestResult',
]);
class TrxReader {
    #resultLimit;
    #results = [];
    /** The id of each result's test, by which its class is found, which VSTest writes behind all results. */
    #testIds = [];
    /** By the test's id. */
    #classes = new Map();
    /** One string for all equal ones: 100,000 tests have some hundred classes. */
    #classNames = new Map();
    #assemblies = new Set();
    #open = [];
    #counts = { ...test_results/* noCounts */.Yi };
    #root = '';
    #definition = '';
    #storage = '';
    #inErrorInfo = false;
    #troubles = new RunTroubles();
    #runInfo;
    #spent = 0;
    #spentOnNames = 0;
    #durationMs;
    #startedAt;
    constructor(resultLimit) {
        this.#resultLimit = resultLimit;
    }
    open(name, attributes) {
        if (this.#root === '')
            this.#root = name;
        if (resultElements.has(name))
            this.#openResult(attributes);
        else if (name === 'UnitTest') {
            this.#definition = (attributes.get('id') ?? '').slice(0, idLimit);
            this.#storage = attributes.get('storage') ?? '';
        }
        else if (name === 'TestMethod')
            this.#define(attributes);
        else if (name === 'ErrorInfo')
            this.#inErrorInfo = true;
        else if (name === 'Times')
            this.#takeTimes(attributes.get('start'), attributes.get('finish'));
        else if (name === 'ResultSummary')
            this.#troubles.takeOutcome(attributes.get('outcome') ?? '');
        else if (name === 'RunInfo')
            this.#runInfo = attributes.get('outcome') ?? 'Error';
        else
            return this.#wantsText(name) ? shared_text/* textLimit */.$l : undefined;
        return undefined;
    }
    close(name, text) {
        if (resultElements.has(name))
            this.#closeResult();
        else if (name === 'ErrorInfo')
            this.#inErrorInfo = false;
        else if (name === 'RunInfo')
            this.#runInfo = undefined;
        else if (text !== undefined)
            this.#keepText(name, text);
    }
    finish(end, fileName) {
        while (this.#open.length > 0)
            this.#closeResult();
        const isForeign = this.#root !== '' && this.#root !== 'TestRun';
        if (isForeign)
            this.#troubles.add(`The file is no TRX: its root is <${(0,shared_text/* cutText */.IN)(this.#root, 100)}>.`);
        const { errors, isAborted, assembly } = this.#troubles.finish(describeEnd(end), this.#counts.failed);
        if (this.#assemblies.size === 0 && assembly !== undefined)
            this.#assemblies.add(assembly);
        const paths = [...this.#assemblies];
        return {
            source: 'trx',
            project: projectOf(paths),
            results: this.#withClasses(),
            counts: this.#counts,
            errors,
            aborted: isAborted,
            incomplete: end.kind !== 'complete' || isForeign,
            framework: frameworkOf(paths, fileName),
            durationMs: this.#durationMs,
            startedAt: this.#startedAt,
            assembly: paths[0],
        };
    }
    #takeTimes(start, finish) {
        this.#durationMs = spanBetween(start, finish);
        const startedAt = Date.parse(start ?? '');
        if (Number.isFinite(startedAt))
            this.#startedAt = startedAt;
    }
    #openResult(attributes) {
        // VSTest leaves the outcome out where it is Error, the first of its enumeration (TrxLogger/ObjectModel/TestResult.cs).
        const outcome = outcomeOf(attributes.get('outcome') ?? 'Error');
        if (attributes.get('outcome') === 'PassedButRunAborted')
            this.#troubles.isAborted = true;
        const name = (0,shared_text/* cutText */.IN)(attributes.get('testName') ?? '', log_text/* nameLimit */.ds);
        const durationMs = parseSpan(attributes.get('duration') ?? '');
        const testId = (attributes.get('testId') ?? '').slice(0, idLimit);
        this.#open.push({ result: { name, outcome, durationMs }, testId, rows: 0, failedRows: 0 });
    }
    #closeResult() {
        const open = this.#open.pop();
        if (open === undefined)
            return;
        const { result, testId, rows, failedRows } = open;
        const parent = this.#open.at(-1);
        if (parent !== undefined) {
            parent.rows += 1;
            if (result.outcome === 'failed')
                parent.failedRows += 1;
        }
        // A failure of the whole that none of its rows shows must not get lost.
        if (rows > 0 && (result.outcome !== 'failed' || failedRows > 0))
            return;
        if (result.outcome === 'skipped' && result.stdout !== undefined)
            tellReason(result);
        this.#counts[result.outcome] += 1;
        this.#counts.total += 1;
        if (this.#results.length >= this.#resultLimit || !this.#canKeep(result.name.length))
            return;
        result.name = detached(result.name);
        this.#results.push(result);
        this.#testIds.push(detached(testId));
    }
    #define(attributes) {
        const path = attributes.get('codeBase') ?? this.#storage;
        if (path !== '' && this.#assemblies.size < 100 && !this.#assemblies.has(path)) {
            this.#assemblies.add(detached(path));
        }
        this.#defineClass(attributes.get('className') ?? '');
    }
    #defineClass(written) {
        if (written === '' || this.#definition === '' || this.#classes.size >= this.#resultLimit)
            return;
        // Older adapters write the class with its assembly: "Shop.Tests.OrderTests, Shop.Tests, Version=…".
        const name = (0,shared_text/* cutText */.IN)(written.split(',', 1)[0] ?? '', log_text/* nameLimit */.ds);
        let className = this.#classNames.get(name);
        if (className === undefined) {
            if (!this.#canKeep(name.length))
                return;
            className = detached(name);
            this.#classNames.set(className, className);
        }
        this.#classes.set(detached(this.#definition), className);
    }
    #canKeep(length) {
        this.#spentOnNames += length;
        return this.#spentOnNames <= nameBudget;
    }
    #withClasses() {
        return this.#results.map((result, index) => {
            const className = this.#classes.get(this.#testIds[index] ?? '');
            return className === undefined ? result : { ...result, className };
        });
    }
    #wantsText(name) {
        if (this.#runInfo !== undefined)
            return name === 'Text';
        const open = this.#open.at(-1);
        if (open === undefined || open.result.outcome === 'passed')
            return false;
        if (name === 'Message' || name === 'StackTrace')
            return this.#inErrorInfo;
        return name === 'StdOut' || name === 'StdErr';
    }
    #keepText(name, raw) {
        const text = detached(raw.replaceAll('\r\n', '\n'));
        if (name === 'Text') {
            this.#troubles.takeInfo(this.#runInfo ?? '', text);
            return;
        }
        const result = this.#open.at(-1)?.result;
        const part = { Message: 'message', StackTrace: 'stack', StdOut: 'stdout', StdErr: 'stderr' }[name];
        if (result === undefined || part === undefined || this.#spent > textBudget || text.trim() === '')
            return;
        this.#spent += text.length;
        result[part] = text.trimEnd();
    }
}
/** xunit's own TRX report has the reason of a skip where others have output; NUnit's adapter has it in both places. */
function tellReason(result) {
    result.message ??= result.stdout ?? '';
    if (result.message === result.stdout)
        delete result.stdout;
}

;// CONCATENATED MODULE: ./lib/src/testing/results/processes.js



/** Words of NUnit's adapter in the log of Microsoft.Testing.Platform, up to the next line of it. */
const teardown = /(?<= ERROR )TearDown failed for test fixture .*(?:\n(?!\d{4}-\d\d-).*|\n\S+ \S+ ERROR TearDown .*)*/g;
/** Reads the files of each process, in the order in which they started; what is not whole is left out. */
async function readProcesses(files) {
    const ends = new Map();
    const errors = new Map();
    const starts = [];
    for (const { path, run } of files) {
        const [, id = '', moment] = /([^-_]+)(?:_\w*)?\.(start|end|diag)$/.exec((0,external_node_path_.basename)(path)) ?? [];
        const text = await (0,promises_.readFile)(path, 'utf8');
        const [first = '', time, environment = '', framework, folder, ...words] = text.split('\0');
        if (moment === 'end' && /^-?\d{1,10}$/.test(first))
            ends.set(id, Number(first));
        if (moment === 'diag')
            errors.set(id, (text.match(teardown) ?? []).map((one) => (0,shared_text/* cutText */.IN)(one.replace(/^\d{4}-\d\d-\S+ \S+ ERROR /gm, ''))));
        if (moment === 'start' && folder !== undefined && words.length > 0)
            starts.push({
                ...{ testRun: run, id, parent: first, startedAtMs: Number(time), environment },
                ...{ hasTests: framework !== '', folder, words },
            });
    }
    return starts
        .map((start) => {
        const own = errors.get(start.id) ?? [];
        return { ...start, exitCode: ends.get(start.id), ...(own.length === 0 ? {} : { errors: own }) };
    })
        .sort((a, b) => a.startedAtMs - b.startedAtMs);
}

;// CONCATENATED MODULE: ./lib/src/testing/results/collect-results.js















/** An engine that hung while the tests ran hangs here too, and nobody else would stop it; the work itself takes a second. */
const collect_results_silenceMs = 45_000;
/** No result left the build as a file. */
const nothingCollected = {
    runs: [],
    coverage: [],
    processes: [],
    obstacle: undefined,
    shortage: undefined,
    warnings: [],
};
/** Brings the result files out of the builder, also after a build that failed, and empties them there; `waiting` tells that it began before its time. */
async function exportResults({ docker, log, tempFolder }, plan, { builder, buildArgs, buildContexts, platforms }, waiting = {}) {
    const none = (collected) => ({ kind: 'none', collected });
    const text = (0,collector/* collectorDockerfile */.wm)(plan.instrumented);
    if (text === undefined)
        return none(nothingCollected);
    const context = (0,external_node_path_.join)(tempFolder, 'collector');
    const archive = (0,external_node_path_.join)(tempFolder, 'results.tar');
    try {
        await (0,promises_.mkdir)(context, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(context, 'Dockerfile'), text);
    }
    catch (error) {
        return none(noneCollected((0,errors/* messageOf */.bD)(error)));
    }
    const build = await (0,run_build/* runBuild */.c)(docker, log, 'Collect the test results', {
        ...{ builder, buildArgs, buildContexts, platforms, context },
        dockerfile: (0,external_node_path_.join)(context, 'Dockerfile'),
        outputs: [`type=tar,dest=${archive}`],
    }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs: collect_results_silenceMs, ...waiting });
    const isThere = build.outcome === 'built' && (await (0,promises_.stat)(archive).catch(() => undefined)) !== undefined;
    return isThere ? { kind: 'archive', path: archive } : none(describeLoss(build));
}
/** Reads the result files, and leaves them in `resultsFolder` without secrets. Trouble is a warning: then the log remains, or the folder misses files. */
async function readResults({ tempFolder, redactor }, exported, resultsFolder) {
    if (exported.kind === 'none')
        return exported.collected;
    const folder = (0,external_node_path_.join)(tempFolder, 'results');
    const { files, processFiles, warnings } = await extractResults(exported.path, folder);
    const processes = await readProcesses(processFiles);
    const collected = { ...nothingCollected, runs: [], coverage: [], processes, warnings };
    for (const file of files) {
        const chunks = (0,external_node_fs_.createReadStream)(file.path);
        if (file.kind === 'trx' || (await hasTests(file.path))) {
            const run = await readTrx(chunks, (0,external_node_path_.basename)(file.path));
            const attempt = /[/_]Retries_[^/_]+_(\d{1,3})\/[^/]+$/.exec(file.path)?.[1];
            collected.runs.push({
                ...run,
                ...{ testRun: file.run, process: file.process },
                attempt: attempt === undefined ? undefined : Number(attempt),
            });
        }
        else {
            collected.coverage.push(...(await readCoverage(chunks)));
        }
    }
    const lost = await leaveFiles(files, folder, resultsFolder, redactor);
    return { ...collected, runs: withoutCopies(collected), warnings: [...warnings, ...lost] };
}
/** Whether a file is a TRX, whatever a team's logger has called it. */
async function hasTests(path) {
    const chunks = (0,external_node_fs_.createReadStream)(path, { end: 1023 });
    for await (const chunk of chunks)
        return /<TestRun[\s>]/.test(chunk.toString());
    return false;
}
/** Each run once: runners that end at the same time may both have kept what lies in a folder of theirs. The one that was given its assembly did it. */
function withoutCopies({ runs, processes, }) {
    const byRun = (0,group_by/* groupBy */.$)(runs, (run) => {
        const { testRun, assembly = '', framework = '', startedAt, durationMs } = run;
        return startedAt === undefined ? run : [testRun, assembly, framework, startedAt, durationMs].join('\0');
    });
    return [...byRun.values()].flatMap((copies) => {
        const own = copies.find(({ assembly = '', process }) => processes.some(({ id, words }) => id === process && words.join('\0').toLowerCase().includes(assembly)));
        return own ?? copies.slice(0, 1);
    });
}
function describeLoss(build) {
    const why = build.outcome === 'timed-out'
        ? `the builder gave no sign of life for ${collect_results_silenceMs / 1000} s.`
        : (build.output.at(-1)?.text ?? (0,buildkit_words/* parseBuildError */.gK)(build.text).message);
    return { ...noneCollected(why), shortage: (0,buildkit_words/* findShortage */.Jp)(build) };
}
function noneCollected(why) {
    return {
        ...nothingCollected,
        obstacle: why.replace(/\.$/, ''),
        warnings: [`The result files could not be collected, the log is read instead: ${why}`],
    };
}
/** Leaves the files for later steps, which may show them to everybody: without secrets. Gives a warning when that failed. */
async function leaveFiles(files, from, to, redactor) {
    try {
        for (const { path } of files) {
            const target = (0,external_node_path_.join)(to, (0,external_node_path_.relative)(from, path));
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
            await copyRedacted(path, target, redactor);
            // It may be large, and nobody reads it any more.
            await (0,promises_.rm)(path);
        }
        return [];
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
        return [`Lost: files of test results, which could not be left in ${to} (${why}).`];
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/named-files.js





const named_files_maxFiles = 50;
const stageName = 'dotnet-container-coverage';
/** An absolute path of a report, as a test command names what it wrote; others could not stand in a COPY as they are. */
const reportPath = /(?:^|[\s'"(])(\/[\w./+@-]*(?:cobertura|coverage|opencover)[\w./+@-]*\.xml)(?=$|[\s'")\]])/gi;
/** The coverage files that the testing RUNs of a build name in their log. */
function findNamedFiles(output) {
    const paths = output
        .filter(({ step }) => (0,run_mounts/* testRunNumber */.Bp)(step) !== undefined)
        .flatMap(({ text }) => [...text.matchAll(reportPath)].flatMap(([, path]) => path ?? []));
    return [...new Set(paths)].slice(0, named_files_maxFiles);
}
/** The Dockerfile with a last stage that has nothing but these files of a stage, each in a folder of its number. */
function namedFilesDockerfile(text, target, paths) {
    // A pattern that matches nothing is no error, as a path that is not there would be.
    const copies = paths.map((path, index) => `COPY --from=${target} ${path.slice(0, -1)}[l] /${index}/`);
    return [text.trimEnd(), `FROM scratch AS ${stageName}`, ...copies, ''].join('\n');
}
/** Brings out the coverage reports that the tests named in the log, by a cached build of their stage; one that failed has lost its files. */
async function collectNamedFiles(tools, request, builds, resultsFolder) {
    const modules = [];
    const dockerfile = await (0,promises_.readFile)(request.dockerfile, 'utf8');
    for (const [number, { target, build }] of builds.entries()) {
        const paths = build.outcome === 'built' ? findNamedFiles(build.output) : [];
        if (paths.length === 0)
            continue;
        const folder = (0,external_node_path_.join)(tools.tempFolder, `coverage-${number}`);
        const archive = `${folder}.tar`;
        await (0,promises_.writeFile)(request.dockerfile, namedFilesDockerfile(dockerfile, target, paths));
        try {
            const copied = { target: stageName, outputs: [`type=tar,dest=${archive}`], noCache: false, noCacheStages: [] };
            const view = { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs: collect_results_silenceMs };
            await (0,run_build/* runBuild */.c)(tools.docker, tools.log, 'Collect the coverage', { ...request, ...copied }, view);
        }
        finally {
            await (0,promises_.writeFile)(request.dockerfile, dockerfile);
        }
        const exported = { kind: 'archive', path: archive };
        const left = (0,external_node_path_.join)(resultsFolder, `${number}`);
        const { coverage } = await readResults({ ...tools, tempFolder: folder }, exported, left);
        modules.push(...coverage);
    }
    return modules;
}

// EXTERNAL MODULE: ./lib/src/testing/failures/explain-failure.js + 14 modules
var explain_failure = __webpack_require__(4275);
// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/started-commands.js






/**
 * The test commands that ran, by the processes of a RUN: those that no other test process has started. Commands of the shell text are
 * added that are none of these.
 */
function startedCommands(commands, processes) {
    const known = commands.filter((one) => !one.isUnknown);
    const named = new Set(known.flatMap(({ targets }) => targets.map(nameInLower)));
    const isTest = new Set(processes.filter((one) => isTestProcess(one, named)));
    const trees = testTrees(isTest, processes);
    const series = (0,group_by/* groupBy */.$)(trees.keys(), seriesOf);
    const hidden = known.filter((command) => command.hiddenBy !== undefined);
    const started = [...trees].map(([root, own]) => {
        const words = started_commands_wordsOf(root);
        const text = words.join(' ');
        const tests = own.filter((one) => isTest.has(one));
        // A host is killed when it is no longer needed.
        const isCut = tests.some((one) => one.exitCode === undefined && !isHost(one));
        const assemblies = [...new Set(tests.flatMap(assembliesOf))];
        const targets = assemblies.length > 0 ? assemblies : (0,command_targets/* readTargets */.R0)(words);
        // Of a loop that nobody can read is known that it started the same once more.
        const isOwn = (one) => isAmong(one, [{ text, targets }]);
        const isUnseen = !known.some(isOwn);
        const isRepeated = isUnseen && (series.get(seriesOf(root))?.length ?? 0) > 1;
        const isRetried = isRepeated || known.some((command) => command.isRetried);
        const hiddenBy = (hidden.find((one) => isNamed(one) && isOwn(one)) ?? hidden[0])?.hiddenBy;
        return {
            ...testCommand({ words, text, isConditional: false, isRetried, hiddenBy }, 'tests'),
            targets,
            isSure: true,
            isProgram: !isRunner(root),
            startedNone: words[1] === 'test' && tests.length === 1,
            exitCode: isCut ? 'none' : (root.exitCode ?? 'none'),
            ids: new Set(own.map(({ id }) => id)),
            series: isRepeated ? seriesOf(root) : text,
            own: [],
        };
    });
    const sure = known.filter((one) => one.isSure && !one.isConditional && !one.isRetried);
    // Where fewer were started than the text surely has, each is one command of it: `cd nowhere && dotnet test; dotnet test B`.
    const isShort = sure.length > started.length;
    const free = [...started];
    const found = [...commands.filter(isNamed), ...commands.filter((one) => !isNamed(one))].filter((command) => {
        const at = free.findIndex((one) => isAmong(command, [one]));
        return isShort ? at >= 0 && free.splice(at, 1).length > 0 : isAmong(command, started);
    });
    const left = commands.filter((command) => !found.includes(command));
    // What did not come to its tests, such as `dotnet run` of a program that is not there, says with its exit code that it failed.
    const endOf = ({ text, isConditional, isRetried }) => {
        const own = processes.find((one) => !trees.has(one) && text.endsWith(started_commands_wordsOf(one).join(' ')));
        return own === undefined || isConditional || isRetried ? {} : { exitCode: own.exitCode ?? 'none' };
    };
    return [...started, ...left.map((command) => ({ ...command, own: [], ...endOf(command) }))];
}
/** Whether the words of a command say what it tests, and all of that is named by what was started. */
function isAmong({ isSure, targets, isUnknown }, started) {
    const isSaid = started.length > 0 && !isUnknown && (isSure || targets.length > 0);
    return (isSaid &&
        targets.every((target) => started.some(({ text, targets: own }) => text.includes(target) || own.some(isOf(target)))));
}
/** Processes by the first test process that led to each, itself among them; `dotnet run` of one counts as that. */
function testTrees(isTest, processes) {
    const byId = new Map(processes.map((one) => [one.id, one]));
    const runs = [...isTest]
        .flatMap(({ parent }) => byId.get(parent) ?? [])
        .filter((one) => started_commands_wordsOf(one)[1] === 'run');
    const roots = new Set([...isTest, ...runs]);
    const trees = (0,group_by/* groupBy */.$)(processes, (one) => [one, ...leadersOf(one, byId)].findLast((at) => roots.has(at)));
    return new Map([...trees].flatMap(([root, own]) => (root && own.includes(root) ? [[root, own]] : [])));
}
/** What led to a process, from the nearest on. */
function leadersOf(process, byId) {
    // What tests left may say anything, also that a process started itself.
    const seen = new Set([process]);
    for (let at = byId.get(process.parent); at && !seen.has(at); at = byId.get(at.parent))
        seen.add(at);
    return [...seen].slice(1);
}
/** The same for processes that were started in the same way. */
function seriesOf({ words, folder, environment }) {
    return [environment, folder, ...words].join('\0');
}
/** Whether a process runs tests: a runner, a program with tests, or one that a command names. */
function isTestProcess(process, named) {
    const [program = ''] = process.words;
    if (isRunner(process))
        return true;
    return !/\/sdk\//.test(program) && (process.hasTests || named.has(nameInLower(program)));
}
function isOf(target) {
    return (assembly) => (0,command_targets/* fits */.lA)(target, { project: (0,command_targets/* nameOfTarget */.wC)(assembly), assembly }) !== 'no';
}
/** `dotnet test`, or what it runs tests with. */
function isRunner(process) {
    const [program = '', subcommand = ''] = started_commands_wordsOf(process);
    if (program === 'dotnet')
        return /^(?:test|vstest)$/.test(subcommand) || process.words.some(classify_command/* isTestTarget */.ug);
    return /\/vstest\.console\.dll$/.test(program) || isHost(process);
}
/** Whether a process is the one that VSTest runs the tests of an assembly in. */
function isHost({ words: [program = ''] }) {
    return /\/testhost(?:\.\w+)*\.dll$/.test(program);
}
/** The words of a process as a shell has them. */
function started_commands_wordsOf({ words: [program = '', ...rest] }) {
    return [/\/sdk\/[^/]+\/dotnet\.dll$/.test(program) ? 'dotnet' : program, ...rest];
}
/** The assemblies with tests that a process is given, or is. */
function assembliesOf(process) {
    const [program = '', ...rest] = started_commands_wordsOf(process);
    if (isHost(process))
        return [];
    if (!isRunner(process))
        return [program];
    return rest
        .filter((word) => /^[^-*?{}[\]][^*?{}[\]]*\.dll$/i.test(word))
        .map((word) => external_node_path_.posix.resolve(process.folder, word));
}
function nameInLower(target) {
    return (0,command_targets/* nameOfTarget */.wC)(target).toLowerCase();
}
function isNamed({ targets }) {
    return targets.length > 0;
}

// EXTERNAL MODULE: ./lib/src/testing/results/attempts.js
var results_attempts = __webpack_require__(4644);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/seen-runs.js






/**
 * Brings together what result files and the log of one RUN say. Of a run that both tell of the file is believed; a run that the
 * log alone tells of stands by itself, so that no file of one run covers another.
 */
function seen_runs_joinRuns(files, logged) {
    const left = foldFiles(files);
    const nameless = logged.filter(({ project }) => project === '');
    const named = logged.filter(({ project }) => project !== '').map((log) => joinWithFile(log, left));
    const strays = named.flatMap((run) => run.strays ?? []);
    const open = named.find((run) => !run.inFile && run.incomplete && !run.aborted);
    if (open !== undefined && strays.length > 0)
        Object.assign(open, { errors: strays, aborted: true });
    const rest = left.map((file) => ({ ...file, inLog: false, inFile: true }));
    const seen = [...named, ...rest.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))];
    return [...seen, ...nameless.flatMap((log) => withoutKnown(log, seen))];
}
/** The files of runs, those with the attempts of one run as one. */
function foldFiles(files) {
    const series = (0,group_by/* groupBy */.$)(files, ({ project, framework = '' }) => `${project}\0${framework}`);
    return [...series.values()].flatMap((own) => {
        const wholes = own.filter(({ attempt }) => attempt === undefined);
        if (wholes.length > 1 || wholes.length === own.length)
            return own.map(test_results/* withFullNames */._Q);
        // Beside the attempts that were put aside lies the last one, in some versions with its own tests alone.
        const ordered = own.sort((a, b) => (a.attempt ?? Infinity) - (b.attempt ?? Infinity));
        const { run, flaky } = (0,results_attempts/* foldAttempts */.gD)(ordered.map(test_results/* withFullNames */._Q));
        return [{ ...run, flaky }];
    });
}
/** What the log says of a run, with the file that has its results, which is taken out of `left`. */
function joinWithFile(log, left) {
    const named = left.filter((file) => areSame(file, log));
    const placed = named.filter(({ assembly = '' }) => assembly.toLowerCase() === log.assembly?.toLowerCase());
    const own = placed.length > 0 ? placed : named;
    const file = own.find(({ counts: { passed, failed } }) => passed === log.counts.passed && failed === log.counts.failed) ?? own[0];
    if (file === undefined)
        return { ...log, inLog: true, inFile: false };
    left.splice(left.indexOf(file), 1);
    const best = file.incomplete && !log.incomplete ? log : file;
    const isWhole = !file.incomplete;
    const strays = isWhole ? log.errors.filter((one) => (0,sign_lines/* tellsOfAbort */.GG)(one) && !file.errors.includes(one)) : [];
    const told = [...file.errors, ...log.errors].filter((words) => words !== markedAsFailed && !strays.includes(words));
    return {
        ...best,
        errors: told.length > 0 ? [...new Set(told)] : file.errors,
        aborted: file.aborted || (log.aborted && !isWhole),
        strays,
        process: file.process,
        assembly: log.assembly?.includes('/') === true ? log.assembly : best.assembly,
        flaky: file.flaky ?? log.flaky,
        passedLater: passedLater(log, file),
        inLog: true,
        inFile: true,
    };
}
/** Tests that the log saw fail and that have passed in the file, which has the last attempt alone (MSTest's `[Retry]`). */
function passedLater(log, file) {
    const failed = log.results.filter(isFailed);
    if (file.incomplete || file.aborted || failed.length <= file.counts.failed)
        return [];
    return failed.slice(0, 100).flatMap(({ name, message }) => {
        const own = file.results.filter((result) => result.name === name || result.name.endsWith(`.${name}`));
        const [result] = own;
        if (result === undefined || own.some(({ outcome }) => outcome !== 'passed'))
            return [];
        return [(0,results_attempts/* flakyTest */.Iq)(file, result, ['failed', 'passed'], message)];
    });
}
/** Of a run of the log that has no name what no other run is known to have: failures, or all where nothing else is known. */
function withoutKnown(log, seen) {
    if (seen.every(({ inFile }) => !inFile))
        return [{ ...log, inLog: true, inFile: false }];
    const known = new Set(seen.flatMap(({ results }) => results.filter(isFailed).map(({ name }) => name)));
    const results = log.results.filter((one) => isFailed(one) && !known.has(one.name));
    if (results.length === 0)
        return [];
    return [{ ...log, results, counts: (0,test_results/* countResults */.aD)(results), inLog: true, inFile: false }];
}
function areSame(a, b) {
    const haveBoth = a.framework !== undefined && b.framework !== undefined;
    return a.project === b.project && (!haveBoth || a.framework === b.framework);
}
/**
 * Gives each run to the command that started it: whose process left its file. Of the others those that a command names, then those that
 * may be of any command, then those whose project it may be: each goes to one that has none yet, where there is one.
 */
function assignRuns(commands, seen) {
    const give = (run, owner) => {
        run.owner = owner;
        owner?.own.push(run);
    };
    for (const run of seen)
        give(run, commands.find(({ ids }) => run.process !== undefined && ids?.has(run.process) === true));
    for (const fit of ['yes', 'open', 'maybe']) {
        for (const run of seen.filter(({ owner }) => owner === undefined)) {
            const able = commands.filter(({ targets }) => targets.length === 0 ? fit === 'open' : targets.some((target) => fitOf(target, run) === fit));
            give(run, able.find(({ own }) => own.length === 0) ?? (fit === 'maybe' ? undefined : able[0]));
        }
    }
}
/** How well a run fits what a command names. */
function fitOf(target, { project, assembly = '' }) {
    return (0,command_targets/* fits */.lA)(target, { project, assembly });
}
/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
function foldRetries(seen) {
    const series = (0,group_by/* groupBy */.$)(seen, (run) => {
        const path = hasTwins(run, seen) ? pathOf(run) : undefined;
        const { isRetried, series: started = '' } = run.owner ?? {};
        if (isRetried !== true || run.project === '' || path === '')
            return run;
        return `${nameRun(run)} ${path ?? ''} ${started.includes('\0') ? started : ''}`;
    });
    const notes = [];
    const flaky = [];
    const runs = [...series.values()].flatMap((attempts) => {
        const last = attempts.at(-1);
        if (last === undefined)
            return [];
        const { inLog, inFile, owner } = last;
        // What the platform itself retried is told whole by its files.
        const whole = attempts.find((run) => run.flaky !== undefined && run.inFile);
        const folded = whole === undefined ? (0,results_attempts/* foldAttempts */.gD)(attempts) : { run: whole, flaky: [] };
        const run = { ...last, ...folded.run, inLog, inFile, owner };
        const within = attempts
            .flatMap((one) => one.passedLater ?? [])
            .filter(({ name }) => !isFailedIn(run, name));
        const own = [...(run.flaky ?? []), ...folded.flaky, ...within];
        flaky.push(...new Map(own.map((test) => [test.name, test])).values());
        if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
            notes.push(`The tests of ${nameRun(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`);
        return [run];
    });
    return { runs, flaky, notes };
}
function isFailed({ outcome }) {
    return outcome === 'failed';
}
function isFailedIn({ results }, test) {
    return results.some((one) => isFailed(one) && one.name === test);
}
/** Whether a run has a failed test, failed as a whole or did not come to its end. */
function isTroubled({ counts, errors, aborted, incomplete }) {
    return counts.failed > 0 || errors.length > 0 || aborted || incomplete;
}
/** Whether several projects have the name of a run's. */
function hasTwins(run, all) {
    const paths = all.filter((one) => nameRun(one) === nameRun(run)).map(pathOf);
    return new Set(paths.filter((path) => path !== '')).size > 1;
}
/** Where the assembly of a run is; TRX files have it in small letters. */
function pathOf({ assembly = '' }) {
    return assembly.includes('/') ? assembly.toLowerCase() : '';
}
/** How people call a run: its project, with its framework where that is known. */
function nameRun({ project, framework }) {
    if (project === '')
        return 'a project';
    return framework === undefined ? project : `${project} (${framework})`;
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/settle-commands.js





/** Why `dotnet test` says nothing and ends with 0. */
const noRunner = 'it started no runner of tests: what it was given is no test project, or was not restored';
/** Whether an entry keeps the job from going on. */
function isBad({ kind }) {
    return !['finished', 'no-tests', 'silent'].includes(kind);
}
/** Why results are missing where BuildKit cut the log. */
const clipped = 'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)';
/** Why a run was stopped, with the tests that ran then, or with how its host ended where that left no words of its own. */
function describeStop(words, owner, { logs, processes }) {
    const names = logs.flatMap(({ signs }) => signs.hangingTests);
    if (names.length > 0)
        return `${words}; running then: ${names.slice(0, 3).join(', ')}`;
    if (!/process crashed$/.test(words))
        return words;
    const host = processes.find((one) => isHost(one) && one.exitCode && owner?.ids?.has(one.id));
    return host?.exitCode === undefined
        ? `${words} without a word, as where memory ran out or a test ended it`
        : `${words}: a test ended it with exit code ${host.exitCode}`;
}
/** What shells and .NET say of commands that they could not start. */
function refusals({ logs }) {
    return logs
        .flatMap(({ signs }) => signs.notStarted)
        .map((words) => {
        const [, missing = words] = mayBe.test(words) ? (isMissing.exec(words) ?? []) : [];
        return missing
            .replace(/\.$/, '')
            .replace(/^The argument (\S+\.(?:dll|exe)) is invalid\.[^]*/, '$1 is not there; it has to be built before, with the same -c, -f and -r');
    });
}
/** .NET's host lists what may be the matter; one line of that says what is. */
const mayBe = /^(?:The command could not be loaded|Could not execute because)/;
const isMissing = /^\s*\*?\s*(?:You intended to execute a \.NET \w+, but )?(.*(?:\bSDKs?\b.* found|(?:\.(?:dll|exe)'?|dotnet-\S+) does not exist).*)$/m;
/** What the log says of aborts that it gives to no run, each with the command that it is most likely of: one that left nothing, or nothing of one of its targets. */
function settleAborts(commands, evidence, strays) {
    const left = commands.filter((one) => one.isSure && !one.isIdle && one.exitCode !== 0 && leavesOut(one));
    const aborted = evidence.logs.flatMap(({ signs }) => (signs.aborted ? [signs] : []));
    return aborted.map(({ errors: [words = strays[0] ?? 'the test run was aborted'] }) => {
        const command = left.shift();
        const named = command ?? (commands.length === 1 ? commands[0] : undefined);
        const of = named === undefined ? '' : `\`${named.text}\` failed${whichOf(named, 'for')}: `;
        const what = `${of}${describeStop(words, named, evidence)}`;
        const kind = words === sign_lines/* tooFewTests */.s2 ? 'failed' : 'stopped';
        const hiddenBy = (named ?? commands[0])?.hiddenBy;
        return { command, entry: { kind, what, hiddenBy, project: named && settle_commands_projectOf(named) } };
    });
}
/** Settles a command of a RUN that has ended well, as far as its own runs don't do that. */
function settleCommand(command, all, evidence) {
    const { hiddenBy, targets, text, exitCode, own } = command;
    if (isTriedAgain(command, all))
        return undefined;
    const entry = (kind, what) => {
        return { kind, what: `\`${text}\` ${what}`, hiddenBy, project: settle_commands_projectOf(command) };
    };
    const isHidden = hiddenBy !== undefined && exitCode === undefined;
    const said = refusals(evidence);
    // .NET does not say which command it was that found no SDK, nor a program its name: one that left nothing.
    const mayHaveFailed = isHidden || (typeof exitCode === 'number' && exitCode > 0);
    const isLost = mayHaveFailed && own.length === 0 && command.isSure && !command.isConditional;
    const refused = said.find((words) => isAbout(words, command)) ??
        (isLost ? said.find((words) => !all.some((one) => isAbout(words, one))) : undefined);
    // `./test.sh || dotnet test`: what is not there has another one in its place.
    const isReplaced = command.isRetried && all.some((one) => one.isRetried && one.own.length > 0);
    if (refused !== undefined && (isHidden || own.length === 0))
        return isReplaced ? undefined : entry('never-started', `never started: ${refused}`);
    if (command.isUnknown)
        return undefined;
    if (exitCode !== undefined && exitCode !== 0) {
        if (own.some(isTroubled))
            return undefined;
        if (exitCode === 'none')
            return entry('stopped', 'did not come to its end: it crashed or was stopped');
        if (exitCode === 8)
            return entry('no-tests', 'found no test to run');
        if (!leavesOut(command)) {
            const hadTests = own.some(({ counts }) => counts.total > 0);
            const end = `ended with exit code ${exitCode}`;
            return entry('failed', hadTests ? `${end}, although no test failed` : `found no test to run, and ${end}`);
        }
        const what = `ended with exit code ${exitCode}, and left no results of ${namesMissing(command)}`;
        return { ...entry('lost', what), isUnexplained: true };
    }
    if (exitCode === 0 && own.length > 0)
        return undefined;
    if (command.isConditional || !command.isSure || (!isHidden && own.length > 0))
        return undefined;
    if (!isHidden) {
        const what = command.startedNone === true ? noRunner : 'nothing shows that it ran a test';
        return entry(command.isProgram ? 'silent' : 'no-tests', `ended well, but ${what}`);
    }
    const why = 'it never started, was stopped, or its results are lost';
    if (leavesOut(command))
        return entry('lost', `left no result${whichOf(command, 'of')}: ${why}`);
    const isCut = evidence.isClipped && (targets.length === 0 || !own.every(({ inFile }) => inFile));
    if (!isCut && (targets.length > 0 || own.some(({ inLog }) => inLog)))
        return undefined;
    const what = isCut
        ? `the results of \`${text}\` are incomplete: ${clipped}`
        : `nothing shows all that \`${text}\` ran: its output is not in the log, and one project may hide another`;
    return { ...entry('lost', ''), what };
}
/** What is to be said of a command that does not keep the job from going on. */
function settle_commands_warningsOf(command, entry, { processes }) {
    const { own, text, exitCode, targets, isUnknown, isRetried, hiddenBy } = command;
    const warnings = entry?.kind === 'no-tests' ? [`${entry.what}.`] : [];
    const wasSeen = processes.some(({ words: [program = ''] }) => targets.some((target) => (0,command_targets/* nameOfTarget */.wC)(target) === (0,command_targets/* nameOfTarget */.wC)(program)));
    if (isUnknown &&
        !isRetried &&
        hiddenBy !== undefined &&
        entry === undefined &&
        processes.length > 0 &&
        !wasSeen)
        warnings.push(`\`${text}\` started nothing of .NET, and its exit code is hidden: it may not have tested.`);
    if (own.length > 0 && own.every(({ counts, aborted }) => counts.total === 0 && !aborted))
        warnings.push(`\`${text}\` ran no test.`);
    if (exitCode === 0 && own.length > 0 && leavesOut(command))
        warnings.push(`More tests may have run than were counted: ${namesMissing(command)} left no results.`);
    return warnings;
}
/** Whether a command is an attempt, and the same was started once more. */
function isTriedAgain(command, all) {
    const seriesOf = ({ text, series = text }) => series;
    const later = all.slice(all.indexOf(command) + 1);
    return command.isRetried && later.some((one) => seriesOf(one) === seriesOf(command));
}
/** What a command names and none of its runs is. */
function missingTargets({ targets, own }) {
    return targets.filter((target) => own.every((run) => fitOf(target, run) === 'no'));
}
function namesMissing(command) {
    const names = missingTargets(command).map(command_targets/* nameOfTarget */.wC);
    return names.length === 0 ? 'its tests' : [...new Set(names)].slice(0, 3).join(', ');
}
function leavesOut(command) {
    return command.own.length === 0 || missingTargets(command).length > 0;
}
/** The project that has not run, where a command names just one that hasn't, or names one alone. */
function settle_commands_projectOf(command) {
    const missed = missingTargets(command);
    const [missing, ...more] = missed.length > 0 ? missed : command.targets;
    return missing === undefined || more.length > 0 ? undefined : (0,command_targets/* nameOfTarget */.wC)(missing);
}
function whichOf(command, word) {
    const missing = missingTargets(command);
    return missing.length > 0 && command.targets.length > 1 ? ` ${word} ${missing.join(', ')}` : '';
}
/** Whether words such as `/bin/sh: 1: run-tests: not found` are about a command. */
function isAbout(words, { text }) {
    const said = words.toLowerCase();
    const common = /^(?:-.*|\w+=.*|dotnet|test|vstest|run|exec|timeout|env|bash|sh|\d+[smh]?)$/;
    return text
        .toLowerCase()
        .split(' ')
        .filter((word) => !common.test(word))
        .map((word) => word.replace(/["']/g, '').replace(/^.*\/(?=[^/]{2})/, ''))
        .some((word) => {
        const literal = (0,shared_text/* escapeForPattern */.zV)(word);
        return word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${literal}(?:['"’:,.\\s]|$)`).test(said);
    });
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/test-result.js




/** Decides from the evidence: a failed result outranks any exit code, and green needs that every run is settled as finished. */
function decideVerdict(evidence) {
    const { build, counts, readsResults, hiddenErrors, ledger, swallowedBy } = evidence;
    const bad = ledger.find(isBad);
    const hide = (decision, culprit = describeCulprit(swallowedBy)) => build.kind === 'built' ? { ...decision, hiddenBy: `${culprit} hides it from the build` } : decision;
    if (counts.failed > 0)
        return hide({ result: 'failed', reason: describeFailures(evidence) });
    if (build.kind === 'timed-out')
        return ofRun({
            kind: 'stopped',
            what: `the tests did not end in time${bad === undefined ? '' : `: ${bad.what}`}`,
        });
    if (build.kind === 'failed')
        return decideFailedBuild(evidence, build, bad);
    if (!readsResults)
        return { result: 'unknown', reason: 'the test command ended with 0, and its results were not read' };
    if (hiddenErrors.length > 0) {
        const culprit = evidence.areErrorsEarlier ? 'an earlier step' : undefined;
        return hide(error(describeCompilerErrors(hiddenErrors)), culprit);
    }
    // A log that BuildKit cut off says nothing of what hides it.
    if (bad?.kind === 'lost' && bad.hiddenBy === undefined)
        return ofRun(bad);
    return bad === undefined
        ? decideGreenBuild(evidence)
        : hide(ofRun(bad), describeCulprit(bad.hiddenBy ?? swallowedBy));
}
function describeCulprit(hiddenBy) {
    return hiddenBy === undefined ? 'the command that tests' : `"${hiddenBy}" in the command`;
}
function error(reason) {
    return { result: 'error', reason };
}
/** An error that one run of tests is. */
function ofRun({ kind, what, project }) {
    return { ...error(what), trouble: { kind, project } };
}
function test_result_none(reason) {
    return { result: 'no-tests', reason };
}
function decideGreenBuild({ testRuns, cachedRuns, counts, obstacle, ledger, testsAtStart, }) {
    if (testRuns > 0 && cachedRuns === testRuns) {
        const reason = 'nothing that the tests depend on has changed since they last passed';
        return { result: 'passed', reason, isCached: true };
    }
    if (counts.total === 0 && testRuns === 0)
        return test_result_none(testsAtStart === undefined
            ? 'the stage has no RUN that tests'
            : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`);
    const silent = ledger.find(({ kind }) => kind === 'silent');
    if (counts.total === 0 && obstacle !== undefined)
        return error(`the test command ended well, but its results could not be copied from the builder: ${obstacle}`);
    if (silent !== undefined)
        return ofRun({ ...silent, what: `${silent.what}: it may have ended before its summary` });
    const why = ledger.some(({ what }) => what.endsWith(noRunner)) ? `: ${noRunner}` : '';
    if (counts.total === 0)
        return test_result_none(`the test command ended well, but no test ran${why}`);
    if (counts.passed === 0)
        return test_result_none(describeSkipped(counts));
    const idle = ledger.filter(({ kind }) => kind === 'no-tests').map(({ what }) => `; ${what}`);
    return { result: 'passed', reason: `${(0,test_results/* formatPassed */.m$)(counts)}${[...new Set(idle)].slice(0, 3).join('')}` };
}
function decideFailedBuild({ foundNone, counts, failure }, { inTests, exitCode }, bad) {
    const [what = ''] = failure?.message.split('\n') ?? [];
    if (failure?.isKnown === true)
        return error(`${failure.title ?? ''}: ${what.replace(/\.$/, '')}`);
    const isKilled = inTests && exitCode === 137;
    if (bad !== undefined)
        return ofRun(isKilled ? { ...bad, what: `${bad.what} (exit code 137, most likely because memory ran out)` } : bad);
    if (!inTests)
        return error(what);
    // Microsoft.Testing.Platform fails where VSTest is content.
    if (foundNone && counts.total === 0)
        return test_result_none('the test command found no test to run');
    if (foundNone && counts.passed === 0)
        return test_result_none(describeSkipped(counts));
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
    const passed = counts.passed > 0
        ? `, although none of its ${(0,format/* plural */.LS)(counts.total, 'test')} did`
        : ' and named no failed test';
    const killed = isKilled ? '; it was killed, most likely because memory ran out' : '';
    const hint = foundNone ? '; one of the projects had no test to run' : killed;
    return {
        ...error(`the test command failed${code}${passed}${hint}`),
        ...(exitCode !== undefined && { trouble: { kind: 'exit-code' } }),
    };
}
function describeCompilerErrors([first, ...more]) {
    if (first === undefined)
        return '';
    return `${(0,compiler_messages/* describeMessage */.Xc)(first)}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
}
function describeFailures({ counts, failedNames }) {
    const shown = failedNames.slice(0, 3).join(', ');
    const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : '';
    return `${(0,format/* formatCount */.B4)(counts.failed)} of ${(0,format/* plural */.LS)(counts.total, 'test')} failed${shown === '' ? '' : `: ${shown}${more}`}`;
}
function describeSkipped({ skipped }) {
    return `${skipped === 1 ? 'the only test was' : `all ${(0,format/* formatCount */.B4)(skipped)} tests were`} skipped`;
}

// EXTERNAL MODULE: ./lib/src/testing/log/read-log.js + 11 modules
var read_log = __webpack_require__(7739);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/gather-evidence.js





/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
function readLogs(builds, isMarked) {
    return builds.flatMap((build) => {
        return [...(0,group_by/* groupBy */.$)(build.output, ({ step }) => step)].map(([step, output]) => {
            const lines = output.map(({ text }) => text);
            const testRun = (0,run_mounts/* testRunNumber */.Bp)(step);
            const isTest = !isMarked || testRun !== undefined;
            const isClipped = lines.some((line) => /^\[output clipped, log limit \S+ reached\]$/.test(line.trim()));
            return { step, testRun, isTest, isClipped, found: (0,read_log/* readConsoleLog */.y)(lines) };
        });
    });
}
/** What is known of each testing RUN, and of steps that are none of the file but may test. */
function gatherRuns({ testRuns }, builds, logs, { runs, processes }) {
    const hasCertain = testRuns.some((run) => run.isCertain);
    return [...testRuns, undefined].map((run, index) => {
        const testRun = run && index;
        const own = logs.filter((log) => log.isTest && log.testRun === testRun);
        const steps = builds
            .flatMap((build) => build.steps)
            .filter((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) === testRun && step.outcome !== 'cached');
        const isWanted = run !== undefined && steps.length > 0 && (run.isCertain || !hasCertain);
        return {
            commands: isWanted ? run.commands : [],
            endedWell: run !== undefined && steps.every((step) => step.outcome === 'done'),
            processes: processes.filter((one) => one.testRun === testRun),
            files: run === undefined ? [] : runs.filter((file) => file.testRun === testRun),
            logs: own.map((log) => log.found),
            isClipped: own.some((log) => log.isClipped),
        };
    });
}
/** The first build that did not end well. */
function findFailed(builds) {
    return builds.find((build) => build.outcome !== 'built');
}
/** How the builds of the test stages ended: like the first that failed, if any did. */
function describeBuild(failed) {
    if (failed === undefined)
        return { kind: 'built' };
    if (failed.outcome === 'timed-out')
        return { kind: 'timed-out' };
    const inTests = failed.steps.some((step) => step.outcome === 'failed' && (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined);
    return { kind: 'failed', inTests, exitCode: (0,buildkit_words/* parseBuildError */.gK)(failed.text).exitCode };
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/inner-runs.js




/**
 * What is known of a RUN without what its tests themselves have started or printed: a test of a tool may run `dotnet test` on a sample
 * that has to fail, and show its output.
 */
function withoutInner(evidence) {
    const { commands, files, logs } = evidence;
    const runs = [...files, ...logs.flatMap((log) => log.runs)];
    const byId = new Map(evidence.processes.map((one) => [one.id, one]));
    const ranTests = (process) => isHost(process) ||
        (process.hasTests && runs.some(({ project }) => project === (0,command_targets/* nameOfTarget */.wC)(process.words[0] ?? '')));
    const inner = evidence.processes.filter((one) => 
    // What runs the tests of a host is in its folder.
    leadersOf(one, byId).some((leader) => inner_runs_folderOf(leader) !== inner_runs_folderOf(one) && ranTests(leader)));
    const processes = evidence.processes.filter((one) => !inner.includes(one));
    const own = namesIn(processes);
    const ofTests = namesIn(inner);
    // What is started without the variables of the RUN is not written down.
    const isWhole = processes.length > 0 && startedCommands(commands, processes).every(({ ids }) => ids !== undefined);
    const isPrinted = ({ project, assembly = '' }) => {
        const isPath = assembly.includes('/');
        const isKnown = own.has(project.toLowerCase()) || !/\.(?:dll|exe)$/.test(assembly);
        return isWhole && !isKnown && (!isPath || ofTests.has(project.toLowerCase()));
    };
    return {
        ...evidence,
        processes,
        files: files.filter(({ process }) => !inner.some(({ id }) => id === process)),
        logs: logs.map((log) => ({ ...log, runs: log.runs.filter((run) => !isPrinted(run)) })),
    };
}
/** The output of a RUN without errors of builds that a test has printed: nothing of the SDK has failed in it. */
function withoutPrintedErrors(log, run) {
    const processes = run?.processes ?? [];
    const isOfSdk = ({ words: [program = ''] }) => program.includes('/sdk/');
    if (processes.length === 0 || processes.some((one) => isOfSdk(one) && one.exitCode !== 0))
        return log;
    const compilerMessages = log.found.compilerMessages.filter((message) => !(0,compiler_messages/* stopsBuild */._p)(message));
    return { ...log, found: { ...log.found, compilerMessages } };
}
function inner_runs_folderOf({ words: [program = ''] }) {
    return external_node_path_.posix.dirname(program);
}
/** Names of all that processes are, or are given. */
function namesIn(processes) {
    return new Set(processes.flatMap(({ words }) => words.map((word) => (0,command_targets/* nameOfTarget */.wC)(word).toLowerCase())));
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/ledger.js







/** Settles every run that a testing RUN started, by its processes, its log and its result files; without processes by its commands. */
function settle(evidence) {
    const { endedWell, files, logs } = evidence;
    const commands = startedCommands(evidence.commands, evidence.processes);
    const known = commands.filter((one) => !one.isUnknown);
    const seen = seen_runs_joinRuns(files.map((file) => withName(file, known)), logs.flatMap((log) => log.runs));
    assignRuns(known, seen);
    for (const run of seen)
        if (run.mayHavePassed === true && !run.inFile && endedWellItself(run.owner, evidence))
            Object.assign(run, (0,results_attempts/* foldPrinted */.u0)(run, true));
    const { runs, flaky, notes: warnings } = foldRetries(seen);
    const tested = runs.filter(({ owner }) => owner?.isIdle !== true);
    const isWhole = known.length > 0 &&
        known.every((one) => one.exitCode === 0 &&
            endedWellItself(one, evidence) &&
            one.own.length > 0 &&
            one.own.every(({ inFile }) => inFile));
    const strays = seen.flatMap((run) => run.strays ?? []);
    const isTold = isWhole || seen.some(({ aborted }) => aborted);
    const aborts = isTold ? [] : settleAborts(commands, evidence, strays);
    const entries = [
        ...failedBuilds(evidence, runs),
        ...tested.map((run) => settleRun(run, runs, evidence)),
        ...settleTeardowns(evidence, runs),
        ...aborts.map(({ entry }) => entry),
    ];
    for (const command of commands) {
        if (command.isIdle || aborts.some((abort) => abort.command === command))
            continue;
        const entry = settleCommand(command, commands, evidence);
        // Of a RUN that failed nobody knows how far it came, but for what was refused.
        if (!endedWell && entry?.kind !== 'never-started')
            continue;
        if (entry !== undefined)
            entries.push(entry);
        warnings.push(...settle_commands_warningsOf(command, entry, evidence));
    }
    if (endedWell && evidence.isClipped && !entries.some(isBad)) {
        const what = `nothing shows what the tests came to: ${clipped}`;
        if (runs.length === 0)
            entries.push({ kind: 'lost', what, hiddenBy: undefined });
        else if (!runs.every(({ inFile }) => inFile))
            warnings.push(`More tests may have run than were counted: ${clipped}.`);
    }
    const isClean = known.length > 0 && known.every(({ exitCode }) => exitCode === 0);
    return { entries, runs, flaky, warnings, isClean };
}
/** Builds of what was tested that failed, and were not done again: the tests ran on what was there before. */
function failedBuilds({ commands, processes }, runs) {
    if (!commands.some(({ usesBuilt }) => usesBuilt))
        return [];
    const builds = processes
        .map((one) => ({ ...one, words: started_commands_wordsOf(one), text: started_commands_wordsOf(one).join(' ') }))
        .filter(({ text }) => text.startsWith('dotnet build'));
    return builds.flatMap(({ words, text, folder, exitCode = 0 }) => {
        const isMended = exitCode === 0 || builds.some((one) => one.exitCode === 0 && one.text === text);
        const targets = (0,command_targets/* readTargets */.R0)(words).map((target) => external_node_path_.posix.resolve(folder, target));
        const isOf = ({ project, assembly = '' }) => targets.some((target) => (0,command_targets/* fits */.lA)(target, { project, assembly }) === 'yes');
        const project = isMended ? undefined : runs.find(isOf)?.project;
        if (project === undefined)
            return [];
        const what = `\`${(0,shared_text/* cutText */.IN)(text, 120)}\` failed, so the tests of ${project} ran on what an earlier build had left`;
        return [{ kind: 'failed', what, hiddenBy: undefined, project }];
    });
}
/** Programs of which a fixture failed when its tests had ended, where neither their log nor their results say it. */
function settleTeardowns({ processes }, runs) {
    return processes.flatMap(({ errors = [], words: [program = ''] }) => {
        const project = (0,command_targets/* nameOfTarget */.wC)(program);
        const [why] = errors;
        if (why === undefined || runs.some((run) => run.project === project && run.errors.length > 0))
            return [];
        const what = `the test run of ${project} failed, although no test did: ${why}`;
        return [{ kind: 'failed', what, hiddenBy: undefined, project }];
    });
}
/** A file without a test does not name its project; the process that left it may have been given one alone. */
function withName(file, commands) {
    const { process } = file;
    if (file.project !== '' || process === undefined)
        return file;
    const [assembly, ...more] = commands.find(({ ids }) => ids?.has(process))?.targets ?? [];
    return assembly === undefined || more.length > 0
        ? file
        : { ...file, project: (0,command_targets/* nameOfTarget */.wC)(assembly), assembly };
}
/** Whether a command ended with 0, and not because that was asked for. */
function endedWellItself(command, { processes, endedWell }) {
    if (command === undefined)
        return false;
    const { text, exitCode, hiddenBy } = command;
    const words = [text, ...processes.flatMap((one) => one.words)];
    const isWell = exitCode === 0 || (exitCode === undefined && endedWell && hiddenBy === undefined);
    return isWell && !words.some((word) => word.includes('--ignore-exit-code'));
}
/** Settles a run of which the log or a file tells. */
function settleRun(run, all, evidence) {
    const { counts, errors, results, assembly = '', owner } = run;
    const name = run.project === '' && owner !== undefined ? `\`${owner.text}\`` : `${nameRun(run)}${ledger_folderOf(run, all)}`;
    const entry = (kind, what) => {
        const [target, ...more] = run.project === '' ? (owner?.targets ?? []) : [run.project];
        const project = target === undefined || more.length > 0 ? undefined : (0,command_targets/* nameOfTarget */.wC)(target);
        return { kind, what, hiddenBy: owner?.hiddenBy, project };
    };
    // Why a run was stopped says more than that it ended, and the type of an exception alone less than whatever else there is.
    const telling = errors.find((text) => /^Data collector/.test(text)) ??
        errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ??
        errors[0];
    if (run.aborted) {
        const [, refusal] = refusedOptions.exec(telling ?? '') ?? [];
        if (refusal !== undefined)
            return entry('never-started', `the test run of ${name} never started: ${refusal}`);
        const why = describeStop(telling ?? 'it was aborted', owner, evidence);
        return entry('stopped', `the test run of ${name} was stopped: ${why}`);
    }
    if (run.incomplete && run.inFile)
        return entry('lost', `the results of ${name} are incomplete: ${telling ?? 'their file was cut'}`);
    if (run.incomplete) {
        const by = owner === undefined ? '' : ` (\`${owner.text}\`)`;
        // A runner that says which assembly it was given, and ended by itself before a result.
        const hasEnded = typeof owner?.exitCode === 'number' && assembly.includes('/') && results.length === 0;
        const refused = refusals(evidence).find((words) => assembly.includes('/') && words.includes(assembly)) ??
            (hasEnded ? run.lastLine : undefined);
        return refused === undefined
            ? entry('stopped', `the test run of ${name} began and did not come to its end${by}`)
            : entry('never-started', `the test run of ${name} never started${by}: ${refused}`);
    }
    if (counts.failed === 0 && errors.length > 0) {
        const why = errors.slice(0, 3).join('\n');
        return entry('failed', `the test run of ${name} failed, although no test did: ${why}`);
    }
    // Where the log has one sum for several runs, no number is known of each.
    const isKnown = run.inFile || all.every(({ project }) => project !== '');
    return counts.total === 0 && isKnown
        ? entry('no-tests', `${name} had no test to run`)
        : entry('finished', `${name} finished`);
}
/** Microsoft.Testing.Platform's exit code for a command line that it does not understand, and the first line of why. */
const refusedOptions = /^Exit code: 5\n(?:Standard output: *)?(.+)/;
/** Where a run is, if another project has its name. */
function ledger_folderOf(run, all) {
    const [folder = ''] = run.assembly?.split(/\/(?:bin|artifacts)\//) ?? [];
    return hasTwins(run, all) && folder.includes('/') ? ` in ${folder}` : '';
}

;// CONCATENATED MODULE: ./lib/src/testing/locate-sources.js






/** `… in /src/tests/CartTests.cs:line 28`; the words around path and number are translated, their order is not. */
const framePattern = /(\/[^\s:*?"<>|]+\.(?:cs|fs|vb|razor|cshtml)):\D{0,12}(\d{1,7})/;
/** Makes the locator of a job from the COPY instructions of the stages that test. */
function sourceLocator({ context, workspace }, { testRuns }) {
    const stages = new Set([...testRuns].reverse().map(({ instruction }) => instruction.stage));
    const trees = [...stages].map((stage) => (0,copied_paths/* readCopiedTree */.ZI)(stage));
    const exists = (path) => (0,workspace_files/* kindOfPath */.Bs)((0,external_node_path_.join)(context, path)) === 'file';
    return (containerPath, line) => {
        const found = (0,copied_paths/* contextPathOf */.ce)(trees, containerPath, exists);
        if (found === undefined)
            return undefined;
        return { file: (0,inputs_paths/* shownPath */.pS)((0,external_node_path_.join)(context, found), workspace), line };
    };
}
/** The first frame of a stack trace that is in the checkout: where the test, not the framework, is. */
function locateFailure(stack, locate) {
    for (const frame of (stack ?? '').split('\n').slice(0, 200)) {
        const [, path, line] = framePattern.exec(frame.slice(0, 2_000)) ?? [];
        const place = path === undefined ? undefined : locate(path, Number(line));
        if (place !== undefined)
            return place;
    }
    return undefined;
}
/** Every failed test, with its place in the checkout. */
function locateFailures(runs, locate) {
    return runs.flatMap(({ results, project, framework }) => results
        .filter((result) => result.outcome === 'failed')
        .map((result) => ({ ...result, project, framework, place: locateFailure(result.stack, locate) })));
}
/** What compilers and MSBuild say in some steps, with its place in the checkout. */
function locateMessages(logs, locate) {
    return (0,compiler_messages/* onceEach */.fF)(logs
        .flatMap((log) => log.found.compilerMessages)
        .map((message) => ({
        ...message,
        place: message.file === undefined ? undefined : locate(message.file, message.line),
    })));
}
/** The coverage of all runs, with the paths of the checkout where these are known. */
function locateCoverage({ coverage }, runs, locate) {
    if (coverage.length === 0)
        return undefined;
    const merged = (0,merge_coverage/* mergeCoverage */.PV)(coverage, runs.map(({ project }) => project));
    const files = merged.files.map((file) => ({
        ...file,
        path: locate(file.path, undefined)?.file ?? file.path,
    }));
    return { ...merged, files };
}

;// CONCATENATED MODULE: ./lib/src/testing/describe-tests.js


















/** Says from the builds' progress and the collected files what the tests came to. */
function describeTests(settings, plan, builds, collected) {
    const { instrumented } = plan;
    const steps = builds.flatMap((build) => build.steps);
    const testSteps = findTestSteps(steps, instrumented);
    const printed = settings.testResults === 'off' ? [] : readLogs(builds, instrumented.testRuns.length > 0);
    const gathered = gatherRuns(instrumented, builds, printed, collected).map(withoutInner);
    const logs = printed.map((log) => withoutPrintedErrors(log, gathered[log.testRun ?? -1]));
    const settled = gathered.map(settle);
    const runs = settled.flatMap((one) => one.runs);
    const locate = sourceLocator(settings, instrumented);
    const failures = locateFailures(runs, locate);
    const failed = findFailed(builds);
    const { hiddenErrors, ofOthers, areErrorsEarlier } = sortErrors(logs, settled, gathered, locate);
    const culprit = findCulprit(settled, logs);
    const hider = findHider(logs, hiddenErrors, areErrorsEarlier ? undefined : culprit);
    const counts = runs.map((run) => run.counts).reduce(test_results/* addCounts */.c5, test_results/* noCounts */.Yi);
    const isUnexplained = settled[culprit ?? -1]?.entries.find(isBad)?.isUnexplained === true;
    const failure = findFailure(plan, builds, hiddenErrors.length > 0 || isUnexplained ? hider : undefined);
    const found = { counts, failure };
    const decision = decideVerdict({
        ...found,
        build: describeBuild(failed),
        readsResults: settings.testResults !== 'off',
        testRuns: testSteps.length,
        cachedRuns: testSteps.filter(([one, ...more]) => one && [one, ...more].every(isCached)).length,
        failedNames: failures.map(({ name }) => name),
        ledger: settled.flatMap((one) => one.entries),
        foundNone: logs.some(({ isTest, found: { signs } }) => isTest && signs.noTests),
        obstacle: collected.obstacle,
        hiddenErrors,
        areErrorsEarlier,
        swallowedBy: gathered[culprit ?? -1]?.commands.find(({ hiddenBy }) => hiddenBy !== undefined)?.hiddenBy,
        testsAtStart: findStart(plan),
    });
    const ofRuns = settled.flatMap((one) => whatElse(decision, one));
    return {
        ...found,
        ...decision,
        stages: instrumented.targets.map((target) => target.label),
        place: describe_tests_placeOf(plan, builds, hider, culprit),
        source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
        runs: runs.map(forReport),
        failures,
        flaky: settled.flatMap((one) => one.flaky),
        coverage: locateCoverage(collected, runs, locate),
        compilerMessages: locateMessages(logs, locate),
        steps: steps.map((step) => ({ ...step, name: (0,run_mounts/* withoutMarks */.zw)(step.name) })),
        checks: builds.flatMap((build) => build.checks),
        durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
        warnings: [...(0,buildkit_words/* cacheWarnings */.IF)(builds), ...collected.warnings, ...ofRuns, ...ofOthers],
        hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
        reachedTests: reachedTests(steps, testSteps.flat()),
        shortage: (failed && (0,buildkit_words/* findShortage */.Jp)(failed)) ?? collected.shortage,
    };
}
/** Errors of what was tested, and of others. Those of an earlier step count where what it left was tested: what a test command builds again tells of itself. */
function sortErrors(logs, settled, gathered, locate) {
    const isBroken = ({ isTest, testRun }) => isTest && settled[testRun ?? settled.length - 1]?.isClean !== true;
    const errorsOf = (some) => locateMessages(some, locate).filter(compiler_messages/* stopsBuild */._p);
    const usesBuilt = gathered.some(({ commands }) => commands.some((command) => command.usesBuilt));
    const earlier = usesBuilt ? errorsOf(logs.filter((log) => !isBroken(log))) : [];
    const runs = settled.flatMap((one) => one.runs);
    const isTested = ({ project, file = '' }) => {
        const { dir, name } = external_node_path_.posix.parse(project ?? file);
        return runs.some((run) => run.project === name || run.assembly?.startsWith(`${dir}/bin/`));
    };
    const ofTests = errorsOf(logs.filter(isBroken));
    const hiddenErrors = [...ofTests, ...earlier.filter(isTested)];
    const ofOthers = earlier.filter((error) => !isTested(error)).slice(0, 1);
    return {
        hiddenErrors,
        ofOthers: ofOthers.map(describeEarlier),
        areErrorsEarlier: ofTests.length === 0 && hiddenErrors.length > 0,
    };
}
function isCached({ outcome }) {
    return outcome === 'cached';
}
/** The ENTRYPOINT or CMD that tests, where one does. */
function findStart({ dockerfile }) {
    return dockerfile.stages
        .flatMap((stage) => testingInstructions(stage, unknownPrograms))
        .find((one) => one.keyword !== 'RUN')?.keyword;
}
/** What made the build fail; or in a green one, what the output of the RUN says in which something failed, or of a step before it. */
function findFailure(plan, builds, hider) {
    const { dockerfile, origins } = plan.instrumented;
    const sources = { ...plan, dockerfile, origins };
    const failed = findFailed(builds);
    if (failed !== undefined)
        return failed.outcome === 'failed' ? (0,explain_failure/* explainFailure */.S)(failed, sources) : undefined;
    if (hider === undefined)
        return undefined;
    const output = builds.flatMap((build) => build.output).filter(({ step }) => step === hider.step);
    return (0,explain_failure/* explainHidden */.s)(output.map(({ text }) => text), sources, describe_tests_instructionOf(hider, plan));
}
/** What the testing RUN printed that went on after an error; else the step before the tests that had the first of these. */
function findHider(logs, [error], testRun) {
    if (testRun !== undefined)
        return logs.find((log) => log.testRun === testRun);
    return logs.find(({ found }) => found.compilerMessages.some(({ code, text }) => code === error?.code && text === error.text));
}
/** The RUN to look at (the testing one that failed, else the one that hid an error), or the line where the build failed, on the team's lines. */
function describe_tests_placeOf(plan, builds, hider, culprit) {
    const { testRuns, origins } = plan.instrumented;
    const { line } = (0,buildkit_words/* parseBuildError */.gK)(findFailed(builds)?.text ?? []);
    const tests = testRuns.map(({ instruction }) => instruction);
    const run = line === undefined
        ? ((hider && describe_tests_instructionOf(hider, plan)) ?? tests[culprit ?? 0] ?? tests[0])
        : tests.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
    const first = run?.firstLine ?? line;
    if (first === undefined)
        return undefined;
    const command = run === undefined ? '' : `RUN ${(0,shell_text/* commandOf */.Nl)(run)}`.replace(/\s+/g, ' ');
    const origin = origins.has(first) ? origins.get(first) : first;
    return { file: plan.dockerfile.shown, line: origin, command };
}
function describe_tests_instructionOf({ testRun, step }, { instrumented }) {
    return testRun === undefined
        ? (0,stage_graph/* findStepInstruction */.Ge)(instrumented.dockerfile, (0,build_steps/* parseStepName */.Zw)(step))
        : instrumented.testRuns[testRun]?.instruction;
}
/** The number of the testing RUN in which something went wrong, whatever its exit code says: the first of them, when any did. */
function findCulprit(settled, logs) {
    const numbers = settled.flatMap(({ runs, entries }, number) => entries.some(isBad) || runs.some((run) => run.counts.failed > 0) ? [number] : []);
    const broken = logs.filter(({ isTest, found }) => isTest && found.compilerMessages.some(compiler_messages/* stopsBuild */._p));
    numbers.push(...broken.flatMap(({ testRun }) => testRun ?? []));
    return numbers.length === 0 ? undefined : Math.min(...numbers);
}
/** What the result does not say: warnings of runs that passed, and runs that failed as a whole beside a failed test. */
function whatElse({ result }, { entries, warnings }) {
    if (result === 'passed')
        return warnings;
    if (result !== 'failed')
        return [];
    return entries.filter(isBad).map(({ what }) => `Not only tests failed: ${what.split('\n', 2).join(' ')}.`);
}
function describeEarlier(error) {
    return `An earlier step hides that a project other than the tested ones did not compile: ${(0,compiler_messages/* describeMessage */.Xc)(error)}`;
}
/** A run without what only settling it needs. */
function forReport(run) {
    const { source, project, framework, results, counts, durationMs, errors, aborted, incomplete } = run;
    return { source, project, framework, results, counts, durationMs, errors, aborted, incomplete };
}

// EXTERNAL MODULE: ./lib/src/testing/test-report.js
var test_report = __webpack_require__(6984);
;// CONCATENATED MODULE: ./lib/src/testing/run-tests.js
var run_tests_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_tests_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** Builds the stages that test, one after the other; brings their results, and no image, out of the builder, and says what the tests came to. */
async function runTests(tools, settings, plan, request, inParallel) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (plan.tests.kind !== 'stages')
            return (0,test_report/* notRun */.nE)(plan.tests.kind, describeNotRun(plan, plan.tests));
        const early = run_tests_addDisposableResource(env_1, prepareExport(tools, plan, request), true);
        const { builds, refusal, isRepeated } = await buildTests(tools, settings, plan.instrumented, request, inParallel, early.begin);
        const results = builds.map(({ build }) => build);
        // Where no testing RUN began, there is nothing to collect.
        const began = results.some(({ steps }) => steps.some((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined && step.outcome !== 'cached'));
        const obstacle = describeObstacle(results, refusal);
        const folder = (0,external_node_path_.join)(tools.reportFolder, 'test-results');
        const collected = began && obstacle === undefined
            ? await readResults(tools, await early.take(isRepeated), folder)
            : { ...nothingCollected, warnings: obstacle === undefined ? [] : [obstacle] };
        const isMissed = settings.coverage && began && collected.coverage.length === 0;
        const all = isMissed ? await addNamedCoverage(tools, plan, request, builds, collected, folder) : collected;
        // Of coverage that was asked for it is told what it lacks.
        const output = settings.coverage ? [] : results.flatMap((build) => build.output);
        const warnings = [...all.warnings, ...(0,merge_coverage/* describeMissingCollectors */.g9)(output)];
        return describeTests(settings, plan, results, { ...all, warnings });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_tests_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Prepares a build that brings results out: it begins while the last `RUN` tests, and waits for the place that this one holds, so that its own start is over by then. */
function prepareExport(tools, plan, request) {
    const held = new shared_log/* HeldLog */.M5();
    const end = new AbortController();
    let onTested = () => undefined;
    const waitsFor = new Promise((resolve) => {
        onTested = resolve;
    });
    let exporting;
    return {
        begin: () => {
            exporting = exportResults({ ...tools, log: held }, plan, request, { waitsFor, signal: end.signal });
            // Whoever takes it hears of it.
            exporting.catch(() => undefined);
        },
        take: async (isRepeated) => {
            onTested();
            if (exporting === undefined || isRepeated) {
                await exporting;
                return exportResults(tools, plan, request);
            }
            await held.release(tools.log);
            return exporting;
        },
        [Symbol.asyncDispose]: async () => {
            end.abort();
            await exporting?.catch(() => undefined);
        },
    };
}
function describeNotRun({ dockerfile, final, untestedReason }, tests) {
    switch (tests.kind) {
        case 'elsewhere':
            return 'another job runs the tests (test-target: off)';
        case 'missing':
            return untestedReason ?? `${dockerfile.shown} has no test stage`;
        case 'unrelated': {
            const { testStage } = tests;
            const has = testStage ? `it has nothing of what stage ${(0,parse_dockerfile/* stageLabel */.Hn)(testStage)} tests` : 'no stage tests';
            return `the target ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} was asked for, and ${has}`;
        }
    }
}
/** Adds the coverage that the tests wrote elsewhere and named in the log, or why there is none. */
async function addNamedCoverage(tools, { instrumented }, request, builds, collected, folder) {
    const coverage = await collectNamedFiles(tools, request, builds, (0,external_node_path_.join)(folder, 'coverage'));
    if (coverage.length > 0)
        return { ...collected, coverage };
    const output = builds.flatMap(({ build }) => build.output);
    const missing = (0,merge_coverage/* describeMissingCoverage */.y9)(instrumented.habits, output);
    return { ...collected, coverage, warnings: [...collected.warnings, missing] };
}
const refusalWarnings = {
    'old-frontend': 'The Dockerfile frontend of this build is older than 1.10 and can’t copy results out of it, so the log is read: ' +
        'counts may miss tests. A newer builder, or a newer version in the line "# syntax=…", mends that.',
    'no-tmp': 'The image that the tests begin from has no folder /tmp, so results can’t be copied and the log is read: ' +
        'counts may miss tests.',
};
/** Why results can't be collected; undefined where they can. */
function describeObstacle(builds, refusal) {
    if (builds.some(({ isBuilderLost }) => isBuilderLost))
        return 'The result files could not be collected, the log is read instead: the builder does not answer.';
    return refusal && refusalWarnings[refusal];
}

// EXTERNAL MODULE: ./lib/src/testing/failures/step-lacks.js
var step_lacks = __webpack_require__(8812);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/missing-services.js

/** What .NET and the drivers of databases and queues say when no server answers. */
const noServer = /Connection refused|ECONNREFUSED|Name or service not known|Name does not resolve|Temporary failure in name resolution|No such host is known|network-related or instance-specific error|RedisConnectionException|BrokerUnreachableException/;
const serverAdvice = 'A build has no database and no other service. Keep tests that need one out of the test stage, for example with --filter, and run them in a ' +
    'job step after this one.';
/** What failed tests miss in a build or its image, by the words of who misses it, and what to do. The first that fits is told. */
const needs = [
    [step_lacks/* noDocker */.gU, step_lacks/* dockerAdvice */.xw],
    [
        /Executable doesn't exist at \S*ms-playwright|playwright\.ps1 install|cannot find (?:Chrome|Firefox) binary|Unable to (?:locate|obtain) (?:or obtain )?driver/i,
        'The image of the stage has no browser. Install it in a RUN above, for Playwright pwsh bin/…/playwright.ps1 install --with-deps, or run these tests in a job step after this one.',
    ],
    [
        /(?:cannot|can't|could not|unable to) open (?:X )?display|XOpenDisplay|DISPLAY environment variable/i,
        'A build has no display. Install xvfb in a RUN above and start the tests with it: xvfb-run dotnet test.',
    ],
    [
        /globalization[- ]invariant mode/i,
        'The image of the stage has no cultures. ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false, and install ICU (Alpine: apk add icu-libs icu-data-full).',
    ],
    [
        /TimeZoneNotFoundException|time zone ID '[^']*' was not found/i,
        'The image of the stage has no time zones, or they have other names there: install tzdata (apk add tzdata, apt-get install -y tzdata).',
    ],
    [
        /DllNotFoundException|Unable to load shared library/,
        'The image of the stage lacks a native library: install its package in a RUN above.',
    ],
    [noServer, serverAdvice],
];
/** What to do where messages of failed tests say that they miss what a build has not; undefined where none does. */
function describeNeeds(messages) {
    return needs.find(([words]) => messages.some((message = '') => words.test(message)))?.[1];
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/red-or-green.js




const maxLines = 10;
const alone = 'The image was built at the same time; with parallel-build: false it waits, and the tests have the machine for themselves.';
/**
 * Decides whether the job may go on: only tests that ran and passed, or were cached or left out as asked, let it. `ranInParallel` says
 * that the image was built at the same time.
 */
function judgeTests(tests, { allowNoTests, minCoveragePercent }, ranInParallel) {
    const stages = tests.stages.join(', ');
    const { warnings } = tests;
    const fail = (title, lines) => {
        const all = [red_or_green_describePlace(tests), ...lines, tests.hiddenBy ?? ''];
        const message = all.filter((line) => line !== '').join('\n');
        return { kind: 'fail', warnings, title, message, place: tests.place };
    };
    switch (tests.result) {
        case 'unknown':
        case 'passed':
            return judgeCoverage(tests, minCoveragePercent) ?? { kind: 'go-on', warnings };
        case 'skipped':
            return tests.whyNotRun === 'elsewhere'
                ? { kind: 'go-on', warnings }
                : { kind: 'go-on', warnings: [...warnings, `No tests were run: ${tests.reason}.`] };
        case 'no-tests':
            return allowNoTests
                ? { kind: 'go-on', warnings: [...warnings, `No test ran in stage ${stages}: ${tests.reason}.`] }
                : fail(`No test ran in stage ${stages}`, [
                    tests.reason,
                    'If that is meant to be, set allow-no-tests: true.',
                ]);
        case 'failed':
            return fail(`${(0,format/* formatCount */.B4)(tests.counts.failed)} of ${(0,format/* plural */.LS)(tests.counts.total, 'test')} failed in stage ${stages}`, failedLines(tests));
        case 'error':
            return fail(tests.failure?.title ?? titleOf(tests), [
                ...brokenLines(tests),
                ...(ranInParallel && tests.shortage !== undefined ? [alone] : []),
            ]);
    }
}
/** What became of the tests, in at most 60 characters where the project's name lets it. */
function titleOf({ stages, trouble }) {
    const names = stages.join(', ');
    const { project } = trouble ?? {};
    switch (trouble?.kind) {
        case 'stopped':
            return `The tests of ${project ?? `stage ${names}`} did not come to their end`;
        case 'failed':
            return `${project ?? 'A test run'} failed, although none of its tests did`;
        case 'never-started':
            return project === undefined ? 'A test command never started' : `The tests of ${project} never started`;
        case 'lost':
        case 'silent':
            return `Results of the tests of ${project ?? `stage ${names}`} are missing`;
        case 'exit-code':
            return `The test command of stage ${names} failed`;
        default:
            return `The tests of stage ${names} could not run`;
    }
}
function judgeCoverage(tests, minimum) {
    if (minimum === undefined || tests.isCached === true)
        return undefined;
    const { warnings, coverage } = tests;
    const percent = coverage && (0,merge_coverage/* lineCoveragePercent */.Qq)(coverage);
    if (percent !== undefined && percent >= minimum)
        return undefined;
    const missing = warnings.find((one) => one.startsWith(merge_coverage/* noCoverage */.s5)) ?? `${merge_coverage/* noCoverage */.s5}.`;
    const message = percent === undefined
        ? `min-coverage is ${minimum} %. ${missing}`
        : `The tests cover ${percent.toFixed(1)} % of the lines; min-coverage is ${minimum} %.`;
    const others = warnings.filter((one) => one !== missing);
    return {
        kind: 'fail',
        warnings: others,
        title: 'Line coverage is below its minimum',
        message,
        place: undefined,
    };
}
function red_or_green_describePlace({ place }) {
    if (place === undefined)
        return '';
    return `${(0,parse_dockerfile/* nameLine */.kp)(place.file, place.line)}${place.command === '' ? '' : ` ${place.command}`}`;
}
function failedLines({ failures, counts, failure, place }) {
    const lines = listLines(failures.map((failure) => `✘ ${failure.name}`), counts.failed);
    const missing = failure?.isMissingFile === true ? failure.message.split('\n') : [];
    const needs = describeNeeds(failures.map(({ message }) => message));
    const isGenerated = place !== undefined && place.line === undefined;
    return [...lines, ...missing, needs ?? '', needs !== undefined && isGenerated ? ofGenerated : ''];
}
const ofGenerated = 'This stage was generated: paste it without the projects of these tests, or set missing-test-stage: skip to run none here.';
function brokenLines({ reason, failure, counts }) {
    const [, ...rest] = failure?.message.split('\n') ?? [];
    if (failure?.isKnown === true)
        return [...(failure.isAfterTests ? countsLine(counts) : []), ...failure.message.split('\n')];
    return [reason, ...rest];
}
/** That the tests passed, where something else failed their command. */
function countsLine({ passed, skipped }) {
    if (passed === 0)
        return [];
    return [
        `The tests passed: ${(0,format/* formatCount */.B4)(passed)}${skipped > 0 ? `, and ${(0,format/* formatCount */.B4)(skipped)} skipped` : ''}.`,
    ];
}
function listLines(lines, total) {
    const shown = lines.slice(0, maxLines);
    return total > shown.length ? [...shown, `… and ${(0,format/* formatCount */.B4)(total - shown.length)} more`] : shown;
}

;// CONCATENATED MODULE: ./lib/src/job/test-image.js




const nobody = { begin: () => undefined, stop: () => undefined };
const again = { memory: 'memory', disk: 'disk space' };
/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built in parallel never decides how they end.
 */
async function testImage({ docker, log, tempFolder }, { folder, redactor }, { settings, builds }, plan, parallel) {
    const run = (inParallel) => runTests({ docker, log, tempFolder, reportFolder: folder, redactor }, settings, plan, builds.tests, inParallel);
    const judge = (tests, ranInParallel) => {
        log.info(`Tests: ${tests.reason}.`);
        return { tests, judgement: judgeTests(tests, settings, ranInParallel) };
    };
    const tests = await run(parallel);
    const isUnknown = tests.result === 'error' || tests.result === 'no-tests';
    if (!isUnknown || !parallel.hasBegun)
        return judge(tests, parallel.hasBegun);
    const shortage = tests.shortage ?? (await parallel.findShortage());
    const what = shortage && again[shortage];
    if (what === undefined)
        return judge(tests, true);
    await parallel.end();
    const warning = `The tests ran a second time, by themselves: too little ${what} was left while the image was built at the same time. ` +
        'With parallel-build: false it waits for them.';
    log.info(warning);
    const { dockerfile } = builds.tests;
    await (0,promises_.writeFile)(dockerfile, (0,run_mounts/* withNewMarks */.Zu)(await (0,promises_.readFile)(dockerfile, 'utf8')));
    const second = await run(nobody);
    return judge({ ...second, warnings: [warning, ...second.warnings] }, false);
}

;// CONCATENATED MODULE: ./lib/src/job/run-job.js
var run_job_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_job_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** Runs the whole job and reports what it found out, also when it was asked to stop. Gives the exit code. */
async function runJob(job) {
    const { found, problem } = await takeAll(job.run.signal, takeSteps(job));
    const report = makeReport(found, problem);
    await job.reporter.publish(report, found.settings);
    return report.problems.length > 0 ? 1 : 0;
}
/** The way of a job: each step gives what it found out. It ends where something is wrong. */
async function* takeSteps(job) {
    const { tools, run, reporter } = job;
    const settings = await readInputs(tools, run, reporter.mask);
    yield { settings };
    const plan = await makePlan(settings);
    yield { plan };
    const prepared = await prepareJob(tools, run, settings, plan);
    yield { prepared };
    yield { filled: await prepared.mounts?.fill() };
    const next = yield* testAndShip(job, plan, prepared);
    if (next === undefined)
        return;
    yield { plan: next };
    yield* testAndShip(job, next, { ...prepared, ...(await prepared.prepareAgain(next)) });
}
/** From the tests on. Gives another plan, and nothing else, where what nobody knew was tried and turned out not to test. */
async function* testAndShip(job, plan, prepared) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { tools, run, reporter } = job;
        const writing = run_job_addDisposableResource(env_1, new CacheWrite(tools, prepared), true);
        const parallel = run_job_addDisposableResource(env_1, new ParallelImage(tools, prepared, plan, writing), true);
        const caches = { ...prepared, writing };
        const tested = await testImage(tools, reporter, prepared, plan, parallel);
        if (plan.tried !== undefined && tested.tests.result === 'no-tests')
            return await makePlan(prepared.settings, plan);
        yield { tested };
        const hasFailed = tested.judgement.kind === 'fail';
        if (hasFailed && tested.tests.reachedTests)
            yield* keepForFix(caches, plan, tested.tests);
        if (hasFailed || plan.testsOnly)
            return undefined;
        const image = await prepareImage(prepared, plan, tested.tests);
        const shipped = yield* onceMore(tools.log, () => shipImage(job, image, parallel, caches));
        if (shipped !== undefined)
            yield* keepForNextTime(tools, run.context, caches, image, shipped);
        return undefined;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_job_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** From the build to the release; gives what went out. */
async function* shipImage({ tools, run, reporter }, image, parallel, caches) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const built = run_job_addDisposableResource(env_2, await parallel.take(image), true);
        const { steps, checks } = built;
        const settle = settleCache(caches, image, steps);
        yield { built: { steps, checks, warnings: built.warnings } };
        const measured = await measureImage(tools, reporter.redactor, image, built, steps, run.context.writes);
        yield { measured };
        settle(measured.images);
        const compared = await compareImage(tools, run.context, image, measured.images);
        yield { compared };
        if (compared.problems.length > 0)
            return undefined;
        const smoke = await (0,smoke_test/* runSmokeTest */.p)(tools, image.settings, measured.toStart);
        yield { smoke };
        if (smoke.report?.problem !== undefined)
            return undefined;
        yield { delivery: await measured.deliver() };
        return compared;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_job_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
;// CONCATENATED MODULE: ./lib/src/entries/run-process.js







/** Runs one job as the whole process: gives it docker and a private folder. Gives the exit code. */
async function runProcess(started, log, makeJob) {
    const { env } = process;
    const { docker } = started;
    docker.tell = (line) => {
        log.debug(line);
    };
    const tempFolder = await makeTempFolder(env);
    process.once('exit', () => {
        (0,external_node_fs_.rmSync)(tempFolder, { recursive: true, force: true });
    });
    try {
        const job = runJob(await makeJob({ ...started, env, tempFolder }));
        started.endAfter(job);
        const exitCode = await job;
        return started.signal.aborted ? run_entry/* exitCodes */.h.cancelled : exitCode;
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            return run_entry/* exitCodes */.h.cancelled;
        throw error;
    }
    finally {
        await started.end();
    }
}
async function makeTempFolder(env) {
    const root = env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)();
    try {
        await (0,promises_.access)(root, promises_.constants.W_OK);
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)(root, 'dotnet-container-'));
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
        throw new errors/* UserError */.yo('No room for temporary files', `The folder ${root} (RUNNER_TEMP) can't be written: ${why}`);
    }
}
/** Makes a folder that nobody else may look into. Throws a UserError where somebody else put one there, as anybody can in /tmp. */
async function makePrivateFolder(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 }).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
    const found = await (0,promises_.lstat)(folder);
    const isOurs = process.getuid === undefined || found.uid === process.getuid();
    if (!found.isDirectory() || !isOurs) {
        throw new errors/* UserError */.yo('The folder for the reports is taken', `${folder} is ${found.isDirectory() ? 'a folder of another user' : 'no folder'}. Remove it, or name another one with report-dir.`);
    }
    await (0,promises_.chmod)(folder, 0o700);
    removeIfEmpty(folder);
}
/** Where nothing is put into a folder, it goes away with this process. */
function removeIfEmpty(folder) {
    process.once('exit', () => {
        try {
            (0,external_node_fs_.rmdirSync)(folder);
        }
        catch {
            // It is in use.
        }
    });
}


/***/ }),

/***/ 9721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ openCheckout),
/* harmony export */   KD: () => (/* binding */ countCommitsBetween),
/* harmony export */   vl: () => (/* binding */ listAncestors),
/* harmony export */   vy: () => (/* binding */ listTagsBefore),
/* harmony export */   xA: () => (/* binding */ checkOutTree)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5349);



/** Most commits that are looked back; a team that measures no commit in so many has no baseline there. */
const maxAncestors = 50;
/** Looks at the repository that a folder is in; a submodule at the commit that its superproject records is part of that one's tree. */
async function openCheckout(inside) {
    const folder = await findOwner(inside);
    const [head, shallow] = await Promise.all([
        (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readHead */ .zy)(folder),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['rev-parse', '--is-shallow-repository']),
    ]);
    return {
        folder,
        commit: head?.commit ?? (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeadFile */ .$Z)(folder)),
        isChanged: async () => (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['status', '--porcelain', '--untracked-files=no']))?.trim() !== '',
        isShallow: shallow?.trim() === 'true',
        parents: head?.parents ?? [],
        ancestorsOf: (commit) => listAncestors(folder, commit),
        mergeBaseWith: async (commit) => (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(commit)
            ? (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['merge-base', 'HEAD', commit]))?.trim() || undefined
            : undefined,
    };
}
async function findOwner(folder) {
    const owner = (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['rev-parse', '--show-superproject-working-tree']))?.trim();
    if (!owner)
        return folder;
    const [top, head] = await Promise.all([(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readTopLevel */ .U8)(folder), (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['rev-parse', 'HEAD'])]);
    const recorded = top && (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(owner, ['rev-parse', `HEAD:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(owner, top).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/')}`]));
    return recorded !== undefined && recorded === head ? findOwner(owner) : folder;
}
/** How many commits a commit is behind one that grew from it, by first parent; undefined where the clone does not know. */
async function countCommitsBetween(folder, older, newer) {
    if (!(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(older) || !(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(newer))
        return undefined;
    if ((await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['merge-base', '--is-ancestor', older, newer])) === undefined)
        return undefined;
    const counted = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['rev-list', '--first-parent', '--count', `${older}..${newer}`]);
    return counted === undefined ? undefined : Number(counted.trim());
}
/** A commit and those before it on its branch (by first parent), the nearest first, as far as the clone is deep. */
async function listAncestors(folder, commit) {
    if (!(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(commit))
        return [];
    const args = ['rev-list', '--first-parent', `--max-count=${maxAncestors}`, commit];
    const listed = (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, args))?.trim();
    // A commit that the clone does not have can be looked for all the same.
    return listed === undefined || listed === '' ? [commit] : listed.split('\n');
}
/** The tags of a commit and of all that it grew from, as far as the clone has them; undefined where it does not have that commit. */
async function listTagsBefore(folder, commit) {
    if (!(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(commit))
        return undefined;
    // The second object is the commit of an annotated tag; a lightweight one has none.
    const format = '--format=%(refname:lstrip=2) %(objectname) %(*objectname)';
    const listed = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(folder, ['for-each-ref', `--merged=${commit}`, format, 'refs/tags']);
    return listed
        ?.split('\n')
        .filter((line) => line !== '')
        .map((line) => {
        const [name = '', object = '', commit = ''] = line.split(' ');
        return { name, commit: commit || object };
    });
}
/**
 * Writes the files of a commit into `<folder>/tree`; what is checked out, its index included, stays as it is. Undefined where
 * the clone does not have that commit. Not `git archive`, which leaves out and rewrites what `export-ignore` and
 * `export-subst` name: another tree than the one that was built then.
 */
async function checkOutTree(inside, commit, folder) {
    if (!(0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM)(commit))
        return undefined;
    const [top, date] = await Promise.all([
        (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readTopLevel */ .U8)(inside),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(inside, ['log', '--max-count=1', '--format=%cI', commit]),
    ]);
    if (top === undefined || date === undefined)
        return undefined;
    const tree = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'tree');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(tree, { recursive: true });
    const env = { GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'index') };
    const read = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(top, ['read-tree', commit], env);
    const written = read === undefined
        ? undefined
        : await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .EO)(top, ['checkout-index', '--all', `--prefix=${tree}${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`], env);
    if (written === undefined)
        return undefined;
    return { folder: tree, top, committedAt: new Date(date.trim()).toISOString() };
}


/***/ }),

/***/ 6055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ nameRemote),
/* harmony export */   KL: () => (/* binding */ nameRepository),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5349);




/** What tells a repository from all others of one user: its remote, such as `github.com/acme/shop`, else the path of its root, or the folder. */
async function nameRepository(folder) {
    const top = await (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .readTopLevel */ .U8)(folder);
    const place = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top ?? folder).catch(() => top ?? folder);
    if (top === undefined)
        return place;
    const remote = pickRemote(await (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(folder, ['config', '--get-regexp', '^remote\\..*\\.url$']));
    if (remote !== undefined)
        return nameRemote(remote, place);
    const common = await (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir']);
    const gitFolder = common?.replace(/\r?\n$/, '');
    return gitFolder !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(gitFolder) === '.git' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(gitFolder) : place;
}
/** `origin`, else the first one. */
function pickRemote(listed) {
    const remotes = (listed ?? '').split('\n').flatMap((line) => {
        const [, name, url] = /^remote\.(.*)\.url (.+)$/.exec(line) ?? [];
        return name === undefined || url === undefined ? [] : [{ name, url }];
    });
    return (remotes.find(({ name }) => name === 'origin') ?? remotes[0])?.url;
}
/** A remote's address without protocol, user, password and `.git`, the same by SSH and HTTPS; what has no host is a path, seen from `root`. */
function nameRemote(written, root) {
    const url = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/?#]+)\/*([^?#]*)/i.exec(written);
    // Neither `file:///shop` nor `C:\shop`, which are paths.
    const scp = url === null && !written.includes('://') ? /^(?:[^/@:]+@)?([^/@:]{2,}):(?!\\)\/*(.+)/.exec(written) : null;
    const [host, path] = url === null ? [scp?.[1], scp?.[2]] : [url[2], url[3]];
    if (host !== undefined && path !== undefined)
        return `${host.toLowerCase()}/${withoutEnd(path)}`;
    const local = written.startsWith('file://') ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(written) : written;
    return withoutEnd((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(local) ? local : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, local));
}
function withoutEnd(path) {
    return path.replace(/\/+$/, '').replace(/\.git$/, '');
}
/** The checked-out commit and its repository's page; undefined where the clone is not in the workspace, or from another server. */
async function readSource(inside, workspace, server) {
    const [top, commit, origin] = await Promise.all([
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .readTopLevel */ .U8)(inside),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(inside, ['rev-parse', 'HEAD']),
        // As it was cloned: `url.….insteadOf` of a user's configuration can put a token into it.
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(inside, ['config', '--get', 'remote.origin.url']),
    ]);
    if (!server || top === undefined || commit === undefined || origin === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top)).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, '/');
    if (folder.split('/')[0] === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(folder))
        return undefined;
    const repository = origin.trim().replace(/\.git$/, '');
    const [, path = ''] = repository.split(`${server}/`);
    return repository.startsWith(`${server}/`) && /^[\w.-]+\/[\w.-]+$/.test(path)
        ? { repository, commit: commit.trim(), ...(folder !== '' && { folder }) }
        : undefined;
}


/***/ }),

/***/ 8895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h8: () => (/* binding */ withDefaultContext),
/* harmony export */   m8: () => (/* binding */ isGitUrl),
/* harmony export */   tv: () => (/* binding */ gitSecret),
/* harmony export */   uv: () => (/* binding */ isOwnCommit)
/* harmony export */ });
/** What stands for the repository and commit of the workflow run, in docker/build-push-action's words. */
const defaultContext = /\{\{\s*defaultContext\s*\}\}/g;
/** A Git repository as buildx tells one from a folder (build/git.go and BuildKit's gitutil): by scheme or by `.git`. */
const gitUrl = /^(?:git:\/\/|ssh:\/\/|git@|github\.com\/|https?:\/\/[^?#]+\.git(?:[?#]|$))/i;
/** Whether a context is written as a Git repository. */
function isGitUrl(context) {
    return gitUrl.test(context);
}
/** Puts the repository of the workflow run, at its commit, where it was asked for; in a terminal there is none. */
function withDefaultContext(text, env) {
    const repository = repositoryUrl(env);
    const commit = env['GITHUB_SHA'];
    return repository === undefined || !commit
        ? text
        : text.replace(defaultContext, () => `${repository}#${commit}`);
}
/** Whether a Git context is the very commit of the workflow run: by its fragment (`#<commit>:folder`) or its query (`?ref=<commit>`). */
function isOwnCommit(url, env) {
    const commit = env['GITHUB_SHA'];
    const ref = /#([^:]*)/.exec(url)?.[1] || /[?&](?:ref|checksum|commit)=([^&#]*)/.exec(url)?.[1];
    return isOwnRepository(url, env) && !!commit && ref === commit;
}
/** The secret by which BuildKit reads the workflow's own private repository: the job's token, unless the user gives one. */
function gitSecret(url, token, secrets, env) {
    const own = repositoryUrl(env);
    const isGiven = secrets.some(([id]) => /^GIT_AUTH_TOKEN(?:\.|$)/.test(id));
    if (own === undefined || !isOwnRepository(url, env) || isGiven || token === undefined)
        return [];
    return [[`GIT_AUTH_TOKEN.${new URL(own).host}`, token]];
}
function isOwnRepository(url, env) {
    const own = repositoryUrl(env);
    return own !== undefined && (url === own || url.startsWith(`${own}#`) || url.startsWith(`${own}?`));
}
function repositoryUrl({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, }) {
    return server && repository ? `${server}/${repository}.git` : undefined;
}


/***/ }),

/***/ 7031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   DR: () => (/* binding */ warnOfSecretBuildArgs),
/* harmony export */   Dp: () => (/* binding */ readSecretFileValues),
/* harmony export */   WD: () => (/* binding */ secretValuesOf),
/* harmony export */   _3: () => (/* binding */ flawOfSecret),
/* harmony export */   ql: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** Says of a secret that it is written as for docker's own option, such as `id=feed,src=./token`. */
function flawOfSecret(entry) {
    if (!/^id=[^,=]+,\s*(?:type|src|source|env)=/.test(entry))
        return undefined;
    return 'is written as for docker build --secret. A secret from a file is secret-files: ID=PATH, one from a variable secret-envs: ID=VARIABLE.';
}
/** Secrets by value and from environment variables. An empty one, as for a fork's pull request, is left out: a RUN sees none then. */
function readSecrets(read, env) {
    const warnings = [];
    const fromEnvironment = read.keyValues('secret-envs', 'id=VARIABLE', {
        splitAtCommas: true,
        flawOf: flawOfSecret,
    });
    const named = fromEnvironment.flatMap(([id, variable]) => {
        const value = env[variable];
        if (value)
            return [[id, value]];
        warnings.push(`The build secret ${id} is left out: the environment variable ${variable} is not set.`);
        return [];
    });
    const given = read.keyValues('secrets', 'id=value', { keepsSpaces: true, flawOf: flawOfSecret });
    const full = given.filter(([id, value]) => {
        if (value === '')
            warnings.push(`The build secret ${id} is left out: it has no value.`);
        return value !== '';
    });
    return { secrets: [...named, ...full], warnings };
}
/** A name of which the value is likely to be a secret: `NUGET_TOKEN`, `DbPassword`, `STORAGE_ACCOUNT_KEY`. */
const secretName = /password|passwd|secret|passphrase|(?:^|_)(?:token|pat|pwd|credentials?|api_?key|sas|(?:access|private|signing|account|storage|feed|license)_key|connection_string)(?:_|$)/;
/** What only tells of a secret: where it is, or of what kind. */
const aboutSecret = /_(?:type|name|file|path|dir|url|uri|id|endpoint|mode|length|count|required|enabled|expiry)$/;
/** Attributes of a cache source or destination that open it (BuildKit: `type=gha`, `s3` and `azblob`). */
const cacheSecret = /(?:^|,)"?(?:token|ghtoken|secret_access_key|session_token|account_key)=([^,"]+)/g;
/** Everything in the settings that must not be seen: it goes to the masks before anything else is done. */
function secretValuesOf(settings) {
    const { secrets, buildArgs, smokeEnv, githubToken, cacheFrom, cacheTo } = settings;
    const fromCaches = [...cacheFrom, ...cacheTo].flatMap((cache) => [...cache.matchAll(cacheSecret)].map(([, value]) => value ?? ''));
    return [
        ...secrets.map(([, value]) => value),
        ...[...buildArgs, ...smokeEnv].filter(isSecret).map(([, value]) => value),
        ...fromCaches,
        ...(githubToken === undefined ? [] : [githubToken]),
    ].filter((value) => value.trim() !== '');
}
/** A warning for build arguments that look like secrets: they are hidden here, but not in the image. */
function warnOfSecretBuildArgs(settings) {
    const names = settings.buildArgs.filter(isSecret).map(([name]) => name);
    if (names.length === 0)
        return [];
    return [
        `build-args: ${names.join(', ')} ${names.length === 1 ? 'looks like a secret' : 'look like secrets'}. Build arguments stay ` +
            'readable in the image’s history; give a secret through secrets, and use it with RUN --mount=type=secret.',
    ];
}
/** Whether a name and its value look like those of a secret. */
function isSecret([key, value]) {
    const name = key
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .replace(/[.-]/g, '_')
        .toLowerCase();
    return secretName.test(name) && !aboutSecret.test(name) && !/^(?:true|false|\d{0,5})$/i.test(value.trim());
}
/** A larger file is no credential, and nobody waits for it. */
const maxLength = 65_536;
/** `name: value`, `NAME=value` and `"name": "value"`. */
const assignment = /["']?([A-Za-z_][\w.-]{0,99})["']?[ \t]{0,99}[:=][ \t]{0,99}(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'#,;][^\n]*))/g;
/** A setting of a NuGet.Config, its attributes in either order (learn.microsoft.com, "nuget.config reference"). */
const setting = /<add\s[^<>]*>/g;
const attribute = /\b(key|value)="([^"]*)"/g;
/**
 * What must not be seen of the files that are build secrets: a file of one line, which is a token, and a PEM as a whole; of others, such as
 * a NuGet.Config or a file of variables, the values whose names look like those of secrets. A file that can't be read has none.
 */
async function readSecretFileValues(files) {
    const texts = await Promise.all(files.map(([, path]) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')));
    return texts.filter((text) => text.length <= maxLength).flatMap((text) => secretsIn(text.trim()));
}
function secretsIn(text) {
    const isWhole = !text.includes('\n') || text.startsWith('-----BEGIN ');
    const pairs = [...readAssignments(text), ...readSettings(text)];
    return [...(isWhole && text !== '' ? [text] : []), ...pairs.filter(isSecret).map(([, value]) => value)];
}
function readAssignments(text) {
    return [...text.matchAll(assignment)].map(([, name = '', double, single, bare]) => [
        name,
        (double ?? single ?? bare ?? '').trim(),
    ]);
}
function readSettings(text) {
    return [...text.matchAll(setting)].flatMap(([element]) => {
        const found = new Map([...element.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]));
        const [name, value] = [found.get('key'), found.get('value')];
        return name === undefined || value === undefined
            ? []
            : [
                [name, value],
                [name, decode(value)],
            ];
    });
}
const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function decode(value) {
    return value.replace(/&(amp|lt|gt|quot|apos);/g, (written, name) => characters[name] ?? written);
}


/***/ }),

/***/ 6292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ changedBuildArgs),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7031);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1331);




/** The identity of the image that a stage is built to. */
function identityOf(settings, final, { stages }) {
    const isPlain = final.name === undefined && final.index === stages.length - 1;
    const target = isPlain ? '' : (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__/* .stageLabel */ .Hn)(final);
    return {
        imageKey: settings.imageKey ?? defaultImageKey(settings, target),
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(settings.context, settings.file).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'),
        target,
        buildArgs: [...new Map(settings.buildArgs.map(hashValue))].sort(([a], [b]) => (a < b ? -1 : 1)),
    };
}
function hashValue(arg) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(arg[1]).digest('hex');
    return [arg[0], (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(arg) ? '' : hash.slice(0, 8)];
}
/** The names of build arguments that came, went or have another value; of secrets only whether they came or went. */
function changedBuildArgs(before, after) {
    const [then, now] = [new Map(before.buildArgs), new Map(after.buildArgs)];
    const names = [...new Set([...then.keys(), ...now.keys()])].sort();
    return names.filter((name) => then.get(name) !== now.get(name));
}
/** The image's name, the first tag without its tag part, else the path of the Dockerfile, without the name that it mostly has, and the stage. */
function defaultImageKey({ imageNames, tags, fileShown, workspace }, target) {
    const firstTag = imageNames[0] ?? tags[0];
    if (firstTag !== undefined)
        return firstTag.replace(/:[^:/]+$/, '');
    const place = fileShown.replace(/(?:^|\/)Dockerfile$/, '') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workspace);
    return target === '' ? place : `${place}:${target}`;
}


/***/ }),

/***/ 4085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson),
/* harmony export */   s: () => (/* binding */ toReportJson)
/* harmony export */ });
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8579);
/* harmony import */ var _measure_analyze_shadowed_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);
/* harmony import */ var _plan_image_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6292);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _testing_test_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6984);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(720);







const maxHiddenFiles = 100;
/** report.json as text: everything that the job found out, for later steps and other tools. */
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
/** Everything that the job found out, in the form of report.json, which all writers take: those of elsewhere are rendered by the same code. */
function toReportJson(report) {
    const { tests, delivery, platforms, smoke } = report;
    const { image, baseline, comparison, release, budget = { kind: 'none' } } = platforms[0] ?? {};
    const before = baseline?.kind === 'found' ? baseline.record : undefined;
    return {
        version: _report_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .reportVersion */ .f,
        imageKey: report.imageKey,
        file: report.fileShown,
        target: report.finalStage,
        ...pick(report, 'sizeMetric', 'problems', 'warnings'),
        notices: report.notices.length === 0 ? undefined : report.notices,
        testsOnly: report.testsOnly || undefined,
        tests: tests && {
            ...pick(tests, 'result', 'reason', 'whyNotRun', 'hiddenBy', 'stages', 'place'),
            ...pick(tests, 'source', 'counts', 'failures', 'flaky'),
            cached: tests.isCached ?? false,
            ...pick(tests, 'coverage', 'runs', 'compilerMessages'),
            durationMs: Math.round(tests.durationMs),
            baseline: before?.tests && compareTests(tests, before.tests),
        },
        image: image && toImageJson(image, report.layersRead, before),
        baseline: baseline && toBaselineJson(baseline, image),
        comparison: comparison && {
            ...comparison,
            layers: comparison.layers.map((change) => ({
                kind: change.kind,
                before: 'before' in change && before ? toLayerJson(change.before, before) : undefined,
                after: 'after' in change && image ? toLayerJson(change.after, image) : undefined,
            })),
        },
        release,
        advice: report.advice,
        history: image?.history ?? [],
        budget,
        platforms: platforms.length > 1 ? platforms.map(toPlatformJson) : undefined,
        checks: report.checks.length > 0 ? report.checks : undefined,
        cache: report.cache,
        cacheUse: readCacheUse(report),
        cacheMounts: report.mountUse,
        steps: { test: tests?.steps ?? [], image: report.steps },
        stages: report.stages,
        smokeTest: smoke && {
            ...pick(smoke, 'check', 'outcome', 'durationMs', 'httpStatus', 'exitCode', 'memoryBytes'),
            logLines: smoke.logLines.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plainText */ .wh),
        },
        exported: delivery?.kind === 'delivered' ? pick(delivery, 'digest', 'outputs') : undefined,
    };
}
/** The fields of an object with these names, in their order. */
function pick(of, ...names) {
    return Object.fromEntries(names.map((name) => [name, of[name]]));
}
function toPlatformJson(found) {
    const { image, baseline, comparison } = found;
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    return {
        ...pick(image, 'platform', 'manifestDigest', 'compressedBytes', 'uncompressedBytes'),
        downloadBytes: (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadBytes */ .eQ)(image, before),
        baseline: before && pick(before, 'compressedBytes', 'uncompressedBytes'),
        isBelowMinChange: comparison?.isBelowMinChange,
        ...pick(found, 'release', 'budget'),
    };
}
/** The tests of the baseline, and which came and went since; names only where both have them. */
function compareTests(tests, before) {
    const now = (0,_testing_test_report_js__WEBPACK_IMPORTED_MODULE_3__/* .testNames */ .ld)(tests);
    const then = now.length === 0 ? [] : (before.names ?? []);
    const [old, current, skippedNow] = [new Set(then), new Set(now), new Set((0,_testing_test_report_js__WEBPACK_IMPORTED_MODULE_3__/* .skippedNames */ .PP)(tests))];
    const gone = then.filter((name) => !current.has(name));
    return {
        ...pick(before, 'durationMs', 'linesCovered', 'linesValid'),
        counts: pick(before, 'total', 'passed', 'failed', 'skipped'),
        gone: gone.filter((name) => !skippedNow.has(name)),
        newlySkipped: gone.filter((name) => skippedNow.has(name)),
        added: then.length === 0 ? [] : now.filter((name) => !old.has(name)),
    };
}
function toImageJson(image, layersRead, before) {
    const hidden = (0,_measure_analyze_shadowed_files_js__WEBPACK_IMPORTED_MODULE_1__/* .findHiddenFiles */ .L)(image);
    return {
        ...pick(image, 'platform', 'engine', 'driver', 'method', 'compression', 'manifestDigest', 'configDigest'),
        ...pick(image, 'configBytes', 'compressedBytes', 'uncompressedBytes'),
        ...pick(image, 'base', 'user', 'createdAt', 'commit'),
        downloadBytes: (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadBytes */ .eQ)(image, before),
        sdk: image.neighbours?.sdk,
        layers: image.layers.map((layer) => toLayerJson(layer, image)),
        layersRead,
        parts: (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readParts */ .fp)(image),
        hidden: {
            bytes: hidden.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
            files: hidden.slice(0, maxHiddenFiles),
        },
    };
}
/** A layer without its files. */
function toLayerJson(layer, record) {
    return {
        ...pick(layer, 'digest', 'compressedBytes', 'uncompressedBytes', 'createdBy'),
        isBase: record.layers.indexOf(layer) < (record.base?.layerCount ?? 0),
        ...pick(layer, 'line', 'copiedFrom'),
    };
}
function toBaselineJson(baseline, image) {
    if (baseline.kind === 'none')
        return { kind: 'none', reason: baseline.reason };
    const { record } = baseline;
    const changed = image && (0,_plan_image_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .changedBuildArgs */ .Q)(record, image);
    return {
        ...pick(baseline, 'kind', 'source', 'reference', 'commitsBetween'),
        ...pick(record, 'commit', 'branch'),
        changedBuildArgs: changed?.length ? changed : undefined,
        ...pick(record, 'createdAt', 'compressedBytes', 'uncompressedBytes', 'base'),
        baseCompressedBytes: record.layers
            .slice(0, record.base?.layerCount ?? 0)
            .reduce((sum, layer) => sum + layer.compressedBytes, 0),
    };
}
/** What the build cache brought, and what it cost; undefined where there is none. Layers of base images come from a registry and do not count. */
function readCacheUse({ cache, tests, steps, cacheWriteMs, }) {
    if (cache === undefined || cache.kind === 'off')
        return undefined;
    const all = [...(tests?.steps ?? []), ...steps];
    const reads = all.filter(({ name }) => name.startsWith('importing cache manifest from'));
    const brought = all.filter(({ outcome, name }) => outcome === 'cached' && !name.startsWith('FROM '));
    return {
        readMs: Math.round(sum(reads, ({ durationMs }) => durationMs)),
        receivedBytes: sum(brought, ({ receivedBytes = 0 }) => receivedBytes),
        writeMs: cacheWriteMs && Math.round(cacheWriteMs),
    };
}
function sum(steps, valueOf) {
    return steps.reduce((total, step) => total + valueOf(step), 0);
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports),
/* harmony export */   T: () => (/* binding */ readOutputs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1947);
/* harmony import */ var _model_to_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4085);





/** The action's outputs by name; what is not known is empty, and so are the paths of reports that could not be written. */
function readOutputs(report, paths) {
    const { tests, sizeMetric, delivery, smoke, platforms } = report;
    const { image, baseline, comparison } = platforms[0] ?? {};
    const before = baseline?.kind === 'found' ? baseline : undefined;
    const delta = comparison && (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(comparison, sizeMetric);
    const beforeBytes = before && (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeOf */ .$d)(before.record, sizeMetric);
    const known = {
        // Without a test stage, and where the job ended before its tests, none was run.
        'test-result': tests?.result ?? 'skipped',
        'tests-total': tests?.counts.total,
        'tests-passed': tests?.counts.passed,
        'tests-failed': tests?.counts.failed,
        'tests-skipped': tests?.counts.skipped,
        'tests-flaky': tests?.flaky.length,
        'tests-cached': tests && (tests.isCached ?? false),
        'line-coverage': tests?.coverage && (0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .lineCoveragePercent */ .Qq)(tests.coverage).toFixed(2),
        'branch-coverage': tests?.coverage && (0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .branchCoveragePercent */ .Yr)(tests.coverage).toFixed(2),
        imageid: readImageId(report),
        digest: delivery?.kind === 'delivered' ? delivery.digest : undefined,
        metadata: delivery?.kind === 'delivered' ? JSON.stringify(delivery.metadata) : undefined,
        'compressed-bytes': image?.compressedBytes,
        'uncompressed-bytes': image?.uncompressedBytes,
        'download-bytes': image && (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .downloadBytes */ .eQ)(image, before?.record),
        'baseline-compressed-bytes': before?.record.compressedBytes,
        'change-bytes': delta,
        'change-percent': delta === undefined || !beforeBytes ? undefined : ((delta / beforeBytes) * 100).toFixed(2),
        'baseline-source': before?.source,
        'baseline-commit': before?.record.commit,
        budget: worstBudget(platforms.map(({ budget }) => budget)),
        'smoke-test': smoke?.outcome,
        'startup-ms': smoke?.outcome === 'passed' ? smoke.durationMs : undefined,
        'memory-bytes': smoke?.memoryBytes,
        'report-json': paths?.json,
        'report-markdown': paths?.markdown,
        // Set again once it stands.
        'comment-url': '',
    };
    return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value ?? '')]));
}
/** As docker/build-push-action has it: the digest of the config, of several platforms that of the index. */
function readImageId({ delivery, platforms: [first, ...others] }) {
    if (others.length === 0)
        return first?.image.configDigest;
    return delivery?.kind === 'delivered' ? delivery.digest : undefined;
}
/** Of several platforms, the outcome that matters most. */
function worstBudget(budgets) {
    const kinds = budgets.map(({ kind }) => kind);
    return ['exceeded', 'overridden', 'passed'].find((kind) => kinds.includes(kind)) ?? 'none';
}
/** Leaves report.json and report.md in a folder, which is made when it is missing. Throws the file system's error. */
async function writeReports(folder, report, markdown) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const paths = { json: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.json'), markdown: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.md') };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(paths.json, (0,_model_to_json_js__WEBPACK_IMPORTED_MODULE_3__/* .renderJson */ .h)(report));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(paths.markdown, markdown);
    return paths;
}


/***/ }),

/***/ 6727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ recordKeyParts),
/* harmony export */   Vs: () => (/* binding */ keyPart),
/* harmony export */   b3: () => (/* binding */ notSaved),
/* harmony export */   bf: () => (/* binding */ planLookups),
/* harmony export */   cv: () => (/* binding */ lookupKeyParts),
/* harmony export */   hU: () => (/* binding */ unavailable),
/* harmony export */   m7: () => (/* binding */ readRecordFile),
/* harmony export */   sF: () => (/* binding */ renderRecord)
/* harmony export */ });
/* unused harmony export recordLimitBytes */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);



/** The commits that the tree grew from, the nearest first, on each branch; then the newest record of each branch. */
function planLookups(branches, commits) {
    const named = branches.filter((branch, index) => branch !== '' && branches.indexOf(branch) === index);
    return [
        // Branch by branch: lookups of one branch share a request to the cache.
        ...named.flatMap((branch) => commits.map((commit) => ({ branch, commit }))),
        ...named.map((branch) => ({ branch })),
    ];
}
/** The first part of every key; raised when records of the old kind must not be found any more. */
const version = 'dotnet-container-1';
const plain = /^[a-z0-9][a-z0-9._-]{0,79}$/;
/**
 * Makes a name safe as part of a cache key and as a file name, at most 80 characters: short plain ones stay, others become a readable rest and a hash;
 * so do capitals, which neither the cache service nor every file system tells apart.
 */
function keyPart(name) {
    if (plain.test(name))
        return name;
    const readable = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 40);
    return `${readable}~${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16)}`;
}
/** The parts of a record's name, general ones first; joined by `/` they are its cache key (at most 512 characters). */
function recordKeyParts({ image, branch, commit, run }) {
    return [version, ...[image, branch, commit, run].map(keyPart)];
}
/** The parts that all records of a lookup have in common. */
function lookupKeyParts(image, { branch, commit }) {
    return [version, ...[image, branch, ...(commit === undefined ? [] : [commit])].map(keyPart)];
}
/** The largest record that is written or read: 4 MiB. */
const recordLimitBytes = 4 * 1024 * 1024;
/** A record as the text of its file. Throws where that is larger than `recordLimitBytes`. */
function renderRecord(record) {
    const text = JSON.stringify(record);
    if (Buffer.byteLength(text) > recordLimitBytes)
        throw new RangeError(`the measurement is larger than ${recordLimitBytes} bytes`);
    return text;
}
/** Trouble with a store is an outcome: what a search comes to that threw. */
function unavailable(error) {
    return { kind: 'unavailable', reason: (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) };
}
/** The same of a save. */
function notSaved(error) {
    return { kind: 'not-saved', reason: (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) };
}
/** Reads a record's JSON. Throws for anything but a regular file of at most `recordLimitBytes` with JSON in it. */
async function readRecordFile(file) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(file);
    if (!found.isFile())
        throw new Error('it is not a regular file');
    if (found.size > recordLimitBytes)
        throw new Error(`it is larger than ${recordLimitBytes} bytes`);
    return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
}


/***/ })

};

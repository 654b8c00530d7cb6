export const id = 306;
export const ids = [306];
export const modules = {

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ cacheWarnings),
/* harmony export */   Jp: () => (/* binding */ findShortage),
/* harmony export */   W$: () => (/* binding */ findRefusal),
/* harmony export */   fu: () => (/* binding */ findCacheTrouble),
/* harmony export */   gK: () => (/* binding */ parseBuildError),
/* harmony export */   kG: () => (/* binding */ errorLineOf),
/* harmony export */   q3: () => (/* binding */ isCancelledStep),
/* harmony export */   rz: () => (/* binding */ findLostLayer)
/* harmony export */ });
/** What buildx says before BuildKit's own words. */
const prefixes = /^(?:ERROR: )?(?:failed to build: )?(?:failed to solve: )?/;
/** The second words are those of Docker 20.10. */
const exitCodePattern = /(?:did not complete successfully|executor failed running .*): exit code: (\d+)/;
/** What gRPC says when nobody is at the other end any more. */
const lostBuilder = /code = Unavailable\b|error reading from server: EOF|Cannot connect to the Docker daemon/;
/** When a cache's index is there, but a layer of it is gone or broken, the whole build is given up. */
const lostLayer = /could not fetch content descriptor|httpReadSeeker|failed to (?:copy|fetch|unlazy)\b.*(?:not found|404|unexpected)/;
/** What is said of a cache that nobody has written yet. */
const plainMiss = /not found$|no such file or directory|does not exist/i;
const noSpace = /no space left on device/i;
/** The kernel kills with SIGKILL, which shells tell as 128 + 9. */
const killedExitCode = 137;
/** The frontend does not know the mounts of ours, because the builder or the line `# syntax=` is too old. */
const unknownMountKey = /unexpected key 'env' in 'env=/;
/** BuildKit says the one while it looks for the cached step, the other while it runs it. */
const noTmpFolder = /(?:open \/tmp: no such file or directory|"\/tmp": not found)$/;
/** A build that fails cancels the steps beside the failing one. */
const cancelledStep = /context canceled|context cancelled/;
/**
 * Reads what buildx prints at the end of a failed build: `Dockerfile:12`, the lines around it, and `ERROR: …`. Also
 * `dockerfile parse error on line 3: …`, which has no such block.
 */
function parseBuildError(text) {
    const errorAt = text.findLastIndex((line) => line.startsWith('ERROR: '));
    const words = errorAt < 0 ? text.filter((line) => line.trim() !== '').slice(-5) : text.slice(errorAt);
    const message = words.join('\n').replace(prefixes, '').trim();
    const block = text.findIndex((line, index) => /^-{10,}$/.test(text[index + 1] ?? '') && /:\d+$/.test(line));
    const inBlock = block < 0 ? undefined : /:(\d+)$/.exec(text[block] ?? '')?.[1];
    const line = inBlock ?? /\bon line (\d+)/.exec(message)?.[1];
    const exitCode = exitCodePattern.exec(message)?.[1];
    return {
        message: message === '' ? 'docker buildx build failed without saying why' : explainLoss(message),
        line: line === undefined ? undefined : Number(line),
        exitCode: exitCode === undefined ? undefined : Number(exitCode),
    };
}
/** The words for a builder that is gone say nothing of it to who does not know gRPC. */
function explainLoss(message) {
    if (!lostBuilder.test(message))
        return message;
    return `The builder went away in the middle of the build: look at the log of the Docker engine or builder.\n${message}`;
}
/** The last line that docker calls an error, without that word and cut; undefined where there is none. */
function errorLineOf(stderr) {
    const line = stderr.split('\n').findLast((one) => one.startsWith('ERROR'));
    return line?.replace(/^ERROR:\s*/, '').slice(0, 300);
}
/** Whether a step ended with another one, not by itself. */
function isCancelledStep(error) {
    return cancelledStep.test(error);
}
/** What gave out, so that a build failed; undefined where it failed over something else, or did not fail. */
function findShortage({ outcome, isBuilderLost, text, output, }) {
    if (outcome === 'built')
        return undefined;
    if (outcome === 'timed-out')
        return 'time';
    if (isBuilderLost)
        return 'builder';
    if (parseBuildError(text).exitCode === killedExitCode)
        return 'memory';
    const lines = [...text, ...output.map((line) => line.text)];
    return lines.some((line) => noSpace.test(line)) ? 'disk' : undefined;
}
/** Why a build that failed takes our mounts for a mistake; undefined where it failed over something else. */
function findRefusal({ outcome, text }) {
    if (outcome !== 'failed')
        return undefined;
    if (text.some((line) => unknownMountKey.test(line)))
        return 'old-frontend';
    return text.some((line) => noTmpFolder.test(line)) ? 'no-tmp' : undefined;
}
/** The words for a layer that a cache has lost, over which a build failed. */
function findLostLayer({ outcome, text, steps, }) {
    if (outcome !== 'failed')
        return undefined;
    return [...text, ...steps.map((step) => step.error ?? '')].find((line) => lostLayer.test(line));
}
/** Why a cache could not be read, where that was more than a miss. */
function findCacheTrouble(steps) {
    const failed = steps.find((step) => step.name.startsWith('importing cache manifest') && step.outcome === 'failed');
    return failed?.error === undefined || plainMiss.test(failed.error.trim()) ? undefined : failed.error;
}
/** The warnings of builds whose caches could not be read: each reason once. */
function cacheWarnings(builds) {
    const reasons = new Set(builds.flatMap((build) => build.cacheTrouble ?? []));
    return [...reasons].map((reason) => `The build cache was not read: ${reason.replace(prefixes, '').split('\n')[0] ?? ''}`);
}


/***/ }),

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeJobBuilder),
/* harmony export */   I: () => (/* binding */ openBuilder)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3694);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _docker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2502);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);





/** It pulls the image moby/buildkit, some 100 MB. */
const createDeadlineMs = 180_000;
const removeDeadlineMs = 60_000;
/**
 * Gives what builds: the one that was asked for, else the current one; where that is an engine with its legacy image store,
 * one of the driver docker-container is made, or taken from an earlier step of the job. When that fails, the engine
 * builds, with a warning. Throws a UserError as `current` rejects.
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
        log.info(`Builder ${own.name} is ready after ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(performance.now() - startedAt)}.`);
        return undefined;
    }
    await removeJobBuilder(docker, own.name);
    const said = made.kind === 'exited'
        ? ((0,_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLineOf */ .kG)(made.stderr) ?? made.stderr.trim().slice(0, 300))
        : 'it was not ready in time';
    return `no builder could be made for this job from the image moby/buildkit (${said})`;
}
/**
 * The first of these images that the engine has without having it from a registry: with the legacy store only an image
 * that was pulled or pushed has a digest there.
 */
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

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
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
// EXTERNAL MODULE: ./lib/src/docker/build/buildkit-words.js
var buildkit_words = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/src/shared/log.js
var shared_log = __webpack_require__(8932);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/docker/fields.js
var docker_fields = __webpack_require__(4218);
;// CONCATENATED MODULE: ./lib/src/docker/build/build-request.js

/** A build of a Dockerfile that asks for no more than what is given: no target, output, cache, secret, tag. */
function toBuildRequest(given) {
    return {
        target: undefined,
        builder: undefined,
        platforms: [],
        buildArgs: [],
        secrets: [],
        buildContexts: [],
        secretFiles: [],
        ssh: [],
        network: undefined,
        shmSize: undefined,
        ulimits: [],
        addHosts: [],
        allow: [],
        labels: [],
        annotations: [],
        attests: [],
        tags: [],
        pull: false,
        noCache: false,
        noCacheStages: [],
        cacheFrom: [],
        cacheTo: [],
        outputs: [],
        metadataFile: undefined,
        ...given,
    };
}
/** The command line of a build and what its environment needs on top: secrets travel there, not in the arguments. */
function planBuildCommand(request) {
    const secretNames = request.secrets.map((_, index) => `BUILD_SECRET_${index}`);
    const args = [
        'buildx',
        'build',
        '--progress=rawjson',
        ...build_request_option('builder', [request.builder]),
        ...build_request_option('file', [request.dockerfile]),
        ...build_request_option('target', [request.target]),
        ...build_request_option('platform', request.platforms.length === 0 ? [] : [request.platforms.join(',')]),
        ...build_request_option('build-arg', request.buildArgs.map(([key, value]) => `${key}=${value}`)),
        ...build_request_option('secret', request.secrets.map(([id], index) => `id=${id},env=BUILD_SECRET_${index}`)),
        ...surroundingsOf(request),
        ...build_request_option('label', request.labels),
        ...build_request_option('annotation', request.annotations),
        ...build_request_option('attest', request.attests),
        ...build_request_option('tag', request.tags),
        ...(request.pull ? ['--pull'] : []),
        ...(request.noCache ? ['--no-cache'] : []),
        ...build_request_option('no-cache-filter', request.noCacheStages),
        ...build_request_option('cache-from', request.cacheFrom),
        ...build_request_option('cache-to', request.cacheTo),
        ...build_request_option('output', request.outputs),
        ...build_request_option('metadata-file', [request.metadataFile]),
        request.context,
    ];
    const env = Object.fromEntries(request.secrets.map(([, value], index) => [secretNames[index] ?? '', value]));
    return { args, env };
}
function surroundingsOf(request) {
    const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = request;
    return [
        ...build_request_option('build-context', buildContexts.map(([name, source]) => `${name}=${source}`)),
        ...build_request_option('secret', secretFiles.map(([id, path]) => (0,docker_fields/* formatFields */.l)([`id=${id}`, `src=${path}`]))),
        ...build_request_option('ssh', ssh),
        ...build_request_option('network', [network]),
        ...build_request_option('shm-size', [shmSize]),
        ...build_request_option('ulimit', ulimits),
        ...build_request_option('add-host', addHosts),
        ...build_request_option('allow', allow),
    ];
}
function build_request_option(name, values) {
    return values.flatMap((value) => (value === undefined ? [] : [`--${name}`, value]));
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/json.js
var json = __webpack_require__(2630);
;// CONCATENATED MODULE: ./lib/src/docker/build/progress.js


/** A time that is none would make durations that are no numbers. */
const time = dist/* optional */.lqM(dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((text) => !Number.isNaN(Date.parse(text))))));
/** BuildKit's client.SolveStatus as buildx prints it (util/progress, rawjson); unknown fields are ignored. */
const solveStatus = dist/* object */.Ikc({
    vertexes: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({
        digest: dist/* string */.YjP(),
        name: dist/* optional */.lqM(dist/* string */.YjP(), ''),
        started: time,
        completed: time,
        cached: dist/* optional */.lqM(dist/* boolean */.zMY()),
        error: dist/* optional */.lqM(dist/* string */.YjP()),
    })))),
    statuses: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({
        id: dist/* string */.YjP(),
        vertex: dist/* string */.YjP(),
        current: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* finite */.E2x()), 0),
    })))),
    logs: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ vertex: dist/* string */.YjP(), data: dist/* optional */.lqM(dist/* string */.YjP(), '') })))),
    warnings: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ short: dist/* optional */.lqM(dist/* string */.YjP(), '') })))),
});
/** Reads one line of `--progress=rawjson`; never throws: what can't be read is text. */
function parseProgressLine(line) {
    if (line.trim() === '')
        return [];
    const status = (0,json/* parseAs */.g)(solveStatus, line);
    if (status === undefined)
        return [{ kind: 'text', text: line }];
    const vertices = (status.vertexes ?? []).map(({ started, completed, ...rest }) => ({
        kind: 'vertex',
        vertex: { ...rest, started: started ?? undefined, completed: completed ?? undefined },
    }));
    const outputs = (status.logs ?? []).map(({ vertex, data }) => ({
        kind: 'output',
        vertex,
        data: Buffer.from(data, 'base64'),
    }));
    const moved = (status.statuses ?? []).flatMap(({ id, vertex, current }) => {
        if (id === 'transferring context:')
            return [{ kind: 'context', vertex, sentBytes: current }];
        if (!/^sha256:[0-9a-f]{64}$/.test(id))
            return [];
        return [{ kind: 'layer', vertex, digest: id, receivedBytes: current }];
    });
    const checks = (status.warnings ?? []).map(({ short }) => ({
        kind: 'check',
        text: Buffer.from(short, 'base64').toString('utf8'),
    }));
    return [...vertices, ...outputs, ...moved, ...checks];
}

;// CONCATENATED MODULE: ./lib/src/docker/build/steps.js


/** `[stage 3/7] instruction`, for one of several platforms `[linux/arm64 stage 3/7] instruction`. */
const stepPattern = /^\[(?:((?:linux|windows|darwin)\/\S+) )?(?:(\S+) +)?(\d+\/\d+)\] ([\s\S]*)$/;
/** Splits BuildKit's name of a step into stage, platform, position and instruction. */
function parseStepName(name) {
    const [, platform, stage, position, instruction] = stepPattern.exec(name) ?? [];
    if (instruction === undefined)
        return { stage: undefined, position: undefined, name };
    return { stage: stage ?? 'stage-0', platform, position, name: instruction };
}
/** Gathers the steps of one build from the progress events. */
class StepTracker {
    #sent = new Map();
    #received = new Map();
    #vertices = new Map();
    /** Takes a change of a step; a step may start and complete more than once, and each change may come again. */
    update(vertex) {
        const known = this.#vertices.get(vertex.digest) ?? { vertex, endedBy: new Map() };
        known.vertex = { ...known.vertex, ...withoutUndefined(vertex) };
        // One that starts again has not completed.
        if (vertex.started !== undefined)
            known.vertex.completed = vertex.completed;
        const { started, completed } = known.vertex;
        if (started !== undefined && completed !== undefined)
            known.endedBy.set(started, completed);
        this.#vertices.set(vertex.digest, known);
    }
    /** Takes how many bytes of the build context a step has sent by now. */
    send(digest, sentBytes) {
        this.#sent.set(digest, Math.max(sentBytes, this.#sent.get(digest) ?? 0));
    }
    /** Takes how many bytes of a layer have come for a step by now. */
    receive(vertex, layer, receivedBytes) {
        const layers = this.#received.get(vertex) ?? new Map();
        this.#received.set(vertex, layers.set(layer, Math.max(receivedBytes, layers.get(layer) ?? 0)));
    }
    /** The steps that ran or were cached, stage by stage in the order of the instructions. */
    steps() {
        const begun = [...this.#vertices.values()]
            .filter(({ vertex }) => vertex.started !== undefined || vertex.cached)
            .sort((a, b) => startOf(a.vertex) - startOf(b.vertex));
        const steps = begun.map(({ vertex, endedBy }) => {
            const error = vertex.error === '' ? undefined : vertex.error;
            const durationMs = [...endedBy].reduce((sum, [from, to]) => sum + Math.max(0, msBetween(from, to)), 0);
            const received = [...(this.#received.get(vertex.digest)?.values() ?? [])];
            return {
                ...parseStepName(vertex.name),
                ...{ outcome: outcomeOf(vertex), durationMs, error },
                sentBytes: this.#sent.get(vertex.digest),
                receivedBytes: received.reduce((sum, one) => sum + one, 0) || undefined,
            };
        });
        return inOrder(steps);
    }
}
/** The steps stage by stage, as these first come, each in the order of its instructions. */
function inOrder(steps) {
    const stages = [...new Set(steps.map((step) => step.stage))];
    const order = (step) => stages.indexOf(step.stage) * 10_000 + parseInt(step.position ?? '0', 10);
    return [...steps].sort((a, b) => order(a) - order(b));
}
/** Whether caches that were read gave all that the instructions made; with steps that ran, or a cache that could not be read, it is not. */
function cameFromCache(steps) {
    const imports = steps.filter(({ name }) => name.startsWith('importing cache manifest'));
    const own = steps.filter(({ position, name }) => position !== undefined && !name.startsWith('FROM '));
    return (imports.length > 0 &&
        imports.every(({ outcome }) => outcome === 'done' || outcome === 'cached') &&
        own.every(({ outcome }) => outcome === 'cached'));
}
function startOf({ started }) {
    return started === undefined ? 0 : Date.parse(started);
}
function msBetween(from, to) {
    return Date.parse(to) - Date.parse(from);
}
function outcomeOf(vertex) {
    if (vertex.error)
        return (0,buildkit_words/* isCancelledStep */.q3)(vertex.error) ? 'cancelled' : 'failed';
    if (vertex.cached)
        return 'cached';
    return vertex.completed === undefined ? 'cancelled' : 'done';
}
function withoutUndefined(vertex) {
    return Object.fromEntries(Object.entries(vertex).filter(([, value]) => value !== undefined));
}
const byDocker = new WeakMap();
/** The steps that the log of this job has shown so far, of whichever build: cached ones are not shown again. */
function shownSteps(docker) {
    const shown = byDocker.get(docker) ?? new Set();
    byDocker.set(docker, shown);
    return shown;
}
/** What a step is known by in every build of a job; its digest differs with the build's context. */
function nameOfStep({ stage, platform, position, name, }) {
    return [stage, platform, position, name].join(' ').replace(/\s+/g, ' ');
}
/** Most lines of plain text (errors of buildx) that are kept. */
const maxTextLines = 2_000;
/** Most lines of output that are kept; BuildKit itself clips a step at 2 MiB. */
const maxOutputLines = 200_000;
/** Keeps what a build tells of itself while it runs. */
class BuildRecorder {
    #reword;
    #onStep;
    #tracker = new StepTracker();
    #names = new Map();
    #output = [];
    #text = [];
    #checks = new Set();
    /** `reword` turns BuildKit's texts into those that people read; `onStep` hears the name of each step that is at work. */
    constructor(reword, onStep) {
        this.#reword = reword;
        this.#onStep = onStep;
    }
    /** Takes a line of progress, and gives its events as people read them. */
    take(line) {
        return parseProgressLine(line).map((event) => {
            this.#keep(event);
            return event.kind === 'vertex' ? { ...event, vertex: this.#rewordVertex(event.vertex) } : event;
        });
    }
    /** Takes a line that a step printed. */
    print(digest, text) {
        const step = this.#names.get(digest) ?? '';
        if (this.#output.length < maxOutputLines)
            this.#output.push({ step, stage: parseStepName(step).stage, text });
    }
    /** All that was told until now. */
    recorded() {
        const steps = this.#tracker.steps();
        return { steps, output: this.#output, text: this.#text, checks: [...this.#checks] };
    }
    #keep(event) {
        switch (event.kind) {
            case 'vertex':
                this.#names.set(event.vertex.digest, event.vertex.name);
                this.#tracker.update(event.vertex);
                if (isAtWork(event.vertex))
                    this.#onStep(event.vertex.name);
                break;
            case 'context':
                this.#tracker.send(event.vertex, event.sentBytes);
                break;
            case 'layer':
                this.#tracker.receive(event.vertex, event.digest, event.receivedBytes);
                break;
            case 'check':
                this.#checks.add(this.#reword(event.text));
                break;
            case 'text':
                if (this.#text.length < maxTextLines)
                    this.#text.push(this.#reword(event.text));
                break;
            case 'output':
                break;
        }
    }
    /** A step as people read it; its name is cut for the log only after that. */
    #rewordVertex(vertex) {
        const { name, error } = vertex;
        return { ...vertex, name: this.#reword(name), error: error && this.#reword(error) };
    }
}
function isAtWork({ started, completed, cached }) {
    return started !== undefined && completed === undefined && cached !== true;
}

;// CONCATENATED MODULE: ./lib/src/docker/build/live-log.js




const dim = (text) => `\x1b[2m${text}\x1b[22m`;
const bold = (text) => `\x1b[1m${text}\x1b[22m`;
const red = (text) => `\x1b[31m${text}\x1b[39m`;
const cyan = (text) => `\x1b[36m${text}\x1b[39m`;
const maxHeldLength = 64 * 1024;
const quickMs = 1_000;
/**
 * Words the progress of a build as log lines: a line when a step begins, its output under it, a line when it ends.
 * Also gives each line of a step's output to `onOutput`, without the decoration.
 */
class LiveLog {
    #isQuiet;
    #shownBefore;
    #repeated = 0;
    #print;
    #onOutput;
    #known = new Map();
    #current;
    constructor({ isQuiet, shownBefore }, print, onOutput) {
        this.#isQuiet = isQuiet;
        this.#shownBefore = shownBefore;
        this.#print = print;
        this.#onOutput = onOutput;
    }
    /** Shows one event. */
    show(event, nowMs = performance.now()) {
        if (event.kind === 'text') {
            this.#current = undefined;
            this.#print(event.text);
        }
        else if (event.kind === 'vertex')
            this.#showVertex(event.vertex, nowMs);
        else if (event.kind === 'output')
            this.#showOutput(event.vertex, event.data);
    }
    /** Says which step is at work, for one that prints nothing for a long time; `nowMs` is by the clock of `show`. */
    remind(nowMs) {
        const running = [...this.#known.values()].filter(({ beganAtMs, ended }) => beganAtMs !== undefined && !ended);
        const [oldest] = running.sort((a, b) => (a.beganAtMs ?? 0) - (b.beganAtMs ?? 0));
        this.#current = undefined;
        if (oldest?.beganAtMs === undefined) {
            this.#print(dim('still waiting for the builder'));
            return;
        }
        const others = running.length > 1 ? ` and ${running.length - 1} more` : '';
        const took = (0,format/* formatDuration */.a)(nowMs - oldest.beganAtMs);
        this.#print(`${titleOf(oldest.vertex)}${others}  ${dim(`still running after ${took}`)}`);
    }
    /** Shows what steps printed without a line end, and how many steps an earlier build has shown. */
    end() {
        for (const digest of this.#known.keys())
            this.#flush(digest);
        if (this.#repeated > 0 && !this.#isQuiet)
            this.#print(dim(`CACHED: ${this.#repeated} ${this.#repeated === 1 ? 'step' : 'steps'} from above`));
    }
    /** The steps that were shown, as `nameOfStep` words them. */
    shown() {
        return [...this.#known.values()]
            .filter(({ vertex, announced }) => announced || vertex.cached === true)
            .map(({ vertex }) => nameOfStep(parseStepName(vertex.name)));
    }
    #showVertex(change, nowMs) {
        const known = this.#known.get(change.digest) ?? {
            vertex: change,
            decoder: new external_node_string_decoder_.StringDecoder('utf8'),
            held: '',
            announced: false,
            ended: false,
            beganAtMs: undefined,
        };
        known.vertex = { ...known.vertex, ...change, started: change.started ?? known.vertex.started };
        this.#known.set(change.digest, known);
        if (known.vertex.started !== undefined)
            known.beganAtMs ??= nowMs;
        // A second round of the same step would be told twice.
        if (known.ended)
            return;
        if (change.completed !== undefined)
            this.#showEnd(change.digest, known);
        else if (change.started !== undefined &&
            !known.announced &&
            !this.#isQuiet &&
            isInstruction(known.vertex)) {
            this.#announce(change.digest, known);
        }
    }
    #showEnd(digest, known) {
        this.#flush(digest);
        known.ended = true;
        const { cached, error, started, completed } = known.vertex;
        if (cached && this.#isQuiet)
            return;
        if (cached && isInstruction(known.vertex)) {
            if (this.#shownBefore.has(nameOfStep(parseStepName(known.vertex.name)))) {
                this.#repeated++;
                return;
            }
            this.#printOutcome(digest, known.vertex, dim('CACHED'));
            return;
        }
        const durationMs = Date.parse(completed ?? '') - Date.parse(started ?? completed ?? '');
        // BuildKit's own work is worth a line only when it took a while.
        if (!known.announced && !error && durationMs < quickMs)
            return;
        const took = (0,format/* formatDuration */.a)(durationMs);
        this.#printOutcome(digest, known.vertex, error ? red(`failed after ${took}: ${error}`) : dim(`done in ${took}`));
    }
    /** Below the step's own output, where that was printed last, else after its title. */
    #printOutcome(digest, vertex, outcome) {
        const title = this.#current === digest ? '' : titleOf(vertex);
        this.#print(`${title}  ${outcome}`);
        this.#current = undefined;
    }
    #announce(digest, known) {
        known.announced = true;
        this.#current = digest;
        this.#print(titleOf(known.vertex));
    }
    #showOutput(digest, data) {
        const known = this.#known.get(digest);
        if (known === undefined)
            return;
        // Pieces are cut anywhere: inside of a character, or between the CR and the LF of one line end.
        const text = known.held + known.decoder.write(data);
        const sure = text.endsWith('\r') ? text.slice(0, -1) : text;
        const end = Math.max(sure.lastIndexOf('\n'), sure.lastIndexOf('\r')) + 1;
        known.held = text.slice(end, end + maxHeldLength);
        for (const line of (0,shared_text/* splitLines */.uz)(text.slice(0, end)).slice(0, -1))
            this.#printOutput(digest, line);
    }
    #flush(digest) {
        const known = this.#known.get(digest);
        if (known === undefined || known.held === '')
            return;
        const held = known.held.replace(/\r$/, '');
        known.held = '';
        this.#printOutput(digest, held);
    }
    #printOutput(digest, line) {
        const known = this.#known.get(digest);
        if (known !== undefined && this.#current !== digest)
            this.#announce(digest, known);
        this.#print(`  ${line}`);
        this.#onOutput(digest, line);
    }
}
/** A numbered step that does something: not BuildKit's own work, and not FROM, which only names an image. */
function isInstruction(vertex) {
    const { stage, name } = parseStepName(vertex.name);
    return stage !== undefined && !name.startsWith('FROM ');
}
function titleOf(vertex) {
    const { stage, position, name } = parseStepName(vertex.name);
    const shortName = name.replace(/\s+/g, ' ').slice(0, 300);
    return stage === undefined ? dim(shortName) : `${cyan(`[${stage} ${position ?? ''}]`)} ${bold(shortName)}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/docker/builder.js
var docker_builder = __webpack_require__(6096);
;// CONCATENATED MODULE: ./lib/src/docker/build/watch-builder.js


/** So many questions in a row without an answer are no accident; a machine at its limit answers late. */
const maxUnanswered = 3;
const usualTimes = { silenceMs: 30_000, pauseMs: 10_000, deadlineMs: 30_000 };
/**
 * While a build says nothing, asks its builder whether it is still there: a RUN may be silent for hours, an engine that hangs is silent
 * for ever. Calls `onLost` with the words for the user, once, when several questions in a row got no answer. A builder of which one node
 * answers is there.
 */
function watchBuilder(docker, builder, onLost, { silenceMs, pauseMs, deadlineMs } = usualTimes) {
    let heardAt = performance.now();
    const end = new AbortController();
    const { signal } = end;
    const args = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])];
    const watch = async () => {
        for (let unanswered = 0;;) {
            const quietMs = performance.now() - heardAt;
            await (0,external_node_timers_promises_.setTimeout)(unanswered > 0 ? pauseMs : Math.max(silenceMs - quietMs, 1), undefined, { signal });
            if (performance.now() - heardAt < silenceMs) {
                unanswered = 0;
                continue;
            }
            const askedAt = performance.now();
            const asked = await docker.run({ args, deadlineMs, signal });
            signal.throwIfAborted();
            if (isAnswer(asked)) {
                unanswered = 0;
                heardAt = Math.max(heardAt, askedAt);
            }
            else if (heardAt < askedAt && ++unanswered === maxUnanswered) {
                const words = await describeLoss(docker, builder, asked);
                signal.throwIfAborted();
                onLost(words);
                return;
            }
        }
    };
    // It ends by being stopped, or with the job that is cancelled.
    watch().catch(() => undefined);
    return {
        heard: () => {
            heardAt = performance.now();
        },
        stop: () => {
            end.abort();
        },
    };
}
/** Whatever is not plainly the words of a builder that can't be reached counts as an answer. */
function isAnswer(asked) {
    if (asked.kind === 'timed-out')
        return false;
    if (asked.kind !== 'exited')
        return true;
    const { stdout } = asked;
    return /^Status:[ \t]*running/m.test(stdout) || !/^Error:/m.test(stdout);
}
async function describeLoss(docker, builder, asked) {
    const inspected = asked.kind === 'exited' ? asked.stdout : '';
    const name = /^Name:[ \t]*(\S+)/m.exec(inspected)?.[1] ?? builder;
    const why = /^Error:[ \t]*(.+)/m.exec(inspected)?.[1];
    const isEngine = name === undefined || name === 'default';
    const address = isEngine ? await (0,docker_builder/* askEngineAddress */.Sc)(docker) : undefined;
    const where = address === undefined ? '' : ` at ${address}`;
    const who = isEngine ? `The Docker engine${where}` : `The builder ${name}`;
    const wayOut = isEngine
        ? 'Look at the log of the engine, restart it, and run the job again.'
        : `Look at its log and at docker buildx inspect ${name}, restart it, and run the job again.`;
    return (`${who} stopped answering: the build fell silent, and then ${maxUnanswered} questions in a row got no answer` +
        `${why === undefined ? '' : ` (${why})`}. ${wayOut}`);
}

;// CONCATENATED MODULE: ./lib/src/docker/build/run-build.js







/**
 * Runs one build, showing it live in a group of the log. The names of steps in the result stay BuildKit's. A build that
 * fails over a cache that lost its layers is run again without reading caches.
 */
async function runBuild(docker, log, title, request, view) {
    const build = await runOnce(docker, log, title, request, view);
    const lost = request.cacheFrom.length === 0 ? undefined : (0,buildkit_words/* findLostLayer */.rz)(build);
    if (lost === undefined)
        return build;
    const again = `${title} (again, without reading caches)`;
    return { ...(await runOnce(docker, log, again, { ...request, cacheFrom: [] }, view)), cacheTrouble: lost };
}
async function runOnce(docker, log, title, request, view) {
    const recorder = new BuildRecorder(view.reword, view.onStep ?? (() => undefined));
    const startedAt = performance.now();
    const { ended, loss } = await log.group(title, (print) => follow(docker, request, view, recorder, print));
    const isBuilt = ended.kind === 'exited' && ended.code === 0;
    const outcome = ended.kind === 'timed-out' ? 'timed-out' : isBuilt ? 'built' : 'failed';
    const durationMs = performance.now() - startedAt;
    const { steps, output, text, checks } = recorder.recorded();
    log.info(`${title}: ${wordsOfEnd(outcome, durationMs, steps)}`);
    return {
        ...{ outcome, steps, output, checks, durationMs },
        // Behind what buildx says of its interruption: the last error counts.
        text: loss === undefined ? text : [...text, `ERROR: ${loss}`],
        cacheTrouble: (0,buildkit_words/* findCacheTrouble */.fu)(steps),
        isBuilderLost: loss !== undefined,
    };
}
/** Shows a build while it runs; `loss` has the words for the user when its builder stopped answering. */
async function follow(docker, request, { reword, isQuiet, isHeld, deadlineMs, silenceMs, signal }, recorder, print) {
    let loss;
    const shownBefore = shownSteps(docker);
    const live = new LiveLog({ isQuiet, shownBefore: new Set(shownBefore) }, (line) => {
        silence.heard();
        print(reword(line));
    }, (digest, line) => {
        recorder.print(digest, line);
    });
    const silence = watchSilence(() => {
        live.remind(performance.now());
    });
    const lost = new AbortController();
    const watch = watchBuilder(docker, request.builder, (words) => {
        loss = words;
        print(words);
        lost.abort();
    });
    try {
        const ended = await docker.run({
            ...planBuildCommand(request),
            ...{ deadlineMs, silenceMs },
            signal: AbortSignal.any([lost.signal, ...(signal === undefined ? [] : [signal])]),
            onErrorLine: (line) => {
                watch.heard();
                for (const event of recorder.take(line))
                    live.show(event);
            },
        });
        live.end();
        // What is held back may never be shown.
        if (isHeld !== true)
            for (const step of live.shown())
                shownBefore.add(step);
        return { ended, loss };
    }
    finally {
        silence.stop();
        watch.stop();
    }
}
/** Calls `remind` each time nothing was heard for as long as nobody should wait for a sign of life. */
function watchSilence(remind) {
    let heardAt = performance.now();
    const timer = setInterval(() => {
        if (performance.now() - heardAt >= shared_log/* maxSilenceMs */.Q)
            remind();
    }, 1_000);
    return {
        heard: () => {
            heardAt = performance.now();
        },
        stop: () => {
            clearInterval(timer);
        },
    };
}
function wordsOfEnd(outcome, durationMs, steps) {
    const end = { built: 'done in', failed: 'failed after', 'timed-out': 'stopped after' }[outcome];
    const own = steps.filter((step) => step.stage !== undefined);
    const cached = own.filter((step) => step.outcome === 'cached').length;
    return `${end} ${(0,format/* formatDuration */.a)(durationMs)}${cached > 0 ? `, ${cached} of ${own.length} steps cached` : ''}`;
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/plan/instrument/result-strategy.js
var result_strategy = __webpack_require__(4277);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(3258);
;// CONCATENATED MODULE: ./lib/src/plan/instrument/run-mounts.js



/** Where the cache mount with the results is in a RUN; nothing of it stays in an image. */
const resultsFolder = '/.dotnet-container';
const settingsFile = '/.dotnet-container.runsettings';
const targetsFile = '/.dotnet-container.targets';
/**
 * Everything that is put into a RUN line: mounts whose ids begin with our name. A quoted or escaped value never stands
 * in one, so each of them ends at the next space.
 */
const marksPattern = / --mount=type=(?:cache|secret),id=dotnet-container-\S+/g;
/** The same but the one that only tells the RUN. */
const collectingPattern = / --mount=type=(?:cache|secret),id=dotnet-container-(?!run-)\S+/g;
/** A text of BuildKit's without our marks: what the team wrote. */
function withoutMarks(text) {
    return text.replace(marksPattern, '');
}
/** A Dockerfile of ours for frontends that can't bring a secret into a variable (older than 1.10): the log must do. */
function withoutCollecting(text) {
    return text.replace(collectingPattern, '');
}
/** A Dockerfile of ours whose testing RUNs are not answered with what they did before in the same job. */
function withNewMarks(text) {
    return text.replace(/(,id=dotnet-container-run-[\w-]+)/g, '$1-again');
}
/** A mark on a RUN that hides whether its build failed: only where it runs can that be read. */
function againMark({ jobId }) {
    return ` --mount=type=secret,id=dotnet-container-again-${jobId}`;
}
/** The number of the testing RUN that a step's name belongs to, when it is one. */
function testRunNumber(stepName) {
    const number = /,id=dotnet-container-run-(\d+)/.exec(stepName)?.[1];
    return number === undefined ? undefined : Number(number);
}
/** The first stage of the chain that a stage descends from: its base is an image. */
function rootOf(dockerfile, stage) {
    return (0,stage_graph/* chainOf */.dR)(dockerfile, stage).at(-1) ?? stage;
}
/**
 * The mount with the results of a stage's testing RUN, for that RUN and, with another `target`, for the one that
 * collects them.
 */
function resultsMount(dockerfile, stage, number, { placeId, mayBeCached }, target = resultsFolder) {
    const image = rootOf(dockerfile, stage).base;
    const isStage = dockerfile.stages.some(({ name }) => name?.toLowerCase() === image.toLowerCase());
    const isImage = !(0,dockerfile_variables/* hasVariables */.cF)(image) && image !== 'scratch' && !isStage;
    // A new cache mount belongs to root alone; with the content of the image's /tmp it also has its open rights.
    const openRights = isImage ? `,from=${image},source=/tmp` : '';
    // In place of a folder that is held, BuildKit gives an empty one, and it holds a folder to count its bytes, too. With
    // `locked` it waits instead; for jobs that share the place that would be until the others' tests have ended.
    const sharing = mayBeCached ? 'shared' : 'locked';
    return ` --mount=type=cache,id=dotnet-container-results-${placeId}-${number},sharing=${sharing},target=${target}${openRights}`;
}
/**
 * The mounts of one testing RUN: a secret that is never given, whose id tells the RUN and makes the step miss the
 * cache; secrets that MSBuild reads as properties; and the cache mount for what it writes.
 */
function planMounts(dockerfile, { owner, instruction, way, isTried = false }, number, final, options) {
    const { jobId, mayBeCached, coverage, hangTimeoutMs, habits } = options;
    const flags = [
        ` --mount=type=secret,id=dotnet-container-run-${number}${mayBeCached && !isTried ? '' : `-${jobId}`}`,
    ];
    const secrets = [];
    const give = (name, value) => {
        const id = `dotnet-container-${number}-${name}`;
        flags.push(` --mount=type=secret,id=${id},env=${name}`);
        secrets.push([id, value]);
    };
    const giveFile = (name, path, content) => {
        const id = `dotnet-container-${number}-${name}-file`;
        flags.push(` --mount=type=secret,id=${id},target=${path},mode=0444`);
        secrets.push([id, content]);
        give(name, path);
    };
    if (hangTimeoutMs !== undefined) {
        give('VSTestBlameHang', 'true');
        give('VSTestBlameHangTimeout', `${hangTimeoutMs}ms`);
        // The name of the test is wanted, not gigabytes of memory.
        give('VSTestBlameHangDumpType', 'none');
    }
    if (way === 'log')
        return { flags, secrets };
    const folder = `${resultsFolder}/${jobId}/${number}`;
    flags.push(resultsMount(dockerfile, owner, number, options));
    if (way === 'folder')
        give('VSTestLogger', 'trx');
    // MSBuild would take a semicolon for the end of an item. A prefix (LogFilePrefix) can't lead to another folder, so of
    // several projects the last one's file remains, and the log has the others.
    if (way === 'file')
        give('VSTestLogger', `trx%3BLogFileName=${folder}/results.trx`);
    if (way === 'folder' || way === 'directory')
        give('VSTestResultsDirectory', folder);
    if (way === 'settings')
        giveFile('VSTestSetting', settingsFile, trxSettings(`${folder}/results.trx`));
    if (way === 'target')
        giveFile('CustomAfterMicrosoftCommonTargets', targetsFile, trxTarget(folder));
    if (coverage)
        give('VSTestCollect', 'XPlat Code Coverage');
    const platform = (0,result_strategy/* choosePlatformArguments */.HZ)(dockerfile, owner, instruction, final, habits, folder, coverage);
    if (platform !== undefined)
        give('TestingPlatformCommandLineArguments', platform);
    return { flags, secrets };
}
function trxSettings(file) {
    const configuration = `<Configuration><LogFileName>${file}</LogFileName></Configuration>`;
    const logger = `<Logger friendlyName="trx" enabled="True">${configuration}</Logger>`;
    return `<RunSettings><LoggerRunSettings><Loggers>${logger}</Loggers></LoggerRunSettings></RunSettings>`;
}
/** Adds a logger when all other properties stand, so that nothing of the command line or a project is taken away. */
function trxTarget(folder) {
    const logger = `trx%3BLogFileName=${folder}/$(MSBuildProjectName)_$(TargetFramework).trx`;
    const properties = `<PropertyGroup><VSTestLogger>$(VSTestLogger);${logger}</VSTestLogger></PropertyGroup>`;
    const target = `<Target Name="DotnetContainerLogger" BeforeTargets="_VSTestConsole;_VSTestMSBuild">`;
    return `<Project>${target}${properties}</Target></Project>`;
}

;// CONCATENATED MODULE: ./lib/src/build/held-log.js
/** Keeps what is logged until somebody has room for it; from then on it goes there at once. */
class HeldLog {
    #held = [];
    #print = (line) => this.#held.push(line);
    /** Hands on what was logged, and all that follows. */
    release(print) {
        for (const line of this.#held)
            print(line);
        this.#held = [];
        this.#print = print;
    }
    info(text) {
        this.#print(text);
    }
    debug() {
        // For whoever looks for a fault in the build that is shown.
    }
    notice(text) {
        this.#print(text);
    }
    warning(text) {
        this.#print(text);
    }
    error(text) {
        this.#print(text);
    }
    async group(_title, work) {
        return await work((line) => {
            this.#print(line);
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/build/build-ahead.js






/**
 * Prepares to build the final stage in the same builder, to nowhere. BuildKit runs what both builds need once. What it needs begins to be
 * written into the build cache when it is built, also while the tests still run.
 */
function prepareAhead({ docker, log }, { parallelBuild, builds }, { final }, writing) {
    const abort = new AbortController();
    const held = new HeldLog();
    let building;
    let ended;
    const start = () => runBuild(docker, held, 'Image', { ...builds.image, tags: [], cacheTo: [], outputs: ['type=cacheonly'], metadataFile: undefined }, { reword: withoutMarks, isQuiet: false, isHeld: true, signal: abort.signal }).catch(() => undefined); // Cancelled: whoever waits for the other build hears of it.
    return {
        begin: () => {
            if (parallelBuild.kind !== 'parallel' || building !== undefined)
                return;
            building = start();
            void building.then((result) => {
                ended = result;
                if (result?.outcome === 'built' && !abort.signal.aborted)
                    writing.beginImage(builds.image, result.steps);
            });
        },
        hasBegun: () => building !== undefined,
        stop: () => {
            abort.abort();
        },
        end: async () => {
            abort.abort();
            const result = await building;
            await writing.stop();
            return result && (0,buildkit_words/* findShortage */.Jp)(result);
        },
        finish: async () => {
            if (building === undefined || (ended !== undefined && !isWorthShowing(ended)))
                return;
            const title = `Image, while the tests ran: docker buildx build, stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)}`;
            await log.group(title, async (print) => {
                held.release(print);
                const shown = shownSteps(docker);
                for (const step of (await building)?.steps ?? [])
                    shown.add(nameOfStep({ ...step, name: withoutMarks(step.name) }));
            });
        },
        addTo: async (steps) => addAhead(steps, (await building)?.steps ?? []),
        async [Symbol.asyncDispose]() {
            abort.abort();
            await building;
        },
    };
}
function isWorthShowing({ outcome, steps }) {
    return outcome === 'built' && steps.some((step) => step.stage !== undefined && step.outcome === 'done');
}
/** The steps of both builds, each once. BuildKit tells a step that two builds need at once to one of them, and the cache may be written meanwhile. */
function addAhead(steps, ahead) {
    const after = new Map(steps.map((step) => [keyOf(step), step]));
    const before = new Map();
    for (const step of ahead) {
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
    return inOrder([...both, ...steps.filter((step) => !before.has(keyOf(step)))]);
}
function keyOf({ stage, platform, position, name }) {
    return JSON.stringify([stage, platform, position, withoutMarks(name)]);
}

;// CONCATENATED MODULE: ./lib/src/docker/build/build-result.js



/** The step of a build that failed; one that was stopped since another failed is none. */
function findFailedStep({ steps }) {
    return steps.find((step) => step.outcome === 'failed');
}
/** What the command of the step that failed printed, as plain text: BuildKit's own message only has its exit code. */
function readLastOutput({ steps, output }) {
    const failed = findFailedStep({ steps });
    if (failed === undefined)
        return [];
    return output
        .filter(({ stage, step }) => stage === failed.stage && step.endsWith(failed.name))
        .map(({ text }) => (0,shared_text/* plainText */.wh)(text).trimEnd());
}
/** How much of the build context went to the builder, in the build that sent most; undefined where none told. */
function readContextBytes(steps) {
    const sent = steps.flatMap(({ sentBytes }) => sentBytes ?? []);
    return sent.length === 0 ? undefined : Math.max(...sent);
}
const metadataSchema = dist/* looseObject */._H3({
    'containerimage.digest': dist/* optional */.lqM(dist/* string */.YjP()),
    'containerimage.config.digest': dist/* optional */.lqM(dist/* string */.YjP()),
    'image.name': dist/* optional */.lqM(dist/* string */.YjP()),
});
/** Reads the metadata that a build has left in a file. Throws when there are none, or other ones than buildx writes. */
async function readBuildMetadata(file) {
    const all = dist/* parse */.qgA(metadataSchema, JSON.parse(await (0,promises_.readFile)(file, 'utf8')));
    return {
        digest: all['containerimage.digest'],
        configDigest: all['containerimage.config.digest'],
        imageName: all['image.name'],
        all,
    };
}

;// CONCATENATED MODULE: ./lib/src/build/repeat-build.js






/** A build that was made in this job, made again from the builder's cache: no step of it runs a second time. */
function fromCache(request) {
    return { ...request, noCache: false, noCacheStages: [], pull: false };
}
/**
 * Repeats the cached build of the final stage with other outputs: nothing is built again, since what was measured is what is used.
 * Throws a UserError with the title `failure` when that fails.
 */
async function repeatBuild(docker, log, { title, failure }, request, tempFolder) {
    const metadataFile = (0,external_node_path_.join)(tempFolder, 'metadata.json');
    const build = await runBuild(docker, log, title, { ...fromCache(request), cacheTo: [], metadataFile }, { reword: withoutMarks, isQuiet: true });
    if (build.outcome !== 'built')
        throw new errors/* UserError */.yo(failure, (0,buildkit_words/* parseBuildError */.gK)(build.text).message);
    const { digest, configDigest, all } = await readBuildMetadata(metadataFile);
    return { digest, configDigest, metadata: all, durationMs: build.durationMs };
}

;// CONCATENATED MODULE: ./lib/src/build/write-cache.js






/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000;
/**
 * Prepares to write the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs
 * neither the image nor the job. Gives a warning when it was lost. It is written while the tests run, and while the image is measured and
 * compared, unless that would make a smoke test slow. When the tests failed what came before them is written all the same, so that the fix
 * does not restore and compile everything again.
 */
function prepareCacheWrite({ docker, log }, { settings, builds, cache }) {
    const { kind } = cache;
    const held = new HeldLog();
    let isSpared = false;
    let queue = new WriteQueue(docker, held, kind);
    const stop = async () => {
        const stopped = queue;
        queue = new WriteQueue(docker, held, kind);
        await stopped.stop();
    };
    const begin = (solves) => {
        if (settings.smokeCheck === undefined)
            queue.add(solves);
    };
    return {
        beginImage: (image, steps) => {
            // Where caches were given, who gave them may count on what goes there to be of tests that passed.
            if (kind !== 'own' && !cameFromCache(steps))
                begin(imageSolve(cache, image));
        },
        begin: (image) => {
            begin(solvesOf(builds, cache, image));
        },
        stop,
        spare: () => {
            // What was given may be read from one place and written to another.
            isSpared = kind !== 'own';
        },
        finish: async (image, isServiceInTrouble = false) => {
            const solves = solvesOf(builds, cache, image);
            if (solves.length === 0 && queue.isEmpty())
                return { writeMs: undefined, warnings: [] };
            if (isSpared && queue.isEmpty()) {
                log.info(`Write the build cache (${kind}): nothing new, all of it came from there`);
                return { writeMs: undefined, warnings: [] };
            }
            if (kind === 'gha' && isServiceInTrouble) {
                await stop();
                const why = 'its service did not take the measurement a moment ago';
                return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] };
            }
            return log.group(`Write the build cache (${kind})`, (print) => {
                held.release(print);
                queue.add(solves);
                return queue.end();
            });
        },
        [Symbol.asyncDispose]: stop,
    };
}
/** Solves that write a cache, one after the other, each place once; the first that fails is the last. */
class WriteQueue {
    #write;
    #abort = new AbortController();
    #places = new Set();
    #written = Promise.resolve({ writeMs: 0, warnings: [] });
    constructor(docker, log, kind) {
        this.#write = (solve) => writeOne(docker, log, kind, solve, this.#abort.signal);
    }
    isEmpty() {
        return this.#places.size === 0;
    }
    add(solves) {
        for (const solve of solves) {
            const place = solve.to.join();
            if (this.#places.has(place))
                continue;
            this.#places.add(place);
            this.#written = this.#written.then((before) => this.#goOn(before, solve));
        }
        // Cancelled: whoever waits for the job hears of it.
        this.#written.catch(() => undefined);
    }
    end() {
        return this.#written;
    }
    async stop() {
        this.#abort.abort();
        await this.#written.catch(() => undefined);
    }
    async #goOn(before, solve) {
        if (before.warnings.length > 0)
            return before;
        const startedAt = performance.now();
        const why = await this.#write(solve);
        const warnings = why === undefined ? [] : [`The build cache was not written: ${why}. The next run may be slower.`];
        return { writeMs: (before.writeMs ?? 0) + performance.now() - startedAt, warnings };
    }
}
function imageSolve(cache, request) {
    return cache.to.length === 0 ? [] : [{ request, to: cache.to }];
}
function solvesOf({ testCaches: { passed, failed } }, cache, image) {
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
/** Gives why it failed. */
async function writeOne(docker, log, kind, { request, to }, signal) {
    const build = await runBuild(docker, log, `Write the build cache (${kind})`, {
        ...fromCache(request),
        cacheTo: to,
        outputs: ['type=cacheonly'],
        metadataFile: undefined,
    }, { reword: withoutMarks, isQuiet: true, silenceMs, signal });
    if (build.outcome === 'built')
        return undefined;
    if (build.outcome === 'timed-out')
        return `it gave no sign of life for ${silenceMs / 1000} s`;
    return (0,buildkit_words/* parseBuildError */.gK)(build.text).message.split('\n')[0] ?? 'no reason was given';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/shared/files/workspace-files.js



/** What tools write, in which nobody keeps sources. */
const skipped = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults']);
/**
 * Gives the files below a folder as paths in it, with `/`, those nearest to the top first and then by name; not those in folders that tools write,
 * and none of what comes after `maxFolders`. Links are not followed, and a folder that can't be read has no files. `without` is the path of a folder that is left out.
 */
async function* walkFiles(folder, { maxFolders, without }) {
    const folders = [''];
    for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
        const current = folders.shift();
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, current), { withFileTypes: true }).catch(() => []);
        for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
            const path = external_node_path_.posix.join(current, entry.name);
            if (entry.isDirectory() && !skipped.has(entry.name) && path !== without)
                folders.push(path);
            if (entry.isFile())
                yield path;
        }
    }
    return undefined;
}
const maxLength = 1024 * 1024;
/** The text of a file, at most a mebibyte of it; empty where it can't be read. */
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').slice(0, maxLength);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/src/inputs/paths.js




/** Those of something that has more. */
function pathsOf({ workspace, context, file, fileShown }) {
    return { workspace, context, file, fileShown };
}
const gitUrlPattern = /^(https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/i;
/**
 * Finds context and Dockerfile, and holds both inside the workspace also when a symbolic link leads elsewhere:
 * a build would send what the link points at to the builder.
 */
async function findContext(context, file, workspace, problems) {
    const root = await (0,promises_.realpath)(workspace);
    const found = {
        workspace: root,
        context: root,
        file: (0,external_node_path_.join)(root, 'Dockerfile'),
        fileShown: 'Dockerfile',
    };
    if (gitUrlPattern.test(context)) {
        problems.add('context', `"${context}" is a URL; check the repository out first and give its folder.`);
        return found;
    }
    const contextPath = await locate('context', (0,external_node_path_.resolve)(root, context), root, problems);
    if (contextPath === undefined) {
        // A Dockerfile that was named can be looked for all the same, so that both problems are told at once.
        if (file !== '')
            await locate('file', (0,external_node_path_.resolve)(root, file), root, problems);
        return found;
    }
    if (!(await (0,promises_.stat)(contextPath)).isDirectory()) {
        problems.add('context', `${shownPath(contextPath, root)} is a file; the build context is a folder.`);
        return found;
    }
    const written = file === '' ? (0,external_node_path_.join)(contextPath, 'Dockerfile') : (0,external_node_path_.resolve)(root, file);
    const filePath = await locate('file', written, root, problems);
    if (filePath === undefined)
        return found;
    if (!(await (0,promises_.stat)(filePath)).isFile()) {
        problems.add('file', `${shownPath(filePath, root)} is not a file.`);
        return found;
    }
    return { workspace: root, context: contextPath, file: filePath, fileShown: shownPath(filePath, root) };
}
async function locate(input, path, root, problems) {
    let real;
    try {
        real = await (0,promises_.realpath)(path);
    }
    catch {
        const what = input === 'file' ? 'there is no Dockerfile at' : 'there is no folder';
        const hint = input === 'file' ? ` ${await describeOthers(root)}` : '';
        problems.add(input, `${what} ${shownPath(path, root)}.${hint}`);
        return undefined;
    }
    if (isOutside((0,external_node_path_.relative)(root, real))) {
        const link = real === path ? '' : `, by way of a link to ${real}`;
        problems.add(input, `${shownPath(path, root)} is outside the workspace ${root}${link}; builds read only what is inside.`);
        return undefined;
    }
    return real;
}
/** A path relative to a folder that it is in, with `/`, for people; else as it is. */
function shownPath(path, root) {
    const short = (0,external_node_path_.relative)(root, path);
    return short === '' ? '.' : isOutside(short) ? path : short.split(external_node_path_.sep).join('/');
}
/** Whether a path that `relative` gave leads out of the folder that it began from. */
function isOutside(fromRoot) {
    return fromRoot === '..' || fromRoot.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(fromRoot);
}
const maxListed = 8;
const maxFolders = 2_000;
const dockerfileName = /^(?:dockerfile(?:[._-][\w.-]+)?|[\w.-]+\.dockerfile)$/i;
const otherEnding = /\.(?:dockerignore|md|txt|sh|ps1|cs|json|ya?ml|template|j2)$/i;
/** The Dockerfiles that there are, as the inputs that choose them, one a line. */
async function describeOthers(root) {
    const found = await listDockerfiles(root);
    if (found.length === 0) {
        const isEmpty = (await walkFiles(root, { maxFolders }).next()).done;
        return isEmpty === true
            ? 'The workspace is empty: a workflow needs actions/checkout in a step before this one.'
            : 'The repository has no Dockerfile at all; docker init writes a first one.';
    }
    const lines = found.slice(0, maxListed).map(({ file, context }) => {
        return `\n  file: ${file}${context === '.' ? '' : `, context: ${context}`}`;
    });
    const left = found.length - lines.length;
    return `${found.length === 1 ? 'Set' : 'Set one of'}:${lines.join('')}${left > 0 ? `\n  and ${left} more` : ''}`;
}
/**
 * The Dockerfiles of a workspace, each with the folder that its COPY lines begin from, as far as they tell; those with .NET first, else
 * nearest to the top first. What comes after 2,000 folders is not looked at.
 */
async function listDockerfiles(workspace) {
    const found = [];
    for await (const path of walkFiles(workspace, { maxFolders })) {
        const name = external_node_path_.posix.basename(path);
        if (dockerfileName.test(name) && !otherEnding.test(name))
            found.push(path);
    }
    const read = await Promise.all(found.map(async (file) => {
        const text = readText((0,external_node_path_.join)(workspace, file)).replace(/^\s*#.*$/gm, '');
        return { file, context: await contextOf(workspace, file, text), isDotnet: /dotnet/i.test(text) };
    }));
    return read.sort((a, b) => Number(b.isDotnet) - Number(a.isDotnet));
}
/**
 * The highest folder, at the Dockerfile or above it, that has most of what its COPY lines name; where they name nothing, of what its
 * other lines do; else its own folder where that has a project.
 */
async function contextOf(workspace, file, text) {
    const copied = [...text.matchAll(/^\s*(?:COPY|ADD)\s+(?!--from)(?:--\S+\s+)*(.+)$/gim)]
        .flatMap(([, words = '']) => words
        .replace(/[[\]",]/g, ' ')
        .trim()
        .split(/\s+/)
        .slice(0, -1))
        // Of a pattern the folder that it is in.
        .map((path) => path.replace(/[^/]*[*?$].*$/, ''))
        .filter((path) => !/^(?:\.?\/)*\.?$/.test(path));
    const mentioned = [
        ...text.matchAll(/^\s*WORKDIR\s+(\S+)|\bcd\s+(\S+)|([\w./-]+\.(?:\w+proj|slnx?))\b/gim),
    ].flatMap(([, workdir, folder, project]) => endsOf(workdir ?? folder ?? project ?? ''));
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(workspace, (0,external_node_path_.dirname)(file))).catch(() => []);
    const ownFolder = names.some((name) => /\.(?:\w+proj|slnx?)$/.test(name)) ? (0,external_node_path_.dirname)(file) : '.';
    return folderWith(workspace, file, copied) ?? folderWith(workspace, file, mentioned) ?? ownFolder;
}
/** `/src/App/App.csproj` with each of its ends, since nobody knows to where the context was copied. */
function endsOf(path) {
    const parts = path
        .replace(/["']/g, '')
        .split('/')
        .filter((part) => part !== '' && part !== '.');
    return parts.map((_, index) => parts.slice(index).join('/'));
}
/** The highest folder, at a file or above it, that has most of these paths; undefined where none has any. */
function folderWith(workspace, file, paths) {
    let best = { folder: undefined, count: 0 };
    const above = [(0,external_node_path_.dirname)(file)];
    while (above[0] !== '.')
        above.unshift((0,external_node_path_.dirname)(above[0] ?? '.'));
    for (const folder of above) {
        const count = paths.filter((path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, folder, path))).length;
        if (count > best.count)
            best = { folder, count };
    }
    return best.folder;
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/project.js

/** A project as the planner needs it. `relative` brings an absolute path of the reader's tree into the one of the build context. */
function toProject(evaluated, place, relative, imports) {
    const name = nameIn(evaluated.path);
    const { properties, packages } = evaluated;
    return {
        path: relative(evaluated.path),
        place,
        kind: kindOf(evaluated, name),
        assemblyName: properties.get('assemblyname') ?? name,
        frameworks: frameworksOf(properties),
        packages,
        references: evaluated.references.map(relative),
        imports: imports.map(relative),
        runner: runnerOf(evaluated),
        reportOption: reportOptionOf(evaluated),
        isOnPlatform: isOnPlatform(evaluated),
        measuresOnPlatform: hasPackageOrSdk(evaluated, /^(?:microsoft\.testing\.extensions\.codecoverage|mstest|tunit)$/),
        startsOnPlatform: isTrue(properties.get('usemicrosofttestingplatformrunner')),
        refusesVsTest: refusesVsTest(evaluated),
    };
}
/**
 * Takes what only helps tests out of the test projects: libraries that other test projects refer to, which get the packages of tests from
 * a shared file, and programs such as benchmarks that have the test SDK and nothing to write tests with.
 */
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
            return { ...one, kind: 'library' };
        // Benchmarks refer to libraries of tests, and have no framework of their own.
        const others = one.packages.has(benchmarks)
            ? new Set(projects.filter((other) => other !== one))
            : new Set();
        const isBare = (one.packages.has(testSdk) || one.packages.has(benchmarks)) && !hasFramework(one, others);
        return isBare ? { ...one, kind: 'program' } : one;
    });
}
const testSdk = 'microsoft.net.test.sdk';
const benchmarks = 'benchmarkdotnet';
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
    const { properties, packages, sdks } = evaluated;
    if (isTests(evaluated, name))
        return 'tests';
    if ([...packages].some((one) => buildPackages.test(one)) || /^_?build$/i.test(name))
        return 'build';
    const isProgram = /^(?:win)?exe$/i.test(properties.get('outputtype') ?? '') ||
        sdks.some((sdk) => /^Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)$|^Aspire\.AppHost\.Sdk$/i.test(sdk)) ||
        properties.has('azurefunctionsversion');
    return isProgram ? 'program' : 'library';
}
function isTests({ properties, packages, sdks, isPartlyUnknown }, name) {
    const said = properties.get('istestproject');
    if (/^(?:true|false)$/i.test(said ?? ''))
        return isTrue(said);
    if (isTrue(properties.get('istestingplatformapplication')) || isTrue(properties.get('isunittestproject')))
        return true;
    if (sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk)))
        return true;
    const names = [...packages];
    if (names.some((one) => testPackages.test(one)))
        return true;
    return isTestName(name) && (isPartlyUnknown || names.some((one) => frameworkPackages.test(one)));
}
/** Whether a framework is one of .NET that runs on Linux: `net10.0`, `net6`, `netcoreapp3.1`; `net48` is .NET Framework. */
function isPortable(framework) {
    return /^net(?:coreapp\d+(?:\.\d+)?|\d+\.\d+|[5-9])$/.test(framework);
}
function frameworksOf(properties) {
    const list = properties.get('targetframeworks') ?? properties.get('targetframework') ?? '';
    return list
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}
function runnerOf({ properties, packages, sdks }) {
    if (isTrue(properties.get('testingplatformdotnettestsupport')) || packages.has('tunit'))
        return 'platform';
    if (sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk)) && !isTrue(properties.get('usevstest')))
        return 'platform';
    const hasVsTest = packages.has('microsoft.net.test.sdk') || packages.has('mstest');
    return [...packages].some((one) => /^xunit\.v3/.test(one)) && !hasVsTest ? 'platform' : 'vstest';
}
function reportOptionOf({ packages, sdks }) {
    const names = [...packages];
    if (names.some((one) => /^xunit\.v3(?:\.|$)/.test(one)))
        return '--report-xunit-trx';
    const knows = names.some((one) => /^(?:microsoft\.testing\.extensions\.trxreport|mstest|tunit)$/.test(one)) ||
        sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk));
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
    return [...packages].some((one) => pattern.test(one)) || sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk));
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/image-tests.js


/**
 * Which test projects belong to an image: those that refer to a project that it is published from, and those whose subject is one
 * that goes into it. A subject is what tests refer to, not what that refers to in turn: tests of another service refer to shared
 * libraries by way of it. Tests that refer to nothing but libraries which help tests are taken to test what those refer to. Tests that
 * refer to nothing at all are an image's where there is no other, the build has them, and no solution leaves them out: some repositories
 * have test projects as data.
 */
function findImageTests({ projects, solutions }, published) {
    const graph = new ProjectGraph(projects);
    const tests = projects.filter(({ kind }) => kind === 'tests');
    const shipped = new Set(published.flatMap((one) => [...graph.reachedFrom(one)]));
    const foreign = projects.some((one) => one.kind === 'program' && !shipped.has(one.path));
    const listing = solutions.filter((one) => published.some(({ path }) => one.projects.includes(path)));
    const isTaken = ({ path, place }) => !foreign &&
        place.kind === 'context' &&
        (listing.length === 0 || listing.some((one) => one.projects.includes(path)));
    const belongs = (test) => {
        if (published.length === 0)
            return true;
        const subjects = graph.subjectsOf(test);
        if (published.some(({ path }) => subjects.some((one) => graph.reaches(one, path))))
            return true;
        return subjects.length === 0 ? isTaken(test) : subjects.some((path) => shipped.has(path));
    };
    const mine = tests.filter(belongs);
    const unfit = mine.flatMap((project) => {
        const why = findObstacle(project, graph.othersOf(project), shipped);
        return why === undefined ? [] : [{ project, why }];
    });
    return {
        own: mine.filter((one) => !unfit.some(({ project }) => project === one)),
        unfit,
        others: tests.filter((one) => !mine.includes(one)),
    };
}
/**
 * What a test project needs that a build does not have. Unit tests often share a library with tests that start containers; what goes into
 * the image has a browser's or Docker's package for its own work, and so have its tests.
 */
function findObstacle(test, others, shipped) {
    const isUnit = /unit/i.test(test.path);
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
    /** The project itself and all that it refers to, taken on. */
    reachedFrom(project) {
        const reached = new Set();
        const open = [project.path];
        for (let path = open.pop(); path !== undefined; path = open.pop()) {
            if (reached.has(path))
                continue;
            reached.add(path);
            open.push(...(this.#byPath.get(path)?.references ?? []));
        }
        return reached;
    }
    /**
     * What a test project tests: its references without those that these refer to themselves, and without libraries that help tests;
     * where there is nothing else, what the nearest of these refer to.
     */
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
        return all.filter((path) => !all.some((other) => other !== path && this.reaches(other, path)));
    }
    /** All that a test project refers to, taken on. */
    othersOf(test) {
        return [...this.reachedFrom(test)].flatMap((path) => {
            const one = this.#byPath.get(path);
            return one === undefined || one === test ? [] : [one];
        });
    }
    reaches(from, to) {
        const project = this.#byPath.get(from);
        return project !== undefined && this.reachedFrom(project).has(to);
    }
    /** Tests, and libraries that only tests and such libraries refer to. */
    #isHelper(project, seen = new Set()) {
        if (project.kind === 'tests')
            return true;
        if (project.kind !== 'library' || seen.has(project.path))
            return false;
        seen.add(project.path);
        const referrers = this.#referrers.get(project.path) ?? [];
        return project.references.length > 0 && referrers.every((one) => this.#isHelper(one, seen));
    }
}
/** The folder of a project, as a prefix of paths: empty for the top. */
function folderOf({ path }) {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' ? '' : folder;
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/commands/shell-text.js
var shell_text = __webpack_require__(3065);
// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 16 modules
var parser = __webpack_require__(8989);
;// CONCATENATED MODULE: ./lib/src/plan/commands/command-kind.js


const harmlessCommands = words(`
  : . add-apt-repository addgroup adduser apk apt apt-get awk bash-completion bower bundle cargo case cat cd chgrp chmod chown cmake composer conan
  corepack cp csc curl cut date dir dnf dpkg du echo esac exit export false file find for fsc fsharpc g++ gcc gem git go gpg grep groupadd gunzip gzip
  head id install java javac jq ldconfig ln locale-gen ls mcs microdnf mkdir mktemp mv ng node npm npx nuget openssl patch perl pip pip3 pipx
  pnpm poetry printf pwd read reportgenerator rm rmdir rsync ruby rustup sed set shift sleep sonar-scanner sort
  source ssh-keyscan tail tar tdnf tee test touch tr trap true tzdata umask uname uniq unset unzip update-ca-certificates useradd
  usermod vcpkg wait wget which whoami yarn yum zip`);
/** Whether a command never runs a test, whatever follows it. */
function isHarmless(program) {
    return harmlessCommands.has(program);
}
/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = words(`
  add aspnet-codegenerator build build-server clean coverage csharpier dev-certs dump ef fable format gcdump gitversion help list msbuild
  nbgv new nuget pack package paket project publish reference remove reportgenerator restore sdk sln solution sonarscanner store
  swagger tool trace user-secrets workload`);
/** Programs and tools of `dotnet` that do nothing but test. */
const testRunners = /^(?:vstest(?:\.console)?|mstest|nunit(?:[23])?(?:-console|-lite)?|xunit(?:\.console(?:\.\w+)?)?|coverlet(?:\.console)?|altcover|minicover|fixie|expecto|dotcover|opencover(?:\.console)?|testhost|(?:[\w.]+-)?test-?runner)$/i;
/** Programs whose words are the names of what they shall do. */
const buildTools = /^(?:cake|nuke|fake|psake|make|gmake|just|task|rake|bazel|pants|earthly|build(?:\.\w+)?|ci(?:\.\w+)?|make\.\w+)$/i;
/** A command of PowerShell's own, which tests nothing, unless it calls what may. */
const cmdlet = /^[A-Z][a-z]+-(?!(?:Pester|Build|psake|Expression|Command|Process|Job)$)[A-Z][A-Za-z]+$/;
const dotnetTest = /(?:^|\s)((?:\/\S*\/)?dotnet\s+(?:test|vstest)\b[^&|;]*)/;
/** What a wrapper starts: `wait-for-it db -- dotnet test`, `dotnet-coverage collect "dotnet test"`, `coverlet … --targetargs "test A"`. */
function withoutWrapper(words) {
    const [program = '', ...rest] = words;
    const name = program.replace(/^.*[\\/]/, '');
    if (isHarmless(name) || name.startsWith('[') || buildTools.test(name))
        return [...words];
    const args = rest[rest.findIndex((word) => /^--targetargs$/i.test(word)) + 1 || rest.length];
    // A text that is a word of its own ends with it: what follows is the wrapper's.
    const text = args === undefined ? (rest.find((word) => dotnetTest.test(word)) ?? rest.join(' ')) : `dotnet ${args}`;
    const test = dotnetTest.exec(text)?.[1];
    if (test !== undefined)
        return test.trim().split(/\s+/);
    const isOwn = (0,shell_text/* isShell */.H7)(program) || name === 'dotnet';
    return words.slice(words.indexOf('collect') + 1 || (isOwn ? 0 : words.indexOf('--') + 1));
}
/** What one command does, by its words without what only leads to it, and the folder in which it runs. */
function classifyWords(words, programs, folder) {
    return new Classifier(programs, folder).classify(words);
}
class Classifier {
    #programs;
    #folder;
    constructor(programs, folder) {
        this.#programs = programs;
        this.#folder = folder;
    }
    classify([program = '', ...rest]) {
        const name = program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
        // What begins with a bracket asks something, or is an exec form that a shell refuses.
        if (name === '' || name.startsWith('[') || isHarmless(name))
            return 'known';
        if (name === 'dotnet')
            return this.#classifyDotnet(rest);
        if (/^(?:ms|x)build$/.test(name))
            return this.#classifyDotnet(['msbuild', ...rest]);
        // A tool of .NET is a command of that name as well.
        if (name.startsWith('dotnet-'))
            return this.#classifyDotnet([name.slice('dotnet-'.length), ...rest]);
        if (/^(?:(?:ba|a|da|z)?sh|pwsh|powershell)$/.test(name))
            return this.#classifyShell(rest);
        if (cmdlet.test(name))
            return 'known';
        if (name === 'mono')
            return this.classify(rest.filter((word) => !word.startsWith('-')));
        return testRunners.test(name) ? 'tests' : this.#classifyProgram(program, name, rest);
    }
    /** A shell with the file of a script. What it reads from its input is what an installer gives it. */
    #classifyShell(words) {
        const script = words.findIndex((word) => !word.startsWith('-'));
        const [file = '', ...more] = script < 0 ? [] : words.slice(script);
        if (file === '' || file.startsWith('/dev/'))
            return 'known';
        return this.classify([file.includes('/') ? file : `./${file}`, ...more]);
    }
    /** A script, an executable, or a build tool. */
    #classifyProgram(program, name, rest) {
        if (/^(?:install|restore|update|upgrade|login|--version|--help)$/.test(rest[0] ?? ''))
            return 'known';
        if (/^(?:dotnet-)?install(?:-\w+)*\.(?:sh|ps1)$/i.test(name))
            return 'known';
        const isBuild = buildTools.test(name);
        if (isBuild && rest.some(targetsTests))
            return 'tests';
        if (/\.(?:sh|bash|ps1|cmd|bat)$/i.test(name) || isBuild)
            return namesTests(name) ? 'tests' : 'unknown';
        if (/^python\d?/.test(name))
            return /test|build/i.test(rest.join(' ')) ? 'unknown' : 'known';
        return this.#kindOf(program) ?? (namesTests(name) ? 'tests' : 'unknown');
    }
    #classifyDotnet(all) {
        const at = all.findIndex((word) => !word.startsWith('-'));
        // `dotnet "vstest test.dll"`: an exec form that has two words in one.
        const [subcommand = '', ...rest] = at < 0 ? [] : all.slice(at).flatMap((word, index) => (index === 0 ? word.split(/\s+/) : word));
        if (subcommand === 'test' || testRunners.test(subcommand))
            return 'tests';
        if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? ''))
            return this.#classifyTool(rest.slice(1));
        if (subcommand === 'watch')
            return this.#classifyWatch(rest);
        if (subcommand === 'run')
            return this.#classifyRun(rest);
        if (harmlessDotnet.has(subcommand) || subcommand === '')
            return all.some((word) => msbuildTestTarget.test(word)) ? 'tests' : 'known';
        if (buildTools.test(subcommand))
            return rest.some(targetsTests) || rest.some((word) => namedTarget.test(word)) ? 'tests' : 'unknown';
        const assembly = [subcommand, ...rest].find((word) => /\.dll$/i.test(word)) ?? subcommand;
        if (testRunners.test(assembly.replace(/^.*[\\/]/, '').replace(/\.(?:dll|exe)$/i, '')))
            return 'tests';
        return (this.#kindOf(subcommand === 'exec' || /\.dll$/i.test(subcommand) ? assembly : subcommand) ?? 'unknown');
    }
    #classifyTool(words) {
        const [tool = '', ...rest] = words.filter((word) => word !== '--');
        return this.#classifyDotnet([tool.replace(/^dotnet-/, ''), ...rest]);
    }
    #classifyWatch(words) {
        return words.some((word) => /^(?:test|vstest)$/.test(word)) ? 'tests' : this.#classifyRun(words);
    }
    /** `dotnet run` by its project, which is that of the folder where none is named. */
    #classifyRun(words) {
        const end = words.indexOf('--');
        const own = end < 0 ? words : words.slice(0, end);
        const joined = own
            .map((word) => /^--?(?:project|file)[=:](.+)$/.exec(word)?.[1])
            .find((one) => one !== undefined);
        const option = own.findIndex((word) => /^(?:--project|-p|--file)$/.test(word));
        const file = own.find((word) => /\.(?:cs|fsx|\w+proj)$/.test(word));
        const project = joined ?? (option < 0 ? (file ?? './') : (own[option + 1] ?? './'));
        if (/\.(?:cs|fsx)$/.test(project))
            return this.#classifyFile(project);
        const kind = this.#kindOf(external_node_path_.posix.join(this.#folder, project)) ?? 'unknown';
        return kind === 'unknown' && words.slice(own.length).some(targetsTests) ? 'tests' : kind;
    }
    /** A program of one file: `dotnet run tests.cs`. */
    #classifyFile(path) {
        const text = this.#programs.scriptOf(external_node_path_.posix.join(this.#folder, path)) ?? '';
        const isTest = /^#:(?:package|sdk)\s+(?:xunit\.v3|TUnit|MSTest|NUnit|Microsoft\.NET\.Test\.Sdk|Expecto)/im.test(text);
        return isTest || namesTests(path) ? 'tests' : 'unknown';
    }
    /** What a program does by its project, or by its name where there is none; undefined where neither says it. */
    #kindOf(program) {
        const kind = this.#programs.kindOf(program);
        if (kind === undefined)
            return undefined;
        return kind === 'tests' ? 'tests' : kind === 'build' ? 'unknown' : 'known';
    }
}
/** An option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
const msbuildTestTarget = /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i;
/** An option that gives a build tool one: `--target=Test`, `-t:UnitTest`. */
const namedTarget = /^--?t(?:arget|ask)?[=:]\S*(?:^|[^a-z]|[a-z](?=T))tests?$/i;
/** The words of a list that is written over several lines. */
function words(text) {
    return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
/** A target of a build tool that tests: `Test`, `UnitTest`, `--target=CoreTests`, `run-tests`; no path, no URL, no `latest`. */
function targetsTests(word) {
    const target = word.replace(/^--?\w+[=:]/, '');
    return /^(?:[\w:.-]*[^A-Za-z/])?(?:run)?tests?$|^(?:\w*[a-z\d])?Tests?$/.test(target);
}
/** A script that says by its name that it runs tests: `run-tests.sh`, `test.sh`, `Run-Tests.ps1`; not `test-db.sh`. */
function namesTests(file) {
    const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
    return /(?:^|[^A-Za-z]|[Rr]un)[Tt]ests?$|[a-z]Tests?$|^[Rr]un[-_.]?[Tt]ests?[-_.]/.test(name);
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/shell-conditions.js
const operations = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '|': (a, b) => a | b,
    '||': (a, b) => a !== 0 || b !== 0,
    '&&': (a, b) => a !== 0 && b !== 0,
    '==': (a, b) => a === b,
    '!=': (a, b) => a !== b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
};
const comparisons = { eq: '==', ne: '!=', gt: '>', ge: '>=', lt: '<', le: '<=' };
/** Whether a word has something in it that is not known. */
function isOpen(word) {
    return /[$`]/.test(word);
}
/** What `test` and `[[ … ]]` say of words; undefined where they alone don't decide that. */
function holds([first = '', ...rest]) {
    if (first === '!') {
        const answer = holds(rest);
        return answer === undefined ? undefined : !answer;
    }
    const [operator = '', last = ''] = rest;
    // Whatever a variable has, the words around it are there.
    const isText = operator.replace(/\$(?:\w+|[({][^]*[)}])|`[^]*`/g, '') !== '';
    if (rest.length === 1 && /^-[nz]$/.test(first) && (isText || operator === ''))
        return isText === (first === '-n');
    if ([first, ...rest].some(isOpen))
        return undefined;
    if (rest.length === 0)
        return first !== '';
    if (rest.length > 2)
        return undefined;
    if (/^!?==?$/.test(operator))
        return (first === last) !== operator.startsWith('!');
    const compare = operations[comparisons[operator.replace('-', '')] ?? ''];
    return compare && compare(Number(first), Number(last)) === true;
}
/** What an arithmetic text of at most two numbers comes to, and the variable that it sets; undefined where that is not known. */
function calculate(text, variables) {
    const [, name, sign = '', rest = ''] = /^\s*(\w+)\s*([-+|]?)=(?!=)([^]*)$/.exec(text.replace(/\+\+\s*$/, '+=1')) ?? [];
    const sum = name === undefined ? text : sign === '' ? rest : `${name} ${sign} ${rest}`;
    const [, left, operator, right = '0'] = /^\s*(\w+)\s*(?:([-+|&<>!=]{1,2})\s*(\w+)\s*)?$/.exec(sum) ?? [];
    const [a, b] = [left, right].map((word = '$') => {
        const value = /^[A-Za-z_]/.test(word) ? (variables.get(word) ?? '0') : word;
        return /^\d*$/.test(value) ? Number(value) : undefined;
    });
    // A number that nobody knows is none below 0.
    if (a === undefined || b === undefined)
        return { name, value: /^[+|]/.test(operator ?? '') ? (a ?? b) || undefined : undefined };
    const result = operations[operator ?? '+']?.(a, b);
    return { name, value: result === undefined ? undefined : Number(result) };
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/shell-state.js




/** A shell that begins with a script. */
function shell_state_startOf({ errexit, pipefail, folder = '' }) {
    const none = { variables: new Map(), functions: new Map(), trap: undefined, failure: undefined };
    return { errexit, pipefail, folder, status: 0, statuses: [], ...none };
}
/** The same with the exit status of what has run. */
function withStatus(state, status) {
    return { ...state, status, statuses: [status] };
}
/** The same with variables set. */
function withVariables(state, values) {
    return { ...state, variables: new Map([...state.variables, ...Object.entries(values)]) };
}
/** The same with words as its arguments: `$1` and so on. */
function giveArguments(state, words) {
    const numbered = Object.fromEntries(words.map((word, index) => [String(index + 1), word]));
    return withVariables(state, { ...numbered, '@': words.join(' ') });
}
/** What is known where several ways meet. Those on which the command has failed count alone, if there are any. */
function meet(ways) {
    const all = ways.filter((one) => one !== undefined);
    const failed = all.filter(({ failure }) => failure !== undefined);
    const [first, ...rest] = failed.length > 0 ? failed : all;
    return rest.reduce((a, b) => a && meetTwo(a, b), first);
}
function meetTwo(a, b) {
    const names = new Set([...a.variables.keys(), ...b.variables.keys()]);
    const green = [a, b].filter(({ status }) => status === undefined || status === 0);
    return {
        ...b,
        errexit: a.errexit && b.errexit,
        pipefail: a.pipefail && b.pipefail,
        status: common(a.status, b.status),
        variables: new Map([...names].map((name) => [name, common(a.variables.get(name), b.variables.get(name)) ?? `$${name}`])),
        functions: new Map([...a.functions, ...b.functions]),
        trap: a.trap ?? b.trap,
        failure: (green.find(({ failure }) => failure?.isSure) ?? green[0] ?? a).failure,
    };
}
/** What is known of two values: all numbers but 0 tell the same. */
function common(a, b) {
    return a === b || (Number(a) > 0 && Number(b) > 0) ? a : undefined;
}
/** The state after something, with what hides that the command has failed there, unless what hides it already is surer. */
function hide(before, after, hiddenBy, isSure = true) {
    // What is known to have failed is hidden by nothing yet.
    const isOpen = after?.failure?.isSure === false ? after.status !== 0 : isSure && Boolean(after?.status);
    const isNew = before.failure === undefined && after?.failure !== undefined && isOpen;
    return isNew ? { ...after, failure: { hiddenBy, isSure } } : after;
}
/** A word with what is known of its variables. */
function expand(state, given, word) {
    const { status, statuses, variables } = state;
    const known = word
        .replace(/\$\{PIPESTATUS\[(\d)\]\}/g, (all, index) => String(statuses[Number(index)] ?? all))
        .replace(/\$\{?([?!@*])\}?/g, (all, name) => name === '?' ? String(status ?? all) : (variables.get(name.replace('*', '@')) ?? all))
        .replace(/\$\(\(([^]*?)\)\)/g, (all, sum) => String(calculate(sum, variables).value ?? all));
    return (0,dockerfile_variables/* expandVariables */.i7)((0,dockerfile_variables/* expandVariables */.i7)(known, variables), given);
}
/** What `set`, `cd` and `trap` change; undefined where a command is none of them. */
function change(state, program, words) {
    const [first = '', ...rest] = words;
    if (program === 'cd' || program === 'pushd')
        return (0,dockerfile_variables/* hasVariables */.cF)(first) ? state : { ...state, folder: external_node_path_.posix.resolve(state.folder || '/', first) };
    if (program === 'trap') {
        const isGreen = /\bexit 0;?\s*$/.test(first) && rest.some((word) => /^(?:EXIT|0)$/.test(word));
        const errexit = state.errexit || (/\bexit\b/.test(first) && rest.includes('ERR'));
        return { ...state, errexit, trap: isGreen ? `trap '${first}' EXIT` : state.trap };
    }
    if (program !== 'set')
        return undefined;
    const isOff = (_, index) => /^\+\w*o$/.test(words[index - 1] ?? '');
    const on = (0,shell_text/* readShellOptions */.xo)(words.filter((word, index) => !isOff(word, index)));
    const off = (0,shell_text/* readShellOptions */.xo)(words
        .map((word) => word.replace(/^\+/, '-'))
        .filter((word, index) => isOff(word, index) || /^\+/.test(words[index] ?? '')));
    return {
        ...state,
        errexit: on.errexit || (state.errexit && !off.errexit),
        pipefail: on.pipefail || (state.pipefail && !off.pipefail),
    };
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/control-flow.js



const maxDepth = 40;
/** Runs a part of a shell text on what is known before it, and gives what is known behind it, if anything comes to that. */
function walk(node, state, outer) {
    if (state === undefined)
        return undefined;
    outer.run.steps -= 1;
    if (outer.depth > maxDepth || outer.run.steps < 0)
        return withStatus(state, undefined);
    const at = { ...outer, depth: outer.depth + 1 };
    switch (node.type) {
        case 'Script':
        case 'CompoundList':
            return list(node.commands, state, at);
        case 'AndOr':
            return chain(node, state, at);
        case 'Pipeline':
            return pipe(node, state, at);
        case 'Command':
            return at.run.command(node, state, at);
        case 'Redirected':
            return walk(node.command, state, at);
        case 'BraceGroup':
            return walk(node.body, state, at);
        case 'Subshell':
            return checked(apart(node.body, state, at), at);
        case 'If':
            return branch(node, state, at);
        case 'Case': {
            const ways = node.items.map(({ body }) => walk(body, state, { ...at, isConditional: true }));
            return meet([withStatus(state, 0), ...ways]);
        }
        case 'For':
        case 'Select':
            return forEach(node, state, at);
        case 'While':
            return repeat(node, state, at);
        case 'ArithmeticFor':
            return repeat({ body: node.body }, state, at);
        case 'Function':
            return { ...state, functions: new Map([...state.functions, [node.name.value, node.body]]) };
        case 'Coproc':
            return startJob(node.body, state, 'coproc', at);
        case 'TestCommand': {
            const words = at.text.slice(node.pos, node.end).split(/\s+/).slice(1, -1);
            const bare = words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
            return checked(answered(state, holds(bare.map((word) => expand(state, at.run.given, word)))), at);
        }
        case 'ArithmeticCommand':
            return checked(calculated(node.body, state, at), at);
        default:
            return state;
    }
}
/** The state behind a question. */
function answered(state, answer) {
    return withStatus(state, answer === undefined ? undefined : Number(!answer));
}
/** The state behind `(( … ))`. */
function calculated(text, state, { run }) {
    const { name, value } = calculate(expand(state, run.given, text), state.variables);
    const after = name === undefined ? state : withVariables(state, { [name]: String(value ?? `$${name}`) });
    return answered(after, value === undefined ? undefined : value !== 0);
}
/** What a status that isn't 0 leads to with `set -e`. */
function checked(state, { run, isAsked, ends }) {
    if (run.isListing || !state.errexit || isAsked)
        return state;
    if (state.status === 0 || state.status === undefined)
        return { ...state, status: 0 };
    ends.exit.push(state);
    return undefined;
}
/** Runs what changes nothing in this shell but its exit status. */
function apart(node, state, at) {
    return inOwnShell(state, state, (start, ends) => walk(node, start, { ...at, ends }));
}
/** The state behind something that runs in a shell of its own. */
function inOwnShell(state, start, run) {
    const left = [];
    const last = run({ ...start, trap: undefined }, { exit: left, return: left, break: left, continue: left });
    const end = meet([last, ...left].map(trapped));
    return { ...withStatus(state, end?.status), failure: state.failure ?? end?.failure };
}
/** How a shell ends after its trap. */
function trapped(end) {
    if (end?.trap === undefined || end.status === 0)
        return end;
    return { ...end, status: 0, failure: end.failure && { hiddenBy: end.trap, isSure: true } };
}
/** A state where its status lets what needs 0, or another one, go on. */
function when(state, isZero, { run }) {
    if (state === undefined)
        return undefined;
    const { status } = state;
    if (!run.isListing && status !== undefined && (status === 0) !== isZero)
        return undefined;
    return withStatus(state, isZero ? 0 : status || 1);
}
function list(items, start, at) {
    const before = items.length === 0 ? withStatus(start, 0) : start;
    return items.reduce((state, { command, background }, index) => {
        const rest = at.text.slice(command.end).trim();
        if (background === true)
            return state && startJob(command, state, rest, at);
        const after = walk(command, state, at);
        return state && index < items.length - 1 ? hide(state, after, rest, false) : after;
    }, before);
}
/** Starts a job; its number is known as what it ends with. */
function startJob(node, state, by, at) {
    const after = hide(state, apart(node, state, at), by) ?? state;
    const status = String(after.status ?? '$!');
    const isFailed = state.failure === undefined && after.failure !== undefined;
    return withStatus(withVariables(after, { '!': status, ...(isFailed && { '&': status }) }), 0);
}
function chain({ commands, operators }, start, at) {
    const textOf = ({ pos, end }) => at.text.slice(pos, end);
    const tried = commands.filter((part) => !isHarmless(/^[\s({]*(\S*)/.exec(textOf(part))?.[1] ?? ''));
    const isRetry = tried.length > 1 && operators.every((operator) => operator === '||');
    const retry = at.retry ?? (isRetry ? at.run.nextRetry() : undefined);
    let { isConditional } = at;
    return commands.reduce((before, part, index) => {
        const place = { ...at, isConditional, isAsked: at.isAsked || index < commands.length - 1, retry };
        isConditional ||= operators[index] === '||' || isCondition(part);
        if (index === 0)
            return walk(part, before, place);
        const isOr = operators[index - 1] === '||';
        const reached = when(before, !isOr, at);
        const hidden = isOr ? hide(start, reached, `|| ${textOf(part)}`) : reached;
        return meet([when(before, isOr, at), walk(part, hidden, place)]);
    }, start);
}
function pipe({ prefixes, commands }, start, at) {
    const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
    const place = { ...at, isAsked: at.isAsked || isNegated };
    const [only, ...more] = commands;
    if (more.length > 0)
        return checked(negated(start, parts(commands, start, place), isNegated) ?? start, place);
    return only && negated(start, walk(only, start, place), isNegated);
}
function negated(start, after, isNegated) {
    if (!isNegated || after === undefined)
        return after;
    return answered(hide(start, after, '!') ?? after, after.status === undefined ? undefined : after.status !== 0);
}
function parts(commands, start, at) {
    const statuses = [];
    const after = commands.reduce((state, part, index) => {
        const next = commands[index + 1];
        const ended = apart(part, state, at);
        statuses.push(ended.status);
        if (next === undefined || start.pipefail)
            return ended;
        return hide(state, ended, `| ${at.text.slice(next.pos, next.end)}`) ?? ended;
    }, start);
    const failed = statuses.findLast((status) => status !== 0 && status !== undefined);
    const whole = failed ?? (statuses.includes(undefined) ? undefined : 0);
    return { ...after, status: start.pipefail ? whole : statuses.at(-1), statuses };
}
function branch({ clause, then, elif, else: otherwise }, state, at) {
    const asked = hide(state, walk(clause, state, { ...at, isAsked: true }), 'if');
    const inner = { ...at, isConditional: true };
    const yes = walk(then, when(asked, true, at), inner);
    const not = when(asked, false, at);
    const [next, ...more] = elif;
    if (next !== undefined && not !== undefined)
        return meet([yes, branch({ ...next, elif: more, else: otherwise }, not, at)]);
    return otherwise === undefined
        ? meet([not && withStatus(not, 0), yes])
        : meet([yes, walk(otherwise, not, inner)]);
}
function forEach({ name, wordlist = [], body }, state, at) {
    const values = wordlist.flatMap(({ value }) => expand(state, at.run.given, value).split(/\s+/));
    const isRetry = stopsEarly(body);
    const isListed = !isRetry && values.length <= 50 && !values.some((one) => /^$|[$*?`]/.test(one));
    const retry = at.retry ?? (isRetry ? at.run.nextRetry() : undefined);
    return loop(body, isListed ? values.length : turnsOf(isRetry, at), state, { ...at, retry }, (one, _, turn) => ({
        // One that nobody knows has something in it, and may have no more.
        over: isListed || turn === 0 ? undefined : one,
        next: withVariables(one, { [name.value]: isListed ? (values[turn] ?? '') : `$${name.value}` }),
    }));
}
function repeat({ kind, clause, body }, state, at) {
    const isRetry = stopsEarly(body);
    const retry = at.retry ?? at.run.nextRetry();
    const inner = { ...at, retry: isRetry ? retry : at.retry, isConditional: true };
    return loop(body, turnsOf(isRetry, at), state, inner, (one, place) => {
        if (clause === undefined || kind === undefined)
            return { over: isRetry ? undefined : one, next: one };
        const asked = hide(one, walk(clause, one, { ...place, isConditional: at.isConditional, isAsked: true, retry }), kind);
        return { over: when(asked, kind === 'until', at), next: when(asked, kind !== 'until', at) };
    });
}
/** The turns of a loop to go through that nobody can count: those after the second one change nothing more. */
function turnsOf(isRetry, { run }) {
    return isRetry || run.isListing ? 1 : 2;
}
function loop(body, turns, start, at, enter) {
    const left = [];
    const broken = [];
    let state = start;
    for (let turn = 0; turn < turns && state !== undefined; turn += 1) {
        const continued = [];
        const ends = { ...at.ends, break: broken, continue: continued };
        const place = { ...at, path: `${at.path} ${turn}`, ends };
        const { over, next } = enter(state, place, turn);
        left.push(over && withStatus(over, turn === 0 ? 0 : state.status));
        const after = meet([walk(body, next, place), ...continued]);
        state = turn < turns - 1 ? hide(state, after, '; done') : after;
    }
    return meet([...left, ...broken, state]);
}
const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/;
/** Whether a node only asks something, so that what stands behind it may not be reached. */
function isCondition(node) {
    if (node.type === 'Pipeline')
        return node.commands.some(isCondition);
    return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''));
}
/** Whether a loop ends at the first success: `dotnet test && break`. */
function stopsEarly(node) {
    if (node.type === 'CompoundList')
        return node.commands.some(({ command }) => stopsEarly(command));
    if (node.type === 'AndOr')
        return node.commands.some((part, index) => node.operators[index - 1] !== '||' && stopsEarly(part));
    if (node.type === 'If')
        return [node.then, ...(node.else ? [node.else] : [])].some(stopsEarly);
    if (node.type === 'BraceGroup')
        return stopsEarly(node.body);
    if (node.type !== 'Command')
        return false;
    return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0');
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/walk-shell.js








/** Exit codes of tests that failed: of VSTest, of the Testing Platform, of a process that was aborted. */
const failures = [1, 2, 134];
const maxCommands = 1000;
/** What is not known after so many is taken for hidden. */
const maxSteps = 100_000;
/** Every simple command of a shell text, in the order in which it stands there, as far as it can run. */
function shellCommands(script, scriptOf) {
    return new ShellRun(script, scriptOf).list();
}
/**
 * Runs a shell text on what is known of its states: once to list its commands, and once more for each that is asked about,
 * which fails then, to see whether the shell can end with 0 all the same.
 */
class ShellRun {
    #begin;
    #scriptOf;
    #run;
    #failing;
    #found = [];
    #parsed = new Map();
    #retries = 0;
    constructor(script, scriptOf) {
        this.#begin = script;
        this.#scriptOf = scriptOf;
        this.#run = {
            isListing: true,
            given: script.variables ?? new Map(),
            steps: maxSteps,
            command: (node, state, at) => this.#command(node, state, at),
            nextRetry: () => (this.#retries += 1),
        };
    }
    list() {
        this.#start();
        return this.#found;
    }
    /** What keeps a failure of the command at a place from the shell's exit status. */
    #hides(path) {
        this.#run.isListing = false;
        for (const code of failures) {
            this.#failing = { path, code };
            const { status, failure } = this.#start();
            if (failure !== undefined && (status === 0 || status === undefined))
                return failure.hiddenBy.replace(/\s+/g, ' ');
        }
        return this.#run.steps < 0 ? '…' : undefined;
    }
    #start() {
        const state = shell_state_startOf(this.#begin);
        const at = { path: '', depth: 0, isAsked: false, isConditional: false, retry: undefined, run: this.#run };
        return inOwnShell(state, state, (start, ends) => this.#text(this.#begin.text, start, { ...at, ends }));
    }
    #text(written, state, at) {
        const { text, script } = this.#parsed.get(written) ?? parseText(written);
        this.#parsed.set(written, { text, script });
        return walk(script, state, { ...at, text });
    }
    #command(node, start, outer) {
        const at = { ...outer, path: `${outer.path} ${node.pos}` };
        const state = (0,shell_text/* substitutionsOf */.qM)(node).reduce((now, inner) => {
            const place = { ...at, text: inner.source ?? at.text, path: `${at.path} ${inner.pos}` };
            const after = inOwnShell(now, now, (one, ends) => walk(inner, one, { ...place, ends }));
            return hide(now, after, '$(…)') ?? after;
        }, start);
        const written = (0,shell_text/* wordsOf */.Z9)(node);
        const all = written.flatMap(({ value, pos }) => {
            const word = expand(start, at.run.given, value);
            return word !== value && (value === '$@' || at.text.startsWith('$', pos)) ? word.split(/\s+/) : [word];
        });
        const words = (0,shell_text/* withoutLeaders */.dl)(all);
        const [program = '', ...rest] = words;
        const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString');
        const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value;
        // A Dockerfile's own: RUN <<EOF runs the document.
        if (written.length === 0 && input?.startsWith('#!') === true)
            return this.#script(input, [], state, at);
        if (written.length === 0 && input !== undefined)
            return this.#text(input, state, at);
        if (program === '')
            return checked(withStatus(walk_shell_assign(node, state, at), state === start ? 0 : state.status), at);
        if (program === 'eval')
            return this.#text(rest.join(' '), state, at);
        const sourced = /^(?:\.|source)$/.test(program) ? this.#read(state, rest[0]) : undefined;
        if (sourced !== undefined)
            return this.#text(sourced, state, at);
        if (leaves(program))
            return at.run.isListing ? state : leave(program, rest, start, at);
        const changed = change(state, program, rest);
        const own = changed ? withStatus(changed, 0) : runBuiltin(program, rest, node, state, at);
        if (own !== undefined)
            return checked(own, at);
        const body = state.functions.get(program);
        if (body !== undefined)
            return callFunction(body, rest, state, at);
        const call = (0,shell_text/* readShellCall */.fp)(program, rest, input);
        const text = at.text.slice(written[0]?.pos, written.at(-1)?.end);
        const after = call
            ? this.#shell(call.text, call.options, [], state, at)
            : this.#program(words, text, state, at);
        const by = endsWell(all, program);
        const ended = by === undefined ? after : withStatus(hide(state, after, by) ?? after, undefined);
        if (all[0] !== 'exec' || at.run.isListing)
            return checked(ended, at);
        at.ends.exit.push(ended);
        return undefined;
    }
    /** Runs a text in a shell of its own, which is started with these options. */
    #shell(text, options, words, state, at) {
        const start = { ...giveArguments(state, words), ...(0,shell_text/* readShellOptions */.xo)(options) };
        return inOwnShell(state, start, (one, ends) => this.#text(text, one, { ...at, isAsked: false, ends }));
    }
    /** Runs a script with the options of its first line. */
    #script(text, words, state, at) {
        return this.#shell(text, /^#!.*/.exec(text)?.[0].split(/\s+/) ?? [], words, state, at);
    }
    /** The text of a script of the repository. */
    #read({ folder }, file = '') {
        return this.#scriptOf?.(external_node_path_.posix.join(folder, file));
    }
    /** A program; a script of the repository is looked into. */
    #program(words, written, state, at) {
        const listed = this.#found;
        this.#found = [];
        const [program = '', ...rest] = words;
        const [file = '', ...given] = (0,shell_text/* isShell */.H7)(program) ? rest.filter((word) => !word.startsWith('-')) : words;
        const text = this.#read(state, file);
        const unknown = withStatus(state, undefined);
        const within = text === undefined ? unknown : this.#script(text, given, state, at);
        const inner = this.#found;
        this.#found = listed;
        if (at.run.isListing && this.#found.length < maxCommands)
            this.#found.push({
                words: withoutWrapper(words),
                text: (0,dockerfile_variables/* expandVariables */.i7)(written.replace(/\\?\s+/g, ' '), state.variables),
                folder: state.folder,
                isConditional: at.isConditional,
                retry: at.retry ?? (words.includes('--retry-failed-tests') ? at.run.nextRetry() : undefined),
                inner,
                hiddenBy: () => this.#hides(at.path),
            });
        if (this.#failing?.path !== at.path)
            return within.failure === state.failure ? unknown : within;
        const { code } = this.#failing;
        const failed = { ...state, failure: state.failure ?? { hiddenBy: '', isSure: false } };
        return withStatus(withVariables(failed, { LASTEXITCODE: String(code) }), code);
    }
}
/** What ends with 0 whatever the command does that it starts. */
function endsWell(words, program) {
    if (program === 'script')
        return words.some((word) => /^-\w*e|^--return$/.test(word)) ? undefined : program;
    return program !== 'find' && words.includes('find') && !words.includes('+') ? 'find' : undefined;
}
function parseText(written) {
    const text = (0,shell_text/* readableShell */.DH)(written);
    return { text, script: (0,parser/* parse */.qg)(text) };
}
/** What the shell itself does; undefined where something is started. */
function runBuiltin(program, words, node, state, at) {
    switch (program) {
        case ':':
        case 'true':
        case 'false':
            return answered(state, program !== 'false');
        case '[':
        case 'test':
            return answered(state, holds(words.filter((word) => word !== ']')));
        case 'let':
            return calculated(words.join(' '), state, at);
        case 'export':
        case 'local':
        case 'declare':
        case 'readonly':
            return withStatus(walk_shell_assign(node, state, at), 0);
        case 'read':
            return withStatus(withVariables(state, Object.fromEntries(words.map((name) => [name, `$${name}`]))), undefined);
        case 'shift':
            return giveArguments(state, (state.variables.get('@') ?? '').split(' ').slice(1));
        case 'wait': {
            const job = words.find((word) => !word.startsWith('-'));
            // Of a number that nobody knows (`jobs -p`, a list) the job that failed is one.
            const isAny = words.length > 0 && (job === undefined || (isOpen(job) && job !== '$!'));
            return withStatus(state, words.length === 0 ? 0 : readStatus(isAny ? state.variables.get('&') : job));
        }
        default:
            return undefined;
    }
}
/** Whether a command leaves the shell, a function or a loop. */
function leaves(program) {
    return /^(?:exit|return|break|continue)$/.test(program);
}
function leave(kind, [code], state, at) {
    const isLoop = kind === 'break' || kind === 'continue';
    const status = isLoop ? 0 : code === undefined ? state.status : readStatus(code);
    at.ends[kind].push(withStatus(state, status));
    return undefined;
}
function readStatus(code = '') {
    return /^-?\d+$/.test(code) ? Number(code) : undefined;
}
function callFunction(body, words, state, at) {
    const left = [];
    const after = walk(body, giveArguments(state, words), { ...at, ends: { ...at.ends, return: left } });
    const back = meet([after, ...left]);
    return back && checked(back, at);
}
/** Takes the assignments of a command. */
function walk_shell_assign(node, state, { run }) {
    const all = [...node.prefix, ...node.args].filter((one) => one.type === 'Assignment');
    return all.reduce((now, { name, value, append }) => {
        const before = append === true ? (now.variables.get(name) ?? '') : '';
        const after = value.type === 'Word' ? expand(now, run.given, value.value) : `$${name}`;
        return withVariables(now, { [name]: before + after });
    }, state);
}

;// CONCATENATED MODULE: ./lib/src/plan/workspace-path.js

/**
 * The file of the build context (relative, with `/`) that a COPY brought to an absolute path in the container. The last
 * COPY that can have brought it wins, if `exists` knows such a file; a guess is never made. What stands at the folder that a COPY names can
 * only be a folder: a file keeps its name below it.
 */
function contextPathOf(trees, containerPath, exists) {
    const path = external_node_path_.posix.normalize(containerPath);
    for (const { copies } of trees) {
        for (const { source, destination } of [...copies].reverse()) {
            const candidate = sourceOf(source, destination, path);
            const isFolder = destination.endsWith('/') && path === destination.slice(0, -1);
            if (candidate !== undefined && exists(candidate, isFolder))
                return candidate;
        }
    }
    return undefined;
}
function sourceOf(source, destination, path) {
    const folder = destination.replace(/\/$/, '');
    if (path === folder)
        return source === '' ? undefined : source;
    if (!path.startsWith(`${folder}/`))
        return undefined;
    const rest = path.slice(folder.length + 1);
    // A file that was copied below a folder keeps its own name; a folder gives its content.
    if (destination.endsWith('/') && rest === external_node_path_.posix.basename(source))
        return source;
    return source === '' ? rest : `${source}/${rest}`;
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/repository.js


/** For places where no repository is known: names alone say what a program is. */
const unknownPrograms = {
    kindOf: (program) => (isTestName(nameOf(program)) ? 'tests' : undefined),
    scriptOf: () => undefined,
};
/** For places where the name of a program proves nothing: only verbs such as `dotnet test` do. */
const noPrograms = { kindOf: () => undefined, scriptOf: () => undefined };
/** The programs of a repository, by their projects' and assemblies' names. */
function programsOf({ projects, scripts }) {
    return {
        kindOf: (program) => findProject(projects, program)?.kind ?? unknownPrograms.kindOf(program),
        scriptOf: (path) => findScript(scripts, path),
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

;// CONCATENATED MODULE: ./lib/src/plan/projects/published.js








/**
 * The projects that an image is published from: that of the program which it starts, and those that a `dotnet publish` or
 * `dotnet build` on the way to it names; without either, the programs that its stages have. Empty where none is known.
 */
function findPublished(dockerfile, final, repository) {
    const apps = repository.projects.filter(({ kind, place }) => kind !== 'tests' && place.kind === 'context');
    const started = startedBy(dockerfile, final, apps);
    const built = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].flatMap((stage) => builtIn(dockerfile, stage, apps, repository));
    const named = built
        .filter(({ isSolution }) => !isSolution || started.length === 0)
        .map(({ project }) => project);
    const found = [...new Set([...started, ...named])];
    const programs = found.filter(({ kind }) => kind === 'program');
    if (programs.length > 0)
        return programs;
    return found.length > 0 ? found : apps.filter(({ kind }) => kind === 'program');
}
/**
 * Whether anything tells that an image has .NET code in it: the program that it starts, a word of its stages, or a project that these copy.
 * The image of a frontend or a database has nothing to do with the tests beside it.
 */
function hasDotnet(dockerfile, final, { projects }) {
    const apps = projects.filter(({ kind }) => kind !== 'tests');
    if (startedBy(dockerfile, final, apps).length > 0)
        return true;
    return [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].some((stage) => {
        const words = [stage.base, ...stage.instructions.map(({ argument }) => argument)].join('\n');
        const { patterns } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage);
        return (/dotnet|aspnet|\bmono\b|msbuild|xbuild|nuget|\.dll\b|\.\w\wproj\b|\.slnx?\b|\bnet\d+\.\d/i.test(words) ||
            apps.some(({ path, place }) => place.kind === 'context' && patterns.some(({ brings }) => brings(path))));
    });
}
/** The project of the program in ENTRYPOINT or CMD. */
function startedBy(dockerfile, final, apps) {
    const all = (0,stage_graph/* instructionsOf */.Jk)(dockerfile, final);
    const starts = [
        all.findLast(({ keyword }) => keyword === 'ENTRYPOINT'),
        all.findLast(({ keyword }) => keyword === 'CMD'),
    ];
    const words = starts.flatMap((one) => one === undefined ? [] : shellCommands((0,shell_text/* scriptOf */.Fl)(one)).flatMap((command) => command.words));
    const names = words
        .filter((word) => /\.dll$/i.test(word) || /^(?:\.{0,2}\/)?[\w./-]+$/.test(word))
        .map(nameOf);
    return apps.filter(({ assemblyName }) => names.includes(assemblyName));
}
/** What the build commands of a stage name. */
function builtIn(dockerfile, stage, apps, { solutions }) {
    return stage.instructions.flatMap((instruction) => buildArguments(dockerfile, stage, instruction).flatMap(({ path, tree }) => {
        const solution = solutions.find((one) => nameMatches(one.path, path, tree));
        if (solution !== undefined)
            return apps
                .filter((one) => solution.projects.includes(one.path))
                .map((project) => ({ project, isSolution: true }));
        return projectsAt(path, tree, apps).map((project) => ({ project, isSolution: false }));
    }));
}
/** The container paths that `dotnet publish` and `dotnet build` are given; the folder of the command where none is. */
function buildArguments(dockerfile, stage, instruction) {
    if (instruction.keyword !== 'RUN' || !/\bdotnet\b/.test(instruction.argument))
        return [];
    const tree = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction);
    const whole = { ...tree, copies: (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).copies };
    const found = [];
    for (const { words, folder } of shellCommands((0,shell_text/* scriptIn */.lU)(dockerfile, stage, instruction))) {
        const [program = '', verb = '', ...rest] = words;
        const publishes = /^(?:publish|build)$/.test(verb) || (verb === 'msbuild' && rest.some((one) => /publish/i.test(one)));
        if (!/(?:^|\/)dotnet$/.test(program) || !publishes)
            continue;
        const written = firstPath(rest);
        if (written === undefined)
            found.push({ path: folder, tree: whole });
        else if (!(0,dockerfile_variables/* hasVariables */.cF)(written))
            found.push({ path: external_node_path_.posix.resolve(folder, written.replaceAll('\\', '/')), tree: whole });
    }
    return found;
}
const withValue = /^(?:-c|--configuration|-o|--output|-f|--framework|-r|--runtime|-a|--arch|-v|--verbosity|--os|--version-suffix|--manifest|--artifacts-path|-p|--property)$/;
/** The project, solution or folder that a command of .NET is given: its first word that is no option and no option's value. */
function firstPath(words) {
    return words.find((word, index) => !/^[-/]\w*[:=]|^-/.test(word) && !withValue.test(words[index - 1] ?? ''));
}
function nameMatches(path, containerPath, tree) {
    return contextPathOf([tree], containerPath, (one) => one === path) !== undefined;
}
/** The projects that a file or a folder of the container is; by the name alone where no COPY tells where it is from. */
function projectsAt(path, tree, apps) {
    const matches = (one) => contextPathOf([tree], path, (found) => found === one.path || found === external_node_path_.posix.dirname(one.path)) !==
        undefined ||
        (external_node_path_.posix.dirname(one.path) === '.' &&
            contextPathOf([tree], external_node_path_.posix.join(path, one.path), (found) => found === one.path) !== undefined);
    const known = apps.filter(matches);
    if (known.length > 0)
        return known;
    const named = apps.filter((one) => nameOf(one.path) === nameOf(path));
    return named.length === 1 ? named : [];
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/command-targets.js
/** Options with a value that is not what is tested. */
const valued = /^(?:-c|--configuration|-f|--framework|-r|--runtime|-o|--output|-a|--arch|--os|-v|--verbosity|-l|--logger|-s|--settings|-e|--environment|-d|--diag|-t|--filter\S*|--results-directory|--collect|--test-adapter-path|--artifacts-path|--blame-\S+|--launch-profile|--report-\S+-filename|--coverage-\S+|--retry-\S+|--minimum-expected-tests|--timeout|--maximum-\S+|--max-\S+|--diagnostic-\S+|--config-file|--treenode-filter|--output-\S+|--logger\S*)$/i;
const named = /^(?:--project|--test-modules|-p)$/;
/**
 * The projects and assemblies that a command of .NET names, as it writes them. Empty where it may test anything: a solution,
 * a folder that may hold one, a wildcard, a variable, a program that is not of .NET.
 */
function readTargets(words) {
    const dotnet = words.findIndex((word) => /(?:^|\/)dotnet(?:\.exe)?$/.test(word));
    const program = words.find((word) => /\/bin\/\S*[^/]$/.test(word));
    if (dotnet < 0)
        return program === undefined || /[$*?]/.test(program) ? [] : [program];
    const [subcommand = '', ...rest] = words.slice(dotnet + 1);
    if (/\.(?:dll|exe)$/i.test(subcommand))
        return keep([subcommand]);
    if (subcommand === 'exec')
        return keep(rest.filter((word) => /\.(?:dll|exe)$/i.test(word)).slice(0, 1));
    if (!/^(?:test|vstest|run)$/.test(subcommand))
        return [];
    const targets = [];
    for (let index = 0; index < rest.length; index += 1) {
        const word = rest[index] ?? '';
        if (word === '--')
            break;
        const given = /^--project[=:](.+)$/.exec(word)?.[1];
        if (given !== undefined)
            targets.push(given);
        else if (named.test(word))
            targets.push(rest[(index += 1)] ?? '');
        else if (word === '--solution')
            return [];
        else if (valued.test(word))
            index += 1;
        else if (!/^(?:-|\/[a-z]+:)/i.test(word) && subcommand !== 'run')
            targets.push(word);
    }
    return keep(targets);
}
/** Nothing, where one of them may be anything. */
function keep(targets) {
    const isOpen = targets.some((target) => /[$*?{}]|\.slnx?$|\.slnf$/i.test(target) || /^[./\\]*$/.test(target));
    return isOpen ? [] : targets;
}
/** The name of the project that a command names by a path. */
function nameOfTarget(path) {
    return path
        .replace(/[/\\]+$/, '')
        .replace(/^.*[/\\]/, '')
        .replace(/\.(?:dll|exe|\w{1,3}proj)$/i, '');
}
/** How well what a command names fits the assembly of a run: it is that, it may be that, or it is another one. */
function fits(target, { project, assembly }) {
    const path = target
        .replaceAll('\\', '/')
        .replace(/\/+$/, '')
        .replace(/^(?:\.{1,2}\/)+/, '');
    const isFile = /\.(?:dll|exe|\w{1,3}proj)$/i.test(path);
    if (nameOfTarget(path).toLowerCase() === project.toLowerCase())
        return 'yes';
    const folder = isFile ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path;
    if (/\.(?:dll|exe)$/i.test(path))
        return project === '' ? 'maybe' : 'no';
    const where = assembly.replaceAll('\\', '/').toLowerCase();
    if (folder !== '' && `/${where}`.includes(`/${folder.toLowerCase()}/`.replace('//', '/')))
        return 'yes';
    // The usual place of what is built says of which project it is.
    return /\/bin\//.test(where) && folder !== '' && !/\/artifacts\//.test(where) ? 'no' : 'maybe';
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/test-commands.js






/** Finds the commands of a shell text that start tests, also in scripts of the repository. */
function findTests(script, programs = unknownPrograms) {
    const all = shellCommands(script, programs.scriptOf).flatMap((one) => classify(one, programs));
    const kind = strongest(all);
    const commands = kind === 'known' ? [] : all.filter((one) => one.kind === kind);
    return { kind, commands: commands.map((one) => toTestCommand(one.command, one.kind)) };
}
/** Whether a shell text goes on where a build that it starts has failed: `dotnet build || true`. */
function hidesFailedBuild(script) {
    return shellCommands(script).some(({ words, hiddenBy }) => /\bdotnet(?:\.exe)? (?:build|publish|msbuild)\b/.test(words.join(' ')) && hiddenBy() !== undefined);
}
/** A command, or those of the script that it is. A script that shows nothing does what its name says. */
function classify(command, programs) {
    const kind = classifyWords(command.words, programs, command.folder);
    const inner = command.inner.flatMap((one) => classify(one, programs));
    const isSaid = inner.length > 0 && (strongest(inner) === 'tests' || kind !== 'tests');
    return isSaid ? inner : [{ kind, command }];
}
function strongest(all) {
    const kinds = all.map(({ kind }) => kind);
    return kinds.includes('tests') ? 'tests' : kinds.includes('unknown') ? 'unknown' : 'known';
}
const idle = /^(?:--?list-?tests?|-lt|--?help|-h|-\?|\/\?|--version|--info|-list)$/i;
/** What we put before the command of an ENTRYPOINT. */
const withoutArguments = /^env(?: -u\w+)+ /;
function toTestCommand({ words, text, ...place }, kind) {
    const { isConditional, retry } = place;
    const hiddenBy = place.hiddenBy();
    const all = words.join(' ');
    const isProgram = !/\bdotnet(?:\.exe)? +(?:test|vstest)\b/.test(all);
    const isSaid = kind === 'tests' && (/\bdotnet +run\b/.test(all) || words.some((word) => /\.(?:dll|exe)$/i.test(word)));
    return {
        text: cut(text.replace(withoutArguments, ''), 120),
        targets: readTargets(words),
        hiddenBy: hiddenBy === undefined ? undefined : cut(hiddenBy, 80),
        isConditional,
        retry,
        isSure: !isProgram || isSaid || /\/bin\/(?:debug|release)\//i.test(all),
        isProgram,
        usesBuilt: /--no-build\b|\bvstest\b|\.dll\b|\/bin\//.test(text),
        isIdle: words.some((word) => idle.test(word)) || /\bdotnet test\b.* -t(?: |$)/.test(all),
    };
}
function cut(text, limit) {
    return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
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
function findTestsIn(dockerfile, stage, instruction, programs) {
    return findTests((0,shell_text/* scriptIn */.lU)(dockerfile, stage, instruction), programs);
}
/** What an instruction of a stage does: it tests when any of its commands does. */
function classifyIn(dockerfile, stage, instruction, programs) {
    return findTestsIn(dockerfile, stage, instruction, programs).kind;
}
/** `RUN ./build.sh`, as it stands in a line. */
function quoteCommand(instruction) {
    return `${instruction.keyword} ${instruction.argument.replace(/\s+/g, ' ').slice(0, 80)}`;
}
/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
function testingInstructions(dockerfile, stage, programs) {
    return stage.instructions.filter((one) => ['RUN', 'ENTRYPOINT', 'CMD'].includes(one.keyword) &&
        classifyIn(dockerfile, stage, one, programs) === 'tests');
}
/** ENTRYPOINT with CMD as a container of the stage starts them, from whatever stage of its chain they are. */
function readStartCommand(dockerfile, stage, programs) {
    const all = (0,stage_graph/* instructionsOf */.Jk)(dockerfile, stage);
    const entrypoint = all.findLast((one) => one.keyword === 'ENTRYPOINT');
    const cmd = all.findLast((one) => one.keyword === 'CMD');
    const instruction = entrypoint ?? cmd;
    if (instruction === undefined)
        return undefined;
    const parts = cmd === undefined || cmd === instruction ? [instruction] : [instruction, cmd];
    const text = parts.map((one) => (0,shell_text/* scriptOf */.Fl)(one).text).join(' ');
    const { workdir, variables } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage);
    const script = { text, errexit: false, pipefail: false, folder: workdir, variables };
    const { kind } = findTests(script, programs);
    return { kind, command: inContainer(instruction, cmd, all), instruction };
}
/** A start command as the argument of a RUN that sees what a container does. */
function inContainer(start, cmd, all) {
    const unset = argumentsOnly(all);
    const words = start.execForm;
    if (words === undefined)
        return unset.length === 0 ? start.argument : `unset ${unset.join(' ')}; ${start.argument}`;
    const more = start.keyword === 'ENTRYPOINT' ? (cmd?.execForm ?? []) : [];
    const without = unset.length === 0 ? [] : ['env', ...unset.map((name) => `-u${name}`)];
    return JSON.stringify([...without, ...words, ...more]);
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

;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-final.js





/**
 * The final stage: the one that was asked for, `final`, or the last one; where that one tests, the only other one that nothing needs,
 * that doesn't test and that is no SDK. Where there is none, the Dockerfile has nothing but tests. Throws a UserError where several are.
 */
function chooseFinal(dockerfile, { target, named }, programs) {
    const final = target ?? defaultOf(dockerfile);
    // Where the tests are known, a program is not taken for one because of its name.
    const isSettled = named.length > 0 || (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test') !== undefined;
    const judge = isSettled ? noPrograms : programs;
    const tests = (stage) => named.includes(stage) || isTestStage(dockerfile, stage, judge);
    if (target !== undefined || !tests(final))
        return { final, testsOnly: false };
    const needed = new Set(dockerfile.stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)].filter((one) => one !== stage)));
    const candidates = dockerfile.stages.filter((stage) => !needed.has(stage) && !tests(stage) && !isSdk(dockerfile, stage));
    const [only, another] = candidates;
    if (another !== undefined)
        throw whichIsFinal(dockerfile, final, candidates);
    return only === undefined ? { final, testsOnly: true } : { final: only, testsOnly: false };
}
/** Whether a stage is there to test: it is named so, its container starts tests, or it runs them and starts nothing else. */
function isTestStage(dockerfile, stage, programs) {
    if (stage.name?.toLowerCase() === 'test')
        return true;
    const start = readStartCommand(dockerfile, stage, programs);
    if (start !== undefined)
        return start.kind === 'tests';
    return testingInstructions(dockerfile, stage, programs).length > 0 && isSdk(dockerfile, stage);
}
/** Whether a stage begins from an image with the SDK, as far as that image's name tells. */
function isSdk(dockerfile, stage) {
    const image = (0,stage_graph/* chainOf */.dR)(dockerfile, stage).at(-1)?.base ?? '';
    return /(?:^|[/_.-])sdk(?=$|[:@/_.-])|dotnet-sdk|[:-]sdk/i.test(image);
}
function whichIsFinal(dockerfile, last, candidates) {
    const [testing] = testingInstructions(dockerfile, last, noPrograms);
    const line = testing?.firstLine ?? last.firstLine;
    return new errors/* UserError */.yo('Which stage is the final one?', `${dockerfile.shown}:${line}: the last stage, ${(0,parse_dockerfile/* stageLabel */.Hn)(last)}, is one that tests. Set the input target to the stage that ` +
        `the image is made of: ${listStages(candidates)}.`, { file: dockerfile.shown, line });
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
    throw new errors/* UserError */.yo('There is no final stage', `${dockerfile.shown}: every stage tests or serves one that does, so there is no image for ${asked.join(', ')}. ` +
        `Set the input target to the stage that the image is made of: ${listStages(dockerfile.stages)}.`, { file: dockerfile.shown, line: defaultOf(dockerfile).firstLine });
}
/** Throws a UserError where an image begins from one of Windows, which no builder on Linux has. */
function requireLinux(dockerfile, final) {
    const windows = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].find(({ base }) => /nanoserver|windowsservercore|\/windows\/server|windows-?ltsc|\bltsc20\d\d\b/i.test(base));
    if (windows === undefined)
        return;
    throw new errors/* UserError */.yo('The image is for Windows', `${dockerfile.shown}:${windows.firstLine}: ${windows.base} is an image of Windows, and builds here run on Linux. Set file to a Dockerfile for ` +
        `Linux, or build this one with docker build on a runner with Windows.`, { file: dockerfile.shown, line: windows.firstLine });
}

;// CONCATENATED MODULE: ./lib/src/plan/stages/suspects.js





/**
 * Commands that may test: RUNs that nobody knows, where the SDK and sources are, and what containers of stages start that the final stage
 * has no use for.
 */
function findSuspects(dockerfile, final, programs) {
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    return dockerfile.stages
        .filter((stage) => canTest(dockerfile, stage))
        .flatMap((stage) => stage.instructions
        .filter(({ keyword }) => keyword === 'RUN' || (/^(?:ENTRYPOINT|CMD)$/.test(keyword) && !needed.has(stage)))
        .filter((one) => hasSources(dockerfile, stage, one))
        .filter((one) => classifyIn(dockerfile, stage, one, programs) === 'unknown')
        .map((instruction) => ({
        stage,
        instruction,
        mayBeTried: instruction.keyword === 'RUN' && !namesOtherTarget((0,shell_text/* commandOf */.Nl)(instruction)),
    })));
}
/** Whether a build program is told of a target that is something else than tests. */
function namesOtherTarget(command) {
    const parts = command.split(/&&|\|\||[;\n]/).filter((one) => !ofDotnet.test(one));
    return parts.some((one) => otherTarget.test(one.replace(/\bfake\s+(?:build|run)\b|\s(?:--project|-p|--file)[\s=]\S+/g, '')));
}
const otherTarget = /(?:^|[\s=:])(?:publish|pack|build|compile|restore|clean|install|generate|docs?)(?=\s|$)/i;
const ofDotnet = /^\s*dotnet\s+(?:(?:tool|workload)\s+\w+|restore|build|publish|pack|clean)\b/;
function canTest(dockerfile, stage) {
    const runsDotnet = (0,stage_graph/* instructionsOf */.Jk)(dockerfile, stage).some((one) => one.keyword === 'RUN' && /\bdotnet\b(?!-install)/.test((0,shell_text/* commandOf */.Nl)(one)));
    return runsDotnet || isSdk(dockerfile, stage);
}
/** Whether something of the build context is there where a command runs. */
function hasSources(dockerfile, stage, instruction) {
    const { copies, patterns } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction);
    const isMounted = instruction.flags.some(({ name, value }) => name === 'mount' && /(?:^|,)type=bind(?:,|$)/.test(value) && !/(?:^|,)from=/.test(value));
    return copies.length > 0 || patterns.length > 0 || isMounted;
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/restore-step.js





/** Reads it from the first RUN of a stage's chain that restores, also as a part of build or publish. */
function readRestoreStep(dockerfile, source) {
    const all = (0,stage_graph/* chainOf */.dR)(dockerfile, source)
        .reverse()
        .flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })))
        .filter(({ instruction }) => instruction.keyword === 'RUN');
    const found = all.find(({ instruction }) => /\bdotnet\s+restore\b/.test((0,shell_text/* commandOf */.Nl)(instruction))) ??
        all.find(({ instruction }) => /\bdotnet\s+(?:publish|build)\b/.test((0,shell_text/* commandOf */.Nl)(instruction)));
    if (found === undefined)
        return { flags: '', before: '', options: '' };
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, found.stage, found.instruction);
    const flags = found.instruction.flags.flatMap(({ name, value }) => {
        if (name === 'network')
            return [`--network=${value} `];
        return name === 'mount' && !bringsSources(value) ? [`--mount=${withAbsoluteTarget(value, workdir)} `] : [];
    });
    const command = (0,shell_text/* commandOf */.Nl)(found.instruction);
    const before = /((?:\b\w+=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|\S+)\s+|export\s+[^&;]+&&\s*)+)dotnet\s+(?:restore|publish|build)\b/.exec(command)?.[1];
    const options = [...command.matchAll(/\s(--configfile|-s|--source)[=\s]("[^"]*"|\S+)/g)];
    return {
        flags: flags.join(''),
        before: before ?? '',
        options: options
            .map(([, name, value = '']) => ` ${name ?? ''} ${absolute(value, name ?? '', workdir)}`)
            .join(''),
    };
}
/** Whether a mount is of the build context, which the tests have by COPY, and not of a file that says where packages come from. */
function bringsSources(mount) {
    const options = (0,parse_dockerfile/* parseMount */.zt)(mount);
    return (0,parse_dockerfile/* typeOfMount */.N)(options) === 'bind' && !options.has('from') && !/nuget\.config(?:,|$)/i.test(mount);
}
/** Another WORKDIR must not move a mount. */
function withAbsoluteTarget(mount, workdir) {
    return mount.replace(/(^|,)(target|dst|destination)=([^/$"',][^,]*)/, (_, comma, name, path) => `${comma}${name}=${external_node_path_.posix.resolve(workdir, path)}`);
}
function absolute(value, option, workdir) {
    return option === '--configfile' && /^[\w.]/.test(value) ? external_node_path_.posix.resolve(workdir, value) : value;
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/stage-layout.js



/**
 * Finds the folder of a stage in which the sources keep their layout, and which folders of the tests, of what they refer to, and which
 * shared files are not there. Sources that were moved get a second place, with everything.
 */
function findLayout(tree, tests, { projects, sharedFiles, platformFolder }) {
    const needed = withReferences(tests, projects).filter(({ place }) => place.kind === 'context');
    const root = stage_layout_rootOf(tree, needed);
    if (root === undefined)
        return { root: '/tests-src', missing: [''], shared: [], needed };
    const isThere = (path) => (0,copied_paths/* containerPathOf */.u)(tree, path) === external_node_path_.posix.join(root, path);
    const hasFolder = (folder) => isThere(external_node_path_.posix.join(folder, '.any'));
    const absent = needed.filter((one) => !hasFolder(folderOf(one)));
    const present = needed.filter((one) => hasFolder(folderOf(one)));
    const folders = absent.map((one) => widest(folderOf(one), present, projects, absent));
    const besides = sharedFiles.filter((path) => (external_node_path_.posix.basename(path) === 'global.json'
        ? external_node_path_.posix.dirname(path) === platformFolder
        : /^packages\.lock/i.test(external_node_path_.posix.basename(path))) &&
        absent.some((one) => isAbove(external_node_path_.posix.dirname(path), one.path)));
    const files = [...absent.flatMap(({ imports }) => imports), ...besides].filter((path) => !isThere(path));
    const isRuled = platformFolder === undefined || isThere(external_node_path_.posix.join(platformFolder, 'global.json'));
    const rule = isRuled ? [] : [external_node_path_.posix.join(platformFolder, 'global.json')];
    const distinct = [...new Set([...files, ...rule, ...folders])];
    if (distinct.includes(''))
        return { root, missing: [''], shared: [], needed };
    const isWithin = (path) => folders.some((one) => path.startsWith(`${one}/`));
    return {
        root,
        missing: distinct.filter((path) => !isWithin(path)),
        shared: [...new Set([...files, ...rule])].filter(isWithin),
        needed,
    };
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
function stage_layout_rootOf(tree, needed) {
    for (const { path } of needed) {
        const place = (0,copied_paths/* containerPathOf */.u)(tree, path);
        const root = place === undefined ? undefined : rootAt(place, path);
        if (root !== undefined)
            return root;
        if (place !== undefined)
            return undefined;
    }
    for (const { source, destination } of tree.copies) {
        if (source === '')
            return external_node_path_.posix.join(destination, '.');
        const place = destination.endsWith('/') && /\.\w+$/.test(source)
            ? external_node_path_.posix.join(destination, external_node_path_.posix.basename(source))
            : destination;
        const root = rootAt(place.replace(/\/$/, ''), source) ?? rootAt(place.replace(/\/$/, ''), external_node_path_.posix.dirname(source));
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
/**
 * What follows the FROM of a stage that runs test projects, one by one: the sources that are not there yet, a restore in a layer of its
 * own, and the tests. `source` is the stage that it begins from, or undefined where that is an image of the SDK alone.
 */
function generateLines(dockerfile, source, tests, repository) {
    const tree = source === undefined ? emptyTree : (0,copied_paths/* readCopiedTree */.Z)(dockerfile, source);
    const { root, missing, shared, needed } = source === undefined
        ? { root: '/src', missing: [''], shared: [], needed: [] }
        : findLayout(tree, tests, repository);
    const { user, settled } = source === undefined ? noUser : usersOf(dockerfile, source, tree);
    const owner = user === undefined ? '' : `--chown=${user} `;
    const copy = (path, isFile) => copyLine(path, isFile, owner);
    const restore = source === undefined ? plainRestore : readRestoreStep(dockerfile, source);
    const isFile = (path) => repository.sharedFiles.includes(path) || needed.some(({ imports }) => imports.includes(path));
    const files = missing.filter(isFile);
    const folders = missing.filter((path) => !isFile(path));
    const projects = restoredFilesIn(folders, needed, shared);
    const restores = tests.map(({ path }) => `RUN ${restore.flags}${restore.before}dotnet restore ${quote(path)}${restore.options}`);
    const runs = tests.map((test) => `RUN ${restore.flags}${testCommand(test, source, dockerfile, repository)}`);
    const rolls = tests.some((test) => needsRollForward(test, sdkMajor(dockerfile, source)));
    return [
        ...(settled === undefined ? [] : [`USER ${settled}`]),
        `WORKDIR ${root}`,
        ...files.map((path) => copy(path, true)),
        ...projects.map((path) => copy(path, true)),
        // Without the project files by themselves there is nothing to restore before the sources are there.
        ...(projects.length > 0 ? restores : []),
        ...folders.map((path) => copy(path, false)),
        ...(projects.length > 0 ? [] : restores),
        ...(rolls ? ['ENV DOTNET_ROLL_FORWARD=Major'] : []),
        ...runs,
    ];
}
const emptyTree = {
    workdir: '/',
    copies: [],
    patterns: [],
    user: undefined,
    variables: new Map(),
};
const noUser = { user: undefined, settled: undefined };
const plainRestore = { flags: '', before: '', options: '' };
/** The project files that a restore needs, in folders that are to be copied, where they are few, with the files that rule over them. */
function restoredFilesIn(folders, needed, shared) {
    if (folders.includes(''))
        return [];
    const found = needed
        .map(({ path }) => path)
        .filter((path) => folders.some((one) => path.startsWith(`${one}/`)));
    return found.length > maxProjectCopies ? [] : [...shared, ...found].sort();
}
function copyLine(path, isFile, owner) {
    if (path === '')
        return `COPY ${owner}. .`;
    const target = isFile ? folderWithSlash(path) : `${path}/`;
    const source = isFile ? path : `${path}/`;
    return /\s/.test(path)
        ? `COPY ${owner}${JSON.stringify([source, target])}`
        : `COPY ${owner}${source} ${target}`;
}
function folderWithSlash(path) {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' ? './' : `${folder}/`;
}
/** The user who owns what is copied, and the one to set where the stage ends with another than the one that builds. */
function usersOf(dockerfile, source, { user }) {
    const builder = (0,stage_graph/* chainOf */.dR)(dockerfile, source)
        .flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })))
        .filter(({ instruction }) => instruction.keyword === 'RUN' && /\bdotnet\b/.test((0,shell_text/* commandOf */.Nl)(instruction)))
        .map(({ stage, instruction }) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction).user);
    const building = builder.length === 0 ? user : builder.at(-1);
    const isRoot = building === undefined || /^(?:root|0)(?::|$)/.test(building);
    const settled = building === user ? undefined : (building ?? 'root');
    return { user: isRoot ? undefined : building, settled };
}
function testCommand(test, source, dockerfile, { platformFolder }) {
    const major = sdkMajor(dockerfile, source);
    const framework = chooseFramework(test, major);
    const options = `${framework === undefined ? '' : ` -f ${framework}`} --no-restore`;
    if (platformFolder !== undefined)
        return `dotnet test --project ${quote(test.path)}${options}`;
    const isRun = test.runner === 'platform' || (test.refusesVsTest && (major ?? 10) >= 10);
    const verb = isRun ? 'run --project' : 'test';
    return `dotnet ${verb} ${quote(test.path)}${options}`;
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
/** The major version in the tag of the image that a stage begins from. */
function sdkMajor(dockerfile, source) {
    const image = source === undefined ? '' : ((0,stage_graph/* chainOf */.dR)(dockerfile, source).at(-1)?.base ?? '');
    const major = /:(\d+)\.\d/.exec(image)?.[1];
    return major === undefined ? undefined : Number(major);
}
function quote(path) {
    return /[^\w./-]/.test(path) ? `"${path}"` : path;
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/suggest-test-stage.js






/**
 * A test stage for a Dockerfile that has none, which runs these test projects; where a stage stands ready for them, the lines that it
 * lacks. Undefined where no stage builds .NET code.
 */
function suggestTestStage(dockerfile, final, waiting, tests, repository) {
    const ready = chooseWaiting(dockerfile, waiting);
    if (ready !== undefined)
        return suggestLines(dockerfile, ready, tests, repository);
    const source = findSourceStage(dockerfile, final);
    const image = sdkBeside(dockerfile, final);
    if (source === undefined && image === undefined)
        return undefined;
    const base = source === undefined ? (image ?? '') : (source.name ?? freeName(dockerfile));
    const lines = generateLines(dockerfile, source, tests, repository);
    const line = source === final ? linesOf(dockerfile).length + 1 : topOf(dockerfile, final);
    return {
        text: ['# Runs the tests: docker build --target test', `FROM ${base} AS test`, ...lines, '', ''].join('\n'),
        source,
        image: base,
        lines,
        where: { kind: 'above', line },
        first: source && describeFirst(dockerfile, source, base, source === final),
    };
}
/** Of stages that stand ready for tests the one of unit tests; others need what a build has not. */
function chooseWaiting(dockerfile, waiting) {
    const usable = waiting.filter((stage) => (0,stage_graph/* parentOf */.gN)(dockerfile, stage) !== undefined);
    return (usable.find(({ name }) => /unit/i.test(name ?? '')) ??
        usable.find(({ name }) => /^tests?$/i.test(name ?? '')));
}
function suggestLines(dockerfile, stage, tests, repository) {
    const lines = generateLines(dockerfile, stage, tests, repository);
    const last = stage.instructions.at(-1)?.lastLine ?? stage.fromLastLine;
    return {
        text: `${lines.join('\n')}\n`,
        source: stage,
        image: '',
        lines,
        where: { kind: 'into', stage, line: last },
        first: undefined,
    };
}
/** The SDK's image of the version that the final stage runs on, for what is built elsewhere and copied from the build context. */
function sdkBeside(dockerfile, final) {
    const { copies, patterns } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, final);
    if (copies.length === 0 && patterns.length === 0)
        return undefined;
    const image = (0,stage_graph/* chainOf */.dR)(dockerfile, final).at(-1)?.base ?? '';
    const found = /^(.*\/dotnet\/)(?:nightly\/)?(?:aspnet|runtime|runtime-deps):(\d+\.\d+)/.exec(image);
    return found === null ? undefined : `${found[1] ?? ''}sdk:${found[2] ?? ''}`;
}
function describeFirst(dockerfile, source, base, isFinal) {
    const from = linesOf(dockerfile)[source.firstLine - 1]?.trim() ?? '';
    const steps = [
        ...(source.name === undefined
            ? [
                `give the stage in line ${source.firstLine} a name: ${from} AS ${base}` +
                    (isFinal ? '' : ` (COPY --from=${source.index} goes on working)`),
            ]
            : []),
        ...(isFinal ? [`set the input target: ${base}, since the test stage stands below it`] : []),
    ];
    return steps.length === 0 ? undefined : steps.join(', and ');
}
/** A name for the stage with the sources that no other stage has. */
function freeName(dockerfile) {
    return (['build', 'sources', 'sdk'].find((name) => (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, name) === undefined) ??
        'test-base');
}
function topOf(dockerfile, final) {
    const lines = linesOf(dockerfile);
    let top = final.firstLine;
    while (top > 1 && /^\s*#/.test(lines[top - 2] ?? ''))
        top--;
    return top;
}
function linesOf({ text }) {
    return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
/**
 * The stage with the SDK and the sources: of those that the final one needs, the one that publishes or builds, by `dotnet` itself or by a
 * program of the repository's; or what that one began from. Undefined where no stage builds .NET code.
 */
function findSourceStage(dockerfile, final) {
    const needed = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)];
    const builds = needed.filter((stage) => runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/));
    const builder = builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ??
        builds[0] ??
        needed.find((stage) => runsDotnet(stage, /\bdotnet\b/) && takesSources(stage)) ??
        needed.find((stage) => isSdk(dockerfile, stage) && takesSources(stage));
    if (builder === undefined)
        return undefined;
    // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
    let source = builder;
    for (const parent of (0,stage_graph/* chainOf */.dR)(dockerfile, builder).slice(1)) {
        if (takesSources(source) || !(builds.includes(parent) || takesSources(parent)))
            break;
        source = parent;
    }
    return source;
}
function takesSources(stage) {
    return stage.instructions.some(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword));
}
function runsDotnet(stage, command) {
    return stage.instructions.some((instruction) => instruction.keyword === 'RUN' && command.test((0,shell_text/* commandOf */.Nl)(instruction)));
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/unreachable-tests.js




const unreachable_tests_maxListed = 5;
/**
 * Says of test projects that a build can't reach what keeps them out, each of them counted: "2 test projects are not in the build: …", and
 * below that what lets them in. `context` is the build context as people see it.
 */
function describeUnreachable(tests, projects, dockerfile, context) {
    const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`;
    const groups = groupByWhy(tests.map((project) => ({ project, why: whyAway(project, context) })));
    const lines = groups.map(([why, found]) => `${listProjects(found)}: ${why}`);
    const all = withReferences(tests, projects);
    return [
        `${count} not in the build:`,
        ...lines,
        ...letIn(all, projects),
        ...widen(all, dockerfile, context),
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
function widen(needed, dockerfile, context) {
    const ups = needed.map(({ path }) => /^(?:\.\.\/)*/.exec(path)?.[0] ?? '');
    const longest = ups.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (longest === '')
        return [];
    const wide = external_node_path_.posix.join(context, longest, '.');
    const lines = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .flatMap((one) => {
        const moved = beginElsewhere(one, external_node_path_.posix.relative(wide, context));
        return moved === undefined ? [] : [`  line ${one.firstLine}: ${moved}`];
    });
    return [
        'Set these inputs:',
        `  context: ${wide}`,
        `  file: ${dockerfile.shown}`,
        ...(lines.length === 0 ? [] : [`In ${dockerfile.shown}, the paths begin there then:`, ...lines]),
    ];
}
/** An instruction that takes files of the build context, as it is where that begins above the folder that it was. */
function beginElsewhere(one, folder) {
    const move = (path) => /^(?:\w+:\/\/|<<|git@)/.test(path) ? path : external_node_path_.posix.join(folder, path);
    if (/^(?:COPY|ADD)$/.test(one.keyword)) {
        if (one.flags.some(({ name }) => name === 'from') || /<</.test(one.argument))
            return undefined;
        const words = one.execForm ?? (0,dockerfile_variables/* splitWords */.yM)(one.argument);
        const moved = [...words.slice(0, -1).map(move), ...words.slice(-1)];
        if (moved.join() === words.join())
            return undefined;
        const written = one.execForm === undefined ? moved.join(' ') : JSON.stringify(moved);
        return [one.keyword, ...(0,parse_dockerfile/* writtenFlags */.fo)(one), written].join(' ');
    }
    if (one.keyword !== 'RUN')
        return undefined;
    const flags = (0,parse_dockerfile/* writtenFlags */.fo)(one).map((flag) => {
        if (!/^--mount=(?:.*,)?type=bind(?:,|$)/.test(flag) || /,from=/.test(flag))
            return flag;
        const source = /,(?:source|src)=([^,]*)/.exec(flag);
        return source === null
            ? `${flag},source=${folder}`
            : flag.replace(source[0], `,source=${move(source[1] ?? '')}`);
    });
    return flags.join() === (0,parse_dockerfile/* writtenFlags */.fo)(one).join() ? undefined : ['RUN', ...flags, '…'].join(' ');
}
/** Names test projects that can't run in a build, each with why that is: "A, B (containers are needed: package testcontainers)". */
function listUnfit(unfit) {
    return groupByWhy(unfit)
        .map(([why, projects]) => `${listProjects(projects)} (${why})`)
        .join('; ');
}
function groupByWhy(found) {
    const groups = new Map();
    for (const { project, why } of found)
        groups.set(why, [...(groups.get(why) ?? []), project]);
    return [...groups];
}
function whyAway({ place }, context) {
    if (place.kind !== 'ignored')
        return `outside of the build context, ${context}.`;
    const words = place.rules.map(({ line, pattern }) => `line ${line} of ${place.file}, "${pattern}",`);
    return `${words.join(' and ')} ${words.length === 1 ? 'keeps' : 'keep'} it out.`;
}
/** Some projects by their paths, with the number of all others. */
function listProjects(projects) {
    const shown = projects.slice(0, unreachable_tests_maxListed).map(({ path }) => path);
    const left = projects.length - shown.length;
    return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/answer-missing.js










/**
 * Decides by `missing-test-stage` what happens where no stage tests. Throws a UserError where the job has to fail: with a stage to
 * paste, or with what keeps the tests out of the build.
 */
function answerMissing({ dockerfile, final, waiting, repository, programs, tried }, settings) {
    const mode = settings.missingTestStage;
    const nowhere = describeMissing(dockerfile, waiting);
    if (mode === 'skip')
        return { kind: 'skip', reason: nowhere };
    const tests = answer_missing_findTests(dockerfile, final, repository);
    const reachable = tests.own.filter(({ place }) => place.kind === 'context');
    const away = tests.own.filter(({ place }) => place.kind !== 'context');
    const hasTests = repository.projects.some(({ kind }) => kind === 'tests');
    const found = findSuspects(dockerfile, final, programs).filter(({ mayBeTried }) => mayBeTried || hasTests);
    const suspects = describeSuspects(found, tried);
    if (away.length > 0 && (mode === 'auto' || reachable.length === 0))
        throw notReachable(dockerfile, describeUnreachable(away, repository.projects, dockerfile, shownPath(settings.context, settings.workspace)), suspects);
    const candidate = mode === 'auto' && tried === undefined && reachable.length > 0 ? onlyStageOf(found) : undefined;
    if (candidate !== undefined)
        return { kind: 'try', stage: candidate };
    const suggestion = reachable.length === 0 ? undefined : suggestTestStage(dockerfile, final, waiting, reachable, repository);
    if (suggestion === undefined) {
        const reason = `${nowhere}, and ${whyNone(tests, reachable, final)}`;
        if (mode === 'auto')
            return { kind: 'skip', reason: [reason, ...suspects].join('. ').replace(/\.$/, '') };
        throw noStage(dockerfile, final, `${reason}.`, suspects);
    }
    const hints = [...describeOtherWaiting(waiting, suggestion), ...suspects];
    if (mode === 'fail')
        throw stageToPaste(dockerfile, suggestion, hints);
    return {
        kind: 'generate',
        suggestion,
        notice: describeGenerated(dockerfile, suggestion, reachable, tests, hints),
    };
}
function describeMissing({ shown, stages }, waiting) {
    const named = (0,parse_dockerfile/* findStage */.U9)(stages, 'test');
    return named === undefined || waiting.includes(named)
        ? `${shown} has no test stage`
        : `stage ${(0,parse_dockerfile/* stageLabel */.Hn)(named)} of ${shown} runs no test of .NET`;
}
function answer_missing_findTests(dockerfile, final, repository) {
    if (hasDotnet(dockerfile, final, repository))
        return findImageTests(repository, findPublished(dockerfile, final, repository));
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
function whyNone({ unfit, others }, reachable, final) {
    if (reachable.length > 0)
        return `neither ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} nor a stage that it copies from builds .NET code; dotnet test runs the tests in a step of its own`;
    if (unfit.length > 0)
        return `its tests can't run in a build: ${listUnfit(unfit)}; dotnet test runs them in a step of its own`;
    if (others.length > 0)
        return `none of the repository's test projects tests what this image is made of: ${listProjects(others)}`;
    return 'the repository has no test project';
}
function describeGenerated(dockerfile, suggestion, tests, { unfit }, suspects) {
    const count = tests.length === 1 ? 'the test project' : `${tests.length} test projects`;
    const left = unfit.length === 0
        ? ''
        : `\nLeft out, as a build can't run them: ${listUnfit(unfit)}. dotnet test runs them in a step of its own.`;
    const doubt = describeDoubt(tests);
    const message = `${dockerfile.shown} has no test stage, so ${count} of this image ran in a generated one.${left}${doubt}\n` +
        `To keep it: ${howToPaste(dockerfile, suggestion)}${suspects.join('\n')}`;
    return { message: message.trimEnd(), snippet: suggestion.text.trimEnd() };
}
/** What to do where tests turn out to need what a build has not, as far as their names tell that they may. */
function describeDoubt(tests) {
    const doubtful = tests.filter(({ path }) => /integration|functional|acceptance|e2e|end-?to-?end/i.test(external_node_path_.posix.basename(path)));
    if (doubtful.length === 0)
        return '';
    const wayOut = doubtful.length === tests.length
        ? 'set missing-test-stage: skip, and run dotnet test in a step of its own'
        : 'paste the stage without their lines';
    return `\nA build has no database and no other service; where ${listProjects(doubtful)} can't do without, ${wayOut}.`;
}
function howToPaste(dockerfile, { where, first, text }) {
    const before = first === undefined ? '' : `first, ${first}; then `;
    const place = where.kind === 'above'
        ? `${before}paste this above line ${where.line} of ${dockerfile.shown}:`
        : `stage ${(0,parse_dockerfile/* stageLabel */.Hn)(where.stage)} (line ${where.stage.firstLine}) runs nothing; add this below line ${where.line} of ${dockerfile.shown}:`;
    return `${place}\n\n${text}`;
}
function stageToPaste(dockerfile, suggestion, suspects) {
    const how = howToPaste(dockerfile, suggestion);
    const message = `${dockerfile.shown} has no test stage.\n${how.charAt(0).toUpperCase()}${how.slice(1)}`;
    return new errors/* UserError */.yo('No stage runs the tests', [`${message}${skip}`, ...suspects].join('\n'), { file: dockerfile.shown, line: suggestion.where.line }, suggestion.text);
}
const skip = 'To build without tests, set missing-test-stage: skip.';
function noStage(dockerfile, final, why, suspects) {
    return new errors/* UserError */.yo('No stage runs the tests', [why, ...suspects, skip].join(' '), {
        file: dockerfile.shown,
        line: final.firstLine,
    });
}
function notReachable(dockerfile, why, suspects) {
    return new errors/* UserError */.yo('The tests are not in the build', [`${dockerfile.shown} has no test stage, and ${why}`, ...suspects, skip].join('\n'), { file: dockerfile.shown, line: 1 });
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-stages.js








/**
 * Chooses the final stage and those that test. What was asked for settles it before anything is suspected. Throws a UserError when a
 * name is not there, and when several stages could be meant.
 */
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
        throw severalTest(dockerfile, found);
    const [testStage] = found;
    const isDefault = target === undefined || target === defaultOf(dockerfile);
    if (testStage !== undefined && !isDefault && !sharesStage(dockerfile, final, testStage))
        return { final, testsOnly, tests: { kind: 'unrelated', testStage } };
    if (testStage !== undefined)
        return { final, testsOnly, tests: { kind: 'stages', stages: [testStage] } };
    return { final, testsOnly, tests: { kind: 'missing', waiting: findWaiting(dockerfile, final) } };
}
/** The stage named `test` if it can test, else all that do, without those that another one of them builds on anyway. */
function findTestStages(dockerfile, programs) {
    const named = (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test');
    if (named !== undefined && mayTest(dockerfile, named, programs)) {
        const start = findUnknownStart(dockerfile, named, programs);
        if (start !== undefined)
            throw doesItTest(dockerfile, named, start);
        return [named];
    }
    const all = dockerfile.stages.filter((stage) => testingInstructions(dockerfile, stage, programs).length > 0);
    return all.filter((one) => !all.some((other) => other !== one && (0,stage_graph/* neededFor */.r4)(dockerfile, other).has(one)));
}
/** What the container of a stage starts, where it is all that may test, and nobody knows whether it is a server. */
function findUnknownStart(dockerfile, stage, programs) {
    const start = readStartCommand(dockerfile, stage, programs);
    if (start?.kind !== 'unknown' || !stage.instructions.includes(start.instruction))
        return undefined;
    const runsNothing = stage.instructions.every((one) => one.keyword !== 'RUN' || classifyIn(dockerfile, stage, one, programs) === 'known');
    return runsNothing ? start.instruction : undefined;
}
function doesItTest(dockerfile, stage, start) {
    const line = start.firstLine;
    const name = (0,parse_dockerfile/* stageLabel */.Hn)(stage);
    return new errors/* UserError */.yo(`Does stage ${name} test?`, `${dockerfile.shown}:${line}: stage ${name} runs nothing in a build, and what its container starts, ${quoteCommand(start)}, may be a ` +
        `server, so it is not started. If line ${line} runs the tests, set test-target: ${name}. If no stage tests, rename this one.`, { file: dockerfile.shown, line });
}
/** Whether a stage has a command that may test, or begins from an image or a stage whose ONBUILD may bring one. */
function mayTest(dockerfile, stage, programs) {
    const isUnknown = stage.instructions.some((one) => one.keyword === 'RUN' && classifyIn(dockerfile, stage, one, programs) !== 'known');
    const start = readStartCommand(dockerfile, stage, programs);
    const parent = (0,stage_graph/* parentOf */.gN)(dockerfile, stage);
    const isTriggered = parent?.instructions.some(({ keyword, argument }) => keyword === 'ONBUILD' && (classifyOnbuildRun(`ONBUILD ${argument}`) ?? 'known') !== 'known');
    return isUnknown || (start !== undefined && start.kind !== 'known') || (isTriggered ?? true);
}
/** Stages whose name says that they test, and that have no command: compose gives it to them. */
function findWaiting(dockerfile, final) {
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    return dockerfile.stages.filter((stage) => /(?:^|[^a-z]|unit|functional|integration)tests?$/i.test(stage.name ?? '') && !needed.has(stage));
}
function severalTest(dockerfile, found) {
    const list = found.map((stage) => `${(0,parse_dockerfile/* stageLabel */.Hn)(stage)} (line ${stage.firstLine})`).join(', ');
    return new errors/* UserError */.yo('Which stage tests?', `${dockerfile.shown}: ${found.length} stages run tests: ${list}. Set the input test-target to one of them, or to ` +
        'several, one per line.', { file: dockerfile.shown, line: found[0]?.firstLine ?? 1 });
}
function sharesStage(dockerfile, final, testStage) {
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, testStage);
    return [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].some((stage) => needed.has(stage));
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
function appendStartCommands(dockerfile, testStages, buildArgs, programs, wereNamed) {
    const added = [];
    const lines = dockerfile.text.split('\n');
    const names = testStages.map((stage) => {
        const start = readStartCommand(dockerfile, stage, programs);
        if (start === undefined || !isToRun(dockerfile, stage, start, programs, wereNamed))
            return undefined;
        const name = `${startStagePrefix}${stage.index}`;
        const origin = start.instruction.firstLine;
        added.push({ text: `FROM ${(0,stage_graph/* nameStage */._6)(lines, stage)} AS ${name}`, origin });
        added.push({ text: `RUN ${start.command}`, origin });
        return name;
    });
    const extended = append({ ...dockerfile, text: lines.join('\n') }, added, buildArgs);
    const find = (wanted) => extended.dockerfile.stages.filter((stage) => stage.name === wanted);
    const stages = testStages.flatMap((stage, index) => {
        const name = names[index];
        return name === undefined ? (extended.dockerfile.stages[stage.index] ?? []) : find(name);
    });
    return { ...extended, testStages: stages, labels: testStages.map(parse_dockerfile/* stageLabel */.Hn) };
}
function isToRun(dockerfile, stage, { kind }, programs, wereNamed) {
    const runsTests = stage.instructions.some((one) => one.keyword === 'RUN' && classifyIn(dockerfile, stage, one, programs) === 'tests');
    if (kind === 'tests')
        return wereNamed || !runsTests;
    // What nobody knows may be a server, which would never end.
    return kind === 'unknown' && wereNamed && !runsTests;
}
/** Adds the stage that was suggested for a Dockerfile without one. */
function appendSuggestion(dockerfile, { source, image, lines }, buildArgs, tried) {
    const text = dockerfile.text.split('\n');
    const base = source === undefined ? image : (0,stage_graph/* nameStage */._6)(text, source);
    const added = [`FROM ${base} AS dotnet-container-tests`, ...lines];
    const origin = source?.firstLine ?? 1;
    const extended = append({ ...dockerfile, text: text.join('\n') }, added.map((line) => ({ text: line, origin })), buildArgs);
    return {
        ...extended,
        testStages: extended.dockerfile.stages.slice(-1),
        labels: ['test'],
        tried: tried && extended.dockerfile.stages[tried.index],
    };
}
function append(dockerfile, added, buildArgs) {
    if (added.length === 0)
        return { dockerfile, origins: new Map() };
    const lines = [...dockerfile.text.replace(/\s*$/, '').split('\n'), ''];
    const origins = new Map();
    for (const { text, origin } of added)
        origins.set(lines.push(text), origin);
    return { dockerfile: (0,parse_dockerfile/* parseDockerfile */.Ai)(`${lines.join('\n')}\n`, dockerfile.shown, buildArgs), origins };
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/dockerignore.js
var dockerignore = __webpack_require__(6737);
;// CONCATENATED MODULE: ./lib/src/plan/projects/expressions.js

/**
 * A text with its `$(…)` filled in, as MSBuild does it: a property that nobody set is empty. Undefined where a part is not
 * evaluated here: item lists, metadata, and functions that are not in `staticFunctions` or `stringMethods`.
 */
function expressions_expand(text, scope) {
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
    const values = parts.map((part) => expressions_expand(part.trim().replace(/^(['"`])([\s\S]*)\1$/, '$2'), scope));
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
        const folder = folderAbove(file, start, scope);
        return folder === undefined ? '' : external_node_path_.posix.join(folder, file);
    },
    'msbuild.getdirectorynameoffileabove': ([start = '/', file = ''], scope) => folderAbove(file, start, scope) ?? '',
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
function folderAbove(file, start, scope) {
    let folder = external_node_path_.posix.resolve('/', toSlashes(start));
    for (;;) {
        if (scope.exists(external_node_path_.posix.join(folder, file)))
            return folder;
        if (folder === '/')
            return undefined;
        folder = external_node_path_.posix.dirname(folder);
    }
}
/** A path with `/`, as MSBuild takes both. */
function toSlashes(path) {
    return path.replaceAll('\\', '/');
}
/** Whether a path is one of a pattern of MSBuild's: `*` and `?` within a name, `**` over folders. */
function matchesGlob(pattern, path) {
    const body = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
        if (token === '**/')
            return '(?:.*/)?';
        if (token === '**')
            return '.*';
        if (token === '*')
            return '[^/]*';
        return token === '?' ? '[^/]' : `\\${token}`;
    });
    return new RegExp(`^${body}$`, 'i').test(path);
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/conditions.js


/**
 * What a condition of MSBuild comes to; undefined where it needs what is not evaluated here. Empty text is true. See
 * https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions
 */
function evaluateCondition(text, scope) {
    if (text === undefined || text.trim() === '')
        return true;
    const words = text.match(tokens) ?? [];
    const reader = new ConditionReader(words, scope);
    const value = reader.readOr();
    return reader.isAtEnd() ? value : undefined;
}
/** Quoted texts, `$(…)` with brackets in it, operators, brackets and words. */
const tokens = /'[^']*'|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|==|!=|<=|>=|[<>!(),]|[^\s'()<>=!,]+/g;
class ConditionReader {
    #words;
    #scope;
    #at = 0;
    constructor(words, scope) {
        this.#words = words;
        this.#scope = scope;
    }
    isAtEnd() {
        return this.#at === this.#words.length;
    }
    readOr() {
        let value = this.#readAnd();
        while (this.#take('or')) {
            const other = this.#readAnd();
            value = value === true || other === true || (both(value, other) === undefined ? undefined : false);
        }
        return value;
    }
    #readAnd() {
        let value = this.#readNot();
        while (this.#take('and')) {
            const other = this.#readNot();
            value = value === false || other === false ? false : both(value, other);
        }
        return value;
    }
    #readNot() {
        if (this.#take('!')) {
            const value = this.#readNot();
            return value === undefined ? undefined : !value;
        }
        if (this.#take('(')) {
            const value = this.readOr();
            this.#take(')');
            return value;
        }
        return this.#readComparison();
    }
    #readComparison() {
        const left = this.#readOperand();
        const operator = ['==', '!=', '<', '>', '<=', '>='].find((one) => this.#take(one));
        if (operator === undefined)
            return left === undefined ? undefined : toBoolean(left);
        const right = this.#readOperand();
        return left === undefined || right === undefined ? undefined : compare(left, operator, right);
    }
    #readOperand() {
        const word = this.#words[this.#at++] ?? '';
        if (this.#take('(')) {
            const path = this.#readOperand();
            this.#take(')');
            if (path === undefined)
                return undefined;
            if (word.toLowerCase() === 'hastrailingslash')
                return String(/[\\/]$/.test(path));
            if (word.toLowerCase() !== 'exists')
                return undefined;
            const folder = this.#scope.properties.get('msbuildthisfiledirectory') ?? '/';
            return String(this.#scope.exists(external_node_path_.posix.resolve(folder, toSlashes(path))));
        }
        return expressions_expand(word.replace(/^'([\s\S]*)'$/, '$1'), this.#scope);
    }
    #take(word) {
        if (this.#words[this.#at]?.toLowerCase() !== word)
            return false;
        this.#at++;
        return true;
    }
}
function both(a, b) {
    return a === undefined || b === undefined ? undefined : a && b;
}
function toBoolean(text) {
    const lower = text.trim().toLowerCase();
    if (/^(?:true|on|yes|!false|!off|!no)$/.test(lower))
        return true;
    return /^(?:false|off|no|!true|!on|!yes)$/.test(lower) ? false : undefined;
}
function compare(left, operator, right) {
    const isSame = left.toLowerCase() === right.toLowerCase();
    if (operator === '==')
        return isSame;
    if (operator === '!=')
        return !isSame;
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a === undefined || b === undefined)
        return undefined;
    return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b;
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
/**
 * The root element of an XML text. What is broken gives what stands in front of it, since MSBuild says later and better what is
 * wrong; undefined where there is no element at all.
 */
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
 * Evaluates a project file as MSBuild does on Linux for `dotnet build`: Directory.Build.props, the file itself with its imports,
 * Directory.Packages.props, Directory.Build.targets; properties first, then items. Not evaluated: what SDKs and packages bring,
 * targets, item functions, and metadata. Where a condition can't be evaluated it is taken as true in the project file and as false in
 * a shared one, which would make every project a test project.
 */
function evaluateProject(path, files) {
    const evaluation = new Evaluation(path, files);
    return evaluation.run();
}
class Evaluation {
    #path;
    #files;
    #properties = new Map();
    #items = [];
    #sdks = [];
    #versions = new Map();
    #imported = new Set();
    #isPartlyUnknown = false;
    constructor(path, files) {
        this.#path = path;
        this.#files = files;
        const name = external_node_path_.posix.basename(path).replace(/\.\w+$/, '');
        const folder = external_node_path_.posix.dirname(path);
        this.#set('MSBuildProjectName', name);
        this.#set('MSBuildProjectFile', external_node_path_.posix.basename(path));
        this.#set('MSBuildProjectExtension', external_node_path_.posix.extname(path));
        this.#set('MSBuildProjectDirectory', folder);
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
        const packages = new Set();
        const references = new Set();
        for (const item of this.#items)
            this.#readItem(item, packages, references);
        this.#readLists(packages);
        return {
            path: this.#path,
            sdks: this.#sdks,
            properties: this.#properties,
            packages,
            versions: this.#versions,
            imports: [...this.#imported].filter((path) => path !== this.#path),
            references: [...references],
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
        return { properties: this.#properties, exists: (path) => this.#files.read(path) !== undefined };
    }
    /** The nearest file of a name at the project or above it, as the SDK imports it. */
    #readAbove(name) {
        for (let folder = external_node_path_.posix.dirname(this.#path);; folder = external_node_path_.posix.dirname(folder)) {
            const path = external_node_path_.posix.join(folder, name);
            if (this.#files.read(path) !== undefined) {
                this.#readFile(path);
                return;
            }
            if (folder === '/')
                return;
        }
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
        for (const sdk of (list ?? '').split(';')) {
            const name = sdk.trim().split('/')[0] ?? '';
            if (name !== '')
                this.#sdks.push(name);
        }
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
                    const value = expressions_expand(child.text.trim(), this.#scopeOf(file));
                    if (value !== undefined)
                        this.#set(child.name, value);
                }
                return;
            case 'ItemGroup':
                for (const child of element.children)
                    this.#items.push({ element: child, file });
                return;
            case 'ImportGroup':
                for (const child of element.children)
                    this.#readElement(child, file);
                return;
            case 'Sdk': {
                this.#readSdks(element.attributes['Name']);
                return;
            }
            case 'Import': {
                this.#import(element, file);
                return;
            }
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
        const path = expressions_expand(element.attributes['Project'] ?? '', this.#scopeOf(file));
        const resolved = path && external_node_path_.posix.resolve(external_node_path_.posix.dirname(file), toSlashes(path));
        if (resolved === undefined || resolved === '' || this.#files.read(resolved) === undefined) {
            this.#isPartlyUnknown = true;
            return;
        }
        this.#readFile(resolved);
    }
    #readItem({ element, file }, packages, references) {
        if (!/^(?:(?:Global)?PackageReference|PackageVersion|ProjectReference|Reference)$/.test(element.name))
            return;
        if (!this.#holds(element, file))
            return;
        const scope = this.#scopeOf(file);
        const list = (attribute) => (expressions_expand(element.attributes[attribute] ?? '', scope) ?? '')
            .split(';')
            .map((one) => one.trim())
            .filter((one) => one !== '');
        if (element.name === 'ProjectReference') {
            for (const one of list('Include'))
                for (const path of this.#projectsAt(one))
                    references.add(path);
            for (const one of list('Remove'))
                for (const path of this.#projectsAt(one))
                    references.delete(path);
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
            packages.add(nameOf(one));
        for (const one of list('Remove'))
            packages.delete(nameOf(one));
    }
    /** What an item's path means, from the folder of the project, also where it stands in a shared file. */
    #projectsAt(written) {
        const path = external_node_path_.posix.resolve(external_node_path_.posix.dirname(this.#path), toSlashes(written));
        return /[*?]/.test(path) ? this.#files.projectPaths.filter((one) => matchesGlob(path, one)) : [path];
    }
    /** The lists of NuGet's old form and of Paket. */
    #readLists(packages) {
        const folder = external_node_path_.posix.dirname(this.#path);
        const list = parseXmlTree(this.#files.read(external_node_path_.posix.join(folder, 'packages.config')) ?? '');
        for (const { attributes } of list?.children ?? []) {
            if (attributes['id'] !== undefined)
                packages.add(attributes['id'].toLowerCase());
        }
        const paket = this.#files.read(external_node_path_.posix.join(folder, 'paket.references')) ?? '';
        for (const line of paket.split(/\r?\n/)) {
            const name = /^\s*([\w.-]+)/.exec(line)?.[1];
            if (name !== undefined && !/^(?:group|File:)/.test(line.trim()))
                packages.add(name.toLowerCase());
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/plan/projects/read-repository.js







const read_repository_maxFolders = 5_000;
const maxTextLength = 1024 * 1024;
const maxScriptLength = 64 * 1024;
const projectFile = /\.(?:cs|fs|vb)proj$/i;
const solutionFile = /\.sln[xf]?$/i;
const sharedFile = /^(?:Directory\.\w+\.(?:props|targets)|nuget\.config|global\.json|packages\.lock\.json)$/i;
const otherFile = /\.(?:props|targets|projitems|runsettings)$|^(?:packages\.config|paket\.(?:references|dependencies))$/i;
const scriptFile = /\.(?:sh|bash|ps1|cmd|bat)$|^makefile$/i;
/**
 * Reads what the repository has of .NET projects: those of the build context, and those of the workspace around it, which the build
 * can't reach. Folders that can't be read are passed over, and so is what comes after 5,000 folders.
 */
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
        const imports = evaluated.imports.filter((one) => placeOf(one).kind === 'context');
        return toProject(evaluated, placeOf(path), fromContext, imports);
    }));
    const reachable = [...texts].filter(([path]) => placeOf(path).kind === 'context');
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
/** The texts of all files that say something of projects, nearest to the top first. `without` is a folder that is left out. */
async function readTexts(folder, root, without) {
    const texts = new Map();
    const leftOut = without === undefined ? undefined : external_node_path_.posix.relative(root, without);
    for await (const own of walkFiles(folder, { maxFolders: read_repository_maxFolders, without: leftOut })) {
        const limit = limitOf(external_node_path_.posix.basename(own));
        if (limit === 0)
            continue;
        texts.set(external_node_path_.posix.join(root, own), (await (0,promises_.readFile)((0,external_node_path_.join)(folder, own), 'utf8').catch(() => '')).slice(0, limit));
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
    const folder = external_node_path_.posix.dirname(path);
    return listed(path, text).flatMap(({ written, from }) => {
        const project = external_node_path_.posix.join(folder, from, toSlashes(written));
        return /\.\w+proj$/i.test(project) ? [project] : [];
    });
}
function listed(path, text) {
    if (/\.slnx$/i.test(path))
        return projectsIn(parseXmlTree(text)).map((written) => ({ written, from: '' }));
    if (!/\.slnf$/i.test(path)) {
        return [...text.matchAll(/^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"([^"]+)"/gm)].map(([, written = '']) => ({
            written,
            from: '',
        }));
    }
    // The paths in a filter begin at its solution.
    const solution = /"path"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '';
    const from = external_node_path_.posix.dirname(toSlashes(solution.replaceAll('\\\\', '\\')));
    const projects = /"projects"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
    return [...projects.matchAll(/"([^"]+)"/g)].map(([, written = '']) => ({
        written: written.replaceAll('\\\\', '\\'),
        from,
    }));
}
function projectsIn(element) {
    if (element === undefined)
        return [];
    const own = element.name === 'Project' ? [element.attributes['Path'] ?? ''] : [];
    return [...own, ...element.children.flatMap(projectsIn)];
}

// EXTERNAL MODULE: ./lib/src/plan/image-identity.js
var image_identity = __webpack_require__(6292);
;// CONCATENATED MODULE: ./lib/src/plan/instrument/instrument.js








/**
 * Puts mounts on the RUNs that test: secrets that MSBuild reads as properties (so that an unchanged `dotnet test` writes
 * TRX), the cache mount that outlives a failing RUN, and one secret that is never given, whose id makes the step miss
 * the cache. Secrets change neither the image nor, by their value, the cache key.
 */
function instrumentTests({ dockerfile, testStages: stages, labels, origins, tried }, final, options) {
    const shipped = dockerfile.stages[final.index] ?? final;
    const needed = new Set(stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)]));
    // What a stage of ours starts belongs to the team's stage below it.
    const asked = stages.flatMap((stage) => stage.name?.startsWith(startStagePrefix) ? [stage, (0,stage_graph/* parentOf */.gN)(dockerfile, stage)] : [stage]);
    // In the order of their lines, so that a RUN of the team's has the same number whatever is added below.
    const testRuns = [...needed]
        .flatMap((stage) => findTestRuns(dockerfile, stage, shipped, stage === tried || asked.includes(stage), options).map((run) => ({
        ...run,
        isTried: stage === tried,
    })))
        .sort((a, b) => a.instruction.firstLine - b.instruction.firstLine);
    const lines = dockerfile.text.split('\n');
    const secrets = [];
    for (const [number, run] of testRuns.entries()) {
        const mounts = planMounts(dockerfile, run, number, shipped, options);
        secrets.push(...mounts.secrets);
        const at = run.instruction.firstLine - 1;
        lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${mounts.flags.join('')}`);
    }
    if (!options.mayBeCached)
        markHiddenBuilds(dockerfile, [...needed], lines, options);
    const targets = stages.map((stage, index) => ({
        target: (0,stage_graph/* nameStage */._6)(lines, stage),
        label: labels[index] ?? (0,parse_dockerfile/* stageLabel */.Hn)(stage),
    }));
    const finalTarget = (0,stage_graph/* nameStage */._6)(lines, shipped);
    const text = lines.join('\n');
    const untested = cutTests(dockerfile, text, testRuns, shipped, stages);
    const finalStages = (0,stage_graph/* neededFor */.r4)(dockerfile, shipped);
    return {
        text,
        testRuns,
        secrets,
        dockerfile,
        origins,
        targets,
        finalTarget,
        habits: options.habits,
        finalHasTests: testRuns.some((run) => finalStages.has(run.owner)),
        untested: {
            text: untested.text,
            targets: untested.stages.map((stage) => (0,stage_graph/* nameStage */._6)(lines, stage)),
        },
        jobId: options.jobId,
        place: { placeId: options.placeId, mayBeCached: options.mayBeCached },
    };
}
/** Lets RUNs that hide whether their build failed miss the cache. */
function markHiddenBuilds(dockerfile, stages, lines, options) {
    for (const stage of stages) {
        for (const instruction of stage.instructions) {
            if (instruction.keyword !== 'RUN')
                continue;
            if (classifyIn(dockerfile, stage, instruction, options.programs) === 'tests')
                continue;
            if (!hidesFailedBuild((0,shell_text/* scriptIn */.lU)(dockerfile, stage, instruction)))
                continue;
            const at = instruction.firstLine - 1;
            lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${againMark(options)}`);
        }
    }
}
function findTestRuns(dockerfile, stage, final, wasAskedFor, { habits, collects, programs }) {
    const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN');
    const found = runs.map((instruction) => ({
        instruction,
        ...findTestsIn(dockerfile, stage, instruction, programs),
    }));
    const certain = found.some(({ kind }) => kind === 'tests');
    return found
        .filter(({ kind }) => kind === 'tests' || (wasAskedFor && !certain && kind === 'unknown'))
        .map(({ instruction, kind, commands }) => ({
        owner: stage,
        instruction,
        way: collects ? (0,result_strategy/* chooseCollectWay */.$P)(dockerfile, stage, instruction, final, habits) : 'log',
        commands,
        isCertain: kind === 'tests',
    }));
}
/**
 * Cuts each stage off where it tests, or needs what such a stage came to. What is left is what a cache can bring back in
 * another job: the steps before a test, such as the restore of test projects. `text` has the same stages on the same lines.
 */
function cutTests(dockerfile, text, testRuns, final, testStages) {
    const tests = new Set(testRuns.map(({ instruction }) => instruction));
    const left = new Map();
    const isCut = (stage) => left.get(stage)?.length !== stage.instructions.length;
    const lines = text.split('\n');
    for (const stage of dockerfile.stages) {
        const parent = (0,stage_graph/* parentOf */.gN)(dockerfile, stage);
        const end = stage.instructions.findIndex((one) => tests.has(one) ||
            (parent !== undefined && isCut(parent)) ||
            (0,stage_graph/* sourcesOf */.u0)(dockerfile, stage, one).some(isCut));
        left.set(stage, end < 0 ? stage.instructions : stage.instructions.slice(0, end));
        const from = end < 0 ? undefined : stage.instructions[end]?.firstLine;
        const next = dockerfile.stages[stage.index + 1]?.firstLine ?? lines.length + 1;
        if (from !== undefined)
            lines.fill('#', from - 1, next - 1);
    }
    const shipped = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    const hasOwn = (stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)].some((one) => !shipped.has(one) && (left.get(one) ?? []).some(makesLayer));
    return { text: lines.join('\n'), stages: testStages.filter(hasOwn) };
}
function makesLayer({ keyword }) {
    return ['RUN', 'COPY', 'ADD'].includes(keyword);
}

;// CONCATENATED MODULE: ./lib/src/plan/plan.js













/**
 * Reads the Dockerfile and decides which stage tests and which one ships. Throws a UserError when that can't be
 * decided, or when no stage tests and `missing-test-stage` is `fail`; then with a stage to paste. `before` is the plan of the same job
 * whose tried stage had no results.
 */
async function makePlan(settings, before) {
    const text = await (0,promises_.readFile)(settings.file, 'utf8');
    const dockerfile = (0,parse_dockerfile/* parseDockerfile */.Ai)(text, settings.fileShown, settings.buildArgs);
    const ignoreFile = await (0,dockerignore/* readIgnoreFile */.rj)(settings.context, settings.file);
    const repository = await readRepository(settings.context, settings.workspace, ignoreFile);
    const programs = programsOf(repository);
    const choice = chooseStages(dockerfile, settings, programs);
    requireLinux(dockerfile, choice.final);
    if (choice.testsOnly)
        requireImage(dockerfile, inputsThatNeedImage(settings));
    const identity = (0,image_identity/* identityOf */.c)(settings, choice.final, dockerfile);
    const jobId = before?.instrumented.jobId ?? (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const { final, tests } = choice;
    const answer = tests.kind === 'missing'
        ? answerMissing({ dockerfile, final, waiting: tests.waiting, repository, programs, tried: before?.tried }, settings)
        : undefined;
    const extended = extend(dockerfile, choice, settings, answer, programs, before?.tried);
    return {
        dockerfile,
        paths: pathsOf(settings),
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
            hangTimeoutMs: hangTimeoutOf(settings.testTimeoutMs),
            habits: repository.habits,
            programs,
        }),
    };
}
/** What was decided, in one line for the log. */
function describePlan({ tests, tried, instrumented, final, testsOnly, dockerfile, notices, }) {
    const labels = instrumented.targets.map(({ label }) => label).join(', ');
    // Only a generated stage has a notice, and the Dockerfile has none of its name.
    const where = notices.length > 0
        ? 'a generated test stage'
        : `stage ${labels}${tried === undefined ? '' : ', if it tests'}`;
    if (testsOnly)
        return `tests in ${where} of ${dockerfile.shown}, no final stage`;
    return `${tests.kind === 'stages' ? `tests in ${where}` : 'no stage tests'}, image from stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} of ${dockerfile.shown}`;
}
function hashOf(identity) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}
/** The inputs that are of no use without an image. */
function inputsThatNeedImage({ push, load, outputs, smokeCheck, maxSizeBytes, maxIncrease, }) {
    const given = [
        ['push', push],
        ['load', load],
        ['outputs', outputs.length > 0],
        ['smoke-test', smokeCheck !== undefined],
        ['max-size', maxSizeBytes !== undefined],
        ['max-increase', maxIncrease.length > 0],
    ];
    return given.filter(([, isGiven]) => isGiven).map(([name]) => name);
}
/** The Dockerfile with the stages that run what the team's own stages only start, or don't have. */
function extend(dockerfile, { tests }, { buildArgs, testTargets }, answer, programs, tried) {
    if (tests.kind === 'stages')
        return appendStartCommands(dockerfile, tests.stages, buildArgs, programs, testTargets.length > 0);
    if (answer?.kind === 'generate')
        return appendSuggestion(dockerfile, answer.suggestion, buildArgs, tried);
    if (answer?.kind === 'try') {
        const { stage } = answer;
        return { dockerfile, testStages: [stage], labels: [(0,parse_dockerfile/* stageLabel */.Hn)(stage)], origins: new Map(), tried: stage };
    }
    return { dockerfile, testStages: [], labels: [], origins: new Map() };
}
/**
 * A test host in which nothing happens for half of the limit is stopped by VSTest itself, so that results survive. The
 * other half is for what comes before: restore, compiling, and the tests that did end.
 */
function hangTimeoutOf(testTimeoutMs) {
    return testTimeoutMs === undefined ? undefined : Math.round(testTimeoutMs / 2);
}

;// CONCATENATED MODULE: ./lib/src/smoke/choose-port.js
/**
 * Chooses the port: the one that was asked for, else the one that the image EXPOSEs, else what its environment tells ASP.NET, which also
 * decides between several exposed ones. Undefined where nothing tells.
 */
function choosePort(asked, { exposedPorts, env }) {
    if (asked !== undefined)
        return { port: asked, reason: `smoke-port says ${asked}` };
    const exposed = exposedPorts
        .flatMap((port) => /^(\d+)(?:\/tcp)?$/.exec(port)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b);
    const [first] = exposed;
    if (first !== undefined && exposed.length === 1)
        return { port: first, reason: `EXPOSE says ${first}` };
    const listening = readListening(env);
    const known = listening.find(({ port }) => exposed.length === 0 || exposed.includes(port));
    if (known !== undefined)
        return { port: known.port, reason: `${known.name} in the image says ${known.port}` };
    return first === undefined
        ? undefined
        : { port: first, reason: `EXPOSE says ${first}, the lowest of ${exposed.join(', ')}` };
}
/** The ports for plain HTTP that ASP.NET reads from the environment; URLs outrank ports there. */
function readListening(env) {
    const valueOf = (name) => env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    const urls = ['ASPNETCORE_URLS', 'DOTNET_URLS', 'URLS'].flatMap((name) => [...valueOf(name).matchAll(/http:\/\/[^;/]*?(?::(\d+))?(?=[;/]|$)/gi)].map(([, port = '80']) => ({
        name,
        port: Number(port),
    })));
    const ports = ['ASPNETCORE_HTTP_PORTS', 'DOTNET_HTTP_PORTS'].flatMap((name) => [...valueOf(name).matchAll(/\d+/g)].map(([port]) => ({ name, port: Number(port) })));
    return [...urls, ...ports];
}

// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
;// CONCATENATED MODULE: ./lib/src/smoke/container.js






const shortDeadlineMs = 30_000;
/** Most lines of a log that are kept. */
const maxLogLines = 200;
const imageConfigSchema = dist/* looseObject */._H3({
    ExposedPorts: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
    Env: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
    Healthcheck: dist/* nullish */.cl6(dist/* looseObject */._H3({ Test: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())) })),
});
const stateSchema = dist/* looseObject */._H3({
    Running: dist/* boolean */.zMY(),
    ExitCode: dist/* number */.aig(),
    OOMKilled: dist/* boolean */.zMY(),
    StartedAt: dist/* string */.YjP(),
    FinishedAt: dist/* string */.YjP(),
    Health: dist/* nullish */.cl6(dist/* looseObject */._H3({
        Status: dist/* string */.YjP(),
        Log: dist/* nullish */.cl6(dist/* array */.YOg(dist/* looseObject */._H3({ ExitCode: dist/* number */.aig(), Output: dist/* string */.YjP() }))),
    })),
});
/** What a container that runs an image of one's own may need: an entry script changes owners, and then its user. */
const capabilities = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];
/**
 * The arguments that start a container in the background, with no more rights than it needs. A HEALTHCHECK is asked every second,
 * whatever its interval, so that waiting for it does not take longer than the start. Words that begin with an option are arguments for the
 * image's ENTRYPOINT, others replace it.
 */
function planStart(start, envFile) {
    const { image, name, port, network, words } = start;
    const [program = '', ...others] = words;
    const entrypoint = program === '' || program.startsWith('-') ? [] : ['--entrypoint', program];
    return [
        ...['run', '--detach', '--pull', 'never', '--name', name, '--label', 'dotnet-container=smoke-test'],
        ...['--cap-drop', 'ALL', ...capabilities.flatMap((capability) => ['--cap-add', capability])],
        ...['--security-opt', 'no-new-privileges', '--restart', 'no'],
        // One that writes without end must not fill the disk.
        ...['--log-driver', 'local', '--log-opt', 'max-size=10m', '--log-opt', 'max-file=2'],
        ...['--health-interval', '1s', '--health-start-period', '1ms'],
        ...['--env-file', envFile],
        ...(port === undefined
            ? []
            : network === undefined
                ? ['--publish', `127.0.0.1::${port}`]
                : ['--network', network]),
        ...entrypoint,
        image,
        ...(entrypoint.length > 0 ? others : words),
    ];
}
/** A container of a smoke test, seen through the docker command. */
class Container {
    #docker;
    name;
    constructor(docker, name) {
        this.#docker = docker;
        this.name = name;
    }
    /** Starts it; gives docker's words when that fails, such as for a program that is not in the image. */
    async start(start, tempFolder) {
        const envFile = (0,external_node_path_.join)(tempFolder, 'smoke-env');
        // In a file, since everybody on the machine can read the arguments of a process.
        await (0,promises_.writeFile)(envFile, start.env.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 });
        const ended = await this.#docker.run({
            args: planStart({ ...start, name: this.name }, envFile),
            deadlineMs: shortDeadlineMs,
            isBrief: true,
        });
        if (ended.kind === 'exited' && ended.code === 0)
            return undefined;
        return ended.kind === 'exited' ? cleanError(ended.stderr) : 'docker gave no answer';
    }
    /** The address at which a port is reached from here, such as `127.0.0.1:32768`; undefined when it has stopped already. */
    async addressOf(port, network) {
        const inNetwork = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
        const args = network === undefined
            ? ['port', this.name, `${port}/tcp`]
            : ['container', 'inspect', '--format', inNetwork, this.name];
        const [answer = ''] = (0,shared_text/* splitLines */.uz)((await this.#docker.ask(args)) ?? '');
        if (answer === '')
            return undefined;
        return network === undefined ? answer : `${answer}:${port}`;
    }
    /** Waits until it stops by itself; gives false when it still runs after that long. */
    async stops(withinMs) {
        const ended = await this.#docker.run({ args: ['wait', this.name], deadlineMs: withinMs });
        return ended.kind === 'exited';
    }
    /** Throws a UserError when the engine has lost it. */
    async state() {
        const asked = await this.#ask(['container', 'inspect', '--format', '{{json .State}}', this.name]);
        if (asked.kind !== 'exited' || asked.code !== 0) {
            const why = asked.kind === 'exited' ? cleanError(asked.stderr) : 'it gave no answer';
            throw new errors/* UserError */.yo('The Docker engine lost the container of the smoke test', why);
        }
        const { Running, ExitCode, OOMKilled, StartedAt, FinishedAt, Health } = dist/* parse */.qgA(stateSchema, JSON.parse(asked.stdout));
        const last = Health?.Log?.at(-1);
        return {
            isRunning: Running,
            exitCode: ExitCode,
            isOutOfMemory: OOMKilled,
            startedAt: StartedAt,
            finishedAt: FinishedAt,
            health: Health
                ? { status: Health.Status, lastExitCode: last?.ExitCode, lastOutput: last?.Output ?? '' }
                : undefined,
        };
    }
    /** The last lines of stdout and stderr, in the order in which they were written. */
    async logLines() {
        const args = ['logs', '--timestamps', '--tail', String(maxLogLines), this.name];
        const asked = await this.#ask(args);
        if (asked.kind !== 'exited' || asked.code !== 0)
            return [];
        return [...asked.stdout.split('\n'), ...asked.stderr.split('\n')]
            .filter((line) => line !== '')
            .map((line) => ({ time: line.split(' ', 1)[0] ?? '', text: line.slice(line.indexOf(' ') + 1) }))
            .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
            .slice(-maxLogLines)
            .flatMap(({ text }) => (0,shared_text/* splitLines */.uz)(text.replace(/\r$/, '')));
    }
    /** Bytes that it uses now, without the page cache; undefined where the engine does not tell. */
    async memoryBytes() {
        const asked = await this.#docker.ask(['stats', '--no-stream', '--format', '{{.MemUsage}}', this.name]);
        const used = bytes_iec.parse((asked?.split('/')[0] ?? '').trim());
        return used === null || !(used > 0) ? undefined : Math.round(used);
    }
    #ask(args) {
        return this.#docker.run({ args, deadlineMs: shortDeadlineMs });
    }
}
/** What an image that the engine has says of how it is started. Throws an Error when the engine does not have it. */
async function readImageConfig(docker, reference) {
    const args = ['image', 'inspect', '--format', '{{json .Config}}', reference];
    const asked = await docker.ask(args);
    if (asked === undefined)
        throw new Error(`docker does not know the image ${reference}, which it has just loaded`);
    const { ExposedPorts, Env, Healthcheck } = dist/* parse */.qgA(imageConfigSchema, JSON.parse(asked));
    const test = Healthcheck?.Test ?? [];
    return {
        exposedPorts: Object.keys(ExposedPorts ?? {}),
        env: Env ?? [],
        hasHealthcheck: test.length > 0 && test[0] !== 'NONE',
    };
}
function cleanError(stderr) {
    return stderr
        .replace(/\n+Run 'docker run --help'.*$/s, '')
        .replace(/^docker: /, '')
        .trim();
}

;// CONCATENATED MODULE: ./lib/src/smoke/describe-end.js


/** Most lines of a log that stand in a message; report.json has more. */
const maxTold = 30;
const maxLineLength = 500;
/** What is looked at, for people. */
function describeCheck(check, port) {
    if (check.kind === 'path')
        return `GET ${check.path}${port === undefined ? '' : ` on port ${port}`}`;
    return check.kind === 'healthcheck' ? 'HEALTHCHECK' : check.written;
}
/** One line for the log. */
function describeSuccess(end, title) {
    if (end.kind !== 'passed')
        return title;
    const answer = end.httpStatus === undefined ? '' : ` answered ${end.httpStatus}`;
    return `${title}${answer} after ${(0,format/* formatDuration */.a)(end.durationMs)}`;
}
/** Words a failure: in its title what happened, below it why that may be and the end of the container's log. */
function describeFailure(end, context) {
    if (end.kind === 'passed')
        return undefined;
    const { what, hint } = explain(end, context);
    const told = [...hint, 'Nothing was loaded or pushed.', ...tellLog(end, context.logLines)];
    return { title: `Smoke test: ${what}`, message: told.join('\n'), place: undefined };
}
function explained(what, ...hint) {
    return { what, hint };
}
function explain(end, context) {
    const limit = formatLimit(context.timeoutMs);
    switch (end.kind) {
        case 'no-port':
            return explained('the port is not known', 'The image EXPOSEs no port and sets no ASPNETCORE_HTTP_PORTS: write EXPOSE 8080 into the Dockerfile, or set smoke-port.');
        case 'no-healthcheck':
            return explained('the image has no HEALTHCHECK', 'smoke-test: healthcheck waits for the one of the image. Write one into the Dockerfile, or give a path such as /healthz.');
        case 'elsewhere':
            return explained('the container can not be reached', `A path is asked at the loopback address of the machine with the Docker engine, and that is another one (${end.host}).`, 'There, use smoke-test: healthcheck or a command.');
        case 'not-started':
            return explained('the container could not be started', (0,shared_text/* plainText */.wh)(end.why));
        case 'stopped':
            return explainStop(end, context.check);
        case 'no-success':
            return explainAnswer(end.last, context);
        case 'unhealthy':
            return explainHealth(end.health, limit);
        case 'not-ended':
            return explained(`the command did not end within ${limit}`, 'A command has to end by itself, with 0. For one that serves, give a path such as /healthz; for a slow one, set smoke-timeout.');
    }
}
/** What is known of exit codes: 128 and the number of a signal. */
const signals = {
    132: 'SIGILL',
    134: 'SIGABRT, as after an unhandled exception',
    135: 'SIGBUS',
    136: 'SIGFPE',
    137: 'SIGKILL',
    // abort() of process 1, which no SIGABRT ends, comes to this.
    139: 'SIGSEGV, as after an unhandled exception',
    143: 'SIGTERM',
};
function explainStop({ exitCode, isOutOfMemory, durationMs }, check) {
    const signal = isOutOfMemory ? 'out of memory' : signals[exitCode];
    const who = check.kind === 'command' ? 'the command' : 'the container';
    const what = `${who} exited with ${exitCode}${signal === undefined ? '' : ` (${signal})`} after ${(0,format/* formatDuration */.a)(durationMs)}`;
    if (check.kind === 'command')
        return explained(what, `${check.written} has to end with 0.`);
    const wanted = check.kind === 'path' ? `GET ${check.path} answered 2xx` : 'its HEALTHCHECK was content';
    return explained(what, `It ended before ${wanted}.`);
}
function explainAnswer(last, context) {
    const { check, port, timeoutMs } = context;
    const asked = describeCheck(check, undefined);
    const limit = formatLimit(timeoutMs);
    switch (last?.kind) {
        case 'answered':
            return explained(`${asked} answered ${last.status} for ${limit}`, ...(last.location === undefined
                ? []
                : [`It redirects to ${(0,shared_text/* plainText */.wh)(last.location)}: give a path that answers 2xx itself.`]), ...(last.body.trim() === '' ? [] : [said(last.body)]));
        case 'silent':
            return explained(`${asked} gave no answer within ${limit}`, 'The connection was taken, and nothing came.');
        case 'not-http':
            return explained(`port ${port?.port ?? 0} does not speak HTTP`, `${port?.reason ?? ''}. HTTPS is not spoken here: set smoke-port to the port for plain HTTP.`);
        default:
            return explainNothingListens(context);
    }
}
function explainNothingListens({ port, logLines, timeoutMs }) {
    const number = port?.port ?? 0;
    // What Kestrel says; its words are in English whatever the language.
    const urls = logLines.flatMap((line) => /Now listening on: (\S+)/.exec((0,shared_text/* plainText */.wh)(line))?.[1] ?? []);
    const what = `nothing listened on port ${number} for ${formatLimit(timeoutMs)}; ${port?.reason ?? ''}`;
    if (urls.length === 0)
        return explained(what, 'Set smoke-port to the port that it listens on, or smoke-timeout if it starts slowly.');
    return explained(`${what}, the log says it listens on ${urls.join(', ')}`, adviseOn(urls, number));
}
/** What to do about a server that listens at these addresses, and not where it was looked for. */
function adviseOn(urls, port) {
    if (urls.every((url) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url))) {
        return `There it can’t be reached from outside the container: set ASPNETCORE_HTTP_PORTS=${port} in the Dockerfile, or in smoke-env.`;
    }
    if (urls.some((url) => url.replace(/\/$/, '').endsWith(`:${port}`))) {
        return ('The loopback address of the Docker engine seems not to be that of this job: use ' +
            'smoke-test: healthcheck or a command, which need no port.');
    }
    return 'Set smoke-port or EXPOSE to the port that it listens on, or ASPNETCORE_HTTP_PORTS to the one that is meant.';
}
function explainHealth(health, limit) {
    const { status = 'none', lastExitCode, lastOutput = '' } = health ?? {};
    const what = `the HEALTHCHECK was still ${status} after ${limit}`;
    const code = lastExitCode === undefined ? 'It has not ended once.' : `Its last exit code was ${lastExitCode}.`;
    return explained(what, code, ...(lastOutput.trim() === '' ? [] : [said(lastOutput)]));
}
function tellLog(end, logLines) {
    if (logLines.length === 0)
        return 'durationMs' in end ? ['The container wrote nothing to its log.'] : [];
    const last = logLines.slice(-maxTold).map((line) => `  ${(0,shared_text/* plainText */.wh)(line).slice(0, maxLineLength)}`);
    return [
        last.length === logLines.length ? 'The container’s log:' : 'The end of the container’s log:',
        ...last,
    ];
}
/** A limit as it was meant: `30 s`, not `30.0 s`. */
function formatLimit(timeoutMs) {
    return (0,format/* formatDuration */.a)(timeoutMs).replace('.0 s', ' s');
}
function said(text) {
    return `It said: ${(0,shared_text/* oneLine */.TN)(text).slice(0, maxLineLength)}`;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./lib/src/smoke/ask-http.js

const maxBodyLength = 2_000;
/**
 * Asks a server on this machine, at an address such as `127.0.0.1:32768`, without a proxy and on a connection of its own; no redirect is
 * followed. Throws nothing for what the server does.
 */
function askHttp(address, path, deadlineMs, signal) {
    return new Promise((resolve) => {
        const { pathname, search } = new URL(`http://${address}${path}`);
        const [host, port] = address.split(':');
        // `localhost`: ASP.NET's AllowedHosts, where a team set it, rarely has an address.
        const headers = { host: 'localhost', 'user-agent': 'dotnet-container-smoke-test', accept: '*/*' };
        const timeout = AbortSignal.timeout(Math.max(1, deadlineMs));
        const request = (0,external_node_http_.get)({
            host,
            port,
            path: `${pathname}${search}`,
            headers,
            agent: false,
            signal: AbortSignal.any([timeout, signal]),
        }, (response) => {
            const { statusCode: status = 0 } = response;
            const { location } = response.headers;
            let body = '';
            const done = () => {
                resolve({ kind: 'answered', status, location, body: body.slice(0, maxBodyLength) });
                // One that never ends must not hold the process.
                response.destroy();
            };
            response.setEncoding('utf8');
            response.on('data', (chunk) => {
                body += chunk;
                if (body.length >= maxBodyLength)
                    done();
            });
            response.once('end', done);
            response.once('error', done);
            response.once('close', done);
        });
        request.once('error', (error) => {
            if (timeout.aborted || signal.aborted)
                resolve({ kind: 'silent' });
            else
                resolve({ kind: error.code?.startsWith('HPE_') ? 'not-http' : 'refused' });
        });
    });
}

;// CONCATENATED MODULE: ./lib/src/smoke/wait-for.js


/** How long one request may take; a first one may wait for a compiler or a database. */
const requestMs = 10_000;
const betweenRequestsMs = 50;
/** A look at a container's health is a start of docker; its HEALTHCHECK runs every second. */
const betweenLooksMs = 250;
/** Asks a path until the answer is 2xx, the container stops or the time is over. */
async function waitForAnswer(wait, path, port) {
    const { container, network, timeoutMs } = wait;
    const over = whenOver(wait);
    const address = await container.addressOf(port, network);
    let last;
    while (address !== undefined && !over.signal.aborted) {
        const answer = await askHttp(address, path, requestMs, over.signal);
        const isSuccess = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
        if (isSuccess) {
            const reached = reachedAt(wait);
            const durationMs = reached(await container.state());
            const memoryBytes = await container.memoryBytes();
            return { kind: 'passed', durationMs, httpStatus: answer.status, memoryBytes, exitCode: undefined };
        }
        // The last request is often cut short; what was said before it tells more.
        if (last === undefined || answer.kind !== 'silent')
            last = answer;
        await (0,external_node_timers_promises_.setTimeout)(betweenRequestsMs);
    }
    return (await over.stopped)
        ? await readStop(container)
        : { kind: 'no-success', last, durationMs: timeoutMs };
}
/** Waits until the container's own HEALTHCHECK is content, the container stops or the time is over. */
async function waitForHealth(wait) {
    const { container, timeoutMs } = wait;
    const over = whenOver(wait);
    let state = await container.state();
    while (!over.signal.aborted && state.isRunning) {
        if (state.health?.status === 'healthy') {
            const durationMs = reachedAt(wait)(state);
            const memoryBytes = await container.memoryBytes();
            return { kind: 'passed', durationMs, memoryBytes, httpStatus: undefined, exitCode: undefined };
        }
        await (0,external_node_timers_promises_.setTimeout)(betweenLooksMs);
        state = await container.state();
    }
    if (await over.stopped)
        return await readStop(container);
    return { kind: 'unhealthy', health: state.health, durationMs: timeoutMs };
}
/** Waits until the container ends, which it has to do with 0. */
async function waitForEnd({ container, timeoutMs }) {
    if (!(await container.stops(timeoutMs)))
        return { kind: 'not-ended', durationMs: timeoutMs };
    const stop = await readStop(container);
    if (stop.kind !== 'stopped' || stop.exitCode !== 0)
        return stop;
    const { durationMs, exitCode } = stop;
    return { kind: 'passed', durationMs, exitCode, httpStatus: undefined, memoryBytes: undefined };
}
async function readStop(container) {
    const { exitCode, isOutOfMemory, startedAt, finishedAt } = await container.state();
    const durationMs = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
    return { kind: 'stopped', exitCode, isOutOfMemory, durationMs };
}
/** A signal that comes when the container stops or has had its time, and which of them it was. */
function whenOver({ container, timeoutMs, startedAt }) {
    const controller = new AbortController();
    // A cancelled job is told so by the next command.
    const left = Math.max(1, timeoutMs - (performance.now() - startedAt));
    const stopped = container
        .stops(left)
        .catch(() => false)
        .finally(() => {
        controller.abort();
    });
    return { signal: controller.signal, stopped };
}
/** Milliseconds from the start of the container to now, by the engine's clock where that can be right. */
function reachedAt({ startedAt }) {
    const [now, sinceCommandMs] = [Date.now(), performance.now() - startedAt];
    return (state) => {
        const sinceStartMs = now - Date.parse(state.startedAt);
        return sinceStartMs > 0 && sinceStartMs < sinceCommandMs ? sinceStartMs : sinceCommandMs;
    };
}

// EXTERNAL MODULE: ./lib/src/docker/docker.js + 2 modules
var docker_docker = __webpack_require__(2502);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/outputs.js

/** What an output can be, as `docker buildx build --output` has it. */
const outputTypes = ['image', 'registry', 'docker', 'oci', 'tar', 'local', 'cacheonly'];
/**
 * Reads one output, `type=oci,dest=image.tar`; a path alone is `type=local`, as for buildx (util/buildflags/export.go).
 * Gives what is wrong with it as a text.
 */
function parseOutput(written) {
    const fields = (0,docker_fields/* parseFields */.L)(written);
    if (fields.length === 1 && fields[0] === written && !written.startsWith('type=')) {
        return checkOutput('local', written, []);
    }
    const pairs = fields.map((field) => {
        const [key = ''] = field.split('=', 1);
        return [key.trim().toLowerCase(), key === field ? undefined : field.slice(key.length + 1)];
    });
    const bare = pairs.find(([, value]) => value === undefined);
    if (bare !== undefined)
        return `"${bare[0]}" has no value; fields are written key=value, with commas between them.`;
    const valueOf = (name) => pairs.findLast(([key]) => key === name)?.[1];
    const attributes = pairs.flatMap(([key, value]) => key === 'type' || key === 'dest' || value === undefined ? [] : [[key, value]]);
    return checkOutput(valueOf('type'), valueOf('dest'), attributes);
}
function checkOutput(written, dest, attributes) {
    const type = outputTypes.find((one) => one === written);
    if (type === undefined) {
        const what = written === undefined ? 'an output without a type' : `the type "${written}"`;
        return `${what} is not one of ${outputTypes.join(', ')}.`;
    }
    if (dest === '-')
        return 'dest=- would write into the log; name a file.';
    const needsDest = type === 'oci' || type === 'tar' || type === 'local';
    if (needsDest && !dest)
        return `type=${type} needs a place, such as dest=${type === 'local' ? 'out' : 'image.tar'}.`;
    return { type, ...(dest ? { dest } : {}), attributes };
}
/** The output in buildx's words. */
function formatOutput({ type, dest, attributes }) {
    return (0,docker_fields/* formatFields */.l)([
        `type=${type}`,
        ...attributes.map(([key, value]) => `${key}=${value}`),
        ...(dest === undefined ? [] : [`dest=${dest}`]),
    ]);
}
/** The last value of an attribute. */
function attributeOf({ attributes }, name) {
    return attributes.findLast(([key]) => key === name)?.[1];
}
/** Whether an attribute stands for yes, in the words of Go's strconv.ParseBool, which BuildKit reads them by. */
function outputs_isTrue(value) {
    return /^(?:1|t|T|TRUE|true|True)$/.test(value ?? '');
}
/** Whether the output goes to a registry. */
function isPush(output) {
    return output.type === 'registry' || (output.type === 'image' && outputs_isTrue(attributeOf(output, 'push')));
}
/** Whether the output goes into a Docker engine. */
function isLoad({ type, dest }) {
    return type === 'docker' && dest === undefined;
}
/** The image names that an output has for itself; without any it has the tags. */
function namesOf(output) {
    return (attributeOf(output, 'name') ?? '').split(',').filter((name) => name !== '');
}
/** The outputs with the input `push` on top, as buildx adds it to others (commands/build.go). */
function withPush(outputs, push) {
    if (!push)
        return [...outputs];
    const images = outputs.filter(({ type }) => type === 'image' || type === 'registry');
    if (images.length === 0)
        return [...outputs, { type: 'registry', attributes: [] }];
    return outputs.map((output) => output.type === 'image' && !isPush(output)
        ? { ...output, attributes: [...output.attributes, ['push', 'true']] }
        : output);
}

;// CONCATENATED MODULE: ./lib/src/plan/packing.js


/** Attributes of an image output that decide which bytes a registry gets (BuildKit, exporter/containerimage). */
const packingKeys = new Set([
    'compression',
    'compression-level',
    'force-compression',
    'oci-mediatypes',
    'oci-artifact',
    'prefer-nondist-layers',
    'rewrite-timestamp',
    'source-date-epoch',
]);
/** The attributes of one output that make the image what it is. */
function packingOf({ attributes }) {
    return attributes.filter(([key]) => packingKeys.has(key) || key.startsWith('annotation'));
}
/** How the image is compressed that is measured: as the one that a registry gets, else as that in an archive. */
function choosePacking({ outputs, push }) {
    const images = withPush(outputs, push).filter(({ type }) => ['image', 'registry', 'oci', 'docker'].includes(type));
    const chosen = images.find(isPush) ??
        images.find(({ type }) => type === 'image') ??
        images.find(({ type }) => type === 'oci');
    return chosen === undefined ? [] : packingOf(chosen);
}
/** The output that writes an image as an OCI layout into a folder. */
function layoutOutput(folder, packing) {
    const attributes = packing.map(([key, value]) => `${key}=${value}`);
    return (0,docker_fields/* formatFields */.l)(['type=oci', 'tar=false', ...attributes, `dest=${folder}`]);
}

;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/near-files.js




/** How deep folders of the context are searched for a file, and how many. */
const near_files_maxDepth = 4;
const near_files_maxFolders = 2000;
/**
 * Says where a file is that a COPY takes and that the context does not have at that path: below the folder that is meant as the context, under
 * a name that is written a little differently, or in another folder. Undefined where nothing is like it. What a COPY takes, another
 * context may have; what a command looks for not.
 */
function describeNearFile(path, paths, isOfCopy) {
    const { context, fileShown } = paths;
    const inner = foldersOfDockerfile(paths).find((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, folder, path)));
    if (inner !== undefined && isOfCopy)
        return `${shownPath((0,external_node_path_.join)(context, inner), paths.workspace)} has it. Set context: ${shownPath((0,external_node_path_.join)(context, inner), paths.workspace)}, and file: ${fileShown}.`;
    const { dir, base } = external_node_path_.posix.parse(path);
    const similar = listEntries((0,external_node_path_.join)(context, dir)).find(({ name }) => isNear(name, base))?.name;
    if (similar !== undefined)
        return `what is there is ${external_node_path_.posix.join(dir, similar)}.`;
    const folders = listFolders(context);
    const above = folders.find((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, folder, path)));
    if (above !== undefined && isOfCopy)
        return `what is there is ${external_node_path_.posix.join(above, path)}. Write that in COPY, or set context: ${shownPath((0,external_node_path_.join)(context, above), paths.workspace)}, and file: ${fileShown}.`;
    const found = folders.filter((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, folder, base))).slice(0, 3);
    return found.length === 0
        ? undefined
        : `what is there is ${found.map((folder) => external_node_path_.posix.join(folder, base)).join(', ')}.`;
}
/** The folders from that of the Dockerfile up to the context, relative to it: one of them is mostly meant. */
function foldersOfDockerfile({ context, file }) {
    const folders = [];
    for (let folder = (0,external_node_path_.dirname)(file); folder.startsWith(`${context}/`); folder = (0,external_node_path_.dirname)(folder))
        folders.push(folder.slice(context.length + 1));
    return folders;
}
/** The folders of the context, the nearest first, without what builds and package managers write. */
function listFolders(context) {
    const folders = [''];
    for (const folder of folders) {
        if (folders.length > near_files_maxFolders || folder.split('/').length > near_files_maxDepth)
            break;
        for (const entry of listEntries((0,external_node_path_.join)(context, folder)))
            if (entry.isDirectory() && !/^(?:\.git|bin|obj|node_modules)$/.test(entry.name))
                folders.push(external_node_path_.posix.join(folder, entry.name));
    }
    return folders;
}
function listEntries(folder) {
    return (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }) : [];
}
/** Whether two names differ by two letters at most. */
function isNear(name, wanted) {
    return wanted.length >= 4 && (0,mod/* distance */.Io)(name, wanted) <= 2;
}

;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/missing-file.js






/** BuildKit's words for a COPY or ADD whose file is not there (solver/llbsolver, cache/contenthash: checksum of a ref). */
const missing = /failed to calculate checksum of ref [^:]+(?:::[^:]+)?: "([^"]+)": not found|^lstat (\S+): no such file or directory/;
/**
 * Says in words which file a COPY or ADD takes that is not there, and what most likely keeps it out: an ignore file, another letter
 * case or spelling, a context that begins too deep or too high. Undefined for any other error.
 */
function explainMissingFile({ message, line }, sources) {
    const [, taken, folder] = missing.exec(message) ?? [];
    const path = (taken ?? folder)?.replace(/^\/+/, '');
    if (path === undefined)
        return undefined;
    const instruction = findInstruction(sources.dockerfile, line);
    const from = instruction?.flags.find(({ name }) => name === 'from')?.value;
    if (from !== undefined)
        return `/${path} is not there in ${from}, where COPY --from takes it.${describeOutput(from, sources.dockerfile)}`;
    const { context, workspace } = sources.paths;
    const why = explainAbsence(path, sources)?.words ??
        (hasBackslash(instruction?.argument ?? '') ? backslash : undefined) ??
        describeNearFile(path, sources.paths, true) ??
        'there is no such file.';
    return `${path} is not in the build context, ${nameFolder(shownPath(context, workspace))}: ${why}`;
}
/** What a Dockerfile and its shell make of a path of Windows. */
const backslash = 'a path needs / between its folders, since \\ only marks the character after it.';
/** Whether a text has a path with the separator of Windows. */
function hasBackslash(text) {
    return /\w\\\w/.test(text);
}
/** Where a stage publishes to, so far as its commands say it. */
function describeOutput(name, { stages, shown }) {
    const outputs = ((0,parse_dockerfile/* findStage */.U9)(stages, name)?.instructions ?? []).flatMap(({ keyword, argument, firstLine }) => {
        const to = /\bdotnet publish\b.*?\s(?:-o|--output)[\s=]+["']?([^\s"';&]+)/s.exec(argument)?.[1];
        return keyword === 'RUN' && to !== undefined ? [`${to} (${shown}:${firstLine})`] : [];
    });
    return outputs.length === 0 ? '' : ` dotnet publish writes to ${outputs.join(', ')}.`;
}
/** The instruction that stands on a line. */
function findInstruction({ stages }, line) {
    if (line === undefined)
        return undefined;
    return stages
        .flatMap(({ instructions }) => instructions)
        .find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
}
/** What keeps a file, whose path is relative to the context, out of the build; undefined where nothing that is at hand tells. */
function explainAbsence(path, { ignoreFile, paths }) {
    const { context } = paths;
    const rule = ignoreFile?.ruleFor(path);
    if (rule !== undefined && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path)))
        return {
            kind: 'ignored',
            words: `line ${rule.line} of ${ignoreFile?.name ?? ''}, "${rule.pattern}", keeps it out.`,
        };
    const outside = path.startsWith('../') ? describeOutside(path, paths) : undefined;
    if (outside !== undefined)
        return { kind: 'outside', words: outside };
    const submodule = findSubmodule(path, paths);
    if (submodule !== undefined)
        return { kind: 'submodule', words: submodule };
    const other = findOtherCase(context, path);
    if (other !== undefined)
        return { kind: 'case', words: `what is there is ${other}, and upper and lower case differ on Linux.` };
    const outer = findOuterFolder(path, paths);
    if (outer !== undefined) {
        const folder = shownPath(outer, paths.workspace);
        return {
            kind: 'outside',
            words: `${nameFolder(folder)} has it. Set context: ${folder}, and file: ${paths.fileShown}.`,
        };
    }
    return undefined;
}
/** A file beside or above the context, which no COPY can reach. */
function describeOutside(path, { context, workspace, fileShown }) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path)))
        return undefined;
    const folder = shownPath((0,external_node_path_.join)(context, /^(?:\.\.\/)+/.exec(path)?.[0] ?? ''), workspace);
    return `it is outside of the build context. Set context: ${folder}, and file: ${fileShown}, and let COPY begin there.`;
}
/** The submodule of .gitmodules that a path which isn't there lies in. */
function findSubmodule(path, { context, workspace }) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path)))
        return undefined;
    const wanted = shownPath((0,external_node_path_.join)(context, path), workspace);
    const lines = readText((0,external_node_path_.join)(workspace, '.gitmodules')).split('\n');
    for (const [index, line] of lines.entries()) {
        const folder = /^\s*path\s*=\s*"?(.*?)\/?"?\s*$/.exec(line)?.[1];
        if (folder === undefined || !(wanted === folder || wanted.startsWith(`${folder}/`)))
            continue;
        const nested = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, folder, '.git'));
        return nested
            ? undefined
            : `${folder} is a submodule (.gitmodules:${index + 1}) that was not checked out. Set submodules: true for actions/checkout.`;
    }
    return undefined;
}
/** A path as it is on the disk where only the case of letters differs. */
function findOtherCase(context, path) {
    const found = [];
    for (const wanted of path.split('/')) {
        const names = listNames((0,external_node_path_.join)(context, ...found));
        const name = names.find((one) => one === wanted) ?? names.find((one) => one.toLowerCase() === wanted.toLowerCase());
        if (name === undefined)
            return undefined;
        found.push(name);
    }
    const other = found.join('/');
    return other === path ? undefined : other;
}
/** The nearest folder above the context, in the workspace, below which the path is: Visual Studio's Dockerfiles are built from the solution's. */
function findOuterFolder(path, { context, workspace }) {
    for (let folder = context; folder !== workspace && folder.startsWith(workspace);) {
        folder = (0,external_node_path_.dirname)(folder);
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, path)))
            return folder;
    }
    return undefined;
}
function listNames(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
function nameFolder(shown) {
    return shown === '.' ? 'the workspace' : shown;
}

;// CONCATENATED MODULE: ./lib/src/testing/failed-builds.js

/**
 * Keeps the errors that stopped the build of a project until MSBuild says that it built that project all the same, as in
 * `dotnet test || dotnet test`. Nothing else is taken for it: a test run after a failed build may have been one of what an
 * earlier build left (`--no-build`). Microsoft.Testing.Platform's `dotnet test` does not say what it built.
 */
class FailedBuilds {
    /** For each error the frameworks whose builds it stopped; an empty text where the project has but one. */
    #stopped = new Map();
    /** Takes an error with the line that has it, also when it comes again. */
    add(error, line) {
        const framework = /::TargetFramework=([\w.-]+)\]\s*$/.exec(line)?.[1] ?? '';
        const frameworks = this.#stopped.get(error);
        if (frameworks === undefined)
            this.#stopped.set(error, new Set([framework]));
        else
            frameworks.add(framework);
    }
    /** The errors that a line such as `  Shop -> /src/Shop/bin/Debug/net10.0/Shop.dll` shows to be mended; each is given once. */
    mendedBy(line) {
        if (this.#stopped.size === 0 || !line.includes(' -> '))
            return [];
        const [, name, output = ''] = /^\s*(?:\d{1,4}>)?(\S.*?) -> (\/.*)$/.exec(line) ?? [];
        return [...this.#stopped].flatMap(([error, frameworks]) => {
            const path = projectOf(error);
            if (path === undefined || external_node_path_.posix.parse(path).name !== name)
                return [];
            // Two projects may have one name: what was built lies in the folder of this one.
            if (!output.startsWith(`${external_node_path_.posix.dirname(path)}/`))
                return [];
            for (const framework of frameworks)
                if (output.includes(`/${framework}`))
                    frameworks.delete(framework);
            if (frameworks.size > 0)
                return [];
            this.#stopped.delete(error);
            return [error];
        });
    }
}
/** The project that an error is of: NuGet names it in front, and the solution behind. */
function projectOf({ file, project }) {
    return [file, project].find((path) => path?.endsWith('proj'));
}

;// CONCATENATED MODULE: ./lib/src/testing/compiler-messages.js



/** A message as people read it: `Shop/Cart.cs:12: CS1002 ; expected`. */
function describeMessage({ place, file, line, code, text }) {
    const shown = place ?? (file === undefined ? undefined : { file, line });
    const where = shown === undefined ? '' : `${(0,errors/* formatPlace */.dE)(shown)}: `;
    return `${where}${code === '' ? '' : `${code} `}${text}`;
}
/**
 * Whether a message can only be an error that stopped a build: one with a code and the project that it is of, or of MSBuild
 * itself. What tests print of a compiler may look like the rest.
 */
function stopsBuild({ severity, code, file = '', project }) {
    const isOfBuild = project !== undefined || isProject(file) || code.startsWith('MSB');
    return severity === 'error' && code !== '' && isOfBuild;
}
const messageLimit = 1000;
const messageTextLimit = 4096;
// `error CS1002: `, `error : `, the linker's `Trim analysis error IL2026: `, or in capitals alone by dotnet format; the code is never translated. "error run failed" is a test result.
const category = /(?:^|: ?)(?:(?:Trim|AOT|Single file) analysis |fatal )?(error|warning)(?: ([A-Za-z][A-Za-z_-]{0,31}\d{1,7}[A-Za-z]?|WHITESPACE|ENDOFLINE|FINALNEWLINE|CHARSET|IMPORTS)| ?)\s?: ?/;
const nodePrefix = /^\s{0,40}(?:\d{1,4}(?::\d{1,4})?>)?\s{0,40}/;
const position = /\((\d{1,9})(?:,(\d{1,9}))?(?:[-,]\d{1,9}){0,3}\)$/;
/**
 * Reads a line in MSBuild's canonical form, `origin(line,column): severity code: text [project]`
 * (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks), with or without the number of
 * the node before it. Undefined for any other line, and for a message without a code that no position or project vouches for.
 */
function parseCompilerMessage(line) {
    if (!line.includes('error') && !line.includes('warning'))
        return undefined;
    const body = line.replace(nodePrefix, '');
    const found = category.exec(body);
    if (found === null)
        return undefined;
    const [whole, severity] = found;
    const origin = body.slice(0, found.index).trim();
    const { text: tail, project } = splitProject(body.slice(found.index + whole.length));
    // `error: NU1101: text` is how NuGet's own commands write it.
    const late = found[2] === undefined ? /^([A-Z]{2,6}\d{4,5}): /.exec(tail) : null;
    const code = found[2] ?? late?.[1] ?? '';
    const text = late === null ? tail : tail.slice(late[0].length);
    // A failed test, and that the task which tests has failed: no message of a build.
    const isOfTask = /\bMicrosoft\.TestPlatform\.targets\b/.test(origin) && /^MSB(?:6006|4181)$/.test(code);
    if (code === 'TESTERROR' || isOfTask)
        return undefined;
    const place = position.exec(origin);
    if (code === '' && (origin === '' || (place === null && project === undefined)))
        return undefined;
    const file = place === null ? origin : origin.slice(0, place.index);
    const message = { severity: severity, code, text };
    if (looksLikeFile(file))
        message.file = file;
    if (place?.[1] !== undefined)
        message.line = Number(place[1]);
    if (place?.[2] !== undefined)
        message.column = Number(place[2]);
    if (project !== undefined)
        message.project = project;
    return message;
}
function looksLikeFile(origin) {
    return /[/\\]|\.[A-Za-z]{1,10}$/.test(origin) && origin.length <= 4096;
}
function splitProject(tail) {
    const end = tail.trimEnd();
    const open = end.endsWith(']') ? end.lastIndexOf('[') : -1;
    const inside = end.slice(open + 1, -1).split('::')[0] ?? '';
    if (open < 0 || !isProject(inside))
        return { text: end };
    return { text: end.slice(0, open).trimEnd(), project: inside };
}
function isProject(path) {
    return /\.(?:\w{2,8}proj|slnx?|slnf|props|targets|metaproj)$/.test(path);
}
/**
 * Collects the messages of a log, each once: MSBuild prints them again in its summary, and once per target framework.
 * Keeps the first 1,000, without the errors of projects that were built all the same later on.
 */
class CompilerMessages {
    #byKey = new Map();
    #failedBuilds = new FailedBuilds();
    /** The latest message of each place: projects that are restored side by side mix their lines. */
    #latest = new Map();
    #open;
    /** Takes a line if it is a message or the continuation of one; says whether it did. */
    take(line) {
        if (this.#open !== undefined) {
            if (/^ {6}/.test(line))
                return this.#append(this.#open, line.trim());
            this.#open = undefined;
        }
        const message = parseCompilerMessage(line);
        const refused = /^Switch: (.*)/.exec(line)?.[1];
        if (refused !== undefined)
            return this.#takeRefused(refused);
        if (message === undefined)
            return false;
        this.#add(message, line);
        return true;
    }
    /** Looks at any line of the log for a project that was built: its errors were those of an attempt before. */
    lookForBuilt(line) {
        const mended = this.#failedBuilds.mendedBy(line);
        if (mended.length === 0)
            return;
        for (const [key, message] of this.#byKey)
            if (mended.includes(message))
                this.#byKey.delete(key);
    }
    /** The messages in the order of the log. */
    list() {
        return [...this.#byKey.values()].filter(({ text }) => text !== '');
    }
    #add(message, raw) {
        const before = this.#latest.get(placeOf(message));
        if (before !== undefined && isContinuation(message)) {
            const text = message.text.trim();
            if (text !== '' && !text.startsWith('at '))
                this.#append(before, text);
            return;
        }
        message.text = (0,shared_text/* cutText */.IN)(message.text.trim(), messageTextLimit);
        const { file, line, column, severity, code, text } = message;
        const key = [file, line, column, severity, code, text].join('\0');
        const known = this.#byKey.get(key);
        if (known !== undefined) {
            if (known.project === undefined && message.project !== undefined)
                known.project = message.project;
            this.#keep(known, raw);
            return;
        }
        if (this.#byKey.size >= messageLimit)
            return;
        // The terminal logger breaks the line after the code when the text has several lines.
        if (message.text === '')
            this.#open = message;
        this.#byKey.set(message.text === '' ? `${key}\0${this.#byKey.size}` : key, message);
        this.#keep(message, raw);
    }
    #keep(message, raw) {
        this.#latest.set(placeOf(message), message);
        if (message.severity === 'error')
            this.#failedBuilds.add(message, raw);
    }
    /** What MSBuild says below an error of its command line: the option or the file that it does not take. */
    #takeRefused(refused) {
        const error = [...this.#byKey.values()].at(-1);
        if (error === undefined || !/^MSB1\d{3}$/.test(error.code))
            return false;
        error.text = (0,shared_text/* cutText */.IN)(`${error.text.replace(/\.$/, '')}: ${refused}`, messageTextLimit);
        return true;
    }
    #append(message, text) {
        if (!message.text.split('\n').includes(text)) {
            message.text = (0,shared_text/* cutText */.IN)(message.text === '' ? text : `${message.text}\n${text}`, messageTextLimit);
        }
        return true;
    }
}
/**
 * Whether a message may be another line of one before it: MSBuild gives each line of a text the whole form, so NuGet goes on with
 * `  Connection refused`, and the exception of a task with its stack.
 */
function isContinuation({ text, code }) {
    return /^\s|^$/.test(text) || code === 'MSB4018';
}
function placeOf({ file, line, code, severity, project }) {
    return [file, line, code, severity, project].join('\0');
}
/** Each message once, though several steps compile the same code; and what is said of a feed once, whatever project asked it. */
function onceEach(messages) {
    const byKey = new Map();
    for (const message of messages) {
        const { severity, code, text, place, file, line, column } = message;
        const where = code === 'NU1301' ? [] : [place?.file ?? file, line, column];
        const key = [severity, code, text, ...where].join('\0');
        if (!byKey.has(key))
            byKey.set(key, message);
    }
    return [...byKey.values()];
}

// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
;// CONCATENATED MODULE: ./lib/src/testing/log/log-findings.js


const runLimit = 1000;
const resultLimit = 10_000;
const textBudget = 32 * 1024 * 1024;
/** What the readers of the single formats have found so far: at most 1,000 runs, 10,000 results, 32 million characters. */
class Findings {
    runs = [];
    /** Results with their details. */
    results = [];
    /** Results that xunit's adapter announces; VSTest repeats most of them. */
    announced = [];
    totals = [];
    /** Number of the line being read. */
    line = 0;
    #spent = 0;
    /** The run of this assembly that has not ended yet, or a new one. */
    openRun(assembly, framework) {
        const name = (0,log_text/* assemblyName */.UU)(assembly);
        const isFull = this.runs.length >= runLimit;
        const open = isFull
            ? undefined
            : this.runs.find((run) => run.endedAt === undefined && run.isOver !== true && isSame(run, assembly, name, framework));
        if (open !== undefined)
            return open;
        const run = { assembly, project: name, errors: [], aborted: false };
        if (framework !== undefined)
            run.framework = framework;
        if (!isFull)
            this.runs.push(run);
        return run;
    }
    /** The latest run of this assembly, ended or not; a new one where there is none. */
    lastRun(assembly, framework) {
        const name = (0,log_text/* assemblyName */.UU)(assembly);
        return (this.runs.findLast((run) => isSame(run, assembly, name, framework)) ?? this.openRun(assembly, framework));
    }
    /** The run that an error without a name most likely belongs to: one that has not ended, else the last. */
    currentRun() {
        return this.runs.findLast((run) => run.endedAt === undefined) ?? this.runs.at(-1);
    }
    /** Keeps a result, with its texts as far as the budget for all texts reaches. */
    addResult(result, options) {
        const list = options.announced === true ? this.announced : this.results;
        if (list.length >= resultLimit)
            return;
        const kept = { name: (0,shared_text/* cutText */.IN)(result.name, log_text/* nameLimit */.ds), outcome: result.outcome };
        if (result.durationMs !== undefined)
            kept.durationMs = result.durationMs;
        for (const part of ['message', 'stack', 'stdout', 'stderr']) {
            const text = this.#spent > textBudget ? undefined : (0,shared_text/* cutText */.IN)(result[part] ?? '');
            if (text)
                this.#spent += (kept[part] = text).length;
        }
        const found = { line: options.line, result: kept };
        if (options.run !== undefined)
            found.run = options.run;
        if (options.attempt !== undefined)
            found.attempt = options.attempt;
        list.push(found);
    }
}
function isSame(run, assembly, name, framework) {
    const both = run.assembly.includes('/') && assembly.includes('/');
    if (both ? run.assembly !== assembly : run.project !== name)
        return false;
    return framework === undefined || run.framework === undefined || run.framework === framework;
}
/** Lines of one part of a result (its message, its stack), kept up to `textLimit` characters and then counted off. */
class Section {
    heading;
    /** The line that opened it, where there was one. */
    title;
    lines = [];
    #size = 0;
    constructor(heading, title = '') {
        this.heading = heading;
        this.title = title;
    }
    add(line) {
        if (this.#size > 2 * shared_text/* textLimit */.$l)
            return;
        this.#size += line.length + 1;
        this.lines.push(line);
    }
}
/** Text of lines, each without as many leading spaces as given, and without empty lines at its end. */
function dedent(lines, spaces) {
    const strip = new RegExp(`^ {0,${spaces}}`);
    return lines
        .map((line) => line.replace(strip, ''))
        .join('\n')
        .trimEnd();
}
/** Looks up the words at a line's start (`Failed`, `Con error`); longest first, so that no word hides another. */
class LeadingWords {
    #outcomes = new Map();
    #mostWords;
    constructor(words) {
        let most = 1;
        for (const outcome of ['passed', 'failed', 'skipped']) {
            for (const word of words[outcome]) {
                this.#outcomes.set(word, outcome);
                most = Math.max(most, word.split(' ').length);
            }
        }
        this.#mostWords = most;
    }
    /** The outcome and what follows it, or undefined. */
    match(text) {
        const words = (0,log_text/* sameSpaces */.is)(text).slice(0, 120).split(' ', this.#mostWords);
        for (let count = words.length; count > 0; count -= 1) {
            const lead = words.slice(0, count).join(' ');
            const outcome = this.#outcomes.get(lead);
            if (outcome !== undefined && text[lead.length] === ' ') {
                return { outcome, rest: text.slice(lead.length + 1).trim() };
            }
        }
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
;// CONCATENATED MODULE: ./lib/src/testing/log/totals.js

/** A run of a log of which nothing is known yet. */
function emptyRun(project) {
    return {
        source: 'log',
        project,
        results: [],
        counts: { ...test_results/* noCounts */.Yi },
        errors: [],
        aborted: false,
        incomplete: false,
    };
}
/**
 * Spreads counts over several projects, which is all that some modes print: each project gets what the log lists of it. The
 * rest goes to the only one that can have it, or into runs without a name, which are given back, so that the sum stays true.
 */
function spreadTotals(findings, resultsOf) {
    const rests = [];
    let since = -1;
    for (const { line, counts } of findings.totals) {
        const scope = runsBetween(findings.runs, since, line);
        since = line;
        for (const run of scope) {
            run.counts = (0,test_results/* countResults */.aD)(resultsOf(run));
            run.endedAt ??= line;
        }
        const rest = scope.reduce((left, run) => subtract(left, run.counts ?? test_results/* noCounts */.Yi), counts);
        if (rest.total === 0)
            continue;
        const begun = scope.filter(({ startedAt }) => startedAt !== undefined);
        const only = scope.length === 1 ? scope[0] : begun.length === 1 ? begun[0] : undefined;
        if (only?.counts !== undefined)
            only.counts = (0,test_results/* addCounts */.c5)(only.counts, rest);
        else
            rests.push({ ...emptyRun(''), counts: rest });
    }
    return rests;
}
function runsBetween(runs, after, until) {
    return runs.filter(({ counts, endedAt, startedAt }) => {
        const line = endedAt ?? startedAt ?? -1;
        return counts === undefined && line > after && line <= until;
    });
}
function subtract(a, b) {
    const passed = Math.max(0, a.passed - b.passed);
    const failed = Math.max(0, a.failed - b.failed);
    const skipped = Math.max(0, a.skipped - b.skipped);
    return { total: passed + failed + skipped, passed, failed, skipped };
}
/**
 * Brings what a log counts and what it lists together. Bare names beyond the counts are text that looked like a result, and
 * go; but a listed failure with a message or a stack is one whatever the counts say, and so is a skip: VSTest lists
 * inconclusive tests as skipped and leaves them out of its counts.
 */
function agree(counted, listed) {
    const all = (0,test_results/* countResults */.aD)(listed);
    if (counted === undefined)
        return { counts: all, results: [...listed] };
    const isBare = ({ outcome, message, stack }) => outcome !== 'skipped' && message === undefined && stack === undefined;
    const left = {
        passed: all.passed - counted.passed,
        failed: all.failed - counted.failed,
        skipped: 0,
    };
    const results = listed.filter((result) => {
        if (left[result.outcome] <= 0 || !isBare(result))
            return true;
        left[result.outcome] -= 1;
        return false;
    });
    const kept = (0,test_results/* countResults */.aD)(results);
    const failed = Math.max(counted.failed, kept.failed);
    const skipped = Math.max(counted.skipped, kept.skipped);
    const passed = counted.passed;
    return { counts: { passed, failed, skipped, total: passed + failed + skipped }, results };
}

;// CONCATENATED MODULE: ./lib/src/testing/results/attempts.js

/** Several attempts at the same tests as one run: of each test the last attempt that has it decides. */
function foldAttempts(attempts) {
    const [first, ...later] = attempts;
    if (first === undefined)
        throw new Error('There is no attempt.');
    const last = later.at(-1) ?? first;
    if (last === first)
        return { run: first, flaky: [] };
    const byTest = (0,test_results/* groupBy */.$z)(attempts.flatMap(({ results }) => [...(0,test_results/* groupBy */.$z)(results, attempts_keyOf).values()]), ([result]) => (result === undefined ? '' : attempts_keyOf(result)));
    const isWhole = attempts.every(({ results, counts }) => results.length === counts.total);
    const decided = [...byTest.values()].flatMap((tries) => tries.at(-1) ?? []);
    // A log names no passed test: one that failed and isn't named again has passed, where the later attempt came to its end.
    const stillFailed = new Set(last.results.filter(isFailed).map(attempts_keyOf));
    const results = isWhole
        ? decided
        : decided.filter((result) => !isFailed(result) || last.incomplete || stillFailed.has(attempts_keyOf(result)));
    const flaky = [...byTest.values()].flatMap((tries) => describeFlaky(tries, results, last, isWhole));
    const counts = isWhole ? (0,test_results/* countResults */.aD)(results) : countFolded(attempts, last);
    return { run: { ...last, results, counts, errors: last.errors }, flaky };
}
function countFolded(attempts, last) {
    const most = attempts.reduce((a, b) => (b.counts.total > a.counts.total ? b : a)).counts;
    if (last.counts.total >= most.total)
        return last.counts;
    const { total, skipped } = most;
    const { failed } = last.counts;
    return { total, failed, skipped, passed: total - failed - skipped };
}
function describeFlaky(tries, results, last, isWhole) {
    const outcomes = tries.map((one) => one.some(isFailed) ? 'failed' : (one[0]?.outcome ?? 'skipped'));
    const [sample] = tries[0] ?? [];
    if (sample === undefined || !outcomes.includes('failed'))
        return [];
    const failed = tries.flat().find(isFailed);
    const hasPassed = outcomes.at(-1) === 'passed' || (!isWhole && !results.some((one) => attempts_keyOf(one) === attempts_keyOf(sample)));
    if (!hasPassed)
        return [];
    if (outcomes.at(-1) === 'failed')
        outcomes.push('passed');
    return [flakyTest(last, sample, outcomes, failed?.message)];
}
/** Tells of a flaky test. */
function flakyTest({ project, framework }, { name, className }, attempts, message) {
    return {
        name: className === undefined || name.startsWith(className) ? name : `${className}.${name}`,
        project,
        attempts,
        ...(framework === undefined ? {} : { framework }),
        ...(message === undefined ? {} : { message }),
    };
}
function isFailed({ outcome }) {
    return outcome === 'failed';
}
function attempts_keyOf({ name, className }) {
    return `${className ?? ''}\0${name}`;
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runs.js



/**
 * Gives every result to its run, and makes of the findings what the rest of the program knows. Results of projects that
 * ran side by side are told apart by the source files in their stacks, then by their names, then by their order.
 */
function resolveRuns(findings) {
    const board = new Board(findings);
    for (const found of findings.results)
        if (found.run !== undefined)
            board.give(found.run, found);
    const loose = findings.results.filter(({ run }) => run === undefined);
    const left = loose.filter((found) => !board.claim(found, isFromFolder));
    // Where runs followed each other, the order is certain, and a namespace may be that of another project.
    const rest = board.interleaved ? left.filter((found) => !board.claim(found, isNamedAfter)) : left;
    for (const found of rest) {
        if (!board.claim(found, anyRun))
            board.give(board.nextRun(found), found);
    }
    for (const found of board.unmatched(findings.announced))
        board.settle(found);
    return board.finish();
}
const isFromFolder = ({ assembly }, { stack }) => {
    const bin = assembly.search(/[/\\](?:bin|obj)[/\\]/);
    return bin > 0 && stack !== undefined && stack.includes(assembly.slice(0, bin + 1));
};
const anyRun = () => true;
const isNamedAfter = ({ project }, { name }) => name.startsWith(`${project}.`);
class Board {
    #findings;
    #results = new Map();
    #left = new Map();
    #byEnd;
    #nameless;
    /** A result was certainly not of the run that ended next. */
    interleaved = false;
    constructor(findings) {
        this.#findings = findings;
        this.#byEnd = findings.runs
            .filter(({ counts }) => counts !== undefined)
            .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
        for (const run of findings.runs)
            this.#left.set(run, { ...(run.counts ?? test_results/* noCounts */.Yi) });
    }
    give(run, found) {
        const results = this.#results.get(run);
        if (results === undefined)
            this.#results.set(run, [found]);
        else
            results.push(found);
        const left = this.#left.get(run);
        if (left !== undefined)
            left[found.result.outcome] -= 1;
    }
    /** Gives a result to the next run to end that lacks one like it and that the evidence speaks for. */
    claim(found, evidence) {
        const { line, result } = found;
        const next = this.#byEnd.filter(({ endedAt = -1 }) => endedAt > line);
        const run = next.find((candidate) => this.#lacks(candidate, result) && evidence(candidate, result));
        if (run === undefined)
            return false;
        if (evidence === isFromFolder && run !== next[0])
            this.interleaved = true;
        this.give(run, found);
        return true;
    }
    /** The run that a result without any evidence goes to: one that never came to its end, else the next to end. */
    nextRun({ line }) {
        const { runs } = this.#findings;
        return (runs.findLast((run) => run.endedAt === undefined && (run.startedAt ?? 0) < line) ??
            runs.find((run) => (run.endedAt ?? -1) > line) ??
            this.#withoutName());
    }
    /** The announced results that no detailed one repeats; what they know more goes into those that do. */
    unmatched(announced) {
        const known = new Map();
        for (const { result } of [...this.#results.values()].flat()) {
            const key = runs_keyOf(result);
            const same = known.get(key);
            if (same === undefined)
                known.set(key, [result]);
            else
                same.push(result);
        }
        return announced.filter(({ result }) => {
            const twin = known.get(runs_keyOf(result))?.shift();
            if (twin === undefined)
                return true;
            if (twin.message === undefined && result.message !== undefined)
                twin.message = result.message;
            if (twin.stack === undefined && result.stack !== undefined)
                twin.stack = result.stack;
            return false;
        });
    }
    /** Gives an announced result to a run that lacks one; where every run is complete it was no result. */
    settle(found) {
        const { runs } = this.#findings;
        if (this.claim(found, isNamedAfter) || this.claim(found, anyRun))
            return;
        const lacking = runs.filter((run) => this.#lacks(run, found.result));
        const run = lacking.find((candidate) => isNamedAfter(candidate, found.result)) ?? lacking[0];
        const isWhole = runs.some(({ counts }) => counts !== undefined) && runs.every(({ endedAt }) => endedAt !== undefined);
        if (run !== undefined)
            this.give(run, found);
        else if (!isWhole)
            this.give(this.nextRun(found), found);
    }
    finish() {
        const rests = spreadTotals(this.#findings, (run) => this.#attemptsOf(run).last);
        const found = this.#nameless === undefined ? this.#findings.runs : [...this.#findings.runs, this.#nameless];
        return [...found.map((run) => this.#toRun(run)), ...rests];
    }
    /** Of a run that retried its failed tests: what it came to, and what passed in a later attempt. */
    #attemptsOf(found) {
        const all = (this.#results.get(found) ?? []).sort((a, b) => a.line - b.line);
        const attempts = Math.max(found.attempts ?? 1, ...all.map(({ attempt }) => attempt ?? 1));
        const isLast = ({ attempt, result }) => attempt === undefined || attempt === attempts || result.outcome !== 'failed';
        const passedLater = passedAfterRetry(all.filter(isLast), found.counts);
        const last = all
            .filter((one) => isLast(one) && !passedLater.has(runs_keyOf(one.result)))
            .map(({ result }) => result);
        const stillFailed = new Set(last.filter(({ outcome }) => outcome === 'failed').map(runs_keyOf));
        const flaky = new Map();
        for (const { result } of all) {
            if (result.outcome !== 'failed' || stillFailed.has(runs_keyOf(result)))
                continue;
            const known = flaky.get(runs_keyOf(result));
            if (known === undefined)
                flaky.set(runs_keyOf(result), flakyTest(found, result, ['failed', 'passed'], result.message));
            else
                known.attempts.unshift('failed');
        }
        return { last, flaky: [...flaky.values()] };
    }
    #lacks(run, { outcome }) {
        return run.counts !== undefined && (this.#left.get(run)?.[outcome] ?? 0) > 0;
    }
    #withoutName() {
        this.#nameless ??= { assembly: '', project: '', errors: [], aborted: false };
        return this.#nameless;
    }
    #toRun(found) {
        const { exitCode, errors } = found;
        const { last, flaky } = this.#attemptsOf(found);
        const agreed = withoutCleanups(agree(found.counts, last), errors);
        // A run may fail although no test of it does; 8 says that it had none.
        const isBad = exitCode !== undefined && exitCode !== 0 && exitCode !== 8 && agreed.counts.failed === 0;
        if (isBad && errors.length === 0)
            errors.push(`it ended with exit code ${exitCode}`);
        const run = {
            ...emptyRun(found.project),
            ...agreed,
            ...(flaky.length === 0 ? {} : { flaky }),
            ...(found.assembly === '' ? {} : { assembly: found.assembly }),
            errors,
            aborted: found.aborted,
            incomplete: found.endedAt === undefined,
        };
        if (found.framework !== undefined)
            run.framework = found.framework;
        if (found.durationMs !== undefined)
            run.durationMs = found.durationMs;
        return run;
    }
}
/** Tests of which the log has failed attempts, where the run counts fewer failures: those that were tried the least have passed then. */
function passedAfterRetry(last, counts) {
    const tries = new Map();
    for (const { result, attempt } of last)
        if (result.outcome === 'failed' && attempt !== undefined)
            tries.set(runs_keyOf(result), attempt);
    const others = last.filter(({ result, attempt }) => result.outcome === 'failed' && attempt === undefined);
    const left = Math.max(0, (counts?.failed ?? Number.POSITIVE_INFINITY) - others.length);
    const byTries = [...tries].sort(([, a], [, b]) => b - a).map(([key]) => key);
    return new Set(byTries.slice(left));
}
/** xunit 3 calls the teardown of a fixture that failed a failed test on Testing Platform, once for each test that used it. */
function withoutCleanups({ counts, results }, errors) {
    const kept = results.filter(({ name, message = '' }) => {
        const kind = /^\[(Test [A-Z]\w+ Cleanup Failure) \(/.exec(name)?.[1];
        const words = `${kind}: ${message}`;
        if (kind !== undefined && !errors.includes(words))
            errors.push(words);
        return kind === undefined;
    });
    const failed = counts.failed - (results.length - kept.length);
    return { counts: { ...counts, failed, total: counts.total - counts.failed + failed }, results: kept };
}
function runs_keyOf({ outcome, name }) {
    return `${outcome} ${name}`;
}

;// CONCATENATED MODULE: ./lib/src/testing/log/localized-words.js
/*
 * Words of `dotnet test` in every language that the .NET SDK speaks (en, cs, de, es, fr, it, ja, ko, pl, pt-BR, ru, tr,
 * zh-Hans, zh-Hant), read from the resources of SDK 10.0.401. Numbers, positions and `error CS…` are never translated,
 * so they are read without words. A no-break space is written as a plain one: compare with `sameSpaces(line)`.
 */
function localized_words_words(list) {
    return list.split('|').map((word) => word.trim());
}
/** First word of a result line of VSTest. */
const vstestOutcomes = {
    passed: localized_words_words(`
    Passed | Úspěšné | Bestanden | Correctas | Réussi | Superato | 成功 | 통과 | Powodzenie | Aprovado |
    Пройден | Başarılı | 已通过 | 已通過`),
    failed: localized_words_words(`
    Failed | Neúspěšné | Fehler | Con error | Échoué | Non superato | 失敗 | 실패 | Niepowodzenie |
    Com falha | Не пройден | Başarısız | 失败`),
    skipped: localized_words_words(`
    Skipped | Přeskočeno | Übersprungen | Omitidas | Ignoré | Ignorato | スキップ | 건너뜀 | Pominięto |
    Ignorado | Пропущен | Atlandı | 已跳过 | 已跳過 | Not Run | Nespuštěno | Nicht ausgeführt | Sin ejecutar |
    Pas exécuté | Non eseguito | 未実行 | 실행되지 않음 | Nie uruchomiono | Não Executado | Не выполнен |
    Çalıştırılmadı | 未运行 | 未執行`),
};
/** First word of a result line of Microsoft.Testing.Platform. */
const platformOutcomes = {
    passed: localized_words_words(`
    passed | úspěch | erfolgreich | correcto | réussite | superato | 合格しました | 통과 |
    zakończone powodzeniem | aprovado | пройдено | başarılı | 已通过 | 已通過`),
    failed: localized_words_words(`
    failed | selhalo | fehlerhaft | con errores | échec | operazione non riuscita | 失敗 | 실패 |
    zakończone niepowodzeniem | com falha | сбой | başarısız | 失败 | 已失敗`),
    skipped: localized_words_words(`
    skipped | vynecháno | übersprungen | omitido | ignoré | ignorato | スキップされました | 건너뜀 | pominięte |
    ignorado | пропущено | atlandı | 已跳过 | 已跳過`),
};
/** Labels of what Microsoft.Testing.Platform shows of the output of a run. */
const platformStreams = {
    stdout: localized_words_words(`
    Standard output | Standardní výstup | Standardausgabe | Salida estándar | Sortie standard |
    Output standard | 標準出力 | 표준 출력 | Standardowe dane wyjściowe | Saída padrão | Стандартный вывод |
    Standart çıkış | 标准输出 | 標準輸出`),
    stderr: localized_words_words(`
    Error output | Chybový výstup | Fehlerausgabe | Salida de error | Sortie d’erreur | Output errori |
    エラー出力 | 오류 출력 | Dane wyjściowe w przypadku błędu | Saída de erros | Вывод ошибок | Hata çıkışı |
    错误输出 | 錯誤輸出`),
};
/** Label of a number in the totals that VSTest prints at verbosity normal and above; zeroes are left out there. */
const totalLabels = {
    passed: localized_words_words(`
    Passed | Úspěšné | Bestanden | Correcto | Réussi(s) | Superati | 成功 | 통과 | Zakończone pomyślnie |
    Aprovados | Пройдено | Geçti | 通过数 | 通過`),
    failed: localized_words_words(`
    Failed | Neúspěšné | Nicht bestanden | Incorrecto | Non réussi(s) | Non superati | 失敗 | 실패 |
    Zakończone niepowodzeniem | Com falha | Не пройдено | Başarısız | 失败数`),
    skipped: localized_words_words(`
    Skipped | Přeskočené | Übersprungen | Omitido | Ignoré(s) | Ignorati | スキップ | 건너뜀 | Pominięte |
    Ignorados | Пропущено | Atlandı | 跳过数 | 跳過`),
};
/** Headings below a result line of VSTest; `other` are debug traces and additional information. */
const detailHeadings = {
    message: localized_words_words(`
    Error Message: | Chybová zpráva: | Fehlermeldung: | Mensaje de error: | Message d'erreur : |
    Messaggio di errore: | エラー メッセージ: | 오류 메시지: | Komunikat o błędzie: | Mensagem de erro: |
    Сообщение об ошибке: | Hata İletisi: | 错误消息: | 錯誤訊息:`),
    stack: localized_words_words(`
    Stack Trace: | Trasování zásobníku: | Stapelverfolgung: | Seguimiento de la pila: |
    Arborescence des appels de procédure : | Analisi dello stack: | スタック トレース: | 스택 추적: | Ślad stosu: |
    Rastreamento de pilha: | Трассировка стека: | Yığın İzleme: | 堆栈跟踪: | 堆疊追蹤:`),
    stdout: localized_words_words(`
    Standard Output Messages: | Zprávy standardního výstupu: | Standardausgabemeldungen: |
    Mensajes de salida estándar: | Messages de sortie standard : | Messaggi di output standard: |
    標準出力メッセージ: | 표준 출력 메시지: | Standardowe komunikaty wyjściowe: | Mensagens de saída padrão: |
    Стандартные выходные сообщения: | Standart Çıkış İletileri: | 标准输出消息: | 標準輸出訊息:`),
    stderr: localized_words_words(`
    Standard Error Messages: | Zprávy standardních chyb: | Standardfehlermeldungen: |
    Mensajes de error estándar: | Messages d'erreur standard : | Messaggi di errore standard: |
    標準エラー メッセージ: | 표준 오류 메시지: | Standardowe komunikaty o błędach: | Mensagens de erro padrão: |
    Стандартные сообщения об ошибке: | Standart Hata İletileri: | 标准错误消息: | 標準錯誤訊息:`),
    other: localized_words_words(`
    Debug Traces Messages: | Zprávy trasování ladění: | Meldungen zu Debugablaufverfolgungen: |
    Depurar mensajes de trazas: | Déboguer les messages de traces : | Messaggi delle tracce di debug: |
    デバッグ トレース メッセージ: | 디버그 추적 메시지: | Komunikaty śledzenia debugowania: |
    Depurar Mensagens de Rastreamento: | Сообщения трассировок отладки: |
    Hata Ayıklama İzleme İletileri: | 调试跟踪消息: | 偵錯追蹤訊息: | Additional Information Messages: |
    Další informační zprávy: | Weitere Informationsmeldungen: | Mensajes con información adicional: |
    Messages d'informations supplémentaires : | Ulteriori messaggi informativi: | 追加情報メッセージ: |
    추가 정보 메시지: | Dodatkowe komunikaty informacyjne: | Mensagens de informações adicionais: |
    Дополнительные информационные сообщения: | Ek Bilgi İletileri: | 其他信息性消息: | 其他資訊訊息:`),
};
/** Whole lines with which VSTest closes its list of results. */
const endOfResults = localized_words_words(`
    Test Run Failed. | Testovací běh nebyl úspěšný. | Fehler beim Testlauf. |
    No se pudo ejecutar la serie de pruebas. | Échec de la série de tests. |
    L'esecuzione dei test non è riuscita. | テストの実行に失敗しました。 | 테스트 실행이 실패했습니다. |
    Przebieg testu nie powiódł się. | Falha na Execução de Teste. | Сбой тестового запуска. |
    Test Çalıştırması Başarısız. | 测试运行失败。 | 測試回合失敗。 | Test Run Successful. |
    Testovací běh byl úspěšný. | Der Testlauf war erfolgreich. |
    La serie de pruebas se ejecutó correctamente. | Série de tests réussie. |
    L'esecuzione dei test è riuscita. | テストの実行に成功しました。 | 테스트를 실행했습니다. |
    Przebieg testu zakończony powodzeniem. | Execução de Teste Bem-sucedida. |
    Тестовый запуск выполнен. | Test Çalıştırması Başarılı. | 测试运行成功。 | 測試回合成功。 | Attachments: |
    Přílohy: | Anlagen: | Datos adjuntos: | Pièces jointes : | Allegati: | 添付ファイル: | 첨부 파일: |
    Załączniki: | Anexos: | Вложения: | Ekler: | 附件:`);
/** First line of the totals of a run that was stopped: the number is missing. */
const unknownTotals = localized_words_words(`
    Total tests: Unknown | Celkový počet testů: neznámý | Gesamtzahl Tests: unbekannt |
    Pruebas totales: desconocido | Nombre total de tests : inconnu | Totale test: sconosciuto |
    テストの合計数: 不明 | 총 테스트 수: 알 수 없음 | Łączna liczba testów: nieznana | Total de testes: desconhecido |
    Всего тестов: неизвестно | Toplam test sayısı: Bilinmiyor | 测试总数: 未知 | 測試數總計: 未知`);
/** Whole lines that say that a run was aborted or cancelled. */
const abortLines = localized_words_words(`
    Test Run Aborted. | Testovací běh se přerušil. | Testlauf abgebrochen. | Serie de pruebas anulada. |
    Série de tests abandonnée. | Esecuzione dei test interrotta. | テスト実行が中止されました。 | 테스트 실행이 중단되었습니다. |
    Przebieg testu został przerwany. | Execução de Teste Anulada. | Тестовый запуск прерван. |
    Test Çalıştırması Durduruldu. | 测试运行已中止。 | 測試回合已中止。 | Test Run Canceled. |
    Testovací běh se zrušil. | Serie de pruebas cancelada. | Série de tests annulée. |
    Esecuzione dei test annullata. | テスト実行が取り消されました。 | 테스트 실행이 취소되었습니다. |
    Przebieg testu został anulowany. | Execução de Teste Cancelada. | Тестовый запуск отменен. |
    Test Çalıştırması İptal Edildi. | 测试运行已取消。 | 測試回合已取消。`);
/** Parts of a line that tell of a run that was aborted, whose host died or whose time was up. */
const abortParts = localized_words_words(`
    The active test run was aborted. Reason: | Aktivní testovací běh se přerušil. Důvod: |
    Der aktive Testlauf wurde abgebrochen. Grund: | Se ha anulado la serie de pruebas activa. Motivo: |
    La série de tests active a été abandonnée. Raison : |
    L'esecuzione dei test attivi è stata interrotta. Motivo: | アクティブなテストの実行が中止されました |
    활성 테스트 실행이 중단되었습니다. 이유: | Aktywny przebieg testu został przerwany. Przyczyna: |
    A execução de teste ativa foi anulada. Motivo: | Активный тестовый запуск прерван. Причина: |
    Etkin test çalıştırması iptal edildi. Nedeni: | 活动的测试运行已中止 | 使用中的測試回合已中止 |
    Test Run Aborted with error | Testovací běh se přerušil s chybou |
    Der Testlauf wurde mit dem Fehler | La serie de pruebas se ha anulado con el error |
    Désolé... Nous n’avons pas pu procéder à la série de tests, car nous avons rencontré l’erreur suivante : |
    Esecuzione dei test interrotta con errore | Przebieg testowy został przerwany z powodu błędu |
    Execução de Teste Abortada com Erro | Тестовый запуск прерван с ошибкой | 测试运行已中止，出现错误 |
    測試執行已中止，錯誤 | Canceling test run: test run timeout of |
    Testovací běh se ruší: byl překročen časový limit testovacího běhu |
    Millisekunden für den Testlauf wurde überschritten |
    Anulando la serie de pruebas: se superó el tiempo de espera de |
    Abandon de la série de tests : dépassement du délai d'expiration de la série de tests fixé à |
    Interruzione dell'esecuzione dei test: è stato superato il timeout dell'esecuzione dei test, pari a |
    テストの実行を中止しています: テスト実行のタイムアウト | 테스트 실행 중단 중: 테스트 실행 시간 제한 |
    Przerywanie przebiegu testu: przekroczono limit czasu dla przebiegu testu równy |
    Anulando a execução de teste: o tempo limite da execução de teste de |
    Тестовый запуск отменяется: превышено допустимое время ожидания в |
    Test çalıştırması durduruluyor: Test çalıştırması için | 中止测试运行: 测试运行超时时间超出 | 正在中止測試回合: 超過了測試回合逾時 |
    Testhost process for source(s) | の Testhost プロセスがエラーで終了しました: | 的 Testhost 进程已退出，但出现错误: |
    的 Testhost 處理序已結束，發生錯誤:`);
/** Parts of a line that say that there was nothing to run (the tests of a project, a filter, the projects, a listing). */
const noTestParts = localized_words_words(`
    No test is available in | nejsou dostupné žádné testy | ist kein Test verfügbar |
    No hay ninguna prueba disponible en | Aucun test n'est disponible dans |
    Non ci sono test disponibili in | で使用できるテストはありません | 에서 테스트를 사용할 수 없습니다 |
    nie są dostępne żadne testy | Não há nenhum teste disponível em | нет доступных тестов |
    içinde hiç test yok | 中没有可用测试 | 中未提供任何測試 | No test matches the given testcase filter |
    Žádný test neodpovídá danému filtru testovacích případů |
    Kein Test entspricht dem angegebenen Testfallfilter |
    Ninguna prueba coincide con el filtro de casos de prueba proporcionado |
    Aucun test ne correspond au filtre testcase donné |
    Nessun test corrisponde al filtro di test case specificato | 指定のテストケース フィルター | 과(와) 일치하는 테스트가 없습니다 |
    Żaden test nie jest zgodny z podanym filtrem przypadku testowego |
    Nenhum teste corresponde ao filtro de testcase |
    Нет тестов, соответствующих указанному фильтру тестовых случаев |
    içinde sunulan test çalışması filtresi | 中的给定用例测试筛选器 | 中的指定 testcase 篩選 | Zero tests ran |
    Spustila se nula testů | Es wurden keine Tests ausgeführt | No se ejecutaron pruebas |
    Zéro tests exécutés | Nessun test eseguito | 0 件のテストが実行されました | 테스트가 0개 실행됨 |
    Uruchomiono zero testów | Zero testes executados | Запущено ноль тестов | Sıfır test çalıştırıldı |
    运行了零个测试 | 已執行零項測試 | No test projects were found | Nenašly se žádné testovací projekty |
    Es wurden keine Testprojekte gefunden | No se encontraron proyectos de prueba |
    Désolé, aucun projet de test n’a été trouvé | Non sono stati trovati progetti di test |
    テスト プロジェクトが見つかりませんでした | 테스트 프로젝트를 찾을 수 없습니다 | Nie znaleziono żadnych projektów testowych |
    Nenhum projeto de teste foi encontrado | Тестовые проекты не найдены |
    Hiçbir test projesi bulunamadı | 未找到任何测试项目 | 未找到任何測試專案 | The following Tests are available: |
    Jsou k dispozici následující testy: | Die folgenden Tests sind verfügbar: |
    Las siguientes pruebas están disponibles: | Les tests suivants sont disponibles : |
    Sono disponibili i test seguenti: | 次のテストを使用できます: | 다음 테스트를 사용할 수 있습니다 |
    Dostępne są następujące testy: | Os Testes a seguir estão disponíveis: | Доступны следующие тесты: |
    Şu Testler kullanılabilir: | 以下测试可用: | 可使用下列測試:`);

;// CONCATENATED MODULE: ./lib/src/testing/log/abort-messages.js


const exactly = new Set(abortLines);
/** One expression for many parts: a log may have 100,000 lines. */
const abort_messages_parts = anyOf(abortParts);
const hang = /^Data collector 'Blame' message: .*(?:inactivity|hang|timeout)/i;
const fatal = /^\s*(?:\[FATAL ERROR\]|Catastrophic failure\b)/;
const exited = /^The active Test Run was aborted because/;
/** Says whether a line, on the console or in a TRX, tells of a run that crashed, hung or was stopped. */
function tellsOfAbort(line) {
    const text = (0,log_text/* sameSpaces */.is)(line.slice(0, 2000));
    return exactly.has(text) || exited.test(text) || hang.test(text) || fatal.test(text) || abort_messages_parts.test(text);
}
/** Says whether a line is all there is to say of an abort. */
function isWholeAbort(line) {
    return exactly.has(line);
}
/** An expression that finds any of some literal texts. */
function anyOf(literals) {
    return new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}

;// CONCATENATED MODULE: ./lib/src/testing/log/trouble-signs.js




const noTestWords = anyOf(noTestParts);
/** The exit code that Microsoft.Testing.Platform names for all runs of a command. */
const platformExit = /\b(\d{1,3}) ?[（(].{0,40}aka\.ms\/testingplatform\/exitcodes/;
/** What exit code 9 of Microsoft.Testing.Platform means. */
const tooFewTests = 'fewer tests ran than --minimum-expected-tests asks for (exit code 9)';
/** MSBuild's task that tests failed, and says no more. */
const failedTask = /Microsoft\.TestPlatform\.targets\(\d+,\d+\): error MSB(?:6006|4181)\b/;
const wordLines = 20;
const errorLimit = 50;
/** Lines of shells, of .NET's host and of `dotnet test` after which nothing runs. */
const startFailures = /^(?:A fatal error was encountered|You must install or update \.NET|The command could not be loaded|Could not execute because|global\.json defines test runner|The test source file |The application to execute does not exist|The provided file path does not exist|The argument \S+ is invalid\.|error: unknown option)/;
const shellFailures = /^(?:\S*sh: .{1,300}: (?:command )?not found|(?:\S*sh|env|timeout|xargs|nice|nohup): .{1,300}: (?:No such file or directory|Permission denied|Is a directory|cannot execute.*)|\S*sh: \d+: cannot open .{1,300}: No such file)$/;
/** NUnit's own words for a fixture that failed when its tests had ended. */
const fixtureFailure = /^TearDown failed for test fixture /;
const crashes = /^(?:Process terminated\.|Unhandled exception\.|Stack overflow\.|Fatal error\.|Out of memory\.|Segmentation fault|Killed$|Aborted(?: \(core dumped\))?$)/;
/** Collects the signs of a log, and gives the words of a crash to the run that they most likely belong to. */
class SignsReader {
    #findings;
    signs = {
        noTests: false,
        aborted: false,
        hangingTests: [],
        errors: [],
        notStarted: [],
    };
    /** Words of a process that died, which may as well be a child of a test that passed. */
    #crashes = [];
    #collecting;
    #naming = false;
    /** Words that say that a run failed, and neither which nor why. */
    #failed;
    constructor(findings) {
        this.#findings = findings;
    }
    /** Takes a line that tells of an abort, or that continues one; says whether it did. */
    take(line) {
        const text = (0,log_text/* sameSpaces */.is)(line.slice(0, 2000));
        this.#look(text);
        if (tellsOfAbort(text)) {
            this.#abort(text.trim());
            return true;
        }
        if (/^The tests? running when the crash occurred:/.test(text)) {
            this.#naming = true;
            this.#collecting = undefined;
            return true;
        }
        if (this.#naming)
            return this.#name(text);
        if (this.#unexpected(text))
            return true;
        const isFixture = fixtureFailure.test(text);
        if (isFixture || startFailures.test(text) || shellFailures.test(text)) {
            const run = isFixture ? this.#findings.currentRun() : undefined;
            this.#collecting = [text];
            this.#push(run?.errors ?? this.signs.notStarted, this.#collecting);
            if (shellFailures.test(text))
                this.#collecting = undefined;
            return true;
        }
        return this.#continue(text);
    }
    /** Takes a line that nobody else wants and that tells of a process that died. */
    takeCrash(line) {
        if (!crashes.test(line))
            return false;
        this.#collecting = [line];
        if (this.#crashes.length < errorLimit)
            this.#crashes.push(this.#collecting);
        return true;
    }
    /** Ends the words that are being collected. */
    close() {
        this.#collecting = undefined;
        this.#naming = false;
    }
    /** Hands the collected words out; crash words only where a run did not come to its end, or no run is known. */
    finish() {
        const { runs, totals, results } = this.#findings;
        const { signs } = this;
        for (const [words, target] of this.#targets)
            if (words.length > 0)
                target.push(join(words));
        const unfinished = runs.filter((run) => run.endedAt === undefined);
        const finished = runs.length > unfinished.length || totals.length > 0;
        for (const words of this.#crashes) {
            const run = unfinished.at(-1);
            if (run !== undefined) {
                run.aborted = true;
                run.errors.push(join(words));
            }
            else if (!finished) {
                signs.aborted = true;
                signs.errors.push(join(words));
            }
        }
        if (runs.some((run) => run.aborted))
            signs.aborted = true;
        const isTold = signs.aborted ||
            runs.some(({ errors, counts, exitCode = 0 }) => errors.length > 0 || (counts?.failed ?? 0) > 0 || exitCode > 0) ||
            totals.some(({ counts }) => counts.failed > 0) ||
            results.some(({ result }) => result.outcome === 'failed');
        if (this.#failed !== undefined && !isTold) {
            signs.aborted = true;
            signs.errors.push(this.#failed);
        }
        return signs;
    }
    #targets = [];
    #push(target, words) {
        if (this.#targets.length < errorLimit)
            this.#targets.push([words, target]);
    }
    #look(text) {
        if (noTestWords.test(text)) {
            this.signs.noTests = true;
            // "No test is available in /src/X.dll": this run is over, without counts.
            const open = this.#findings.runs.filter(({ endedAt }) => endedAt === undefined);
            const run = open.find(({ assembly }) => text.includes(assembly)) ?? open.at(-1);
            if (run !== undefined)
                run.endedAt = this.#findings.line;
        }
        const code = platformExit.exec(text.slice(0, 300))?.[1];
        if (code === '8')
            this.signs.noTests = true;
        else if (code === '9')
            this.#failed ??= tooFewTests;
        else if (code !== undefined || failedTask.test(text))
            this.#failed ??= text.trim();
    }
    /** `dotnet test` of the platform names the program whose end it did not expect, and goes on with why. */
    #unexpected(text) {
        if (!text.includes("RunCommand '"))
            return false;
        const isOf = ({ assembly }) => {
            const path = assembly.replace(/\.dll$/, '');
            return path.includes('/') && (text.includes(`${path}'`) || text.includes(`${path}.dll`));
        };
        const run = this.#findings.runs.findLast(isOf);
        if (run !== undefined)
            run.aborted = true;
        this.signs.aborted = true;
        this.#collecting = [];
        this.#push(run?.errors ?? this.signs.errors, this.#collecting);
        return true;
    }
    #abort(text) {
        this.signs.aborted = true;
        this.#naming = false;
        // `dotnet vstest` of several assemblies says behind the last of them what became of one.
        if (isWholeAbort(text) && this.#targets.some(([, target]) => target === this.signs.errors))
            return;
        const run = this.#findings.currentRun();
        if (run !== undefined)
            run.aborted = true;
        this.#collecting = [text];
        this.#push(run?.errors ?? this.signs.errors, this.#collecting);
        if (!isWholeAbort(text))
            return;
        this.#collecting = undefined;
        if (run !== undefined)
            run.isOver = true;
    }
    #name(text) {
        if (text === '') {
            this.#naming = false;
            return false;
        }
        if (this.signs.hangingTests.length < errorLimit)
            this.signs.hangingTests.push((0,shared_text/* cutText */.IN)(text.trim(), 1000));
        return true;
    }
    #continue(text) {
        if (this.#collecting === undefined)
            return false;
        if (text.trim() === '') {
            if (this.#collecting.length > 0)
                this.#collecting = undefined;
            return false;
        }
        if (this.#collecting.length < wordLines)
            this.#collecting.push((0,shared_text/* cutText */.IN)(text, 1000));
        return true;
    }
}
/** How `dotnet test` says that a program ended with 0 before its summary. */
const endedEarly = /^System\.InvalidOperationException: A test session start event was received without /;
function join(words) {
    return endedEarly.test(words[0] ?? '')
        ? 'its process ended before its tests did'
        : (0,shared_text/* cutText */.IN)(words.join('\n'));
}

;// CONCATENATED MODULE: ./lib/src/testing/log/summary.js



/**
 * Reads VSTest's last line, `Failed!  - Failed:     3, Passed:     4, Skipped:     1, Total:     8, Duration: 368 ms -
 * Shop.Tests.dll (net10.0)`, in any language: four numbers in a fixed order before the assembly's name. What is neither
 * passed nor failed counts as skipped, also where the line does not say so (an inconclusive test).
 */
function parseRunSummary(line) {
    if (line.length > 2000 || !/\.(?:dll|exe) \([^()]{1,60}\)\s{0,8}$/i.test(line))
        return undefined;
    const found = /^\D{1,80}(\d{1,9})\D{1,60}(\d{1,9})\D{1,60}(\d{1,9})\D{1,60}(\d{1,9})\D{1,40}?[:：] ?([^:：]*)$/.exec((0,log_text/* sameSpaces */.is)(line));
    if (found === null)
        return undefined;
    const [, failed, passed, , total, tail = ''] = found;
    const dash = tail.indexOf(' - ');
    const named = /^(.*\.(?:dll|exe)) \(([^()]*)\)$/i.exec(tail.slice(dash + 3));
    if (dash < 0 || named?.[1] === undefined)
        return undefined;
    const summary = {
        assembly: named[1],
        counts: countsOf(Number(total), Number(passed), Number(failed)),
    };
    const framework = (0,log_text/* shortFramework */.XW)(named[2] ?? '');
    if (framework !== undefined)
        summary.framework = framework;
    const durationMs = (0,log_text/* readDuration */.$7)(tail.slice(0, dash).trim());
    if (durationMs !== undefined)
        summary.durationMs = durationMs;
    return summary;
}
/**
 * Reads the line of the terminal logger over all projects, `Test summary: total: 8, failed: 3, succeeded: 4, skipped: 1,
 * duration: 2.4s`: the same numbers in another order, no assembly.
 */
function parseTerminalSummary(line) {
    const found = /^\S[^\d\n]{1,100}?(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}\d{1,9}[.,]\d{1,3} ?\S{1,3}$/.exec(line.length > 400 ? '' : (0,log_text/* sameSpaces */.is)(line));
    if (found === null)
        return undefined;
    const [total, failed, passed, skipped] = found.slice(1).map(Number);
    return total === failed + passed + skipped ? countsOf(total, passed, failed) : undefined;
}
/** Reads the line of xunit's own runner, `   Shop.Tests  Total: 8, Errors: 0, Failed: 3, Skipped: 1, Time: 0.192s`; of no tests, `Total: 0`. */
function parseXunitSummary(line) {
    const found = /^\s{1,20}(\S[^:]{0,300}?)\s+Total: {0,9}(\d{1,9}), Errors: {0,9}(\d{1,9}), Failed: {0,9}(\d{1,9}), Skipped: {0,9}(\d{1,9}),(?: Not Run: {0,9}(\d{1,9}),)? Time: {0,9}(\d{1,9}[.,]\d{1,6})s/.exec(line.slice(0, 500));
    const none = /^\s{1,20}(\S[^:]{0,300}?)\s+Total: {0,9}0$/.exec(line.slice(0, 500))?.[1];
    if (none !== undefined)
        return { assembly: none, counts: countsOf(0, 0, 0), durationMs: 0, errors: 0 };
    if (found === null)
        return undefined;
    const [, assembly = '', total, errors, failed, skipped, notRun = '0', time = '0'] = found;
    const idle = Number(skipped) + Number(notRun);
    // The total leaves out explicit tests that were not run.
    const all = Number(total) + Number(notRun);
    return {
        assembly,
        counts: countsOf(all, all - Number(failed) - idle, Number(failed)),
        durationMs: Math.round(Number(time.replace(',', '.')) * 1000),
        errors: Number(errors),
    };
}
function countsOf(total, passed, failed) {
    return { total, passed, failed, skipped: Math.max(0, total - passed - failed) };
}
/**
 * Reads totals that take a line each, and are closed by a time: Microsoft.Testing.Platform's (total, failed, succeeded,
 * skipped) by their order, VSTest's at verbosity normal (which leaves out zeroes) by their labels.
 */
class TotalsReader {
    #lines = [];
    /** Takes every line of a log; gives the totals at the line that closes them. */
    take(raw) {
        const line = (0,log_text/* sameSpaces */.is)(raw.slice(0, 200));
        const number = /^( {0,12})(\S.{0,60}?) ?[:：] ?(\d{1,9})(?: \(\+\d{1,9} [^()]{1,40}\))?$/.exec(line);
        if (number !== null) {
            this.#lines.push({
                indent: number[1]?.length ?? 0,
                label: number[2] ?? '',
                value: Number(number[3]),
            });
            if (this.#lines.length > 8)
                this.#lines.shift();
            return undefined;
        }
        if (unknownTotals.includes(line)) {
            this.#lines = [{ indent: 0, label: line, value: Number.NaN }];
            return undefined;
        }
        const lines = this.#lines;
        if (lines.length === 0)
            return undefined;
        this.#lines = [];
        const time = /^( {0,2})\S.{0,60}?[:：] ?(\d.{0,40})$/.exec(line);
        if (time === null)
            return undefined;
        const totals = platformTotals(lines, time[1] ?? '', time[2] ?? '') ?? vstestTotals(lines, time[2] ?? '');
        // `flaky: 1 (passed after retry)` stands between the numbers and the time.
        if (totals === undefined)
            this.#lines = lines;
        return totals;
    }
}
function platformTotals(lines, indent, time) {
    const durationMs = (0,log_text/* readDuration */.$7)(time);
    const four = lines.slice(-4);
    if (durationMs === undefined || indent.length !== 2 || four.some((line) => line.indent !== 2))
        return undefined;
    const [total, failed, passed, skipped] = four.map(({ value }) => value);
    if (total === undefined || failed === undefined || passed === undefined || skipped === undefined)
        return undefined;
    if (total !== failed + passed + skipped)
        return undefined;
    return { kind: 'platform', counts: countsOf(total, passed, failed), durationMs };
}
function vstestTotals(lines, time) {
    const seconds = /^(\d{1,9})[.,](\d{4}) \S+$/.exec(time);
    const start = lines.findLastIndex(({ indent }) => indent === 0);
    const total = lines[start];
    if (seconds === null || total === undefined)
        return undefined;
    const parts = lines.slice(start + 1);
    const counts = { ...test_results/* noCounts */.Yi };
    for (const [index, { label, value }] of parts.entries()) {
        const outcomes = ['passed', 'failed', 'skipped'];
        const outcome = outcomes.find((name) => totalLabels[name].includes(label)) ??
            (parts.length === 3 ? outcomes[index] : undefined);
        if (outcome !== undefined)
            counts[outcome] += value;
    }
    counts.total = Number.isNaN(total.value) ? counts.passed + counts.failed + counts.skipped : total.value;
    counts.skipped = Math.max(0, counts.total - counts.passed - counts.failed);
    return {
        kind: 'vstest',
        counts,
        durationMs: Math.round(Number(`${seconds[1] ?? ''}.${seconds[2] ?? ''}`) * 1000),
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/terminal-logger.js




/**
 * Reads what MSBuild's terminal logger prints of VSTest: a line per project, its failed tests as errors `TESTERROR`, one
 * line of counts over all projects.
 */
class TerminalReader {
    #findings;
    #run;
    #block;
    #line = 0;
    constructor(findings) {
        this.#findings = findings;
    }
    /** A result is open: the lines that follow may be its text. */
    get isOpen() {
        return this.#block !== undefined;
    }
    /** Takes a line that begins or ends something of the terminal logger's; says whether it was one. */
    begin(line) {
        return this.#project(line) || this.#failure(line) || this.#summary(line);
    }
    /** Takes a line that belongs to the open failure; says whether it did. */
    continue(line) {
        if (this.#block === undefined)
            return false;
        if (/^ {6}/.test(line) || line === '') {
            this.#block.add(line);
            return true;
        }
        this.close();
        return false;
    }
    /** Ends the open failure. */
    close() {
        const block = this.#block;
        this.#block = undefined;
        const result = block && parseFailure(dedent(block.lines, 6));
        if (result === undefined)
            return;
        this.#findings.addResult(result, {
            line: this.#line,
            ...(this.#run === undefined ? {} : { run: this.#run }),
        });
    }
    #project(line) {
        if (!line.startsWith('  ') || line.length > 1000)
            return false;
        const found = /^ {2}(\S{1,300}) (test )?(net[\w.-]{1,40}) +\S.{0,80}?\((\d{1,7}[.,]\d{1,3})s\)$/.exec(line);
        if (found === null)
            return false;
        const [, name = '', test, framework, seconds = ''] = found;
        if (test === undefined && !/\bTesting \(/.test(line))
            return false;
        this.close();
        const run = this.#findings.openRun(name, framework);
        run.startedAt ??= this.#findings.line;
        if (test === undefined)
            return true;
        run.endedAt = this.#findings.line;
        run.durationMs = Math.round(Number(seconds.replace(',', '.')) * 1000);
        this.#run = run;
        return true;
    }
    #failure(line) {
        const at = line.search(/: error (?:TESTERROR|test failed)\s?:/);
        if (at < 0)
            return false;
        this.close();
        this.#block = new Section('failure');
        this.#line = this.#findings.line;
        const text = line.slice(line.indexOf(':', at + 2) + 1).trim();
        if (text !== '')
            this.#block.add(text);
        return true;
    }
    #summary(line) {
        const counts = parseTerminalSummary(line);
        if (counts === undefined)
            return false;
        this.close();
        this.#findings.totals.push({ line: this.#findings.line, counts });
        return true;
    }
}
/** `Name (8ms): Error Message: text`, more lines of the message, `Stack Trace:`, its frames. */
function parseFailure(text) {
    const lines = text.split('\n');
    const first = lines[0] ?? '';
    for (const found of first.matchAll(/ \((<? ?\d[\d.,dhms ]{0,30})\): ?/g)) {
        const durationMs = (0,log_text/* readDuration */.$7)(found[1] ?? '');
        if (durationMs === undefined)
            continue;
        const rest = [first.slice(found.index + found[0].length), ...lines.slice(1)];
        const heading = detailHeadings.message.find((word) => (0,log_text/* sameSpaces */.is)(rest[0] ?? '').startsWith(word));
        if (heading !== undefined)
            rest[0] = (rest[0] ?? '').slice(heading.length).trim();
        const at = rest.findIndex((line) => detailHeadings.stack.includes((0,log_text/* sameSpaces */.is)(line)));
        const message = (at < 0 ? rest : rest.slice(0, at)).join('\n').trim();
        const stack = at < 0
            ? ''
            : rest
                .slice(at + 1)
                .join('\n')
                .trimEnd();
        return { name: first.slice(0, found.index), outcome: 'failed', durationMs, message, stack };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/testing-platform-lines.js



/** Reads the path and the framework out of a line such as `Running tests from /src/X.dll (net10.0|x64)`. */
function parseAssembly(line) {
    if (line.length > 4096)
        return undefined;
    const at = line.search(/\.(?:dll|exe) \(net/i);
    if (at < 0)
        return parseWithoutFramework(line);
    const end = at + 4;
    const path = /(?:^|[\s"'„“”«])((?:\/|[A-Za-z]:\\).*)$/.exec(line.slice(0, end))?.[1];
    const mark = /^ \((net[\w.-]{1,40})(?:\|(\w{1,20}))?\)/.exec(line.slice(end));
    if (path === undefined || mark === null)
        return undefined;
    return {
        prefix: line.slice(0, end - path.length),
        path,
        framework: (0,log_text/* shortFramework */.XW)(mark[1] ?? ''),
        architecture: mark[2] ?? '',
        suffix: line.slice(end + mark[0].length),
    };
}
/** An assembly that could not even be asked for its framework: `/src/obj/X.dll Zero tests ran`. */
function parseWithoutFramework(line) {
    const path = /^(?:\/|[A-Za-z]:\\).*\.(?:dll|exe)(?= )/i.exec(line)?.[0];
    const suffix = line.slice(path?.length);
    if (path === undefined || !noTestParts.includes(suffix.slice(1)))
        return undefined;
    return { prefix: '', path, framework: undefined, architecture: '', suffix };
}
/** In some languages the words come after the path: `/src/X.dll (net10.0|x64) konumundan testler çalıştırılıyor`. */
function isLateStart(suffix, architecture) {
    return architecture !== '' && !suffix.endsWith(')');
}
/** Reads `  Error output: text`, which opens what is shown of the output of a run, in any language. */
function parseStream(line) {
    const colon = line.startsWith('  ') ? line.slice(0, 60).search(/[:：]/) : -1;
    if (colon < 0)
        return undefined;
    const label = (0,log_text/* sameSpaces */.is)(line.slice(2, colon));
    for (const heading of ['stdout', 'stderr']) {
        if (platformStreams[heading].includes(label))
            return { heading, text: line.slice(colon + 1).trim() };
    }
    return undefined;
}
/**
 * Parts the lines of a result: its message is indented by two, its frames by four, then come labels with the output of the
 * test. Frames come out as VSTest writes them.
 */
function splitDetails(lines) {
    const first = lines.findIndex(isFrame);
    const label = lines.findIndex((line, index) => index >= first && streamLabel(line) !== undefined);
    const end = label < 0 ? lines.length : label;
    const below = first < 0 ? [] : lines.slice(first, end);
    const frameCount = below.findIndex((line) => !line.startsWith('    '));
    const frames = dedent(frameCount < 0 ? below : below.slice(0, frameCount), 4);
    return {
        message: dedent(lines.slice(0, first < 0 ? end : first), 2),
        stack: frames.replace(/^(?=\S)/gm, '   '),
        ...splitStreams(lines.slice(end)),
    };
}
function splitStreams(lines) {
    const streams = { stdout: [], stderr: [] };
    let current = 'stdout';
    for (const line of lines) {
        const label = streamLabel(line);
        if (label === undefined)
            streams[current].push(line);
        else
            current = label;
    }
    return { stdout: dedent(streams.stdout, 4), stderr: dedent(streams.stderr, 4) };
}
function streamLabel(line) {
    if (line.length > 60 || !/^ {2}\S/.test(line))
        return undefined;
    const label = (0,log_text/* sameSpaces */.is)(line).slice(2);
    return ['stdout', 'stderr'].find((stream) => platformStreams[stream].includes(label));
}
/** `    at Shop.Tests.OrderTests.Tax() in …`, with another word than "at" in other languages. */
function isFrame(line) {
    if (line.startsWith('    --- '))
        return true;
    const member = /^ {4}(?:\S{1,20} ){1,3}([^\s(]{1,1000})\(/.exec(line)?.[1];
    return member?.includes('.') ?? false;
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/testing-platform.js





const outcomes = new LeadingWords(platformOutcomes);
/** Exit codes after which the tests have run to their end: failures, none ran, too few ran, the limit of failures. */
const endedByItself = [0, 2, 8, 9, 13];
const tailLines = 20;
/** `(try 2) `, which stands before what a retried run and its tests come to. */
const attemptMark = /^\([^()\d]{1,20}(\d{1,3})[^()\d]{0,5}\) /;
/**
 * Reads what Microsoft.Testing.Platform prints, through `dotnet test` or from the test executable itself
 * (`OutputDevice/Terminal/TerminalTestReporter.cs` of microsoft/testfx), in the languages of the SDK.
 */
class TestingPlatformReader {
    #findings;
    #open;
    #tail;
    #orchestrated = false;
    /** The run of the totals that follow, when their heading names one, and that heading where it says that the run failed. */
    summaryRun;
    failedHeading;
    constructor(findings) {
        this.#findings = findings;
    }
    /** A result is open: the lines that follow may be its text. */
    get isOpen() {
        return this.#open !== undefined;
    }
    /** Takes a line that begins or ends something of the platform's; says whether it was one. */
    begin(line) {
        return this.#assembly(line) || this.#beginResult(line);
    }
    /** Takes a line that belongs to the open result or to the end of a run; says whether it did. */
    continue(line) {
        if (this.#open !== undefined)
            return this.#continueResult(this.#open, line);
        return this.#tail !== undefined && this.#continueTail(this.#tail, line);
    }
    /** Takes an indented line of what a test printed, or a program that has ended; says whether it was one. */
    quotes(line) {
        if (!/^\s/.test(line))
            return false;
        const isOfTest = this.#open?.after !== undefined && parseAssembly(line) === undefined;
        const isOfProgram = this.#tail !== undefined && (this.#tail.sections.length > 0 || parseStream(line) !== undefined);
        return (isOfTest || isOfProgram) && this.continue(line);
    }
    /** Ends what is open. */
    close() {
        this.#closeResult();
        this.#closeTail();
    }
    #assembly(line) {
        const found = parseAssembly(line);
        if (found === undefined)
            return false;
        const { prefix, path, framework, suffix } = found;
        if (prefix.startsWith('  ')) {
            // Three kinds of it: where a result comes from, a line of the closing list, and text of a test.
            if (this.#open === undefined || suffix !== '' || prefix.trim() === '')
                return prefix.trim() === '' && suffix !== '';
            this.#open.run = this.#findings.lastRun(path, framework);
            this.#open.after = new Section('after');
            return true;
        }
        this.close();
        if (prefix === '' && suffix !== '' && !isLateStart(suffix, found.architecture)) {
            this.#endRun(path, framework, suffix);
        }
        else if (prefix.endsWith(' - ')) {
            this.summaryRun = this.#findings.openRun(path, framework);
            this.failedHeading = /^Test run summary: (?!Passed!|Zero tests)(.{1,100}) - $/.exec(prefix)?.[1];
        }
        else {
            const run = this.#findings.openRun(path, framework);
            run.startedAt ??= this.#findings.line;
            const attempt = attemptMark.exec(prefix)?.[1];
            if (attempt !== undefined)
                run.attempts = Number(attempt);
            this.#orchestrated = true;
        }
        return true;
    }
    #endRun(path, framework, suffix) {
        const run = this.#findings.openRun(path, framework);
        run.endedAt = this.#findings.line;
        this.#orchestrated = true;
        const duration = (0,log_text/* readDuration */.$7)(/\(([^()]{1,40})\)$/.exec(suffix)?.[1] ?? '');
        if (duration !== undefined)
            run.durationMs = duration;
        this.#tail = { run, sections: [] };
    }
    #beginResult(line) {
        if (line.startsWith(' '))
            return false;
        const found = outcomes.match(line);
        if (found === undefined)
            return false;
        const { outcome } = found;
        const attempt = attemptMark.exec(found.rest)?.[1];
        const mark = attempt === undefined && outcome === 'failed' ? /^\([^()]{1,30}\) / : attemptMark;
        const rest = found.rest.replace(mark, '');
        const open = rest.endsWith(')') ? rest.lastIndexOf(' (') : -1;
        const durationMs = open < 0 ? undefined : (0,log_text/* readDuration */.$7)(rest.slice(open + 2, -1));
        const result = { name: durationMs === undefined ? rest : rest.slice(0, open), outcome };
        if (result.name === '')
            return false;
        if (durationMs !== undefined)
            result.durationMs = durationMs;
        this.close();
        this.#open = {
            result,
            line: this.#findings.line,
            before: new Section('before'),
            after: undefined,
            run: undefined,
            attempt: attempt === undefined ? undefined : Number(attempt),
        };
        return true;
    }
    #continueResult(open, line) {
        // Only a message that `dotnet test` shows has lines at the margin, and only before the assembly is named.
        if (/^\S/.test(line) && (open.after !== undefined || !this.#orchestrated)) {
            this.#closeResult();
            return false;
        }
        const section = open.after ?? open.before;
        section.add(line);
        return true;
    }
    #closeResult() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined)
            return;
        const { result, before, after, run, line, attempt } = open;
        // Anybody may print "failed to connect": without a duration or an assembly it is no result.
        if (result.durationMs === undefined && run === undefined && !/^\[|…$/.test(result.name))
            return;
        if (result.outcome !== 'passed') {
            const quoted = [dedent(before.lines.slice(0, 1), 2), ...before.lines.slice(1)].join('\n').trimEnd();
            const details = splitDetails((after ?? before).lines);
            // The type of xunit's own exception says nothing.
            const message = details.message.replace(/^Xunit\.MicrosoftTestingPlatform\.XunitException: /, '');
            Object.assign(result, details, { message: after === undefined || quoted === '' ? message : quoted });
        }
        this.#findings.addResult(result, {
            line,
            ...(run === undefined ? {} : { run }),
            ...(attempt === undefined ? {} : { attempt }),
        });
    }
    #continueTail(tail, line) {
        const { run, sections } = tail;
        const code = /^\S[^:：]{0,60}[:：] ?(-?\d{1,10})$/.exec((0,log_text/* sameSpaces */.is)(line.slice(0, 100)))?.[1];
        if (code !== undefined && run.exitCode === undefined && sections.length === 0) {
            run.exitCode = Number(code);
            return true;
        }
        if (/^\S/.test(line)) {
            this.#closeTail();
            return false;
        }
        const stream = parseStream(line);
        if (stream !== undefined)
            sections.push(new Section(stream.heading));
        const section = sections.at(-1);
        if (section === undefined)
            return line.trim() === '';
        if (section.lines.length <= tailLines)
            section.add(stream?.text ?? line);
        return true;
    }
    #closeTail() {
        const tail = this.#tail;
        this.#tail = undefined;
        if (tail?.run.exitCode === undefined)
            return;
        const { run, sections } = tail;
        const { exitCode = 0 } = run;
        if (endedByItself.includes(exitCode))
            return;
        run.aborted = true;
        const told = sections.find(({ heading }) => heading === 'stderr') ?? sections[0];
        const words = told === undefined ? '' : dedent(told.lines, 2).trim();
        run.errors.push((0,shared_text/* cutText */.IN)(`Exit code: ${exitCode}\n${words.split('\n\n')[0] ?? ''}`.trimEnd()));
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/vstest.js




const headings = new Map(Object.keys(detailHeadings).flatMap((detail) => detailHeadings[detail].map((heading) => [heading, detail])));
const endings = new Set(endOfResults);
const vstest_outcomes = new LeadingWords(vstestOutcomes);
/**
 * Reads what VSTest's console logger prints (`src/vstest.console/Internal/ConsoleLogger.cs` of microsoft/vstest), in the
 * languages of the SDK: the start of a run, results with their details, the line with the counts.
 */
class VstestReader {
    #findings;
    #result;
    #line = 0;
    #sections = [];
    constructor(findings) {
        this.#findings = findings;
    }
    /** A result is open: the lines that follow may be its text. */
    get isOpen() {
        return this.#result !== undefined;
    }
    /** Takes a line that begins or ends something of VSTest's; says whether it was one. */
    begin(line) {
        if (this.#beginResult(line))
            return true;
        if (!this.#beginRun(line) && !this.#endRun(line))
            return false;
        this.close();
        return true;
    }
    /** Takes a line that belongs to the open result; says whether it did. */
    continue(line) {
        if (this.#result === undefined)
            return false;
        const detail = line.startsWith('  ') ? headings.get((0,log_text/* sameSpaces */.is)(line).slice(2)) : undefined;
        if (detail !== undefined) {
            this.#sections.push(new Section(detail, line));
            return true;
        }
        const section = this.#sections.at(-1);
        if (section === undefined || endsSection(section, line)) {
            this.close();
            return false;
        }
        section.add(line);
        return true;
    }
    /** Ends the open result. */
    close() {
        const result = this.#result;
        this.#result = undefined;
        if (result === undefined)
            return;
        for (const { heading, lines } of withoutQuoted(this.#sections)) {
            if (heading === 'message')
                result.message ??= dedentFirst(lines, 3);
            else if (heading === 'stack')
                result.stack ??= dedentFirst(lines, 2);
            else if (heading === 'stdout' && result.outcome !== 'passed')
                result.stdout ??= dedent(lines, 1);
            else if (heading === 'stderr' && result.outcome !== 'passed')
                result.stderr ??= dedent(lines, 1);
        }
        this.#findings.addResult(result, { line: this.#line });
    }
    #beginRun(line) {
        const start = parseRunStart(line);
        if (start === undefined)
            return false;
        const run = this.#findings.openRun(start.path, start.framework);
        run.assembly = start.path;
        run.startedAt ??= this.#findings.line;
        return true;
    }
    #endRun(line) {
        const summary = parseRunSummary(line);
        if (summary === undefined)
            return endings.has((0,log_text/* sameSpaces */.is)(line)) || /^\S.{0,80}: \S.*\.trx$/.test(line);
        const run = this.#findings.openRun(summary.assembly, summary.framework);
        run.counts = summary.counts;
        run.endedAt = this.#findings.line;
        if (summary.durationMs !== undefined)
            run.durationMs = summary.durationMs;
        return true;
    }
    #beginResult(line) {
        if (!/^ {2}[^\s]/.test(line))
            return false;
        const found = vstest_outcomes.match(line.slice(2));
        const result = found && parseResult(found.outcome, found.rest);
        if (result === undefined)
            return false;
        this.close();
        this.#result = result;
        this.#line = this.#findings.line;
        this.#sections = [];
        return true;
    }
}
/**
 * Reads `Test run for /src/X.dll (.NETCoreApp,Version=v10.0)` in any language, and `Run tests: '/src/X.dll'
 * [net10.0|x64]`, which MSBuild prints where Microsoft.Testing.Platform runs under VSTest's target.
 */
function parseRunStart(line) {
    const end = line.search(/\.(?:dll|exe)(?:["'”“»]? ?\(\.NET\w{1,12},Version=|' \[net)/i);
    if (end < 0 || line.length > 4096)
        return undefined;
    const path = /(?:^|[\s"'„“”«])((?:\/|[A-Za-z]:\\).*)$/.exec(line.slice(0, end + 4))?.[1];
    const framework = /[([](\.NET\w{1,12},Version=v[\d.]{1,12}|net[\w.-]{1,40})/.exec(line.slice(end + 4))?.[1];
    return path === undefined ? undefined : { path, framework: framework && (0,log_text/* shortFramework */.XW)(framework) };
}
function parseResult(outcome, rest) {
    const open = rest.endsWith(']') ? rest.lastIndexOf(' [') : -1;
    const durationMs = open < 0 ? undefined : (0,log_text/* readDuration */.$7)(rest.slice(open + 2, -1));
    const name = durationMs === undefined ? rest : rest.slice(0, open).trimEnd();
    // Without a duration it may be a line of a message, such as "  Failed to connect".
    if (name === '' || (durationMs === undefined && !/^[^\s(]+ ?(?:\(.*[)…])?$/.test(name)))
        return undefined;
    return durationMs === undefined ? { name, outcome } : { name, outcome, durationMs };
}
/** A stack ends at the first line at the margin below its frames; nothing but a new beginning ends a message. */
function endsSection({ heading, lines }, line) {
    if (heading !== 'stack' || !/^\S/.test(line) || /^(?:--- |--\w|\d{1,4}\) )/.test(line))
        return false;
    return lines.some((frame) => /^ {2}/.test(frame));
}
function dedentFirst(lines, spaces) {
    return [dedent(lines.slice(0, 1), spaces), ...lines.slice(1)].join('\n').trimEnd();
}
/** Where a message quotes the heading of a stack, the last one is the real one. */
function withoutQuoted(sections) {
    const last = sections.findLastIndex(({ heading }) => heading === 'stack');
    const message = sections[0];
    if (message?.heading !== 'message' || last < 2)
        return sections;
    for (const { title, lines } of sections.slice(1, last)) {
        for (const line of [title, ...lines])
            message.add(line);
    }
    return [message, ...sections.slice(last)];
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/xunit.js



const adapterPrefix = /^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] ?/;
/**
 * Reads xunit's own lines, which no language changes: `    Name [FAIL]` with details below, once behind the prefix
 * `[xUnit.net 00:00:01.17]` of its VSTest adapter and once bare from its in-process runner.
 */
class XunitReader {
    #findings;
    #result;
    #adapter = false;
    #line = 0;
    #sections = [];
    /** The errors of a run, the last of which goes on in the lines that follow. */
    #failed;
    constructor(findings) {
        this.#findings = findings;
    }
    /** A result is open: the lines that follow may be its text. */
    get isOpen() {
        return this.#result !== undefined && !this.#adapter;
    }
    /** The line without the adapter's prefix; undefined where it has none. */
    static withoutPrefix(line) {
        return line.startsWith('[xUnit.net ') ? line.replace(adapterPrefix, '') : undefined;
    }
    /** Takes a line of the adapter, without its prefix; they stand between other lines and end nothing of them. */
    takeAdapter(text) {
        if (this.#beginResult(text, true) || this.#failure(text))
            return;
        if (this.#adapter)
            this.#detail(text);
    }
    /** Takes a line that begins or ends something of xunit's runner; says whether it was one. */
    begin(line) {
        if (this.#beginResult(line, false))
            return true;
        if (!this.#failure(line) && !this.#runner(line))
            return false;
        this.close();
        return true;
    }
    /** Takes a line that belongs to the open result of the runner; says whether it did. */
    continue(line) {
        return !this.#adapter && this.#detail(line);
    }
    /** Ends the open result of the runner. */
    close() {
        if (!this.#adapter)
            this.closeAll();
    }
    /** Ends the open result, wherever it came from. */
    closeAll() {
        const result = this.#result;
        this.#result = undefined;
        if (result === undefined)
            return;
        for (const { heading, lines } of this.#sections) {
            if (heading === 'stack')
                result.stack = dedent(lines, 8);
            else if (heading === 'message')
                result.message = dedent(lines, 6);
            else if (result.outcome === 'failed')
                result.stdout = dedent(lines, 8);
        }
        this.#findings.addResult(result, { line: this.#line, announced: true });
    }
    #beginResult(text, adapter) {
        const found = /^ {4}(\S.*) \[(FAIL|SKIP|NOT RUN)\]$/.exec(text);
        if (found?.[1] === undefined)
            return false;
        this.closeAll();
        this.#result = { name: found[1], outcome: found[2] === 'FAIL' ? 'failed' : 'skipped' };
        this.#adapter = adapter;
        this.#line = this.#findings.line;
        this.#sections = [new Section('message')];
        return true;
    }
    /** `    [Test Class Cleanup Failure (Shop.Tests.CartTests)] System.Exception`: nothing that a test can be blamed for. */
    #failure(line) {
        const found = /^ {4}\[([A-Z][A-Za-z ]{1,60} Failure(?: \(.{1,300}\))?)\](?: (.*))?$/.exec(line.slice(0, 600));
        if (found?.[1] === undefined)
            return false;
        this.closeAll();
        const words = `${found[1]}: ${found[2] ?? ''}`.replace(/: $/, '');
        this.#failed = this.#findings.currentRun()?.errors;
        this.#failed?.push(words);
        return true;
    }
    #detail(text) {
        if (this.#failed !== undefined && /^ {6}(?!Stack Trace:)/.test(text)) {
            this.#failed.push((0,shared_text/* cutText */.IN)(`${this.#failed.pop() ?? ''}\n${text.trim()}`));
            return true;
        }
        this.#failed = undefined;
        if (this.#result === undefined)
            return false;
        if (!text.startsWith('      ')) {
            this.closeAll();
            return false;
        }
        const heading = { '      Stack Trace:': 'stack', '      Output:': 'stdout' }[text];
        if (heading !== undefined)
            this.#sections.push(new Section(heading));
        else
            this.#sections.at(-1)?.add(text);
        return true;
    }
    #runner(line) {
        const started = /^ {2}Starting: {4}(\S[^()]{0,300}?)(?: \(|$)/.exec(line.slice(0, 400))?.[1];
        if (started !== undefined) {
            this.#findings.openRun(started, undefined).startedAt ??= this.#findings.line;
            return true;
        }
        const summary = parseXunitSummary(line);
        if (summary === undefined)
            return false;
        const run = this.#findings.openRun(summary.assembly, undefined);
        run.endedAt = this.#findings.line;
        run.counts = summary.counts;
        if (summary.durationMs !== undefined)
            run.durationMs = summary.durationMs;
        if (summary.errors > 0 && run.errors.length === 0)
            run.errors.push(`${summary.errors} errors outside of a test`);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/log/read-log.js










/**
 * Reads the output of `dotnet test`, `dotnet run`, `dotnet vstest` or a test executable: VSTest, Microsoft.Testing.Platform,
 * MSBuild's console and terminal loggers, xunit's own runner, mixed as they come, in any language of the SDK. Lines come
 * without a prefix, with or without terminal sequences. Never throws; memory is bounded (10,000 results, 32 million
 * characters of their texts, lines of 16,384 characters).
 */
function readConsoleLog(lines) {
    const reader = new ConsoleReader();
    for (const raw of lines)
        for (const line of (0,log_text/* plainLines */.y1)(raw))
            reader.take(line);
    return reader.finish();
}
class ConsoleReader {
    #findings = new Findings();
    #signs = new SignsReader(this.#findings);
    #messages = new CompilerMessages();
    #totals = new TotalsReader();
    #xunit = new XunitReader(this.#findings);
    #platform = new TestingPlatformReader(this.#findings);
    #vstest = new VstestReader(this.#findings);
    #readers = [this.#vstest, this.#platform, new TerminalReader(this.#findings), this.#xunit];
    take(line) {
        this.#findings.line += 1;
        this.#messages.lookForBuilt(line);
        const announced = XunitReader.withoutPrefix(line);
        if (announced !== undefined) {
            if (!this.#signs.take(announced))
                this.#xunit.takeAdapter(announced);
            return;
        }
        // What a program printed that failed may look like anything.
        if (this.#platform.quotes(line))
            return;
        const totals = this.#totals.take(line);
        if (totals !== undefined)
            this.#apply(totals);
        else if (this.#begin(line) || this.#takeMessage(line) || this.#takeSign(line))
            return;
        else if (!this.#readers.some((reader) => reader.continue(line)))
            this.#signs.takeCrash(line);
    }
    finish() {
        for (const reader of this.#readers)
            reader.close();
        this.#xunit.closeAll();
        const signs = this.#signs.finish();
        const runs = resolveRuns(this.#findings);
        const compilerMessages = this.#messages.list();
        return { runs, compilerMessages, signs };
    }
    #begin(line) {
        const reader = this.#readers.find((candidate) => candidate.begin(line));
        if (reader === undefined)
            return false;
        for (const other of this.#readers)
            if (other !== reader)
                other.close();
        this.#signs.close();
        return true;
    }
    #takeSign(line) {
        if (!this.#signs.take(line))
            return false;
        for (const reader of this.#readers)
            reader.close();
        return true;
    }
    /** A failed test's message may quote a compiler: inside one, only a line with its project at the margin is believed. */
    #takeMessage(line) {
        const inResult = this.#readers.some((reader) => reader.isOpen);
        if (inResult && !/^\S.*proj(?:::[^\]]*)?\]\s*$/.test(line))
            return false;
        return this.#messages.take(line);
    }
    #apply(totals) {
        for (const reader of this.#readers)
            reader.close();
        const { line, runs } = this.#findings;
        const open = runs.filter((run) => run.endedAt === undefined);
        const run = totals.kind === 'platform'
            ? this.#platform.summaryRun
            : (open.findLast(({ aborted }) => !aborted) ?? open.at(-1));
        const { failedHeading } = this.#platform;
        this.#platform.summaryRun = this.#platform.failedHeading = undefined;
        if (run === undefined) {
            this.#findings.totals.push({ line, counts: totals.counts });
            return;
        }
        run.counts = totals.counts;
        run.endedAt = line;
        if (failedHeading !== undefined && totals.counts.failed === 0 && run.errors.length === 0)
            run.errors.push(failedHeading);
        if (totals.durationMs !== undefined)
            run.durationMs = totals.durationMs;
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/certificates.js
/** What .NET, OpenSSL, Go, curl, git, Python and node say of a certificate that nobody here vouches for. */
const isUntrusted = /UntrustedRoot|PartialChain|RemoteCertificate\w+|self[- ]signed certificate|unable to get (?:local )?issuer certificate|signed by unknown authority|certificate verif(?:y|ication) failed|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)/i;
/** The way out for a step: the certificate of a proxy or a server of the team's own has to be in its image. */
const trustAdvice = 'The stage does not trust the server, or the proxy before it. Above this RUN, COPY the certificate of its authority to ' +
    '/usr/local/share/ca-certificates/ (its name ends in .crt) and RUN update-ca-certificates.';

;// CONCATENATED MODULE: ./lib/src/testing/failures/failure.js
/** Most lines of one kind in a message. */
const maxLines = 10;
/** Each line once, the first ten of them, and how many more there are. */
function listLines(lines, total = new Set(lines).size) {
    const shown = [...new Set(lines)].slice(0, maxLines);
    return total > shown.length ? [...shown, `… and ${total - shown.length} more`] : shown;
}
/** Codes of MSBuild for a command that it ran and that failed: why, only the command has said. */
const ranCommand = /^MSB(?:3073|3077|6006)$/;
/** What is most likely behind exit code 137. */
const killed = 'The command was killed, most likely because memory ran out.';
/** The errors among the messages of a build. */
function errorsOf({ messages }) {
    return messages.filter(({ severity }) => severity === 'error');
}
/** A line of the Dockerfile as messages name it. */
function lineOf({ sources }, line) {
    return `${sources.dockerfile.shown}:${sources.origins?.get(line) ?? line}`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/base-image.js


const unresolved = /(?:^|[\s"])(\S+): failed to resolve source metadata for (\S+?): ([^]*)|^failed to resolve source metadata for (\S+?): ([^]*)/;
/** An image that a stage begins from, or copies from, could not be read from its registry. */
function readBaseImage(build) {
    const { error, sources } = build;
    const found = unresolved.exec(error.message);
    const image = found?.[1] ?? found?.[4];
    const why = (found?.[3] ?? found?.[5])?.trim();
    if (image === undefined || why === undefined)
        return undefined;
    const where = error.line === undefined ? '' : `${lineOf(build, error.line)}: `;
    const said = `${where}${image}: ${why}`;
    const noStage = describeNoStage(build, image);
    if (noStage !== undefined)
        return { title: 'No stage has that name', message: `${where}${noStage}` };
    const line = sources.dockerfile.text.split('\n')[(error.line ?? 0) - 1];
    if (line?.startsWith('#') === true)
        return {
            title: 'The Dockerfile frontend could not be pulled',
            message: `${said}\nIt is the image of the line # syntax=. Without that line the builder takes its own.`,
        };
    return base_image_explain(said, why);
}
function base_image_explain(said, why) {
    if (/\b429\b|toomanyrequests|pull rate limit/i.test(why))
        return {
            title: 'The registry of a base image limits pulls',
            message: `${said}\nLog in to it before this step (docker/login-action), or take the image from another registry.`,
        };
    if (/not found|manifest unknown|no match for platform/i.test(why) && !/denied|unauthorized/i.test(why))
        return {
            title: 'A base image was not found',
            message: `${said}\nThe registry has no such name or tag, or not for this platform.`,
        };
    if (isUntrusted.test(why))
        return {
            title: 'A base image could not be pulled',
            message: `${said}\nThe builder does not trust its registry: give it the certificate of the authority (ca in buildkitd.toml, or in /etc/docker/certs.d).`,
        };
    const isRefused = /\b40[13]\b|unauthorized|authorization|denied|authentication/i.test(why);
    const wayOut = isRefused
        ? 'Is the name right? Else log in to its registry before this step (docker/login-action), with an account that may read it. Runs of forks have no secrets.'
        : 'Is the name right, and can the builder reach its registry?';
    return { title: 'A base image could not be pulled', message: `${said}\n${wayOut}` };
}
/**
 * A name that BuildKit took for an image and that was meant for a stage: it looks like one of them, or stands in `--from` without tag,
 * registry or folder.
 */
function describeNoStage({ sources, error, place }, image) {
    const names = sources.dockerfile.stages.flatMap(({ name }) => name ?? []);
    const meant = /\(did you mean (\S+?)\?\)/.exec(error.message)?.[1];
    const isNamed = meant !== undefined && names.includes(meant);
    const isOfFrom = place?.instruction.flags.some(({ value }) => new RegExp(`(?:^|from=)${image}(?:,|$)`).test(value));
    if (!isNamed && !(isOfFrom === true && /^\w+$/.test(image)))
        return undefined;
    const words = `no stage above is called ${image}, so it was taken for an image`;
    return isNamed
        ? `${words}. Is it ${meant}?`
        : `${words}, which could not be pulled. The stages are ${names.join(', ')}.`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/compiler.js



/** Codes of the compilers for C#, F#, Visual Basic, Razor and TypeScript. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC|RZ|TS)\d+$/;
/** An analyzer speaks of a place in a source file, too, and so does dotnet format. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i;
/** An analyzer or a source generator that throws or can't be loaded; the compiler goes on without it. */
const brokenAnalyzer = /^(?:AD0001|CS8(?:032|033|034|040|784|785)|BC42(?:376|377|378|500|501))$/;
/** A program without a beginning is of the code, though its error has no place there. */
const noMain = /^(?:CS5001|CS8805|BC30420|FS0222|FS0988)$/;
/** A compiler, an analyzer or dotnet format found errors in the code. */
function readCodeErrors(build) {
    const errors = errorsOf(build).filter(({ code, file = '', line }) => compilerCode.test(code) ||
        brokenAnalyzer.test(code) ||
        (code !== '' && line !== undefined && sourceFile.test(file)));
    if (errors.length === 0)
        return undefined;
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    // Those of generated code come of the others.
    const sorted = [...errors.filter(({ place }) => place), ...errors.filter(({ place }) => !place)];
    const lines = listLines(sorted.map(describeMessage), errors.length);
    const broken = build.messages.filter(({ code }) => brokenAnalyzer.test(code));
    if (broken.length > 0) {
        const others = lines.filter((line) => !broken.some((one) => describeMessage(one) === line));
        return {
            title: 'An analyzer or source generator failed',
            message: [...listLines(broken.map(describeMessage)), ...others].join('\n'),
        };
    }
    const isOfCode = errors.some(({ code, file }) => file !== undefined || noMain.test(code));
    if (!isOfCode)
        return { title: 'The compiler did not get to the code', message: lines.join('\n') };
    if (errors.some(({ code }) => compilerCode.test(code)))
        return { title: `The code did not compile: ${count}`, message: lines.join('\n') };
    return isFormat(build, errors)
        ? {
            title: 'The code is not formatted',
            message: [...lines, 'Run dotnet format, and commit what it changes.'].join('\n'),
        }
        : { title: `Code analysis found ${count}`, message: lines.join('\n') };
}
function isFormat({ place }, errors) {
    const asks = place !== undefined && /\bdotnet[ -]format\b/.test((0,shell_text/* commandOf */.Nl)(place.instruction));
    return asks || errors.every(({ code }) => /^[A-Z]+$/.test(code));
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/coverage-threshold.js

/** coverlet's words, those of ReportGenerator and of tools of their kind. */
const belowThreshold = /\b(?:minimum|total|average)? ?(?:line|branch|method|block|statement)s?\b.*\bcoverage\b.*\bbelow\b|\bcoverage\b.*\b(?:is|was|of|does|did)\b.*\b(?:below|less than|lower than|under|not meet|smaller than)\b.*\b(?:threshold|minimum|specified|required|expected|target|\d)/i;
/** The tests passed, and a tool that measured their coverage failed the command. */
function readCoverageThreshold(build) {
    const texts = [...errorsOf(build).map(({ text }) => text), ...build.lines].flatMap((text) => text.split('\n'));
    const said = texts.filter((line) => belowThreshold.test(line));
    // Microsoft.Testing.Platform has an exit code of its own for it.
    const isPlatforms = build.error.exitCode === 14 || build.lines.some((line) => /exit code:? 14\b/i.test(line));
    const words = said.length > 0 || !isPlatforms ? said : texts.filter((line) => /\bthreshold\b/i.test(line));
    if (words.length === 0 && !isPlatforms)
        return undefined;
    const clean = words.map((line) => line
        .replace(/^.*?\berror\s*:\s*/, '')
        .replace(/\s*\[[^\]]+proj\]$/, '')
        .trim());
    return {
        title: 'Coverage is below the threshold',
        message: [...new Set(clean)].slice(0, 5).join('\n') || 'The test platform ended with exit code 14.',
        isAfterTests: true,
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/definition.js




/** A FROM has a variable that nothing gives a value. */
function readBaseArgument(build) {
    const { error, sources, place } = build;
    const isBlank = /base name \(.*\) should not be blank|failed to parse stage name|empty platform value|invalid reference format/.test(error.message);
    const stage = place?.stage ??
        sources.dockerfile.stages.find(({ firstLine, fromLastLine }) => isWithin(error.line, firstLine, fromLastLine));
    if (!isBlank || error.line === undefined || stage === undefined)
        return undefined;
    const lines = sources.dockerfile.text.split('\n');
    const from = lines
        .slice(stage.firstLine - 1, stage.fromLastLine)
        .join(' ')
        .trim();
    // What a FROM still has after its variables were expanded has no value; one that is empty is gone.
    const namesIn = (text) => [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    const names = [...namesIn(stage.base), ...namesIn(/--platform=\S+/.exec(from)?.[0] ?? ''), ...namesIn(from)];
    const [name] = names;
    if (name === undefined)
        return undefined;
    const declaredAt = lineOfArgument(name, lines.slice(0, (sources.dockerfile.stages[0]?.firstLine ?? 1) - 1));
    const declared = declaredAt > 0
        ? `ARG ${name} (line ${declaredAt}) has no default`
        : `no ARG ${name} stands above the first FROM, the only place that FROM reads`;
    const wayOut = declaredAt > 0
        ? `Set the input build-args: ${name}=…, or give it a default: ARG ${name}=…`
        : `Write ARG ${name}=… above the first FROM; the input build-args then sets another value: ${name}=…`;
    return {
        title: 'A build argument has no value',
        message: `${lineOf(build, stage.firstLine)}, ${from}, needs the build argument ${name}: it has no value, and ${declared}.\n${wayOut}`,
    };
}
/** The line, from 1, of the first ARG that declares a name; 0 where none does. */
function lineOfArgument(name, lines) {
    return lines.findIndex((line) => new RegExp(`^\\s*ARG\\s+(?:.*\\s)?${name}\\b`, 'i').test(line)) + 1;
}
/** Variables that images have by themselves, whatever an ARG of that name says. */
const ofImages = /^(?:(?:DOTNET|ASPNET|ASPNETCORE|NUGET|NODE|YARN)_\w+|APP_UID|HOME|PATH|USER)$/;
/** A RUN takes a variable that an ARG declares elsewhere: above the first FROM, or in another stage. */
function readUndeclaredArgument(build) {
    const { place, sources } = build;
    if (place?.instruction.keyword !== 'RUN')
        return undefined;
    const command = (0,shell_text/* commandOf */.Nl)(place.instruction);
    const { variables } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, place.stage, place.instruction);
    const declared = (0,stage_graph/* chainOf */.dR)(sources.dockerfile, place.stage).flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'ARG').map(({ argument }) => argument));
    for (const [, name = ''] of command.matchAll(/\$\{?([A-Za-z_]\w*)\}?/g)) {
        const isHere = variables.has(name) ||
            ofImages.test(name) ||
            declared.some((words) => new RegExp(`\\b${name}\\b`).test(words));
        const line = lineOfArgument(name, sources.dockerfile.text.split('\n'));
        if (isHere || line === 0 || new RegExp(`\\b${name}=|\\b(?:read|for) +${name}\\b`).test(command))
            continue;
        const where = line < (sources.dockerfile.stages[0]?.firstLine ?? 1)
            ? 'stands above the first FROM'
            : 'is of another stage';
        return {
            title: 'A build argument is not declared in the stage',
            message: `RUN of ${lineOf(build, place.instruction.firstLine)} takes $${name}, which is empty there: ARG ${name} of ${lineOf(build, line)} ${where}.\n` +
                `Add below ${lineOf(build, place.stage.fromLastLine)}:\n  ARG ${name}`,
        };
    }
    return undefined;
}
function isWithin(line, first, last) {
    return line !== undefined && first <= line && line <= last;
}
/** `# check=error=true`: what BuildKit's checks found are errors. */
function readFailedChecks(build) {
    const rules = /lint violation found for rules: (.*)/.exec(build.error.message)?.[1];
    if (rules === undefined)
        return undefined;
    const found = build.checks.map((check) => {
        const [, words = check, line] = /^(.*?)(?: \(line (\d+)\))?$/.exec(check) ?? [];
        return line === undefined ? words : `${lineOf(build, Number(line))}: ${words}`;
    });
    const first = build.checks
        .map((check) => /\(line (\d+)\)$/.exec(check)?.[1])
        .find((line) => line !== undefined);
    const asked = build.sources.dockerfile.text.split('\n').findIndex((line) => /^#\s*check\s*=.*error=true/i.test(line)) +
        1;
    const why = asked > 0
        ? `${lineOf(build, asked)} makes errors of them`
        : 'The build argument BUILDKIT_DOCKERFILE_CHECK makes errors of them';
    return {
        title: 'Checks of the Dockerfile failed',
        line: first === undefined ? undefined : Number(first),
        message: [
            ...(found.length > 0 ? found : [rules]),
            `${why}. Mend them, or leave one out: # check=skip=${rules.split(',')[0] ?? ''};error=true`,
        ].join('\n'),
    };
}
/** BuildKit can't read the Dockerfile, or does not know what stands in it. */
function readParseError(build) {
    const { error, sources } = build;
    const wordsOf = /dockerfile parse error(?: on line \d+)?: ([^]*)|(unsupported mount type[^]*|unterminated heredoc[^]*|variable expansion is not supported for --from[^]*|target stage [^]*could not be found[^]*|invalid (?:field|flag|mount)[^]*|unknown (?:flag|instruction)[^]*|circular dependency[^]*|failed to parse stage name[^]*|invalid reference format[^]*|[^]*is not allowed(?: by| in)[^]*|granting entitlement[^]*)/.exec(error.message);
    const words = (wordsOf?.[1] ?? wordsOf?.[2])?.trim();
    if (words === undefined)
        return undefined;
    const lines = sources.dockerfile.text.split('\n');
    const text = lines[(error.line ?? 0) - 1]?.trim();
    const entitlement = /\b(network\.host|security\.insecure)\b/.exec(words)?.[1];
    return {
        title: entitlement === undefined ? 'The Dockerfile has an error' : 'The build needs an entitlement',
        message: [
            error.line === undefined ? words : `${lineOf(build, error.line)}: ${words}`,
            ...(text === undefined || text === '' ? [] : [`  ${text.slice(0, 200)}`]),
            ...(entitlement === undefined ? [] : [`Set the input allow: ${entitlement}`]),
            ...describeParseWayOut(words, build, lines),
        ].join('\n'),
    };
}
function describeParseWayOut(words, build, lines) {
    const { line } = build.error;
    const text = lines[(line ?? 0) - 1] ?? '';
    if (/unknown (?:flag|instruction)|unsupported mount type/.test(words) && words.includes('did you mean'))
        return [];
    if (words.startsWith('unknown instruction')) {
        const above = lines.slice(0, (line ?? 1) - 1).findLastIndex((one) => /^\s*[^#\s]/.test(one)) + 1;
        return above === 0 ? [] : [`If it goes on with ${lineOf(build, above)}, that line has to end in \\`];
    }
    const marker = /<<-?\s*["']?(\w+)/.exec(text)?.[1];
    if (words.startsWith('unterminated heredoc') && marker !== undefined)
        return [`A line with nothing but ${marker} has to end it.`];
    const isOld = /unknown flag|unsupported mount type/.test(words) && !/^#\s*syntax=/im.test(lines.join('\n'));
    return isOld ? ['A newer frontend may know it: make # syntax=docker/dockerfile:1 the first line.'] : [];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/services.js
/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
const noDocker = /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/;
/** What .NET and the drivers of databases and queues say when no server answers. */
const noServer = /Connection refused|ECONNREFUSED|Name or service not known|Name does not resolve|Temporary failure in name resolution|No such host is known|network-related or instance-specific error|RedisConnectionException|BrokerUnreachableException/;
/** The way out for tests that want Docker: a step of a build can't have it. */
const dockerAdvice = 'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, ' +
    'for example with --filter, and run them in a job step after this one.';
const serverAdvice = 'A build has no database and no other service. Keep tests that need one out of the test stage, for example with --filter, and run them in a ' +
    'job step after this one.';
/** What failed tests miss in a build or its image, by the words of who misses it, and what to do. The first that fits is told. */
const needs = [
    [noDocker, dockerAdvice],
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
/** A step of the build wanted Docker. */
function readDockerInBuild({ lines }) {
    const words = lines.find((line) => noDocker.test(line));
    if (words === undefined)
        return undefined;
    return {
        title: 'A step of the build wants Docker',
        message: `${words.trim().slice(0, 500)}\n${dockerAdvice}`,
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/context-paths.js







/** Whether a path is of a project or a solution. */
function context_paths_isProject(path) {
    return /\.(?:slnx?|slnf|\w+proj)$/.test(path);
}
/** Whether a COPY or a bind mount brings a file of the context into the stage before an instruction, or is meant to. */
function isBrought(path, { sources, stage }, before) {
    const tree = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, before);
    // By way of another stage it comes to a place that only the second knows.
    const isCopied = tree.patterns.some(({ brings }) => brings(path)) || (0,copied_paths/* containerPathOf */.u)(tree, path) !== undefined;
    return isCopied || isMounted(path, before);
}
function isMounted(path, instruction) {
    return (0,parse_dockerfile/* mountsOf */.cS)(instruction, 'bind').some((options) => !options.has('from') && (0,dockerignore/* toMatcher */.WV)(options.get('source') ?? options.get('src') ?? '').test(path));
}
/**
 * The file of the build context (relative, with `/`) that stands, or would stand, at an absolute path in the container: by the COPY
 * instructions where these tell, else the longest end of the path that is there. Leads out of the context with `..`.
 */
function findInContext(containerPath, place) {
    const { sources, stage } = place;
    const { context } = sources.paths;
    const exists = (path, isFolder = false) => isFolder
        ? (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, path), { throwIfNoEntry: false })?.isDirectory() === true
        : (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path));
    const tree = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage);
    const path = external_node_path_.posix.normalize(containerPath);
    const known = contextPathOf([tree], path, exists);
    if (known !== undefined)
        return known;
    const roots = [...rootsOf(tree), workdirOf(place)];
    const relatives = roots.map((root) => external_node_path_.posix.relative(root, path));
    const parts = path.split('/').filter((part) => part !== '');
    const ends = parts.map((_, index) => parts.slice(index).join('/'));
    return [...relatives, ...ends].find((path) => exists(path)) ?? relatives[0] ?? path;
}
/** Where the command runs: a `cd` in front of it counts. */
function findFolder(place) {
    const workdir = workdirOf(place);
    const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec((0,shell_text/* commandOf */.Nl)(place.instruction)) ?? [];
    return folder === undefined ? workdir : external_node_path_.posix.resolve(workdir, folder);
}
/** Where the root of the context stands in the container, as far as each COPY tells. */
function rootsOf({ copies }) {
    return copies.flatMap(({ source, destination }) => {
        const folder = destination === '/' ? '/' : destination.replace(/\/$/, '');
        if (source === '')
            return [folder];
        return folder.endsWith(`/${source}`) ? [folder.slice(0, -source.length - 1) || '/'] : [];
    });
}
/** The place in the checkout of a file in the container; undefined when it is none of the build context. */
function locateIn(place, containerPath, line) {
    const { context, workspace } = place.sources.paths;
    const isFile = (path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, path), { throwIfNoEntry: false })?.isFile() === true;
    const path = containerPath.startsWith('/') ? findInContext(containerPath, place) : containerPath;
    if (!isFile(path))
        return undefined;
    const file = (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(context, path)).split(external_node_path_.sep).join('/');
    return { file, ...(line === undefined ? {} : { line }) };
}
/** The nearest file of one of these names in a project's folder or one above it, in the workspace, by its place in the container. */
function findAbove(names, projectInContainer, place) {
    const { context, workspace } = place.sources.paths;
    const project = findInContext(projectInContainer, place);
    let inContainer = external_node_path_.posix.dirname(projectInContainer);
    for (let folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(context, project)); folder.startsWith(workspace); folder = (0,external_node_path_.dirname)(folder)) {
        const name = names.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, one)));
        if (name !== undefined)
            return external_node_path_.posix.join(inContainer, name);
        inContainer = external_node_path_.posix.join(inContainer, '..');
    }
    return undefined;
}
/** Where an instruction runs. */
function workdirOf({ sources, stage, instruction }) {
    return (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, instruction).workdir;
}
/** Where the root of the build context stands in the container, as far as a file that is known at both places tells. */
function containerPathIn(place, path) {
    const tree = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage);
    const known = (0,copied_paths/* containerPathOf */.u)(tree, path);
    return known ?? external_node_path_.posix.join(rootsOf(tree)[0] ?? tree.workdir, path);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/foreign-obj.js






const assets = 'project.assets.json';
/** A folder of a Windows machine, where NuGet looked for packages. */
const windowsPath = /(?:^|[\s'"])[A-Za-z]:\\/;
/** A COPY has brought the `obj` folder of another machine over what the build restored. */
function readForeignObj(build) {
    const { place } = build;
    const errors = errorsOf(build).filter(({ code, text }) => /^NETSDK10(?:04|05|47|64)$/.test(code) ||
        (code === 'MSB4018' && /ResolvePackageAssets|project\.assets\.json/.test(text)) ||
        (/^(?:MSB|NETSDK|NU)/.test(code) && code !== 'NU1301' && windowsPath.test(text)));
    if (errors.length === 0)
        return undefined;
    const projects = errors.flatMap(({ project, file }) => project ?? file ?? []);
    const brought = place && projects.flatMap((project) => findBrought(project, place))[0];
    const isForeign = errors.some(({ text }) => windowsPath.test(text));
    if (brought === undefined && !isForeign)
        return undefined;
    const from = errors
        .map(({ text }) => /[A-Za-z]:\\[^'"\n]*/.exec(text)?.[0])
        .find((path) => path !== undefined);
    const paths = from === undefined ? '' : `, with paths such as ${from}`;
    return {
        title: 'The restore of another machine is in the way',
        message: [
            brought === undefined
                ? `An obj/${assets} of another machine is in the build${paths}.`
                : `COPY of ${lineOf(build, brought.line)} brought ${brought.path} of another machine into the stage${paths}.`,
            describeIgnoreFile(build, brought?.path ?? `obj/${assets}`),
        ].join('\n'),
    };
}
/** Sources that an earlier build wrote into an obj folder below a project's own, which the compiler takes for the project's. */
function readForeignSources(build) {
    const { place, sources } = build;
    const errors = errorsOf(build).filter(({ code, text }) => code === 'CS0579' && /System\.(?:Reflection\.Assembly|Runtime\.Versioning\.)/.test(text));
    const [first] = errors;
    if (place === undefined || first?.project === undefined)
        return undefined;
    const folder = external_node_path_.posix.dirname(findInContext(first.project, place));
    const path = listGenerated((0,external_node_path_.join)(sources.paths.context, folder))
        .map((inside) => external_node_path_.posix.join(folder, inside))
        .find((one) => sources.ignoreFile?.ruleFor(one) === undefined && isBrought(one, place, place.instruction));
    if (path === undefined)
        return undefined;
    return {
        title: 'Files of another build are in the way',
        message: [
            describeMessage(first),
            `${path} was written by an earlier build, and a COPY brings it among the sources.`,
            describeIgnoreFile(build, path),
        ].join('\n'),
    };
}
function listGenerated(folder) {
    const all = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: 'utf8' }) : [];
    return all.filter((path) => /\/obj\/.*\.Assembly(?:Info|Attributes)\.cs$/.test(path));
}
function findBrought(projectInContainer, place) {
    const { sources, stage, instruction } = place;
    const path = external_node_path_.posix.join(external_node_path_.posix.dirname(findInContext(projectInContainer, place)), 'obj', assets);
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(sources.paths.context, path)) || sources.ignoreFile?.ruleFor(path) !== undefined)
        return [];
    const copy = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, instruction).patterns.findLast(({ brings }) => brings(path));
    return copy === undefined ? [] : [{ path, line: copy.line }];
}
function describeIgnoreFile({ sources }, path) {
    const { ignoreFile } = sources;
    const exception = ignoreFile?.exceptionFor(path);
    if (ignoreFile === undefined)
        return 'There is no .dockerignore: add one with the lines **/bin and **/obj.';
    if (exception !== undefined)
        return `Line ${exception.line} of ${ignoreFile.name}, "${exception.pattern}", lets it in: add **/bin and **/obj below it.`;
    const isOwn = ignoreFile.name !== '.dockerignore';
    return `${ignoreFile.name} does not keep it out${isOwn ? ', and with it .dockerignore is not read' : ''}: add the lines **/bin and **/obj.`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/stage-files.js









const dotnetCommand = /\bdotnet\s+(?:restore|build|publish|test|run|pack|msbuild)\b|\bmsbuild\b/i;
/**
 * The first command of dotnet that needs the project files, once the project is there that the failed one names: mostly the restore; else
 * the instruction that failed.
 */
function findFirstDotnetRun(place) {
    const { sources, stage, instruction } = place;
    const all = (0,stage_graph/* instructionsOf */.Jk)(sources.dockerfile, stage);
    const until = all.slice(0, all.indexOf(instruction) + 1);
    const target = findTarget(place);
    const isFirst = (one) => one.keyword === 'RUN' &&
        dotnetCommand.test((0,shell_text/* commandOf */.Nl)(one)) &&
        (target === undefined || isBrought(target, place, one));
    return until.find(isFirst) ?? instruction;
}
/** The project or solution of the context that a command names, by its file or its folder. */
function findTarget(place) {
    const { context } = place.sources.paths;
    for (const word of (0,shell_text/* commandOf */.Nl)(place.instruction).split(/\s+/)) {
        if (!/^[\w./-]*\w[\w./-]*$/.test(word) || word.startsWith('-'))
            continue;
        const path = findInContext(external_node_path_.posix.resolve(findFolder(place), word), place);
        const found = (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, path), { throwIfNoEntry: false });
        const inFolder = found?.isDirectory() === true ? (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(context, path)).find(context_paths_isProject) : undefined;
        if (found?.isFile() === true && context_paths_isProject(path))
            return path;
        if (inFolder !== undefined)
            return external_node_path_.posix.join(path, inFolder);
    }
    return undefined;
}
/** Says what a stage lacks of the build context at an absolute path in the container before `above`; undefined when it should be there. */
function explainMissing(containerPath, place, above = findFirstDotnetRun(place)) {
    const { sources } = place;
    const path = findInContext(containerPath, place);
    const absence = explainAbsence(path, sources);
    if (absence !== undefined)
        return { path, ...absence };
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(sources.paths.context, path)))
        return undefined;
    if (isBrought(path, place, above)) {
        const words = describeOtherPlace(path, external_node_path_.posix.normalize(containerPath), place, above);
        return words === undefined ? undefined : { kind: 'elsewhere', path, words };
    }
    return { kind: 'not-copied', path, copy: copyFor(path, containerPath, place, above), above };
}
/** The COPY that brings a file or folder of the context to a place in the container, written as from the WORKDIR before `above`. */
function copyFor(path, containerPath, place, above) {
    const { sources, stage } = place;
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, above);
    const isFolder = (0,external_node_fs_.statSync)((0,external_node_path_.join)(sources.paths.context, path)).isDirectory();
    const target = isFolder ? containerPath : external_node_path_.posix.dirname(containerPath);
    const inside = external_node_path_.posix.relative(workdir, target);
    const to = inside === '' ? './' : `${inside.startsWith('..') ? target : inside}/`;
    return `COPY ${isFolder ? `${path}/` : stage_files_sourceOf(path, place)} ${to}`;
}
/** Where COPY puts a file that is looked for in another place, and how both come together; undefined where it is in its place. */
function describeOtherPlace(path, wanted, place, above) {
    const { sources, stage, instruction } = place;
    const { copies, patterns, ...tree } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, instruction);
    const known = copies
        .map(({ line, ...copy }) => ({
        line,
        there: (0,copied_paths/* containerPathOf */.u)({ ...tree, patterns, copies: [{ line, ...copy }] }, path),
    }))
        .findLast(({ there }) => there !== undefined);
    const flat = patterns.findLast(({ brings }) => brings(path));
    const { line, there } = known ?? { line: flat?.line ?? 0, there: flat?.placeOf(path) };
    if (there === undefined || there === wanted)
        return undefined;
    const said = `COPY of ${lineOf(place, line)} puts it at ${there}, and it is looked for at ${wanted}.`;
    const folder = findFolder(place);
    const isNamed = (0,shell_text/* commandOf */.Nl)(instruction)
        .split(/[\s"']+/)
        .some((word) => external_node_path_.posix.resolve(folder, word) === wanted);
    if (known === undefined)
        return `${said} COPY takes what a pattern matches without its folders. Write: ${copyFor(path, wanted, place, above)}`;
    if (!isNamed)
        return `${said} Let a COPY bring it there: ${copyFor(path, wanted, place, above)}`;
    return `${said} ${lineOf(place, instruction.firstLine)} runs in ${folder}, and from there it is ${external_node_path_.posix.relative(folder, there)}.`;
}
/** What a COPY takes: the file, as the team's other lines write it, or the whole folder of a project that no later line brings. */
function stage_files_sourceOf(path, place) {
    const { dir, ext, base } = external_node_path_.posix.parse(path);
    if (ext === '.projitems')
        return `${dir}/`;
    if (!ext.endsWith('proj'))
        return path;
    const { dockerfile } = place.sources;
    const patterns = dockerfile.stages.flatMap((stage) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).patterns);
    if (dir !== '' && !patterns.some(({ brings }) => brings(path)))
        return `${dir}/`;
    const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(dockerfile.text);
    return external_node_path_.posix.join(dir, usesPatterns ? `*${ext}` : base);
}
/** The files that a stage lacks in words: what keeps each out, then what to add, by the line that it belongs above. */
function stage_files_describeMissing(missing, place) {
    const kept = missing.flatMap((file) => file.kind === 'not-copied' ? [] : [`${file.path} is not where the build looks for it: ${file.words}`]);
    const copies = missing
        .flatMap((file) => (file.kind === 'not-copied' ? [file] : []))
        // The first place of a file is that of who named it best.
        .filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index);
    const [first] = copies;
    if (first === undefined)
        return [...new Set(kept)];
    const { above } = first;
    const command = `RUN ${(0,shell_text/* commandOf */.Nl)(above)}`.replace(/\s+/g, ' ').slice(0, 80);
    const names = [...new Set(copies.map(({ path }) => path))].join(', ');
    return [
        ...new Set(kept),
        `No COPY brings ${names} into stage ${stageOf(above, place)} before ${lineOf(place, above.firstLine)}, ${command}`,
        `Add above ${lineOf(place, above.firstLine)}:`,
        ...new Set(copies.map(({ copy }) => `  ${copy}`)),
    ];
}
function stageOf(instruction, { sources, stage }) {
    const owner = sources.dockerfile.stages.find(({ instructions }) => instructions.includes(instruction));
    return (0,parse_dockerfile/* stageLabel */.Hn)(owner ?? stage);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/ways-out.js






/** `The stage begins from alpine:3.22 (Dockerfile:1).` */
function describeBase(build) {
    const { place } = build;
    const root = place && (0,stage_graph/* chainOf */.dR)(build.sources.dockerfile, place.stage).at(-1);
    return root === undefined ? '' : `The stage begins from ${root.base} (${lineOf(build, root.firstLine)}).`;
}
/** The SDK that global.json asks for, and those that the image has. */
function describeSdkVersion({ lines }) {
    const find = (pattern) => lines.map((line) => pattern.exec(line)?.[1]).find((one) => one !== undefined);
    const wanted = find(/^Requested SDK version: (\S+)/);
    const file = find(/^global\.json file: (\S+)/);
    const installed = lines.flatMap((line) => /^(\d+\.\d+\.\d\S*) \[/.exec(line.trim())?.[1] ?? []);
    return [
        `${file ?? 'global.json'} wants the SDK ${wanted ?? ''}, and the image has ${installed.join(', ') || 'another one'}.`,
        'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
    ];
}
const manifest = '.config/dotnet-tools.json';
/** Where a tool of dotnet comes from: its manifest, if the stage lacks it, or a command to install it. */
function describeTool({ place, sources }, [, name, local]) {
    const tool = name ?? local ?? '';
    // A restore of tools that finds no manifest restores none, and is content.
    const restore = place &&
        (0,stage_graph/* instructionsOf */.Jk)(sources.dockerfile, place.stage).find((one) => one.keyword === 'RUN' && /\bdotnet tool restore\b/.test((0,shell_text/* commandOf */.Nl)(one)));
    const missing = place && restore && explainMissing(`${workdirOf(place)}/${manifest}`, place, restore);
    if (place !== undefined && missing !== undefined)
        return stage_files_describeMissing([missing], place);
    return [
        `dotnet ${tool} is a tool. If ${manifest} has it, RUN dotnet tool restore above; ` +
            `else RUN dotnet tool install --global dotnet-${tool}, and ENV PATH="$PATH:/root/.dotnet/tools"`,
    ];
}
/** The USER that may not write what root made; nothing where root runs the step. */
function describeUser(build) {
    const { place, sources } = build;
    if (place === undefined)
        return [];
    const users = (0,stage_graph/* instructionsOf */.Jk)(sources.dockerfile, place.stage).filter(({ keyword, firstLine }) => keyword === 'USER' && firstLine < place.instruction.firstLine);
    const user = users.at(-1);
    if (user === undefined || /^(?:root|0)(?:$|:)/.test(user.argument))
        return [];
    return [
        `USER of ${lineOf(build, user.firstLine)} is ${user.argument}, and what WORKDIR, COPY and earlier RUNs made belongs to root. ` +
            `Move USER below this RUN, or give it the files: COPY --chown=${user.argument} …`,
    ];
}
/** Which bind mount is the one to read; nothing where the step has none. */
function describeReadOnly(build) {
    const { place } = build;
    const isReadOnly = (options) => !options.has('rw') && !options.has('readwrite');
    if (place === undefined || !(0,parse_dockerfile/* mountsOf */.cS)(place.instruction, 'bind').some(isReadOnly))
        return [];
    return [
        `--mount=type=bind of ${lineOf(build, place.instruction.firstLine)} is for reading. Add ,rw to it, which keeps nothing of what is written, or COPY the files.`,
    ];
}
/** What keeps the history out; nothing where it is there. */
function describeGit({ place }) {
    const missing = place && explainMissing(`${workdirOf(place)}/.git`, place);
    if (place === undefined || missing === undefined)
        return [];
    return [
        ...stage_files_describeMissing([missing], place),
        'Or give the version as a build argument. A version from history also needs fetch-depth: 0 for actions/checkout.',
    ];
}
/** How a program comes into the stage, or why its name is none. */
function describeProgram(build, [, shells, runs]) {
    const name = shells ?? runs ?? '';
    if (/^\[['"\w]*,$/.test(name))
        return ['The form with brackets needs double quotes, or else a shell reads it: RUN ["dotnet", "test"]'];
    if (/^(?:xcopy|robocopy|copy|move|del|rd|md|powershell|cmd|if)$/i.test(name))
        return [
            `${name} is a command of Windows. Let the target run there alone, Condition="'$(OS)' == 'Windows_NT'", or use a task that runs everywhere, such as Copy.`,
        ];
    // npm names each script before it runs it.
    if (build.lines.some((line) => /^> \S+@\S* \S+/.test(line)))
        return [
            `${name} is no package of node_modules: is npm ci run above, and not without devDependencies (--omit=dev, NODE_ENV=production)?`,
        ];
    return [
        `${describeBase(build)} It has no ${name}: install it in a RUN above, or do this in a stage whose image has it and COPY --from that.`,
    ];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/image-lacks.js




/** The first whose words a step printed, or BuildKit itself said, tells. */
const lacks = [
    {
        words: /No \.NET SDKs were found|(?:sh|cmd): (?:\d+: )?dotnet: (?:command )?not found|exec: "dotnet": executable file not found/,
        title: 'The stage has no .NET SDK',
        wayOut: (build) => [
            `${describeBase(build)} Let it begin from an image with the SDK, such as mcr.microsoft.com/dotnet/sdk:10.0.`,
        ],
    },
    {
        words: /A compatible (?:installed )?\.NET SDK (?:for global\.json version .* )?was not found|compatible \.NET SDK was not found/i,
        title: 'The image has another .NET SDK than global.json wants',
        wayOut: describeSdkVersion,
    },
    {
        words: /type initializer for 'Microsoft\.DotNet\.Cli\.Parser' threw|JSON parsing exception occurred in \[[^\]]*global\.json/,
        title: 'global.json can not be read',
        wayOut: ({ lines }) => [
            ...lines
                .filter((line) => /^\s*---> .*Json\w*Exception: /.test(line))
                .slice(-1)
                .map((line) => line.trim()),
            'global.json of the stage is no valid JSON: look for a comma or a bracket, or for the marks of a merge (<<<<<<<).',
        ],
    },
    {
        words: /You must install (?:or update )?\.NET to run this application/,
        title: 'The image has another .NET runtime than the app wants',
        wayOut: (build) => [
            ...build.lines.filter((line) => /^(?:App|Framework): /.test(line)),
            `${describeBase(build)} Take an image of that version, or let the app take a newer one: <RollForward>Major</RollForward> in its project.`,
        ],
    },
    {
        words: /exec: "\/bin\/sh": stat \/bin\/sh: no such file|exec \/bin\/sh: no such file/,
        title: 'The image has no shell',
        wayOut: (build) => [
            `${describeBase(build)} No RUN works there: put it into a stage that begins from an sdk image, and take the result with COPY --from.`,
        ],
    },
    {
        words: /Couldn't find a valid ICU package/,
        title: 'The image has no ICU',
        wayOut: () => [
            'Install it above this RUN (Alpine: apk add icu-libs icu-data-full, Debian and Ubuntu: apt-get install libicu-dev), or do without: ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1',
        ],
    },
    {
        words: /a \.NET program, but dotnet-([\w.-]+)(?<!\.dll) does not exist|Run "dotnet tool restore" to make the "(?:dotnet-)?(\S+)" command available/,
        title: 'A .NET tool is not in the stage',
        wayOut: describeTool,
    },
    {
        words: /error while loading shared libraries: ([^\s:]+)|Error loading shared library ([^\s:]+)|Unable to load shared library '([^']+)'/,
        title: 'A native library is not in the image',
        wayOut: (build, [, glibc, musl, net]) => [
            `${describeBase(build)} It has no ${glibc ?? musl ?? net ?? ''}: install its package in a RUN above. ` +
                'Programs made for glibc don’t run on Alpine, which has musl.',
        ],
    },
    {
        words: /exec format error/,
        title: 'A program is for another processor',
        wayOut: (build) => [
            `${describeBase(build)} It, or what COPY brought, is for another platform than this step. For images of other platforms ` +
                'add docker/setup-qemu-action above this step, or build on the own one: FROM --platform=$BUILDPLATFORM.',
        ],
    },
    {
        words: /(?:unable to find|no such) (?:user|group):? ([^\s:]+)/,
        title: 'A user is not in the image',
        wayOut: (build, [, name]) => [
            `${describeBase(build)} It has no ${name ?? ''}: add it above USER, RUN useradd ${name ?? ''}, or take USER $APP_UID, which .NET’s images have.`,
        ],
    },
    {
        words: /no space left on device|not enough space on the disk/i,
        title: 'No space is left on the disk',
        wayOut: () => [
            'Make room on the machine before this step, or let .dockerignore keep large folders (bin, obj, node_modules, .git) out of the build.',
        ],
    },
    {
        words: /Permission denied|Access to the path '[^']+' is denied|\bEACCES\b/,
        title: 'The user of the stage has no permission',
        wayOut: describeUser,
    },
    {
        words: /Read-only file system|EROFS/,
        title: 'A mount can not be written',
        wayOut: describeReadOnly,
    },
    {
        words: /not a git repository|Cannot find the \.git directory/i,
        title: 'The stage has no Git history',
        wayOut: describeGit,
    },
    {
        words: /detected dubious ownership in repository at '([^']+)'/,
        title: 'Git does not trust the files of the stage',
        wayOut: (_, [, folder]) => [
            `They belong to another user than the one who runs git. Add above this RUN: RUN git config --global --add safe.directory ${folder ?? ''}`,
        ],
    },
    {
        words: /\bshallow (?:clone|repository)\b|is a shallow/i,
        title: 'The Git history is not complete',
        wayOut: () => ['actions/checkout fetches only the newest commit. Set fetch-depth: 0 for it.'],
    },
    {
        words: isUntrusted,
        title: 'A certificate is not trusted in the stage',
        wayOut: ({ lines }) => [
            trustAdvice,
            ...(lines.some((line) => /\bnpm\b|yarn|pnpm/.test(line))
                ? ['node also wants its path: ENV NODE_EXTRA_CA_CERTS=…']
                : []),
        ],
    },
    {
        words: /(?:sh|cmd): (?:line )?(?:\d+: )?([^\s:/]+): (?:command )?not found|exec: "([^"/]+)": executable file not found/,
        title: 'A program is not in the image',
        wayOut: describeProgram,
        isOfExit127: true,
    },
];
/** The image that a stage begins from lacks what its commands need. */
function readImageLacks(build) {
    const { error, lines } = build;
    const errors = errorsOf(build);
    const is127 = error.exitCode === 127 || errors.some(({ text }) => /exited with code 127/.test(text));
    // Where MSBuild has errors of its own, what was printed besides did no harm; a command that it ran has only printed.
    const printed = errors.every(({ code }) => ranCommand.test(code))
        ? lines.filter((line) => parseCompilerMessage(line) === undefined)
        : [];
    const said = [...printed, ...errors.flatMap(({ text }) => text.split('\n')), error.message];
    for (const { words, title, wayOut, isOfExit127 = false } of lacks) {
        const line = said.find((one) => words.test(one));
        const found = line === undefined ? null : words.exec(line);
        const way = found === null || (isOfExit127 && !is127) ? [] : wayOut(build, found);
        if (line === undefined || way.length === 0)
            continue;
        const first = errors.length > 0 ? listLines(errors.map(describeMessage)) : [];
        const isSaid = first.some((one) => one.includes(line.trim()));
        return { title, message: [...first, ...(isSaid ? [] : [line.trim()]), ...way].join('\n') };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/missing-projects.js







/** A path that a message names: in quotation marks, or begun from a folder; names of types have capitals after their last dot. */
const namedPaths = [
    /["'“«]([^"'”»\n]*(?:[\\/][^"'”»\n]+|\.[a-z0-9]{2,10}))["'”»]/g,
    /(?:^|\s)((?:\/|\.\.?[\\/])[^\s"'”»]+\.\w+)/g,
];
/** What builds, NuGet and the SDK write themselves. */
const isOutput = /(?:^|[\\/])(?:bin|obj|\.nuget)[\\/]|\/dotnet\/sdk\/|^\/tmp\//;
/** What the restore passes over: it goes on, and something later fails. */
const skippedProject = /^\s*Skipping project "([^"]+)" because it was not found\.$/;
/** What `dotnet` says of a project that it was given; the path follows it. */
const givenProject = /^(?:Switch: (\S.*)|.*(?:provided (?:project )?file path does not exist|Could not find a project|does not exist): ?(\S+(?:proj|slnx?|slnf)))\.?$/;
/**
 * A project, or a file that a project names, is not in the stage that builds it, and the files at hand tell why: no COPY brings it in time,
 * an ignore file keeps it out, a submodule was not checked out.
 */
function readMissingProject(build) {
    const { place } = build;
    if (place === undefined)
        return undefined;
    const named = findMissingPaths(build, place);
    const direct = named.flatMap((path) => explainMissing(path, place) ?? []);
    // What a project refers to is looked for from where the project is.
    const isElsewhere = direct.some(({ kind }) => kind === 'elsewhere');
    const missing = [
        ...(isElsewhere
            ? direct
            : missing_projects_withReferences(named, place).flatMap((path) => explainMissing(path, place) ?? [])),
        ...findPathsOfTools(build, place).flatMap((path) => explainMissing(path, place, place.instruction) ?? []),
    ];
    if (missing.length === 0)
        return undefined;
    const message = stage_files_describeMissing(missing, place).join('\n');
    return { title: missing_projects_titleOf(missing, place), message, isMissingFile: true };
}
/** The projects, then those that they refer to: NuGet names only the first that it does not find. */
function missing_projects_withReferences(paths, place) {
    const all = new Set(paths);
    for (const path of all) {
        if (!/\.\w+proj$/.test(path) || all.size > 200)
            continue;
        const text = readText((0,external_node_path_.join)(place.sources.paths.context, findInContext(path, place)));
        for (const [, reference = ''] of text.matchAll(/<ProjectReference\s[^>]*Include="([^"$*]+)"/g))
            all.add(external_node_path_.posix.resolve(external_node_path_.posix.dirname(path), reference.replaceAll('\\', '/')));
    }
    return [...all];
}
/** What a build lacks, in a headline. */
function missing_projects_titleOf(missing, place) {
    const hasProject = missing.some(({ path }) => context_paths_isProject(path));
    const has = (wanted) => missing.some(({ kind }) => kind === wanted);
    if (has('submodule'))
        return 'A submodule was not checked out';
    if (has('case'))
        return 'A path differs in upper and lower case';
    if (has('ignored'))
        return hasProject ? 'A project is kept out of the build' : 'A file is kept out of the build';
    if (has('outside'))
        return hasProject ? 'A project is outside of the build context' : 'A file is outside of the build context';
    if (has('elsewhere'))
        return hasProject
            ? 'A project is in another folder of the stage'
            : 'A file is in another folder of the stage';
    if (!hasProject)
        return 'A file was not copied into the stage';
    const isRestore = /\brestore\b/.test((0,shell_text/* commandOf */.Nl)(findFirstDotnetRun(place)));
    return isRestore ? 'A project was not copied before the restore' : 'A project was not copied into the stage';
}
function findSkipped({ allLines }) {
    return allLines.flatMap((line) => skippedProject.exec(line)?.[1] ?? []);
}
/** What shells, node, Python, .NET and others say of a file that they don't find. */
const missedByTools = [
    /ENOENT: no such file or directory, \w+ '([^']+)'/,
    /No such file or directory: '([^']+)'/,
    /Could not find (?:file|a part of the path) '([^']+)'/,
    /(?:can't|cannot) open (?:file )?'?([^\s':]+)/,
    /(?:^|[\s'"])([\w./-]+)['"]?: [Nn]o such file or directory$/,
    /\bsh: (?:line )?(?:\d+: )?([\w.-]*\/[\w./-]+): not found$/,
    /existing (package-lock\.json)/,
];
/** The files that the tools of a step don't find, where no compiler has found more. */
function findPathsOfTools({ lines, messages }, place) {
    if (messages.some(({ code, severity }) => severity === 'error' && !ranCommand.test(code)))
        return [];
    const said = lines
        .flatMap((line) => missedByTools.map((words) => words.exec(line)?.[1]))
        .filter((path) => path !== undefined);
    // What a project copies beside its program stands in its folder.
    const asSource = (path) => path.replace(/\/bin\/[^/]+\/[^/]+\//, '/');
    return [...new Set(said)].map((path) => external_node_path_.posix.resolve(findFolder(place), asSource(path)));
}
function findMissingPaths(build, place) {
    const workdir = findFolder(place);
    // The project that has no assets file may be one that the restore never saw.
    const unrestored = errorsOf(build).flatMap(({ code, project, text }) => code === 'NETSDK1004' ? (project ?? findProjectOfAssets(text, place) ?? []) : []);
    // What a restore passed over and a later COPY brought does no harm, where a later command restores it.
    const isHarmless = (path) => unrestored.length === 0 &&
        ['not-copied', 'elsewhere', undefined].includes(explainMissing(path, place)?.kind) &&
        isBrought(findInContext(path, place), place, place.instruction);
    // Of a restore only what NuGet says makes it fail.
    const mayBlame = errorsOf(build).some(({ code }) => !/^NU\d/.test(code));
    const skipped = mayBlame ? findSkipped(build).filter((path) => !isHarmless(path)) : [];
    const given = build.lines.flatMap((line) => {
        const [, option, path = option] = givenProject.exec(line.trim()) ?? [];
        return path === undefined || path.startsWith('-') ? [] : [external_node_path_.posix.resolve(workdir, path)];
    });
    const solutions = errorsOf(build).some(({ code }) => code === 'MSB1003')
        ? findSolutions(place, workdir)
        : [];
    const named = build.messages.flatMap((message) => pathsIn(message, workdir));
    return [...new Set([...skipped, ...named, ...given, ...solutions, ...unrestored])];
}
/** The project whose assets file is not there: the terminal logger does not name it. */
function findProjectOfAssets(text, place) {
    const inContainer = /'(\/[^']*)\/obj\/project\.assets\.json'/.exec(text)?.[1];
    return inContainer === undefined ? undefined : findSolutions(place, inContainer, [/\.\w+proj$/])[0];
}
/** The solution, else the project, of the folder of the checkout that the command runs in, where it looks for one. */
function findSolutions(place, workdir, kinds = [/\.slnx?$/, /\.\w+proj$/]) {
    const folder = (0,external_node_path_.join)(place.sources.paths.context, findInContext(`${workdir}/`, place));
    const names = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    const [name] = kinds.flatMap((kind) => names.filter((one) => kind.test(one)));
    return name === undefined ? [] : [external_node_path_.posix.join(workdir, name)];
}
/** The files that an error names, or the warning of a reference to a project that is not there, which the build goes on after. */
function pathsIn({ severity, code, text, project }, workdir) {
    if (code === 'NU1301' || (severity === 'warning' && code !== 'MSB9008'))
        return [];
    const folder = project === undefined ? workdir : external_node_path_.posix.dirname(project);
    const paths = namedPaths
        .flatMap((pattern) => [...text.matchAll(pattern)].map(([, path = '']) => path.replaceAll('\\', '/')))
        .filter((path) => !isOutput.test(path));
    // Beside the whole path some have what the project says.
    const whole = paths.filter((path) => path.startsWith('/'));
    return (whole.length > 0 ? whole : paths).map((path) => external_node_path_.posix.resolve(folder, path));
}
/** What NuGet and MSBuild need beside the projects, by the errors that tell that it is not there. */
const companions = [
    [/^NU10(?:15|10)$/, ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets']],
    [/^NU1004$/, ['Directory.Packages.props', 'Directory.Build.props']],
    [/^NU1(?:100|101|102|103|301)$/, ['nuget.config', 'NuGet.config', 'NuGet.Config']],
    [/^NETSDK1(?:013|127|022)$/, ['Directory.Build.props', 'Directory.Build.targets']],
    [/^MSB4236$/, ['global.json']],
];
/**
 * The files beside the projects (central package versions, lock file, feeds, common properties) that errors of a build ask for and that
 * the stage lacks.
 */
function findMissingCompanions({ place, messages }) {
    if (place === undefined)
        return [];
    return messages.flatMap(({ code, severity, text, file, project = file }) => {
        const names = companions.find(([codes]) => severity === 'error' && codes.test(code))?.[1] ?? [];
        const projectFile = [file, project].find((path) => path !== undefined && /\.\w+proj$/.test(path));
        const folder = code === 'NU1301' ? /local source '([^']+)'/.exec(text)?.[1] : undefined;
        if (folder !== undefined)
            return explainMissing(folder, place) ?? [];
        if (projectFile === undefined)
            return [];
        const groups = names[0] === 'nuget.config' ? [names] : names.map((name) => [name]);
        return groups.flatMap((group) => {
            const path = findAbove(group, projectFile, place);
            return path === undefined ? [] : (explainMissing(path, place) ?? []);
        });
    });
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/missing-sources.js









/** A name that no source has, in C#, Visual Basic and F#. */
const unknownName = /^(?:CS0(?:103|234|246)|BC30(?:002|451)|FS0039)$/;
/** A program without a beginning. */
const missing_sources_noMain = /^(?:CS5001|BC30420)$/;
/** A compiler misses what is in sources of the checkout that the stage does not have: a folder that no COPY brings, a file that is kept out. */
function readMissingSources(build) {
    const { place } = build;
    const errors = errorsOf(build).filter(({ code }) => unknownName.test(code) || missing_sources_noMain.test(code));
    if (place === undefined || errors.length === 0)
        return undefined;
    const names = errors.flatMap(({ code, text }) => unknownName.test(code) ? (/['“«"](\w+)/.exec(text)?.[1] ?? []) : []);
    const lacksAll = errors.some(({ code }) => missing_sources_noMain.test(code));
    const projects = missing_projects_withReferences([...new Set(errors.flatMap(({ project }) => project ?? []))], place);
    const missing = projects.flatMap((project) => [
        ...(findLacking(project, names, lacksAll, place) ?? []),
        ...findLackingLibraries(project, place),
    ]);
    if (missing.length === 0)
        return undefined;
    const said = listLines(errors.map(describeMessage)).slice(0, 3);
    return { title: missing_projects_titleOf(missing, place), message: [...said, ...stage_files_describeMissing(missing, place)].join('\n') };
}
/** The folder of a project where the stage has none of its sources, else the first file that it lacks and that defines one of the names. */
function findLacking(project, names, lacksAll, place) {
    const { context } = place.sources.paths;
    const folder = external_node_path_.posix.dirname(findInContext(project, place));
    const inStage = external_node_path_.posix.dirname(project);
    const sources = listSources((0,external_node_path_.join)(context, folder));
    const tree = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage, place.instruction);
    const lacking = sources.filter((source) => {
        const there = (0,copied_paths/* containerPathOf */.u)(tree, external_node_path_.posix.join(folder, source));
        const isElsewhere = there !== undefined && there !== external_node_path_.posix.join(inStage, source);
        return isElsewhere || !isThere(external_node_path_.posix.join(folder, source), place);
    });
    const defines = new RegExp(`\\b(?:class|record|struct|interface|enum|namespace|module|type)\\b.*\\b(?:${names.join('|')})\\b`, 'i');
    const isWanted = (source) => names.length > 0 && defines.test(readText((0,external_node_path_.join)(context, folder, source)));
    const found = lacking.find(isWanted) ?? (lacksAll && lacking.length === sources.length ? lacking[0] : undefined);
    const missing = found === undefined ? undefined : explainMissing(external_node_path_.posix.join(inStage, found), place, place.instruction);
    if (missing === undefined)
        return undefined;
    if (missing.kind === 'elsewhere')
        return [explainMissing(inStage, place, place.instruction) ?? missing];
    if (missing.kind !== 'not-copied' || lacking.length < sources.length)
        return [missing];
    const inside = external_node_path_.posix.relative(workdirOf(place), inStage);
    const to = inside === '' || inside.startsWith('..') ? inStage : inside;
    return [{ ...missing, path: `${folder}/`, copy: `COPY ${folder}/ ${to}/` }];
}
/** The libraries that a project refers to by their files: MSBuild goes on without one that it does not find. */
function findLackingLibraries(project, place) {
    const text = readText((0,external_node_path_.join)(place.sources.paths.context, findInContext(project, place)));
    return [...text.matchAll(/<HintPath>\s*([^<$]+?)\s*<\/HintPath>/g)].flatMap(([, path = '']) => explainMissing(external_node_path_.posix.resolve(external_node_path_.posix.dirname(project), path.replaceAll('\\', '/')), place, place.instruction) ?? []);
}
function isThere(path, place) {
    return place.sources.ignoreFile?.ruleFor(path) === undefined && isBrought(path, place, place.instruction);
}
/** Source files below a folder, relative to it, without what builds and package managers write. */
function listSources(folder) {
    const all = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: 'utf8' }) : [];
    return all
        .filter((path) => /\.(?:cs|vb|fs)$/.test(path) && !/(?:^|\/)(?:bin|obj|node_modules|\.git)\//.test(path))
        .slice(0, 5000);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/secrets.js


/** How a build secret is given, and when it is not there. */
function secretWords(id) {
    const name = id.replace(/\W/g, '_').toUpperCase();
    return (`Set the input secrets: ${id}=\${{ secrets.${name} }}, or secret-envs or secret-files. ` +
        'Runs of forks have no secrets, and those of Dependabot only its own.');
}
/** A RUN wants a build secret or an SSH key that this build was not given. */
function readMissingSecret(build) {
    const { error, place } = build;
    const required = /^secret (\S+): not found$/m.exec(error.message)?.[1];
    const unread = required === undefined ? findUnreadSecret(build) : undefined;
    const id = required ?? unread?.id;
    if (id !== undefined) {
        const where = place === undefined ? 'A RUN' : `RUN of ${lineOf(build, place.instruction.firstLine)}`;
        const said = unread?.isRefused === true ? [unread.line.trim().slice(0, 300)] : [];
        return {
            title: 'A build secret was not given',
            message: [
                `${where} ${required === undefined ? 'reads' : 'requires'} the build secret ${id}, and the build has none with a value.`,
                ...said,
                secretWords(id),
            ].join('\n'),
        };
    }
    const key = /unset ssh forward key (\S+)/.exec(error.message)?.[1];
    if (key === undefined)
        return undefined;
    return {
        title: 'An SSH key was not given to the build',
        message: `A RUN requires the SSH key ${key}. Start an agent that has it, and set the input ssh: ${key}. Runs of forks have no secrets.`,
    };
}
/** What servers and their clients say to who has no credentials. */
const refusal = /\b40[13] \((?:Unauthorized|Forbidden)\)|\bE40[134]\b|\b40[13] (?:Unauthorized|Forbidden)|authentication (?:failed|required)|credential provider could not acquire|could not read Username/i;
/**
 * A secret that isn't required is an empty place: its file or its variable is what the command then misses, or it goes without and is
 * refused.
 */
function findUnreadSecret({ place, lines, sources: { secretIds }, }) {
    const mounts = place === undefined ? [] : (0,parse_dockerfile/* mountsOf */.cS)(place.instruction, 'secret');
    for (const options of mounts) {
        const id = (0,parse_dockerfile/* secretIdOf */.zj)(options);
        if (id === undefined || secretIds?.includes(id) === true)
            continue;
        const missed = lines.find((line) => missesSecret(line, options));
        const refused = secretIds === undefined ? undefined : lines.find((line) => refusal.test(line));
        const line = missed ?? refused;
        if (line !== undefined)
            return { id, line, isRefused: missed === undefined };
    }
    return undefined;
}
function missesSecret(line, options) {
    const path = (0,parse_dockerfile/* secretFileOf */.W9)(options) ?? `/run/secrets/${options.get('id') ?? ''}`;
    if (line.includes(path))
        return /no such file|not found|(?:does not|doesn't) exist|cannot (?:find|open|stat)|could not find/i.test(line);
    const variable = options.get('env');
    if (variable === undefined || !line.includes(variable))
        return false;
    return /unbound variable|parameter (?:not set|null)|not set|is empty|missing|required/i.test(line);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/tools.js



/** Most lines that are shown of what a tool printed, and most characters of each. */
const tools_maxLines = 10;
const maxCharacters = 500;
/** Where npm begins to explain its command: nothing below it is of the cause. */
const usage = /^npm (?:error|ERR!)\s+(?:Usage:|Clean install a project)/;
const noPackages = { title: 'npm packages could not be installed', wayOut: describeRegistry };
const noSystemPackage = { title: 'A system package could not be installed', wayOut: describePackageLists };
const tools = [
    {
        marks: /Missing script:|ERR_PNPM_NO_SCRIPT|^error Command "[^"]*" not found/,
        // What the script has printed above them holds the cause.
        noise: /^[>$] |Lifecycle script|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
        sign: /^> \S+@\S* \S|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
        title: 'A script of package.json failed',
        wayOut: () => [],
    },
    {
        marks: /^npm (?:error|ERR!)|^npm (?:warn|WARN) EBADENGINE.*(?:required|current)/,
        noise: /^npm \S+(?:\s*$|.*A complete log of this run|\s+(?:errno|path|cwd|command|workspace|location|signal|code \d+$)\b|.*EBADENGINE\s*\}?$)/,
        ...noPackages,
    },
    {
        marks: /^(?:.*➤ )?YN\d{4}:.*|^error (?!(?:CS|MSB|NU|TS)\d)|^Usage Error: |^Internal Error: /,
        noise: /YN00(?:00|07|13|19)|^error Found incompatible/,
        ...noPackages,
    },
    { marks: /\bERR_PNPM_/, goesOn: /^\s*[×╰├│]|^\s{2,}\S/, ...noPackages },
    {
        marks: /^(?:E|Err:\d+): ?|^W: Failed/,
        noise: /^E: Sub-process .* returned/,
        ...noSystemPackage,
    },
    {
        marks: /^ERROR: unable to select packages|^(?:ERROR|WARNING): .*: (?:temporary error|network error|DNS|BAD archive|UNTRUSTED)/,
        goesOn: /^\s+\S/,
        ...noSystemPackage,
    },
    {
        marks: /^Error \S+ - Was not formatted\.$/,
        title: 'The code is not formatted',
        wayOut: () => ['Run dotnet csharpier format ., and commit what it changes.'],
    },
    { marks: /^ERROR: / },
    { marks: /^(?:fatal|error|ERROR|Error|panic)(?:\[\w+\])?: / },
    {
        marks: /^curl: \(\d+\)|^wget: |^.* ERROR \d{3}: /,
        title: 'A download failed',
        wayOut: () => [],
    },
    {
        marks: /^(?:tar: |cp: |mv: |rm: |cat: |ls: |chmod: |chown: |mkdir: |sed: |unzip: |cd: |gpg: |useradd: |groupadd: |adduser: |update-ca)/,
    },
    {
        marks: /^(?:\/\S*\/)?(?:ba|da|z|a)?sh: .*(?:not found|Permission denied|No such file|unbound variable|parameter not set|bad interpreter|[Ss]yntax error|cannot open)/,
    },
    {
        marks: /^(?:.*: )?(?:Unhandled exception|Traceback|[A-Z]\w*(?:Error|Exception)):? |^\s*(?:---> )?(?:\w+\.)+\w*Exception: /,
    },
];
/** What dotnet prints: a tool that spoke before it had not failed the step. */
const tools_ofDotnet = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|Test run for |Starting test execution|\S+ -> \/)|^(?:Passed|Failed|Skipped)!/;
/** A tool that does one thing alone could not do it: the one that spoke last. */
function readTools(build) {
    const { lines, place } = build;
    if (place?.instruction.keyword !== 'RUN')
        return undefined;
    const spoke = tools
        .filter(({ title }) => title !== undefined)
        .map((tool) => ({
        tool,
        at: lines.findLastIndex((line) => tool.marks.test(line) || tool.sign?.test(line) === true),
    }))
        .filter(({ at }) => at >= 0 && !lines.slice(at).some((line) => tools_ofDotnet.test(line)))
        .sort((a, b) => b.at - a.at);
    // Of a script that failed npm speaks in its own words, too.
    const { tool } = spoke.find(({ tool }) => tool === tools[0]) ?? spoke[0] ?? {};
    if (tool?.title === undefined)
        return undefined;
    const marked = cutLines(markedLines(lines));
    const said = (marked.length > 0 ? marked : tellingLines(lines)).map((line) => line.trim());
    return {
        title: tool.title,
        message: [...said, ...(tool.wayOut?.(build, said.join('\n')) ?? [])].join('\n'),
    };
}
/** A registry of npm packages that wants to know who asks. */
function describeRegistry({ place }, said) {
    if (!/\bE40[13]\b|ERR_PNPM_FETCH_40[13]|\b40[13] (?:Unauthorized|Forbidden)/i.test(said))
        return [];
    const id = place && (0,parse_dockerfile/* mountsOf */.cS)(place.instruction, 'secret').map(parse_dockerfile/* secretIdOf */.zj).find(Boolean);
    return id === undefined
        ? [
            `The registry wants credentials: give .npmrc to this RUN as a build secret, --mount=type=secret,id=npmrc,target=/root/.npmrc. ${secretWords('npmrc')}`,
        ]
        : [`The registry refused what the build secret ${id} has. ${secretWords(id)}`];
}
/** Images have no lists of packages, and those of a layer from the cache are old. */
function describePackageLists({ place }, said) {
    const isOld = /Unable to locate package|has no installation candidate|404 +Not Found|Version '[^']*' for '[^']*' was not found/.test(said);
    if (!isOld ||
        place === undefined ||
        /\bapt(?:-get)? +(?:-\S+ +)*update\b/.test((0,shell_text/* commandOf */.Nl)(place.instruction)))
        return [];
    return [
        'Images have no lists of packages, and those of an earlier step may be old: RUN apt-get update && apt-get install …',
    ];
}
/** Words that a line about a cause mostly has, whatever tool wrote it. */
const troubleWords = /\b(?:error|fatal|failed|failure|cannot|could not|can't|unable to|denied|refused|not found|missing|invalid|no such|unauthorized|forbidden|timed out|exception|no space left|out of memory|killed)\b/i;
/** The lines that are not known to say nothing of a cause. */
function withoutNoise(lines) {
    const said = lines.filter((line) => line.trim() !== '');
    const usageAt = said.findIndex((line) => usage.test(line));
    return said
        .slice(0, usageAt < 0 ? undefined : usageAt)
        .filter((line) => !tools.some(({ noise }) => noise?.test(line)));
}
/** The lines that a tool marks as its errors, with those below them that belong to them. */
function markedLines(lines) {
    const open = new Set();
    return withoutNoise(lines).filter((line) => {
        const isMarked = tools.some(({ marks }) => marks.test(line));
        const isOfMarked = [...open].some(({ goesOn }) => goesOn?.test(line));
        for (const tool of tools) {
            if (tool.goesOn?.test(line) !== false)
                continue;
            if (tool.marks.test(line))
                open.add(tool);
            else
                open.delete(tool);
        }
        return isMarked || isOfMarked;
    });
}
/** The lines of a step that hold the cause, as its tool marks them; else those that speak of trouble; else the last ones. */
function tellingLines(lines) {
    const said = lines.filter((line) => line.trim() !== '');
    const marked = markedLines(lines);
    const troubled = withoutNoise(lines).filter((line) => troubleWords.test(line) && !/^\s+at /.test(line));
    const [found = []] = [marked, troubled].filter((some) => some.length > 0);
    // Where all of it is short, nothing is left out.
    const chosen = found.length === 0 || said.length <= tools_maxLines ? said.slice(-tools_maxLines) : cutLines(found);
    return chosen.map((line) => `  ${line.trimEnd().slice(0, maxCharacters)}`);
}
function cutLines(lines) {
    return [...new Set(lines)].slice(0, tools_maxLines).map((line) => line.trimEnd().slice(0, maxCharacters));
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/msbuild.js












const families = [
    { codes: /^MSB10(?:03|09|11)$/, title: 'dotnet does not find the project', wayOut: describeProjects },
    { codes: /^MSB1\d{3}$/, title: 'dotnet does not know an option', wayOut: () => [] },
    { codes: /^MSB4025$/, title: 'A project file can not be read', wayOut: () => [] },
    { codes: /^MSB42(?:36|37)$/, title: 'An MSBuild SDK was not found', wayOut: () => [] },
    { codes: /^MSB4166$/, title: 'A process of the build was killed', wayOut: () => [killed] },
    {
        codes: ranCommand,
        words: /exited with code 137\b/,
        title: 'A process of the build was killed',
        wayOut: (build) => [...describeCommand(build), killed],
    },
    {
        codes: /^(?:MSB3030|NETSDK1085)$/,
        words: /(?:^|["/])(?:obj|bin)\/|NoBuild/,
        title: 'The output of an earlier build is missing',
        wayOut: describeNoBuild,
    },
    {
        codes: /^$/,
        words: /Platform linker \('clang' or 'gcc'\) not found/,
        title: 'A program is not in the image',
        wayOut: () => [
            'Native AOT links with clang: add above RUN apt-get update && apt-get install -y clang zlib1g-dev (Alpine: apk add clang build-base zlib-dev).',
        ],
    },
    { codes: /^NU5\d{3}$/, title: 'The NuGet package could not be made', wayOut: () => [] },
    {
        codes: /^MSB3644$/,
        title: 'A project is for .NET Framework',
        wayOut: () => [
            'To build it here: the package Microsoft.NETFramework.ReferenceAssemblies. It only runs on Windows.',
        ],
    },
    {
        codes: /^MSB4019$/,
        words: /VSToolsPath|\/VisualStudio\/v|Microsoft\.WebApplication\.targets|SqlTasks\.targets/,
        title: 'A project needs Visual Studio',
        wayOut: () => [
            'The .NET SDK does not have what it imports. Build without it: name the projects that the image needs, or a solution filter (.slnf) of them.',
        ],
    },
    { codes: /^NETSDK1147$/, title: 'A workload of the .NET SDK is missing', wayOut: describeWorkload },
    { codes: /^NETSDK1045$/, title: 'The .NET SDK is too old for the framework', wayOut: describeSdk },
    {
        codes: /^NETSDK1100$/,
        title: 'A project is for Windows',
        wayOut: () => [
            'To build it here all the same: <EnableWindowsTargeting>true</EnableWindowsTargeting>. It only runs on Windows.',
        ],
    },
    {
        codes: ranCommand,
        title: 'A command of the project failed',
        wayOut: describeCommand,
    },
];
/** MSBuild stopped over something else than code: a target of the team's or a package's own, a tool that it ran, the SDK. */
function readMsbuildErrors(build) {
    const errors = errorsOf(build);
    if (errors.length === 0)
        return undefined;
    const missing = findMissingCompanions(build);
    const family = families.find(({ codes, words }) => errors.some(({ code, text }) => codes.test(code) && words?.test(text) !== false));
    return {
        title: build.place !== undefined && missing.length > 0
            ? missing_projects_titleOf(missing, build.place)
            : (family?.title ?? 'MSBuild stopped the build'),
        message: [
            ...listLines(errors.map(describeMessage)),
            ...(build.place === undefined ? [] : stage_files_describeMissing(missing, build.place)),
            ...(family?.wayOut(build) ?? []),
        ].join('\n'),
    };
}
/** What MSBuild prints while all is well. */
const progress = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|\S+ -> \/)/;
/** Why commands of a target fail in a container alone. */
const undefinedFolder = '$(SolutionDir) has a value only where the solution is built, and not one project: $(MSBuildThisFileDirectory) always has.';
function describeCommand(build) {
    const texts = errorsOf(build).map(({ text }) => text);
    return [
        ...tellingLines(build.lines.filter((line) => parseCompilerMessage(line) === undefined && !progress.test(line))),
        ...(texts.some((text) => text.includes('*Undefined*')) ? [undefinedFolder] : []),
    ];
}
/** `--no-build` takes what a build of the same configuration, framework and runtime has left. */
function describeNoBuild(build) {
    const { place } = build;
    if (place === undefined)
        return [];
    const at = lineOf(build, place.instruction.firstLine);
    return (0,shell_text/* commandOf */.Nl)(place.instruction).includes('--no-build')
        ? [`Build it above with the same -c, -f and -r, or leave --no-build out of ${at}.`]
        : [];
}
/** A project wants another SDK than the image has. */
function describeSdk(build) {
    const from = build.place && (0,stage_graph/* chainOf */.dR)(build.sources.dockerfile, build.place.stage).at(-1);
    if (from === undefined)
        return [];
    return [`The SDK is that of ${from.base}, FROM of ${lineOf(build, from.firstLine)}: take a newer one.`];
}
function describeWorkload(build) {
    const { place } = build;
    const texts = errorsOf(build).map(({ text }) => text);
    const names = texts
        .map((text) => /must be installed: ([\w. -]+)/.exec(text)?.[1])
        .find((one) => one !== undefined);
    if (place === undefined || names === undefined)
        return [];
    const above = lineOf(build, findFirstDotnetRun(place).firstLine);
    return [`Add above ${above}:`, `  RUN dotnet workload install ${names.trim()}`];
}
/** The solutions and projects of the folder of the checkout that the command runs in; of those below it where it has none. */
function describeProjects(build) {
    const { place } = build;
    if (place === undefined)
        return [];
    if (hasBackslash((0,shell_text/* commandOf */.Nl)(place.instruction)))
        return [`In a shell ${backslash}`];
    const at = lineOf(build, place.instruction.firstLine);
    const workdir = findFolder(place);
    const given = errorsOf(build).find(({ code }) => code === 'MSB1009');
    const [, written] = /: (\S+)$/.exec(given?.text ?? '') ?? [];
    const wanted = written === undefined ? undefined : external_node_path_.posix.resolve(workdir, written);
    const near = wanted && describeNearFile(findInContext(wanted, place), place.sources.paths, false);
    if (near !== undefined && near !== '')
        return [`${at} looks for ${wanted ?? ''}: ${near}`];
    const folder = (0,external_node_path_.join)(place.sources.paths.context, findInContext(`${workdir}/`, place));
    const found = msbuild_listProjects(folder, 3).slice(0, 5);
    if (found.length === 0)
        return [];
    return [
        `Name ${found.length === 1 ? 'it' : 'one of them'} in ${at}: in ${workdir} the repository has ${found.join(', ')}.`,
    ];
}
function msbuild_listProjects(folder, depth) {
    const entries = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }) : [];
    const here = entries.map(({ name }) => name).filter(context_paths_isProject);
    if (here.length > 0 || depth === 0)
        return here;
    return entries
        .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|bin$|obj$)/.test(entry.name))
        .flatMap(({ name }) => msbuild_listProjects((0,external_node_path_.join)(folder, name), depth - 1).map((path) => `${name}/${path}`));
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/restore.js











/** Some of what NuGet says has no code. */
const isRestoreError = ({ code, text }) => /^NU[13]\d{3}$|^NETSDK10(?:04|05|47|64)$/.test(code) ||
    (code === '' && /nuget\.config|\bfeed\b|package source|service index/i.test(text));
/** What `dotnet tool` says, which has no codes. */
const toolNotFound = /is not found in NuGet feeds|Unable to load the service index for source/;
/** NuGet could not restore: which package, from which feed and whether that answered, which lock file, and what to do. */
function readRestore(build) {
    const errors = errorsOf(build).filter(isRestoreError);
    const ofTools = errorsOf(build).length > 0 ? [] : build.lines.filter((line) => toolNotFound.test(line));
    if (errors.length === 0 && ofTools.length === 0)
        return undefined;
    const feeds = describeFeeds(build);
    const others = errors.filter(({ code, text }) => !isOfFeed.test(code) || feedOf(text) === undefined);
    const missing = build.place === undefined ? [] : stage_files_describeMissing(findMissingCompanions(build), build.place);
    const lines = [
        ...feeds,
        ...others.map(describeMessage),
        ...ofTools.map((line) => describeToolLine(build, line)),
    ];
    const wayOut = missing.length > 0 ? missing : describeWayOut(build, errors);
    const message = [...listLines(lines), ...wayOut].join('\n');
    return errors.length > 0 && errors.every(({ code }) => isOfAudit.test(code))
        ? { title: 'A package has a known vulnerability', message }
        : { title: 'NuGet packages could not be restored', message };
}
function describeToolLine(build, line) {
    const feed = line.includes('service index') ? feedOf(line) : undefined;
    return feed === undefined ? line.trim() : describeAnswer(build, feed, build.lines.join('\n'));
}
/** What NuGet's audit finds, where warnings are errors. */
const isOfAudit = /^NU190[1-4]$/;
/** A feed that did not answer: the second is a warning where it is passed over, the third is of the audit. */
const isOfFeed = /^NU1(?:301|801|900)$/;
function feedOf(text) {
    return /\b(https?:\/\/[^\s'"]+?)[.,;:]?(?:['"\s]|$)/.exec(text)?.[1];
}
/** Each feed that failed once, whatever number of projects asked it, with its answer. */
function describeFeeds(build) {
    return build.messages.flatMap(({ code, text }) => {
        const feed = isOfFeed.test(code) ? feedOf(text) : undefined;
        return feed === undefined ? [] : [`${code} ${describeAnswer(build, feed, text)}`];
    });
}
function describeAnswer(build, feed, text) {
    const [, ...reasons] = text.split('\n');
    const [status, number] = /\b([345]\d\d) \([^)]+\)/.exec(text) ?? [];
    if (number === '401' || number === '403' || /credential provider could not acquire/.test(text))
        return `The feed ${feed} refused${status === undefined ? '' : `: ${status}`}. ${describeCredentials(build)}`;
    if (status !== undefined)
        return `The feed ${feed} answered ${status}.`;
    if (/not a valid JSON|Unexpected character/.test(text))
        return `The feed ${feed} answered with something that is no feed, such as a page to log in.`;
    const why = reasons
        .find((line) => !line.includes(feed))
        ?.trim()
        .replace(/\.$/, '');
    const isCutOff = build.place?.instruction.flags.some(({ name, value }) => name === 'network' && value === 'none');
    const network = isCutOff === true ? ' This RUN has --network=none.' : '';
    const untrusted = isUntrusted.test(text) ? ` ${trustAdvice}` : '';
    return `The feed ${feed} could not be reached${why === undefined ? '' : `: ${why}`}.${network}${untrusted}`;
}
/** Where a step gets the credentials of a feed from. */
function describeCredentials({ place, sources }) {
    const mounts = place === undefined ? [] : (0,parse_dockerfile/* mountsOf */.cS)(place.instruction, 'secret');
    const id = mounts.map(parse_dockerfile/* secretIdOf */.zj).find((one) => one !== undefined);
    if (id !== undefined)
        return `It wants credentials, and this RUN mounts the build secret ${id}. ${secretWords(id)}`;
    const names = ['nuget.config', 'NuGet.config', 'NuGet.Config'];
    const variable = names
        .map((name) => /%(\w+)%/.exec(readText((0,external_node_path_.join)(sources.paths.context, name)))?.[1])
        .find(Boolean);
    const [mount, secret] = variable === undefined ? ['id=nuget', 'nuget'] : [`id=${variable},env=${variable}`, variable];
    const reads = variable === undefined ? '' : `, which nuget.config reads`;
    return `It wants credentials: give them to this RUN as a build secret, --mount=type=secret,${mount}${reads}, and the input secrets: ${secret}=…`;
}
function describeWayOut(build, errors) {
    const codes = new Set(errors.map(({ code }) => code));
    const has = (...wanted) => wanted.some((code) => codes.has(code));
    if (has('NU1004'))
        return [
            'packages.lock.json is not what the projects ask for. Run dotnet restore --force-evaluate, and commit the lock file.',
        ];
    if (has('NU1901', 'NU1902', 'NU1903', 'NU1904'))
        return [
            'Take a version without it. To build all the same: <WarningsNotAsErrors>NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>',
        ];
    if (errors.some(({ text }) => text.includes('PackageSourceMapping')))
        return ['No pattern of packageSourceMapping in nuget.config takes this package: add one to its source.'];
    const windows = errors.map(({ text }) => /[A-Za-z]:\\[^'"\n]*/.exec(text)?.[0]).find(Boolean);
    if (windows !== undefined)
        return [`nuget.config names ${windows}, a folder of a Windows machine.`];
    if (has('NU1403'))
        return ['A package has other content than when packages.lock.json was written: is it from the same feed?'];
    if (has('NETSDK1064'))
        return describeLostPackages(build);
    if (has('NETSDK1004'))
        return [
            'No RUN above restores this project, and --no-restore leaves it out here. Restore it, or leave --no-restore out.',
        ];
    if (has('NETSDK1005', 'NETSDK1047'))
        return [
            'The restore above was for another framework or runtime. Give it the same --runtime (-r), or leave --no-restore out.',
        ];
    return [];
}
/** The restore wrote packages to a place that this RUN does not have. */
function describeLostPackages({ place, sources }) {
    const all = place === undefined ? [] : (0,stage_graph/* chainOf */.dR)(sources.dockerfile, place.stage).flatMap((one) => one.instructions);
    const restore = all.find((one) => one !== place?.instruction && /\brestore\b/.test((0,shell_text/* commandOf */.Nl)(one)) && (0,parse_dockerfile/* mountsOf */.cS)(one, 'cache').length > 0);
    if (restore === undefined)
        return [
            'What an earlier step restored is not there any more. Restore in this stage, or leave --no-restore out.',
        ];
    const mount = restore.flags.find(({ name }) => name === 'mount')?.value ?? '';
    return [
        `The restore of ${lineOf({ sources }, restore.firstLine)} put the packages into its cache mount, which this RUN does not have.`,
        `Give it the same: RUN --mount=${mount} …`,
    ];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/scripts.js




/** A shell's words for a script that it can't start, with its path. */
const notStarted = /\bsh: (?:line )?(?:\d+: )?(\.?\/?[\w./-]+): (not found|No such file or directory|Permission denied|bad interpreter.*)$/;
/** What comes of a carriage return at the end of a line: interpreters, options and folders of that name are not there. */
const tripsOverReturn = /\\r|\r|not found|No such file|[Ii]llegal option|invalid option|[Ss]yntax error|unexpected|can't cd|bad interpreter|illegal number/;
/** A script of the checkout that a RUN starts may not be executed, or has the line ends of Windows. */
function readScript({ place, lines }) {
    if (place === undefined)
        return undefined;
    const [, written = '', why] = lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? [];
    const inContainer = external_node_path_.posix.resolve(workdirOf(place), written);
    const path = findInContext(inContainer, place);
    if (why === 'Permission denied' && textOf(path, place) !== '')
        return {
            title: 'A script may not be executed',
            message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
        };
    const [, interpreter] = /^#!\s*(\/\S+)[^\r\n]*\n/.exec(textOf(path, place)) ?? [];
    if (interpreter !== undefined && why !== undefined && /^(?:not found|No such file)/.test(why))
        return {
            title: 'The interpreter of a script is not in the image',
            message: `${path} begins with #!${interpreter}, which the image doesn’t have. Install it in a RUN above (Alpine has no bash: apk add bash), or let it begin with #!/bin/sh`,
        };
    const windows = lines.some((line) => tripsOverReturn.test(line)) ? findWindowsScript(place) : undefined;
    if (windows === undefined)
        return undefined;
    return {
        title: 'A script has the line ends of Windows',
        message: `The lines of ${windows} end in CR LF, and Linux takes the CR for a part of each. Keep LF: in .gitattributes, ${windows} text eol=lf`,
    };
}
function textOf(path, place) {
    return readText((0,external_node_path_.join)(place.sources.paths.context, path));
}
/** The first script of the checkout that a command names and whose lines end in CR LF. */
function findWindowsScript(place) {
    const { execForm } = place.instruction;
    const words = execForm ?? (0,shell_text/* commandOf */.Nl)(place.instruction).split(/[\s;&|"']+/);
    return words
        .filter((word) => /^[\w.][\w./-]*$|^\/[\w./-]+$/.test(word))
        .map((word) => findInContext(external_node_path_.posix.resolve(workdirOf(place), word), place))
        .find((path) => {
        const text = textOf(path, place);
        return /^[^\n]*\r\n/.test(text) && (text.startsWith('#!') || /\.(?:sh|bash)$/.test(path));
    });
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/test-platform.js




const choice = '{ "test": { "runner": "Microsoft.Testing.Platform" } }';
/** `dotnet test` with VSTest, given a project of Microsoft.Testing.Platform or an option that only its `dotnet test` knows. */
const tookVstest = /Testing with VSTest target is no longer supported by Microsoft\.Testing\.Platform|^Switch: --(?:project|solution|test-modules|report-\S+|max-parallel-test-modules|minimum-expected-tests|no-ansi|coverage\S*|filter-\S+)/;
/** `dotnet test` with Microsoft.Testing.Platform, given projects or words of VSTest. */
const tookPlatform = /global\.json defines test runner to be Microsoft\.Testing\.Platform|^Specifying a (?:project|solution|directory|test module|file)\b.* (?:should|must) be via|projects? (?:are|is) using VSTest test runner/;
/** The SDK chose another test runner than the one that the test projects are made for. */
function readTestPlatform(build) {
    const lines = [...build.lines, ...build.messages.map(({ text }) => text)];
    if (lines.some((line) => tookVstest.test(line.trim()))) {
        return {
            title: 'The SDK took VSTest for a Testing Platform project',
            message: [
                'dotnet test runs VSTest unless a global.json above the project chooses Microsoft.Testing.Platform.',
                ...describeChoice(build.place),
            ].join('\n'),
        };
    }
    const at = lines.findIndex((line) => tookPlatform.test(line.trim()));
    if (at < 0)
        return undefined;
    const end = lines.findIndex((line, index) => index > at && line.trim() === '');
    const words = lines.slice(at, end < 0 ? at + 1 : Math.min(end, at + 10));
    return {
        title: 'The SDK took Microsoft.Testing.Platform for VSTest',
        message: [
            ...words.map((line) => line.trim()),
            'global.json of the stage chooses Microsoft.Testing.Platform. Let all test projects and options be made for it, or take "runner" out of global.json.',
        ].join('\n'),
    };
}
/** Where the choice is: in a global.json that the stage lacks, or nowhere. */
function describeChoice(place) {
    const path = place && findChoice(place);
    if (place === undefined || path === undefined)
        return [
            `No global.json does: add one with ${choice} in the folder of the solution, and COPY it into the stage.`,
        ];
    const inside = path.startsWith('../') ? path : containerPathIn(place, path);
    const missing = explainMissing(external_node_path_.posix.resolve('/', inside), place);
    if (missing !== undefined)
        return stage_files_describeMissing([missing], place);
    const workdir = workdirOf(place);
    return [
        `${path} does, and it is not in ${workdir} or above it, where this RUN runs: COPY ${path} ${workdir}/`,
    ];
}
/** The global.json that chooses the platform: of the context or a folder above it in the workspace, relative to the context. */
function findChoice({ sources }) {
    const { context, workspace } = sources.paths;
    for (let folder = context, path = 'global.json';; folder = (0,external_node_path_.dirname)(folder), path = `../${path}`) {
        const file = (0,external_node_path_.join)(folder, 'global.json');
        if (/Microsoft\.Testing\.Platform/.test(readText(file)))
            return path;
        if (folder === workspace || !folder.startsWith(workspace))
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/test-steps.js



/**
 * The steps of ONBUILD that test, or of which nobody can say what they do, where no RUN of the file tests. As they have no
 * mark that makes them miss the cache, it may answer them when they should run.
 */
function findOnbuildTests(steps, { testRuns }) {
    if (testRuns.length > 0)
        return [];
    return steps.filter((step) => ['tests', 'unknown'].includes(classifyOnbuildRun(step.name) ?? ''));
}
/**
 * The steps of each RUN that tests, with ONBUILD's. Where two stages that test descend from one, a RUN of that has a step in
 * the build of each, and the later one is cached.
 */
function findTestSteps(steps, instrumented) {
    const { testRuns } = instrumented;
    const hasCertain = testRuns.some((run) => run.isCertain);
    const wanted = testRuns.flatMap((run, number) => (run.isCertain || !hasCertain ? [number] : []));
    const onbuild = findOnbuildTests(steps, instrumented);
    const names = [...new Set(onbuild.map((step) => step.name))];
    return [
        ...wanted.map((number) => steps.filter((step) => testRunNumber(step.name) === number)),
        ...names.map((name) => onbuild.filter((step) => step.name === name)),
    ];
}
/**
 * Whether a build got as far as its tests and no other instruction failed: then all that comes before them is in the builder.
 * BuildKit's own steps don't count: a cache that is not there yet is a failed one.
 */
function reachedTests(steps, testSteps) {
    const failed = steps.filter(({ outcome, position }) => outcome === 'failed' && position !== undefined);
    return testSteps.length > 0 && failed.every((step) => testSteps.includes(step));
}
/** The instruction that a step is of, by its place in the stage; undefined for one of ONBUILD, and for BuildKit's own work. */
function findStepInstruction({ stages }, { stage = '', position = '', name }) {
    const [place, total] = position.split('/').map(Number);
    const owner = (0,parse_dockerfile/* findStage */.U9)(stages, stage) ?? stages[Number(/^stage-(\d+)$/.exec(stage)?.[1])];
    const steps = owner?.instructions.filter(({ keyword }) => /^(?:RUN|COPY|ADD|WORKDIR)$/.test(keyword)) ?? [];
    if (place === undefined || total === undefined)
        return undefined;
    // What comes before them, FROM and ONBUILD, is counted too.
    const found = steps[place - 1 - (total - steps.length)];
    return found !== undefined && name.startsWith(found.keyword) ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/explain-failure.js



























/** The families in the order in which they are asked: what made the others happen comes first. */
const explain_failure_families = [
    readMissingSecret,
    readFailedChecks,
    readBaseArgument,
    readBaseImage,
    readMissingCopy,
    readDownload,
    readParseError,
    readForeignObj,
    readForeignSources,
    readMissingProject,
    readTestPlatform,
    readRestore,
    readMissingSources,
    readCodeErrors,
    readScript,
    readDockerInBuild,
    readImageLacks,
    readCoverageThreshold,
    readUndeclaredArgument,
    readMsbuildErrors,
    readTools,
];
/** Says what made a build fail: its family where it has one, else BuildKit's words with the lines of the output that hold the cause. */
function explainFailure(build, sources) {
    const error = (0,buildkit_words/* parseBuildError */.gK)(build.text);
    const step = findFailedStep(build);
    const { dockerfile } = sources;
    const instruction = error.line === undefined
        ? step && findStepInstruction(dockerfile, step)
        : findInstruction(dockerfile, error.line);
    const place = findPlace(sources, instruction);
    const lines = readLastOutput(build);
    const allLines = build.output.map(({ text }) => (0,shared_text/* plainText */.wh)(text));
    const failed = readFailedBuild({ error, sources, place, lines, allLines, checks: build.checks });
    const line = error.line ?? instruction?.firstLine;
    const known = explain_failure_families.map((read) => read(failed)).find((failure) => failure !== undefined);
    if (known !== undefined)
        return { ...known, isKnown: true, line: line ?? known.line };
    const label = place === undefined ? step?.stage : (0,parse_dockerfile/* stageLabel */.Hn)(place.stage);
    const isTest = step !== undefined && testRunNumber(step.name) !== undefined;
    // Of tests the verdict says it.
    const ending = isTest ? undefined : explain_failure_endings.get(error.exitCode ?? 0);
    const notBuilt = ending === killed ? 'A process of the build was killed' : `Stage ${label ?? ''} could not be built`;
    return {
        title: label === undefined || isTest ? undefined : notBuilt,
        message: [describeEnd(failed), ...tellingLines(lines), ...(ending === undefined ? [] : [ending])].join('\n'),
        isKnown: false,
        line,
    };
}
/** The command that failed: BuildKit's words have all of it, as the shell gets it. */
function describeEnd({ error, place }) {
    if (error.exitCode === undefined || place?.instruction.keyword !== 'RUN')
        return error.message;
    const [command = ''] = (0,shell_text/* commandOf */.Nl)(place.instruction).split('\n');
    return `RUN ${(0,shared_text/* cutText */.IN)(command.replace(/\s+/g, ' ').trim(), 120)} ended with exit code ${error.exitCode}.`;
}
/** What exit codes of shells say where no words do: 128 and the number of a signal. */
const explain_failure_endings = new Map([
    [134, 'The command ended itself (SIGABRT).'],
    [137, killed],
    [139, 'The command crashed (SIGSEGV).'],
]);
/** The family of what a step printed that failed in truth, while its exit code was hidden. */
function explainHidden(output, sources, instruction) {
    const lines = output.map(shared_text/* plainText */.wh);
    const place = findPlace(sources, instruction);
    const error = { message: '', line: instruction?.firstLine, exitCode: undefined };
    const failed = readFailedBuild({ error, sources, place, lines, allLines: lines, checks: [] });
    const known = explain_failure_families.map((read) => read(failed)).find((failure) => failure !== undefined);
    return known && { ...known, isKnown: true, line: error.line };
}
function readFailedBuild(found) {
    const { place, lines } = found;
    const messages = readConsoleLog(lines)
        .compilerMessages.filter(isOfBuild)
        .map((message) => ({ ...message, place: place && locateMessage(message, place) }));
    return { ...found, messages };
}
function findPlace(sources, instruction) {
    const stage = sources.dockerfile.stages.find(({ instructions }) => instruction !== undefined && instructions.includes(instruction));
    return stage && instruction && { sources, stage, instruction };
}
/** What tests or other tools print may look like a message of MSBuild; those have no project, or no file of it. */
function isOfBuild(message) {
    if (message.severity === 'warning' || stopsBuild(message) || message.project !== undefined)
        return true;
    return (/^(?:CS|FS|BC|VB|NU|NETSDK)\d/.test(message.code) ||
        /\.(?:cs|fs|vb|razor|cshtml|\w+proj|targets|props)$/.test(message.file ?? ''));
}
/** Its own place in the checkout, or that of its project where a file of the SDK or a package speaks. */
function locateMessage({ file, line, project }, place) {
    const own = file === undefined ? undefined : locateIn(place, file, line);
    const isOfTools = file === undefined || /\.(?:targets|props)$/.test(file);
    return own ?? (isOfTools && project !== undefined ? locateIn(place, project, undefined) : undefined);
}
/** An ADD whose address gives nothing. */
function readDownload(build) {
    const { error, place } = build;
    const words = /failed to load cache key: ([^]*)/.exec(error.message)?.[1];
    if (words === undefined || place?.instruction.keyword !== 'ADD')
        return undefined;
    const { firstLine, argument } = place.instruction;
    const why = words.replace(/^invalid response status (\d+)$/, 'the server answered $1');
    return {
        title: 'An ADD could not be downloaded',
        message: `${lineOf(build, firstLine)}, ADD ${argument}: ${why}`,
    };
}
/** A COPY or ADD that does not find its file. */
function readMissingCopy({ error, sources }) {
    const message = explainMissingFile(error, sources);
    return message === undefined ? undefined : { title: 'A COPY does not find its file', message };
}

;// CONCATENATED MODULE: ./lib/src/build/build-final.js










/** What BuildKit calls the step that loads an image into the engine. */
const loadStep = 'exporting to image';
/** The title of an error that means the load of the image into an engine. */
const loadFailure = 'The load failed';
/**
 * Builds the final stage into an OCI layout folder; nothing is pushed, nor loaded unless `load` asks for it. Throws a UserError
 * with BuildKit's words and the line of the Dockerfile when the build fails.
 */
async function buildFinal({ docker, log, plan, packing }, request, { folder, known, load }) {
    await writePlaceholders(folder, known);
    // The layout last: buildx writes into it the index of the output that is.
    const outputs = [...(load === undefined ? [] : [load.output]), layoutOutput(folder, packing)];
    const metadataFile = load?.metadataFile;
    const built = await runFinalBuild(docker, log, plan, {
        ...request,
        ...{ tags: load?.tags ?? request.tags, outputs, metadataFile },
    });
    const metadata = metadataFile === undefined ? undefined : await readBuildMetadata(metadataFile);
    return { ...built, layoutFolder: folder, metadata };
}
/** Builds the final stage to what the request says; it writes no cache. Throws a UserError as `buildFinal` does. */
async function runFinalBuild(docker, log, plan, request) {
    const label = (0,parse_dockerfile/* stageLabel */.Hn)(plan.final);
    const build = await runBuild(docker, log, `Image: docker buildx build, stage ${label}`, { ...request, cacheTo: [] }, { reword: withoutMarks, isQuiet: false });
    if (build.outcome !== 'built') {
        const isLoad = build.steps.some(({ name, outcome }) => outcome === 'failed' && name === loadStep);
        if (isLoad)
            throw new errors/* UserError */.yo(loadFailure, (0,buildkit_words/* parseBuildError */.gK)(build.text).message);
        const { title, message, line } = explainFailure(build, plan);
        throw new errors/* UserError */.yo(title ?? `Stage ${label} could not be built`, message, {
            file: plan.dockerfile.shown,
            ...(line === undefined ? {} : { line }),
        });
    }
    const steps = build.steps.map((step) => ({ ...step, name: withoutMarks(step.name) }));
    return { steps, warnings: (0,buildkit_words/* cacheWarnings */.IF)([build]) };
}
/**
 * Puts an empty file where each layer would be in an OCI layout folder. BuildKit does not send a blob whose file is there
 * already, so that an export costs what changed; whoever reads the folder has to check every blob that did come.
 */
async function writePlaceholders(layoutFolder, layers) {
    const folder = (0,external_node_path_.join)(layoutFolder, 'blobs', 'sha256');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const names = new Set(layers.map(({ digest }) => digest.slice('sha256:'.length)));
    await Promise.all([...names].map((name) => (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), '')));
}

;// CONCATENATED MODULE: ./lib/src/measure/oci/export-image.js






/**
 * Exports an image that exists as an OCI layout, by a build of nothing but `FROM` it: so it comes with the credentials that
 * docker has, from wherever the builder finds it, and only the layers that are not known.
 */
async function exportImage(docker, wanted) {
    const { reference, platform, builder, packing = [], known, folder, deadlineMs } = wanted;
    const layoutFolder = (0,external_node_path_.join)(folder, 'layout');
    await (0,promises_.mkdir)(layoutFolder, { recursive: true });
    await writePlaceholders(layoutFolder, known);
    const dockerfile = (0,external_node_path_.join)(folder, 'Dockerfile');
    await (0,promises_.writeFile)(dockerfile, `FROM --platform=${platform} ${reference}\n`);
    const outputs = [layoutOutput(layoutFolder, packing)];
    const { args, env } = planBuildCommand(toBuildRequest({ context: folder, dockerfile, builder, outputs }));
    const ended = await docker.run({ args, env, deadlineMs });
    if (ended.kind === 'exited' && ended.code === 0)
        return { kind: 'exported', layoutFolder };
    const said = ended.kind === 'exited' ? (0,buildkit_words/* errorLineOf */.kG)(ended.stderr) : ended.kind;
    return { kind: 'failed', reason: said ?? 'the build failed' };
}

;// CONCATENATED MODULE: ./lib/src/measure/oci/oci-layout.js




/** Most bytes of a manifest, index or config that are read; real ones have a few kilobytes. */
const maxJsonBytes = 8 * 1024 * 1024;
const digestSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^sha256:[0-9a-f]{64}$/));
const descriptorSchema = dist/* object */.Ikc({
    mediaType: dist/* string */.YjP(),
    digest: digestSchema,
    size: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)),
    platform: dist/* optional */.lqM(dist/* object */.Ikc({ os: dist/* string */.YjP(), architecture: dist/* string */.YjP(), variant: dist/* optional */.lqM(dist/* string */.YjP()) })),
    annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
});
/** A list for which Go writes null where it has nothing in it: an image without layers has no lists. */
function listOf(item) {
    return dist/* nullish */.cl6(dist/* array */.YOg(item), []);
}
const indexSchema = dist/* object */.Ikc({ manifests: listOf(descriptorSchema) });
const manifestSchema = dist/* object */.Ikc({ config: descriptorSchema, layers: listOf(descriptorSchema) });
const configSchema = dist/* object */.Ikc({
    os: dist/* string */.YjP(),
    architecture: dist/* string */.YjP(),
    variant: dist/* optional */.lqM(dist/* string */.YjP()),
    config: dist/* optional */.lqM(dist/* object */.Ikc({
        User: dist/* optional */.lqM(dist/* string */.YjP(), ''),
        Env: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* string */.YjP()))),
        Labels: dist/* optional */.lqM(dist/* fallback */.NpB(dist/* nullable */.mee(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())), null)),
    })),
    rootfs: dist/* object */.Ikc({ diff_ids: listOf(digestSchema) }),
    history: listOf(dist/* object */.Ikc({ created_by: dist/* optional */.lqM(dist/* string */.YjP(), ''), empty_layer: dist/* optional */.lqM(dist/* boolean */.zMY(), false) })),
});
/** Where a blob is in a layout folder. */
function blobPath(folder, digest) {
    return (0,external_node_path_.join)(folder, blobName(digest));
}
/** The name of a blob in a layout (OCI image layout specification). */
function blobName(digest) {
    return `blobs/sha256/${digest.slice('sha256:'.length)}`;
}
/** The path of a blob that is there. Throws an Error when it is no regular file of the size that is announced. */
async function findBlob(folder, { digest, size }) {
    const path = blobPath(folder, digest);
    const stat = await (0,promises_.lstat)(path).catch(() => undefined);
    if (stat === undefined)
        throw new Error(`the blob ${digest} is missing`);
    if (!stat.isFile())
        throw new Error(`the blob ${digest} is no regular file`);
    if (stat.size !== size)
        throw new Error(`the blob ${digest} has ${stat.size} bytes where ${size} were announced`);
    return path;
}
/** Reads the one image of an OCI layout folder. Throws an Error as `readImages` does, or when there is not exactly one. */
async function readLayout(folder) {
    const images = await readImages(folder);
    const [image] = images;
    if (image === undefined || images.length > 1) {
        throw new Error(`the build gave ${images.length} images where one was expected`);
    }
    return image;
}
/** Reads the images of an OCI layout folder. Throws an Error as `readImagesOf` does. */
function readImages(folder) {
    return readImagesOf(layoutFolder(folder));
}
/** The parts of a layout that is a folder. */
function layoutFolder(folder) {
    return {
        index: () => (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json')),
        blob: async (descriptor) => {
            const path = await findBlob(folder, descriptor);
            if (descriptor.size > maxJsonBytes)
                throw new Error(`the blob ${descriptor.digest} is too large to be read`);
            return (0,promises_.readFile)(path);
        },
    };
}
/**
 * Reads the images of an OCI layout as buildx writes it, one for each platform: attestations are passed over, nested
 * indexes are followed. Throws an Error when a part is missing, or is not what its digest says.
 */
async function readImagesOf(layout) {
    const index = check(indexSchema, await layout.index(), 'index.json');
    const entries = (await Promise.all(index.manifests.map((entry) => imagesOf(layout, entry, 0)))).flat();
    // An image with several names is listed once for each of them.
    const manifests = [...new Map(entries.map((entry) => [entry.digest, entry])).values()];
    return Promise.all(manifests.map((descriptor) => readImage(layout, descriptor)));
}
async function readImage(layout, descriptor) {
    const manifest = await readJsonBlob(layout, descriptor, manifestSchema);
    const config = await readJsonBlob(layout, manifest.config, configSchema);
    if (config.rootfs.diff_ids.length !== manifest.layers.length) {
        throw new Error('the image’s config and manifest do not have the same number of layers');
    }
    return {
        manifestDigest: descriptor.digest,
        configDigest: manifest.config.digest,
        configBytes: manifest.config.size,
        config,
        layers: manifest.layers,
    };
}
/** An image's platform, such as `linux/arm64/v8`. */
function platformOf({ os, architecture, variant }) {
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}
/** The value of a variable in an image's environment. */
function environmentOf({ config }, name) {
    return config?.Env?.findLast((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}
async function imagesOf(layout, descriptor, depth) {
    const isAttestation = descriptor.annotations?.['vnd.docker.reference.type'] !== undefined;
    if (isAttestation || descriptor.platform?.os === 'unknown')
        return [];
    if (!/index|manifest\.list/.test(descriptor.mediaType))
        return [descriptor];
    if (depth > 3)
        throw new Error('the image index is nested too deeply');
    const nested = await readJsonBlob(layout, descriptor, indexSchema);
    return (await Promise.all(nested.manifests.map((entry) => imagesOf(layout, entry, depth + 1)))).flat();
}
async function readJsonBlob(layout, descriptor, schema) {
    const bytes = await layout.blob(descriptor);
    const digest = digestOf(bytes);
    if (digest !== descriptor.digest)
        throw new Error(`the blob ${descriptor.digest} has the digest ${digest}`);
    return check(schema, bytes, `the blob ${descriptor.digest}`);
}
/** The digest by which a layout names a blob with this content. */
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** Reads an image's config; throws an Error that begins with `what` when it is none. */
function parseConfig(text, what) {
    return check(configSchema, text, what);
}
function check(schema, bytes, what) {
    let json;
    try {
        json = JSON.parse(bytes.toString('utf8'));
    }
    catch (error) {
        throw new Error(`${what} is no JSON`, { cause: error });
    }
    const parsed = dist/* safeParse */.xLC(schema, json);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw new Error(`${what} is not valid at ${dist/* getDotPath */.BuJ(issue) ?? 'its top'}: ${issue.message}`);
}

;// CONCATENATED MODULE: ./lib/src/measure/oci/base-image.js





const exportDeadlineMs = 60_000;
/**
 * Finds which of an image's layers come from the base image: from the baseline where the base is the same, else by
 * `countLayers`, and where that fails the image's history tells. Undefined for an image that begins from nothing.
 */
async function findBase(clues, countLayers) {
    const { image, origins, before } = clues;
    const reference = findReference(clues);
    if (reference === undefined)
        return undefined;
    const ofBaseline = before?.base;
    const isSame = reference.digest !== undefined && ofBaseline?.digest === reference.digest;
    const layerCount = (isSame && isBaseOf(before?.layers.slice(0, ofBaseline.layerCount), image)
        ? ofBaseline.layerCount
        : await countLayers(reference)) ?? Math.max(0, countInHistory(origins) - countOnbuild(clues));
    return { ...reference, layerCount, dotnetVersion: dotnetVersion(image.config) };
}
/** The base image by name, and by the digest that its FROM has or that BuildKit resolved it to, as the name of its step shows. */
function findReference({ plan, steps }) {
    const root = rootOf(plan.dockerfile, plan.final);
    if (root.base.toLowerCase() === 'scratch')
        return undefined;
    const [, name = root.base, pinned] = /^(.*?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(root.base) ?? [];
    return { name, digest: pinned ?? resolvedDigest(steps, plan.dockerfile, root, name) };
}
/**
 * The digest in the step of the stage's own FROM. Stages that begin alike share a step, which bears the name of one of them; then the
 * name of the image tells, unless another stage pins that name to a digest of its own.
 */
function resolvedDigest(steps, dockerfile, root, name) {
    const pinned = dockerfile.stages.map(({ base }) => base.split('@')[1]);
    const resolved = steps.flatMap(({ stage, position, name: words }) => {
        const [, shown = '', digest = ''] = /^FROM (\S+?)@(sha256:[0-9a-f]{64})$/.exec(words) ?? [];
        if (!isNameOf(name, shown))
            return [];
        return [{ digest, isOwn: position?.startsWith('1/') === true && isStageOf(root, stage) }];
    });
    const own = resolved.find(({ isOwn }) => isOwn);
    return (own ?? resolved.find(({ digest }) => !pinned.includes(digest)))?.digest;
}
/** Whether BuildKit's name in a step is that of the stage; one without a name may have got one of ours. */
function isStageOf({ name, index }, shown) {
    const names = name === undefined ? [`stage-${index}`, (0,stage_graph/* nameForStage */.RE)(index)] : [name];
    return names.some((one) => one.toLowerCase() === shown?.toLowerCase());
}
/** Whether BuildKit's full name (`docker.io/library/x:latest`) is that of the Dockerfile's (`x`). */
function isNameOf(written, full) {
    const names = [written, `${written}:latest`];
    return names.some((name) => [name, `docker.io/${name}`, `docker.io/library/${name}`].includes(full));
}
/** Counts by exporting the base alone, which sends nothing, since all its layers are known. */
async function countExported({ docker, builder, packing, tempFolder }, { name, digest }, image) {
    const platform = platformOf(image.config);
    const sent = await exportImage(docker, {
        reference: `${name}${digest === undefined ? '' : `@${digest}`}`,
        platform,
        ...{
            builder,
            packing,
            known: image.layers,
            folder: (0,external_node_path_.join)(tempFolder, `base-${platform.replaceAll('/', '-')}`),
            deadlineMs: exportDeadlineMs,
        },
    });
    if (sent.kind === 'failed')
        return undefined;
    const base = await readLayout(sent.layoutFolder).catch(() => undefined);
    return base !== undefined && isBaseOf(base.layers, image) ? base.layers.length : undefined;
}
function isBaseOf(layers = [], image) {
    return layers.every(({ digest }, index) => image.layers[index]?.digest === digest);
}
/** The layers that ONBUILD of the base image made: in the history they look like its own, and are yours. */
function countOnbuild({ plan: { dockerfile, final }, steps }) {
    const root = rootOf(dockerfile, final);
    return steps.filter(({ stage, name }) => /^ONBUILD (?:ADD|COPY|RUN|WORKDIR) /.test(name) && (stage === undefined || isStageOf(root, stage))).length;
}
function countInHistory(origins) {
    const first = origins.findIndex((origin) => origin.line !== undefined);
    return first < 0 ? origins.length : first;
}
/** The runtime's version, which the .NET images have in their environment (dotnet-docker, Dockerfiles of runtime and aspnet). */
function dotnetVersion(config) {
    return environmentOf(config, 'ASPNET_VERSION') ?? environmentOf(config, 'DOTNET_VERSION');
}

// EXTERNAL MODULE: ./lib/src/measure/record/image-record.js
var image_record = __webpack_require__(5262);
;// CONCATENATED MODULE: ./lib/src/measure/measurement.js


/** Puts together what the layers tell with what made them, and adds up their sizes. */
function describeContent({ config, configBytes }, read, origins, base) {
    const ownFrom = base?.layerCount ?? 0;
    const layers = read.map((layer, index) => {
        const { createdBy = '', line, copiedFrom } = origins[index] ?? {};
        return { ...layer, createdBy, ...(index < ownFrom ? {} : { line, copiedFrom }) };
    });
    return {
        platform: platformOf(config),
        configBytes,
        compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
        uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
        layers: fitContents(layers, ownFrom),
        base,
        user: config.config?.User ?? '',
        rollForward: environmentOf(config, 'DOTNET_ROLL_FORWARD'),
    };
}
/**
 * Layers with as many of their file lists as a record has room for: those of the image's own layers first, from the top
 * down, since what changes is there. `ownFrom` is the number of layers that the base image has.
 */
function fitContents(layers, ownFrom) {
    let files = image_record/* maxListedFiles */.vs;
    let documentBytes = image_record/* maxDocumentBytes */.VR;
    const order = [...layers.keys()].sort((a, b) => Number(a < ownFrom) - Number(b < ownFrom) || b - a);
    const kept = new Set(order.filter((index) => {
        const content = layers[index]?.content;
        if (content === undefined)
            return false;
        const [listed, bytes] = [content.files.length + content.removed.length, sizeOfDocuments(content)];
        if (listed > files || bytes > documentBytes)
            return false;
        files -= listed;
        documentBytes -= bytes;
        return true;
    }));
    return layers.map((layer, index) => (kept.has(index) ? layer : { ...layer, content: undefined }));
}
function sizeOfDocuments({ documents }) {
    return documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0);
}
/** The layers that measurements describe, by a key of theirs; of two the one that tells more. */
function readKnownLayers(records, keyOf) {
    const known = new Map();
    for (const { layers, base } of records) {
        for (const [index, layer] of layers.entries()) {
            const isBase = index < (base?.layerCount ?? 0);
            if (known.get(keyOf(layer))?.isBase !== false)
                known.set(keyOf(layer), { layer, isBase });
        }
    }
    return known;
}

;// CONCATENATED MODULE: ./lib/src/measure/analyze/layer-origins.js

/** Instructions that leave an entry in an image's history (BuildKit, dockerfile2llb, commitToHistory). */
const inHistory = new Set('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '));
const maxCreatedByLength = 1_000;
const unknownOrigin = { createdBy: '', line: undefined, copiedFrom: undefined };
/**
 * Tells for each layer, from the lowest up, which instruction made it. The history ends with the entries of the
 * Dockerfile's own instructions, one each; what is above those belongs to the base image.
 */
function readLayerOrigins(config, dockerfile, final) {
    const own = (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .reverse()
        .flatMap((stage) => stage.instructions)
        .filter((instruction) => inHistory.has(instruction.keyword));
    const origins = [];
    for (const entry of [...config.history].reverse()) {
        const instruction = own.at(-1);
        const isOwn = instruction !== undefined && madeBy(entry.created_by, instruction);
        // The first entry that does not fit is the base image's; below it nothing can be ours.
        if (isOwn)
            own.pop();
        else
            own.length = 0;
        if (entry.empty_layer)
            continue;
        origins.push({
            createdBy: shortOf(entry.created_by),
            line: isOwn ? instruction.firstLine : undefined,
            copiedFrom: isOwn ? instruction.flags.find((flag) => flag.name === 'from')?.value : undefined,
        });
    }
    origins.reverse();
    // An image without a history, or with one that does not fit its layers, still has layers.
    return config.rootfs.diff_ids.map((_, index) => origins[index] ?? unknownOrigin);
}
function madeBy(createdBy, instruction) {
    return createdBy.toUpperCase().startsWith(`${instruction.keyword} `);
}
function shortOf(createdBy) {
    return createdBy
        .replace(/ # buildkit$/, '')
        .replace(/^RUN (?:\|\d+ .*? )?\/bin\/sh -c /s, 'RUN ')
        .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, maxCreatedByLength);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./lib/src/measure/oci/compressed-shares.js
/**
 * How well each part of a layer compresses, as seen while it is read: each block that comes out tells how many compressed bytes it
 * took. Files within one block share its bytes by their size.
 */
class CompressedShares {
    /** Ends of the blocks. Both rise. */
    #content = [0];
    #compressed = [0];
    /** Notes where in the compressed stream all content up to there ended. */
    mark(contentBytes, compressedBytes) {
        this.#content.push(contentBytes);
        this.#compressed.push(compressedBytes);
    }
    /** Notes each block that comes out of a stream; it is to be made with small blocks where shares matter. */
    watch(stream) {
        let contentBytes = 0;
        const push = stream.push.bind(stream);
        stream.push = (chunk, encoding) => {
            if (chunk !== null)
                this.mark((contentBytes += chunk.length), stream.bytesWritten);
            return push(chunk, encoding);
        };
    }
    /**
     * The compressed bytes of each piece, in whole numbers that are at most `totalBytes` together. The pieces come in their order, without
     * overlap.
     */
    of(pieces, totalBytes) {
        const weightBefore = weigher(pieces);
        const before = (place) => this.#before(place, weightBefore);
        const exact = pieces.map(({ start, sizeBytes }) => before(start + sizeBytes) - before(start));
        const sum = exact.reduce((all, one) => all + one, 0);
        return sum <= 0 ? exact.map(() => 0) : shareOut(Math.min(totalBytes, Math.round(sum)), exact);
    }
    /** The compressed bytes of all content before a place. */
    #before(place, weightBefore) {
        const high = Math.max(1, lastAtMost(this.#content, place) + 1);
        const [from = 0, to = from] = [this.#content[high - 1], this.#content[high]];
        const [first = 0, last = first] = [this.#compressed[high - 1], this.#compressed[high]];
        const [start, end] = [weightBefore(from), weightBefore(to)];
        return end <= start
            ? first
            : first + ((last - first) * (weightBefore(Math.min(place, to)) - start)) / (end - start);
    }
}
/** What a byte between files weighs against one in a file: headers of a tar repeat each other. */
const weightBetween = 0.2;
/** Weighs all content before a place. */
function weigher(pieces) {
    const starts = pieces.map(({ start }) => start);
    let sum = 0;
    const filesBefore = pieces.map(({ sizeBytes }) => (sum += sizeBytes) - sizeBytes);
    return (place) => {
        const at = lastAtMost(starts, place);
        const { start = 0, sizeBytes = 0 } = pieces[at] ?? {};
        const inFiles = (filesBefore[at] ?? 0) + (at < 0 ? 0 : Math.min(place - start, sizeBytes));
        return inFiles + weightBetween * (place - inFiles);
    };
}
/** The index of the last number that is not above a limit, in numbers that rise; -1 where there is none. */
function lastAtMost(numbers, limit) {
    let [low, high] = [-1, numbers.length];
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((numbers[middle] ?? Infinity) <= limit)
            low = middle;
        else
            high = middle;
    }
    return low;
}
/**
 * Shares a whole number out in proportion to weights, so that the shares are whole and add up to it exactly: what rounding
 * leaves goes to those that lost most by it. The total may be negative; weights must not, and not all of them be zero.
 */
function shareOut(total, weights) {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const amount = Math.abs(total);
    const exact = weights.map((weight) => amount * (weight / sum));
    const shares = exact.map(Math.floor);
    const left = amount - shares.reduce((all, share) => all + share, 0);
    const order = exact
        .map((value, index) => ({ index, lost: value - Math.floor(value) }))
        .sort((a, b) => b.lost - a.lost);
    for (const { index } of order.slice(0, left))
        shares[index] = (shares[index] ?? 0) + 1;
    return total < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares;
}

;// CONCATENATED MODULE: ./lib/src/measure/oci/list-layer.js










/** What a layer may unpack to: so many times its size, and any size below `freeBytes`, since a file of zeros is honest. */
const limits = { maxRatio: 1_000, freeBytes: 4 * 1024 ** 3 };
const chunkBytes = 256 * 1024;
/** Blocks in which own layers are uncompressed: how well a file compresses is seen as finely as that. */
const ownBlockBytes = 16 * 1024;
const maxPathLength = 4_096;
/** Files whose content is kept, since it explains others. Of the base image only what tells the system. */
const systemDocument = /^(?:etc|usr\/lib)\/os-release$/;
const dotnetDocument = /\.(?:deps|runtimeconfig)\.json$/;
/** A layer that nothing can be said of but its compressed size; `message` says why. */
class UnreadableLayerError extends Error {
}
/**
 * Lists a layer in one streaming pass, in constant memory: nothing is extracted, links are not followed, and whatever a
 * path says, it is only a name. Files of own layers get a hash. Throws an UnreadableLayerError for a compression that is
 * not known here, and an Error when the blob is not what its digest or its diffId says, when it is no tar, or when it
 * unpacks to more than 4 GiB and a thousand times its size.
 */
async function listLayer(folder, layer, diffId, isOwn, { maxRatio, freeBytes } = limits) {
    const shares = new CompressedShares();
    const decompress = decompressorOf(layer.mediaType, isOwn ? ownBlockBytes : chunkBytes, shares);
    const path = await findBlob(folder, layer);
    const trap = new Error(`the layer ${layer.digest} unpacks to more than ${maxRatio} times its size`);
    const maxBytes = Math.max(layer.size * maxRatio, freeBytes);
    const compressed = (0,external_node_crypto_.createHash)('sha256');
    const uncompressed = (0,external_node_crypto_.createHash)('sha256');
    let uncompressedBytes = 0;
    const hashCompressed = pass((chunk) => {
        compressed.update(chunk);
    });
    const count = pass((chunk) => {
        uncompressed.update(chunk);
        uncompressedBytes += chunk.length;
        if (uncompressedBytes > maxBytes)
            throw trap;
    });
    const { entries, listed } = readEntries(isOwn);
    const read = (0,external_node_fs_.createReadStream)(path, { highWaterMark: chunkBytes });
    try {
        await (0,external_node_stream_promises_.pipeline)([read, hashCompressed, ...decompress, count, entries]);
    }
    catch (error) {
        if (error === trap)
            throw error;
        const why = (0,errors/* messageOf */.bD)(error);
        throw new Error(`the layer ${layer.digest} can not be uncompressed: ${why}`, { cause: error });
    }
    expectDigest(layer.digest, compressed);
    expectDigest(diffId, uncompressed);
    if (decompress.length === 0)
        shares.mark(uncompressedBytes, layer.size);
    return { uncompressedBytes, content: listed(shares, layer.size) };
}
/** A stream that shows each chunk to `look`, which may throw, and lets it through. */
function pass(look) {
    return new external_node_stream_.Transform({
        highWaterMark: chunkBytes,
        transform(chunk, _encoding, done) {
            try {
                look(chunk);
                done(null, chunk);
            }
            catch (error) {
                done(error);
            }
        },
    });
}
/** A sink for a tar stream, and what it has found once that has ended; `listed` is given how the stream was compressed. */
function readEntries(isOwn) {
    const content = { files: [], removed: [], documents: [] };
    const pieces = [];
    const entries = (0,tar_stream.extract)();
    let documentBytes = 0;
    entries.on('entry', (header, stream, next) => {
        const path = pathOf(header);
        const sizeBytes = header.size;
        stream.on('end', next);
        // What ends in the middle of an entry fails both; the archive tells of it, and an error that nobody takes ends the process.
        stream.on('error', () => undefined);
        // A list that no record takes is not made longer.
        const isFull = content.files.length + content.removed.length > image_record/* maxListedFiles */.vs;
        if (isFull || header.type === 'directory')
            return void stream.resume();
        const removed = removedBy(path);
        if (removed !== undefined) {
            content.removed.push(removed);
            return void stream.resume();
        }
        const isFile = header.type === 'file' || header.type === 'contiguous-file';
        const explains = systemDocument.test(path) || (isOwn && dotnetDocument.test(path));
        const keeps = isFile && explains && documentBytes + sizeBytes <= image_record/* maxDocumentBytes */.VR;
        if (keeps)
            documentBytes += sizeBytes;
        const hash = isOwn && isFile ? (0,external_node_crypto_.createHash)('sha256') : undefined;
        const chunks = [];
        if (hash === undefined && !keeps)
            stream.resume();
        else
            stream.on('data', (chunk) => {
                hash?.update(chunk);
                if (keeps)
                    chunks.push(chunk);
            });
        stream.on('end', () => {
            content.files.push([path, isFile ? sizeBytes : 0, hash?.digest('hex').slice(0, 16) ?? '', 0]);
            pieces.push({ start: list_layer_placeOf(header), sizeBytes: isFile ? sizeBytes : 0 });
            if (keeps)
                content.documents.push({ path, text: Buffer.concat(chunks).toString('utf8') });
        });
    });
    const listed = (shares, compressedBytes) => {
        const bytes = shares.of(pieces, compressedBytes);
        return {
            ...content,
            files: content.files.map(([path, sizeBytes, hash], index) => [
                path,
                sizeBytes,
                hash,
                bytes[index] ?? 0,
            ]),
        };
    };
    return { entries, listed };
}
/** Where the content of an entry begins in the archive; tar-stream notes it, and its types do not say so. */
function list_layer_placeOf(header) {
    return header.byteOffset;
}
/** What a record keeps of a layer that turned out to be the base image's: no hashes, and only what tells the system. */
function asBaseContent({ files, removed, documents }) {
    return {
        files: files.map(([path, sizeBytes, , compressedBytes]) => [path, sizeBytes, '', compressedBytes]),
        removed,
        documents: documents.filter(({ path }) => systemDocument.test(path)),
    };
}
function pathOf({ name }) {
    return name
        .replace(/^(?:\.?\/)+/, '')
        .replace(/\/+$/, '')
        .slice(0, maxPathLength);
}
/** What a whiteout takes away (OCI image specification, layer.md); undefined for a path that is none. */
function removedBy(path) {
    const slash = path.lastIndexOf('/') + 1;
    const name = path.slice(slash);
    if (name === '.wh..wh..opq')
        return path.slice(0, slash);
    return name.startsWith('.wh.') ? `${path.slice(0, slash)}${name.slice('.wh.'.length)}` : undefined;
}
/** How a layer of that media type is compressed (OCI image specification, layer.md; Docker's schema 2). */
function compressionOfType(mediaType) {
    if (/[.+]gzip$/.test(mediaType))
        return 'gzip';
    if (/[.+]zstd$/.test(mediaType))
        return 'zstd';
    return mediaType.endsWith('.tar') ? 'none' : 'other';
}
/** The step that unpacks a layer of that media type, none for a plain tar. */
function decompressorOf(mediaType, chunkSize, shares) {
    const watched = (stream) => {
        shares.watch(stream);
        return [stream];
    };
    switch (compressionOfType(mediaType)) {
        case 'gzip':
            return watched(external_node_zlib_.createGunzip({ chunkSize }));
        case 'zstd':
            if ("createZstdDecompress" in external_node_zlib_namespaceObject)
                return watched(external_node_zlib_.createZstdDecompress({ chunkSize }));
            throw new UnreadableLayerError(`a layer is compressed with zstd, which node ${process.version} can not unpack; node 24 can`);
        case 'none':
            return [];
        case 'other':
            throw new UnreadableLayerError(`a layer has the media type ${mediaType}, which can not be uncompressed here`);
    }
}
function expectDigest(expected, hash) {
    const digest = `sha256:${hash.digest('hex')}`;
    if (digest !== expected)
        throw new Error(`the layer ${expected} has the digest ${digest}`);
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/src/measure/oci/saved-image.js









/**
 * zlib's level that comes closest to what Go's gzip makes at its default, which BuildKit and `docker push` use: 0.6 % too
 * little for a .NET image of 270 MB, while level 6 has 2.8 % too little.
 */
const gzipLevel = 4;
const saved_image_chunkBytes = 256 * 1024;
/**
 * A sink for the stream of `docker save`, and the image once that has ended. Nothing is extracted: each layer is listed
 * and compressed as it passes by. Reads the form that Docker has since 25 (an OCI layout) and the one before. What `image`
 * gives throws an Error when the config or a layer did not come, or is not what its digest says.
 */
function readSavedImage(wanted) {
    const layers = new Map();
    let configText;
    const stream = (0,tar_stream.extract)();
    stream.on('entry', (header, source, next) => {
        // The library's streams are ones that node's pipelines take, though their types do not say so.
        const content = source;
        const take = async () => {
            const part = partOf(header, wanted);
            if (part === 'config' && header.size <= maxJsonBytes)
                configText = await (0,consumers_.buffer)(content);
            else if (part === 'layer') {
                const [diffId, layer] = await readLayer(content);
                layers.set(diffId, layer);
            }
            else
                await drain(content);
        };
        take().then(() => {
            next();
        }, next);
    });
    const image = () => {
        if (configText === undefined)
            throw new Error(`docker save gave no config ${wanted.configDigest}`);
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(configText).digest('hex')}`;
        if (digest !== wanted.configDigest)
            throw new Error(`the config ${wanted.configDigest} has the digest ${digest}`);
        const missing = wanted.diffIds.find((id) => !layers.has(id) && !wanted.knownDiffIds.has(id));
        if (missing !== undefined)
            throw new Error(`docker save gave no layer with the content ${missing}`);
        const config = parseConfig(configText, `the config ${digest}`);
        if (config.rootfs.diff_ids.join() !== wanted.diffIds.join()) {
            throw new Error('the image’s config and its engine do not name the same layers');
        }
        return { config, configBytes: configText.length, layers };
    };
    return { stream: stream, image };
}
/**
 * What an entry of the outer archive is. Since Docker 25 a layer is a blob named by its diffId; before, each layer was a
 * folder with a `layer.tar`, and only its content tells which one (Docker image specification 1.2).
 */
function partOf({ name, type }, wanted) {
    if (type !== 'file')
        return 'other';
    const config = wanted.configDigest.slice('sha256:'.length);
    if (name === `blobs/sha256/${config}` || name === `${config}.json`)
        return 'config';
    if (/^[^/]+\/layer\.tar$/.test(name))
        return 'layer';
    const blob = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name)?.[1];
    if (blob === undefined)
        return 'other';
    const diffId = `sha256:${blob}`;
    return wanted.diffIds.includes(diffId) && !wanted.knownDiffIds.has(diffId) ? 'layer' : 'other';
}
async function drain(content) {
    await (0,external_node_stream_promises_.pipeline)(content, new external_node_stream_.Writable({
        write: (_chunk, _encoding, done) => {
            done();
        },
    }));
}
/** Lists and compresses one layer in a single pass, and gives it with its diffId. */
async function readLayer(layer) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let uncompressedBytes = 0;
    let compressedBytes = 0;
    const shares = new CompressedShares();
    const gzip = (0,external_node_zlib_.createGzip)({ level: gzipLevel, chunkSize: saved_image_chunkBytes });
    gzip.on('data', (compressed) => {
        compressedBytes += compressed.length;
    });
    const weigh = new external_node_stream_.Transform({
        highWaterMark: saved_image_chunkBytes,
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            uncompressedBytes += chunk.length;
            // Passed on when it is compressed: while it is listed, the next one is compressed in another thread.
            gzip.write(chunk, (error) => {
                shares.mark(uncompressedBytes, compressedBytes);
                done(error, chunk);
            });
        },
        flush(done) {
            gzip.once('end', done).end();
        },
    });
    // Which layers are the image's own is only known when all have passed, since the config may come last.
    const { entries, listed } = readEntries(true);
    await (0,external_node_stream_promises_.pipeline)(layer, weigh, entries);
    shares.mark(uncompressedBytes, compressedBytes);
    const content = listed(shares, compressedBytes);
    return [`sha256:${hash.digest('hex')}`, { uncompressedBytes, compressedBytes, content }];
}

;// CONCATENATED MODULE: ./lib/src/measure/measure-saved.js







const inspectDeadlineMs = 30_000;
const saveDeadlineMs = 15 * 60_000;
const diffIdsSchema = dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^sha256:[0-9a-f]{64}$/)));
const estimateWarning = 'Compressed sizes are estimates, within about 1 %: this Docker engine keeps images in its legacy store, which has no compressed ' +
    'layers. For exact ones add the step docker/setup-buildx-action above this one, or turn on the containerd image store.';
/**
 * Measures an image that an engine with its legacy store has: uncompressed sizes are exact, compressed ones are estimates, since
 * such an engine compresses layers only while it pushes them. Layers that the baseline has are not read again. Throws an
 * Error when docker does not give the image, or gives another one.
 */
async function measureSaved(docker, { reference, configDigest, steps }, plan, before) {
    const diffIds = await readDiffIds(docker, reference);
    if (diffIds === undefined)
        throw new Error(`docker does not know the image ${reference}, which it has just built`);
    // Of a layer that was measured in another way, another compressed size is known.
    const known = readKnownLayers(before?.method === 'docker-save' ? [before] : [], ({ diffId }) => diffId);
    const saveWith = (knownDiffIds) => save(docker, reference, { configDigest, diffIds, knownDiffIds });
    let saved = await saveWith(new Set(known.keys()));
    const origins = readLayerOrigins(saved.config, plan.dockerfile, plan.final);
    // A legacy store has no blob of a layer but its content, so the digest of that is all that it has.
    const image = {
        config: saved.config,
        layers: diffIds.map((digest) => ({
            digest,
            size: 0,
            mediaType: 'application/vnd.oci.image.layer.v1.tar',
        })),
    };
    const base = await findBase({ plan, steps, image, origins, before }, async ({ name }) => {
        const lowest = await readDiffIds(docker, name);
        return lowest?.every((diffId, index) => diffId === diffIds[index]) ? lowest.length : undefined;
    });
    const ownFrom = base?.layerCount ?? 0;
    const wasBase = diffIds.slice(ownFrom).filter((diffId) => known.get(diffId)?.isBase);
    if (wasBase.length > 0) {
        for (const diffId of wasBase)
            known.delete(diffId);
        saved = await saveWith(new Set(known.keys()));
    }
    const layers = diffIds.map((diffId, index) => toReadLayer(diffId, saved, known.get(diffId)?.layer, index >= ownFrom));
    return {
        method: 'docker-save',
        compression: 'gzip',
        manifestDigest: configDigest,
        configDigest,
        ...describeContent(saved, layers, origins, base),
        layersRead: saved.layers.size,
        warnings: [estimateWarning],
    };
}
function toReadLayer(diffId, { layers }, known, isOwn) {
    const layer = layers.get(diffId);
    if (layer === undefined) {
        const { compressedBytes = 0, uncompressedBytes = 0, content } = known ?? {};
        return { digest: diffId, diffId, compressedBytes, uncompressedBytes, content };
    }
    const content = isOwn ? layer.content : asBaseContent(layer.content);
    return { digest: diffId, diffId, ...layer, content };
}
/** The digests of an image's uncompressed layers as the engine has them; undefined when it does not have the image. */
async function readDiffIds(docker, reference) {
    const args = ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', reference];
    const asked = await docker.ask(args, inspectDeadlineMs);
    // An image without layers has null there.
    return asked === undefined ? undefined : dist/* parse */.qgA(diffIdsSchema, JSON.parse(asked) ?? []);
}
async function save(docker, reference, wanted) {
    const { stream, image } = readSavedImage(wanted);
    const ended = await docker.run({
        args: ['image', 'save', reference],
        deadlineMs: saveDeadlineMs,
        output: stream,
    });
    if (!(0,docker_docker/* isDone */.$L)(ended))
        throw new Error(`docker image save gave no image: ${(0,docker_docker/* whyNot */.OB)(ended)}`);
    return image();
}

;// CONCATENATED MODULE: ./lib/src/smoke/with-loaded-image.js




/**
 * Loads the measured image into the Docker engine under a name that nobody else uses, hands that to `work`, and takes the name away
 * again however it ends. Throws a UserError when it can't be loaded, or when what was loaded is not the measured one.
 */
async function withLoadedImage({ docker, log, tempFolder }, { request, outputs, measured }, work, onTrouble) {
    const reference = `dotnet-container-${(0,external_node_crypto_.randomUUID)()}:smoke-test`;
    const loadAndWork = async () => {
        const loaded = await repeatBuild(docker, log, {
            title: 'Load the image for the smoke test, under a name of its own',
            failure: 'The image could not be loaded for its smoke test',
        }, { ...request, tags: [reference], outputs: [...outputs, 'type=docker'] }, tempFolder);
        const { configDigest } = loaded;
        if (!(await isMeasured(docker, { configDigest, reference }, measured)))
            throw notMeasured(measured);
        return await work(reference);
    };
    return await docker.undoAfter(['image', 'rm', '--force', reference], loadAndWork, (why) => {
        // A load that failed has left no name.
        if (!/no such image/i.test(why))
            onTrouble(`The image ${reference} could not be removed: ${why}`);
    });
}
function notMeasured({ configDigest }) {
    return new errors/* OtherImageError */.wD('The smoke test got another image than the measured one', `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
        'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.');
}
/**
 * Whether an image that was built into the engine is the measured one: by its config where buildx names it; else, as for a builder that is
 * not the engine itself, by the content of its layers, which is all of an image that can come out differently the second time.
 */
async function isMeasured(docker, { configDigest, reference }, measured) {
    if (configDigest !== undefined)
        return configDigest === measured.configDigest;
    const diffIds = reference === undefined ? undefined : await readDiffIds(docker, reference);
    const { layers } = measured;
    return diffIds?.length === layers.length && layers.every(({ diffId }, index) => diffId === diffIds[index]);
}

;// CONCATENATED MODULE: ./lib/src/smoke/smoke-test.js











/**
 * Starts the measured image and looks whether it works, if that was asked for. Container and name of the image are gone
 * afterwards, also when the job is cancelled. Throws a UserError when Docker can't do its part.
 */
async function runSmokeTest(tools, { smokeCheck: check, ...settings }, image) {
    if (check === undefined)
        return { report: undefined, warnings: [] };
    const warnings = [];
    const warn = (warning) => void warnings.push(warning);
    const start = (reference) => test(tools, { check, settings, reference, warn });
    try {
        return { report: await withLoadedImage(tools, image, start, warn), warnings };
    }
    catch (error) {
        for (const warning of warnings)
            tools.log.warning(warning);
        throw error;
    }
}
async function test({ docker, log, tempFolder }, { check, settings, reference, warn }) {
    const config = await readImageConfig(docker, reference);
    const port = check.kind === 'path' ? choosePort(settings.smokePort, config) : undefined;
    const title = describeCheck(check, port?.port);
    return await log.group(`Smoke test: ${title}`, async (print) => {
        const obstacle = await smoke_test_findObstacle(docker, check, port, config.hasHealthcheck);
        const network = port === undefined ? undefined : await findOwnNetwork(docker);
        const start = {
            image: reference,
            port: port?.port,
            network,
            words: check.kind === 'command' ? check.words : [],
            env: settings.smokeEnv,
        };
        const container = new Container(docker, `dotnet-container-smoke-${(0,external_node_crypto_.randomUUID)()}`);
        const startAndWait = async () => {
            const startedAt = performance.now();
            const why = await container.start(start, tempFolder);
            if (why !== undefined)
                return { end: { kind: 'not-started', why }, logLines: await container.logLines() };
            const how = { container, network, timeoutMs: settings.smokeTimeoutMs, startedAt };
            const end = await wait(how, check, port);
            return { end, logLines: await container.logLines() };
        };
        const { end, logLines } = obstacle === undefined
            ? await docker.undoAfter(['container', 'rm', '--force', '--volumes', container.name], startAndWait, (words) => {
                if (!/no such container/i.test(words))
                    warn(`The container ${container.name} could not be removed: ${words}`);
            })
            : { end: obstacle, logLines: [] };
        for (const line of logLines)
            print(`  ${line}`);
        const problem = describeFailure(end, { check, port, logLines, timeoutMs: settings.smokeTimeoutMs });
        print(problem?.title ?? describeSuccess(end, title));
        return toReport(title, end, logLines, problem);
    });
}
function wait(how, check, port) {
    if (check.kind === 'path')
        return waitForAnswer(how, check.path, port?.port ?? 0);
    return check.kind === 'healthcheck' ? waitForHealth(how) : waitForEnd(how);
}
/** Why a container need not even be started. */
async function smoke_test_findObstacle(docker, check, port, hasHealthcheck) {
    if (check.kind === 'healthcheck')
        return hasHealthcheck ? undefined : { kind: 'no-healthcheck' };
    if (check.kind === 'command')
        return undefined;
    if (port === undefined)
        return { kind: 'no-port' };
    // Published on the loopback address of the machine that the engine runs on, so that nobody else reaches it.
    const host = (await (0,docker_builder/* askEngineAddress */.Sc)(docker)) ?? '';
    const isElsewhere = /^(?:tcp|ssh|https?):/.test(host) && !/^\w+:\/\/(?:127\.|localhost[:/]|localhost$|\[::1\])/.test(host);
    return isElsewhere ? { kind: 'elsewhere', host } : undefined;
}
function toReport(check, end, logLines, problem) {
    const isPassed = end.kind === 'passed';
    return {
        check,
        outcome: isPassed ? 'passed' : 'failed',
        durationMs: Math.round('durationMs' in end ? end.durationMs : 0),
        httpStatus: isPassed
            ? end.httpStatus
            : end.kind === 'no-success' && end.last?.kind === 'answered'
                ? end.last.status
                : undefined,
        exitCode: isPassed || end.kind === 'stopped' ? end.exitCode : undefined,
        memoryBytes: isPassed ? end.memoryBytes : undefined,
        logLines,
        problem,
    };
}
const deadlineMs = 10_000;
/** Docker puts this file into each container. */
const sign = '/.dockerenv';
const networksSchema = dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J());
/**
 * The network of the container that this process runs in, as in a job with `container:`: a port on the loopback address of the engine's
 * machine can't be reached from there, but whoever is in the same network can. Undefined on a machine, in the network of the machine itself, and where
 * the engine does not know this container.
 */
async function findOwnNetwork(docker) {
    if (!(0,external_node_fs_.existsSync)(sign))
        return undefined;
    // The name of a container's machine is its id, unless somebody gave it another one.
    const args = ['container', 'inspect', '--format', '{{json .NetworkSettings.Networks}}', (0,external_node_os_.hostname)()];
    const networks = (0,json/* parseAs */.g)(networksSchema, (await docker.ask(args, deadlineMs)) ?? '') ?? {};
    return Object.keys(networks).find((name) => name !== 'host' && name !== 'none');
}

;// CONCATENATED MODULE: ./lib/src/build/build-into-engine.js




/**
 * Builds the final stage into the engine itself, under a name that nobody else uses: for a builder that writes no OCI
 * layout. Throws a UserError as `buildFinal` does.
 */
async function buildIntoEngine(docker, log, plan, request, tempFolder) {
    // A name, because removing an image by its digest takes the only name away that somebody else may have given it.
    const reference = `dotnet-container-${(0,external_node_crypto_.randomUUID)()}:measured`;
    const metadataFile = (0,external_node_path_.join)(tempFolder, 'build-metadata.json');
    const outputs = ['type=docker'];
    const takeBack = docker.undoLater(['image', 'rm', reference]);
    const remove = async () => {
        let trouble;
        await takeBack((why) => (trouble = why));
        return trouble;
    };
    try {
        const built = await runFinalBuild(docker, log, plan, {
            ...request,
            tags: [reference],
            outputs,
            metadataFile,
        });
        const metadata = await readBuildMetadata(metadataFile);
        // Before Docker 23 an engine names what it loads by its config alone.
        const configDigest = metadata.configDigest ?? metadata.digest;
        if (configDigest === undefined)
            throw new Error('buildx does not say which image it built.');
        return { ...built, reference, configDigest, remove };
    }
    catch (error) {
        // A build that failed has left no name.
        await remove();
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/docker/line-splitter.js
var line_splitter = __webpack_require__(9069);
;// CONCATENATED MODULE: ./lib/src/docker/engine-image.js






const answerDeadlineMs = 30_000;
const engine_image_descriptorSchema = dist/* looseObject */._H3({ digest: dist/* string */.YjP() });
/**
 * Asks the engine what it has under a name, or of that for one platform. Undefined where it does not tell: its legacy store has no
 * manifests, and engines before Docker 28 don't know a platform here.
 */
async function askDescriptor(docker, reference, platform) {
    const options = platform === undefined ? [] : ['--platform', platform];
    const args = ['image', 'inspect', ...options, '--format', '{{json .Descriptor}}', reference];
    return (0,json/* parseAs */.g)(engine_image_descriptorSchema, (await docker.ask(args, answerDeadlineMs)) ?? '');
}
/** Gives an image of the engine another name. Throws an Error with docker's words. */
async function tagImage(docker, image, name) {
    const args = ['image', 'tag', image, name];
    requireDone(await docker.run({ args, deadlineMs: answerDeadlineMs, isBrief: true }));
}
/**
 * Pushes an image of the engine under its name, with docker's own credentials; `print` takes each line. Gives the digest that the
 * registry has now, as far as docker tells. Throws an Error with docker's words.
 */
async function pushImage(docker, name, print) {
    let digest;
    let loss;
    const lost = new AbortController();
    const watch = watchBuilder(docker, 'default', (words) => {
        loss = words;
        lost.abort();
    });
    const lines = new line_splitter/* LineSplitter */.g((line) => {
        watch.heard();
        digest = /digest: (sha256:[0-9a-f]{64})/.exec(line)?.[1] ?? digest;
        print(line);
    });
    const output = new external_node_stream_.Writable({
        write: (chunk, _, done) => {
            lines.push(chunk);
            done();
        },
    });
    const ended = await docker
        .run({ args: ['image', 'push', name], output, signal: lost.signal })
        .finally(() => {
        watch.stop();
    });
    if (loss !== undefined)
        throw new Error(loss);
    requireDone(ended);
    return digest;
}
function requireDone(ended) {
    if (!(0,docker_docker/* isDone */.$L)(ended))
        throw new Error(ended.kind === 'exited' ? (0,docker_docker/* whyNot */.OB)(ended) : `docker: ${ended.kind}`);
}

;// CONCATENATED MODULE: ./lib/src/docker/registry.js


/** A registry that does not answer soon is not waited for: nothing depends on it. */
const soonMs = 5_000;
const size = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const descriptor = dist/* object */.Ikc({
    digest: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^sha256:[0-9a-f]{64}$/)),
    size,
    platform: dist/* optional */.lqM(dist/* object */.Ikc({ os: dist/* string */.YjP(), architecture: dist/* string */.YjP(), variant: dist/* optional */.lqM(dist/* string */.YjP()) })),
});
const registry_indexSchema = dist/* object */.Ikc({ manifests: dist/* array */.YOg(descriptor) });
const registry_manifestSchema = dist/* object */.Ikc({ config: descriptor, layers: dist/* array */.YOg(descriptor) });
/**
 * Asks a registry how many bytes an image has on a platform such as `linux/amd64`: its compressed layers and config, from the
 * manifest alone. Undefined when there is no such image, or nobody could tell within a few seconds.
 */
async function askCompressedBytes(docker, reference, platform, builder) {
    const answer = await askRegistry(docker, reference, platform, builder);
    if (answer.kind === 'none')
        return undefined;
    const { config, layers } = answer.image;
    return layers.reduce((sum, layer) => sum + layer.size, config.size);
}
/** Asks a registry for the manifest of an image on a platform such as `linux/arm64/v8`, with docker's own credentials. */
async function askRegistry(docker, reference, platform, builder) {
    const top = await askManifest(docker, reference, builder);
    if (top.kind === 'none')
        return top;
    const index = dist/* safeParse */.xLC(registry_indexSchema, top.json);
    if (!index.success)
        return toAnswer(top);
    const found = pickPlatform(index.output.manifests, platform);
    if (found === undefined)
        return { kind: 'none', reason: `it is not there for ${platform}` };
    const chosen = await askManifest(docker, `${repositoryOf(reference)}@${found.digest}`, builder);
    return chosen.kind === 'none' ? chosen : toAnswer(chosen);
}
/** A reference without its tag and digest: `ghcr.io/acme/shop`. */
function repositoryOf(reference) {
    return reference.replace(/@.*$/, '').replace(/:[^:/]+$/, '');
}
/** The entry of that very variant, else the first one of the architecture. */
function pickPlatform(manifests, wanted) {
    const [os, architecture, variant] = wanted.split('/');
    const fitting = manifests.filter(({ platform }) => platform?.os === os && platform?.architecture === architecture);
    return fitting.find(({ platform }) => platform?.variant === variant) ?? fitting[0];
}
function toAnswer({ digest, json }) {
    const manifest = dist/* safeParse */.xLC(registry_manifestSchema, json);
    if (!manifest.success)
        return { kind: 'none', reason: 'its manifest is of a form that is not known here' };
    return { kind: 'found', image: { digest, ...manifest.output } };
}
/** Asks a registry for what it has under a name, with docker's own credentials. */
async function askManifest(docker, reference, builder, deadlineMs = soonMs) {
    const options = builder === undefined ? [] : ['--builder', builder];
    const args = ['buildx', 'imagetools', 'inspect', ...options, '--raw', reference];
    const asked = await docker.run({ args, deadlineMs });
    if (asked.kind === 'timed-out')
        return { kind: 'none', reason: `no answer within ${deadlineMs / 1000} s` };
    if (asked.kind !== 'exited')
        return { kind: 'none', reason: 'docker is not there' };
    if (asked.code !== 0)
        return { kind: 'none', reason: lastLine(asked.stderr) };
    try {
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(asked.stdout).digest('hex')}`;
        return { kind: 'found', digest, json: JSON.parse(asked.stdout) };
    }
    catch {
        return { kind: 'none', reason: 'its manifest is no JSON' };
    }
}
function lastLine(text) {
    const line = text.trim().split('\n').at(-1) ?? '';
    return line.replace(/^ERROR:\s*/, '').slice(0, 300) || 'docker gave no reason';
}
const registry_deadlineMs = 120_000;
/**
 * Gives what a registry has under a digest its names there, with one command; nothing is sent anew. `reference` is
 * `repository@digest`, `names` are of the same repository. Throws an Error with docker's words.
 */
async function setTags(docker, reference, names, builder) {
    const args = [
        ...['buildx', 'imagetools', 'create', '--progress=plain'],
        ...(builder === undefined ? [] : ['--builder', builder]),
        // A manifest stays one: else it would get an index around it, and another digest.
        ...['--prefer-index=false', ...names.flatMap((name) => ['--tag', name]), reference],
    ];
    const ended = await docker.run({ args, deadlineMs: registry_deadlineMs });
    if (ended.kind === 'exited' && ended.code === 0)
        return;
    throw new Error(ended.kind === 'exited' ? lastLine(ended.stderr) : `no answer within ${registry_deadlineMs / 1000} s`);
}

;// CONCATENATED MODULE: ./lib/src/deliver/plan-deliveries.js




const order = ['written', 'loaded', 'pushed'];
/**
 * All places that the image goes to, registries last, since what was pushed can't be taken back: the user's outputs, with `push` and `load` on top as buildx
 * adds them to others (commands/build.go). Who builds with the engine itself and asks for nothing expects the image there; for
 * other builders a load costs seconds.
 */
function planDeliveries({ outputs, push, load, tags }, driver) {
    const asked = withPush(outputs, push);
    if (load && !asked.some(isLoad))
        asked.push({ type: 'docker', attributes: [] });
    if (asked.length === 0 && driver === 'docker')
        asked.push({ type: 'docker', attributes: [] });
    const measured = JSON.stringify(choosePacking({ outputs, push }));
    const planned = asked
        .filter(({ type }) => type !== 'cacheonly')
        .map((output) => ({
        how: isPush(output) ? 'pushed' : output.dest === undefined ? 'loaded' : 'written',
        output: formatOutput(isPush(output) ? withMediaTypes(output) : output),
        asked: output,
        names: namesOf(output).length > 0 ? namesOf(output) : tags,
        isCompressedAlike: JSON.stringify(packingOf(output)) === measured,
        waits: whereItWaits(output, namesOf(output).length > 0 || tags.length > 0, driver),
    }));
    return planned.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
}
/** buildx pushes by digest from all builders but the engine itself, whose images get other names and are pushed by docker. */
function whereItWaits(output, hasNames, driver) {
    const isByDigest = /^(?:1|t|true)$/i.test(attributeOf(output, 'push-by-digest') ?? '');
    // Another engine than the one that docker speaks to.
    const isElsewhere = attributeOf(output, 'context') !== undefined;
    if (output.dest !== undefined)
        return 'folder';
    if (!hasNames || isByDigest || isElsewhere)
        return 'nowhere';
    if (isPush(output))
        return driver === 'docker' ? 'engine' : 'registry';
    return isLoad(output) || driver === 'docker' ? 'engine' : 'nowhere';
}
/** Attributes that say under which names an image goes out. */
const naming = new Set(['name', 'push', 'push-by-digest', 'name-canonical']);
/**
 * The output with which it waits, in buildx's words; in the engine it takes the names of the build, in a registry it has none. `place` is
 * the path at which it waits in a folder.
 */
function waitingOutput({ waits, output, asked, names }, place) {
    if (waits === 'nowhere')
        return output;
    if (waits === 'folder')
        return formatOutput({ ...asked, ...(place === undefined ? {} : { dest: place }) });
    const { type, attributes } = isPush(asked) ? withMediaTypes(asked) : asked;
    const own = attributes.filter(([key]) => !naming.has(key));
    if (waits === 'engine')
        return formatOutput({ type: type === 'registry' ? 'image' : type, attributes: own });
    const byDigest = [
        ['name', repositoriesOf(names).join(',')],
        ['push', 'true'],
        ['push-by-digest', 'true'],
        ['name-canonical', 'true'],
    ];
    return formatOutput({ type: 'image', attributes: [...own, ...byDigest] });
}
/** The repositories of image names, each once. */
function repositoriesOf(names) {
    return [...new Set(names.map(repositoryOf))];
}
/** Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has. */
function withMediaTypes(output) {
    if (attributeOf(output, 'oci-mediatypes') !== undefined)
        return output;
    return { ...output, attributes: [...output.attributes, ['oci-mediatypes', 'true']] };
}
/** Whether what is written is an OCI layout folder, not one file. */
function isLayout(output) {
    return output.dest !== undefined && output.type !== 'tar' && attributeOf(output, 'tar') === 'false';
}
/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/;
/**
 * The delivery for which the build of the image can load it itself, which saves a second solve: into the very engine that builds, of the
 * image as it is measured, and where nothing can hold it back any more, neither a budget nor a smoke test.
 */
function findLoadWithBuild(deliveries, settings, { driver }) {
    const { maxSizeBytes, maxIncrease, smokeCheck } = settings;
    const mayBeHeldBack = maxSizeBytes !== undefined || maxIncrease.length > 0 || smokeCheck !== undefined;
    if (driver !== 'docker' || mayBeHeldBack)
        return undefined;
    return deliveries.find(({ how, waits, isCompressedAlike }) => isCompressedAlike && (how === 'loaded' || waits === 'engine'));
}
/**
 * Asks the engine what it has of an image that was loaded by its build, whose metadata name the digest of the layout beside it.
 * Gives undefined where it doesn't tell, as engines before 28: then it has to be loaded once more.
 */
async function askLoaded(docker, metadata) {
    const name = metadata?.imageName?.split(',')[0];
    if (name === undefined)
        return undefined;
    const descriptor = await askDescriptor(docker, nameless.exec(name)?.[1] ?? name);
    if (descriptor === undefined)
        return undefined;
    const { digest } = descriptor;
    const own = { 'containerimage.digest': digest, 'containerimage.descriptor': descriptor };
    return { digest, metadata: { ...metadata?.all, ...own } };
}

;// CONCATENATED MODULE: ./lib/src/shared/files/read-tar.js




/**
 * Reads an archive entry by entry; one whose content `take` leaves alone is passed over. Throws an Error for an archive that is no
 * tar or that is cut, wherever that is.
 */
async function readTar(path, take) {
    const entries = tar_stream.extract();
    const reading = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), entries);
    // An entry that is cut would wait for its end for ever: the library ends none when it fails itself.
    const cut = new AbortController();
    let open;
    reading.catch((error) => {
        if (open?.destroyed === true)
            cut.abort(error);
    });
    try {
        for await (const entry of entries) {
            open = entry;
            // The library's streams are ones that node's pipelines take, though their types do not say so.
            const content = entry;
            // What ends in the middle of an entry fails both; the archive tells of it, and an error that nobody takes ends the process.
            content.on('error', () => undefined);
            const { signal } = cut;
            await take({
                header: entry.header,
                pipeTo: (target) => (0,external_node_stream_promises_.pipeline)(content, target, { signal }),
                read: () => (0,external_node_stream_promises_.pipeline)(content, (source) => (0,consumers_.buffer)(source), { signal }),
            });
            entry.resume();
        }
        await reading;
    }
    catch (error) {
        throw error instanceof Error && error.name === 'AbortError' ? error.cause : error;
    }
}

;// CONCATENATED MODULE: ./lib/src/deliver/read-archive.js



/** Most bytes of all manifests and configs of an archive together. */
const maxBytes = 64 * 1024 * 1024;
const dockerSchema = dist/* array */.YOg(dist/* looseObject */._H3({ Config: dist/* string */.YjP() }));
/** The images that an OCI or Docker archive leads to. Its layers are passed over. Throws an Error for one that is damaged. */
async function readArchive(path) {
    const files = await readSmallFiles(path);
    const get = (name) => {
        const content = files.get(name);
        return content === undefined ? Promise.reject(new Error(`${name} is missing`)) : Promise.resolve(content);
    };
    // Before BuildKit wrote both, an archive for docker had a manifest.json alone.
    if (!files.has('index.json'))
        return readDockerArchive(get);
    return read_archive_readLayout({ index: () => get('index.json'), blob: ({ digest }) => get(blobName(digest)) });
}
/** The images that an OCI layout folder leads to. Throws an Error for one that is damaged. */
function readArchiveFolder(folder) {
    return read_archive_readLayout(layoutFolder(folder));
}
async function read_archive_readLayout(layout) {
    const images = await readImagesOf(layout);
    return {
        manifestDigests: new Set(images.map(({ manifestDigest }) => manifestDigest)),
        configDigests: new Set(images.map(({ configDigest }) => configDigest)),
    };
}
/** By the configs that manifest.json names (Docker image specification 1.2). */
async function readDockerArchive(get) {
    const images = dist/* parse */.qgA(dockerSchema, JSON.parse((await get('manifest.json')).toString('utf8')));
    const configs = await Promise.all(images.map(async ({ Config: config }) => digestOf(await get(config))));
    return { manifestDigests: new Set(), configDigests: new Set(configs) };
}
/** All that may be JSON: only the whole archive tells which blob is a manifest, which one a small layer. */
async function readSmallFiles(path) {
    const files = new Map();
    let bytes = 0;
    await readTar(path, async ({ header: { name, type, size }, read }) => {
        if (type !== 'file' || size > maxJsonBytes || bytes + size > maxBytes)
            return;
        const content = await read();
        if (!/^\s*[[{]/.test(content.toString('latin1', 0, 64)))
            return;
        bytes += size;
        files.set(name.replace(/^\.\//, ''), content);
    });
    return files;
}

;// CONCATENATED MODULE: ./lib/src/deliver/check-delivery.js








const check_delivery_inspectDeadlineMs = 30_000;
const same = (by) => ({ kind: 'same', by });
const check_delivery_indexSchema = dist/* looseObject */._H3({
    manifests: dist/* array */.YOg(dist/* looseObject */._H3({ digest: dist/* string */.YjP(), annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) })),
});
const check_delivery_manifestSchema = dist/* looseObject */._H3({ config: dist/* looseObject */._H3({ digest: dist/* string */.YjP() }) });
/** Looks at what is to be delivered, before it gets its names. Throws an Error for an archive that is damaged. */
async function proveDelivery(tools, delivery, { digest, configDigest, place }, measured) {
    const { how, asked, waits } = delivery;
    if (measured[0].method === 'docker-save')
        return proveByConfig(delivery, configDigest ?? digest, measured[0]);
    if (waits === 'engine' && place !== undefined)
        return proveInEngine(tools, delivery, place, measured);
    if (how === 'pushed')
        return provePush(tools, delivery, digest ?? measured[0].manifestDigest, measured);
    if (waits !== 'folder' || place === undefined || asked.type === 'local' || asked.type === 'tar')
        return same('build');
    const read = isLayout(asked) ? readArchiveFolder : readArchive;
    const { manifestDigests, configDigests } = await read(place);
    if (measured.every((image) => manifestDigests.has(image.manifestDigest)))
        return same('manifest');
    const hasConfigs = measured.every((image) => configDigests.has(image.configDigest));
    return hasConfigs ? same('config') : { kind: 'other' };
}
/** An engine with its legacy store compresses while it pushes, and before Docker 23 names what it loads by its config alone. */
function proveByConfig({ how }, found, measured) {
    if (how === 'written')
        return same('build');
    return found === measured.configDigest ? same('config') : { kind: 'other' };
}
/** By the manifests that the engine has; where it does not tell, or was sent another form of the image, the same solve stands for it. */
async function proveInEngine({ docker }, { how, isCompressedAlike }, reference, measured) {
    const platforms = measured.map(({ platform }) => askDescriptor(docker, reference, platform));
    const manifests = await Promise.all(platforms);
    const isSame = measured.every(({ manifestDigest }, index) => manifests[index]?.digest === manifestDigest);
    if (isSame)
        return same('manifest');
    const isTold = manifests.every((manifest) => manifest !== undefined);
    return how === 'pushed' && isCompressedAlike && isTold ? { kind: 'other' } : same('build');
}
/** What the registry has under the digest must be the measured manifest, or an index with it. */
async function provePush({ docker, builder }, { names, isCompressedAlike }, digest, measured) {
    if (measured.length === 1 && digest === measured[0].manifestDigest)
        return same('manifest');
    const repository = repositoryOf(names[0] ?? '');
    const ask = (of) => askManifest(docker, `${repository}@${of}`, builder, check_delivery_inspectDeadlineMs);
    const top = await ask(digest);
    if (top.kind === 'none')
        return { kind: 'unknown', reason: top.reason };
    const index = dist/* safeParse */.xLC(check_delivery_indexSchema, top.json);
    const entries = index.success ? index.output.manifests : [];
    const digests = new Set(entries.map((entry) => entry.digest));
    if (measured.every((image) => digests.has(image.manifestDigest)))
        return same('manifest');
    if (isCompressedAlike)
        return { kind: 'other' };
    // Layers that are compressed otherwise make another manifest; the config names what is in them.
    const images = entries.filter(({ annotations }) => annotations?.['vnd.docker.reference.type'] === undefined);
    const asked = index.success ? await Promise.all(images.map((image) => ask(image.digest))) : [top];
    const configDigests = new Set();
    for (const manifest of asked) {
        if (manifest.kind === 'none')
            return { kind: 'unknown', reason: manifest.reason };
        const parsed = dist/* safeParse */.xLC(check_delivery_manifestSchema, manifest.json);
        if (parsed.success)
            configDigests.add(parsed.output.config.digest);
    }
    return measured.every((image) => configDigests.has(image.configDigest)) ? same('config') : { kind: 'other' };
}
/** Configs of images are a few kilobytes. */
const maxConfigBytes = 1024 * 1024;
const check_delivery_configSchema = dist/* looseObject */._H3({
    os: dist/* string */.YjP(),
    rootfs: dist/* looseObject */._H3({ diff_ids: dist/* array */.YOg(dist/* string */.YjP()) }),
});
/** The names of the blobs in an OCI layout folder: digests without their algorithm. */
async function listBlobs(layoutFolder) {
    return new Set(await (0,promises_.readdir)((0,external_node_path_.join)(layoutFolder, 'blobs', 'sha256')));
}
/**
 * Whether a layout folder got the config of an image that it did not have before: then the solve that wrote into it again gave
 * another image. The config of an attestation says of itself that it is of no known system.
 */
async function hasNewImage(layoutFolder, before) {
    const folder = (0,external_node_path_.join)(layoutFolder, 'blobs', 'sha256');
    const added = (await (0,promises_.readdir)(folder)).filter((name) => !before.has(name));
    const configs = await Promise.all(added.map((name) => isImageConfig((0,external_node_path_.join)(folder, name))));
    return configs.includes(true);
}
async function isImageConfig(path) {
    if ((await (0,promises_.stat)(path)).size > maxConfigBytes)
        return false;
    const config = await (0,json/* readFileAs */.T)(check_delivery_configSchema, path);
    return config !== undefined && config.os !== 'unknown';
}

;// CONCATENATED MODULE: ./lib/src/deliver/explain-delivery.js


/** What a delivery is called while it runs, and when it fails. */
function wordsOf({ how, names, asked, waits }) {
    switch (how) {
        case 'pushed': {
            const title = `Push ${names.join(', ')}`;
            return {
                title,
                waiting: waits === 'engine' ? 'Load the image to push it' : title,
                failure: 'The push failed',
            };
        }
        case 'loaded': {
            const title = `Load ${names.join(', ') || 'the image'}`;
            return { title, waiting: title, failure: loadFailure };
        }
        case 'written': {
            const title = `Write ${asked.dest ?? ''}`;
            return { title, waiting: title, failure: `${asked.dest ?? ''} could not be written` };
        }
    }
}
/** What to do about a registry that refuses, by its words; the first that fits counts. */
const refusals = [
    [
        /immutable|can ?not be overwritten|tag .*already exists/i,
        () => 'The registry lets no tag move: give each commit one of its own, such as github.sha.',
    ],
    [
        /\b429\b|too ?many ?requests|rate (?:limit|exceeded)/i,
        () => 'The registry limits its requests: run the job again later.',
    ],
    [
        /\b401\b|unauthorized|authentication required|authorization failed|insufficient_scope|no basic auth|access denied, repository/i,
        (host) => `Log in to ${host} in a step above this one, such as docker/login-action. Runs of forks and of Dependabot have no secrets: push from branches alone.`,
    ],
    [
        /\b403\b|denied|forbidden/i,
        (host) => host === 'ghcr.io'
            ? 'Give the job permissions: { contents: read, packages: write }. Where another repository made the package, let this one write it: package settings, Manage Actions access.'
            : `Who is logged in to ${host} may not push there.`,
    ],
    [
        /name unknown|name_unknown|repository .*(?:does not exist|not found)/i,
        () => 'Make that repository in the registry first.',
    ],
];
/** The words of a push that failed, with what was to be pushed and, where the words tell, the way out. */
function explainPush(words, names) {
    const refused = names.find((name) => words.includes(`${name}:`));
    const [host = '', ...path] = (refused ?? names[0] ?? '').split('/');
    const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost');
    const [, wayOut] = refusals.find(([pattern]) => pattern.test(words)) ?? [];
    const known = refused === undefined ? `${names.join(', ')}: ${words}` : words;
    return wayOut === undefined ? known : `${known}\n${wayOut(isHost ? host : 'docker.io')}`;
}
/** The words of a delivery that failed: only a registry's refusal says of itself too little. */
function explain_delivery_explain({ how, names }, words) {
    return how === 'pushed' ? explainPush(words, names) : words;
}
function wordsOfPlace({ names, asked }) {
    return asked.dest ?? (names.join(', ') || 'the engine');
}
/** The error for an image that is another one than the measured one. */
function explain_delivery_notMeasured(delivery, measured) {
    const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ');
    return new errors/* OtherImageError */.wD('The builder gave another image than the measured one', `Measured was ${digests}; for ${wordsOfPlace(delivery)} the builder gave another one when the build was repeated from its cache: ` +
        `something else uses the builder, or changes files of the build, at the same time. ${wordsOfNames(delivery)}Run the job again.`);
}
function wordsOfNames({ waits }) {
    return waits === 'nowhere' ? '' : 'No tag was changed. ';
}
/** The words for an image that could not be compared. */
function wordsOfUnknown(delivery, reason) {
    return `Whether ${wordsOfPlace(delivery)} would be the measured image is not known: ${reason}. ${wordsOfNames(delivery)}Run the job again.`;
}

;// CONCATENATED MODULE: ./lib/src/deliver/put-output.js






const put_output_indexSchema = dist/* looseObject */._H3({
    manifests: dist/* array */.YOg(dist/* looseObject */._H3({ digest: dist/* string */.YjP(), annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) })),
});
const put_output_nameOf = ({ annotations }) => annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'] ?? '';
/** Brings what was written to where it was to go: a file in place of the one that is there, a folder's content into the one that is there. */
async function putOutput(waiting, dest) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(dest), { recursive: true });
    const there = await (0,promises_.stat)(dest).catch(() => undefined);
    if ((await (0,promises_.stat)(waiting)).isDirectory()) {
        await (0,promises_.mkdir)(dest, { recursive: true });
        await addToLayout((0,external_node_path_.join)(waiting, 'index.json'), (0,external_node_path_.join)(dest, 'index.json'));
        for (const name of await (0,promises_.readdir)(waiting))
            await merge((0,external_node_path_.join)(waiting, name), (0,external_node_path_.join)(dest, name));
    }
    else if (there !== undefined && !there.isFile()) {
        // Such as /dev/null; a folder is refused in the system's own words.
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(waiting), (0,external_node_fs_.createWriteStream)(dest));
    }
    else
        await move(waiting, there === undefined ? dest : await (0,promises_.realpath)(dest));
}
/** What an OCI layout that is there has under other names stays in its index, as buildx leaves it. */
async function addToLayout(index, before) {
    const [added, old] = [await (0,json/* readFileAs */.T)(put_output_indexSchema, index), await (0,json/* readFileAs */.T)(put_output_indexSchema, before)];
    if (added === undefined || old === undefined)
        return;
    const names = new Set(added.manifests.map(put_output_nameOf));
    const kept = old.manifests.filter((manifest) => !names.has(put_output_nameOf(manifest)));
    await (0,promises_.writeFile)(index, JSON.stringify({ ...added, manifests: [...kept, ...added.manifests] }));
}
async function merge(from, to) {
    const [source, target] = [await (0,promises_.lstat)(from), await (0,promises_.lstat)(to).catch(() => undefined)];
    if (source.isDirectory() && target?.isDirectory()) {
        for (const name of await (0,promises_.readdir)(from))
            await merge((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
        return;
    }
    if (target !== undefined && source.isDirectory() !== target.isDirectory())
        await (0,promises_.rm)(to, { recursive: true, force: true });
    await move(from, to);
}
/** The temporary folder may be on another file system. */
async function move(from, to) {
    await (0,promises_.rename)(from, to).catch(async (error) => {
        if (error.code !== 'EXDEV')
            throw error;
        await (0,promises_.cp)(from, to, { recursive: true, force: true, verbatimSymlinks: true });
    });
}

;// CONCATENATED MODULE: ./lib/src/deliver/give-names.js






/** Images that wait in the engine under names that nobody else uses; those names go away with it, and when the job is cancelled. */
class WaitingImages {
    #docker;
    #log;
    #images = [];
    constructor(docker, log) {
        this.#docker = docker;
        this.#log = log;
    }
    /** Gives a name for an image that is loaded next. */
    add() {
        const reference = `dotnet-container-${(0,external_node_crypto_.randomUUID)()}:waiting`;
        this.#images.push({ reference, takeBack: this.#docker.undoLater(['image', 'rm', reference]) });
        return reference;
    }
    async [Symbol.asyncDispose]() {
        for (const { reference, takeBack } of this.#images.splice(0)) {
            await takeBack((why) => {
                // A load that failed has left no name.
                if (!/no such image/i.test(why))
                    this.#log.warning(`The image ${reference} could not be removed: ${why}`);
            });
        }
    }
}
/**
 * Gives an image that waits, and was compared, the names that were asked for: all tags of a repository in one step, or in the engine,
 * and from there to the registry. Throws an Error with docker's words.
 */
async function giveNames({ docker, log, builder }, { how, names, waits, asked }, { sent, place = '', }, title) {
    if (waits === 'folder')
        await putOutput(place, asked.dest ?? '');
    if (waits === 'nowhere' || waits === 'folder')
        return undefined;
    let { digest } = sent;
    if (waits === 'registry') {
        for (const repository of repositoriesOf(names)) {
            const own = names.filter((name) => repositoryOf(name) === repository);
            await setTags(docker, `${repository}@${digest ?? ''}`, own, builder);
        }
    }
    else {
        for (const name of names)
            await tagImage(docker, place, name);
        const push = async (print) => {
            for (const [index, name] of names.entries()) {
                const pushed = await pushImage(docker, name, print).catch((error) => {
                    if (error instanceof errors/* CancelledError */.cc)
                        throw error;
                    const before = index === 0 ? '' : `\nPushed before that: ${names.slice(0, index).join(', ')}.`;
                    throw new Error(`${name}: ${(0,errors/* messageOf */.bD)(error)}${before}`, { cause: error });
                });
                digest = pushed ?? digest;
            }
        };
        if (how === 'pushed')
            await log.group(title, push);
    }
    const known = digest === undefined ? {} : { digest };
    const own = digest === undefined ? {} : { 'containerimage.digest': digest };
    return {
        ...known,
        metadata: { ...sent.metadata, ...own, 'image.name': names.map(canonicalName).join(',') },
    };
}
/** A name in full, as buildx writes it: `shop` is `docker.io/library/shop:latest` (distribution/reference, ParseNormalizedNamed). */
function canonicalName(name) {
    const [first = '', ...rest] = name.split('/');
    const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const full = hasHost ? name : `docker.io/${rest.length > 0 ? '' : 'library/'}${name}`;
    return /[:@][^/]*$/.test(full) ? full : `${full}:latest`;
}

;// CONCATENATED MODULE: ./lib/src/deliver/deliver-image.js
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










/**
 * Loads, pushes or writes the image by repeating the cached build with each of the outputs, but for the one that is `done`, as the
 * last act of the job. Names are set only when all of it was compared. Throws a UserError when that fails, and an OtherImageError
 * when the builder gave another image than the measured one; then all names stand for what they stood for before.
 */
async function deliverImage(tools, job, { measurements, layoutFolder }, deliveries, done) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { builder, workspace } = job.settings;
        const references = __addDisposableResource(env_1, new WaitingImages(tools.docker, tools.log), true);
        const waiting = [];
        // One solve for each: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of another output.
        for (const [index, delivery] of deliveries.entries()) {
            const path = delivery.waits === 'folder' ? (0,external_node_path_.join)(tools.tempFolder, `output-${index}`) : undefined;
            const isDone = delivery === done?.delivery;
            const place = isDone ? done.place : delivery.waits === 'engine' ? references.add() : path;
            const sent = isDone ? done.image : await send(tools, job, delivery, { place, layoutFolder, measurements });
            if (isDone)
                tools.log.info(`${wordsOf(delivery).waiting}: done with the build.`);
            const proof = await deliver_image_compare(tools.docker, builder, delivery, { sent, place }, measurements);
            waiting.push({ delivery, image: { sent, proof, place } });
        }
        const outputs = [];
        let first;
        for (const { delivery, image } of waiting) {
            const startedAt = performance.now();
            const sent = await deliver_image_name(tools, builder, delivery, image);
            const { how, names, asked } = delivery;
            const where = asked.dest === undefined ? names.join(', ') : shownPath(asked.dest, workspace);
            const isNoted = sent.durationMs !== undefined || how === 'pushed';
            const durationMs = (sent.durationMs ?? 0) + performance.now() - startedAt;
            outputs.push({ how, where, checkedBy: image.proof, ...(isNoted ? { durationMs } : {}) });
            const rank = ['pushed', 'loaded', 'written'].indexOf(how);
            if (first === undefined || rank < first.rank)
                first = { rank, sent };
        }
        if (first === undefined)
            return { kind: 'nothing' };
        const { digest = measurements[0].manifestDigest, metadata } = first.sent;
        return { kind: 'delivered', digest, metadata, outputs };
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
async function deliver_image_compare(docker, builder, delivery, { sent: { digest, configDigest }, place }, measurements) {
    const found = { digest, configDigest, place };
    const compared = await proveDelivery({ docker, builder }, delivery, found, measurements).catch((error) => ({ kind: 'unknown', reason: (0,errors/* messageOf */.bD)(error) }));
    if (compared.kind === 'same')
        return compared.by;
    if (compared.kind === 'other')
        throw explain_delivery_notMeasured(delivery, measurements);
    throw new errors/* UserError */.yo('The pushed or loaded image could not be checked', wordsOfUnknown(delivery, compared.reason));
}
async function deliver_image_name({ docker, log }, builder, delivery, image) {
    const { title, failure } = wordsOf(delivery);
    const named = await giveNames({ docker, log, builder }, delivery, image, title).catch((error) => {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        throw new errors/* UserError */.yo(failure, explain_delivery_explain(delivery, (0,errors/* messageOf */.bD)(error)));
    });
    return { ...image.sent, ...named };
}
/**
 * Sends the image to one place, by the cached build, which also writes into the layout folder again: that costs little, since its blobs are
 * there, and what it adds tells whether this solve gave the image that was measured. Of two layout folders buildx writes one; that one
 * tells by itself.
 */
async function send({ docker, log, tempFolder }, { request, settings }, delivery, { place, layoutFolder, measurements }) {
    const { waits } = delivery;
    // Of a try before nothing is left.
    if (waits === 'folder' && place !== undefined)
        await (0,promises_.rm)(place, { recursive: true, force: true });
    const before = layoutFolder && (await listBlobs(layoutFolder));
    const hasBeside = layoutFolder !== undefined && !isLayout(delivery.asked);
    const beside = hasBeside ? [layoutOutput(layoutFolder, choosePacking(settings))] : [];
    const { waiting: title, failure } = wordsOf(delivery);
    const own = place === undefined ? [] : [place];
    const tags = { nowhere: request.tags, folder: request.tags, registry: [], engine: own };
    const outputs = [...beside, waitingOutput(delivery, place)];
    const repeated = { ...request, tags: tags[waits], outputs };
    const sent = await repeatBuild(docker, log, { title, failure }, repeated, tempFolder).catch((error) => {
        throw error instanceof errors/* UserError */.yo ? new errors/* UserError */.yo(failure, explain_delivery_explain(delivery, error.message)) : error;
    });
    if (before && (await hasNewImage(layoutFolder, before)))
        throw explain_delivery_notMeasured(delivery, measurements);
    return sent;
}

;// CONCATENATED MODULE: ./lib/src/plan/choose-platforms.js
/**
 * Tests run on the builder's own platform where that was asked for, else on the first one that it can run, else on the first
 * one: a stage that begins with `--platform=$BUILDPLATFORM` runs there all the same. Headlines speak of the builder's own too.
 */
function choosePlatforms(asked, { platforms }) {
    const [first] = asked;
    if (first === undefined)
        return { image: [], tests: [] };
    const isNative = (one) => platforms[0] !== undefined && isSamePlatform(one, platforms[0]);
    const canRun = (one) => platforms.some((other) => isSamePlatform(one, other));
    const main = asked.find(isNative) ?? first;
    const tests = asked.find(isNative) ?? asked.find(canRun) ?? first;
    return { image: [main, ...asked.filter((one) => one !== main)], tests: [tests] };
}
/** The platforms that the image will be of: those that were asked for, else the one that buildx takes by itself. */
function expectedPlatforms({ image }, { platforms }, env) {
    const [first, ...others] = image;
    if (first !== undefined)
        return [first, ...others];
    // A builder that has not started yet does not tell; mostly it is of this machine.
    const own = process.arch === 'x64' ? 'amd64' : process.arch;
    return [env['DOCKER_DEFAULT_PLATFORM'] || (platforms[0] ?? `linux/${own}`)];
}
/** Whether two names are of one platform; `linux/arm64` is `linux/arm64/v8`, `linux/amd64` its first version. */
function isSamePlatform(one, other) {
    return plainPlatform(one) === plainPlatform(other);
}
/** The shortest name of a platform. */
function plainPlatform(platform) {
    return platform
        .toLowerCase()
        .replace(/^(.+\/arm64)\/v8$/, '$1')
        .replace(/^(.+\/amd64)\/v1$/, '$1');
}

;// CONCATENATED MODULE: ./lib/src/measure/measure-image.js







/** A layout that rests on what a baseline says, and does not fit to it. */
class OddLayoutError extends Error {
}
/**
 * Measures the images that were built into an OCI layout folder. Where something is odd with what the baselines say of its
 * layers, they are exported once more, whole. Throws an Error for a layout that is damaged or hostile.
 */
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
    const images = await readImages(layoutFolder);
    const wanted = Math.max(1, options.platforms.length);
    if (images.length !== wanted) {
        throw new Error(`the build gave ${images.length} images where ${wanted === 1 ? 'one was' : `${wanted} were`} expected`);
    }
    const order = ({ config }) => options.platforms.findIndex((platform) => isSamePlatform(platform, platformOf(config)));
    const measurements = [];
    for (const image of images.sort((a, b) => order(a) - order(b))) {
        // A layer that platforms share is read once.
        const known = readKnownLayers([...options.before, ...measurements], ({ digest }) => digest);
        measurements.push(await measureOne(built, image, known, options));
    }
    return { layoutFolder, measurements: measurements };
}
async function measureOne({ layoutFolder, steps }, image, known, { docker, plan, builderName, packing, before: all, tempFolder }) {
    const before = all.find(({ platform }) => isSamePlatform(platform, platformOf(image.config)));
    const sources = await findSources(layoutFolder, image, known);
    const origins = readLayerOrigins(image.config, plan.dockerfile, plan.final);
    const base = await findBase({ plan, steps, image, origins, before }, (reference) => countExported({ docker, builder: builderName, packing, tempFolder }, reference, image));
    const ownFrom = base?.layerCount ?? 0;
    const warnings = [];
    const layers = [];
    let layersRead = 0;
    for (const [index, { layer, diffId, known, isThere }] of sources.entries()) {
        const isOwn = index >= ownFrom;
        const isKnown = known !== undefined && !(known.isBase && isOwn);
        if (known !== undefined && !isKnown && !isThere)
            throw new OddLayoutError(`the layer ${layer.digest} was the base image's, and is one of its own now`);
        if (!isKnown)
            layersRead += 1;
        const { uncompressedBytes, content } = isKnown
            ? known.layer
            : await measure_image_readLayer(layoutFolder, layer, diffId, isOwn, warnings);
        layers.push({ digest: layer.digest, diffId, compressedBytes: layer.size, uncompressedBytes, content });
    }
    return {
        method: 'oci-layout',
        compression: compressionOf(image.layers),
        manifestDigest: image.manifestDigest,
        configDigest: image.configDigest,
        ...describeContent(image, layers, origins, base),
        layersRead,
        warnings,
    };
}
/** Tells of each layer where its content is known from. Throws an OddLayoutError for an empty file that nobody can fill. */
async function findSources(folder, image, byDigest) {
    return Promise.all(image.layers.map(async (layer, index) => {
        const diffId = image.config.rootfs.diff_ids[index] ?? '';
        const known = byDigest.get(layer.digest);
        const fits = known?.layer.diffId === diffId && known.layer.compressedBytes === layer.size;
        const stat = await (0,promises_.lstat)(blobPath(folder, layer.digest)).catch(() => undefined);
        const isThere = stat?.size === layer.size;
        if (!isThere && known !== undefined && !fits) {
            throw new OddLayoutError(`the baseline describes the layer ${layer.digest} otherwise`);
        }
        return { layer, diffId, known: fits ? known : undefined, isThere };
    }));
}
async function measure_image_readLayer(folder, layer, diffId, isOwn, warnings) {
    try {
        return await listLayer(folder, layer, diffId, isOwn);
    }
    catch (error) {
        if (!(error instanceof UnreadableLayerError))
            throw error;
        warnings.push(`The uncompressed size is without one layer: ${error.message}.`);
        return { uncompressedBytes: 0 };
    }
}
/** How most bytes of the image are compressed. */
function compressionOf(layers) {
    const bytes = new Map();
    for (const { mediaType, size } of layers) {
        const kind = compressionOfType(mediaType);
        bytes.set(kind, (bytes.get(kind) ?? 0) + size);
    }
    return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}

;// CONCATENATED MODULE: ./lib/src/job/build-image.js











/**
 * Builds the image that ships in the way that the builder can: into an OCI layout folder, which tells its size exactly;
 * or, with an engine that still has its legacy store, into that engine, where compressed sizes are estimates.
 */
async function buildImage(tools, job) {
    return (0,docker_builder/* writesLayouts */.Qx)(job.builder) ? buildLayout(tools, job) : buildLegacy(tools, job);
}
async function buildLayout(tools, job) {
    const { docker, log, tempFolder } = tools;
    const { settings, builder, plan, request, before } = job;
    const packing = choosePacking(settings);
    const deliveries = planDeliveries(settings, builder.driver);
    const withBuild = findLoadWithBuild(deliveries, settings, builder);
    const build = async (name, place) => {
        const folder = (0,external_node_path_.join)(tempFolder, name);
        // BuildKit adds to a layout that is there, such as that of a try before.
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        return buildFinal({ docker, log, plan, packing }, request, { folder, ...place });
    };
    const waiting = new WaitingImages(docker, log);
    const reference = withBuild?.waits === 'engine' ? waiting.add() : undefined;
    const built = await build('layout', {
        known: before.flatMap(({ layers }) => layers),
        load: withBuild && {
            output: waitingOutput(withBuild),
            tags: reference === undefined ? request.tags : [reference],
            metadataFile: (0,external_node_path_.join)(tempFolder, 'build-metadata.json'),
        },
    }).catch(async (error) => {
        await waiting[Symbol.asyncDispose]();
        throw error;
    });
    // While the image is measured. What was cancelled is told by those that run on.
    const loaded = withBuild && askLoaded(docker, built.metadata).catch(() => undefined);
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
            outputs: [layoutOutput(layoutFolder, packing)],
            measured: first,
        };
        const deliver = async () => {
            const image = await loaded;
            const done = withBuild && image && { delivery: withBuild, image, place: reference };
            return deliverImage(tools, job, measured, deliveries, done);
        };
        return { measurements, toStart, deliver };
    };
    return { ...built, measure, [Symbol.asyncDispose]: () => waiting[Symbol.asyncDispose]() };
}
async function buildLegacy(tools, job) {
    const { docker, log, tempFolder } = tools;
    const { settings, builder, plan, request, before } = job;
    const built = await buildIntoEngine(docker, log, plan, request, tempFolder);
    const measure = async () => {
        try {
            const measurement = await measureSaved(docker, built, plan, before[0]);
            const deliver = () => deliverImage(tools, job, { measurements: [measurement] }, planDeliveries(settings, builder.driver));
            const toStart = { request, outputs: [], measured: measurement };
            return { measurements: [measurement], toStart, deliver };
        }
        finally {
            const why = await built.remove();
            if (why !== undefined)
                log.warning(`The image ${built.reference} could not be removed: ${why}`);
        }
    };
    // Its name goes away when it is measured.
    return { ...built, measure, [Symbol.asyncDispose]: () => Promise.resolve() };
}

;// CONCATENATED MODULE: ./lib/src/compare/baseline.js

/** Gives the record back when it is one of the same image; throws an Error that says what differs. */
function requireComparable(record, identity) {
    const differs = ['imageKey', 'file', 'target'].filter((key) => record[key] !== identity[key]);
    if (differs.length === 0)
        return record;
    const names = { imageKey: 'image-key', file: 'Dockerfile', target: 'target' };
    throw new Error(`it was measured with another ${differs.map((key) => names[key]).join(', ')}`);
}
/** Words what a search in the store gave. `where` is what was searched, such as `main`. */
function toBaseline(found, where) {
    switch (found.kind) {
        case 'found':
            return { kind: 'found', record: found.record, source: found.source, warnings: [] };
        case 'unavailable': {
            const warning = `The baseline is missing, and this run is not kept as one: ${found.reason}.`;
            return { ...noBaseline('No baseline: its store could not be asked.', warning), isStoreDown: true };
        }
        case 'none': {
            const [rejected] = found.rejected;
            return rejected === undefined
                ? noBaseline(`No baseline yet: nothing was measured before${where === '' ? '' : ` on ${where}`}.`)
                : noBaseline('No baseline that can be compared.', `A stored baseline was not used: ${rejected}.`);
        }
    }
}
/** No baseline, with the sentence for the reader and, where something was lost, a warning. */
function noBaseline(reason, ...warnings) {
    return { kind: 'none', reason, warnings, isStoreDown: false };
}
/** A baseline of another platform says nothing about this image, nor of compressed sizes one that was measured or compressed in another way. */
function requireSameKind(baseline, image, metric) {
    if (baseline.kind === 'none')
        return baseline;
    const differs = differsInKind(baseline.record, image, metric);
    if (differs === undefined)
        return baseline;
    const what = baseline.source === 'registry' || baseline.source === 'rebuild'
        ? `The baseline of ${baseline.source}`
        : 'A stored baseline';
    return noBaseline('No baseline that can be compared.', `${what} was not used: ${differs}.`);
}
/** Why an earlier image can't be compared with this one, as half a sentence; undefined when it can. */
function differsInKind({ platform, method, compression, layers }, image, metric) {
    if (!isSamePlatform(platform, image.platform))
        return `it is of ${platform}, this image is of ${image.platform}`;
    // What is on disk has nothing of how it was compressed.
    if (metric === 'uncompressed')
        return undefined;
    if (method !== image.method)
        return `it was measured by ${method}, this image by ${image.method}`;
    // Nothing is compressed in an image without layers.
    const hasLayers = [layers, image.layers].every((some) => some === undefined || some.length > 0);
    if (hasLayers && compression !== image.compression)
        return `its layers are ${baseline_wordsOf(compression)}, those of this image ${baseline_wordsOf(image.compression)}`;
    return undefined;
}
function baseline_wordsOf(compression) {
    if (compression === 'other')
        return 'compressed in a way that is not known here';
    return compression === 'none' ? 'not compressed' : `compressed with ${compression}`;
}
/** The record that the image is compared with, when there is one. */
function recordOfBaseline(baseline) {
    return baseline.kind === 'found' ? baseline.record : undefined;
}

// EXTERNAL MODULE: ./lib/src/testing/test-report.js
var test_report = __webpack_require__(6984);
;// CONCATENATED MODULE: ./lib/src/measure/record/make-record.js


/** The record of an image that was just measured. */
function recordOf(measured, { identity, builder, source, tests, steps, neighbours }) {
    const { driver, engine } = builder;
    const { commit, branch } = source ?? {};
    const { imageKey, file, target, buildArgs } = identity;
    return {
        version: image_record/* recordVersion */.If,
        ...{ imageKey, file, target, buildArgs },
        ...contentOf(measured),
        ...{ driver, engine, commit, branch, neighbours },
        createdAt: new Date().toISOString(),
        isRestoreCached: findRestore([...(tests?.steps ?? []), ...steps]),
        history: [],
        tests: tests && recordOfTests(tests),
    };
}
/** The part of a measurement that is kept. */
function contentOf(measured) {
    const { platform, method, compression, manifestDigest, configDigest } = measured;
    const { configBytes, compressedBytes, uncompressedBytes, layers, base, user, rollForward } = measured;
    return {
        ...{ platform, method, compression, manifestDigest, configDigest },
        ...{ configBytes, compressedBytes, uncompressedBytes, layers, base, user, rollForward },
    };
}
/** Whether the step that restores packages came from the cache; undefined where there is none of its own. */
function findRestore(steps) {
    const restore = steps.find(({ name }) => /^RUN\b.*\bdotnet\s+restore\b/.test(name));
    return restore && restore.outcome === 'cached';
}
/** Most characters of test names that a record keeps. */
const maxNamesLength = 1_500_000;
function recordOfTests(tests) {
    const names = (0,test_report/* testNames */.ld)(tests);
    const keepsNames = names.length <= 30_000 && names.reduce((sum, name) => sum + name.length, 0) <= maxNamesLength;
    const { linesCovered, linesValid } = tests.coverage?.total ?? {};
    return {
        result: tests.result,
        ...tests.counts,
        durationMs: Math.round(tests.durationMs),
        names: keepsNames ? names : undefined,
        ...{ linesCovered, linesValid },
    };
}

;// CONCATENATED MODULE: ./lib/src/baselines/registry-baseline.js








const registry_baseline_exportDeadlineMs = 5 * 60_000;
/** The commit that an image was built from (OCI image specification, annotations). */
const revisionLabel = 'org.opencontainers.image.revision';
/**
 * Measures what a registry has under `baseline-image`: compressed sizes come from its manifest, and the content of those layers
 * that the image just measured does not have from their blobs.
 */
async function readRegistryBaseline({ docker, tempFolder }, reference, { settings, builder, plan }, after) {
    const lost = (reason) => noBaseline(`No baseline: ${reference} could not be read.`, `baseline-image ${reference} is no baseline: ${reason}.`);
    if (!(0,docker_builder/* writesLayouts */.Qx)(builder))
        return lost('this Docker engine, with its legacy image store, exports no OCI layout');
    const answer = await askRegistry(docker, reference, after.platform, settings.builder);
    if (answer.kind === 'none')
        return lost(answer.reason);
    const folder = (0,external_node_path_.join)(tempFolder, `registry-baseline-${after.platform.replaceAll('/', '-')}`);
    const send = async (name, known) => {
        const sent = await exportImage(docker, {
            reference: `${repositoryOf(reference)}@${answer.image.digest}`,
            ...{ platform: after.platform, builder: settings.builder, known },
            ...{ folder: (0,external_node_path_.join)(folder, name), deadlineMs: registry_baseline_exportDeadlineMs },
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
    const { config } = await readLayout(layoutFolder);
    const source = { branch: undefined, commit: commitOf(config) };
    const record = recordOf(measurement, {
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
function commitOf({ config }) {
    const revision = config?.Labels?.[revisionLabel];
    return revision !== undefined && /^[0-9a-f]{40,64}$/.test(revision) ? revision : undefined;
}

// EXTERNAL MODULE: ./lib/src/git/checkout.js
var checkout = __webpack_require__(9721);
// EXTERNAL MODULE: ./lib/src/inputs/problems.js
var inputs_problems = __webpack_require__(8688);
;// CONCATENATED MODULE: ./lib/src/plan/prepare-builds.js




/**
 * Puts the instrumented Dockerfile into a private folder, under the name that the team's file has, so that BuildKit's
 * messages read the same; with it the ignore file of that very Dockerfile, which BuildKit looks for beside it. The image
 * that ships is built from the team's own file, unless it needs a stage in which tests run, which would otherwise run
 * there a second time.
 */
async function prepareBuilds(plan, settings, { cacheFrom, testsFrom, attests, platforms }, tempFolder) {
    const { instrumented, dockerfile, final } = plan;
    const write = (name, text) => writeBeside(settings.file, (0,external_node_path_.join)(tempFolder, name), text);
    const path = await write('instrumented', instrumented.text);
    const { context, builder, buildArgs, secrets, pull, tags, annotations } = settings;
    const labels = labelsOf(settings, dockerfile);
    // What a RUN sees is the same in both builds: else the second would build again what the first has built.
    const common = { context, builder, buildArgs, pull, ...prepare_builds_surroundingsOf(settings) };
    const instrumentedFile = { dockerfile: path, secrets: [...secrets, ...instrumented.secrets] };
    const { noCache } = settings;
    // buildx takes either of them, not both.
    const noCacheStages = noCache ? [] : settings.noCacheFilters;
    const ofTests = { platforms: platforms.tests, noCache, noCacheStages };
    const tests = toBuildRequest({ ...common, cacheFrom: testsFrom, ...instrumentedFile, ...ofTests });
    const untested = await write('untested', instrumented.untested.text);
    const upToTests = (target) => ({ ...tests, dockerfile: untested, target });
    const targets = instrumented.targets.map(({ target }) => target);
    const own = instrumented.untested.targets.map(upToTests);
    const testCaches = settings.testCache
        ? { passed: targets.map((target) => ({ ...tests, target })), failed: targets.map(upToTests) }
        : { passed: own, failed: own.length > 0 ? own : targets.slice(0, 1).map(upToTests) };
    const image = toBuildRequest({
        ...{ ...common, cacheFrom },
        ...{ tags, labels, annotations, attests, platforms: platforms.image },
        ...withoutCache(plan, settings),
        dockerfile: settings.file,
        secrets,
    });
    const isLast = final.index === dockerfile.stages.length - 1;
    // In the instrumented file every stage that is built has a name; --target takes no number.
    if (instrumented.finalHasTests || (!isLast && final.name === undefined)) {
        return { tests, testCaches, image: { ...image, ...instrumentedFile, target: instrumented.finalTarget } };
    }
    const target = isLast ? undefined : final.name;
    return { tests, testCaches, image: { ...image, target } };
}
function prepare_builds_surroundingsOf(settings) {
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
function withoutCache({ tests, dockerfile, final }, { noCache, noCacheFilters }) {
    if (tests.kind !== 'stages')
        return { noCache, noCacheStages: noCache ? [] : noCacheFilters };
    if (!noCache && noCacheFilters.length === 0)
        return { noCache, noCacheStages: [] };
    const tested = new Set(tests.stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)].map((one) => one.index)));
    const left = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].filter((stage) => !tested.has(stage.index));
    const filters = new Set(noCacheFilters.map((name) => name.toLowerCase()));
    const names = left.flatMap((stage) => stage.name ?? []);
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

;// CONCATENATED MODULE: ./lib/src/baselines/rebuild-baseline.js
var rebuild_baseline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rebuild_baseline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/**
 * Builds the final stage of the base commit, in this job, with the same settings and cache, and measures
 * it. Its files go into a private folder: what is checked out stays as it is.
 */
async function rebuildBaseline(tools, { grewFrom: commit, lookups }, { settings, builder, request }, after) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const lost = (reason) => noBaseline('No baseline: none could be built.', `baseline: rebuild gave none: ${reason}.`);
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
        const built = rebuild_baseline_addDisposableResource(env_1, await tools.rebuild(job, tempFolder), true);
        const { measurements: [measurement], } = await built.measure();
        const source = { commit, branch: lookups[0]?.branch };
        const record = recordOf(measurement, {
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
        const result_1 = rebuild_baseline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Context and Dockerfile where that commit had them. Throws a UserError when it had none there. */
async function findPaths({ folder, top }, settings) {
    const root = await (0,promises_.realpath)(top);
    const [context, file] = [settings.context, settings.file].map((path) => (0,external_node_path_.relative)(root, path));
    if (context === undefined || file === undefined || [context, file].some(isOutside)) {
        throw new Error('context and Dockerfile are not of one repository');
    }
    const problems = new inputs_problems/* Problems */.Z();
    const paths = await findContext(context === '' ? '.' : context, file, folder, problems);
    problems.throwIfAny();
    return paths;
}

// EXTERNAL MODULE: ./lib/src/store/record-store.js
var record_store = __webpack_require__(6727);
;// CONCATENATED MODULE: ./lib/src/baselines/find-baseline.js








/**
 * Looks for the stored records to compare with, one for a platform, in their order: each has a series of its own, whichever job builds
 * it. Never throws: trouble with the store is a reason why there is none.
 */
async function findStored(records, settings, identity, [first, ...others], trouble) {
    const find = (platform) => findStoredOf(searcherOf(records, identity, platform), records, settings, trouble);
    const found = [await find(first)];
    // One after the other: records pass through one folder.
    for (const platform of others)
        found.push(await find(platform));
    return found;
}
async function findStoredOf(find, records, { baseline }, trouble) {
    if (baseline.length === 0)
        return noBaseline('Not compared: baseline is off.');
    if (!baseline.includes('cache'))
        return noBaseline('No baseline.');
    if (trouble !== undefined)
        return toBaseline({ kind: 'unavailable', reason: trouble.reason }, '');
    const { lookups, isShallow, savesNone } = records.history;
    const where = lookups.at(-1)?.branch ?? '';
    try {
        const found = isShallow
            ? await findInShallow(records, find, where)
            : toBaseline(await find(lookups), where);
        if (found.kind === 'found' || savesNone === undefined)
            return found;
        return { ...found, reason: `${found.reason} This run saves no measurement: ${savesNone}.` };
    }
    catch (error) {
        return toBaseline({ kind: 'unavailable', reason: reasonOf(error) }, '');
    }
}
/** What looks for records that can be compared with this image. */
function searcherOf({ store }, identity, platform) {
    return (lookups) => store.find(nameSeries(identity, platform), lookups, (json) => requireComparable((0,image_record/* parseImageRecord */.U$)(json), identity));
}
/**
 * In a clone that was cut off, the ancestors that it does not have are asked for elsewhere, though only when the commit itself has no
 * record: mostly it has one.
 */
async function findInShallow({ history, remote }, find, where) {
    const { lookups, lookFrom } = history;
    const known = lookups.filter(({ commit }) => commit !== undefined);
    const first = await find(known);
    if (first.kind !== 'none' || lookFrom === undefined)
        return toBaseline(first, where);
    const asked = await remote?.ancestorsOf(lookFrom);
    const newest = lookups.filter(({ commit }) => commit === undefined);
    const branches = newest.map(({ branch }) => branch);
    const isNew = ({ commit }) => known.every((lookup) => lookup.commit !== commit);
    const older = asked?.kind === 'known' ? (0,record_store/* planLookups */.bf)(branches, asked.value).filter(isNew) : newest;
    const second = await find(older);
    if (second.kind === 'none')
        return toBaseline({ ...second, rejected: [...first.rejected, ...second.rejected] }, where);
    const baseline = toBaseline(second, where);
    if (second.kind === 'unavailable' || asked?.kind === 'known')
        return baseline;
    const reason = (0,errors/* whyUnknown */.FG)(asked);
    const warning = `The base commit has no measurement, and its ancestors are not known, so the image is compared with the newest one on ` +
        `${second.lookup.branch}: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`;
    return { ...baseline, warnings: [...baseline.warnings, warning] };
}
/**
 * Goes through the sources in the order of `baseline` until one gives an image of the same kind. Never throws for trouble
 * with a source: that is a warning, and the next one is asked.
 */
async function chooseBaseline(tools, records, job, image, stored) {
    const tried = [];
    const { sizeMetric } = job.settings;
    const comparable = requireSameKind(stored, image, sizeMetric);
    for (const source of job.settings.baseline) {
        const baseline = source === 'cache'
            ? comparable
            : requireSameKind(await attempt(source, () => ask(source, tools, records.history, job, image)), image, sizeMetric);
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
    return noBaseline(reasons.join(' '), ...tried.flatMap(({ warnings }) => warnings));
}
function ask(source, tools, history, job, image) {
    return source === 'registry'
        ? readRegistryBaseline(tools, job.settings.baselineImage ?? '', job, image)
        : rebuildBaseline(tools, history, job, image);
}
async function attempt(source, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        return noBaseline(`No baseline: ${source} gave none.`, `baseline: ${source} gave none: ${reasonOf(error)}`);
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
/** The first line of what a store threw: trouble that it does not know, and no reason to fail a job. */
function reasonOf(error) {
    const why = (0,errors/* messageOf */.bD)(error);
    return why.trim().split('\n')[0] ?? '';
}
/** What the measurements of an image are stored under: two Dockerfiles, targets or platforms of one `image-key` never meet. */
function nameSeries({ imageKey, file, target }, platform) {
    return `${imageKey}#${target} ${file} ${plainPlatform(platform)}`;
}

// EXTERNAL MODULE: ./lib/src/compare/min-change.js
var min_change = __webpack_require__(5651);
// EXTERNAL MODULE: ./lib/src/compare/metric.js
var compare_metric = __webpack_require__(5840);
;// CONCATENATED MODULE: ./lib/src/compare/budget.js


/** Holds the image's size against `max-size`, and its growth against each line of `max-increase`. */
function checkBudget({ image, since, labels }, settings) {
    const size = checkSize(image, settings);
    const growth = since === undefined
        ? []
        : settings.maxIncrease.map((limit) => checkGrowth(limit, since.before, since.comparison, settings));
    const limits = [...size, ...growth];
    if (limits.length === 0)
        return { kind: 'none' };
    if (limits.every(({ isExceeded }) => !isExceeded))
        return { kind: 'passed', limits };
    const label = findOverride(labels, settings.sizeOverrideLabel);
    const isTooLarge = size.some(({ isExceeded }) => isExceeded);
    return label === undefined || isTooLarge
        ? { kind: 'exceeded', limits }
        : { kind: 'overridden', limits, label };
}
/** Whether nothing but a label of the pull request decides: the image grew too much, and is not too large. */
function isUpToLabel(budget, { sizeOverrideLabel }) {
    if (budget.kind === 'overridden')
        return true;
    if (sizeOverrideLabel === undefined || budget.kind !== 'exceeded')
        return false;
    return budget.limits.every(({ kind, isExceeded }) => kind === 'growth' || !isExceeded);
}
function checkSize(image, { sizeMetric, maxSizeBytes }) {
    if (maxSizeBytes === undefined)
        return [];
    const sizeBytes = (0,compare_metric/* sizeOf */.$d)(image, sizeMetric);
    return [{ kind: 'size', isExceeded: sizeBytes > maxSizeBytes, limitBytes: maxSizeBytes, sizeBytes }];
}
function checkGrowth(limit, before, comparison, { sizeMetric, ignoreBaseImage, minChangeBytes }) {
    const ignoredBytes = ignoreBaseImage ? baseGrowth(comparison, sizeMetric) : 0;
    const growthBytes = (0,min_change/* changeOfContent */.n7)(comparison, sizeMetric) - ignoredBytes;
    const limitBytes = limit.kind === 'bytes' ? limit.limitBytes : Math.round(((0,compare_metric/* sizeOf */.$d)(before, sizeMetric) * limit.percent) / 100);
    const isExceeded = growthBytes > limitBytes && !(0,min_change/* countsAsNone */.P4)(growthBytes, { minChangeBytes });
    return { kind: 'growth', isExceeded, written: limit.written, limitBytes, growthBytes, ignoredBytes };
}
/** A base image that shrank does not make room smaller: then the image as a whole grew by less. */
function baseGrowth({ contents }, metric) {
    const base = contents.parts.find(({ kind }) => kind === 'base');
    return base === undefined ? 0 : Math.max(0, (0,compare_metric/* changeOf */.C2)(base, metric));
}
/** GitHub's labels differ by more than their case. */
function findOverride(labels, wanted) {
    return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase());
}

// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js + 3 modules
var attribution = __webpack_require__(9457);
;// CONCATENATED MODULE: ./lib/src/compare/compare-files.js

/**
 * The files that differ: those of one path, then those with the same content under another name, then what came and went. Equal ones
 * are apart, whichever layer they are in. Each file is looked at a fixed number of times, however many there are.
 */
function pairFiles(before, after) {
    const equal = matchBy((file) => `${compare_files_contentOf(file)} ${file.path}`, before, after);
    const changed = matchBy(({ path }) => path, equal.before, equal.after);
    const renamed = matchBy((file) => (file.sizeBytes > 0 && file.hash !== '' ? compare_files_contentOf(file) : undefined), changed.before, changed.after);
    const pairs = [
        ...changed.pairs,
        ...renamed.pairs,
        ...renamed.after.map((file) => ({ before: undefined, after: file })),
        ...renamed.before.map((file) => ({ before: file, after: undefined })),
    ];
    return { pairs, equal: equal.pairs };
}
/** Whether a pair is one file under two names. */
function isRenamed({ before, after }) {
    return before !== undefined && after !== undefined && before.path !== after.path;
}
function compare_files_contentOf({ sizeBytes, hash }) {
    return `${sizeBytes} ${hash}`;
}
/** Pairs files that have the same key, in their order, and gives those that are left; one without a key is never paired. */
function matchBy(keyOf, before, after) {
    const waiting = new Map();
    for (const file of [...before].reverse()) {
        const key = keyOf(file);
        if (key === undefined)
            continue;
        const list = waiting.get(key);
        if (list === undefined)
            waiting.set(key, [file]);
        else
            list.push(file);
    }
    const pairs = [];
    const taken = new Set();
    const left = after.filter((file) => {
        const key = keyOf(file);
        const old = key === undefined ? undefined : waiting.get(key)?.pop();
        if (old === undefined)
            return true;
        taken.add(old);
        pairs.push({ before: old, after: file });
        return false;
    });
    return { pairs, before: before.filter((file) => !taken.has(file)), after: left };
}
/** The change of a pair in bytes; what only has another name changed by nothing. */
function changeOfPair(pair) {
    const { before, after } = pair;
    if (isRenamed(pair))
        return { compressedBytes: 0, uncompressedBytes: 0 };
    return {
        compressedBytes: (after?.compressedBytes ?? 0) - (before?.compressedBytes ?? 0),
        uncompressedBytes: (after?.sizeBytes ?? 0) - (before?.sizeBytes ?? 0),
    };
}
/** Words the pairs of all layers, the largest change first. */
function describeFiles(pairs) {
    const changes = pairs.flatMap((pair) => {
        const { before, after } = pair;
        const file = after ?? before;
        if (file === undefined)
            return [];
        const { kind, name } = file.part;
        return [
            {
                kind: before === undefined
                    ? 'added'
                    : after === undefined
                        ? 'removed'
                        : isRenamed(pair)
                            ? 'renamed'
                            : 'changed',
                path: file.path,
                pathBefore: isRenamed(pair) ? before?.path : undefined,
                beforeBytes: before?.sizeBytes ?? 0,
                afterBytes: after?.sizeBytes ?? 0,
                compressedChangeBytes: changeOfPair(pair).compressedBytes,
                part: { kind, name },
            },
        ];
    });
    return changes.sort((a, b) => weightOf(b) - weightOf(a));
}
function weightOf({ afterBytes, beforeBytes, compressedChangeBytes }) {
    return Math.max(Math.abs(afterBytes - beforeBytes), Math.abs(compressedChangeBytes));
}
/** Adds up the changes of a comparison, part by part. */
class PartLedger {
    #parts = new Map();
    /** Adds bytes to a part; `isEstimate` where the compressed ones are a share. */
    add({ kind, name }, delta, isEstimate) {
        const key = compare_files_keyOf({ kind, name });
        const part = this.#parts.get(key) ?? {
            kind,
            name,
            compressedChangeBytes: 0,
            uncompressedChangeBytes: 0,
            isEstimate,
        };
        part.compressedChangeBytes += delta.compressedBytes;
        part.uncompressedChangeBytes += delta.uncompressedBytes;
        this.#parts.set(key, part);
    }
    /** All parts that something was added to, also when it came to nothing. */
    parts() {
        return [...this.#parts.values()];
    }
}
/** What tells parts from each other; see `partKey`. */
function compare_files_keyOf({ kind, name }) {
    return kind === 'recompressed' ? kind : (0,attribution/* partKey */.be)({ kind, name });
}

// EXTERNAL MODULE: ./lib/src/compare/compare-layers.js
var compare_layers = __webpack_require__(472);
;// CONCATENATED MODULE: ./lib/src/compare/compare-contents.js




/**
 * Tells which parts of an image its change comes from. Equal layers and equal files have no share in it, wherever they stand; a layer
 * of the same content (diffId) that is compressed otherwise is told as that, of the base image as well.
 */
function compareContents(before, after) {
    const ledger = new PartLedger();
    const base = { kind: 'base', name: after.base?.name ?? before.base?.name ?? '' };
    ledger.add(base, nothing, false);
    ledger.add(attribution/* configPart */.gK, { ...nothing, compressedBytes: after.configBytes - before.configBytes }, false);
    const [old, now] = [sideOf(before), sideOf(after)];
    /** What changed and belongs to files: the bytes of the layers, and all files in them. */
    const own = { ...nothing };
    const files = { before: [], after: [] };
    for (const change of (0,compare_layers/* compareLayers */.yN)(before.layers, after.layers)) {
        if (change.kind === 'same')
            continue;
        if ((0,compare_layers/* isRecompressed */.Hz)(change)) {
            ledger.add({ kind: 'recompressed', name: '' }, changesOf(change), false);
            continue;
        }
        const was = 'before' in change ? change.before : undefined;
        const is = 'after' in change ? change.after : undefined;
        if (was !== undefined && old.base.has(was))
            ledger.add(base, compare_contents_negated(was), false);
        if (is !== undefined && now.base.has(is))
            ledger.add(base, is, false);
        const left = was === undefined || old.base.has(was) ? undefined : was;
        const came = is === undefined || now.base.has(is) ? undefined : is;
        const sum = added(came ?? nothing, compare_contents_negated(left ?? nothing));
        const unlisted = [left, came].find((layer) => layer !== undefined && layer.content === undefined);
        if (unlisted !== undefined) {
            ledger.add({ kind: 'unlisted', name: unlisted.createdBy }, sum, false);
            continue;
        }
        Object.assign(own, added(own, sum));
        if (left !== undefined)
            files.before.push(...(old.files.get(left) ?? []));
        if (came !== undefined)
            files.after.push(...(now.files.get(came) ?? []));
    }
    const { pairs, equal } = pairFiles(files.before, files.after);
    if (before.compression !== after.compression || before.method !== after.method) {
        const otherwise = { ...nothing, compressedBytes: sumOf(equal.map(changeOfPair)).compressedBytes };
        ledger.add({ kind: 'recompressed', name: '' }, otherwise, true);
        Object.assign(own, added(own, compare_contents_negated(otherwise)));
    }
    accountFor(ledger, own, pairs);
    return { parts: withVersions(ledger.parts(), before, after), files: describeFiles(pairs) };
}
/**
 * Puts the change of layers on the account of the files that changed. What archives themselves take can't change by more than their
 * headers did: the rest is what the estimates of the files missed.
 */
function accountFor(ledger, own, pairs) {
    const changes = pairs.map(changeOfPair);
    const rest = added(own, compare_contents_negated(sumOf(changes)));
    const weights = pairs.map((pair) => isRenamed(pair) ? 0 : (pair.before?.compressedBytes ?? 0) + (pair.after?.compressedBytes ?? 0));
    const canTake = weights.some((weight) => weight > 0);
    const { compressedBytes, uncompressedBytes } = rest;
    // Padding to the next block of 512 bytes compresses to nothing; headers are whole blocks.
    const headerBytes = Math.trunc(uncompressedBytes / 512) * 512;
    const ofArchive = canTake
        ? Math.min(Math.max(compressedBytes, Math.min(0, headerBytes)), Math.max(0, headerBytes))
        : compressedBytes;
    const missed = canTake ? shareOut(compressedBytes - ofArchive, weights) : [];
    for (const [index, { before, after }] of pairs.entries()) {
        const part = (after ?? before)?.part;
        const change = added(changes[index] ?? nothing, { ...nothing, compressedBytes: missed[index] ?? 0 });
        if (part !== undefined)
            ledger.add(part, change, true);
    }
    ledger.add(attribution/* archivePart */.Y3, { compressedBytes: ofArchive, uncompressedBytes }, canTake);
}
const nothing = { compressedBytes: 0, uncompressedBytes: 0 };
function added(one, other) {
    return {
        compressedBytes: one.compressedBytes + other.compressedBytes,
        uncompressedBytes: one.uncompressedBytes + other.uncompressedBytes,
    };
}
function sumOf(sizes) {
    return sizes.reduce(added, nothing);
}
function compare_contents_negated({ compressedBytes, uncompressedBytes }) {
    return { compressedBytes: -compressedBytes, uncompressedBytes: -uncompressedBytes };
}
/** The layers of an image's base, and the files of its other layers. */
function sideOf(record) {
    const files = new Map(record.layers.map((layer) => [layer, []]));
    for (const file of (0,attribution/* readOwnFiles */.u1)(record)) {
        const layer = record.layers[file.layer];
        if (layer !== undefined)
            files.get(layer)?.push(file);
    }
    return { base: new Set(record.layers.slice(0, record.base?.layerCount ?? 0)), files };
}
/** The parts that changed, the largest change first, with the versions that they had and have. */
function withVersions(parts, before, after) {
    const [versionsBefore, versionsAfter] = [(0,attribution/* readVersions */.q2)(before), (0,attribution/* readVersions */.q2)(after)];
    return parts
        .map((part) => ({
        ...part,
        versionBefore: versionsBefore.get(compare_files_keyOf(part)),
        versionAfter: versionsAfter.get(compare_files_keyOf(part)),
    }))
        .filter((part) => compare_contents_weightOf(part) > 0 || part.versionBefore !== part.versionAfter)
        .sort((a, b) => compare_contents_weightOf(b) - compare_contents_weightOf(a));
}
function compare_contents_weightOf({ compressedChangeBytes, uncompressedChangeBytes }) {
    return Math.max(Math.abs(compressedChangeBytes), Math.abs(uncompressedChangeBytes));
}
function changesOf(change) {
    return {
        compressedBytes: (0,compare_layers/* layerChangeBytes */.HZ)(change, 'compressed'),
        uncompressedBytes: (0,compare_layers/* layerChangeBytes */.HZ)(change, 'uncompressed'),
    };
}

;// CONCATENATED MODULE: ./lib/src/compare/compare-images.js



/** Compares two records: their totals, their layers, and what those hold. */
function compareImages(before, after, { sizeMetric, minChangeBytes }) {
    const contents = compareContents(before, after);
    const comparison = {
        compressedChangeBytes: after.compressedBytes - before.compressedBytes,
        uncompressedChangeBytes: after.uncompressedBytes - before.uncompressedBytes,
        configChangeBytes: after.configBytes - before.configBytes,
        layers: (0,compare_layers/* compareLayers */.yN)(before.layers, after.layers),
        contents,
    };
    return {
        ...comparison,
        minChangeBytes,
        isBelowMinChange: (0,min_change/* countsAsNone */.P4)((0,min_change/* changeOfContent */.n7)(comparison, sizeMetric), { minChangeBytes }),
    };
}

;// CONCATENATED MODULE: ./lib/src/compare/compare-with-baseline.js



/** Compares an image with its baseline, which is one of the same kind (`requireSameKind`), and with its budget. */
function compareWithBaseline(image, baseline, settings, labels) {
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    const comparison = before && compareImages(before, image, settings);
    const since = before && comparison && { before, comparison };
    return {
        image: before === undefined ? image : { ...image, history: historyAfter(before) },
        baseline: withUncheckedGrowth(baseline, settings),
        comparison,
        budget: checkBudget({ image, since, labels }, settings),
    };
}
/** A gate that could not be held against anything is told of: it is not one that was passed. */
function withUncheckedGrowth(baseline, { maxIncrease }) {
    if (baseline.kind === 'found' || maxIncrease.length === 0)
        return baseline;
    const warning = 'max-increase was not checked, since there is no baseline.';
    return { ...baseline, warnings: [...baseline.warnings, warning] };
}
function historyAfter(before) {
    const { history, createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached } = before;
    const point = { createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached };
    return [...history, point].slice(-image_record/* maxHistory */.dD);
}

;// CONCATENATED MODULE: ./lib/src/compare/release.js



/** No size to compare with, with the sentence for the reader and, where something was lost, a warning. */
function noRelease(reason, ...warnings) {
    return { kind: 'none', reason, warnings };
}
/**
 * What a record knows of a release: carried on from earlier ones, or by the commit of the record itself or of its history.
 * `commits` are that of the tag and those before it; the nearest counts.
 */
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
    const differs = differsInKind(record, image, sizeMetric);
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
            compressedChangeBytes: image.compressedBytes - point.compressedBytes,
            uncompressedChangeBytes: image.uncompressedBytes - point.uncompressedBytes,
            isBelowMinChange: (0,min_change/* countsAsNone */.P4)((0,compare_metric/* sizeOf */.$d)(image, sizeMetric) - (0,compare_metric/* sizeOf */.$d)(point, sizeMetric), {
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
/**
 * The tags that name a release, the highest version first. By version, not by date: a patch of an old release may be younger. Of
 * `v2` and `v2.0.0` the longer one comes first, since the shorter one may be moved on.
 */
function highestFirst(tags, { prefix, suffix }) {
    return tags
        .flatMap((tag) => {
        const version = readVersion(tag.name, prefix, suffix);
        return version === undefined ? [] : [{ tag, version }];
    })
        .sort((a, b) => compareVersions(b.version, a.version))
        .map(({ tag }) => tag);
}
function readVersion(name, prefix, suffix) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix))
        return undefined;
    const [, numbers] = versionPattern.exec(name.slice(prefix.length, name.length - suffix.length)) ?? [];
    return numbers?.split('.').map(Number);
}
function compareVersions(one, other) {
    for (let index = 0; index < 4; index += 1) {
        const difference = (one[index] ?? 0) - (other[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return one.length - other.length;
}

// EXTERNAL MODULE: ./lib/src/report/text/describe-excess.js
var describe_excess = __webpack_require__(830);
;// CONCATENATED MODULE: ./lib/src/job/compare-image.js








/** Compares the image of each platform with its own baseline and the last release, and holds each against the budget. */
async function compareImage(tools, context, job, images) {
    const { settings, released } = job;
    const compared = await (0,shared_log/* runPhase */.P)(tools.log, 'Baseline', async () => {
        const pairs = await chooseBaselines(tools, { history: context, remote: tools.github }, job, images);
        return await compareAll(tools.github, context, settings, pairs);
    }, (found) => found.map(({ baseline }) => compare_image_describeChoice(baseline)).join('; '));
    const platforms = compared.map((found, index) => withRelease(found, released[index], settings));
    return {
        platforms,
        warnings: [...baselineWarnings(platforms), ...releaseWarnings(released)],
        problems: (0,describe_excess/* describeExcesses */.Jf)(platforms, settings),
    };
}
async function chooseBaselines({ docker, log, tempFolder }, records, job, images) {
    const rebuild = (rebuilt, folder) => buildImage({ docker, log, tempFolder: folder }, rebuilt);
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
        return compareWithBaseline(image, { ...baseline, warnings: told }, settings, labels);
    });
    const findings = compare(labels);
    if (pullRequest === undefined || !findings.some(({ budget }) => isUpToLabel(budget, settings)))
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
function compare_image_describeChoice(baseline) {
    if (baseline.kind === 'none')
        return baseline.reason.replace(/\.$/, '');
    const { commit, branch } = baseline.record;
    return [
        `found by ${baseline.source}`,
        commit && `of commit ${commit.slice(0, 7)}`,
        branch && `on ${branch}`,
    ]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/src/plan/stages/describe-stages.js


/** The stages of a Dockerfile in their order, each with those that it comes from. `extended` has test stages of ours below the team's own. */
function describeStages({ dockerfile, final, instrumented, }) {
    const extended = instrumented.dockerfile;
    const labels = new Set(instrumented.targets.map(({ label }) => label));
    const own = dockerfile.stages.length;
    return extended.stages
        .filter((stage) => stage.index < own || labels.has((0,parse_dockerfile/* stageLabel */.Hn)(stage)))
        .map((stage) => ({
        name: (0,parse_dockerfile/* stageLabel */.Hn)(stage),
        line: stage.index < own ? stage.firstLine : undefined,
        from: (0,stage_graph/* parentOf */.gN)(extended, stage)?.index,
        base: stage.base,
        copiesFrom: [
            ...new Set(stage.instructions.flatMap((one) => (0,stage_graph/* sourcesOf */.u0)(extended, stage, one).map(({ index }) => index))),
        ],
        runsTests: labels.has((0,parse_dockerfile/* stageLabel */.Hn)(stage)),
        isFinal: stage.index === final.index,
    }));
}

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
        try {
            for await (const findings of steps)
                found = { ...found, ...findings };
        }
        finally {
            found = { ...found, checks: await found.prepared?.checking };
        }
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
    const { settings, plan, prepared, checks = [], tested, built, measured, compared, smoke, written } = found;
    const judgement = tested?.judgement;
    return {
        imageKey: plan?.identity.imageKey ?? '',
        finalStage: plan ? (0,parse_dockerfile/* stageLabel */.Hn)(plan.final) : '',
        fileShown: settings?.fileShown ?? 'Dockerfile',
        sizeMetric: settings?.sizeMetric ?? 'compressed',
        stages: plan ? describeStages(plan) : [],
        testsOnly: plan?.testsOnly ?? false,
        notices: plan?.notices ?? [],
        checks,
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
            ...(prepared?.warnings ?? []),
            ...(found.filled?.warnings ?? []),
            ...(judgement?.warnings ?? []),
            ...(built?.warnings ?? []),
            ...(measured?.warnings ?? []),
            ...(compared?.warnings ?? []),
            ...(smoke?.warnings ?? []),
            ...(found.lost ?? []),
            ...(written?.warnings ?? []),
            ...(found.saved?.warnings ?? []),
        ],
        problems: [
            ...(judgement?.kind === 'fail' ? [judgement] : []),
            ...(compared?.problems ?? []),
            ...(smoke?.report?.problem === undefined ? [] : [smoke.report.problem]),
            ...(problem === undefined ? [] : [problem]),
        ],
    };
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
async function untilCancelled(signal, work) {
    let timer;
    let leave = () => undefined;
    const left = new Promise((_, reject) => {
        leave = () => {
            timer = setTimeout(() => {
                reject(new errors/* CancelledError */.cc());
            }, graceMs);
        };
    });
    if (signal.aborted)
        leave();
    else
        signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([work, left]);
    }
    finally {
        clearTimeout(timer);
        // At its end a process stops what is left of its job: a timer that begins then would hold it for seconds.
        signal.removeEventListener('abort', leave);
    }
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
        const saved = await store
            .save({ image: nameSeries(record, platform), run, branch, commit }, record)
            .catch((error) => ({ kind: 'not-saved', reason: reasonOf(error) }));
        if (saved.kind === 'not-saved') {
            told.isStoreDown = true;
            lose(saved.reason);
        }
        else if (saved.kind === 'already-saved') {
            const kept = await searcherOf({ store }, record, platform)([{ branch, commit }]).catch(() => undefined);
            if (kept?.kind === 'found' && isOfOther(kept.record, record))
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

;// CONCATENATED MODULE: ./lib/src/job/keep-for-next-time.js


/** Keeps the records of what went out, and the caches. */
async function* keepForNextTime(tools, context, caches, image, { platforms }) {
    const { warnings, isStoreDown } = await saveRecords(tools, context, image, platforms);
    yield { lost: warnings };
    yield* keepCaches(caches, image.request, isStoreDown);
}
/** Keeps the caches alone; without an image only what comes before the tests. */
async function* keepCaches({ writing, mounts }, image, isServiceInTrouble = false) {
    yield { written: await writing.finish(image, isServiceInTrouble) };
    yield { saved: await mounts?.save() };
}
/** Whether all of a job's builds came from the cache. */
function isFromCache({ tests }, steps) {
    return tests.cameFromCache && cameFromCache(steps);
}
/**
 * Whether the branch has measured these layers before: then that job has written the cache that all of it came from. A builder that stays
 * also answers with what it built for a pull request, which wrote nothing.
 */
function areMeasured({ before }, images) {
    const layersOf = ({ layers }) => layers.map(({ diffId }) => diffId).join();
    const known = new Set(before.map(layersOf));
    return images.every((image) => known.has(layersOf(image)));
}

// EXTERNAL MODULE: ./lib/src/measure/dotnet/read-deps-json.js
var read_deps_json = __webpack_require__(4672);
;// CONCATENATED MODULE: ./lib/src/measure/dotnet/read-runtime-config.js


const read_runtime_config_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(200));
const framework = dist/* object */.Ikc({ name: read_runtime_config_text, version: dist/* optional */.lqM(read_runtime_config_text, '') });
const frameworks = dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(framework), dist/* maxLength */.Ru6(100)));
const read_runtime_config_configSchema = dist/* object */.Ikc({
    runtimeOptions: dist/* object */.Ikc({
        framework: dist/* optional */.lqM(framework),
        frameworks,
        includedFrameworks: frameworks,
        rollForward: dist/* optional */.lqM(read_runtime_config_text),
    }),
});
/**
 * Reads a runtimeconfig.json (dotnet/sdk, documentation/specs/runtime-configuration-file.md). Undefined for a text that is
 * none.
 */
function readRuntimeConfig(json) {
    const parsed = dist/* safeParse */.xLC(read_runtime_config_configSchema, (0,read_deps_json/* parseJson */.q)(json));
    if (!parsed.success)
        return undefined;
    const { framework: only, frameworks: several = [], includedFrameworks, rollForward, } = parsed.output.runtimeOptions;
    const isSelfContained = includedFrameworks !== undefined;
    return {
        frameworks: includedFrameworks ?? [...(only === undefined ? [] : [only]), ...several],
        isSelfContained,
        rollForward,
    };
}

// EXTERNAL MODULE: ./lib/src/measure/analyze/shadowed-files.js
var shadowed_files = __webpack_require__(5459);
;// CONCATENATED MODULE: ./lib/src/measure/advice/image-facts.js





/** What .NET itself installs and downloads, which goes with the SDK and by no other way. */
const installed = /(?:^|\/)dotnet\/(?:sdk|packs|templates|sdk-manifests|shared)\/|(?:^|\/)\.nuget\/packages\//;
/** Reads from the input what the rules need. */
function readFacts(input) {
    const { record, dockerfile, final } = input;
    const ownFrom = record.base?.layerCount ?? 0;
    const hidden = new Set((0,shadowed_files/* findHiddenFiles */.L)(record).map(({ layer, path }) => `${layer} ${path}`));
    const isSeen = ({ layer, path }) => !hidden.has(`${layer} ${path}`);
    const ownFiles = (0,attribution/* readOwnFiles */.u1)(record);
    const visibleFiles = ownFiles.filter(isSeen);
    const seen = new Set(visibleFiles.map(({ path }) => path));
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    return {
        ...input,
        ownFrom,
        ownFiles,
        visibleFiles,
        applicationFiles: ownFiles.filter(({ path }) => seen.has(path) && !installed.test(path)),
        baseFiles: readBaseFiles(record, ownFrom).filter(isSeen),
        isListed: record.layers.every(({ content }) => content !== undefined),
        system: readSystem(record),
        configs: readConfigs(record, visibleFiles),
        root: (0,stage_graph/* chainOf */.dR)(dockerfile, final).at(-1) ?? final,
        roots: dockerfile.stages.filter((stage) => needed.has(stage) && (0,stage_graph/* parentOf */.gN)(dockerfile, stage) === undefined),
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
        const config = readRuntimeConfig(text);
        return config === undefined ? [] : [{ path, config }];
    }));
}
/** The instruction of the Dockerfile that made a layer. */
function instructionOf({ record, dockerfile }, layer) {
    const line = record.layers[layer]?.line;
    if (line === undefined)
        return undefined;
    return dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .find(({ firstLine }) => firstLine === line);
}
/** The project that the image is published from, where the build context has it. */
function applicationOf({ dockerfile, final, repository }) {
    return findPublished(dockerfile, final, repository).find(({ kind }) => kind === 'program');
}
/**
 * The project file of the application, as a guess at its place for texts to paste: of the first one in the image that has no
 * name of tests.
 */
function projectFileOf({ configs }) {
    const name = assemblyIn(configs) ?? 'App';
    return `${name}/${name}.csproj`;
}
/** The name of the first application in the image that has no name of tests. */
function assemblyIn(configs) {
    const names = configs.map(({ path }) => path.replace(/^.*\//, '').replace(/\.runtimeconfig\.json$/, ''));
    return names.find((one) => !/tests?$/i.test(one) && /^[\w.-]+$/.test(one));
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/dotnet-image.js
const current = /^mcr\.microsoft\.com\/dotnet\/(?:nightly\/)?(sdk|aspnet|runtime|runtime-deps)$/;
const core = /^mcr\.microsoft\.com\/dotnet\/core\/(?:nightly\/)?(sdk|aspnet|runtime|runtime-deps)$/;
const hub = /^(?:(?:index\.)?docker\.io\/)?microsoft\/(dotnet|aspnetcore|aspnetcore-build)$/;
/**
 * Reads the name of an image of .NET's, also under the names of old: `microsoft/dotnet` and `microsoft/aspnetcore` on Docker
 * Hub, and `mcr.microsoft.com/dotnet/core`, which ended with .NET Core 3.1.
 */
function parseDotnetImage(name) {
    const [, repository = '', tag = ''] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(name.toLowerCase()) ?? [];
    const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
    const version = major === undefined ? undefined : `${major}.${minor}`;
    const [, alive] = current.exec(repository) ?? [];
    const [, old] = core.exec(repository) ?? [];
    const [, oldest] = hub.exec(repository) ?? [];
    const kind = alive ?? old ?? (oldest === undefined ? undefined : kindOnHub(oldest, tag));
    if (kind === undefined)
        return undefined;
    return {
        kind: kind,
        version,
        suffix: alive === undefined
            ? suffixOfOld(tag)
            : tag.replace(/^\d+(?:\.\d+)*(?:-(?:preview|rc)[\w.]*)?/, '').replace(/^latest$/, ''),
        isDead: alive === undefined,
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
function suffixOfOld(tag) {
    return /-alpine/.test(tag) ? '-alpine' : '';
}
/** The image of that kind and version, on the same system as far as newer versions have it. */
function nameOfImage(kind, version, suffix) {
    return `mcr.microsoft.com/dotnet/${kind}:${version}${suffix}`;
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
    if (stage.base !== '' && line.includes(stage.base))
        return line.replace(stage.base, () => image);
    return `FROM ${image}${stage.name === undefined ? '' : ` AS ${stage.name}`}`;
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
    const versions = [...new Set(alive.map((stage) => versionOf(facts, stage)))];
    const old = versions.flatMap((version) => onOldDotnet(facts, version, alive.filter((stage) => versionOf(facts, stage) === version)));
    return [
        ...dead.map((stage) => onDeadName(facts, stage)),
        ...old,
        ...(dead.length + old.length > 0 ? [] : onOldSystem(facts)),
    ];
}
function onDeadName({ dockerfile, today }, stage) {
    const { kind = 'aspnet', version, suffix = '' } = parseDotnetImage(stage.base) ?? {};
    const endedOn = version === undefined ? undefined : endOfDotnet(version, today);
    const end = endedOn === undefined ? '' : `, and .NET ${version} has had no fixes since ${endedOn}`;
    return {
        id: 'dead-base-name',
        title: `${stage.base} is a name that gets no new images${end}.`,
        uncompressedBytes: undefined,
        compressedBytes: undefined,
        evidence: [`FROM ${stage.base}`],
        place: { file: dockerfile.shown, line: stage.firstLine },
        fix: fromLine(dockerfile, stage, nameOfImage(kind, currentDotnet(today), suffix)),
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
function onOldDotnet({ dockerfile, root, today }, version, stages) {
    const endedOn = version === undefined ? undefined : endOfDotnet(version, today);
    const place = stages.includes(root) ? root : stages[0];
    if (version === undefined || endedOn === undefined || place === undefined)
        return [];
    const next = currentDotnet(today);
    const lines = stages.flatMap((stage) => {
        const image = parseDotnetImage(stage.base);
        return image === undefined
            ? []
            : [fromLine(dockerfile, stage, nameOfImage(image.kind, next, lastingSuffix(image.suffix)))];
    });
    return [
        {
            id: 'dotnet-out-of-support',
            title: `.NET ${version} has had no security fixes since ${endedOn}.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: stages.slice(0, 5).map(({ base }) => `FROM ${base}`),
            place: { file: dockerfile.shown, line: place.firstLine },
            fix: [...lines, `and in the project file: <TargetFramework>net${next}</TargetFramework>`].join('\n'),
            link: 'https://learn.microsoft.com/en-us/lifecycle/products/microsoft-net-and-net-core',
        },
    ];
}
function onOldSystem({ system, today, dockerfile, root, record }) {
    const end = system === undefined ? undefined : endOfSystem(system.id, system.version, today);
    if (end === undefined || record.base === undefined)
        return [];
    const image = parseDotnetImage(record.base.name);
    return [
        {
            id: 'system-out-of-support',
            title: `${end.name}, which the image is made of, has had no security fixes since ${end.endedOn}.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [`FROM ${root.base}`],
            place: { file: dockerfile.shown, line: root.firstLine },
            fix: image?.version === undefined
                ? `Begin from a newer tag of ${record.base.name.replace(/:[^:/]*$/, '')}, and build with --pull.`
                : fromLine(dockerfile, root, nameOfImage(image.kind, image.version, lastingSuffix(image.suffix))),
            link: end.link,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/missing-framework.js


const sharedFramework = /(?:^|\/)shared\/([\w.]+)\/(\d[^/]*)\//;
const missing_framework_core = 'Microsoft.NETCore.App';
const web = 'Microsoft.AspNetCore.App';
const desktop = 'Microsoft.WindowsDesktop.App';
/** What the images have (dotnet/dotnet-docker, README of each). */
const ofImage = { sdk: [missing_framework_core, web], aspnet: [missing_framework_core, web], runtime: [missing_framework_core], 'runtime-deps': [] };
/**
 * An application that asks for a framework which the image doesn't have: by the files of the image where all of them are
 * listed, else by the name of the base image.
 */
function findMissingFramework(facts) {
    const installed = installedFrameworks(facts);
    if (installed === undefined)
        return [];
    const paths = new Set(facts.visibleFiles.map(({ path }) => path));
    const start = missing_framework_startOf(facts);
    const applications = facts.configs.filter(({ path }) => isApplication(path, paths));
    const failing = applications.flatMap((found) => {
        const missing = found.config.isSelfContained
            ? []
            : found.config.frameworks.filter((asked) => !missing_framework_isThere(asked, found.config, installed, facts.record, start));
        return missing.length === 0 ? [] : [{ name: missing_framework_nameOf(found), found, missing }];
    });
    const started = failing.find(({ name }) => applications.length === 1 || start.includes(`${name}.dll`));
    const [first = started] = started === undefined ? failing : [started];
    return first === undefined ? [] : [adviceOn(facts, first, first === started)];
}
/** What the container starts, as the Dockerfile says. */
function missing_framework_startOf({ dockerfile, final }) {
    const start = (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .flatMap(({ instructions }) => instructions.filter(({ keyword }) => /^(?:ENTRYPOINT|CMD)$/.test(keyword)))
        .map(({ argument }) => argument);
    return start.join('\n');
}
function missing_framework_nameOf({ path }) {
    return path.replace(/^.*\//, '').replace(/\.runtimeconfig\.json$/, '');
}
/** Tools of the SDK have a runtimeconfig.json too. */
function isApplication(path, paths) {
    const assembly = path.replace(/\.runtimeconfig\.json$/, '.dll');
    return !/(?:^|\/)dotnet\/sdk\//.test(path) && paths.has(assembly);
}
/** The frameworks in the image; a version is undefined where only the base image's name tells. */
function installedFrameworks(facts) {
    const { baseFiles, visibleFiles, isListed, record, ownFrom } = facts;
    const found = new Map();
    for (const { path } of [...baseFiles, ...visibleFiles]) {
        const [key, name, version] = sharedFramework.exec(path) ?? [];
        if (key !== undefined && name !== undefined && version !== undefined)
            found.set(`${name} ${version}`, { name, version });
    }
    if (isListed)
        return [...found.values()];
    const base = record.base === undefined ? undefined : parseDotnetImage(record.base.name);
    const isOwnListed = record.layers.slice(ownFrom).every(({ content }) => content !== undefined);
    if (base === undefined || !isOwnListed)
        return undefined;
    return [...found.values(), ...ofImage[base.kind].map((name) => ({ name, version: undefined }))];
}
/** Whether the host finds a version that it takes (dotnet/runtime, docs/design/features/framework-version-resolution.md). */
function missing_framework_isThere(asked, config, installed, record, start) {
    // The variable overrides what the file says.
    const rollForward = record.rollForward ?? config.rollForward ?? 'Minor';
    return installed.some(({ name, version }) => {
        if (name !== asked.name)
            return false;
        // What starts it may say otherwise, and with a preview the order is another one.
        const isUnsure = version === undefined || /ROLL_FORWARD|--roll-forward/.test(start) || /-/.test(asked.version + version);
        return isUnsure || rollsForward(numbersOf(asked.version), numbersOf(version), rollForward.toLowerCase());
    });
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
function adviceOn({ dockerfile, root, record }, { name, found, missing }, isStarted) {
    const base = parseDotnetImage(record.base?.name ?? '');
    const isWeb = missing.some((one) => one.name === web) || base?.kind === 'aspnet';
    const kind = base?.kind === 'sdk' ? base.kind : isWeb ? 'aspnet' : 'runtime';
    const versions = missing.map((one) => numbersOf(one.version));
    const [newest = [0, 0]] = versions.sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
    const version = newest.slice(0, 2).join('.');
    const names = missing.map((one) => `${one.name} ${one.version}`);
    const asked = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((one) => one !== '').join(' and ');
    const suffix = base?.suffix ?? '';
    return {
        id: 'missing-framework',
        title: `${isStarted ? "The container can't start" : `${name} can't start`}: ${name} asks for ${asked}, which the image doesn't have.`,
        uncompressedBytes: undefined,
        compressedBytes: undefined,
        evidence: [found.path],
        place: { file: dockerfile.shown, line: root.firstLine },
        fix: missing.some((one) => one.name === desktop)
            ? `${desktop} runs on Windows alone: take UseWPF and UseWindowsForms out of the projects that the image needs.`
            : fromLine(dockerfile, root, nameOfImage(kind, version, base?.version === version ? suffix : lastingSuffix(suffix))),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/root-user.js

/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application. */
function findRootUser({ record, dockerfile, final, root }) {
    const [user = ''] = record.user.split(':');
    if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/'))
        return [];
    const version = record.base?.dotnetVersion ?? parseDotnetImage(root.base)?.version ?? '';
    const hasAppUser = Number.parseInt(version, 10) >= 8;
    const own = final.instructions;
    const start = own.findIndex(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    // What a RUN does below it may need root.
    const isLast = start >= 0 && own.slice(start).every(({ keyword }) => keyword !== 'RUN');
    const line = isLast ? own[start]?.firstLine : (own.at(-1)?.lastLine ?? final.fromLastLine);
    return [
        {
            id: 'root-user',
            title: 'The container runs as root.',
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
            place: { file: dockerfile.shown, line: line ?? final.firstLine },
            fix: `${isLast ? 'Above' : 'Below'} this line:\nUSER ${hasAppUser ? '$APP_UID' : '1000:1000'}`,
            link: 'https://docs.docker.com/build/building/best-practices/#user',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/advice-on-files.js

/** What is less is not worth a line of the report. */
const minAdvisedBytes = 100_000;
const maxEvidence = 5;
/**
 * Advice on files that need not be there; none below 100 kB. `title` is given their size in words. The place is the line
 * that most of their bytes come from.
 */
function adviceOnFiles(facts, files, { id, title, fix, link }) {
    const { uncompressedBytes, compressedBytes } = advice_on_files_sumOf(files);
    if (uncompressedBytes < minAdvisedBytes)
        return [];
    return [
        {
            id,
            title: title(`${(0,format/* formatSize */.X)(uncompressedBytes)} (about ${(0,format/* formatSize */.X)(compressedBytes)} compressed)`),
            uncompressedBytes,
            compressedBytes,
            evidence: evidenceOf(files),
            place: advice_on_files_placeOf(facts, heaviestLayer(files)),
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
        .map(({ path, sizeBytes }) => `${path} (${(0,format/* formatSize */.X)(sizeBytes)})`);
}
/** The layer that most bytes of these files are in. */
function heaviestLayer(files) {
    const bytes = new Map();
    for (const { layer, sizeBytes } of files)
        bytes.set(layer, (bytes.get(layer) ?? 0) + sizeBytes);
    return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0];
}
/** The line of the Dockerfile that made a layer; for one of the base image that of its FROM. */
function advice_on_files_placeOf({ record, dockerfile, ownFrom, root }, layer) {
    if (layer === undefined)
        return undefined;
    const line = layer < ownFrom ? root.firstLine : record.layers[layer]?.line;
    return line === undefined ? undefined : { file: dockerfile.shown, line };
}
/** The bytes of files together. */
function advice_on_files_sumOf(files) {
    return {
        uncompressedBytes: files.reduce((all, { sizeBytes }) => all + sizeBytes, 0),
        compressedBytes: files.reduce((all, { compressedBytes }) => all + compressedBytes, 0),
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/smaller-base.js



/** Smaller variants of the base image, with the sizes that the registry has for this platform. */
function findSmallerBase({ record, dockerfile, root }) {
    const { neighbours } = record;
    const baseBytes = neighbours?.base.compressedBytes;
    if (neighbours === undefined || baseBytes === undefined || neighbours.base.name !== root.base)
        return [];
    if (!record.platform.startsWith(neighbours.platform))
        return [];
    const smaller = neighbours.smaller
        .filter(({ compressedBytes }) => baseBytes - compressedBytes >= minAdvisedBytes)
        .sort((a, b) => a.compressedBytes - b.compressedBytes);
    const [smallest] = smaller;
    if (smallest === undefined)
        return [];
    const saved = baseBytes - smallest.compressedBytes;
    return [
        {
            id: 'smaller-base',
            title: `${smallest.name} is ${(0,format/* formatSize */.X)(saved)} smaller than the base image: ${(0,format/* formatSize */.X)(smallest.compressedBytes)} compressed instead of ${(0,format/* formatSize */.X)(baseBytes)}.`,
            uncompressedBytes: undefined,
            compressedBytes: saved,
            evidence: smaller.map(({ name, compressedBytes }) => `${name} (${(0,format/* formatSize */.X)(compressedBytes)} compressed)`),
            place: { file: dockerfile.shown, line: root.firstLine },
            fix: [
                ...smaller.map(({ name }) => fromLine(dockerfile, root, name)),
                'Alpine is made of musl: native libraries need builds for it. Chiseled images have no shell and no package manager.',
            ].join('\n'),
            link: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/dotnet-commands.js








/** The commands of .NET's command line in a stage and those that it descends from, in the order in which they run. */
function dotnetCommands(dockerfile, stage) {
    let workdir = '/';
    const commands = [];
    for (const instruction of (0,stage_graph/* chainOf */.dR)(dockerfile, stage)
        .reverse()
        .flatMap((one) => one.instructions)) {
        if (instruction.keyword === 'WORKDIR')
            workdir = enter(workdir, unquoted(instruction.argument));
        if (instruction.keyword !== 'RUN')
            continue;
        for (const { words: all } of shellCommands((0,shell_text/* scriptOf */.Fl)(instruction))) {
            const [program = '', verb = '', ...words] = all;
            if (/^(?:.*\/)?dotnet$/.test(program))
                commands.push({ verb, words, instruction, workdir });
        }
    }
    return commands;
}
/** The command that publishes what an image ships, or builds it to a folder of its own: the last one in the stages that it needs. */
function publishOf(dockerfile, final) {
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    const commands = dockerfile.stages
        .filter((stage) => needed.has(stage))
        .flatMap((stage) => dotnetCommands(dockerfile, stage));
    return (commands.findLast(({ verb }) => verb === 'publish') ??
        commands.findLast((one) => one.verb === 'build' && outputOf(one) !== undefined));
}
/** A command with other words, as the RUN that the team wrote it in: with its mounts and what is set before it. */
function commandWith({ verb, instruction }, words) {
    const quoted = words.map((word) => /^[\w./:=@,+$%{}-]+$/.test(word) ? word : `"${word.replace(/"/g, '\\"')}"`);
    return ['RUN', ...(0,parse_dockerfile/* writtenFlags */.fo)(instruction), 'dotnet', verb, ...quoted].join(' ');
}
/**
 * The words of a command with a project of the build context in place of what it is given, such as a solution; as they are where they mean
 * that project already. Undefined where nothing tells where the project lies in the stage.
 */
function wordsFor(dockerfile, { words, instruction, workdir }, project) {
    const stage = dockerfile.stages.find(({ instructions }) => instructions.includes(instruction));
    const place = stage && (0,copied_paths/* containerPathOf */.u)((0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction), project);
    if (place === undefined || workdir === undefined)
        return undefined;
    const before = firstPath(words);
    const meant = external_node_path_.posix.resolve(workdir, before ?? '.');
    if (meant === place || meant === external_node_path_.posix.dirname(place))
        return words;
    return [external_node_path_.posix.relative(workdir, place), ...words.filter((word) => word !== before)];
}
/** Words without an option, in any of its forms, and its value. */
function withoutOption(words, names) {
    return words.filter((word, index) => !names.some((name) => word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}:`)) &&
        !names.includes(words[index - 1] ?? ''));
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
/** The absolute folder that a build or publish writes to, when its command says so. */
function outputOf({ words, workdir }) {
    const output = optionOf(words, ['-o', '--output']) ?? propertyOf(words, 'PublishDir');
    return output === undefined ? undefined : withoutSlash(enter(workdir, output));
}
function enter(workdir, folder) {
    if ((0,dockerfile_variables/* hasVariables */.cF)(folder))
        return undefined;
    if (folder.startsWith('/'))
        return external_node_path_.posix.normalize(folder);
    return workdir === undefined ? undefined : external_node_path_.posix.join(workdir, folder);
}
function withoutSlash(path) {
    return path === undefined || path === '/' ? path : path.replace(/\/+$/, '');
}
function unquoted(word) {
    return word.replace(/"([^"]*)"|'([^']*)'/g, (_all, double, single) => double ?? single ?? '');
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/early-argument.js



/** Names of build arguments whose values change with every build. */
const changing = /(?:^|_)(?:VERSION(?:_?SUFFIX|_?PREFIX)?|REVISION|COMMIT(?:_?(?:SHA|HASH|ID))?|GIT_?(?:SHA|COMMIT|HASH|REF)|SHA|BUILD_?(?:NUMBER|ID|DATE|TIME|VERSION)|(?:APP|PACKAGE|ASSEMBLY|FILE|INFORMATIONAL|IMAGE|RELEASE|SEM)_?VERSION|TIMESTAMP|CACHE_?BUST\w*)$/i;
/** Versions of what is installed, which change seldom. */
const early_argument_installed = /DOTNET|SDK|NODE|ASPNET|RUNTIME|ALPINE|DEBIAN|UBUNTU|LIB|TOOL|NUGET|NPM|CONFIGURATION|RUBY|PYTHON|JAVA|GO_/i;
/**
 * An ARG whose value changes with every build, above a RUN that restores: a RUN sees every ARG above it, so each build restores all packages
 * anew. Not where the restore uses it, and not an ARG that stands above the first FROM and isn't declared in the stage.
 */
function findEarlyArgument({ dockerfile, final }) {
    return [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].flatMap((stage) => {
        const restore = dotnetCommands(dockerfile, stage).find(({ verb }) => verb === 'restore')?.instruction;
        if (restore === undefined || !stage.instructions.includes(restore))
            return [];
        const found = stage.instructions.find(({ keyword, argument, firstLine }) => {
            const name = early_argument_nameOf(argument);
            const isEarly = (keyword === 'ARG' || (keyword === 'ENV' && /\$/.test(argument))) && firstLine < restore.firstLine;
            if (!isEarly || !changing.test(name) || early_argument_installed.test(name))
                return false;
            return !new RegExp(`\\$\\{?${name}\\b`).test((0,shell_text/* commandOf */.Nl)(restore));
        });
        if (found === undefined)
            return [];
        const name = early_argument_nameOf(found.argument);
        const written = dockerfile.text.split(/\r?\n/)[restore.firstLine - 1]?.trim() ?? '';
        return [
            {
                id: 'early-argument',
                title: `Every new value of ${name} restores all packages anew: line ${found.firstLine} declares it above the restore in line ${restore.firstLine}.`,
                uncompressedBytes: undefined,
                compressedBytes: undefined,
                evidence: [
                    `${dockerfile.shown}:${found.firstLine} ${found.keyword} ${found.argument.slice(0, 200)}`,
                    `${dockerfile.shown}:${restore.firstLine} ${written.slice(0, 200)}`,
                ],
                place: { file: dockerfile.shown, line: found.firstLine },
                fix: `Move line ${found.firstLine} below the restore, to where it is used first:\n${found.keyword} ${found.argument}`,
                link: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
            },
        ];
    });
}
function early_argument_nameOf(argument) {
    return /^\w+/.exec(argument)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/foreign-runtimes.js




/** .NET's names for the architectures of Go, which image platforms use. */
const architectures = {
    amd64: 'x64',
    arm64: 'arm64',
    arm: 'arm',
    '386': 'x86',
    s390x: 's390x',
    ppc64le: 'ppc64le',
    riscv64: 'riscv64',
    loong64: 'loongarch64',
};
const knownArchitecture = /-(x64|x86|arm64|arm|armel|armv6|s390x|ppc64le|riscv64|loongarch64|mips64|wasm|wasm32)$/;
const otherSystem = /^(?:win\d*|osx(?:\.[\d.]+)?|ios\w*|tvos\w*|mac\w*|aix|openbsd|netbsd|android|browser|wasi|freebsd|illumos|solaris|haiku|tizen|linux-bionic)$/;
/**
 * Files for other systems or architectures, below `runtimes/<runtime identifier>/`. What an identifier means is in
 * dotnet/runtime, PortableRuntimeIdentifierGraph.json. On musl a file for glibc counts only where its twin for musl lies beside,
 * since it may be all that the package has.
 */
function findForeignRuntimes(facts) {
    const [os, goArchitecture = ''] = facts.record.platform.split('/');
    const architecture = Object.hasOwn(architectures, goArchitecture)
        ? architectures[goArchitecture]
        : undefined;
    if (os !== 'linux' || architecture === undefined)
        return [];
    const libc = libcOf(facts);
    const paths = new Set(facts.applicationFiles.map(({ path }) => path));
    const files = facts.applicationFiles.filter((file) => isForeign(file, architecture, libc, paths));
    const rid = `linux-${libc === 'musl' ? 'musl-' : ''}${architecture}`;
    return adviceOnFiles(facts, files, {
        id: 'foreign-runtimes',
        title: (size) => `${publishesMore(facts) ? 'At least ' : ''}${size} of files for other systems lie in runtimes/ and are never used on ${facts.record.platform}.`,
        fix: fixFor(facts, rid),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
    });
}
/** Whether the command publishes more than the application, as one of a solution does, which the fix no longer does. */
function publishesMore(facts) {
    const { dockerfile, final } = facts;
    const publish = publishOf(dockerfile, final);
    const application = applicationOf(facts);
    const words = publish && application && wordsFor(dockerfile, publish, application.path);
    return words !== undefined && words.join('\n') !== publish?.words.join('\n');
}
function fixFor(facts, rid) {
    const { dockerfile, final } = facts;
    const application = applicationOf(facts);
    // No solution can be built or published for one system (NETSDK1134).
    const wordsOf = (command) => (application && wordsFor(dockerfile, command, application.path)) ?? command.words;
    const publish = publishOf(dockerfile, final);
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    const commands = dockerfile.stages
        .filter((stage) => needed.has(stage))
        .flatMap((stage) => dotnetCommands(dockerfile, stage).filter(({ instruction }) => stage.instructions.includes(instruction)));
    const own = withoutOption(publish === undefined ? ['-c', 'Release', '-o', '/app/publish'] : wordsOf(publish), ['-r', '--runtime', '--self-contained', '--sc']);
    const words = [...own, '-r', rid, '--self-contained', 'false'];
    // What was restored or built for no system can't be published for one.
    const before = commands
        .filter((one) => one.verb === 'restore' || (one.verb === 'build' && one !== publish && own.includes('--no-build')))
        .map((command) => commandWith(command, [
        ...withoutOption(command.verb === 'build' ? wordsOf(command) : command.words, ['-r', '--runtime']),
        '-r',
        rid,
    ]));
    const run = publish === undefined ? `RUN dotnet publish ${words.join(' ')}` : commandWith(publish, words);
    const same = before.length === 0 ? '' : `${[...new Set(before)].join('\n')}\n`;
    return `Publish for ${rid} alone:\n${same}${run}\nor, in the project file:\n<RuntimeIdentifier>${rid}</RuntimeIdentifier>\n<SelfContained>false</SelfContained>`;
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/packages-with-app.js




/** What is sent again with each deploy is worth two lines of the Dockerfile from here on, compressed. */
const minPackageBytes = 5_000_000;
/** More names would make a command that nobody reads. */
const maxNames = 12;
/**
 * Packages in one layer with the application's own files: each change of the code makes the layer another one, and a deploy sends the
 * packages anew. Only where packages are most of what a COPY brings from a stage, and the application's own files can be named.
 */
function findPackagesWithApp(facts) {
    const layers = [...new Set(facts.visibleFiles.map(({ layer }) => layer))];
    return layers.flatMap((layer) => {
        const copy = instructionOf(facts, layer);
        const from = copy === undefined ? undefined : wholeFolderOf(copy);
        const files = facts.visibleFiles.filter((file) => file.layer === layer);
        const packages = files.filter(({ owner }) => owner.owner.kind === 'package');
        const own = files.filter(({ owner }) => owner.owner.kind !== 'package');
        const sent = { packages: advice_on_files_sumOf(packages).compressedBytes, own: advice_on_files_sumOf(own).compressedBytes };
        if (copy === undefined || from === undefined || own.length === 0)
            return [];
        if (sent.packages < minPackageBytes || sent.packages < 2 * sent.own)
            return [];
        const names = ownNames(own, packages);
        return names === undefined ? [] : [packages_with_app_adviceOn(facts, { copy, from, layer, names, packages, sent })];
    });
}
function packages_with_app_adviceOn(facts, { copy, from, layer, names, packages, sent }) {
    const own = `${from.folder}-own`;
    const sources = names.map((name) => `${from.folder}/${name}`).join(' ');
    const copied = (folder) => ['COPY', ...(0,parse_dockerfile/* writtenFlags */.fo)(copy), folder, from.target].join(' ');
    const all = (0,format/* formatSize */.X)(sent.packages + sent.own);
    return {
        id: 'packages-with-app',
        title: `A deploy of changed code sends ${all} compressed instead of about ${(0,format/* formatSize */.X)(sent.own)}: packages that did not change are in the layer of line ${copy.firstLine}, too.`,
        uncompressedBytes: undefined,
        compressedBytes: undefined,
        evidence: evidenceOf(packages),
        place: advice_on_files_placeOf(facts, layer),
        fix: [
            `Take your own files apart at the end of stage ${from.stage}:`,
            `RUN mkdir ${own} && mv ${sources} ${own}/`,
            `Then copy the packages first, in place of line ${copy.firstLine}:`,
            copied(from.folder),
            copied(own),
        ].join('\n'),
        link: 'https://docs.docker.com/build/cache/optimize/',
    };
}
/** What a `COPY --from=stage /folder target` takes; undefined for another form, and for paths that a variable is in. */
function wholeFolderOf({ keyword, flags, argument }) {
    const stage = flags.find(({ name }) => name === 'from')?.value;
    const [, folder, target] = /^(\/[\w./-]+?)\/*(?:\/\.)?[ \t]+(\S+)$/.exec(argument.trim()) ?? [];
    if (keyword !== 'COPY' || stage === undefined || folder === undefined || target === undefined)
        return undefined;
    return /[$"']/.test(`${stage}${target}`) ? undefined : { stage, folder, target };
}
/**
 * Names in the copied folder, with a `*` behind those of projects, that stand for all of the application's own files and for no package's; undefined
 * where they are too many, or a folder has both.
 */
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
    let folder = first.slice(0, first.lastIndexOf('/') + 1);
    while (!others.every((path) => path.startsWith(folder)))
        folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    return folder;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/satellite-languages.js

/**
 * Texts of packages in languages that the team's own projects have none in. Their own ones stay whatever the property says
 * (measured with SDK 10.0.401).
 */
function findSatelliteLanguages(facts) {
    const satellites = facts.applicationFiles.flatMap((file) => {
        const culture = cultureOf(file);
        return culture === undefined ? [] : [{ file, culture }];
    });
    const wanted = new Set(satellites.filter(({ file }) => file.owner.owner.kind === 'project').map(({ culture }) => culture));
    const unwanted = satellites.filter(({ culture }) => !wanted.has(culture));
    const languages = new Set(unwanted.map(({ culture }) => culture)).size;
    const kept = [
        'en',
        ...[...wanted].filter((culture) => culture !== 'en' && /^[\w-]+$/.test(culture)).sort(),
    ].join(';');
    return adviceOnFiles(facts, unwanted.map(({ file }) => file), {
        id: 'satellite-languages',
        title: (size) => `${size} are texts of packages in ${languages === 1 ? 'a language' : `${languages} languages`} that the application itself has no texts in.`,
        fix: `In the project file, with the languages that your users read:\n<SatelliteResourceLanguages>${kept}</SatelliteResourceLanguages>`,
        link: 'https://learn.microsoft.com/en-us/dotnet/core/project-sdk/msbuild-props#satelliteresourcelanguages',
    });
}
function cultureOf({ owner: { trait, owner } }) {
    // What an installed SDK or runtime has is no matter of the project.
    return trait.kind === 'satellite' && owner.kind !== 'runtime' ? trait.culture : undefined;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/source-files.js



const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/;
const objFolder = /(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/;
/** What a build reads; views stay out, since they may be compiled at run time. */
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$/i;
const contextPage = 'https://docs.docker.com/build/concepts/context/#dockerignore-files';
/** The team's source, what a build left in `obj`, and the history of its repository. */
function findSourceFiles(facts) {
    const files = facts.applicationFiles;
    const git = files.filter(({ path }) => gitFolder.test(path));
    const obj = files.filter(({ path }) => objFolder.test(path));
    const others = files.filter(({ path }) => source.test(path) && !objFolder.test(path) && !gitFolder.test(path));
    return [
        ...adviceOnFiles(facts, git, {
            id: 'git-history',
            title: (size) => `${size} of the repository's history (.git) are in the image, for anyone to read who has the image.`,
            fix: 'In .dockerignore:\n**/.git',
            link: contextPage,
        }),
        ...adviceOnFiles(facts, obj, {
            id: 'obj-folders',
            title: (size) => `${size} of what a build leaves in obj folders are in the image.`,
            fix: 'In .dockerignore:\n**/bin\n**/obj\nand copy from the building stage only the folder that `dotnet publish -o` wrote.',
            link: contextPage,
        }),
        ...(advice_on_files_sumOf(others).uncompressedBytes < minAdvisedBytes ? [] : onSources(facts, others)),
    ];
}
/** The line that brings sources is one too many where another copies what a stage published; else it is to copy that instead. */
function onSources(facts, files) {
    const { dockerfile, final, ownFiles } = facts;
    const publish = publishOf(dockerfile, final);
    const stage = dockerfile.stages.find((one) => publish && one.instructions.includes(publish.instruction));
    const output = (publish && outputOf(publish)) ?? '/app/publish';
    const from = stage === undefined || stage === final ? 'build' : (stage.name ?? String(stage.index));
    const layer = heaviestLayer(files);
    const copy = layer === undefined ? undefined : instructionOf(facts, layer);
    const copied = final.instructions.find((one) => one.flags.some(({ name }) => name === 'from') && one.argument.startsWith(output));
    const more = { id: 'source-files', link: 'https://docs.docker.com/build/building/multi-stage/' };
    if (copied !== undefined && copy?.keyword === 'COPY' && copy !== copied) {
        const whole = ownFiles.filter((file) => file.layer === layer);
        return adviceOnFiles(facts, whole, {
            ...more,
            title: (size) => `${size} are in the image by line ${copy.firstLine}, source files among them; line ${copied.firstLine} copies what was published.`,
            fix: `Take line ${copy.firstLine} out.`,
        });
    }
    const where = copy?.keyword === 'COPY' ? `, in place of line ${copy.firstLine}` : '';
    return adviceOnFiles(facts, files, {
        ...more,
        title: (size) => `At least ${size} of files in the image are sources.`,
        fix: `Copy only what was published${where}:\nCOPY --from=${from} ${output} .`,
    });
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/symbols.js


/** Debug symbols in the image. */
function findSymbols(facts) {
    const files = facts.applicationFiles.filter(({ owner }) => owner.trait.kind === 'symbols');
    const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'));
    return adviceOnFiles(facts, files, {
        id: 'symbols',
        title: (size) => `${size} of debug symbols are in the image.`,
        fix: isNative
            ? 'Keep the symbols out of what is published; keep them elsewhere to read crash dumps:\n<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>'
            : `Build and publish without symbols, if stack traces may do without line numbers:\n${publishWith(facts, '-p:DebugType=none')}`,
        link: isNative
            ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
            : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
    });
}
function publishWith({ dockerfile, final }, word) {
    const publish = publishOf(dockerfile, final);
    return publish === undefined
        ? `RUN dotnet publish -c Release -o /app/publish ${word}`
        : commandWith(publish, [...publish.words, word]);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/test-assemblies.js



/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile = /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i;
const testPackage = /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i;
/** Test frameworks and their runners in the image. */
function findTestAssemblies(facts) {
    const files = facts.applicationFiles.filter((file) => testFile.test(file.path) || isOfTestPackage(file));
    return adviceOnFiles(facts, files, {
        id: 'test-assemblies',
        title: (size) => `${size} of test frameworks and test runners are in the image.`,
        fix: `Publish the application's project and not the solution or a test project:\n${publishApplication(facts)}`,
        link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
    });
}
/** The team's own command with the application's project in it. */
function publishApplication(facts) {
    const { dockerfile, final } = facts;
    const publish = publishOf(dockerfile, final);
    const application = applicationOf(facts);
    const words = publish && application && wordsFor(dockerfile, publish, application.path);
    return publish === undefined || words === undefined
        ? `RUN dotnet publish ${application?.path ?? projectFileOf(facts)} -c Release -o /app/publish`
        : commandWith(publish, words);
}
function isOfTestPackage({ owner: { owner } }) {
    return owner.kind === 'package' && testPackage.test(owner.name);
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
            fix: package_lists_fixFor(facts, heaviestLayer(files), cleanUp),
            link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
        });
    });
}
function package_lists_fixFor({ record, dockerfile }, layer, cleanUp) {
    const line = layer === undefined ? undefined : record.layers[layer]?.line;
    const run = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .find(({ keyword, firstLine }) => keyword === 'RUN' && firstLine === line);
    if (run === undefined || run.execForm !== undefined || run.argument.includes('\n'))
        return `Delete them in the RUN that brings them:\n${cleanUp}`;
    const flags = run.flags.map(({ name, value }) => `--${name}=${value} `).join('');
    return `RUN ${flags}${run.argument} \\\n    && ${cleanUp}`;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/removed-later.js






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
    const bytes = new Map();
    for (const { layer, sizeBytes } of files)
        bytes.set(layer, (bytes.get(layer) ?? 0) + sizeBytes);
    const all = [...bytes.values()].reduce((sum, one) => sum + one, 0);
    return [...bytes].flatMap(([layer, sum]) => (sum * 100 > all ? [layer] : [])).sort((a, b) => a - b);
}
function removed_later_fixFor(facts, layers, hiddenBy) {
    const remover = instructionOf(facts, hiddenBy);
    const makers = layers.flatMap((layer) => instructionOf(facts, layer) ?? []);
    const runs = makers.filter(({ keyword }) => keyword === 'RUN');
    const copies = makers.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD');
    const [run] = runs;
    const canJoin = run !== undefined &&
        remover?.keyword === 'RUN' &&
        runs.length === 1 &&
        [run, remover].every(({ execForm, argument }) => execForm === undefined && !argument.includes('\n'));
    const joined = canJoin
        ? [
            `Remove them in the RUN that makes them:\n${['RUN', ...(0,parse_dockerfile/* writtenFlags */.fo)(run), (0,shell_text/* commandOf */.Nl)(run)].join(' ')} \\\n    && ${(0,shell_text/* commandOf */.Nl)(remover)}`,
        ]
        : runs.length > 0
            ? ['Remove them in the RUN that makes them.']
            : [];
    const mounted = copies.map(({ firstLine, flags: ofCopy }) => `Line ${firstLine} copies them: leave them out there, or mount them in the RUN that needs them, as with --mount=type=bind,${ofCopy.some(({ name }) => name === 'from') ? `from=${ofCopy.find(({ name }) => name === 'from')?.value ?? ''},` : ''}source=…,target=….`);
    return [...joined, ...mounted].join('\n') || 'Remove them in the instruction that brings them.';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/second-runtime.js




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
    const kind = parseDotnetImage(facts.record.base?.name ?? '')?.kind;
    if (ofBase.length === 0 && (kind === undefined || kind === 'runtime-deps'))
        return [];
    const folders = new Set(facts.visibleFiles
        .filter(({ path }) => runtimeSign.test(path) && !second_runtime_installed.test(path))
        .map(({ path }) => second_runtime_folderOf(path)));
    const own = facts.visibleFiles.filter((file) => isRuntimeOf(file, folders, second_runtime_namesOf(ofBase)));
    const single = facts.visibleFiles.find((file) => isWholeApp(facts, file));
    const files = own.length > 0 ? own : ofBase;
    if ((own.length === 0 && single === undefined) || advice_on_files_sumOf(files).uncompressedBytes < minAdvisedBytes)
        return [];
    // An application that uses the base's runtime needs the base as it is.
    const usesBase = facts.configs.some(({ config }) => !config.isSelfContained);
    return usesBase && own.length === 0 ? [] : [second_runtime_adviceOn(facts, { own, ofBase, single, usesBase })];
}
function second_runtime_adviceOn(facts, { own, ofBase, single, usesBase }) {
    const { record, dockerfile, root } = facts;
    const base = parseDotnetImage(record.base?.name ?? '');
    const saved = advice_on_files_sumOf(own.length > 0 ? own : ofBase);
    const both = [advice_on_files_sumOf(own), advice_on_files_sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0);
    const size = [Math.min(...both), Math.max(...both)].map(format/* formatSize */.X);
    const shown = size[0] === size[1] ? (size[0] ?? '') : size.join(' to ');
    const publish = publishOf(dockerfile, facts.final);
    const dependent = publish === undefined
        ? 'Publish without --self-contained, with <SelfContained>false</SelfContained> in the project file.'
        : `Publish for the runtime of the base image (line ${publish.instruction.firstLine}):\n${commandWith(publish, [...withoutFlags(publish.words), '--self-contained', 'false'])}`;
    const image = base?.version === undefined ? undefined : nameOfImage('runtime-deps', base.version, base.suffix);
    const from = image === undefined ? 'an image of runtime-deps' : fromLine(dockerfile, root, image);
    const ways = [
        ...(own.length > 0 ? [dependent] : []),
        ...(usesBase ? [] : [`${own.length > 0 ? 'or begin' : 'Begin'} from an image without .NET:\n${from}`]),
    ];
    return {
        id: 'second-runtime',
        title: `The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves ${shown} compressed.`,
        ...saved,
        evidence: evidenceOf(own.length > 0 ? own : single === undefined ? ofBase : [single]),
        place: advice_on_files_placeOf(facts, heaviestLayer(own.length > 0 ? own : single === undefined ? ofBase : [single])),
        fix: ways.join('\n'),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
    };
}
function withoutFlags(words) {
    return words.filter((word, index) => !flags.test(word) && !(word === 'true' && /^--(?:self-contained|sc)$/.test(words[index - 1] ?? '')));
}
function isRuntimeOf({ path, owner: { owner } }, folders, names) {
    if (second_runtime_installed.test(path) || !folders.has(second_runtime_folderOf(path)))
        return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return owner.kind === 'runtime' || (names.size === 0 ? runtimeName.test(name) : names.has(name));
}
function second_runtime_namesOf(files) {
    return new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
}
/** An application in one file that needs no runtime beside it. */
function isWholeApp({ dockerfile, final }, { owner: { owner, trait }, sizeBytes }) {
    if (owner.kind !== 'single-file' || trait.kind !== 'native')
        return false;
    const words = publishOf(dockerfile, final)?.words ?? [];
    return sizeBytes >= minBundleBytes || words.some((word) => flags.test(word));
}
function second_runtime_folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-context.js





/** A build context without a .dockerignore, and what was sent of it. */
function findBuildContext(facts) {
    const { dockerfile, final, hasDockerignore, contextBytes } = facts;
    if (hasDockerignore || contextBytes === undefined || contextBytes < minAdvisedBytes)
        return [];
    const whole = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)]
        .flatMap((stage) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).copies)
        .find(({ source }) => source === '');
    return [
        {
            id: 'no-dockerignore',
            title: `${(0,format/* formatSize */.X)(contextBytes)} were sent to the builder, and no .dockerignore keeps out what it does not need.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [],
            place: whole === undefined ? undefined : { file: dockerfile.shown, line: whole.line },
            fix: `A file .dockerignore in the folder of the sources:\n${unneeded(facts).join('\n')}`,
            link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
        },
    ];
}
/** What no build needs, without what this one takes by name, or reads for its version. */
function unneeded({ dockerfile, final, repository }) {
    const instructions = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].flatMap((stage) => stage.instructions);
    const taken = instructions
        .filter(({ keyword, flags }) => /^(?:COPY|ADD)$/.test(keyword) && flags.every(({ name }) => name !== 'from'))
        .flatMap(({ argument, execForm }) => (execForm ?? (0,dockerfile_variables/* splitWords */.yM)(argument)).slice(0, -1))
        .flatMap((path) => path.split('/'));
    const readsHistory = instructions.some(({ keyword, argument }) => keyword === 'RUN' && /\bgit(?:version)?\b|\bnbgv\b|minver/i.test(argument)) ||
        repository.projects.some(({ packages }) => [...packages].some((name) => /gitversion|minver|gitinfo/.test(name)));
    return ['.git', '.vs', 'bin', 'obj', 'TestResults', 'node_modules']
        .filter((name) => !taken.includes(name) && !(name === '.git' && readsHistory))
        .map((name) => `**/${name}`);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-tools.js







const sdkFiles = /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//;
const toolFiles = /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/;
const multiStage = 'https://docs.docker.com/build/building/multi-stage/';
/** The .NET SDK in the final image: seen by its files, or by the name of the base image where those are not listed. */
function findSdk(facts) {
    const { record, dockerfile, final, root } = facts;
    const ofSdk = [...facts.baseFiles, ...facts.visibleFiles].filter(({ path }) => sdkFiles.test(path));
    const left = copiesFromStage(facts) ? [] : leftOfBuild(facts);
    const files = advice_on_files_sumOf(ofSdk).uncompressedBytes < minAdvisedBytes ? [] : [...new Set([...ofSdk, ...left])];
    const fix = shipTheRuntime(facts);
    const onFiles = adviceOnFiles(facts, files, {
        id: 'sdk-in-final-stage',
        title: (size) => `At least ${size} are in the image and not needed to run it: the .NET SDK, NuGet packages${left.length === 0 ? '' : ', and what the build left'}.`,
        fix,
        link: multiStage,
    });
    const base = record.base === undefined ? undefined : parseDotnetImage(record.base.name);
    if (onFiles.length > 0 || base?.kind !== 'sdk' || facts.isListed)
        return onFiles;
    return [
        {
            id: 'sdk-in-final-stage',
            title: `The final stage, ${(0,parse_dockerfile/* stageLabel */.Hn)(final)}, begins from the SDK image, which is made to build and not to run.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [`FROM ${root.base}`],
            place: { file: dockerfile.shown, line: root.firstLine },
            fix,
            link: multiStage,
        },
    ];
}
/** Whether the final stage copies what another one built, so that it needs nothing but another image to begin from. */
function copiesFromStage({ final }) {
    return final.instructions.some(({ keyword, flags }) => keyword === 'COPY' && flags.some(({ name }) => name === 'from'));
}
/** The files of own layers that a final stage of its own has not: all but those beside the published application. */
function leftOfBuild(facts) {
    const { dockerfile, final, configs, ownFiles } = facts;
    const publish = publishOf(dockerfile, final);
    const output = publish === undefined ? undefined : outputOf(publish);
    const folder = output?.slice(1) ?? configs[0]?.path.replace(/\/[^/]*$/, '');
    return folder === undefined ? [] : ownFiles.filter(({ path }) => !path.startsWith(`${folder}/`));
}
/** Compilers, make and git in the image's own layers. */
function findTools(facts) {
    const files = facts.visibleFiles.filter(({ path }) => toolFiles.test(path));
    const names = [...new Set(files.map(({ path }) => toolOf(path)))].sort();
    const layer = heaviestLayer(files);
    const line = layer === undefined ? undefined : facts.record.layers[layer]?.line;
    const where = line === undefined ? 'the final stage' : `line ${line}`;
    return adviceOnFiles(facts, files, {
        id: 'build-tools',
        title: (size) => `${size} of tools to build with (${names.join(', ')}) are in the final image.`,
        fix: `Take ${names.join(', ')} out of ${where}; install them in the stage that builds, and copy from there what it made.`,
        link: multiStage,
    });
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
    const { record, dockerfile, final, root, configs, today } = facts;
    const sdk = parseDotnetImage(record.base?.name ?? '');
    const version = sdk?.version ?? currentDotnet(today);
    const image = nameOfImage(runtimeKind(configs), version, (sdk?.suffix ?? '').replace(/-aot$/, ''));
    if (copiesFromStage(facts))
        return fromLine(dockerfile, root, image);
    const builder = final.name ?? 'build';
    const named = final.name === undefined
        ? `Name the stage that builds: ${fromLine(dockerfile, root, root.base)} AS build\n`
        : '';
    const { first, output } = publishedFolder(facts);
    const stage = [
        `FROM ${image}`,
        'WORKDIR /app',
        `COPY --from=${builder} ${output} .`,
        ...final.instructions
            .filter(({ keyword }) => /^(?:EXPOSE|ENV|HEALTHCHECK)$/.test(keyword))
            .map((one) => [one.keyword, ...(0,parse_dockerfile/* writtenFlags */.fo)(one), one.argument].join(' ')),
        ...startLines(facts),
    ];
    return `${named}${first}Add a final stage below it:\n\n${stage.join('\n')}`;
}
/** Where the stage publishes to, and what has to be done before, where it doesn't or where nothing says to which folder. */
function publishedFolder(facts) {
    const { dockerfile, final } = facts;
    const publish = dotnetCommands(dockerfile, final).findLast(({ verb }) => verb === 'publish');
    const output = publish === undefined ? undefined : outputOf(publish);
    if (output !== undefined)
        return { first: '', output };
    const folder = '/app/publish';
    if (publish !== undefined) {
        const line = commandWith(publish, [...publish.words, '-o', folder]);
        return {
            first: `Publish to a folder of its own (line ${publish.instruction.firstLine}):\n${line}\n`,
            output: folder,
        };
    }
    const application = applicationOf(facts);
    const place = application && (0,copied_paths/* containerPathOf */.u)((0,copied_paths/* readCopiedTree */.Z)(dockerfile, final), application.path);
    const project = place === undefined ? '' : ` ${place}`;
    return {
        first: `Publish at the end of the stage that builds:\nRUN dotnet publish${project} -c Release -o ${folder}\n`,
        output: folder,
    };
}
/** What the container starts, with the assembly in the folder where it is then; the same words behind it. */
function startLines(facts) {
    const { final, configs } = facts;
    const start = final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    const words = start?.execForm ?? start?.argument.split(/\s+/) ?? [];
    const assembly = words.find((word) => /\.dll$/i.test(word))?.replace(/^.*\//, '');
    const name = assembly ?? `${applicationOf(facts)?.assemblyName ?? assemblyIn(configs) ?? 'App'}.dll`;
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
    const files = facts.visibleFiles.filter(({ path }) => debugFolder.test(path) && path.endsWith('.dll'));
    const copy = copiesFrom(facts).find(({ source }) => debugFolder.test(`${source}/`));
    const command = copiesFrom(facts)
        .map(({ stage, source }) => writerOf(facts, stage, source))
        .find((one) => one !== undefined && isDebug(facts, one));
    const line = command?.instruction.firstLine ?? copy?.instruction.firstLine;
    if (line === undefined && files.length === 0)
        return [];
    const shown = facts.dockerfile.shown;
    return [
        {
            id: 'debug-configuration',
            title: 'The application is published in its Debug configuration, which runs without optimisation.',
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: files.length > 0
                ? evidenceOf(files)
                : [`${shown}:${line ?? 0} ${shorten(command?.instruction ?? copy?.instruction)}`],
            place: line === undefined ? undefined : { file: shown, line },
            fix: debug_configuration_fixFor(command),
            link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
        },
    ];
}
/** The folders that the stage which ships copies from other stages. */
function copiesFrom({ dockerfile, final }) {
    return (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .flatMap(({ instructions }) => instructions)
        .flatMap((instruction) => {
        const from = instruction.keyword === 'COPY'
            ? instruction.flags.find(({ name }) => name === 'from')?.value
            : undefined;
        const stage = from === undefined ? undefined : (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, from);
        if (stage === undefined)
            return [];
        const words = instruction.execForm ?? (0,dockerfile_variables/* splitWords */.yM)(instruction.argument);
        return words
            .slice(0, -1)
            .filter((word) => !(0,dockerfile_variables/* hasVariables */.cF)(word))
            .map((word) => ({
            stage,
            instruction,
            source: external_node_path_.posix.join('/', word.replace(/["']/g, '')).replace(/\/\.?$/, ''),
        }));
    });
}
/** The command that wrote a folder last. */
function writerOf({ dockerfile }, stage, folder) {
    return dotnetCommands(dockerfile, stage).findLast((command) => /^(?:build|publish)$/.test(command.verb) && outputOf(command) === folder);
}
function isDebug(facts, { verb, words, instruction }) {
    const given = optionOf(words, ['-c', '--configuration']) ?? propertyOf(words, 'Configuration');
    if (given !== undefined)
        return given.toLowerCase() === 'debug';
    // Both can be set for all commands of a stage.
    if (/PublishRelease|^\s*ENV\s.*\bConfiguration[= ]/im.test(facts.dockerfile.text))
        return false;
    return verb === 'build' || sdkMajorOf(facts, instruction) < 8;
}
/** The SDK's major version in the stage of an instruction, as its image's name tells; infinite where it doesn't. */
function sdkMajorOf({ dockerfile }, instruction) {
    const stage = dockerfile.stages.find(({ instructions }) => instructions.includes(instruction));
    const root = stage === undefined ? undefined : (0,stage_graph/* chainOf */.dR)(dockerfile, stage).at(-1);
    const version = parseDotnetImage(root?.base ?? '')?.version;
    return version === undefined ? Infinity : Number.parseInt(version, 10);
}
function debug_configuration_fixFor(command) {
    if (command === undefined)
        return 'Publish in the Release configuration, and copy what that wrote:\nRUN dotnet publish -c Release -o /app/publish';
    const kept = command.words.filter((word, index) => {
        const before = command.words[index - 1] ?? '';
        return (!/^(?:-c|--configuration)(?:$|[=:])/.test(word) &&
            before !== '-c' &&
            before !== '--configuration' &&
            !/Configuration=/i.test(word));
    });
    return commandWith({ ...command, verb: 'publish' }, [...kept, '-c', 'Release']);
}
function shorten(instruction) {
    return instruction === undefined
        ? ''
        : `${instruction.keyword} ${instruction.argument}`.replace(/\s+/g, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/repeated-copies.js




/**
 * Files that a layer holds a second time, with the same content: one advice for each layer that does.
 */
function findRepeatedCopies(facts) {
    const repeated = facts.ownFiles.filter(({ repeats }) => repeats !== undefined);
    const layers = [...new Set(repeated.map(({ layer }) => layer))];
    return layers.flatMap((layer) => {
        const here = repeated.filter((file) => file.layer === layer);
        const upper = instructionOf(facts, layer);
        const lower = [...new Set(here.map(({ repeats = 0 }) => repeats))].map((below) => instructionOf(facts, below));
        return adviceOnFiles(facts, here, {
            id: 'repeated-copies',
            title: (size) => `${size} are in the image twice: ${upper === undefined ? 'a layer' : `line ${upper.firstLine}`} writes again what a layer below it has.`,
            fix: repeated_copies_fixFor(facts, upper, lower),
            link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
        });
    });
}
function repeated_copies_fixFor({ dockerfile }, upper, lower) {
    const copies = lower.filter((one) => one?.keyword === 'COPY' || one?.keyword === 'ADD');
    const command = upper?.keyword === 'RUN' ? (0,shell_text/* commandOf */.Nl)(upper) : '';
    const owner = /\bchown\s+(?:-\S+\s+)*(\S+)/.exec(command)?.[1];
    const rights = /\bchmod\s+(?:-\S+\s+)*([0-7]{3,4})\b/.exec(command)?.[1];
    const flags = [
        ...(owner === undefined ? [] : [`--chown=${owner}`]),
        ...(rights === undefined ? [] : [`--chmod=${rights}`]),
    ];
    if (upper === undefined || flags.length === 0 || copies.length === 0) {
        const where = upper === undefined ? 'the upper layer' : `line ${upper.firstLine}`;
        return `Write these files once: take them out of ${where}, or set owner and rights where they are copied (COPY --chown=… --chmod=…).`;
    }
    const lines = copies.map((copy) => [copy.keyword, ...flags, ...(0,parse_dockerfile/* writtenFlags */.fo)(copy), copy.argument].join(' '));
    const what = owner === undefined ? 'chmod' : 'chown';
    // COPY knows no user that a later line makes.
    const others = command.split(/\s*&&\s*/).filter((one) => !/^(?:chown|chmod)\s/.test(one));
    if (others.some((one) => makesUser.test(one))) {
        const places = [...copies, upper].map(({ firstLine }) => firstLine);
        const run = ['RUN', ...(0,parse_dockerfile/* writtenFlags */.fo)(upper), others.join(' && ')].join(' ');
        return `Make the user first, and set owner and rights while copying, in place of lines ${places.join(' and ')}:\n${[run, ...lines].join('\n')}`;
    }
    const first = Math.min(...copies.map(({ firstLine }) => firstLine));
    const maker = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .findLast((one) => first < one.firstLine && one.firstLine < upper.firstLine && makesUser.test((0,shell_text/* commandOf */.Nl)(one)));
    const below = maker === undefined ? '' : ` below line ${maker.firstLine}, which makes the user`;
    return `Set owner and rights while copying${below}, and take the ${what} out of line ${upper.firstLine}:\n${lines.join('\n')}`;
}
const makesUser = /(?:^|[\s;&])(?:user|group)add\s|(?:^|[\s;&])add(?:user|group)\s/;

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/restore-order.js








/**
 * Sources that are copied before packages are restored, so that any change of them restores again. Not where a cache mount
 * keeps the packages.
 */
function findRestoreOrder(facts) {
    const { dockerfile, final } = facts;
    const found = new Map();
    for (const stage of (0,stage_graph/* neededFor */.r4)(dockerfile, final)) {
        const restore = dotnetCommands(dockerfile, stage).find(restores);
        if (restore === undefined || hasCacheMount(restore))
            continue;
        const { firstLine } = restore.instruction;
        const copy = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).copies.find(({ source, line }) => source === '' && line < firstLine);
        if (copy !== undefined)
            found.set(copy.line, restore_order_adviceOn(facts, copy, restore));
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
function hasCacheMount({ instruction: { flags } }) {
    return flags.some(({ name, value }) => name === 'mount' && /(?:^|,)type=cache(?:,|$)/.test(value));
}
/** How often packages were restored anew, where earlier builds told. */
function tellMisses({ record }) {
    const told = [...record.history, record].filter((point) => point.isRestoreCached !== undefined);
    const missed = told.filter((point) => point.isRestoreCached === false).length;
    return told.length < 2 ? '' : ` Of the last ${told.length} builds, ${missed} restored them anew.`;
}
function restore_order_adviceOn(facts, copy, restore) {
    const { dockerfile } = facts;
    const { firstLine } = restore.instruction;
    const written = dockerfile.text.split(/\r?\n/)[copy.line - 1]?.trim() ?? 'COPY . .';
    const lines = linesFor(facts, copy, restore);
    return {
        id: 'restore-order',
        title: `Every change of a source file restores all packages again, since line ${copy.line} copies everything before line ${firstLine} restores.${tellMisses(facts)}`,
        uncompressedBytes: undefined,
        compressedBytes: undefined,
        evidence: [
            `${dockerfile.shown}:${copy.line} ${written.slice(0, 200)}`,
            `${dockerfile.shown}:${firstLine} dotnet ${restore.verb}`,
        ],
        place: { file: dockerfile.shown, line: copy.line },
        fix: lines === undefined
            ? `Copy the project files first, one line for each project that is referenced:\n${guessedLines(facts, restore).join('\n')}\n${written}`
            : `Copy the project files first, in place of line ${copy.line}:\n${lines.join('\n')}\n${written}`,
        link: 'https://docs.docker.com/build/cache/optimize/',
    };
}
/** Where the build context doesn't tell what is restored. */
function guessedLines(facts, { words }) {
    const named = words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '');
    const file = named ?? projectFileOf(facts);
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '../';
    return [`COPY ${file} ${folder}`, `RUN dotnet restore ${file}`];
}
const maxFiles = 20;
/** A COPY for each folder with files that the restore reads, and the restore itself; undefined where they aren't known or are many. */
function linesFor(facts, copy, restore) {
    const { dockerfile, repository } = facts;
    if (restore.workdir === undefined)
        return undefined;
    const written = firstPath(restore.words);
    const path = external_node_path_.posix.relative(copy.destination, external_node_path_.posix.resolve(restore.workdir, written ?? '.'));
    const isMeant = (one) => one.path === path || restore_order_folderOf(one.path) === path;
    const inContext = repository.projects.filter(({ place }) => place.kind === 'context');
    const solution = repository.solutions.find(isMeant);
    const project = inContext.find(isMeant);
    const target = project ?? solution;
    if (target === undefined)
        return undefined;
    const listed = project === undefined ? inContext.filter((one) => solution?.projects.includes(one.path)) : [project];
    const projects = withReferences(listed, inContext);
    const shared = repository.sharedFiles.filter((one) => !/^Directory\./i.test(external_node_path_.posix.basename(one)) &&
        projects.some((other) => restore_order_folderOf(one) === '' || other.path.startsWith(`${restore_order_folderOf(one)}/`)));
    const files = [
        ...new Set([target.path, ...shared, ...projects.flatMap(({ path, imports }) => [path, ...imports])]),
    ];
    if (files.length > maxFiles || files.some((one) => /\s/.test(one)))
        return undefined;
    const { prefix, flags } = formOf(dockerfile, copy);
    const folders = [...new Set(files.map(restore_order_folderOf))].sort();
    const copies = folders.map((folder) => {
        const here = files.filter((one) => restore_order_folderOf(one) === folder).sort();
        return ['COPY', ...flags, ...here, `${prefix}${folder === '' ? '' : `${folder}/`}` || './'].join(' ');
    });
    const options = restore.words.filter((word) => word !== written);
    const kept = restore.verb === 'restore' ? options : optionsOfRestore(options);
    return [...copies, commandWith({ ...restore, verb: 'restore' }, [`${prefix}${target.path}`, ...kept])];
}
/** What stands in front of a path of the context where a COPY of all of it puts it, and that COPY's flags. */
function formOf({ stages }, copy) {
    const instruction = stages
        .flatMap(({ instructions }) => instructions)
        .find(({ firstLine }) => firstLine === copy.line);
    const target = (instruction?.execForm ?? instruction?.argument.split(/\s+/))?.at(-1) ?? '.';
    const prefix = /^\.\/?$/.test(target) ? '' : `${target.replace(/\/$/, '')}/`;
    return { prefix, flags: instruction === undefined ? [] : (0,parse_dockerfile/* writtenFlags */.fo)(instruction) };
}
/** Of a command that restores by the way what `dotnet restore` takes as well. */
function optionsOfRestore(words) {
    return words.filter((word, index) => /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)(?:$|[=:])|^[-/]+p(?:roperty)?:/.test(word) ||
        /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)$/.test(words[index - 1] ?? ''));
}
/** Empty for the top. */
function restore_order_folderOf(path) {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' ? '' : folder;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules.generated.js



















/** Every rule, which `npm run docs` finds in the folder `rules`. */
const rules = [
    findUnsupportedBases,
    findMissingFramework,
    findRootUser,
    findSmallerBase,
    findEarlyArgument,
    findForeignRuntimes,
    findPackagesWithApp,
    findSatelliteLanguages,
    findSourceFiles,
    findSymbols,
    findTestAssemblies,
    findRemovedLater,
    findSecondRuntime,
    findBuildContext,
    findSdk,
    findTools,
    findDebugConfiguration,
    findPackageLists,
    findRepeatedCopies,
    findRestoreOrder,
];

;// CONCATENATED MODULE: ./lib/src/measure/advice/advise-on.js


/**
 * What can be made better, the most compressed bytes first and what is not about bytes behind it, as its rules' files come. Only that a
 * container can't start stands before all else.
 */
function advise_on_adviseOn(input) {
    const facts = readFacts(input);
    return rules.flatMap((rule) => rule(facts)).sort((a, b) => advise_on_weightOf(b) - advise_on_weightOf(a));
}
function advise_on_weightOf({ id, compressedBytes, uncompressedBytes }) {
    return id === 'missing-framework' ? Infinity : (compressedBytes ?? uncompressedBytes ?? -1);
}

;// CONCATENATED MODULE: ./lib/src/measure/analyze/neighbour-tags.js


/** The registry is asked anew when what it said is older, or was of another base image. */
const maxAgeMs = 7 * 24 * 60 * 60 * 1_000;
/** Tags that the .NET images of a version have with less in them (dotnet-docker, documentation/image-variants.md). */
const smallerVariants = ['alpine', 'noble-chiseled'];
/** Tells whom to compare the base image with. Undefined where it is no official .NET image, or already a small one. */
function nameNeighbours(dockerfile, final) {
    const base = (0,stage_graph/* chainOf */.dR)(dockerfile, final).at(-1)?.base ?? '';
    const image = parseMirrored(base);
    const repository = /^(.*):[^:/@]+$/.exec(base)?.[1];
    if (image?.version === undefined || image.kind === 'sdk' || repository === undefined)
        return undefined;
    const { version, suffix } = image;
    const isSmall = /alpine|chiseled|distroless/.test(suffix);
    const sdk = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)].find((stage) => (0,stage_graph/* parentOf */.gN)(dockerfile, stage) === undefined && parseMirrored(stage.base)?.kind === 'sdk')?.base;
    return {
        base,
        smaller: isSmall ? [] : smallerVariants.map((name) => `${repository}:${version}-${name}`),
        sdk,
    };
}
/** The name of an official .NET image, also where a mirror has it under its own host. */
function parseMirrored(name) {
    return parseDotnetImage(name.replace(/^.*\/dotnet\//, 'mcr.microsoft.com/dotnet/'));
}
/** Where nothing else is known: the platform of this process, which is mostly that of the builder. */
const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
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
    const platform = before?.platform ?? ownPlatform;
    const [base, sdk, ...smaller] = await Promise.all([names.base, names.sdk, ...names.smaller].map(async (name) => ({
        name: name ?? '',
        compressedBytes: name === undefined ? undefined : await ask(name, platform),
    })));
    const isKnown = (one) => one?.compressedBytes !== undefined;
    return {
        askedAt: new Date().toISOString(),
        platform,
        base: { name: names.base, compressedBytes: base?.compressedBytes },
        smaller: smaller.filter(isKnown),
        sdk: isKnown(sdk) ? sdk : undefined,
    };
}

;// CONCATENATED MODULE: ./lib/src/job/measure-image.js








/** Measures the image for each platform, asks what its base image and others like it weigh, and looks what could be better. */
async function measureImage({ docker, log }, redactor, { settings, plan, builder, stored, tests, }, built, steps, source) {
    const asking = askNeighbours((name, of) => askCompressedBytes(docker, name, of, settings.builder), nameNeighbours(plan.dockerfile, plan.final), recordOfBaseline(stored[0]));
    const [{ measurements, toStart, deliver }, neighbours] = await (0,shared_log/* runPhase */.P)(log, 'Measure', () => Promise.all([built.measure(), asking]), ([found]) => found.measurements.map(describeMeasurement).join('; '));
    const context = { identity: plan.identity, builder, source, tests, steps, neighbours };
    // They are kept where the pull requests of strangers can read them.
    const images = redactor.hideKnownIn(recordAll(measurements, context));
    const contextBytes = readContextBytes([...tests.steps, ...steps]);
    const hasDockerignore = plan.ignoreFile !== undefined;
    return {
        images,
        layersRead: measurements.reduce((sum, { layersRead }) => sum + layersRead, 0),
        advice: advise_on_adviseOn({ record: images[0], ...plan, hasDockerignore, contextBytes, today: new Date() }),
        warnings: measurements.flatMap(({ warnings }) => warnings),
        toStart,
        deliver,
    };
}
/** The records of all platforms. The tests ran once; they are kept with the first one. */
function recordAll([first, ...others], context) {
    const rest = { ...context, tests: undefined, neighbours: undefined };
    return [recordOf(first, context), ...others.map((measurement) => recordOf(measurement, rest))];
}
function describeMeasurement({ compressedBytes, uncompressedBytes, layers, layersRead, }) {
    return `${(0,format/* formatSize */.X)(compressedBytes)} compressed, ${(0,format/* formatSize */.X)(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`;
}

;// CONCATENATED MODULE: ./lib/src/baselines/last-release.js






/** So many higher versions may be of other branches before nobody looks any further. */
const maxAsked = 10;
/** A release whose own commit was not measured is told by one of those before it; two requests to the cache have so many. */
const maxBefore = 18;
/**
 * Finds what the image weighed when the last release was made, one for a platform; empty where nobody asked. Never throws: what
 * can't be found out is a reason why there is none.
 */
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
    const record = recordOfBaseline(baseline);
    const carried = record && findInRecord(record, name, [commit]);
    if (record && carried)
        return { kind: 'found', point: carried, record };
    if (baseline.kind === 'none' && baseline.isStoreDown)
        return noRelease(`The size of ${name} is not known: the stored measurements could not be read.`);
    const commits = (await listCommitsBefore(records, commit)).slice(0, maxBefore);
    const near = record && findInRecord(record, name, commits);
    const lookups = planRelease(records, commits.slice(0, near?.commitsBefore));
    const found = await searcherOf(records, identity, platform)(lookups);
    const point = found.kind === 'found' ? findInRecord(asMeasured(found.record), name, commits) : undefined;
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
/** Without what it knew of earlier ones. */
function asMeasured(record) {
    return { ...record, history: [] };
}

;// CONCATENATED MODULE: ./lib/src/docker/check-dockerfile.js



/** It takes a fraction of a second; a base image whose registry hangs is not waited for. */
const check_dockerfile_deadlineMs = 10_000;
/** BuildKit's own words for a rule are short; a Dockerfile may have thousands of lines. */
const maxFindings = 100;
const line = dist/* object */.Ikc({ line: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1)) });
const answerSchema = dist/* object */.Ikc({
    warnings: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({
        ruleName: dist/* string */.YjP(),
        detail: dist/* string */.YjP(),
        url: dist/* fallback */.NpB(dist/* optional */.lqM(dist/* string */.YjP()), undefined),
        location: dist/* object */.Ikc({ ranges: dist/* pipe */.FsL(dist/* array */.YOg(dist/* object */.Ikc({ start: line })), dist/* minLength */.BpQ(1)) }),
    })), []),
});
/**
 * BuildKit's own checks of a Dockerfile (`docker buildx build --call=check`), without building anything. None where
 * the builder can't check; `# check=skip=…` in the file is respected, and `# check=error=true` is for the build itself.
 */
async function checkDockerfile(docker, request) {
    const { args, env } = planBuildCommand(toBuildRequest(request));
    const ended = await docker.run({ args: [...args, '--call=check,format=json'], env, deadlineMs: check_dockerfile_deadlineMs });
    // It ends with 1 when it has found something.
    return ended.kind === 'exited' ? parseFindings(ended.stdout) : [];
}
/** Reads buildx's answer, which is one JSON object. */
function parseFindings(text) {
    const { warnings } = (0,json/* parseAs */.g)(answerSchema, text) ?? { warnings: [] };
    return warnings.slice(0, maxFindings).flatMap(({ ruleName, detail, url, location }) => {
        const [first] = location.ranges;
        return first === undefined ? [] : [{ rule: ruleName, message: detail, url, line: first.start.line }];
    });
}

// EXTERNAL MODULE: ./lib/src/docker/job-builder.js
var job_builder = __webpack_require__(2690);
;// CONCATENATED MODULE: ./lib/src/docker/fetch-tree.js






/**
 * Has BuildKit fetch a repository, with its own understanding of ref, folder and credentials, and brings the tree here: it is
 * read to know what tests, and both builds are of this very tree, also when the branch moves on in between. Throws a UserError.
 */
async function fetchTree(docker, log, tempFolder, { url, builder, secrets, ssh }) {
    const folder = (0,external_node_path_.join)(tempFolder, 'git');
    const tree = (0,external_node_path_.join)(folder, 'tree');
    await (0,promises_.mkdir)(tree, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile'), 'FROM scratch\nCOPY --from=tree / /\n');
    const request = toBuildRequest({
        ...{ builder, secrets, ssh },
        context: folder,
        dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile'),
        buildContexts: [['tree', url]],
        outputs: [`type=local,dest=${tree}`],
    });
    const view = { reword: (text) => text, isQuiet: true };
    const shown = url.replace(/\/\/[^/@]*@/, '//');
    const build = await runBuild(docker, log, `Fetch ${shown}`, request, view);
    if (build.outcome === 'built')
        return tree;
    throw new errors/* UserError */.yo('The Git context could not be fetched', `${shown}: ${(0,buildkit_words/* parseBuildError */.gK)(build.text).message}`);
}

// EXTERNAL MODULE: ./lib/src/inputs/secrets.js
var inputs_secrets = __webpack_require__(7031);
// EXTERNAL MODULE: ./lib/src/inputs/builder-name.js
var builder_name = __webpack_require__(3505);
// EXTERNAL MODULE: ./lib/src/inputs/input-reader.js + 3 modules
var input_reader = __webpack_require__(2805);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
;// CONCATENATED MODULE: ./lib/src/inputs/docker-inputs.js






/**
 * The inputs that are docker/build-push-action's own and ask for no more than to be passed on, each split as it does (src/context.ts,
 * v7.3.0).
 */
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
        const output = read.attempt('outputs', () => parseOutput(written), input_reader/* unreadable */.O);
        if (typeof output === 'string')
            read.refuse('outputs', output);
        else if (output?.dest === undefined)
            outputs.push(...(output === undefined ? [] : [output]));
        else {
            const dest = await findListed({ input: 'outputs', path: output.dest, kind: 'new' }, place, read);
            if (dest !== undefined)
                outputs.push({ ...output, dest });
        }
    }
    return outputs;
}
/**
 * The absolute path of what an entry names. A path in the workspace must really be there, not behind a symbolic link that
 * leads elsewhere: a pull request can bring such a link along. An absolute path may lead to any other place.
 */
async function findListed({ input, path, kind }, { workspace, folder }, read) {
    const written = (0,external_node_path_.resolve)(folder, path);
    const isRelative = !(0,external_node_path_.isAbsolute)(path);
    if (isRelative && isOutside((0,external_node_path_.relative)(folder, written))) {
        read.refuse(input, `${path} leads out of ${folder}; write an absolute path where that is meant.`);
        return undefined;
    }
    const real = kind === 'new' ? await realOfNew(written) : await (0,promises_.realpath)(written).catch(() => undefined);
    if (real === undefined) {
        read.refuse(input, `there is no ${kind} ${path}.`);
        return undefined;
    }
    if (!isOutside((0,external_node_path_.relative)(workspace, written)) && isOutside((0,external_node_path_.relative)(workspace, real))) {
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
    for (const [id, path] of read.keyValues('secret-files', 'id=path')) {
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

// EXTERNAL MODULE: ./lib/src/inputs/tags.js
var tags = __webpack_require__(4217);
// EXTERNAL MODULE: ./lib/src/inputs/run-facts.js
var run_facts = __webpack_require__(2621);
;// CONCATENATED MODULE: ./lib/src/inputs/settings.js











/** A tag as the distribution specification allows it (reference grammar, without a digest). */
const tagPattern = /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/;
/** A tag, with a digest or without. */
const referencePattern = new RegExp(`${tagPattern.source.replace(/\$$/, '')}(?:@sha256:[0-9a-f]{64})?$`);
/**
 * Checks the raw inputs against each other and against the disk (`workspace` is an absolute folder).
 * Throws one UserError that lists every problem.
 */
async function readSettings(raw, workspace, { folder, env, mask, fetchTree } = { folder: workspace, env: {} }) {
    const problems = new inputs_problems/* Problems */.Z();
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
    const paths = await settings_findSources({ ...raw, context: (0,git_context/* withDefaultContext */.h8)(raw.context, env) }, workspace, problems, async (url) => {
        problems.throwIfAny();
        const { builder, ssh, secrets, githubToken } = settings;
        const all = [...secrets, ...(0,git_context/* gitSecret */.tv)(url, githubToken, secrets, env)];
        return fetchTree?.({ url, builder, ssh, secrets: all });
    });
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
        ...(0,tags/* readTags */.g)(read, facts),
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
        testTimeoutMs: read.minutes('test-timeout'),
        coverage: read.flag('coverage') || read.text('min-coverage') !== undefined,
        minCoveragePercent: read.percent('min-coverage'),
        allowNoTests: read.flag('allow-no-tests'),
    };
}
function readBuildInputs(read, env) {
    return {
        target: read.name('target'),
        /** Undefined: chosen by what is there. */
        builder: (0,builder_name/* nameOfBuilder */.E)(read.name('builder') ?? ''),
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
        baselineRelease: read.tagPattern('baseline-release'),
        maxSizeBytes: read.size('max-size'),
        maxIncrease: read.growthLimits('max-increase'),
        ignoreBaseImage: read.flag('ignore-base-image'),
        sizeOverrideLabel: read.text('size-override-label'),
        minChangeBytes: read.size('min-change') ?? 0,
    };
}
function readReportInputs(read) {
    return {
        /** Undefined: the image is not started. */
        smokeCheck: read.smokeCheck('smoke-test'),
        smokePort: read.port('smoke-port'),
        smokeTimeoutMs: read.duration('smoke-timeout'),
        smokeEnv: read.keyValues('smoke-env', 'KEY=VALUE'),
        comment: read.choice('comment', ['auto', 'changes', 'off']),
        /** Undefined where nobody gave one, as in a terminal. */
        githubToken: readToken(read.text('github-token')),
        summary: read.flag('summary'),
        fileAnnotations: read.flag('file-annotations'),
    };
}
/** Context and Dockerfile: in the workspace, or in the tree of a Git repository that `fetch` brings. */
async function settings_findSources(raw, workspace, problems, fetch) {
    const context = raw.context.trim() || '.';
    const file = raw.file.trim();
    const tree = (0,git_context/* isGitUrl */.m8)(context) ? await fetch(context) : undefined;
    return tree === undefined
        ? findContext(context, file, workspace, problems)
        : findContext('.', file, tree, problems);
}
/** An expression that no runner evaluated, such as the default in a terminal, is no token. */
function readToken(written) {
    return written?.startsWith('${{') ? undefined : written;
}
/** What no input can tell alone. */
function checkTogether(settings, problems) {
    for (const tag of settings.tags) {
        if (!tagPattern.test(tag)) {
            problems.add('tags', `"${tag}" is not an image name; write it as ghcr.io/acme/shop:1.2, in lower case.`);
        }
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
    const pushes = settings.outputs.filter(isPush);
    const isNamed = settings.tags.length > 0 || pushes.some((output) => namesOf(output).length > 0);
    if ((settings.push || pushes.length > 0) && !isNamed) {
        const what = settings.push ? 'push: true' : 'an output to a registry';
        problems.add('tags', `${what} needs at least one tag, such as ghcr.io/acme/shop:1.2.`);
    }
}

;// CONCATENATED MODULE: ./lib/src/plan/choose-attestations.js

/**
 * The attestations of the final image in buildx's words. What the inputs `provenance` and `sbom` say wins over `attests`;
 * where nobody says anything of provenance, the default is docker/build-push-action's (src/context.ts, v7.3.0).
 */
function chooseAttestations(settings, place) {
    const { provenance, sbom, attests } = settings;
    const { runUrl } = place;
    const types = new Set(attests.map(typeOf));
    const others = attests.filter((attest) => {
        const type = typeOf(attest);
        return !(type === 'provenance' && provenance !== undefined) && !(type === 'sbom' && sbom !== undefined);
    });
    return [
        ...(provenance === undefined
            ? types.has('provenance')
                ? []
                : defaultProvenance(settings, place)
            : [`type=provenance,${attributesOf(provenance, runUrl)}`]),
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
    const isSaid = (0,docker_fields/* parseFields */.L)(attributes).some((field) => /^\s*builder-id\s*=/.test(field));
    return isSaid || runUrl === undefined ? attributes : `${attributes},builder-id=${runUrl}`;
}
function typeOf(attest) {
    return (0,docker_fields/* parseFields */.L)(attest)
        .map((field) => /^\s*type\s*=\s*(\S+)/.exec(field)?.[1])
        .find((type) => type !== undefined);
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
    if (settings.cache === 'off')
        return none('cache: off');
    const writes = readerOf(settings, place) === undefined;
    const written = howUsed(settings, place);
    switch (settings.cache) {
        case 'registry':
            return registry(settings, place, writes);
        case 'local':
            return local(settings, place, writes);
        case 'gha':
            return gha(settings, imageKey, place, writes, `cache: gha, ${written}`);
        case 'auto':
            if (place.actionsCache.kind === 'absent')
                return none('cache: auto chose none, since there is no Actions cache here');
            return gha(settings, imageKey, place, writes, `cache: auto chose the Actions cache, ${written}`);
    }
}
function none(reason, warnings = []) {
    return { kind: 'off', from: [], to: [], testsFrom: [], testsTo: [], reason, warnings };
}
function gha(settings, imageKey, place, writes, reason) {
    if (place.actionsCache.kind !== 'ready') {
        const why = place.actionsCache.kind === 'absent' ? 'its service is not announced here' : place.actionsCache.reason;
        return none(`no Actions cache: ${why}`, [`The image is built without the Actions cache: ${why}.`]);
    }
    const scope = `scope=${scopeOf([imageKey, ...choose_cache_ownPlatform(settings)].join('-'))}`;
    const names = suffixes(settings, place).map((suffix) => `type=gha,${scope}${suffix}`);
    return { kind: 'gha', ...useAll(names, names, settings, writes), reason, warnings: [] };
}
function registry(settings, place, writes) {
    const reference = settings.cacheRef ?? '';
    const tagged = /:[^:/]+$/.test(reference) ? reference : `${reference}:latest`;
    const references = suffixes(settings, place).map((suffix) => {
        const own = [...choose_cache_ownPlatform(settings).map((platform) => `-${platform}`), suffix].join('');
        return own === '' ? reference : `${tagged}${own}`;
    });
    const names = references.map((one) => `type=registry,ref=${one}`);
    const reason = `cache: registry, ${references[0] ?? ''}, ${howUsed(settings, place)}`;
    return { kind: 'registry', ...useAll(names, names, settings, writes), reason, warnings: [] };
}
function local(settings, place, writes) {
    const folder = [settings.cacheRef ?? '', ...choose_cache_ownPlatform(settings)].join('/');
    // Below that folder, so that people who keep it between jobs keep all of it. As a tag of one index the build would fail
    // where the tag is not there yet.
    const folders = suffixes(settings, place).map((suffix) => suffix === '' ? folder : `${folder}/${suffix.slice(1)}`);
    const sources = folders.map((one) => `type=local,src=${one}`);
    const places = folders.map((one) => `type=local,dest=${one}`);
    const reason = `cache: local, ${folder}, ${howUsed(settings, place)}`;
    return { kind: 'local', ...useAll(sources, places, settings, writes), reason, warnings: [] };
}
/** Why caches are only read; undefined where they are written too. */
function readerOf({ cacheWrite }, { readOnly }) {
    if (cacheWrite === 'never')
        return 'cache-write: never';
    return cacheWrite === 'always' ? undefined : readOnly;
}
function howUsed(settings, place) {
    const reader = readerOf(settings, place);
    return reader === undefined ? 'read and written' : `read only (${reader})`;
}
/** Jobs of a matrix that build one platform each would write over each other's cache: the platform as part of a name, where there is one. */
function choose_cache_ownPlatform({ platforms }) {
    return platforms.length === 1 ? platforms.map((platform) => platform.replaceAll('/', '-')) : [];
}
/** What tells the cache of the image from those of stages that only the tests need; `min` keeps the image's alone. */
function suffixes({ cacheMode }, { testStages }) {
    const count = cacheMode === 'max' ? testStages : 0;
    return ['', ...Array.from({ length: count }, (_, index) => (index === 0 ? '-test' : `-test-${index + 1}`))];
}
function useAll(sources, places, { cacheMode }, writes) {
    const [from = '', ...testsFrom] = sources;
    const [image, ...tests] = writes ? places.map((place) => `${place},mode=${cacheMode}`) : [];
    return {
        from: [from],
        to: image === undefined ? [] : [image],
        // The tests' own has all of their build, with what the image needs of it.
        testsFrom: testsFrom.length === 0 ? [from] : testsFrom,
        testsTo: tests,
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
/**
 * Decides whether tests and final stage go side by side. They wait for each other where it was not asked for, where one builds on the
 * other, where steps would run twice, where nothing is left to run in parallel, and where a step sends something out.
 */
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
    const runs = ownRuns(plan);
    if (runs.length === 0)
        return after('it runs nothing that the tests don’t need');
    const sender = runs.find((run) => sending.test((0,shell_text/* commandOf */.Nl)(run)));
    if (sender === undefined)
        return { kind: 'parallel' };
    const line = instrumented.origins.get(sender.firstLine) ?? sender.firstLine;
    return after(`line ${line} sends something out: RUN ${(0,shell_text/* commandOf */.Nl)(sender).replace(/\s+/g, ' ').slice(0, 200)}`);
}
/** The RUNs that the final stage needs and the tests don't. */
function ownRuns({ tests, final, instrumented, }) {
    const { dockerfile } = instrumented;
    const testStages = tests.kind === 'stages' ? tests.stages : [];
    const indexOf = ({ index }) => index;
    const tested = new Set(testStages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)].map(indexOf)));
    const shipped = dockerfile.stages[final.index] ?? final;
    return [...(0,stage_graph/* neededFor */.r4)(dockerfile, shipped)]
        .filter(({ index }) => !tested.has(index))
        .flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'RUN'));
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
        const words = impossible.map(formatOutput).join('; ');
        throw new errors/* UserError */.yo('Outputs that this builder can’t write', `outputs: ${words}. ${legacyHint}`);
    }
    if (platforms.length > 1) {
        throw new errors/* UserError */.yo('This builder makes images for one platform', `platforms: ${platforms.join(', ')}. ${legacyHint}`);
    }
}
/** Docker's own archive has one platform; and only an engine that builds itself takes several. */
function requireOfSeveral({ outputs, load, platforms }, { driver }) {
    const what = platforms.join(', ');
    if (outputs.some((output) => output.type === 'docker' && !isLoad(output))) {
        throw new errors/* UserError */.yo('A Docker archive holds one platform', `outputs: type=docker with dest can’t hold ${what}; write type=oci,dest=….`);
    }
    if (driver !== 'docker' && (load || outputs.some(isLoad))) {
        throw new errors/* UserError */.yo('Several platforms can’t be loaded from this builder', `load: a builder of the driver ${driver} loads one platform at a time, not ${what}. Push the image, write it as ` +
            'type=oci,dest=…, or build with an engine that has the containerd image store (builder: default).');
    }
}

;// CONCATENATED MODULE: ./lib/src/store/actions-cache-state.js

/** How long the cache service may take for the one small answer that shows that it is there. */
const probeDeadlineMs = 10_000;
/**
 * Finds out whether BuildKit can use the Actions cache from here: the service is announced, its token is valid, and it
 * answers. A service that hangs would hang every build that imports from it.
 */
async function probeActionsCache(env, deadlineMs = probeDeadlineMs) {
    const url = env['ACTIONS_RESULTS_URL'];
    const token = env['ACTIONS_RUNTIME_TOKEN'];
    if (!url || !token)
        return { kind: 'absent' };
    const flaw = flawOf(token);
    if (flaw !== undefined)
        return { kind: 'unusable', reason: flaw };
    try {
        const status = await actions_cache_state_ask(url, token, deadlineMs);
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
async function actions_cache_state_ask(url, token, deadlineMs) {
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
/** What is wrong with the runtime token, as far as its claims tell: BuildKit fails the whole build over it. */
function flawOf(token) {
    const [, claims] = token.split('.');
    try {
        const json = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString('utf8'));
        if (typeof json !== 'object' || json === null)
            return 'its token is malformed';
        if (!('ac' in json) || typeof json.ac !== 'string')
            return 'its token names no cache scope';
        if ('exp' in json && typeof json.exp === 'number' && json.exp * 1000 < Date.now())
            return 'its token has expired';
        return undefined;
    }
    catch {
        return 'its token is malformed';
    }
}

;// CONCATENATED MODULE: ./lib/src/plan/instrument/collector.js

/** Folders of results that jobs left behind which were killed, in minutes. */
const staleMinutes = 24 * 60;
/** Where the places of all testing RUNs are while their results are collected. */
const placesFolder = '/dotnet-container-places';
const outFolder = '/dotnet-container-out';
/**
 * A Dockerfile whose last stage has nothing but the results of this job's testing RUNs, one folder per RUN number, and
 * whose build empties them from the builder. Undefined when no RUN leaves any.
 */
function collectorDockerfile({ dockerfile, testRuns, jobId, place, }) {
    // A cache mount is another one where it begins from another image.
    const mountsByImage = new Map();
    for (const [number, { owner, way }] of testRuns.entries()) {
        if (way === 'log')
            continue;
        const image = imageOf(dockerfile, owner);
        const mount = resultsMount(dockerfile, owner, number, place, `${placesFolder}/${number}`);
        mountsByImage.set(image, `${mountsByImage.get(image) ?? ''}${mount}`);
    }
    if (mountsByImage.size === 0)
        return undefined;
    const collectors = [...mountsByImage].map(([image, mounts], index) => [
        `FROM ${image} AS dotnet-container-collect-${index}`,
        'USER 0',
        // A step above: where a RUN's own files and what a mount begins with are the same image, BuildKit reads all of it to name the RUN.
        `WORKDIR ${outFolder}`,
        // A network for it would take longer than its work.
        `RUN --network=none${mounts} ${collectCommand(jobId)}`,
    ].join('\n'));
    const copies = collectors.map((_, index) => `COPY --from=dotnet-container-collect-${index} ${outFolder}/ /`);
    return [headOf(dockerfile), ...collectors, 'FROM scratch', ...copies, ''].join('\n');
}
/** On one line, whatever the escape character of the file is. */
function collectCommand(jobId) {
    // What can't be copied, as for want of disk space, stays where it is.
    const copy = `for place in ${placesFolder}/*/${jobId}; do [ ! -d "$place" ] || cp -R "$place"/. . || exit 1; done`;
    const stale = `find ${placesFolder} -mindepth 2 -maxdepth 2 -mmin +${staleMinutes} -exec rm -rf {} +`;
    return `${copy} && rm -rf ${placesFolder}/*/${jobId} && { ${stale} || true; }`;
}
/** The image that a stage's chain begins from, with the platform that the team gave it. */
function imageOf(dockerfile, stage) {
    const { base, firstLine } = rootOf(dockerfile, stage);
    const line = dockerfile.text.split('\n')[firstLine - 1] ?? '';
    const platform = /^\s*FROM\s+(--platform=\S+)/i.exec(line)?.[1];
    return platform === undefined ? base : `${platform} ${base}`;
}
/** What stands above the first FROM: directives and the ARGs that FROM lines use. */
function headOf({ text, stages }) {
    const first = stages[0]?.firstLine ?? 1;
    return text
        .split(/\r?\n/)
        .slice(0, first - 1)
        .join('\n');
}

;// CONCATENATED MODULE: ./lib/src/plan/cache-mounts.js








/** Where the archives are while they go into the mounts or come out of them. */
const archivesFolder = '/dotnet-container-archives';
const mountsFolder = '/dotnet-container-mounts';
/** Finds the cache mounts of all RUNs that the given stages need; undefined where they have none. */
function findCacheMounts(dockerfile, wanted, buildArgs) {
    const stages = new Set(wanted.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)]));
    const found = new Map();
    const left = [];
    let image;
    for (const stage of dockerfile.stages.filter((one) => stages.has(one))) {
        for (const instruction of stage.instructions.filter(({ keyword }) => keyword === 'RUN')) {
            for (const options of (0,parse_dockerfile/* mountsOf */.cS)(instruction, 'cache')) {
                const read = readMount(dockerfile, stage, instruction, options, buildArgs);
                if (typeof read === 'string')
                    left.push({ line: instruction.firstLine, reason: read });
                else
                    found.set(JSON.stringify(read), read);
                const root = rootOf(dockerfile, stage);
                if (root.base !== 'scratch' && !(0,dockerfile_variables/* hasVariables */.cF)(root.base))
                    image ??= imageOf(dockerfile, stage);
            }
        }
    }
    if (image === undefined || found.size + left.length === 0)
        return undefined;
    return { mounts: [...found.values()], image, head: headOf(dockerfile), left };
}
/** Gives why a mount is left out where it can't be reached from another Dockerfile. */
function readMount(dockerfile, stage, instruction, options, buildArgs) {
    if ((options.get('from') ?? 'scratch') !== 'scratch' || options.has('source') || options.has('src'))
        return 'it begins with the files of an image';
    const { variables } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction);
    const known = new Map([...variables, ...buildArgs]);
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination') ?? '';
    // BuildKit's own name of a mount without one.
    const id = (0,dockerfile_variables/* expandVariables */.i7)(options.get('id') ?? external_node_path_.posix.normalize(target), known);
    const rights = ['uid', 'gid', 'mode'].flatMap((name) => {
        const value = options.get(name);
        return value === undefined ? [] : [`${name}=${(0,dockerfile_variables/* expandVariables */.i7)(value, known)}`];
    });
    if ([id, ...rights].some(dockerfile_variables/* hasVariables */.cF))
        return 'its name has a variable that only the build knows';
    if (id === '' || [id, ...rights].some((value) => /[\s,"'\\]/.test(value)))
        return 'of how its name is written';
    return { id, rights };
}
/**
 * Names what the mounts have by the files that say which packages there are (`files`: their paths and texts). Another place, other
 * mounts or another platform never match.
 */
function nameMounts({ mounts }, { folder, platform }, files) {
    const place = hash(JSON.stringify([folder, platform, mounts]));
    const beginning = `cache-mounts/v1/${place}/`;
    return { key: `${beginning}${hash(JSON.stringify(files))}`, beginnings: [beginning] };
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** The file that holds what one of the mounts has. */
function archiveName(index) {
    return `${index}.tar`;
}
/**
 * A Dockerfile whose build puts the archives of its context into the mounts that are empty. `mark` is another one each time, since what
 * mounts have is no part of a step's cache key; with `--no-cache` BuildKit would give other mounts.
 */
function fillingDockerfile({ head, image, mounts }, mark) {
    const fill = mounts.map((_, index) => {
        const [archive, mount] = [`${archivesFolder}/${archiveName(index)}`, `${mountsFolder}/${index}`];
        return `if [ -f ${archive} ] && [ -z "$(ls -A ${mount})" ]; then tar -xpf ${archive} -C ${mount}; fi`;
    });
    const context = ` --mount=type=bind,target=${archivesFolder}`;
    return withRun(head, image, `${flagsOf(mounts)}${context} : ${mark} && ${fill.join(' && ')}`);
}
/** A Dockerfile whose last stage has nothing but an archive of what each of the mounts has; with a `mark` as above. */
function readingDockerfile({ head, image, mounts }, mark) {
    const pack = mounts.map((_, index) => `tar -cf ${archivesFolder}/${archiveName(index)} -C ${mountsFolder}/${index} .`);
    const run = withRun(head, image, `${flagsOf(mounts)} : ${mark} && mkdir ${archivesFolder} && ${pack.join(' && ')}`);
    return `${run}FROM scratch\nCOPY --from=dotnet-container-mounts ${archivesFolder}/ /\n`;
}
function withRun(head, image, run) {
    // A network for it would take longer than its work.
    return [head, `FROM ${image} AS dotnet-container-mounts`, 'USER 0', `RUN --network=none${run}`, ''].join('\n');
}
function flagsOf(mounts) {
    return mounts
        .map(({ id, rights }, index) => [` --mount=type=cache,id=${id},target=${mountsFolder}/${index}`, ...rights].join(','))
        .join('');
}

;// CONCATENATED MODULE: ./lib/src/build/cache-mounts.js







/** The transfer of a large archive says nothing meanwhile. */
const cache_mounts_silenceMs = 120_000;
/** Puts the archives of a folder into the builder's cache mounts that are empty; gives why that failed. */
async function fillCacheMounts(tools, mounts, folder) {
    const output = 'type=cacheonly';
    return build(tools, 'Restore the cache mounts', fillingDockerfile(mounts, (0,external_node_crypto_.randomUUID)()), folder, output);
}
/** Packs what the builder's cache mounts have into a folder; gives why that failed. */
async function readCacheMounts(tools, mounts, folder) {
    const empty = (0,external_node_path_.join)(tools.tempFolder, 'mounts-context');
    await (0,promises_.mkdir)(empty, { recursive: true });
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    return build(tools, 'Read the cache mounts', readingDockerfile(mounts, (0,external_node_crypto_.randomUUID)()), empty, `type=local,dest=${folder}`);
}
/** The bytes of a folder's archives. Throws where it holds anything else, as only a foreign hand would have put there. */
async function sizeOfArchives(folder, { mounts }) {
    if (!(await (0,promises_.lstat)(folder)).isDirectory())
        throw new Error('its archive holds something else');
    const names = mounts.map((_, index) => archiveName(index));
    let bytes = 0;
    for (const name of await (0,promises_.readdir)(folder)) {
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name));
        if (!found.isFile() || !names.includes(name))
            throw new Error(`${name} is none of its archives`);
        bytes += found.size;
    }
    return bytes;
}
async function build({ docker, log, tempFolder, request }, title, text, context, output) {
    const dockerfile = (0,external_node_path_.join)(tempFolder, 'mounts.Dockerfile');
    await (0,promises_.writeFile)(dockerfile, text);
    const { builder, buildArgs, buildContexts } = request;
    const asked = { builder, buildArgs, buildContexts, context, dockerfile, outputs: [output] };
    const built = await runBuild(docker, log, title, toBuildRequest(asked), {
        reword: (words) => words,
        isQuiet: true,
        silenceMs: cache_mounts_silenceMs,
    });
    if (built.outcome === 'built')
        return undefined;
    if (built.outcome === 'timed-out')
        return `the builder gave no sign of life for ${cache_mounts_silenceMs / 1000} s`;
    return (built.output.at(-1)?.text ?? (0,buildkit_words/* parseBuildError */.gK)(built.text).message.split('\n')[0] ?? 'no reason was given');
}

;// CONCATENATED MODULE: ./lib/src/job/keep-cache-mounts.js








/** Above this nothing is saved: archives that large take longer than what they bring. */
const maxArchiveBytes = 2_000_000_000;
const keep_cache_mounts_nothing = { use: {}, warnings: [] };
/** Begins to restore the cache mounts that the Dockerfile declares; undefined where that is not wanted or there are none. */
function openCacheMounts({ docker, log, tempFolder, folderCache }, context, settings, plan, builder) {
    // Without its cache BuildKit gives mounts that nobody else has.
    if (!settings.cacheMounts || settings.noCache)
        return undefined;
    const { dockerfile, final, tests } = plan;
    const stages = [final, ...(tests.kind === 'stages' ? tests.stages : [])];
    const found = findCacheMounts(dockerfile, stages, settings.buildArgs);
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
    const isWritten = readerOf(settings, context) === undefined;
    return {
        fill: async () => {
            const outcome = await restoring;
            const filled = await fill(tools, found, outcome, folder);
            return {
                use: { restoreMs: Math.round(performance.now() - startedAt), restoredBytes: filled.bytes },
                warnings: [...left, ...filled.warnings],
            };
        },
        save: async () => {
            const [{ key }, outcome] = await Promise.all([naming, restoring]);
            const isThere = outcome.kind === 'restored' && outcome.key === key;
            if (!isWritten || isThere || outcome.kind === 'unavailable')
                return keep_cache_mounts_nothing;
            return (0,shared_log/* runPhase */.P)(log, 'Save the cache mounts', () => keep_cache_mounts_save(tools, found, folderCache, { folder, key }), ({ use }) => (use.savedBytes === undefined ? 'not saved' : (0,format/* formatSize */.X)(use.savedBytes)));
        },
    };
}
function keepNothing(warning) {
    return {
        fill: () => Promise.resolve({ ...keep_cache_mounts_nothing, warnings: [warning] }),
        save: () => Promise.resolve(keep_cache_mounts_nothing),
    };
}
async function keep_cache_mounts_nameOf(found, { context, workspace }, { repository }, builder) {
    const own = repository.projects.filter(({ place }) => place.kind === 'context').map(({ path }) => path);
    const paths = [...new Set([...own, ...repository.sharedFiles])].sort();
    const files = await Promise.all(paths.map(async (path) => [path, await (0,promises_.readFile)((0,external_node_path_.join)(context, path), 'utf8').catch(() => '')]));
    return nameMounts(found, { folder: (0,external_node_path_.relative)(workspace, context), platform: builder.platforms[0] ?? '' }, files);
}
async function fill(tools, found, outcome, folder) {
    const lost = (why) => ({ bytes: 0, warnings: [`The cache mounts were not restored: ${why}.`] });
    if (outcome.kind === 'unavailable')
        return lost(outcome.reason);
    if (outcome.kind === 'none')
        return { bytes: 0, warnings: [] };
    try {
        const bytes = await sizeOfArchives(folder, found);
        const why = await fillCacheMounts(tools, found, folder);
        return why === undefined ? { bytes, warnings: [] } : lost(why);
    }
    catch (error) {
        return lost((0,errors/* messageOf */.bD)(error));
    }
}
async function keep_cache_mounts_save(tools, found, cache, { folder, key }) {
    const startedAt = performance.now();
    const lost = (why) => ({ use: {}, warnings: [`The cache mounts were not saved: ${why}.`] });
    const why = await readCacheMounts(tools, found, folder);
    if (why !== undefined)
        return lost(why);
    const savedBytes = await sizeOfArchives(folder, found);
    if (savedBytes > maxArchiveBytes) {
        const sizes = `they have ${(0,format/* formatSize */.X)(savedBytes)}, and at most ${(0,format/* formatSize */.X)(maxArchiveBytes)} is kept`;
        return lost(`${sizes}. Give the mounts another id to begin anew`);
    }
    const outcome = await cache.save(folder, key);
    if (outcome.kind === 'not-saved')
        return lost(outcome.reason);
    return { use: { saveMs: Math.round(performance.now() - startedAt), savedBytes }, warnings: [] };
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
    const platforms = choosePlatforms(settings.platforms, builder);
    const expected = expectedPlatforms(platforms, builder, env);
    const records = { store, history: context, remote };
    // A service that did not answer a moment ago would only be waited for again.
    const trouble = actionsCache.kind === 'unusable' ? actionsCache : undefined;
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
        log.debug(`image: built ${parallelBuild.kind === 'parallel' ? 'while the tests run' : `after the tests: ${parallelBuild.reason}`}`);
        return { builds: await prepareBuilds(one, settings, choices, tempFolder), parallelBuild };
    };
    return {
        ...{ settings, builder, cache, searched, released, platforms: expected, prepareAgain, mounts },
        ...(await prepareAgain(plan)),
        checking: checkOwnFile(docker, settings, plan),
        warnings: [
            ...[...asked.warnings, ...(0,inputs_secrets/* warnOfSecretBuildArgs */.DR)(asked), ...warnings, ...cache.warnings],
            ...(asked.baseline.length === 0 ? [] : context.warnings),
        ],
    };
}
function checkOwnFile(docker, settings, { final }) {
    if (!settings.fileAnnotations)
        return Promise.resolve([]);
    const { context, file: dockerfile, builder, buildArgs, buildContexts } = settings;
    const request = { context, dockerfile, builder, target: final.name, buildArgs, buildContexts };
    return checkDockerfile(docker, request).catch(() => []);
}
/** Waits for what was built and looked for while the tests ran. */
async function prepareImage({ settings, builder, builds, platforms, searched, released }, plan, tests, ahead) {
    await ahead.finish();
    const stored = await searched;
    // A cache that failed the tests' build is not asked again.
    const request = tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image;
    const before = stored.flatMap((baseline) => recordOfBaseline(baseline) ?? []);
    const image = { settings, builder, plan, request, platforms, before, tests, ahead };
    return { ...image, stored, released: await released };
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

;// CONCATENATED MODULE: ./lib/src/testing/build-tests.js





/**
 * Tried in this order after the first one, in which each RUN has what `plan/instrument` chose for it: our logger, one beside the team's
 * own, or its settings merged with ours.
 */
const laterAttempts = [
    {
        name: 'with the log alone',
        whyNext: ({ stage, refusal }) => (refusal === undefined ? (0,buildkit_words/* findRefusal */.W$)(stage.build) : undefined),
        rewrite: withoutCollecting,
    },
    {
        name: 'without the cache',
        whyNext: (known) => (cachedOnbuild(known).length > 0 ? 'cached ONBUILD tests' : undefined),
        request: (known) => ({
            noCacheStages: [known.stage.target, ...cachedOnbuild(known).flatMap((step) => step.stage ?? [])],
        }),
    },
];
/** The steps of ONBUILD that test, which the cache answered although they should run. */
function cachedOnbuild({ instrumented, testCache, earlier, stage }) {
    if (testCache)
        return [];
    const ran = new Set(earlier.flatMap(({ build }) => build.steps.map((step) => step.name)));
    return findOnbuildTests(stage.build.steps, instrumented).filter((step) => step.outcome === 'cached' && !ran.has(step.name));
}
/** Builds the stages that test, one after the other, to nowhere; `refusal` is why their results stay in the builder. */
async function buildTests(tools, { testCache, testTimeoutMs }, instrumented, request, inParallel) {
    const builds = [];
    let refusal;
    const onStep = (name) => {
        if (testRunNumber(name) !== undefined)
            inParallel.begin();
    };
    const view = { reword: withoutMarks, isQuiet: false, deadlineMs: testTimeoutMs, onStep };
    for (const { target, label } of instrumented.targets) {
        const title = `Tests: docker buildx build --target ${label}`;
        const start = (more) => runBuild(tools.docker, tools.log, title, { ...requestAfter(builds, request), ...more, target }, view);
        let stage = { target, build: await start() };
        for (const { name, whyNext, rewrite, request: more } of laterAttempts) {
            const known = { instrumented, testCache, earlier: builds, stage, refusal };
            const why = whyNext(known);
            if (why === undefined)
                continue;
            tools.log.debug(`tests: again ${name} (${why})`);
            refusal ??= (0,buildkit_words/* findRefusal */.W$)(stage.build);
            if (rewrite)
                await (0,promises_.writeFile)(request.dockerfile, rewrite(await (0,promises_.readFile)(request.dockerfile, 'utf8')));
            stage = { target, build: await start(more?.(known)) };
        }
        builds.push(stage);
        if (stage.build.outcome !== 'built')
            inParallel.stop();
        if (stage.build.outcome === 'timed-out' || stage.build.isBuilderLost)
            break;
    }
    return { builds, refusal };
}
/** What is built without the cache is so once. */
function requestAfter(builds, request) {
    const built = new Set(builds.flatMap(({ build }) => build.steps.map(({ stage }) => stage?.toLowerCase())));
    return {
        ...request,
        noCache: request.noCache && builds.length === 0,
        noCacheStages: request.noCacheStages.filter((name) => !built.has(name.toLowerCase())),
        outputs: ['type=cacheonly'],
    };
}

// EXTERNAL MODULE: ./lib/src/testing/coverage/merge-coverage.js
var merge_coverage = __webpack_require__(1947);
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
/**
 * Copies a file of test results without the secrets that the redactor knows and without what looks like credentials, whether they stand
 * there as they are or escaped for XML, in UTF-8 or UTF-16. It takes the memory of a piece of the file. Throws the file system's error.
 */
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

;// CONCATENATED MODULE: ./lib/src/testing/results/extract-results.js





/** Most files and bytes that are taken out of the results of one job. */
const extract_results_maxFiles = 2_000;
const extract_results_maxBytes = 2 * 1024 * 1024 * 1024;
/**
 * Writes the TRX and XML files of an archive of results into a folder. Names come from the tests, so only regular files
 * with such an ending are taken, links and whatever leads out of the folder are not, and limits hold. Of a
 * broken archive all that came before is there, with a warning.
 */
async function extractResults(archive, folder) {
    const extracted = { files: [], warnings: [] };
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
    await readTar(archive, async ({ header: { name, type, size }, pipeTo }) => {
        const file = toResultFile(folder, name, extracted.files);
        if (file === undefined)
            return;
        if (extracted.files.length >= extract_results_maxFiles || bytes + size > extract_results_maxBytes) {
            extracted.warnings = [`More than ${extract_results_maxFiles} result files or 2 GB: the rest was left out.`];
        }
        else if (type === 'file') {
            bytes += size;
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file.path), { recursive: true });
            // Known before it is whole: of a file that is cut, what was written of it still counts.
            extracted.files.push(file);
            await pipeTo((0,external_node_fs_.createWriteStream)(file.path));
        }
    });
}
function toResultFile(folder, name, taken) {
    const path = external_node_path_.posix.normalize(`/${name}`).slice(1);
    const [, run, rest] = /^(\d{1,4})\/(.+)$/.exec(path) ?? [];
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
    return { path: free, run: Number(run), kind: ending === 'trx' ? 'trx' : 'xml' };
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/coverage-lines.js
const coverage_lines_limits = { lines: 1_000_000, files: 50_000, lineNumber: 10_000_000 };
/** Collects lines by module and file; at most 1,000,000 lines in 50,000 files, then `isFull`. */
class LineCollector {
    modules = [];
    #files = new Map();
    #lines = 0;
    #fileCount = 0;
    isFull = false;
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
        if (known === undefined) {
            if (this.#lines >= coverage_lines_limits.lines) {
                this.isFull = true;
                return;
            }
            this.#lines += 1;
        }
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
        if (path === '' || !Number.isInteger(line) || line < 1 || line > coverage_lines_limits.lineNumber)
            return undefined;
        const known = this.#files.get(path);
        if (known !== undefined)
            return known;
        if (this.#fileCount >= coverage_lines_limits.files) {
            this.isFull = true;
            return undefined;
        }
        const module = this.modules.at(-1);
        if (module === undefined)
            return undefined;
        const file = { path, hits: new Map(), branches: new Map() };
        this.#fileCount += 1;
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
function read_xml_describeEnd(end) {
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
 * Reads an XML file as it comes and tells a visitor of its elements. Never throws for what is in the file: a cut file,
 * broken syntax, a document type (no format that we read has one; entity floods begin with one), nesting deeper than
 * 256, a tag over 1 MiB, a wanted text over 16 MiB, a comment over 4 MiB end the reading, and the answer says so. Memory
 * is bounded by those limits plus what the visitor keeps.
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
/**
 * A copy of a string that a parser gave. What it gives are parts of the piece that it was fed, and each keeps that whole
 * piece in memory: 100,000 names would keep a file of 80 MB.
 */
function detached(text) {
    return Buffer.from(text).toString();
}
const sliceBytes = 65_536;
/**
 * The text of an XML file in pieces of at most 64 KiB, as its byte order mark says (UTF-8, UTF-16 LE and BE), or without
 * one as the first two bytes do; else UTF-8. What can't be decoded becomes U+FFFD, a character that
 * is cut at the end is nothing, and so are less than three bytes.
 */
async function* decodeXml(chunks) {
    let decoder;
    let head = new Uint8Array(0);
    for await (const chunk of chunks) {
        for (let start = 0; start < chunk.length; start += sliceBytes) {
            let bytes = chunk.subarray(start, start + sliceBytes);
            if (decoder === undefined) {
                head = joined(head, bytes);
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
function joined(a, b) {
    const both = new Uint8Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/cobertura.js




const pathLimit = 4096;
const longestClass = 200_000;
/**
 * Reads the elements of a Cobertura report (https://cobertura.sourceforge.net/xml/coverage-04.dtd) as coverlet and Microsoft's
 * collector write it. Lines are taken from the classes, where a class has none from its methods.
 */
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
/**
 * Reads the elements of an OpenCover report (https://github.com/OpenCover/opencover, coverage.xsd), as coverlet writes it too.
 * A statement over several lines is on each of them; lines that the compiler hides (0xFEEFEE) have no code.
 */
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
 * Reads a coverage file in Cobertura's or OpenCover's format, told apart by its root element; streamed, in UTF-8 or UTF-16,
 * with or without a byte order mark. Never throws for what is in the file.
 */
async function readCoverage(chunks) {
    const lines = new LineCollector();
    const visitor = new RootVisitor(lines);
    const end = await readXml(chunks, visitor);
    const problem = read_xml_describeEnd(end);
    const errors = problem === undefined ? [] : [problem];
    if (visitor.foreignRoot !== undefined) {
        errors.push(`The file is no coverage report of Cobertura or OpenCover: its root is <${visitor.foreignRoot}>.`);
    }
    if (lines.isFull)
        errors.push('The report has more lines or files than are read.');
    const incomplete = end.kind !== 'complete' || errors.length > 0;
    const report = { modules: lines.modules, errors, incomplete };
    if (visitor.format !== undefined)
        report.format = visitor.format;
    return report;
}
class RootVisitor {
    #lines;
    #visitor;
    format;
    foreignRoot;
    constructor(lines) {
        this.#lines = lines;
    }
    open(name, attributes) {
        if (this.#visitor !== undefined)
            return this.#visitor.open(name, attributes);
        if (this.foreignRoot === undefined)
            this.#openRoot(name);
        return undefined;
    }
    close(name, text) {
        this.#visitor?.close(name, text);
    }
    #openRoot(name) {
        if (name === 'coverage') {
            this.format = 'cobertura';
            this.#visitor = new CoberturaVisitor(this.#lines);
        }
        else if (name === 'CoverageSession') {
            this.format = 'opencover';
            this.#visitor = new OpenCoverVisitor(this.#lines);
        }
        else
            this.foreignRoot = (0,shared_text/* cutText */.IN)(detached(name), 100);
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/named-files.js








const named_files_maxFiles = 50;
const named_files_silenceMs = 45_000;
const stageName = 'dotnet-container-coverage';
/** An absolute path of a report, as a test command names what it wrote; others could not stand in a COPY as they are. */
const reportPath = /(?:^|[\s'"(])(\/[\w./+@-]*(?:cobertura|coverage|opencover)[\w./+@-]*\.xml)(?=$|[\s'")\]])/gi;
/** The coverage files that the testing RUNs of a build name in their log. */
function findNamedFiles(output) {
    const paths = output
        .filter(({ step }) => testRunNumber(step) !== undefined)
        .flatMap(({ text }) => [...text.matchAll(reportPath)].flatMap(([, path]) => path ?? []));
    return [...new Set(paths)].slice(0, named_files_maxFiles);
}
/** The Dockerfile with a last stage that has nothing but these files of a stage, each in a folder of its number. */
function namedFilesDockerfile(text, target, paths) {
    // A pattern that matches nothing is no error, as a path that is not there would be.
    const copies = paths.map((path, index) => `COPY --from=${target} ${path.slice(0, -1)}[l] /${index}/`);
    return [text.trimEnd(), `FROM scratch AS ${stageName}`, ...copies, ''].join('\n');
}
/**
 * Brings out the coverage reports that the tests wrote into the stage itself and named in the log, by a build of that stage, which is cached;
 * they are left in `resultsFolder` without secrets. Nothing of a stage that failed: its files are lost with it.
 */
async function collectNamedFiles({ docker, log, tempFolder, redactor }, request, builds, resultsFolder) {
    const reports = [];
    const dockerfile = await (0,promises_.readFile)(request.dockerfile, 'utf8');
    for (const [number, { target, build }] of builds.entries()) {
        const paths = build.outcome === 'built' ? findNamedFiles(build.output) : [];
        if (paths.length === 0)
            continue;
        const archive = (0,external_node_path_.join)(tempFolder, `coverage-${number}.tar`);
        await (0,promises_.writeFile)(request.dockerfile, namedFilesDockerfile(dockerfile, target, paths));
        try {
            const copied = { target: stageName, outputs: [`type=tar,dest=${archive}`], noCache: false, noCacheStages: [] };
            const view = { reword: withoutMarks, isQuiet: true, silenceMs: named_files_silenceMs };
            await runBuild(docker, log, 'Collect the coverage', { ...request, ...copied }, view);
        }
        finally {
            await (0,promises_.writeFile)(request.dockerfile, dockerfile);
        }
        const { files } = await extractResults(archive, (0,external_node_path_.join)(tempFolder, `coverage-${number}`));
        for (const { path } of files) {
            const report = await readCoverage((0,external_node_fs_.createReadStream)(path));
            if (report.modules.length === 0)
                continue;
            reports.push(report);
            await (0,promises_.mkdir)(resultsFolder, { recursive: true });
            await copyRedacted(path, (0,external_node_path_.join)(resultsFolder, `${number}-${reports.length}-${(0,external_node_path_.basename)(path)}`), redactor);
        }
    }
    return reports;
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/assign-runs.js



/**
 * Which command started which run. Commands that name a project take theirs first, in their order; then those that may have
 * started any take one each, then those whose project it may be. What is left is of whoever can have started several.
 */
function assignRuns(commands, seen) {
    const owners = new Map();
    for (const fit of ['yes', 'open', 'maybe']) {
        for (const command of commands) {
            const targets = command.targets.length > 0 ? command.targets : [undefined];
            if (fit === 'maybe' && [...owners.values()].includes(command))
                continue;
            for (const target of targets) {
                const run = seen.find((one) => !owners.has(one) && fitOf(target, one) === fit);
                if (run !== undefined)
                    owners.set(run, command);
            }
        }
    }
    for (const run of seen) {
        const owner = owners.get(run) ??
            commands.findLast(({ targets }) => targets.some((target) => fitOf(target, run) === 'yes')) ??
            commands.find(({ targets }) => targets.length === 0);
        if (owner !== undefined)
            owners.set(run, owner);
    }
    return owners;
}
/** How well a run fits what a command names; `open` where it names nothing. */
function fitOf(target, run) {
    return target === undefined ? 'open' : fits(target, { project: run.project, assembly: run.assembly ?? '' });
}
/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
function foldRetries(seen, owners) {
    const series = (0,test_results/* groupBy */.$z)(seen, (run) => {
        const retry = owners.get(run)?.retry;
        const isOneOfTwins = hasTwins(run, seen);
        if (retry === undefined || run.project === '' || (isOneOfTwins && assign_runs_pathOf(run) === ''))
            return run;
        return `${retry} ${nameRun(run)} ${isOneOfTwins ? assign_runs_pathOf(run) : ''}`;
    });
    const notes = [];
    const flaky = [];
    const runs = [...series.values()].flatMap((attempts) => {
        const last = attempts.at(-1);
        if (last === undefined)
            return [];
        // What the platform itself retried is told whole by its files.
        const whole = attempts.find((run) => run.flaky !== undefined && run.inFile);
        const folded = whole === undefined ? foldAttempts(attempts) : { run: whole, flaky: [] };
        const run = { ...last, ...folded.run, inLog: last.inLog, inFile: last.inFile };
        const owner = owners.get(last);
        if (owner !== undefined)
            owners.set(run, owner);
        const within = attempts.flatMap((one) => one.passedLater ?? []);
        const own = [
            ...(run.flaky ?? []),
            ...folded.flaky,
            ...within.filter(({ name }) => !isFailedIn(run, name)),
        ];
        flaky.push(...new Map(own.map((test) => [test.name, test])).values());
        if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
            notes.push(`The tests of ${nameRun(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`);
        return [run];
    });
    return { runs, flaky, notes };
}
function isFailedIn({ results }, test) {
    return results.some(({ outcome, name }) => outcome === 'failed' && name === test);
}
function isTroubled({ counts, errors, aborted, incomplete }) {
    return counts.failed > 0 || errors.length > 0 || aborted || incomplete;
}
/** Whether several projects have the name of a run's. */
function hasTwins(run, all) {
    const paths = all.filter((one) => nameRun(one) === nameRun(run)).map(assign_runs_pathOf);
    return new Set(paths.filter((path) => path !== '')).size > 1;
}
/** Where the assembly of a run is; TRX files have it in small letters. */
function assign_runs_pathOf({ assembly = '' }) {
    return assembly.includes('/') ? assembly.toLowerCase() : '';
}
/** How people call a run: its project, with its framework where that is known. */
function nameRun({ project, framework }) {
    if (project === '')
        return 'a project';
    return framework === undefined ? project : `${project} (${framework})`;
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-fields.js


/** Milliseconds of a .NET time span such as `00:00:00.0124506` or `1.02:03:04`; undefined for anything else. */
function parseSpan(text) {
    if (!/^(?:\d{1,6}\.)?\d{1,3}:\d{1,2}:\d{1,2}(?:\.\d{1,9})?$/.test(text))
        return undefined;
    const hoursEnd = text.indexOf(':');
    const minutesEnd = text.indexOf(':', hoursEnd + 1);
    const daysEnd = text.lastIndexOf('.', hoursEnd);
    const days = Number(text.slice(0, Math.max(0, daysEnd)));
    const hours = 24 * days + Number(text.slice(daysEnd + 1, hoursEnd));
    const minutes = 60 * hours + Number(text.slice(hoursEnd + 1, minutesEnd));
    return Math.round((60 * minutes + Number(text.slice(minutesEnd + 1))) * 1000);
}
/** Milliseconds between two times of a `Times` element; undefined where one is missing or they stand the wrong way round. */
function spanBetween(start, finish) {
    const span = Date.parse(finish ?? '') - Date.parse(start ?? '');
    return Number.isFinite(span) && span >= 0 ? span : undefined;
}
/** Names of the assemblies at some paths, without repeats; usually one. */
function trx_fields_projectOf(paths) {
    const names = [...new Set(paths.map(log_text/* assemblyName */.UU))];
    return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
}
/**
 * Short name of the framework: the folder that an assembly was built into (`bin/Debug/net10.0/`), else the end of the
 * file's name (`_net10.0.trx`, `_net10.0_20261120181824.trx`).
 */
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
const trx_fields_skipped = new Set(['NotExecuted', 'Inconclusive', 'Pending', 'Skipped']);
const runAborted = new Set([
    'Aborted',
    'Error',
    'Timeout',
    'Disconnected',
    'InProgress',
    'PassedButRunAborted',
]);
const runErrors = new Set([...runAborted, 'Failed']);
/**
 * What an outcome of a TRX result (`TestOutcome` of its schema) comes to. Error, Timeout, Aborted, NotRunnable, a test still
 * in progress, and any word that we don't know are failures.
 */
function trx_fields_outcomeOf(word) {
    if (passed.has(word))
        return 'passed';
    return trx_fields_skipped.has(word) ? 'skipped' : 'failed';
}
/** Says whether the outcome of a `ResultSummary` means that the run did not come to its end. */
function isAbortedRun(word) {
    return runAborted.has(word);
}
/** Says whether the outcome of a `ResultSummary` or `RunInfo` is a bad one. */
function isBadRun(word) {
    return runErrors.has(word);
}
const trx_fields_errorLimit = 100;
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
    /** Takes the outcome of the `ResultSummary`. */
    takeOutcome(outcome) {
        this.#hasFailed = isBadRun(outcome);
        if (isAbortedRun(outcome))
            this.isAborted = true;
    }
    /** Takes a `RunInfo`: its text is kept if it is an error, or tells of an abort. */
    takeInfo(outcome, text) {
        const words = infoWords(text);
        if (words === undefined)
            return;
        const isAbort = words.split('\n', 5).some(tellsOfAbort);
        if (isAbort)
            this.isAborted = true;
        if (isAbort || isBadRun(outcome))
            this.add(words);
        this.assembly ??= /(?:\/|[A-Za-z]:\\)[^"'<>|]{1,1000}?\.(?:dll|exe)/.exec(words.slice(0, 4096))?.[0];
    }
    /** Adds an error of the file. */
    add(text) {
        if (this.errors.length < trx_fields_errorLimit && !this.errors.includes(text))
            this.errors.push(text);
    }
    /** Ends the collection; a run that is marked as failed and nothing says why is told of, too. */
    finish(problem, failedResults) {
        if (problem !== undefined)
            this.add(problem);
        if (this.#hasFailed && failedResults === 0 && this.errors.length === 0) {
            this.add(markedAsFailed);
        }
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

;// CONCATENATED MODULE: ./lib/src/testing/verdict/join-runs.js



/**
 * Brings together what result files and the log of one RUN say. Of a run that both tell of the file is believed; a run that the
 * log alone tells of stands by itself, so that no file of one run covers another.
 */
function joinRuns(files, logged) {
    const left = foldFiles(files);
    const nameless = logged.filter(({ project }) => project === '');
    const named = logged.filter(({ project }) => project !== '').map((log) => joinWithFile(log, left));
    const rest = left.map((file) => ({ ...file, inLog: false, inFile: true }));
    const seen = [...named, ...rest.sort(byStart)];
    return [...seen, ...nameless.flatMap((log) => withoutKnown(log, seen))];
}
/** The files of runs, those with the attempts of one run as one. */
function foldFiles(files) {
    const series = (0,test_results/* groupBy */.$z)(files, ({ project, framework = '' }) => `${project}\0${framework}`);
    return [...series.values()].flatMap((own) => {
        const wholes = own.filter(({ attempt }) => attempt === undefined);
        if (wholes.length > 1 || wholes.length === own.length)
            return own.map(test_results/* withFullNames */._Q);
        const ordered = own
            .filter(({ attempt }) => attempt !== undefined)
            .sort((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0));
        // Beside the attempts that were put aside lies the last one, in some versions with its own tests alone.
        const { run, flaky } = foldAttempts([...ordered, ...wholes].map(test_results/* withFullNames */._Q));
        return [{ ...run, flaky }];
    });
}
/** What the log says of a run, with the file that has its results, which is taken out of `left`. */
function joinWithFile(log, left) {
    const named = left.filter((file) => areSame(file, log));
    const placed = named.filter(({ assembly = '' }) => assembly.toLowerCase() === log.assembly?.toLowerCase());
    const own = placed.length > 0 ? placed : named;
    const file = own.find(({ counts }) => haveSame(counts, log.counts)) ?? own[0];
    if (file === undefined)
        return { ...log, inLog: true, inFile: false };
    left.splice(left.indexOf(file), 1);
    const best = file.incomplete && !log.incomplete ? log : file;
    const told = [...file.errors, ...log.errors].filter((words) => words !== markedAsFailed);
    return {
        ...best,
        errors: told.length > 0 ? [...new Set(told)] : file.errors,
        aborted: file.aborted || log.aborted,
        incomplete: best.incomplete,
        ...(log.assembly?.includes('/') === true ? { assembly: log.assembly } : {}),
        ...(file.flaky === undefined && log.flaky !== undefined ? { flaky: log.flaky } : {}),
        passedLater: passedLater(log, file),
        inLog: true,
        inFile: true,
    };
}
/** Tests that the log saw fail and that have passed in the file, which has the last attempt alone (MSTest's `[Retry]`). */
function passedLater(log, file) {
    const failed = log.results.filter(join_runs_isFailed);
    if (file.incomplete || file.aborted || failed.length <= file.counts.failed)
        return [];
    return failed.slice(0, 100).flatMap(({ name, message }) => {
        const own = file.results.filter((result) => result.name === name || result.name.endsWith(`.${name}`));
        const [result] = own;
        if (result === undefined || own.some(({ outcome }) => outcome !== 'passed'))
            return [];
        return [flakyTest(file, result, ['failed', 'passed'], message)];
    });
}
/** Of a run of the log that has no name what no other run is known to have: failures, or all where nothing else is known. */
function withoutKnown(log, seen) {
    if (seen.every(({ inFile }) => !inFile))
        return [{ ...log, inLog: true, inFile: false }];
    const known = new Set(seen.flatMap(({ results }) => results.filter(join_runs_isFailed).map(({ name }) => name)));
    const results = log.results.filter((result) => join_runs_isFailed(result) && !known.has(result.name));
    if (results.length === 0)
        return [];
    return [{ ...log, results, counts: (0,test_results/* countResults */.aD)(results), inLog: true, inFile: false }];
}
function join_runs_isFailed({ outcome }) {
    return outcome === 'failed';
}
function areSame(a, b) {
    const haveBoth = a.framework !== undefined && b.framework !== undefined;
    return a.project === b.project && (!haveBoth || a.framework === b.framework);
}
function haveSame(a, b) {
    return a.passed === b.passed && a.failed === b.failed;
}
function byStart(a, b) {
    return (a.startedAt ?? 0) - (b.startedAt ?? 0);
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/ledger.js




/** Whether an entry keeps the job from going on. */
function isBad({ kind }) {
    return !['finished', 'no-tests', 'silent'].includes(kind);
}
/** Settles every run that a testing RUN started, by its commands, its log and its result files. */
function settle(evidence) {
    const { commands, endedWell, files, logs, testRun } = evidence;
    const logged = logs.flatMap((log) => log.runs);
    const seen = joinRuns(files, logged);
    const owners = assignRuns(commands, seen);
    const { runs, flaky, notes } = foldRetries(seen, owners);
    const entries = runs
        .filter((run) => owners.get(run)?.isIdle !== true)
        .map((run) => settleRun(run, runs, owners.get(run), evidence));
    const left = new Set(commands.filter(({ isIdle }) => !isIdle));
    const ranBy = (command) => seen.filter((run) => owners.get(run) === command);
    const isAborted = seen.some(({ aborted }) => aborted);
    for (const { signs } of isAborted ? [] : logs.filter((log) => log.signs.aborted)) {
        const [words = 'the test run was aborted'] = signs.errors;
        // It is most likely of the command that has left nothing else, or nothing of one of its targets.
        const owner = [...left].find((one) => one.isSure && leavesOut(one, ranBy(one)));
        if (owner !== undefined)
            left.delete(owner);
        const named = owner ?? (commands.length === 1 ? commands[0] : undefined);
        const of = named === undefined ? '' : `\`${named.text}\` failed${whichOf(named, ranBy(named), 'for')}: `;
        const what = `${of}${words}${hangingTests(logs)}`;
        const kind = words === tooFewTests ? 'failed' : 'stopped';
        const project = named && ledger_projectOf(named, ranBy(named));
        entries.push({ kind, what, testRun, hiddenBy: (named ?? commands[0])?.hiddenBy, ...project });
    }
    const warnings = notes;
    for (const command of endedWell ? left : []) {
        const own = ranBy(command);
        const entry = settleCommand(command, own, evidence);
        if (entry !== undefined)
            entries.push(entry);
        if (entry?.kind === 'no-tests')
            warnings.push(`${entry.what}.`);
        if (own.length > 0 && own.every(({ counts, aborted }) => counts.total === 0 && !aborted))
            warnings.push(`\`${command.text}\` ran no test.`);
    }
    if (endedWell && evidence.isClipped && !entries.some(isBad)) {
        const what = `nothing shows what the tests came to: ${clipped}`;
        if (runs.length === 0)
            entries.push({ kind: 'lost', what, testRun, hiddenBy: undefined });
        else if (!runs.every(({ inFile }) => inFile))
            warnings.push(`More tests may have run than were counted: ${clipped}.`);
    }
    return { entries, runs, flaky, warnings };
}
const clipped = 'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)';
/** The tests that ran when a run was stopped. */
function hangingTests(logs) {
    const names = logs.flatMap(({ signs }) => signs.hangingTests);
    return names.length === 0 ? '' : `; running then: ${names.slice(0, 3).join(', ')}`;
}
/** Settles a run of which the log or a file tells. */
function settleRun(run, all, owner, { testRun, logs }) {
    const { counts, errors, assembly = '' } = run;
    const name = run.project === '' && owner !== undefined ? `\`${owner.text}\`` : `${nameRun(run)}${ledger_folderOf(run, all)}`;
    const entry = (kind, what) => {
        const project = run.project === '' ? {} : { project: run.project };
        return { kind, what, testRun, hiddenBy: owner?.hiddenBy, ...project };
    };
    // Why a run was stopped says more than that it ended, and the type of an exception alone less than whatever else there is.
    const telling = errors.find((text) => /^Data collector/.test(text)) ??
        errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ??
        errors[0];
    if (run.aborted) {
        const why = `${telling ?? 'it was aborted'}${hangingTests(logs)}`;
        return entry('stopped', `the test run of ${name} was stopped: ${why}`);
    }
    if (run.incomplete && run.inFile)
        return entry('lost', `the results of ${name} are not whole: ${telling ?? 'their file was cut'}`);
    if (run.incomplete) {
        const by = owner === undefined ? '' : ` (\`${owner.text}\`)`;
        const refused = ledger_refusals(logs).find((words) => assembly.includes('/') && words.includes(assembly));
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
/** Settles a command of a RUN that has ended well, as far as its own runs don't do that. */
function settleCommand(command, own, { logs, testRun, isClipped }) {
    const { hiddenBy, targets, text } = command;
    const entry = (kind, what) => {
        return { kind, what, testRun, hiddenBy, ...ledger_projectOf(command, own) };
    };
    const isHidden = hiddenBy !== undefined;
    const refused = ledger_refusals(logs).find((words) => isAbout(words, command));
    if (refused !== undefined && (isHidden || own.length === 0))
        return entry('never-started', `\`${text}\` never started: ${refused}`);
    if (command.isConditional || !command.isSure || (!isHidden && own.length > 0))
        return undefined;
    if (!isHidden) {
        const what = `\`${text}\` ended well, but nothing shows that it ran a test`;
        return entry(command.isProgram ? 'silent' : 'no-tests', what);
    }
    if (leavesOut(command, own)) {
        const why = 'it never started, was stopped, or its results are lost';
        return entry('lost', `\`${text}\` left no result${whichOf(command, own, 'of')}: ${why}`);
    }
    const areInFiles = own.every(({ inFile }) => inFile);
    if (isClipped && (targets.length === 0 || !areInFiles))
        return entry('lost', `the results of \`${text}\` are not whole: ${clipped}`);
    if (targets.length > 0 || own.some(({ inLog }) => inLog))
        return undefined;
    const why = 'its output is not in the log, and one project may hide another';
    return entry('lost', `nothing shows all that \`${text}\` ran: ${why}`);
}
/** What a command names and none of its runs is. */
function missingTargets({ targets }, own) {
    return targets.filter((target) => own.every((run) => fitOf(target, run) === 'no'));
}
function leavesOut(command, own) {
    return own.length === 0 || missingTargets(command, own).length > 0;
}
/** The project that has not run, where a command names just one that hasn't. */
function ledger_projectOf(command, own) {
    const [missing, ...more] = missingTargets(command, own);
    return missing === undefined || more.length > 0 ? {} : { project: nameOfTarget(missing) };
}
function whichOf(command, own, word) {
    const missing = missingTargets(command, own);
    return missing.length > 0 && command.targets.length > 1 ? ` ${word} ${missing.join(', ')}` : '';
}
/** Where a run is, if another project has its name. */
function ledger_folderOf(run, all) {
    const [folder = ''] = run.assembly?.split(/\/(?:bin|artifacts)\//) ?? [];
    return hasTwins(run, all) && folder.includes('/') ? ` in ${folder}` : '';
}
/** What shells and .NET say of commands that they could not start. */
function ledger_refusals(logs) {
    return logs.flatMap(({ signs }) => signs.notStarted).map((words) => words.replace(/\.$/, ''));
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
        const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${literal}(?:['"’:,.\\s]|$)`).test(said);
    });
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/test-result.js


/** Decides from the evidence: a failed result outranks any exit code, and green needs that every run is settled as finished. */
function decideVerdict(evidence) {
    const { build, counts, readsResults, hiddenErrors, ledger, swallowedBy } = evidence;
    const bad = ledger.find(isBad);
    const hide = (decision, culprit = describeCulprit(swallowedBy)) => {
        const hiddenBy = build.kind === 'built' && { hiddenBy: `${culprit} hides it from the build` };
        return { ...decision, ...hiddenBy };
    };
    if (counts.failed > 0)
        return hide({ result: 'failed', reason: describeFailures(evidence) });
    if (build.kind === 'timed-out')
        return {
            ...error(`the tests did not end in time${bad === undefined ? '' : `: ${bad.what}`}`),
            trouble: { kind: 'stopped' },
        };
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
    return { ...error(what), trouble: { kind, ...(project === undefined ? {} : { project }) } };
}
function test_result_none(reason) {
    return { result: 'no-tests', reason };
}
function decideGreenBuild(evidence) {
    const { testRuns, cachedRuns, counts, obstacle, ledger } = evidence;
    if (testRuns > 0 && cachedRuns === testRuns) {
        const reason = 'nothing that the tests depend on has changed since they last passed';
        return { result: 'passed', reason, isCached: true };
    }
    if (counts.total === 0 && testRuns === 0)
        return test_result_none(describeNoRun(evidence.testsAtStart));
    if (counts.total === 0 && obstacle !== undefined)
        return error(`the test command ended well, but its results could not be copied from the builder: ${obstacle}`);
    if (counts.total === 0)
        return test_result_none('the test command ended well, but no test ran');
    if (counts.passed === 0)
        return test_result_none(describeSkipped(counts));
    const silent = ledger.find(({ kind }) => kind === 'silent');
    if (silent !== undefined)
        return ofRun({ ...silent, what: `${silent.what}: it may have ended before its summary` });
    const idle = ledger.filter(({ kind }) => kind === 'no-tests').map(({ what }) => `; ${what}`);
    return { result: 'passed', reason: `the tests ran and passed${[...new Set(idle)].slice(0, 3).join('')}` };
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
    const passed = counts.passed > 0 ? `, although none of its ${counts.total} tests did` : ' and named no failed test';
    const killed = isKilled ? '; it was killed, most likely because memory ran out' : '';
    const hint = foundNone ? '; one of the projects had no test to run' : killed;
    return {
        ...error(`the test command failed${code}${passed}${hint}`),
        ...(exitCode !== undefined && { trouble: { kind: 'exit-code' } }),
    };
}
function describeCompilerErrors(errors) {
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return first === undefined ? '' : `${describeMessage(first)}${more}`;
}
function describeFailures({ counts, failedNames }) {
    const shown = failedNames.slice(0, 3).join(', ');
    const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : '';
    return `${counts.failed} of ${counts.total} tests failed${shown === '' ? '' : `: ${shown}${more}`}`;
}
function describeSkipped({ skipped }) {
    return `${skipped === 1 ? 'the only test was' : `all ${skipped} tests were`} skipped`;
}
function describeNoRun(testsAtStart) {
    return testsAtStart === undefined
        ? 'the stage has no RUN that tests'
        : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`;
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/gather-evidence.js






/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
function readLogs(builds, isMarked) {
    return builds.flatMap((build) => {
        const byStep = new Map();
        for (const { step, text } of build.output) {
            const lines = byStep.get(step);
            if (lines === undefined)
                byStep.set(step, [text]);
            else
                lines.push(text);
        }
        return [...byStep].map(([step, lines]) => {
            const testRun = testRunNumber(step);
            const isTest = !isMarked || testRun !== undefined;
            const isClipped = lines.some((line) => /^\[output clipped, log limit \S+ reached\]$/.test(line.trim()));
            return { step, testRun, isTest, isClipped, found: readConsoleLog(lines) };
        });
    });
}
/** What is known of each testing RUN, and of steps that are none of the file but may test. */
function gatherRuns({ testRuns }, builds, logs, files) {
    const hasCertain = testRuns.some((run) => run.isCertain);
    return [...testRuns, undefined].map((run, index) => {
        const testRun = run && index;
        const own = logs.filter((log) => log.isTest && log.testRun === testRun);
        const steps = builds
            .flatMap((build) => build.steps)
            .filter((step) => testRunNumber(step.name) === testRun && step.outcome !== 'cached');
        const isWanted = run !== undefined && steps.length > 0 && (run.isCertain || !hasCertain);
        return {
            testRun,
            commands: isWanted ? run.commands : [],
            endedWell: run !== undefined && steps.every((step) => step.outcome === 'done'),
            files: run === undefined ? [] : files.filter((file) => file.testRun === testRun),
            logs: own.map((log) => log.found),
            isClipped: own.some((log) => log.isClipped),
        };
    });
}
/** Sorts the compile errors that a step before the tests hid. What a test command builds again tells of itself. */
function sortEarlierErrors(errors, evidence, runs) {
    const usesBuilt = evidence.some(({ commands }) => commands.some((command) => command.usesBuilt));
    const found = usesBuilt ? errors.filter(stopsBuild) : [];
    const isTested = ({ project, file = '' }) => {
        const path = project ?? file;
        const name = external_node_path_.posix.parse(path).name;
        return runs.some((run) => run.project === name || run.assembly?.startsWith(`${external_node_path_.posix.dirname(path)}/bin/`));
    };
    return { ofTested: found.filter(isTested), ofOthers: found.filter((error) => !isTested(error)) };
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
    const inTests = failed.steps.some((step) => step.outcome === 'failed' && testRunNumber(step.name) !== undefined);
    return { kind: 'failed', inTests, exitCode: (0,buildkit_words/* parseBuildError */.gK)(failed.text).exitCode };
}
/** The RUN to look at (the testing one that failed, else `culprit`), or the line where the build failed, on the team's lines. */
function gather_evidence_findPlace(file, { testRuns, origins }, builds, culprit) {
    const { line } = (0,buildkit_words/* parseBuildError */.gK)(findFailed(builds)?.text ?? []);
    const tests = testRuns.map(({ instruction }) => instruction);
    const failed = tests.find(({ firstLine, lastLine }) => line !== undefined && firstLine <= line && line <= lastLine);
    const run = failed ?? (line === undefined ? (culprit ?? tests[0]) : undefined);
    if (run === undefined)
        return line === undefined ? undefined : { file, line: origins.get(line) ?? line, command: '' };
    const first = run.firstLine;
    const command = `RUN ${(0,shell_text/* commandOf */.Nl)(run)}`.replace(/\s+/g, ' ');
    return { file, line: origins.get(first) ?? first, command };
}

;// CONCATENATED MODULE: ./lib/src/testing/coverage/locate-sources.js




/** `… in /src/tests/CartTests.cs:line 28`; the words around path and number are translated, their order is not. */
const framePattern = /(\/[^\s:*?"<>|]+\.(?:cs|fs|vb|razor|cshtml)):\D{0,12}(\d{1,7})/;
/** Makes the locator of a job from the COPY instructions of the stages that test. */
function sourceLocator({ context, workspace }, { instrumented }) {
    const { dockerfile, testRuns } = instrumented;
    const stages = new Set([...testRuns].reverse().map((run) => run.owner));
    const trees = [...stages].map((stage) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage));
    const exists = (path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, path), { throwIfNoEntry: false })?.isFile() === true;
    return (containerPath, line) => {
        const found = contextPathOf(trees, containerPath, exists);
        if (found === undefined)
            return undefined;
        const file = (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(context, found)).split(external_node_path_.sep).join('/');
        return { file, ...(line === undefined ? {} : { line }) };
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

;// CONCATENATED MODULE: ./lib/src/testing/describe-tests.js














/** Says from the builds' progress and the collected files what the tests came to. */
function describeTests(settings, plan, builds, collected) {
    const { instrumented } = plan;
    const steps = builds.flatMap((build) => build.steps);
    const testSteps = findTestSteps(steps, instrumented);
    const logs = settings.testResults === 'off' ? [] : readLogs(builds, instrumented.testRuns.length > 0);
    const gathered = gatherRuns(instrumented, builds, logs, collected.runs);
    const settled = gathered.map(settle);
    const runs = settled.flatMap((one) => one.runs);
    const locate = sourceLocator(settings, plan);
    const failures = findFailures(runs, locate);
    const failed = findFailed(builds);
    const earlier = sortEarlierErrors(locateMessages(logs, locate, false), gathered, runs);
    const hiddenErrors = [...locateMessages(logs, locate, true).filter(stopsBuild), ...earlier.ofTested];
    const areErrorsEarlier = hiddenErrors.length === earlier.ofTested.length;
    const culprit = findCulprit(settled, logs);
    const hider = findHider(logs, earlier.ofTested, areErrorsEarlier ? undefined : culprit);
    const counts = runs.map((run) => run.counts).reduce(test_results/* addCounts */.c5, test_results/* noCounts */.Yi);
    const failure = findFailure(plan, builds, hiddenErrors.length > 0 ? hider : undefined);
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
    const ofOthers = earlier.ofOthers.slice(0, 1).map(describeEarlier);
    return {
        ...found,
        ...decision,
        stages: instrumented.targets.map((target) => target.label),
        place: describe_tests_placeOf(plan, builds, hider, culprit),
        source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
        runs: runs.map(forReport),
        failures,
        flaky: settled.flatMap((one) => one.flaky),
        coverage: describe_tests_readCoverage(collected, runs, locate),
        compilerMessages: locateMessages(logs, locate),
        steps: steps.map((step) => ({ ...step, name: withoutMarks(step.name) })),
        durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
        warnings: [...(0,buildkit_words/* cacheWarnings */.IF)(builds), ...collected.warnings, ...ofRuns, ...ofOthers],
        hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
        ...forCache(steps, testSteps.flat(), settings),
        shortage: (failed && (0,buildkit_words/* findShortage */.Jp)(failed)) ?? collected.shortage,
    };
}
/** What the build cache can keep of the tests' builds, and whether it has that. */
function forCache(steps, testSteps, { testCache }) {
    const kept = testCache ? steps : steps.filter((step) => !testSteps.includes(step));
    return { reachedTests: reachedTests(steps, testSteps), cameFromCache: cameFromCache(kept) };
}
function isCached({ outcome }) {
    return outcome === 'cached';
}
/** The ENTRYPOINT or CMD that tests, where one does. */
function findStart({ dockerfile }) {
    return dockerfile.stages
        .flatMap((stage) => testingInstructions(dockerfile, stage, unknownPrograms))
        .find((one) => one.keyword !== 'RUN')?.keyword;
}
/** What compilers and MSBuild say in the steps that test, in the others, or in all, with its place in the checkout. */
function locateMessages(logs, locate, ofTests) {
    return onceEach(logs
        .filter(({ isTest }) => ofTests === undefined || isTest === ofTests)
        .flatMap((log) => log.found.compilerMessages)
        .map((message) => ({
        ...message,
        place: message.file === undefined ? undefined : locate(message.file, message.line),
    })));
}
/** What made the build fail; or in a green one, what the output of the RUN says in which something failed, or of a step before it. */
function findFailure(plan, builds, hider) {
    const { dockerfile, origins } = plan.instrumented;
    const sources = { ...plan, dockerfile, origins };
    const failed = findFailed(builds);
    if (failed !== undefined)
        return failed.outcome === 'failed' ? explainFailure(failed, sources) : undefined;
    if (hider === undefined)
        return undefined;
    const output = builds.flatMap((build) => build.output).filter(({ step }) => step === hider.step);
    return explainHidden(output.map(({ text }) => text), sources, describe_tests_instructionOf(hider, plan));
}
/** What the testing RUN printed that went on after an error; else the step before the tests that had the first of these. */
function findHider(logs, [error], testRun) {
    if (testRun !== undefined)
        return logs.find((log) => log.testRun === testRun);
    return logs.find(({ isTest, found }) => !isTest && found.compilerMessages.some(({ code, text }) => code === error?.code && text === error.text));
}
function describe_tests_placeOf(plan, builds, hider, culprit) {
    const { instrumented, dockerfile } = plan;
    const run = (hider && describe_tests_instructionOf(hider, plan)) ?? instrumented.testRuns[culprit ?? -1]?.instruction;
    return gather_evidence_findPlace(dockerfile.shown, instrumented, builds, run);
}
function describe_tests_instructionOf({ testRun, step }, { instrumented }) {
    return testRun === undefined
        ? findStepInstruction(instrumented.dockerfile, parseStepName(step))
        : instrumented.testRuns[testRun]?.instruction;
}
/** The number of the testing RUN in which something went wrong, whatever its exit code says: the first of them, when any did. */
function findCulprit(settled, logs) {
    const numbers = settled.flatMap(({ runs, entries }, number) => entries.some(isBad) || runs.some((run) => run.counts.failed > 0) ? [number] : []);
    const broken = logs.filter(({ isTest, found }) => isTest && found.compilerMessages.some(stopsBuild));
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
    return `An earlier step hides that a project other than the tested ones did not compile: ${describeMessage(error)}`;
}
/** A run without what only settling it needs. */
function forReport({ source, project, framework, results, counts, durationMs, ...rest }) {
    const { errors, aborted, incomplete } = rest;
    return {
        ...{ source, project, results, counts, errors, aborted, incomplete },
        ...(framework === undefined ? {} : { framework }),
        ...(durationMs === undefined ? {} : { durationMs }),
    };
}
function findFailures(runs, locate) {
    return runs.flatMap(({ results, project, framework }) => results
        .filter((result) => result.outcome === 'failed')
        .map((result) => ({ ...result, project, framework, place: locateFailure(result.stack, locate) })));
}
/** The coverage of all runs, with the paths of the checkout where these are known. */
function describe_tests_readCoverage({ coverage }, runs, locate) {
    if (coverage.length === 0)
        return undefined;
    const merged = (0,merge_coverage/* mergeCoverage */.PV)(coverage, runs.map(({ project }) => project));
    const files = merged.files.map((file) => ({
        ...file,
        path: locate(file.path, undefined)?.file ?? file.path,
    }));
    return { ...merged, files };
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/read-trx.js





const defaultResultLimit = 250_000;
const read_trx_textBudget = 32 * 1024 * 1024;
const nameBudget = 48 * 1024 * 1024;
const idLimit = 64;
/**
 * Reads a TRX file (schema `http://microsoft.com/schemas/VisualStudio/TeamTest/2010`), streamed. Outcomes are counted from
 * the results, never taken from `Counters`; of data-driven tests the rows count. Of a passed test only name, class and
 * duration are kept; texts are cut to 16,384 characters each and 32 million in all. Never throws: what is cut, empty,
 * malformed or refused is `incomplete`, with the reason in `errors` unless it was just cut.
 */
async function readTrx(chunks, options = {}) {
    const reader = new TrxReader(options.resultLimit ?? defaultResultLimit);
    const end = await readXml(chunks, reader);
    return reader.finish(end, options.fileName ?? '');
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
        const { errors, isAborted, assembly } = this.#troubles.finish(read_xml_describeEnd(end), this.#counts.failed);
        if (this.#assemblies.size === 0 && assembly !== undefined)
            this.#assemblies.add(assembly);
        const paths = [...this.#assemblies];
        const run = {
            source: 'trx',
            project: trx_fields_projectOf(paths),
            results: this.#withClasses(),
            counts: this.#counts,
            errors,
            aborted: isAborted,
            incomplete: end.kind !== 'complete' || isForeign,
        };
        const framework = frameworkOf(paths, fileName);
        if (framework !== undefined)
            run.framework = framework;
        if (this.#durationMs !== undefined)
            run.durationMs = this.#durationMs;
        if (this.#startedAt !== undefined)
            run.startedAt = this.#startedAt;
        if (paths[0] !== undefined)
            run.assembly = paths[0];
        return run;
    }
    #takeTimes(start, finish) {
        this.#durationMs = spanBetween(start, finish);
        const startedAt = Date.parse(start ?? '');
        if (Number.isFinite(startedAt))
            this.#startedAt = startedAt;
    }
    #openResult(attributes) {
        // VSTest leaves the outcome out where it is Error, the first of its enumeration (TrxLogger/ObjectModel/TestResult.cs).
        const outcome = trx_fields_outcomeOf(attributes.get('outcome') ?? 'Error');
        if (attributes.get('outcome') === 'PassedButRunAborted')
            this.#troubles.isAborted = true;
        const name = (0,shared_text/* cutText */.IN)(attributes.get('testName') ?? '', log_text/* nameLimit */.ds);
        const durationMs = parseSpan(attributes.get('duration') ?? '');
        const result = durationMs === undefined ? { name, outcome } : { name, outcome, durationMs };
        this.#open.push({
            result,
            testId: (attributes.get('testId') ?? '').slice(0, idLimit),
            rows: 0,
            failedRows: 0,
        });
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
        if (result === undefined || part === undefined || this.#spent > read_trx_textBudget || text.trim() === '')
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

;// CONCATENATED MODULE: ./lib/src/testing/results/collect-results.js













/** An engine that hung while the tests ran hangs here too, and nobody else would stop it; the work itself takes a second. */
const collect_results_silenceMs = 45_000;
/** No result left the build as a file. */
const nothingCollected = {
    runs: [],
    coverage: [],
    obstacle: undefined,
    shortage: undefined,
    warnings: [],
};
/**
 * Brings the result files out of the builder, also after a build that failed, and empties them there. They are read as they are, and
 * left in `resultsFolder` without secrets. Trouble is a warning: then the log is what remains, or the folder misses files.
 */
async function collectResults({ docker, log, tempFolder, redactor }, plan, { builder, buildArgs, buildContexts, platforms, }, resultsFolder) {
    const text = collectorDockerfile(plan.instrumented);
    if (text === undefined)
        return nothingCollected;
    const context = (0,external_node_path_.join)(tempFolder, 'collector');
    const archive = (0,external_node_path_.join)(tempFolder, 'results.tar');
    await (0,promises_.mkdir)(context, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(context, 'Dockerfile'), text);
    const build = await runBuild(docker, log, 'Collect the test results', toBuildRequest({
        builder,
        buildArgs,
        buildContexts,
        platforms,
        context,
        dockerfile: (0,external_node_path_.join)(context, 'Dockerfile'),
        outputs: [`type=tar,dest=${archive}`],
    }), { reword: withoutMarks, isQuiet: true, silenceMs: collect_results_silenceMs });
    if (build.outcome !== 'built' || !(await (0,promises_.stat)(archive).catch(() => undefined)))
        return collect_results_describeLoss(build);
    const folder = (0,external_node_path_.join)(tempFolder, 'results');
    const { files, warnings } = await extractResults(archive, folder);
    const collected = { ...nothingCollected, runs: [], coverage: [], warnings };
    for (const file of files) {
        const chunks = (0,external_node_fs_.createReadStream)(file.path);
        if (file.kind === 'trx') {
            const run = await readTrx(chunks, { fileName: (0,external_node_path_.basename)(file.path) });
            const attempt = /[/_]Retries_[^/_]+_(\d{1,3})\/[^/]+$/.exec(file.path)?.[1];
            collected.runs.push({
                ...run,
                testRun: file.run,
                ...(attempt === undefined ? {} : { attempt: Number(attempt) }),
            });
        }
        else {
            const report = await readCoverage(chunks);
            if (report.modules.length > 0)
                collected.coverage.push(report);
        }
    }
    const lost = await leaveFiles(files, folder, resultsFolder, redactor);
    return { ...collected, warnings: [...warnings, ...lost] };
}
function collect_results_describeLoss(build) {
    const why = build.outcome === 'timed-out'
        ? `the builder gave no sign of life for ${collect_results_silenceMs / 1000} s.`
        : (build.output.at(-1)?.text ?? (0,buildkit_words/* parseBuildError */.gK)(build.text).message);
    return {
        ...nothingCollected,
        obstacle: why.replace(/\.$/, ''),
        shortage: (0,buildkit_words/* findShortage */.Jp)(build),
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

;// CONCATENATED MODULE: ./lib/src/testing/run-tests.js









/**
 * Builds the stages that test, one after the other, all of them; brings their results out of the builder, and says
 * what the tests came to. No image of them is exported; TRX and coverage files are left below the report folder.
 */
async function runTests(tools, settings, plan, request, inParallel) {
    const reason = whyNotRun(plan);
    if (reason !== undefined)
        return (0,test_report/* notRun */.nE)(reason);
    const { builds, refusal } = await buildTests(tools, settings, plan.instrumented, request, inParallel);
    const results = builds.map(({ build }) => build);
    // Where no testing RUN began, there is nothing to collect.
    const began = results.some(({ steps }) => steps.some((step) => testRunNumber(step.name) !== undefined && step.outcome !== 'cached'));
    const obstacle = describeObstacle(results, refusal);
    const folder = (0,external_node_path_.join)(tools.reportFolder, 'test-results');
    const collected = began && obstacle === undefined
        ? await collectResults(tools, plan, request, folder)
        : { ...nothingCollected, warnings: obstacle === undefined ? [] : [obstacle] };
    const isMissed = settings.coverage && began && collected.coverage.length === 0;
    const all = isMissed ? await addNamedCoverage(tools, plan, request, builds, collected, folder) : collected;
    return describeTests(settings, plan, results, all);
}
function whyNotRun({ tests, dockerfile, final, untestedReason }) {
    switch (tests.kind) {
        case 'stages':
            return undefined;
        case 'elsewhere':
            return test_report/* testedElsewhere */.Ml;
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

;// CONCATENATED MODULE: ./lib/src/testing/verdict/red-or-green.js



const red_or_green_maxLines = 10;
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
            return tests.reason === test_report/* testedElsewhere */.Ml
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
            return fail(`${tests.counts.failed} of ${tests.counts.total} tests failed in stage ${stages}`, failedLines(tests));
        case 'error':
            return fail(tests.failure?.title ?? red_or_green_titleOf(tests), [
                ...brokenLines(tests),
                ...(ranInParallel && tests.shortage !== undefined ? [alone] : []),
            ]);
    }
}
/** What became of the tests, in at most 60 characters where the project's name lets it. */
function red_or_green_titleOf({ stages, trouble }) {
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
    return `${place.file}:${place.line ?? 1}${place.command === '' ? '' : ` ${place.command}`}`;
}
function failedLines({ failures, counts, failure }) {
    const lines = red_or_green_listLines(failures.map((failure) => `✘ ${failure.name}`), counts.failed);
    const missing = failure?.isMissingFile === true ? failure.message.split('\n') : [];
    return [...lines, ...missing, describeNeeds(failures.map(({ message }) => message)) ?? ''];
}
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
    return [`The tests passed: ${passed}${skipped > 0 ? `, and ${skipped} skipped` : ''}.`];
}
function red_or_green_listLines(lines, total) {
    const shown = lines.slice(0, red_or_green_maxLines);
    return total > shown.length ? [...shown, `… and ${total - shown.length} more`] : shown;
}

;// CONCATENATED MODULE: ./lib/src/job/run-tests.js




const nobody = { begin: () => undefined, stop: () => undefined };
const again = { memory: 'memory', disk: 'disk space' };
/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built in parallel never decides how they end.
 */
async function testImage({ docker, log, tempFolder }, { folder, redactor }, { settings, builds }, plan, ahead) {
    const run = (inParallel) => runTests({ docker, log, tempFolder, reportFolder: folder, redactor }, settings, plan, builds.tests, inParallel);
    const judge = (tests, ranInParallel) => {
        log.info(`Tests: ${tests.result}, ${tests.reason}.`);
        return { tests, judgement: judgeTests(tests, settings, ranInParallel) };
    };
    const tests = await run(ahead);
    const isUnknown = tests.result === 'error' || tests.result === 'no-tests';
    if (!isUnknown || !ahead.hasBegun())
        return judge(tests, ahead.hasBegun());
    const shortage = tests.shortage ?? (await ahead.end());
    const what = shortage && again[shortage];
    if (what === undefined)
        return judge(tests, true);
    await ahead.end();
    const warning = `The tests ran a second time, by themselves: too little ${what} was left while the image was built at the same time. ` +
        'With parallel-build: false it waits for them.';
    log.info(warning);
    const { dockerfile } = builds.tests;
    await (0,promises_.writeFile)(dockerfile, withNewMarks(await (0,promises_.readFile)(dockerfile, 'utf8')));
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
        const writing = run_job_addDisposableResource(env_1, prepareCacheWrite(tools, prepared), true);
        const ahead = run_job_addDisposableResource(env_1, prepareAhead(tools, prepared, plan, writing), true);
        const tested = await testImage(tools, reporter, prepared, plan, ahead);
        if (plan.tried !== undefined && tested.tests.result === 'no-tests')
            return await makePlan(prepared.settings, plan);
        yield { tested };
        const hasFailed = tested.judgement.kind === 'fail';
        if (hasFailed && tested.tests.reachedTests)
            yield* keepCaches({ ...prepared, writing });
        if (hasFailed || plan.testsOnly)
            return undefined;
        const image = await prepareImage(prepared, plan, tested.tests, ahead);
        const shipped = yield* onceMore(tools.log, () => shipImage(job, image, writing));
        if (shipped !== undefined)
            yield* keepForNextTime(tools, run.context, { ...prepared, writing }, image, shipped);
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
async function* shipImage({ tools, run, reporter }, image, writing) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const built = run_job_addDisposableResource(env_2, await buildImage(tools, image), true);
        const steps = await image.ahead.addTo(built.steps);
        if (!isFromCache(image, steps))
            writing.begin(image.request);
        yield { built: { steps, warnings: built.warnings } };
        const measured = await measureImage(tools, reporter.redactor, image, built, steps, run.context.writes);
        yield { measured };
        if (isFromCache(image, steps) && areMeasured(image, measured.images))
            writing.spare();
        else
            writing.begin(image.request);
        const compared = await compareImage(tools, run.context, image, measured.images);
        yield { compared };
        if (compared.problems.length > 0)
            return undefined;
        const smoke = await runSmokeTest(tools, image.settings, measured.toStart);
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

// EXTERNAL MODULE: ./lib/src/entries/exit-codes.js
var exit_codes = __webpack_require__(7470);
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
        return started.signal.aborted ? exit_codes/* exitCodes */.h.cancelled : exitCode;
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            return exit_codes/* exitCodes */.h.cancelled;
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
/**
 * Looks at the repository that a folder is in; one without git has no history. A submodule at the commit that its superproject records
 * is part of that one's tree.
 */
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
/**
 * How many commits of its branch a commit is behind another one, by first parent; undefined where the clone does not know,
 * or the one did not grow from the other.
 */
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
    if (listed === undefined)
        return undefined;
    return listed
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
        const [name = '', object = '', commit = ''] = line.split(' ');
        return { name, commit: commit === '' ? object : commit };
    });
}
/**
 * Writes the files of a commit into `<folder>/tree`; what is checked out, its index included, stays as it is. Undefined where
 * the clone does not have that commit. Not `git archive`, which leaves out and rewrites what `export-ignore` and
 * `export-subst` name: another tree than the one that was built then.
 */
async function checkOutTree(inside, commit, folder) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
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




/**
 * What tells the repository that a folder is in from all others of one user: the address of its remote, such as
 * `github.com/acme/shop`, else the path of its root folder, else that of the folder itself. Worktrees share the name of their repository.
 */
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
/**
 * A remote's address without protocol, user, password and `.git`: who clones by SSH and who does by HTTPS have the same repository.
 * What has no host is a path, relative ones seen from `root`.
 */
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
/**
 * The commit that is checked out in a workspace, and the page of the repository that it came from; undefined where paths in the
 * workspace are not those of the repository, or where it is not one of this server.
 */
async function readSource(workspace, server) {
    const [top, commit, origin] = await Promise.all([
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .readTopLevel */ .U8)(workspace),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(workspace, ['rev-parse', 'HEAD']),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(workspace, ['remote', 'get-url', 'origin']),
    ]);
    if (!server || top === undefined || commit === undefined || origin === undefined)
        return undefined;
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top)) !== (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace)))
        return undefined;
    const repository = origin.trim().replace(/\.git$/, '');
    const [, path = ''] = repository.split(`${server}/`);
    return repository.startsWith(`${server}/`) && /^[\w.-]+\/[\w.-]+$/.test(path)
        ? { repository, commit: commit.trim() }
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
/**
 * The secret by which BuildKit may read a private repository: the job's token, for the repository of the workflow alone, unless
 * the user has one for it.
 */
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
/* harmony export */   ql: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/**
 * Reads secrets that are given by value, and those that are environment variables. One that is empty, as in the workflow of a
 * pull request from a fork, is left out, so that a RUN sees none instead of an empty one.
 */
function readSecrets(read, env) {
    const warnings = [];
    const fromEnvironment = read.keyValues('secret-envs', 'id=VARIABLE', { splitAtCommas: true });
    const named = fromEnvironment.flatMap(([id, variable]) => {
        const value = env[variable];
        if (value)
            return [[id, value]];
        warnings.push(`The build secret ${id} is left out: the environment variable ${variable} is not set.`);
        return [];
    });
    const given = read.keyValues('secrets', 'id=value', { keepsSpaces: true });
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

/***/ 5459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findHiddenFiles)
/* harmony export */ });
/* harmony import */ var _shared_once_for_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(167);

/**
 * The files that a later layer hides, with the bytes that they cost: replaced ones, and those behind a whiteout (OCI image
 * specification, layer.md). Layers without a list count neither way.
 */
const findHiddenFiles = (0,_shared_once_for_js__WEBPACK_IMPORTED_MODULE_0__/* .onceFor */ .b)(listHiddenFiles);
function listHiddenFiles({ layers }) {
    const hidden = [];
    /** What is seen of the image from above: paths, and removed paths or folders, each with the layer that did it. */
    const above = new Map();
    const removedFolders = new Map();
    for (const [index, { content }] of [...layers.entries()].reverse()) {
        if (content === undefined)
            continue;
        for (const [path, sizeBytes] of content.files) {
            const hiddenBy = above.get(path) ?? hidingFolder(path, above, removedFolders);
            if (hiddenBy !== undefined && sizeBytes > 0)
                hidden.push({ path, sizeBytes, layer: index, hiddenBy });
        }
        for (const [path] of content.files)
            if (!above.has(path))
                above.set(path, index);
        for (const path of content.removed) {
            const target = path.endsWith('/') ? removedFolders : above;
            if (!target.has(path))
                target.set(path, index);
        }
    }
    return hidden.sort((a, b) => b.sizeBytes - a.sizeBytes);
}
/** Deeper paths than any build makes; a hostile one costs no more. */
const maxDepth = 64;
/** The layer that took a folder above the path away, or put a file in its place. */
function hidingFolder(path, above, removedFolders) {
    let depth = 0;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (++depth > maxDepth)
            return undefined;
        const folder = path.slice(0, end);
        const hiddenBy = above.get(folder) ?? removedFolders.get(`${folder}/`);
        if (hiddenBy !== undefined)
            return hiddenBy;
    }
    return undefined;
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
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5840);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9457);
/* harmony import */ var _measure_analyze_shadowed_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);
/* harmony import */ var _plan_image_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6292);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _testing_test_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6984);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(286);







const maxHiddenFiles = 100;
/** report.json as text: everything that the job found out, for later steps and other tools. */
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
/**
 * Everything that the job found out, in the form of report.json: the model that all writers of text take, so that a report
 * from elsewhere is rendered by the same code.
 */
function toReportJson(report) {
    const { tests, delivery, platforms } = report;
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
            ...pick(tests, 'result', 'reason', 'hiddenBy', 'stages', 'place'),
            ...pick(tests, 'source', 'counts', 'failures', 'flaky'),
            cached: tests.isCached ?? false,
            ...pick(tests, 'coverage', 'runs', 'compilerMessages'),
            durationMs: Math.round(tests.durationMs),
            baseline: before?.tests && compareTests(tests, before.tests),
        },
        image: image && toImageJson(image, report.layersRead, before),
        baseline: baseline && toBaselineJson(baseline, image),
        comparison: comparison && toComparisonJson(comparison, before, image),
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
        smokeTest: report.smoke && toSmokeJson(report.smoke),
        exported: delivery?.kind === 'delivered' ? pick(delivery, 'digest', 'outputs') : undefined,
    };
}
/** The fields of an object with these names, in their order. */
function pick(of, ...names) {
    return Object.fromEntries(names.map((name) => [name, of[name]]));
}
function toSmokeJson(smoke) {
    return {
        ...pick(smoke, 'check', 'outcome', 'durationMs', 'httpStatus', 'exitCode', 'memoryBytes'),
        logLines: smoke.logLines.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plainText */ .wh),
    };
}
function toPlatformJson(found) {
    const { image, baseline, comparison } = found;
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    return {
        ...pick(image, 'platform', 'manifestDigest', 'compressedBytes', 'uncompressedBytes'),
        downloadBytes: (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadBytes */ .eQ)(image, before),
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
        downloadBytes: (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadBytes */ .eQ)(image, before),
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
function toComparisonJson(comparison, before, after) {
    const changeJson = (change) => ({
        kind: change.kind,
        before: 'before' in change && before !== undefined ? toLayerJson(change.before, before) : undefined,
        after: 'after' in change && after !== undefined ? toLayerJson(change.after, after) : undefined,
    });
    return {
        ...pick(comparison, 'compressedChangeBytes', 'uncompressedChangeBytes'),
        ...pick(comparison, 'isBelowMinChange', 'minChangeBytes'),
        layers: comparison.layers.map(changeJson),
        ...comparison.contents,
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
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5840);
/* harmony import */ var _testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1947);
/* harmony import */ var _model_to_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4085);





/** The action's outputs by name; what is not known is empty, and so are the paths of reports that could not be written. */
function readOutputs(report, paths) {
    const { tests, sizeMetric, delivery, smoke, platforms } = report;
    const { image, baseline, comparison } = platforms[0] ?? {};
    const before = baseline?.kind === 'found' ? baseline : undefined;
    const delta = comparison && (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(comparison, sizeMetric);
    const beforeBytes = before && (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeOf */ .$d)(before.record, sizeMetric);
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
        'download-bytes': image && (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_4__/* .downloadBytes */ .eQ)(image, before?.record),
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

/***/ 2218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ makePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);



/**
 * Makes a folder that nobody else may look into, or takes the one of an earlier run; where nothing is put into it, it goes away
 * with this process. Throws a UserError where something else stands there: in a folder that all users share, such as /tmp,
 * anybody can have put it there.
 */
async function makePrivateFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 }).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder);
    const isOurs = process.getuid === undefined || found.uid === process.getuid();
    if (!found.isDirectory() || !isOurs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('The folder for the reports is taken', `${folder} is ${found.isDirectory() ? 'a folder of another user' : 'no folder'}. Remove it, or name another one with report-dir.`);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(folder, 0o700);
    process.once('exit', () => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(folder);
        }
        catch {
            // It is in use.
        }
    });
}


/***/ }),

/***/ 8932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ runPhase),
/* harmony export */   Q: () => (/* binding */ maxSilenceMs)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);

/** Longer than this nobody is left without a sign of life. */
const maxSilenceMs = 30_000;
/**
 * Does one part of the job and says so in the log when it is done: a line with its time and what came out, and a sign of life every
 * 30 s until then.
 */
async function runPhase(log, title, work, outcomeOf) {
    const startedAt = performance.now();
    const took = () => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(performance.now() - startedAt);
    const heartbeat = setInterval(() => {
        log.info(`${title}: still at it after ${took()}`);
    }, maxSilenceMs);
    try {
        const result = await work();
        log.info(`${title}: ${outcomeOf(result)} (${took()})`);
        return result;
    }
    catch (error) {
        log.info(`${title}: failed after ${took()}`);
        throw error;
    }
    finally {
        clearInterval(heartbeat);
    }
}


/***/ }),

/***/ 6727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ recordKeyParts),
/* harmony export */   Vs: () => (/* binding */ keyPart),
/* harmony export */   bf: () => (/* binding */ planLookups),
/* harmony export */   cv: () => (/* binding */ lookupKeyParts),
/* harmony export */   m7: () => (/* binding */ readRecordFile),
/* harmony export */   sF: () => (/* binding */ renderRecord)
/* harmony export */ });
/* unused harmony export recordLimitBytes */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/**
 * Where to look for the record to compare with: those of the commits that the tree grew from, the nearest first, on each
 * branch; then the newest of each branch.
 */
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
 * Makes a name safe as one part of a cache key and as a file name: short names of lower-case letters, digits, `.`, `_`
 * and `-` stay as they are, all others become a readable rest and a hash. Capitals count as others because neither the
 * cache service nor every file system tells them apart. At most 80 characters, none of them a comma or a slash.
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
/** A record as the text of its file. Throws where it is no JSON value or larger than `recordLimitBytes`. */
function renderRecord(record) {
    const text = JSON.stringify(record);
    if (text === undefined)
        throw new TypeError('A measurement must be a JSON value');
    if (Buffer.byteLength(text) > recordLimitBytes) {
        throw new RangeError(`the measurement is larger than ${recordLimitBytes} bytes`);
    }
    return text;
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


/***/ }),

/***/ 9097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   Yi: () => (/* binding */ noCounts),
/* harmony export */   _Q: () => (/* binding */ withFullNames),
/* harmony export */   aD: () => (/* binding */ countResults),
/* harmony export */   c5: () => (/* binding */ addCounts)
/* harmony export */ });
/** Counts of nothing. */
const noCounts = { total: 0, passed: 0, failed: 0, skipped: 0 };
/** The sum of two counts, by outcome. */
function addCounts(a, b) {
    return {
        total: a.total + b.total,
        passed: a.passed + b.passed,
        failed: a.failed + b.failed,
        skipped: a.skipped + b.skipped,
    };
}
/** Counts results by their outcome. */
function countResults(results) {
    const counts = { ...noCounts };
    for (const { outcome } of results) {
        counts[outcome] += 1;
        counts.total += 1;
    }
    return counts;
}
/** A run whose tests all have their class in their name, which NUnit and MSTest leave out of it. */
function withFullNames(run) {
    const results = run.results.map((result) => {
        const { name, className } = result;
        if (className === undefined || name.startsWith(className))
            return result;
        return { ...result, name: `${className}.${name}` };
    });
    return { ...run, results };
}
/** Items by a key, in the order of their first ones, as `Map.groupBy` of newer runtimes gives them. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ }),

/***/ 6984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ testedElsewhere),
/* harmony export */   PP: () => (/* binding */ skippedNames),
/* harmony export */   ld: () => (/* binding */ testNames),
/* harmony export */   nE: () => (/* binding */ notRun)
/* harmony export */ });
/* harmony import */ var _results_test_results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9097);

/** The names of all tests that were not skipped, each with its assembly, sorted; empty when the results are from a log. */
function testNames(tests) {
    return namesOf(tests, (result) => result.outcome !== 'skipped');
}
/** The names of the skipped tests, as `testNames` writes them. */
function skippedNames(tests) {
    return namesOf(tests, (result) => result.outcome === 'skipped');
}
function namesOf({ runs, source }, isWanted) {
    if (source !== 'files')
        return [];
    const names = runs.flatMap(({ project, framework, results }) => {
        const assembly = `${project}${framework === undefined ? '' : ` (${framework})`}`;
        return results.filter(isWanted).map(({ name }) => `${assembly}: ${name}`.slice(0, 600));
    });
    return [...new Set(names)].sort();
}
/** Why no test ran where `test-target` is `off`. */
const testedElsewhere = 'another job runs the tests (test-target: off)';
/** A report for tests that were not asked to run. */
function notRun(reason) {
    return {
        result: 'skipped',
        reason,
        stages: [],
        place: undefined,
        source: 'none',
        runs: [],
        counts: _results_test_results_js__WEBPACK_IMPORTED_MODULE_0__/* .noCounts */ .Yi,
        failure: undefined,
        failures: [],
        flaky: [],
        coverage: undefined,
        compilerMessages: [],
        steps: [],
        durationMs: 0,
        warnings: [],
        hasCacheTrouble: false,
        reachedTests: false,
        cameFromCache: true,
        shortage: undefined,
    };
}


/***/ })

};

export const id = 905;
export const ids = [905];
export const modules = {

/***/ 2487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseBuildError),
/* harmony export */   k: () => (/* binding */ errorLineOf)
/* harmony export */ });
/**
 * Reads what buildx prints at the end of a failed build: `Dockerfile:12`, the lines around it, and `ERROR: …`. Also
 * `dockerfile parse error on line 3: …`, which has no such block.
 */
function parseBuildError(text) {
    const errorAt = text.findLastIndex((line) => line.startsWith('ERROR: '));
    const words = errorAt < 0 ? text.filter((line) => line.trim() !== '').slice(-5) : text.slice(errorAt);
    const message = words
        .join('\n')
        .replace(/^ERROR: /, '')
        .replace(/^failed to build: /, '')
        .replace(/^failed to solve: /, '')
        .trim();
    const block = text.findIndex((line, index) => /^-{10,}$/.test(text[index + 1] ?? '') && /:\d+$/.test(line));
    const inBlock = block < 0 ? undefined : /:(\d+)$/.exec(text[block] ?? '')?.[1];
    const line = inBlock ?? /\bon line (\d+)/.exec(message)?.[1];
    // The second words are those of Docker 20.10.
    const exitCode = /(?:did not complete successfully|executor failed running .*): exit code: (\d+)/.exec(message)?.[1];
    return {
        message: message === '' ? 'docker buildx build failed without saying why' : explainLoss(message),
        line: line === undefined ? undefined : Number(line),
        exitCode: exitCode === undefined ? undefined : Number(exitCode),
    };
}
/** What gRPC says when nobody is at the other end any more. */
const lostBuilder = /code = Unavailable\b|error reading from server: EOF|Cannot connect to the Docker daemon/;
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


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ toBuildRequest),
/* harmony export */   l: () => (/* binding */ planBuildCommand)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);

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
        ...option('builder', [request.builder]),
        ...option('file', [request.dockerfile]),
        ...option('target', [request.target]),
        ...option('platform', request.platforms.length === 0 ? [] : [request.platforms.join(',')]),
        ...option('build-arg', request.buildArgs.map(([key, value]) => `${key}=${value}`)),
        ...option('secret', request.secrets.map(([id], index) => `id=${id},env=BUILD_SECRET_${index}`)),
        ...surroundingsOf(request),
        ...option('label', request.labels),
        ...option('annotation', request.annotations),
        ...option('attest', request.attests),
        ...option('tag', request.tags),
        ...(request.pull ? ['--pull'] : []),
        ...(request.noCache ? ['--no-cache'] : []),
        ...option('no-cache-filter', request.noCacheStages),
        ...option('cache-from', request.cacheFrom),
        ...option('cache-to', request.cacheTo),
        ...option('output', request.outputs),
        ...option('metadata-file', [request.metadataFile]),
        request.context,
    ];
    const env = Object.fromEntries(request.secrets.map(([, value], index) => [secretNames[index] ?? '', value]));
    return { args, env };
}
function surroundingsOf(request) {
    const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = request;
    return [
        ...option('build-context', buildContexts.map(([name, source]) => `${name}=${source}`)),
        ...option('secret', secretFiles.map(([id, path]) => (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFields */ .l)([`id=${id}`, `src=${path}`]))),
        ...option('ssh', ssh),
        ...option('network', [network]),
        ...option('shm-size', [shmSize]),
        ...option('ulimit', ulimits),
        ...option('add-host', addHosts),
        ...option('allow', allow),
    ];
}
function option(name, values) {
    return values.flatMap((value) => (value === undefined ? [] : [`--${name}`, value]));
}


/***/ }),

/***/ 3063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findShortage)
/* harmony export */ });
/* harmony import */ var _build_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2487);

/** What gave out, so that a build failed; undefined where it failed over something else, or did not fail. */
function findShortage({ outcome, isBuilderLost, text, output }) {
    if (outcome === 'built')
        return undefined;
    if (outcome === 'timed-out')
        return 'time';
    if (isBuilderLost)
        return 'builder';
    // The kernel kills with SIGKILL, which shells tell as 128 + 9.
    if ((0,_build_error_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBuildError */ .g)(text).exitCode === 137)
        return 'memory';
    const lines = [...text, ...output.map((line) => line.text)];
    return lines.some((line) => /no space left on device/i.test(line)) ? 'disk' : undefined;
}


/***/ }),

/***/ 9197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ cacheWarnings),
  c: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
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
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        return [{ kind: 'text', text: line }];
    }
    const status = dist/* safeParse */.xLC(solveStatus, json);
    if (!status.success)
        return [{ kind: 'text', text: line }];
    const vertices = (status.output.vertexes ?? []).map(({ started, completed, ...rest }) => ({
        kind: 'vertex',
        vertex: { ...rest, started: started ?? undefined, completed: completed ?? undefined },
    }));
    const outputs = (status.output.logs ?? []).map(({ vertex, data }) => ({
        kind: 'output',
        vertex,
        data: Buffer.from(data, 'base64'),
    }));
    const moved = (status.output.statuses ?? []).flatMap(({ id, vertex, current }) => {
        if (id === 'transferring context:')
            return [{ kind: 'context', vertex, sentBytes: current }];
        if (!/^sha256:[0-9a-f]{64}$/.test(id))
            return [];
        return [{ kind: 'layer', vertex, digest: id, receivedBytes: current }];
    });
    const checks = (status.output.warnings ?? []).map(({ short }) => ({
        kind: 'check',
        text: Buffer.from(short, 'base64').toString('utf8'),
    }));
    return [...vertices, ...outputs, ...moved, ...checks];
}

// EXTERNAL MODULE: ./lib/src/shared/phase.js
var phase = __webpack_require__(8869);
// EXTERNAL MODULE: ./lib/src/shared/format-duration.js
var format_duration = __webpack_require__(672);
// EXTERNAL MODULE: ./lib/src/docker/build/build-request.js
var build_request = __webpack_require__(8328);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
// EXTERNAL MODULE: ./lib/src/docker/build/steps.js
var build_steps = __webpack_require__(6927);
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
    #print;
    #onOutput;
    #known = new Map();
    #current;
    constructor({ isQuiet }, print, onOutput) {
        this.#isQuiet = isQuiet;
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
        const took = (0,format_duration/* formatDuration */.a)(nowMs - oldest.beganAtMs);
        this.#print(`${titleOf(oldest.vertex)}${others}  ${dim(`still running after ${took}`)}`);
    }
    /** Shows what steps printed without a line end. */
    end() {
        for (const digest of this.#known.keys())
            this.#flush(digest);
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
            this.#current = undefined;
            this.#print(`${titleOf(known.vertex)}  ${dim('CACHED')}`);
            return;
        }
        const durationMs = Date.parse(completed ?? '') - Date.parse(started ?? completed ?? '');
        // BuildKit's own work is worth a line only when it took a while.
        if (!known.announced && !error && durationMs < quickMs)
            return;
        const title = this.#current === digest ? '' : `${titleOf(known.vertex)}  `;
        const took = (0,format_duration/* formatDuration */.a)(durationMs);
        this.#print(error
            ? red(`${title || '  '}failed after ${took}: ${error}`)
            : `${title || '  '}${dim(`done in ${took}`)}`);
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
        for (const line of (0,clean_text/* splitLines */.uz)(text.slice(0, end)).slice(0, -1))
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
    const { stage, name } = (0,build_steps/* parseStepName */.Zw)(vertex.name);
    return stage !== undefined && !name.startsWith('FROM ');
}
function titleOf(vertex) {
    const { stage, position, name } = (0,build_steps/* parseStepName */.Zw)(vertex.name);
    const shortName = name.replace(/\s+/g, ' ').slice(0, 300);
    return stage === undefined ? dim(shortName) : `${cyan(`[${stage} ${position ?? ''}]`)} ${bold(shortName)}`;
}

// EXTERNAL MODULE: ./lib/src/docker/build/watch-builder.js
var watch_builder = __webpack_require__(5973);
;// CONCATENATED MODULE: ./lib/src/docker/build/run-build.js







/** Most lines of plain text (errors of buildx) that are kept. */
const maxTextLines = 2_000;
/** Most lines of output that are kept; BuildKit itself clips a step at 2 MiB. */
const maxOutputLines = 200_000;
/** What BuildKit says when a cache's index is there, but a layer of it is gone or broken; it gives the whole build up. */
const lostLayer = /could not fetch content descriptor|httpReadSeeker|failed to (?:copy|fetch|unlazy)\b.*(?:not found|404|unexpected)/;
/** What it says when there is no cache yet. */
const plainMiss = /not found$|no such file or directory|does not exist/i;
/**
 * Runs one build, showing it live in a group of the log. The names of steps in the result stay BuildKit's. A build that
 * fails over a cache that lost its layers is run again without reading caches.
 */
async function runBuild(docker, log, title, request, view) {
    const build = await runOnce(docker, log, title, request, view);
    const words = [...build.text, ...build.steps.map((step) => step.error ?? '')].find((line) => lostLayer.test(line));
    if (build.outcome !== 'failed' || request.cacheFrom.length === 0 || words === undefined)
        return build;
    const again = await runOnce(docker, log, `${title} (again, without reading caches)`, { ...request, cacheFrom: [] }, view);
    return { ...again, cacheTrouble: words };
}
function findCacheTrouble(steps) {
    const failed = steps.find((step) => step.name.startsWith('importing cache manifest') && step.outcome === 'failed');
    return failed?.error === undefined || plainMiss.test(failed.error.trim()) ? undefined : failed.error;
}
async function runOnce(docker, log, title, request, { reword, isQuiet, deadlineMs, silenceMs, signal, onStep }) {
    const { args, env } = (0,build_request/* planBuildCommand */.l)(request);
    const tracker = new build_steps/* StepTracker */.fH();
    const names = new Map();
    const output = [];
    const text = [];
    const checks = new Set();
    let loss;
    const startedAt = performance.now();
    const ended = await log.group(title, async (print) => {
        const live = new LiveLog({ isQuiet }, (line) => {
            silence.heard();
            print(reword(line));
        }, (digest, line) => {
            const step = names.get(digest) ?? '';
            if (output.length < maxOutputLines)
                output.push({ step, stage: (0,build_steps/* parseStepName */.Zw)(step).stage, text: line });
        });
        const silence = watchSilence(() => {
            live.remind(performance.now());
        });
        const lost = new AbortController();
        const watch = (0,watch_builder/* watchBuilder */.b)(docker, request.builder, (words) => {
            loss = words;
            print(words);
            lost.abort();
        });
        const outcome = await docker
            .run({
            args,
            env,
            ...(deadlineMs === undefined ? {} : { deadlineMs }),
            ...(silenceMs === undefined ? {} : { silenceMs }),
            signal: signal === undefined ? lost.signal : AbortSignal.any([signal, lost.signal]),
            onErrorLine: (line) => {
                watch.heard();
                for (const event of parseProgressLine(line)) {
                    if (event.kind === 'vertex') {
                        names.set(event.vertex.digest, event.vertex.name);
                        tracker.update(event.vertex);
                        if (isAtWork(event.vertex))
                            onStep?.(event.vertex.name);
                    }
                    else if (event.kind === 'context')
                        tracker.send(event.vertex, event.sentBytes);
                    else if (event.kind === 'layer')
                        tracker.receive(event.vertex, event.digest, event.receivedBytes);
                    else if (event.kind === 'check')
                        checks.add(reword(event.text));
                    else if (event.kind === 'text' && text.length < maxTextLines)
                        text.push(reword(event.text));
                    live.show(event.kind === 'vertex' ? { ...event, vertex: rewordVertex(event.vertex, reword) } : event);
                }
            },
        })
            .finally(() => {
            silence.stop();
            watch.stop();
        });
        live.end();
        return outcome;
    });
    const outcome = ended.kind === 'timed-out'
        ? 'timed-out'
        : ended.kind === 'exited' && ended.code === 0
            ? 'built'
            : 'failed';
    // Behind what buildx says of its interruption: the last error counts.
    if (loss !== undefined)
        text.push(`ERROR: ${loss}`);
    const steps = tracker.steps();
    const durationMs = performance.now() - startedAt;
    log.info(`${title}: ${wordsOfEnd(outcome, durationMs, steps)}`);
    return {
        ...{ outcome, steps, output, text, checks: [...checks], durationMs },
        cacheTrouble: findCacheTrouble(steps),
        isBuilderLost: loss !== undefined,
    };
}
/** Calls `remind` each time nothing was heard for as long as nobody should wait for a sign of life. */
function watchSilence(remind) {
    let heardAt = performance.now();
    const timer = setInterval(() => {
        if (performance.now() - heardAt >= phase/* maxSilenceMs */.Q)
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
function isAtWork({ started, completed, cached }) {
    return started !== undefined && completed === undefined && cached !== true;
}
function wordsOfEnd(outcome, durationMs, steps) {
    const end = { built: 'done in', failed: 'failed after', 'timed-out': 'stopped after' }[outcome];
    const own = steps.filter((step) => step.stage !== undefined);
    const cached = own.filter((step) => step.outcome === 'cached').length;
    return `${end} ${(0,format_duration/* formatDuration */.a)(durationMs)}${cached > 0 ? `, ${cached} of ${own.length} steps cached` : ''}`;
}
/** A step as people read it; its name is cut for the log only after that. */
function rewordVertex(vertex, reword) {
    const { name, error } = vertex;
    return { ...vertex, name: reword(name), ...(error === undefined ? {} : { error: reword(error) }) };
}
/** The warnings of builds whose caches could not be read: each reason once. */
function cacheWarnings(builds) {
    const reasons = new Set(builds.flatMap((build) => build.cacheTrouble ?? []));
    return [...reasons].map((reason) => {
        const words = reason.replace(/^(?:ERROR: )?(?:failed to build: )?(?:failed to solve: )?/, '').split('\n')[0] ?? '';
        return `The build cache was not read: ${words}`;
    });
}


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ parseStepName),
/* harmony export */   fH: () => (/* binding */ StepTracker),
/* harmony export */   zg: () => (/* binding */ readContextBytes)
/* harmony export */ });
/** `[stage 3/7] instruction`, for one of several platforms `[linux/arm64 stage 3/7] instruction`. */
const stepPattern = /^\[(?:((?:linux|windows|darwin)\/\S+) )?(?:(\S+) +)?(\d+\/\d+)\] ([\s\S]*)$/;
/** Splits BuildKit's name of a step into stage, platform, position and instruction. */
function parseStepName(name) {
    const [, platform, stage, position, instruction] = stepPattern.exec(name) ?? [];
    if (instruction === undefined)
        return { stage: undefined, position: undefined, name };
    const of = platform === undefined ? {} : { platform };
    return { stage: stage ?? 'stage-0', ...of, position, name: instruction };
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
            const sentBytes = this.#sent.get(vertex.digest);
            const sent = sentBytes === undefined ? {} : { sentBytes };
            const receivedBytes = [
                ...(this.#received.get(vertex.digest) ?? new Map()).values(),
            ].reduce((sum, one) => sum + one, 0);
            const received = receivedBytes === 0 ? {} : { receivedBytes };
            return {
                ...parseStepName(vertex.name),
                ...{ outcome: outcomeOf(vertex), durationMs, error },
                ...sent,
                ...received,
            };
        });
        const stages = [...new Set(steps.map((step) => step.stage))];
        const order = (step) => stages.indexOf(step.stage) * 10_000 + parseInt(step.position ?? '0', 10);
        return steps.sort((a, b) => order(a) - order(b));
    }
}
/** How much of the build context went to the builder, in the build that sent most; undefined where none told. */
function readContextBytes(steps) {
    const sent = steps.flatMap(({ sentBytes }) => sentBytes ?? []);
    return sent.length === 0 ? undefined : Math.max(...sent);
}
function startOf({ started }) {
    return started === undefined ? 0 : Date.parse(started);
}
function msBetween(from, to) {
    return Date.parse(to) - Date.parse(from);
}
function outcomeOf(vertex) {
    // A build that fails cancels the steps beside the failing one.
    if (vertex.error)
        return /context canceled|context cancelled/.test(vertex.error) ? 'cancelled' : 'failed';
    if (vertex.cached)
        return 'cached';
    return vertex.completed === undefined ? 'cancelled' : 'done';
}
function withoutUndefined(vertex) {
    return Object.fromEntries(Object.entries(vertex).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 5973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ watchBuilder)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _engine_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6140);


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
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(unanswered > 0 ? pauseMs : Math.max(silenceMs - quietMs, 1), undefined, { signal });
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
    const address = isEngine ? await (0,_engine_address_js__WEBPACK_IMPORTED_MODULE_1__/* .askEngineAddress */ .S)(docker) : undefined;
    const where = address === undefined ? '' : ` at ${address}`;
    const who = isEngine ? `The Docker engine${where}` : `The builder ${name}`;
    const wayOut = isEngine
        ? 'Look at the log of the engine, restart it, and run the job again.'
        : `Look at its log and at docker buildx inspect ${name}, restart it, and run the job again.`;
    return (`${who} stopped answering: the build fell silent, and then ${maxUnanswered} questions in a row got no answer` +
        `${why === undefined ? '' : ` (${why})`}. ${wayOut}`);
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ askEngineAddress)
/* harmony export */ });
const deadlineMs = 10_000;
/** Where the Docker engine is, as a value for DOCKER_HOST; the context is known to the docker command alone. Undefined where it does not tell. */
async function askEngineAddress(docker) {
    const args = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    const asked = await docker.run({ args, deadlineMs });
    return asked.kind === 'exited' && asked.code === 0 ? asked.stdout.trim() : undefined;
}


/***/ }),

/***/ 4218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ parseFields),
/* harmony export */   l: () => (/* binding */ formatFields)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);

/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws csv-parse's error for an unclosed quote. */
function parseFields(value) {
    const [fields = []] = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(value, { columns: false, trim: true, relax_column_count: true });
    return fields;
}
/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
function formatFields(fields) {
    return fields
        .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}


/***/ }),

/***/ 8894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _K: () => (/* binding */ isOutside),
/* harmony export */   hS: () => (/* binding */ findContext),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


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
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace);
    const found = {
        workspace: root,
        context: root,
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'Dockerfile'),
        fileShown: 'Dockerfile',
    };
    if (gitUrlPattern.test(context)) {
        problems.add('context', `"${context}" is a URL; check the repository out first and give its folder.`);
        return found;
    }
    const contextPath = await locate('context', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, context), root, problems);
    if (contextPath === undefined) {
        // A Dockerfile that was named can be looked for all the same, so that both problems are told at once.
        if (file !== '')
            await locate('file', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file), root, problems);
        return found;
    }
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(contextPath)).isDirectory()) {
        problems.add('context', `${shownPath(contextPath, root)} is a file; the build context is a folder.`);
        return found;
    }
    const written = file === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(contextPath, 'Dockerfile') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file);
    const filePath = await locate('file', written, root, problems);
    if (filePath === undefined)
        return found;
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(filePath)).isFile()) {
        problems.add('file', `${shownPath(filePath, root)} is not a file.`);
        return found;
    }
    return { workspace: root, context: contextPath, file: filePath, fileShown: shownPath(filePath, root) };
}
async function locate(input, path, root, problems) {
    let real;
    try {
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch {
        const what = input === 'file' ? 'there is no Dockerfile at' : 'there is no folder';
        const hint = input === 'file' ? ' Set the input file to its path, relative to the workspace.' : '';
        problems.add(input, `${what} ${shownPath(path, root)}.${hint}`);
        return undefined;
    }
    if (isOutside((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, real))) {
        const link = real === path ? '' : `, by way of a link to ${real}`;
        problems.add(input, `${shownPath(path, root)} is outside the workspace ${root}${link}; builds read only what is inside.`);
        return undefined;
    }
    return real;
}
/** A path relative to a folder that it is in, with `/`, for people; else as it is. */
function shownPath(path, root) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return short === '' ? '.' : isOutside(short) ? path : short.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
/** Whether a path that `relative` gave leads out of the folder that it began from. */
function isOutside(fromRoot) {
    return fromRoot === '..' || fromRoot.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(fromRoot);
}


/***/ }),

/***/ 1533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readTargets),
/* harmony export */   l: () => (/* binding */ fits)
/* harmony export */ });
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
    const isOpen = targets.some((target) => /[$*?]|\.slnx?$|\.slnf$/i.test(target) || /^[./\\]*$/.test(target));
    return isOpen ? [] : targets;
}
/** How well what a command names fits the assembly of a run: it is that, it may be that, or it is another one. */
function fits(target, { project, assembly }) {
    const path = target
        .replaceAll('\\', '/')
        .replace(/\/+$/, '')
        .replace(/^(?:\.{1,2}\/)+/, '');
    const isFile = /\.(?:dll|exe|\w{1,3}proj)$/i.test(path);
    const name = path.replace(/^.*\//, '').replace(/\.(?:dll|exe|\w{1,3}proj)$/i, '');
    if (name.toLowerCase() === project.toLowerCase())
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


/***/ }),

/***/ 4770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c5: () => (/* binding */ findTestCommands),
  Tb: () => (/* binding */ hidesFailedBuild),
  of: () => (/* binding */ shellOf)
});

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js + 1 modules
var test_command = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/src/plan/commands/command-targets.js
var command_targets = __webpack_require__(1533);
;// CONCATENATED MODULE: ./lib/src/plan/commands/shell-text.js
/**
 * Redirections, operators, comments, then words: runs of quoted texts, substitutions, escapes and plain letters. What is
 * not closed is read as letters, so that every text has an end.
 */
const tokenPattern = new RegExp([
    String.raw `(?<skip>(?:[^\S\n]|\\\r?\n)+|(?<=^|[\s;&|(])#[^\n]*)`,
    String.raw `(?<redirection>\d*(?:&>>?|>>|>\||[<>]&|<<<|<>|[<>](?!\())\s*)`,
    String.raw `(?<operator>&&|\|\||\|&|;;&?|[;|\n&()])`,
    String.raw `(?<word>(?:"(?:[^"\\]|\\[^])*"|'[^']*'|\$\((?:[^()]|\([^()]*\))*\)|[$]\{[^}]*\}|\x60[^\x60]*\x60|\\[^]|[<>]\([^)]*\)|[^\s;|&()<>"'\x60]|["'\x60])+)`,
].join('|'), 'g');
function tokenize(text) {
    const tokens = [];
    let afterRedirection = false;
    for (const { 0: raw, index: start, groups } of text.matchAll(tokenPattern)) {
        const { skip, redirection, word } = groups ?? {};
        if (skip !== undefined)
            continue;
        if (redirection !== undefined) {
            afterRedirection = true;
            continue;
        }
        const isTarget = afterRedirection && word !== undefined;
        afterRedirection = false;
        if (isTarget)
            continue;
        const isWord = word !== undefined;
        tokens.push({
            kind: isWord ? 'word' : 'operator',
            value: isWord ? raw.replace(/"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g, '$1$2$3') : raw,
            start,
            end: start + raw.length,
            substitutions: isWord
                ? [...raw.matchAll(/\$\(((?:[^()]|\([^()]*\))*)\)|`([^`]*)`/g)].map((one) => one[1] ?? one[2] ?? '')
                : [],
        });
    }
    return tokens;
}
/** Reads a shell text (POSIX and bash). Never throws: what it can't make out is a command of the words that are there. */
function parseShell(text) {
    return new ShellReader(text.slice(0, 65_536)).readAll();
}
const closers = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);
class ShellReader {
    #text;
    #tokens;
    #at = 0;
    #depth = 0;
    constructor(text) {
        this.#text = text;
        this.#tokens = tokenize(text);
    }
    readAll() {
        const items = [];
        while (this.#at < this.#tokens.length) {
            items.push(...this.#list().items);
            // A closing word or bracket that nothing opened.
            this.#at += 1;
        }
        return { kind: 'list', items };
    }
    get #next() {
        return this.#tokens[this.#at];
    }
    #isWord(value) {
        return this.#next?.kind === 'word' && this.#next.value === value;
    }
    #isOperator(...values) {
        return this.#next?.kind === 'operator' && values.includes(this.#next.value);
    }
    #skip(...values) {
        while (this.#isOperator(...values))
            this.#at += 1;
    }
    #list() {
        const items = [];
        for (;;) {
            this.#skip(';', '\n', '&');
            const next = this.#next;
            if (next === undefined || this.#isOperator(')', ';;', ';;&'))
                break;
            if (next.kind === 'word' && closers.has(next.value))
                break;
            const before = this.#at;
            const node = this.#chain();
            const end = this.#tokens[this.#at]?.start ?? this.#text.length;
            items.push({ node, inBackground: this.#isOperator('&'), end });
            if (this.#at === before)
                this.#at += 1;
        }
        return { kind: 'list', items };
    }
    #chain() {
        const parts = [this.#pipe()];
        const joints = [];
        while (this.#isOperator('&&', '||')) {
            joints.push(this.#next?.value ?? '');
            this.#at += 1;
            this.#skip('\n');
            parts.push(this.#pipe());
        }
        return joints.length === 0 ? parts[0] : { kind: 'chain', parts, joints };
    }
    #pipe() {
        let isNegated = false;
        while (this.#isWord('!')) {
            isNegated = !isNegated;
            this.#at += 1;
        }
        const parts = [this.#command()];
        while (this.#isOperator('|', '|&')) {
            this.#at += 1;
            this.#skip('\n');
            parts.push(this.#command());
        }
        return parts.length === 1 && !isNegated ? parts[0] : { kind: 'pipe', parts, isNegated };
    }
    #command() {
        // Nobody nests so deep; a text that does is read as words.
        if (this.#depth < 50) {
            this.#depth += 1;
            const compound = this.#compound();
            this.#depth -= 1;
            if (compound !== undefined)
                return compound;
        }
        const words = [];
        while (this.#next?.kind === 'word') {
            words.push(this.#next);
            this.#at += 1;
        }
        const isFunction = words.length > 0 && this.#isOperator('(') && this.#tokens[this.#at + 1]?.value === ')';
        if (isFunction) {
            this.#at += 2;
            this.#skip('\n');
            this.#command();
            return { kind: 'list', items: [] };
        }
        const [first, last] = [words[0], words.at(-1)];
        const text = first && last ? this.#text.slice(first.start, last.end) : '';
        return {
            kind: 'command',
            words: words.map(({ value }) => value),
            text: text.replace(/\s+/g, ' '),
            substitutions: words.flatMap(({ substitutions }) => substitutions),
        };
    }
    #compound() {
        if (this.#isOperator('('))
            return this.#group(')', true);
        if (this.#next?.kind !== 'word')
            return undefined;
        const { value } = this.#next;
        if (value === '{')
            return this.#group('}', false);
        if (value === 'if')
            return this.#if();
        if (value === 'while' || value === 'until')
            return this.#while(value);
        if (value === 'for')
            return this.#for();
        if (value === 'case')
            return this.#case();
        return undefined;
    }
    #group(end, isSubshell) {
        this.#at += 1;
        const body = this.#list();
        if (this.#next?.value === end)
            this.#at += 1;
        return { kind: 'group', body, isSubshell };
    }
    /** A list after its keyword. */
    #after() {
        this.#at += 1;
        return this.#list();
    }
    #if() {
        const conditions = [];
        const bodies = [];
        do {
            conditions.push(this.#after());
            bodies.push(this.#after());
        } while (this.#isWord('elif'));
        if (this.#isWord('else'))
            bodies.push(this.#after());
        if (this.#isWord('fi'))
            this.#at += 1;
        return { kind: 'branch', conditions, bodies };
    }
    #while(keyword) {
        const condition = this.#after();
        return this.#body({ keyword, variable: '', values: [], condition });
    }
    #for() {
        const variable = this.#tokens[this.#at + 1]?.value ?? '';
        this.#at += 2;
        const values = [];
        if (this.#isWord('in'))
            this.#at += 1;
        while (this.#next?.kind === 'word' && !this.#isWord('do')) {
            values.push(this.#next.value);
            this.#at += 1;
        }
        this.#skip(';', '\n');
        return this.#body({ keyword: 'for', variable, values, condition: { kind: 'list', items: [] } });
    }
    #body(rest) {
        const body = this.#isWord('do') ? this.#after() : { kind: 'list', items: [] };
        if (this.#isWord('done'))
            this.#at += 1;
        return { kind: 'loop', ...rest, body };
    }
    #case() {
        const bodies = [];
        this.#pass(() => this.#isWord('in'));
        do {
            this.#pass(() => this.#isOperator(')') || this.#isWord('esac'));
            if (!this.#isOperator(')'))
                break;
            bodies.push(this.#after());
            this.#skip(';;', ';;&');
        } while (this.#at < this.#tokens.length);
        if (this.#isWord('esac'))
            this.#at += 1;
        return { kind: 'branch', conditions: [], bodies };
    }
    #pass(isThere) {
        while (this.#at < this.#tokens.length && !isThere())
            this.#at += 1;
    }
}

;// CONCATENATED MODULE: ./lib/src/plan/commands/test-commands.js




/** How SHELL makes the shell of a RUN begin. */
function shellOf(dockerfile, owner, { firstLine }) {
    const words = (0,stage_graph/* chainOf */.dR)(dockerfile, owner)
        .reverse()
        .flatMap((stage) => stage.instructions)
        .findLast((one) => one.keyword === 'SHELL' && one.firstLine < firstLine)?.execForm;
    const isSet = (word) => /^-\w*e/.test(word);
    return { errexit: words?.some(isSet) ?? false, pipefail: words?.includes('pipefail') ?? false };
}
/**
 * The commands of a shell text that start tests: those whose words say so, else, where none does, those of which nobody can say
 * what they do.
 */
function findTestCommands(text, options) {
    const found = walkText(text, options, test_command/* classifySimple */.Vy);
    const isSaid = found.some(({ kind }) => kind === 'tests');
    return found.filter(({ kind }) => !isSaid || kind === 'tests').map(({ command }) => command);
}
/** Whether a shell text goes on where a build that it starts has failed: `dotnet build || true`. */
function hidesFailedBuild(text, options) {
    const builds = (words) => /\bdotnet(?:\.exe)? (?:build|publish|msbuild)\b/.test(words.join(' ')) ? 'tests' : 'known';
    return walkText(text, options, builds).some(({ command }) => command.hiddenBy !== undefined);
}
function walkText(text, options, classify) {
    const walker = new Walker(classify);
    const top = { isConditional: false, retry: undefined, hiddenBy: '', values: new Map() };
    walker.walk(parseShell(text), { ...options, ...top, script: text, decides: true, exits: true });
    return walker.found;
}
const idle = /^(?:--?list-?tests?|-lt|--?help|-h|-\?|\/\?|--version|--info|-list)$/i;
/** What we put before the command of an ENTRYPOINT. */
const withoutArguments = /^env(?: -u\w+)+ /;
const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/;
class Walker {
    found = [];
    classify;
    #retries = 0;
    constructor(classify) {
        this.classify = classify;
    }
    walk(node, at) {
        if (node.kind === 'command')
            this.#command(node, at);
        else if (node.kind === 'list')
            this.#list(node, at);
        else if (node.kind === 'chain')
            this.#chain(node, at);
        else if (node.kind === 'pipe')
            this.#pipe(node, at);
        else if (node.kind === 'branch')
            this.#branch(node, at);
        else if (node.kind === 'loop')
            this.#loop(node, at);
        else
            this.walk(node.body, node.isSubshell ? { ...at, exits: at.decides || at.errexit } : at);
    }
    #list({ items }, outer) {
        let at = outer;
        const last = items.findLastIndex(({ inBackground }) => !inBackground);
        for (const [index, { node, inBackground, end }] of items.entries()) {
            const rest = at.script.slice(end).trim();
            if (inBackground) {
                this.walk(node, { ...at, ...test_commands_hidden(rest), errexit: false, exits: false });
                continue;
            }
            if (index === last) {
                this.walk(node, at);
                continue;
            }
            // `rc=$?` keeps the exit code for an `exit $rc` to come.
            const kept = keptCode(items[index + 1]?.node);
            const isKept = kept !== undefined && new RegExp(`\\bexit\\s+"?\\$\\{?${kept}\\b`).test(rest);
            const decides = (isKept || passesCode(items[index + 1]?.node)) && at.exits;
            this.walk(node, { ...at, decides, ...(decides ? {} : { hiddenBy: at.hiddenBy || rest }) });
            at = { ...at, ...readSet(node, at) };
        }
    }
    #chain({ parts, joints }, at) {
        const isRetry = parts.length > 1 && joints.every((joint) => joint === '||');
        const retry = at.retry ?? (isRetry ? this.#nextRetry() : undefined);
        let isConditional = at.isConditional;
        for (const [index, part] of parts.entries()) {
            const place = { ...at, ...this.#afterFailure(parts, joints, index, at), isConditional, retry };
            this.walk(part, place);
            isConditional ||= joints[index] === '||' || isCondition(part);
        }
    }
    /** What becomes of the whole where one part of a chain fails. */
    #afterFailure(parts, joints, from, at) {
        for (let index = from; index < parts.length; index += 1) {
            const joint = joints.indexOf('||', index);
            // `set -e` looks at the last command of a chain only.
            if (joint < 0)
                return from === parts.length - 1 ? {} : { errexit: false };
            const right = parts[joint + 1];
            const way = endOf(right);
            if (way === 'exits')
                return at.exits ? { decides: true } : { ...test_commands_hidden(at.hiddenBy), errexit: false };
            if (keptCode(right) !== undefined && /\bexit\s+"?\$/.test(at.script))
                return { decides: at.exits };
            if (way === 'goes-on')
                return { ...test_commands_hidden(`|| ${describe(right)}`), errexit: false };
            index = joint;
        }
        return {};
    }
    #pipe({ parts, isNegated }, at) {
        for (const [index, part] of parts.entries()) {
            const isLast = index === parts.length - 1;
            const isSeen = !isNegated && (isLast || at.pipefail);
            const after = isNegated ? '!' : `| ${describe(parts[index + 1])}`;
            const place = isSeen ? at : { ...at, ...test_commands_hidden(after), errexit: false };
            this.walk(part, parts.length > 1 ? { ...place, exits: place.decides } : place);
        }
    }
    #branch({ conditions: asked, bodies }, at) {
        for (const condition of asked) {
            const isNegated = condition.kind === 'list' && isNegation(condition.items.at(-1)?.node);
            const failed = isNegated ? bodies[0] : bodies[asked.length];
            const isSeen = failed !== undefined && endOf(failed) === 'exits' && at.exits;
            this.walk(withoutNegation(condition), {
                ...at,
                ...(isSeen ? { decides: true } : test_commands_hidden('if')),
                errexit: false,
            });
        }
        for (const body of bodies)
            this.walk(body, { ...at, isConditional: true });
    }
    #loop({ keyword, variable, values, condition, body }, at) {
        const retry = at.retry ?? (keyword === 'for' && !stopsEarly(body) ? undefined : this.#nextRetry());
        this.walk(withoutNegation(condition), { ...at, ...test_commands_hidden(keyword), errexit: false, retry });
        const isListed = values.length > 0 && values.length <= 50 && values.every((value) => !/[$*?`]/.test(value));
        const turns = retry === undefined && isListed ? values : [''];
        for (const [index, value] of turns.entries()) {
            const isLast = index === turns.length - 1 && isListed;
            const seen = isLast || retry !== undefined || at.errexit ? {} : test_commands_hidden('; done');
            const known = value === '' ? at.values : new Map([...at.values, [variable, value]]);
            // A loop may have nothing to do.
            const isConditional = at.isConditional || keyword !== 'for';
            this.walk(body, { ...at, ...seen, retry, values: known, isConditional });
        }
    }
    #command(node, at) {
        for (const inner of node.substitutions)
            this.walk(parseShell(inner), { ...at, ...test_commands_hidden('$(…)'), script: inner, errexit: false, exits: false });
        const words = node.words.map((word) => putIn(word, at.values));
        const script = scriptOf(words);
        if (script !== undefined) {
            const decides = at.decides || at.errexit;
            const { text, errexit } = script;
            this.walk(parseShell(text), { ...at, script: text, decides, errexit, exits: decides });
            return;
        }
        const kind = this.classify(words);
        if (kind === 'known')
            return;
        const { decides, errexit, isConditional, retry, hiddenBy } = at;
        const isFind = words[0] === 'find';
        const isSeen = (decides || errexit) && !isFind;
        const text = cut(putIn(node.text, at.values).replace(withoutArguments, ''), 120);
        const all = words.join(' ');
        const isProgram = !/\bdotnet(?:\.exe)? +(?:test|vstest)\b/.test(all);
        const isSaid = kind === 'tests' && (/\bdotnet +run\b/.test(all) || words.some((word) => /\.(?:dll|exe)$/i.test(word)));
        const isSure = !isProgram || isSaid || /\/bin\/(?:debug|release)\//i.test(all);
        const command = {
            text,
            targets: isFind ? [] : (0,command_targets/* readTargets */.R)(words),
            hiddenBy: isSeen ? undefined : cut(hiddenBy.replace(/\s+/g, ' ') || (isFind ? 'find' : ''), 80),
            isConditional,
            retry: retry ?? (words.includes('--retry-failed-tests') ? this.#nextRetry() : undefined),
            isSure,
            isProgram,
            usesBuilt: /--no-build\b|\bvstest\b|\.dll\b|\/bin\//.test(text),
            isIdle: words.some((word) => idle.test(word)) || /\bdotnet test\b.* -t(?: |$)/.test(words.join(' ')),
        };
        this.found.push({ kind, command });
    }
    #nextRetry() {
        this.#retries += 1;
        return this.#retries;
    }
}
function cut(text, limit) {
    return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
function test_commands_hidden(hiddenBy) {
    return { decides: false, hiddenBy };
}
/** The variable of `rc=$?`. */
function keptCode(node) {
    return node?.kind === 'command' && node.words.length === 1
        ? /^(\w+)=\$\?$/.exec(node.words[0] ?? '')?.[1]
        : undefined;
}
/** Whether a node is `exit` or `exit $?`, which end with the code of what stands before them. */
function passesCode(node) {
    return node?.kind === 'command' && /^exit(?: \$\?)?$/.test(node.words.join(' '));
}
/** What `set -e`, `set +e` and `set -o pipefail` change. */
function readSet(node, at) {
    const { errexit, pipefail, decides } = at;
    if (node.kind !== 'command' || node.words[0] !== 'set')
        return { errexit, pipefail, decides };
    const text = node.words.slice(1).join(' ');
    const isOn = /(?:^|\s)-\w*e|-o errexit/.test(text);
    return {
        errexit: isOn || (errexit && !/(?:^|\s)\+\w*e|\+o errexit/.test(text)),
        pipefail: /-\w*o pipefail/.test(text) || (pipefail && !/\+o pipefail/.test(text)),
        decides,
    };
}
/** How a node ends that is reached because something failed: it ends the shell as failed, fails itself, or goes on. */
function endOf(node) {
    if (node.kind === 'group' || node.kind === 'list') {
        const last = node.kind === 'group' ? node.body : node.items.at(-1)?.node;
        const end = last === undefined ? 'goes-on' : endOf(last);
        return node.kind === 'group' && node.isSubshell && end === 'exits' ? 'fails' : end;
    }
    if (node.kind !== 'command')
        return 'goes-on';
    const [program, code] = node.words;
    if (program === 'false')
        return 'fails';
    if (program !== 'exit' && program !== 'return')
        return 'goes-on';
    return code === '0' ? 'goes-on' : 'exits';
}
function isCondition(node) {
    if (node.kind === 'pipe')
        return node.parts.some(isCondition);
    return node.kind === 'command' && conditions.test(node.words[0] ?? '');
}
function isNegation(node) {
    return node?.kind === 'pipe' && node.isNegated;
}
/** A condition as if it weren't negated: who asks knows. */
function withoutNegation(node) {
    if (node.kind === 'pipe')
        return { ...node, isNegated: false };
    if (node.kind !== 'list')
        return node;
    return { ...node, items: node.items.map((item) => ({ ...item, node: withoutNegation(item.node) })) };
}
/** Whether a loop ends at the first success: `dotnet test && break`. */
function stopsEarly(node) {
    if (node.kind === 'list')
        return node.items.some((item) => stopsEarly(item.node));
    if (node.kind === 'chain')
        return node.parts.some(stopsEarly);
    if (node.kind === 'branch')
        return node.bodies.some(stopsEarly);
    return node.kind === 'command' && node.words[0] === 'break';
}
function describe(node) {
    if (node === undefined)
        return '';
    if (node.kind === 'command')
        return node.text;
    if (node.kind === 'group')
        return describe(node.body);
    const [first] = node.kind === 'list' ? node.items.map((item) => item.node) : 'parts' in node ? node.parts : [];
    return first === undefined ? '…' : describe(first);
}
function putIn(text, values) {
    return text.replace(/\$\{?(\w+)\}?/g, (whole, name) => values.get(name) ?? whole);
}
/** The text that a command gives to another shell: `sh -c '…'`, `eval '…'`, `bash <<< '…'`. */
function scriptOf(words) {
    const start = words.findIndex((word) => !/^(?:\w+=.*|env|sudo|exec|time|nice|nohup|timeout|-\S*|\d+[smh]?)$/.test(word));
    const [program = '', ...rest] = words.slice(Math.max(0, start));
    if (program === 'eval')
        return { text: rest.join(' '), errexit: false };
    if (!/(?:^|\/)(?:ba|a|da|z)?sh$/.test(program))
        return undefined;
    const option = rest.findIndex((word) => /^-\w*c$/.test(word));
    const text = option < 0 ? undefined : rest[option + 1];
    return text === undefined
        ? undefined
        : { text, errexit: rest.slice(0, option + 1).some((word) => /^-\w*e/.test(word)) };
}


/***/ }),

/***/ 8014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readCopiedTree),
/* harmony export */   u: () => (/* binding */ containerPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _dockerignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6737);
/* harmony import */ var _stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3258);




/**
 * Follows `WORKDIR`, `USER`, `ARG`, `ENV`, `COPY` and `ADD` through the stages that a stage descends from, down to the instruction
 * `before` where one is given.
 */
function readCopiedTree(dockerfile, stage, before) {
    const tree = { workdir: '/', copies: [], patterns: [], user: undefined, variables: new Map() };
    for (const one of (0,_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(dockerfile, stage).reverse()) {
        for (const instruction of one.instructions) {
            if (instruction === before)
                return tree;
            apply(dockerfile, one, instruction, tree);
        }
    }
    return tree;
}
/** The place in the container of a file of the context (both with `/`), or undefined when no COPY surely brings it. */
function containerPathOf(tree, contextPath) {
    for (const { source, destination } of [...tree.copies].reverse()) {
        if (source === '' || contextPath.startsWith(`${source}/`)) {
            return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(destination, source === '' ? contextPath : contextPath.slice(source.length + 1));
        }
        if (source === contextPath)
            return destination.endsWith('/') ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(destination, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source)) : destination;
    }
    return undefined;
}
function apply(dockerfile, stage, instruction, tree) {
    const { keyword, argument, flags } = instruction;
    switch (keyword) {
        case 'WORKDIR':
            tree.workdir = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(argument, tree.variables));
            return;
        case 'USER':
            tree.user = (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(argument, tree.variables);
            return;
        case 'ARG':
        case 'ENV':
            declare(argument, tree.variables);
            return;
        case 'COPY':
        case 'ADD': {
            if (flags.some(({ name }) => name === 'from')) {
                copyFromStage(dockerfile, stage, instruction, tree);
                return;
            }
            const words = parseWords(argument, tree.variables);
            tree.patterns.push(toPattern(instruction, words.slice(0, -1)));
            if (!flags.some(({ name }) => name === 'parents'))
                copy(instruction, words, tree);
        }
    }
}
/** What the context gave another stage, as far as it is below the path that is copied from there. */
function copyFromStage(dockerfile, stage, instruction, tree) {
    const [from] = (0,_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .sourcesOf */ .u0)(dockerfile, stage, instruction);
    const [source, target, more] = parseWords(instruction.argument, tree.variables);
    if (from === undefined || source === undefined || target === undefined || more !== undefined)
        return;
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', source);
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, target);
    for (const one of readCopiedTree(dockerfile, from).copies) {
        const inside = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, one.destination);
        if (inside.startsWith('..'))
            continue;
        const keepsName = one.destination.endsWith('/') ? '/' : '';
        tree.copies.push({
            ...one,
            destination: `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(absolute, inside)}${keepsName}`,
            line: instruction.firstLine,
        });
    }
}
function toPattern({ firstLine, flags }, sources) {
    const excluded = flags.filter(({ name }) => name === 'exclude').map(({ value }) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(value));
    // A variable that nobody knows here may be any folder.
    const matchers = sources.map((source) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(source.replace(/\$(?:\w+|\{[^}]*\})/g, '**')));
    const brings = (path) => matchers.some((matcher) => matcher.test(path)) && !excluded.some((matcher) => matcher.test(path));
    return { line: firstLine, brings };
}
/** Takes `NAME=value …`, and ENV's old form `NAME value`. */
function declare(argument, variables) {
    const words = (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(argument);
    const [first = '', ...rest] = words;
    if (!first.includes('=') && rest.length > 0)
        variables.set(first, (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(rest.join(' '), variables));
    for (const word of words) {
        const at = word.indexOf('=');
        if (at > 0)
            variables.set(word.slice(0, at), (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(word.slice(at + 1), variables));
    }
}
function copy(instruction, words, tree) {
    const target = words.pop();
    if (target === undefined)
        return;
    for (const word of words) {
        // A pattern or an unknown variable brings something, but nobody can say here what.
        if (/[*?[\]]/.test(word) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .hasVariables */ .cF)(word) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .hasVariables */ .cF)(target) || /^\w+:\/\/|^\d*<</.test(word))
            continue;
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, target);
        // A folder that is there takes a file under its own name.
        const keepsName = target.endsWith('/') || absolute === tree.workdir || words.length > 1;
        tree.copies.push({
            source: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative('/', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', word)),
            destination: keepsName && absolute !== '/' ? `${absolute}/` : absolute,
            line: instruction.firstLine,
        });
    }
}
function parseWords(argument, variables) {
    if (argument.startsWith('[')) {
        try {
            const words = JSON.parse(argument);
            if (Array.isArray(words))
                return words.map((word) => (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandVariables */ .i7)(String(word), variables));
        }
        catch {
            return [];
        }
    }
    // The bodies of here-documents are below the first line.
    const [line = ''] = argument.split('\n');
    return (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(line).map((word) => (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(word, variables));
}


/***/ }),

/***/ 6737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WV: () => (/* binding */ toMatcher),
/* harmony export */   rj: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
/* unused harmony export parseIgnoreFile */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Reads the ignore file that BuildKit takes: that of the very Dockerfile, else the one of the context; undefined where there is neither. */
async function readIgnoreFile(context, dockerfile) {
    for (const path of [`${dockerfile}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, '.dockerignore')]) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
        if (text !== undefined)
            return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), ...parseIgnoreFile(text) };
    }
    return undefined;
}
/** Parses an ignore file as https://docs.docker.com/build/concepts/context/#dockerignore-files has it: the last match wins. */
function parseIgnoreFile(text) {
    const rules = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((text, index) => ({ text, pattern: text.trim(), line: index + 1 }))
        .filter(({ text, pattern }) => !text.startsWith('#') && pattern.replace(/^!\s*/, '') !== '')
        .map((rule) => ({ ...rule, matcher: toMatcher(rule.pattern.replace(/^!\s*/, '')) }));
    const last = (path, wantsException) => {
        const matching = rules.filter(({ matcher }) => matcher.test(path));
        const rule = matching.at(-1);
        if (rule === undefined || rule.pattern.startsWith('!') !== wantsException)
            return undefined;
        if (wantsException && matching.every(({ pattern }) => pattern.startsWith('!')))
            return undefined;
        return { line: rule.line, pattern: rule.pattern };
    };
    return { ruleFor: (path) => last(path, false), exceptionFor: (path) => last(path, true) };
}
/** A pattern that matches a folder matches all that is in it; one that BuildKit will refuse matches nothing. */
function toMatcher(pattern) {
    const clean = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join('/', pattern).slice(1).replace(/\/$/, '');
    // The whole context, as the source of a COPY.
    if (clean === '')
        return /^/;
    const body = clean.replace(/\*\*\/?|\*|\?|\[[^\]]*\]|\\(.)|[$()+.^{|}[\]]/g, (token, escaped, at) => {
        if (token.startsWith('**'))
            return at + token.length === clean.length ? '.*' : '(?:.*/)?';
        if (token === '*')
            return '[^/]*';
        if (token === '?')
            return '[^/]';
        if (token.startsWith('['))
            return token;
        return `\\${escaped ?? token}`;
    });
    try {
        return new RegExp(`^${body}(?:/.*)?$`, 's');
    }
    catch {
        return /(?!)/;
    }
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ classifyOnbuildRun)
/* harmony export */ });
/* harmony import */ var _parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1331);
/* harmony import */ var _stages_test_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9470);


/**
 * What a step does that ONBUILD of a base image brought into a stage, by BuildKit's words for it (`ONBUILD RUN dotnet
 * test`); undefined for every other step. It stands in no line of the Dockerfile, so it can't be marked.
 */
function classifyOnbuildRun(words) {
    if (!words.startsWith('ONBUILD RUN '))
        return undefined;
    const { stages } = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDockerfile */ .Ai)(`FROM scratch\n${words.replace('ONBUILD ', '')}\n`, '', []);
    const instruction = stages[0]?.instructions[0];
    return instruction && (0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_1__/* .classifyInstruction */ .Ld)(instruction);
}


/***/ }),

/***/ 1331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ parseDockerfile),
/* harmony export */   Hn: () => (/* binding */ stageLabel),
/* harmony export */   U9: () => (/* binding */ findStage)
/* harmony export */ });
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8390);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8835);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3258);



/**
 * Parses a Dockerfile. `buildArgs` are the values that win over the defaults of `ARG` before the first `FROM`.
 * Throws a UserError for a file that has no stage.
 */
function parseDockerfile(text, shown, buildArgs) {
    // A byte order mark is not part of the first keyword; BuildKit strips it too.
    const clean = text.replace(/^\uFEFF/, '');
    // A carriage return by itself ends no line for BuildKit, but it does for the parser.
    const parsed = dockerfile_ast__WEBPACK_IMPORTED_MODULE_0__.DockerfileParser.parse(clean.replace(/\r(?!\n)/g, ' '));
    const lines = clean.split(/\r?\n/);
    const escape = parsed.getEscapeCharacter();
    const variables = new Map();
    const stages = [];
    const froms = parsed.getFROMs();
    for (const node of parsed.getInstructions()) {
        const instruction = toInstruction(node, lines, escape);
        const stage = stages.at(-1);
        const from = instruction.keyword === 'FROM' ? froms[stages.length] : undefined;
        if (from !== undefined) {
            stages.push(toStage(from, instruction, stages.length, variables));
        }
        else if (stage !== undefined) {
            stage.instructions.push(instruction);
        }
        else if (instruction.keyword === 'ARG') {
            declare(instruction.argument, variables, buildArgs);
        }
    }
    if (stages.length === 0) {
        const what = clean.trim() === '' ? 'is empty' : 'has no FROM instruction';
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('No stage to build', `${shown} ${what}, so there is nothing to build.`, {
            file: shown,
            line: 1,
        });
    }
    return { shown, text: clean, stages };
}
/** What messages call a stage: its name, or its number as BuildKit counts it. */
function stageLabel(stage) {
    return stage.name ?? `stage-${stage.index}`;
}
/** The stage of a name (compared without case) or of a number, as `COPY --from` and `--target` take it. */
function findStage(stages, wanted) {
    const lower = wanted.toLowerCase();
    // The last one of a name wins, as in BuildKit.
    const named = stages.findLast((stage) => stage.name?.toLowerCase() === lower);
    return named ?? (/^\d+$/.test(wanted) ? stages[Number(wanted)] : undefined);
}
function toStage(node, instruction, index, variables) {
    return {
        index,
        // BuildKit takes every blank of Unicode for one between words, the parser only those of ASCII.
        name: node.getBuildStage() ?? /^\S+\s+as\s+(\S+)$/i.exec(instruction.argument.trim())?.[1],
        base: (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .expandWord */ .Vo)(node.getImage() ?? '', variables),
        firstLine: instruction.firstLine,
        fromLastLine: instruction.lastLine,
        instructions: [],
    };
}
function declare(argument, variables, buildArgs) {
    for (const word of (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .splitWords */ .yM)(argument)) {
        const [name = '', ...rest] = word.split('=');
        const given = buildArgs.findLast(([key]) => key === name)?.[1];
        const value = given ?? (rest.length > 0 ? (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .expandWord */ .Vo)(rest.join('='), variables) : undefined);
        if (name !== '' && value !== undefined)
            variables.set(name, value);
    }
}
function toInstruction(node, lines, escape) {
    const range = node.getRange();
    const flags = 'getFlags' in node ? node.getFlags() : [];
    const argument = joinLines(node.getRawArgumentsContent() ?? '', escape);
    return {
        keyword: node.getKeyword(),
        flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
        argument,
        execForm: parseExecForm(argument),
        firstLine: range.start.line + 1,
        lastLine: Math.min(range.end.line + 1, lines.length),
    };
}
/** Joins continuation lines and drops the comment lines between them, as BuildKit's parser does. */
function joinLines(raw, escape) {
    if (/(?:^|\s)\d*<<-?["']?[A-Za-z_]/.test(raw))
        return raw.trim();
    const kept = [];
    let continued = false;
    for (const line of raw.split(/\r?\n/)) {
        if (continued && (/^\s*#/.test(line) || line.trim() === ''))
            continue;
        const open = line.trimEnd().endsWith(escape);
        kept.push(open ? line.trimEnd().slice(0, -1) : line);
        continued = open;
    }
    return kept
        .map((line) => line.trim())
        .join(' ')
        .trim();
}
function parseExecForm(argument) {
    if (!argument.startsWith('['))
        return undefined;
    try {
        const words = JSON.parse(argument);
        return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   r4: () => (/* binding */ neededFor),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   v8: () => (/* binding */ listImages)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3258);
/* harmony import */ var _parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1331);


/** The stage that this one begins from, when that is a stage and not an image. */
function parentOf(dockerfile, stage) {
    // FROM sees only the names of the stages above it; a number is an image there.
    const named = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(dockerfile.stages.slice(0, stage.index), stage.base);
    return named?.name === undefined || /^\d+$/.test(stage.base) ? undefined : named;
}
/** The stage itself, then the stages that it descends from, nearest first. */
function chainOf(dockerfile, stage) {
    const parent = parentOf(dockerfile, stage);
    return parent === undefined ? [stage] : [stage, ...chainOf(dockerfile, parent)];
}
/** The images that stages begin from, as far as their names are known before the build. */
function listImages(dockerfile) {
    const roots = dockerfile.stages.filter((stage) => parentOf(dockerfile, stage) === undefined);
    const bases = roots.map(({ base }) => base);
    return [...new Set(bases)].filter((base) => base !== 'scratch' && !(0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariables */ .cF)(base));
}
/** Every stage that BuildKit builds for this one: itself, what it descends from, and what those copy or mount from. */
function neededFor(dockerfile, stage) {
    const needed = new Set();
    const visit = (one) => {
        if (needed.has(one))
            return;
        needed.add(one);
        const parent = parentOf(dockerfile, one);
        if (parent !== undefined)
            visit(parent);
        for (const source of one.instructions.flatMap((instruction) => sourcesOf(dockerfile, one, instruction)))
            visit(source);
    };
    visit(stage);
    return needed;
}
/** The stages above that an instruction copies or mounts from. */
function sourcesOf(dockerfile, stage, instruction) {
    const names = instruction.flags.flatMap(({ name, value }) => {
        if (name === 'from')
            return [value];
        if (name === 'mount')
            return value.split(',').flatMap((option) => /^from=(.*)$/.exec(option)?.[1] ?? []);
        return [];
    });
    const above = dockerfile.stages.slice(0, stage.index);
    return names.flatMap((name) => (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(above, name) ?? []);
}


/***/ }),

/***/ 3258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ expandWord),
/* harmony export */   cF: () => (/* binding */ hasVariables),
/* harmony export */   i7: () => (/* binding */ expandVariables),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Expands `$name`, `${name}`, `${name:-default}` and `${name:+other}` as Dockerfiles do; a variable that is not
 * known stays as it is written, so that nobody takes a guess for a fact.
 */
function expandVariables(text, variables) {
    return text.replace(/\$(?:(\w+)|\{(\w+)(?:(:?[-+])((?:[^{}]|\{[^{}]*\})*))?\})/g, (written, plain, braced, operator, word = '') => {
        const value = variables.get(plain ?? braced ?? '');
        if (operator === undefined)
            return value ?? written;
        const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
        if (operator.endsWith('-'))
            return isSet ? value : expandVariables(String(word), variables);
        return isSet ? expandVariables(String(word), variables) : '';
    });
}
/** Whether a text still has a variable that nobody could expand. */
function hasVariables(text) {
    return /\$[\w{]/.test(text);
}
/** The words of an instruction as they are written: split at spaces outside of quotes. */
function splitWords(text) {
    return text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|["'\\])+/g) ?? [];
}
/** A word without its quotes, variables expanded except in single ones. */
function expandWord(word, variables) {
    return word.replace(/'([^']*)'|"([^"]*)"|[^"']+/g, (plain, single, double) => single ?? expandVariables(double ?? plain, variables));
}


/***/ }),

/***/ 4277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ chooseCollectWay),
/* harmony export */   HZ: () => (/* binding */ choosePlatformArguments),
/* harmony export */   cS: () => (/* binding */ platformCoverageOptions)
/* harmony export */ });
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1331);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);
/* harmony import */ var _stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9470);




const ownLogger = /(?:^|\s)["']?(?:--logger|-l)["']?(?=[\s:=])["'\s:=]*([^\s"']+)|\bVSTestLogger\b[=\s"':]*(\S*)/g;
const ownFolder = /(?:^|\s)["']?--results-directory["']?(?=[\s:=])|\bVSTestResultsDirectory\b/;
const ownSettings = /(?:^|\s)["']?(?:--settings|-s)["']?(?=[\s:=])|\bVSTestSetting\b|\bRunSettingsFilePath\b/;
const ownReport = /(?:^|\s)--report-\S+/;
const ownPlatformArguments = /\bTestingPlatformCommandLineArguments\b/;
const ownCoverage = /(?:^|\s)--coverage(?=\s|$)/;
/** What makes Microsoft.Testing.Extensions.CodeCoverage write a report that is read here. */
const platformCoverageOptions = '--coverage --coverage-output-format cobertura';
const ownTargets = /\bCustomAfterMicrosoftCommonTargets\b/;
const resultFiles = /TestResults|\.trx\b|reportgenerator|cobertura/i;
/** Chooses the way for one RUN of a stage; `final` is the stage that ships, `habits` are those of the projects. */
function chooseCollectWay(dockerfile, owner, instruction, final, habits) {
    const { loggers, hasSettings, mustStay } = readOwnResults(dockerfile, owner, instruction, final, habits);
    if (loggers === undefined) {
        // A logger in a settings file is replaced by ours of the same kind, which would leave the team's file unwritten.
        if (mustStay)
            return habits.hasOwnLogger ? 'log' : 'file';
        return 'folder';
    }
    if (/trx|\$/i.test(loggers))
        return mustStay ? 'log' : 'directory';
    if (!hasSettings)
        return 'settings';
    // The target makes MSBuild compile again, which must not show in what ships.
    const mayCompile = !isTakenAlong(dockerfile, owner, final) && !sayingOf(dockerfile, instruction)(ownTargets);
    return mayCompile ? 'target' : 'log';
}
/**
 * The arguments with which the Microsoft.Testing.Platform runners of a RUN write TRX into a folder; undefined where that
 * would get into the way of the team's own arguments, since an option that stands twice fails the whole run.
 */
function choosePlatformArguments(dockerfile, owner, instruction, final, habits, folder, coverage = false) {
    const { mustStay } = readOwnResults(dockerfile, owner, instruction, final, habits);
    const says = sayingOf(dockerfile, instruction);
    if (mustStay || says(ownPlatformArguments))
        return undefined;
    // Every runner knows where to put its files, and the coverage that the team asks for is among them.
    if (habits.platformReportOption === undefined) {
        return /\bdotnet\s+test\b.*\s--coverage\b/s.test((0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction))
            ? `--results-directory ${folder}`
            : undefined;
    }
    // Without Microsoft.Testing.Platform as its runner an executable of xunit ends with an error for that option.
    const command = (0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction);
    const isDotnetTest = /\bdotnet\s+test\b/.test(command) && !/\bdotnet\s+(?:run|exec)\b/.test(command);
    if (!isDotnetTest && !habits.executablesKnowOption)
        return undefined;
    const option = says(ownReport) ? '' : `${habits.platformReportOption} `;
    const measures = coverage && habits.platformCoverage === true && !says(ownCoverage);
    return `${option}${measures ? `${platformCoverageOptions} ` : ''}--results-directory ${folder}`;
}
function readOwnResults(dockerfile, owner, instruction, final, habits) {
    const says = sayingOf(dockerfile, instruction);
    const loggers = textsFor(dockerfile, instruction).flatMap((text) => [...text.matchAll(ownLogger)].map((match) => match[1] ?? match[2] ?? ''));
    const writes = loggers.length > 0 || habits.hasOwnLogger || says(ownReport);
    return {
        loggers: loggers.length === 0 ? undefined : loggers.join(' '),
        hasSettings: says(ownSettings) || habits.hasOwnRunSettings,
        mustStay: says(ownFolder) ||
            isReadLater(dockerfile, instruction) ||
            (writes && isTakenAlong(dockerfile, owner, final)),
    };
}
function sayingOf(dockerfile, instruction) {
    const texts = textsFor(dockerfile, instruction);
    return (pattern) => texts.some((text) => pattern.test(text));
}
/** The command, and the variables that it may see. */
function textsFor(dockerfile, instruction) {
    const variables = dockerfile.stages
        .flatMap((stage) => stage.instructions)
        .filter((one) => one.keyword === 'ENV' || one.keyword === 'ARG')
        .map((one) => one.argument);
    return [(0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction), ...variables];
}
/** Whether this or another instruction uses result files, so that they must stay where the team has them. */
function isReadLater(dockerfile, instruction) {
    // The format and the name of a report are no use of one; a name without a folder is one in the folder of results.
    const ownWords = (0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction)
        .replace(/LogFile(?:Name|Prefix)=[^\s"';]+/gi, '')
        .replace(/--coverage-output-format[\s=]+\S+|--coverage-output[\s=]+[\w.-]+(?=\s|$)/g, '');
    return (resultFiles.test(ownWords) ||
        dockerfile.stages
            .flatMap((stage) => stage.instructions)
            .some((one) => one !== instruction &&
            (one.keyword === 'COPY' || one.keyword === 'RUN') &&
            one.firstLine > instruction.firstLine &&
            resultFiles.test(one.argument)));
}
/** Whether the files below a stage's working folder go on into the stage that ships, or are copied as a whole. */
function isTakenAlong(dockerfile, owner, final) {
    if ((0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(dockerfile, final).includes(owner))
        return true;
    const { workdir } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .readCopiedTree */ .Z)(dockerfile, owner);
    return dockerfile.stages
        .flatMap((stage) => stage.instructions)
        .filter((one) => one.keyword === 'COPY')
        .some(({ flags, argument }) => {
        const from = flags.find(({ name }) => name === 'from')?.value;
        const source = from === undefined ? undefined : (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile.stages, from);
        if (source === undefined || !(0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(dockerfile, source).includes(owner))
            return false;
        const [path = ''] = argument.split(/\s+/);
        return `${workdir}/`.startsWith(`${path.replace(/\/+(?:\.\/?)?$/, '')}/`);
    });
}


/***/ }),

/***/ 3852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ testRunNumber),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Ou: () => (/* binding */ planMounts),
/* harmony export */   Zu: () => (/* binding */ withNewMarks),
/* harmony export */   jd: () => (/* binding */ withoutCollecting),
/* harmony export */   oW: () => (/* binding */ resultsMount),
/* harmony export */   yz: () => (/* binding */ againMark),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* unused harmony export resultsFolder */
/* harmony import */ var _result_strategy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4277);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3258);



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
    return (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .chainOf */ .dR)(dockerfile, stage).at(-1) ?? stage;
}
/**
 * The mount with the results of a stage's testing RUN, for that RUN and, with another `target`, for the one that
 * collects them.
 */
function resultsMount(dockerfile, stage, number, { placeId, mayBeCached }, target = resultsFolder) {
    const image = rootOf(dockerfile, stage).base;
    const isStage = dockerfile.stages.some(({ name }) => name?.toLowerCase() === image.toLowerCase());
    const isImage = !(0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .hasVariables */ .cF)(image) && image !== 'scratch' && !isStage;
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
function planMounts(dockerfile, { owner, instruction, way }, number, final, options) {
    const { jobId, mayBeCached, coverage, hangTimeoutMs, habits } = options;
    const flags = [` --mount=type=secret,id=dotnet-container-run-${number}${mayBeCached ? '' : `-${jobId}`}`];
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
    const platform = (0,_result_strategy_js__WEBPACK_IMPORTED_MODULE_0__/* .choosePlatformArguments */ .HZ)(dockerfile, owner, instruction, final, habits, folder, coverage);
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


/***/ }),

/***/ 9746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isTestName),
/* harmony export */   l: () => (/* binding */ toProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** A project as the planner needs it. `relative` brings an absolute path of the reader's tree into the one of the build context. */
function toProject(evaluated, place, relative) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(evaluated.path).replace(/\.\w+$/, '');
    const { properties, packages } = evaluated;
    return {
        path: relative(evaluated.path),
        place,
        kind: kindOf(evaluated, name),
        assemblyName: properties.get('assemblyname') ?? name,
        frameworks: frameworksOf(properties),
        packages,
        references: evaluated.references.map(relative),
        runner: runnerOf(evaluated),
        reportOption: reportOptionOf(evaluated),
        isOnPlatform: isOnPlatform(evaluated),
        measuresOnPlatform: hasPackageOrSdk(evaluated, /^(?:microsoft\.testing\.extensions\.codecoverage|mstest|tunit)$/),
        startsOnPlatform: isTrue(properties.get('usemicrosofttestingplatformrunner')),
    };
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
function isOnPlatform(evaluated) {
    const says = [
        'usemicrosofttestingplatformrunner',
        'enablemstestrunner',
        'enablenunitrunner',
        'testingplatformdotnettestsupport',
    ].some((name) => isTrue(evaluated.properties.get(name)));
    return says || hasPackageOrSdk(evaluated, /^(?:tunit|microsoft\.testing\.extensions\..*)$/);
}
/** Whether a project has such a package, or the SDK of MSTest, which brings the same. */
function hasPackageOrSdk({ packages, sdks }, pattern) {
    return [...packages].some((one) => pattern.test(one)) || sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk));
}


/***/ }),

/***/ 8423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tg: () => (/* binding */ noPrograms),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   h2: () => (/* binding */ programsOf),
/* harmony export */   on: () => (/* binding */ unknownPrograms)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9746);


/** For places where no repository is known: names alone say what a program is. */
const unknownPrograms = {
    kindOf: (program) => ((0,_project_js__WEBPACK_IMPORTED_MODULE_1__/* .isTestName */ .c)(nameOf(program)) ? 'tests' : undefined),
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
    const byPath = projects.filter((one) => within(one.path) || within(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(one.path)));
    const name = nameOf(path);
    const byName = projects.filter((one) => one.assemblyName === name || nameOf(one.path) === name);
    // The longest path that fits is the nearest one.
    const nearest = byPath.sort((a, b) => b.path.length - a.path.length);
    return nearest[0] ?? byName[0];
}
function trimPath(written) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(written.replaceAll('\\', '/')).replace(/^(?:\.{0,2}\/)+|\/$/g, '');
}
/** Without folder and the ending of an assembly or a project. */
function nameOf(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path.replaceAll('\\', '/')).replace(/\.(?:dll|exe|csproj|fsproj|vbproj)$/i, '');
}
function findScript(scripts, written) {
    const path = trimPath(written);
    const fitting = [...scripts].filter(([one]) => `/${path}`.endsWith(`/${one}`));
    const [nearest] = fitting.sort(([a], [b]) => b.length - a.length);
    return nearest?.[1];
}


/***/ }),

/***/ 6827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Ny: () => (/* binding */ simpleCommands),
/* harmony export */   dl: () => (/* binding */ withoutLeaders)
/* harmony export */ });
/** The command of a RUN, ENTRYPOINT or CMD as one text; the exec form's words are joined with spaces. */
function commandOf(instruction) {
    const { execForm, argument } = instruction;
    if (execForm === undefined)
        return withoutDocuments(argument);
    const [shell = '', option = '', script] = execForm;
    return /(?:^|\/)(?:sh|bash|ash|pwsh)$/.test(shell) && /^-\w*c/i.test(option) && script !== undefined
        ? script
        : execForm.join(' ');
}
/** Of a here-document what a shell runs: its body as a script, or the command alone whose input the body is. */
function withoutDocuments(argument) {
    const [line = '', ...body] = argument.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
    const mark = /(?:^|\s)\d*<<-?(["']?)(\w+)\1/.exec(line);
    if (mark === null || body.length === 0)
        return argument;
    const isScript = mark.index === 0 || /(?:^|[|&;]\s*)(?:\S*\/)?(?:(?:ba|a|da|z)?sh|pwsh)\b/.test(line);
    const end = body.findIndex((one) => one.trim() === mark[2]);
    return isScript ? body.slice(0, end < 0 ? undefined : end).join('\n') : line.replace(mark[0], '');
}
/** Words, quoted texts, comments, and what stands between commands. */
const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|&&|\|\||[;|\n&()]|[^\s;|&()"']+|["']/g;
const separator = /^(?:&&|\|\||[;|\n&()])$/;
/** Splits at `&&`, `||`, `;`, `|` and line ends, outside of quotes, into commands of words. */
function simpleCommands(command) {
    const commands = [[]];
    for (const [token] of command.replace(/\\\r?\n/g, ' ').matchAll(tokens)) {
        if (separator.test(token))
            commands.push([]);
        else if (!token.startsWith('#'))
            commands.at(-1)?.push(token.replace(/^(["'])([\s\S]*)\1$/, '$2'));
    }
    return commands.filter((words) => words.length > 0);
}
/** Words that only lead to the command behind them. */
const leaders = /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|xargs|xvfb-run|gosu|tini|if|then|elif|else|do|while|until|!|\{|\}|\{\}|fi|done|-.*|\d+[smh]?)$/;
/** A simple command without what only leads to it: `env A=b timeout 10m dotnet test` gives `dotnet test`. */
function withoutLeaders(words) {
    const start = words.findIndex((word) => !leaders.test(word));
    return start < 0 ? [] : words.slice(start);
}


/***/ }),

/***/ 3619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ readStartCommand),
/* harmony export */   S5: () => (/* binding */ testingInstructions),
/* harmony export */   as: () => (/* binding */ classifyIn)
/* harmony export */ });
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3258);
/* harmony import */ var _test_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9470);




/** What an instruction of a stage does, by its words, its working folder and the repository's projects. */
function classifyIn(dockerfile, stage, instruction, programs) {
    const { workdir } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .readCopiedTree */ .Z)(dockerfile, stage, instruction);
    return (0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .classifyCommand */ .IB)((0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(instruction), programs, workdir);
}
/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
function testingInstructions(dockerfile, stage, programs) {
    return stage.instructions.filter((one) => ['RUN', 'ENTRYPOINT', 'CMD'].includes(one.keyword) &&
        classifyIn(dockerfile, stage, one, programs) === 'tests');
}
/** ENTRYPOINT with CMD as a container of the stage starts them, from whatever stage of its chain they are. */
function readStartCommand(dockerfile, stage, programs) {
    const all = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .chainOf */ .dR)(dockerfile, stage)
        .reverse()
        .flatMap((one) => one.instructions);
    const entrypoint = all.findLast((one) => one.keyword === 'ENTRYPOINT');
    const cmd = all.findLast((one) => one.keyword === 'CMD');
    const instruction = entrypoint ?? cmd;
    if (instruction === undefined)
        return undefined;
    const whole = cmd === undefined || cmd === instruction
        ? (0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(instruction)
        : `${(0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(instruction)} ${(0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(cmd)}`;
    const kind = (0,_test_command_js__WEBPACK_IMPORTED_MODULE_2__/* .classifyCommand */ .IB)(whole, programs, (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .readCopiedTree */ .Z)(dockerfile, stage).workdir);
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
        .flatMap(({ argument }) => (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(argument))
        .flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? []);
    const inImage = new Set(namesOf('ENV'));
    return [...new Set(namesOf('ARG'))].filter((name) => !inImage.has(name));
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IB: () => (/* binding */ classifyCommand),
  Ld: () => (/* binding */ classifyInstruction),
  Vy: () => (/* binding */ classifySimple),
  Nl: () => (/* reexport */ shell_commands/* commandOf */.Nl)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/plan/projects/repository.js
var repository = __webpack_require__(8423);
// EXTERNAL MODULE: ./lib/src/plan/stages/shell-commands.js
var shell_commands = __webpack_require__(6827);
;// CONCATENATED MODULE: ./lib/src/plan/stages/test-words.js
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

;// CONCATENATED MODULE: ./lib/src/plan/stages/test-command.js
var _a;





/** Commands that never run a test, whatever follows them. */
const harmlessCommands = words(`
  : [ addgroup adduser apk apt apt-get awk bash-completion bower bundle cargo case cat cd chgrp chmod chown cmake composer conan
  corepack cp curl cut date dir dnf dpkg du echo esac exit export false file find for g++ gcc gem git go gpg grep groupadd gunzip gzip
  head id install java javac jq ldconfig ln locale-gen ls microdnf mkdir mktemp mv ng node npm npx openssl patch perl pip pip3 pipx
  pnpm poetry printf pwd read reportgenerator rm rmdir rsync ruby rustup sed set shift sleep sonar-scanner sort
  source ssh-keyscan tail tar tdnf tee test touch tr trap true tzdata umask uname uniq unset unzip update-ca-certificates useradd
  usermod vcpkg wait wget which whoami yarn yum zip`);
/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = words(`
  add aspnet-codegenerator build build-server clean csharpier dev-certs dump ef fable format gcdump gitversion help list msbuild
  nbgv new nuget pack package paket project publish reference remove reportgenerator restore sdk sln solution sonarscanner store
  swagger tool trace user-secrets workload`);
/** Programs and tools of `dotnet` that do nothing but test. */
const testRunners = /^(?:vstest(?:\.console)?|mstest|nunit(?:[23])?(?:-console|-lite)?|xunit(?:\.console(?:\.\w+)?)?|coverlet(?:\.console)?|altcover|minicover|fixie|expecto|dotcover|opencover(?:\.console)?|testhost|(?:[\w.]+-)?test-?runner)$/i;
/** Programs whose words are the names of what they shall do. */
const buildTools = /^(?:cake|nuke|fake|psake|make|gmake|just|task|rake|bazel|pants|earthly|build(?:\.\w+)?|ci(?:\.\w+)?|make\.\w+)$/i;
/** What a RUN, ENTRYPOINT or CMD does. */
function classifyInstruction(instruction) {
    return classifyCommand((0,shell_commands/* commandOf */.Nl)(instruction));
}
/** What a shell command line or script does: it tests when any of its commands does. `start` is the working folder. */
function classifyCommand(command, programs = repository/* unknownPrograms */.on, start = '', depth = 0) {
    let folder = start;
    const kinds = (0,shell_commands/* simpleCommands */.Ny)(command).map((words) => {
        const [program = '', ...rest] = (0,shell_commands/* withoutLeaders */.dl)(words);
        if (program === 'cd' || program === 'pushd')
            folder = external_node_path_.posix.resolve(folder || '/', rest[0] ?? '');
        return new Command(program, rest, { programs, folder, depth }).classify();
    });
    if (kinds.includes('tests'))
        return 'tests';
    return kinds.includes('unknown') ? 'unknown' : 'known';
}
/** What one command does, given by its words. */
function classifySimple(words, programs = repository/* unknownPrograms */.on) {
    const [program = '', ...rest] = (0,shell_commands/* withoutLeaders */.dl)(words);
    return new Command(program, rest, { programs, folder: '', depth: 0 }).classify();
}
const maxDepth = 4;
/** One command of a shell line: a program with its words. */
class Command {
    #program;
    #rest;
    #at;
    constructor(program, rest, at) {
        this.#program = program;
        this.#rest = rest;
        this.#at = at;
    }
    classify() {
        const name = this.#program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
        if (name === '' || harmlessCommands.has(name))
            return name === 'find' ? this.#classifyFind() : 'known';
        if (name === 'dotnet')
            return this.#classifyDotnet(this.#rest);
        // A tool of .NET is a command of that name as well.
        if (name.startsWith('dotnet-'))
            return this.#classifyDotnet([name.slice('dotnet-'.length), ...this.#rest]);
        if (/^(?:ba|a|da|z)?sh$|^pwsh$|^powershell$/.test(name))
            return this.#classifyShell();
        if (/^mono$/.test(name))
            return this.#classifyAgain(this.#rest.filter((word) => !word.startsWith('-')));
        if (testRunners.test(name))
            return 'tests';
        return this.#classifyProgram(name);
    }
    #classifyFind() {
        const run = this.#rest.findIndex((word) => /^-exec(?:dir)?$/.test(word));
        return run < 0 ? 'known' : this.#classifyAgain(this.#rest.slice(run + 1));
    }
    #classifyShell() {
        const script = this.#rest.findIndex((word) => !word.startsWith('-'));
        const [file = '', ...more] = script < 0 ? [] : this.#rest.slice(script);
        // What a shell reads from its input is what an installer gives it.
        if (file === '')
            return 'known';
        return /\s/.test(file)
            ? this.#classifyText(file)
            : this.#classifyAgain([/\//.test(file) ? file : `./${file}`, ...more]);
    }
    /** A script, an executable, or a tool that leads to another command. */
    #classifyProgram(name) {
        const led = this.#ledTo();
        if (led !== undefined)
            return led;
        if (/^(?:install|restore|update|upgrade|login|--version|--help)$/.test(this.#rest[0] ?? ''))
            return 'known';
        const script = this.#at.programs.scriptOf(external_node_path_.posix.join(this.#at.folder, this.#program));
        const isBuild = buildTools.test(name);
        if (isBuild && this.#rest.some(targetsTests))
            return 'tests';
        if (script !== undefined && this.#at.depth < maxDepth)
            return this.#classifyScript(script);
        if (/\.(?:sh|bash|ps1|cmd|bat)$/i.test(name) || isBuild)
            return namesTests(name) ? 'tests' : 'unknown';
        if (/^python\d?/.test(name))
            return /test|build/i.test(this.#rest.join(' ')) ? 'unknown' : 'known';
        return kindOfProgram(this.#at.programs, this.#program) ?? (namesTests(name) ? 'tests' : 'unknown');
    }
    /** What a script does; one that shows nothing does what its name says. */
    #classifyScript(text) {
        const kind = this.#classifyText(text);
        return kind === 'known' && namesTests(this.#program) ? 'tests' : kind;
    }
    /** What a wrapper starts: `wait-for-it db:5432 -- dotnet test`, `su app -c "dotnet test"`. */
    #ledTo() {
        if (/\bdotnet\s+(?:test|vstest)\b/.test(this.#rest.join(' ')))
            return 'tests';
        const dashes = this.#rest.indexOf('--');
        if (dashes < 0 || buildTools.test(this.#program.replace(/^.*[\\/]/, '')))
            return undefined;
        return this.#classifyAgain(this.#rest.slice(dashes + 1)) === 'tests' ? 'tests' : undefined;
    }
    #classifyDotnet(all) {
        const at = all.findIndex((word) => !word.startsWith('-'));
        // `dotnet "vstest test.dll"`: an exec form that has two words in one.
        const [subcommand = '', ...rest] = at < 0 ? [] : all.slice(at).flatMap((word, index) => (index === 0 ? word.split(/\s+/) : word));
        if (subcommand === 'test' || testRunners.test(subcommand))
            return 'tests';
        if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? ''))
            return this.#classifyTool(rest.slice(1));
        if (subcommand === 'coverage')
            return this.#classifyCoverage(rest);
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
        return (kindOfProgram(this.#at.programs, subcommand === 'exec' || /\.dll$/i.test(subcommand) ? assembly : subcommand) ?? 'unknown');
    }
    #classifyTool(words) {
        const [tool = '', ...rest] = words.filter((word) => word !== '--');
        return this.#classifyDotnet([tool.replace(/^dotnet-/, ''), ...rest]);
    }
    /** `dotnet-coverage collect <command>`. */
    #classifyCoverage(words) {
        const text = words.filter((word) => word !== 'collect').join(' ');
        if (/\bdotnet\s+(?:test|vstest)\b/.test(text))
            return 'tests';
        return words[0] === 'collect'
            ? this.#classifyAgain(text.split(/\s+/).filter((word) => word !== ''))
            : 'known';
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
        const project = joined ?? (option < 0 ? (file ?? '.') : (own[option + 1] ?? '.'));
        if (/\.(?:cs|fsx)$/.test(project))
            return this.#classifyFile(project);
        const kind = kindOfProject(this.#at.programs, external_node_path_.posix.join(this.#at.folder, project));
        return kind === 'unknown' && words.slice(own.length).some(targetsTests) ? 'tests' : kind;
    }
    /** A program of one file: `dotnet run tests.cs`. */
    #classifyFile(path) {
        const text = this.#at.programs.scriptOf(external_node_path_.posix.join(this.#at.folder, path)) ?? '';
        const isTest = /^#:(?:package|sdk)\s+(?:xunit\.v3|TUnit|MSTest|NUnit|Microsoft\.NET\.Test\.Sdk|Expecto)/im.test(text);
        return isTest || namesTests(path) ? 'tests' : 'unknown';
    }
    #classifyText(text) {
        return classifyCommand(text, this.#at.programs, this.#at.folder, this.#at.depth + 1);
    }
    #classifyAgain([program = '', ...rest]) {
        return new _a(program, rest, { ...this.#at, depth: this.#at.depth + 1 }).classify();
    }
}
_a = Command;
/** What a program does by its project, or by its name where there is none; undefined where neither says it. */
function kindOfProgram(programs, program) {
    const kind = programs.kindOf(program);
    if (kind === undefined)
        return undefined;
    return kind === 'tests' ? 'tests' : kind === 'build' ? 'unknown' : 'known';
}
function kindOfProject(programs, project) {
    return kindOfProgram(programs, project) ?? 'unknown';
}
/** An option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
const msbuildTestTarget = /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i;
/** An option that gives a build tool one: `--target=Test`, `-t:UnitTest`. */
const namedTarget = /^--?t(?:arget|ask)?[=:]\S*(?:^|[^a-z]|[a-z](?=T))tests?$/i;
/** The words of a list that is written over several lines. */
function words(text) {
    return new Set(text.split(/\s+/).filter((word) => word !== ''));
}


/***/ }),

/***/ 9953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ contextPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * The file of the build context (relative, with `/`) that a COPY brought to an absolute path in the container. The last
 * COPY that can have brought it wins, if `exists` knows such a file; a guess is never made.
 */
function contextPathOf(trees, containerPath, exists) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(containerPath);
    for (const { copies } of trees) {
        for (const { source, destination } of [...copies].reverse()) {
            const candidate = sourceOf(source, destination, path);
            if (candidate !== undefined && exists(candidate))
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
    if (destination.endsWith('/') && rest === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source))
        return source;
    return source === '' ? rest : `${source}/${rest}`;
}


/***/ }),

/***/ 8869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ runPhase),
/* harmony export */   Q: () => (/* binding */ maxSilenceMs)
/* harmony export */ });
/* harmony import */ var _format_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672);

/** Longer than this nobody is left without a sign of life. */
const maxSilenceMs = 30_000;
/**
 * Does one part of the job and says so in the log when it is done: a line with its time and what came out, and a sign of life every
 * 30 s until then.
 */
async function runPhase(log, title, work, outcomeOf) {
    const startedAt = performance.now();
    const took = () => (0,_format_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(performance.now() - startedAt);
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

/***/ 5282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   m7: () => (/* binding */ readRecordFile),
/* harmony export */   sF: () => (/* binding */ renderRecord)
/* harmony export */ });
/* unused harmony export recordLimitBytes */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** The largest record that is written or read: 4 MiB. */
const recordLimitBytes = 4 * 1024 * 1024;
/** A record as the text of its file. Throws where it is no JSON value or larger than `recordLimitBytes`. */
function renderRecord(record) {
    const text = JSON.stringify(record);
    if (text === undefined)
        throw new TypeError('A record must be a JSON value');
    if (Buffer.byteLength(text) > recordLimitBytes) {
        throw new RangeError(`the record is larger than ${recordLimitBytes} bytes`);
    }
    return text;
}
/** Reads a record's JSON. Throws for anything but a regular file of at most `recordLimitBytes` with JSON in it. */
async function readRecordFile(file) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
    if (!found.isFile())
        throw new Error('it is not a regular file');
    if (found.size > recordLimitBytes)
        throw new Error(`it is larger than ${recordLimitBytes} bytes`);
    return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
}
/** Whether the operating system said no (a full disk, a missing right): trouble of the machine, not a bug. */
function isSystemError(error) {
    // Not `instanceof Error`, as in `messageOf`.
    const { syscall, code } = (error ?? {});
    return typeof syscall === 'string' && typeof code === 'string';
}


/***/ }),

/***/ 6692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eQ: () => (/* binding */ CompilerMessages),
  Xc: () => (/* binding */ describeMessage),
  fF: () => (/* binding */ onceEach),
  Ss: () => (/* binding */ parseCompilerMessage),
  _p: () => (/* binding */ stopsBuild)
});

// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
// `error CS1002: ` or `error : `; the code is never translated. "error run failed" is a test result, no message of a build.
const category = /(?:^|: ?)(error|warning)(?: ([A-Za-z][A-Za-z_-]{0,31}\d{1,7}[A-Za-z]?)| ?)\s?: ?/;
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
    if (code === 'TESTERROR')
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
        message.text = (0,shared_text/* cutText */.I)(message.text.trim(), messageTextLimit);
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
    #append(message, text) {
        if (!message.text.split('\n').includes(text)) {
            message.text = (0,shared_text/* cutText */.I)(message.text === '' ? text : `${message.text}\n${text}`, messageTextLimit);
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


/***/ }),

/***/ 3352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z_: () => (/* binding */ describeTests),
  nE: () => (/* binding */ notRun),
  PP: () => (/* binding */ skippedNames),
  ld: () => (/* binding */ testNames),
  Ml: () => (/* binding */ testedElsewhere)
});

// EXTERNAL MODULE: ./lib/src/docker/build/find-shortage.js
var find_shortage = __webpack_require__(3063);
// EXTERNAL MODULE: ./lib/src/docker/build/run-build.js + 2 modules
var run_build = __webpack_require__(9197);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
// EXTERNAL MODULE: ./lib/src/plan/projects/repository.js
var repository = __webpack_require__(8423);
// EXTERNAL MODULE: ./lib/src/plan/stages/stage-commands.js
var stage_commands = __webpack_require__(3619);
// EXTERNAL MODULE: ./lib/src/testing/failures/explain-failure.js + 17 modules
var explain_failure = __webpack_require__(7576);
// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
// EXTERNAL MODULE: ./lib/src/plan/commands/command-targets.js
var command_targets = __webpack_require__(1533);
// EXTERNAL MODULE: ./lib/src/testing/results/attempts.js
var results_attempts = __webpack_require__(4644);
// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
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
    const series = new Map();
    for (const file of files) {
        const key = `${file.project}\0${file.framework ?? ''}`;
        series.set(key, [...(series.get(key) ?? []), file]);
    }
    return [...series.values()].flatMap((own) => {
        const wholes = own.filter(({ attempt }) => attempt === undefined);
        if (wholes.length > 1 || wholes.length === own.length)
            return own.map(test_results/* withFullNames */._Q);
        const ordered = own
            .filter(({ attempt }) => attempt !== undefined)
            .sort((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0));
        // Beside the attempts that were put aside lies the last one, in some versions with its own tests alone.
        const { run, flaky } = (0,results_attempts/* foldAttempts */.g)([...ordered, ...wholes].map(test_results/* withFullNames */._Q));
        return [{ ...run, flaky }];
    });
}
/** What the log says of a run, with the file that has its results, which is taken out of `left`. */
function joinWithFile(log, left) {
    const own = left.filter((file) => areSame(file, log));
    const file = own.find(({ counts }) => haveSame(counts, log.counts)) ?? own[0];
    if (file === undefined)
        return { ...log, inLog: true, inFile: false };
    left.splice(left.indexOf(file), 1);
    const best = file.incomplete && !log.incomplete ? log : file;
    return {
        ...best,
        errors: [...new Set([...file.errors, ...log.errors])],
        aborted: file.aborted || log.aborted,
        incomplete: best.incomplete,
        ...(log.assembly?.includes('/') === true ? { assembly: log.assembly } : {}),
        ...(file.flaky === undefined && log.flaky !== undefined ? { flaky: log.flaky } : {}),
        inLog: true,
        inFile: true,
    };
}
/** Of a run of the log that has no name what no other run is known to have: failures, or all where nothing else is known. */
function withoutKnown(log, seen) {
    if (seen.every(({ inFile }) => !inFile))
        return [{ ...log, inLog: true, inFile: false }];
    const known = new Set(seen.flatMap(({ results }) => results.filter(isFailed).map(({ name }) => name)));
    const results = log.results.filter((result) => isFailed(result) && !known.has(result.name));
    if (results.length === 0)
        return [];
    return [{ ...log, results, counts: (0,test_results/* countResults */.aD)(results), inLog: true, inFile: false }];
}
function isFailed({ outcome }) {
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
    const { commands, endedWell } = evidence;
    const seen = joinRuns(evidence.files, evidence.logs.flatMap((log) => log.runs));
    const owners = ledger_assign(commands, seen);
    const { runs, flaky, notes } = foldRetries(seen, owners);
    const entries = runs
        .filter((run) => owners.get(run)?.isIdle !== true)
        .map((run) => settleSeen(run, owners.get(run), evidence));
    entries.push(...settleSigns(evidence, runs));
    const warnings = notes;
    if (endedWell) {
        const owned = new Map(commands.map((command) => [command, seen.filter((run) => owners.get(run) === command)]));
        for (const [command, own] of owned) {
            if (command.isIdle)
                continue;
            const entry = settleCommand(command, own, evidence);
            if (entry !== undefined)
                entries.push(entry);
            if (own.length > 0 && own.every(({ counts }) => counts.total === 0))
                warnings.push(`\`${command.text}\` ran no test.`);
            if (entry?.kind === 'no-tests')
                warnings.push(`${entry.what}.`);
        }
        const isCounted = runs.every(({ inFile }) => inFile) && runs.length > 0;
        if (evidence.isClipped && runs.length === 0 && !entries.some(isBad)) {
            const what = `nothing shows what the tests came to: ${clipped}`;
            entries.push({ kind: 'lost', what, testRun: evidence.testRun, hiddenBy: undefined });
        }
        else if (evidence.isClipped && !isCounted && !entries.some(isBad))
            warnings.push(`More tests may have run than were counted: ${clipped}.`);
    }
    return { entries, runs, flaky, warnings };
}
const clipped = 'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)';
/** Which command started which run. Commands that name a project take theirs first, in their order; the rest takes what is left. */
function ledger_assign(commands, seen) {
    const owners = new Map();
    const fitting = (run, targets, word) => targets.some((target) => (0,command_targets/* fits */.l)(target, { project: run.project, assembly: run.assembly ?? '' }) === word);
    const take = (command, is) => {
        const run = seen.find((candidate) => !owners.has(candidate) && is(candidate));
        if (run !== undefined)
            owners.set(run, command);
    };
    const has = (command) => [...owners.values()].includes(command);
    for (const command of commands)
        for (const target of command.targets)
            take(command, (run) => fitting(run, [target], 'yes'));
    for (const command of commands)
        if (command.targets.length === 0)
            take(command, () => true);
    for (const command of commands)
        if (!has(command))
            take(command, (run) => fitting(run, command.targets, 'maybe'));
    for (const run of seen) {
        if (owners.has(run))
            continue;
        const owner = commands.findLast(({ targets }) => fitting(run, targets, 'yes')) ??
            commands.find(({ targets }) => targets.length === 0);
        if (owner !== undefined)
            owners.set(run, owner);
    }
    return owners;
}
/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
function foldRetries(seen, owners) {
    const series = new Map();
    for (const [index, run] of seen.entries()) {
        const retry = owners.get(run)?.retry;
        const key = retry === undefined || run.project === ''
            ? String(index)
            : `${retry} ${run.project} ${run.framework ?? ''}`;
        series.set(key, [...(series.get(key) ?? []), run]);
    }
    const runs = [];
    const flaky = [];
    const notes = [];
    for (const attempts of series.values()) {
        const last = attempts.at(-1);
        if (last === undefined)
            continue;
        // What the platform itself retried is told whole by its files.
        const whole = attempts.find((run) => run.flaky !== undefined && run.inFile) ??
            (attempts.length === 1 ? last : undefined);
        const folded = whole === undefined ? (0,results_attempts/* foldAttempts */.g)(attempts) : { run: whole, flaky: [] };
        const run = { ...last, ...folded.run, inLog: last.inLog, inFile: last.inFile };
        runs.push(run);
        const owner = owners.get(last);
        if (owner !== undefined)
            owners.set(run, owner);
        const own = [
            ...new Map([...(run.flaky ?? []), ...folded.flaky].map((test) => [test.name, test])).values(),
        ];
        flaky.push(...own);
        if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
            notes.push(`The tests of ${nameOf(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`);
    }
    return { runs, flaky, notes };
}
function isTroubled({ counts, errors, aborted, incomplete }) {
    return counts.failed > 0 || errors.length > 0 || aborted || incomplete;
}
/** The tests that ran when a run was stopped. */
function hangingTests(logs) {
    const names = logs.flatMap(({ signs }) => signs.hangingTests);
    return names.length === 0 ? '' : `; running then: ${names.slice(0, 3).join(', ')}`;
}
function settleSeen(run, owner, { testRun, logs }) {
    const { counts, errors, assembly = '' } = run;
    const entry = (kind, what) => ({
        kind,
        what,
        testRun,
        hiddenBy: owner?.hiddenBy,
    });
    const name = nameOf(run);
    // The type of an exception alone says less than whatever else there is.
    const telling = errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ?? errors[0];
    if (run.aborted)
        return entry('stopped', `the test run of ${name} was stopped: ${telling ?? 'it was aborted'}${hangingTests(logs)}`);
    if (run.incomplete) {
        if (run.inFile)
            return entry('lost', `the results of ${name} are not whole: ${telling ?? 'their file was cut'}`);
        const by = owner === undefined ? '' : ` (\`${owner.text}\`)`;
        const refused = logs
            .flatMap(({ signs }) => signs.notStarted)
            .find((words) => assembly.includes('/') && words.includes(assembly));
        if (refused !== undefined)
            return entry('never-started', `the test run of ${name} never started${by}: ${refused.replace(/\.$/, '')}`);
        return entry('stopped', `the test run of ${name} began and did not come to its end${by}`);
    }
    if (counts.failed === 0 && errors.length > 0)
        return entry('failed', `the test run of ${name} failed, although no test did: ${errors.slice(0, 3).join('\n')}`);
    if (counts.total === 0)
        return entry('no-tests', `${name} had no test to run`);
    return entry('finished', `${name} finished`);
}
/** What the log says of a run that it does not name. */
function settleSigns({ logs, testRun, commands }, runs) {
    const hiddenBy = commands.find((command) => command.hiddenBy !== undefined)?.hiddenBy;
    const isTold = runs.some(({ aborted }) => aborted);
    return logs
        .filter(({ signs }) => signs.aborted && !isTold)
        .map(({ signs }) => {
        const [telling = 'the test run was aborted'] = signs.errors;
        return { kind: 'stopped', what: `${telling}${hangingTests(logs)}`, testRun, hiddenBy };
    });
}
/** Settles a command that has ended, as far as its runs don't do that. */
function settleCommand(command, own, { logs, testRun, isClipped }) {
    const { hiddenBy, targets, text } = command;
    const entry = (kind, what) => ({ kind, what, testRun, hiddenBy });
    const refused = logs.flatMap(({ signs }) => signs.notStarted).find((words) => isAbout(words, command));
    if (refused !== undefined && (hiddenBy !== undefined || own.length === 0))
        return entry('never-started', `\`${text}\` never started: ${refused.replace(/\.$/, '')}`);
    const missing = targets.filter((target) => !own.some((run) => (0,command_targets/* fits */.l)(target, { project: run.project, assembly: run.assembly ?? '' }) !== 'no'));
    if (hiddenBy === undefined) {
        if (own.length > 0 || command.isConditional || !command.isSure)
            return undefined;
        const what = `\`${text}\` ended well, but nothing shows that it ran a test`;
        return entry(command.isProgram ? 'silent' : 'no-tests', what);
    }
    if (command.isConditional || !command.isSure)
        return undefined;
    if (own.length === 0 || missing.length > 0) {
        const which = missing.length > 0 && targets.length > 1 ? ` of ${missing.join(', ')}` : '';
        return entry('lost', `\`${text}\` left no result${which}: it never started, was stopped, or its results are lost`);
    }
    const areKnown = targets.length > 0 && own.every(({ inFile }) => inFile);
    if (isClipped && !areKnown)
        return entry('lost', `the results of \`${text}\` are not whole: ${clipped}`);
    if (targets.length === 0 && own.every(({ inLog }) => !inLog))
        return entry('lost', `nothing shows all that \`${text}\` ran: its output is not in the log, and one project may hide another`);
    return undefined;
}
/** Whether words such as `/bin/sh: 1: run-tests: not found` are about a command. */
function isAbout(words, { text }) {
    const said = words.toLowerCase();
    return text
        .toLowerCase()
        .split(' ')
        .filter((word) => !/^(?:-.*|\w+=.*|dotnet|test|vstest|run|exec|timeout|env|bash|sh|\d+[smh]?)$/.test(word))
        .map((word) => word.replace(/["']/g, '').replace(/^.*\/(?=[^/]{2})/, ''))
        .some((word) => word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${ledger_escape(word)}(?:['"’:,.\\s]|$)`).test(said));
}
function ledger_escape(word) {
    return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
/** How people call a run: its project, with its framework where that is known. */
function nameOf({ project, framework }) {
    if (project === '')
        return 'a project';
    return framework === undefined ? project : `${project} (${framework})`;
}

;// CONCATENATED MODULE: ./lib/src/testing/verdict/decide-verdict.js


/** Decides from the evidence: a failed result outranks any exit code, and green needs that every run is settled as finished. */
function decideVerdict(evidence) {
    const { build, counts, readsResults, hiddenErrors } = evidence;
    const bad = evidence.ledger.find(isBad);
    if (counts.failed > 0)
        return hiding(evidence, { result: 'failed', reason: describeFailures(evidence) });
    if (build.kind === 'timed-out') {
        return {
            result: 'error',
            reason: `the tests did not end in time${bad === undefined ? '' : `: ${bad.what}`}`,
        };
    }
    if (build.kind === 'failed')
        return decideFailedBuild(evidence, build, bad);
    if (!readsResults)
        return { result: 'unknown', reason: 'the test command ended with 0, and its results were not read' };
    if (hiddenErrors.length > 0) {
        return hiding(evidence, { result: 'error', reason: describeCompilerErrors(hiddenErrors) });
    }
    if (bad !== undefined) {
        return hiding({ ...evidence, swallowedBy: bad.hiddenBy ?? evidence.swallowedBy }, { result: 'error', reason: bad.what });
    }
    return decideGreenBuild(evidence);
}
function decideGreenBuild({ testRuns, cachedRuns, counts, obstacle, ledger, testsAtStart, }) {
    const none = (reason) => ({ result: 'no-tests', reason });
    if (testRuns > 0 && cachedRuns === testRuns) {
        const reason = 'nothing that the tests depend on has changed since they last passed';
        return { result: 'passed', reason, isCached: true };
    }
    if (counts.total === 0 && testRuns === 0)
        return none(describeNoRun(testsAtStart));
    if (counts.total === 0 && obstacle !== undefined) {
        const reason = `the test command ended well, but its results could not be brought out of the builder: ${obstacle}`;
        return { result: 'error', reason };
    }
    if (counts.total === 0)
        return none('the test command ended well, but no test ran');
    if (counts.passed === 0)
        return none(describeSkipped(counts));
    const silent = ledger.find(({ kind }) => kind === 'silent');
    if (silent !== undefined)
        return { result: 'error', reason: `${silent.what}: it may have ended before its summary` };
    const idle = ledger.filter(({ kind }) => kind === 'no-tests').map(({ what }) => `; ${what}`);
    return { result: 'passed', reason: `the tests ran and passed${[...new Set(idle)].slice(0, 3).join('')}` };
}
function decideFailedBuild({ foundNone, counts, failure }, { inTests, exitCode }, bad) {
    const error = (reason) => ({ result: 'error', reason });
    const [what = ''] = failure?.message.split('\n') ?? [];
    if (failure?.isKnown === true)
        return error(`${failure.title ?? ''}: ${what.replace(/\.$/, '')}`);
    const isKilled = inTests && exitCode === 137;
    if (bad !== undefined)
        return error(isKilled ? `${bad.what} (exit code 137, most likely because memory ran out)` : bad.what);
    if (!inTests)
        return error(what);
    // Microsoft.Testing.Platform fails where VSTest is content.
    if (foundNone && counts.total === 0)
        return { result: 'no-tests', reason: 'the test command found no test to run' };
    if (foundNone && counts.passed === 0)
        return { result: 'no-tests', reason: describeSkipped(counts) };
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
    const killed = isKilled ? '; it was killed, most likely because memory ran out' : '';
    const hint = foundNone ? '; one of the projects had no test to run' : killed;
    return error(`the test command failed${code} and named no failed test${hint}`);
}
function describeCompilerErrors(errors) {
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return first === undefined ? '' : `${(0,compiler_messages/* describeMessage */.Xc)(first)}${more}`;
}
function describeFailures({ counts, failedNames }) {
    const shown = failedNames.slice(0, 3).join(', ');
    const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : '';
    return `${counts.failed} of ${counts.total} tests failed${shown === '' ? '' : `: ${shown}${more}`}`;
}
function hiding({ build, swallowedBy }, decision) {
    if (build.kind !== 'built')
        return decision;
    const culprit = swallowedBy === undefined ? 'the command that tests' : `"${swallowedBy}" in the command`;
    return { ...decision, hiddenBy: `${culprit} hides it from the build` };
}
function describeSkipped({ skipped }) {
    return `${skipped === 1 ? 'the only test was' : `all ${skipped} tests were`} skipped`;
}
function describeNoRun(testsAtStart) {
    return testsAtStart === undefined
        ? 'the stage has no RUN that tests'
        : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/docker/build/build-error.js
var build_error = __webpack_require__(2487);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js + 1 modules
var test_command = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/src/plan/commands/test-commands.js + 1 modules
var test_commands = __webpack_require__(4770);
// EXTERNAL MODULE: ./lib/src/testing/log/read-log.js + 11 modules
var read_log = __webpack_require__(2820);
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
            const testRun = (0,run_mounts/* testRunNumber */.Bp)(step);
            const isTest = !isMarked || testRun !== undefined;
            const isClipped = lines.some((line) => /^\[output clipped, log limit \S+ reached\]$/.test(line.trim()));
            return { testRun, isTest, isClipped, found: (0,read_log/* readConsoleLog */.y)(lines) };
        });
    });
}
/** What is known of each testing RUN, and of steps that are none of the file but may test. */
function gatherRuns({ testRuns, dockerfile }, builds, logs, files) {
    const hasCertain = testRuns.some((run) => run.isCertain);
    return [...testRuns, undefined].map((run, index) => {
        const testRun = run && index;
        const own = logs.filter((log) => log.isTest && log.testRun === testRun);
        const steps = builds
            .flatMap((build) => build.steps)
            .filter((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) === testRun && step.outcome !== 'cached');
        const isWanted = run !== undefined && steps.length > 0 && (run.isCertain || !hasCertain);
        return {
            testRun,
            commands: isWanted
                ? (0,test_commands/* findTestCommands */.c5)((0,test_command/* commandOf */.Nl)(run.instruction), (0,test_commands/* shellOf */.of)(dockerfile, run.owner, run.instruction))
                : [],
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
    const found = usesBuilt ? errors.filter(compiler_messages/* stopsBuild */._p) : [];
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
    const inTests = failed.steps.some((step) => step.outcome === 'failed' && (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined);
    return { kind: 'failed', inTests, exitCode: (0,build_error/* parseBuildError */.g)(failed.text).exitCode };
}
/** The testing RUN to look at (the one that failed, else `culprit`), or the line where the build failed, on the team's lines. */
function findPlace(file, { testRuns, origins }, builds, culprit) {
    const { line } = (0,build_error/* parseBuildError */.g)(findFailed(builds)?.text ?? []);
    const failed = testRuns.find(({ instruction }) => line !== undefined && instruction.firstLine <= line && line <= instruction.lastLine);
    const run = failed ?? (line === undefined ? (culprit ?? testRuns[0]) : undefined);
    if (run === undefined)
        return line === undefined ? undefined : { file, line: origins.get(line) ?? line, command: '' };
    const first = run.instruction.firstLine;
    const command = `RUN ${(0,test_command/* commandOf */.Nl)(run.instruction)}`.replace(/\s+/g, ' ');
    return { file, line: origins.get(first) ?? first, command };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/workspace-path.js
var workspace_path = __webpack_require__(9953);
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
        const found = (0,workspace_path/* contextPathOf */.c)(trees, containerPath, exists);
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

// EXTERNAL MODULE: ./lib/src/testing/coverage/merge-coverage.js
var merge_coverage = __webpack_require__(1947);
// EXTERNAL MODULE: ./lib/src/testing/test-steps.js
var test_steps = __webpack_require__(1299);
;// CONCATENATED MODULE: ./lib/src/testing/describe-tests.js














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
        counts: test_results/* noCounts */.Yi,
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
        shortage: undefined,
    };
}
/** Says from the builds' progress and the collected files what the tests came to. */
function describeTests(settings, plan, builds, collected) {
    const { dockerfile, instrumented } = plan;
    const { testRuns, targets } = instrumented;
    const steps = builds.flatMap((build) => build.steps);
    const logs = settings.testResults === 'off' ? [] : readLogs(builds, testRuns.length > 0);
    const ofTests = logs.filter((one) => one.isTest);
    const gathered = gatherRuns(instrumented, builds, logs, collected.runs);
    const settled = gathered.map(settle);
    const runs = settled.flatMap((one) => one.runs).map(test_results/* withFullNames */._Q);
    const ledger = settled.flatMap((one) => one.entries);
    const counts = runs.map((run) => run.counts).reduce(test_results/* addCounts */.c5, test_results/* noCounts */.Yi);
    const locate = sourceLocator(settings, plan);
    const locateMessages = (found) => (0,compiler_messages/* onceEach */.fF)(found
        .flatMap((log) => log.found.compilerMessages)
        .map((message) => ({
        ...message,
        place: message.file === undefined ? undefined : locate(message.file, message.line),
    })));
    const compilerMessages = locateMessages(logs);
    const earlier = sortEarlierErrors(locateMessages(logs.filter((one) => !one.isTest)), gathered, runs);
    const failures = findFailures(runs, locate);
    const testSteps = (0,test_steps/* findTestSteps */.NI)(steps, instrumented);
    const isCached = (own) => own.length > 0 && own.every((step) => step.outcome === 'cached');
    const culprit = findCulprit(settled, ofTests);
    const failed = findFailed(builds);
    const hiddenErrors = [...locateMessages(ofTests).filter(compiler_messages/* stopsBuild */._p), ...earlier.ofTested];
    const failure = findFailure(plan, builds, hiddenErrors.length > 0 ? culprit : undefined);
    const evidence = {
        build: describeBuild(failed),
        readsResults: settings.testResults !== 'off',
        testRuns: testSteps.length,
        cachedRuns: testSteps.filter(isCached).length,
        counts,
        failedNames: failures.map((failure) => failure.name),
        ledger,
        foundNone: ofTests.some((log) => log.found.signs.noTests),
        obstacle: collected.obstacle,
        failure,
        hiddenErrors,
        swallowedBy: gathered[culprit ?? -1]?.commands.find((command) => command.hiddenBy !== undefined)
            ?.hiddenBy,
        testsAtStart: dockerfile.stages
            .flatMap((stage) => (0,stage_commands/* testingInstructions */.S5)(dockerfile, stage, repository/* unknownPrograms */.on))
            .find((one) => one.keyword !== 'RUN')?.keyword,
    };
    const projects = runs.map((run) => run.project);
    const { coverage } = collected;
    const decision = decideVerdict(evidence);
    const ofRuns = decision.result === 'passed' ? settled.flatMap((one) => one.warnings) : [];
    if (settings.coverage && coverage.length === 0 && decision.result === 'passed' && !decision.isCached)
        ofRuns.push(noCoverage);
    const ofOthers = earlier.ofOthers.slice(0, 1).map(describeEarlier);
    return {
        ...decision,
        stages: targets.map((target) => target.label),
        place: findPlace(dockerfile.shown, instrumented, builds, testRuns[culprit ?? -1]),
        source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
        runs: runs.map(forReport),
        counts,
        failure,
        failures,
        flaky: settled.flatMap((one) => one.flaky),
        coverage: coverage.length === 0 ? undefined : inCheckout((0,merge_coverage/* mergeCoverage */.PV)(coverage, projects), locate),
        compilerMessages,
        steps: steps.map((step) => ({ ...step, name: (0,run_mounts/* withoutMarks */.zw)(step.name) })),
        durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
        warnings: [...(0,run_build/* cacheWarnings */.I)(builds), ...collected.warnings, ...ofRuns, ...ofOthers],
        hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
        reachedTests: (0,test_steps/* reachedTests */.i3)(steps, testSteps.flat()),
        shortage: (failed && (0,find_shortage/* findShortage */.J)(failed)) ?? collected.shortage,
    };
}
/** What made the build fail; or in a green one, what the output of the RUN says in which something failed. */
function findFailure(plan, builds, culprit) {
    const { dockerfile, origins, testRuns } = plan.instrumented;
    const sources = { ...plan, dockerfile, origins };
    const failed = findFailed(builds);
    if (failed !== undefined)
        return failed.outcome === 'failed' ? (0,explain_failure/* explainFailure */.S)(failed, sources) : undefined;
    const run = testRuns[culprit ?? -1];
    if (run === undefined)
        return undefined;
    const output = builds.flatMap((build) => build.output).filter(({ step }) => (0,run_mounts/* testRunNumber */.Bp)(step) === culprit);
    return (0,explain_failure/* explainHidden */.s)(output.map(({ text }) => text), sources, run.instruction);
}
/** The number of the testing RUN in which something went wrong, whatever its exit code says: the first of them, when any did. */
function findCulprit(settled, logs) {
    const numbers = settled.flatMap(({ runs, entries }, number) => entries.some(isBad) || runs.some((run) => run.counts.failed > 0) ? [number] : []);
    const broken = logs.filter(({ found }) => found.compilerMessages.some(compiler_messages/* stopsBuild */._p));
    numbers.push(...broken.flatMap(({ testRun }) => testRun ?? []));
    return numbers.length === 0 ? undefined : Math.min(...numbers);
}
const noCoverage = 'No coverage was collected: the test projects need the package coverlet.collector, or a result file of Cobertura or OpenCover.';
function describeEarlier(error) {
    return `An earlier step hides that something beside the tested projects did not compile: ${(0,compiler_messages/* describeMessage */.Xc)(error)}`;
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
/** Coverage with the paths of the checkout where these are known. */
function inCheckout({ total, files }, locate) {
    return {
        total,
        files: files.map((file) => ({ ...file, path: locate(file.path, undefined)?.file ?? file.path })),
    };
}


/***/ }),

/***/ 7576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ explainFailure),
  s: () => (/* binding */ explainHidden)
});

// EXTERNAL MODULE: ./lib/src/docker/build/build-error.js
var build_error = __webpack_require__(2487);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
;// CONCATENATED MODULE: ./lib/src/docker/build/last-words.js

/** The step of a build that failed; one that was stopped since another failed is none. */
function findFailedStep({ steps, }) {
    return steps.find((step) => step.outcome === 'failed');
}
/** What the command of the step that failed printed, as plain text: BuildKit's own message only has its exit code. */
function readLastOutput({ steps, output }) {
    const failed = findFailedStep({ steps });
    if (failed === undefined)
        return [];
    return output
        .filter(({ stage, step }) => stage === failed.stage && step.endsWith(failed.name))
        .map(({ text }) => (0,clean_text/* plainText */.wh)(text).trimEnd());
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/inputs/paths.js
var inputs_paths = __webpack_require__(8894);
;// CONCATENATED MODULE: ./lib/src/shared/read-text.js

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

;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/missing-file.js




/** BuildKit's words for a COPY or ADD whose file is not there (solver/llbsolver, cache/contenthash: checksum of a ref). */
const missing = /failed to calculate checksum of ref [^:]+(?:::[^:]+)?: "([^"]+)": not found/;
/**
 * Says in words which file a COPY or ADD takes that is not there, and what most likely keeps it out: an ignore file, another letter
 * case, a context that begins too deep. Undefined for any other error.
 */
function explainMissingFile({ message, line }, sources) {
    const path = missing.exec(message)?.[1]?.replace(/^\/+/, '');
    if (path === undefined)
        return undefined;
    const instruction = findInstruction(sources.dockerfile, line);
    const from = instruction?.flags.find(({ name }) => name === 'from')?.value;
    if (from !== undefined)
        return `/${path} is not there in ${from}, where COPY --from takes it.`;
    const { context, workspace } = sources.paths;
    return `${path} is not in the build context, ${nameFolder((0,inputs_paths/* shownPath */.pS)(context, workspace))}: ${explainAbsence(path, sources) ?? 'there is no such file.'}`;
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
        return `line ${rule.line} of ${ignoreFile?.name ?? ''}, "${rule.pattern}", keeps it out.`;
    if (path.startsWith('../'))
        return describeOutside(path, paths);
    const submodule = findSubmodule(path, paths);
    if (submodule !== undefined)
        return submodule;
    const other = findOtherCase(context, path);
    if (other !== undefined)
        return `what is there is ${other}, and upper and lower case differ on Linux.`;
    const outer = findOuterFolder(path, paths);
    if (outer !== undefined) {
        const folder = (0,inputs_paths/* shownPath */.pS)(outer, paths.workspace);
        return `it is there from ${nameFolder(folder)} on. Set context: ${folder}, and file: ${paths.fileShown}.`;
    }
    return undefined;
}
/** A file beside or above the context, which no COPY can reach. */
function describeOutside(path, { context, workspace, fileShown }) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path)))
        return undefined;
    const folder = (0,inputs_paths/* shownPath */.pS)((0,external_node_path_.join)(context, /^(?:\.\.\/)+/.exec(path)?.[0] ?? ''), workspace);
    return `it is outside of the build context. Set context: ${folder}, and file: ${fileShown}, and let COPY begin there.`;
}
/** The submodule of .gitmodules that a path which isn't there lies in. */
function findSubmodule(path, { context, workspace }) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path)))
        return undefined;
    const wanted = (0,inputs_paths/* shownPath */.pS)((0,external_node_path_.join)(context, path), workspace);
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
// EXTERNAL MODULE: ./lib/src/testing/log/read-log.js + 11 modules
var read_log = __webpack_require__(2820);
;// CONCATENATED MODULE: ./lib/src/testing/failures/failure.js
/** Most lines of one kind in a message. */
const maxLines = 10;
/** Each line once, the first ten of them, and how many more there are. */
function listLines(lines, total = new Set(lines).size) {
    const shown = [...new Set(lines)].slice(0, maxLines);
    return total > shown.length ? [...shown, `… and ${total - shown.length} more`] : shown;
}
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
    const stage = findMeantStage(build);
    const where = error.line === undefined ? '' : `${lineOf(build, error.line)}: `;
    if (stage !== undefined)
        return {
            title: 'No stage has that name',
            message: `${where}no stage above is called ${image}, so it was taken for an image. Is it ${stage}?`,
        };
    const said = `${where}${image}: ${why}`;
    const line = sources.dockerfile.text.split('\n')[(error.line ?? 0) - 1];
    if (line?.startsWith('#') === true)
        return {
            title: 'The Dockerfile frontend could not be pulled',
            message: `${said}\nIt is the image of the line # syntax=. Without that line the builder takes its own.`,
        };
    return explain(said, why);
}
function explain(said, why) {
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
    const isRefused = /\b40[13]\b|unauthorized|authorization|denied|authentication/i.test(why);
    const wayOut = isRefused
        ? 'Is the name right? Else log in to its registry before this step (docker/login-action), with an account that may read it. Runs of forks have no secrets.'
        : 'Is the name right, and can the builder reach its registry?';
    return { title: 'A base image could not be pulled', message: `${said}\n${wayOut}` };
}
/** The stage that BuildKit takes for the one that was meant. */
function findMeantStage({ sources, error }) {
    const meant = /\(did you mean (\S+?)\?\)/.exec(error.message)?.[1];
    return sources.dockerfile.stages.find(({ name }) => name !== undefined && name === meant)?.name;
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js + 1 modules
var test_command = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/dockerignore.js
var dockerignore = __webpack_require__(6737);
;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/mounts.js
/** The mounts of a RUN that are of one type; one without a type is a bind mount. */
function mountsOf({ flags }, type) {
    return flags
        .filter(({ name }) => name === 'mount')
        .map(({ value }) => new Map(value.split(',').map(splitOption)))
        .filter((options) => (options.get('type') ?? 'bind') === type);
}
function splitOption(option) {
    const at = option.indexOf('=');
    return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
}
/** The id of a secret mount, as BuildKit takes it: its own, else the name of the file that it becomes. */
function secretIdOf(options) {
    return options.get('id') ?? secretFileOf(options)?.split('/').at(-1);
}
/** Where the team wants the file of a secret; undefined where it says nothing. */
function secretFileOf(options) {
    return options.get('target') ?? options.get('dst') ?? options.get('destination');
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
// EXTERNAL MODULE: ./lib/src/plan/workspace-path.js
var workspace_path = __webpack_require__(9953);
;// CONCATENATED MODULE: ./lib/src/testing/failures/stage-files.js











const dotnetCommand = /\bdotnet\s+(?:restore|build|publish|test|run|pack|msbuild)\b|\bmsbuild\b/i;
/** The first command of dotnet that needs the project files: mostly the restore; else the instruction that failed. */
function findFirstDotnetRun({ sources, stage, instruction }) {
    const all = (0,stage_graph/* chainOf */.dR)(sources.dockerfile, stage)
        .reverse()
        .flatMap(({ instructions }) => instructions);
    const until = all.slice(0, all.indexOf(instruction) + 1);
    return until.find((one) => one.keyword === 'RUN' && dotnetCommand.test((0,test_command/* commandOf */.Nl)(one))) ?? instruction;
}
/** Whether a COPY or a bind mount brings a file of the context into the stage before an instruction, or is meant to. */
function isBrought(path, { sources, stage }, before) {
    const { patterns } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, before);
    return patterns.some(({ brings }) => brings(path)) || isMounted(path, before);
}
function isMounted(path, instruction) {
    return mountsOf(instruction, 'bind').some((options) => !options.has('from') && (0,dockerignore/* toMatcher */.WV)(options.get('source') ?? options.get('src') ?? '').test(path));
}
/**
 * The file of the build context (relative, with `/`) that stands, or would stand, at an absolute path in the container: by the COPY
 * instructions where these tell, else the longest end of the path that is there. Leads out of the context with `..`.
 */
function findInContext(containerPath, { sources, stage, instruction }) {
    const { context } = sources.paths;
    const exists = (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, path));
    const tree = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage);
    const path = external_node_path_.posix.normalize(containerPath);
    const known = (0,workspace_path/* contextPathOf */.c)([tree], path, exists);
    if (known !== undefined)
        return known;
    const roots = [...rootsOf(tree), (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, instruction).workdir];
    const relatives = roots.map((root) => external_node_path_.posix.relative(root, path));
    const parts = path.split('/').filter((part) => part !== '');
    const ends = parts.map((_, index) => parts.slice(index).join('/'));
    return [...relatives, ...ends].find(exists) ?? relatives[0] ?? path;
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
/** Says what a stage lacks of the build context at an absolute path in the container; undefined when it should be there. */
function explainMissing(containerPath, place) {
    const { sources } = place;
    const path = findInContext(containerPath, place);
    const absence = explainAbsence(path, sources);
    if (absence !== undefined)
        return { kind: 'kept-out', path, words: absence };
    const full = (0,external_node_path_.join)(sources.paths.context, path);
    if (!(0,external_node_fs_.existsSync)(full))
        return undefined;
    const above = findFirstDotnetRun(place);
    if (isBrought(path, place, above)) {
        const there = (0,copied_paths/* containerPathOf */.u)((0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, place.stage, place.instruction), path);
        if (there === undefined || there === external_node_path_.posix.normalize(containerPath))
            return undefined;
        return {
            kind: 'elsewhere',
            path,
            words: `COPY puts it at ${there}, and it is looked for at ${containerPath}.`,
        };
    }
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, place.stage, above);
    const isFolder = (0,external_node_fs_.statSync)(full).isDirectory();
    const target = isFolder ? containerPath : external_node_path_.posix.dirname(containerPath);
    const inside = external_node_path_.posix.relative(workdir, target);
    const to = inside === '' ? './' : `${inside.startsWith('..') ? target : inside}/`;
    const from = isFolder ? `${path}/` : sourceOf(path, place);
    return { kind: 'not-copied', path, copy: `COPY ${from} ${to}`, above };
}
/** What a COPY takes: the file, as the team's other lines write it, or the whole folder of a project that no later line brings. */
function sourceOf(path, place) {
    const { dir, ext, base } = external_node_path_.posix.parse(path);
    if (!ext.endsWith('proj'))
        return path;
    const { dockerfile } = place.sources;
    const patterns = dockerfile.stages.flatMap((stage) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).patterns);
    if (dir !== '' && !patterns.some(({ brings }) => brings(path)))
        return `${dir}/`;
    const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(dockerfile.text);
    return external_node_path_.posix.join(dir, usesPatterns ? `*${ext}` : base);
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
/** Where the root of the build context stands in the container, as far as a file that is known at both places tells. */
function containerPathIn(place, path) {
    const tree = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage);
    const known = (0,copied_paths/* containerPathOf */.u)(tree, path);
    return known ?? external_node_path_.posix.join(rootsOf(tree)[0] ?? tree.workdir, path);
}
/** The files that a stage lacks in words: what keeps each out, then what to add, by the line that it belongs above. */
function describeMissing(missing, place) {
    const kept = missing.flatMap((file) => file.kind === 'not-copied' ? [] : [`${file.path} is not where the build looks for it: ${file.words}`]);
    const copies = missing.flatMap((file) => (file.kind === 'not-copied' ? [file] : []));
    const [first] = copies;
    if (first === undefined)
        return [...new Set(kept)];
    const { above } = first;
    const command = `RUN ${(0,test_command/* commandOf */.Nl)(above)}`.replace(/\s+/g, ' ').slice(0, 80);
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

;// CONCATENATED MODULE: ./lib/src/testing/failures/missing-projects.js







/** What MSBuild, NuGet and the compilers say of a file that is not there, by code. */
const missingFile = [
    [/^MSB(?:3202|4025|4019|4020|3030)$/, /["'“«]([^"'”»]+)["'”»]/],
    [/^MSB9008$/, /\S*[\\/]?[^\s"']+\.\w*proj/],
    [/^CS(?:2001|1504)$/, /['"“«]([^'"”»]+)['"”»]/],
    [/^CS7027$/, /['"“«]([^'"”»]+\.[sp]\w{2})['"”»]/],
    [/^CS1566$/, /['"“«](\/[^'"”»]+)['"”»]/],
    [/^BC(?:2001|30002)$/, /['"“«]([^'"”»]+\.vb)['"”»]/],
    [/^FS(?:0225|0084)$/, /['"“«]([^'"”»]+)['"”»]/],
    [/^NU1301$/, /local source '([^']+)'/],
];
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
    const paths = withReferences(findMissingPaths(build, place), place);
    const missing = paths.flatMap((path) => explainMissing(path, place) ?? []);
    if (missing.length === 0)
        return undefined;
    return { title: titleOf(missing, place), message: describeMissing(missing, place).join('\n') };
}
/** The projects, then those that they refer to: NuGet names only the first that it does not find. */
function withReferences(paths, place) {
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
function titleOf(missing, place) {
    const kinds = new Set(missing.map(({ kind }) => kind));
    if (!missing.some(({ path }) => /(?:proj|\.slnx?|\.slnf)$/.test(path)))
        return kinds.has('not-copied')
            ? 'A file was not copied into the stage'
            : 'A file is kept out of the build';
    if (kinds.has('kept-out'))
        return 'A project is kept out of the build';
    if (kinds.has('elsewhere'))
        return 'A project is elsewhere in the stage';
    const isRestore = /\brestore\b/.test((0,test_command/* commandOf */.Nl)(findFirstDotnetRun(place)));
    return isRestore ? 'A project was not copied before the restore' : 'A project was not copied into the stage';
}
function findSkipped({ allLines }) {
    return allLines.flatMap((line) => skippedProject.exec(line)?.[1] ?? []);
}
function findMissingPaths(build, place) {
    const workdir = findFolder(place);
    // The project that has no assets file may be one that the restore never saw.
    const unrestored = errorsOf(build).flatMap(({ code, project }) => code === 'NETSDK1004' && project !== undefined ? [project] : []);
    // What a restore passed over and a later COPY brought does no harm, where a later command restores it.
    const isHarmless = (path) => unrestored.length === 0 &&
        explainMissing(path, place)?.kind !== 'kept-out' &&
        isBrought(findInContext(path, place), place, place.instruction);
    const skipped = errorsOf(build).length === 0 ? [] : findSkipped(build).filter((path) => !isHarmless(path));
    const given = build.lines.flatMap((line) => {
        const [, option, path = option] = givenProject.exec(line.trim()) ?? [];
        return path === undefined || path.startsWith('-') ? [] : [external_node_path_.posix.resolve(workdir, path)];
    });
    const solutions = errorsOf(build).some(({ code }) => code === 'MSB1003')
        ? findSolutions(place, workdir)
        : [];
    const named = build.messages.flatMap((message) => pathIn(message, workdir) ?? []);
    return [...new Set([...skipped, ...named, ...given, ...solutions, ...unrestored])];
}
/** Where the command runs: a `cd` in front of it counts. */
function findFolder({ sources, stage, instruction }) {
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(sources.dockerfile, stage, instruction);
    const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec((0,test_command/* commandOf */.Nl)(instruction)) ?? [];
    return folder === undefined ? workdir : external_node_path_.posix.resolve(workdir, folder);
}
/** The solution, else the project, of the folder of the checkout that the command runs in, where it looks for one. */
function findSolutions(place, workdir) {
    const folder = (0,external_node_path_.join)(place.sources.paths.context, findInContext(`${workdir}/`, place));
    const names = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    const [name] = [/\.slnx?$/, /\.\w+proj$/].flatMap((kind) => names.filter((one) => kind.test(one)));
    return name === undefined ? [] : [external_node_path_.posix.join(workdir, name)];
}
function pathIn({ code, text, project }, workdir) {
    const pattern = missingFile.find(([codes]) => codes.test(code))?.[1];
    const found = pattern?.exec(text);
    const path = (found?.[1] ?? found?.[0])?.replaceAll('\\', '/');
    return path && external_node_path_.posix.resolve(project === undefined ? workdir : external_node_path_.posix.dirname(project), path);
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
 * the stage lacks, as lines of a message.
 */
function describeMissingCompanions({ place, messages }) {
    if (place === undefined)
        return [];
    const missing = messages.flatMap(({ code, severity, file, project = file }) => {
        const names = companions.find(([codes]) => severity === 'error' && codes.test(code))?.[1] ?? [];
        const projectFile = [file, project].find((path) => path !== undefined && /\.\w+proj$/.test(path));
        if (projectFile === undefined)
            return [];
        const groups = names[0] === 'nuget.config' ? [names] : names.map((name) => [name]);
        return groups.flatMap((group) => {
            const path = findAbove(group, projectFile, place);
            return path === undefined ? [] : (explainMissing(path, place) ?? []);
        });
    });
    return describeMissing(missing, place);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/tools.js
/** Most lines that are shown of what a tool printed, and most characters of each. */
const tools_maxLines = 10;
const maxCharacters = 500;
/** Where npm begins to explain its command: nothing below it is of the cause. */
const usage = /^npm (?:error|ERR!)\s+(?:Usage:|Clean install a project)/;
/** How a tool marks the lines of its errors, and what of these says nothing of the cause. */
const tools = [
    {
        marks: /^npm (?:error|ERR!)/,
        noise: /^npm (?:error|ERR!)(?:\s*$|.*A complete log of this run|\s+(?:errno|path|cwd)\b)/,
    },
    {
        marks: /^(?:.*➤ )?YN\d{4}:.*|^error (?!Command failed|Found incompatible)/,
        noise: /YN0000|YN0013|YN0019/,
    },
    { marks: /^\s*ERR_PNPM_|^ ?ERR(?:OR|_)/ },
    {
        marks: /^(?:E|Err:\d+): ?|^W: Failed/,
        noise: /^E: (?:Sub-process .* returned|Failed to fetch .*Hash Sum)/,
    },
    { marks: /^ERROR: |^\s+\S+ \(no such package\):/ },
    { marks: /^(?:fatal|error|ERROR|Error|panic)(?:\[\w+\])?: / },
    {
        marks: /^(?:curl: \(\d+\)|wget: |tar: |cp: |mv: |rm: |cat: |ls: |chmod: |chown: |mkdir: |sed: |unzip: |cd: |gpg: |useradd: |groupadd: |adduser: |update-ca)/,
    },
    {
        marks: /^(?:\/\S*\/)?(?:ba|da|z|a)?sh: .*(?:not found|Permission denied|No such file|unbound variable|parameter not set|bad interpreter|[Ss]yntax error|cannot open)/,
    },
    { marks: /^(?:.*: )?(?:Unhandled exception|Traceback|[A-Z]\w*(?:Error|Exception)):? / },
];
/** Words that a line about a cause mostly has, whatever tool wrote it. */
const troubleWords = /\b(?:error|fatal|failed|failure|cannot|could not|can't|unable to|denied|refused|not found|missing|invalid|no such|unauthorized|forbidden|timed out|exception|no space left|out of memory|killed)\b/i;
/** The lines of a step that hold the cause, as its tool marks them; else those that speak of trouble; else the last ones. */
function tellingLines(lines) {
    const said = lines.filter((line) => line.trim() !== '');
    const usageAt = said.findIndex((line) => usage.test(line));
    const marked = said
        .slice(0, usageAt < 0 ? undefined : usageAt)
        .filter((line) => tools.some(({ marks, noise }) => marks.test(line) && noise?.test(line) !== true));
    const troubled = said.filter((line) => troubleWords.test(line) && !/^\s+at /.test(line));
    const [found = []] = [marked, troubled].filter((some) => some.length > 0);
    const shown = [...new Set(found)].slice(0, tools_maxLines);
    const last = said.slice(-tools_maxLines);
    // Where all of it is short, nothing is left out.
    const chosen = shown.length === 0 || said.length <= tools_maxLines ? last : shown;
    return chosen.map((line) => `  ${line.trimEnd().slice(0, maxCharacters)}`);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/compiler.js




/** Codes of the compilers for C#, F# and Visual Basic. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC)\d+$/;
/** An analyzer speaks of a place in a source file, too. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i;
function isOfCompiler({ code, file = '', line }) {
    return compilerCode.test(code) || (code !== '' && line !== undefined && sourceFile.test(file));
}
/** A compiler found errors. */
function readCompilerErrors(build) {
    const errors = errorsOf(build).filter(isOfCompiler);
    if (errors.length === 0)
        return undefined;
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    return {
        title: `The code did not compile: ${count}`,
        message: listLines(errors.map(compiler_messages/* describeMessage */.Xc), errors.length).join('\n'),
    };
}
/** MSBuild stopped over something else: a target of the team's or a package's own, a tool that it ran, the SDK. */
function readMsbuildErrors(build) {
    const errors = errorsOf(build);
    if (errors.length === 0)
        return undefined;
    // The command that MSBuild ran has said why just before.
    const ranTool = errors.some(({ code }) => /^MSB(?:3073|3077|6006)$/.test(code));
    const toolLines = build.lines.filter((line) => (0,compiler_messages/* parseCompilerMessage */.Ss)(line) === undefined && !progress.test(line));
    const missing = describeMissingCompanions(build);
    return {
        title: missing.length > 0 ? 'A file was not copied into the stage' : 'MSBuild stopped the build',
        message: [
            ...listLines(errors.map(compiler_messages/* describeMessage */.Xc)),
            ...(ranTool ? tellingLines(toolLines) : []),
            ...missing,
            ...describeSdk(build),
        ].join('\n'),
    };
}
/** What MSBuild prints while all is well. */
const progress = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|\S+ -> \/)/;
/** A project wants another SDK than the image has. */
function describeSdk(build) {
    const isTooOld = errorsOf(build).some(({ code }) => code === 'NETSDK1045');
    const from = build.place?.stage;
    if (!isTooOld || from === undefined)
        return [];
    return [`The SDK is that of ${from.base}, FROM of ${lineOf(build, from.firstLine)}: take a newer one.`];
}
/** global.json asks for an SDK that the image does not have. */
function readSdkVersion(build) {
    const at = build.lines.findIndex((line) => /A compatible (?:installed )?\.NET SDK (?:for global\.json version .* )?was not found|compatible \.NET SDK was not found/i.test(line));
    if (at < 0)
        return undefined;
    const wanted = build.lines
        .map((line) => /^Requested SDK version: (\S+)/.exec(line)?.[1])
        .find((one) => one !== undefined);
    const file = build.lines
        .map((line) => /^global\.json file: (\S+)/.exec(line)?.[1])
        .find((one) => one !== undefined);
    const installed = build.lines.flatMap((line) => /^(\d+\.\d+\.\d\S*) \[/.exec(line.trim())?.[1] ?? []);
    return {
        title: 'The image has another .NET SDK than global.json wants',
        message: [
            `${file ?? 'global.json'} wants the SDK ${wanted ?? ''}, and the image has ${installed.join(', ') || 'another one'}.`,
            'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
        ].join('\n'),
    };
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
    const above = lines.slice(0, (sources.dockerfile.stages[0]?.firstLine ?? 1) - 1);
    const declaredAt = above.findIndex((line) => new RegExp(`^\\s*ARG\\s+(?:.*\\s)?${name}\\b`, 'i').test(line)) + 1;
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
    const text = error.line === undefined ? undefined : sources.dockerfile.text.split('\n')[error.line - 1]?.trim();
    const entitlement = /\b(network\.host|security\.insecure)\b/.exec(words)?.[1];
    return {
        title: entitlement === undefined ? 'The Dockerfile has an error' : 'The build needs an entitlement',
        message: [
            error.line === undefined ? words : `${lineOf(build, error.line)}: ${words}`,
            ...(text === undefined || text === '' ? [] : [`  ${text.slice(0, 200)}`]),
            ...(entitlement === undefined ? [] : [`Set the input allow: ${entitlement}`]),
            ...(/unknown flag|unsupported mount type/.test(words) && !/^#\s*syntax=/im.test(sources.dockerfile.text)
                ? ['A newer frontend may know it: make # syntax=docker/dockerfile:1 the first line.']
                : []),
        ].join('\n'),
    };
}

// EXTERNAL MODULE: ./lib/src/testing/failures/dockerfile/docker-in-build.js
var docker_in_build = __webpack_require__(8593);
;// CONCATENATED MODULE: ./lib/src/testing/failures/foreign-obj.js





const assets = 'project.assets.json';
/** A folder of a Windows machine, where NuGet looked for packages. */
const windowsPath = /(?:^|[\s'"])[A-Za-z]:\\/;
/** A COPY has brought the `obj` folder of another machine over what the build restored. */
function readForeignObj(build) {
    const { place } = build;
    const errors = errorsOf(build).filter(({ code, text }) => /^NETSDK10(?:04|05|47|64)$/.test(code) ||
        (code === 'MSB4018' && /ResolvePackageAssets|project\.assets\.json/.test(text)) ||
        (/^(?:MSB|NETSDK|NU)/.test(code) && windowsPath.test(text)));
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
    return `${ignoreFile.name} does not keep it out${isOwn ? ', and beside it .dockerignore is not read' : ''}: add the lines **/bin and **/obj.`;
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
    const id = required ?? findUnreadSecret(build);
    if (id !== undefined) {
        const where = place === undefined ? 'A RUN' : `RUN of ${lineOf(build, place.instruction.firstLine)}`;
        return {
            title: 'A build secret was not given',
            message: `${where} ${required === undefined ? 'reads' : 'requires'} the build secret ${id}, and the build has none with a value.\n${secretWords(id)}`,
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
/** A secret that isn't required is an empty place: its file or its variable is what the command then misses. */
function findUnreadSecret({ place, lines }) {
    const mounts = place === undefined ? [] : mountsOf(place.instruction, 'secret');
    return mounts
        .filter((options) => lines.some((line) => missesSecret(line, options)))
        .map(secretIdOf)
        .find((id) => id !== undefined);
}
function missesSecret(line, options) {
    const path = secretFileOf(options) ?? `/run/secrets/${options.get('id') ?? ''}`;
    if (line.includes(path))
        return /no such file|not found|cannot (?:find|open|stat)|could not find/i.test(line);
    const variable = options.get('env');
    if (variable === undefined || !line.includes(variable))
        return false;
    return /unbound variable|parameter (?:not set|null)|not set|is empty|missing|required/i.test(line);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/restore.js







const isRestoreError = ({ code }) => /^NU1\d{3}$|^NETSDK10(?:04|05|47|64)$/.test(code);
/** NuGet could not restore: which package, from which feed and whether that answered, which lock file, and what to do. */
function readRestore(build) {
    const errors = errorsOf(build).filter(isRestoreError);
    if (errors.length === 0)
        return undefined;
    const feeds = describeFeeds(build);
    const others = errors.filter(({ code, text }) => code !== 'NU1301' || feedOf(text) === undefined);
    const missing = describeMissingCompanions(build);
    const lines = [...feeds, ...others.map(compiler_messages/* describeMessage */.Xc)];
    const wayOut = missing.length > 0 ? missing : describeWayOut(build, errors);
    return {
        title: 'NuGet packages could not be restored',
        message: [...listLines(lines), ...wayOut].join('\n'),
    };
}
function feedOf(text) {
    return /\b(https?:\/\/[^\s'"]+?)[.,;:]?(?:['"\s]|$)/.exec(text)?.[1];
}
/** Each feed that failed once, whatever number of projects asked it, with its answer. */
function describeFeeds(build) {
    return build.messages.flatMap(({ code, text }) => {
        // The second is a warning where a failing source is passed over.
        const feed = /^NU1(?:301|801)$/.test(code) ? feedOf(text) : undefined;
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
    return `The feed ${feed} could not be reached${why === undefined ? '' : `: ${why}`}.${network}`;
}
/** Where a step gets the credentials of a feed from. */
function describeCredentials({ place }) {
    const mounts = place === undefined ? [] : mountsOf(place.instruction, 'secret');
    const id = mounts.map(secretIdOf).find((one) => one !== undefined);
    return id === undefined
        ? 'It wants credentials: give them to this RUN as a build secret, --mount=type=secret,id=nuget, and the input secrets: nuget=…'
        : `It wants credentials, and this RUN mounts the build secret ${id}. ${secretWords(id)}`;
}
function describeWayOut(build, errors) {
    const codes = new Set(errors.map(({ code }) => code));
    const has = (...wanted) => wanted.some((code) => codes.has(code));
    if (has('NU1004'))
        return [
            'packages.lock.json is not what the projects ask for. Run dotnet restore --force-evaluate, and commit the lock file.',
        ];
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
    const restore = all.find((one) => one !== place?.instruction && /\brestore\b/.test((0,test_command/* commandOf */.Nl)(one)) && mountsOf(one, 'cache').length > 0);
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
/** A script of the checkout that a RUN starts is not in the stage, may not be executed, or has the line ends of Windows. */
function readScript({ place, lines }) {
    if (place === undefined)
        return undefined;
    const [, written, why] = lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? [];
    if (written === undefined || !written.includes('/'))
        return undefined;
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage, place.instruction);
    const inContainer = external_node_path_.posix.resolve(workdir, written);
    const missing = explainMissing(inContainer, place);
    if (missing !== undefined)
        return { title: 'A script is not in the stage', message: describeMissing([missing], place).join('\n') };
    const path = findInContext(inContainer, place);
    const text = readText((0,external_node_path_.join)(place.sources.paths.context, path));
    if (text === '')
        return undefined;
    if (why === 'Permission denied')
        return {
            title: 'A script may not be executed',
            message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
        };
    if (!/^#![^\n]*\r\n/.test(text))
        return undefined;
    return {
        title: 'A script has the line ends of Windows',
        message: `The lines of ${path} end in CR LF, so that Linux looks for an interpreter of that name. Keep LF: in .gitattributes, ${path} text eol=lf`,
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/test-platform.js




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
        return [`No global.json does: add one with ${choice} beside the solution, and COPY it into the stage.`];
    const inside = path.startsWith('../') ? path : containerPathIn(place, path);
    const missing = explainMissing(external_node_path_.posix.resolve('/', inside), place);
    if (missing !== undefined)
        return describeMissing([missing], place);
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage, place.instruction);
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

;// CONCATENATED MODULE: ./lib/src/testing/failures/explain-failure.js





















/** The families in the order in which they are asked: what made the others happen comes first. */
const families = [
    readMissingSecret,
    readFailedChecks,
    readBaseArgument,
    readBaseImage,
    readMissingCopy,
    readParseError,
    readSdkVersion,
    readForeignObj,
    readMissingProject,
    readTestPlatform,
    readRestore,
    readCompilerErrors,
    readScript,
    docker_in_build/* readDockerInBuild */.qh,
    readCoverageThreshold,
    readMsbuildErrors,
];
/** Says what made a build fail: its family where it has one, else BuildKit's words with the lines of the output that hold the cause. */
function explainFailure(build, sources) {
    const error = (0,build_error/* parseBuildError */.g)(build.text);
    const place = findPlace(sources, findInstruction(sources.dockerfile, error.line));
    const lines = readLastOutput(build);
    const allLines = build.output.map(({ text }) => (0,clean_text/* plainText */.wh)(text));
    const failed = readFailedBuild({ error, sources, place, lines, allLines, checks: build.checks });
    const { line } = error;
    const known = families.map((read) => read(failed)).find((failure) => failure !== undefined);
    if (known !== undefined)
        return { ...known, isKnown: true, line: line ?? known.line };
    const step = findFailedStep(build);
    const label = place === undefined ? step?.stage : (0,parse_dockerfile/* stageLabel */.Hn)(place.stage);
    const isTest = step !== undefined && (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined;
    // Of tests the verdict says it.
    const isKilled = error.exitCode === 137 && !isTest;
    return {
        title: label === undefined || isTest ? undefined : `Stage ${label} could not be built`,
        message: [error.message, ...tellingLines(lines), ...(isKilled ? [killed] : [])].join('\n'),
        isKnown: false,
        line,
    };
}
const killed = 'The command was killed, most likely because memory ran out.';
/** The family of what a step printed that failed in truth, while its exit code was hidden. */
function explainHidden(output, sources, instruction) {
    const lines = output.map(clean_text/* plainText */.wh);
    const place = findPlace(sources, instruction);
    const error = { message: '', line: instruction?.firstLine, exitCode: undefined };
    const failed = readFailedBuild({ error, sources, place, lines, allLines: lines, checks: [] });
    const known = families.map((read) => read(failed)).find((failure) => failure !== undefined);
    return known && { ...known, isKnown: true, line: error.line };
}
function readFailedBuild(found) {
    const { place, lines } = found;
    const messages = (0,read_log/* readConsoleLog */.y)(lines)
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
    if (message.severity === 'warning' || (0,compiler_messages/* stopsBuild */._p)(message) || message.project !== undefined)
        return true;
    return (/^(?:CS|FS|BC|VB|NU|NETSDK)\d/.test(message.code) ||
        /\.(?:cs|fs|vb|razor|cshtml)$/.test(message.file ?? ''));
}
/** Its own place in the checkout, or that of its project where a file of the SDK or a package speaks. */
function locateMessage({ file, line, project }, place) {
    const own = file === undefined ? undefined : locateIn(place, file, line);
    const isOfTools = file === undefined || /\.(?:targets|props)$/.test(file);
    return own ?? (isOfTools && project !== undefined ? locateIn(place, project, undefined) : undefined);
}
/** A COPY or ADD that does not find its file. */
function readMissingCopy({ error, sources }) {
    const message = explainMissingFile(error, sources);
    return message === undefined ? undefined : { title: 'A COPY does not find its file', message };
}


/***/ }),

/***/ 1631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   GG: () => (/* binding */ tellsOfAbort),
/* harmony export */   iJ: () => (/* binding */ isWholeAbort)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4129);
/* harmony import */ var _localized_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8333);


const exactly = new Set(_localized_words_js__WEBPACK_IMPORTED_MODULE_1__/* .abortLines */ .KQ);
/** One expression for many parts: a log may have 100,000 lines. */
const parts = anyOf(_localized_words_js__WEBPACK_IMPORTED_MODULE_1__/* .abortParts */ .Vk);
const hang = /^Data collector 'Blame' message: .*(?:inactivity|hang|timeout)/i;
const fatal = /^\s*(?:\[FATAL ERROR\]|Catastrophic failure\b)/;
const exited = /^The active Test Run was aborted because/;
/** Says whether a line, on the console or in a TRX, tells of a run that crashed, hung or was stopped. */
function tellsOfAbort(line) {
    const text = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sameSpaces */ .is)(line.slice(0, 2000));
    return exactly.has(text) || exited.test(text) || hang.test(text) || fatal.test(text) || parts.test(text);
}
/** Says whether a line is all there is to say of an abort. */
function isWholeAbort(line) {
    return exactly.has(line);
}
/** An expression that finds any of some literal texts. */
function anyOf(literals) {
    return new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}


/***/ }),

/***/ 8333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ vstestOutcomes),
/* harmony export */   HI: () => (/* binding */ platformOutcomes),
/* harmony export */   Ir: () => (/* binding */ noTestParts),
/* harmony export */   KQ: () => (/* binding */ abortLines),
/* harmony export */   M2: () => (/* binding */ unknownTotals),
/* harmony export */   UC: () => (/* binding */ totalLabels),
/* harmony export */   Vk: () => (/* binding */ abortParts),
/* harmony export */   ZD: () => (/* binding */ platformStreams),
/* harmony export */   h7: () => (/* binding */ endOfResults),
/* harmony export */   vQ: () => (/* binding */ detailHeadings)
/* harmony export */ });
/*
 * Words of `dotnet test` in every language that the .NET SDK speaks (en, cs, de, es, fr, it, ja, ko, pl, pt-BR, ru, tr,
 * zh-Hans, zh-Hant), read from the resources of SDK 10.0.401. Numbers, positions and `error CS…` are never translated,
 * so they are read without words. A no-break space is written as a plain one: compare with `sameSpaces(line)`.
 */
function words(list) {
    return list.split('|').map((word) => word.trim());
}
/** First word of a result line of VSTest. */
const vstestOutcomes = {
    passed: words(`
    Passed | Úspěšné | Bestanden | Correctas | Réussi | Superato | 成功 | 통과 | Powodzenie | Aprovado |
    Пройден | Başarılı | 已通过 | 已通過`),
    failed: words(`
    Failed | Neúspěšné | Fehler | Con error | Échoué | Non superato | 失敗 | 실패 | Niepowodzenie |
    Com falha | Не пройден | Başarısız | 失败`),
    skipped: words(`
    Skipped | Přeskočeno | Übersprungen | Omitidas | Ignoré | Ignorato | スキップ | 건너뜀 | Pominięto |
    Ignorado | Пропущен | Atlandı | 已跳过 | 已跳過 | Not Run | Nespuštěno | Nicht ausgeführt | Sin ejecutar |
    Pas exécuté | Non eseguito | 未実行 | 실행되지 않음 | Nie uruchomiono | Não Executado | Не выполнен |
    Çalıştırılmadı | 未运行 | 未執行`),
};
/** First word of a result line of Microsoft.Testing.Platform. */
const platformOutcomes = {
    passed: words(`
    passed | úspěch | erfolgreich | correcto | réussite | superato | 合格しました | 통과 |
    zakończone powodzeniem | aprovado | пройдено | başarılı | 已通过 | 已通過`),
    failed: words(`
    failed | selhalo | fehlerhaft | con errores | échec | operazione non riuscita | 失敗 | 실패 |
    zakończone niepowodzeniem | com falha | сбой | başarısız | 失败 | 已失敗`),
    skipped: words(`
    skipped | vynecháno | übersprungen | omitido | ignoré | ignorato | スキップされました | 건너뜀 | pominięte |
    ignorado | пропущено | atlandı | 已跳过 | 已跳過`),
};
/** Labels of what Microsoft.Testing.Platform shows of the output of a run. */
const platformStreams = {
    stdout: words(`
    Standard output | Standardní výstup | Standardausgabe | Salida estándar | Sortie standard |
    Output standard | 標準出力 | 표준 출력 | Standardowe dane wyjściowe | Saída padrão | Стандартный вывод |
    Standart çıkış | 标准输出 | 標準輸出`),
    stderr: words(`
    Error output | Chybový výstup | Fehlerausgabe | Salida de error | Sortie d’erreur | Output errori |
    エラー出力 | 오류 출력 | Dane wyjściowe w przypadku błędu | Saída de erros | Вывод ошибок | Hata çıkışı |
    错误输出 | 錯誤輸出`),
};
/** Label of a number in the totals that VSTest prints at verbosity normal and above; zeroes are left out there. */
const totalLabels = {
    passed: words(`
    Passed | Úspěšné | Bestanden | Correcto | Réussi(s) | Superati | 成功 | 통과 | Zakończone pomyślnie |
    Aprovados | Пройдено | Geçti | 通过数 | 通過`),
    failed: words(`
    Failed | Neúspěšné | Nicht bestanden | Incorrecto | Non réussi(s) | Non superati | 失敗 | 실패 |
    Zakończone niepowodzeniem | Com falha | Не пройдено | Başarısız | 失败数`),
    skipped: words(`
    Skipped | Přeskočené | Übersprungen | Omitido | Ignoré(s) | Ignorati | スキップ | 건너뜀 | Pominięte |
    Ignorados | Пропущено | Atlandı | 跳过数 | 跳過`),
};
/** Headings below a result line of VSTest; `other` are debug traces and additional information. */
const detailHeadings = {
    message: words(`
    Error Message: | Chybová zpráva: | Fehlermeldung: | Mensaje de error: | Message d'erreur : |
    Messaggio di errore: | エラー メッセージ: | 오류 메시지: | Komunikat o błędzie: | Mensagem de erro: |
    Сообщение об ошибке: | Hata İletisi: | 错误消息: | 錯誤訊息:`),
    stack: words(`
    Stack Trace: | Trasování zásobníku: | Stapelverfolgung: | Seguimiento de la pila: |
    Arborescence des appels de procédure : | Analisi dello stack: | スタック トレース: | 스택 추적: | Ślad stosu: |
    Rastreamento de pilha: | Трассировка стека: | Yığın İzleme: | 堆栈跟踪: | 堆疊追蹤:`),
    stdout: words(`
    Standard Output Messages: | Zprávy standardního výstupu: | Standardausgabemeldungen: |
    Mensajes de salida estándar: | Messages de sortie standard : | Messaggi di output standard: |
    標準出力メッセージ: | 표준 출력 메시지: | Standardowe komunikaty wyjściowe: | Mensagens de saída padrão: |
    Стандартные выходные сообщения: | Standart Çıkış İletileri: | 标准输出消息: | 標準輸出訊息:`),
    stderr: words(`
    Standard Error Messages: | Zprávy standardních chyb: | Standardfehlermeldungen: |
    Mensajes de error estándar: | Messages d'erreur standard : | Messaggi di errore standard: |
    標準エラー メッセージ: | 표준 오류 메시지: | Standardowe komunikaty o błędach: | Mensagens de erro padrão: |
    Стандартные сообщения об ошибке: | Standart Hata İletileri: | 标准错误消息: | 標準錯誤訊息:`),
    other: words(`
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
const endOfResults = words(`
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
const unknownTotals = words(`
    Total tests: Unknown | Celkový počet testů: neznámý | Gesamtzahl Tests: unbekannt |
    Pruebas totales: desconocido | Nombre total de tests : inconnu | Totale test: sconosciuto |
    テストの合計数: 不明 | 총 테스트 수: 알 수 없음 | Łączna liczba testów: nieznana | Total de testes: desconhecido |
    Всего тестов: неизвестно | Toplam test sayısı: Bilinmiyor | 测试总数: 未知 | 測試數總計: 未知`);
/** Whole lines that say that a run was aborted or cancelled. */
const abortLines = words(`
    Test Run Aborted. | Testovací běh se přerušil. | Testlauf abgebrochen. | Serie de pruebas anulada. |
    Série de tests abandonnée. | Esecuzione dei test interrotta. | テスト実行が中止されました。 | 테스트 실행이 중단되었습니다. |
    Przebieg testu został przerwany. | Execução de Teste Anulada. | Тестовый запуск прерван. |
    Test Çalıştırması Durduruldu. | 测试运行已中止。 | 測試回合已中止。 | Test Run Canceled. |
    Testovací běh se zrušil. | Serie de pruebas cancelada. | Série de tests annulée. |
    Esecuzione dei test annullata. | テスト実行が取り消されました。 | 테스트 실행이 취소되었습니다. |
    Przebieg testu został anulowany. | Execução de Teste Cancelada. | Тестовый запуск отменен. |
    Test Çalıştırması İptal Edildi. | 测试运行已取消。 | 測試回合已取消。`);
/** Parts of a line that tell of a run that was aborted, whose host died or whose time was up. */
const abortParts = words(`
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
const noTestParts = words(`
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


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readConsoleLog)
});

// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
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
            : this.runs.find((run) => run.endedAt === undefined && isSame(run, assembly, name, framework));
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
        const kept = { name: (0,shared_text/* cutText */.I)(result.name, log_text/* nameLimit */.ds), outcome: result.outcome };
        if (result.durationMs !== undefined)
            kept.durationMs = result.durationMs;
        for (const part of ['message', 'stack', 'stdout', 'stderr']) {
            const text = this.#spent > textBudget ? undefined : (0,shared_text/* cutText */.I)(result[part] ?? '');
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
        if (this.#size > 2 * shared_text/* textLimit */.$)
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
;// CONCATENATED MODULE: ./lib/src/testing/log/reconcile.js

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

// EXTERNAL MODULE: ./lib/src/testing/results/attempts.js
var results_attempts = __webpack_require__(4644);
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
            const key = keyOf(result);
            const same = known.get(key);
            if (same === undefined)
                known.set(key, [result]);
            else
                same.push(result);
        }
        return announced.filter(({ result }) => {
            const twin = known.get(keyOf(result))?.shift();
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
        const last = all.filter(isLast).map(({ result }) => result);
        const stillFailed = new Set(last.filter(({ outcome }) => outcome === 'failed').map(keyOf));
        const flaky = new Map();
        for (const one of all) {
            const { result } = one;
            if (isLast(one) || stillFailed.has(keyOf(result)))
                continue;
            const known = flaky.get(keyOf(result));
            if (known === undefined)
                flaky.set(keyOf(result), (0,results_attempts/* flakyTest */.I)(found, result, ['failed', 'passed'], result.message));
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
        const agreed = agree(found.counts, last);
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
function keyOf({ outcome, name }) {
    return `${outcome} ${name}`;
}

// EXTERNAL MODULE: ./lib/src/testing/log/abort-messages.js
var abort_messages = __webpack_require__(1631);
// EXTERNAL MODULE: ./lib/src/testing/log/localized-words.js
var localized_words = __webpack_require__(8333);
;// CONCATENATED MODULE: ./lib/src/testing/log/signs.js




const noTestWords = (0,abort_messages/* anyOf */.EB)(localized_words/* noTestParts */.Ir);
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
        started: false,
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
    constructor(findings) {
        this.#findings = findings;
    }
    /** Takes a line that tells of an abort, or that continues one; says whether it did. */
    take(line) {
        const text = (0,log_text/* sameSpaces */.is)(line.slice(0, 2000));
        this.#look(text);
        if ((0,abort_messages/* tellsOfAbort */.GG)(text)) {
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
        const { runs, totals } = this.#findings;
        const { signs } = this;
        for (const [words, target] of this.#targets)
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
        const code = /(\d{1,10}) ?[（(].{0,40}aka\.ms\/testingplatform\/exitcodes/.exec(text.slice(0, 300))?.[1];
        if (code === undefined)
            return;
        this.signs.exitCode = Number(code);
        if (code === '8')
            this.signs.noTests = true;
    }
    #abort(text) {
        this.signs.aborted = true;
        this.#naming = false;
        const run = this.#findings.currentRun();
        if (run !== undefined)
            run.aborted = true;
        this.#collecting = [text];
        this.#push(run?.errors ?? this.signs.errors, this.#collecting);
        if ((0,abort_messages/* isWholeAbort */.iJ)(text))
            this.#collecting = undefined;
    }
    #name(text) {
        if (text === '') {
            this.#naming = false;
            return false;
        }
        if (this.signs.hangingTests.length < errorLimit)
            this.signs.hangingTests.push((0,shared_text/* cutText */.I)(text.trim(), 1000));
        return true;
    }
    #continue(text) {
        if (this.#collecting === undefined)
            return false;
        if (text.trim() === '') {
            this.#collecting = undefined;
            return false;
        }
        if (this.#collecting.length < wordLines)
            this.#collecting.push((0,shared_text/* cutText */.I)(text, 1000));
        return true;
    }
}
function join(words) {
    return (0,shared_text/* cutText */.I)(words.join('\n'));
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
/** Reads the line of xunit's own runner, `   Shop.Tests  Total: 8, Errors: 0, Failed: 3, Skipped: 1, Time: 0.192s`. */
function parseXunitSummary(line) {
    const found = /^\s{1,20}(\S[^:]{0,300}?)\s+Total: {0,9}(\d{1,9}), Errors: {0,9}(\d{1,9}), Failed: {0,9}(\d{1,9}), Skipped: {0,9}(\d{1,9}),(?: Not Run: {0,9}(\d{1,9}),)? Time: {0,9}(\d{1,9}[.,]\d{1,6})s/.exec(line.slice(0, 500));
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
        if (localized_words/* unknownTotals */.M2.includes(line)) {
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
        return platformTotals(lines, time[1] ?? '', time[2] ?? '') ?? vstestTotals(lines, time[2] ?? '');
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
        const outcome = outcomes.find((name) => localized_words/* totalLabels */.UC[name].includes(label)) ??
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
        const heading = localized_words/* detailHeadings */.vQ.message.find((word) => (0,log_text/* sameSpaces */.is)(rest[0] ?? '').startsWith(word));
        if (heading !== undefined)
            rest[0] = (rest[0] ?? '').slice(heading.length).trim();
        const at = rest.findIndex((line) => localized_words/* detailHeadings */.vQ.stack.includes((0,log_text/* sameSpaces */.is)(line)));
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
    if (path === undefined || !localized_words/* noTestParts */.Ir.includes(suffix.slice(1)))
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
        if (localized_words/* platformStreams */.ZD[heading].includes(label))
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
    return ['stdout', 'stderr'].find((stream) => localized_words/* platformStreams */.ZD[stream].includes(label));
}
/** `    at Shop.Tests.OrderTests.Tax() in …`, with another word than "at" in other languages. */
function isFrame(line) {
    if (line.startsWith('    --- '))
        return true;
    const member = /^ {4}(?:\S{1,20} ){1,3}([^\s(]{1,1000})\(/.exec(line)?.[1];
    return member?.includes('.') ?? false;
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/testing-platform.js





const outcomes = new LeadingWords(localized_words/* platformOutcomes */.HI);
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
        run.errors.push((0,shared_text/* cutText */.I)(`Exit code: ${exitCode}\n${words.split('\n\n')[0] ?? ''}`.trimEnd()));
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/vstest.js




const headings = new Map(Object.keys(localized_words/* detailHeadings */.vQ).flatMap((detail) => localized_words/* detailHeadings */.vQ[detail].map((heading) => [heading, detail])));
const endings = new Set(localized_words/* endOfResults */.h7);
const vstest_outcomes = new LeadingWords(localized_words/* vstestOutcomes */.$2);
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
        this.#findings.currentRun()?.errors.push(words);
        return true;
    }
    #detail(text) {
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
    #messages = new compiler_messages/* CompilerMessages */.eQ();
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
        signs.started = runs.length > 0;
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


/***/ }),

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ flakyTest),
/* harmony export */   g: () => (/* binding */ foldAttempts)
/* harmony export */ });
/* harmony import */ var _test_results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9097);

/** Several attempts at the same tests as one run: of each test the last attempt that has it decides. */
function foldAttempts(attempts) {
    const [first, ...later] = attempts;
    if (first === undefined)
        throw new Error('There is no attempt.');
    const last = later.at(-1) ?? first;
    if (last === first)
        return { run: first, flaky: [] };
    const byTest = new Map();
    for (const attempt of attempts) {
        const own = new Map();
        for (const result of attempt.results)
            own.set(keyOf(result), [...(own.get(keyOf(result)) ?? []), result]);
        for (const [key, results] of own)
            byTest.set(key, [...(byTest.get(key) ?? []), results]);
    }
    const isWhole = attempts.every(({ results, counts }) => results.length === counts.total);
    const decided = [...byTest.values()].flatMap((tries) => tries.at(-1) ?? []);
    // A log names no passed test: one that failed and isn't named again has passed, where the later attempt came to its end.
    const stillFailed = new Set(last.results.filter(isFailed).map(keyOf));
    const results = isWhole
        ? decided
        : decided.filter((result) => !isFailed(result) || last.incomplete || stillFailed.has(keyOf(result)));
    const flaky = [...byTest.values()].flatMap((tries) => describeFlaky(tries, results, last, isWhole));
    const counts = isWhole ? (0,_test_results_js__WEBPACK_IMPORTED_MODULE_0__/* .countResults */ .aD)(results) : countFolded(attempts, last);
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
    const hasPassed = outcomes.at(-1) === 'passed' || (!isWhole && !results.some((one) => keyOf(one) === keyOf(sample)));
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
function keyOf({ name, className }) {
    return `${className ?? ''}\0${name}`;
}


/***/ }),

/***/ 9097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ }),

/***/ 1299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NI: () => (/* binding */ findTestSteps),
/* harmony export */   i3: () => (/* binding */ reachedTests),
/* harmony export */   y$: () => (/* binding */ findOnbuildTests)
/* harmony export */ });
/* harmony import */ var _plan_dockerfile_onbuild_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8412);
/* harmony import */ var _plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3852);


/**
 * The steps of ONBUILD that test, or of which nobody can say what they do, where no RUN of the file tests. As they have no
 * mark that makes them miss the cache, it may answer them when they should run.
 */
function findOnbuildTests(steps, { testRuns }) {
    if (testRuns.length > 0)
        return [];
    return steps.filter((step) => ['tests', 'unknown'].includes((0,_plan_dockerfile_onbuild_js__WEBPACK_IMPORTED_MODULE_0__/* .classifyOnbuildRun */ .z)(step.name) ?? ''));
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
        ...wanted.map((number) => steps.filter((step) => (0,_plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_1__/* .testRunNumber */ .Bp)(step.name) === number)),
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


/***/ })

};

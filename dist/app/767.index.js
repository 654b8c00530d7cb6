export const id = 767;
export const ids = [767];
export const modules = {

/***/ 8202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ downloadBytes)
/* harmony export */ });
/**
 * The compressed bytes of the layers that a machine has to download which holds the baseline image; of all layers where there is none.
 * A layer that an image has twice is downloaded once.
 */
function downloadBytes(image, before) {
    const held = new Set(before?.layers.map(({ digest }) => digest));
    const missing = new Map(image.layers.map(({ digest, compressedBytes }) => [digest, compressedBytes]));
    return [...missing].reduce((sum, [digest, bytes]) => sum + (held.has(digest) ? 0 : bytes), 0);
}


/***/ }),

/***/ 480:
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

/***/ 7043:
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

/***/ 3824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findShortage)
/* harmony export */ });
/* harmony import */ var _build_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(480);

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

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeJobBuilder),
/* harmony export */   I: () => (/* binding */ openBuilder)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _build_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(480);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _shared_format_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(672);
/* harmony import */ var _shared_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2835);





const inspectDeadlineMs = 30_000;
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
    if (name !== undefined || (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .writesLayouts */ .Q)(current) || own === undefined) {
        return { builder: current, isMadeForJob: false, warnings: [] };
    }
    const known = await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectBuilder */ .I)(docker, own.name).catch(unlessUserError);
    if (known !== undefined)
        return { builder: known, isMadeForJob: true, warnings: [] };
    const reason = await whyEngine(docker, log, own, images);
    if (reason !== undefined) {
        const warnings = [`The Docker engine builds by itself: ${reason}.`];
        return { builder: current, isMadeForJob: false, warnings };
    }
    return { builder: await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectBuilder */ .I)(docker, own.name), isMadeForJob: true, warnings: [] };
}
/** Takes a job's builder away with its container, its cache and its network; gives why that failed. */
async function removeJobBuilder(docker, name) {
    const ended = await docker.run({
        args: ['buildx', 'rm', '--force', name],
        deadlineMs: removeDeadlineMs,
    });
    // A builder that never came to be needs no removing.
    if (ended.kind === 'exited' && (ended.code === 0 || /no builder/i.test(ended.stderr)))
        return undefined;
    return ended.kind === 'exited' ? ended.stderr.trim() : ended.kind;
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
        const why = (0,_shared_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
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
    if (made.kind === 'exited' && made.code === 0) {
        log.info(`Builder ${own.name} is ready after ${(0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(performance.now() - startedAt)}.`);
        return undefined;
    }
    await removeJobBuilder(docker, own.name);
    const said = made.kind === 'exited'
        ? ((0,_build_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorLineOf */ .k)(made.stderr) ?? made.stderr.trim().slice(0, 300))
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
        const ended = await docker.run({ args, deadlineMs: inspectDeadlineMs });
        return ended.kind === 'exited' && ended.code === 0 && ended.stdout.trim() === '0';
    });
    const isLocal = await Promise.all(asked);
    return images.find((_, index) => isLocal[index]);
}
function unlessUserError(error) {
    if (error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y)
        return undefined;
    throw error;
}


/***/ }),

/***/ 1911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ cacheWarnings),
  c: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/src/docker/progress.js

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
// EXTERNAL MODULE: ./lib/src/docker/build-request.js
var build_request = __webpack_require__(7043);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
// EXTERNAL MODULE: ./lib/src/docker/steps.js
var docker_steps = __webpack_require__(7764);
;// CONCATENATED MODULE: ./lib/src/docker/live-log.js




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
    const { stage, name } = (0,docker_steps/* parseStepName */.Zw)(vertex.name);
    return stage !== undefined && !name.startsWith('FROM ');
}
function titleOf(vertex) {
    const { stage, position, name } = (0,docker_steps/* parseStepName */.Zw)(vertex.name);
    const shortName = name.replace(/\s+/g, ' ').slice(0, 300);
    return stage === undefined ? dim(shortName) : `${cyan(`[${stage} ${position ?? ''}]`)} ${bold(shortName)}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/docker/engine-address.js
var engine_address = __webpack_require__(6140);
;// CONCATENATED MODULE: ./lib/src/docker/watch-builder.js


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
            await (0,promises_.setTimeout)(unanswered > 0 ? pauseMs : Math.max(silenceMs - quietMs, 1), undefined, { signal });
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
    const address = isEngine ? await (0,engine_address/* askEngineAddress */.S)(docker) : undefined;
    const where = address === undefined ? '' : ` at ${address}`;
    const who = isEngine ? `The Docker engine${where}` : `The builder ${name}`;
    const wayOut = isEngine
        ? 'Look at the log of the engine, restart it, and run the job again.'
        : `Look at its log and at docker buildx inspect ${name}, restart it, and run the job again.`;
    return (`${who} stopped answering: the build fell silent, and then ${maxUnanswered} questions in a row got no answer` +
        `${why === undefined ? '' : ` (${why})`}. ${wayOut}`);
}

;// CONCATENATED MODULE: ./lib/src/docker/run-build.js







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
    const tracker = new docker_steps/* StepTracker */.fH();
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
                output.push({ step, stage: (0,docker_steps/* parseStepName */.Zw)(step).stage, text: line });
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

/***/ 7764:
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

/***/ 2348:
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
// EXTERNAL MODULE: ./lib/src/shared/cancelled-error.js
var cancelled_error = __webpack_require__(1494);
// EXTERNAL MODULE: ./lib/src/docker/find-shortage.js
var find_shortage = __webpack_require__(3824);
// EXTERNAL MODULE: ./lib/src/docker/run-build.js + 3 modules
var run_build = __webpack_require__(1911);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
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





/** Prepares to build the final stage in the same builder, to nowhere. BuildKit runs what both builds need once. */
function prepareAhead({ docker, log }, parallelBuild, { final }, request) {
    const abort = new AbortController();
    const held = new HeldLog();
    let building;
    let ended;
    const start = () => (0,run_build/* runBuild */.c)(docker, held, 'Image', { ...request, tags: [], cacheTo: [], outputs: ['type=cacheonly'], metadataFile: undefined }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: false, signal: abort.signal }).catch(() => undefined); // Cancelled: whoever waits for the other build hears of it.
    return {
        begin: () => {
            if (parallelBuild.kind !== 'parallel' || building !== undefined)
                return;
            building = start();
            void building.then((result) => (ended = result));
        },
        hasBegun: () => building !== undefined,
        stop: () => {
            abort.abort();
        },
        end: async () => {
            abort.abort();
            const result = await building;
            return result && (0,find_shortage/* findShortage */.J)(result);
        },
        finish: async () => {
            if (building === undefined || (ended !== undefined && !isWorthShowing(ended)))
                return;
            const title = `Image, while the tests ran: docker buildx build, stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)}`;
            await log.group(title, async (print) => {
                held.release(print);
                await building;
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
function addAhead(steps, ahead) {
    const built = new Map(ahead.filter(({ outcome }) => outcome === 'done').map((step) => [keyOf(step), step]));
    return steps.map((step) => {
        const before = step.outcome === 'cached' ? built.get(keyOf(step)) : undefined;
        return before === undefined ? step : { ...step, outcome: 'done', durationMs: before.durationMs };
    });
}
function keyOf({ stage, position, name }) {
    return JSON.stringify([stage, position, (0,run_mounts/* withoutMarks */.zw)(name)]);
}

// EXTERNAL MODULE: ./lib/src/docker/build-error.js
var build_error = __webpack_require__(480);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/src/docker/build-metadata.js


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

// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
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
    const build = await (0,run_build/* runBuild */.c)(docker, log, title, { ...fromCache(request), cacheTo: [], metadataFile }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: true });
    if (build.outcome !== 'built')
        throw new errors/* UserError */.y(failure, (0,build_error/* parseBuildError */.g)(build.text).message);
    const { digest, configDigest, all } = await readBuildMetadata(metadataFile);
    return { digest, configDigest, metadata: all, durationMs: build.durationMs };
}

;// CONCATENATED MODULE: ./lib/src/deliver/write-cache.js




/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000;
/**
 * Writes the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs
 * neither the image nor the job. Gives a warning when it was lost. Without an image (the tests failed) only what came before the
 * tests is written, so that the fix does not restore and compile everything again; the image's own cache stays as it was.
 * `isServiceInTrouble` says that the Actions cache failed a moment ago: it is not waited for again.
 */
async function writeCache(docker, log, { image, testCaches }, { to, testsTo, kind }, isServiceInTrouble) {
    const solves = [
        ...(image === undefined || to.length === 0 ? [] : [{ request: image, to }]),
        ...testCaches.flatMap((request, index) => {
            const place = testsTo[index];
            return place === undefined ? [] : [{ request, to: [place] }];
        }),
    ];
    if (solves.length === 0)
        return { writeMs: undefined, warnings: [] };
    if (kind === 'gha' && isServiceInTrouble) {
        const why = 'its service did not take the record a moment ago';
        return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] };
    }
    const startedAt = performance.now();
    for (const solve of solves) {
        const why = await writeOne(docker, log, kind, solve);
        if (why === undefined)
            continue;
        const warnings = [`The build cache was not written: ${why}. The next run may be slower.`];
        return { writeMs: performance.now() - startedAt, warnings };
    }
    return { writeMs: performance.now() - startedAt, warnings: [] };
}
/** Gives why it failed. */
async function writeOne(docker, log, kind, { request, to }) {
    const build = await (0,run_build/* runBuild */.c)(docker, log, `Write the build cache (${kind})`, {
        ...fromCache(request),
        cacheTo: to,
        outputs: ['type=cacheonly'],
        metadataFile: undefined,
    }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs });
    if (build.outcome === 'built')
        return undefined;
    if (build.outcome === 'timed-out')
        return `it gave no sign of life for ${silenceMs / 1000} s`;
    return (0,build_error/* parseBuildError */.g)(build.text).message.split('\n')[0] ?? 'no reason was given';
}

;// CONCATENATED MODULE: ./lib/src/docker/check-dockerfile.js

/** It takes a fraction of a second; a base image whose registry hangs is not waited for. */
const deadlineMs = 10_000;
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
 * BuildKit's own checks of a Dockerfile (`docker buildx build --call=check`, from buildx 0.15), without building anything. None where
 * the builder can't check; `# check=skip=…` in the file is respected, and `# check=error=true` is for the build itself.
 */
async function checkDockerfile(docker, request) {
    const { context, dockerfile, target, builder, buildArgs, buildContexts } = request;
    const pairs = (name, values) => values.flatMap(([key, value]) => [name, `${key}=${value}`]);
    const ended = await docker.run({
        args: [
            ...['buildx', 'build', '--call=check,format=json', '--file', dockerfile],
            ...(builder === undefined ? [] : ['--builder', builder]),
            ...(target === undefined ? [] : ['--target', target]),
            ...pairs('--build-arg', buildArgs),
            ...pairs('--build-context', buildContexts),
            context,
        ],
        deadlineMs,
    });
    // It ends with 1 when it has found something.
    return ended.kind === 'exited' ? parseFindings(ended.stdout) : [];
}
/** Reads buildx's answer, which is one JSON object. */
function parseFindings(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return [];
    }
    const answer = dist/* safeParse */.xLC(answerSchema, json);
    if (!answer.success)
        return [];
    return answer.output.warnings.slice(0, maxFindings).flatMap(({ ruleName, detail, url, location }) => {
        const [first] = location.ranges;
        return first === undefined ? [] : [{ rule: ruleName, message: detail, url, line: first.start.line }];
    });
}

// EXTERNAL MODULE: ./lib/src/docker/build-request.js
var build_request = __webpack_require__(7043);
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
    const request = (0,build_request/* toBuildRequest */.D)({
        ...{ builder, secrets, ssh },
        context: folder,
        dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile'),
        buildContexts: [['tree', url]],
        outputs: [`type=local,dest=${tree}`],
    });
    const view = { reword: (text) => text, isQuiet: true };
    const shown = url.replace(/\/\/[^/@]*@/, '//');
    const build = await (0,run_build/* runBuild */.c)(docker, log, `Fetch ${shown}`, request, view);
    if (build.outcome === 'built')
        return tree;
    throw new errors/* UserError */.y('The Git context could not be fetched', `${shown}: ${(0,build_error/* parseBuildError */.g)(build.text).message}`);
}

// EXTERNAL MODULE: ./lib/src/inputs/builder-name.js
var builder_name = __webpack_require__(3505);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
// EXTERNAL MODULE: ./lib/src/inputs/paths.js
var inputs_paths = __webpack_require__(8894);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/listed-paths.js



/**
 * The absolute path of what an entry names. A path in the workspace must really be there, not behind a symbolic link that
 * leads elsewhere: a pull request can bring such a link along. An absolute path may lead to any other place.
 */
async function findListed({ input, path, kind }, { workspace, folder }, problems) {
    const written = (0,external_node_path_.resolve)(folder, path);
    const isRelative = !(0,external_node_path_.isAbsolute)(path);
    if (isRelative && (0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(folder, written))) {
        problems.add(input, `${path} leads out of ${folder}; write an absolute path where that is meant.`);
        return undefined;
    }
    const real = kind === 'new' ? await realOfNew(written) : await (0,promises_.realpath)(written).catch(() => undefined);
    if (real === undefined) {
        problems.add(input, `there is no ${kind} ${path}.`);
        return undefined;
    }
    if (!(0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(workspace, written)) && (0,inputs_paths/* isOutside */._K)((0,external_node_path_.relative)(workspace, real))) {
        problems.add(input, `${path} is a link out of the workspace, to ${real}.`);
        return undefined;
    }
    if (kind === 'new')
        return real;
    const found = await (0,promises_.stat)(real);
    if (kind === 'file' ? found.isFile() : found.isDirectory())
        return real;
    problems.add(input, `${path} is no ${kind}.`);
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

;// CONCATENATED MODULE: ./lib/src/inputs/parsers/named-paths.js


/** Reads `id=path` of secrets that are files. */
async function readSecretFiles(read, place, problems) {
    const files = [];
    for (const [id, path] of read.keyValues('secret-files', 'id=path')) {
        const found = await findListed({ input: 'secret-files', path, kind: 'file' }, place, problems);
        if (found !== undefined)
            files.push([id, found]);
    }
    return files;
}
/** What is no path: `docker-image://…`, `oci-layout://…`, a URL, or a Git repository in the short form. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;
/** Reads `name=source` of named contexts; those that are folders are looked for. */
async function readBuildContexts(read, place, problems) {
    const contexts = [];
    for (const entry of read.list('build-contexts', false)) {
        const [, name, source] = /^([^=\s]+)=(.+)$/.exec((0,git_context/* withDefaultContext */.h8)(entry, place.env)) ?? [];
        if (name === undefined || source === undefined) {
            problems.add('build-contexts', `"${entry}" is not of the form name=path, name=docker-image://… or name=URL.`);
            continue;
        }
        const found = elsewhere.test(source)
            ? source
            : await findListed({ input: 'build-contexts', path: source, kind: 'folder' }, place, problems);
        if (found !== undefined)
            contexts.push([name, found]);
    }
    return contexts;
}

// EXTERNAL MODULE: ./lib/src/docker/fields.js
var docker_fields = __webpack_require__(4218);
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
function isTrue(value) {
    return /^(?:1|t|T|TRUE|true|True)$/.test(value ?? '');
}
/** Whether the output goes to a registry. */
function isPush(output) {
    return output.type === 'registry' || (output.type === 'image' && isTrue(attributeOf(output, 'push')));
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

;// CONCATENATED MODULE: ./lib/src/inputs/docker-inputs.js



/** Reads them, with docker/build-push-action's own way to split each (src/context.ts, v7.3.0). */
async function readDockerInputs(read, place, problems) {
    return {
        buildContexts: await readBuildContexts(read, place, problems),
        secretFiles: await readSecretFiles(read, place, problems),
        ssh: read.list('ssh', true),
        network: read.text('network'),
        shmSize: read.text('shm-size'),
        ulimits: read.list('ulimit', false),
        addHosts: read.list('add-hosts', true),
        allow: read.list('allow', true),
        platforms: readPlatforms(read, problems),
        noCacheFilters: read.list('no-cache-filters', true),
        labels: read.list('labels', false),
        annotations: readAnnotations(read, problems),
        provenance: read.text('provenance'),
        sbom: read.text('sbom'),
        attests: read.list('attests', false),
        outputs: await readOutputs(read, place, problems),
    };
}
function readPlatforms(read, problems) {
    const platforms = [...new Set(read.list('platforms', true))];
    for (const platform of platforms) {
        if (!/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform))
            problems.add('platforms', `"${platform}" is not a platform; write it as linux/amd64 or linux/arm/v7.`);
    }
    return platforms;
}
function readAnnotations(read, problems) {
    const annotations = read.list('annotations', false);
    for (const annotation of annotations) {
        if (!annotation.includes('='))
            problems.add('annotations', `"${annotation}" is not of the form key=value or type:key=value.`);
    }
    return annotations;
}
async function readOutputs(read, place, problems) {
    const outputs = [];
    for (const written of read.list('outputs', false, { hasQuotes: false })) {
        const output = read.attempt('outputs', () => parseOutput(written));
        if (typeof output === 'string')
            problems.add('outputs', output);
        else if (output?.dest === undefined)
            outputs.push(...(output === undefined ? [] : [output]));
        else {
            const dest = await findListed({ input: 'outputs', path: output.dest, kind: 'new' }, place, problems);
            if (dest !== undefined)
                outputs.push({ ...output, dest });
        }
    }
    return outputs;
}

// EXTERNAL MODULE: ./lib/src/inputs/problems.js
var inputs_problems = __webpack_require__(8688);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/duration.js
const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/;
const unitMs = { ms: 1, s: 1_000, min: 60_000 };
/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day; undefined for anything else. */
function parseDuration(text) {
    const [, number, unit = ''] = durationPattern.exec(text.trim()) ?? [];
    const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN));
    return durationMs > 0 && durationMs <= 24 * 60 * 60_000 ? durationMs : undefined;
}

// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/size.js

/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two); undefined for anything else. */
function parseSize(text) {
    if (!sizePattern.test(text.trim()))
        return undefined;
    const sizeBytes = bytes_iec.parse(text.trim());
    return sizeBytes !== null && Number.isSafeInteger(Math.round(sizeBytes)) ? Math.round(sizeBytes) : undefined;
}

;// CONCATENATED MODULE: ./lib/src/inputs/parsers/growth-limit.js

/** Reads a limit such as `2 MB` or `1.5 %`; undefined for anything else. */
function parseGrowthLimit(text) {
    const written = text.trim();
    const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(written)?.[1];
    if (percent !== undefined)
        return { kind: 'percent', written, percent: Number(percent) };
    const limitBytes = parseSize(written);
    return limitBytes === undefined ? undefined : { kind: 'bytes', written, limitBytes };
}

// EXTERNAL MODULE: ./lib/src/inputs/input-table.js
var input_table = __webpack_require__(2831);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/list.js
var list = __webpack_require__(7133);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/tag-pattern.js
/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version; undefined for anything else. */
function parseTagPattern(text) {
    const written = text.trim();
    const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? [];
    if (prefix === undefined || suffix === undefined || /^[-/]|\/\/|\.\./.test(written))
        return undefined;
    return { written, prefix, suffix };
}

;// CONCATENATED MODULE: ./lib/src/inputs/parsers/smoke-check.js
/**
 * Reads what is written for a smoke test: something that begins with `/` and has no space is a path, the word `healthcheck` is the image's
 * own one, all else a command: words with quotes as in a shell, though none is started, or a JSON array as in a Dockerfile.
 * Throws an Error that says what is wrong.
 */
function parseSmokeCheck(text) {
    const written = text.trim();
    if (/[\0\r\n]/.test(written))
        throw new Error('it has to be one line; put several commands into a script.');
    if (/^\/\S*$/.test(written))
        return { kind: 'path', path: written };
    if (written === 'healthcheck')
        return { kind: 'healthcheck' };
    const words = written.startsWith('[') ? parseArray(written) : splitWords(written);
    if (words[0] === undefined || words[0] === '')
        throw new Error('the command is empty.');
    return { kind: 'command', written, words };
}
function parseArray(written) {
    try {
        const words = JSON.parse(written);
        if (Array.isArray(words) && words.every((word) => typeof word === 'string'))
            return words;
    }
    catch {
        // Told below.
    }
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

// EXTERNAL MODULE: ./lib/src/shared/message-of.js
var message_of = __webpack_require__(2835);
;// CONCATENATED MODULE: ./lib/src/inputs/input-reader.js








const isKey = (text) => /^[\w.][\w.-]*$/.test(text);
/** Reads one input at a time, and notes in `problems` what is wrong with it; then it gives what does no harm. */
class InputReader {
    #raw;
    #problems;
    constructor(raw, problems) {
        this.#raw = raw;
        this.#problems = problems;
    }
    text(input) {
        return this.#raw[input].trim() || undefined;
    }
    /** YAML 1.2's booleans, as @actions/core reads them. */
    flag(input) {
        const value = this.text(input) ?? input_table/* inputTable */.F[input].fallback;
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (!/^(false|False|FALSE)$/.test(value))
            this.#problems.add(input, `"${value}" is neither true nor false.`);
        return false;
    }
    choice(input, allowed) {
        const value = this.text(input) ?? input_table/* inputTable */.F[input].fallback;
        const found = allowed.find((choice) => choice === value);
        if (found === undefined)
            this.#problems.add(input, `"${value}" is not one of ${allowed.join(', ')}.`);
        return found ?? allowed[0];
    }
    /** Several of a closed set, in order; the word `none` alone stands for no one of them. */
    choices(input, allowed, none) {
        const written = this.#entries(input, { splitAtCommas: true });
        const values = written.length === 0 ? [input_table/* inputTable */.F[input].fallback] : written;
        if (values.length === 1 && values[0] === none)
            return [];
        const chosen = values.flatMap((value) => {
            const found = allowed.find((choice) => choice === value);
            if (found !== undefined)
                return [found];
            const why = value === none ? `stands alone` : `is not one of ${[...allowed, none].join(', ')}`;
            this.#problems.add(input, `"${value}" ${why}.`);
            return [];
        });
        return [...new Set(chosen)];
    }
    list(input, splitAtCommas, form = {}) {
        const entries = this.#entries(input, { splitAtCommas, ...form });
        for (const entry of entries) {
            if (entry.startsWith('-'))
                this.#problems.add(input, `"${entry}" begins with "-"; an option is not a value here.`);
        }
        return entries;
    }
    #entries(input, form) {
        const entries = this.attempt(input, () => (0,list/* parseList */.E)(this.#raw[input], form)) ?? [];
        if (entries.some((entry) => entry.includes('\0')))
            this.#problems.add(input, 'an entry contains a NUL character.');
        return entries;
    }
    /** What `parse` gives; where it throws, that is a problem of the input. */
    attempt(input, parse) {
        try {
            return parse();
        }
        catch (error) {
            const why = (0,message_of/* messageOf */.b)(error);
            this.#problems.add(input, `the list can't be read: ${why}`);
            return undefined;
        }
    }
    keyValues(input, form, { bareValue, ...listForm } = {}) {
        return this.#entries(input, { splitAtCommas: false, ...listForm }).flatMap((entry, index) => {
            const isBare = bareValue !== undefined && isKey(entry);
            if (isBare) {
                const value = bareValue(entry);
                if (value !== undefined)
                    return [[entry, value]];
            }
            const pair = (0,list/* parseKeyValue */.a)(entry);
            if (pair && isKey(pair[0]))
                return [pair];
            // The entry itself may be a secret, so the message tells only where it stands.
            const other = isBare ? ', nor the name of an environment variable' : '';
            this.#problems.add(input, `entry ${index + 1} is not of the form ${form}${other}.`);
            return [];
        });
    }
    /** Milliseconds of a positive number of minutes. */
    minutes(input) {
        const minutes = this.#number(input);
        if (minutes === undefined || (minutes > 0 && minutes <= 24 * 60))
            return minutes && minutes * 60_000;
        this.#problems.add(input, `"${minutes}" is not a number of minutes between 0 and 1440.`);
        return undefined;
    }
    /** Milliseconds of a duration with its unit. */
    duration(input) {
        const value = this.text(input) ?? input_table/* inputTable */.F[input].fallback;
        const durationMs = parseDuration(value);
        if (durationMs === undefined) {
            this.#problems.add(input, `"${value}" is not a duration of at most a day; write a number and a unit, such as 30 s or 2 min.`);
        }
        return durationMs ?? 0;
    }
    port(input) {
        const port = this.#number(input);
        if (port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535))
            return port;
        this.#problems.add(input, `"${port}" is not a port between 1 and 65535.`);
        return undefined;
    }
    smokeCheck(input) {
        const value = this.text(input);
        if (value === undefined)
            return undefined;
        try {
            return parseSmokeCheck(value);
        }
        catch (error) {
            this.#problems.add(input, (0,message_of/* messageOf */.b)(error));
            return undefined;
        }
    }
    percent(input) {
        const percent = this.#number(input);
        if (percent === undefined || (percent >= 0 && percent <= 100))
            return percent;
        this.#problems.add(input, `"${percent}" is not a percentage between 0 and 100.`);
        return undefined;
    }
    #number(input) {
        const value = this.text(input);
        if (value === undefined)
            return undefined;
        if (/^\d+(?:\.\d+)?$/.test(value))
            return Number(value);
        this.#problems.add(input, `"${value}" is not a number; write it with digits, such as 10.`);
        return undefined;
    }
    /** Limits of growth, one per line. */
    growthLimits(input) {
        return this.#entries(input, { splitAtCommas: false }).flatMap((entry) => {
            const limit = parseGrowthLimit(entry);
            if (limit !== undefined)
                return [limit];
            this.#problems.add(input, `"${entry}" is no limit of growth; write a size such as 2 MB or a share such as 1.5 %, one per line.`);
            return [];
        });
    }
    /** The form of a release's tag. */
    tagPattern(input) {
        const value = this.text(input);
        const pattern = value === undefined ? undefined : parseTagPattern(value);
        if (value !== undefined && pattern === undefined) {
            this.#problems.add(input, `"${value}" is no form of a tag; write it with one * for the version, such as v* or shop-v*.`);
        }
        return pattern;
    }
    size(input) {
        const value = this.text(input);
        if (value === undefined)
            return undefined;
        const sizeBytes = parseSize(value);
        if (sizeBytes === undefined) {
            this.#problems.add(input, `"${value}" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.`);
        }
        return sizeBytes;
    }
}

;// CONCATENATED MODULE: ./lib/src/inputs/read-secrets.js
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

;// CONCATENATED MODULE: ./lib/src/xml/xml-error.js
/** Why a scanner stopped: `malformed` where XML was broken, `refused` where the file could harm. Caught by `readXml`. */
class XmlError extends Error {
    kind;
    constructor(kind, reason) {
        super(reason);
        this.name = 'XmlError';
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./lib/src/xml/entities.js

const named = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
/**
 * What a reference stands for, given what is between `&` and `;`. A number that is no character of XML 1.0 stays as it was
 * written: loggers write what tests print. Throws an XmlError for a name that XML doesn't define.
 */
function decodeReference(reference) {
    const known = named.get(reference);
    if (known !== undefined)
        return known;
    if (!reference.startsWith('#')) {
        throw new XmlError('malformed', `"&${reference.slice(0, 50)}" is no reference that XML knows.`);
    }
    const isHex = reference[1] === 'x';
    const digits = reference.slice(isHex ? 2 : 1);
    const isNumber = isHex ? /^[\da-f]+$/i.test(digits) : /^\d+$/.test(digits);
    const code = isNumber ? parseInt(digits, isHex ? 16 : 10) : 0;
    return isCharacter(code) ? String.fromCodePoint(code) : `&${reference};`;
}
/** The text with its references decoded. Throws an XmlError for a `&` that begins none. */
function decodeReferences(text) {
    let decoded = '';
    let start = 0;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', start)) {
        const end = text.indexOf(';', at);
        if (end < 0)
            throw bareAmpersand();
        decoded += text.slice(start, at) + decodeReference(text.slice(at + 1, end));
        start = end + 1;
    }
    return decoded + text.slice(start);
}
/** The error for a `&` that begins no reference. */
function bareAmpersand() {
    return new XmlError('malformed', 'a "&" begins no reference.');
}
/** https://www.w3.org/TR/xml/#NT-Char */
function isCharacter(code) {
    if (code < 0x20)
        return code === 9 || code === 10 || code === 13;
    return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}

// EXTERNAL MODULE: ./lib/src/inputs/secret-values.js
var secret_values = __webpack_require__(4863);
;// CONCATENATED MODULE: ./lib/src/inputs/secret-file-values.js



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
    const texts = await Promise.all(files.map(([, path]) => (0,promises_.readFile)(path, 'utf8').catch(() => '')));
    return texts.filter((text) => text.length <= maxLength).flatMap((text) => secretsIn(text.trim()));
}
function secretsIn(text) {
    const isWhole = !text.includes('\n') || text.startsWith('-----BEGIN ');
    const pairs = [...readAssignments(text), ...readSettings(text)];
    return [...(isWhole && text !== '' ? [text] : []), ...pairs.filter(secret_values/* isSecret */.$f).map(([, value]) => value)];
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
function decode(value) {
    return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => decodeReference(name));
}

;// CONCATENATED MODULE: ./lib/src/inputs/tags/tag-rule.js


const types = ['ref', 'sha', 'semver', 'raw', 'schedule', 'edge'];
const common = ['enable', 'prefix', 'suffix'];
const attributesOf = {
    ref: ['event'],
    sha: ['format'],
    semver: ['pattern', 'value'],
    raw: ['value'],
    schedule: ['pattern'],
    edge: ['branch'],
};
/** Where `image-name` is given and `tags` is not: the branch, the commit, the version of a tag, `latest` on the default branch. */
const defaultRules = [
    'type=semver,pattern={{version}}',
    'type=semver,pattern={{major}}.{{minor}}',
    'type=ref,event=branch',
    'type=ref,event=pr',
    'type=sha',
    'type=raw,value=latest,enable={{is_default_branch}}',
];
/** Reads a rule such as `type=semver,pattern={{version}}`; a text by itself is `type=raw`. Throws an Error that says what is wrong. */
function parseTagRule(written) {
    const pairs = fieldsOf(written).map((field) => {
        const at = field.indexOf('=');
        return at < 0
            ? ['value', field]
            : [field.slice(0, at).trim(), field.slice(at + 1).trim()];
    });
    const { type: asked = 'raw', ...given } = Object.fromEntries(pairs);
    const type = types.find((one) => one === asked);
    if (type === undefined)
        throw new Error(`"${asked}" is not a type of tag; these are: ${types.join(', ')}`);
    const known = [...attributesOf[type], ...common];
    const unknown = Object.keys(given).find((name) => !known.includes(name));
    if (unknown !== undefined)
        throw new Error(`"${written}" has no "${unknown}"; it has ${known.join(', ')}`);
    const attributes = new Map(Object.entries(given));
    if (type === 'ref' && !['branch', 'tag', 'pr'].includes(attributes.get('event') ?? ''))
        throw new Error(`"${written}" needs event=branch, event=tag or event=pr`);
    if (type === 'semver' && !attributes.has('pattern'))
        throw new Error(`"${written}" needs a pattern, such as pattern={{version}}`);
    for (const value of attributes.values())
        checkPlaceholders(value, type);
    return { type, attributes };
}
function fieldsOf(written) {
    try {
        return (0,docker_fields/* parseFields */.L)(written);
    }
    catch (error) {
        throw new Error(`"${written}" can't be read: ${(0,message_of/* messageOf */.b)(error)}`, { cause: error });
    }
}
const globals = ['branch', 'tag', 'sha', 'is_default_branch', 'is_not_default_branch'];
const versions = ['raw', 'version', 'major', 'minor', 'patch'];
function checkPlaceholders(value, type) {
    const known = type === 'semver' ? [...versions, ...globals] : globals;
    for (const [whole, name = ''] of value.matchAll(/\{\{([^}]*)\}\}/g)) {
        if (!known.includes(name.trim()))
            throw new Error(`${whole} is not known here; these are: ${known.map((one) => `{{${one}}}`).join(', ')}`);
    }
}
/** The tag that a rule gives in this run, made of what a registry takes; undefined where it gives none. */
function applyTagRule({ type, attributes }, facts) {
    const get = (name, fallback = '') => attributes.get(name) ?? fallback;
    const enabled = fill(get('enable', 'true'), facts);
    if (enabled !== 'true')
        return undefined;
    const bare = bareTag(type, get, facts);
    if (bare === undefined || bare === '')
        return undefined;
    const usual = type === 'sha' ? 'sha-' : type === 'ref' && get('event') === 'pr' ? 'pr-' : '';
    const tag = `${fill(get('prefix', usual), facts)}${bare}${fill(get('suffix'), facts)}`;
    return tag
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}
function bareTag(type, get, facts) {
    const { branch, tag, pullRequest } = partsOf(facts);
    switch (type) {
        case 'ref':
            return { branch, tag, pr: pullRequest }[get('event')];
        case 'sha':
            return get('format') === 'long' ? facts.commit : facts.commit.slice(0, 7);
        case 'semver':
            return versionOf(fill(get('value'), facts) || (tag ?? ''), get('pattern'));
        case 'raw':
            return fill(get('value'), facts);
        case 'schedule':
            return facts.event === 'schedule' ? fill(get('pattern', 'nightly'), facts) : undefined;
        case 'edge':
            return branch !== undefined && branch === get('branch', facts.defaultBranch) ? 'edge' : undefined;
    }
}
function partsOf({ ref }) {
    const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
    if (kind === 'heads')
        return { branch: name };
    if (kind === 'tags')
        return { tag: name };
    return kind === 'pull' ? { pullRequest: name.replace(/\/(?:merge|head)$/, '') } : {};
}
/** Of a pre-release only `{{version}}` and `{{raw}}`: `1.2` and `1` belong to what is released. */
function versionOf(text, pattern) {
    const found = /^v?((\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
    if (found === null)
        return undefined;
    const [raw, version = '', major = '', minor = '', patch = '', preRelease] = found;
    const values = { raw, version, major, minor, patch };
    const shape = preRelease !== undefined && !/\{\{\s*raw\s*\}\}/.test(pattern) ? '{{version}}' : pattern;
    return shape.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => values[name] ?? '');
}
function fill(value, facts) {
    const { branch = '', tag = '' } = partsOf(facts);
    const isDefault = facts.event === 'schedule' || (branch !== '' && branch === facts.defaultBranch);
    const values = {
        ...{ branch, tag, sha: facts.commit.slice(0, 7) },
        ...{ is_default_branch: String(isDefault), is_not_default_branch: String(!isDefault) },
    };
    return value.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => values[name] ?? whole);
}

;// CONCATENATED MODULE: ./lib/src/inputs/tags/read-tags.js


/**
 * Reads `image-name` and `tags`: full names as they are, and rules, each for every image name. A rule that gives nothing in this run,
 * such as one for a tag on a branch, leaves its tag out.
 */
function readTags(read, facts, problems) {
    const imageNames = [...new Set(read.list('image-name', true).map((name) => name.toLowerCase()))];
    const lines = read.list('tags', false);
    const isRule = (line) => /^type\s*=/.test(line) || (imageNames.length > 0 && !/[/:,]/.test(line));
    const full = lines
        .filter((line) => !isRule(line))
        .flatMap((line) => line.split(',').map((tag) => tag.trim()));
    const rules = imageNames.length > 0 && lines.length === 0 ? defaultRules : lines.filter(isRule);
    if (rules.length > 0 && imageNames.length === 0)
        problems.add('image-name', 'rules in tags need it, such as ghcr.io/acme/shop.');
    const given = [...new Set(rules.flatMap((rule) => attempt(rule, facts, problems) ?? []))];
    const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`));
    const tags = [...full.filter((tag) => tag !== ''), ...named];
    return { imageNames, tags: [...new Set(tags)], version: given[0] };
}
function attempt(rule, facts, problems) {
    try {
        return applyTagRule(parseTagRule(rule), facts);
    }
    catch (error) {
        problems.add('tags', `${(0,message_of/* messageOf */.b)(error)}.`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/inputs/tags/run-facts.js


const run_facts_text = dist/* fallback */.NpB(dist/* nullish */.cl6(dist/* string */.YjP(), ''), '');
const eventSchema = dist/* object */.Ikc({
    repository: dist/* optional */.lqM(dist/* object */.Ikc({
        default_branch: run_facts_text,
        description: run_facts_text,
        license: dist/* fallback */.NpB(dist/* nullish */.cl6(dist/* object */.Ikc({ spdx_id: run_facts_text })), undefined),
    })),
    head_commit: dist/* fallback */.NpB(dist/* nullish */.cl6(dist/* object */.Ikc({ timestamp: run_facts_text })), undefined),
});
/** Reads them from the runner's variables and the event's file; an event that can't be read says nothing. */
async function readRunFacts(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env;
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env;
    const { repository: facts, head_commit: head } = await readEvent(env['GITHUB_EVENT_PATH']);
    return {
        ...{ event, ref, commit },
        defaultBranch: facts?.default_branch ?? '',
        repositoryUrl: server === '' || repository === '' ? '' : `${server}/${repository}`,
        description: facts?.description ?? '',
        license: facts?.license?.spdx_id ?? '',
        committedAt: head?.timestamp ?? '',
    };
}
async function readEvent(path) {
    try {
        return dist/* parse */.qgA(eventSchema, JSON.parse(await (0,promises_.readFile)(path ?? '', 'utf8')));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/src/inputs/settings.js













/** What to do when no stage tests. */
const missingTestStageChoices = ['fail', 'skip', 'generate'];
const testResultsChoices = ['auto', 'log', 'off'];
const cacheChoices = ['auto', 'gha', 'registry', 'local', 'off'];
const cacheModes = ['min', 'max'];
const cacheWriteChoices = ['auto', 'always', 'never'];
const baselineSources = ['cache', 'registry', 'rebuild'];
const commentChoices = ['auto', 'changes', 'off'];
const sizeMetrics = ['compressed', 'uncompressed'];
/** A tag as the distribution specification allows it (reference grammar, without a digest). */
const tagPattern = /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/;
/** A tag, with a digest or without. */
const referencePattern = new RegExp(`${tagPattern.source.replace(/\$$/, '')}(?:@sha256:[0-9a-f]{64})?$`);
/** Inputs that end up as the value of an option or as a name: one that begins with `-` is a slip or an attack. */
const neverOptions = [
    'target',
    'builder',
    'cache-ref',
    'image-key',
    'baseline-image',
    'baseline-release',
    'context',
    'file',
    'report-dir',
    'network',
    'shm-size',
    'provenance',
    'sbom',
];
/**
 * Checks the raw inputs against each other and against the disk (`workspace` is an absolute folder).
 * Throws one UserError that lists every problem.
 */
async function settings_readSettings(raw, workspace, { folder, env, mask, fetchTree } = { folder: workspace, env: {} }) {
    const problems = new inputs_problems/* Problems */.Z();
    const read = new InputReader(raw, problems);
    const facts = await readRunFacts(env);
    for (const input of neverOptions) {
        if (raw[input].trim().startsWith('-'))
            problems.add(input, `"${raw[input]}" begins with "-"; an option is not a value here.`);
    }
    const choices = {
        missingTestStage: read.choice('missing-test-stage', missingTestStageChoices),
        testResults: read.choice('test-results', testResultsChoices),
        cache: read.choice('cache', cacheChoices),
        cacheMode: read.choice('cache-mode', cacheModes),
        cacheWrite: read.choice('cache-write', cacheWriteChoices),
        sizeMetric: read.choice('size-metric', sizeMetrics),
        comment: read.choice('comment', commentChoices),
    };
    const place = { workspace: await (0,promises_.realpath)(workspace), folder: await (0,promises_.realpath)(folder), env };
    const settings = {
        ...choices,
        testTargets: read.list('test-target', true),
        target: read.text('target'),
        testCache: read.flag('test-cache'),
        testTimeoutMs: read.minutes('test-timeout'),
        coverage: read.flag('coverage') || read.text('min-coverage') !== undefined,
        minCoveragePercent: read.percent('min-coverage'),
        allowNoTests: read.flag('allow-no-tests'),
        buildArgs: read.keyValues('build-args', 'KEY=VALUE', { bareValue: (key) => env[key] }),
        ...readSecrets(read, env),
        ...(await readDockerInputs(read, place, problems)),
        ...readTags(read, facts, problems),
        facts,
        ociLabels: read.flag('oci-labels'),
        push: read.flag('push'),
        load: read.flag('load'),
        pull: read.flag('pull'),
        noCache: read.flag('no-cache'),
        builder: (0,builder_name/* nameOfBuilder */.E)(raw.builder),
        cacheRef: read.text('cache-ref'),
        cacheFrom: read.list('cache-from', false),
        cacheTo: read.list('cache-to', false),
        parallelBuild: read.flag('parallel-build'),
        imageKey: read.text('image-key'),
        baseline: read.choices('baseline', baselineSources, 'off'),
        baselineImage: read.text('baseline-image'),
        baselineRelease: read.tagPattern('baseline-release'),
        maxSizeBytes: read.size('max-size'),
        maxIncrease: read.growthLimits('max-increase'),
        ignoreBaseImage: read.flag('ignore-base-image'),
        sizeOverrideLabel: read.text('size-override-label'),
        minChangeBytes: read.size('min-change') ?? 0,
        smokeCheck: read.smokeCheck('smoke-test'),
        smokePort: read.port('smoke-port'),
        smokeTimeoutMs: read.duration('smoke-timeout'),
        smokeEnv: read.keyValues('smoke-env', 'KEY=VALUE'),
        githubToken: readToken(read.text('github-token')),
        summary: read.flag('summary'),
        fileAnnotations: read.flag('file-annotations'),
    };
    const secrets = [...(0,secret_values/* secretValuesOf */.WD)(settings), ...(await readSecretFileValues(settings.secretFiles))];
    for (const secret of secrets)
        mask?.(secret);
    checkTogether(settings, problems);
    const paths = await findSources({ ...raw, context: (0,git_context/* withDefaultContext */.h8)(raw.context, env) }, workspace, problems, async (url) => {
        problems.throwIfAny();
        const { builder, ssh, secrets, githubToken } = settings;
        const all = [...secrets, ...(0,git_context/* gitSecret */.tv)(url, githubToken, secrets, env)];
        return fetchTree?.({ url, builder, ssh, secrets: all });
    });
    problems.throwIfAny();
    return { ...settings, ...paths };
}
/** Context and Dockerfile: in the workspace, or in the tree of a Git repository that `fetch` brings. */
async function findSources(raw, workspace, problems, fetch) {
    const context = raw.context.trim() || '.';
    const file = raw.file.trim();
    const tree = (0,git_context/* isGitUrl */.m8)(context) ? await fetch(context) : undefined;
    return tree === undefined
        ? (0,inputs_paths/* findContext */.hS)(context, file, workspace, problems)
        : (0,inputs_paths/* findContext */.hS)('.', file, tree, problems);
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
        problems.add('baseline-release', 'it needs cache in baseline, whose records carry the sizes of releases.');
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js
var test_command = __webpack_require__(6044);
;// CONCATENATED MODULE: ./lib/src/plan/choose-parallel-build.js


/** Commands that change something outside of the build, which tests that fail must prevent. */
const sending = /\bnuget(?:\.exe)?\s+push\b|\b(?:npm|pnpm|yarn)\s+publish\b|\bef\s+database\s+update\b|\bgit\s+push\b|\bdocker\s+push\b/;
/**
 * Decides whether tests and final stage go side by side. They wait for each other where it was not asked for, where one builds on the
 * other, where steps would run twice, where nothing is left to run beside the tests, and where a step sends something out.
 */
function chooseParallelBuild(plan, { parallelBuild, noCache, noCacheFilters }) {
    const after = (reason) => ({ kind: 'after', reason });
    const { tests, instrumented } = plan;
    if (!parallelBuild)
        return after('parallel-build is false');
    if (tests.kind !== 'stages')
        return after('no stage tests');
    if (instrumented.finalHasTests)
        return after('it needs a stage that tests');
    if (noCache || noCacheFilters.length > 0)
        return after('without the cache its steps would run twice');
    const runs = ownRuns(plan);
    if (runs.length === 0)
        return after('it runs nothing that the tests don’t need');
    const sender = runs.find((run) => sending.test((0,test_command/* commandOf */.Nl)(run)));
    if (sender === undefined)
        return { kind: 'parallel' };
    const line = instrumented.origins.get(sender.firstLine) ?? sender.firstLine;
    return after(`line ${line} sends something out: RUN ${(0,test_command/* commandOf */.Nl)(sender).replace(/\s+/g, ' ').slice(0, 200)}`);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/plan/stages/choose-stages.js
var choose_stages = __webpack_require__(7121);
;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/name-stage.js
/** The name that a stage without one is given. */
function nameForStage(index) {
    return `dotnet-container-stage-${index}`;
}
/** Gives a stage without a name one, since `--target` and `FROM` take no number; the lines stay where they are. */
function nameStage(lines, stage) {
    if (stage.name !== undefined)
        return stage.name;
    const name = nameForStage(stage.index);
    const at = stage.fromLastLine - 1;
    const line = lines[at] ?? '';
    if (!line.trimEnd().endsWith(` AS ${name}`))
        lines[at] = line.replace(/\s*$/, ` AS ${name}`);
    return name;
}

;// CONCATENATED MODULE: ./lib/src/plan/instrument/append-stages.js




/**
 * Gives stages that test only in ENTRYPOINT or CMD, which a build never runs, a stage of ours that runs that command in a
 * RUN. Stages that already test while they are built stay as they are.
 */
function appendStartCommands(dockerfile, testStages, buildArgs) {
    const added = [];
    const lines = dockerfile.text.split('\n');
    const names = testStages.map((stage) => {
        if (stage.instructions.some((one) => one.keyword === 'RUN' && (0,test_command/* classifyInstruction */.Ld)(one) !== 'known'))
            return undefined;
        const start = readStartCommand(dockerfile, stage);
        if (start === undefined)
            return undefined;
        const name = `dotnet-container-start-${stage.index}`;
        added.push({ text: `FROM ${nameStage(lines, stage)} AS ${name}`, origin: start.line });
        added.push({ text: `RUN ${start.command}`, origin: start.line });
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
/** Adds the stage that was suggested for a Dockerfile without one, with the secrets and keys of its restore step. */
function appendSuggestion(dockerfile, { source, lines }, buildArgs) {
    const flags = restoreFlags(dockerfile, source);
    const text = dockerfile.text.split('\n');
    const added = [
        `FROM ${nameStage(text, source)} AS dotnet-container-tests`,
        ...lines.map((line) => line.replace(/^RUN /, `RUN ${flags}`)),
    ];
    const named = { ...dockerfile, text: text.join('\n') };
    const extended = append(named, added.map((line) => ({ text: line, origin: source.firstLine })), buildArgs);
    return { ...extended, testStages: extended.dockerfile.stages.slice(-1), labels: ['test'] };
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
/** The command that a container of the stage starts, as the argument of a RUN, when it tests. */
function readStartCommand(dockerfile, stage) {
    const all = (0,stage_graph/* chainOf */.dR)(dockerfile, stage)
        .reverse()
        .flatMap((one) => one.instructions);
    const entrypoint = all.findLast((one) => one.keyword === 'ENTRYPOINT');
    const cmd = all.findLast((one) => one.keyword === 'CMD');
    const start = entrypoint ?? cmd;
    if (start === undefined || (0,test_command/* classifyCommand */.IB)(wholeCommand(start, cmd)) !== 'tests')
        return undefined;
    const words = start.execForm;
    if (words === undefined)
        return { command: start.argument, line: start.firstLine };
    const more = start === entrypoint ? (cmd?.execForm ?? []) : [];
    return { command: JSON.stringify([...words, ...more]), line: start.firstLine };
}
function wholeCommand(start, cmd) {
    return cmd === undefined || cmd === start ? (0,test_command/* commandOf */.Nl)(start) : `${(0,test_command/* commandOf */.Nl)(start)} ${(0,test_command/* commandOf */.Nl)(cmd)}`;
}
/** The mounts with which a restore reaches private feeds: `dotnet test` restores what is missing. */
function restoreFlags(dockerfile, source) {
    const restore = (0,stage_graph/* chainOf */.dR)(dockerfile, source)
        .flatMap((stage) => stage.instructions)
        .find((one) => one.keyword === 'RUN' && /\bdotnet\s+restore\b/.test((0,test_command/* commandOf */.Nl)(one)));
    const mounts = (restore?.flags ?? []).filter(({ name, value }) => name === 'mount' && /(?:^|,)type=(?:secret|ssh)\b/.test(value));
    return mounts.map(({ value }) => `--mount=${value} `).join('');
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/dockerignore.js
var dockerignore = __webpack_require__(6737);
;// CONCATENATED MODULE: ./lib/src/plan/stages/find-projects.js


const skippedFolders = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults']);
const maxFolders = 5_000;
const maxProjectLength = 1024 * 1024;
/** What marks a project as one of tests: the test SDK, a framework's package or its own SDK. */
const testMarks = /Microsoft\.NET\.Test\.Sdk|IsTestProject>\s*true|IsTestingPlatformApplication>\s*true|MSTest\.Sdk|Include="(?:xunit(?:\.v3)?|NUnit|MSTest|MSTest\.TestFramework|TUnit)"/i;
/** Finds solutions and test projects below a build context, nearest to its top first; unreadable folders are passed over. */
async function findProjects(context, isIgnored) {
    const testProjects = [];
    const ignoredTestProjects = [];
    const solutions = [];
    const testTexts = [];
    const allTexts = [];
    const folders = [''];
    for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
        const folder = folders.shift();
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(context, folder), { withFileTypes: true }).catch(() => []);
        for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && !skippedFolders.has(entry.name))
                folders.push(path);
            if (!entry.isFile())
                continue;
            const isLeftOut = isIgnored(path);
            if (/\.slnx?$/i.test(entry.name) && !isLeftOut)
                solutions.push(path);
            if (!/\.(?:cs|fs|vb)proj$|^Directory\.\w+\.(?:props|targets)$|\.runsettings$/i.test(entry.name))
                continue;
            const text = (await (0,promises_.readFile)((0,external_node_path_.join)(context, path), 'utf8').catch(() => '')).slice(0, maxProjectLength);
            const isTestProject = /proj$/i.test(entry.name) && testMarks.test(text);
            if (isLeftOut) {
                if (isTestProject)
                    ignoredTestProjects.push(path);
                continue;
            }
            allTexts.push(text);
            if (isTestProject) {
                testProjects.push(path);
                testTexts.push(text);
            }
        }
    }
    return { testProjects, ignoredTestProjects, solutions, habits: readHabits(testTexts, allTexts) };
}
function readHabits(testTexts, allTexts) {
    const options = new Set(testTexts.map(platformReportOptionOf));
    const [only] = options;
    return {
        hasOwnRunSettings: allTexts.some((text) => text.includes('<RunSettingsFilePath>')),
        hasOwnLogger: allTexts.some((text) => /<VSTestLogger>|<VSTestResultsDirectory>|<Logger\s/.test(text)),
        // An option that one project does not know fails its whole run, so all of them must know the same.
        platformReportOption: options.size === 1 ? only : undefined,
        executablesKnowOption: only === '--report-trx' || testTexts.every(runsOnPlatform),
    };
}
/** Whether a test project of xunit 3 has Microsoft.Testing.Platform as its runner also when it is started by itself. */
function runsOnPlatform(text) {
    return /<UseMicrosoftTestingPlatformRunner>\s*true/i.test(text);
}
/** The TRX option of Microsoft.Testing.Platform that a test project surely knows, by its references. */
function platformReportOptionOf(text) {
    if (/Include="xunit\.v3(?:\.\w+)*"/i.test(text))
        return '--report-xunit-trx';
    return /Microsoft\.Testing\.Extensions\.TrxReport|Include="(?:MSTest|TUnit)"|Sdk="MSTest\.Sdk/i.test(text)
        ? '--report-trx'
        : undefined;
}

// EXTERNAL MODULE: ./lib/src/plan/image-identity.js
var image_identity = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/src/plan/instrument/result-strategy.js
var result_strategy = __webpack_require__(4277);
;// CONCATENATED MODULE: ./lib/src/plan/stages/untested-projects.js

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

;// CONCATENATED MODULE: ./lib/src/plan/instrument/instrument.js







/**
 * Puts mounts on the RUNs that test: secrets that MSBuild reads as properties (so that an unchanged `dotnet test` writes
 * TRX), the cache mount that outlives a failing RUN, and one secret that is never given, whose id makes the step miss
 * the cache. Secrets change neither the image nor, by their value, the cache key.
 */
function instrumentTests({ dockerfile, testStages: stages, labels, origins }, final, options) {
    const shipped = dockerfile.stages[final.index] ?? final;
    const needed = new Set(stages.flatMap((stage) => [...(0,stage_graph/* neededFor */.r4)(dockerfile, stage)]));
    const testRuns = [...needed].flatMap((stage) => findTestRuns(dockerfile, stage, shipped, stages.includes(stage), options));
    const lines = dockerfile.text.split('\n');
    const secrets = [];
    for (const [number, run] of testRuns.entries()) {
        const mounts = (0,run_mounts/* planMounts */.Ou)(dockerfile, run, number, shipped, options);
        secrets.push(...mounts.secrets);
        const at = run.instruction.firstLine - 1;
        lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${mounts.flags.join('')}`);
    }
    const targets = stages.map((stage, index) => ({
        target: nameStage(lines, stage),
        label: labels[index] ?? (0,parse_dockerfile/* stageLabel */.Hn)(stage),
    }));
    const finalTarget = nameStage(lines, shipped);
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
        finalHasTests: testRuns.some((run) => finalStages.has(run.owner)),
        untested: {
            text: untested.text,
            targets: untested.stages.map((stage) => nameStage(lines, stage)),
        },
        jobId: options.jobId,
        place: { placeId: options.placeId, mayBeCached: options.mayBeCached },
    };
}
function findTestRuns(dockerfile, stage, final, wasAskedFor, { habits, collects }) {
    const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN');
    const kinds = new Map(runs.map((instruction) => [instruction, (0,test_command/* classifyInstruction */.Ld)(instruction)]));
    const certain = runs.some((instruction) => kinds.get(instruction) === 'tests');
    return runs
        .filter((one) => kinds.get(one) === 'tests' || (wasAskedFor && !certain && kinds.get(one) === 'unknown'))
        .map((instruction) => ({
        owner: stage,
        instruction,
        way: collects ? (0,result_strategy/* chooseCollectWay */.$)(dockerfile, stage, instruction, final, habits) : 'log',
        isCertain: kinds.get(instruction) === 'tests',
    }));
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
;// CONCATENATED MODULE: ./lib/src/plan/stages/suggest-test-stage.js




/**
 * A test stage for a Dockerfile that has none: from the SDK stage that the final one copies from, running the test
 * projects of the context at the place where that stage has them. Undefined where no stage builds .NET code.
 */
function suggestTestStage(dockerfile, final, { testProjects, ignoredTestProjects, solutions }) {
    const source = findSourceStage(dockerfile, final);
    if (source === undefined)
        return undefined;
    const base = source.name ?? freeName(dockerfile);
    // Where all of them are kept out, they have to be let in first.
    const kept = testProjects.length > 0 ? [] : ignoredTestProjects;
    const lines = testLines(dockerfile, source, { testProjects: [...testProjects, ...kept], solutions });
    return {
        text: ['# Runs the tests: docker build --target test', `FROM ${base} AS test`, ...lines, '', ''].join('\n'),
        source,
        lines,
        aboveLine: source === final ? linesOf(dockerfile).length + 1 : topOf(dockerfile, final),
        first: describeFirst(dockerfile, source, base, source === final, kept),
    };
}
function describeFirst(dockerfile, source, base, isFinal, ignored) {
    const from = linesOf(dockerfile)[source.firstLine - 1]?.trim() ?? '';
    const steps = [
        ...(ignored.length > 0
            ? [`let ${ignored.slice(0, 3).join(', ')} into the build, which the ignore file keeps out`]
            : []),
        ...(source.name === undefined
            ? [
                `give the stage in line ${source.firstLine} a name: ${from} AS ${base}` +
                    (isFinal ? '' : ` (COPY --from=${source.index} goes on working)`),
            ]
            : []),
        ...(isFinal ? [`set the input target: ${base}, since the stage that tests stands below it`] : []),
    ];
    return steps.length === 0 ? undefined : steps.join(', and ');
}
/** A name for the stage with the sources that no other stage has. */
function freeName({ stages }) {
    const names = stages.map((stage) => stage.name?.toLowerCase());
    return ['build', 'sources', 'sdk'].find((name) => !names.includes(name)) ?? 'test-base';
}
/** The stage with the sources: of those that the final one needs, the one that builds or publishes, or what that began from. */
function findSourceStage(dockerfile, final) {
    const needed = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)];
    const builds = needed.filter((stage) => runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/));
    const builder = builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ?? builds[0];
    if (builder === undefined)
        return undefined;
    // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
    let source = builder;
    for (const parent of (0,stage_graph/* chainOf */.dR)(dockerfile, builder).slice(1)) {
        if (source.instructions.some(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword)) || !builds.includes(parent))
            break;
        source = parent;
    }
    return source;
}
function runsDotnet(stage, command) {
    return stage.instructions.some((instruction) => instruction.keyword === 'RUN' && command.test((0,test_command/* commandOf */.Nl)(instruction)));
}
function testLines(dockerfile, source, { testProjects, solutions }) {
    const tree = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, source);
    if (testProjects.length === 0) {
        return [`WORKDIR ${tree.workdir}`, 'RUN dotnet test'];
    }
    const layoutKept = placesOf(tree, testProjects);
    if (layoutKept !== undefined)
        return [`WORKDIR ${layoutKept.root}`, ...commands(testProjects, solutions, tree)];
    // That stage does not have the test projects: they are copied, beside the sources where these kept their layout.
    const root = rootOf(tree) ?? external_node_path_.posix.join('/', 'tests-src');
    return [`WORKDIR ${root}`, 'COPY . .', ...commands(testProjects, solutions, undefined)];
}
function commands(testProjects, solutions, tree) {
    const [solution] = solutions;
    const solutionIsThere = solution !== undefined && (!tree || (0,copied_paths/* containerPathOf */.u)(tree, solution) !== undefined);
    if (testProjects.length > 1 && solutions.length === 1 && solutionIsThere)
        return [`RUN dotnet test ${quote(solution)}`];
    return testProjects.map((project) => `RUN dotnet test ${quote(project)}`);
}
/** The container folder in which every one of these context paths stands at its own relative path. */
function placesOf(tree, paths) {
    const roots = new Set(paths.map((path) => {
        const place = (0,copied_paths/* containerPathOf */.u)(tree, path);
        return place?.endsWith(`/${path}`) ? place.slice(0, -path.length - 1) || '/' : undefined;
    }));
    const [root] = roots;
    return roots.size === 1 && root !== undefined ? { root } : undefined;
}
function rootOf(tree) {
    for (const { source, destination } of tree.copies) {
        const place = destination.replace(/\/$/, '');
        if (source !== '' && place.endsWith(`/${source}`))
            return place.slice(0, -source.length - 1) || '/';
        const folder = external_node_path_.posix.dirname(source);
        if (source !== '' && folder !== '.' && place.endsWith(`/${folder}`))
            return place.slice(0, -folder.length - 1) || '/';
    }
    return undefined;
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
function quote(path) {
    return /[^\w./-]/.test(path) ? `"${path}"` : path;
}

;// CONCATENATED MODULE: ./lib/src/plan/plan.js












/**
 * Reads the Dockerfile and decides which stage tests and which one ships. Throws a UserError when that can't be
 * decided, or when no stage tests and `missing-test-stage` is `fail`; then with a stage to paste.
 */
async function makePlan(settings) {
    const text = await (0,promises_.readFile)(settings.file, 'utf8');
    const dockerfile = (0,parse_dockerfile/* parseDockerfile */.Ai)(text, settings.fileShown, settings.buildArgs);
    const ignoreFile = await (0,dockerignore/* readIgnoreFile */.rj)(settings.context, settings.file);
    const isIgnored = (path) => ignoreFile?.ruleFor(path) !== undefined;
    const projects = await findProjects(settings.context, isIgnored);
    const choice = (0,choose_stages/* chooseStages */.f)(dockerfile, settings);
    const identity = (0,image_identity/* identityOf */.c)(settings, (0,parse_dockerfile/* stageLabel */.Hn)(choice.final));
    const jobId = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const extended = extend(dockerfile, choice, settings, projects);
    return {
        dockerfile,
        paths: (0,inputs_paths/* pathsOf */.wG)(settings),
        ignoreFile,
        ...choice,
        ...(extended.testStages.length > 0 ? { tests: { kind: 'stages', stages: extended.testStages } } : {}),
        identity,
        instrumented: instrumentTests(extended, choice.final, {
            jobId,
            // Part of the cache key: only where that may hit is it the same for all jobs of the image.
            placeId: settings.testCache ? hashOf({ ...identity, buildArgs: [] }) : jobId,
            mayBeCached: settings.testCache,
            collects: settings.testResults === 'auto',
            coverage: settings.coverage,
            hangTimeoutMs: hangTimeoutOf(settings.testTimeoutMs),
            habits: projects.habits,
        }),
    };
}
/** What was decided, in one line for the log. */
function describePlan({ tests, instrumented, final, dockerfile }) {
    const stages = instrumented.targets.map(({ label }) => label).join(', ');
    return `${tests.kind === 'stages' ? `tests in stage ${stages}` : 'no stage tests'}, ships stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} of ${dockerfile.shown}`;
}
function hashOf(identity) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}
/** The Dockerfile with the stages that run what the team's own stages only start, or don't have. */
function extend(dockerfile, choice, { missingTestStage, buildArgs }, projects) {
    if (choice.tests.kind === 'stages')
        return appendStartCommands(dockerfile, choice.tests.stages, buildArgs);
    if (choice.tests.kind === 'missing' && missingTestStage !== 'skip') {
        const suggestion = suggestTestStage(dockerfile, choice.final, projects);
        if (suggestion === undefined || missingTestStage === 'fail')
            throw noTestStage(dockerfile, choice, suggestion);
        return appendSuggestion(dockerfile, suggestion, buildArgs);
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
function noTestStage(dockerfile, { final }, suggestion) {
    const place = { file: dockerfile.shown, line: suggestion?.aboveLine ?? final.firstLine };
    const title = 'No stage runs the tests';
    const skip = 'To build without tests, set missing-test-stage: skip.';
    if (suggestion === undefined) {
        const why = `no stage that ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} copies from builds .NET code, so none can be suggested`;
        return new errors/* UserError */.y(title, `${dockerfile.shown} has no stage that tests, and ${why}. ${skip}`, place);
    }
    const before = suggestion.first === undefined ? '' : `First, ${suggestion.first}.\n`;
    const where = `Paste this above line ${suggestion.aboveLine} of ${dockerfile.shown}:`;
    return new errors/* UserError */.y(title, `${dockerfile.shown} has no stage that tests.\n${before}${where}\n\n${suggestion.text}${skip}`, place, suggestion.text);
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
/** A baseline of another platform, or one measured in another way, says nothing about this image. */
function requireSameKind(baseline, image) {
    if (baseline.kind === 'none')
        return baseline;
    const differs = differsInKind(baseline.record, image);
    if (differs === undefined)
        return baseline;
    const what = baseline.source === 'registry' || baseline.source === 'rebuild'
        ? `The baseline of ${baseline.source}`
        : 'A stored baseline';
    return noBaseline('No baseline that can be compared.', `${what} was not used: ${differs}.`);
}
/** Why an earlier image can't be compared with this one, as half a sentence; undefined when it can. */
function differsInKind({ platform, method, compression, layers }, image) {
    if (!isSamePlatform(platform, image.platform))
        return `it is of ${platform}, this image is of ${image.platform}`;
    if (method !== image.method)
        return `it was measured by ${method}, this image by ${image.method}`;
    // Nothing is compressed in an image without layers.
    const hasLayers = [layers, image.layers].every((some) => some === undefined || some.length > 0);
    if (hasLayers && compression !== image.compression)
        return `its layers are compressed with ${compression}, those of this image with ${image.compression}`;
    return undefined;
}
/** The record that the image is compared with, when there is one. */
function recordOfBaseline(baseline) {
    return baseline.kind === 'found' ? baseline.record : undefined;
}

;// CONCATENATED MODULE: ./lib/src/docker/registry-size.js


/** A registry that does not answer soon is not waited for: nothing depends on it. */
const soonMs = 5_000;
const size = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const descriptor = dist/* object */.Ikc({
    digest: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^sha256:[0-9a-f]{64}$/)),
    size,
    platform: dist/* optional */.lqM(dist/* object */.Ikc({ os: dist/* string */.YjP(), architecture: dist/* string */.YjP(), variant: dist/* optional */.lqM(dist/* string */.YjP()) })),
});
const indexSchema = dist/* object */.Ikc({ manifests: dist/* array */.YOg(descriptor) });
const manifestSchema = dist/* object */.Ikc({ config: descriptor, layers: dist/* array */.YOg(descriptor) });
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
    const index = dist/* safeParse */.xLC(indexSchema, top.json);
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
    const manifest = dist/* safeParse */.xLC(manifestSchema, json);
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

// EXTERNAL MODULE: ./lib/src/docker/builder.js
var docker_builder = __webpack_require__(6096);
;// CONCATENATED MODULE: ./lib/src/build/placeholders.js


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
    const { args, env } = (0,build_request/* planBuildCommand */.l)((0,build_request/* toBuildRequest */.D)({ context: folder, dockerfile, builder, outputs }));
    const ended = await docker.run({ args, env, deadlineMs });
    if (ended.kind === 'exited' && ended.code === 0)
        return { kind: 'exported', layoutFolder };
    const said = ended.kind === 'exited' ? (0,build_error/* errorLineOf */.k)(ended.stderr) : ended.kind;
    return { kind: 'failed', reason: said ?? 'the build failed' };
}

// EXTERNAL MODULE: ./lib/src/testing/describe-tests.js + 4 modules
var describe_tests = __webpack_require__(608);
// EXTERNAL MODULE: ./lib/src/measure/record/image-record.js
var image_record = __webpack_require__(5262);
;// CONCATENATED MODULE: ./lib/src/measure/record/make-record.js


/** The record of an image that was just measured. */
function recordOf(measured, { identity, builder, source, tests, steps, neighbours }) {
    const { driver, engine } = builder;
    const { commit, branch } = source ?? {};
    const isRestoreCached = findRestore([...(tests?.steps ?? []), ...steps]);
    return {
        version: image_record/* recordVersion */.If,
        ...identityOf(identity),
        ...contentOf(measured),
        driver,
        engine,
        createdAt: new Date().toISOString(),
        ...(commit === undefined ? {} : { commit }),
        ...(branch === undefined ? {} : { branch }),
        ...(neighbours === undefined ? {} : { neighbours }),
        ...(isRestoreCached === undefined ? {} : { isRestoreCached }),
        history: [],
        ...(tests === undefined ? {} : { tests: recordOfTests(tests) }),
    };
}
function identityOf({ imageKey, file, target, buildArgs }) {
    return { imageKey, file, target, buildArgs };
}
/** The part of a measurement that is kept. */
function contentOf({ platform, method, compression, manifestDigest, configDigest, configBytes, compressedBytes, uncompressedBytes, layers, base, user, }) {
    return {
        ...{ platform, method, compression, manifestDigest, configDigest },
        ...{ configBytes, compressedBytes, uncompressedBytes, layers, user },
        ...(base === undefined ? {} : { base }),
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
    const names = (0,describe_tests/* testNames */.ld)(tests);
    const keepsNames = names.length <= 30_000 && names.reduce((sum, name) => sum + name.length, 0) <= maxNamesLength;
    const { linesCovered, linesValid } = tests.coverage?.total ?? {};
    return {
        verdict: tests.verdict,
        ...tests.counts,
        durationMs: Math.round(tests.durationMs),
        ...(keepsNames ? { names } : {}),
        ...(linesCovered === undefined || linesValid === undefined ? {} : { linesCovered, linesValid }),
    };
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
const oci_layout_indexSchema = dist/* object */.Ikc({ manifests: listOf(descriptorSchema) });
const oci_layout_manifestSchema = dist/* object */.Ikc({ config: descriptorSchema, layers: listOf(descriptorSchema) });
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
    const index = check(oci_layout_indexSchema, await layout.index(), 'index.json');
    const entries = (await Promise.all(index.manifests.map((entry) => imagesOf(layout, entry, 0)))).flat();
    // An image with several names is listed once for each of them.
    const manifests = [...new Map(entries.map((entry) => [entry.digest, entry])).values()];
    return Promise.all(manifests.map((descriptor) => readImage(layout, descriptor)));
}
async function readImage(layout, descriptor) {
    const manifest = await readJsonBlob(layout, descriptor, oci_layout_manifestSchema);
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
async function imagesOf(layout, descriptor, depth) {
    const isAttestation = descriptor.annotations?.['vnd.docker.reference.type'] !== undefined;
    if (isAttestation || descriptor.platform?.os === 'unknown')
        return [];
    if (!/index|manifest\.list/.test(descriptor.mediaType))
        return [descriptor];
    if (depth > 3)
        throw new Error('the image index is nested too deeply');
    const nested = await readJsonBlob(layout, descriptor, oci_layout_indexSchema);
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
        : await countLayers(reference)) ?? countInHistory(origins);
    const version = dotnetVersion(image.config);
    return { ...reference, layerCount, ...(version === undefined ? {} : { dotnetVersion: version }) };
}
/** The base image by name, and by the digest that its FROM has or that BuildKit resolved it to, as the name of its step shows. */
function findReference({ plan, steps }) {
    const root = (0,run_mounts/* rootOf */.I5)(plan.dockerfile, plan.final);
    if (root.base.toLowerCase() === 'scratch')
        return undefined;
    const [, name = root.base, pinned] = /^(.*?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(root.base) ?? [];
    const digest = pinned ?? resolvedDigest(steps, plan.dockerfile, root, name);
    return { name, ...(digest === undefined ? {} : { digest }) };
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
    const names = name === undefined ? [`stage-${index}`, nameForStage(index)] : [name];
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
function countInHistory(origins) {
    const first = origins.findIndex((origin) => origin.line !== undefined);
    return first < 0 ? origins.length : first;
}
/** The runtime's version, which the .NET images have in their environment (dotnet-docker, Dockerfiles of runtime and aspnet). */
function dotnetVersion({ config }) {
    const value = (name) => config?.Env?.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
    return value('ASPNET_VERSION') ?? value('DOTNET_VERSION');
}

;// CONCATENATED MODULE: ./lib/src/measure/record/known-layers.js
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
// EXTERNAL MODULE: ./lib/src/measure/analyze/allocate.js
var allocate = __webpack_require__(1155);
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
        return sum <= 0 ? exact.map(() => 0) : (0,allocate/* shareOut */.M)(Math.min(totalBytes, Math.round(sum)), exact);
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
        const why = (0,message_of/* messageOf */.b)(error);
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
            pieces.push({ start: placeOf(header), sizeBytes: isFile ? sizeBytes : 0 });
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
function placeOf(header) {
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

;// CONCATENATED MODULE: ./lib/src/measure/record/fit-contents.js

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
    return layers.map((layer, index) => {
        if (kept.has(index))
            return layer;
        const bare = { ...layer };
        delete bare.content;
        return bare;
    });
}
function sizeOfDocuments({ documents }) {
    return documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0);
}

;// CONCATENATED MODULE: ./lib/src/measure/measurement.js


/** Puts together what the layers tell with what made them, and adds up their sizes. */
function describeContent({ config, configBytes }, read, origins, base) {
    const ownFrom = base?.layerCount ?? 0;
    const layers = read.map(({ content, ...layer }, index) => {
        const { createdBy = '', line, copiedFrom } = origins[index] ?? {};
        const isOwn = index >= ownFrom;
        return {
            ...layer,
            createdBy,
            ...(line === undefined || !isOwn ? {} : { line }),
            ...(copiedFrom === undefined || !isOwn ? {} : { copiedFrom }),
            ...(content === undefined ? {} : { content }),
        };
    });
    return {
        platform: platformOf(config),
        configBytes,
        compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
        uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
        layers: fitContents(layers, ownFrom),
        ...(base === undefined ? {} : { base }),
        user: config.config?.User ?? '',
    };
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
    const sources = await measure_image_findSources(layoutFolder, image, known);
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
            : await readLayer(layoutFolder, layer, diffId, isOwn, warnings);
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
async function measure_image_findSources(folder, image, byDigest) {
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
async function readLayer(folder, layer, diffId, isOwn, warnings) {
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
    if (!(0,docker_builder/* writesLayouts */.Q)(builder))
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

// EXTERNAL MODULE: ./lib/src/git/git.js
var git = __webpack_require__(5349);
// EXTERNAL MODULE: ./lib/src/git/head.js
var head = __webpack_require__(3275);
;// CONCATENATED MODULE: ./lib/src/git/check-out-tree.js




/**
 * Writes the files of a commit into `<folder>/tree`; what is checked out, its index included, stays as it is. Undefined where
 * the clone does not have that commit. Not `git archive`, which leaves out and rewrites what `export-ignore` and
 * `export-subst` name: another tree than the one that was built then.
 */
async function checkOutTree(inside, commit, folder) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return undefined;
    const [top, date] = await Promise.all([
        (0,head/* readTopLevel */.U)(inside),
        (0,git/* runGit */.E)(inside, ['log', '--max-count=1', '--format=%cI', commit]),
    ]);
    if (top === undefined || date === undefined)
        return undefined;
    const tree = (0,external_node_path_.join)(folder, 'tree');
    await (0,promises_.mkdir)(tree, { recursive: true });
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index') };
    const read = await (0,git/* runGit */.E)(top, ['read-tree', commit], env);
    const written = read === undefined
        ? undefined
        : await (0,git/* runGit */.E)(top, ['checkout-index', '--all', `--prefix=${tree}${external_node_path_.sep}`], env);
    if (written === undefined)
        return undefined;
    return { folder: tree, top, committedAt: new Date(date.trim()).toISOString() };
}

// EXTERNAL MODULE: ./lib/src/testing/failures/explain-failure.js + 16 modules
var explain_failure = __webpack_require__(9320);
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
    const built = await runFinalBuild(docker, log, plan, { ...request, outputs, metadataFile });
    const metadata = metadataFile === undefined ? undefined : await readBuildMetadata(metadataFile);
    return { ...built, layoutFolder: folder, metadata };
}
/** Builds the final stage to what the request says; it writes no cache. Throws a UserError as `buildFinal` does. */
async function runFinalBuild(docker, log, plan, request) {
    const label = (0,parse_dockerfile/* stageLabel */.Hn)(plan.final);
    const build = await (0,run_build/* runBuild */.c)(docker, log, `Image: docker buildx build, stage ${label}`, { ...request, cacheTo: [] }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: false });
    if (build.outcome !== 'built') {
        const isLoad = build.steps.some(({ name, outcome }) => outcome === 'failed' && name === loadStep);
        if (isLoad)
            throw new errors/* UserError */.y(loadFailure, (0,build_error/* parseBuildError */.g)(build.text).message);
        const { title, message, line } = (0,explain_failure/* explainFailure */.S)(build, plan);
        throw new errors/* UserError */.y(title ?? `Stage ${label} could not be built`, message, {
            file: plan.dockerfile.shown,
            ...(line === undefined ? {} : { line }),
        });
    }
    const steps = build.steps.map((step) => ({ ...step, name: (0,run_mounts/* withoutMarks */.zw)(step.name) }));
    return { steps, warnings: (0,run_build/* cacheWarnings */.I)([build]) };
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
            throw new Error('buildx does not tell which image it built.');
        return { ...built, reference, configDigest, remove };
    }
    catch (error) {
        // A build that failed has left no name.
        await remove();
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/shared/other-image-error.js

/** The cached build gave another image than the one that was measured when it was repeated; measuring anew may mend that. */
class OtherImageError extends errors/* UserError */.y {
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/src/shared/read-tar.js




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




const inspectDeadlineMs = 30_000;
const same = (by) => ({ kind: 'same', by });
const check_delivery_indexSchema = dist/* looseObject */._H3({
    manifests: dist/* array */.YOg(dist/* looseObject */._H3({ digest: dist/* string */.YjP(), annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) })),
});
const check_delivery_manifestSchema = dist/* looseObject */._H3({ config: dist/* looseObject */._H3({ digest: dist/* string */.YjP() }) });
/** Looks at what was delivered; `digest` is what buildx says of it. Throws an Error for an archive that is damaged. */
async function proveDelivery(tools, delivery, digest, measured) {
    const { how, asked } = delivery;
    if (how === 'pushed')
        return provePush(tools, delivery, digest ?? measured[0].manifestDigest, measured);
    if (asked.dest === undefined || asked.type === 'local' || asked.type === 'tar')
        return same('build');
    const isFolder = attributeOf(asked, 'tar') === 'false';
    const read = isFolder ? readArchiveFolder : readArchive;
    const { manifestDigests, configDigests } = await read(asked.dest);
    if (measured.every((image) => manifestDigests.has(image.manifestDigest)))
        return same('manifest');
    const hasConfigs = measured.every((image) => configDigests.has(image.configDigest));
    return hasConfigs ? same('config') : { kind: 'other' };
}
/** What the registry has under the digest must be the measured manifest, or an index with it. */
async function provePush({ docker, builder }, { names, isCompressedAlike }, digest, measured) {
    if (measured.length === 1 && digest === measured[0].manifestDigest)
        return same('manifest');
    const repository = repositoryOf(names[0] ?? '');
    const ask = (of) => askManifest(docker, `${repository}@${of}`, builder, inspectDeadlineMs);
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

;// CONCATENATED MODULE: ./lib/src/deliver/new-images.js



/** Configs of images are a few kilobytes. */
const maxConfigBytes = 1024 * 1024;
const new_images_configSchema = dist/* looseObject */._H3({
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
    try {
        const config = dist/* safeParse */.xLC(new_images_configSchema, JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
        return config.success && config.output.os !== 'unknown';
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/src/deliver/deliver-image.js











/**
 * Loads, pushes or writes the image by repeating the cached build with each of the outputs, but for the one that is `done`, as the
 * last act of the job. Throws a UserError when that fails, and an OtherImageError when what was delivered is not the image that
 * was measured.
 */
async function deliverImage(tools, measured, deliveries, done) {
    const again = layoutOutput(measured.layoutFolder, choosePacking(tools.settings));
    const { measurements } = measured;
    return deliverAll(tools, measurements, deliveries, async (delivery) => {
        if (delivery === done?.delivery) {
            tools.log.info(`${wordsOf(delivery).title}: done with the build.`);
            return { sent: done.image, proof: 'build' };
        }
        // The same build also writes into the layout folder again, which costs little, since its blobs are there: what it adds
        // tells whether this solve gave the image that was measured.
        const before = await listBlobs(measured.layoutFolder);
        const sent = await send(tools, delivery, [again, delivery.output]);
        if (await hasNewImage(measured.layoutFolder, before))
            throw notMeasured(delivery, measurements);
        const { docker, settings } = tools;
        const asked = { docker, builder: settings.builder };
        const compared = await proveDelivery(asked, delivery, sent.digest, measurements).catch((error) => ({
            kind: 'unknown',
            reason: (0,message_of/* messageOf */.b)(error),
        }));
        if (compared.kind === 'same')
            return { sent, proof: compared.by };
        if (compared.kind === 'other')
            throw notMeasured(delivery, measurements);
        throw new errors/* UserError */.y('What was delivered could not be checked', wordsOfUnknown(delivery, compared.reason));
    });
}
/**
 * The same for an engine with its legacy store, which compresses while it pushes: only by its config can the image be
 * told to be the measured one.
 */
async function deliverFromEngine(tools, measured, deliveries) {
    return deliverAll(tools, [measured], deliveries, async (delivery) => {
        const sent = await send(tools, delivery, [delivery.output]);
        const hasConfig = delivery.how !== 'written';
        // Before Docker 23 an engine names what it loads by its config alone.
        const configDigest = sent.configDigest ?? sent.digest;
        if (hasConfig && configDigest !== measured.configDigest)
            throw notMeasured(delivery, [measured]);
        return { sent, proof: hasConfig ? 'config' : 'build' };
    });
}
/**
 * One solve for each output: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of
 * another output.
 */
async function deliverAll({ settings }, [{ manifestDigest }], deliveries, deliver) {
    const outputs = [];
    let first;
    for (const delivery of deliveries) {
        const { sent, proof } = await deliver(delivery);
        const { how, names, asked } = delivery;
        const where = asked.dest === undefined ? names.join(', ') : (0,inputs_paths/* shownPath */.pS)(asked.dest, settings.workspace);
        const took = sent.durationMs === undefined ? {} : { durationMs: sent.durationMs };
        outputs.push({ how, where, checkedBy: proof, ...took });
        const rank = ['pushed', 'loaded', 'written'].indexOf(how);
        if (first === undefined || rank < first.rank)
            first = { rank, sent };
    }
    if (first === undefined)
        return { kind: 'nothing' };
    const { digest = manifestDigest, metadata } = first.sent;
    return { kind: 'delivered', digest, metadata, outputs };
}
/** What a delivery is called while it runs, and when it fails. */
function wordsOf({ how, names, asked }) {
    switch (how) {
        case 'pushed':
            return { title: `Push ${names.join(', ')}`, failure: 'The push failed' };
        case 'loaded':
            return { title: `Load ${names.join(', ') || 'the image'}`, failure: loadFailure };
        case 'written':
            return { title: `Write ${asked.dest ?? ''}`, failure: `${asked.dest ?? ''} could not be written` };
    }
}
/** Sends the image to one place, by the cached build. */
async function send({ docker, log, request, tempFolder }, delivery, outputs) {
    // buildx makes no folders for an archive.
    if (delivery.asked.dest !== undefined)
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(delivery.asked.dest), { recursive: true });
    return repeatBuild(docker, log, wordsOf(delivery), { ...request, outputs }, tempFolder);
}
function wordsOfPlace({ names, asked }) {
    return asked.dest ?? (names.join(', ') || 'the engine');
}
function notMeasured(delivery, measured) {
    const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ');
    return new OtherImageError('Another image was delivered than the one that was measured', `Measured was ${digests}; ${wordsOfPlace(delivery)} got another one. The builder gave it when the build was repeated from its cache: ` +
        'something else uses the builder, or changes files of the build, at the same time. Run the job again.');
}
function wordsOfUnknown(delivery, reason) {
    return (`${wordsOfPlace(delivery)} was looked at, to see that it is the measured image: ${reason}. ` +
        'Look at what is there, and run the job again.');
}

;// CONCATENATED MODULE: ./lib/src/deliver/load-with-build.js

const load_with_build_inspectDeadlineMs = 30_000;
/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/;
const load_with_build_descriptorSchema = dist/* looseObject */._H3({ digest: dist/* string */.YjP() });
/**
 * The load that the build of the image can do itself, which saves a second solve: into the very engine that builds, of the image
 * as it is measured, and where nothing can hold it back any more, neither a budget nor a smoke test.
 */
function findLoadWithBuild(deliveries, settings, { driver }) {
    const { maxSizeBytes, maxIncrease, smokeCheck } = settings;
    const mayBeHeldBack = maxSizeBytes !== undefined || maxIncrease.length > 0 || smokeCheck !== undefined;
    if (driver !== 'docker' || mayBeHeldBack)
        return undefined;
    return deliveries.find(({ how, isCompressedAlike }) => how === 'loaded' && isCompressedAlike);
}
/**
 * Asks the engine what it has of an image that was loaded by its build, whose metadata name the digest of the layout beside it.
 * Gives undefined where it doesn't tell, as engines before 28: then it has to be loaded once more.
 */
async function askLoaded(docker, metadata) {
    const name = metadata?.imageName?.split(',')[0];
    if (name === undefined)
        return undefined;
    const asked = await docker.run({
        args: ['image', 'inspect', '--format', '{{json .Descriptor}}', nameless.exec(name)?.[1] ?? name],
        deadlineMs: load_with_build_inspectDeadlineMs,
    });
    if (asked.kind !== 'exited' || asked.code !== 0)
        return undefined;
    const descriptor = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), load_with_build_descriptorSchema), asked.stdout);
    if (!descriptor.success)
        return undefined;
    const { digest } = descriptor.output;
    const own = { 'containerimage.digest': digest, 'containerimage.descriptor': descriptor.output };
    return { digest, metadata: { ...metadata?.all, ...own } };
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
    }));
    return planned.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
}
/** Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has. */
function withMediaTypes(output) {
    if (attributeOf(output, 'oci-mediatypes') !== undefined)
        return output;
    return { ...output, attributes: [...output.attributes, ['oci-mediatypes', 'true']] };
}

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
                const [diffId, layer] = await saved_image_readLayer(content);
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
async function saved_image_readLayer(layer) {
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







const measure_saved_inspectDeadlineMs = 30_000;
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
    const asked = await docker.run({ args, deadlineMs: measure_saved_inspectDeadlineMs });
    if (asked.kind !== 'exited' || asked.code !== 0)
        return undefined;
    // An image without layers has null there.
    return dist/* parse */.qgA(diffIdsSchema, JSON.parse(asked.stdout) ?? []);
}
async function save(docker, reference, wanted) {
    const { stream, image } = readSavedImage(wanted);
    const ended = await docker.run({
        args: ['image', 'save', reference],
        deadlineMs: saveDeadlineMs,
        output: stream,
    });
    if (ended.kind !== 'exited' || ended.code !== 0) {
        const why = ended.kind === 'exited' ? ended.stderr.trim() : ended.kind;
        throw new Error(`docker image save gave no image: ${why}`);
    }
    return image();
}

;// CONCATENATED MODULE: ./lib/src/job/build-image.js











/**
 * Builds the image that ships in the way that the builder can: into an OCI layout folder, which tells its size exactly;
 * or, with an engine that still has its legacy store, into that engine, where compressed sizes are estimates.
 */
async function buildImage(host, job) {
    return (0,docker_builder/* writesLayouts */.Q)(job.builder) ? buildLayout(host, job) : buildLegacy(host, job);
}
async function buildLayout(host, job) {
    const { docker, log, tempFolder } = host;
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
    const built = await build('layout', {
        known: before.flatMap(({ layers }) => layers),
        load: withBuild && { output: withBuild.output, metadataFile: (0,external_node_path_.join)(tempFolder, 'build-metadata.json') },
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
            const done = withBuild && image && { delivery: withBuild, image };
            return deliverImage({ ...host, ...job }, measured, deliveries, done);
        };
        return { measurements, toStart, deliver };
    };
    return { ...built, measure };
}
async function buildLegacy(host, job) {
    const { docker, log, tempFolder } = host;
    const { settings, builder, plan, request, before } = job;
    const built = await buildIntoEngine(docker, log, plan, request, tempFolder);
    const measure = async () => {
        try {
            const measurement = await measureSaved(docker, built, plan, before[0]);
            const deliver = () => deliverFromEngine({ ...host, ...job }, measurement, planDeliveries(settings, builder.driver));
            const toStart = { request, outputs: [], measured: measurement };
            return { measurements: [measurement], toStart, deliver };
        }
        finally {
            const why = await built.remove();
            if (why !== undefined)
                log.warning(`The image ${built.reference} could not be removed: ${why}`);
        }
    };
    return { ...built, measure };
}

;// CONCATENATED MODULE: ./lib/src/plan/oci-labels.js
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
    const common = { context, builder, buildArgs, pull, ...surroundingsOf(settings) };
    const instrumentedFile = { dockerfile: path, secrets: [...secrets, ...instrumented.secrets] };
    const { noCache } = settings;
    // buildx takes either of them, not both.
    const noCacheStages = noCache ? [] : settings.noCacheFilters;
    const ofTests = { platforms: platforms.tests, noCache, noCacheStages };
    const tests = (0,build_request/* toBuildRequest */.D)({ ...common, cacheFrom: testsFrom, ...instrumentedFile, ...ofTests });
    const untested = await write('untested', instrumented.untested.text);
    const testCaches = instrumented.untested.targets.map((target) => ({
        ...tests,
        ...{ dockerfile: untested, target },
    }));
    const image = (0,build_request/* toBuildRequest */.D)({
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

;// CONCATENATED MODULE: ./lib/src/baselines/rebuild-baseline.js










/**
 * Builds the final stage of the commit that this tree grew from, in this job, with the same settings and cache, and measures
 * it. Its files go into a private folder: what is checked out stays as it is.
 */
async function rebuildBaseline(host, { settings, builder, request }, after) {
    const { log, context } = host;
    const lost = (reason) => noBaseline('No baseline: none could be built.', `baseline: rebuild gave none: ${reason}.`);
    const commit = context.grewFrom;
    if (commit === undefined)
        return lost('nobody knows which commit this tree grew from');
    const tempFolder = (0,external_node_path_.join)(host.tempFolder, `rebuilt-${after.platform.replaceAll('/', '-')}`);
    await (0,promises_.mkdir)(tempFolder, { recursive: true });
    const tree = await checkOutTree(settings.context, commit, tempFolder);
    if (tree === undefined) {
        return lost(`the clone does not have the commit ${commit}; set fetch-depth: 0 for actions/checkout`);
    }
    log.info(`Baseline: the image of commit ${commit.slice(0, 7)} is built to compare with.`);
    const then = { ...settings, ...(await findPaths(tree, settings)), missingTestStage: 'skip' };
    const plan = await makePlan(then);
    const one = request.platforms.length === 0 ? [] : [after.platform];
    const platforms = { image: one, tests: one };
    const { image } = await prepareBuilds(plan, then, { ...request, testsFrom: [], platforms }, tempFolder);
    const job = { settings: then, builder, plan, request: { ...image, tags: [] }, before: [after] };
    const built = await buildImage({ ...host, tempFolder }, job);
    const { measurements: [measurement], } = await built.measure();
    const source = { commit, branch: context.lookups[0]?.branch };
    const record = recordOf(measurement, {
        ...{ identity: after, builder, source, tests: undefined, steps: built.steps, neighbours: undefined },
    });
    const dated = { ...record, createdAt: tree.committedAt };
    return { kind: 'found', source: 'rebuild', record: dated, warnings: built.warnings };
}
/** Context and Dockerfile where that commit had them. Throws a UserError when it had none there. */
async function findPaths({ folder, top }, settings) {
    const root = await (0,promises_.realpath)(top);
    const [context, file] = [settings.context, settings.file].map((path) => (0,external_node_path_.relative)(root, path));
    if (context === undefined || file === undefined || [context, file].some(inputs_paths/* isOutside */._K)) {
        throw new Error('context and Dockerfile are not of one repository');
    }
    const problems = new inputs_problems/* Problems */.Z();
    const paths = await (0,inputs_paths/* findContext */.hS)(context === '' ? '.' : context, file, folder, problems);
    problems.throwIfAny();
    return paths;
}

// EXTERNAL MODULE: ./lib/src/git/checkout.js + 1 modules
var checkout = __webpack_require__(3971);
// EXTERNAL MODULE: ./lib/src/github/plan-lookups.js
var plan_lookups = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/src/github/repository.js
var repository = __webpack_require__(7606);
;// CONCATENATED MODULE: ./lib/src/baselines/find-baseline.js










/** Looks for a stored record to compare with. Never throws: trouble with the store is a reason why there is none. */
async function findStored(host, settings, identity, actionsCache, platform) {
    if (settings.baseline.length === 0)
        return noBaseline('Not compared: baseline is off.');
    if (!settings.baseline.includes('cache'))
        return noBaseline('No baseline.');
    // A service that did not answer a moment ago would only be waited for again.
    if (actionsCache.kind === 'unusable')
        return toBaseline({ kind: 'unavailable', reason: actionsCache.reason }, '');
    const { lookups, isShallow } = host.context;
    const find = searcherOf(host, identity, platform);
    const where = lookups.at(-1)?.branch ?? '';
    try {
        return isShallow ? await findInShallow(host, find, where) : toBaseline(await find(lookups), where);
    }
    catch (error) {
        return toBaseline({ kind: 'unavailable', reason: reasonOf(error) }, '');
    }
}
/** What looks for records that can be compared with this image. */
function searcherOf(host, identity, platform) {
    return (lookups) => host.store.find(nameSeries(identity, platform), lookups, (json) => requireComparable((0,image_record/* parseImageRecord */.U$)(json), identity));
}
/**
 * In a clone that was cut off, the ancestors that it does not have are asked of GitHub, though only when the commit itself has no
 * record: mostly it has one.
 */
async function findInShallow({ context, github }, find, where) {
    const { lookups, lookFrom } = context;
    const known = lookups.filter(({ commit }) => commit !== undefined);
    const first = await find(known);
    if (first.kind !== 'none' || lookFrom === undefined)
        return toBaseline(first, where);
    const asked = await github?.ancestorsOf(lookFrom);
    const newest = lookups.filter(({ commit }) => commit === undefined);
    const branches = newest.map(({ branch }) => branch);
    const isNew = ({ commit }) => known.every((lookup) => lookup.commit !== commit);
    const older = asked?.kind === 'told' ? (0,plan_lookups/* planLookups */.b)(branches, asked.value).filter(isNew) : newest;
    const second = await find(older);
    if (second.kind === 'none')
        return toBaseline({ ...second, rejected: [...first.rejected, ...second.rejected] }, where);
    const baseline = toBaseline(second, where);
    if (second.kind === 'unavailable' || asked?.kind === 'told')
        return baseline;
    const reason = (0,repository/* whyUnknown */.F)(asked);
    const warning = `The commit that this grew from has no record, and its ancestors are not known, so the image is compared with the newest one on ` +
        `${second.lookup.branch}: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`;
    return { ...baseline, warnings: [...baseline.warnings, warning] };
}
/**
 * Goes through the sources in the order of `baseline` until one gives an image of the same kind. Never throws for trouble
 * with a source: that is a warning, and the next one is asked.
 */
async function chooseBaseline(host, job, image, stored) {
    const tried = [];
    const comparable = requireSameKind(stored, image);
    for (const source of job.settings.baseline) {
        const baseline = source === 'cache'
            ? comparable
            : requireSameKind(await find_baseline_attempt(source, () => ask(source, host, job, image)), image);
        if (baseline.kind === 'none') {
            tried.push(baseline);
            continue;
        }
        const commitsBetween = await countCommits(host, baseline.record.commit);
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
function ask(source, host, job, image) {
    return source === 'registry'
        ? readRegistryBaseline(host, job.settings.baselineImage ?? '', job, image)
        : rebuildBaseline(host, job, image);
}
async function find_baseline_attempt(source, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof cancelled_error/* CancelledError */.c)
            throw error;
        return noBaseline(`No baseline: ${source} gave none.`, `baseline: ${source} gave none: ${reasonOf(error)}`);
    }
}
async function countCommits({ context, github }, commit) {
    const { grewFrom, isShallow } = context;
    if (commit === undefined || grewFrom === undefined)
        return undefined;
    if (commit === grewFrom)
        return 0;
    const counted = await (0,checkout/* countCommitsBetween */.KD)(context.gitFolder, commit, grewFrom);
    // The very commit that is built has none between.
    if (counted !== undefined || !isShallow || commit === context.lookFrom)
        return counted;
    const asked = await github?.ancestorsOf(grewFrom);
    const behind = asked?.kind === 'told' ? asked.value.indexOf(commit) : -1;
    return behind === -1 ? undefined : behind;
}
/** Keeps the record for the next time, from branches alone; gives a warning when it was lost. */
async function saveBaseline(host, settings, record, stored, platform) {
    const { writes, run } = host.context;
    if (!settings.baseline.includes('cache') || writes === undefined)
        return [];
    if (stored.kind === 'none' && stored.isStoreDown)
        return [];
    const name = { image: nameSeries(record, platform), run, branch: writes.branch };
    const saved = await host.store
        .save({ ...name, commit: writes.commit ?? 'uncommitted' }, record)
        .catch((error) => ({ kind: 'not-saved', reason: reasonOf(error) }));
    return saved.kind === 'not-saved'
        ? [`The next run will miss this one as its baseline: ${saved.reason}.`]
        : [];
}
/** The first line of what a store threw: trouble that it does not know, and no reason to fail a job. */
function reasonOf(error) {
    const why = (0,message_of/* messageOf */.b)(error);
    return why.trim().split('\n')[0] ?? '';
}
/** What the measurements of an image are stored under: two Dockerfiles, targets or platforms of one `image-key` never meet. */
function nameSeries({ imageKey, file, target }, platform) {
    return `${imageKey}#${target} ${file} ${plainPlatform(platform)}`;
}

// EXTERNAL MODULE: ./lib/src/compare/budget.js
var compare_budget = __webpack_require__(6365);
// EXTERNAL MODULE: ./lib/src/compare/compare-images.js + 3 modules
var compare_images = __webpack_require__(6166);
;// CONCATENATED MODULE: ./lib/src/compare/compare-with-baseline.js



/** Compares an image with its baseline, which is one of the same kind (`requireSameKind`), and with its budget. */
function compareWithBaseline(image, baseline, settings, labels) {
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    const comparison = before && (0,compare_images/* compareImages */.q)(before, image, settings);
    const since = before && comparison && { before, comparison };
    return {
        image: before === undefined ? image : { ...image, history: historyAfter(before) },
        baseline: withUncheckedGrowth(baseline, settings),
        comparison,
        budget: (0,compare_budget/* checkBudget */.Ik)({ image, since, labels }, settings),
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
    const point = {
        createdAt,
        ...(commit === undefined ? {} : { commit }),
        compressedBytes,
        uncompressedBytes,
        ...(isRestoreCached === undefined ? {} : { isRestoreCached }),
    };
    return [...history, point].slice(-image_record/* maxHistory */.dD);
}

;// CONCATENATED MODULE: ./lib/src/job/platform-records.js





/** Looks for the stored measurements of all platforms, in their order: each has a series of its own, whichever job builds it. */
async function findStoredOfAll(host, settings, identity, actionsCache, [first, ...others]) {
    const found = [await findStored(host, settings, identity, actionsCache, first)];
    // One after the other: records pass through one folder.
    for (const platform of others) {
        found.push(await findStored(host, settings, identity, actionsCache, platform));
    }
    return found;
}
/** The records of all platforms. The tests ran once; they are kept with the first one. */
function recordAll([first, ...others], context) {
    const rest = { ...context, tests: undefined, neighbours: undefined };
    return [recordOf(first, context), ...others.map((measurement) => recordOf(measurement, rest))];
}
/**
 * Compares the image of each platform with its own baseline, and holds each against the budget. Where that is up to a label, GitHub
 * is asked for those of now: a run that is started again has the event of the first time.
 */
async function compareAll(host, job, images, stored) {
    const pairs = [];
    for (const [index, image] of images.entries()) {
        const found = stored[index];
        if (found === undefined)
            continue;
        pairs.push({ image, baseline: await chooseBaseline(host, job, image, found) });
    }
    const compare = (labels, warnings = []) => pairs.map(({ image, baseline }, index) => {
        const told = index === 0 ? [...baseline.warnings, ...warnings] : baseline.warnings;
        return compareWithBaseline(image, { ...baseline, warnings: told }, job.settings, labels);
    });
    const { pullRequest, labels } = host.context;
    const findings = compare(labels);
    if (pullRequest === undefined || !findings.some(({ budget }) => (0,compare_budget/* isUpToLabel */.lS)(budget, job.settings)))
        return findings;
    const now = await host.github?.labelsOf(pullRequest);
    if (now?.kind === 'told')
        return compare(now.value);
    const reason = (0,repository/* whyUnknown */.F)(now);
    const warning = `The labels that the pull request has now are not known, so those of the event that started the run count: ${reason}.`;
    return findings.some(({ budget }) => budget.kind === 'exceeded') ? compare(labels, [warning]) : findings;
}
/** Keeps the records of all platforms for the next time; gives a warning for each that was lost. */
async function saveAll(host, settings, findings, stored, platforms) {
    const lost = [];
    for (const [index, { image }] of findings.entries()) {
        const found = stored[index];
        const platform = platforms[index] ?? image.platform;
        if (found !== undefined)
            lost.push(...(await saveBaseline(host, settings, image, found, platform)));
    }
    return lost;
}
/** What to tell about the baselines; with several platforms, of which one. */
function baselineWarnings(findings) {
    return findings.flatMap(({ image, baseline }) => baseline.warnings.map((warning) => (findings.length > 1 ? `${image.platform}: ${warning}` : warning)));
}

// EXTERNAL MODULE: ./lib/src/docker/job-builder.js
var job_builder = __webpack_require__(2690);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/github/actions-cache-state.js

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
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(942)]).then(__webpack_require__.bind(__webpack_require__, 4942));
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

// EXTERNAL MODULE: ./lib/src/shared/format-size.js
var format_size = __webpack_require__(881);
;// CONCATENATED MODULE: ./lib/src/job/log-messages.js

/** What was measured, for the log. */
function wordsOfMeasurement(measured) {
    const { compressedBytes, uncompressedBytes, layers, layersRead } = measured;
    return `${(0,format_size/* formatSize */.X)(compressedBytes)} compressed, ${(0,format_size/* formatSize */.X)(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`;
}
/** Which baseline was chosen, or why there is none. */
function wordsOfBaseline(baseline) {
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
/** What builds, and which records may be compared with, in the order in which they are looked for. */
function log_messages_wordsOfPlace(builder, { grewFrom, lookups, writes, readOnly }) {
    const { name, driver, engine, buildxVersion } = builder;
    const searched = lookups.map(({ branch, commit }) => `${branch}${commit === undefined ? '' : `@${commit}`}`);
    return [
        `builder ${name} (${driver}, ${engine}, buildx ${buildxVersion})`,
        `grew from ${grewFrom ?? 'an unknown commit'}`,
        `measurements looked for: ${searched.join(', ') || 'none'}`,
        writes === undefined
            ? `saves no measurement: ${readOnly ?? ''}`
            : `saves its measurement on ${writes.branch}`,
    ].join('; ');
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
            : [`type=provenance,${choose_attestations_attributesOf(provenance, runUrl)}`]),
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
function choose_attestations_attributesOf(provenance, runUrl) {
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
    const reader = readerOf(settings, place);
    const writes = reader === undefined;
    const written = writes ? 'read and written' : `read only (${reader})`;
    switch (settings.cache) {
        case 'registry':
            return registry(settings, place, writes, `cache: registry, ${settings.cacheRef ?? ''}, ${written}`);
        case 'local':
            return local(settings, place, writes, `cache: local, ${settings.cacheRef ?? ''}, ${written}`);
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
    const scope = `scope=${scopeOf(imageKey)}`;
    const names = suffixes(settings, place).map((suffix) => `type=gha,${scope}${suffix}`);
    return { kind: 'gha', ...useAll(names, names, settings, writes), reason, warnings: [] };
}
function registry(settings, place, writes, reason) {
    const reference = settings.cacheRef ?? '';
    const tagged = /:[^:/]+$/.test(reference) ? reference : `${reference}:latest`;
    const names = suffixes(settings, place).map((suffix) => suffix === '' ? `type=registry,ref=${reference}` : `type=registry,ref=${tagged}${suffix}`);
    return { kind: 'registry', ...useAll(names, names, settings, writes), reason, warnings: [] };
}
function local(settings, place, writes, reason) {
    const folder = settings.cacheRef ?? '';
    // Below that folder, so that people who keep it between jobs keep all of it. As a tag of one index the build would fail
    // where the tag is not there yet.
    const folders = suffixes(settings, place).map((suffix) => suffix === '' ? folder : `${folder}/${suffix.slice(1)}`);
    const sources = folders.map((one) => `type=local,src=${one}`);
    const places = folders.map((one) => `type=local,dest=${one}`);
    return { kind: 'local', ...useAll(sources, places, settings, writes), reason, warnings: [] };
}
/** Why the cache is only read; undefined where it is written too. */
function readerOf({ cacheWrite }, { readOnly }) {
    if (cacheWrite === 'never')
        return 'cache-write: never';
    return cacheWrite === 'always' ? undefined : readOnly;
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

;// CONCATENATED MODULE: ./lib/src/plan/require-outputs.js



const legacyHint = 'This Docker engine keeps images in its legacy store. Add the step docker/setup-buildx-action above this one, or turn on the ' +
    'engine’s containerd image store.';
/** Throws a UserError for what the builder can't write, told now and not after the tests. */
function requireOutputs(wanted, builder) {
    if (!(0,docker_builder/* writesLayouts */.Q)(builder))
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
        throw new errors/* UserError */.y('Outputs that this builder can’t write', `outputs: ${words}. ${legacyHint}`);
    }
    if (platforms.length > 1) {
        throw new errors/* UserError */.y('This builder makes images for one platform', `platforms: ${platforms.join(', ')}. ${legacyHint}`);
    }
}
/** Docker's own archive has one platform; and only an engine that builds itself takes several. */
function requireOfSeveral({ outputs, load, platforms }, { driver }) {
    const what = platforms.join(', ');
    if (outputs.some((output) => output.type === 'docker' && !isLoad(output))) {
        throw new errors/* UserError */.y('A Docker archive holds one platform', `outputs: type=docker with dest can’t hold ${what}; write type=oci,dest=….`);
    }
    if (driver !== 'docker' && (load || outputs.some(isLoad))) {
        throw new errors/* UserError */.y('Several platforms can’t be loaded from this builder', `load: a builder of the driver ${driver} loads one platform at a time, not ${what}. Push the image, write it as ` +
            'type=oci,dest=…, or build with an engine that has the containerd image store (builder: default).');
    }
}

// EXTERNAL MODULE: ./lib/src/compare/metric.js
var compare_metric = __webpack_require__(5840);
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
    const differs = differsInKind(record, image);
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
            isBelowMinChange: Math.abs((0,compare_metric/* sizeOf */.$)(image, sizeMetric) - (0,compare_metric/* sizeOf */.$)(point, sizeMetric)) <= minChangeBytes,
        },
    };
}
/** What was lost; told once, since all platforms miss it alike. */
function releaseWarnings([release]) {
    return release?.kind === 'none' ? release.warnings : [];
}

;// CONCATENATED MODULE: ./lib/src/compare/release-tags.js
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

// EXTERNAL MODULE: ./lib/src/git/commit.js
var git_commit = __webpack_require__(6372);
;// CONCATENATED MODULE: ./lib/src/git/tags.js


/** The tags of a commit and of all that it grew from, as far as the clone has them; undefined where it does not have that commit. */
async function listTagsBefore(folder, commit) {
    if (!(0,git_commit/* isCommit */.W)(commit))
        return undefined;
    // The second object is the commit of an annotated tag; a lightweight one has none.
    const format = '--format=%(refname:lstrip=2) %(objectname) %(*objectname)';
    const listed = await (0,git/* runGit */.E)(folder, ['for-each-ref', `--merged=${commit}`, format, 'refs/tags']);
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

;// CONCATENATED MODULE: ./lib/src/baselines/last-release.js








/** So many higher versions may be of other branches before nobody looks any further. */
const maxAsked = 10;
/** A release whose own commit was not measured is told by one of those before it; two requests to the cache have so many. */
const maxBefore = 18;
/**
 * Finds what the image weighed when the last release was made, one for a platform; empty where nobody asked. Never throws: what
 * can't be found out is a reason why there is none.
 */
async function findReleases(host, { baselineRelease: pattern }, identity, stored, platforms) {
    if (pattern === undefined)
        return [];
    const tag = await findTag(host, pattern);
    const found = [];
    // One after the other: records pass through one folder.
    for (const [index, baseline] of stored.entries()) {
        const platform = platforms[index] ?? '';
        found.push(tag.kind === 'none' ? tag : await findSize(host, tag, { baseline, identity, platform }));
    }
    return found;
}
/** Goes by the clone where it has the whole history, else by what GitHub tells. */
async function findTag({ context, github }, pattern) {
    const { grewFrom, isShallow } = context;
    if (grewFrom === undefined)
        return noRelease('No release to compare with: nobody knows which commit this tree grew from.');
    const [local] = highestFirst((await listTagsBefore(context.gitFolder, grewFrom)) ?? [], pattern);
    if (local !== undefined && !isShallow)
        return { kind: 'tag', ...local };
    const none = noRelease(`No release yet: this tree grew from no tag like ${pattern.written} that names a version.`);
    if (github === undefined && !isShallow)
        return none;
    const asked = await askForTag(github, pattern, grewFrom);
    if (asked.kind === 'told')
        return asked.value === undefined ? none : { kind: 'tag', ...asked.value };
    if (local !== undefined)
        return { kind: 'tag', ...local };
    const warning = `baseline-release: the tags are not known: ${asked.reason}. Set fetch-depth: 0 for actions/checkout.`;
    return noRelease('No release to compare with: the tags are not known.', warning);
}
async function askForTag(github, pattern, grewFrom) {
    if (github === undefined)
        return {
            kind: 'unknown',
            reason: `the clone is cut off, and ${(0,repository/* whyUnknown */.F)(undefined)}`,
        };
    const listed = await github.tagsFrom(pattern.prefix);
    if (listed.kind === 'unknown')
        return listed;
    for (const tag of highestFirst(listed.value, pattern).slice(0, maxAsked)) {
        const commit = await github.commitOf(tag);
        if (commit.kind === 'unknown')
            return commit;
        const relation = await github.relate(commit.value, grewFrom);
        if (relation.kind === 'unknown')
            return relation;
        if (relation.value.isAncestor)
            return { kind: 'told', value: { name: tag.name, commit: commit.value } };
    }
    return { kind: 'told', value: undefined };
}
/** In the baseline's record, which carries it on; else in the record of the release's commit, or of one before it. */
async function findSize(host, { name, commit }, { baseline, identity, platform }) {
    const record = recordOfBaseline(baseline);
    const carried = record && findInRecord(record, name, [commit]);
    if (record && carried)
        return { kind: 'found', point: carried, record };
    if (baseline.kind === 'none' && baseline.isStoreDown)
        return noRelease(`The size of ${name} is not known: the store of records could not be asked.`);
    const commits = (await listCommitsBefore(host, commit)).slice(0, maxBefore);
    const near = record && findInRecord(record, name, commits);
    const lookups = planRelease(host, commits.slice(0, near?.commitsBefore));
    const found = await searcherOf(host, identity, platform)(lookups);
    const point = found.kind === 'found' ? findInRecord(asMeasured(found.record), name, commits) : undefined;
    if (found.kind === 'found' && point)
        return { kind: 'found', point, record: found.record };
    if (record && near)
        return { kind: 'found', point: near, record };
    return noRelease(`The size of ${name} is not known: it was not measured, or its record was not kept for so long.`);
}
async function listCommitsBefore({ context, github }, commit) {
    const local = await (0,checkout/* listAncestors */.vl)(context.gitFolder, commit);
    const asked = context.isShallow ? await github?.ancestorsOf(commit) : undefined;
    return asked?.kind === 'told' ? asked.value : local;
}
/** The commits' records alone: the newest of a branch says nothing of a release. */
function planRelease({ context }, commits) {
    const branches = context.lookups.map(({ branch }) => branch);
    return (0,plan_lookups/* planLookups */.b)(branches, commits).filter((lookup) => lookup.commit !== undefined);
}
/** Without what it knew of earlier ones. */
function asMeasured(record) {
    return { ...record, history: [] };
}

;// CONCATENATED MODULE: ./lib/src/job/prepare-job.js














/** Finds or makes what builds, chooses the caches, and writes the builds down. Throws a UserError. */
async function prepareJob(host, asked, plan) {
    const { docker, log, context, env, tempFolder } = host;
    log.info(`Plan: ${describePlan(plan)}.`);
    const wish = { name: asked.builder, current: host.builder, images: (0,stage_graph/* listImages */.v8)(plan.dockerfile) };
    const opening = (0,job_builder/* openBuilder */.I)(docker, log, wish, host.jobBuilder);
    const [{ builder, isMadeForJob, warnings }, actionsCache] = await Promise.all([
        opening,
        probeActionsCache(env),
    ]);
    const settings = isMadeForJob ? withMadeBuilder(asked, builder.name) : asked;
    requireOutputs(settings, builder);
    log.debug(log_messages_wordsOfPlace(builder, context));
    const platforms = choosePlatforms(settings.platforms, builder);
    const expected = expectedPlatforms(platforms, builder, env);
    const searched = findStoredOfAll(host, settings, plan.identity, actionsCache, expected);
    const released = searched.then((stored) => findReleases(host, settings, plan.identity, stored, expected));
    const cache = chooseCache(settings, plan.identity, {
        actionsCache,
        builderWrites: (0,docker_builder/* writesLayouts */.Q)(builder),
        readOnly: context.readOnly,
        testStages: plan.instrumented.untested.targets.length,
    });
    log.info(`Build ${cache.reason}.`);
    const attests = chooseAttestations(settings, { ...context, builderAttests: (0,docker_builder/* writesLayouts */.Q)(builder), env });
    const builds = await prepareBuilds(plan, settings, { cacheFrom: cache.from, testsFrom: cache.testsFrom, attests, platforms }, tempFolder);
    return {
        ...{ settings, builder, cache, builds, searched, released, platforms: expected },
        warnings: [
            ...[...asked.warnings, ...(0,secret_values/* warnOfSecretBuildArgs */.DR)(asked), ...warnings, ...cache.warnings],
            ...(asked.baseline.length === 0 ? [] : context.warnings),
        ],
    };
}
/** Who asks for nothing expects the image in the engine, for which the builder stands in. */
function withMadeBuilder(asked, name) {
    const isAskedFor = asked.push || asked.load || asked.outputs.length > 0;
    return { ...asked, builder: name, load: asked.load || !isAskedFor };
}

;// CONCATENATED MODULE: ./lib/src/report/model/job-report.js

/** Why a job that was asked to stop has no more to report. */
const cancelledProblem = {
    title: 'The job was cancelled',
    message: 'It was asked to stop before it was done: by a person, by a newer run, or because its time was up. What it had found out is here.',
    place: undefined,
};
/** The report of a job that has not begun. */
function emptyReport() {
    return {
        imageKey: '',
        finalStage: '',
        fileShown: 'Dockerfile',
        sizeMetric: 'compressed',
        tests: undefined,
        checks: [],
        cache: undefined,
        cacheWriteMs: undefined,
        layersRead: 0,
        advice: [],
        platforms: [],
        steps: [],
        smoke: undefined,
        delivery: undefined,
        problems: [],
        warnings: [],
    };
}
/** What a report says of the job before anything has run. */
function describeJob({ fileShown, sizeMetric }, { imageKey, target }) {
    return { fileShown, sizeMetric, imageKey, finalStage: target };
}
/** A thrown thing as a problem: what the user can mend in its own words, a bug of ours with its stack. */
function toProblem(error) {
    if (error instanceof errors/* UserError */.y) {
        const { title, message, place, snippet } = error;
        return { title, message, place, ...(snippet === undefined ? {} : { snippet }) };
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { title: 'An error in this action', message: `Please report this.\n${message}`, place: undefined };
}

// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js + 3 modules
var attribution = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/src/report/text/format.js
var format = __webpack_require__(198);
// EXTERNAL MODULE: ./lib/src/report/summary/image-size.js
var image_size = __webpack_require__(2733);
// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
// EXTERNAL MODULE: ./lib/src/report/text/part-labels.js
var part_labels = __webpack_require__(2830);
;// CONCATENATED MODULE: ./lib/src/report/text/describe-excess.js








/** Most parts that are named as the cause. */
const maxCauses = 3;
/** The exceeded budgets of all platforms; with several of them, each names its own. */
function describeExcesses(platforms, settings) {
    return platforms.flatMap((findings) => {
        const excess = describeExcess(findings, settings);
        if (excess === undefined || platforms.length === 1)
            return excess ?? [];
        const { platform } = findings.image;
        return { ...excess, title: excess.title.replace(/^The image/, `The image for ${platform}`) };
    });
}
/** Words a exceeded budget in one sentence: by how much, and because of what. Undefined when it is kept. */
function describeExcess({ image, comparison, budget }, { sizeMetric, sizeOverrideLabel }) {
    if (budget.kind !== 'exceeded')
        return undefined;
    const excess = (0,compare_budget/* worstExcess */.lh)(budget);
    if (excess === undefined)
        return undefined;
    return excess.kind === 'size'
        ? describeSize(excess, image, sizeMetric)
        : describeGrowth(excess, image, comparison, sizeMetric, sizeOverrideLabel);
}
function describeSize({ sizeBytes, limitBytes }, image, metric) {
    const heaviest = (0,attribution/* readParts */.fp)(image)
        .sort((a, b) => (0,compare_metric/* sizeOf */.$)(b, metric) - (0,compare_metric/* sizeOf */.$)(a, metric))
        .slice(0, maxCauses)
        .map((part) => `${joinWords((0,part_labels/* namePart */.f0)(part, asIs), part.version)} ${(0,format_size/* formatSize */.X)((0,compare_metric/* sizeOf */.$)(part, metric))}`);
    return {
        title: `The image is ${(0,format_size/* formatSize */.X)(sizeBytes - limitBytes)} over its budget`,
        message: `${image.imageKey} is ${(0,image_size/* formatImageSize */.A)(image, metric)} ${metric}, max-size is ${(0,format_size/* formatSize */.X)(limitBytes)}, ` +
            `and its largest parts are ${listWords(heaviest)}; nothing was loaded or pushed.`,
        place: undefined,
    };
}
function describeGrowth({ written, limitBytes, growthBytes, ignoredBytes }, image, comparison, metric, label) {
    const apart = ignoredBytes > 0 ? `, beside ${(0,format/* formatChange */.eD)(ignoredBytes)} of its base image,` : '';
    const limit = written.endsWith('%') ? `${written} (${(0,format_size/* formatSize */.X)(limitBytes)})` : written;
    const causes = causesOf(comparison, metric, ignoredBytes > 0);
    const because = causes.length === 0 ? '' : `, because of ${listWords(causes)}`;
    const wayOut = label === undefined ? '' : `, and the label ${label} lets a pull request pass`;
    return {
        title: `The image grew by ${(0,format_size/* formatSize */.X)(growthBytes)}, ${(0,format_size/* formatSize */.X)(growthBytes - limitBytes)} over its budget`,
        message: `${image.imageKey} grew by ${(0,format_size/* formatSize */.X)(growthBytes)} ${metric}${apart} where max-increase is ${limit}` +
            `${because}; nothing was loaded or pushed${wayOut}.`,
        place: undefined,
    };
}
/** The parts that grew most, the base image only where it counts. */
function causesOf(comparison, metric, isBaseApart) {
    const grown = (comparison?.contents.parts ?? []).filter((part) => (0,compare_metric/* changeOf */.C)(part, metric) > 0 && !(isBaseApart && part.kind === 'base'));
    return grown
        .sort((a, b) => (0,compare_metric/* changeOf */.C)(b, metric) - (0,compare_metric/* changeOf */.C)(a, metric))
        .slice(0, maxCauses)
        .map((part) => {
        const versions = (0,part_labels/* describeVersions */.Tt)(part, asIs);
        const name = joinWords((0,part_labels/* namePart */.f0)(part, asIs), versions === '' ? undefined : `(${(0,markdown/* cut */.Jj)(versions, 80)})`);
        return `${name} ${(0,format/* formatChange */.eD)((0,compare_metric/* changeOf */.C)(part, metric))}`;
    });
}
function joinWords(...words) {
    return words.filter((word) => word !== undefined && word !== '').join(' ');
}
/** `a`, `a and b`, `a, b and c`. */
function listWords(words) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
function asIs(name) {
    return (0,markdown/* cut */.Jj)(name, 80);
}

// EXTERNAL MODULE: ./lib/src/docker/engine-address.js
var engine_address = __webpack_require__(6140);
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
    const told = readListening(env);
    const known = told.find(({ port }) => exposed.length === 0 || exposed.includes(port));
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

// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
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
        const asked = network === undefined
            ? await this.#ask(['port', this.name, `${port}/tcp`])
            : await this.#ask([
                'container',
                'inspect',
                '--format',
                '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}',
                this.name,
            ]);
        const answer = asked.kind === 'exited' && asked.code === 0 ? ((0,clean_text/* splitLines */.uz)(asked.stdout)[0] ?? '') : '';
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
            throw new errors/* UserError */.y('The Docker engine lost the container of the smoke test', why);
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
            .flatMap(({ text }) => (0,clean_text/* splitLines */.uz)(text.replace(/\r$/, '')));
    }
    /** Bytes that it uses now, without the page cache; undefined where the engine does not tell. */
    async memoryBytes() {
        const asked = await this.#ask(['stats', '--no-stream', '--format', '{{.MemUsage}}', this.name]);
        if (asked.kind !== 'exited' || asked.code !== 0)
            return undefined;
        const used = bytes_iec.parse((asked.stdout.split('/')[0] ?? '').trim());
        return used === null || !(used > 0) ? undefined : Math.round(used);
    }
    #ask(args) {
        return this.#docker.run({ args, deadlineMs: shortDeadlineMs });
    }
}
/** What an image that the engine has says of how it is started. Throws an Error when the engine does not have it. */
async function readImageConfig(docker, reference) {
    const args = ['image', 'inspect', '--format', '{{json .Config}}', reference];
    const asked = await docker.run({ args, deadlineMs: shortDeadlineMs });
    if (asked.kind !== 'exited' || asked.code !== 0) {
        throw new Error(`docker does not know the image ${reference}, which it has just loaded`);
    }
    const { ExposedPorts, Env, Healthcheck } = dist/* parse */.qgA(imageConfigSchema, JSON.parse(asked.stdout));
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

// EXTERNAL MODULE: ./lib/src/shared/format-duration.js
var format_duration = __webpack_require__(672);
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
    return `${title}${answer} after ${(0,format_duration/* formatDuration */.a)(end.durationMs)}`;
}
/** Words a failure: in its title what happened, below it why that may be and the end of the container's log. */
function describeFailure(end, context) {
    if (end.kind === 'passed')
        return undefined;
    const { what, hint } = explain(end, context);
    const told = [...hint, 'Nothing was loaded or pushed.', ...tellLog(end, context.logLines)];
    return { title: `Smoke test: ${what}`, message: told.join('\n'), place: undefined };
}
function explain(end, context) {
    const limit = formatLimit(context.timeoutMs);
    switch (end.kind) {
        case 'no-port':
            return {
                what: 'nothing tells the port',
                hint: [
                    'The image EXPOSEs no port and sets no ASPNETCORE_HTTP_PORTS: write EXPOSE 8080 into the Dockerfile, or set smoke-port.',
                ],
            };
        case 'no-healthcheck':
            return {
                what: 'the image has no HEALTHCHECK',
                hint: [
                    'smoke-test: healthcheck waits for the one of the image. Write one into the Dockerfile, or give a path such as /healthz.',
                ],
            };
        case 'elsewhere':
            return {
                what: 'the container can not be reached',
                hint: [
                    `A path is asked at the loopback address of the machine with the Docker engine, and that is another one (${end.host}).`,
                    'There, use smoke-test: healthcheck or a command.',
                ],
            };
        case 'not-started':
            return { what: 'the container could not be started', hint: [(0,clean_text/* plainText */.wh)(end.why)] };
        case 'stopped':
            return explainStop(end, context.check);
        case 'no-success':
            return explainAnswer(end.last, context);
        case 'unhealthy':
            return explainHealth(end.health, limit);
        case 'not-ended':
            return {
                what: `the command did not end within ${limit}`,
                hint: [
                    'A command has to end by itself, with 0. For one that serves, give a path such as /healthz; for a slow one, set smoke-timeout.',
                ],
            };
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
    const what = `${who} exited with ${exitCode}${signal === undefined ? '' : ` (${signal})`} after ${(0,format_duration/* formatDuration */.a)(durationMs)}`;
    if (check.kind === 'command')
        return { what, hint: [`${check.written} has to end with 0.`] };
    const wanted = check.kind === 'path' ? `GET ${check.path} answered 2xx` : 'its HEALTHCHECK was content';
    return { what, hint: [`It ended before ${wanted}.`] };
}
function explainAnswer(last, context) {
    const { check, port, timeoutMs } = context;
    const asked = describeCheck(check, undefined);
    const limit = formatLimit(timeoutMs);
    switch (last?.kind) {
        case 'answered':
            return {
                what: `${asked} answered ${last.status} for ${limit}`,
                hint: [
                    ...(last.location === undefined
                        ? []
                        : [`It redirects to ${(0,clean_text/* plainText */.wh)(last.location)}: give a path that answers 2xx itself.`]),
                    ...(last.body.trim() === '' ? [] : [`It said: ${oneLine(last.body)}`]),
                ],
            };
        case 'silent':
            return {
                what: `${asked} gave no answer within ${limit}`,
                hint: ['The connection was taken, and nothing came.'],
            };
        case 'not-http':
            return {
                what: `port ${port?.port ?? 0} does not speak HTTP`,
                hint: [`${port?.reason ?? ''}. HTTPS is not spoken here: set smoke-port to the port for plain HTTP.`],
            };
        default:
            return explainNothingListens(context);
    }
}
function explainNothingListens({ port, logLines, timeoutMs }) {
    const number = port?.port ?? 0;
    // What Kestrel says; its words are in English whatever the language.
    const urls = logLines.flatMap((line) => /Now listening on: (\S+)/.exec((0,clean_text/* plainText */.wh)(line))?.[1] ?? []);
    const what = `nothing listened on port ${number} for ${formatLimit(timeoutMs)}; ${port?.reason ?? ''}`;
    if (urls.length === 0)
        return {
            what,
            hint: ['Set smoke-port to the port that it listens on, or smoke-timeout if it starts slowly.'],
        };
    return { what: `${what}, the log says it listens on ${urls.join(', ')}`, hint: [adviseOn(urls, number)] };
}
/** What to do about a server that listens at these addresses, and not where it was looked for. */
function adviseOn(urls, port) {
    if (urls.every((url) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url))) {
        return `There nobody outside of the container reaches it: set ASPNETCORE_HTTP_PORTS=${port} in the Dockerfile, or in smoke-env.`;
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
    const code = lastExitCode === undefined ? 'It has not ended once.' : `It exited with ${lastExitCode} the last time.`;
    return { what, hint: [code, ...(lastOutput.trim() === '' ? [] : [`It said: ${oneLine(lastOutput)}`])] };
}
function tellLog(end, logLines) {
    if (logLines.length === 0)
        return 'durationMs' in end ? ['The container wrote nothing to its log.'] : [];
    const last = logLines.slice(-maxTold).map((line) => `  ${(0,clean_text/* plainText */.wh)(line).slice(0, maxLineLength)}`);
    return [
        last.length === logLines.length ? 'The container’s log:' : 'The end of the container’s log:',
        ...last,
    ];
}
/** A limit as it was meant: `30 s`, not `30.0 s`. */
function formatLimit(timeoutMs) {
    return (0,format_duration/* formatDuration */.a)(timeoutMs).replace('.0 s', ' s');
}
function oneLine(text) {
    return (0,clean_text/* plainText */.wh)(text).replace(/\s+/g, ' ').trim().slice(0, maxLineLength);
}

;// CONCATENATED MODULE: ./lib/src/smoke/own-network.js



const own_network_deadlineMs = 10_000;
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
    const asked = await docker.run({ args, deadlineMs: own_network_deadlineMs });
    if (asked.kind !== 'exited' || asked.code !== 0)
        return undefined;
    const networks = dist/* safeParse */.xLC(networksSchema, JSON.parse(asked.stdout));
    return networks.success
        ? Object.keys(networks.output).find((name) => name !== 'host' && name !== 'none')
        : undefined;
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

;// CONCATENATED MODULE: ./lib/src/measure/is-measured.js

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
            throw with_loaded_image_notMeasured(measured);
        return await work(reference);
    };
    return await docker.undoAfter(['image', 'rm', '--force', reference], loadAndWork, (why) => {
        // A load that failed has left no name.
        if (!/no such image/i.test(why))
            onTrouble(`The image ${reference} could not be removed: ${why}`);
    });
}
function with_loaded_image_notMeasured({ configDigest }) {
    return new OtherImageError('The smoke test got another image than the one that was measured', `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
        'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.');
}

;// CONCATENATED MODULE: ./lib/src/smoke/smoke-test.js








/**
 * Starts the measured image and looks whether it works; undefined where that was not asked for. Container and name of the image are gone
 * afterwards, also when the job is cancelled; `warn` is told of what could not be removed. Throws a UserError when Docker can't do its part.
 */
async function runSmokeTest(host, { smokeCheck: check, ...settings }, image, warn) {
    if (check === undefined)
        return undefined;
    const start = (reference) => test(host, { check, settings, reference, warn });
    return await withLoadedImage(host, image, start, warn);
}
async function test({ docker, log, tempFolder }, { check, settings, reference, warn }) {
    const config = await readImageConfig(docker, reference);
    const port = check.kind === 'path' ? choosePort(settings.smokePort, config) : undefined;
    const title = describeCheck(check, port?.port);
    return await log.group(`Smoke test: ${title}`, async (print) => {
        const obstacle = await findObstacle(docker, check, port, config.hasHealthcheck);
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
async function findObstacle(docker, check, port, hasHealthcheck) {
    if (check.kind === 'healthcheck')
        return hasHealthcheck ? undefined : { kind: 'no-healthcheck' };
    if (check.kind === 'command')
        return undefined;
    if (port === undefined)
        return { kind: 'no-port' };
    // Published on the loopback address of the machine that the engine runs on, so that nobody else reaches it.
    const host = (await (0,engine_address/* askEngineAddress */.S)(docker)) ?? '';
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

// EXTERNAL MODULE: ./lib/src/docker/steps.js
var docker_steps = __webpack_require__(7764);
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




/** Reads from the input what the rules need. */
function readFacts(input) {
    const { record, dockerfile, final } = input;
    const ownFrom = record.base?.layerCount ?? 0;
    const hidden = new Set((0,shadowed_files/* findHiddenFiles */.L)(record).map(({ layer, path }) => `${layer} ${path}`));
    const isSeen = ({ layer, path }) => !hidden.has(`${layer} ${path}`);
    const ownFiles = (0,attribution/* readOwnFiles */.u1)(record);
    const visibleFiles = ownFiles.filter(isSeen);
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    return {
        ...input,
        ownFrom,
        ownFiles,
        visibleFiles,
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
/**
 * The project file of the application, as a guess at its place for texts to paste: of the first one in the image that has no
 * name of tests.
 */
function projectFileOf({ configs }) {
    const names = configs.map(({ path }) => path.replace(/^.*\//, '').replace(/\.runtimeconfig\.json$/, ''));
    const name = names.find((one) => !/tests?$/i.test(one) && /^[\w.-]+$/.test(one)) ?? 'App';
    return `${name}/${name}.csproj`;
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base-support.js


/** Images that get no fixes any more: by a name of old, or by a version of .NET or of the system that is past its end. */
function findUnsupportedBases(facts) {
    const dead = facts.roots.filter((stage) => parseDotnetImage(stage.base)?.isDead === true);
    const alive = facts.roots.filter((stage) => !dead.includes(stage));
    const versions = [...new Set(alive.map((stage) => base_support_versionOf(facts, stage)))];
    const old = versions.flatMap((version) => onOldDotnet(facts, version, alive.filter((stage) => base_support_versionOf(facts, stage) === version)));
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
function base_support_versionOf({ record, root }, stage) {
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/advice-on-files.js

/** What is less is not worth a line of the report. */
const minAdvisedBytes = 100_000;
const maxEvidence = 5;
/**
 * Advice on files that need not be there; none below 100 kB. `title` is given their size in words. The place is the line
 * that most of their bytes come from.
 */
function adviceOnFiles(facts, files, { id, title, fix, link }) {
    const uncompressedBytes = sum(files.map(({ sizeBytes }) => sizeBytes));
    if (uncompressedBytes < minAdvisedBytes)
        return [];
    const compressedBytes = Math.round(sum(files.map((file) => file.compressedBytes)));
    return [
        {
            id,
            title: title(`${(0,format_size/* formatSize */.X)(uncompressedBytes)} (about ${(0,format_size/* formatSize */.X)(compressedBytes)} compressed)`),
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
        .map(({ path, sizeBytes }) => `${path} (${(0,format_size/* formatSize */.X)(sizeBytes)})`);
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
function sum(numbers) {
    return numbers.reduce((all, one) => all + one, 0);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/build-context.js




/** A build context without a .dockerignore, and what was sent of it. */
function findBuildContext({ dockerfile, final, hasDockerignore, contextBytes }) {
    if (hasDockerignore || contextBytes === undefined || contextBytes < minAdvisedBytes)
        return [];
    const whole = [...(0,stage_graph/* neededFor */.r4)(dockerfile, final)]
        .flatMap((stage) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage).copies)
        .find(({ source }) => source === '');
    return [
        {
            id: 'no-dockerignore',
            title: `${(0,format_size/* formatSize */.X)(contextBytes)} were sent to the builder, and no .dockerignore keeps out what it does not need.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [],
            place: whole === undefined ? undefined : { file: dockerfile.shown, line: whole.line },
            fix: 'A file .dockerignore beside the sources:\n**/.git\n**/.vs\n**/bin\n**/obj\n**/TestResults\n**/node_modules',
            link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
        },
    ];
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/variables.js
var variables = __webpack_require__(3258);
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
        for (const { verb, words } of readCommands((0,test_command/* commandOf */.Nl)(instruction)))
            commands.push({ verb, words, instruction, workdir });
    }
    return commands;
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
    if ((0,variables/* hasVariables */.cF)(folder))
        return undefined;
    if (folder.startsWith('/'))
        return external_node_path_.posix.normalize(folder);
    return workdir === undefined ? undefined : external_node_path_.posix.join(workdir, folder);
}
function withoutSlash(path) {
    return path === undefined || path === '/' ? path : path.replace(/\/+$/, '');
}
/** Words, quoted or not, and what ends a command. */
const tokens = /&&|\|\||[;|\n&]|(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s;|&"'])+/g;
const leaders = /^(?:\w+=.*|env|sudo|exec|time|if|then|else|do|!|\(|\{)$/;
function readCommands(script) {
    const commands = [[]];
    for (const [token] of script.matchAll(tokens)) {
        if (/^(?:&&|\|\||[;|\n&])$/.test(token))
            commands.push([]);
        else
            commands.at(-1)?.push(unquoted(token));
    }
    return commands.flatMap((words) => {
        const start = words.findIndex((word) => !leaders.test(word));
        const [program = '', verb = '', ...rest] = words.slice(Math.max(start, 0));
        return /^(?:.*\/)?dotnet$/.test(program) ? [{ verb, words: rest }] : [];
    });
}
function unquoted(word) {
    return word.replace(/"([^"]*)"|'([^']*)'/g, (_all, double, single) => double ?? single ?? '');
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/build-tools.js





const sdkFiles = /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//;
const toolFiles = /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/;
const multiStage = 'https://docs.docker.com/build/building/multi-stage/';
/** The .NET SDK in the image that ships: seen by its files, or by the name of the base image where those are not listed. */
function findSdk(facts) {
    const { record, dockerfile, final, root } = facts;
    const files = [...facts.baseFiles, ...facts.visibleFiles].filter(({ path }) => sdkFiles.test(path));
    const fix = shipTheRuntime(facts);
    const onFiles = adviceOnFiles(facts, files, {
        id: 'sdk-in-final-stage',
        title: (size) => `${size} of the .NET SDK and of NuGet packages are in the image, and nothing of that is needed to run it.`,
        fix,
        link: multiStage,
    });
    const base = record.base === undefined ? undefined : parseDotnetImage(record.base.name);
    if (onFiles.length > 0 || base?.kind !== 'sdk' || facts.isListed)
        return onFiles;
    return [
        {
            id: 'sdk-in-final-stage',
            title: `The stage that ships, ${(0,parse_dockerfile/* stageLabel */.Hn)(final)}, begins from the SDK's image, which is made to build and not to run.`,
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [`FROM ${root.base}`],
            place: { file: dockerfile.shown, line: root.firstLine },
            fix,
            link: multiStage,
        },
    ];
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
        title: (size) => `${size} of tools to build with (${names.join(', ')}) are in the image that ships.`,
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
function shipTheRuntime({ record, dockerfile, final, root, configs, today }) {
    const sdk = parseDotnetImage(record.base?.name ?? '');
    const version = sdk?.version ?? currentDotnet(today);
    const image = nameOfImage(runtimeKind(configs), version, (sdk?.suffix ?? '').replace(/-aot$/, ''));
    const copied = final.instructions.find(({ keyword, flags }) => keyword === 'COPY' && flags.some(({ name }) => name === 'from'));
    if (copied !== undefined)
        return fromLine(dockerfile, root, image);
    const publish = dotnetCommands(dockerfile, final).findLast(({ verb }) => verb === 'publish');
    const output = (publish === undefined ? undefined : outputOf(publish)) ?? '/app/publish';
    const builder = final.name ?? 'build';
    const named = final.name === undefined
        ? `Name the stage that builds: ${fromLine(dockerfile, root, root.base)} AS build\n`
        : '';
    return `${named}Add a stage below it, and ship that one:\n\nFROM ${image}\nWORKDIR /app\nCOPY --from=${builder} ${output} .`;
}
function runtimeKind(configs) {
    if (configs.length === 0)
        return 'aspnet';
    if (configs.every(({ config }) => config.isSelfContained))
        return 'runtime-deps';
    const asked = configs.flatMap(({ config }) => config.frameworks.map(({ name }) => name));
    return asked.includes('Microsoft.AspNetCore.App') ? 'aspnet' : 'runtime';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/debug-configuration.js







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
            title: 'The application ships in its Debug configuration, which runs without optimisation.',
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: files.length > 0
                ? evidenceOf(files)
                : [`${shown}:${line ?? 0} ${shorten(command?.instruction ?? copy?.instruction)}`],
            place: line === undefined ? undefined : { file: shown, line },
            fix: fixFor(command),
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
        const words = instruction.execForm ?? (0,variables/* splitWords */.yM)(instruction.argument);
        return words
            .slice(0, -1)
            .filter((word) => !(0,variables/* hasVariables */.cF)(word))
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
function fixFor(command) {
    if (command === undefined)
        return 'Publish in the Release configuration, and copy what that wrote:\nRUN dotnet publish -c Release -o /app/publish';
    const kept = command.words.filter((word, index) => {
        const before = command.words[index - 1] ?? '';
        return (!/^(?:-c|--configuration)(?:$|[=:])/.test(word) &&
            before !== '-c' &&
            before !== '--configuration' &&
            !/Configuration=/i.test(word));
    });
    return `RUN dotnet publish ${[...kept, '-c', 'Release'].join(' ')}`;
}
function shorten(instruction) {
    return instruction === undefined
        ? ''
        : `${instruction.keyword} ${instruction.argument}`.replace(/\s+/g, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/foreign-runtimes.js

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
const otherSystem = /^(?:win\d*|osx(?:\.[\d.]+)?|ios\w*|tvos\w*|maccatalyst|android|browser|wasi|freebsd|illumos|solaris|haiku|tizen|linux-bionic)$/;
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
    const paths = new Set(facts.visibleFiles.map(({ path }) => path));
    const files = facts.visibleFiles.filter((file) => isForeign(file, architecture, libc, paths));
    const rid = `linux-${libc === 'musl' ? 'musl-' : ''}${architecture}`;
    return adviceOnFiles(facts, files, {
        id: 'foreign-runtimes',
        title: (size) => `${size} of files for other systems lie in runtimes/ and are never used on ${facts.record.platform}.`,
        fix: `Publish for ${rid} alone, with the same -r on dotnet restore where that is a step of its own:\nRUN dotnet publish -c Release -r ${rid} --self-contained false -o /app/publish\nor, in the project file:\n<RuntimeIdentifier>${rid}</RuntimeIdentifier>\n<SelfContained>false</SelfContained>`,
        link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
    });
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/missing-framework.js


const sharedFramework = /(?:^|\/)shared\/([\w.]+)\/(\d[^/]*)\//;
const missing_framework_core = 'Microsoft.NETCore.App';
const web = 'Microsoft.AspNetCore.App';
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
    const applications = facts.configs.filter(({ path }) => isApplication(path, paths));
    const failing = applications.flatMap((found) => {
        const missing = found.config.isSelfContained
            ? undefined
            : found.config.frameworks.find((asked) => !isThere(asked, found.config, installed, facts));
        return missing === undefined ? [] : [{ name: nameOf(found), found, missing }];
    });
    const start = startOf(facts);
    const started = failing.find(({ name }) => applications.length === 1 || start.includes(`${name}.dll`));
    const [first = started] = started === undefined ? failing : [started];
    return first === undefined ? [] : [adviceOn(facts, first, first === started)];
}
/** What the container starts, as the Dockerfile says. */
function startOf({ dockerfile, final }) {
    const start = (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .flatMap(({ instructions }) => instructions.filter(({ keyword }) => /^(?:ENTRYPOINT|CMD)$/.test(keyword)))
        .map(({ argument }) => argument);
    return start.join('\n');
}
function nameOf({ path }) {
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
function isThere(asked, { rollForward = 'Minor' }, installed, { dockerfile }) {
    return installed.some(({ name, version }) => {
        if (name !== asked.name)
            return false;
        // The variable overrides what the file says, and with a preview the order is another one.
        const isUnsure = version === undefined ||
            dockerfile.text.includes('DOTNET_ROLL_FORWARD') ||
            /-/.test(asked.version + version);
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
    const isWeb = missing.name === web || base?.kind === 'aspnet';
    const kind = base?.kind === 'sdk' ? base.kind : isWeb ? 'aspnet' : 'runtime';
    const version = numbersOf(missing.version).slice(0, 2).join('.');
    const suffix = base?.suffix ?? '';
    return {
        id: 'missing-framework',
        title: `${isStarted ? "The container can't start" : `${name} can't start`}: ${name} asks for ${missing.name} ${missing.version}, which the image doesn't have.`,
        uncompressedBytes: undefined,
        compressedBytes: undefined,
        evidence: [found.path],
        place: { file: dockerfile.shown, line: root.firstLine },
        fix: fromLine(dockerfile, root, nameOfImage(kind, version, base?.version === version ? suffix : lastingSuffix(suffix))),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/package-lists.js

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
];
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/repeated-copies.js


/**
 * Files that a layer holds a second time, with the same content: one advice for each layer that does. Of the base image's
 * files no hash is known; with the same size they count in a layer that changes owners or rights.
 */
function findRepeatedCopies(facts) {
    const repeated = findRepeated(facts);
    const layers = [...new Set(repeated.map(({ file }) => file.layer))];
    return layers.flatMap((layer) => {
        const here = repeated.filter(({ file }) => file.layer === layer);
        const upper = instructionOf(facts, layer);
        const lower = [...new Set(here.map(({ below }) => below))].map((below) => instructionOf(facts, below));
        return adviceOnFiles(facts, here.map(({ file }) => file), {
            id: 'repeated-copies',
            title: (size) => `${size} are in the image twice: ${upper === undefined ? 'a layer' : `line ${upper.firstLine}`} writes again what a layer below it has.`,
            fix: repeated_copies_fixFor(upper, lower),
            link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
        });
    });
}
function findRepeated({ ownFiles, ownFrom, record }) {
    const last = new Map();
    for (const [layer, { content }] of record.layers.slice(0, ownFrom).entries())
        for (const [path, sizeBytes] of content?.files ?? [])
            last.set(path, { sizeBytes, hash: '', layer });
    return ownFiles.flatMap((file) => {
        const below = last.get(file.path);
        last.set(file.path, file);
        if (below === undefined || below.layer === file.layer || below.sizeBytes !== file.sizeBytes)
            return [];
        const changesRights = /\bch(?:own|mod)\b/.test(record.layers[file.layer]?.createdBy ?? '');
        const isSame = below.hash === '' ? changesRights : below.hash === file.hash;
        return isSame ? [{ file, below: below.layer }] : [];
    });
}
function instructionOf({ record, dockerfile }, layer) {
    const line = record.layers[layer]?.line;
    if (line === undefined)
        return undefined;
    return dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .find(({ firstLine }) => firstLine === line);
}
function repeated_copies_fixFor(upper, lower) {
    const copies = lower.filter((one) => one?.keyword === 'COPY' || one?.keyword === 'ADD');
    const command = upper?.keyword === 'RUN' ? (0,test_command/* commandOf */.Nl)(upper) : '';
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
    const lines = copies.map((copy) => [
        copy.keyword,
        ...flags,
        ...copy.flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`}`),
        copy.argument,
    ].join(' '));
    return `Set owner and rights while copying, and take the ${owner === undefined ? 'chmod' : 'chown'} out of line ${upper.firstLine}:\n${lines.join('\n')}`;
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/restore-order.js




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
    const project = restore.words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '');
    const file = project ?? projectFileOf(facts);
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : './';
    const written = dockerfile.text.split(/\r?\n/)[copy.line - 1]?.trim() ?? 'COPY . .';
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
        fix: `Copy the project files first, one line for each project that is referenced:\nCOPY ${file} ${folder}\nRUN dotnet restore ${file}\n${written}`,
        link: 'https://docs.docker.com/build/cache/optimize/',
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/root-user.js


/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application. */
function findRootUser({ record, dockerfile, final, root }) {
    const [user = ''] = record.user.split(':');
    if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/'))
        return [];
    const version = record.base?.dotnetVersion ?? parseDotnetImage(root.base)?.version ?? '';
    const hasAppUser = Number.parseInt(version, 10) >= 8;
    const start = (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .flatMap(({ instructions }) => instructions)
        .find(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    return [
        {
            id: 'root-user',
            title: 'The container runs as root.',
            uncompressedBytes: undefined,
            compressedBytes: undefined,
            evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
            place: { file: dockerfile.shown, line: start?.firstLine ?? final.firstLine },
            fix: `Above this line:\nUSER ${hasAppUser ? '$APP_UID' : '1000:1000'}`,
            link: 'https://docs.docker.com/build/building/best-practices/#user',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/smaller-base.js



/** Smaller variants of the base image, with the sizes that the registry tells for this platform. */
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
            title: `${smallest.name} is ${(0,format_size/* formatSize */.X)(saved)} smaller than the base image: ${(0,format_size/* formatSize */.X)(smallest.compressedBytes)} compressed instead of ${(0,format_size/* formatSize */.X)(baseBytes)}.`,
            uncompressedBytes: undefined,
            compressedBytes: saved,
            evidence: smaller.map(({ name, compressedBytes }) => `${name} (${(0,format_size/* formatSize */.X)(compressedBytes)} compressed)`),
            place: { file: dockerfile.shown, line: root.firstLine },
            fix: [
                ...smaller.map(({ name }) => fromLine(dockerfile, root, name)),
                'Alpine is made of musl: native libraries need builds for it. Chiseled images have no shell and no package manager.',
            ].join('\n'),
            link: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/satellite-languages.js

/**
 * Texts of packages in languages that the team's own projects have none in. Their own ones stay whatever the property says
 * (measured with SDK 10.0.401).
 */
function findSatelliteLanguages(facts) {
    const satellites = facts.visibleFiles.flatMap((file) => {
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/source-files.js

const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/;
const objFolder = /(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/;
/** What a build reads; views stay out, since they may be compiled at run time. */
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$/i;
/** What .NET itself installs, which the rule on the SDK tells of. */
const installed = /(?:^|\/)dotnet\/(?:sdk|packs|templates|sdk-manifests|shared)\/|(?:^|\/)\.nuget\/packages\//;
const contextPage = 'https://docs.docker.com/build/concepts/context/#dockerignore-files';
/** The team's source, what a build left in `obj`, and the history of its repository. */
function findSourceFiles(facts) {
    const files = facts.visibleFiles.filter(({ path }) => !installed.test(path));
    const git = files.filter(({ path }) => gitFolder.test(path));
    const obj = files.filter(({ path }) => objFolder.test(path));
    const others = files.filter(({ path }) => source.test(path) && !objFolder.test(path) && !gitFolder.test(path));
    return [
        ...adviceOnFiles(facts, git, {
            id: 'git-history',
            title: (size) => `${size} of the repository's history (.git) ship with the application, for anyone to read who has the image.`,
            fix: 'In .dockerignore:\n**/.git',
            link: contextPage,
        }),
        ...adviceOnFiles(facts, obj, {
            id: 'obj-folders',
            title: (size) => `${size} of what a build leaves in obj folders ship with the application.`,
            fix: 'In .dockerignore:\n**/bin\n**/obj\nand copy from the building stage only the folder that `dotnet publish -o` wrote.',
            link: contextPage,
        }),
        ...adviceOnFiles(facts, others, {
            id: 'source-files',
            title: (size) => `${size} of source files ship with the application.`,
            fix: 'Copy only what was published:\nCOPY --from=build /app/publish .',
            link: 'https://docs.docker.com/build/building/multi-stage/',
        }),
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/symbols.js

/** Debug symbols in the image. */
function findSymbols(facts) {
    const files = facts.visibleFiles.filter(({ owner }) => owner.trait.kind === 'symbols');
    const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'));
    return adviceOnFiles(facts, files, {
        id: 'symbols',
        title: (size) => `${size} of debug symbols ship with the application.`,
        fix: isNative
            ? 'Keep the symbols out of what is published; keep them elsewhere to read crash dumps:\n<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>'
            : 'Build and publish without symbols, if stack traces may do without line numbers:\nRUN dotnet publish -c Release -o /app/publish -p:DebugType=none',
        link: isNative
            ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
            : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
    });
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/test-assemblies.js


/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile = /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i;
const testPackage = /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i;
/** Test frameworks and their runners in the image. */
function findTestAssemblies(facts) {
    const files = facts.visibleFiles.filter((file) => testFile.test(file.path) || isOfTestPackage(file));
    return adviceOnFiles(facts, files, {
        id: 'test-assemblies',
        title: (size) => `${size} of test frameworks and test runners ship with the application.`,
        fix: `Publish the application's project and not the solution or a test project:\nRUN dotnet publish ${projectFileOf(facts)} -c Release -o /app/publish`,
        link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
    });
}
function isOfTestPackage({ owner: { owner } }) {
    return owner.kind === 'package' && testPackage.test(owner.name);
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/advise-on.js
















/** In the order in which advice without bytes is given. */
const rules = [
    findDebugConfiguration,
    findUnsupportedBases,
    findRootUser,
    findRestoreOrder,
    findBuildContext,
    findSdk,
    findSmallerBase,
    findTools,
    findTestAssemblies,
    findForeignRuntimes,
    findSatelliteLanguages,
    findSymbols,
    findSourceFiles,
    findRepeatedCopies,
    findPackageLists,
];
/**
 * What can be made better, the most compressed bytes first and what is not about bytes behind it. Only that a container can't start
 * stands before all else.
 */
function advise_on_adviseOn(input) {
    const facts = readFacts(input);
    const found = rules.flatMap((rule) => rule(facts));
    return [...findMissingFramework(facts), ...found.sort((a, b) => weightOf(b) - weightOf(a))];
}
function weightOf({ compressedBytes, uncompressedBytes }) {
    return compressedBytes ?? uncompressedBytes ?? -1;
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
        base: {
            name: names.base,
            ...(base?.compressedBytes === undefined ? {} : { compressedBytes: base.compressedBytes }),
        },
        smaller: smaller.filter(isKnown),
        ...(isKnown(sdk) ? { sdk } : {}),
    };
}

// EXTERNAL MODULE: ./lib/src/shared/phase.js
var phase = __webpack_require__(8869);
;// CONCATENATED MODULE: ./lib/src/job/measure-and-compare.js









/** Measures the image for each platform, looks what could be better, and compares it with its baseline and its budget. */
async function weighImage(host, job, built, { tests, steps, stored, released }) {
    const { docker, log, context, redactor } = host;
    const { settings, plan, builder } = job;
    const asking = askNeighbours((name, of) => askCompressedBytes(docker, name, of, settings.builder), nameNeighbours(plan.dockerfile, plan.final), recordOfBaseline(stored[0]));
    const [{ measurements, toStart, deliver }, neighbours] = await (0,phase/* runPhase */.P)(log, 'Measure', () => Promise.all([built.measure(), asking]), ([found]) => found.measurements.map(wordsOfMeasurement).join('; '));
    const known = { identity: plan.identity, builder, source: context.writes };
    // They are kept where the pull requests of strangers can read them.
    const images = redactor.hideKnownIn(recordAll(measurements, { ...known, tests, steps, neighbours }));
    const contextBytes = (0,docker_steps/* readContextBytes */.zg)([...tests.steps, ...steps]);
    const hasDockerignore = plan.ignoreFile !== undefined;
    const advice = advise_on_adviseOn({ record: images[0], ...plan, hasDockerignore, contextBytes, today: new Date() });
    const compared = await (0,phase/* runPhase */.P)(log, 'Baseline', () => compareAll(host, job, images, stored), (found) => found.map(({ baseline }) => wordsOfBaseline(baseline)).join('; '));
    const platforms = compared.map((found, index) => withRelease(found, released[index], settings));
    return {
        findings: {
            platforms,
            layersRead: measurements.reduce((sum, { layersRead }) => sum + layersRead, 0),
            advice,
        },
        warnings: [
            ...measurements.flatMap(({ warnings }) => warnings),
            ...baselineWarnings(platforms),
            ...releaseWarnings(released),
        ],
        toStart,
        deliver,
    };
}

;// CONCATENATED MODULE: ./lib/src/job/release-image.js






/**
 * Builds the image, weighs it, holds it against its budget, starts it and delivers it; says whether it went out. What stopped
 * it is in `report`, with all that was found out. Throws a UserError.
 *
 * Who else uses the builder at the same time can make it give another image when the cached build is repeated, such as one from
 * their build cache. Then all of this is done once more, so that what went out in the end is what was measured.
 */
async function shipImage(host, job, tools, report) {
    const warnings = [...report.warnings];
    try {
        return await shipOnce(host, job, tools, report);
    }
    catch (error) {
        if (!(error instanceof OtherImageError))
            throw error;
        host.log.info(`${error.title}: ${error.message}\nIt is built and measured once more.`);
        report.warnings = warnings;
        return shipOnce(host, job, tools, report);
    }
}
async function shipOnce(host, job, { ahead, ...history }, report) {
    const before = history.stored.flatMap((baseline) => recordOfBaseline(baseline) ?? []);
    const built = await buildImage(host, { ...job, before });
    report.steps = await ahead.addTo(built.steps);
    report.warnings.push(...built.warnings);
    const weighed = await weighImage(host, job, built, { ...history, steps: report.steps });
    Object.assign(report, weighed.findings);
    report.warnings.push(...weighed.warnings);
    report.problems.push(...describeExcesses(report.platforms, job.settings));
    if (report.problems.length > 0)
        return false;
    report.smoke = await runSmokeTest(host, job.settings, weighed.toStart, (warning) => report.warnings.push(warning));
    if (report.smoke?.problem) {
        report.problems.push(report.smoke.problem);
        return false;
    }
    report.delivery = await weighed.deliver();
    return true;
}

;// CONCATENATED MODULE: ./lib/src/plan/instrument/collector.js

/** Folders of results that jobs left behind which were killed, in minutes. */
const staleMinutes = 24 * 60;
/** Where the places of all testing RUNs are while their results are collected. */
const placesFolder = '/dotnet-container-places';
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
        const mount = (0,run_mounts/* resultsMount */.oW)(dockerfile, owner, number, place, `${placesFolder}/${number}`);
        mountsByImage.set(image, `${mountsByImage.get(image) ?? ''}${mount}`);
    }
    if (mountsByImage.size === 0)
        return undefined;
    const collectors = [...mountsByImage].map(([image, mounts], index) => [
        `FROM ${image} AS dotnet-container-collect-${index}`,
        'USER 0',
        // A network for it would take longer than its work.
        `RUN --network=none${mounts} ${collectCommand(jobId)}`,
    ].join('\n'));
    const copies = collectors.map((_, index) => `COPY --from=dotnet-container-collect-${index} /dotnet-container-out/ /`);
    return [headOf(dockerfile), ...collectors, 'FROM scratch', ...copies, ''].join('\n');
}
/** On one line, whatever the escape character of the file is. */
function collectCommand(jobId) {
    // What can't be copied, as for want of disk space, stays where it is.
    const copy = `for place in ${placesFolder}/*/${jobId}; do [ ! -d "$place" ] || cp -R "$place"/. /dotnet-container-out/ || exit 1; done`;
    const stale = `find ${placesFolder} -mindepth 2 -maxdepth 2 -mmin +${staleMinutes} -exec rm -rf {} +`;
    return `mkdir -p /dotnet-container-out && ${copy} && rm -rf ${placesFolder}/*/${jobId} && { ${stale} || true; }`;
}
/** The image that a stage's chain begins from, with the platform that the team gave it. */
function imageOf(dockerfile, stage) {
    const { base, firstLine } = (0,run_mounts/* rootOf */.I5)(dockerfile, stage);
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

// EXTERNAL MODULE: ./lib/src/redaction/redactor.js
var redactor = __webpack_require__(9670);
;// CONCATENATED MODULE: ./lib/src/redaction/redact-file.js





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
const maxFiles = 2_000;
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
        const why = (0,message_of/* messageOf */.b)(error);
        extracted.warnings.push(`The results could not be brought out to their end: ${why}.`);
    }
    return extracted;
}
async function extractEntries(archive, folder, extracted) {
    let bytes = 0;
    await readTar(archive, async ({ header: { name, type, size }, pipeTo }) => {
        const file = toResultFile(folder, name, extracted.files);
        if (file === undefined)
            return;
        if (extracted.files.length >= maxFiles || bytes + size > extract_results_maxBytes) {
            extracted.warnings = [`More than ${maxFiles} result files or 2 GB: the rest was left out.`];
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

// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
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
;// CONCATENATED MODULE: ./lib/src/xml/encoding.js

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

;// CONCATENATED MODULE: ./lib/src/xml/xml-names.js

/** Longest name in characters. */
const nameLimit = 4096;
/** Names that are kept, in characters; writers of results use a few hundred. */
const keptLimit = 65_536;
/** Places of the table that is looked into first, a power of two. */
const slots = 1024;
/** https://www.w3.org/TR/xml/#NT-Name */
const wholeName = /^[:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}][-.0-9:A-Z_a-z\u{B7}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{203F}\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]*$/u;
/** What may stand in a name, of ASCII; all else is looked at once a name, by `wholeName`. */
const isInName = Uint8Array.from({ length: 128 }, (_, code) => /[-.0-9:A-Z_a-z]/.test(String.fromCharCode(code)) ? 1 : 0);
/**
 * The names of a file, each made once: a file of 100 MB has millions of names and some fifty different ones. A name is found
 * by a hash of its characters in a table with one place for each hash, so that no string is made to look it up; what is not
 * there is found in a map, whose hashes a file can't make collide.
 */
class XmlNames {
    #kept = 0;
    #table = new Array(slots).fill(undefined);
    #all = new Map();
    /** Where the name that was read last ended. */
    end = 0;
    /**
     * The name that begins at an index; undefined where none does, or where the text ends before it surely does. Throws an
     * XmlError for one that XML doesn't allow.
     */
    read(text, start) {
        let hash = 0;
        let at = start;
        for (; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (code < 128 && isInName[code] === 0)
                break;
            hash = (Math.imul(hash, 31) + code) | 0;
        }
        this.end = at;
        if (at === start || at === text.length)
            return undefined;
        const slot = (hash ^ (hash >>> 10)) & (slots - 1);
        const likely = this.#table[slot];
        if (likely?.text.length === at - start && text.startsWith(likely.text, start))
            return likely;
        const found = this.#find(text.slice(start, at));
        this.#table[slot] = found;
        return found;
    }
    /** Forgets all names if they are too many. Never within a tag: its attributes would lose what tells them apart. */
    trim() {
        if (this.#kept < keptLimit)
            return;
        this.#kept = 0;
        this.#all.clear();
        this.#table.fill(undefined);
    }
    #find(part) {
        const known = this.#all.get(part);
        if (known !== undefined)
            return known;
        if (part.length > nameLimit)
            throw new XmlError('refused', `a name is over ${nameLimit} characters`);
        // A copy: the part keeps the whole piece of the file in memory.
        const text = Buffer.from(part).toString();
        if (!wholeName.test(text))
            throw new XmlError('malformed', `"${text}" is no name.`);
        const local = text.slice(text.indexOf(':') + 1);
        const name = { text, local, lastTag: 0, lead: ` ${text}="`, next: undefined };
        this.#kept += text.length;
        this.#all.set(text, name);
        return name;
    }
}

;// CONCATENATED MODULE: ./lib/src/xml/xml-tag.js


const xml_tag_quote = 34;
const apostrophe = 39;
const equals = 61;
const slash = 47;
const greater = 62;
/** Says whether a code is a space of XML; carriage returns are gone before. */
function isSpace(code) {
    return code === 32 || code === 10 || code === 9;
}
/** The opening tag that is read: one object for all tags of a file. */
class XmlTag {
    #names;
    #text = '';
    #number = 0;
    #count = 0;
    #attributes = [];
    #starts = [];
    #ends = [];
    name;
    /** It ends its element, too. */
    isEmpty = false;
    constructor(names) {
        this.#names = names;
    }
    /**
     * Reads the tag whose `<` stands at an index. Gives the index behind it, or -1 if the text ends before the tag does.
     * Throws an XmlError for a broken one; references in values are left to `checkReferences`.
     */
    read(text, start) {
        this.#text = text;
        this.#number += 1;
        this.#count = 0;
        this.isEmpty = false;
        this.#names.trim();
        this.name = this.#names.read(text, start + 1);
        let at = this.#names.end;
        if (this.name === undefined)
            return at < text.length ? this.#fail() : -1;
        let last = this.name;
        while (at >= 0 && at < text.length) {
            const likely = last.next;
            if (likely !== undefined && text.startsWith(likely.lead, at)) {
                at = this.#readValue(likely, at + likely.lead.length, '"');
                last = likely;
                continue;
            }
            const gap = at;
            at = this.#skipSpaces(at);
            const code = at < text.length ? text.charCodeAt(at) : 0;
            if (code === greater)
                return at + 1;
            if (code === slash)
                return this.#readEnd(at);
            if (at === text.length)
                return -1;
            if (at === gap)
                this.#fail();
            at = this.#readAttribute(at);
            const read = this.#attributes[this.#count - 1];
            if (at < 0 || read === undefined)
                return -1;
            last.next = read;
            last = read;
        }
        return -1;
    }
    get(name) {
        for (let index = 0; index < this.#count; index += 1) {
            if (this.#attributes[index]?.text !== name)
                continue;
            const value = this.#text.slice(this.#starts[index], this.#ends[index]);
            // https://www.w3.org/TR/xml/#AVNormalize
            return /[&\n\t]/.test(value) ? decodeReferences(value.replace(/[\n\t]/g, ' ')) : value;
        }
        return undefined;
    }
    /** Throws an XmlError if a value has a reference that XML doesn't know. */
    checkReferences() {
        for (let index = 0; index < this.#count; index += 1) {
            decodeReferences(this.#text.slice(this.#starts[index], this.#ends[index]));
        }
    }
    /** Gives the index behind the attribute that begins at an index, or -1 if the text ends before. */
    #readAttribute(start) {
        const text = this.#text;
        const name = this.#names.read(text, start);
        let at = this.#skipSpaces(this.#names.end);
        if (at === text.length)
            return -1;
        if (name === undefined || text.charCodeAt(at) !== equals)
            return this.#fail();
        at = this.#skipSpaces(at + 1);
        if (at === text.length)
            return -1;
        const code = text.charCodeAt(at);
        if (code !== xml_tag_quote && code !== apostrophe)
            return this.#fail();
        return this.#readValue(name, at + 1, code === xml_tag_quote ? '"' : "'");
    }
    /** Gives the index behind the value that begins at an index, or -1 if the text ends before. */
    #readValue(name, start, mark) {
        if (name.lastTag === this.#number) {
            throw new XmlError('malformed', `<${this.#tagName}> has two attributes "${name.text}".`);
        }
        name.lastTag = this.#number;
        const end = this.#text.indexOf(mark, start);
        if (end < 0)
            return -1;
        this.#attributes[this.#count] = name;
        this.#starts[this.#count] = start;
        this.#ends[this.#count] = end;
        this.#count += 1;
        return end + 1;
    }
    #readEnd(at) {
        if (at + 1 === this.#text.length)
            return -1;
        if (this.#text.charCodeAt(at + 1) !== greater)
            return this.#fail();
        this.isEmpty = true;
        return at + 2;
    }
    #skipSpaces(start) {
        let at = start;
        while (at < this.#text.length && isSpace(this.#text.charCodeAt(at)))
            at += 1;
        return at;
    }
    get #tagName() {
        return this.name?.text.slice(0, 100) ?? '';
    }
    #fail() {
        throw new XmlError('malformed', `the tag <${this.#tagName}> is broken.`);
    }
}

;// CONCATENATED MODULE: ./lib/src/xml/xml-scanner.js




const mebi = 1_048_576;
const xml_scanner_limits = { prolog: mebi, depth: 256, tag: mebi, other: 4 * mebi };
/** What goes on over many pieces, with what ends it. What is in a comment or an instruction is not looked at. */
const sections = { comment: '--', instruction: '?>', cdata: ']]>' };
const cdataStart = '<![CDATA[';
const commentStart = '<!--';
const typeStart = '<!DOCTYPE';
/**
 * Reads XML 1.0 that comes in pieces, cut anywhere, and tells a handler of its elements. Lines must end with `\n`. It goes
 * from one `<` to the next with `indexOf`, and makes no string that nobody asked for. What it can't read, or won't (a
 * document type, nesting deeper than 256, a tag over 1 MiB, a comment over 4 MiB), is an XmlError.
 */
class XmlScanner {
    #handler;
    #names = new XmlNames();
    #tag = new XmlTag(this.#names);
    #open = [];
    #text = '';
    #at = 0;
    /** The first `&` at or behind some index that was asked for; the text's length where there is none. */
    #ampersand = -1;
    #section;
    /** Characters of this section so far. */
    #inSection = 0;
    /** Characters of the file so far. */
    #seen = 0;
    #hasRoot = false;
    constructor(handler) {
        this.#handler = handler;
    }
    /** The root element has begun and ended. */
    get isWhole() {
        return this.#hasRoot && this.#open.length === 0;
    }
    /** Reads a piece, up to what can't be told before the next one comes. */
    write(piece) {
        this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece;
        this.#at = this.#seen === 0 && piece.startsWith('\ufeff') ? 1 : 0;
        this.#seen += piece.length;
        this.#ampersand = -1;
        while (this.#section === undefined ? this.#readContent() : this.#readSection(this.#section))
            ;
        if (!this.#hasRoot && this.#seen > xml_scanner_limits.prolog) {
            throw new XmlError('refused', 'nothing begins in its first 1 MiB');
        }
    }
    /** Reads text and tags; false where the next piece is needed, true where a section begins. */
    #readContent() {
        const text = this.#text;
        for (;;) {
            const start = this.#at;
            const less = text.indexOf('<', start);
            const end = less < 0 ? text.length : less;
            if (end > start && !this.#readText(start, end))
                return false;
            this.#at = end;
            if (less < 0 || less + 1 === text.length)
                return false;
            const next = text.charCodeAt(less + 1);
            if (next === 33 /* ! */)
                return this.#readDeclaration();
            if (next === 63 /* ? */)
                return this.#enter('instruction', 2);
            if (!(next === 47 /* slash */ ? this.#readClosing(less) : this.#readOpening(less)))
                return false;
        }
    }
    #readOpening(start) {
        const tag = this.#tag;
        const end = tag.read(this.#text, start);
        if (end < 0)
            return this.#waitForTag();
        if (this.#nextAmpersand(start) < end)
            tag.checkReferences();
        if (this.#hasRoot && this.#open.length === 0)
            throw new XmlError('malformed', 'it has two root elements.');
        if (this.#open.length >= xml_scanner_limits.depth)
            throw new XmlError('refused', 'it is nested deeper than 256');
        const { name } = tag;
        if (name === undefined)
            return false;
        this.#hasRoot = true;
        this.#at = end;
        this.#handler.open(name, tag);
        if (tag.isEmpty)
            this.#handler.close(name);
        else
            this.#open.push(name);
        return true;
    }
    #readClosing(start) {
        const text = this.#text;
        const open = this.#open.at(-1);
        const name = open?.text ?? '';
        let at = start + 2;
        if (open !== undefined && text.startsWith(name, at)) {
            at += name.length;
            while (at < text.length && isSpace(text.charCodeAt(at)))
                at += 1;
            if (at === text.length)
                return this.#waitForTag();
            if (text.charCodeAt(at) === 62 /* > */) {
                this.#at = at + 1;
                this.#open.pop();
                this.#handler.close(open);
                return true;
            }
        }
        else if (name.startsWith(text.slice(at, at + name.length)) && open !== undefined)
            return this.#waitForTag();
        const found = /^<\/[^\s<>]{0,100}/.exec(text.slice(start, start + 102))?.[0] ?? '';
        const ended = open === undefined ? 'nothing' : `<${name.slice(0, 100)}>`;
        throw new XmlError('malformed', `${found}> ends ${ended}.`);
    }
    /** A tag is read as a whole: its beginning stays until the rest is here. */
    #waitForTag() {
        if (this.#text.length - this.#at > xml_scanner_limits.tag)
            throw new XmlError('refused', 'a tag is over 1 MiB');
        return false;
    }
    #readDeclaration() {
        const start = this.#text.slice(this.#at, this.#at + cdataStart.length);
        if (start.startsWith(commentStart))
            return this.#enter('comment', commentStart.length);
        if (start === cdataStart) {
            if (this.#open.length === 0)
                throw textOutside();
            return this.#enter('cdata', cdataStart.length);
        }
        if (start === typeStart && !this.#hasRoot)
            throw new XmlError('refused', 'it has a document type');
        if ([commentStart, cdataStart, typeStart].some((whole) => whole.startsWith(start) && whole !== start))
            return false;
        throw new XmlError('malformed', 'a "<!" begins nothing that may stand there.');
    }
    #enter(section, length) {
        this.#section = section;
        this.#inSection = 0;
        this.#at += length;
        return true;
    }
    /** Reads on in a section; false where the next piece is needed, true where it ends. */
    #readSection(section) {
        const text = this.#text;
        const mark = sections[section];
        const start = this.#at;
        const found = text.indexOf(mark, start);
        // What ends it may have begun at the end of this piece.
        const end = found < 0 ? Math.max(start, text.length - mark.length + 1) : found;
        if (section === 'cdata')
            this.#tellText(start, end);
        else
            this.#skip(end - start);
        this.#at = end;
        if (found < 0)
            return false;
        if (section === 'comment') {
            if (end + 2 === text.length)
                return false;
            if (text.charCodeAt(end + 2) !== 62)
                throw new XmlError('malformed', 'a comment has "--" in it.');
        }
        this.#at = end + (section === 'instruction' ? 2 : 3);
        this.#section = undefined;
        return true;
    }
    #skip(length) {
        this.#inSection += length;
        if (this.#inSection > xml_scanner_limits.other)
            throw overLimit();
    }
    /** Reads the text between two indices, the second a `<` or the end; false where the next piece is needed. */
    #readText(start, end) {
        const text = this.#text;
        if (this.#open.length === 0) {
            if (/[^ \t\n]/.test(text.slice(start, end)))
                throw textOutside();
            return true;
        }
        let from = start;
        for (let at = this.#nextAmpersand(from); at < end; at = this.#nextAmpersand(from)) {
            const semicolon = text.indexOf(';', at);
            if (semicolon < 0 || semicolon > end) {
                if (end < text.length)
                    throw bareAmpersand();
                this.#tellText(from, at);
                this.#at = at;
                if (end - at > xml_scanner_limits.other)
                    throw overLimit();
                return false;
            }
            const decoded = decodeReference(text.slice(at + 1, semicolon));
            this.#tellText(from, at);
            if (this.#handler.wantsText)
                this.#handler.text(decoded);
            from = semicolon + 1;
        }
        this.#tellText(from, end);
        return true;
    }
    #tellText(start, end) {
        if (end > start && this.#handler.wantsText)
            this.#handler.text(this.#text.slice(start, end));
    }
    #nextAmpersand(start) {
        if (this.#ampersand < start) {
            const found = this.#text.indexOf('&', start);
            this.#ampersand = found < 0 ? this.#text.length : found;
        }
        return this.#ampersand;
    }
}
function textOutside() {
    return new XmlError('malformed', 'it has text outside of its root element.');
}
function overLimit() {
    return new XmlError('refused', 'a comment, an instruction or an entity is over 4 MiB');
}

;// CONCATENATED MODULE: ./lib/src/xml/read-xml.js





/** Why a file could not be read to its end, for a person; undefined for a whole file and for one that was just cut. */
function describeEnd(end) {
    if (end.kind === 'malformed')
        return `The file is not well-formed XML: ${end.reason}`;
    if (end.kind === 'refused')
        return `The file is not read: ${end.reason}.`;
    return end.kind === 'unreadable' ? `The file can't be read: ${end.reason}` : undefined;
}
/** Characters of a text that is wanted; what goes on longer was written to harm. */
const textLimit = 16 * 1_048_576;
/** Characters that are read at once: a tag that comes in many small pieces is not read anew with each of them. */
const pieceLength = 32_768;
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
        broken = { kind: 'unreadable', reason: (0,message_of/* messageOf */.b)(error) };
    }
    reader.write(held);
    return reader.end ?? broken ?? reader.finish();
}
class XmlReader {
    #scanner = new XmlScanner(this);
    #visitor;
    #captures = [];
    #depth = 0;
    /** Characters of wanted text since the last tag. */
    #taken = 0;
    #heldReturn = '';
    wantsText = false;
    end;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    write(raw) {
        try {
            this.#scanner.write(this.#withoutReturns(raw));
        }
        catch (error) {
            if (!(error instanceof XmlError))
                throw error;
            this.end = { kind: error.kind, reason: (0,log_text/* cutText */.IN)(error.message, 200) };
        }
        // What is gathered are parts of this piece, which they would keep in memory.
        for (const capture of this.#captures)
            capture.text = detached(capture.text);
    }
    finish() {
        return { kind: this.#scanner.isWhole ? 'complete' : 'truncated' };
    }
    open(name, attributes) {
        this.#depth += 1;
        this.#taken = 0;
        const limit = this.#visitor.open(name.local, attributes);
        if (limit !== undefined)
            this.#captures.push({ depth: this.#depth, limit, text: '' });
        this.wantsText = limit !== undefined;
    }
    close(name) {
        const capture = this.#captures.at(-1);
        const isCaptured = capture?.depth === this.#depth;
        if (isCaptured)
            this.#captures.pop();
        this.#depth -= 1;
        this.#taken = 0;
        this.wantsText = this.#captures.at(-1)?.depth === this.#depth;
        this.#visitor.close(name.local, isCaptured ? (0,log_text/* cutText */.IN)(capture.text, capture.limit) : undefined);
    }
    text(piece) {
        const capture = this.#captures.at(-1);
        if (capture === undefined)
            return;
        this.#taken += piece.length;
        if (this.#taken > textLimit)
            throw new XmlError('refused', 'a text is over 16 MiB');
        // One more than is kept, so that its end shows that it was cut.
        const room = capture.limit + 1 - capture.text.length;
        if (room > 0)
            capture.text += piece.slice(0, room);
    }
    #withoutReturns(raw) {
        const text = this.#heldReturn + raw;
        this.#heldReturn = text.endsWith('\r') ? '\r' : '';
        const whole = this.#heldReturn === '' ? text : text.slice(0, -1);
        return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    }
}
/**
 * A copy of a string that a parser gave. What it gives are parts of the piece that it was fed, and each keeps that whole
 * piece in memory: 100,000 names would keep a file of 80 MB.
 */
function detached(text) {
    return Buffer.from(text).toString();
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
    const problem = describeEnd(end);
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
            this.foreignRoot = (0,log_text/* cutText */.IN)(detached(name), 100);
    }
}

// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-passed.js
const blockBytes = 262_144;
/** Of UTF-8, for each unit of a string. */
const bytesEach = 3;
/**
 * Keeps results of passed tests, the many of a file, out of the heap until the file is read: while it is, whatever is kept is
 * moved and marked by the garbage collector again and again, which took as long as the reading.
 */
class PassedTests {
    #blocks = [];
    /** How many of the first block have been taken. */
    #taken = 0;
    /** Takes a result; names are at most as long as texts that are cut to `nameLimit`. */
    add(name, durationMs) {
        let block = this.#blocks.at(-1);
        if (block === undefined || block.used + bytesEach * name.length > blockBytes) {
            block = { bytes: Buffer.allocUnsafeSlow(blockBytes), used: 0, ends: [], durationsMs: [] };
            this.#blocks.push(block);
        }
        block.used += block.bytes.write(name, block.used);
        block.ends.push(block.used);
        block.durationsMs.push(durationMs);
    }
    /** Gives back the next result, in the order of `add`, which must have been called as often before. */
    next(className) {
        const block = this.#blocks[0];
        const end = block?.ends[this.#taken];
        if (block === undefined || end === undefined)
            throw new Error('There are no more passed tests.');
        const start = block.ends[this.#taken - 1] ?? 0;
        const name = block.bytes.toString('utf8', start, end);
        const durationMs = block.durationsMs[this.#taken];
        this.#taken += 1;
        if (this.#taken === block.ends.length) {
            this.#blocks.shift();
            this.#taken = 0;
        }
        return resultOf(name, className, durationMs);
    }
}
/** Whole at once: what is added to an object later lies apart from it. */
function resultOf(name, className, durationMs) {
    const outcome = 'passed';
    if (durationMs === undefined) {
        return className === undefined ? { name, outcome } : { name, className, outcome };
    }
    return className === undefined ? { name, outcome, durationMs } : { name, className, outcome, durationMs };
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-test-ids.js

const idLimit = 64;
const guidLength = 36;
const firstSlots = 4096;
/**
 * Numbers the ids of tests, from 0 on. They are GUIDs, so each is kept as four numbers: as strings in a map, 100,000 of them
 * would cost more time and memory than their results. What is no GUID is kept as a string.
 */
class TestIds {
    #limit;
    #others = new Map();
    /** The number of an id plus 1, in the slot of its hash or the next that was free; 0 where there is none. */
    #slots = new Int32Array(firstSlots);
    /** Four words for each number. */
    #words = new Int32Array(2 * firstSlots);
    #count = 0;
    /** So that no file can tell which of its ids meet in a slot. */
    #seed = Math.trunc(Math.random() * 0x7fff_ffff);
    /** Numbers at most that many. */
    constructor(limit) {
        this.#limit = limit;
    }
    /** The number of an id: the same for the same one; -1 for an empty one, and for a new one over the limit. */
    numberOf(id) {
        if (id === '')
            return -1;
        if (2 * this.#count >= this.#slots.length)
            this.#grow();
        // The place for the next one, taken if it isn't known.
        const at = 4 * this.#count;
        if (!parseGuid(id, this.#words, at))
            return this.#numberOfOther(id.slice(0, idLimit));
        const slot = this.#slotOf(at);
        const known = this.#slots[slot] ?? 0;
        if (known > 0 || this.#count === this.#limit)
            return known - 1;
        this.#count += 1;
        this.#slots[slot] = this.#count;
        return this.#count - 1;
    }
    #numberOfOther(part) {
        const known = this.#others.get(part);
        if (known !== undefined || this.#count === this.#limit)
            return known ?? -1;
        this.#others.set(detached(part), this.#count);
        this.#count += 1;
        return this.#count - 1;
    }
    /** The slot of the GUID at an index of the words, or the free one for it. */
    #slotOf(at) {
        const words = this.#words;
        const mask = this.#slots.length - 1;
        let hash = this.#seed;
        for (let word = 0; word < 4; word += 1) {
            hash = Math.imul(hash ^ (words[at + word] ?? 0), 0x9e37_79b1);
            hash ^= hash >>> 15;
        }
        for (let slot = hash & mask;; slot = (slot + 1) & mask) {
            const known = this.#slots[slot] ?? 0;
            if (known === 0 || this.#areSame(4 * (known - 1), at))
                return slot;
        }
    }
    #areSame(a, b) {
        const words = this.#words;
        return (words[a] === words[b] &&
            words[a + 1] === words[b + 1] &&
            words[a + 2] === words[b + 2] &&
            words[a + 3] === words[b + 3]);
    }
    #grow() {
        const { length } = this.#slots;
        const words = new Int32Array(4 * length);
        words.set(this.#words);
        this.#words = words;
        const slots = this.#slots.filter((number) => number > 0);
        this.#slots = new Int32Array(2 * length);
        for (const number of slots)
            this.#slots[this.#slotOf(4 * (number - 1))] = number;
    }
}
/** Writes a GUID such as `13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b` as four words at an index; false for anything else. */
function parseGuid(text, words, at) {
    if (text.length !== guidLength)
        return false;
    let word = 0;
    let digits = 0;
    for (let index = 0; index < guidLength; index += 1) {
        const code = text.charCodeAt(index);
        if (index === 8 || index === 13 || index === 18 || index === 23) {
            if (code !== 45)
                return false;
            continue;
        }
        const digit = code <= 57 ? code - 48 : (code | 32) - 87;
        if (digit < 0 || digit > 15 || (code > 57 && digit < 10))
            return false;
        word = (word << 4) | digit;
        digits += 1;
        if (digits % 8 === 0)
            words[at + digits / 8 - 1] = word;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-test-classes.js



const nameBudget = 8 * 1024 * 1024;
/** The classes of tests, which a TRX has apart from the results: behind them as VSTest writes it, or before them. */
class TestClasses {
    #ids;
    /** By the number of the test. */
    #classes = [];
    /** One string for all equal ones: 100,000 tests have some hundred classes. */
    #known = new Map();
    #spent = 0;
    /** Knows at most that many tests. */
    constructor(limit) {
        this.#ids = new TestIds(limit);
    }
    /** A number for a test, to ask for its class with when the file is read; -1 without an id or over the limit. */
    numberOf(testId) {
        const number = this.#ids.numberOf(testId);
        if (number === this.#classes.length)
            this.#classes.push(undefined);
        return number;
    }
    /** Takes the class of a test. */
    define(testId, className) {
        if (className === '')
            return;
        const number = this.numberOf(testId);
        // Older adapters write the class with its assembly: "Shop.Tests.OrderTests, Shop.Tests, Version=…".
        const comma = className.indexOf(',');
        const name = comma < 0 ? className : className.slice(0, comma);
        if (number >= 0)
            this.#classes[number] = this.#same((0,log_text/* cutText */.IN)(name, log_text/* nameLimit */.ds));
    }
    /** The class of the test with a number. */
    classOf(number) {
        return this.#classes[number];
    }
    #same(text) {
        const known = this.#known.get(text);
        if (known !== undefined || this.#spent > nameBudget)
            return known;
        this.#spent += text.length;
        const copy = detached(text);
        this.#known.set(copy, copy);
        return copy;
    }
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
function projectOf(paths) {
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

;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-outcomes.js
const passed = new Set(['Passed', 'PassedButRunAborted', 'Warning', 'Completed']);
const skipped = new Set(['NotExecuted', 'Inconclusive', 'Pending', 'Skipped']);
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
function outcomeOf(word) {
    if (passed.has(word))
        return 'passed';
    return skipped.has(word) ? 'skipped' : 'failed';
}
/** Says whether the outcome of a `ResultSummary` means that the run did not come to its end. */
function isAbortedRun(word) {
    return runAborted.has(word);
}
/** Says whether the outcome of a `ResultSummary` or `RunInfo` is a bad one. */
function isBadRun(word) {
    return runErrors.has(word);
}

// EXTERNAL MODULE: ./lib/src/testing/log/abort-messages.js
var abort_messages = __webpack_require__(1631);
;// CONCATENATED MODULE: ./lib/src/testing/trx/trx-troubles.js


const errorLimit = 100;
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
        const isAbort = words.split('\n', 5).some(abort_messages/* tellsOfAbort */.GG);
        if (isAbort)
            this.isAborted = true;
        if (isAbort || isBadRun(outcome))
            this.add(words);
        this.assembly ??= /(?:\/|[A-Za-z]:\\)[^"'<>|]{1,1000}?\.(?:dll|exe)/.exec(words.slice(0, 4096))?.[0];
    }
    /** Adds an error of the file. */
    add(text) {
        if (this.errors.length < errorLimit && !this.errors.includes(text))
            this.errors.push(text);
    }
    /** Ends the collection; a run that is marked as failed and nothing says why is told of, too. */
    finish(problem, failedResults) {
        if (problem !== undefined)
            this.add(problem);
        if (this.#hasFailed && failedResults === 0 && this.errors.length === 0) {
            this.add('The run is marked as failed, but none of its results is.');
        }
        return this;
    }
}
/** The text without the clock of xunit's adapter; undefined for its lines on single results, which those tell better. */
function infoWords(text) {
    const words = text.replace(/^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] */, '').trim();
    return words === '' || / \[(?:FAIL|SKIP|NOT RUN)\]$/.test(words) ? undefined : words;
}

;// CONCATENATED MODULE: ./lib/src/testing/trx/read-trx.js








const defaultResultLimit = 250_000;
const textBudget = 32 * 1024 * 1024;
const read_trx_nameBudget = 48 * 1024 * 1024;
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
    /** Results in their order; undefined for a passed one. */
    #results = [];
    #passed = new PassedTests();
    /** The number of each result's test; its class comes after all results. */
    #tests = [];
    #classes;
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
    constructor(resultLimit) {
        this.#resultLimit = resultLimit;
        this.#classes = new TestClasses(resultLimit);
    }
    open(name, attributes) {
        if (this.#root === '')
            this.#root = name;
        if (resultElements.has(name))
            this.#openResult(attributes);
        else if (name === 'UnitTest') {
            this.#definition = attributes.get('id') ?? '';
            this.#storage = attributes.get('storage') ?? '';
        }
        else if (name === 'TestMethod')
            this.#define(attributes);
        else if (name === 'ErrorInfo')
            this.#inErrorInfo = true;
        else if (name === 'Times')
            this.#durationMs = spanBetween(attributes.get('start'), attributes.get('finish'));
        else if (name === 'ResultSummary')
            this.#troubles.takeOutcome(attributes.get('outcome') ?? '');
        else if (name === 'RunInfo')
            this.#runInfo = attributes.get('outcome') ?? 'Error';
        else
            return this.#wantsText(name) ? log_text/* textLimit */.$l : undefined;
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
            this.#troubles.add(`The file is no TRX: its root is <${(0,log_text/* cutText */.IN)(this.#root, 100)}>.`);
        const { errors, isAborted, assembly } = this.#troubles.finish(describeEnd(end), this.#counts.failed);
        if (this.#assemblies.size === 0 && assembly !== undefined)
            this.#assemblies.add(assembly);
        const paths = [...this.#assemblies];
        const run = {
            source: 'trx',
            project: projectOf(paths),
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
        return run;
    }
    #openResult(attributes) {
        // VSTest leaves the outcome out where it is Error, the first of its enumeration (TrxLogger/ObjectModel/TestResult.cs).
        const outcome = outcomeOf(attributes.get('outcome') ?? 'Error');
        if (attributes.get('outcome') === 'PassedButRunAborted')
            this.#troubles.isAborted = true;
        const name = (0,log_text/* cutText */.IN)(attributes.get('testName') ?? '', log_text/* nameLimit */.ds);
        const durationMs = parseSpan(attributes.get('duration') ?? '');
        const result = durationMs === undefined ? { name, outcome } : { name, outcome, durationMs };
        this.#open.push({ result, testId: attributes.get('testId') ?? '', rows: 0, failedRows: 0 });
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
        if (result.outcome === 'passed')
            this.#passed.add(result.name, result.durationMs);
        else
            result.name = detached(result.name);
        this.#results.push(result.outcome === 'passed' ? undefined : result);
        this.#tests.push(this.#classes.numberOf(testId));
    }
    #define(attributes) {
        const path = attributes.get('codeBase') ?? this.#storage;
        if (path !== '' && this.#assemblies.size < 100 && !this.#assemblies.has(path)) {
            this.#assemblies.add(detached(path));
        }
        this.#classes.define(this.#definition, attributes.get('className') ?? '');
    }
    #canKeep(length) {
        this.#spentOnNames += length;
        return this.#spentOnNames <= read_trx_nameBudget;
    }
    #withClasses() {
        return this.#results.map((result, index) => {
            const className = this.#classes.classOf(this.#tests[index] ?? -1);
            if (result === undefined)
                return this.#passed.next(className);
            if (className !== undefined)
                result.className = className;
            return result;
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
    const build = await (0,run_build/* runBuild */.c)(docker, log, 'Collect the test results', (0,build_request/* toBuildRequest */.D)({
        builder,
        buildArgs,
        buildContexts,
        platforms,
        context,
        dockerfile: (0,external_node_path_.join)(context, 'Dockerfile'),
        outputs: [`type=tar,dest=${archive}`],
    }), { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs: collect_results_silenceMs });
    if (build.outcome !== 'built' || !(await (0,promises_.stat)(archive).catch(() => undefined))) {
        const why = build.outcome === 'timed-out'
            ? `the builder gave no sign of life for ${collect_results_silenceMs / 1000} s.`
            : (build.output.at(-1)?.text ?? (0,build_error/* parseBuildError */.g)(build.text).message);
        return {
            ...nothingCollected,
            obstacle: why.replace(/\.$/, ''),
            shortage: (0,find_shortage/* findShortage */.J)(build),
            warnings: [`The result files could not be collected, the log is read instead: ${why}`],
        };
    }
    const folder = (0,external_node_path_.join)(tempFolder, 'results');
    const { files, warnings } = await extractResults(archive, folder);
    const collected = { ...nothingCollected, runs: [], coverage: [], warnings };
    for (const file of files) {
        const chunks = (0,external_node_fs_.createReadStream)(file.path);
        if (file.kind === 'trx') {
            const run = await readTrx(chunks, { fileName: (0,external_node_path_.basename)(file.path) });
            collected.runs.push({ ...run, testRun: file.run });
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
        const why = (0,message_of/* messageOf */.b)(error);
        return [`Lost: files of test results, which could not be left in ${to} (${why}).`];
    }
}

// EXTERNAL MODULE: ./lib/src/testing/test-steps.js + 1 modules
var test_steps = __webpack_require__(493);
;// CONCATENATED MODULE: ./lib/src/testing/run-tests.js








/**
 * Builds the stages that test, one after the other, all of them; brings their results out of the builder, and says
 * what the tests came to. No image of them is exported; TRX and coverage files are left below the report folder.
 */
async function runTests(tools, settings, plan, request, beside) {
    const { docker, log, reportFolder } = tools;
    const { tests, dockerfile, instrumented } = plan;
    if (tests.kind === 'missing')
        return (0,describe_tests/* notRun */.nE)(`${dockerfile.shown} has no stage that tests`);
    if (tests.kind === 'unrelated') {
        const { testStage } = tests;
        const has = testStage ? `it has nothing of what stage ${(0,parse_dockerfile/* stageLabel */.Hn)(testStage)} tests` : 'no stage tests';
        return (0,describe_tests/* notRun */.nE)(`the target ${(0,parse_dockerfile/* stageLabel */.Hn)(plan.final)} was asked for, and ${has}`);
    }
    const builds = [];
    let refusal;
    const isBuilt = (name) => builds.some(({ steps }) => steps.some(({ stage }) => stage?.toLowerCase() === name.toLowerCase()));
    const onStep = (name) => {
        if ((0,run_mounts/* testRunNumber */.Bp)(name) !== undefined)
            beside.begin();
    };
    for (const { target, label } of instrumented.targets) {
        const title = `Tests: docker buildx build --target ${label}`;
        const start = (more) => (0,run_build/* runBuild */.c)(docker, log, title, {
            ...request,
            noCacheStages: request.noCacheStages.filter((name) => !isBuilt(name)),
            ...more,
            noCache: request.noCache && builds.length === 0,
            target,
            outputs: ['type=cacheonly'],
        }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: false, deadlineMs: settings.testTimeoutMs, onStep });
        let build = await start();
        const why = refusal === undefined ? findRefusal(build) : undefined;
        if (why !== undefined) {
            refusal = why;
            await (0,promises_.writeFile)(request.dockerfile, (0,run_mounts/* withoutCollecting */.jd)(await (0,promises_.readFile)(request.dockerfile, 'utf8')));
            build = await start();
        }
        const ran = new Set(builds.flatMap((one) => one.steps.map((step) => step.name)));
        const cached = (0,test_steps/* findOnbuildTests */.y$)(build.steps, instrumented).filter((step) => step.outcome === 'cached' && !ran.has(step.name));
        if (cached.length > 0 && !settings.testCache) {
            build = await start({ noCacheStages: [target, ...cached.flatMap((step) => step.stage ?? [])] });
        }
        builds.push(build);
        if (build.outcome !== 'built')
            beside.stop();
        if (build.outcome === 'timed-out' || build.isBuilderLost)
            break;
    }
    // Where no testing RUN began, there is nothing to collect.
    const began = builds.some((build) => build.steps.some((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined && step.outcome !== 'cached'));
    const obstacle = builds.some(({ isBuilderLost }) => isBuilderLost) ? lostWithBuilder : refusal;
    const collected = began && obstacle === undefined
        ? await collectResults(tools, plan, request, (0,external_node_path_.join)(reportFolder, 'test-results'))
        : { ...nothingCollected, warnings: obstacle === undefined ? [] : [obstacle] };
    return (0,describe_tests/* describeTests */.Z_)(settings, plan, builds, collected);
}
const lostWithBuilder = 'The result files could not be collected, the log is read instead: the builder does not answer.';
/** What a build that can't bring results out says, and what to tell about it. */
const refusals = [
    {
        // The frontend does not know the mounts of ours, because the builder or the line `# syntax=` is too old.
        words: /unexpected key 'env' in 'env=/,
        warning: 'The Dockerfile frontend of this build is older than 1.10 and can’t bring results out of it, so the log is read: ' +
            'counts may miss tests. A newer builder, or a newer version in the line "# syntax=…", mends that.',
    },
    {
        // BuildKit says the one while it looks for the cached step, the other while it runs it.
        words: /(?:open \/tmp: no such file or directory|"\/tmp": not found)$/,
        warning: 'The image that the tests begin from has no folder /tmp, so results can’t be brought out and the log is read: ' +
            'counts may miss tests.',
    },
];
function findRefusal({ outcome, text }) {
    if (outcome !== 'failed')
        return undefined;
    return refusals.find(({ words }) => text.some((line) => words.test(line)))?.warning;
}

;// CONCATENATED MODULE: ./lib/src/job/run-tests.js



const nobody = { begin: () => undefined, stop: () => undefined };
const again = { memory: 'memory', disk: 'disk space' };
/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built beside them never decides how they end.
 */
async function testBeside(host, settings, plan, request, ahead) {
    const tests = await runTests(host, settings, plan, request, ahead);
    const isUnknown = tests.verdict === 'error' || tests.verdict === 'no-tests';
    if (!isUnknown || !ahead.hasBegun())
        return { tests, hadCompany: ahead.hasBegun() };
    const shortage = tests.shortage ?? (await ahead.end());
    const what = shortage && again[shortage];
    if (what === undefined)
        return { tests, hadCompany: true };
    await ahead.end();
    const warning = `The tests ran a second time, by themselves: too little ${what} was left while the image was built beside them. ` +
        'With parallel-build: false it waits for them.';
    host.log.info(warning);
    await (0,promises_.writeFile)(request.dockerfile, (0,run_mounts/* withNewMarks */.Zu)(await (0,promises_.readFile)(request.dockerfile, 'utf8')));
    const second = await runTests(host, settings, plan, request, nobody);
    return { tests: { ...second, warnings: [warning, ...second.warnings] }, hadCompany: false };
}

;// CONCATENATED MODULE: ./lib/src/shared/until-cancelled.js

/** A little longer than docker's commands may take to end: the log of what was cancelled is closed then. */
const graceMs = 3_000;
/**
 * Waits for work that ends when the job is cancelled, and not much longer for work that doesn't, so that what was found out
 * until then can still be reported. Throws what the work throws, and CancelledError when it is left behind.
 */
async function untilCancelled(signal, work, leaveAfterMs = graceMs) {
    let timer;
    const left = new Promise((_, reject) => {
        const leave = () => {
            timer = setTimeout(() => {
                reject(new cancelled_error/* CancelledError */.c());
            }, leaveAfterMs);
        };
        if (signal.aborted)
            leave();
        else
            signal.addEventListener('abort', leave, { once: true });
    });
    try {
        return await Promise.race([work, left]);
    }
    finally {
        clearTimeout(timer);
    }
}

// EXTERNAL MODULE: ./lib/src/testing/failures/docker-in-build.js
var docker_in_build = __webpack_require__(1568);
// EXTERNAL MODULE: ./lib/src/testing/coverage/merge-coverage.js
var merge_coverage = __webpack_require__(1947);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/judge-tests.js


const maxLines = 10;
const alone = 'The image was built at the same time; with parallel-build: false it waits, and the tests have the machine for themselves.';
/**
 * Decides whether the job may go on: only tests that ran and passed, or were cached or left out as asked, let it. `hadCompany` says
 * that the image was built at the same time.
 */
function judgeTests(tests, { allowNoTests, minCoveragePercent }, hadCompany) {
    const stages = tests.stages.join(', ');
    const { warnings } = tests;
    const fail = (title, lines) => {
        const all = [describePlace(tests), ...lines, tests.hiddenBy ?? ''];
        const message = all.filter((line) => line !== '').join('\n');
        return { kind: 'fail', warnings, title, message, place: tests.place };
    };
    switch (tests.verdict) {
        case 'passed':
        case 'cached':
            return judgeCoverage(tests, minCoveragePercent) ?? { kind: 'go-on', warnings };
        case 'skipped':
            return { kind: 'go-on', warnings: [...warnings, `No tests were run: ${tests.reason}.`] };
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
            return fail(tests.failure?.title ?? `The tests of stage ${stages} could not run`, [
                ...brokenLines(tests),
                ...(hadCompany && tests.shortage !== undefined ? [alone] : []),
            ]);
    }
}
function judgeCoverage(tests, minimum) {
    if (minimum === undefined || tests.verdict === 'cached')
        return undefined;
    const { warnings, coverage } = tests;
    const percent = coverage && (0,merge_coverage/* lineCoveragePercent */.Qq)(coverage);
    if (percent !== undefined && percent >= minimum)
        return undefined;
    const message = percent === undefined
        ? `min-coverage is ${minimum} %, but no coverage was collected; the test projects need the package coverlet.collector.`
        : `The tests cover ${percent.toFixed(1)} % of the lines; min-coverage is ${minimum} %.`;
    return { kind: 'fail', warnings, title: 'Line coverage is below its minimum', message, place: undefined };
}
function describePlace({ place }) {
    if (place === undefined)
        return '';
    return `${place.file}:${place.line ?? 1}${place.command === '' ? '' : ` ${place.command}`}`;
}
function failedLines({ failures, counts }) {
    const lines = listLines(failures.map((failure) => `✘ ${failure.name}`), counts.failed);
    return failures.some(({ message = '' }) => (0,docker_in_build/* wantsDocker */.Mh)(message)) ? [...lines, docker_in_build/* dockerAdvice */.xw] : lines;
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
function listLines(lines, total) {
    const shown = lines.slice(0, maxLines);
    return total > shown.length ? [...shown, `… and ${total - shown.length} more`] : shown;
}

;// CONCATENATED MODULE: ./lib/src/job/run-job.js
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














/** Runs the whole job and reports what it found out, also when it was asked to stop. Gives the exit code. */
async function runJob(host) {
    const report = emptyReport();
    let settings;
    try {
        settings = await settings_readSettings(host.inputs, host.workspace, {
            ...host,
            fetchTree: (source) => fetchTree(host.docker, host.log, host.tempFolder, source),
        });
        await untilCancelled(host.signal, runRooms(host, settings, report));
    }
    catch (error) {
        report.problems.push(host.signal.aborted ? cancelledProblem : toProblem(error));
    }
    await host.publish(report, settings);
    return report.problems.length > 0 ? 1 : 0;
}
/** The way through the rooms. It ends where something is wrong; `report` has all that was found out until there. */
async function runRooms(host, asked, report) {
    const plan = await makePlan(asked);
    Object.assign(report, describeJob(asked, plan.identity));
    const job = await prepareJob(host, asked, plan);
    const checking = checkOwnFile(host, job);
    try {
        await testAndShip(host, plan, job, report);
    }
    finally {
        report.checks = await checking;
    }
}
/** What BuildKit has to say of the team's own Dockerfile; nothing where the job is stopped meanwhile. */
function checkOwnFile({ docker }, { settings, builds }) {
    if (!settings.fileAnnotations)
        return Promise.resolve([]);
    const { target, buildArgs, buildContexts } = builds.image;
    const { context, file: dockerfile, builder } = settings;
    const request = { context, dockerfile, builder, target, buildArgs, buildContexts };
    return checkDockerfile(docker, request).catch(() => []);
}
async function testAndShip(host, plan, prepared, report) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { docker, log } = host;
        const { settings, builder, cache, builds, platforms, searched, released, warnings } = prepared;
        const keepWritten = ({ writeMs, warnings }) => {
            report.cacheWriteMs = writeMs;
            report.warnings.push(...warnings);
        };
        report.cache = cache;
        report.warnings.push(...warnings);
        const parallelBuild = chooseParallelBuild(plan, settings);
        log.debug(`image: ${parallelBuild.kind === 'parallel' ? 'built while the tests run' : `built after the tests: ${parallelBuild.reason}`}`);
        const ahead = __addDisposableResource(env_1, prepareAhead(host, parallelBuild, plan, builds.image), true);
        const { tests, hadCompany } = await testBeside(host, settings, plan, builds.tests, ahead);
        report.tests = tests;
        log.info(`Verdict: ${tests.verdict}, ${tests.reason}.`);
        const judgement = judgeTests(tests, settings, hadCompany);
        report.warnings.push(...judgement.warnings);
        if (judgement.kind === 'fail') {
            report.problems.push(judgement);
            if (tests.reachedTests)
                keepWritten(await writeCache(docker, log, { ...builds, image: undefined }, cache, false));
            return;
        }
        await ahead.finish();
        // A cache that failed the tests' build is not asked again.
        const request = tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image;
        const stored = await searched;
        const job = { settings, builder, plan, request };
        if (!(await shipImage(host, job, { tests, ahead, stored, released: await released }, report)))
            return;
        const lost = await saveAll(host, settings, report.platforms, stored, platforms);
        report.warnings.push(...lost);
        keepWritten(await writeCache(docker, log, { ...builds, image: request }, cache, lost.length > 0));
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

// EXTERNAL MODULE: ./lib/src/entries/start-process.js
var start_process = __webpack_require__(4901);
;// CONCATENATED MODULE: ./lib/src/entries/run-process.js









/** Runs one job as the whole process: gives it docker and a private folder. Gives the exit code. */
async function runProcess(started, log, makeHost) {
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
        const job = runJob(await makeHost({ ...started, env, tempFolder }));
        started.endAfter(job);
        const exitCode = await job;
        return started.signal.aborted ? start_process/* cancelledExitCode */.N : exitCode;
    }
    catch (error) {
        if (error instanceof cancelled_error/* CancelledError */.c)
            return start_process/* cancelledExitCode */.N;
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
        const why = (0,message_of/* messageOf */.b)(error);
        throw new errors/* UserError */.y('No room for temporary files', `The folder ${root} (RUNNER_TEMP) can't be written: ${why}`);
    }
}


/***/ }),

/***/ 3971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KD: () => (/* binding */ countCommitsBetween),
  vl: () => (/* binding */ listAncestors),
  Hj: () => (/* binding */ openCheckout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/git/commit.js
var git_commit = __webpack_require__(6372);
// EXTERNAL MODULE: ./lib/src/git/git.js
var git = __webpack_require__(5349);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/src/git/head-file.js



/**
 * Reads which commit is checked out in a folder from git's own files (gitrepository-layout(5)): for machines that have the clone but
 * no git, or a git that refuses it since it belongs to another user. Undefined where the files don't say.
 */
async function readHeadFile(folder) {
    const gitFolder = await findGitFolder((0,external_node_path_.resolve)(folder));
    if (gitFolder === undefined)
        return undefined;
    const head = await read((0,external_node_path_.join)(gitFolder, 'HEAD'));
    const [, ref] = /^ref: (refs\/\S+)$/.exec(head ?? '') ?? [];
    if (ref === undefined)
        return asCommit(head);
    // A worktree has a HEAD of its own; its branches are those of the repository.
    const common = await read((0,external_node_path_.join)(gitFolder, 'commondir'));
    const shared = common === undefined ? gitFolder : (0,external_node_path_.resolve)(gitFolder, common);
    return asCommit(await read((0,external_node_path_.join)(shared, ref))) ?? findPacked(await read((0,external_node_path_.join)(shared, 'packed-refs')), ref);
}
/** The folder with git's files, of the folder or of one that it is in; a worktree or a submodule only names it. */
async function findGitFolder(folder) {
    const path = (0,external_node_path_.join)(folder, '.git');
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isDirectory())
        return path;
    const [, named] = /^gitdir: (.+)$/.exec((found && (await read(path))) ?? '') ?? [];
    if (named !== undefined)
        return (0,external_node_path_.resolve)(folder, named);
    return (0,external_node_path_.dirname)(folder) === folder ? undefined : findGitFolder((0,external_node_path_.dirname)(folder));
}
function findPacked(packed, ref) {
    const line = packed?.split('\n').find((one) => one.endsWith(` ${ref}`));
    return asCommit(line?.slice(0, -ref.length - 1));
}
async function read(path) {
    return (await (0,promises_.readFile)(path, 'utf8').catch(() => undefined))?.trim();
}
function asCommit(text) {
    return text !== undefined && (0,git_commit/* isCommit */.W)(text) ? text : undefined;
}

// EXTERNAL MODULE: ./lib/src/git/head.js
var git_head = __webpack_require__(3275);
;// CONCATENATED MODULE: ./lib/src/git/checkout.js





/** Most commits that are looked back; a team that measures no commit in so many has no baseline there. */
const maxAncestors = 50;
/**
 * Looks at the repository that a folder is in; one without git has no history. A submodule at the commit that its superproject records
 * is part of that one's tree.
 */
async function openCheckout(inside) {
    const folder = await findOwner(inside);
    const [head, shallow] = await Promise.all([
        (0,git_head/* readHead */.z)(folder),
        (0,git/* runGit */.E)(folder, ['rev-parse', '--is-shallow-repository']),
    ]);
    return {
        folder,
        commit: head?.commit ?? (await readHeadFile(folder)),
        isChanged: async () => (await (0,git/* runGit */.E)(folder, ['status', '--porcelain', '--untracked-files=no']))?.trim() !== '',
        isShallow: shallow?.trim() === 'true',
        parents: head?.parents ?? [],
        ancestorsOf: (commit) => listAncestors(folder, commit),
        mergeBaseWith: async (commit) => (0,git_commit/* isCommit */.W)(commit)
            ? (await (0,git/* runGit */.E)(folder, ['merge-base', 'HEAD', commit]))?.trim() || undefined
            : undefined,
    };
}
async function findOwner(folder) {
    const owner = (await (0,git/* runGit */.E)(folder, ['rev-parse', '--show-superproject-working-tree']))?.trim();
    if (!owner)
        return folder;
    const [top, head] = await Promise.all([(0,git_head/* readTopLevel */.U)(folder), (0,git/* runGit */.E)(folder, ['rev-parse', 'HEAD'])]);
    const recorded = top && (await (0,git/* runGit */.E)(owner, ['rev-parse', `HEAD:${(0,external_node_path_.relative)(owner, top).replaceAll(external_node_path_.sep, '/')}`]));
    return recorded !== undefined && recorded === head ? findOwner(owner) : folder;
}
/**
 * How many commits of its branch a commit is behind another one, by first parent; undefined where the clone does not know,
 * or the one did not grow from the other.
 */
async function countCommitsBetween(folder, older, newer) {
    if (!(0,git_commit/* isCommit */.W)(older) || !(0,git_commit/* isCommit */.W)(newer))
        return undefined;
    if ((await (0,git/* runGit */.E)(folder, ['merge-base', '--is-ancestor', older, newer])) === undefined)
        return undefined;
    const counted = await (0,git/* runGit */.E)(folder, ['rev-list', '--first-parent', '--count', `${older}..${newer}`]);
    return counted === undefined ? undefined : Number(counted.trim());
}
/** A commit and those before it on its branch (by first parent), the nearest first, as far as the clone is deep. */
async function listAncestors(folder, commit) {
    if (!(0,git_commit/* isCommit */.W)(commit))
        return [];
    const args = ['rev-list', '--first-parent', `--max-count=${maxAncestors}`, commit];
    const listed = (await (0,git/* runGit */.E)(folder, args))?.trim();
    // A commit that the clone does not have can be looked for all the same.
    return listed === undefined || listed === '' ? [commit] : listed.split('\n');
}


/***/ }),

/***/ 6372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isCommit)
/* harmony export */ });
/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
function isCommit(text) {
    return /^[0-9a-f]{40,64}$/.test(text);
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);
/* harmony import */ var _shared_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7272);


/** Runs git in a folder and gives what it prints; undefined where it fails, or is not there. */
async function runGit(folder, args, env = {}) {
    try {
        const result = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', args, {
            cwd: folder,
            silent: true,
            ignoreReturnCode: true,
            env: { ...(0,_shared_child_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentForGit */ .Tu)(process.env), ...env },
        });
        return result.exitCode === 0 ? result.stdout : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readTopLevel),
/* harmony export */   z: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);

/** Reads HEAD of the repository that a folder is in; undefined where there is no git or no commit. */
async function readHead(folder) {
    const [object, commit, status] = await Promise.all([
        (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(folder, ['cat-file', '-p', 'HEAD']),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(folder, ['rev-parse', 'HEAD']),
        (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(folder, ['status', '--porcelain', '--', '.']),
    ]);
    if (object === undefined || commit === undefined)
        return undefined;
    const header = object.split('\n\n')[0] ?? '';
    return {
        commit: commit.trim(),
        parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent]) => parent ?? ''),
        isDirty: status === undefined || status.trim() !== '',
    };
}
/** The top folder of the repository that a folder is in. */
async function readTopLevel(folder) {
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(folder, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '') || undefined;
}


/***/ }),

/***/ 4503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ planLookups)
/* harmony export */ });
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


/***/ }),

/***/ 7606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ whyUnknown),
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);
/* harmony import */ var _describe_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3941);



/** Why GitHub did not tell something; without a token there is nobody to ask, and no answer. */
function whyUnknown(answer) {
    return answer?.reason ?? 'there is no github-token to ask GitHub with';
}
/** Nobody's job waits longer for what only makes a report better. */
const deadlineMs = 15_000;
/** Commits come by date, so that those of merged branches stand between those of the branch. */
const commitsPerPage = 100;
/** As many as are looked back in a clone. */
const maxAncestors = 50;
const sha = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
const named = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha });
const comparisonSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    status: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['ahead', 'behind', 'diverged', 'identical']),
    merge_base_commit: named,
});
const commitsSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha, parents: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(named) }));
const refsSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    object: valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), sha }),
}));
const tagSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ object: named });
const labelsSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
/** Gives access; the client is loaded with the first question. */
function openRepository({ apiUrl, token, repository }) {
    let connected;
    const known = new Map();
    const ask = async (route, parameters, { permission, read }) => {
        try {
            connected ??= (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .connectToGitHub */ .tZ)({ url: apiUrl, token, deadlineMs });
            const api = await connected;
            const key = JSON.stringify([route, parameters]);
            const asked = known.get(key) ?? api.request(`GET /repos/${repository}/${route}`, parameters);
            known.set(key, asked);
            return { kind: 'told', value: read((await asked).data) };
        }
        catch (error) {
            return { kind: 'unknown', reason: (0,_describe_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReadTrouble */ .V)(error, permission) };
        }
    };
    const permission = 'contents: read';
    return {
        relate: (older, newer) => 
        // The second page has the same answer without the patches of three hundred files, which only the first one has.
        ask('compare/{basehead}', { basehead: `${older}...${newer}`, per_page: 1, page: 2 }, { permission, read: readRelation }),
        ancestorsOf: (commit) => ask('commits', { sha: commit, per_page: commitsPerPage }, { permission, read: (data) => followFirstParents(commit, valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(commitsSchema, data)) }),
        tagsFrom: (prefix) => ask('git/matching-refs/{+ref}', { ref: `tags/${prefix}` }, { permission, read: readTags }),
        commitOf: (tag) => tag.isAnnotated
            ? ask('git/tags/{tag_sha}', { tag_sha: tag.object }, { permission, read: (data) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(tagSchema, data).object.sha })
            : Promise.resolve({ kind: 'told', value: tag.object }),
        labelsOf: (number) => ask('issues/{issue_number}/labels', { issue_number: number, per_page: 100 }, {
            permission: 'pull-requests: read',
            read: (data) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(labelsSchema, data).map(({ name }) => name),
        }),
    };
}
function readRelation(data) {
    const { status, merge_base_commit: base } = valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(comparisonSchema, data);
    return { mergeBase: base.sha, isAncestor: status === 'ahead' || status === 'identical' };
}
function readTags(data) {
    return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(refsSchema, data).map(({ ref, object }) => ({
        name: ref.replace(/^refs\/tags\//, ''),
        object: object.sha,
        isAnnotated: object.type === 'tag',
    }));
}
function followFirstParents(commit, listed) {
    const parents = new Map(listed.map((one) => [one.sha, one.parents[0]?.sha]));
    const followed = [];
    for (let at = commit; at !== undefined; at = parents.get(at)) {
        if (followed.length === maxAncestors)
            break;
        followed.push(at);
    }
    return followed;
}


/***/ }),

/***/ 2831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ inputTable),
/* harmony export */   v: () => (/* binding */ inputNames)
/* harmony export */ });
/**
 * Every input with its default, as action.yml declares it (a test holds the two together); the terminal takes
 * its defaults from here. `flag` marks inputs that are `true` or `false`, `list` those with one value per line.
 */
const inputTable = {
    context: { fallback: '.', kind: 'text' },
    file: { fallback: '', kind: 'text' },
    'test-target': { fallback: '', kind: 'list' },
    target: { fallback: '', kind: 'text' },
    'missing-test-stage': { fallback: 'fail', kind: 'text' },
    'test-results': { fallback: 'auto', kind: 'text' },
    'test-cache': { fallback: 'false', kind: 'flag' },
    'test-timeout': { fallback: '', kind: 'text' },
    'allow-no-tests': { fallback: 'false', kind: 'flag' },
    coverage: { fallback: 'false', kind: 'flag' },
    'min-coverage': { fallback: '', kind: 'text' },
    'build-args': { fallback: '', kind: 'list' },
    'build-contexts': { fallback: '', kind: 'list' },
    secrets: { fallback: '', kind: 'list' },
    'secret-envs': { fallback: '', kind: 'list' },
    'secret-files': { fallback: '', kind: 'list' },
    ssh: { fallback: '', kind: 'list' },
    labels: { fallback: '', kind: 'list' },
    'oci-labels': { fallback: 'true', kind: 'flag' },
    annotations: { fallback: '', kind: 'list' },
    'image-name': { fallback: '', kind: 'list' },
    tags: { fallback: '', kind: 'list' },
    platforms: { fallback: '', kind: 'list' },
    push: { fallback: 'false', kind: 'flag' },
    load: { fallback: 'false', kind: 'flag' },
    pull: { fallback: 'false', kind: 'flag' },
    'no-cache': { fallback: 'false', kind: 'flag' },
    'no-cache-filters': { fallback: '', kind: 'list' },
    network: { fallback: '', kind: 'text' },
    'shm-size': { fallback: '', kind: 'text' },
    ulimit: { fallback: '', kind: 'list' },
    'add-hosts': { fallback: '', kind: 'list' },
    allow: { fallback: '', kind: 'list' },
    provenance: { fallback: '', kind: 'text' },
    sbom: { fallback: '', kind: 'text' },
    attests: { fallback: '', kind: 'list' },
    outputs: { fallback: '', kind: 'list' },
    builder: { fallback: 'auto', kind: 'text' },
    cache: { fallback: 'auto', kind: 'text' },
    'cache-ref': { fallback: '', kind: 'text' },
    'cache-mode': { fallback: 'max', kind: 'text' },
    'cache-write': { fallback: 'auto', kind: 'text' },
    'cache-from': { fallback: '', kind: 'list' },
    'cache-to': { fallback: '', kind: 'list' },
    'parallel-build': { fallback: 'true', kind: 'flag' },
    'image-key': { fallback: '', kind: 'text' },
    baseline: { fallback: 'cache', kind: 'list' },
    'baseline-image': { fallback: '', kind: 'text' },
    'baseline-release': { fallback: '', kind: 'text' },
    'size-metric': { fallback: 'compressed', kind: 'text' },
    'max-size': { fallback: '', kind: 'text' },
    'max-increase': { fallback: '', kind: 'list' },
    'ignore-base-image': { fallback: 'true', kind: 'flag' },
    'size-override-label': { fallback: 'size-increase-ok', kind: 'text' },
    'min-change': { fallback: '500 B', kind: 'text' },
    'smoke-test': { fallback: '', kind: 'text' },
    'smoke-port': { fallback: '', kind: 'text' },
    'smoke-timeout': { fallback: '30 s', kind: 'text' },
    'smoke-env': { fallback: '', kind: 'list' },
    comment: { fallback: 'auto', kind: 'text' },
    summary: { fallback: 'true', kind: 'flag' },
    'file-annotations': { fallback: 'true', kind: 'flag' },
    'report-dir': { fallback: '', kind: 'text' },
    'github-token': { fallback: '${{ github.token }}', kind: 'text' },
    inputs: { fallback: '', kind: 'text' },
};
/** All names in the order of action.yml. */
const inputNames = Object.keys(inputTable);


/***/ }),

/***/ 2218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseJsonInputs)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _shared_message_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2835);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2831);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8688);





const valuesSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()])));
/**
 * The inputs that a JSON object holds, as texts; one that is empty or null is not given. Throws a UserError that names every key
 * which is no input.
 */
function parseJsonInputs(text) {
    if (text.trim() === '')
        return {};
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .Problems */ .Z();
    const given = {};
    for (const [key, value] of Object.entries(parseValues(text, problems))) {
        const name = _input_table_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v.find((candidate) => candidate === key && candidate !== 'inputs');
        if (name === undefined)
            problems.add('inputs', `there is no input "${key}".${hint(key)}`);
        else if (value !== null && value !== '')
            given[name] = String(value);
    }
    problems.throwIfAny();
    return given;
}
function parseValues(text, problems) {
    const example = 'write a JSON object with texts, such as ${{ toJSON(matrix.image) }}';
    try {
        const values = JSON.parse(text);
        // A record to valibot, whose keys are numbers.
        if (Array.isArray(values))
            throw new Error('this is a list');
        return valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(valuesSchema, values);
    }
    catch (error) {
        problems.add('inputs', `${example}: ${(0,_shared_message_of_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}`);
        return {};
    }
}
function hint(key) {
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(key, _input_table_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(key, near) <= 3 ? ` Did you mean ${near}?` : '';
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

/***/ 7133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseList),
/* harmony export */   a: () => (/* binding */ parseKeyValue)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);

/**
 * Splits a list input, one entry per line, with the CSV rules of docker/build-push-action: quotes keep newlines,
 * and `#` at the start of a line is a comment. Throws csv-parse's error for an unclosed quote.
 */
function parseList(text, form) {
    const { splitAtCommas, hasQuotes = true, keepsSpaces = false } = form;
    const rows = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, {
        columns: false,
        quote: hasQuotes ? '"' : null,
        relax_quotes: true,
        comment: '#',
        comment_no_infix: true,
        relax_column_count: true,
        skip_empty_lines: true,
    });
    const entries = rows.flatMap((row) => (splitAtCommas ? row : [row.join(',')]));
    return entries
        .map((entry) => (keepsSpaces ? entry.trimStart() : entry.trim()))
        .filter((entry) => entry !== '');
}
/** Splits `key=value` at the first `=`; undefined when there is no `=`, or nothing before it. */
function parseKeyValue(entry) {
    const at = entry.indexOf('=');
    return at > 0 ? [entry.slice(0, at), entry.slice(at + 1)] : undefined;
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

/***/ 8688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ Problems)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);

/** Collects what is wrong with the inputs, so that the user sees all of it at once. */
class Problems {
    #lines = [];
    /** Notes one problem; `message` goes on after the input's name. */
    add(input, message) {
        this.#lines.push(`${input}: ${message}`);
    }
    /** Throws one UserError with every problem that was noted, or does nothing when there is none. */
    throwIfAny() {
        if (this.#lines.length === 0)
            return;
        const title = this.#lines.length === 1 ? 'Wrong input' : `${this.#lines.length} wrong inputs`;
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(title, this.#lines.join('\n'));
    }
}


/***/ }),

/***/ 4863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   DR: () => (/* binding */ warnOfSecretBuildArgs),
/* harmony export */   WD: () => (/* binding */ secretValuesOf)
/* harmony export */ });
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
 * Follows `WORKDIR`, `ARG`, `ENV`, `COPY` and `ADD` through the stages that a stage descends from, down to the instruction
 * `before` where one is given.
 */
function readCopiedTree(dockerfile, stage, before) {
    const tree = { workdir: '/', copies: [], patterns: [] };
    const variables = new Map();
    for (const instruction of (0,_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(dockerfile, stage)
        .reverse()
        .flatMap(({ instructions }) => instructions)) {
        if (instruction === before)
            break;
        apply(instruction, tree, variables);
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
function apply(instruction, tree, variables) {
    switch (instruction.keyword) {
        case 'WORKDIR':
            tree.workdir = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(instruction.argument, variables));
            return;
        case 'ARG':
        case 'ENV':
            declare(instruction.argument, variables);
            return;
        case 'COPY':
        case 'ADD': {
            if (instruction.flags.some(({ name }) => name === 'from'))
                return;
            const words = parseWords(instruction.argument, variables);
            tree.patterns.push(toPattern(instruction, words.slice(0, -1)));
            if (!instruction.flags.some(({ name }) => name === 'parents'))
                copy(instruction, words, tree);
        }
    }
}
function toPattern({ firstLine, flags }, sources) {
    const excluded = flags.filter(({ name }) => name === 'exclude').map(({ value }) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(value));
    const matchers = sources.map((source) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(source));
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
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('No stage to build', `${shown} ${what}, so there is nothing to build.`, {
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

/***/ 6292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ changedBuildArgs),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _inputs_secret_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4863);



/** The identity of the image that a stage is built to. */
function identityOf(settings, target) {
    return {
        imageKey: settings.imageKey ?? defaultImageKey(settings, target),
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(settings.context, settings.file).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'),
        target,
        buildArgs: [...new Map(settings.buildArgs.map(hashValue))].sort(([a], [b]) => (a < b ? -1 : 1)),
    };
}
function hashValue(arg) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(arg[1]).digest('hex');
    return [arg[0], (0,_inputs_secret_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(arg) ? '' : hash.slice(0, 8)];
}
/** The names of build arguments that came, went or have another value; of secrets only whether they came or went. */
function changedBuildArgs(before, after) {
    const [then, now] = [new Map(before.buildArgs), new Map(after.buildArgs)];
    const names = [...new Set([...then.keys(), ...now.keys()])].sort();
    return names.filter((name) => then.get(name) !== now.get(name));
}
/** The image's name, the first tag without its tag part, else the folder of the Dockerfile with the stage. */
function defaultImageKey({ imageNames, tags, fileShown, workspace }, target) {
    const firstTag = imageNames[0] ?? tags[0];
    if (firstTag !== undefined)
        return firstTag.replace(/:[^:/]+$/, '');
    return `${fileShown.replace(/\/?[^/]+$/, '') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workspace)}:${target}`;
}


/***/ }),

/***/ 4277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ chooseCollectWay),
/* harmony export */   H: () => (/* binding */ choosePlatformArguments)
/* harmony export */ });
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1331);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);
/* harmony import */ var _stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6044);




const ownLogger = /(?:^|\s)["']?(?:--logger|-l)["']?(?=[\s:=])["'\s:=]*([^\s"']+)|\bVSTestLogger\b[=\s"':]*(\S*)/g;
const ownFolder = /(?:^|\s)["']?--results-directory["']?(?=[\s:=])|\bVSTestResultsDirectory\b/;
const ownSettings = /(?:^|\s)["']?(?:--settings|-s)["']?(?=[\s:=])|\bVSTestSetting\b|\bRunSettingsFilePath\b/;
const ownReport = /(?:^|\s)--report-\S+/;
const ownPlatformArguments = /\bTestingPlatformCommandLineArguments\b/;
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
function choosePlatformArguments(dockerfile, owner, instruction, final, habits, folder) {
    const { mustStay } = readOwnResults(dockerfile, owner, instruction, final, habits);
    const says = sayingOf(dockerfile, instruction);
    if (habits.platformReportOption === undefined || mustStay || says(ownPlatformArguments))
        return undefined;
    // Without Microsoft.Testing.Platform as its runner an executable of xunit ends with an error for that option.
    const command = (0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction);
    const isDotnetTest = /\bdotnet\s+test\b/.test(command) && !/\bdotnet\s+(?:run|exec)\b/.test(command);
    if (!isDotnetTest && !habits.executablesKnowOption)
        return undefined;
    const option = says(ownReport) ? '' : `${habits.platformReportOption} `;
    return `${option}--results-directory ${folder}`;
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
    const ownWords = (0,_stages_test_command_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction).replace(/LogFile(?:Name|Prefix)=[^\s"';]+/gi, '');
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
    const platform = (0,_result_strategy_js__WEBPACK_IMPORTED_MODULE_0__/* .choosePlatformArguments */ .H)(dockerfile, owner, instruction, final, habits, folder);
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

/***/ 7121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ testingInstructions),
/* harmony export */   f: () => (/* binding */ chooseStages)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8835);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1331);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6856);
/* harmony import */ var _test_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6044);





/**
 * Chooses the stage that ships and those that test. Throws a UserError when a name is not there, when several
 * stages could be meant, or when the stage that would ship is one that tests.
 */
function chooseStages(dockerfile, wishes) {
    const final = chooseFinal(dockerfile, wishes);
    if (wishes.testTargets.length > 0) {
        const stages = wishes.testTargets.map((name) => requireStage(dockerfile, name, 'test-target'));
        return { final, tests: { kind: 'stages', stages } };
    }
    const testStage = findTestStage(dockerfile);
    const isDefault = wishes.target === undefined || final === defaultFinal(dockerfile);
    if (!isDefault && (testStage === undefined || !sharesStage(dockerfile, final, testStage))) {
        return { final, tests: { kind: 'unrelated', testStage } };
    }
    return { final, tests: testStage ? { kind: 'stages', stages: [testStage] } : { kind: 'missing' } };
}
/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
function testingInstructions(stage) {
    return stage.instructions.filter((instruction) => ['RUN', 'ENTRYPOINT', 'CMD'].includes(instruction.keyword) &&
        (0,_test_command_js__WEBPACK_IMPORTED_MODULE_4__/* .classifyInstruction */ .Ld)(instruction) === 'tests');
}
function chooseFinal(dockerfile, wishes) {
    if (wishes.target !== undefined)
        return requireStage(dockerfile, wishes.target, 'target');
    const final = defaultFinal(dockerfile);
    const [testing] = testingInstructions(final);
    if (testing !== undefined || final.name?.toLowerCase() === 'test') {
        const line = testing?.firstLine ?? final.firstLine;
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('Which stage ships?', `${dockerfile.shown}:${line}: the last stage, ${(0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(final)}, is one that tests, so it is not taken for the one ` +
            `that ships. Set the input target to the stage that does: ${listStages(dockerfile.stages)}.`, { file: dockerfile.shown, line });
    }
    return final;
}
function defaultFinal(dockerfile) {
    // parseDockerfile gives at least one stage.
    return (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .findStage */ .U9)(dockerfile.stages, 'final') ?? dockerfile.stages.at(-1);
}
function findTestStage(dockerfile) {
    const named = (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .findStage */ .U9)(dockerfile.stages, 'test');
    if (named !== undefined)
        return named;
    const candidates = dockerfile.stages.filter((stage) => testingInstructions(stage).length > 0);
    if (candidates.length > 1) {
        const list = candidates.map((stage) => `${(0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(stage)} (line ${stage.firstLine})`).join(', ');
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('Which stage tests?', `${dockerfile.shown}: ${candidates.length} stages run tests: ${list}. Set the input test-target to one of them, or to ` +
            'several, one per line.', { file: dockerfile.shown, line: candidates[0]?.firstLine ?? 1 });
    }
    return candidates[0];
}
function sharesStage(dockerfile, final, testStage) {
    const needed = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .neededFor */ .r4)(dockerfile, testStage);
    return [...(0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .neededFor */ .r4)(dockerfile, final)].some((stage) => needed.has(stage));
}
function requireStage(dockerfile, wanted, input) {
    const stage = (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .findStage */ .U9)(dockerfile.stages, wanted);
    if (stage !== undefined)
        return stage;
    const away = (candidate) => (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)((0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(candidate).toLowerCase(), wanted.toLowerCase());
    const nearestFirst = [...dockerfile.stages].sort((a, b) => away(a) - away(b));
    throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('No such stage', `${input}: ${dockerfile.shown} has no stage "${wanted}"; it has ${listStages(nearestFirst)}.`, { file: dockerfile.shown, line: 1 });
}
function listStages(stages) {
    return stages
        .map((stage) => (stage.name === undefined ? `${stage.index} (unnamed)` : stage.name))
        .join(', ');
}


/***/ }),

/***/ 6044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ classifyCommand),
/* harmony export */   Ld: () => (/* binding */ classifyInstruction),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   s3: () => (/* binding */ commandsAfterTests)
/* harmony export */ });
/** Commands that never run a test, whatever follows them. */
const harmlessCommands = new Set(`: apk apt apt-get bash-completion case cat cd chgrp chmod chown cp curl date dir dnf dpkg du echo esac exit export false
  find for git grep groupadd addgroup adduser head id install ldconfig ln locale-gen ls microdnf mkdir mv npm npx node yarn
  pnpm corepack printf pwd reportgenerator rm rmdir sed set sleep sonar-scanner source tail tar tdnf tee test touch tr trap
  true tzdata umask uname unzip update-ca-certificates useradd wait wget which yum zip [`
    .split(/\s+/)
    .filter((word) => word !== ''));
/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = new Set(`add build build-server clean dev-certs ef fable format gitversion help list msbuild nbgv new nuget pack package publish
  reference remove reportgenerator restore sdk sln solution sonarscanner store tool user-secrets workload`
    .split(/\s+/)
    .filter((word) => word !== ''));
/**
 * A word that speaks of tests: `Shop.Tests.Unit.dll`, `UnitTest`, `--target=Test`, `runtests.sh`; not `latest`,
 * `TestApp.dll` or `TechTest.Api.dll`, which are programs with a test in their name.
 */
const testWord = /(?:(?:^|[^A-Za-z])[Tt]est|[a-z]Test)(?:s(?![A-Za-z])|(?![A-Za-z])(?!\.(?!(?:dll|exe|slnx?|\w*proj|sh|ps1|cmd|bat)\b)\w))|tests?\.(?:sh|ps1|cmd|bat)$/;
/** An option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
const testTarget = /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i;
/** What a RUN, ENTRYPOINT or CMD does. */
function classifyInstruction(instruction) {
    return classifyCommand(commandOf(instruction));
}
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
/** What a shell command line or script does: it tests when any of its commands does. */
function classifyCommand(command) {
    const kinds = simpleCommands(command).map(classifySimple);
    if (kinds.includes('tests'))
        return 'tests';
    return kinds.includes('unknown') ? 'unknown' : 'known';
}
/**
 * What stands behind the first command that tests and decides the exit code in its place: `|| true`, `; dotnet test B`,
 * `| tee log`. Undefined where its exit code is that of the whole.
 */
function commandsAfterTests(command) {
    const wanted = classifyCommand(command);
    // With `set -e` the end of a command that failed is the end of the script.
    const ending = /\bset\s+-\w*e/.test(command) ? /^(?:\|\|?|&)$/ : /^(?:\|\|?|[;&\n])$/;
    let words = [];
    let hasTested = false;
    for (const { 0: token, index } of command.matchAll(tokens)) {
        if (!separator.test(token)) {
            words.push(token);
            continue;
        }
        hasTested ||= words.length > 0 && classifySimple(words) === wanted;
        words = [];
        const rest = command.slice(index).trim();
        const isRedirection = token === '&' && (command[index - 1] === '>' || command[index + 1] === '>');
        if (hasTested && ending.test(token) && !isRedirection && rest !== token)
            return rest;
    }
    return undefined;
}
/** Words, quoted texts, comments, and what stands between commands. */
const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|&&|\|\||[;|\n&()]|[^\s;|&()"']+|["']/g;
const separator = /^(?:&&|\|\||[;|\n&()])$/;
/** Splits at `&&`, `||`, `;`, `|` and line ends, outside of quotes, into commands of words. */
function simpleCommands(command) {
    const commands = [[]];
    for (const [token] of command.matchAll(tokens)) {
        if (separator.test(token))
            commands.push([]);
        else if (!token.startsWith('#'))
            commands.at(-1)?.push(token.replace(/^(["'])([\s\S]*)\1$/, '$2'));
    }
    return commands.filter((words) => words.length > 0);
}
/** Words that only lead to the command behind them. */
const leaders = /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|xargs|xvfb-run|if|then|elif|else|do|while|until|!|\{|\}|\{\}|fi|done|-.*|\d+[smh]?)$/;
function classifySimple(words) {
    const start = words.findIndex((word) => !leaders.test(word));
    if (start < 0)
        return 'known';
    const [program = '', ...rest] = words.slice(start);
    const name = program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
    const run = name === 'find' ? rest.findIndex((word) => /^-exec(?:dir)?$/.test(word)) : -1;
    if (run >= 0)
        return classifySimple(rest.slice(run + 1));
    if (harmlessCommands.has(name))
        return 'known';
    if (name === 'dotnet')
        return classifyDotnet(rest);
    // A tool of .NET is a command of that name as well.
    if (name.startsWith('dotnet-'))
        return classifyDotnet([name.slice('dotnet-'.length), ...rest]);
    if (/^(?:ba|a|da|z)?sh$|^pwsh$/.test(name)) {
        const script = rest.find((word) => !word.startsWith('-'));
        return script === undefined
            ? 'unknown'
            : classifyCommand(/\s/.test(script) ? script : [script, ...rest.slice(rest.indexOf(script) + 1)].join(' '));
    }
    return [name, ...rest].some((word) => testWord.test(word)) ||
        /\bdotnet\s+(?:test|vstest)\b/.test(rest.join(' '))
        ? 'tests'
        : 'unknown';
}
function classifyDotnet(words) {
    const at = words.findIndex((word) => !word.startsWith('-'));
    const [subcommand = '', ...rest] = at < 0 ? [] : words.slice(at);
    if (subcommand === 'test' || subcommand === 'vstest')
        return 'tests';
    if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? '')) {
        const tool = rest.slice(1).filter((word) => word !== '--');
        return classifyDotnet([(tool[0] ?? '').replace(/^dotnet-/, ''), ...tool.slice(1)]);
    }
    if (harmlessDotnet.has(subcommand) || subcommand === '')
        return words.some((word) => testTarget.test(word)) ? 'tests' : 'known';
    return words.some((word) => testWord.test(word)) ? 'tests' : 'unknown';
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

/***/ 1077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ renderJson),
  s: () => (/* binding */ toReportJson)
});

// EXTERNAL MODULE: ./lib/src/compare/download-bytes.js
var download_bytes = __webpack_require__(8202);
// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js + 3 modules
var attribution = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/src/measure/analyze/shadowed-files.js
var shadowed_files = __webpack_require__(5459);
// EXTERNAL MODULE: ./lib/src/plan/image-identity.js
var image_identity = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
// EXTERNAL MODULE: ./lib/src/testing/describe-tests.js + 4 modules
var describe_tests = __webpack_require__(608);
;// CONCATENATED MODULE: ./lib/src/report/summary/cache-use.js
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
        ...(cacheWriteMs === undefined ? {} : { writeMs: Math.round(cacheWriteMs) }),
    };
}
function sum(steps, valueOf) {
    return steps.reduce((total, step) => total + valueOf(step), 0);
}

// EXTERNAL MODULE: ./lib/src/report/model/report-schema.js
var report_schema = __webpack_require__(3373);
;// CONCATENATED MODULE: ./lib/src/report/model/to-json.js








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
        version: report_schema/* reportVersion */.f,
        imageKey: report.imageKey,
        file: report.fileShown,
        target: report.finalStage,
        sizeMetric: report.sizeMetric,
        problems: report.problems,
        warnings: report.warnings,
        tests: tests && {
            verdict: tests.verdict,
            reason: tests.reason,
            hiddenBy: tests.hiddenBy,
            stages: tests.stages,
            place: tests.place,
            source: tests.source,
            counts: tests.counts,
            failures: tests.failures,
            coverage: tests.coverage,
            runs: tests.runs,
            compilerMessages: tests.compilerMessages,
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
        steps: { test: tests?.steps ?? [], image: report.steps },
        smokeTest: report.smoke && toSmokeJson(report.smoke),
        delivery: delivery?.kind === 'delivered' ? toDeliveryJson(delivery) : undefined,
    };
}
function toSmokeJson(smoke) {
    const { check, outcome, durationMs, httpStatus, exitCode, memoryBytes, logLines } = smoke;
    return { check, outcome, durationMs, httpStatus, exitCode, memoryBytes, logLines: logLines.map(clean_text/* plainText */.wh) };
}
function toPlatformJson({ image, baseline, comparison, release, budget, }) {
    const { platform, manifestDigest, compressedBytes, uncompressedBytes } = image;
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    return {
        ...{ platform, manifestDigest, compressedBytes, uncompressedBytes },
        downloadBytes: (0,download_bytes/* downloadBytes */.e)(image, before),
        baseline: before && {
            compressedBytes: before.compressedBytes,
            uncompressedBytes: before.uncompressedBytes,
        },
        isBelowMinChange: comparison?.isBelowMinChange,
        release,
        budget,
    };
}
function toDeliveryJson({ digest, outputs, }) {
    return { digest, outputs };
}
/** What was known of the tests the last time; names only where both times have them. */
function compareTests(tests, before) {
    const { durationMs, linesCovered, linesValid } = before;
    const now = (0,describe_tests/* testNames */.ld)(tests);
    const then = now.length === 0 ? undefined : before.names;
    const [old, current] = [new Set(then), new Set(now)];
    return {
        ...{ durationMs, linesCovered, linesValid },
        gone: then?.filter((name) => !current.has(name)) ?? [],
        added: then === undefined ? [] : now.filter((name) => !old.has(name)),
    };
}
function toImageJson(image, layersRead, before) {
    const hidden = (0,shadowed_files/* findHiddenFiles */.L)(image);
    const { platform, engine, driver, method, compression, manifestDigest, configDigest } = image;
    const { configBytes, compressedBytes, uncompressedBytes, base, user, createdAt, commit, neighbours } = image;
    return {
        ...{ platform, engine, driver, method, compression, manifestDigest, configDigest },
        ...{ configBytes, compressedBytes, uncompressedBytes, base, user, createdAt, commit },
        downloadBytes: (0,download_bytes/* downloadBytes */.e)(image, before),
        sdk: neighbours?.sdk,
        layers: image.layers.map((layer) => toLayerJson(layer, image)),
        layersRead,
        parts: (0,attribution/* readParts */.fp)(image),
        hidden: {
            bytes: hidden.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
            files: hidden.slice(0, maxHiddenFiles),
        },
    };
}
/** A layer without its files. */
function toLayerJson(layer, record) {
    const { digest, compressedBytes, uncompressedBytes, createdBy, line, copiedFrom } = layer;
    const isBase = record.layers.indexOf(layer) < (record.base?.layerCount ?? 0);
    return { digest, compressedBytes, uncompressedBytes, createdBy, isBase, line, copiedFrom };
}
function toBaselineJson(baseline, image) {
    if (baseline.kind === 'none')
        return { kind: 'none', reason: baseline.reason };
    const { commit, branch, createdAt, compressedBytes, uncompressedBytes, base, layers } = baseline.record;
    const changed = image && (0,image_identity/* changedBuildArgs */.Q)(baseline.record, image);
    return {
        kind: 'found',
        source: baseline.source,
        reference: baseline.reference,
        commitsBetween: baseline.commitsBetween,
        commit,
        branch,
        changedBuildArgs: changed?.length ? changed : undefined,
        createdAt,
        compressedBytes,
        uncompressedBytes,
        base,
        baseCompressedBytes: layers
            .slice(0, base?.layerCount ?? 0)
            .reduce((sum, layer) => sum + layer.compressedBytes, 0),
    };
}
function toComparisonJson({ compressedChangeBytes, uncompressedChangeBytes, isBelowMinChange, layers, contents }, before, after) {
    const changeJson = (change) => ({
        kind: change.kind,
        before: 'before' in change && before !== undefined ? toLayerJson(change.before, before) : undefined,
        after: 'after' in change && after !== undefined ? toLayerJson(change.after, after) : undefined,
    });
    return {
        compressedChangeBytes,
        uncompressedChangeBytes,
        isBelowMinChange,
        layers: layers.map(changeJson),
        parts: contents.parts,
        files: contents.files,
    };
}


/***/ }),

/***/ 4812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _model_to_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1077);



/** Leaves report.json and report.md in a folder, which is made when it is missing. Throws the file system's error. */
async function writeReports(folder, report, markdown) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const paths = { json: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.json'), markdown: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'report.md') };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(paths.json, (0,_model_to_json_js__WEBPACK_IMPORTED_MODULE_2__/* .renderJson */ .h)(report));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(paths.markdown, markdown);
    return paths;
}


/***/ }),

/***/ 2835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
/** The words of whatever was thrown. */
function messageOf(error) {
    // Not `instanceof Error`: the errors of node's own modules are of another realm where tests run in a VM context.
    const message = error?.message;
    return typeof message === 'string' ? message : String(error);
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

/***/ 5742:
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y('The folder for the reports is taken', `${folder} is ${found.isDirectory() ? 'a folder of another user' : 'no folder'}. Remove it, or name another one with report-dir.`);
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

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ recordKeyParts),
/* harmony export */   Vs: () => (/* binding */ keyPart),
/* harmony export */   cv: () => (/* binding */ lookupKeyParts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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
// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
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
    const where = shown === undefined ? '' : `${(0,errors/* formatPlace */.d)(shown)}: `;
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
        message.text = (0,log_text/* cutText */.IN)(message.text.trim(), messageTextLimit);
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
            message.text = (0,log_text/* cutText */.IN)(message.text === '' ? text : `${message.text}\n${text}`, messageTextLimit);
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

/***/ 608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z_: () => (/* binding */ describeTests),
  nE: () => (/* binding */ notRun),
  ld: () => (/* binding */ testNames)
});

// EXTERNAL MODULE: ./lib/src/docker/find-shortage.js
var find_shortage = __webpack_require__(3824);
// EXTERNAL MODULE: ./lib/src/docker/run-build.js + 3 modules
var run_build = __webpack_require__(1911);
// EXTERNAL MODULE: ./lib/src/plan/stages/choose-stages.js
var choose_stages = __webpack_require__(7121);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
// EXTERNAL MODULE: ./lib/src/testing/failures/explain-failure.js + 16 modules
var explain_failure = __webpack_require__(9320);
// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
;// CONCATENATED MODULE: ./lib/src/testing/verdict/decide-verdict.js

/** Decides from the evidence: a failed result outranks any exit code, and green needs a test that ran. */
function decideVerdict(evidence) {
    const { build, counts } = evidence;
    if (counts.failed > 0)
        return { verdict: 'failed', reason: describeFailures(evidence), ...hiding(evidence) };
    if (build.kind === 'timed-out') {
        const words = evidence.abort === undefined ? '' : `: ${evidence.abort}`;
        return { verdict: 'error', reason: `the tests did not end in time${words}` };
    }
    if (build.kind === 'failed')
        return decideFailedBuild(evidence, build);
    if (evidence.abort !== undefined)
        return { verdict: 'error', reason: evidence.abort };
    const mistake = describeCompilerErrors(evidence.hiddenErrors);
    if (mistake !== undefined)
        return { verdict: 'error', reason: mistake, ...hiding(evidence) };
    if (evidence.testRuns === 0 && counts.total === 0)
        return { verdict: 'no-tests', reason: describeNoRun(evidence) };
    if (evidence.testRuns > 0 && evidence.cachedRuns === evidence.testRuns) {
        return {
            verdict: 'cached',
            reason: 'nothing that the tests depend on has changed since they last passed',
        };
    }
    if (counts.total === 0 && evidence.isClipped === true)
        return { verdict: 'error', reason: clipped };
    if (counts.total === 0 && evidence.obstacle !== undefined) {
        const reason = `the test command ended well, but its results could not be brought out of the builder: ${evidence.obstacle}`;
        return { verdict: 'error', reason };
    }
    if (counts.total === 0)
        return { verdict: 'no-tests', reason: 'the test command ended well, but no test ran' };
    if (counts.passed === 0)
        return { verdict: 'no-tests', reason: describeSkipped(counts) };
    return { verdict: 'passed', reason: 'the tests ran and passed' };
}
const clipped = 'the test command ended well, but the builder cut off what it printed (BuildKit keeps 2 MiB of a step, and 200 KiB of a second), and ' +
    'no result file left the build: nobody knows which tests ran. Let the tests print less, or write TRX files';
function decideFailedBuild(evidence, build) {
    const { abort, foundNone = false, counts, failure } = evidence;
    const [what = ''] = failure?.message.split('\n') ?? [];
    if (failure?.isKnown === true)
        return { verdict: 'error', reason: `${failure.title ?? ''}: ${what.replace(/\.$/, '')}` };
    const isKilled = build.inTests && build.exitCode === 137;
    if (abort !== undefined)
        return {
            verdict: 'error',
            reason: isKilled ? `${abort} (exit code 137, most likely because memory ran out)` : abort,
        };
    if (build.inTests) {
        // Microsoft.Testing.Platform fails where VSTest is content.
        if (foundNone && counts.total === 0)
            return { verdict: 'no-tests', reason: 'the test command found no test to run' };
        if (foundNone && counts.passed === 0)
            return { verdict: 'no-tests', reason: describeSkipped(counts) };
        const code = build.exitCode === undefined ? '' : ` with exit code ${build.exitCode}`;
        const hint = foundNone
            ? '; one of the projects had no test to run'
            : isKilled
                ? '; it was killed, most likely because memory ran out'
                : '';
        return { verdict: 'error', reason: `the test command failed${code} and named no failed test${hint}` };
    }
    return { verdict: 'error', reason: what };
}
function describeCompilerErrors(errors) {
    const [first] = errors;
    if (first === undefined)
        return undefined;
    return `${(0,compiler_messages/* describeMessage */.Xc)(first)}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''}`;
}
function describeFailures({ counts, failedNames }) {
    const shown = failedNames.slice(0, 3).join(', ');
    const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : '';
    return `${counts.failed} of ${counts.total} tests failed${shown === '' ? '' : `: ${shown}${more}`}`;
}
function hiding({ build, swallowedBy }) {
    if (build.kind !== 'built')
        return {};
    const culprit = swallowedBy === undefined ? 'the command that tests' : `"${swallowedBy}" in the command`;
    return { hiddenBy: `${culprit} hides it from the build` };
}
function describeSkipped({ skipped }) {
    return `${skipped === 1 ? 'the only test was' : `all ${skipped} tests were`} skipped`;
}
function describeNoRun({ testsAtStart }) {
    return testsAtStart === undefined
        ? 'the stage has no RUN that tests'
        : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`;
}

// EXTERNAL MODULE: ./lib/src/docker/build-error.js
var build_error = __webpack_require__(480);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js
var test_command = __webpack_require__(6044);
// EXTERNAL MODULE: ./lib/src/testing/log/read-log.js + 11 modules
var read_log = __webpack_require__(1842);
// EXTERNAL MODULE: ./lib/src/testing/log/text.js
var log_text = __webpack_require__(4129);
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
            return { testRun, isTest: !isMarked || testRun !== undefined, found: (0,read_log/* readConsoleLog */.y)(lines) };
        });
    });
}
/** Whether BuildKit says that it left out some of what a step printed (util/progress/logs). */
function isClipped(builds) {
    return builds.some(({ output }) => output.some(({ text }) => /^\[output clipped, log limit \S+ reached\]$/.test(text.trim())));
}
/** The words of a crash, a hang or an abort, from the runs first. */
function findAbort(logs, files) {
    const runs = [...files, ...logs.flatMap((log) => log.runs)].filter((run) => run.aborted);
    const signs = logs.filter((log) => log.signs.aborted);
    const hanging = logs.flatMap((log) => log.signs.hangingTests);
    if (runs.length === 0 && signs.length === 0)
        return undefined;
    const words = [...runs.flatMap((run) => run.errors), ...signs.flatMap((log) => log.signs.errors)];
    const names = hanging.length === 0 ? '' : `; running then: ${hanging.slice(0, 3).join(', ')}`;
    // The type of an exception alone says less than whatever else there is.
    const telling = words.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ?? words[0];
    return `${telling ?? 'the test run was aborted'}${names}`;
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
/** The testing RUN in which something failed, whatever its exit code says: the first of them, when any did. */
function findCulprit({ testRuns }, files, logs) {
    const failed = [
        ...files.filter((run) => run.counts.failed > 0),
        ...logs.filter(({ found }) => found.compilerMessages.some(compiler_messages/* stopsBuild */._p) || found.runs.some((run) => run.counts.failed > 0)),
    ];
    const numbers = failed.flatMap(({ testRun }) => testRun ?? []);
    return numbers.length === 0 ? undefined : testRuns[Math.min(...numbers)];
}
/** What hides the exit code of a testing RUN, as far as its own line tells: `|| true`, `; dotnet test B`, … */
function findSwallower(run) {
    const rest = run && (0,test_command/* commandsAfterTests */.s3)((0,test_command/* commandOf */.Nl)(run.instruction));
    return rest && (0,log_text/* cutText */.IN)(rest.replace(/\s+/g, ' '), 80);
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
;// CONCATENATED MODULE: ./lib/src/testing/results/merge-runs.js
/**
 * One run per assembly and framework: what files say outranks the log, and the log fills in for files that are missing.
 * A run of the log that does not say which assembly it is of counts only where there is no file at all.
 */
function mergeRuns(fromFiles, fromLog) {
    const isKnown = (run) => fromFiles.length > 0 &&
        (run.project === '' ||
            fromFiles.some((file) => file.project === run.project &&
                (file.framework === undefined || run.framework === undefined || file.framework === run.framework)));
    return [...fromFiles, ...fromLog.filter((run) => !isKnown(run))];
}

// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
// EXTERNAL MODULE: ./lib/src/testing/test-steps.js + 1 modules
var test_steps = __webpack_require__(493);
;// CONCATENATED MODULE: ./lib/src/testing/describe-tests.js













/** The names of all tests that were not skipped, each with its assembly, sorted; empty when the results are from a log. */
function testNames({ runs, source }) {
    if (source !== 'files')
        return [];
    const names = runs.flatMap((run) => run.results
        .filter((result) => result.outcome !== 'skipped')
        .map((result) => `${run.project}${run.framework === undefined ? '' : ` (${run.framework})`}: ${result.name}`.slice(0, 600)));
    return [...new Set(names)].sort();
}
/** A report for tests that were not asked to run. */
function notRun(reason) {
    return {
        verdict: 'skipped',
        reason,
        stages: [],
        place: undefined,
        source: 'none',
        runs: [],
        counts: test_results/* noCounts */.Yi,
        failure: undefined,
        failures: [],
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
    const testLogs = ofTests.map((one) => one.found);
    const logged = testLogs.flatMap((found) => found.runs);
    const runs = mergeRuns(collected.runs, logged).map(test_results/* withFullNames */._Q);
    const counts = runs.map((run) => run.counts).reduce(test_results/* addCounts */.c5, test_results/* noCounts */.Yi);
    const locate = sourceLocator(settings, plan);
    const locateMessages = (found) => (0,compiler_messages/* onceEach */.fF)(found
        .flatMap((log) => log.compilerMessages)
        .map((message) => ({
        ...message,
        place: message.file === undefined ? undefined : locate(message.file, message.line),
    })));
    const compilerMessages = locateMessages(logs.map((one) => one.found));
    const failures = findFailures(runs, locate);
    const testSteps = (0,test_steps/* findTestSteps */.NI)(steps, instrumented);
    const isCached = (own) => own.length > 0 && own.every((step) => step.outcome === 'cached');
    const culprit = findCulprit(instrumented, collected.runs, ofTests);
    const failed = findFailed(builds);
    const hiddenErrors = locateMessages(testLogs).filter(compiler_messages/* stopsBuild */._p);
    const failure = findFailure(plan, builds, hiddenErrors.length > 0 ? culprit : undefined);
    const evidence = {
        build: describeBuild(failed),
        readsResults: settings.testResults !== 'off',
        testRuns: testSteps.length,
        cachedRuns: testSteps.filter(isCached).length,
        counts,
        failedNames: failures.map((failure) => failure.name),
        abort: findAbort(testLogs, collected.runs),
        foundNone: testLogs.some((log) => log.signs.noTests),
        isClipped: isClipped(builds),
        obstacle: collected.obstacle,
        failure,
        hiddenErrors,
        swallowedBy: findSwallower(culprit),
        testsAtStart: dockerfile.stages.flatMap(choose_stages/* testingInstructions */.S).find((one) => one.keyword !== 'RUN')
            ?.keyword,
    };
    const projects = runs.map((run) => run.project);
    const { coverage } = collected;
    return {
        ...decideVerdict(evidence),
        stages: targets.map((target) => target.label),
        place: findPlace(dockerfile.shown, instrumented, builds, culprit),
        source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
        runs,
        counts,
        failure,
        failures,
        coverage: coverage.length === 0 ? undefined : inCheckout((0,merge_coverage/* mergeCoverage */.PV)(coverage, projects), locate),
        compilerMessages,
        steps: steps.map((step) => ({ ...step, name: (0,run_mounts/* withoutMarks */.zw)(step.name) })),
        durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
        warnings: [...(0,run_build/* cacheWarnings */.I)(builds), ...collected.warnings],
        hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
        reachedTests: (0,test_steps/* reachedTests */.i3)(steps, testSteps.flat()),
        shortage: (failed && (0,find_shortage/* findShortage */.J)(failed)) ?? collected.shortage,
    };
}
/** What made the build fail; or in a green one, what the output of the RUN says in which something failed. */
function findFailure(plan, builds, culprit) {
    const { dockerfile, testRuns } = plan.instrumented;
    const sources = { ...plan, dockerfile };
    const failed = findFailed(builds);
    if (failed !== undefined)
        return failed.outcome === 'failed' ? (0,explain_failure/* explainFailure */.S)(failed, sources) : undefined;
    if (culprit === undefined)
        return undefined;
    const number = testRuns.indexOf(culprit);
    const output = builds.flatMap((build) => build.output).filter(({ step }) => (0,run_mounts/* testRunNumber */.Bp)(step) === number);
    return (0,explain_failure/* explainHidden */.s)(output.map(({ text }) => text), sources, culprit.instruction);
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

/***/ 1568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ wantsDocker),
/* harmony export */   qh: () => (/* binding */ readDockerInBuild),
/* harmony export */   xw: () => (/* binding */ dockerAdvice)
/* harmony export */ });
/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
const noDocker = /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/;
/** The way out for tests that want Docker: a step of a build can't have it. */
const dockerAdvice = 'A build has no Docker: no engine, no socket, no containers beside it. Keep tests that start containers (Testcontainers) out of the test stage, ' +
    'for example with --filter, and run them in a job step after this one.';
/** Whether a text says that Docker was looked for and is not there. */
function wantsDocker(text) {
    return noDocker.test(text);
}
/** A step of the build wanted Docker. */
function readDockerInBuild({ lines }) {
    const words = lines.find(wantsDocker);
    if (words === undefined)
        return undefined;
    return {
        title: 'A step of the build wants Docker',
        message: `${words.trim().slice(0, 500)}\n${dockerAdvice}`,
    };
}


/***/ }),

/***/ 9320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ explainFailure),
  s: () => (/* binding */ explainHidden)
});

// EXTERNAL MODULE: ./lib/src/docker/build-error.js
var build_error = __webpack_require__(480);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
;// CONCATENATED MODULE: ./lib/src/docker/last-words.js

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
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
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
var read_log = __webpack_require__(1842);
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
    return `${sources.dockerfile.shown}:${line}`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/base-image.js

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
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js
var test_command = __webpack_require__(6044);
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
    const { patterns } = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage, place.instruction);
    if (dir !== '' && !patterns.some(({ brings }) => brings(path)))
        return `${dir}/`;
    const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(place.sources.dockerfile.text);
    return external_node_path_.posix.join(dir, usesPatterns ? `*${ext}` : base);
}
/** The nearest file of a name in a project's folder or one above it, inside of the build context, with its place in the container. */
function findAbove(names, projectInContainer, place) {
    const { context } = place.sources.paths;
    const project = findInContext(projectInContainer, place);
    let inContainer = external_node_path_.posix.dirname(projectInContainer);
    for (let folder = external_node_path_.posix.dirname(project);; folder = external_node_path_.posix.dirname(folder)) {
        const name = names.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context, folder, one)));
        if (name !== undefined)
            return external_node_path_.posix.join(inContainer, name);
        if (folder === '.' || folder === '/' || folder.startsWith('..'))
            return undefined;
        inContainer = external_node_path_.posix.dirname(inContainer);
    }
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
        `No COPY brings ${names} into stage ${stageOf(above, place)} before line ${above.firstLine}, ${command}`,
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
    const missing = findMissingPaths(build, place).flatMap((path) => explainMissing(path, place) ?? []);
    if (missing.length === 0)
        return undefined;
    return { title: titleOf(missing, place), message: describeMissing(missing, place).join('\n') };
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
function findMissingPaths(build, place) {
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(place.sources.dockerfile, place.stage, place.instruction);
    const skipped = build.allLines.flatMap((line) => skippedProject.exec(line)?.[1] ?? []);
    const given = build.lines.flatMap((line) => {
        const [, option, path = option] = givenProject.exec(line.trim()) ?? [];
        return path === undefined || path.startsWith('-') ? [] : [external_node_path_.posix.resolve(workdir, path)];
    });
    const named = build.messages.flatMap((message) => pathIn(message, workdir) ?? []);
    // The project that has no assets file may be one that the restore never saw.
    const unrestored = errorsOf(build).flatMap(({ code, project }) => code === 'NETSDK1004' && project !== undefined ? [project] : []);
    return [...new Set([...skipped, ...named, ...given, ...unrestored])];
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
    [/^NU1004$/, ['packages.lock.json', 'Directory.Packages.props', 'Directory.Build.props']],
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
const troubleWords = /\b(?:error|fatal|failed|failure|cannot|could not|can't|unable to|denied|refused|not found|missing|invalid|no such|unauthorized|forbidden|timed out|exception)\b/i;
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
    const said = [...errorsOf(build).map(({ text }) => text), ...build.lines].flatMap((text) => text.split('\n').filter((line) => belowThreshold.test(line)));
    const words = said.map((line) => line
        .replace(/^.*?\berror\s*:\s*/, '')
        .replace(/\s*\[[^\]]+proj\]$/, '')
        .trim());
    if (words.length === 0)
        return undefined;
    return {
        title: 'Coverage is below the threshold',
        message: [...new Set(words)].slice(0, 5).join('\n'),
        isAfterTests: true,
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/definition.js

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
    const names = [...`${stage.base} ${/--platform=(\S+)/.exec(from)?.[1] ?? ''}`.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
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
    const wordsOf = /dockerfile parse error(?: on line \d+)?: ([^]*)|(unsupported mount type[^]*|unterminated heredoc[^]*|variable expansion is not supported for --from[^]*|target stage [^]*could not be found[^]*|invalid (?:field|flag|mount)[^]*|unknown (?:flag|instruction)[^]*|circular dependency[^]*|[^]*is not allowed(?: by| in)[^]*|granting entitlement[^]*)/.exec(error.message);
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

// EXTERNAL MODULE: ./lib/src/testing/failures/docker-in-build.js
var docker_in_build = __webpack_require__(1568);
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
    return `${ignoreFile.name} does not keep it out: add the lines **/bin and **/obj.`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/secrets.js


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
    const feeds = describeFeeds(build, errors);
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
/** Each feed once, whatever number of projects asked it, with its answer. */
function describeFeeds(build, errors) {
    return errors.flatMap(({ code, text }) => {
        const feed = code === 'NU1301' ? feedOf(text) : undefined;
        if (feed === undefined)
            return [];
        const [, ...reasons] = text.split('\n');
        const status = /\b([345]\d\d) \([^)]+\)/.exec(text);
        const why = (status?.[0] ?? reasons.find((line) => !line.includes(feed)) ?? '').trim().replace(/\.$/, '');
        if (status?.[1] === '401' || status?.[1] === '403')
            return [`The feed ${feed} refused: ${why} (${code}).`, ...describeCredentials(build)];
        if (status !== null)
            return [`The feed ${feed} answered ${why} (${code}).`];
        if (/not a valid JSON|Unexpected character/.test(text))
            return [`The feed ${feed} answered with something that is no feed, such as a page to log in (${code}).`];
        return [`The feed ${feed} could not be reached${why === '' ? '' : `: ${why}`} (${code}).`];
    });
}
/** Where a step gets the credentials of a feed from. */
function describeCredentials({ place }) {
    const mounts = place === undefined ? [] : mountsOf(place.instruction, 'secret');
    const ids = mounts.flatMap((options) => secretIdOf(options) ?? []);
    if (ids.length === 0)
        return [
            'It wants credentials. Give them to this RUN as a build secret: --mount=type=secret,id=nuget, and the input secrets: nuget=…',
        ];
    return ids.map((id) => `It wants credentials, and this RUN mounts the build secret ${id}. ${secretWords(id)}`);
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
    if (has('NETSDK1004', 'NETSDK1005'))
        return [
            'No RUN above restores this project, and --no-restore leaves it out here. Restore it, or leave --no-restore out.',
        ];
    if (has('NETSDK1047'))
        return [
            'The restore above was for another runtime. Give it the same --runtime (-r), or leave --no-restore out.',
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
    const text = readScriptText((0,external_node_path_.join)(place.sources.paths.context, path));
    if (text === undefined)
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
function readScriptText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').slice(0, 10_000);
    }
    catch {
        return undefined;
    }
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
        if ((0,external_node_fs_.existsSync)(file) && /Microsoft\.Testing\.Platform/.test((0,external_node_fs_.readFileSync)(file, 'utf8')))
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
    return {
        title: label === undefined || isTest ? undefined : `Stage ${label} could not be built`,
        message: [error.message, ...tellingLines(lines)].join('\n'),
        isKnown: false,
        line,
    };
}
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
    return own ?? (project === undefined ? undefined : locateIn(place, project, undefined));
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

/***/ 1842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readConsoleLog)
});

// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
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
        const kept = { name: (0,log_text/* cutText */.IN)(result.name, log_text/* nameLimit */.ds), outcome: result.outcome };
        if (result.durationMs !== undefined)
            kept.durationMs = result.durationMs;
        for (const part of ['message', 'stack', 'stdout', 'stderr']) {
            const text = this.#spent > textBudget ? undefined : (0,log_text/* cutText */.IN)(result[part] ?? '');
            if (text)
                this.#spent += (kept[part] = text).length;
        }
        const found = { line: options.line, result: kept };
        if (options.run !== undefined)
            found.run = options.run;
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
        if (this.#size > 2 * log_text/* textLimit */.$l)
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
        const rests = spreadTotals(this.#findings, (run) => this.#resultsOf(run));
        const found = this.#nameless === undefined ? this.#findings.runs : [...this.#findings.runs, this.#nameless];
        return [...found.map((run) => this.#toRun(run)), ...rests];
    }
    #resultsOf(run) {
        const found = this.#results.get(run) ?? [];
        return found.sort((a, b) => a.line - b.line).map(({ result }) => result);
    }
    #lacks(run, { outcome }) {
        return run.counts !== undefined && (this.#left.get(run)?.[outcome] ?? 0) > 0;
    }
    #withoutName() {
        this.#nameless ??= { assembly: '', project: '', errors: [], aborted: false };
        return this.#nameless;
    }
    #toRun(found) {
        const run = {
            ...emptyRun(found.project),
            ...agree(found.counts, this.#resultsOf(found)),
            errors: found.errors,
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
/** Lines of .NET's host and of `dotnet test` after which nothing runs. */
const startFailures = /^(?:A fatal error was encountered|You must install or update \.NET|The command could not be loaded|Could not execute because|global\.json defines test runner|The test source file )/;
const crashes = /^(?:Process terminated\.|Unhandled exception\.|Stack overflow\.|Fatal error\.|Out of memory\.|Segmentation fault|Killed$|Aborted(?: \(core dumped\))?$)/;
/** Collects the signs of a log, and gives the words of a crash to the run that they most likely belong to. */
class SignsReader {
    #findings;
    signs = { started: false, noTests: false, aborted: false, hangingTests: [], errors: [] };
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
        if (startFailures.test(text)) {
            this.#collecting = [text];
            this.#push(this.signs.errors, this.#collecting);
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
            this.signs.hangingTests.push((0,log_text/* cutText */.IN)(text.trim(), 1000));
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
            this.#collecting.push((0,log_text/* cutText */.IN)(text, 1000));
        return true;
    }
}
function join(words) {
    return (0,log_text/* cutText */.IN)(words.join('\n'));
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
        const number = /^( {0,12})(\S.{0,60}?) ?[:：] ?(\d{1,9})$/.exec(line);
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

;// CONCATENATED MODULE: ./lib/src/testing/log/terminal-logger.js




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

;// CONCATENATED MODULE: ./lib/src/testing/log/testing-platform-lines.js



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

;// CONCATENATED MODULE: ./lib/src/testing/log/testing-platform.js




const outcomes = new LeadingWords(localized_words/* platformOutcomes */.HI);
/** Exit codes after which the tests have run to their end: failures, none ran, too few ran, the limit of failures. */
const endedByItself = [0, 2, 8, 9, 13];
const tailLines = 20;
/**
 * Reads what Microsoft.Testing.Platform prints, through `dotnet test` or from the test executable itself
 * (`OutputDevice/Terminal/TerminalTestReporter.cs` of microsoft/testfx), in the languages of the SDK.
 */
class TestingPlatformReader {
    #findings;
    #open;
    #tail;
    #orchestrated = false;
    /** The run of the totals that follow, when their heading names one. */
    summaryRun;
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
        }
        else {
            const run = this.#findings.openRun(path, framework);
            run.startedAt ??= this.#findings.line;
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
        const rest = outcome === 'failed' ? found.rest.replace(/^\([^()]{1,30}\) /, '') : found.rest;
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
        const { result, before, after, run, line } = open;
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
        this.#findings.addResult(result, run === undefined ? { line } : { line, run });
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
        run.errors.push((0,log_text/* cutText */.IN)(`Exit code: ${exitCode}\n${words.split('\n\n')[0] ?? ''}`.trimEnd()));
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/log/vstest.js




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

;// CONCATENATED MODULE: ./lib/src/testing/log/xunit.js


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
        if (this.#beginResult(text, true))
            return;
        if (this.#adapter)
            this.#detail(text);
    }
    /** Takes a line that begins or ends something of xunit's runner; says whether it was one. */
    begin(line) {
        if (this.#beginResult(line, false))
            return true;
        if (!this.#runner(line))
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
        if (summary.errors > 0)
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
        this.#platform.summaryRun = undefined;
        if (run === undefined) {
            this.#findings.totals.push({ line, counts: totals.counts });
            return;
        }
        run.counts = totals.counts;
        run.endedAt = line;
        if (totals.durationMs !== undefined)
            run.durationMs = totals.durationMs;
    }
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

/***/ 493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y$: () => (/* binding */ findOnbuildTests),
  NI: () => (/* binding */ findTestSteps),
  i3: () => (/* binding */ reachedTests)
});

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js
var test_command = __webpack_require__(6044);
;// CONCATENATED MODULE: ./lib/src/plan/dockerfile/onbuild.js


/**
 * What a step does that ONBUILD of a base image brought into a stage, by BuildKit's words for it (`ONBUILD RUN dotnet
 * test`); undefined for every other step. It stands in no line of the Dockerfile, so it can't be marked.
 */
function classifyOnbuildRun(words) {
    if (!words.startsWith('ONBUILD RUN '))
        return undefined;
    const { stages } = (0,parse_dockerfile/* parseDockerfile */.Ai)(`FROM scratch\n${words.replace('ONBUILD ', '')}\n`, '', []);
    const instruction = stages[0]?.instructions[0];
    return instruction && (0,test_command/* classifyInstruction */.Ld)(instruction);
}

// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
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
        ...wanted.map((number) => steps.filter((step) => (0,run_mounts/* testRunNumber */.Bp)(step.name) === number)),
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

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ nameOfBuilder),
/* harmony export */   IK: () => (/* binding */ inspectBuilder),
/* harmony export */   Qx: () => (/* binding */ writesLayouts),
/* harmony export */   Sc: () => (/* binding */ askEngineAddress),
/* harmony export */   l3: () => (/* binding */ writtenBuilder)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8835);
/* harmony import */ var _docker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8684);


/** The oldest buildx that tags a manifest without an index around it (`--prefer-index`). */
const minimumBuildx = [0, 15];
const answerDeadlineMs = 30_000;
/** The client's part first: that of an engine which is not there makes clients before Docker 23 stop in the middle of their answer. */
const infoFormat = '{{range .ClientInfo.Plugins}}{{if eq .Name "buildx"}}{{.Version}} {{.Path}}{{end}}{{end}}\t{{.ServerVersion}}\t{{json .DriverStatus}}';
/** Asks docker what builds here. Throws a UserError when there is no docker, no buildx, no engine, or one too old. */
async function inspectBuilder(docker, name) {
    const ask = (args) => docker.run({ args, deadlineMs: answerDeadlineMs });
    const [info, inspected] = await Promise.all([
        ask(['info', '--format', infoFormat]),
        ask(['buildx', 'inspect', ...(name === undefined ? [] : [name])]),
    ]);
    const buildxVersion = readBuildxVersion(info);
    await docker.skipClient(info.kind === 'exited' ? /^\S+ ([^\t\n]+)/.exec(info.stdout)?.[1] : undefined);
    const text = readAnswer(inspected, name);
    const driver = /^Driver:[ \t]*(\S+)/m.exec(text)?.[1] ?? 'docker';
    const containerdStore = info.kind === 'exited' && info.stdout.includes('io.containerd.snapshotter');
    const builder = {
        name: /^Name:[ \t]*(\S+)/m.exec(text)?.[1] ?? name ?? 'default',
        driver,
        buildxVersion,
        engine: readEngine(driver, text, info),
        platforms: [...text.matchAll(/^Platforms:[ \t]*(.+)$/gm)]
            .flatMap(([, list = '']) => list.split(','))
            // Those that the user gave a node are marked with `*`.
            .map((platform) => platform.trim().replace(/\*$/, ''))
            .filter((platform) => platform !== ''),
        containerdStore,
    };
    if (driver === 'docker')
        readAnswer(info, name);
    return builder;
}
/** Whether it writes OCI layouts and caches: all do but a Docker engine with its legacy image store. */
function writesLayouts({ driver, containerdStore, }) {
    return driver !== 'docker' || containerdStore;
}
function readEngine(driver, inspected, info) {
    const docker = info.kind === 'exited' ? /\t(\S+)/.exec(info.stdout)?.[1] : undefined;
    if (driver === 'docker')
        return `Docker ${docker ?? 'of an unknown version'}`;
    const buildkit = /^BuildKit version:[ \t]*(\S+)/m.exec(inspected)?.[1];
    return `BuildKit ${buildkit ?? 'of an unknown version'}`;
}
/** The client lists its plugins with their versions, which saves the start of one. */
function readBuildxVersion(info) {
    const wanted = `buildx ${minimumBuildx.join('.')} or newer`;
    const hint = `Install ${wanted} (the package docker-buildx-plugin or docker-buildx; on a runner docker/setup-buildx-action).`;
    if (info.kind === 'not-found') {
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('No Docker', `The command docker was not found in PATH. Install Docker with ${wanted}.`);
    }
    if (info.kind !== 'exited')
        throw noAnswer();
    const [, version, major, minor] = /^v?((\d+)\.(\d+)\S*)/.exec(info.stdout) ?? [];
    if (version === undefined) {
        const message = `The command docker has no plugin buildx that starts, and buildx is what builds images. ${hint}`;
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Docker has no buildx', message);
    }
    const isNewEnough = Number(major) > minimumBuildx[0] || Number(minor) >= minimumBuildx[1];
    if (!isNewEnough)
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('buildx is too old', `This is buildx ${version}. ${hint}`);
    return version;
}
function readAnswer(outcome, name) {
    if ((0,_docker_js__WEBPACK_IMPORTED_MODULE_1__/* .isDone */ .$L)(outcome))
        return outcome.stdout;
    if (outcome.kind === 'timed-out')
        throw noAnswer();
    const said = (0,_docker_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNot */ .OB)(outcome);
    if (name !== undefined && /no builder/i.test(said)) {
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('No such builder', `builder: ${said}. docker buildx ls lists those that are there.`);
    }
    throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('No Docker engine', `${said}\nStart the Docker engine, or point DOCKER_HOST at one that runs.`);
}
function noAnswer() {
    const message = `docker gave no answer within ${answerDeadlineMs / 1000} s. Restart its engine.`;
    return new _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Docker does not answer', message);
}
const deadlineMs = 10_000;
/** Where the Docker engine is, as a value for DOCKER_HOST; the context is known to the docker command alone. Undefined where it does not tell. */
async function askEngineAddress(docker) {
    const args = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    return (await docker.ask(args, deadlineMs))?.trim();
}
/** The builder that the input `builder` names; undefined where it leaves the choice to this program. */
function nameOfBuilder(written) {
    const name = written.trim();
    return name === '' || name === 'auto' ? undefined : name;
}
/** The builder as a workflow writes it: in `inputs`, else as an input of its own. What is wrong with `inputs` is reported where all are read. */
function writtenBuilder(env) {
    try {
        const { builder } = JSON.parse(env['INPUT_INPUTS'] ?? '{}');
        if (typeof builder === 'string')
            return builder;
    }
    catch {
        // No JSON: there is no builder in it.
    }
    return env['INPUT_BUILDER'] ?? '';
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jg: () => (/* binding */ Docker),
  $L: () => (/* binding */ isDone),
  OB: () => (/* binding */ whyNot)
});

// UNUSED EXPORTS: findStartablePlugin

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __nccwpck_require__(8835);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __nccwpck_require__(5831);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __nccwpck_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/child-environment.js
var child_environment = __nccwpck_require__(7272);
// EXTERNAL MODULE: ./lib/src/shared/process-group.js
var process_group = __nccwpck_require__(6973);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __nccwpck_require__(6466);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __nccwpck_require__(6193);
;// CONCATENATED MODULE: ./lib/src/docker/follow-child.js




/** Most of a short command's answer that is kept. */
const maxOutputBytes = 16 * 1024 * 1024;
/** Passes stdout on to `output`, and gives the error that this ended with. */
async function hand(child, output, graceMs) {
    if (output === undefined || child.stdout === null)
        return undefined;
    try {
        await (0,external_node_stream_promises_.pipeline)(child.stdout, output);
        return undefined;
    }
    catch (error) {
        // A command that nobody listens to would wait for ever.
        await (0,process_group/* stopGroup */.gv)(child, graceMs);
        return error instanceof Error ? error : new Error(String(error));
    }
}
/** Gives the exit code and what was printed, when all of that has arrived; undefined where there is no such program. */
async function collect(child, { onLine, onErrorLine, output }, onHeard) {
    const stdout = [];
    const stderr = [];
    const out = new LineSplitter(onLine ?? bounded(stdout));
    const keep = onErrorLine ?? bounded(stderr);
    const err = new LineSplitter((line) => {
        onHeard();
        keep(line);
    });
    const feed = (lines) => (chunk) => {
        lines.push(chunk);
    };
    if (output === undefined)
        child.stdout?.on('data', feed(out));
    child.stderr?.on('data', feed(err));
    try {
        // Not `exit`, after which output may still come.
        const [code] = (await (0,external_node_events_.once)(child, 'close'));
        out.end();
        err.end();
        return { code: code ?? 1, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
    }
    catch (error) {
        if (['ENOENT', 'EACCES'].includes(error.code ?? ''))
            return undefined;
        throw error;
    }
}
/** Stops the command when it takes too long, is silent for too long, or is called off. */
function watchOver(child, { deadlineMs, silenceMs, waitsFor, onBegun, signal }, graceMs) {
    let isLate = false;
    const stop = () => void (0,process_group/* stopGroup */.gv)(child, graceMs);
    const expire = () => {
        isLate = true;
        stop();
    };
    const deadline = deadlineMs === undefined ? undefined : setTimeout(expire, deadlineMs);
    let silence;
    let hasEnded = false;
    const begin = () => {
        if (hasEnded)
            return;
        onBegun?.();
        if (silenceMs !== undefined)
            silence = setTimeout(expire, silenceMs);
    };
    if (waitsFor === undefined)
        begin();
    else
        void waitsFor.then(begin);
    signal?.addEventListener('abort', stop);
    return {
        heard: () => silence?.refresh(),
        isLate: () => isLate,
        stop: () => {
            hasEnded = true;
            clearTimeout(deadline);
            clearTimeout(silence);
            signal?.removeEventListener('abort', stop);
        },
    };
}
function bounded(lines) {
    let room = maxOutputBytes;
    return (line) => {
        room -= line.length + 1;
        if (room > 0)
            lines.push(line);
    };
}
/** A longer line is cut: one that never ends must not fill the memory. */
const maxLineLength = 4 * 1024 * 1024;
/** Turns chunks of bytes into lines of text (UTF-8; what isn't becomes U+FFFD), however the chunks are cut. */
class LineSplitter {
    #onLine;
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #held = '';
    constructor(onLine) {
        this.#onLine = onLine;
    }
    /** Takes the next chunk and gives every line that it completes. */
    push(chunk) {
        const [first = '', ...others] = this.#decoder.write(chunk).split('\n');
        this.#hold(first);
        for (const next of others) {
            this.#emit();
            this.#hold(next);
        }
    }
    /** Gives what is left, when there is something, as a last line. */
    end() {
        this.#hold(this.#decoder.end());
        if (this.#held !== '')
            this.#emit();
    }
    #hold(part) {
        this.#held += part.slice(0, maxLineLength - this.#held.length);
    }
    #emit() {
        this.#onLine(this.#held.replace(/\r$/, ''));
        this.#held = '';
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/src/docker/docker.js











/** How long a killed process may take to go: a large one on a busy machine needs a moment. */
const killedMs = 500;
/** How long taking something back may take; a runner waits 7.5 s between its signals. */
const undoDeadlineMs = 10_000;
/** Whether a command did what it was asked to. */
function isDone(outcome) {
    return outcome.kind === 'exited' && outcome.code === 0;
}
/** Why a command did not: docker's words, or how it ended. */
function whyNot(outcome) {
    return outcome.kind === 'exited' ? outcome.stderr.trim() : outcome.kind;
}
/**
 * Starts docker: the only place that does. Each command gets a process group of its own, so that a signal reaches
 * docker, its buildx plugin and whatever they started, and none of them outlives this process.
 */
class Docker {
    #executable;
    #env;
    #graceMs;
    #children = new Map();
    #undos = new Set();
    #buildxPlugin;
    #cancelled = false;
    #cancelling;
    /** The steps that the log has shown so far, of whichever build, as `nameOfStep` words them: cached ones are not shown again. */
    shownSteps = new Set();
    /** Takes a line on each command; none says anything of its environment, where the secrets are. */
    tell = () => undefined;
    /** Commands that are stopped have `graceMs` to end by themselves. */
    constructor(env, executable = 'docker', graceMs = process_group/* usualGraceMs */.hD) {
        this.#env = env;
        this.#executable = executable;
        this.#graceMs = graceMs;
    }
    /** Starts `docker buildx` without the client from here on, where its plugin at this path allows that. */
    async skipClient(pluginPath) {
        this.#buildxPlugin = await findStartablePlugin(pluginPath, this.#env['PATH']);
    }
    /** Runs one command to its end. Throws CancelledError when the job was asked to stop, and what `output` throws. */
    async run(command) {
        this.#refuseWhenCancelled();
        if (command.signal?.aborted)
            return { kind: 'stopped' };
        const startedAt = performance.now();
        const child = this.#spawn(command.args, command.env, ['ignore', 'pipe', 'pipe']);
        this.#children.set(child, command);
        const watch = watchOver(child, command, this.#graceMs);
        const taken = hand(child, command.output, this.#graceMs);
        try {
            const ended = await collect(child, command, watch.heard);
            const trouble = await taken;
            const end = ended === undefined ? 'not there' : watch.isLate() ? 'stopped' : `exit code ${ended.code}`;
            const words = [this.#executable, ...command.args].map(shared_text/* quoteForShell */.eC).join(' ');
            this.tell(`${words}: ${end} after ${(0,format/* formatDuration */.a3)(performance.now() - startedAt)}`);
            if (ended === undefined)
                return { kind: 'not-found' };
            this.#refuseWhenCancelled();
            if (watch.isLate())
                return { kind: 'timed-out' };
            if (command.signal?.aborted)
                return { kind: 'stopped' };
            if (trouble === undefined)
                return { kind: 'exited', ...ended };
            throw new Error([trouble.message, ended.stderr].filter(Boolean).join('; docker said: '), {
                cause: trouble,
            });
        }
        finally {
            watch.stop();
            this.#children.delete(child);
        }
    }
    /** What docker answers to a short question; undefined where it has no answer, or none in time. */
    async ask(args, deadlineMs = 30_000) {
        const ended = await this.run({ args, deadlineMs });
        return isDone(ended) ? ended.stdout : undefined;
    }
    #refuseWhenCancelled() {
        if (this.#cancelled)
            throw new errors/* CancelledError */.cc();
    }
    /** Takes something back with `undo`, which must do no harm where there is nothing, when this is disposed of or the job is cancelled. */
    undoLater(undo, onTrouble) {
        this.#undos.add(undo);
        const takeBack = async () => {
            // Of a cancelled job `cancel` and `kill` do that.
            if (this.#cancelled)
                return;
            const ended = await this.run({ args: undo, deadlineMs: undoDeadlineMs, isBrief: true });
            this.#undos.delete(undo);
            if (!isDone(ended))
                onTrouble(whyNot(ended));
        };
        const unlessCancelled = (error) => {
            if (!(error instanceof errors/* CancelledError */.cc))
                throw error;
        };
        return { [Symbol.asyncDispose]: () => takeBack().catch(unlessCancelled) };
    }
    /** Asks every running command to end, kills those that don't within a few seconds, starts no more, and takes back what is to be taken back. */
    cancel() {
        this.#cancelling ??= this.#cancelAll();
        return this.#cancelling;
    }
    async #cancelAll() {
        this.#cancelled = true;
        const stopping = [...this.#children].map(([child, { isBrief }]) => (0,process_group/* stopGroup */.gv)(child, this.#graceMs, isBrief));
        await Promise.all(stopping);
        for (const undo of [...this.#undos].reverse())
            await ended(this.#startUndo(undo));
    }
    /** Kills every running command at once, and waits the moment until they are gone; what takes things back is started and not waited for. */
    async kill() {
        this.#cancelled = true;
        const children = [...this.#children.keys()];
        for (const child of children)
            (0,process_group/* signalGroup */.i8)(child, 'SIGKILL');
        for (const undo of this.#undos)
            this.#startUndo(undo).unref();
        const until = performance.now() + killedMs;
        while (children.some(process_group/* isGroupAlive */.JM) && performance.now() < until)
            await (0,promises_.setTimeout)(10);
    }
    #spawn(args, more, stdio) {
        const [first, ...rest] = args;
        const plugin = first === 'buildx' ? this.#buildxPlugin : undefined;
        const env = { ...(0,child_environment/* environmentForDocker */.l)(this.#env, args), ...more };
        const options = { env, stdio, detached: true };
        return plugin === undefined ? (0,external_node_child_process_.spawn)(this.#executable, args, options) : (0,external_node_child_process_.spawn)(plugin, rest, options);
    }
    #startUndo(undo) {
        const child = this.#spawn(undo, {}, 'ignore');
        // Nobody is there to be told any more.
        child.once('error', () => undefined);
        return child;
    }
}
/** Waits for the end of a command that takes something back, and not for ever. */
async function ended(child) {
    await (0,external_node_events_.once)(child, 'close', { signal: AbortSignal.timeout(undoDeadlineMs) }).catch(() => {
        (0,process_group/* signalGroup */.i8)(child, 'SIGKILL');
    });
}
/** How an executable file of Linux begins (elf(5)); a script begins with `#!`. */
const elfMagic = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** The buildx plugin, where `docker` in PATH is the client (no script in its place) that would start it after as long a search each time. */
async function findStartablePlugin(path, pathVariable) {
    if (path === undefined || path === '')
        return undefined;
    const client = await findInPath('docker', pathVariable);
    if (client === undefined || (0,external_node_path_.basename)(client) !== 'docker' || !(await isProgram(client)))
        return undefined;
    return (await isRunnable(path)) ? path : undefined;
}
/** The file behind a command's name, behind its links. */
async function findInPath(name, pathVariable = '') {
    for (const folder of pathVariable.split(external_node_path_.delimiter)) {
        const file = (0,external_node_path_.join)(folder, name);
        if (folder !== '' && (await isRunnable(file)))
            return (0,external_node_fs_promises_.realpath)(file);
    }
    return undefined;
}
async function isRunnable(file) {
    return (0,external_node_fs_promises_.access)(file, external_node_fs_promises_.constants.X_OK).then(() => true, () => false);
}
async function isProgram(file) {
    const opened = await (0,external_node_fs_promises_.open)(file).catch(() => undefined);
    if (opened === undefined)
        return false;
    try {
        const { buffer } = await opened.read(Buffer.alloc(elfMagic.length), 0, elfMagic.length, 0);
        return buffer.equals(elfMagic);
    }
    finally {
        await opened.close();
    }
}


/***/ }),

/***/ 533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runEntry),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8835);
/* harmony import */ var _shared_help_link_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6684);


/** Runs a whole step: what the user can mend is reported without a stack, anything else with it. Gives the exit code. */
async function runEntry(log, work) {
    try {
        return await work();
    }
    catch (error) {
        const isKnown = error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo;
        const message = error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error);
        const title = isKnown ? error.title : 'An error in this action';
        log.error((0,_shared_help_link_js__WEBPACK_IMPORTED_MODULE_1__/* .withHelp */ .il)(message, title), { title });
        return exitCodes.failed;
    }
}
/** What the process ends with; docs/reference/exit-codes.md is written from here. */
const exitCodes = {
    /** The job passed. Warnings do not change that. In a terminal also after `--help`. */
    passed: 0,
    /**
     * The job failed: failed or missing tests, code that does not compile, coverage below its minimum, a failed build, an exceeded limit, a failed
     * smoke test, a pushed image that is not the measured one, wrong inputs, or a fault of this action. Trouble with the baseline, the
     * comment, the summary, the reports or the build cache is a warning and never fails the job.
     */
    failed: 1,
    /** The command line is wrong; only in a terminal. Nothing was started. */
    wrongCommandLine: 2,
    /** The job was cancelled by a signal. Outputs, summary and report.json have what was known until then. */
    cancelled: 130,
};


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ startProcess)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _docker_builder_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6096);
/* harmony import */ var _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8684);
/* harmony import */ var _run_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(533);




/** How a runner, a person, a closed terminal and a supervisor ask a process to end. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** A runner that cancels a job sends its second signal after 7.5 s. */
const lastWordsMs = 6_000;
/**
 * The first thing that a job does: it asks docker about the builder as it is written in the input `builder`, and from here on a signal
 * stops what runs; a second one kills at once. It needs little code, since all that is loaded before it delays docker.
 */
function startProcess(env, written) {
    const docker = new _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .Docker */ .Jg(env);
    const abort = new AbortController();
    let isStopping = false;
    let lastWords = Promise.resolve();
    const exit = () => process.exit(_run_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.cancelled);
    const stop = () => {
        if (isStopping) {
            void docker.kill().then(exit);
            return;
        }
        isStopping = true;
        process.stderr.write('Cancelled: stopping what runs.\n');
        abort.abort();
        const said = Promise.race([lastWords.catch(() => undefined), (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(lastWordsMs)]);
        void Promise.all([docker.cancel(), said]).then(exit);
    };
    for (const name of endingSignals)
        process.on(name, stop);
    const builder = (0,_docker_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectBuilder */ .IK)(docker, (0,_docker_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfBuilder */ .Ek)(written));
    // A job with wrong inputs ends before anybody waits for it.
    builder.catch(() => undefined);
    const end = () => {
        abort.abort();
        return docker.cancel();
    };
    const endAfter = (words) => {
        lastWords = words;
    };
    return { docker, signal: abort.signal, builder, endAfter, end };
}


/***/ }),

/***/ 7272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ environmentForCache),
/* harmony export */   Tu: () => (/* binding */ environmentForGit),
/* harmony export */   l: () => (/* binding */ environmentForDocker)
/* harmony export */ });
/** What every program needs to find its files, its network and its language, also on Windows. */
const everybody = names(`
  PATH HOME USER LOGNAME SHELL LANG LANGUAGE LC_* TZ TERM NO_COLOR TMPDIR TMP TEMP XDG_* SSL_CERT_FILE SSL_CERT_DIR
  HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY FTP_PROXY
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT USERPROFILE USERNAME USERDOMAIN HOMEDRIVE HOMEPATH APPDATA
  LOCALAPPDATA PROGRAMDATA PROGRAMFILES WSL_DISTRO_NAME`);
/** What docker/cli, docker/buildx and moby/buildkit read (os.Getenv), and where credential helpers, cache backends and drivers find their keys. */
const docker = names(`
  DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_API_VERSION
  DOCKER_AUTH_CONFIG DOCKER_CUSTOM_HEADERS DOCKER_DEFAULT_PLATFORM DOCKER_BUILDKIT DOCKER_CLI_* DOCKER_CONTENT_TRUST
  DOCKER_CONTENT_TRUST_SERVER BUILDX_* BUILDKIT_* EXPERIMENTAL_BUILDKIT_* OTEL_* TRACEPARENT TRACESTATE
  SOURCE_DATE_EPOCH SSH_AUTH_SOCK KUBECONFIG KUBERNETES_* POD_NAMESPACE GODEBUG AWS_* AZURE_* GOOGLE_* CLOUDSDK_*
  GNUPGHOME GPG_TTY PASSWORD_STORE_* DBUS_SESSION_BUS_ADDRESS DISPLAY SUDO_COMMAND SUDO_UID SUDO_GID`);
/** What buildx turns into the address and the token of `type=gha` (build/opt.go). */
const actionsCache = names('ACTIONS_CACHE_SERVICE_V2 ACTIONS_CACHE_URL ACTIONS_RESULTS_URL ACTIONS_RUNTIME_TOKEN');
/** What `@actions/cache` reads on top. */
const cacheLibrary = names(`
  ACTIONS_CACHE_MODE CACHE_UPLOAD_CHUNK_SIZE CACHE_UPLOAD_CONCURRENCY SEGMENT_DOWNLOAD_TIMEOUT_MINS GITHUB_REF
  GITHUB_REPOSITORY GITHUB_SERVER_URL GITHUB_WORKSPACE RUNNER_TEMP RUNNER_OS RUNNER_ARCH RUNNER_DEBUG
  NODE_EXTRA_CA_CERTS`);
const git = names(`
  GIT_CONFIG_* GIT_DIR GIT_WORK_TREE GIT_CEILING_DIRECTORIES GIT_SSL_* SSH_AUTH_SOCK GIT_DISCOVERY_ACROSS_FILESYSTEM
  GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES`);
function names(list) {
    return list.trim().split(/\s+/);
}
/**
 * The environment of one docker command: what docker reads and nothing else, so that neither the inputs of this action nor
 * tokens that other steps left in the job's environment get there. The Actions cache's token comes only with a command that names that cache.
 */
function environmentForDocker(env, args) {
    const usesActionsCache = args.some((argument) => /\btype=gha\b/.test(argument));
    return pick(env, [...everybody, ...docker, ...(usesActionsCache ? actionsCache : [])]);
}
/** The environment of the process that talks to the Actions cache. */
function environmentForCache(env) {
    return pick(env, [...everybody, ...actionsCache, ...cacheLibrary]);
}
/** The environment of git, which is only asked about what lies on this disk. */
function environmentForGit(env) {
    return pick(env, [...everybody, ...git]);
}
/** The variables with these names, in any case; one that ends in `*` is the beginning of many. */
function pick(env, names) {
    const exact = new Set(names);
    const beginnings = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
    return Object.fromEntries(Object.entries(env).filter((entry) => {
        const name = entry[0].toUpperCase();
        return (entry[1] !== undefined &&
            (exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning))));
    }));
}


/***/ }),

/***/ 8835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ whyUnknown),
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   Zw: () => (/* binding */ Problems),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dE: () => (/* binding */ formatPlace),
/* harmony export */   wD: () => (/* binding */ OtherImageError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** A place as editors and compilers write it: `Dockerfile:12`. */
function formatPlace({ file, line }) {
    return line === undefined ? file : `${file}:${line}`;
}
/** A problem that the user can mend: thing, place and way out, shown without a stack. All else that is thrown is a bug of ours and keeps its stack. */
class UserError extends Error {
    title;
    place;
    /** The part of the message that is to be pasted somewhere. */
    snippet;
    constructor(title, message, place, snippet) {
        super(message);
        this.name = 'UserError';
        this.title = title;
        this.place = place;
        this.snippet = snippet;
    }
}
/** The cached build gave another image than the one that was measured when it was repeated; measuring anew may mend that. */
class OtherImageError extends UserError {
}
/** The job was asked to stop; nothing is wrong. */
class CancelledError extends Error {
    constructor() {
        super('The job was cancelled.');
        this.name = 'CancelledError';
    }
}
/** The words of whatever was thrown. */
function messageOf(error) {
    // Not `instanceof Error`: the errors of node's own modules are of another realm where tests run in a VM context.
    const message = error?.message;
    return typeof message === 'string' ? message : String(error);
}
/** Why something was not told; without a token there is nobody to ask, and no answer. */
function whyUnknown(answer) {
    return answer?.reason ?? 'there is no github-token to ask GitHub with';
}
/** Whether the operating system said no (a full disk, a missing right): trouble of the machine, not a bug. */
function isSystemError(error) {
    // Not `instanceof Error`, as in `messageOf`.
    const { syscall, code } = (error ?? {});
    return typeof syscall === 'string' && typeof code === 'string';
}
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
        throw new UserError(title, this.#lines.join('\n'));
    }
}


/***/ }),

/***/ 9967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   ZH: () => (/* binding */ capitalize),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   nn: () => (/* binding */ joinParts),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** A size in powers of ten, rounded to two places, as registries and the reports show it: `122.41 MB`, `340 B`. */
function formatSize(sizeBytes) {
    let value = Math.round(Math.abs(sizeBytes));
    let unit = 0;
    // What is rounded to a thousand is one of the next unit.
    while (Math.round(value * 100) >= 100_000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${sizeBytes < 0 ? '-' : ''}${value.toFixed(unit === 0 ? 0 : 2)} ${units[unit] ?? ''}`;
}
/** A sentence with a capital at its beginning. */
function capitalize(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
/** A duration for people: `0.4 s`, `12.3 s`, `2 min 05 s`. */
function formatDuration(durationMs) {
    const seconds = durationMs / 1000;
    if (seconds < 59.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
/** A count as people write it: `3,000`. */
function formatCount(count) {
    return count.toLocaleString('en');
}
/** `1 test`, `3,000 tests`. */
function plural(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
const list = new Intl.ListFormat('en-GB');
/** `a`, `a and b`, `a, b and c`. */
function listWords(words) {
    return list.format(words);
}
/** Those of several texts that say something, as one. */
function joinParts(separator, parts) {
    return parts.filter((part) => part !== undefined && part !== '').join(separator);
}


/***/ }),

/***/ 6684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ helpLink),
/* harmony export */   _h: () => (/* binding */ docsLink),
/* harmony export */   il: () => (/* binding */ withHelp)
/* harmony export */ });
/* unused harmony export repository */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5831);

/** This repository on GitHub; `npm run docs` writes it from package.json. */
const repository = 'OWNER/dotnet-container';
/** The page of our documentation at `path` in `docs/`, such as `guides/forks.md`, as people can open it. */
function docsLink(path) {
    return `https://github.com/${repository}/blob/main/docs/${path}`;
}
/** Headings of docs/troubleshooting.md with an anchor of their own, written by `npm run docs`; `…` stands for what differs. */
const ownAnchors = [
    ['… of … failed in stage …', 'tests-failed'],
    ['No test ran in stage …', 'no-test-ran'],
    ['The tests of … did not come to their end', 'tests-did-not-end'],
    ['… failed, although none of its tests did', 'run-failed-without-a-test'],
    ['The tests of … never started', 'never-started'],
    ['Results of the tests of … are missing', 'results-are-missing'],
    ['The test command of stage … failed', 'test-command-failed'],
    ['The tests of stage … could not run', 'tests-could-not-run'],
    ['Does stage … test?', 'does-stage-test'],
    ['The code did not compile: …', 'code-did-not-compile'],
    ['Code analysis found …', 'code-analysis-found'],
    ['Stage … could not be built', 'stage-could-not-be-built'],
    ['Image size: …', 'image-size'],
    ['Image size on …: over the limit of …', 'image-size-of-a-platform'],
    ['… could not be written', 'output-could-not-be-written'],
    ['Smoke test: …', 'smoke-test-failed'],
    ['… wrong inputs', 'wrong-inputs'],
];
/** Where an error is explained: its heading of docs/troubleshooting.md. */
function helpLink(title) {
    const anchor = readAnchor(title);
    return docsLink(anchor === '' ? 'troubleshooting.md' : `troubleshooting.md#${anchor}`);
}
/** That of the heading that says most, else what GitHub makes of a heading; none for a title that can't be ours: those are words alone. */
function readAnchor(title) {
    const fitting = ownAnchors.filter(([heading]) => isTitleOf(heading, title));
    const [own] = fitting.sort(([a], [b]) => b.length - a.length);
    if (own !== undefined)
        return own[1];
    if (!/^[\w .,?’-]{1,60}$/.test(title))
        return '';
    const kept = title.toLowerCase().replace(/[^\w -]/g, '');
    return kept.replaceAll(' ', '-');
}
function isTitleOf(heading, title) {
    const parts = heading.split('…').map(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV);
    return new RegExp(`^${parts.join('.+?')}$`, 's').test(title);
}
/** The last line of an error in a log: where it is explained. */
function withHelp(message, title) {
    return `${message}\nHelp: ${helpLink(title)}`;
}


/***/ }),

/***/ 6973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ isGroupAlive),
/* harmony export */   gv: () => (/* binding */ stopGroup),
/* harmony export */   hD: () => (/* binding */ usualGraceMs),
/* harmony export */   i8: () => (/* binding */ signalGroup)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);

/** How long a child may take to end by itself after it was asked to, before it is killed. */
const usualGraceMs = 2_500;
/** Sends a signal to a child that was started `detached`, and to all that it started; nothing where they have ended. */
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // It has ended in the meantime; where there are no process groups (Windows) the process alone is ended.
        child.kill(signal);
    }
}
/** Whether the child or something that it started still runs: the one may be gone while the other lives on. */
function isGroupAlive(child) {
    if (child.pid === undefined)
        return false;
    try {
        // Signal 0 only asks.
        process.kill(-child.pid, 0);
        return true;
    }
    catch {
        return false;
    }
}
/** Asks the whole group to end, unless it is about to, and kills what is left of it after a while. */
async function stopGroup(child, graceMs, isBrief = false) {
    // SIGINT lets buildx tell the builder to stop the steps that run there.
    if (!isBrief)
        signalGroup(child, 'SIGINT');
    const killAt = performance.now() + graceMs;
    while (isGroupAlive(child) && performance.now() < killAt)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(25);
    signalGroup(child, 'SIGKILL');
}


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ textLimit),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   Sr: () => (/* binding */ cleanLogLine),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   eC: () => (/* binding */ quoteForShell),
/* harmony export */   o4: () => (/* binding */ firstMatch),
/* harmony export */   uz: () => (/* binding */ splitLines),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   zV: () => (/* binding */ escapeForPattern)
/* harmony export */ });
/**
 * A line of somebody else's output for a log: with its colours, without other control characters and what turns or hides text, and no workflow command
 * (the runner acts on `::` at the start of a line and on `##[` anywhere).
 */
function cleanLogLine(line) {
    return stripControls(line)
        .replaceAll('##[', '## [')
        .replace(/^((?:\s|\x1b\[[0-9;]*m)*):(?=:)/, '$1: ');
}
/** The same without colours, for reports and messages. */
function plainText(line) {
    return stripControls(line).replace(/\x1b\[[0-9;]*m/g, '');
}
/** A text of several lines as one, without control characters, for a place that has room for one. */
function oneLine(text) {
    return plainText(text).replace(/\s+/g, ' ').trim();
}
/** Splits output into lines where the runner does: a bare CR ends one too. */
function splitLines(text) {
    return text.split(/\r\n|\n|\r/);
}
/** A word as a shell has to be given it. */
function quoteForShell(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** A text as it stands in a regular expression that means these very characters. */
function escapeForPattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
/** What the group of a pattern is in the first of some texts that it finds anything in. */
function firstMatch(texts, pattern) {
    return texts.map((text) => pattern.exec(text)?.[1]).find((one) => one !== undefined);
}
function stripControls(line) {
    return (line
        // Operating system commands, then control sequences other than colours, then single escapes.
        .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g, '')
        .replace(/\x1b\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]/g, '')
        .replace(/\x1b(?!\[[0-9;]*m)/g, '')
        .replace(/[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, ''));
}
/** Longest message, stack or output of one test that is kept, in characters. */
const textLimit = 16_384;
/** The text cut to a limit in characters, never in the middle of a surrogate pair, with an ellipsis where it was cut. */
function cutText(text, limit = textLimit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    const code = text.charCodeAt(end - 1);
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ runMerge),
/* harmony export */   Cs: () => (/* binding */ runAction),
/* harmony export */   Jg: () => (/* binding */ runCommentAction),
/* harmony export */   Nf: () => (/* binding */ runMatrix),
/* harmony export */   a2: () => (/* binding */ runPost),
/* harmony export */   ak: () => (/* binding */ runCli)
/* harmony export */ });
/* harmony import */ var _docker_builder_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6096);
/* harmony import */ var _start_process_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4901);


// Nobody may read what is printed any more; the job goes on, and its reports are files.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
/** What the thin entries in dist/ start. Each loads what it needs when it is started, and the action while docker is asked. */
async function runAction() {
    const started = (0,_start_process_js__WEBPACK_IMPORTED_MODULE_1__/* .startProcess */ .k)(process.env, (0,_docker_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .writtenBuilder */ .l3)(process.env));
    return (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(673), __nccwpck_require__.e(58), __nccwpck_require__.e(716), __nccwpck_require__.e(800), __nccwpck_require__.e(710), __nccwpck_require__.e(486), __nccwpck_require__.e(787), __nccwpck_require__.e(401), __nccwpck_require__.e(923), __nccwpck_require__.e(507)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6507))).runAction(started);
}
const runCli = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(673), __nccwpck_require__.e(716), __nccwpck_require__.e(800), __nccwpck_require__.e(710), __nccwpck_require__.e(486), __nccwpck_require__.e(787), __nccwpck_require__.e(401), __nccwpck_require__.e(408)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2408))).runCli();
const runPost = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(58), __nccwpck_require__.e(155)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5155))).runPost();
const runMatrix = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(673), __nccwpck_require__.e(58), __nccwpck_require__.e(815), __nccwpck_require__.e(787), __nccwpck_require__.e(464)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2464))).runMatrix();
const runMerge = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(673), __nccwpck_require__.e(58), __nccwpck_require__.e(716), __nccwpck_require__.e(710), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 973))).runMerge();
const runCommentAction = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(673), __nccwpck_require__.e(58), __nccwpck_require__.e(716), __nccwpck_require__.e(710), __nccwpck_require__.e(486), __nccwpck_require__.e(923), __nccwpck_require__.e(292)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9292))).runCommentAction();

var __webpack_exports__runAction = __webpack_exports__.Cs;
var __webpack_exports__runCli = __webpack_exports__.ak;
var __webpack_exports__runCommentAction = __webpack_exports__.Jg;
var __webpack_exports__runMatrix = __webpack_exports__.Nf;
var __webpack_exports__runMerge = __webpack_exports__.C$;
var __webpack_exports__runPost = __webpack_exports__.a2;
export { __webpack_exports__runAction as runAction, __webpack_exports__runCli as runCli, __webpack_exports__runCommentAction as runCommentAction, __webpack_exports__runMatrix as runMatrix, __webpack_exports__runMerge as runMerge, __webpack_exports__runPost as runPost };

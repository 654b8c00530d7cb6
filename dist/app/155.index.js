export const id = 155;
export const ids = [155];
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
/** Reads what buildx prints at the end of a failed build: `Dockerfile:12` and `ERROR: …`, or `dockerfile parse error on line 3: …` alone. */
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
/** The last line that docker calls an error, else the last one, without that word and cut. */
function errorLineOf(stderr) {
    const lines = stderr.trim().split('\n');
    const line = lines.findLast((one) => one.startsWith('ERROR')) ?? lines.at(-1) ?? '';
    return line.replace(/^ERROR:\s*/, '').slice(0, 300) || 'docker gave no reason';
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

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   builderState: () => (/* binding */ builderState),
/* harmony export */   nameJobBuilder: () => (/* binding */ nameJobBuilder),
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6058);
/* harmony import */ var _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/* harmony import */ var _docker_job_builder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2690);
/* harmony import */ var _github_actions_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8678);





/** The name under which a step tells the end of its job that it made a builder. */
const builderState = 'builder';
/** The name of a job's own builder: the same for all its steps, and for no other job, also where jobs of a matrix share an engine. */
function nameJobBuilder(env) {
    const job = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME', 'RUNNER_TEMP'].map((name) => env[name] ?? '');
    return `dotnet-container-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 12)}`;
}
/** Runs when the job of a step ends that made a builder, which goes away. Trouble is a warning. Gives the exit code. */
async function runPost() {
    const name = _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(builderState);
    const log = new _github_actions_log_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionsLog */ .I();
    const trouble = await (0,_docker_job_builder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeJobBuilder */ .D)(new _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .Docker */ .Jg(process.env), name);
    if (trouble === undefined)
        log.info(`Removed the builder ${name}.`);
    else
        log.warning(`The builder ${name} was not removed: ${trouble}`);
    return 0;
}


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ActionsLog)
/* harmony export */ });
/* unused harmony export hideFromMatchers */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6058);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _redaction_redactor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9670);




/** The log of a workflow run: groups, annotations, and other programs' output behind a fence. */
class ActionsLog {
    #redactor;
    /** Of the groups in which the runner takes no commands now. */
    #fences = new Set();
    /** Annotations for which the runner has no ear before the last fence is gone. */
    #held = [];
    constructor(redactor = new _redaction_redactor_js__WEBPACK_IMPORTED_MODULE_2__/* .Redactor */ .p()) {
        this.#redactor = redactor;
    }
    info(text) {
        for (const line of (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(this.#redactor.hide(text)))
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(hideFromMatchers((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLogLine */ .Sr)(line)));
    }
    debug(text) {
        if (!_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .isDebug */ ._o())
            return;
        if (this.#fences.size > 0)
            this.info(`debug: ${text}`);
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(this.#clean(text));
    }
    notice = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm);
    warning = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e);
    error = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3);
    async group(title, work) {
        // The runner takes no commands from the first line on until the token comes again; a child never sees it.
        const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(this.#clean(title));
        try {
            return await work((text) => {
                if (!this.#fences.has(token))
                    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::stop-commands::${token}`);
                this.#fences.add(token);
                this.info(text);
            });
        }
        finally {
            if (this.#fences.delete(token))
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::${token}::`);
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
            if (this.#fences.size === 0)
                for (const annotate of this.#held.splice(0))
                    annotate();
        }
    }
    #annotator(tell) {
        return (text, place = {}) => {
            const annotate = () => {
                tell(this.#clean(text), this.#toProperties(place));
            };
            if (this.#fences.size > 0)
                this.#held.push(annotate);
            else
                annotate();
        };
    }
    #clean(text) {
        return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(this.#redactor.hide(text)).map(_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLogLine */ .Sr).join('\n');
    }
    #toProperties({ title, file, line }) {
        return {
            ...(title === undefined ? {} : { title: this.#clean(title) }),
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { startLine: line }),
        };
    }
}
/** A colour code that changes nothing, the end of an underline: no viewer shows it and no copy has it, but the runner matches lines with it. */
const nothing = '\x1b[24m';
/** Names a severity, or a place in a file as compilers write it. */
const problem = /\b(?:errors?|warn(?:ing)?s?|info|notice|note|fatal|exception|panic|raise)\b|\w[:(,]\d|\bline \d|\.\w+:\s/i;
/**
 * A line that no problem matcher knows, though it looks the same: those that setup-dotnet leaves make annotations of lines, of which a step has ten. All ask
 * for a colon or comma with a space or number behind it, so that is where the code goes.
 */
function hideFromMatchers(line) {
    return problem.test((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(line)) ? line.replace(/[:,](?=[\s\d])/g, `$&${nothing}`) : line;
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);

/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4;
/** The same of what a secret is in Base64, of which a part alone is looked for. */
const minEncodedLength = 8;
/** Stands where something was. */
const hidden = '***';
/**
 * What gives itself away as a credential: in addresses, headers, signed links, and tokens of GitHub and NuGet (docs.github.com, "Token types";
 * learn.microsoft.com, "API keys"). Each matches only what is to be hidden, and every repetition has a limit, since the text may be hostile.
 */
const credentials = [
    /(?<=:\/\/)[^\s/@:'"`<>]{0,200}:[^\s/@'"`<>]{1,2000}(?=@)/g,
    /(?<=:\/\/)[^\s/@:'"`<>]{20,2000}(?=@)/g,
    /(?<=\b(?:bearer|basic) )[\w.~+/=-]{16,4000}/gi,
    /(?<=(?:[?&]|&amp;)(?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature|(?:access_|refresh_)?token|password)=)[^&\s"'<>)]{1,4000}/gi,
    /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_\w{22,255}\b|\boy2[a-z0-9]{43}\b/g,
    /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{0,2000}/g,
];
/** Of a longer secret each part is hidden by itself. */
const maxPieceLength = 1_000;
/** No credential is longer; what stands before one and tells that it is one is shorter than the other. */
const maxCredentialLength = 8_100;
const maxLeadLength = 64;
/** Keeps secrets out of what is written: the log, the reports, the comment, the outputs and the records. */
class Redactor {
    #values = new Set();
    #pattern;
    /** Hides a secret from now on: as a whole and each of its lines, as they are and as they stand in an address, in JSON and in Base64. */
    add(secret) {
        for (const line of [secret, ...secret.split(/\r?\n/)].map((text) => text.trim())) {
            if (line.length < minLength)
                continue;
            const forms = [encodeURIComponent(line), JSON.stringify(line).slice(1, -1), ...inBase64(line)];
            for (const form of [line, ...forms])
                this.#values.add(form);
        }
        this.#pattern = toPattern(this.#longestFirst().map(_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV));
    }
    /** The same for a text that is written otherwise; `spell` gives all ways in which a character of a secret may stand there. */
    patternsIn(spell) {
        const secrets = this.#longestFirst()
            .flatMap(toPieces)
            .map((piece) => piece.map(spell));
        const lengths = secrets.map((secret) => secret.reduce((sum, ways) => sum + Math.max(...ways.map(({ length }) => length)), 0));
        const pattern = toPattern(secrets.map((secret) => secret
            .map((ways) => ways.length > 1 ? `(?:${ways.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV).join('|')})` : (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV)(ways[0] ?? ''))
            .join('')));
        return {
            patterns: [...(pattern === undefined ? [] : [pattern]), ...credentials],
            maxLength: Math.max(maxCredentialLength, ...lengths),
            maxLeadLength,
        };
    }
    /** A text without the secrets that are known, and without what looks like credentials. */
    hide(text) {
        return credentials.reduce((shown, pattern) => shown.replace(pattern, hidden), this.#hideKnown(text));
    }
    /** The same for every text in a value that is made of plain objects and arrays. */
    hideIn(value) {
        return mapTexts(value, (text) => this.hide(text));
    }
    /** Hides in a value only the secrets that are known, so that what is compared with later stays what it was. */
    hideKnownIn(value) {
        return this.#pattern === undefined ? value : mapTexts(value, (text) => this.#hideKnown(text));
    }
    /** A secret may begin with another one. */
    #longestFirst() {
        return [...this.#values].sort((a, b) => b.length - a.length);
    }
    #hideKnown(text) {
        return this.#pattern === undefined ? text : text.replace(this.#pattern, hidden);
    }
}
/** What Base64 makes of a text that stands anywhere in another one: three bytes are four characters, so there are three ways. */
function inBase64(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((before) => {
        const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        // Without what the bytes around it have a share in.
        const own = whole.slice(before === 0 ? 0 : before + 1, Math.floor((before + bytes.length) / 3) * 4);
        return own.length < minEncodedLength ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** The characters of a secret, in pieces that a pattern can be made of. */
function toPieces(secret) {
    const characters = Array.from(secret);
    const pieces = Math.ceil(characters.length / maxPieceLength);
    // All of a length, so that none is too short to be told from words.
    const length = Math.ceil(characters.length / pieces);
    return Array.from({ length: pieces }, (_, index) => characters.slice(index * length, (index + 1) * length));
}
function toPattern(alternatives) {
    return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
}
function mapTexts(value, map) {
    if (typeof value === 'string')
        return map(value);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, map));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}


/***/ })

};

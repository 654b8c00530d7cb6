export const id = 710;
export const ids = [710];
export const modules = {

/***/ 8956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ FinalBuildError),
/* harmony export */   Lt: () => (/* binding */ loadFailure),
/* harmony export */   Tf: () => (/* binding */ buildFinal),
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   g2: () => (/* binding */ writePlaceholders),
/* harmony export */   iD: () => (/* binding */ repeatBuild),
/* harmony export */   tt: () => (/* binding */ buildIntoEngine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _docker_build_build_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8028);
/* harmony import */ var _docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3694);
/* harmony import */ var _docker_build_run_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(548);
/* harmony import */ var _plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1331);
/* harmony import */ var _plan_packing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4443);
/* harmony import */ var _plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3852);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8835);
/* harmony import */ var _testing_failures_explain_failure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4275);
/* harmony import */ var _docker_engine_image_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5489);











/** What BuildKit calls the step that loads an image into the engine. */
const loadStep = 'exporting to image';
/** The title of an error that means the load of the image into an engine. */
const loadFailure = 'The load failed';
/** The final stage could not be built; `build` tells how that ended. */
class FinalBuildError extends _shared_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo {
    build;
    constructor(title, message, build, place) {
        super(title, message, place);
        this.build = build;
    }
}
/** Builds the final stage into an OCI layout folder, and loads it if asked. Throws a FinalBuildError with BuildKit's words and the line. */
async function buildFinal({ packing, ...tools }, request, { folder, known, load }) {
    await writePlaceholders(folder, known);
    // The layout last: buildx writes into it the index of the output that is.
    const outputs = [...(load === undefined ? [] : [load.output]), (0,_plan_packing_js__WEBPACK_IMPORTED_MODULE_5__/* .layoutOutput */ .Q6)(folder, packing)];
    const metadataFile = load?.metadataFile;
    const built = await runFinalBuild(tools, {
        ...request,
        ...{ tags: load?.tags ?? request.tags, outputs, metadataFile },
    });
    const metadata = metadataFile === undefined ? undefined : await (0,_docker_build_build_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuildMetadata */ .q3)(metadataFile);
    return { ...built, layoutFolder: folder, metadata };
}
/** Builds the final stage to what the request says; it writes no cache. Throws a FinalBuildError as `buildFinal` does. */
async function runFinalBuild({ docker, log, plan, inParallel }, request) {
    const label = (0,_plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_4__/* .stageLabel */ .Hn)(plan.final);
    const build = await (0,_docker_build_run_build_js__WEBPACK_IMPORTED_MODULE_3__/* .runBuild */ .c)(docker, log, `Image: docker buildx build, stage ${label}`, request, {
        ...{ reword: _plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutMarks */ .zw, isQuiet: false, isHeld: inParallel !== undefined },
        ...(inParallel && { signal: inParallel }),
    });
    if (build.outcome !== 'built') {
        const isLoad = build.steps.some(({ name, outcome }) => outcome === 'failed' && name === loadStep);
        if (isLoad)
            throw new FinalBuildError(loadFailure, (0,_docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_10__/* .parseBuildError */ .gK)(build.text).message, build);
        const { title, message, line } = (0,_testing_failures_explain_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .explainFailure */ .S)(build, plan);
        throw new FinalBuildError(title ?? `Stage ${label} could not be built`, message, build, {
            file: plan.dockerfile.shown,
            ...(line === undefined ? {} : { line }),
        });
    }
    const steps = build.steps.map((step) => ({ ...step, name: (0,_plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutMarks */ .zw)(step.name) }));
    return { steps, checks: build.checks, warnings: (0,_docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_10__/* .cacheWarnings */ .IF)([build]) };
}
/**
 * Puts an empty file where each layer would be in an OCI layout folder. BuildKit does not send a blob whose file is there
 * already, so that an export costs what changed; whoever reads the folder has to check every blob that did come.
 */
async function writePlaceholders(layoutFolder, layers) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(layoutFolder, 'blobs', 'sha256');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const names = new Set(layers.map(({ digest }) => digest.slice('sha256:'.length)));
    await Promise.all([...names].map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), '')));
}
/** Builds the final stage into the engine itself, for a builder that writes no OCI layout. Throws a FinalBuildError as `buildFinal` does. */
async function buildIntoEngine(tools, request, tempFolder) {
    // A name, because removing an image by its digest takes the only name away that somebody else may have given it.
    const own = (0,_docker_engine_image_js__WEBPACK_IMPORTED_MODULE_9__/* .makeOwnName */ ._V)(tools.docker, tools.log, 'measured');
    const metadataFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempFolder, 'build-metadata.json');
    const asked = { ...request, tags: [own.reference], outputs: ['type=docker'], metadataFile };
    try {
        const built = await runFinalBuild(tools, asked);
        const metadata = await (0,_docker_build_build_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuildMetadata */ .q3)(metadataFile);
        // Before Docker 23 an engine names what it loads by its config alone.
        const configDigest = metadata.configDigest ?? metadata.digest;
        if (configDigest === undefined)
            throw new Error('buildx does not say which image it built.');
        return { ...built, ...own, configDigest };
    }
    catch (error) {
        await own[Symbol.asyncDispose]();
        throw error;
    }
}
/** A build that was made in this job, made again from the builder's cache: no step of it runs a second time. */
function fromCache(request) {
    return { ...request, noCache: false, noCacheStages: [], pull: false };
}
/** Repeats the cached build of the final stage with other outputs, so that what was measured is used. Throws a UserError titled `failure`. */
async function repeatBuild(docker, log, { title, failure }, request, tempFolder) {
    const metadataFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempFolder, 'metadata.json');
    const build = await (0,_docker_build_run_build_js__WEBPACK_IMPORTED_MODULE_3__/* .runBuild */ .c)(docker, log, title, { ...fromCache(request), metadataFile }, { reword: _plan_instrument_run_mounts_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutMarks */ .zw, isQuiet: true });
    if (build.outcome !== 'built')
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(failure, (0,_docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_10__/* .parseBuildError */ .gK)(build.text).message);
    const { digest, configDigest, all } = await (0,_docker_build_build_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuildMetadata */ .q3)(metadataFile);
    return { digest, configDigest, metadata: all, durationMs: build.durationMs };
}


/***/ }),

/***/ 6622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ readCacheMounts),
/* harmony export */   ot: () => (/* binding */ fillCacheMounts),
/* harmony export */   qV: () => (/* binding */ mountUseSchema)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2918);
/* harmony import */ var _docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3694);
/* harmony import */ var _docker_build_run_build_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(548);
/* harmony import */ var _plan_find_cache_mounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4649);








/** The transfer of a large archive says nothing meanwhile. */
const silenceMs = 120_000;
/** What it cost to keep the cache mounts, and what it brought; nothing of the saving where nothing was saved. */
const mountUseSchema = valibot__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    restoreMs: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz,
    restoredBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .said */ .ag)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .bytes */ .ee, 'Uncompressed; 0 where there was nothing to restore.'),
    saveMs: valibot__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz),
    savedBytes: valibot__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .bytes */ .ee),
});
/** Puts the archives of a folder into the builder's cache mounts that are empty; gives their bytes. Throws an Error that says why it could not. */
async function fillCacheMounts(tools, mounts, folder) {
    const archiveBytes = await sizeOfArchives(folder, mounts);
    const text = (0,_plan_find_cache_mounts_js__WEBPACK_IMPORTED_MODULE_5__/* .fillingDockerfile */ .A6)(mounts, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await build(tools, 'Restore the cache mounts', text, folder, 'type=cacheonly');
    return archiveBytes;
}
/** Packs what the builder's cache mounts have into a folder; gives the bytes of its archives. Throws an Error that says why it could not. */
async function readCacheMounts(tools, mounts, folder) {
    const empty = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tools.tempFolder, 'mounts-context');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(empty, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    const text = (0,_plan_find_cache_mounts_js__WEBPACK_IMPORTED_MODULE_5__/* .readingDockerfile */ .BE)(mounts, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await build(tools, 'Read the cache mounts', text, empty, `type=local,dest=${folder}`);
    return sizeOfArchives(folder, mounts);
}
/** The bytes of a folder's archives. Throws where it holds anything else, as only a foreign hand would have put there. */
async function sizeOfArchives(folder, { mounts }) {
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder)).isDirectory())
        throw new Error('its archive holds something else');
    const names = mounts.map((_, index) => (0,_plan_find_cache_mounts_js__WEBPACK_IMPORTED_MODULE_5__/* .archiveName */ .uv)(index));
    let sum = 0;
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        if (!found.isFile() || !names.includes(name))
            throw new Error(`${name} is none of its archives`);
        sum += found.size;
    }
    return sum;
}
async function build({ docker, log, tempFolder, request }, title, text, context, output) {
    const dockerfile = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tempFolder, 'mounts.Dockerfile');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(dockerfile, text);
    const { builder, buildArgs, buildContexts } = request;
    const asked = { builder, buildArgs, buildContexts, context, dockerfile, outputs: [output] };
    const view = { reword: (words) => words, isQuiet: true, silenceMs };
    const built = await (0,_docker_build_run_build_js__WEBPACK_IMPORTED_MODULE_4__/* .runBuild */ .c)(docker, log, title, asked, view);
    if (built.outcome === 'timed-out')
        throw new Error(`the builder gave no sign of life for ${silenceMs / 1000} s`);
    if (built.outcome === 'failed')
        throw new Error(built.output.at(-1)?.text ?? (0,_docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_7__/* .parseBuildError */ .gK)(built.text).message.split('\n')[0]);
}


/***/ }),

/***/ 6365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ checkBudget),
/* harmony export */   ZH: () => (/* binding */ budgetSchema),
/* harmony export */   lS: () => (/* binding */ isUpToLabel)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _docker_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7027);
/* harmony import */ var _size_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);




const limits = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('size'), isExceeded: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), limitBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee, sizeBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee }),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('growth'),
        isExceeded: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        /** As the user wrote it: `2 MB`, `1.5 %`. */
        written: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        limitBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee,
        growthBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .changeBytes */ ._4, 'What counts, without `ignoredBytes`.'),
        ignoredBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee, 'Growth of the base image that does not count.'),
    }),
]));
/** The limits, and whether they are kept; `overridden`: the image grew too much, and a label of the pull request allows that. */
const budgetSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('none') }),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['passed', 'exceeded']), limits }),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('overridden'),
        limits,
        label: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), 'The label of the pull request that allows its growth.'),
    }),
]);
/** Holds the image's size against `max-size`, and its growth against each line of `max-increase`. */
function checkBudget({ image, since, labels }, settings) {
    const { sizeMetric, maxSizeBytes: limitBytes } = settings;
    const sizeBytes = (0,_size_change_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(image, sizeMetric);
    const size = limitBytes === undefined
        ? []
        : [{ kind: 'size', isExceeded: sizeBytes > limitBytes, limitBytes, sizeBytes }];
    const growth = since === undefined ? [] : settings.maxIncrease.map((limit) => checkGrowth(limit, image, since, settings));
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
function checkGrowth(limit, image, { before, comparison }, { sizeMetric, ignoreBaseImage, minChangeBytes }) {
    const [wasBase, isBase] = [before, image].map(({ base }) => (0,_docker_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)((0,_docker_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(base?.name ?? '')));
    const ignoredBytes = ignoreBaseImage && wasBase === isBase ? baseGrowth(comparison, sizeMetric) : 0;
    const growthBytes = (0,_size_change_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOfContent */ .n7)(comparison, sizeMetric) - ignoredBytes;
    const limitBytes = limit.kind === 'bytes' ? limit.limitBytes : Math.round(((0,_size_change_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(before, sizeMetric) * limit.percent) / 100);
    const isExceeded = growthBytes > limitBytes && !(0,_size_change_js__WEBPACK_IMPORTED_MODULE_3__/* .countsAsNone */ .P4)(growthBytes, { minChangeBytes });
    return { kind: 'growth', isExceeded, written: limit.written, limitBytes, growthBytes, ignoredBytes };
}
/**
 * What another tag of the base image, or the same one anew, added; to begin from another image is a choice of the team's. A base image that
 * shrank does not make room smaller: then the image as a whole grew by less.
 */
function baseGrowth({ parts }, metric) {
    const base = parts.find(({ kind }) => kind === 'base');
    return base === undefined ? 0 : Math.max(0, (0,_size_change_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(base, metric));
}
/** GitHub's labels differ by more than their case. */
function findOverride(labels, wanted) {
    return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase());
}


/***/ }),

/***/ 9328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ toBaseline),
/* harmony export */   Mv: () => (/* binding */ requireComparable),
/* harmony export */   Xu: () => (/* binding */ differsInKind),
/* harmony export */   aQ: () => (/* binding */ requireSameKind),
/* harmony export */   f$: () => (/* binding */ noBaseline),
/* harmony export */   ml: () => (/* binding */ recordOfBaseline),
/* harmony export */   uJ: () => (/* binding */ hasUnknownSize)
/* harmony export */ });
/* harmony import */ var _plan_choose_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6046);

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
                ? noBaseline(`No baseline yet: no image of this name, stage and platform was measured before${where === '' ? '' : ` on ${where}`}.`)
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
    if (!(0,_plan_choose_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .isSamePlatform */ .SW)(platform, image.platform))
        return `it is of ${platform}, this image is of ${image.platform}`;
    // What is on disk has nothing of how it was compressed.
    if (metric === 'uncompressed')
        return [layers, image.layers].some(hasUnknownSize)
            ? 'the uncompressed size of a layer is not known'
            : undefined;
    if (method !== image.method)
        return `it was measured by ${method}, this image by ${image.method}`;
    // Nothing is compressed in an image without layers.
    const hasLayers = [layers, image.layers].every((some) => some === undefined || some.length > 0);
    if (hasLayers && compression !== image.compression)
        return `its layers are ${wordsOf(compression)}, those of this image ${wordsOf(image.compression)}`;
    return undefined;
}
/** Whether a layer could not be uncompressed, so that its size on disk is not known: an empty one has 1,024 bytes. */
function hasUnknownSize(layers = []) {
    return layers.some(({ uncompressedBytes }) => uncompressedBytes === 0);
}
function wordsOf(compression) {
    if (compression === 'other')
        return 'compressed in a way that is not known here';
    return compression === 'none' ? 'not compressed' : `compressed with ${compression}`;
}
/** The record that the image is compared with, when there is one. */
function recordOfBaseline(baseline) {
    return baseline.kind === 'found' ? baseline.record : undefined;
}


/***/ }),

/***/ 1700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ layerChangeBytes),
/* harmony export */   Y: () => (/* binding */ compareContents),
/* harmony export */   yN: () => (/* binding */ compareLayers)
/* harmony export */ });
/* harmony import */ var _measure_dotnet_apps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4586);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8579);
/* harmony import */ var _measure_dotnet_publish_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6049);
/* harmony import */ var _measure_oci_compressed_shares_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8695);
/* harmony import */ var _compare_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2987);
/* harmony import */ var _size_change_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);






/** Tells which parts of an image its change comes from; equal layers and files have no share. Of the same content (diffId) a layer is recompressed. */
function compareContents(before, after) {
    const ledger = new _compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .PartLedger */ .TV();
    const names = new Set([before, after].flatMap((one) => one.base?.name ?? []));
    const base = { kind: 'base', name: [...names].join(' → ') };
    ledger.add(base, nothing, false);
    ledger.add(_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .configPart */ .gK, { ...nothing, compressedBytes: after.configBytes - before.configBytes }, false);
    const [old, now] = [sideOf(before), sideOf(after)];
    /** What changed and belongs to files: the bytes of the layers, and all files in them. */
    const own = { ...nothing };
    const files = { before: [], after: [] };
    for (const change of compareLayers(before.layers, after.layers)) {
        if (change.kind === 'same')
            continue;
        const was = 'before' in change ? change.before : undefined;
        const is = 'after' in change ? change.after : undefined;
        if (was !== undefined && was.diffId === is?.diffId) {
            ledger.add({ kind: 'recompressed', name: '' }, added(is, negated(was)), false);
            continue;
        }
        if (was !== undefined && old.base.has(was))
            ledger.add(base, negated(was), false);
        if (is !== undefined && now.base.has(is))
            ledger.add(base, is, false);
        const left = was === undefined || old.base.has(was) ? undefined : was;
        const came = is === undefined || now.base.has(is) ? undefined : is;
        const sum = added(came ?? nothing, negated(left ?? nothing));
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
    const bundles = findBundles(before, after);
    const inBundles = (all) => all.map((file) => inBundle(file, bundles));
    const { pairs, equal } = (0,_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .pairFiles */ ._q)(inBundles(files.before), inBundles(files.after));
    if (before.compression !== after.compression || before.method !== after.method) {
        const otherwise = { ...nothing, compressedBytes: sumOf(equal.map(_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOfPair */ .qA)).compressedBytes };
        ledger.add({ kind: 'recompressed', name: '' }, otherwise, true);
        Object.assign(own, added(own, negated(otherwise)));
    }
    const changed = accountFor(ledger, own, pairs);
    const published = { before: (0,_measure_dotnet_publish_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .readPublishSettings */ .D)(before), after: (0,_measure_dotnet_publish_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .readPublishSettings */ .D)(after) };
    return {
        parts: withVersions(ledger.parts(), before, after),
        files: (0,_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFiles */ .LG)(changed),
        publishChanges: _measure_dotnet_publish_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .publishSettings */ .n.flatMap((setting) => {
            const [was, is] = [published.before.get(setting), published.after.get(setting)];
            return was === undefined || is === undefined || was === is ? [] : [{ setting, isOn: is }];
        }),
    };
}
/** Puts the change of layers on the account of the files that changed, and gives these with it; archives change by no more than their headers did. */
function accountFor(ledger, own, pairs) {
    const changes = pairs.map(_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOfPair */ .qA);
    const rest = added(own, negated(sumOf(changes)));
    const weights = pairs.map((pair) => (0,_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isRenamed */ .xe)(pair) ? 0 : (pair.before?.compressedBytes ?? 0) + (pair.after?.compressedBytes ?? 0));
    const canTake = weights.reduce((sum, weight) => sum + weight, 0);
    const { compressedBytes, uncompressedBytes } = rest;
    // Padding to the next block of 512 bytes compresses to nothing; headers are whole blocks.
    const headerBytes = Math.trunc(uncompressedBytes / 512) * 512;
    const ofHeaders = clamp(compressedBytes, Math.min(0, headerBytes), Math.max(0, headerBytes));
    // Files that moved to another layer may compress otherwise there: no estimate of others is wrong by more than all that they take.
    const missedBytes = clamp(compressedBytes - ofHeaders, -canTake, canTake);
    const ofArchive = compressedBytes - missedBytes;
    const missed = canTake > 0 ? (0,_measure_oci_compressed_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .shareOut */ .M)(missedBytes, weights) : [];
    const changed = pairs.map((pair, index) => {
        const compressedBytes = missed[index] ?? 0;
        return { ...pair, change: added(changes[index] ?? nothing, { ...nothing, compressedBytes }) };
    });
    for (const { before, after, change } of changed) {
        const part = (after ?? before)?.part;
        if (part !== undefined)
            ledger.add(part, change, true);
    }
    ledger.add(_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .archivePart */ .Y3, { compressedBytes: ofArchive, uncompressedBytes }, canTake > 0);
    return changed;
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
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
function negated({ compressedBytes, uncompressedBytes }) {
    return { compressedBytes: -compressedBytes, uncompressedBytes: -uncompressedBytes };
}
/** The layers of an image's base, and the files of its other layers. */
function sideOf(record) {
    const files = new Map(record.layers.map((layer) => [layer, []]));
    for (const file of (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readOwnFiles */ .u1)(record)) {
        const layer = record.layers[file.layer];
        if (layer !== undefined)
            files.get(layer)?.push(file);
    }
    return { base: new Set(record.layers.slice(0, record.base?.layerCount ?? 0)), files };
}
/** The parts that changed, the largest change first, with the versions that they had and have. */
function withVersions(parts, before, after) {
    const [versionsBefore, versionsAfter] = [(0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readVersions */ .q2)(before), (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readVersions */ .q2)(after)];
    return parts
        .map((part) => ({
        ...part,
        versionBefore: versionsBefore.get((0,_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(part)),
        versionAfter: versionsAfter.get((0,_compare_files_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(part)),
    }))
        .filter((part) => weightOf(part) > 0 || part.versionBefore !== part.versionAfter)
        .sort((a, b) => weightOf(b) - weightOf(a));
}
function weightOf({ compressedChangeBytes, uncompressedChangeBytes }) {
    return Math.max(Math.abs(compressedChangeBytes), Math.abs(uncompressedChangeBytes));
}
/** The folders in which an application is one file in one of two images and many in the other, with its name. */
function findBundles(before, after) {
    const [was, is] = [bundlesOf(before), bundlesOf(after)];
    return new Map([...was, ...is].filter(([folder]) => was.has(folder) !== is.has(folder)));
}
function bundlesOf(record) {
    return new Map((0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readOwnFiles */ .u1)(record).flatMap(({ path, part }) => part.kind === 'single-file' ? [[(0,_measure_dotnet_apps_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .y)(path), part.name]] : []));
}
/** A file as a part of the one that has it inside, or had: packages in one file did not go away. */
function inBundle(file, bundles) {
    const { path, part } = file;
    const inside = part.kind === 'package' ||
        part.kind === 'project' ||
        (part.kind === 'runtime' && bundles.has((0,_measure_dotnet_apps_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .y)(path)));
    const [, name] = (inside && [...bundles].find(([folder]) => path.startsWith(folder))) || [];
    return name === undefined ? file : { ...file, part: { kind: 'single-file', name, version: undefined } };
}
/** Compares two lists of layers: equal ones by digest, then those of the same content, the others by what made them, in order. */
function compareLayers(before, after) {
    const left = [...before];
    const changes = new Map();
    const keys = ['digest', 'diffId', 'createdBy'];
    // The surest sign first, over all layers: only what is left may be a change of one another.
    for (const key of keys) {
        for (const [index, layer] of after.entries()) {
            const at = changes.has(index) ? -1 : left.findIndex((one) => one[key] === layer[key]);
            const [old] = at < 0 ? [] : left.splice(at, 1);
            if (old === undefined)
                continue;
            changes.set(index, key === 'digest' ? { kind: 'same', after: layer } : { kind: 'changed', before: old, after: layer });
        }
    }
    return [
        ...after.map((layer, index) => changes.get(index) ?? { kind: 'added', after: layer }),
        ...left.map((layer) => ({ kind: 'removed', before: layer })),
    ];
}
/** How many bytes a layer's change adds in the metric; negative when it shrank. */
function layerChangeBytes(change, metric) {
    const size = (layer) => (layer === undefined ? 0 : (0,_size_change_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOf */ .$d)(layer, metric));
    return change.kind === 'same' ? 0 : size(change.after) - size(change.before);
}


/***/ }),

/***/ 2987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ describeFiles),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   TV: () => (/* binding */ PartLedger),
/* harmony export */   _q: () => (/* binding */ pairFiles),
/* harmony export */   bk: () => (/* binding */ partChangeSchema),
/* harmony export */   gd: () => (/* binding */ fileChangeSchema),
/* harmony export */   qA: () => (/* binding */ changeOfPair),
/* harmony export */   xe: () => (/* binding */ isRenamed)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8579);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);



const head = { kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO([..._measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .partKinds */ .T.options, 'recompressed']), name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() };
/** What became of one file of the image's own layers. */
const fileChangeSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['added', 'removed', 'changed', 'renamed']),
    path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pathBefore: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    /** It is or was a link, which has no size of its own. */
    isLink: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    beforeBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee,
    afterBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee,
    compressedChangeBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .changeBytes */ ._4, 'An estimate: a file of the same size may compress otherwise.'),
    part: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc(head),
});
/** By how much a part of the image changed; all of them add up to the image's change exactly. */
const partChangeSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    ...head,
    /** Undefined where the part has no version, or was not there. */
    versionBefore: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    versionAfter: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    ..._shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .changes */ .Ao,
    /** Whether its compressed bytes are a share of what a layer changed by. */
    isEstimate: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
/** The files that differ: of one path, then of the same content, then what came and went. Each is looked at a fixed number of times. */
function pairFiles(before, after) {
    const equal = matchBy((file) => `${contentOf(file)} ${file.path}`, before, after);
    const changed = matchBy(({ path }) => path, equal.before, equal.after);
    const renamed = matchBy((file) => (file.sizeBytes > 0 && file.hash !== '' ? contentOf(file) : undefined), changed.before, changed.after);
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
function contentOf({ sizeBytes, hash }) {
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
        const { before, after, change } = pair;
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
                isLink: [before, after].some((one) => one?.hash === '') || undefined,
                beforeBytes: before?.sizeBytes ?? 0,
                afterBytes: after?.sizeBytes ?? 0,
                compressedChangeBytes: change.compressedBytes,
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
        const key = keyOf({ kind, name });
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
function keyOf({ kind, name }) {
    return kind === 'recompressed' ? kind : (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .partKey */ .be)({ kind, name });
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ compareWithBaseline),
/* harmony export */   By: () => (/* binding */ releaseSchema)
/* harmony export */ });
/* unused harmony export compareImages */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _measure_record_image_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5262);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9328);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6365);
/* harmony import */ var _compare_contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1700);
/* harmony import */ var _size_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);







/** Compares an image with its baseline, which is one of the same kind (`requireSameKind`), and with its budget. */
function compareWithBaseline(image, baseline, settings, labels) {
    const before = baseline.kind === 'found' ? baseline.record : undefined;
    const comparison = before && compareImages(before, image, settings);
    const since = before && comparison && { before, comparison };
    const { sizeMetric, maxSizeBytes, maxIncrease } = settings;
    const isPart = sizeMetric === 'uncompressed' && maxSizeBytes !== undefined && (0,_comparable_js__WEBPACK_IMPORTED_MODULE_4__/* .hasUnknownSize */ .uJ)(image.layers);
    // A gate that could not be held against anything is told of: it is not one that was passed.
    const unchecked = [
        isPart ? 'max-size was not checked in full, since the uncompressed size of a layer is not known.' : '',
        baseline.kind === 'none' && maxIncrease.length > 0
            ? 'max-increase was not checked, since there is no baseline.'
            : '',
    ].filter((warning) => warning !== '');
    return {
        image: before === undefined ? image : { ...image, history: historyAfter(before) },
        baseline: { ...baseline, warnings: [...baseline.warnings, ...unchecked] },
        comparison,
        budget: (0,_budget_js__WEBPACK_IMPORTED_MODULE_2__/* .checkBudget */ .Ik)({ image, since, labels }, settings),
    };
}
function historyAfter(before) {
    const { history, createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached } = before;
    const point = { createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached };
    return [...history, point].slice(-_measure_record_image_record_js__WEBPACK_IMPORTED_MODULE_0__/* .maxHistory */ .dD);
}
/** How an image stands against the last release, in bytes. */
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('found'),
        tag: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        taggedCommit: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        commitsBefore: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 'How many commits before that one the image was measured.'),
        createdAt: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB,
        ..._shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .sizes */ .LR,
        ..._shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .changes */ .Ao,
        isBelowMinChange: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .said */ .ag)(valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(), 'The change is no larger than the input min-change.'),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('none'), reason: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }),
]);
/** Compares two records: their totals, their layers, and what those hold. */
function compareImages(before, after, { sizeMetric, minChangeBytes }) {
    const comparison = {
        ...(0,_size_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeBetween */ .Vz)(before, after),
        layers: (0,_compare_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .compareLayers */ .yN)(before.layers, after.layers),
        ...(0,_compare_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .compareContents */ .Y)(before, after),
    };
    return {
        ...comparison,
        minChangeBytes,
        isBelowMinChange: (0,_size_change_js__WEBPACK_IMPORTED_MODULE_6__/* .countsAsNone */ .P4)((0,_size_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeOfContent */ .n7)(comparison, sizeMetric), { minChangeBytes }),
    };
}


/***/ }),

/***/ 9133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   IS: () => (/* binding */ isNoChange),
/* harmony export */   P4: () => (/* binding */ countsAsNone),
/* harmony export */   Vz: () => (/* binding */ changeBetween),
/* harmony export */   eQ: () => (/* binding */ downloadBytes),
/* harmony export */   n7: () => (/* binding */ changeOfContent)
/* harmony export */ });
/** What came to the sizes of one image to make those of another. */
function changeBetween(before, after) {
    return {
        compressedChangeBytes: after.compressedBytes - before.compressedBytes,
        uncompressedChangeBytes: after.uncompressedBytes - before.uncompressedBytes,
    };
}
/** Whether a change of so many bytes counts as none: it is no more than the input min-change. */
function countsAsNone(changeBytes, { minChangeBytes }) {
    return Math.abs(changeBytes) <= minChangeBytes;
}
/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
function changeOfContent(change, metric) {
    const recompressed = change.parts.find(({ kind }) => kind === 'recompressed');
    return changeOf(change, metric) - (recompressed === undefined ? 0 : changeOf(recompressed, metric));
}
/** Whether a change of an image's size is shown as none: it counts as none, or all of it was only compressed otherwise. */
function isNoChange(comparison, changeBytes) {
    const { isBelowMinChange, minChangeBytes, parts } = comparison;
    const recompressed = parts.find(({ kind }) => kind === 'recompressed')?.compressedChangeBytes ?? 0;
    const limitBytes = minChangeBytes + (isBelowMinChange ? Math.abs(recompressed) : 0);
    return countsAsNone(changeBytes, { minChangeBytes: limitBytes });
}
/** The size in the metric that was asked for. */
function sizeOf(sizes, metric) {
    return metric === 'compressed' ? sizes.compressedBytes : sizes.uncompressedBytes;
}
/** How many bytes something changed by in the metric. */
function changeOf(change, metric) {
    return metric === 'compressed' ? change.compressedChangeBytes : change.uncompressedChangeBytes;
}
/** Compressed bytes, each layer once, that a machine has to download which holds the baseline image; of all layers where there is none. */
function downloadBytes(image, before) {
    const held = new Set(before?.layers.map(({ digest }) => digest));
    const missing = new Map(image.layers.map(({ digest, compressedBytes }) => [digest, compressedBytes]));
    return [...missing].reduce((sum, [digest, bytes]) => sum + (held.has(digest) ? 0 : bytes), 0);
}


/***/ }),

/***/ 8324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ deliverImage),
  f: () => (/* binding */ outputSchema)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
// EXTERNAL MODULE: ./lib/src/build/build-final.js
var build_final = __webpack_require__(8956);
// EXTERNAL MODULE: ./lib/src/docker/engine-image.js
var engine_image = __webpack_require__(5489);
// EXTERNAL MODULE: ./lib/src/inputs/paths.js
var paths = __webpack_require__(8894);
// EXTERNAL MODULE: ./lib/src/plan/packing.js
var packing = __webpack_require__(4443);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/docker/registry.js
var registry = __webpack_require__(7027);
// EXTERNAL MODULE: ./lib/src/deliver/plan-deliveries.js
var plan_deliveries = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/src/measure/oci/oci-layout.js
var oci_layout = __webpack_require__(4965);
// EXTERNAL MODULE: ./lib/src/shared/files/read-tar.js
var read_tar = __webpack_require__(5934);
;// CONCATENATED MODULE: ./lib/src/deliver/check-delivery.js









const inspectDeadlineMs = 30_000;
const same = (by) => ({ kind: 'same', by });
/** Looks at what is to be delivered, before it gets its names: by the digests that buildx says of it, in the engine, or at a path. Throws an Error for an archive that is damaged. */
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
    const found = await ((0,plan_deliveries/* isLayout */.nW)(asked) ? (0,oci_layout/* readImages */.H)(place) : readArchive(place));
    const hasAll = (key) => measured.every((image) => found.some((one) => one[key] === image[key]));
    if (hasAll('manifestDigest'))
        return same('manifest');
    return hasAll('configDigest') ? same('config') : { kind: 'other' };
}
/** An engine with its legacy store compresses while it pushes, and before Docker 23 names what it loads by its config alone. */
function proveByConfig({ how }, found, measured) {
    if (how === 'written')
        return same('build');
    return found === measured.configDigest ? same('config') : { kind: 'other' };
}
/** By the manifests that the engine has; where it does not tell, or was sent another form of the image, the same solve stands for it. */
async function proveInEngine({ docker }, { how, isCompressedAlike }, reference, measured) {
    const platforms = measured.map(({ platform }) => (0,engine_image/* askDescriptor */.VH)(docker, reference, platform));
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
    const repository = (0,registry/* repositoryOf */._M)(names[0] ?? '');
    const ask = (of) => (0,registry/* askManifest */.$g)(docker, `${repository}@${of}`, builder, inspectDeadlineMs);
    const top = await ask(digest);
    if (top.kind === 'none')
        return { kind: 'unknown', reason: top.reason };
    const index = dist/* safeParse */.xLC(registry/* indexSchema */.me, top.json);
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
        const parsed = dist/* safeParse */.xLC(registry/* manifestSchema */.rc, manifest.json);
        if (parsed.success)
            configDigests.add(parsed.output.config.digest);
    }
    return measured.every((image) => configDigests.has(image.configDigest)) ? same('config') : { kind: 'other' };
}
/** Configs of images are a few kilobytes. */
const maxConfigBytes = 1024 * 1024;
const configSchema = dist/* looseObject */._H3({
    os: dist/* string */.YjP(),
    rootfs: dist/* looseObject */._H3({ diff_ids: dist/* array */.YOg(dist/* string */.YjP()) }),
});
/** The names of the blobs in an OCI layout folder: digests without their algorithm. */
async function listBlobs(layoutFolder) {
    return new Set(await (0,promises_.readdir)((0,external_node_path_.join)(layoutFolder, 'blobs', 'sha256')));
}
/** Whether a layout folder got the config of an image that it did not have before: then the solve that wrote into it gave another image. */
async function hasNewImage(layoutFolder, before) {
    const folder = (0,external_node_path_.join)(layoutFolder, 'blobs', 'sha256');
    const added = (await (0,promises_.readdir)(folder)).filter((name) => !before.has(name));
    const configs = await Promise.all(added.map((name) => isImageConfig((0,external_node_path_.join)(folder, name))));
    return configs.includes(true);
}
async function isImageConfig(path) {
    if ((await (0,promises_.stat)(path)).size > maxConfigBytes)
        return false;
    const config = await (0,schema_values/* readFileAs */.TW)(configSchema, path);
    return config !== undefined && config.os !== 'unknown';
}
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
    if (files.has('index.json'))
        return (0,oci_layout/* readImagesOf */.wE)({ index: () => get('index.json'), blob: ({ digest }) => get((0,oci_layout/* blobName */.PF)(digest)) });
    // Before BuildKit wrote both, an archive for docker had a manifest.json alone (Docker image specification 1.2).
    const images = dist/* parse */.qgA(dockerSchema, JSON.parse((await get('manifest.json')).toString('utf8')));
    return Promise.all(images.map(async ({ Config }) => ({ configDigest: (0,oci_layout/* digestOf */.ol)(await get(Config)) })));
}
/** All that may be JSON: only the whole archive tells which blob is a manifest, which one a small layer. */
async function readSmallFiles(path) {
    const files = new Map();
    let bytes = 0;
    await (0,read_tar/* readTar */.s)(path, async ({ header: { name, type, size }, read }) => {
        if (type !== 'file' || size > oci_layout/* maxJsonBytes */.ou || bytes + size > maxBytes)
            return;
        const content = await read();
        if (!/^\s*[[{]/.test(content.toString('latin1', 0, 64)))
            return;
        bytes += size;
        files.set(name.replace(/^\.\//, ''), content);
    });
    return files;
}

;// CONCATENATED MODULE: ./lib/src/deliver/explain-delivery.js


/** What a delivery is called while it runs, and when it fails. */
function wordsOf({ how, names, asked, waits }) {
    const dest = asked.dest ?? '';
    const words = {
        pushed: { title: `Push ${names.join(', ')}`, failure: 'The push failed' },
        loaded: { title: `Load ${names.join(', ') || 'the image'}`, failure: build_final/* loadFailure */.Lt },
        written: { title: `Write ${dest}`, failure: `${dest} could not be written` },
    }[how];
    const isLoadedFirst = how === 'pushed' && waits === 'engine';
    return { ...words, waiting: isLoadedFirst ? 'Load the image to push it' : words.title };
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
function explain({ how, names }, words) {
    return how === 'pushed' ? explainPush(words, names) : words;
}
function wordsOfPlace({ names, asked }) {
    return asked.dest ?? (names.join(', ') || 'the engine');
}
/** The error for an image that is another one than the measured one. */
function notMeasured(delivery, measured) {
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/src/deliver/give-names.js










/** Gives an image that waits, and was compared, the names that were asked for. Throws an Error with docker's words. */
async function giveNames({ docker, log, builder }, { how, names, waits, asked }, { sent, place = '' }, title) {
    if (waits === 'folder')
        await putOutput(place, asked.dest ?? '');
    if (waits === 'nowhere' || waits === 'folder')
        return undefined;
    let { digest } = sent;
    if (waits === 'registry') {
        for (const repository of (0,plan_deliveries/* repositoriesOf */.Ub)(names)) {
            const own = names.filter((name) => (0,registry/* repositoryOf */._M)(name) === repository);
            await (0,registry/* setTags */.Wt)(docker, `${repository}@${digest ?? ''}`, own, builder);
        }
    }
    else {
        for (const name of names)
            await (0,engine_image/* tagImage */.E$)(docker, place, name);
        const push = async (print) => {
            for (const [index, name] of names.entries()) {
                const pushed = await (0,engine_image/* pushImage */.GH)(docker, name, print).catch((error) => {
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
    const own = digest === undefined ? {} : { 'containerimage.digest': digest };
    return { digest, metadata: { ...sent.metadata, ...own, 'image.name': names.map(registry/* canonicalName */.Ew).join(',') } };
}
const indexSchema = dist/* looseObject */._H3({
    manifests: dist/* array */.YOg(dist/* looseObject */._H3({ digest: dist/* string */.YjP(), annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) })),
});
const nameOf = ({ annotations }) => annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'] ?? '';
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
    const [added, old] = [await (0,schema_values/* readFileAs */.TW)(indexSchema, index), await (0,schema_values/* readFileAs */.TW)(indexSchema, before)];
    if (added === undefined || old === undefined)
        return;
    const names = new Set(added.manifests.map(nameOf));
    const kept = old.manifests.filter((manifest) => !names.has(nameOf(manifest)));
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













/** One place that the image went to. */
const outputSchema = dist/* object */.Ikc({
    how: dist/* picklist */.KIO(['pushed', 'loaded', 'written']),
    where: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'Image names, or a path; empty for an engine that was given no name.'),
    checkedBy: (0,schema_values/* said */.ag)(dist/* picklist */.KIO(['manifest', 'config', 'build']), 'What proves that it is the measured image: its manifest, its config, or that it comes from the same build.'),
    durationMs: (0,schema_values/* said */.ag)(dist/* optional */.lqM(schema_values/* milliseconds */.Rz), 'Missing where the build itself did it.'),
});
/**
 * Loads, pushes or writes the image by repeating the cached build for each output but the one that is `done`; names are set when all was compared. Throws a
 * UserError, or an OtherImageError for another image than the measured one: then no name has moved.
 */
async function deliverImage(tools, job, { measurements, layoutFolder }, deliveries, done) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { builder, workspace } = job.settings;
        const names = deliveries.map((delivery) => delivery.waits === 'engine' && delivery !== done?.delivery
            ? (0,engine_image/* makeOwnName */._V)(tools.docker, tools.log, 'waiting')
            : undefined);
        const _removed = __addDisposableResource(env_1, {
            [Symbol.asyncDispose]: async () => {
                for (const own of names)
                    await own?.[Symbol.asyncDispose]();
            },
        }, true);
        const waiting = [];
        // One solve for each: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of another output.
        for (const [index, delivery] of deliveries.entries()) {
            const path = delivery.waits === 'folder' ? (0,external_node_path_.join)(tools.tempFolder, `output-${index}`) : undefined;
            const isDone = delivery === done?.delivery;
            const place = isDone ? done.place : (names[index]?.reference ?? path);
            const sent = isDone ? done.image : await send(tools, job, delivery, { place, layoutFolder, measurements });
            if (isDone)
                tools.log.info(`${wordsOf(delivery).waiting}: done with the build.`);
            const proof = await compare(tools.docker, builder, delivery, { sent, place }, measurements);
            waiting.push({ delivery, image: { sent, proof, place } });
        }
        const outputs = [];
        let first;
        for (const { delivery, image } of waiting) {
            const startedAt = performance.now();
            const sent = await deliver_image_name(tools, builder, delivery, image);
            const { how, names, asked } = delivery;
            const where = asked.dest === undefined ? names.join(', ') : (0,paths/* shownPath */.pS)(asked.dest, workspace);
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
async function compare(docker, builder, delivery, { sent: { digest, configDigest }, place }, measurements) {
    const found = { digest, configDigest, place };
    const compared = await proveDelivery({ docker, builder }, delivery, found, measurements).catch((error) => ({ kind: 'unknown', reason: (0,errors/* messageOf */.bD)(error) }));
    if (compared.kind === 'same')
        return compared.by;
    if (compared.kind === 'other')
        throw notMeasured(delivery, measurements);
    throw new errors/* UserError */.yo('The pushed or loaded image could not be checked', wordsOfUnknown(delivery, compared.reason));
}
async function deliver_image_name({ docker, log }, builder, delivery, image) {
    const { title, failure } = wordsOf(delivery);
    const named = await giveNames({ docker, log, builder }, delivery, image, title).catch((error) => {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        throw new errors/* UserError */.yo(failure, explain(delivery, (0,errors/* messageOf */.bD)(error)));
    });
    return { ...image.sent, ...named };
}
/**
 * Sends the image to one place by the cached build, which writes into the layout folder again: at little cost, and what it adds tells whether this was the
 * measured image. Of two layout folders buildx writes one; that one tells by itself.
 */
async function send({ docker, log, tempFolder }, { request, settings }, delivery, { place, layoutFolder, measurements }) {
    const { waits } = delivery;
    // Of a try before nothing is left.
    if (waits === 'folder' && place !== undefined)
        await (0,promises_.rm)(place, { recursive: true, force: true });
    const before = layoutFolder && (await listBlobs(layoutFolder));
    const hasBeside = layoutFolder !== undefined && !(0,plan_deliveries/* isLayout */.nW)(delivery.asked);
    const beside = hasBeside ? [(0,packing/* layoutOutput */.Q6)(layoutFolder, (0,packing/* choosePacking */.pD)(settings))] : [];
    const { waiting: title, failure } = wordsOf(delivery);
    const own = place === undefined ? [] : [place];
    const tags = { nowhere: request.tags, folder: request.tags, registry: [], engine: own };
    const outputs = [...beside, (0,plan_deliveries/* waitingOutput */.rT)(delivery, place)];
    const repeated = { ...request, tags: tags[waits], outputs };
    const sent = await (0,build_final/* repeatBuild */.iD)(docker, log, { title, failure }, repeated, tempFolder).catch((error) => {
        throw error instanceof errors/* UserError */.yo ? new errors/* UserError */.yo(failure, explain(delivery, error.message)) : error;
    });
    if (before && (await hasNewImage(layoutFolder, before)))
        throw notMeasured(delivery, measurements);
    return sent;
}


/***/ }),

/***/ 6922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ askLoaded),
/* harmony export */   Ub: () => (/* binding */ repositoriesOf),
/* harmony export */   cs: () => (/* binding */ planDeliveries),
/* harmony export */   nW: () => (/* binding */ isLayout),
/* harmony export */   oo: () => (/* binding */ findLoadWithBuild),
/* harmony export */   rT: () => (/* binding */ waitingOutput)
/* harmony export */ });
/* harmony import */ var _docker_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7027);
/* harmony import */ var _inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7235);
/* harmony import */ var _plan_packing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4443);
/* harmony import */ var _docker_engine_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5489);




const order = ['written', 'loaded', 'pushed'];
/**
 * All places that the image goes to, registries last, since a push can't be taken back; `push` and `load` on top of the outputs as buildx adds them
 * (commands/build.go). Who builds with the engine and asks for nothing gets the image there; from other builders a load costs seconds.
 */
function planDeliveries({ outputs, push, load, tags }, driver) {
    const asked = (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withPush */ .$P)(outputs, push);
    if (load && !asked.some(_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoad */ .VQ))
        asked.push({ type: 'docker', attributes: [] });
    if (asked.length === 0 && driver === 'docker')
        asked.push({ type: 'docker', attributes: [] });
    const measured = JSON.stringify((0,_plan_packing_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePacking */ .pD)({ outputs, push }));
    const planned = asked
        .filter(({ type }) => type !== 'cacheonly')
        .map((output) => ({
        how: (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isPush */ .n3)(output) ? 'pushed' : output.dest === undefined ? 'loaded' : 'written',
        output: (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOutput */ .V$)((0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isPush */ .n3)(output) ? withMediaTypes(output) : output),
        asked: output,
        names: (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(output).length > 0 ? (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(output) : tags,
        isCompressedAlike: JSON.stringify((0,_plan_packing_js__WEBPACK_IMPORTED_MODULE_2__/* .packingOf */ .bp)(output)) === measured,
        waits: whereItWaits(output, (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(output).length > 0 || tags.length > 0, driver),
    }));
    return planned.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
}
/** buildx pushes by digest from all builders but the engine itself, whose images get other names and are pushed by docker. */
function whereItWaits(output, hasNames, driver) {
    const isByDigest = /^(?:1|t|true)$/i.test((0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeOf */ .w4)(output, 'push-by-digest') ?? '');
    // Another engine than the one that docker speaks to.
    const isElsewhere = (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeOf */ .w4)(output, 'context') !== undefined;
    if (output.dest !== undefined)
        return 'folder';
    if (!hasNames || isByDigest || isElsewhere)
        return 'nowhere';
    if ((0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isPush */ .n3)(output))
        return driver === 'docker' ? 'engine' : 'registry';
    return (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoad */ .VQ)(output) || driver === 'docker' ? 'engine' : 'nowhere';
}
/** Attributes that say under which names an image goes out. */
const naming = new Set(['name', 'push', 'push-by-digest', 'name-canonical']);
/** The output with which it waits, at `place` where that is a folder, in buildx's words: under no name that somebody asked for. */
function waitingOutput({ waits, output, asked, names }, place) {
    if (waits === 'nowhere')
        return output;
    if (waits === 'folder')
        return (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOutput */ .V$)({ ...asked, ...(place === undefined ? {} : { dest: place }) });
    const { type, attributes } = (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isPush */ .n3)(asked) ? withMediaTypes(asked) : asked;
    const own = attributes.filter(([key]) => !naming.has(key));
    if (waits === 'engine')
        return (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOutput */ .V$)({ type: type === 'registry' ? 'image' : type, attributes: own });
    const byDigest = [
        ['name', repositoriesOf(names).join(',')],
        ['push', 'true'],
        ['push-by-digest', 'true'],
        ['name-canonical', 'true'],
    ];
    return (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOutput */ .V$)({ type: 'image', attributes: [...own, ...byDigest] });
}
/** The repositories of image names, each once. */
function repositoriesOf(names) {
    return [...new Set(names.map(_docker_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M))];
}
/** Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has. */
function withMediaTypes(output) {
    if ((0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeOf */ .w4)(output, 'oci-mediatypes') !== undefined)
        return output;
    return { ...output, attributes: [...output.attributes, ['oci-mediatypes', 'true']] };
}
/** Whether what is written is an OCI layout folder, not one file. */
function isLayout(output) {
    return output.dest !== undefined && output.type !== 'tar' && (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeOf */ .w4)(output, 'tar') === 'false';
}
/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/;
/**
 * The delivery for which the build of the image can load it itself, which saves a second solve: into the very engine that builds, of the
 * image as it is measured, without a name that somebody asked for, and where nothing can hold it back any more, neither a budget nor a smoke test.
 */
function findLoadWithBuild(deliveries, settings, { driver }) {
    const { maxSizeBytes, maxIncrease, smokeCheck } = settings;
    const mayBeHeldBack = maxSizeBytes !== undefined || maxIncrease.length > 0 || smokeCheck !== undefined;
    if (driver !== 'docker' || mayBeHeldBack)
        return undefined;
    return deliveries.find(({ how, waits, names, isCompressedAlike }) => isCompressedAlike && (waits === 'engine' || (how === 'loaded' && names.length === 0)));
}
/** What the engine has of an image that its build loaded; undefined where it doesn't tell, as before 28: then it has to be loaded once more. */
async function askLoaded(docker, metadata) {
    const name = metadata?.imageName?.split(',')[0];
    if (name === undefined)
        return undefined;
    const descriptor = await (0,_docker_engine_image_js__WEBPACK_IMPORTED_MODULE_3__/* .askDescriptor */ .VH)(docker, nameless.exec(name)?.[1] ?? name);
    if (descriptor === undefined)
        return undefined;
    const { digest } = descriptor;
    const own = { 'containerimage.digest': digest, 'containerimage.descriptor': descriptor };
    return { digest, metadata: { ...metadata?.all, ...own } };
}


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ planBuildCommand)
/* harmony export */ });
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

/** The command line of a build and what its environment needs on top: secrets travel there, not in the arguments. */
function planBuildCommand(request) {
    const { secrets = [], secretFiles = [], platforms = [] } = request;
    const variables = secrets.map(([id, value], index) => ({ id, value, name: `BUILD_SECRET_${index}` }));
    const options = {
        builder: [request.builder],
        file: [request.dockerfile],
        target: [request.target],
        platform: platforms.length === 0 ? [] : [platforms.join(',')],
        'build-arg': request.buildArgs?.map(([key, value]) => `${key}=${value}`),
        secret: [
            ...variables.map(({ id, name }) => `id=${id},env=${name}`),
            ...secretFiles.map(([id, path]) => (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFields */ .ll)([`id=${id}`, `src=${path}`])),
        ],
        'build-context': request.buildContexts?.map(([name, source]) => `${name}=${source}`),
        ssh: request.ssh,
        network: [request.network],
        'shm-size': [request.shmSize],
        ulimit: request.ulimits,
        'add-host': request.addHosts,
        allow: request.allow,
        label: request.labels,
        annotation: request.annotations,
        attest: request.attests,
        tag: request.tags,
        'no-cache-filter': request.noCacheStages,
        'cache-from': request.cacheFrom,
        'cache-to': request.cacheTo,
        output: request.outputs,
        'metadata-file': [request.metadataFile],
    };
    const args = Object.entries(options).flatMap(([name, values = []]) => values.flatMap((value) => (value === undefined ? [] : [`--${name}`, value])));
    const flags = [...(request.pull ? ['--pull'] : []), ...(request.noCache ? ['--no-cache'] : [])];
    return {
        args: ['buildx', 'build', '--progress=rawjson', ...args, ...flags, request.context],
        env: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    };
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   JK: () => (/* binding */ findFailedStep),
/* harmony export */   SE: () => (/* binding */ stepSchema),
/* harmony export */   a: () => (/* binding */ readLastOutput),
/* harmony export */   q3: () => (/* binding */ readBuildMetadata),
/* harmony export */   zg: () => (/* binding */ readContextBytes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);




/** One step of a build, as the report shows it. */
const stepSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** The stage's name, or `stage-N` for one without; undefined for BuildKit's own work, such as loading the context. */
    stage: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    /** In a build for several platforms, the one that it is for; BuildKit names none in others. */
    platform: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    /** Its place in the stage, such as `3/7`. */
    position: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    /** The instruction as BuildKit words it, or the description of its own work. */
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['cached', 'done', 'failed', 'cancelled']),
    durationMs: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz,
    error: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    sentBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .maybe */ .no)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee, 'What went to the builder of the build context.'),
    receivedBytes: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .maybe */ .no)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee, 'What came from a registry or a cache for it, compressed.'),
});
/** What one of BuildKit's checks has to say of a line of a Dockerfile: its rule, such as `JSONArgsRecommended`, and that rule's page. */
const findingSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ rule: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), url: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, line: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9 });
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
        .map(({ text }) => (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(text).trimEnd());
}
/** How much of the build context went to the builder, in the build that sent most; undefined where none told. */
function readContextBytes(steps) {
    const sent = steps.flatMap(({ sentBytes }) => sentBytes ?? []);
    return sent.length === 0 ? undefined : Math.max(...sent);
}
const metadataSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    'containerimage.digest': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    'containerimage.config.digest': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    'image.name': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
/** Reads the metadata that a build has left in a file. Throws when there are none, or other ones than buildx writes. */
async function readBuildMetadata(file) {
    const all = valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(metadataSchema, JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')));
    return {
        digest: all['containerimage.digest'],
        configDigest: all['containerimage.config.digest'],
        imageName: all['image.name'],
        all,
    };
}


/***/ }),

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

/***/ 548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: ./lib/src/docker/docker.js + 1 modules
var docker_docker = __webpack_require__(8684);
// EXTERNAL MODULE: ./lib/src/shared/log.js
var log = __webpack_require__(8932);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/docker/build/build-request.js
var build_request = __webpack_require__(8328);
// EXTERNAL MODULE: ./lib/src/docker/build/buildkit-words.js
var buildkit_words = __webpack_require__(3694);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/docker/build/steps.js + 1 modules
var build_steps = __webpack_require__(1164);
;// CONCATENATED MODULE: ./lib/src/docker/build/live-log.js




const dim = (text) => `\x1b[2m${text}\x1b[22m`;
const bold = (text) => `\x1b[1m${text}\x1b[22m`;
const red = (text) => `\x1b[31m${text}\x1b[39m`;
const cyan = (text) => `\x1b[36m${text}\x1b[39m`;
const maxHeldLength = 64 * 1024;
const quickMs = 1_000;
/** Words the progress of a build as log lines: when a step begins, what it prints, when it ends; `onOutput` gets what it prints undecorated. */
class LiveLog {
    #options;
    #shownBefore;
    #repeated = 0;
    #print;
    #onOutput;
    #known = new Map();
    #current;
    constructor(options, print, onOutput) {
        this.#options = options;
        this.#shownBefore = new Set(options.shown);
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
        const took = (0,format/* formatDuration */.a3)(nowMs - oldest.beganAtMs);
        this.#print(`${titleOf(oldest.vertex)}${others}  ${dim(`still running after ${took}`)}`);
    }
    /** Shows what steps printed without a line end, and how many steps an earlier build has shown. */
    end() {
        for (const digest of this.#known.keys())
            this.#flush(digest);
        if (this.#repeated > 0 && !this.#options.isQuiet)
            this.#print(dim(`CACHED: ${this.#repeated} ${this.#repeated === 1 ? 'step' : 'steps'} from above`));
    }
    #showVertex(change, nowMs) {
        const known = this.#known.get(change.digest) ?? {
            vertex: change,
            decoder: new external_node_string_decoder_.StringDecoder('utf8'),
            held: '',
            announced: false,
            ended: false,
            isHidden: this.#options.isHeld === true && this.#shownBefore.has(nameOf(change)),
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
            !known.isHidden &&
            !this.#options.isQuiet &&
            isInstruction(known.vertex)) {
            this.#announce(change.digest, known);
        }
    }
    #showEnd(digest, known) {
        this.#flush(digest);
        known.ended = true;
        const { cached, error, started, completed } = known.vertex;
        if (cached && this.#options.isQuiet)
            return;
        if (isInstruction(known.vertex) && !error && (cached || known.isHidden)) {
            if (this.#shownBefore.has(nameOf(known.vertex))) {
                this.#repeated++;
                return;
            }
            this.#keep(known.vertex);
            this.#printOutcome(digest, known.vertex, dim('CACHED'));
            return;
        }
        const durationMs = Date.parse(completed ?? '') - Date.parse(started ?? completed ?? '');
        // BuildKit's own work is worth a line only when it took a while.
        if (!known.announced && !error && (this.#options.waits || durationMs < quickMs))
            return;
        const took = (0,format/* formatDuration */.a3)(durationMs);
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
        this.#keep(known.vertex);
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
        this.#onOutput(digest, line);
        if (known?.isHidden)
            return;
        if (known !== undefined && this.#current !== digest)
            this.#announce(digest, known);
        this.#print(`  ${line}`);
    }
    #keep(vertex) {
        if (!this.#options.isHeld)
            this.#options.shown.add(nameOf(vertex));
    }
}
/** A numbered step that does something: not BuildKit's own work, and not FROM, which only names an image. */
function isInstruction(vertex) {
    const { stage, name } = (0,build_steps/* parseStepName */.Zw)(vertex.name);
    return stage !== undefined && !name.startsWith('FROM ');
}
function nameOf({ name }) {
    return (0,build_steps/* nameOfStep */.r9)((0,build_steps/* parseStepName */.Zw)(name));
}
function titleOf(vertex) {
    const { stage, position, name } = (0,build_steps/* parseStepName */.Zw)(vertex.name);
    const shortName = name.replace(/\s+/g, ' ').slice(0, 300);
    return stage === undefined ? dim(shortName) : `${cyan(`[${stage} ${position ?? ''}]`)} ${bold(shortName)}`;
}

// EXTERNAL MODULE: ./lib/src/docker/build/watch-builder.js
var watch_builder = __webpack_require__(5973);
;// CONCATENATED MODULE: ./lib/src/docker/build/run-build.js








/** Runs one build, live in a group of the log; steps keep BuildKit's names. One that fails over a cache that lost layers is run again without caches. */
async function runBuild(docker, log, title, request, view) {
    const run = async (title, request) => {
        const recorder = new build_steps/* BuildRecorder */.LF(view.reword, view.onStep ?? (() => undefined));
        const { ended, loss, durationMs } = await log.group(title, (print) => follow(docker, request, view, recorder, print));
        const outcome = ended.kind === 'timed-out' ? 'timed-out' : (0,docker_docker/* isDone */.$L)(ended) ? 'built' : 'failed';
        const { steps, output, text, checks } = recorder.recorded();
        log.info(`${title}: ${wordsOfEnd(outcome, durationMs, steps)}`);
        return {
            ...{ outcome, steps, output, checks, durationMs },
            // Behind what buildx says of its interruption: the last error counts.
            text: loss === undefined ? text : [...text, `ERROR: ${loss}`],
            cacheTrouble: (0,buildkit_words/* findCacheTrouble */.fu)(steps),
            isBuilderLost: loss !== undefined,
        };
    };
    const build = await run(title, request);
    const lost = request.cacheFrom?.length ? (0,buildkit_words/* findLostLayer */.rz)(build) : undefined;
    if (lost === undefined)
        return build;
    const again = await run(`${title} (again, without reading caches)`, { ...request, cacheFrom: [] });
    return { ...again, cacheTrouble: lost };
}
/** Shows a build while it runs; `loss` has the words for the user when its builder stopped answering. */
async function follow(docker, request, { reword, isQuiet, isHeld, deadlineMs, silenceMs, waitsFor, signal }, recorder, print) {
    const live = new LiveLog({ isQuiet, waits: waitsFor !== undefined, isHeld, shown: docker.shownSteps }, (line) => {
        reminder?.refresh();
        print(reword(line));
    }, (digest, line) => {
        recorder.print(digest, line);
    });
    let reminder;
    let begunAt = Infinity;
    const watch = (0,watch_builder/* watchBuilder */.b)(docker, request.builder);
    try {
        const ended = await docker.run({
            ...(0,build_request/* planBuildCommand */.l)(request),
            ...{ deadlineMs, silenceMs, waitsFor },
            onBegun: () => {
                begunAt = performance.now();
                reminder = setInterval(() => {
                    live.remind(performance.now());
                }, log/* maxSilenceMs */.Qd);
            },
            signal: AbortSignal.any([watch.lost, ...(signal === undefined ? [] : [signal])]),
            onErrorLine: (line) => {
                watch.heard();
                for (const event of recorder.take(line))
                    live.show(event);
            },
        });
        live.end();
        const loss = watch.lost.aborted ? String(watch.lost.reason) : undefined;
        if (loss !== undefined)
            print(loss);
        return { ended, loss, durationMs: Math.max(0, performance.now() - begunAt) };
    }
    finally {
        clearInterval(reminder);
        watch.stop();
    }
}
function wordsOfEnd(outcome, durationMs, steps) {
    const end = { built: 'done in', failed: 'failed after', 'timed-out': 'stopped after' }[outcome];
    const own = steps.filter((step) => step.stage !== undefined);
    const cached = own.filter((step) => step.outcome === 'cached').length;
    return `${end} ${(0,format/* formatDuration */.a3)(durationMs)}${cached > 0 ? `, ${cached} of ${own.length} steps cached` : ''}`;
}


/***/ }),

/***/ 1164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LF: () => (/* binding */ BuildRecorder),
  al: () => (/* binding */ inOrder),
  r9: () => (/* binding */ nameOfStep),
  Zw: () => (/* binding */ parseStepName)
});

// UNUSED EXPORTS: StepTracker

// EXTERNAL MODULE: ./lib/src/docker/build/buildkit-words.js
var buildkit_words = __webpack_require__(3694);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
;// CONCATENATED MODULE: ./lib/src/docker/build/progress.js


/** Null where a step has not got so far; a time that is none would make durations that are no numbers. */
const time = dist/* fallback */.NpB(dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX())), undefined);
const vertexSchema = dist/* object */.Ikc({
    digest: dist/* string */.YjP(),
    name: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    started: time,
    completed: time,
    cached: dist/* optional */.lqM(dist/* boolean */.zMY()),
    error: dist/* optional */.lqM(dist/* string */.YjP()),
});
const base64 = dist/* pipe */.FsL(dist/* optional */.lqM(dist/* string */.YjP(), ''), dist/* transform */.pdi((text) => Buffer.from(text, 'base64')));
/** BuildKit's client.SolveStatus as buildx prints it (util/progress, rawjson); unknown fields are ignored. */
const solveStatus = dist/* object */.Ikc({
    vertexes: (0,schema_values/* listOf */.c3)(vertexSchema),
    statuses: (0,schema_values/* listOf */.c3)(dist/* object */.Ikc({
        id: dist/* string */.YjP(),
        vertex: dist/* string */.YjP(),
        current: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* finite */.E2x()), 0),
    })),
    logs: (0,schema_values/* listOf */.c3)(dist/* object */.Ikc({ vertex: dist/* string */.YjP(), data: base64 })),
    warnings: (0,schema_values/* listOf */.c3)(dist/* object */.Ikc({ short: base64, url: dist/* fallback */.NpB(dist/* optional */.lqM(dist/* string */.YjP()), undefined) })),
});
/** Reads one line of `--progress=rawjson`; never throws: what can't be read is text. */
function parseProgressLine(line) {
    if (line.trim() === '')
        return [];
    const status = (0,schema_values/* parseAs */.gf)(solveStatus, line);
    if (status === undefined)
        return [{ kind: 'text', text: line }];
    return [
        ...status.vertexes.map((vertex) => ({ kind: 'vertex', vertex })),
        ...status.logs.map((log) => ({ kind: 'output', ...log })),
        ...status.statuses.flatMap(readTransfer),
        ...status.warnings.flatMap(readCheck),
    ];
}
/** Of warnings those of checks, `Rule: words (line 2)` (BuildKit's linter.LintFormatShort). */
function readCheck({ short, url }) {
    const [, rule, message, line] = /^(\w+): ([^]*) \(line (\d+)\)$/.exec(short.toString('utf8')) ?? [];
    if (rule === undefined || message === undefined)
        return [];
    return [{ kind: 'check', finding: { rule, message, url, line: Number(line) } }];
}
function readTransfer({ id, vertex, current }) {
    if (id === 'transferring context:')
        return [{ kind: 'context', vertex, sentBytes: current }];
    return dist.is(schema_values/* digest */.br, id) ? [{ kind: 'layer', vertex, digest: id, receivedBytes: current }] : [];
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
    /** Takes a change of a step, or how many bytes it has sent of the build context or received of a layer by now. */
    take(event) {
        if (event.kind === 'vertex')
            this.update(event.vertex);
        else if (event.kind === 'context')
            this.#sent.set(event.vertex, Math.max(event.sentBytes, this.#sent.get(event.vertex) ?? 0));
        else if (event.kind === 'layer') {
            const { vertex, digest, receivedBytes } = event;
            const layers = this.#received.get(vertex) ?? new Map();
            this.#received.set(vertex, layers.set(digest, Math.max(receivedBytes, layers.get(digest) ?? 0)));
        }
    }
    /** A step may start and complete more than once, and each change may come again. */
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
    /** The steps that ran or were cached, stage by stage in the order of the instructions. */
    steps() {
        const begun = [...this.#vertices.values()]
            .filter(({ vertex }) => vertex.started !== undefined || vertex.cached)
            .sort((a, b) => startOf(a.vertex) - startOf(b.vertex));
        const steps = begun.map(({ vertex, endedBy }) => {
            const error = vertex.error === '' ? undefined : vertex.error;
            const timesMs = [...endedBy].map(([from, to]) => Math.max(0, Date.parse(to) - Date.parse(from)));
            const durationMs = timesMs.reduce((sum, one) => sum + one, 0);
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
function startOf({ started }) {
    return started === undefined ? 0 : Date.parse(started);
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
    #checks = new Map();
    /** `reword` turns BuildKit's texts into those that people read; `onStep` hears of each step that is at work or done. */
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
        return { steps, output: this.#output, text: this.#text, checks: [...this.#checks.values()] };
    }
    #keep(event) {
        this.#tracker.take(event);
        if (event.kind === 'vertex') {
            this.#names.set(event.vertex.digest, event.vertex.name);
            this.#hear(event.vertex);
        }
        else if (event.kind === 'check')
            this.#keepCheck(event.finding);
        else if (event.kind === 'text') {
            if (this.#text.length < maxTextLines)
                this.#text.push(this.#reword(event.text));
        }
        else if (event.kind === 'output')
            this.#onStep(this.#names.get(event.vertex) ?? '', 'prints', () => this.#tracker.steps());
    }
    /** BuildKit may tell it more than once. */
    #keepCheck(finding) {
        const message = this.#reword(finding.message);
        this.#checks.set(JSON.stringify([finding.rule, finding.line, message]), { ...finding, message });
    }
    /** Of what a cache answers nobody hears. */
    #hear({ name, started, completed, cached, error }) {
        if (started === undefined || cached === true || error)
            return;
        this.#onStep(name, completed === undefined ? 'at work' : 'done', () => this.#tracker.steps());
    }
    /** A step as people read it; its name is cut for the log only after that. */
    #rewordVertex(vertex) {
        const { name, error } = vertex;
        return { ...vertex, name: this.#reword(name), error: error && this.#reword(error) };
    }
}


/***/ }),

/***/ 5973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ watchBuilder)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);


/** So many questions in a row without an answer are no accident; a machine at its limit answers late. */
const maxUnanswered = 3;
const usualTimes = { silenceMs: 30_000, pauseMs: 10_000, deadlineMs: 30_000 };
/**
 * While a build says nothing, asks its builder whether it is still there: a RUN may be silent for hours, an engine that hangs is silent
 * for ever. Several questions in a row without an answer are its loss. A builder of which one node answers is there.
 */
function watchBuilder(docker, builder, { silenceMs, pauseMs, deadlineMs } = usualTimes) {
    const [end, lost] = [new AbortController(), new AbortController()];
    const { signal } = end;
    const args = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])];
    let heardAt = performance.now();
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
                const loss = await describeLoss(docker, builder, asked);
                signal.throwIfAborted();
                lost.abort(loss);
                return;
            }
        }
    };
    // It ends by being stopped, or with the job that is cancelled.
    watch().catch(() => undefined);
    return {
        lost: lost.signal,
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
    const address = isEngine ? await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__/* .askEngineAddress */ .Sc)(docker) : undefined;
    const where = address === undefined ? '' : ` at ${address}`;
    const who = isEngine ? `The Docker engine${where}` : `The builder ${name}`;
    const wayOut = isEngine
        ? 'Look at the log of the engine, restart it, and run the job again.'
        : `Look at its log and at docker buildx inspect ${name}, restart it, and run the job again.`;
    return (`${who} stopped answering: the build fell silent, and then ${maxUnanswered} questions in a row got no answer` +
        `${why === undefined ? '' : ` (${why})`}. ${wayOut}`);
}


/***/ }),

/***/ 5489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ tagImage),
/* harmony export */   GH: () => (/* binding */ pushImage),
/* harmony export */   VH: () => (/* binding */ askDescriptor),
/* harmony export */   _V: () => (/* binding */ makeOwnName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);
/* harmony import */ var _docker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/* harmony import */ var _build_watch_builder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5973);





const answerDeadlineMs = 30_000;
const descriptorSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ digest: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** What the engine has under a name, or of that for one platform; undefined for its legacy store, and for a platform before Docker 28. */
async function askDescriptor(docker, reference, platform) {
    const options = platform === undefined ? [] : ['--platform', platform];
    const args = ['image', 'inspect', ...options, '--format', '{{json .Descriptor}}', reference];
    return (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAs */ .gf)(descriptorSchema, (await docker.ask(args, answerDeadlineMs)) ?? '');
}
/** Gives an image of the engine another name. Throws an Error with docker's words. */
async function tagImage(docker, image, name) {
    const args = ['image', 'tag', image, name];
    requireDone(await docker.run({ args, deadlineMs: answerDeadlineMs, isBrief: true }));
}
/** Pushes an image of the engine under its name; gives the digest that the registry has now, as far as docker tells. Throws its words. */
async function pushImage(docker, name, print) {
    let digest;
    const watch = (0,_build_watch_builder_js__WEBPACK_IMPORTED_MODULE_3__/* .watchBuilder */ .b)(docker, 'default');
    const onLine = (line) => {
        watch.heard();
        digest = /digest: (sha256:[0-9a-f]{64})/.exec(line)?.[1] ?? digest;
        print(line);
    };
    const ended = await docker
        .run({ args: ['image', 'push', name], onLine, signal: watch.lost })
        .finally(watch.stop);
    if (watch.lost.aborted)
        throw new Error(String(watch.lost.reason));
    requireDone(ended);
    return digest;
}
/** Makes a name for an image that is loaded next; the log hears of one that could not be taken away. */
function makeOwnName(docker, log, purpose) {
    const reference = `dotnet-container-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}:${purpose}`;
    const undo = docker.undoLater(['image', 'rm', '--force', reference], (why) => {
        // A load that failed has left no name.
        if (!/no such image/i.test(why))
            log.warning(`The image ${reference} could not be removed: ${why}`);
    });
    return { reference, ...undo };
}
function requireDone(ended) {
    if (!(0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(ended))
        throw new Error(ended.kind === 'exited' ? (0,_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNot */ .OB)(ended) : `docker: ${ended.kind}`);
}


/***/ }),

/***/ 7027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ askManifest),
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   Op: () => (/* binding */ askCompressedBytes),
/* harmony export */   Wt: () => (/* binding */ setTags),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   me: () => (/* binding */ indexSchema),
/* harmony export */   rF: () => (/* binding */ askRegistry),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2918);
/* harmony import */ var _build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3694);
/* harmony import */ var _docker_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8684);






/** A registry that does not answer soon is not waited for: nothing depends on it. */
const soonMs = 5_000;
const descriptorSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    mediaType: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    digest: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .digest */ .br,
    size: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee,
    platform: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ os: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), architecture: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), variant: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) })),
    annotations: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())),
});
/** What is read of an image index, in a registry and in a layout folder; a manifest is none, since it has no such list. */
const indexSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ manifests: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(descriptorSchema), []) });
/** What is read of an image's manifest. */
const manifestSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ config: descriptorSchema, layers: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(descriptorSchema) });
/** The compressed bytes of an image on a platform such as `linux/amd64`, from its manifest alone; undefined where nobody tells them soon. */
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
    const index = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(indexSchema, top.json);
    if (!index.success)
        return toAnswer(top);
    const [os, architecture, variant] = platform.split('/');
    const fitting = index.output.manifests.filter(({ platform }) => platform?.os === os && platform?.architecture === architecture);
    // The entry of that very variant, else the first one of the architecture.
    const found = fitting.find(({ platform }) => platform?.variant === variant) ?? fitting[0];
    if (found === undefined)
        return { kind: 'none', reason: `it is not there for ${platform}` };
    const chosen = await askManifest(docker, `${repositoryOf(reference)}@${found.digest}`, builder);
    return chosen.kind === 'none' ? chosen : toAnswer(chosen);
}
/** A reference without its tag and digest: `ghcr.io/acme/shop`. */
function repositoryOf(reference) {
    return reference.replace(/@.*$/, '').replace(/:[^:/]+$/, '');
}
/** A name in full, as buildx writes it: `shop` is `docker.io/library/shop:latest` (distribution/reference, ParseNormalizedNamed). */
function canonicalName(name) {
    const short = name.replace(/^(?:index\.)?docker\.io\//, '');
    const [first = '', ...rest] = short.split('/');
    const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const full = hasHost ? short : `docker.io/${rest.length > 0 ? '' : 'library/'}${short}`;
    return /[:@][^/]*$/.test(full) ? full : `${full}:latest`;
}
function toAnswer({ digest, json }) {
    const manifest = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(manifestSchema, json);
    if (!manifest.success)
        return { kind: 'none', reason: 'its manifest is of a form that is not known here' };
    return { kind: 'found', image: { digest, ...manifest.output } };
}
/** Asks a registry for what it has under a name, with docker's own credentials. */
async function askManifest(docker, reference, builder, deadlineMs = soonMs) {
    const options = builder === undefined ? [] : ['--builder', builder];
    const args = ['buildx', 'imagetools', 'inspect', ...options, '--raw', reference];
    const bytes = [];
    // The digest is of all bytes, those of the last line end, too.
    const output = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Writable({
        write: (chunk, _, done) => {
            bytes.push(chunk);
            done();
        },
    });
    const asked = await docker.run({ args, deadlineMs, output });
    if (asked.kind === 'timed-out')
        return { kind: 'none', reason: `no answer within ${deadlineMs / 1000} s` };
    if (asked.kind !== 'exited')
        return { kind: 'none', reason: 'docker is not there' };
    if (asked.code !== 0)
        return { kind: 'none', reason: (0,_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_5__/* .errorLineOf */ .kG)(asked.stderr) };
    try {
        const manifest = Buffer.concat(bytes);
        const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(manifest).digest('hex')}`;
        return { kind: 'found', digest, json: JSON.parse(manifest.toString('utf8')) };
    }
    catch {
        return { kind: 'none', reason: 'its manifest is no JSON' };
    }
}
const deadlineMs = 120_000;
/** Gives what a registry has as `repository@digest` these names of the same repository; nothing is sent anew. Throws docker's words. */
async function setTags(docker, reference, names, builder) {
    const args = [
        ...['buildx', 'imagetools', 'create', '--progress=plain'],
        ...(builder === undefined ? [] : ['--builder', builder]),
        // A manifest stays one: else it would get an index around it, and another digest.
        ...['--prefer-index=false', ...names.flatMap((name) => ['--tag', name]), reference],
    ];
    const ended = await docker.run({ args, deadlineMs });
    if ((0,_docker_js__WEBPACK_IMPORTED_MODULE_3__/* .isDone */ .$L)(ended))
        return;
    throw new Error(ended.kind === 'exited' ? (0,_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_5__/* .errorLineOf */ .kG)(ended.stderr) : `no answer within ${deadlineMs / 1000} s`);
}


/***/ }),

/***/ 7235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ withPush),
/* harmony export */   Fw: () => (/* binding */ parseOutput),
/* harmony export */   V$: () => (/* binding */ formatOutput),
/* harmony export */   VQ: () => (/* binding */ isLoad),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   n3: () => (/* binding */ isPush),
/* harmony export */   w4: () => (/* binding */ attributeOf)
/* harmony export */ });
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

/** What an output can be, as `docker buildx build --output` has it. */
const outputTypes = ['image', 'registry', 'docker', 'oci', 'tar', 'local', 'cacheonly'];
/** Reads one output, `type=oci,dest=image.tar` or a path alone, as buildx does (util/buildflags/export.go). Throws an Error with what is wrong. */
function parseOutput(written) {
    const fields = (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFields */ .L5)(written);
    const isPath = fields.length === 1 && fields[0] === written && !written.startsWith('type=');
    const pairs = isPath ? toPairs(['type=local', `dest=${written}`]) : toPairs(fields);
    const valueOf = new Map(pairs);
    const [asked, dest] = [valueOf.get('type'), valueOf.get('dest')];
    const type = outputTypes.find((one) => one === asked);
    if (type === undefined) {
        const what = asked === undefined ? 'an output without a type' : `the type "${asked}"`;
        throw new Error(`${what} is not one of ${outputTypes.join(', ')}.`);
    }
    if (dest === '-')
        throw new Error('dest=- would write into the log; name a file.');
    if (!dest && ['oci', 'tar', 'local'].includes(type))
        throw new Error(`type=${type} needs a place, such as dest=${type === 'local' ? 'out' : 'image.tar'}.`);
    const attributes = pairs.filter(([key]) => key !== 'type' && key !== 'dest');
    return { type, ...(dest ? { dest } : {}), attributes };
}
function toPairs(fields) {
    return fields.map((field) => {
        const pair = (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKeyValue */ .aK)(field);
        if (pair !== undefined)
            return [pair[0].trim().toLowerCase(), pair[1]];
        throw new Error(`"${field}" has no value; fields are written key=value, with commas between them.`);
    });
}
/** The output in buildx's words. */
function formatOutput({ type, dest, attributes }) {
    return (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFields */ .ll)([
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


/***/ }),

/***/ 8894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _K: () => (/* binding */ isOutside),
/* harmony export */   hS: () => (/* binding */ findContext),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4305);





/** Those of something that has more. */
function pathsOf({ workspace, context, file, fileShown }) {
    return { workspace, context, file, fileShown };
}
const gitUrlPattern = /^(https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/i;
/** Finds context and Dockerfile inside the workspace, links followed: a build would send what they lead to to the builder. */
async function findContext(context, file, workspace, problems) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(workspace);
    const found = {
        workspace: root,
        context: root,
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'Dockerfile'),
        fileShown: 'Dockerfile',
    };
    if (gitUrlPattern.test(context)) {
        problems.add('context', `"${context}" is a URL; write a Git repository as https://….git, or check it out first and give its folder.`);
        return found;
    }
    const contextPath = await locate('context', (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root, context), root, problems);
    if (contextPath === undefined) {
        // A Dockerfile that was named can be looked for all the same, so that both problems are told at once.
        if (file !== '')
            await locate('file', (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root, file), root, problems);
        return found;
    }
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(contextPath)).isDirectory()) {
        problems.add('context', `${shownPath(contextPath, root)} is a file; the build context is a folder.`);
        return found;
    }
    const written = file === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(contextPath, 'Dockerfile') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root, file);
    const filePath = await locate('file', written, root, problems);
    if (filePath === undefined)
        return found;
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(filePath)).isFile()) {
        const shown = shownPath(filePath, root);
        const inside = listDockerfiles(root).find((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(one.file) === shown);
        problems.add('file', `${shown} is not a file.${inside === undefined ? '' : ` Set file: ${inside.file}`}`);
        return found;
    }
    return { workspace: root, context: contextPath, file: filePath, fileShown: shownPath(filePath, root) };
}
async function locate(input, path, root, problems) {
    let real;
    try {
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(path);
    }
    catch {
        const what = input === 'file' ? 'there is no Dockerfile at' : 'there is no folder';
        const shown = shownPath(path, root);
        problems.add(input, `${what} ${shown}.${input === 'file' ? ` ${describeOthers(root)}` : nearFolder(shown, root)}`);
        return undefined;
    }
    if (isOutside((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, real))) {
        const link = real === path ? '' : `, by way of a link to ${real}`;
        problems.add(input, `${shownPath(path, root)} is outside the workspace ${root}${link}; builds read only what is inside.`);
        return undefined;
    }
    return real;
}
/** A path relative to a folder that it is in, with `/`, for people; else as it is. */
function shownPath(path, root) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, path);
    return short === '' ? '.' : isOutside(short) ? path : short.split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/');
}
/** Whether a path that `relative` gave leads out of the folder that it began from. */
function isOutside(fromRoot) {
    return fromRoot === '..' || fromRoot.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(fromRoot);
}
const maxListed = 8;
const dockerfileName = /^(?:(?:docker|container)file(?:[._-][\w.-]+)?|[\w.-]+\.(?:docker|container)file)$/i;
const otherEnding = /\.(?:dockerignore|md|sh|ps1|cs|json|ya?ml|template|j2)$/i;
/** The folder with a Dockerfile, or one above it, that was most likely meant; a path of Windows has another separator. */
function nearFolder(written, root) {
    const folders = listDockerfiles(root).flatMap(({ file, context }) => [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), context]);
    const plain = (path) => path.replaceAll('\\', '/').toLowerCase();
    const near = folders.find((one) => one !== '.' && (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(plain(one), plain(written)) <= 2);
    return near === undefined ? '' : ` Did you mean ${near}?`;
}
/** The Dockerfiles that there are, as the inputs that choose them, one a line. */
function describeOthers(root) {
    const found = listDockerfiles(root);
    if (found.length === 0) {
        const isEmpty = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .walkFiles */ .Fv)(root).next().done;
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
/** The Dockerfiles of a workspace, each with the folder that its COPY lines begin from; those with .NET first, else nearest to the top first. */
function listDockerfiles(workspace) {
    return [...(0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .walkFiles */ .Fv)(workspace)]
        .filter((path) => dockerfileName.test(node_path__WEBPACK_IMPORTED_MODULE_3__.posix.basename(path)) && !otherEnding.test(path))
        .map((file) => ({ file, text: (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, file)).replace(/^\s*#.*$/gm, '') }))
        .filter(({ text }) => /^\s*FROM\s/im.test(text))
        .sort((a, b) => Number(/dotnet/i.test(b.text)) - Number(/dotnet/i.test(a.text)))
        .map(({ file, text }) => ({ file, context: contextOf(workspace, file, text) }));
}
/** The highest folder, at the Dockerfile or above it, that has most of what COPY lines, else other lines name; else its own where that has a project. */
function contextOf(workspace, file, text) {
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
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file)));
    const ownFolder = names.some((name) => /\.(?:\w+proj|slnx?)$/.test(name)) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file) : '.';
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
    const above = [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file)];
    while (above[0] !== '.')
        above.unshift((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(above[0] ?? '.'));
    for (const folder of above) {
        const count = paths.filter((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, folder, path))).length;
        if (count > best.count)
            best = { folder, count };
    }
    return best.folder;
}


/***/ }),

/***/ 8579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ partSchema),
/* harmony export */   T: () => (/* binding */ partKinds),
/* harmony export */   Y3: () => (/* binding */ archivePart),
/* harmony export */   be: () => (/* binding */ partKey),
/* harmony export */   fp: () => (/* binding */ readParts),
/* harmony export */   gK: () => (/* binding */ configPart),
/* harmony export */   q2: () => (/* binding */ readVersions),
/* harmony export */   u1: () => (/* binding */ readOwnFiles)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);
/* harmony import */ var _shared_once_for_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(167);
/* harmony import */ var _dotnet_owners_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);




/** What a part of the image is: the base image, something of .NET's, or what archives and configs cost by themselves. */
const partKinds = valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO([
    'base',
    'package',
    'project',
    'runtime',
    'single-file',
    'static-web-assets',
    'other',
    'repeated',
    'archive',
    'unlisted',
    'config',
]);
/** A part of the image; all parts add up to its compressed and uncompressed size exactly. */
const partSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    kind: partKinds,
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    version: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    fileCount: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    ..._shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .sizes */ .LR,
    /** Whether its compressed bytes are its files' share of a layer. */
    isEstimate: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
/** The files of the image's own layers, each with its owner and its share of the compressed bytes. */
const readOwnFiles = (0,_shared_once_for_js__WEBPACK_IMPORTED_MODULE_3__/* .onceFor */ .b)(listOwnFiles);
function listOwnFiles({ layers, base }) {
    const ownFrom = base?.layerCount ?? 0;
    const own = layers.slice(ownFrom).flatMap(({ content }, place) => {
        const compiled = content?.readyToRun && new Set(content.readyToRun);
        return (content?.files ?? []).map((file, number) => {
            return { file, index: ownFrom + place, isReadyToRun: compiled?.has(number) };
        });
    });
    const documents = layers.slice(ownFrom).flatMap((layer) => layer.content?.documents ?? []);
    const owners = (0,_dotnet_owners_js__WEBPACK_IMPORTED_MODULE_1__/* .ownersOf */ .K)(own.map(({ file: [path, sizeBytes] }) => ({ path, sizeBytes })), documents);
    const below = layersBelow(layers, ownFrom);
    return own.map(({ file, index, isReadyToRun }, position) => {
        const [path, sizeBytes, hash, compressedBytes] = file;
        const owner = owners[position] ?? { owner: { kind: 'other' }, trait: { kind: 'other' } };
        const repeats = below[index]?.get(file);
        const part = repeats === undefined || sizeBytes === 0
            ? describeOwner(owner)
            : { kind: 'repeated', name: layers[index]?.createdBy ?? '', version: undefined };
        return { path, sizeBytes, hash, layer: index, owner, part, repeats, isReadyToRun, compressedBytes };
    });
}
/** What is known exactly, and not as the share of a layer that files have. */
const exactKinds = new Set(['base', 'unlisted', 'config', 'archive']);
/** The parts that an image consists of, the largest first. */
function readParts(record) {
    const { base, layers, configBytes } = record;
    const parts = new Map();
    const none = { fileCount: 0, compressedBytes: 0, uncompressedBytes: 0 };
    // What no part accounts for is what archives take by themselves.
    const left = { compressedBytes: record.compressedBytes, uncompressedBytes: record.uncompressedBytes };
    const add = (head, of) => {
        const key = partKey(head);
        const part = parts.get(key) ?? { ...head, ...none, isEstimate: !exactKinds.has(head.kind) };
        const { fileCount, compressedBytes, uncompressedBytes } = { ...none, ...of };
        part.fileCount += fileCount;
        part.compressedBytes += compressedBytes;
        part.uncompressedBytes += uncompressedBytes;
        left.compressedBytes -= compressedBytes;
        left.uncompressedBytes -= uncompressedBytes;
        parts.set(key, part);
    };
    const basePart = { kind: 'base', name: base?.name ?? '', version: base?.dotnetVersion };
    for (const [index, { compressedBytes, uncompressedBytes, content, createdBy }] of layers.entries()) {
        const sizes = { compressedBytes, uncompressedBytes };
        if (index < (base?.layerCount ?? 0))
            add(basePart, { ...sizes, fileCount: content?.files.length ?? 0 });
        else if (content === undefined)
            add({ kind: 'unlisted', name: createdBy, version: undefined }, sizes);
    }
    for (const { part, compressedBytes, sizeBytes } of readOwnFiles(record))
        add(part, { fileCount: 1, compressedBytes, uncompressedBytes: sizeBytes });
    add(configPart, { compressedBytes: configBytes });
    if (left.compressedBytes !== 0 || left.uncompressedBytes !== 0)
        add(archivePart, { ...left });
    const versions = readVersions(record);
    return [...parts]
        .map(([key, part]) => ({ ...part, version: versions.get(key) }))
        .sort((a, b) => b.compressedBytes - a.compressedBytes || b.uncompressedBytes - a.uncompressedBytes);
}
/** The versions of each part that has some, by its key: two applications of an image may bring one package in two of them. */
function readVersions(record) {
    const { base } = record;
    const heads = [
        ...readOwnFiles(record).map(({ part }) => part),
        { kind: 'base', name: base?.name ?? '', version: base?.dotnetVersion },
    ];
    const versions = new Map();
    for (const { version, ...head } of heads) {
        if (version === undefined)
            continue;
        const key = partKey(head);
        versions.set(key, (versions.get(key) ?? new Set()).add(version));
    }
    const inOrder = (some) => [...some].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    return new Map([...versions].map(([key, some]) => [key, inOrder(some).join(', ')]));
}
/** What the tar format itself takes: headers, padding, folders, and layers that hold nothing else. */
const archivePart = { kind: 'archive', name: '', version: undefined };
/** The image's config. */
const configPart = { kind: 'config', name: '', version: undefined };
function describeOwner({ owner, trait }) {
    const name = 'name' in owner ? owner.name : '';
    // A package for each language, such as Humanizer.Core.de, would be some fifty parts.
    const language = trait.kind === 'satellite' && owner.kind === 'package' ? `.${trait.culture}` : undefined;
    const isOfLanguage = language !== undefined && name.toLowerCase().endsWith(language.toLowerCase());
    return {
        kind: owner.kind,
        name: isOfLanguage ? `${name.slice(0, -language.length)}.*` : name,
        version: 'version' in owner ? owner.version : undefined,
    };
}
/** What tells parts of one image from each other; a package in two versions is one part, and NuGet knows no case in names. */
function partKey({ kind, name }) {
    if (kind === 'package')
        return `${kind} ${name.toLowerCase()}`;
    return kind === 'base' || kind === 'config' || kind === 'archive' ? kind : `${kind} ${name}`;
}
/**
 * The files of own layers that the image has twice, layer by layer, each with the number of the layer below that has the same one: `chown -R` and
 * `chmod -R` write whole files again. Of the base image's files no hash is known; with the same size they count in a layer that
 * changes owners or rights.
 */
function layersBelow(layers, ownFrom) {
    const last = new Map();
    return layers.map(({ content, createdBy }, layer) => {
        const repeated = new Map();
        const changesRights = /\bch(?:own|mod|grp)\b/.test(createdBy);
        for (const file of content?.files ?? []) {
            const [path, sizeBytes, hash] = file;
            const below = last.get(path);
            last.set(path, { file, layer });
            if (layer < ownFrom || below === undefined || below.layer === layer || below.file[1] !== sizeBytes)
                continue;
            const isSame = below.layer < ownFrom ? changesRights : below.file[2] === hash;
            if (isSame)
                repeated.set(file, below.layer);
        }
        return repeated;
    });
}


/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readLayerOrigins)
/* harmony export */ });
/* harmony import */ var _plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1331);
/* harmony import */ var _plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);


/** Instructions that leave an entry in an image's history (BuildKit, dockerfile2llb, commitToHistory). */
const inHistory = new Set('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '));
const maxCreatedByLength = 1_000;
const unknownOrigin = { createdBy: '', line: undefined, copiedFrom: undefined };
/**
 * Tells for each layer, from the lowest up, which instruction made it. The history ends with the entries of the
 * Dockerfile's own instructions, one each; what is above those belongs to the base image.
 */
function readLayerOrigins(config, final) {
    const own = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .instructionsOf */ .Jk)(final).filter(({ keyword }) => inHistory.has(keyword));
    const origins = [];
    for (const entry of [...config.history].reverse()) {
        const instruction = own.at(-1);
        const isOwn = instruction !== undefined && entry.created_by.toUpperCase().startsWith(`${instruction.keyword} `);
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
            copiedFrom: isOwn ? (0,_plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .fromOf */ .kL)(instruction) : undefined,
        });
    }
    origins.reverse();
    // An image without a history, or with one that does not fit its layers, still has layers.
    return config.rootfs.diff_ids.map((_, index) => origins[index] ?? unknownOrigin);
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


/***/ }),

/***/ 5459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findHiddenFiles),
/* harmony export */   _: () => (/* binding */ hiddenFileSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);
/* harmony import */ var _shared_once_for_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(167);



/** A file that takes bytes and can't be seen, with the numbers of the layer that has it and of the one that replaces or removes it, from the lowest up. */
const hiddenFileSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    path: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sizeBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    layer: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    hiddenBy: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
});
/** The files that a later layer replaces, or hides by a whiteout (OCI image specification, layer.md). Layers without a list count neither way. */
const findHiddenFiles = (0,_shared_once_for_js__WEBPACK_IMPORTED_MODULE_2__/* .onceFor */ .b)(listHiddenFiles);
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

/***/ 4586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ findApps),
/* harmony export */   y: () => (/* binding */ folderOf)
/* harmony export */ });
/** A single file without other signs must be larger: it holds at least a part of the runtime. */
const minBundleBytes = 1024 * 1024;
/** A folder with more has names made to be many. */
const maxApps = 100;
/** Files that only .NET's publish puts beside an executable of the same name. */
const signsOfSingleFile = ['.pdb', '.dbg', '.staticwebassets.endpoints.json'];
const libraryName = /\.(?:dll|exe|so(?:\.\d+)*|dylib|json|js|wasm)$/i;
/** The folder of a path, with a slash at its end; empty for the top. */
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
/**
 * Finds the applications by folder, longer names first: by deps.json or runtimeconfig.json; one in a single file by symbols or web assets of its name, else by
 * an appsettings.json beside the only large program. Bundle and Native AOT look alike, and a lone executable like any other program.
 */
function findApps(files) {
    const folders = new Map();
    for (const { path, sizeBytes } of files) {
        const folder = folderOf(path);
        const names = folders.get(folder) ?? new Map();
        folders.set(folder, names.set(path.slice(folder.length), sizeBytes));
    }
    const apps = new Map();
    for (const [folder, names] of folders) {
        const found = appsIn(names);
        if (found.length > 0)
            apps.set(folder, found);
    }
    return apps;
}
function appsIn(names) {
    const projects = [...names.keys()].flatMap((name) => /^(.+)\.(?:deps|runtimeconfig)\.json$/.exec(name)?.[1] ?? []);
    const known = new Set(projects);
    const singles = singleFilesIn(names).filter((name) => !known.has(name));
    return [
        ...[...known].map((name) => ({ kind: 'project', name })),
        ...singles.map((name) => ({ kind: 'single-file', name })),
    ]
        .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
        .slice(0, maxApps);
}
function singleFilesIn(names) {
    const programs = [...names.keys()].filter((name) => !libraryName.test(name) && !names.has(`${name}.dll`));
    const certain = programs.filter((name) => signsOfSingleFile.some((sign) => names.has(`${name}${sign}`)));
    if (certain.length > 0 || !names.has('appsettings.json'))
        return certain;
    // Beside assemblies a large file may be any tool.
    if ([...names.keys()].some((name) => name.endsWith('.dll')))
        return [];
    const large = programs.filter((name) => (names.get(name) ?? 0) >= minBundleBytes && /^[^.]+$|\.[A-Z]\w*$/.test(name));
    return large.length === 1 ? large : [];
}


/***/ }),

/***/ 9727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readDepsJson),
/* harmony export */   z: () => (/* binding */ readRuntimeConfig)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _record_image_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5262);


const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1_000));
const assets = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    locale: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    localPath: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    assetType: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
})));
const depsSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    runtimeTarget: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: text }),
    targets: valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        compileOnly: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
        runtime: assets,
        native: assets,
        resources: assets,
        runtimeTargets: assets,
    }))),
    libraries: valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: text })),
});
/**
 * Reads what an application is made of from the text of its deps.json (dotnet/sdk,
 * documentation/specs/runtime-configuration-file.md). Nothing for a text that is none, is larger than 4 MiB or names more
 * files than a record lists. What is there for the compiler only is left out.
 */
function readDepsJson(json) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(depsSchema, parseJson(json));
    if (!parsed.success)
        return [];
    const { runtimeTarget, targets, libraries } = parsed.output;
    const types = new Map(Object.entries(libraries).map(([id, { type }]) => [id, type]));
    const target = new Map(Object.entries(targets)).get(runtimeTarget.name) ?? {};
    const found = Object.entries(target).flatMap(([id, library]) => readLibrary(id, types.get(id), library));
    const fileCount = found.reduce((sum, { files }) => sum + files.length, 0);
    return fileCount > _record_image_record_js__WEBPACK_IMPORTED_MODULE_0__/* .maxListedFiles */ .vs ? [] : found;
}
/** The value of a JSON text; undefined for a text that is none or is larger than a record keeps. */
function parseJson(json) {
    if (json.length > _record_image_record_js__WEBPACK_IMPORTED_MODULE_0__/* .maxDocumentBytes */ .VR)
        return undefined;
    try {
        return JSON.parse(json.replace(/^\uFEFF/, ''));
    }
    catch {
        return undefined;
    }
}
function readLibrary(id, type, library) {
    const slash = id.lastIndexOf('/');
    if (slash <= 0 || library.compileOnly === true || type === undefined || type === 'referenceassembly')
        return [];
    const [name, version] = [id.slice(0, slash), id.slice(slash + 1)];
    return [{ type: knownType(type), name, version, files: readFiles(library) }];
}
/** Types that are not known here are of files that someone added by hand, as references are. */
function knownType(type) {
    if (type === 'package' || type === 'runtimepack')
        return type;
    return type === 'project' || type === 'msbuildproject' ? 'project' : 'reference';
}
function readFiles({ runtime, native, resources, runtimeTargets }) {
    const fileName = (path) => path.slice(path.lastIndexOf('/') + 1);
    const place = (group, kindOf, placeOf) => Object.entries(group ?? {})
        // NuGet's name for "nothing here", which stands for no file.
        .filter(([path]) => !path.endsWith('_._'))
        .map(([path, asset]) => ({ path: asset.localPath ?? placeOf(path, asset), kind: kindOf(asset) }));
    return [
        ...place(runtime, () => 'assembly', fileName),
        ...place(native, () => 'native', fileName),
        ...place(resources, () => 'satellite', (path, { locale }) => (locale === undefined ? path : `${locale}/${fileName(path)}`)),
        // Files for one of several systems keep their folder, all others are published beside the application.
        ...place(runtimeTargets, ({ assetType }) => (assetType === 'native' ? 'native' : 'assembly'), (path) => path),
    ];
}
const short = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(200));
const frameworkSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: short, version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(short, '') });
const frameworksSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(frameworkSchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(100)));
const configSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    runtimeOptions: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        framework: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(frameworkSchema),
        frameworks: frameworksSchema,
        includedFrameworks: frameworksSchema,
        rollForward: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(short),
        configProperties: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), {}),
    }),
});
/** What the SDK sets for an application whose unused code is left out. */
const trimmed = 'Microsoft.Extensions.DependencyInjection.VerifyOpenGenericServiceTrimmability';
const invariant = 'System.Globalization.Invariant';
/** Reads a runtimeconfig.json (dotnet/sdk, documentation/specs/runtime-configuration-file.md); undefined for a text that is none. */
function readRuntimeConfig(json) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(configSchema, parseJson(json));
    if (!parsed.success)
        return undefined;
    const { framework, frameworks = [], includedFrameworks, ...options } = parsed.output.runtimeOptions;
    return {
        frameworks: includedFrameworks ?? [...(framework === undefined ? [] : [framework]), ...frameworks],
        isSelfContained: includedFrameworks !== undefined,
        isTrimmed: options.configProperties[trimmed] === true,
        isInvariant: options.configProperties[invariant] === true,
        rollForward: options.rollForward,
    };
}


/***/ }),

/***/ 2946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ ownersOf),
/* harmony export */   k: () => (/* binding */ cultureOf)
/* harmony export */ });
/* harmony import */ var _apps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4586);
/* harmony import */ var _json_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9727);


/** Folders that .NET is installed in (dotnet/designs, accepted/2020/install-locations.md; the layout of its archives). */
const installed = [
    [/(?:^|\/)shared\/(Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All))\/(\d[^/]*)\//, undefined],
    [/(?:^|\/)dotnet\/(sdk)\/(\d[^/]*)\//, '.NET SDK'],
    [/(?:^|\/)dotnet\/(packs\/[\w.-]+|templates|sdk-manifests)\/\d[^/]*\//, '.NET SDK'],
    [/(?:^|\/)dotnet\/(host)\/fxr\/(\d[^/]*)\//, '.NET host'],
    [/(?:^|\/)dotnet\/(dotnet)$/, '.NET host'],
];
const configurationOfApp = /^(?:appsettings(?:\..+)?\.json|web\.config)$/i;
const webRoot = /^((?:.*?\/)?)wwwroot\/(?:_content\/([^/]+)\/)?/;
/**
 * Tells of each file whom it belongs to and what it is for, in order; paths have no slash in front. Of the `documents` deps.json files count, the first by
 * name where several of one folder name a file.
 */
function ownersOf(files, documents) {
    const paths = new Set(files.map(({ path }) => path));
    const hasFile = (path) => paths.has(path);
    const apps = (0,_apps_js__WEBPACK_IMPORTED_MODULE_1__/* .findApps */ .S)(files);
    const listed = readListed(documents);
    const ownerOf = (path) => installedOwner(path) ??
        listed.get(path)?.owner ??
        webOwner(path, apps) ??
        appOwner(path, apps) ?? { kind: 'other' };
    return files.map(({ path }) => {
        const owner = ownerOf(path);
        if (owner.kind === 'static-web-assets')
            return { owner, trait: { kind: 'static-web-asset' } };
        const trait = traitOf(path, hasFile);
        const described = describedBy(path, hasFile);
        return {
            owner: described === undefined ? owner : ownerOf(described),
            trait: isProgram(trait, path, apps, listed.get(path)?.kind) ? { kind: 'native' } : trait,
        };
    });
}
/** What the deps.json files say of the files that they name, by path. */
function readListed(documents) {
    const listed = new Map();
    // A layer above may have replaced a document: the last one of a path is what counts.
    const texts = new Map(documents.filter(({ path }) => path.endsWith('.deps.json')).map(({ path, text }) => [path, text]));
    for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const folder = (0,_apps_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .y)(path);
        for (const library of (0,_json_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .readDepsJson */ .n)(text)) {
            const owner = ownerOfLibrary(library);
            for (const file of library.files) {
                const place = `${folder}${file.path}`;
                if (!listed.has(place))
                    listed.set(place, { owner, kind: file.kind });
            }
        }
    }
    return listed;
}
function ownerOfLibrary({ type, name, version }) {
    if (type === 'package')
        return { kind: 'package', name, version };
    if (type !== 'runtimepack')
        return { kind: 'project', name };
    // runtimepack.Microsoft.NETCore.App.Runtime.linux-x64 is what is installed as Microsoft.NETCore.App elsewhere.
    return { kind: 'runtime', name: name.replace(/^runtimepack\./, '').replace(/\.Runtime\..*$/, ''), version };
}
function installedOwner(path) {
    for (const [pattern, title] of installed) {
        const [, name, version] = pattern.exec(path) ?? [];
        if (name !== undefined)
            return { kind: 'runtime', name: title ?? name, ...(version === undefined ? {} : { version }) };
    }
    return undefined;
}
function webOwner(path, apps) {
    const match = webRoot.exec(path);
    const [app] = apps.get(match?.[1] ?? '') ?? [];
    return match === null || app === undefined
        ? undefined
        : { kind: 'static-web-assets', name: match[2] ?? app.name };
}
function appOwner(path, apps) {
    const folder = (0,_apps_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .y)(path);
    const name = path.slice(folder.length);
    const here = apps.get(folder) ?? [];
    const namesake = here.find((app) => name === app.name || name.startsWith(`${app.name}.`));
    if (namesake !== undefined)
        return namesake;
    const [first, second] = here;
    if (first !== undefined && configurationOfApp.test(name))
        return first;
    // Of what a single file holds the symbols may still lie beside it.
    return first?.kind === 'single-file' && second === undefined && name.endsWith('.pdb') ? first : undefined;
}
/** Whether a file is machine code although its name doesn't say so: an application's executable, or a listed native file. */
function isProgram(trait, path, apps, listedAs) {
    if (trait.kind === 'assembly')
        return listedAs === 'native';
    if (trait.kind !== 'other')
        return false;
    const folder = (0,_apps_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .y)(path);
    return (listedAs === 'native' || (apps.get(folder) ?? []).some(({ name }) => name === path.slice(folder.length)));
}
const runtimeFolder = /(?:^|\/)runtimes\/([^/]+)\/(?:native\w*|lib|[^/]+\.\w+$)/;
const satellite = /(?:^|\/)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/[^/]+\.resources\.dll$/;
const symbols = /\.(?:pdb|dbg|dwarf)$/i;
const configuration = /(?:^|\/)appsettings(?:\.[^/]+)?\.json$|\.(?:deps|runtimeconfig(?:\.dev)?|staticwebassets\.(?:endpoints|runtime))\.json$|\.config$/i;
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|razor|cshtml|resx)$/i;
const native = /\.(?:so(?:\.\d+)*|dylib|exe|node)$/i;
/** The language of a satellite assembly, by its path; undefined for any other file. */
function cultureOf(path) {
    return satellite.exec(path)?.[1];
}
/** What the name and the place of a file tell of it. `hasFile` knows the files of the image, for what lies beside. */
function traitOf(path, hasFile) {
    const [, rid] = runtimeFolder.exec(path) ?? [];
    if (rid !== undefined)
        return { kind: 'runtime-specific', rid };
    const culture = cultureOf(path);
    if (culture !== undefined)
        return { kind: 'satellite', culture };
    if (symbols.test(path))
        return { kind: 'symbols' };
    if (/\.xml$/i.test(path))
        return { kind: hasFile(path.replace(/\.xml$/i, '.dll')) ? 'documentation' : 'other' };
    if (configuration.test(path))
        return { kind: 'configuration' };
    if (source.test(path))
        return { kind: 'source' };
    if (/\.dll$/i.test(path))
        return { kind: 'assembly' };
    return { kind: native.test(path) ? 'native' : 'other' };
}
/** The file that symbols or documentation tell of, when it lies beside them. */
function describedBy(path, hasFile) {
    const stem = /^(.+)\.(?:pdb|dbg|dwarf|xml)$/i.exec(path)?.[1];
    // The symbols of an executable without extension have its whole name.
    return stem === undefined ? undefined : [`${stem}.dll`, `${stem}.exe`, stem].find(hasFile);
}


/***/ }),

/***/ 6049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readPublishSettings),
/* harmony export */   n: () => (/* binding */ publishSettings)
/* harmony export */ });
/* harmony import */ var _shared_once_for_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(167);
/* harmony import */ var _analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8579);
/* harmony import */ var _json_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9727);



/** The settings of `dotnet publish` that an image shows, as a project names them; one file may be either of two. */
const publishSettings = [
    'SelfContained',
    'PublishSingleFile or PublishAot',
    'PublishTrimmed',
    'PublishReadyToRun',
    'InvariantGlobalization',
];
/** How the applications of an image were published; a setting that it does not show is not there. */
const readPublishSettings = (0,_shared_once_for_js__WEBPACK_IMPORTED_MODULE_2__/* .onceFor */ .b)(readSettings);
function readSettings(record) {
    const configs = record.layers
        .slice(record.base?.layerCount ?? 0)
        .flatMap(({ content }) => content?.documents ?? [])
        .filter(({ path }) => path.endsWith('.runtimeconfig.json'))
        .flatMap(({ text }) => (0,_json_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readRuntimeConfig */ .z)(text) ?? []);
    const files = (0,_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readOwnFiles */ .u1)(record);
    const hasSingleFile = files.some(({ owner }) => owner.owner.kind === 'single-file');
    const compiled = files
        .filter(({ owner }) => owner.owner.kind === 'project' && owner.trait.kind === 'assembly')
        .flatMap(({ isReadyToRun }) => isReadyToRun ?? []);
    const isKnown = configs.length > 0;
    const all = [
        ['SelfContained', isKnown, configs.some(({ isSelfContained }) => isSelfContained)],
        ['PublishTrimmed', isKnown, configs.some(({ isTrimmed }) => isTrimmed)],
        ['InvariantGlobalization', isKnown, configs.some(({ isInvariant }) => isInvariant)],
        ['PublishSingleFile or PublishAot', isKnown || hasSingleFile, hasSingleFile],
        ['PublishReadyToRun', compiled.length > 0, compiled.includes(true)],
    ];
    return new Map(all.flatMap(([name, isShown, isOn]) => (isShown ? [[name, isOn]] : [])));
}


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ measureSaved),
  _: () => (/* binding */ readDiffIds)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/docker/docker.js + 1 modules
var docker_docker = __webpack_require__(8684);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
// EXTERNAL MODULE: ./lib/src/measure/oci/base-image.js
var base_image = __webpack_require__(5454);
// EXTERNAL MODULE: ./lib/src/measure/measurement.js
var measurement = __webpack_require__(6481);
// EXTERNAL MODULE: ./lib/src/measure/analyze/layer-origins.js
var layer_origins = __webpack_require__(617);
// EXTERNAL MODULE: ./lib/src/measure/oci/list-layer.js
var list_layer = __webpack_require__(5431);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./lib/src/measure/oci/compressed-shares.js
var compressed_shares = __webpack_require__(8695);
// EXTERNAL MODULE: ./lib/src/measure/oci/oci-layout.js
var oci_layout = __webpack_require__(4965);
;// CONCATENATED MODULE: ./lib/src/measure/oci/saved-image.js










/**
 * zlib's level that comes closest to what Go's gzip makes at its default, which BuildKit and `docker push` use: 0.6 % too
 * little for a .NET image of 270 MB, while level 6 has 2.8 % too little.
 */
const gzipLevel = 4;
const chunkBytes = 256 * 1024;
/**
 * A sink for `docker save`, in Docker 25's form (an OCI layout) or the one before, which lists and compresses each layer as it passes; and the image, which
 * throws an Error when its config or a layer did not come, or is not what its digest says.
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
            if (part === 'config' && header.size <= oci_layout/* maxJsonBytes */.ou)
                configText = await (0,consumers_.buffer)(content);
            else if (part === 'layer') {
                const [diffId, layer] = await readLayer(content);
                layers.set(diffId, layer);
            }
            else
                await (0,external_node_events_.once)(content.resume(), 'end');
        };
        take().then(() => {
            next();
        }, next);
    });
    const image = () => {
        if (configText === undefined)
            throw new Error(`docker save gave no config ${wanted.configDigest}`);
        const digest = (0,oci_layout/* digestOf */.ol)(configText);
        if (digest !== wanted.configDigest)
            throw new Error(`the config ${wanted.configDigest} has the digest ${digest}`);
        const missing = wanted.diffIds.find((id) => !layers.has(id) && !wanted.knownDiffIds.has(id));
        if (missing !== undefined)
            throw new Error(`docker save gave no layer with the content ${missing}`);
        const config = (0,oci_layout/* parseConfig */.o4)(configText, `the config ${digest}`);
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
/** Lists and compresses one layer in a single pass, and gives it with its diffId. */
async function readLayer(layer) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let uncompressedBytes = 0;
    let compressedBytes = 0;
    const shares = new compressed_shares/* CompressedShares */.k();
    const gzip = (0,external_node_zlib_.createGzip)({ level: gzipLevel, chunkSize: chunkBytes });
    gzip.on('data', (compressed) => {
        compressedBytes += compressed.length;
    });
    const weigh = new external_node_stream_.Transform({
        highWaterMark: chunkBytes,
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
    const { entries, listed } = (0,list_layer/* readEntries */.$2)(true);
    await (0,promises_.pipeline)(layer, weigh, entries);
    shares.mark(uncompressedBytes, compressedBytes);
    const content = listed(shares, compressedBytes);
    return [`sha256:${hash.digest('hex')}`, { uncompressedBytes, compressedBytes, content }];
}

;// CONCATENATED MODULE: ./lib/src/measure/measure-saved.js








const inspectDeadlineMs = 30_000;
const saveDeadlineMs = 15 * 60_000;
const estimateWarning = 'Compressed sizes are estimates, within about 1 %: this Docker engine keeps images in its legacy store, which has no compressed ' +
    'layers. For exact ones add the step docker/setup-buildx-action above this one, or turn on the containerd image store.';
/**
 * Measures an image of an engine with its legacy store, which compresses layers only while it pushes: compressed sizes are estimates. Layers that the
 * baseline has are not read again. Throws an Error when docker gives no image, or another one.
 */
async function measureSaved(docker, { reference, configDigest, steps }, plan, before) {
    const diffIds = await readDiffIds(docker, reference);
    if (diffIds === undefined)
        throw new Error(`docker does not know the image ${reference}, which it has just built`);
    // Of a layer that was measured in another way, another compressed size is known.
    const known = (0,measurement/* readKnownLayers */.Ym)(before?.method === 'docker-save' ? [before] : [], ({ diffId }) => diffId);
    const saveWith = (knownDiffIds) => save(docker, reference, { configDigest, diffIds, knownDiffIds });
    let saved = await saveWith(new Set(known.keys()));
    const origins = (0,layer_origins/* readLayerOrigins */.V)(saved.config, plan.final);
    // A legacy store has no blob of a layer but its content, so the digest of that is all that it has.
    const image = {
        config: saved.config,
        layers: diffIds.map((digest) => ({
            digest,
            size: 0,
            mediaType: 'application/vnd.oci.image.layer.v1.tar',
        })),
    };
    const base = await (0,base_image/* findBase */.l)({ plan, steps, image, origins, before }, async ({ name }) => {
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
    const layers = diffIds.map((diffId, index) => {
        const layer = saved.layers.get(diffId);
        if (layer === undefined) {
            const { compressedBytes = 0, uncompressedBytes = 0, content } = known.get(diffId)?.layer ?? {};
            return { digest: diffId, diffId, compressedBytes, uncompressedBytes, content };
        }
        const content = index >= ownFrom ? layer.content : (0,list_layer/* asBaseContent */.tA)(layer.content);
        return { digest: diffId, diffId, ...layer, content };
    });
    return {
        method: 'docker-save',
        compression: 'gzip',
        manifestDigest: configDigest,
        configDigest,
        ...(0,measurement/* describeContent */.Xb)(saved, layers, origins, base),
        layersRead: saved.layers.size,
        warnings: [estimateWarning],
    };
}
/** The digests of an image's uncompressed layers as the engine has them; undefined when it does not have the image. */
async function readDiffIds(docker, reference) {
    const args = ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', reference];
    const asked = await docker.ask(args, inspectDeadlineMs);
    // An image without layers has null there.
    return asked === undefined ? undefined : dist/* parse */.qgA(dist/* array */.YOg(schema_values/* digest */.br), JSON.parse(asked) ?? []);
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


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xb: () => (/* binding */ describeContent),
/* harmony export */   Ym: () => (/* binding */ readKnownLayers),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export fitContents */
/* harmony import */ var _testing_test_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6984);
/* harmony import */ var _record_image_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5262);
/* harmony import */ var _oci_oci_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4965);



/** Puts together what the layers tell with what made them, and adds up their sizes. */
function describeContent({ config, configBytes }, read, origins, base) {
    const ownFrom = base?.layerCount ?? 0;
    const layers = read.map((layer, index) => {
        const { createdBy = '', line, copiedFrom } = origins[index] ?? {};
        return { ...layer, createdBy, ...(index < ownFrom ? {} : { line, copiedFrom }) };
    });
    return {
        platform: (0,_oci_oci_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(config),
        configBytes,
        ...(0,_record_image_record_js__WEBPACK_IMPORTED_MODULE_1__/* .totalsOf */ .vA)({ layers, configBytes }),
        layers: fitContents(layers, ownFrom),
        base,
        user: config.config?.User ?? '',
        rollForward: (0,_oci_oci_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(config, 'DOTNET_ROLL_FORWARD'),
    };
}
/** Layers with as many file lists as a record has room for: the image's own first (from `ownFrom`), from the top down, since what changes is there. */
function fitContents(layers, ownFrom) {
    let files = _record_image_record_js__WEBPACK_IMPORTED_MODULE_1__/* .maxListedFiles */ .vs;
    let documentBytes = _record_image_record_js__WEBPACK_IMPORTED_MODULE_1__/* .maxDocumentBytes */ .VR;
    const order = [...layers.keys()].sort((a, b) => Number(a < ownFrom) - Number(b < ownFrom) || b - a);
    const kept = new Set(order.filter((index) => {
        const content = layers[index]?.content;
        if (content === undefined)
            return false;
        const listed = content.files.length + content.removed.length;
        const bytes = content.documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
        if (listed > files || bytes > documentBytes)
            return false;
        files -= listed;
        documentBytes -= bytes;
        return true;
    }));
    return layers.map((layer, index) => (kept.has(index) ? layer : { ...layer, content: undefined }));
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
/** The record of an image that was just measured. */
function recordOf(measured, { identity, builder, source, tests, steps, neighbours }) {
    const { driver, engine } = builder;
    const { commit, branch } = source ?? {};
    const { imageKey, file, target, buildArgs } = identity;
    const { platform, method, compression, manifestDigest, configDigest, configBytes } = measured;
    const { compressedBytes, uncompressedBytes, layers, base, user, rollForward } = measured;
    return {
        version: _record_image_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordVersion */ .If,
        ...{ imageKey, file, target, buildArgs },
        ...{ platform, method, compression, manifestDigest, configDigest, configBytes },
        ...{ compressedBytes, uncompressedBytes, layers, base, user, rollForward },
        ...{ driver, engine, commit, branch, neighbours },
        createdAt: new Date().toISOString(),
        isRestoreCached: findRestore([...(tests?.steps ?? []), ...steps]),
        history: [],
        tests: tests && recordOfTests(tests),
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
    const names = (0,_testing_test_report_js__WEBPACK_IMPORTED_MODULE_0__/* .testNames */ .ld)(tests);
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


/***/ }),

/***/ 5454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findBase),
/* harmony export */   x: () => (/* binding */ countExported)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _docker_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7027);
/* harmony import */ var _plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);
/* harmony import */ var _export_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1641);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4965);






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
    const root = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(plan.final);
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
        if ((0,_docker_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(name) !== (0,_docker_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(shown))
            return [];
        return [{ digest, isOwn: position?.startsWith('1/') === true && isStageOf(root, stage) }];
    });
    const own = resolved.find(({ isOwn }) => isOwn);
    return (own ?? resolved.find(({ digest }) => !pinned.includes(digest)))?.digest;
}
/** Whether BuildKit's name in a step is that of the stage; one without a name may have got one of ours. */
function isStageOf({ name, index }, shown) {
    const names = name === undefined ? [`stage-${index}`, (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nameForStage */ .RE)(index)] : [name];
    return names.some((one) => one.toLowerCase() === shown?.toLowerCase());
}
/** Counts by exporting the base alone, which sends nothing, since all its layers are known. */
async function countExported({ docker, builder, packing, tempFolder }, { name, digest }, image) {
    const platform = (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .platformOf */ .tj)(image.config);
    const sent = await (0,_export_image_js__WEBPACK_IMPORTED_MODULE_3__/* .exportImage */ ._)(docker, {
        reference: `${name}${digest === undefined ? '' : `@${digest}`}`,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(tempFolder, `base-${platform.replaceAll('/', '-')}`),
        ...{ platform, builder, packing, known: image.layers, deadlineMs: exportDeadlineMs },
    });
    if (sent.kind === 'failed')
        return undefined;
    const base = await (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .readLayout */ .T4)(sent.layoutFolder).catch(() => undefined);
    return base !== undefined && isBaseOf(base.layers, image) ? base.layers.length : undefined;
}
function isBaseOf(layers = [], image) {
    return layers.every(({ digest }, index) => image.layers[index]?.digest === digest);
}
/** The layers that ONBUILD of the base image made: in the history they look like its own, and are yours. */
function countOnbuild({ plan, steps }) {
    const root = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(plan.final);
    return steps.filter(({ stage, name }) => /^ONBUILD (?:ADD|COPY|RUN|WORKDIR) /.test(name) && (stage === undefined || isStageOf(root, stage))).length;
}
function countInHistory(origins) {
    const first = origins.findIndex((origin) => origin.line !== undefined);
    return first < 0 ? origins.length : first;
}
/** The runtime's version, which the .NET images have in their environment (dotnet-docker, Dockerfiles of runtime and aspnet). */
function dotnetVersion(config) {
    return (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentOf */ .p7)(config, 'ASPNET_VERSION') ?? (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentOf */ .p7)(config, 'DOTNET_VERSION');
}


/***/ }),

/***/ 8695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ shareOut),
/* harmony export */   k: () => (/* binding */ CompressedShares)
/* harmony export */ });
/** How well each part of a layer compresses: each block that comes out tells what it took, and files within one share its bytes by their size. */
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
    /** The compressed bytes of each piece, in order and without overlap: whole numbers that are at most `totalBytes` together. */
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
/** Shares a whole number, also a negative one, out in proportion to weights: the shares are whole and add up to it. Not all weights may be zero. */
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


/***/ }),

/***/ 1641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ exportImage)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _build_build_final_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8956);
/* harmony import */ var _docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3694);
/* harmony import */ var _docker_build_build_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8328);
/* harmony import */ var _docker_docker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8684);
/* harmony import */ var _plan_packing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4443);







/** Exports an existing image as an OCI layout, by a build of nothing but `FROM` it: with docker's credentials, and only the layers not known. */
async function exportImage(docker, wanted) {
    const { reference, platform, builder, packing = [], known, folder, deadlineMs } = wanted;
    const layoutFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'layout');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(layoutFolder, { recursive: true });
    await (0,_build_build_final_js__WEBPACK_IMPORTED_MODULE_2__/* .writePlaceholders */ .g2)(layoutFolder, known);
    const dockerfile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'Dockerfile');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(dockerfile, `FROM --platform=${platform} ${reference}\n`);
    const outputs = [(0,_plan_packing_js__WEBPACK_IMPORTED_MODULE_5__/* .layoutOutput */ .Q6)(layoutFolder, packing)];
    const { args, env } = (0,_docker_build_build_request_js__WEBPACK_IMPORTED_MODULE_3__/* .planBuildCommand */ .l)({ context: folder, dockerfile, builder, outputs });
    const ended = await docker.run({ args, env, deadlineMs });
    if ((0,_docker_docker_js__WEBPACK_IMPORTED_MODULE_4__/* .isDone */ .$L)(ended))
        return { kind: 'exported', layoutFolder };
    return { kind: 'failed', reason: ended.kind === 'exited' ? (0,_docker_build_buildkit_words_js__WEBPACK_IMPORTED_MODULE_6__/* .errorLineOf */ .kG)(ended.stderr) : ended.kind };
}


/***/ }),

/***/ 5431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_zlib__WEBPACK_IMPORTED_MODULE_4___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   _I: () => (/* binding */ compressionOfType),
/* harmony export */   tA: () => (/* binding */ asBaseContent),
/* harmony export */   tb: () => (/* binding */ UnreadableLayerError),
/* harmony export */   yP: () => (/* binding */ listLayer)
/* harmony export */ });
/* unused harmony exports headBytes, isReadyToRun */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6118);
/* harmony import */ var _record_image_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5262);
/* harmony import */ var _compressed_shares_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8695);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4965);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8835);










/** What a layer may unpack to: so many times its size, and any size below `freeBytes`, since a file of zeros is honest. */
const limits = { maxRatio: 1_000, freeBytes: 4 * 1024 ** 3 };
const chunkBytes = 256 * 1024;
/** Blocks in which own layers are uncompressed: how well a file compresses is seen as finely as that. Small ones take time, which a large layer has more of. */
const ownBlock = { shareOfLayer: 1 / 1024, minBytes: 4 * 1024, maxBytes: 16 * 1024 };
const maxPathLength = 4_096;
/** Files whose content is kept, since it explains others. Of the base image only what tells the system. */
const systemDocument = /^(?:etc|usr\/lib)\/os-release$/;
const dotnetDocument = /\.(?:deps|runtimeconfig)\.json$/;
/** A layer that nothing can be said of but its compressed size; `message` says why. */
class UnreadableLayerError extends Error {
}
/**
 * Lists a layer in one streaming pass: nothing is extracted, and a path is only a name. Throws an UnreadableLayerError for an unknown compression, and an
 * Error for a blob that is not what its digests say, is no tar, or unpacks to more than 4 GiB and a thousand times its size.
 */
async function listLayer(folder, layer, diffId, isOwn, { maxRatio, freeBytes } = limits) {
    const shares = new _compressed_shares_js__WEBPACK_IMPORTED_MODULE_9__/* .CompressedShares */ .k();
    const decompress = decompressorOf(layer.mediaType, isOwn ? ownBlockBytes(layer.size) : chunkBytes, shares);
    const path = await (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .findBlob */ .FM)(folder, layer);
    const trap = new Error(`the layer ${layer.digest} unpacks to more than ${maxRatio} times its size`);
    const maxBytes = Math.max(layer.size * maxRatio, freeBytes);
    const compressed = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const uncompressed = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
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
    const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: chunkBytes });
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)([read, hashCompressed, ...decompress, count, entries]);
    }
    catch (error) {
        if (error === trap)
            throw error;
        const why = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error);
        throw new Error(`the layer ${layer.digest} can not be uncompressed: ${why}`, { cause: error });
    }
    expectDigest(layer.digest, compressed);
    expectDigest(diffId, uncompressed);
    if (decompress.length === 0)
        shares.mark(uncompressedBytes, layer.size);
    return { uncompressedBytes, content: listed(shares, layer.size) };
}
function ownBlockBytes(layerBytes) {
    const { shareOfLayer, minBytes, maxBytes } = ownBlock;
    return Math.round(Math.min(Math.max(layerBytes * shareOfLayer, minBytes), maxBytes));
}
/** A stream that shows each chunk to `look`, which may throw, and lets it through. */
function pass(look) {
    return new node_stream__WEBPACK_IMPORTED_MODULE_2__.Transform({
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
    const readyToRun = [];
    const content = { files: [], removed: [], documents: [], ...(isOwn && { readyToRun }) };
    const pieces = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_5__.extract)();
    let documentBytes = 0;
    entries.on('entry', (header, stream, next) => {
        const path = pathOf(header);
        const sizeBytes = header.size;
        stream.on('end', next);
        // What ends in the middle of an entry fails both; the archive tells of it, and an error that nobody takes ends the process.
        stream.on('error', () => undefined);
        // A list that no record takes is not made longer.
        const isFull = content.files.length + content.removed.length > _record_image_record_js__WEBPACK_IMPORTED_MODULE_6__/* .maxListedFiles */ .vs;
        if (isFull || header.type === 'directory')
            return void stream.resume();
        const removed = removedBy(path);
        if (removed !== undefined) {
            content.removed.push(removed);
            return void stream.resume();
        }
        const isFile = header.type === 'file' || header.type === 'contiguous-file';
        const explains = systemDocument.test(path) || (isOwn && dotnetDocument.test(path));
        const keeps = isFile && explains && documentBytes + sizeBytes <= _record_image_record_js__WEBPACK_IMPORTED_MODULE_6__/* .maxDocumentBytes */ .VR;
        if (keeps)
            documentBytes += sizeBytes;
        const hash = isOwn && isFile ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : undefined;
        const chunks = [];
        const isAssembly = hash !== undefined && path.endsWith('.dll');
        let head = Buffer.alloc(0);
        if (hash === undefined && !keeps)
            stream.resume();
        else
            stream.on('data', (chunk) => {
                hash?.update(chunk);
                if (isAssembly && head.length < headBytes)
                    head = Buffer.concat([head, chunk.subarray(0, headBytes)]);
                if (keeps)
                    chunks.push(chunk);
            });
        stream.on('end', () => {
            if (isReadyToRun(head))
                readyToRun.push(content.files.length);
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
            return watched(node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGunzip({ chunkSize }));
        case 'zstd':
            if ("createZstdDecompress" in /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_4___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_4___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_4__, 2))))
                return watched(node_zlib__WEBPACK_IMPORTED_MODULE_4__.createZstdDecompress({ chunkSize }));
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
/** So much of an assembly's beginning tells how it was compiled. */
const headBytes = 1024;
/** The machines that .NET compiles for, as a COFF header names them. */
const machines = new Set([0x014c, 0x01c4, 0x5064, 0x6264, 0x8664, 0xaa64]);
/** What the machine of code for Linux is XORed with (dotnet/runtime, docs/design/coreclr/botr/readytorun-format.md). */
const linuxMark = 0x7b79;
/** Whether an assembly has machine code for Linux beside its IL (ReadyToRun), by its first bytes. */
function isReadyToRun(head) {
    if (head.length < 0x40 || head.toString('latin1', 0, 2) !== 'MZ')
        return false;
    const header = head.readUInt32LE(0x3c);
    if (header + 6 > head.length || head.toString('latin1', header, header + 4) !== 'PE\0\0')
        return false;
    return machines.has(head.readUInt16LE(header + 4) ^ linuxMark);
}


/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ findBlob),
/* harmony export */   H: () => (/* binding */ readImages),
/* harmony export */   PF: () => (/* binding */ blobName),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   nD: () => (/* binding */ blobPath),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   ou: () => (/* binding */ maxJsonBytes),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   wE: () => (/* binding */ readImagesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _docker_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7027);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2918);






/** Most bytes of a manifest, index or config that are read; real ones have a few kilobytes. */
const maxJsonBytes = 8 * 1024 * 1024;
const configSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    os: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    architecture: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    variant: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    config: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        User: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), ''),
        Env: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()))),
        Labels: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP())), null)),
    })),
    rootfs: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ diff_ids: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_4__/* .digest */ .br) }),
    history: (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ created_by: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), ''), empty_layer: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(), false) })),
});
/** Where a blob is in a layout folder. */
function blobPath(folder, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, blobName(digest));
}
/** The name of a blob in a layout (OCI image layout specification). */
function blobName(digest) {
    return `blobs/sha256/${digest.slice('sha256:'.length)}`;
}
/** The path of a blob that is there. Throws an Error when it is no regular file of the size that is announced. */
async function findBlob(folder, { digest, size }) {
    const path = blobPath(folder, digest);
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => undefined);
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
    return readImagesOf({
        index: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json')),
        blob: async (descriptor) => {
            const path = await findBlob(folder, descriptor);
            if (descriptor.size > maxJsonBytes)
                throw new Error(`the blob ${descriptor.digest} is too large to be read`);
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        },
    });
}
/** Reads the images of a layout, one for each platform, without attestations. Throws an Error when a part is missing, or not what its digest says. */
async function readImagesOf(layout) {
    const index = check(_docker_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .indexSchema */ .me, await layout.index(), 'index.json');
    const entries = (await Promise.all(index.manifests.map((entry) => imagesOf(layout, entry, 0)))).flat();
    // An image with several names is listed once for each of them.
    const manifests = [...new Map(entries.map((entry) => [entry.digest, entry])).values()];
    return Promise.all(manifests.map((descriptor) => readImage(layout, descriptor)));
}
async function readImage(layout, descriptor) {
    const manifest = await readJsonBlob(layout, descriptor, _docker_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestSchema */ .rc);
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
    const nested = await readJsonBlob(layout, descriptor, _docker_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .indexSchema */ .me);
    return (await Promise.all(nested.manifests.map((entry) => imagesOf(layout, entry, depth + 1)))).flat();
}
async function readJsonBlob(layout, descriptor, schema) {
    const bytes = await layout.blob(descriptor);
    const found = digestOf(bytes);
    if (found !== descriptor.digest)
        throw new Error(`the blob ${descriptor.digest} has the digest ${found}`);
    return check(schema, bytes, `the blob ${descriptor.digest}`);
}
/** The digest by which a layout names a blob with this content. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
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
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC(schema, json);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw new Error(`${what} is not valid at ${valibot__WEBPACK_IMPORTED_MODULE_5__/* .getDotPath */ .BuJ(issue) ?? 'its top'}: ${issue.message}`);
}


/***/ }),

/***/ 5262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ recordVersion),
/* harmony export */   U$: () => (/* binding */ parseImageRecord),
/* harmony export */   VR: () => (/* binding */ maxDocumentBytes),
/* harmony export */   dD: () => (/* binding */ maxHistory),
/* harmony export */   vA: () => (/* binding */ totalsOf),
/* harmony export */   vs: () => (/* binding */ maxListedFiles)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);


const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(4_096));
/** ISO 8601. What a machine whose clock is ahead has stored counts as of now, else it would be the newest for ever. */
const time = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((stored) => (Date.parse(stored) > Date.now() ? new Date().toISOString() : stored)));
/** Most files that a record lists; of an image with more only the layers on top are listed. */
const maxListedFiles = 50_000;
/** Most bytes of documents that a record keeps. */
const maxDocumentBytes = 4 * 1024 * 1024;
/**
 * One file of a layer: its path without a slash in front, its size in bytes, the first 16 hexadecimal digits of its content's SHA-256,
 * and the compressed bytes of the layer that it took. The hash is empty for a file of the base image and for a link.
 */
const fileSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([text, _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee, valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^(?:[0-9a-f]{16})?$/)), _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee]);
/** What one layer holds. */
const contentSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    files: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(fileSchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(maxListedFiles)),
    /** What it takes away from the layers below: paths, those that end in a slash with all that is in the folder. */
    removed: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(maxListedFiles)),
    /** Small files that explain others: deps.json, runtimeconfig.json, os-release. */
    documents: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ path: text, text: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(maxDocumentBytes)) })),
    /** Which of the files are assemblies with machine code beside their IL; absent where nobody looked. */
    readyToRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(maxListedFiles))),
});
const layerSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    digest: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br,
    /** Digest of the uncompressed layer (`rootfs.diff_ids`). */
    diffId: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br,
    compressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    uncompressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    /** What made it, as the image's history words it. */
    createdBy: text,
    /** The line of the Dockerfile, from 1; absent for layers of the base image. */
    line: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1))),
    /** The stage or image that its files were copied from. */
    copiedFrom: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    /** Absent where the layer could not be listed, or has no room in the record. */
    content: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(contentSchema),
});
/** The image that the final stage begins from. */
const baseSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** As the Dockerfile names it, variables expanded. */
    name: text,
    /** What its name stood for in this build; absent where the builder did not tell. */
    digest: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br),
    /** How many of the image's layers are its. */
    layerCount: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    /** Version of the .NET or ASP.NET runtime in it. */
    dotnetVersion: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
});
const testsSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    result: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
    total: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    passed: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    failed: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    skipped: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    durationMs: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    /** Names of the tests that ran, with their assembly; absent when there are too many to keep. */
    names: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(600))), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(30_000))),
    linesCovered: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee),
    linesValid: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee),
});
const neighbourSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: text, compressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee });
/** What a registry says of other images that this one could begin from, or was built in. */
const neighboursSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    askedAt: time,
    platform: text,
    /** The base image as the registry has it; without a size where it could not be asked. */
    base: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: text, compressedBytes: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee) }),
    /** Smaller variants of the base image. */
    smaller: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(neighbourSchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(10)),
    /** The image with the SDK. */
    sdk: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(neighbourSchema),
});
/** Most earlier baselines that a record remembers. */
const maxHistory = 30;
const pointSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    createdAt: time,
    commit: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd),
    compressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    uncompressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    isRestoreCached: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
});
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    tag: text,
    /** The commit that the tag names. */
    taggedCommit: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd,
    /** How many commits before that one the image was measured. */
    commitsBefore: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    createdAt: time,
    compressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    uncompressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
});
/** The version of the record's form; one of another version is no baseline. */
const recordVersion = 4;
const recordSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(recordVersion),
    imageKey: text,
    platform: text,
    /** The Dockerfile, relative to the workspace, and the stage that ships. */
    file: text,
    target: text,
    /** As `ImageIdentity` has them. */
    buildArgs: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^(?:[0-9a-f]{8})?$/))])), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1_000)),
    driver: text,
    /** What built it, with its version as far as the builder tells it. */
    engine: text,
    /** `docker-save`: compressed sizes are estimates, since a legacy image store keeps no compressed layers. */
    method: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['oci-layout', 'docker-save']),
    /** How most of its layers are compressed. */
    compression: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['gzip', 'zstd', 'none', 'other']),
    createdAt: time,
    commit: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd),
    branch: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    manifestDigest: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br,
    configDigest: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br,
    configBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    /** Compressed layers plus the config, as a registry stores them. */
    compressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    /** Sum of the uncompressed layers, as on a node's disk. */
    uncompressedBytes: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee,
    layers: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(layerSchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1_000)),
    /** Whether the step that restores NuGet packages came from the build cache; absent where there is none. */
    isRestoreCached: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    /** Absent for an image that begins from nothing. */
    base: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(baseSchema),
    /** Whom its processes run as; empty means root. */
    user: text,
    /** DOTNET_ROLL_FORWARD in the image's environment: how far a newer .NET may stand in. */
    rollForward: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    neighbours: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(neighboursSchema),
    /** The baselines that this one grew from, the oldest first. */
    history: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pointSchema), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(maxHistory)),
    /** The last release that it grew from, carried on from baseline to baseline; absent where nobody asked for it. */
    release: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(releaseSchema),
    tests: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(testsSchema),
});
/** Reads a stored record. Throws an Error that says what is wrong: another version, a wrong type, or totals that its layers and files don't add up to. */
function parseImageRecord(json) {
    const isOther = valibot__WEBPACK_IMPORTED_MODULE_1__.is(valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .notValue */ .Jbn(recordVersion)) }), json);
    if (isOther)
        throw new Error('another version of this action stored it');
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(recordSchema, json);
    if (!parsed.success) {
        const [issue] = parsed.issues;
        throw new Error(`the measurement is not valid at ${valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'its top'}: ${issue.message}`);
    }
    const record = parsed.output;
    const { compressedBytes, uncompressedBytes } = totalsOf(record);
    if (compressedBytes !== record.compressedBytes || uncompressedBytes !== record.uncompressedBytes) {
        throw new Error('the measurement’s totals are not the sum of its layers');
    }
    const odd = record.layers.find(({ content, compressedBytes }) => {
        const ofFiles = content?.files.reduce((sum, [, , , bytes]) => sum + bytes, 0) ?? 0;
        return ofFiles > compressedBytes;
    });
    if (odd !== undefined)
        throw new Error(`the measurement has files in the layer ${odd.digest} that are larger than it`);
    return record;
}
/** The sizes that an image has by its layers, the compressed one with its config. */
function totalsOf(image) {
    const { layers, configBytes } = image;
    return {
        compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
        uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
    };
}


/***/ }),

/***/ 6046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SW: () => (/* binding */ isSamePlatform),
/* harmony export */   g$: () => (/* binding */ ownPlatform),
/* harmony export */   kD: () => (/* binding */ choosePlatforms),
/* harmony export */   qC: () => (/* binding */ plainPlatform),
/* harmony export */   rg: () => (/* binding */ expectedPlatforms)
/* harmony export */ });
/** The platform of this machine. */
const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
/** Tests run on the builder's own platform where that was asked for, else on the first that it can run, else on the first. Headlines speak of its own, too. */
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
    return [env['DOCKER_DEFAULT_PLATFORM'] || (platforms[0] ?? ownPlatform)];
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


/***/ }),

/***/ 4045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ namesOtherTarget),
/* harmony export */   EW: () => (/* binding */ isHarmless),
/* harmony export */   ID: () => (/* binding */ classifyWords),
/* harmony export */   Xz: () => (/* binding */ isInterpreter),
/* harmony export */   k6: () => (/* binding */ withoutWrapper),
/* harmony export */   ug: () => (/* binding */ isTestTarget)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _command_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1533);
/* harmony import */ var _shell_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);



const harmlessCommands = words(`
  : . add-apt-repository addgroup adduser apk apt apt-get awk bash-completion bower bundle cargo case cat cd chgrp chmod chown cmake composer conan
  corepack cp csc curl cut date dir dnf dpkg du echo esac exit export false file find for fsc fsharpc g++ gcc gem git go gpg grep groupadd gunzip gzip
  head id install java javac jq ldconfig ln locale-gen ls mcs microdnf mkdir mktemp mv ng npm npx nuget openssl patch pip pip3 pipx
  pnpm poetry printf pwd read reportgenerator rm rmdir rsync rustup sed set shift sleep sonar-scanner sort
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
const dotnetTest = /(?:^|\s)((?:\/\S*\/)?dotnet\s+(?:test|vstest)\b[^&|;]*)/;
/** What starts `dotnet test` in a script of another language: `["dotnet", "test", …]`, `('dotnet', ['test'])`, `system("dotnet test")`. */
const startsTests = /\bdotnet\b["',\s[]+(?:test|vstest)\b/;
/** Whether a program runs scripts that are not a shell's. */
function isInterpreter(name) {
    return /^(?:.*\/)?(?:python|ruby|perl|node|bun|deno|php)[\d.]*$|\.(?:py|rb|pl)$/.test(name);
}
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
    const isOwn = (0,_shell_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isShell */ .H7)(program) || name === 'dotnet';
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
        // A tool of .NET is a command of that name as well.
        if (name.startsWith('dotnet-') && !/\.(?:sh|ps1)$/.test(name))
            return this.#classifyDotnet([name.slice('dotnet-'.length), ...rest]);
        if (/^(?:(?:ba|a|da|z)?sh|pwsh|powershell)$/.test(name))
            return this.#classifyShell(rest);
        if (name === 'mono')
            return this.classify(rest.filter((word) => !word.startsWith('-')));
        // An app may have the name of a runner.
        return testRunners.test(name)
            ? (this.#kindOf(program) ?? 'tests')
            : this.#classifyProgram(program, name, rest);
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
        if (isBuild && asksFor(rest))
            return 'tests';
        if (/\.(?:sh|bash|ps1|cmd|bat)$/i.test(name) || isBuild)
            return namesTests(name) ? 'tests' : 'unknown';
        if (isInterpreter(name)) {
            const file = rest.find((word) => !word.startsWith('-')) ?? '';
            const text = this.#programs.scriptOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(this.#folder, file)) ?? rest.join(' ');
            if (startsTests.test(text))
                return 'tests';
            return name.startsWith('python') && /test|build/i.test(rest.join(' ')) ? 'unknown' : 'known';
        }
        if (startsTests.test(this.#programs.scriptOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(this.#folder, program)) ?? ''))
            return 'tests';
        const kind = this.#kindOf(program) ?? (namesTests(name) ? 'tests' : undefined);
        // A program of the system, such as base64, tests nothing unless it is told to.
        const mayTest = program.includes('/') || /[.$]/.test(name) || [name, ...rest].some((word) => asksForTests.test(word));
        return kind ?? (mayTest ? 'unknown' : 'known');
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
            return all.some(isTestTarget) ? 'tests' : 'known';
        if (buildTools.test(subcommand))
            return asksFor(rest) ? 'tests' : 'unknown';
        const assembly = [subcommand, ...rest].find((word) => /\.dll$/i.test(word)) ?? subcommand;
        const isRunner = testRunners.test(assembly.replace(/^.*[\\/]/, '').replace(/\.(?:dll|exe)$/i, ''));
        const isNamed = isRunner || subcommand === 'exec' || /\.dll$/i.test(subcommand);
        return this.#kindOf(isNamed ? assembly : subcommand) ?? (isRunner ? 'tests' : 'unknown');
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
        const [project = './'] = (0,_command_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .readTargets */ .R0)(['dotnet', 'run', ...own]);
        if (/\.(?:cs|fsx)$/.test(project))
            return this.#classifyFile(project);
        // A step of a build that is a program of the repository may do anything, such as to start `dotnet test`.
        const kind = this.#kindOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(this.#folder, project), 'unknown') ?? 'unknown';
        return kind === 'unknown' && asksFor(words.slice(own.length)) ? 'tests' : kind;
    }
    /** A program of one file: `dotnet run tests.cs`. */
    #classifyFile(path) {
        const text = this.#programs.scriptOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(this.#folder, path)) ?? '';
        const isTest = /^#:(?:package|sdk)\s+(?:xunit\.v3|TUnit|MSTest|NUnit|Microsoft\.NET\.Test\.Sdk|Expecto)/im.test(text);
        return isTest || namesTests(path) ? 'tests' : 'unknown';
    }
    /** What a program does by its project, or by its name where there is none; undefined where neither says it. */
    #kindOf(program, ofConsole = 'known') {
        const kind = this.#programs.kindOf(program);
        if (kind === undefined || kind === 'tests')
            return kind;
        // The Main that VSTest's SDK generates does nothing.
        return kind === 'build' ? 'unknown' : kind === 'console' ? ofConsole : 'known';
    }
}
/** Whether a word is an option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
function isTestTarget(word) {
    return /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i.test(word);
}
/** The words of a list that is written over several lines. */
function words(text) {
    return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
/** A target of a build tool that tests: `Test`, `UnitTest`, `--target=CoreTests`, `run-tests`; no path, no URL, no `latest`. */
function targetsTests(word) {
    const target = word.replace(/^--?\w+[=:]/, '');
    return /^(?:[\w:.-]*[^A-Za-z/])?(?:run)?tests?$|^(?:\w*[a-z\d])?Tests?$/.test(target);
}
/** Whether one of the words of a build tool is a target that tests. */
function asksFor(words) {
    return words.some((word, index) => targetsTests(word) && !leavesOut.test(words[index - 1] ?? ''));
}
/** An option behind which stands what a build tool is not to do: `--skip Test`. */
const leavesOut = /^--?(?:skip|exclude|without)/i;
const asksForTests = /test|check|verify|\bci\b/i;
/** A script that says by its name that it runs tests: `run-tests.sh`, `test.sh`, `Run-Tests.ps1`; not `test-db.sh`. */
function namesTests(file) {
    const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
    return /(?:^|[^A-Za-z]|[Rr]un)[Tt]ests?$|[a-z]Tests?$|^[Rr]un[-_.]?[Tt]ests?[-_.]/.test(name);
}
/** Whether a build program is told of a target that is something else than tests. */
function namesOtherTarget(command) {
    const parts = command.split(/&&|\|\||[;\n]/).filter((one) => !ofDotnet.test(one));
    return parts.some((one) => otherTarget.test(one.replace(/\bfake\s+(?:build|run)\b|\s(?:--project|-p|--file)[\s=]\S+/g, '')));
}
const otherTarget = /(?:^|[\s=:])(?:publish|pack|build|compile|restore|clean|install|generate|docs?)(?=\s|$)/i;
const ofDotnet = /^\s*dotnet\s+(?:(?:tool|workload)\s+\w+|restore|build|publish|pack|clean)\b/;


/***/ }),

/***/ 1533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   wC: () => (/* binding */ nameOfTarget)
/* harmony export */ });
/** Options with a value that is not what is tested. */
const valued = /^(?:-c|--configuration|-f|--framework|-r|--runtime|-o|--output|-a|--arch|--os|-v|--verbosity|-l|--logger|-s|--settings|-e|--environment|-d|--diag|-t|--filter\S*|--results-directory|--collect|--test-adapter-path|--artifacts-path|--blame-\S+|--launch-profile|--report-\S+-filename|--coverage-\S+|--retry-\S+|--minimum-expected-tests|--timeout|--maximum-\S+|--max-\S+|--diagnostic-\S+|--config-file|--treenode-filter|--output-\S+|--logger\S*)$/i;
const named = /^(?:--project|--file|--test-modules|-p)$/;
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
    if (!/^(?:test|vstest|run|build)$/.test(subcommand))
        return [];
    const targets = [];
    for (let index = 0; index < rest.length; index += 1) {
        const word = rest[index] ?? '';
        if (word === '--')
            break;
        const given = /^--?(?:project|file)[=:](.+)$/.exec(word)?.[1];
        if (given !== undefined)
            targets.push(given);
        else if (named.test(word))
            targets.push(rest[(index += 1)] ?? '');
        else if (word === '--solution')
            return [];
        else if (valued.test(word))
            index += 1;
        else if (!/^(?:-|\/[a-z]+:)/i.test(word) && (subcommand !== 'run' || /\.(?:cs|fsx|\w+proj)$/.test(word)))
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
        .replace(/\.(?:dll|exe|cs|fsx|\w{1,3}proj)$/i, '');
}
/** How well what a command names fits the assembly of a run: it is that, it may be that, or it is another one. */
function fits(target, { project, assembly }) {
    const path = target
        .replaceAll('\\', '/')
        .replace(/\/+$/, '')
        .replace(/^(?:\.{1,2}\/)+/, '');
    const isFile = /\.(?:dll|exe|cs|fsx|\w{1,3}proj)$/i.test(path);
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


/***/ }),

/***/ 9421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ truthOf),
/* harmony export */   G3: () => (/* binding */ isCondition),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   nb: () => (/* binding */ stopsEarly)
/* harmony export */ });
/* harmony import */ var unbash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8989);

const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/;
/** The nodes directly below one, in their order. */
function childrenOf(node) {
    const children = [];
    (0,unbash__WEBPACK_IMPORTED_MODULE_0__/* .forEachChild */ .dK)(node, (child) => void children.push(child));
    return children;
}
/** Whether a node only asks something, so that what stands behind it may not be reached. */
function isCondition(node) {
    if (node.type === 'Pipeline')
        return node.commands.some(isCondition);
    return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''));
}
const comparison = /^(?:(true|false)|(?:\[\[?|test)\s+(?:(-[nz])\s+)?(\S+)(?:\s+(==?|!=)\s+(\S+))?(?:\s+\]\]?)?)\s*;?$/;
/** Whether a condition holds, by its text: a comparison of words that are known, or one of the words `true` and `false`. */
function truthOf(text, expand) {
    const found = comparison.exec(text.trim());
    if (found === null)
        return undefined;
    const [, said, asks, left = '', operator, right = ''] = found;
    if (said !== undefined)
        return said === 'true';
    const [own, other] = [left, right].map((word) => expand(word.replace(/^(["'])(.*)\1$/, '$2')));
    if (/[$`*?]/.test(`${own}${other}`))
        return undefined;
    return operator === undefined ? (own !== '') === (asks !== '-z') : (own === other) === (operator !== '!=');
}
/** Whether a loop ends at the first success: `dotnet test && break`. */
function stopsEarly(node) {
    if (node.type === 'Command')
        return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0');
    const isBehindFailure = (at) => node.type === 'AndOr' && node.operators[at - 1] === '||';
    return childrenOf(node).some((child, at) => !isBehindFailure(at) && stopsEarly(child));
}


/***/ }),

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ readableShell),
/* harmony export */   Fl: () => (/* binding */ scriptOf),
/* harmony export */   H7: () => (/* binding */ isShell),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   U_: () => (/* binding */ hiderIn),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   dl: () => (/* binding */ withoutLeaders),
/* harmony export */   fp: () => (/* binding */ readShellCall),
/* harmony export */   lU: () => (/* binding */ scriptIn),
/* harmony export */   qM: () => (/* binding */ substitutionsOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);
/* harmony import */ var _shell_nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9421);




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
/** What a RUN, ENTRYPOINT or CMD gives to a shell; of an exec form, the words as a shell would have to write them. */
function scriptOf({ execForm, argument }) {
    const text = execForm?.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteForShell */ .eC).join(' ') ?? argument;
    return { text };
}
/** The same with all that the stage says: its SHELL, working folder and variables. */
function scriptIn(instruction) {
    const { workdir, variables } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .treeBefore */ .mf)(instruction);
    const script = { ...scriptOf(instruction), folder: workdir, variables };
    if (instruction.execForm !== undefined)
        return script;
    const shell = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .instructionsOf */ .Jk)(instruction.stage).findLast((one) => one.keyword === 'SHELL' && one.firstLine < instruction.firstLine)?.execForm;
    return { ...script, options: shell?.join(' ') ?? '' };
}
/** Whether a program is one that runs shell texts. */
function isShell(program) {
    return /(?:^|\/)(?:(?:ba|a|da|z)?sh|su|runuser|pwsh|powershell)$/.test(program);
}
/** The text that a shell is given (`sh -c '…'`, `bash <<EOF`), with its options; undefined where that is a file or nothing. */
function readShellCall(program, words, input) {
    if (!isShell(program) && program !== 'script')
        return undefined;
    const option = words.findIndex((word) => /^-(?:\w*c|command)$/i.test(word));
    const rest = words.slice(option + 1);
    const given = /(?:pwsh|powershell)$/.test(program) ? rest.join(' ') : rest[0];
    const text = option >= 0 ? given : words.every((word) => word.startsWith('-')) ? input : undefined;
    return text === undefined ? undefined : { text, options: option < 0 ? words : words.slice(0, option + 1) };
}
/** A text as the parser of POSIX and bash takes it: PowerShell's `& cmd` and `if ($LASTEXITCODE -ne 0) { … }` as a shell's own. */
function readableShell(text) {
    const asks = /\bif\s*\(\s*(-not\s+|!\s*)?(\$(?:LASTEXITCODE|\?)[^(){}]*?)\s*\)\s*\{([^{}]*)\}/gi;
    return text
        .slice(0, 65_536)
        .replaceAll('\r\n', '\n')
        .replace(/(^|[;{\n]\s*)& +/g, '$1')
        .replace(asks, (_, not, condition, body) => {
        const isZero = (not === undefined) === condition.startsWith('$?');
        return `if [ ${/\s-\w/.test(condition) ? condition : `$LASTEXITCODE ${isZero ? '-eq' : '-ne'} 0`} ]; then ${body.replace(/\bthrow\b.*/, 'exit 1')}; fi`;
    });
}
/**
 * The words of a command without quotes and redirections, assignments before it with them. What a command puts into a word is
 * not known.
 */
function wordsOf({ prefix, name, args }) {
    const before = prefix.filter((one) => one.type === 'Assignment');
    return [...before, ...(name === undefined ? [] : [name]), ...args].map((word) => {
        const value = word.type === 'Word' ? word.value : word.text;
        const isKnown = substitutionsOf(word).length === 0;
        return {
            value: isKnown ? value : value.replace(/[$<>]\([^]*\)|`[^]*`/, '$(…)'),
            pos: word.pos,
            end: word.end,
        };
    });
}
/** The scripts that stand in a command's words: `$(…)`, backticks, `<(…)`. */
function substitutionsOf(node) {
    return (0,_shell_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(node).flatMap((child) => {
        if (child.type === 'Script')
            return [child];
        return child.type === 'HereDoc' ? [] : substitutionsOf(child);
    });
}
/** Words that only lead to the command behind them. */
const leaders = /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|stdbuf|xargs|xvfb-run|gosu|tini|\{\}|-.*|\d[\d.]*[smh]?)$/;
/** A simple command without what only leads to it: `env A=b timeout 10m dotnet test` gives `dotnet test`. */
function withoutLeaders(words) {
    const start = words.findIndex((word) => !leaders.test(word));
    const own = start < 0 ? [] : words.slice(start);
    if (own[0] !== 'find')
        return own;
    const run = own.findIndex((word) => /^-(?:exec|ok)(?:dir)?$/.test(word));
    return run < 0 ? own : withoutLeaders(own.slice(run + 1));
}
/** What goes on in the same list: words, `&&`, quotes, redirections, ends of branches, comments. */
const sameList = /^(?:"[^"]*"|'[^']*'|\\\r?\n|\s#.*|;;|;?\s*(?:\}|fi\b|esac\b)|;\s*el(?:if|se)\b[^]*?\bfi\b|&&|>+&?|&>|[^;&|\n>])*/;
const document = /<<-?\s*(['"]?)(\w+)\1([^\n]*)\n[^]*?\n\s*\2\b/;
const ends = /^\|\|\s*(?:[({][^)}]*\s)?(?:exit|return|throw|false)\b(?!\s+0)/;
/**
 * What behind a command of a shell text may keep its exit code from the whole, such as `|| true`, or before it, such as `!`; undefined where nothing
 * does. Only its place is looked at, not what variables keep: where processes are written down, they say what they ended with.
 */
function hiderIn(text, [from, to], options) {
    const before = text.slice(0, from);
    const set = `set ${options}\n${before}`;
    const trap = /\btrap\s+(['"])[^'"]*\bexit 0;?\s*\1\s+(?:EXIT|0)\b/.exec(before)?.[0];
    const asked = /(?:^|[\s;&|(])(!|if|elif|while|until|coproc)\s+$/.exec(before)?.[1];
    const rest = text.slice(to).replace(document, '$3').trimEnd();
    const [own] = sameList.exec(rest) ?? [''];
    const behind = rest.slice(own.length);
    const isKept = behind === '' ||
        ends.test(behind) ||
        (/^\|(?!\|)/.test(behind) && isOn(set, /-\w*o\s+pipefail/, /\+\w*o\s+pipefail/)) ||
        (/^[;\n]/.test(behind) &&
            !own.includes('&&') &&
            isOn(set, /-(?!-)\w*e|errexit|ErrorActionPreference\s*=\s*\$true/i, /\+\w*e/));
    const hider = isKept ? undefined : (/^\|[^;\n]*/.exec(behind)?.[0] ?? behind);
    return (trap ?? asked ?? hider)?.replace(rewritten, 'if ($1) {$2}').replace(/\s+/g, ' ').trim();
}
/** What `readableShell` made of PowerShell. */
const rewritten = /\bif \[ (\$LASTEXITCODE [^\]]*) \]; then (.*?); fi/g;
/** Whether a text turns an option of its shell on, and never off. */
function isOn(text, on, off) {
    const set = text.match(/(?:^|[\s;&])set\s[^;&\n]*|\$PS\w+\s*=\s*\$true/g) ?? [];
    return set.some((one) => on.test(one)) && !set.some((one) => off.test(one));
}


/***/ }),

/***/ 8014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ mounts),
/* harmony export */   ZI: () => (/* binding */ readCopiedTree),
/* harmony export */   ce: () => (/* binding */ contextPathOf),
/* harmony export */   gt: () => (/* binding */ brings),
/* harmony export */   mf: () => (/* binding */ treeBefore),
/* harmony export */   uB: () => (/* binding */ containerPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _dockerignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6737);
/* harmony import */ var _parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1331);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2029);
/* harmony import */ var _stage_graph_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6856);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3258);






/** Where the stage of an instruction stands before that. */
function treeBefore(instruction) {
    return readCopiedTree(instruction.stage, instruction);
}
/** What the instructions down to `before`, else all of them, make of a stage; `start` is the folder in which its image begins. */
function readCopiedTree(stage, before, start = '/') {
    const tree = {
        workdir: start,
        copies: [],
        patterns: [],
        user: undefined,
        variables: new Map(),
    };
    for (const one of (0,_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .chainOf */ .dR)(stage).reverse()) {
        for (const instruction of one.instructions) {
            if (instruction === before)
                return tree;
            apply(instruction, tree);
        }
    }
    return tree;
}
/** Whether COPY and ADD bring a file of the context, or are meant to: by way of another stage it comes to a place that only the second knows. */
function brings(tree, contextPath) {
    return (tree.patterns.some((pattern) => pattern.brings(contextPath)) ||
        containerPathOf(tree, contextPath) !== undefined);
}
/** Whether a RUN mounts the build context, or a part of it with a file. */
function mounts(instruction, contextPath) {
    return (0,_mounts_js__WEBPACK_IMPORTED_MODULE_3__/* .mountsOf */ .cS)(instruction, 'bind')
        .filter((options) => !options.has('from'))
        .some((options) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(options.get('source') ?? options.get('src') ?? '').test(contextPath));
}
/** The place in the container of a file of the context (both with `/`), or undefined when no COPY surely brings it. */
function containerPathOf(tree, contextPath) {
    for (const copy of [...tree.copies].reverse()) {
        const place = placeIn(copy, contextPath);
        const isGone = copy.removed?.some((path) => place === path || place?.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, '/')));
        if (place !== undefined && isGone !== true)
            return place;
    }
    return undefined;
}
function placeIn({ source, destination }, contextPath) {
    if (source === '' || contextPath.startsWith(`${source}/`))
        return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(destination, source === '' ? contextPath : contextPath.slice(source.length + 1));
    if (source !== contextPath)
        return undefined;
    return destination.endsWith('/') ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(destination, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source)) : destination;
}
function apply(instruction, tree) {
    const { keyword, argument, stage } = instruction;
    const { buildArgs, globalArgs } = stage.dockerfile;
    switch (keyword) {
        case 'WORKDIR':
            tree.workdir = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandWord */ .Vo)(argument, tree.variables));
            return;
        case 'USER':
            tree.user = (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandWord */ .Vo)(argument, tree.variables);
            return;
        case 'ARG':
            (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .takeArguments */ .o_)(argument, tree.variables, buildArgs, globalArgs);
            return;
        case 'ENV':
            declare(argument, tree.variables);
            return;
        case 'COPY':
        case 'ADD': {
            if ((0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .fromOf */ .kL)(instruction) !== undefined) {
                copyFromStage(instruction, tree);
                return;
            }
            const words = expandedWords(instruction, tree.variables);
            if (words.slice(0, -1).some((word) => !isNoPath(word)))
                tree.patterns.push(toPattern(instruction, words, tree.workdir));
            copy(instruction, words, tree);
        }
    }
}
/** What the context gave another stage, as far as it is below the path that is copied from there. */
function copyFromStage(instruction, tree) {
    const [from] = (0,_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .sourcesOf */ .u0)(instruction);
    const [source, target, more] = expandedWords(instruction, tree.variables);
    if (from === undefined || source === undefined || target === undefined || more !== undefined)
        return;
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', source);
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, target);
    for (const one of readCopiedTree(from).copies) {
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
function toPattern({ firstLine, flags }, words, workdir) {
    const sources = words.slice(0, -1);
    const target = words.at(-1) ?? '';
    const excluded = flags.filter(({ name }) => name === 'exclude').map(({ value }) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(value));
    // A variable that nobody knows here may be any folder.
    const matchers = sources.map((source) => (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_1__/* .toMatcher */ .WV)(source.replace(/\$(?:\w+|\{[^}]*\})/g, '**')));
    const brings = (path) => matchers.some((matcher) => matcher.test(path)) && !excluded.some((matcher) => matcher.test(path));
    const keepsFolders = flags.some(({ name }) => name === 'parents');
    const placeOf = (path) => {
        const source = sources.find((_, index) => matchers[index]?.test(path));
        if (!brings(path) || source === undefined || /\*\*|\$/.test(source) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .hasVariables */ .cF)(target))
            return undefined;
        const depth = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', source).split('/').filter(Boolean).length;
        // What matches is taken by its name alone; of a folder that matches, what is in it.
        const inside = keepsFolders ? path : path.split('/').slice(depth).join('/') || node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workdir, target), inside);
    };
    return { line: firstLine, brings, placeOf };
}
/** Takes `NAME=value …`, and ENV's old form `NAME value`. */
function declare(argument, variables) {
    const words = (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .splitWords */ .yM)(argument);
    const [first = '', ...rest] = words;
    if (!first.includes('=') && rest.length > 0)
        variables.set(first, (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandWord */ .Vo)(rest.join(' '), variables));
    for (const word of words) {
        const at = word.indexOf('=');
        if (at > 0)
            variables.set(word.slice(0, at), (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandWord */ .Vo)(word.slice(at + 1), variables));
    }
}
function copy(instruction, words, tree) {
    const target = words.pop();
    if (target === undefined)
        return;
    for (const word of words) {
        // A pattern or an unknown variable brings something, but nobody can say here what.
        if (/[*?[\]]/.test(word) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .hasVariables */ .cF)(word) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .hasVariables */ .cF)(target) || isNoPath(word))
            continue;
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(tree.workdir, target);
        // A folder that is there takes a file under its own name.
        const keepsName = target.endsWith('/') || absolute === tree.workdir || words.length > 1;
        const hasParents = instruction.flags.some(({ name }) => name === 'parents');
        // What stands before a pivot, `a/./b`, is left out.
        const kept = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', word.split('/./').at(-1) ?? word);
        tree.copies.push({
            source: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative('/', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', word)),
            destination: hasParents
                ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(absolute, kept).replace(/(?<=.)\/$/, '')
                : keepsName && absolute !== '/'
                    ? `${absolute}/`
                    : absolute,
            line: instruction.firstLine,
        });
    }
}
/** Whether what is copied is not of the build context: a URL, or a here-document. */
function isNoPath(word) {
    return /^\w+:\/\/|^git@|^\d*<</.test(word);
}
function expandedWords({ execForm, argument }, variables) {
    if (execForm !== undefined)
        return execForm.map((word) => (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandVariables */ .i7)(word, variables));
    // The bodies of here-documents are below the first line.
    const [line = ''] = argument.split('\n');
    return (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .splitWords */ .yM)(line).map((word) => (0,_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .expandWord */ .Vo)(word, variables));
}
/**
 * The file of the build context that the last COPY which can have done it brought to a path in the container, if `exists` knows such a file: a guess
 * is never made. What stands at the folder that a COPY names can only be a folder: a file keeps its name below it.
 */
function contextPathOf(trees, containerPath, exists) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(containerPath);
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
    if (destination.endsWith('/') && rest === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source))
        return source;
    return source === '' ? rest : `${source}/${rest}`;
}


/***/ }),

/***/ 6737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WV: () => (/* binding */ toMatcher),
/* harmony export */   a0: () => (/* binding */ parseIgnoreFile),
/* harmony export */   rj: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
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
        .map(({ line, pattern }) => ({ line, pattern, matcher: toMatcher(pattern.replace(/^!\s*/, '')) }));
    const isException = ({ pattern }) => pattern.startsWith('!');
    const matching = (path) => rules.filter(({ matcher }) => matcher.test(path)).map(({ line, pattern }) => ({ line, pattern }));
    const rulesFor = (path) => {
        const all = matching(path);
        return all.slice(all.findLastIndex(isException) + 1);
    };
    const exceptionFor = (path) => {
        const all = matching(path);
        return all.every(isException) ? undefined : all.slice(-1).find(isException);
    };
    return { ruleFor: (path) => rulesFor(path).at(-1), rulesFor, exceptionFor };
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

/***/ 4322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ hasBackslash),
/* harmony export */   Ob: () => (/* binding */ explainMissingFile),
/* harmony export */   R3: () => (/* binding */ backslash),
/* harmony export */   nE: () => (/* binding */ explainAbsence),
/* harmony export */   q2: () => (/* binding */ describeNearFile)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8894);
/* harmony import */ var _shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4305);
/* harmony import */ var _parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1331);
/* harmony import */ var _dockerignore_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6737);







/** BuildKit's words for a COPY or ADD whose file is not there (solver/llbsolver, cache/contenthash: checksum of a ref). */
const missing = /failed to calculate checksum of ref [^:]+(?:::[^:]+)?: "([^"]+)": not found|^lstat (\S+): no such file or directory/;
/** Which file a COPY or ADD takes that is not there, and what most likely keeps it out; undefined for any other error. */
function explainMissingFile({ message, line }, sources) {
    const [, taken, folder] = missing.exec(message) ?? [];
    const path = (taken ?? folder)?.replace(/^\/+/, '');
    if (path === undefined)
        return undefined;
    const instruction = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .findInstruction */ .qB)(sources.dockerfile, line);
    const from = instruction && (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .fromOf */ .kL)(instruction);
    if (from !== undefined)
        return `/${path} is not there in ${from}, where COPY --from takes it.${describeOutput(from, sources.dockerfile)}`;
    const { context, workspace } = sources.paths;
    const why = explainAbsence(path, sources)?.words ??
        (hasBackslash(instruction?.argument ?? '') ? backslash : undefined) ??
        describeNearFile(path, sources.paths, true) ??
        'there is no such file.';
    return `${path} is not in the build context, ${nameFolder((0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)(context, workspace))}: ${why}`;
}
/** What a Dockerfile and its shell make of a path of Windows. */
const backslash = 'a path needs / between its folders, since \\ only marks the character after it.';
/** Whether a text has a path with the separator of Windows. */
function hasBackslash(text) {
    return /\w\\\w/.test(text);
}
/** Where a stage publishes to, so far as its commands say it. */
function describeOutput(name, { stages, shown }) {
    const outputs = ((0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .findStage */ .U9)(stages, name)?.instructions ?? []).flatMap(({ keyword, argument, firstLine }) => {
        const to = /\bdotnet publish\b.*?\s(?:-o|--output)[\s=]+["']?([^\s"';&]+)/s.exec(argument)?.[1];
        return keyword === 'RUN' && to !== undefined ? [`${to} (${shown}:${firstLine})`] : [];
    });
    return outputs.length === 0 ? '' : ` dotnet publish writes to ${outputs.join(', ')}.`;
}
/** What keeps a file, whose path is relative to the context, out of the build; undefined where nothing that is at hand tells. */
function explainAbsence(path, { ignoreFile, paths }) {
    const { context } = paths;
    const rule = ignoreFile?.ruleFor(path);
    if (rule !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path)))
        return {
            kind: 'ignored',
            words: `line ${rule.line} of ${ignoreFile?.name ?? ''}, "${rule.pattern}", keeps it out.`,
        };
    if (isPointer((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path)))
        return {
            kind: 'lfs',
            words: 'the checkout has a pointer of Git LFS in its place. Set lfs: true for actions/checkout.',
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
        const folder = (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)(outer, paths.workspace);
        return { kind: 'outside', words: `${nameFolder(folder)} has it. ${setContext(folder, paths)}` };
    }
    const unversioned = explainUnversioned(path, paths);
    return unversioned === undefined ? undefined : { kind: 'unversioned', words: unversioned };
}
/** Whether a file is what Git LFS leaves in the place of one that it did not fetch. */
function isPointer(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
    return (found?.isFile() === true && found.size < 1024 && (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(path).startsWith('version https://git-lfs.'));
}
/** The line of .gitignore for a file that only the machine of who wrote the Dockerfile has. */
function explainUnversioned(path, { context, workspace }) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path)))
        return undefined;
    // A pattern without a slash inside is one for every folder.
    const text = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, '.gitignore')).replace(/^(!?)(?=[^#!/\n][^/\n]*\/?$)/gm, '$1**/');
    const rule = (0,_dockerignore_js__WEBPACK_IMPORTED_MODULE_6__/* .parseIgnoreFile */ .a0)(text).ruleFor((0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path), workspace));
    return rule === undefined
        ? undefined
        : `line ${rule.line} of .gitignore, "${rule.pattern.replace(/^\*\*\//, '')}", keeps it out of the repository. Commit it, or let a RUN above make it.`;
}
/** A file beside or above the context, which no COPY can reach. */
function describeOutside(path, { context, workspace, fileShown }) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path)))
        return undefined;
    const folder = (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, /^(?:\.\.\/)+/.exec(path)?.[0] ?? ''), workspace);
    return `it is outside of the build context. Set context: ${folder}, and file: ${fileShown}, and let COPY begin there.`;
}
/** The submodule of .gitmodules that a path which isn't there lies in. */
function findSubmodule(path, { context, workspace }) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path)))
        return undefined;
    const wanted = (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, path), workspace);
    const lines = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, '.gitmodules')).split('\n');
    for (const [index, line] of lines.entries()) {
        const folder = /^\s*path\s*=\s*"?(.*?)\/?"?\s*$/.exec(line)?.[1];
        if (folder === undefined || !(wanted === folder || wanted.startsWith(`${folder}/`)))
            continue;
        const nested = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, folder, '.git'));
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
        const names = listNames((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, ...found));
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
    return (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersUp */ .TS)(context, workspace)
        .slice(1)
        .find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path)));
}
function listNames(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
function setContext(folder, { fileShown }) {
    return `Set context: ${folder}, and file: ${fileShown}.`;
}
function nameFolder(shown) {
    return shown === '.' ? 'the workspace' : shown;
}
/**
 * Where a file is that the context does not have at a path: below the folder that is meant as the context, under a name written a little differently,
 * or in another folder. What a COPY takes, another context may have; what a command looks for not.
 */
function describeNearFile(path, paths, isOfCopy) {
    const { context, workspace, fileShown } = paths;
    const shown = (folder) => (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, folder), workspace);
    const inner = foldersOfDockerfile(paths).find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, folder, path)));
    if (inner !== undefined && isOfCopy)
        return `${shown(inner)} has it. ${setContext(shown(inner), paths)}`;
    const { dir, base } = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.parse(path);
    const [here] = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .walkFolders */ .x0)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, dir), { maxFolders: 1 });
    const similar = here?.entries.find(({ name }) => isNear(name, base))?.name;
    if (similar !== undefined)
        return `what is there is ${node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(dir, similar)}.`;
    const folders = [...(0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .walkFolders */ .x0)(context)].map((folder) => folder.path);
    const above = folders.find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, folder, path)));
    if (above !== undefined && isOfCopy)
        return `what is there is ${node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(above, path)}. Write that in COPY, or set context: ${shown(above)}, and file: ${fileShown}.`;
    const found = folders.filter((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, folder, base))).slice(0, 3);
    return found.length === 0
        ? undefined
        : `what is there is ${found.map((folder) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(folder, base)).join(', ')}.`;
}
/** The folders from that of the Dockerfile up to the context, relative to it: one of them is mostly meant. */
function foldersOfDockerfile({ context, file }) {
    return (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersUp */ .TS)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), context)
        .slice(0, -1)
        .map((folder) => (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .pS)(folder, context));
}
/** Whether two names differ by two letters at most. */
function isNear(name, wanted) {
    return wanted.length >= 4 && (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(name, wanted) <= 2;
}


/***/ }),

/***/ 2029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ targetOfMount),
/* harmony export */   N: () => (/* binding */ typeOfMount),
/* harmony export */   cS: () => (/* binding */ mountsOf),
/* harmony export */   zj: () => (/* binding */ secretIdOf),
/* harmony export */   zt: () => (/* binding */ parseMount)
/* harmony export */ });
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

/** The mounts of a RUN that are of one type; one without a type is a bind mount. */
function mountsOf({ flags }, type) {
    return flags
        .filter(({ name }) => name === 'mount')
        .map(({ value }) => parseMount(value))
        .filter((options) => typeOfMount(options) === type);
}
/** The options of a mount's flag. */
function parseMount(value) {
    return new Map(value.split(',').map((option) => (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKeyValue */ .aK)(option) ?? [option, '']));
}
/** What a mount is of; without a type it is of the build context, another stage or an image. */
function typeOfMount(options) {
    return options.get('type') ?? 'bind';
}
/** The id of a secret mount, as BuildKit takes it: its own, else the name of the file that it becomes. */
function secretIdOf(options) {
    return options.get('id') ?? targetOfMount(options)?.split('/').at(-1);
}
/** Where the team wants what is mounted; undefined where it says nothing. */
function targetOfMount(options) {
    return options.get('target') ?? options.get('dst') ?? options.get('destination');
}


/***/ }),

/***/ 1331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ allInstructions),
/* harmony export */   Ai: () => (/* binding */ parseDockerfile),
/* harmony export */   F5: () => (/* binding */ endOfStage),
/* harmony export */   Hn: () => (/* binding */ stageLabel),
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   Zd: () => (/* binding */ writeAnew),
/* harmony export */   fo: () => (/* binding */ writtenFlags),
/* harmony export */   kL: () => (/* binding */ fromOf),
/* harmony export */   kp: () => (/* binding */ nameLine),
/* harmony export */   qB: () => (/* binding */ findInstruction),
/* harmony export */   rb: () => (/* binding */ copyWords),
/* harmony export */   sN: () => (/* binding */ isCopy),
/* harmony export */   uc: () => (/* binding */ readFor)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8390);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3258);





/**
 * Parses a Dockerfile, with build arguments that win over the defaults of `ARG`, and the platform that a FROM may name (`FROM base-$TARGETARCH`).
 * Throws a UserError for a file that has no stage.
 */
function parseDockerfile(text, shown, buildArgs, platform) {
    // A byte order mark is not part of the first keyword; BuildKit strips it too.
    const clean = text.replace(/^\uFEFF/, '');
    // A carriage return by itself ends no line for BuildKit, but it does for the parser.
    const parsed = dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(clean.replace(/\r(?!\n)/g, ' '));
    const lines = clean.split(/\r?\n/);
    const escape = parsed.getEscapeCharacter();
    const given = new Map(buildArgs);
    const variables = new Map();
    const stages = [];
    const dockerfile = {
        shown,
        text: clean,
        stages,
        buildArgs: given,
        globalArgs: variables,
        platform,
    };
    const froms = parsed.getFROMs();
    for (const node of parsed.getInstructions()) {
        const instruction = toInstruction(node, lines, escape);
        const stage = stages.at(-1);
        const from = instruction.keyword === 'FROM' ? froms[stages.length] : undefined;
        if (from !== undefined) {
            const ofPlatform = platform === undefined ? [] : (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .platformVariables */ .d3)(platform);
            stages.push(toStage(from, instruction, dockerfile, new Map([...ofPlatform, ...variables])));
        }
        else if (stage !== undefined) {
            stage.instructions.push(partOf(instruction, 'stage', stage));
        }
        else if (instruction.keyword === 'ARG') {
            (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .takeArguments */ .o_)(instruction.argument, variables, given);
        }
    }
    if (stages.length === 0) {
        const what = clean.trim() === '' ? 'is empty' : 'has no FROM instruction';
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('No stage to build', `${shown} ${what}, so there is nothing to build.`, {
            file: shown,
            line: 1,
        });
    }
    return dockerfile;
}
/** A part that knows its whole, which is no part of it when it is listed, compared or printed. */
function partOf(part, name, whole) {
    return Object.defineProperty(part, name, { value: whole });
}
/** A Dockerfile and its final stage as they are for another platform: a FROM may name one. */
function readFor(platform, { dockerfile, final }) {
    const { text, shown, buildArgs } = dockerfile;
    const read = parseDockerfile(text, shown, [...buildArgs], platform);
    return { dockerfile: read, final: read.stages[final.index] ?? final };
}
/** What messages call a stage: its name, or its number as BuildKit counts it. */
function stageLabel(stage) {
    return stage.name ?? `stage-${stage.index}`;
}
/** The line that a stage ends with. */
function endOfStage({ instructions, fromLastLine }) {
    return instructions.at(-1)?.lastLine ?? fromLastLine;
}
/** The stage of a name (compared without case) or of a number, as `COPY --from` and `--target` take it. */
function findStage(stages, wanted) {
    const lower = wanted.toLowerCase();
    // The last one of a name wins, as in BuildKit.
    const named = stages.findLast((stage) => stage.name?.toLowerCase() === lower);
    return named ?? (/^\d+$/.test(wanted) ? stages[Number(wanted)] : undefined);
}
/** The instructions of all stages, in the order of their lines. */
function allInstructions({ stages }) {
    return stages.flatMap(({ instructions }) => instructions);
}
/** The instruction that stands on a line. */
function findInstruction(dockerfile, line) {
    return allInstructions(dockerfile).find(({ firstLine, lastLine }) => line !== undefined && firstLine <= line && line <= lastLine);
}
/** Whether an instruction copies files. */
function isCopy({ keyword }) {
    return keyword === 'COPY' || keyword === 'ADD';
}
/** What stands after `COPY --from=`. */
function fromOf({ flags }) {
    return flags.find(({ name }) => name === 'from')?.value;
}
/** The words of a COPY or ADD: what it takes, and the target at their end. */
function copyWords({ execForm, argument }) {
    return execForm ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(argument);
}
function toStage(node, { argument, firstLine, lastLine }, dockerfile, variables) {
    const parts = {
        index: dockerfile.stages.length,
        // BuildKit takes every blank of Unicode for one between words, the parser only those of ASCII.
        name: node.getBuildStage() ?? /^\S+\s+as\s+(\S+)$/i.exec(argument.trim())?.[1],
        base: (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(node.getImage() ?? '', variables),
        firstLine,
        fromLastLine: lastLine,
        instructions: [],
    };
    return partOf(parts, 'dockerfile', dockerfile);
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
    return (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAs */ .gf)(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), argument);
}
/** The flags of an instruction as they are written, such as `--from=publish`. */
function writtenFlags({ flags }) {
    return flags.map(({ name, value }) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
/** An instruction with its own flags and other words behind them. */
function writeAnew(one, ...words) {
    return [one.keyword, ...writtenFlags(one), ...words].join(' ');
}
/** A line of a Dockerfile as messages name it; one without a number is of a stage that we generated. */
function nameLine(shown, line) {
    return line === undefined ? `${shown} (generated stage)` : `${shown}:${line}`;
}


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ findStepInstruction),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Jk: () => (/* binding */ instructionsOf),
/* harmony export */   Q2: () => (/* binding */ startInstructions),
/* harmony export */   RE: () => (/* binding */ nameForStage),
/* harmony export */   SD: () => (/* binding */ neededBeside),
/* harmony export */   _6: () => (/* binding */ nameStage),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   r4: () => (/* binding */ neededFor),
/* harmony export */   rb: () => (/* binding */ stageCopyOf),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   v8: () => (/* binding */ listImages)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3258);
/* harmony import */ var _parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1331);


/** The stage that this one begins from, when that is a stage and not an image. */
function parentOf(stage) {
    // FROM sees only the names of the stages above it; a number is an image there.
    const named = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(stage.dockerfile.stages.slice(0, stage.index), stage.base);
    return named?.name === undefined || /^\d+$/.test(stage.base) ? undefined : named;
}
/** The stage itself, then the stages that it descends from, nearest first. */
function chainOf(stage) {
    const parent = parentOf(stage);
    return parent === undefined ? [stage] : [stage, ...chainOf(parent)];
}
/** The first stage of the chain that a stage descends from: its base is an image. */
function rootOf(stage) {
    return chainOf(stage).at(-1) ?? stage;
}
/** All instructions that make a stage, those of the stages that it descends from first: in the order in which they run. */
function instructionsOf(stage) {
    return chainOf(stage)
        .reverse()
        .flatMap(({ instructions }) => instructions);
}
/** The ENTRYPOINT and the CMD that a container of a stage with these instructions starts; each where there is one. */
function startInstructions(instructions) {
    return ['ENTRYPOINT', 'CMD'].flatMap((keyword) => instructions.findLast((one) => one.keyword === keyword) ?? []);
}
/** The images that stages begin from, as far as their names are known before the build. */
function listImages(dockerfile) {
    const roots = dockerfile.stages.filter((stage) => parentOf(stage) === undefined);
    const bases = roots.map(({ base }) => base);
    return [...new Set(bases)].filter((base) => base !== 'scratch' && !(0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariables */ .cF)(base));
}
/** Every stage that BuildKit builds for this one: itself, what it descends from, and what those copy or mount from. */
function neededFor(stage) {
    const needed = new Set();
    const visit = (one) => {
        if (needed.has(one))
            return;
        needed.add(one);
        const parent = parentOf(one);
        if (parent !== undefined)
            visit(parent);
        for (const source of one.instructions.flatMap(sourcesOf))
            visit(source);
    };
    visit(stage);
    return needed;
}
/** The stages that one stage needs and others don't, by their numbers: those may be of another reading of the file. */
function neededBeside(stage, others) {
    const left = others.flatMap((other) => [...neededFor(other)].map(({ index }) => index));
    return [...neededFor(stage)].filter(({ index }) => !left.includes(index));
}
/** The stages above that an instruction copies or mounts from. */
function sourcesOf({ stage, flags }) {
    const names = flags.flatMap(({ name, value }) => {
        if (name === 'from')
            return [value];
        if (name === 'mount')
            return value.split(',').flatMap((option) => /^from=(.*)$/.exec(option)?.[1] ?? []);
        return [];
    });
    const above = stage.dockerfile.stages.slice(0, stage.index);
    return names.flatMap((name) => (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(above, name) ?? []);
}
/** What a COPY takes from which stage, and where it puts that, as the words are written; undefined for what is no such COPY. */
function stageCopyOf(instruction) {
    const name = instruction.keyword === 'COPY' ? (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .fromOf */ .kL)(instruction) : undefined;
    const stage = name === undefined ? undefined : (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(instruction.stage.dockerfile.stages, name);
    const words = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .copyWords */ .rb)(instruction);
    return stage && { stage, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}
/** The instruction that a step is of, by its place in the stage; undefined for one of ONBUILD, and for BuildKit's own work. */
function findStepInstruction({ stages }, { stage = '', position = '', name }) {
    const [place, total] = position.split('/').map(Number);
    const owner = (0,_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .findStage */ .U9)(stages, stage) ?? stages[Number(/^stage-(\d+)$/.exec(stage)?.[1])];
    const steps = owner?.instructions.filter(({ keyword }) => /^(?:RUN|COPY|ADD|WORKDIR)$/.test(keyword)) ?? [];
    if (place === undefined || total === undefined)
        return undefined;
    // What comes before them, FROM and ONBUILD, is counted too.
    const found = steps[place - 1 - (total - steps.length)];
    return found !== undefined && name.startsWith(found.keyword) ? found : undefined;
}
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
    // One of BuildKit's checks wants FROM and AS in the same case.
    const as = /^\s*from\b/.test(lines[stage.firstLine - 1] ?? '') ? 'as' : 'AS';
    if (!line.trimEnd().endsWith(` ${as} ${name}`))
        lines[at] = line.replace(/\s*$/, ` ${as} ${name}`);
    return name;
}


/***/ }),

/***/ 3258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ expandWord),
/* harmony export */   cF: () => (/* binding */ hasVariables),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   i7: () => (/* binding */ expandVariables),
/* harmony export */   o_: () => (/* binding */ takeArguments),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
/** Expands variables as Dockerfiles do; one that is not known stays as it is written, so that nobody takes a guess for a fact. */
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
/** Takes what an ARG declares: a given value wins over the default, and `inherited` is what a name without one has from above the first FROM. */
function takeArguments(argument, variables, given, inherited) {
    for (const word of splitWords(argument)) {
        const [name = '', ...rest] = word.split('=');
        const written = rest.length > 0 ? expandWord(rest.join('='), variables) : variables.get(name);
        const value = given.get(name) ?? written ?? inherited?.get(name);
        if (name !== '' && value !== undefined)
            variables.set(name, value);
    }
}
/** What BuildKit itself tells a FROM of the platform that is built for. */
function platformVariables(platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    return [
        ['TARGETPLATFORM', platform],
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
        ['TARGETVARIANT', variant],
    ];
}


/***/ }),

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ fillingDockerfile),
/* harmony export */   BE: () => (/* binding */ readingDockerfile),
/* harmony export */   Yg: () => (/* binding */ findCacheMounts),
/* harmony export */   e: () => (/* binding */ nameMounts),
/* harmony export */   uv: () => (/* binding */ archiveName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1331);
/* harmony import */ var _dockerfile_mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2029);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6856);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3258);
/* harmony import */ var _instrument_collector_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8179);








/** Where the archives are while they go into the mounts or come out of them. */
const archivesFolder = '/dotnet-container-archives';
const mountsFolder = '/dotnet-container-mounts';
/** Finds the cache mounts of all RUNs that the given stages need; undefined where they have none. */
function findCacheMounts(dockerfile, wanted) {
    // Those that test may be of another reading of the file.
    const needed = new Set(wanted.flatMap((stage) => [...(0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .neededFor */ .r4)(stage)].map(({ index }) => index)));
    const found = new Map();
    const left = [];
    let image;
    for (const stage of dockerfile.stages.filter(({ index }) => needed.has(index))) {
        for (const instruction of stage.instructions.filter(({ keyword }) => keyword === 'RUN')) {
            for (const options of (0,_dockerfile_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsOf */ .cS)(instruction, 'cache')) {
                const read = readMount(instruction, options);
                if (typeof read === 'string')
                    left.push({ line: instruction.firstLine, reason: read });
                else
                    found.set(JSON.stringify(read), read);
                const root = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .rootOf */ .I5)(stage);
                if (root.base !== 'scratch' && !(0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .hasVariables */ .cF)(root.base))
                    image ??= (0,_instrument_collector_js__WEBPACK_IMPORTED_MODULE_6__/* .imageOf */ .dT)(stage);
            }
        }
    }
    if (image === undefined || found.size + left.length === 0)
        return undefined;
    return { mounts: [...found.values()], image, head: (0,_instrument_collector_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(dockerfile), left };
}
/** Gives why a mount is left out where it can't be reached from another Dockerfile. */
function readMount(instruction, options) {
    if ((options.get('from') ?? 'scratch') !== 'scratch' || options.has('source') || options.has('src'))
        return 'it begins with the files of an image';
    const { variables } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .treeBefore */ .mf)(instruction);
    const known = new Map([...variables, ...instruction.stage.dockerfile.buildArgs]);
    const target = (0,_dockerfile_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOfMount */ .Gh)(options) ?? '';
    // BuildKit's own name of a mount without one.
    const id = (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .expandVariables */ .i7)(options.get('id') ?? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(target), known);
    const rights = ['uid', 'gid', 'mode'].flatMap((name) => {
        const value = options.get(name);
        return value === undefined ? [] : [`${name}=${(0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .expandVariables */ .i7)(value, known)}`];
    });
    if ([id, ...rights].some(_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .hasVariables */ .cF))
        return 'its name has a variable that only the build knows';
    if (id === '' || [id, ...rights].some((value) => /[\s,"'\\]/.test(value)))
        return 'of how its name is written';
    return { id, rights };
}
/** The cache's key of what mounts have, by their place and files that tell which packages there are, and beginnings of keys that serve as well, best first. */
function nameMounts({ mounts }, { folder, platform }, files) {
    const place = hash(JSON.stringify([folder, platform, mounts]));
    const beginning = `cache-mounts/v1/${place}/`;
    return { key: `${beginning}${hash(JSON.stringify(files))}`, beginnings: [beginning] };
}
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}
/** The file that holds what one of the mounts has. */
function archiveName(index) {
    return `${index}.tar`;
}
/** A Dockerfile whose build puts archives into mounts that are empty. `mark` is new each time: a step's cache key has nothing of mounts, and `--no-cache` gives others. */
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


/***/ }),

/***/ 8179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   wm: () => (/* binding */ collectorDockerfile)
/* harmony export */ });
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6856);
/* harmony import */ var _run_mounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3852);


/** Folders of results that jobs left behind which were killed, in minutes. */
const staleMinutes = 24 * 60;
/** Where the places of all testing RUNs are while their results are collected. */
const placesFolder = '/dotnet-container-places';
/** To name what is copied out of it BuildKit lists all below the folder that it is in: in the root that would be the whole image. */
const outFolder = '/dotnet-container/results';
/** A Dockerfile whose build moves the results of this job's testing RUNs, a folder for each, and its processes' files out of the builder; undefined where no RUN leaves any. */
function collectorDockerfile({ dockerfile, testRuns, jobId, place, }) {
    // A cache mount is another one where it begins from another image.
    const mountsByImage = new Map();
    for (const [number, { instruction, way, isRecorded }] of testRuns.entries()) {
        if (way === 'log' && !isRecorded)
            continue;
        const image = imageOf(instruction.stage);
        const mount = (0,_run_mounts_js__WEBPACK_IMPORTED_MODULE_1__/* .resultsMount */ .oW)(instruction.stage, number, place, `${placesFolder}/${number}`);
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
    // A dump may have gigabytes, and nobody reads it.
    const files = `find ${placesFolder}/*/${jobId} -type f ! -iname '*.trx' ! -iname '*.xml' -exec rm -f {} + 2>/dev/null || true`;
    // What can't be copied, as for want of disk space, stays where it is.
    const copy = `for place in ${placesFolder}/*/${jobId}; do [ ! -d "$place" ] || cp -R "$place"/. . || exit 1; done`;
    const processes = `for file in ${placesFolder}/*/${jobId}-*; do [ ! -e "$file" ] || cp "$file" . || exit 1; done`;
    const stale = `find ${placesFolder} -mindepth 2 -maxdepth 2 -mmin +${staleMinutes} -exec rm -rf {} +`;
    return `${files}; ${copy} && ${processes} && rm -rf ${placesFolder}/*/${jobId}* && { ${stale} || true; }`;
}
/** The image that a stage's chain begins from, with the platform that the team gave it. */
function imageOf(stage) {
    const { base, firstLine, dockerfile } = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .rootOf */ .I5)(stage);
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
/* harmony import */ var _commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3065);




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
function chooseCollectWay(instruction, final, habits) {
    const { loggers, hasSettings, mustStay } = readOwnResults(instruction, final, habits);
    if (loggers === undefined) {
        // A logger in a settings file is replaced by ours of the same kind, which would leave the team's file unwritten.
        if (mustStay)
            return habits.hasOwnLogger ? 'log' : 'file';
        return 'folder';
    }
    // An option counts for its command alone, and those beside it get ours; a variable counts for all.
    const isVariable = variablesFor(instruction).some((text) => /\bVSTestLogger\b/.test(text));
    if (/trx|\$/i.test(loggers))
        return mustStay ? 'log' : isVariable ? 'directory' : 'folder';
    if (!hasSettings)
        return mustStay ? 'settings-file' : 'settings';
    // The target makes MSBuild compile again, which must not show in what ships.
    const mayCompile = !isTakenAlong(instruction.stage, final) && !sayingOf(instruction)(ownTargets);
    return mayCompile ? 'target' : 'log';
}
/** The arguments with which Microsoft.Testing.Platform writes TRX; undefined where the team's own are in the way: an option that stands twice fails the run. */
function choosePlatformArguments(instruction, final, habits, folder, coverage = false) {
    const { mustStay } = readOwnResults(instruction, final, habits);
    const says = sayingOf(instruction);
    if (mustStay || says(ownPlatformArguments))
        return undefined;
    // Every runner knows where to put its files, and the coverage that the team asks for is among them.
    if (habits.platformReportOption === undefined) {
        return /\bdotnet\s+test\b.*\s--coverage\b/s.test((0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction))
            ? `--results-directory ${folder}`
            : undefined;
    }
    // Without Microsoft.Testing.Platform as its runner an executable of xunit ends with an error for that option.
    const command = (0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction);
    const isDotnetTest = /\bdotnet\s+test\b/.test(command) && !/\bdotnet\s+(?:run|exec)\b/.test(command);
    if (!isDotnetTest && !habits.executablesKnowOption)
        return undefined;
    const option = says(ownReport) ? '' : `${habits.platformReportOption} `;
    const measures = coverage && habits.platformCoverage === true && !says(ownCoverage);
    return `${option}${measures ? `${platformCoverageOptions} ` : ''}--results-directory ${folder}`;
}
function readOwnResults(instruction, final, habits) {
    const says = sayingOf(instruction);
    const loggers = textsFor(instruction).flatMap((text) => [...text.matchAll(ownLogger)].map((match) => match[1] ?? match[2] ?? ''));
    const writes = loggers.length > 0 || habits.hasOwnLogger || says(ownReport);
    return {
        loggers: loggers.length === 0 ? undefined : loggers.join(' '),
        hasSettings: says(ownSettings) || habits.hasOwnRunSettings,
        mustStay: says(ownFolder) || isReadLater(instruction) || (writes && isTakenAlong(instruction.stage, final)),
    };
}
function sayingOf(instruction) {
    const texts = textsFor(instruction);
    return (pattern) => texts.some((text) => pattern.test(text));
}
/** The command, and the variables that it may see. */
function textsFor(instruction) {
    return [(0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction), ...variablesFor(instruction)];
}
function variablesFor({ stage }) {
    return (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .allInstructions */ .$Z)(stage.dockerfile)
        .filter((one) => one.keyword === 'ENV' || one.keyword === 'ARG')
        .map((one) => one.argument);
}
/** Whether this or another instruction uses result files, so that they must stay where the team has them. */
function isReadLater(instruction) {
    // The format and the name of a report are no use of one; a name without a folder is one in the folder of results.
    const ownWords = (0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction)
        .replace(/LogFile(?:Name|Prefix)=[^\s"';]+/gi, '')
        .replace(/--coverage-output-format[\s=]+\S+|--coverage-output[\s=]+[\w.-]+(?=\s|$)/g, '');
    return (resultFiles.test(ownWords) ||
        (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .allInstructions */ .$Z)(instruction.stage.dockerfile).some((one) => one !== instruction &&
            (one.keyword === 'COPY' || one.keyword === 'RUN') &&
            one.firstLine > instruction.firstLine &&
            resultFiles.test(one.argument)));
}
/** Whether the files below a stage's working folder go on into the stage that ships, or are copied as a whole. */
function isTakenAlong(owner, final) {
    if ((0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(final).includes(owner))
        return true;
    const { workdir } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .readCopiedTree */ .ZI)(owner);
    return (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .allInstructions */ .$Z)(owner.dockerfile).some((one) => {
        const { stage, sources: [path = ''] = [] } = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .stageCopyOf */ .rb)(one) ?? {};
        if (stage === undefined || !(0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(stage).includes(owner))
            return false;
        return `${workdir}/`.startsWith(`${path.replace(/\/+(?:\.\/?)?$/, '')}/`);
    });
}


/***/ }),

/***/ 3852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ testRunNumber),
/* harmony export */   LT: () => (/* binding */ leavesResults),
/* harmony export */   Ou: () => (/* binding */ planMounts),
/* harmony export */   Zu: () => (/* binding */ withNewMarks),
/* harmony export */   jd: () => (/* binding */ withoutCollecting),
/* harmony export */   oW: () => (/* binding */ resultsMount),
/* harmony export */   sG: () => (/* binding */ recorderId),
/* harmony export */   yz: () => (/* binding */ againMark),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* unused harmony export resultsFolder */
/* harmony import */ var _result_strategy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4277);
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3258);




/** The secret that is the assembly of process-recorder.cs. */
const recorderId = 'dotnet-container-recorder';
/** Where the cache mount with the results is in a RUN; nothing of it stays in an image. */
const resultsFolder = '/.dotnet-container';
const settingsFile = '/.dotnet-container.runsettings';
const targetsFile = '/.dotnet-container.targets';
const recorderFile = '/.dotnet-container.dll';
const foldersPattern = /\/\.dotnet-container\/[\da-f]{16}\/(?:[\w-]+\/)*/g;
/** All that is put into a RUN line: mounts whose ids begin with our name, each without a quoted or escaped value, so that it ends at the next space. */
const marksPattern = / --mount=type=(?:cache|secret),id=dotnet-container-\S+/g;
/** The same but the one that only tells the RUN. */
const collectingPattern = / --mount=type=(?:cache|secret),id=dotnet-container-(?!run-)\S+/g;
/** A text of a build without our marks, and without the folder that results are moved to: what the team wrote. */
function withoutMarks(text) {
    return text.replace(marksPattern, '').replace(foldersPattern, '');
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
/** Whether a step is one whose results are collected: it tests, or stands beside what does. */
function leavesResults(stepName) {
    return /,id=dotnet-container-(?:run|beside)-\d/.test(stepName);
}
/** The mount with the results of a testing RUN, for it or, with another `target`, for the one that collects them. */
function resultsMount(stage, number, { placeId, mayBeCached }, target = resultsFolder) {
    const image = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(stage).base;
    const isStage = stage.dockerfile.stages.some(({ name }) => name?.toLowerCase() === image.toLowerCase());
    const isImage = !(0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .hasVariables */ .cF)(image) && image !== 'scratch' && !isStage;
    // A new cache mount belongs to root alone; with the content of the image's /tmp it also has its open rights.
    const openRights = isImage ? `,from=${image},source=/tmp` : '';
    // In place of a folder that is held, BuildKit gives an empty one, and it holds a folder to count its bytes, too. With
    // `locked` it waits instead; for jobs that share the place that would be until the others' tests have ended.
    const sharing = mayBeCached ? 'shared' : 'locked';
    return ` --mount=type=cache,id=dotnet-container-results-${placeId}-${number},sharing=${sharing},target=${target}${openRights}`;
}
/**
 * The mounts of one testing RUN: a secret that is never given, whose id tells the RUN and makes the step miss the
 * cache; secrets that MSBuild reads as properties, and those that make .NET write down its processes; and the cache mount
 * for what is written: flags, each with a space before it, and secrets by their id. Processes are files of that folder itself, since a RUN may have several users.
 */
function planMounts({ instruction, way, isRecorded, isTried = false, isBeside = false }, number, final, options) {
    const { jobId, mayBeCached, coverage, hangTimeoutMs, habits } = options;
    const flags = [
        ` --mount=type=secret,id=dotnet-container-${isBeside ? 'beside' : 'run'}-${number}${mayBeCached && !isTried ? '' : `-${jobId}`}`,
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
    if (way !== 'log' || isRecorded)
        flags.push(resultsMount(instruction.stage, number, options));
    if (isRecorded) {
        flags.push(` --mount=type=secret,id=${recorderId},target=${recorderFile},mode=0444`);
        const own = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .treeBefore */ .mf)(instruction).variables.get('DOTNET_STARTUP_HOOKS');
        give('DOTNET_STARTUP_HOOKS', own ? `${own}:${recorderFile}` : recorderFile);
        give('DOTNET_CONTAINER_PROCESSES', `${resultsFolder}/${jobId}-${number}-`);
    }
    const folder = `${resultsFolder}/${jobId}/${number}`;
    if (way !== 'log' || isRecorded)
        give('DOTNET_CONTAINER_RESULTS', folder);
    if (way === 'log')
        return { flags, secrets };
    if (way === 'folder')
        give('VSTestLogger', 'trx');
    // MSBuild would take a semicolon for the end of an item. A prefix (LogFilePrefix) can't lead to another folder, so of
    // several projects the last one's file remains, and the log has the others.
    if (way === 'file')
        give('VSTestLogger', `trx%3BLogFileName=${folder}/results.trx`);
    if (['folder', 'directory', 'settings'].includes(way))
        give('VSTestResultsDirectory', folder);
    // Without a name of its own each project's file gets one that no other has.
    if (way === 'settings')
        giveFile('VSTestSetting', settingsFile, trxSettings(''));
    if (way === 'settings-file')
        giveFile('VSTestSetting', settingsFile, trxSettings(`<LogFileName>${folder}/results.trx</LogFileName>`));
    if (way === 'target')
        giveFile('CustomAfterMicrosoftCommonTargets', targetsFile, trxTarget);
    if (coverage)
        give('VSTestCollect', 'XPlat Code Coverage');
    const platform = (0,_result_strategy_js__WEBPACK_IMPORTED_MODULE_0__/* .choosePlatformArguments */ .HZ)(instruction, final, habits, folder, coverage);
    if (platform !== undefined)
        give('TestingPlatformCommandLineArguments', platform);
    return { flags, secrets };
}
function trxSettings(place) {
    const logger = `<Logger friendlyName="trx" enabled="True"><Configuration>${place}</Configuration></Logger>`;
    return `<RunSettings><LoggerRunSettings><Loggers>${logger}</Loggers></LoggerRunSettings></RunSettings>`;
}
/** Adds a logger when all other properties stand, so that nothing of the command line or a project is taken away. */
const trxTarget = '<Project><Target Name="DotnetContainerLogger" BeforeTargets="_VSTestConsole;_VSTestMSBuild"><PropertyGroup>' +
    '<VSTestLogger>$(VSTestLogger);trx%3BLogFileName=$(DOTNET_CONTAINER_RESULTS)/$(MSBuildProjectName)_$(TargetFramework).trx' +
    '</VSTestLogger></PropertyGroup></Target></Project>';


/***/ }),

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ layoutOutput),
/* harmony export */   bp: () => (/* binding */ packingOf),
/* harmony export */   pD: () => (/* binding */ choosePacking)
/* harmony export */ });
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);
/* harmony import */ var _inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7235);


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
    const all = (0,_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withPush */ .$P)(outputs, push);
    const chosen = all.find(_inputs_parsers_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isPush */ .n3) ?? all.find(({ type }) => type === 'image') ?? all.find(({ type }) => type === 'oci');
    return chosen === undefined ? [] : packingOf(chosen);
}
/** The output that writes an image as an OCI layout into a folder. */
function layoutOutput(folder, packing) {
    const attributes = packing.map(([key, value]) => `${key}=${value}`);
    return (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFields */ .ll)(['type=oci', 'tar=false', ...attributes, `dest=${folder}`]);
}


/***/ }),

/***/ 1321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ describeStages),
/* harmony export */   i: () => (/* binding */ stageSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6856);
/* harmony import */ var _dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1331);




/** One stage as the picture of the build shows it; other stages are named by their place in the list. */
const stageSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Of its FROM; undefined for a stage of ours. */
    line: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
    /** The stage that it begins from; undefined where that is an image. */
    from: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
    /** What stands after FROM. */
    base: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The stages that it copies or mounts from. */
    copiesFrom: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
    runsTests: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    isFinal: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
});
/** The stages of a Dockerfile in their order, each with those that it comes from. `extended` has test stages of ours below the team's own. */
function describeStages({ dockerfile, final, instrumented, }) {
    const extended = instrumented.dockerfile;
    const labels = new Set(instrumented.targets.map(({ label }) => label));
    const own = dockerfile.stages.length;
    return extended.stages
        .filter((stage) => stage.index < own || labels.has((0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(stage)))
        .map((stage) => ({
        name: (0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(stage),
        line: stage.index < own ? stage.firstLine : undefined,
        from: (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .parentOf */ .gN)(stage)?.index,
        base: stage.base,
        copiesFrom: [...new Set(stage.instructions.flatMap((one) => (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u0)(one).map(({ index }) => index)))],
        runsTests: labels.has((0,_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .stageLabel */ .Hn)(stage)),
        isFinal: stage.index === final.index,
    }));
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


/***/ }),

/***/ 720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ reportSchema),
  f: () => (/* binding */ reportVersion)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/build/fill-cache-mounts.js
var fill_cache_mounts = __webpack_require__(6622);
// EXTERNAL MODULE: ./lib/src/compare/budget.js
var budget = __webpack_require__(6365);
// EXTERNAL MODULE: ./lib/src/compare/compare-with-baseline.js
var compare_with_baseline = __webpack_require__(9428);
// EXTERNAL MODULE: ./lib/src/deliver/deliver-image.js + 3 modules
var deliver_image = __webpack_require__(8324);
// EXTERNAL MODULE: ./lib/src/docker/build/build-result.js
var build_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/src/plan/stages/describe-stages.js
var describe_stages = __webpack_require__(1321);
// EXTERNAL MODULE: ./lib/src/smoke/smoke-test.js + 4 modules
var smoke_test = __webpack_require__(8263);
// EXTERNAL MODULE: ./lib/src/compare/compare-files.js
var compare_files = __webpack_require__(2987);
// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js
var attribution = __webpack_require__(8579);
// EXTERNAL MODULE: ./lib/src/measure/dotnet/publish-settings.js
var publish_settings = __webpack_require__(6049);
// EXTERNAL MODULE: ./lib/src/measure/analyze/shadowed-files.js
var shadowed_files = __webpack_require__(5459);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
;// CONCATENATED MODULE: ./lib/src/report/model/image-schema.js






const base = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    digest: dist/* optional */.lqM(schema_values/* digest */.br),
    layerCount: schema_values/* count */.U9,
    dotnetVersion: schema_values/* text */.Qq,
});
const image_schema_layer = dist/* object */.Ikc({
    digest: schema_values/* digest */.br,
    ...schema_values/* sizes */.LR,
    createdBy: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'What made it, as the image’s history words it.'),
    isBase: dist/* boolean */.zMY(),
    line: dist/* optional */.lqM(schema_values/* count */.U9),
    copiedFrom: schema_values/* text */.Qq,
});
/** What a machine has to fetch. */
const downloadBytes = (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Compressed layers that a machine which holds the baseline image does not have; all without a baseline.');
/** What was measured of the image. */
const image_schema_image = dist/* object */.Ikc({
    platform: dist/* string */.YjP(),
    engine: dist/* string */.YjP(),
    driver: dist/* string */.YjP(),
    method: (0,schema_values/* said */.ag)(dist/* picklist */.KIO(['oci-layout', 'docker-save']), 'docker-save: compressed sizes are estimates.'),
    compression: dist/* picklist */.KIO(['gzip', 'zstd', 'none', 'other']),
    manifestDigest: schema_values/* digest */.br,
    configDigest: schema_values/* digest */.br,
    configBytes: schema_values/* bytes */.ee,
    compressedBytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Compressed layers plus the config, as a registry stores them.'),
    uncompressedBytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Sum of the uncompressed layers, as on a node’s disk.'),
    downloadBytes,
    base: dist/* optional */.lqM(base),
    user: dist/* string */.YjP(),
    layers: dist/* array */.YOg(image_schema_layer),
    layersRead: (0,schema_values/* said */.ag)(schema_values/* count */.U9, 'The others are known from the baseline.'),
    createdAt: schema_values/* time */.kB,
    commit: schema_values/* text */.Qq,
    sdk: (0,schema_values/* maybe */.no)(dist/* object */.Ikc({ name: dist/* string */.YjP(), compressedBytes: schema_values/* bytes */.ee }), 'The image that it was built in, as the registry has it.'),
    parts: (0,schema_values/* said */.ag)(dist/* array */.YOg(attribution/* partSchema */.DO), 'What the image is made of; they add up to both sizes exactly.'),
    hidden: dist/* object */.Ikc({
        bytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Uncompressed bytes of files that a later layer replaces or removes.'),
        files: dist/* array */.YOg(shadowed_files/* hiddenFileSchema */._),
    }),
});
/** How the image differs from its baseline. */
const comparison = dist/* object */.Ikc({
    ...schema_values/* changes */.Ao,
    isBelowMinChange: (0,schema_values/* said */.ag)(dist/* boolean */.zMY(), 'The change is no larger than the input min-change.'),
    minChangeBytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'The input min-change: smaller changes count as none.'),
    layers: dist/* array */.YOg(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO(['same', 'changed', 'added', 'removed']),
        before: dist/* optional */.lqM(image_schema_layer),
        after: dist/* optional */.lqM(image_schema_layer),
    })),
    parts: (0,schema_values/* said */.ag)(dist/* array */.YOg(compare_files/* partChangeSchema */.bk), 'What the change consists of; they add up to both changes exactly.'),
    publishChanges: (0,schema_values/* maybe */.no)(dist/* array */.YOg(dist/* object */.Ikc({ setting: dist/* picklist */.KIO(publish_settings/* publishSettings */.n), isOn: dist/* boolean */.zMY() })), 'Settings of `dotnet publish` that changed, as far as the image shows them.'),
    files: dist/* array */.YOg(compare_files/* fileChangeSchema */.gd),
});
/** What the image is compared with. */
const baseline = dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('found'),
        source: dist/* picklist */.KIO(['cache', 'folder', 'registry', 'rebuild']),
        reference: (0,schema_values/* maybe */.no)(dist/* string */.YjP(), 'The image’s name in its registry.'),
        commitsBetween: (0,schema_values/* maybe */.no)(schema_values/* count */.U9, 'How many commits its own one is behind the base commit.'),
        commit: schema_values/* text */.Qq,
        branch: schema_values/* text */.Qq,
        changedBuildArgs: (0,schema_values/* maybe */.no)(dist/* array */.YOg(dist/* string */.YjP()), 'Names of build arguments that differ from those of then.'),
        createdAt: schema_values/* time */.kB,
        ...schema_values/* sizes */.LR,
        base: dist/* optional */.lqM(base),
        baseCompressedBytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Its layers that come from its base image.'),
    }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('none'), reason: dist/* string */.YjP() }),
]);

// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
// EXTERNAL MODULE: ./lib/src/testing/coverage/merge-coverage.js
var merge_coverage = __webpack_require__(1947);
;// CONCATENATED MODULE: ./lib/src/report/model/report-schema.js












/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage = /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/;
/** What the tests came to. */
const tests = dist/* object */.Ikc({
    result: dist/* picklist */.KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
    reason: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'Why the result is this one, in words.'),
    whyNotRun: (0,schema_values/* maybe */.no)(dist/* picklist */.KIO(['elsewhere', 'missing', 'unrelated']), 'Why the tests were skipped: another job runs them, there is no test stage, or none for the target.'),
    cached: (0,schema_values/* maybe */.no)(dist/* boolean */.zMY(), 'No test ran: nothing that they depend on has changed since they passed.'),
    hiddenBy: (0,schema_values/* maybe */.no)(dist/* string */.YjP(), 'What kept a failure from failing the build.'),
    stages: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'The test stages that were built.'),
    place: (0,schema_values/* maybe */.no)(dist/* object */.Ikc({ file: dist/* string */.YjP(), line: dist/* optional */.lqM(schema_values/* count */.U9), command: dist/* string */.YjP() }), 'The RUN to look at when something is wrong.'),
    source: (0,schema_values/* said */.ag)(dist/* picklist */.KIO(['files', 'log', 'none']), 'Where the results come from.'),
    counts: schema_values/* counts */.tQ,
    failures: dist/* array */.YOg(dist/* object */.Ikc({ ...test_results/* testResultSchema */.Bd.entries, project: dist/* string */.YjP(), framework: schema_values/* text */.Qq, place: dist/* optional */.lqM(schema_values/* place */.ik) })),
    flaky: (0,schema_values/* maybe */.no)(dist/* array */.YOg(test_results/* flakyTestSchema */.$1), 'Tests that failed in one attempt and passed in a later one.'),
    coverage: dist/* optional */.lqM(merge_coverage/* coverageSchema */.aU),
    runs: (0,schema_values/* said */.ag)(dist/* array */.YOg(test_results/* testRunSchema */.Tl), 'One for each test project and framework.'),
    compilerMessages: dist/* array */.YOg(dist/* object */.Ikc({
        severity: dist/* picklist */.KIO(['error', 'warning']),
        code: dist/* string */.YjP(),
        text: dist/* string */.YjP(),
        place: dist/* optional */.lqM(schema_values/* place */.ik),
    })),
    durationMs: schema_values/* milliseconds */.Rz,
    baseline: (0,schema_values/* maybe */.no)(dist/* object */.Ikc({
        durationMs: schema_values/* milliseconds */.Rz,
        linesCovered: dist/* optional */.lqM(schema_values/* count */.U9),
        linesValid: dist/* optional */.lqM(schema_values/* count */.U9),
        counts: dist/* optional */.lqM(schema_values/* counts */.tQ),
        gone: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran then and are not there now.'),
        newlySkipped: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran then and are skipped now.'),
        added: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran now and did not run then.'),
    }), 'The tests of the baseline, and which came and went since.'),
});
/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
const reportVersion = 2;
/** The form of report.json, which docs/reference/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
const reportSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(reportVersion),
    imageKey: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'The image’s name in reports and baselines.'),
    file: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'The Dockerfile, relative to the workspace.'),
    target: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'The final stage.'),
    sizeMetric: (0,schema_values/* said */.ag)(dist/* picklist */.KIO(['compressed', 'uncompressed']), 'What headline and budgets use.'),
    problems: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* object */.Ikc({ title: dist/* string */.YjP(), message: dist/* string */.YjP(), place: dist/* optional */.lqM(schema_values/* place */.ik), snippet: schema_values/* text */.Qq })), 'What failed the job; empty when it passed.'),
    warnings: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'What was lost or left out; it does not fail the job.'),
    source: (0,schema_values/* maybe */.no)(dist/* object */.Ikc({
        repository: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
        commit: schema_values/* commit */.cd,
        folder: (0,schema_values/* maybe */.no)(dist/* string */.YjP(), 'Where the clone is in the workspace; absent where it is the workspace.'),
    }), 'The checked-out commit, which places link to; absent in a terminal.'),
    notices: (0,schema_values/* maybe */.no)(dist/* array */.YOg(dist/* object */.Ikc({ message: dist/* string */.YjP(), snippet: schema_values/* text */.Qq })), 'What is good to know, such as a stage to paste.'),
    testsOnly: (0,schema_values/* maybe */.no)(dist/* boolean */.zMY(), 'The Dockerfile has nothing but tests, so there is no image.'),
    tests: dist/* optional */.lqM(tests),
    image: dist/* optional */.lqM(image_schema_image),
    baseline: dist/* optional */.lqM(baseline),
    comparison: dist/* optional */.lqM(comparison),
    release: (0,schema_values/* maybe */.no)(compare_with_baseline/* releaseSchema */.By, 'The newest release before this commit; no budget is held against it.'),
    advice: dist/* array */.YOg(dist/* object */.Ikc({
        id: dist/* string */.YjP(),
        title: dist/* string */.YjP(),
        compressedBytes: dist/* optional */.lqM(schema_values/* bytes */.ee),
        uncompressedBytes: dist/* optional */.lqM(schema_values/* bytes */.ee),
        evidence: dist/* array */.YOg(dist/* string */.YjP()),
        place: dist/* optional */.lqM(schema_values/* place */.ik),
        fix: dist/* string */.YjP(),
        link: (0,schema_values/* said */.ag)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(vendorPage)), 'The vendor’s page about it.'),
    })),
    history: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* object */.Ikc({ createdAt: schema_values/* time */.kB, commit: schema_values/* text */.Qq, ...schema_values/* sizes */.LR })), 'Earlier baselines, the oldest first.'),
    budget: budget/* budgetSchema */.ZH,
    platforms: (0,schema_values/* maybe */.no)(dist/* array */.YOg(dist/* object */.Ikc({
        platform: dist/* string */.YjP(),
        manifestDigest: schema_values/* digest */.br,
        ...schema_values/* sizes */.LR,
        downloadBytes: downloadBytes,
        baseline: dist/* optional */.lqM(dist/* object */.Ikc(schema_values/* sizes */.LR)),
        isBelowMinChange: dist/* optional */.lqM(dist/* boolean */.zMY()),
        release: dist/* optional */.lqM(compare_with_baseline/* releaseSchema */.By),
        budget: budget/* budgetSchema */.ZH,
    })), 'Of an image for several platforms, each with its own baseline and budget; the first is `image`.'),
    checks: (0,schema_values/* maybe */.no)(dist/* array */.YOg(build_result/* findingSchema */.$f), 'What BuildKit’s own checks say of the Dockerfile.'),
    cache: dist/* optional */.lqM(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO(['gha', 'registry', 'local', 'own', 'off']),
        from: dist/* array */.YOg(dist/* string */.YjP()),
        to: dist/* array */.YOg(dist/* string */.YjP()),
        testsFrom: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
        testsTo: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'For what only test stages need, one for each of them.'),
        reason: dist/* string */.YjP(),
        warnings: dist/* array */.YOg(dist/* string */.YjP()),
    })),
    cacheUse: dist/* optional */.lqM(dist/* object */.Ikc({
        readMs: (0,schema_values/* said */.ag)(schema_values/* milliseconds */.Rz, 'For finding out what is in it.'),
        receivedBytes: (0,schema_values/* said */.ag)(schema_values/* bytes */.ee, 'Of layers that came out of it, compressed.'),
        writeMs: dist/* optional */.lqM(schema_values/* milliseconds */.Rz),
    })),
    cacheMounts: (0,schema_values/* maybe */.no)(fill_cache_mounts/* mountUseSchema */.qV, 'What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.'),
    steps: (0,schema_values/* said */.ag)(dist/* object */.Ikc({ test: dist/* array */.YOg(build_result/* stepSchema */.SE), image: dist/* array */.YOg(build_result/* stepSchema */.SE) }), 'Of the build of the tests, and of that of the image.'),
    stages: (0,schema_values/* maybe */.no)(dist/* array */.YOg(describe_stages/* stageSchema */.i), 'The stages of the Dockerfile; `from` and `copiesFrom` are places in this list.'),
    smokeTest: dist/* optional */.lqM(smoke_test/* smokeSchema */.P),
    exported: (0,schema_values/* maybe */.no)(dist/* object */.Ikc({ digest: dist/* string */.YjP(), outputs: dist/* array */.YOg(deliver_image/* outputSchema */.f) }), 'Where the image was pushed, loaded or written.'),
});


/***/ }),

/***/ 7778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ listFailures),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   SL: () => (/* binding */ renderFailures),
/* harmony export */   dg: () => (/* binding */ renderMessages)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);



/** So many failed tests are named openly; a report with more of them would hide all else. */
const maxNamed = 10;
const maxListed = 50;
const maxMessage = 2_000;
/** The failed tests by name, each with its message and stack folded below it; from the eleventh on all folded as one table. */
function renderFailures({ tests, source }) {
    if (tests === undefined)
        return [];
    const groups = groupFailures(tests.failures);
    const isOnly = groups.length === 1;
    const named = groups
        .slice(0, maxNamed)
        .map((rows) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`❌ ${nameRows(rows, source)}`, renderMessage(rows), isOnly));
    return [...named, ...renderOthers(tests, groups, source)];
}
/** The names of the first failed tests as a list, for a place where messages have no room. */
function listFailures({ tests, source }) {
    if (tests === undefined)
        return '';
    const groups = groupFailures(tests.failures);
    const named = groups.slice(0, maxNamed).map((rows) => `- ❌ ${nameRows(rows, source)}`);
    const left = countLeft(tests, groups);
    return [...named, ...(left > 0 ? [`- … and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, 'more failed test')}`] : [])].join('\n');
}
/** The messages of the tests that `listFailures` names, folded as one; the other tests as a folded table. */
function renderMessages({ tests, source }) {
    if (tests === undefined || tests.failures.length === 0)
        return [];
    const groups = groupFailures(tests.failures);
    const parts = groups
        .slice(0, maxNamed)
        .map((rows) => `**${nameRows(rows, source)}**\n\n${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(messageOf(rows[0]), maxMessage))}`);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Messages of the failed tests', parts.join('\n\n')), ...renderOthers(tests, groups, source)];
}
/** A test's name without the namespace of its class: `CartTests.Adds(item: 1)`; the full one stands with the stack. */
function shortName({ name, className }) {
    if (className === undefined || !name.startsWith(`${className}.`))
        return name;
    return name.slice(className.lastIndexOf('.') + 1);
}
/** The failed tests, rows of one test that failed with the same message together, so that they don't push others out. */
function groupFailures(failures) {
    const groups = new Map();
    for (const failure of [...failures].sort(byPlace)) {
        const { project, framework = '', name, message = '' } = failure;
        const [method = ''] = name.slice(0, 500).split('(', 1);
        const key = [project.slice(0, 500), framework, method, message.slice(0, maxMessage)].join('\0');
        const rows = groups.get(key);
        if (rows === undefined)
            groups.set(key, [failure]);
        else
            rows.push(failure);
    }
    return [...groups.values()];
}
/** As they stand in the sources: frameworks run them in any order, and a comment should not change for that. */
function byPlace({ place: a }, { place: b }) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    if (a.file !== b.file)
        return a.file < b.file ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0);
}
function nameRows([failure, ...others], source) {
    const more = others.length === 0 ? '' : ` and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others.length, 'more row')} with the same message`;
    const where = failure.place === undefined ? '' : ` — ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPlace */ .yG)(failure.place, source)}`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(shortName(failure))}${more}${where}`;
}
function messageOf({ message }) {
    return message === undefined || message.trim() === '' ? 'It failed without a message.' : message;
}
/** The message of a failed test, and folded below it what the framework adds. */
function renderMessage(rows) {
    const [failure] = rows;
    const { stack, project, framework, stdout } = failure;
    const names = rows.slice(0, maxListed).map(({ name }) => name);
    const left = rows.length - names.length;
    const rest = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)('\n\n', [
        [...names, ...(left > 0 ? [`… and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(left)} more`] : [])].join('\n'),
        stack,
        stdout && `Output:\n${stdout}`,
    ]);
    const about = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(project)}${framework === undefined ? '' : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(framework)})`}`;
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(messageOf(failure), maxMessage)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Stack trace, ${about}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(rest, 4_000))),
    ].join('\n\n');
}
function countLeft({ counts }, groups) {
    const shown = groups.slice(0, maxNamed).reduce((sum, rows) => sum + rows.length, 0);
    return Math.max(0, counts.failed - shown);
}
function renderOthers(tests, groups, source) {
    const left = countLeft(tests, groups);
    if (left === 0)
        return [];
    const others = groups.slice(maxNamed);
    const rows = others
        .slice(0, maxListed)
        .map((group) => [
        nameRows(group, source),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLines */ .uz)(messageOf(group[0]).trim())[0] ?? '', 150)),
    ]);
    const listed = others.slice(0, maxListed).reduce((sum, group) => sum + group.length, 0);
    const rest = left > listed ? [`… and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left - listed, 'more failed test')}; report.json has them.`] : [];
    const list = rows.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['test', 'message'], rows)];
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)((0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, 'more failed test'), [...list, ...rest].join('\n\n'))];
}


/***/ }),

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ renderMessage),
/* harmony export */   x: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _shared_help_link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6684);
/* harmony import */ var _text_headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8997);
/* harmony import */ var _text_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9879);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9408);






const maxMessageLength = 6_000;
/** What is wrong, as prose. Of failed tests only where they ran: the tests themselves follow. What the first line says is not said again. */
function renderProblems(report) {
    const { problems, tests, source } = report;
    const said = (0,_text_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeadline */ .ly)(report).text;
    return problems.flatMap(({ title, message, place, snippet }) => {
        const where = place === undefined ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .linkPlace */ .yG)(place, source);
        if (tests?.result === 'failed' && tests.failures.length > 0) {
            const command = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(tests.place?.command ?? '');
            return [
                (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)(' ', [`Failed in stage ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(tests.stages.join(', '))}`, where, command]),
                ...renderMessage((0,_text_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .notesOf */ .h$)(message).join('\n')),
            ];
        }
        const heading = said.includes(title) ? '' : `**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(title)}**`;
        const { command, words } = splitPlace(message, place);
        const head = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)(' — ', [heading, (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)(' ', [where, command === '' ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(command)])]);
        const help = `[What this error means](${(0,_shared_help_link_js__WEBPACK_IMPORTED_MODULE_4__/* .helpLink */ .Cp)(title)})`;
        const parts = [head, ...renderMessage(words, snippet)].filter(isText);
        const last = parts.at(-1) ?? '';
        return isText(last) && !last.endsWith('```')
            ? [...parts.slice(0, -1), `${last} ${help}`]
            : [...parts, help];
    });
}
/** A message without a first line that is its place, which stands above it as a link, and the command that follows it there. */
function splitPlace(message, place) {
    const [first = '', ...rest] = message.split('\n');
    const begin = `${place?.file ?? ''}:${place?.line ?? 0} `;
    const isPlace = place !== undefined && `${first} `.startsWith(begin);
    return isPlace
        ? { command: first.slice(begin.length), words: rest.join('\n') }
        : { command: '', words: message };
}
/** A message as prose, with what a program printed (indented lines) and lines to paste as code blocks of their own. */
function renderMessage(message, snippet) {
    if (snippet === undefined || !message.includes(snippet))
        return renderProse(message);
    const [before = '', after = ''] = message.split(snippet);
    return [...renderProse(before), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(snippet.trim(), 'dockerfile'), ...renderProse(after)];
}
function renderProse(message) {
    const blocks = [];
    for (const line of (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(message, maxMessageLength).split(/\r\n|\r|\n/)) {
        const last = blocks.at(-1);
        const isCode = /^[ \t]/.test(line) || (line === '' && last?.isCode === true);
        if (last?.isCode === isCode && (isCode || line !== ''))
            last.lines.push(line);
        else
            blocks.push({ isCode, lines: [line] });
    }
    return blocks
        .map(({ isCode, lines }) => isCode ? (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(withoutIndent(lines)) : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)('<br>', lines.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)))
        .filter(isText);
}
/** Lines without the indentation that all of them share, and without empty ones at the end. */
function withoutIndent(lines) {
    const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ \t]/));
    const shared = Math.min(...indents);
    return lines
        .map((line) => line.slice(shared))
        .join('\n')
        .trimEnd();
}
function isText(part) {
    return part !== '';
}


/***/ }),

/***/ 830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ describeExcesses),
/* harmony export */   XW: () => (/* binding */ describeLimit),
/* harmony export */   eG: () => (/* binding */ exceededLimits)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8579);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _part_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8309);






/** Most parts that are named as the cause. */
const maxCauses = 3;
/** What grew by less is no cause to name with the largest one. */
const minShareOfLargest = 0.05;
/** The limits that an image exceeds: the size first, then the growth that is furthest over its limit. */
function exceededLimits(budget) {
    if (budget.kind !== 'exceeded' && budget.kind !== 'overridden')
        return [];
    const exceeded = budget.limits.filter(({ isExceeded }) => isExceeded);
    return exceeded.sort((a, b) => Number(b.kind === 'size') - Number(a.kind === 'size') || a.limitBytes - b.limitBytes);
}
/** What a limit was held against, and the limit: `122.41 MB compressed, over the limit of 120.00 MB`, `+963.00 kB, over the limit of 0.3 %`. */
function describeLimit(limit, metric) {
    const over = `over the limit of ${formatLimit(limit)}`;
    if (limit.kind === 'size')
        return `${formatOver(limit.sizeBytes, limit.limitBytes)} ${metric}, ${over}`;
    const whose = limit.ignoredBytes > 0 ? 'your layers ' : '';
    const grew = isClose(limit.growthBytes, limit.limitBytes)
        ? `+${formatOver(limit.growthBytes, limit.limitBytes)}`
        : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(limit.growthBytes);
    return `${whose}${grew}, ${over}`;
}
function formatLimit(limit) {
    return limit.kind === 'size' ? formatOver(limit.limitBytes, limit.sizeBytes) : limit.written;
}
/** Whether two numbers of bytes look the same when they are rounded. */
function isClose(bytes, otherBytes) {
    return (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(bytes) === (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(otherBytes);
}
/** A size beside a limit: to the byte where rounding would make both the same. */
function formatOver(bytes, otherBytes) {
    return isClose(bytes, otherBytes) ? `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(bytes)} B` : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(bytes);
}
/** The exceeded limits of all platforms, each as a problem of its own; with several platforms it names its own. */
function describeExcesses(platforms, settings) {
    return platforms.flatMap((findings) => {
        if (findings.budget.kind !== 'exceeded')
            return [];
        const { platform } = findings.image;
        return exceededLimits(findings.budget).map((limit) => ({
            title: platforms.length === 1
                ? `Image size: ${describeLimit(limit, settings.sizeMetric)}`
                : `Image size on ${platform}: over the limit of ${formatLimit(limit)}`,
            message: limit.kind === 'size'
                ? describeSize(limit, findings.image, settings.sizeMetric)
                : describeGrowth(limit, findings, settings),
        }));
    });
}
function describeSize({ limitBytes, sizeBytes }, image, metric) {
    const largest = (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readParts */ .fp)(image)
        .sort((a, b) => (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeOf */ .$d)(b, metric) - (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeOf */ .$d)(a, metric))
        .slice(0, maxCauses)
        .map((part) => `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .joinParts */ .nn)(' ', [(0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .namePart */ .f0)(part, asIs), part.version])} ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeOf */ .$d)(part, metric))}`);
    const has = isClose(sizeBytes, limitBytes)
        ? `${formatOver(sizeBytes, limitBytes)} ${metric}`
        : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatImageSize */ .A)(image, metric);
    return (`The image has ${has}, max-size is ${formatOver(limitBytes, sizeBytes)}. ` +
        `Its largest parts: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listWords */ .yh)(largest)}. Nothing was loaded or pushed.`);
}
function describeGrowth({ written, limitBytes, growthBytes, ignoredBytes }, { comparison }, { sizeMetric: metric, sizeOverrideLabel }) {
    const apart = ignoredBytes > 0 ? ` (not counting ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(ignoredBytes)} of its base image)` : '';
    const limit = written.endsWith('%') ? `${written} (${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(limitBytes)})` : written;
    const causes = causesOf(comparison, metric, ignoredBytes > 0);
    const because = causes.length === 0 ? '' : ` Largest ${causes.length === 1 ? 'cause' : 'causes'}: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listWords */ .yh)(causes)}.`;
    const wayOut = sizeOverrideLabel === undefined
        ? ''
        : ` To accept the growth, give the pull request the label ${sizeOverrideLabel} and run the job again.`;
    const published = (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .describePublish */ .JH)(comparison?.publishChanges, asIs);
    return (`The image grew by ${formatOver(growthBytes, limitBytes)} ${metric}${apart}, max-increase is ${limit}.` +
        `${published === '' ? '' : ` ${published}`}${because} Nothing was loaded or pushed.${wayOut}`);
}
/** The parts that grew most, the base image only where it counts. */
function causesOf(comparison, metric, isBaseApart) {
    if (comparison === undefined)
        return [];
    return comparison.parts
        .filter((part) => (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(part, metric) > 0 && !(isBaseApart && part.kind === 'base'))
        .sort((a, b) => (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(b, metric) - (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(a, metric))
        .slice(0, maxCauses)
        .filter((part, _, [largest = part]) => (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(part, metric) >= (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(largest, metric) * minShareOfLargest)
        .map((part) => (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .describePart */ .xW)(part, comparison, metric, asIs));
}
function asIs(name) {
    return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(name, 80);
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatImageSize),
/* harmony export */   Jt: () => (/* binding */ formatChangeOf),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   lq: () => (/* binding */ formatCountChange),
/* harmony export */   nV: () => (/* binding */ formatAge)
/* harmony export */ });
/* unused harmony export formatPercent */
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9133);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);


/** A change with its sign: `+1.02 MB`, `−340 B`, or `no change`. */
function formatChange(changeBytes) {
    if (changeBytes === 0)
        return 'no change';
    return `${changeBytes > 0 ? '+' : '−'}${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(Math.abs(changeBytes))}`;
}
/** A change in percent with its sign: `+0.8 %`; what trebled or more is easier to grasp as `5.3 times as large`. */
function formatPercent(fraction) {
    const percent = Math.abs(fraction * 100);
    const times = fraction + 1;
    if (times >= 3)
        return `${times.toLocaleString('en', { maximumFractionDigits: times < 10 ? 1 : 0 })} times as large`;
    const digits = percent < 1 ? 2 : percent < 100 ? 1 : 0;
    return `${fraction < 0 ? '−' : '+'}${percent.toFixed(digits)} %`;
}
/** What share a change is of what was before: `+0.8 %`; empty where it would be shown as 0, or where nothing was before. */
function formatShare(changeBytes, beforeBytes) {
    const isShown = beforeBytes > 0 && Math.abs(changeBytes / beforeBytes) >= 0.000_05;
    return isShown ? formatPercent(changeBytes / beforeBytes) : '';
}
/** A change beside what it is of: `+1.02 MB (+0.8 %)`. */
function formatChangeOf(changeBytes, beforeBytes) {
    const share = formatShare(changeBytes, beforeBytes);
    return `${formatChange(changeBytes)}${share === '' ? '' : ` (${share})`}`;
}
/** How long ago something was, for people: `3 hours ago`. */
function formatAge(fromIso, now) {
    const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(fromIso)) / 60_000));
    if (minutes === 0)
        return 'just now';
    if (minutes < 90)
        return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(minutes, 'minute')} ago`;
    const hours = minutes / 60;
    return `${hours < 48 ? (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.round(hours), 'hour') : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.round(hours / 24), 'day')} ago`;
}
/** The change of a count with its sign: `+2`, `−1`, `±0`. */
function formatCountChange(change) {
    return change === 0 ? '±0' : `${change > 0 ? '+' : '−'}${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(Math.abs(change))}`;
}
/** How large an image is in the metric, and whether that is an estimate: `122.41 MB compressed`, `122.41 MB compressed (estimated)`. */
function formatImageSize(image, metric) {
    const isEstimate = metric === 'compressed' && image.method === 'docker-save';
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$d)(image, metric))} ${metric}${isEstimate ? ' (estimated)' : ''}`;
}


/***/ }),

/***/ 8997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g9: () => (/* binding */ renderFailed),
/* harmony export */   ly: () => (/* binding */ readHeadline),
/* harmony export */   wv: () => (/* binding */ readVerdictLine)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9133);
/* harmony import */ var _describe_excess_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(830);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9879);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(198);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9408);
/* harmony import */ var _size_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8960);
/* harmony import */ var _testing_results_test_results_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9097);








/** Words the first line of every report. */
function readHeadline(report) {
    const { tests, problems } = report;
    const isUncertain = tests === undefined ||
        tests.result === 'no-tests' ||
        (tests.result === 'skipped' && tests.whyNotRun !== 'elsewhere');
    const state = problems.length > 0 ? 'bad' : isUncertain ? 'warning' : 'good';
    const failures = state === 'bad' ? readFailures(report) : [];
    const rest = [
        tests === undefined ? [] : describeTests(tests),
        describeOverride(report),
        describeSize(report),
    ];
    const parts = [...new Set([...failures, ...rest.flat()])];
    const text = parts.length === 0 ? 'nothing was tested' : parts.join(' · ');
    // The title of a problem may begin with the name of a file or a program.
    const isTitle = problems.some(({ title }) => title === parts[0]);
    return { state, text: isTitle ? text : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalize */ .ZH)(text) };
}
/** The answer as the last line of a log. */
function readVerdictLine(report) {
    const { state, text } = readHeadline(report);
    const mark = state === 'bad' ? 'Failed' : state === 'good' ? 'Passed' : 'Warning';
    return `${mark}: ${text}.`;
}
/** So many failed images are named in the first line over several. */
const maxNamed = 5;
/** The first line over several images of which some failed; `failed` are their names as Markdown. */
function renderFailed(failed, imageCount) {
    const more = failed.length > maxNamed ? ` and ${failed.length - maxNamed} more` : '';
    const names = failed.slice(0, maxNamed).join(', ');
    return `## ${_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .marks */ .Z8.bad} ${failed.length} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(imageCount, 'image')} failed: ${names}${more}`;
}
/** What failed: the tests, the limits, or else what the first problem says. */
function readFailures(report) {
    const { tests, problems } = report;
    const limits = describeLimits(report);
    if (limits.length > 0)
        return limits;
    const [first] = problems;
    const isOfTests = tests !== undefined &&
        (tests.result === 'failed' || (tests.result === 'no-tests' && first?.title.startsWith('No test ran')));
    return isOfTests ? describeTests(tests) : first === undefined ? [] : [first.title];
}
/** Each platform with the limits that its image exceeds. */
function describeLimits(report) {
    return (0,_size_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .budgetsOf */ .k7)(report)
        .filter(({ budget }) => budget.kind === 'exceeded')
        .map(({ budget, of }) => `Image size${of}: ${listLimits(budget, report)}`);
}
function describeOverride(report) {
    return (0,_size_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .budgetsOf */ .k7)(report).flatMap(({ budget, of }) => {
        if (budget.kind !== 'overridden')
            return [];
        return [`image size${of}: ${listLimits(budget, report)}, which the label ${budget.label} allows`];
    });
}
function listLimits(budget, { sizeMetric }) {
    return (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listWords */ .yh)((0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_1__/* .exceededLimits */ .eG)(budget).map((limit) => (0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLimit */ .XW)(limit, sizeMetric)));
}
/** The size with its change: `122.41 MB compressed, +1.02 MB (+0.8 %)`; of an exceeded limit only what that does not say. */
function describeSize(report) {
    const { image, baseline, comparison, sizeMetric, release, platforms = [] } = report;
    if (image === undefined)
        return report.testsOnly ? ['tests only, no image to measure'] : [];
    const before = baseline?.kind === 'found' ? baseline : undefined;
    const since = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRelease */ .a3)({ release, sizeMetric });
    const only = { ...image, ...report, before, isBelowMinChange: comparison?.isBelowMinChange };
    const each = platforms.length === 0
        ? [sizeParts(only, sizeMetric, '')]
        : platforms
            // One that is as it was needs no words beside the first one.
            .filter(({ isBelowMinChange }, index) => index === 0 || isBelowMinChange === false)
            .map((one) => sizeParts({ ...image, ...one, before: one.baseline }, sizeMetric, ` for ${one.platform}`));
    if (since !== undefined)
        each[0]?.push(since);
    return each.filter((parts) => parts.length > 0).map((parts) => parts.join(', '));
}
function sizeParts(one, metric, platform) {
    const { before, budget, isBelowMinChange } = one;
    const said = new Set((0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_1__/* .exceededLimits */ .eG)(budget).map(({ kind }) => kind));
    const size = said.has('size') ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatImageSize */ .A)(one, metric)}${platform}`];
    if (before === undefined || isBelowMinChange === undefined)
        return size;
    if (isBelowMinChange)
        return [...size, 'no change'];
    const was = (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_7__/* .sizeOf */ .$d)(before, metric);
    return said.has('growth') ? size : [...size, (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChangeOf */ .Jt)((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_7__/* .sizeOf */ .$d)(one, metric) - was, was)];
}
function describeTests(tests) {
    const { counts, result } = tests;
    switch (result) {
        case 'passed':
            if (tests.cached === true)
                return ['tests passed before, and nothing changed since'];
            return [(0,_testing_results_test_results_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPassed */ .m$)(counts, tests.flaky?.length)];
        case 'failed':
            return [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(counts.failed)} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(counts.total, 'test')} failed`];
        case 'unknown':
            return ['test results not read'];
        case 'no-tests':
            return ['no test ran'];
        case 'skipped':
            return [tests.whyNotRun === 'elsewhere' ? 'tests in another job' : 'tests not run'];
        case 'error':
            // The title of the problem says what stopped them; some may have passed by then.
            return counts.passed > 0 ? [(0,_testing_results_test_results_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPassed */ .m$)(counts)] : [];
    }
}


/***/ }),

/***/ 9408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ describeLayer),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Wt: () => (/* binding */ withWholeNumbers),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mv: () => (/* binding */ pathInClone),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   u5: () => (/* binding */ fitParts),
/* harmony export */   vd: () => (/* binding */ foldedTable),
/* harmony export */   yG: () => (/* binding */ linkPlace),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);



const maxNameLength = 300;
/** The sign in front of a first line. */
const marks = { good: '✅', bad: '❌', warning: '⚠️' };
/** What GitHub links to a commit: 7 to 40 hexadecimal digits, here those that are neither a number nor a word. */
const commitName = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/g;
/** Characters that mean something to GitHub's renderer, and what makes links of itself, as entities: these are never markup. */
function escapeMarkup(text) {
    return text.replace(/[&<>"'`*_~|\\[\]$@#]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
/**
 * A name that came from somebody else's file or log, as inline code: nothing in it is markup, and inside of code GitHub
 * makes no mention, issue or link of it. Control characters and right-to-left marks are dropped, a long one is cut.
 */
function code(name) {
    const line = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(name), maxNameLength);
    // GitHub makes links of mail addresses also where the @ is an entity; a comment in between shows nothing and parts them.
    return line === '' ? '' : `<code>${escapeMarkup(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}
/** A sentence with foreign words in it, as plain text: no markup, no mention, no link to an issue or a commit. */
function text(sentence) {
    const line = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(sentence);
    // GitHub looks for mentions, issues, commits and emoji after rendering, so an entity alone does not hide them.
    return escapeMarkup((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(line, 2_000))
        .replace(/(&#64;|&#35;)/g, '$1\u200b')
        .replace(/\bGH(?=-\d)/gi, (written) => `${written.slice(0, 1)}\u200b${written.slice(1)}`)
        .replace(/:(?=[\w+-]+:)/g, ':\u200b')
        .replace(commitName, (name) => name.replace(/.{6}(?=.)/g, '$&\u200b'));
}
/** Several lines as a code block whose fence is longer than any in it. */
function codeBlock(content, language = 'text') {
    const lines = content
        .split(/\r\n|\r|\n/)
        .map(_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)
        .join('\n');
    const longest = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines}\n${fence}`;
}
/** A table of cells that are Markdown; columns named with a trailing `:` are figures, aligned to the right and on one line. */
function table(headings, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const titles = headings.map((heading) => heading.replace(/:$/, ''));
    const rule = headings.map((heading) => (heading.endsWith(':') ? '---:' : '---'));
    const isFigure = headings.map((heading) => heading.endsWith(':'));
    const whole = (cells) => cells.map((cell, column) => (isFigure[column] === true ? cell.replaceAll(' ', '\u00a0') : cell));
    return [line(titles), line(rule), ...rows.map((cells) => line(whole(cells)))].join('\n');
}
/** Code blocks and inline code, where a text stays as it is for whoever copies it, and the spaces between a number and its unit. */
const codeOrUnit = /^(`{3,}).*\n[^]*?^\1$|<code>.*?<\/code>|(?<=≈) (?=[+−]?\d)|(?<=\d) (?=(?:[kMGTP]?B|min|s)\b|%)/gm;
/** Markdown in which no line ends between a number and its unit. */
function withWholeNumbers(markdown) {
    return markdown.replace(codeOrUnit, (found) => (found === ' ' ? '\u00a0' : found));
}
/** A part that can be folded, and is unless `isOpen`; `title` must already be safe HTML. */
function details(title, content, isOpen = false) {
    return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** A folded table with a row for each of the first `max` things, and in words how many are left; nothing where there are none. */
function foldedTable(title, headings, [things, max, noun], rowOf) {
    if (things.length === 0)
        return [];
    const left = noun === undefined ? 0 : things.length - max;
    const more = left > 0 ? `\n\n… and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, noun ?? '')}; report.json has them.` : '';
    return [details(title, `${table(headings, things.slice(0, max).map(rowOf))}${more}`)];
}
/** As many parts as there is room for, `restWords` on those that found none behind them; a part that is too large does not keep out those after it. */
function fitParts(parts, maxBytes, restWords) {
    let room = maxBytes;
    const kept = parts.filter((part) => {
        const fits = Buffer.byteLength(part) + 2 <= room;
        if (fits)
            room -= Buffer.byteLength(part) + 2;
        return fits;
    });
    return kept.length === parts.length ? kept : [...kept, restWords(parts.length - kept.length)];
}
/** What made a layer, as inline code. */
function describeLayer(layer) {
    return code((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100));
}
/** The line of the Dockerfile that made a layer, as a link where its commit is known, and the stage that its files come from. */
function placeOf(layer, { file, source }) {
    if (layer === undefined)
        return '';
    if (layer.isBase)
        return 'base image';
    const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`;
    const { line } = layer;
    return line === undefined ? '' : `${linkPlace({ file, line }, source, `line ${line}`)}${from}`;
}
/** A place of the checkout as inline code, or as `label`; where its commit is known, as a link to that line. */
function linkPlace(place, source, label) {
    const shown = label ?? code((0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(place));
    if (source === undefined)
        return shown;
    const file = pathInClone(place.file, source);
    if (file === undefined || !isInCheckout(file))
        return shown;
    const path = file
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    const line = place.line === undefined ? '' : `#L${place.line}`;
    return `<a href="${source.repository}/blob/${source.commit}/${path}${line}">${shown}</a>`;
}
/** A path of the workspace as its repository has it; undefined where it is not in the clone. */
function pathInClone(file, { folder = '' }) {
    if (folder === '')
        return file;
    return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}
function isInCheckout(file) {
    return (file.length < 500 &&
        !file.startsWith('/') &&
        !file.split('/').some((part) => ['', '.', '..'].includes(part)));
}


/***/ }),

/***/ 8309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ty: () => (/* binding */ changedParts),
  xW: () => (/* binding */ describePart),
  JH: () => (/* binding */ describePublish),
  Gk: () => (/* binding */ describeReason),
  Tt: () => (/* binding */ describeVersions),
  f0: () => (/* binding */ namePart)
});

// EXTERNAL MODULE: ./lib/src/compare/size-change.js
var size_change = __webpack_require__(9133);
// EXTERNAL MODULE: ./lib/src/measure/dotnet/owners.js
var owners = __webpack_require__(2946);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/compare/compare-contents.js
var compare_contents = __webpack_require__(1700);
;// CONCATENATED MODULE: ./lib/src/report/text/change-source.js


/** Of other parts the folder is known by what they are. */
const inFolders = new Set(['other', 'static-web-assets']);
/** The RUN, file or folder that a part's change comes from; of files that are no part of .NET at least the one that has most of it. */
function sourceOf(part, { files, layers }, metric) {
    const { kind, name } = part;
    const own = files.filter((file) => file.part.kind === kind && file.part.name === name);
    const places = placesOf(own, inFolders.has(kind), (file) => changeOfFile(file, metric));
    const total = (0,size_change/* changeOf */.C2)(part, metric);
    if (kind !== 'other')
        return smallestOf(places, total);
    const runs = layers
        .map((layer) => ({
        name: (layer.after ?? layer.before)?.createdBy ?? '',
        change: (0,compare_contents/* layerChangeBytes */.HZ)(layer, metric),
    }))
        .filter((run) => run.name.startsWith('RUN ') && run.change / total <= maxRatio);
    const whole = runs.find(({ change }) => isAsMuch(change, total)) ?? smallestOf(places, total);
    if (whole !== undefined)
        return whole;
    const [most] = [...runs, ...places.filter((place) => /^[^/]+\/?$/.test(place.name))].sort((a, b) => (b.change - a.change) * Math.sign(total));
    // Where many places have little each, none of them is the reason.
    if (most === undefined || most.change / total < minShare)
        return undefined;
    return smallestOf(places, most.change, most.name) ?? most;
}
/** The files, at least two, whose headers make the archives larger or smaller, by their count; with the folder that most of them are in. */
function sourceOfHeaders(part, { files }, metric) {
    const counts = { added: 1, removed: -1, changed: 0, renamed: 0 };
    const places = placesOf(files, true, ({ kind }) => counts[kind]);
    const total = files.reduce((sum, { kind }) => sum + counts[kind], 0);
    if (total * (0,size_change/* changeOf */.C2)(part, metric) <= 0 || Math.abs(total) < 2)
        return undefined;
    return { name: smallestOf(places, total)?.name ?? '', change: total };
}
/** Each file and, with a slash at its end, each folder with what it changed by. */
function placesOf(files, withFolders, changeIn) {
    const places = new Map();
    for (const file of files) {
        const change = changeIn(file);
        const slashes = withFolders ? [...file.path.matchAll(/\//g)].slice(0, maxDepth) : [];
        for (const name of ['', ...slashes.map(({ index }) => file.path.slice(0, index + 1)), file.path]) {
            const place = places.get(name) ?? { name, change: 0, moved: 0 };
            place.change += change;
            place.moved += Math.abs(change);
            places.set(name, place);
        }
    }
    return [...places.values()];
}
/** The smallest place that changed by as much as all within a folder, where what else came and went is little: a file may be as large by chance. */
function smallestOf(places, total, within = '') {
    const moved = places.find(({ name }) => name === within)?.moved ?? 0;
    return places
        .filter((place) => place.name !== '' &&
        place.name.startsWith(within) &&
        isAsMuch(place.change, total) &&
        moved - place.moved <= Math.abs(total) * (maxRatio - 1))
        .sort((one, other) => other.name.length - one.name.length)[0];
}
/** Of places that changed by less than all, one is named that has at least this share. */
const minShare = 1 / 3;
/** A place is named for a change where what it changed by is as much, within this. */
const maxRatio = 1.25;
function isAsMuch(change, total) {
    const ratio = change / total;
    return ratio >= 1 / maxRatio && ratio <= maxRatio;
}
/** Deeper folders are not told apart. */
const maxDepth = 16;
/** By how much a file changed in the metric. */
function changeOfFile(file, metric) {
    return metric === 'compressed' ? file.compressedChangeBytes : file.afterBytes - file.beforeBytes;
}

// EXTERNAL MODULE: ./lib/src/report/text/format.js
var text_format = __webpack_require__(198);
;// CONCATENATED MODULE: ./lib/src/report/text/part-labels.js






/** The parts whose change does not count as none, or that have another version, the largest first. */
function changedParts(comparison, metric) {
    return comparison.parts
        .filter((part) => !(0,size_change/* countsAsNone */.P4)(part.compressedChangeBytes, comparison) ||
        !(0,size_change/* countsAsNone */.P4)(part.uncompressedChangeBytes, comparison) ||
        part.versionBefore !== part.versionAfter)
        .sort((a, b) => Math.abs((0,size_change/* changeOf */.C2)(b, metric)) - Math.abs((0,size_change/* changeOf */.C2)(a, metric)));
}
const partNames = {
    base: (name, quote) => `base image ${quote(name)}`,
    package: (name, quote) => `package ${quote(name)}`,
    project: (name, quote) => `project ${quote(name)}`,
    runtime: (name, quote) => `.NET runtime ${quote(name)}`,
    'single-file': (name, quote) => `single-file app ${quote(name)}`,
    'static-web-assets': (name, quote) => `static web assets ${quote(name)}`.trimEnd(),
    other: () => 'other files',
    repeated: (name, quote) => `files written again by ${quote((0,shared_text/* cutText */.IN)(name, 80))}`,
    unlisted: (name, quote) => `layer ${quote((0,shared_text/* cutText */.IN)(name, 80))}, not listed`,
    archive: () => 'folders and tar headers',
    config: () => 'the image’s config',
    recompressed: () => 'recompressed, same content',
};
/** What people call a part of an image: `package Newtonsoft.Json`, `base image mcr…/aspnet:10.0`. */
function namePart({ kind, name }, quote) {
    return partNames[kind](name, quote);
}
/** How a part's version changed: `13.0.1 → 13.0.3`, `13.0.3 (new)`, `removed`; empty when there is nothing to say. */
function describeVersions({ kind, versionBefore, versionAfter }, quote) {
    const prefix = kind === 'base' ? '.NET ' : '';
    if (versionBefore === undefined && versionAfter === undefined)
        return '';
    if (versionAfter === undefined)
        return kind === 'base' ? '' : `${quote(versionBefore ?? '')} (removed)`;
    if (versionBefore === undefined && kind !== 'base')
        return `${quote(versionAfter)} (new)`;
    if (versionBefore === undefined || versionBefore === versionAfter)
        return `${prefix}${quote(versionAfter)}`;
    return `${prefix}${quote(`${versionBefore} → ${versionAfter}`)}`;
}
/** Why the size changed, as prose: base image and your layers apart where both did, and the largest cause by name; empty where nothing did. */
function describeReason(comparison, metric, quote) {
    if (comparison.isBelowMinChange)
        return '';
    const cause = describeCause(comparison, metric, quote);
    return (0,format/* joinParts */.nn)(' ', [describePublish(comparison.publishChanges, quote), cause]);
}
/** How the application is published now and was not before, in the words of its project file; empty where that is the same. */
function describePublish(changes, quote) {
    const sentence = (start, isOn) => {
        const settings = (changes ?? []).filter((change) => change.isOn === isOn);
        const words = settings.map(({ setting }) => setting.split(' or ').map(quote).join(' or '));
        return words.length === 0 ? [] : [`${start} with ${(0,format/* listWords */.yh)(words)}.`];
    };
    return [...sentence('Now published', true), ...sentence('No longer published', false)].join(' ');
}
function describeCause(comparison, metric, quote) {
    const { parts, files, minChangeBytes } = comparison;
    // What was only compressed otherwise is no cause.
    const changed = parts.filter((part) => part.kind !== 'recompressed' && !(0,size_change/* countsAsNone */.P4)((0,size_change/* changeOf */.C2)(part, metric), { minChangeBytes }));
    const base = changed.find((part) => part.kind === 'base');
    const own = changed.filter((part) => part !== base);
    const [only, ...others] = changed;
    if (only?.kind === 'config' && others.length === 0)
        return `Only the image’s config changed, such as its environment or labels: ${(0,text_format/* formatChange */.eD)((0,size_change/* changeOf */.C2)(only, metric))}.`;
    const ownChange = own.reduce((sum, part) => sum + (0,size_change/* changeOf */.C2)(part, metric), 0);
    const largest = largestOf(own, ownChange, metric);
    const cause = largest && (languagesAbove(largest, files, metric) ?? describePart(largest, comparison, metric, quote));
    if (base === undefined)
        return cause === undefined ? '' : `Largest cause: ${cause}.`;
    const ofBase = `${(0,format/* capitalize */.ZH)(describePart(base, comparison, metric, quote))}.`;
    if (cause === undefined)
        return `${ofBase} Your layers: no change.`;
    return `${ofBase} Your layers: ${(0,text_format/* formatChange */.eD)(ownChange)}, largest cause: ${cause}.`;
}
/** The satellite assemblies that came or went, where together they are as much as the largest part: often each is a package of its own. */
function languagesAbove(largest, files, metric) {
    const isNew = (0,size_change/* changeOf */.C2)(largest, metric) > 0;
    const texts = files.filter(({ kind, path, part }) => kind === (isNew ? 'added' : 'removed') && part.kind !== 'single-file' && (0,owners/* cultureOf */.k)(path) !== undefined);
    const languages = new Set(texts.map(({ path }) => (0,owners/* cultureOf */.k)(path)));
    const changeBytes = texts.reduce((sum, file) => sum + changeOfFile(file, metric), 0);
    if (languages.size < 2 || Math.abs(changeBytes) < 0.9 * Math.abs((0,size_change/* changeOf */.C2)(largest, metric)))
        return undefined;
    return `texts in ${languages.size} languages (${isNew ? 'new' : 'removed'}) ${(0,text_format/* formatChange */.eD)(changeBytes)}`;
}
/** The part that moved the size furthest in the direction in which it went. */
function largestOf(parts, total, metric) {
    const sign = total < 0 ? -1 : 1;
    return [...parts].sort((a, b) => sign * ((0,size_change/* changeOf */.C2)(b, metric) - (0,size_change/* changeOf */.C2)(a, metric)))[0];
}
/**
 * A part with its versions and its change. Where no other version tells why, with the RUN, file or folder that it comes from: `RUN apt-get install curl
 * +4.01 MB`, `app/seed.json +705.00 kB`, `project Shop (app/Shop.pdb) +203.52 kB`.
 */
function describePart(part, changes, metric, quote) {
    const { kind, name, versionBefore, versionAfter } = part;
    const change = (0,text_format/* formatChange */.eD)((0,size_change/* changeOf */.C2)(part, metric));
    if (kind === 'archive')
        return (0,format/* joinParts */.nn)(' ', [
            namePart(part, quote),
            describeHeaders(sourceOfHeaders(part, changes, metric), quote),
            change,
        ]);
    const isTold = kind === 'repeated' || versionBefore !== versionAfter;
    const source = isTold ? undefined : sourceOf(part, changes, metric);
    if (kind === 'other' && source !== undefined)
        return `${quote((0,shared_text/* cutText */.IN)(source.name, 80))} ${(0,text_format/* formatChange */.eD)(source.change)}`;
    // That code grew needs no name of its assembly or program.
    const isOwn = [name, `${name}.dll`].some((own) => `/${source?.name}`.endsWith(`/${own}`));
    const where = source === undefined || isOwn ? '' : `(${quote(source.name)})`;
    return (0,format/* joinParts */.nn)(' ', [namePart(part, quote), describeVersions(part, quote), where, change]);
}
/** Whose headers came or went: `of 18,000 new files in app/node_modules/`. */
function describeHeaders(source, quote) {
    if (source === undefined)
        return '';
    const { name, change } = source;
    const what = (0,format/* plural */.LS)(Math.abs(change), change > 0 ? 'new file' : 'removed file');
    return `of ${what}${name === '' ? '' : ` in ${quote(name)}`}`;
}


/***/ }),

/***/ 9879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ describeBaseline),
/* harmony export */   Ks: () => (/* binding */ describeDelivery),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   XJ: () => (/* binding */ describeSmoke),
/* harmony export */   a3: () => (/* binding */ shortRelease),
/* harmony export */   h$: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9133);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);




/** What the image was compared with: which image, of which commit, how old, how many commits behind. */
function describeBaseline({ source, reference, commit, branch, createdAt, commitsBetween, changedBuildArgs = [] }, now, quote) {
    const on = branch === undefined ? '' : ` on ${quote(branch)}`;
    const short = commit === undefined ? undefined : quote(commit.slice(0, 7));
    const age = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now);
    const behind = commitsBetween === undefined || commitsBetween === 0
        ? ''
        : `, ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(commitsBetween, 'commit')} before the base commit`;
    const names = changedBuildArgs.map(quote).join(', ');
    const differing = names === ''
        ? ''
        : `; ${changedBuildArgs.length === 1 ? 'build argument' : 'build arguments'} changed: ${names}`;
    switch (source) {
        case 'cache':
        case 'folder':
            return `${short === undefined ? 'the last measurement' : short}${on}, ${age}${behind}${differing}`;
        case 'registry': {
            const from = short === undefined ? '' : ` (${short})`;
            // When it was pushed is not known.
            return `${quote(reference ?? '')}${from} in its registry${behind}`;
        }
        case 'rebuild':
            return `${short ?? 'a commit'}${on}, built again in this job, committed ${age}`;
    }
}
/** How the image changed since the last release; empty where nobody asked. `quote` is for names, `say` for sentences that may not be ours. */
function describeRelease({ release, sizeMetric }, now, { quote, say }) {
    if (release === undefined)
        return '';
    if (release.kind === 'none')
        return say(release.reason);
    const { tag, commitsBefore, createdAt } = release;
    const measured = commitsBefore === 0 ? '' : ` (measured ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(commitsBefore, 'commit')} before it)`;
    const change = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChangeOf */ .Jt)((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C2)(release, sizeMetric), (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeOf */ .$d)(release, sizeMetric));
    return `Since release ${quote(tag)}${measured}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now)}: ${release.isBelowMinChange ? 'no change' : change}.`;
}
/** The change since the last release as words of a headline: `+9.80 MB since v2.4.0`; undefined where it says nothing. */
function shortRelease({ release, sizeMetric, }) {
    if (release?.kind !== 'found' || release.isBelowMinChange)
        return undefined;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C2)(release, sizeMetric))} since ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutText */ .IN)(release.tag, 60)}`;
}
/** One sentence on a smoke test that passed; undefined where there was none, and where it failed: that is told as the problem. */
function describeSmoke({ smokeTest }, quote) {
    if (smokeTest?.outcome !== 'passed')
        return undefined;
    const { check, httpStatus, exitCode, durationMs, memoryBytes } = smokeTest;
    const how = httpStatus !== undefined
        ? `answered ${httpStatus}`
        : exitCode !== undefined
            ? `exited with ${exitCode}`
            : 'was healthy';
    const memory = memoryBytes === undefined ? '' : `, with ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(memoryBytes)} of memory in use`;
    return `Smoke test: ${quote(check)} ${how} ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(durationMs)} after the start${memory}.`;
}
/** Where the image went, as one sentence; empty when it went nowhere. */
function describeDelivery(delivery) {
    const parts = (delivery?.outputs ?? []).map(describe);
    if (parts.length === 0)
        return '';
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalize */ .ZH)(parts.join(', '))}.`;
}
function describe({ how, where, checkedBy, durationMs }) {
    if (durationMs === undefined)
        return `${how} with the build`;
    const time = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(durationMs);
    if (how !== 'written')
        return `${how} in ${time}`;
    // A folder or a plain archive has no digest that could be compared.
    return `wrote ${where} in ${time}${checkedBy === 'build' ? ' (it has no digest; it comes from the measured build)' : ''}`;
}
/** What the message of failed tests says below its place and their names, which stand elsewhere. */
function notesOf(message) {
    const lines = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(message);
    const lastName = lines.findLastIndex((line) => /^(?:✘ |… and \d)/.test(line));
    return lastName < 0 ? [] : lines.slice(lastName + 1);
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ partRows),
/* harmony export */   RN: () => (/* binding */ platformRows),
/* harmony export */   fd: () => (/* binding */ changeCell),
/* harmony export */   k7: () => (/* binding */ budgetsOf),
/* harmony export */   rz: () => (/* binding */ platformHeadings)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _describe_excess_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(830);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _part_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8309);





/** The headings of a table by platform; a colon marks a column of numbers. */
const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'limit'];
/** The budget of each platform, with the words that name it where the image is for several. */
function budgetsOf({ budget, platforms = [] }) {
    if (platforms.length === 0)
        return [{ budget, of: '' }];
    return platforms.map((one) => ({ budget: one.budget, of: ` for ${one.platform}` }));
}
/** One row for each platform of an image for several, as plain words; none for an image for one. */
function platformRows({ platforms = [], sizeMetric, comparison }) {
    const { minChangeBytes = 0 } = comparison ?? {};
    return platforms.map((platform) => {
        const { compressedBytes, uncompressedBytes, baseline, isBelowMinChange = false } = platform;
        // What makes the change none is said of the metric alone.
        const describe = (of, now, before) => {
            if (before === undefined)
                return 'no baseline';
            const isNone = of === sizeMetric ? isBelowMinChange : (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .countsAsNone */ .P4)(now - before, { minChangeBytes });
            return isNone ? 'no change' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(now - before);
        };
        return [
            platform.platform,
            (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(compressedBytes),
            describe('compressed', compressedBytes, baseline?.compressedBytes),
            (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(uncompressedBytes),
            describe('uncompressed', uncompressedBytes, baseline?.uncompressedBytes),
            describeBudget(platform),
        ];
    });
}
function describeBudget({ budget }) {
    const limits = (0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_1__/* .exceededLimits */ .eG)(budget).map((limit) => limit.kind === 'size' ? (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(limit.limitBytes) : limit.written);
    if (limits.length === 0)
        return budget.kind === 'passed' ? 'passed' : '';
    return `over ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .listWords */ .yh)(limits)}${budget.kind === 'overridden' ? ' (allowed)' : ''}`;
}
/** The parts that changed, the largest change first, as name, versions, compressed and uncompressed change; and how many found no room. */
function partRows(comparison, metric, maxRows, quote) {
    const parts = (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .changedParts */ .Ty)(comparison, metric);
    const rows = parts.slice(0, maxRows).map((part) => {
        const { compressedChangeBytes: compressed, uncompressedChangeBytes: uncompressed } = part;
        const about = part.isEstimate && !(0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .countsAsNone */ .P4)(compressed, comparison) ? '≈ ' : '';
        const change = `${about}${changeCell(comparison, compressed)}`;
        return [
            (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .namePart */ .f0)(part, quote),
            (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .describeVersions */ .Tt)(part, quote),
            change,
            changeCell(comparison, uncompressed),
        ];
    });
    return { rows, left: parts.length - rows.length };
}
/** By how much a part, a file or a layer changed. */
function changeCell(comparison, changeBytes) {
    return (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_4__/* .countsAsNone */ .P4)(changeBytes, comparison) ? 'no change' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(changeBytes);
}


/***/ }),

/***/ 2570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   L5: () => (/* binding */ parseFields),
/* harmony export */   aK: () => (/* binding */ parseKeyValue),
/* harmony export */   ll: () => (/* binding */ formatFields)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8835);


function parseRows(text, options) {
    try {
        return (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { ...options, columns: false, relax_column_count: true });
    }
    catch (error) {
        throw new Error(`the list can't be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Splits a list input by line, with the CSV rules of docker/build-push-action. Throws an Error for an unclosed quote. */
function parseList(text, form) {
    const { splitAtCommas, hasQuotes = true, keepsSpaces = false } = form;
    const rows = parseRows(text, {
        quote: hasQuotes ? '"' : null,
        relax_quotes: true,
        comment: '#',
        comment_no_infix: true,
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
/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws an Error for an unclosed quote. */
function parseFields(value) {
    return parseRows(value, { trim: true })[0] ?? [];
}
/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
function formatFields(fields) {
    return fields
        .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}


/***/ }),

/***/ 5934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6118);




/** Reads an archive entry by entry, passing over what `take` leaves alone. Throws an Error for one that is no tar or that is cut. */
async function readTar(path, take) {
    const entries = tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract();
    const reading = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), entries);
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
                pipeTo: (target) => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(content, target, { signal }),
                read: () => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(content, (source) => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(source), { signal }),
            });
            entry.resume();
        }
        await reading;
    }
    catch (error) {
        throw error instanceof Error && error.name === 'AbortError' ? error.cause : error;
    }
}


/***/ }),

/***/ 4305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ kindOfPath),
/* harmony export */   Fv: () => (/* binding */ walkFiles),
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   x0: () => (/* binding */ walkFolders),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** What tools write, in which nobody keeps sources. */
const skipped = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults']);
/**
 * Gives the folders below a folder with what is in them, as paths in it, with `/`, itself as an empty one: those nearest to the top first and then by
 * name; not those that tools write, and none of what comes after `maxFolders`. Links are not followed, and a folder that can't be read is empty.
 */
function* walkFolders(folder, { maxFolders = 2_000, without } = {}) {
    const folders = [''];
    for (const path of folders.values()) {
        const entries = entriesOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path)).sort((a, b) => a.name.localeCompare(b.name, 'en'));
        for (const entry of entries) {
            const inner = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, entry.name);
            if (folders.length < maxFolders && entry.isDirectory() && !skipped.has(entry.name) && inner !== without)
                folders.push(inner);
        }
        yield { path, entries };
    }
    return undefined;
}
/** The files that are in them. */
function* walkFiles(folder, limits) {
    for (const { path, entries } of walkFolders(folder, limits))
        for (const entry of entries)
            if (entry.isFile())
                yield node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, entry.name);
    return undefined;
}
/** A folder and those above it, up to `top`; none where it is not in that. */
function foldersUp(folder, top) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (folder === top)
        return [folder];
    const others = above === folder ? [] : foldersUp(above, top);
    return others.length === 0 ? [] : [folder, ...others];
}
function entriesOf(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** What is at a path, through links; undefined also where one of the folders above it is a file. */
function kindOfPath(path) {
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
    }
    catch {
        return undefined;
    }
}
const maxLength = 1024 * 1024;
/** The text of a file, at most a mebibyte of it; empty where it can't be read. */
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').slice(0, maxLength);
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 4487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
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

/***/ 8932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M5: () => (/* binding */ HeldLog),
/* harmony export */   PF: () => (/* binding */ runPhase),
/* harmony export */   Qd: () => (/* binding */ maxSilenceMs)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);

/** Longer than this nobody is left without a sign of life. */
const maxSilenceMs = 30_000;
/** Does one part of the job; a line of the log says what came out and in what time, after a sign of life every 30 s. */
async function runPhase(log, title, work, outcomeOf) {
    const startedAt = performance.now();
    const took = () => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(performance.now() - startedAt);
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
/** Keeps what is logged until somebody has room for it; from then on it goes there at once. */
class HeldLog {
    #held = [];
    #log;
    /** Hands on what was logged, waiting for the end of a group that is open, and all that follows. */
    async release(log) {
        for (let next = this.#held.shift(); next !== undefined; next = this.#held.shift())
            await next(log);
        this.#log = log;
    }
    info = this.#keeper('info');
    debug = this.#keeper('debug');
    notice = this.#keeper('notice');
    warning = this.#keeper('warning');
    error = this.#keeper('error');
    group(title, work) {
        if (this.#log !== undefined)
            return this.#log.group(title, work);
        const lines = [];
        let print = (line) => lines.push(line);
        const done = work((line) => {
            print(line);
        });
        this.#held.push((log) => log.group(title, async (shown) => {
            lines.forEach(shown);
            print = shown;
            await done.catch(() => undefined); // Whoever logs it hears of that.
        }));
        return done;
    }
    #keeper(kind) {
        return (text, place) => {
            const show = (log) => {
                log[kind](text, place);
            };
            if (this.#log === undefined)
                this.#held.push(show);
            else
                show(this.#log);
        };
    }
}


/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onceFor)
/* harmony export */ });
/** Remembers what a function gave for an object as long as that lives; neither object nor answer may be changed afterwards. */
function onceFor(work) {
    const known = new WeakMap();
    return (of) => {
        const remembered = known.get(of) ?? { answer: work(of) };
        known.set(of, remembered);
        return remembered.answer;
    };
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ changes),
/* harmony export */   LR: () => (/* binding */ sizes),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   TW: () => (/* binding */ readFileAs),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   _4: () => (/* binding */ changeBytes),
/* harmony export */   ag: () => (/* binding */ said),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   gf: () => (/* binding */ parseAs),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);


/** A value, and what it means where its name doesn't say that. */
const said = (schema, text) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(text));
/** The same of what may be absent. */
const maybe = (schema, text) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(said(schema, text));
/** A number of bytes. */
const bytes = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** By how many bytes something changed. */
const changeBytes = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b());
/** A duration. */
const milliseconds = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** How many there are. */
const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** Of a blob, a manifest or a config. */
const digest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^sha256:[0-9a-f]{64}$/));
/** Of git. */
const commit = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** A text that may be absent. */
const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/** In ISO 8601. */
const time = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX());
/** Of an image, a layer or a part. */
const sizes = { compressedBytes: bytes, uncompressedBytes: bytes };
/** Of an image or a part. */
const changes = { compressedChangeBytes: changeBytes, uncompressedChangeBytes: changeBytes };
/** Where something stands. */
const place = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    file: said(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), 'Relative to the workspace.'),
    line: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(count),
    column: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(count),
});
/** A list for which Go writes null where it has nothing in it. */
const listOf = (item) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item), []);
/** How many tests there are, and what they came to. */
const counts = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ total: count, passed: count, failed: count, skipped: count });
/** What a JSON text holds, checked; undefined for a text that is no JSON or holds something else. */
function parseAs(schema, text) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, JSON.parse(text));
        return parsed.success ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}
/** The same of a file; undefined also where it can't be read. */
async function readFileAs(schema, path) {
    return parseAs(schema, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path ?? '', 'utf8').catch(() => ''));
}


/***/ }),

/***/ 8263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ runSmokeTest),
  P: () => (/* binding */ smokeSchema)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
// EXTERNAL MODULE: ./lib/src/docker/builder.js
var builder = __webpack_require__(6096);
;// CONCATENATED MODULE: ./lib/src/smoke/choose-port.js
/** The port that was asked for, else the one that the image EXPOSEs, else, also between several, what its environment tells ASP.NET. */
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/docker/docker.js + 1 modules
var docker = __webpack_require__(8684);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
;// CONCATENATED MODULE: ./lib/src/smoke/container.js








const shortDeadlineMs = 30_000;
/** Most lines of a log that are kept. */
const maxLogLines = 200;
const imageConfigSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    ExposedPorts: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), {}),
    Env: (0,schema_values/* listOf */.c3)(dist/* string */.YjP()),
    Healthcheck: dist/* nullish */.cl6(dist/* object */.Ikc({ Test: (0,schema_values/* listOf */.c3)(dist/* string */.YjP()) })),
}), dist/* transform */.pdi(({ ExposedPorts, Env: env, Healthcheck }) => {
    const [test = 'NONE'] = Healthcheck?.Test ?? [];
    return { exposedPorts: Object.keys(ExposedPorts), env, hasHealthcheck: test !== 'NONE' };
}));
const stateSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    Running: dist/* boolean */.zMY(),
    ExitCode: dist/* number */.aig(),
    OOMKilled: dist/* boolean */.zMY(),
    StartedAt: dist/* string */.YjP(),
    FinishedAt: dist/* string */.YjP(),
    Health: dist/* nullish */.cl6(dist/* object */.Ikc({
        Status: dist/* string */.YjP(),
        Log: (0,schema_values/* listOf */.c3)(dist/* object */.Ikc({ ExitCode: dist/* number */.aig(), Output: dist/* string */.YjP() })),
    })),
}), dist/* transform */.pdi(({ Running, ExitCode, OOMKilled, StartedAt, FinishedAt, Health }) => {
    const last = Health?.Log.at(-1);
    return {
        ...{ isRunning: Running, exitCode: ExitCode, isOutOfMemory: OOMKilled },
        ...{ startedAt: StartedAt, finishedAt: FinishedAt },
        health: Health && {
            status: Health.Status,
            lastExitCode: last?.ExitCode,
            lastOutput: last?.Output ?? '',
        },
    };
}));
/** What a container that runs an image of one's own may need: an entry script changes owners, and then its user. */
const capabilities = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];
/**
 * The arguments that start a container with no more rights than it needs; a HEALTHCHECK is asked every second, so that it is not waited for. Words that begin
 * with an option are arguments for the image's ENTRYPOINT, others replace it.
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
        if ((0,docker/* isDone */.$L)(ended))
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
        if (!(0,docker/* isDone */.$L)(asked)) {
            const why = asked.kind === 'exited' ? cleanError(asked.stderr) : 'it gave no answer';
            throw new errors/* UserError */.yo('The Docker engine lost the container of the smoke test', why);
        }
        return dist/* parse */.qgA(stateSchema, JSON.parse(asked.stdout));
    }
    /** The last lines of stdout and stderr, in the order in which they were written. */
    async logLines() {
        const args = ['logs', '--timestamps', '--tail', String(maxLogLines), this.name];
        const asked = await this.#ask(args);
        if (!(0,docker/* isDone */.$L)(asked))
            return [];
        const timeOf = (line) => line.split(' ', 1)[0] ?? '';
        return [...asked.stdout.split('\n'), ...asked.stderr.split('\n')]
            .filter((line) => line !== '')
            .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0))
            .slice(-maxLogLines)
            .flatMap((line) => (0,shared_text/* splitLines */.uz)(line.slice(line.indexOf(' ') + 1).replace(/\r$/, '')));
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
    return dist/* parse */.qgA(imageConfigSchema, JSON.parse(asked));
}
function cleanError(stderr) {
    return stderr
        .replace(/\n+Run 'docker run --help'.*$/s, '')
        .replace(/^docker: /, '')
        .trim();
}

// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
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
    return `${title}${answer} after ${(0,format/* formatDuration */.a3)(end.durationMs)}`;
}
/** Words a failure: in its title what happened, below it why that may be and the end of the container's log. */
function describeFailure(end, context) {
    if (end.kind === 'passed')
        return undefined;
    const [what, ...hints] = explain(end, context);
    const told = [...hints, 'Nothing was loaded or pushed.', ...tellLog(end, context.logLines)];
    return { title: `Smoke test: ${what}`, message: told.join('\n') };
}
function explain(end, context) {
    const limit = formatLimit(context.timeoutMs);
    switch (end.kind) {
        case 'no-port':
            return [
                'the port is not known',
                'The image EXPOSEs no port and sets no ASPNETCORE_HTTP_PORTS: write EXPOSE 8080 into the Dockerfile, or set smoke-port.',
            ];
        case 'no-healthcheck':
            return [
                'the image has no HEALTHCHECK',
                'smoke-test: healthcheck waits for the one of the image. Write one into the Dockerfile, or give a path such as /healthz.',
            ];
        case 'elsewhere':
            return [
                'the container can not be reached',
                `A path is asked at the loopback address of the machine with the Docker engine, and that is another one (${end.host}).`,
                'There, use smoke-test: healthcheck or a command.',
            ];
        case 'not-started':
            return ['the container could not be started', (0,shared_text/* plainText */.wh)(end.why)];
        case 'stopped':
            return explainStop(end, context.check);
        case 'no-success':
            return explainAnswer(end.last, context);
        case 'unhealthy':
            return explainHealth(end.health, limit);
        case 'not-ended':
            return [
                `the command did not end within ${limit}`,
                'A command has to end by itself, with 0. For one that serves, give a path such as /healthz; for a slow one, set smoke-timeout.',
            ];
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
    const what = `${who} exited with ${exitCode}${signal === undefined ? '' : ` (${signal})`} after ${(0,format/* formatDuration */.a3)(durationMs)}`;
    if (check.kind === 'command')
        return [what, `${check.written} has to end with 0.`];
    const wanted = check.kind === 'path' ? `GET ${check.path} answered 2xx` : 'its HEALTHCHECK succeeded';
    return [what, `It ended before ${wanted}.`];
}
function explainAnswer(last, context) {
    const { check, port, timeoutMs } = context;
    const asked = describeCheck(check, undefined);
    const limit = formatLimit(timeoutMs);
    switch (last?.kind) {
        case 'answered':
            return [
                `${asked} answered ${last.status} for ${limit}`,
                ...(last.location === undefined
                    ? []
                    : [`It redirects to ${(0,shared_text/* plainText */.wh)(last.location)}: give a path that answers 2xx itself.`]),
                ...(last.body.trim() === '' ? [] : [said(last.body)]),
            ];
        case 'silent':
            return [`${asked} gave no answer within ${limit}`, 'The connection was taken, and nothing came.'];
        case 'not-http':
            return [
                `port ${port?.port ?? 0} does not speak HTTP`,
                `${port?.reason ?? ''}. HTTPS is not spoken here: set smoke-port to the port for plain HTTP.`,
            ];
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
        return [what, 'Set smoke-port to the port that it listens on, or smoke-timeout if it starts slowly.'];
    return [`${what}, the log says it listens on ${urls.join(', ')}`, adviseOn(urls, number)];
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
    return [what, code, ...(lastOutput.trim() === '' ? [] : [said(lastOutput)])];
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
    return (0,format/* formatDuration */.a3)(timeoutMs).replace('.0 s', ' s');
}
function said(text) {
    return `It said: ${(0,shared_text/* oneLine */.TN)(text).slice(0, maxLineLength)}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./lib/src/smoke/wait-for-answer.js



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
            return { kind: 'passed', durationMs, httpStatus: answer.status, memoryBytes };
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
            return { kind: 'passed', durationMs, memoryBytes };
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
    return { kind: 'passed', durationMs, exitCode };
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
const maxBodyLength = 2_000;
/** Asks a server at an address such as `127.0.0.1:32768`, without a proxy; no redirect is followed. Throws nothing for what the server does. */
async function askHttp(address, path, deadlineMs, over) {
    const { pathname, search } = new URL(`http://${address}${path}`);
    const [host, port] = address.split(':');
    // `localhost`: ASP.NET's AllowedHosts, where a team set it, rarely has an address.
    const headers = { host: 'localhost', 'user-agent': 'dotnet-container-smoke-test', accept: '*/*' };
    const signal = AbortSignal.any([AbortSignal.timeout(Math.max(1, deadlineMs)), over]);
    const request = (0,external_node_http_.get)({ host, port, path: `${pathname}${search}`, headers, agent: false, signal });
    let response;
    try {
        ;
        [response] = (await (0,external_node_events_.once)(request, 'response'));
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'silent' };
        return { kind: error.code?.startsWith('HPE_') ? 'not-http' : 'refused' };
    }
    // What breaks off now has answered all the same.
    request.on('error', () => undefined);
    let body = '';
    try {
        for await (const chunk of response.setEncoding('utf8')) {
            body += String(chunk);
            // One that never ends must not hold the process.
            if (body.length >= maxBodyLength)
                break;
        }
    }
    catch {
        // The same.
    }
    const { statusCode: status = 0, headers: said } = response;
    return { kind: 'answered', status, location: said.location, body: body.slice(0, maxBodyLength) };
}

// EXTERNAL MODULE: ./lib/src/build/build-final.js
var build_final = __webpack_require__(8956);
// EXTERNAL MODULE: ./lib/src/docker/engine-image.js
var engine_image = __webpack_require__(5489);
// EXTERNAL MODULE: ./lib/src/measure/measure-saved.js + 1 modules
var measure_saved = __webpack_require__(1169);
;// CONCATENATED MODULE: ./lib/src/smoke/smoke-test.js
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














/** What came of starting the image. */
const smokeSchema = dist/* object */.Ikc({
    check: (0,schema_values/* said */.ag)(dist/* string */.YjP(), 'What was asked, such as `GET /healthz on port 8080`.'),
    outcome: dist/* picklist */.KIO(['passed', 'failed']),
    durationMs: (0,schema_values/* said */.ag)(schema_values/* milliseconds */.Rz, 'From the start of the container to the success of the test, or to its failure; 0 where it never started.'),
    httpStatus: dist/* optional */.lqM(schema_values/* count */.U9),
    exitCode: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b())),
    memoryBytes: (0,schema_values/* maybe */.no)(schema_values/* bytes */.ee, 'What the container used when the test had passed, without the page cache.'),
    logLines: (0,schema_values/* said */.ag)(dist/* array */.YOg(dist/* string */.YjP()), 'The last lines that the container wrote.'),
});
/** Starts the measured image and looks whether it works, if that was asked for; nothing of it stays. Throws a UserError for docker's faults. */
async function runSmokeTest(tools, { smokeCheck: check, ...settings }, image) {
    if (check === undefined)
        return { report: undefined, warnings: [] };
    const warnings = [];
    const held = { warning: (text) => void warnings.push(text) };
    const start = (reference) => test(tools, { check, settings, reference, held });
    try {
        return { report: await withLoadedImage(tools, image, start, held), warnings };
    }
    catch (error) {
        for (const warning of warnings)
            tools.log.warning(warning);
        throw error;
    }
}
async function test({ docker, log, tempFolder }, { check, settings, reference, held }) {
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
        const removal = ['container', 'rm', '--force', '--volumes', container.name];
        const startAndWait = async () => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _removed = __addDisposableResource(env_1, docker.undoLater(removal, (words) => {
                    if (!/no such container/i.test(words))
                        held.warning(`The container ${container.name} could not be removed: ${words}`);
                }), true);
                const startedAt = performance.now();
                const why = await container.start(start, tempFolder);
                if (why !== undefined)
                    return { end: { kind: 'not-started', why }, logLines: await container.logLines() };
                const how = { container, network, timeoutMs: settings.smokeTimeoutMs, startedAt };
                const end = await wait(how, check, port);
                return { end, logLines: await container.logLines() };
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
        };
        const { end, logLines } = obstacle === undefined ? await startAndWait() : { end: obstacle, logLines: [] };
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
    const host = (await (0,builder/* askEngineAddress */.Sc)(docker)) ?? '';
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
 * The network of the container that this process runs in, as in a job with `container:`, from which the loopback address of the engine's machine can't be
 * reached. Undefined on a machine, in its own network, and where the engine does not know this container.
 */
async function findOwnNetwork(docker) {
    if (!(0,external_node_fs_.existsSync)(sign))
        return undefined;
    // The name of a container's machine is its id, unless somebody gave it another one.
    const args = ['container', 'inspect', '--format', '{{json .NetworkSettings.Networks}}', (0,external_node_os_.hostname)()];
    const networks = (0,schema_values/* parseAs */.gf)(networksSchema, (await docker.ask(args, deadlineMs)) ?? '') ?? {};
    return Object.keys(networks).find((name) => name !== 'host' && name !== 'none');
}
/** Loads the measured image under a name of its own for `work`, and takes the name away again. Throws a UserError, also for another image. */
async function withLoadedImage({ docker, log, tempFolder }, { request, outputs, measured }, work, held) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const own = __addDisposableResource(env_2, (0,engine_image/* makeOwnName */._V)(docker, held, 'smoke-test'), true);
        const { reference } = own;
        const words = {
            title: 'Load the image for the smoke test, under a name of its own',
            failure: 'The image could not be loaded for its smoke test',
        };
        const asked = { ...request, tags: [reference], outputs: [...outputs, 'type=docker'] };
        const { configDigest } = await (0,build_final/* repeatBuild */.iD)(docker, log, words, asked, tempFolder);
        // Where buildx names no config, by the content of its layers: that is all of an image that can come out differently the second time.
        const diffIds = configDigest === undefined ? await (0,measure_saved/* readDiffIds */._)(docker, reference) : undefined;
        const isMeasured = configDigest === undefined
            ? diffIds?.join() === measured.layers.map(({ diffId }) => diffId).join()
            : configDigest === measured.configDigest;
        if (!isMeasured)
            throw notMeasured(measured);
        return await work(reference);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function notMeasured({ configDigest }) {
    return new errors/* OtherImageError */.wD('The smoke test got another image than the measured one', `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
        'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.');
}


/***/ }),

/***/ 6692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eQ: () => (/* binding */ CompilerMessages),
  iZ: () => (/* binding */ describeByProject),
  Xc: () => (/* binding */ describeMessage),
  fF: () => (/* binding */ onceEach),
  Ss: () => (/* binding */ parseCompilerMessage),
  _p: () => (/* binding */ stopsBuild)
});

// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/testing/results/test-results.js
var test_results = __webpack_require__(9097);
// EXTERNAL MODULE: ./lib/src/shared/group-by.js
var group_by = __webpack_require__(4487);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/testing/failed-builds.js

/**
 * Keeps the errors that stopped the build of a project until MSBuild says that it built it all the same, as in `dotnet test || dotnet test`. A test run is
 * no sign of that: it may be of what an earlier build left. Microsoft.Testing.Platform's `dotnet test` does not say what it built.
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
function describeMessage(message) {
    return joinPlace(whereIs(message), message);
}
/** Messages that say the same of several projects, each once: `Shop/Shop.csproj and 2 more: NU1101 …`. */
function describeByProject(messages) {
    const said = (0,group_by/* groupBy */.$)(messages, ({ code, text }) => `${code} ${text}`);
    return [...said.values()].flatMap((same) => {
        const [first, ...others] = new Set(same.map(whereIs));
        const more = others.length === 0 ? '' : ` and ${(0,format/* formatCount */.B4)(others.length)} more`;
        return same.slice(0, 1).map((message) => joinPlace(first && `${first}${more}`, message));
    });
}
function joinPlace(place, { code, text }) {
    const words = [code, text].filter((part) => part !== '').join(' ');
    return place === undefined ? words : `${place}: ${words}`;
}
function whereIs({ place, file, line }) {
    if (place !== undefined)
        return (0,errors/* formatPlace */.dE)(place);
    return file === undefined ? undefined : (0,errors/* formatPlace */.dE)({ file, line });
}
/** Whether a message is surely an error that stopped a build, by its code and project. What tests print of a compiler may look like the rest. */
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
 * Reads MSBuild's `origin(line,column): severity code: text [project]` (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks);
 * undefined for any other line, and for a message without a code that no position or project vouches for.
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
    /** The messages in the order of the log; one without words has at least its code. */
    list() {
        const said = [...this.#byKey.values()].filter(({ code, text }) => code !== '' || text !== '');
        return [...new Map(said.map((message) => [keyOf(message), message])).values()];
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
        const key = keyOf(message);
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
/** Whether a message may go on with one before it: each line of NuGet's text (`  Connection refused`) or of a task's stack has the whole form. */
function isContinuation({ text, code }) {
    return /^\s|^$/.test(text) || code === 'MSB4018';
}
function keyOf({ file, line, column, severity, code, text }) {
    return [file, line, column, severity, code, text].join('\0');
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

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ mergeCoverage),
/* harmony export */   Qq: () => (/* binding */ lineCoveragePercent),
/* harmony export */   Yr: () => (/* binding */ branchCoveragePercent),
/* harmony export */   aU: () => (/* binding */ coverageSchema),
/* harmony export */   g9: () => (/* binding */ describeMissingCollectors),
/* harmony export */   s5: () => (/* binding */ noCoverage),
/* harmony export */   y9: () => (/* binding */ describeMissingCoverage)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);
/* harmony import */ var _log_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4129);
/* harmony import */ var _plan_instrument_result_strategy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4277);




const countsEntries = { linesCovered: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, linesValid: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, branchesCovered: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, branchesValid: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9 };
/** Lines and branches that tests reached, of those that there are: in all reports together, and by file in the order of their paths. */
const coverageSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    total: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc(countsEntries),
    files: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ...countsEntries })),
});
/** Covered lines in percent; 100 for code without lines. */
function lineCoveragePercent({ total }) {
    return total.linesValid === 0 ? 100 : (total.linesCovered / total.linesValid) * 100;
}
/** Covered branches in percent; 100 for code without branches. */
function branchCoveragePercent({ total }) {
    return total.branchesValid === 0 ? 100 : (total.branchesCovered / total.branchesValid) * 100;
}
/**
 * Merges by file and line, without the assemblies of the tests themselves. A line is covered if any report says so; of its branches the
 * best count holds, since Cobertura does not say which of them were taken. So a report that is found twice changes nothing.
 */
function mergeCoverage(modules, testAssemblies) {
    const tests = new Set(Array.from(testAssemblies, (name) => (0,_log_text_js__WEBPACK_IMPORTED_MODULE_1__/* .assemblyName */ .UU)(name).toLowerCase()));
    const merged = new Map();
    for (const { name, files } of modules)
        if (!tests.has(name.toLowerCase()))
            for (const file of files)
                mergeFile(merged, file);
    const files = [...merged.values()].map(countFile).sort((a, b) => (a.path < b.path ? -1 : 1));
    return { total: sum(files), files };
}
function mergeFile(merged, { path, hits, branches }) {
    const into = merged.get(path) ?? { path, hits: new Map(), branches: new Map() };
    merged.set(path, into);
    for (const [line, count] of hits)
        into.hits.set(line, Math.max(into.hits.get(line) ?? 0, count));
    for (const [line, { covered, valid }] of branches) {
        const old = into.branches.get(line) ?? { covered: 0, valid: 0 };
        into.branches.set(line, { covered: Math.max(old.covered, covered), valid: Math.max(old.valid, valid) });
    }
}
function countFile({ path, hits, branches }) {
    const counts = {
        path,
        linesCovered: 0,
        linesValid: hits.size,
        branchesCovered: 0,
        branchesValid: 0,
    };
    for (const count of hits.values())
        if (count > 0)
            counts.linesCovered += 1;
    for (const { covered, valid } of branches.values()) {
        counts.branchesCovered += covered;
        counts.branchesValid += valid;
    }
    return counts;
}
function sum(files) {
    const total = { linesCovered: 0, linesValid: 0, branchesCovered: 0, branchesValid: 0 };
    const names = Object.keys(total);
    for (const file of files)
        for (const name of names)
            total[name] += file[name];
    return total;
}
/** How the warning begins that no coverage was collected. */
const noCoverage = 'No coverage was collected';
/** Why there is no coverage although it was asked for, and what to do about it. `output` is what the tests printed. */
function describeMissingCoverage({ platformCoverage }, output) {
    const binary = output.map(({ text }) => /\/[^\s'"]*\.coverage(?=$|[\s'"])/.exec(text)?.[0]).find(Boolean);
    if (binary !== undefined)
        return `${noCoverage}: the tests wrote ${binary}, whose format only Visual Studio reads. Add --coverage-output-format cobertura.`;
    const isOnPlatform = platformCoverage !== undefined || output.some(({ text }) => /^\s*Test run summary: /.test(text));
    return isOnPlatform
        ? `${noCoverage}: the tests run on Microsoft.Testing.Platform, where the test projects need the package ` +
            `Microsoft.Testing.Extensions.CodeCoverage, and their command ${_plan_instrument_result_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .platformCoverageOptions */ .cS}.`
        : `${noCoverage}: the test projects need the package coverlet.collector.`;
}
/** What the tests were to collect and VSTest has no collector for: it goes on without, and its exit code is 0. */
function describeMissingCollectors(output) {
    const names = output.flatMap(({ text }) => /Unable to find a datacollector with friendly name '([^']+)'/.exec(text)?.[1] ?? []);
    return [...new Set(names)].map((name) => {
        const wayOut = name === 'XPlat Code Coverage' ? ' The test projects need the package coverlet.collector.' : '';
        return `A data collector was not found: the tests ran without "${name}".${wayOut}`;
    });
}


/***/ }),

/***/ 7315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ findFolder),
/* harmony export */   XA: () => (/* binding */ findProjectFolder),
/* harmony export */   YS: () => (/* binding */ isProject),
/* harmony export */   _C: () => (/* binding */ locateIn),
/* harmony export */   a$: () => (/* binding */ isBrought),
/* harmony export */   m0: () => (/* binding */ findInContext),
/* harmony export */   nM: () => (/* binding */ findAbove),
/* harmony export */   nv: () => (/* binding */ readInContext),
/* harmony export */   oG: () => (/* binding */ workdirOf),
/* harmony export */   wX: () => (/* binding */ containerPathIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _plan_commands_command_targets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1533);
/* harmony import */ var _plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3065);
/* harmony import */ var _plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8014);
/* harmony import */ var _inputs_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8894);
/* harmony import */ var _shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4305);







/** Whether a path is of a project or a solution. */
function isProject(path = '') {
    return /\.(?:slnx?|slnf|\w+proj)$/.test(path);
}
/** Whether a COPY or a bind mount brings a file of the context into the stage before an instruction, or is meant to. */
function isBrought(path, before) {
    return (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .brings */ .gt)((0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .treeBefore */ .mf)(before), path) || (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .mounts */ .Lk)(before, path);
}
/** The file of the context that stands, or would stand, at a path in the container: by COPY, else the longest end of the path that is there. May lead out with `..`. */
function findInContext(containerPath, place) {
    const { context } = place.sources.paths;
    const exists = (path, isFolder = false) => isFolder ? (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOfPath */ .Bs)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path)) === 'folder' : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path));
    const tree = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .readCopiedTree */ .ZI)(place.instruction.stage);
    const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(containerPath);
    const known = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .contextPathOf */ .ce)([tree], path, exists);
    if (known !== undefined)
        return known;
    const roots = rootsOf(tree);
    const relatives = (roots.length > 0 ? roots : [workdirOf(place)]).map((root) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(root, path));
    const parts = path.split('/').filter((part) => part !== '');
    const ends = parts.map((_, index) => parts.slice(index).join('/'));
    return [...relatives, ...ends].find((path) => exists(path)) ?? relatives[0] ?? path;
}
/** The text of the file of the build context that stands at an absolute path in the container; empty where there is none. */
function readInContext(containerPath, place) {
    return (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.sources.paths.context, findInContext(containerPath, place)));
}
/** Where the command runs: a `cd` in front of it counts. */
function findFolder(place) {
    const workdir = workdirOf(place);
    const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(place.instruction)) ?? [];
    return folder === undefined ? workdir : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.resolve(workdir, folder);
}
/** Where the command looks for a project: the folder that it names, else where it runs. */
function findProjectFolder(place) {
    const [given = '.'] = (0,_plan_commands_command_targets_js__WEBPACK_IMPORTED_MODULE_6__/* .readTargets */ .R0)((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(place.instruction).split(/\s+/));
    return node_path__WEBPACK_IMPORTED_MODULE_1__.posix.resolve(findFolder(place), given);
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
    const path = containerPath.startsWith('/') ? findInContext(containerPath, place) : containerPath;
    if ((0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOfPath */ .Bs)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path)) !== 'file')
        return undefined;
    return { file: (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path), workspace), line };
}
/** The nearest file of one of these names in a project's folder or one above it, in the workspace, by its place in the container. */
function findAbove(names, projectInContainer, place) {
    const { context, workspace } = place.sources.paths;
    const project = findInContext(projectInContainer, place);
    const folders = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_5__/* .foldersUp */ .TS)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, project)), workspace);
    for (const [depth, folder] of folders.entries()) {
        const name = names.find((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, one)));
        if (name !== undefined)
            return node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(projectInContainer, '../'.repeat(depth + 1), name);
    }
    return undefined;
}
/** Where an instruction runs. */
function workdirOf({ instruction }) {
    return (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .treeBefore */ .mf)(instruction).workdir;
}
/** Where the root of the build context stands in the container, as far as a file that is known at both places tells. */
function containerPathIn(place, path) {
    const tree = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .readCopiedTree */ .ZI)(place.instruction.stage);
    const known = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .containerPathOf */ .uB)(tree, path);
    return known ?? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(rootsOf(tree)[0] ?? tree.workdir, path);
}


/***/ }),

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ explainFailure),
  s: () => (/* binding */ explainHidden)
});

// EXTERNAL MODULE: ./lib/src/docker/build/buildkit-words.js
var buildkit_words = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/src/docker/build/build-result.js
var build_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/missing-file.js
var missing_file = __webpack_require__(4322);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/testing/compiler-messages.js + 1 modules
var compiler_messages = __webpack_require__(6692);
// EXTERNAL MODULE: ./lib/src/testing/log/read-log.js + 11 modules
var read_log = __webpack_require__(7739);
// EXTERNAL MODULE: ./lib/src/testing/failures/ways-out.js
var ways_out = __webpack_require__(4176);
// EXTERNAL MODULE: ./lib/src/testing/failures/failure.js
var failure = __webpack_require__(1335);
;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/base-image.js


const unresolved = /(?:^|[\s"])(\S+): failed to resolve source metadata for (\S+?): ([^]*)|^failed to resolve source metadata for (\S+?): ([^]*)/;
/** What fetches layers says; a cache is asked in the same words, and done without. */
const lostLayer = /httpReadSeeker[^]*|failed commit on ref "layer-[^]*/;
/** An image that a stage begins from, or copies from, could not be read from its registry. */
function readBaseImage(build) {
    const { error, sources } = build;
    const found = unresolved.exec(error.message);
    const [layer] = lostLayer.exec(error.message) ?? [];
    if (found === null && layer !== undefined)
        return explain(layer, layer);
    const image = found?.[1] ?? found?.[4];
    const why = (found?.[3] ?? found?.[5])?.trim();
    if (image === undefined || why === undefined)
        return undefined;
    const where = error.line === undefined ? '' : `${(0,failure/* lineOf */.cA)(build, error.line)}: `;
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
    if (ways_out/* isUntrusted */.fb.test(why))
        return {
            title: 'A base image could not be pulled',
            message: `${said}\nThe builder does not trust its registry: give it the certificate of the authority (ca in buildkitd.toml, or in /etc/docker/certs.d).`,
        };
    if (/unexpected commit digest/.test(why))
        return {
            title: 'A base image could not be pulled',
            message: `${said}\nWhat arrived is not what the registry promised: start the job again.`,
        };
    const isRefused = /\b40[13]\b|unauthorized|authorization|denied|authentication/i.test(why);
    const wayOut = isRefused
        ? 'Is the name right? Else log in to its registry before this step (docker/login-action), with an account that may read it. Runs of forks have no secrets.'
        : 'Is the name right, and can the builder reach its registry?';
    return { title: 'A base image could not be pulled', message: `${said}\n${wayOut}` };
}
/** A name of a stage that BuildKit took for an image: it looks like one of them, or stands in `--from` without tag, registry or folder. */
function describeNoStage(build, image) {
    const { sources, error, instruction } = build;
    const names = sources.dockerfile.stages.flatMap(({ name }) => name ?? []);
    const below = sources.dockerfile.stages.find(({ name }) => name === image);
    if (below !== undefined)
        return `stage ${image} begins below, at ${(0,failure/* lineOf */.cA)(build, below.firstLine)}, so it was taken for an image: a stage takes only from those above it.`;
    const meant = /\(did you mean (\S+?)\?\)/.exec(error.message)?.[1];
    const isNamed = meant !== undefined && names.includes(meant);
    const isOfFrom = instruction.flags.some(({ value }) => new RegExp(`(?:^|from=)${image}(?:,|$)`).test(value));
    if (!isNamed && !(isOfFrom && /^\w+$/.test(image)))
        return undefined;
    const words = `no stage above is called ${image}, so it was taken for an image`;
    return isNamed
        ? `${words}. Is it ${meant}?`
        : `${words}, which could not be pulled. The stages are ${names.join(', ')}.`;
}

// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/plan/commands/shell-text.js
var shell_text = __webpack_require__(3065);
// EXTERNAL MODULE: ./lib/src/testing/failures/stage-files.js
var stage_files = __webpack_require__(7725);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/shared/files/workspace-files.js
var workspace_files = __webpack_require__(4305);
// EXTERNAL MODULE: ./lib/src/testing/failures/context-paths.js
var context_paths = __webpack_require__(7315);
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
/** A project, or a file that it names, is not in the stage that builds it, and the files at hand tell why. */
function readMissingProject(build) {
    const named = findMissingPaths(build);
    const direct = named.flatMap((path) => (0,stage_files/* explainMissing */.Ce)(path, build) ?? []);
    // What a project refers to is looked for from where the project is.
    const isElsewhere = direct.some(({ kind }) => kind === 'elsewhere');
    const missing = [
        ...(isElsewhere
            ? direct
            : withReferences(named, build).flatMap((path) => (0,stage_files/* explainMissing */.Ce)(path, build) ?? [])),
        ...findPathsOfTools(build).flatMap((path) => (0,stage_files/* explainMissing */.Ce)(path, build, build.instruction) ?? []),
    ];
    if (missing.length === 0)
        return undefined;
    const message = (0,stage_files/* describeMissing */.UV)(missing, build).join('\n');
    return { title: titleOf(missing, build), message, isMissingFile: true };
}
/** The projects, then those that they refer to: NuGet names only the first that it does not find. */
function withReferences(paths, place) {
    const all = new Set(paths);
    for (const path of all) {
        if (!/\.\w+proj$/.test(path) || all.size > 200)
            continue;
        for (const [, reference = ''] of (0,context_paths/* readInContext */.nv)(path, place).matchAll(/<ProjectReference\s[^>]*Include="([^"$*]+)"/g))
            all.add(external_node_path_.posix.resolve(external_node_path_.posix.dirname(path), reference.replaceAll('\\', '/')));
    }
    return [...all];
}
/** What a build lacks, in a headline. */
function titleOf(missing, place) {
    const hasProject = missing.some(({ path }) => (0,context_paths/* isProject */.YS)(path));
    const has = (wanted) => missing.some(({ kind }) => kind === wanted);
    if (has('submodule'))
        return 'A submodule was not checked out';
    if (has('lfs'))
        return 'A file of Git LFS was not fetched';
    if (has('unversioned'))
        return 'A file is not in the repository';
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
    const isRestore = /\brestore\b/.test((0,shell_text/* commandOf */.Nl)((0,stage_files/* findFirstDotnetRun */.xV)(place)));
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
    /(?:can't|cannot) (?:open (?:file )?|cd to )'?([^\s':]+)/,
    /(?:^|[\s'"])([\w./-]+)['"]?: (?:Cannot open: )?[Nn]o such file or directory$/,
    /\bsh: (?:line )?(?:\d+: )?([\w.-]*\/[\w./-]+): not found$/,
    /existing (package-lock\.json)/,
];
/** The files that the tools of a step don't find, where no compiler has found more. */
function findPathsOfTools(build) {
    const { lines, messages } = build;
    if (messages.some(({ code, severity }) => severity === 'error' && !failure/* ranCommand */.XE.test(code)))
        return [];
    // What a project copies beside its program stands in its folder.
    const asSource = (path) => path.replace(/\/bin\/[^/]+\/[^/]+\//, '/');
    const missed = lines.flatMap((line) => {
        const path = missedByTools.map((words) => words.exec(line)?.[1]).find((one) => one !== undefined);
        // A `cd` that fails leads nowhere.
        const from = /\bcd\b/.test(line) ? (0,context_paths/* workdirOf */.oG)(build) : (0,context_paths/* findFolder */.Wj)(build);
        return path === undefined ? [] : [external_node_path_.posix.resolve(from, asSource(path))];
    });
    return [...new Set(missed)];
}
function findMissingPaths(build) {
    const workdir = (0,context_paths/* findFolder */.Wj)(build);
    // The project that has no assets file may be one that the restore never saw.
    const unrestored = build.errors.flatMap(({ code, project, text }) => code === 'NETSDK1004' ? (project ?? findProjectOfAssets(text, build) ?? []) : []);
    // What a restore passed over and a later COPY brought does no harm, where a later command restores it.
    const isHarmless = (path) => unrestored.length === 0 &&
        ['not-copied', 'elsewhere', undefined].includes((0,stage_files/* explainMissing */.Ce)(path, build)?.kind) &&
        (0,context_paths/* isBrought */.a$)((0,context_paths/* findInContext */.m0)(path, build), build.instruction);
    // Of a restore only what NuGet says makes it fail.
    const mayBlame = build.errors.some(({ code }) => !/^NU\d/.test(code));
    const skipped = mayBlame ? findSkipped(build).filter((path) => !isHarmless(path)) : [];
    const given = build.lines.flatMap((line) => {
        const [, option, path = option] = givenProject.exec(line.trim()) ?? [];
        return path === undefined || path.startsWith('-') ? [] : [external_node_path_.posix.resolve(workdir, path)];
    });
    const solutions = build.errors.some(({ code }) => code === 'MSB1003')
        ? findSolutions(build, (0,context_paths/* findProjectFolder */.XA)(build))
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
    const folder = (0,external_node_path_.join)(place.sources.paths.context, (0,context_paths/* findInContext */.m0)(`${workdir}/`, place));
    const names = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    const [name] = kinds.flatMap((kind) => names.filter((one) => kind.test(one)));
    return name === undefined ? [] : [external_node_path_.posix.join(workdir, name)];
}
/** The files that an error names, or the warning of a reference to a project that is not there, which the build goes on after. */
function pathsIn({ severity, code, text, project, file }, workdir) {
    if (code === 'NU1301' || (severity === 'warning' && code !== 'MSB9008'))
        return [];
    const folder = project === undefined ? workdir : external_node_path_.posix.dirname(project);
    if (file !== undefined && /^File not found\.?$/i.test(text))
        return [external_node_path_.posix.resolve(folder, file)];
    const paths = namedPaths
        .flatMap((pattern) => [...text.matchAll(pattern)].map(([, path = '']) => path.replaceAll('\\', '/')))
        .filter((path) => !isOutput.test(path));
    // Beside the whole path some have what the project says.
    const whole = paths.filter((path) => path.startsWith('/'));
    return (whole.length > 0 ? whole : paths).map((path) => external_node_path_.posix.resolve(folder, path));
}
/** The names that NuGet knows its settings by. */
const nugetConfigs = ['nuget.config', 'NuGet.config', 'NuGet.Config'];
const analyzerConfigs = ['.editorconfig', '.globalconfig'];
/** What NuGet, MSBuild and compilers need beside the projects, by the errors that tell that it is not there. */
const companions = [
    [/^NU10(?:15|10)$/, ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets']],
    [/^NU1004$/, ['Directory.Packages.props', 'Directory.Build.props']],
    [/^NU1(?:100|101|102|103|301)$/, nugetConfigs],
    [/^NETSDK1(?:013|127|022)$/, ['Directory.Build.props', 'Directory.Build.targets']],
    [/^MSB4236$/, ['global.json']],
    [/^CS(?:0103|0234|0246|[89]\d{3})$/, ['Directory.Build.props']],
    [/^(?!MSB|NETSDK|NU)[A-Z]+\d+$/, analyzerConfigs],
];
/** Settings of analyzers only matter where they name the code of the error. */
function mayMatter({ path }, code, { sources }) {
    const isOfAnalyzers = analyzerConfigs.some((name) => path.endsWith(name));
    return !isOfAnalyzers || (0,workspace_files/* readText */.yR)((0,external_node_path_.join)(sources.paths.context, path)).includes(code);
}
/** The files beside the projects (central versions, lock file, feeds, common properties) that errors ask for and the stage lacks. */
function findMissingCompanions(place) {
    return place.messages.flatMap(({ code, severity, text, file, project = file }) => {
        const names = companions.flatMap(([codes, some]) => severity === 'error' && codes.test(code) ? some : []);
        const projectFile = [file, project].find((path) => path !== undefined && /\.\w+proj$/.test(path));
        const folder = code === 'NU1301' ? /local source '([^']+)'/.exec(text)?.[1] : undefined;
        // It may be the name of a source, which nuget.config tells.
        const local = folder === undefined ? undefined : (0,stage_files/* explainMissing */.Ce)(folder, place);
        if (local !== undefined)
            return local;
        if (projectFile === undefined)
            return [];
        const groups = names.includes('nuget.config') ? [names] : names.map((name) => [name]);
        return groups.flatMap((group) => {
            const path = (0,context_paths/* findAbove */.nM)(group, projectFile, place);
            const file = path === undefined ? undefined : (0,stage_files/* explainMissing */.Ce)(path, place);
            return file === undefined || !mayMatter(file, code, place) ? [] : file;
        });
    });
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/compiler.js







/** Codes of the compilers for C#, F#, Visual Basic, Razor and TypeScript. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC|RZ|TS)\d+$/;
/** An analyzer speaks of a place in a source file, too, and so does dotnet format. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i;
/** An analyzer or a source generator that throws or can't be loaded; the compiler goes on without it. */
const brokenAnalyzer = /^(?:AD0001|CS8(?:032|033|034|040|784|785)|BC42(?:376|377|378|500|501))$/;
/** An analyzer or a version of the language that a newer compiler has. */
const ofNewerSdk = /^CS(?:1617|9057)$/;
/** A program without a beginning is of the code, though its error has no place there. */
const noMain = /^(?:CS5001|CS8805|BC30420|FS0222|FS0988)$/;
/** A compiler, an analyzer or dotnet format found errors in the code. */
function readCodeErrors(build) {
    const all = build.errors.filter(({ code, file = '', line }) => compilerCode.test(code) ||
        brokenAnalyzer.test(code) ||
        (code !== '' && line !== undefined && sourceFile.test(file)));
    // Those of generated code come of the others.
    const written = all.filter(({ file = '' }) => !/\/obj\/.*\.g\.cs$/.test(file));
    const errors = written.length > 0 ? written : all;
    if (errors.length === 0)
        return undefined;
    const count = (0,format/* plural */.LS)(errors.length, 'error');
    const missing = (0,stage_files/* describeMissing */.UV)(findMissingCompanions(build), build);
    const lines = [...(0,failure/* listLines */.i4)(errors.map(compiler_messages/* describeMessage */.Xc), errors.length), ...missing];
    const broken = build.messages.filter(({ code }) => brokenAnalyzer.test(code));
    if (broken.length > 0) {
        const others = lines.filter((line) => !broken.some((one) => (0,compiler_messages/* describeMessage */.Xc)(one) === line));
        return {
            title: 'An analyzer or source generator failed',
            message: [...(0,failure/* listLines */.i4)(broken.map(compiler_messages/* describeMessage */.Xc)), ...others].join('\n'),
        };
    }
    if (errors.some(({ code }) => ofNewerSdk.test(code)))
        return {
            title: 'The compiler did not get to the code',
            message: [...lines, `${(0,ways_out/* describeBase */.dM)(build)} Take one with a newer SDK.`].join('\n'),
        };
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
function isFormat({ instruction }, errors) {
    const asks = /\bdotnet[ -]format\b/.test((0,shell_text/* commandOf */.Nl)(instruction));
    return asks || errors.every(({ code }) => /^[A-Z]+$/.test(code));
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/coverage-threshold.js

/** coverlet's words, those of ReportGenerator and of tools of their kind. */
const belowThreshold = /\b(?:minimum|total|average)? ?(?:line|branch|method|block|statement)s?\b.*\bcoverage\b.*\bbelow\b|\bcoverage\b.*\b(?:is|was|of|does|did)\b.*\b(?:below|less than|lower than|under|not meet|smaller than)\b.*\b(?:threshold|minimum|specified|required|expected|target|\d)/i;
/** The tests passed, and a tool that measured their coverage failed the command. */
function readCoverageThreshold(build) {
    const texts = [...build.errors.map(({ text }) => text), ...build.lines].flatMap((text) => text.split('\n'));
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

// EXTERNAL MODULE: ./lib/src/plan/commands/classify-command.js
var classify_command = __webpack_require__(4045);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/definition.js





/** A FROM has a variable that nothing gives a value. */
function readBaseArgument(build) {
    const { error, sources } = build;
    const isBlank = /base name \(.*\) should not be blank|failed to parse stage name|empty platform value|invalid reference format/.test(error.message);
    const { line = 0 } = error;
    const stage = sources.dockerfile.stages.findLast(({ firstLine }) => firstLine <= line);
    if (!isBlank || stage === undefined)
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
    return describeNoValue(`${(0,failure/* lineOf */.cA)(build, stage.firstLine)}, ${from},`, name, declaredAt);
}
/** Who needs a build argument that has no value, and how it gets one. */
function describeNoValue(who, name, declaredAt) {
    const why = declaredAt > 0
        ? `ARG ${name} (line ${declaredAt}) has no default.\nSet the input build-args: ${name}=…, or give it a default: ARG ${name}=…`
        : `no ARG ${name} stands above the first FROM, the only place that FROM reads.\n` +
            `Write ARG ${name}=… above the first FROM; the input build-args then sets another value: ${name}=…`;
    return {
        title: 'A build argument has no value',
        message: `${who} needs the build argument ${name}: it has no value, and ${why}`,
    };
}
/** The line, from 1, of the first ARG that declares a name; 0 where none does. */
function lineOfArgument(name, lines) {
    return lines.findIndex((line) => new RegExp(`^\\s*ARG\\s+(?:.*\\s)?${name}\\b`, 'i').test(line)) + 1;
}
/** Variables that images have by themselves, whatever an ARG of that name says. */
const ofImages = /^(?:(?:DOTNET|ASPNET|ASPNETCORE|NUGET|NODE|YARN)_\w+|APP_UID|HOME|PATH|USER)$/;
/** What says that a variable is empty: who reads it, or dotnet, whose words then are others than the team wrote. */
const isEmpty = /unbound variable|not set|is (?:empty|null|missing|required)/i;
/** What dotnet says of a command in which a word is missing, or is empty. */
const isIncomplete = /error MSB10(?:01|03|09)|Required argument missing|^error: Both UserName and Password /;
/** A RUN takes a variable that no value was given for, or that an ARG declares elsewhere: above the first FROM, or in another stage. */
function readUndeclaredArgument(build) {
    const { sources, instruction } = build;
    if (instruction.keyword !== 'RUN')
        return undefined;
    const command = (0,shell_text/* commandOf */.Nl)(instruction);
    const { variables } = (0,copied_paths/* treeBefore */.mf)(instruction);
    const declared = (0,stage_graph/* instructionsOf */.Jk)(instruction.stage)
        .filter(({ keyword }) => keyword === 'ARG')
        .map(({ argument }) => argument);
    for (const [, name = ''] of command.matchAll(/\$\{?([A-Za-z_]\w*)\}?/g)) {
        const isDeclared = declared.some((words) => new RegExp(`\\b${name}\\b`).test(words));
        const isMissed = build.lines.some((line) => (line.includes(name) ? isEmpty : isIncomplete).test(line));
        const isHere = variables.has(name) || ofImages.test(name) || isDeclared;
        const run = `RUN of ${(0,failure/* lineOf */.cA)(build, instruction.firstLine)}`;
        const line = lineOfArgument(name, sources.dockerfile.text.split('\n'));
        if (isDeclared && !variables.has(name) && isMissed)
            return describeNoValue(run, name, line);
        if (isHere || line === 0 || new RegExp(`\\b${name}=|\\b(?:read|for) +${name}\\b`).test(command))
            continue;
        const where = line < (sources.dockerfile.stages[0]?.firstLine ?? 1)
            ? 'stands above the first FROM'
            : 'is of another stage';
        return {
            title: 'A build argument is not declared in the stage',
            message: `${run} takes $${name}, which is empty there: ARG ${name} of ${(0,failure/* lineOf */.cA)(build, line)} ${where}.\n` +
                `Add below ${(0,failure/* lineOf */.cA)(build, instruction.stage.fromLastLine)}:\n  ARG ${name}`,
        };
    }
    return undefined;
}
/** `# check=error=true`: what BuildKit's checks found are errors. */
function readFailedChecks(build) {
    const rules = /lint violation found for rules: (.*)/.exec(build.error.message)?.[1];
    if (rules === undefined)
        return undefined;
    const found = build.checks.map(({ rule, message, line }) => `${(0,failure/* lineOf */.cA)(build, line)}: ${rule}: ${message}`);
    const asked = build.sources.dockerfile.text.split('\n').findIndex((line) => /^#\s*check\s*=.*error=true/i.test(line)) +
        1;
    const why = asked > 0
        ? `${(0,failure/* lineOf */.cA)(build, asked)} makes errors of them`
        : 'The build argument BUILDKIT_DOCKERFILE_CHECK makes errors of them';
    return {
        title: 'Checks of the Dockerfile failed',
        line: build.checks[0]?.line,
        message: [
            ...(found.length > 0 ? found : [rules]),
            `${why}. Mend them, or leave one out: # check=skip=${rules.split(',')[0] ?? ''};error=true`,
        ].join('\n'),
    };
}
/** BuildKit's words for what stands in a Dockerfile, where they have no line. */
const ofDefinition = /dockerfile parse error|variable expansion is not supported|target stage .*could not be found|not allowed(?: by| in)|granting entitlement|circular dependency/;
/** BuildKit can't read the Dockerfile, or does not know what stands in it. */
function readParseError(build) {
    const { error, sources } = build;
    const hasPlace = error.line !== undefined && !build.hasStep;
    if (!hasPlace && !ofDefinition.test(error.message))
        return undefined;
    const words = error.message.replace(/^.*dockerfile parse error(?: on line \d+)?: /, '').trim();
    const lines = sources.dockerfile.text.split('\n');
    const text = lines[(error.line ?? 0) - 1]?.trim();
    const entitlement = /\b(network\.host|security\.insecure)\b/.exec(words)?.[1];
    return {
        title: entitlement === undefined ? 'The Dockerfile has an error' : 'The build needs an entitlement',
        message: [
            error.line === undefined ? words : `${(0,failure/* lineOf */.cA)(build, error.line)}: ${words}`,
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
        const isOfRun = /^\s*RUN\b|&&\s*$/i.test(lines[above - 1] ?? '');
        const [program = ''] = text.trim().split(/\s/);
        return isOfRun || !(program === 'dotnet' || (0,classify_command/* isHarmless */.EW)(program))
            ? [`If it goes on with ${(0,failure/* lineOf */.cA)(build, above)}, that line has to end in \\`]
            : [`A command of a shell stands behind RUN: RUN ${text.trim().slice(0, 200)}`];
    }
    const marker = /<<-?\s*["']?(\w+)/.exec(text)?.[1];
    if (words.startsWith('unterminated heredoc') && marker !== undefined)
        return [`A line with nothing but ${marker} has to end it.`];
    const isOld = /unknown flag|unsupported mount type/.test(words) && !/^#\s*syntax=/im.test(lines.join('\n'));
    return isOld ? ['A newer frontend may know it: make # syntax=docker/dockerfile:1 the first line.'] : [];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/foreign-obj.js






const assets = 'project.assets.json';
/** A folder of a Windows machine, where NuGet looked for packages. */
const windowsPath = /(?:^|[\s'"])([A-Za-z]:\\[^'"\n]*)/;
/** What packages of node with native parts say where they were installed for another system or another node. */
const foreignModule = /You installed \S+ for another platform|Cannot find module '?@rollup\/rollup-|invalid ELF header|was compiled against a different Node\.js version|Could not load the "sharp" module/;
/** A COPY has brought the `obj` folder of another machine over what the build restored. */
function readForeignObj(build) {
    const errors = build.errors.filter(({ code, text }) => /^NETSDK10(?:04|05|47|64)$/.test(code) ||
        (code === 'MSB4018' && /ResolvePackageAssets|project\.assets\.json/.test(text)) ||
        (/^(?:MSB|NETSDK|NU)/.test(code) && code !== 'NU1301' && windowsPath.test(text)));
    const projects = errors.flatMap(({ project, file }) => project ?? file ?? []);
    const paths = projects.map((one) => external_node_path_.posix.join(external_node_path_.posix.dirname((0,context_paths/* findInContext */.m0)(one, build)), 'obj', assets));
    const from = errors.map(({ text }) => windowsPath.exec(text)?.[1]).find(Boolean);
    const where = from === undefined ? '' : `, with paths such as ${from}`;
    const brought = describeBrought(build, paths, `of another machine into the stage${where}`);
    if (brought === undefined && from === undefined)
        return undefined;
    return {
        title: 'The restore of another machine is in the way',
        message: (brought ?? [
            `An obj/${assets} of another machine is in the build${where}.`,
            describeIgnoreFile(build, `obj/${assets}`),
        ]).join('\n'),
    };
}
/** Sources that an earlier build wrote into an obj folder below a project's own, which the compiler takes for the project's. */
function readForeignSources(build) {
    const first = build.errors.find(({ code, text }) => code === 'CS0579' && /System\.(?:Reflection\.Assembly|Runtime\.Versioning\.)/.test(text));
    if (first?.project === undefined)
        return undefined;
    const folder = external_node_path_.posix.dirname((0,context_paths/* findInContext */.m0)(first.project, build));
    const inCheckout = (0,external_node_path_.join)(build.sources.paths.context, folder);
    const all = (0,external_node_fs_.existsSync)(inCheckout) ? (0,external_node_fs_.readdirSync)(inCheckout, { recursive: true, encoding: 'utf8' }) : [];
    const written = all.filter((path) => /\/obj\/.*\.Assembly(?:Info|Attributes)\.cs$/.test(path));
    const paths = written.map((path) => external_node_path_.posix.join(folder, path));
    const brought = describeBrought(build, paths, 'of an earlier build among the sources');
    return (brought && {
        title: 'Files of another build are in the way',
        message: [(0,compiler_messages/* describeMessage */.Xc)(first), ...brought].join('\n'),
    });
}
/** A COPY has brought the `node_modules` folder of another machine over what the build installed. */
function readForeignModules(build) {
    const said = build.lines.find((line) => foreignModule.test(line));
    const folder = (0,context_paths/* findInContext */.m0)(external_node_path_.posix.join((0,context_paths/* findFolder */.Wj)(build), 'node_modules'), build);
    const over = 'of the build context over what npm installs';
    const brought = said && describeBrought(build, [folder], over, 'the line **/node_modules');
    if (!brought)
        return undefined;
    return {
        title: 'The node packages of another machine are in the way',
        message: [said.trim(), ...brought].join('\n'),
    };
}
/** The first of some paths of the context that a COPY brings, with what would keep it out. */
function describeBrought(build, paths, how, add) {
    const { sources, instruction } = build;
    const { patterns } = (0,copied_paths/* treeBefore */.mf)(instruction);
    for (const path of paths) {
        const copy = patterns.findLast(({ brings }) => brings(path));
        const isThere = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(sources.paths.context, path));
        if (copy !== undefined && isThere && sources.ignoreFile?.ruleFor(path) === undefined)
            return [
                `COPY of ${(0,failure/* lineOf */.cA)(build, copy.line)} brought ${path} ${how}.`,
                describeIgnoreFile(build, path, add),
            ];
    }
    return undefined;
}
function describeIgnoreFile({ sources }, path, add = 'the lines **/bin and **/obj') {
    const { ignoreFile } = sources;
    const exception = ignoreFile?.exceptionFor(path);
    if (ignoreFile === undefined)
        return `There is no .dockerignore: add one with ${add}.`;
    if (exception !== undefined)
        return `Line ${exception.line} of ${ignoreFile.name}, "${exception.pattern}", lets it in: add ${add} below it.`;
    const isOwn = ignoreFile.name !== '.dockerignore';
    return `${ignoreFile.name} does not keep it out${isOwn ? ', and with it .dockerignore is not read' : ''}: add ${add}.`;
}

// EXTERNAL MODULE: ./lib/src/testing/failures/step-lacks.js
var step_lacks = __webpack_require__(8812);
;// CONCATENATED MODULE: ./lib/src/testing/failures/image-lacks.js







/** The first whose words a step printed, or BuildKit itself said, tells. */
const lacks = [
    ...step_lacks/* stepLacks */.Xg,
    {
        words: /No \.NET SDKs were found|(?:sh|cmd): (?:\d+: )?dotnet: (?:command )?not found|exec: "dotnet": executable file not found/,
        title: 'The stage has no .NET SDK',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} Let it begin from an image with the SDK, such as mcr.microsoft.com/dotnet/sdk:10.0.`,
    },
    {
        // What follows the second, global.json can say in its own words (errorMessage).
        words: /compatible (?:installed )?\.NET SDK .*was not found|^The command could not be loaded, possibly because:/i,
        title: 'The image has another .NET SDK than global.json wants',
        wayOut: ways_out/* describeSdkVersion */.GW,
        isVague: true,
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
            `${(0,ways_out/* describeBase */.dM)(build)} Take an image of that version, or let the app take a newer one: <RollForward>Major</RollForward> in its project.`,
        ],
    },
    {
        words: /exec: "\/bin\/sh": stat \/bin\/sh: no such file|exec \/bin\/sh: no such file/,
        title: 'The image has no shell',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} No RUN works there: put it into a stage that begins from an sdk image, and take the result with COPY --from.`,
    },
    {
        words: /Couldn't find a valid ICU package/,
        title: 'The image has no ICU',
        wayOut: 'Install it above this RUN (Alpine: apk add icu-libs icu-data-full, Debian and Ubuntu: apt-get install libicu-dev), or do without: ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1',
    },
    {
        words: /a \.NET program, but dotnet-([\w.-]+)(?<!\.dll) does not exist|Run "dotnet tool restore" to make the "(?:dotnet-)?(\S+)" command available/,
        title: 'A .NET tool is not in the stage',
        wayOut: ways_out/* describeTool */.WH,
    },
    {
        // A target may have hidden the rest.
        words: /Could not execute because the specified command or file was not found|Cannot find a manifest file/,
        title: 'A .NET tool is not in the stage',
        wayOut: ways_out/* describeTool */.WH,
    },
    {
        words: /error while loading shared libraries: ([^\s:]+)|Error loading shared library ([^\s:]+)|Unable to load shared library '([^']+)'/,
        title: 'A native library is not in the image',
        wayOut: (build, [, glibc, musl, net]) => `${(0,ways_out/* describeBase */.dM)(build)} It has no ${glibc ?? musl ?? net ?? ''}: install its package in a RUN above. ` +
            'Programs made for glibc don’t run on Alpine, which has musl.',
    },
    {
        words: /qemu: uncaught target signal/,
        title: 'A program crashed under emulation',
        wayOut: '.NET does not run under QEMU. Let the stage run on the processor of the builder, FROM --platform=$BUILDPLATFORM …, and build for the other one: dotnet publish -a $TARGETARCH.',
    },
    {
        words: /^The argument \S+\.(?:dll|exe) is invalid\./,
        title: 'The output of an earlier build is missing',
        wayOut: (build, [words]) => {
            const path = words.split(' ')[2] ?? '';
            return [`${path} is not there.`, ...(0,ways_out/* describeNoBuild */.dg)(build)];
        },
        isVague: true,
    },
    {
        words: /exec format error/,
        title: 'A program is for another processor',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} It, or what COPY brought, is for another platform than this step. For images of other platforms ` +
            'add docker/setup-qemu-action above this step, or build on the own one: FROM --platform=$BUILDPLATFORM.',
    },
    {
        words: /(?:unable to find|no such|invalid|unknown) (?:user|group)(?:\/group)?:? ['‘]?([^\s:'’]+)|user ['`‘]?([^\s:'’]+)['’]? does not exist/,
        title: 'A user is not in the image',
        wayOut: (build, [, name, missed]) => {
            const user = name ?? missed ?? '';
            return [
                `${(0,ways_out/* describeBase */.dM)(build)} It has no ${user}: add it in a RUN above, RUN useradd ${user} (Alpine: adduser -D ${user}), or take $APP_UID, which .NET’s images have.`,
            ];
        },
    },
    {
        words: /^\w+(?:add|group|user): (?:.*\b(?:already exists|is not unique|in use)\b)|^The (?:user|group) .* already exists/,
        title: 'A user or group is in the image already',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} Images of .NET have the user app ($APP_UID, 1654), and those of Ubuntu one with the number 1000. Take that, or another name and number.`,
    },
    {
        words: /requires (?:a minimum |at least )?Node\.js|Node\.js version .* is required|^npm (?:error|ERR!) code EBADENGINE|engine "node" is incompatible|ERR_PNPM_UNSUPPORTED_ENGINE|not (?:to run on|support) Node\.js/,
        title: 'The stage has another Node.js than it needs',
        wayOut: ways_out/* describeNode */.WQ,
    },
    {
        words: /trying to start process '([^'/]+)'.*No such file|(?:Failed to start a process with file path '|Could not find '(?=\w+' executable))([^'/]+)'|JAVA_HOME not found.* no (Java)|exec: "([^"/]+)": executable file not found/,
        title: 'A program is not in the image',
        wayOut: ways_out/* describeProgram */._e,
    },
    {
        words: /sh: (?:line )?\d+: cd: (?:can't cd to )?([^\s:]+)(?:: No such file or directory)?$/,
        title: 'A folder is not in the stage',
        wayOut: (build, [, folder = '']) => `The command runs in ${(0,context_paths/* workdirOf */.oG)(build)}: no WORKDIR, COPY or RUN above makes ${external_node_path_.posix.resolve((0,context_paths/* workdirOf */.oG)(build), folder)}.`,
    },
    {
        words: /\bsh: \d+: (?:(?:source|pushd|popd|shopt|declare|let|\[\[): not found|set: Illegal option -o \w+)|\bsh: \d+: (?:Bad substitution|Syntax error: (?:"\(" unexpected|redirection unexpected))/,
        title: 'A command is written for bash, and sh runs it',
        wayOut: ({ instruction }) => `Add above this RUN: SHELL ["/bin/bash", "-c"]${/\bsource\b/.test((0,shell_text/* commandOf */.Nl)(instruction)) ? ', or write . in place of source.' : ''}`,
    },
    {
        words: /(?:sh|cmd): (?:line )?(?:\d+: )?([^\s:/]+): (?:command )?not found/,
        title: 'A program is not in the image',
        wayOut: ways_out/* describeProgram */._e,
        isOfExit127: true,
    },
];
/** The image that a stage begins from lacks what its commands need. */
function readImageLacks(build) {
    const { error, lines, isTest } = build;
    const errors = build.errors;
    const ofErrors = errors.flatMap(({ code, text }) => `${code} ${text}`.trim().split('\n'));
    // Of a pipe only the last command decides.
    const isPipe = /[^|]\|[^|]/.test((0,shell_text/* commandOf */.Nl)(build.instruction));
    const is127 = error.exitCode === 127 || isPipe || build.messages.some(({ text }) => /exited with code 127/.test(text));
    // Where MSBuild has errors of its own, what was printed besides did no harm; a command that it ran has only printed.
    const printed = errors.every(({ code }) => failure/* ranCommand */.XE.test(code))
        ? lines.filter((line) => (0,compiler_messages/* parseCompilerMessage */.Ss)(line) === undefined)
        : [];
    const said = [...printed, ...ofErrors];
    for (const lack of lacks) {
        const { words, title, wayOut } = lack;
        if (lack.isOfExit127 && !is127)
            continue;
        const isOfVerdict = lack.isOfSteps && isTest;
        const bySteps = isOfVerdict ? ofErrors : lack.isOfExit127 ? [...said, ...lines] : said;
        const where = isOfVerdict || lack.isPrinted ? bySteps : [...bySteps, error.message];
        const line = where.find((one) => words.test(one));
        const found = line === undefined ? null : words.exec(line);
        const way = found === null ? [] : (0,failure/* tellWayOut */.FF)(wayOut, build, found);
        if (line === undefined || way.length === 0)
            continue;
        const first = errors.length > 0 ? (0,failure/* listLines */.i4)(errors.map(compiler_messages/* describeMessage */.Xc)) : [];
        const isSaid = lack.isVague || first.some((one) => one.includes(line.trim()));
        // .NET lists what may be the matter, with a star before each.
        const told = line.trim().replace(/^\* /, '');
        return { title, message: [...first, ...(isSaid ? [] : [told]), ...way].join('\n') };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/missing-sources.js








/** A name that no source has, in C#, Visual Basic and F#. */
const unknownName = /^(?:CS0(?:103|234|246)|BC30(?:002|451)|FS0039)$/;
/** A program without a beginning. */
const missing_sources_noMain = /^(?:CS5001|BC30420)$/;
/** A compiler misses what is in sources of the checkout that the stage does not have: a folder that no COPY brings, a file that is kept out. */
function readMissingSources(place) {
    const errors = place.errors.filter(({ code }) => unknownName.test(code) || missing_sources_noMain.test(code));
    if (errors.length === 0)
        return undefined;
    const names = errors.flatMap(({ code, text }) => unknownName.test(code) ? (/['“«"](\w+)/.exec(text)?.[1] ?? []) : []);
    const lacksAll = errors.some(({ code }) => missing_sources_noMain.test(code));
    const projects = withReferences([...new Set(errors.flatMap(({ project }) => project ?? []))], place);
    const missing = projects.flatMap((project) => [
        ...sourceFoldersOf(project, place).flatMap((folder) => findLacking(project, folder, names, lacksAll, place) ?? []),
        ...findLackingLibraries(project, place),
    ]);
    if (missing.length === 0)
        return undefined;
    const said = (0,failure/* listLines */.i4)(errors.map(compiler_messages/* describeMessage */.Xc)).slice(0, 3);
    return { title: titleOf(missing, place), message: [...said, ...(0,stage_files/* describeMissing */.UV)(missing, place)].join('\n') };
}
/** The folders, seen from a project, that its sources are in: its own, and those that it links by a pattern. */
function sourceFoldersOf(project, place) {
    const linked = (0,context_paths/* readInContext */.nv)(project, place).matchAll(/<Compile\s[^>]*Include="(\.\.[^"*$]*)[\\/]\*/g);
    return ['', ...[...linked].map(([, path = '']) => path.replaceAll('\\', '/'))];
}
/** The folder of sources where the stage has none of its sources, else the first file that it lacks and that defines one of the names. */
function findLacking(project, inside, names, lacksAll, place) {
    const { context } = place.sources.paths;
    const folder = external_node_path_.posix.join(external_node_path_.posix.dirname((0,context_paths/* findInContext */.m0)(project, place)), inside);
    const inStage = external_node_path_.posix.join(external_node_path_.posix.dirname(project), inside);
    const sources = [...(0,workspace_files/* walkFiles */.Fv)((0,external_node_path_.join)(context, folder))].filter((path) => /\.(?:cs|vb|fs)$/.test(path));
    const tree = (0,copied_paths/* treeBefore */.mf)(place.instruction);
    const lacking = sources.filter((source) => {
        const there = (0,copied_paths/* containerPathOf */.uB)(tree, external_node_path_.posix.join(folder, source));
        const isElsewhere = there !== undefined && there !== external_node_path_.posix.join(inStage, source);
        return isElsewhere || !isThere(external_node_path_.posix.join(folder, source), place);
    });
    const defines = new RegExp(`\\b(?:class|record|struct|interface|enum|namespace|module|type)\\b.*\\b(?:${names.join('|')})\\b`, 'i');
    const isWanted = (source) => names.length > 0 && defines.test((0,workspace_files/* readText */.yR)((0,external_node_path_.join)(context, folder, source)));
    const found = lacking.find(isWanted) ?? (lacksAll && lacking.length === sources.length ? lacking[0] : undefined);
    const missing = found === undefined ? undefined : (0,stage_files/* explainMissing */.Ce)(external_node_path_.posix.join(inStage, found), place, place.instruction);
    if (missing === undefined)
        return undefined;
    if (missing.kind === 'elsewhere')
        return [(0,stage_files/* explainMissing */.Ce)(inStage, place, place.instruction) ?? missing];
    if (missing.kind !== 'not-copied' || lacking.length < sources.length)
        return [missing];
    const fromWorkdir = external_node_path_.posix.relative((0,context_paths/* workdirOf */.oG)(place), inStage);
    const to = fromWorkdir === '' || fromWorkdir.startsWith('..') ? inStage : fromWorkdir;
    return [{ ...missing, path: `${folder}/`, copy: `COPY ${folder}/ ${to}/` }];
}
/** The libraries that a project refers to by their files: MSBuild goes on without one that it does not find. */
function findLackingLibraries(project, place) {
    return [...(0,context_paths/* readInContext */.nv)(project, place).matchAll(/<HintPath>\s*([^<$]+?)\s*<\/HintPath>/g)].flatMap(([, path = '']) => (0,stage_files/* explainMissing */.Ce)(external_node_path_.posix.resolve(external_node_path_.posix.dirname(project), path.replaceAll('\\', '/')), place, place.instruction) ?? []);
}
function isThere(path, place) {
    return place.sources.ignoreFile?.ruleFor(path) === undefined && (0,context_paths/* isBrought */.a$)(path, place.instruction);
}

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/mounts.js
var mounts = __webpack_require__(2029);
;// CONCATENATED MODULE: ./lib/src/testing/failures/dockerfile/secrets.js


/** How a build secret is given, and when it is not there. */
function secretWords(id) {
    const name = id.replace(/\W/g, '_').toUpperCase();
    return (`Set the input secrets: ${id}=\${{ secrets.${name} }}, or secret-envs or secret-files. ` +
        'Runs of forks have no secrets, and those of Dependabot only its own.');
}
/** A server refuses a RUN: the build secret that the RUN has, or how it is given one. */
function describeCredentials(server, { instruction }, [id, mount]) {
    const own = (0,mounts/* mountsOf */.cS)(instruction, 'secret').map(mounts/* secretIdOf */.zj).find(Boolean);
    return own === undefined
        ? `${server} wants credentials: give them to this RUN as a build secret, --mount=type=secret,${mount}. ${secretWords(id)}`
        : `${server} refused what the build secret ${own} of this RUN has. ${secretWords(own)}`;
}
/** A RUN wants a build secret or an SSH key that this build was not given. */
function readMissingSecret(build) {
    const { error, instruction } = build;
    const required = /^secret (\S+): not found$/m.exec(error.message)?.[1];
    const unread = required === undefined ? findUnreadSecret(build) : undefined;
    const id = required ?? unread?.id;
    if (id !== undefined) {
        const said = unread?.isRefused === true ? [unread.line.trim().slice(0, 300)] : [];
        return {
            title: 'A build secret was not given',
            message: [
                `RUN of ${(0,failure/* lineOf */.cA)(build, instruction.firstLine)} ${required === undefined ? 'reads' : 'requires'} the build secret ${id}, and the build has none with a value.`,
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
/** A secret that isn't required is an empty place: the command misses its file or its variable, or goes without and is refused. */
function findUnreadSecret({ instruction, lines, sources: { secretIds }, }) {
    for (const options of (0,mounts/* mountsOf */.cS)(instruction, 'secret')) {
        const id = (0,mounts/* secretIdOf */.zj)(options);
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
    const path = (0,mounts/* targetOfMount */.Gh)(options) ?? `/run/secrets/${options.get('id') ?? ''}`;
    if (line.includes(path))
        return /no such file|not found|(?:does not|doesn't) exist|cannot (?:find|open|stat)|could not find/i.test(line);
    const variable = options.get('env');
    if (variable === undefined || !line.includes(variable))
        return false;
    return /unbound variable|parameter (?:not set|null)|not set|is empty|missing|required/i.test(line);
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/tools.js





/** Most lines that are shown of what a tool printed, and most characters of each. */
const maxLines = 10;
const maxCharacters = 500;
/** Where npm and the Testing Platform begin to explain a command: nothing below it is of the cause. */
const usage = /^npm (?:error|ERR!)\s+(?:Usage:|Clean install a project)|^\s*Usage \S+ \[option providers\]/;
const noPackages = { title: 'npm packages could not be installed', wayOut: describeRegistry };
const noSystemPackage = { title: 'A system package could not be installed', wayOut: describePackages };
const tools = [
    {
        marks: /Missing script:|ERR_PNPM_NO_SCRIPT|^error Command "[^"]*" not found/,
        // What the script has printed above them holds the cause.
        noise: /^[>$] |Lifecycle script|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
        sign: /^> \S+@\S* \S|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
        title: 'A script of package.json failed',
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
        marks: /^(?:E|Err:\d+): ?|^W: (?:Failed|GPG error)|\[Y\/n\] Abort\.$/,
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
        wayOut: 'Run dotnet csharpier format ., and commit what it changes.',
    },
    {
        marks: /^(?:The settings file in the tool|Tool '[^']*' failed|Workload installation failed|The tool package could not)/,
        title: 'NuGet packages could not be restored',
        wayOut: (_, said) => (said.includes('DotnetToolSettings.xml') ? ways_out/* toolVersion */.fX : []),
    },
    {
        marks: /^error: (?:.*\bsources?\b|Both UserName and Password )/,
        title: 'A source of NuGet could not be set',
        wayOut: describeSource,
    },
    {
        marks: /^curl: \(\d+\)|^wget: |^.* ERROR \d{3}: |^sha\d+sum: WARNING|: FAILED$/,
        title: 'A download failed',
    },
    // Tools without a title, shells and programs.
    ...[
        /^(?:fatal|error|ERROR|Error|panic)(?:\[\w+\])?: |^(?:Your (?:startup|target) project '|Unable to create a '|No DbContext)/,
        /^(?:tar|cp|mv|rm|cat|ls|chmod|chown|mkdir|sed|unzip|cd|gpg|useradd|groupadd|adduser): |^update-ca/,
        /^(?:\/\S*\/)?(?:ba|da|z|a)?sh: .*(?:not found|Permission denied|No such file|unbound variable|parameter not set|bad interpreter|[Ss]yntax error|cannot open)/,
        /^(?:.*: )?(?:Unhandled exception|Traceback|[A-Z]\w*(?:Error|Exception)):? |^\s*(?:---> )?(?:\w+\.)+\w*Exception: /,
    ].map((marks) => ({ marks })),
];
/** What dotnet prints: a tool that spoke before it had not failed the step. */
const ofDotnet = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|Test run for |Starting test execution|\S+ -> \/)|^(?:Passed|Failed|Skipped)!/;
/** A tool that does one thing alone could not do it: the one that spoke last. */
function readTools(build) {
    const { lines } = build;
    if (build.instruction.keyword !== 'RUN')
        return undefined;
    const spoke = tools
        .filter(({ title }) => title !== undefined)
        .map((tool) => ({
        tool,
        at: lines.findLastIndex((line) => tool.marks.test(line) || tool.sign?.test(line) === true),
    }))
        .filter(({ at }) => at >= 0 && !lines.slice(at).some((line) => ofDotnet.test(line)))
        .sort((a, b) => b.at - a.at);
    // Of a script that failed npm speaks in its own words, too.
    const { tool } = spoke.find(({ tool }) => tool === tools[0]) ?? spoke[0] ?? {};
    if (tool?.title === undefined)
        return undefined;
    const marked = cutLines(markedLines(lines));
    const said = (marked.length > 0 ? marked : tellingLines(lines)).map((line) => line.trim());
    return {
        title: tool.title,
        message: [...said, ...(0,failure/* tellWayOut */.FF)(tool.wayOut, build, said.join('\n'))].join('\n'),
    };
}
/** A registry of npm packages that wants to know who asks. */
function describeRegistry(build, said) {
    if (!/\bE40[13]\b|ERR_PNPM_FETCH_40[13]|\b40[13] (?:Unauthorized|Forbidden)/i.test(said))
        return [];
    return [describeCredentials('The registry', build, ['npmrc', 'id=npmrc,target=/root/.npmrc'])];
}
/** A source that the image has already, under its name or its address. */
function describeSource(_, said) {
    return said.includes('already been added')
        ? [
            'The image, or a nuget.config of the stage, has it: leave this command out, or take dotnet nuget update source.',
        ]
        : [];
}
/** What a build lacks for apt: an answer, its lists, or the package under that name. */
function describePackages(build, said) {
    if (/does not have a Release file|\/dists\/\S+ +404 /.test(said))
        return [
            `${(0,ways_out/* describeBase */.dM)(build)} Its release of Debian or Ubuntu is not served any more: take a newer base image.`,
        ];
    if (said.includes('[Y/n]'))
        return ['apt-get asks, and a build can not answer: apt-get install -y …'];
    const isOld = /Unable to locate package|has no installation candidate|404 +Not Found|Version '[^']*' for '[^']*' was not found/.test(said);
    if (!isOld)
        return [];
    if (/\bapt(?:-get)? +(?:-\S+ +)*update\b/.test((0,shell_text/* commandOf */.Nl)(build.instruction)))
        return [
            `${(0,ways_out/* describeBase */.dM)(build)} Names and versions of packages differ between Debian, Ubuntu and their releases; .NET’s images are Ubuntu since 10.0.`,
        ];
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
    const said = withoutNoise(lines);
    const marked = markedLines(lines);
    const troubled = said.filter((line) => troubleWords.test(line) && !/^\s+at /.test(line));
    const [found = []] = [marked, troubled].filter((some) => some.length > 0);
    // Where all of it is short, nothing is left out.
    const chosen = found.length === 0 || said.length <= maxLines ? said.slice(-maxLines) : cutLines(found);
    return chosen.map((line) => `  ${(0,run_mounts/* withoutMarks */.zw)(line).trimEnd().slice(0, maxCharacters)}`);
}
function cutLines(lines) {
    return [...new Set(lines)].slice(0, maxLines).map((line) => line.trimEnd().slice(0, maxCharacters));
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/msbuild.js












const aotTools = 'Native AOT links with clang: add above RUN apt-get update && apt-get install -y clang zlib1g-dev (Alpine: apk add clang build-base zlib-dev).';
const families = [
    { codes: /^MSB10(?:03|09|11)$/, title: 'dotnet does not find the project', wayOut: describeProjects },
    { codes: /^MSB1008$/, title: 'dotnet takes one project at a time' },
    { codes: /^MSB1\d{3}$/, title: 'dotnet does not know an option' },
    { codes: /^MSB4025$/, title: 'A project file can not be read' },
    {
        codes: /^MSB42(?:36|37)$/,
        title: 'An MSBuild SDK was not found',
        wayOut: (_, errors) => errors.some(({ text }) => /SDK '(?!Microsoft\.NET\.)/.test(text))
            ? 'It is a package of NuGet: it needs a version (Sdk="Name/1.2.3", or msbuild-sdks in a global.json that the stage has) and a feed that has it.'
            : [],
    },
    {
        codes: /^(?:MSB3030|NETSDK1085)$/,
        words: /(?:^|["/])(?:obj|bin)\/|NoBuild/,
        title: 'The output of an earlier build is missing',
        wayOut: ways_out/* describeNoBuild */.dg,
    },
    {
        codes: /^$/,
        words: /^(?:Platform linker|Symbol stripping tool) /,
        title: 'A program is not in the image',
        wayOut: aotTools,
    },
    {
        codes: /^$/,
        words: /linker command failed/,
        title: 'A native library is not in the image',
        wayOut: (build) => [
            ...tellingLines(build.lines.filter((line) => /\bcannot find -?\w/.test(line))),
            `${aotTools} For another processor it also wants the libraries of that one.`,
        ],
    },
    {
        codes: /^MSB6003$/,
        title: 'A native library is not in the image',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} Alpine has musl, and programs made for glibc don’t start there: begin from an sdk image without alpine, or install Alpine’s own ` +
            '(for protoc: RUN apk add protobuf grpc-plugins, ENV PROTOBUF_PROTOC=/usr/bin/protoc GRPC_PROTOC_PLUGIN=/usr/bin/grpc_csharp_plugin).',
    },
    { codes: /^NETSDK1194$/, wayOut: describeProjects },
    { codes: /^NETSDK1013$/, wayOut: describeMisnamedProps },
    { codes: /^NU5\d{3}$/, title: 'The NuGet package could not be made' },
    {
        codes: /^MSB3644$/,
        title: 'A project is for .NET Framework',
        wayOut: 'To build it here: the package Microsoft.NETFramework.ReferenceAssemblies. It only runs on Windows.',
    },
    {
        codes: /^MSB4019$/,
        words: /VSToolsPath|\/VisualStudio\/v|Microsoft\.WebApplication\.targets|SqlTasks\.targets/,
        title: 'A project needs Visual Studio',
        wayOut: 'The .NET SDK does not have what it imports. Build without it: name the projects that the image needs, or a solution filter (.slnf) of them.',
    },
    { codes: /^NETSDK1147$/, title: 'A workload of the .NET SDK is missing', wayOut: describeWorkload },
    {
        codes: /^NETSDK1(?:045|209)$/,
        title: 'The .NET SDK is too old for the framework',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} Take one with a newer SDK.`,
    },
    {
        codes: /^MSB4068$/,
        words: /<Solution>/,
        title: 'The .NET SDK is too old for .slnx',
        wayOut: (build) => `${(0,ways_out/* describeBase */.dM)(build)} Take one with an SDK of 9.0.200 or newer, or name a project in place of the solution.`,
    },
    {
        codes: /^NETSDK1100$/,
        title: 'A project is for Windows',
        wayOut: 'To build it here all the same: <EnableWindowsTargeting>true</EnableWindowsTargeting>. It only runs on Windows.',
    },
    {
        codes: failure/* ranCommand */.XE,
        title: 'A command of the project failed',
        wayOut: describeCommand,
    },
];
/** MSBuild stopped over something else than code: a target of the team's or a package's own, a tool that it ran, the SDK. */
function readMsbuildErrors(build) {
    const errors = build.errors;
    if (errors.length === 0)
        return undefined;
    const missing = findMissingCompanions(build);
    const { title, wayOut } = (0,failure/* findFamily */.SL)(families, build, errors);
    return {
        title: missing.length > 0 ? titleOf(missing, build) : (title ?? 'MSBuild stopped the build'),
        message: [
            ...(0,failure/* listLines */.i4)(errors.map(compiler_messages/* describeMessage */.Xc)),
            ...(missing.length > 0 ? (0,stage_files/* describeMissing */.UV)(missing, build) : wayOut),
        ].join('\n'),
    };
}
/** What MSBuild prints while all is well. */
const progress = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|\S+ -> \/|Build FAILED|\d+ (?:Warning|Error)\(s\)|Time Elapsed)/;
/** Why commands of a target fail in a container alone. */
const undefinedFolder = '$(SolutionDir) has a value only where the solution is built, and not one project: $(MSBuildThisFileDirectory) always has.';
function describeCommand(build, errors) {
    return [
        ...tellingLines(build.lines.filter((line) => (0,compiler_messages/* parseCompilerMessage */.Ss)(line) === undefined && !progress.test(line))),
        ...(errors.some(({ text }) => text.includes('*Undefined*')) ? [undefinedFolder] : []),
        ...errors.flatMap(({ text }) => failure/* endings */.V1.get(Number(/exited with code (\d+)/.exec(text)?.[1])) ?? []),
    ];
}
function describeWorkload(build, errors) {
    const texts = errors.map(({ text }) => text);
    const names = (0,shared_text/* firstMatch */.o4)(texts, /must be installed: ([\w. -]+)/);
    if (names === undefined)
        return [];
    const above = (0,failure/* lineOf */.cA)(build, (0,stage_files/* findFirstDotnetRun */.xV)(build).firstLine);
    return [`Add above ${above}:`, `  RUN dotnet workload install ${names.trim()}`];
}
/** Files that set a framework for all projects, and that only a file system without upper and lower case finds. */
function describeMisnamedProps({ sources }) {
    const read = ['Directory.Build.props', 'Directory.Build.targets'];
    return [...(0,workspace_files/* walkFiles */.Fv)(sources.paths.context)].flatMap((path) => {
        const name = external_node_path_.posix.basename(path);
        const meant = read.find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
        return meant === undefined ? [] : [`On Linux ${path} is not read: name it ${meant}.`];
    });
}
/** The solutions and projects of the folder of the checkout that the command runs in; of those below it where it has none. */
function describeProjects(place, errors) {
    if ((0,missing_file/* hasBackslash */.B2)((0,shell_text/* commandOf */.Nl)(place.instruction)))
        return [`In a shell ${missing_file/* backslash */.R3}`];
    const at = (0,failure/* lineOf */.cA)(place, place.instruction.firstLine);
    const workdir = (0,context_paths/* findFolder */.Wj)(place);
    const { paths } = place.sources;
    const given = errors.find(({ code }) => code === 'MSB1009');
    const [, written] = /: (\S+)$/.exec(given?.text ?? '') ?? [];
    const wanted = written === undefined ? (0,context_paths/* findProjectFolder */.XA)(place) : external_node_path_.posix.resolve(workdir, written);
    const path = (0,context_paths/* findInContext */.m0)(wanted, place);
    const near = (0,workspace_files/* kindOfPath */.Bs)((0,external_node_path_.join)(paths.context, path)) === undefined ? (0,missing_file/* describeNearFile */.q2)(path, paths, false) : undefined;
    if (near !== undefined)
        return [`${at} looks for ${wanted}: ${near}`];
    const inContext = (0,external_node_path_.join)(paths.context, (0,context_paths/* findInContext */.m0)(`${workdir}/`, place));
    const all = [...(0,workspace_files/* walkFiles */.Fv)(inContext)].filter(context_paths/* isProject */.YS);
    const depths = all.map((path) => path.split('/').length);
    const found = all.filter((_, index) => depths[index] === Math.min(...depths)).slice(0, 5);
    if (found.length === 0)
        return [];
    return [
        `Name ${found.length === 1 ? 'it' : 'one of them'} in ${at}: in ${workdir} the repository has ${found.join(', ')}.`,
    ];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/dotnet/restore.js













/** Some of what NuGet says has no code. */
const isRestoreError = ({ code, text }) => /^NU[13]\d{3}$|^NETSDK10(?:04|05|47|64|94)$/.test(code) ||
    (code === 'MSB4181' && text.includes('"RestoreTask"')) ||
    (code === '' &&
        /nuget\.config|\bfeed\b|package source|service index|^Failed to download package/i.test(text));
/** What `dotnet tool` says, which has no codes. */
const toolNotFound = /is not found in NuGet feeds|Unable to load the service index for source/;
/** NuGet could not restore: which package, from which feed and whether that answered, which lock file, and what to do. */
function readRestore(build) {
    const errors = build.errors.filter(isRestoreError);
    const ofTools = build.errors.length > 0 ? [] : build.lines.filter((line) => toolNotFound.test(line));
    if (errors.length === 0 && ofTools.length === 0)
        return undefined;
    const feeds = describeFeeds(build);
    const others = errors.filter(({ code, text }) => !isOfFeed.test(code) ||
        (feedOf(text) === undefined && !(feeds.length > 0 && wantsCredentials.test(text))));
    const missing = (0,stage_files/* describeMissing */.UV)(findMissingCompanions(build), build);
    const lines = [
        ...feeds,
        ...(0,compiler_messages/* describeByProject */.iZ)(others),
        ...ofTools.map((line) => describeToolLine(build, line)),
    ];
    const { title, isAll, wayOut } = (0,failure/* findFamily */.SL)(restore_families, build, errors);
    return {
        title: (isAll ? title : undefined) ?? 'NuGet packages could not be restored',
        message: [...(0,failure/* listLines */.i4)(lines), ...(missing.length > 0 ? missing : wayOut)].join('\n'),
    };
}
function describeToolLine(build, line) {
    const feed = line.includes('service index') ? feedOf(line) : undefined;
    return feed === undefined ? line.trim() : describeAnswer(build, feed, build.lines.join('\n'));
}
const restore_windowsPath = /[A-Za-z]:\\[^'"\n]*/;
/** A feed that did not answer: the second is a warning where it is passed over, the third is of the audit. */
const wantsCredentials = /credential provider could not acquire/;
const isOfFeed = /^NU1(?:301|801|900)$/;
function feedOf(text) {
    return /\b(https?:\/\/[^\s'"]+?)[.,;:]?(?:['"\s]|$)/.exec(text)?.[1];
}
/** Each feed that failed once, whatever number of projects asked it, with its answer. */
function describeFeeds(build) {
    return build.messages.flatMap(({ code, text }) => {
        if (!isOfFeed.test(code))
            return [];
        // A provider of credentials says for itself whom it asked.
        const feed = feedOf(text) ?? (wantsCredentials.test(text) ? feedOf(build.lines.join('\n')) : undefined);
        return feed === undefined ? [] : [`${code} ${describeAnswer(build, feed, text)}`];
    });
}
function describeAnswer(build, feed, text) {
    const [, ...reasons] = text.split('\n');
    const [status, number] = /\b([345]\d\d) \([^)]+\)/.exec(text) ?? [];
    if (number === '401' || number === '403' || wantsCredentials.test(text))
        return describeCredentials(`The feed ${feed}${status === undefined ? '' : ` answered ${status}. It`}`, build, secretOfFeed(build));
    if (status !== undefined)
        return `The feed ${feed} answered ${status}.`;
    if (/not a valid JSON|Unexpected character/.test(text))
        return `The feed ${feed} answered with something that is no feed, such as a page to log in.`;
    const said = reasons.filter((line) => line.trim() !== '' && !/see inner exception/.test(line));
    const why = (said.find((line) => !line.includes(feed)) ?? said[0])?.trim().replace(/\.$/, '');
    const isCutOff = build.instruction.flags.some(({ name, value }) => name === 'network' && value === 'none');
    const network = isCutOff ? ' This RUN has --network=none.' : '';
    const untrusted = ways_out/* isUntrusted */.fb.test(text) ? ` ${ways_out/* trustAdvice */.dq}` : '';
    return `The feed ${feed} could not be reached${why === undefined ? '' : `: ${why}`}.${network}${untrusted}`;
}
/** The build secret for a feed: the variable that nuget.config reads, where it reads one. */
function secretOfFeed({ sources }) {
    const texts = nugetConfigs.map((name) => (0,workspace_files/* readText */.yR)((0,external_node_path_.join)(sources.paths.context, name)));
    const variable = (0,shared_text/* firstMatch */.o4)(texts, /%(\w+)%/);
    return variable === undefined
        ? ['nuget', 'id=nuget']
        : [variable, `id=${variable},env=${variable}, which nuget.config reads`];
}
/** The way out by the errors of a restore; the first that fits is told. Its title counts where all errors are of it. */
const restore_families = [
    {
        codes: /^NU12(?:01|02|03|13)$/,
        title: 'A reference is for another framework',
        wayOut: ({ instruction }) => /\bdotnet tool (?:install|update)\b/.test((0,shell_text/* commandOf */.Nl)(instruction))
            ? ways_out/* toolVersion */.fX
            : 'A project takes projects and packages of its own framework or an older one: change <TargetFramework> of one of them, or the version of the package.',
    },
    {
        codes: /^NU3\d{3}$/,
        wayOut: 'A certificate of it has expired, or the image does not know it: take a newer sdk image, or ENV DOTNET_NUGET_SIGNATURE_VERIFICATION=false above this RUN.',
    },
    {
        codes: /^NU1004$/,
        wayOut: 'packages.lock.json is not what the projects ask for. Run dotnet restore --force-evaluate, and commit the lock file.',
    },
    {
        codes: /^NU190[1-4]$/,
        title: 'A package has a known vulnerability',
        wayOut: 'Take a version without it. To build all the same: <WarningsNotAsErrors>NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>',
    },
    {
        codes: /^NU/,
        words: /PackageSourceMapping/,
        wayOut: 'No pattern of packageSourceMapping in nuget.config takes this package: add one to its source.',
    },
    {
        codes: /^NU1301$/,
        words: /local source '/,
        wayOut: 'No such folder is in the stage, and no nuget.config there has a source of that name.',
    },
    {
        codes: /^MSB4181$/,
        wayOut: 'NuGet did not say why: is each Version of a project one that it can read, such as 13.0.1?',
    },
    { codes: /^/, words: restore_windowsPath, wayOut: describeWindowsFeed },
    {
        codes: /^NU1403$/,
        wayOut: 'A package has other content than when packages.lock.json was written: is it from the same feed?',
    },
    { codes: /^NETSDK1064$/, wayOut: describeLostPackages },
    {
        codes: /^NETSDK1004$/,
        wayOut: 'No RUN above restores this project, and --no-restore leaves it out here. Restore it, or leave --no-restore out.',
    },
    {
        codes: /^NETSDK10(?:05|47|94)$/,
        title: 'A framework or runtime was not restored',
        wayOut: describeOtherTarget,
    },
];
function describeWindowsFeed(_, errors) {
    const path = errors.map(({ text }) => restore_windowsPath.exec(text)?.[0]).find(Boolean);
    return [`nuget.config names ${path ?? ''}, a folder of a Windows machine.`];
}
/** A framework or runtime that was not restored: one that the project is not for, or another than the restore's. */
function describeOtherTarget(place, errors) {
    for (const { text, project, file = project } of errors) {
        const wanted = /target for '([^'/]+)/.exec(text)?.[1];
        if (wanted === undefined || file === undefined)
            continue;
        const path = [project, file].find((one) => one?.endsWith('proj') === true) ?? file;
        const shown = (0,context_paths/* findInContext */.m0)(path, place);
        const own = /<TargetFrameworks?>([^<$]+)</.exec((0,context_paths/* readInContext */.nv)(path, place))?.[1];
        if (own !== undefined && !own.split(';').some((one) => one.trim() === wanted))
            return [`${shown} is for ${own.trim()}, and the command builds it for ${wanted}.`];
    }
    const readyToRun = errors.some(({ code }) => code === 'NETSDK1094') ? ' and -p:PublishReadyToRun=true' : '';
    return [
        `The restore above was for another framework or runtime. Give it the same --runtime (-r)${readyToRun}, or leave --no-restore out.`,
    ];
}
/** The restore wrote packages to a place that this RUN does not have. */
function describeLostPackages({ sources, instruction }) {
    const all = (0,stage_graph/* chainOf */.dR)(instruction.stage).flatMap((one) => one.instructions);
    const restore = all.find((one) => one !== instruction && /\brestore\b/.test((0,shell_text/* commandOf */.Nl)(one)) && (0,mounts/* mountsOf */.cS)(one, 'cache').length > 0);
    if (restore === undefined)
        return [
            'What an earlier step restored is not there any more. Restore in this stage, or leave --no-restore out.',
        ];
    const mount = restore.flags.find(({ name }) => name === 'mount')?.value ?? '';
    return [
        `The restore of ${(0,failure/* lineOf */.cA)({ sources }, restore.firstLine)} put the packages into its cache mount, which this RUN does not have.`,
        `Give it the same: RUN --mount=${mount} …`,
    ];
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/scripts.js





/** The words of a shell, or of the builder for the form with brackets, for a script that can't be started, with its path; MSBuild starts one from another. */
const notStarted = /(?:\bsh: (?:line )?(?:\d+: )?(?:\S+\.exec\.cmd: )?|\bexec:? "?)([^\s:'"]+)"?: (not found|no such file or directory|permission denied|exec format error|bad interpreter.*)$/i;
/** What comes of a carriage return at the end of a line: interpreters, options and folders of that name are not there. */
const tripsOverReturn = /\\r|\r|not found|[Nn]o such file|[Ii]llegal option|invalid option|[Ss]yntax error|unexpected|can't cd|bad interpreter|illegal number/;
/** A script of the checkout that a RUN starts may not be executed, or has the line ends of Windows. */
function readScript(build) {
    const { lines } = build;
    const [, written = '', why] = lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? [];
    // A command of a project runs in its folder.
    const { project, file = project } = build.errors.find(({ code }) => failure/* ranCommand */.XE.test(code)) ?? {};
    const folder = external_node_path_.posix.dirname([project, file].find(context_paths/* isProject */.YS) ?? `${(0,context_paths/* workdirOf */.oG)(build)}/x`);
    const path = (0,context_paths/* findInContext */.m0)(external_node_path_.posix.resolve(folder, written), build);
    const text = textOf(path, build);
    if (why !== undefined && /^permission denied/i.test(why) && text !== '')
        return {
            title: 'A script may not be executed',
            message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
        };
    if (why === 'exec format error' && /^[^#\0][^\0]*$/.test(text))
        return {
            title: 'A script does not say what runs it',
            message: `${path} has no first line such as #!/bin/sh. Add it, or start it with its shell: RUN sh ${written}`,
        };
    const [, interpreter] = /^#!\s*(\/\S+)[^\r\n]*\n/.exec(text) ?? [];
    if (interpreter !== undefined && why !== undefined && /^(?:not found|no such file)/i.test(why))
        return {
            title: 'The interpreter of a script is not in the image',
            message: `${path} begins with #!${interpreter}, which the image doesn’t have. Install it in a RUN above (Alpine has no bash: apk add bash), or let it begin with #!/bin/sh`,
        };
    const windows = lines.some((line) => tripsOverReturn.test(line)) ? findWindowsScript(build) : undefined;
    if (windows === undefined)
        return undefined;
    return {
        title: 'A script has the line ends of Windows',
        message: `The lines of ${windows} end in CR LF, and Linux takes the CR for a part of each. Keep LF: in .gitattributes, ${windows} text eol=lf`,
    };
}
function textOf(path, place) {
    return (0,workspace_files/* readText */.yR)((0,external_node_path_.join)(place.sources.paths.context, path));
}
/** The first script of the checkout that a command names and whose lines end in CR LF. */
function findWindowsScript(place) {
    const { execForm } = place.instruction;
    const words = execForm ?? (0,shell_text/* commandOf */.Nl)(place.instruction).split(/[\s;&|"']+/);
    return words
        .filter((word) => /^[\w./][\w.@+/-]*$/.test(word))
        .map((word) => (0,context_paths/* findInContext */.m0)(external_node_path_.posix.resolve((0,context_paths/* workdirOf */.oG)(place), word), place))
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
                ...describeChoice(build),
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
    const path = findChoice(place);
    if (path === undefined)
        return [
            `No global.json does: add one with ${choice} in the folder of the solution, and COPY it into the stage.`,
        ];
    const inside = path.startsWith('../') ? path : (0,context_paths/* containerPathIn */.wX)(place, path);
    const missing = (0,stage_files/* explainMissing */.Ce)(external_node_path_.posix.resolve('/', inside), place);
    if (missing !== undefined)
        return (0,stage_files/* describeMissing */.UV)([missing], place);
    const workdir = (0,context_paths/* workdirOf */.oG)(place);
    return [
        `${path} does, and it is not in ${workdir} or above it, where this RUN runs: COPY ${path} ${workdir}/`,
    ];
}
/** The global.json that chooses the platform: of the context or a folder above it in the workspace, relative to the context. */
function findChoice({ sources }) {
    const { context, workspace } = sources.paths;
    const depth = (0,workspace_files/* foldersUp */.TS)(context, workspace).findIndex((folder) => (0,workspace_files/* readText */.yR)((0,external_node_path_.join)(folder, 'global.json')).includes('Microsoft.Testing.Platform'));
    return depth < 0 ? undefined : `${'../'.repeat(depth)}global.json`;
}

;// CONCATENATED MODULE: ./lib/src/testing/failures/explain-failure.js

























/** The families in the order in which they are asked: what made the others happen comes first. */
const explain_failure_families = [
    readMissingSecret,
    readFailedChecks,
    readBaseArgument,
    readBaseImage,
    readCopy,
    readDownload,
    readForeignObj,
    readForeignSources,
    readForeignModules,
    readMissingProject,
    readTestPlatform,
    readRestore,
    readMissingSources,
    readCodeErrors,
    readScript,
    readImageLacks,
    readCoverageThreshold,
    readUndeclaredArgument,
    readMsbuildErrors,
    readTools,
    readParseError,
];
/** Says what made a build fail: its family where it has one, else BuildKit's words with the lines of the output that hold the cause. */
function explainFailure(build, sources) {
    const error = (0,buildkit_words/* parseBuildError */.gK)(build.text);
    const step = (0,build_result/* findFailedStep */.JK)(build);
    const { dockerfile } = sources;
    const instruction = error.line === undefined
        ? step && (0,stage_graph/* findStepInstruction */.Ge)(dockerfile, step)
        : (0,parse_dockerfile/* findInstruction */.qB)(dockerfile, error.line);
    const place = findPlace(sources, instruction);
    const lines = (0,build_result/* readLastOutput */.a)(build);
    const allLines = build.output.map(({ text }) => (0,shared_text/* plainText */.wh)(text));
    const isTest = step !== undefined && (0,run_mounts/* testRunNumber */.Bp)(step.name) !== undefined;
    const failed = readFailedBuild({
        ...{ ...place, error, lines, allLines, checks: build.checks, isTest },
        hasStep: step !== undefined,
    });
    const line = error.line ?? instruction?.firstLine;
    const known = findFamily(failed);
    if (known !== undefined)
        return { ...known, isKnown: true, line: line ?? known.line };
    const label = instruction === undefined ? step?.stage : (0,parse_dockerfile/* stageLabel */.Hn)(place.instruction.stage);
    // Of tests the verdict says it.
    const ending = isTest ? undefined : failure/* endings */.V1.get(error.exitCode ?? 0);
    return {
        title: label === undefined || isTest ? undefined : `Stage ${label} could not be built`,
        message: [(0,failure/* describeEnd */.lA)(failed), ...tellingLines(lines), ...(ending === undefined ? [] : [ending])].join('\n'),
        isKnown: false,
        line,
    };
}
/** The family of what a step printed that failed in truth, while its exit code was hidden. */
function explainHidden(output, sources, instruction) {
    const lines = output.map(shared_text/* plainText */.wh);
    const place = findPlace(sources, instruction);
    const error = { message: '', line: instruction?.firstLine, exitCode: undefined };
    const build = { ...place, error, lines, allLines: lines, checks: [], isTest: true, hasStep: true };
    const known = findFamily(readFailedBuild(build));
    return known && { ...known, isKnown: true, line: error.line };
}
function findFamily(failed) {
    return explain_failure_families.map((read) => read(failed)).find((failure) => failure !== undefined);
}
function readFailedBuild(found) {
    const messages = (0,read_log/* readConsoleLog */.y)(found.lines)
        .compilerMessages.filter(isOfBuild)
        .map((message) => ({ ...message, place: locateMessage(message, found) }));
    return { ...found, messages, errors: messages.filter(({ severity }) => severity === 'error') };
}
function findPlace(sources, instruction) {
    if (instruction !== undefined)
        return { sources, instruction };
    // parseDockerfile gives at least one stage.
    const stage = sources.dockerfile.stages.at(-1);
    const lines = { firstLine: 0, lastLine: 0 };
    return {
        sources,
        instruction: { stage, keyword: '', flags: [], argument: '', execForm: undefined, ...lines },
    };
}
/** What tests or other tools print may look like a message of MSBuild; those have no project, or no file of it. */
function isOfBuild(message) {
    if (message.severity === 'warning' || (0,compiler_messages/* stopsBuild */._p)(message) || message.project !== undefined)
        return true;
    return (/^(?:CS|FS|BC|VB|NU|NETSDK)\d/.test(message.code) ||
        /\.(?:cs|fs|vb|razor|cshtml|\w+proj|targets|props)$/.test(message.file ?? ''));
}
/** Its own place in the checkout, or that of its project where a file of the SDK or a package speaks. */
function locateMessage({ file, line, project }, place) {
    const own = file === undefined ? undefined : (0,context_paths/* locateIn */._C)(place, file, line);
    const isOfTools = file === undefined || /\.(?:targets|props)$/.test(file);
    return own ?? (isOfTools && project !== undefined ? (0,context_paths/* locateIn */._C)(place, project, undefined) : undefined);
}
/** An ADD whose address gives nothing. */
function readDownload(build) {
    const { error, instruction } = build;
    const [, words] = /(?:failed to load cache key: |digest (?=mismatch))([^]*)/.exec(error.message) ?? [];
    const { firstLine, argument, keyword } = instruction;
    if (words === undefined || keyword !== 'ADD')
        return undefined;
    const why = words
        .replace(/^invalid response status (\d+)$/, 'the server answered $1')
        .replace(/^mismatch (\S+): (\S+)$/, 'what the server sent has the checksum $1, and not $2');
    return {
        title: 'An ADD could not be downloaded',
        message: `${(0,failure/* lineOf */.cA)(build, firstLine)}, ADD ${argument}: ${why}`,
    };
}
/** A COPY or ADD that does not find its file, may not read it, or finds something else in its place. */
function readCopy(build) {
    const { error, sources } = build;
    const message = (0,missing_file/* explainMissingFile */.Ob)(error, sources);
    if (message !== undefined)
        return { title: 'A COPY does not find its file', message };
    const [, unread] = /error from sender: (?:open|lstat|readlink|readdirent) (.*): permission denied/.exec(error.message) ?? [];
    if (unread !== undefined)
        return {
            title: 'A file of the build context can not be read',
            message: `${unread}: permission denied for the user who builds. Keep it out with a line in .dockerignore, or give it other rights.`,
        };
    const blocked = /cannot (?:replace to directory|copy to non-directory:) (\S+)/
        .exec(error.message)?.[1]
        ?.replace(/^.*?(?:\/merged|\/buildkit\d+)(?=\/)/, '');
    if (blocked === undefined || error.line === undefined)
        return undefined;
    return {
        title: 'A folder and a file of one name meet in a COPY',
        message: `${(0,failure/* lineOf */.cA)(build, error.line)}: ${blocked} is a folder here and a file or link there. Keep it out with a line in .dockerignore, or copy to another place.`,
    };
}


/***/ }),

/***/ 1335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ tellWayOut),
/* harmony export */   SL: () => (/* binding */ findFamily),
/* harmony export */   V1: () => (/* binding */ endings),
/* harmony export */   XE: () => (/* binding */ ranCommand),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   i4: () => (/* binding */ listLines),
/* harmony export */   lA: () => (/* binding */ describeEnd)
/* harmony export */ });
/* harmony import */ var _plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3065);
/* harmony import */ var _plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1331);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9967);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);




/** Most lines of one kind in a message. */
const maxLines = 10;
/** Each line once, the first ten of them, and how many more there are. */
function listLines(lines, total = new Set(lines).size) {
    const shown = [...new Set(lines)].slice(0, maxLines);
    return total > shown.length ? [...shown, `… and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(total - shown.length)} more`] : shown;
}
/** The lines of a way out. */
function tellWayOut(way, build, found) {
    return [typeof way === 'function' ? way(build, found) : (way ?? [])].flat();
}
/** What exit codes of shells say where no words do: 128 and the number of a signal. */
const endings = new Map([
    [124, 'The command took longer than timeout lets it.'],
    [134, 'The command ended itself (SIGABRT).'],
    [139, 'The command crashed (SIGSEGV).'],
]);
/** Codes of MSBuild for a command that it ran and that failed: why, only the command has said. */
const ranCommand = /^MSB(?:3073|3077|6006)$/;
/** The command that failed: BuildKit's words have all of it, as the shell gets it. */
function describeEnd({ error, instruction }) {
    if (error.exitCode === undefined || instruction.keyword !== 'RUN')
        return error.message;
    const [command = ''] = (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_0__/* .commandOf */ .Nl)(instruction).split('\n');
    return `RUN ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutText */ .IN)(command.replace(/\s+/g, ' ').trim(), 120)} ended with exit code ${error.exitCode}.`;
}
/** A line of the Dockerfile as messages name it. */
function lineOf({ sources }, line) {
    const { dockerfile, origins } = sources;
    return (0,_plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__/* .nameLine */ .kp)(dockerfile.shown, origins?.has(line) === true ? origins.get(line) : line);
}
function isOf({ codes, words }, { code, text }) {
    return codes.test(code) && words?.test(text) !== false;
}
/** The first family that an error is of, whether all are of it, and its way out. */
function findFamily(families, build, errors) {
    const family = families.find((one) => errors.some((error) => isOf(one, error)));
    const isAll = family !== undefined && errors.every((error) => isOf(family, error));
    return { title: family?.title, isAll, wayOut: tellWayOut(family?.wayOut, build, errors) };
}


/***/ }),

/***/ 7725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ explainMissing),
/* harmony export */   UV: () => (/* binding */ describeMissing),
/* harmony export */   xV: () => (/* binding */ findFirstDotnetRun)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3065);
/* harmony import */ var _plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8014);
/* harmony import */ var _plan_dockerfile_missing_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4322);
/* harmony import */ var _plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1331);
/* harmony import */ var _plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6856);
/* harmony import */ var _shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4305);
/* harmony import */ var _context_paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7315);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1335);










const dotnetCommand = /\bdotnet\s+(?:restore|build|publish|test|run|pack|msbuild)\b|\bmsbuild\b/i;
/** The first command of dotnet, once the project is there that the failed one names: mostly the restore; else the instruction that failed. */
function findFirstDotnetRun(place) {
    const { instruction } = place;
    const all = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_6__/* .instructionsOf */ .Jk)(instruction.stage);
    const until = all.slice(0, all.indexOf(instruction) + 1);
    const target = findTarget(place);
    const isFirst = (one) => one.keyword === 'RUN' &&
        dotnetCommand.test((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(one)) &&
        (target === undefined || (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .isBrought */ .a$)(target, one));
    return until.find(isFirst) ?? instruction;
}
/** The project or solution of the context that a command names, by its file or its folder. */
function findTarget(place) {
    const { context } = place.sources.paths;
    for (const word of (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(place.instruction).split(/\s+/)) {
        if (!/^[\w./-]*\w[\w./-]*$/.test(word) || word.startsWith('-'))
            continue;
        const path = (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .findInContext */ .m0)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.resolve((0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .findFolder */ .Wj)(place), word), place);
        const kind = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_7__/* .kindOfPath */ .Bs)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path));
        const inFolder = kind === 'folder' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, path)).find(_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .isProject */ .YS) : undefined;
        if (kind === 'file' && (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .isProject */ .YS)(path))
            return path;
        if (inFolder !== undefined)
            return node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, inFolder);
    }
    return undefined;
}
/** Says what a stage lacks of the build context at an absolute path in the container before `above`; undefined when it should be there. */
function explainMissing(containerPath, place, above = findFirstDotnetRun(place)) {
    const { sources } = place;
    const path = (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .findInContext */ .m0)(containerPath, place);
    const absence = (0,_plan_dockerfile_missing_file_js__WEBPACK_IMPORTED_MODULE_4__/* .explainAbsence */ .nE)(path, sources);
    if (absence !== undefined)
        return { path, ...absence };
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(sources.paths.context, path)))
        return undefined;
    if ((0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .isBrought */ .a$)(path, above)) {
        const words = describeOtherPlace(path, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(containerPath), place, above);
        return words === undefined ? undefined : { kind: 'elsewhere', path, words };
    }
    return { kind: 'not-copied', path, copy: copyFor(path, containerPath, place, above), above };
}
/** The COPY that brings a file or folder of the context to a place in the container, written as from the WORKDIR before `above`. */
function copyFor(path, containerPath, place, above) {
    const { workdir } = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .treeBefore */ .mf)(above);
    const isFolder = (0,_shared_files_workspace_files_js__WEBPACK_IMPORTED_MODULE_7__/* .kindOfPath */ .Bs)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.sources.paths.context, path)) === 'folder';
    const target = isFolder ? containerPath : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(containerPath);
    const inside = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(workdir, target);
    const to = inside === '' ? './' : `${inside.startsWith('..') ? target : inside}/`;
    return `COPY ${isFolder ? `${path}/` : sourceOf(path, place)} ${to}`;
}
/** Where COPY puts a file that is looked for in another place, and how both come together; undefined where it is in its place. */
function describeOtherPlace(path, wanted, place, above) {
    const { instruction } = place;
    const tree = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .treeBefore */ .mf)(instruction);
    const copy = tree.patterns.findLast(({ brings }) => brings(path));
    const known = (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .containerPathOf */ .uB)(tree, path);
    const there = known ?? copy?.placeOf(path);
    if (copy === undefined || there === undefined || there === wanted)
        return undefined;
    const said = `COPY of ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .lineOf */ .cA)(place, copy.line)} puts it at ${there}, and it is looked for at ${wanted}.`;
    const folder = (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .findFolder */ .Wj)(place);
    const isNamed = (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(instruction)
        .split(/[\s"']+/)
        .some((word) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.resolve(folder, word) === wanted);
    if (known === undefined)
        return `${said} COPY takes what a pattern matches without its folders. Write: ${copyFor(path, wanted, place, above)}`;
    if (!isNamed)
        return `${said} Let a COPY bring it there: ${copyFor(path, wanted, place, above)}`;
    return `${said} ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .lineOf */ .cA)(place, instruction.firstLine)} runs in ${folder}, and from there it is ${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(folder, there)}.`;
}
/** What a COPY takes: the file, as the team's other lines write it, or the whole folder of a project that no later line brings. */
function sourceOf(path, place) {
    const { dir, ext, base } = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.parse(path);
    if (ext === '.projitems')
        return `${dir}/`;
    if (!ext.endsWith('proj'))
        return path;
    const { dockerfile } = place.sources;
    const patterns = dockerfile.stages.flatMap((stage) => (0,_plan_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .readCopiedTree */ .ZI)(stage).patterns);
    if (dir !== '' && !patterns.some(({ brings }) => brings(path)))
        return `${dir}/`;
    const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(dockerfile.text);
    return node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(dir, usesPatterns ? `*${ext}` : base);
}
/** The files that a stage lacks in words: what keeps each out, then what to add, by the line that it belongs above. */
function describeMissing(missing, place) {
    const kept = missing.flatMap((file) => file.kind === 'not-copied' ? [] : [`${file.path} is not where the build looks for it: ${file.words}`]);
    const copies = missing
        .flatMap((file) => (file.kind === 'not-copied' ? [file] : []))
        // The first place of a file is that of who named it best.
        .filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index);
    const [first] = copies;
    if (first === undefined)
        return [...new Set(kept)];
    const { above } = first;
    const command = `RUN ${(0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(above)}`.replace(/\s+/g, ' ').slice(0, 80);
    const names = [...new Set(copies.map(({ path }) => path))].join(', ');
    return [
        ...new Set(kept),
        `No COPY brings ${names} into stage ${(0,_plan_dockerfile_parse_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .stageLabel */ .Hn)(above.stage)} before ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .lineOf */ .cA)(place, above.firstLine)}, ${command}`,
        `Add above ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .lineOf */ .cA)(place, above.firstLine)}:`,
        ...new Set(copies.map(({ copy }) => `  ${copy}`)),
    ];
}


/***/ }),

/***/ 8812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ stepLacks),
/* harmony export */   gU: () => (/* binding */ noDocker),
/* harmony export */   xw: () => (/* binding */ dockerAdvice)
/* harmony export */ });
/* harmony import */ var _ways_out_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4176);

const lessMemory = 'Give the builder more, or let the step take less: dotnet … -m:1 builds one project at a time, and parallel-build: false builds nothing while tests run.';
/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
const noDocker = /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/;
/** The way out for what wants Docker: a step of a build can't have it. */
const dockerAdvice = 'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, ' +
    'for example with --filter, and run them in a job step after this one.';
/** What the drivers of databases alone say when no server answers. */
const noDatabase = /network-related or instance-specific error|(?:Npgsql|MySql|Redis|Mongo)\w*Exception\b.*(?:connect|refused|host)|BrokerUnreachableException/i;
/** What no step of a build has, or what its machine lacks. */
const stepLacks = [
    {
        words: /\bout of memory\b|OutOfMemoryException|Cannot allocate memory|GC heap initialization failed|0x8007000E/i,
        isOfSteps: true,
        title: 'The build ran out of memory',
        wayOut: lessMemory,
    },
    {
        words: /exit(?:ed with)? code:? 137\b|^MSB4166 /,
        isOfSteps: true,
        title: 'A process of the build was killed',
        wayOut: `Most likely memory ran out. ${lessMemory}`,
    },
    {
        words: noDocker,
        isPrinted: true,
        title: 'A step of the build wants Docker',
        wayOut: dockerAdvice,
    },
    {
        words: noDatabase,
        isOfSteps: true,
        title: 'A step of the build wants a database',
        wayOut: 'A build has no database and no other service. Do this where the container runs, or in a job step.',
    },
    {
        words: /no space left on device|not enough space on the disk/i,
        title: 'No space is left on the disk',
        wayOut: 'Make room on the machine before this step, or let .dockerignore keep large folders (bin, obj, node_modules, .git) out of the build.',
    },
    {
        words: /Permission denied|Inadequate permissions|Access to the path '[^']+' is denied|\bEACCES\b/,
        title: 'The user of the stage has no permission',
        wayOut: _ways_out_js__WEBPACK_IMPORTED_MODULE_0__/* .describeUser */ .ZL,
    },
    {
        words: /Read-only file system|EROFS/,
        title: 'A mount can not be written',
        wayOut: _ways_out_js__WEBPACK_IMPORTED_MODULE_0__/* .describeReadOnly */ .kS,
    },
    {
        words: /not a git repository|Cannot find the \.git directory/i,
        title: 'The stage has no Git history',
        wayOut: _ways_out_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGit */ .O4,
    },
    {
        words: /detected dubious ownership in repository at '([^']+)'/,
        title: 'Git does not trust the files of the stage',
        wayOut: (_, [, folder]) => `They belong to another user than the one who runs git. Add above this RUN: RUN git config --global --add safe.directory ${folder ?? ''}`,
    },
    {
        words: /\bshallow (?:clone|repository)\b|is a shallow/i,
        title: 'The Git history is not complete',
        wayOut: 'actions/checkout fetches only the newest commit. Set fetch-depth: 0 for it.',
    },
    {
        words: _ways_out_js__WEBPACK_IMPORTED_MODULE_0__/* .isUntrusted */ .fb,
        title: 'A certificate is not trusted in the stage',
        wayOut: ({ lines }) => [
            _ways_out_js__WEBPACK_IMPORTED_MODULE_0__/* .trustAdvice */ .dq,
            ...(lines.some((line) => /\bnpm\b|yarn|pnpm/.test(line))
                ? ['node also wants its path: ENV NODE_EXTRA_CA_CERTS=…']
                : []),
        ],
    },
];


/***/ }),

/***/ 4176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ describeSdkVersion),
/* harmony export */   O4: () => (/* binding */ describeGit),
/* harmony export */   WH: () => (/* binding */ describeTool),
/* harmony export */   WQ: () => (/* binding */ describeNode),
/* harmony export */   ZL: () => (/* binding */ describeUser),
/* harmony export */   _e: () => (/* binding */ describeProgram),
/* harmony export */   dM: () => (/* binding */ describeBase),
/* harmony export */   dg: () => (/* binding */ describeNoBuild),
/* harmony export */   dq: () => (/* binding */ trustAdvice),
/* harmony export */   fX: () => (/* binding */ toolVersion),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   kS: () => (/* binding */ describeReadOnly)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5831);
/* harmony import */ var _plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3065);
/* harmony import */ var _plan_dockerfile_mounts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2029);
/* harmony import */ var _plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6856);
/* harmony import */ var _context_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7315);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1335);
/* harmony import */ var _stage_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7725);









/** `The stage begins from alpine:3.22 (Dockerfile:1).` */
function describeBase(build) {
    const { base, firstLine } = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(build.instruction.stage);
    return `The stage begins from ${base} (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .cA)(build, firstLine)}).`;
}
/** The SDK that global.json asks for, and those that the image has. */
function describeSdkVersion({ lines }) {
    const wanted = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_8__/* .firstMatch */ .o4)(lines, /^Requested SDK version: (\S+)/);
    const file = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_8__/* .firstMatch */ .o4)(lines, /^global\.json file: (.*?global\.json)/);
    // What dotnet writes to its two outputs can meet in one line.
    const installed = lines.flatMap((line) => /(?:^|global\.json)(\d+\.\d+\.\d\S*) \[/.exec(line.trim())?.[1] ?? []);
    const at = lines.findIndex((line) => line.includes('You intended to execute a .NET SDK command'));
    const own = wanted === undefined && at >= 0 ? (lines[at + 1]?.trim() ?? '') : '';
    return [
        ...(own === '' ? [] : [own]),
        `${file ?? 'global.json'} wants ${wanted === undefined ? 'an SDK that the image does not have' : `the SDK ${wanted}, and the image has ${installed.join(', ') || 'another one'}`}.`,
        'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
    ];
}
/** The way out for a tool that is made for another .NET than the SDK of the stage. */
const toolVersion = 'The newest version of the tool is for a newer .NET than the SDK of the stage: name one for it, dotnet tool install … --version "8.*", or take a newer sdk image.';
/** `--no-build` takes what a build of the same configuration, framework and runtime has left. */
function describeNoBuild(build) {
    const at = (0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .cA)(build, build.instruction.firstLine);
    return (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(build.instruction).includes('--no-build')
        ? [`Build it above with the same -c, -f and -r, or leave --no-build out of ${at}.`]
        : [];
}
const manifest = '.config/dotnet-tools.json';
/** Where a tool of dotnet comes from: its manifest, if the stage lacks it, or a command to install it. */
function describeTool(build, [, name, local]) {
    const { instruction } = build;
    const commands = [...build.messages.map(({ text }) => text), (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(instruction)];
    const tool = name ?? local ?? (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_8__/* .firstMatch */ .o4)(commands, /\bdotnet (?!tool\b)([a-z][\w-]*)/) ?? '';
    // A restore of tools that finds no manifest restores none, and is content.
    const restore = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .instructionsOf */ .Jk)(instruction.stage).find((one) => one.keyword === 'RUN' && /\bdotnet tool restore\b/.test((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(one)));
    const missing = (0,_stage_files_js__WEBPACK_IMPORTED_MODULE_7__/* .explainMissing */ .Ce)(`${(0,_context_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .workdirOf */ .oG)(build)}/${manifest}`, build, restore ?? instruction);
    if (missing !== undefined)
        return (0,_stage_files_js__WEBPACK_IMPORTED_MODULE_7__/* .describeMissing */ .UV)([missing], build);
    return [
        `dotnet ${tool} is a tool. If ${manifest} has it, RUN dotnet tool restore above; ` +
            `else RUN dotnet tool install --global dotnet-${tool}, and ENV PATH="$PATH:/root/.dotnet/tools"`,
    ];
}
/** The USER that may not write what root made; nothing where root runs the step. */
function describeUser(build, { input }) {
    const user = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .instructionsOf */ .Jk)(build.instruction.stage).findLast(({ keyword, firstLine }) => keyword === 'USER' && firstLine < build.instruction.firstLine);
    if (user === undefined || /^(?:root|0)(?:$|:)/.test(user.argument))
        return [];
    const where = `USER of ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .cA)(build, user.firstLine)} is ${user.argument}, and`;
    const [path] = /\/[\w./-]+/.exec(input) ?? [];
    // Without a home, what is kept there comes to the root.
    if (path?.startsWith('/.') === true)
        return [`${where} it has no home. Add above this RUN: ENV HOME=/tmp`];
    return path === undefined || path.startsWith(`${(0,_context_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .workdirOf */ .oG)(build)}/`)
        ? [
            `${where} what WORKDIR, COPY and earlier RUNs made belongs to root. ` +
                `Move USER below this RUN, or give it the files: COPY --chown=${user.argument} …`,
        ]
        : [`${where} ${path} belongs to root. Move USER below this RUN.`];
}
/** Which bind mount is the one to read; nothing where the step has none. */
function describeReadOnly(build) {
    const { instruction } = build;
    const isReadOnly = (options) => !options.has('rw') && !options.has('readwrite');
    if (!(0,_plan_dockerfile_mounts_js__WEBPACK_IMPORTED_MODULE_3__/* .mountsOf */ .cS)(instruction, 'bind').some(isReadOnly))
        return [];
    return [
        `--mount=type=bind of ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .cA)(build, instruction.firstLine)} is for reading. Add ,rw to it, which keeps nothing of what is written, or COPY the files.`,
    ];
}
/** What keeps the history out; nothing where it is there. */
function describeGit(place) {
    const missing = (0,_stage_files_js__WEBPACK_IMPORTED_MODULE_7__/* .explainMissing */ .Ce)(`${(0,_context_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .workdirOf */ .oG)(place)}/.git`, place);
    if (missing === undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.sources.paths.context, '.git')))
        return [];
    return [
        ...(missing === undefined
            ? ['The build context has no .git: it begins below the folder of the repository, or is no clone.']
            : (0,_stage_files_js__WEBPACK_IMPORTED_MODULE_7__/* .describeMissing */ .UV)([missing], place)),
        'Or give the version as a build argument. A version from history also needs fetch-depth: 0 for actions/checkout.',
    ];
}
/** The folder that an earlier RUN installed a tool of dotnet into, which no shell looks in by itself. */
function describeToolFolder({ sources, instruction }, name) {
    const install = (0,_plan_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_4__/* .instructionsOf */ .Jk)(instruction.stage).find((one) => one.keyword === 'RUN' &&
        /\bdotnet tool (?:install|update)\b/.test((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(one)) &&
        (0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(one).includes(name));
    if (install === undefined)
        return undefined;
    const folder = /--tool-path[ =](\S+)/.exec((0,_plan_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(install))?.[1] ?? '/root/.dotnet/tools';
    return `dotnet tool install of ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .cA)({ sources }, install.firstLine)} puts programs into ${folder}, where no shell looks: ENV PATH="$PATH:${folder}"`;
}
/** Where Node.js of the stage comes from, and which one is asked for. */
function describeNode(build) {
    const versions = /\b(?:Required|Actual|Expected version|Got)\b|Node\.js (?:version )?v?\d+\S* detected/;
    return [
        ...build.lines.filter((line) => versions.test(line)).map((line) => line.trim()),
        `${describeBase(build)} Let it begin from an image with that Node.js, such as node:24, or install it in place of this one.`,
    ];
}
const notApt = 'Alpine has apk add, Azure Linux tdnf install.';
/** What the other images have in place of a manager of packages. */
const packageManagers = new Map([
    ['apt-get', notApt],
    ['apt', notApt],
    ['apk', 'Debian and Ubuntu have apt-get install, Azure Linux tdnf install.'],
]);
/** How a program comes into the stage, or why its name is none. */
function describeProgram(build, [, ...names]) {
    const name = names.find(Boolean) ?? '';
    if (/^\[['"\w]*,$/.test(name))
        return ['The form with brackets needs double quotes, or else a shell reads it: RUN ["dotnet", "test"]'];
    if (name.includes(' '))
        return [
            `In the form with brackets each word stands by itself: ${JSON.stringify(name.split(/\s+/)).replaceAll(',', ', ')}`,
        ];
    if (/^(?:xcopy|robocopy|copy|move|del|rd|md|powershell|cmd|if)$/i.test(name))
        return [
            `${name} is a command of Windows. Let the target run there alone, Condition="'$(OS)' == 'Windows_NT'", or use a task that runs everywhere, such as Copy.`,
        ];
    const other = packageManagers.get(name);
    if (other !== undefined)
        return [`${describeBase(build)} It has no ${name}: ${other}`];
    const installed = describeToolFolder(build, name);
    if (installed !== undefined)
        return [installed];
    // npm names each script before it runs it.
    if (build.lines.some((line) => /^> \S+@\S* \S+/.test(line)))
        return [
            `${name} is no package of node_modules: is npm ci run above, and not without devDependencies (--omit=dev, NODE_ENV=production)?`,
        ];
    return [
        `${describeBase(build)} It has no ${name}: install it in a RUN above, or do this in a stage whose image has it and COPY --from that.`,
    ];
}
/** What .NET, OpenSSL, Go, curl, git, Python and node say of a certificate that nobody here vouches for. */
const isUntrusted = /UntrustedRoot|PartialChain|RemoteCertificate\w+|self[- ]signed certificate|unable to get (?:local )?issuer certificate|signed by unknown authority|certificate verif(?:y|ication) failed|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)/i;
/** The way out for a step: the certificate of a proxy or a server of the team's own has to be in its image. */
const trustAdvice = 'The stage does not trust the server, or the proxy before it. Above this RUN, COPY the certificate of its authority to ' +
    '/usr/local/share/ca-certificates/ (its name ends in .crt) and RUN update-ca-certificates.';


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

/***/ 7739:
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
    /** The run of this assembly that has not ended yet, or a new one; only an end may be that of a run that was called stopped. */
    openRun(assembly, framework, isEnd = false) {
        const name = (0,log_text/* assemblyName */.UU)(assembly);
        const isFull = this.runs.length >= runLimit;
        const isOpen = (run) => run.endedAt === undefined && isSame(run, assembly, name, framework);
        const open = isFull ? [] : this.runs.filter(isOpen);
        const found = open.find(({ stopped }) => stopped === undefined) ?? (isEnd ? open.at(-1) : undefined);
        if (found !== undefined)
            return found;
        const run = { assembly, project: name, framework, errors: [], aborted: false };
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
    /** Takes a line that is no tool's. */
    takeOther(line) {
        const run = this.runs.at(-1);
        if (run !== undefined && run.endedAt === undefined && line.trim() !== '')
            run.lastLine = (0,shared_text/* cutText */.IN)(line.trim(), 300);
    }
    /** Keeps a result, with its texts as far as the budget for all texts reaches. */
    addResult(found, list = this.results) {
        if (list.length >= resultLimit)
            return;
        const { name, outcome, durationMs } = found.result;
        const result = { name: (0,shared_text/* cutText */.IN)(name, log_text/* nameLimit */.ds), outcome, durationMs };
        for (const part of ['message', 'stack', 'stdout', 'stderr']) {
            const text = this.#spent > textBudget ? undefined : (0,shared_text/* cutText */.IN)(found.result[part] ?? '');
            if (text)
                this.#spent += (result[part] = text).length;
        }
        list.push({ ...found, result });
    }
}
function isSame(run, assembly, name, framework) {
    const both = run.assembly.includes('/') && assembly.includes('/');
    if (both ? run.assembly !== assembly : run.project !== name)
        return false;
    return framework === undefined || run.framework === undefined || run.framework === framework;
}
/** Reads what one tool prints of its tests. */
class RunnerReader {
    findings;
    constructor(findings) {
        this.findings = findings;
    }
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
 * Brings what a log counts and lists together. Bare names beyond the counts only looked like a result, and go; a listed failure with a message or a stack
 * stays, and so does a skip: VSTest lists inconclusive tests as skipped and leaves them out of its counts.
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

// EXTERNAL MODULE: ./lib/src/testing/results/attempts.js
var attempts = __webpack_require__(4644);
// EXTERNAL MODULE: ./lib/src/shared/group-by.js
var group_by = __webpack_require__(4487);
;// CONCATENATED MODULE: ./lib/src/testing/log/runs.js




/** Gives every result to its run; of projects that ran side by side by the source files in its stack, then by its name, then by its order. */
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
        const known = (0,group_by/* groupBy */.$)([...this.#results.values()].flat(), ({ result }) => keyOf(result));
        return announced.filter(({ result }) => {
            const twin = known.get(keyOf(result))?.shift()?.result;
            if (twin === undefined)
                return true;
            twin.message ??= result.message;
            twin.stack ??= result.stack;
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
        const latest = Math.max(found.attempts ?? 1, ...all.map(({ attempt }) => attempt ?? 1));
        const failed = all.filter(({ result }) => result.outcome === 'failed');
        const tried = failed.filter(({ attempt }) => attempt !== undefined);
        const series = [...(0,group_by/* groupBy */.$)(tried, ({ result }) => result.name).values()];
        // Where the run counts fewer failures than its last attempt has shown, the others have passed after it.
        const counted = (found.counts?.failed ?? failed.length) - (failed.length - tried.length);
        const still = series.flatMap((tries) => tries.filter(({ attempt }) => attempt === latest).slice(0, 1));
        const kept = new Set([
            ...failed.filter((one) => !tried.includes(one)),
            ...still.slice(0, Math.max(0, counted)),
        ]);
        const last = all.filter((one) => !failed.includes(one) || kept.has(one)).map(({ result }) => result);
        const flaky = series.flatMap((tries) => {
            const [first] = tries;
            if (first === undefined || [...kept].some(({ result }) => result.name === first.result.name))
                return [];
            const outcomes = [...tries.map(({ result }) => result.outcome), 'passed'];
            return [(0,attempts/* flakyTest */.Iq)(found, first.result, outcomes, first.result.message)];
        });
        return { last, flaky };
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
        const told = {
            ...emptyRun(found.project),
            ...agreed,
            flaky: flaky.length === 0 ? undefined : flaky,
            assembly: found.assembly === '' ? undefined : found.assembly,
            framework: found.framework,
            durationMs: found.durationMs,
            errors,
            aborted: found.aborted,
            incomplete: found.endedAt === undefined,
            ...(found.endedAt === undefined && !found.aborted && { lastLine: found.lastLine }),
        };
        if (found.isOfPlatform !== true)
            return told;
        const run = (0,attempts/* foldPrinted */.u0)(told, false);
        return exitCode === undefined && run.counts.failed > 0 ? { ...run, mayHavePassed: true } : run;
    }
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
function keyOf({ outcome, name }) {
    return `${outcome} ${name}`;
}

// EXTERNAL MODULE: ./lib/src/testing/log/sign-lines.js
var sign_lines = __webpack_require__(4385);
;// CONCATENATED MODULE: ./lib/src/testing/log/trouble-signs.js



const errorLimit = 50;
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
    /** Words, and where they go: without a place to the next run that ends behind their line. */
    #targets = [];
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
        if ((0,sign_lines/* tellsOfAbort */.GG)(text)) {
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
        const isFixture = sign_lines/* fixtureFailure */.yS.test(text);
        const failedStart = (0,sign_lines/* readFailedStart */.k1)(text);
        if (isFixture || failedStart !== undefined) {
            this.#collecting = [text];
            // A program says only with its numbers what it is.
            this.#push(isFixture ? this.#findings.currentRun()?.errors : this.signs.notStarted, this.#collecting);
            if (failedStart === 'whole')
                this.#collecting = undefined;
            return true;
        }
        return this.#continue(text);
    }
    /** Takes a line that nobody else wants and that tells of a process that died. */
    takeCrash(line) {
        if (!sign_lines/* crashes */.sB.test(line))
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
        for (const run of runs)
            settleStopped(run);
        for (const [words, told, line] of this.#targets) {
            const target = told ?? runs.find(({ endedAt = 0 }) => endedAt > line)?.errors;
            if (words.length > 0)
                target?.push(join(words));
        }
        const unfinished = runs.filter((run) => run.endedAt === undefined);
        const finished = runs.length > unfinished.length || totals.length > 0;
        for (const words of this.#crashes) {
            const of = unfinished.at(-1) ?? (finished ? undefined : signs);
            if (of === undefined)
                continue;
            of.aborted = true;
            of.errors.push(join(words));
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
    #push(target, words) {
        if (this.#targets.length < errorLimit)
            this.#targets.push([words, target, this.#findings.line]);
    }
    #look(text) {
        if ((0,sign_lines/* tellsOfNoTest */.fN)(text)) {
            this.signs.noTests = true;
            // "No test is available in /src/X.dll": this run is over, without counts.
            const open = this.#findings.runs.filter(({ endedAt }) => endedAt === undefined);
            const run = open.find(({ assembly }) => text.includes(assembly)) ?? open.at(-1);
            if (run !== undefined)
                run.endedAt = this.#findings.line;
        }
        const code = sign_lines/* platformExit */.Qg.exec(text.slice(0, 300))?.[1];
        if (code === '8')
            this.signs.noTests = true;
        else if (code === '9')
            this.#failed ??= sign_lines/* tooFewTests */.s2;
        else if (code !== undefined || sign_lines/* failedTask */.vD.test(text))
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
        this.#naming = false;
        const isWhole = sign_lines/* wholeAborts */.xT.has(text);
        const run = this.#findings.currentRun();
        // `dotnet vstest` of several assemblies says behind the last of them what became of one.
        if (isWhole && this.#targets.some(([, target]) => target === this.signs.errors))
            return;
        const words = [text];
        this.#push(run?.errors ?? this.signs.errors, words);
        this.#collecting = isWhole ? undefined : words;
        if (isWhole && run !== undefined)
            run.stopped ??= { line: this.#findings.line, words };
        else if (run === undefined)
            this.signs.aborted = true;
        else
            run.aborted = true;
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
        if (this.#collecting.length < sign_lines/* wordLines */.kt)
            this.#collecting.push((0,shared_text/* cutText */.IN)(text, 1000));
        return true;
    }
}
/** VSTest's last words of a run that was stopped; where the run goes on to its numbers, a test printed them. */
function settleStopped(run) {
    const { stopped, endedAt = 0 } = run;
    if (stopped === undefined)
        return;
    if (!run.aborted && endedAt > stopped.line)
        stopped.words.length = 0;
    else
        run.aborted = true;
}
/** How `dotnet test` says that a program ended with 0 before its summary. */
const endedEarly = /^System\.InvalidOperationException: A test session start event was received without /;
function join(words) {
    return endedEarly.test(words[0] ?? '')
        ? 'its process ended before its tests did'
        : (0,shared_text/* cutText */.IN)(words.join('\n'));
}

// EXTERNAL MODULE: ./lib/src/testing/log/localized-words.js
var localized_words = __webpack_require__(8333);
;// CONCATENATED MODULE: ./lib/src/testing/log/summary.js



/**
 * Reads VSTest's last line, `Failed!  - Failed:     3, Passed:     4, Skipped:     1, Total:     8, Duration: 368 ms - Shop.Tests.dll (net10.0)`, in any
 * language, by the order of its numbers. What is neither passed nor failed counts as skipped, also an inconclusive test.
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
    return {
        assembly: named[1],
        framework: (0,log_text/* shortFramework */.XW)(named[2] ?? ''),
        counts: countsOf(Number(total), Number(passed), Number(failed)),
        durationMs: (0,log_text/* readDuration */.$7)(tail.slice(0, dash).trim()),
    };
}
/** Reads the terminal logger's `Test summary: total: 8, failed: 3, succeeded: 4, skipped: 1, duration: 2.4s`: the same numbers in another order, no assembly. */
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
    // Explicit tests that were not run are in the total.
    const passed = Number(total) - Number(failed) - Number(skipped) - Number(notRun);
    return {
        assembly,
        counts: countsOf(Number(total), passed, Number(failed)),
        durationMs: Math.round(Number(time.replace(',', '.')) * 1000),
        errors: Number(errors),
    };
}
/** Counts of which the rest is skipped. */
function countsOf(total, passed, failed) {
    return { total, passed, failed, skipped: Math.max(0, total - passed - failed) };
}
/** Reads totals of a line each, closed by a time: Testing Platform's by their order, VSTest's at verbosity normal, which leaves out zeroes, by their labels. */
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
        const outcome = outcomes.find((name) => localized_words/* totalLabels */.UC[name].includes(label)) ??
            (parts.length === 3 ? outcomes[index] : undefined);
        if (outcome !== undefined)
            counts[outcome] += value;
    }
    counts.total = Number.isNaN(total.value) ? counts.passed + counts.failed + counts.skipped : total.value;
    counts.skipped = Math.max(0, counts.total - counts.passed - counts.failed);
    return {
        kind: Number.isNaN(total.value) ? 'unknown' : 'vstest',
        counts,
        durationMs: Math.round(Number(`${seconds[1] ?? ''}.${seconds[2] ?? ''}`) * 1000),
    };
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/terminal-logger.js




/** Reads what MSBuild's terminal logger prints of VSTest: a line per project, its failed tests as errors `TESTERROR`, one line of counts over all projects. */
class TerminalReader extends RunnerReader {
    #run;
    #block;
    #line = 0;
    get isOpen() {
        return this.#block !== undefined;
    }
    begin(line) {
        return this.#project(line) || this.#failure(line) || this.#summary(line);
    }
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
    close() {
        const block = this.#block;
        this.#block = undefined;
        const result = block && parseFailure(dedent(block.lines, 6));
        if (result !== undefined)
            this.findings.addResult({ result, line: this.#line, run: this.#run });
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
        const run = this.findings.openRun(name, framework);
        run.startedAt ??= this.findings.line;
        if (test === undefined)
            return true;
        run.endedAt = this.findings.line;
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
        this.#line = this.findings.line;
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
        this.findings.totals.push({ line: this.findings.line, counts });
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
        const frames = at < 0 ? [] : rest.slice(at + 1);
        const stack = frames.join('\n').trimEnd();
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
    const heading = streamOf(line.slice(2, colon));
    return heading && { heading, text: line.slice(colon + 1).trim() };
}
/** Parts the lines of a result: its message is indented by two, its frames by four, then come labels with the output. Frames come out as VSTest's; what isn't there is empty. */
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
    return line.length > 60 || !/^ {2}\S/.test(line) ? undefined : streamOf(line.slice(2));
}
function streamOf(label) {
    return ['stdout', 'stderr'].find((one) => localized_words/* platformStreams */.ZD[one].includes((0,log_text/* sameSpaces */.is)(label)));
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
/** Reads what Microsoft.Testing.Platform prints, in the SDK's languages (`OutputDevice/Terminal/TerminalTestReporter.cs` of microsoft/testfx). */
class TestingPlatformReader extends RunnerReader {
    #open;
    #tail;
    #orchestrated = false;
    /** The run of the totals that follow, when their heading names one, and that heading where it says that the run failed. */
    summaryRun;
    failedHeading;
    get isOpen() {
        return this.#open !== undefined;
    }
    begin(line) {
        return this.#assembly(line) || this.#beginResult(line);
    }
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
            this.#open.run = this.findings.lastRun(path, framework);
            this.#open.after = new Section('after');
            return true;
        }
        this.close();
        if (prefix === '' && suffix !== '' && !isLateStart(suffix, found.architecture)) {
            this.#endRun(path, framework, suffix);
        }
        else if (prefix.endsWith(' - ')) {
            this.summaryRun = this.findings.openRun(path, framework);
            this.summaryRun.isOfPlatform = true;
            this.failedHeading = /^Test run summary: (?!Passed!|Zero tests)(.{1,100}) - $/.exec(prefix)?.[1];
        }
        else {
            const run = this.findings.openRun(path, framework);
            run.startedAt ??= this.findings.line;
            const attempt = attemptMark.exec(prefix)?.[1];
            if (attempt !== undefined)
                run.attempts = Number(attempt);
            this.#orchestrated = true;
        }
        return true;
    }
    #endRun(path, framework, suffix) {
        const run = this.findings.openRun(path, framework);
        run.endedAt = this.findings.line;
        run.isOfPlatform = true;
        this.#orchestrated = true;
        run.durationMs = (0,log_text/* readDuration */.$7)(/\(([^()]{1,40})\)$/.exec(suffix)?.[1] ?? '');
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
        const name = durationMs === undefined ? rest : rest.slice(0, open);
        if (name === '')
            return false;
        this.close();
        this.#open = {
            result: { name, outcome, durationMs },
            line: this.findings.line,
            before: new Section('before'),
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
        ;
        (open.after ?? open.before).add(line);
        return true;
    }
    #closeResult() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined)
            return;
        const { before, after, ...found } = open;
        const { result, run } = found;
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
        this.findings.addResult(found);
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

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/test-programs.js


/** `[19:49:23 ERR] cart.costs failed in 00:00:00.46.` of Expecto, `2) Failed : Shop.CartTests.Costs` of NUnitLite. */
const failed = /^(?:\[[\d:]+ ERR\] (.{1,500}) (?:failed|errored) in [\d:.]+\.\s*|\d{1,5}\) (?:Failed|Error) : (\S.{0,500}))$/;
/** What is behind it is no more of a result: another line of a logger, NUnitLite's next part, the log's own end. */
const ends = /^(?:\[[\d:]+ [A-Z]{3}\] |\d{1,5}\) |Test Run Summary$|Run Settings$)/;
const atCode = /^\s*at \S.*\)(?: in .*)?/;
/** Reads test programs that say what they found in one line of counts: Expecto, NUnitLite, NUnit's console, Fixie. */
class ProgramReader extends RunnerReader {
    #result;
    #line = 0;
    #message = new Section('message');
    #stack = new Section('stack');
    get isOpen() {
        return this.#result !== undefined;
    }
    begin(line) {
        const name = failed.exec(line.slice(0, 1000));
        const counts = name === null ? parseCounts(line) : undefined;
        if (name === null && counts === undefined)
            return false;
        this.close();
        if (counts === undefined) {
            this.#result = { name: name?.[1] ?? name?.[2] ?? '', outcome: 'failed' };
            this.#line = this.findings.line;
            this.#message = new Section('message');
            this.#stack = new Section('stack');
            return true;
        }
        const run = this.findings.openRun('', undefined, true);
        Object.assign(run, { counts, endedAt: this.findings.line });
        return true;
    }
    continue(line) {
        if (this.#result === undefined)
            return false;
        if (ends.test(line)) {
            this.close();
            return false;
        }
        const text = line.replace(/ <Expecto>$/, '');
        const part = atCode.test(text) ? this.#stack : this.#message;
        part.add(text);
        return true;
    }
    close() {
        const result = this.#result;
        this.#result = undefined;
        if (result === undefined)
            return;
        result.message = dedent(this.#message.lines, 0);
        result.stack = dedent(this.#stack.lines, 0);
        this.findings.addResult({ result, line: this.#line });
    }
}
/**
 * Reads counts that stand in one line: `EXPECTO! 2 tests run in 00:00:00.63 for cart – 1 passed, 0 ignored, 1 failed, 0 errored.`,
 * `Test Count: 3, Passed: 2, Failed: 1, Warnings: 0, Inconclusive: 0, Skipped: 0`, `3 passed, 1 failed, took 0.53 seconds`.
 */
function parseCounts(line) {
    const text = line.length > 500 ? '' : line;
    const nunit = /^\s*Test Count: (\d{1,9}), Passed: (\d{1,9}), Failed: (\d{1,9}), /.exec(text);
    if (nunit !== null)
        return countsOf(Number(nunit[1]), Number(nunit[2]), Number(nunit[3]));
    const list = /(?:^\[[\d:]+ INF\] EXPECTO! .* \S |^)((?:\d{1,9} [a-z]+, )+(?:\d{1,9} errored\.|took [\d.]+ seconds$))/.exec(text)?.[1];
    if (list === undefined)
        return undefined;
    const numberOf = (word) => Number(new RegExp(`(\\d+) ${word}\\b`).exec(list)?.[1] ?? 0);
    const [passed, bad] = [numberOf('passed'), numberOf('failed') + numberOf('errored')];
    return countsOf(passed + bad + numberOf('ignored') + numberOf('skipped'), passed, bad);
}

;// CONCATENATED MODULE: ./lib/src/testing/log/runners/vstest.js




const headings = new Map(Object.keys(localized_words/* detailHeadings */.vQ).flatMap((detail) => localized_words/* detailHeadings */.vQ[detail].map((heading) => [heading, detail])));
const endings = new Set(localized_words/* endOfResults */.h7);
const vstest_outcomes = new LeadingWords(localized_words/* vstestOutcomes */.$2);
/** Reads what VSTest's console logger prints, in the SDK's languages (`src/vstest.console/Internal/ConsoleLogger.cs` of microsoft/vstest). */
class VstestReader extends RunnerReader {
    #result;
    #line = 0;
    #sections = [];
    get isOpen() {
        return this.#result !== undefined;
    }
    begin(line) {
        if (this.#beginResult(line))
            return true;
        if (!this.#beginRun(line) && !this.#endRun(line))
            return false;
        this.close();
        return true;
    }
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
        this.findings.addResult({ result, line: this.#line });
    }
    #beginRun(line) {
        const start = parseRunStart(line);
        if (start === undefined)
            return false;
        const run = this.findings.openRun(start.path, start.framework);
        run.assembly = start.path;
        run.startedAt ??= this.findings.line;
        return true;
    }
    #endRun(line) {
        const summary = parseRunSummary(line);
        if (summary === undefined)
            return endings.has((0,log_text/* sameSpaces */.is)(line)) || /^\S.{0,80}: \S.*\.trx$/.test(line);
        const run = this.findings.openRun(summary.assembly, summary.framework, true);
        run.counts = summary.counts;
        run.endedAt = this.findings.line;
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
        this.#line = this.findings.line;
        this.#sections = [];
        return true;
    }
}
/** Reads `Test run for /src/X.dll (.NETCoreApp,Version=v10.0)` in any language, and MSBuild's `Run tests: '/src/X.dll' [net10.0|x64]`. */
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
    return { name, outcome, durationMs };
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
/** Reads xunit's own lines, in English always: `    Name [FAIL]` with details below, behind `[xUnit.net 00:00:01.17]` of its adapter or bare from its runner. */
class XunitReader extends RunnerReader {
    #result;
    #adapter = false;
    #line = 0;
    #sections = [];
    /** The errors of a run, the last of which goes on in the lines that follow. */
    #failed;
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
    begin(line) {
        if (this.#beginResult(line, false))
            return true;
        if (!this.#failure(line) && !this.#runner(line))
            return false;
        this.close();
        return true;
    }
    continue(line) {
        return !this.#adapter && this.#detail(line);
    }
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
        this.findings.addResult({ result, line: this.#line }, this.findings.announced);
    }
    #beginResult(text, adapter) {
        const found = /^ {4}(\S.*) \[(FAIL|SKIP|NOT RUN)\]$/.exec(text);
        if (found?.[1] === undefined)
            return false;
        this.closeAll();
        this.#result = { name: found[1], outcome: found[2] === 'FAIL' ? 'failed' : 'skipped' };
        this.#adapter = adapter;
        this.#line = this.findings.line;
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
        this.#failed = this.findings.currentRun()?.errors;
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
            this.findings.openRun(started, undefined).startedAt ??= this.findings.line;
            return true;
        }
        const summary = parseXunitSummary(line);
        if (summary === undefined)
            return false;
        const run = this.findings.openRun(summary.assembly, undefined, true);
        run.endedAt = this.findings.line;
        run.counts = summary.counts;
        run.durationMs = summary.durationMs;
        if (summary.errors > 0 && run.errors.length === 0)
            run.errors.push(`${summary.errors} errors outside of a test`);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/src/testing/log/read-log.js











/**
 * Reads what test commands print: VSTest, Microsoft.Testing.Platform, MSBuild's console and terminal loggers, xunit's own runner, mixed as they come, in any
 * language of the SDK. Never throws; memory is bounded (10,000 results, 32 million characters of their texts, lines of 16,384 characters).
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
    #readers = [
        this.#vstest,
        this.#platform,
        new TerminalReader(this.#findings),
        this.#xunit,
        new ProgramReader(this.#findings),
    ];
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
        else if (!this.#readers.some((reader) => reader.continue(line)) && !this.#signs.takeCrash(line))
            this.#findings.takeOther(line);
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
            : (open.findLast(({ aborted, stopped }) => !aborted && stopped === undefined) ?? open.at(-1));
        const { failedHeading } = this.#platform;
        this.#platform.summaryRun = this.#platform.failedHeading = undefined;
        if (run === undefined) {
            this.#findings.totals.push({ line, counts: totals.counts });
            return;
        }
        run.counts = totals.counts;
        run.endedAt = line;
        if (totals.kind === 'unknown' && run.stopped !== undefined)
            run.aborted = true;
        if (failedHeading !== undefined && totals.counts.failed === 0 && run.errors.length === 0)
            run.errors.push(failedHeading);
        if (totals.durationMs !== undefined)
            run.durationMs = totals.durationMs;
    }
}


/***/ }),

/***/ 4385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ tellsOfAbort),
/* harmony export */   Qg: () => (/* binding */ platformExit),
/* harmony export */   fN: () => (/* binding */ tellsOfNoTest),
/* harmony export */   k1: () => (/* binding */ readFailedStart),
/* harmony export */   kt: () => (/* binding */ wordLines),
/* harmony export */   s2: () => (/* binding */ tooFewTests),
/* harmony export */   sB: () => (/* binding */ crashes),
/* harmony export */   vD: () => (/* binding */ failedTask),
/* harmony export */   xT: () => (/* binding */ wholeAborts),
/* harmony export */   yS: () => (/* binding */ fixtureFailure)
/* harmony export */ });
/* harmony import */ var _localized_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8333);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4129);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);



/** Lines that say nothing but that a run was aborted. */
const wholeAborts = new Set(_localized_words_js__WEBPACK_IMPORTED_MODULE_0__/* .abortLines */ .KQ);
/** One expression for many parts: a log may have 100,000 lines. */
const abortWords = anyOf(_localized_words_js__WEBPACK_IMPORTED_MODULE_0__/* .abortParts */ .Vk);
const hangs = /^Data collector 'Blame' message: .*(?:inactivity|hang|timeout)/i;
const fatal = /^\s*(?:\[FATAL ERROR\]|Catastrophic failure\b)/;
const exited = /^The active Test Run was aborted because/;
/** Says whether a line, on the console or in a TRX, tells of a run that crashed, hung or was stopped. */
function tellsOfAbort(line) {
    const text = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSpaces */ .is)(line.slice(0, 2000));
    return (wholeAborts.has(text) ||
        exited.test(text) ||
        hangs.test(text) ||
        fatal.test(text) ||
        abortWords.test(text));
}
/** An expression that finds any of some literal texts. */
function anyOf(literals) {
    return new RegExp(literals.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeForPattern */ .zV).join('|'));
}
const noTestWords = anyOf(_localized_words_js__WEBPACK_IMPORTED_MODULE_0__/* .noTestParts */ .Ir);
/** Says whether a line tells of an assembly or a filter without a test. */
function tellsOfNoTest(line) {
    return noTestWords.test((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSpaces */ .is)(line.slice(0, 2000)));
}
/** The exit code that Microsoft.Testing.Platform names for all runs of a command. */
const platformExit = /\b(\d{1,3}) ?[（(].{0,40}aka\.ms\/testingplatform\/exitcodes/;
/** What exit code 9 of Microsoft.Testing.Platform means. */
const tooFewTests = 'fewer tests ran than --minimum-expected-tests asks for (exit code 9)';
/** MSBuild's task that tests failed, and says no more. */
const failedTask = /Microsoft\.TestPlatform\.targets\(\d+,\d+\): error MSB(?:6006|4181)\b/;
/** Most lines of what a run says of its end. */
const wordLines = 20;
/** Lines of shells, of .NET's host and of `dotnet test` after which nothing runs. */
const startFailures = /^(?:A fatal error was encountered|You must install or update \.NET|The command could not be loaded|Could not execute because|Cannot find command 'dotnet |global\.json defines test runner|The test source file |The application to execute does not exist|The provided file path does not exist|The argument \S+ is invalid\.)/;
/** Programs of xunit and Microsoft.Testing.Platform on their options: the first line says it. */
const refusedOptions = /^(?:error: (?:error: )?(?:unknown|missing|incorrect|config file not found)\b|Unknown option '|Invalid arguments for option '|Option '--)/;
const shellFailures = /^(?:\S*sh: .{1,300}: (?:command )?not found|(?:\S*sh|env|timeout|xargs|nice|nohup|make(?:\[\d+\])?): .{1,300}: (?:No such file or directory|Permission denied|Is a directory|cannot execute.*)|\S*sh: \d+: cannot open .{1,300}: No such file)$/;
/** NUnit's own words for a fixture that failed when its tests had ended. */
const fixtureFailure = /^TearDown failed for test fixture /;
/** How a process that died says so. */
const crashes = /^(?:Process terminated\.|Unhandled exception\.|Stack overflow\.|Fatal error\.|Out of memory\.|Segmentation fault|Killed$|Aborted(?: \(core dumped\))?$)/;
/** Whether a line says that a command could not start, and if so, whether the lines below it say more. */
function readFailedStart(text) {
    if (shellFailures.test(text) || refusedOptions.test(text))
        return 'whole';
    return startFailures.test(text) ? 'goes-on' : undefined;
}


/***/ }),

/***/ 4129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   UU: () => (/* binding */ assemblyName),
/* harmony export */   XW: () => (/* binding */ shortFramework),
/* harmony export */   ds: () => (/* binding */ nameLimit),
/* harmony export */   is: () => (/* binding */ sameSpaces),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);

/** Longest line that is looked at, in characters; the rest of a longer one is dropped. */
const lineLimit = 16_384;
/** Longest name of a test that is kept, in characters; theory data can make names of 100 kB. */
const nameLimit = 1024;
/*
 * Terminal sequences: CSI, OSC (a title, progress), other two-character escapes. Every part is bounded or can't overlap
 * with the next one, so that a line of one megabyte costs one pass.
 */
const escapes = /\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,1024}(?:\x07|\x1b\\)?|[ -/]?[0-~])?/g;
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g;
/** Lines as a reader sees them: without terminal sequences and control characters, cut to `lineLimit`, and begun anew at a carriage return, as on the runner. */
function plainLines(raw) {
    const text = raw.length > 4 * lineLimit ? raw.slice(0, 4 * lineLimit) : raw;
    const clean = text.includes('\x1b') ? text.replace(escapes, '') : text;
    return clean
        .replace(/[\r\n]+$/, '')
        .split(/\r?\n|\r/)
        .map((line) => (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .IN)(line.replace(controls, ''), lineLimit));
}
/** The line with no-break spaces (French has them before a colon) as plain ones and without spaces at its end. */
function sameSpaces(line) {
    return line.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trimEnd();
}
const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
/** Milliseconds of `368 ms`, `< 1 ms` (0), `1 m 3 s`, `1s 103ms` or `2.4s`, which every tool writes in every language; undefined for anything else. */
function readDuration(text) {
    if (text.length > 40)
        return undefined;
    if (/^<\s?1\s?ms$/.test(text))
        return 0;
    if (!/^(?:\d{1,9}(?:[.,]\d{1,6})?\s?(?:d|h|ms|m|s)\s?)+$/.test(text))
        return undefined;
    let sum = 0;
    for (const [, number, unit] of text.matchAll(/(\d+(?:[.,]\d+)?)\s?(ms|[dhms])/g)) {
        sum += Number((number ?? '').replace(',', '.')) * (unitMs[unit ?? ''] ?? 0);
    }
    return Math.round(sum);
}
/** Short name of a framework: `net10.0` for `.NETCoreApp,Version=v10.0` and for `net10.0|x64`. */
function shortFramework(text) {
    const short = /^net[\w.-]{1,40}/.exec(text)?.[0];
    if (short !== undefined)
        return short;
    const long = /^\.NET(CoreApp|Framework|Standard),Version=v(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
    if (long === null)
        return undefined;
    const [, family, major = '', minor = '', patch = ''] = long;
    if (family === 'Framework')
        return `net${major}${minor}${patch}`;
    if (family === 'Standard')
        return `netstandard${major}.${minor}`;
    return Number(major) >= 5 ? `net${major}.${minor}` : `netcoreapp${major}.${minor}`;
}
/** Name of the assembly in a path, without its folders and its extension. */
function assemblyName(path) {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.replace(/\.(?:dll|exe)$/i, '');
}


/***/ }),

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iq: () => (/* binding */ flakyTest),
/* harmony export */   gD: () => (/* binding */ foldAttempts),
/* harmony export */   u0: () => (/* binding */ foldPrinted)
/* harmony export */ });
/* harmony import */ var _test_results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9097);
/* harmony import */ var _shared_group_by_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4487);


/** Several attempts at the same tests as one run: of each test the last attempt that has it decides. */
function foldAttempts(attempts) {
    const [first, ...later] = attempts;
    if (first === undefined)
        throw new Error('There is no attempt.');
    const last = later.at(-1) ?? first;
    if (last === first)
        return { run: first, flaky: [] };
    const byTest = (0,_shared_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(attempts.flatMap(({ results }) => [...(0,_shared_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(results, keyOf).values()]), ([result]) => (result === undefined ? '' : keyOf(result)));
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
/** A run on Testing Platform by its log, each test once: MSTest's `[Retry]` prints each failed attempt. Those of a program that ended with 0 have passed. */
function foldPrinted(run, endedWell) {
    const failed = run.results.filter(isFailed);
    const tests = [
        ...(0,_shared_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(failed, ({ name, stack = '' }) => `${name}\0${/^\s*at ([^(\n]+)/.exec(stack)?.[1] ?? ''}`),
    ].flatMap(([, tries]) => (tries[0] === undefined ? [] : [{ test: tries[0], tries }]));
    const still = endedWell ? [] : tests.map(({ test }) => test);
    const less = (endedWell ? Math.max(run.counts.failed, failed.length) : failed.length) - still.length;
    const counts = { ...run.counts, failed: run.counts.failed - less, total: run.counts.total - less };
    const results = run.results.filter((result) => !isFailed(result) || still.includes(result));
    if (!endedWell)
        return { ...run, counts, results };
    const flaky = tests.map(({ test, tries }) => flakyTest(run, test, [...tries.map(({ outcome }) => outcome), 'passed'], test.message));
    return { ...run, counts, results, flaky };
}
/** Tells of a flaky test. */
function flakyTest({ project, framework }, test, attempts, message) {
    return { name: (0,_test_results_js__WEBPACK_IMPORTED_MODULE_0__/* .fullName */ .fq)(test), project, framework, attempts, message };
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
/* harmony export */   $1: () => (/* binding */ flakyTestSchema),
/* harmony export */   Bd: () => (/* binding */ testResultSchema),
/* harmony export */   Tl: () => (/* binding */ testRunSchema),
/* harmony export */   Yi: () => (/* binding */ noCounts),
/* harmony export */   _Q: () => (/* binding */ withFullNames),
/* harmony export */   aD: () => (/* binding */ countResults),
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   fq: () => (/* binding */ fullName),
/* harmony export */   m$: () => (/* binding */ formatPassed)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2918);



const outcome = valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['passed', 'failed', 'skipped']);
/** One test, or one row of a data-driven test; texts are cut by the reader, `message` is the reason of a skipped one. */
const testResultSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    className: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    outcome,
    durationMs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz),
    message: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    stack: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    stdout: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    stderr: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
});
/** A test that failed in one attempt and passed in a later one. */
const flakyTestSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    project: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    framework: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    /** What each attempt came to, in their order, as far as it is known. */
    attempts: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(outcome),
    /** What the first failed attempt said. */
    message: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
});
/** The tests of one assembly on one framework. `counts` outranks the length of `results`: a log names no passed test, and long lists are cut. */
const testRunSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    source: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['trx', 'log']),
    /** Name of the assembly without its extension; empty where the source does not say it. */
    project: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Short name such as `net10.0`. */
    framework: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    results: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(testResultSchema),
    counts: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .counts */ .tQ,
    durationMs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz),
    /** Errors of the run itself: words of a crash, an abort, a file that could not be read to its end. */
    errors: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** The run says of itself that it crashed, hung or was stopped. */
    aborted: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** The source ended before the run did: a cut file, or a log without the run's summary. */
    incomplete: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
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
/** Passed tests in words, with what else is to be said of green ones: `12 tests passed, 3 skipped, 1 flaky`. */
function formatPassed({ passed, skipped }, flaky = 0) {
    const others = [
        ...(skipped > 0 ? [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(skipped)} skipped`] : []),
        ...(flaky > 0 ? [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(flaky)} flaky`] : []),
    ];
    return [`${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(passed, 'test')} passed`, ...others].join(', ');
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
/** The name of a test with its class, which NUnit and MSTest leave out of it. */
function fullName({ name, className }) {
    return className === undefined || name.startsWith(className) ? name : `${className}.${name}`;
}
/** A run whose tests all have their class in their name. */
function withFullNames(run) {
    return { ...run, results: run.results.map((result) => ({ ...result, name: fullName(result) })) };
}


/***/ }),

/***/ 6984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/** A report for tests that were not asked to run. */
function notRun(whyNotRun, reason) {
    return {
        result: 'skipped',
        whyNotRun,
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
        checks: [],
        durationMs: 0,
        warnings: [],
        hasCacheTrouble: false,
        reachedTests: false,
        shortage: undefined,
    };
}


/***/ })

};

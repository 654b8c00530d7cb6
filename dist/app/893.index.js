export const id = 893;
export const ids = [893];
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

/***/ 2690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeJobBuilder),
/* harmony export */   I: () => (/* binding */ openBuilder)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _build_build_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2487);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _shared_format_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(672);




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
    if (made.kind === 'exited' && made.code === 0) {
        log.info(`Builder ${own.name} is ready after ${(0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(performance.now() - startedAt)}.`);
        return undefined;
    }
    await removeJobBuilder(docker, own.name);
    const said = made.kind === 'exited'
        ? ((0,_build_build_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorLineOf */ .k)(made.stderr) ?? made.stderr.trim().slice(0, 300))
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
    if (error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return undefined;
    throw error;
}


/***/ }),

/***/ 7610:
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
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

// EXTERNAL MODULE: ./lib/src/docker/build/build-error.js
var build_error = __webpack_require__(2487);
// EXTERNAL MODULE: ./lib/src/docker/build/build-request.js
var build_request = __webpack_require__(8328);
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

// EXTERNAL MODULE: ./lib/src/testing/describe-tests.js + 5 modules
var describe_tests = __webpack_require__(3352);
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
function contentOf({ platform, method, compression, manifestDigest, configDigest, configBytes, compressedBytes, uncompressedBytes, layers, base, user, rollForward, }) {
    return {
        ...{ platform, method, compression, manifestDigest, configDigest },
        ...{ configBytes, compressedBytes, uncompressedBytes, layers, user },
        ...(base === undefined ? {} : { base }),
        ...(rollForward === undefined ? {} : { rollForward }),
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
        result: tests.result,
        ...tests.counts,
        durationMs: Math.round(tests.durationMs),
        ...(keepsNames ? { names } : {}),
        ...(linesCovered === undefined || linesValid === undefined ? {} : { linesCovered, linesValid }),
    };
}

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
    // One of BuildKit's checks wants FROM and AS in the same case.
    const as = /^\s*from\b/.test(lines[stage.firstLine - 1] ?? '') ? 'as' : 'AS';
    if (!line.trimEnd().endsWith(` ${as} ${name}`))
        lines[at] = line.replace(/\s*$/, ` ${as} ${name}`);
    return name;
}

// EXTERNAL MODULE: ./lib/src/plan/instrument/run-mounts.js
var run_mounts = __webpack_require__(3852);
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
function dotnetVersion(config) {
    return environmentOf(config, 'ASPNET_VERSION') ?? environmentOf(config, 'DOTNET_VERSION');
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/stage-graph.js
var stage_graph = __webpack_require__(6856);
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
;// CONCATENATED MODULE: ./lib/src/measure/analyze/allocate.js
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
    const rollForward = environmentOf(config, 'DOTNET_ROLL_FORWARD');
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
        ...(rollForward === undefined ? {} : { rollForward }),
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

// EXTERNAL MODULE: ./lib/src/inputs/paths.js
var inputs_paths = __webpack_require__(8894);
// EXTERNAL MODULE: ./lib/src/inputs/problems.js
var inputs_problems = __webpack_require__(8688);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/parse-dockerfile.js
var parse_dockerfile = __webpack_require__(1331);
;// CONCATENATED MODULE: ./lib/src/plan/projects/image-tests.js

/**
 * Which test projects belong to an image: those that refer to a project that it is published from, and those whose subject is one
 * that goes into it. A subject is what tests refer to, not what that refers to in turn: tests of another service refer to shared
 * libraries by way of it. Libraries that nobody but tests refers to are taken for what they refer to.
 */
function findImageTests(projects, published) {
    const graph = new ProjectGraph(projects);
    const tests = projects.filter(({ kind }) => kind === 'tests');
    const shipped = new Set(published.flatMap((one) => [...graph.reachedFrom(one)]));
    const foreign = projects.some((one) => one.kind === 'program' && !shipped.has(one.path));
    const belongs = (test) => {
        if (published.length === 0)
            return true;
        const reached = graph.reachedFrom(test);
        if (published.some(({ path }) => reached.has(path)))
            return true;
        const subjects = graph.subjectsOf(test);
        return subjects.length === 0 ? !foreign : subjects.some((path) => shipped.has(path));
    };
    const mine = tests.filter(belongs);
    const unfit = mine.flatMap((project) => {
        const why = findObstacle(project, graph.helpersOf(project, shipped));
        return why === undefined ? [] : [{ project, why }];
    });
    return {
        own: mine.filter((one) => !unfit.some(({ project }) => project === one)),
        unfit,
        others: tests.filter((one) => !mine.includes(one)),
    };
}
/** What a test project needs that a build does not have. */
function findObstacle(test, helpers) {
    for (const { packages } of [test, ...helpers]) {
        const found = [...packages].find((name) => needing.test(name));
        if (found !== undefined)
            return `it needs ${/playwright|selenium/.test(found) ? 'a browser' : 'containers'}: package ${found}`;
    }
    const { frameworks } = test;
    if (frameworks.length === 0 ||
        frameworks.some((one) => /^net(?:coreapp)?\d+\.\d+$/.test(one) || /\$/.test(one)))
        return undefined;
    return `it does not run on Linux: ${frameworks.join(', ')}`;
}
/** Packages that start containers or browsers, which a build has not. */
const needing = /^(?:testcontainers(?:\..*)?|aspire\.hosting\.testing|docker\.dotnet|microsoft\.playwright(?:\..*)?|selenium\.webdriver)$/;
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
    /** What a test project tests: its references without those that these refer to themselves. */
    subjectsOf(test) {
        const direct = new Set();
        const visit = (project, seen) => {
            for (const path of project.references) {
                if (seen.has(path))
                    continue;
                seen.add(path);
                const one = this.#byPath.get(path);
                if (one !== undefined && this.#isHelper(one))
                    visit(one, seen);
                else
                    direct.add(path);
            }
        };
        visit(test, new Set([test.path]));
        const all = [...direct];
        return all.filter((path) => !all.some((other) => other !== path && this.#reaches(other, path)));
    }
    /** Projects that a test project brings along and the image has not. */
    helpersOf(test, shipped) {
        return [...this.reachedFrom(test)].flatMap((path) => {
            const one = this.#byPath.get(path);
            return one === undefined || shipped.has(path) || one === test ? [] : [one];
        });
    }
    #reaches(from, to) {
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/copied-paths.js
var copied_paths = __webpack_require__(8014);
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/variables.js
var variables = __webpack_require__(3258);
// EXTERNAL MODULE: ./lib/src/plan/stages/shell-commands.js
var shell_commands = __webpack_require__(6827);
// EXTERNAL MODULE: ./lib/src/plan/workspace-path.js
var workspace_path = __webpack_require__(9953);
// EXTERNAL MODULE: ./lib/src/plan/projects/repository.js
var projects_repository = __webpack_require__(8423);
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
/** The project of the program in ENTRYPOINT or CMD. */
function startedBy(dockerfile, final, apps) {
    const all = (0,stage_graph/* chainOf */.dR)(dockerfile, final)
        .reverse()
        .flatMap(({ instructions }) => instructions);
    const starts = [
        all.findLast(({ keyword }) => keyword === 'ENTRYPOINT'),
        all.findLast(({ keyword }) => keyword === 'CMD'),
    ];
    const words = starts.flatMap((one) => (one === undefined ? [] : (0,shell_commands/* simpleCommands */.Ny)((0,shell_commands/* commandOf */.Nl)(one)).flat()));
    const names = words
        .filter((word) => /\.dll$/i.test(word) || /^(?:\.{0,2}\/)?[\w./-]+$/.test(word))
        .map(projects_repository/* nameOf */.Vb);
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
    let folder = tree.workdir;
    const found = [];
    for (const words of (0,shell_commands/* simpleCommands */.Ny)((0,shell_commands/* commandOf */.Nl)(instruction)).map(shell_commands/* withoutLeaders */.dl)) {
        const [program = '', verb = '', ...rest] = words.map((word) => (0,variables/* expandVariables */.i7)(word, tree.variables));
        if (/^(?:cd|pushd)$/.test(program) && !(0,variables/* hasVariables */.cF)(verb))
            folder = external_node_path_.posix.resolve(folder, verb);
        const publishes = /^(?:publish|build)$/.test(verb) || (verb === 'msbuild' && rest.some((one) => /publish/i.test(one)));
        if (!/(?:^|\/)dotnet$/.test(program) || !publishes)
            continue;
        const written = firstPath(rest);
        if (written === undefined)
            found.push({ path: folder, tree: whole });
        else if (!(0,variables/* hasVariables */.cF)(written))
            found.push({ path: external_node_path_.posix.resolve(folder, written.replaceAll('\\', '/')), tree: whole });
    }
    return found;
}
const withValue = /^(?:-c|--configuration|-o|--output|-f|--framework|-r|--runtime|-a|--arch|-v|--verbosity|--os|--version-suffix|--manifest|--artifacts-path|-p|--property)$/;
/** The first word that is no option and no option's value. */
function firstPath(words) {
    return words.find((word, index) => !/^[-/]\w*[:=]|^-/.test(word) && !withValue.test(words[index - 1] ?? ''));
}
function nameMatches(path, containerPath, tree) {
    return (0,workspace_path/* contextPathOf */.c)([tree], containerPath, (one) => one === path) !== undefined;
}
/** The projects that a file or a folder of the container is; by the name alone where no COPY tells where it is from. */
function projectsAt(path, tree, apps) {
    const matches = (one) => (0,workspace_path/* contextPathOf */.c)([tree], path, (found) => found === one.path || found === external_node_path_.posix.dirname(one.path)) !==
        undefined ||
        (external_node_path_.posix.dirname(one.path) === '.' &&
            (0,workspace_path/* contextPathOf */.c)([tree], external_node_path_.posix.join(path, one.path), (found) => found === one.path) !== undefined);
    const known = apps.filter(matches);
    if (known.length > 0)
        return known;
    const named = apps.filter((one) => (0,projects_repository/* nameOf */.Vb)(one.path) === (0,projects_repository/* nameOf */.Vb)(path));
    return named.length === 1 ? named : [];
}

// EXTERNAL MODULE: ./lib/src/plan/stages/stage-commands.js
var stage_commands = __webpack_require__(3619);
// EXTERNAL MODULE: ./lib/src/plan/stages/test-command.js + 1 modules
var test_command = __webpack_require__(9470);
;// CONCATENATED MODULE: ./lib/src/plan/generate/restore-step.js




/** Reads it from the first RUN of a stage's chain that restores, also as a part of build or publish. */
function readRestoreStep(dockerfile, source) {
    const all = (0,stage_graph/* chainOf */.dR)(dockerfile, source)
        .reverse()
        .flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })))
        .filter(({ instruction }) => instruction.keyword === 'RUN');
    const found = all.find(({ instruction }) => /\bdotnet\s+restore\b/.test((0,test_command/* commandOf */.Nl)(instruction))) ??
        all.find(({ instruction }) => /\bdotnet\s+(?:publish|build)\b/.test((0,test_command/* commandOf */.Nl)(instruction)));
    if (found === undefined)
        return { flags: '', before: '', options: '' };
    const { workdir } = (0,copied_paths/* readCopiedTree */.Z)(dockerfile, found.stage, found.instruction);
    const flags = found.instruction.flags.flatMap(({ name, value }) => {
        if (name === 'network')
            return [`--network=${value} `];
        return name === 'mount' ? [`--mount=${withAbsoluteTarget(value, workdir)} `] : [];
    });
    const command = (0,test_command/* commandOf */.Nl)(found.instruction);
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
    const needed = withReferences(tests, projects);
    const root = rootOf(tree, needed);
    if (root === undefined)
        return { root: '/tests-src', missing: [''] };
    const isThere = (path) => (0,copied_paths/* containerPathOf */.u)(tree, path) === external_node_path_.posix.join(root, path);
    const hasFolder = (folder) => isThere(external_node_path_.posix.join(folder, '.any'));
    const absent = needed.filter((one) => !hasFolder(folderOf(one)));
    const present = needed.filter((one) => hasFolder(folderOf(one)));
    const folders = absent.map((one) => widest(folderOf(one), present, projects, absent));
    const files = sharedFiles.filter((path) => (external_node_path_.posix.basename(path) === 'global.json'
        ? external_node_path_.posix.dirname(path) === platformFolder
        : /^Directory\.|^packages\.lock/i.test(external_node_path_.posix.basename(path))) &&
        absent.some((one) => isAbove(external_node_path_.posix.dirname(path), one.path)) &&
        !isThere(path));
    const isRuled = platformFolder === undefined || isThere(external_node_path_.posix.join(platformFolder, 'global.json'));
    const rule = isRuled ? [] : [external_node_path_.posix.join(platformFolder, 'global.json')];
    const distinct = [...new Set([...files, ...rule, ...folders])];
    if (distinct.includes(''))
        return { root, missing: [''] };
    return { root, missing: distinct.filter((path) => !folders.some((one) => path.startsWith(`${one}/`))) };
}
/** Test projects with all that they refer to, taken on, as far as it is in the build context. */
function withReferences(tests, projects) {
    const found = new Set(tests);
    for (const one of found) {
        for (const path of one.references) {
            const project = projects.find((other) => other.path === path && other.place.kind === 'context');
            if (project !== undefined)
                found.add(project);
        }
    }
    return [...found];
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
    const { root, missing } = source === undefined ? { root: '/src', missing: [''] } : findLayout(tree, tests, repository);
    const { user, settled } = source === undefined ? noUser : usersOf(dockerfile, source, tree);
    const owner = user === undefined ? '' : `--chown=${user} `;
    const copy = (path, isFile) => copyLine(path, isFile, owner);
    const restore = source === undefined ? plainRestore : readRestoreStep(dockerfile, source);
    const isFile = (path) => repository.sharedFiles.includes(path);
    const files = missing.filter(isFile);
    const folders = missing.filter((path) => !isFile(path));
    const projects = projectFilesIn(folders, repository);
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
/** Project files in folders that are to be copied, where they are few. */
function projectFilesIn(folders, { projects }) {
    if (folders.includes(''))
        return [];
    const found = projects
        .filter(({ path, place }) => place.kind === 'context' && folders.some((one) => path.startsWith(`${one}/`)))
        .map(({ path }) => path);
    return found.length > maxProjectCopies ? [] : found;
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
        .filter(({ instruction }) => instruction.keyword === 'RUN' && /\bdotnet\b/.test((0,test_command/* commandOf */.Nl)(instruction)))
        .map(({ stage, instruction }) => (0,copied_paths/* readCopiedTree */.Z)(dockerfile, stage, instruction).user);
    const building = builder.length === 0 ? user : builder.at(-1);
    const isRoot = building === undefined || /^(?:root|0)(?::|$)/.test(building);
    const settled = building === user ? undefined : (building ?? 'root');
    return { user: isRoot ? undefined : building, settled };
}
function testCommand(test, source, dockerfile, { platformFolder }) {
    const framework = chooseFramework(test, sdkMajor(dockerfile, source));
    const options = `${framework === undefined ? '' : ` -f ${framework}`} --no-restore`;
    if (platformFolder !== undefined)
        return `dotnet test --project ${quote(test.path)}${options}`;
    const verb = test.runner === 'platform' ? 'run --project' : 'test';
    return `dotnet ${verb} ${quote(test.path)}${options}`;
}
/** Of several frameworks the one whose runtime the SDK's image has. */
function chooseFramework({ frameworks }, major) {
    if (frameworks.length < 2)
        return undefined;
    const portable = frameworks.filter((one) => /^net(?:coreapp)?\d+\.\d+$/.test(one));
    const newestFirst = [...portable].sort((a, b) => majorOf(b) - majorOf(a));
    return newestFirst.find((one) => major === undefined || majorOf(one) <= major);
}
/** Whether the SDK's image has only a newer runtime than the tests are built for. */
function needsRollForward(test, major) {
    const framework = chooseFramework(test, major) ?? test.frameworks[0];
    return (major !== undefined &&
        framework !== undefined &&
        /^net(?:coreapp)?\d+\.\d+$/.test(framework) &&
        majorOf(framework) < major);
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

;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-final.js





/**
 * The final stage: the one that was asked for, `final`, or the last one; where that one tests, the only other one that nothing needs,
 * that doesn't test and that is no SDK. Where there is none, the Dockerfile has nothing but tests. Throws a UserError where several are.
 */
function chooseFinal(dockerfile, { target, named }, programs) {
    const final = target ?? defaultOf(dockerfile);
    // Where the tests are known, a program is not taken for one because of its name.
    const isSettled = named.length > 0 || (0,parse_dockerfile/* findStage */.U9)(dockerfile.stages, 'test') !== undefined;
    const judge = isSettled ? projects_repository/* noPrograms */.Tg : programs;
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
    const start = (0,stage_commands/* readStartCommand */.Ej)(dockerfile, stage, programs);
    if (start !== undefined)
        return start.kind === 'tests';
    return (0,stage_commands/* testingInstructions */.S5)(dockerfile, stage, programs).length > 0 && isSdk(dockerfile, stage);
}
/** Whether a stage begins from an image with the SDK, as far as that image's name tells. */
function isSdk(dockerfile, stage) {
    const image = (0,stage_graph/* chainOf */.dR)(dockerfile, stage).at(-1)?.base ?? '';
    return /(?:^|[/_.-])sdk(?=$|[:@/_.-])|dotnet-sdk|[:-]sdk/i.test(image);
}
function whichIsFinal(dockerfile, last, candidates) {
    const [testing] = (0,stage_commands/* testingInstructions */.S5)(dockerfile, last, projects_repository/* noPrograms */.Tg);
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

;// CONCATENATED MODULE: ./lib/src/plan/generate/source-stage.js



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
    return stage.instructions.some((instruction) => instruction.keyword === 'RUN' && command.test((0,test_command/* commandOf */.Nl)(instruction)));
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
/** The SDK's image of the version that the final stage runs on, for what is built elsewhere. */
function sdkBeside(dockerfile, final) {
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

;// CONCATENATED MODULE: ./lib/src/plan/generate/unreachable-tests.js
const maxListed = 5;
/**
 * Says of test projects that a build can't reach what keeps them out, each of them counted: "2 test projects are not in the build: …".
 */
function describeUnreachable(tests) {
    const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`;
    const groups = new Map();
    for (const one of tests) {
        const why = whyAway(one);
        groups.set(why, [...(groups.get(why) ?? []), one]);
    }
    const lines = [...groups].map(([why, projects]) => `${listProjects(projects)}: ${why}`);
    return `${count} not in the build:\n${lines.join('\n')}`;
}
function whyAway({ place }) {
    if (place.kind === 'ignored')
        return `line ${place.line} of ${place.file}, "${place.pattern}", keeps it out.`;
    return 'it is outside of the build context. Set the input context to a folder that has it, and file to the Dockerfile.';
}
/** Some projects by their paths, with the number of all others. */
function listProjects(projects) {
    const shown = projects.slice(0, maxListed).map(({ path }) => path);
    const left = projects.length - shown.length;
    return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

;// CONCATENATED MODULE: ./lib/src/plan/generate/answer-missing.js








/**
 * Decides by `missing-test-stage` what happens where no stage tests. Throws a UserError where the job has to fail: with a stage to
 * paste, or with what keeps the tests out of the build.
 */
function answerMissing(found, settings) {
    const { dockerfile, final, waiting, repository } = found;
    const mode = settings.missingTestStage;
    const nowhere = `${dockerfile.shown} has no test stage`;
    if (mode === 'skip')
        return { kind: 'skip', reason: nowhere };
    const tests = findImageTests(repository.projects, findPublished(dockerfile, final, repository));
    const reachable = tests.own.filter(({ place }) => place.kind === 'context');
    const away = tests.own.filter(({ place }) => place.kind !== 'context');
    const suspects = describeSuspects(found);
    if (away.length > 0 && (mode === 'auto' || reachable.length === 0))
        throw notReachable(dockerfile, describeUnreachable(away), suspects);
    const suggestion = reachable.length === 0 ? undefined : suggestTestStage(dockerfile, final, waiting, reachable, repository);
    if (suggestion === undefined) {
        const reason = `${nowhere}, and ${whyNone(tests, reachable, final)}`;
        if (mode === 'auto')
            return { kind: 'skip', reason: [reason, ...suspects].join('. ').replace(/\.$/, '') };
        throw noStage(dockerfile, final, `${reason}, so none can be suggested.`, suspects);
    }
    if (mode === 'fail')
        throw stageToPaste(dockerfile, suggestion, suspects);
    return {
        kind: 'generate',
        suggestion,
        notice: describeGenerated(dockerfile, suggestion, reachable, tests, suspects),
    };
}
/** Commands that may test, each with its line and the input that makes its stage the one that tests. */
function describeSuspects({ dockerfile, programs }) {
    return dockerfile.stages.flatMap((stage) => stage.instructions
        .filter((one) => one.keyword === 'RUN' && (0,stage_commands/* classifyIn */.as)(dockerfile, stage, one, programs) === 'unknown')
        .slice(0, 3)
        .map(({ firstLine, ...one }) => {
        const words = (0,test_command/* commandOf */.Nl)({ firstLine, ...one })
            .replace(/\s+/g, ' ')
            .slice(0, 80);
        return `If line ${firstLine}, RUN ${words}, runs the tests, set test-target: ${stage.name ?? String(stage.index)}.`;
    }));
}
function whyNone({ unfit, others }, reachable, final) {
    if (reachable.length > 0)
        return `no stage that ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} copies from builds .NET code`;
    if (unfit.length > 0)
        return `its tests can't run in a build: ${unfit.map(({ project, why }) => `${project.path}, ${why}`).join('; ')}`;
    if (others.length > 0)
        return `none of the repository's test projects tests what this image is made of: ${listProjects(others)}`;
    return 'the repository has no test project';
}
function describeGenerated(dockerfile, suggestion, tests, { unfit }, suspects) {
    const count = tests.length === 1 ? 'the test project' : `${tests.length} test projects`;
    const left = unfit.map(({ project, why }) => `\n${project.path} is left out: ${why}.`).join('');
    const message = `${dockerfile.shown} has no test stage, so ${count} of this image ran in a generated one.${left}\n` +
        `To keep it: ${howToPaste(dockerfile, suggestion)}${suspects.join('\n')}`;
    return { message: message.trimEnd(), snippet: suggestion.text.trimEnd() };
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
// EXTERNAL MODULE: ./lib/src/plan/dockerfile/onbuild.js
var onbuild = __webpack_require__(8412);
;// CONCATENATED MODULE: ./lib/src/plan/stages/choose-stages.js








/**
 * Chooses the final stage and those that test. What was asked for settles it before anything is suspected. Throws a UserError when a
 * name is not there, and when several stages could be meant.
 */
function chooseStages(dockerfile, wishes, programs = projects_repository/* unknownPrograms */.on) {
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
    if (named !== undefined && mayTest(dockerfile, named, programs))
        return [named];
    const all = dockerfile.stages.filter((stage) => (0,stage_commands/* testingInstructions */.S5)(dockerfile, stage, programs).length > 0);
    return all.filter((one) => !all.some((other) => other !== one && (0,stage_graph/* neededFor */.r4)(dockerfile, other).has(one)));
}
/** Whether a stage has a command that may test, or begins from an image or a stage whose ONBUILD may bring one. */
function mayTest(dockerfile, stage, programs) {
    const isUnknown = stage.instructions.some((one) => one.keyword === 'RUN' && (0,stage_commands/* classifyIn */.as)(dockerfile, stage, one, programs) !== 'known');
    const start = (0,stage_commands/* readStartCommand */.Ej)(dockerfile, stage, programs);
    const parent = (0,stage_graph/* parentOf */.gN)(dockerfile, stage);
    const isTriggered = parent?.instructions.some(({ keyword, argument }) => keyword === 'ONBUILD' && ((0,onbuild/* classifyOnbuildRun */.z)(`ONBUILD ${argument}`) ?? 'known') !== 'known');
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
        const start = (0,stage_commands/* readStartCommand */.Ej)(dockerfile, stage, programs);
        if (start === undefined || !isToRun(dockerfile, stage, start, programs, wereNamed))
            return undefined;
        const name = `${startStagePrefix}${stage.index}`;
        const origin = start.instruction.firstLine;
        added.push({ text: `FROM ${nameStage(lines, stage)} AS ${name}`, origin });
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
    const runsTests = stage.instructions.some((one) => one.keyword === 'RUN' && (0,stage_commands/* classifyIn */.as)(dockerfile, stage, one, programs) === 'tests');
    if (kind === 'tests')
        return wereNamed || !runsTests;
    // What nobody knows may be a server, which would never end.
    return kind === 'unknown' && wereNamed && !runsTests;
}
/** Adds the stage that was suggested for a Dockerfile without one. */
function appendSuggestion(dockerfile, { source, image, lines }, buildArgs) {
    const text = dockerfile.text.split('\n');
    const base = source === undefined ? image : nameStage(text, source);
    const added = [`FROM ${base} AS dotnet-container-tests`, ...lines];
    const origin = source?.firstLine ?? 1;
    const extended = append({ ...dockerfile, text: text.join('\n') }, added.map((line) => ({ text: line, origin })), buildArgs);
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

// EXTERNAL MODULE: ./lib/src/plan/dockerfile/dockerignore.js
var dockerignore = __webpack_require__(6737);
;// CONCATENATED MODULE: ./lib/src/plan/projects/expressions.js

/**
 * A text with its `$(…)` filled in, as MSBuild does it: a property that nobody set is empty. Undefined where a part is not
 * evaluated here: item lists, metadata, and functions that are not in `staticFunctions` or `stringMethods`.
 */
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
        return expand(word.replace(/^'([\s\S]*)'$/, '$1'), this.#scope);
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

;// CONCATENATED MODULE: ./lib/src/plan/projects/glob.js
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

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./lib/src/plan/projects/xml-tree.js

/** Nothing that people write goes deeper. */
const maxDepth = 100;
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
        if (open.length < maxDepth)
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
                    const value = expand(child.text.trim(), this.#scopeOf(file));
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
        const path = expand(element.attributes['Project'] ?? '', this.#scopeOf(file));
        const resolved = path && external_node_path_.posix.resolve(external_node_path_.posix.dirname(file), toSlashes(path));
        if (resolved === undefined || resolved === '' || this.#files.read(resolved) === undefined) {
            this.#isPartlyUnknown = true;
            return;
        }
        this.#readFile(resolved);
    }
    #readItem({ element, file }, packages, references) {
        if (!/^(?:(?:Global)?PackageReference|ProjectReference|Reference)$/.test(element.name))
            return;
        if (!this.#holds(element, file))
            return;
        const scope = this.#scopeOf(file);
        const list = (attribute) => (expand(element.attributes[attribute] ?? '', scope) ?? '')
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

// EXTERNAL MODULE: ./lib/src/plan/projects/project.js
var project = __webpack_require__(9746);
;// CONCATENATED MODULE: ./lib/src/plan/projects/solution.js



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

;// CONCATENATED MODULE: ./lib/src/plan/projects/read-repository.js





const skippedFolders = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults']);
const maxFolders = 5_000;
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
        const rule = ignoreFile?.ruleFor(own);
        return rule === undefined
            ? { kind: 'context' }
            : { kind: 'ignored', file: ignoreFile?.name ?? '', line: rule.line, pattern: rule.pattern };
    };
    const paths = [...texts.keys()];
    const files = {
        read: (path) => texts.get(path),
        projectPaths: paths.filter((path) => projectFile.test(path)),
    };
    const projects = files.projectPaths.map((path) => (0,project/* toProject */.l)(evaluateProject(path, files), placeOf(path), fromContext));
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
    const folders = [''];
    for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
        const current = folders.shift();
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, current), { withFileTypes: true }).catch(() => []);
        for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
            const own = external_node_path_.posix.join(current, entry.name);
            const path = external_node_path_.posix.join(root, own);
            if (entry.isDirectory() && !skippedFolders.has(entry.name) && path !== without)
                folders.push(own);
            const limit = entry.isFile() ? limitOf(entry.name) : 0;
            if (limit === 0)
                continue;
            texts.set(path, (await (0,promises_.readFile)((0,external_node_path_.join)(folder, own), 'utf8').catch(() => '')).slice(0, limit));
        }
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

// EXTERNAL MODULE: ./lib/src/plan/image-identity.js
var image_identity = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/src/plan/instrument/result-strategy.js
var result_strategy = __webpack_require__(4277);
// EXTERNAL MODULE: ./lib/src/plan/commands/test-commands.js + 1 modules
var test_commands = __webpack_require__(4770);
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
    // What a stage of ours starts belongs to the team's stage below it.
    const asked = stages.flatMap((stage) => stage.name?.startsWith(startStagePrefix) ? [stage, (0,stage_graph/* parentOf */.gN)(dockerfile, stage)] : [stage]);
    const testRuns = [...needed].flatMap((stage) => findTestRuns(dockerfile, stage, shipped, asked.includes(stage), options));
    const lines = dockerfile.text.split('\n');
    const secrets = [];
    for (const [number, run] of testRuns.entries()) {
        const mounts = (0,run_mounts/* planMounts */.Ou)(dockerfile, run, number, shipped, options);
        secrets.push(...mounts.secrets);
        const at = run.instruction.firstLine - 1;
        lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${mounts.flags.join('')}`);
    }
    if (!options.mayBeCached)
        markHiddenBuilds(dockerfile, [...needed], lines, options);
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
        habits: options.habits,
        finalHasTests: testRuns.some((run) => finalStages.has(run.owner)),
        untested: {
            text: untested.text,
            targets: untested.stages.map((stage) => nameStage(lines, stage)),
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
            if ((0,stage_commands/* classifyIn */.as)(dockerfile, stage, instruction, options.programs) === 'tests')
                continue;
            if (!(0,test_commands/* hidesFailedBuild */.Tb)((0,test_command/* commandOf */.Nl)(instruction), (0,test_commands/* shellOf */.of)(dockerfile, stage, instruction)))
                continue;
            const at = instruction.firstLine - 1;
            lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${(0,run_mounts/* againMark */.yz)(options)}`);
        }
    }
}
function findTestRuns(dockerfile, stage, final, wasAskedFor, { habits, collects, programs }) {
    const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN');
    const kinds = new Map(runs.map((one) => [one, (0,stage_commands/* classifyIn */.as)(dockerfile, stage, one, programs)]));
    const certain = runs.some((instruction) => kinds.get(instruction) === 'tests');
    return runs
        .filter((one) => kinds.get(one) === 'tests' || (wasAskedFor && !certain && kinds.get(one) === 'unknown'))
        .map((instruction) => ({
        owner: stage,
        instruction,
        way: collects ? (0,result_strategy/* chooseCollectWay */.$P)(dockerfile, stage, instruction, final, habits) : 'log',
        isCertain: kinds.get(instruction) === 'tests',
    }));
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
    const repository = await readRepository(settings.context, settings.workspace, ignoreFile);
    const programs = (0,projects_repository/* programsOf */.h2)(repository);
    const choice = chooseStages(dockerfile, settings, programs);
    if (choice.testsOnly)
        requireImage(dockerfile, imageInputs(settings));
    const identity = (0,image_identity/* identityOf */.c)(settings, (0,parse_dockerfile/* stageLabel */.Hn)(choice.final));
    const jobId = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const { final, tests } = choice;
    const answer = tests.kind === 'missing'
        ? answerMissing({ dockerfile, final, waiting: tests.waiting, repository, programs }, settings)
        : undefined;
    const extended = extend(dockerfile, choice, settings, answer, programs);
    return {
        dockerfile,
        paths: (0,inputs_paths/* pathsOf */.wG)(settings),
        ignoreFile,
        ...choice,
        ...(extended.testStages.length > 0 ? { tests: { kind: 'stages', stages: extended.testStages } } : {}),
        identity,
        repository,
        untestedReason: answer?.kind === 'skip' ? answer.reason : undefined,
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
function describePlan({ tests, instrumented, final, testsOnly, dockerfile }) {
    const stages = instrumented.targets.map(({ label }) => label).join(', ');
    if (testsOnly)
        return `tests in stage ${stages} of ${dockerfile.shown}, no final stage`;
    return `${tests.kind === 'stages' ? `tests in stage ${stages}` : 'no stage tests'}, image from stage ${(0,parse_dockerfile/* stageLabel */.Hn)(final)} of ${dockerfile.shown}`;
}
function hashOf(identity) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}
/** The inputs that are of no use without an image. */
function imageInputs({ push, load, outputs, smokeCheck, maxSizeBytes, maxIncrease }) {
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
function extend(dockerfile, { tests }, { buildArgs, testTargets }, answer, programs) {
    if (tests.kind === 'stages')
        return appendStartCommands(dockerfile, tests.stages, buildArgs, programs, testTargets.length > 0);
    if (answer?.kind === 'generate')
        return appendSuggestion(dockerfile, answer.suggestion, buildArgs);
    return { dockerfile, testStages: [], labels: [], origins: new Map() };
}
/**
 * A test host in which nothing happens for half of the limit is stopped by VSTest itself, so that results survive. The
 * other half is for what comes before: restore, compiling, and the tests that did end.
 */
function hangTimeoutOf(testTimeoutMs) {
    return testTimeoutMs === undefined ? undefined : Math.round(testTimeoutMs / 2);
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
        const tree = await checkOutTree(settings.context, commit, tempFolder);
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
    const problems = new inputs_problems/* Problems */.Z();
    const paths = await (0,inputs_paths/* findContext */.hS)(context === '' ? '.' : context, file, folder, problems);
    problems.throwIfAny();
    return paths;
}

// EXTERNAL MODULE: ./lib/src/shared/answer.js
var answer = __webpack_require__(5602);
// EXTERNAL MODULE: ./lib/src/git/checkout.js + 1 modules
var checkout = __webpack_require__(3971);
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
    const { lookups, isShallow } = records.history;
    const where = lookups.at(-1)?.branch ?? '';
    try {
        return isShallow ? await findInShallow(records, find, where) : toBaseline(await find(lookups), where);
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
    const older = asked?.kind === 'told' ? (0,record_store/* planLookups */.b)(branches, asked.value).filter(isNew) : newest;
    const second = await find(older);
    if (second.kind === 'none')
        return toBaseline({ ...second, rejected: [...first.rejected, ...second.rejected] }, where);
    const baseline = toBaseline(second, where);
    if (second.kind === 'unavailable' || asked?.kind === 'told')
        return baseline;
    const reason = (0,answer/* whyUnknown */.F)(asked);
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
    const comparable = requireSameKind(stored, image);
    for (const source of job.settings.baseline) {
        const baseline = source === 'cache'
            ? comparable
            : requireSameKind(await attempt(source, () => ask(source, tools, records.history, job, image)), image);
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
    const behind = asked?.kind === 'told' ? asked.value.indexOf(commit) : -1;
    return behind === -1 ? undefined : behind;
}
/** Keeps the records of all platforms for the next time, from branches alone; gives a warning for each that was lost. */
async function saveRecords({ store }, { writes, run }, { settings, stored, platforms }, findings) {
    if (!settings.baseline.includes('cache') || writes === undefined)
        return [];
    const { branch, commit = 'uncommitted' } = writes;
    const lost = [];
    for (const [index, { image: record }] of findings.entries()) {
        const found = stored[index];
        if (found === undefined || (found.kind === 'none' && found.isStoreDown))
            continue;
        const image = nameSeries(record, platforms[index] ?? record.platform);
        const saved = await store
            .save({ image, run, branch, commit }, record)
            .catch((error) => ({ kind: 'not-saved', reason: reasonOf(error) }));
        if (saved.kind === 'not-saved')
            lost.push(`The next run will miss this one as its baseline: ${saved.reason}.`);
    }
    return lost;
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

// EXTERNAL MODULE: ./lib/src/docker/build/find-shortage.js
var find_shortage = __webpack_require__(3063);
// EXTERNAL MODULE: ./lib/src/docker/build/run-build.js + 2 modules
var run_build = __webpack_require__(9197);
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





/** Prepares to build the final stage in the same builder, to nowhere. BuildKit runs what both builds need once. */
function prepareAhead({ docker, log }, { parallelBuild, builds }, { final }) {
    const abort = new AbortController();
    const held = new HeldLog();
    let building;
    let ended;
    const start = () => (0,run_build/* runBuild */.c)(docker, held, 'Image', { ...builds.image, tags: [], cacheTo: [], outputs: ['type=cacheonly'], metadataFile: undefined }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: false, signal: abort.signal }).catch(() => undefined); // Cancelled: whoever waits for the other build hears of it.
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

;// CONCATENATED MODULE: ./lib/src/docker/build/build-metadata.js


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
    const build = await (0,run_build/* runBuild */.c)(docker, log, title, { ...fromCache(request), cacheTo: [], metadataFile }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: true });
    if (build.outcome !== 'built')
        throw new errors/* UserError */.yo(failure, (0,build_error/* parseBuildError */.g)(build.text).message);
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
async function writeCache({ docker, log }, image, { builds, cache }, isServiceInTrouble = false) {
    const { to, testsTo, kind } = cache;
    const solves = [
        ...(image === undefined || to.length === 0 ? [] : [{ request: image, to }]),
        ...builds.testCaches.flatMap((request, index) => {
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
        stages: [],
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
        notices: [],
        testsOnly: false,
    };
}
/** What a report says of the job before anything has run. */
function describeJob({ fileShown, sizeMetric }, { imageKey, target }) {
    return { fileShown, sizeMetric, imageKey, finalStage: target };
}
/** A thrown thing as a problem: what the user can mend in its own words, a bug of ours with its stack. */
function toProblem(error) {
    if (error instanceof errors/* UserError */.yo) {
        const { title, message, place, snippet } = error;
        return { title, message, place, ...(snippet === undefined ? {} : { snippet }) };
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { title: 'An error in this action', message: `Please report this.\n${message}`, place: undefined };
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
                reject(new errors/* CancelledError */.cc());
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

// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
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
    const asked = await docker.run({ args, deadlineMs });
    if (asked.kind !== 'exited' || asked.code !== 0)
        return undefined;
    const networks = dist/* safeParse */.xLC(networksSchema, JSON.parse(asked.stdout));
    return networks.success
        ? Object.keys(networks.output).find((name) => name !== 'host' && name !== 'none')
        : undefined;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
    const asked = await docker.run({ args, deadlineMs: inspectDeadlineMs });
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
    return new errors/* OtherImageError */.wD('The smoke test got another image than the one that was measured', `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
        'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.');
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

// EXTERNAL MODULE: ./lib/src/testing/failures/explain-failure.js + 17 modules
var explain_failure = __webpack_require__(7576);
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
    const build = await (0,run_build/* runBuild */.c)(docker, log, `Image: docker buildx build, stage ${label}`, { ...request, cacheTo: [] }, { reword: run_mounts/* withoutMarks */.zw, isQuiet: false });
    if (build.outcome !== 'built') {
        const isLoad = build.steps.some(({ name, outcome }) => outcome === 'failed' && name === loadStep);
        if (isLoad)
            throw new errors/* UserError */.yo(loadFailure, (0,build_error/* parseBuildError */.g)(build.text).message);
        const { title, message, line } = (0,explain_failure/* explainFailure */.S)(build, plan);
        throw new errors/* UserError */.yo(title ?? `Stage ${label} could not be built`, message, {
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

// EXTERNAL MODULE: ./lib/src/docker/line-splitter.js
var line_splitter = __webpack_require__(9069);
// EXTERNAL MODULE: ./lib/src/docker/build/watch-builder.js
var watch_builder = __webpack_require__(5973);
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
    const asked = await docker.run({ args, deadlineMs: answerDeadlineMs });
    if (asked.kind !== 'exited' || asked.code !== 0)
        return undefined;
    const descriptor = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), engine_image_descriptorSchema), asked.stdout);
    return descriptor.success ? descriptor.output : undefined;
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
    const watch = (0,watch_builder/* watchBuilder */.b)(docker, 'default', (words) => {
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
    if (ended.kind === 'exited' && ended.code === 0)
        return;
    throw new Error(ended.kind === 'exited' ? ended.stderr.trim() : `docker: ${ended.kind}`);
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
async function proveDelivery(tools, delivery, { digest, reference }, measured) {
    const { how, asked } = delivery;
    if (reference !== undefined)
        return proveInEngine(tools, delivery, reference, measured);
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

;// CONCATENATED MODULE: ./lib/src/docker/registry-tags.js
const registry_tags_deadlineMs = 120_000;
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
    const ended = await docker.run({ args, deadlineMs: registry_tags_deadlineMs });
    if (ended.kind === 'exited' && ended.code === 0)
        return;
    const said = ended.kind === 'exited' ? ended.stderr.trim().split('\n').at(-1) : undefined;
    throw new Error(said?.replace(/^ERROR:\s*/, '') ?? `no answer within ${registry_tags_deadlineMs / 1000} s`);
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
    if (!hasNames || isByDigest || isElsewhere || output.dest !== undefined)
        return 'nowhere';
    if (isPush(output))
        return driver === 'docker' ? 'engine' : 'registry';
    return isLoad(output) || driver === 'docker' ? 'engine' : 'nowhere';
}
/** Attributes that say under which names an image goes out. */
const naming = new Set(['name', 'push', 'push-by-digest', 'name-canonical']);
/** The output with which it waits, in buildx's words; in the engine it takes the names of the build, in a registry it has none. */
function waitingOutput({ waits, output, asked, names }) {
    if (waits === 'nowhere')
        return output;
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
async function giveNames({ docker, log, builder }, { how, names, waits }, { sent, reference, }, title) {
    if (waits === 'nowhere')
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
            await tagImage(docker, reference ?? '', name);
        const push = async (print) => {
            for (const name of names)
                digest = (await pushImage(docker, name, print)) ?? digest;
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
var deliver_image_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var deliver_image_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
async function deliverImage(tools, job, measured, deliveries, done) {
    const again = layoutOutput(measured.layoutFolder, choosePacking(job.settings));
    const { measurements } = measured;
    return deliverAll(tools, job.settings, measurements, deliveries, async (delivery, reference) => {
        if (delivery === done?.delivery) {
            tools.log.info(`${wordsOf(delivery).waiting}: done with the build.`);
            return deliver_image_compare(tools.docker, job.settings.builder, delivery, { sent: done.image, reference: done.reference }, measurements);
        }
        // The same build also writes into the layout folder again, which costs little, since its blobs are there: what it adds
        // tells whether this solve gave the image that was measured.
        const before = await listBlobs(measured.layoutFolder);
        const sent = await send(tools, job.request, delivery, [again, waitingOutput(delivery)], reference);
        if (await hasNewImage(measured.layoutFolder, before))
            throw deliver_image_notMeasured(delivery, measurements);
        return deliver_image_compare(tools.docker, job.settings.builder, delivery, { sent, reference }, measurements);
    });
}
async function deliver_image_compare(docker, builder, delivery, { sent, reference }, measurements) {
    const asked = { docker, builder };
    const place = { digest: sent.digest, reference };
    const compared = await proveDelivery(asked, delivery, place, measurements).catch((error) => ({ kind: 'unknown', reason: (0,errors/* messageOf */.bD)(error) }));
    if (compared.kind === 'same')
        return { sent, proof: compared.by, reference };
    if (compared.kind === 'other')
        throw deliver_image_notMeasured(delivery, measurements);
    throw new errors/* UserError */.yo('What was delivered could not be checked', wordsOfUnknown(delivery, compared.reason));
}
/**
 * The same for an engine with its legacy store, which compresses while it pushes: only by its config can the image be
 * told to be the measured one.
 */
async function deliverFromEngine(tools, job, measured, deliveries) {
    return deliverAll(tools, job.settings, [measured], deliveries, async (delivery, reference) => {
        const sent = await send(tools, job.request, delivery, [waitingOutput(delivery)], reference);
        const hasConfig = delivery.how !== 'written';
        // Before Docker 23 an engine names what it loads by its config alone.
        const configDigest = sent.configDigest ?? sent.digest;
        if (hasConfig && configDigest !== measured.configDigest)
            throw deliver_image_notMeasured(delivery, [measured]);
        return { sent, proof: hasConfig ? 'config' : 'build', reference };
    });
}
/**
 * One solve for each output: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of
 * another output. `prepare` brings the image to where it waits; with a name of its own where that is the engine.
 */
async function deliverAll(tools, { builder, workspace }, [{ manifestDigest }], deliveries, prepare) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const references = deliver_image_addDisposableResource(env_1, new WaitingImages(tools.docker, tools.log), true);
        const waiting = [];
        for (const delivery of deliveries) {
            const reference = delivery.waits === 'engine' ? references.add() : undefined;
            waiting.push({ delivery, image: await prepare(delivery, reference) });
        }
        const outputs = [];
        let first;
        for (const { delivery, image } of waiting) {
            const startedAt = performance.now();
            const sent = await deliver_image_name(tools, builder, delivery, image);
            const { how, names, asked } = delivery;
            const where = asked.dest === undefined ? names.join(', ') : (0,inputs_paths/* shownPath */.pS)(asked.dest, workspace);
            const isNoted = sent.durationMs !== undefined || how === 'pushed';
            const durationMs = (sent.durationMs ?? 0) + performance.now() - startedAt;
            outputs.push({ how, where, checkedBy: image.proof, ...(isNoted ? { durationMs } : {}) });
            const rank = ['pushed', 'loaded', 'written'].indexOf(how);
            if (first === undefined || rank < first.rank)
                first = { rank, sent };
        }
        if (first === undefined)
            return { kind: 'nothing' };
        const { digest = manifestDigest, metadata } = first.sent;
        return { kind: 'delivered', digest, metadata, outputs };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = deliver_image_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function deliver_image_name({ docker, log }, builder, delivery, image) {
    const { title, failure } = wordsOf(delivery);
    const named = await giveNames({ docker, log, builder }, delivery, image, title).catch((error) => {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        throw new errors/* UserError */.yo(failure, (0,errors/* messageOf */.bD)(error));
    });
    return { ...image.sent, ...named };
}
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
/** Sends the image to one place, by the cached build. */
async function send({ docker, log, tempFolder }, request, delivery, outputs, reference) {
    // buildx makes no folders for an archive.
    if (delivery.asked.dest !== undefined)
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(delivery.asked.dest), { recursive: true });
    const { waiting: title, failure } = wordsOf(delivery);
    const tags = { nowhere: request.tags, registry: [], engine: reference === undefined ? [] : [reference] };
    return repeatBuild(docker, log, { title, failure }, { ...request, tags: tags[delivery.waits], outputs }, tempFolder);
}
function wordsOfPlace({ names, asked }) {
    return asked.dest ?? (names.join(', ') || 'the engine');
}
function deliver_image_notMeasured(delivery, measured) {
    const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ');
    return new errors/* OtherImageError */.wD('The builder gave another image than the measured one', `Measured was ${digests}; for ${wordsOfPlace(delivery)} the builder gave another one when the build was repeated from its cache: ` +
        `something else uses the builder, or changes files of the build, at the same time. ${wordsOfNames(delivery)}Run the job again.`);
}
function wordsOfNames({ waits }) {
    return waits === 'nowhere' ? '' : 'No tag was changed. ';
}
function wordsOfUnknown(delivery, reason) {
    return `Whether ${wordsOfPlace(delivery)} would be the measured image is not known: ${reason}. ${wordsOfNames(delivery)}Run the job again.`;
}

;// CONCATENATED MODULE: ./lib/src/deliver/load-with-build.js

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

;// CONCATENATED MODULE: ./lib/src/job/build-image.js












/**
 * Builds the image that ships in the way that the builder can: into an OCI layout folder, which tells its size exactly;
 * or, with an engine that still has its legacy store, into that engine, where compressed sizes are estimates.
 */
async function buildImage(tools, job) {
    return (0,docker_builder/* writesLayouts */.Q)(job.builder) ? buildLayout(tools, job) : buildLegacy(tools, job);
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
            const done = withBuild && image && { delivery: withBuild, image, reference };
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
            const deliver = () => deliverFromEngine(tools, job, measurement, planDeliveries(settings, builder.driver));
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

// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js + 3 modules
var attribution = __webpack_require__(705);
;// CONCATENATED MODULE: ./lib/src/compare/compare-files.js

/**
 * The files that differ: those of one path, then those with the same content under another name, then what came and went. Equal ones
 * have no pair, whichever layer they are in. Each file is looked at a fixed number of times, however many there are.
 */
function pairFiles(before, after) {
    const equal = matchBy((file) => `${compare_files_contentOf(file)} ${file.path}`, before, after);
    const changed = matchBy(({ path }) => path, equal.before, equal.after);
    const renamed = matchBy((file) => (file.sizeBytes > 0 && file.hash !== '' ? compare_files_contentOf(file) : undefined), changed.before, changed.after);
    return [
        ...changed.pairs,
        ...renamed.pairs,
        ...renamed.after.map((file) => ({ before: undefined, after: file })),
        ...renamed.before.map((file) => ({ before: file, after: undefined })),
    ];
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
        const { kind, name } = (0,attribution/* describeOwner */.$S)(file.owner.owner);
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

// EXTERNAL MODULE: ./lib/src/compare/compare-layers.js
var compare_layers = __webpack_require__(472);
;// CONCATENATED MODULE: ./lib/src/compare/part-ledger.js

/** Adds up the changes of a comparison, part by part. */
class PartLedger {
    #parts = new Map();
    /** Adds bytes to a part; `isEstimate` where the compressed ones are a share. */
    add({ kind, name }, delta, isEstimate) {
        const key = part_ledger_keyOf({ kind, name });
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
function part_ledger_keyOf({ kind, name }) {
    return kind === 'recompressed' ? kind : (0,attribution/* partKey */.be)({ kind, name });
}

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
    const pairs = pairFiles(files.before, files.after);
    accountFor(ledger, own, pairs);
    return { parts: withVersions(ledger.parts(), before, after), files: describeFiles(pairs) };
}
/**
 * Puts the change of layers on the account of the files that changed. What archives themselves take can't change by more than their
 * headers did: the rest is what the estimates of the files missed.
 */
function accountFor(ledger, own, pairs) {
    const changes = pairs.map(changeOfPair);
    const rest = changes.reduce((sum, change) => added(sum, negated(change)), own);
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
        const owner = (after ?? before)?.owner.owner;
        const change = added(changes[index] ?? nothing, { ...nothing, compressedBytes: missed[index] ?? 0 });
        if (owner !== undefined)
            ledger.add((0,attribution/* describeOwner */.$S)(owner), change, true);
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
function negated({ compressedBytes, uncompressedBytes }) {
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
    const [versionsBefore, versionsAfter] = [versionsOf(before), versionsOf(after)];
    return parts
        .map((part) => ({
        ...part,
        versionBefore: versionsBefore.get(part_ledger_keyOf(part)),
        versionAfter: versionsAfter.get(part_ledger_keyOf(part)),
    }))
        .filter((part) => compare_contents_weightOf(part) > 0 || part.versionBefore !== part.versionAfter)
        .sort((a, b) => compare_contents_weightOf(b) - compare_contents_weightOf(a));
}
function compare_contents_weightOf({ compressedChangeBytes, uncompressedChangeBytes }) {
    return Math.max(Math.abs(compressedChangeBytes), Math.abs(uncompressedChangeBytes));
}
/** The version of each part that has one. */
function versionsOf(record) {
    const heads = (0,attribution/* readOwnFiles */.u1)(record).map((file) => (0,attribution/* describeOwner */.$S)(file.owner.owner));
    const known = [...heads, { kind: 'base', name: '', version: record.base?.dotnetVersion }];
    return new Map(known.flatMap((part) => (part.version === undefined ? [] : [[part_ledger_keyOf(part), part.version]])));
}
function changesOf(change) {
    return {
        compressedBytes: (0,compare_layers/* layerChangeBytes */.HZ)(change, 'compressed'),
        uncompressedBytes: (0,compare_layers/* layerChangeBytes */.HZ)(change, 'uncompressed'),
    };
}

// EXTERNAL MODULE: ./lib/src/compare/metric.js
var compare_metric = __webpack_require__(5840);
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
        isBelowMinChange: Math.abs(changeOfContent(comparison, sizeMetric)) <= minChangeBytes,
    };
}
/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
function changeOfContent(comparison, metric) {
    const recompressed = comparison.contents.parts.find(({ kind }) => kind === 'recompressed');
    return (0,compare_metric/* changeOf */.C)(comparison, metric) - (recompressed === undefined ? 0 : (0,compare_metric/* changeOf */.C)(recompressed, metric));
}

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
    const sizeBytes = (0,compare_metric/* sizeOf */.$)(image, sizeMetric);
    return [{ kind: 'size', isExceeded: sizeBytes > maxSizeBytes, limitBytes: maxSizeBytes, sizeBytes }];
}
function checkGrowth(limit, before, comparison, { sizeMetric, ignoreBaseImage, minChangeBytes }) {
    const ignoredBytes = ignoreBaseImage ? baseGrowth(comparison, sizeMetric) : 0;
    const growthBytes = changeOfContent(comparison, sizeMetric) - ignoredBytes;
    const limitBytes = limit.kind === 'bytes' ? limit.limitBytes : Math.round(((0,compare_metric/* sizeOf */.$)(before, sizeMetric) * limit.percent) / 100);
    const isExceeded = growthBytes > limitBytes && growthBytes > minChangeBytes;
    return { kind: 'growth', isExceeded, written: limit.written, limitBytes, growthBytes, ignoredBytes };
}
/** A base image that shrank does not make room smaller: then the image as a whole grew by less. */
function baseGrowth({ contents }, metric) {
    const base = contents.parts.find(({ kind }) => kind === 'base');
    return base === undefined ? 0 : Math.max(0, (0,compare_metric/* changeOf */.C)(base, metric));
}
/** GitHub's labels differ by more than their case. */
function findOverride(labels, wanted) {
    return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase());
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
    const point = {
        createdAt,
        ...(commit === undefined ? {} : { commit }),
        compressedBytes,
        uncompressedBytes,
        ...(isRestoreCached === undefined ? {} : { isRestoreCached }),
    };
    return [...history, point].slice(-image_record/* maxHistory */.dD);
}

;// CONCATENATED MODULE: ./lib/src/compare/release/release.js


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

// EXTERNAL MODULE: ./lib/src/report/text/describe/describe-excess.js
var describe_excess = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/src/shared/phase.js
var phase = __webpack_require__(8869);
;// CONCATENATED MODULE: ./lib/src/job/compare-image.js








/** Compares the image of each platform with its own baseline and the last release, and holds each against the budget. */
async function compareImage(tools, context, job, images) {
    const { settings, released } = job;
    const compared = await (0,phase/* runPhase */.P)(tools.log, 'Baseline', async () => {
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
    if (now?.kind === 'told')
        return compare(now.value);
    const reason = (0,answer/* whyUnknown */.F)(now);
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

;// CONCATENATED MODULE: ./lib/src/job/findings.js



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
        ...emptyReport(),
        ...(settings && plan && describeJob(settings, plan.identity)),
        ...(plan && { stages: describeStages(plan), testsOnly: plan.testsOnly, notices: plan.notices }),
        checks,
        cache: prepared?.cache,
        cacheWriteMs: written?.writeMs,
        tests: tested?.tests,
        steps: built?.steps ?? [],
        layersRead: measured?.layersRead ?? 0,
        advice: measured?.advice ?? [],
        platforms: compared?.platforms ?? [],
        smoke: smoke?.report,
        delivery: found.delivery,
        warnings: [
            ...(prepared?.warnings ?? []),
            ...(judgement?.warnings ?? []),
            ...(built?.warnings ?? []),
            ...(measured?.warnings ?? []),
            ...(compared?.warnings ?? []),
            ...(smoke?.warnings ?? []),
            ...(found.lost ?? []),
            ...(written?.warnings ?? []),
        ],
        problems: [
            ...(judgement?.kind === 'fail' ? [judgement] : []),
            ...(compared?.problems ?? []),
            ...(smoke?.report?.problem === undefined ? [] : [smoke.report.problem]),
            ...(problem === undefined ? [] : [problem]),
        ],
    };
}

// EXTERNAL MODULE: ./lib/src/docker/build/steps.js
var build_steps = __webpack_require__(6927);
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
/** The instruction of the Dockerfile that made a layer. */
function instructionOf({ record, dockerfile }, layer) {
    const line = record.layers[layer]?.line;
    if (line === undefined)
        return undefined;
    return dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .find(({ firstLine }) => firstLine === line);
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

// EXTERNAL MODULE: ./lib/src/shared/format-size.js
var format_size = __webpack_require__(881);
;// CONCATENATED MODULE: ./lib/src/measure/advice/advice-on-files.js

/** What is less is not worth a line of the report. */
const minAdvisedBytes = 100_000;
const maxEvidence = 5;
/**
 * Advice on files that need not be there; none below 100 kB. `title` is given their size in words. The place is the line
 * that most of their bytes come from.
 */
function adviceOnFiles(facts, files, { id, title, fix, link }) {
    const { uncompressedBytes, compressedBytes } = sumOf(files);
    if (uncompressedBytes < minAdvisedBytes)
        return [];
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
/** The bytes of files together. */
function sumOf(files) {
    return {
        uncompressedBytes: files.reduce((all, { sizeBytes }) => all + sizeBytes, 0),
        compressedBytes: files.reduce((all, { compressedBytes }) => all + compressedBytes, 0),
    };
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-context.js




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
/** The command that publishes what an image ships: the last one in the stages that it needs. */
function publishOf(dockerfile, final) {
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    return dockerfile.stages
        .filter((stage) => needed.has(stage))
        .flatMap((stage) => dotnetCommands(dockerfile, stage))
        .findLast(({ verb }) => verb === 'publish');
}
/** A command with other words, as the RUN that the team wrote it in: with its mounts and what is set before it. */
function commandWith({ verb, instruction }, words) {
    const flags = instruction.flags
        .map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`} `)
        .join('');
    const quoted = words.map((word) => /^[\w./:=@,+$%{}-]+$/.test(word) ? word : `"${word.replace(/"/g, '\\"')}"`);
    return `RUN ${flags}${['dotnet', verb, ...quoted].join(' ')}`;
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
const dotnet_commands_tokens = /&&|\|\||[;|\n&]|(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s;|&"'])+/g;
const leaders = /^(?:\w+=.*|env|sudo|exec|time|if|then|else|do|!|\(|\{)$/;
function readCommands(script) {
    const commands = [[]];
    for (const [token] of script.matchAll(dotnet_commands_tokens)) {
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/build-tools.js





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
    return `${named}Add a final stage below it:\n\nFROM ${image}\nWORKDIR /app\nCOPY --from=${builder} ${output} .`;
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/early-argument.js



/** Names of build arguments whose values change with every build. */
const changing = /(?:^|_)(?:VERSION(?:_?SUFFIX|_?PREFIX)?|REVISION|COMMIT(?:_?(?:SHA|HASH|ID))?|GIT_?(?:SHA|COMMIT|HASH|REF)|SHA|BUILD_?(?:NUMBER|ID|DATE|TIME|VERSION)|(?:APP|PACKAGE|ASSEMBLY|FILE|INFORMATIONAL|IMAGE|RELEASE|SEM)_?VERSION|TIMESTAMP|CACHE_?BUST\w*)$/i;
/** Versions of what is installed, which change seldom. */
const installed = /DOTNET|SDK|NODE|ASPNET|RUNTIME|ALPINE|DEBIAN|UBUNTU|LIB|TOOL|NUGET|NPM|CONFIGURATION|RUBY|PYTHON|JAVA|GO_/i;
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
            const name = nameOf(argument);
            const isEarly = (keyword === 'ARG' || (keyword === 'ENV' && /\$/.test(argument))) && firstLine < restore.firstLine;
            if (!isEarly || !changing.test(name) || installed.test(name))
                return false;
            return !new RegExp(`\\$\\{?${name}\\b`).test((0,test_command/* commandOf */.Nl)(restore));
        });
        if (found === undefined)
            return [];
        const name = nameOf(found.argument);
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
function nameOf(argument) {
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
    const paths = new Set(facts.visibleFiles.map(({ path }) => path));
    const files = facts.visibleFiles.filter((file) => isForeign(file, architecture, libc, paths));
    const rid = `linux-${libc === 'musl' ? 'musl-' : ''}${architecture}`;
    return adviceOnFiles(facts, files, {
        id: 'foreign-runtimes',
        title: (size) => `${size} of files for other systems lie in runtimes/ and are never used on ${facts.record.platform}.`,
        fix: foreign_runtimes_fixFor(facts, rid),
        link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
    });
}
function foreign_runtimes_fixFor({ dockerfile, final }, rid) {
    const publish = publishOf(dockerfile, final);
    const needed = (0,stage_graph/* neededFor */.r4)(dockerfile, final);
    const commands = dockerfile.stages
        .filter((stage) => needed.has(stage))
        .flatMap((stage) => dotnetCommands(dockerfile, stage).filter(({ instruction }) => stage.instructions.includes(instruction)));
    const own = withoutOption(publish?.words ?? ['-c', 'Release', '-o', '/app/publish'], [
        '-r',
        '--runtime',
        '--self-contained',
        '--sc',
    ]);
    const words = [...own, '-r', rid, '--self-contained', 'false'];
    // What was restored or built for no system can't be published for one.
    const before = commands
        .filter(({ verb }) => verb === 'restore' || (verb === 'build' && own.includes('--no-build')))
        .map((command) => commandWith(command, [...withoutOption(command.words, ['-r', '--runtime']), '-r', rid]));
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
    const start = startOf(facts);
    const applications = facts.configs.filter(({ path }) => isApplication(path, paths));
    const failing = applications.flatMap((found) => {
        const missing = found.config.isSelfContained
            ? []
            : found.config.frameworks.filter((asked) => !isThere(asked, found.config, installed, facts.record, start));
        return missing.length === 0 ? [] : [{ name: missing_framework_nameOf(found), found, missing }];
    });
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
function isThere(asked, config, installed, record, start) {
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
    const flags = (run?.flags ?? [])
        .map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`} `)
        .join('');
    const joined = canJoin
        ? [
            `Remove them in the RUN that makes them:\nRUN ${flags}${(0,test_command/* commandOf */.Nl)(run)} \\\n    && ${(0,test_command/* commandOf */.Nl)(remover)}`,
        ]
        : runs.length > 0
            ? ['Remove them in the RUN that makes them.']
            : [];
    const mounted = copies.map(({ firstLine, flags: ofCopy }) => `Line ${firstLine} copies them: leave them out there, or mount them in the RUN that needs them, as with --mount=type=bind,${ofCopy.some(({ name }) => name === 'from') ? `from=${ofCopy.find(({ name }) => name === 'from')?.value ?? ''},` : ''}source=…,target=….`);
    return [...joined, ...mounted].join('\n') || 'Remove them in the instruction that brings them.';
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/steps/repeated-copies.js



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
    const project = restore.words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '');
    const file = project ?? projectFileOf(facts);
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '../';
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/root-user.js


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
    if ((own.length === 0 && single === undefined) || sumOf(files).uncompressedBytes < minAdvisedBytes)
        return [];
    // An application that uses the base's runtime needs the base as it is.
    const usesBase = facts.configs.some(({ config }) => !config.isSelfContained);
    return usesBase && own.length === 0 ? [] : [second_runtime_adviceOn(facts, { own, ofBase, single, usesBase })];
}
function second_runtime_adviceOn(facts, { own, ofBase, single, usesBase }) {
    const { record, dockerfile, root } = facts;
    const base = parseDotnetImage(record.base?.name ?? '');
    const saved = sumOf(own.length > 0 ? own : ofBase);
    const both = [sumOf(own), sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0);
    const size = [Math.min(...both), Math.max(...both)].map(format_size/* formatSize */.X);
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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/base/smaller-base.js



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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/satellite-languages.js

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

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/source-files.js

const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/;
const objFolder = /(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/;
/** What a build reads; views stay out, since they may be compiled at run time. */
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$/i;
/** What .NET itself installs, which the rule on the SDK tells of. */
const source_files_installed = /(?:^|\/)dotnet\/(?:sdk|packs|templates|sdk-manifests|shared)\/|(?:^|\/)\.nuget\/packages\//;
const contextPage = 'https://docs.docker.com/build/concepts/context/#dockerignore-files';
/** The team's source, what a build left in `obj`, and the history of its repository. */
function findSourceFiles(facts) {
    const files = facts.visibleFiles.filter(({ path }) => !source_files_installed.test(path));
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
        ...adviceOnFiles(facts, others, {
            id: 'source-files',
            title: (size) => `${size} of source files are in the image.`,
            fix: 'Copy only what was published:\nCOPY --from=build /app/publish .',
            link: 'https://docs.docker.com/build/building/multi-stage/',
        }),
    ];
}

;// CONCATENATED MODULE: ./lib/src/measure/advice/rules/files/symbols.js


/** Debug symbols in the image. */
function findSymbols(facts) {
    const files = facts.visibleFiles.filter(({ owner }) => owner.trait.kind === 'symbols');
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
    const files = facts.visibleFiles.filter((file) => testFile.test(file.path) || isOfTestPackage(file));
    return adviceOnFiles(facts, files, {
        id: 'test-assemblies',
        title: (size) => `${size} of test frameworks and test runners are in the image.`,
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
    findEarlyArgument,
    findBuildContext,
    findSdk,
    findSecondRuntime,
    findSmallerBase,
    findTools,
    findTestAssemblies,
    findForeignRuntimes,
    findSatelliteLanguages,
    findSymbols,
    findSourceFiles,
    findRepeatedCopies,
    findRemovedLater,
    findPackageLists,
];
/**
 * What can be made better, the most compressed bytes first and what is not about bytes behind it. Only that a container can't start
 * stands before all else.
 */
function advise_on_adviseOn(input) {
    const facts = readFacts(input);
    const found = rules.flatMap((rule) => rule(facts));
    return [...findMissingFramework(facts), ...found.sort((a, b) => advise_on_weightOf(b) - advise_on_weightOf(a))];
}
function advise_on_weightOf({ compressedBytes, uncompressedBytes }) {
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

;// CONCATENATED MODULE: ./lib/src/job/measure-image.js








/** Measures the image for each platform, asks what its base image and others like it weigh, and looks what could be better. */
async function measureImage({ docker, log }, redactor, { settings, plan, builder, stored, tests, }, built, steps, source) {
    const asking = askNeighbours((name, of) => askCompressedBytes(docker, name, of, settings.builder), nameNeighbours(plan.dockerfile, plan.final), recordOfBaseline(stored[0]));
    const [{ measurements, toStart, deliver }, neighbours] = await (0,phase/* runPhase */.P)(log, 'Measure', () => Promise.all([built.measure(), asking]), ([found]) => found.measurements.map(describeMeasurement).join('; '));
    const context = { identity: plan.identity, builder, source, tests, steps, neighbours };
    // They are kept where the pull requests of strangers can read them.
    const images = redactor.hideKnownIn(recordAll(measurements, context));
    const contextBytes = (0,build_steps/* readContextBytes */.zg)([...tests.steps, ...steps]);
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
    return `${(0,format_size/* formatSize */.X)(compressedBytes)} compressed, ${(0,format_size/* formatSize */.X)(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`;
}

;// CONCATENATED MODULE: ./lib/src/compare/release/release-tags.js
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
    const [local] = highestFirst((await listTagsBefore(history.gitFolder, grewFrom)) ?? [], pattern);
    if (local !== undefined && !isShallow)
        return { kind: 'tag', ...local };
    const none = noRelease(`No release yet: no commit before this one has a tag like ${pattern.written} that names a version.`);
    if (remote === undefined && !isShallow)
        return none;
    const asked = await askForTag(remote, pattern, grewFrom);
    if (asked.kind === 'told')
        return asked.value === undefined ? none : { kind: 'tag', ...asked.value };
    if (local !== undefined)
        return { kind: 'tag', ...local };
    const warning = `baseline-release: the tags are not known: ${asked.reason}. Set fetch-depth: 0 for actions/checkout.`;
    return noRelease('No release to compare with: the tags are not known.', warning);
}
async function askForTag(remote, pattern, grewFrom) {
    if (remote === undefined)
        return { kind: 'unknown', reason: `the clone is cut off, and ${(0,answer/* whyUnknown */.F)(undefined)}` };
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
            return { kind: 'told', value: { name: tag.name, commit: commit.value } };
    }
    return { kind: 'told', value: undefined };
}
/** In the baseline's record, which carries it on; else in the record of the release's commit, or of one before it. */
async function findSize(records, { name, commit }, { baseline, identity, platform }) {
    const record = recordOfBaseline(baseline);
    const carried = record && findInRecord(record, name, [commit]);
    if (record && carried)
        return { kind: 'found', point: carried, record };
    if (baseline.kind === 'none' && baseline.isStoreDown)
        return noRelease(`The size of ${name} is not known: the store of records could not be asked.`);
    const commits = (await listCommitsBefore(records, commit)).slice(0, maxBefore);
    const near = record && findInRecord(record, name, commits);
    const lookups = planRelease(records, commits.slice(0, near?.commitsBefore));
    const found = await searcherOf(records, identity, platform)(lookups);
    const point = found.kind === 'found' ? findInRecord(asMeasured(found.record), name, commits) : undefined;
    if (found.kind === 'found' && point)
        return { kind: 'found', point, record: found.record };
    if (record && near)
        return { kind: 'found', point: near, record };
    return noRelease(`The size of ${name} is not known: it was not measured, or its record was not kept for so long.`);
}
async function listCommitsBefore({ history, remote }, commit) {
    const local = await (0,checkout/* listAncestors */.vl)(history.gitFolder, commit);
    const asked = history.isShallow ? await remote?.ancestorsOf(commit) : undefined;
    return asked?.kind === 'told' ? asked.value : local;
}
/** The commits' records alone: the newest of a branch says nothing of a release. */
function planRelease({ history }, commits) {
    const branches = history.lookups.map(({ branch }) => branch);
    return (0,record_store/* planLookups */.b)(branches, commits).filter((lookup) => lookup.commit !== undefined);
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
        deadlineMs: check_dockerfile_deadlineMs,
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
    throw new errors/* UserError */.yo('The Git context could not be fetched', `${shown}: ${(0,build_error/* parseBuildError */.g)(build.text).message}`);
}

// EXTERNAL MODULE: ./lib/src/inputs/secrets/secret-values.js
var secret_values = __webpack_require__(6005);
// EXTERNAL MODULE: ./lib/src/inputs/builder-name.js
var builder_name = __webpack_require__(3505);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
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

// EXTERNAL MODULE: ./lib/src/inputs/input-reader.js + 5 modules
var input_reader = __webpack_require__(4883);
;// CONCATENATED MODULE: ./lib/src/inputs/secrets/read-secrets.js
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

;// CONCATENATED MODULE: ./lib/src/inputs/secrets/secret-file-values.js



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

// EXTERNAL MODULE: ./lib/src/inputs/tags/read-tags.js + 1 modules
var read_tags = __webpack_require__(3468);
// EXTERNAL MODULE: ./lib/src/inputs/tags/run-facts.js
var run_facts = __webpack_require__(8517);
;// CONCATENATED MODULE: ./lib/src/inputs/settings.js













/** What to do when no stage tests. */
const missingTestStageChoices = ['auto', 'fail', 'skip', 'generate'];
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
    const read = new input_reader/* InputReader */.i(raw, problems);
    const facts = await (0,run_facts/* readRunFacts */.F)(env);
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
        ...(0,read_tags/* readTags */.g)(read, facts, problems),
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
    const paths = await settings_findSources({ ...raw, context: (0,git_context/* withDefaultContext */.h8)(raw.context, env) }, workspace, problems, async (url) => {
        problems.throwIfAny();
        const { builder, ssh, secrets, githubToken } = settings;
        const all = [...secrets, ...(0,git_context/* gitSecret */.tv)(url, githubToken, secrets, env)];
        return fetchTree?.({ url, builder, ssh, secrets: all });
    });
    problems.throwIfAny();
    return { ...settings, ...paths };
}
/** Context and Dockerfile: in the workspace, or in the tree of a Git repository that `fetch` brings. */
async function settings_findSources(raw, workspace, problems, fetch) {
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

;// CONCATENATED MODULE: ./lib/src/job/prepare-job.js


















/** Reads what was asked for; its secrets are hidden from then on. Throws one UserError that lists every problem. */
function readInputs({ docker, log, tempFolder }, { inputs, workspace, folder, env }, mask) {
    return settings_readSettings(inputs, workspace, {
        ...{ folder, env, mask },
        fetchTree: (source) => fetchTree(docker, log, tempFolder, source),
    });
}
/** Finds or makes what builds, chooses the caches, and writes the builds down. Throws a UserError. */
async function prepareJob({ docker, log, tempFolder, builder: current, jobBuilder, store, github: remote }, { context, env }, asked, plan) {
    log.info(`Plan: ${describePlan(plan)}.`);
    const wish = { name: asked.builder, current, images: (0,stage_graph/* listImages */.v8)(plan.dockerfile) };
    const opening = (0,job_builder/* openBuilder */.I)(docker, log, wish, jobBuilder);
    const [{ builder, isMadeForJob, warnings }, actionsCache] = await Promise.all([
        opening,
        probeActionsCache(env),
    ]);
    const settings = isMadeForJob ? withMadeBuilder(asked, builder.name) : asked;
    requireOutputs(settings, builder);
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
        builderWrites: (0,docker_builder/* writesLayouts */.Q)(builder),
        readOnly: context.readOnly,
        testStages: plan.instrumented.untested.targets.length,
    });
    log.info(`Build ${cache.reason}.`);
    const attests = chooseAttestations(settings, { ...context, builderAttests: (0,docker_builder/* writesLayouts */.Q)(builder), env });
    const builds = await prepareBuilds(plan, settings, { cacheFrom: cache.from, testsFrom: cache.testsFrom, attests, platforms }, tempFolder);
    const parallelBuild = chooseParallelBuild(plan, settings);
    const when = parallelBuild.kind === 'parallel' ? 'while the tests run' : `after the tests: ${parallelBuild.reason}`;
    log.debug(`image: built ${when}`);
    return {
        ...{ settings, builder, cache, builds, searched, released, parallelBuild, platforms: expected },
        checking: checkOwnFile(docker, settings, plan),
        warnings: [
            ...[...asked.warnings, ...(0,secret_values/* warnOfSecretBuildArgs */.DR)(asked), ...warnings, ...cache.warnings],
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

;// CONCATENATED MODULE: ./lib/src/testing/coverage/missing-coverage.js

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
            `Microsoft.Testing.Extensions.CodeCoverage, and their command ${result_strategy/* platformCoverageOptions */.cS}.`
        : `${noCoverage}: the test projects need the package coverlet.collector.`;
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
        const why = (0,errors/* messageOf */.bD)(error);
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

// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
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
        broken = { kind: 'unreadable', reason: (0,errors/* messageOf */.bD)(error) };
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
            this.end = { kind: error.kind, reason: (0,shared_text/* cutText */.I)(error.message, 200) };
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
        this.#visitor.close(name.local, isCaptured ? (0,shared_text/* cutText */.I)(capture.text, capture.limit) : undefined);
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
            this.foreignRoot = (0,shared_text/* cutText */.I)(detached(name), 100);
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
            const view = { reword: run_mounts/* withoutMarks */.zw, isQuiet: true, silenceMs: named_files_silenceMs };
            await (0,run_build/* runBuild */.c)(docker, log, 'Collect the coverage', { ...request, ...copied }, view);
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
            this.#classes[number] = this.#same((0,shared_text/* cutText */.I)(name, log_text/* nameLimit */.ds));
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
    #startedAt;
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
            this.#takeTimes(attributes.get('start'), attributes.get('finish'));
        else if (name === 'ResultSummary')
            this.#troubles.takeOutcome(attributes.get('outcome') ?? '');
        else if (name === 'RunInfo')
            this.#runInfo = attributes.get('outcome') ?? 'Error';
        else
            return this.#wantsText(name) ? shared_text/* textLimit */.$ : undefined;
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
            this.#troubles.add(`The file is no TRX: its root is <${(0,shared_text/* cutText */.I)(this.#root, 100)}>.`);
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
        const outcome = outcomeOf(attributes.get('outcome') ?? 'Error');
        if (attributes.get('outcome') === 'PassedButRunAborted')
            this.#troubles.isAborted = true;
        const name = (0,shared_text/* cutText */.I)(attributes.get('testName') ?? '', log_text/* nameLimit */.ds);
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

// EXTERNAL MODULE: ./lib/src/testing/test-steps.js
var test_steps = __webpack_require__(1299);
;// CONCATENATED MODULE: ./lib/src/testing/run-tests.js










/**
 * Builds the stages that test, one after the other, all of them; brings their results out of the builder, and says
 * what the tests came to. No image of them is exported; TRX and coverage files are left below the report folder.
 */
async function runTests(tools, settings, plan, request, beside) {
    const { docker, log, reportFolder } = tools;
    const { tests, dockerfile, instrumented } = plan;
    if (tests.kind === 'elsewhere')
        return (0,describe_tests/* notRun */.nE)(describe_tests/* testedElsewhere */.Ml);
    if (tests.kind === 'missing')
        return (0,describe_tests/* notRun */.nE)(plan.untestedReason ?? `${dockerfile.shown} has no test stage`);
    if (tests.kind === 'unrelated') {
        const { testStage } = tests;
        const has = testStage ? `it has nothing of what stage ${(0,parse_dockerfile/* stageLabel */.Hn)(testStage)} tests` : 'no stage tests';
        return (0,describe_tests/* notRun */.nE)(`the target ${(0,parse_dockerfile/* stageLabel */.Hn)(plan.final)} was asked for, and ${has}`);
    }
    const builds = [];
    const targets = [];
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
        targets.push(target);
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
    if (!settings.coverage || !began || collected.coverage.length > 0)
        return (0,describe_tests/* describeTests */.Z_)(settings, plan, builds, collected);
    const built = builds.map((build, index) => ({ build, target: targets[index] ?? '' }));
    const coverage = await collectNamedFiles(tools, request, built, (0,external_node_path_.join)(reportFolder, 'test-results', 'coverage'));
    const output = builds.flatMap((build) => build.output);
    const missing = coverage.length > 0 ? [] : [describeMissingCoverage(instrumented.habits, output)];
    return (0,describe_tests/* describeTests */.Z_)(settings, plan, builds, {
        ...collected,
        coverage,
        warnings: [...collected.warnings, ...missing],
    });
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

// EXTERNAL MODULE: ./lib/src/testing/failures/dockerfile/docker-in-build.js
var docker_in_build = __webpack_require__(8593);
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
        const all = [judge_tests_describePlace(tests), ...lines, tests.hiddenBy ?? ''];
        const message = all.filter((line) => line !== '').join('\n');
        return { kind: 'fail', warnings, title, message, place: tests.place };
    };
    switch (tests.result) {
        case 'unknown':
        case 'passed':
            return judgeCoverage(tests, minCoveragePercent) ?? { kind: 'go-on', warnings };
        case 'skipped':
            return tests.reason === describe_tests/* testedElsewhere */.Ml
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
            return fail(tests.failure?.title ?? `The tests of stage ${stages} could not run`, [
                ...brokenLines(tests),
                ...(hadCompany && tests.shortage !== undefined ? [alone] : []),
            ]);
    }
}
function judgeCoverage(tests, minimum) {
    if (minimum === undefined || tests.isCached === true)
        return undefined;
    const { warnings, coverage } = tests;
    const percent = coverage && (0,merge_coverage/* lineCoveragePercent */.Qq)(coverage);
    if (percent !== undefined && percent >= minimum)
        return undefined;
    const missing = warnings.find((one) => one.startsWith(noCoverage)) ?? `${noCoverage}.`;
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
function judge_tests_describePlace({ place }) {
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

;// CONCATENATED MODULE: ./lib/src/job/run-tests.js




const nobody = { begin: () => undefined, stop: () => undefined };
const again = { memory: 'memory', disk: 'disk space' };
/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built beside them never decides how they end.
 */
async function testImage({ docker, log, tempFolder }, { folder, redactor }, { settings, builds }, plan, ahead) {
    const run = (beside) => runTests({ docker, log, tempFolder, reportFolder: folder, redactor }, settings, plan, builds.tests, beside);
    const judge = (tests, hadCompany) => {
        log.info(`Verdict: ${tests.result}, ${tests.reason}.`);
        return { tests, judgement: judgeTests(tests, settings, hadCompany) };
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
    const warning = `The tests ran a second time, by themselves: too little ${what} was left while the image was built beside them. ` +
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
    let found = {};
    const run = async () => {
        try {
            for await (const findings of takeSteps(job))
                found = { ...found, ...findings };
        }
        finally {
            found = { ...found, checks: await found.prepared?.checking };
        }
    };
    const problem = await untilCancelled(job.run.signal, run()).catch((error) => job.run.signal.aborted ? cancelledProblem : toProblem(error));
    const report = makeReport(found, problem);
    await job.reporter.publish(report, found.settings);
    return report.problems.length > 0 ? 1 : 0;
}
/** The way of a job: each step gives what it found out. It ends where something is wrong. */
async function* takeSteps(job) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { tools, run, reporter } = job;
        const settings = await readInputs(tools, run, reporter.mask);
        yield { settings };
        const plan = await makePlan(settings);
        yield { plan };
        const prepared = await prepareJob(tools, run, settings, plan);
        yield { prepared };
        const ahead = run_job_addDisposableResource(env_1, prepareAhead(tools, prepared, plan), true);
        const tested = await testImage(tools, reporter, prepared, plan, ahead);
        yield { tested };
        if (tested.judgement.kind === 'fail') {
            if (tested.tests.reachedTests)
                yield { written: await writeCache(tools, undefined, prepared) };
            return;
        }
        if (plan.testsOnly)
            return;
        const image = await prepareImage(prepared, plan, tested.tests, ahead);
        const shipped = yield* onceMore(tools.log, () => shipImage(job, image));
        if (shipped === undefined)
            return;
        const lost = await saveRecords(tools, run.context, image, shipped.platforms);
        yield { lost };
        yield { written: await writeCache(tools, image.request, prepared, lost.length > 0) };
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
async function* shipImage({ tools, run, reporter }, image) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const built = run_job_addDisposableResource(env_2, await buildImage(tools, image), true);
        const steps = await image.ahead.addTo(built.steps);
        yield { built: { steps, warnings: built.warnings } };
        const measured = await measureImage(tools, reporter.redactor, image, built, steps, run.context.writes);
        yield { measured };
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

// EXTERNAL MODULE: ./lib/src/entries/start-process.js
var start_process = __webpack_require__(4901);
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
        return started.signal.aborted ? start_process/* cancelledExitCode */.N : exitCode;
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
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
        const why = (0,errors/* messageOf */.bD)(error);
        throw new errors/* UserError */.yo('No room for temporary files', `The folder ${root} (RUNNER_TEMP) can't be written: ${why}`);
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
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);
/* harmony import */ var _shared_child_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7272);



/** Runs git in a folder and gives what it prints; undefined where it fails, or is not there. */
async function runGit(folder, args, env = {}) {
    try {
        // A spawn that fails in a file, not a folder, throws past the promise of @actions/exec.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder)).isDirectory())
            return undefined;
        const result = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_1__/* .getExecOutput */ .H)('git', args, {
            cwd: folder,
            silent: true,
            ignoreReturnCode: true,
            env: { ...(0,_shared_child_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentForGit */ .Tu)(process.env), ...env },
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

/***/ 2218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseJsonInputs)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8835);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2831);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8688);
/* harmony import */ var _renamed_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7608);






const valuesSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()])));
/**
 * The inputs that a JSON object holds, as texts; one that is empty or null is not given. Throws a UserError that names every key
 * which is no input.
 */
function parseJsonInputs(text) {
    if (text.trim() === '')
        return {};
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .Problems */ .Z();
    const given = {};
    for (const [key, value] of Object.entries(parseValues(text, problems))) {
        const name = _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputNames */ .v.find((candidate) => candidate === key && candidate !== 'inputs');
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
        return valibot__WEBPACK_IMPORTED_MODULE_5__/* .parse */ .qgA(valuesSchema, values);
    }
    catch (error) {
        problems.add('inputs', `${example}: ${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return {};
    }
}
function hint(key) {
    const renamed = (0,_renamed_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .newNameOf */ .Vt)(key);
    if (renamed !== undefined)
        return ` It is now ${renamed}.`;
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(key, _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputNames */ .v);
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

/***/ 6005:
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

/***/ 6292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ changedBuildArgs),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _inputs_secrets_secret_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6005);



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
    return [arg[0], (0,_inputs_secrets_secret_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(arg) ? '' : hash.slice(0, 8)];
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
// EXTERNAL MODULE: ./lib/src/testing/describe-tests.js + 5 modules
var describe_tests = __webpack_require__(3352);
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
        notices: report.notices.length === 0 ? undefined : report.notices,
        testsOnly: report.testsOnly || undefined,
        tests: tests && {
            result: tests.result,
            reason: tests.reason,
            hiddenBy: tests.hiddenBy,
            stages: tests.stages,
            place: tests.place,
            source: tests.source,
            counts: tests.counts,
            failures: tests.failures,
            flaky: tests.flaky,
            cached: tests.isCached ?? false,
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
        stages: report.stages,
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
/** The tests of the baseline, and which came and went since; names only where both have them. */
function compareTests(tests, before) {
    const { durationMs, linesCovered, linesValid, total, passed, failed, skipped } = before;
    const now = (0,describe_tests/* testNames */.ld)(tests);
    const then = now.length === 0 ? [] : (before.names ?? []);
    const [old, current, skippedNow] = [new Set(then), new Set(now), new Set((0,describe_tests/* skippedNames */.PP)(tests))];
    const gone = then.filter((name) => !current.has(name));
    return {
        ...{ durationMs, linesCovered, linesValid },
        counts: { total, passed, failed, skipped },
        gone: gone.filter((name) => !skippedNow.has(name)),
        newlySkipped: gone.filter((name) => skippedNow.has(name)),
        added: then.length === 0 ? [] : now.filter((name) => !old.has(name)),
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
function toComparisonJson(comparison, before, after) {
    const { compressedChangeBytes, uncompressedChangeBytes, isBelowMinChange, minChangeBytes } = comparison;
    const { layers, contents } = comparison;
    const changeJson = (change) => ({
        kind: change.kind,
        before: 'before' in change && before !== undefined ? toLayerJson(change.before, before) : undefined,
        after: 'after' in change && after !== undefined ? toLayerJson(change.after, after) : undefined,
    });
    return {
        compressedChangeBytes,
        uncompressedChangeBytes,
        isBelowMinChange,
        minChangeBytes,
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

/***/ 5602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ whyUnknown)
/* harmony export */ });
/** Why something was not told; without a token there is nobody to ask, and no answer. */
function whyUnknown(answer) {
    return answer?.reason ?? 'there is no github-token to ask GitHub with';
}


/***/ }),

/***/ 9837:
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

/***/ 6727:
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


/***/ })

};

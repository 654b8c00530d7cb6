export const id = 54;
export const ids = [54];
export const modules = {

/***/ 6365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ checkBudget),
/* harmony export */   lS: () => (/* binding */ isUpToLabel),
/* harmony export */   lh: () => (/* binding */ worstExcess)
/* harmony export */ });
/* harmony import */ var _compare_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6166);
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);


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
        return { kind: 'ok', limits };
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
    return (sizeOverrideLabel !== undefined && budget.kind === 'exceeded' && worstExcess(budget)?.kind === 'growth');
}
/** The limit that a exceeded budget is told by: the size first, else the growth that is furthest over its limit. */
function worstExcess(budget) {
    if (budget.kind !== 'exceeded' && budget.kind !== 'overridden')
        return undefined;
    const exceeded = budget.limits.filter(({ isExceeded }) => isExceeded);
    return (exceeded.find(({ kind }) => kind === 'size') ?? exceeded.sort((a, b) => a.limitBytes - b.limitBytes)[0]);
}
function checkSize(image, { sizeMetric, maxSizeBytes }) {
    if (maxSizeBytes === undefined)
        return [];
    const sizeBytes = (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$)(image, sizeMetric);
    return [{ kind: 'size', isExceeded: sizeBytes > maxSizeBytes, limitBytes: maxSizeBytes, sizeBytes }];
}
function checkGrowth(limit, before, comparison, { sizeMetric, ignoreBaseImage, minChangeBytes }) {
    const ignoredBytes = ignoreBaseImage ? baseGrowth(comparison, sizeMetric) : 0;
    const growthBytes = (0,_compare_images_js__WEBPACK_IMPORTED_MODULE_0__/* .changeOfContent */ .n)(comparison, sizeMetric) - ignoredBytes;
    const limitBytes = limit.kind === 'bytes' ? limit.limitBytes : Math.round(((0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$)(before, sizeMetric) * limit.percent) / 100);
    const isExceeded = growthBytes > limitBytes && growthBytes > minChangeBytes;
    return { kind: 'growth', isExceeded, written: limit.written, limitBytes, growthBytes, ignoredBytes };
}
/** A base image that shrank does not make room smaller: then the image as a whole grew by less. */
function baseGrowth({ contents }, metric) {
    const base = contents.parts.find(({ kind }) => kind === 'base');
    return base === undefined ? 0 : Math.max(0, (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C)(base, metric));
}
/** GitHub's labels differ by more than their case. */
function findOverride(labels, wanted) {
    return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase());
}


/***/ }),

/***/ 6166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ changeOfContent),
  q: () => (/* binding */ compareImages)
});

// EXTERNAL MODULE: ./lib/src/measure/analyze/attribution.js + 3 modules
var attribution = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/src/measure/analyze/allocate.js
var allocate = __webpack_require__(1155);
;// CONCATENATED MODULE: ./lib/src/compare/compare-files.js

/**
 * The files that differ: those of one path, then those with the same content under another name, then what came and went. Equal ones
 * have no pair, whichever layer they are in. Each file is looked at a fixed number of times, however many there are.
 */
function pairFiles(before, after) {
    const equal = matchBy((file) => `${contentOf(file)} ${file.path}`, before, after);
    const changed = matchBy(({ path }) => path, equal.before, equal.after);
    const renamed = matchBy((file) => (file.sizeBytes > 0 && file.hash !== '' ? contentOf(file) : undefined), changed.before, changed.after);
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
 * uncompressed bytes did: the rest is what the estimates of the files missed.
 */
function accountFor(ledger, own, pairs) {
    const changes = pairs.map(changeOfPair);
    const rest = changes.reduce((sum, change) => added(sum, negated(change)), own);
    const weights = pairs.map((pair) => isRenamed(pair) ? 0 : (pair.before?.compressedBytes ?? 0) + (pair.after?.compressedBytes ?? 0));
    const canTake = weights.some((weight) => weight > 0);
    const { compressedBytes, uncompressedBytes } = rest;
    const ofArchive = canTake
        ? Math.min(Math.max(compressedBytes, Math.min(0, uncompressedBytes)), Math.max(0, uncompressedBytes))
        : compressedBytes;
    const missed = canTake ? (0,allocate/* shareOut */.M)(compressedBytes - ofArchive, weights) : [];
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
        versionBefore: versionsBefore.get(keyOf(part)),
        versionAfter: versionsAfter.get(keyOf(part)),
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
    return new Map(known.flatMap((part) => (part.version === undefined ? [] : [[keyOf(part), part.version]])));
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
        isBelowMinChange: Math.abs(changeOfContent(comparison, sizeMetric)) <= minChangeBytes,
    };
}
/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
function changeOfContent(comparison, metric) {
    const recompressed = comparison.contents.parts.find(({ kind }) => kind === 'recompressed');
    return (0,compare_metric/* changeOf */.C)(comparison, metric) - (recompressed === undefined ? 0 : (0,compare_metric/* changeOf */.C)(recompressed, metric));
}


/***/ }),

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ layerChangeBytes),
/* harmony export */   Hz: () => (/* binding */ isRecompressed),
/* harmony export */   yN: () => (/* binding */ compareLayers)
/* harmony export */ });
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

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
/** Whether a layer has the same content as before, in other compressed bytes. */
function isRecompressed(change) {
    return change.kind === 'changed' && change.before.diffId === change.after.diffId;
}
/** How many bytes a layer's change adds in the metric; negative when it shrank. */
function layerChangeBytes({ kind, before, after, }, metric) {
    const size = (layer) => (layer === undefined ? 0 : (0,_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$)(layer, metric));
    return kind === 'same' ? 0 : size(after) - size(before);
}


/***/ }),

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oK: () => (/* binding */ ApiTrouble),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   tZ: () => (/* binding */ connectToGitHub)
/* harmony export */ });
/** Why GitHub did not do what was asked; `status` is undefined where it gave no answer. */
class ApiTrouble extends Error {
    status;
    constructor(message, status, cause) {
        super(message, { cause });
        this.name = 'ApiTrouble';
        this.status = status;
    }
}
/** Longer than this nobody's job waits for a rate limit to end. */
const maxRetryAfterSeconds = 30;
/** Whom the runner's own token writes as. */
const actionsBot = 'github-actions[bot]';
/** No pause between writes: the plugin's second between each of them is for programs that write many, and here it would be spent in a lock. */
const unpaced = { key: () => ({ schedule: (_options, job) => job() }) };
/**
 * Loads the client, which a job without a comment has no need of, and gives access with this token. Failed reads and 5xx are
 * tried three times; a rate limit is waited for, once, when it says that it ends within 30 s.
 */
async function connectToGitHub({ url, token, deadlineMs = 45_000 }) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(758)]).then(__webpack_require__.bind(__webpack_require__, 1758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 2094)),
    ]);
    const waits = (retryAfterSeconds, _options, _octokit, retryCount) => retryAfterSeconds <= maxRetryAfterSeconds && retryCount < 1;
    const limits = { onRateLimit: waits, onSecondaryRateLimit: waits };
    const throttle = { ...limits, ...{ write: unpaced, notifications: unpaced } };
    const octokit = getOctokit(token, {
        baseUrl: url,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
        throttle,
    }, retry, throttling);
    const withTrouble = async (work) => {
        const signal = AbortSignal.timeout(deadlineMs);
        try {
            return await work(signal);
        }
        catch (error) {
            if (signal.aborted)
                throw new ApiTrouble(`no answer within ${deadlineMs / 1000} s`, undefined, error);
            throw toTrouble(error);
        }
    };
    return {
        request: (route, parameters) => withTrouble(async (signal) => {
            const answer = await octokit.request(route, { ...parameters, request: { signal } });
            return { status: answer.status, data: answer.data, headers: answer.headers };
        }),
        viewer: async () => {
            try {
                const asked = await withTrouble((signal) => octokit.graphql('{ viewer { login } }', { request: { signal } }));
                const login = asked.viewer?.login;
                return typeof login === 'string' && login !== '' ? login : actionsBot;
            }
            catch (error) {
                if (error instanceof ApiTrouble && error.status === undefined)
                    throw error;
                // Whoever may not ask who they are is no person.
                return actionsBot;
            }
        },
    };
}
function ignore() {
    // Octokit prints on the console, where the runner would read it.
}
function toTrouble(error) {
    if (error instanceof ApiTrouble)
        return error;
    const { status, response, message } = error;
    const words = typeof message === 'string' ? message : String(error);
    // Octokit gives 500 to what never got an answer, and no status to an answer of GraphQL that is an error.
    const answered = typeof status === 'number' ? status : 200;
    return new ApiTrouble(words, response === undefined ? undefined : answered, error);
}
/** Where the API of this run's GitHub is; a GitHub Enterprise Server has another one. */
function apiUrlOf(env) {
    return env['GITHUB_API_URL'] ?? 'https://api.github.com';
}


/***/ }),

/***/ 3941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ describeTrouble),
/* harmony export */   V: () => (/* binding */ describeReadTrouble)
/* harmony export */ });
/* harmony import */ var _shared_clean_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1283);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);


/** Words why the API did not write what was asked, with the way out where there is one. */
function describeTrouble(error, { isFork }) {
    const { status, said, words } = describeAny(error);
    if (words !== undefined)
        return words;
    if (status === 403 && /\blocked\b/i.test(said))
        return `the conversation of the pull request is locked (${said}); the summary has everything`;
    if (status === 403 && isFork)
        return ('the token of a pull request from a fork may only read; a workflow_run workflow with the action in comment/ can ' +
            'post it, as docs/pull-requests.md shows');
    if (status === 403)
        return `the token may not write comments (${said}); give the job the permission pull-requests: write, or set comment: off`;
    return `GitHub answered ${status} (${said})`;
}
/** Words why the API did not tell what was asked; `permission` is the one that the job needs for it. */
function describeReadTrouble(error, permission) {
    const { status, said, words } = describeAny(error);
    if (words !== undefined)
        return words;
    // To a token that may not look there, what a private repository has is not there.
    const wayOut = status === 403 || status === 404 ? `; the job needs the permission ${permission}` : '';
    return `GitHub answered ${status} (${said})${wayOut}`;
}
/** What is the same for reading and writing; without `words` it is the status that tells. */
function describeAny(error) {
    if (!(error instanceof _api_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiTrouble */ .oK)) {
        const why = error instanceof Error ? oneLine(error.message) : 'no error';
        return { status: 0, said: why, words: `GitHub’s answer is not understood (${why})` };
    }
    const { status } = error;
    const said = oneLine(error.message);
    if (status === undefined)
        return { status: 0, said, words: said };
    if (status === 429 || (status === 403 && /rate limit/i.test(said)))
        return { status, said, words: `GitHub’s rate limit is reached, and does not end within 30 s (${said})` };
    if (status === 401)
        return { status, said, words: `GitHub does not know the token (${said}); look at the input github-token` };
    return { status, said };
}
function oneLine(words) {
    return (0,_shared_clean_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLogLine */ .Sr)(words.replace(/\s+/g, ' ').trim()).slice(0, 300);
}


/***/ }),

/***/ 1155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ shareOut)
/* harmony export */ });
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


/***/ }),

/***/ 705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y3: () => (/* binding */ archivePart),
  gK: () => (/* binding */ configPart),
  $S: () => (/* binding */ describeOwner),
  be: () => (/* binding */ partKey),
  u1: () => (/* binding */ readOwnFiles),
  fp: () => (/* binding */ readParts)
});

// EXTERNAL MODULE: ./lib/src/shared/once-for.js
var once_for = __webpack_require__(167);
;// CONCATENATED MODULE: ./lib/src/measure/dotnet/apps.js
/** A single file without other signs must be larger: it holds at least a part of the runtime. */
const minBundleBytes = 1024 * 1024;
/** A folder with more has names made to be many. */
const maxApps = 100;
/** Files that only .NET's publish puts beside an executable of the same name. */
const signsOfSingleFile = ['.pdb', '.dbg', '.staticwebassets.endpoints.json'];
const libraryName = /\.(?:dll|exe|so(?:\.\d+)*|dylib|json|js|wasm)$/i;
/**
 * Finds the applications by folder (without a slash at its end), those with longer names first. A folder with a deps.json or
 * a runtimeconfig.json has an application of that name. A single-file bundle and a Native AOT executable are told by what lies
 * beside them: symbols or web assets of the same name, else an appsettings.json beside the only large
 * program. A lone executable can't be told from any other program, nor a bundle from Native AOT, without its content.
 */
function findApps(files) {
    const folders = new Map();
    for (const { path, sizeBytes } of files) {
        const slash = path.lastIndexOf('/');
        const folder = path.slice(0, Math.max(slash, 0));
        const names = folders.get(folder) ?? new Map();
        folders.set(folder, names.set(path.slice(slash + 1), sizeBytes));
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

// EXTERNAL MODULE: ./lib/src/measure/dotnet/read-deps-json.js
var read_deps_json = __webpack_require__(4672);
;// CONCATENATED MODULE: ./lib/src/measure/dotnet/traits.js
const runtimeFolder = /(?:^|\/)runtimes\/([^/]+)\/(?:native|lib)\//;
const satellite = /(?:^|\/)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/[^/]+\.resources\.dll$/;
const symbols = /\.(?:pdb|dbg|dwarf)$/i;
const configuration = /(?:^|\/)appsettings(?:\.[^/]+)?\.json$|\.(?:deps|runtimeconfig(?:\.dev)?|staticwebassets\.(?:endpoints|runtime))\.json$|\.config$/i;
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|razor|cshtml|resx)$/i;
const traits_native = /\.(?:so(?:\.\d+)*|dylib|exe|node)$/i;
/** What the name and the place of a file tell of it. `hasFile` knows the files of the image, for what lies beside. */
function traitOf(path, hasFile) {
    const [, rid] = runtimeFolder.exec(path) ?? [];
    if (rid !== undefined)
        return { kind: 'runtime-specific', rid };
    const [, culture] = satellite.exec(path) ?? [];
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
    return { kind: traits_native.test(path) ? 'native' : 'other' };
}
/** The file that symbols or documentation tell of, when it lies beside them. */
function describedBy(path, hasFile) {
    const stem = /^(.+)\.(?:pdb|dbg|dwarf|xml)$/i.exec(path)?.[1];
    // The symbols of an executable without extension have its whole name.
    return stem === undefined ? undefined : [`${stem}.dll`, `${stem}.exe`, stem].find(hasFile);
}

;// CONCATENATED MODULE: ./lib/src/measure/dotnet/owners.js



/** Folders that .NET is installed in (dotnet/designs, accepted/2020/install-locations.md; the layout of its archives). */
const installed = [
    [/(?:^|\/)shared\/(Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All))\/(\d[^/]*)\//, undefined],
    [/(?:^|\/)dotnet\/(sdk)\/(\d[^/]*)\//, '.NET SDK'],
    [/(?:^|\/)dotnet\/(packs\/[\w.-]+|templates|sdk-manifests)\/\d[^/]*\//, '.NET SDK'],
    [/(?:^|\/)dotnet\/(host)\/fxr\/(\d[^/]*)\//, '.NET host'],
    [/(?:^|\/)dotnet\/(dotnet)$/, '.NET host'],
];
const configurationOfApp = /^(?:appsettings(?:\..+)?\.json|web\.config)$/i;
const webRoot = /^(?:(.*?)\/)?wwwroot\/(?:_content\/([^/]+)\/)?/;
/**
 * Tells of each file whom it belongs to and what it is for, in the order of the files. Paths have no slash in front.
 * `documents` are the texts of the files named *.deps.json; others are ignored, as is a deps.json that can't be read. Where
 * several of one folder name the same file, the first by name counts.
 */
function ownersOf(files, documents) {
    const paths = new Set(files.map(({ path }) => path));
    const hasFile = (path) => paths.has(path);
    const apps = findApps(files);
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
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        for (const library of (0,read_deps_json/* readDepsJson */.n)(text)) {
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
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const here = apps.get(path.slice(0, Math.max(slash, 0))) ?? [];
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
    const slash = path.lastIndexOf('/');
    const here = apps.get(path.slice(0, Math.max(slash, 0))) ?? [];
    return listedAs === 'native' || here.some(({ name }) => name === path.slice(slash + 1));
}

;// CONCATENATED MODULE: ./lib/src/measure/analyze/attribution.js


/** The files of the image's own layers, each with its owner and its share of the compressed bytes. */
const readOwnFiles = (0,once_for/* onceFor */.b)(listOwnFiles);
function listOwnFiles({ layers, base }) {
    const ownFrom = base?.layerCount ?? 0;
    const own = layers.flatMap((layer, index) => index < ownFrom ? [] : (layer.content?.files ?? []).map((file) => ({ file, index })));
    const documents = layers.slice(ownFrom).flatMap((layer) => layer.content?.documents ?? []);
    const owners = ownersOf(own.map(({ file: [path, sizeBytes] }) => ({ path, sizeBytes })), documents);
    return own.map(({ file: [path, sizeBytes, hash, compressedBytes], index }, position) => ({
        path,
        sizeBytes,
        hash,
        layer: index,
        owner: owners[position] ?? { owner: { kind: 'other' }, trait: { kind: 'other' } },
        compressedBytes,
    }));
}
/** The parts that an image consists of, the largest first. */
function readParts(record) {
    const ownFrom = record.base?.layerCount ?? 0;
    const parts = new Map();
    const add = (part, fileCount, compressedBytes, uncompressedBytes) => {
        const key = partKey(part);
        const known = parts.get(key) ?? { ...part, fileCount: 0, compressedBytes: 0, uncompressedBytes: 0 };
        known.fileCount += fileCount;
        known.compressedBytes += compressedBytes;
        known.uncompressedBytes += uncompressedBytes;
        parts.set(key, known);
    };
    for (const [index, layer] of record.layers.entries()) {
        const { compressedBytes, uncompressedBytes, content, createdBy } = layer;
        if (index < ownFrom) {
            const { name = '', dotnetVersion: version } = record.base ?? {};
            const part = { kind: 'base', name, version, isEstimate: false };
            add(part, content?.files.length ?? 0, compressedBytes, uncompressedBytes);
        }
        else if (content === undefined) {
            add({ kind: 'unlisted', name: createdBy, version: undefined, isEstimate: false }, 0, compressedBytes, uncompressedBytes);
        }
    }
    for (const file of readOwnFiles(record))
        add({ ...describeOwner(file.owner.owner), isEstimate: true }, 1, file.compressedBytes, file.sizeBytes);
    add({ ...configPart, isEstimate: false }, 0, record.configBytes, 0);
    const told = [...parts.values()];
    const compressedLeft = record.compressedBytes - told.reduce((sum, part) => sum + part.compressedBytes, 0);
    const uncompressedLeft = record.uncompressedBytes - told.reduce((sum, part) => sum + part.uncompressedBytes, 0);
    if (compressedLeft !== 0 || uncompressedLeft !== 0)
        add({ ...archivePart, isEstimate: false }, 0, compressedLeft, uncompressedLeft);
    return [...parts.values()].sort((a, b) => b.compressedBytes - a.compressedBytes || b.uncompressedBytes - a.uncompressedBytes);
}
/** What the tar format itself takes: headers, padding, folders, and layers that hold nothing else. */
const archivePart = { kind: 'archive', name: '', version: undefined };
/** The image's config. */
const configPart = { kind: 'config', name: '', version: undefined };
/** An owner as the head of a part. */
function describeOwner(owner) {
    return {
        kind: owner.kind,
        name: 'name' in owner ? owner.name : '',
        version: 'version' in owner ? owner.version : undefined,
    };
}
/** What tells parts of one image from each other; a package in two versions is one part. */
function partKey({ kind, name }) {
    return kind === 'base' || kind === 'config' || kind === 'archive' ? kind : `${kind} ${name}`;
}


/***/ }),

/***/ 4672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readDepsJson),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _record_image_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5262);


const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1_000));
const assets = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    locale: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    localPath: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
    rid: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text),
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
    return [
        {
            type: knownType(type),
            name: id.slice(0, slash),
            version: id.slice(slash + 1),
            files: readFiles(library),
        },
    ];
}
/** Types that are not known here are of files that someone added by hand, as references are. */
function knownType(type) {
    if (type === 'package' || type === 'runtimepack')
        return type;
    return type === 'project' || type === 'msbuildproject' ? 'project' : 'reference';
}
function readFiles({ runtime, native, resources, runtimeTargets }) {
    const fileName = (path) => path.slice(path.lastIndexOf('/') + 1);
    return [
        ...entriesOf(runtime).map(([path, { localPath }]) => ({
            path: localPath ?? fileName(path),
            kind: 'assembly',
            rid: undefined,
        })),
        ...entriesOf(native).map(([path, { localPath }]) => ({
            path: localPath ?? fileName(path),
            kind: 'native',
            rid: undefined,
        })),
        ...entriesOf(resources).map(([path, { localPath, locale }]) => ({
            path: localPath ?? (locale === undefined ? path : `${locale}/${fileName(path)}`),
            kind: 'satellite',
            rid: undefined,
        })),
        // Files for one of several systems keep their folder, all others are published beside the application.
        ...entriesOf(runtimeTargets).map(([path, { localPath, rid, assetType }]) => ({
            path: localPath ?? path,
            kind: assetType === 'native' ? 'native' : 'assembly',
            rid,
        })),
    ];
}
function entriesOf(group) {
    // NuGet's name for "nothing here", which stands for no file.
    return Object.entries(group ?? {}).filter(([path]) => !path.endsWith('_._'));
}


/***/ }),

/***/ 5262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ recordVersion),
/* harmony export */   U$: () => (/* binding */ parseImageRecord),
/* harmony export */   VR: () => (/* binding */ maxDocumentBytes),
/* harmony export */   dD: () => (/* binding */ maxHistory),
/* harmony export */   vs: () => (/* binding */ maxListedFiles)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** A sha256 digest as OCI writes it. */
const digest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^sha256:[0-9a-f]{64}$/));
const byteCount = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(4_096));
/** ISO 8601. What a machine whose clock is ahead has stored counts as of now, else it would be the newest for ever. */
const time = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((stored) => (Date.parse(stored) > Date.now() ? new Date().toISOString() : stored)));
/** Most files that a record lists; of an image with more only the layers on top are listed. */
const maxListedFiles = 50_000;
/** Most bytes of documents that a record keeps. */
const maxDocumentBytes = 4 * 1024 * 1024;
/**
 * One file of a layer: its path without a slash in front, its size in bytes, the first 16 hexadecimal digits of its content's SHA-256,
 * and the compressed bytes of the layer that it took. The hash is empty for a file of the base image and for a link.
 */
const fileSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([text, byteCount, valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:[0-9a-f]{16})?$/)), byteCount]);
/** What one layer holds. */
const contentSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    files: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fileSchema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(maxListedFiles)),
    /** What it takes away from the layers below: paths, those that end in a slash with all that is in the folder. */
    removed: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(maxListedFiles)),
    /** Small files that explain others: deps.json, runtimeconfig.json, os-release. */
    documents: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ path: text, text: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(maxDocumentBytes)) })),
});
const layerSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    digest,
    /** Digest of the uncompressed layer (`rootfs.diff_ids`). */
    diffId: digest,
    compressedBytes: byteCount,
    uncompressedBytes: byteCount,
    /** What made it, as the image's history words it. */
    createdBy: text,
    /** The line of the Dockerfile, from 1; absent for layers of the base image. */
    line: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1))),
    /** The stage or image that its files were copied from. */
    copiedFrom: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
    /** Absent where the layer could not be listed, or has no room in the record. */
    content: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(contentSchema),
});
/** The image that the final stage begins from. */
const baseSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** As the Dockerfile names it, variables expanded. */
    name: text,
    /** What its name stood for in this build; absent where the builder did not tell. */
    digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(digest),
    /** How many of the image's layers are its. */
    layerCount: byteCount,
    /** Version of the .NET or ASP.NET runtime in it. */
    dotnetVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
});
const testsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    verdict: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
    total: byteCount,
    passed: byteCount,
    failed: byteCount,
    skipped: byteCount,
    durationMs: byteCount,
    /** Names of the tests that ran, with their assembly; absent when there are too many to keep. */
    names: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(600))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(30_000))),
    linesCovered: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(byteCount),
    linesValid: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(byteCount),
});
const neighbourSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: text, compressedBytes: byteCount });
/** What a registry says of other images that this one could begin from, or was built in. */
const neighboursSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    askedAt: time,
    platform: text,
    /** The base image as the registry has it; without a size where it could not be asked. */
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: text, compressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(byteCount) }),
    /** Smaller variants of the base image. */
    smaller: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(neighbourSchema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(10)),
    /** The image with the SDK. */
    sdk: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(neighbourSchema),
});
/** Most earlier baselines that a record remembers. */
const maxHistory = 30;
const pointSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    createdAt: time,
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/))),
    compressedBytes: byteCount,
    uncompressedBytes: byteCount,
    isRestoreCached: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tag: text,
    /** The commit that the tag names. */
    taggedCommit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/)),
    /** How many commits before that one the image was measured. */
    commitsBefore: byteCount,
    createdAt: time,
    compressedBytes: byteCount,
    uncompressedBytes: byteCount,
});
/** The version of the record's form; one of another version is no baseline. */
const recordVersion = 4;
const recordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(recordVersion),
    imageKey: text,
    platform: text,
    /** The Dockerfile, relative to the workspace, and the stage that ships. */
    file: text,
    target: text,
    /** As `ImageIdentity` has them. */
    buildArgs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([text, valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:[0-9a-f]{8})?$/))])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(1_000)),
    driver: text,
    /** What built it, with its version as far as the builder tells it. */
    engine: text,
    /** `docker-save`: compressed sizes are estimates, since a legacy image store keeps no compressed layers. */
    method: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['oci-layout', 'docker-save']),
    /** How most of its layers are compressed. */
    compression: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['gzip', 'zstd', 'none', 'other']),
    createdAt: time,
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/))),
    branch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
    manifestDigest: digest,
    configDigest: digest,
    configBytes: byteCount,
    /** Compressed layers plus the config, as a registry stores them. */
    compressedBytes: byteCount,
    /** Sum of the uncompressed layers, as on a node's disk. */
    uncompressedBytes: byteCount,
    layers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(layerSchema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(1_000)),
    /** Whether the step that restores NuGet packages came from the build cache; absent where there is none. */
    isRestoreCached: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    /** Absent for an image that begins from nothing. */
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(baseSchema),
    /** Whom its processes run as; empty means root. */
    user: text,
    neighbours: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(neighboursSchema),
    /** The baselines that this one grew from, the oldest first. */
    history: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(pointSchema), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(maxHistory)),
    /** The last release that it grew from, carried on from baseline to baseline; absent where nobody asked for it. */
    release: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(releaseSchema),
    tests: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(testsSchema),
});
/**
 * Reads a stored record. Throws an Error that says what is wrong with it: another version, a wrong type, a size that
 * is no count of bytes, or totals that its own layers and files don't add up to.
 */
function parseImageRecord(json) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(recordSchema, json);
    if (!parsed.success) {
        const [issue] = parsed.issues;
        throw new Error(`the record is not valid at ${valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? 'its top'}: ${issue.message}`);
    }
    const record = parsed.output;
    const compressedBytes = record.layers.reduce((sum, layer) => sum + layer.compressedBytes, record.configBytes);
    const uncompressedBytes = record.layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0);
    if (compressedBytes !== record.compressedBytes || uncompressedBytes !== record.uncompressedBytes) {
        throw new Error('the record’s totals are not the sum of its layers');
    }
    const odd = record.layers.find(({ content, compressedBytes }) => sumOfFiles(content) > compressedBytes);
    if (odd !== undefined)
        throw new Error(`the files of the layer ${odd.digest} are larger than the layer`);
    return record;
}
function sumOfFiles(content) {
    return (content?.files ?? []).reduce((sum, [, , , compressedBytes]) => sum + compressedBytes, 0);
}


/***/ }),

/***/ 2733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatImageSize)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(881);


/** What an image weighs, and whether that is an estimate: `122.41 MB`, `122.41 MB (estimated)`. */
function formatImageSize(image, metric) {
    const isEstimate = metric === 'compressed' && image.method === 'docker-save';
    return `${(0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$)(image, metric))}${isEstimate ? ' (estimated)' : ''}`;
}


/***/ }),

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ platformRows),
/* harmony export */   r: () => (/* binding */ platformHeadings)
/* harmony export */ });
/* harmony import */ var _compare_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6365);
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(881);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);



/** The headings of a table by platform; a colon marks a column of numbers. */
const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'budget'];
/** One row for each platform of an image for several, as plain words; none for an image for one. */
function platformRows({ platforms = [] }) {
    return platforms.map((platform) => {
        const { compressedBytes, uncompressedBytes, baseline } = platform;
        return [
            platform.platform,
            (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(compressedBytes),
            describeChange(platform, compressedBytes, baseline?.compressedBytes),
            (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(uncompressedBytes),
            describeChange(platform, uncompressedBytes, baseline?.uncompressedBytes),
            describeBudget(platform),
        ];
    });
}
function describeChange({ isBelowMinChange }, now, before) {
    if (before === undefined)
        return 'no baseline';
    return isBelowMinChange ? 'no change' : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(now - before);
}
function describeBudget({ budget }) {
    const excess = (0,_compare_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .worstExcess */ .lh)(budget);
    if (excess === undefined)
        return budget.kind === 'ok' ? 'kept' : '';
    const limit = excess.kind === 'size' ? (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(excess.limitBytes) : `${excess.written} more`;
    return budget.kind === 'overridden' ? `over ${limit}, allowed` : `over ${limit}`;
}


/***/ }),

/***/ 7929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ renderAdvice)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);



const maxShown = 12;
/** What could be made better, the most bytes first, each with what it was seen by and what to write; folded as one. */
function renderAdvice(advice) {
    if (advice.length === 0)
        return [];
    const left = advice.length - maxShown;
    const more = left > 0 ? [`… and ${left} more ${left === 1 ? 'piece' : 'pieces'} of advice; report.json has them.`] : [];
    const body = [...advice.slice(0, maxShown).map(renderOne), ...more].join('\n\n');
    const [first] = advice;
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`💡 ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(advice.length, 'suggestion')}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(first?.title ?? '')}`, body)];
}
function renderOne({ title, evidence, place, fix, link }) {
    const where = place === undefined ? '' : ` — ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .d)(place))}`;
    const seen = evidence.map((line) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(line)}`).join('\n');
    return [`**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)}**${where}`, seen, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(fix), `[Read more](${link})`]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ renderSize)
/* harmony export */ });
/* harmony import */ var _compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(472);
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5840);
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(881);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(198);
/* harmony import */ var _text_layer_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8154);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);
/* harmony import */ var _text_part_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2830);
/* harmony import */ var _platform_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2693);








const maxRows = 60;
const maxParts = 25;
const maxFiles = 10;
/** What the image weighs, what changed and why, as Markdown parts. */
function renderSize(report) {
    const { image } = report;
    return image === undefined
        ? []
        : [...renderPlatforms(report), renderTotals(report, image), ...renderChange(report)];
}
/** Sizes by platform; what follows is of the first one. */
function renderPlatforms(report) {
    const rows = (0,_platform_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .platformRows */ .R)(report).map(([platform = '', ...cells]) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(platform), ...cells.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)]);
    if (rows.length === 0)
        return [];
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(_platform_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .platformHeadings */ .r, rows), `What follows is of ${rows[0]?.[0] ?? ''}.`];
}
function baselineOf({ baseline, comparison, }) {
    return baseline?.kind === 'found' && comparison !== undefined ? baseline : undefined;
}
function renderTotals(report, image) {
    const before = baselineOf(report);
    const row = (title, now, then) => [
        title,
        (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(now),
        ...(before === undefined ? [] : [then === undefined ? '' : (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(then), describeChange(now, then)]),
    ];
    const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:'];
    const estimate = image.method === 'docker-save' ? ' (an estimate: this engine keeps no compressed layers)' : '';
    const ofBase = image.layers
        .filter(({ isBase }) => isBase)
        .reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(headings, [
        row(`**Compressed**, as a registry stores and a node pulls it${estimate}`, image.compressedBytes, before?.compressedBytes),
        ...(image.base === undefined
            ? []
            : [
                row(`– base image ${nameBase(image)}`, ofBase, before?.baseCompressedBytes),
                row('– yours', image.compressedBytes - ofBase, before && before.compressedBytes - before.baseCompressedBytes),
            ]),
        row('**Uncompressed**, on a node’s disk', image.uncompressedBytes, before?.uncompressedBytes),
    ]);
}
function describeChange(now, then) {
    if (then === undefined)
        return '';
    const delta = (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(now - then);
    return then === 0 || now === then ? delta : `${delta} (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPercent */ .l9)((now - then) / then)})`;
}
function nameBase({ base }) {
    const version = base?.dotnetVersion === undefined ? '' : `, .NET ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(base.dotnetVersion)}`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(base?.name ?? '')}${version}`;
}
/** Why the size changed: parts, files and layers. */
function renderChange(report) {
    const { comparison, sizeMetric } = report;
    if (comparison === undefined)
        return [];
    const { parts, files } = comparison;
    const isChanged = comparison.layers.some((change) => change.kind !== 'same');
    if (!isChanged)
        return ['No layer changed.'];
    const rows = [...parts]
        .sort((a, b) => Math.abs((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C)(b, sizeMetric)) - Math.abs((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C)(a, sizeMetric)))
        .slice(0, maxParts)
        .map((part) => [
        (0,_text_part_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .namePart */ .f0)(part, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY),
        (0,_text_part_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .describeVersions */ .Tt)(part, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY),
        `${part.isEstimate && part.compressedChangeBytes !== 0 ? '≈ ' : ''}${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(part.compressedChangeBytes)}`,
        (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(part.uncompressedChangeBytes),
    ]);
    const left = parts.length - rows.length;
    const more = left > 0 ? [`… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'smaller change')}; report.json has them.`] : [];
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['What changed', 'version', 'compressed:', 'uncompressed:'], rows),
        ...more,
        ...renderFiles(files),
        renderLayerChanges(report, comparison.layers),
    ];
}
function renderFiles(files) {
    if (files.length === 0)
        return [];
    const rows = files
        .slice(0, maxFiles)
        .map(({ kind, path, pathBefore, beforeBytes, afterBytes, compressedChangeBytes }) => [
        `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(path)}${pathBefore === undefined ? '' : `<br>was ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(pathBefore)}`}`,
        kind === 'removed' ? 'removed' : (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(afterBytes),
        kind === 'added' ? 'new' : (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(beforeBytes),
        kind === 'changed' && afterBytes === beforeBytes
            ? 'other content'
            : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(afterBytes - beforeBytes),
        compressedChangeBytes === 0 ? '' : `≈ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(compressedChangeBytes)}`,
    ]);
    const left = files.length - rows.length;
    const more = left > 0 ? `\n\n… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(left, 'more file')}; report.json has them.` : '';
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Files: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(files.length, 'change')}`, `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['file', 'now:', 'before:', 'change:', 'compressed:'], rows)}${more}`),
    ];
}
function renderLayerChanges(report, layers) {
    const changed = layers.filter((change) => change.kind !== 'same');
    const rows = [...changed]
        .sort((a, b) => Math.abs((0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .layerChangeBytes */ .HZ)(b, report.sizeMetric)) - Math.abs((0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .layerChangeBytes */ .HZ)(a, report.sizeMetric)))
        .slice(0, maxRows)
        .map((change) => {
        const { before, after } = change;
        const layer = after ?? before;
        return [
            layer === undefined ? '' : (0,_text_layer_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .describeLayer */ .$)(layer),
            (0,_text_layer_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .placeOf */ .s)(layer),
            after === undefined ? 'removed' : (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(after.compressedBytes),
            before === undefined ? 'new' : (0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(before.compressedBytes),
            (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)((0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_6__/* .layerChangeBytes */ .HZ)(change, 'compressed')),
        ];
    });
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Layers: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changed.length, 'change')}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['made by', 'where', 'now:', 'before:', 'change:'], rows));
}


/***/ }),

/***/ 6322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z8: () => (/* binding */ marks),
  Gc: () => (/* binding */ renderMarkdown),
  x8: () => (/* binding */ renderProblems),
  J: () => (/* binding */ renderReason)
});

// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/shared/format-size.js
var format_size = __webpack_require__(881);
// EXTERNAL MODULE: ./lib/src/shared/format-duration.js
var format_duration = __webpack_require__(672);
// EXTERNAL MODULE: ./lib/src/report/summary/render-tests.js
var render_tests = __webpack_require__(3096);
// EXTERNAL MODULE: ./lib/src/report/text/describe-baseline.js
var describe_baseline = __webpack_require__(8226);
;// CONCATENATED MODULE: ./lib/src/report/text/describe-delivery.js

/** Where the image went, as one sentence; empty when it went nowhere. */
function describeDelivery(delivery) {
    const parts = (delivery?.outputs ?? []).map(describe);
    if (parts.length === 0)
        return '';
    const all = parts.join(', ');
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}
function describe({ how, where, checkedBy, durationMs }) {
    if (durationMs === undefined)
        return `${how} with the build`;
    const time = (0,format_duration/* formatDuration */.a)(durationMs);
    if (how !== 'written')
        return `${how} in ${time}`;
    // A folder or a plain archive has no digest that could be compared.
    return `wrote ${where} in ${time}${checkedBy === 'build' ? ' (it has no digest; it comes from the measured build)' : ''}`;
}

// EXTERNAL MODULE: ./lib/src/report/text/describe-release.js
var describe_release = __webpack_require__(9439);
// EXTERNAL MODULE: ./lib/src/report/text/describe-smoke.js
var describe_smoke = __webpack_require__(9540);
// EXTERNAL MODULE: ./lib/src/report/text/format.js
var format = __webpack_require__(198);
// EXTERNAL MODULE: ./lib/src/report/text/part-labels.js
var part_labels = __webpack_require__(2830);
// EXTERNAL MODULE: ./lib/src/report/summary/render-advice.js
var render_advice = __webpack_require__(7929);
// EXTERNAL MODULE: ./lib/src/shared/clean-text.js
var clean_text = __webpack_require__(1283);
// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
;// CONCATENATED MODULE: ./lib/src/report/text/charts.js


const maxSlices = 8;
/** The percentages of thinner slices would lie upon each other. */
const minShare = 0.03;
const maxLabelLength = 60;
/** Readable on GitHub's light and dark page: its own muted text, and colours of middle lightness (Tableau 10). */
const muted = '#848d97';
const colours = '#4e79a7 #f28e2b #59a14f #e15759 #b07aa1 #76b7b2 #c9a227 #9c755f #7f7f7f'.split(' ');
/** A pie as a mermaid block: the largest slices, the others as one. Empty when there is nothing to divide. */
function pieChart(title, slices) {
    const sorted = slices.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
    if (sorted.length < 2)
        return '';
    const sum = (values) => values.reduce((all, { value }) => all + value, 0);
    const thick = sorted.slice(0, maxSlices).filter(({ value }) => value >= sum(sorted) * minShare);
    const rest = sum(sorted) - sum(thick);
    const shown = [...thick, ...(rest > 0 ? [{ label: 'everything else', value: rest }] : [])];
    const theme = {
        ...Object.fromEntries(colours.map((colour, index) => [`pie${index + 1}`, colour])),
        pieTitleTextColor: muted,
        pieLegendTextColor: muted,
        pieSectionTextColor: '#ffffff',
        pieStrokeColor: muted,
        pieOuterStrokeColor: muted,
        pieOpacity: '1',
    };
    const lines = shown.map(({ label, value }) => `    "${chartLabel(label)}" : ${value}`);
    return mermaid(theme, [`pie title ${chartLabel(title)}`, ...lines]);
}
/** A size over time as a mermaid block, in megabytes, the oldest first. Empty when there are fewer than three. */
function historyChart(title, sizesBytes) {
    if (sizesBytes.length < 3)
        return '';
    const axis = ['Title', 'Label', 'Tick', 'Line'];
    const theme = {
        xyChart: {
            backgroundColor: 'transparent',
            titleColor: muted,
            plotColorPalette: colours[0],
            ...Object.fromEntries(['x', 'y'].flatMap((name) => axis.map((part) => [`${name}Axis${part}Color`, muted]))),
        },
    };
    return mermaid(theme, [
        'xychart-beta',
        `    title "${chartLabel(title)}"`,
        // Numbers and not commits: for thirty of those there is no room, and equal labels would fall into one.
        `    x-axis "the oldest first" [${sizesBytes.map((_, index) => `"${index + 1}"`).join(', ')}]`,
        '    y-axis "MB"',
        `    line [${sizesBytes.map((bytes) => (bytes / 1e6).toFixed(3)).join(', ')}]`,
    ]);
}
function mermaid(themeVariables, lines) {
    const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables })}}%%`;
    return ['```mermaid', init, ...lines, '```'].join('\n');
}
/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name) {
    const line = (0,clean_text/* plainText */.wh)(name)
        .replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    return (0,markdown/* cut */.Jj)(line, maxLabelLength);
}

// EXTERNAL MODULE: ./lib/src/report/text/layer-labels.js
var layer_labels = __webpack_require__(8154);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-contents.js






const maxRows = 60;
const maxParts = 25;
const maxFiles = 10;
/** Less than this hidden by later layers is not worth a line. */
const minHiddenBytes = 100_000;
/** What the image is made of, and how it came to its size, as Markdown parts. */
function renderContents(report) {
    const { image } = report;
    if (image === undefined)
        return [];
    return [
        ...renderMakeup(image),
        ...renderHidden(image),
        ...renderHistory(report, image),
        renderLayers(image),
    ];
}
/** What the image is made of: a chart, with its table folded beside it. */
function renderMakeup(image) {
    const { parts } = image;
    const rows = parts
        .slice(0, maxParts)
        .map((part) => [
        (0,part_labels/* namePart */.f0)(part, markdown/* code */.aY),
        (0,markdown/* code */.aY)(part.version ?? ''),
        String(part.fileCount),
        `${part.isEstimate ? '≈ ' : ''}${(0,format_size/* formatSize */.X)(part.compressedBytes)}`,
        (0,format_size/* formatSize */.X)(part.uncompressedBytes),
    ]);
    const rest = sumUp(parts.slice(rows.length));
    const own = parts.filter((part) => part.kind !== 'base');
    return [
        pieChart('What you put on top of the base image, uncompressed', own.map((part) => ({ label: (0,part_labels/* namePart */.f0)(part, plain), value: part.uncompressedBytes }))),
        (0,markdown/* details */.zH)('What the image is made of', `${(0,markdown/* table */.tp)(['part', 'version', 'files:', 'compressed:', 'uncompressed:'], [...rows, ...rest])}\n\n≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.${renderSdk(image)}`),
    ].filter((part) => part !== '');
}
/** The parts that found no row of their own, as one. */
function sumUp(parts) {
    if (parts.length === 0)
        return [];
    const sum = (size) => parts.reduce((all, part) => all + size(part), 0);
    return [
        [
            (0,format/* plural */.LS)(parts.length, 'smaller part'),
            '',
            String(sum((part) => part.fileCount)),
            `≈ ${(0,format_size/* formatSize */.X)(sum((part) => part.compressedBytes))}`,
            (0,format_size/* formatSize */.X)(sum((part) => part.uncompressedBytes)),
        ],
    ];
}
/** What stays out of the image since it is built in several stages. */
function renderSdk({ sdk, compressedBytes }) {
    if (sdk === undefined)
        return '';
    const saved = (0,format_size/* formatSize */.X)(sdk.compressedBytes - compressedBytes);
    return `\n\nIt was built in ${(0,markdown/* code */.aY)(sdk.name)}, which has ${(0,format_size/* formatSize */.X)(sdk.compressedBytes)} compressed: shipping in a stage of its own saves ${saved} and more.`;
}
function plain(name) {
    return name;
}
function renderHidden(image) {
    const { bytes, files } = image.hidden;
    if (bytes < minHiddenBytes)
        return [];
    const rows = files
        .slice(0, maxFiles)
        .map(({ path, sizeBytes, layer, hiddenBy }) => [
        (0,markdown/* code */.aY)(path),
        (0,format_size/* formatSize */.X)(sizeBytes),
        (0,layer_labels/* placeOf */.s)(image.layers[layer]),
        (0,layer_labels/* placeOf */.s)(image.layers[hiddenBy]),
    ]);
    return [
        (0,markdown/* details */.zH)(`${(0,format_size/* formatSize */.X)(bytes)} uncompressed are hidden by later layers`, (0,markdown/* table */.tp)(['file', 'size:', 'comes from', 'replaced or removed by'], rows)),
    ];
}
function renderLayers(image) {
    const { layersRead } = image;
    const rows = image.layers
        .slice(0, maxRows)
        .map((layer) => [
        (0,layer_labels/* describeLayer */.$)(layer),
        (0,layer_labels/* placeOf */.s)(layer),
        (0,format_size/* formatSize */.X)(layer.compressedBytes),
        (0,format_size/* formatSize */.X)(layer.uncompressedBytes),
    ]);
    const read = layersRead < image.layers.length
        ? `\n\n${(0,format/* plural */.LS)(layersRead, 'layer')} were read; the others are known from the baseline.`
        : '';
    return (0,markdown/* details */.zH)(`All ${(0,format/* plural */.LS)(image.layers.length, 'layer')}`, `${(0,markdown/* table */.tp)(['made by', 'where', 'compressed:', 'uncompressed:'], rows)}${read}`);
}
/** How the size came to be what it is: a chart, with its table folded beside it. */
function renderHistory({ history }, image) {
    const points = [...history, image];
    const label = ({ commit, createdAt }) => commit?.slice(0, 7) ?? createdAt.slice(0, 10);
    const chart = historyChart('Compressed size', points.map((point) => point.compressedBytes));
    if (chart === '')
        return [];
    const rows = [...points]
        .reverse()
        .map((point) => [
        (0,markdown/* code */.aY)(label(point)),
        point.createdAt.slice(0, 16).replace('T', ' '),
        (0,format_size/* formatSize */.X)(point.compressedBytes),
        (0,format_size/* formatSize */.X)(point.uncompressedBytes),
    ]);
    return [
        chart,
        (0,markdown/* details */.zH)(`The last ${points.length} sizes`, (0,markdown/* table */.tp)(['commit', 'measured (UTC)', 'compressed:', 'uncompressed:'], rows)),
    ];
}

// EXTERNAL MODULE: ./lib/src/report/summary/render-size.js
var render_size = __webpack_require__(8632);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var text_headline = __webpack_require__(8997);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-summary.js















const render_summary_maxRows = 60;
/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000;
/** The sign in front of a first line. */
const marks = { good: '✅', bad: '❌', warning: '⚠️' };
/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
function renderMarkdown(report, now) {
    const parts = [
        renderHeadline(report),
        renderSubline(report, now),
        ...renderProblems(report),
        (0,describe_smoke/* describeSmoke */.X)(report, markdown/* code */.aY) ?? '',
        ...(report.tests === undefined ? [] : (0,render_tests/* renderFailures */.SL)(report.tests)),
        ...(0,render_size/* renderSize */.q)(report),
        ...(0,render_advice/* renderAdvice */.x)(report.advice),
        ...(report.tests === undefined ? [] : (0,render_tests/* renderTests */.Cd)(report.tests)),
        ...renderContents(report),
        renderSteps(report),
        ...report.warnings.map((warning) => `> ⚠️ ${(0,markdown/* text */.Qq)(warning)}`),
    ];
    return `${fit(parts.filter((part) => part !== '')).join('\n\n')}\n`;
}
/** As many parts as there is room for, with a word on those that are left out. */
function fit(parts) {
    let room = maxBytes;
    const kept = parts.filter((part) => {
        const sizeBytes = Buffer.byteLength(part) + 2;
        if (sizeBytes <= room)
            room -= sizeBytes;
        else
            return false;
        return true;
    });
    const left = parts.length - kept.length;
    const note = `… ${(0,format/* plural */.LS)(left, 'part')} of this report found no room here; report.json has everything.`;
    return left === 0 ? kept : [...kept, note];
}
function renderHeadline(report) {
    const headline = (0,text_headline/* readHeadline */.l)(report);
    return `### ${marks[headline.state]} ${(0,markdown/* text */.Qq)(headline.text)}`;
}
function renderSubline(report, now) {
    const { imageKey, target } = report;
    if (imageKey === '')
        return '';
    const about = `${(0,markdown/* code */.aY)(imageKey)}, stage ${(0,markdown/* code */.aY)(target)}`;
    const reason = renderReason(report, now);
    return reason === '' ? about : `${about}. ${reason}`;
}
/** What the image was compared with, and why its size changed; else why it was not compared. */
function renderReason(report, now) {
    const { imageKey, baseline, image, comparison, sizeMetric } = report;
    if (imageKey === '')
        return '';
    if (image === undefined)
        return 'No image was built.';
    if (baseline === undefined)
        return '';
    const since = (0,describe_release/* describeRelease */.N)(report, now, { quote: markdown/* code */.aY, say: markdown/* text */.Qq });
    if (baseline.kind === 'none')
        return `${(0,markdown/* text */.Qq)(baseline.reason)} ${since}`.trimEnd();
    const reason = comparison === undefined ? '' : (0,part_labels/* describeReason */.Gk)(comparison, sizeMetric, markdown/* code */.aY);
    return [`Compared with ${(0,describe_baseline/* describeBaseline */.F)(baseline, now, markdown/* code */.aY)}.`, reason, since]
        .filter((part) => part !== '')
        .join(' ');
}
/** What is wrong, in words. Of failed tests only where they ran: the tests themselves follow. */
function renderProblems({ problems, tests }) {
    return problems.map(({ title, message, place, snippet }) => {
        const where = place === undefined ? '' : ` — ${(0,markdown/* code */.aY)((0,errors/* formatPlace */.d)(place))}`;
        if (tests?.verdict === 'failed' && tests.failures.length > 0) {
            const hidden = tests.hiddenBy === undefined ? '' : `\n\n${(0,markdown/* text */.Qq)(tests.hiddenBy)}`;
            return `Stage ${(0,markdown/* code */.aY)(tests.stages.join(', '))}${where} ${(0,markdown/* code */.aY)(tests.place?.command ?? '')}${hidden}`;
        }
        return [`**${(0,markdown/* text */.Qq)(title)}**${where}`, ...renderMessage(message, snippet)].join('\n\n');
    });
}
/** A message as a code block; lines to paste stand in one of their own, so that they can be copied alone. */
function renderMessage(message, snippet) {
    if (snippet === undefined || !message.includes(snippet))
        return [(0,markdown/* codeBlock */.DV)((0,markdown/* cut */.Jj)(message, 6_000))];
    const [before = '', after = ''] = message.split(snippet);
    return [(0,markdown/* text */.Qq)(before), (0,markdown/* codeBlock */.DV)(snippet.trim(), 'dockerfile'), (0,markdown/* text */.Qq)(after)].filter((part) => part !== '');
}
function renderSteps(report) {
    const { cache, delivery } = report;
    const steps = ownSteps(report);
    const told = cache === undefined
        ? ''
        : (0,markdown/* text */.Qq)(`Build ${cache.reason}.${describeUse(report)} ${describeDelivery(delivery)}`.trimEnd());
    if (steps.length === 0)
        return told;
    const cached = steps.filter(({ step }) => step.outcome === 'cached').length;
    const rows = steps.slice(0, render_summary_maxRows * 2).map(stepRow);
    return (0,markdown/* details */.zH)(`Steps: ${cached} of ${steps.length} from the cache`, `${(0,markdown/* table */.tp)(['for', 'stage', 'step', 'time:'], rows)}\n\n${told}`);
}
/** What the cache brought, and what it cost. */
function describeUse({ cacheUse }) {
    if (cacheUse === undefined)
        return '';
    const { readMs, receivedBytes, writeMs } = cacheUse;
    const brought = receivedBytes === 0 ? '' : ` and brought ${(0,format_size/* formatSize */.X)(receivedBytes)}`;
    const written = writeMs === undefined ? '' : `; writing it took ${(0,format_duration/* formatDuration */.a)(writeMs)}`;
    return ` Reading it took ${(0,format_duration/* formatDuration */.a)(readMs)}${brought}${written}.`;
}
/** The Dockerfile's steps of both builds, each once: what the tests had built already is not told again. */
function ownSteps({ steps }) {
    const isOwn = (step) => step.stage !== undefined && !step.name.startsWith('FROM ');
    const forTests = steps.test.filter(isOwn);
    const known = new Set(forTests.map((step) => `${step.stage ?? ''} ${step.name}`));
    const forImage = steps.image.filter((step) => isOwn(step) && !(step.outcome === 'cached' && known.has(`${step.stage ?? ''} ${step.name}`)));
    return [
        ...forTests.map((step) => ({ build: 'tests', step })),
        ...forImage.map((step) => ({ build: 'image', step })),
    ];
}
function stepRow({ build, step }) {
    const time = step.outcome === 'cached'
        ? 'cached'
        : step.outcome === 'done'
            ? (0,format_duration/* formatDuration */.a)(step.durationMs)
            : step.outcome;
    const stage = `${(0,markdown/* code */.aY)(step.stage ?? '')}${step.platform === undefined ? '' : ` ${(0,markdown/* code */.aY)(step.platform)}`}`;
    return [build, stage, (0,markdown/* code */.aY)((0,markdown/* cut */.Jj)(step.name, 120)), time];
}


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ groupFailures),
/* harmony export */   Cd: () => (/* binding */ renderTests),
/* harmony export */   SL: () => (/* binding */ renderFailures),
/* harmony export */   sx: () => (/* binding */ renderGroup)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _shared_format_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(672);
/* harmony import */ var _testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1947);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9408);





const maxFailures = 20;
const maxListed = 50;
const maxMessage = 2_000;
const slowest = 10;
/**
 * The failed tests, each with its message and the frame of the checkout; what the framework adds is folded. Rows of one
 * test that failed with the same message are told once, so that they don't push the others out.
 */
function renderFailures({ failures, counts }) {
    const groups = groupFailures(failures).slice(0, maxFailures);
    const left = counts.failed - groups.reduce((sum, rows) => sum + rows.length, 0);
    const shown = groups.map(renderGroup);
    return left > 0 ? [...shown, `… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(left, 'more failed test')}; report.json has them.`] : shown;
}
/** The failed tests, rows of one test that failed with the same message together. */
function groupFailures(failures) {
    const groups = new Map();
    for (const failure of failures) {
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
/** One failed test with its message; what the framework adds is folded. */
function renderGroup(rows) {
    const [failure, ...others] = rows;
    const { message, stack, place, project, framework, stdout } = failure;
    const more = others.length === 0 ? '' : ` and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(others.length, 'more row')} of it, with the same message`;
    const where = place === undefined ? '' : `<br>${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .d)(place))}`;
    const title = `❌ **${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortName(failure))}**${more}${where}`;
    const body = message === undefined || message === '' ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(message, maxMessage))];
    const names = rows.slice(0, maxListed).map(({ name }) => name);
    const left = rows.length - names.length;
    const rest = [
        [...names, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n'),
        stack,
        stdout && `Output:\n${stdout}`,
    ]
        .filter((part) => part !== undefined && part !== '')
        .join('\n\n');
    const about = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(project)}${framework === undefined ? '' : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(framework)})`}`;
    return [title, ...body, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`Stack trace, ${about}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(rest, 4_000)))].join('\n\n');
}
/** A test's name without the namespace of its class: `CartTests.Adds(item: 1)`; the full one is folded with the stack. */
function shortName({ name, className }) {
    if (className === undefined || !name.startsWith(`${className}.`))
        return name;
    return name.slice(className.lastIndexOf('.') + 1);
}
/** Counts per project, and what is worth knowing beside them: skipped and slow tests, coverage, what came and went. */
function renderTests(tests) {
    if (tests.runs.length === 0)
        return [];
    const projects = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Tests', 'passed:', 'failed:', 'skipped:', 'time:'], [...tests.runs]
        .sort((a, b) => Number(b.counts.failed > 0) - Number(a.counts.failed > 0))
        .slice(0, maxListed)
        .map((run) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${run.project === '' ? 'tests' : run.project}${run.framework === undefined ? '' : ` (${run.framework})`}`),
        String(run.counts.passed),
        run.counts.failed === 0 ? '0' : `**${run.counts.failed}**`,
        String(run.counts.skipped),
        run.durationMs === undefined ? '' : (0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(run.durationMs),
    ]));
    const from = tests.source === 'log' ? ['Results are from the log; no result files left the build.'] : [];
    return [
        projects,
        ...from,
        ...renderDuration(tests),
        ...renderChange(tests),
        ...renderFlaky(tests),
        ...renderSkipped(tests.runs),
        ...renderSlowest(tests.runs),
        ...renderCoverage(tests),
    ];
}
function renderDuration({ durationMs, baseline: before }) {
    if (before === undefined || before.durationMs === 0)
        return [];
    const change = Math.abs(durationMs - before.durationMs) < 500
        ? 'as before'
        : `${(0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(before.durationMs)} before`;
    return [`Building and running the tests took ${(0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(durationMs)}, ${change}.`];
}
function renderChange({ baseline: before }) {
    if (before === undefined)
        return [];
    const { gone, added } = before;
    const list = (title, names) => {
        if (names.length === 0)
            return [];
        const left = names.length - maxListed;
        const rows = names.slice(0, maxListed).map((name) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}`);
        return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(title, [...rows, ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n'))];
    };
    return [
        ...list(`⚠️ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(gone.length, 'test')} of the baseline did not run`, gone),
        ...list((0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(added.length, 'new test'), added),
    ];
}
function renderFlaky({ flaky = [] }) {
    if (flaky.length === 0)
        return [];
    const rows = flaky
        .slice(0, maxListed)
        .map((test) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(test.name), test.attempts.join(', '), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(test.message ?? '', 200))]);
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`⚠️ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(flaky.length, 'flaky test')}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['test', 'attempts', 'first failure'], rows)),
    ];
}
function renderSkipped(runs) {
    const skipped = runs.flatMap((run) => run.results.filter((result) => result.outcome === 'skipped'));
    if (skipped.length === 0)
        return [];
    const rows = skipped
        .slice(0, maxListed)
        .map((result) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortName(result)), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(result.message ?? '', 200))]);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(skipped.length, 'test')} skipped`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['skipped', 'reason'], rows))];
}
function renderSlowest(runs) {
    const timed = runs
        .flatMap((run) => run.results)
        .filter((result) => (result.durationMs ?? 0) >= 1)
        .sort((a, b) => b.durationMs - a.durationMs)
        .slice(0, slowest);
    if (timed.length < 2)
        return [];
    const rows = timed.map((result) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortName(result)), formatMilliseconds(result.durationMs)]);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`The ${timed.length} slowest tests`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['test', 'time:'], rows))];
}
function formatMilliseconds(durationMs) {
    return durationMs < 1000 ? `${Math.round(durationMs)} ms` : (0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(durationMs);
}
function renderCoverage({ coverage, baseline: before }) {
    if (coverage === undefined)
        return [];
    const percent = (0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .lineCoveragePercent */ .Qq)(coverage);
    const old = before?.linesValid ? ((before.linesCovered ?? 0) / before.linesValid) * 100 : undefined;
    const points = old === undefined ? 0 : percent - old;
    const change = Math.abs(points) < 0.05 ? '' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points)`;
    const title = `Coverage: ${percent.toFixed(1)} % of lines${change}, ${(0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .branchCoveragePercent */ .Yr)(coverage).toFixed(1)} % of branches`;
    const share = (covered, valid) => valid === 0 ? '' : `${((covered / valid) * 100).toFixed(0)} %`;
    const rows = [...coverage.files]
        .sort((a, b) => b.linesValid - b.linesCovered - (a.linesValid - a.linesCovered))
        .slice(0, maxListed)
        .map((file) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.path),
        String(file.linesValid - file.linesCovered),
        share(file.linesCovered, file.linesValid),
        share(file.branchesCovered, file.branchesValid),
    ]);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(title, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['file', 'lines missed:', 'lines:', 'branches:'], rows))];
}


/***/ }),

/***/ 8226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ describeBaseline)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);

/** What the image was compared with: which image, of which commit, how old, how many commits behind. */
function describeBaseline({ source, reference, commit, branch, createdAt, commitsBetween, changedBuildArgs = [] }, now, quote) {
    const on = branch === undefined ? '' : ` on ${quote(branch)}`;
    const short = commit === undefined ? undefined : quote(commit.slice(0, 7));
    const age = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now);
    const behind = commitsBetween === undefined || commitsBetween === 0
        ? ''
        : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(commitsBetween, 'commit')} before the one that this grew from`;
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


/***/ }),

/***/ 9540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeSmoke)
/* harmony export */ });
/* harmony import */ var _shared_format_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672);
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(881);


/**
 * One sentence on a smoke test that passed: what was looked at, when it was content, and what the container needed. Undefined where there
 * was none, and where it failed: that is told as the problem. `quote` makes what was looked at safe for the place.
 */
function describeSmoke({ smokeTest }, quote) {
    if (smokeTest?.outcome !== 'passed')
        return undefined;
    const { check, httpStatus, exitCode, durationMs, memoryBytes } = smokeTest;
    const how = httpStatus !== undefined
        ? `answered ${httpStatus}`
        : exitCode !== undefined
            ? `exited with ${exitCode}`
            : 'was content';
    const memory = memoryBytes === undefined ? '' : `, with ${(0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(memoryBytes)} of memory in use`;
    return `Smoke test: ${quote(check)} ${how} ${(0,_shared_format_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(durationMs)} after the start${memory}.`;
}


/***/ }),

/***/ 8997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readHeadline),
/* harmony export */   w: () => (/* binding */ readVerdictLine)
/* harmony export */ });
/* harmony import */ var _compare_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6365);
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5840);
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(881);
/* harmony import */ var _describe_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9439);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(198);
/* harmony import */ var _summary_image_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2733);






/** Words the first line of every report. */
function readHeadline(report) {
    const isUncertain = report.tests === undefined || ['skipped', 'no-tests'].includes(report.tests.verdict);
    const state = report.problems.length > 0 ? 'bad' : isUncertain ? 'warning' : 'good';
    const parts = [describeProblem(report), describeTests(report), describeSize(report)];
    return { state, text: parts.filter((part) => part !== undefined).join(' · ') };
}
/** The answer as the last line of a log. */
function readVerdictLine(report) {
    const { state, text } = readHeadline(report);
    const mark = state === 'bad' ? 'Failed' : state === 'good' ? 'Good' : 'Look at this';
    return `${mark}: ${text}.`;
}
/** Why the job fails, where neither the tests nor the size tell it. */
function describeProblem({ tests, problems, budget }) {
    const [first] = problems;
    if (first === undefined || tests === undefined || budget.kind === 'exceeded')
        return undefined;
    const isTold = ['failed', 'error'].includes(tests.verdict) ||
        (tests.verdict === 'no-tests' && first.title.startsWith('No test ran'));
    return isTold ? undefined : first.title;
}
/** The size with its change: `122.41 MB, +1.02 MB (+0.8 %)`. */
function describeSize({ image, baseline, comparison, sizeMetric, budget, release, }) {
    if (image === undefined)
        return undefined;
    const size = (0,_summary_image_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageSize */ .A)(image, sizeMetric);
    const over = describeBudget(budget);
    const since = (0,_describe_release_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRelease */ .a)({ release, sizeMetric });
    const later = since === undefined ? over : `, ${since}${over}`;
    if (baseline?.kind !== 'found' || comparison === undefined)
        return `${size}${later}`;
    if (comparison.isBelowMinChange)
        return `${size}, no change${later}`;
    const delta = (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C)(comparison, sizeMetric);
    const before = (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$)(baseline, sizeMetric);
    const percent = before === 0 ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(delta / before)})`;
    return `${size}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatChange */ .eD)(delta)}${percent}${later}`;
}
function describeBudget(budget) {
    const excess = (0,_compare_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .worstExcess */ .lh)(budget);
    if (excess === undefined)
        return '';
    const limit = excess.kind === 'size'
        ? `its budget of ${(0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSize */ .X)(excess.limitBytes)}`
        : `its budget of ${excess.written} more`;
    return budget.kind === 'overridden'
        ? `, over ${limit}, which the label ${budget.label} allows`
        : `, over ${limit}`;
}
function describeTests(report) {
    const { tests, problems } = report;
    if (tests === undefined)
        return problems[0]?.title ?? 'nothing was tested';
    const { counts } = tests;
    switch (tests.verdict) {
        case 'passed':
            if (tests.cached === true)
                return 'tests unchanged since they last passed';
            return [
                `${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(counts.passed, 'test')} passed`,
                ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
                ...(tests.flaky?.length ? [`${tests.flaky.length} flaky`] : []),
            ].join(', ');
        case 'failed':
            return `${counts.failed} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(counts.total, 'test')} failed`;
        case 'unknown':
            return 'test results not read';
        case 'no-tests':
            return 'no test ran';
        case 'skipped':
            return 'tests not run';
        case 'error':
            return describeBroken(report);
    }
}
/** The title of what stopped the tests, which may be no fault of theirs; and how many had passed by then. */
function describeBroken({ tests, problems }) {
    const [problem] = problems;
    const words = problem === undefined || problem.title.startsWith('The tests of stage')
        ? 'the tests could not run'
        : problem.title;
    const passed = tests?.counts.passed ?? 0;
    const skipped = tests?.counts.skipped ?? 0;
    if (passed === 0)
        return words;
    return `${words} · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(passed, 'test')} passed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}


/***/ }),

/***/ 8154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ describeLayer),
/* harmony export */   s: () => (/* binding */ placeOf)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);

/** What made a layer, as inline code. */
function describeLayer(layer) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100));
}
/** The line of the Dockerfile that made a layer, and the stage that its files come from. */
function placeOf(layer) {
    if (layer === undefined)
        return '';
    if (layer.isBase)
        return 'base image';
    const from = layer.copiedFrom === undefined ? '' : ` from ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(layer.copiedFrom)}`;
    return layer.line === undefined ? '' : `line ${layer.line}${from}`;
}


/***/ }),

/***/ 2830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   Tt: () => (/* binding */ describeVersions),
/* harmony export */   f0: () => (/* binding */ namePart)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);


/** What people call a part of an image: `package Newtonsoft.Json`, `base image mcr…/aspnet:10.0`. */
function namePart({ kind, name }, quote) {
    switch (kind) {
        case 'base':
            return `base image ${quote(name)}`;
        case 'package':
            return `package ${quote(name)}`;
        case 'project':
            return `project ${quote(name)}`;
        case 'runtime':
            return `.NET runtime ${quote(name)}`;
        case 'single-file':
            return `single-file app ${quote(name)}`;
        case 'static-web-assets':
            return `static web assets ${quote(name)}`.trimEnd();
        case 'other':
            return 'other files';
        case 'unlisted':
            return `layer ${quote(name)}, not listed`;
        case 'archive':
            return 'folders and tar headers';
        case 'config':
            return 'the image’s config';
        case 'recompressed':
            return 'recompressed, same content';
    }
}
/** How a part's version changed: `13.0.1 → 13.0.3`, `13.0.3, new`, `removed`; empty when there is nothing to say. */
function describeVersions({ kind, versionBefore, versionAfter }, quote) {
    const prefix = kind === 'base' ? '.NET ' : '';
    if (versionBefore === undefined && versionAfter === undefined)
        return '';
    if (versionAfter === undefined)
        return kind === 'base' ? '' : `${quote(versionBefore ?? '')}, removed`;
    if (versionBefore === undefined && kind !== 'base')
        return `${quote(versionAfter)}, new`;
    if (versionBefore === undefined || versionBefore === versionAfter)
        return `${prefix}${quote(versionAfter)}`;
    return `${prefix}${quote(`${versionBefore} → ${versionAfter}`)}`;
}
/**
 * Why the size changed, in one sentence: the base image and the own part apart where both changed, else what weighs most.
 * Empty when nothing did.
 */
function describeReason({ parts, isBelowMinChange }, metric, quote) {
    if (isBelowMinChange)
        return '';
    const delta = (part) => (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .changeOf */ .C)(part, metric);
    // What was only compressed otherwise is nobody's change: it is never the reason, and is named where it is as large as that.
    const recompressed = parts.find(({ kind }) => kind === 'recompressed');
    const changed = parts.filter((part) => part !== recompressed && delta(part) !== 0);
    const [largest] = [...changed].sort((a, b) => Math.abs(delta(b)) - Math.abs(delta(a)));
    if (largest === undefined)
        return '';
    const isLarge = recompressed !== undefined && Math.abs(delta(recompressed)) > Math.abs(delta(largest));
    const rest = isLarge ? `; ${namePart(recompressed, quote)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(delta(recompressed))}.` : '.';
    const base = changed.find((part) => part.kind === 'base');
    if (base !== undefined) {
        const own = changed.filter((part) => part !== base).reduce((sum, part) => sum + delta(part), 0);
        return `${withVersions(base, quote)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(delta(base))}; yours: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(own)}${rest}`;
    }
    return `Most of it comes from ${withVersions(largest, quote)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(delta(largest))}${rest}`;
}
function withVersions(part, quote) {
    return `${namePart(part, quote)} ${describeVersions(part, quote)}`.trimEnd();
}


/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onceFor)
/* harmony export */ });
/**
 * Remembers what a function gave for each object as long as that object lives: for what several parts of a report are derived
 * from. Neither the object nor the answer may be changed afterwards.
 */
function onceFor(work) {
    const known = new WeakMap();
    return (of) => {
        const remembered = known.get(of) ?? { answer: work(of) };
        known.set(of, remembered);
        return remembered.answer;
    };
}


/***/ })

};

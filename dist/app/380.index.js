export const id = 380;
export const ids = [380];
export const modules = {

/***/ 5840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   eQ: () => (/* binding */ downloadBytes)
/* harmony export */ });
/** The size of an image, a layer or a part in the metric that was asked for, in bytes. */
function sizeOf(sizes, metric) {
    return metric === 'compressed' ? sizes.compressedBytes : sizes.uncompressedBytes;
}
/** How many bytes an image or a part changed by in the metric. */
function changeOf(deltas, metric) {
    return metric === 'compressed' ? deltas.compressedChangeBytes : deltas.uncompressedChangeBytes;
}
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

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ isNoChange),
/* harmony export */   P4: () => (/* binding */ countsAsNone),
/* harmony export */   n7: () => (/* binding */ changeOfContent)
/* harmony export */ });
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/** Whether a change of so many bytes counts as none: it is no more than the input min-change. */
function countsAsNone(changeBytes, { minChangeBytes }) {
    return Math.abs(changeBytes) <= minChangeBytes;
}
/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
function changeOfContent(sizes, metric) {
    const recompressed = sizes.contents.parts.find(({ kind }) => kind === 'recompressed');
    return (0,_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .changeOf */ .C2)(sizes, metric) - (recompressed === undefined ? 0 : (0,_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .changeOf */ .C2)(recompressed, metric));
}
/** Whether a change of an image's size is shown as none: it counts as none, or all of it was only compressed otherwise. */
function isNoChange(comparison, changeBytes) {
    const { isBelowMinChange, minChangeBytes, parts } = comparison;
    const recompressed = parts.find(({ kind }) => kind === 'recompressed')?.compressedChangeBytes ?? 0;
    const limitBytes = minChangeBytes + (isBelowMinChange ? Math.abs(recompressed) : 0);
    return countsAsNone(changeBytes, { minChangeBytes: limitBytes });
}


/***/ }),

/***/ 9457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y3: () => (/* binding */ archivePart),
  gK: () => (/* binding */ configPart),
  be: () => (/* binding */ partKey),
  u1: () => (/* binding */ readOwnFiles),
  fp: () => (/* binding */ readParts),
  q2: () => (/* binding */ readVersions)
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
const runtimeFolder = /(?:^|\/)runtimes\/([^/]+)\/(?:native\w*|lib|[^/]+\.\w+$)/;
const satellite = /(?:^|\/)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/[^/]+\.resources\.dll$/;
const symbols = /\.(?:pdb|dbg|dwarf)$/i;
const configuration = /(?:^|\/)appsettings(?:\.[^/]+)?\.json$|\.(?:deps|runtimeconfig(?:\.dev)?|staticwebassets\.(?:endpoints|runtime))\.json$|\.config$/i;
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|razor|cshtml|resx)$/i;
const owners_native = /\.(?:so(?:\.\d+)*|dylib|exe|node)$/i;
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
    return { kind: owners_native.test(path) ? 'native' : 'other' };
}
/** The file that symbols or documentation tell of, when it lies beside them. */
function describedBy(path, hasFile) {
    const stem = /^(.+)\.(?:pdb|dbg|dwarf|xml)$/i.exec(path)?.[1];
    // The symbols of an executable without extension have its whole name.
    return stem === undefined ? undefined : [`${stem}.dll`, `${stem}.exe`, stem].find(hasFile);
}

;// CONCATENATED MODULE: ./lib/src/measure/analyze/repeated-files.js
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

;// CONCATENATED MODULE: ./lib/src/measure/analyze/attribution.js



/** The files of the image's own layers, each with its owner and its share of the compressed bytes. */
const readOwnFiles = (0,once_for/* onceFor */.b)(listOwnFiles);
function listOwnFiles({ layers, base }) {
    const ownFrom = base?.layerCount ?? 0;
    const own = layers.flatMap((layer, index) => index < ownFrom ? [] : (layer.content?.files ?? []).map((file) => ({ file, index })));
    const documents = layers.slice(ownFrom).flatMap((layer) => layer.content?.documents ?? []);
    const owners = ownersOf(own.map(({ file: [path, sizeBytes] }) => ({ path, sizeBytes })), documents);
    const below = layersBelow(layers, ownFrom);
    return own.map(({ file, index }, position) => {
        const [path, sizeBytes, hash, compressedBytes] = file;
        const owner = owners[position] ?? { owner: { kind: 'other' }, trait: { kind: 'other' } };
        const repeats = below[index]?.get(file);
        const part = repeats === undefined || sizeBytes === 0
            ? describeOwner(owner.owner)
            : { kind: 'repeated', name: layers[index]?.createdBy ?? '', version: undefined };
        return { path, sizeBytes, hash, layer: index, owner, part, repeats, compressedBytes };
    });
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
        add({ ...file.part, isEstimate: true }, 1, file.compressedBytes, file.sizeBytes);
    add({ ...configPart, isEstimate: false }, 0, record.configBytes, 0);
    const told = [...parts.values()];
    const compressedLeft = record.compressedBytes - told.reduce((sum, part) => sum + part.compressedBytes, 0);
    const uncompressedLeft = record.uncompressedBytes - told.reduce((sum, part) => sum + part.uncompressedBytes, 0);
    if (compressedLeft !== 0 || uncompressedLeft !== 0)
        add({ ...archivePart, isEstimate: false }, 0, compressedLeft, uncompressedLeft);
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
        const known = versions.get(partKey(head));
        if (known === undefined)
            versions.set(partKey(head), new Set([version]));
        else
            known.add(version);
    }
    const inOrder = (some) => [...some].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    return new Map([...versions].map(([key, some]) => [key, inOrder(some).join(', ')]));
}
/** What the tar format itself takes: headers, padding, folders, and layers that hold nothing else. */
const archivePart = { kind: 'archive', name: '', version: undefined };
/** The image's config. */
const configPart = { kind: 'config', name: '', version: undefined };
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
    result: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
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
    /** DOTNET_ROLL_FORWARD in the image's environment: how far a newer .NET may stand in. */
    rollForward: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
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
    const isOther = valibot__WEBPACK_IMPORTED_MODULE_0__.is(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .notValue */ .Jbn(recordVersion)) }), json);
    if (isOther)
        throw new Error('another version of this action stored it');
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(recordSchema, json);
    if (!parsed.success) {
        const [issue] = parsed.issues;
        throw new Error(`the measurement is not valid at ${valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? 'its top'}: ${issue.message}`);
    }
    const record = parsed.output;
    const compressedBytes = record.layers.reduce((sum, layer) => sum + layer.compressedBytes, record.configBytes);
    const uncompressedBytes = record.layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0);
    if (compressedBytes !== record.compressedBytes || uncompressedBytes !== record.uncompressedBytes) {
        throw new Error('the measurement’s totals are not the sum of its layers');
    }
    const odd = record.layers.find(({ content, compressedBytes }) => sumOfFiles(content) > compressedBytes);
    if (odd !== undefined)
        throw new Error(`the measurement has files in the layer ${odd.digest} that are larger than it`);
    return record;
}
function sumOfFiles(content) {
    return (content?.files ?? []).reduce((sum, [, , , compressedBytes]) => sum + compressedBytes, 0);
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4;
/** The same of what a secret is in Base64, of which a part alone is looked for. */
const minEncodedLength = 8;
/** Stands where something was. */
const hidden = '***';
/**
 * What gives itself away as a credential, whoever printed it: in addresses, in headers, in signed links, and tokens of GitHub and
 * NuGet (docs.github.com, "Token types"; learn.microsoft.com, "API keys"). Each matches no more than what is to be hidden, and every
 * repetition has a limit, since the text may be hostile.
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
        this.#pattern = toPattern(this.#longestFirst().map(escape));
    }
    /**
     * The same for a text that is written otherwise, such as the bytes of a file; `spell` gives all ways in which a character of a
     * secret may stand there.
     */
    patternsIn(spell) {
        const secrets = this.#longestFirst()
            .flatMap(toPieces)
            .map((piece) => piece.map(spell));
        const lengths = secrets.map((secret) => secret.reduce((sum, ways) => sum + Math.max(...ways.map(({ length }) => length)), 0));
        const pattern = toPattern(secrets.map((secret) => secret
            .map((ways) => (ways.length > 1 ? `(?:${ways.map(escape).join('|')})` : escape(ways[0] ?? '')))
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
function escape(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
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

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ reportSchema),
  f: () => (/* binding */ reportVersion)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/src/report/model/schema-values.js

/** A value, and what it means where its name doesn't say that. */
const said = (schema, text) => dist/* pipe */.FsL(schema, dist/* description */.h_(text));
/** The same of what may be absent. */
const maybe = (schema, text) => dist/* optional */.lqM(said(schema, text));
/** A number of bytes. */
const bytes = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
/** By how many bytes something changed. */
const changeBytes = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b());
/** A duration. */
const milliseconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0));
/** How many there are. */
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
/** Of a blob, a manifest or a config. */
const digest = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^sha256:[0-9a-f]{64}$/));
/** A text that may be absent. */
const schema_values_text = dist/* optional */.lqM(dist/* string */.YjP());
/** In ISO 8601. */
const time = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX());
/** Of an image, a layer or a part. */
const sizes = { compressedBytes: bytes, uncompressedBytes: bytes };
/** Of an image or a part. */
const changes = { compressedChangeBytes: changeBytes, uncompressedChangeBytes: changeBytes };
/** Where something stands. */
const place = dist/* object */.Ikc({
    file: said(dist/* string */.YjP(), 'Relative to the workspace.'),
    line: dist/* optional */.lqM(count),
    column: dist/* optional */.lqM(count),
});
/** How many tests there are, and what they came to. */
const counts = dist/* object */.Ikc({ total: count, passed: count, failed: count, skipped: count });

;// CONCATENATED MODULE: ./lib/src/report/model/image-schema.js


const base = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    digest: dist/* optional */.lqM(digest),
    layerCount: count,
    dotnetVersion: schema_values_text,
});
const image_schema_layer = dist/* object */.Ikc({
    digest: digest,
    ...sizes,
    createdBy: said(dist/* string */.YjP(), 'What made it, as the image’s history words it.'),
    isBase: dist/* boolean */.zMY(),
    line: dist/* optional */.lqM(count),
    copiedFrom: schema_values_text,
});
const partKind = dist/* picklist */.KIO([
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
/** What a machine has to fetch. */
const downloadBytes = said(bytes, 'Compressed layers that a machine which holds the baseline image does not have; all without a baseline.');
/** What was measured of the image. */
const image_schema_image = dist/* object */.Ikc({
    platform: dist/* string */.YjP(),
    engine: dist/* string */.YjP(),
    driver: dist/* string */.YjP(),
    method: said(dist/* picklist */.KIO(['oci-layout', 'docker-save']), 'docker-save: compressed sizes are estimates.'),
    compression: dist/* picklist */.KIO(['gzip', 'zstd', 'none', 'other']),
    manifestDigest: digest,
    configDigest: digest,
    configBytes: bytes,
    compressedBytes: said(bytes, 'Compressed layers plus the config, as a registry stores them.'),
    uncompressedBytes: said(bytes, 'Sum of the uncompressed layers, as on a node’s disk.'),
    downloadBytes,
    base: dist/* optional */.lqM(base),
    user: dist/* string */.YjP(),
    layers: dist/* array */.YOg(image_schema_layer),
    layersRead: said(count, 'The others are known from the baseline.'),
    createdAt: time,
    commit: schema_values_text,
    sdk: maybe(dist/* object */.Ikc({ name: dist/* string */.YjP(), compressedBytes: bytes }), 'The image that it was built in, as the registry has it.'),
    parts: said(dist/* array */.YOg(dist/* object */.Ikc({
        kind: partKind,
        name: dist/* string */.YjP(),
        version: schema_values_text,
        fileCount: count,
        ...sizes,
        isEstimate: dist/* boolean */.zMY(),
    })), 'What the image is made of; they add up to both sizes exactly.'),
    hidden: dist/* object */.Ikc({
        bytes: said(bytes, 'Uncompressed bytes of files that a later layer replaces or removes.'),
        files: dist/* array */.YOg(dist/* object */.Ikc({ path: dist/* string */.YjP(), sizeBytes: bytes, layer: count, hiddenBy: count })),
    }),
});
/** How the image differs from its baseline. */
const comparison = dist/* object */.Ikc({
    ...changes,
    isBelowMinChange: said(dist/* boolean */.zMY(), 'The change is no larger than the input min-change.'),
    minChangeBytes: said(bytes, 'The input min-change: smaller changes count as none.'),
    layers: dist/* array */.YOg(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO(['same', 'changed', 'added', 'removed']),
        before: dist/* optional */.lqM(image_schema_layer),
        after: dist/* optional */.lqM(image_schema_layer),
    })),
    parts: said(dist/* array */.YOg(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO([...partKind.options, 'recompressed']),
        name: dist/* string */.YjP(),
        versionBefore: schema_values_text,
        versionAfter: schema_values_text,
        ...changes,
        isEstimate: dist/* boolean */.zMY(),
    })), 'What the change consists of; they add up to both changes exactly.'),
    files: dist/* array */.YOg(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO(['added', 'removed', 'changed', 'renamed']),
        path: dist/* string */.YjP(),
        pathBefore: schema_values_text,
        beforeBytes: bytes,
        afterBytes: bytes,
        compressedChangeBytes: said(changeBytes, 'An estimate: a file of the same size may compress otherwise.'),
        part: dist/* object */.Ikc({ kind: dist/* picklist */.KIO([...partKind.options, 'recompressed']), name: dist/* string */.YjP() }),
    })),
});
/** What the image is compared with. */
const baseline = dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('found'),
        source: dist/* picklist */.KIO(['cache', 'folder', 'registry', 'rebuild']),
        reference: maybe(dist/* string */.YjP(), 'The image’s name in its registry.'),
        commitsBetween: maybe(count, 'How many commits its own one is behind the base commit.'),
        commit: schema_values_text,
        branch: schema_values_text,
        changedBuildArgs: maybe(dist/* array */.YOg(dist/* string */.YjP()), 'Names of build arguments that differ from those of then.'),
        createdAt: time,
        ...sizes,
        base: dist/* optional */.lqM(base),
        baseCompressedBytes: said(bytes, 'Its layers that come from its base image.'),
    }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('none'), reason: dist/* string */.YjP() }),
]);
const limits = dist/* array */.YOg(dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({ kind: dist/* literal */.euz('size'), isExceeded: dist/* boolean */.zMY(), limitBytes: bytes, sizeBytes: bytes }),
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('growth'),
        isExceeded: dist/* boolean */.zMY(),
        written: dist/* string */.YjP(),
        limitBytes: bytes,
        growthBytes: said(changeBytes, 'What counts, without `ignoredBytes`.'),
        ignoredBytes: said(bytes, 'Growth of the base image that does not count.'),
    }),
]));
/** The limits, and whether they are kept. */
const budget = dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({ kind: dist/* literal */.euz('none') }),
    dist/* object */.Ikc({ kind: dist/* picklist */.KIO(['passed', 'exceeded']), limits }),
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('overridden'),
        limits,
        label: said(dist/* string */.YjP(), 'The label of the pull request that allows its growth.'),
    }),
]);
/** How the image stands against the last release. */
const release = dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({
        kind: dist/* literal */.euz('found'),
        tag: dist/* string */.YjP(),
        taggedCommit: dist/* string */.YjP(),
        commitsBefore: said(count, 'How many commits before that one the image was measured.'),
        createdAt: time,
        ...sizes,
        ...changes,
        isBelowMinChange: said(dist/* boolean */.zMY(), 'The change is no larger than the input min-change.'),
    }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('none'), reason: dist/* string */.YjP() }),
]);

;// CONCATENATED MODULE: ./lib/src/report/model/tests-schema.js


const testResult = {
    name: dist/* string */.YjP(),
    className: schema_values_text,
    outcome: dist/* picklist */.KIO(['passed', 'failed', 'skipped']),
    durationMs: dist/* optional */.lqM(milliseconds),
    message: schema_values_text,
    stack: schema_values_text,
    stdout: schema_values_text,
    stderr: schema_values_text,
};
const coverageCounts = {
    linesCovered: count,
    linesValid: count,
    branchesCovered: count,
    branchesValid: count,
};
/** What the tests came to. */
const tests = dist/* object */.Ikc({
    result: dist/* picklist */.KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
    reason: dist/* string */.YjP(),
    cached: maybe(dist/* boolean */.zMY(), 'No test ran: nothing that they depend on has changed since they passed.'),
    hiddenBy: maybe(dist/* string */.YjP(), 'What kept a failure from failing the build.'),
    stages: dist/* array */.YOg(dist/* string */.YjP()),
    place: maybe(dist/* object */.Ikc({ file: dist/* string */.YjP(), line: dist/* optional */.lqM(count), command: dist/* string */.YjP() }), 'The RUN to look at when something is wrong.'),
    source: dist/* picklist */.KIO(['files', 'log', 'none']),
    counts: counts,
    failures: dist/* array */.YOg(dist/* object */.Ikc({ ...testResult, project: dist/* string */.YjP(), framework: schema_values_text, place: dist/* optional */.lqM(place) })),
    flaky: maybe(dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        project: dist/* string */.YjP(),
        framework: schema_values_text,
        attempts: dist/* array */.YOg(dist/* picklist */.KIO(['passed', 'failed', 'skipped'])),
        message: schema_values_text,
    })), 'Tests that failed in one attempt and passed in a later one.'),
    coverage: dist/* optional */.lqM(dist/* object */.Ikc({
        total: dist/* object */.Ikc(coverageCounts),
        files: dist/* array */.YOg(dist/* object */.Ikc({ path: dist/* string */.YjP(), ...coverageCounts })),
    })),
    runs: dist/* array */.YOg(dist/* object */.Ikc({
        source: dist/* picklist */.KIO(['trx', 'log']),
        project: dist/* string */.YjP(),
        framework: schema_values_text,
        results: dist/* array */.YOg(dist/* object */.Ikc(testResult)),
        counts: counts,
        durationMs: dist/* optional */.lqM(milliseconds),
        errors: dist/* array */.YOg(dist/* string */.YjP()),
        aborted: dist/* boolean */.zMY(),
        incomplete: dist/* boolean */.zMY(),
    })),
    compilerMessages: dist/* array */.YOg(dist/* object */.Ikc({
        severity: dist/* picklist */.KIO(['error', 'warning']),
        code: dist/* string */.YjP(),
        text: dist/* string */.YjP(),
        place: dist/* optional */.lqM(place),
    })),
    durationMs: milliseconds,
    baseline: maybe(dist/* object */.Ikc({
        durationMs: milliseconds,
        linesCovered: dist/* optional */.lqM(count),
        linesValid: dist/* optional */.lqM(count),
        counts: dist/* optional */.lqM(counts),
        gone: said(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran then and are not there now.'),
        newlySkipped: said(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran then and are skipped now.'),
        added: said(dist/* array */.YOg(dist/* string */.YjP()), 'Tests that ran now and did not run then.'),
    }), 'The tests of the baseline, and which came and went since.'),
});

;// CONCATENATED MODULE: ./lib/src/report/model/report-schema.js




const step = dist/* object */.Ikc({
    stage: schema_values_text,
    platform: schema_values_text,
    position: schema_values_text,
    name: dist/* string */.YjP(),
    outcome: dist/* picklist */.KIO(['cached', 'done', 'failed', 'cancelled']),
    durationMs: milliseconds,
    error: schema_values_text,
    sentBytes: maybe(bytes, 'What went to the builder of the build context.'),
    receivedBytes: maybe(bytes, 'What came from a registry or a cache for it, compressed.'),
});
const smokeTest = dist/* object */.Ikc({
    check: said(dist/* string */.YjP(), 'What was asked, such as `GET /healthz on port 8080`.'),
    outcome: dist/* picklist */.KIO(['passed', 'failed']),
    durationMs: said(milliseconds, 'From the start of the container to the success of the test, or to its failure; 0 where it never started.'),
    httpStatus: dist/* optional */.lqM(count),
    exitCode: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b())),
    memoryBytes: maybe(bytes, 'What the container used when the test had passed, without the page cache.'),
    logLines: said(dist/* array */.YOg(dist/* string */.YjP()), 'The last lines that the container wrote.'),
});
/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage = /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/;
/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
const reportVersion = 2;
/** The form of report.json, which docs/reference/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
const reportSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(reportVersion),
    imageKey: dist/* string */.YjP(),
    file: dist/* string */.YjP(),
    target: dist/* string */.YjP(),
    sizeMetric: said(dist/* picklist */.KIO(['compressed', 'uncompressed']), 'What headline and budgets use.'),
    problems: dist/* array */.YOg(dist/* object */.Ikc({ title: dist/* string */.YjP(), message: dist/* string */.YjP(), place: dist/* optional */.lqM(place), snippet: schema_values_text })),
    warnings: dist/* array */.YOg(dist/* string */.YjP()),
    source: maybe(dist/* object */.Ikc({
        repository: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
        commit: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40,64}$/)),
    }), 'The checked-out commit, which places link to; absent in a terminal.'),
    notices: maybe(dist/* array */.YOg(dist/* object */.Ikc({ message: dist/* string */.YjP(), snippet: schema_values_text })), 'What is good to know, such as a stage to paste.'),
    testsOnly: maybe(dist/* boolean */.zMY(), 'The Dockerfile has nothing but tests, so there is no image.'),
    tests: dist/* optional */.lqM(tests),
    image: dist/* optional */.lqM(image_schema_image),
    baseline: dist/* optional */.lqM(baseline),
    comparison: dist/* optional */.lqM(comparison),
    release: maybe(release, 'The newest release before this commit; no budget is held against it.'),
    advice: dist/* array */.YOg(dist/* object */.Ikc({
        id: dist/* string */.YjP(),
        title: dist/* string */.YjP(),
        compressedBytes: dist/* optional */.lqM(bytes),
        uncompressedBytes: dist/* optional */.lqM(bytes),
        evidence: dist/* array */.YOg(dist/* string */.YjP()),
        place: dist/* optional */.lqM(place),
        fix: dist/* string */.YjP(),
        link: said(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(vendorPage)), 'The vendor’s page about it.'),
    })),
    history: said(dist/* array */.YOg(dist/* object */.Ikc({ createdAt: time, commit: schema_values_text, ...sizes })), 'Earlier baselines, the oldest first.'),
    budget: budget,
    platforms: maybe(dist/* array */.YOg(dist/* object */.Ikc({
        platform: dist/* string */.YjP(),
        manifestDigest: digest,
        ...sizes,
        downloadBytes: downloadBytes,
        baseline: dist/* optional */.lqM(dist/* object */.Ikc(sizes)),
        isBelowMinChange: dist/* optional */.lqM(dist/* boolean */.zMY()),
        release: dist/* optional */.lqM(release),
        budget: budget,
    })), 'Of an image for several platforms, each with its own baseline and budget; the first is `image`.'),
    checks: maybe(dist/* array */.YOg(dist/* object */.Ikc({ rule: dist/* string */.YjP(), message: dist/* string */.YjP(), url: schema_values_text, line: count })), 'What BuildKit’s own checks say of the Dockerfile.'),
    cache: dist/* optional */.lqM(dist/* object */.Ikc({
        kind: dist/* picklist */.KIO(['gha', 'registry', 'local', 'own', 'off']),
        from: dist/* array */.YOg(dist/* string */.YjP()),
        to: dist/* array */.YOg(dist/* string */.YjP()),
        testsFrom: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
        testsTo: said(dist/* array */.YOg(dist/* string */.YjP()), 'For what only test stages need, one for each of them.'),
        reason: dist/* string */.YjP(),
        warnings: dist/* array */.YOg(dist/* string */.YjP()),
    })),
    cacheUse: dist/* optional */.lqM(dist/* object */.Ikc({
        readMs: said(milliseconds, 'For finding out what is in it.'),
        receivedBytes: said(bytes, 'Of layers that came out of it, compressed.'),
        writeMs: dist/* optional */.lqM(milliseconds),
    })),
    cacheMounts: maybe(dist/* object */.Ikc({
        restoreMs: milliseconds,
        restoredBytes: said(bytes, 'Uncompressed; 0 where there was nothing to restore.'),
        saveMs: dist/* optional */.lqM(milliseconds),
        savedBytes: dist/* optional */.lqM(bytes),
    }), 'What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.'),
    steps: dist/* object */.Ikc({ test: dist/* array */.YOg(step), image: dist/* array */.YOg(step) }),
    stages: maybe(dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        line: dist/* optional */.lqM(count),
        from: dist/* optional */.lqM(count),
        base: dist/* string */.YjP(),
        copiesFrom: dist/* array */.YOg(count),
        runsTests: dist/* boolean */.zMY(),
        isFinal: dist/* boolean */.zMY(),
    })), 'The stages of the Dockerfile; `from` and `copiesFrom` are places in this list.'),
    smokeTest: dist/* optional */.lqM(smokeTest),
    exported: dist/* optional */.lqM(dist/* object */.Ikc({
        digest: dist/* string */.YjP(),
        outputs: dist/* array */.YOg(dist/* object */.Ikc({
            how: dist/* picklist */.KIO(['pushed', 'loaded', 'written']),
            where: said(dist/* string */.YjP(), 'Image names, or a path; empty for an engine that was given no name.'),
            checkedBy: said(dist/* picklist */.KIO(['manifest', 'config', 'build']), 'What proves that it is the measured image: its manifest, its config, or that it comes from the same build.'),
            durationMs: said(dist/* optional */.lqM(milliseconds), 'Missing where the build itself did it.'),
        })),
    })),
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
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);



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
        .map((rows) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`❌ ${nameRows(rows, source)}`, renderMessage(rows), isOnly));
    return [...named, ...renderOthers(tests, groups, source)];
}
/** The names of the first failed tests as a list, for a place where messages have no room. */
function listFailures({ tests, source }) {
    if (tests === undefined)
        return '';
    const groups = groupFailures(tests.failures);
    const named = groups.slice(0, maxNamed).map((rows) => `- ❌ ${nameRows(rows, source)}`);
    const left = countLeft(tests, groups);
    return [...named, ...(left > 0 ? [`- … and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, 'more failed test')}`] : [])].join('\n');
}
/** The messages of the tests that `listFailures` names, folded as one; the other tests as a folded table. */
function renderMessages({ tests, source }) {
    if (tests === undefined || tests.failures.length === 0)
        return [];
    const groups = groupFailures(tests.failures);
    const parts = groups
        .slice(0, maxNamed)
        .map((rows) => `**${nameRows(rows, source)}**\n\n${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(messageOf(rows[0]), maxMessage))}`);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Messages of the failed tests', parts.join('\n\n')), ...renderOthers(tests, groups, source)];
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
    const more = others.length === 0 ? '' : ` and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(others.length, 'more row')} with the same message`;
    const where = failure.place === undefined ? '' : ` — ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkPlace */ .yG)(failure.place, source)}`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(shortName(failure))}${more}${where}`;
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
    const rest = [
        [...names, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n'),
        stack,
        stdout && `Output:\n${stdout}`,
    ]
        .filter((part) => part !== undefined && part !== '')
        .join('\n\n');
    const about = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(project)}${framework === undefined ? '' : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(framework)})`}`;
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(messageOf(failure), maxMessage)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Stack trace, ${about}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(rest, 4_000))),
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
        .map((group) => [nameRows(group, source), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(firstLine(messageOf(group[0])), 150))]);
    const listed = others.slice(0, maxListed).reduce((sum, group) => sum + group.length, 0);
    const rest = left > listed ? [`… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left - listed, 'more failed test')}; report.json has them.`] : [];
    const list = rows.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['test', 'message'], rows)];
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, 'more failed test'), [...list, ...rest].join('\n\n'))];
}
function firstLine(message) {
    return message.trim().split(/\r?\n/, 1)[0] ?? '';
}


/***/ }),

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ renderMessage),
/* harmony export */   x: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _shared_help_help_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5855);
/* harmony import */ var _text_headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8997);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);




const maxMessageLength = 6_000;
/** What is wrong, as prose. Of failed tests only where they ran: the tests themselves follow. What the first line says is not said again. */
function renderProblems(report) {
    const { problems, tests, source } = report;
    const said = (0,_text_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .readHeadline */ .ly)(report).text;
    return problems.flatMap(({ title, message, place, snippet }) => {
        const where = place === undefined ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPlace */ .yG)(place, source);
        if (tests?.result === 'failed' && tests.failures.length > 0) {
            // Below the place and the names.
            const lines = message.split('\n');
            const lastName = lines.findLastIndex((line) => /^(?:✘ |… and \d)/.test(line));
            const notes = lastName < 0 ? [] : lines.slice(lastName + 1);
            const command = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(tests.place?.command ?? '');
            return [
                [`Failed in stage ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(tests.stages.join(', '))}`, where, command].filter(isText).join(' '),
                ...renderMessage(notes.join('\n')),
            ];
        }
        const heading = said.includes(title) ? '' : `**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)}**`;
        const head = [heading, where].filter(isText).join(' — ');
        const help = `[What this error means](${(0,_shared_help_help_link_js__WEBPACK_IMPORTED_MODULE_2__/* .helpLink */ .Cp)(title)})`;
        const words = [head, ...renderMessage(withoutPlace(message, place), snippet)].filter(isText);
        const last = words.at(-1) ?? '';
        return isText(last) && !last.endsWith('```')
            ? [...words.slice(0, -1), `${last} ${help}`]
            : [...words, help];
    });
}
/** A message without a first line that is its place, which stands above it as a link. */
function withoutPlace(message, place) {
    const line = place === undefined ? '' : `${place.file}:${place.line}\n`;
    return line !== '' && message.startsWith(line) ? message.slice(line.length) : message;
}
/** A message as prose, with what a program printed (indented lines) and lines to paste as code blocks of their own. */
function renderMessage(message, snippet) {
    if (snippet === undefined || !message.includes(snippet))
        return renderProse(message);
    const [before = '', after = ''] = message.split(snippet);
    return [...renderProse(before), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(snippet.trim(), 'dockerfile'), ...renderProse(after)];
}
function renderProse(message) {
    const blocks = [];
    for (const line of (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutText */ .IN)(message, maxMessageLength).split(/\r\n|\r|\n/)) {
        const last = blocks.at(-1);
        const isCode = /^[ \t]/.test(line) || (line === '' && last?.isCode === true);
        if (last?.isCode === isCode && (isCode || line !== ''))
            last.lines.push(line);
        else
            blocks.push({ isCode, lines: [line] });
    }
    return blocks
        .map(({ isCode, lines }) => isCode ? (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(withoutIndent(lines)) : lines.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq).filter(isText).join('<br>'))
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
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5840);
/* harmony import */ var _measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9457);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9967);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _part_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2830);






/** Most parts that are named as the cause. */
const maxCauses = 3;
/** What grew by less is no cause to name with the largest one. */
const minShareOfLargest = 0.01;
/** The limits that an image exceeds: the size first, then the growth that is furthest over its limit. */
function exceededLimits(budget) {
    if (budget.kind !== 'exceeded' && budget.kind !== 'overridden')
        return [];
    const exceeded = budget.limits.filter(({ isExceeded }) => isExceeded);
    return exceeded.sort((a, b) => Number(b.kind === 'size') - Number(a.kind === 'size') || a.limitBytes - b.limitBytes);
}
/** What a limit was held against, and the limit: `+963.00 kB, over the limit of 0.3 %`. */
function describeLimit(limit) {
    const over = `over the limit of ${formatLimit(limit)}`;
    if (limit.kind === 'size')
        return `${formatOver(limit.sizeBytes, limit.limitBytes)}, ${over}`;
    const whose = limit.ignoredBytes > 0 ? 'your layers ' : '';
    const grew = isClose(limit.growthBytes, limit.limitBytes)
        ? `+${formatOver(limit.growthBytes, limit.limitBytes)}`
        : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(limit.growthBytes);
    return `${whose}${grew}, ${over}`;
}
function formatLimit(limit) {
    return limit.kind === 'size' ? formatOver(limit.limitBytes, limit.sizeBytes) : limit.written;
}
/** Whether two numbers of bytes look the same when they are rounded. */
function isClose(bytes, otherBytes) {
    return (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(bytes) === (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(otherBytes);
}
/** A size beside a limit: to the byte where rounding would make both the same. */
function formatOver(bytes, otherBytes) {
    return isClose(bytes, otherBytes) ? `${bytes.toLocaleString('en')} B` : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(bytes);
}
/** The exceeded limits of all platforms, each as a problem of its own; with several platforms it names its own. */
function describeExcesses(platforms, settings) {
    return platforms.flatMap((findings) => {
        if (findings.budget.kind !== 'exceeded')
            return [];
        const { platform } = findings.image;
        return exceededLimits(findings.budget).map((limit) => ({
            title: platforms.length === 1
                ? `Image size: ${describeLimit(limit)}`
                : `Image size on ${platform}: over the limit of ${formatLimit(limit)}`,
            message: limit.kind === 'size'
                ? describeSize(limit, findings.image, settings.sizeMetric)
                : describeGrowth(limit, findings, settings),
            place: undefined,
        }));
    });
}
function describeSize({ limitBytes, sizeBytes }, image, metric) {
    const largest = (0,_measure_analyze_attribution_js__WEBPACK_IMPORTED_MODULE_0__/* .readParts */ .fp)(image)
        .sort((a, b) => (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(b, metric) - (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(a, metric))
        .slice(0, maxCauses)
        .map((part) => `${joinWords((0,_part_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .namePart */ .f0)(part, asIs), part.version)} ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(part, metric))}`);
    const has = isClose(sizeBytes, limitBytes)
        ? formatOver(sizeBytes, limitBytes)
        : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageSize */ .A)(image, metric);
    return (`${image.imageKey} has ${has} ${metric}, max-size is ${formatOver(limitBytes, sizeBytes)}. ` +
        `Its largest parts: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listWords */ .yh)(largest)}. Nothing was loaded or pushed.`);
}
function describeGrowth({ written, limitBytes, growthBytes, ignoredBytes }, { image, comparison }, { sizeMetric: metric, sizeOverrideLabel }) {
    const apart = ignoredBytes > 0 ? ` (not counting ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(ignoredBytes)} of its base image)` : '';
    const limit = written.endsWith('%') ? `${written} (${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(limitBytes)})` : written;
    const causes = causesOf(comparison, metric, ignoredBytes > 0);
    const because = causes.length === 0 ? '' : ` Largest ${causes.length === 1 ? 'cause' : 'causes'}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listWords */ .yh)(causes)}.`;
    const wayOut = sizeOverrideLabel === undefined
        ? ''
        : ` To accept the growth, give the pull request the label ${sizeOverrideLabel} and run the job again.`;
    return (`${image.imageKey} grew by ${formatOver(growthBytes, limitBytes)} ${metric}${apart}, max-increase is ${limit}.` +
        `${because} Nothing was loaded or pushed.${wayOut}`);
}
/** The parts that grew most, the base image only where it counts. */
function causesOf(comparison, metric, isBaseApart) {
    if (comparison === undefined)
        return [];
    return comparison.contents.parts
        .filter((part) => (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(part, metric) > 0 && !(isBaseApart && part.kind === 'base'))
        .sort((a, b) => (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(b, metric) - (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(a, metric))
        .slice(0, maxCauses)
        .filter((part, _, [largest = part]) => (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(part, metric) >= (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOf */ .C2)(largest, metric) * minShareOfLargest)
        .map((part) => (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .describePart */ .xW)(part, comparison.contents.files, metric, asIs));
}
function joinWords(...words) {
    return words.filter((word) => word !== undefined && word !== '').join(' ');
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
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   lq: () => (/* binding */ formatCountChange),
/* harmony export */   nV: () => (/* binding */ formatAge),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);


/** A change with its sign: `+1.02 MB`, `−340 B`, or `no change`. */
function formatChange(changeBytes) {
    if (changeBytes === 0)
        return 'no change';
    return `${changeBytes > 0 ? '+' : '−'}${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(Math.abs(changeBytes))}`;
}
/**
 * A change in percent with its sign: `+0.8 %`; small ones keep a digit that is not zero, as far as two places reach. What trebled
 * or more is easier to grasp as `5.3 times as large`.
 */
function formatPercent(fraction) {
    const percent = Math.abs(fraction * 100);
    const times = fraction + 1;
    if (times >= 3)
        return `${times.toLocaleString('en', { maximumFractionDigits: times < 10 ? 1 : 0 })} times as large`;
    const digits = percent < 1 ? 2 : percent < 100 ? 1 : 0;
    return `${fraction < 0 ? '−' : '+'}${percent.toFixed(digits)} %`;
}
/** A change beside what it is of: `+1.02 MB (+0.8 %)`; without a share that would be shown as 0. */
function formatChangeOf(changeBytes, beforeBytes) {
    const isShown = beforeBytes > 0 && Math.abs(changeBytes / beforeBytes) >= 0.000_05;
    return `${formatChange(changeBytes)}${isShown ? ` (${formatPercent(changeBytes / beforeBytes)})` : ''}`;
}
/** How long ago something was, for people: `3 hours ago`. */
function formatAge(fromIso, now) {
    const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(fromIso)) / 60_000));
    const [count, unit] = minutes < 90
        ? [minutes, 'minute']
        : minutes < 48 * 60
            ? [Math.round(minutes / 60), 'hour']
            : [Math.round(minutes / 1440), 'day'];
    return count === 0 ? 'just now' : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
/** The change of a count with its sign: `+2`, `−1`, `±0`. */
function formatCountChange(change) {
    return change === 0 ? '±0' : `${change > 0 ? '+' : '−'}${Math.abs(change).toLocaleString('en')}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listWords(words) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
/** `1 test`, `2 tests`. */
function plural(count, noun) {
    return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
/** What an image weighs, and whether that is an estimate: `122.41 MB`, `122.41 MB (estimated)`. */
function formatImageSize(image, metric) {
    const isEstimate = metric === 'compressed' && image.method === 'docker-save';
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$d)(image, metric))}${isEstimate ? ' (estimated)' : ''}`;
}


/***/ }),

/***/ 8997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g9: () => (/* binding */ renderFailed),
/* harmony export */   ly: () => (/* binding */ readHeadline),
/* harmony export */   wv: () => (/* binding */ readVerdictLine)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5840);
/* harmony import */ var _describe_excess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(830);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9879);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(198);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);
/* harmony import */ var _size_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8960);






/** Words the first line of every report. */
function readHeadline(report) {
    const { tests, problems } = report;
    const isUncertain = tests === undefined || ['skipped', 'no-tests'].includes(tests.result);
    const state = problems.length > 0 ? 'bad' : isUncertain ? 'warning' : 'good';
    const failures = state === 'bad' ? readFailures(report) : [];
    const rest = [
        tests === undefined ? [] : describeTests(tests),
        describeOverride(report),
        describeSize(report),
    ];
    const parts = [...new Set([...failures, ...rest.flat()])];
    const text = parts.length === 0 ? 'nothing was tested' : parts.join(' · ');
    return { state, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}` };
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
    return `## ${_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .marks */ .Z8.bad} ${failed.length} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(imageCount, 'image')} failed: ${names}${more}`;
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
    return (0,_size_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .budgetsOf */ .k7)(report)
        .filter(({ budget }) => budget.kind === 'exceeded')
        .map(({ budget, of }) => `Image size${of}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listWords */ .yh)((0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .exceededLimits */ .eG)(budget).map(_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLimit */ .XW))}`);
}
function describeOverride(report) {
    return (0,_size_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .budgetsOf */ .k7)(report).flatMap(({ budget, of }) => {
        if (budget.kind !== 'overridden')
            return [];
        const limits = (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .listWords */ .yh)((0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .exceededLimits */ .eG)(budget).map(_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLimit */ .XW));
        return [`image size${of}: ${limits}, which the label ${budget.label} allows`];
    });
}
/** The size with its change: `122.41 MB, +1.02 MB (+0.8 %)`; of an exceeded limit only what that does not say. */
function describeSize(report) {
    const { image, baseline, comparison, sizeMetric, release, platforms = [] } = report;
    if (image === undefined)
        return report.testsOnly ? ['tests only, no image to measure'] : [];
    const before = baseline?.kind === 'found' ? baseline : undefined;
    const since = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .shortRelease */ .a3)({ release, sizeMetric });
    const first = { ...report, before, isBelowMinChange: comparison?.isBelowMinChange };
    if (platforms.length === 0)
        return joined(sizeParts({ ...image, ...first }, sizeMetric, ''), since);
    // One that is as it was needs no words beside the first one.
    const isTold = ({ isBelowMinChange }, index) => index === 0 || isBelowMinChange === false;
    return platforms
        .filter(isTold)
        .flatMap((one, index) => joined(sizeParts({ ...image, ...one, before: one.baseline }, sizeMetric, ` for ${one.platform}`), index === 0 ? since : undefined));
}
function sizeParts(one, metric, platform) {
    const { before, budget, isBelowMinChange } = one;
    const said = new Set((0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .exceededLimits */ .eG)(budget).map(({ kind }) => kind));
    const size = said.has('size') ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatImageSize */ .A)(one, metric)}${platform}`];
    if (before === undefined || isBelowMinChange === undefined)
        return size;
    if (isBelowMinChange)
        return [...size, 'no change'];
    const was = (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOf */ .$d)(before, metric);
    return said.has('growth') ? size : [...size, (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChangeOf */ .Jt)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOf */ .$d)(one, metric) - was, was)];
}
function joined(parts, since) {
    const all = since === undefined ? parts : [...parts, since];
    return all.length === 0 ? [] : [all.join(', ')];
}
function describeTests(tests) {
    const { counts, result } = tests;
    switch (result) {
        case 'passed':
            if (tests.cached === true)
                return ['tests passed before, and nothing changed since'];
            return describePassed(counts, tests.flaky?.length);
        case 'failed':
            return [`${counts.failed.toLocaleString('en')} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(counts.total, 'test')} failed`];
        case 'unknown':
            return ['test results not read'];
        case 'no-tests':
            return ['no test ran'];
        case 'skipped':
            return ['tests not run'];
        case 'error':
            // The title of the problem says what stopped them; some may have passed by then.
            return counts.passed > 0 ? describePassed(counts) : [];
    }
}
function describePassed({ passed, skipped }, flaky = 0) {
    const others = [
        ...(skipped > 0 ? [`${skipped.toLocaleString('en')} skipped`] : []),
        ...(flaky > 0 ? [`${flaky.toLocaleString('en')} flaky`] : []),
    ];
    return [[`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(passed, 'test')} passed`, ...others].join(', ')];
}


/***/ }),

/***/ 9408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ describeLayer),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   yG: () => (/* binding */ linkPlace),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5831);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);


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
    const line = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .IN)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name), maxNameLength);
    // GitHub makes links of mail addresses also where the @ is an entity; a comment in between shows nothing and parts them.
    return line === '' ? '' : `<code>${escapeMarkup(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}
/** A sentence with foreign words in it, as plain text: no markup, no mention, no link to an issue or a commit. */
function text(sentence) {
    const line = (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(sentence);
    // GitHub looks for mentions, issues, commits and emoji after rendering, so an entity alone does not hide them.
    return escapeMarkup((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .IN)(line, 2_000))
        .replace(/(&#64;|&#35;)/g, '$1\u200b')
        .replace(/\bGH(?=-\d)/gi, (written) => `${written.slice(0, 1)}\u200b${written.slice(1)}`)
        .replace(/:(?=[\w+-]+:)/g, ':\u200b')
        .replace(commitName, (name) => name.replace(/.{6}(?=.)/g, '$&\u200b'));
}
/** Several lines as a code block whose fence is longer than any in it. */
function codeBlock(content, language = 'text') {
    const lines = content
        .split(/\r\n|\r|\n/)
        .map(_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)
        .join('\n');
    const longest = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines}\n${fence}`;
}
/**
 * A table; every cell must already be Markdown. Columns named with a trailing `:` are aligned to the right, and their
 * figures stay on one line.
 */
function table(headings, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const titles = headings.map((heading) => heading.replace(/:$/, ''));
    const rule = headings.map((heading) => (heading.endsWith(':') ? '---:' : '---'));
    const isFigure = headings.map((heading) => heading.endsWith(':'));
    const whole = (cells) => cells.map((cell, column) => (isFigure[column] === true ? cell.replaceAll(' ', '\u00a0') : cell));
    return [line(titles), line(rule), ...rows.map((cells) => line(whole(cells)))].join('\n');
}
/** A part that can be folded, and is unless `isOpen`; `title` must already be safe HTML. */
function details(title, content, isOpen = false) {
    return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** What made a layer, as inline code. */
function describeLayer(layer) {
    return code((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .IN)(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100));
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
/**
 * A place of the checkout as inline code; where its commit is known, as a link to that line. `label` stands for it where the file
 * is plain from the surroundings.
 */
function linkPlace(place, source, label) {
    const shown = label ?? code((0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(place));
    if (source === undefined || !isInCheckout(place.file))
        return shown;
    const path = place.file
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    const line = place.line === undefined ? '' : `#L${place.line}`;
    return `<a href="${source.repository}/blob/${source.commit}/${path}${line}">${shown}</a>`;
}
function isInCheckout(file) {
    return (file.length < 500 &&
        !file.startsWith('/') &&
        !file.split('/').some((part) => ['', '.', '..'].includes(part)));
}


/***/ }),

/***/ 2830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   Tt: () => (/* binding */ describeVersions),
/* harmony export */   Ty: () => (/* binding */ changedParts),
/* harmony export */   f0: () => (/* binding */ namePart),
/* harmony export */   xW: () => (/* binding */ describePart)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _compare_min_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5651);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(198);




/** The parts whose change does not count as none, the largest first. */
function changedParts(comparison, metric) {
    return comparison.parts
        .filter((part) => !(0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_0__/* .countsAsNone */ .P4)(part.compressedChangeBytes, comparison) ||
        !(0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_0__/* .countsAsNone */ .P4)(part.uncompressedChangeBytes, comparison))
        .sort((a, b) => Math.abs((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(b, metric)) - Math.abs((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(a, metric)));
}
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
        case 'repeated':
            return `files written again by ${quote((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(name, 80))}`;
        case 'unlisted':
            return `layer ${quote((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(name, 80))}, not listed`;
        case 'archive':
            return 'folders and tar headers';
        case 'config':
            return 'the image’s config';
        case 'recompressed':
            return 'recompressed, same content';
    }
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
/**
 * Why the size changed, as prose: the base image and your layers apart where both changed, and the largest cause by name. Empty
 * where nothing did.
 */
function describeReason({ parts, files, isBelowMinChange, minChangeBytes, }, metric, quote) {
    if (isBelowMinChange)
        return '';
    // What was only compressed otherwise is no cause.
    const changed = parts.filter((part) => part.kind !== 'recompressed' && !(0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_0__/* .countsAsNone */ .P4)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(part, metric), { minChangeBytes }));
    const base = changed.find((part) => part.kind === 'base');
    const own = changed.filter((part) => part !== base);
    const ownChange = own.reduce((sum, part) => sum + (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(part, metric), 0);
    const cause = largestOf(own, ownChange, metric);
    if (base === undefined)
        return cause === undefined ? '' : `Largest cause: ${describePart(cause, files, metric, quote)}.`;
    const ofBase = `${capitalize(describePart(base, files, metric, quote))}.`;
    if (cause === undefined)
        return `${ofBase} Your layers: no change.`;
    return `${ofBase} Your layers: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(ownChange)}, largest cause: ${describePart(cause, files, metric, quote)}.`;
}
/** The part that moved the size furthest in the direction in which it went. */
function largestOf(parts, total, metric) {
    const sign = total < 0 ? -1 : 1;
    return [...parts].sort((a, b) => sign * ((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(b, metric) - (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(a, metric)))[0];
}
/** A part with its versions and its change; where it is a heap of files, its largest one: `app/seed.json +705.00 kB`. */
function describePart(part, files, metric, quote) {
    const file = part.kind === 'other' ? largestFile(part, files, metric) : undefined;
    if (file !== undefined)
        return `${quote(file.path)} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)(file.changeBytes)}`;
    const versions = describeVersions(part, quote);
    return `${namePart(part, quote)}${versions === '' ? '' : ` ${versions}`} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChange */ .eD)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(part, metric))}`;
}
/** The file of a part that changed most in its direction. */
function largestFile(part, files, metric) {
    const sign = (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(part, metric) < 0 ? -1 : 1;
    const [largest] = files
        .filter((file) => file.part.kind === part.kind && file.part.name === part.name)
        .map((file) => ({
        path: file.path,
        changeBytes: metric === 'compressed' ? file.compressedChangeBytes : file.afterBytes - file.beforeBytes,
    }))
        .sort((a, b) => sign * (b.changeBytes - a.changeBytes));
    return largest === undefined || largest.changeBytes === 0 ? undefined : largest;
}
function capitalize(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}


/***/ }),

/***/ 9879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ describeBaseline),
/* harmony export */   Ks: () => (/* binding */ describeDelivery),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   XJ: () => (/* binding */ describeSmoke),
/* harmony export */   a3: () => (/* binding */ shortRelease)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);




/** What the image was compared with: which image, of which commit, how old, how many commits behind. */
function describeBaseline({ source, reference, commit, branch, createdAt, commitsBetween, changedBuildArgs = [] }, now, quote) {
    const on = branch === undefined ? '' : ` on ${quote(branch)}`;
    const short = commit === undefined ? undefined : quote(commit.slice(0, 7));
    const age = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now);
    const behind = commitsBetween === undefined || commitsBetween === 0
        ? ''
        : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(commitsBetween, 'commit')} before the base commit`;
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
/**
 * How the image changed since the last release, as a sentence; empty where nobody asked. `quote` is for names, `say` for whole
 * sentences that may not be ours.
 */
function describeRelease({ release, sizeMetric }, now, { quote, say }) {
    if (release === undefined)
        return '';
    if (release.kind === 'none')
        return say(release.reason);
    const { tag, commitsBefore, createdAt } = release;
    const measured = commitsBefore === 0 ? '' : ` (measured ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(commitsBefore, 'commit')} before it)`;
    const change = release.isBelowMinChange ? 'no change' : sinceRelease(release, sizeMetric);
    return `Since release ${quote(tag)}${measured}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now)}: ${change}.`;
}
/** The change since the last release as words of a headline: `+9.80 MB since v2.4.0`; undefined where it says nothing. */
function shortRelease({ release, sizeMetric, }) {
    if (release?.kind !== 'found' || release.isBelowMinChange)
        return undefined;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(release, sizeMetric))} since ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(release.tag, 60)}`;
}
function sinceRelease(release, metric) {
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChangeOf */ .Jt)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(release, metric), (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$d)(release, metric));
}
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
    const memory = memoryBytes === undefined ? '' : `, with ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(memoryBytes)} of memory in use`;
    return `Smoke test: ${quote(check)} ${how} ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(durationMs)} after the start${memory}.`;
}
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
    const time = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(durationMs);
    if (how !== 'written')
        return `${how} in ${time}`;
    // A folder or a plain archive has no digest that could be compared.
    return `wrote ${where} in ${time}${checkedBy === 'build' ? ' (it has no digest; it comes from the measured build)' : ''}`;
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
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);
/* harmony import */ var _describe_excess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(830);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _compare_min_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5651);
/* harmony import */ var _part_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2830);





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
            const isNone = of === sizeMetric ? isBelowMinChange : (0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_1__/* .countsAsNone */ .P4)(now - before, { minChangeBytes });
            return isNone ? 'no change' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(now - before);
        };
        return [
            platform.platform,
            (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(compressedBytes),
            describe('compressed', compressedBytes, baseline?.compressedBytes),
            (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(uncompressedBytes),
            describe('uncompressed', uncompressedBytes, baseline?.uncompressedBytes),
            describeBudget(platform),
        ];
    });
}
function describeBudget({ budget }) {
    const limits = (0,_describe_excess_js__WEBPACK_IMPORTED_MODULE_0__/* .exceededLimits */ .eG)(budget).map((limit) => limit.kind === 'size' ? (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(limit.limitBytes) : limit.written);
    if (limits.length === 0)
        return budget.kind === 'passed' ? 'passed' : '';
    return `over ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .listWords */ .yh)(limits)}${budget.kind === 'overridden' ? ' (allowed)' : ''}`;
}
/** The parts that changed, the largest change first, as name, versions, compressed and uncompressed change; and how many found no room. */
function partRows(comparison, metric, maxRows, quote) {
    const parts = (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .changedParts */ .Ty)(comparison, metric);
    const rows = parts.slice(0, maxRows).map((part) => {
        const { compressedChangeBytes: compressed, uncompressedChangeBytes: uncompressed } = part;
        const about = part.isEstimate && !(0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_1__/* .countsAsNone */ .P4)(compressed, comparison) ? '≈ ' : '';
        const change = `${about}${changeCell(comparison, compressed)}`;
        return [
            (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .namePart */ .f0)(part, quote),
            (0,_part_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .describeVersions */ .Tt)(part, quote),
            change,
            changeCell(comparison, uncompressed),
        ];
    });
    return { rows, left: parts.length - rows.length };
}
/** By how much a part, a file or a layer changed. */
function changeCell(comparison, changeBytes) {
    return (0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_1__/* .countsAsNone */ .P4)(changeBytes, comparison) ? 'no change' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(changeBytes);
}


/***/ }),

/***/ 5855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ docsLink),
  Cp: () => (/* binding */ helpLink),
  il: () => (/* binding */ withHelp)
});

;// CONCATENATED MODULE: ./lib/src/shared/help/error-anchors.js
/** The titles of errors, where `…` stands for what differs, each with its anchor in docs/troubleshooting.md, from which `npm run docs` writes it. */
const errorAnchors = [
    ['… of … tests failed in stage …', 'tests-failed'],
    ['No test ran in stage …', 'no-test-ran'],
    ['The tests of … did not come to their end', 'tests-did-not-end'],
    ['… failed, although none of its tests did', 'run-failed-without-a-test'],
    ['A test command never started', 'a-test-command-never-started'],
    ['The tests of … never started', 'never-started'],
    ['Results of the tests of … are missing', 'results-are-missing'],
    ['The test command of stage … failed', 'test-command-failed'],
    ['The tests of stage … could not run', 'tests-could-not-run'],
    ['No stage runs the tests', 'no-stage-runs-the-tests'],
    ['The tests are not in the build', 'the-tests-are-not-in-the-build'],
    ['Which stage tests?', 'which-stage-tests'],
    ['Does stage … test?', 'does-stage-test'],
    ['Which stage is the final one?', 'which-stage-is-the-final-one'],
    ['There is no final stage', 'there-is-no-final-stage'],
    ['The image is for Windows', 'the-image-is-for-windows'],
    ['Line coverage is below its minimum', 'line-coverage-is-below-its-minimum'],
    ['Coverage is below the threshold', 'coverage-is-below-the-threshold'],
    ['The code did not compile: …', 'code-did-not-compile'],
    ['An analyzer or source generator failed', 'an-analyzer-or-source-generator-failed'],
    ['The compiler did not get to the code', 'the-compiler-did-not-get-to-the-code'],
    ['Code analysis found …', 'code-analysis-found'],
    ['The code is not formatted', 'the-code-is-not-formatted'],
    ['MSBuild stopped the build', 'msbuild-stopped-the-build'],
    ['A command of the project failed', 'a-command-of-the-project-failed'],
    ['dotnet does not find the project', 'dotnet-does-not-find-the-project'],
    ['dotnet does not know an option', 'dotnet-does-not-know-an-option'],
    ['global.json can not be read', 'globaljson-can-not-be-read'],
    ['A project file can not be read', 'a-project-file-can-not-be-read'],
    ['An MSBuild SDK was not found', 'an-msbuild-sdk-was-not-found'],
    ['A workload of the .NET SDK is missing', 'a-workload-of-the-net-sdk-is-missing'],
    ['The .NET SDK is too old for the framework', 'the-net-sdk-is-too-old-for-the-framework'],
    ['A process of the build was killed', 'a-process-of-the-build-was-killed'],
    ['The output of an earlier build is missing', 'the-output-of-an-earlier-build-is-missing'],
    ['The NuGet package could not be made', 'the-nuget-package-could-not-be-made'],
    ['A project is for .NET Framework', 'a-project-is-for-net-framework'],
    ['A project needs Visual Studio', 'a-project-needs-visual-studio'],
    ['A project is for Windows', 'a-project-is-for-windows'],
    ['NuGet packages could not be restored', 'nuget-packages-could-not-be-restored'],
    ['A package has a known vulnerability', 'a-package-has-a-known-vulnerability'],
    ['A project was not copied before the restore', 'a-project-was-not-copied-before-the-restore'],
    ['A project was not copied into the stage', 'a-project-was-not-copied-into-the-stage'],
    ['A project is kept out of the build', 'a-project-is-kept-out-of-the-build'],
    ['A project is outside of the build context', 'a-project-is-outside-of-the-build-context'],
    ['A project is in another folder of the stage', 'a-project-is-in-another-folder-of-the-stage'],
    ['A file was not copied into the stage', 'a-file-was-not-copied-into-the-stage'],
    ['A file is kept out of the build', 'a-file-is-kept-out-of-the-build'],
    ['A file is outside of the build context', 'a-file-is-outside-of-the-build-context'],
    ['A file is in another folder of the stage', 'a-file-is-in-another-folder-of-the-stage'],
    ['A submodule was not checked out', 'a-submodule-was-not-checked-out'],
    ['A path differs in upper and lower case', 'a-path-differs-in-upper-and-lower-case'],
    ['The restore of another machine is in the way', 'the-restore-of-another-machine-is-in-the-way'],
    ['Files of another build are in the way', 'files-of-another-build-are-in-the-way'],
    ['The SDK took VSTest for a Testing Platform project', 'the-sdk-took-vstest-for-a-testing-platform-project'],
    ['The SDK took Microsoft.Testing.Platform for VSTest', 'the-sdk-took-microsofttestingplatform-for-vstest'],
    ['The image has another .NET SDK than global.json wants', 'the-image-has-another-net-sdk-than-globaljson-wants'],
    ['Stage … could not be built', 'stage-could-not-be-built'],
    ['A COPY does not find its file', 'a-copy-does-not-find-its-file'],
    ['An ADD could not be downloaded', 'an-add-could-not-be-downloaded'],
    ['A build secret was not given', 'a-build-secret-was-not-given'],
    ['An SSH key was not given to the build', 'an-ssh-key-was-not-given-to-the-build'],
    ['A build argument has no value', 'a-build-argument-has-no-value'],
    ['A build argument is not declared in the stage', 'a-build-argument-is-not-declared-in-the-stage'],
    ['Checks of the Dockerfile failed', 'checks-of-the-dockerfile-failed'],
    ['The Dockerfile has an error', 'the-dockerfile-has-an-error'],
    ['The build needs an entitlement', 'the-build-needs-an-entitlement'],
    ['No stage has that name', 'no-stage-has-that-name'],
    ['A base image was not found', 'a-base-image-was-not-found'],
    ['A base image could not be pulled', 'a-base-image-could-not-be-pulled'],
    ['The registry of a base image limits pulls', 'the-registry-of-a-base-image-limits-pulls'],
    ['The Dockerfile frontend could not be pulled', 'the-dockerfile-frontend-could-not-be-pulled'],
    ['npm packages could not be installed', 'npm-packages-could-not-be-installed'],
    ['A script of package.json failed', 'a-script-of-packagejson-failed'],
    ['A system package could not be installed', 'a-system-package-could-not-be-installed'],
    ['A download failed', 'a-download-failed'],
    ['A step of the build wants Docker', 'a-step-of-the-build-wants-docker'],
    ['A script may not be executed', 'a-script-may-not-be-executed'],
    ['The interpreter of a script is not in the image', 'the-interpreter-of-a-script-is-not-in-the-image'],
    ['A script has the line ends of Windows', 'a-script-has-the-line-ends-of-windows'],
    ['The stage has no .NET SDK', 'the-stage-has-no-net-sdk'],
    ['The image has another .NET runtime than the app wants', 'the-image-has-another-net-runtime-than-the-app-wants'],
    ['The image has no shell', 'the-image-has-no-shell'],
    ['The image has no ICU', 'the-image-has-no-icu'],
    ['A .NET tool is not in the stage', 'a-net-tool-is-not-in-the-stage'],
    ['A program is not in the image', 'a-program-is-not-in-the-image'],
    ['A native library is not in the image', 'a-native-library-is-not-in-the-image'],
    ['A program is for another processor', 'a-program-is-for-another-processor'],
    ['A user is not in the image', 'a-user-is-not-in-the-image'],
    ['The user of the stage has no permission', 'the-user-of-the-stage-has-no-permission'],
    ['A mount can not be written', 'a-mount-can-not-be-written'],
    ['No space is left on the disk', 'no-space-is-left-on-the-disk'],
    ['The stage has no Git history', 'the-stage-has-no-git-history'],
    ['The Git history is not complete', 'the-git-history-is-not-complete'],
    ['Git does not trust the files of the stage', 'git-does-not-trust-the-files-of-the-stage'],
    ['A certificate is not trusted in the stage', 'a-certificate-is-not-trusted-in-the-stage'],
    ['No such stage', 'no-such-stage'],
    ['No stage to build', 'no-stage-to-build'],
    ['Image size: …', 'image-size'],
    ['Image size on …: over the limit of …', 'image-size-of-a-platform'],
    ['The push failed', 'the-push-failed'],
    ['The load failed', 'the-load-failed'],
    ['… could not be written', 'output-could-not-be-written'],
    ['Outputs that this builder can’t write', 'outputs-that-this-builder-cant-write'],
    ['This builder makes images for one platform', 'this-builder-makes-images-for-one-platform'],
    ['A Docker archive holds one platform', 'a-docker-archive-holds-one-platform'],
    ['Several platforms can’t be loaded from this builder', 'several-platforms-cant-be-loaded-from-this-builder'],
    ['The job was cancelled', 'the-job-was-cancelled'],
    ['Smoke test: …', 'smoke-test-failed'],
    ['The image could not be loaded for its smoke test', 'the-image-could-not-be-loaded-for-its-smoke-test'],
    ['The smoke test got another image than the measured one', 'the-smoke-test-got-another-image-than-the-measured-one'],
    ['The Docker engine lost the container of the smoke test', 'the-docker-engine-lost-the-container-of-the-smoke-test'],
    ['The Git context could not be fetched', 'the-git-context-could-not-be-fetched'],
    ['The builder gave another image than the measured one', 'the-builder-gave-another-image-than-the-measured-one'],
    ['The pushed or loaded image could not be checked', 'the-pushed-or-loaded-image-could-not-be-checked'],
    ['No Docker', 'no-docker'],
    ['Docker has no buildx', 'docker-has-no-buildx'],
    ['buildx is too old', 'buildx-is-too-old'],
    ['No Docker engine', 'no-docker-engine'],
    ['Docker does not answer', 'docker-does-not-answer'],
    ['No such builder', 'no-such-builder'],
    ['No room for temporary files', 'no-room-for-temporary-files'],
    ['The folder for the reports is taken', 'the-folder-for-the-reports-is-taken'],
    ['An error in this action', 'an-error-in-this-action'],
    ['Wrong input', 'wrong-input'],
    ['… wrong inputs', 'wrong-inputs'],
    ['Renamed inputs', 'renamed-inputs'],
    ['Wrong command line', 'wrong-command-line'],
    ['Nothing is expected', 'nothing-is-expected'],
    ['An image without a valid report', 'an-image-without-a-valid-report'],
    ['Too many reports', 'too-many-reports'],
];

;// CONCATENATED MODULE: ./lib/src/shared/help/repository.js
/** This repository on GitHub; `npm run docs` writes it from package.json. */
const repository = 'OWNER/dotnet-container';

;// CONCATENATED MODULE: ./lib/src/shared/help/help-link.js


/** The page of our documentation at `path` in `docs/`, such as `guides/forks.md`, as people can open it. */
function docsLink(path) {
    return `https://github.com/${repository}/blob/main/docs/${path}`;
}
/** Where an error is explained: its heading of docs/troubleshooting.md, or the whole page for a title that has none. */
function helpLink(title) {
    const anchor = readAnchor(title);
    return docsLink(anchor === undefined ? 'troubleshooting.md' : `troubleshooting.md#${anchor}`);
}
/** A heading's `…` stands for what differs from case to case; the heading that says most is the one. */
function readAnchor(title) {
    const fitting = errorAnchors.filter(([heading]) => isTitleOf(heading, title));
    return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}
function isTitleOf(heading, title) {
    const [first = '', ...rest] = heading.split('…');
    if (rest.length === 0)
        return title === heading;
    if (!title.startsWith(first))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = part === '' ? title.length : title.indexOf(part, at + 1);
        if (found <= at)
            return false;
        at = found + part.length;
    }
    return at === title.length;
}
/** The last line of an error in a log: where it is explained. */
function withHelp(message, title) {
    return `${message}\nHelp: ${helpLink(title)}`;
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


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ textLimit),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   Sr: () => (/* binding */ cleanLogLine),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   uz: () => (/* binding */ splitLines),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/**
 * One line of somebody else's output that can be shown in a log: colours stay, every other control character and
 * escape goes, so does what turns or hides text, and nothing in it can act as a workflow command (the runner acts on `::` at the start of a line and on
 * `##[` anywhere).
 */
function cleanLogLine(line) {
    return neutralize(stripControls(line));
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
function stripControls(line) {
    return (line
        // Operating system commands, then control sequences other than colours, then single escapes.
        .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g, '')
        .replace(/\x1b\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]/g, '')
        .replace(/\x1b(?!\[[0-9;]*m)/g, '')
        .replace(/[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, ''));
}
function neutralize(line) {
    return line.replaceAll('##[', '## [').replace(/^((?:\s|\x1b\[[0-9;]*m)*):(?=:)/, '$1: ');
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

};

export const id = 486;
export const ids = [486];
export const modules = {

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
    const size = (layer) => (layer === undefined ? 0 : (0,_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(layer, metric));
    return kind === 'same' ? 0 : size(after) - size(before);
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ readHeadFile),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   U8: () => (/* binding */ readTopLevel),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _shared_child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7272);




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
            env: { ...(0,_shared_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForGit */ .Tu)(process.env), ...env },
        });
        return result.exitCode === 0 ? result.stdout : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
function isCommit(text) {
    return /^[0-9a-f]{40,64}$/.test(text);
}
/** Reads HEAD of the repository that a folder is in; undefined where there is no git or no commit. */
async function readHead(folder) {
    const [object, commit, status] = await Promise.all([
        runGit(folder, ['cat-file', '-p', 'HEAD']),
        runGit(folder, ['rev-parse', 'HEAD']),
        runGit(folder, ['status', '--porcelain', '--', '.']),
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
    return (await runGit(folder, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '') || undefined;
}
/**
 * Reads which commit is checked out in a folder from git's own files (gitrepository-layout(5)): for machines that have the clone but
 * no git, or a git that refuses it since it belongs to another user. Undefined where the files don't say.
 */
async function readHeadFile(folder) {
    const gitFolder = await findGitFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder));
    if (gitFolder === undefined)
        return undefined;
    const head = await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitFolder, 'HEAD'));
    const [, ref] = /^ref: (refs\/\S+)$/.exec(head ?? '') ?? [];
    if (ref === undefined)
        return asCommit(head);
    // A worktree has a HEAD of its own; its branches are those of the repository.
    const common = await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitFolder, 'commondir'));
    const shared = common === undefined ? gitFolder : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(gitFolder, common);
    return asCommit(await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(shared, ref))) ?? findPacked(await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(shared, 'packed-refs')), ref);
}
/** The folder with git's files, of the folder or of one that it is in; a worktree or a submodule only names it. */
async function findGitFolder(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git');
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found?.isDirectory())
        return path;
    const [, named] = /^gitdir: (.+)$/.exec((found && (await read(path))) ?? '') ?? [];
    if (named !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, named);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? undefined : findGitFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder));
}
function findPacked(packed, ref) {
    const line = packed?.split('\n').find((one) => one.endsWith(` ${ref}`));
    return asCommit(line?.slice(0, -ref.length - 1));
}
async function read(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined))?.trim();
}
function asCommit(text) {
    return text !== undefined && isCommit(text) ? text : undefined;
}


/***/ }),

/***/ 2621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRunFacts),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2630);


const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), undefined);
const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1))), undefined);
const flag = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()), undefined);
function part(entries) {
    return valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries)), undefined);
}
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    before: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    forced: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    pull_request: part({
        number: count,
        state: text,
        base: part({ sha: text }),
        // Without a repository when the fork is gone.
        head: part({ sha: text, repo: part({ full_name: text }) }),
        labels: valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })), []),
    }),
    merge_group: part({ base_sha: text, base_ref: text }),
    repository: part({
        default_branch: text,
        private: flag,
        description: text,
        license: part({ spdx_id: text }),
    }),
    head_commit: part({ timestamp: text }),
});
/** Reads the event file; what is not there, or of another form, is left out. */
async function readEvent({ GITHUB_EVENT_PATH: path }) {
    return (await (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readFileAs */ .T)(eventSchema, path)) ?? {};
}
/** Reads them from the runner's variables and the event's file; an event that can't be read says nothing. */
async function readRunFacts(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env;
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env;
    const { repository: facts, head_commit: head } = await readEvent(env);
    return {
        ...{ event, ref, commit },
        defaultBranch: facts?.default_branch ?? '',
        repositoryUrl: server === '' || repository === '' ? '' : `${server}/${repository}`,
        description: facts?.description ?? '',
        license: facts?.license?.spdx_id ?? '',
        committedAt: head?.timestamp ?? '',
    };
}


/***/ }),

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ readableShell),
/* harmony export */   Fl: () => (/* binding */ scriptOf),
/* harmony export */   H7: () => (/* binding */ isShell),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   dl: () => (/* binding */ withoutLeaders),
/* harmony export */   fp: () => (/* binding */ readShellCall),
/* harmony export */   lU: () => (/* binding */ scriptIn),
/* harmony export */   qM: () => (/* binding */ substitutionsOf),
/* harmony export */   xo: () => (/* binding */ readShellOptions)
/* harmony export */ });
/* harmony import */ var unbash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8989);
/* harmony import */ var _dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8014);
/* harmony import */ var _dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6856);



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
    const text = execForm?.map(quote).join(' ') ?? argument;
    return { text, errexit: false, pipefail: false };
}
/** The same with all that the stage says: its SHELL, working folder and variables. */
function scriptIn(dockerfile, stage, instruction) {
    const { workdir, variables } = (0,_dockerfile_copied_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .readCopiedTree */ .Z)(dockerfile, stage, instruction);
    const script = { ...scriptOf(instruction), folder: workdir, variables };
    if (instruction.execForm !== undefined)
        return script;
    const shell = (0,_dockerfile_stage_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .instructionsOf */ .Jk)(dockerfile, stage).findLast((one) => one.keyword === 'SHELL' && one.firstLine < instruction.firstLine)?.execForm;
    return { ...script, ...readShellOptions(shell ?? []) };
}
/** What the words that start a shell, or follow `set`, turn on. PowerShell has a variable for that. */
function readShellOptions(words) {
    const isOn = (word) => /^-[acefhlnouvx]*e[acefhlnouvx]*$|^errexit$/.test(word) ||
        /PSNativeCommandUseErrorActionPreference\s*=\s*\$true/i.test(word);
    return { errexit: words.some(isOn), pipefail: words.includes('pipefail') };
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
    const found = [];
    (0,unbash__WEBPACK_IMPORTED_MODULE_0__/* .forEachChild */ .dK)(node, (child) => {
        if (child.type === 'Script')
            found.push(child);
        else if (child.type !== 'HereDoc')
            found.push(...substitutionsOf(child));
    });
    return found;
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
function quote(word) {
    return /^[\w./:=@,+%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
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
            takeArguments(dockerfile, argument, tree.variables);
            return;
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
            tree.patterns.push(toPattern(instruction, words, tree.workdir));
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
        if (!brings(path) || source === undefined || /\*\*|\$/.test(source) || (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .hasVariables */ .cF)(target))
            return undefined;
        const depth = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', source).split('/').filter(Boolean).length;
        // What matches is taken by its name alone; of a folder that matches, what is in it.
        const inside = keepsFolders ? path : path.split('/').slice(depth).join('/') || node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workdir, target), inside);
    };
    return { line: firstLine, brings, placeOf };
}
/** Takes `NAME=default …`, where a build argument wins, and `NAME` with the value from above the first FROM. */
function takeArguments({ buildArgs, globalArgs }, argument, variables) {
    declare(argument, variables);
    for (const name of (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(argument).map((word) => word.split('=')[0] ?? '')) {
        const value = buildArgs.get(name) ?? (variables.has(name) ? undefined : globalArgs.get(name));
        if (value !== undefined)
            variables.set(name, value);
    }
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
        if (instruction.flags.some(({ name }) => name === 'parents')) {
            // What stands before a pivot, `a/./b`, is left out.
            const kept = word.split('/./').at(-1) ?? word;
            tree.copies.push({
                source: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative('/', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', word)),
                destination: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(absolute, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', kept)).replace(/(?<=.)\/$/, ''),
                line: instruction.firstLine,
            });
            continue;
        }
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
    const rulesFor = (path) => {
        const matching = rules.filter(({ matcher }) => matcher.test(path));
        const from = matching.findLastIndex(({ pattern }) => pattern.startsWith('!')) + 1;
        return matching.slice(from).map(({ line, pattern }) => ({ line, pattern }));
    };
    return { ruleFor: (path) => last(path, false), rulesFor, exceptionFor: (path) => last(path, true) };
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
/* harmony export */   N: () => (/* binding */ typeOfMount),
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   W9: () => (/* binding */ secretFileOf),
/* harmony export */   cS: () => (/* binding */ mountsOf),
/* harmony export */   fo: () => (/* binding */ writtenFlags),
/* harmony export */   zj: () => (/* binding */ secretIdOf),
/* harmony export */   zt: () => (/* binding */ parseMount)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2630);
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8390);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3258);





/**
 * Parses a Dockerfile. `buildArgs` are the values that win over the defaults of `ARG` before the first `FROM`.
 * Throws a UserError for a file that has no stage.
 */
function parseDockerfile(text, shown, buildArgs) {
    // A byte order mark is not part of the first keyword; BuildKit strips it too.
    const clean = text.replace(/^\uFEFF/, '');
    // A carriage return by itself ends no line for BuildKit, but it does for the parser.
    const parsed = dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(clean.replace(/\r(?!\n)/g, ' '));
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
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('No stage to build', `${shown} ${what}, so there is nothing to build.`, {
            file: shown,
            line: 1,
        });
    }
    return { shown, text: clean, stages, buildArgs: new Map(buildArgs), globalArgs: variables };
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
        base: (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(node.getImage() ?? '', variables),
        firstLine: instruction.firstLine,
        fromLastLine: instruction.lastLine,
        instructions: [],
    };
}
function declare(argument, variables, buildArgs) {
    for (const word of (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .yM)(argument)) {
        const [name = '', ...rest] = word.split('=');
        const given = buildArgs.findLast(([key]) => key === name)?.[1];
        const value = given ?? (rest.length > 0 ? (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .expandWord */ .Vo)(rest.join('='), variables) : undefined);
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
    return (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAs */ .g)(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), argument);
}
/** The flags of an instruction as they are written, such as `--from=publish`. */
function writtenFlags({ flags }) {
    return flags.map(({ name, value }) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
/** The mounts of a RUN that are of one type; one without a type is a bind mount. */
function mountsOf({ flags }, type) {
    return flags
        .filter(({ name }) => name === 'mount')
        .map(({ value }) => parseMount(value))
        .filter((options) => typeOfMount(options) === type);
}
/** The options of a mount's flag. */
function parseMount(value) {
    return new Map(value.split(',').map(splitOption));
}
/** What a mount is of; without a type it is of the build context, another stage or an image. */
function typeOfMount(options) {
    return options.get('type') ?? 'bind';
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


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ instructionsOf),
/* harmony export */   RE: () => (/* binding */ nameForStage),
/* harmony export */   _6: () => (/* binding */ nameStage),
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
/** All instructions that make a stage, those of the stages that it descends from first: in the order in which they run. */
function instructionsOf(dockerfile, stage) {
    return chainOf(dockerfile, stage)
        .reverse()
        .flatMap(({ instructions }) => instructions);
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
    return [(0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction), ...variables];
}
/** Whether this or another instruction uses result files, so that they must stay where the team has them. */
function isReadLater(dockerfile, instruction) {
    // The format and the name of a report are no use of one; a name without a folder is one in the folder of results.
    const ownWords = (0,_commands_shell_text_js__WEBPACK_IMPORTED_MODULE_3__/* .commandOf */ .Nl)(instruction)
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

/***/ 7929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ renderAdvice)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);


const maxShown = 12;
/** What could be made better, the most bytes first, each with what it was seen by and what to write; folded as one. */
function renderAdvice({ advice, source }) {
    if (advice.length === 0)
        return [];
    const left = advice.length - maxShown;
    const more = left > 0 ? [`… and ${left} more ${left === 1 ? 'piece' : 'pieces'} of advice; report.json has them.`] : [];
    const body = [...advice.slice(0, maxShown).map((one) => renderOne(one, source)), ...more].join('\n\n');
    const [first] = advice;
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`💡 ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(advice.length, 'suggestion')}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(first?.title ?? '')}`, body)];
}
function renderOne({ title, evidence, place, fix, link }, source) {
    const where = place === undefined ? '' : ` — ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkPlace */ .yG)(place, source)}`;
    const seen = evidence.map((line) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(line)}`).join('\n');
    return [`**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(title)}**${where}`, seen, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(fix), `[Read more](${link})`]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ renderSize)
/* harmony export */ });
/* harmony import */ var _compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(472);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9967);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(198);
/* harmony import */ var _compare_min_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5651);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);
/* harmony import */ var _text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8960);






const maxRows = 60;
const maxParts = 25;
const maxFiles = 10;
/** How large the image is, what changed and why, as Markdown parts. */
function renderSize(report) {
    const { image } = report;
    return image === undefined
        ? []
        : [...renderPlatforms(report), renderTotals(report, image), ...renderChange(report)];
}
/** Sizes by platform; what follows is of the first one. */
function renderPlatforms(report) {
    const rows = (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .platformRows */ .RN)(report).map(([platform = '', ...cells]) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(platform), ...cells.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)]);
    if (rows.length === 0)
        return [];
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(_text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .platformHeadings */ .rz, rows), `Below: ${rows[0]?.[0] ?? ''}.`];
}
function baselineOf({ baseline, comparison, }) {
    return baseline?.kind === 'found' && comparison !== undefined ? baseline : undefined;
}
function renderTotals(report, image) {
    const before = baselineOf(report);
    const row = (title, now, then) => [
        title,
        (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(now),
        ...(before === undefined
            ? []
            : [then === undefined ? '' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(then), describeChange(now, then, report.comparison)]),
    ];
    const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:'];
    const estimate = image.method === 'docker-save' ? ' (an estimate: this engine keeps no compressed layers)' : '';
    const ofBase = image.layers
        .filter(({ isBase }) => isBase)
        .reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(headings, [
        row(`**Compressed**, in a registry${estimate}`, image.compressedBytes, before?.compressedBytes),
        ...(image.base === undefined
            ? []
            : [
                row(`– base image ${nameBase(image)}`, ofBase, before?.baseCompressedBytes),
                row('– your layers', image.compressedBytes - ofBase, before && before.compressedBytes - before.baseCompressedBytes),
            ]),
        row('**Uncompressed**, on disk', image.uncompressedBytes, before?.uncompressedBytes),
        ...renderDownload(report, image),
    ]);
}
/** What a machine with the baseline still has to fetch; of estimated sizes there is no such figure. */
function renderDownload({ comparison }, { method, downloadBytes }) {
    if (comparison === undefined || method === 'docker-save')
        return [];
    return [['**Download size**, for a machine that has the baseline', (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(downloadBytes), '', '']];
}
function describeChange(now, then, comparison) {
    if (then === undefined)
        return '';
    const change = now - then;
    if (comparison === undefined || (0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_3__/* .countsAsNone */ .P4)(change, comparison))
        return 'no change';
    if ((0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_3__/* .isNoChange */ .IS)(comparison, change))
        return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatChange */ .eD)(change)}, recompressed`;
    if (then === 0)
        return 'new';
    return (0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatChangeOf */ .Jt)(change, then);
}
function nameBase({ base }) {
    const version = base?.dotnetVersion === undefined ? '' : `, .NET ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(base.dotnetVersion)}`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(base?.name ?? '')}${version}`;
}
/** Why the size changed: parts, files and layers. */
function renderChange(report) {
    const { comparison, sizeMetric } = report;
    if (comparison === undefined)
        return [];
    const isChanged = comparison.layers.some((change) => change.kind !== 'same');
    if (!isChanged)
        return ['No layer changed.'];
    const { rows, left } = (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .partRows */ .JS)(comparison, sizeMetric, maxParts, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY);
    const more = left > 0 ? [`… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(left, 'smaller change')}; report.json has them.`] : [];
    return [
        ...(rows.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['What changed', 'version', 'compressed:', 'uncompressed:'], rows)]),
        ...more,
        ...renderFiles(comparison),
        renderLayerChanges(report, comparison),
    ];
}
function renderFiles(comparison) {
    const { files } = comparison;
    if (files.length === 0)
        return [];
    const rows = files
        .slice(0, maxFiles)
        .map(({ kind, part, path, pathBefore, beforeBytes, afterBytes, compressedChangeBytes }) => [
        `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path)}${pathBefore === undefined ? '' : `<br>was ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(pathBefore)}`}`,
        kind === 'removed' ? 'removed' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(afterBytes),
        kind === 'added' ? (part.kind === 'repeated' ? 'in a layer below' : 'new') : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(beforeBytes),
        kind === 'changed' && afterBytes === beforeBytes
            ? 'other content'
            : (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .changeCell */ .fd)(comparison, afterBytes - beforeBytes),
        (0,_compare_min_change_js__WEBPACK_IMPORTED_MODULE_3__/* .countsAsNone */ .P4)(compressedChangeBytes, comparison) ? '' : `≈ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatChange */ .eD)(compressedChangeBytes)}`,
    ]);
    const left = files.length - rows.length;
    const more = left > 0 ? `\n\n… and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(left, 'more file')}; report.json has them.` : '';
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Files: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(files.length, 'change')}`, `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['file', 'now:', 'before:', 'change:', 'compressed:'], rows)}${more}`),
    ];
}
function renderLayerChanges(report, comparison) {
    const changed = comparison.layers.filter((change) => change.kind !== 'same');
    const rows = [...changed]
        .sort((a, b) => Math.abs((0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .layerChangeBytes */ .HZ)(b, report.sizeMetric)) - Math.abs((0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .layerChangeBytes */ .HZ)(a, report.sizeMetric)))
        .slice(0, maxRows)
        .map((change) => {
        const { before, after } = change;
        const layer = after ?? before;
        return [
            layer === undefined ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLayer */ .$d)(layer),
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(layer, report),
            after === undefined ? 'removed' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(after.compressedBytes),
            before === undefined ? 'new' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .X)(before.compressedBytes),
            (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .changeCell */ .fd)(comparison, (0,_compare_compare_layers_js__WEBPACK_IMPORTED_MODULE_5__/* .layerChangeBytes */ .HZ)(change, 'compressed')),
        ];
    });
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Layers: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(changed.length, 'change')}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['made by', 'where', 'now:', 'before:', 'change:'], rows));
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ renderMarkdown),
  J: () => (/* binding */ renderReason)
});

// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/report/summary/render-failures.js
var render_failures = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/src/report/summary/render-problems.js
var render_problems = __webpack_require__(5761);
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
/** There is room for so many commits on the axis of a chart. */
const maxPoints = 10;
/** What the axis shows at least, as a share of the largest size: a change of 1 % is a small step then. */
const minSpan = 0.2;
/** The last sizes as a mermaid block, in megabytes, the oldest first. */
function historyChart(title, points) {
    const shown = points.slice(-maxPoints);
    const sizes = shown.map(({ sizeBytes }) => sizeBytes / 1e6);
    const [low, high] = axisOf(sizes);
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
        `    x-axis [${uniqueLabels(shown.map(({ label }) => chartLabel(label)))
            .map((label) => `"${label}"`)
            .join(', ')}]`,
        `    y-axis "MB" ${low.toFixed(3)} --> ${high.toFixed(3)}`,
        `    line [${sizes.map((size) => size.toFixed(3)).join(', ')}]`,
    ]);
}
/** The ends of an axis that has room around all sizes, and does not show a small change as a cliff. */
function axisOf(sizes) {
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
    const span = Math.max((high - low) * 1.5, high * minSpan, 0.001);
    const middle = (low + high) / 2;
    const bottom = Math.max(0, middle - span / 2);
    return [bottom, bottom + span];
}
/** Equal labels would fall into one point. */
function uniqueLabels(labels) {
    return labels.map((label, index) => {
        const count = labels.slice(0, index).filter((one) => one === label).length;
        return count === 0 ? label : `${label} (${count + 1})`;
    });
}
function mermaid(themeVariables, lines) {
    const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables })}}%%`;
    return ['```mermaid', init, ...lines, '```'].join('\n');
}
/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name) {
    return (0,shared_text/* cutText */.IN)((0,shared_text/* oneLine */.TN)(name.replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')), maxLabelLength);
}
/** GitHub draws no flowchart with more. */
const maxEdges = 450;
/** Readable on light and dark: each has its own colour of text. */
const stageStyles = {
    built: 'fill:#ddf4ff,stroke:#4e79a7,color:#1f2328',
    final: 'fill:#59a14f,stroke:#2f6b28,color:#ffffff,stroke-width:3px',
    tests: 'fill:#c9a227,stroke:#8a6d0b,color:#1f2328',
    unbuilt: 'fill:#d0d7de,stroke:#848d97,color:#57606a,stroke-dasharray:4',
};
/** The stages of a build as a mermaid flowchart: solid arrows for FROM, dotted ones for COPY --from. */
function stageChart(nodes) {
    const images = [...new Set(nodes.flatMap(({ image }) => image ?? []))];
    const isThere = (index) => index < nodes.length;
    const shapes = [
        ...images.map((image, index) => `  i${index}(["${chartLabel(image)}"])`),
        ...nodes.map(({ lines, kind }, index) => {
            const label = lines.map(chartLabel).filter((line) => line !== '');
            return `  s${index}["${label.join('<br/>')}"]:::${kind}`;
        }),
    ];
    const edges = nodes.flatMap(({ image, from, copiesFrom }, index) => [
        ...(image === undefined ? [] : [`  i${images.indexOf(image)} --> s${index}`]),
        ...(from !== undefined && isThere(from) ? [`  s${from} --> s${index}`] : []),
        ...copiesFrom.filter(isThere).map((source) => `  s${source} -. COPY .-> s${index}`),
    ]);
    const styles = Object.entries(stageStyles).map(([kind, style]) => `  classDef ${kind} ${style}`);
    return ['```mermaid', 'flowchart LR', ...shapes, ...edges.slice(0, maxEdges), ...styles, '```'].join('\n');
}

// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
// EXTERNAL MODULE: ./lib/src/report/text/format.js
var text_format = __webpack_require__(198);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-stages.js




const maxStages = 60;
/** The stages as a picture and a table: which comes from which, what each took, where the tests ran, which one is the final image. */
function renderStages(report) {
    const stages = (report.stages ?? [])
        .slice(0, maxStages)
        .map((stage) => ({ ...stage, isFinal: stage.isFinal && report.testsOnly !== true }));
    if (stages.length < 2)
        return [];
    const steps = ownSteps(report);
    const needed = report.image === undefined ? new Set() : findNeeded(stages);
    const all = stages.map((stage, index) => ({
        stage,
        steps: steps.get(stage.name.toLowerCase()) ?? (needed.has(index) ? [] : undefined),
    }));
    const nameOf = (index) => (0,markdown/* code */.aY)(stages[index]?.name ?? '');
    const rows = all.map(({ stage, steps: own }) => [
        stage.line === undefined
            ? (0,markdown/* code */.aY)(stage.name)
            : (0,markdown/* linkPlace */.yG)({ file: report.file, line: stage.line }, report.source, (0,markdown/* code */.aY)(stage.name)),
        stage.from === undefined ? (0,markdown/* code */.aY)(stage.base) : nameOf(stage.from),
        stage.copiesFrom.map(nameOf).join(', '),
        own === undefined || own.length === 0 ? '' : (0,format/* formatDuration */.a)(timeOf(own)),
        own === undefined || own.length === 0 ? '' : `${countCached(own)} of ${own.length}`,
        roleOf(stage, own),
    ]);
    const nodes = all.map(({ stage, steps: own }) => ({
        lines: [
            stage.name,
            ...(own === undefined || own.length === 0
                ? []
                : [`${(0,format/* formatDuration */.a)(timeOf(own))}, ${countCached(own)} of ${own.length} cached`]),
            roleOf(stage, own),
        ],
        image: stage.from === undefined ? stage.base : undefined,
        from: stage.from,
        copiesFrom: stage.copiesFrom,
        kind: own === undefined ? 'unbuilt' : stage.isFinal ? 'final' : stage.runsTests ? 'tests' : 'built',
    }));
    const built = all.filter((one) => one.steps !== undefined).length;
    const list = (0,markdown/* table */.tp)(['stage', 'made from', 'copies from', 'time:', 'steps from the cache:', ''], rows);
    return [(0,markdown/* details */.zH)(`${(0,text_format/* plural */.LS)(stages.length, 'stage')}, ${built} built`, `${stageChart(nodes)}\n\n${list}`)];
}
function roleOf({ isFinal, runsTests }, steps) {
    if (steps === undefined)
        return 'not built';
    return [...(runsTests ? ['tests ran here'] : []), ...(isFinal ? ['final image'] : [])].join(', ');
}
/** The stages that the final image is made from: of those that are equal BuildKit builds one, and names that alone. */
function findNeeded(stages) {
    const needed = new Set();
    const waiting = stages.flatMap(({ isFinal }, index) => (isFinal ? [index] : []));
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        const stage = stages[index];
        if (stage === undefined || needed.has(index))
            continue;
        needed.add(index);
        waiting.push(...stage.copiesFrom, ...(stage.from === undefined ? [] : [stage.from]));
    }
    return needed;
}
/**
 * The steps of each stage in both builds, each once, also what BuildKit does twice for one line, as for COPY --link; a stage that was only
 * named has an empty list.
 */
function ownSteps({ steps }) {
    const stages = new Map();
    for (const step of [...steps.test, ...steps.image]) {
        if (step.stage === undefined)
            continue;
        const known = stages.get(step.stage.toLowerCase()) ?? new Map();
        stages.set(step.stage.toLowerCase(), known);
        if (/^(?:FROM|LINK) /.test(step.name))
            continue;
        const key = `${step.platform ?? ''} ${step.name}`;
        if (known.get(key)?.outcome !== 'done')
            known.set(key, step);
    }
    return new Map([...stages].map(([name, known]) => [name, [...known.values()]]));
}
function timeOf(steps) {
    return steps.reduce((sum, { outcome, durationMs }) => sum + (outcome === 'cached' ? 0 : durationMs), 0);
}
function countCached(steps) {
    return steps.filter(({ outcome }) => outcome === 'cached').length;
}

// EXTERNAL MODULE: ./lib/src/report/summary/render-tests.js
var render_tests = __webpack_require__(3096);
// EXTERNAL MODULE: ./lib/src/report/text/sentences.js
var sentences = __webpack_require__(9879);
// EXTERNAL MODULE: ./lib/src/report/text/describe-excess.js
var describe_excess = __webpack_require__(830);
// EXTERNAL MODULE: ./lib/src/report/text/part-labels.js
var part_labels = __webpack_require__(2830);
// EXTERNAL MODULE: ./lib/src/report/summary/render-advice.js
var render_advice = __webpack_require__(7929);
// EXTERNAL MODULE: ./lib/src/compare/metric.js
var metric = __webpack_require__(5840);
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
        ...renderHidden(report, image),
        ...renderHistory(report, image),
        renderLayers(report, image),
    ];
}
/** What the image is made of, as a chart and a table. */
function renderMakeup(image) {
    const { parts } = image;
    const [shown, smaller] = [parts.slice(0, maxParts), parts.slice(maxParts)];
    const rows = shown.map((part) => rowOf((0,part_labels/* namePart */.f0)(part, markdown/* code */.aY), (0,markdown/* code */.aY)(part.version ?? ''), [part]));
    const rest = smaller.length === 0 ? [] : [rowOf((0,text_format/* plural */.LS)(smaller.length, 'smaller part'), '', smaller)];
    const own = parts.filter((part) => part.kind !== 'base');
    const chart = pieChart('Your layers, uncompressed', own.map((part) => ({ label: (0,part_labels/* namePart */.f0)(part, plain), value: part.uncompressedBytes })));
    const list = (0,markdown/* table */.tp)(['part', 'version', 'files:', 'compressed:', 'uncompressed:'], [...rows, ...rest]);
    const note = `≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.${renderSdk(image)}`;
    return [
        (0,markdown/* details */.zH)('What the image is made of', [chart, list, note].filter((part) => part !== '').join('\n\n')),
    ];
}
/** A row for one part, or for those that found no row of their own. */
function rowOf(name, version, parts) {
    const sum = (size) => parts.reduce((all, part) => all + size(part), 0);
    const isEstimate = parts.some((part) => part.isEstimate && part.compressedBytes > 0);
    return [
        name,
        version,
        String(sum((part) => part.fileCount)),
        `${isEstimate ? '≈ ' : ''}${(0,format/* formatSize */.X)(sum((part) => part.compressedBytes))}`,
        (0,format/* formatSize */.X)(sum((part) => part.uncompressedBytes)),
    ];
}
/** What stays out of the image since it is built in several stages. */
function renderSdk({ sdk, compressedBytes }) {
    if (sdk === undefined)
        return '';
    const saved = (0,format/* formatSize */.X)(sdk.compressedBytes - compressedBytes);
    return `\n\nIt was built in ${(0,markdown/* code */.aY)(sdk.name)}, which has ${(0,format/* formatSize */.X)(sdk.compressedBytes)} compressed: the final stage of its own saves ${saved} and more.`;
}
function plain(name) {
    return name;
}
function renderHidden(report, image) {
    const { bytes, files } = image.hidden;
    if (bytes < minHiddenBytes)
        return [];
    const rows = files
        .slice(0, maxFiles)
        .map(({ path, sizeBytes, layer, hiddenBy }) => [
        (0,markdown/* code */.aY)(path),
        (0,format/* formatSize */.X)(sizeBytes),
        (0,markdown/* placeOf */.$t)(image.layers[layer], report),
        (0,markdown/* placeOf */.$t)(image.layers[hiddenBy], report),
    ]);
    return [
        (0,markdown/* details */.zH)(`${(0,format/* formatSize */.X)(bytes)} uncompressed in files that later layers replace or remove`, (0,markdown/* table */.tp)(['file', 'size:', 'comes from', 'replaced or removed by'], rows)),
    ];
}
function renderLayers(report, image) {
    const { layersRead } = image;
    const rows = image.layers
        .slice(0, maxRows)
        .map((layer) => [
        (0,markdown/* describeLayer */.$d)(layer),
        (0,markdown/* placeOf */.$t)(layer, report),
        (0,format/* formatSize */.X)(layer.compressedBytes),
        (0,format/* formatSize */.X)(layer.uncompressedBytes),
    ]);
    const read = layersRead < image.layers.length
        ? `\n\n${(0,text_format/* plural */.LS)(layersRead, 'layer')} were read; the others are known from the baseline.`
        : '';
    return (0,markdown/* details */.zH)(`All ${(0,text_format/* plural */.LS)(image.layers.length, 'layer')}`, `${(0,markdown/* table */.tp)(['made by', 'where', 'compressed:', 'uncompressed:'], rows)}${read}`);
}
/** How the size came to be what it is, as a chart and a table. */
function renderHistory({ history, sizeMetric }, image) {
    const points = [...history, image];
    if (points.length < 3)
        return [];
    const label = ({ commit, createdAt }) => commit?.slice(0, 7) ?? createdAt.slice(5, 16).replace('T', ' ');
    const chart = historyChart(`Size (${sizeMetric})`, points.map((point) => ({ label: label(point), sizeBytes: (0,metric/* sizeOf */.$d)(point, sizeMetric) })));
    const rows = [...points]
        .reverse()
        .map((point) => [
        (0,markdown/* code */.aY)(label(point)),
        point.createdAt.slice(0, 16).replace('T', ' '),
        (0,format/* formatSize */.X)(point.compressedBytes),
        (0,format/* formatSize */.X)(point.uncompressedBytes),
    ]);
    const list = (0,markdown/* table */.tp)(['commit', 'measured (UTC)', 'compressed:', 'uncompressed:'], rows);
    return [(0,markdown/* details */.zH)(`Trend: the last ${points.length} sizes`, `${chart}\n\n${list}`)];
}

// EXTERNAL MODULE: ./lib/src/report/summary/render-size.js
var render_size = __webpack_require__(8632);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var text_headline = __webpack_require__(8997);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-summary.js















const render_summary_maxRows = 60;
/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000;
/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
function renderMarkdown(report, now) {
    // Why no test ran is a part of the answer.
    const reasons = report.warnings.filter((one) => one.startsWith('No tests were run: '));
    const parts = [
        renderHeadline(report),
        renderSubline(report, now),
        ...reasons.map(markdown/* text */.Qq),
        ...(0,render_problems/* renderProblems */.x)(report),
        (0,sentences/* describeSmoke */.XJ)(report, markdown/* code */.aY) ?? '',
        ...(0,render_failures/* renderFailures */.SL)(report),
        ...(0,render_size/* renderSize */.q)(report),
        ...(0,render_advice/* renderAdvice */.x)(report),
        ...(0,render_tests/* renderTests */.C)(report),
        ...renderContents(report),
        ...renderStages(report),
        renderSteps(report),
        ...report.warnings.filter((one) => !reasons.includes(one)).map((warning) => `> ⚠️ ${(0,markdown/* text */.Qq)(warning)}`),
        ...(report.notices ?? []).flatMap(({ message, snippet }) => (0,render_problems/* renderMessage */.e)(message, snippet)),
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
    const note = `… ${(0,text_format/* plural */.LS)(left, 'part')} of this report found no room here; report.json has everything.`;
    return left === 0 ? kept : [...kept, note];
}
function renderHeadline(report) {
    const headline = (0,text_headline/* readHeadline */.ly)(report);
    return `### ${markdown/* marks */.Z8[headline.state]} ${(0,markdown/* text */.Qq)(headline.text)}`;
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
    const { imageKey, baseline, image, comparison, sizeMetric, testsOnly } = report;
    if (imageKey === '')
        return '';
    if (image === undefined)
        return testsOnly
            ? 'Every stage of this Dockerfile tests or serves one that does, so there is no image to measure.'
            : 'No image was built.';
    if (baseline === undefined)
        return '';
    const since = (0,sentences/* describeRelease */.NC)(report, now, { quote: markdown/* code */.aY, say: markdown/* text */.Qq });
    if (baseline.kind === 'none')
        return `${(0,markdown/* text */.Qq)(baseline.reason)} ${since}`.trimEnd();
    // What made an image exceed its limit stands with the limit.
    const isExplained = (0,describe_excess/* exceededLimits */.eG)(report.budget).some(({ kind }) => kind === 'growth');
    const reason = comparison === undefined || isExplained ? '' : (0,part_labels/* describeReason */.Gk)(comparison, sizeMetric, markdown/* code */.aY);
    return [`Compared with ${(0,sentences/* describeBaseline */.FT)(baseline, now, markdown/* code */.aY)}.`, reason, since]
        .filter((part) => part !== '')
        .join(' ');
}
function renderSteps(report) {
    const { cache, exported } = report;
    const steps = render_summary_ownSteps(report);
    const cacheSentence = cache === undefined
        ? ''
        : (0,markdown/* text */.Qq)(`Build ${cache.reason}.${describeUse(report)}${describeMounts(report)} ${(0,sentences/* describeDelivery */.Ks)(exported)}`.trimEnd());
    if (steps.length === 0)
        return cacheSentence;
    const cached = steps.filter(({ step }) => step.outcome === 'cached').length;
    const rows = steps.slice(0, render_summary_maxRows * 2).map(stepRow);
    return (0,markdown/* details */.zH)(`Steps: ${cached} of ${steps.length} from the cache`, `${(0,markdown/* table */.tp)(['for', 'stage', 'step', 'time:'], rows)}\n\n${cacheSentence}`);
}
/** What the cache brought, and what it cost. */
function describeUse({ cacheUse }) {
    if (cacheUse === undefined)
        return '';
    const { readMs, receivedBytes, writeMs } = cacheUse;
    const brought = receivedBytes === 0 ? '' : ` and brought ${(0,format/* formatSize */.X)(receivedBytes)}`;
    const written = writeMs === undefined ? '' : `; writing it took ${(0,format/* formatDuration */.a)(writeMs)}`;
    return ` Reading it took ${(0,format/* formatDuration */.a)(readMs)}${brought}${written}.`;
}
/** What it cost to keep the cache mounts, and what it brought. */
function describeMounts({ cacheMounts }) {
    if (cacheMounts === undefined)
        return '';
    const { restoreMs, restoredBytes, saveMs, savedBytes } = cacheMounts;
    const restored = restoredBytes === 0
        ? 'nothing was there to restore'
        : `restoring ${(0,format/* formatSize */.X)(restoredBytes)} took ${(0,format/* formatDuration */.a)(restoreMs)}`;
    const saved = saveMs === undefined ? '' : `; saving ${(0,format/* formatSize */.X)(savedBytes ?? 0)} took ${(0,format/* formatDuration */.a)(saveMs)}`;
    return ` Cache mounts: ${restored}${saved}.`;
}
/**
 * The Dockerfile's steps of both builds, each once: what the tests had built already is not told again, whichever build it ran in, nor
 * what BuildKit does twice for one line, as for COPY --link.
 */
function render_summary_ownSteps({ steps }) {
    const forTests = new Map(steps.test.filter(isOwn).map((step) => [keyOf(step), step]));
    const forImage = new Map(steps.image
        .filter((step) => {
        const known = forTests.get(keyOf(step));
        const isSame = step.outcome === 'cached' || known?.platform === step.platform;
        return isOwn(step) && !(known !== undefined && isSame && step.outcome !== 'failed');
    })
        .map((step) => [`${step.platform ?? ''} ${keyOf(step)}`, step]));
    return [
        ...[...forTests.values()].map((step) => ({ build: 'tests', step })),
        ...[...forImage.values()].map((step) => ({ build: 'image', step })),
    ];
}
function isOwn({ stage, name }) {
    return stage !== undefined && !/^(?:FROM|LINK) /.test(name);
}
function keyOf({ stage, position, name }) {
    return [stage, position, name].join(' ');
}
function stepRow({ build, step }) {
    const time = step.outcome === 'cached'
        ? 'cached'
        : step.outcome === 'done'
            ? (0,format/* formatDuration */.a)(step.durationMs)
            : step.outcome;
    const stage = `${(0,markdown/* code */.aY)(step.stage ?? '')}${step.platform === undefined ? '' : ` ${(0,markdown/* code */.aY)(step.platform)}`}`;
    return [build, stage, (0,markdown/* code */.aY)((0,shared_text/* cutText */.IN)(step.name, 120)), time];
}


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderTests)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);
/* harmony import */ var _testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1947);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);
/* harmony import */ var _render_failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7778);






const maxListed = 50;
const maxNamed = 5;
const slowest = 10;
/** Nothing is gained by speeding up a test that takes less. */
const slowMs = 1_000;
/** Counts per project with their change, and what is worth knowing of the tests: skipped and slow ones, coverage, what came and went. */
function renderTests({ tests, source }) {
    if (tests === undefined || tests.runs.length === 0)
        return [];
    const from = tests.source === 'log' ? ['These results are from the log: no result file was found.'] : [];
    return [
        ...renderNewlySkipped(tests),
        renderCounts(tests),
        ...from,
        ...renderDuration(tests),
        ...renderChange(tests),
        ...renderFlaky(tests),
        ...renderSkipped(tests.runs),
        ...renderSlowest(tests.runs),
        ...renderCoverage(tests, source),
    ];
}
function renderCounts({ runs, counts, baseline: before }) {
    const rows = [...runs]
        .sort((a, b) => Number(b.counts.failed > 0) - Number(a.counts.failed > 0))
        .slice(0, maxListed)
        .map((run) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`${run.project === '' ? 'tests' : run.project}${run.framework === undefined ? '' : ` (${run.framework})`}`),
        ...countCells(run.counts, runs.length === 1 ? before?.counts : undefined),
        run.durationMs === undefined ? '' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(run.durationMs),
    ]);
    const all = runs.length < 2 ? [] : [['**All**', ...countCells(counts, before?.counts), '']];
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Tests', 'passed:', 'failed:', 'skipped:', 'time:'], [...rows, ...all]);
}
/** Passed, failed and skipped, each with its change against the baseline. */
function countCells(now, then) {
    return ['passed', 'failed', 'skipped'].map((kind) => {
        const count = now[kind].toLocaleString('en');
        const shown = kind === 'failed' && now.failed > 0 ? `**${count}**` : count;
        return then === undefined ? shown : `${shown} (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCountChange */ .lq)(now[kind] - then[kind])})`;
    });
}
function renderDuration({ durationMs, baseline: before }) {
    if (before === undefined || before.durationMs === 0)
        return [];
    const change = Math.abs(durationMs - before.durationMs) < 500
        ? 'as before'
        : `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(before.durationMs)} before`;
    return [`Building and running the tests took ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(durationMs)}, ${change}.`];
}
/** Tests that ran at the baseline and are skipped now: nobody sees those in a count. */
function renderNewlySkipped({ baseline: before }) {
    const names = before?.newlySkipped ?? [];
    if (names.length === 0)
        return [];
    const named = names.slice(0, maxNamed).map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY).join(', ');
    const left = names.length - maxNamed;
    return [`⚠️ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(names.length, 'test')} newly skipped: ${named}${left > 0 ? ` and ${left} more` : ''}`];
}
function renderChange({ baseline: before }) {
    if (before === undefined)
        return [];
    const { gone, added } = before;
    const list = (title, names) => {
        if (names.length === 0)
            return [];
        const left = names.length - maxListed;
        const rows = names.slice(0, maxListed).map((name) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)}`);
        return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(title, [...rows, ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n'))];
    };
    return [
        ...list(`⚠️ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(gone.length, 'test')} of the baseline did not run`, gone),
        ...list((0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(added.length, 'new test'), added),
    ];
}
function renderFlaky({ flaky = [] }) {
    if (flaky.length === 0)
        return [];
    const rows = flaky
        .slice(0, maxListed)
        .map((test) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(test.name), test.attempts.join(', '), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(test.message ?? '', 200))]);
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`⚠️ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(flaky.length, 'flaky test')}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['test', 'attempts', 'first failure'], rows)),
    ];
}
function renderSkipped(runs) {
    const skipped = runs.flatMap((run) => run.results.filter((result) => result.outcome === 'skipped'));
    if (skipped.length === 0)
        return [];
    const rows = skipped
        .slice(0, maxListed)
        .map((result) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_render_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(result)), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(result.message ?? '', 200))]);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(skipped.length, 'test')} skipped`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['skipped', 'reason'], rows))];
}
function renderSlowest(runs) {
    const timed = runs
        .flatMap((run) => run.results)
        .filter((result) => (result.durationMs ?? 0) >= slowMs)
        .sort((a, b) => b.durationMs - a.durationMs);
    if (timed.length === 0)
        return [];
    const rows = timed
        .slice(0, slowest)
        .map((result) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_render_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .shortName */ .EU)(result)), (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(result.durationMs)]);
    const title = timed.length === 1 ? 'The slowest test' : `The ${rows.length} slowest tests`;
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(title, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['test', 'time:'], rows))];
}
function renderCoverage({ coverage, baseline: before }, source) {
    if (coverage === undefined)
        return [];
    const percent = (0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCoveragePercent */ .Qq)(coverage);
    const old = before?.linesValid ? ((before.linesCovered ?? 0) / before.linesValid) * 100 : undefined;
    const points = old === undefined ? 0 : percent - old;
    const change = Math.abs(points) < 0.05 ? '' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points)`;
    const title = `Coverage: ${percent.toFixed(1)} % of lines${change}, ${(0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .branchCoveragePercent */ .Yr)(coverage).toFixed(1)} % of branches`;
    const share = (covered, valid) => valid === 0 ? '' : `${((covered / valid) * 100).toFixed(0)} %`;
    const rows = [...coverage.files]
        .sort((a, b) => b.linesValid - b.linesCovered - (a.linesValid - a.linesCovered))
        .slice(0, maxListed)
        .map((file) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPlace */ .yG)({ file: file.path }, source),
        String(file.linesValid - file.linesCovered),
        share(file.linesCovered, file.linesValid),
        share(file.branchesCovered, file.branchesValid),
    ]);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(title, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['file', 'lines missed:', 'lines:', 'branches:'], rows))];
}


/***/ }),

/***/ 2630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readFileAs),
/* harmony export */   g: () => (/* binding */ parseAs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);


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

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ mergeCoverage),
/* harmony export */   Qq: () => (/* binding */ lineCoveragePercent),
/* harmony export */   Yr: () => (/* binding */ branchCoveragePercent),
/* harmony export */   s5: () => (/* binding */ noCoverage),
/* harmony export */   y9: () => (/* binding */ describeMissingCoverage)
/* harmony export */ });
/* harmony import */ var _log_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4129);
/* harmony import */ var _plan_instrument_result_strategy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4277);


/** Covered lines in percent; 100 for code without lines. */
function lineCoveragePercent({ total }) {
    return total.linesValid === 0 ? 100 : (total.linesCovered / total.linesValid) * 100;
}
/** Covered branches in percent; 100 for code without branches. */
function branchCoveragePercent({ total }) {
    return total.branchesValid === 0 ? 100 : (total.branchesCovered / total.branchesValid) * 100;
}
/**
 * Merges reports by file and line. The assemblies of the tests themselves are left out, by their names in any case, with or
 * without extension. A line is covered if any report says so; of its branches the best count holds, since Cobertura does
 * not say which of them were taken: what two projects cover of one line together can be more. So a report that is found
 * twice changes nothing.
 */
function mergeCoverage(reports, testAssemblies) {
    const tests = new Set(Array.from(testAssemblies, (name) => (0,_log_text_js__WEBPACK_IMPORTED_MODULE_0__/* .assemblyName */ .UU)(name).toLowerCase()));
    const merged = new Map();
    for (const { modules } of reports) {
        for (const { name, files } of modules) {
            if (tests.has(name.toLowerCase()))
                continue;
            for (const file of files)
                mergeFile(merged, file);
        }
    }
    const files = [...merged.values()].map(countFile).sort((a, b) => (a.path < b.path ? -1 : 1));
    return { total: sum(files), files };
}
function mergeFile(merged, { path, hits, branches }) {
    const known = merged.get(path);
    const into = known ?? {
        path,
        hits: new Map(),
        branches: new Map(),
    };
    if (known === undefined)
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
    for (const file of files) {
        total.linesCovered += file.linesCovered;
        total.linesValid += file.linesValid;
        total.branchesCovered += file.branchesCovered;
        total.branchesValid += file.branchesValid;
    }
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
            `Microsoft.Testing.Extensions.CodeCoverage, and their command ${_plan_instrument_result_strategy_js__WEBPACK_IMPORTED_MODULE_1__/* .platformCoverageOptions */ .cS}.`
        : `${noCoverage}: the test projects need the package coverlet.collector.`;
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
/**
 * One or more lines as a reader sees them: without terminal sequences and control characters, cut to `lineLimit`. A
 * carriage return inside begins a new line, as it does on the runner.
 */
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
/**
 * Milliseconds of `368 ms`, `< 1 ms` (0), `1 m 3 s`, `1s 103ms` or `2.4s`, as VSTest, Microsoft.Testing.Platform and the
 * terminal logger write durations in every language; undefined for anything else.
 */
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


/***/ })

};

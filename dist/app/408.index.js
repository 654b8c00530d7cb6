export const id = 408;
export const ids = [408];
export const modules = {

/***/ 2408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/git/checkout.js
var git_checkout = __webpack_require__(9721);
// EXTERNAL MODULE: ./lib/src/git/remote.js
var remote = __webpack_require__(6055);
// EXTERNAL MODULE: ./lib/src/git/git.js
var git = __webpack_require__(5349);
// EXTERNAL MODULE: ./lib/src/store/record-store.js
var record_store = __webpack_require__(6727);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
// EXTERNAL MODULE: ./lib/src/inputs/raw-inputs.js
var raw_inputs = __webpack_require__(7300);
// EXTERNAL MODULE: ./lib/src/entries/run-process.js + 109 modules
var run_process = __webpack_require__(5401);
// EXTERNAL MODULE: ./lib/src/report/model/to-json.js
var to_json = __webpack_require__(4085);
// EXTERNAL MODULE: ./lib/src/report/summary/render-summary.js + 3 modules
var render_summary = __webpack_require__(2630);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/shared/help-link.js
var help_link = __webpack_require__(6684);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/report/text/sentences.js
var sentences = __webpack_require__(9879);
// EXTERNAL MODULE: ./lib/src/report/text/format.js
var text_format = __webpack_require__(198);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var text_headline = __webpack_require__(8997);
// EXTERNAL MODULE: ./lib/src/compare/size-change.js
var size_change = __webpack_require__(9133);
// EXTERNAL MODULE: ./lib/src/report/text/part-labels.js + 1 modules
var part_labels = __webpack_require__(8309);
// EXTERNAL MODULE: ./lib/src/report/text/size-rows.js
var size_rows = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/src/report/render-terminal.js










/** No line is wider, so that the report fits a terminal beside an editor. */
const width = 100;
/** Most failed tests that are shown; report.json has all. */
const maxFailures = 20;
/** Most parts of a change that are shown; report.json has all. */
const maxParts = 12;
/** Most suggestions; report.md has all, each with what to write. */
const maxAdvice = 5;
const marks = { good: '✔', bad: '✘', warning: '!' };
/** Most characters of one line of a message; a program can print one without end. */
const maxLineLength = 4_000;
const helpLine = '  Help: ';
/** The report as plain text for a terminal: no line has more than 100 columns, but what is to be pasted, and the address of an error's help. */
function renderTerminal(report, now) {
    const headline = (0,text_headline/* readHeadline */.ly)(report);
    const blocks = [
        [
            `${marks[headline.state]} ${headline.text}`,
            ...(report.imageKey === '' ? [] : [`  ${report.imageKey}, stage ${report.target}`]),
        ],
        problemLines(report, headline.text),
        failureLines(report),
        platformLines(report),
        sizeLines(report, now),
        changeLines(report),
        [(0,sentences/* describeSmoke */.XJ)(report, shared_text/* oneLine */.TN) ?? []].flat(),
        report.advice
            .slice(0, maxAdvice)
            .map(({ title, place }) => `* ${(0,shared_text/* oneLine */.TN)(title)}${place === undefined ? '' : ` (${(0,errors/* formatPlace */.dE)(place)})`}`),
        report.warnings.map((warning) => `! ${(0,shared_text/* oneLine */.TN)(warning)}`),
        ...(report.notices ?? []).map(({ message }) => (0,shared_text/* splitLines */.uz)(message)),
    ];
    const lines = blocks.filter((block) => block.length > 0).flatMap((block) => ['', ...block]);
    const pasted = new Set([...report.problems, ...(report.notices ?? [])].flatMap(({ snippet = '' }) => (0,shared_text/* splitLines */.uz)(snippet)));
    const fitting = lines.flatMap((line) => {
        const clean = (0,shared_text/* cutText */.IN)((0,shared_text/* plainText */.wh)(line.replaceAll('\t', '    ')), maxLineLength).trimEnd();
        // A line of a Dockerfile means something else in two, and an address can't be followed.
        const isWhole = line.startsWith(helpLine) || pasted.has(line.trim()) || /^ *line \d+: /.test(line);
        return isWhole ? [clean] : wrapColumns(clean, width);
    });
    return `${fitting.join('\n')}\n`;
}
/** What is wrong; of failed tests where they ran, since the tests themselves follow. */
function problemLines({ problems, tests }, headline) {
    const isOfTests = tests?.result === 'failed' && tests.failures.length > 0;
    return problems.flatMap(({ title, message, place }) => {
        if (!isOfTests)
            return [
                // Once is enough where it is the answer itself.
                ...(headline.includes(title) ? [] : [title]),
                // That of tests stands in the message, with the command.
                ...(place === undefined || message.startsWith((0,errors/* formatPlace */.dE)(place)) ? [] : [`  ${(0,errors/* formatPlace */.dE)(place)}`]),
                ...(0,shared_text/* splitLines */.uz)(message).map((line) => `  ${line}`),
                `${helpLine}${(0,help_link/* helpLink */.Cp)(title)}`,
            ];
        const where = place === undefined ? '' : `${(0,errors/* formatPlace */.dE)(place)} `;
        const notes = (0,sentences/* notesOf */.h$)(message).map((line) => `  ${line}`);
        return [`Stage ${tests.stages.join(', ')}: ${where}${tests.place?.command ?? ''}`, ...notes];
    });
}
function failureLines({ tests }) {
    const failures = tests?.failures ?? [];
    const shown = failures.slice(0, maxFailures).flatMap(({ name, message, place }) => [
        `✘ ${(0,shared_text/* cutText */.IN)((0,shared_text/* oneLine */.TN)(name), 300)}${place === undefined ? '' : ` (${(0,errors/* formatPlace */.dE)(place)})`}`,
        ...(0,shared_text/* splitLines */.uz)(message ?? '')
            .slice(0, 6)
            .map((line) => `    ${(0,shared_text/* cutText */.IN)(line.replaceAll('\t', '    '), 300)}`),
    ]);
    const left = failures.length - maxFailures;
    return left > 0 ? [...shown, `… and ${(0,format/* plural */.LS)(left, 'more failed test')}; report.json has them`] : shown;
}
function platformLines(report) {
    const rows = (0,size_rows/* platformRows */.RN)(report);
    const headings = size_rows/* platformHeadings */.rz.map((heading) => heading.replace(/:$/, ''));
    return rows.length === 0 ? [] : columns([headings, ...rows]);
}
function sizeLines(report, now) {
    const { image, baseline, comparison, sizeMetric } = report;
    if (image === undefined)
        return [];
    const isEstimate = image.method === 'docker-save';
    const before = baseline?.kind === 'found' ? baseline : undefined;
    const change = (bytes, then) => {
        const isNone = comparison === undefined ? bytes === 0 : (0,size_change/* isNoChange */.IS)(comparison, bytes);
        return isNone ? ['no change', ''] : [(0,text_format/* formatChange */.eD)(bytes), (0,text_format/* formatShare */.T1)(bytes, then)];
    };
    const row = (title, size, then) => [
        title,
        (0,format/* formatSize */.Xq)(size),
        ...(then === undefined ? [] : [(0,format/* formatSize */.Xq)(then), ...change(size - then, then)]),
    ];
    const rows = [
        before === undefined ? ['', 'size'] : ['', 'now', 'before', 'change', ''],
        row(`compressed (${isEstimate ? 'estimated' : 'registry'})`, image.compressedBytes, before?.compressedBytes),
        row('uncompressed (disk)', image.uncompressedBytes, before?.uncompressedBytes),
        ...(before === undefined || comparison === undefined || isEstimate
            ? []
            : [['download with baseline', (0,format/* formatSize */.Xq)(image.downloadBytes), '', '', '']]),
    ];
    const reason = comparison && (0,part_labels/* describeReason */.Gk)(comparison, sizeMetric, shared_text/* oneLine */.TN);
    const compared = baseline?.kind === 'found'
        ? (0,format/* joinParts */.nn)(' ', [`Compared with ${(0,sentences/* describeBaseline */.FT)(baseline, now, shared_text/* oneLine */.TN)}.`, reason])
        : baseline?.reason;
    const since = (0,sentences/* describeRelease */.NC)(report, now, { quote: shared_text/* oneLine */.TN, say: shared_text/* oneLine */.TN });
    return [...columns(rows), ...[compared ?? '', since].filter((sentence) => sentence !== '')];
}
function changeLines({ comparison, sizeMetric }) {
    if (comparison === undefined)
        return [];
    if (comparison.layers.every((change) => change.kind === 'same'))
        return ['no layer changed'];
    const { rows } = (0,size_rows/* partRows */.JS)(comparison, sizeMetric, maxParts, shared_text/* oneLine */.TN);
    if (rows.length === 0)
        return [];
    const cut = rows.map(([name = '', versions = '', ...changes]) => [
        cutColumns(name, 50),
        cutColumns(versions, 25),
        ...changes,
    ]);
    return columns([['what changed', '', 'compressed', 'uncompressed'], ...cut]);
}
/** Lines with aligned columns: the first to the left, the others to the right. */
function columns(rows) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => columnsOf(row[index] ?? ''))));
    return rows.map((row) => row
        .map((cell, index) => {
        const space = ' '.repeat((widths[index] ?? 0) - columnsOf(cell));
        return index === 0 ? `${cell}${space}` : `${space}${cell}`;
    })
        .join('  ')
        .trimEnd());
}
/** Characters that take two columns (Unicode East Asian Width W and F, emoji), and those that take none. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const without = /[\p{M}\p{Cf}]/u;
/** How many columns a text takes in a terminal. */
function columnsOf(text) {
    let columns = 0;
    for (const character of text)
        columns += wide.test(character) ? 2 : without.test(character) ? 0 : 1;
    return columns;
}
/** A text with at most so many columns, and a sign that it was cut. */
function cutColumns(text, maxColumns) {
    return columnsOf(text) <= maxColumns ? text : `${headOf(text, maxColumns - 1)}…`;
}
/** A line as several ones that keep its indentation, none with more columns; broken at spaces where there are some. */
function wrapColumns(line, maxColumns) {
    if (columnsOf(line) <= maxColumns)
        return [line];
    const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, maxColumns / 2);
    const lines = [];
    let current = indent;
    for (const word of line.trim().split(' ')) {
        const longer = current === indent ? `${indent}${word}` : `${current} ${word}`;
        if (columnsOf(longer) <= maxColumns) {
            current = longer;
            continue;
        }
        if (current !== indent)
            lines.push(current);
        current = `${indent}${word}`;
        while (columnsOf(current) > maxColumns) {
            const head = headOf(current, maxColumns);
            lines.push(head);
            current = `${indent}${current.slice(head.length)}`;
        }
    }
    return [...lines, current];
}
function headOf(text, maxColumns) {
    let head = '';
    let columns = 0;
    for (const character of text) {
        columns += columnsOf(character);
        if (columns > maxColumns)
            break;
        head += character;
    }
    return head;
}

// EXTERNAL MODULE: ./lib/src/report/outputs.js
var outputs = __webpack_require__(2011);
// EXTERNAL MODULE: ./lib/src/redaction/redactor.js
var redaction_redactor = __webpack_require__(9670);
// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
// EXTERNAL MODULE: ./lib/src/entries/start-process.js
var start_process = __webpack_require__(4901);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/src/store/folder-store.js





/** A record's file: `<13-digit time>-<run>.json` below the folders of its image, branch and commit. */
const recordFileName = /^\d{13}-.+\.json$/;
/** Keeps image records as JSON files, for runs from a terminal; several runs may use one folder: a file appears whole or not at all. */
function createFolderStore({ folder, keep = 200, now = Date.now }) {
    const find = async (image, lookups, parse) => {
        const rejected = [];
        for (const lookup of lookups) {
            for (const file of await newestFirst((0,external_node_path_.join)(folder, ...(0,record_store/* lookupKeyParts */.cv)(image, lookup)))) {
                try {
                    return { kind: 'found', record: parse(await (0,record_store/* readRecordFile */.m7)(file)), source: 'folder', lookup };
                }
                catch (error) {
                    rejected.push(`${file}: ${(0,errors/* messageOf */.bD)(error)}`);
                }
            }
        }
        return { kind: 'none', rejected: [...new Set(rejected)] };
    };
    const save = async (name, record) => {
        const [version, image, ...rest] = (0,record_store/* recordKeyParts */.J3)(name);
        const run = rest.pop() ?? '';
        const ofImage = (0,external_node_path_.join)(folder, version, image ?? '');
        const target = (0,external_node_path_.join)(ofImage, ...rest);
        if ((await newestFirst(target)).some((file) => (0,external_node_path_.basename)(file).slice(14) === `${run}.json`)) {
            return { kind: 'already-saved' };
        }
        // What was stored while the clock was ahead must not stay the newest.
        const [newest] = await newestFirst(ofImage);
        const storedAt = Math.max(now(), newest === undefined ? 0 : Number((0,external_node_path_.basename)(newest).slice(0, 13)) + 1);
        await writeWhole((0,external_node_path_.join)(target, `${String(storedAt).padStart(13, '0')}-${run}.json`), (0,record_store/* renderRecord */.sF)(record));
        // Empty folders stay: another run may be about to write there.
        for (const file of (await newestFirst(ofImage)).slice(keep))
            await (0,promises_.rm)(file, { force: true });
        return { kind: 'saved' };
    };
    return {
        find: (image, lookups, parse) => find(image, lookups, parse).catch(record_store/* unavailable */.hU),
        save: (name, record) => save(name, record).catch(record_store/* notSaved */.b3),
    };
}
/** Every record file below a folder, newest first; none where the folder does not exist. */
async function newestFirst(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch((error) => {
        if ((0,errors/* isSystemError */.Or)(error) && error.code === 'ENOENT')
            return [];
        throw error;
    });
    return entries
        .filter((entry) => recordFileName.test(entry.name))
        .sort((a, b) => (a.name < b.name ? 1 : -1))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
}
async function writeWhole(file, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_crypto_.randomUUID)()}.partial`);
    try {
        await (0,promises_.writeFile)(partial, text, { flag: 'wx' });
        await (0,promises_.rename)(partial, file);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/terminal/terminal-log.js



/** The log in a terminal: it goes to stderr, so that stdout has the report alone. */
class TerminalLog {
    #out;
    #show;
    #redactor;
    #isDebugging;
    constructor(out, env, redactor = new redaction_redactor/* Redactor */.p()) {
        this.#out = out;
        this.#redactor = redactor;
        this.#isDebugging = env['RUNNER_DEBUG'] === '1';
        this.#show = out.isTTY && !env['NO_COLOR'] ? shared_text/* cleanLogLine */.Sr : shared_text/* plainText */.wh;
    }
    info(text) {
        for (const line of (0,shared_text/* splitLines */.uz)(this.#redactor.hide(text)))
            this.#out.write(`${this.#show(line)}\n`);
    }
    debug(text) {
        if (this.#isDebugging)
            this.info(`debug: ${text}`);
    }
    notice = this.#teller('');
    warning = this.#teller('! ');
    error = this.#teller('✘ ');
    async group(title, work) {
        this.info(`▸ ${title}`);
        return await work((text) => {
            this.info(`  ${text}`);
        });
    }
    #teller(mark) {
        return (text, { title, file, line } = {}) => {
            const where = file === undefined ? '' : `${(0,errors/* formatPlace */.dE)({ file, line })}: `;
            this.info(`${mark}${where}${title === undefined ? '' : `${title}: `}${text}`);
        };
    }
}

;// CONCATENATED MODULE: ./lib/src/entries/cli.js





















/** Runs the same job from a terminal: progress on stderr, the report on stdout. Gives the exit code. */
async function runCli() {
    const redactor = new redaction_redactor/* Redactor */.p();
    const log = new TerminalLog(process.stderr, process.env, redactor);
    try {
        const command = (0,raw_inputs/* readFlags */.uW)(process.argv.slice(2));
        if (command.kind === 'help') {
            // It reads YAML, which a job does not.
            const { renderHelp } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 2905));
            process.stdout.write(await renderHelp());
            return run_entry/* exitCodes */.h.passed;
        }
        const started = (0,start_process/* startProcess */.k)(process.env, command.inputs.builder);
        return await (0,run_process/* runProcess */.R3)(started, log, (parts) => makeJob(parts, command.inputs, log, redactor));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        log.error((0,help_link/* withHelp */.il)(error.message, error.title), { title: error.title });
        return run_entry/* exitCodes */.h.wrongCommandLine;
    }
}
async function makeJob({ env, docker, signal, builder, tempFolder }, written, log, redactor) {
    const isGit = (0,git_context/* isGitUrl */.m8)(written.context);
    const context = isGit ? written.context : (0,external_node_path_.resolve)(written.context);
    const folder = isGit ? process.cwd() : context;
    const workspace = (await (0,git/* readTopLevel */.U8)(folder)) ?? folder;
    // What an error tells to set begins at the top of the repository.
    const places = ['', workspace, context].map((from) => (0,external_node_path_.resolve)(from, written.file));
    const file = written.file === '' || isGit ? written.file : (places.find(external_node_fs_.existsSync) ?? (0,external_node_path_.resolve)(written.file));
    // A Dockerfile beside the context is fine where nobody else chose it.
    const inputs = { ...written, context, file };
    const records = (0,external_node_path_.join)(env['XDG_STATE_HOME'] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state'), 'dotnet-container');
    const repository = isGit ? (0,remote/* nameRemote */.I$)(context.replace(/[?#].*$/, ''), folder) : await (0,remote/* nameRepository */.KL)(folder);
    const name = (0,external_node_path_.basename)(file === '' || isGit ? folder : (0,external_node_path_.dirname)(file));
    const reportFolder = written['report-dir'] === ''
        ? (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `dotnet-container-report-${name}`)
        : (0,external_node_path_.resolve)(written['report-dir']);
    if (written['report-dir'] === '')
        await (0,run_process/* makePrivateFolder */.I2)(reportFolder);
    const publish = async (report) => {
        const [json, now] = [redactor.hideIn((0,to_json/* toReportJson */.s)(report)), new Date()];
        process.stdout.write(renderTerminal(json, now));
        try {
            const paths = await (0,outputs/* writeReports */.L)(reportFolder, json, (0,render_summary/* renderMarkdown */.G)(json, now));
            process.stdout.write(`\nreport: ${paths.markdown}\n        ${paths.json}\n`);
        }
        catch (error) {
            log.warning(`Lost: the reports (${(0,errors/* messageOf */.bD)(error)}).`);
        }
    };
    const mask = (secret) => {
        redactor.add(secret);
    };
    const store = createFolderStore({ folder: (0,external_node_path_.join)(records, (0,record_store/* keyPart */.Vs)(repository)) });
    return {
        // No builder is made: the engine's own cache outlives the job, which is what people at a terminal want.
        tools: {
            ...{ docker, log, tempFolder, builder, store },
            ...{ jobBuilder: undefined, folderCache: undefined, github: undefined },
        },
        run: {
            ...{ inputs, workspace, folder: process.cwd(), env, signal },
            context: await readTerminalContext(folder, isGit),
        },
        reporter: { folder: reportFolder, redactor, mask, publish },
    };
}
/** Stands for a branch in the folder of records: in a terminal they all share one history. */
const terminalBranch = 'this machine';
/** The commit that the tree grew from is HEAD where files are changed, else its parent; then the newest measurement. */
async function readTerminalContext(folder, isFetched) {
    const head = isFetched ? undefined : await (0,git/* readHead */.zy)(folder);
    const grewFrom = head?.isDirty ? head.commit : head?.parents[0];
    const checkout = await (0,git_checkout/* openCheckout */.Hj)(folder);
    const commits = grewFrom === undefined ? [] : await checkout.ancestorsOf(grewFrom);
    const commit = head && !head.isDirty ? { commit: head.commit } : {};
    const branch = terminalBranch;
    return {
        readOnly: undefined,
        gitFolder: folder,
        writes: { branch, ...commit },
        grewFrom,
        lookFrom: grewFrom,
        lookups: (0,record_store/* planLookups */.bf)([branch], commits),
        isShallow: checkout.isShallow,
        pullRequest: undefined,
        labels: [],
        isPublic: undefined,
        runUrl: undefined,
        run: `${Date.now()}-1`,
        warnings: [],
    };
}


/***/ })

};

#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

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

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

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

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

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

/***/ 8909:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(9154);
const { Command } = __nccwpck_require__(4348);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(1135);
const { Help } = __nccwpck_require__(9754);
const { Option } = __nccwpck_require__(5240);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 9154:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 4348:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(8474).EventEmitter);
const childProcess = __nccwpck_require__(1421);
const path = __nccwpck_require__(6760);
const fs = __nccwpck_require__(3024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(9154);
const { CommanderError } = __nccwpck_require__(1135);
const { Help, stripColor } = __nccwpck_require__(9754);
const { Option, DualOptions } = __nccwpck_require__(5240);
const { suggestSimilar } = __nccwpck_require__(5030);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 1135:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 9754:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(9154);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 5240:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 5030:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ deployFaults)
/* harmony export */ });
/** Every way in which the next deployments of a sandbox can go wrong, in a few words. */
const deployFaults = {
    'build-fails': 'the build stops with an error that nobody knows',
    'patch-fails': 'a patch in m2-hotfixes does not fit the new version',
    'compile-fails': 'an extension does not compile with the new version',
    'stale-lock': 'composer.lock does not belong to composer.json',
    'out-of-memory': 'PHP runs out of memory in the build',
    'build-killed': 'the build is killed for its memory',
    'keys-refused': 'the package repository refuses the keys of the build',
    'php-too-old': 'the build has another PHP than composer.lock needs',
    'protective-block': 'the platform refuses code with a known vulnerability',
    'crypt-key-missing': 'the encryption key is gone',
    'search-missing': 'no search service answers',
    'disk-full': 'the disk is full when the database is upgraded',
    'cron-stuck': 'a cron job does not end and keeps its locks',
    'orphaned-rows': 'a foreign key meets rows whose parents are gone',
    'redis-gone': 'the cache service does not answer',
    'read-only-code': 'an extension writes into the code when it is deployed',
    'setup-upgrade-fails': 'setup:upgrade stops half-way',
    'post-deploy-fails': 'the code is live, but its post-deploy hook fails',
    'never-starts': 'the push arrives, and nothing begins',
    'other-commit': 'the platform deploys another commit',
    'fetch-fails': 'the platform cannot fetch from GitHub',
    'environment-inactive': 'the environment was switched off meanwhile',
    staged: 'the environment deploys by hand only: what was pushed is built and waits',
    superseded: 'a newer push takes the place of this one',
    stuck: 'the deployment does not end',
    'maintenance-left-on': 'all is green, and the site stays closed',
    'old-version-stays': 'all is green, and the old version still runs',
    'one-node-old': 'one of three nodes still runs the old version (pro)',
    'database-behind': 'all is green, and the database is older than the code',
    'database-ahead': 'all is green, and the database is newer than the code',
    'storefront-500': 'all is green, and every page of the shop fails'
};


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ inCommandLineWords),
/* harmony export */   h: () => (/* binding */ commandLineWords)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32);
/* harmony import */ var _help_texts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9333);


const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s);
const names = rows.map(([name]) => name).sort((a, b) => b.length - a.length);
// A name of one word is a word of English as well: it is an option only where a value follows.
const withValue = new RegExp(`(?<![\\w.-])(${names.join('|')}): ([\\w.@/=-]*[\\w/=-])`, 'g');
const bare = new RegExp(`(?<![\\w./-])(${names.filter((name) => name.includes('-')).join('|')})(?![\\w:/-]|\\.\\w)`, 'g');
/** Advice in the words of the command line: `--no-push` for `push: false`, variables for secrets. */
function commandLineWords(text) {
    return text
        .replace(withValue, (_, name, value) => flag(name, value))
        .replace(bare, (_, name) => spelled(name));
}
function flag(name, value) {
    const { type, secret } = row(name);
    if (secret || type !== 'boolean')
        return `${spelled(name)} ${value}`;
    return value === 'false' ? `--no-${name}` : `--${name}`;
}
function spelled(name) {
    return row(name).secret ? (0,_help_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .secretVariable */ .HV)(name) : `--${name}`;
}
function row(name) {
    return _options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s[name] ?? _options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s['working-directory'];
}
/** The report as a terminal shows it: its advice says what to type. */
function inCommandLineWords(report) {
    const advise = (items) => items.map((item) => ({ ...item, fix: commandLineWords(item.fix) }));
    const { error, plan, warnings, steps } = report;
    return {
        ...report,
        warnings: advise(warnings),
        // What a step did may name branches and files, which are no options.
        steps: steps.map((step) => (step.outcome === 'done' ? step : { ...step, note: commandLineWords(step.note) })),
        plan: plan && { ...plan, notes: advise(plan.notes) },
        error: error && { ...error, next: commandLineWords(error.next), problems: advise(error.problems) }
    };
}


/***/ }),

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ secretVariable),
/* harmony export */   K1: () => (/* binding */ examples),
/* harmony export */   qK: () => (/* binding */ exitCodeTable),
/* harmony export */   qb: () => (/* binding */ explainSecretFlag),
/* harmony export */   uD: () => (/* binding */ secretHelp)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(419);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(32);


/** One or two calls of each command that a new user can copy. */
const examples = {
    plan: 'Examples:\n  magento-cloud-upgrade plan\n  magento-cloud-upgrade plan --target 2.4.8-p3 --json',
    upgrade: 'Examples:\n  magento-cloud-upgrade upgrade --target 2.4.8 --project abcdefghijklm --environment integration --dry-run\n  magento-cloud-upgrade upgrade --project abcdefghijklm --known-hosts "$(cat known_hosts)"',
    backup: 'Example:\n  magento-cloud-upgrade backup --project abcdefghijklm --environment staging --backup-to both',
    restore: 'Example:\n  magento-cloud-upgrade backup restore ./backups/backup-20261123T080540Z-9ff38675 --project abcdefghijklm --environment integration',
    verify: 'Example:\n  magento-cloud-upgrade verify --project abcdefghijklm --environment staging --expected-version 2.4.8-p3',
    diagnose: 'Examples:\n  magento-cloud-upgrade diagnose --project abcdefghijklm --environment staging\n  magento-cloud-upgrade diagnose --from activity.log var/log var/report\n  magento-cloud activity:log | magento-cloud-upgrade diagnose --from -'
};
/** All exit codes with their names. */
const exitCodeTable = `Exit codes:\n   0  done, or nothing to do\n${Object.entries(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h)
    .map(([name, code]) => `${String(code).padStart(4)}  ${name === 'internal-error' ? 'a bug of this program' : name.replaceAll('-', ' ')}`)
    .join('\n')}`;
/** The environment variable that a secret option comes by. */
function secretVariable(name) {
    if (name === 'cloud-token')
        return 'MAGENTO_CLOUD_CLI_TOKEN';
    return name === 'github-token' ? 'GITHUB_TOKEN' : `MAGENTO_CLOUD_UPGRADE_${name.toUpperCase().replaceAll('-', '_')}`;
}
/** What the help of a command says about its secrets. */
function secretHelp(command) {
    const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s);
    const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command));
    const lines = secrets.map(([name, row]) => `  ${secretVariable(name)}\n      ${row.description}`);
    return `Secrets come by environment variables, because command lines can be seen by everyone on the machine:\n${lines.join('\n')}`;
}
/** What commander says of an unknown option; of a secret the way that it comes by, and never its value. */
function explainSecretFlag(text) {
    const name = /unknown option '--([\w-]+)/.exec(text)?.[1] ?? '';
    const row = _options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s[name];
    if (!row?.secret)
        return text;
    return `error: --${name} is no option, because command lines can be seen by everyone on the machine\n(set the environment variable ${secretVariable(name)} instead)\n`;
}


/***/ }),

/***/ 514:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9168);

await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ createProgress)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./node_modules/chalk/source/vendor/ansi-styles/index.js
const ANSI_BACKGROUND_OFFSET = 10;

const wrapAnsi16 = (offset = 0) => code => `\u001B[${code + offset}m`;

const wrapAnsi256 = (offset = 0) => code => `\u001B[${38 + offset};5;${code}m`;

const wrapAnsi16m = (offset = 0) => (red, green, blue) => `\u001B[${38 + offset};2;${red};${green};${blue}m`;

const styles = {
	modifier: {
		reset: [0, 0],
		// 21 isn't widely supported and 22 does the same thing
		bold: [1, 22],
		dim: [2, 22],
		italic: [3, 23],
		underline: [4, 24],
		overline: [53, 55],
		inverse: [7, 27],
		hidden: [8, 28],
		strikethrough: [9, 29],
	},
	color: {
		black: [30, 39],
		red: [31, 39],
		green: [32, 39],
		yellow: [33, 39],
		blue: [34, 39],
		magenta: [35, 39],
		cyan: [36, 39],
		white: [37, 39],

		// Bright color
		blackBright: [90, 39],
		gray: [90, 39], // Alias of `blackBright`
		grey: [90, 39], // Alias of `blackBright`
		redBright: [91, 39],
		greenBright: [92, 39],
		yellowBright: [93, 39],
		blueBright: [94, 39],
		magentaBright: [95, 39],
		cyanBright: [96, 39],
		whiteBright: [97, 39],
	},
	bgColor: {
		bgBlack: [40, 49],
		bgRed: [41, 49],
		bgGreen: [42, 49],
		bgYellow: [43, 49],
		bgBlue: [44, 49],
		bgMagenta: [45, 49],
		bgCyan: [46, 49],
		bgWhite: [47, 49],

		// Bright color
		bgBlackBright: [100, 49],
		bgGray: [100, 49], // Alias of `bgBlackBright`
		bgGrey: [100, 49], // Alias of `bgBlackBright`
		bgRedBright: [101, 49],
		bgGreenBright: [102, 49],
		bgYellowBright: [103, 49],
		bgBlueBright: [104, 49],
		bgMagentaBright: [105, 49],
		bgCyanBright: [106, 49],
		bgWhiteBright: [107, 49],
	},
};

const modifierNames = Object.keys(styles.modifier);
const foregroundColorNames = Object.keys(styles.color);
const backgroundColorNames = Object.keys(styles.bgColor);
const colorNames = [...foregroundColorNames, ...backgroundColorNames];

function assembleStyles() {
	const codes = new Map();

	for (const [groupName, group] of Object.entries(styles)) {
		for (const [styleName, style] of Object.entries(group)) {
			styles[styleName] = {
				open: `\u001B[${style[0]}m`,
				close: `\u001B[${style[1]}m`,
			};

			group[styleName] = styles[styleName];

			codes.set(style[0], style[1]);
		}

		Object.defineProperty(styles, groupName, {
			value: group,
			enumerable: false,
		});
	}

	Object.defineProperty(styles, 'codes', {
		value: codes,
		enumerable: false,
	});

	styles.color.close = '\u001B[39m';
	styles.bgColor.close = '\u001B[49m';

	styles.color.ansi = wrapAnsi16();
	styles.color.ansi256 = wrapAnsi256();
	styles.color.ansi16m = wrapAnsi16m();
	styles.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);

	// From https://github.com/Qix-/color-convert/blob/3f0e0d4e92e235796ccb17f6e85c72094a651f49/conversions.js
	Object.defineProperties(styles, {
		rgbToAnsi256: {
			value(red, green, blue) {
				// We use the extended greyscale palette here, with the exception of
				// black and white. normal palette only has 4 greyscale shades.
				if (red === green && green === blue) {
					if (red < 8) {
						return 16;
					}

					if (red > 248) {
						return 231;
					}

					return Math.round(((red - 8) / 247) * 24) + 232;
				}

				return 16
					+ (36 * Math.round(red / 255 * 5))
					+ (6 * Math.round(green / 255 * 5))
					+ Math.round(blue / 255 * 5);
			},
			enumerable: false,
		},
		hexToRgb: {
			value(hex) {
				const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
				if (!matches) {
					return [0, 0, 0];
				}

				let [colorString] = matches;

				if (colorString.length === 3) {
					colorString = [...colorString].map(character => character + character).join('');
				}

				const integer = Number.parseInt(colorString, 16);

				return [
					/* eslint-disable no-bitwise */
					(integer >> 16) & 0xFF,
					(integer >> 8) & 0xFF,
					integer & 0xFF,
					/* eslint-enable no-bitwise */
				];
			},
			enumerable: false,
		},
		hexToAnsi256: {
			value: hex => styles.rgbToAnsi256(...styles.hexToRgb(hex)),
			enumerable: false,
		},
		ansi256ToAnsi: {
			value(code) {
				if (code < 8) {
					return 30 + code;
				}

				if (code < 16) {
					return 90 + (code - 8);
				}

				let red;
				let green;
				let blue;

				if (code >= 232) {
					red = (((code - 232) * 10) + 8) / 255;
					green = red;
					blue = red;
				} else {
					code -= 16;

					const remainder = code % 36;

					red = Math.floor(code / 36) / 5;
					green = Math.floor(remainder / 6) / 5;
					blue = (remainder % 6) / 5;
				}

				const value = Math.max(red, green, blue) * 2;

				if (value === 0) {
					return 30;
				}

				// eslint-disable-next-line no-bitwise
				let result = 30 + ((Math.round(blue) << 2) | (Math.round(green) << 1) | Math.round(red));

				if (value === 2) {
					result += 60;
				}

				return result;
			},
			enumerable: false,
		},
		rgbToAnsi: {
			value: (red, green, blue) => styles.ansi256ToAnsi(styles.rgbToAnsi256(red, green, blue)),
			enumerable: false,
		},
		hexToAnsi: {
			value: hex => styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),
			enumerable: false,
		},
	});

	return styles;
}

const ansiStyles = assembleStyles();

/* harmony default export */ const ansi_styles = (ansiStyles);

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");
;// CONCATENATED MODULE: ./node_modules/chalk/source/vendor/supports-color/index.js




// From: https://github.com/sindresorhus/has-flag/blob/main/index.js
/// function hasFlag(flag, argv = globalThis.Deno?.args ?? process.argv) {
function hasFlag(flag, argv = globalThis.Deno ? globalThis.Deno.args : external_node_process_.argv) {
	const prefix = flag.startsWith('-') ? '' : (flag.length === 1 ? '-' : '--');
	const position = argv.indexOf(prefix + flag);
	const terminatorPosition = argv.indexOf('--');
	return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
}

const {env} = external_node_process_;

let flagForceColor;
if (
	hasFlag('no-color')
	|| hasFlag('no-colors')
	|| hasFlag('color=false')
	|| hasFlag('color=never')
) {
	flagForceColor = 0;
} else if (
	hasFlag('color')
	|| hasFlag('colors')
	|| hasFlag('color=true')
	|| hasFlag('color=always')
) {
	flagForceColor = 1;
}

function envForceColor() {
	if ('FORCE_COLOR' in env) {
		if (env.FORCE_COLOR === 'true') {
			return 1;
		}

		if (env.FORCE_COLOR === 'false') {
			return 0;
		}

		return env.FORCE_COLOR.length === 0 ? 1 : Math.min(Number.parseInt(env.FORCE_COLOR, 10), 3);
	}
}

function translateLevel(level) {
	if (level === 0) {
		return false;
	}

	return {
		level,
		hasBasic: true,
		has256: level >= 2,
		has16m: level >= 3,
	};
}

function _supportsColor(haveStream, {streamIsTTY, sniffFlags = true} = {}) {
	const noFlagForceColor = envForceColor();
	if (noFlagForceColor !== undefined) {
		flagForceColor = noFlagForceColor;
	}

	const forceColor = sniffFlags ? flagForceColor : noFlagForceColor;

	if (forceColor === 0) {
		return 0;
	}

	if (sniffFlags) {
		if (hasFlag('color=16m')
			|| hasFlag('color=full')
			|| hasFlag('color=truecolor')) {
			return 3;
		}

		if (hasFlag('color=256')) {
			return 2;
		}
	}

	// Check for Azure DevOps pipelines.
	// Has to be above the `!streamIsTTY` check.
	if ('TF_BUILD' in env && 'AGENT_NAME' in env) {
		return 1;
	}

	if (haveStream && !streamIsTTY && forceColor === undefined) {
		return 0;
	}

	const min = forceColor || 0;

	if (env.TERM === 'dumb') {
		return min;
	}

	if (external_node_process_.platform === 'win32') {
		// Windows 10 build 10586 is the first Windows release that supports 256 colors.
		// Windows 10 build 14931 is the first release that supports 16m/TrueColor.
		const osRelease = external_node_os_.release().split('.');
		if (
			Number(osRelease[0]) >= 10
			&& Number(osRelease[2]) >= 10_586
		) {
			return Number(osRelease[2]) >= 14_931 ? 3 : 2;
		}

		return 1;
	}

	if ('CI' in env) {
		if (['GITHUB_ACTIONS', 'GITEA_ACTIONS', 'CIRCLECI'].some(key => key in env)) {
			return 3;
		}

		if (['TRAVIS', 'APPVEYOR', 'GITLAB_CI', 'BUILDKITE', 'DRONE'].some(sign => sign in env) || env.CI_NAME === 'codeship') {
			return 1;
		}

		return min;
	}

	if ('TEAMCITY_VERSION' in env) {
		return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
	}

	if (env.COLORTERM === 'truecolor') {
		return 3;
	}

	if (env.TERM === 'xterm-kitty') {
		return 3;
	}

	if (env.TERM === 'xterm-ghostty') {
		return 3;
	}

	if (env.TERM === 'wezterm') {
		return 3;
	}

	if ('TERM_PROGRAM' in env) {
		const version = Number.parseInt((env.TERM_PROGRAM_VERSION || '').split('.')[0], 10);

		switch (env.TERM_PROGRAM) {
			case 'iTerm.app': {
				return version >= 3 ? 3 : 2;
			}

			case 'Apple_Terminal': {
				return 2;
			}
			// No default
		}
	}

	if (/-256(color)?$/i.test(env.TERM)) {
		return 2;
	}

	if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) {
		return 1;
	}

	if ('COLORTERM' in env) {
		return 1;
	}

	return min;
}

function createSupportsColor(stream, options = {}) {
	const level = _supportsColor(stream, {
		streamIsTTY: stream && stream.isTTY,
		...options,
	});

	return translateLevel(level);
}

const supportsColor = {
	stdout: createSupportsColor({isTTY: external_node_tty_namespaceObject.isatty(1)}),
	stderr: createSupportsColor({isTTY: external_node_tty_namespaceObject.isatty(2)}),
};

/* harmony default export */ const supports_color = (supportsColor);

;// CONCATENATED MODULE: ./node_modules/chalk/source/utilities.js
// TODO: When targeting Node.js 16, use `String.prototype.replaceAll`.
function stringReplaceAll(string, substring, replacer) {
	let index = string.indexOf(substring);
	if (index === -1) {
		return string;
	}

	const substringLength = substring.length;
	let endIndex = 0;
	let returnValue = '';
	do {
		returnValue += string.slice(endIndex, index) + substring + replacer;
		endIndex = index + substringLength;
		index = string.indexOf(substring, endIndex);
	} while (index !== -1);

	returnValue += string.slice(endIndex);
	return returnValue;
}

function stringEncaseCRLFWithFirstIndex(string, prefix, postfix, index) {
	let endIndex = 0;
	let returnValue = '';
	do {
		const gotCR = string[index - 1] === '\r';
		returnValue += string.slice(endIndex, (gotCR ? index - 1 : index)) + prefix + (gotCR ? '\r\n' : '\n') + postfix;
		endIndex = index + 1;
		index = string.indexOf('\n', endIndex);
	} while (index !== -1);

	returnValue += string.slice(endIndex);
	return returnValue;
}

;// CONCATENATED MODULE: ./node_modules/chalk/source/index.js




const {stdout: stdoutColor, stderr: stderrColor} = supports_color;

const GENERATOR = Symbol('GENERATOR');
const STYLER = Symbol('STYLER');
const IS_EMPTY = Symbol('IS_EMPTY');

// `supportsColor.level` → `ansiStyles.color[name]` mapping
const levelMapping = [
	'ansi',
	'ansi',
	'ansi256',
	'ansi16m',
];

const source_styles = Object.create(null);

const applyOptions = (object, options = {}) => {
	if (options.level && !(Number.isInteger(options.level) && options.level >= 0 && options.level <= 3)) {
		throw new Error('The `level` option should be an integer from 0 to 3');
	}

	// Detect level if not set manually
	const colorLevel = stdoutColor ? stdoutColor.level : 0;
	object.level = options.level === undefined ? colorLevel : options.level;
};

class Chalk {
	constructor(options) {
		// eslint-disable-next-line no-constructor-return
		return chalkFactory(options);
	}
}

const chalkFactory = options => {
	const chalk = (...strings) => strings.join(' ');
	applyOptions(chalk, options);

	Object.setPrototypeOf(chalk, createChalk.prototype);

	return chalk;
};

function createChalk(options) {
	return chalkFactory(options);
}

Object.setPrototypeOf(createChalk.prototype, Function.prototype);

for (const [styleName, style] of Object.entries(ansi_styles)) {
	source_styles[styleName] = {
		get() {
			const builder = createBuilder(this, createStyler(style.open, style.close, this[STYLER]), this[IS_EMPTY]);
			Object.defineProperty(this, styleName, {value: builder});
			return builder;
		},
	};
}

source_styles.visible = {
	get() {
		const builder = createBuilder(this, this[STYLER], true);
		Object.defineProperty(this, 'visible', {value: builder});
		return builder;
	},
};

const getModelAnsi = (model, level, type, ...arguments_) => {
	if (model === 'rgb') {
		if (level === 'ansi16m') {
			return ansi_styles[type].ansi16m(...arguments_);
		}

		if (level === 'ansi256') {
			return ansi_styles[type].ansi256(ansi_styles.rgbToAnsi256(...arguments_));
		}

		return ansi_styles[type].ansi(ansi_styles.rgbToAnsi(...arguments_));
	}

	if (model === 'hex') {
		return getModelAnsi('rgb', level, type, ...ansi_styles.hexToRgb(...arguments_));
	}

	return ansi_styles[type][model](...arguments_);
};

const usedModels = ['rgb', 'hex', 'ansi256'];

for (const model of usedModels) {
	source_styles[model] = {
		get() {
			const {level} = this;
			return function (...arguments_) {
				const styler = createStyler(getModelAnsi(model, levelMapping[level], 'color', ...arguments_), ansi_styles.color.close, this[STYLER]);
				return createBuilder(this, styler, this[IS_EMPTY]);
			};
		},
	};

	const bgModel = 'bg' + model[0].toUpperCase() + model.slice(1);
	source_styles[bgModel] = {
		get() {
			const {level} = this;
			return function (...arguments_) {
				const styler = createStyler(getModelAnsi(model, levelMapping[level], 'bgColor', ...arguments_), ansi_styles.bgColor.close, this[STYLER]);
				return createBuilder(this, styler, this[IS_EMPTY]);
			};
		},
	};
}

const proto = Object.defineProperties(() => {}, {
	...source_styles,
	level: {
		enumerable: true,
		get() {
			return this[GENERATOR].level;
		},
		set(level) {
			this[GENERATOR].level = level;
		},
	},
});

const createStyler = (open, close, parent) => {
	let openAll;
	let closeAll;
	if (parent === undefined) {
		openAll = open;
		closeAll = close;
	} else {
		openAll = parent.openAll + open;
		closeAll = close + parent.closeAll;
	}

	return {
		open,
		close,
		openAll,
		closeAll,
		parent,
	};
};

const createBuilder = (self, _styler, _isEmpty) => {
	// Single argument is hot path, implicit coercion is faster than anything
	// eslint-disable-next-line no-implicit-coercion
	const builder = (...arguments_) => applyStyle(builder, (arguments_.length === 1) ? ('' + arguments_[0]) : arguments_.join(' '));

	// We alter the prototype because we must return a function, but there is
	// no way to create a function with a different prototype
	Object.setPrototypeOf(builder, proto);

	builder[GENERATOR] = self;
	builder[STYLER] = _styler;
	builder[IS_EMPTY] = _isEmpty;

	return builder;
};

const applyStyle = (self, string) => {
	if (self.level <= 0 || !string) {
		return self[IS_EMPTY] ? '' : string;
	}

	let styler = self[STYLER];

	if (styler === undefined) {
		return string;
	}

	const {openAll, closeAll} = styler;
	if (string.includes('\u001B')) {
		while (styler !== undefined) {
			// Replace any instances already present with a re-opening code
			// otherwise only the part of the string until said closing code
			// will be colored, and the rest will simply be 'plain'.
			string = stringReplaceAll(string, styler.close, styler.open);

			styler = styler.parent;
		}
	}

	// We can move both next actions out of loop, because remaining actions in loop won't have
	// any/visible effect on parts we add here. Close the styling before a linebreak and reopen
	// after next line to fix a bleed issue on macOS: https://github.com/chalk/chalk/pull/92
	const lfIndex = string.indexOf('\n');
	if (lfIndex !== -1) {
		string = stringEncaseCRLFWithFirstIndex(string, closeAll, openAll, lfIndex);
	}

	return openAll + string + closeAll;
};

Object.defineProperties(createChalk.prototype, source_styles);

const chalk = createChalk();
const chalkStderr = createChalk({level: stderrColor ? stderrColor.level : 0});





/* harmony default export */ const source = (chalk);

;// CONCATENATED MODULE: ./node_modules/mimic-function/index.js
const copyProperty = (to, from, property, ignoreNonConfigurable) => {
	// `Function#length` should reflect the parameters of `to` not `from` since we keep its body.
	// `Function#prototype` is non-writable and non-configurable so can never be modified.
	if (property === 'length' || property === 'prototype') {
		return;
	}

	// `Function#arguments` and `Function#caller` should not be copied. They were reported to be present in `Reflect.ownKeys` for some devices in React Native (#41), so we explicitly ignore them here.
	if (property === 'arguments' || property === 'caller') {
		return;
	}

	const toDescriptor = Object.getOwnPropertyDescriptor(to, property);
	const fromDescriptor = Object.getOwnPropertyDescriptor(from, property);

	if (!canCopyProperty(toDescriptor, fromDescriptor) && ignoreNonConfigurable) {
		return;
	}

	Object.defineProperty(to, property, fromDescriptor);
};

// `Object.defineProperty()` throws if the property exists, is not configurable and either:
// - one its descriptors is changed
// - it is non-writable and its value is changed
const canCopyProperty = function (toDescriptor, fromDescriptor) {
	return toDescriptor === undefined || toDescriptor.configurable || (
		toDescriptor.writable === fromDescriptor.writable
		&& toDescriptor.enumerable === fromDescriptor.enumerable
		&& toDescriptor.configurable === fromDescriptor.configurable
		&& (toDescriptor.writable || toDescriptor.value === fromDescriptor.value)
	);
};

const changePrototype = (to, from) => {
	const fromPrototype = Object.getPrototypeOf(from);
	if (fromPrototype === Object.getPrototypeOf(to)) {
		return;
	}

	Object.setPrototypeOf(to, fromPrototype);
};

const wrappedToString = (withName, fromBody) => `/* Wrapped ${withName}*/\n${fromBody}`;

const toStringDescriptor = Object.getOwnPropertyDescriptor(Function.prototype, 'toString');
const toStringName = Object.getOwnPropertyDescriptor(Function.prototype.toString, 'name');

// We call `from.toString()` early (not lazily) to ensure `from` can be garbage collected.
// We use `bind()` instead of a closure for the same reason.
// Calling `from.toString()` early also allows caching it in case `to.toString()` is called several times.
const changeToString = (to, from, name) => {
	const withName = name === '' ? '' : `with ${name.trim()}() `;
	const newToString = wrappedToString.bind(null, withName, from.toString());
	// Ensure `to.toString.toString` is non-enumerable and has the same `same`
	Object.defineProperty(newToString, 'name', toStringName);
	const {writable, enumerable, configurable} = toStringDescriptor; // We destructue to avoid a potential `get` descriptor.
	Object.defineProperty(to, 'toString', {value: newToString, writable, enumerable, configurable});
};

function mimicFunction(to, from, {ignoreNonConfigurable = false} = {}) {
	const {name} = to;

	for (const property of Reflect.ownKeys(from)) {
		copyProperty(to, from, property, ignoreNonConfigurable);
	}

	changePrototype(to, from);
	changeToString(to, from, name);

	return to;
}

;// CONCATENATED MODULE: ./node_modules/onetime/index.js


const calledFunctions = new WeakMap();

const onetime = (function_, options = {}) => {
	if (typeof function_ !== 'function') {
		throw new TypeError('Expected a function');
	}

	let returnValue;
	let callCount = 0;
	const functionName = function_.displayName || function_.name || '<anonymous>';

	const onetime = function (...arguments_) {
		calledFunctions.set(onetime, ++callCount);

		if (callCount === 1) {
			returnValue = function_.apply(this, arguments_);
			function_ = undefined;
		} else if (options.throw === true) {
			throw new Error(`Function \`${functionName}\` can only be called once`);
		}

		return returnValue;
	};

	mimicFunction(onetime, function_);
	calledFunctions.set(onetime, callCount);

	return onetime;
};

onetime.callCount = function_ => {
	if (!calledFunctions.has(function_)) {
		throw new Error(`The given function \`${function_.name}\` is not wrapped by the \`onetime\` package`);
	}

	return calledFunctions.get(function_);
};

/* harmony default export */ const node_modules_onetime = (onetime);

;// CONCATENATED MODULE: ./node_modules/signal-exit/dist/mjs/signals.js
/**
 * This is not the set of all possible signals.
 *
 * It IS, however, the set of all signals that trigger
 * an exit on either Linux or BSD systems.  Linux is a
 * superset of the signal names supported on BSD, and
 * the unknown signals just fail to register, so we can
 * catch that easily enough.
 *
 * Windows signals are a different set, since there are
 * signals that terminate Windows processes, but don't
 * terminate (or don't even exist) on Posix systems.
 *
 * Don't bother with SIGKILL.  It's uncatchable, which
 * means that we can't fire any callbacks anyway.
 *
 * If a user does happen to register a handler on a non-
 * fatal signal like SIGWINCH or something, and then
 * exit, it'll end up firing `process.emit('exit')`, so
 * the handler will be fired anyway.
 *
 * SIGBUS, SIGFPE, SIGSEGV and SIGILL, when not raised
 * artificially, inherently leave the process in a
 * state from which it is not safe to try and enter JS
 * listeners.
 */
const signals = [];
signals.push('SIGHUP', 'SIGINT', 'SIGTERM');
if (process.platform !== 'win32') {
    signals.push('SIGALRM', 'SIGABRT', 'SIGVTALRM', 'SIGXCPU', 'SIGXFSZ', 'SIGUSR2', 'SIGTRAP', 'SIGSYS', 'SIGQUIT', 'SIGIOT'
    // should detect profiler and enable/disable accordingly.
    // see #21
    // 'SIGPROF'
    );
}
if (process.platform === 'linux') {
    signals.push('SIGIO', 'SIGPOLL', 'SIGPWR', 'SIGSTKFLT');
}
//# sourceMappingURL=signals.js.map
;// CONCATENATED MODULE: ./node_modules/signal-exit/dist/mjs/index.js
// Note: since nyc uses this module to output coverage, any lines
// that are in the direct sync flow of nyc's outputCoverage are
// ignored, since we can never get coverage for them.
// grab a reference to node's real process object right away


const processOk = (process) => !!process &&
    typeof process === 'object' &&
    typeof process.removeListener === 'function' &&
    typeof process.emit === 'function' &&
    typeof process.reallyExit === 'function' &&
    typeof process.listeners === 'function' &&
    typeof process.kill === 'function' &&
    typeof process.pid === 'number' &&
    typeof process.on === 'function';
const kExitEmitter = Symbol.for('signal-exit emitter');
const global = globalThis;
const ObjectDefineProperty = Object.defineProperty.bind(Object);
// teeny special purpose ee
class Emitter {
    emitted = {
        afterExit: false,
        exit: false,
    };
    listeners = {
        afterExit: [],
        exit: [],
    };
    count = 0;
    id = Math.random();
    constructor() {
        if (global[kExitEmitter]) {
            return global[kExitEmitter];
        }
        ObjectDefineProperty(global, kExitEmitter, {
            value: this,
            writable: false,
            enumerable: false,
            configurable: false,
        });
    }
    on(ev, fn) {
        this.listeners[ev].push(fn);
    }
    removeListener(ev, fn) {
        const list = this.listeners[ev];
        const i = list.indexOf(fn);
        /* c8 ignore start */
        if (i === -1) {
            return;
        }
        /* c8 ignore stop */
        if (i === 0 && list.length === 1) {
            list.length = 0;
        }
        else {
            list.splice(i, 1);
        }
    }
    emit(ev, code, signal) {
        if (this.emitted[ev]) {
            return false;
        }
        this.emitted[ev] = true;
        let ret = false;
        for (const fn of this.listeners[ev]) {
            ret = fn(code, signal) === true || ret;
        }
        if (ev === 'exit') {
            ret = this.emit('afterExit', code, signal) || ret;
        }
        return ret;
    }
}
class SignalExitBase {
}
const signalExitWrap = (handler) => {
    return {
        onExit(cb, opts) {
            return handler.onExit(cb, opts);
        },
        load() {
            return handler.load();
        },
        unload() {
            return handler.unload();
        },
    };
};
class SignalExitFallback extends SignalExitBase {
    onExit() {
        return () => { };
    }
    load() { }
    unload() { }
}
class SignalExit extends SignalExitBase {
    // "SIGHUP" throws an `ENOSYS` error on Windows,
    // so use a supported signal instead
    /* c8 ignore start */
    #hupSig = mjs_process.platform === 'win32' ? 'SIGINT' : 'SIGHUP';
    /* c8 ignore stop */
    #emitter = new Emitter();
    #process;
    #originalProcessEmit;
    #originalProcessReallyExit;
    #sigListeners = {};
    #loaded = false;
    constructor(process) {
        super();
        this.#process = process;
        // { <signal>: <listener fn>, ... }
        this.#sigListeners = {};
        for (const sig of signals) {
            this.#sigListeners[sig] = () => {
                // If there are no other listeners, an exit is coming!
                // Simplest way: remove us and then re-send the signal.
                // We know that this will kill the process, so we can
                // safely emit now.
                const listeners = this.#process.listeners(sig);
                let { count } = this.#emitter;
                // This is a workaround for the fact that signal-exit v3 and signal
                // exit v4 are not aware of each other, and each will attempt to let
                // the other handle it, so neither of them do. To correct this, we
                // detect if we're the only handler *except* for previous versions
                // of signal-exit, and increment by the count of listeners it has
                // created.
                /* c8 ignore start */
                const p = process;
                if (typeof p.__signal_exit_emitter__ === 'object' &&
                    typeof p.__signal_exit_emitter__.count === 'number') {
                    count += p.__signal_exit_emitter__.count;
                }
                /* c8 ignore stop */
                if (listeners.length === count) {
                    this.unload();
                    const ret = this.#emitter.emit('exit', null, sig);
                    /* c8 ignore start */
                    const s = sig === 'SIGHUP' ? this.#hupSig : sig;
                    if (!ret)
                        process.kill(process.pid, s);
                    /* c8 ignore stop */
                }
            };
        }
        this.#originalProcessReallyExit = process.reallyExit;
        this.#originalProcessEmit = process.emit;
    }
    onExit(cb, opts) {
        /* c8 ignore start */
        if (!processOk(this.#process)) {
            return () => { };
        }
        /* c8 ignore stop */
        if (this.#loaded === false) {
            this.load();
        }
        const ev = opts?.alwaysLast ? 'afterExit' : 'exit';
        this.#emitter.on(ev, cb);
        return () => {
            this.#emitter.removeListener(ev, cb);
            if (this.#emitter.listeners['exit'].length === 0 &&
                this.#emitter.listeners['afterExit'].length === 0) {
                this.unload();
            }
        };
    }
    load() {
        if (this.#loaded) {
            return;
        }
        this.#loaded = true;
        // This is the number of onSignalExit's that are in play.
        // It's important so that we can count the correct number of
        // listeners on signals, and don't wait for the other one to
        // handle it instead of us.
        this.#emitter.count += 1;
        for (const sig of signals) {
            try {
                const fn = this.#sigListeners[sig];
                if (fn)
                    this.#process.on(sig, fn);
            }
            catch (_) { }
        }
        this.#process.emit = (ev, ...a) => {
            return this.#processEmit(ev, ...a);
        };
        this.#process.reallyExit = (code) => {
            return this.#processReallyExit(code);
        };
    }
    unload() {
        if (!this.#loaded) {
            return;
        }
        this.#loaded = false;
        signals.forEach(sig => {
            const listener = this.#sigListeners[sig];
            /* c8 ignore start */
            if (!listener) {
                throw new Error('Listener not defined for signal: ' + sig);
            }
            /* c8 ignore stop */
            try {
                this.#process.removeListener(sig, listener);
                /* c8 ignore start */
            }
            catch (_) { }
            /* c8 ignore stop */
        });
        this.#process.emit = this.#originalProcessEmit;
        this.#process.reallyExit = this.#originalProcessReallyExit;
        this.#emitter.count -= 1;
    }
    #processReallyExit(code) {
        /* c8 ignore start */
        if (!processOk(this.#process)) {
            return 0;
        }
        this.#process.exitCode = code || 0;
        /* c8 ignore stop */
        this.#emitter.emit('exit', this.#process.exitCode, null);
        return this.#originalProcessReallyExit.call(this.#process, this.#process.exitCode);
    }
    #processEmit(ev, ...args) {
        const og = this.#originalProcessEmit;
        if (ev === 'exit' && processOk(this.#process)) {
            if (typeof args[0] === 'number') {
                this.#process.exitCode = args[0];
                /* c8 ignore start */
            }
            /* c8 ignore start */
            const ret = og.call(this.#process, ev, ...args);
            /* c8 ignore start */
            this.#emitter.emit('exit', this.#process.exitCode, null);
            /* c8 ignore stop */
            return ret;
        }
        else {
            return og.call(this.#process, ev, ...args);
        }
    }
}
const mjs_process = globalThis.process;
// wrap so that we call the method on the actual handler, without
// exporting it directly.
const { 
/**
 * Called when the process is exiting, whether via signal, explicit
 * exit, or running out of stuff to do.
 *
 * If the global process object is not suitable for instrumentation,
 * then this will be a no-op.
 *
 * Returns a function that may be used to unload signal-exit.
 */
onExit, 
/**
 * Load the listeners.  Likely you never need to call this, unless
 * doing a rather deep integration with signal-exit functionality.
 * Mostly exposed for the benefit of testing.
 *
 * @internal
 */
load, 
/**
 * Unload the listeners.  Likely you never need to call this, unless
 * doing a rather deep integration with signal-exit functionality.
 * Mostly exposed for the benefit of testing.
 *
 * @internal
 */
unload, } = signalExitWrap(processOk(mjs_process) ? new SignalExit(mjs_process) : new SignalExitFallback());
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/restore-cursor/index.js




const terminal = external_node_process_.stderr.isTTY
	? external_node_process_.stderr
	: (external_node_process_.stdout.isTTY ? external_node_process_.stdout : undefined);

const restoreCursor = terminal ? node_modules_onetime(() => {
	onExit(() => {
		terminal.write('\u001B[?25h');
	}, {alwaysLast: true});
}) : () => {};

/* harmony default export */ const restore_cursor = (restoreCursor);

;// CONCATENATED MODULE: ./node_modules/cli-cursor/index.js



let isHidden = false;

const cliCursor = {};

cliCursor.show = (writableStream = external_node_process_.stderr) => {
	if (!writableStream.isTTY) {
		return;
	}

	isHidden = false;
	writableStream.write('\u001B[?25h');
};

cliCursor.hide = (writableStream = external_node_process_.stderr) => {
	if (!writableStream.isTTY) {
		return;
	}

	restore_cursor();
	isHidden = true;
	writableStream.write('\u001B[?25l');
};

cliCursor.toggle = (force, writableStream) => {
	if (force !== undefined) {
		isHidden = force;
	}

	if (isHidden) {
		cliCursor.show(writableStream);
	} else {
		cliCursor.hide(writableStream);
	}
};

/* harmony default export */ const cli_cursor = (cliCursor);

;// CONCATENATED MODULE: ./node_modules/cli-spinners/spinners.json
const spinners_namespaceObject = /*#__PURE__*/JSON.parse('{"dots":{"interval":80,"frames":["⠋","⠙","⠹","⠸","⠼","⠴","⠦","⠧","⠇","⠏"]},"dots2":{"interval":80,"frames":["⣾","⣽","⣻","⢿","⡿","⣟","⣯","⣷"]},"dots3":{"interval":80,"frames":["⠋","⠙","⠚","⠞","⠖","⠦","⠴","⠲","⠳","⠓"]},"dots4":{"interval":80,"frames":["⠄","⠆","⠇","⠋","⠙","⠸","⠰","⠠","⠰","⠸","⠙","⠋","⠇","⠆"]},"dots5":{"interval":80,"frames":["⠋","⠙","⠚","⠒","⠂","⠂","⠒","⠲","⠴","⠦","⠖","⠒","⠐","⠐","⠒","⠓","⠋"]},"dots6":{"interval":80,"frames":["⠁","⠉","⠙","⠚","⠒","⠂","⠂","⠒","⠲","⠴","⠤","⠄","⠄","⠤","⠴","⠲","⠒","⠂","⠂","⠒","⠚","⠙","⠉","⠁"]},"dots7":{"interval":80,"frames":["⠈","⠉","⠋","⠓","⠒","⠐","⠐","⠒","⠖","⠦","⠤","⠠","⠠","⠤","⠦","⠖","⠒","⠐","⠐","⠒","⠓","⠋","⠉","⠈"]},"dots8":{"interval":80,"frames":["⠁","⠁","⠉","⠙","⠚","⠒","⠂","⠂","⠒","⠲","⠴","⠤","⠄","⠄","⠤","⠠","⠠","⠤","⠦","⠖","⠒","⠐","⠐","⠒","⠓","⠋","⠉","⠈","⠈"]},"dots9":{"interval":80,"frames":["⢹","⢺","⢼","⣸","⣇","⡧","⡗","⡏"]},"dots10":{"interval":80,"frames":["⢄","⢂","⢁","⡁","⡈","⡐","⡠"]},"dots11":{"interval":100,"frames":["⠁","⠂","⠄","⡀","⢀","⠠","⠐","⠈"]},"dots12":{"interval":80,"frames":["⢀⠀","⡀⠀","⠄⠀","⢂⠀","⡂⠀","⠅⠀","⢃⠀","⡃⠀","⠍⠀","⢋⠀","⡋⠀","⠍⠁","⢋⠁","⡋⠁","⠍⠉","⠋⠉","⠋⠉","⠉⠙","⠉⠙","⠉⠩","⠈⢙","⠈⡙","⢈⠩","⡀⢙","⠄⡙","⢂⠩","⡂⢘","⠅⡘","⢃⠨","⡃⢐","⠍⡐","⢋⠠","⡋⢀","⠍⡁","⢋⠁","⡋⠁","⠍⠉","⠋⠉","⠋⠉","⠉⠙","⠉⠙","⠉⠩","⠈⢙","⠈⡙","⠈⠩","⠀⢙","⠀⡙","⠀⠩","⠀⢘","⠀⡘","⠀⠨","⠀⢐","⠀⡐","⠀⠠","⠀⢀","⠀⡀"]},"dots13":{"interval":80,"frames":["⣼","⣹","⢻","⠿","⡟","⣏","⣧","⣶"]},"dots14":{"interval":80,"frames":["⠉⠉","⠈⠙","⠀⠹","⠀⢸","⠀⣰","⢀⣠","⣀⣀","⣄⡀","⣆⠀","⡇⠀","⠏⠀","⠋⠁"]},"dots8Bit":{"interval":80,"frames":["⠀","⠁","⠂","⠃","⠄","⠅","⠆","⠇","⡀","⡁","⡂","⡃","⡄","⡅","⡆","⡇","⠈","⠉","⠊","⠋","⠌","⠍","⠎","⠏","⡈","⡉","⡊","⡋","⡌","⡍","⡎","⡏","⠐","⠑","⠒","⠓","⠔","⠕","⠖","⠗","⡐","⡑","⡒","⡓","⡔","⡕","⡖","⡗","⠘","⠙","⠚","⠛","⠜","⠝","⠞","⠟","⡘","⡙","⡚","⡛","⡜","⡝","⡞","⡟","⠠","⠡","⠢","⠣","⠤","⠥","⠦","⠧","⡠","⡡","⡢","⡣","⡤","⡥","⡦","⡧","⠨","⠩","⠪","⠫","⠬","⠭","⠮","⠯","⡨","⡩","⡪","⡫","⡬","⡭","⡮","⡯","⠰","⠱","⠲","⠳","⠴","⠵","⠶","⠷","⡰","⡱","⡲","⡳","⡴","⡵","⡶","⡷","⠸","⠹","⠺","⠻","⠼","⠽","⠾","⠿","⡸","⡹","⡺","⡻","⡼","⡽","⡾","⡿","⢀","⢁","⢂","⢃","⢄","⢅","⢆","⢇","⣀","⣁","⣂","⣃","⣄","⣅","⣆","⣇","⢈","⢉","⢊","⢋","⢌","⢍","⢎","⢏","⣈","⣉","⣊","⣋","⣌","⣍","⣎","⣏","⢐","⢑","⢒","⢓","⢔","⢕","⢖","⢗","⣐","⣑","⣒","⣓","⣔","⣕","⣖","⣗","⢘","⢙","⢚","⢛","⢜","⢝","⢞","⢟","⣘","⣙","⣚","⣛","⣜","⣝","⣞","⣟","⢠","⢡","⢢","⢣","⢤","⢥","⢦","⢧","⣠","⣡","⣢","⣣","⣤","⣥","⣦","⣧","⢨","⢩","⢪","⢫","⢬","⢭","⢮","⢯","⣨","⣩","⣪","⣫","⣬","⣭","⣮","⣯","⢰","⢱","⢲","⢳","⢴","⢵","⢶","⢷","⣰","⣱","⣲","⣳","⣴","⣵","⣶","⣷","⢸","⢹","⢺","⢻","⢼","⢽","⢾","⢿","⣸","⣹","⣺","⣻","⣼","⣽","⣾","⣿"]},"dotsCircle":{"interval":80,"frames":["⢎ ","⠎⠁","⠊⠑","⠈⠱"," ⡱","⢀⡰","⢄⡠","⢆⡀"]},"sand":{"interval":80,"frames":["⠁","⠂","⠄","⡀","⡈","⡐","⡠","⣀","⣁","⣂","⣄","⣌","⣔","⣤","⣥","⣦","⣮","⣶","⣷","⣿","⡿","⠿","⢟","⠟","⡛","⠛","⠫","⢋","⠋","⠍","⡉","⠉","⠑","⠡","⢁"]},"line":{"interval":130,"frames":["-","\\\\","|","/"]},"line2":{"interval":100,"frames":["⠂","-","–","—","–","-"]},"rollingLine":{"interval":80,"frames":["/  "," - "," \\\\ ","  |","  |"," \\\\ "," - ","/  "]},"pipe":{"interval":100,"frames":["┤","┘","┴","└","├","┌","┬","┐"]},"simpleDots":{"interval":400,"frames":[".  ",".. ","...","   "]},"simpleDotsScrolling":{"interval":200,"frames":[".  ",".. ","..."," ..","  .","   "]},"star":{"interval":70,"frames":["✶","✸","✹","✺","✹","✷"]},"star2":{"interval":80,"frames":["+","x","*"]},"flip":{"interval":70,"frames":["_","_","_","-","`","`","\'","´","-","_","_","_"]},"hamburger":{"interval":100,"frames":["☱","☲","☴"]},"growVertical":{"interval":120,"frames":["▁","▃","▄","▅","▆","▇","▆","▅","▄","▃"]},"growHorizontal":{"interval":120,"frames":["▏","▎","▍","▌","▋","▊","▉","▊","▋","▌","▍","▎"]},"balloon":{"interval":140,"frames":[" ",".","o","O","@","*"," "]},"balloon2":{"interval":120,"frames":[".","o","O","°","O","o","."]},"noise":{"interval":100,"frames":["▓","▒","░"]},"bounce":{"interval":120,"frames":["⠁","⠂","⠄","⠂"]},"boxBounce":{"interval":120,"frames":["▖","▘","▝","▗"]},"boxBounce2":{"interval":100,"frames":["▌","▀","▐","▄"]},"triangle":{"interval":50,"frames":["◢","◣","◤","◥"]},"binary":{"interval":80,"frames":["010010","001100","100101","111010","111101","010111","101011","111000","110011","110101"]},"arc":{"interval":100,"frames":["◜","◠","◝","◞","◡","◟"]},"circle":{"interval":120,"frames":["◡","⊙","◠"]},"squareCorners":{"interval":180,"frames":["◰","◳","◲","◱"]},"circleQuarters":{"interval":120,"frames":["◴","◷","◶","◵"]},"circleHalves":{"interval":50,"frames":["◐","◓","◑","◒"]},"squish":{"interval":100,"frames":["╫","╪"]},"toggle":{"interval":250,"frames":["⊶","⊷"]},"toggle2":{"interval":80,"frames":["▫","▪"]},"toggle3":{"interval":120,"frames":["□","■"]},"toggle4":{"interval":100,"frames":["■","□","▪","▫"]},"toggle5":{"interval":100,"frames":["▮","▯"]},"toggle6":{"interval":300,"frames":["ဝ","၀"]},"toggle7":{"interval":80,"frames":["⦾","⦿"]},"toggle8":{"interval":100,"frames":["◍","◌"]},"toggle9":{"interval":100,"frames":["◉","◎"]},"toggle10":{"interval":100,"frames":["㊂","㊀","㊁"]},"toggle11":{"interval":50,"frames":["⧇","⧆"]},"toggle12":{"interval":120,"frames":["☗","☖"]},"toggle13":{"interval":80,"frames":["=","*","-"]},"arrow":{"interval":100,"frames":["←","↖","↑","↗","→","↘","↓","↙"]},"arrow2":{"interval":80,"frames":["⬆️ ","↗️ ","➡️ ","↘️ ","⬇️ ","↙️ ","⬅️ ","↖️ "]},"arrow3":{"interval":120,"frames":["▹▹▹▹▹","▸▹▹▹▹","▹▸▹▹▹","▹▹▸▹▹","▹▹▹▸▹","▹▹▹▹▸"]},"bouncingBar":{"interval":80,"frames":["[    ]","[=   ]","[==  ]","[=== ]","[====]","[ ===]","[  ==]","[   =]","[    ]","[   =]","[  ==]","[ ===]","[====]","[=== ]","[==  ]","[=   ]"]},"bouncingBall":{"interval":80,"frames":["( ●    )","(  ●   )","(   ●  )","(    ● )","(     ●)","(    ● )","(   ●  )","(  ●   )","( ●    )","(●     )"]},"smiley":{"interval":200,"frames":["😄 ","😝 "]},"monkey":{"interval":300,"frames":["🙈 ","🙈 ","🙉 ","🙊 "]},"hearts":{"interval":100,"frames":["💛 ","💙 ","💜 ","💚 ","💗 "]},"clock":{"interval":100,"frames":["🕛 ","🕐 ","🕑 ","🕒 ","🕓 ","🕔 ","🕕 ","🕖 ","🕗 ","🕘 ","🕙 ","🕚 "]},"earth":{"interval":180,"frames":["🌍 ","🌎 ","🌏 "]},"material":{"interval":17,"frames":["█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","██▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","███▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","████▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","██████▁▁▁▁▁▁▁▁▁▁▁▁▁▁","██████▁▁▁▁▁▁▁▁▁▁▁▁▁▁","███████▁▁▁▁▁▁▁▁▁▁▁▁▁","████████▁▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","██████████▁▁▁▁▁▁▁▁▁▁","███████████▁▁▁▁▁▁▁▁▁","█████████████▁▁▁▁▁▁▁","██████████████▁▁▁▁▁▁","██████████████▁▁▁▁▁▁","▁██████████████▁▁▁▁▁","▁██████████████▁▁▁▁▁","▁██████████████▁▁▁▁▁","▁▁██████████████▁▁▁▁","▁▁▁██████████████▁▁▁","▁▁▁▁█████████████▁▁▁","▁▁▁▁██████████████▁▁","▁▁▁▁██████████████▁▁","▁▁▁▁▁██████████████▁","▁▁▁▁▁██████████████▁","▁▁▁▁▁██████████████▁","▁▁▁▁▁▁██████████████","▁▁▁▁▁▁██████████████","▁▁▁▁▁▁▁█████████████","▁▁▁▁▁▁▁█████████████","▁▁▁▁▁▁▁▁████████████","▁▁▁▁▁▁▁▁████████████","▁▁▁▁▁▁▁▁▁███████████","▁▁▁▁▁▁▁▁▁███████████","▁▁▁▁▁▁▁▁▁▁██████████","▁▁▁▁▁▁▁▁▁▁██████████","▁▁▁▁▁▁▁▁▁▁▁▁████████","▁▁▁▁▁▁▁▁▁▁▁▁▁███████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁██████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█████","█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████","██▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███","██▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███","███▁▁▁▁▁▁▁▁▁▁▁▁▁▁███","████▁▁▁▁▁▁▁▁▁▁▁▁▁▁██","█████▁▁▁▁▁▁▁▁▁▁▁▁▁▁█","█████▁▁▁▁▁▁▁▁▁▁▁▁▁▁█","██████▁▁▁▁▁▁▁▁▁▁▁▁▁█","████████▁▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","█████████▁▁▁▁▁▁▁▁▁▁▁","███████████▁▁▁▁▁▁▁▁▁","████████████▁▁▁▁▁▁▁▁","████████████▁▁▁▁▁▁▁▁","██████████████▁▁▁▁▁▁","██████████████▁▁▁▁▁▁","▁██████████████▁▁▁▁▁","▁██████████████▁▁▁▁▁","▁▁▁█████████████▁▁▁▁","▁▁▁▁▁████████████▁▁▁","▁▁▁▁▁████████████▁▁▁","▁▁▁▁▁▁███████████▁▁▁","▁▁▁▁▁▁▁▁█████████▁▁▁","▁▁▁▁▁▁▁▁█████████▁▁▁","▁▁▁▁▁▁▁▁▁█████████▁▁","▁▁▁▁▁▁▁▁▁█████████▁▁","▁▁▁▁▁▁▁▁▁▁█████████▁","▁▁▁▁▁▁▁▁▁▁▁████████▁","▁▁▁▁▁▁▁▁▁▁▁████████▁","▁▁▁▁▁▁▁▁▁▁▁▁███████▁","▁▁▁▁▁▁▁▁▁▁▁▁███████▁","▁▁▁▁▁▁▁▁▁▁▁▁▁███████","▁▁▁▁▁▁▁▁▁▁▁▁▁███████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁██","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁██","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁██","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁","▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁"]},"moon":{"interval":80,"frames":["🌑 ","🌒 ","🌓 ","🌔 ","🌕 ","🌖 ","🌗 ","🌘 "]},"runner":{"interval":140,"frames":["🚶 ","🏃 "]},"pong":{"interval":80,"frames":["▐⠂       ▌","▐⠈       ▌","▐ ⠂      ▌","▐ ⠠      ▌","▐  ⡀     ▌","▐  ⠠     ▌","▐   ⠂    ▌","▐   ⠈    ▌","▐    ⠂   ▌","▐    ⠠   ▌","▐     ⡀  ▌","▐     ⠠  ▌","▐      ⠂ ▌","▐      ⠈ ▌","▐       ⠂▌","▐       ⠠▌","▐       ⡀▌","▐      ⠠ ▌","▐      ⠂ ▌","▐     ⠈  ▌","▐     ⠂  ▌","▐    ⠠   ▌","▐    ⡀   ▌","▐   ⠠    ▌","▐   ⠂    ▌","▐  ⠈     ▌","▐  ⠂     ▌","▐ ⠠      ▌","▐ ⡀      ▌","▐⠠       ▌"]},"shark":{"interval":120,"frames":["▐|\\\\____________▌","▐_|\\\\___________▌","▐__|\\\\__________▌","▐___|\\\\_________▌","▐____|\\\\________▌","▐_____|\\\\_______▌","▐______|\\\\______▌","▐_______|\\\\_____▌","▐________|\\\\____▌","▐_________|\\\\___▌","▐__________|\\\\__▌","▐___________|\\\\_▌","▐____________|\\\\▌","▐____________/|▌","▐___________/|_▌","▐__________/|__▌","▐_________/|___▌","▐________/|____▌","▐_______/|_____▌","▐______/|______▌","▐_____/|_______▌","▐____/|________▌","▐___/|_________▌","▐__/|__________▌","▐_/|___________▌","▐/|____________▌"]},"dqpb":{"interval":100,"frames":["d","q","p","b"]},"weather":{"interval":100,"frames":["☀️ ","☀️ ","☀️ ","🌤 ","⛅️ ","🌥 ","☁️ ","🌧 ","🌨 ","🌧 ","🌨 ","🌧 ","🌨 ","⛈ ","🌨 ","🌧 ","🌨 ","☁️ ","🌥 ","⛅️ ","🌤 ","☀️ ","☀️ "]},"christmas":{"interval":400,"frames":["🌲","🎄"]},"grenade":{"interval":80,"frames":["،  ","′  "," ´ "," ‾ ","  ⸌","  ⸊","  |","  ⁎","  ⁕"," ෴ ","  ⁓","   ","   ","   "]},"point":{"interval":125,"frames":["∙∙∙","●∙∙","∙●∙","∙∙●","∙∙∙"]},"layer":{"interval":150,"frames":["-","=","≡"]},"betaWave":{"interval":80,"frames":["ρββββββ","βρβββββ","ββρββββ","βββρβββ","ββββρββ","βββββρβ","ββββββρ"]},"fingerDance":{"interval":160,"frames":["🤘 ","🤟 ","🖖 ","✋ ","🤚 ","👆 "]},"fistBump":{"interval":80,"frames":["🤜　　　　🤛 ","🤜　　　　🤛 ","🤜　　　　🤛 ","　🤜　　🤛　 ","　　🤜🤛　　 ","　🤜✨🤛　　 ","🤜　✨　🤛　 "]},"soccerHeader":{"interval":80,"frames":[" 🧑⚽️       🧑 ","🧑  ⚽️      🧑 ","🧑   ⚽️     🧑 ","🧑    ⚽️    🧑 ","🧑     ⚽️   🧑 ","🧑      ⚽️  🧑 ","🧑       ⚽️🧑  ","🧑      ⚽️  🧑 ","🧑     ⚽️   🧑 ","🧑    ⚽️    🧑 ","🧑   ⚽️     🧑 ","🧑  ⚽️      🧑 "]},"mindblown":{"interval":160,"frames":["😐 ","😐 ","😮 ","😮 ","😦 ","😦 ","😧 ","😧 ","🤯 ","💥 ","✨ ","　 ","　 ","　 "]},"speaker":{"interval":160,"frames":["🔈 ","🔉 ","🔊 ","🔉 "]},"orangePulse":{"interval":100,"frames":["🔸 ","🔶 ","🟠 ","🟠 ","🔶 "]},"bluePulse":{"interval":100,"frames":["🔹 ","🔷 ","🔵 ","🔵 ","🔷 "]},"orangeBluePulse":{"interval":100,"frames":["🔸 ","🔶 ","🟠 ","🟠 ","🔶 ","🔹 ","🔷 ","🔵 ","🔵 ","🔷 "]},"timeTravel":{"interval":100,"frames":["🕛 ","🕚 ","🕙 ","🕘 ","🕗 ","🕖 ","🕕 ","🕔 ","🕓 ","🕒 ","🕑 ","🕐 "]},"aesthetic":{"interval":80,"frames":["▰▱▱▱▱▱▱","▰▰▱▱▱▱▱","▰▰▰▱▱▱▱","▰▰▰▰▱▱▱","▰▰▰▰▰▱▱","▰▰▰▰▰▰▱","▰▰▰▰▰▰▰","▰▱▱▱▱▱▱"]},"dwarfFortress":{"interval":80,"frames":[" ██████£££  ","☺██████£££  ","☺██████£££  ","☺▓█████£££  ","☺▓█████£££  ","☺▒█████£££  ","☺▒█████£££  ","☺░█████£££  ","☺░█████£££  ","☺ █████£££  "," ☺█████£££  "," ☺█████£££  "," ☺▓████£££  "," ☺▓████£££  "," ☺▒████£££  "," ☺▒████£££  "," ☺░████£££  "," ☺░████£££  "," ☺ ████£££  ","  ☺████£££  ","  ☺████£££  ","  ☺▓███£££  ","  ☺▓███£££  ","  ☺▒███£££  ","  ☺▒███£££  ","  ☺░███£££  ","  ☺░███£££  ","  ☺ ███£££  ","   ☺███£££  ","   ☺███£££  ","   ☺▓██£££  ","   ☺▓██£££  ","   ☺▒██£££  ","   ☺▒██£££  ","   ☺░██£££  ","   ☺░██£££  ","   ☺ ██£££  ","    ☺██£££  ","    ☺██£££  ","    ☺▓█£££  ","    ☺▓█£££  ","    ☺▒█£££  ","    ☺▒█£££  ","    ☺░█£££  ","    ☺░█£££  ","    ☺ █£££  ","     ☺█£££  ","     ☺█£££  ","     ☺▓£££  ","     ☺▓£££  ","     ☺▒£££  ","     ☺▒£££  ","     ☺░£££  ","     ☺░£££  ","     ☺ £££  ","      ☺£££  ","      ☺£££  ","      ☺▓££  ","      ☺▓££  ","      ☺▒££  ","      ☺▒££  ","      ☺░££  ","      ☺░££  ","      ☺ ££  ","       ☺££  ","       ☺££  ","       ☺▓£  ","       ☺▓£  ","       ☺▒£  ","       ☺▒£  ","       ☺░£  ","       ☺░£  ","       ☺ £  ","        ☺£  ","        ☺£  ","        ☺▓  ","        ☺▓  ","        ☺▒  ","        ☺▒  ","        ☺░  ","        ☺░  ","        ☺   ","        ☺  &","        ☺ ☼&","       ☺ ☼ &","       ☺☼  &","      ☺☼  & ","      ‼   & ","     ☺   &  ","    ‼    &  ","   ☺    &   ","  ‼     &   "," ☺     &    ","‼      &    ","      &     ","      &     ","     &   ░  ","     &   ▒  ","    &    ▓  ","    &    £  ","   &    ░£  ","   &    ▒£  ","  &     ▓£  ","  &     ££  "," &     ░££  "," &     ▒££  ","&      ▓££  ","&      £££  ","      ░£££  ","      ▒£££  ","      ▓£££  ","      █£££  ","     ░█£££  ","     ▒█£££  ","     ▓█£££  ","     ██£££  ","    ░██£££  ","    ▒██£££  ","    ▓██£££  ","    ███£££  ","   ░███£££  ","   ▒███£££  ","   ▓███£££  ","   ████£££  ","  ░████£££  ","  ▒████£££  ","  ▓████£££  ","  █████£££  "," ░█████£££  "," ▒█████£££  "," ▓█████£££  "," ██████£££  "," ██████£££  "]},"fish":{"interval":80,"frames":["~~~~~~~~~~~~~~~~~~~~","> ~~~~~~~~~~~~~~~~~~","º> ~~~~~~~~~~~~~~~~~","(º> ~~~~~~~~~~~~~~~~","((º> ~~~~~~~~~~~~~~~","<((º> ~~~~~~~~~~~~~~","><((º> ~~~~~~~~~~~~~"," ><((º> ~~~~~~~~~~~~","~ ><((º> ~~~~~~~~~~~","~~ <>((º> ~~~~~~~~~~","~~~ ><((º> ~~~~~~~~~","~~~~ <>((º> ~~~~~~~~","~~~~~ ><((º> ~~~~~~~","~~~~~~ <>((º> ~~~~~~","~~~~~~~ ><((º> ~~~~~","~~~~~~~~ <>((º> ~~~~","~~~~~~~~~ ><((º> ~~~","~~~~~~~~~~ <>((º> ~~","~~~~~~~~~~~ ><((º> ~","~~~~~~~~~~~~ <>((º> ","~~~~~~~~~~~~~ ><((º>","~~~~~~~~~~~~~~ <>((º","~~~~~~~~~~~~~~~ ><((","~~~~~~~~~~~~~~~~ <>(","~~~~~~~~~~~~~~~~~ ><","~~~~~~~~~~~~~~~~~~ <","~~~~~~~~~~~~~~~~~~~~"]}}');
;// CONCATENATED MODULE: ./node_modules/cli-spinners/index.js


/* harmony default export */ const cli_spinners = (spinners_namespaceObject);

const spinnersList = Object.keys(spinners_namespaceObject);

function randomSpinner() {
	const randomIndex = Math.floor(Math.random() * spinnersList.length);
	const spinnerName = spinnersList[randomIndex];
	return spinners[spinnerName];
}

;// CONCATENATED MODULE: ./node_modules/yoctocolors/base.js


// eslint-disable-next-line no-warning-comments
// TODO: Use a better method when it's added to Node.js (https://github.com/nodejs/node/pull/40240)
// Lots of optionals here to support Deno.
const hasColors = external_node_tty_namespaceObject?.WriteStream?.prototype?.hasColors?.() ?? false;

const format = (open, close) => {
	if (!hasColors) {
		return input => input;
	}

	const openCode = `\u001B[${open}m`;
	const closeCode = `\u001B[${close}m`;

	return input => {
		const string = input + ''; // eslint-disable-line no-implicit-coercion -- This is faster.
		let index = string.indexOf(closeCode);

		if (index === -1) {
			// Note: Intentionally not using string interpolation for performance reasons.
			return openCode + string + closeCode;
		}

		// Handle nested colors.

		// We could have done this, but it's too slow (as of Node.js 22).
		// return openCode + string.replaceAll(closeCode, (close === 22 ? closeCode : '') + openCode) + closeCode;

		let result = openCode;
		let lastIndex = 0;

		// SGR 22 resets both bold (1) and dim (2). When we encounter a nested
		// close for styles that use 22, we need to re-open the outer style.
		const reopenOnNestedClose = close === 22;
		const replaceCode = (reopenOnNestedClose ? closeCode : '') + openCode;

		while (index !== -1) {
			result += string.slice(lastIndex, index) + replaceCode;
			lastIndex = index + closeCode.length;
			index = string.indexOf(closeCode, lastIndex);
		}

		result += string.slice(lastIndex) + closeCode;

		return result;
	};
};

const base_reset = format(0, 0);
const bold = format(1, 22);
const dim = format(2, 22);
const italic = format(3, 23);
const underline = format(4, 24);
// Extended underline styles (`SGR 4:x` sub-parameters).
const underlineDouble = format('4:2', 24);
const underlineCurly = format('4:3', 24);
const underlineDotted = format('4:4', 24);
const underlineDashed = format('4:5', 24);
const overline = format(53, 55);
const inverse = format(7, 27);
const base_hidden = format(8, 28);
const strikethrough = format(9, 29);

const black = format(30, 39);
const red = format(31, 39);
const green = format(32, 39);
const yellow = format(33, 39);
const blue = format(34, 39);
const magenta = format(35, 39);
const cyan = format(36, 39);
const white = format(37, 39);
const gray = format(90, 39);

const bgBlack = format(40, 49);
const bgRed = format(41, 49);
const bgGreen = format(42, 49);
const bgYellow = format(43, 49);
const bgBlue = format(44, 49);
const bgMagenta = format(45, 49);
const bgCyan = format(46, 49);
const bgWhite = format(47, 49);
const bgGray = format(100, 49);

const redBright = format(91, 39);
const greenBright = format(92, 39);
const yellowBright = format(93, 39);
const blueBright = format(94, 39);
const magentaBright = format(95, 39);
const cyanBright = format(96, 39);
const whiteBright = format(97, 39);

const bgRedBright = format(101, 49);
const bgGreenBright = format(102, 49);
const bgYellowBright = format(103, 49);
const bgBlueBright = format(104, 49);
const bgMagentaBright = format(105, 49);
const bgCyanBright = format(106, 49);
const bgWhiteBright = format(107, 49);

// Underline color (`SGR 58`/`59`). It has no basic 16-color form, so the palette index is used.
const underlineBlack = format('58;5;0', 59);
const underlineRed = format('58;5;1', 59);
const underlineGreen = format('58;5;2', 59);
const underlineYellow = format('58;5;3', 59);
const underlineBlue = format('58;5;4', 59);
const underlineMagenta = format('58;5;5', 59);
const underlineCyan = format('58;5;6', 59);
const underlineWhite = format('58;5;7', 59);
const underlineGray = format('58;5;8', 59);

const underlineRedBright = format('58;5;9', 59);
const underlineGreenBright = format('58;5;10', 59);
const underlineYellowBright = format('58;5;11', 59);
const underlineBlueBright = format('58;5;12', 59);
const underlineMagentaBright = format('58;5;13', 59);
const underlineCyanBright = format('58;5;14', 59);
const underlineWhiteBright = format('58;5;15', 59);

;// CONCATENATED MODULE: ./node_modules/is-unicode-supported/index.js


function isUnicodeSupported() {
	const {env} = external_node_process_;
	const {TERM, TERM_PROGRAM} = env;

	if (external_node_process_.platform !== 'win32') {
		return TERM !== 'linux'; // Linux console (kernel)
	}

	return Boolean(env.WT_SESSION) // Windows Terminal
		|| Boolean(env.TERMINUS_SUBLIME) // Terminus (<0.2.27)
		|| env.ConEmuTask === '{cmd::Cmder}' // ConEmu and cmder
		|| TERM_PROGRAM === 'Terminus-Sublime'
		|| TERM_PROGRAM === 'vscode'
		|| TERM === 'xterm-256color'
		|| TERM === 'alacritty'
		|| TERM === 'rxvt-unicode'
		|| TERM === 'rxvt-unicode-256color'
		|| env.TERMINAL_EMULATOR === 'JetBrains-JediTerm';
}

;// CONCATENATED MODULE: ./node_modules/log-symbols/symbols.js



const _isUnicodeSupported = isUnicodeSupported();

const info = blue(_isUnicodeSupported ? 'ℹ' : 'i');
const success = green(_isUnicodeSupported ? '✔' : '√');
const warning = yellow(_isUnicodeSupported ? '⚠' : '‼');
const error = red(_isUnicodeSupported ? '✖' : '×');

;// CONCATENATED MODULE: ./node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ./node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ./node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}

;// CONCATENATED MODULE: ./node_modules/is-interactive/index.js
function isInteractive({stream = process.stdout} = {}) {
	return Boolean(
		stream && stream.isTTY &&
		process.env.TERM !== 'dumb' &&
		!('CI' in process.env)
	);
}

;// CONCATENATED MODULE: ./node_modules/stdin-discarder/index.js


const ASCII_ETX_CODE = 0x03; // Ctrl+C

class StdinDiscarder {
	#activeCount = 0;
	#stdin;
	#stdinWasPaused = false;
	#stdinWasRaw = false;
	#handleInputBound = chunk => {
		if (!chunk?.length) {
			return;
		}

		const code = typeof chunk === 'string' ? chunk.codePointAt(0) : chunk[0];
		if (code === ASCII_ETX_CODE) {
			// Always re-signal the process. Emitting `SIGINT` directly breaks normal Ctrl+C termination when libraries install listeners for cleanup.
			external_node_process_.kill(external_node_process_.pid, 'SIGINT');
		}
	};

	start() {
		this.#activeCount++;
		if (this.#activeCount === 1) {
			this.#realStart();
		}
	}

	stop() {
		if (this.#activeCount === 0) {
			return;
		}

		if (--this.#activeCount === 0) {
			this.#realStop();
		}
	}

	#realStart() {
		const {stdin} = external_node_process_;

		if (external_node_process_.platform === 'win32' || !stdin?.isTTY || typeof stdin.setRawMode !== 'function') {
			this.#stdin = undefined;
			return;
		}

		this.#stdin = stdin;
		this.#stdinWasPaused = stdin.isPaused();
		this.#stdinWasRaw = Boolean(stdin.isRaw);

		stdin.setRawMode(true);
		stdin.prependListener('data', this.#handleInputBound);

		if (this.#stdinWasPaused) {
			stdin.resume();
		}
	}

	#realStop() {
		if (!this.#stdin) {
			return;
		}

		const stdin = this.#stdin;

		stdin.off('data', this.#handleInputBound);

		if (stdin.isTTY) {
			stdin.setRawMode?.(this.#stdinWasRaw);
		}

		if (this.#stdinWasPaused) {
			stdin.pause();
		}

		this.#stdin = undefined;
		this.#stdinWasPaused = false;
		this.#stdinWasRaw = false;
	}
}

const stdinDiscarder = new StdinDiscarder();

/* harmony default export */ const stdin_discarder = (Object.freeze(stdinDiscarder));

;// CONCATENATED MODULE: ./node_modules/ora/index.js











// Constants
const RENDER_DEFERRAL_TIMEOUT = 200; // Milliseconds to wait before re-rendering after partial chunk write
const SYNCHRONIZED_OUTPUT_ENABLE = '\u001B[?2026h';
const SYNCHRONIZED_OUTPUT_DISABLE = '\u001B[?2026l';

// Global state for concurrent spinner detection
const activeHooksPerStream = new Map(); // Stream → ora instance

const validColors = new Set(['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white', 'gray']);

class Ora {
	#linesToClear = 0;
	#frameIndex = -1;
	#lastFrameTime = 0;
	#options;
	#spinner;
	#stream;
	#id;
	#hookedStreams = new Map();
	#isInternalWrite = false;
	#drainHandler;
	#deferRenderTimer;
	#isDiscardingStdin = false;
	#color;

	// Helper to execute writes while preventing hook recursion
	#internalWrite(fn) {
		this.#isInternalWrite = true;
		try {
			return fn();
		} finally {
			this.#isInternalWrite = false;
		}
	}

	// Helper to render if still spinning
	#tryRender() {
		if (this.isSpinning) {
			this.render();
		}
	}

	#stringifyChunk(chunk, encoding) {
		if (chunk === undefined || chunk === null) {
			return '';
		}

		if (typeof chunk === 'string') {
			return chunk;
		}

		/* eslint-disable n/prefer-global/buffer */
		if (Buffer.isBuffer(chunk) || ArrayBuffer.isView(chunk)) {
			const normalizedEncoding = (typeof encoding === 'string' && encoding && encoding !== 'buffer') ? encoding : 'utf8';
			return Buffer.from(chunk).toString(normalizedEncoding);
		}
		/* eslint-enable n/prefer-global/buffer */

		return String(chunk);
	}

	#chunkTerminatesLine(chunkString) {
		if (!chunkString) {
			return false;
		}

		const lastCharacter = chunkString.at(-1);
		return lastCharacter === '\n' || lastCharacter === '\r';
	}

	#scheduleRenderDeferral() {
		// If already deferred, don't reset timer - let it complete
		if (this.#deferRenderTimer) {
			return;
		}

		this.#deferRenderTimer = setTimeout(() => {
			this.#deferRenderTimer = undefined;

			if (this.isSpinning) {
				this.#tryRender();
			}
		}, RENDER_DEFERRAL_TIMEOUT);

		if (typeof this.#deferRenderTimer?.unref === 'function') {
			this.#deferRenderTimer.unref();
		}
	}

	#clearRenderDeferral() {
		if (this.#deferRenderTimer) {
			clearTimeout(this.#deferRenderTimer);
			this.#deferRenderTimer = undefined;
		}
	}

	// Helper to build complete line with symbol, text, prefix, and suffix
	#buildOutputLine(symbol, text, prefixText, suffixText) {
		const fullPrefixText = this.#getFullPrefixText(prefixText, ' ');
		const separatorText = symbol ? ' ' : '';
		const fullText = (typeof text === 'string') ? separatorText + text : '';
		const fullSuffixText = this.#getFullSuffixText(suffixText, ' ');
		return fullPrefixText + symbol + fullText + fullSuffixText;
	}

	constructor(options) {
		if (typeof options === 'string') {
			options = {
				text: options,
			};
		}

		this.#options = {
			color: 'cyan',
			stream: external_node_process_.stderr,
			discardStdin: true,
			hideCursor: true,
			...options,
		};

		// Public
		this.color = this.#options.color;

		this.#stream = this.#options.stream;

		// Normalize isEnabled and isSilent into options
		if (typeof this.#options.isEnabled !== 'boolean') {
			this.#options.isEnabled = isInteractive({stream: this.#stream});
		}

		if (typeof this.#options.isSilent !== 'boolean') {
			this.#options.isSilent = false;
		}

		if (this.#options.interval !== undefined && !(Number.isInteger(this.#options.interval) && this.#options.interval > 0)) {
			throw new Error('The `interval` option must be a positive integer');
		}

		// Set *after* `this.#stream`.
		// Store original interval before spinner setter clears it
		const userInterval = this.#options.interval;
		// It's important that these use the public setters.
		this.spinner = this.#options.spinner;
		this.#options.interval = userInterval;
		this.text = this.#options.text;
		this.prefixText = this.#options.prefixText;
		this.suffixText = this.#options.suffixText;
		this.indent = this.#options.indent;

		if (external_node_process_.env.NODE_ENV === 'test') {
			this._stream = this.#stream;
			this._isEnabled = this.#options.isEnabled;

			Object.defineProperty(this, '_linesToClear', {
				get() {
					return this.#linesToClear;
				},
				set(newValue) {
					this.#linesToClear = newValue;
				},
			});

			Object.defineProperty(this, '_frameIndex', {
				get() {
					return this.#frameIndex;
				},
			});

			Object.defineProperty(this, '_lineCount', {
				get() {
					const columns = this.#stream.columns ?? 80;
					const prefixText = typeof this.#options.prefixText === 'function' ? '' : this.#options.prefixText;
					const suffixText = typeof this.#options.suffixText === 'function' ? '' : this.#options.suffixText;
					const fullPrefixText = (typeof prefixText === 'string' && prefixText !== '') ? prefixText + ' ' : '';
					const fullSuffixText = (typeof suffixText === 'string' && suffixText !== '') ? ' ' + suffixText : '';
					const spinnerChar = '-';
					const fullText = ' '.repeat(this.#options.indent) + fullPrefixText + spinnerChar + (typeof this.#options.text === 'string' ? ' ' + this.#options.text : '') + fullSuffixText;
					return this.#computeLineCountFrom(fullText, columns);
				},
			});
		}
	}

	get indent() {
		return this.#options.indent;
	}

	set indent(indent = 0) {
		if (!(indent >= 0 && Number.isInteger(indent))) {
			throw new Error('The `indent` option must be an integer from 0 and up');
		}

		this.#options.indent = indent;
	}

	get interval() {
		return this.#options.interval ?? this.#spinner.interval ?? 100;
	}

	get spinner() {
		return this.#spinner;
	}

	set spinner(spinner) {
		this.#frameIndex = -1;
		this.#options.interval = undefined;

		if (typeof spinner === 'object') {
			if (!Array.isArray(spinner.frames) || spinner.frames.length === 0 || spinner.frames.some(frame => typeof frame !== 'string')) {
				throw new Error('The given spinner must have a non-empty `frames` array of strings');
			}

			if (spinner.interval !== undefined && !(Number.isInteger(spinner.interval) && spinner.interval > 0)) {
				throw new Error('`spinner.interval` must be a positive integer if provided');
			}

			this.#spinner = spinner;
		} else if (!isUnicodeSupported()) {
			this.#spinner = cli_spinners.line;
		} else if (spinner === undefined) {
			// Set default spinner
			this.#spinner = cli_spinners.dots;
		} else if (spinner !== 'default' && cli_spinners[spinner]) {
			this.#spinner = cli_spinners[spinner];
		} else {
			throw new Error(`There is no built-in spinner named '${spinner}'. See https://github.com/sindresorhus/cli-spinners/blob/main/spinners.json for a full list.`);
		}
	}

	get text() {
		return this.#options.text;
	}

	set text(value = '') {
		this.#options.text = value;
	}

	get prefixText() {
		return this.#options.prefixText;
	}

	set prefixText(value = '') {
		this.#options.prefixText = value;
	}

	get suffixText() {
		return this.#options.suffixText;
	}

	set suffixText(value = '') {
		this.#options.suffixText = value;
	}

	get isSpinning() {
		return this.#id !== undefined;
	}

	#formatAffix(value, separator, placeBefore = false) {
		const resolved = typeof value === 'function' ? value() : value;
		if (typeof resolved === 'string' && resolved !== '') {
			return placeBefore ? (separator + resolved) : (resolved + separator);
		}

		return '';
	}

	#getFullPrefixText(prefixText = this.#options.prefixText, postfix = ' ') {
		return this.#formatAffix(prefixText, postfix, false);
	}

	#getFullSuffixText(suffixText = this.#options.suffixText, prefix = ' ') {
		return this.#formatAffix(suffixText, prefix, true);
	}

	#computeLineCountFrom(text, columns) {
		let count = 0;
		for (const line of (0,external_node_util_.stripVTControlCharacters)(text).split('\n')) {
			count += Math.max(1, Math.ceil(stringWidth(line) / columns));
		}

		return count;
	}

	get color() {
		return this.#color;
	}

	set color(value) {
		if (value !== undefined && value !== false && !validColors.has(value)) {
			throw new Error('The `color` option must be a valid color or `false` to disable');
		}

		this.#color = value;
	}

	get isEnabled() {
		return this.#options.isEnabled && !this.#options.isSilent;
	}

	set isEnabled(value) {
		if (typeof value !== 'boolean') {
			throw new TypeError('The `isEnabled` option must be a boolean');
		}

		this.#options.isEnabled = value;
	}

	get isSilent() {
		return this.#options.isSilent;
	}

	set isSilent(value) {
		if (typeof value !== 'boolean') {
			throw new TypeError('The `isSilent` option must be a boolean');
		}

		this.#options.isSilent = value;
	}

	frame() {
		// Only advance frame if enough time has passed (throttle to interval)
		const now = Date.now();
		if (this.#frameIndex === -1 || now - this.#lastFrameTime >= this.interval) {
			this.#frameIndex = (this.#frameIndex + 1) % this.#spinner.frames.length;
			this.#lastFrameTime = now;
		}

		const {frames} = this.#spinner;
		let frame = frames[this.#frameIndex];

		if (this.#color) {
			frame = source[this.#color](frame);
		}

		const fullPrefixText = this.#getFullPrefixText(this.#options.prefixText, ' ');
		const fullText = typeof this.text === 'string' ? ' ' + this.text : '';
		const fullSuffixText = this.#getFullSuffixText(this.#options.suffixText, ' ');

		return fullPrefixText + frame + fullText + fullSuffixText;
	}

	clear() {
		if (!this.isEnabled || !this.#stream.isTTY) {
			return this;
		}

		// Protect cursor control methods (cursorTo, moveCursor, clearLine) which internally call stream.write
		this.#internalWrite(() => {
			this.#stream.cursorTo(0);

			for (let index = 0; index < this.#linesToClear; index++) {
				if (index > 0) {
					this.#stream.moveCursor(0, -1);
				}

				this.#stream.clearLine(1);
			}

			if (this.#options.indent) {
				this.#stream.cursorTo(this.#options.indent);
			}
		});

		this.#linesToClear = 0;

		return this;
	}

	// Helper to hook a single stream
	#hookStream(stream) {
		if (!stream || this.#hookedStreams.has(stream) || !stream.isTTY || typeof stream.write !== 'function') {
			return;
		}

		// Detect concurrent spinners
		if (activeHooksPerStream.has(stream)) {
			console.warn('[ora] Multiple concurrent spinners detected. This may cause visual corruption. Use one spinner at a time.');
		}

		const originalWrite = stream.write;
		this.#hookedStreams.set(stream, originalWrite);
		activeHooksPerStream.set(stream, this);
		stream.write = (chunk, encoding, callback) => this.#hookedWrite(stream, originalWrite, chunk, encoding, callback);
	}

	/**
	Intercept stream writes while spinner is active to handle external writes cleanly without visual corruption.
	Hooks process stdio streams and the active spinner stream so console.log(), console.error(), and direct writes stay tidy.
	*/
	#installHook() {
		if (!this.isEnabled || this.#hookedStreams.size > 0) {
			return;
		}

		const streamsToHook = new Set([this.#stream, external_node_process_.stdout, external_node_process_.stderr]);

		for (const stream of streamsToHook) {
			this.#hookStream(stream);
		}
	}

	#uninstallHook() {
		for (const [stream, originalWrite] of this.#hookedStreams) {
			stream.write = originalWrite;
			if (activeHooksPerStream.get(stream) === this) {
				activeHooksPerStream.delete(stream);
			}
		}

		this.#hookedStreams.clear();
	}

	// eslint-disable-next-line max-params -- Need stream and originalWrite for multi-stream support
	#hookedWrite(stream, originalWrite, chunk, encoding, callback) {
		// Handle both write(chunk, encoding, callback) and write(chunk, callback) signatures
		if (typeof encoding === 'function') {
			callback = encoding;
			encoding = undefined;
		}

		// Pass through our own internal writes (spinner rendering, cursor control)
		if (this.#isInternalWrite) {
			return originalWrite.call(stream, chunk, encoding, callback);
		}

		// External write detected - clear spinner, write content, re-render if appropriate
		this.clear();

		const chunkString = this.#stringifyChunk(chunk, encoding);
		const chunkTerminatesLine = this.#chunkTerminatesLine(chunkString);

		const writeResult = originalWrite.call(stream, chunk, encoding, callback);

		// Schedule or clear render deferral based on chunk content
		if (chunkTerminatesLine) {
			this.#clearRenderDeferral();
		} else if (chunkString.length > 0) {
			this.#scheduleRenderDeferral();
		}

		// Re-render spinner below the new output if still spinning and not deferred
		if (this.isSpinning && !this.#deferRenderTimer) {
			this.render();
		}

		return writeResult;
	}

	render() {
		if (!this.isEnabled || this.#drainHandler || this.#deferRenderTimer) {
			return this;
		}

		const useSynchronizedOutput = this.#stream.isTTY;
		let shouldDisableSynchronizedOutput = false;

		try {
			if (useSynchronizedOutput) {
				this.#internalWrite(() => this.#stream.write(SYNCHRONIZED_OUTPUT_ENABLE));
				shouldDisableSynchronizedOutput = true;
			}

			this.clear();

			let frameContent = this.frame();
			const columns = this.#stream.columns ?? 80;
			const actualLineCount = this.#computeLineCountFrom(frameContent, columns);

			// If content would exceed viewport height, truncate it to prevent garbage
			const consoleHeight = this.#stream.rows;
			if (consoleHeight && consoleHeight > 1 && actualLineCount > consoleHeight) {
				const lines = frameContent.split('\n');
				const maxLines = consoleHeight - 1; // Reserve one line for truncation message
				frameContent = [...lines.slice(0, maxLines), '... (content truncated to fit terminal)'].join('\n');
			}

			const canContinue = this.#internalWrite(() => this.#stream.write(frameContent));

			// Handle backpressure - pause rendering if stream buffer is full
			if (canContinue === false && this.#stream.isTTY) {
				this.#drainHandler = () => {
					this.#drainHandler = undefined;
					this.#tryRender();
				};

				this.#stream.once('drain', this.#drainHandler);
			}

			this.#linesToClear = this.#computeLineCountFrom(frameContent, columns);
		} finally {
			if (shouldDisableSynchronizedOutput) {
				this.#internalWrite(() => this.#stream.write(SYNCHRONIZED_OUTPUT_DISABLE));
			}
		}

		return this;
	}

	start(text) {
		if (text !== undefined) {
			this.text = text;
		}

		if (this.isSilent) {
			return this;
		}

		if (!this.isEnabled) {
			const symbol = this.text ? '-' : '';
			const line = ' '.repeat(this.#options.indent) + this.#buildOutputLine(symbol, this.text, this.#options.prefixText, this.#options.suffixText);

			if (line.trim() !== '') {
				this.#internalWrite(() => this.#stream.write(line + '\n'));
			}

			return this;
		}

		if (this.isSpinning) {
			return this;
		}

		if (this.#options.hideCursor) {
			cli_cursor.hide(this.#stream);
		}

		if (this.#options.discardStdin && external_node_process_.stdin.isTTY) {
			stdin_discarder.start();
			this.#isDiscardingStdin = true;
		}

		this.#installHook();
		this.render();
		this.#id = setInterval(this.render.bind(this), this.interval);

		return this;
	}

	stop() {
		clearInterval(this.#id);
		this.#id = undefined;
		this.#frameIndex = -1;
		this.#lastFrameTime = 0;

		this.#clearRenderDeferral();
		this.#uninstallHook();

		// Clean up drain handler if it exists
		if (this.#drainHandler) {
			this.#stream.removeListener('drain', this.#drainHandler);
			this.#drainHandler = undefined;
		}

		if (this.isEnabled) {
			this.clear();
			if (this.#options.hideCursor) {
				cli_cursor.show(this.#stream);
			}
		}

		if (this.#isDiscardingStdin) {
			this.#isDiscardingStdin = false;
			stdin_discarder.stop();
		}

		return this;
	}

	succeed(text) {
		return this.stopAndPersist({symbol: success, text});
	}

	fail(text) {
		return this.stopAndPersist({symbol: error, text});
	}

	warn(text) {
		return this.stopAndPersist({symbol: warning, text});
	}

	info(text) {
		return this.stopAndPersist({symbol: info, text});
	}

	stopAndPersist(options = {}) {
		if (this.isSilent) {
			return this;
		}

		const symbol = options.symbol ?? ' ';
		const text = options.text ?? this.text;
		const prefixText = options.prefixText ?? this.#options.prefixText;
		const suffixText = options.suffixText ?? this.#options.suffixText;

		const textToWrite = this.#buildOutputLine(symbol, text, prefixText, suffixText) + '\n';

		this.stop();
		this.#internalWrite(() => this.#stream.write(textToWrite));

		return this;
	}
}

function ora(options) {
	return new Ora(options);
}

async function oraPromise(action, options) {
	const actionIsFunction = typeof action === 'function';
	const actionIsPromise = typeof action?.then === 'function';

	if (!actionIsFunction && !actionIsPromise) {
		throw new TypeError('Parameter `action` must be a Function or a Promise');
	}

	const {
		successText,
		failText,
		successSymbol,
		failSymbol,
	} = (typeof options === 'object' && options !== null)
		? options
		: {};

	const spinner = ora(options).start();

	try {
		const promise = actionIsFunction ? action(spinner) : action;
		const result = await promise;

		const text = successText === undefined
			? undefined
			: (typeof successText === 'string' ? successText : successText(result));

		if (successSymbol === undefined) {
			spinner.succeed(text);
		} else {
			spinner.stopAndPersist({symbol: successSymbol, text});
		}

		return result;
	} catch (error) {
		const text = failText === undefined
			? undefined
			: (typeof failText === 'string' ? failText : failText(error));

		if (failSymbol === undefined) {
			spinner.fail(text);
		} else {
			spinner.stopAndPersist({symbol: failSymbol, text});
		}

		throw error;
	}
}



// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __nccwpck_require__(7336);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/seconds.js + 2 modules
var render_seconds = __nccwpck_require__(568);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __nccwpck_require__(2698);
// EXTERNAL MODULE: ./.tmp/compiled/src/cli/command-line-words.js
var command_line_words = __nccwpck_require__(5021);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/progress.js





/** Shows running steps with their elapsed time, and each end as a line that stays. */
function createProgress({ verbose }) {
    const terminal = process.stderr.isTTY;
    // Asked of stderr, where this is written; picocolors itself asks stdout, and colours whatever runs in CI.
    const pc = picocolors.createColors(terminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb');
    const running = new Map();
    const spinner = terminal ? ora({ stream: process.stderr }) : null;
    const timer = spinner && setInterval(show, 200);
    function show() {
        if (!spinner)
            return;
        const parts = [...running].map(([step, began]) => `${step} ${(0,render_seconds/* renderSeconds */.e)(Math.floor((performance.now() - began) / 1000))}`);
        if (parts.length === 0)
            spinner.stop();
        else
            spinner.start(parts.join(', '));
    }
    const print = (line) => {
        spinner?.stop();
        process.stderr.write(`${line}\n`);
        show();
    };
    return {
        onStep: ({ step, state, note, seconds }) => {
            if (state === 'started') {
                running.set(step, performance.now());
                if (!spinner)
                    print(`  ${step} ...`);
                show();
                return;
            }
            running.delete(step);
            const marks = { done: pc.green('✓'), skipped: pc.dim('-'), failed: pc.red('✗') };
            print(`${marks[state]} ${step.padEnd(9)} ${(state === 'skipped' ? '' : (0,render_seconds/* renderSeconds */.e)(seconds)).padStart(8)}  ${noteLine(state, note)}`);
        },
        logger: {
            debug: (line) => {
                if (verbose)
                    print(pc.dim(`    ${(0,visible_text/* visibleText */.Q)(line)}`));
            },
            info: (line) => {
                print(pc.dim(`    ${(0,visible_text/* visibleText */.Q)(line)}`));
            },
            warn: (line) => {
                print(pc.yellow(`    ${(0,command_line_words/* commandLineWords */.h)((0,visible_text/* visibleText */.Q)(line))}`));
            },
            error: (line) => {
                print(pc.red(`    ${(0,visible_text/* visibleText */.Q)(line)}`));
            }
        },
        end: () => {
            if (timer)
                clearInterval(timer);
            spinner?.stop();
        }
    };
}
// What a step did may name branches and files, which are no options.
function noteLine(state, note) {
    const line = (0,visible_text/* visibleText */.Q)(note).split('\n')[0] ?? '';
    return state === 'done' ? line : (0,command_line_words/* commandLineWords */.h)(line);
}


/***/ }),

/***/ 9168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __nccwpck_require__(8179);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __nccwpck_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __nccwpck_require__(2698);
// EXTERNAL MODULE: ./.tmp/compiled/src/unexpected-error.js
var unexpected_error = __nccwpck_require__(3708);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var options = __nccwpck_require__(32);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-options.js


/** The rows of the option table that a command has as flags: all but secrets, which come by environment variables. */
function flagsOf(command) {
    const rows = Object.entries(options/* optionTable */.s);
    return rows.filter(([, row]) => row.commands.includes(command) && !row.secret);
}
/** Gives `command` its flags. No default is set here: the library knows them. */
function addOptions(command, name) {
    for (const [flag, row] of flagsOf(name)) {
        const description = `${row.description} ${row.default === '' ? '' : `(default: ${String(row.default)})`}`.trim();
        if (row.type === 'boolean') {
            const [on, off] = [new esm/* Option */.c$(`--${flag}`, description), new esm/* Option */.c$(`--no-${flag}`, `not: ${row.description}`)];
            // The help shows the one that changes something.
            if (row.default === true)
                on.hideHelp();
            else
                off.hideHelp();
            command.addOption(on).addOption(off);
            continue;
        }
        const option = new esm/* Option */.c$(`--${flag} <${row.list ? 'path...' : row.type === 'number' ? 'number' : 'value'}>`, description);
        if (row.list)
            option.argParser(addLine);
        if (row.choices)
            option.choices([...row.choices]);
        if (row.type === 'number')
            option.argParser(parseNumber);
        command.addOption(option);
    }
}
// The library takes one text with a value a line, as an input has it.
function addLine(value, before) {
    return before === undefined ? value : `${before}\n${value}`;
}
function parseNumber(text) {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
        throw new esm/* InvalidArgumentError */.Di('This is not a number.');
    return value;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/help-texts.js
var help_texts = __nccwpck_require__(9333);
;// CONCATENATED MODULE: external "node:readline/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
// EXTERNAL MODULE: ./.tmp/compiled/src/cli/command-line-words.js
var command_line_words = __nccwpck_require__(5021);
// EXTERNAL MODULE: ./.tmp/compiled/src/cli/progress.js + 26 modules
var cli_progress = __nccwpck_require__(5977);
// EXTERNAL MODULE: ./.tmp/compiled/src/run-facts.js
var run_facts = __nccwpck_require__(7969);
;// CONCATENATED MODULE: ./.tmp/compiled/src/failed-report.js


/** The report of a run that ended before its story began, or that no story could tell; every text without `secrets`. */
function failedReport(thrown, secrets) {
    return (0,run_facts/* composeReport */.Z)((0,run_facts/* newFacts */.E)({}), [], 0, (0,unexpected_error/* unexpectedError */.W)(thrown), secrets);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/render-text.js
var render_text = __nccwpck_require__(9018);
// EXTERNAL MODULE: ./.tmp/compiled/src/stop-on-signals.js
var stop_on_signals = __nccwpck_require__(3764);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.tmp/compiled/src/write-report.js



/** Writes the report as JSON to `path`, or to a new file below `temporary`. Returns the absolute path. */
async function writeReport(report, path, temporary = (0,external_node_os_.tmpdir)()) {
    const file = path === '' ? (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, 'magento-cloud-upgrade-report-')), 'report.json') : (0,external_node_path_.resolve)(path);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    await (0,promises_.writeFile)(file, `${JSON.stringify(report, null, 2)}\n`);
    return file;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/redact.js
var redact = __nccwpck_require__(9093);
// EXTERNAL MODULE: ./.tmp/compiled/src/known-secrets.js
var known_secrets = __nccwpck_require__(8653);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/secret-values.js




/** Every secret that the environment of this process holds for any command, and those in addresses that were given. */
function secretValues() {
    const rows = Object.entries(options/* optionTable */.s);
    const names = rows.filter(([, row]) => row.secret).map(([name]) => (0,help_texts/* secretVariable */.HV)(name));
    const values = names.flatMap((name) => (0,known_secrets/* secretLeaves */.TR)(process.env[name] ?? ''));
    return [...values, ...(0,known_secrets/* surroundingSecrets */.eH)(process.env, process.argv)];
}
/** Takes them out of a text. */
function redactSecrets() {
    return (0,redact/* createRedact */.a)(secretValues());
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-command.js









/** Runs one command of the library: flags in, progress on stderr, the report on stdout, its exit code. */
async function runCommand(command, flags) {
    const { json, verbose, ...given } = flags;
    const report = await reportOf(command, given, verbose === true);
    const text = json === true ? `${JSON.stringify(report, null, 2)}\n` : `\n${(0,render_text/* renderText */.S)((0,command_line_words/* inCommandLineWords */.O)(report))}`;
    process.stdout.write(text);
    process.exitCode = report.error?.exitCode ?? 0;
    const path = given['report'];
    try {
        const file = await writeReport(report, typeof path === 'string' ? path : '');
        process.stderr.write(`Report: ${file}\n`);
    }
    catch (error) {
        process.stderr.write(`The report could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
    }
}
/** What no story could tell, a bug included, ends in a report as well. */
async function reportOf(command, given, verbose) {
    const progress = (0,cli_progress/* createProgress */.m)({ verbose });
    const { logger, onStep } = progress;
    try {
        // The library loads slowly enough to be noticed in --help.
        const library = await Promise.all(/* import() */[__nccwpck_require__.e(985), __nccwpck_require__.e(541), __nccwpck_require__.e(924)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3924));
        const { planUpgrade: plan, upgrade, backUp: backup, verify, diagnose } = library;
        const options = { ...given, ...secretsOf(command, library.camelCase) };
        const signal = (0,stop_on_signals/* stopOnSignals */.Z)(redactSecrets());
        const context = { logger, onStep, environment: process.env, signal };
        return await { plan, upgrade, backup, verify, diagnose }[command](options, context);
    }
    catch (error) {
        return failedReport(error, secretValues());
    }
    finally {
        progress.end();
    }
}
/** The secrets of a command, from the environment variables that its help names. */
function secretsOf(command, camelCase) {
    const rows = Object.entries(options/* optionTable */.s);
    const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command));
    return Object.fromEntries(secrets.flatMap(([name]) => {
        const value = process.env[(0,help_texts/* secretVariable */.HV)(name)];
        return value === undefined ? [] : [[camelCase(name), value]];
    }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-backup-command.js







/** `backup verify`: what was read, and how deep. */
function verifyFiles(path, { identity }) {
    return withLibrary(async (library) => {
        const { manifest, dumps } = await library.verifyBackup({ path, identityFile: identity });
        for (const { path: file, depth } of dumps)
            print(`${file}: ${depth === 'whole' ? 'whole, as the manifest says' : 'the encrypted file is as the manifest says; --identity would let its contents be read'}`);
        print(`The backup of ${manifest.environment} of ${manifest.finishedAt} is ${manifest.state}.`);
    });
}
/** `backup list`, and `backup prune` where there is a retention. */
function listOrPrune(folder, retention) {
    return withLibrary(async (library) => {
        if (retention === null) {
            const backups = await library.listBackups(folder, printUnreadable);
            for (const { folder: path, manifest, damage } of backups)
                print(`${manifest.finishedAt}  ${manifest.environment}  ${damage === null ? manifest.state : `damaged (${damage})`}  ${path}`);
            if (backups.length === 0)
                print('There are no backups.');
            return;
        }
        const { kept, removed, damaged, unreadable } = await library.pruneBackups(folder, retention);
        for (const { folder: path, manifest } of removed)
            print(`${retention.dryRun ? 'would remove' : 'removed'}  ${manifest.finishedAt}  ${manifest.environment}  ${path}`);
        for (const { folder: path, damage } of damaged)
            print(`left as it is, counts for nothing: ${path}: ${damage ?? ''}`);
        for (const reason of unreadable)
            printUnreadable(reason);
        print(`${removed.length} ${retention.dryRun ? 'to remove' : 'removed'}, ${kept.length} kept.`);
    });
}
/** `backup restore`: asks for the environment's name on a terminal where it was not given. */
async function restore(path, { confirm, identity, ...given }) {
    const library = await Promise.all(/* import() */[__nccwpck_require__.e(985), __nccwpck_require__.e(541), __nccwpck_require__.e(924)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3924));
    const progress = (0,cli_progress/* createProgress */.m)({ verbose: false });
    const run = (name) => library.restoreBackup({ path, confirm: name, identityFile: identity }, { ...given, ...secretsOf('restore', library.camelCase) }, {
        logger: progress.logger,
        onStep: progress.onStep,
        environment: process.env,
        signal: (0,stop_on_signals/* stopOnSignals */.Z)(redactSecrets())
    });
    let report = await run(confirm);
    if (confirm === '' && report.error?.code === 'bad-input' && process.stdin.isTTY && process.stdout.isTTY) {
        for (const line of report.error.message.split('\n'))
            print(line);
        const terminal = (0,promises_namespaceObject.createInterface)({ input: process.stdin, output: process.stdout });
        const typed = await terminal.question('Type the name of the environment to go on, or nothing to leave: ');
        terminal.close();
        if (typed !== '')
            report = await run(typed);
    }
    progress.end();
    process.stdout.write(`\n${library.renderText((0,command_line_words/* inCommandLineWords */.O)(report))}`);
    process.exitCode = report.error?.exitCode ?? 0;
}
/** What is thrown is told where the program ends. */
async function withLibrary(task) {
    await task(await Promise.all(/* import() */[__nccwpck_require__.e(985), __nccwpck_require__.e(541), __nccwpck_require__.e(924)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3924)));
}
function printUnreadable(reason) {
    print(`not readable, counts for nothing: ${reason}`);
}
// Names of files and manifests come from whoever can write to the folder.
function print(line) {
    process.stdout.write(`${(0,visible_text/* visibleText */.Q)(line).replaceAll('\n', ' ')}\n`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-backup-commands.js




/** What can be done with backups that exist, below `backup`. */
function addBackupCommands(backup) {
    backup
        .command('verify')
        .description('read a backup on this machine again, offline: every checksum and every proof')
        .argument('<path>', 'folder of the backup, or its manifest.json')
        .addOption(identity())
        .addHelpText('after', `\n${help_texts/* exitCodeTable */.qK}`)
        .action(verifyFiles);
    backup
        .command('list')
        .description('list the backups in a folder, the newest first')
        .argument('<folder>', 'the backup-directory')
        .action((folder) => listOrPrune(folder, null));
    backup
        .command('prune')
        .description('remove old backups: only files that a manifest names, never the newest proven one of an environment')
        .argument('<folder>', 'the backup-directory')
        .addOption(new esm/* Option */.c$('--keep <number>', 'keep the newest so many of each environment').argParser(whole))
        .addOption(new esm/* Option */.c$('--keep-days <number>', 'keep those of the last so many days').argParser(whole))
        .option('--dry-run', 'only say what would be removed', false)
        .action((folder, flags) => listOrPrune(folder, { keep: flags.keep ?? null, days: flags.keepDays ?? null, dryRun: flags.dryRun }));
    const command = backup
        .command('restore')
        .description('load a backup into the environment of --environment; everything written there since is lost')
        .argument('<path>', 'folder of the backup, or its manifest.json')
        .option('--confirm <environment>', 'the name of the environment, typed again', '')
        .addOption(identity());
    addOptions(command, 'restore');
    command.addHelpText('after', `\n${(0,help_texts/* secretHelp */.uD)('restore')}\n\n${help_texts/* examples */.K1.restore}\n\n${help_texts/* exitCodeTable */.qK}`).action(restore);
    // Said of `backup` alone: commands inherit what is set before they are added.
    backup.showHelpAfterError(`(after backup comes nothing, or ${backup.commands.map((each) => each.name()).join(', ')}; --help lists the options)`);
}
function identity() {
    return new esm/* Option */.c$('--identity <file>', 'file with the age identity of encrypted dumps').default('');
}
function whole(text) {
    if (!/^\d+$/.test(text))
        throw new esm/* InvalidArgumentError */.Di('This is not a whole number.');
    return Number(text);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/sandbox-options.js
var sandbox_options = __nccwpck_require__(5611);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-demo.js


/** `demo`: the whole upgrade on a stand-in platform. */
function addDemo(program) {
    const demo = program
        .command('demo')
        .description('watch a project go from 2.4.7-p3 to 2.4.8 on a stand-in platform on this machine');
    (0,sandbox_options/* addSandboxOptions */.RV)(demo)
        .addOption(new esm/* Option */.c$('--target <version>', 'version to reach').default('2.4.8'))
        .addOption(new esm/* Option */.c$('--install <mode>', 'how files are marshaled').choices(['fast', 'full']).default('fast'))
        .option('--keep', 'leave the platform running until Ctrl-C', false)
        .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
        .addHelpText('after', `\n${sandbox_options/* situationHelp */.e}\n\nExample:\n  magento-cloud-upgrade demo --fail setup-upgrade-fails`)
        .action(async (flags) => {
        const { runDemo } = await Promise.all(/* import() */[__nccwpck_require__.e(985), __nccwpck_require__.e(306), __nccwpck_require__.e(541), __nccwpck_require__.e(775), __nccwpck_require__.e(256)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2256));
        await runDemo(flags);
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-sandbox.js




/** `sandbox start`: a stand-in platform to play with, until Ctrl-C. */
function addSandbox(program) {
    const sandbox = program.command('sandbox').description('a stand-in Cloud platform on this machine');
    (0,sandbox_options/* addSandboxOptions */.RV)(sandbox.command('start').description('start it, say how to use it, run until Ctrl-C'))
        .addHelpText('after', `\n${sandbox_options/* situationHelp */.e}`)
        .action(async (flags) => {
        const stopped = (0,stop_on_signals/* stopOnSignals */.Z)();
        const { startSandbox } = await Promise.all(/* import() */[__nccwpck_require__.e(306), __nccwpck_require__.e(775)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5775));
        process.stderr.write('Starting the sandbox ...\n');
        const running = await startSandbox((0,sandbox_options/* sandboxOptionsOf */.lb)(flags));
        process.stdout.write(await howToUse(running));
        if (!stopped.aborted)
            await new Promise((resolve) => {
                stopped.addEventListener('abort', resolve);
            });
        await running.stop();
        process.stderr.write('The sandbox is stopped.\n');
    });
}
async function howToUse(sandbox) {
    const { credentials, env } = sandbox;
    const secrets = {
        MAGENTO_CLOUD_CLI_TOKEN: credentials.cloudToken,
        MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: credentials.composerUsername,
        MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: credentials.composerPassword,
        GITHUB_TOKEN: credentials.githubToken
    };
    const lines = Object.entries({ ...env, ...secrets }).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
    const file = (0,external_node_path_.join)(sandbox.directory, 'sandbox.env');
    await (0,promises_.writeFile)(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    const knownHosts = (0,external_node_path_.join)(sandbox.directory, 'known_hosts');
    await (0,promises_.writeFile)(knownHosts, sandbox.knownHosts);
    return `The sandbox runs.

  project      ${sandbox.projectId}, environment ${sandbox.environment}
  checkout     ${sandbox.checkout}
  storefront   ${sandbox.storefrontUrl}
  GitHub API   ${sandbox.githubApiUrl}

In another shell:

  . ${file}
  cd ${sandbox.checkout}
  magento-cloud environment:list -p ${sandbox.projectId}
  node ${process.argv[1] ?? 'dist/cli/index.js'} upgrade --target 2.4.8 --project ${sandbox.projectId} --environment ${sandbox.environment} \\
    --vulnerable-composer warn --known-hosts "$(cat ${knownHosts})"
  curl -sH "Authorization: Bearer $GITHUB_TOKEN" $GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls

With --pull-request the upgrade opens a pull request there, and deploys nothing.

Ctrl-C here stops everything and removes it.
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/create-program.js







const commands = [
    ['plan', 'show what an upgrade would change and what stands in its way; changes nothing'],
    ['upgrade', 'plan, check, back up, update, commit, push, wait and verify'],
    ['backup', 'back up the database of an environment, with proof'],
    ['verify', 'check over SSH that an environment runs the expected version in good health'],
    ['diagnose', 'explain from the logs what is wrong with an environment']
];
/** The whole command line. What ends it early (help, a wrong option) is thrown as a CommanderError. */
function createProgram() {
    const program = new esm/* Command */.uB('magento-cloud-upgrade')
        .description('Upgrades an Adobe Commerce on cloud infrastructure project: planned, backed up with proof, committed exactly, deployed, verified.')
        // Options belong to the command that they stand behind: `backup` and `backup restore` have some of the same name.
        .enablePositionalOptions()
        .configureHelp({ helpWidth: 110 })
        .showHelpAfterError('(--help lists the commands and options)')
        .configureOutput({
        outputError: (text, write) => {
            write((0,help_texts/* explainSecretFlag */.qb)(text));
        }
    })
        // Set before the commands are added, which inherit it.
        .exitOverride();
    for (const [name, description] of commands) {
        const command = program.command(name).description(description);
        addOptions(command, name);
        command
            .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
            .option('--verbose', 'also print what is of interest only when something is wrong', false)
            .addHelpText('after', `\n${(0,help_texts/* secretHelp */.uD)(name)}\n\n${help_texts/* examples */.K1[name]}\n\n${help_texts/* exitCodeTable */.qK}`)
            .action(async (flags) => {
            await runCommand(name, flags);
        });
        if (name === 'backup')
            addBackupCommands(command);
    }
    addDemo(program);
    addSandbox(program);
    return program;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/spell-booleans.js

const rows = Object.entries(options/* optionTable */.s);
const booleans = new Set(rows.filter(([, { type }]) => type === 'boolean').map(([name]) => name));
/** The command line with `--push=false` as `--no-push` and `--push=true` as `--push`, up to a `--`. */
function spellBooleans(argv) {
    const end = argv.indexOf('--');
    return argv.map((word, index) => (end >= 0 && index >= end ? word : spelled(word)));
}
function spelled(word) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(true|false)$/i.exec(word) ?? [];
    if (!booleans.has(name))
        return word;
    return value.toLowerCase() === 'true' ? `--${name}` : `--no-${name}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-program.js







/**
 * Runs the command line `argv` (without node and script). Sets the exit code: `bad-input` for a wrong command line.
 * Whatever is thrown is told without secrets, never as it is.
 */
async function runProgram(argv) {
    try {
        await createProgram().parseAsync(spellBooleans(argv), { from: 'user' });
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            process.exitCode = error.exitCode === 0 ? 0 : errors/* exitCodes */.h['bad-input'];
        else
            tell((0,unexpected_error/* unexpectedError */.W)(error));
    }
}
function tell({ message, unchanged, next, exitCode }) {
    process.stderr.write((0,visible_text/* visibleText */.Q)(redactSecrets()(`${message}\n${unchanged}\nNext: ${next}\n`)));
    process.exitCode = exitCode;
}


/***/ }),

/***/ 5611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RV: () => (/* binding */ addSandboxOptions),
/* harmony export */   e: () => (/* binding */ situationHelp),
/* harmony export */   lb: () => (/* binding */ sandboxOptionsOf)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8179);
/* harmony import */ var _sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7651);


const situations = Object.keys(_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V);
/** The situations of `--fail`, one on a line, each in a few words. */
const situationHelp = `Situations for --fail:\n${situations
    .map((name) => `  ${name.padEnd(22)} ${_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V[name]}`)
    .join('\n')}`;
/** Gives a command the flags that size and shape a sandbox. */
function addSandboxOptions(command) {
    return command
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--plan <plan>', 'starter: one container; pro: three nodes for staging and production').choices([
        'starter',
        'pro'
    ]))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--environment <id>', 'environment that is prepared').choices(['integration', 'staging', 'production']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--topology <kind>', 'github: the project mirrors its GitHub repository; direct: the Cloud remote is pushed to').choices(['github', 'direct']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--layout <kind>', 'which .gitignore the project has').choices(['allow-list', 'deny-list']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--extension <kind>', 'a third-party extension that follows the target or blocks it').choices([
        'none',
        'follows',
        'blocks'
    ]))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--fail <situation>', 'the deployment goes wrong in this way; see the list below').argParser(situation))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--from-version <version>', 'product version at the start (default: 2.4.7-p3)'))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--packages <number>', 'packages in the lock, 20 to 750 (default: 60)').argParser(Number))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--rows <number>', 'orders in the database (default: 2000)').argParser(Number))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--deploy-seconds <number>', 'length of a deployment beyond its real work').argParser(Number));
}
function situation(text) {
    const found = situations.find((name) => name === text);
    if (found === undefined)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di(`The situations are ${situations.join(', ')}.`);
    return found;
}
/** The sandbox that the flags ask for. */
function sandboxOptionsOf(flags) {
    const names = ['plan', 'environment', 'topology', 'layout', 'extension', 'fromVersion', 'packages', 'deploySeconds'];
    const { fail } = flags;
    const given = names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]));
    return {
        // Only there an environment has more than one node.
        ...(fail === 'one-node-old' && { plan: 'pro', environment: 'staging' }),
        ...(fail !== undefined && { fault: fail }),
        ...Object.fromEntries(given),
        ...(flags['rows'] === undefined ? {} : { databaseRows: flags['rows'] })
    };
}


/***/ }),

/***/ 419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ UpgradeError),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/**
 * Every way an upgrade can end badly, with the exit code that the CLI returns for it.
 * 1 is for our own bugs, and 255 is left to ssh.
 */
const exitCodes = {
    'internal-error': 1,
    'bad-input': 10,
    'bad-secret': 11,
    'preflight-failed': 12,
    busy: 13,
    'backup-failed': 20,
    'backup-unproven': 21,
    'composer-credentials': 30,
    'composer-network': 31,
    unsatisfiable: 32,
    'composer-policy': 33,
    'composer-crashed': 34,
    'commit-refused': 40,
    'push-rejected': 41,
    'push-raced': 42,
    'deploy-failed': 50,
    'deploy-never-started': 51,
    'deploy-unknown': 52,
    'wrong-version': 60,
    unhealthy: 61,
    reverted: 70,
    'recovery-failed': 71,
    'retry-later': 75,
    interrupted: 130,
    terminated: 143
};
/** A failure that the user can act on. Anything else that is thrown is a bug of ours, told as an `internal-error`. */
class UpgradeError extends Error {
    name = 'UpgradeError';
    code;
    unchanged;
    next;
    problems;
    details;
    retryAfterSeconds;
    constructor(code, facts) {
        super(facts.message);
        this.code = code;
        this.unchanged = facts.unchanged;
        this.next = facts.next;
        this.problems = facts.problems ?? [];
        this.details = facts.details;
        this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    }
    /** The process exit code for this failure: 1 for a bug, else between 10 and 143. */
    get exitCode() {
        return exitCodes[this.code];
    }
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ns: () => (/* binding */ optionSecrets),
/* harmony export */   TR: () => (/* binding */ secretLeaves),
/* harmony export */   Y9: () => (/* binding */ addressSecrets),
/* harmony export */   eH: () => (/* binding */ surroundingSecrets)
/* harmony export */ });
/* harmony import */ var _normalize_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8870);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(32);
/* harmony import */ var _project_url_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1954);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6148);




/** What the secret options and COMPOSER_AUTH hold; where that is JSON, each of its values as well. */
function optionSecrets(given, environment) {
    const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s);
    const values = rows
        .filter(([, row]) => row.secret)
        .map(([name]) => given?.[(0,_normalize_options_js__WEBPACK_IMPORTED_MODULE_0__/* .camelCase */ .xQ)(name)]);
    const texts = [...values, environment['COMPOSER_AUTH']].map((value) => value instanceof _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z ? value.reveal() : value);
    return texts.flatMap((text) => (typeof text === 'string' ? secretLeaves(text) : []));
}
/** Credentials in addresses: those of a storefront, a proxy, a git configuration; `texts` may hold anything. */
function addressSecrets(texts) {
    return texts
        .filter((text) => typeof text === 'string')
        .flatMap((text) => (0,_project_url_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .urlCredentials */ .O4)(text))
        .map((value) => new _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(value));
}
/** A secret that is JSON counts with each of its values: those are what leaks. */
function secretLeaves(text) {
    const found = [text.trim()];
    try {
        JSON.parse(text, (key, value) => {
            if (typeof value === 'string' && key !== 'username')
                found.push(value);
            return value;
        });
    }
    catch {
        // Not JSON: the text itself is the secret.
    }
    return found.filter((value) => value !== '').map((value) => new _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(value));
}
/** All that can be secret before a run has begun: what `environment` holds, and the addresses among `texts`. */
function surroundingSecrets(environment, texts = []) {
    return [
        ...secretLeaves(environment['COMPOSER_AUTH'] ?? ''),
        ...addressSecrets([...Object.values(environment), ...texts])
    ];
}


/***/ }),

/***/ 8870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ cliOptions),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   a5: () => (/* binding */ normalizeOptions),
/* harmony export */   xQ: () => (/* binding */ camelCase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(419);
/* harmony import */ var _project_cli_release_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1338);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(32);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6148);




/** The name of an option as a library option, e.g. `workingDirectory`. */
function camelCase(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
/**
 * Fills in defaults and checks types and choices. Throws one UpgradeError `bad-input` that names every wrong or
 * unknown option at once.
 */
function normalizeOptions(given, command) {
    const problems = [];
    const entries = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_2__/* .optionTable */ .s).map(([name, row]) => {
        const key = camelCase(name);
        const value = given[key];
        const problem = value === undefined ? null : check(name, row, value);
        if (problem !== null)
            problems.push(problem);
        return [key, row.secret ? asSecret(value) : (value ?? row.default)];
    });
    const options = Object.fromEntries(entries);
    problems.push(...unknownOptions(given), ...missingOptions(options, command));
    problems.push(...placeProblems(options), ...artifactProblems(options));
    problems.push(...(0,_project_cli_release_js__WEBPACK_IMPORTED_MODULE_1__/* .cliRelease */ .U)(cliOptions(options)).problems);
    if (problems.length === 0)
        return options;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .f('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        unchanged: 'Nothing was changed.',
        next: problems.map(({ fix }) => fix).join(' '),
        problems
    });
}
/** What the options say of the `magento-cloud` to install. */
function cliOptions({ cliVersion, cliSha256, cliUrl }) {
    // Values of another type are told already, as they come from a caller without types.
    const text = (value) => (typeof value === 'string' ? value : '');
    return { version: text(cliVersion), sha256: text(cliSha256), url: text(cliUrl) };
}
function asSecret(value) {
    return value instanceof _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z ? value : new _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(typeof value === 'string' ? value.trim() : '');
}
function check(name, row, value) {
    if (row.secret)
        return typeof value === 'string' || value instanceof _secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z ? null : wrong(name, 'is not text.', 'Give a text.');
    if (row.type === 'choice') {
        const choices = row.choices ?? [];
        return choices.includes(value)
            ? null
            : wrong(name, `is ${String(value)}.`, `Use one of: ${choices.join(', ')}.`);
    }
    const expected = row.type === 'text' ? 'string' : row.type;
    if (typeof value !== expected)
        return wrong(name, `is not a ${row.type}.`, `Give a ${row.type}.`);
    if (row.type === 'number' && !isEnough(value, row.least))
        return row.least === undefined
            ? wrong(name, 'is not a positive number.', 'Give a number above 0.')
            : wrong(name, `is not a number from ${row.least} on.`, `Give a number, at least ${row.least}.`);
    return null;
}
function isEnough(value, least) {
    return Number.isFinite(value) && (least === undefined ? value > 0 : value >= least);
}
function unknownOptions(given) {
    const known = new Set(Object.keys(_options_js__WEBPACK_IMPORTED_MODULE_2__/* .optionTable */ .s).map(camelCase));
    const unknown = Object.keys(given).filter((key) => !known.has(key));
    return unknown.map((key) => wrong(key, 'is no option.', 'Remove it; --help lists the options.'));
}
function missingOptions(options, command) {
    // Verify and diagnose have another way in beside the platform: they look for themselves.
    if (command !== 'upgrade' && command !== 'backup')
        return [];
    const alone = command === 'backup';
    const project = options.project === '' && (alone || !isLocal(options));
    return [
        ...(project
            ? [wrong('project', 'is empty.', 'Give the id of the Cloud project (magento-cloud project:list shows it).')]
            : []),
        ...(alone && options.environment === ''
            ? [wrong('environment', 'is empty.', 'Give the id of the Cloud environment.')]
            : [])
    ];
}
/** db:dump leaves nothing on the server, whatever is asked for. */
function placeProblems({ backup, backupTo }) {
    if (backup !== 'cloud-dump' || (backupTo !== 'remote' && backupTo !== 'both'))
        return [];
    return [
        wrong('backup-to', `is ${backupTo}, which backup: cloud-dump cannot fill.`, 'Use backup: ssh-dump, or backup-to: runner.')
    ];
}
/** What may leave the machine must be unreadable to everybody else, and all of it must be here. */
function artifactProblems(options) {
    const { backup, backupArtifact, backupEncryptTo, backupMedia, backupTo } = options;
    if (!backupArtifact)
        return [];
    const here = backupTo === 'runner' || backupTo === 'both' || (backupTo === 'auto' && backup === 'cloud-dump');
    const name = 'backup-artifact';
    return [
        ...(backup === 'off' ? [wrong(name, 'is set, but backup is off.', 'Set backup: auto.')] : []),
        ...(backupEncryptTo === ''
            ? [wrong(name, 'is set without backup-encrypt-to.', 'Give the age recipients in backup-encrypt-to.')]
            : []),
        ...(here ? [] : [wrong(name, 'needs the dump on this machine.', 'Set backup-to: runner (or both).')]),
        ...(backupMedia === 'download'
            ? [wrong(name, 'is set, but media are not encrypted.', 'Set backup-media: off or setup-backup.')]
            : [])
    ];
}
/** Whether an upgrade with these options touches no Cloud environment at all. */
function isLocal(options) {
    const { backup, push, pullRequest, wait, verify, adminEmailCheck } = options;
    const asksPlatform = adminEmailCheck === 'require' || adminEmailCheck === 'set';
    return backup === 'off' && !asksPlatform && (!push || pullRequest || (!wait && !verify));
}
function wrong(name, what, fix) {
    return { id: 'bad-input', severity: 'error', message: `The option ${name} ${what}`, fix };
}


/***/ }),

/***/ 32:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ optionTable)
/* harmony export */ });
const checkout = ['plan', 'upgrade'];
const platform = ['upgrade', 'backup', 'restore', 'verify', 'diagnose'];
const everywhere = ['plan', ...platform];
/** The one table of options. Names are those of action inputs and, with `--`, of CLI flags. */
const optionTable = {
    'working-directory': {
        type: 'text',
        default: '.',
        commands: ['plan', 'upgrade', 'backup', 'verify', 'diagnose'],
        description: 'Root of the Cloud project: the folder with composer.json and .magento.app.yaml.'
    },
    target: {
        type: 'text',
        default: 'latest-patch',
        commands: checkout,
        description: 'Version to reach: 2.4.8 (newest patch of that line), 2.4.8-p3 (exactly that), =2.4.8 (exactly the first release), latest-patch or latest.'
    },
    branch: {
        type: 'text',
        default: '',
        commands: ['upgrade'],
        description: "Branch that the upgrade starts from, as the remote has it, and is pushed to. Empty: the event's branch in the action, else the branch that is checked out."
    },
    remote: { type: 'text', default: 'origin', commands: ['upgrade'], description: 'Git remote that is pushed to.' },
    'cloud-remote': {
        type: 'text',
        default: '',
        commands: ['upgrade'],
        description: 'Second git remote, of the Cloud project itself, for projects without GitHub integration. Empty: not pushed.'
    },
    push: {
        type: 'boolean',
        default: true,
        commands: ['upgrade'],
        description: 'Push the commit. Without it the run ends after the commit.'
    },
    'pull-request': {
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: 'Push to a branch of its own (magento-cloud-upgrade/VERSION) and open or update one pull request against `branch`; nothing is deployed.'
    },
    project: { type: 'text', default: '', commands: platform, description: 'Id of the Cloud project.' },
    environment: {
        type: 'text',
        default: '',
        commands: platform,
        description: 'Id of the Cloud environment. Empty: the name of the branch, for an upgrade.'
    },
    'admin-email-check': {
        type: 'choice',
        choices: ['auto', 'require', 'set', 'off'],
        default: 'auto',
        commands: ['upgrade'],
        description: 'ADMIN_EMAIL on the environment: auto (required only where ece-tools is older than 2002.0.16), require, set (created or updated from admin-email), off.'
    },
    'admin-email': {
        type: 'text',
        default: '',
        commands: ['upgrade'],
        description: 'E-mail address for admin-email-check: set.'
    },
    dirty: {
        type: 'choice',
        choices: ['fail', 'stash', 'branch'],
        default: 'fail',
        commands: ['upgrade'],
        description: 'Uncommitted changes in the work tree: fail, stash (put aside and brought back), branch (saved as a commit on a branch of their own).'
    },
    install: {
        type: 'choice',
        choices: ['fast', 'full', 'fast-without-scripts'],
        default: 'fast',
        commands: ['upgrade'],
        description: 'fast installs only what is needed to marshal files; full runs the documented composer update. Both give the same commit. Where scripts or a patching plugin of the project would run, fast asks for a choice: full lets them run, fast-without-scripts leaves them out.'
    },
    'keep-changes': {
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: "Merge the shop's own changes in marshaled files (.htaccess, index.php, nginx.conf.sample …) into the new version's, where git merges them cleanly. The report lists them either way."
    },
    'update-app-config': {
        type: 'boolean',
        default: false,
        commands: checkout,
        description: 'Also write the PHP and Composer version that the target needs into .magento.app.yaml.'
    },
    backup: {
        type: 'choice',
        choices: ['auto', 'cloud-dump', 'ssh-dump', 'ece-dump', 'off'],
        default: 'auto',
        commands: ['upgrade', 'backup'],
        description: 'Database backup before the push: ssh-dump (mysqldump over SSH, see backup-to), cloud-dump (magento-cloud db:dump to this machine: the database password stands on command lines meanwhile), ece-dump (ece-tools db-dump: the site is in maintenance meanwhile), auto (ssh-dump), off.'
    },
    'backup-directory': {
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Folder for dumps on this machine, outside the work tree. Empty: a private folder below the temporary directory.'
    },
    'backup-to': {
        type: 'choice',
        choices: ['auto', 'remote', 'runner', 'both'],
        default: 'auto',
        commands: ['upgrade', 'backup'],
        description: 'Where the dump goes: remote (a private folder under /tmp of the server), runner (this machine, streamed over SSH without touching the disk of the server), both, auto (this machine where backup is auto or cloud-dump, but the server for dedicated nodes; the server for ssh-dump and ece-dump).'
    },
    'backup-encrypt-to': {
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Recipients (age1…, several with spaces) to encrypt dumps for before they reach the disk of this machine. What lies on the server is not encrypted.'
    },
    'backup-proof': {
        type: 'choice',
        choices: ['proven', 'proven-without-rehearsal', 'off'],
        default: 'proven-without-rehearsal',
        commands: ['upgrade', 'backup'],
        description: 'What the backup must be worth before anything is pushed: proven (restored in a rehearsal, all tables consistent), proven-without-rehearsal (tables that keep no snapshot are a warning), off (go on whatever it is worth).'
    },
    rehearsal: {
        type: 'choice',
        choices: ['auto', 'require', 'off'],
        default: 'auto',
        commands: ['upgrade', 'backup'],
        description: 'Restore each dump of this machine into a scratch database and compare: auto (where a MariaDB server is installed), require, off.'
    },
    'backup-exclude': {
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Tables and views to leave out of the dumps, separated by spaces, such as a view that is broken. The manifest and the report name them.'
    },
    'backup-reuse-minutes': {
        type: 'number',
        default: 60,
        least: 0,
        commands: ['upgrade'],
        description: 'Age up to which a proven backup that an earlier run made for the same commit of the environment is read again and used, instead of a new one. 0: always a new one.'
    },
    'backup-code': {
        type: 'boolean',
        default: false,
        commands: ['upgrade', 'backup'],
        description: 'Also run php bin/magento setup:backup --code on the environment (maintenance mode while it runs).'
    },
    'backup-snapshot': {
        type: 'boolean',
        default: false,
        commands: ['upgrade', 'backup'],
        description: 'Also make a live snapshot (Starter, and integration environments of Pro): mounts and services, kept by the platform for seven days, not provable.'
    },
    'backup-media': {
        type: 'choice',
        choices: ['off', 'download', 'setup-backup'],
        default: 'off',
        commands: ['upgrade', 'backup'],
        description: 'Media too: download (rsync of pub/media but for its image cache into the folder of the backup, compared by checksums), setup-backup (php bin/magento setup:backup --media on the environment, maintenance mode while it runs), off.'
    },
    'setup-backup-enable': {
        type: 'boolean',
        default: false,
        commands: ['upgrade', 'backup'],
        description: 'Where the environment has setup:backup disabled, enable it (system/backup/functionality_enabled) for backup-code and backup-media, and disable it again afterwards.'
    },
    'backup-artifact': {
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: 'Let the output backup-artifact name the folder of the backup, for a step that uploads it as a workflow artifact. Needs backup-encrypt-to; refused in public repositories.'
    },
    'commit-message': {
        type: 'text',
        default: 'Upgrade Adobe Commerce from {from} to {to}',
        commands: ['upgrade'],
        description: 'Message of the commit; {from} and {to} stand for the versions.'
    },
    'commit-author': {
        type: 'text',
        default: '',
        commands: ['upgrade'],
        description: "Author of the commit as `Name <email>`. Empty: git's own identity, or github-actions[bot]."
    },
    wait: {
        type: 'boolean',
        default: true,
        commands: ['upgrade'],
        description: 'Follow the deployment of the pushed commit to its end.'
    },
    'start-timeout': {
        type: 'number',
        default: 300,
        commands: ['upgrade'],
        description: 'Seconds until the deployment of the pushed commit must have begun.'
    },
    'deploy-timeout': {
        type: 'number',
        default: 3600,
        commands: ['upgrade'],
        description: 'Seconds until the deployment must have ended.'
    },
    'activity-log': {
        type: 'choice',
        choices: ['auto', 'show', 'hide'],
        default: 'auto',
        commands: ['upgrade'],
        description: "The lines of the deployment's log in the log of the run, without what looks like secrets or like data of customers: show, hide (only the phases), auto (hide in an action of a public repository, whose logs everybody can read, else show)."
    },
    verify: {
        type: 'boolean',
        default: true,
        commands: ['upgrade'],
        description: 'Verify the environment over SSH after the deployment.'
    },
    recover: {
        type: 'choice',
        choices: ['off', 'revert'],
        default: 'off',
        commands: ['upgrade'],
        description: 'After a deployment that failed, or a verification that found the environment unhealthy or at the wrong version: off, or revert (a forward revert commit, pushed, waited for and verified). Data is never put back: the commands for that are printed.'
    },
    'lock-minutes': {
        type: 'number',
        default: 180,
        commands: ['upgrade'],
        description: 'Minutes after its last renewal at which the lock of another run on the same environment counts as left behind. A run that pushes holds it as refs/magento-cloud-upgrade/lock/ENVIRONMENT on the remote, renews it, and stops where it has lost it.'
    },
    'expected-version': {
        type: 'text',
        default: '',
        commands: ['verify'],
        description: 'Version that bin/magento --version must print. Empty: the product version in composer.lock.'
    },
    'storefront-url': {
        type: 'text',
        default: '',
        commands: ['upgrade', 'verify', 'diagnose'],
        description: 'Address for the storefront probe. Empty: the primary URL of the environment. `off` skips the probe.'
    },
    from: {
        type: 'text',
        default: '',
        list: true,
        commands: ['diagnose'],
        description: 'Downloaded logs and error reports to explain, offline and without access to anything: files and folders (as an input one a line), `-` for stdin. What each text is, is told from its content. Empty: the environment is asked.'
    },
    'ssh-hosts': {
        type: 'text',
        default: '',
        commands: ['restore', 'verify', 'diagnose'],
        description: 'Logins (`user@host`, separated by commas or spaces), one for each node. With ssh-private-key they do in place of cloud-token, project and environment. Empty: the platform is asked.'
    },
    'ssh-host-key': {
        type: 'choice',
        choices: ['pinned', 'accept-new'],
        default: 'pinned',
        commands: platform,
        description: 'pinned: only host keys in known-hosts and known-hosts-file are trusted; accept-new: an unknown host is trusted at first sight, with a warning that says what to store, a changed key never (across runs where known-hosts-file is kept).'
    },
    'known-hosts': {
        type: 'text',
        default: '',
        commands: platform,
        description: 'Lines in known_hosts format with the host keys of the Cloud region.'
    },
    'known-hosts-file': {
        type: 'text',
        default: '',
        commands: platform,
        description: 'File in known_hosts format that outlives the run: trusted beside known-hosts, and accept-new adds the keys to it that it accepted. Made where it is missing. In workflows keep it with actions/cache.'
    },
    'cli-version': {
        type: 'text',
        default: '',
        commands: platform,
        description: 'Version of magento-cloud to install for this run, e.g. 1.47.0: downloaded, checked by its SHA-256 before it is run, kept in a cache; needs PHP. Empty: the magento-cloud on PATH.'
    },
    'cli-sha256': {
        type: 'text',
        default: '',
        commands: platform,
        description: 'SHA-256 of the phar of cli-version. Empty: the one that is known here, for 1.47.0.'
    },
    'cli-url': {
        type: 'text',
        default: '',
        commands: platform,
        description: "https address of the phar on a mirror; {version} stands for cli-version. Empty: Adobe's."
    },
    'vulnerable-composer': {
        type: 'choice',
        choices: ['fail', 'warn'],
        default: 'fail',
        commands: checkout,
        description: 'What to do where the installed Composer has published token-disclosure vulnerabilities (a distribution may have patched it).'
    },
    'security-blocking': {
        type: 'boolean',
        default: true,
        commands: checkout,
        description: 'Let Composer 2.9 and later refuse versions with security advisories. Off is recorded in the report.'
    },
    'dry-run': {
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: 'Plan and check everything, change nothing.'
    },
    report: {
        type: 'text',
        default: '',
        commands: everywhere,
        description: 'Path of the JSON report. Empty: a file below the temporary directory.'
    },
    'composer-username': {
        type: 'text',
        default: '',
        secret: true,
        commands: checkout,
        description: 'Public key of the Magento repository, or of composer-host.'
    },
    'composer-password': {
        type: 'text',
        default: '',
        secret: true,
        commands: checkout,
        description: 'Private key of the Magento repository, or of composer-host.'
    },
    'composer-host': {
        type: 'text',
        default: '',
        commands: checkout,
        description: 'Host that composer-username and composer-password belong to, e.g. packages.example.com. Empty: repo.magento.com. They go to no other, and over https only.'
    },
    'composer-auth': {
        type: 'text',
        default: '',
        secret: true,
        commands: checkout,
        description: 'Credentials in the form of COMPOSER_AUTH, as an alternative to username and password.'
    },
    'cloud-token': {
        type: 'text',
        default: '',
        secret: true,
        commands: platform,
        description: 'API token for magento-cloud.'
    },
    'ssh-private-key': {
        type: 'text',
        default: '',
        secret: true,
        commands: platform,
        description: 'Private SSH key. Empty: magento-cloud issues a certificate from cloud-token.'
    },
    'github-token': {
        type: 'text',
        default: '',
        secret: true,
        commands: ['upgrade'],
        description: 'Token for the pull request, with contents and pull-requests write permission.'
    }
};


/***/ }),

/***/ 1338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ cliRelease)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/cli-releases.json
const cli_releases_namespaceObject = /*#__PURE__*/JSON.parse('{"OZ":"https://accounts.magento.cloud/sites/default/files/magento-cloud-v{version}.phar","D8":[{"version":"1.47.0","sha256":"fc2cc75906bf3b5816e31f9bd1a711d028fc004f0e961a609fb61c683acb93d1"}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/cli-release.js

/** The release to install, null where none was asked for, and everything that is wrong with how it was asked for. */
function cliRelease(given) {
    const version = given.version.trim();
    const sha256 = (given.sha256.trim() || knownSum(version)).toLowerCase();
    const url = (given.url.trim() || cli_releases_namespaceObject.OZ).replaceAll('{version}', version);
    const problems = version === '' ? withoutVersion(given) : [...ofVersion(version), ...ofSum(version, sha256), ...ofUrl(url)];
    return { release: version === '' || problems.length > 0 ? null : { version, sha256, url }, problems };
}
function knownSum(version) {
    return cli_releases_namespaceObject.D8.find((release) => release.version === version)?.sha256 ?? '';
}
function withoutVersion({ sha256, url }) {
    const given = Object.entries({ 'cli-sha256': sha256, 'cli-url': url }).filter(([, value]) => value.trim() !== '');
    return given.map(([name]) => wrong(name, 'does nothing without cli-version.', 'Give cli-version, e.g. 1.47.0, too.'));
}
function ofVersion(version) {
    // It becomes part of a path.
    return /^\d+\.\d+\.\d+(-[A-Za-z\d]+)?$/.test(version)
        ? []
        : [wrong('cli-version', `is ${version}.`, 'Write cli-version in full, e.g. 1.47.0.')];
}
function ofSum(version, sha256) {
    if (/^[\da-f]{64}$/.test(sha256))
        return [];
    const known = cli_releases_namespaceObject.D8.map((release) => release.version).join(', ');
    return sha256 === ''
        ? [
            wrong('cli-sha256', `is empty, and the checksum of magento-cloud ${version} is not known here.`, `Give cli-sha256 (sha256sum of a phar that you trust), or use a known cli-version: ${known}.`)
        ]
        : [wrong('cli-sha256', 'is no SHA-256.', 'Give cli-sha256 64 hexadecimal digits, as sha256sum prints them.')];
}
function ofUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null)
        return [wrong('cli-url', 'is no address.', 'Give cli-url the https address of the phar.')];
    const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
        return [wrong('cli-url', 'is not https.', 'Give cli-url an address that begins with https://.')];
    if (url.username !== '' || url.password !== '')
        return [wrong('cli-url', 'holds a user or password.', 'Use a mirror that needs none: the address is printed.')];
    return [];
}
function wrong(name, what, fix) {
    return { id: 'bad-input', severity: 'error', message: `The option ${name} ${what}`, fix };
}


/***/ }),

/***/ 4482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ redactEvidence)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/addresses.js
const withUser = /\/\/[^\s"<>`]+/g;
const query = /\?[\w%.[\]-]+=[^\s"')]*/g;
const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g;
const ipv6 = /(?<![\w:.\\])(?=[0-9a-f:]{2})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?![\w:(\\])/gi;
/** Users and passwords, queries and IP addresses in a text, as words for them; versions of four parts stay. */
function hideAddresses(text) {
    return text
        .replace(withUser, (url, at) => withoutUser(url, /https?:$/i.test(text.slice(Math.max(0, at - 6), at))))
        .replace(query, '?<query>')
        .replace(ipv6, (found) => (isIpv6(found) ? '<ip>' : found))
        .replace(ipv4, (found, at, whole) => (isVersion(whole, at, found) ? found : '<ip>'));
}
// Passwords in URLs may hold what they should not: the user's part ends at the last `@`.
function withoutUser(url, isWeb) {
    const at = url.lastIndexOf('@');
    if (at < 0)
        return url;
    const user = url.slice(2, at);
    return user.includes(':') || (isWeb && !/[/?#]/.test(user)) ? `//<hidden>${url.slice(at)}` : url;
}
// A name of a package, the word version, a sign of a constraint or a program stand before a version.
const versionBefore = /(?:(?:^|[\s"'([])(?!(?:text|image|application)\/)[a-z0-9][a-z0-9_.-]*\/[a-z0-9][a-z0-9_.-]*["']?(?:\s{0,40}[:@(=]|\s{1,40}|\[)[\s"'(v\d.,=>^~|*-]*|\bversions?["'\s:=>(-]*v?|[\^~<>]=?\s?|[!=]==?\s?|\bv|[A-Za-z]\/)$/i;
const versionAfter = /^(?:\.(?:zip|tar|tgz|phar|patch)\b|-(?:dev|alpha|beta|rc|p\d|patch)| => v?\d)/i;
function isVersion(text, at, found) {
    if (found.split('.').some((part) => Number(part) > 255 || /^0\d/.test(part)))
        return true;
    const before = text.slice(Math.max(0, at - 120), at);
    const after = text.slice(at + found.length, at + found.length + 10);
    return versionBefore.test(before.slice(before.lastIndexOf('\n') + 1)) || versionAfter.test(after);
}
function isIpv6(found) {
    const groups = found.split(':');
    if (!found.includes('::'))
        return groups.length >= 6 && groups.every((group) => group !== '');
    return groups.length <= 9 && found.length > 2 && /\d/.test(found);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/rewrite.js
/**
 * `text` with what `rewriteAt` gives for the matches of `start` (a global pattern); null leaves a match as it is. What
 * was rewritten is not read again, so the time is linear if `start` is and `rewriteAt` reads no further than its end.
 */
function rewrite(text, start, rewriteAt) {
    const pieces = [];
    let done = 0;
    start.lastIndex = 0;
    for (let match = start.exec(text); match !== null; match = start.exec(text)) {
        const found = rewriteAt(match, text);
        if (found === null) {
            if (match[0] === '')
                start.lastIndex += 1;
            continue;
        }
        pieces.push(text.slice(done, match.index), found.text);
        done = found.end;
        start.lastIndex = Math.max(found.end, match.index + 1);
    }
    start.lastIndex = 0;
    return done === 0 ? text : pieces.join('') + text.slice(done);
}
/** The match of a sticky pattern at a place, or null. */
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/quoted.js

const quoted_opener = /\\{0,8}["'`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]/iy;
// A shell has no other way to a quote in single quotes than to leave them.
const shellQuote = /\\''|"'"'/y;
const lineBreak = /\n/;
const newEntry = /\n(?:\[\d{4}-|#\d|[WE]: |\s*at |Stack trace)/;
/** The quoted value that begins at a place, or null. With `overLines` it may go on until the next entry of a log. */
function quotedAt(text, at, overLines = false) {
    const quote = matchAt(quoted_opener, text, at)?.[0];
    if (quote === undefined)
        return null;
    const from = at + quote.length;
    const limit = overLines ? newEntry : lineBreak;
    let read = from;
    for (let to = text.indexOf(quote, from); to >= 0; to = text.indexOf(quote, read)) {
        // Only what was not looked at yet: a line may be very long and hold very many quotes.
        if (limit.test(text.slice(read, to)))
            break;
        const end = to + quote.length;
        const isDoubled = quote.length === 1 && text.startsWith(quote, end) && (to > from || text[end + 1] === quote);
        if (isEscaped(text, from, to, quote))
            read = end;
        else if (isDoubled)
            read = end + 1;
        else if (quote === "'" && matchAt(shellQuote, text, end))
            read = end + (matchAt(shellQuote, text, end)?.[0].length ?? 0);
        else
            return { quote, from, to, end };
    }
    const end = lineEnd(text, from);
    return { quote, from, to: end, end };
}
/** Where the line of a place ends. */
function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
/** Where `sign` stands next on the line of a place, or the line ends; reads no further. */
function onLine(text, sign, from) {
    return from + (matchAt(before[sign], text, from)?.[0].length ?? 0);
}
const before = { '<': /[^<\n]*/y, '"': /[^"\n]*/y, "'": /[^'\n]*/y };
// A backslash more than the opening quote had means that the quote belongs to the value.
function isEscaped(text, from, at, quote) {
    if (quote.startsWith('&') || quote.startsWith('%'))
        return false;
    let backslashes = 0;
    while (at - backslashes > from && text[at - backslashes - 1] === '\\')
        backslashes += 1;
    return quote.startsWith('\\') ? backslashes > 0 : backslashes % 2 === 1;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/command-arguments.js


const flags = /(?<=^|[\s"',=])-(?:p(?=\S)|u|-user|-proxy-user|a(?=\s))/gm;
const pair = /(?:=|[^\S\n]{0,8})/y;
const composer = /\b(?:(?:http-basic|github-oauth|gitlab-token|gitlab-oauth|bearer|bitbucket-oauth)\.[\w.:-]{1,250}) /g;
const client = /\b(?:mysql\w*|mariadb[\w-]*|sshpass|redis-cli|ftp|docker)\b[^\n|;&]*$/;
// Words of find and of tools for archives and folders that begin like the short flag.
const noPassword = /^-p(?:\d{1,5}|ath|erm|rint\w*|rune|thread|roto\w*|ie|[rRvfax]{1,4})$/;
/** Secrets in the arguments of commands, `mysql -pSECRET`, `curl -u user:TOKEN`, as `<hidden>`. */
function hideCommandArguments(text) {
    const composed = rewrite(text, composer, (match) => {
        const from = match.index + match[0].length;
        const values = matchAt(/[^\n|;&]+/y, text, from);
        return values && { end: from + values[0].length, text: `${match[0]}<hidden>` };
    });
    return rewrite(composed, flags, (match) => argumentOf(match, composed));
}
function argumentOf(match, text) {
    const behind = match.index + match[0].length;
    const line = text.slice(Math.max(0, match.index - 200), match.index);
    if (match[0] === '-p')
        return command_arguments_password(match, behind, text, line);
    const from = behind + (matchAt(pair, text, behind)?.[0].length ?? 0);
    if (match[0] === '-a')
        return client.test(line) ? command_arguments_hidden(match.index, wordAt(text, match.index, from), text, from) : null;
    const value = wordAt(text, match.index, from);
    return text.slice(value.from, value.to).includes(':') ? command_arguments_hidden(match.index, value, text, value.from) : null;
}
function command_arguments_password(match, behind, text, line) {
    const value = wordAt(text, match.index, behind);
    const isClient = client.test(line);
    if (!isClient && noPassword.test(`-p${text.slice(value.from, value.to)}`))
        return null;
    return command_arguments_hidden(match.index, value, text, value.from);
}
function command_arguments_hidden(start, { to }, text, from) {
    return to <= from ? null : { end: to, text: `${text.slice(start, from)}<hidden>` };
}
const part = /'[^'\n]*'|"(?:\\[^\n]|[^"\\\n])*"|\\[^\n]|[^\s'"\\]+|["']/y;
// A word of a shell with the quotes in it; what is quoted as a whole ends with its quote.
function wordAt(text, flag, from) {
    const around = text[flag - 1] ?? '';
    if (/["']/.test(around)) {
        const { to } = quotedAt(text, flag - 1) ?? { to: from };
        return { from, to: Math.max(from, to) };
    }
    let to = from;
    for (let found = matchAt(part, text, to); found; found = matchAt(part, text, to))
        to += found[0].length;
    return { from, to };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/mail-addresses.js

const sign = /@|%40|&#(?:0?64|x40);|&commat;|\\u0040/gi;
const localCharacter = /[\p{L}\p{N}._+%~!#$*-]/u;
// What may stand in a name, too, but more often stands before it.
const oddCharacter = /[\p{L}\p{N}._+%~!#$*&'/=?^`{|}-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
/** E-mail addresses, in URLs and HTML, too, as `<e-mail>`. Logins of the platform and of git are nobody's and stay. */
function hideMailAddresses(text) {
    const pieces = [];
    let done = 0;
    let read = 0;
    // From each sign to both sides, up to the sign before it: a text of one letter is read once.
    rewrite(text, sign, ({ 0: found, index }) => {
        const [from, to] = [localStart(text, index, read), domainEnd(text, index + found.length)];
        read = index + found.length;
        if (!isAddress(text.slice(from, index), text.slice(read, to)))
            return null;
        pieces.push(text.slice(done, from), '<e-mail>');
        done = to;
        return { end: to, text: '' };
    });
    return pieces.join('') + text.slice(done);
}
function localStart(text, at, least) {
    if (text[at - 1] === '"') {
        const before = text.slice(Math.max(least, at - 66), at - 1);
        const open = before.lastIndexOf('"');
        return open < 0 || before.includes('\n') ? at : at - 1 - before.length + open;
    }
    let from = at;
    const isName = (place) => place >= least && localCharacter.test(text[place] ?? '');
    while (isName(from - 1) || (from < at && text[from - 1] === "'" && isName(from - 2)))
        from -= 1;
    if (from === at)
        while (from > least && oddCharacter.test(text[from - 1] ?? ''))
            from -= 1;
    return from;
}
function domainEnd(text, from) {
    let to = from;
    while (to < text.length && domainCharacter.test(text[to] ?? ''))
        to += 1;
    while (to > from && /[.-]/.test(text[to - 1] ?? ''))
        to -= 1;
    return to;
}
function isAddress(local, domain) {
    const isLogin = local === 'git' || /^ssh\.[\w.-]*magento(?:site)?\.cloud$/i.test(domain);
    return local !== '' && !isLogin && /\.(?:xn--[\w-]{2,}|\p{L}{2,})$/u.test(domain);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/secret-names.js
// What the name of a secret, or of what is about a person, is or holds. Some are too short to be looked for in words.
const parts = [
    'password|passwd|passphrase|passkey|passcode|requirepass|masterauth|secret|token|authorization|credential|cookie',
    'signature|pwd|sessid|x-magento-vary|api[_-]?key|license[_-]?key|identified\\s+by',
    '(?:access|private|encryption|account|auth|crypt|secure|shared|form|session|master|storage)[_-]?key|session[_-]?id',
    'crypt/key|(?<=["\'])key(?=["\']\\s*=>)|(?<![a-z])(?:pass|pw|auth|nonce|salt|otp|sid|dsn|cvv|cvc)(?![\\w-])'
];
const people = [
    '(?:first|last|middle|customer|shipping|billing)[_-]?name|telephone|phone|fax|street|address_?line|postcode',
    'zip[_-]?code|taxvat|vat[_-]?id|(?<![a-z])(?:dob|iban|cc_owner|(?:cc|card)[_-]?number)(?![a-z])|date[_-]of[_-]birth'
];
/** Finds names of secrets and of what is about people, each with the rest of its word. */
const secretNames = new RegExp(`(?:${[...parts, ...people].join('|')})[\\w-]*`, 'gi');
const moduleName = /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*[a-z]\w*$/;
const state = /(?:[01]\b|v?\d+(?:\.\d+)+|schema|data|none|enabled|disabled|[\^~>=<]+\s?\d|dev-)/iy;
const nothing = /(?:null|true|false|none|array|yes|no)(?![\w-])|\*{3,}|<hidden>|\[\]|\{\}|[{[(](?=\s|$)|["']{2}(?!["'])/iy;
/** Whether what stands behind such a name is no secret: a state, a version of a package or module, a folder, nothing. */
function isHarmless(text, name, value) {
    const before = text.slice(Math.max(0, name.from - 60), name.from);
    const word = text.slice(name.from, name.to);
    const whole = (/[\w-]*$/.exec(before)?.[0] ?? '') + word;
    const starts = (pattern) => {
        pattern.lastIndex = value;
        return pattern.test(text);
    };
    if (starts(nothing))
        return true;
    if (/^(?:OLD)?PWD$/.test(whole))
        return text[value] === '/';
    if (/(?:Exception|Error|Interface|Manager|Factory)$/.test(word))
        return true;
    const isPackage = /(?:^|[\s"'(])[a-z0-9][\w.-]{0,40}\/[\w.-]*$/.test(before);
    return (isPackage || moduleName.test(whole)) && starts(state);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/named-values.js



const quote = String.raw `\\{0,8}["'\`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]`;
// A name in backticks is a column's, and so is what follows it.
const sure = quote.replace('\\`', '');
const named_values_close = String.raw `(?<close>(?:${quote}|[\])]|%5D){0,3})`;
const blank = String.raw `[^\S\n]{0,40}`;
// The notations of a name and its value, each up to where the value begins.
const assigned = new RegExp(`${named_values_close}${blank}(?<sign>=>|:=|==?|:(?!:)|%3[DA]|\\\\u003[ad])${blank}`, 'iy');
const dumped = /["']?\]?\s{0,40}=>\s{0,40}string\(\d+\)\s/iy;
const serialized = /\\{0,8}";s:(\d+):\\{0,8}"/y;
const named_values_element = /["']?>(?!>|=)/y;
const listed = new RegExp(`(?:${sure}|\\s)${blank}[,(]${blank}(?=${sure})|\\((?=${sure})`, 'iy');
const spoken = new RegExp(`\\s{1,40}(?:(?:is|was|as|by|to|with|for \\S{1,200}|password)\\s{1,4})?(?:=\\s)?(?=${quote})`, 'iy');
const spokenOf = /^(?:pass|secret|identified)/i;
const flagged = /\s{1,40}(?=[^\s-])/y;
/** Values behind names of secrets and of what is about people, in whatever notation, as `<hidden>`. */
function hideNamedValues(text) {
    return rewrite(text, secretNames, (match) => {
        const name = { from: match.index, to: match.index + match[0].length };
        const value = findValue(text, name);
        if (value === null || value.to <= value.from || isHarmless(text, name, value.from))
            return null;
        return { end: value.to, text: `${text.slice(name.from, value.from)}<hidden>` };
    });
}
function findValue(text, name) {
    const behind = (pattern) => {
        const found = matchAt(pattern, text, name.to);
        return found ? name.to + found[0].length : null;
    };
    const dump = behind(dumped);
    if (dump !== null)
        return { from: dump, to: lineEnd(text, dump) };
    const php = matchAt(serialized, text, name.to);
    if (php)
        return { from: name.to + php[0].length, to: Math.min(text.length, name.to + php[0].length + Number(php[1])) };
    const inElement = behind(named_values_element);
    if (inElement !== null && /[<"'\w-]/.test(text[name.from - 1] ?? ''))
        return elementText(text, name, inElement);
    const sign = matchAt(assigned, text, name.to);
    if (sign)
        return assignedValue(text, name, sign);
    const word = text.slice(name.from, name.to);
    const isFlag = /(?:^|\s|["'])--?[\w-]{0,40}$/.test(text.slice(Math.max(0, name.from - 44), name.from));
    const from = behind(listed) ?? (spokenOf.test(word) ? behind(spoken) : null) ?? (isFlag ? behind(flagged) : null);
    return from === null ? null : (quotedValue(text, from) ?? wordValue(text, from));
}
function assignedValue(text, name, sign) {
    const from = name.to + sign[0].length;
    const quoted = quotedValue(text, from);
    if (quoted !== null)
        return quoted;
    const closed = sign.groups?.['close'] ?? '';
    // print_r quotes nothing, and a header goes on to its end.
    if (closed === ']' && sign.groups?.['sign'] === '=>')
        return { from, to: lineEnd(text, from) };
    if (/^(?:[\w-]*authorization|cookie)$/i.test(text.slice(name.from, name.to)))
        return headerValue(text, name.from, from);
    return wordValue(text, from, /[?&]/.test(text[name.from - 1] ?? ''));
}
function quotedValue(text, from) {
    const quoted = quotedAt(text, from);
    return quoted === null ? null : { from: quoted.from, to: quoted.to };
}
// A quote before the name of a header ends its value, too.
function headerValue(text, name, from) {
    const before = text[name - 1];
    return { from, to: before === '"' || before === "'" ? onLine(text, before, from) : lineEnd(text, from) };
}
const word = /(?:(?:Bearer|Basic|Digest|Token|Negotiate)\s{1,4})?\S+/iy;
const parameter = /[^\s"'<>&]+/y;
function wordValue(text, from, isParameter = false) {
    const found = matchAt(isParameter ? parameter : word, text, from);
    return { from, to: from + (found?.[0].length ?? 0) };
}
// `<token>` and `<phone>` may be words of ours: only what is closed is an element.
function elementText(text, name, from) {
    const to = onLine(text, '<', from);
    const isClosed = text.startsWith('</', to);
    return isClosed || !/^(?:token|phone)$/.test(text.slice(name.from, name.to)) ? { from, to } : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/people-numbers.js
const card = /(?<![\w.-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ +-]|%20)\d{4}\1\d{4}\1\d{1,7}|3\d{3}([ +-]|%20)\d{6}\2\d{5})(?![\w-])/g;
const phones = [
    /(?<![\w+.:/-])(?:\+|%2B|00)[1-9]\d{0,2}[ ().\-/]{0,3}\d(?:[ ().\-/]{0,2}\d){4,12}(?![\w:])/gi,
    /(?<![\w+.:/-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w:-]|\.\d)/g,
    /(?<![\w+.:/-])\(?0\d{1,4}\)?[ /-]{1,2}\d{2,8}(?:[ -]\d{2,6}){0,4}(?![\w:/-]|\.\d)/g
];
/** Numbers of cards (by their check digit) and of telephones as `<card>` and `<phone>`. */
function hidePeopleNumbers(text) {
    const withoutCards = text.replace(card, (found) => (isCard(found.replaceAll('%20', ' ')) ? '<card>' : found));
    return phones.reduce((result, pattern) => result.replace(pattern, (found) => (isPhone(found) ? '<phone>' : found)), withoutCards);
}
// The sum of Luhn.
function isCard(text) {
    const digits = text.replaceAll(/\D/g, '');
    const sum = Array.from(digits)
        .reverse()
        .reduce((total, digit, index) => {
        const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return digits.length >= 13 && sum % 10 === 0;
}
function isPhone(text) {
    const isDate = /^\d\d[ ./-]\d\d[ ./-]\d{4}/.test(text);
    return !isDate && text.replaceAll(/\D/g, '').length >= 9;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/looks-random.js
/** Whether letters and digits change as often as in a key, and not as in a name of words. */
function looksRandom(text) {
    const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    const figures = words.filter((word) => /\d/.test(word)).length;
    if (words.length === figures)
        return false;
    const average = text.length / words.length;
    return (figures >= 3 && average < 4) || average < (figures > 0 ? 3.3 : 3);
}
const commitBefore = /(?:\b(?:commits?|tree|revision|rev|sha-?1?|sha256|ref|reference|head|merge|parent|from|to|onto|at|deploys|object|is now at)["']?[\s:=('"[]{1,4}|\.\.\.?|dev-[\w./-]{1,40}[@#]|\/(?:commit|commits|zipball|tree|blob)\/|\(|^)$/im;
// Magento shortens long names of keys and indexes to a hash.
const hashedName = /^[\w-]*\b(?:fk|unq|idx|fti|trg|pk|t|s|e)_[0-9a-f]{32}$/i;
/** Whether a long text of hexadecimal digits, or a name with numbers, is one to be shown: a commit, a key, a patch. */
function isKnownName(before, found, after) {
    if (/^\.(?:patch|diff)\b/.test(after))
        return true;
    if (hashedName.test(found))
        return true;
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found))
        return false;
    if (found.length === 64)
        return /sha-?256["']?[\s:=(]{1,3}$/i.test(before);
    return /(?:^|\n)$/.test(before) ? /^(?:\s|$)/.test(after) : commitBefore.test(before);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/random-texts.js

const privateKey = /-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|PGP MESSAGE)[A-Z ]{0,20}-----(?:(?!-----)[\s\S])*(?:-----END [A-Z ]{0,60}-----)?/g;
// Prefixes with which their makers mark keys, and hashes of passwords.
const marked = [
    /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_|glpat-|glptt-|xox[a-z]-|xapp-|[srp]k_(?:live|test)_|whsec_|AKIA|ASIA|AIza|ya29\.|GOCSPX-|npm_|dop_v1_|shp(?:at|ca|pa|ss)_|sq0[a-z]{3}-|NRAK-|NRJS-|SG\.|key-|pypi-|hf_|sk-|sess_|base64:)[\w.+/=-]{12,}/g,
    /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
    /\$(?:2[abxy]|argon2\w{0,2}|[156y])\$[\w./,=+$-]{20,}/g
];
const hook = /(hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]+/g;
const credentials = /\b(Bearer|Basic) {1,4}(?!<)[\w.~+/=-]{8,}/g;
const run = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** Keys, tokens, ids of sessions, hashes and what looks as random as they do, as words for them. */
function hideRandomTexts(text) {
    const known = text.replace(privateKey, '<key>').replace(hook, '$1/<token>').replace(credentials, '$1 <hidden>');
    return marked.reduce((result, pattern) => result.replace(pattern, '<token>'), known).replace(run, hideRun);
}
const longest = 200;
function hideRun(found, at, whole) {
    // So long is no name, and nothing that would have to be looked at more closely.
    if (found.length > longest)
        return /\d|[a-z][A-Z]/.test(found) && /[A-Za-z]/.test(found) ? '<token>' : found;
    const after = whole.slice(at + found.length, at + found.length + 12);
    if (isKnownName(whole.slice(Math.max(0, at - 60), at), found, after))
        return found;
    const pieces = found.split(/([+/_=-]+)/);
    const texts = pieces.filter((_, index) => index % 2 === 0);
    const random = texts.filter((piece) => piece.length >= 6 && looksRandom(piece)).join('').length;
    if (random >= 20 && random * 10 >= texts.join('').length * 7 && !texts.some(isHex))
        return '<token>';
    if (isCloudKey(found))
        return '<token>';
    return pieces
        .map((piece) => (isHex(piece) ? '<hex>' : piece.length >= 24 && looksRandom(piece) ? '<token>' : piece))
        .join('');
}
function isHex(text) {
    return /^[0-9a-f]{32,}$/i.test(text);
}
// Keys of clouds hold all kinds of characters, few of them slashes.
function isCloudKey(text) {
    const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    const slashes = text.match(/[+/]/g)?.length ?? 0;
    const hasAll = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) && !/[_-]/.test(text);
    return hasAll && slashes * 12 <= text.length && text.length >= 32 && text.length < words.length * 3.5;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/sql-values.js


const duplicate = /\bDuplicate entry (?=[\\"'`&])/gi;
const wrongValue = /\b(?:Incorrect|Truncated incorrect|Invalid) (?:[\w()]+ ){1,3}value:? (?=[\\"'`&])/gi;
const syntax = /\b(?:to use|error|at or) near (?=[\\"'`&])/gi;
const statement = /\b(?:INSERT\s+(?:\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+[`\w.]+\s+SET|DELETE\s+FROM|WHERE|VALUES?\s*(?=\()|SELECT\s+(?=[`*\w(]))/g;
const lowerStatement = /\b(?:insert\s+into|replace\s+into|update\s+[`\w.]+\s+set|delete\s+from|values?\s*(?=\())/g;
/** What statements and errors of a database hold as types in place of values: `VALUES (<text>, <number>)`. */
function typeSqlValues(text) {
    const errors = [duplicate, wrongValue, syntax].reduce((result, start) => rewrite(result, start, errorValue), text);
    return [statement, lowerStatement].reduce((result, start) => rewrite(result, start, (match) => rewriteStatement(match, result)), errors);
}
// A server prints the value as it is, quotes included: what ends it is what follows it.
function errorValue(match, text) {
    const from = match.index + match[0].length;
    const quote = matchAt(anyQuote, text, from)?.[0];
    if (quote === undefined)
        return null;
    const start = from + quote.length;
    const end = errorValueEnd(text, start, quote);
    return { end, text: `${match[0]}${quote}${typeOf(text.slice(start, end))}` };
}
function errorValueEnd(text, start, quote) {
    // What stands near an error of syntax is cut after eighty characters, and may go over several lines.
    const near = text.slice(start, start + 400).indexOf(`${quote} at line `);
    if (near >= 0)
        return start + near;
    let read = start;
    for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, read)) {
        if (text.slice(read, at).includes('\n'))
            break;
        read = at + quote.length;
        if (text.startsWith(' for ', read) || text.startsWith(' at row', read))
            return at;
    }
    return lineEnd(text, start);
}
const anyQuote = /\\{0,8}["'`]|&(?:#0?39|#x27|apos|quot);|\\{1,8}u002[27]/iy;
function typeOf(value) {
    return value === '' || /^<\w+>$/.test(value) ? value : /^[\d-]{1,12}$/.test(value) ? '<number>' : '<text>';
}
// Reads a statement to the end of its line and of the value that stands there.
function rewriteStatement(match, text) {
    const state = { depth: 0, isRow: false };
    const out = [];
    let at = match.index;
    while (at < text.length && text[at] !== '\n') {
        const piece = nextPiece(text, at, state);
        if (piece === null)
            break;
        out.push(piece.text);
        at = piece.end;
    }
    return { end: at, text: out.join('') };
}
const rowStart = /VALUES?\s*\(/iy;
const onlyName = /\s*[`\w.]+\s*\)/y;
const placeholder = /<\w[\w-]*>/y;
const sql_values_word = /[A-Za-z_$:@\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y;
const number = /-?(?:0[xX][0-9a-fA-F]+|\d[\d.]*(?:[eE][-+]?\d+)?)/y;
const nextRow = /\)\s*,\s*(?=\()/y;
const blanks = /[^\S\n]+/y;
const known = /^(?:null|default|true|false|now|current_timestamp|on|duplicate|key|update|values|:\w+)$/i;
function nextPiece(text, at, state) {
    const whole = (match) => ({ end: at + match[0].length, text: match[0] });
    const row = matchAt(rowStart, text, at);
    if (row && matchAt(onlyName, text, at + row[0].length) === null) {
        Object.assign(state, { depth: 1, isRow: true });
        return whole(row);
    }
    const kept = matchAt(blanks, text, at) ?? matchAt(placeholder, text, at);
    if (kept)
        return whole(kept);
    const quoted = quotedAt(text, at, true);
    if (quoted)
        return rewriteQuoted(text, at, quoted, state);
    const name = matchAt(sql_values_word, text, at);
    if (name) {
        const keeps = !state.isRow || known.test(name[0]) || text[at + name[0].length] === '(';
        return { end: at + name[0].length, text: keeps ? name[0] : '<value>' };
    }
    const figure = matchAt(number, text, at);
    if (figure)
        return { end: at + figure[0].length, text: keptNumber(figure[0], state) };
    return symbol(text, at, state);
}
function keptNumber(figure, { isRow }) {
    return isRow || figure.length > 6 ? '<number>' : figure;
}
function symbol(text, at, state) {
    const sign = text[at] ?? '';
    if (sign === '(')
        state.depth += 1;
    if (sign === ')')
        state.depth -= 1;
    if (sign === ')' && state.depth <= 0 && !matchAt(nextRow, text, at))
        state.isRow = false;
    return { end: at + 1, text: sign };
}
// A quote that no value can begin with closes what the statement stands in, or a value that was not escaped.
function rewriteQuoted(text, at, quoted, state) {
    const { quote, from, to, end } = quoted;
    if (quote.endsWith('`'))
        return { end, text: text.slice(at, end) };
    const before = text.slice(Math.max(0, at - 24), at).trimEnd();
    const begins = /(?:[=(,<>+|]|\b(?:LIKE|IN|THEN|ELSE|AND|BETWEEN|VALUES?|REGEXP|_\w+|x))$/i.test(before);
    if (begins)
        return { end, text: `${quote}${typeOf(text.slice(from, to))}${text.slice(to, end)}` };
    if (!state.isRow)
        return null;
    const rest = lineEnd(text, at);
    return { end: rest, text: '<text>' };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/table-rows.js
// Rows that the client of a database prints: between bars, between tabs, and one column on each line.
const cells = /^([^\S\n]{0,40}(?:[EW]: )?)\|(.*)\|[^\S\n]*$/;
const table_rows_frame = /^[^\S\n]{0,40}(?:[EW]: )?\+(?:-+\+)+[^\S\n]*$/;
const vertical = /^[^\S\n]{0,40}(?:[EW]: )?\*{8,40} \d+\. row \*{8,40}[^\S\n]*$/;
const verticalCell = /^(\s{0,80}[A-Za-z_][\w.$()*]{0,80}: )(.*)$/;
const column = /^(?:[a-z_][a-z0-9_.$]*|[A-Za-z_]{1,30}\([\w.*`, ]{0,80}\))$/;
// Of a value that goes over several; what comes later is no value any more.
const mostLines = 50;
// What the tables of Composer, ece-tools and Magento name.
const harmless = /^(?:null|<[\w-]+>|[\w.-]+\/[\w./-]+|[A-Z][A-Za-z0-9]+_[A-Z]\w+|v?\d+(?:\.\d+){1,4}[\w.-]*|[A-Z]{2,8}-\d+)$/i;
/** Values in the rows that a client of a database prints as types; names of columns and tables of other programs stay. */
function typeTableRows(text) {
    if (!/\||\t|\*{8}/.test(text))
        return text;
    const state = { table: 'none', columns: 0 };
    return text
        .split('\n')
        .map((line, at, lines) => typedLine(line, lines[at - 1] ?? '', state))
        .join('\n');
}
function typedLine(line, before, state) {
    if (table_rows_frame.test(line))
        return state.table === 'broken' ? enter(line, state, 'rows', 0) : line;
    if (state.table === 'broken' && state.columns < mostLines)
        return typedRest(line, state);
    const [, lead = '', inside] = cells.exec(line) ?? [];
    if (inside !== undefined)
        return typedBars(line, { lead, inside, before }, state);
    if (state.table === 'rows' && /^\s{0,40}\|/.test(line))
        return enter('| <text>', state, 'broken', 0);
    if (vertical.test(line))
        return enter(line, state, 'vertical', 0);
    const cell = state.table === 'vertical' ? verticalCell.exec(line) : null;
    if (cell)
        return `${cell[1] ?? ''}${typed(cell[2] ?? '')}`;
    return typedTabs(line, state);
}
// The value goes on to the bar at the end of a line.
function typedRest(line, state) {
    const isEnd = /\|[^\S\n]*$/.test(line);
    return enter(isEnd ? '<text> |' : '<text>', state, isEnd ? 'rows' : 'broken', state.columns + 1);
}
function enter(line, state, table, columns) {
    Object.assign(state, { table, columns });
    return line;
}
function typedBars(line, row, state) {
    const values = row.inside.split('|');
    const isFirst = table_rows_frame.test(row.before) && state.table !== 'rows' && state.table !== 'other';
    if (isFirst)
        return enter(line, state, values.every((value) => column.test(value.trim())) ? 'rows' : 'other', 0);
    if (state.table === 'other')
        return line;
    const isLone = state.table !== 'rows';
    if (isLone && values.length < 2)
        return line;
    const shown = values.map((value) => (isLone && harmless.test(value.trim()) ? value : typed(value)));
    return `${row.lead}|${shown.join('|')}|`;
}
function typedTabs(line, state) {
    const values = line.split('\t');
    if (state.table === 'batch' && values.length === state.columns)
        return values.map(typed).join('\t');
    const isHeader = values.length > 1 && values.every((value) => column.test(value));
    return enter(line, state, isHeader ? 'batch' : 'none', isHeader ? values.length : 0);
}
// The blanks around a value are the width of its column.
function typed(value) {
    const text = value.trim();
    if (text === '' || /^(?:NULL|<[\w-]+>)$/.test(text))
        return value;
    return value.replace(text, /^-?\d{1,12}$/.test(text) ? '<number>' : '<text>');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact/trace-arguments.js


const trace_arguments_frame = /#\d{1,4} [^\n]*/g;
const trace_arguments_name = /^(?:\\{0,4}[A-Z]\w*(?:\\+\w+)+|[A-Z][A-Za-z0-9]*_[A-Z]\w*|[\w.-]*(?:\/+[\w.-]+)+)(?:\.\.\.)?$/;
/** The frames of PHP's stack traces with their arguments as types; names of classes, modules and files stay. */
function typeTraceArguments(text) {
    return text.replace(trace_arguments_frame, (line) => rewrite(line, /(?<=[(,] ?)'/g, ({ index }) => {
        const { from, to, end } = quotedAt(line, index) ?? { from: index, to: index, end: index };
        const value = line.slice(from, to);
        return value === '' || trace_arguments_name.test(value) ? null : { end, text: `'<text>'` };
    }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/redact-evidence.js









// What has a structure first: it tells values from names. Patterns find what is left.
const rules = [
    typeSqlValues,
    typeTableRows,
    typeTraceArguments,
    hideNamedValues,
    hideCommandArguments,
    hideAddresses,
    hideMailAddresses,
    hideRandomTexts,
    hidePeopleNumbers
];
/**
 * `text` from a server without passwords, keys, tokens, ids of sessions, addresses, numbers of cards and telephones, and
 * the values of SQL: logs hold customers' data. Names of tables, columns, modules, patches, versions, times and commits
 * stay. Redact a text first and shorten it then: a rule may need what was cut off.
 */
function redactEvidence(text) {
    return rules.reduce((result, rule) => rule(result), text);
}


/***/ }),

/***/ 1954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   KY: () => (/* binding */ withCredentialsOf),
/* harmony export */   O4: () => (/* binding */ urlCredentials),
/* harmony export */   n3: () => (/* binding */ headerSecrets),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
// Bounded, so that a long hostile text takes linear time; JSON of PHP writes slashes as `\/`. An apostrophe may belong
// to a password, or end the text of the address.
const userinfo = /(https?|ftp|svn|git|ssh|git\+ssh)?:(?:\\?\/){2}([^\s"'/@:\\]{0,1000})(?::([^\s"/\\]{0,1000}))?@/gi;
// A key or token that stands alone as the user, as in https://TOKEN@github.com: longer than the names of people.
const tokenLength = 16;
const placeholders = new Set(['', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token', 'bearer']);
/**
 * The passwords and tokens in the addresses of a text (`https://user:password@host`), as they are written and decoded.
 * The text may be anything: a composer.json, a lock, a git configuration.
 */
function urlCredentials(text) {
    const found = [...text.matchAll(userinfo)].flatMap(([, scheme = '', user = '', password = '']) => {
        const alone = placeholders.has(password) && user.length >= tokenLength && /^http/i.test(scheme);
        return [...passwords(password), alone ? user : ''];
    });
    return [...new Set(found.filter((value) => value !== '').flatMap((value) => [value, decoded(value)]))];
}
// What stands before an @ as well: the next one may belong to another text.
function passwords(password) {
    if (placeholders.has(password))
        return [];
    const before = password.split('@', 1)[0] ?? '';
    return placeholders.has(before) ? [password] : [password, before];
}
/**
 * The values of HTTP headers that introduce somebody, in a git configuration (`extraheader = "AUTHORIZATION: basic …"`),
 * and the password in one that is of the kind basic.
 */
function headerSecrets(text) {
    const headers = /(?:authorization|token|key):[ \t]{0,9}(?:(basic|bearer|token)[ \t]{1,9})?([^\s"]{6,5000})/gi;
    return [...text.matchAll(headers)].flatMap(([, kind = '', value = '']) => {
        const pair = kind.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString() : '';
        const password = pair.slice(pair.indexOf(':') + 1);
        return pair.includes(':') && !placeholders.has(password) ? [value, password] : [value];
    });
}
/** `url` without what stands before its host: for messages and reports. Any other text comes back as it is. */
function withoutCredentials(url) {
    return url.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#\s]{0,4000}@/i, '$1');
}
/** `url` with the credentials of `source`, where both name the same host: what a report leaves out is asked with again. */
function withCredentialsOf(source, url) {
    if (!URL.canParse(source) || !URL.canParse(url))
        return url;
    const [from, to] = [new URL(source), new URL(url)];
    if (from.origin !== to.origin || from.username === '')
        return url;
    to.username = from.username;
    to.password = from.password;
    return to.href;
}
/** Decodes %XX; a text that is not valid stays as it is. */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 9093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ createRedact)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8749);

const prefix = 4;
/**
 * A function that replaces every form of the secrets by `***`; secrets that are added to a list later count from then
 * on. Values under six characters and common words are left alone. Each text is read once, whatever the number of forms
 * and lists: the longest form at a place wins, from whichever list.
 */
function createRedact(...lists) {
    let known = -1;
    let hide = (text) => text;
    return (text) => {
        const count = lists.reduce((sum, secrets) => sum + secrets.length, 0);
        if (known !== count) {
            hide = createHider(lists.flat().flatMap((secret) => (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e)(secret)));
            known = count;
        }
        return hide(text);
    };
}
// Where the first characters of no form stand, which is nearly everywhere, one look into a table does.
function createHider(forms) {
    const begins = new Uint8Array(0x10000);
    const byPrefix = new Map();
    for (const form of [...new Set(forms)].sort((a, b) => b.length - a.length)) {
        begins[hash(form, 0)] = 1;
        const start = form.slice(0, prefix);
        byPrefix.set(start, [...(byPrefix.get(start) ?? []), form]);
    }
    const formAt = (text, at) => byPrefix.get(text.slice(at, at + prefix))?.find((form) => text.startsWith(form, at));
    return (text) => {
        const pieces = [];
        let done = 0;
        for (let at = 0; at <= text.length - prefix; at += 1) {
            const form = begins[hash(text, at)] === 1 ? formAt(text, at) : undefined;
            if (form === undefined)
                continue;
            pieces.push(text.slice(done, at), '***');
            done = at + form.length;
            at = done - 1;
        }
        return done === 0 ? text : pieces.join('') + text.slice(done);
    };
}
function hash(text, at) {
    return ((text.charCodeAt(at) ^
        (text.charCodeAt(at + 1) << 4) ^
        (text.charCodeAt(at + 2) << 8) ^
        (text.charCodeAt(at + 3) << 11)) &
        0xffff);
}


/***/ }),

/***/ 9018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _render_describe_backup_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3289);
/* harmony import */ var _render_describe_recovery_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1900);
/* harmony import */ var _render_describe_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(915);
/* harmony import */ var _render_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3280);
/* harmony import */ var _render_package_changes_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3955);
/* harmony import */ var _render_headline_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5651);
/* harmony import */ var _render_other_warnings_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3735);
/* harmony import */ var _render_seconds_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(568);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2698);









/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
function renderText(report) {
    const { error, plan, backup, recovery } = report;
    const phases = (0,_render_describe_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .describePhases */ .e)(report.deployment);
    const lines = [
        (0,_render_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .P)(report),
        ...steps(report),
        ...section('Phases of the deployment', phases === '' ? [] : [phases]),
        ...section('Packages', plan?.changed ? [(0,_render_package_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .countChanges */ .x)(plan)] : []),
        ...(0,_render_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .groupNotes */ .t)((0,_render_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .notesOf */ .h)(report)).flatMap(({ title, notes }) => section(title, shortened(notes.map(telling)))),
        ...section('Backup', (0,_render_describe_backup_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBackup */ ._)(backup)),
        ...section('Warnings', (0,_render_other_warnings_js__WEBPACK_IMPORTED_MODULE_7__/* .otherWarnings */ .E)(report).map(telling)),
        ...section(`Deployment: ${report.deployment?.verdict ?? ''}`, (0,_render_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentReasons */ .T)(report)),
        ...section('Findings, the likeliest cause first', report.findings.flatMap(finding)),
        ...section('Problems', errorsFirst(error?.problems ?? []).map((problem) => `${problem.severity}: ${telling(problem)}`)),
        ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
        ...section('Recovery', recovery ? [(0,_render_describe_recovery_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRecovery */ .x)(recovery), ...recovery.dataCommands] : []),
        ...(error
            ? ['', `Unchanged: ${error.unchanged}`, `Next: ${error.next}`, `Code: ${error.code} (exit ${error.exitCode})`]
            : [])
    ];
    return `${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleText */ .Q)(lines.join('\n'))}\n`;
}
function errorsFirst(problems) {
    return problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
}
const most = 20;
function shortened(lines) {
    return lines.length > most ? [...lines.slice(0, most), `${lines.length - most} more in the report (--json)`] : lines;
}
function telling({ message, fix }) {
    return `${message} ${fix}`;
}
function finding({ title, source, phase, certainty, evidence, meaning, next }, index) {
    // A flag is its own evidence.
    const shown = source.startsWith(evidence) ? [] : evidence.split('\n').filter((line) => line.trim() !== '');
    return [
        `${index + 1}. ${title} (${[source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')})`,
        ...shown.slice(0, 8).map((line) => `   | ${line}`),
        `   ${meaning}`,
        `   next: ${next}`
    ];
}
function steps({ steps: list }) {
    const marks = { done: '✓', skipped: '-', failed: '✗' };
    return section('Steps', list.map(({ step, outcome, seconds, note }) => `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : (0,_render_seconds_js__WEBPACK_IMPORTED_MODULE_8__/* .renderSeconds */ .e)(seconds)).padStart(8)}  ${inShort(note, outcome)}`));
}
// A failure is told in full above and below.
function inShort(note, outcome) {
    const line = note.split('\n')[0] ?? '';
    return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line;
}
function section(title, lines) {
    return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}


/***/ }),

/***/ 3289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ describeBackup)
/* harmony export */ });
/** Where the dumps and copies of a backup lie, and how to check them again: one line each. Empty where there is none. */
function describeBackup(backup) {
    if (backup === null)
        return [];
    const { dumps, downloadedTo, extras, manifest } = backup;
    // `location` names the file on the server wherever there is one.
    const onServer = backup.location !== downloadedTo;
    return [
        ...dumps.flatMap(({ location, sha256 }) => [
            `${location}${onServer ? ' (on the server)' : ''}`,
            `sha256 ${sha256}`
        ]),
        ...(onServer && downloadedTo !== null ? [`${downloadedTo} (on this machine)`] : []),
        ...extras.map(({ kind, location }) => `${kind}: ${location}`),
        ...(downloadedTo !== null && manifest !== null
            ? [`To check it again: magento-cloud-upgrade backup verify ${manifest}`]
            : [])
    ];
}


/***/ }),

/***/ 915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describePhases)
/* harmony export */ });
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(568);

/** How long each phase of a deployment took, `build 1m 20s, deploy 2m`; '' where none is known. */
function describePhases(deployment) {
    return (deployment?.phases ?? []).map(({ name, seconds }) => `${name} ${(0,_seconds_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSeconds */ .e)(seconds)}`).join(', ');
}


/***/ }),

/***/ 1900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeRecovery)
/* harmony export */ });
const outcomes = {
    reverted: 'The upgrade was taken back',
    failed: 'The upgrade could not be taken back',
    refused: 'Nothing was taken back'
};
const databases = {
    no: 'The database was not changed by the upgrade.',
    maybe: 'The upgrade may have changed the database, so that it is ahead of the code.',
    yes: 'The upgrade changed the database: it is ahead of the code.'
};
/** What was done to bring an environment back, in one or two sentences. */
function describeRecovery({ outcome, reason, version, commit, databaseAhead }) {
    const what = outcome === 'reverted' ? `${outcomes.reverted} to ${version}` : outcomes[outcome];
    const by = commit === null ? '' : ` (commit ${commit.slice(0, 12)})`;
    return `${what}${by}: ${reason.replace(/\.$/, '')}. ${databases[databaseAhead]}`;
}


/***/ }),

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   T: () => (/* binding */ deploymentReasons)
/* harmony export */ });
/** The verdict of a run in one sentence. */
function headline(report) {
    const { verdict, plan, verification, environment, error } = report;
    const versions = plan ? ` from ${plan.fromVersion} to ${plan.toVersion}` : '';
    const where = environment ?? 'the environment';
    switch (verdict) {
        case 'upgraded':
            return `Upgraded ${where}${versions}; ${verification?.installedVersion ?? plan?.toVersion ?? ''} runs and is healthy.`;
        case 'up-to-date':
            return `${plan?.fromVersion ?? 'The version that runs'} is what the target asks for: nothing to do.`;
        case 'held-back':
            return `${plan?.fromVersion ?? 'The version that runs'} stays, although ${plan?.heldBack?.version ?? 'a newer release'} is out: something blocks it.`;
        case 'planned':
            return `Planned the upgrade${versions}; nothing was changed.`;
        case 'committed':
            return `Committed the upgrade${versions}; nothing was pushed.`;
        case 'pushed':
            return `Pushed the upgrade${versions}.`;
        case 'backed-up':
            return `Backed up ${where}.`;
        case 'restored':
            return `Restored the backup into ${where}.`;
        case 'verified':
            return `${where} runs ${verification?.installedVersion ?? 'the expected version'} and is healthy.`;
        case 'diagnosed':
            return report.findings.length > 0
                ? `Found ${report.findings.length} ${report.findings.length === 1 ? 'thing' : 'things'} to look at on ${where}.`
                : `Found nothing wrong in the logs of ${where}.`;
        case 'failed':
            return `Failed: ${withoutReasons(error?.message ?? 'for an unknown reason', report)}`;
    }
}
/** Why a deployment did not go well, one sentence each; none where it did. */
function deploymentReasons({ deployment }) {
    const told = deployment && deployment.verdict !== 'succeeded' && deployment.verdict !== 'skipped';
    return told ? deployment.reasons : [];
}
// They stand below, one on a line.
function withoutReasons(message, report) {
    return message.replace(deploymentReasons(report)
        .map((reason) => ` ${reason}`)
        .join(''), '');
}


/***/ }),

/***/ 3735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ otherWarnings)
/* harmony export */ });
/** The warnings that are neither among the problems nor told with the plan. */
function otherWarnings({ error, warnings, plan }) {
    // A plan tells its own with their levels.
    const told = new Set([...(error?.problems ?? []), ...(plan?.notes ?? [])].map(({ message }) => message));
    return warnings.filter(({ message }) => !told.has(message));
}


/***/ }),

/***/ 3955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ groupChanges),
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
const kinds = [
    ['up', 'up'],
    ['down', 'down'],
    ['added', 'added'],
    ['removed', 'removed'],
    ['same-version', 'with another archive']
];
/** The package changes by kind; kinds without any are left out. */
function groupChanges({ packageChanges }) {
    const groups = kinds.map(([kind, words]) => ({
        words,
        changes: packageChanges.filter(({ change }) => change === kind)
    }));
    return groups.filter(({ changes }) => changes.length > 0);
}
/** How many packages change, by kind, in words: `52 up, 1 added, 1 removed`. */
function countChanges(plan) {
    return (groupChanges(plan)
        .map(({ changes, words }) => `${changes.length} ${words}`)
        .join(', ') || 'none');
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ notesOf),
/* harmony export */   t: () => (/* binding */ groupNotes)
/* harmony export */ });
const titles = { before: 'Must be done before', look: 'Look at it', information: 'For information' };
/** The notes of a plan by their levels; levels without any are left out. */
function groupNotes(notes) {
    return Object.entries(titles)
        .map(([level, title]) => ({ title, notes: notes.filter((note) => note.level === level) }))
        .filter(({ notes: found }) => found.length > 0);
}
/** The notes of a report's plan that its error does not tell already. */
function notesOf({ plan, error }) {
    const told = new Set(error?.problems.map(({ message }) => message));
    return (plan?.notes ?? []).filter(({ message }) => !told.has(message));
}


/***/ }),

/***/ 568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ renderSeconds)
});

;// CONCATENATED MODULE: ./node_modules/parse-ms/index.js
const toZeroIfInfinity = value => Number.isFinite(value) ? value : 0;

function parseNumber(milliseconds) {
	return {
		days: Math.trunc(milliseconds / 86_400_000),
		hours: Math.trunc(milliseconds / 3_600_000 % 24),
		minutes: Math.trunc(milliseconds / 60_000 % 60),
		seconds: Math.trunc(milliseconds / 1000 % 60),
		milliseconds: Math.trunc(milliseconds % 1000),
		microseconds: Math.trunc(toZeroIfInfinity(milliseconds * 1000) % 1000),
		nanoseconds: Math.trunc(toZeroIfInfinity(milliseconds * 1e6) % 1000),
	};
}

function parseBigint(milliseconds) {
	return {
		days: milliseconds / 86_400_000n,
		hours: milliseconds / 3_600_000n % 24n,
		minutes: milliseconds / 60_000n % 60n,
		seconds: milliseconds / 1000n % 60n,
		milliseconds: milliseconds % 1000n,
		microseconds: 0n,
		nanoseconds: 0n,
	};
}

function parseMilliseconds(milliseconds) {
	switch (typeof milliseconds) {
		case 'number': {
			if (Number.isFinite(milliseconds)) {
				return parseNumber(milliseconds);
			}

			break;
		}

		case 'bigint': {
			return parseBigint(milliseconds);
		}

		// No default
	}

	throw new TypeError('Expected a finite number or bigint');
}

;// CONCATENATED MODULE: ./node_modules/pretty-ms/index.js


const isZero = value => value === 0 || value === 0n;
const pluralize = (word, count) => (count === 1 || count === 1n) ? word : `${word}s`;

const SECOND_ROUNDING_EPSILON = 0.000_000_1;
const ONE_DAY_IN_MILLISECONDS = 24n * 60n * 60n * 1000n;

function prettyMilliseconds(milliseconds, options) {
	const isBigInt = typeof milliseconds === 'bigint';
	if (!isBigInt && !Number.isFinite(milliseconds)) {
		throw new TypeError('Expected a finite number or bigint');
	}

	options = {...options};

	const sign = milliseconds < 0 ? '-' : '';
	milliseconds = milliseconds < 0 ? -milliseconds : milliseconds; // Cannot use `Math.abs()` because of BigInt support.

	if (options.colonNotation) {
		options.compact = false;
		options.formatSubMilliseconds = false;
		options.separateMilliseconds = false;
		options.verbose = false;
	}

	if (options.compact) {
		options.unitCount = 1;
		options.secondsDecimalDigits = 0;
		options.millisecondsDecimalDigits = 0;
	}

	let result = [];

	const floorDecimals = (value, decimalDigits) => {
		const flooredInterimValue = Math.floor((value * (10 ** decimalDigits)) + SECOND_ROUNDING_EPSILON);
		const flooredValue = Math.round(flooredInterimValue) / (10 ** decimalDigits);
		return flooredValue.toFixed(decimalDigits);
	};

	const add = (value, long, short, valueString) => {
		if (
			(result.length === 0 || !options.colonNotation)
			&& isZero(value)
			&& !(options.colonNotation && short === 'm')) {
			return;
		}

		valueString ??= String(value);
		if (options.colonNotation) {
			const wholeDigits = valueString.includes('.') ? valueString.split('.')[0].length : valueString.length;
			const minLength = result.length > 0 ? 2 : 1;
			valueString = '0'.repeat(Math.max(0, minLength - wholeDigits)) + valueString;
		} else {
			valueString += options.verbose ? ' ' + pluralize(long, value) : short;
		}

		result.push(valueString);
	};

	const parsed = parseMilliseconds(milliseconds);
	const days = BigInt(parsed.days);

	if (options.hideYearAndDays) {
		add((BigInt(days) * 24n) + BigInt(parsed.hours), 'hour', 'h');
	} else {
		if (options.hideYear) {
			add(days, 'day', 'd');
		} else {
			add(days / 365n, 'year', 'y');
			add(days % 365n, 'day', 'd');
		}

		add(Number(parsed.hours), 'hour', 'h');
	}

	add(Number(parsed.minutes), 'minute', 'm');

	if (!options.hideSeconds) {
		if (
			options.separateMilliseconds
			|| options.formatSubMilliseconds
			|| (!options.colonNotation && milliseconds < 1000 && !options.subSecondsAsDecimals)
		) {
			const seconds = Number(parsed.seconds);
			const milliseconds = Number(parsed.milliseconds);
			const microseconds = Number(parsed.microseconds);
			const nanoseconds = Number(parsed.nanoseconds);

			add(seconds, 'second', 's');

			if (options.formatSubMilliseconds) {
				add(milliseconds, 'millisecond', 'ms');
				add(microseconds, 'microsecond', 'µs');
				add(nanoseconds, 'nanosecond', 'ns');
			} else {
				const millisecondsAndBelow
					= milliseconds
					+ (microseconds / 1000)
					+ (nanoseconds / 1e6);

				const millisecondsDecimalDigits
					= typeof options.millisecondsDecimalDigits === 'number'
						? options.millisecondsDecimalDigits
						: 0;

				const roundedMilliseconds = millisecondsAndBelow >= 1
					? Math.round(millisecondsAndBelow)
					: Math.ceil(millisecondsAndBelow);
				const maximumMilliseconds = 1000 - (10 ** -millisecondsDecimalDigits);

				const millisecondsString = millisecondsDecimalDigits
					? Math.min(millisecondsAndBelow, maximumMilliseconds).toFixed(millisecondsDecimalDigits)
					: Math.min(roundedMilliseconds, maximumMilliseconds);

				add(
					Number.parseFloat(millisecondsString),
					'millisecond',
					'ms',
					millisecondsString,
				);
			}
		} else {
			const seconds = (
				(isBigInt ? Number(milliseconds % ONE_DAY_IN_MILLISECONDS) : milliseconds)
				/ 1000
			) % 60;
			const secondsDecimalDigits
				= typeof options.secondsDecimalDigits === 'number'
					? options.secondsDecimalDigits
					: 1;
			const secondsFixed = floorDecimals(seconds, secondsDecimalDigits);
			const secondsString = options.keepDecimalsOnWholeSeconds
				? secondsFixed
				: secondsFixed.replace(/\.0+$/, '');
			add(Number.parseFloat(secondsString), 'second', 's', secondsString);
		}
	}

	if (result.length === 0) {
		return sign + '0' + (options.verbose ? ' milliseconds' : 'ms');
	}

	const separator = options.colonNotation ? ':' : ' ';
	if (typeof options.unitCount === 'number') {
		result = result.slice(0, Math.max(options.unitCount, 1));
	}

	return sign + result.join(separator);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/render/seconds.js

/** A duration for people: `840ms`, `12.3s`, `4m 10s`. */
function renderSeconds(seconds) {
    return prettyMilliseconds(seconds * 1000);
}


/***/ }),

/***/ 7969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ newFacts),
/* harmony export */   Z: () => (/* binding */ composeReport)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(419);
/* harmony import */ var _project_redact_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4482);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9093);



/** Facts before anything is known. */
function newFacts(known) {
    return {
        verdict: 'failed',
        startedAt: new Date().toISOString(),
        project: null,
        environment: null,
        branch: null,
        commit: null,
        liveCommitTag: null,
        plan: null,
        backup: null,
        update: null,
        deployment: null,
        verification: null,
        recovery: null,
        findings: [],
        warnings: [],
        ...known
    };
}
/** The report of a run: its facts, its timetable, how it ended; every text in it without secrets. */
function composeReport(facts, steps, seconds, error, secrets) {
    const redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .createRedact */ .a)(secrets);
    const report = {
        schemaVersion: 1,
        ...facts,
        verdict: error === null ? facts.verdict : 'failed',
        steps: [...steps],
        seconds,
        error: error && describeError(error, redact)
    };
    return JSON.parse(JSON.stringify(report), (_, value) => typeof value === 'string' ? redact(value) : value);
}
// The secrets that are known first: what goes by looks alone may hide a part of one, and leave the rest.
function describeError(error, redact) {
    const { code, exitCode, message, unchanged, next, problems, details } = error;
    return {
        code,
        exitCode,
        message,
        unchanged,
        next,
        problems: [...problems],
        details: details === undefined ? null : (0,_project_redact_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .redactEvidence */ .H)(redact(details))
    };
}


/***/ }),

/***/ 8749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ secretForms)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/secret-forms/html.js
const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const apostrophes = ['&#39;', '&#039;', '&#x27;', '&apos;', "'"];
// The names of U+00A0 to U+00FF, in HTML since 2.0 and 4.0.
const latin = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(' ');
/** `text` as HTML and XML, with the entities that have names. */
function escapeHtml(text) {
    const withLatin = (form) => form.replaceAll(/[\u00A0-\u00FF]/g, (letter) => `&${latin[letter.charCodeAt(0) - 0xa0] ?? ''};`);
    return apostrophes.flatMap((apostrophe) => {
        const form = text.replaceAll(/[&<>"']/g, (sign) => named[sign] ?? apostrophe);
        const numbered = text.replaceAll(/[&<>"']/g, (sign) => (sign === '"' ? '&#34;' : (named[sign] ?? apostrophe)));
        return [form, numbered, withLatin(form)];
    });
}
/** `text` as HTML with numbers for all its characters, for those that are no letters or digits, and for those beyond ASCII. */
function htmlNumbers(text) {
    const letters = [/[^]/gu, /[^A-Za-z0-9]/gu, /[^\u0020-\u007E]/gu];
    const numbers = [
        (letter) => `&#${letter.codePointAt(0) ?? 0};`,
        (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`,
        (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
    ];
    return letters.flatMap((which) => numbers.map((number) => text.replaceAll(which, number)));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secret-forms/json.js
/** `text` in a string of JSON as JavaScript, PHP, Python and Go write it, and in JSON inside of JSON. */
function jsonForms(text) {
    const plain = inJson(text);
    const ascii = plain.replaceAll(/[\u007F-\uFFFF]/g, (letter) => `\\u${code(letter)}`);
    const slashes = [plain, ascii].flatMap((form) => [form, form.replaceAll('/', String.raw `\/`)]);
    const forms = slashes.flatMap((form) => [form, ...hexSigns(form)]);
    return [...forms, ...forms.map(inJson), ...forms.map((form) => inJson(form).replaceAll('/', String.raw `\/`))];
}
/** `text` in a string of JSON, without the quotes around it. */
function inJson(text) {
    return JSON.stringify(text).slice(1, -1);
}
// Signs of HTML: JSON_HEX_TAG and its like of PHP, and what Go always does.
function hexSigns(form) {
    const signs = form
        .replaceAll(/[<>&']/g, (letter) => `\\u${code(letter).toUpperCase()}`)
        .replaceAll(String.raw `\"`, String.raw `\u0022`);
    return [signs, form.replaceAll(/[<>&]/g, (letter) => `\\u${code(letter)}`)];
}
function code(letter) {
    return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secret-forms/quoted.js
/** `text` as shells, PHP, SQL, YAML and CSV quote it, each without the quotes around it. */
function quotedForms(text) {
    const backslash = (signs) => text.replaceAll(signs, String.raw `\$&`);
    return [
        ...shellForms(text),
        backslash(/['\\]/g),
        backslash(/["\\]/g),
        backslash(/["'\\]/g),
        backslash(/["$\\]/g),
        text.replaceAll("'", "''"),
        text.replaceAll('"', '""'),
        // What mysql_real_escape_string escapes.
        escaped(text, /["'\\\n\r\0]/g).replaceAll('\u001A', String.raw `\Z`),
        backslash(/\\/g),
        escaped(text, /["\\\n\r\t]/g),
        escaped(text, /['\\\n\r\t]/g)
    ];
}
const letters = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
    '\0': String.raw `\0`
};
function escaped(text, signs) {
    return text.replaceAll(signs, (sign) => letters[sign] ?? `\\${sign}`);
}
function shellForms(text) {
    const ansi = escaped(text, /['\\\n\r\t]/g);
    return [
        text.replaceAll("'", String.raw `'\''`),
        text.replaceAll("'", `'"'"'`),
        text.replaceAll(/["$\\`]/g, String.raw `\$&`),
        text.replaceAll(/["$\\`!]/g, String.raw `\$&`),
        ansi,
        ansi.replaceAll(/[^\u0020-\u007E]/gu, octal),
        ansi.replaceAll(/[^\u0020-\u007E]/gu, (letter) => [...Buffer.from(letter)].map((byte) => `\\x${byte.toString(16)}`).join('')),
        // printf %q of bash, and that of others, which take more signs to be special. Composer prints `\<` as `<`,
        // and `\>` as `>`.
        text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw `\$&`).replace(/(?<!^)\\[#~]/g, (pair) => pair.slice(1)),
        text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw `\$&`),
        text.replaceAll(/[^\w\u0080-\uFFFF]/g, String.raw `\$&`)
    ].flatMap((form) => [form, form.replaceAll(/\\([<>])/g, '$1')]);
}
function octal(letter) {
    return [...Buffer.from(letter)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secret-forms/url.js
/** `text` in URLs and forms, with capital and small digits, once and twice, and in quoted-printable. */
function urlForms(text) {
    // A lone half of a letter, which encodeURI refuses, comes out as other programs write it.
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replaceAll(/[!'()*]/g, percent);
    const form = new URLSearchParams({ v: text }).toString().slice(2);
    const encoded = [
        component,
        strict,
        strict.replaceAll('~', '%7E'),
        strict.replaceAll('%20', '+').replaceAll('~', '%7E'),
        form,
        encodeURI(wellFormed),
        userInfo(text)
    ];
    const both = encoded.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
    return [...both, ...both.map(encodeURIComponent), quotedPrintable(text)];
}
function percent(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
function userInfo(text) {
    const url = new URL('https://host/');
    url.password = text;
    return url.password;
}
function quotedPrintable(text) {
    const byte = (letter) => [...Buffer.from(letter)].map((one) => `=${one.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    return text.replaceAll(/[^\u0020-\u003C\u003E-\u007E]/gu, byte);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secret-forms.js




const shortest = 6;
// A secret that is one of these would make every text unreadable, and hide nothing that nobody knows.
const words = new Set('access account admin adobe backup branch cloud commerce composer database default deploy deployment develop development environment example github integration localhost magento master password private production project public repository secret server staging token upgrade username version'.split(' '));
/**
 * The forms in which programs write a secret down: as it is, in JSON, HTML, URLs, shells, PHP, SQL and YAML, as
 * hexadecimal digits, and in base64, once and twice, at every alignment. The longest come first; none is shorter than
 * six characters or a common word.
 */
function secretForms(secret) {
    const value = secret.reveal();
    // Programs read and print line by line. The head and the foot of a key are those of all keys.
    const lines = value.split(/\r?\n/).filter((line) => !/^-----(?:BEGIN|END) [A-Z ]+-----$/.test(line));
    const all = [...new Set([value, value.trim(), ...lines])].flatMap(formsOf);
    const kept = new Set(all.map((form) => form.trim()).filter((form) => form.length >= shortest && !words.has(form.toLowerCase())));
    return [...kept].sort((a, b) => b.length - a.length);
}
function formsOf(value) {
    const written = [value, ...jsonForms(value), ...quotedForms(value), ...urlForms(value), ...escapeHtml(value)];
    // Programs write to logs, and logs are JSON.
    const texts = new Set([...written, ...written.map(inJson)]);
    const once = [...new Set(written)].flatMap(base64Cores);
    const twice = base64Cores(value).flatMap(base64Cores);
    const whole = [Buffer.from(value).toString('base64'), Buffer.from(value).toString('base64url')];
    return [
        ...texts,
        ...htmlNumbers(value),
        ...hexForms(value),
        ...hexForms(value).map(inJson),
        ...whole,
        ...once,
        ...twice
    ];
}
// Of each of the three alignments the characters that depend on nothing that stands before or behind.
function base64Cores(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        const core = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
        return [
            core,
            core.replaceAll('+', '-').replaceAll('/', '_'),
            core.replaceAll('/', String.raw `\/`),
            core.replaceAll('+', '%2B').replaceAll('/', '%2F'),
            core.replaceAll('+', '%2b').replaceAll('/', '%2f')
        ];
    });
}
function hexForms(text) {
    const bytes = [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));
    const joined = [...[':', ' ', '-', ', '].map((sign) => bytes.join(sign)), bytes.join('')];
    const marked = [
        ...['\\x', '%', '=', '\\u00'].map((sign) => sign + bytes.join(sign)),
        bytes.map((byte) => `0x${byte}`).join(', ')
    ];
    return [...joined, ...marked].flatMap((form) => [form, form.replaceAll(/[a-f]/g, (letter) => letter.toUpperCase())]);
}


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/** A value that never shows itself: printing, JSON and inspection give `***`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The clear text, for the one child process or file that needs it. */
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '***';
    }
}


/***/ }),

/***/ 3764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/* harmony import */ var _unexpected_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3708);

// Both borders, the command line and the action, are stopped in the same way.
/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, with its name as the reason; the second one ends at once. What
 * is thrown where nobody catches it stops the run in the same good order, with the error as the reason: Node would
 * print it as it is. `redact` takes the secrets out of what is printed then.
 */
function stopOnSignals(redact = (text) => text) {
    const controller = new AbortController();
    for (const [name, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143]
    ]) {
        process.on(name, () => {
            if (controller.signal.aborted)
                process.exit(code);
            process.stderr.write('\nStopping; once more stops at once.\n');
            controller.abort(name);
        });
    }
    process.on('uncaughtException', (thrown) => {
        // Whoever read our output is gone, which is no reason to leave an upgrade half-way.
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE')
            return;
        const error = (0,_unexpected_error_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpectedError */ .W)(thrown);
        process.stderr.write(`${redact(error.message)}\n`);
        if (controller.signal.aborted)
            process.exit(error.exitCode);
        process.exitCode = error.exitCode;
        controller.abort(error);
    });
    return controller.signal;
}


/***/ }),

/***/ 3708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unexpectedError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(419);

/**
 * Whatever was thrown, as a failure that can be told: an UpgradeError stays what it is, anything else is a bug of ours
 * and becomes an `internal-error`, with its stack as details. The text is not redacted yet.
 */
function unexpectedError(thrown, facts) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .f)
        return thrown;
    const pushed = facts?.verdict === 'pushed' && facts.commit !== null;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .f('internal-error', {
        message: `A bug of this program ended the run: ${textOf(thrown)}`,
        unchanged: pushed
            ? `The commit ${facts.commit ?? ''} had been pushed already; its deployment goes on without us.`
            : 'The steps of the report say what was done before; see there before you rely on anything.',
        next: pushed
            ? 'Run the same command again: it follows the deployment.'
            : 'Run the same command again; if it ends like this once more, report it with the details, which hold no secrets of the options.',
        details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : textOf(thrown)
    });
}
function textOf(thrown) {
    const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return text.split('\n')[0] ?? '';
}


/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

// Titles of windows and links, with blanks in them, too.
// eslint-disable-next-line no-control-regex
const commands = /(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)/g;
/**
 * Text without terminal escapes, links, control characters (C0 and C1) and characters that hide or reorder others;
 * lines stay. The one way in which foreign text comes to a terminal, a log of Actions or a summary.
 */
function visibleText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(commands, ''))
        .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
        .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '');
}


/***/ }),

/***/ 8179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ InvalidArgumentError),
/* harmony export */   b7: () => (/* binding */ CommanderError),
/* harmony export */   c$: () => (/* binding */ Option),
/* harmony export */   uB: () => (/* binding */ Command)
/* harmony export */ });
/* unused harmony exports program, createCommand, createArgument, createOption, InvalidOptionArgumentError, Argument, Help */
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8909);


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = _index_js__WEBPACK_IMPORTED_MODULE_0__;


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
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
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
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(514);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

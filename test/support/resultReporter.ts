/** Mocha's reporter of this project: dots and failures to read now, JSON for the summary of `npm test`. */
import Mocha from 'mocha';

class ResultReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    // Writes the file named by `--reporter-option output=…`.
    new Mocha.reporters.JSON(runner, options);
  }
}

// The one default export: mocha takes a reporter from nowhere else.
export default ResultReporter;

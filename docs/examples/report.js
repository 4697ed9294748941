// Prints how far along a plan is on a day, from Node, as `tiendo report` does.
//
//   node report.js ADDON PLAN OBSERVATIONS DATE
//
// ADDON is what report_addon.c is compiled to.

'use strict';

const path = require('node:path');

function main([addon, ...inputs]) {
  if (inputs.length !== 3) {
    process.stderr.write('usage: report.js ADDON PLAN OBSERVATIONS DATE\n');
    return 2;
  }
  try {
    process.stdout.write(require(path.resolve(addon)).report(...inputs));
  } catch (problem) {
    process.stderr.write(`${problem.message}\n`);
    return 1;
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));

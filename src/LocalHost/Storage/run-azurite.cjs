// Runs Azurite for as long as our parent lives: node run-azurite.cjs <azurite.js> <arguments>
const [, , script, ...args] = process.argv;
const flushWithin = 9_000;

// Ctrl-C in a terminal reaches us together with our parent, which still needs the storage to finish its work.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? this : once.call(this, event, listener);
};
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

// The pipe ends when the parent closes it and also when the parent is killed.
process.stdin.resume();
process.stdin.on("end", () => {
  setTimeout(() => process.exit(1), flushWithin).unref();
  if (!process.emit("SIGTERM", "SIGTERM")) {
    process.exit(0);
  }
});

process.argv = [process.argv[0], script, ...args];
require(script);

// Builds the portal into target/classes/portal, from which Maven makes the jar. What has not changed
// since the last time is not done again, so that an incremental build costs next to nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'target');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`The portal is built with Node 20.19 or newer; this is ${process.version}.`);
}

const lock = hash(['package-lock.json']);
const installed = join(root, 'node_modules', '.built-from');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  await run('npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
  writeFileSync(installed, lock);
}

const sources = hash([
  'package.json',
  'package-lock.json',
  'index.html',
  'tsconfig.json',
  'vite.config.ts',
  '.oxlintrc.json',
  '../contracts/openapi.json',
  ...files('build'),
  ...files('src'),
]);
const built = join(target, 'portal.built-from');
const page = join(target, 'classes', 'portal', 'index.html');
if (existsSync(page) && existsSync(built) && readFileSync(built, 'utf8') === sources) {
  process.exit();
}

mkdirSync(target, { recursive: true });
await (await import('./types.mjs')).writeTypes(root);
await Promise.all([
  node('typescript/bin/tsc'),
  node('oxlint/bin/oxlint', '--deny-warnings', 'src', 'build', 'stories'),
  import('./bundle.mjs').then(({ bundle }) => bundle(root)),
]);
writeFileSync(built, sources);

/** What these files hold, in short. */
function hash(names) {
  const all = createHash('sha256').update(process.version);
  for (const name of names) {
    all.update(name).update('\0').update(readFileSync(join(root, name))).update('\0');
  }
  return all.digest('hex');
}

/** All files below a folder, by their names from here. */
function files(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

function node(script, ...args) {
  return run(process.execPath, join(root, 'node_modules', script), ...args);
}

function run(command, ...args) {
  return new Promise((done) => {
    spawn(command, args, { cwd: root, stdio: 'inherit' })
      .on('error', (error) => fail(`${command} cannot be run: ${error.message}`))
      .on('exit', (code) => (code === 0 ? done() : fail(`${command} ${args.join(' ')} failed.`)));
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

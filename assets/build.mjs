// Builds what the browser gets: assets/styles and assets/scripts into alongside/design/static/dist.
// A file whose name begins with an underscore is only there to be imported by others.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules')
const finished = join(root, 'alongside', 'design', 'static', 'dist')
// Built beside the finished folder and swapped in whole: a page asked for meanwhile still finds its styles.
const building = `${finished}.new`

const sources = (folder, extension) => {
  const path = join(root, 'assets', folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => extname(name) === extension && !name.startsWith('_'))
    .map((name) => join(path, name))
}

// `all-parts`, imported by app.scss and app.js, stands for every file in parts/: who adds one need not list it.
const parts = (folder, extension, line) =>
  sources(join(folder, 'parts'), extension).sort().map(line).join('\n')

const styleParts = {
  canonicalize: (url) => (url === 'all-parts' ? new URL('parts:all') : null),
  load: () => ({ contents: parts('styles', '.scss', (path) => `@use "${pathToFileURL(path)}";`), syntax: 'scss' }),
}

const scriptParts = {
  name: 'all-parts',
  setup: (build) => {
    build.onResolve({ filter: /^all-parts$/ }, () => ({ path: 'all-parts', namespace: 'parts' }))
    build.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({
      contents: parts('scripts', '.js', (path) => `import ${JSON.stringify(path)}`),
      resolveDir: root,
    }))
  },
}

const buildStyles = () => {
  for (const source of sources('styles', '.scss')) {
    const { css } = sass.compile(source, {
      style: 'compressed',
      loadPaths: [packages, join(root, 'assets', 'styles')],
      importers: [styleParts],
      quietDeps: true,
    })
    writeFileSync(join(building, `${basename(source, '.scss')}.css`), css)
  }
}

const buildScripts = () =>
  esbuild.build({
    entryPoints: sources('scripts', '.js'),
    outdir: building,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020'],
    nodePaths: [packages],
    plugins: [scriptParts],
    legalComments: 'none',
    logLevel: 'warning',
  })

// Only Western and Central European letters of the upright face: italics are not used, and other scripts fall back.
const copyFonts = () => {
  const typeface = join(packages, '@fontsource-variable', 'atkinson-hyperlegible-next')
  mkdirSync(join(building, 'fonts'))
  copyFileSync(join(typeface, 'LICENSE'), join(building, 'fonts', 'LICENSE'))
  for (const letters of ['latin', 'latin-ext']) {
    const name = `atkinson-hyperlegible-next-${letters}-wght-normal.woff2`
    copyFileSync(join(typeface, 'files', name), join(building, 'fonts', name))
  }
}

// Paper has no browser to find letters for it: the typeface and the scripts that names in England are written in.
const copyPaperFonts = () => {
  const paper = join(root, 'alongside', 'design', 'paper-fonts')
  rmSync(paper, { recursive: true, force: true })
  mkdirSync(paper, { recursive: true })
  const families = join(packages, '@expo-google-fonts')
  for (const family of readdirSync(families)) {
    for (const weight of ['400Regular', '700Bold']) {
      const folder = join(families, family, weight)
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.ttf'))) {
        copyFileSync(join(folder, name), join(paper, name))
      }
    }
  }
}

rmSync(building, { recursive: true, force: true })
mkdirSync(building, { recursive: true })
buildStyles()
await buildScripts()
copyFonts()
copyPaperFonts()
rmSync(finished, { recursive: true, force: true })
renameSync(building, finished)

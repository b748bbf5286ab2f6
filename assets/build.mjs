// Builds what the browser gets: assets/styles and assets/scripts into alongside/design/static/dist.
// A file whose name begins with an underscore is only there to be imported by others.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

const buildStyles = () => {
  for (const source of sources('styles', '.scss')) {
    const { css } = sass.compile(source, { style: 'compressed', loadPaths: [packages], quietDeps: true })
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
    legalComments: 'none',
    logLevel: 'warning',
  })

rmSync(building, { recursive: true, force: true })
mkdirSync(building, { recursive: true })
buildStyles()
await buildScripts()
copyFileSync(join(packages, 'htmx.org', 'dist', 'htmx.min.js'), join(building, 'htmx.min.js'))
rmSync(finished, { recursive: true, force: true })
renameSync(building, finished)

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.TONGDIAN_URL ?? 'http://127.0.0.1:3000'
const web = join(import.meta.dirname, 'web')

/** Two pages from one source tree: the customer's portal and the staff desk. `npx vite` in development asks a server at port 3000. */
export default defineConfig({
  root: web,
  publicDir: join(web, 'public'),
  plugins: [react()],
  // web/api/ holds sources: only the server's own paths go to it.
  server: { proxy: { '^/api/(v1|auth|test|health)': { target: server, changeOrigin: true, headers: { origin: server } } } },
  // The map's worker is a module.
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The server's policy allows no inlined font or script; pictures of a few hundred bytes may stay inside the style sheet.
    assetsInlineLimit: 1024,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: {
      // Our own pure code does nothing by being loaded: what a page does not use of it (such as zod through the kernel) stays out.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(kernel|casefile|journey|platform)\//.test(id) },
      input: { portal: join(web, 'index.html'), desk: join(web, 'desk.html') },
    },
  },
})

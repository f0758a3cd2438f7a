import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

type Renderer = typeof import('../../src/pages/render.tsx');
type Page = Awaited<ReturnType<Renderer['renderPage']>>;

/** Puts one rendered page into the template, with the built assets' addresses made relative to it. */
export function fillTemplate(template: string, { head, body, root }: Page): string {
  return template
    .replace('data-root="./"', `data-root="${root}"`)
    .replaceAll(/(href|src)="\.\//g, `$1="${root}`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => body);
}

/** Serves every page rendered afresh in `npm run dev`; the gallery is at /tests/gallery/index.html. */
export function devPages(): Plugin {
  return {
    name: 'pages',
    apply: 'serve',
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.originalUrl ?? '/', 'http://localhost').pathname.slice(1);
          void (async () => {
            const { sitePages, renderPage, renderNotFound, searchIndex, voteQuestions } =
              (await server.ssrLoadModule('/src/pages/render.tsx')) as Renderer;
            const data = { 'search.json': searchIndex, 'questions.json': voteQuestions }[path];
            if (data) {
              response.setHeader('Content-Type', 'application/json').end(await data());
              return;
            }
            const page = sitePages.find((candidate) => candidate.path === path);
            if (!page && request.url?.startsWith('/tests/')) {
              next();
              return;
            }
            if (!page) {
              response.writeHead(404, { 'Content-Type': 'text/html' }).end(renderNotFound());
              return;
            }
            const template = await readFile(new URL('../../index.html', import.meta.url), 'utf8');
            const html = fillTemplate(template, await renderPage(page));
            response
              .setHeader('Content-Type', 'text/html')
              .end(await server.transformIndexHtml(`/${path}`, html));
          })().catch(next);
        });
      };
    },
  };
}

"""Serves the folder `site` to this computer alone, with Python's standard library. Ctrl+C stops it."""

import os
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

site = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'site')


class Handler(SimpleHTTPRequestHandler):
    # Windows may have others in its registry.
    extensions_map = {
        '': 'application/octet-stream',
        '.html': 'text/html; charset=utf-8',
        '.js': 'text/javascript; charset=utf-8',
        '.css': 'text/css; charset=utf-8',
        '.json': 'application/json',
        '.svg': 'image/svg+xml',
        '.png': 'image/png',
        '.jpg': 'image/jpeg',
        '.woff2': 'font/woff2',
        '.wasm': 'application/wasm',
        '.zip': 'application/zip',
    }

    def end_headers(self):
        self.send_header('Cache-Control', 'no-cache')
        # With these a page may compute on several threads.
        self.send_header('Cross-Origin-Opener-Policy', 'same-origin')
        self.send_header('Cross-Origin-Embedder-Policy', 'require-corp')
        self.send_header('Cross-Origin-Resource-Policy', 'cross-origin')
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            super().send_error(code, message, explain)
            return
        with open(os.path.join(site, '404.html'), 'rb') as page:
            content = page.read()
        self.send_response(404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(content)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """The browser has left; the next request goes on."""


def open_server():
    first = int(os.environ.get('PORT', '4173'))
    for port in [first, *range(first + 1, first + 10)] if first else [0]:
        try:
            return Server(('127.0.0.1', port), partial(Handler, directory=site))
        except OSError as error:
            problem = error
    raise SystemExit(f'No port is free: {problem}')


server = open_server()
url = f'http://localhost:{server.server_address[1]}/'
print(f'The chapter is at {url}\nKeep this window open while you read; close it to stop.', flush=True)
if 'NO_BROWSER' not in os.environ:
    webbrowser.open(url)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass

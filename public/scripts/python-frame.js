/*
 * The script of the frame in which readers' Python runs (src/exercises/sandbox/openSandbox.ts). The frame has no origin and no
 * network; it makes a worker from the bytes that the page hands it, and another where the page asks for one. Messages are in
 * src/contract/pythonFrame.ts.
 */
(function () {
  /** The port to the page. */
  let page;
  let script = '';
  let python;
  let files;
  let worker;
  /** A worker has spoken: what is refused afterwards is what a program tried. */
  let works = false;

  // From now on nothing more is loaded, by the worker neither: it inherits what this document may do.
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "script-src 'wasm-unsafe-eval'; worker-src blob:";
  document.head.append(policy);

  document.addEventListener('securitypolicyviolation', function (violation) {
    if (works || violation.disposition !== 'enforce') return;
    refuse('the security policy forbids it', violation.effectiveDirective);
  });

  addEventListener('message', function hear(message) {
    if (message.source !== parent || !message.ports[0]) return;
    removeEventListener('message', hear);
    page = message.ports[0];
    probe();
    page.onmessage = function (asked) {
      const command = asked.data;
      if (command.type === 'load') load(command.parts, command.worker);
      else if (command.type === 'restart') {
        start(command.worker);
        page.postMessage({ type: 'restarted', worker: command.worker });
      }
      else worker.postMessage(command.command, command.transfer);
    };
  });
  parent.postMessage('python frame', '*');

  /** Tries with nothing what Python will need, before its megabytes are fetched. */
  function probe() {
    let trial;
    try {
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (error) {
      refuse(String(error), 'script-src');
      return;
    }
    try {
      trial = new Worker(URL.createObjectURL(new Blob(['postMessage(0)'])));
    } catch (error) {
      refuse(String(error), 'worker-src');
      return;
    }
    trial.onmessage = function () {
      trial.terminate();
      page.postMessage({ type: 'able' });
    };
    trial.onerror = function (error) {
      error.preventDefault();
      refuse('a worker could not be started', 'worker-src');
    };
  }

  async function load(parts, number) {
    try {
      python = await WebAssembly.compile(parts.python);
    } catch (error) {
      refuse(String(error), 'script-src');
      return;
    }
    files = parts.files;
    script = URL.createObjectURL(new Blob(parts.scripts, { type: 'text/javascript' }));
    start(number);
  }

  function start(number) {
    if (worker) {
      worker.onmessage = worker.onerror = null;
      worker.terminate();
    }
    try {
      worker = new Worker(script, { name: 'python' });
    } catch (error) {
      refuse(String(error));
      return;
    }
    worker.onmessage = function (message) {
      works = true;
      page.postMessage({ type: 'event', worker: number, event: message.data });
    };
    worker.onerror = function (error) {
      error.preventDefault();
      page.postMessage({ type: 'died', worker: number, why: error.message || '' });
    };
    worker.postMessage({ type: 'start', python: python, files: files });
  }

  function refuse(why, directive) {
    if (page) page.postMessage({ type: 'refused', why: why, directive: directive });
  }
})();

/** A colour means one thing everywhere: these wrap a term of an equation in its class. */
const macros = {
  '\\plain': '\\htmlClass{c-plain}{#1}',
  '\\residual': '\\htmlClass{c-residual}{#1}',
  '\\shortcut': '\\htmlClass{c-shortcut}{#1}',
  '\\branch': '\\htmlClass{c-branch}{#1}',
};

/** How every equation of the chapter is set, at build time. */
export const katexOptions = {
  macros,
  strict: false,
  trust: ({ command }: { command: string }) => command === '\\htmlClass',
};

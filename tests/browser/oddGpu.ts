/** Put before the worker's own script: software that passes for a GPU on WebGL. */
export const passingGpu = `{
  const context = WebGL2RenderingContext.prototype;
  const { getParameter } = context;
  const rendererName = 0x9246;
  context.getParameter = function (name) {
    return name === rendererName ? 'A GPU' : getParameter.call(this, name);
  };
}
`;

/** The same, slow, and its compiler takes no shader of TensorFlow.js. */
export const refusingGpu = `${passingGpu}{
  const context = WebGL2RenderingContext.prototype;
  const { shaderSource } = context;
  context.shaderSource = function (shader, source) {
    shaderSource.call(this, shader, source.includes('setOutput') ? 'no shader' : source);
  };
}
`;

/** Put before the worker's own script: a slow GPU whose compiler takes no shader of TensorFlow.js. */
export const refusingGpu = `{
  const context = WebGL2RenderingContext.prototype;
  const { getParameter, shaderSource } = context;
  const rendererName = 0x9246;
  context.getParameter = function (name) {
    return name === rendererName ? 'A GPU' : getParameter.call(this, name);
  };
  context.shaderSource = function (shader, source) {
    shaderSource.call(this, shader, source.includes('setOutput') ? 'no shader' : source);
  };
}
`;

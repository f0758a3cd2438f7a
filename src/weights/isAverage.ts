/** Whether this is what scripts call weights that are averaged over training, such as `model_ema`. */
export function isAverage(name: string): boolean {
  return /(^|[._])(ema|swa|average|averaged|teacher|shadow)([._]|$)/i.test(name);
}

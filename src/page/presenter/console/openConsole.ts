/** x */
export function openConsole(_element: HTMLElement): void {}

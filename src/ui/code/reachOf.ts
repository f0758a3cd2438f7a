/** Why other devices cannot open an address, in a sentence; empty where they can. */
export function reachOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return 'Only this computer can open this address: it is a file.';
  if (!/^(localhost|.*\.localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname)) return '';
  return 'Only this computer can open this address. For phones, use its address in your network.';
}

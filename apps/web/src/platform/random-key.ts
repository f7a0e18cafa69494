/** An idempotency key: 32 hexadecimal digits. `crypto.randomUUID` is younger than the oldest browser we support. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

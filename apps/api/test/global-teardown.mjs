/** Ends what the set-up started; jest runs both in the same process. */
export default async function globalTeardown() {
  await globalThis.hengTestServer?.stop();
}

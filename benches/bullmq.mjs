// What `benches/bullmq.rs` measures of BullMQ on Node: node bullmq.mjs PORT QUEUE WHAT N
// The packages are those of the tests, in tests/node. Prints milliseconds.
import { createRequire } from "node:module";

const require = createRequire(new URL("../tests/node/package.json", import.meta.url));
const { Queue, Worker } = require("bullmq");
const [port, name, what, count] = process.argv.slice(2);
const n = Number(count);
const connection = { host: "127.0.0.1", port: Number(port), maxRetriesPerRequest: null };
const queue = new Queue(name, { connection });
await queue.waitUntilReady();
const data = { to: "team", n: 1 };

if (what === "one") {
  await queue.add("mail", data);
} else if (what === "bulk") {
  const began = performance.now();
  for (let at = 0; at < n; at += 1000) {
    const size = Math.min(1000, n - at);
    await queue.addBulk(Array.from({ length: size }, () => ({ name: "mail", data })));
  }
  console.log(performance.now() - began);
} else if (what === "work") {
  let left = n;
  const began = performance.now();
  await new Promise((done) => {
    const worker = new Worker(name, async () => { if (--left === 0) done(); return null; }, { connection, concurrency: 50 });
    worker.on("error", (error) => { console.error(error); process.exit(1); });
  });
  console.log(performance.now() - began);
  process.exit(0);
} else if (what === "pickup") {
  let picked;
  const worker = new Worker(name, async () => { picked(performance.now()); return null; }, { connection });
  await worker.waitUntilReady();
  for (let i = 0; i < n; i++) {
    await new Promise((rest) => setTimeout(rest, 5 + ((i * 7) % 11)));
    const began = performance.now();
    const at = new Promise((resolve) => { picked = resolve; });
    await queue.add("mail", data);
    console.log((await at) - began);
  }
  process.exit(0);
}
await queue.close();
process.exit(0);

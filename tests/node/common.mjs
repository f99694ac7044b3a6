// What the scripts share: where Redis is, and how they speak to the tests.
import IORedis from 'ioredis';

export const [queueName, ...rest] = process.argv.slice(2);
export const prefix = process.env.PREFIX;
export const connection = new IORedis(process.env.URL, { maxRetriesPerRequest: null });
export const options = { connection, prefix };

// One JSON document a line.
export function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

export async function leave(...open) {
  for (const one of open) await one.close();
  await connection.quit();
}

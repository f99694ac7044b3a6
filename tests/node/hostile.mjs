// A queue that only Node has written, with all that a stranger may put into it: control and escape
// sequences, bytes that are no text, payloads that are no objects, very long ones, odd ids.
import { Queue, Worker } from 'bullmq';
import { connection, leave, options, prefix, queueName, say } from './common.mjs';

const nasty = '\u001b]0;owned\u0007\u001b[2J\u202egnp.exe\r\n=cmd()|\u0000\u2028é🦀';
const queue = new Queue(queueName, options);
const worker = new Worker(
  queueName,
  async (job) => {
    await job.log(`${nasty} log`);
    await job.updateProgress({ at: nasty });
    if (job.name.startsWith('bad')) throw new Error(`${nasty} went wrong`);
    return nasty;
  },
  { ...options, name: `node \u001b[31mred` },
);
await queue.add(`bad ${nasty}`, { text: nasty }, { jobId: 'bad' });
await queue.add(`good ${nasty}`, nasty, { jobId: 'good' });
for (;;) {
  const counts = await queue.getJobCounts('completed', 'failed');
  if (counts.completed === 1 && counts.failed === 1) break;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await worker.close();
const payloads = [null, true, 7, [1, [2]], 'text', { deep: { deeper: { campaign: nasty } } }, { long: 'x'.repeat(300_000) }];
for (const [n, data] of payloads.entries()) await queue.add('odd', data, { jobId: `odd-${n}` });
await queue.add('named', {}, { jobId: `id \u001b[31m ${'y'.repeat(300)}` });
await queue.upsertJobScheduler(`at \u001b[31m night`, { pattern: '0 3 * * *' }, { name: nasty, data: { nasty } });
// What BullMQ itself would not write.
const key = (id) => Buffer.concat([Buffer.from(`${prefix}:${queueName}:`), id]);
const raw = Buffer.from([0x66, 0xff, 0xfe, 0x6f]);
await connection.hset(key(raw), 'name', raw, 'data', '{not json', 'opts', '[]', 'timestamp', 'soon');
await connection.lpush(`${prefix}:${queueName}:wait`, raw);
const delayed = Buffer.from([0xc3, 0x28]);
await connection.hset(key(delayed), 'name', 'late', 'data', raw, 'timestamp', '5');
await connection.zadd(`${prefix}:${queueName}:delayed`, 4096 * 4102444800000, delayed);
await connection.zadd(`${prefix}:${queueName}:failed`, 5, Buffer.from([0xff]));
await connection.zadd(`${prefix}:${queueName}:repeat`, 4102444800000, Buffer.from([0x72, 0xff]));
say({ written: true });
await leave(queue);

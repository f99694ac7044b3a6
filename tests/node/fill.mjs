// A queue that only Node has written: jobs in every state, paused, with a schedule.
import { FlowProducer, Queue, Worker } from 'bullmq';
import { leave, options, queueName, say } from './common.mjs';

const queue = new Queue(queueName, options);
const worker = new Worker(
  queueName,
  async (job) => {
    await job.log('a line');
    if (job.name === 'bad') throw new Error(`${job.id} went wrong`);
    return { ok: job.id };
  },
  options,
);
for (const n of [1, 2, 3]) await queue.add('good', { n }, { jobId: `good-${n}` });
for (const n of [1, 2]) await queue.add('bad', { n }, { jobId: `bad-${n}` });
for (;;) {
  const counts = await queue.getJobCounts('completed', 'failed');
  if (counts.completed === 3 && counts.failed === 2) break;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await worker.close();
await queue.add('late', {}, { jobId: 'late', delay: 86_400_000 });
await queue.add('urgent', {}, { jobId: 'urgent', priority: 3 });
await queue.addBulk([1, 2, 3].map((n) => ({ name: 'plain', data: { n }, opts: { jobId: `w${n}` } })));
const flows = new FlowProducer(options);
await flows.add({
  name: 'parent',
  queueName,
  data: {},
  opts: { jobId: 'parent' },
  children: [{ name: 'child', queueName: `${queueName}-children`, data: {}, opts: { jobId: 'child' } }],
});
await queue.upsertJobScheduler('nightly', { pattern: '0 3 * * *', tz: 'Europe/Berlin' }, {
  name: 'night',
  data: { sweep: true },
  opts: { attempts: 4, backoff: { type: 'exponential', delay: 1000 } },
});
await queue.pause();
say({ filled: true });
await leave(flows, queue);

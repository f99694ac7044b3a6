// Adds jobs of every kind to a queue and tells their ids.
import { FlowProducer, Queue } from 'bullmq';
import { leave, options, queueName, say } from './common.mjs';

const queue = new Queue(queueName, options);
const flows = new FlowProducer(options);

const plain = await queue.add('plain', { n: 1, text: 'grüß 🦀' });
const named = await queue.add('plain', { n: 2 }, { jobId: 'named' });
const delayed = await queue.add('delayed', { n: 3 }, { delay: 300 });
const prioritized = await queue.add('prioritized', { n: 4 }, { priority: 7 });
const retried = await queue.add('fails-once', { n: 5 }, {
  attempts: 3,
  backoff: { type: 'fixed', delay: 50 },
});
const bulk = await queue.addBulk(
  [...Array(20).keys()].map((n) => ({ name: 'bulk', data: { n }, opts: { removeOnComplete: false } })),
);
await queue.upsertJobScheduler('ticker', { every: 1000 }, {
  name: 'tick',
  data: { from: 'node' },
  opts: { attempts: 2 },
});
const flow = await flows.add({
  name: 'parent',
  queueName,
  data: { n: 6 },
  children: [
    { name: 'child', queueName, data: { n: 7 } },
    { name: 'child', queueName, data: { n: 8 } },
  ],
});

say({
  plain: plain.id,
  named: named.id,
  delayed: delayed.id,
  prioritized: prioritized.id,
  retried: retried.id,
  bulk: bulk.map((job) => job.id),
  parent: flow.job.id,
  children: flow.children.map((child) => child.job.id),
});
await leave(queue, flows);

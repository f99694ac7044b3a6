// Adds jobs of every kind to a queue and tells their ids. With a name and a payload all jobs have
// these, and the parent of the flow is in a queue of its own.
import { FlowProducer, Queue } from 'bullmq';
import { leave, options, queueName, rest, say } from './common.mjs';

const [givenName, givenData] = rest;
const name = (otherwise) => givenName ?? otherwise;
const data = (otherwise) => (givenData ? JSON.parse(givenData) : otherwise);

const queue = new Queue(queueName, options);
const flows = new FlowProducer(options);

const plain = await queue.add(name('plain'), data({ n: 1, text: 'grüß 🦀' }));
const named = await queue.add(name('plain'), data({ n: 2 }), { jobId: 'named' });
const delayed = await queue.add(name('delayed'), data({ n: 3 }), { delay: 300 });
const prioritized = await queue.add(name('prioritized'), data({ n: 4 }), { priority: 7 });
const retried = await queue.add(name('fails-once'), data({ n: 5 }), {
  attempts: 3,
  backoff: { type: 'fixed', delay: 50 },
});
const bulk = await queue.addBulk(
  [...Array(20).keys()].map((n) => ({
    name: name('bulk'),
    data: data({ n }),
    opts: { removeOnComplete: false },
  })),
);
await queue.upsertJobScheduler('ticker', { every: 1000 }, {
  name: name('tick'),
  data: data({ from: 'node' }),
  opts: { attempts: 2 },
});
const flow = await flows.add({
  name: 'parent',
  queueName: givenName ? `${queueName}-parents` : queueName,
  data: { n: 6 },
  children: [
    { name: name('child'), queueName, data: data({ n: 7 }) },
    { name: name('child'), queueName, data: data({ n: 8 }) },
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

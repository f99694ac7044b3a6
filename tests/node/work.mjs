// Works on a queue until its standard input ends, and tells each job that it does.
import { UnrecoverableError, Worker } from 'bullmq';
import { leave, options, queueName, say } from './common.mjs';

const worker = new Worker(
  queueName,
  async (job) => {
    say({ id: job.id, name: job.name, data: job.data, attempt: job.attemptsMade });
    await job.log(`done by node: ${job.name}`);
    await job.updateProgress({ at: 'end' });
    if (job.name === 'fails-once' && job.attemptsMade === 0) throw new Error('not yet');
    if (job.name === 'hopeless') throw new UnrecoverableError('no hope');
    return { by: 'node', data: job.data };
  },
  { ...options, concurrency: 4, name: 'node-worker', stalledInterval: 1000, drainDelay: 1 },
);
worker.on('error', (error) => say({ error: String(error) }));
await worker.waitUntilReady();
say({ ready: true });
process.stdin.resume();
await new Promise((resolve) => process.stdin.on('end', resolve));
await leave(worker);

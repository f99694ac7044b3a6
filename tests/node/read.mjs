// Tells what BullMQ makes of a queue, and of the jobs that are named.
import { Queue } from 'bullmq';
import { leave, options, queueName, rest, say } from './common.mjs';

const queue = new Queue(queueName, options);
const jobs = {};
for (const id of rest) {
  const job = await queue.getJob(id);
  jobs[id] = job && {
    ...job.toJSON(),
    state: await job.getState(),
    logs: (await queue.getJobLogs(id)).logs,
  };
}
say({
  counts: await queue.getJobCounts(),
  paused: await queue.isPaused(),
  workers: (await queue.getWorkers()).map((worker) => worker.rawname),
  schedulers: await queue.getJobSchedulers(),
  jobs,
});
await leave(queue);

// Bull Board over a queue, on a free port, until its standard input ends.
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import { leave, options, queueName, say } from './common.mjs';

const queue = new Queue(queueName, options);
const adapter = new ExpressAdapter();
createBullBoard({ queues: [new BullMQAdapter(queue)], serverAdapter: adapter });
const server = express().use(adapter.getRouter()).listen(0, '127.0.0.1', () => {
  say({ url: `http://127.0.0.1:${server.address().port}` });
});
process.stdin.resume();
await new Promise((resolve) => process.stdin.on('end', resolve));
server.closeAllConnections();
server.close();
await leave(queue);

import { runDemo } from './walkthrough/run-demo.js';

// A demo that hangs is a demo that failed.
setTimeout(() => {
  throw new Error('the demo did not end within 30 seconds');
}, 30_000).unref();

await runDemo((line) => {
  console.log(line);
});

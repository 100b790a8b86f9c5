/**
 * Runs in the page that is measured, as it is written here: notes when a key went down, when what
 * it changed was painted, and every frame over 50 milliseconds.
 */
window.frames50 = (() => {
  const QUIET_MS = 100;
  const long = [];
  let pressedAt = 0;
  let changedAt = 0;
  let paintedAt = 0;

  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
      changedAt = timeStamp;
      paintedAt = timeStamp;
    },
    true,
  );

  const watch = () => {
    new MutationObserver(() => {
      changedAt = performance.now();
      requestAnimationFrame(() => {
        // A message is taken after the frame that this belongs to was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (paintedAt = performance.now());
        port2.postMessage(null);
      });
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: 'long-animation-frame' });
  };

  /** Milliseconds from the key to the last frame of what it changed. */
  const repainted = () =>
    new Promise((resolve) => {
      const look = () => {
        const isQuiet = performance.now() - changedAt > QUIET_MS;
        if (isQuiet && paintedAt >= changedAt) resolve(paintedAt - pressedAt);
        else requestAnimationFrame(look);
      };
      look();
    });

  /** The longest frame since it was last asked for; 0 when none was over 50 milliseconds. */
  const longest = () => Math.max(0, ...long.splice(0));

  return { watch, repainted, longest };
})();

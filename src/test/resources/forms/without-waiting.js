// Rendering waits for no frame and no typing here: turns of the event loop are enough, and some hundred forms take a second.
(() => {
  const turns = new MessageChannel();
  const due = new Map();
  let last = 1e9;
  turns.port1.onmessage = ({ data }) => {
    const callback = due.get(data);
    due.delete(data);
    callback && callback(performance.now());
  };
  const soon = (callback) => {
    due.set(++last, callback);
    turns.port2.postMessage(last);
    return last;
  };
  window.turnsDue = () => due.size;
  window.requestAnimationFrame = soon;
  window.cancelAnimationFrame = (id) => due.delete(id);
  window.setTimeout = (callback, delay, ...rest) => soon(() => callback(...rest));
  const stop = window.clearTimeout;
  window.clearTimeout = (id) => due.delete(id) || stop(id);
})();

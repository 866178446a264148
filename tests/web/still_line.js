// Stands in for live.js: the test hands the page its views and states of the line, and reads
// what the page sends, which is never answered unless by `window.answer`.
export function connect({ on, status }) {
  Object.assign(window, { hand: on, setLine: status });
  status("online");
  return {
    now: () => window.serverNow ?? Date.now(),
    whenServer(_, then) {
      then();
      return () => {};
    },
    send(event, payload) {
      window.sent ??= [];
      window.sent.push([event, payload]);
      return window.answer ? Promise.resolve(window.answer) : new Promise(() => {});
    },
  };
}

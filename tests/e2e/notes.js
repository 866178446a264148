// Laid under a phone's page: notes when messages came and went and when a question was on the
// screen, by this machine's clock.
(() => {
  const notes = { asked: {}, clocks: [], arrived: {}, shown: {} };
  window.notes = notes;
  const clockAsked = /^42\/play,(\d+)\["clock"/;
  const clockTold = /^43\/play,(\d+)\[\{"ok":true,"now":(\d+)\}/;
  window.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where);
      this.addEventListener("message", ({ data }) => {
        const told = clockTold.exec(data);
        if (told && told[1] in notes.asked) notes.clocks.push([notes.asked[told[1]], Date.now(), Number(told[2])]);
        if (!data.startsWith('42/play,["view"')) return;
        const view = JSON.parse(data.slice(data.indexOf("[")))[1];
        if (view.question?.text) notes.arrived[`${view.question.pool}-${view.question.ordinal}`] ??= Date.now();
      });
    }
    send(data) {
      const asked = clockAsked.exec(data);
      if (asked) notes.asked[asked[1]] = Date.now();
      super.send(data);
    }
  };
  new MutationObserver(() => {
    const shown = document.querySelector(".question[data-asked]");
    if (shown) notes.shown[shown.dataset.asked] ??= Date.now();
  }).observe(document, { subtree: true, childList: true });
})();

"use strict";

// Shows each message at its full height, and the page as it is now, without a flicker when nothing
// has changed.
const content = document.getElementById("content");

function fit(frame) {
  const message = frame.contentDocument?.documentElement;
  if (message && message.scrollHeight > 0) {
    frame.style.height = "0";
    frame.style.height = Math.min(message.scrollHeight + 4, 1600) + "px";
  }
}

function fitAll() {
  for (const frame of content.querySelectorAll("iframe.body")) {
    frame.addEventListener("load", () => fit(frame));
    fit(frame);
  }
}

async function refresh() {
  const typing = document.activeElement?.type === "search";
  if (!document.hidden && !typing) {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const text = await answer.text();
      const next = new DOMParser().parseFromString(text, "text/html").getElementById("content");
      if (next && next.dataset.version !== content.dataset.version) {
        const list = content.querySelector("nav").scrollTop;
        content.replaceChildren(...next.childNodes);
        content.dataset.version = next.dataset.version;
        content.querySelector("nav").scrollTop = list;
        fitAll();
      }
    } catch {
      // The simulator is away; the next round tries again.
    }
  }
  setTimeout(refresh, 2000);
}

fitAll();
setTimeout(refresh, 2000);

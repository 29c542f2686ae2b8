// The preview's own script: shows a page anew when it has changed, and tells how many findings there are.
(() => {
  const own = decodeURIComponent(location.pathname).replace(/\/$/, "/index.html");
  const { banner: counted, since } = document.currentScript.dataset;
  const banner = document.createElement("a");
  banner.className = "ltcarch-preview-banner";
  banner.href = "/_preview/findings.html";
  banner.style.cssText =
    "position:fixed;right:1rem;bottom:1rem;z-index:9;padding:.45rem .9rem;border-radius:.5rem;background:#8a1f1f;" +
    "color:#fff;font:600 14px/1.4 system-ui,sans-serif;text-decoration:none;box-shadow:0 2px 8px #0006";
  const tell = (text) => {
    banner.textContent = text;
    banner.hidden = !text;
  };
  tell(counted);
  document.body.append(banner);

  let wasLost = false;
  const connect = () => {
    const events = new EventSource(`/_preview/events?path=${encodeURIComponent(own)}&since=${since}`);
    events.onopen = () => {
      if (wasLost) location.reload();
    };
    events.onmessage = (message) => {
      const told = JSON.parse(message.data);
      if ("banner" in told) tell(told.banner);
      if (told.all || (told.paths || []).includes(own)) location.reload();
    };
    events.onerror = () => {
      wasLost = true;
    };
    addEventListener("pagehide", () => events.close());
  };
  connect();
})();

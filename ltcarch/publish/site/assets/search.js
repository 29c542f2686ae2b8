// The builder's search speaks English only, and leaves a list that no key scrolls and ways that are hard to read.
(() => {
  "use strict"

  const words = /* words */ {}
  const COUNT = /^([\d,]+) results?$/
  const STYLE = `
    menu, [role="status"] { color: rgb(var(--color-foreground) / .75) !important }
    button[aria-controls$="-filters"] { display: none !important }
  `

  function inOurWords(text) {
    const count = COUNT.exec(text)
    return count ? words.results.replace("{count}", count[1]) : words[text]
  }

  function improve(root) {
    for (const name of ["aria-label", "placeholder"])
      for (const element of root.querySelectorAll(`[${name}]`)) {
        const better = words[element.getAttribute(name)]
        if (better && better !== element.getAttribute(name)) element.setAttribute(name, better)
      }
    const status = root.querySelector("[role=status]")
    if (!status) return
    if (status.parentElement.tabIndex) status.parentElement.tabIndex = 0
    const better = inOurWords(status.textContent)
    if (better && better !== status.textContent) status.firstChild.data = better
  }

  function watch(root) {
    const style = document.createElement("style")
    style.textContent = STYLE
    root.append(style)
    improve(root)
    new MutationObserver(() => improve(root)).observe(root, { childList: true, characterData: true, subtree: true })
  }

  function found() {
    const host = [...document.body.children].find(own => own.shadowRoot)
    if (host) watch(host.shadowRoot)
    return Boolean(host)
  }

  if (!found()) {
    const waiting = new MutationObserver(() => found() && waiting.disconnect())
    waiting.observe(document.body, { childList: true })
  }
})()

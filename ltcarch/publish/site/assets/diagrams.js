// Diagrams that can be moved, enlarged and followed. Without this script a page shows them as plain pictures.
(() => {
  "use strict"

  const words = /* words */ {}
  const STEP = 1.25
  const LEAST = 0.1
  const MOST = 4
  const READABLE = 0.6
  const CLICK = 4

  const STYLE = `
    :host { display: block }
    svg { display: block; height: auto; max-width: none }
    a { cursor: pointer; outline: none }
    a:hover { filter: brightness(0.96) }
    :host([dark]) a:hover { filter: brightness(1.25) }
    a:focus-visible { outline: 3px solid var(--handbook-strong); outline-offset: 2px }
    @media print { svg { width: 100% !important; max-height: 95vh } }
  `

  function isDark() {
    return document.body.getAttribute("data-md-color-scheme") === "slate"
  }

  // The picture's own dark colours stand in a rule for dark screens; the reader's switch decides whether it holds.
  function paint(host) {
    host.toggleAttribute("dark", isDark())
    for (const sheet of host.shadowRoot.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSMediaRule && (rule.dark || rule.conditionText.includes("prefers-color-scheme"))) {
          rule.dark = true
          rule.media.mediaText = isDark() ? "screen" : "not all"
        }
  }

  // Links in a picture are relative to its file, and here they stand in a page.
  function leadOn(svg, address) {
    for (const link of svg.querySelectorAll("a[href]"))
      link.setAttribute("href", new URL(link.getAttribute("href"), address).href)
    if (svg.querySelector("a")) svg.setAttribute("role", "group")
  }

  const SIGNS = {
    enlarge: "M5 12h14M12 5v14",
    reduce: "M5 12h14",
    fit: "M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4",
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  }

  function button(name, act) {
    const label = words[name]
    const made = document.createElement("button")
    made.type = "button"
    made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[name]}"/></svg>`
    made.title = label
    made.setAttribute("aria-label", label)
    made.addEventListener("click", act)
    return made
  }

  class Diagram {
    constructor(svg, caption, address) {
      this.svg = svg
      this.natural = svg.viewBox.baseVal.width || svg.width.baseVal.value
      this.view = document.createElement("div")
      this.view.className = "diagram__view"
      this.view.tabIndex = 0
      this.view.setAttribute("role", "region")
      this.view.setAttribute("aria-label", caption)
      const host = document.createElement("div")
      host.attachShadow({ mode: "open" })
      const style = document.createElement("style")
      style.textContent = STYLE
      host.shadowRoot.append(style, svg)
      this.host = host
      this.view.append(host)
      this.element = document.createElement("div")
      this.element.className = "diagram"
      this.element.append(this.bar(address), this.view)
      this.view.addEventListener("keydown", event => this.key(event))
      this.view.addEventListener("wheel", event => this.wheel(event), { passive: false })
      this.view.addEventListener("pointerdown", event => this.drag(event))
      this.view.addEventListener("dragstart", event => event.preventDefault())
    }

    bar(address) {
      const bar = document.createElement("div")
      bar.className = "diagram__bar"
      bar.append(
        button("enlarge", () => this.zoom(this.scale * STEP)),
        button("reduce", () => this.zoom(this.scale / STEP)),
        button("fit", () => this.zoom(this.fitting())),
      )
      if (document.fullscreenEnabled) bar.append(button("full", () => this.full()))
      const file = document.createElement("a")
      file.href = address
      file.textContent = words.open
      bar.append(file)
      return bar
    }

    fitting() {
      const room = this.view.clientWidth / this.natural
      if (document.fullscreenElement !== this.element) return Math.min(1, room)
      const tall = this.svg.viewBox.baseVal.height || this.natural
      return Math.min(room, this.view.clientHeight / tall)
    }

    begin() {
      this.zoom(Math.min(1, Math.max(this.fitting(), READABLE)))
      this.view.scrollTo(0, 0)
    }

    // What is under a point of the view, its middle unless said, stays under it.
    zoom(scale, x = this.view.clientWidth / 2, y = this.view.clientHeight / 2) {
      const next = Math.min(MOST, Math.max(LEAST, scale))
      const ratio = this.scale ? next / this.scale : 1
      const [left, top] = [(this.view.scrollLeft + x) * ratio - x, (this.view.scrollTop + y) * ratio - y]
      this.scale = next
      this.svg.style.width = `${this.natural * next}px`
      this.view.scrollTo(left, top)
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const scale = { "+": this.scale * STEP, "=": this.scale * STEP, "-": this.scale / STEP, 0: this.fitting() }[event.key]
      if (scale === undefined) return
      event.preventDefault()
      this.zoom(scale)
    }

    wheel(event) {
      if (!event.ctrlKey) return
      event.preventDefault()
      const box = this.view.getBoundingClientRect()
      this.zoom(this.scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top)
    }

    drag(event) {
      if (event.pointerType !== "mouse" || event.button !== 0) return
      const { view } = this
      const start = [event.clientX, event.clientY, view.scrollLeft, view.scrollTop]
      let moved = false
      const move = now => {
        const [x, y] = [now.clientX - start[0], now.clientY - start[1]]
        moved ||= Math.hypot(x, y) > CLICK
        if (moved) view.scrollTo(start[2] - x, start[3] - y)
        view.classList.toggle("diagram__view--moving", moved)
      }
      const end = () => {
        removeEventListener("pointermove", move)
        view.classList.remove("diagram__view--moving")
        // The click that ends a drag must not follow the link under it; it comes at once, or not at all.
        const stop = click => click.preventDefault()
        if (moved) view.addEventListener("click", stop, { capture: true, once: true })
        setTimeout(() => view.removeEventListener("click", stop, { capture: true }))
      }
      addEventListener("pointermove", move)
      addEventListener("pointerup", end, { once: true })
      addEventListener("pointercancel", end, { once: true })
    }

    full() {
      if (document.fullscreenElement) document.exitFullscreen()
      else this.element.requestFullscreen()
    }
  }

  async function enhance(image) {
    const link = image.closest("a")
    const answer = await fetch(link.href)
    if (!answer.ok) return
    const read = new DOMParser().parseFromString(await answer.text(), "image/svg+xml")
    const svg = read.documentElement
    if (svg.nodeName !== "svg") return
    leadOn(svg, link.href)
    const diagram = new Diagram(document.importNode(svg, true), image.alt, link.href)
    link.replaceWith(diagram.element)
    paint(diagram.host)
    new MutationObserver(() => paint(diagram.host)).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
    diagram.element.addEventListener("fullscreenchange", () => diagram.zoom(diagram.fitting()))
    diagram.begin()
  }

  // Pages opened as files may not read other files; there the pictures stay as they are.
  if (location.protocol !== "file:")
    for (const image of document.querySelectorAll('.md-typeset a > img[src$=".svg"]'))
      enhance(image).catch(() => {})
})()

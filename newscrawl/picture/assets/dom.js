/* Elements are made here, and text only ever as text: nothing that a story says becomes markup. */

const SVG = "http://www.w3.org/2000/svg";

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    } else node.setAttribute(name, value === true ? "" : value);
  }
  const known = (child) => child !== undefined && child !== null && child !== false;
  node.append(...children.flat(Infinity).filter(known));
  return node;
}

/** Make an element of HTML; `on` among the attributes holds what listens. */
const el = (name, attributes, ...children) =>
  filled(document.createElement(name), attributes, children);

/** Make an element of SVG. */
const svg = (name, attributes, ...children) =>
  filled(document.createElementNS(SVG, name), attributes, children);

/** A word of the site's, in Indonesian. */
const id = (text) => el("i", { lang: "id" }, text);

/** Return an address that may become a link: the site's own, over https; null for any other. */
function siteAddress(url) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  const own = /^(?:[a-z0-9-]+\.)*antaranews\.com$/.test(address.hostname);
  const plain = !address.username && !address.password && !address.port;
  return address.protocol === "https:" && own && plain ? address.href : null;
}

/** A headline, which leads to its story where the address is the site's. */
function story(headline, url) {
  const address = siteAddress(url);
  const english = address !== null && /^https:\/\/en\.|\.com\/en\//.test(address);
  const lang = english ? "en" : "id";
  const text = headline || "(no headline)";
  if (address === null) return el("span", { lang }, text);
  return el("a", { href: address, rel: "noopener noreferrer", lang }, text);
}

/** A button that shows the rest of a list. */
const more = (text, act) => el("button", { type: "button", class: "more", on: { click: act } }, text);

/* What stands beside the pointer: the text that an element has in data-tip. */
function tips() {
  const box = el("div", { class: "tip", "aria-hidden": "true", hidden: true });
  document.body.append(box);
  const show = (event) => {
    const target = event.target.closest?.("[data-tip]");
    box.hidden = !target;
    if (!target) return;
    box.textContent = target.getAttribute("data-tip");
    const at = target.getBoundingClientRect();
    const x = event.type === "focusin" ? at.left + at.width / 2 : event.clientX;
    const y = event.type === "focusin" ? at.top : event.clientY;
    const { offsetWidth: width, offsetHeight: height } = box;
    const left = Math.min(Math.max(8, x - width / 2), document.documentElement.clientWidth - width - 8);
    box.style.left = `${left}px`;
    box.style.top = `${y - height - 14 < 4 ? y + 18 : y - height - 14}px`;
  };
  for (const type of ["pointermove", "pointerdown", "focusin"]) document.addEventListener(type, show);
  const hide = () => (box.hidden = true);
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("focusout", hide);
  document.documentElement.addEventListener("pointerleave", hide);
}

// A tiny element builder. Text is always text (textContent), never markup.

const SVG = "http://www.w3.org/2000/svg";

function isProps(value) {
  return value !== null && typeof value === "object" && !(value instanceof Node) && !Array.isArray(value);
}

function apply(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.setAttribute("class", value);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value" || name === "disabled" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
}

/**
 * `el("p.soft.small", {id: "x", onclick: f, data: {n: 1}}, "text", node, [nodes])`.
 * Props may be left out; null, undefined and false children are skipped.
 */
export function el(what, ...rest) {
  const [tag, ...classes] = what.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  const props = isProps(rest[0]) ? rest.shift() : {};
  if (props.class && classes.length) props.class = `${node.className} ${props.class}`;
  apply(node, props);
  add(node, ...rest);
  return node;
}

/** The same for SVG elements. */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  apply(node, props);
  add(node, ...children);
  return node;
}

/** Append children: nodes, texts, numbers, nested lists. */
export function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

/** Replace everything inside `node`. */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, ...children);
}

/** Set text only when it differs, so that screen readers are not woken for nothing. */
export function setText(node, text) {
  const next = String(text);
  if (node.textContent !== next) node.textContent = next;
}

/** The JSON the server put on the page in `<script type="application/json" id="…">`. */
export function pageData(id = "data") {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : {};
}

/** Say something to screen readers, once, through the page's polite live region (#announce). */
export function announce(text) {
  const region = document.getElementById("announce");
  if (region) region.replaceChildren(el("p", text));
}

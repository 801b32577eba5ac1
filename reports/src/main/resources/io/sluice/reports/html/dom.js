"use strict";
// Builds the page's elements. Text from outside only ever becomes a text node.
const dom = (() => {
  const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

  /** Spells out characters that would be invisible or turn the direction of the text after them. */
  function visible(text) {
    return String(text).replace(INVISIBLE, c =>
      "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  }

  function add(parent, children) {
    for (const child of children.flat()) {
      if (child !== null && child !== undefined && child !== "") {
        parent.append(child instanceof Node ? child : visible(child));
      }
    }
    return parent;
  }

  /** An element with a class (or "") and children: nodes or texts. */
  function element(name, className, ...children) {
    const node = document.createElement(name);
    if (className) {
      node.className = className;
    }
    return add(node, children);
  }

  /** A text from outside, kept from mixing its direction with its surroundings. */
  function outside(text) {
    return element("bdi", "", text);
  }

  function svg(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
      node.setAttribute(key, value);
    }
    return add(node, children);
  }

  function section(id) {
    return document.getElementById(id);
  }

  /** Terms and their descriptions; a description may be a node, an empty one is left out. */
  function terms(pairs) {
    return element("dl", "", pairs
      .filter(([, value]) => value !== null && value !== "")
      .map(([term, value]) => element("div", "", element("dt", "", term), element("dd", "", value))));
  }

  /** A button with its own click; pressed is true or false for a toggle. */
  function button(text, click, pressed) {
    const node = element("button", "", text);
    node.type = "button";
    if (pressed !== undefined) {
      node.setAttribute("aria-pressed", String(pressed));
    }
    node.addEventListener("click", click);
    return node;
  }

  /** Replaces what a section shows below its heading; a section without anything is hidden. */
  function refill(id, children) {
    const place = section(id);
    const heading = place.querySelector(":scope > h2");
    const focus = document.activeElement && place.contains(document.activeElement) ? document.activeElement.getAttribute("data-key") : null;
    place.replaceChildren(...heading ? [heading] : []);
    add(place, children);
    place.hidden = place.childNodes.length === (heading ? 1 : 0);
    const again = focus && [...place.querySelectorAll("[data-key]")].find(node => node.getAttribute("data-key") === focus);
    if (again && again !== document.activeElement) {
      again.focus({preventScroll: true});
    }
  }

  return {add, button, element, outside, refill, svg, section, terms, visible};
})();

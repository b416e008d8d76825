// Calls of our own interface with Tasklist's session. The header keeps the browser from asking for a password itself.

export function ask(method, path, content, leaving = false) {
  return fetch(path, {
    method,
    keepalive: leaving,
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      'Accept': 'application/json, text/html',
      ...(content === undefined ? {} : { 'Content-Type': 'application/json' })
    },
    body: content
  });
}

/** An element with text and attributes. */
export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

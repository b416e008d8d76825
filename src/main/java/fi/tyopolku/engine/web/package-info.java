/** The web applications' own plumbing: who is logged in to them, and the headers and page nonces they are served with. */
@org.springframework.modulith.NamedInterface("web")
package fi.tyopolku.engine.web;

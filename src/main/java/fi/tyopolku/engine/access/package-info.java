/**
 * What the engine itself must know about people: how passwords are hashed, which municipality an instance belongs to,
 * that rights go by group and never by row for each task, and how to act for somebody.
 */
@org.springframework.modulith.NamedInterface("access")
package fi.tyopolku.engine.access;

/**
 * Configures the engine: the only package that may touch its internals. It depends on no other module; what it needs
 * from them it declares as interfaces here.
 */
package fi.tyopolku.engine;

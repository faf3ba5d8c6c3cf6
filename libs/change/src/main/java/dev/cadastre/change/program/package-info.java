/**
 * Changes that are written in Java, found in the jar of the application that they change. Whoever
 * opens a jar runs what is in it, so that this is for the command line of a person who trusts it,
 * and never for a server.
 */
@NullMarked
package dev.cadastre.change.program;

import org.jspecify.annotations.NullMarked;

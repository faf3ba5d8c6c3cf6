/**
 * What holds for everything that the server says to others on somebody's word: where it does not
 * go, whose word it takes for who they are, and the secrets that it shows them.
 */
@NullMarked
package dev.cadastre.server.dispatch.outgoing;

import org.jspecify.annotations.NullMarked;

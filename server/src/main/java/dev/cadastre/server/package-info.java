/** The server: starts the parts of the modular monolith, which are the packages below this one. */
@NullMarked
package dev.cadastre.server;

import org.jspecify.annotations.NullMarked;

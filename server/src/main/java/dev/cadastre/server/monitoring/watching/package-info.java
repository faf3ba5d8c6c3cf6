/** Checks what is due, and takes in what is found, from the server's own checks and from others. */
@NullMarked
package dev.cadastre.server.monitoring.watching;

import org.jspecify.annotations.NullMarked;

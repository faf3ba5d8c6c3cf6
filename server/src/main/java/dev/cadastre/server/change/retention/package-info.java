/** What is kept of changes, and for how long. */
@NullMarked
package dev.cadastre.server.change.retention;

import org.jspecify.annotations.NullMarked;

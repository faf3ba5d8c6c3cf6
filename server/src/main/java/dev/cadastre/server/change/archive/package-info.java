/** Changes as they are sent. */
@NullMarked
package dev.cadastre.server.change.archive;

import org.jspecify.annotations.NullMarked;

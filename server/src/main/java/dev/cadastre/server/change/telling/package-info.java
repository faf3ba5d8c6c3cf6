/** What other parts are told of runs. */
@NullMarked
package dev.cadastre.server.change.telling;

import org.jspecify.annotations.NullMarked;

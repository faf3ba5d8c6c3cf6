/** The tables of plans and runs, and the journals of runs. */
@NullMarked
package dev.cadastre.server.change.keeping;

import org.jspecify.annotations.NullMarked;

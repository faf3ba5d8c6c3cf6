/** Tests of the room, by real shells. */
@NullMarked
package dev.cadastre.change.operation;

import org.jspecify.annotations.NullMarked;

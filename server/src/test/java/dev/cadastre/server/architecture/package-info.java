/** Pictures of what the program is made of, drawn from the program itself. */
@NullMarked
package dev.cadastre.server.architecture;

import org.jspecify.annotations.NullMarked;

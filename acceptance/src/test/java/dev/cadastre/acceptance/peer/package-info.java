/** Real servers on a host of the laboratory, each with what monitoring plug-ins must find of it. */
@NullMarked
package dev.cadastre.acceptance.peer;

import org.jspecify.annotations.NullMarked;

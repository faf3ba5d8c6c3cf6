@NullMarked
package dev.cadastre.server.change.asking;

import org.jspecify.annotations.NullMarked;

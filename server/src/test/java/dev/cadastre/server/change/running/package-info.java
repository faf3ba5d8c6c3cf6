@NullMarked
package dev.cadastre.server.change.running;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.cadastre.server.change.retention;

import org.jspecify.annotations.NullMarked;

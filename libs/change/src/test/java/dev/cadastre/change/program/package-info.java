@NullMarked
package dev.cadastre.change.program;

import org.jspecify.annotations.NullMarked;

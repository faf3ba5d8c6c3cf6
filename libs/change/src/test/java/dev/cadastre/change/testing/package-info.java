@NullMarked
package dev.cadastre.change.testing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.cadastre.probe;

import org.jspecify.annotations.NullMarked;
